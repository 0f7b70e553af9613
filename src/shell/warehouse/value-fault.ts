/** What is wrong with text that is to be a number. */
export type NumberFault = 'decimals' | 'digits' | 'exponent' | 'currency' | 'percent' | 'separators' | 'blank' | 'padded' | 'text';

const FAULTS: readonly (readonly [NumberFault, RegExp])[] = [
  ['blank', /^\s*$/],
  ['decimals', /^[+-]?\d{0,29}\.\d{10,}$/],
  ['digits', /^[+-]?\d{30,}(\.\d*)?$/],
  ['exponent', /^[+-]?[\d.]+e[+-]?\d+$/i],
  ['padded', /^\s*[+-]?\d+(\.\d+)?\s*$/],
  ['currency', /^(?=.*\d).*[\p{Sc}￥元]/u],
  ['percent', /^[+-]?[\d.,]+\s*%$/],
  ['separators', /^[+-]?\d+([,.\s'’]\d+)+$/],
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

const SIGN = /[$¢£¤¥฿\u20A0-\u20CF＄￠￡￥￦元]/u;

/**
 * The phrase that says what to do about a value that is no number. What it proposes makes a number of such a value, and never
 * another one than it means: where a comma may be both, both are proposed.
 */
export function numberAdvice(value: string): string {
  const fault = numberFault(value);
  if (fault === 'separators') return `@advice.separators.${separation(value)}`;
  const sign = SIGN.exec(value)?.[0];
  if (fault !== 'currency' || sign === undefined) return `@advice.${fault}`;
  return `@advice.currency.${separation(value.replace(sign, '').trim())}:${sign}`;
}

/** What is wrong with text that is to be a date or a time. */
export type TimeFault = 'clock' | 'padded' | 'order' | 'half' | 'compact' | 'serial' | 'blank' | 'calendar' | 'text';

const TIME_FAULTS: readonly (readonly [TimeFault, RegExp])[] = [
  ['blank', /^\s*$/],
  ['padded', /^(\s.*\d.*|.*\d.*\s)$/s],
  ['half', /\d\s*([ap]\.?m\.?|[上下]午)|[上下]午\s*\d/i],
  ['order', /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?<!^\d{4}-\d{2}-\d{2})(\D|$)/],
  ['compact', /^(19|20)\d{2}[01]\d[0-3]\d$/],
  ['serial', /^\d+(\.\d+)?$/],
  ['calendar', /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/],
];

/** The kind of fault that a value has; the value itself is never shown. @param date whether a day alone is asked for. */
export function timeFault(value: string, date: boolean): TimeFault {
  if (date && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value)) return 'clock';
  return TIME_FAULTS.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text';
}

const DAY = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:([ T])\d{1,2}:\d{2}(:\d{2})?)?$/;

/** The phrase that says what to do about a value that is no time: for days in another order, the format that it has. */
export function timeAdvice(value: string, date: boolean): string {
  const fault = timeFault(value, date);
  const [, first = '', mark = '', second = '', third = '', before = '', seconds] = (fault === 'order' && DAY.exec(value)) || [];
  if (first === '') return `@advice.time.${fault}`;
  const clock = before === '' ? '' : `${before}%H:%M${seconds === undefined ? '' : ':%S'}`;
  const format = (parts: readonly string[]) => `${parts.join(mark)}${clock}`;
  const kind = clock === '' ? 'day' : 'clock';
  if (first.length === 4) return `@advice.time.order-${kind}:${format(['%Y', '%m', '%d'])}`;
  if (first.length === 3 || third.length === 3 || third.length === 1) return `@advice.time.${fault}`;
  const year = third.length === 4 ? '%Y' : '%y';
  if (Number(first) > 12) return `@advice.time.order-${kind}:${format(['%d', '%m', year])}`;
  if (Number(second) > 12) return `@advice.time.order-${kind}:${format(['%m', '%d', year])}`;
  return `@advice.time.order-${kind}-either:${format(['%d', '%m', year])}|${format(['%m', '%d', year])}`;
}
