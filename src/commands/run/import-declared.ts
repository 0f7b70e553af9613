import { columnsNamed, headerName } from '../../contract/fact-columns.js';
import type { Definitions, Fact, TableSource } from '../../contract/model.js';
import { presetOfClause } from '../../contract/pack.js';
import { signUses } from '../../contract/signs.js';
import { differencesOf, totalIssues, unreadable } from '../../intake/compare.js';
import { columnsRead, type Frame, type Preset } from '../../intake/presets.js';
import type { Sight } from '../../intake/sight.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import { distinct } from '../../kernel/objects.js';
import type { Exports } from '../../ports/exports.js';
import type { Check } from '../../ports/warehouse.js';
import { dataIssue } from '../../query/check-plan.js';
import { filterUses } from '../../query/filter-uses.js';
import type { CommandContext } from '../../running/context.js';
import { lookedAt, type Months } from '../../running/import-place.js';
import { issue } from '../../words/issue.js';
import { otherWayIssue } from './import-other-way.js';
import { latestOf } from './import-sights.js';
import { fileNameOf } from './import-taking.js';

/*
 * A file against what is declared of its table: by the very declaration that it is measured by, read for real and alone. `--check` tells
 * all of it; before a file is taken in, what keeps it from being read is enough to refuse it.
 */

/** A fact that reads files. */
export interface FileFact {
  readonly definitions: Definitions;
  readonly fact: Fact;
  readonly source: TableSource;
}

/** Where and by what files are compared. */
export interface Comparing {
  readonly context: CommandContext;
  readonly exports: Exports;
  readonly data: string;
  readonly frame: Frame;
  /** The presets that the definitions use, as they do. */
  readonly uses: readonly Preset[];
  /** All facts that read files: a file may be of another table than it is compared with. */
  readonly declared: readonly FileFact[];
  /** Files of the tables that give their place to the new ones; absent: none do. */
  readonly gone?: readonly string[];
}

/** A line of a file, for the eyes of whoever sits before the data, and for no file, log or document. */
export type SeenRow = NonNullable<Check['rows']>[number];

/** What is wrong with a file, and the lines of it that this is about. */
export interface Faults {
  readonly issues: readonly Issue[];
  readonly rows: readonly SeenRow[];
}

interface Placed {
  readonly path: string;
  readonly sight: Sight;
}

/** What is told of a file that can be read: keys that repeat, rows without a time, amounts that are empty. */
const TOLD: readonly Check['kind'][] = ['keys', 'times', 'amounts'];

/** The facts of definitions that read files; none where there are no definitions. */
export function fileFactsOf(definitions: Definitions | null): FileFact[] {
  return (definitions?.facts ?? []).flatMap((fact) => {
    const { source } = fact;
    return definitions === null || !('table' in source) ? [] : [{ definitions, fact, source }];
  });
}

/** The headers of a fact that definitions read. */
function usedHeaders({ fact, source, definitions }: FileFact): string[] {
  const used = new Set(columnsNamed(fact, definitions).map(({ column }) => column));
  return [...used].map((column) => source.columns?.find(({ name }) => name === column)?.header ?? column);
}

/** A header as files and declarations are matched where letters may be large or small. */
const plainHeader = (name: string): string => headerName(name).toLowerCase();

/** Which part of the headers that a fact reads a file has, from 0 to 1. */
export function shareOf(fact: FileFact, { header }: Sight): number {
  const names = new Set(header.map(plainHeader));
  const used = usedHeaders(fact);
  return used.filter((name) => names.has(plainHeader(name))).length / Math.max(1, used.length);
}

/** The months that a file's rows fall into by the times that measures read; null: none is seen. */
export function monthsRead({ columns }: Sight, { fact, source, definitions }: FileFact): Months | null {
  const read = new Set(definitions.measures.flatMap(({ of, when }) => (of === fact.id ? [when.column] : [])));
  const headers = [...read].map((column) => plainHeader(source.columns?.find(({ name }) => name === column)?.header ?? column));
  return spanOf(columns.flatMap(({ header, time }) => (time !== null && headers.includes(plainHeader(header)) ? [time] : [])));
}

/** Measures of a fact that a file would give nothing but negative amounts, and that a formula takes off others. */
export function negativesIn(sight: Sight, against: FileFact): Check[] {
  const { fact, source, definitions } = against;
  const { subtracted } = signUses(definitions, null);
  const months = monthsRead(sight, against);
  return definitions.measures.flatMap(({ id, of, aggregate, clause }): Check[] => {
    const metric = subtracted.get(id);
    if (of !== fact.id || metric === undefined || months === null || !('sum' in aggregate)) return [];
    const { sum } = aggregate;
    const header = plainHeader(source.columns?.find(({ name }) => name === sum)?.header ?? sum);
    if (!sight.columns.some((column) => column.allNegative && plainHeader(column.header) === header)) return [];
    const period = distinct([months.from, months.to]);
    return [
      { kind: 'amounts', name: id, found: null, issues: [dataIssue('data-negative-subtracted', clause, { measure: id, period, metric })] },
    ];
  });
}

/** From the first month of all to the last; null: there are none. */
export function spanOf(months: readonly Months[]): Months | null {
  const from = months.map((each) => each.from).toSorted()[0];
  const to = months
    .map((each) => each.to)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

/** Definitions with these facts and what is measured of them alone. @param isMoney whether the currencies of amounts are looked at. */
export function onlyOf(facts: readonly FileFact[], isMoney: boolean): Definitions | null {
  const [first] = facts;
  if (first === undefined) return null;
  const ids = new Set(facts.map(({ fact }) => fact.id));
  return {
    ...first.definitions,
    facts: facts.map(({ fact }) => ({ ...fact, freshness: fact.freshness?.table === null ? fact.freshness : null })),
    measures: first.definitions.measures
      .filter(({ of }) => ids.has(of))
      .map((measure) => (isMoney ? measure : { ...measure, currency: null })),
    metrics: [],
    fx: null,
    reconcile: [],
    views: [],
  };
}

/** All in which a file differs from what is declared of it, and from the file before it. */
export async function comparedWith({ path, sight }: Placed, against: FileFact, comparing: Comparing): Promise<Faults> {
  const { source, definitions } = against;
  const other = otherWayIssue(sight, source.table, definitions, comparing);
  // One cause is told once.
  if (other.length > 0) return { issues: other, rows: [] };
  const elsewhere = otherTable(sight, [against], comparing);
  if (elsewhere.length > 0) return { issues: elsewhere, rows: [] };
  const issues = differencesOf(sight, { source, used: usedHeaders(against), previous: await previousOf(sight, source, comparing) });
  const checks = await readAlone({ path, sight }, [against], comparing);
  const isTold = ({ severity }: Issue, { kind }: Check) => severity === 'error' || (severity === 'warning' && TOLD.includes(kind));
  const found = checks.flatMap((check) => check.issues.filter((each) => isTold(each, check)));
  const isRead = found.every(({ severity }) => severity !== 'error');
  const told = { source, apart: columnsOfWhere(against), preset: presetOfClause(against.fact.clause) };
  const again = isRead ? await keysAgain({ path, sight }, against, comparing) : [];
  return {
    issues: distinct([
      ...found,
      ...negativesIn(sight, against).flatMap((check) => check.issues),
      ...again,
      ...totalIssues(sight, told),
      ...issues,
    ]),
    rows: rowsOf(checks.filter((check) => check.issues.some((each) => isTold(each, check)))),
  };
}

/** Headers that conditions of measures tell rows apart by. */
function columnsOfWhere({ fact, source, definitions }: FileFact): string[] {
  const columns = definitions.measures.flatMap(({ of, where, clause }) =>
    of === fact.id ? filterUses(where, clause).map(({ column }) => column) : [],
  );
  return columns.map((column) => source.columns?.find(({ name }) => name === column)?.header ?? column);
}

/** Keys that a file has and other files of its table have too: taken in beside them, its rows would be there twice. */
async function keysAgain(placed: Placed, against: FileFact, comparing: Comparing): Promise<readonly Issue[]> {
  const others = await othersOf(placed.sight, against.source, comparing);
  if (others.length === 0) return [];
  const checks = await readAlone(placed, [against], comparing, others);
  return checks.flatMap(({ kind, issues }) => (kind === 'keys' ? issues.filter(({ severity }) => severity !== 'info') : []));
}

/** A file that lacks columns of the table that is named for it, and has all that the contract reads of another. */
function otherTable(sight: Sight, facts: readonly FileFact[], { declared }: Comparing): Issue[] {
  const [first] = facts;
  const table = first?.source.table ?? '';
  if (facts.every((each) => shareOf(each, sight) === 1)) return [];
  const names = distinct(declared.map(({ source }) => source.table)).filter((name) => name !== table);
  const fitting = names.filter((name) => declared.every((each) => each.source.table !== name || shareOf(each, sight) === 1));
  const [other] = fitting;
  if (other === undefined) return [];
  const params = { file: sight.name, declared: table, expected: fitting, table: other };
  return [issue('import-other-table', inFile(sight.name, sight.headerLine), params)];
}

/** Why a file cannot be read by what is declared of its table: then it is not taken in. */
export async function faultsOf({ path, sight }: Placed, facts: readonly FileFact[], comparing: Comparing): Promise<Faults> {
  const [first] = facts;
  if (first === undefined) return { issues: [], rows: [] };
  const { source, definitions } = first;
  const other = otherWayIssue(sight, source.table, definitions, comparing);
  if (other.length > 0) return { issues: other, rows: [] };
  const elsewhere = otherTable(sight, facts, comparing);
  if (elsewhere.length > 0) return { issues: elsewhere, rows: [] };
  // of columns that nothing declares, reading tells which are missed: their letters may be large or small
  const wanted = facts.flatMap((each) => columnsRead(each).map(({ header }) => header));
  const lacking = unreadable(sight, {
    table: source.table,
    previous: await previousOf(sight, source, comparing),
    wanted,
    preset: presetOfClause(first.fact.clause),
  });
  if (lacking.length > 0) return { issues: lacking, rows: [] };
  const checks = await readAlone({ path, sight }, facts, comparing);
  const isError = ({ severity }: Issue): boolean => severity === 'error';
  return {
    issues: distinct(checks.flatMap(({ issues }) => issues.filter(isError))),
    rows: rowsOf(checks.filter(({ issues }) => issues.some(isError))),
  };
}

/** The lines of files that checks are about, each once; none but for the eyes of the data's owner. */
const rowsOf = (checks: readonly Check[]): SeenRow[] => [
  ...new Map(checks.flatMap(({ rows = [] }) => rows.map((row) => [`${row.file}:${row.line}`, row] as const))).values(),
];

/** The other files of a table. */
async function othersOf(sight: Sight, { table }: TableSource, { exports, data, gone = [] }: Comparing): Promise<readonly string[]> {
  return (await exports.tableFiles(data, table)).filter((each) => !each.endsWith(`/${fileNameOf(sight)}`) && !gone.includes(each));
}

/** What is seen in the latest other file of a table. */
async function previousOf(sight: Sight, source: TableSource, comparing: Comparing): Promise<Sight | null> {
  const others = await othersOf(sight, source, comparing);
  return latestOf(comparing.exports, others.at(-1), source.format?.sheet ?? null);
}

/** What reading a file by declared facts of its table finds. @param others files that are read with it; none: it alone is. */
async function readAlone(
  { path, sight }: Placed,
  facts: readonly FileFact[],
  { context, exports, frame }: Comparing,
  others: readonly string[] = [],
): Promise<readonly Check[]> {
  const own = onlyOf(facts, false);
  const [first] = facts;
  if (own === null || first === undefined) return [];
  const alone = await exports.alone(path, `${first.source.table.replace('.', '/')}/${fileNameOf(sight)}`, others);
  try {
    const months = spanOf(facts.flatMap((each) => monthsRead(sight, each) ?? []));
    return await lookedAt(context, own, { data: alone.data, frame, months });
  } finally {
    await alone.remove();
  }
}
