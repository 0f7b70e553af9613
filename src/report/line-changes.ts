import { diffArrays } from 'diff';
import { type Cut, cutAlone, cutApart } from './cut-apart.js';

/** A line that only one of two texts has. */
export interface LineChange {
  readonly side: 'before' | 'after';
  /** Its number in that text, from 1. */
  readonly line: number;
  readonly cut: Cut;
}

export interface LineChanges {
  /** Old lines before the new ones that stand in their place, in the order of the text. */
  readonly shown: readonly LineChange[];
  /** How many more there are, and the first of them. */
  readonly more: number;
  readonly next: Pick<LineChange, 'side' | 'line'> | null;
}

/** Insertions and deletions that are looked for; texts that differ more are shown as one replaced by the other. */
const MOST_EDITS = 600;

/**
 * What two texts of many lines differ in, line by line; null stands for a text that is not there.
 * @param most lines that are shown; @param width characters of a line: two lines in one place are cut where they differ.
 */
export function lineChanges(before: string | null, after: string | null, most: number, width: number): LineChanges {
  const alone = before === null || after === null;
  const [old, now] = [linesOf(before, alone), linesOf(after, alone)];
  const found: Omit<LineChange, 'cut'>[] = [];
  const pairs = new Map<string, string>();
  let [oldLine, newLine] = [1, 1];
  const runs = diffArrays(old, now, { maxEditLength: MOST_EDITS }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ];
  let removedFrom = 0;
  let removedCount = 0;
  for (const { added, removed, value } of runs) {
    if (removed) {
      [removedFrom, removedCount] = [oldLine, value.length];
      for (const _ of value) found.push({ side: 'before', line: oldLine++ });
    } else if (added) {
      const paired = removedCount === value.length;
      for (const _ of value) {
        if (paired) pairs.set(`before ${removedFrom}`, `after ${newLine}`).set(`after ${newLine}`, `before ${removedFrom++}`);
        found.push({ side: 'after', line: newLine++ });
      }
      removedCount = 0;
    } else {
      oldLine += value.length;
      newLine += value.length;
      removedCount = 0;
    }
  }
  const textAt = (side: string, line: number) => (side === 'before' ? old : now)[line - 1] ?? '';
  const shown = found.slice(0, most).map(({ side, line }): LineChange => {
    const [otherSide, otherLine] = pairs.get(`${side} ${line}`)?.split(' ') ?? [];
    const own = textAt(side, line);
    // Where a line stands alone, its indentation says nothing.
    if (otherSide === undefined) return { side, line, cut: cutAlone(own.replace(/^[ \t]+/, ''), width) };
    const other = textAt(otherSide, Number(otherLine));
    const cut = side === 'before' ? cutApart(own, other, width).before : cutApart(other, own, width).after;
    return { side, line, cut };
  });
  return { shown, more: found.length - shown.length, next: found[most] ?? null };
}

/** @param alone whether there is no other text that could end otherwise. */
function linesOf(text: string | null, alone: boolean): string[] {
  if (text === null || text === '') return [];
  const lines = text.split('\n');
  return alone && lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
