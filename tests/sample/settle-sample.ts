import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ContractFolder, loadContract } from '../../src/contract/load-contract.js';
import { sliceEvidence } from '../../src/evidence/slice.js';
import { sampleStory } from '../../src/sample/story.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { planRun, settleRun } from '../../src/settlement/run.js';
import { sealStatement } from '../../src/settlement/seal-statement.js';
import { openDuckdb } from '../warehouses.js';

const PROVENANCE = { engine: 'test', warehouse: 'duckdb', commit: null, jobs: [] };
const CONTRACTS = new URL('../../contracts/', import.meta.url);

/** Settles the story step by step on DuckDB over a scratch folder; the ledger is kept in memory. */
export async function settleStory(): Promise<readonly LedgerEntry[]> {
  const { contract, steps } = sampleStory();
  const files = filesOf(contract);
  const ledger: LedgerEntry[] = [];
  for (const { asOf, data, events } of steps) {
    for (const event of events) files.set(`contracts/${contract}/events/${event.file}`, event.yaml);
    ledger.push(...(await settleOn(data, contract, files, asOf, ledger)));
  }
  return ledger;
}

/** The story's contract with every event that was filed by its end. */
export function wholeStory(): ContractFolder {
  const { contract, steps } = sampleStory();
  const files = filesOf(contract);
  for (const { file, yaml } of steps.flatMap(({ events }) => events)) files.set(`contracts/${contract}/events/${file}`, yaml);
  const { folder, issues } = loadContract(contract, files);
  if (folder === null) throw new Error(JSON.stringify(issues));
  return folder;
}

function filesOf(contract: string): Map<string, string> {
  const own = ['contract.yaml', 'definitions.yaml', 'views/first_orders.duckdb.sql'].map((name) => `${contract}/${name}`);
  return new Map(['workspace.yaml', ...own].map((path) => [`contracts/${path}`, readFileSync(new URL(path, CONTRACTS), 'utf8')]));
}

/** Settles in memory all that is due, with these files of the contract on these CSV files (path below the data folder → text). */
export async function settleOn(
  data: ReadonlyMap<string, string>,
  contract: string,
  files: ReadonlyMap<string, string>,
  asOf: string,
  ledger: readonly LedgerEntry[] = [],
): Promise<readonly LedgerEntry[]> {
  const { folder, issues } = loadContract(contract, files);
  if (folder === null) throw new Error(JSON.stringify(issues));
  const input = { terms: folder.terms, events: folder.events, ledger, asOf };
  const plan = planRun(input, null);
  if (plan.request === null) return [];
  const dataFolder = mkdtempSync(join(tmpdir(), 'sample-'));
  try {
    for (const [path, csv] of data) {
      mkdirSync(dirname(join(dataFolder, path)), { recursive: true });
      writeFileSync(join(dataFolder, path), csv);
    }
    const warehouse = await openDuckdb({ dataFolder });
    const measurement = await warehouse.measure([plan.request]).finally(() => warehouse.close());
    const measured = measurement.measured.get(contract);
    if (measured === undefined) throw new Error(JSON.stringify(measurement.issues));
    return settleRun(
      input,
      plan,
      (period, request) =>
        sliceEvidence(measured, {
          contract,
          period,
          asOf,
          periods: request.periods.map((each) => each.period),
          spans: request.spans.map(({ measure, termsDigest, span }) => ({ measure, terms: termsDigest, from: span.from, to: span.to })),
        }),
      (body, terms, before) => sealStatement(body, terms, before, () => '', PROVENANCE),
    );
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
