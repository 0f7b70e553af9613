import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
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
    expect(page).toContain('Handed on: for every further USD 1,000 of GMV above USD 30,000.00 the brand pays USD 40.00 less (4%)');
    expect(page).toContain('Media: for every USD 1,000 of GMV below 0 the brand pays USD 1,000.00 less (100%)');
    expect(page).toContain('Handed on: for every USD 1,000 of GMV below 0 the brand pays USD 20.00 more (2%)');
    expect(page).toContain('A figure made of amounts is below 0 where refunds');
    expect(page).toContain('All else: 0.00 at least.');
    expect(page).toContain('USD 39,000.00 at most, no lower bound');
    const chinese = told('zh', media, back);
    expect(chinese).toContain('Handed on：GMV 超过 USD 30,000.00 的部分每再增加 USD 1,000，品牌方少付 USD 40.00（4%）');
    expect(chinese).toContain('Media：GMV 低于 0 的部分，每 USD 1,000 品牌方少付 USD 1,000.00（100%）');
    expect(chinese).toContain('Handed on：GMV 低于 0 的部分，每 USD 1,000 品牌方多付 USD 20.00（2%）');
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

describe('what the term has before and after a period', () => {
  const overTerm = { ...back, accumulate: 'term' };

  it('makes the rate of a later month the most that it can be, and beside media the least that comes back', () => {
    const page = told('en', media, overTerm);
    expect(page).toContain(
      '- 2026-01: Handed on: for every further USD 1,000 of GMV above USD 30,000.00 the brand pays USD 40.00 less (4%)',
    );
    expect(page).toContain('Handed on: for every further USD 1,000 of GMV the brand pays up to USD 40.00 less (4%)');
    expect(page).toContain('Handed on: for every USD 1,000 of GMV below 0 the brand pays at least USD 20.00 more (2%)');
    const chinese = told('zh', media, overTerm);
    expect(chinese).toContain('GMV 每再增加 USD 1,000，品牌方少付至多 USD 40.00（4%）');
    expect(chinese).toContain('每 USD 1,000 品牌方多付至少 USD 20.00（2%）');
  });

  const base = { id: 'base', kind: 'retainer', amount: 3000 };
  const reward = { id: 'reward', kind: 'bonus', by: 'composite', pool: 1000, points: { '80%': '0%', '100%': '100%' }, shape: 'linear' };

  // 3,000 to 4,000 a month: 11 × 4,000 = 44,000 by November
  it.each([
    [48000, null, null],
    [47000, 'always leaves the least of each row', '各期下限不受影响'],
    [46000, 'little of the cap of the term may be left', '提前所剩无几'],
    [44000, 'may be used up before its end; periods after that pay as little as nothing', '提前用完，其后各期可能少付甚至不付'],
  ])('of a cap of %s over the term says what it may leave of a month', (term, english, chinese) => {
    const pages = (['en', 'zh'] as const).map((locale) => told(locale, base, reward, { id: 'most', kind: 'cap', term }));
    if (english === null) {
      expect(pages[0]).not.toContain('cap of the term may');
      expect(pages[0]).not.toContain('little of the cap');
      expect(pages[1]).not.toContain('合同期封顶可能');
    } else {
      expect(pages[0]).toContain(english);
      expect(pages[1]).toContain(chinese);
    }
  });

  it('ends with a termination, and without one says that an early end is not in it', () => {
    const terms = termsOf({ fees: [base], gates: [] });
    const end: ContractEvent = {
      kind: 'termination',
      party: 'provider',
      on: '2026-02-14',
      cause: 'moves',
      file: '',
      date: '2026-01-02',
      digest: '',
    };
    const page = (locale: Locale, events: ContractEvent[]) => renderMarkdown(quoteSections(quoteOf(terms, events), terms, locale), locale);
    expect(page('en', [end])).toContain('The provider has ended the contract early. Its last day is 2026-02-14');
    expect(page('zh', [end])).toContain('服务方已提前终止合同，最后有效日为 2026-02-14');
    // 3,000 × 14/28
    expect(page('en', [end])).toContain('| 2026-02 | 1,500.00 | 1,500.00 |');
    expect(page('en', [end])).not.toContain('2026-03');
    expect(page('en', [end])).not.toContain('Nor is an early end');
    expect(page('en', [])).toContain('media above its limit. Nor is an early end by one party');
    expect(page('zh', [])).toContain('一方提前终止亦未计入');
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
