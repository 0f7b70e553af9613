import type { Terms } from '../contract/model.js';
import type { Locale, Params } from '../kernel/text.js';
import type { Why } from '../outlook/why.js';
import { type WhyTextKey, whyText } from '../words/why.js';
import { grouped } from './figures.js';
import { joined, type Wording, wording } from './wording.js';

/** What a comparison is told with. */
export interface WhyTelling {
  readonly why: Why;
  readonly words: Wording;
  readonly say: (key: WhyTextKey, params?: Params) => string;
}

export function whyTelling(why: Why, terms: Terms, locale: Locale): WhyTelling {
  return { why, words: wording(terms, locale), say: (key, params = {}) => joined(whyText(key, locale, params), locale) };
}

/** A difference with its sign: `+1,234.50`, `-0.30`, `0.00`. */
export function signedFigure(decimal: string): string {
  return decimal.startsWith('-') || /^0(\.0+)?$/.test(decimal) ? grouped(decimal) : `+${grouped(decimal)}`;
}
