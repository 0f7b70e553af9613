import type { Terms } from '../contract/model.js';
import type { LocalDate } from '../kernel/calendar.js';
import { rational } from '../kernel/rational.js';
import { type Locale, listSeparator, localText } from '../kernel/text.js';
import type { AgendaEntry, Milepost } from '../settlement/agenda.js';
import { statusText } from '../words/status.js';
import { type Block, code, type Inline, left, row, text } from './blocks.js';
import { metricFigure } from './figures.js';
import { daysText, doerText, endedWords, isOverdue, taskWords } from './status.js';
import { type Unread, unreadBlocks } from './unread.js';
import { type Wording, wording } from './wording.js';

/** The days of one contract. */
export interface ReportedAgenda {
  readonly contract: string;
  readonly terms: Terms;
  /** The day in the contract's own zone. */
  readonly asOf: LocalDate;
  readonly entries: readonly AgendaEntry[];
}

/** A calendar of whole days, in no format yet. */
export interface Calendar {
  readonly name: string;
  /** The day it is made for: its time stamp, and what its entries' order of versions grows with. */
  readonly asOf: LocalDate;
  readonly entries: readonly CalendarEntry[];
}

export interface CalendarEntry {
  /** The same for the same thing, whatever day it moves to. */
  readonly uid: string;
  readonly on: LocalDate;
  readonly summary: string;
  readonly description: string;
  /** How many days before it a reminder comes. */
  readonly remindDays: number;
}

/** The days of contracts as a calendar in one language. */
export function calendarOf(agendas: readonly ReportedAgenda[], asOf: LocalDate, locale: Locale): Calendar {
  const name = statusText('calendar-name', locale, { contracts: agendas.map(({ contract }) => contract).join(listSeparator(locale)) });
  const entries = agendas.flatMap(({ contract, terms, entries: days }) => {
    const words = wording(terms, locale);
    return days.map((entry): CalendarEntry => {
      const { what, by } = agendaWords(entry, contract, words);
      return {
        uid: `${contract}/${entry.key}@concord`,
        on: entry.on,
        summary: statusText('event.title', locale, { contract: localText(terms.contract.title, locale), what }),
        description: by === null ? contract : `${statusText('event.by', locale, { by })}\n${contract}`,
        remindDays: remindDays(entry.what),
      };
    });
  });
  return { name, asOf, entries };
}

/** The days of contracts for people, in order; first, which contracts could not be read. */
export function calendarBlocks(
  agendas: readonly ReportedAgenda[],
  days: readonly LocalDate[],
  locale: Locale,
  unread: readonly Unread[] = [],
): Block[] {
  const say = (key: 'calendar' | 'column.day' | 'column.who' | 'column.what' | 'column.contract' | 'calendar-none') =>
    statusText(key, locale);
  const rows = agendas
    .flatMap(({ contract, terms, asOf, entries }) => {
      const words = wording(terms, locale);
      return entries.map((entry) => ({ entry, contract, words, asOf }));
    })
    .sort((a, b) => (a.entry.on < b.entry.on ? -1 : a.entry.on > b.entry.on ? 1 : 0))
    .map(({ entry, contract, words, asOf }) => {
      const { what, by } = agendaWords(entry, contract, words);
      return row([dayCell(entry, asOf, locale), text(by ?? ''), text(what), code(contract)]);
    });
  const columns = [left(say('column.day')), left(say('column.who')), left(say('column.what')), left(say('column.contract'))];
  return [
    { kind: 'title', text: text(say('calendar')), subtitle: text(statusText('calendar-from', locale, { asOf: daysText(days, locale) })) },
    ...unreadBlocks(unread, locale),
    ...(rows.length > 0 ? [{ kind: 'table' as const, columns, rows }] : []),
    ...(rows.length === 0 && unread.length === 0 ? [{ kind: 'paragraph' as const, text: text(say('calendar-none')) }] : []),
  ];
}

/** A day, with that it has passed where what was to be done by it is overdue. */
function dayCell({ on, what }: AgendaEntry, asOf: LocalDate, locale: Locale): Inline {
  const said = 'task' in what && isOverdue(what) ? statusText('day-overdue', locale, { on }) : on;
  return text(said, on < asOf ? 'bad' : undefined);
}

/** What a day is about, and who has to do something by it. */
export function agendaWords(
  { what }: AgendaEntry,
  contract: string,
  words: Wording,
): { readonly what: string; readonly by: string | null } {
  if ('task' in what) return { what: taskWords(what, contract, words, words.locale), by: doerText(what.by, words, words.locale) };
  return milepost(what, words);
}

function milepost(post: Milepost, words: Wording): { readonly what: string; readonly by: string | null } {
  const { locale, terms } = words;
  switch (post.day) {
    case 'settles':
      return { what: statusText('event.settles', locale, { period: post.period }), by: doerText(post.by, words, locale) };
    case 'duty': {
      const duty = terms.contract.duties.find(({ id }) => id === post.duty);
      const title = localText(duty?.title ?? post.duty, locale);
      return {
        what: statusText('task.duty', locale, { duty: title, period: post.period }),
        by: duty === undefined ? null : words.party(duty.owes),
      };
    }
    case 'target': {
      const value = metricFigure(words.metric(post.metric), rational(post.value), words.currency);
      return { what: statusText('event.target', locale, { kpi: words.kpiTitle(post.kpi), value }), by: null };
    }
    case 'ask':
      return { what: statusText('task.ask', locale, { milestone: words.clearTitle(post.milestone) }), by: words.party('provider') };
    case 'notice':
      return { what: statusText('event.notice', locale, { on: post.end }), by: doerText('both', words, locale) };
    case 'term-end':
      return {
        what: post.ended === null ? statusText('event.term-end', locale) : endedWords('event.ended', post.ended, words),
        by: doerText('both', words, locale),
      };
    case 'handover':
      return { what: statusText('event.handover', locale), by: doerText('both', words, locale) };
  }
}

/** Long enough before it that what is to be done can be done. */
function remindDays(what: AgendaEntry['what']): number {
  if ('task' in what) return what.task === 'deliver' || what.task === 'review' ? 7 : 3;
  switch (what.day) {
    case 'duty':
      return 2;
    case 'ask':
    case 'notice':
    case 'term-end':
    case 'handover':
      return 14;
    default:
      return 1;
  }
}
