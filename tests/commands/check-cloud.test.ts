import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from '../../src/commands/run/check.js';
import { contextFor, run } from '../in-process.js';
import { REPOSITORY } from '../run-cli.js';

/* A view that BigQuery has no text of would be refused by whatever measures there: `check` says so first. */
const root = mkdtempSync(join(tmpdir(), 'concord-check-cloud-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const CONTRACT = join(root, 'contracts/acme-linkstar-us');
const WORKSPACE = join(root, 'contracts/workspace.yaml');
beforeAll(() => {
  mkdirSync(join(root, 'contracts'), { recursive: true });
  cpSync(join(REPOSITORY, 'contracts/acme-linkstar-us'), CONTRACT, { recursive: true });
  rmSync(join(CONTRACT, 'ledger'), { recursive: true, force: true });
});

async function codes(): Promise<readonly string[]> {
  const { output } = await run(contextFor({ root, format: 'json', today: '2026-06-01' }), (context) =>
    check(context, { contract: null, strict: false, changedSince: null }),
  );
  return (JSON.parse(output) as { readonly issues: readonly { readonly code: string }[] }).issues.map(({ code }) => code);
}

test('of a view with a text for DuckDB alone, where BigQuery measures, and only there', async () => {
  const text = readFileSync(join(REPOSITORY, 'contracts/workspace.yaml'), 'utf8');
  const [view = ''] = /view: (\w+)/.exec(readFileSync(join(CONTRACT, 'definitions.yaml'), 'utf8'))?.slice(1) ?? [];
  expect(view).not.toBe('');
  expect(text).not.toContain('\nwarehouse:');
  writeFileSync(WORKSPACE, `${text}\nwarehouse: { engine: bigquery, project: acme-reporting, location: EU }\n`);
  expect(await codes()).not.toContain('view-engine-missing');
  rmSync(join(CONTRACT, `views/${view}.bigquery.sql`));
  expect(await codes()).toContain('view-engine-missing');
  writeFileSync(WORKSPACE, text);
  expect(await codes()).not.toContain('view-engine-missing');
});
