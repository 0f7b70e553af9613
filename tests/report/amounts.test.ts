import { describe, expect, it } from 'vitest';
import type { QuotedPast } from '../../src/outlook/quoted-past.js';
import { valueText } from '../../src/report/amendment-values.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { measureFigures } from '../../src/report/measure-figure.js';
import { pastSections } from '../../src/report/quoted-past.js';
import { wording } from '../../src/report/wording.js';
import { termsOf } from '../amendment/clauses.js';
import { definitions } from '../settlement/relationship.js';

/* An amount has the digits of its currency and its thousands apart wherever people read it; what is no money keeps its own. */

const WORDS = definitions(true) as { measures: object; metrics: object };
const ORDERS = { definition: 'orders', of: 'sales', sum: 'pieces', when: 'ts' };
const wager = { id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', target: 20000, over: 'term', deadband: 500, onEarlyEnd: 'void' };
const terms = termsOf(
  {
    fees: [
      { ...wager, rate: '3%', limit: 1000 },
      { ...wager, id: 'count', metric: 'pieces_sold', rate: '0.5', limit: 1000 },
    ],
    gates: [],
    watch: ['pieces_sold'],
  },
  {
    ...WORDS,
    measures: { ...WORDS.measures, pieces: ORDERS },
    metrics: { ...WORDS.metrics, pieces_sold: { title: 'Pieces', formula: 'pieces', unit: 'number', type: 'flow' } },
  },
);
const words = wording(terms, 'en');

describe('measures of which two are beside each other', () => {
  it('keep what tells them apart, and never fewer digits than the currency has', () => {
    expect(measureFigures('revenue', ['1234.5', '1234.501'], words)).toEqual(['1,234.50', '1,234.501']);
    expect(measureFigures('revenue JPY', ['1234', '1234.4'], words)).toEqual(['1,234', '1,234.4']);
    expect(measureFigures('revenue', ['1234.5', '99'], words)).toEqual(['1,234.50', '99.00']);
  });

  it('are as they were where they are no money', () => {
    expect(measureFigures('pieces', ['1234.5', '99'], words)).toEqual(['1,234.5', '99']);
  });
});

it('the past of a quote: spend that only a ratio names is money too', () => {
  const values = [{ value: '1234.5', valueExact: null }] as unknown as QuotedPast['measures'][number]['values'];
  const figure = (id: string) => ({ id, values, parts: [] }) as unknown as QuotedPast['measures'][number];
  const span = { from: '2025-12', to: '2025-12', periods: 1, shown: ['2025-12'] };
  const past: QuotedPast = { ...span, metrics: [], refunds: [], measures: [figure('spend'), figure('pieces')], targets: [] };
  const page = renderMarkdown(pastSections(past, terms, 'en'), 'en');
  expect(page).toMatch(/`spend`, USD \| 1,234\.50 \|/);
  expect(page).toMatch(/`pieces` \| 1,234\.5 \|/);
  expect(renderMarkdown(pastSections(past, terms, 'zh'), 'zh')).toMatch(/`spend`（USD） \| 1,234\.50 \|/);
});

describe('terms in a change', () => {
  it.each([
    [['fees', 'base', 'amount'], '6000.5', 'USD 6,000.50'],
    [['fees', 'piece', 'price'], '0.125', 'USD 0.125'],
    [['fees', 'bet', 'pays', 'limit'], '12000.5', 'USD 12,000.50'],
    [['fees', 'bet', 'deadband'], '25000.5', 'USD 25,000.50'],
    [['fees', 'bet', 'target'], '20000.125', 'USD 20,000.125'],
    [['fees', 'bet', 'pays', 'rate'], '0.03', '3%'],
    [['fees', 'count', 'pays', 'rate'], '0.5', 'USD 0.50'],
  ])('%j: %s', (path, value, told) => {
    expect(valueText(path, value, words)).toBe(told);
  });

  it('levels at which tiers begin', () => {
    expect(valueText(['fees', 'sales', 'tiers'], [{ at: '250000.5', value: '0.05' }], words)).toBe('from 250,000.50: 5%');
  });
});
