import { totalMark } from '../kernel/totals.js';
import type { ColumnSight } from './columns.js';
import { isCalledMoney, isRatio } from './headers.js';
import type { Lines } from './lines.js';
import { bare, isNumeric, trimmed } from './numbers.js';

/** Lines of totals that a file has and that are left out. */
export interface TotalsSeen {
  readonly count: number;
  /** Where the first stands. */
  readonly place: number;
  /** The amounts of the first total of all rows that are the sums of the rows, and those that are not; null: there is none, or not all rows were looked at. */
  readonly sums: { readonly agree: readonly string[]; readonly differ: readonly string[] } | null;
}

/** What is known of lines of totals; null: there are none. */
export function totalsSeen(
  { totals, rows, isWhole }: Pick<Lines, 'totals' | 'rows' | 'isWhole'>,
  columns: readonly ColumnSight[],
): TotalsSeen | null {
  const [first] = totals;
  if (first === undefined) return null;
  const whole = totals.find(({ isOfPart }) => !isOfPart);
  if (whole === undefined || !isWhole) return { count: totals.length, place: first.place, sums: null };
  const amounts = columns.filter(
    ({ kind, percent, amount, header, index }) =>
      kind === 'number' &&
      !percent &&
      !isRatio(header) &&
      (amount || isCalledMoney(header)) &&
      isNumeric(bare(whole.fields[index] ?? '').value),
  );
  const isRight = ({ index }: ColumnSight): boolean =>
    isSumOf(
      bare(whole.fields[index] ?? '').value,
      rows.map((row) => bare(row[index] ?? '').value),
    );
  const named = (found: readonly ColumnSight[]): string[] => found.map(({ header }) => header.trim());
  const sums = { agree: named(amounts.filter(isRight)), differ: named(amounts.filter((each) => !isRight(each))) };
  return { count: totals.length, place: first.place, sums: amounts.length === 0 ? null : sums };
}

/** A column in which some rows say that they add up others, and are still rows: how many, and where the first stands. */
export interface TotalsAmong {
  readonly header: string;
  readonly count: number;
  readonly place: number;
}

/** The columns of text in which some rows say `Total` and nothing else, or that they are of all, and come to what the others do. */
export function totalsAmong(
  { rows, places, isWhole }: Pick<Lines, 'rows' | 'places' | 'isWhole'>,
  columns: readonly ColumnSight[],
): TotalsAmong[] {
  const day = columns.find(({ kind }) => kind === 'time')?.index;
  const last = day === undefined || isWhole ? undefined : rows.at(-1)?.[day];
  // of a file of which the end was not looked at, the last day lacks some of its rows
  const whole = last === undefined ? rows : rows.filter((row) => row[day ?? 0] !== last);
  const amounts = columns.filter((each) => each.kind === 'number' && !each.percent && !isRatio(each.header));
  return columns.flatMap(({ header, kind, index }) => {
    if (kind !== 'text') return [];
    const own = placesOf(rows, (row) => isTotal(trimmed(row[index] ?? '')));
    const all = own.length > 0 || !isAddedUp(whole, { index, amounts }) ? own : placesOf(rows, (row) => isOfAll(row, index));
    const [first] = all;
    const place = first === undefined ? undefined : places[first];
    return place === undefined || all.length === rows.length ? [] : [{ header: header.trim(), count: all.length, place }];
  });
}

const isTotal = (value: string): boolean => value !== '' && totalMark(value) === value;

/** How a row says that it is of all: all, all campaigns, 全部计划. A name may begin so too: what its amounts come to tells. */
const ALL =
  /^((all|overall|every|global|worldwide|alle|todos|todas|tous|toutes|tutti|tutte)(?![a-z0-9\u00c0-\u024f])|全部|整体|所有|不限|全国|全店|全站|全球|全体|すべて|全て|전체|모든|全世界|weltweit)/i;

const isOfAll = (row: readonly string[], index: number): boolean => ALL.test(trimmed(row[index] ?? ''));

const placesOf = (rows: Lines['rows'], is: (row: readonly string[]) => boolean): number[] =>
  rows.flatMap((row, at) => (is(row) ? [at] : []));

/** Whether some amount of the rows that say so is what it comes to in the others: then they add them up. */
function isAddedUp(rows: Lines['rows'], { index, amounts }: { readonly index: number; readonly amounts: readonly ColumnSight[] }): boolean {
  if (!rows.some((row) => isOfAll(row, index))) return false;
  return amounts.some((amount) => {
    const values = (of: boolean) => rows.filter((row) => isOfAll(row, index) === of).map((row) => bare(row[amount.index] ?? '').value);
    return isSameSum(values(true), values(false));
  });
}

/** Whether numbers come to what others do, and not to nothing. */
function isSameSum(some: readonly string[], others: readonly string[]): boolean {
  return (['.', ','] as const).some((point) => {
    const [one, other] = [some, others].map((values) => sumOf(values, point));
    return one != null && one === other && one !== 0n;
  });
}

/** The sum of numbers, where the point is this; null: some are not written so. A value that is no number counts as nothing. */
function sumOf(values: readonly string[], point: '.' | ','): bigint | null {
  const parts = values.map((each) => scaled(isNumeric(each) ? each : '0', point));
  return parts.every((each) => each !== null) ? parts.reduce<bigint>((sum, each) => sum + (each ?? 0n), 0n) : null;
}

/** Whether a number is the exact sum of others, whichever of point and comma stands before decimals; a value that is no number counts as nothing. */
export function isSumOf(total: string, values: readonly string[]): boolean {
  return (['.', ','] as const).some((point) => {
    const wanted = scaled(total, point);
    return wanted !== null && sumOf(values, point) === wanted;
  });
}

/** Digits after the point that are compared. */
const PLACES = 12;

/** A number in units of its last place that is compared; null: it is none where the point is this. */
function scaled(value: string, point: '.' | ','): bigint | null {
  const [, sign = '', whole = '', part = ''] =
    new RegExp(`^([+-]?)([0-9${point === '.' ? ',' : '.'}' \u00a0\u202f]*)(?:[${point}]([0-9]{0,${PLACES}}))?$`).exec(value) ?? [];
  const digits = whole.replace(/[^0-9]/g, '');
  if (digits === '' && part === '') return null;
  const size = BigInt(`${digits}${part.padEnd(PLACES, '0')}`);
  return sign === '-' ? -size : size;
}
