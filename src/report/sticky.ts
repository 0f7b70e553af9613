import { instantText, type Micros, parseInstant } from '../kernel/calendar.js';
import { fitText } from './comment-sections.js';

/*
 * A sticky comment is the one comment of its topic that an account keeps up to date. Which comments are its own is told by a
 * hidden marker in the first line and by the account's id together: a marker alone can be written by anybody.
 */

/** What a run found, and what it looked at: text that was made from something newer is never replaced by it. */
export interface Sticky {
  /** Lower-case words joined by `-`; one comment per topic. */
  readonly topic: string;
  /** Markdown without the marker. */
  readonly body: string;
  /** The pull request's head that it is about; null where it is about none. */
  readonly head: string | null;
  /** When the run began to read, by the forge's clock. */
  readonly validAt: Micros;
}

export interface Marker {
  readonly topic: string;
  readonly head: string | null;
  readonly validAt: Micros;
}

const TOPIC = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MARKER = /^<!-- concord:([a-z0-9-]{1,80}) head=([0-9a-f]{40}|[0-9a-f]{64}|-) at=([0-9TZ:.-]{20,27}) -->$/;

/** The first line of a sticky comment. @throws RangeError on a topic or head that no marker can hold. */
export function markerText({ topic, head, validAt }: Marker): string {
  const text = `<!-- concord:${topic} head=${head ?? '-'} at=${instantText(validAt)} -->`;
  if (parseMarker(text) === null) throw new RangeError(`no marker: ${topic}`);
  return text;
}

/** The marker of a comment: its whole first line, in exactly the form that {@link markerText} writes; else null. */
export function parseMarker(body: string): Marker | null {
  const [line = ''] = body.split(/\r?\n/, 1);
  const [, topic = '', head = '', at = ''] = MARKER.exec(line) ?? [];
  const validAt = parseInstant(at);
  if (!TOPIC.test(topic) || validAt === null || instantText(validAt) !== at) return null;
  return { topic, head: head === '-' ? null : head, validAt };
}

/** The whole comment: marker, an empty line, the text, cut where a forge would refuse it. */
export function stickyText(sticky: Sticky): string {
  return `${markerText(sticky)}\n\n${fitText(sticky.body.trimEnd())}\n`;
}

/** A comment as far as the plan needs it. */
export interface ExistingComment {
  readonly id: number;
  readonly author: { readonly id: number } | null;
  readonly body: string;
}

/** What is to be done, in this order: one comment is left, and it says the newest that any run found. */
export interface StickyPlan {
  /** What became of this run's text; `stale`: a newer run has written already. */
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'stale';
  readonly create: string | null;
  readonly update: { readonly id: number; readonly body: string } | null;
  /** Own comments of the topic beside the oldest: two runs at once, or one whose answer was lost. */
  readonly remove: readonly number[];
}

/**
 * Plans one sticky comment over the comments that are there.
 * @param self the id of the own account; null where it is not known: then no comment counts as own.
 */
export function planSticky(comments: readonly ExistingComment[], self: number | null, sticky: Sticky): StickyPlan {
  const own = comments
    .flatMap((comment) => {
      const marker = self !== null && comment.author?.id === self ? parseMarker(comment.body) : null;
      return marker?.topic === sticky.topic ? [{ ...comment, marker }] : [];
    })
    .sort((a, b) => a.id - b.id);
  const [oldest, ...others] = own;
  const body = stickyText(sticky);
  if (oldest === undefined) return { outcome: 'created', create: body, update: null, remove: [] };
  const newest = own.reduce((best, each) => (each.marker.validAt > best.marker.validAt ? each : best), oldest);
  const remove = others.map(({ id }) => id);
  if (newest.marker.validAt > sticky.validAt) {
    // A duplicate may be the newer one: what it says moves to the comment that stays before it goes.
    const update = newest.id === oldest.id ? null : { id: oldest.id, body: newest.body };
    return { outcome: 'stale', create: null, update, remove };
  }
  const same = oldest.marker.head === sticky.head && textOf(oldest.body) === textOf(body);
  return { outcome: same ? 'unchanged' : 'updated', create: null, update: same ? null : { id: oldest.id, body }, remove };
}

/** Whether a comment is exactly this one: same marker, same text. */
export function isSticky(body: string, sticky: Sticky): boolean {
  const marker = parseMarker(body);
  const { topic, head, validAt } = sticky;
  const same = marker?.topic === topic && marker.head === head && marker.validAt === validAt;
  return same && textOf(body) === textOf(stickyText(sticky));
}

/** The text below the marker, as far as a forge keeps it: line ends and white space around it may come back otherwise. */
function textOf(body: string): string {
  return body
    .replace(/\r\n/g, '\n')
    .replace(/^[^\n]*\n?/, '')
    .trim();
}
