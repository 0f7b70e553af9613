import type { Filter, Literal } from '../contract/model.js';
import { type Locale, listSeparator } from '../kernel/text.js';
import { type FilterTextKey, filterText } from '../words/filter.js';

/**
 * A filter as people read it: `state is one of "paid", "shipped" and amount ≥ 5`; alternatives inside others stand in brackets.
 * Text is quoted, so that `"1"` is not read as a number nor an empty text as nothing.
 */
export function filterWords(filter: Filter, locale: Locale): string {
  const say = (key: FilterTextKey, params = {}): string => filterText(key, locale, params);
  const joined = (filters: readonly Filter[], by: 'and' | 'or'): string =>
    filters
      .map((each) => (filters.length > 1 && isChoice(each) ? `(${filterWords(each, locale)})` : filterWords(each, locale)))
      .join(say(by));
  if ('all' in filter) return joined(filter.all, 'and');
  if ('any' in filter) return joined(filter.any, 'or');
  const { column } = filter;
  switch (filter.op) {
    case 'in':
    case 'notIn':
      return say(filter.op, { column, values: filter.values.map(literalText).join(listSeparator(locale)) });
    case 'between':
      return say('between', { column, low: literalText(filter.low), high: literalText(filter.high) });
    case 'isNull':
      return say(filter.value ? 'empty' : 'filled', { column });
    default:
      return say(filter.op, { column, value: literalText(filter.value) });
  }
}

/** Whether a filter says two things or more, so that it needs brackets beside others. */
function isChoice(filter: Filter): boolean {
  return ('all' in filter && filter.all.length > 1) || ('any' in filter && filter.any.length > 1);
}

function literalText({ value, type }: Literal): string {
  return type === 'string' ? JSON.stringify(value) : String(value);
}

/** Whether a value of the terms, which are checked, is a filter. */
export function isFilter(value: object): value is Filter {
  return 'all' in value || 'any' in value || ('column' in value && 'op' in value);
}
