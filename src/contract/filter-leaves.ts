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
