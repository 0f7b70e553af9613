import type { NotifyTopic } from '../contract/load-workspace.js';
import type { LocalDate } from '../kernel/calendar.js';
import { PARTIES, type Party } from '../kernel/party.js';
import { type Locale, listSeparator, localText } from '../kernel/text.js';
import { type Weekly, weeklyLines, weeklyTitle } from '../report/weekly.js';
import { joined } from '../report/wording.js';
import { notifyText } from '../words/notify.js';
import { type FactTelling, factLines } from './fact-text.js';
import { type Message, type MessageLine, message } from './message.js';
import type { Place, Telling } from './plan.js';
import { subjectOf } from './subject.js';

/** A message with a day's facts of one place, in its language. */
export interface Composed {
  readonly telling: Telling;
  readonly isFirst: boolean;
  readonly isLost: boolean;
}

export interface Composing extends FactTelling {
  readonly today: LocalDate;
  /** The issue that remembers. */
  readonly issue: number;
}

/** The message of what one place is to be told, in its language: what there is to do first, then what it is about. */
export function compose({ telling, isFirst, isLost }: Composed, composing: Composing): Message {
  const { place, facts, repeats } = telling;
  const { locale } = place;
  const to = { locale, reader: partyOf(place) };
  const repeated = repeats === null ? [] : [{ text: notifyText('repeated', locale, { on: repeats }) }];
  const hello = isFirst ? helloLines(place, isLost, composing) : [];
  const [first] = facts;
  if (first !== undefined && 'weekly' in first.what) {
    const note = weeklyMessage(first.what.weekly, to.reader, locale);
    return message(note.title, [...hello, ...repeated, ...note.lines]);
  }
  return message(subjectOf(facts, composing, to), [...hello, ...repeated, ...factLines(facts, composing, to)]);
}

/** The note of a week as a message. */
export function weeklyMessage(weekly: Weekly, party: Party | 'both', locale: Locale): Message {
  return message(
    weeklyTitle(weekly, locale),
    weeklyLines(weekly, party, locale).map((text) => ({ text })),
  );
}

/** What a place is told first: whose it is and what will be told there, so that whoever set it up sees that it works. */
function helloLines(place: Place, isLost: boolean, { issue, terms }: Composing): MessageLine[] {
  const { locale, entries } = place;
  const topics = [...new Set(entries.flatMap(({ on }) => on))].map((topic) => topicText(topic, locale)).join(listSeparator(locale));
  const party = partyOf(place);
  // One repository is one relationship: the parties of its first contract are those of all.
  const [first] = terms.values();
  const named = first === undefined || party === 'both' ? null : localText(first.contract.parties[party].name, locale);
  const hello = named === null ? notifyText('hello.both', locale, { topics }) : notifyText('hello.party', locale, { topics, party: named });
  return [
    ...(isLost ? [{ text: notifyText('hello.lost', locale, { issue }) }] : []),
    { text: joined(hello, locale) },
    { text: notifyText('hello.today', locale) },
  ];
}

/** Whose a place is: of one party, or of both. */
export function partyOf({ entries }: Place): Party | 'both' {
  return PARTIES.find((party) => entries.every((entry) => entry.for === party)) ?? 'both';
}

function topicText(topic: NotifyTopic, locale: Locale): string {
  return notifyText(`topic.${topic}`, locale);
}
