import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Definitions } from '../../../src/contract/model.js';
import { viewTexts } from '../../../src/drafting/definitions-text.js';
import { fact, measure, request, terms } from '../../build-terms.js';
import { measureFiles, only } from '../../shell/data-folder.js';
import { Evaluator } from '../evaluator/evaluator.js';
import type { Table } from '../evaluator/schema.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { bigqueryAt } from '../support/contexts.js';

/*
 * What templates and `init` write has a view for each engine: files on DuckDB, loaded into typed columns on BigQuery, mean the same.
 */

type EngineView = Definitions['views'][number];

const template = (name: string, view: string, engine: string) =>
  readFileSync(new URL(`../../../templates/${name}/views/${view}.${engine}.sql`, import.meta.url), 'utf8');
const drafted = viewTexts({ kpis: [{ kpi: 'cac', target: '25' }] }, { language: 'en' });

/** A view of customers by their first order: of a template, or as `init` writes it. */
const customers = (of: (engine: string) => string): EngineView => ({
  name: 'customer_orders',
  duckdb: of('duckdb'),
  bigquery: of('bigquery'),
});
const CUSTOMERS: readonly (readonly [string, EngineView])[] = [
  ['performance', customers((engine) => template('performance', 'customer_orders', engine))],
  ['media-buying', customers((engine) => template('media-buying', 'customer_orders', engine))],
  ['as drafted', customers((engine) => drafted.get(`views/customer_orders.${engine}.sql`) ?? '')],
];

/** Name, e-mail address, status, time of payment. */
const ORDERS = [
  ['#1000', 'C1@example.com', 'paid', '2025-12-20 10:00:00'],
  ['#1001', 'c1@example.com', 'partially_refunded', '2026-01-05 10:00:00'],
  ['#1002', ' C2@example.com ', 'paid', '2026-01-06 10:00:00'],
  ['#1002', 'C2@example.com', null, null],
  ['#1003', 'c3@example.com', 'voided', '2026-01-07 10:00:00'],
  ['#1004', 'c4@example.com', 'pending', null],
  ['#1005', 'c3@example.com', 'refunded', '2026-01-31 23:59:59'],
  // at the same instant the one with the smaller name is the first
  ['#1007', 'c5@example.com', 'paid', '2026-01-08 09:00:00'],
  ['#1006', 'c5@example.com', 'paid', '2026-01-08 09:00:00'],
  ['#1008', null, 'paid', '2026-01-09 10:00:00'],
  ['#1009', null, 'paid', '2026-01-09 11:00:00'],
] as const;
const ORDERS_FILE = [
  'Name,Email,Financial Status,Paid at',
  ...ORDERS.map(([name, email, status, at]) => [name, email, status, at && `${at} +0000`]),
]
  .map((line) => (typeof line === 'string' ? line : line.map((cell) => cell ?? '').join(',')))
  .join('\n');
const ORDERS_TABLE: Table = {
  fields: [
    { name: 'Name', type: 'STRING' },
    { name: 'Email', type: 'STRING' },
    { name: 'Financial Status', type: 'STRING' },
    { name: 'Paid at', type: 'TIMESTAMP' },
  ],
  rows: ORDERS.map(([name, email, status, at]) => [name, email, status, at && `${at.replace(' ', 'T')}Z`]),
};

/** Parcel, taken over, promised, delivered. */
const PARCELS = [
  ['p1', '2026-01-02', '2026-01-05', '2026-01-05'],
  ['p2', '2026-01-02', '2026-01-05', '2026-01-06'],
  ['p3', '2026-01-03', '2026-01-07', null],
  ['p4', '2026-01-03', '2026-01-07', '2026-01-04'],
] as const;
const PARCELS_FILE = [
  'parcel_id,taken_on,promised_on,delivered_on',
  ...PARCELS.map((cells) => cells.map((cell) => cell ?? '').join(',')),
].join('\n');
const PARCELS_TABLE: Table = {
  fields: [
    { name: 'parcel_id', type: 'STRING' },
    { name: 'taken_on', type: 'DATE' },
    { name: 'promised_on', type: 'DATE' },
    { name: 'delivered_on', type: 'DATE' },
  ],
  rows: PARCELS.map((cells) => [...cells]),
};

let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let endpoint: string;

beforeAll(async () => {
  evaluator = await Evaluator.start();
  loopback = new LoopbackBigquery(evaluator);
  for (const dataset of ['shopify', 'carrier']) loopback.store.createDataset(dataset, 'US');
  loopback.store.put('shopify.orders', ORDERS_TABLE);
  loopback.store.put('carrier.parcels', PARCELS_TABLE);
  endpoint = await loopback.start();
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
});

/** Rows of January that are so and the days they fall on, the same on both engines. */
async function counted(view: EngineView, id: string, when: string, so: string, files: Readonly<Record<string, string>>) {
  const where = { column: so, op: 'eq' as const, value: { type: 'boolean' as const, value: true } };
  const measures = [measure('so', view.name, { count: 'rows' }, { when: { column: when, zone: null }, where })];
  const facts = [fact(view.name, { source: { view: view.name }, grain: [id] })];
  const of = terms({ term: { from: '2026-01-01', to: '2026-01-31' }, definitions: { facts, measures, views: [view] } });
  const asked = [request(of, { asOf: '2026-02-05', periods: ['2026-01'] })];
  const there = only(await measureFiles(files, asked));
  const warehouse = await bigqueryAt(endpoint, loopback.project)();
  expect(only(await warehouse.measure(asked))).toEqual(there);
  return there.periods[0]?.measures[0]?.days.map(({ day, value }) => `${day} ${value}`);
}

// c1 bought in December, c2 on the 6th, c5 on the 8th, c3 on the 31st, since a voided order is none; without an address nobody is new
it.each(CUSTOMERS)('new customers: %s', async (_, view) => {
  const days = await counted(view, 'order_id', 'paid_at', 'is_first', { 'shopify/orders.csv': ORDERS_FILE });
  expect(days).toEqual(['2026-01-06 1', '2026-01-08 1', '2026-01-31 1']);
});

// p1 and p4 came in time; p3 has not come, and its day has
it('parcels on time: logistics', async () => {
  const view = {
    name: 'parcels',
    duckdb: template('logistics', 'parcels', 'duckdb'),
    bigquery: template('logistics', 'parcels', 'bigquery'),
  };
  const days = await counted(view, 'parcel_id', 'promised_on', 'on_time', { 'carrier/parcels.csv': PARCELS_FILE });
  expect(days).toEqual(['2026-01-05 1', '2026-01-07 1']);
});
