import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { isAlike } from '../kernel/alike.js';
import { canonicalJson } from '../kernel/canonical.js';
import { isObject } from '../kernel/objects.js';
import { excerptOf } from '../kernel/text.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { StatementBody } from './model.js';
import { settle } from './settle.js';
import { periodInForce, type Target, timeline } from './timeline.js';
import type { SettlementInput } from './views.js';

/**
 * Computes a statement again from its own terms and evidence, with the events given and as of a date.
 * @throws RangeError where the statement's own period and dates are none that settlement can have written.
 */
export function settleAgain(...given: Parameters<typeof inputAgain>): StatementBody {
  return settle(inputAgain(...given));
}

/** What a statement is computed again from. @throws RangeError as {@link settleAgain}. */
export function inputAgain(
  { statement, evidence, terms }: LedgerEntry,
  before: readonly LedgerEntry[],
  events: readonly ContractEvent[],
  { asOf, run }: Pick<StatementBody, 'asOf' | 'run'>,
): SettlementInput {
  const { from, to, period } = statement;
  const inForce = from === null || to === null ? null : periodInForce(period, terms.contract.calendar.every, { from, to });
  const target: Target = { period, inForce, dueOn: statement.asOf };
  return { terms, events, ledger: before, evidence, asOf, run, timeline: timeline(terms.contract, events), target };
}

/** The first place, as a JSON pointer, in which two documents differ. */
export function firstDifferenceOf(
  found: unknown,
  expected: unknown,
  pointer: string,
): { pointer: string; found: string; expected: string } | null {
  if (isObject(found) && isObject(expected)) {
    if (isAlike(found, expected)) return null;
    for (const key of [...new Set([...Object.keys(found), ...Object.keys(expected)])].sort()) {
      const inner = firstDifferenceOf(found[key], expected[key], `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      if (inner !== null) return inner;
    }
    return null;
  }
  const text = (value: unknown) => (value === undefined ? '-' : canonicalJson(value));
  return text(found) === text(expected) ? null : { pointer, found: excerptOf(text(found), 78), expected: excerptOf(text(expected), 78) };
}
