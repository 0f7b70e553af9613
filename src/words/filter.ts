import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** A filter on rows in words: what a condition asks of a column, and how conditions are joined. */
const FILTER_TEXT = {
  eq: { en: '{column} is {value}', zh: '{column} 为 {value}' },
  gt: { en: '{column} > {value}', zh: '{column} > {value}' },
  gte: { en: '{column} ≥ {value}', zh: '{column} ≥ {value}' },
  lt: { en: '{column} < {value}', zh: '{column} < {value}' },
  lte: { en: '{column} ≤ {value}', zh: '{column} ≤ {value}' },
  in: { en: '{column} is one of {values}', zh: '{column} 为 {values} 之一' },
  notIn: { en: '{column} is neither empty nor one of {values}', zh: '{column} 不为空且不为 {values}' },
  between: { en: '{column} is from {low} to {high}', zh: '{column} 在 {low} 至 {high} 之间（含两端）' },
  empty: { en: '{column} is empty', zh: '{column} 为空' },
  filled: { en: '{column} is not empty', zh: '{column} 不为空' },
  and: { en: ' and ', zh: '，且 ' },
  or: { en: ' or ', zh: ' 或 ' },
} as const satisfies Readonly<Record<string, Message>>;

export type FilterTextKey = keyof typeof FILTER_TEXT;

/** An entry of {@link FILTER_TEXT} in a language, its places filled. */
export const filterText = saying(FILTER_TEXT);
