import type { LocalDate } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import { excerptOf, type Locale } from '../kernel/text.js';
import { agendaWords } from '../report/calendar.js';
import { moneyFigure } from '../report/figures.js';
import { isOwedTo } from '../report/reminders.js';
import { askWords, doerText, isOverdue, resolveWords } from '../report/status.js';
import { joined, type Wording, wording } from '../report/wording.js';
import type { AgendaEntry } from '../settlement/agenda.js';
import { isDisputable } from '../settlement/disputable.js';
import { lastDayToResolve } from '../settlement/disputes.js';
import { isUndoneDuty } from '../settlement/tasks.js';
import { notifyText } from '../words/notify.js';
import { type FactTelling, linesOf } from './fact-text.js';
import type { Fact } from './facts.js';

/*
 * What a letter's subject and a telephone's preview show of a message: how much there is to do, by when, and the first of it; before that,
 * what the reader waits for that is overdue; where nothing is to do, the first thing that is told.
 */

/** Something that a message asks for. Two facts of one thing have one key: it is done once. */
interface ToDo {
  readonly key: string;
  readonly on: LocalDate;
  readonly what: string;
  /** Its day has passed and it does not count as late, as a duty whose lateness nobody has claimed. */
  readonly isUnclaimed?: true;
}

/** Characters of what is to be done: more is seen in no list of letters. */
const MOST_CHARACTERS = 100;

/** The first line of a message with facts to a reader. */
export function subjectOf(
  facts: readonly Fact[],
  telling: FactTelling & { readonly today: LocalDate },
  { locale, reader }: { readonly locale: Locale; readonly reader: Party | 'both' },
): string {
  const { terms, repository, today: asOf } = telling;
  const toDo = new Map<string, ToDo>();
  let told: string | undefined;
  let owed: { readonly on: LocalDate; readonly what: string } | undefined;
  for (const fact of facts) {
    const of = terms.get(fact.contract);
    if (of === undefined) continue;
    const words = wording(of, locale);
    const line = linesOf(fact, { words, repository, reader })[0]?.text.replace(/[.。]$/, '');
    told ??= line;
    if (line !== undefined && isOverdueTo(fact, reader) && (owed === undefined || fact.what.entry.on < owed.on)) {
      owed = { on: fact.what.entry.on, what: line };
    }
    const found = toDoOf(fact, words, reader);
    if (found !== null && !toDo.has(found.key)) toDo.set(found.key, found);
  }
  const [first] = [...toDo.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (first === undefined && told === undefined) return notifyText('title', locale, { asOf });
  const what = excerptOf(owed?.what ?? first?.what ?? told ?? '', MOST_CHARACTERS);
  if (first === undefined) return joined(notifyText('title.told', locale, { asOf, what }), locale);
  if (owed !== undefined) return joined(notifyText('title.owed', locale, { asOf, what, count: toDo.size, on: first.on }), locale);
  const key = first.on >= asOf ? 'title.to-do' : first.isUnclaimed === true ? 'title.past' : 'title.overdue';
  return joined(notifyText(key, locale, { asOf, what, count: toDo.size, on: first.on }), locale);
}

/** Whether a fact is that money which its reader waits for is overdue: whatever the reader has to do, nothing presses more. */
function isOverdueTo(fact: Fact, reader: Party | 'both'): fact is Fact & { readonly what: { readonly entry: AgendaEntry } } {
  return 'entry' in fact.what && fact.what.inDays < 0 && isOwedTo(fact.what.entry, reader);
}

/** What a fact asks of its reader; null where it only tells something. */
function toDoOf(fact: Fact, words: Wording, reader: Party | 'both'): ToDo | null {
  const { contract, what } = fact;
  const { locale, currency } = words;
  if ('proposed' in what) {
    const { statement } = what.proposed.entry;
    const { period, disputableUntil: on } = statement;
    const key = isDisputable(statement) ? 'to-do.accept' : 'to-do.approve';
    const amount = moneyFigure(statement.total, currency);
    return { key: `check/${contract}/${period}`, on, what: notifyText(key, locale, { period, amount }) };
  }
  if ('dispute' in what) {
    const { file, lapsesOn } = what.dispute;
    return { key: `resolve/${contract}/${file}`, on: lastDayToResolve(lapsesOn), what: resolveWords(what.dispute, words, locale) };
  }
  if ('refused' in what) {
    const { milestone, on } = what.refused;
    return on === null ? null : { key: `ask/${contract}/${milestone}`, on, what: askWords(what.refused, words, locale) };
  }
  if (!('entry' in what) || isOwedTo(what.entry, reader)) return null;
  const { entry } = what;
  const { on } = entry;
  // That the other party's duty is not done is told, and nothing that its reader can do.
  if ('task' in entry.what && entry.what.task === 'duty' && reader !== 'both' && entry.what.by !== reader) return null;
  if ('day' in entry.what && entry.what.day !== 'duty' && entry.what.day !== 'handover') return null;
  if ('task' in entry.what && entry.what.task === 'check') {
    const { period } = entry.what;
    return { key: `check/${contract}/${period}`, on, what: notifyText('to-do.check', locale, { period }) };
  }
  const key = 'task' in entry.what && entry.what.task === 'resolve' ? `resolve/${contract}/${entry.what.file}` : `${contract}/${entry.key}`;
  const isUnclaimed = 'task' in entry.what && isUndoneDuty(entry.what) && !isOverdue(entry.what);
  return { key, on, what: whoseWords(contract, entry, words, reader), ...(isUnclaimed ? { isUnclaimed } : {}) };
}

/** What is to be done; where both read it, with whose it is. */
function whoseWords(contract: string, entry: AgendaEntry, words: Wording, reader: Party | 'both'): string {
  const { what, by } = agendaWords(entry, contract, words);
  const isOfBoth = by === null || by === doerText('both', words, words.locale);
  return reader === 'both' && !isOfBoth ? notifyText('to-do.of', words.locale, { by, what }) : what;
}
