import { contractFolder, DEFINITIONS_NAME } from '../../contract/paths.js';
import { type Frame, isFactOf, otherWayOf, type Preset, presetFor } from '../../intake/presets.js';
import type { Sight } from '../../intake/sight.js';
import { type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import { distinct } from '../../kernel/objects.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Exports } from '../../ports/exports.js';
import { below, type ToldLine, toldLine, toldLines } from '../../report/blocks.js';
import { plainText } from '../../report/escape.js';
import { leftOutLines, linesWarned } from '../../report/import.js';
import { issueData } from '../../report/issues.js';
import type { CommandContext } from '../../running/context.js';
import { frameOf, type ImportFrame } from '../../running/contract-frame.js';
import { dataFolderOf } from '../../running/import-place.js';
import { failed } from '../../running/issue-output.js';
import { type ReadContract, textsOf } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { commandText } from '../../words/command-text.js';
import { importText } from '../../words/import.js';
import { describe, issue } from '../../words/issue.js';
import { againIssue } from './import-again.js';
import { type Comparing, comparedWith, type FileFact, fileFactsOf, type SeenRow, shareOf } from './import-declared.js';
import { fewerRows } from './import-fewer.js';
import { usesIn } from './import-other-way.js';
import { seenOf, spoiledIssue } from './import-sights.js';
import { tablesOf, tablesRead } from './import-tables.js';
import { oldFiles } from './import-taking.js';

export interface CheckOptions {
  readonly files: readonly string[];
  readonly contract: string | null;
  readonly fact: string | null;
  /** Names of files of the tables that would give their place. */
  readonly replace: readonly string[];
  /** Whether the files may have fewer rows than those. */
  readonly fewer: boolean;
}

/** A fact that reads files, and the contract whose it is. */
interface ContractFact extends FileFact {
  readonly contract: ReadContract;
}

interface Compared {
  readonly file: string;
  readonly sight: Sight;
  /** The preset that its fact is of and that the file fits; null: none. */
  readonly usedPack: string | null;
  readonly against: ContractFact;
  /** The table to be named when it is taken in; null: it comes there by its own name. */
  readonly table: string | null;
  readonly issues: readonly Issue[];
  readonly rows: readonly SeenRow[];
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
  const all = contracts.flatMap((contract) =>
    fileFactsOf(contract.folder?.terms.definitions ?? null).map((fact): ContractFact => ({ ...fact, contract })),
  );
  const names = contracts.map(({ id }) => id);
  const expected = distinct(all.map(({ fact }) => fact.id));
  if (all.length === 0) return failed([issue('import-no-facts', inNoFile('contract'), { contract: names })], new Map(), 2);
  const facts = all.filter(({ fact }) => options.fact === null || fact.id === options.fact);
  if (options.fact !== null && facts.length === 0) {
    return failed([issue('import-unknown-fact', inNoFile('--fact'), { found: options.fact, expected })], new Map(), 2);
  }
  const [only, other] = facts;
  const seen = await seenOf(exports, options.files, other === undefined ? (only?.source.format?.sheet ?? null) : null);
  if ('issues' in seen) return failed(seen.issues, new Map(), 1);
  const frame = await frameOf(context, options.contract ?? contracts[0]?.id ?? null);
  // times are compared with what is declared; what was rounded is lost however it is declared
  const spoiled = seen.files.flatMap(({ sight }) => spoiledIssue(sight, frame, sight.name));
  if (spoiled.length > 0) return failed(spoiled, new Map(), 1);
  const data = await dataFolderOf(context);
  const matched: { path: string; sight: Sight; against: ContractFact; unnamed: boolean }[] = [];
  for (const { path, sight } of seen.files) {
    const { against, unnamed } = await comparedTo({ path, sight }, facts, { exports, data, frame });
    if (against === null) {
      return failed([issue('import-no-fact', inFile(path), { contract: names, file: sight.name, expected })], new Map(), 2);
    }
    matched.push({ path, sight, against, unnamed });
  }
  const tables = matched.map(({ against }) => against.source.table);
  const old = await oldFiles(exports, data, tables, options.replace);
  if ('issues' in old) return failed(old.issues, new Map(), 2);
  const gone = old.olds.map((each) => each.path);
  const compared: Compared[] = [];
  for (const { path, sight, against, unnamed } of matched) {
    const { table } = against.source;
    const beside = matched.filter((each) => each.against.source.table === table);
    const comparing: Comparing = {
      context,
      exports,
      data,
      frame: await frameOf(context, against.contract.id),
      uses: usesOf(against),
      declared: all.filter(({ contract }) => contract === against.contract),
      gone,
    };
    // what several files together take the place of is told with the first
    const isFirst = beside[0]?.path === path && !options.fewer;
    const fewer = isFirst ? await fewerRows({ sights: beside, table }, [against], old.olds, comparing) : [];
    const paths = beside.map((each) => each.path);
    const before = paths.slice(0, paths.indexOf(path));
    const again = await againIssue({ path, sight }, { table, before }, { exports, data, gone });
    // a copy has every key of the other: that is one finding
    const found = again === null ? await comparedWith({ path, sight }, against, comparing) : { issues: [again], rows: [] };
    const usedPack = presetFor(sight, frame);
    compared.push({
      file: sight.name,
      sight,
      usedPack: usedPack !== null && isFactOf(against.fact.id, usedPack) ? usedPack.pack : null,
      against,
      // whoever names the fact has said which table it is
      table: options.fact === null && unnamed ? table : null,
      issues: [...found.issues, ...fewer],
      rows: context.eyes === undefined ? [] : found.rows,
    });
  }
  const report: Report = {
    document: () => ({
      files: compared.map(({ file, against, table, issues: own }) => ({
        file,
        contract: against.contract.id,
        fact: against.fact.id,
        table,
        issues: own.map(issueData),
      })),
    }),
    blocks: (locale) =>
      below(
        compared.map(({ file, sight, usedPack, against, table, issues: own, rows }) => [
          toldLines(
            importText('check-title', locale, { file: plainText(file), fact: against.fact.id, contract: against.contract.id }),
            ...findingLines(own, locale),
            ...rows.map((row) => toldLine(commandText('doctor-row', locale, { file: row.file, line: row.line, text: row.text }), 3)),
            ...(usedPack === null ? [] : leftOutLines([sight], usedPack, locale)).map((line) => toldLine(line, 1)),
            ...linesWarned(sight, locale).map((line) => toldLine(line, 1)),
            ...(table === null ? [] : [toldLine(importText('check-table', locale, { table }), 1)]),
            own.length === 0 ? importText('check-good', locale) : importText('check-done', locale, { count: own.length }),
          ),
        ]),
      ),
  };
  return { ended: compared.some(({ issues: own }) => own.length > 0) ? 1 : 0, report };
}

/** Findings with their remedies; what one remedy is of stands together above it. */
function findingLines(found: readonly Issue[], locale: Locale): ToldLine[] {
  const told = found.map((each) => describe(each, locale));
  return told.flatMap(({ text, fix }, index) => [
    toldLine(`✗ ${text}`, 1),
    ...(fix === null || told[index + 1]?.fix === fix ? [] : [toldLine(fix, 3)]),
  ]);
}

/** The presets that the definitions of a fact's contract use. */
const usesOf = ({ contract: { id, texts }, definitions }: ContractFact): Preset[] =>
  usesIn(texts.get(`${contractFolder(id)}/${DEFINITIONS_NAME}`) ?? '', definitions);

/**
 * The fact that a file is compared with: one of the table where an import without `--table` would take it, as far as one reads that; else
 * the one whose used columns it has most of, and then an import asks for the table.
 */
async function comparedTo(
  file: { readonly path: string; readonly sight: Sight },
  facts: readonly ContractFact[],
  { exports, data, frame }: { readonly exports: Exports; readonly data: string; readonly frame: ImportFrame },
): Promise<{ readonly against: ContractFact | null; readonly unnamed: boolean }> {
  const named: ContractFact[] = [];
  for (const { id } of distinct(facts.map(({ contract }) => contract))) {
    const own = facts.filter(({ contract }) => contract.id === id);
    const uses = own.slice(0, 1).flatMap(usesOf);
    const taken = await tablesOf([file], { exports, data, table: null, frame, uses, declared: tablesRead(own) });
    named.push(...own.filter(({ source }) => taken.some(({ table, beside }) => beside === null && table === source.table)));
  }
  const against = (named.length === 0 ? null : bestOf(named, file.sight, frame)) ?? bestOf(facts, file.sight, frame);
  return { against, unnamed: against !== null && !named.includes(against) };
}

/** The fact that a file has most of the used columns of. */
function bestOf(facts: readonly ContractFact[], sight: Sight, frame: Frame): ContractFact | null {
  const counted = facts.map((each) => ({ each, share: shareOf(each, sight) }));
  const [first] = counted.toSorted((a, b) => b.share - a.share);
  if (first !== undefined && (first.share > 0 || facts.length === 1)) return first.each;
  // no column is alike where a platform wrote its export in another language
  return facts.find((each) => otherWayOf(sight, each, frame) !== null) ?? null;
}
