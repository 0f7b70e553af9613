import type { FileFormat } from '../contract/model.js';
import { distinct } from '../kernel/objects.js';
import { inForm } from '../kernel/text.js';
import { zoneOfLetters } from '../kernel/zone-letters.js';
import { type Chosen, chosenOf, isAmount, isSummable, type Told } from './chosen.js';
import type { ColumnSight } from './columns.js';
import { type CurrencySaid, currencyOf, isOfCurrency } from './currency.js';
import { isCalledMoney, isOfOrders, isOfPiece, isOfStates, isRatio, momentOf, unitOf, zoneLettersOf } from './headers.js';
import { aloneIn, isPersonal } from './keys.js';
import { type Rates, ratesOf } from './rates.js';
import type { Sight } from './sight.js';

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
  readonly definition: string | { readonly en: string; readonly zh: string };
  readonly of: string;
  readonly sum?: string;
  readonly count?: 'rows';
  readonly when: string | { readonly column: string; readonly zone: string };
  readonly where?: Readonly<Record<string, string | { readonly isNull: false }>>;
  readonly currency?: string | { readonly code: string };
}

export interface DraftMetric {
  readonly title: string;
  readonly formula: string;
  readonly unit: 'money' | 'number';
  readonly type: 'flow';
}

/** What definitions convert by. */
export interface DraftRates {
  readonly fact: string;
  readonly date: string;
  readonly currency: string;
  readonly rate: string;
  readonly maxAgeDays: number;
  readonly inverted?: true;
}

export interface Draft {
  readonly fact: { readonly id: string; readonly body: DraftFact };
  readonly measure: { readonly id: string; readonly body: DraftMeasure } | null;
  readonly metric: { readonly id: string; readonly body: DraftMetric } | null;
  /** The rates of exchange that the file holds, by which nothing is added up, and whether its header says of what a rate is; null: it holds none. */
  readonly rates: { readonly body: DraftRates; readonly header: string; readonly isSure: boolean } | null;
  /** Why there is no measure, or what of it is open. */
  readonly open: readonly ('no-time' | 'no-number' | 'no-sum' | 'no-key' | 'price')[];
  /** What of the choice of columns nobody but the reader can say. */
  readonly told: readonly Told[];
  /** In which currency the file says that the amount is. */
  readonly currency: CurrencySaid;
  /** What the metric's formula does with an amount that is in other units than money: cents, 万元; null: it is in none. */
  readonly unit: string | null;
  /** Columns of numbers that are not declared: their name stands twice or says who somebody is, or there are too many. */
  readonly left: readonly string[];
  readonly repeated: Chosen['repeated'];
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
  [/(付款|支付)(完成|成功)?[时時][间間]|결제일|入金日|決済日/, 'paid_at'],
  [/결제금액|결제액|支払額/, 'paid_amount'],
  [/(创建|下单|提交)时间|주문일|注文(日時|日)/, 'created_at'],
  [/完成时间/, 'completed_at'],
  [/实际支付金额|实付|實付/, 'paid_amount'],
  [/应付/, 'payable'],
  [/退款/, 'refund'],
  [/优惠|折扣|红包|立减|满减|クーポン|値引/, 'discount'],
  [/运费|邮费|快递费|送料/, 'freight'],
  [/手续费|服务费|佣金/, 'fee'],
  [/余额/, 'balance'],
  [/截止|承诺|预计/, 'expected_at'],
  [/订单状态|交易状态|ステータス/, 'status'],
  [/转化价值/, 'conversion_value'],
  [/广告系列编号/, 'campaign_id'],
  [/广告编号/, 'ad_id'],
  [/花[费費]|消耗|消费|[费費]用|비용|광고비|広告費/, 'cost'],
  [/展现|展示|曝光|노출|表示回数/, 'impressions'],
  [/点击|點擊|클릭|クリック/, 'clicks'],
  [/日期|单日|^天$|날짜|일자|日付/, 'day'],
  [/计划|广告系列|캠페인|キャンペーン/, 'campaign'],
  [/单元|广告组/, 'ad_group'],
  [/数量|數量|수량|個数/, 'quantity'],
  [/金[额額]|금액/, 'amount'],
  [/币种|货币/, 'currency'],
  [/店铺/, 'shop'],
];

/** A name of letters, digits and _ for a header: its own words, or what a Chinese, Korean or Japanese header is about; null where it has neither. */
export function nameFor(header: string): string | null {
  const plain = inForm(header, 'NFKD')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z]{2})([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  if (/^[a-z]/.test(plain) && plain.length > 1) return plain;
  return EASTERN.find(([words]) => words.test(header))?.[1] ?? null;
}

/**
 * The draft for a table.
 * @param id what the fact is called; the measure and the metric get names of it.
 * @param zone the zone of the contract, for times without one: a proposal like all else; `currency` is the contract's.
 */
export function draftOf(
  sight: Sight,
  { id, table, zone, currency: own }: { readonly id: string; readonly table: string; readonly zone: string; readonly currency: string },
): Draft {
  const rates = ratesOf(sight, own);
  if (rates !== null && !('unfit' in rates)) return ratesDraft(sight, rates, { id, table });
  const chosen = chosenOf(sight);
  const { money: sum, day: time } = chosen;
  const named = namesOf(sight, chosen);
  const usable = [...named.values()];
  const keys = chosen.keys.flatMap((header) => [...named].find(([, column]) => column.header.trim() === header)?.[0] ?? []);
  const grain = keys.length > 0 ? keys : [...named.keys()].slice(0, 1);
  const nameOf = (wanted: ColumnSight | null): string | null => [...named].find(([, column]) => column === wanted)?.[0] ?? null;
  const [when, value] = [nameOf(time), nameOf(sum)];
  const left = sight.columns.filter((each) => isSummable(each) && !usable.includes(each)).map(({ header }) => header.trim());
  const states = sight.columns.filter(({ header, kind }) => kind !== 'empty' && isOfStates(header)).map(({ header }) => header.trim());
  const told: Told[] = [...chosen.told, ...(states.length === 0 ? [] : [{ of: 'states' as const, headers: distinct(states) }])];
  const isTold = (of: Told['of']): boolean => told.some((each) => each.of === of);
  const open: Draft['open'][number][] = [];
  if (when === null && !isTold('planned')) open.push('no-time');
  if (value === null && !isTold('passed')) open.push(left.length === 0 ? 'no-number' : 'no-sum');
  if (!sight.isKey) open.push('no-key');
  if (sum !== null && isOfPiece(sum.header)) open.push('price');
  const body: DraftFact = {
    table,
    ...(sight.format === null ? {} : { format: sight.format }),
    columns: Object.fromEntries([...named].map(([name, column]) => [name, written(column)])),
    grain,
    custodian: 'brand',
  };
  const isWall = time?.time?.kind === 'wall';
  const said = isWall && time.time.letters.length === 0 ? (zoneLettersOf(time.header) ?? '') : '';
  const letters = zoneOfLetters([said], zone) === null ? (isWall ? time.time.letters : []) : [said];
  const isMoney = sum !== null && isAmount(sum);
  const currency: CurrencySaid = isMoney ? currencyOf(sum, usable, own) : { by: 'nothing' };
  const ofCurrency = inCurrency(currency, { nameOf, own });
  const unit = isMoney ? unitOf(sum.header) : null;
  const measure: DraftMeasure | null =
    when === null
      ? null
      : {
          definition:
            value === null ? { en: `Rows of ${sight.name}`, zh: `${sight.name} 的行数` } : `${sum?.header.trim() ?? ''} (${sight.name})`,
          of: id,
          ...(value === null ? { count: 'rows' as const } : { sum: value }),
          when: isWall ? { column: when, zone: zoneOfLetters(letters, zone) ?? zone } : when,
          ...ofCurrency,
          ...(isUnpaid(sight, time) ? { where: { ...ofCurrency.where, [when]: { isNull: false as const } } } : {}),
        };
  const metricId = `${id}_${value ?? 'rows'}`;
  const measureId = `${metricId}_${value === null ? 'count' : 'sum'}`;
  const title = sum?.header.trim() ?? id;
  const formula = unit === null ? measureId : `${measureId} ${unit}`;
  return {
    fact: { id, body },
    measure: measure === null ? null : { id: measureId, body: measure },
    rates: null,
    metric: measure === null ? null : { id: metricId, body: { title, formula, unit: isMoney ? 'money' : 'number', type: 'flow' } },
    open,
    told,
    currency,
    unit,
    left: distinct(left),
    repeated: chosen.repeated,
    letters,
    months: time?.time == null ? null : { from: time.time.from, to: time.time.to },
  };
}

/** As old as a rate may be: over a week-end and a day or two without one. */
const MOST_DAYS = 7;

/** The draft for a table of rates: nothing is added up of it. */
function ratesDraft(
  { format }: Sight,
  { day, currency, rate, per }: Rates,
  { id, table }: { readonly id: string; readonly table: string },
): Draft {
  const names = [day, currency, rate].map((column, index) => nameFor(column.header) ?? ['day', 'currency', 'rate'][index] ?? '');
  const [date = '', code = '', value = ''] = names;
  const columns = { [date]: written(day), [code]: written(currency), [value]: written(rate) };
  const inverted = per === 'own' ? { inverted: true as const } : {};
  return {
    fact: { id, body: { table, ...(format === null ? {} : { format }), columns, grain: [date, code], custodian: 'brand' } },
    measure: null,
    metric: null,
    rates: {
      body: { fact: id, date, currency: code, rate: value, maxAgeDays: MOST_DAYS, ...inverted },
      header: rate.header.trim(),
      isSure: per !== null,
    },
    open: [],
    told: [],
    currency: { by: 'nothing' },
    unit: null,
    left: [],
    repeated: null,
    letters: [],
    months: null,
  };
}

/** A draft to look at the rows of its file by: rates are no measure's, and are looked at as if they were one's. */
export function lookedBy(draft: Draft): Draft {
  const { rates, fact } = draft;
  if (rates === null) return draft;
  const { rate, date } = rates.body;
  const measure: DraftMeasure = { definition: rates.header, of: fact.id, sum: rate, when: date };
  const metric: DraftMetric = { title: rates.header, formula: `${fact.id}_sum`, unit: 'number', type: 'flow' };
  return { ...draft, rates: null, measure: { id: `${fact.id}_sum`, body: measure }, metric: { id: fact.id, body: metric } };
}

/** Whether some rows have no day because they are orders that nobody has paid: all have a number, or a day on which they were made. */
function isUnpaid({ columns, rows, totalsAmong }: Sight, day: ColumnSight | null): boolean {
  if (day === null || momentOf(day.header) !== 'paid' || day.filled === rows || totalsAmong.length > 0) return false;
  return columns.some(
    ({ kind, filled, header }) => filled === rows && (kind === 'time' ? momentOf(header) === 'ordered' : isOfOrders(header)),
  );
}

/**
 * The currency of a measure. Of a column that says the contract's own in all rows, those of another stay out until there are rates; so do
 * they where it says one in other letters than a code's, by which no rate is found.
 */
function inCurrency(
  currency: CurrencySaid,
  { nameOf, own }: { readonly nameOf: (column: ColumnSight) => string | null; readonly own: string },
): Pick<DraftMeasure, 'where' | 'currency'> {
  if (currency.by === 'column') {
    const name = nameOf(currency.column);
    if (name === null) return {};
    const { only } = currency;
    return only !== null && (only.code === own || only.word !== only.code)
      ? { where: { [name]: only.word }, currency: { code: only.code } }
      : { currency: name };
  }
  return (currency.by === 'own' || currency.by === 'other') && currency.code !== null ? { currency: { code: currency.code } } : {};
}

function written({ header, strip, time, long }: ColumnSight): DraftColumn {
  const [first, ...others] = strip;
  const more = {
    ...(time?.format == null ? {} : { time: time.format }),
    ...(first === undefined ? {} : { strip: others.length === 0 ? first : strip }),
    ...(long ? { round: isCalledMoney(header) ? 2 : 9 } : {}),
  };
  return Object.keys(more).length === 0 ? header.trim() : { header: header.trim(), ...more };
}

/** Own names for the columns that a measure may need: what is chosen, times, numbers and states; nobody's name or address. */
function namesOf({ columns, keys: own, repeated }: Sight, { money, day }: Chosen): Map<string, ColumnSight> {
  const keys = repeated === null ? own : [...own, repeated.order];
  const headers = columns.map(({ header }) => header.trim());
  const alone = aloneIn(headers);
  const isOwn = (own: string): boolean => own.length <= 200 && alone.has(own);
  // what a measure cannot do without, however many columns there are
  const isNeeded = (column: ColumnSight): boolean =>
    keys.includes(column.header.trim()) || column === money || column === day || isOfCurrency(column) || isOfStates(column.header);
  const useful = columns.filter((column) => {
    const { header, kind, percent, filled } = column;
    const own = header.trim();
    if (!isOwn(own) || kind === 'empty') return false;
    if (isNeeded(column)) return true;
    if (isPersonal(column) || percent || (kind === 'number' && isRatio(own))) return false;
    return (
      kind !== 'text' || isOfOrders(own) || column.direction || column.transfers || (column.distinct < 20 && filled >= column.distinct * 4)
    );
  });
  // a file of names alone: whatever has one
  const wanted = useful.length > 0 ? useful : columns.filter(({ header }) => isOwn(header.trim()));
  const rank = (column: ColumnSight): number =>
    isNeeded(column)
      ? 0
      : column.direction || column.transfers || isOfOrders(column.header) || column.kind === 'time'
        ? 1
        : column.kind === 'number'
          ? 2
          : 3;
  const kept = new Set(wanted.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST));
  const found = new Map<string, ColumnSight>();
  for (const column of wanted.filter((each) => kept.has(each))) {
    const name = nameFor(column.header) ?? `column_${column.index + 1}`;
    found.set(found.has(name) ? `${name}_${column.index + 1}` : name, column);
  }
  return found;
}
