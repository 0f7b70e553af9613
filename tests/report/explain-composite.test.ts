import { expect, test } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import type { Locale } from '../../src/kernel/text.js';
import { medium as terminal } from '../../src/media/terminal.js';
import { compositeBlocks } from '../../src/report/explain-kpi.js';
import type { CompositeResult } from '../../src/settlement/model.js';
import { bonus, context, statement } from './fixture.js';

const trace = { ...bonus.trace, inputs: [{ input: 'composite-score' as const, with: {}, value: '1.329' }] };

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
  expect(english).toContain('reason: too much of the weight is waived (Return on ad spend, ');
  expect(english).toContain('fees by it pay as at: 132.9%');
  const chinese = explained('waived', null, 'zh');
  expect(chinese).toContain('综合得分 · — · 已豁免\n');
  expect(chinese).toContain('被豁免的权重过多（广告投产比、');
  expect(chinese).toContain('与其挂钩的费用按以下得分计付：132.9%');
});

test('a composite that is scored says its score once', () => {
  expect(explained('scored', '1.329', 'en')).not.toContain('fees by it');
});
