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
