import type { Locale } from '../kernel/text.js';

/** Between points that have several items each. */
export function separator(locale: Locale): string {
  return locale === 'zh' ? '；' : '; ';
}

/** Between two sentences. */
export function sentenceSeparator(locale: Locale): string {
  return locale === 'zh' ? '' : ' ';
}

/** What is added in parentheses. */
export function parenthesis(text: string, locale: Locale): string {
  return locale === 'zh' ? `（${text}）` : ` (${text})`;
}

/** What a column of amounts is headed with. */
export function inCurrency(label: string, currency: string, locale: Locale): string {
  return locale === 'zh' ? `${label}（${currency}）` : `${label}, ${currency}`;
}

/** A label before its value. */
export function labelled(label: string, value: string, locale: Locale): string {
  return locale === 'zh' ? `${label}：${value}` : `${label}: ${value}`;
}
