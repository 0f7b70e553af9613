import type { Scenario } from './scenario.js';
import { type Cell, type Field, of, type Table, table } from './tables.js';

/*
 * One shop's rows, told once and written as each of Fivetran's connections writes them (fivetran/dbt_shopify, macros/staging, lists the columns
 * of both).
 */

interface Line {
  readonly id: string;
  readonly price: string;
  readonly quantity: string;
  readonly gift?: true;
}

interface Order {
  readonly id: string;
  readonly customer: string | null;
  readonly at: string;
  readonly status: string | null;
  readonly value: string;
  readonly cancelled?: string;
  readonly test?: true;
  readonly deleted?: true;
  readonly lines?: readonly Line[];
}

interface Refund {
  readonly id: string;
  readonly order: string;
  readonly at: string;
  readonly lines?: readonly (readonly [line: string, value: string | null])[];
  readonly adjustments?: readonly (readonly [amount: string, kind: string | null, reason: string])[];
}

export interface Shop {
  /** When the tables were loaded. */
  readonly synced?: string;
  readonly orders: readonly Order[];
  readonly refunds: readonly Refund[];
}

/** By the order: what it does to April 2026. Nothing else is in April. */
export const SHOP: Shop = {
  orders: [
    // Counted in January, cancelled in April: −1000, one order and one customer fewer.
    { id: '1', customer: '1', at: '2026-01-10T00:00:00Z', status: 'refunded', value: '1000', cancelled: '2026-04-10T00:00:00Z' },
    // +250, an order, a customer.
    { id: '2', customer: '2', at: '2026-04-03T00:00:00Z', status: 'paid', value: '250' },
    // Never paid: nothing, and so its refund takes nothing back.
    { id: '3', customer: '3', at: '2026-04-04T00:00:00Z', status: 'pending', value: '600' },
    // A gift card: +100, or nothing where they are apart; an order, a customer.
    {
      id: '4',
      customer: '4',
      at: '2026-04-06T00:00:00Z',
      status: 'paid',
      value: '100',
      lines: [{ id: '401', price: '100', quantity: '1', gift: true }],
    },
    // Goods paid with it: +100, an order.
    { id: '5', customer: '4', at: '2026-04-07T00:00:00Z', status: 'paid', value: '100' },
    // Goods of 130 and two gift cards of 25: +180, or +130; an order, a customer.
    {
      id: '6',
      customer: '5',
      at: '2026-04-08T00:00:00Z',
      status: 'partially_refunded',
      value: '180',
      lines: [
        { id: '601', price: '130', quantity: '1' },
        { id: '602', price: '25', quantity: '2', gift: true },
      ],
    },
    // Refunded in part, then cancelled: +80 −80, refunds +20 −20; no order, no customer.
    { id: '7', customer: '6', at: '2026-04-10T00:00:00Z', status: 'refunded', value: '80', cancelled: '2026-04-12T00:00:00Z' },
    // The first order of customer 7 is cancelled, the second stays: −40 +60; −1 +1 orders; the customer was won in January and stays.
    { id: '8', customer: '7', at: '2026-01-05T00:00:00Z', status: 'refunded', value: '40', cancelled: '2026-04-15T00:00:00Z' },
    { id: '9', customer: '7', at: '2026-04-02T00:00:00Z', status: 'paid', value: '60' },
    // Cancelled before it was paid: nothing.
    { id: '10', customer: '8', at: '2026-04-03T00:00:00Z', status: 'voided', value: '500', cancelled: '2026-04-03T12:00:00Z' },
    { id: '11', customer: '9', at: '2026-04-03T00:00:00Z', status: 'paid', value: '900', test: true },
    // Deleted, never cancelled: nothing.
    { id: '12', customer: '10', at: '2026-04-03T00:00:00Z', status: 'paid', value: '70', deleted: true },
    // Counted in January, cancelled in April, deleted later: −70, one order and one customer fewer, whatever is deleted.
    {
      id: '13',
      customer: '12',
      at: '2026-01-20T00:00:00Z',
      status: 'refunded',
      value: '70',
      cancelled: '2026-04-20T00:00:00Z',
      deleted: true,
    },
    // +90, an order, a customer.
    { id: '14', customer: '13', at: '2026-04-21T00:00:00Z', status: 'paid', value: '90' },
  ],
  refunds: [
    { id: '1', order: '1', at: '2026-04-10T00:00:01Z', lines: [['101', '1000']] },
    { id: '3', order: '3', at: '2026-04-05T00:00:00Z', lines: [['301', '200']] },
    // Goods of 30 and a gift card of 25: 55, or 30.
    {
      id: '6',
      order: '6',
      at: '2026-04-09T00:00:00Z',
      lines: [
        ['601', '30'],
        ['602', '25'],
      ],
    },
    { id: '71', order: '7', at: '2026-04-11T00:00:00Z', lines: [['701', '20']] },
    { id: '72', order: '7', at: '2026-04-12T00:00:00Z', lines: [['701', '60']] },
    { id: '10', order: '10', at: '2026-04-03T12:00:00Z', lines: [['1001', '500']] },
    { id: '12', order: '12', at: '2026-04-04T00:00:00Z', lines: [['1201', '70']] },
    // A line of 30 of which 5 were kept: 25. The shipping is none of goods.
    {
      id: '141',
      order: '14',
      at: '2026-04-22T00:00:00Z',
      lines: [['1401', '30']],
      adjustments: [
        ['5', 'refund_discrepancy', 'REFUND_DISCREPANCY'],
        ['-4', 'shipping_refund', 'SHIPPING'],
      ],
    },
    // Goodwill, no line: 10.
    { id: '142', order: '14', at: '2026-04-23T00:00:00Z', adjustments: [['-10', null, 'CUSTOMER']] },
  ],
};

const SYNCED = '2026-05-10T00:00:00Z';
const ORDER = [
  ...of('INT64', 'id', 'customer_id'),
  ...of('TIMESTAMP', 'processed_at', 'cancelled_at', '_fivetran_synced'),
  ...of('BOOL', 'test', '_fivetran_deleted', 'taxes_included'),
];

type Row = Readonly<Record<string, Cell>>;
const rows = (fields: readonly Field[], list: readonly Row[]): Table => table(fields, list);

function orderOf({ id, customer, at, cancelled, test, deleted }: Order, synced = SYNCED): Row {
  return {
    id,
    customer_id: customer,
    processed_at: at,
    cancelled_at: cancelled ?? null,
    test: test ?? false,
    _fivetran_deleted: deleted ?? false,
    taxes_included: false,
    _fivetran_synced: synced,
  };
}

const linesOf = ({ orders }: Shop) => orders.flatMap(({ id, lines = [] }) => lines.map((line) => ({ ...line, order: id })));
const refundedOf = ({ refunds }: Shop) =>
  refunds.flatMap(({ id, lines = [] }) => lines.map(([line, value], index) => ({ id: `${id}${index}`, refund: id, line, value })));
const adjustedOf = ({ refunds }: Shop) =>
  refunds.flatMap(({ id, order, adjustments = [] }) =>
    adjustments.map(([amount, kind, reason], index) => ({ id: `${id}${index}`, refund: id, order, amount, kind, reason })),
  );

function rest(shop: Shop): Record<string, Table> {
  return {
    order: rows(
      [...ORDER, ...of('STRING', 'financial_status', 'currency'), ...of('FLOAT64', 'subtotal_price')],
      shop.orders.map((each) => ({
        ...orderOf(each, shop.synced),
        financial_status: each.status,
        currency: 'USD',
        subtotal_price: each.value,
      })),
    ),
    order_line: rows(
      [...of('INT64', 'id', 'order_id', 'quantity'), ...of('BOOL', 'gift_card'), ...of('FLOAT64', 'price', 'total_discount')],
      linesOf(shop).map(({ id, order, quantity, gift, price }) => ({
        id,
        order_id: order,
        quantity,
        gift_card: gift ?? false,
        price,
        total_discount: '0',
      })),
    ),
    refund: rows(
      [...of('INT64', 'id', 'order_id'), ...of('TIMESTAMP', 'created_at', 'processed_at')],
      shop.refunds.map(({ id, order, at }) => ({ id, order_id: order, created_at: at, processed_at: at })),
    ),
    order_line_refund: rows(
      [...of('INT64', 'id', 'refund_id', 'order_line_id'), ...of('FLOAT64', 'subtotal')],
      refundedOf(shop).map(({ id, refund, line, value }) => ({ id, refund_id: refund, order_line_id: line, subtotal: value })),
    ),
    order_adjustment: rows(
      [...of('INT64', 'id', 'refund_id', 'order_id'), ...of('FLOAT64', 'amount'), ...of('STRING', 'kind', 'reason')],
      adjustedOf(shop).map(({ id, refund, order, amount, kind, reason }) => ({
        id,
        refund_id: refund,
        order_id: order,
        amount,
        kind,
        reason,
      })),
    ),
  };
}

/** Shipping is refunded in a table of its own there. */
function graphql(shop: Shop, refundLines: string): Record<string, Table> {
  return {
    order: rows(
      [
        ...ORDER,
        ...of('STRING', 'display_financial_status', 'currency_code'),
        ...of('FLOAT64', 'subtotal_price_set_shop_amount', 'subtotal_price_set_pres_amount'),
      ],
      shop.orders.map((each) => ({
        ...orderOf(each, shop.synced),
        display_financial_status: each.status === null ? null : each.status.toUpperCase(),
        currency_code: 'USD',
        subtotal_price_set_shop_amount: each.value,
        subtotal_price_set_pres_amount: '1',
      })),
    ),
    order_line: rows(
      [
        ...of('INT64', 'id', 'order_id', 'quantity'),
        ...of('BOOL', 'is_gift_card'),
        ...of('FLOAT64', 'original_unit_price_set_shop_amount', 'total_discount_set_shop_amount'),
      ],
      linesOf(shop).map(({ id, order, quantity, gift, price }) => ({
        id,
        order_id: order,
        quantity,
        is_gift_card: gift ?? false,
        original_unit_price_set_shop_amount: price,
        total_discount_set_shop_amount: '0',
      })),
    ),
    refund: rows(
      [...of('INT64', 'id', 'order_id'), ...of('TIMESTAMP', 'created_at')],
      shop.refunds.map(({ id, order, at }) => ({ id, order_id: order, created_at: at })),
    ),
    [refundLines]: rows(
      [...of('INT64', 'id', 'refund_id', 'order_line_id'), ...of('FLOAT64', 'subtotal_set_shop_amount')],
      refundedOf(shop).map(({ id, refund, line, value }) => ({
        id,
        refund_id: refund,
        order_line_id: line,
        subtotal_set_shop_amount: value,
      })),
    ),
    order_adjustment: rows(
      [...of('INT64', 'id', 'refund_id'), ...of('FLOAT64', 'amount_set_shop_amount'), ...of('STRING', 'reason')],
      adjustedOf(shop)
        .filter(({ kind }) => kind !== 'shipping_refund')
        .map(({ id, refund, amount, reason }) => ({ id, refund_id: refund, amount_set_shop_amount: amount, reason })),
    ),
  };
}

const FORMS: Readonly<Record<string, (shop: Shop) => Record<string, Table>>> = {
  rest,
  graphql: (shop) => graphql(shop, 'refund_line_item'),
  graphql_order_line_refund: (shop) => graphql(shop, 'order_line_refund'),
};

/** A shop by one of the connections. */
export function shopify(connection: string, giftCards: string, shop: Shop = SHOP): Scenario {
  const written = FORMS[connection];
  if (written === undefined) throw new RangeError(connection);
  return {
    name: `shopify ${connection}, gift cards ${giftCards}`,
    use: { pack: 'shopify@1', connection, giftCards },
    metrics: ['shopify_net_sales', 'shopify_first_buyers', 'shopify_order_value'],
    tables: new Map(Object.entries(written(shop)).map(([name, each]) => [`shopify.${name}`, each])),
  };
}

export const SHOPIFY_SCENARIOS: readonly Scenario[] = Object.keys(FORMS).flatMap((connection) => [
  shopify(connection, 'none'),
  shopify(connection, 'apart'),
]);
