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
    expect(page).toContain('Handed on: for every further USD 1,000 of GMV the brand pays USD 40.00 less (4%)');
    expect(page).toContain('Media: for every USD 1,000 of GMV below 0 the brand pays USD 1,000.00 less (100%)');
    expect(page).toContain('Handed on: for every USD 1,000 of GMV below 0 the brand pays USD 20.00 more (2%)');
    expect(page).toContain('A figure made of amounts is below 0 where refunds');
    expect(page).toContain('All else: 0.00 at least.');
    expect(page).toContain('USD 39,000.00 at most, no lower bound');
    const chinese = told('zh', media, back);
    expect(chinese).toContain('Handed on：GMV 每再增加 USD 1,000，品牌方少付 USD 40.00（4%）');
    expect(chinese).toContain('Media：GMV 为负时，每负 USD 1,000，品牌方少付 USD 1,000.00（100%）');
    expect(chinese).toContain('Handed on：GMV 为负时，每负 USD 1,000，品牌方多付 USD 20.00（2%）');
    expect(chinese).toContain('其余部分：不低于 0.00。');
  });

  it('a price is owed above and comes back below', () => {
    const page = told('en', price);
    expect(page).toContain('Handling: for every USD 1,000 of GMV below 0 the brand pays USD 2,400.00 less (240%)');
    expect(page).toContain('Handling: for every further USD 1,000 of GMV the brand pays USD 2,400.00 more (240%)');
    expect(page).toContain('A usual period pays no lower bound, no upper bound');
    expect(told('zh', price)).toContain('正常一期应付 无下限，无上限');
  });
});

describe('what a line without an end makes of another', () => {
  const sales = { id: 'sales', title: 'Sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' } };
  const own = { id: 'base', kind: 'retainer', amount: 3000 };

  it('a penalty takes its share of a commission under its own name: 20% of 10%', () => {
    const floor = { id: 'floor', kind: 'guarantee', amount: 1000 };
    const late = { id: 'late', title: 'Deduction', kind: 'penalty', of: 'sales', by: 'roas', bands: { '50%': '20%' } };
    const page = told('en', sales, floor, late);
    expect(page).toContain('Deduction: for every further USD 1,000 of GMV the brand pays USD 20.00 less (2%)');
    expect(page).not.toContain('Sales: for every further USD 1,000 of GMV the brand pays USD 20.00 less');
  });

  it('a rate without an end of its digits is rounded, and says so: 1,000 ÷ (1 − 30%)', () => {
    const page = told('en', { ...media, upTo: undefined, markup: { gross: '30%' } });
    expect(page).toContain('the brand pays ≈ USD 1,428.57 more (142.86%)');
  });

  it('a price keeps the digits that it has, and has those of the currency', () => {
    const terms = termsOf({ fees: [{ ...price, price: '0.125' }], gates: [] });
    expect(renderMarkdown(quoteSections(quoteOf(terms), terms, 'en'), 'en')).toContain('USD 125.00 more (12.5%)');
  });

  it('a rebate beside a commission under a cap is bounded apart, which the row says', () => {
    const cap = { id: 'most', kind: 'cap', period: 10000 };
    const outer = 'Outer bounds: Sales, Handed on go by the same GMV';
    expect(told('en', sales, back, cap)).toContain(outer);
    expect(told('zh', sales, back, cap)).toContain('此为最宽的范围：Sales、Handed on 均按同一 GMV 计算');
    // without a cap they are looked at together; a retainer goes by no metric
    expect(told('en', sales, back)).not.toContain('Outer bounds');
    expect(told('en', own, back, cap)).not.toContain('Outer bounds');
  });
});
