import type { Definitions } from '../../contract/model.js';
import { parseWritten } from '../../contract/parse-written.js';
import { contractFolder, DEFINITIONS_NAME } from '../../contract/paths.js';
import { unreadable } from '../../intake/compare.js';
import type { Frame } from '../../intake/presets.js';
import { isProposedIn, writtenInto } from '../../intake/written.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import type { Params } from '../../kernel/text.js';
import type { Exports } from '../../ports/exports.js';
import type { ReadableFiles } from '../../ports/files.js';
import type { CommandContext } from '../../running/context.js';
import { definitionsOf } from '../../running/import-place.js';
import { readContract } from '../../running/repository.js';
import type { ImportTextKey } from '../../words/import.js';
import { issue } from '../../words/issue.js';
import { type Comparing, type Faults, type FileFact, faultsOf, type SeenRow } from './import-declared.js';
import { turnedTo } from './import-other-way.js';
import { latestOf } from './import-sights.js';
import { additionOf, type Taken } from './import-tables.js';

/** What is taken in for tables that have no file yet, all of one form. */
export async function firstsOf(exports: Exports, taken: readonly Taken[], data: string): Promise<ReadonlySet<Taken>> {
  const firsts = new Set<Taken>();
  for (const each of taken) {
    const isAlone = taken.every((other) => other === each || other.table !== each.table);
    if (isAlone && (await exports.tableFiles(data, each.table)).length === 0) firsts.add(each);
  }
  return firsts;
}

/**
 * Files that cannot be read: by what is declared of their table, or, of one that is not declared, beside those that it has. None of them
 * is taken in.
 */
export async function unlikeOf(taken: readonly Taken[], declared: readonly FileFact[], comparing: Comparing): Promise<Faults> {
  const { exports, data } = comparing;
  const issues: Issue[] = [];
  const rows: SeenRow[] = [];
  for (const { sights, table } of taken) {
    const facts = declared.filter(({ source }) => source.table === table);
    const previous = await latestOf(exports, (await exports.tableFiles(data, table)).at(-1), null);
    for (const placed of sights) {
      const found =
        facts.length > 0
          ? await faultsOf(placed, facts, comparing)
          : { issues: unreadable(placed.sight, { table, previous, wanted: [], preset: null }), rows: [] };
      issues.push(...found.issues);
      rows.push(...found.rows);
    }
  }
  return { issues, rows };
}

type Line = readonly [key: ImportTextKey, params: Params];

/** What is to be written into a contract's definitions, and what is told of it. */
export interface Planned {
  readonly path: string;
  /** Null: nothing is new. */
  readonly text: string | null;
  /** Whether there is something that the contract has yet to use. */
  readonly isProposal: boolean;
  /** As a comment: the contract is whole without it, and what is declared and not used would stop its settlement. */
  readonly isComment: boolean;
  /** What they neither declare nor hold as a comment. */
  readonly fresh: readonly Taken[];
  readonly declared: Definitions | null;
  /** The text of which `declared` names lines; none where what is new moves them. */
  readonly texts: ReadonlyMap<string, string>;
  readonly lines: readonly Line[];
}

/** What is to be written into a contract's definitions; a table that they declare already stays as it is declared. */
export async function plannedFor(
  { files }: CommandContext,
  id: string,
  { taken, frame, firsts }: { readonly taken: readonly Taken[]; readonly frame: Frame; readonly firsts: ReadonlySet<Taken> },
): Promise<Planned | { readonly issues: readonly Issue[]; readonly texts: ReadonlyMap<string, string> }> {
  const path = `${contractFolder(id)}/${DEFINITIONS_NAME}`;
  const text = (await files.read(path)) ?? '';
  const { value, issues } = text.trim() === '' ? { value: null, issues: [] } : parseWritten('definitions', path, text);
  if (issues.some(({ severity }) => severity === 'error')) return { issues, texts: new Map([[path, text]]) };
  const declared = new Set(Object.values(value?.data.facts ?? {}).flatMap((fact) => fact.table ?? []));
  const used = new Set((value?.data.use ?? []).map((use) => (typeof use === 'string' ? use : use.pack)));
  const known = ({ table, preset }: Taken): boolean => (preset === null ? declared.has(table) : used.has(preset.pack));
  const proposed = (each: Taken): boolean => !known(each) && isProposedIn(text, { table: each.table, pack: each.preset?.pack ?? null });
  const fresh = taken.filter((each) => !known(each) && !proposed(each));
  const rates = value === null ? fresh.filter(({ preset, draft }) => preset === null && draft.rates !== null) : [];
  if (rates.length > 0 && rates.length === fresh.length) {
    // definitions of rates alone measure nothing, and cannot be read
    return { issues: rates.flatMap(({ sights }) => sights.map(({ sight }) => ratesAlone(sight.name))), texts: new Map() };
  }
  const { folder, ledgerFolders } = await readContract(files, id, { evidence: false });
  const isComment = fresh.length > 0 && folder !== null;
  const names = fresh.map(({ preset, draft }) => preset?.pack ?? draft.fact.id);
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
    fresh,
    declared: value === null ? null : ((await termsWith(files, id, new Map([[path, own]]))) ?? definitionsOf(own)),
    texts: new Map(fresh.length === 0 ? [[path, own]] : []),
    lines: [
      ...turned.values(),
      ...(fresh.length > 0 ? [[isComment ? 'written-comment' : 'written', { path, names }] as const] : []),
      ...taken.filter((each) => known(each) && !turned.has(each)).map(({ table }) => ['declared', { table }] as const),
      ...taken.filter(proposed).map(({ table }) => ['proposed', { table, path }] as const),
    ],
  };
}

const ratesAlone = (file: string): Issue => issue('import-rates-alone', inFile(file), { file });

/** What a contract that is whole reads, with some of its texts as they are to be; null where it is not whole. */
async function termsWith(files: ReadableFiles, id: string, texts: ReadonlyMap<string, string>): Promise<Definitions | null> {
  const changed: ReadableFiles = {
    read: async (path) => texts.get(path) ?? (await files.read(path)),
    list: (folder) => files.list(folder),
  };
  const { folder } = await readContract(changed, id, { evidence: false });
  return folder?.terms.definitions ?? null;
}
