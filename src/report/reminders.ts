import type { Terms } from '../contract/model.js';
import type { LocalDate } from '../kernel/calendar.js';
import { type Locale, localText } from '../kernel/text.js';
import type { Reminder } from '../settlement/reminders.js';
import { statusText } from '../words/status.js';
import { type Block, text, toldLine, toldLines } from './blocks.js';
import { agendaWords } from './calendar.js';
import { joined, wording } from './wording.js';

/** What of one contract is told on a day. */
export interface ReportedReminders {
  readonly contract: string;
  readonly terms: Terms;
  readonly reminders: readonly Reminder[];
}

/** What is told on a day, contract by contract, as a message. */
export function reminderBlocks(reported: readonly ReportedReminders[], asOf: LocalDate, locale: Locale): Block[] {
  const said = reported.filter(({ reminders }) => reminders.length > 0);
  if (said.length === 0) return [{ kind: 'paragraph', text: text(statusText('remind.none', locale, { asOf })) }];
  return said.map(({ contract, terms, reminders }) => {
    const words = wording(terms, locale);
    const lines = reminders.map(({ entry, inDays }) => {
      const { what, by } = agendaWords(entry, contract, words);
      const params = { when: whenWords(inDays, locale), on: entry.on, what };
      const said = by === null ? statusText('remind.line', locale, params) : statusText('remind.line-by', locale, { ...params, by });
      return toldLine(joined(said, locale), 1);
    });
    return toldLines(statusText('remind.contract', locale, { title: localText(terms.contract.title, locale), contract }), ...lines);
  });
}

/** How many days there are until a day, or how many it is overdue. */
export function whenWords(inDays: number, locale: Locale): string {
  if (inDays < 0) return statusText('remind.overdue', locale, { days: -inDays });
  if (inDays === 0) return statusText('remind.today', locale);
  return inDays === 1 ? statusText('remind.tomorrow', locale) : statusText('remind.ahead', locale, { days: inDays });
}
