import { addDays, datesOf, instantText, type LocalDate, type Micros, startOfDay } from '../kernel/calendar.js';
import { scaledText } from '../kernel/rational.js';
import { type Dice, dice } from './dice.js';
import { DOUBLED_EXPORT, EXPORT_DAYS, MARKET_ZONE, marketDay, PRODUCTS, type Product, RUG, RUG_RECALL, SALES_DAYS } from './market.js';
import type { TimedRow, TimedTable } from './timed-table.js';

/** An order of the invented shop. Money in cents. */
export interface SampleOrder {
  readonly id: string;
  readonly customer: string;
  readonly day: LocalDate;
  /** The morning after, when the export first holds it. */
  readonly loadedOn: LocalDate;
  readonly paidAt: Micros;
  readonly captured: boolean;
  readonly test: boolean;
  readonly currency: 'USD' | 'CAD';
  readonly product: Product;
  readonly quantity: number;
  readonly value: number;
  readonly freight: number;
  /** In cents of a US dollar, whatever the order's currency. */
  readonly cost: number;
}

interface SampleRefund {
  readonly order: SampleOrder;
  readonly day: LocalDate;
  readonly at: Micros;
  readonly amount: number;
  readonly reason: string;
  readonly seenOn: LocalDate;
}

const SECOND = 1_000_000n;
/** Seconds of a day that exist also when the clock is put forward. */
const DAY_SECONDS = 23 * 3600;

/** Every order from the first to the last day of sales, in order of payment. */
export function sampleOrders(seed: number): SampleOrder[] {
  const chance = dice(seed);
  const orders: SampleOrder[] = [];
  const customers: string[] = [];
  for (const day of datesOf(SALES_DAYS)) {
    const plan = marketDay(day);
    const count = Math.trunc((plan.orders * chance.around(900, 1100)) / 1_000_000);
    const loadedOn = addDays(day, 1);
    const start = startOfDay(day, MARKET_ZONE);
    const seconds = Array.from({ length: count }, () => chance.around(5 * 3600, DAY_SECONDS - 1)).sort((a, b) => a - b);
    for (const second of seconds) {
      const newcomer = customers.length < 50 || chance.chance(plan.newcomers);
      if (newcomer) customers.push(`C${100001 + customers.length}`);
      const customer = newcomer ? customers.at(-1) : customers[chance.between(0, customers.length - 1)];
      const id = `A${200001 + orders.length}`;
      orders.push({ id, customer: customer ?? '', day, loadedOn, paidAt: start + BigInt(second) * SECOND, ...basket(chance) });
    }
  }
  return orders;
}

const DISCOUNTS: readonly [Discount, ...Discount[]] = [
  { weight: 70, off: 0 },
  { weight: 20, off: 10 },
  { weight: 10, off: 15 },
];
interface Discount {
  readonly weight: number;
  /** Percent. */
  readonly off: number;
}

/** What was bought, and whether the money came. */
function basket(chance: Dice): Omit<SampleOrder, 'id' | 'customer' | 'day' | 'loadedOn' | 'paidAt'> {
  const product = chance.pick(PRODUCTS);
  const quantity = product.usd < 4000 && chance.chance(300) ? 2 : 1;
  const currency = chance.chance(150) ? 'CAD' : 'USD';
  const list = (currency === 'CAD' ? product.cad : product.usd) * quantity;
  const value = Math.trunc((list * (100 - chance.pick(DISCOUNTS).off)) / 100);
  return {
    captured: !chance.chance(18),
    test: chance.chance(3),
    currency,
    product,
    quantity,
    value,
    freight: value >= 5000 ? 0 : 595,
    cost: product.cost * quantity,
  };
}

/** Whether an order is revenue: a real customer's, with the money received. */
export function isRevenue(order: SampleOrder): boolean {
  return order.captured && !order.test;
}

const REASONS: readonly [Reason, ...Reason[]] = [
  { weight: 45, name: 'not_as_expected' },
  { weight: 25, name: 'damaged' },
  { weight: 20, name: 'changed_mind' },
  { weight: 10, name: 'late' },
];
interface Reason {
  readonly weight: number;
  readonly name: string;
}

/** Refunds in order of their own moment. One in nine is booked by the returns warehouse only weeks later. */
function sampleRefunds(orders: readonly SampleOrder[], seed: number): SampleRefund[] {
  const chance = dice(seed);
  const refunds: SampleRefund[] = [];
  for (const order of orders) {
    if (!isRevenue(order)) continue;
    const wait = chance.around(3, 32);
    const late = chance.chance(110) ? chance.between(10, 40) : 0;
    const part = chance.chance(800) ? 100 : chance.between(30, 60);
    const second = BigInt(chance.between(9 * 3600, 20 * 3600)) * SECOND;
    const reason = chance.pick(REASONS).name;
    if (!chance.chance(order.product.returns)) continue;
    const day = addDays(order.day, wait);
    refunds.push({
      order,
      day,
      at: startOfDay(day, MARKET_ZONE) + second,
      amount: Math.trunc((order.value * part) / 100),
      reason,
      seenOn: addDays(day, 1 + late),
    });
  }
  refunds.push(...recalledRugs(orders, new Set(refunds.map((refund) => refund.order.id)), seed + 1));
  return refunds.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order.id < b.order.id ? -1 : 1));
}

/** The rugs sold in the two weeks before the recall and not given back otherwise. */
function recalledRugs(orders: readonly SampleOrder[], refunded: ReadonlySet<string>, seed: number): SampleRefund[] {
  const chance = dice(seed);
  const days = datesOf(RUG_RECALL.days);
  const from = addDays(RUG_RECALL.days.from, -14);
  return orders
    .filter((order) => isRevenue(order) && order.product.sku === RUG && !refunded.has(order.id))
    .filter((order) => from <= order.day && order.day < RUG_RECALL.days.from)
    .map((order) => {
      const day = days[chance.between(0, days.length - 1)] ?? RUG_RECALL.days.to;
      const at = startOfDay(day, MARKET_ZONE) + BigInt(chance.between(9 * 3600, 20 * 3600)) * SECOND;
      return { order, day, at, amount: order.value, reason: 'recall', seenOn: RUG_RECALL.bookedOn };
    });
}

const cents = (amount: number) => scaledText(BigInt(amount), 2);

function orderText(order: SampleOrder): string {
  return [
    order.id,
    order.customer,
    instantText(order.paidAt),
    order.captured ? 'captured' : 'voided',
    order.test,
    order.currency,
    cents(order.value),
    cents(order.freight),
    cents(order.cost),
    order.product.sku,
    order.quantity,
  ].join(',');
}

/** `shop/orders.csv`: a day's orders are exported the next morning; those of one night twice, until it was put right. */
export function ordersTable(orders: readonly SampleOrder[]): TimedTable {
  const rows: TimedRow[] = [];
  const doubled: TimedRow[] = [];
  for (const order of orders) {
    const row = { text: orderText(order), seenOn: order.loadedOn, goneOn: null };
    rows.push(row);
    if (order.day === DOUBLED_EXPORT.day) doubled.push({ ...row, goneOn: DOUBLED_EXPORT.repairedOn });
  }
  return {
    path: 'shop/orders.csv',
    header: 'order_id,customer_id,paid_at,payment,is_test,currency,item_value,freight,cost_of_goods,sku,quantity',
    rows: [...rows, ...doubled],
  };
}

/** `shop/refunds.csv`: by the refund's own moment, present only from the day it was booked. */
export function refundsTable(orders: readonly SampleOrder[], seed: number): TimedTable {
  return {
    path: 'shop/refunds.csv',
    header: 'refund_id,order_id,refunded_at,currency,amount,reason',
    rows: sampleRefunds(orders, seed).map((refund, index) => ({
      text: [
        `R${300001 + index}`,
        refund.order.id,
        instantText(refund.at),
        refund.order.currency,
        cents(refund.amount),
        refund.reason,
      ].join(','),
      seenOn: refund.seenOn,
      goneOn: null,
    })),
  };
}

/** `shop/loads.csv`: the log of the nightly exports, a row per table, by which each of them is known to be complete. */
export function loadsTable(): TimedTable {
  return {
    path: 'shop/loads.csv',
    header: 'table_name,loaded_at,covers',
    rows: datesOf(EXPORT_DAYS).flatMap((day) =>
      ['orders', 'refunds'].map((table) => ({
        text: `${table},${addDays(day, 1)}T10:30:00Z,${day}`,
        seenOn: addDays(day, 1),
        goneOn: null,
      })),
    ),
  };
}
