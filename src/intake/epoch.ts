import { isCalledTime } from './headers.js';

/*
 * Times as programs count them: whole seconds, or thousandths, since 1970. Nothing of the number says so, and it is read as no time.
 */

/** From 2001 to 2033, so that no number of days, of orders or of cents is taken for one. */
const FORMS = [
  ['s', /^1[0-9]{9}$/],
  ['ms', /^1[0-9]{12}$/],
] as const;

/** What the values of a column that is called as times are count since 1970; null: they count nothing so. */
export function epochOf(header: string, values: readonly string[]): 's' | 'ms' | null {
  if (values.length === 0 || !(isCalledTime(header) || /timestamp|时间戳|時間戳/i.test(header))) return null;
  return FORMS.find(([, form]) => values.every((value) => form.test(value)))?.[0] ?? null;
}
