import { isPart, namedQueries, type Part, partsOf, plainName, textOf } from './tree.js';

/*
 * How large a query becomes when it is written out: the engine replaces names of columns and of common table expressions by
 * what they stand for, so that thirty lines can be a thousand million parts, and then it does nothing else. Text and lists grow
 * in the same way. Counted here from the tree, before anything runs; never too low, except for what only the data can tell.
 */

/** More text than any view needs; a parser's work grows with it. */
export const MOST_CHARACTERS = 32_768;
/** The views of the shipped packs have up to a few hundred parts. */
export const MOST_PARTS = 100_000;

/** A query's columns by name, with the parts that each stands for. */
interface Columns {
  readonly sizes: ReadonlyMap<string, number>;
  /** Of columns whose names are not known here. */
  readonly others: number;
}

interface Sized {
  readonly columns: Columns;
  /** Parts of the whole, with everything that it names. */
  readonly parts: number;
}

type Named = ReadonlyMap<string, Sized>;

const NOTHING: Columns = { sizes: new Map(), others: 1 };
/** Functions whose result is as many times as long as the text that is written out in them. */
const LENGTHENING = new Set(['lpad', 'regexp_replace', 'replace', 'rpad', 'strftime', 'translate']);

/** Parts of a query when everything that it names is written out. */
export function partsOfQuery(query: Part): number {
  return sizeOf(query, new Map(), NOTHING).parts;
}

function sizeOf(query: Part, outer: Named, around: Columns): Sized {
  const named = new Map(outer);
  for (const { name, query: inner } of namedQueries(query)) {
    if (inner !== null) named.set(name, sizeOf(inner, named, around));
  }
  if (query.type === 'SET_OPERATION_NODE') {
    const sides = [query.left, query.right].filter(isPart).map((side) => sizeOf(side, named, around));
    return { columns: together(sides.map(({ columns }) => columns)), parts: sum([1, ...sides.map(({ parts }) => parts)]) };
  }
  const from = isPart(query.from_table) ? sizeOfTable(query.from_table, named, around) : { columns: NOTHING, parts: 0 };
  let seen = together([around, from.columns]);
  const sizes = new Map<string, number>();
  let others = 1;
  let parts = 1 + from.parts;
  for (const column of partsOf(query.select_list)) {
    const size = sizeOfParts(column, named, seen);
    parts = sum([parts, size]);
    if (column.class === 'STAR') {
      for (const [name, each] of from.columns.sizes) sizes.set(name, Math.max(each, size));
      others = Math.max(others, from.columns.others, size);
      continue;
    }
    const name = nameOf(column);
    if (name === '') others = Math.max(others, size);
    else sizes.set(name, Math.max(sizes.get(name) ?? 0, size));
    // the alias of one column can be named in the next
    if (textOf(column.alias) !== '') seen = together([seen, { sizes: new Map([[name, size]]), others: 1 }]);
  }
  const rest = [query.where_clause, query.group_expressions, query.having, query.qualify, query.modifiers];
  return { columns: { sizes, others }, parts: sum([parts, ...rest.map((part) => sizeOfParts(part, named, seen))]) };
}

function nameOf(column: Part): string {
  const alias = textOf(column.alias);
  const path: readonly unknown[] = Array.isArray(column.column_names) ? column.column_names : [];
  return (alias === '' ? textOf(path.at(-1)) : alias).toLowerCase();
}

/** What stands after FROM. */
function sizeOfTable(table: Part, named: Named, around: Columns): Sized {
  const renamed = (found: Sized): Sized => {
    const isRenamed = Array.isArray(table.column_name_alias) && table.column_name_alias.length > 0;
    return isRenamed ? { columns: { sizes: new Map(), others: widest(found.columns) }, parts: found.parts } : found;
  };
  if (table.type === 'BASE_TABLE') {
    const name = plainName(table);
    return renamed((name === null ? undefined : named.get(name)) ?? { columns: NOTHING, parts: 1 });
  }
  if (table.type === 'SUBQUERY') return renamed(sizeOfInner(table.subquery, named, around));
  const [first, second] = [table.left ?? table.source, table.right].map((side) => (isPart(side) ? side : null));
  const left = first === null || first === undefined ? [] : [sizeOfTable(first, named, around)];
  // on the right of a lateral join, columns of the left can be named
  const beside = together([around, ...left.map((side) => side.columns)]);
  const right = second === null || second === undefined ? [] : [sizeOfTable(second, named, beside)];
  const sides = [...left, ...right];
  const columns = together(sides.map((side) => side.columns));
  const own = [table.condition, table.values, table.function, table.aggregates, table.pivots];
  const size = sum(own.map((part) => sizeOfParts(part, named, together([around, columns]))));
  // what a pivot or a function makes has names of its own, each from anything in it
  const made = { sizes: new Map<string, number>(), others: sum([widest(columns), size]) };
  const wide = table.type === 'JOIN' ? columns : made;
  return { columns: wide, parts: sum([1, size, ...sides.map(({ parts }) => parts)]) };
}

function sizeOfInner(subquery: unknown, named: Named, around: Columns): Sized {
  const node = isPart(subquery) ? subquery.node : null;
  return isPart(node) ? sizeOf(node, named, around) : { columns: NOTHING, parts: 1 };
}

/** Parts of expressions, with what the columns in them stand for. */
function sizeOfParts(value: unknown, named: Named, columns: Columns): number {
  if (Array.isArray(value)) return sum(value.map((each) => sizeOfParts(each, named, columns)));
  if (!isPart(value)) return 0;
  if (value.class === 'COLUMN_REF') return columns.sizes.get(nameOf({ column_names: value.column_names })) ?? columns.others;
  if (value.class === 'CONSTANT') return 1 + Math.floor(lengthOf(value) / 8);
  if (value.class === 'SUBQUERY')
    return sum([1, sizeOfInner(value.subquery, named, columns).parts, sizeOfParts(value.child, named, columns)]);
  const isExpression = typeof value.class === 'string';
  const inside = sum(Object.values(value).map((each) => (typeof each === 'object' ? sizeOfParts(each, named, columns) : 0)));
  const star = value.class === 'STAR' ? widest(columns) : 0;
  return Math.min(sum([isExpression ? 1 : 0, inside, star]) * growthOf(value), Number.MAX_SAFE_INTEGER);
}

/** How many times longer a function's result can be than its arguments together. */
function growthOf(call: Part): number {
  const name = textOf(call.function_name).toLowerCase();
  const children = partsOf(call.children);
  if (children.some((child) => child.class === 'LAMBDA')) return LAMBDA_GROWTH;
  if (!LENGTHENING.has(name)) return 1;
  return Math.max(1, ...children.slice(1).map((child) => Math.max(lengthOf(child), numberOf(child))));
}

/** Lists are made of lists: each entry can become the whole. */
const LAMBDA_GROWTH = 10;

function constantOf(part: Part): unknown {
  return part.class === 'CONSTANT' && isPart(part.value) ? part.value.value : null;
}

function lengthOf(part: Part): number {
  return textOf(constantOf(part)).length;
}

function numberOf(part: Part): number {
  const value = constantOf(part);
  return typeof value === 'number' ? value : 0;
}

function together(all: readonly Columns[]): Columns {
  const sizes = new Map<string, number>();
  for (const each of all) for (const [name, size] of each.sizes) sizes.set(name, Math.max(size, sizes.get(name) ?? 0));
  return { sizes, others: Math.max(1, ...all.map(({ others }) => others)) };
}

function widest({ sizes, others }: Columns): number {
  return Math.max(others, ...sizes.values());
}

function sum(numbers: readonly number[]): number {
  return Math.min(
    numbers.reduce((total, each) => total + each, 0),
    Number.MAX_SAFE_INTEGER,
  );
}
