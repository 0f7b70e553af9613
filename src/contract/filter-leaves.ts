import type { Filter } from './model.js';

/** A condition on one column. */
export type Leaf = Exclude<Filter, { readonly all: readonly Filter[] } | { readonly any: readonly Filter[] }>;

/** The conditions of a filter, in order. */
export function leavesOf(filter: Filter | null): Leaf[] {
  if (filter === null) return [];
  if ('all' in filter) return filter.all.flatMap(leavesOf);
  if ('any' in filter) return filter.any.flatMap(leavesOf);
  return [filter];
}

/** Whether a condition is false wherever a column is NULL, as every comparison with it is. */
export function leavesOutNull(filter: Filter, column: string): boolean {
  if ('all' in filter) return filter.all.some((part) => leavesOutNull(part, column));
  if ('any' in filter) return filter.any.every((part) => leavesOutNull(part, column));
  return filter.column === column && (filter.op !== 'isNull' || !filter.value);
}
