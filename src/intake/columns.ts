import type { FileFormat } from '../contract/model.js';
import { endingsOf } from '../kernel/zone-letters.js';
import { epochOf } from './epoch.js';
import {
  bare,
  exampleOf,
  failureOf,
  isNothing,
  isNumeric,
  type NumberForm,
  numbersOf,
  paddingOf,
  trimmed,
  type Unclear,
} from './numbers.js';
import { failedCells, isCalledNumber, type OddValues, oddNegatives, oddNumbers, oddTimes } from './odd-values.js';
import { type Repeated, repeatedIn } from './repeated.js';
import { type TimesSeen, timesOf } from './times.js';

/*
 * What stands in the columns of a table: numbers, times, text, and how they are written.
 */

/** What a column seems to hold. */
export interface ColumnSight {
  readonly header: string;
  readonly index: number;
  readonly kind: 'number' | 'time' | 'text' | 'empty';
  /** What stands around its values, to be taken off. */
  readonly strip: readonly string[];
  readonly time: TimesSeen | null;
  /** Two ways in which all its times can be read. */
  readonly either: readonly [string, string] | null;
  /** Rows with a value, and different ones among them. */
  readonly filled: number;
  readonly distinct: number;
  /** Whether any number has decimals, or a currency stands beside it: then it is an amount. */
  readonly amount: boolean;
  /** Whether any number has more decimals than are read without a word: a platform writes what it computed. */
  readonly long: boolean;
  /** Shares of a hundred add up to nothing. */
  readonly percent: boolean;
  /** Of a column of currencies or marketplaces, the one in most rows; null: none, or not such a column. */
  readonly most: string | null;
  /** The line of the first whole number that a spreadsheet has rounded: `1.2021E+17`. Its last digits are lost. Null: there is none. */
  readonly rounded: number | null;
  /** Of a column that is called as times are, what its whole numbers count since 1970; null: nothing. */
  readonly epoch: 's' | 'ms' | null;
  /** Of a column that is called so or holds mostly such, the values that are no numbers or times; null: there are none. */
  readonly odd: OddValues | null;
}

export interface ColumnsSeen {
  readonly columns: readonly ColumnSight[];
  readonly format: Pick<FileFormat, 'decimal' | 'thousands' | 'nulls'>;
  readonly unclear: Unclear | null;
  readonly keys: readonly string[];
  /** Whether no two of the rows looked at have them alike. */
  readonly isKey: boolean;
  /** Amounts of orders that stand on each of their rows; null: there are none. */
  readonly repeated: Repeated | null;
  /** Rows below the header that describe columns. */
  readonly descriptions: number;
}

/** Rows right below the header that may be descriptions. */
const DESCRIPTIONS = 3;

type Rows = readonly (readonly string[])[];

/** A table's rows, with the lines on which they stand. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: Rows;
  readonly places: readonly number[];
}

/** Looks at a table's columns. */
export function columnsSeen({ header, rows, places }: Table): ColumnsSeen {
  const descriptions = descriptionsOf(header, rows);
  const data = rows.slice(descriptions);
  const lines = places.slice(descriptions);
  const nulls = new Set<string>();
  const columns = asTheOthers(header.map((name, index) => columnSeen({ name, index }, data, lines, nulls)));
  const numbers = columns
    .filter(({ kind, percent }) => kind === 'number' && !percent)
    .flatMap(({ index }) => valuesOf(data, index).map((value) => bare(value).value))
    .filter((value) => !isNothing(value) && isNumeric(value));
  const seen = numbersOf(numbers);
  const { keys, isSure } = keysOf(columns, data);
  const format = {
    ...('form' in seen && seen.form !== null ? declared(seen.form) : {}),
    ...(nulls.size > 0 ? { nulls: [...nulls] } : {}),
  };
  const orders = columns.filter(({ header, kind, distinct }) => ORDER.test(header) && kind !== 'time' && distinct > 0);
  const repeated = repeatedIn(columns, orders, data);
  return { columns, format, unclear: 'unclear' in seen ? seen.unclear : null, keys, isKey: isSure, repeated, descriptions };
}

function declared({ decimal, thousands }: NumberForm): Pick<FileFormat, 'decimal' | 'thousands'> {
  return { ...(decimal === null ? {} : { decimal }), ...(thousands === null ? {} : { thousands }) };
}

/** How numbers of a format look; null where as everywhere. */
export function numbersLike({ decimal, thousands }: FileFormat): string | null {
  if (decimal === undefined && thousands === undefined) return null;
  const mark = (text: string | undefined) => ([',', '.', "'", ' '] as const).find((each) => each === text) ?? null;
  return exampleOf({ decimal: decimal === ',' ? ',' : null, thousands: mark(thousands) });
}

function valuesOf(rows: Rows, index: number): string[] {
  return rows.flatMap((row) => {
    const value = row[index] ?? '';
    return value.trim() === '' ? [] : [value];
  });
}

/** A number of twelve digits and more, as spreadsheets show it. */
const ROUNDED = /^[1-9](?:[.,][0-9]+)?E\+(?:1[1-9]|[2-9][0-9])$/i;

/** More digits behind the point than a value may have: a program's, which nobody typed. */
const LONG_PART = /[.,][0-9]{9,}[1-9]/;

/** Columns whose values say whose file it is, and nothing of any row. */
const WHOSE =
  /^(currency( code)?|marketplace([- ]name)?|(币种|货币)(代码)?|währung(scode)?|(código de )?(moneda|divisa)|(code de )?devise)$/i;

/** Numbers that name something: whoever adds them up adds up nothing. */
const NAMES =
  /\b(id|ids|identifier|identificador|identifiant|no|number|code|asin|ean|upc|zip|postcode|phone|tel|mobile)\b|_id$|\bsku$|编号|编碼|編號|单号|單號|订单号|番号|번호|号码|電話|电话|手机|邮编|编码|条码|코드/i;
/** Its letters are large: what is paid ends with them too. */
const NAMED_ID = /(^|[^A-Z])ID$/;
const isNaming = (header: string): boolean => NAMES.test(header) || NAMED_ID.test(header.trim());

/** More digits than any amount or count has. */
const LONG = /^[0-9]{13,}$/;

/** Numbers of this many digits and more, without any mark, may number what stands in the rows. */
const NUMBERING = /^[1-9][0-9]{3,}$/;

/** Whether numbers count on from row to row, as those of orders do: all different and close to each other. */
function isNumbering(values: readonly string[]): boolean {
  if (values.length < 2 || !values.every((value) => NUMBERING.test(value)) || new Set(values).size < values.length) return false;
  const numbers = values.map(Number);
  return Math.max(...numbers) - Math.min(...numbers) < values.length * 3;
}

/** @param places lines of the rows; null: a few values that are unlike the others make text of a column. */
function columnSeen(
  { name: header, index }: { readonly name: string; readonly index: number },
  rows: Rows,
  places: readonly number[] | null,
  nulls: Set<string>,
): ColumnSight {
  const placed = rows.flatMap((row, at) => {
    const value = row[index] ?? '';
    return value.trim() === '' ? [] : [{ value, line: places?.[at] ?? 0 }];
  });
  const values = placed.map(({ value }) => value);
  const base = {
    header,
    index,
    strip: [],
    time: null,
    either: null,
    amount: false,
    long: false,
    percent: false,
    most: WHOSE.test(header.trim()) ? mostOf(values) : null,
    epoch: epochOf(header, values.map(trimmed)),
    rounded: placed.find(({ value }) => ROUNDED.test(trimmed(value)))?.line ?? null,
    odd: null,
    filled: values.length,
    distinct: new Set(values).size,
  };
  if (values.length === 0) return { ...base, kind: 'empty' };
  const nothing = values.filter(isNothing).map(trimmed);
  const failed = failedCells(placed.filter(({ value }) => failureOf(value) !== null));
  const bares = placed.flatMap(({ value, line }) => (isNothing(value) || failureOf(value) !== null ? [] : [{ ...bare(value), line }]));
  const own = bares.map(({ value }) => value);
  const strip = [...new Set(bares.flatMap((each) => each.strip))];
  // What is there to be read is no value with it, and no key that another file has without it, until that is declared.
  const padding = paddingOf(values);
  const note = () => {
    for (const each of nothing) nulls.add(each);
  };
  const isName =
    isNaming(header) ||
    strip.includes('="') ||
    (own.length > 0 && own.every((value) => LONG.test(value))) ||
    (!isCalledNumber(header) && isNumbering(own));
  const times = timesOf(own);
  if (times !== null && !(own.every(isNumeric) && isNaming(header))) {
    note();
    const marks = [...strip, ...padding, ...(endingsOf(times.letters) ?? [])];
    if ('either' in times) return { ...base, kind: 'time', strip: marks, either: times.either, odd: failed };
    return { ...base, kind: 'time', strip: marks, time: times, odd: failed };
  }
  const oddNumber = places === null || isName ? null : (oddNegatives(bares) ?? oddNumbers(header, bares));
  const isNumber = own.length > 0 ? own.every(isNumeric) || oddNumber !== null : failed !== null && isCalledNumber(header);
  if (isNumber && !isName) {
    note();
    const marks = [...new Set(bares.flatMap((each) => (isNumeric(each.value) ? each.strip : [])))];
    const percent = marks.includes('%');
    const amount = !percent && (marks.length > 0 || own.some((value) => isNumeric(value) && /[.,][0-9]{1,2}$/.test(value)));
    return {
      ...base,
      kind: 'number',
      strip: [...marks, ...padding],
      percent,
      amount,
      long: own.some((value) => LONG_PART.test(value)),
      odd: oddNumber ?? failed,
    };
  }
  const oddTime = places === null ? null : oddTimes(header, bares);
  if (oddTime?.time != null) {
    note();
    return { ...base, kind: 'time', strip: [...strip, ...padding, ...(endingsOf(oddTime.time.letters) ?? [])], ...oddTime };
  }
  return { ...base, kind: 'text', strip: [...(strip.includes('="') ? strip : []), ...padding], odd: oddTime?.odd ?? failed };
}

/** Times that may be read in two ways, as another column of the file has them where that tells. */
function asTheOthers(columns: readonly ColumnSight[]): ColumnSight[] {
  const known = new Map(columns.flatMap(({ time }) => (time?.format == null ? [] : [[time.format, time] as const])).toReversed());
  return columns.map((column) => {
    const [like, other] = column.either?.flatMap((format) => known.get(format) ?? []) ?? [];
    return like === undefined || other !== undefined ? column : { ...column, either: null, time: like };
  });
}

function mostOf(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values.map(trimmed)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** How many rows below the header say what columns mean: without them more columns hold numbers and times. */
function descriptionsOf(header: readonly string[], rows: Rows): number {
  const typed = (from: number): number =>
    header.filter((name, index) => {
      const { kind } = columnSeen({ name, index }, rows.slice(from), null, new Set());
      return kind === 'number' || kind === 'time';
    }).length;
  const all = typed(0);
  for (let from = 1; from <= Math.min(DESCRIPTIONS, rows.length - 1); from += 1) {
    const first = rows.slice(0, from);
    const isText = first.every((row) => {
      const filled = row.map(trimmed).filter((field) => field !== '');
      return filled.length * 2 > row.length && filled.every((field) => !isNumeric(bare(field).value) && timesOf([field]) === null);
    });
    if (isText && typed(from) > all) return from;
  }
  return 0;
}

const ORDER =
  /\b(order|transaction|payment|refund|settlement|record) ?-?_?(id|no|number)\b|^(name|order)$|订单编号|订单号|訂單編號|訂單號|主订单|流水号|交易号|주문번호|거래번호|注文番号|取引番号|(no|n[º°]|n[uú]mero|id)\.? ?(d[aeo]l? ?|de )?(pesanan|pedido|commande|ordine|orden)\b|bestell-?(nummer|nr)|mã đơn hàng|หมายเลขคำสั่งซื้อ/i;
/** Text that says who somebody is: never a key, and never needed. */
const PERSONAL =
  /e-?mail|phone|\btel\b|mobile|address|street|city|zip|postcode|customer|buyer|recipient|receiver|first name|last name|full name|billing|shipping (name|company|province|country)|notes?|收货|收件|买家(?!实际|应付|实付|付款)|姓名|电话|手机|地址|邮编|会员|留言|备注|昵称|이름|성명|고객|구매자|수령인|연락처|전화|주소|우편|메모|氏名|住所|電話|購入者/i;

/** Whether a column says who somebody is. An amount or a count does not, whatever it is called: what a customer paid. */
export function isPersonal({ header, kind, amount }: ColumnSight): boolean {
  return PERSONAL.test(header) && !(kind === 'number' && (amount || isCalledNumber(header)));
}

/** The first and the last day that a file is about stand in each of its rows, and are the day of none. */
const SPAN =
  /\b(start|end)(s|ed|ing)?\b|\b(from|to|until)\b|开始|结束|起始|截止|開始|終了|시작|종료|inicio|\bfin\b|beginn|anfang|ende\b|début/i;

/** Columns of times, those first that tell the rows apart: a day before what the whole file is about, and before what all rows have alike. */
export function daysFirst(times: readonly ColumnSight[]): ColumnSight[] {
  const isAlike = ({ filled, distinct }: ColumnSight): boolean => filled > 1 && distinct === 1;
  const rank = (time: ColumnSight): number => Number(SPAN.test(time.header)) * 2 + Number(isAlike(time));
  return times.toSorted((a, b) => rank(a) - rank(b));
}

/** What rows of advertising and of goods are about. */
const ABOUT =
  /campaign|ad ?set|ad ?group|\bad\b|ad name|creative|keyword|sku|asin|product|item|marketplace|channel|kampagne|anzeige|campaña|anuncio|campagne|publicité|计划|单元|广告|创意|关键词|商品|店铺|渠道|廣告|캠페인|광고|소재|키워드|상품|매장|채널|キャンペーン|広告|キーワード/i;
/** Text that says how something stands, in which currency or what share it has: two rows may differ in it, and still be one. */
const NO_KEY =
  /status|state|状态|狀態|상태|状態|currency|币种|货币|幣別|통화|通貨|währung|moneda|divisa|devise|delivery|ranking|share|setting|budget|objective|type/i;
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
function keysOf(columns: readonly ColumnSight[], rows: Rows): { readonly keys: string[]; readonly isSure: boolean } {
  const alone = aloneIn(columns.map(({ header }) => header.trim()));
  const usable = columns.filter((each) => alone.has(each.header.trim()) && each.kind !== 'empty' && !isPersonal(each));
  const isWhole = ({ filled }: ColumnSight): boolean => filled === rows.length;
  const orders = usable.filter(
    (each) => isWhole(each) && ORDER.test(each.header) && each.kind !== 'time' && (each.distinct > 1 || rows.length < 2),
  );
  const days = daysFirst(
    usable.filter(({ kind, either, time, filled }) => {
      const isDay = kind === 'time' && (either !== null || time?.kind === 'date');
      // a total above or below the rows has no day
      return isDay && (filled >= rows.length - 1 || filled * 10 >= rows.length * 9);
    }),
  );
  const texts = usable.filter(({ header, kind }) => kind === 'text' && !NO_KEY.test(header) && !ORDER.test(header));
  const about = texts.filter((each) => !isRowNumber(each, rows)).toSorted((one, other) => rank(one) - rank(other));
  const headers = (keys: readonly ColumnSight[]): string[] => keys.map(({ header }) => header.trim());
  // of a platform's number of the whole order and that of each of its items, only the latter tells rows apart
  const single = orders.find((each) => isKey([each], rows));
  if (single !== undefined) return { keys: headers([single]), isSure: true };
  for (const base of [...orders.slice(0, 1), ...days]) {
    const found = keyWith(base, about, { rows, isDay: days.includes(base) });
    if (found !== null) return { keys: headers(found), isSure: true };
  }
  const id = texts.find((each) => isWhole(each) && (isNaming(each.header) || isIds(each, rows)) && isKey([each], rows));
  if (id !== undefined) return { keys: headers([id]), isSure: true };
  const likely =
    orders.length > 0
      ? orders.slice(0, 1)
      : [...days.slice(0, 1), ...about.filter((each) => isWhole(each) && ABOUT.test(each.header)).slice(0, MOST_KEYS - 1)];
  return { keys: headers(likely), isSure: false };
}

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
  const least = isDay && others.some(({ header }) => ABOUT.test(header)) ? 1 : 0;
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
  return (ABOUT.test(header) ? 0 : 2) + (isNaming(header) ? 0 : 1);
}
