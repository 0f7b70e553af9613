import { otherParty, type Party } from '../kernel/party.js';
import type { Locale } from '../kernel/text.js';
import type { AgendaEntry } from '../settlement/agenda.js';
import { isMoney, type Task } from '../settlement/tasks.js';
import { statusText } from '../words/status.js';
import { agendaWords } from './calendar.js';
import { moneyFigure } from './figures.js';
import { isOverdue } from './status.js';
import type { Wording } from './wording.js';

/** For whom a reminder is worded. */
export interface ReminderTelling {
  readonly contract: string;
  readonly words: Wording;
  readonly reader: Party | 'both';
}

/** What is to be done by when and by whom; whoever waits for a payment reads what is owed to it. */
export function reminderText(entry: AgendaEntry, inDays: number, { contract, words, reader }: ReminderTelling): string {
  const { locale } = words;
  const when = whenWords(entry, inDays, locale);
  if (isOwedTo(entry, reader)) {
    const { task, amount, period, by } = entry.what;
    const parties = { payer: words.party(by), payee: words.party(otherParty(by)) };
    const params = { ...parties, amount: moneyFigure(amount, words.currency), period: period ?? '', on: entry.on, when };
    return statusText(task === 'pay' ? 'remind.owed' : 'remind.owed-back', locale, params);
  }
  const { what, by } = agendaWords(entry, contract, words);
  const params = { when, on: entry.on, what };
  return by === null ? statusText('remind.line', locale, params) : statusText('remind.line-by', locale, { ...params, by });
}

/** A payment as its payee sees it. */
interface Owed extends AgendaEntry {
  readonly what: Extract<Task, { task: 'pay' | 'repay' }> & { readonly by: Party };
}

/** Whether it is a payment that a party waits for. */
export function isOwedTo(entry: AgendaEntry, reader: Party | 'both'): entry is Owed {
  const { what } = entry;
  return reader !== 'both' && 'task' in what && isMoney(what) && what.by === otherParty(reader);
}

/** How many days there are until a day, or how many it is overdue; of what is not late though its day has passed how long ago that was. */
function whenWords({ what }: AgendaEntry, inDays: number, locale: Locale): string {
  if (inDays < 0) return statusText('task' in what && isOverdue(what) ? 'remind.overdue' : 'remind.past', locale, { days: -inDays });
  if (inDays === 0) return statusText('remind.today', locale);
  return inDays === 1 ? statusText('remind.tomorrow', locale) : statusText('remind.ahead', locale, { days: inDays });
}
