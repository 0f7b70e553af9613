import type { PeriodId } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { listSeparator } from '../kernel/text.js';
import { type CarriedLine, usualAmount } from '../settlement/line-life.js';
import type { Wording } from './wording.js';

/** How many settled amounts a mean is of at most (section 6). */
const LATEST = 3;

/**
 * The settled amounts that stand in for a line nobody can compute, each with its period, latest first: `2026-03: 1,000.00,
 * 2026-02: 900.00`; what it means where there are none.
 * @param carried the lines as the statement before the decision left them
 */
export function meanWords(carried: readonly CarriedLine[], line: string, period: PeriodId, words: Wording): string {
  const settled = carried
    .flatMap((entry) => {
      const amount = entry.line === line && entry.period !== period ? usualAmount(entry.life) : null;
      return amount === null ? [] : [{ period: entry.period, amount: grouped(amount) }];
    })
    .sort((a, b) => (a.period < b.period ? 1 : -1))
    .slice(0, LATEST);
  if (settled.length === 0) return words.say('meanOfNone');
  return settled.map((each) => words.say('meanAmount', each)).join(listSeparator(words.locale));
}
