import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { PeriodId } from '../kernel/calendar.js';
import { moneyText, roundMoney } from '../kernel/money.js';
import type { LedgerEntry } from './ledger-entry.js';
import { basisOf } from './line-life.js';
import type { Told } from './raw-line.js';
import { recompute, type SettledLine } from './recompute.js';
import { inputAgain } from './settle-again.js';
import { viewPeriods } from './views.js';

/** How a line of an earlier period was computed by some statement: what went into it, and its formula. */
export interface Computation extends Pick<Told, 'inputs' | 'formula'> {
  /** The period of the statement that computed it. */
  readonly by: PeriodId;
  /** Rounded, in the currency's digits; null where it could not be known. */
  readonly amount: string | null;
}

/** A line of an earlier period as it is computed now, and as it was when what is settled for it was; null where no statement did. */
export interface ComputedTwice {
  readonly settled: Computation | null;
  readonly now: Computation;
}

/**
 * What a true-up is the difference of: the line computed by its statement and by the last one before it that came to what was settled.
 * Statements have the two amounts alone; both computations are done again here.
 * @param before the entries before it, ascending.
 * @param events all known; each statement counts those that it names.
 */
export function computedTwice(
  entry: LedgerEntry,
  before: readonly LedgerEntry[],
  events: readonly ContractEvent[],
  about: { readonly period: PeriodId; readonly line: string },
): ComputedTwice | null {
  const found = lineIn(entry, before, events, about);
  if (found === null) return null;
  const amount = found.previous === null ? null : basisOf(found.previous);
  // the newest that came to it: what lies further back need not be computed
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const each = before[index];
    if (each === undefined || each.statement.period < about.period) break;
    const line = lineIn(each, before.slice(0, index), events, about);
    const computation = line === null ? null : computationOf(line, each);
    if (computation !== null && computation.amount === amount) return { settled: computation, now: computationOf(found, entry) };
  }
  return { settled: null, now: computationOf(found, entry) };
}

function lineIn(
  entry: LedgerEntry,
  before: readonly LedgerEntry[],
  events: readonly ContractEvent[],
  about: { readonly period: PeriodId; readonly line: string },
): SettledLine | null {
  const counted = new Set(entry.statement.events.map(({ file }) => file));
  const input = inputAgain(
    entry,
    before,
    events.filter(({ file }) => counted.has(file)),
    entry.statement,
  );
  const { lines } = recompute(input, viewPeriods(input), null);
  return lines.find(({ period, id }) => period === about.period && id === about.line) ?? null;
}

function computationOf({ raw }: SettledLine, { statement, terms }: LedgerEntry): Computation {
  const { inputs, formula } = raw.told();
  const amount = raw.value === null ? null : moneyText(roundMoney(raw.value, statement.currency, terms.contract.rounding));
  return { by: statement.period, inputs, formula, amount };
}
