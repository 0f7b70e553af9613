import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileForm } from '../../../src/commands/run/form.js';
import type { Use } from '../../../src/query/column-type.js';
import { localFiles } from '../../../src/shell/files/local-files.js';
import { ANSWERS, cooperationBody, lastYear, ordersFile } from '../../forge/cooperation-answers.js';
import { forgeAs, startPlace } from '../../forge/gate-place.js';
import type { Github } from '../../forge/loopback/start-github.js';
import { printed } from '../../in-process.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { bigqueryAt, contextFor } from '../support/contexts.js';
import { csvTables } from '../support/file-tables.js';

/*
 * The form "Prepare a cooperation" where the data lie in BigQuery: what the workflow runs, on a loopback GitHub and a loopback BigQuery. The
 * drafted contract has the months behind it as GoogleSQL measured them, one order of 100 a day in 2025 and of 150 in 2026.
 */

let root: string;
let evaluator: Evaluator;
let bigquery: LoopbackBigquery;
let endpoint: string;
let github: Github;

const AGREED = lastYear();
/** The shop's own export, loaded with types; its columns keep their names. */
const USES = new Map([
  [
    'shopify.orders',
    new Map<string, Set<Use>>([
      ['Subtotal', new Set(['number'])],
      ['Paid at', new Set(['time'])],
      ['Cancelled at', new Set(['time'])],
    ]),
  ],
]);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'concord-cooperation-'));
  mkdirSync(join(root, 'data/shopify'), { recursive: true });
  // noon in New York is 17:00 in UTC, in which a load into BigQuery keeps it
  writeFileSync(join(root, 'data/shopify/orders.csv'), ordersFile().replaceAll(' 12:00:00 -0500', 'T17:00:00Z'));
  evaluator = await Evaluator.start();
  bigquery = new LoopbackBigquery(evaluator);
  bigquery.store.createDataset('shopify', 'US');
  for (const [path, table] of await csvTables(join(root, 'data'), USES)) bigquery.store.put(path, table);
  endpoint = await bigquery.start();
  github = await startPlace({ files: AGREED });
});
afterAll(async () => {
  await github.stop();
  await bigquery.stop();
  evaluator.stop();
  rmSync(root, { recursive: true });
});

test('a drafted contract has the history that BigQuery measured', async () => {
  const issue = github.as('alice').openIssue('A form', cooperationBody(ANSWERS), ['form:cooperation']);
  const empty = mkdtempSync(join(root, 'empty-'));
  const context = { ...contextFor(empty, '2026-03-10', bigqueryAt(endpoint, bigquery.project)), files: localFiles(empty) };
  const { exitCode, output } = await printed(
    context,
    fileForm(context, forgeAs(github), JSON.stringify(github.issueEvent(issue, 'opened'))),
  );
  expect({ exitCode, outcome: JSON.parse(output).outcome }).toEqual({ exitCode: 0, outcome: 'opened' });
  // 100 × 31, 30 … and 150 × 31, 150 × 28
  const of2025 = [31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((days, place) => `2025-${String(place + 3).padStart(2, '0')}: ${days * 100}`);
  expect(github.file('contracts/spring/contract.yaml', `form/${issue}`)).toContain(
    `\nbaseline:\n  revenue: { ${[...of2025, '2026-01: 4650', '2026-02: 4200'].join(', ')} }\n`,
  );
  expect(github.pull(issue + 1).body).toContain('The history of 12 months, 2025-03 to 2026-02, stands in');
  expect(github.violations).toEqual([]);
});
