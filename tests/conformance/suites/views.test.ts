import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measurement } from '../../../src/ports/warehouse.js';
import { fact, measure, request, terms } from '../../build-terms.js';
import { openBigquery } from '../../warehouses.js';
import { Evaluator } from '../evaluator/evaluator.js';
import type { Table } from '../evaluator/schema.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';

/*
 * Views over nested records and other tables, now and as of an instant of the past.
 */

const THEN = '2026-02-01T00:00:00Z';
let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let endpoint: string;

const orders = (price: string): Table => ({
  fields: [
    { name: 'id', type: 'STRING' },
    { name: 'ts', type: 'TIMESTAMP' },
    {
      name: 'items',
      type: 'STRUCT',
      mode: 'REPEATED',
      fields: [
        { name: 'sku', type: 'STRING' },
        { name: 'price', type: 'NUMERIC' },
      ],
    },
  ],
  rows: [
    [
      'a',
      '2026-01-03T10:00:00Z',
      [
        { sku: 'x', price },
        { sku: 'y', price: '2' },
      ],
    ],
    ['b', '2026-01-04T10:00:00Z', []],
  ],
});

beforeAll(async () => {
  evaluator = await Evaluator.start();
  loopback = new LoopbackBigquery(evaluator);
  loopback.store.createDataset('shop', 'US');
  loopback.store.put('shop.orders', orders('1'), {}, Date.parse('2026-01-10T00:00:00Z'));
  loopback.store.put('shop.orders', orders('100'), {}, Date.parse('2026-02-10T00:00:00Z'));
  endpoint = await loopback.start();
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
});

async function run(text: string, readAt: string | null): Promise<Measurement> {
  const views = [{ name: 'sold', duckdb: null, bigquery: text }];
  const sold = fact('sold', { source: { view: 'sold' }, grain: ['id', 'sku'] });
  const measures = [measure('revenue', 'sold', { sum: 'price' })];
  const of = terms({ term: { from: '2026-01-01', to: '2026-01-31' }, definitions: { facts: [sold], measures, views } });
  const { signal } = new AbortController();
  const warehouse = await openBigquery({ project: loopback.project, location: 'US', endpoint, signal, maxBytes: null, readAt, backoff: 1 });
  return warehouse.measure([request(of, { asOf: '2026-02-05', periods: ['2026-01'] })]);
}

const revenue = ({ measured }: Measurement) => measured.get('acme')?.periods[0]?.measures[0]?.days.map((day) => day.value);

const VIEWS = [
  'SELECT id, ts, item.sku, item.price FROM shop.orders, UNNEST(items) AS item',
  'SELECT o.id, o.ts, item.sku, item.price FROM `acme-reporting.shop.orders` AS o, o.items AS item;',
  'WITH sold AS (SELECT * FROM `acme-reporting`.shop.orders) SELECT id, ts, sku, price FROM sold CROSS JOIN UNNEST(items) -- shop.orders',
  'SELECT a.id, a.ts, sku, price FROM shop . orders AS a JOIN (SELECT id AS other FROM (shop.orders whole JOIN (SELECT 1) ON TRUE)) ON a.id = other, UNNEST(a.items)',
];

describe('a view over nested records', () => {
  it.each(VIEWS)('%s', async (text) => {
    const now = await run(text, null);
    expect(now.issues).toEqual([]);
    expect(revenue(now)).toEqual(['102']);
    const then = await run(text, THEN);
    expect(then.issues).toEqual([]);
    expect(revenue(then)).toEqual(['3']);
  });

  it('is not read as of an instant where its tables cannot be told from columns', async () => {
    const text =
      'SELECT id, ts, "x" AS sku, price FROM (SELECT id, ts, 1.0 AS price, (SELECT COUNT(*) FROM shop.orders) IN (shop.orders.n) AS y FROM (SELECT id, ts, STRUCT(STRUCT(1 AS n) AS orders) AS shop FROM shop.orders))';
    expect(revenue(await run(text, null))).toEqual(['1', '1']);
    const text2 = text.replace('IN (shop.orders.n)', '= shop.orders.n');
    expect(revenue(await run(text2, null))).toEqual(['1', '1']);
    expect((await run(text2, THEN)).issues).toEqual([]);
  });

  it('may compare NULLs, columns without a name are none', async () => {
    const { issues } = await run('SELECT id, ts, sku, price, 1 + 1 FROM shop.orders, UNNEST(items)', null);
    expect(issues).toEqual([]);
    const missing = await run('SELECT id, ts, sku FROM shop.orders, UNNEST(items)', null);
    expect(missing.issues).toMatchObject([{ code: 'data-column-missing', params: { table: 'view "sold"', column: 'price' } }]);
  });
});
