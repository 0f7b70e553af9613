import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measured } from '../../../src/evidence/decode.js';
import { digest } from '../../../src/kernel/canonical.js';
import type { MeasurementRequest } from '../../../src/query/request.js';
import { equals, fact, measure, request, terms } from '../../build-terms.js';
import { REAL_DATA, titled, truth } from '../../real-data/real-data.js';
import { sumText } from '../../shell/data-folder.js';
import { openDuckdb } from '../../warehouses.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { bigqueryAt } from '../support/contexts.js';
import { cutParquet } from '../support/cut-parquet.js';

/*
 * Real data, cut to what the evaluator can hold: both engines give evidence of the same digest, and where all of the data
 * fits, the figures that were computed independently.
 */

let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let endpoint: string;
let folder: string;

beforeAll(async () => {
  evaluator = await Evaluator.start();
  loopback = new LoopbackBigquery(evaluator, 'acme-reporting', false);
  endpoint = await loopback.start();
  folder = mkdtempSync(join(tmpdir(), 'concord-real-'));
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function load(file: string, where: string): Promise<void> {
  const path = file.replace('/', '.');
  const [dataset = ''] = path.split('.');
  if (loopback.store.location(dataset) === null) loopback.store.createDataset(dataset, 'US');
  loopback.store.put(path, await cutParquet(resolve(REAL_DATA, `${file}.parquet`), where, folder, path));
}

/** Measured on both engines; the digests are compared. */
async function both(asked: MeasurementRequest): Promise<Measured> {
  const duckdb = await openDuckdb({ dataFolder: folder, threads: 1 });
  const bigquery = await bigqueryAt(endpoint, loopback.project)();
  try {
    const [left, right] = [await duckdb.measure([asked]), await bigquery.measure([asked])];
    expect(right.issues).toEqual(left.issues);
    const [one, other] = [left.measured.get(asked.contract), right.measured.get(asked.contract)];
    if (one === undefined || other === undefined) throw new Error('nothing was measured');
    expect(digest(other)).toBe(digest(one));
    return other;
  } finally {
    await duckdb.close();
    await bigquery.close();
  }
}

const advertising = titled('Online advertising, all of it', 'online_advertising_2020q2');
describe.skipIf(!advertising.present)(advertising.title, () => {
  it('gives every day of the quarter to the last digit', async () => {
    await load('online_advertising_2020q2/ads_daily', 'TRUE');
    const when = { column: 'day', zone: null };
    const columns = { impressions: 'impressions', clicks: 'clicks', publisher_cost: 'publisher_cost_usd', sales: 'post_click_sales_usd' };
    const measures = [
      ...Object.entries(columns).map(([id, sum]) => measure(id, 'ads', { sum }, { when })),
      measure('placements', 'ads', { countDistinct: 'placement' }, { when, where: equals('user_engagement', 'High') }),
    ];
    const ads = fact('ads', { source: { table: 'online_advertising_2020q2.ads_daily' }, grain: ['row_no'] });
    const of = terms({ zone: 'America/New_York', term: { from: '2020-04-01', to: '2020-06-30' }, definitions: { facts: [ads], measures } });
    const measured = await both(request(of, { asOf: '2020-07-05' }));
    const days = (id: string) =>
      measured.periods.flatMap((period) =>
        period.measures.filter((entry) => entry.id === id).flatMap((entry) => entry.days.map(({ day, value }) => [day, value])),
      );
    const { rows } = truth('online_advertising_2020q2/truth_daily.csv');
    for (const id of Object.keys(columns)) expect(days(id), id).toEqual(rows.map((row) => [row['day'], sumText([row[id] ?? ''])]));
  });
});

const olist = titled('Olist, three months', 'olist');
describe.skipIf(!olist.present)(olist.title, () => {
  it('measures orders by three events, in wall-clock time over the end of summer time', async () => {
    await load('olist/orders_flat', `purchased_at >= '2017-09-20' AND purchased_at < '2017-12-05'`);
    const when = (column: string) => ({ column, zone: 'America/Sao_Paulo' });
    const valid = {
      column: 'order_status',
      op: 'notIn',
      values: ['canceled', 'unavailable'].map((value) => ({ type: 'string' as const, value })),
    } as const;
    const measures = [
      measure('ordered', 'orders', { sum: 'items_value' }, { when: when('purchased_at'), where: valid }),
      measure('paid', 'orders', { sum: 'payment_value' }, { when: when('approved_at') }),
      measure('delivered', 'orders', { count: 'rows' }, { when: when('delivered_at') }),
      measure('customers', 'orders', { countDistinct: 'customer_no' }, { when: when('purchased_at'), where: valid }),
      measure('states', 'orders', { countDistinct: 'customer_state' }, { when: when('approved_at') }),
    ];
    const orders = fact('orders', { source: { table: 'olist.orders_flat' }, grain: ['order_no'] });
    const of = terms({
      zone: 'Asia/Shanghai',
      currency: 'BRL',
      term: { from: '2017-10-01', to: '2017-11-30' },
      definitions: { facts: [orders], measures },
    });
    const spans = [{ measure: 'customers', span: { from: '2017-10-01', to: '2017-11-30' } }];
    const asked = request(of, { asOf: '2017-12-04', spans });
    const measured = await both(asked);
    expect(measured.spans[0]?.distinct).toBeGreaterThan(10_000);
    // of a period that still runs counts are asked for once more, without all the rest
    expect((await both({ ...asked, periods: [] })).spans).toEqual(measured.spans);
  });
});

const cdnow = titled('CDNOW and the ECB’s rates, a quarter', 'cdnow');
describe.skipIf(!cdnow.present)(cdnow.title, () => {
  it('counts customers and converts at the last rate', async () => {
    await load('cdnow/purchases', `purchase_date < '1997-04-15'`);
    await load('ecb_fx/rates_long', `rate_date >= '2024-01-01' AND currency IN ('USD', 'GBP', 'BRL')`);
    const when = { column: 'purchase_date', zone: null };
    const measures = [
      measure('amount', 'purchases', { sum: 'amount_usd' }, { when }),
      measure('customers', 'purchases', { countDistinct: 'customer_id' }, { when }),
      measure('rates', 'fx', { sum: 'units_per_eur' }, { when: { column: 'rate_date', zone: null }, currency: 'currency' }),
    ];
    const purchases = fact('purchases', { source: { table: 'cdnow.purchases' }, grain: ['row_no'] });
    const rates = fact('fx', { source: { table: 'ecb_fx.rates_long' }, grain: ['rate_date', 'currency'] });
    const clause = { file: 'contracts/acme/definitions.yaml', line: 40 };
    const fx = { fact: 'fx', date: 'rate_date', currency: 'currency', rate: 'units_per_eur', maxAgeDays: 7, inverted: true, clause };
    const definitions = { facts: [purchases, rates], measures, fx };
    const term = { from: '1997-01-01', to: '1997-03-31' };
    const first = await both(request(terms({ every: 'quarter', term, definitions }), { asOf: '1997-04-05' }));
    expect(first.periods[0]?.measures.find(({ id }) => id === 'customers')?.distinct).toBe(23_570);
    const later = terms({ currency: 'EUR', term: { from: '2024-01-01', to: '2024-03-31' }, definitions });
    const second = await both(request(later, { asOf: '2024-04-05' }));
    expect(second.periods.flatMap((period) => period.rates).length).toBeGreaterThan(100);
  });
});
