import { addDays, daysInclusive, type LocalDate } from '../kernel/calendar.js';
import type { Calendar, CalendarEntry } from '../report/calendar.js';
import { plainText } from '../report/escape.js';
import type { Medium } from './outcome.js';

/** A calendar that programs subscribe to (RFC 5545): whole days, each with a reminder. Nothing where a report has no days. */
export const medium: Medium = {
  print: ({ calendar }, { locale }) => (calendar === undefined ? '' : icsText(calendar(locale))),
  isDocument: true,
};

/** The day from which versions of entries are counted: a later calendar always has the later version. */
const FIRST_VERSION: LocalDate = '2020-01-01';

function icsText({ name, asOf, entries }: Calendar): string {
  const sequence = Math.max(0, daysInclusive(FIRST_VERSION, asOf) - 1);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Concord//concord calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => eventLines(entry, `${compact(asOf)}T000000Z`, sequence)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function eventLines({ uid, on, summary, description, remindDays }: CalendarEntry, stamp: string, sequence: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:-P${remindDays}D`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

function compact(date: LocalDate): string {
  return date.replaceAll('-', '');
}

/** Text of a property: a line break is the only control character that may be in it, written as two signs. */
function escaped(value: string): string {
  return value
    .split('\n')
    .map((line) => plainText(line).replace(/[\\;,]/g, '\\$&'))
    .join('\\n');
}

const encoder = new TextEncoder();

/** Octets of a line, its break left out. */
const MOST_OCTETS = 75;

/** A line in pieces of at most 75 octets, cut between characters; every further piece begins with a space. */
function folded(line: string): string {
  const pieces: string[] = [''];
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > MOST_OCTETS) {
      pieces.push('');
      octets = 1;
    }
    pieces[pieces.length - 1] += sign;
    octets += size;
  }
  return pieces.join('\r\n ');
}
