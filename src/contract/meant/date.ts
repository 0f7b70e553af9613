import { isDate, periodDays } from '../../kernel/calendar.js';
import { type Meant, plainTrail } from './characters.js';

/* Dates and periods as people write them: 2026/1/1, 1.1.2026, Jan 1, 2026, 2026年1月, 2026Q1. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '([A-Za-z]{3,9})\\.?';

/** A date as it was probably meant, two where day and month can be taken for each other; null where none can be seen. */
export function meantDate(text: string): Meant | null {
  const { text: plain, slip } = plainTrail(text);
  const [written, otherwise] = datesOf(plain).filter((date, index, all) => isDate(date) && all.indexOf(date) === index);
  if (written === undefined) return null;
  return { slip: slip ?? 'date', written, ...(otherwise === undefined ? {} : { otherwise }) };
}

function datesOf(text: string): string[] {
  const [, y, m, d] =
    /^(\d{4})\s*[-/.年_]\s*(\d{1,2})\s*[-/.月_]\s*(\d{1,2})\s*(?:日|号)?(?:[T ].*)?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (y !== undefined) return [dateOf(y, m, d)];
  const [, a, mark, b, year] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  // With points the day stands first everywhere; with other marks it depends on the country.
  if (year !== undefined) return mark === '.' ? [dateOf(year, b, a)] : [dateOf(year, a, b), dateOf(year, b, a)];
  const [, dayFirst, name, yearLast] = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})$`).exec(text) ?? [];
  if (yearLast !== undefined) return [dateOf(yearLast, monthOf(name), dayFirst)];
  const [, nameFirst, day, last] = new RegExp(`^${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`).exec(text) ?? [];
  return last === undefined ? [] : [dateOf(last, monthOf(nameFirst), day)];
}

function dateOf(year: string, month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** A period as it was probably meant; null where none can be seen. */
export function meantPeriod(text: string): Meant | null {
  const { text: plain, slip } = plainTrail(text);
  const written = periodIn(plain);
  const every = written?.includes('Q') ? 'quarter' : written?.includes('W') ? 'week' : 'month';
  return written === null || periodDays(written, every) === null ? null : { slip: slip ?? 'period', written };
}

const NUMERALS = '一二三四';

function periodIn(text: string): string | null {
  const [, qYear, quarter] =
    /^(\d{4})\s*[-/年]?\s*Q-?([1-4])$/i.exec(text) ?? /^(\d{4})\s*年?\s*第?([1-4一二三四])季度?$/u.exec(text) ?? [];
  if (qYear !== undefined) return `${qYear}-Q${NUMERALS.includes(quarter ?? '') ? NUMERALS.indexOf(quarter ?? '') + 1 : quarter}`;
  const [, quarterFirst, qYearLast] = /^Q([1-4])\s*[-/]?\s*(\d{4})$/i.exec(text) ?? [];
  if (qYearLast !== undefined) return `${qYearLast}-Q${quarterFirst}`;
  const [, wYear, week] = /^(\d{4})\s*[-/年]?\s*(?:W-?|第)(\d{1,2})周?$/iu.exec(text) ?? [];
  if (wYear !== undefined) return `${wYear}-W${(week ?? '').padStart(2, '0')}`;
  const [, year, month] = /^(\d{4})\s*[-/.年_]\s*(\d{1,2})\s*月?$/u.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text) ?? [];
  if (year !== undefined) return `${year}-${(month ?? '').padStart(2, '0')}`;
  const [, name, yearLast] = new RegExp(`^${MONTH}[-\\s/]+(\\d{4})$`).exec(text) ?? [];
  if (yearLast !== undefined) return `${yearLast}-${monthOf(name).padStart(2, '0')}`;
  const [, monthFirst, last] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return last === undefined ? null : `${last}-${(monthFirst ?? '').padStart(2, '0')}`;
}
