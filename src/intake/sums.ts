import { totalMark } from '../kernel/totals.js';
import type { ColumnSight } from './columns.js';
import type { Lines } from './lines.js';
import { bare, isNumeric, trimmed } from './numbers.js';
import { MONEY } from './odd-values.js';

/** Lines of totals that a file has and that are left out. */
export interface TotalsSeen {
  readonly count: number;
  /** Where the first stands. */
  readonly place: number;
  /** The amounts of the first total of all rows that are the sums of the rows, and those that are not; null: there is none, or not all rows were looked at. */
  readonly sums: { readonly agree: readonly string[]; readonly differ: readonly string[] } | null;
}

/** Ratios and means: added up they are nothing. */
export const RATIO =
  /\bper\b|\bcp[acmov]\b|roas|\brate\b|average|\bavg|\bctr\b|\bcvr\b|\/|share|frequency|率|均|单次|每次|千次|成本(?=.*每)|占比|单价/i;

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
      !RATIO.test(header) &&
      (amount || MONEY.test(header)) &&
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

/** The columns of text in which some rows say `Total` and nothing else. */
export function totalsAmong({ rows, places }: Pick<Lines, 'rows' | 'places'>, columns: readonly ColumnSight[]): TotalsAmong[] {
  return columns.flatMap(({ header, kind, index }) => {
    if (kind !== 'text') return [];
    const own = rows.flatMap((row, at) => {
      const value = trimmed(row[index] ?? '');
      return value !== '' && totalMark(value) === value ? [places[at] ?? 0] : [];
    });
    const [place] = own;
    return place === undefined || own.length === rows.length ? [] : [{ header: header.trim(), count: own.length, place }];
  });
}

/** Whether a number is the exact sum of others, whichever of point and comma stands before decimals; a value that is no number counts as nothing. */
export function isSumOf(total: string, values: readonly string[]): boolean {
  return (['.', ','] as const).some((point) => {
    const [wanted, ...parts] = [total, ...values.map((each) => (isNumeric(each) ? each : '0'))].map((each) => scaled(each, point));
    return wanted != null && parts.every((each) => each !== null) && parts.reduce<bigint>((sum, each) => sum + (each ?? 0n), 0n) === wanted;
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
