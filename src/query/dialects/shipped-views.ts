import { isIdentifier } from '../compile-filter.js';
import { bigquery, escaped } from './bigquery.js';
import { isBigqueryColumn } from './bigquery-column.js';
import { duckdb } from './duckdb.js';

/*
 * Views that most contracts about customers need, ready for both engines. `concord init` writes their text into a
 * contract's `views/`, under the contract's own names: so it is part of what the parties sign, and nothing about it is
 * hidden in a release of Concord.
 */

export const SHIPPED_VIEWS = ['first_order', 'repeat_90_days', 'value_90_days'] as const;
export type ShippedView = (typeof SHIPPED_VIEWS)[number];

/** What the view's table calls things. */
export interface ViewNames {
  /** `shop.orders` */
  readonly table: string;
  readonly customer: string;
  /** Unique per order: decides which of two orders at the same time is the first. */
  readonly order: string;
  readonly time: string;
  /** What the time column holds. */
  readonly kind: 'instant' | 'wall' | 'date';
  /** Only orders with one of these values in a column; null: all. */
  readonly only: { readonly column: string; readonly values: readonly string[] } | null;
}

/** A view's texts. */
export interface ViewText {
  readonly duckdb: string;
  /** Null where BigQuery has no column of a name that it needs: {@link noBigqueryColumn}. */
  readonly bigquery: string | null;
}

interface Engine {
  readonly table: string;
  readonly quote: (column: string) => string;
  readonly text: (value: string) => string;
  /** The time of an order, of its type. */
  readonly at: string;
  readonly later: (time: string) => string;
}

const DUCKDB_TYPE = { instant: 'TIMESTAMPTZ', wall: 'TIMESTAMP', date: 'DATE' } as const;
const BIGQUERY_TYPE = { instant: 'TIMESTAMP', wall: 'DATETIME', date: 'DATE' } as const;

/**
 * The text of a shipped view.
 *
 * - `first_order`: the orders that are their customers' first. Count them for new customers.
 * - `repeat_90_days`: a row per customer, with `first_at`, `observed_at` (90 days later) and `repeated`: whether an order
 *   later than the first came before then. By `observed_at` nothing changes any more once its day is over.
 * - `value_90_days`: the orders of each customer's first 90 days, with `first_at` and `observed_at`. Sum them, and divide
 *   by the distinct customers.
 *
 * Facts on them take their freshness from the orders, `freshness: { table: shop.orders, column: ordered_at }`, where it can be said:
 * how far `observed_at` reaches says nothing of how far the orders do.
 * Columns stand in quotes as their engine has them, whatever signs a header has. One that is no plain name also gets one that a
 * definition can say: `customer_key`, `order_key`, `order_time`. E-mail addresses are told apart in small letters and without what
 * stands around them, as in the contracts that `concord init` writes; other names of customers as they are.
 * @throws RangeError where {@link refusedName} finds something: callers ask it first.
 */
export function shippedView(view: ShippedView, names: ViewNames): ViewText {
  const refused = refusedName(names);
  if (refused !== null) throw new RangeError(`not a name: ${refused}`);
  const { time, kind } = names;
  const duckdbType = DUCKDB_TYPE[kind];
  const bigqueryType = BIGQUERY_TYPE[kind];
  const inDuckdb: Engine = {
    table: names.table.split('.').map(duckdb.quote).join('.'),
    quote: duckdb.quote,
    text: (value) => `'${value.replaceAll("'", "''")}'`,
    at: timeInDuckdb(`o.${duckdb.quote(time)}`, kind),
    later: (from) => `CAST(${from} + INTERVAL 90 DAY AS ${duckdbType})`,
  };
  const inBigquery: Engine = {
    table: bigquery.quote(names.table),
    quote: bigquery.quote,
    text: (value) => `'${escaped(value, "'")}'`,
    at: `CAST(o.${bigquery.quote(time)} AS ${bigqueryType})`,
    later: (from) => `${bigqueryType}_ADD(${from}, INTERVAL 90 DAY)`,
  };
  return {
    duckdb: BODIES[view](names, inDuckdb),
    bigquery: noBigqueryColumn(names) === null ? BODIES[view](names, inBigquery) : null,
  };
}

/** Shops write a space before the offset (`2026-01-03 09:31:27 -0500`), as engines read it without a word and a cast does not. */
function timeInDuckdb(column: string, kind: ViewNames['kind']): string {
  const text = kind === 'instant' ? String.raw`regexp_replace(CAST(${column} AS VARCHAR), ' ([+-])', '\1')` : column;
  return `CAST(${text} AS ${DUCKDB_TYPE[kind]})`;
}

/** What e-mail addresses are called: who somebody is, whatever letters are large and whatever stands around it. */
const ADDRESS = /e-?mail|邮箱|邮件|メール|이메일/i;

/** The first part of the table's name that is no plain identifier, or a column or value that is nothing; null where all are fine. */
export function refusedName({ table, only, ...names }: ViewNames): string | null {
  const wrong = table.split('.').find((part) => !isIdentifier(part));
  const given = [...columnsOf({ ...names, only }), ...(only?.values ?? [])];
  return wrong ?? given.find((name) => name === '' || name.includes('\0')) ?? null;
}

function columnsOf({ customer, order, time, only }: Omit<ViewNames, 'table'>): readonly string[] {
  return [customer, order, time, ...(only === null ? [] : [only.column])];
}

/** The first column that BigQuery cannot have, however it is quoted; null where it can have all. */
export function noBigqueryColumn(names: ViewNames): string | null {
  return columnsOf(names).find((name) => !isBigqueryColumn(name)) ?? null;
}

/**
 * What definitions call the columns of a view: as the table does, where that is a plain name. An address has a name of its own, since it
 * is another text than the table's.
 */
function ownNames({ customer, order, time }: ViewNames): Pick<ViewNames, 'customer' | 'order' | 'time'> {
  const own = (name: string, other: string): string => (isIdentifier(name) ? name : other);
  return {
    customer: ADDRESS.test(customer) ? 'customer_key' : own(customer, 'customer_key'),
    order: own(order, 'order_key'),
    time: own(time, 'order_time'),
  };
}

/** The orders that count, with the instant as a value to compare and the customer's first. */
function ordersOf(names: ViewNames, { table, quote, text, at }: Engine): string {
  const { customer, order, time, only } = names;
  const some = only === null ? '' : `\n    AND o.${quote(only.column)} IN (${only.values.map(text).join(', ')})`;
  const own = ownNames(names);
  const who = ADDRESS.test(customer) ? `LOWER(TRIM(o.${quote(customer)}))` : `o.${quote(customer)}`;
  const made = { customer: who, order: `o.${quote(order)}`, time: at };
  const named = (['customer', 'order', 'time'] as const).flatMap((key) =>
    own[key] === names[key] ? [] : [` ${made[key]} AS ${own[key]},`],
  );
  return `  SELECT o.*,${named.join('')} ${at} AS placed_at,
    MIN(${at}) OVER (PARTITION BY ${who}) AS first_at,
    ROW_NUMBER() OVER (PARTITION BY ${who} ORDER BY ${at}, o.${quote(order)}) AS order_number
  FROM ${table} AS o
  WHERE o.${quote(customer)} IS NOT NULL AND o.${quote(time)} IS NOT NULL${some}`;
}

/** Comments in both languages, as in all that is agreed: a text is a term, and is the same whoever has it written. */
const BODIES: Readonly<Record<ShippedView, (names: ViewNames, engine: Engine) => string>> = {
  first_order: (names, engine) => `-- The first order of each customer
-- 每位顾客的首笔订单
WITH orders AS (
${ordersOf(names, engine)}
)
SELECT * FROM orders WHERE order_number = 1
`,
  repeat_90_days: (names, engine) => `-- Each customer, 90 days after the first order: was there another by then?
-- 每位顾客在首笔订单后 90 天：其间是否再次下单
WITH orders AS (
${ordersOf(names, engine)}
)
SELECT ${engine.quote(ownNames(names).customer)}, first_at, ${engine.later('first_at')} AS observed_at,
  MAX(CASE WHEN placed_at > first_at AND placed_at < ${engine.later('first_at')} THEN 1 ELSE 0 END) = 1 AS repeated
FROM orders
GROUP BY ${engine.quote(ownNames(names).customer)}, first_at
`,
  value_90_days: (names, engine) => `-- The orders of each customer's first 90 days
-- 每位顾客首笔订单起 90 天内的订单
WITH orders AS (
${ordersOf(names, engine)}
)
SELECT *, ${engine.later('first_at')} AS observed_at
FROM orders
WHERE placed_at < ${engine.later('first_at')}
`,
};

/** Whether the orders' own times say how far they reach: wall-clock times are no instants, and some names no definition can say. */
export function hasOwnFreshness(names: ViewNames): boolean {
  return names.kind !== 'wall' && ownNames(names).time === names.time;
}

/**
 * What a fact and measures on a view look like in definitions.yaml, to start from.
 * @param zone in which wall-clock times are: the contract's, until the platform's is known.
 */
export function viewDefinitions(view: ShippedView, names: ViewNames, zone: string): string {
  const { table, kind } = names;
  const { customer, order, time } = ownNames(names);
  const freshness = hasOwnFreshness(names) ? `, freshness: { table: ${table}, column: ${time} }` : '';
  const when = (column: string): string => (kind === 'wall' ? `{ column: ${column}, zone: ${zone} }` : column);
  const fact = (grain: string): string => `  ${view}: { view: ${view}, grain: [${grain}], custodian: brand${freshness} }`;
  const measure = (id: string, en: string, zh: string, rest: string): string =>
    `  ${id}: { definition: { en: "${en}", zh: "${zh}" }, of: ${view}, ${rest} }`;
  const lines: Readonly<Record<ShippedView, () => readonly [string, ...string[]]>> = {
    first_order: () => [
      fact(order),
      measure('new_customers', 'Customers by the day of their first order', '按首单日期统计的新客数', `count: rows, when: ${when(time)}`),
    ],
    repeat_90_days: () => [
      fact(customer),
      measure(
        'observed_customers',
        'Customers whose first order is 90 days ago',
        '首单满 90 天的顾客数',
        `count: rows, when: ${when('observed_at')}`,
      ),
      measure(
        'repeat_customers',
        'Of these, those who ordered again within the 90 days',
        '其中 90 天内复购的顾客数',
        `count: rows, when: ${when('observed_at')}, where: { repeated: true }`,
      ),
    ],
    value_90_days: () => [
      fact(order),
      measure(
        'valued_customers',
        'Customers whose first order is 90 days ago',
        '首单满 90 天的顾客数',
        `countDistinct: ${customer}, when: ${when('observed_at')}`,
      ),
      measure(
        'value_90_days',
        'What they bought in these 90 days',
        '这些顾客 90 天内的消费金额',
        `sum: amount, when: ${when('observed_at')}`,
      ),
    ],
  };
  const [first, ...measures] = lines[view]();
  return `facts:\n${first}\nmeasures:\n${measures.join('\n')}\n`;
}
