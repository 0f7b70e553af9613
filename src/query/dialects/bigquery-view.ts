import { type Issue, inFile } from '../../kernel/issue.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { issue } from '../../words/issue.js';

/*
 * A view's text as BigQuery will read it, token by token. BigQuery itself decides whether it is one SELECT over tables
 * (the adapter asks it, without running anything); this only finds what would give other rows to another asker or at
 * another time.
 */

import { isForeignZone } from '../../kernel/calendar.js';
import { MOST_CHARACTERS } from '../view/size.js';

interface Token {
  readonly kind: 'word' | 'quoted' | 'symbol' | 'other';
  /** As it is written; quoted identifiers without their quotes. */
  readonly text: string;
  readonly upper: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?<space>\s+|--[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>(?:[rR][bB]?|[bB][rR]?)?(?:"""(?:\\(?:[\s\S]|$)|[^\\])*?(?:"""|$)|'''(?:\\(?:[\s\S]|$)|[^\\])*?(?:'''|$)|"(?:\\(?:[\s\S]|$)|[^"\\\n])*(?:"|(?=\n)|$)|'(?:\\(?:[\s\S]|$)|[^'\\\n])*(?:'|(?=\n)|$)))|(?<quoted>`(?:\\(?:[\s\S]|$)|[^`\\])*(?:`|$))|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>\d[\dA-Za-z.]*)|(?<symbol>@@|[\s\S])/gy;

/** What is not closed goes on to the end, as its engine reads it: it hides no more than what is closed, and is read once. */
function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const { space, string, quoted, word, number, symbol = '' } = match.groups ?? {};
    if (space !== undefined) continue;
    const place = { start: match.index, end: match.index + match[0].length };
    const add = (kind: Token['kind'], written: string): void => {
      found.push({ kind, text: written, upper: written.toUpperCase(), ...place });
    };
    if (word !== undefined) add('word', word);
    else if (quoted !== undefined) add('quoted', quoted.slice(1, -1));
    else if (string !== undefined || number !== undefined) add('other', match[0]);
    else add('symbol', symbol);
  }
  return found;
}

/** Read without parentheses too. */
const CLOCKS = new Set(['CURRENT_DATE', 'CURRENT_DATETIME', 'CURRENT_TIME', 'CURRENT_TIMESTAMP']);
/** Depend on chance, on who asks, on keys, or on another service. */
const CALLS = new Set([
  ...CLOCKS,
  'RAND',
  'GENERATE_UUID',
  'SESSION_USER',
  'CURRENT_USER',
  'EXTERNAL_QUERY',
  'EXTERNAL_OBJECT_TRANSFORM',
  'GET_METADATA',
  'APPENDS',
  'CHANGES',
]);
/** Families of functions that do. */
const FAMILIES = new Set(['ML', 'AI', 'KEYS', 'AEAD', 'OBJ', 'VECTOR_INDEX', 'BQ']);
/** Tables about tables. */
const CATALOGS = new Set(['INFORMATION_SCHEMA', '__TABLES__', '__TABLES_SUMMARY__', '__PARTITIONS_SUMMARY__']);
/** Zones are the engine's: BigQuery has a table of its own, of another release. UTC and plain offsets need none. */
function isNoZone(zone: Token | undefined): boolean {
  if (zone?.kind !== 'other') return false;
  // A zone with a stroke is named by itself, wherever it stands.
  return /^['"](UTC|[+-]\d\d?(:\d\d)?)['"]$/i.test(zone.text) || isForeignZone(zone.text.slice(1, -1));
}

/** What depends on the order of the rows, or on a choice that BigQuery is free to make. */
const BY_ORDER = new Set([
  'ANY_VALUE',
  'ARRAY_AGG',
  'ARRAY_CONCAT_AGG',
  'STRING_AGG',
  'APPROX_QUANTILES',
  'APPROX_TOP_COUNT',
  'APPROX_TOP_SUM',
]);
/** After so many the rest is noise. */
const MOST_REFUSALS = 20;

interface RefusedUse {
  readonly why: 'function' | 'order';
  readonly what: string;
  /** Index in the text. */
  readonly start: number;
}

/** Names of what a view uses that it must not, ascending. */
export function refusedInView(text: string): string[] {
  return refusedUses(text)
    .map(({ what }) => what)
    .sort();
}

/** What a view uses that it must not, each once, in the order of the text. */
function refusedUses(text: string): RefusedUse[] {
  const list = tokens(text);
  const refused = new Map<string, RefusedUse>();
  const unordered = unorderedLimits(list);
  list.forEach((token, index) => {
    const { kind, upper, start } = token;
    const refuse = (what: string, why: RefusedUse['why'] = 'function'): void => {
      if (!refused.has(what) && refused.size < MOST_REFUSALS) refused.set(what, { why, what, start });
    };
    const next = list[index + 1]?.text;
    if (kind === 'symbol' && (upper === '@@' || upper === '@' || upper === '?')) refuse(upper);
    if (kind === 'other' && isForeignZone(token.text.slice(1, -1))) refuse(token.text);
    if (upper === 'AT' && list[index + 1]?.upper === 'TIME' && list[index + 2]?.upper === 'ZONE' && !isNoZone(list[index + 3]))
      refuse('AT TIME ZONE');
    if (kind === 'symbol' || kind === 'other') return;
    if (next === '(' && CALLS.has(upper)) refuse(upper);
    if (next === '(' && BY_ORDER.has(upper)) refuse(upper, 'order');
    if (kind === 'word' && CLOCKS.has(upper)) refuse(upper);
    if (next === '.' && FAMILIES.has(upper) && list[index + 3]?.text === '(') refuse(`${upper}.${list[index + 2]?.upper}`);
    if (kind === 'word' && upper === 'TABLESAMPLE') refuse(upper);
    if (kind === 'word' && upper === 'RECURSIVE' && list[index - 1]?.upper === 'WITH') refuse('WITH RECURSIVE');
    if (unordered.has(index)) refuse(upper, 'order');
    if (kind === 'word' && upper === 'SYSTEM_TIME' && list[index - 1]?.upper === 'FOR') refuse(upper);
    // BigQuery reads escapes in quoted names; whoever agrees to the text does not
    if (kind === 'quoted' && token.text.includes('\\')) refuse(`\`${token.text}\``);
    const [family = '', ...members] = upper.split('.');
    if (next === '(' && members.length > 0 && FAMILIES.has(family)) refuse(upper);
    for (const part of [family, ...members]) if (CATALOGS.has(part)) refuse(part);
  });
  return [...refused.values()];
}

/** Where LIMIT stands without an ORDER BY before it in the same brackets. */
function unorderedLimits(list: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  const ordered: boolean[] = [false];
  list.forEach(({ kind, text, upper }, index) => {
    if (kind === 'symbol' && text === '(') ordered.push(false);
    if (kind === 'symbol' && text === ')') ordered.pop();
    if (kind !== 'word') return;
    if (upper === 'BY' && list[index - 1]?.upper === 'ORDER') ordered[ordered.length - 1] = true;
    if (upper === 'LIMIT' && ordered.at(-1) !== true && list[index + 1]?.kind === 'other') found.add(index);
  });
  return found;
}

/** What a view uses that it must not, as issues in its file. */
export function bigqueryViewIssues({
  view,
  file,
  text,
}: {
  readonly view: string;
  readonly file: string;
  readonly text: string;
}): Issue<DataIssueCode>[] {
  if (text.length > MOST_CHARACTERS) {
    const params = { view, found: text.length, limit: MOST_CHARACTERS, unit: '@view.characters' };
    return [issue('view-too-large', inFile(file), params)];
  }
  return refusedUses(text).map(({ why, what, start }) => {
    const before = text.slice(0, start).split('\n');
    const at = { path: file, line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
    return why === 'order' ? issue('view-order', at, { view, what }) : issue('view-function', at, { view, function: what });
  });
}

/** The text as one part of another statement: without a semicolon at its end, and closed by a line of its own. */
export function viewAsPart(text: string): string {
  const list = tokens(text);
  const last = list.at(-1);
  const body = last?.text === ';' && last.kind === 'symbol' ? text.slice(0, last.start) : text;
  return `(\n${body}\n)`;
}

/**
 * The text with every table read as of an instant; null where a table's name stands where it cannot be told to be one.
 * @param tables `project.dataset.table` of all tables that the view reads, by BigQuery's own account.
 */
export function viewAsOf(text: string, tables: readonly string[], project: string, clause: string): string | null {
  const list = tokens(text);
  const wanted = new Set(tables);
  const ends = new Set(tables.map((table) => table.split('.').slice(-2).join('.')));
  const found = new Set<string>();
  let out = '';
  let from = 0;
  for (let index = 0; index < list.length; index++) {
    const path = pathAt(list, index);
    if (path === null) continue;
    const name = path.parts.length === 2 ? [project, ...path.parts].join('.') : path.parts.join('.');
    const before = list[index - 1]?.upper;
    if (wanted.has(name)) {
      if (before !== 'FROM' && before !== 'JOIN' && before !== ',' && before !== '(') return null;
      const end = aliasEnd(list, path.last + 1) ?? path.end;
      out += `${text.slice(from, end)} ${clause}`;
      from = end;
      found.add(name);
    } else if (path.parts.length > 2 && ends.has(path.parts.slice(-2).join('.'))) {
      return null; // a project with a dash and no quotes, or a column: read as it is now, it would mix two states
    }
    index = path.last;
  }
  return found.size === wanted.size ? out + text.slice(from) : null;
}

/** Words that can follow a table in FROM and are no alias of it; all others are, unless they are reserved too. */
const AFTER_TABLE = new Set(
  `AND ASC CROSS DESC EXCEPT FETCH FOR FROM FULL GROUP HAVING HASH INNER INTERSECT JOIN LEFT LIMIT LOOKUP MATCH_RECOGNIZE NATURAL ON ORDER
  OUTER PIVOT QUALIFY RIGHT SELECT TABLESAMPLE UNION UNPIVOT USING WHERE WINDOW WITH`.split(/\s+/),
);

/** Where a table's alias ends, after which the clause has to stand; null where it has none. */
function aliasEnd(list: readonly Token[], index: number): number | null {
  const next = list[index];
  const isName = (token: Token | undefined): boolean => token?.kind === 'quoted' || token?.kind === 'word';
  if (next?.upper === 'AS' && isName(list[index + 1])) return list[index + 1]?.end ?? null;
  return next !== undefined && isName(next) && !(next.kind === 'word' && AFTER_TABLE.has(next.upper)) ? next.end : null;
}

/** A dotted path that starts at a token: its parts, and where it ends. */
function pathAt(list: readonly Token[], index: number): { parts: string[]; end: number; last: number } | null {
  const first = list[index];
  if (first === undefined || (first.kind !== 'word' && first.kind !== 'quoted')) return null;
  const parts: string[] = [];
  let last = index;
  for (let at = index; ; at += 2) {
    const part = list[at];
    if (part === undefined || (part.kind !== 'word' && part.kind !== 'quoted')) break;
    parts.push(...part.text.split('.'));
    last = at;
    if (list[at + 1]?.text !== '.') break;
  }
  return { parts, end: list[last]?.end ?? 0, last };
}

/** Functions whose arguments have a FROM of their own: EXTRACT(DAY FROM ordered_at). */
const FROM_INSIDE = new Set(['EXTRACT', 'TRIM', 'SUBSTRING', 'OVERLAY', 'POSITION']);
/** Where the list of tables ends at one level of brackets. */
const AFTER_TABLES = new Set(['WHERE', 'GROUP', 'HAVING', 'ORDER', 'QUALIFY', 'WINDOW', 'LIMIT', 'SELECT', 'UNION', 'INTERSECT', 'EXCEPT']);

/**
 * The datasets that a view's text reads, as written: `dataset`, or `project.dataset` of another project; ascending. What is
 * joined by the alias of a table (an array in its rows) is none, and neither is a name without a dataset.
 */
export function datasetsIn(text: string): string[] {
  return [...new Set(tablesRead(text).map((table) => table.slice(0, table.lastIndexOf('.'))))].sort();
}

/** The tables themselves, with their datasets as written, ascending. */
export function tablesRead(text: string): string[] {
  const list = tokens(text);
  const { tables, aliases } = tablesIn(list);
  const named = tables.filter(({ parts, alias }) => {
    if (parts.length === 3) return true;
    const [first = ''] = parts;
    return parts.length === 2 && !aliases.some((place) => place !== alias && list[place]?.upper === first.toUpperCase());
  });
  return [...new Set(named.map(({ parts }) => parts.join('.')))].sort();
}

/**
 * Tables that BigQuery says a view reads although its text does not name them as they are: written with escapes, or read by
 * another view or function. Whoever agrees to the text would not know of them.
 * @param tables `project.dataset.table`, by BigQuery's own account.
 */
export function unnamedTables(text: string, tables: readonly string[], project: string): string[] {
  const named = tablesIn(tokens(text)).tables.map(({ parts }) => (parts.length === 2 ? [project, ...parts] : parts).join('.'));
  const isNamed = (table: string): boolean =>
    named.some(
      (name) =>
        name === table || (name.endsWith('*') && table.startsWith(name.slice(0, -1)) && !table.slice(name.length - 1).includes('.')),
    );
  return tables.filter((table) => !isNamed(table)).sort();
}

/** `project.dataset.table` of the tables that a text names as they are, and those that it names by how they begin. */
export function namedTables(text: string, project: string): { readonly single: readonly string[]; readonly wildcards: readonly string[] } {
  const named = tablesIn(tokens(text)).tables.filter(({ parts }) => parts.length > 1);
  const paths = named.map(({ parts }) => (parts.length === 2 ? [project, ...parts] : parts).join('.'));
  return { single: paths.filter((path) => !path.endsWith('*')), wildcards: paths.filter((path) => path.endsWith('*')) };
}

interface Named {
  readonly parts: readonly string[];
  /** Index of its alias. */
  readonly alias: number | null;
}

/** The names that stand where tables do, and the aliases of tables and subqueries. */
function tablesIn(list: readonly Token[]): { readonly tables: readonly Named[]; readonly aliases: readonly number[] } {
  const tables: Named[] = [];
  const aliases: number[] = [];
  const levels: ('tables' | 'call' | 'other')[] = ['other'];
  list.forEach((token, index) => {
    const before = list[index - 1]?.upper ?? '';
    if (token.kind === 'symbol' && token.text === '(') levels.push(FROM_INSIDE.has(before) ? 'call' : 'other');
    if (token.kind === 'symbol' && token.text === ')') {
      levels.pop();
      if (levels.at(-1) === 'tables') aliases.push(...(aliasAt(list, index + 1) ?? []));
    }
    const level = levels.at(-1);
    const comma = token.kind === 'symbol' && token.text === ',';
    if (level === 'call' || (token.kind !== 'word' && !comma)) return;
    if (AFTER_TABLES.has(token.upper)) levels[levels.length - 1] = 'other';
    if (comma ? level !== 'tables' : token.upper !== 'JOIN' && (token.upper !== 'FROM' || before === 'DISTINCT')) return;
    levels[levels.length - 1] = 'tables';
    const path = pathAt(list, index + 1);
    if (path === null) return;
    const [alias = null] = aliasAt(list, path.last + 1) ?? [];
    if (alias !== null) aliases.push(alias);
    tables.push({ parts: path.parts, alias });
  });
  return { tables, aliases };
}

/** The index of the alias that begins at a token, after AS or alone; null where none does. */
function aliasAt(list: readonly Token[], index: number): readonly [number] | null {
  if (aliasEnd(list, index) === null) return null;
  return [list[index]?.upper === 'AS' ? index + 1 : index];
}
