import { bundleTexts } from '../../bundle/make-bundle.js';
import { VERIFIER } from '../../bundle/paths.js';
import { assumedRelations, DIALECTS, queriesText } from '../../bundle/queries.js';
import { contractFolder } from '../../contract/paths.js';
import { digestText } from '../../kernel/canonical.js';
import { inNoFile } from '../../kernel/issue.js';
import { bytesOfText, zipOf } from '../../kernel/zip.js';
import { foreseenOf } from '../../measurement/foreseen.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { BinaryFiles, ReadableFiles } from '../../ports/files.js';
import { buildPlan } from '../../query/build.js';
import { code, text, toldLine, toldLines } from '../../report/blocks.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { replayTools } from '../../running/replay-proposed.js';
import type { ReadContract } from '../../running/repository.js';
import { selectContract } from '../../running/select.js';
import type { LedgerEntry } from '../../settlement/ledger-entry.js';
import { planMeasurement } from '../../settlement/measurement.js';
import { replayLedger } from '../../settlement/replay.js';
import { inputAgain } from '../../settlement/settle-again.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface BundleOptions {
  readonly contract: string;
  readonly period: string;
  readonly into: BinaryFiles;
  /** What the build has made. */
  readonly shipped: ReadableFiles;
}

/** `concord bundle`: a settled period with all that it is computed from, as one ZIP of the same bytes for whoever makes it. */
export async function writeBundle(context: CommandContext, { contract: named, period, into, shipped }: BundleOptions): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, named);
  if (contract === null) return failed(issues, new Map(), 2);
  const folders = contract.ledgerFolders.filter((folder) => folder.period <= period);
  // What does not hold is given to nobody as if it did.
  const { entries, issues: broken } = replayLedger(folders, replayTools(contract.events, context.version));
  if (broken.length > 0) return failed(broken, textsOf(contract));
  const last = entries.at(-1);
  if (last?.statement.period !== period) {
    const settled = contract.ledger.map(({ statement }) => statement.period);
    const expected = [...new Set([settled.at(0) ?? '-', settled.at(-1) ?? '-'])].join(' … ');
    return failed([issue('period-unsettled', inNoFile('period'), { found: period, contract: contract.id, expected })], contract.texts, 2);
  }
  const verifier = await shipped.read(VERIFIER);
  if (verifier === null) throw new RangeError(`this build has no dist/${VERIFIER}: npm run build`);
  const texts = bundleTexts({
    entries,
    page: folders.at(-1)?.files.get('statement.md') ?? '',
    events: eventTexts(contract),
    queries: queriesOf(contract, last, entries.slice(0, -1), context.version),
    verifier,
    engine: context.version,
  });
  const files = new Map([...texts].map(([path, each]) => [path, bytesOfText(each)]));
  const file = `${contract.id}-${period}.zip`;
  await into.writeBytes(file, zipOf(files));
  return { ended: 0, report: written(file, last, digestText(verifier)) };
}

function written(file: string, { statement }: LedgerEntry, verifier: string): Report {
  const { contract, period, digest } = statement;
  return {
    document: () => ({ contract, period, file, statement: digest, verifier }),
    blocks: (locale) => [
      toldLines(
        commandText('bundle-written', locale, { contract, period, file }),
        toldLine([...text(`${commandText('bundle-digest', locale)} `), ...code(digest)], 1),
        toldLine([...text(`${commandText('bundle-check', locale)} `), ...code(`node verify.mjs ${file}`)], 1),
      ),
    ],
  };
}

/** The texts of event files, by name. */
function eventTexts({ id, texts }: ReadContract): ReadonlyMap<string, string> {
  const folder = `${contractFolder(id)}/events/`;
  return new Map([...texts].flatMap(([path, each]) => (path.startsWith(folder) ? [[path.slice(folder.length), each] as const] : [])));
}

/** What is asked of each engine for a statement, as it was settled. */
function queriesOf(contract: ReadContract, entry: LedgerEntry, before: readonly LedgerEntry[], engine: string) {
  const { statement } = entry;
  const counted = new Set(statement.events.map(({ file }) => file));
  const events = contract.events.filter(({ file }) => counted.has(file));
  const input = inputAgain(entry, before, events, statement);
  const plan = buildPlan([planMeasurement(input, [input.target])]);
  const about = { contract: contract.id, period: statement.period, engine, statement: statement.digest };
  const textFor = (name: keyof typeof DIALECTS): string => {
    const dialect = DIALECTS[name];
    const asked = foreseenOf(dialect, plan, assumedRelations(plan), 'groups').flatMap(({ statements }) => statements);
    return queriesText(dialect, about, plan, asked);
  };
  return { duckdb: textFor('duckdb'), bigquery: textFor('bigquery') };
}

function textsOf({ texts, ledgerFolders }: ReadContract): ReadonlyMap<string, string> {
  const ledger = ledgerFolders.flatMap(({ path, files }) => [...files].map(([file, each]) => [`${path}/${file}`, each] as const));
  return new Map([...texts, ...ledger]);
}
