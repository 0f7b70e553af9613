import type { Metric } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import type { Locale } from '../kernel/text.js';

/** A piece of a sentence; `code` where it is a defined term, a column or another name that is set as it is written. */
export interface Piece {
  readonly text: string;
  readonly code?: true;
  /** Words of the sentence itself, whatever the contract says. */
  readonly own?: true;
}

/** What is known where a value is said. */
export interface Saying {
  readonly locale: Locale;
  readonly currency: string;
  /** The term's first period: what holds from it on is said without a date. */
  readonly firstPeriod: PeriodId;
  readonly unitOf: (metric: string) => Metric['unit'] | null;
  /** What the sentence is about: a level is in the unit of its KPI's metric. */
  readonly subject: unknown;
}

/** What is known where a value is read back. */
export interface ReadingBack {
  readonly locale: Locale;
  readonly firstPeriod: PeriodId;
}

/** One way to write values: how one is said, how that looks, and how it is read back. */
export interface Form {
  /** Null where the value is none of this form. */
  readonly say: (value: unknown, by: Saying) => readonly Piece[] | null;
  /** The source of a regular expression without groups that capture. */
  readonly look: (locale: Locale) => string;
  /** Undefined where the text says no value of this form; {@link Form.say} of what is read gives the text again. */
  readonly read: (text: string, by: ReadingBack) => unknown;
}

/** A form whose values are one piece of text. */
export function plainForm(
  say: (value: unknown, by: Saying) => string | null,
  look: string | ((locale: Locale) => string),
  read: (text: string, by: ReadingBack) => unknown,
): Form {
  return {
    say: (value, by) => {
      const text = say(value, by);
      return text === null ? null : [{ text }];
    },
    look: typeof look === 'string' ? () => look : look,
    read,
  };
}

/** What pieces of a sentence say together. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
