import { inFile, inNoFile } from '../../kernel/issue.js';
import { PUBLISHED_TABLES } from '../../kernel/published-tables.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Files } from '../../ports/files.js';
import { toldLines } from '../../report/blocks.js';
import { publishedCsv, publishedRuns } from '../../report/published.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import type { ReadContract } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { openFor } from '../../running/warehouse.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface PublishOptions {
  readonly contract: string | null;
  readonly dataset: string;
  /** A folder for CSV files in place of the warehouse's tables. */
  readonly into: Files | null;
}

interface Published {
  readonly table: string;
  readonly runs: number;
  readonly written: number;
}

const DATASET = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/**
 * `concord publish`: what is in the ledger as rows, for dashboards. Every settled period is there once, however often it
 * is published.
 */
export async function publish(context: CommandContext, options: PublishOptions): Promise<Outcome> {
  const { contracts, issues: missing } = await selectContracts(context, options.contract, 'yet');
  if (missing.length > 0) return failed(missing, new Map(), 2);
  if (!DATASET.test(options.dataset))
    return failed([issue('dataset-name', inNoFile('--dataset'), { found: options.dataset })], new Map(), 2);
  const issues = contracts.flatMap((contract) => contract.issues);
  // A ledger that does not hold must not be shown to anybody as if it did; it keeps no other from being shown.
  const sound = contracts.filter((contract) => !hasErrors(contract.issues));
  const texts = new Map(contracts.flatMap((contract) => [...contract.texts]));
  const [first] = sound;
  if (contracts.length === 0) return nothingYet();
  if (first === undefined) return failed(issues, texts);
  const done = options.into === null ? await tables(context, options, first, sound) : await files(options.into, sound);
  return hasErrors(issues) && done.ended === 0 ? { ...done, ended: 1, issues, texts } : done;
}

/** Before the first contract there is nothing to be shown, and nothing wrong. */
function nothingYet(): Outcome {
  const blocks: Report['blocks'] = (locale) => [toldLines(commandText('no-contract-yet', locale))];
  return { ended: 0, report: { document: () => ({ published: [] }), blocks } };
}

/** Writes the warehouse's tables. */
async function tables(
  context: CommandContext,
  options: PublishOptions,
  first: ReadContract,
  contracts: readonly ReadContract[],
): Promise<Outcome> {
  const warehouse = await openFor(context, first);
  try {
    if (warehouse.publish === null) return failed([issue('publish-where', inFile('contracts/workspace.yaml'))], first.texts, 2);
    const published: Published[] = [];
    for (const table of PUBLISHED_TABLES) {
      const runs = contracts.flatMap(({ ledger }) => publishedRuns(table, ledger));
      const written = await warehouse.publish(options.dataset, table, runs);
      published.push({ table: `${options.dataset}.${table.id}`, runs: runs.length, written });
    }
    const blocks: Report['blocks'] = (locale) => [
      toldLines(...published.map((each) => commandText('published-table', locale, { ...each }))),
    ];
    return { ended: 0, report: { document: () => ({ published }), blocks } };
  } finally {
    await warehouse.close();
  }
}

/** The files hold what the ledgers hold, and nothing else: written again, they are the same. */
async function files(into: Files, contracts: readonly ReadContract[]): Promise<Outcome> {
  const written: { path: string; runs: number }[] = [];
  for (const table of PUBLISHED_TABLES) {
    const runs = contracts.flatMap(({ ledger }) => publishedRuns(table, ledger));
    const path = `${table.id}.csv`;
    await into.write(path, publishedCsv(table, runs));
    written.push({ path, runs: runs.length });
  }
  const blocks: Report['blocks'] = (locale) => [toldLines(...written.map((each) => commandText('published-file', locale, { ...each })))];
  return { ended: 0, report: { document: () => ({ written }), blocks } };
}
