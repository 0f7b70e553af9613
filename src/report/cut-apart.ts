import { diffArrays } from 'diff';
import { skeletonOf } from '../kernel/look-alike.js';
import { type Ends, revealed, spelledOut } from './revealed.js';

/** A text as far as it is shown: the pieces in order, `…` where something is left out, and how many characters that is. */
export interface Cut {
  readonly pieces: readonly string[];
  readonly hidden: number;
}

export interface CutPair {
  readonly before: Cut;
  readonly after: Cut;
  /** Places where the two differ that are not shown at all. */
  readonly placesMore: number;
}

/** Characters of the same text that are shown on each side of a difference. */
const CONTEXT = 24;
/** Places that share what may be shown; of the others it is said how many there are. */
const MOST_PLACES = 6;
/** Insertions and deletions that are looked for one by one; texts that differ more are shown as one difference. */
const MOST_EDITS = 600;

/** A stretch that both texts have, or what one has where the other has something else. */
interface Stretch {
  readonly same: boolean;
  readonly before: string;
  readonly after: string;
}

/**
 * Two texts that differ, each cut to about `most` characters where it is longer: not at its first characters but around the
 * places where the two differ, so that both show what changed. Whatever differs is made visible, also where it would look alike.
 */
export function cutApart(before: string, after: string, most: number): CutPair {
  const stretches = stretchesOf(before, after);
  const differing = stretches.filter(({ same }) => !same);
  const long = lengthOf(before) > most || lengthOf(after) > most;
  const share = long
    ? Math.max(CONTEXT, Math.floor(most / Math.min(Math.max(differing.length, 1), MOST_PLACES)))
    : Number.POSITIVE_INFINITY;
  const places = long ? MOST_PLACES : differing.length;
  const [old, now] = [new Side(), new Side()];
  let place = 0;
  stretches.forEach((stretch, index) => {
    if (place > places || (place === places && !stretch.same)) {
      old.skip(stretch.before);
      now.skip(stretch.after);
      place += stretch.same ? 0 : 1;
    } else if (stretch.same) {
      const first = index === 0;
      const last = index === stretches.length - 1 || place === places;
      for (const side of [old, now]) side.same(stretch.before, { long, first, last });
    } else {
      place++;
      const [left, right] = madeVisible(stretch, { first: index === 0, last: index === stretches.length - 1 });
      const from = Number.isFinite(share) ? commonStart(left, right) : 0;
      old.differing(left, from, share);
      now.differing(right, from, share);
    }
  });
  return { before: old.cut(), after: now.cut(), placesMore: Math.max(0, differing.length - places) };
}

/** A text that stands alone, at most `most` characters of it. */
export function cutAlone(text: string, most: number): Cut {
  const side = new Side();
  side.differing(revealed(text, { first: true, last: true }), 0, most);
  return side.cut();
}

/** What of one text is shown, piece by piece. */
class Side {
  private readonly pieces: string[] = [];
  private hidden = 0;

  same(text: string, { long, first, last }: { long: boolean; first: boolean; last: boolean }): void {
    const characters = [...text];
    const [head, tail] = [first ? 0 : CONTEXT, last ? 0 : CONTEXT];
    if (!long || characters.length <= head + tail + 1) {
      this.pieces.push(text);
      return;
    }
    this.hidden += characters.length - head - tail;
    this.pieces.push(`${characters.slice(0, head).join('')}…${tail === 0 ? '' : characters.slice(-tail).join('')}`);
  }

  /** The beginning and the end of what differs. @param from where it begins to differ. */
  differing(text: string, from: number, most: number): void {
    const characters = [...text];
    const start = characters.length > most && from > CONTEXT ? from - CONTEXT : 0;
    const rest = characters.slice(start);
    const before = start > 0 ? '…' : '';
    if (rest.length <= most) {
      this.hidden += start;
      this.pieces.push(before + rest.join(''));
      return;
    }
    const end = Math.floor(most / 3);
    this.hidden += characters.length - most;
    this.pieces.push(`${before}${rest.slice(0, most - end).join('')}…`, rest.slice(rest.length - end).join(''));
  }

  skip(text: string): void {
    const { length } = [...text];
    this.hidden += length;
    if (length > 0 && this.pieces.at(-1)?.endsWith('…') !== true) this.pieces.push('…');
  }

  cut(): Cut {
    return { pieces: this.pieces.filter((piece) => piece !== ''), hidden: this.hidden };
  }
}

/** Both sides of a difference as they can be told apart: texts that look alike with every code point. */
function madeVisible({ before, after }: Stretch, ends: Ends): [string, string] {
  const [left, right] = [revealed(before, ends), revealed(after, ends)];
  const alike = left === before && right === after && skeletonOf(before) === skeletonOf(after);
  return alike || left === right ? [spelledOut(before, after), spelledOut(after, before)] : [left, right];
}

function stretchesOf(before: string, after: string): Stretch[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const middle = [old.slice(start, old.length - end), now.slice(start, now.length - end)] as const;
  const stretches: Stretch[] = [];
  const add = (same: boolean, left: string, right: string) => {
    const last = stretches.at(-1);
    if (left === '' && right === '') return;
    if (last?.same === same) stretches.splice(-1, 1, { same, before: last.before + left, after: last.after + right });
    else stretches.push({ same, before: left, after: right });
  };
  const head = old.slice(0, start).join('');
  add(true, head, head);
  const edits = diffArrays(middle[0], middle[1], { maxEditLength: MOST_EDITS });
  if (edits === undefined) add(false, middle[0].join(''), middle[1].join(''));
  for (const { added, removed, value } of edits ?? []) {
    const text = value.join('');
    // A space or a letter between two differences is no place at which a reader finds his bearings.
    if (added || removed) add(false, removed ? text : '', added ? text : '');
    else if (text.length < 3 && stretches.at(-1)?.same === false) add(false, text, text);
    else add(true, text, text);
  }
  const tail = end === 0 ? '' : old.slice(-end).join('');
  add(true, tail, tail);
  return stretches;
}

/** Words, runs of white space, and every other character by itself. */
function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z0-9_]+|\s+|[\s\S]/gu) ?? [];
}

function commonStart(before: string, after: string): number {
  const [old, now] = [[...before], [...after]];
  let at = 0;
  while (at < Math.min(old.length, now.length) && old[at] === now[at]) at++;
  return at;
}

function lengthOf(text: string): number {
  return [...text].length;
}
