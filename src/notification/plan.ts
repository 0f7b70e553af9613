import type { ChannelKind, Notify, NotifyChannel } from '../contract/load-workspace.js';
import type { LocalDate } from '../kernel/calendar.js';
import { digestText } from '../kernel/canonical.js';
import type { Position } from '../kernel/issue.js';
import type { Locale } from '../kernel/text.js';
import { type Fact, isHeardBy } from './facts.js';
import { type Memory, markOf, maybeToldOn, wasTold } from './memory.js';

/** One address in one language: whatever entries of the workspace lead there, it is told everything in one message. */
export interface Place {
  /** What it is remembered by: nothing of its address is in it. */
  readonly id: string;
  readonly to: ChannelKind;
  readonly secret: string;
  readonly locale: Locale;
  readonly entries: readonly NotifyChannel[];
  /** Where its secret is named first. */
  readonly at: Position;
}

/** The places of a workspace's channels, in its order. */
export function placesOf({ channels }: Notify): Place[] {
  const found = new Map<string, Place>();
  for (const channel of channels) {
    const { to, secret, locale, at } = channel;
    const id = `${secret}/${locale}`;
    const earlier = found.get(id);
    found.set(id, { id, to, secret, locale, entries: [...(earlier?.entries ?? []), channel], at: earlier?.at ?? at });
  }
  return [...found.values()];
}

/** What a place is still to be told. */
export interface Telling {
  readonly place: Place;
  readonly facts: readonly Fact[];
  /** The day of a run that may have told some of it; null where none did. */
  readonly repeats: LocalDate | null;
}

/** What of the facts a place hears and has not been told: none of before it began. */
export function tellingOf(place: Place, facts: readonly Fact[], memory: Memory, today: LocalDate): Telling {
  const began = memory.began[place.id] ?? today;
  const due = facts.filter((fact) => {
    // One that was open is told whatever day it is of: it is not known whether anybody has heard it.
    const isOpen = fact.keys.some((key) => maybeToldOn(memory, place.id, key) !== null);
    return hears(place, fact) && (fact.on >= began || isOpen) && !isTold(place, fact, memory);
  });
  return { place, facts: due, repeats: repeatsOf(place, due, memory) };
}

/** A fact that has further keys by now (a line more is held, a day is nearer) is told again. */
function isTold({ id }: Place, { keys }: Fact, memory: Memory): boolean {
  return keys.every((key) => wasTold(memory, id, key));
}

function hears({ entries }: Place, fact: Fact): boolean {
  return entries.some(({ on, for: party, review }) => {
    const { topic } = fact.what;
    // A note that a person is to read first is not sent.
    return on.includes(topic) && isHeardBy(fact, party) && !(topic === 'weekly' && review);
  });
}

function repeatsOf({ id }: Place, facts: readonly Fact[], memory: Memory): LocalDate | null {
  const days = facts.flatMap(({ keys }) => keys.flatMap((key) => maybeToldOn(memory, id, key) ?? []));
  return days.sort()[0] ?? null;
}

/** Keys of one message: what is written down before it is sent has to fit. */
const MOST_KEYS = 60;

/**
 * As many facts of a telling, in their order, as one message takes; at least one.
 * @param fits whether so many of the facts fit into a message of the channel
 */
export function firstPart(telling: Telling, memory: Memory, fits: (facts: readonly Fact[]) => boolean): Telling {
  const { place, facts } = telling;
  let count = 1;
  while (count < facts.length) {
    const more = facts.slice(0, count + 1);
    // A week's note is a message of its own.
    const isNote = more.some(({ what }) => what.topic === 'weekly');
    if (isNote || more.flatMap(({ keys }) => keys).length > MOST_KEYS || !fits(more)) break;
    count += 1;
  }
  const part = facts.slice(0, count);
  return { place, facts: part, repeats: repeatsOf(place, part, memory) };
}

/** What is remembered of a telling. */
export function marksOf({ place, facts }: Telling): string[] {
  return [...new Set(facts.flatMap(({ keys }) => keys).map((key) => markOf(place.id, key)))];
}

/** The same for the same facts at the same place: what a mail program tells two copies by. */
export function tellingId(marks: readonly string[]): string {
  return digestText(marks.join(' ')).slice('sha256:'.length).slice(0, 32);
}
