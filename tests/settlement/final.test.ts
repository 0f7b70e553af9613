import { expect, it } from 'vitest';
import { relationship, settleDays } from './relationship.js';

/*
 * A contract of January to March, with a true-up of one month: the statement of April, of 5 May, is the last, unless something is still open.
 */
const base = { id: 'base', kind: 'retainer', amount: 1000 };
const launch = (due: string) => ({ id: 'launch', kind: 'milestone', amount: 400, due });
const DAYS = ['2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05', '2026-06-05', '2026-07-05', '2026-08-05'];

function finals(fees: readonly object[], events: Parameters<typeof relationship>[2] = {}, trueUpPeriods = 1): string[] {
  const { terms, events: filed } = relationship(
    {
      term: { from: '2026-01-01', to: '2026-03-31' },
      calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods },
      fees,
    },
    undefined,
    events,
  );
  const ledger = settleDays(
    terms,
    filed,
    DAYS.map((asOf) => ({ asOf, values: {} })),
  );
  return ledger.flatMap(({ statement: { period, final } }) => (final ? [period] : []));
}

it('is the statement after the true-ups of the last month', () => {
  expect(finals([base])).toEqual(['2026-04']);
});

it('waits for a milestone that may still be accepted, beside other fees too', () => {
  const ask = { '2026-03-31-ask.yaml': { kind: 'acceptance_request', party: 'provider', milestone: 'launch', on: '2026-03-31' } };
  const accept = { '2026-01-20-yes.yaml': { kind: 'acceptance', party: 'brand', milestone: 'launch', on: '2026-01-20' } };
  const fees = [base, launch('2026-03-31')];
  expect(finals(fees, {}, 0)).toEqual(['2026-03']);
  expect(finals(fees, accept, 0)).toEqual(['2026-03']);
  // on 5 April nobody has answered; given by silence on the 10th, it moves 400 from nothing on 5 May, which waits for 10 days
  expect(finals(fees, ask, 0)).toEqual(['2026-05']);
});

it('waits for a dispute to end: 30 days, or its resolution', () => {
  const dispute = (date: string, period = '2026-03', line = 'base') => ({
    [`${date}-d.yaml`]: { kind: 'dispute', party: 'brand', period, line, claimed: 100, reason: 'r', evidence: ['e'] },
  });
  // 12 April + 30 days is 12 May
  expect(finals([base], dispute('2026-04-12'))).toEqual(['2026-05']);
  expect(finals([base], dispute('2026-04-05'))).toEqual(['2026-04']);
  // a milestone that is paid stays as it is, and its dispute is as open as any
  const accept = { '2026-01-20-yes.yaml': { kind: 'acceptance', party: 'brand', milestone: 'launch', on: '2026-01-20' } };
  const paid = (events: Parameters<typeof relationship>[2]) => finals([launch('2026-03-31')], { ...accept, ...events });
  expect([paid({}), paid(dispute('2026-04-12', '2026-01', 'launch'))]).toEqual([['2026-04'], ['2026-05']]);
  const resolved = { '2026-04-20-r.yaml': { kind: 'resolution', party: 'brand', answers: '2026-04-12-d.yaml', amount: 900 } };
  expect(finals([base], { ...dispute('2026-04-12'), ...resolved })).toEqual(['2026-04']);
});
