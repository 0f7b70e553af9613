import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settleDue } from '../../../src/commands/run/settle.js';
import { printed } from '../../in-process.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { bigqueryAt, contextFor } from '../support/contexts.js';

/*
 * What a settlement reads depends on the window that may still change and not on how long the contract has run; and on the days,
 * not on how many contracts ask for them. Periods are weeks, so that all windows have the same number of days.
 */

const CONTRACTS = ['one', 'two', 'three'];
let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let endpoint: string;
const roots: string[] = [];

beforeAll(async () => {
  evaluator = await Evaluator.start();
  loopback = new LoopbackBigquery(evaluator);
  loopback.store.createDataset('shop', 'US');
  // one order a day, from long before the term to long after
  const first = Date.parse('2025-09-01T10:00:00Z');
  const rows = Array.from({ length: 270 }, (_, day) => [`o${1000 + day}`, new Date(first + day * 86_400_000).toISOString(), '10.00']);
  const fields = [
    { name: 'id', type: 'STRING' },
    { name: 'ts', type: 'TIMESTAMP' },
    { name: 'amount', type: 'NUMERIC' },
  ] as const;
  loopback.store.put('shop.orders', { fields, rows }, { partitionedBy: 'ts' }, first);
  endpoint = await loopback.start();
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

function repository(ids: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'concord-window-'));
  roots.push(root);
  for (const id of ids) {
    const folder = join(root, 'contracts', id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'contract.yaml'),
      `apiVersion: concord/v1
kind: Contract
id: ${id}
title: Weeks
stage: live
parties:
  brand: { name: Harbour Tea, signatories: [mei] }
  provider: { name: Northlight, signatories: [tom] }
data: { owner: brand, providerUse: during_term }
term: { from: 2026-01-05, to: 2026-05-10 }
calendar: { every: week, timezone: UTC, lockAfterDays: 2, trueUpPeriods: 2 }
currency: USD
rounding: half_even
acceptance: { days: 2, silence: accepts }
disputes: { days: 30, expert: An auditor whom both name }
holds: { maxPeriods: 1 }
kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 70 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 100 }
`,
    );
    writeFileSync(
      join(folder, 'definitions.yaml'),
      `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: Orders, of: orders, sum: amount, when: ts }
metrics:
  gmv: { title: Sales, formula: revenue, unit: money, type: flow }
`,
    );
  }
  return root;
}

/** Settles what is due and tells which statements there are, and the bytes that were paid for. */
async function settle(root: string, asOf: string): Promise<{ periods: string[]; bytes: number; jobs: number }> {
  const before = loopback.jobs.paid.length;
  const context = contextFor(root, asOf, bigqueryAt(endpoint, loopback.project));
  const { exitCode, output, errors } = await printed(context, settleDue(context, { contract: null, period: null, preview: false }));
  expect([exitCode, errors]).toEqual([0, undefined]);
  const { statements } = JSON.parse(output) as { statements: { period: string; total: string }[] };
  const paid = loopback.jobs.paid.slice(before);
  return { periods: statements.map(({ period }) => period), bytes: paid.reduce((sum, { bytes }) => sum + bytes, 0), jobs: paid.length };
}

it('the twelfth period reads what the fourth did, and three contracts what one did', async () => {
  const one = repository(['one']);
  expect((await settle(one, '2026-01-28')).periods).toEqual(['2026-W02', '2026-W03', '2026-W04']);
  const fourth = await settle(one, '2026-02-04');
  expect(fourth.periods).toEqual(['2026-W05']);
  expect((await settle(one, '2026-03-25')).periods).toHaveLength(7);
  const twelfth = await settle(one, '2026-04-01');
  expect(twelfth.periods).toEqual(['2026-W13']);
  expect(twelfth.bytes).toBe(fourth.bytes);
  expect([fourth.jobs, twelfth.jobs]).toEqual([1, 1]);
  // all of the table would be 270 days
  const whole = 270 * (8 + 'o1000'.length + 2 + 16);
  expect(fourth.bytes).toBeLessThan(whole / 3);

  const three = repository(CONTRACTS);
  await settle(three, '2026-01-28');
  const together = await settle(three, '2026-02-04');
  expect(together.periods).toEqual(['2026-W05', '2026-W05', '2026-W05']);
  expect([together.bytes, together.jobs]).toEqual([fourth.bytes, 1]);
});
