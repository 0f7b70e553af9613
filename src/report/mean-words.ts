import { type LocalDate, minDate, type PeriodId } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { termPeriods } from '../kernel/period.js';
import { listSeparator } from '../kernel/text.js';
import { type CarriedLine, hasSetAside, usualAmount } from '../settlement/line-life.js';
import type { Wording } from './wording.js';

/** How many settled amounts a mean is of at most (section 6). */
const LATEST = 3;

/**
 * The settled amounts that stand in for a line nobody can compute, each with its period, latest first: `2026-03: 1,000.00,
 * 2026-02: 900.00`; what it means where there are none. What is in force in part counts as a whole period would, and comes to its own days.
 * @param carried the lines as the statement before the decision left them
 * @param end the last day in force, where a termination has moved it
 */
export function meanWords(
  carried: readonly CarriedLine[],
  { line, period }: { readonly line: string; readonly period: PeriodId },
  end: LocalDate | null,
  words: Wording,
): string {
  const { term, calendar } = words.terms.contract;
  const periods = termPeriods({ from: term.from, to: end === null ? term.to : minDate(term.to, end) }, calendar.every);
  const partOf = (of: PeriodId) => periods.find(({ id, daysInForce, daysInPeriod }) => id === of && daysInForce < daysInPeriod);
  const settled = carried
    .flatMap((entry) => {
      const amount = entry.line === line && entry.period !== period ? usualAmount(entry.life) : null;
      if (amount === null) return [];
      // of a disputed line another amount is paid meanwhile
      const said = hasSetAside(entry.life) ? words.say('meanComputed', { amount: grouped(amount) }) : grouped(amount);
      return [{ period: entry.period, amount: said, part: partOf(entry.period) }];
    })
    .sort((a, b) => (a.period < b.period ? 1 : -1))
    .slice(0, LATEST);
  if (settled.length === 0) return words.say('meanOfNone');
  const amounts = settled
    .map(({ part, ...each }) =>
      part === undefined
        ? words.say('meanAmount', each)
        : words.say('meanAmountOfPart', { ...each, days: part.daysInForce, of: part.daysInPeriod }),
    )
    .join(listSeparator(words.locale));
  const own = partOf(period);
  return own === undefined ? amounts : words.say('meanForPart', { amounts, days: own.daysInForce, of: own.daysInPeriod });
}
