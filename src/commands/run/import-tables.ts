import { draftOf, lookedBy } from '../../intake/draft.js';
import { calledAs, slugOf } from '../../intake/file-slug.js';
import { inAnotherLanguage, type Near, nearestTo, type Preset, presetFor } from '../../intake/presets.js';
import type { Sight } from '../../intake/sight.js';
import { asUsed, nearestUse, usesFor } from '../../intake/uses.js';
import type { Addition } from '../../intake/written.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import { distinct } from '../../kernel/objects.js';
import type { Exports } from '../../ports/exports.js';
import type { SeenTable } from '../../report/import.js';
import type { ImportFrame } from '../../running/contract-frame.js';
import type { Months } from '../../running/import-place.js';
import { issue } from '../../words/issue.js';
import { type FileFact, monthsRead, shareOf, spanOf } from './import-declared.js';
import { latestOf } from './import-sights.js';
import { nameAt } from './import-taking.js';

/** Files of one table with their places, and what is proposed for it. */
export interface Taken extends Omit<SeenTable, 'sights'> {
  readonly sights: readonly { readonly path: string; readonly sight: Sight }[];
  /** Tables whose files have the same header and are called otherwise, where no name says which is meant; null: one does. */
  readonly beside: Beside | null;
}

interface Beside {
  /** The likeliest first: a table that has a file called alike. */
  readonly tables: readonly string[];
  /** A name of a table that has no file yet. */
  readonly free: string;
}

/** Where tables are, and what is asked for. */
export interface Asked {
  readonly exports: Exports;
  readonly data: string;
  /** The table that is named for all; null: none is. */
  readonly table: string | null;
  readonly frame: ImportFrame;
  readonly uses: readonly Preset[];
  /** The tables of files that the contract reads. */
  readonly declared: readonly string[];
}

/** The tables of facts. */
export const tablesRead = (facts: readonly FileFact[]): string[] => distinct(facts.map(({ source }) => source.table));

/** Files with the same header are one table; those that no preset is known for, where they are called alike too but for the date. */
export async function tablesOf(files: readonly { readonly path: string; readonly sight: Sight }[], asked: Asked): Promise<Taken[]> {
  const { table, frame, uses } = asked;
  const groups = new Map<string, { path: string; sight: Sight }[]>();
  for (const file of files) {
    const { form, header, format, name } = file.sight;
    const isCalled = table === null && fittingOf(file.sight, table, frame, uses).preset === null;
    const key = JSON.stringify([form, header, format, isCalled ? calledAs(name) : null]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const taken: Taken[] = [];
  for (const sights of groups.values()) {
    const [first] = sights;
    if (first === undefined) continue;
    const { preset, isUsed } = fittingOf(first.sight, table, frame, uses);
    const known = table ?? preset?.source.table ?? null;
    const { own, beside } = known === null ? await ownTable(first.sight, taken, asked) : { own: known, beside: null };
    const id = own.replace('.', '_').replace(/^exports_/, '');
    const draft = draftOf(first.sight, { id, table: own, zone: frame.zone, currency: frame.currency });
    const near = table === null && preset === null ? nearTo(first.sight, frame, uses) : null;
    const elsewhere = table === null && preset === null && near === null ? inAnotherLanguage(first.sight) : null;
    taken.push({ sights, table: own, preset, isUsed, near, elsewhere, draft, beside });
  }
  return taken;
}

/** What a table is called whose files have a name without a word that is known. */
const NAMELESS = 'export';

/**
 * The table of files that are of no preset and for which none is named: called after them. Of several tables called so (`export`,
 * `export_2`) it is the one whose files have the same header and are called alike but for the date; where those of the same header are
 * called otherwise, whose the file is has to be said. What is like none of them is a table of its own, unless the name says what it is:
 * then a platform has changed its export, which is to be told.
 */
async function ownTable(
  sight: Sight,
  taken: readonly Taken[],
  { exports, data, declared }: Asked,
): Promise<{ readonly own: string; readonly beside: Beside | null }> {
  const slug = slugOf(sight.name);
  const base = `exports.${slug ?? NAMELESS}`;
  const alike: { readonly table: string; readonly isCalled: boolean }[] = [];
  const look = async (table: string): Promise<'free' | 'other' | 'its'> => {
    const given = taken.flatMap((each) => (each.table === table ? each.sights : []));
    const standing = await exports.tableFiles(data, table);
    const previous = given[0]?.sight ?? (await latestOf(exports, standing.at(-1), null));
    if (previous === null) return standing.length === 0 ? 'free' : 'other';
    if (!isAlike(previous, sight)) return 'other';
    const isCalledAs = (name: string): boolean => calledAs(name) === calledAs(sight.name);
    // one of the same name in another form, which comes in the same call, cannot stand in one table with it
    if (given.some((each) => isCalledAs(each.sight.name))) return 'other';
    const isCalled = standing.some((path) => isCalledAs(nameAt(path)));
    alike.push({ table, isCalled });
    return isCalled ? 'its' : 'other';
  };
  for (let count = 1; ; count += 1) {
    const table = count === 1 ? base : `${base}_${count}`;
    const found = await look(table);
    if (found === 'its') return { own: table, beside: null };
    if (found === 'other') continue;
    if (alike.length === 0) {
      const isOf = (name: string): boolean => taken.some((each) => each.table === name);
      return { own: slug === null || count === 1 || isOf(base) ? table : base, beside: null };
    }
    for (const other of declared.filter((name) => !alike.some((each) => each.table === name))) await look(other);
    const tables = alike.toSorted((a, b) => Number(b.isCalled) - Number(a.isCalled)).map((each) => each.table);
    return { own: tables[0] ?? table, beside: { tables, free: table } };
  }
}

const isAlike = (one: Sight, other: Sight): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));
const plain = ({ header }: Sight): string[] => header.map((name) => name.trim());

/** The preset of a file: where definitions use it, as they do; whoever names a table that none is used for has decided without one. */
function fittingOf(sight: Sight, table: string | null, frame: ImportFrame, uses: readonly Preset[]): Pick<Taken, 'preset' | 'isUsed'> {
  const nearly = table === null ? nearestUse(sight, uses) : null;
  const seen = presetFor(sight, frame) ?? (nearly?.issues.length === 0 ? nearly.use : null);
  const found = seen === null || table !== null ? uses.filter(({ source }) => source.table === table) : usesFor(sight, seen, uses);
  const [use] = found;
  if (use === undefined) return { preset: table === null ? seen : null, isUsed: false };
  return { preset: seen?.pack === use.pack ? asUsed(seen, use) : use, isUsed: true };
}

/** What a file nearly is: of a preset that the contract uses, rather in the way in which it does. */
function nearTo(sight: Sight, frame: ImportFrame, uses: readonly Preset[]): Near | null {
  const [use, any] = [nearestUse(sight, uses), nearestTo(sight, frame)];
  return use !== null && use.there >= (any?.there ?? 0) ? use : any;
}

/**
 * Files that the contract waits for and that cannot be taken in so: nearly what a preset reads that it uses, or in another language. As a
 * draft they would come where nothing reads them. And files of which only the reader knows whose they are: several uses read such files,
 * or the table that they would come to has files that are called otherwise.
 */
export function awaitedIssues({ sights, preset, near, elsewhere, beside }: Taken, uses: readonly Preset[]): Issue[] {
  const isUsedPack = (name: string) => uses.some(({ pack }) => pack === name);
  if (near !== null && isUsedPack(near.pack)) return [...near.issues];
  if (beside !== null)
    return sights.map(({ sight }) => {
      const params = { file: sight.name, expected: beside.tables, declared: beside.tables[0] ?? '', table: beside.free };
      return issue('import-beside', inFile(sight.name, sight.headerLine), params);
    });
  const places = (sight: Sight) => (preset === null ? [] : usesFor(sight, preset, uses).map(({ source }) => source.table));
  return sights.flatMap(({ sight }): Issue[] => {
    const at = inFile(sight.name, sight.headerLine);
    if (elsewhere !== null && isUsedPack(elsewhere)) return [issue('import-language', at, { file: sight.name, pack: elsewhere })];
    const [table, other] = places(sight);
    if (preset === null || table === undefined || other === undefined) return [];
    return [issue('import-whose', at, { file: sight.name, pack: preset.pack, expected: places(sight), table })];
  });
}

/**
 * Files of which the name makes a new table and the header is that of one that is declared. Nobody who adds a month means to make a table
 * that nothing reads, and which of the two is meant only the reader knows.
 */
export async function likeIssues(
  { sights, table, isUsed }: Taken,
  declared: readonly FileFact[],
  { exports, data }: Pick<Asked, 'exports' | 'data'>,
): Promise<Issue[]> {
  if (isUsed || declared.some(({ source }) => source.table === table) || (await exports.tableFiles(data, table)).length > 0) return [];
  const issues: Issue[] = [];
  for (const { sight } of sights) {
    const found: string[] = [];
    for (const fact of declared.filter((each) => shareOf(each, sight) === 1)) {
      const { table: own, format } = fact.source;
      const latest = await latestOf(exports, (await exports.tableFiles(data, own)).at(-1), format?.sheet ?? null);
      if (latest === null || isMostlyAlike(latest, sight)) found.push(own);
    }
    const [first] = found;
    const params = { file: sight.name, expected: distinct(found), declared: first ?? '', table };
    if (first !== undefined) issues.push(issue('import-like', inFile(sight.name, sight.headerLine), params));
  }
  return issues;
}

/** Whether most columns of each of two files are the other's too: an export that gets a further column stays the same export. */
function isMostlyAlike(one: Sight, other: Sight): boolean {
  const [mine, others] = [new Set(plain(one)), new Set(plain(other))];
  const both = [...mine].filter((name) => others.has(name)).length;
  return both * 2 > Math.max(mine.size, others.size);
}

/** What a table adds to definitions: its preset, or what is drafted. */
export const additionOf = ({ preset, draft }: Taken): Addition => (preset === null ? { draft } : { preset });

/** What the rows of a table that is not declared are looked at by. */
export const lookedAdditionOf = ({ preset, draft }: Taken): Addition => (preset === null ? { draft: lookedBy(draft) } : { preset });

/** The months that the tables hold together, by the times that are read of them; null: none is known. */
export function monthsOf(taken: readonly Taken[], declared: readonly FileFact[]): Months | null {
  return spanOf(
    taken.flatMap(({ sights, table, draft }) => {
      const facts = declared.filter(({ source }) => source.table === table);
      if (facts.length === 0) return draft.months ?? [];
      return sights.flatMap(({ sight }) => facts.flatMap((fact) => monthsRead(sight, fact) ?? []));
    }),
  );
}
