import { maxDate } from '../kernel/calendar.js';
import { canonicalJson } from '../kernel/canonical.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { Statement } from './model.js';
import { eventsAsOf, type RunInput, type Seal } from './run.js';
import { settleAgain } from './settle-again.js';

/**
 * The proposed statement computed again: on its frozen evidence and terms, with the events that count by now, as its next run.
 * What the data says by now is a true-up of later statements.
 */
export function proposedAgain(proposed: LedgerEntry, input: Pick<RunInput, 'events' | 'ledger' | 'asOf'>, seal: Seal): LedgerEntry {
  const { statement, ...grounds } = proposed;
  const asOf = maxDate(statement.asOf, input.asOf);
  const body = settleAgain(proposed, input.ledger, eventsAsOf(input.events, asOf), { asOf, run: statement.run + 1 });
  return { statement: seal(body, grounds, input.ledger), ...grounds };
}

/** A line before and after; null where it is not in the statement. */
export interface LineChange {
  readonly line: string;
  readonly before: Pick<Statement['lines'][number], 'amount' | 'state'> | null;
  readonly after: Pick<Statement['lines'][number], 'amount' | 'state'> | null;
}

/** What a statement says otherwise than its run before. */
export interface StatementChange {
  readonly run: number;
  /** Events that it counts in addition, by file name. */
  readonly events: readonly string[];
  readonly lines: readonly LineChange[];
  readonly total: { readonly before: string; readonly after: string };
  readonly balance: { readonly before: string; readonly after: string };
}

/** Compares two runs of one period's statement. */
export function statementChange(before: Statement, after: Statement): StatementChange {
  const counted = new Set(before.events.map(({ file }) => file));
  const ids = [...new Set([...before.lines, ...after.lines].map(({ id }) => id))];
  const of = (statement: Statement, id: string) => {
    const found = statement.lines.find((line) => line.id === id);
    return found === undefined ? null : { amount: found.amount, state: found.state };
  };
  const lines = ids
    .map((line) => ({ line, before: of(before, line), after: of(after, line) }))
    .filter(({ before: old, after: now }) => old?.amount !== now?.amount || old?.state !== now?.state);
  return {
    run: after.run,
    events: after.events.flatMap(({ file }) => (counted.has(file) ? [] : [file])),
    lines,
    total: { before: before.total, after: after.total },
    balance: { before: before.balance, after: after.balance },
  };
}

/**
 * Whether two computations of a period ask for the same: the same terms and evidence, and on every line the same amount, or the
 * same before a dispute set a part of it aside. What a party can file alone as often as it likes (a payment, a review that
 * releases nothing) changes none of it, so it cannot put off what silence accepts.
 */
export function asksTheSame(a: Statement, b: Statement): boolean {
  const claim = ({ termsDigest, evidenceDigest, lines }: Statement) =>
    canonicalJson({
      termsDigest,
      evidenceDigest,
      lines: lines.map(({ id, amount, computed, held }) => ({ id, amount: computed ?? amount, held })),
    });
  return claim(a) === claim(b);
}
