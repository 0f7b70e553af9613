import type { Definitions } from '../../contract/model.js';
import { parseWritten } from '../../contract/parse-written.js';
import { contractFolder, DEFINITIONS_NAME, WORKSPACE_FILE } from '../../contract/paths.js';
import { unreadable } from '../../intake/compare.js';
import type { Draft } from '../../intake/draft.js';
import { draftOf, slugOf } from '../../intake/draft.js';
import {
  columnsRead,
  type Frame,
  inAnotherLanguage,
  type Near,
  nearestTo,
  type Preset,
  presetFor,
  spoiledFrom,
} from '../../intake/presets.js';
import { type Sight, see, type Unseen } from '../../intake/sight.js';
import { asUsed, usesFor } from '../../intake/uses.js';
import { type Addition, isProposedIn, writtenAlone, writtenInto } from '../../intake/written.js';
import { type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import { distinct } from '../../kernel/objects.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Exports, NoExport, ReadExport } from '../../ports/exports.js';
import type { Block } from '../../report/blocks.js';
import { below, toldLines } from '../../report/blocks.js';
import { sightBlock, sightDocument } from '../../report/import.js';
import type { CommandContext } from '../../running/context.js';
import { dataFolderOf, definitionsOf, frameOf, type ImportFrame, lookedAt } from '../../running/import-place.js';
import { failed } from '../../running/issue-output.js';
import { listContracts, readContract } from '../../running/repository.js';
import { commandText } from '../../words/command-text.js';
import { type ImportTextKey, importText } from '../../words/import.js';
import { issue } from '../../words/issue.js';
import { type Diagnosed, diagnosisDocument, findingsOf, told } from './diagnosis.js';
import { otherWayIssue, turnedTo, usesIn } from './import-other-way.js';
import { placed } from './import-taking.js';

export interface ImportOptions {
  readonly files: readonly string[];
  readonly contract: string | null;
  readonly table: string | null;
  readonly sheet: string | null;
  readonly print: boolean;
  readonly link: boolean;
  /** Names of files of the tables that give their place to the new ones. */
  readonly replace: readonly string[];
}

/** Files of one table, and what is proposed for it. */
interface Taken {
  readonly sights: readonly { readonly path: string; readonly sight: Sight }[];
  readonly table: string;
  readonly preset: Preset | null;
  /** Whether the contract's definitions use the preset for the table. */
  readonly isUsed: boolean;
  /** The preset that it nearly fits; null where it fits one, is like none, or its table is named. */
  readonly near: Near | null;
  /** The preset whose export it seems to be, in a language that the preset does not read. */
  readonly elsewhere: string | null;
  readonly draft: Draft;
}

const TABLE = /^[A-Za-z_][A-Za-z0-9_]{0,62}\.[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/**
 * `concord import`: looks at downloaded files, says what it sees, proposes how they are declared, takes them into the data folder
 * and looks at them as they are declared. Nothing that it saw counts later: when money is measured, the declaration decides.
 */
export async function importFiles(context: CommandContext, exports: Exports, options: ImportOptions): Promise<Outcome> {
  if (options.table !== null && !TABLE.test(options.table))
    return refused([issue('import-table', inFile('--table'), { found: options.table })]);
  const chosen = await contractFor(context, options);
  if ('code' in chosen) return refused([chosen]);
  // before a file is looked at, so that nothing is made where nothing reads it
  const isPlace = options.print || (await context.files.read(WORKSPACE_FILE)) !== null || (await listContracts(context.files)).length > 0;
  if (!isPlace) return refused([issue('import-no-repository', inFile('contracts'))]);
  const seen = await seenOf(exports, distinct(options.files), options.sheet);
  if ('issues' in seen) return refused(seen.issues);
  const frame = await frameOf(context, chosen.id);
  const spoiled = seen.files.flatMap(({ sight }) => spoiledIssue(sight, frame, options.table));
  if (spoiled.length > 0) return refused(spoiled);
  const uses = chosen.id === null ? [] : usesIn((await context.files.read(`${contractFolder(chosen.id)}/${DEFINITIONS_NAME}`)) ?? '');
  const taken = tablesOf(seen.files, options.table, frame, uses);
  const awaited = options.print || options.table !== null ? [] : taken.flatMap((each) => awaitedIssues(each, uses));
  if (awaited.length > 0) return refused(awaited);
  if (options.print) return shown(taken, frame);
  const timeless = taken.filter(({ preset, draft }) => preset === null && draft.measure === null).flatMap(({ sights }) => sights);
  if (timeless.length > 0) return refused(timeless.map(({ sight }) => noTable(sight.name, 'no-time')));
  const data = await dataFolderOf(context);
  const written =
    chosen.id === null ? null : await plannedFor(context, chosen.id, { taken, frame, firsts: await firstsOf(exports, taken, data) });
  if (written !== null && 'issues' in written) return refused(written.issues, written.texts);
  const unlike = await unlikeOf(exports, taken, data, written?.declared ?? null, frame);
  if (unlike.length > 0) return refused(unlike);
  const stand = await placed(exports, taken, data, options);
  if ('issues' in stand) return refused(stand.issues);
  if (written !== null && written.text !== null) await context.files.write(written.path, written.text);
  const checks = await lookedAt(context, definitionsOf(writtenAlone(taken.map(additionOf))), { data, frame, months: monthsOf(taken) });
  const diagnosed: Diagnosed = { of: taken.map(({ table }) => table).join(', '), engine: 'duckdb', checks };
  const findings = findingsOf(checks);
  const report: Report = {
    document: () => ({
      tables: taken.map(tableDocument),
      placed: stand.files.filter(({ key }) => key !== 'gone').map(({ path }) => path),
      written: written === null ? null : written.path,
      definitions: writtenAlone(taken.map(additionOf)),
      ...diagnosisDocument(diagnosed),
    }),
    blocks: (locale) => [
      ...below([
        ...taken.map((each): Block[] => [sightBlock({ ...each, sights: each.sights.map(({ sight }) => sight) }, frame, locale)]),
        [
          toldLines(
            ...stand.files.map(({ key, path, old = '' }) => importText(key, locale, { path, old })),
            ...(written === null ? [] : written.lines.map(([key, params]) => importText(key, locale, params))),
          ),
          ...(written === null ? yamlBlocks(taken, locale) : []),
        ],
        [told(diagnosed, { locale, texts: new Map(), eyes: context.eyes })],
        [
          toldLines(
            commandText(findings === 0 ? 'doctor-good' : 'doctor-done', locale, { checks: checks.length, findings }),
            ...nextLines(chosen.id, written, findings, locale),
          ),
        ],
      ]),
    ],
  };
  return { ended: findings > 0 ? 1 : 0, report };
}

/** What is to be done next: with a proposal, or where nothing stands in the way of a look at the month. */
function nextLines(
  id: string | null,
  written: { readonly isProposal: boolean; readonly isComment: boolean } | null,
  findings: number,
  locale: Locale,
): string[] {
  if (id === null || written === null) return [];
  if (written.isProposal) return [importText(written.isComment ? 'next-comment' : 'next', locale, { id })];
  return findings === 0 ? [importText('next-look', locale, { id })] : [];
}

function refused(issues: readonly Issue[], texts: ReadonlyMap<string, string> = new Map()): Outcome {
  return failed(issues, texts, 2);
}

/** The contract that is written to: the one named, or the only one; null: none is there, or it is only shown. */
async function contractFor({ files }: CommandContext, { contract, print }: ImportOptions): Promise<{ readonly id: string | null } | Issue> {
  const ids = await listContracts(files);
  if (contract !== null) {
    return ids.includes(contract)
      ? { id: contract }
      : issue('unknown-contract', inNoFile('--contract'), { found: contract, expected: ids.join(', ') });
  }
  const [only, other] = ids;
  if (other !== undefined && !print) return issue('import-which', inNoFile('--contract'), { expected: ids.join(', ') });
  return { id: other === undefined ? (only ?? null) : null };
}

/** What is seen in files, or why something is not. */
export async function seenOf(
  exports: Exports,
  paths: readonly string[],
  sheet: string | null,
): Promise<{ readonly files: readonly { readonly path: string; readonly sight: Sight }[] } | { readonly issues: readonly Issue[] }> {
  const files: { path: string; sight: Sight }[] = [];
  const issues: Issue[] = [];
  for (const path of paths) {
    const raw = await exports.read(path, sheet);
    if (raw === null) issues.push(issue('import-no-file', inFile(path), { file: path }));
    else if ('isNot' in raw) issues.push(notRead(raw, sheet));
    else {
      const found = seenIn(raw);
      if ('code' in found) issues.push(found);
      else files.push({ path, sight: found });
    }
  }
  return issues.length > 0 ? { issues } : { files };
}

function seenIn(raw: ReadExport): Sight | Issue {
  const found = see(raw);
  if (!('unseen' in found)) return found;
  return noTable(raw.name, found.unseen, found.line);
}

/** A file that a spreadsheet has spoiled; where its table is named it may be the reader's own, but rounded ids are lost in any table. */
export function spoiledIssue(sight: Sight, frame: ImportFrame, table: string | null): Issue[] {
  const spoiled = spoiledFrom(sight, frame);
  if (spoiled === null || (table !== null && spoiled.by === 'times')) return [];
  const { pack, by, column } = spoiled;
  const sign = `@spoiled.${by}:${column.slice(0, 40).replaceAll('|', ' ')}`;
  return [issue('import-spoiled', inFile(sight.name, sight.headerLine), { file: sight.name, pack, sign })];
}

function noTable(file: string, what: 'no-time' | Unseen['unseen'], line?: number): Issue {
  const why = line === undefined ? `@no-table.${what}` : `@no-table.${what}:${line}`;
  return issue('import-no-table', inFile(file, line ?? 1), { file, why, advice: `@advice.no-table.${what}` });
}

function notRead({ name, isNot, sheets = [] }: NoExport, sheet: string | null): Issue {
  if (isNot === 'sheet') return issue('import-sheet', inFile(name), { file: name, sheet: sheet ?? '', sheets: sheets.join(', ') });
  const room = ['broken', 'parquet', 'workbook', 'workbook-too-large', 'folder', 'not-excel'].includes(isNot) ? 'no-table' : 'form';
  return issue('import-no-table', inFile(name), { file: name, why: `@${room}.${isNot}`, advice: `@advice.${room}.${isNot}` });
}

/** Files with the same header are one table. */
function tablesOf(
  files: readonly { readonly path: string; readonly sight: Sight }[],
  table: string | null,
  frame: ImportFrame,
  uses: readonly Preset[],
): Taken[] {
  const groups = new Map<string, { path: string; sight: Sight }[]>();
  for (const file of files) {
    const key = JSON.stringify([file.sight.form, file.sight.header, file.sight.format]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].flatMap((sights): Taken[] => {
    const [first] = sights;
    if (first === undefined) return [];
    const { preset, isUsed } = fittingOf(first.sight, table, frame, uses);
    const own = table ?? preset?.source.table ?? `exports.${slugOf(first.sight.name)}`;
    const draft = draftOf(first.sight, { id: own.replace('.', '_').replace(/^exports_/, ''), table: own, zone: frame.zone });
    const near = table === null && preset === null ? nearestTo(first.sight, frame) : null;
    const elsewhere = table === null && preset === null && near === null ? inAnotherLanguage(first.sight) : null;
    return [{ sights, table: own, preset, isUsed, near, elsewhere, draft }];
  });
}

/** The preset of a file: where definitions use it, as they do; whoever names a table that none is used for has decided without one. */
function fittingOf(sight: Sight, table: string | null, frame: ImportFrame, uses: readonly Preset[]): Pick<Taken, 'preset' | 'isUsed'> {
  const seen = presetFor(sight, frame);
  const found = seen === null || table !== null ? uses.filter(({ source }) => source.table === table) : usesFor(sight, seen, uses);
  const [use] = found;
  if (use === undefined) return { preset: table === null ? seen : null, isUsed: false };
  return { preset: seen?.pack === use.pack ? asUsed(seen, use) : use, isUsed: true };
}

/**
 * Files that the contract waits for and that cannot be taken in so: nearly what a preset reads that it uses, or in another language. As a
 * draft they would come where nothing reads them. And files of which only the reader knows whose they are: several uses read such files.
 */
function awaitedIssues({ sights, preset, near, elsewhere }: Taken, uses: readonly Preset[]): Issue[] {
  const isUsedPack = (name: string) => uses.some(({ pack }) => pack === name);
  if (near !== null && isUsedPack(near.pack)) return [...near.issues];
  const places = (sight: Sight) => (preset === null ? [] : usesFor(sight, preset, uses).map(({ source }) => source.table));
  return sights.flatMap(({ sight }): Issue[] => {
    const at = inFile(sight.name, sight.headerLine);
    if (elsewhere !== null && isUsedPack(elsewhere)) return [issue('import-language', at, { file: sight.name, pack: elsewhere })];
    const [table, other] = places(sight);
    if (preset === null || table === undefined || other === undefined) return [];
    return [issue('import-whose', at, { file: sight.name, pack: preset.pack, expected: places(sight).join(', '), table })];
  });
}

const additionOf = ({ preset, draft }: Taken): Addition => (preset === null ? { draft } : { preset });

function monthsOf(taken: readonly Taken[]): { readonly from: string; readonly to: string } | null {
  const months = taken.flatMap(({ draft }) => draft.months ?? []);
  const [from, to] = [
    months.map((each) => each.from).toSorted()[0],
    months
      .map((each) => each.to)
      .toSorted()
      .at(-1),
  ];
  return from === undefined || to === undefined ? null : { from, to };
}

/** What is seen in a table's latest file; null where there is none, or nothing can be seen in it. */
export async function latestOf(exports: Exports, path: string | undefined, sheet: string | null): Promise<Sight | null> {
  const seen = path === undefined ? null : await seenOf(exports, [path], sheet);
  return seen === null || 'issues' in seen ? null : (seen.files[0]?.sight ?? null);
}

/** What is taken in for tables that have no file yet, all of one form. */
async function firstsOf(exports: Exports, taken: readonly Taken[], data: string): Promise<ReadonlySet<Taken>> {
  const firsts = new Set<Taken>();
  for (const each of taken) {
    const isAlone = taken.every((other) => other === each || other.table !== each.table);
    if (isAlone && (await exports.tableFiles(data, each.table)).length === 0) firsts.add(each);
  }
  return firsts;
}

/** Files that cannot be read beside those that their table has, or as it is declared. */
async function unlikeOf(
  exports: Exports,
  taken: readonly Taken[],
  data: string,
  declared: Definitions | null,
  frame: Frame,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const { sights, table } of taken) {
    const previous = await latestOf(exports, (await exports.tableFiles(data, table)).at(-1), null);
    const wanted = (declared?.facts ?? []).flatMap((fact) =>
      declared !== null && 'table' in fact.source && fact.source.table === table
        ? columnsRead({ fact, source: fact.source, definitions: declared })
        : [],
    );
    for (const { sight } of sights) {
      const other = declared === null ? [] : otherWayIssue(sight, table, declared, frame);
      const found = unreadable(sight, { table, previous, wanted: wanted.map(({ header }) => header) });
      // One cause is told once.
      issues.push(...(other.length > 0 ? other : found));
    }
  }
  return issues;
}

type Line = readonly [key: ImportTextKey, params: Readonly<Record<string, string>>];

/** What is to be written into a contract's definitions; a table that they declare already stays as it is declared. */
async function plannedFor(
  { files }: CommandContext,
  id: string,
  { taken, frame, firsts }: { readonly taken: readonly Taken[]; readonly frame: Frame; readonly firsts: ReadonlySet<Taken> },
): Promise<
  | {
      readonly path: string;
      /** Null: nothing is new. */
      readonly text: string | null;
      /** Whether there is something that the contract has yet to use. */
      readonly isProposal: boolean;
      /** As a comment: the contract is whole without it, and what is declared and not used would stop its settlement. */
      readonly isComment: boolean;
      readonly declared: Definitions | null;
      readonly lines: readonly Line[];
    }
  | { readonly issues: readonly Issue[]; readonly texts: ReadonlyMap<string, string> }
> {
  const path = `${contractFolder(id)}/${DEFINITIONS_NAME}`;
  const text = (await files.read(path)) ?? '';
  const { value, issues } = text.trim() === '' ? { value: null, issues: [] } : parseWritten('definitions', path, text);
  if (issues.some(({ severity }) => severity === 'error')) return { issues, texts: new Map([[path, text]]) };
  const declared = new Set(Object.values(value?.data.facts ?? {}).flatMap((fact) => fact.table ?? []));
  const used = new Set((value?.data.use ?? []).map((use) => (typeof use === 'string' ? use : use.pack)));
  const known = ({ table, preset }: Taken): boolean => (preset === null ? declared.has(table) : used.has(preset.pack));
  const proposed = (each: Taken): boolean => !known(each) && isProposedIn(text, { table: each.table, pack: each.preset?.pack ?? null });
  const fresh = taken.filter((each) => !known(each) && !proposed(each));
  const { folder, ledgerFolders } = await readContract(files, id, { evidence: false });
  const isComment = fresh.length > 0 && folder !== null;
  const names = fresh.map(({ preset, draft }) => preset?.pack ?? draft.fact.id).join(', ');
  let own = text;
  const turned = new Map<Taken, Line>();
  for (const each of taken.filter((one) => ledgerFolders.length === 0 && firsts.has(one) && one.preset !== null && known(one))) {
    const [first] = each.sights;
    const found = first === undefined ? null : turnedTo(first.sight, { table: each.table, text: own, frame });
    if (found === null) continue;
    own = found.text;
    turned.set(each, ['turned', { path, pack: found.pack, given: found.given }]);
  }
  const whole = fresh.length > 0 ? writtenInto(own, fresh.map(additionOf), isComment ? 'comment' : 'yaml') : own;
  return {
    path,
    text: whole === text ? null : whole,
    isProposal: fresh.length > 0,
    isComment,
    declared: value === null ? null : definitionsOf(own),
    lines: [
      ...turned.values(),
      ...(fresh.length > 0 ? [[isComment ? 'written-comment' : 'written', { path, names }] as const] : []),
      ...taken.filter((each) => known(each) && !turned.has(each)).map(({ table }) => ['declared', { table }] as const),
      ...taken.filter(proposed).map(({ table }) => ['proposed', { table, path }] as const),
    ],
  };
}

/** What would be declared, and nothing else. */
function shown(taken: readonly Taken[], frame: ImportFrame): Outcome {
  const report: Report = {
    document: () => ({ tables: taken.map(tableDocument), definitions: writtenAlone(taken.map(additionOf)) }),
    blocks: (locale) =>
      below([
        ...taken.map((each): Block[] => [sightBlock({ ...each, sights: each.sights.map(({ sight }) => sight) }, frame, locale)]),
        yamlBlocks(taken, locale),
      ]),
  };
  return { ended: 0, report };
}

function yamlBlocks(taken: readonly Taken[], locale: 'en' | 'zh'): Block[] {
  return [toldLines(importText('written-none', locale)), { kind: 'code', language: 'yaml', text: writtenAlone(taken.map(additionOf)) }];
}

function tableDocument({ sights, table, preset }: Taken) {
  return { table, preset: preset?.pack ?? null, files: sights.map(({ sight }) => sightDocument(sight)) };
}
