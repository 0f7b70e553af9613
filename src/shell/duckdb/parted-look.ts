import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Layout, lookAtPart, type Part, type QuickLook, quickLook } from './quick-look.js';

/*
 * A quick look at a long file in several parts at once. Where a record begins in the middle of a file only what stands before can
 * tell: a line may be part of a field. So each part takes it that a line begins one, and all is as it was taken if each ends just
 * where the next began. Otherwise the file is looked at again in one go.
 */

/** A part is no shorter: it takes longer to begin one. */
const LEAST = 1 << 25;
const MOST_PARTS = 8;

/** How a file is looked at in parts. */
export interface Parting {
  /** Bytes of a part. */
  readonly least: number;
  readonly most: number;
  /** Looks at any but the first. */
  readonly lookAt: typeof lookAtPart;
}

/** Looks at a file, in parts where it is long. @returns null where anything is odd. */
export async function partedLook(layout: Layout, parting: Partial<Parting> = {}): Promise<QuickLook | null> {
  const { least, most, lookAt } = { least: LEAST, most: Math.min(availableParallelism(), MOST_PARTS), lookAt: lookInThread, ...parting };
  const { size } = await stat(layout.path);
  const length = size - layout.from;
  const count = layout.gzip ? 1 : Math.min(most, Math.floor(length / least));
  if (count < 2) return quickLook(layout);
  const borders = Array.from({ length: count }, (_, index) => layout.from + Math.floor((length * index) / count));
  const each = borders.map((from, index) => {
    const to = borders[index + 1] ?? Number.POSITIVE_INFINITY;
    return index === 0 ? lookAtPart(layout, from, to) : lookAt(layout, from, to).catch(() => null);
  });
  const [first, ...others] = await Promise.all(each);
  if (first == null) return null;
  const joined = others.reduce<Part | null>((before, part) => (before === null || part === null ? null : joinedTo(before, part)), first);
  return joined === null ? quickLook(layout) : { head: Buffer.from(joined.head), records: joined.records - 1 };
}

/** Two parts that follow one another, as one; null where the second did not begin where a record does, or is not like the first. */
function joinedTo(before: Part, part: Part): Part | null {
  if (part.from !== before.to || part.fields !== before.fields || (part.ends !== 0 && part.ends !== before.ends)) return null;
  return { ...before, to: part.to, records: before.records + part.records };
}

/** Beside this module; in the program that the build makes of it (scripts/build-program.mjs), where the modules are. */
const WORKER = import.meta.url.endsWith('.cjs') ? '../shell/duckdb/look-worker.js' : './look-worker.js';

/** Looks at a part in a thread of its own. */
export const lookInThread: Parting['lookAt'] = (layout, from, to) => {
  const worker = new Worker(new URL(WORKER, import.meta.url), { workerData: { layout, from, to } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('it said nothing')));
  });
};
