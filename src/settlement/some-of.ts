import type { Filler } from '../kernel/text.js';

const SOME = 12;

/** Ids for a message: the first of them, where there are many. */
export function someOf(ids: readonly string[]): Filler {
  if (ids.length === 0) return '-';
  return [...ids.slice(0, SOME), ...(ids.length > SOME ? [`… (+${ids.length - SOME})`] : [])];
}
