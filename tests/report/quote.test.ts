import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { quoteOf } from '../../src/outlook/quote.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { quoteFigure, quoteSections } from '../../src/report/quote.js';
import { termsOf } from '../amendment/clauses.js';

/* What has no bound, in words: of whom it is due, and as the metric grows or falls below 0. */

const media = { id: 'media', title: 'Media', kind: 'pass_through', cost: 'gmv', upTo: 40000 };
const back = { id: 'back', title: 'Handed on', kind: 'rebate', base: 'gmv', tiers: { 0: '2%', 30000: '4%' } };
const price = { id: 'piece', title: 'Handling', kind: 'unit_price', quantity: 'gmv', price: '2.40' };

function told(locale: Locale, ...fees: object[]): string {
  const terms = termsOf({ fees, gates: [] });
  const quote = quoteOf(terms);
  return renderMarkdown([...quoteSections(quote, terms, locale), ...quoteFigure(quote, terms, locale)], locale);
}

describe('a rebate goes the other way than a commission', () => {
  it('comes back of what is above, at the last rate, and is owed below 0, at the first', () => {
    const page = told('en', media, back);
    expect(page).toContain('Handed on: 4% back of every further USD 1,000 of GMV');
    expect(page).toContain('Media: 100% back of every USD 1,000 of GMV below 0');
    expect(page).toContain('Handed on: 2% of every USD 1,000 of GMV below 0');
    expect(page).toContain('All else: 0.00 at least.');
    expect(page).toContain('USD 39,000.00 at most, no lower bound');
    const chinese = told('zh', media, back);
    expect(chinese).toContain('每增加 USD 1,000，退回 4%');
    expect(chinese).toContain('低于 0 时，每 USD 1,000 退回 100%');
    expect(chinese).toContain('低于 0 时，每 USD 1,000 按 2% 计');
    expect(chinese).toContain('其余部分：不低于 0.00。');
  });

  it('a price is owed above and comes back below', () => {
    const page = told('en', price);
    expect(page).toContain('Handling: 240% back of every USD 1,000 of GMV below 0');
    expect(page).toContain('Handling: 240% of every further USD 1,000 of GMV');
    expect(page).toContain('A usual period pays no lower bound, no upper bound');
    expect(told('zh', price)).toContain('正常一期应付 无下限，无上限');
  });
});
