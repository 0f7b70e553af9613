import type { ColumnSight } from './columns.js';
import {
  isAbout,
  isCalledNumber,
  isCalledPersonal,
  isNaming,
  isNoKey,
  isOfKinds,
  isOfOrders,
  isOfParts,
  isOfPayouts,
  isOfRefunds,
  momentOf,
  momentRank,
} from './headers.js';
import { trimmed } from './numbers.js';

/*
 * Which columns make a row unique: by what their headers say, and by what stands in the rows that were looked at.
 */

type Rows = readonly (readonly string[])[];

/** Whether a column says who somebody is. An amount or a count does not, whatever it is called: what a customer paid. */
export function isPersonal({ header, kind, amount }: ColumnSight): boolean {
  return isCalledPersonal(header) && !(kind === 'number' && (amount || isCalledNumber(header)));
}

/**
 * How probably a column says on which day a row's money is, least first. A day that all rows have alike may be the file's, unless it is
 * called after a payment.
 */
function dayRank({ header, filled, distinct }: ColumnSight): number {
  const own = momentRank(momentOf(header));
  const isAlike = filled > 1 && distinct === 1;
  return isAlike && own > momentRank('paid') ? Math.max(own, momentRank('whole') + 0.5) : own;
}

/** Columns of times, those first on which money more probably is; of those called alike the one that comes before others. */
export function daysFirst(times: readonly ColumnSight[]): ColumnSight[] {
  const isDate = ({ time, either }: ColumnSight): boolean => time?.kind === 'date' || either !== null;
  return times.toSorted(
    (a, b) => dayRank(a) - dayRank(b) || Number(a.later) - Number(b.later) || Number(isDate(b)) - Number(isDate(a)) || a.index - b.index,
  );
}

const MOST_KEYS = 6;

/** The names that stand there once; none of nothing. */
export function aloneIn(names: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].flatMap(([name, count]) => (count === 1 && name !== '' ? [name] : [])));
}

/**
 * The fewest columns, of those that can be keys, that no two rows have alike: the number of an order, or a day and what its rows are
 * about. Empty: none are found.
 */
export function keysOf(columns: readonly ColumnSight[], rows: Rows): { readonly keys: string[]; readonly isSure: boolean } {
  const alone = aloneIn(columns.map(({ header }) => header.trim()));
  const usable = columns.filter((each) => alone.has(each.header.trim()) && each.kind !== 'empty' && !isPersonal(each));
  const isWhole = ({ filled }: ColumnSight): boolean => filled === rows.length;
  const numbering = usable.filter((each) => isWhole(each) && each.kind !== 'time' && (each.distinct > 1 || rows.length < 2));
  // an order may have several refunds, payouts and parts, though none of those looked at has
  const fine = [isOfRefunds, isOfPayouts, isOfParts];
  const orders = numbering.filter(({ header }) => isOfOrders(header) && !fine.some((isFiner) => isFiner(header)));
  const finer = fine.flatMap((isFiner) => numbering.filter(({ header }) => isFiner(header)));
  const days = daysFirst(
    usable.filter(({ header, kind, either, time, filled }) => {
      // a later download may expect another day of the same row
      const isDay = kind === 'time' && (either !== null || time?.kind === 'date') && momentOf(header) !== 'planned';
      // a total above or below the rows has no day
      return isDay && (filled >= rows.length - 1 || filled * 10 >= rows.length * 9);
    }),
  );
  const texts = usable.filter(({ header, kind }) => kind === 'text' && !isNoKey(header) && !isOfOrders(header));
  const about = texts.filter((each) => !isRowNumber(each, rows)).toSorted((one, other) => rank(one) - rank(other));
  const headers = (keys: readonly ColumnSight[]): string[] => keys.map(({ header }) => header.trim());
  // of a platform's number of the whole order and that of each of its items, only the latter tells rows apart
  const single = [...finer, ...orders].find((each) => isKey([each], rows));
  // what is of several orders tells them apart with an order's number alone
  const both = finer.filter(({ header }) => isOfRowsOwn(header)).map((each) => [each, ...orders.slice(0, 1)]);
  const own = single !== undefined && finer.includes(single) ? [single] : both.find((each) => isKey(each, rows));
  if (own !== undefined) return { keys: headers(own), isSure: true };
  if (single !== undefined) return { keys: headers([single]), isSure: true };
  const id = texts.find((each) => isWhole(each) && (isNaming(each.header) || isIds(each, rows)) && isKey([each], rows));
  // an order's payment and its refund are told apart by what kind they are, where nothing else does
  const kinds = usable.filter(({ header, kind }) => kind === 'text' && isOfKinds(header) && !about.some((each) => each.header === header));
  for (const [base, others] of [
    ...orders.slice(0, 1).flatMap((order) => [[order, about] as const, [order, [...kinds, ...about]] as const]),
    ...days.map((day) => [day, about] as const),
  ]) {
    const found = keyWith(base, others, { rows, isDay: days.includes(base) });
    // a day alone is no key of what has a number of its own
    if (found !== null && (found.length > 1 || id === undefined)) return { keys: headers(found), isSure: true };
  }
  if (id !== undefined) return { keys: headers([id]), isSure: true };
  const likely =
    orders.length > 0
      ? orders.slice(0, 1)
      : [...days.slice(0, 1), ...about.filter((each) => isWhole(each) && isAbout(each.header)).slice(0, MOST_KEYS - 1)];
  return { keys: headers(likely), isSure: false };
}

/** Whether a column has the numbers of refunds or payouts, of which each row is one. */
export const isOfRowsOwn = (header: string): boolean => isOfRefunds(header) || isOfPayouts(header);

/** Whether a column counts the rows of its file, up or down: the same row has another number in the next file. */
function isRowNumber({ index }: ColumnSight, rows: Rows): boolean {
  const values = rows.map((row) => trimmed(row[index] ?? ''));
  return values.every((value, at) => value === String(at + 1)) || values.every((value, at) => value === String(rows.length - at));
}

const isKey = (keys: readonly ColumnSight[], rows: Rows): boolean =>
  keys.length > 0 && new Set(rows.map((row) => keys.map(({ index }) => trimmed(row[index] ?? '')).join('\u0000'))).size === rows.length;

/** The fewest columns with a first one that no two of its rows have alike; null: there are none. A row without it is a total. */
function keyWith(
  base: ColumnSight,
  about: readonly ColumnSight[],
  { rows: all, isDay }: { readonly rows: Rows; readonly isDay: boolean },
): readonly ColumnSight[] | null {
  const rows = all.filter((row) => (row[base.index] ?? '').trim() !== '');
  const others = about.filter(({ index }) => rows.every((row) => (row[index] ?? '').trim() !== ''));
  const most = [base, ...others.slice(0, MOST_KEYS - 1)];
  // a few days of one campaign each are no proof that a day is enough
  const least = isDay && others.some(({ header }) => isAbout(header)) ? 1 : 0;
  const count = most.findIndex((_, index) => index >= least && isKey(most.slice(0, index + 1), rows));
  if (count === -1) return null;
  const found = most.slice(0, count + 1);
  // what a row is about comes first; what the others make unique without is left out
  return found.reduceRight<readonly ColumnSight[]>((kept, key) => {
    const less = kept.filter((each) => each !== key);
    return key !== base && key !== most[least] && isKey(less, rows) ? less : kept;
  }, found);
}

/** Whether values are names that a machine gives: in one word, with a digit. */
function isIds({ index }: ColumnSight, rows: Rows): boolean {
  return rows.length > 1 && rows.every((row) => /^(?=.*[0-9])[\w#./-]+$/.test(trimmed(row[index] ?? '')));
}

/** Ids before names of what rows are about, before other text. */
function rank({ header }: ColumnSight): number {
  return (isAbout(header) ? 0 : 2) + (isNaming(header) ? 0 : 1);
}
