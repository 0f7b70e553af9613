import { expect, it } from 'vitest';
import { businessOf } from '../../src/outlook/business.js';
import { definitions, relationship } from '../settlement/relationship.js';
import { templateTerms } from '../template-terms.js';

/* What fees are a share of: revenue, and none of what is spent or paid whole. */

it.each([
  // a tariff of 2.40 a parcel, paid at 100%, is the fee itself; its KPIs count parcels and cost
  ['logistics', null],
  // what ROAS divides by is paid back; what the refund rate divides by is revenue
  ['media-buying', 'sales'],
  ['cro', 'sales'],
  ['full-service', 'net_revenue'],
  ['performance', 'net_revenue'],
  ['wager', 'net_sales'],
])('of the template %s it is %s', (template, metric) => {
  expect(businessOf(templateTerms(template))?.metric ?? null).toBe(metric);
});

const words = definitions(true) as { measures: object; metrics: object };
const WORDS = { ...words, metrics: { ...words.metrics, ads: { title: 'Ads', formula: 'spend', unit: 'money', type: 'flow' } } };
const flow = { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '50%', target: 10000 };
const roas = { ...flow, id: 'roas', metric: 'roas', target: '3.0' };
const share = (base: string, rate: string) => ({ id: 'fee', kind: 'commission', base, tiers: { 0: rate } });
const base = { id: 'base', kind: 'retainer', amount: 3000 };

/** Each metric that nothing goes by is watched: none may be left over. */
const businessIn = (kpis: readonly object[], ...fees: readonly object[]) => {
  const clauses = JSON.stringify({ kpis, fees });
  const watch = ['gmv', 'roas', 'ads'].filter((id) => !new RegExp(`"(metric|base)":"${id}"`).test(clauses));
  return businessOf(relationship({ kpis, fees, ...(watch.length > 0 ? { watch } : {}) }, WORDS).terms)?.metric ?? null;
};

it('a fee by ad spend, which ROAS divides by, is no share of revenue; a KPI on revenue names it', () => {
  expect(businessIn([{ ...roas, weight: '100%' }], share('ads', '10%'))).toBeNull();
  expect(businessIn([flow, roas], share('ads', '10%'))).toBe('gmv');
  // nothing says that it is a cost
  expect(businessIn([{ ...flow, weight: '100%' }], share('ads', '10%'))).toBe('ads');
});

it('less of a cost is better: a KPI on it names no revenue, nor does the minimum of a ROAS', () => {
  const cheap = { ...flow, id: 'ads', metric: 'ads', better: 'lower', target: 5000, threshold: '1.25x' };
  expect(businessIn([{ ...cheap, weight: '100%' }], base)).toBeNull();
  expect(businessIn([{ ...roas, weight: '100%', minimum: { metric: 'ads', atLeast: 100 } }], base)).toBeNull();
  expect(businessIn([{ ...roas, weight: '100%', minimum: { metric: 'gmv', atLeast: 100 } }], base)).toBe('gmv');
});

it('a commission of 100% pays its base itself; of less in any tier it is a share', () => {
  const twice = { ...share('gmv', '100%'), tiers: { 0: '100%', 1000: '120%' } };
  expect(businessIn([{ ...roas, weight: '100%' }], twice)).toBeNull();
  expect(businessIn([{ ...roas, weight: '100%' }], { ...twice, tiers: { 0: '100%', 1000: '99%' } })).toBe('gmv');
});
