/*
 * What is measured, written once: the contract's definitions, the rivals' SQL and the Malloy model are all made from it.
 * Filters are Concord's own form; `sqlOf` and `malloyOf` write the few operators that occur here.
 */

const PAID = { status: ['approved', 'shipped', 'delivered'], is_test: false };

/** Column, aggregate and filter of every measure; the day of all is `approved_at`. */
export const MEASURES = {
  paid_value: { en: 'Goods value of paid orders', sum: 'item_value', where: PAID },
  paid_freight: { en: 'Freight of paid orders', sum: 'freight', where: PAID },
  paid_discount: { en: 'Discounts given on paid orders', sum: 'discount', where: PAID },
  paid_units: { en: 'Pieces in paid orders', sum: 'quantity', where: PAID },
  paid_orders: { en: 'Paid orders', count: 'rows', where: PAID },
  first_orders: { en: 'Paid orders that are the customer’s first', count: 'rows', where: { ...PAID, is_first_order: true } },
  us_value: { en: 'Goods value of paid orders from the United States', sum: 'item_value', where: { ...PAID, country: 'US' } },
  social_value: {
    en: 'Goods value of paid orders from social channels',
    sum: 'item_value',
    where: { ...PAID, channel: ['social', 'live'] },
  },
  large_orders: { en: 'Paid orders of 200 and more', count: 'rows', where: { ...PAID, item_value: { gte: 200 } } },
  returned_value: { en: 'Goods value of returned orders', sum: 'item_value', where: { status: 'returned', is_test: false } },
  cancelled_orders: { en: 'Cancelled orders', count: 'rows', where: { status: 'cancelled', is_test: false } },
  all_orders: { en: 'Orders, whatever became of them', count: 'rows', where: { is_test: false } },
  buyers: { en: 'Customers with a paid order', countDistinct: 'customer', where: PAID },
};

/** Twelve KPIs: formula, unit, flow or ratio, and what is better. */
export const KPIS = {
  gross_value: { formula: 'paid_value', unit: 'money', type: 'flow', better: 'higher' },
  net_value: { formula: 'paid_value - returned_value', unit: 'money', type: 'flow', better: 'higher' },
  order_count: { formula: 'paid_orders', unit: 'number', type: 'flow', better: 'higher' },
  buyer_count: { formula: 'buyers', unit: 'number', type: 'flow', better: 'higher' },
  order_value: { formula: 'paid_value / paid_orders', unit: 'money', type: 'ratio', better: 'higher' },
  basket_size: { formula: 'paid_units / paid_orders', unit: 'number', type: 'ratio', better: 'higher' },
  discount_share: { formula: 'paid_discount / paid_value', unit: 'share', type: 'ratio', better: 'lower' },
  freight_share: { formula: 'paid_freight / paid_value', unit: 'share', type: 'ratio', better: 'lower' },
  first_order_share: { formula: 'first_orders / paid_orders', unit: 'share', type: 'ratio', better: 'higher' },
  us_share: { formula: 'us_value / paid_value', unit: 'share', type: 'ratio', better: 'higher' },
  social_and_large: { formula: 'social_value / paid_value + large_orders / paid_orders', unit: 'share', type: 'ratio', better: 'higher' },
  cancel_rate: { formula: 'cancelled_orders / all_orders', unit: 'share', type: 'ratio', better: 'lower' },
};

/** The twelve months that are measured, and the date on which they are. */
export const TERM = { from: '2025-07-01', to: '2026-06-30', lastPeriod: '2026-06', asOf: '2026-07-20', endOfAsOf: '2026-07-21' };

export const MONTHS = [
  '2025-07',
  '2025-08',
  '2025-09',
  '2025-10',
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
];

/** First day of the month after. */
export function monthAfter(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}

/**
 * What one run of the benchmark measures: the contract's zone and the columns that identify orders and customers.
 * @typedef {{ id: string, title: string, zone: string, orderKey: string, customerKey: string }} Scenario
 */

/** @type {readonly Scenario[]} */
export const SCENARIOS = [
  { id: 'shanghai', title: 'Asia/Shanghai', zone: 'Asia/Shanghai', orderKey: 'order_id', customerKey: 'customer_id' },
  { id: 'new-york', title: 'America/New_York', zone: 'America/New_York', orderKey: 'order_id', customerKey: 'customer_id' },
  { id: 'sparse-keys', title: 'Asia/Shanghai, keys with gaps', zone: 'Asia/Shanghai', orderKey: 'order_ref', customerKey: 'customer_ref' },
];

/** The scenario of that id. */
export function scenarioOf(id) {
  const found = SCENARIOS.find((scenario) => scenario.id === id);
  if (found === undefined) throw new RangeError(`no scenario ${id}`);
  return found;
}

/** The column a measure aggregates; null for rows. */
export function columnOf(measure, scenario) {
  if (measure.countDistinct !== undefined) return scenario.customerKey;
  return measure.sum ?? null;
}

const quoted = (value) => (typeof value === 'string' ? `'${value}'` : String(value));

/** A filter as SQL. */
export function sqlOf(where) {
  return Object.entries(where)
    .map(([column, value]) => {
      if (Array.isArray(value)) return `${column} IN (${value.map(quoted).join(', ')})`;
      if (typeof value === 'object') return `${column} >= ${value.gte}`;
      return `${column} = ${quoted(value)}`;
    })
    .join(' AND ');
}

/** A filter as Malloy. */
export function malloyOf(where) {
  return Object.entries(where)
    .map(([column, value]) => {
      if (Array.isArray(value)) return `${column} ? ${value.map(quoted).join(' | ')}`;
      if (typeof value === 'object') return `${column} >= ${value.gte}`;
      return `${column} = ${quoted(value)}`;
    })
    .join(', ');
}
