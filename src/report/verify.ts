import type { PeriodId } from '../kernel/calendar.js';
import { fill, type Locale, listSeparator } from '../kernel/text.js';
import type { Unproved } from '../settlement/unproved.js';
import { UNPROVED, UNPROVED_PERIODS } from '../words/unproved.js';
import { plainText } from './escape.js';
import { labelled } from './punctuation.js';

/** One thing that cannot be known here, as a line of a list: its periods, if it is of some, and what it is. */
export function unprovedLine({ what, periods, params }: Unproved, locale: Locale): string {
  const safe = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value.map(plainText) : plainText(String(value))]),
  );
  const told = fill(UNPROVED[what], locale, safe);
  return periods.length === 0 ? told : labelled(periodsText(periods, locale), told, locale);
}

/** `2026-01`, `2026-01, 2026-02`, and of more the first and the last with how many they are. */
function periodsText(periods: readonly PeriodId[], locale: Locale): string {
  if (periods.length < 3) return periods.join(listSeparator(locale));
  return fill(UNPROVED_PERIODS, locale, { first: periods[0] ?? '', last: periods.at(-1) ?? '', count: periods.length });
}
