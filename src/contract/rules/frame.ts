import type { WrittenContract } from '../../generated/written.js';
import { daysInclusive, isDate } from '../../kernel/calendar.js';
import { currencyNamed } from '../../kernel/currencies.js';
import type { Issue } from '../../kernel/issue.js';
import { type TermPeriod, termPeriods } from '../../kernel/period.js';
import { issue } from '../../words/issue.js';
import { meantCurrency } from '../meant/names.js';
import type { Written } from '../parse-written.js';
import { quote } from '../quote.js';
import { MOST_TERM_DAYS } from '../term-length.js';
import { correctedBy } from '../value-slips.js';
import { zoneIssues } from './zones.js';

/** Checks what all other rules stand on: dates, term, zone, currency. Null periods where the term is unusable. */
export function checkFrame(written: Written<WrittenContract>): {
  readonly periods: readonly TermPeriod[] | null;
  readonly issues: readonly Issue[];
} {
  const { data, source } = written;
  const issues: Issue[] = [];
  issues.push(...zoneIssues(data.calendar.timezone, ['calendar', 'timezone'], source));
  const currency = currencyNamed(data.currency);
  if (currency === null) {
    const meant = correctedBy(source, ['currency'], [meantCurrency(data.currency) ?? '']);
    issues.push(issue('unknown-currency', source.at(['currency']), { found: quote(data.currency), ...meant }));
  }
  const { from, to } = data.term;
  let usable = true;
  for (const key of ['from', 'to'] as const) {
    if (isDate(data.term[key])) continue;
    usable = false;
    issues.push(issue('no-such-date', source.at(['term', key]), { found: quote(data.term[key]) }));
  }
  if (!usable) return { periods: null, issues };
  if (from > to) {
    issues.push(issue('term-order', source.at(['term', 'to']), { from, to }));
    return { periods: null, issues };
  }
  if (daysInclusive(from, to) > MOST_TERM_DAYS) {
    issues.push(issue('term-too-long', source.at(['term', 'to']), { found: daysInclusive(from, to), limit: MOST_TERM_DAYS }));
    return { periods: null, issues };
  }
  const until = currency?.until ?? null;
  if (until !== null && until < to) {
    issues.push(issue('currency-withdrawn', source.at(['currency']), { found: data.currency, until, to }));
  }
  return { periods: termPeriods(data.term, data.calendar.every), issues };
}
