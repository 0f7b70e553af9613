import type { ForgeList } from '../../ports/forge.js';

/** A list with each item as the port has it. */
export function listOf<T, U>({ items, complete }: ForgeList<T>, of: (item: T) => U): ForgeList<U> {
  return { items: items.map(of), complete };
}
