import type { Definitions, FileFormat } from '../../contract/model.js';
import { contractFolder, DEFINITIONS_NAME, WORKSPACE_FILE } from '../../contract/paths.js';
import type { Preset } from '../../intake/presets.js';
import { writtenAlone } from '../../intake/written.js';
import { type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import { distinct } from '../../kernel/objects.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Exports } from '../../ports/exports.js';
import type { Block } from '../../report/blocks.js';
import { below, toldLines } from '../../report/blocks.js';
import { sightBlock, sightDocument } from '../../report/import.js';
import type { CommandContext } from '../../running/context.js';
import { frameOf, type ImportFrame } from '../../running/contract-frame.js';
import { dataFolderOf, definitionsOf, lookedAt } from '../../running/import-place.js';
import { failed } from '../../running/issue-output.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { listContracts, readContract } from '../../running/repository.js';
import { selectIds } from '../../running/select.js';
import { commandText } from '../../words/command-text.js';
import { type ImportTextKey, importText } from '../../words/import.js';
import { issue } from '../../words/issue.js';
import { type Diagnosed, diagnosisDocument, findingsOf, told } from './diagnosis.js';
import { againIssues } from './import-again.js';
import { type FileFact, fileFactsOf, negativesIn, onlyOf, type SeenRow } from './import-declared.js';
import { fewerIn } from './import-fewer.js';
import { usesIn } from './import-other-way.js';
import { firstsOf, type Planned, plannedFor, unlikeOf } from './import-plan.js';
import { noTime, seenOf, spoiledIssue, unfitRates } from './import-sights.js';
import { additionOf, awaitedIssues, likeIssues, lookedAdditionOf, monthsOf, type Taken, tablesOf, tablesRead } from './import-tables.js';
import { oldFiles, type Placed, placed } from './import-taking.js';

export interface ImportOptions {
  readonly files: readonly string[];
  readonly contract: string | null;
  readonly table: string | null;
  readonly sheet: string | null;
  readonly print: boolean;
  readonly link: boolean;
  /** Names of files of the tables that give their place to the new ones. */
  readonly replace: readonly string[];
  /** Whether they may have fewer rows than those. */
  readonly fewer: boolean;
}

const TABLE = /^[A-Za-z_][A-Za-z0-9_]{0,62}\.[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/**
 * `concord import`: looks at downloaded files, says what it sees, proposes how they are declared, takes them into the data folder
 * and looks at them as they are declared. Nothing that it saw counts later: when money is measured, the declaration decides.
 */
export async function importFiles(context: CommandContext, exports: Exports, options: ImportOptions): Promise<Outcome> {
  if (options.table !== null && !TABLE.test(options.table))
    return refused([issue('import-table', inNoFile('--table'), { found: options.table })]);
  const chosen = await contractFor(context, options);
  if ('code' in chosen) return refused([chosen]);
  // before a file is looked at, so that nothing is made where nothing reads it
  const isPlace = options.print || (await context.files.read(WORKSPACE_FILE)) !== null || (await listContracts(context.files)).length > 0;
  if (!isPlace) return refused([issue('import-no-repository', inNoFile('contracts/'))]);
  if (!options.print && (await isInBigQuery(context))) return refused([issue('import-bigquery', inFile(WORKSPACE_FILE))]);
  const { uses, facts } = chosen.id === null ? { uses: [], facts: [] } : await knownOf(context.files, chosen.id);
  const sheet = options.sheet ?? facts.find(({ source }) => source.table === options.table)?.source.format?.sheet ?? null;
  const seen = await seenOf(exports, distinct(options.files), sheet);
  if ('issues' in seen) return refused(seen.issues);
  const frame = await frameOf(context, chosen.id);
  const spoiled = seen.files.flatMap(({ sight }) => spoiledIssue(sight, frame, options.table));
  if (spoiled.length > 0) return refused(spoiled);
  const data = await dataFolderOf(context);
  const taken = await tablesOf(seen.files, { exports, data, table: options.table, frame, uses, declared: tablesRead(facts) });
  const awaited = options.print || options.table !== null ? [] : taken.flatMap((each) => awaitedIssues(each, uses));
  if (awaited.length > 0) return refused(awaited);
  const drafted = taken.filter((each) => each.preset === null && !isDeclared(each, facts));
  const unfit = drafted.flatMap(({ sights }) => sights.flatMap(({ sight }) => unfitRates(sight, frame)));
  if (unfit.length > 0) return refused(unfit);
  if (options.print) return shown(context, exports, { id: chosen.id, taken, frame });
  const timeless = drafted.filter(({ draft }) => draft.measure === null && draft.rates === null).flatMap(({ sights }) => sights);
  if (timeless.length > 0) return refused(timeless.map(({ sight }) => noTime(sight)));
  const written =
    chosen.id === null ? null : await plannedFor(context, chosen.id, { taken, frame, firsts: await firstsOf(exports, taken, data) });
  if (written !== null && 'issues' in written) return refused(written.issues, written.texts);
  const declared = fileFactsOf(written?.declared ?? null);
  const like: Issue[] = [];
  if (options.table === null) for (const each of taken) like.push(...(await likeIssues(each, declared, { exports, data })));
  if (like.length > 0) return refused(like);
  const unlike = await unlikeOf(taken, declared, { context, exports, data, frame, uses, declared });
  if (unlike.issues.length > 0) return withRows(refused(unlike.issues), unlike.rows, context.eyes);
  const tables = taken.map(({ table }) => table);
  const old = await oldFiles(exports, data, tables, options.replace);
  if ('issues' in old) return refused(old.issues);
  const gone = old.olds.map(({ path }) => path);
  const again = await againIssues(taken, { exports, data, gone });
  if (again.length > 0) return refused(again);
  const fewer = options.fewer ? [] : await fewerIn(taken, declared, old.olds, { context, exports, data, frame, uses, declared });
  if (fewer.length > 0) return refused(fewer);
  const stand = await placed(exports, taken, data, { olds: old.olds, link: options.link });
  if ('issues' in stand) return refused(stand.issues);
  if (written !== null && written.text !== null) await context.files.write(written.path, written.text);
  const looked = await lookedAt(context, readBy(taken, declared), { data, frame, months: monthsOf(taken, declared) });
  const logged = loggedIn(taken, declared);
  // rows do not tell how far data have come where a load log decides that
  const own = looked.filter(({ kind, name }) => kind !== 'freshness' || !logged.some(({ fact }) => fact === name));
  const checks = [...own, ...negativesOf(taken, declared)];
  return done(context, { id: chosen.id, taken, frame, placed: stand.files, written, declared, checks, logged });
}

/** The presets that a contract's definitions use, with what the contract reads of them where it is whole; and its facts, then. */
async function knownOf(files: CommandContext['files'], id: string): Promise<{ readonly uses: Preset[]; readonly facts: FileFact[] }> {
  const { folder } = await readContract(files, id, { evidence: false });
  const definitions = folder?.terms.definitions ?? null;
  const text = (await files.read(`${contractFolder(id)}/${DEFINITIONS_NAME}`)) ?? '';
  return { uses: usesIn(text, definitions), facts: fileFactsOf(definitions) };
}

/** By what the tables are looked at: by what is declared of them, else by what is proposed. */
function readBy(taken: readonly Taken[], declared: readonly FileFact[]): Definitions {
  const known = declared.filter(({ source }) => taken.some(({ table }) => table === source.table));
  const isMoney = known.every(({ definitions }) => definitions.fx === null);
  const fresh = taken.filter((each) => !isDeclared(each, declared));
  const [own, drafted] = [onlyOf(known, isMoney), fresh.length === 0 ? null : definitionsOf(writtenAlone(fresh.map(lookedAdditionOf)))];
  const [first, second] = [own, drafted].filter((each) => each !== null);
  if (first === undefined) throw new RangeError('tables that are taken in are declared or drafted');
  return { ...first, facts: [...first.facts, ...(second?.facts ?? [])], measures: [...first.measures, ...(second?.measures ?? [])] };
}

/** What the new files alone say of amounts that a formula subtracts; the table beside them may have others. */
function negativesOf(taken: readonly Taken[], declared: readonly FileFact[]): Diagnosed['checks'] {
  const found = taken.flatMap(({ table, sights }) =>
    declared.filter(({ source }) => source.table === table).flatMap((fact) => sights.flatMap(({ sight }) => negativesIn(sight, fact))),
  );
  return distinct(found);
}

interface Logged {
  readonly fact: string;
  /** The table that tells how far its data have come. */
  readonly log: string;
}

/** The facts of tables that are taken in whose load log is a table of its own, which an import of theirs leaves as it is. */
function loggedIn(taken: readonly Taken[], declared: readonly FileFact[]): Logged[] {
  const own = declared.filter(({ source }) => taken.some(({ table }) => table === source.table));
  return own.flatMap(({ fact }) => {
    const log = fact.freshness?.table ?? null;
    return log === null ? [] : [{ fact: fact.id, log }];
  });
}

const isDeclared = ({ table }: Taken, declared: readonly FileFact[]): boolean => declared.some(({ source }) => source.table === table);

/** How a table is declared to be written; undefined: it is not declared. */
function formatOf({ table }: Taken, declared: readonly FileFact[]): FileFormat | null | undefined {
  const own = declared.find(({ source }) => source.table === table);
  return own === undefined ? undefined : (own.source.format ?? null);
}

/** Whether contracts here are measured on BigQuery, which reads no file of the data folder. */
async function isInBigQuery({ files, engine }: CommandContext): Promise<boolean> {
  const { workspace } = await readWorkspace(files);
  return (engine ?? workspace?.warehouse.engine) === 'bigquery';
}

/** What was done: what is told of it, and what is to be told next. */
function done(
  context: CommandContext,
  {
    id,
    taken,
    frame,
    placed: files,
    written,
    declared,
    checks,
    logged,
  }: {
    readonly id: string | null;
    readonly taken: readonly Taken[];
    readonly frame: ImportFrame;
    readonly placed: readonly Placed[];
    readonly written: Planned | null;
    readonly declared: readonly FileFact[];
    readonly checks: Diagnosed['checks'];
    readonly logged: readonly Logged[];
  },
): Outcome {
  const diagnosed: Diagnosed = { of: taken.map(({ table }) => table), engine: 'duckdb', checks };
  const findings = findingsOf(checks);
  const report: Report = {
    document: () => ({
      tables: taken.map(tableDocument),
      placed: files.filter(({ key }) => key !== 'gone').map(({ path }) => path),
      written: written === null ? null : written.path,
      definitions: writtenAlone(taken.map(additionOf)),
      ...diagnosisDocument(diagnosed),
    }),
    blocks: (locale) => [
      ...below([
        ...taken.map((each): Block[] => [
          sightBlock(
            { ...each, sights: each.sights.map(({ sight }) => sight) },
            { ...frame, isAll: false, isDeclared: isDeclared(each, declared), declared: formatOf(each, declared) },
            locale,
          ),
        ]),
        [
          toldLines(
            ...files.map(({ key, path, old = '' }) => importText(key, locale, { path, old })),
            ...(written === null ? [] : written.lines.map(([key, params]) => importText(key, locale, params))),
          ),
          ...(written === null ? yamlBlocks(taken, locale) : []),
        ],
        [told(diagnosed, { locale, texts: written?.texts ?? new Map(), eyes: context.eyes })],
        [
          toldLines(
            commandText(findings === 0 ? 'doctor-good' : 'doctor-done', locale, { checks: checks.length, findings }),
            ...logged.map(({ fact, log }) => importText('by-log', locale, { fact, log })),
            ...nextLines(id, written, findings, locale),
          ),
        ],
      ]),
    ],
  };
  return { ended: findings > 0 ? 1 : 0, report };
}

/** What is to be done next: with a proposal, or where nothing stands in the way of a look at the month. */
function nextLines(id: string | null, written: Planned | null, findings: number, locale: Locale): string[] {
  if (id === null || written === null) return [];
  const isRates = written.fresh.every(({ preset, draft }) => preset === null && draft.rates !== null);
  if (written.isComment && isRates) return [importText('next-rates', locale, { id })];
  if (written.isProposal) return [importText(written.isComment ? 'next-comment' : 'next', locale, { id })];
  return findings === 0 ? [importText('next-look', locale, { id })] : [];
}

function refused(issues: readonly Issue[], texts: ReadonlyMap<string, string> = new Map()): Outcome {
  return failed(issues, texts, 2);
}

/** A refusal with the lines that it is about: the file is taken in nowhere, so that nothing else can show them. */
function withRows(outcome: Outcome, rows: readonly SeenRow[], eyes: CommandContext['eyes']): Outcome {
  const { report } = outcome;
  if (report === null || rows.length === 0 || eyes === undefined) return outcome;
  const blocks: Report['blocks'] = (locale) => [
    toldLines(...rows.map(({ file, line, text }) => commandText('doctor-row', locale, { file, line, text }))),
  ];
  return { ...outcome, report: { ...report, blocks } };
}

/** The contract that is written to: the one named, or the only one; null: none is there, or it is only shown. */
async function contractFor({ files }: CommandContext, { contract, print }: ImportOptions): Promise<{ readonly id: string | null } | Issue> {
  if (contract !== null) {
    const { ids, issues } = await selectIds({ files }, contract);
    const [id = null] = ids;
    return issues[0] ?? { id };
  }
  const ids = await listContracts(files);
  const [only, other] = ids;
  if (other !== undefined && !print) return issue('import-which', inNoFile('--contract'), { expected: ids });
  return { id: other === undefined ? (only ?? null) : null };
}

/** What would be declared, and nothing else; of what is declared already, where it is. */
async function shown(
  context: CommandContext,
  exports: Exports,
  { id, taken, frame }: { readonly id: string | null; readonly taken: readonly Taken[]; readonly frame: ImportFrame },
): Promise<Outcome> {
  const firsts = await firstsOf(exports, taken, await dataFolderOf(context));
  const planned = id === null ? null : await plannedFor(context, id, { taken, frame, firsts });
  // definitions that cannot be read keep nobody from looking at a file
  const written = planned === null || 'issues' in planned ? null : planned;
  const fresh = written?.fresh ?? taken;
  const declared = fileFactsOf(written?.declared ?? null);
  const lines = (written?.lines ?? []).flatMap(([key, params]) => {
    const told = SHOWN[key];
    return told === undefined ? [] : [[told, { ...params, path: written?.path ?? '' }] as const];
  });
  const report: Report = {
    document: () => ({ tables: taken.map(tableDocument), definitions: fresh.length === 0 ? '' : writtenAlone(fresh.map(additionOf)) }),
    blocks: (locale) =>
      below([
        ...taken.map((each): Block[] => [
          sightBlock(
            { ...each, sights: each.sights.map(({ sight }) => sight) },
            { ...frame, isAll: true, isDeclared: each.preset === null && !fresh.includes(each), declared: formatOf(each, declared) },
            locale,
          ),
        ]),
        lines.length === 0 ? [] : [toldLines(...lines.map(([key, params]) => importText(key, locale, params)))],
        fresh.length === 0 ? [] : yamlBlocks(fresh, locale),
      ]),
  };
  return { ended: 0, report };
}

/** What `--print` says where an import would say something of definitions. */
const SHOWN: Readonly<Partial<Record<ImportTextKey, ImportTextKey>>> = {
  declared: 'declared-in',
  proposed: 'proposed',
  turned: 'turned-in',
};

function yamlBlocks(taken: readonly Taken[], locale: Locale): Block[] {
  return [toldLines(importText('written-none', locale)), { kind: 'code', language: 'yaml', text: writtenAlone(taken.map(additionOf)) }];
}

function tableDocument({ sights, table, preset }: Taken) {
  return { table, preset: preset?.pack ?? null, files: sights.map(({ sight }) => sightDocument(sight)) };
}
