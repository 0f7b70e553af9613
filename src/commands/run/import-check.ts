import { columnsNamed, headerName } from '../../contract/fact-columns.js';
import type { Definitions, Fact, TableSource } from '../../contract/model.js';
import { differencesOf } from '../../intake/compare.js';
import { type Frame, isFactOf, otherWayOf, presetFor } from '../../intake/presets.js';
import type { Sight } from '../../intake/sight.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import { distinct } from '../../kernel/objects.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Exports } from '../../ports/exports.js';
import type { Check } from '../../ports/warehouse.js';
import { below, toldLine, toldLines } from '../../report/blocks.js';
import { plainText } from '../../report/escape.js';
import { leftOutLines } from '../../report/import.js';
import { issueData } from '../../report/issues.js';
import type { CommandContext } from '../../running/context.js';
import { dataFolderOf, frameOf, lookedAt, type Months } from '../../running/import-place.js';
import { failed } from '../../running/issue-output.js';
import { type ReadContract, textsOf } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { importText } from '../../words/import.js';
import { describe, issue } from '../../words/issue.js';
import { otherWayIssue } from './import-other-way.js';
import { latestOf, seenOf, spoiledIssue } from './import-sights.js';
import { fileNameOf } from './import-taking.js';

export interface CheckOptions {
  readonly files: readonly string[];
  readonly contract: string | null;
  readonly fact: string | null;
}

/** What is told of a file that can be read: keys that repeat, rows without a time, amounts that are empty. */
const TOLD: readonly Check['kind'][] = ['keys', 'times', 'amounts'];

/** A fact that reads files. */
interface FileFact {
  readonly contract: ReadContract;
  readonly definitions: Definitions;
  readonly fact: Fact;
  readonly source: TableSource;
}

interface Compared {
  readonly file: string;
  readonly sight: Sight;
  /** The preset that its fact is of and that the file fits; null: none. */
  readonly usedPack: string | null;
  readonly against: FileFact;
  readonly issues: readonly Issue[];
}

/**
 * `concord import --check`: whether a new file is written as declared, and as the files before it: it is looked at, compared, and
 * read for real, alone. Takes nothing in. Ends with 1 where anything differs.
 */
export async function checkFiles(context: CommandContext, exports: Exports, options: CheckOptions): Promise<Outcome> {
  const { contracts, issues } = await selectContracts(context, options.contract);
  if (issues.length > 0) return failed(issues, new Map(), 2);
  const unread = contracts.filter(({ folder }) => folder === null);
  if (unread.length > 0)
    return failed(
      unread.flatMap((contract) => contract.issues),
      textsOf(contracts),
    );
  const facts = contracts.flatMap(factsOf).filter(({ fact }) => options.fact === null || fact.id === options.fact);
  const seen = await seenOf(exports, options.files, null);
  if ('issues' in seen) return failed(seen.issues, new Map(), 1);
  const frame = await frameOf(context, options.contract ?? contracts[0]?.id ?? null);
  // times are compared with what is declared; what was rounded is lost however it is declared
  const spoiled = seen.files.flatMap(({ sight }) => spoiledIssue(sight, frame, sight.name));
  if (spoiled.length > 0) return failed(spoiled, new Map(), 1);
  const compared: Compared[] = [];
  for (const { path, sight } of seen.files) {
    const against = bestOf(facts, sight, frame);
    if (against === null) {
      const names = contracts.map(({ id }) => id);
      return failed([issue('import-no-fact', inFile(path), { contract: names, file: sight.name })], new Map(), 2);
    }
    const usedPack = presetFor(sight, frame);
    compared.push({
      file: sight.name,
      sight,
      usedPack: usedPack !== null && isFactOf(against.fact.id, usedPack) ? usedPack.pack : null,
      against,
      issues: await comparedWith(context, exports, { path, sight }, against),
    });
  }
  const report: Report = {
    document: () => ({
      files: compared.map(({ file, against, issues: own }) => ({
        file,
        contract: against.contract.id,
        fact: against.fact.id,
        issues: own.map(issueData),
      })),
    }),
    blocks: (locale) =>
      below(
        compared.map(({ file, sight, usedPack, against, issues: own }) => [
          toldLines(
            importText('check-title', locale, { file: plainText(file), fact: against.fact.id, contract: against.contract.id }),
            ...own.flatMap((each) => {
              const { text, fix } = describe(each, locale);
              return [toldLine(`✗ ${text}`, 1), ...(fix === null ? [] : [toldLine(fix, 3)])];
            }),
            ...(usedPack === null ? [] : leftOutLines([sight], usedPack, locale)).map((line) => toldLine(line, 1)),
            own.length === 0 ? importText('check-good', locale) : importText('check-done', locale, { count: own.length }),
          ),
        ]),
      ),
  };
  return { ended: compared.some(({ issues: own }) => own.length > 0) ? 1 : 0, report };
}

function factsOf(contract: ReadContract): FileFact[] {
  const definitions = contract.folder?.terms.definitions;
  return (definitions?.facts ?? []).flatMap((fact) => {
    const { source } = fact;
    return definitions === undefined || !('table' in source) ? [] : [{ contract, definitions, fact, source }];
  });
}

/** The fact that a file has most of the used columns of. */
function bestOf(facts: readonly FileFact[], sight: Sight, frame: Frame): FileFact | null {
  const { header } = sight;
  const names = new Set(header.map(plain));
  const counted = facts.map((each) => {
    const used = usedHeaders(each);
    return { each, share: used.filter((name) => names.has(plain(name))).length / Math.max(1, used.length) };
  });
  const [first] = counted.toSorted((a, b) => b.share - a.share);
  if (first !== undefined && (first.share > 0 || facts.length === 1)) return first.each;
  // no column is alike where a platform wrote its export in another language
  return facts.find((each) => otherWayOf(sight, each, frame) !== null) ?? null;
}

const plain = (name: string): string => headerName(name).toLowerCase();

/** The months that a file's rows fall into by the times that measures read; null: none is seen. */
function monthsRead({ columns }: Sight, { fact, source, definitions }: FileFact): Months | null {
  const read = new Set(definitions.measures.flatMap(({ of, when }) => (of === fact.id ? [when.column] : [])));
  const headers = [...read].map((column) => plain(source.columns?.find(({ name }) => name === column)?.header ?? column));
  const times = columns.flatMap(({ header, time }) => (time !== null && headers.includes(plain(header)) ? [time] : []));
  const [from, to] = [
    times.map((time) => time.from).toSorted()[0],
    times
      .map((time) => time.to)
      .toSorted()
      .at(-1),
  ];
  return from === undefined || to === undefined ? null : { from, to };
}

function usedHeaders({ fact, source, definitions }: FileFact): string[] {
  const used = new Set(columnsNamed(fact, definitions).map(({ column }) => column));
  return [...used].map((column) => source.columns?.find(({ name }) => name === column)?.header ?? column);
}

async function comparedWith(
  context: CommandContext,
  exports: Exports,
  { path, sight }: { readonly path: string; readonly sight: Sight },
  against: FileFact,
): Promise<Issue[]> {
  const { fact, source, definitions, contract } = against;
  const data = await dataFolderOf(context);
  const others = (await exports.tableFiles(data, source.table)).filter((each) => !each.endsWith(`/${fileNameOf(sight)}`));
  const previous = await latestOf(exports, others.at(-1), source.format?.sheet ?? null);
  const frame = await frameOf(context, contract.id);
  const other = otherWayIssue(sight, source.table, definitions, frame);
  // One cause is told once.
  if (other.length > 0) return other;
  const issues = differencesOf(sight, { source, used: usedHeaders(against), previous });
  const alone = await exports.alone(path, `${source.table.replace('.', '/')}/${fileNameOf(sight)}`);
  try {
    const own: Definitions = {
      ...definitions,
      facts: [{ ...fact, freshness: fact.freshness?.table === null ? fact.freshness : null }],
      measures: definitions.measures.filter(({ of }) => of === fact.id).map((measure) => ({ ...measure, currency: null })),
      metrics: [],
      fx: null,
      reconcile: [],
      views: [],
    };
    const checks = await lookedAt(context, own, { data: alone.data, frame, months: monthsRead(sight, against) });
    const found = checks.flatMap((check) =>
      check.issues.filter(({ severity }) => severity === 'error' || (severity === 'warning' && TOLD.includes(check.kind))),
    );
    return distinct([...found, ...issues]);
  } finally {
    await alone.remove();
  }
}
