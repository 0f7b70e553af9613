import type { Leaf } from '../contract/filter-leaves.js';
import type { Filter, Literal } from '../contract/model.js';
import { type BoundColumn, boundColumn, type ColumnType, type Relation } from './column-type.js';
import type { Dialect } from './dialects/dialect.js';
import { literalsOf, useOfLeaf } from './filter-uses.js';
import { and, bind, FALSE, join, or, type Sql, sql, trusted } from './sql.js';

/** An identifier of an engine: letters, digits and `_`, not starting with a digit. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;

/** A quoted identifier. Anything but a plain identifier is a mistake of the caller: the plan's checks let none pass. */
export function name(dialect: Dialect, identifier: string): Sql {
  if (!IDENTIFIER.test(identifier)) throw new RangeError(`not an identifier: ${JSON.stringify(identifier)}`);
  return trusted(dialect.quote(identifier));
}

/** A column of a warehouse's table: whatever can be seen but the signs that BigQuery takes in no name, two of which end a quoted one. */
const COLUMN = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}!"$()*,./;?@[\\\]^`{}~]{1,300}$/u;

/** The quoted name of a column: its own, which may be what BigQuery calls a flexible name (`Paid at`, 付款时间), or a typed copy's. */
export function columnName(dialect: Dialect, { name: own }: Pick<BoundColumn, 'name'>): Sql {
  if (!COLUMN.test(own)) throw new RangeError(`not a name of a column: ${JSON.stringify(own)}`);
  return trusted(dialect.quote(own));
}

/** Whether text may stand as a name in the SQL of every engine. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** What stands after FROM. */
export function relationName(dialect: Dialect, relation: Relation): Sql {
  if (relation.from !== undefined) return relation.from;
  return join(
    relation.path.map((part) => name(dialect, part)),
    '.',
  );
}

/** How a condition is written where it stands: on the rows, or on groups of them. */
export type LeafCompiler = (leaf: Leaf) => Sql;

/**
 * A filter as a condition that is true only for rows that match. No leaf is true on NULL but `isNull`, and nothing is
 * negated as a whole, so three-valued logic never turns a NULL into a match.
 */
export function compileFilter(filter: Filter | null, leaf: LeafCompiler): Sql {
  if (filter === null) return and([]);
  if ('all' in filter) return and(filter.all.map((part) => compileFilter(part, leaf)));
  if ('any' in filter) return or(filter.any.map((part) => compileFilter(part, leaf)));
  return leaf(filter);
}

const OPERATOR = { gt: sql` > `, gte: sql` >= `, lt: sql` < `, lte: sql` <= ` } as const;

/** A condition on the rows of a relation. */
export function leafOnRows(dialect: Dialect, relation: Relation): LeafCompiler {
  return (leaf) => {
    const column = boundColumn(relation, useOfLeaf(leaf), leaf.column);
    return compileLeaf(dialect, leaf, columnName(dialect, column), column);
  };
}

/** A condition on an expression that has a column's values. */
export function compileLeaf(dialect: Dialect, leaf: Leaf, value: Sql, column: BoundColumn): Sql {
  if (leaf.op === 'isNull') return leaf.value ? sql`${value} IS NULL` : sql`${value} IS NOT NULL`;
  const plain = comparable(dialect, value, column.type);
  const subject = column.type.kind === 'text' && literalsOf(leaf).some(isBeyondAscii) ? dialect.nfc(plain) : plain;
  const literal = (written: Literal): Sql => compileLiteral(dialect, written, column.type);
  const listed = (values: readonly Literal[]): Sql | null =>
    column.type.kind === 'text' ? dialect.textIn(subject, values.map(literal)) : null;
  switch (leaf.op) {
    case 'between':
      return sql`(${subject} >= ${literal(leaf.low)} AND ${subject} <= ${literal(leaf.high)})`;
    case 'in':
    case 'notIn': {
      if (leaf.values.length === 0) return leaf.op === 'in' ? FALSE : sql`${subject} IS NOT NULL`;
      const isOne = listed(leaf.values);
      if (isOne !== null) return leaf.op === 'in' ? isOne : sql`(NOT ${isOne})`;
      const values = join(leaf.values.map(literal), ', ');
      return leaf.op === 'in' ? sql`${subject} IN (${values})` : sql`${subject} NOT IN (${values})`;
    }
    case 'eq':
      return listed([leaf.value]) ?? sql`${subject} = ${literal(leaf.value)}`;
    default:
      return sql`${subject}${OPERATOR[leaf.op]}${literal(leaf.value)}`;
  }
}

/** Such text may be composed in several ways; a contract's own is NFC since it was read. */
function isBeyondAscii(literal: Literal): boolean {
  return literal.type === 'string' && /[^\p{ASCII}]/u.test(literal.value);
}

function comparable(dialect: Dialect, value: Sql, type: ColumnType): Sql {
  if (type.kind === 'float') return dialect.comparableFloat(value);
  if (type.kind === 'date') return dialect.dateText(value);
  return value;
}

function compileLiteral(dialect: Dialect, literal: Literal, type: ColumnType): Sql {
  switch (literal.type) {
    case 'boolean':
      return bind(literal.value);
    case 'string':
      return sql`CAST(${bind(literal.value)} AS ${dialect.textType})`;
    case 'number':
      return sql`CAST(${bind(plainNumber(literal.value))} AS ${numberType(dialect, literal.value, type)})`;
  }
}

/** Without a plus sign and zeros that say nothing: not every engine reads `5.00` as a whole number. */
function plainNumber(text: string): string {
  const unsigned = text.replace(/^\+/, '');
  return unsigned.includes('.') ? unsigned.replace(/\.?0+$/, '') : unsigned;
}

/** The column's own type where it holds the number exactly, so that the engine need not widen every row. */
function numberType(dialect: Dialect, text: string, type: ColumnType): Sql {
  if (type.kind === 'float') return dialect.floatType;
  const { whole, places } = digitsOf(text);
  if (type.kind === 'integer' && places === 0 && whole <= 18) return dialect.integerType;
  if (type.kind === 'decimal' && places <= type.scale && whole <= type.precision - type.scale) {
    return dialect.decimalType(type.precision, type.scale);
  }
  return dialect.decimalType(38, 9);
}

/** Digits before and after the point of decimal text. */
function digitsOf(text: string): { whole: number; places: number } {
  const [whole = '', part = ''] = text.replace(/^[+-]/, '').split('.');
  return { whole: whole.replace(/^0+/, '').length, places: part.replace(/0+$/, '').length };
}

/** Whether a number can be compared with at all: DECIMAL(38,9) holds it, as BigQuery's NUMERIC does. */
export function isComparableNumber(text: string): boolean {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return false;
  const { whole, places } = digitsOf(text);
  return whole <= 29 && places <= 9;
}
