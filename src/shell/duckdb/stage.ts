import { headerName } from '../../contract/fact-columns.js';
import type { Clause } from '../../contract/model.js';
import { count, type TextRow } from '../../evidence/decode-rows.js';
import { visibleName } from '../../kernel/characters.js';
import type { Issue } from '../../kernel/issue.js';
import { dataIssue } from '../../query/check-plan.js';
import { type BoundColumn, type ColumnType, type Relation, type Use, useKey } from '../../query/column-type.js';
import { duckdb } from '../../query/dialects/duckdb.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { NOT_AS_DECLARED, numbersDeclared, numberText, type Spelling, timeText } from './declared-values.js';
import { type Place, placeOf, type RawFile } from './raw-place.js';
import type { Session } from './session.js';
import { type NumberFault, numberAdvice, numberFault, timeAdvice, timeFault, toldAdvice } from './value-fault.js';

/*
 * Typed copies. A text column (every column of a CSV file is one) gets its type from what the definitions use it for,
 * and only where every value has it exactly; a column may be there once per use.
 */

/** A source whose columns are to be typed: raw rows in a table of its own, in the order of the files. */
export interface RawColumn {
  readonly column: string;
  readonly use: Use;
  readonly type: ColumnType;
  readonly clause: Clause;
  readonly inThousandths?: true;
  readonly tellsNull?: true;
  /** What stands above it in the files, where it is declared under a name of its own: by that somebody finds it there. */
  readonly header?: string;
  /** How its numbers or times are declared to be written. */
  readonly spelling?: Spelling;
  /** What is declared to be taken off its values already; absent where nothing is. */
  readonly strip?: readonly string[];
}

/** A column that cannot be read as it is used. */
export interface Spoilt {
  readonly issue: Issue<DataIssueCode>;
  readonly raw: RawColumn;
}

/** A typed copy, or what stands in its way. */
export type Copied = { readonly relation: Relation } | { readonly troubles: readonly Spoilt[] };

/** Where a value is that does not look so, and how many there are. */
interface Misfit extends Place {
  readonly column: string;
  readonly count: number;
}

interface Shape {
  /** What is said of the first value that does not look so. */
  readonly fault: (clause: Clause, misfit: Misfit, value: string, strip?: readonly string[]) => Issue<DataIssueCode>;
  /** SQL conditions on a value, by the type that one which meets them has. */
  readonly kinds: Readonly<Partial<Record<ColumnType['kind'], (v: string) => string>>>;
}

const DAY = `[0-9]{4}-[0-9]{2}-[0-9]{2}`;
const MINUTE = `${DAY}[T ][0-9]{2}:[0-9]{2}`;
const CLOCK = `${MINUTE}(:[0-9]{2}(\\.[0-9]{1,9})?)?`;
const OFFSET = `(Z| UTC| ?[+-](0[0-9]|1[0-8])(:?[0-5][0-9])?)`;
const matches = (v: string, pattern: string): string => `regexp_full_match(${v}, '${pattern}')`;
/** Text that the engine takes for a time: with seconds, and no space before an offset. */
const spelt = (v: string): string =>
  `regexp_replace(regexp_replace(${v}, '^(${MINUTE})(|Z| UTC| ?[+-][0-9:]+)$', '\\1:00\\2'), ' ([+-])', '\\1')`;
const isDate = (v: string): string => `${matches(v, DAY)} AND TRY_CAST(${v} AS DATE) IS NOT NULL`;
const TIMES: Shape['kinds'] = {
  date: isDate,
  instant: (v) => `${matches(v, `${CLOCK}${OFFSET}`)} AND TRY_CAST(${spelt(v)} AS TIMESTAMPTZ) IS NOT NULL`,
  wall: (v) => `${matches(v, CLOCK)} AND TRY_CAST(${spelt(v)} AS TIMESTAMP) IS NOT NULL`,
};

/** How times of a kind are written, for messages. */
const FORMS: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  instant: '2026-01-31T16:00:00Z',
  wall: '2026-01-31 16:00:00',
};

/** What text must look like for a use; other uses take text as it is. */
export const SHAPES: Readonly<Partial<Record<Use, Shape>>> = {
  number: {
    fault: (clause, misfit, value, strip) => dataIssue('data-not-a-number', clause, { ...misfit, ...numberWords(value, strip) }),
    kinds: { decimal: (v) => `${matches(v, '[+-]?0*[0-9]{0,29}(\\.[0-9]{0,9}0*)?')} AND regexp_matches(${v}, '[0-9]')` },
  },
  boolean: {
    fault: (clause, misfit) => dataIssue('data-not-a-boolean', clause, misfit),
    kinds: { boolean: (v) => `lower(${v}) IN ('true', 'false', '1', '0')` },
  },
  date: {
    fault: (clause, misfit, value) => dataIssue('data-not-a-date', clause, { ...misfit, ...timeWords(value, true) }),
    kinds: { date: isDate },
  },
  time: { fault: noTime, kinds: TIMES },
  load: { fault: noTime, kinds: TIMES },
};

/** DuckDB's name of a type that a typed copy has. */
export function sqlType(type: ColumnType): string {
  switch (type.kind) {
    case 'decimal':
      return `DECIMAL(${type.precision}, ${type.scale})`;
    case 'boolean':
      return 'BOOLEAN';
    case 'date':
      return 'DATE';
    case 'wall':
      return 'TIMESTAMP';
    default:
      return 'TIMESTAMPTZ';
  }
}

/** Whether a column cannot serve a use as it is: its values have to be looked at one by one. */
export function needsTyping(type: ColumnType, use: Use): boolean {
  return (type.kind === 'text' && SHAPES[use] !== undefined) || (type.kind === 'wide' && use === 'number');
}

/** One typed column to be made. */
export interface Typed {
  readonly raw: RawColumn;
  readonly type: ColumnType;
  readonly select: string;
  readonly empty: boolean;
}

/** A raw column's text: other types have been kept as they were. */
export const textOf = (column: string): string => `CAST(${duckdb.quote(column)} AS VARCHAR)`;

/** A raw column's text as it is read for a use: written as everywhere, whatever was declared. */
export function readAs({ column, use, spelling }: RawColumn): string {
  const value = textOf(column);
  if (spelling === undefined) return value;
  if (use === 'number') return numberText(value, spelling);
  return use === 'date' || use === 'time' || use === 'load' ? timeText(value, spelling) : value;
}

/**
 * Makes the typed copy `stage.<name>` of the raw table. Returns the relation, or the issues with the first value that
 * stands in the way, by file and row.
 */
export async function typedCopy(
  session: Session,
  raw: {
    readonly table: string;
    readonly name: string;
    readonly label: string;
    readonly columns: readonly RawColumn[];
    readonly files: readonly RawFile[];
    /** Whether it comes from text files, where an empty text and nothing are easily the same. */
    readonly isText: boolean;
  },
): Promise<Copied> {
  const typed: Typed[] = [];
  const troubles: Spoilt[] = [];
  for (const column of raw.columns) {
    const found = needsTyping(column.type, column.use)
      ? await typeOf(session, raw, column)
      : ((await blankIssue(session, raw, column)) ?? asItIs(column));
    if ('select' in found) typed.push(found);
    else troubles.push({ issue: found, raw: column });
  }
  if (troubles.length > 0) return { troubles };
  return { relation: await typedTable(session, { ...raw, from: raw.table }, typed) };
}

/** A copy that was typed while it was read, unless a blank in it may mean nothing. */
export async function unlessBlank(
  session: Session,
  raw: { readonly table: string; readonly columns: readonly RawColumn[]; readonly files: readonly RawFile[]; readonly isText: boolean },
  relation: Relation,
): Promise<Copied> {
  const troubles: Spoilt[] = [];
  for (const column of raw.columns) {
    const bound = relation.columns.get(useKey(column.use, column.column));
    const issue = bound === undefined ? null : await blankIssue(session, raw, column, bound.name);
    if (issue !== null) troubles.push({ issue, raw: column });
  }
  return troubles.length > 0 ? { troubles } : { relation };
}

/** Makes the typed copy of columns whose types are known. */
export async function typedTable(
  session: Session,
  { from, name, label }: { readonly from: string; readonly name: string; readonly label: string },
  typed: readonly Typed[],
): Promise<Relation> {
  const columns = new Map<string, BoundColumn>();
  typed.forEach(({ raw: { use, column }, type, empty }, index) => {
    columns.set(useKey(use, column), { name: `c${index}`, type, ...(empty ? { empty } : {}) });
  });
  const list = typed.map(({ select }, index) => `${select} AS c${index}`).join(', ');
  await session.execute(`CREATE TABLE stage.${name} AS SELECT ${list === '' ? '1 AS c' : list} FROM ${from}`);
  return { label, path: ['stage', name], columns };
}

export function asItIs(raw: RawColumn): Typed {
  return { raw, type: raw.type, select: duckdb.quote(raw.column), empty: false };
}

/** The type of a column by all of its values, or what is wrong with the first that has none. */
export async function typeOf(
  session: Session,
  raw: { readonly table: string; readonly files: readonly RawFile[] },
  column: RawColumn,
): Promise<Typed | Issue<DataIssueCode>> {
  const shape = SHAPES[column.use];
  if (shape === undefined) return asItIs(column);
  const kinds = Object.entries(shape.kinds).map(([kind, is]) => [kind, is('v')] as const);
  const values = `(SELECT rowid AS r, ${readAs(column)} AS v FROM ${raw.table}) AS t WHERE v IS NOT NULL`;
  const counts = kinds.map(([kind, condition]) => `CAST(count(*) FILTER (WHERE ${condition}) AS VARCHAR) AS "${kind}"`);
  const rows = await run(session, `SELECT CAST(count(*) AS VARCHAR) AS filled, ${counts.join(', ')} FROM ${values}`);
  const [totals = {}] = rows;
  const present = kinds.filter(([kind]) => count(totals, kind) > 0);
  const fitting = present.reduce((sum, [kind]) => sum + count(totals, kind), 0);
  const bad = count(totals, 'filled') - fitting;
  const first = async (condition: string): Promise<{ place: Place; value: string }> => {
    const [row = {}] = await run(session, `SELECT CAST(r AS VARCHAR) AS r, v FROM ${values} AND ${condition} ORDER BY t.r LIMIT 1`);
    return { place: await placeOf(raw.files, count(row, 'r')), value: row.v ?? '' };
  };
  if (bad > 0) {
    const { place, value } = await first(`NOT (${kinds.map(([, condition]) => `(${condition})`).join(' OR ')})`);
    return shape.fault(column.clause, { ...place, column: shownName(column), count: bad }, value, column.strip);
  }
  const [only, other] = present;
  if (only !== undefined && other !== undefined) {
    const [, condition] = present.reduce((a, b) => (count(totals, a[0]) <= count(totals, b[0]) ? a : b));
    const { place } = await first(`(${condition})`);
    return dataIssue('data-mixed-time-kinds', column.clause, {
      ...place,
      column: shownName(column),
      kinds: present.map(([kind]) => FORMS[kind] ?? kind),
    });
  }
  const kind = only?.[0] ?? EMPTY_KINDS[column.use];
  const isDeclared = column.spelling !== undefined && numbersDeclared(column.spelling);
  if (kind === 'decimal' && !isDeclared && column.inThousandths !== true && (await mayBeThousands(session, values))) {
    const { place } = await first(POINTED);
    return dataIssue('data-thousands', column.clause, { ...place, column: shownName(column) });
  }
  const type = kind === 'decimal' ? await decimalOf(session, values) : typeNamed(kind);
  return { raw: column, type, select: castOf(column, type), empty: only === undefined };
}

/**
 * Empty text in quotes and no NULL beside it, where NULL would be judged otherwise. Programs that tell the two apart quote the one
 * and not the other; those that put every field in quotes do not tell them apart, and that must not decide what is paid.
 */
async function blankIssue(
  session: Session,
  raw: { readonly table: string; readonly files: readonly RawFile[]; readonly isText: boolean },
  column: RawColumn,
  value = textOf(column.column),
): Promise<Issue<DataIssueCode> | null> {
  const { type, clause, tellsNull } = column;
  if (!raw.isText || tellsNull !== true || type.kind !== 'text') return null;
  const isBlank = `NOT regexp_matches(v, '[^\\s\\x{A0}\\x{3000}]')`;
  const counts = `CAST(count(*) - count(v) AS VARCHAR) AS nulls, CAST(count(*) FILTER (WHERE ${isBlank}) AS VARCHAR) AS blanks`;
  const first = `CAST(coalesce(min(r) FILTER (WHERE ${isBlank}), 0) AS VARCHAR) AS r`;
  const [row = {}] = await run(session, `SELECT ${counts}, ${first} FROM (SELECT rowid AS r, ${value} AS v FROM ${raw.table}) AS t`);
  if (count(row, 'blanks') === 0 || count(row, 'nulls') > 0) return null;
  return dataIssue('data-blank-text', clause, {
    ...(await placeOf(raw.files, count(row, 'r'))),
    column: shownName(column),
    count: count(row, 'blanks'),
  });
}

/** What a column is called in its files. */
function shownName({ column, header }: RawColumn): string {
  return visibleName(header === undefined ? column : headerName(header));
}

function noTime(clause: Clause, misfit: Misfit, value: string): Issue<DataIssueCode> {
  return dataIssue('data-not-a-time', clause, { ...misfit, ...timeWords(value, false) });
}

/** What is wrong with a value and what can be done, by its kind: the value stays where it is. */
interface FaultWords {
  readonly what: string;
  readonly advice: string;
}

/** What no declaration can say of numbers: to correct the format would not help. */
const UNDECLARABLE: ReadonlySet<NumberFault> = new Set(['brackets', 'minus-last', 'minus']);

function numberWords(value: string, strip: readonly string[] = []): FaultWords {
  const own = value.startsWith(NOT_AS_DECLARED) ? value.slice(NOT_AS_DECLARED.length) : value;
  if (own !== value && !UNDECLARABLE.has(numberFault(own))) return { what: '@number.declared', advice: '@advice.declared.number' };
  return { what: `@number.${numberFault(own)}`, advice: numberAdvice(own, strip) };
}

function timeWords(value: string, isDate: boolean): FaultWords {
  if (value.startsWith(NOT_AS_DECLARED))
    return { what: '@time.declared', advice: toldAdvice(value.slice(NOT_AS_DECLARED.length)) ?? '@advice.declared.time' };
  return { what: `@time.${timeFault(value, isDate)}`, advice: timeAdvice(value, isDate) };
}

export function castOf(column: RawColumn, type: ColumnType): string {
  const value = readAs(column);
  return `CAST(${type.kind === 'instant' || type.kind === 'wall' ? spelt(value) : value} AS ${sqlType(type)})`;
}

/** A number with a point; zero is zero however its point is read, so that `0.00` says nothing of the others. */
const POINTED = `contains(v, '.') AND NOT regexp_full_match(v, '[+-]?0*[.]0*')`;

/** Whether every number with a point has just three digits after it: then it may be a thousand times what it seems. */
async function mayBeThousands(session: Session, values: string): Promise<boolean> {
  const { pointed, threes } = await pointsIn(session, values);
  return pointed > 0 && pointed === threes;
}

/** How many of the numbers have a point, and three digits after it. */
export async function pointsIn(session: Session, values: string): Promise<{ readonly pointed: number; readonly threes: number }> {
  const pointed = `count(*) FILTER (WHERE ${POINTED})`;
  const threes = `count(*) FILTER (WHERE ${POINTED} AND regexp_matches(v, '\\.[0-9]{3}$'))`;
  const [row = {}] = await run(
    session,
    `SELECT CAST(${pointed} AS VARCHAR) AS pointed, CAST(${threes} AS VARCHAR) AS threes FROM ${values}`,
  );
  return { pointed: count(row, 'pointed'), threes: count(row, 'threes') };
}

/** What a column without a value is read as: any type will do, there is nothing to be read. */
const EMPTY_KINDS: Readonly<Partial<Record<Use, string>>> = { number: 'decimal', boolean: 'boolean', date: 'date' };

function typeNamed(kind: string | undefined): ColumnType {
  return kind === 'boolean' || kind === 'date' || kind === 'wall' ? { kind } : { kind: 'instant' };
}

/** The narrowest decimal that holds all values: up to 18 digits are read and added up many times faster than 38. */
async function decimalOf(session: Session, values: string): Promise<ColumnType> {
  const digits = (text: string): string => `CAST(coalesce(max(length(${text})), 0) AS VARCHAR)`;
  const whole = digits(`ltrim(split_part(v, '.', 1), '+-0')`);
  const places = digits(`rtrim(split_part(v, '.', 2), '0')`);
  const [row = {}] = await run(session, `SELECT ${whole} AS whole, ${places} AS places FROM ${values}`);
  const scale = count(row, 'places');
  return count(row, 'whole') + scale <= 18 ? { kind: 'decimal', precision: 18, scale } : { kind: 'decimal', precision: 38, scale: 9 };
}

function run(session: Session, text: string): Promise<TextRow[]> {
  return session.query({ sql: text, params: [] });
}
