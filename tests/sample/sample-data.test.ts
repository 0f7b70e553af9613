import { describe, expect, test } from 'vitest';
import { addDays, datesOf, type LocalDate, localDate, parseInstant, weekday } from '../../src/kernel/calendar.js';
import { digest } from '../../src/kernel/canonical.js';
import { compare, divide, type Rational, rational, sum, ZERO } from '../../src/kernel/rational.js';
import { DOUBLED_EXPORT, MARKET_ZONE, RUG_RECALL, TRACKING_OUTAGE } from '../../src/sample/market.js';
import { SAMPLE_SEED, sampleTables } from '../../src/sample/sample-data.js';
import { stateAt } from '../../src/sample/timed-table.js';

const tables = sampleTables();
const END = '2027-04-15';

/** The rows of a file as they are found on a date, by column. No field of the sample needs quotes. */
function rowsAt(path: string, date: LocalDate): readonly Readonly<Record<string, string>>[] {
  const text = stateAt(tables, date).get(path) ?? '';
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [columns[index] ?? '?', value])));
}

/** The shop's local day of an instant. */
function shopDay(instant: string | undefined): LocalDate {
  const micros = parseInstant(instant ?? '');
  if (micros === null) throw new Error(`no instant: ${instant}`);
  return localDate(micros, MARKET_ZONE);
}

const orders = rowsAt('shop/orders.csv', END);
const refunds = rowsAt('shop/refunds.csv', END);
const paidOn = new Map(orders.map((row) => [row.order_id, shopDay(row.paid_at)]));
const refundedOn = new Map(refunds.map((row) => [row.refund_id, shopDay(row.refunded_at)]));
const ads = rowsAt('ads/spend.csv', END);
const ga4 = rowsAt('ga4/revenue.csv', END);
const rates = new Map(rowsAt('fx/rates.csv', END).map((row) => [row.day ?? '', rational(row.usd_per_unit ?? '')]));

function usd(amount: string | undefined, currency: string | undefined, day: LocalDate): Rational {
  if (currency === 'USD') return rational(amount ?? '');
  for (let back = 0; back <= 7; back++) {
    const rate = rates.get(addDays(day, -back));
    if (rate !== undefined) return rational(amount ?? '').mul(rate);
  }
  throw new Error(`no rate for ${day}`);
}

describe('the generator', () => {
  test('draws the same bytes every time', () => {
    expect(digest(sampleTables())).toBe(digest(tables));
    expect(digest([...stateAt(tables, END)])).toBe('sha256:73f7bdb3093403abcacdee4734f01025d30b8fa59ce9b3f42e29c774e3f355d0');
  });

  test('invoices what was spent, month by month, and not before the month is over', () => {
    const total = (rows: readonly Readonly<Record<string, string>>[], column: string) =>
      sum(rows.map((row) => rational(row[column] ?? '')));
    const invoices = rowsAt('ads/invoices.csv', END);
    expect(total(invoices, 'amount')).toEqual(total(ads, 'spend'));
    const january = ads.filter(({ day, platform }) => day?.startsWith('2026-01') === true && platform === 'meta');
    const of = invoices.filter(({ billed_to, platform }) => billed_to === '2026-01-31' && platform === 'meta');
    expect(of.map(({ amount }) => amount && rational(amount))).toEqual([total(january, 'spend')]);
    expect(rowsAt('ads/invoices.csv', '2026-02-01').filter(({ billed_to }) => billed_to === '2026-01-31')).toEqual([]);
  });

  test('draws another year from another seed', () => {
    expect(digest(sampleTables(SAMPLE_SEED + 1))).not.toBe(digest(tables));
  });

  test('stays small: the demo is to take seconds', () => {
    expect(tables.reduce((rows, table) => rows + table.rows.length, 0)).toBeLessThan(60_000);
  });
});

describe('the rows', () => {
  test('money is exact decimal text with two digits', () => {
    const amounts = [
      ...orders.flatMap((row) => [row.item_value, row.freight, row.cost_of_goods]),
      ...refunds.map((row) => row.amount),
      ...ads.map((row) => row.spend),
      ...ga4.map((row) => row.revenue),
    ];
    expect(amounts.filter((amount) => !/^\d+\.\d{2}$/.test(amount ?? ''))).toEqual([]);
  });

  test('keys are unique once the data is repaired', () => {
    for (const [rows, key] of [
      [orders, ['order_id']],
      [refunds, ['refund_id']],
      [ads, ['day', 'campaign']],
      [ga4, ['day', 'channel']],
      [rowsAt('fx/rates.csv', END), ['day', 'ccy']],
    ] as const) {
      expect(new Set(rows.map((row) => key.map((name) => row[name]).join('|'))).size).toBe(rows.length);
    }
  });

  test('every refund gives back at most a captured order, after it, in its currency', () => {
    const byId = new Map(orders.map((row) => [row.order_id, row]));
    for (const refund of refunds) {
      const order = byId.get(refund.order_id);
      expect(order?.payment).toBe('captured');
      expect(order?.is_test).toBe('false');
      expect(refund.currency).toBe(order?.currency);
      expect(compare(rational(refund.amount ?? ''), rational(order?.item_value ?? ''))).toBeLessThanOrEqual(0);
      expect((refund.refunded_at ?? '') > (order?.paid_at ?? '')).toBe(true);
    }
    expect(new Set(refunds.map((row) => row.order_id)).size).toBe(refunds.length);
  });

  test('both currencies occur, and test and voided orders, a few', () => {
    const share = (name: string, value: string) => orders.filter((row) => row[name] === value).length / orders.length;
    expect(share('currency', 'CAD')).toBeGreaterThan(0.13);
    expect(share('currency', 'CAD')).toBeLessThan(0.17);
    expect(share('payment', 'voided')).toBeLessThan(0.03);
    expect(share('is_test', 'true')).toBeLessThan(0.01);
    expect(orders.some((row) => row.is_test === 'true')).toBe(true);
  });

  test('Sundays sell most and rates rest at weekends', () => {
    const perWeekday = [0, 0, 0, 0, 0, 0, 0];
    for (const day of paidOn.values()) {
      const index = weekday(day) - 1;
      perWeekday[index] = (perWeekday[index] ?? 0) + 1;
    }
    expect(Math.max(...perWeekday)).toBe(perWeekday[6]);
    expect([...rates.keys()].every((day) => weekday(day) <= 5)).toBe(true);
  });
});

describe('the business', () => {
  const paid = new Map<string, Rational>();
  const spent = new Map<string, Rational>();
  const newcomers = new Map<string, number>();
  const known = new Set<string>();
  for (const row of orders) {
    if (row.payment !== 'captured' || row.is_test !== 'false') continue;
    const day = paidOn.get(row.order_id) ?? '';
    const month = day.slice(0, 7);
    paid.set(month, (paid.get(month) ?? ZERO).add(usd(row.item_value, row.currency, day)));
    const customer = row.customer_id ?? '';
    if (!known.has(customer)) newcomers.set(month, (newcomers.get(month) ?? 0) + 1);
    known.add(customer);
  }
  for (const row of ads) {
    const month = (row.day ?? '').slice(0, 7);
    spent.set(month, (spent.get(month) ?? ZERO).add(rational(row.spend ?? '')));
  }
  const months = [...paid.keys()].filter((month) => month >= '2026');

  test('a month foots to the figures worked out by hand', () => {
    expect(paid.get('2026-01')?.toString()).toBe('74656.20065');
    expect(spent.get('2026-01')?.toString()).toBe('28043.32');
    expect(newcomers.get('2026-01')).toBe(1048);
  });

  test('returns on ad spend and customer cost are those of a real shop', () => {
    expect(months).toHaveLength(12);
    for (const month of months) {
      const roas = divide(paid.get(month) ?? ZERO, spent.get(month) ?? ZERO) ?? ZERO;
      expect(compare(roas, rational('2.55')), month).toBe(1);
      expect(compare(roas, rational('3.6')), month).toBe(-1);
      const cac = divide(spent.get(month) ?? ZERO, rational(newcomers.get(month) ?? 0)) ?? ZERO;
      expect(compare(cac, rational('20')), month).toBe(1);
      expect(compare(cac, rational('30')), month).toBe(-1);
    }
  });
});

describe('what was known when', () => {
  const isIn = (month: string) => (row: Readonly<Record<string, string>>) => refundedOn.get(row.refund_id)?.startsWith(month) === true;

  test('nothing is known before its night', () => {
    for (const date of ['2026-02-15', '2026-05-15', '2026-08-15']) {
      expect(rowsAt('shop/orders.csv', date).every((row) => (paidOn.get(row.order_id) ?? date) < date)).toBe(true);
      expect(rowsAt('ads/spend.csv', date).every((row) => (row.day ?? '') < date)).toBe(true);
    }
  });

  test('late refunds of January are absent when it is settled and there a month later', () => {
    const early = rowsAt('shop/refunds.csv', '2026-02-15').filter(isIn('2026-01'));
    const later = rowsAt('shop/refunds.csv', '2026-03-15').filter(isIn('2026-01'));
    expect(early).toHaveLength(112);
    expect(later).toHaveLength(114);
  });

  test('the recall is booked after March was settled', () => {
    const recalled = (date: LocalDate) => rowsAt('shop/refunds.csv', date).filter((row) => row.reason === 'recall');
    expect(recalled('2026-04-15')).toHaveLength(0);
    expect(recalled(RUG_RECALL.bookedOn)).toHaveLength(41);
    expect(recalled(END).every(isIn('2026-03'))).toBe(true);
  });

  test('one day is exported twice until it is repaired', () => {
    const copies = (date: LocalDate) => {
      const ids = rowsAt('shop/orders.csv', date).map((row) => row.order_id);
      return ids.length - new Set(ids).size;
    };
    const onThatDay = [...paidOn.values()].filter((day) => day === DOUBLED_EXPORT.day).length;
    expect(copies(DOUBLED_EXPORT.day)).toBe(0);
    expect(copies(addDays(DOUBLED_EXPORT.day, 1))).toBe(onThatDay);
    expect(copies('2026-06-15')).toBe(onThatDay);
    expect(copies(DOUBLED_EXPORT.repairedOn)).toBe(0);
  });

  test('the outage blinds analytics and ad platforms, not the shop', () => {
    for (const day of datesOf(TRACKING_OUTAGE)) {
      const seen = ga4.filter((row) => row.day === day);
      const campaigns = ads.filter((row) => row.day === day);
      expect(sum(seen.map((row) => rational(row.revenue ?? ''))).toString()).toBe('0');
      expect(campaigns).toHaveLength(5);
      expect(campaigns.every((row) => row.conversions === '0' && Number(row.clicks) > 0)).toBe(true);
      expect([...paidOn.values()].filter((paid) => paid === day).length).toBeGreaterThan(20);
    }
  });
});
