import { listSeparator, localText } from '../kernel/text.js';
import type { NoRange, Outlook } from '../outlook/model.js';
import { outlookText } from '../words/outlook.js';
import type { Wording } from './wording.js';

type Told = Pick<Wording, 'locale' | 'measureTitle'>;

/**
 * Why nobody can say how likely something is, as a part of a sentence.
 * @param behind facts that hold the others back: days and rows are counted through theirs alone, whichever measure has too few by then.
 */
export function whyNone(none: NoRange, words: Told, behind: Outlook['behind'] = []): string {
  const [first] = behind;
  const why = whyOf(none, words);
  if (first === undefined || !COUNTED.has(none.code)) return why;
  const { locale } = words;
  const { through } = first;
  const facts = behind.map(({ fact }) => fact).join(listSeparator(locale));
  return through === null
    ? outlookText('none.behind-unknown', locale, { facts })
    : outlookText('none.behind', locale, { why, facts, through });
}

/** What is counted up to the last day that all the data cover. */
const COUNTED: ReadonlySet<NoRange['code']> = new Set(['no-history', 'few-origins', 'few-rows']);

function whyOf(none: NoRange, { locale, measureTitle }: Told): string {
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
