import { describe, expect, test } from 'vitest';
import type { Guarantee } from '../../src/contract/fee-kinds/guarantee.js';
import type { Milestone } from '../../src/contract/fee-kinds/milestone.js';
import type { PassThrough } from '../../src/contract/fee-kinds/pass-through.js';
import type { Tax } from '../../src/contract/fee-kinds/tax.js';
import type { Contract } from '../../src/contract/model.js';
import type { LintCode } from '../../src/words/lints.js';
import { phrased } from '../../src/words/phrases.js';
import { always, bonus, CAP, commission, fees, found, kpi, metric, penalty, steps, terms, wager } from './build-terms.js';

const told = (code: LintCode, contract: Partial<Contract>) =>
  found(terms({ contract })).flatMap((each) => (each.code === code ? [phrased(each.params, 'en')] : []));

const where = (id: string) => ({ id, title: null, clause: { file: 'contracts/acme/contract.yaml', line: 46 } });
const tax = (rate: string, label: Tax['label']): Tax => ({ ...where('vat'), kind: 'tax', rate: always(rate), label });
const media = (markup: PassThrough['markup']): PassThrough => ({
  ...where('media'),
  ...{ kind: 'pass_through', cost: 'ad_spend', markup, upTo: null, taxed: false },
});

describe('shares beyond the whole', () => {
  const shares = (...replaced: Contract['fees'][number][]) => told('share-beyond-whole', { fees: fees(...replaced) });

  test('of a tax, a markup, a rate, what a point pays and a deduction', () => {
    expect(shares(tax('1.06', 'VAT'))).toEqual([{ what: 'The rate', of: 'vat', found: '106%', most: '50%' }]);
    expect(shares(media({ onCost: always('1.15') }))).toEqual([{ what: 'The markup', of: 'media', found: '115%', most: '100%' }]);
    expect(shares(commission({ tiers: always(steps('0', '3')) }))).toEqual([{ what: 'A rate', of: 'sales', found: '300%', most: '100%' }]);
    expect(shares(bonus({ points: always(steps('0', '0', '1', '50')) }))).toEqual([
      { what: 'What a point pays', of: 'reward', found: '5000%', most: '400%' },
    ]);
    expect(shares(penalty({ bands: always(steps('0.6', '7.5', '0.8', '3')) }))).toEqual([
      { what: 'A deduction', of: 'malus', found: '750%', most: '100%' },
    ]);
  });

  test('up to that they stand, and a gross markup is below 100% anyway', () => {
    expect(shares(tax('0.5', 'VAT'), media({ onCost: always('1') }), bonus({ points: always(steps('0', '0', '1', '4')) }))).toEqual([]);
    expect(shares(media({ gross: always('0.9') }), penalty({ bands: always(steps('0.6', '1')) }))).toEqual([]);
  });

  test('of a gate on a share, and on no other metric', () => {
    const gate = {
      id: 'returns',
      metric: 'refund_rate',
      limit: 'atMost',
      value: always('8'),
      blocks: ['reward'],
      clause: where('').clause,
    } as const;
    const rate = metric({ id: 'refund_rate', formula: { measure: 'refunded' }, text: 'refunded', unit: 'share' });
    const { metrics } = terms().definitions;
    const gated = found(terms({ contract: { gates: [gate] }, definitions: { metrics: [...metrics, rate] } }));
    expect(gated.filter(({ code }) => code === 'share-beyond-whole').map(({ params }) => phrased(params, 'en'))).toEqual([
      { what: 'The limit', of: 'returns', found: '800%', most: '200%' },
    ]);
    expect(told('share-beyond-whole', { gates: [{ ...gate, metric: 'roas' }] })).toEqual([]);
  });
});

test('a tax is called by its rate, or by none', () => {
  const label = (rate: string, text: Tax['label']) => told('tax-label-differs', { fees: fees(tax(rate, text)) });
  expect(label('1.06', { en: 'VAT 6%', zh: '增值税 6%' })).toEqual([{ fee: 'vat', label: '"VAT 6%"', rate: '106%' }]);
  expect(label('0.06', { en: 'VAT 6%', zh: '增值税 9%' })).toEqual([{ fee: 'vat', label: '"增值税 9%"', rate: '6%' }]);
  expect(label('0.06', { en: 'VAT 6%', zh: '增值税 6%' })).toEqual([]);
  expect(label('0.06', 'VAT')).toEqual([]);
});

test('a target that goes eight times up or down', () => {
  const target = (...values: string[]) =>
    told('target-leaps', {
      kpis: [kpi({ target: values.map((value, at) => ({ from: `2026-0${at + 1}`, value })), threshold: null, stretch: null })],
    });
  expect(target('3.5', '38')).toEqual([{ kpi: 'roas', old: '3.5', now: '38', period: '2026-02', times: '10.8571' }]);
  expect(target('38', '4', '4')).toEqual([{ kpi: 'roas', old: '38', now: '4', period: '2026-02', times: '9.5' }]);
  expect(target('1', '8')).toHaveLength(1);
  expect(target('1', '7.99')).toEqual([]);
});

test('a tier that begins no higher than the fixed fee', () => {
  const tiers = (at: string) => told('tier-small', { fees: fees(commission({ tiers: always(steps('0', '0.03', at, '0.04')) })) });
  expect(tiers('400')).toEqual([{ fee: 'sales', from: '400', currency: 'USD', amount: '3000.00' }]);
  expect(tiers('3000')).toHaveLength(1);
  expect(tiers('3001')).toEqual([]);
});

describe('limits of which one leaves the other nothing', () => {
  const limits = (...replaced: Contract['fees'][number][]) =>
    told('limits-contradict', { fees: fees(...replaced) }).map((each) => each.limits);
  const guarantee = (amount: string): Guarantee => ({
    ...where('floor'),
    ...{ kind: 'guarantee', amount: always(amount), recoverable: false, prorate: true },
  });

  test('a cap of a period above that of the term', () => {
    expect(limits({ ...CAP, period: always('100000'), term: always('10000') })).toEqual([
      'the cap of a period, 100,000, is above that of the whole term, 10,000',
    ]);
    expect(limits({ ...CAP, period: always('10000'), term: always('10000') })).toEqual([]);
    expect(limits({ ...CAP, period: always(null), term: always('10000') })).toEqual([]);
  });

  test('a guarantee above the cap', () => {
    expect(limits(guarantee('30001'))).toEqual(['the guaranteed amount, 30,001, is above the cap of a period, 30,000']);
    expect(limits(guarantee('30000'))).toEqual([]);
  });

  test('a deadband as wide as the target', () => {
    expect(limits(wager({ deadband: always('3') }))).toEqual(['the deadband, 3, is no less than the target, 3']);
    expect(limits(wager({ deadband: always('2.99') }))).toEqual([]);
    expect(limits(wager({ deadband: always('5000'), target: always('0') }))).toEqual([]);
  });
});

test('a milestone at many times the target of a ratio', () => {
  const at = (name: string, atLeast: string) => {
    const milestone: Milestone = {
      ...where('launch'),
      ...{ kind: 'milestone', amount: always('4000'), due: '2026-05-31', reach: { metric: name, atLeast: always(atLeast) } },
    };
    return told('milestone-out-of-reach', { fees: fees(milestone) });
  };
  expect(at('roas', '100000')).toEqual([{ fee: 'launch', at: '100000', metric: 'roas', target: '3', kpi: 'roas' }]);
  expect(at('roas', '60')).toHaveLength(1);
  expect(at('roas', '59')).toEqual([]);
  expect(at('net_revenue', '100000')).toEqual([]);
});

test('a term that ends on the day on which it began counts that day too', () => {
  const term = (from: string, to: string, every: 'month' | 'week' = 'month') =>
    told('term-day-more', { term: { from, to }, calendar: { every, timezone: 'UTC', lockAfterDays: 15, trueUpPeriods: 3 } });
  expect(term('2026-07-01', '2027-07-01')).toEqual([{ to: '2027-07-01', last: '2027-06-30' }]);
  expect(term('2026-01-12', '2026-07-12')).toEqual([{ to: '2026-07-12', last: '2026-07-11' }]);
  expect(term('2026-07-01', '2027-06-30')).toEqual([]);
  expect(term('2026-07-01', '2026-07-01')).toEqual([]);
});

test('a cap that holds in some periods alone leaves the others open', () => {
  const cap = {
    ...CAP,
    period: [
      { from: '2026-01', value: '30000' },
      { from: '2026-07', value: null },
    ],
  };
  const params = { fee: 'sales', rate: '7%', base: 'net_revenue', from: '100000', currency: 'USD' };
  expect(told('uncapped-exposure', { fees: fees(cap) })).toEqual([{ ...params, cap: ' from 2026-07 on' }]);
  expect(told('uncapped-exposure', { fees: fees({ ...cap, term: always('200000') }) })).toEqual([]);
});
