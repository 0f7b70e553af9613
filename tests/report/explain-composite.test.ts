import { expect, test } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import type { Locale } from '../../src/kernel/text.js';
import { medium as terminal } from '../../src/media/terminal.js';
import type { Block } from '../../src/report/blocks.js';
import { lineBlocks } from '../../src/report/explain.js';
import { compositeBlocks, kpiBlocks } from '../../src/report/explain-kpi.js';
import { statementBlocks } from '../../src/report/statement.js';
import { reportContext } from '../../src/running/report-context.js';
import type { CompositeResult } from '../../src/settlement/model.js';
import { definitions, relationship, settleDays } from '../settlement/relationship.js';
import { bonus, context, statement } from './fixture.js';

const trace = {
  ...bonus.trace,
  inputs: [{ input: 'composite-score' as const, with: {}, value: '1.329' }],
  branches: [{ rule: 'composite-waived' as const, taken: true, with: { kpis: 'roas, cac' } }],
};

function explained(state: CompositeResult['state'], composite: string | null, locale: Locale): string {
  const compositeState = { state, reasons: state === 'waived' ? [reason('composite-waived', { kpis: 'roas, cac' })] : [] };
  const { compositeExact: _, ...rest } = statement;
  const card = { ...rest, composite, compositeState, lines: [{ ...bonus, trace }] };
  const blocks = compositeBlocks(card, context, locale);
  return terminal.print({ document: () => null, blocks: () => blocks }, { locale, color: false, width: 200 });
}

/* The bonus names 132.9% as the score that it pays as: where the composite is waived it says so too, and what is waived by its title. */
test('a waived composite tells as what fees by it pay', () => {
  const english = explained('waived', null, 'en');
  expect(english).toContain('Composite · — · waived\n');
  expect(english).toContain('reason: less than 80% of the weight is left to score (waived: Return on ad spend, ');
  expect(english).toContain('fees by it pay as at: 132.9%, the lowest score agreed for what is waived');
  const chinese = explained('waived', null, 'zh');
  expect(chinese).toContain('综合得分 · — · 已豁免\n');
  expect(chinese).toContain('可计分的权重不足 80%（已豁免：广告投产比、');
  expect(chinese).toContain('与其挂钩的费用按以下得分计付：132.9%，即各豁免约定得分中的最低者');
});

test('a composite that is scored says its score once', () => {
  expect(explained('scored', '1.329', 'en')).not.toContain('fees by it');
});

/*
 * GMV of 8,000 between 5,000 and 10,000 scores 60%, and is waived, since the brand was late; ROAS scores 0, since the provider was. The
 * composite is 0%; had the brand been in time, it would be 60% × 50% + 0% × 50% = 30%, and 1,000 × 30% = 300.00 are paid.
 */
const late = relationship(
  {
    kpis: [
      { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '50%', target: 10000, threshold: 5000 },
      { id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '50%', target: 4 },
    ],
    gates: [{ id: 'enough', metric: 'gmv', atLeast: 9000, blocks: ['gated'] }],
    fees: [
      { id: 'reward', kind: 'bonus', by: 'composite', pool: 1000, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' },
      { id: 'gated', kind: 'bonus', by: 'roas', pool: 1000, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' },
    ],
    duties: [
      { id: 'creatives', owes: 'brand', title: 'Photos', dueDay: 5, ifLate: { kpis: ['gmv'], scoreAs: '10%' } },
      { id: 'report', owes: 'provider', title: 'Report', dueDay: 10, ifLate: { kpis: ['roas'] } },
    ],
  },
  definitions(true),
);

function settledLate(revenue: string | null) {
  const [entry] = settleDays(late.terms, late.events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue, spend: '2000' } } }]);
  if (entry === undefined) throw new Error('nothing settled');
  return { card: entry.statement, context: reportContext(entry, [], []) };
}

const shown = (blocks: readonly Block[], locale: Locale) =>
  terminal.print({ document: () => null, blocks: () => blocks }, { locale, color: false, width: 200 });

test('a late brand’s composite is one figure, and what fees by it pay as another with its own name', () => {
  const { card, context: of } = settledLate('8000');
  const [reward] = card.lines;
  expect(reward).toMatchObject({ id: 'reward', amount: '300.00' });
  const english = shown(statementBlocks(card, of, 'en'), 'en');
  expect(english).toContain('fees by it pay as at: 30%, as if the brand had been in time: 60% × 50% + 0% × 50% = 30%');
  expect(english).toContain('the brand was late with Photos; pays as at 30%');
  const told = reward === undefined ? '' : shown(lineBlocks(reward, card, of, 'en'), 'en');
  expect(told).toContain('score that it pays as at (Composite): 30%');
  expect(told).not.toMatch(/ Composite: /);
  expect(shown(compositeBlocks(card, of, 'zh'), 'zh')).toContain('30%，即品牌方未逾期时的得分：60% × 50% + 0% × 50% = 30%');
});

test('a gate that is not met, or not known, has no tick', () => {
  const gated = (revenue: string | null) => {
    const { card, context: of } = settledLate(revenue);
    const line = card.lines.find(({ id }) => id === 'gated');
    return line === undefined ? '' : shown(lineBlocks(line, card, of, 'en'), 'en');
  };
  expect(gated('9000')).toContain('✓ gate enough passed');
  // the reason of a line that a gate makes 0 says it, so that the rule is not told twice
  expect(gated('8000')).toContain('reason: gate enough failed');
  expect(gated('8000')).not.toContain('✓ gate');
  expect(gated(null)).toContain('· gate enough is not known yet');
});

test('an actual that its target is not stands so in `explain`, too', () => {
  const [roas] = statement.kpis;
  const blocks = roas === undefined ? [] : kpiBlocks({ ...roas, actual: '2.996' }, { ...statement, lines: [] }, context, 'en');
  expect(shown(blocks, 'en')).toContain('measured: 2.996');
});
