import type { Scenario } from './scenario.js';
import { type Cell, of, type Table, table } from './tables.js';

type Row = Readonly<Record<string, Cell>>;

const GERMANY = 'A1PA6795UKMFR9';

const order = (id: string, at: string, status: string | null, more: Row = {}): Row => ({
  amazon_order_id: id,
  purchase_date: at,
  order_status: status,
  marketplace_id: GERMANY,
  is_replacement_order: false,
  _fivetran_synced: '2026-05-10T00:00:00Z',
  ...more,
});

const item = (order: string, id: string, price: string | null, discount: string | null, more: Row = {}): Row => ({
  amazon_order_id: order,
  order_item_id: id,
  item_price_amount: price,
  item_price_currency_code: price === null ? null : 'EUR',
  promotion_discount_amount: discount,
  promotion_discount_currency_code: discount === null ? null : 'EUR',
  quantity_ordered: '1',
  ...more,
});

const orders = (rows: readonly Row[]): [string, Table] => [
  'amazon_selling_partner.orders',
  table(
    [
      ...of('STRING', 'amazon_order_id', 'order_status', 'marketplace_id'),
      ...of('TIMESTAMP', 'purchase_date', '_fivetran_synced'),
      ...of('BOOL', 'is_replacement_order'),
    ],
    rows,
  ),
];

const items = (amount: 'STRING' | 'FLOAT64', rows: readonly Row[]): [string, Table] => [
  'amazon_selling_partner.order_item',
  table(
    [
      ...of('STRING', 'amazon_order_id', 'order_item_id', 'item_price_currency_code', 'promotion_discount_currency_code'),
      ...of(amount, 'item_price_amount', 'promotion_discount_amount'),
      ...of('INT64', 'quantity_ordered'),
    ],
    rows,
  ),
];

const ORDERED = {
  use: { pack: 'amazon-sp@1', marketplace: 'Amazon.de' },
  metrics: ['amazon_sp_ordered_sales', 'amazon_sp_average_order'],
} as const;

/** Amounts as text, one with thousands; what does not count is pending, cancelled, of unknown status, a replacement, Italy's or May's. */
export const AMAZON_ORDERS: Scenario = {
  ...ORDERED,
  name: 'amazon-sp with amounts as text',
  tables: new Map([
    orders([
      order('1', '2026-04-01T00:00:00Z', 'Shipped'),
      order('2', '2026-04-30T23:59:59Z', 'Unshipped'),
      order('3', '2026-04-05T10:00:00Z', 'Canceled'),
      order('4', '2026-04-05T10:00:00Z', 'Pending'),
      order('5', '2026-04-05T10:00:00Z', 'Shipped', { is_replacement_order: true }),
      order('6', '2026-04-05T10:00:00Z', 'Shipped', { marketplace_id: 'APJ6JRA9NG5V4' }),
      order('7', '2026-05-01T00:00:00Z', 'Shipped'),
      order('8', '2026-04-05T10:00:00Z', 'Quarantined'),
      order('9', '2026-04-06T10:00:00Z', 'PartiallyShipped'),
    ]),
    items('STRING', [
      item('1', 'a', '8,099.24', '99.24'),
      item('1', 'b', '19.9', null),
      item('2', 'c', '0.10', '0.00'),
      ...['3', '5', '6', '7', '8'].map((id) => item(id, `x${id}`, '500', null)),
      item('4', 'x4', null, null),
      item('9', 'd', '30', null),
      // Cancelled out of an order whose other item was sent.
      item('9', 'e', null, null, { quantity_ordered: '0' }),
    ]),
  ]),
};

/** Amounts as floating-point numbers. */
export const AMAZON_FLOATS: Scenario = {
  ...ORDERED,
  name: 'amazon-sp with amounts as numbers, by the marketplace’s id',
  use: { pack: 'amazon-sp@1', marketplace: GERMANY },
  tables: new Map([
    orders([order('1', '2026-04-01T00:00:00Z', 'Shipped')]),
    items('FLOAT64', [item('1', 'a', '0.1', null), item('1', 'b', '0.2', '0.05'), item('1', 'c', '1299', null)]),
  ]),
};

/** Five rows none of which has a figure; the sixth has. */
export const AMAZON_DAMAGED: Scenario = {
  ...ORDERED,
  name: 'amazon-sp, damaged',
  tables: new Map([
    orders([
      order('1', '2026-04-02T10:00:00Z', 'Shipped'),
      order('2', '2026-04-02T10:00:00Z', null),
      // Its items are not loaded yet.
      order('3', '2026-04-02T10:00:00Z', 'Shipped'),
    ]),
    items('STRING', [
      item('1', 'a', '39.01a', null),
      item('1', 'b', '8,099', null),
      item('1', 'c', '10', 'EUR 2'),
      item('1', 'd', '7.50', null),
      item('2', 'e', '10', null),
    ]),
  ]),
};

const HEADER: Row = { settlement_id: 'S1', currency: 'EUR', total_amount: '117,50' };
const line = (type: string, amountType: string, description: string, amount: string, more: Row = {}): Row => ({
  settlement_id: 'S1',
  transaction_type: type,
  order_id: '305-1',
  order_item_code: '1',
  sku: 'TEA',
  marketplace_name: 'Amazon.de',
  amount_type: amountType,
  amount_description: description,
  amount,
  posted_date_time: '03.04.2026 10:00:00 UTC',
  ...more,
});

/** 2 × 100.00 − 20.00 − 50.00 − 10.25 − 7.00 + 4.75 = 117.50 */
const SETTLEMENT: readonly Row[] = [
  HEADER,
  // Two units of one order that were posted together: rows that are alike.
  line('Order', 'ItemPrice', 'Principal', '100,00'),
  line('Order', 'ItemPrice', 'Principal', '100,00'),
  line('Order', 'Promotion', 'Principal', '-20,00', { promotion_id: 'SPRING' }),
  line('Order', 'ItemPrice', 'Shipping', '4,75'),
  line('Order', 'ItemFees', 'Commission', '-7,00'),
  line('Refund', 'ItemPrice', 'Principal', '-50,00', { adjustment_id: 'r', posted_date_time: '30.04.2026 23:59:59 UTC' }),
  line('A-to-z Guarantee Refund', 'ItemPrice', 'Principal', '-10,25', { adjustment_id: 'z' }),
];

/** The next settlement, whose rows are of May. */
const NEXT: readonly Row[] = [
  { settlement_id: 'S2', currency: 'EUR', total_amount: '1,00' },
  line('Order', 'ItemPrice', 'Principal', '1,00', { settlement_id: 'S2', posted_date_time: '09.05.2026 10:00:00 UTC' }),
];

const settled = (name: string, rows: readonly Row[], site: 'us' | 'eu' = 'eu'): Scenario => ({
  name,
  use: { pack: 'amazon-sp-settlement@1', marketplace: 'Amazon.de', site },
  metrics: ['amazon_sp_net_sales', 'amazon_sp_refunds'],
  tables: new Map([
    [
      'amazon_seller_partner.GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2',
      table(
        [
          ...of('STRING', 'settlement_id', 'total_amount', 'currency', 'transaction_type', 'order_id', 'order_item_code', 'shipment_id'),
          ...of('STRING', 'adjustment_id', 'merchant_adjustment_item_id', 'sku', 'promotion_id', 'marketplace_name'),
          ...of('STRING', 'amount_type', 'amount_description', 'posted_date_time', 'amount'),
        ],
        rows,
      ),
    ],
  ]),
});

export const AMAZON_SETTLED = settled('amazon-sp-settlement', [...SETTLEMENT, ...NEXT]);
export const AMAZON_SETTLED_TWICE = settled('amazon-sp-settlement, loaded twice', [...SETTLEMENT, ...NEXT, ...SETTLEMENT]);

/** 03.04.2026 10:00:00 UTC and 1,50 as amazon.com writes them. */
const american = (text: Cell): Cell =>
  typeof text === 'string' ? text.replace(/^(\d\d)\.(\d\d)\.(\d{4}) /, '$3-$2-$1 ').replace(/^(-?\d+),(\d\d)$/, '$1.$2') : text;
/** What is absent is an empty text. */
export const AMAZON_SETTLED_US = settled(
  'amazon-sp-settlement, us',
  [...SETTLEMENT, ...NEXT].map((row) => ({
    ...Object.fromEntries(['total_amount', 'currency', 'transaction_type', 'amount', 'posted_date_time'].map((name) => [name, ''])),
    ...Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, american(cell)])),
  })),
  'us',
);
/** By what is wrong with the settlement of April. */
export const AMAZON_UNSETTLED = {
  'a row is missing': settled('amazon-sp-settlement, a row missing', [...SETTLEMENT.slice(0, -1), ...NEXT]),
  'the total is missing': settled('amazon-sp-settlement, no total', [...SETTLEMENT.slice(1), ...NEXT]),
  'a second load broke off': settled('amazon-sp-settlement, loaded in part', [...SETTLEMENT, ...NEXT, ...SETTLEMENT.slice(0, 3)]),
  'a fee is no number': settled(
    'amazon-sp-settlement, a fee that is none',
    [...SETTLEMENT, ...NEXT].map((row) => (row['amount'] === '-7,00' ? { ...row, amount: '-7.00' } : row)),
  ),
};
/** A file of an American site. */
export const AMAZON_OTHER_CLOCK = settled(
  'amazon-sp-settlement, another clock',
  [...SETTLEMENT, ...NEXT].map((row) => ('amount' in row ? { ...row, posted_date_time: '2026-04-03 10:00:00 UTC' } : row)),
);

export const AMAZON_SCENARIOS: readonly Scenario[] = [
  AMAZON_ORDERS,
  AMAZON_FLOATS,
  AMAZON_DAMAGED,
  AMAZON_SETTLED,
  AMAZON_SETTLED_TWICE,
  AMAZON_SETTLED_US,
  ...Object.values(AMAZON_UNSETTLED),
];
