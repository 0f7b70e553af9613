import { expect, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { reportContext } from '../../src/running/report-context.js';
import { once } from '../once.js';
import { definitions, relationship, settleDays } from '../settlement/relationship.js';
import { renderExplain, renderStatementMarkdown } from './rendered.js';

/*
 * January: sales of 100,000 at a target of 100,000, a bonus of 5,000.00; ROAS 100,000 ÷ 80,000 = 1.25 passes the gate of 1. Spend measured later
 * is 125,000: 0.8, the gate fails, and the bonus is 0. By -5,000.00 it waits in February, and counts in March.
 */
const { terms, events } = relationship(
  {
    calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 3 },
    kpis: [{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 100000, threshold: 50000 }],
    gates: [{ id: 'enough', metric: 'roas', atLeast: 1, blocks: ['reward'] }],
    fees: [{ id: 'reward', kind: 'bonus', by: 'gmv', pool: 5000, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' }],
  },
  definitions(true),
);
const values = (spend: string) => ({
  '2026-01': { revenue: '100000', spend },
  '2026-02': { revenue: '100000', spend: '80000' },
  '2026-03': { revenue: '100000', spend: '80000' },
});
const ledger = once(() =>
  settleDays(terms, events, [
    { asOf: '2026-02-05', values: values('80000') },
    { asOf: '2026-03-05', values: values('125000') },
    { asOf: '2026-04-05', values: values('125000') },
  ]),
);

function told(at: number, locale: Locale): { readonly statement: string; readonly explained: string } {
  const [entry, before] = [ledger()[at], ledger().slice(0, at)];
  const line = entry?.statement.lines.find(({ id }) => id === 'true-up/2026-01/reward');
  if (entry === undefined || line === undefined) throw new Error('no true-up');
  const context = reportContext(entry, before, events);
  return {
    statement: renderStatementMarkdown(entry.statement, context, locale),
    explained: renderExplain(line, entry.statement, context, locale, false, 300),
  };
}

test('a large true-up says that a gate fails, in the head, beside its amount and where it is released', () => {
  const { statement } = told(1, 'en');
  expect(statement.split('(gate enough failed: ROAS 0.8, agreed ≥ 1)')).toHaveLength(4);
  expect(told(1, 'zh').statement).toContain('（前置条件 enough 未满足：ROAS 0.8，约定 ≥ 1）');
});

test('once its days have passed it still does', () => {
  expect(told(2, 'en').statement).toContain('not acknowledged in time: counts by itself (gate enough failed: ROAS 0.8, agreed ≥ 1)');
});

test('explain says it once', () => {
  expect(told(2, 'en').explained.split('gate enough failed')).toHaveLength(2);
});
