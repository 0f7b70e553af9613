import type { Filler } from '../kernel/text.js';

const SOME = 12;

/** Ids for a message: the first of them, where there are many. Where there are none, another sentence says so. */
export function someOf(ids: readonly string[]): Filler {
  return [...ids.slice(0, SOME), ...(ids.length > SOME ? [`… (+${ids.length - SOME})`] : [])];
}
