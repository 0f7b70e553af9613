import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { PeriodId } from '../kernel/calendar.js';
import { moneyText, roundMoney } from '../kernel/money.js';
import { trueUpId } from './disputes.js';
import type { LedgerEntry } from './ledger-entry.js';
import { basisOf } from './line-life.js';
import type { StatementBody } from './model.js';
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
 * What a true-up is the difference of: the line computed by its statement, and as it was settled: by the statement that lists that amount, else
 * by the last one before it that came to it. Statements have the two amounts alone; both computations are done again here.
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
  const now = computationOf(found, entry);
  // what lies further back than the first that came to it need not be computed
  for (const index of listingFirst(before, about)) {
    const each = before[index];
    const line = each === undefined ? null : lineIn(each, before.slice(0, index), events, about);
    const computation = each === undefined || line === null ? null : computationOf(line, each);
    if (computation !== null && computation.amount === amount) return { settled: computation, now };
  }
  return { settled: null, now };
}

/** Where a line may have been settled: the last statement that lists it and holds it not, then all that measured its period, the newest first. */
function listingFirst(
  before: readonly LedgerEntry[],
  { period, line: about }: { readonly period: PeriodId; readonly line: string },
): number[] {
  const lists = ({ statement }: LedgerEntry) => {
    const id = statement.period === period ? about : trueUpId(period, about);
    return statement.lines.some((line) => line.id === id && !line.held);
  };
  const listing = before.findLastIndex(lists);
  const others = before.flatMap(({ statement }, index) => (statement.period < period || index === listing ? [] : [index]));
  return [...(listing < 0 ? [] : [listing]), ...others.toReversed()];
}

/** What frozen lines come to as a statement measures them, by `<period>/<line>`: what is computed is what a lapse would pay. */
export function computedWhileFrozen(
  entry: LedgerEntry,
  before: readonly LedgerEntry[],
  events: readonly ContractEvent[],
): ReadonlyMap<string, string> {
  if (!hasFrozen(entry.statement)) return new Map();
  return new Map(
    recomputed(entry, before, events).flatMap((line) => {
      const { amount } = computationOf(line, entry);
      return line.life.state === 'frozen' && amount !== null ? [[`${line.period}/${line.id}`, amount] as const] : [];
    }),
  );
}

/** Whether a dispute has frozen a line that a statement carries. */
export function hasFrozen({ carried }: Pick<StatementBody, 'carried'>): boolean {
  return carried.lines.some(({ life }) => life.state === 'frozen');
}

function lineIn(
  entry: LedgerEntry,
  before: readonly LedgerEntry[],
  events: readonly ContractEvent[],
  about: { readonly period: PeriodId; readonly line: string },
): SettledLine | null {
  return recomputed(entry, before, events).find(({ period, id }) => period === about.period && id === about.line) ?? null;
}

/** All lines as a statement computed them. */
function recomputed(entry: LedgerEntry, before: readonly LedgerEntry[], events: readonly ContractEvent[]): readonly SettledLine[] {
  const counted = new Set(entry.statement.events.map(({ file }) => file));
  const input = inputAgain(
    entry,
    before,
    events.filter(({ file }) => counted.has(file)),
    entry.statement,
  );
  return recompute(input, viewPeriods(input), null).lines;
}

function computationOf({ raw }: SettledLine, { statement, terms }: LedgerEntry): Computation {
  const { inputs, formula } = raw.told();
  const amount = raw.value === null ? null : moneyText(roundMoney(raw.value, statement.currency, terms.contract.rounding));
  return { by: statement.period, inputs, formula, amount };
}
