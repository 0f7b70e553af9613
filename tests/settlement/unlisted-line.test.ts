import { expect, test } from 'vitest';
import { checkAgainstLedger } from '../../src/settlement/ledger-rules.js';
import { relationship, settleDays } from './relationship.js';

/* A record that came by right is never taken away again, so what a later statement makes of it must not stop a contract. */

const clauses = { fees: [{ id: 'base', kind: 'retainer', amount: 1000 }] };
const dispute = {
  kind: 'dispute',
  party: 'brand',
  period: '2026-01',
  line: 'true-up/2026-01/base',
  claimed: 1,
  reason: 'r',
  evidence: ['e'],
};

test.each([
  // its name may be a day ahead of the day on which it was merged, and so of the statement that it came before
  ['2026-02-06', 'warning'],
  ['2026-02-07', 'error'],
])('a dispute of %s of a line that the statement of 5 February does not have: %s', (date, severity) => {
  const { terms, events } = relationship(clauses, undefined, { [`${date}-d.yaml`]: dispute });
  const ledger = settleDays(terms, events, [{ asOf: '2026-02-05', values: {} }]);
  expect(checkAgainstLedger('contracts/test-relationship', terms, events, ledger).map((issue) => [issue.code, issue.severity])).toEqual([
    ['line-not-listed', severity],
  ]);
});

test('a dispute or correction of a tail that lists nothing: that is said, and no list that is empty', () => {
  const tail = {
    ...clauses,
    term: { from: '2026-01-01', to: '2026-01-31' },
    calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 1 },
  };
  const { terms, events } = relationship(tail, undefined, { '2026-03-07-d.yaml': { ...dispute, period: '2026-02' } });
  const ledger = settleDays(terms, events, [
    { asOf: '2026-02-05', values: {} },
    { asOf: '2026-03-05', values: {} },
  ]);
  const [found] = checkAgainstLedger('contracts/test-relationship', terms, events, ledger);
  expect(found?.code).toBe('statement-without-lines');
});

test.each([
  [12, []],
  [13, ['… (+1)']],
])('of %i lines that there are the first twelve are named', (count, more) => {
  const id = (at: number) => `line-${String(at + 1).padStart(2, '0')}`;
  const fees = Array.from({ length: count }, (_, at) => ({ id: id(at), kind: 'retainer', amount: 1 }));
  const { terms, events } = relationship({ fees }, undefined, { '2026-02-07-d.yaml': { ...dispute, line: 'true-up/2026-01/line-01' } });
  const ledger = settleDays(terms, events, [{ asOf: '2026-02-05', values: {} }]);
  const [found] = checkAgainstLedger('contracts/test-relationship', terms, events, ledger);
  expect(found?.params.ids).toEqual([...Array.from({ length: 12 }, (_, at) => id(at)), ...more]);
});
