import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import type { ReportContext } from '../../src/report/report-context.js';
import { reportContext } from '../../src/running/report-context.js';
import { computedTwice } from '../../src/settlement/computed-twice.js';
import { once } from '../once.js';
import { relationship, settleDays } from '../settlement/relationship.js';
import { renderExplain, renderExplainMarkdown } from './rendered.js';

/*
 * Worked example 8 of the contract language: January settled 5% of 100,000 = 5,000.00; February's run measures 96,000 and corrects by
 * -200.00; March's 97,000, and corrects by +50.00. A penalty that takes nothing, a guarantee of round amounts, and a bonus by a score.
 */
const { terms, events } = relationship({
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 3 },
  kpis: [{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 100000, threshold: 50000 }],
  fees: [
    { id: 'base', kind: 'retainer', amount: 3000 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' },
    { id: 'reward', kind: 'bonus', by: 'gmv', pool: 5000, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' },
    { id: 'floor', kind: 'guarantee', amount: 2500 },
    { id: 'late', kind: 'penalty', of: 'base', by: 'gmv', bands: { '80%': '10%', '60%': '25%' } },
  ],
});
const january = (amount: string) => ({
  '2026-01': { revenue: amount },
  '2026-02': { revenue: '100000' },
  '2026-03': { revenue: '100000' },
});
const ledger = once(() =>
  settleDays(terms, events, [
    { asOf: '2026-02-05', values: january('100000') },
    { asOf: '2026-03-05', values: january('96000') },
    { asOf: '2026-04-05', values: january('97000') },
  ]),
);

function explained(at: number, id: string, locale: Locale = 'en'): string {
  const [entry, before] = [ledger()[at], ledger().slice(0, at)];
  const line = entry?.statement.lines.find((each) => each.id === id);
  if (entry === undefined || line === undefined) throw new Error(`no ${id}`);
  const [, period = '', ...rest] = id.split('/');
  const twice = id.startsWith('true-up/') ? computedTwice(entry, before, events, { period, line: rest.join('/') }) : null;
  const context = { ...reportContext(entry, before, events), ...(twice === null ? {} : { twice }) };
  return renderExplain(line, entry.statement, context, locale, false, 300);
}

describe('a true-up', () => {
  it('has what went in when it was settled and now, what moved, and both formulas', () => {
    const told = explained(1, 'true-up/2026-01/sales');
    expect(told).toContain('GMV: 100,000.00 → 96,000.00 (-4,000.00)');
    expect(told).toContain('formula then (statement of 2026-01): 5% × 100,000.00 → 5,000.00');
    expect(told).toContain('formula now: 5% × 96,000.00 → 4,800.00');
    expect(told).toMatch(/^2026-01 {2}GMV · revenue {2}2026-01-01 +100,000\.00 {2,}96,000\.00 +1 → 1$/m);
    expect(explained(1, 'true-up/2026-01/sales', 'zh')).toContain('GMV：100,000.00 → 96,000.00（-4,000.00）');
  });

  it('of a line that was corrected before goes on from the statement that corrected it', () => {
    const told = explained(2, 'true-up/2026-01/sales');
    expect(told).toContain('GMV: 96,000.00 → 97,000.00 (+1,000.00)');
    expect(told).toContain('formula then (statement of 2026-02): 5% × 96,000.00 → 4,800.00');
    expect(told).toContain('formula now: 5% × 97,000.00 → 4,850.00');
  });

  // 96,000 of 50,000 … 100,000 scores 92%: 5,000 × 92% = 4,600.00
  it('of a bonus tells what its score has lost in points', () => {
    const told = explained(1, 'true-up/2026-01/reward');
    expect(told).toContain('score of GMV: 100% → 92% (-8.00 points)');
    expect(told).toContain('formula then (statement of 2026-01): 5,000.00 × 100% → 5,000.00');
    expect(told).toContain('formula now: 5,000.00 × 92% → 4,600.00');
  });
});

it('amounts have the digits of their currency, and a penalty that takes nothing says by what band', () => {
  expect(explained(0, 'base')).toContain('formula: 3,000.00');
  expect(explained(0, 'floor')).toContain('formula: max(0, 2,500.00 − 13,000.00)');
  expect(explained(0, 'late')).toContain('what the score deducts: 100% ≥ 80% → 0%');
  expect(explained(0, 'late', 'zh')).toContain('得分对应的扣减比例：100% ≥ 80% → 0%');
  expect(explained(0, 'late')).not.toContain('formula');
});

/* February's run measures January as it was settled, so that its statement lists nothing of it. */
it('a true-up names the statement that lists what was settled, not the last that came to it', () => {
  const late = settleDays(terms, events, [
    { asOf: '2026-02-05', values: january('100000') },
    { asOf: '2026-03-05', values: january('100000') },
    { asOf: '2026-04-05', values: january('97000') },
  ]);
  const [, second, third] = late;
  expect(second?.statement.lines.map(({ id }) => id)).not.toContain('true-up/2026-01/sales');
  const twice = third === undefined ? null : computedTwice(third, late.slice(0, 2), events, { period: '2026-01', line: 'sales' });
  expect(twice?.settled).toMatchObject({ by: '2026-01', amount: '5000.00' });
  expect(twice?.now).toMatchObject({ by: '2026-03', amount: '4850.00' });
});

describe('the form by which a line is disputed', () => {
  const link = (id: string, over: Partial<ReportContext>) => {
    const [entry] = ledger();
    const line = entry?.statement.lines.find((each) => each.id === id);
    if (entry === undefined || line === undefined) throw new Error(`no ${id}`);
    const context = { ...reportContext(entry, [], events), repository: 'https://github.com/acme/kpi', ...over };
    return renderExplainMarkdown(line, entry.statement, context, 'en');
  };

  // Settled as of 02-05, ten days to dispute.
  it('is linked under its line, filled in, until it can be disputed no longer', () => {
    const form = 'issues/new?template=03-dispute.yml&about=test-relationship+2026-01+sales';
    expect(link('sales', {})).toContain(form);
    expect(link('sales', { today: '2026-02-15' })).toContain(form);
    expect(link('sales', { today: '2026-02-16' })).not.toContain('issues/new');
    expect(link('sales', { preview: true })).not.toContain('issues/new');
  });
});
