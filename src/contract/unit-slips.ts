import type { Issue } from '../kernel/issue.js';
import { isFields } from '../kernel/objects.js';
import { rational, toDecimal } from '../kernel/rational.js';
import { issue } from '../words/issue.js';
import { plainTrail } from './meant/characters.js';
import { numberTrail } from './meant/number.js';
import { digitsOf } from './meant/numerals.js';
import { quote } from './quote.js';
import type { Refused } from './value-slips.js';

/*
 * A whole number with a unit that is not the one in which its field counts: 2 weeks are 14 days, a month and ten working days have no
 * fixed number of them, and without its unit the number would say another time.
 */

const UNITS = {
  workingDay: /(?:business|working|work|trading)[ -]?days?|个?工作日|个?交易日/iu,
  day: /(?:calendar )?days?|d|天|日|号|个?自然日|日历[天日]/iu,
  week: /weeks?|wks?|w|周|个?星期|个?礼拜/iu,
  month: /months?|mos?|个?月/iu,
  quarter: /quarters?|q|个?季度?/iu,
  year: /years?|yrs?|y|年/iu,
  hour: /hours?|hrs?|h|个?小时/iu,
  period: /periods?|期|个?结算期/iu,
} as const;
type Unit = keyof typeof UNITS;

const UNIT_NAMES = Object.keys(UNITS) as readonly Unit[]; // what `keyof` says of a constant
const DAYS_OF_WEEK = 7;
const DAYS_OF_MONTH = 30;

/** In what a field counts, by its name; null where that is no time. `dueDay` is the n-th day of a period. */
export function unitOfField(name: string): 'day' | 'dayOf' | 'period' | null {
  if (name === 'dueDay') return 'dayOf';
  if (/^days$|Days$/.test(name)) return 'day';
  return /^periods$|Periods(?:Between)?$/.test(name) ? 'period' : null;
}

/** Words of invoices around a number of days: net 15, within 15 days, T+15, 15 days net, 15天内. */
const TERM_WORDS =
  /^(?:net|within|in|after|t\s*\+|账期|付款期|月结|票到后?|见票后?|收到发票后|开票后)\s*-?\s*(?=\d)|(?<=[\dA-Za-z天日])\s*(?:net|以内|之内|内|后)$/giu;

/** What is wrong with a whole number that names another unit than its field's; null where it names none, or the field's own. */
export function unitSlip({ text, path, named, source, file }: Refused): Issue | null {
  const counts = named.node.type === 'integer' ? unitOfField(String(path.at(-1))) : null;
  if (counts === null) return null;
  const said = digitsOf(plainTrail(text).text);
  const plain = said.replace(TERM_WORDS, '');
  if (plain !== said && /^\d{1,9}$/.test(plain)) return told('beside-number', source.corrected(path, { value: plain }));
  const amount = amountOf(plain);
  if (amount === null) return null;
  const { number, unit } = amount;
  const own = counts === 'period' ? everyOf(file) : 'day';
  const corrected = (days: number) => source.corrected(path, { value: toDecimal(rational(number).mul(days)) });
  const isWhole = (days: number) => /^\d+$/.test(toDecimal(rational(number).mul(days)));
  if ((unit === own || (unit === 'period' && counts === 'period')) && isWhole(1)) return told('unit-word', corrected(1));
  if (unit === 'week' && counts === 'day' && isWhole(DAYS_OF_WEEK)) return told('unit-weeks', corrected(DAYS_OF_WEEK));
  const hint =
    unit === 'month' && counts === 'day' && isWhole(DAYS_OF_MONTH)
      ? `month:${corrected(DAYS_OF_MONTH)}`
      : unit === 'workingDay'
        ? unit
        : 'none';
  return issue('other-unit', source.at(path), {
    found: quote(text),
    unit: `@unit.${unit}`,
    expected: counts === 'period' ? '@unit.period' : '@unit.calendarDay',
    hint: `@unit.hint.${hint}`,
  });

  function told(slip: string, written: string): Issue {
    return issue('value-slip', source.at(path), { found: quote(text), slip: `@slip.${slip}`, corrected: written });
  }
}

/** A number and its unit; null where either cannot be read. */
function amountOf(text: string): { readonly number: string; readonly unit: Unit } | null {
  for (const unit of UNIT_NAMES) {
    const [, before = ''] = new RegExp(`^(.*\\d)\\s*(?:${UNITS[unit].source})$`, 'iu').exec(text) ?? [];
    const number = numberTrail(before).text;
    if (/^\d+(?:\.\d+)?$/.test(number)) return { number, unit };
  }
  return null;
}

/** What a period of the contract is; nothing where it does not say. */
function everyOf(file: unknown): unknown {
  return isFields(file) && isFields(file.calendar) ? file.calendar.every : undefined;
}
