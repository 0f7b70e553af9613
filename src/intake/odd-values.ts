import { failureOf, isNumeric, isOddlyNegative } from './numbers.js';
import { isTimeIn, type TimesSeen, timeFormOfMost } from './times.js';

/*
 * Columns that hold numbers or times but for a few values: a word in a column of costs, a day that is none. The few are named, so that
 * one cell does not make text of a column that is to be added up.
 */

/** Values of a column that are not what the others are: how many, and the line (of a sheet the row) of the first. */
export interface OddValues {
  readonly of: 'number' | 'negative' | 'time' | 'error' | 'formula';
  readonly count: number;
  readonly line: number;
}

/** A value, and the line on which it stands. */
export interface Placed {
  readonly value: string;
  readonly line: number;
}

/** What columns of amounts are called. */
export const MONEY =
  /amount|cost|spend|spent|sales|revenue|subtotal|total|price|gmv|\bpaid\b(?! ?(at|on|time|date))|金[额額]|花[费費]|消耗|[费費]用|[实實]付|销售额|銷售額|成交额|売上|支払額|금액|결제액|비용|매출|광고비|betrag|kosten|umsatz|importe|coste|gasto|montant|coût|valor|ricavi|costo/i;
/** What columns of counts are called. */
const COUNTS =
  /impressions|clicks|quantity|\bqty\b|\bunits\b|orders|views|展现|展示|曝光|点击|點擊|数量|數量|件数|件數|노출|클릭|수량|クリック|表示回数/i;
/** What columns of times are called. */
const TIMES =
  /\bdate\b|\bday\b|\btime\b|_at$|_(date|day|time)$|^(date|day|time)_|\bat$|日期|时间|時間|单日|^天$|日付|日時|날짜|일시|일자|결제일|주문일|datum|fecha|^tag$|^jour$/i;

/** The values of a column of numbers that are none; null: it is no such column. */
export function oddNumbers(header: string, values: readonly Placed[]): OddValues | null {
  const odd = isCalledNumber(header) ? oddOf('number', values, ({ value }) => isNumeric(value)) : null;
  return odd === null || odd.count * 2 > values.length ? null : odd;
}

/** The negative values of a column of numbers that are written as accountants write them; null: there are none, or it is no such column. */
export function oddNegatives(values: readonly Placed[]): OddValues | null {
  const odd = oddOf('negative', values, ({ value }) => isNumeric(value));
  return odd !== null && values.every(({ value }) => isNumeric(value) || isOddlyNegative(value)) ? odd : null;
}

/** How most values of a column of times are written, null where most are no times, and those that are not; null: it is no such column. */
export function oddTimes(
  header: string,
  values: readonly Placed[],
): { readonly time: TimesSeen | null; readonly odd: OddValues | null } | null {
  if (!isCalledTime(header)) return null;
  const most = timeFormOfMost(values.map(({ value }) => value));
  const odd = oddOf('time', values, ({ value }) => most !== null && isTimeIn(value, most));
  return { time: odd === null || odd.count * 2 <= values.length ? most : null, odd };
}

/** The cells of a column that are errors of formulas, or formulas that nobody computed; null: there are none. */
export function failedCells(values: readonly Placed[]): OddValues | null {
  const [first] = values;
  const of = first === undefined ? null : failureOf(first.value);
  return first === undefined || of === null ? null : { of, count: values.length, line: first.line };
}

/** Whether a column is called as columns of times are. */
export function isCalledTime(header: string): boolean {
  return TIMES.test(header);
}

/** Whether a column is called as columns of numbers are. */
export function isCalledNumber(header: string): boolean {
  return MONEY.test(header) || COUNTS.test(header);
}

/** The values that are unlike the others; null: there are none. */
function oddOf(of: OddValues['of'], values: readonly Placed[], isLike: (placed: Placed) => boolean): OddValues | null {
  const odd = values.filter((each) => !isLike(each));
  const [first] = odd;
  return first === undefined ? null : { of, count: odd.length, line: first.line };
}
