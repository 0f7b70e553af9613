import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/kernel/calendar.js';
import { linesOf, relationship, settleDays } from './relationship.js';

/* A statement is final, and then one of the parties disputes a line of it in time: tails go on until that is settled. */

const clauses = {
  term: { from: '2026-01-01', to: '2026-01-31' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 0 },
  fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }],
};
const dispute = { kind: 'dispute', party: 'brand', period: '2026-01', line: 'sales', claimed: 50, reason: 'returns', evidence: ['list'] };
const days: LocalDate[] = ['2026-02-05', '2026-03-04', '2026-03-05', '2026-04-05', '2026-05-05', '2026-06-05'];

function settled(filed: Parameters<typeof relationship>[2]) {
  const { terms, events } = relationship(clauses, undefined, filed);
  const values = { '2026-01': { revenue: '1000' } };
  const ledger = settleDays(
    terms,
    events,
    days.map((asOf) => ({ asOf, values })),
  );
  return ledger.map(({ statement }) => `${statement.period} ${linesOf(statement).join(', ')}${statement.final ? ' final' : ''}`);
}

describe('after the final statement', () => {
  test('nothing more comes', () => {
    expect(settled({})).toEqual(['2026-01 sales 100.00 final']);
  });

  test('a dispute that is resolved is paid, when the next tail is due', () => {
    const resolution = { kind: 'resolution', answers: '2026-02-08-d.yaml', amount: 60 };
    expect(settled({ '2026-02-08-d.yaml': dispute, '2026-02-20-r.yaml': resolution })).toEqual([
      '2026-01 sales 100.00 final',
      '2026-02 true-up/2026-01/sales -40.00 final',
    ]);
  });

  test('an open dispute makes tails until it is resolved', () => {
    const resolution = { kind: 'resolution', answers: '2026-02-08-d.yaml', amount: 60 };
    const escalation = { kind: 'escalation', party: 'provider', answers: '2026-02-08-d.yaml' };
    const filed = { '2026-02-08-d.yaml': dispute, '2026-02-09-e.yaml': escalation, '2026-03-20-r.yaml': resolution };
    expect(settled(filed)).toEqual(['2026-01 sales 100.00 final', '2026-02 ', '2026-03 true-up/2026-01/sales -40.00 final']);
  });

  test('a dispute that lapses leaves the line as it was', () => {
    expect(settled({ '2026-02-08-d.yaml': dispute })).toEqual(['2026-01 sales 100.00 final', '2026-02 ', '2026-03  final']);
  });

  test('a correction makes one more, when the next tail is due', () => {
    const correction = { kind: 'correction', period: '2026-01', line: 'sales', amount: -5, reason: 'agreed' };
    expect(settled({ '2026-02-20-c.yaml': correction })).toEqual([
      '2026-01 sales 100.00 final',
      '2026-02 correction/2026-01/sales -5.00 final',
    ]);
    const { terms, events } = relationship(clauses, undefined, { '2026-02-20-c.yaml': correction });
    const on = (...asOfs: string[]) =>
      settleDays(
        terms,
        events,
        asOfs.map((asOf) => ({ asOf, values: { '2026-01': { revenue: '1000' } } })),
      ).map(({ statement }) => `${statement.period} ${statement.asOf}`);
    expect(on('2026-02-05', '2026-02-20')).toEqual(['2026-01 2026-02-05']);
    expect(on('2026-02-05', '2026-03-05')).toEqual(['2026-01 2026-02-05', '2026-02 2026-03-05']);
  });

  test('what else has changed is in the first run that a correction brings; a second finds nothing', () => {
    const correction = { kind: 'correction', period: '2026-01', line: 'sales', amount: -5, reason: 'agreed' };
    const { terms, events } = relationship(clauses, undefined, { '2026-02-20-c.yaml': correction });
    const longer = { ...terms, contract: { ...terms.contract, calendar: { ...terms.contract.calendar, trueUpPeriods: 3 } } };
    const values = { '2026-01': { revenue: '1000' } };
    const first = [
      { asOf: '2026-02-05', values },
      { asOf: '2026-05-20', values, terms: longer },
    ];
    const ledger = settleDays(terms, events, first);
    expect(ledger.map(({ statement }) => `${statement.period}${statement.final ? ' final' : ''}`)).toEqual([
      '2026-01 final',
      '2026-02',
      '2026-03',
      '2026-04 final',
    ]);
    expect(settleDays(terms, events, [...first, { asOf: '2026-05-20', values, terms: longer }])).toEqual(ledger);
  });
});
