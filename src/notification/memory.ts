import { isDate, type LocalDate } from '../kernel/calendar.js';
import { digestText } from '../kernel/canonical.js';
import { isFields } from '../kernel/objects.js';

/*
 * What has been told where. Before a message is sent it is written down that it is about to be (`open`), after it that it was (`told`): a
 * run that dies between the two leaves it open, and the next one sends it again and says so.
 */

/** What a run was about to tell at a place when it was last heard of. */
export interface OpenTelling {
  readonly place: string;
  /** {@link markOf} each of its facts' keys. */
  readonly marks: readonly string[];
  /** The day of that run. */
  readonly on: LocalDate;
}

export interface Memory {
  /** By place: the day from which on facts are told there; older ones were there before anybody was told anything. */
  readonly began: Readonly<Record<string, LocalDate>>;
  /** Short digests of place and key, oldest first. */
  readonly told: readonly string[];
  readonly open: readonly OpenTelling[];
}

export const NO_MEMORY: Memory = { began: {}, told: [], open: [] };

/**
 * Marks that are kept: with every place at work they fit into one comment. The oldest are forgotten beyond it, those of what still stands
 * last ({@link standing}); a hundred contracts with four channels make about four hundred a week.
 */
export const MOST_TOLD = 2800;
const DIGEST = /^[0-9a-f]{12}$/;
const KEY_DIGITS = 12;

/** What is remembered of a key that was told at a place. */
export function markOf(place: string, key: string): string {
  return digestText(`${place}\n${key}`).slice('sha256:'.length).slice(0, KEY_DIGITS);
}

/** Whether a place was told of something, by the key of it. */
export function wasTold({ told: marks }: Memory, place: string, key: string): boolean {
  return marks.includes(markOf(place, key));
}

/** Since when a key may have been told by a run that was never heard of again; null where none was at it. */
export function maybeToldOn({ open }: Memory, place: string, key: string): LocalDate | null {
  return open.find((each) => each.place === place && each.marks.includes(markOf(place, key)))?.on ?? null;
}

/** With a place to which nothing has been told; a clock that was ahead at first does not silence it. */
export function begun(memory: Memory, place: string, on: LocalDate): Memory {
  const known = memory.began[place];
  return known !== undefined && known <= on ? memory : { ...memory, began: { ...memory.began, [place]: on } };
}

/** Before it is sent: with what an earlier run was at there, of which it is still not known. */
export function opened(memory: Memory, { place, marks, on }: OpenTelling): Memory {
  const earlier = memory.open.filter((each) => each.place === place).flatMap((each) => each.marks);
  return { ...memory, open: [...without(memory.open, place), { place, marks: [...new Set([...earlier, ...marks])], on }] };
}

/** After it was sent. */
export function told(memory: Memory, { place, marks }: OpenTelling): Memory {
  const more = marks.filter((mark) => !memory.told.includes(mark));
  const left = memory.open.flatMap((each) => {
    const rest = each.place === place ? each.marks.filter((mark) => !marks.includes(mark)) : each.marks;
    return rest.length === 0 ? [] : [{ ...each, marks: rest }];
  });
  return { ...memory, told: [...memory.told, ...more].slice(-MOST_TOLD), open: left };
}

function without(open: readonly OpenTelling[], place: string): OpenTelling[] {
  return open.filter((each) => each.place !== place);
}

/** With the marks of what still stands behind all others, so that they are the last to be forgotten. */
export function standing(memory: Memory, marks: ReadonlySet<string>): Memory {
  const [still, over] = [true, false].map((wanted) => memory.told.filter((mark) => marks.has(mark) === wanted));
  return { ...memory, told: [...(over ?? []), ...(still ?? [])] };
}

/** Places that are no more are forgotten with what was open there; what was told there stays, since they may come back. */
export function ofPlaces(memory: Memory, places: readonly string[]): Memory {
  const began = Object.fromEntries(Object.entries(memory.began).filter(([place]) => places.includes(place)));
  return { ...memory, began, open: memory.open.filter(({ place }) => places.includes(place)) };
}

/** What two runs remember, where both have written: nothing that either has told is told again. */
export function together(memories: readonly Memory[]): Memory {
  const all = memories.flatMap(({ told: marks }) => marks);
  const began: Record<string, LocalDate> = {};
  for (const [place, on] of memories.flatMap((each) => Object.entries(each.began))) {
    const known = began[place];
    if (known === undefined || on < known) began[place] = on;
  }
  const open = memories.flatMap((each) => each.open);
  return {
    began,
    told: [...new Set(all)].slice(-MOST_TOLD),
    open: open.filter((each, at) => open.findLastIndex(({ place }) => place === each.place) === at),
  };
}

const FENCE = '```';

/** A memory as the text of a comment, below what people read there. */
export function memoryText({ began, told: marks, open }: Memory): string {
  const rows = Array.from({ length: Math.ceil(marks.length / MARKS_A_LINE) }, (_, at) =>
    marks.slice(at * MARKS_A_LINE, (at + 1) * MARKS_A_LINE),
  );
  const data = { began, open: open.map((each) => ({ ...each, marks: each.marks.join(' ') })), told: rows.map((row) => row.join(' ')) };
  return `${FENCE}json\n${JSON.stringify(data, null, 1)}\n${FENCE}`;
}

const MARKS_A_LINE = 20;

/** The memory in a comment; null where it is none. */
export function readMemory(text: string): Memory | null {
  const [, json = ''] = /```json\r?\n(.*?)\r?\n```/s.exec(text) ?? [];
  const data = parsed(json);
  if (!isFields(data) || !isFields(data.began) || !Array.isArray(data.told) || !Array.isArray(data.open)) return null;
  const began = Object.entries(data.began);
  const marks = data.told.flatMap((row: unknown) => (typeof row === 'string' ? row.split(' ') : [null]));
  const open = data.open.map(openTelling);
  const isSound =
    began.every(([, on]) => typeof on === 'string' && isDate(on)) && marks.every((mark) => mark !== null && DIGEST.test(mark));
  if (!isSound || open.some((each) => each === null)) return null;
  return {
    began: Object.fromEntries(began.map(([place, on]) => [place, String(on)])),
    told: marks.flatMap((mark) => mark ?? []),
    open: open.flatMap((each) => each ?? []),
  };
}

function openTelling(value: unknown): OpenTelling | null {
  if (!isFields(value) || typeof value.marks !== 'string' || typeof value.place !== 'string') return null;
  const { place, on } = value;
  const marks = value.marks.split(' ');
  return typeof on === 'string' && isDate(on) && marks.every((mark) => DIGEST.test(mark)) ? { place, marks, on } : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
