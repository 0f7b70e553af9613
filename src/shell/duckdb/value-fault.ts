import { FAILED_FORMULA } from '../../kernel/failed-formula.js';
import { HALVES } from '../../kernel/half-days.js';
import { inForm } from '../../kernel/text.js';
import { totalMark } from '../../kernel/totals.js';
import { SHORT_NUMBER, WIDE_NUMBER } from '../../kernel/unread-numbers.js';
import { endingsOf, zoneEnding } from '../../kernel/zone-letters.js';

/** What is wrong with text that is to be a number. */
export type NumberFault =
  | 'decimals'
  | 'digits'
  | 'exponent'
  | 'currency'
  | 'percent'
  | 'separators'
  | 'blank'
  | 'padded'
  | 'brackets'
  | 'minus-last'
  | 'minus'
  | 'wide'
  | 'formula'
  | 'apostrophe'
  | 'error'
  | 'nothing'
  | 'short'
  | 'text';

const NOTHING = /^([-—–]+|null|none|nil|n\/?a|无|空)$/i;

const FAULTS: readonly (readonly [NumberFault, RegExp])[] = [
  ['blank', /^\s*$/],
  ['decimals', /^[+-]?\d{0,29}\.\d{10,}$/],
  ['digits', /^[+-]?\d{30,}(\.\d*)?$/],
  ['exponent', /^[+-]?[\d.]+e[+-]?\d+$/i],
  ['padded', /^\s*[+-]?\d+(\.\d+)?\s*$/],
  ['brackets', /^[(（]\s*[\d.,]+\s*[)）]$/],
  ['minus-last', /^[\d.,]+\s*-$/],
  ['minus', /^[\u2010-\u2015\u2212﹣－]\s*[\d.,]+$/],
  ['formula', /^="[^"]*"$/],
  ['apostrophe', /^'[+-]?[\d.,]+$/],
  ['error', FAILED_FORMULA],
  ['nothing', NOTHING],
  ['short', SHORT_NUMBER],
  ['currency', /^(?=.*\d)(.*[\p{Sc}￥元]|[A-Z]{3}\s*[+-]?[\d.,]+$|[+-]?[\d.,]+\s*[A-Z]{3}$)/u],
  ['percent', /^[+-]?[\d.,]+\s*%$/],
  ['separators', /^[+-]?\d+([,.\s'’]\d+)+$/],
  ['wide', WIDE_NUMBER],
];

/** The kind of fault that a value has; the value itself is never shown. */
export function numberFault(value: string): NumberFault {
  return FAULTS.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text';
}

/** Which characters stand between a number's digits, and what they mean, as far as the number itself says it. */
const SEPARATED: readonly (readonly [string, RegExp])[] = [
  ['plain', /^[+-]?\d+(\.\d+)?$/],
  ['thousands', /^[+-]?\d{1,3}((,\d{3})+\.\d+|(,\d{3}){2,})$/],
  ['comma', /^[+-]?(\d{1,3}((\.\d{3})+,\d+|(\.\d{3}){2,})|\d+,(\d{1,2}|\d{4,})|\d{4,},\d+)$/],
  ['either', /^[+-]?\d{1,3},\d{3}$/],
];

function separation(text: string): string {
  return SEPARATED.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

const SIGN = /[$¢£¤¥฿\u20A0-\u20CF＄￠￡￥￦元]|[A-Z]{3}/u;

/** The number inside other signs, and the sign that a proposal names. */
type Within = (value: string) => { readonly number: string; readonly mark: string };

const WITHIN: Readonly<Partial<Record<NumberFault, Within>>> = {
  brackets: (value) => ({ number: value.slice(1, -1).trim(), mark: value.startsWith('(') ? '()' : '（）' }),
  'minus-last': (value) => ({ number: value.slice(0, -1).trim(), mark: '-' }),
  minus: (value) => ({ number: value.slice(1).trim(), mark: value.slice(0, 1) }),
  formula: (value) => ({ number: value.slice(2, -1), mark: '=' }),
  apostrophe: (value) => ({ number: value.slice(1), mark: "'" }),
  wide: (value) => ({ number: inForm(value, 'NFKC').replaceAll(',', '!'), mark: '０' }),
};

/**
 * The phrase that says what to do about a value that is no number. What it proposes makes a number of such a value, and never
 * another one than it means: where a comma may be both, both are proposed.
 * @param strip what the column takes off already: what a value has besides is proposed beside it, since a field is there once and other files
 * need theirs.
 */
export function numberAdvice(value: string, strip: readonly string[] = []): string {
  const fault = numberFault(value);
  if (fault === 'separators') return `@advice.separators.${separation(value)}`;
  if (fault === 'nothing' || fault === 'error') return `@advice.${fault}:${value}`;
  const within = WITHIN[fault]?.(value);
  if (within !== undefined)
    return ['plain', 'thousands'].includes(separation(within.number)) ? `@advice.${fault}:${within.mark}` : '@advice.odd';
  const sign = SIGN.exec(value)?.[0];
  const marks = fault === 'padded' ? [' ', '\t'] : fault === 'currency' && sign !== undefined ? [sign] : [];
  if (strip.length > 0 && marks.length > 0) {
    return `@advice.strip-more:${[...new Set([...strip, ...marks])].map((each) => JSON.stringify(each)).join(', ')}`;
  }
  if (fault !== 'currency' || sign === undefined) return `@advice.${fault}`;
  return `@advice.currency.${separation(value.replace(sign, '').trim())}:${sign}`;
}

/** What is wrong with text that is to be a date or a time. */
export type TimeFault =
  | 'clock'
  | 'padded'
  | 'order'
  | 'form'
  | 'half'
  | 'han'
  | 'zone'
  | 'comma'
  | 'span'
  | 'alike'
  | 'compact'
  | 'epoch-s'
  | 'epoch-ms'
  | 'serial'
  | 'blank'
  | 'calendar'
  | 'error'
  | 'nothing'
  | 'text';

const TIME_FAULTS: readonly (readonly [TimeFault, RegExp])[] = [
  ['blank', /^\s*$/],
  ['padded', /^(\s.*\d.*|.*\d.*\s)$/s],
  ['half', new RegExp(`\\d\\s*([ap]\\.?m(?![a-z])|${HALVES})|(${HALVES})\\s*\\d`, 'i')],
  ['han', /^\d{2,4}年\d{1,2}月\d{1,2}日/],
  ['form', /^\d{4}([./-])\d{1,2}\1\d{1,2}(?<!^\d{4}-\d{2}-\d{2})([T ]|$)/],
  ['order', /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?<!^\d{4}-\d{2}-\d{2})(\D|$)/],
  ['compact', /^(19|20)\d{2}[01]\d[0-3]\d$/],
  ['epoch-s', /^1\d{9}$/],
  ['epoch-ms', /^1\d{12}$/],
  ['serial', /^\d+(\.\d+)?$/],
  ['span', /^\d{4}(-?\d{2}|-?W\d{2}|-?Q[1-4])$/i],
  ['comma', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2},\d+/],
  ['zone', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*\(?[a-z]/i],
  ['calendar', /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/],
  ['error', FAILED_FORMULA],
  ['nothing', NOTHING],
];

/** The kind of fault that a value has; the value itself is never shown. @param date whether a day alone is asked for. */
export function timeFault(value: string, date: boolean): TimeFault {
  if (date && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value)) return 'clock';
  const found = TIME_FAULTS.find(([, pattern]) => pattern.test(value))?.[0];
  return found ?? (/^\d{4}-\d{2}-\d{2}/.test(plainForm(value)) ? 'alike' : 'text');
}

/** With the digits and dashes that a value's own only look like. */
function plainForm(value: string): string {
  return inForm(value, 'NFKC').replace(/[\u2010-\u2015\u2212]/gu, '-');
}

const CLOCK = String.raw`(?:([ T])\d{1,2}:\d{2}(:\d{2})?)?`;
const DAY = new RegExp(String.raw`^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})${CLOCK}$`);
const HALF = /^(.*\d) (\d{1,2}:\d{2}(?::\d{2})?)( ?)[AP]M$/i;
/** With the half of the day before the hour. */
const HALF_FIRST = new RegExp(String.raw`^(.*\d[.日일]?)( ?)(?:${HALVES})( ?)\d{1,2}:\d{2}(:\d{2})?$`);
/** Days where halves of days stand first: year, month, day. */
const DAYS_BEFORE_HALVES: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d{1,2}-\d{1,2}$/, '%Y-%m-%d'],
  [/^\d{4}\/\d{1,2}\/\d{1,2}$/, '%Y/%m/%d'],
  [/^\d{4}\.\d{1,2}\.\d{1,2}$/, '%Y.%m.%d'],
  [/^\d{4}年\d{1,2}月\d{1,2}日$/, '%Y年%m月%d日'],
  [/^\d{4}년 \d{1,2}월 \d{1,2}일$/, '%Y년 %m월 %d일'],
  [/^\d{4}\. \d{1,2}\. \d{1,2}\.$/, '%Y. %m. %d.'],
  [/^\d{4}\. \d{1,2}\. \d{1,2}$/, '%Y. %m. %d'],
];
const HAN = new RegExp(String.raw`^\d{4}年\d{1,2}月\d{1,2}日${CLOCK}$`);

/** The phrase that says what to do about a value that is no time: for days in another order, the format that it has. */
export function timeAdvice(value: string, date: boolean): string {
  const fault = timeFault(value, date);
  const told = toldAdvice(value);
  if (told !== null && fault !== 'calendar') return told;
  if (fault === 'order' || fault === 'form') return orderAdvice(value, '') ?? '@advice.time.order';
  if (fault === 'half') {
    const [first, date = '', before = '', behind = '', withSeconds] = HALF_FIRST.exec(value) ?? [];
    if (first !== undefined) return halfFirstAdvice(date, `${before}%p${behind}%I:%M${withSeconds === undefined ? '' : ':%S'}`);
    const [, day = '', clock = '', space = ''] = HALF.exec(value) ?? [];
    const format = ` %I:%M${clock.split(':').length > 2 ? ':%S' : ''}${space}%p`;
    return (day === '' ? null : orderAdvice(day, format)) ?? '@advice.time.half';
  }
  if (fault === 'han') {
    const [whole, before = '', seconds] = HAN.exec(value) ?? [];
    return whole === undefined ? '@advice.time.order' : orderPhrase([`%Y年%m月%d日${clockFormat(before, seconds)}`], before !== '');
  }
  if (fault === 'nothing') return `@advice.nothing:${value}`;
  return fault === 'error' ? `@advice.error:${value}` : `@advice.time.${fault}`;
}

/** What to do about a value that says itself what it is: a time with its zone, or how a total begins; null: it does not. */
export function toldAdvice(value: string): string | null {
  const mark = totalMark(value);
  return mark === null ? zoneAdvice(value) : `@advice.total:${mark}`;
}

/** That letters of a zone behind a time are to be taken off; null: it ends with none. */
function zoneAdvice(value: string): string | null {
  const end = zoneEnding(value);
  const marks = end !== null && /\d:\d{2}/.test(end.time) ? endingsOf([end.letters]) : null;
  return marks === null ? null : `@advice.time.letters:${marks.join(', ')}`;
}

/** How a time is written that has the half of its day before its hour. No view reads it: its functions know AM and PM alone. */
function halfFirstAdvice(day: string, clock: string): string {
  const found = DAYS_BEFORE_HALVES.find(([pattern]) => pattern.test(day))?.[1];
  return found === undefined ? '@advice.time.half' : `@advice.time.half-first:${found}${clock}`;
}

function clockFormat(before: string, seconds: string | undefined): string {
  return before === '' ? '' : `${before}%H:%M${seconds === undefined ? '' : ':%S'}`;
}

/** What the parts of a day in digits may be, in the order in which they stand; null where nobody can tell. */
function orderAdvice(value: string, half: string): string | null {
  const [, first = '', mark = '', second = '', third = '', before = '', seconds] = DAY.exec(value) ?? [];
  const clock = half === '' ? clockFormat(before, seconds) : half;
  const phrase = (orders: readonly (readonly string[])[], way = ''): string =>
    orderPhrase(
      orders.map((parts) => `${parts.join(mark)}${clock}`),
      clock !== '',
      way,
    );
  if (first.length === 4) return phrase([['%Y', '%m', '%d']]);
  if (first === '' || first.length === 3 || third.length === 3 || third.length === 1) return null;
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  const year = third.length === 4 ? '%Y' : '%y';
  const isMonth = (part: number): boolean => part >= 1 && part <= 12;
  const isDay = (part: number): boolean => part >= 1 && part <= 31;
  const dayFirst = isDay(a) && isMonth(b) ? [['%d', '%m', year]] : [];
  const monthFirst = isMonth(a) && isDay(b) ? [['%m', '%d', year]] : [];
  const yearFirst = year === '%y' && isMonth(b) && isDay(c) ? [['%y', '%m', '%d']] : [];
  const orders = [...dayFirst, ...monthFirst, ...yearFirst];
  if (orders.length === 0 || orders.length === 3) return null;
  if (orders.length === 1) return phrase(orders);
  return phrase(orders, yearFirst.length === 0 ? '-either' : dayFirst.length === 0 ? '-month-or-year' : '-day-or-year');
}

function orderPhrase(formats: readonly string[], isClock: boolean, way = ''): string {
  return `@advice.time.order-${isClock ? 'clock' : 'day'}${way}:${formats.join('|')}`;
}
