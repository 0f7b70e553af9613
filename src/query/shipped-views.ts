import { isIdentifier } from './compile-filter.js';

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
  readonly bigquery: string;
}

interface Engine {
  readonly table: string;
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
 * Facts on the last two take their freshness from the orders, `freshness: { table: shop.orders, column: ordered_at }`:
 * how far `observed_at` reaches says nothing of how far the orders do.
 * @throws RangeError for names that are no identifiers and values with other than letters, digits, space, `_`, `.`, `-`.
 */
export function shippedView(view: ShippedView, names: ViewNames): ViewText {
  check(names);
  const { time, kind } = names;
  const duckdbType = DUCKDB_TYPE[kind];
  const bigqueryType = BIGQUERY_TYPE[kind];
  const duckdb: Engine = {
    table: names.table,
    at: `CAST(o.${time} AS ${duckdbType})`,
    later: (from) => `CAST(${from} + INTERVAL 90 DAY AS ${duckdbType})`,
  };
  const bigquery: Engine = {
    table: `\`${names.table}\``,
    at: `CAST(o.${time} AS ${bigqueryType})`,
    later: (from) => `${bigqueryType}_ADD(${from}, INTERVAL 90 DAY)`,
  };
  return { duckdb: BODIES[view](names, duckdb), bigquery: BODIES[view](names, bigquery) };
}

function check(names: ViewNames): void {
  const identifiers = [
    ...names.table.split('.'),
    names.customer,
    names.order,
    names.time,
    ...(names.only === null ? [] : [names.only.column]),
  ];
  for (const identifier of identifiers) if (!isIdentifier(identifier)) throw new RangeError(`not an identifier: ${identifier}`);
  for (const value of names.only?.values ?? []) {
    if (!/^[\p{L}\p{N} _.-]+$/u.test(value)) throw new RangeError(`not a plain value: ${value}`);
  }
}

/** The orders that count, with the instant as a value to compare and the customer's first. */
function ordersOf({ customer, order, time, only }: ViewNames, { table, at }: Engine): string {
  const some = only === null ? '' : `\n    AND o.${only.column} IN (${only.values.map((value) => `'${value}'`).join(', ')})`;
  return `  SELECT o.*, ${at} AS placed_at,
    MIN(${at}) OVER (PARTITION BY o.${customer}) AS first_at,
    ROW_NUMBER() OVER (PARTITION BY o.${customer} ORDER BY ${at}, o.${order}) AS order_number
  FROM ${table} AS o
  WHERE o.${customer} IS NOT NULL AND o.${time} IS NOT NULL${some}`;
}

const BODIES: Readonly<Record<ShippedView, (names: ViewNames, engine: Engine) => string>> = {
  first_order: (names, engine) => `-- The first order of each customer
WITH orders AS (
${ordersOf(names, engine)}
)
SELECT * FROM orders WHERE order_number = 1
`,
  repeat_90_days: (names, engine) => `-- Each customer, 90 days after the first order: was there another by then?
WITH orders AS (
${ordersOf(names, engine)}
)
SELECT ${names.customer}, first_at, ${engine.later('first_at')} AS observed_at,
  MAX(CASE WHEN placed_at > first_at AND placed_at < ${engine.later('first_at')} THEN 1 ELSE 0 END) = 1 AS repeated
FROM orders
GROUP BY ${names.customer}, first_at
`,
  value_90_days: (names, engine) => `-- The orders of each customer's first 90 days
WITH orders AS (
${ordersOf(names, engine)}
)
SELECT *, ${engine.later('first_at')} AS observed_at
FROM orders
WHERE placed_at < ${engine.later('first_at')}
`,
};
