import { localText } from '../kernel/text.js';
import type { NoRange } from '../outlook/model.js';
import { outlookText } from '../words/outlook.js';
import type { Wording } from './wording.js';

/** Why nobody can say how likely something is, as a part of a sentence. */
export function whyNone(none: NoRange, { locale, measureTitle }: Pick<Wording, 'locale' | 'measureTitle'>): string {
  switch (none.code) {
    case 'no-history':
      return outlookText('none.no-history', locale, { days: none.days, measure: measureTitle(none.measure) });
    case 'few-origins':
      return none.measure === undefined
        ? outlookText('none.few-origins', locale, { origins: none.origins })
        : outlookText('none.few-origins-of', locale, { origins: none.origins, measure: measureTitle(none.measure) });
    case 'few-rows':
      return outlookText('none.few-rows', locale, { rows: none.rows, measure: measureTitle(none.measure) });
    case 'unknown-event':
      return outlookText('none.unknown-event', locale, { event: localText(none.event, locale) });
    case 'formula':
      return outlookText('none.formula', locale);
    case 'held':
      return outlookText('none.held', locale);
  }
}
