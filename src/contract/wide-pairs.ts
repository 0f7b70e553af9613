import type { Issue, Position } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import { flowPieces } from './flow-text.js';

/*
 * Fields that full-width signs part, as a Chinese keyboard writes them: `from：2026-01-01，to：2026-12-31` is one text to YAML.
 */

/** In `{ kind：cap }`, `{ kind:cap }` and `{ kind = cap }` the sign makes one name of a field and its value. */
export const GLUED = /^([\p{L}\w-]+)\s*([：:=])\s*(.+)$/u;

type Pair = readonly [field: string, value: string];

/** Fields and values in a text that full-width signs part; null where it is no such text, or of fewer than so many. */
export function pairsIn(text: string, fewest = 2): readonly Pair[] | null {
  const pairs = text.split(/[，、]\s*/u).map((piece) => GLUED.exec(piece.trim()));
  if (pairs.length < fewest || pairs.includes(null)) return null;
  return pairs.map((pair) => [pair?.[1] ?? '', (pair?.[3] ?? '').trim()] as const);
}

/** The same as YAML writes them. */
export const pairsText = (pairs: readonly Pair[]): string => flowPieces(pairs.map(([field, value]) => `${field}: ${value}`));

/** That the signs are to be typed anew. */
export function pairsIssue(corrected: string, at: Position): Issue {
  return issue('yaml-syntax', at, { problem: '@yaml.WIDE_PAIRS', corrected });
}
