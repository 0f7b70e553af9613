import { checkCommand } from '../../bundle/instructions.js';
import { bundleTexts } from '../../bundle/make-bundle.js';
import { VERIFIER } from '../../bundle/paths.js';
import { assumedRelations, DIALECTS, queriesText } from '../../bundle/queries.js';
import { contractFolder, PAGE_FILE } from '../../contract/paths.js';
import { digestText } from '../../kernel/canonical.js';
import { bytesOfText, zipOf } from '../../kernel/zip.js';
import { foreseenOf } from '../../measurement/foreseen.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { BinaryFiles, History, ReadableFiles } from '../../ports/files.js';
import { buildPlan } from '../../query/build.js';
import { code, text, toldLine, toldLines } from '../../report/blocks.js';
import { sentenceSeparator } from '../../report/punctuation.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import type { ReadContract } from '../../running/repository.js';
import { type SettledUntil, settledPeriod } from '../../running/settled-until.js';
import { wrongUntil } from '../../running/verify-history.js';
import type { LedgerEntry } from '../../settlement/ledger-entry.js';
import { planMeasurement } from '../../settlement/measurement.js';
import { inputAgain } from '../../settlement/settle-again.js';
import { commandText } from '../../words/command-text.js';

export interface BundleOptions {
  /** Null: the only one. Without it the period stands in its place. */
  readonly contract: string | null;
  /** Null: the last that is settled. */
  readonly period: string | null;
  readonly into: BinaryFiles;
  /** That folder as it was typed, for the file's place to be told; null: the one that the program runs in. */
  readonly out: string | null;
  /** What the build has made. */
  readonly shipped: ReadableFiles;
  /** How what is checked out came to be; null without git: then the ledger is only replayed. */
  readonly history: History | null;
}

/** `concord bundle`: a settled period with all that it is computed from, as one ZIP of the same bytes for whoever makes it. */
export async function writeBundle(context: CommandContext, { into, out, shipped, history, ...typed }: BundleOptions): Promise<Outcome> {
  const found = await settledPeriod(context, typed);
  if ('refused' in found) return found.refused;
  const { contract, settled } = found;
  const { entry, before, folder } = settled;
  const wrong = await wrongUntil(history, contract, entry.statement.period, context.version);
  if (wrong.length > 0) return failed(wrong, contract.texts);
  const verifier = await shipped.read(VERIFIER);
  if (verifier === null) throw new RangeError(`this build has no dist/${VERIFIER}: npm run build`);
  const texts = bundleTexts({
    entries: [...before, entry],
    page: folder.files.get(PAGE_FILE) ?? '',
    events: eventTexts(contract),
    queries: queriesOf(settled, context.version),
    verifier,
    engine: context.version,
  });
  const files = new Map([...texts].map(([path, each]) => [path, bytesOfText(each)]));
  const file = `${contract.id}-${entry.statement.period}.zip`;
  await into.writeBytes(file, zipOf(files));
  return { ended: 0, report: written(placeIn(out, file), entry, digestText(verifier)) };
}

/** Where a file lies that was written into a folder. */
function placeIn(folder: string | null, file: string): string {
  return folder === null ? file : `${folder.replace(/(?<=.)[/\\]+$/, '')}/${file}`.replace(/^\/\//, '/');
}

function written(file: string, { statement }: LedgerEntry, verifier: string): Report {
  const { contract, period, digest } = statement;
  return {
    document: () => ({ contract, period, file, statement: digest, verifier }),
    blocks: (locale) => [
      toldLines(
        commandText('bundle-written', locale, { contract, period, file }),
        toldLine([...text(`${commandText('bundle-digest', locale)}${sentenceSeparator(locale)}`), ...code(digest)], 1),
        toldLine([...text(`${commandText('bundle-check', locale)}${sentenceSeparator(locale)}`), ...code(checkCommand(locale))], 1),
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
function queriesOf({ entry, before, events }: SettledUntil, engine: string) {
  const { statement } = entry;
  const input = inputAgain(entry, before, events, statement);
  const plan = buildPlan([planMeasurement(input, [input.target])]);
  const about = { contract: statement.contract, period: statement.period, engine, statement: statement.digest };
  const textFor = (name: keyof typeof DIALECTS): string => {
    const dialect = DIALECTS[name];
    const asked = foreseenOf(dialect, plan, assumedRelations(plan), 'groups').flatMap(({ statements }) => statements);
    return queriesText(dialect, about, plan, asked);
  };
  return { duckdb: textFor('duckdb'), bigquery: textFor('bigquery') };
}
