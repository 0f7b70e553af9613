import { expect, it } from 'vitest';
import { checkAgainstLedger } from '../../src/settlement/ledger-rules.js';
import { relationship, settleDays } from './relationship.js';

/* A milestone of 400 is accepted on 15 February, and paid in February; both agree later on what January's line of it, or of another fee, comes to. */
const fees = [
  { id: 'base', kind: 'retainer', amount: 1000 },
  { id: 'launch', kind: 'milestone', amount: 400, due: '2026-03-31' },
];
const accepted = { '2026-02-15-a.yaml': { kind: 'acceptance', party: 'brand', milestone: 'launch', on: '2026-02-15' } };

function told(line: string, period: string, amount: number): string[] {
  const dispute = { kind: 'dispute', party: 'provider', period, line, claimed: 100, reason: 'r', evidence: ['e'] };
  const { terms, events } = relationship({ fees }, undefined, {
    ...accepted,
    '2026-03-06-d.yaml': dispute,
    '2026-03-08-r.yaml': { kind: 'resolution', answers: '2026-03-06-d.yaml', amount },
  });
  const days = ['2026-02-05', '2026-03-05'].map((asOf) => ({ asOf, values: {} }));
  return checkAgainstLedger('contracts/a', terms, events, settleDays(terms, events, days))
    .filter(({ code }) => code === 'resolution-pays-twice')
    .map(({ at, params }) => `${at.path} ${Object.values(params).join(' ')}`);
}

it('a resolution pays no milestone that another month has taken', () => {
  expect(told('launch', '2026-01', 100)).toEqual(['contracts/a/events/2026-03-08-r.yaml 100 2026-01 2026-02 launch']);
  // nothing, or less, pays nothing; the month that has taken it may be fixed; other fees are paid each month
  expect([
    told('launch', '2026-01', 0),
    told('launch', '2026-01', -5),
    told('launch', '2026-02', 100),
    told('base', '2026-01', 100),
  ]).toEqual([[], [], [], []]);
});

it('a ledger without one of its months is told, whoever reads it: its balance would be nobody’s', () => {
  const { terms, events } = relationship({ fees });
  const ledger = settleDays(
    terms,
    events,
    ['2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05'].map((asOf) => ({ asOf, values: {} })),
  );
  const gaps = (missing: string) =>
    checkAgainstLedger(
      'contracts/a',
      terms,
      events,
      ledger.filter(({ statement }) => statement.period !== missing),
    ).flatMap(({ code, severity, at }) => (code === 'ledger-gap' ? [`${severity} ${at.path}`] : []));
  expect(['none', '2026-02', '2026-03', '2026-04'].map(gaps)).toEqual([
    [],
    ['error contracts/a/ledger/2026-02/statement.json'],
    ['error contracts/a/ledger/2026-03/statement.json'],
    // the last one may not be settled yet
    [],
  ]);
});
