import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Terms } from '../../../src/contract/model.js';
import { digest } from '../../../src/kernel/canonical.js';
import type { MeasurementRequest } from '../../../src/query/request.js';
import { read, UK, ukTerms } from '../../packs/acme-uk.js';
import { ADS_SCENARIOS } from '../../packs/ads-rows.js';
import { AMAZON_OTHER_CLOCK, AMAZON_SCENARIOS } from '../../packs/amazon-rows.js';
import { ERP } from '../../packs/erp-rows.js';
import { GA4_SCENARIO } from '../../packs/ga4-rows.js';
import { april, filesOf, type Scenario, termsOf } from '../../packs/scenario.js';
import { SHOPIFY_SCENARIOS, shopify } from '../../packs/shopify-rows.js';
import { duckdbSelect, type Table, tables } from '../../packs/tables.js';
import { type Content, measureFiles, only } from '../../shell/data-folder.js';
import { openBigquery } from '../../warehouses.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';

/*
 * Source packs mean the same in both dialects: on rows of the real exports' shape (daily tables, nested records) BigQuery
 * gives the evidence that DuckDB gives, whose figures tests/packs has by hand.
 */

/** Every measure of every pack, by metrics that name them. */
const MORE = `  all_counts: { title: All, formula: ga4_transactions + ga4_session_count + google_ads_clicks + facebook_ads_clicks + shopify_order_count, unit: number, type: flow }
  all_money: { title: All, formula: ga4_refunded + google_ads_conversion_value + facebook_ads_purchase_value, unit: money, type: flow }
`;

function terms(): Terms {
  const definitions = read(`${UK}/definitions.yaml`).replace('metrics:\n', `metrics:\n${MORE}`);
  const gates = [
    '  - { id: counts, metric: all_counts, atLeast: 1, blocks: [reward] }',
    '  - { id: money, metric: all_money, atLeast: 1, blocks: [reward] }',
  ];
  const contract = read(`${UK}/contract.yaml`).replace('gates:\n', `gates:\n${gates.join('\n')}\n`);
  return ukTerms(definitions, contract);
}

/** The export's tables, one per day, beside one that is still being written. */
function daily({ fields, rows }: Table): [string, Table][] {
  const suffix = fields.findIndex(({ name }) => name === '_TABLE_SUFFIX');
  const own = fields.filter((_, index) => index !== suffix);
  const cells = (row: Table['rows'][number]) => row.filter((_, index) => index !== suffix);
  const days = [...new Set(rows.map((row) => String(row[suffix])))].sort();
  const split = days.map((day): [string, Table] => [
    `events_${day}`,
    { fields: own, rows: rows.filter((row) => row[suffix] === day).map(cells) },
  ]);
  return [...split, ['events_intraday_20260415', { fields: own, rows: rows.map(cells) }]];
}

let evaluator: Evaluator;
let loopback: LoopbackBigquery;

/** A loopback that holds the tables. */
function holding(all: ReadonlyMap<string, Table>): LoopbackBigquery {
  const made = new LoopbackBigquery(evaluator);
  for (const [path, each] of all) {
    const [dataset = '', name = ''] = path.split('.');
    if (made.store.location(dataset) === null) made.store.createDataset(dataset, 'EU');
    for (const [part, table] of name === 'events' ? daily(each) : [[name, each] as const]) made.store.put(`${dataset}.${part}`, table);
  }
  return made;
}

async function opened(from: LoopbackBigquery) {
  const { signal } = new AbortController();
  const endpoint = await from.start();
  return openBigquery({ project: from.project, location: 'EU', endpoint, signal, maxBytes: null, readAt: null, backoff: 1 });
}

beforeAll(async () => {
  evaluator = await Evaluator.start();
  loopback = holding(tables());
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
});

it('both engines give the same evidence for every measure of every pack', async () => {
  const agreed = terms();
  const period = {
    period: '2026-04',
    inForce: { from: '2026-04-01', to: '2026-04-30' },
    terms: agreed,
    termsDigest: digest(agreed),
    exclusions: [],
  };
  const asked: MeasurementRequest = { contract: UK, asOf: '2026-05-15', periods: [period], spans: [] };
  const files: Record<string, Content> = {};
  for (const [name, each] of tables()) files[`${name.replace('.', '/')}.parquet`] = { parquet: duckdbSelect(each) };
  const there = only(await measureFiles(files, [asked]));

  const warehouse = await opened(loopback);
  const here = only(await warehouse.measure([asked]));

  expect(here).toEqual(there);
  expect(there.periods[0]?.measures).toHaveLength(14);
  expect(there.periods[0]?.measures.filter(({ rows }) => rows === 0)).toEqual([]);
  const { checks } = await warehouse.diagnose(asked, true);
  expect(checks.flatMap(({ issues }) => issues)).toEqual([]);
  expect(checks.filter(({ kind }) => kind === 'freshness').map(({ name }) => name)).toHaveLength(7);
});

async function onLoopback<T>(
  all: ReadonlyMap<string, Table>,
  use: (warehouse: Awaited<ReturnType<typeof opened>>) => Promise<T>,
): Promise<T> {
  const from = holding(all);
  try {
    return await use(await opened(from));
  } finally {
    await from.stop();
  }
}

/** What both engines must give: tests/packs has the figures by hand. */
const SCENARIOS: readonly Scenario[] = [GA4_SCENARIO, ...ADS_SCENARIOS, ...AMAZON_SCENARIOS, ERP, ...SHOPIFY_SCENARIOS];

it.each(SCENARIOS)('both engines give the same evidence: $name', async (scenario) => {
  const asked = april(termsOf(scenario));
  const there = only(await measureFiles(filesOf(scenario.tables), [asked]));
  const here = await onLoopback(scenario.tables, async (warehouse) => only(await warehouse.measure([asked])));
  expect(here).toEqual(there);
  expect(there.periods[0]?.measures.filter(({ rows }) => rows === 0)).toEqual([]);
});

it('a table that is not there is named, and nothing is measured', async () => {
  const scenario = shopify('graphql', 'apart');
  const some = new Map([...scenario.tables].filter(([name]) => name !== 'shopify.refund_line_item'));
  const { issues, measured } = await onLoopback(some, (warehouse) => warehouse.measure([april(termsOf(scenario))]));
  expect(measured.size).toBe(0);
  expect(issues.map(({ code, params }) => [code, params])).toEqual([
    ['bigquery-table-missing', { dataset: 'shopify', table: 'refund_line_item' }],
  ]);
});

it('a time of another form stops the measurement', async () => {
  const { issues, measured } = await onLoopback(AMAZON_OTHER_CLOCK.tables, (warehouse) =>
    warehouse.measure([april(termsOf(AMAZON_OTHER_CLOCK))]),
  );
  expect(measured.size).toBe(0);
  expect(issues.map(({ code }) => code)).toEqual(['bigquery-failed']);
});
