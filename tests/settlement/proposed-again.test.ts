import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/kernel/calendar.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { asksTheSame, proposedAgain, statementChange } from '../../src/settlement/proposed-again.js';
import { sealStatement } from '../../src/settlement/seal-statement.js';
import { linesOf, relationship, settleDays } from './relationship.js';
import { foldersOf, replay } from './sample-ledger.js';

/* A proposed statement is computed again on its frozen evidence, with the events that count by then. */

const clauses = {
  fees: [
    { id: 'base', kind: 'retainer', amount: 3000 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' },
  ],
};
const dispute = { kind: 'dispute', party: 'brand', period: '2026-01', line: 'sales', claimed: 40, reason: 'returns', evidence: ['list'] };
const filed = {
  '2026-02-07-pay.yaml': { kind: 'payment', party: 'brand', amount: 1000, on: '2026-02-07', reference: 'wire' },
  '2026-02-08-d.yaml': dispute,
  '2026-02-12-r.yaml': { kind: 'resolution', answers: '2026-02-08-d.yaml', amount: 70 },
  '2026-02-13-x.yaml': {
    kind: 'exclusion',
    reason: 'stockout',
    kpis: ['gmv'],
    evidence: ['list'],
    treatment: 'waive',
    periods: ['2026-01'],
    scoreAs: 'none',
  },
};
const values = { '2026-01': { revenue: '1000' } };
const { terms, events } = relationship(clauses, undefined, filed);

function proposed(): LedgerEntry {
  const [entry] = settleDays(terms, events, [{ asOf: '2026-02-05', values }]);
  if (entry === undefined) throw new Error('nothing settled');
  return entry;
}

const from = { engine: 'test', warehouse: 'none', commit: null, jobs: [] };
const render = ({ statement: { period, total } }: LedgerEntry) => `# ${period}\n\n${total} USD\n`;

function again(entry: LedgerEntry, asOf: LocalDate): LedgerEntry {
  return proposedAgain(entry, { events, ledger: [], asOf }, (body, of, before) => sealStatement(body, of, before, render, from));
}

describe('a proposed statement computed again', () => {
  test('counts the events up to the date, on the evidence that it was proposed on, as its next run', () => {
    const first = proposed();
    const second = again(first, '2026-02-08');
    expect(linesOf(second.statement)).toEqual(['base 3000.00', 'sales 40.00 disputed']);
    expect([second.statement.run, second.statement.asOf, second.statement.balance]).toEqual([2, '2026-02-08', '2040.00']);
    expect(second.evidence).toBe(first.evidence);
    expect(second.terms).toBe(first.terms);
    const third = again(second, '2026-02-12');
    expect(linesOf(third.statement)).toEqual(['base 3000.00', 'sales 70.00']);
    expect(third.statement.run).toBe(3);
  });

  test('replays to the same bytes', () => {
    const { issues } = replay(foldersOf([again(again(proposed(), '2026-02-08'), '2026-02-12')]), events);
    expect(issues).toEqual([]);
  });

  test('never goes back in time', () => expect(again(proposed(), '2026-02-01').statement.asOf).toBe('2026-02-05'));

  test('an exclusion that came after the evidence waits for the next measurement', () => {
    const { statement } = again(proposed(), '2026-02-13');
    expect(statement.kpis.map(({ id, state }) => `${id} ${state}`)).toEqual(['gmv scored']);
    expect(statement.events.map(({ file }) => file)).toContain('2026-02-13-x.yaml');
  });
});

describe('what changed between two computations', () => {
  test('lines by amount or state, totals, and the events that were counted in addition', () => {
    const first = proposed();
    expect(statementChange(first.statement, again(first, '2026-02-08').statement)).toEqual({
      run: 2,
      events: ['2026-02-07-pay.yaml', '2026-02-08-d.yaml'],
      lines: [{ line: 'sales', before: { amount: '100.00', state: 'payable' }, after: { amount: '40.00', state: 'disputed' } }],
      total: { before: '3100.00', after: '3040.00' },
      balance: { before: '3100.00', after: '2040.00' },
    });
  });

  test('a line that is new or gone', () => {
    const { statement } = proposed();
    const without = { ...statement, lines: statement.lines.slice(0, 1) };
    const sales = { amount: '100.00', state: 'payable' };
    expect(statementChange(without, statement).lines).toEqual([{ line: 'sales', before: null, after: sales }]);
    expect(statementChange(statement, without).lines).toEqual([{ line: 'sales', before: sales, after: null }]);
  });
});

describe('whether two computations ask for the same', () => {
  const first = proposed();
  test('a payment and a dispute leave it as it is', () => {
    expect(asksTheSame(first.statement, again(first, '2026-02-07').statement)).toBe(true);
    expect(asksTheSame(first.statement, again(first, '2026-02-08').statement)).toBe(true);
  });
  test('a resolution changes it', () => expect(asksTheSame(first.statement, again(first, '2026-02-12').statement)).toBe(false));
  test('so does a line that is held by now, and other evidence', () => {
    const { lines } = first.statement;
    const held = lines.map((line) => ({ ...line, held: true }));
    expect(asksTheSame(first.statement, { ...first.statement, lines: held })).toBe(false);
    expect(asksTheSame(first.statement, { ...first.statement, evidenceDigest: 'sha256:other' })).toBe(false);
    expect(asksTheSame(first.statement, { ...first.statement, termsDigest: 'sha256:other' })).toBe(false);
  });
});
