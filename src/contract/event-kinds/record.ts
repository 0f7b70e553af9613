import type { WrittenEvent } from '../../generated/written.js';
import type { LocalDate } from '../../kernel/calendar.js';
import type { Party } from '../../kernel/party.js';
import type { Exact } from '../../kernel/rational.js';
import type { Written } from '../parse-written.js';
import type { Offer } from './offers.js';

/** What every event has. */
export interface EventBase {
  readonly kind: WrittenEvent['kind'];
  /** The file's name, `2026-02-10-returns.yaml`. */
  readonly file: string;
  /** The date in the file's name: when the event counts. */
  readonly date: LocalDate;
  readonly party: Party | null;
  /** Digest of the file's bytes, so that a replay finds an edited event. */
  readonly digest: string;
}

/** The written form of a kind of event, as the schema accepts it. */
export type WrittenEventOf<E extends EventBase> = { [K in WrittenEvent['kind']]: Extract<WrittenEvent, { kind: K }> }[E['kind']];

/** Reads the fields of one written event that are not plain. */
export interface EventReader {
  /** Exact, from the source text. */
  readonly amount: (key: string) => Exact;
  readonly written: Written<WrittenEvent>;
}

/** What the duties of a contract say of who owes them. */
export type Duties = readonly { readonly id: string; readonly owes: Party }[];

/**
 * All that the program knows of a kind of event besides its effect on money. Methods take the event of their own kind; they are
 * reached through `eventKindOf`, which finds the record by the event.
 */
export interface EventKindRecord<E extends EventBase> {
  /** A written event as the model has it; `base` is what every event has. */
  normalize(data: WrittenEventOf<E>, read: EventReader, base: Omit<EventBase, 'kind'>): E;
  /** The one party that may file it; null: either, or both together. */
  filedBy(event: E, duties: Duties): Party | null;
  /** Whether the party that it is filed for may file it without the other; with `false` it takes effect only by agreement. */
  alone(event: E, duties: Duties): boolean;
  /** What of a contract it is about, of which a contract may have none; null: of nothing such. */
  readonly about: 'duty' | 'claim' | 'milestone' | 'exit' | null;
  /** The kind that it answers, and whether several kinds of answers share one: a request is accepted or refused, once. */
  readonly answers: { readonly kind: WrittenEvent['kind']; readonly once: 'of-each-kind' | 'of-all' } | null;
  /** Which periods it may name: also those of a tail, only those of the term, or only those of the term as known on its day. */
  readonly periods: 'any' | 'of-the-term' | 'of-the-term-then';
  /** From when on it may be filed about its period: once that has begun, or on its last day; null: at any time. */
  readonly earliest: 'begun' | 'over' | null;
  /** Whether the day that it names may be later than its file's. */
  readonly mayBeAhead: boolean;
  /** The field with an amount of money, and whether 0 says nothing. */
  readonly amount: { readonly field: 'amount' | 'claimed'; readonly nonZero: boolean; of(event: E): Exact } | null;
  /** Whether it can move a line of a period that has been settled. */
  readonly movesSettled: boolean;
  /**
   * Whether it can reach a period that rests, whose lines no statement computes any more; one that names a line reaches that line's period
   * only. Money paid, lines by themselves and what counts for measured periods do not; what is said of milestones is compared by itself,
   * and what a review releases does not rest.
   */
  readonly reachesRest: boolean;
  /** What each of its fields may be, for whoever has not written it whole: a field that is missing here does not compile. */
  readonly offers: { readonly [F in Exclude<keyof WrittenEventOf<E>, 'kind'>]-?: Offer };
  /** Whether it is between the parties about single amounts, and set aside where terms are tried on the past. */
  readonly setAside: boolean;
  /**
   * What the same said once more is. `adds`: each file counts by itself, so that a copy would count twice. `once`: it holds from the first on,
   * and a second is refused. `anew`: it may be meant on another day, and where it moves nothing more that is told.
   */
  readonly again: 'adds' | 'once' | 'anew';
}
