import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentShape } from '../../src/contract/document-shape.js';
import { money, sumMoney } from '../../src/kernel/money.js';
import { compare, maximum, minimum, rational, ZERO } from '../../src/kernel/rational.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { replayLedger } from '../../src/settlement/replay.js';
import { ledgerTexts } from '../../src/settlement/seal-statement.js';
import { statementProblems } from '../fuzz/oracle.js';
import { settleDays } from '../settlement/relationship.js';
import { LEDGER_ALONE } from '../settlement/sample-ledger.js';
import { movedIn, type Relationship, relationships, runs, statementsOf } from './settled.js';

const render = () => '';

function foldersOf(ledger: readonly LedgerEntry[]) {
  return ledger.map((entry, index) => ({
    period: entry.statement.period,
    path: `contracts/test-relationship/ledger/${entry.statement.period}`,
    files: ledgerTexts(entry, ledger.slice(0, index), render),
  }));
}

/** The schema's shape, canonical numbers in the currency's digits, lines that add up to the total. */
function statementsFoot(made: Relationship): void {
  expect(statementsOf(made).flatMap(statementProblems)).toEqual([]);
}

/** A ledger replays to the same bytes. */
function ledgersReplay({ ledger, events }: Relationship): void {
  expect(replayLedger(foldersOf(ledger), { events, ...LEDGER_ALONE, render, shape: documentShape, engine: 'test' }).issues).toEqual([]);
}

/** Σ totals − Σ payments that count by then; what is open of it is the balance, as far as it is of the brand. */
function balancesAddUp({ ledger, events, contract }: Relationship): void {
  const { currency } = contract;
  ledger.forEach(({ statement }, index) => {
    const totals = ledger.slice(0, index + 1).map((entry) => money(entry.statement.total, currency));
    const counts = (day: string) => day <= statement.asOf;
    const paid = events.flatMap((event) =>
      event.kind === 'payment' && counts(event.on) && counts(event.date) ? [money(event.amount, currency)] : [],
    );
    const balance = sumMoney(totals, currency).minor - sumMoney(paid, currency).minor;
    expect(money(statement.balance, currency).minor).toBe(balance);
    const open = sumMoney(
      statement.open.map((each) => money(each.amount, currency)),
      currency,
    );
    const billed = totals.reduce((sum, total) => sum.add(maximum(ZERO, rational(total.minor))), ZERO);
    expect(rational(open.minor)).toEqual(minimum(billed, maximum(ZERO, rational(balance))));
  });
}

/** Scores lie between 0 and the cap. */
function scoresAreBounded(made: Relationship): void {
  for (const kpi of statementsOf(made).flatMap((statement) => statement.kpis)) {
    if (kpi.score === null) continue;
    const score = rational(kpi.scoreExact ?? kpi.score);
    expect(compare(score, ZERO)).toBeGreaterThanOrEqual(0);
    expect(compare(score, rational(kpi.cap))).toBeLessThanOrEqual(0);
  }
}

/** Of a disputed line no more is paid than either side says, with the same sign. */
function disputesPayTheUndisputed(made: Relationship): void {
  for (const statement of statementsOf(made)) {
    for (const line of statement.lines.filter((each) => each.state === 'disputed')) {
      const [paid, computed, claimed] = [rational(line.amount), rational(line.computed ?? ''), rational(line.claimed ?? '')];
      expect(compare(paid.abs(), minimum(computed.abs(), claimed.abs()))).toBeLessThanOrEqual(0);
      expect(compare(paid.mul(computed), ZERO)).toBeGreaterThanOrEqual(0);
      expect(compare(paid.mul(claimed), ZERO)).toBeGreaterThanOrEqual(0);
    }
  }
}

/** A line that stays held moves no money, and none that was settled is taken back while it cannot be known. */
function holdsTakeNothingBack(made: Relationship): void {
  for (const statement of statementsOf(made)) {
    for (const { period, line, life } of statement.carried.lines) {
      if (life.state === 'held') expect(movedIn(statement, period, line).minor, `${period}/${line}`).toBe(0n);
    }
  }
}

/** Statements end: the window, holds, large true-ups that wait and disputes all do; then only what is filed later makes more. */
function tailsEnd({ ledger, contract, events }: Relationship): void {
  const first = ledger.findIndex((entry) => entry.statement.final);
  expect(first).toBeGreaterThanOrEqual(contract.periods.length + contract.trueUpPeriods - 1);
  expect(ledger.at(-1)?.statement.final).toBe(true);
  const final = ledger[first]?.statement.asOf ?? '';
  const later = events.filter((event) => event.date > final && (event.kind === 'correction' || event.kind === 'dispute'));
  if (later.length === 0) expect(ledger).toHaveLength(first + 1);
}

const LAWS = [statementsFoot, ledgersReplay, balancesAddUp, scoresAreBounded, disputesPayTheUndisputed, holdsTakeNothingBack, tailsEnd];

describe('any relationship', () => {
  const anything = relationships({ known: 'mostly', events: true });

  it(`keeps the laws: ${LAWS.map((law) => law.name).join(', ')}`, () => {
    fc.assert(
      fc.property(anything, (made) => {
        for (const law of LAWS) law(made);
      }),
      runs(100),
    );
  });

  it('settles a second time to the same bytes', () => {
    fc.assert(
      fc.property(anything, ({ terms, events, days, ledger }) => {
        expect(foldersOf(settleDays(terms, events, days))).toEqual(foldersOf(ledger));
      }),
      runs(25, 2),
    );
  });

  it('does not know events that are filed later', () => {
    fc.assert(
      fc.property(anything, ({ terms, events, days, contract, ledger }) => {
        for (const count of [1, contract.periods.length]) {
          const known = events.filter((event) => event.date <= (days[count - 1]?.asOf ?? ''));
          const upTo = settleDays(terms, known, days.slice(0, count));
          expect(foldersOf(ledger.slice(0, upTo.length))).toEqual(foldersOf(upTo));
        }
      }),
      runs(40, 3),
    );
  });
});
