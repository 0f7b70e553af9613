import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { canonicalJson } from '../kernel/canonical.js';
import { isObject } from '../kernel/objects.js';
import { excerptOf } from '../kernel/text.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { StatementBody } from './model.js';
import { settle } from './settle.js';
import { periodInForce, type Target, timeline } from './timeline.js';

/**
 * Computes a statement again from its own terms and evidence, with the events given and as of a date.
 * @throws RangeError where the statement's own period and dates are none that settlement can have written.
 */
export function settleAgain(
  { statement, evidence, terms }: LedgerEntry,
  before: readonly LedgerEntry[],
  events: readonly ContractEvent[],
  { asOf, run }: Pick<StatementBody, 'asOf' | 'run'>,
): StatementBody {
  const { from, to, period } = statement;
  const inForce = from === null || to === null ? null : periodInForce(period, terms.contract.calendar.every, { from, to });
  const target: Target = { period, inForce, dueOn: statement.asOf };
  return settle({ terms, events, ledger: before, evidence, asOf, run, timeline: timeline(terms.contract, events), target });
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

/** Whether two documents say the same, whatever the order of their keys; what is undefined is not there. */
function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const present = (value: Readonly<Record<string, unknown>>) => Object.keys(value).filter((key) => value[key] !== undefined);
  const keys = present(one);
  return keys.length === present(other).length && keys.every((key) => isAlike(one[key], other[key]));
}
