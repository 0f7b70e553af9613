import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadContract } from '../../src/contract/load-contract.js';
import { sliceEvidence } from '../../src/evidence/slice.js';
import { type StoryStep, sampleStory } from '../../src/sample/story.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { sealStatement } from '../../src/settlement/replay.js';
import { planRun, settleRun } from '../../src/settlement/run.js';
import { openDuckdb } from '../../src/shell/warehouse/duckdb.js';

const PROVENANCE = { engine: 'test', warehouse: 'duckdb', commit: null, jobs: [] };
const CONTRACTS = new URL('../../contracts/', import.meta.url);

/** Settles the story step by step on DuckDB over a scratch folder; the ledger is kept in memory. */
export async function settleStory(): Promise<readonly LedgerEntry[]> {
  const { contract, steps } = sampleStory();
  const data = mkdtempSync(join(tmpdir(), 'story-'));
  const files = new Map<string, string>();
  for (const path of [
    'workspace.yaml',
    ...['contract.yaml', 'definitions.yaml', 'views/first_orders.duckdb.sql'].map((name) => `${contract}/${name}`),
  ]) {
    files.set(`contracts/${path}`, readFileSync(new URL(path, CONTRACTS), 'utf8'));
  }
  const ledger: LedgerEntry[] = [];
  try {
    for (const step of steps) {
      writeData(data, step);
      for (const event of step.events) files.set(`contracts/${contract}/events/${event.file}`, event.yaml);
      ledger.push(...(await settleStep(contract, files, ledger, data, step)));
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  return ledger;
}

function writeData(folder: string, step: StoryStep): void {
  for (const [path, csv] of step.data) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), csv);
  }
}

async function settleStep(
  contract: string,
  files: ReadonlyMap<string, string>,
  ledger: readonly LedgerEntry[],
  dataFolder: string,
  { asOf }: StoryStep,
): Promise<readonly LedgerEntry[]> {
  const { folder, issues } = loadContract(contract, files);
  if (folder === null) throw new Error(JSON.stringify(issues));
  const input = { terms: folder.terms, events: folder.events, ledger: [...ledger], asOf };
  const plan = planRun(input, null);
  if (plan.request === null) return [];
  const warehouse = await openDuckdb({ dataFolder });
  const measurement = await warehouse.measure([plan.request]).finally(() => warehouse.close());
  const measured = measurement.measured.get(contract);
  if (measured === undefined) throw new Error(JSON.stringify(measurement.issues));
  return settleRun(
    input,
    plan,
    (period, request) =>
      sliceEvidence(measured, { contract, period, asOf, periods: request.periods.map((each) => each.period), spans: [] }),
    (body, terms, before) => sealStatement(body, terms, before, () => '', PROVENANCE),
  );
}
