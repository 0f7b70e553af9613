import type { FileFormat } from '../contract/model.js';
import { isCurrency } from '../kernel/money.js';
import { distinct } from '../kernel/objects.js';
import { inForm } from '../kernel/text.js';
import { zoneOfLetters } from '../kernel/zone-letters.js';
import { aloneIn, type ColumnSight, daysFirst, isPersonal } from './columns.js';
import { MONEY } from './odd-values.js';
import type { Sight } from './sight.js';
import { RATIO } from './sums.js';

/*
 * What is proposed to be written into definitions: a table with `format` and `columns`, one measure, one metric. A draft: whoever
 * takes it over says what is meant.
 */

/** A column as `columns` declares it. */
export type DraftColumn =
  | string
  | { readonly header: string; readonly time?: string; readonly strip?: string | readonly string[]; readonly round?: number };

export interface DraftFact {
  readonly table: string;
  readonly format?: FileFormat;
  readonly columns: Readonly<Record<string, DraftColumn>>;
  readonly grain: readonly string[];
  readonly custodian: 'brand';
}

export interface DraftMeasure {
  readonly definition: string;
  readonly of: string;
  readonly sum?: string;
  readonly count?: 'rows';
  readonly when: string | { readonly column: string; readonly zone: string };
  readonly currency?: string | { readonly code: string };
}

export interface DraftMetric {
  readonly title: string;
  readonly formula: string;
  readonly unit: 'money' | 'number';
  readonly type: 'flow';
}

export interface Draft {
  readonly fact: { readonly id: string; readonly body: DraftFact };
  readonly measure: { readonly id: string; readonly body: DraftMeasure } | null;
  readonly metric: { readonly id: string; readonly body: DraftMetric } | null;
  /** Why there is no measure, or what of it is open. */
  readonly open: readonly ('no-time' | 'no-number' | 'no-sum' | 'no-key' | 'price' | 'status')[];
  /** Columns of numbers that are not declared: their name stands twice or says who somebody is, or there are too many. */
  readonly left: readonly string[];
  /** The amount that would be added up and is repeated on each row of its order, and what is added up instead; null: it is not so. */
  readonly repeated: { readonly header: string; readonly instead: string | null } | null;
  /** The letters of a zone that the times of the measure end with. */
  readonly letters: readonly string[];
  /** First and last month of the rows looked at. */
  readonly months: { readonly from: string; readonly to: string } | null;
}

/** Columns that are declared at most; the others are not looked at. */
const MOST = 24;

/** Words of headers in Chinese, Korean and Japanese, longest first, with what columns are called. */
const EASTERN: readonly (readonly [RegExp, string])[] = [
  [/订单编号|订单号|主订单|訂單編號|訂單號|주문번호|注文番号/, 'order_id'],
  [/付款时间|支付时间|付款時間|결제일/, 'paid_at'],
  [/결제금액|결제액|支払額/, 'paid_amount'],
  [/(创建|下单)时间|주문일/, 'created_at'],
  [/完成时间/, 'completed_at'],
  [/实际支付金额|实付|實付/, 'paid_amount'],
  [/应付/, 'payable'],
  [/退款/, 'refund'],
  [/订单状态|交易状态/, 'status'],
  [/转化价值/, 'conversion_value'],
  [/广告系列编号/, 'campaign_id'],
  [/广告编号/, 'ad_id'],
  [/花[费費]|消耗|消费|[费費]用|비용|광고비|広告費/, 'cost'],
  [/展现|展示|曝光|노출|表示回数/, 'impressions'],
  [/点击|點擊|클릭|クリック/, 'clicks'],
  [/日期|单日|^天$|날짜|일자|日付/, 'day'],
  [/计划|广告系列|캠페인|キャンペーン/, 'campaign'],
  [/单元|广告组/, 'ad_group'],
  [/数量|數量|수량/, 'quantity'],
  [/金[额額]|금액/, 'amount'],
  [/币种|货币/, 'currency'],
  [/店铺/, 'shop'],
];

/** A name of letters, digits and _ for a header: its own words, or what a Chinese, Korean or Japanese header is about; null where it has neither. */
export function nameFor(header: string): string | null {
  const plain = inForm(header, 'NFKD')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  if (/^[a-z]/.test(plain) && plain.length > 1) return plain;
  return EASTERN.find(([words]) => words.test(header))?.[1] ?? null;
}

const PAID = /paid|付款|支付|成交|결제|支払|決済/i;
const BEST =
  /实际支付|[实實]付|결제금액|결제액|支払額|\bpaid\b|subtotal|spend|spent|\bcost|花[费費]|消耗|[费費]用|비용|광고비|kosten|ausgegeben|gastado|\bcoste|dépensé|\bcoût|product sales|ordered product/i;
const STATUS = /(?<!campaign |delivery |ad |ad set |ad group )status|订单状态|交易状态|退款状态|訂單狀態|주문 ?상태|注文状態/i;

/** What stands in brackets says of what state or kind it is, not what it is: 주문일자(결제확인전). */
const withoutBrackets = (header: string): string => header.replace(/[（(][^()（）]*[)）]/g, '');

/** The column that most probably says when a row counts: paid before all else, days before times of something else. */
function timeColumn(columns: readonly ColumnSight[]): ColumnSight | null {
  const times = daysFirst(columns.filter(({ kind }) => kind === 'time'));
  return (
    times.find(({ header }) => PAID.test(withoutBrackets(header))) ?? times.find(({ time }) => time?.kind === 'date') ?? times[0] ?? null
  );
}

/** Numbers that may be added up: no shares and no means. */
const isSummable = ({ kind, percent, header }: ColumnSight): boolean => kind === 'number' && !percent && !RATIO.test(header);

/** What one piece costs, however many of them were sold: added up it is no revenue. What was paid is none. */
const OF_PIECE = /(?<!paid |total |sub ?total )\bprice\b|(unit|list|sale) ?price|单价|單價|价$|단가|판매가|単価/i;
const isOfPiece = ({ header }: ColumnSight): boolean => OF_PIECE.test(header) && !/paid|total|[实實]付/i.test(header);

/** The column that most probably is to be added up. */
function sumColumn(columns: readonly ColumnSight[]): ColumnSight | null {
  const numbers = columns.filter(({ kind, percent }) => kind === 'number' && !percent);
  const most = Math.max(...numbers.map(({ filled }) => filled));
  const all = numbers.filter(({ amount, header, filled }) => filled * 2 > most && (amount || MONEY.test(header)));
  const money = all.toSorted((a, b) => Number(isOfPiece(a)) - Number(isOfPiece(b)));
  return money.find(({ header }) => BEST.test(header)) ?? money.find(({ header }) => MONEY.test(header)) ?? money[0] ?? numbers[0] ?? null;
}

/**
 * The draft for a table.
 * @param id what the fact is called; the measure and the metric get names of it.
 * @param zone the zone of the contract, for times without one: a proposal like all else.
 */
export function draftOf(sight: Sight, { id, table, zone }: { readonly id: string; readonly table: string; readonly zone: string }): Draft {
  const named = namesOf(sight);
  const usable = [...named.values()];
  const ofOrders = sight.repeated?.headers ?? [];
  const [first, once] = [sumColumn(usable), sumColumn(usable.filter(({ header }) => !ofOrders.includes(header.trim())))];
  const isOnce = first === null || !ofOrders.includes(first.header.trim());
  // amounts of items add up as they stand; an order's amount does once no two rows are of one order, which holds what repeats until then
  const sum = isOnce ? first : once !== null && !isOfPiece(once) && (once.amount || MONEY.test(once.header)) ? once : first;
  const isByOrder = sum !== null && ofOrders.includes(sum.header.trim());
  const keys = (isByOrder && sight.repeated !== null ? [sight.repeated.order] : sight.keys).flatMap(
    (header) => [...named].find(([, column]) => column.header.trim() === header)?.[0] ?? [],
  );
  const grain = keys.length > 0 ? keys : [...named.keys()].slice(0, 1);
  const nameOf = (wanted: ColumnSight | null): string | null => [...named].find(([, column]) => column === wanted)?.[0] ?? null;
  const time = timeColumn(usable);
  const [when, value] = [nameOf(time), nameOf(sum)];
  const open: Draft['open'][number][] = [];
  if (when === null) open.push('no-time');
  const left = sight.columns.filter((each) => isSummable(each) && !usable.includes(each)).map(({ header }) => header.trim());
  if (value === null) open.push(left.length === 0 ? 'no-number' : 'no-sum');
  if (!sight.isKey) open.push('no-key');
  if (sum !== null && isOfPiece(sum)) open.push('price');
  if (usable.some(({ header }) => STATUS.test(header))) open.push('status');
  const body: DraftFact = {
    table,
    ...(sight.format === null ? {} : { format: sight.format }),
    columns: Object.fromEntries([...named].map(([name, column]) => [name, written(column)])),
    grain,
    custodian: 'brand',
  };
  const letters = time?.time?.kind === 'wall' ? time.time.letters : [];
  const isMoney = sum !== null && (sum.amount || MONEY.test(sum.header));
  const measure: DraftMeasure | null =
    when === null
      ? null
      : {
          definition: value === null ? `Rows of ${sight.name}` : `${sum?.header.trim() ?? ''} (${sight.name})`,
          of: id,
          ...(value === null ? { count: 'rows' as const } : { sum: value }),
          when: time?.time?.kind === 'wall' ? { column: when, zone: zoneOfLetters(letters, zone) ?? zone } : when,
          ...(isMoney ? currencyOf(sum, nameOf(currencyColumn(usable))) : {}),
        };
  const metricId = `${id}_${value ?? 'rows'}`;
  const measureId = `${metricId}_${value === null ? 'count' : 'sum'}`;
  const title = sum?.header.trim() ?? id;
  return {
    fact: { id, body },
    measure: measure === null ? null : { id: measureId, body: measure },
    metric:
      measure === null ? null : { id: metricId, body: { title, formula: measureId, unit: isMoney ? 'money' : 'number', type: 'flow' } },
    open,
    left: distinct(left),
    repeated: isOnce || first === null ? null : { header: first.header.trim(), instead: isByOrder ? null : (sum?.header.trim() ?? null) },
    letters,
    months: time?.time == null ? null : { from: time.time.from, to: time.time.to },
  };
}

/** The column that says in which currency its rows are. */
const currencyColumn = (columns: readonly ColumnSight[]): ColumnSight | null => columns.find(isOfCurrency) ?? null;
const isOfCurrency = ({ most }: ColumnSight): boolean => most !== null && isCurrency(most);

/** The currency of an amount: as its own header names it, `Cost (EUR)`, or as a column says row by row. */
function currencyOf({ header }: ColumnSight, column: string | null): Pick<DraftMeasure, 'currency'> {
  const [, code = ''] = /\(([A-Z]{3})\)/.exec(header) ?? [];
  if (isCurrency(code)) return { currency: { code } };
  return column === null ? {} : { currency: column };
}

function written({ header, strip, time, long }: ColumnSight): DraftColumn {
  const [first, ...others] = strip;
  const more = {
    ...(time?.format == null ? {} : { time: time.format }),
    ...(first === undefined ? {} : { strip: others.length === 0 ? first : strip }),
    ...(long ? { round: MONEY.test(header) ? 2 : 9 } : {}),
  };
  return Object.keys(more).length === 0 ? header.trim() : { header: header.trim(), ...more };
}

/** Own names for the columns that a measure may need: keys, times, numbers and states; nobody's name or address. */
function namesOf({ columns, keys: own, repeated }: Sight): Map<string, ColumnSight> {
  const keys = repeated === null ? own : [...own, repeated.order];
  const headers = columns.map(({ header }) => header.trim());
  const alone = aloneIn(headers);
  const isOwn = (own: string): boolean => own.length <= 200 && alone.has(own);
  const useful = columns.filter((column) => {
    const { header, kind, percent, filled } = column;
    const own = header.trim();
    if (!isOwn(own) || kind === 'empty') return false;
    if (keys.includes(own) || isOfCurrency(column)) return true;
    if (isPersonal(column) || percent || (kind === 'number' && RATIO.test(own))) return false;
    return (
      kind === 'number' || kind === 'time' || STATUS.test(own) || (kind === 'text' && column.distinct < 20 && filled >= column.distinct * 4)
    );
  });
  // a file of names alone: whatever has one
  const wanted = useful.length > 0 ? useful : columns.filter(({ header }) => isOwn(header.trim()));
  const rank = ({ header, kind }: ColumnSight): number =>
    keys.includes(header.trim()) ? 0 : kind === 'time' ? 1 : kind === 'number' ? 2 : 3;
  const kept = new Set(wanted.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST));
  const found = new Map<string, ColumnSight>();
  for (const column of wanted.filter((each) => kept.has(each))) {
    const name = nameFor(column.header) ?? `column_${column.index + 1}`;
    found.set(found.has(name) ? `${name}_${column.index + 1}` : name, column);
  }
  return found;
}
