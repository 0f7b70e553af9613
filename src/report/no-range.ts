import { type Locale, localText } from '../kernel/text.js';
import type { NoRange } from '../outlook/model.js';
import { outlookText } from '../words/outlook.js';

/** Why nobody can say how likely something is, as a part of a sentence. */
export function whyNone(none: NoRange, locale: Locale): string {
  switch (none.code) {
    case 'no-history':
      return outlookText('none.no-history', locale, { days: none.days });
    case 'few-origins':
      return outlookText('none.few-origins', locale, { origins: none.origins });
    case 'few-rows':
      return outlookText('none.few-rows', locale, { rows: none.rows });
    case 'unknown-event':
      return outlookText('none.unknown-event', locale, { event: localText(none.event, locale) });
    case 'formula':
      return outlookText('none.formula', locale);
    case 'held':
      return outlookText('none.held', locale);
  }
}
