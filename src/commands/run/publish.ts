import type { Issue } from '../../kernel/issue.js';
import { inFile, inNoFile } from '../../kernel/issue.js';
import type { PublishedRun, PublishedTable } from '../../kernel/published-table.js';
import { OUTLOOKS, SETTLED_TABLES } from '../../kernel/published-tables.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Files } from '../../ports/files.js';
import { toldLines } from '../../report/blocks.js';
import { publishedCsv, publishedRuns } from '../../report/published.js';
import { publishedOutlook } from '../../report/published-outlook.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { type ReadContract, textsOf } from '../../running/repository.js';
import { outlooksOf } from '../../running/running-outlooks.js';
import { selectContracts } from '../../running/select.js';
import { openFor } from '../../running/warehouse.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface PublishOptions {
  readonly contract: string | null;
  readonly dataset: string;
  /** A folder for CSV files in place of the warehouse's tables. */
  readonly into: Files | null;
  /** With the outlooks of running periods, which are measured for it. */
  readonly outlook: boolean;
}

interface Published {
  readonly of: Filled['of'];
  readonly table: string;
  readonly runs: number;
  readonly written: number;
}

const DATASET = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/** A table, what it is to hold, and what that is called. */
interface Filled {
  readonly table: PublishedTable;
  readonly runs: readonly PublishedRun[];
  readonly of: keyof typeof WRITTEN;
}

/** How it is said what was written to a table of the warehouse, and to a file. */
const WRITTEN = {
  settled: { table: 'published-table', file: 'published-file' },
  outlooks: { table: 'published-outlooks-table', file: 'published-outlooks-file' },
} as const;

/**
 * `concord publish`: what is in the ledger as rows, for dashboards; with `outlook` also what running periods may come to. Every settled
 * period is there once, and one outlook of each day, however often they are published.
 */
export async function publish(context: CommandContext, options: PublishOptions): Promise<Outcome> {
  const { contracts, issues: missing } = await selectContracts(context, options.contract, 'yet');
  if (missing.length > 0) return failed(missing, new Map(), 2);
  if (!DATASET.test(options.dataset))
    return failed([issue('dataset-name', inNoFile('--dataset'), { found: options.dataset })], new Map(), 2);
  const issues = contracts.flatMap((contract) => contract.issues);
  // A ledger that does not hold must not be shown to anybody as if it did; it keeps no other from being shown.
  const sound = contracts.filter((contract) => !hasErrors(contract.issues));
  const texts = textsOf(contracts);
  const [first] = sound;
  if (contracts.length === 0) return nothingYet();
  if (first === undefined) return failed(issues, texts);
  const settled = SETTLED_TABLES.map((table): Filled => {
    return { table, of: 'settled', runs: sound.flatMap(({ ledger }) => publishedRuns(table, ledger)) };
  });
  const running = options.outlook ? await runningOutlooks(context, sound) : null;
  const outlooks: Filled[] = running === null ? [] : [{ table: OUTLOOKS, of: 'outlooks', runs: running.runs }];
  const filled = [...settled, ...outlooks];
  const found = [...(hasErrors(issues) ? issues : []), ...(running?.issues ?? [])];
  const done = options.into === null ? await tables(context, options, first, filled) : await files(options.into, filled);
  // what was measured for outlooks and is wrong is told; what was settled is published all the same
  if (found.length === 0 || done.ended !== 0) return done;
  return { ...done, ended: hasErrors(found) ? 1 : 0, issues: found, texts };
}

/** Before the first contract there is nothing to be shown, and nothing wrong. */
function nothingYet(): Outcome {
  const blocks: Report['blocks'] = (locale) => [toldLines(commandText('no-contract-yet', locale))];
  return { ended: 0, report: { document: () => ({ published: [] }), blocks } };
}

/** The outlooks of the periods that are running, of those contracts that have one. */
async function runningOutlooks(
  context: CommandContext,
  contracts: readonly ReadContract[],
): Promise<{ readonly runs: readonly PublishedRun[]; readonly issues: readonly Issue[] }> {
  const found = await outlooksOf(context, contracts);
  return {
    runs: found.flatMap((each) => (each.outlook === null ? [] : [publishedOutlook(each.outlook, each.terms)])),
    issues: found.flatMap((each) => (each.outlook === null ? each.issues : [])),
  };
}

/** Writes the warehouse's tables. */
async function tables(context: CommandContext, options: PublishOptions, first: ReadContract, filled: readonly Filled[]): Promise<Outcome> {
  const warehouse = await openFor(context, first);
  try {
    if (warehouse.publish === null) return failed([issue('publish-where', inFile('contracts/workspace.yaml'))], first.texts, 2);
    const published: Published[] = [];
    for (const { table, of, runs } of filled) {
      const written = await warehouse.publish(options.dataset, table, runs);
      published.push({ of, table: `${options.dataset}.${table.id}`, runs: runs.length, written });
    }
    const blocks: Report['blocks'] = (locale) => [
      toldLines(...published.map(({ of, ...each }) => commandText(WRITTEN[of].table, locale, each))),
    ];
    return { ended: 0, report: { document: () => ({ published: published.map(({ of: _, ...each }) => each) }), blocks } };
  } finally {
    await warehouse.close();
  }
}

/** The files hold what the ledgers hold, and outlooks of today: written again, they are the same. */
async function files(into: Files, filled: readonly Filled[]): Promise<Outcome> {
  const written: { of: Filled['of']; path: string; runs: number }[] = [];
  for (const { table, of, runs } of filled) {
    const path = `${table.id}.csv`;
    await into.write(path, publishedCsv(table, runs));
    written.push({ of, path, runs: runs.length });
  }
  const blocks: Report['blocks'] = (locale) => [
    toldLines(...written.map(({ of, ...each }) => commandText(WRITTEN[of].file, locale, each))),
  ];
  return { ended: 0, report: { document: () => ({ written: written.map(({ of: _, ...each }) => each) }), blocks } };
}
