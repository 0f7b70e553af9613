import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Measurement, Warehouse } from '../../../src/ports/warehouse.js';
import { openDuckdb } from '../../warehouses.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { CONTRACTS, type Scenario, scenario } from '../random/scenario.js';
import { bigqueryAt } from '../support/contexts.js';
import { writeParquet } from '../support/parquet-tables.js';

/*
 * Random definitions over random data, measured by both engines: every number of the evidence, and every refusal, is the
 * same. A case is one contract's definitions over one set of tables. CONCORD_CASES_RANDOM asks for more of them,
 * CONCORD_SEED for others.
 */

const CASES = Number(process.env['CONCORD_CASES_RANDOM'] ?? '350');
const SEED = Number(process.env['CONCORD_SEED'] ?? '20260101');

let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let endpoint: string;

beforeAll(async () => {
  evaluator = await Evaluator.start();
  loopback = new LoopbackBigquery(evaluator, 'acme-reporting', false);
  loopback.store.createDataset('shop', 'US');
  endpoint = await loopback.start();
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
});

it(`${CASES} random contracts measure the same`, { timeout: 3_600_000 }, async () => {
  let numbers = 0;
  let refused = 0;
  let parts = 0;
  const property = fc.asyncProperty(scenario, async (each) => {
    const [duckdbs, bigquerys] = await Promise.all([withDuckdb(each), withBigquery(each)]);
    const bigquery = comparable(bigquerys);
    const [first] = overflows(duckdbs, bigquerys)
      ? differencesOfBoth(duckdbs.measured, bigquerys.measured)
      : differences(comparable(duckdbs), bigquery);
    if (first !== undefined) {
      const refusals = [...duckdbs.issues, ...bigquerys.issues].map((issue) => JSON.stringify(issue)).join('\n');
      throw new Error(`${first}\n${refusals}\n${definitionsText(each, first)}`);
    }
    parts += JSON.stringify(bigquery.measured).match(/"of":/g)?.length ?? 0;
    if ([...duckdbs.issues, ...bigquerys.issues].some(({ code }) => code === 'data-parts-differ'))
      throw new Error('parts that do not add up');
    numbers += JSON.stringify(bigquery.measured).match(/"(value|rows|distinct)":/g)?.length ?? 0;
    refused += bigquery.issues.length;
  });
  const path = process.env['CONCORD_PATH'];
  const endOnFailure = process.env['CONCORD_SHRINK'] === undefined;
  const options = { numRuns: Math.ceil(CASES / CONTRACTS), seed: SEED, endOnFailure, ...(path === undefined ? {} : { path }) };
  const { failed, errorInstance, counterexamplePath } = await fc.check(property, options);
  // the counterexample itself fills pages: seed and path make it again
  if (failed) expect.unreachable(`CONCORD_SEED=${SEED} CONCORD_PATH=${counterexamplePath} ${String(errorInstance)}`);
  // a comparison of nothing with nothing would prove nothing
  expect(numbers).toBeGreaterThan(CASES * 20);
  expect(parts).toBeGreaterThan(CASES);
  if (CASES >= 500) expect(refused).toBeGreaterThan(0);
});

async function withDuckdb({ tables, requests }: Scenario): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-random-'));
  try {
    await writeParquet(folder, tables);
    return await measured(await openDuckdb({ dataFolder: folder, threads: 1 }), requests);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withBigquery({ tables, requests }: Scenario): Promise<Measurement> {
  for (const [path, table] of tables) loopback.store.put(path, table);
  return measured(await bigqueryAt(endpoint, loopback.project)(), requests);
}

async function measured(warehouse: Warehouse, requests: Scenario['requests']): Promise<Measurement> {
  try {
    return await warehouse.measure(requests);
  } finally {
    await warehouse.close();
  }
}

/**
 * A sum that DECIMAL(38,9) does not hold is refused by both, but not to the same contracts: DuckDB fails in the middle of
 * a scan, for a sum of rows that no measure selects too; BigQuery's sums go on, and are refused by column.
 */
function overflows(duckdb: Measurement, bigquery: Measurement): boolean {
  if (duckdb.issues.some(({ code, params }) => code === 'data-engine-failed' && params['detail'] === '@engine.range')) return true;
  return [duckdb, bigquery].every(({ issues }) => issues.some(({ code }) => code === 'data-sum-overflow'));
}

/** Differences in the contracts that both measured. */
function differencesOfBoth(duckdb: Measurement['measured'], bigquery: Measurement['measured']): string[] {
  return [...duckdb].flatMap(([contract, one]) => (bigquery.has(contract) ? differences(one, bigquery.get(contract), `/${contract}`) : []));
}

/** The first places where two documents differ. */
function differences(duckdb: unknown, bigquery: unknown, path = ''): string[] {
  if (duckdb === bigquery) return [];
  if (typeof duckdb !== 'object' || typeof bigquery !== 'object' || duckdb === null || bigquery === null) {
    return [`${path}: DuckDB ${JSON.stringify(duckdb)?.slice(0, 300)}, BigQuery ${JSON.stringify(bigquery)?.slice(0, 300)}`];
  }
  const [left, right] = [duckdb, bigquery] as readonly Readonly<Record<string, unknown>>[];
  const keys = [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])];
  return keys.flatMap((key) => differences(left?.[key], right?.[key], `${path}/${key}`));
}

/** What the contract in question measures, to read a difference by. */
function definitionsText({ requests, tables }: Scenario, difference: string): string {
  const found = requests.find(({ contract }) => difference.includes(contract)) ?? requests[0];
  const terms = found?.periods[0]?.terms;
  const measures = terms?.definitions.measures.map((measure) => JSON.stringify({ ...measure, clause: undefined })) ?? [];
  const exclusions = found?.periods.flatMap(({ exclusions: events }) => events.map((event) => JSON.stringify(event.treatment))) ?? [];
  const columns = tables.get('shop.sales')?.fields.map((field) => `${field.name} ${field.type}`) ?? [];
  return [...measures, ...exclusions, columns.join(', '), `grain ${terms?.definitions.facts[0]?.grain.join(', ')}`]
    .join('\n')
    .slice(0, 4000);
}

/** Evidence by contract, and what was refused and where; how an engine words it is its own. */
function comparable({ measured: all, issues }: Measurement): { measured: unknown; issues: readonly string[] } {
  return {
    measured: Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1))),
    issues: [...new Set(issues.map(({ code, at, params }) => `${at.line} ${code} ${String(params['column'] ?? '')}`))].sort(),
  };
}
