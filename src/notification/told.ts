import type { Terms } from '../contract/model.js';
import type { LocalDate } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import { type Locale, localText } from '../kernel/text.js';
import { type Block, text, toldLine, toldLines } from '../report/blocks.js';
import { daysText } from '../report/status.js';
import { type Unread, unreadBlocks } from '../report/unread.js';
import { joined, wording } from '../report/wording.js';
import { statusText } from '../words/status.js';
import { linesOf } from './fact-text.js';
import type { Fact } from './facts.js';

/** What of one contract is told on a day. */
export interface Told {
  readonly contract: string;
  readonly terms: Terms;
  readonly facts: readonly Fact[];
}

/**
 * What is told on a day, contract by contract, as a message; first, which contracts could not be read.
 * @param reader whose message it is
 */
export function toldBlocks(
  told: readonly Told[],
  days: readonly LocalDate[],
  locale: Locale,
  { reader = 'both', unread = [] }: { readonly reader?: Party | 'both'; readonly unread?: readonly Unread[] } = {},
): Block[] {
  const said = told.filter(({ facts }) => facts.length > 0);
  if (said.length + unread.length === 0)
    return [{ kind: 'paragraph', text: text(statusText('remind.none', locale, { asOf: daysText(days, locale) })) }];
  const messages = said.map(({ contract, terms, facts }) => {
    const words = wording(terms, locale);
    const lines = facts.flatMap((fact) => linesOf(fact, { words, repository: null, reader }));
    const title = statusText('remind.contract', locale, { title: localText(terms.contract.title, locale), contract });
    return toldLines(title, ...lines.map((line) => toldLine(joined(line.text, locale), 1)));
  });
  return [...unreadBlocks(unread, locale), ...messages];
}
