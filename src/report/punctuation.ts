import type { Locale } from '../kernel/text.js';

/** Between points that have several items each. */
export function separator(locale: Locale): string {
  return locale === 'zh' ? '；' : '; ';
}

/** Between the items of a list. */
export function listSeparator(locale: Locale): string {
  return locale === 'zh' ? '、' : ', ';
}

/** A label before its value. */
export function labelled(label: string, value: string, locale: Locale): string {
  return locale === 'zh' ? `${label}：${value}` : `${label}: ${value}`;
}
