import { describe, expect, it } from 'vitest';
import type { Filter, Literal } from '../../src/contract/model.js';
import type { Measured } from '../../src/evidence/decode.js';
import { shippedView } from '../../src/query/dialects/shipped-views.js';
import { equals, fact, measure, request, terms } from '../build-terms.js';
import { measureFolder, only as solely, sumText, totals } from '../shell/data-folder.js';
import { REAL_DATA, titled, truth } from './real-data.js';

const { title, present } = titled('Olist: a marketplace in BRL, wall-clock times of São Paulo', 'olist');

const text = (value: string): Literal => ({ type: 'string', value });
const zone = 'America/Sao_Paulo';
const valid: Filter = { column: 'order_status', op: 'notIn', values: [text('canceled'), text('unavailable')] };
const orders = fact('orders', { source: { table: 'olist.orders_flat' }, grain: ['order_no'] });
const term = { from: '2016-09-01', to: '2018-10-31' };

const contract = (column: string) => {
  const when = { column, zone };
  const sum = (id: string, summed: string, where: Filter | null) => measure(id, 'orders', { sum: summed }, { when, where });
  const count = (id: string, where: Filter | null) => measure(id, 'orders', { count: 'rows' }, { when, where });
  return terms({
    zone,
    term,
    currency: 'BRL',
    definitions: {
      facts: [orders],
      measures: [
        count('orders_all', null),
        count('orders_valid', valid),
        count('orders_delivered', equals('order_status', 'delivered')),
        count('orders_canceled', equals('order_status', 'canceled')),
        count('orders_unavailable', equals('order_status', 'unavailable')),
        sum('gmv_items_all', 'items_value', null),
        sum('gmv_items_valid', 'items_value', valid),
        sum('freight_valid', 'freight_value', valid),
        sum('payments_all', 'payment_value', null),
        sum('payments_valid', 'payment_value', valid),
        sum('payments_canceled', 'payment_value', equals('order_status', 'canceled')),
        measure('customers_all', 'orders', { countDistinct: 'customer_no' }, { when }),
        measure('customers_valid', 'orders', { countDistinct: 'customer_no' }, { when, where: valid }),
      ],
    },
  });
};

const plain = (number: string): string => sumText([number]);

/** A truth column by month; months without a row are zero. */
function expected(file: string, column: string, months: readonly string[]): Record<string, string> {
  const rows = new Map(truth(file).rows.map((row) => [row.month?.slice(0, 7), row[column] ?? '']));
  return Object.fromEntries(months.map((month) => [month, plain(rows.get(month) ?? '0')]));
}

const run = async (column: string): Promise<Measured> =>
  solely(await measureFolder(REAL_DATA, [request(contract(column), { asOf: '2018-11-10' })]));

describe.skipIf(!present)(title, () => {
  it('by purchase: orders, customers, GMV, payments of every month', async () => {
    const measured = await run('purchased_at');
    const months = measured.periods.map(({ period }) => period);
    expect(months).toHaveLength(26);
    const same = [
      'orders_all',
      'orders_valid',
      'orders_delivered',
      'orders_canceled',
      'orders_unavailable',
      'gmv_items_all',
      'gmv_items_valid',
    ];
    for (const id of [...same, 'payments_all', 'payments_valid', 'payments_canceled', 'customers_all', 'customers_valid']) {
      expect(totals(measured, id), id).toEqual(expected('olist/truth_monthly_by_purchase.csv', id, months));
    }
    const items = totals(measured, 'gmv_items_valid');
    const freight = totals(measured, 'freight_valid');
    const both = Object.fromEntries(months.map((month) => [month, sumText([items[month] ?? '', freight[month] ?? ''])]));
    expect(both).toEqual(expected('olist/truth_monthly_by_purchase.csv', 'gmv_items_freight_valid', months));
    expect(items['2017-11']).toBe('1003862.14');
    expect(sumText(Object.values(items))).toBe('13494400.74');
    const nulls = measured.periods.flatMap((period) => period.measures).filter(({ id }) => id === 'gmv_items_all');
    expect(nulls.reduce((sum, one) => sum + one.nulls, 0)).toBe(775);
    const scans = measured.periods.flatMap(({ facts }) => facts.flatMap((one) => one.scans));
    expect(scans.every((scan) => scan.duplicateKeys === 0 && scan.repeatedKeys.length === 0 && scan.nullWhen === 0)).toBe(true);
  });

  it('by approval: another month for 1,684 orders, none for 160', async () => {
    const measured = await run('approved_at');
    const months = measured.periods.map(({ period }) => period);
    for (const id of ['orders_all', 'orders_valid', 'customers_valid', 'gmv_items_all', 'gmv_items_valid', 'payments_valid']) {
      expect(totals(measured, id), id).toEqual(expected('olist/truth_monthly_by_approved.csv', id, months));
    }
    expect(measured.periods[0]?.facts[0]?.scans[0]?.nullWhen).toBe(160);
  });

  it('by delivery: 96,476 orders have a delivery', async () => {
    const measured = await run('delivered_at');
    expect(sumText(Object.values(totals(measured, 'orders_all')))).toBe(String(99_441 - 2_965));
    expect(sumText(Object.values(totals(measured, 'orders_canceled')))).toBe('6');
    expect(measured.periods[0]?.facts[0]?.scans[0]?.nullWhen).toBe(2_965);
  });

  it('by status, over the whole term', async () => {
    const statuses = truth('olist/truth_by_status.csv').rows;
    const when = { column: 'purchased_at', zone };
    const measures = statuses.flatMap(({ order_status: status = '' }) => {
      const where = equals('order_status', status);
      return [
        measure(`${status}_orders`, 'orders', { count: 'rows' }, { when, where }),
        measure(`${status}_gmv_items`, 'orders', { sum: 'items_value' }, { when, where }),
        measure(`${status}_freight`, 'orders', { sum: 'freight_value' }, { when, where }),
        measure(`${status}_payments`, 'orders', { sum: 'payment_value' }, { when, where }),
      ];
    });
    const of = terms({ zone, term, definitions: { facts: [orders], measures } });
    const measured = solely(await measureFolder(REAL_DATA, [request(of, { asOf: '2018-11-10' })]));
    for (const row of statuses) {
      for (const column of ['orders', 'gmv_items', 'freight', 'payments']) {
        const total = sumText(Object.values(totals(measured, `${row.order_status}_${column}`)));
        expect([row.order_status, column, total]).toEqual([row.order_status, column, plain(row[column] ?? '')]);
      }
    }
  });

  it('96,096 different customers to date', async () => {
    const of = contract('purchased_at');
    const spans = [{ measure: 'customers_all', span: term }];
    const measured = solely(await measureFolder(REAL_DATA, [request(of, { asOf: '2018-11-10', periods: ['2018-10'], spans })]));
    expect(measured.spans.map(({ distinct }) => distinct)).toEqual([96_096]);
    expect(measured.periods.map(({ period }) => period)).toEqual(['2018-10']);
  });

  it('new customers by the shipped view of first orders', async () => {
    const only = { column: 'order_status', values: ['approved', 'created', 'delivered', 'invoiced', 'processing', 'shipped'] };
    const names = {
      table: 'olist.orders_flat',
      customer: 'customer_no',
      order: 'order_no',
      time: 'purchased_at',
      kind: 'wall' as const,
      only,
    };
    const of = terms({
      zone,
      term,
      definitions: {
        facts: [fact('first_orders', { source: { view: 'first_order' }, grain: ['customer_no'] })],
        measures: [measure('new_customers_valid', 'first_orders', { count: 'rows' }, { when: { column: 'purchased_at', zone } })],
        views: [{ name: 'first_order', ...shippedView('first_order', names) }],
      },
    });
    const measured = solely(await measureFolder(REAL_DATA, [request(of, { asOf: '2018-11-10' })]));
    const months = measured.periods.map(({ period }) => period);
    expect(totals(measured, 'new_customers_valid')).toEqual(expected('olist/truth_monthly_by_purchase.csv', 'new_customers_valid', months));
  });

  it('in EUR by the ECB’s rates: the last before a weekend, and every day has one', async () => {
    const fx = { fact: 'rates', date: 'rate_date', currency: 'currency', rate: 'units_per_eur', maxAgeDays: 7, inverted: true };
    const view = `SELECT order_no, purchased_at, items_value, 'BRL' AS currency FROM olist.orders_flat`;
    const of = terms({
      zone,
      term: { from: '2017-12-01', to: '2018-01-31' },
      currency: 'EUR',
      definitions: {
        facts: [
          fact('orders', { source: { view: 'orders' }, grain: ['order_no'] }),
          fact('rates', { source: { table: 'ecb_fx.rates_long' }, grain: ['rate_date', 'currency'] }),
        ],
        measures: [measure('gmv', 'orders', { sum: 'items_value' }, { when: { column: 'purchased_at', zone }, currency: 'currency' })],
        fx: { ...fx, clause: { file: 'd.yaml', line: 1 } },
        views: [{ name: 'orders', duckdb: view, bigquery: null }],
      },
    });
    const measured = solely(await measureFolder(REAL_DATA, [request(of, { asOf: '2018-11-10' })]));
    const quoted = new Map(truth('ecb_fx/rates_usd_gbp_brl_try.csv').rows.map((row) => [row.rate_date, row.brl_per_eur ?? '']));
    const rates = measured.periods.flatMap((period) => period.rates);
    expect(rates.length).toBeGreaterThan(50);
    for (const { rateDay, rate } of rates) expect(rate).toBe(plain(quoted.get(rateDay) ?? ''));
    // Christmas 2017: no rates from the 23rd to the 26th
    const christmas = rates.filter(({ day }) => day >= '2017-12-22' && day <= '2017-12-27').map(({ day, rateDay }) => [day, rateDay]);
    expect(christmas).toEqual([
      ['2017-12-22', '2017-12-22'],
      ['2017-12-23', '2017-12-22'],
      ['2017-12-24', '2017-12-22'],
      ['2017-12-25', '2017-12-22'],
      ['2017-12-26', '2017-12-22'],
      ['2017-12-27', '2017-12-27'],
    ]);
  });

  it('an order’s grain is not an item’s: order_id repeats among the items', async () => {
    const when = { column: 'paid_at', zone };
    const items = fact('payments', { source: { view: 'paid' }, grain: ['order_id'] });
    const view = `SELECT p.order_id, p.payment_value, o.purchased_at AS paid_at FROM olist.payments p, olist.orders_flat o WHERE o.order_no = 1`;
    const of = terms({
      zone,
      term: { from: '2016-09-01', to: '2016-09-30' },
      definitions: {
        facts: [items],
        measures: [measure('paid', 'payments', { sum: 'payment_value' }, { when })],
        views: [{ name: 'paid', duckdb: view, bigquery: null }],
      },
    });
    const measured = solely(await measureFolder(REAL_DATA, [request(of, { asOf: '2018-11-10' })]));
    expect(totals(measured, 'paid')).toEqual({ '2016-09': '16008872.12' });
    expect(measured.periods[0]?.facts[0]?.scans[0]?.duplicateKeys).toBe(2_961);
  });
});
