import { isFields } from '../kernel/objects.js';
import { rational, toExact } from '../kernel/rational.js';
import type { Filter, Literal } from './model.js';
import { fieldOf } from './normalize-value.js';
import type { Source } from './source.js';

const COMPARISONS = ['gt', 'gte', 'lt', 'lte'] as const;

/** Conditions on rows as a tree: columns and operators are joined by AND, the entries of `any` by OR (section 3). */
export function normalizeFilter(source: Source, where: object): Filter {
  const parts = Object.keys(where).flatMap((column) => {
    const condition = fieldOf(where, column);
    if (column === 'any' && Array.isArray(condition)) {
      return [{ any: condition.filter(isFields).map((entry) => normalizeFilter(source, entry)) }];
    }
    return conditionsOn(source, column, where, condition);
  });
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { all: parts };
}

function conditionsOn(source: Source, column: string, where: object, condition: unknown): Filter[] {
  if (Array.isArray(condition)) return [{ column, op: 'in', values: literals(source, condition) }];
  if (!isFields(condition)) return [{ column, op: 'eq', value: literal(source, where, column) }];
  const filters: Filter[] = [];
  const not = fieldOf(condition, 'not');
  if (Array.isArray(not)) filters.push({ column, op: 'notIn', values: literals(source, not) });
  else if (not !== undefined) filters.push({ column, op: 'notIn', values: [literal(source, condition, 'not')] });
  for (const op of COMPARISONS) {
    if (fieldOf(condition, op) !== undefined) filters.push({ column, op, value: literal(source, condition, op) });
  }
  const between = fieldOf(condition, 'between');
  if (Array.isArray(between)) {
    filters.push({ column, op: 'between', low: literal(source, between, '0'), high: literal(source, between, '1') });
  }
  const isNull = fieldOf(condition, 'isNull');
  if (typeof isNull === 'boolean') filters.push({ column, op: 'isNull', value: isNull });
  return filters;
}

function literals(source: Source, values: readonly unknown[]): Literal[] {
  return values.map((_, index) => literal(source, values, String(index)));
}

function literal(source: Source, holder: object, key: string): Literal {
  const value = fieldOf(holder, key);
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'number') return { type: 'number', value: toExact(rational(source.written(holder, key))) };
  return { type: 'string', value: String(value) };
}
