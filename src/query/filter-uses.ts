import { type Leaf, leavesOf } from '../contract/filter-leaves.js';
import type { Clause, Filter, Literal } from '../contract/model.js';
import type { Use } from './column-type.js';
import type { ColumnUse } from './plan.js';

/** The values that a condition compares with. */
export function literalsOf(leaf: Leaf): readonly Literal[] {
  switch (leaf.op) {
    case 'isNull':
      return [];
    case 'between':
      return [leaf.low, leaf.high];
    case 'in':
    case 'notIn':
      return leaf.values;
    default:
      return [leaf.value];
  }
}

const USE_OF: Readonly<Record<Literal['type'], Use>> = { string: 'text', number: 'number', boolean: 'boolean' };

/** What a condition uses its column for: what its first value is. */
export function useOfLeaf(leaf: Leaf): Use {
  const [first] = literalsOf(leaf);
  return first === undefined ? 'presence' : USE_OF[first.type];
}

/** Conditions that are otherwise of an empty text than of NULL, which matches none but `isNull`. */
const TELLS_NULL: ReadonlySet<Leaf['op']> = new Set(['isNull', 'notIn']);

/** The columns that a filter uses. */
export function filterUses(filter: Filter | null, clause: Clause): ColumnUse[] {
  return leavesOf(filter).map((leaf): ColumnUse => {
    const use = { column: leaf.column, use: useOfLeaf(leaf), clause };
    return TELLS_NULL.has(leaf.op) ? { ...use, tellsNull: true } : use;
  });
}
