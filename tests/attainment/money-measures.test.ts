import { describe, expect, test } from 'vitest';
import { moneyMeasures } from '../../src/attainment/money-measures.js';
import { relationship } from '../settlement/relationship.js';

/* Which sums are amounts: a column does not say what it holds, the metrics that it is part of do. */

const FACT = { table: 'shop.sales', grain: ['id'], custodian: 'brand' };
const sum = (column: string) => ({ definition: column, of: 'sales', sum: column, when: 'ts' });
const gmv = { title: 'GMV', formula: 'revenue', unit: 'money', type: 'flow' };

function moneyOf(
  measures: Record<string, object>,
  metrics: Record<string, object>,
  reconcile: readonly object[] = [],
  foreign = '',
): string[] {
  const { terms } = relationship(
    {
      fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }],
      ...(Object.keys(metrics).length === 0 ? {} : { watch: Object.keys(metrics) }),
    },
    {
      facts: { sales: FACT },
      measures: { revenue: sum('amount'), ...measures },
      metrics: { gmv, ...metrics },
      ...(reconcile.length === 0 ? {} : { reconcile }),
    },
  );
  // a currency asks for rates, which no unit depends on
  const inCurrency = terms.definitions.measures.map((measure) => (measure.id === foreign ? { ...measure, currency: 'ccy' } : measure));
  return [...moneyMeasures(terms.contract, { ...terms.definitions, measures: inCurrency })].sort();
}

describe('a sum is money', () => {
  test('as a part of a metric that is, but what money is divided by is none', () => {
    const price = { title: 'Price', formula: 'revenue / units', unit: 'money', type: 'ratio' };
    expect(moneyOf({ units: sum('qty') }, { price })).toEqual(['revenue']);
    const net = { title: 'Net', formula: 'revenue - max(refunds, 0)', unit: 'money', type: 'flow' };
    expect(moneyOf({ refunds: sum('refund') }, { net })).toEqual(['refunds', 'revenue']);
    const fee = { title: 'Fee', formula: '0.5 * units * price', unit: 'money', type: 'flow' };
    expect(moneyOf({ units: sum('qty'), price: sum('price') }, { fee }, [], 'price')).toEqual(['price', 'revenue']);
  });

  test('where money is divided by it to a share or a plain number', () => {
    const roas = { title: 'ROAS', formula: 'revenue / spend', unit: 'number', type: 'ratio' };
    expect(moneyOf({ spend: sum('cost') }, { roas })).toEqual(['revenue', 'spend']);
    const rate = { title: 'Rate', formula: 'clicks / views', unit: 'share', type: 'ratio' };
    expect(moneyOf({ clicks: sum('clicks'), views: sum('views') }, { rate })).toEqual(['revenue']);
  });

  test('as another of its column, by a currency of its own, and as what it is reconciled with', () => {
    const twice = { title: 'Later', formula: 'later', unit: 'number', type: 'flow' };
    expect(moneyOf({ later: sum('amount') }, { twice })).toEqual(['later', 'revenue']);
    expect(moneyOf({ paid: sum('paid') }, { twice: { ...twice, formula: 'paid' } }, [], 'paid')).toEqual(['paid', 'revenue']);
    const rule = { id: 'both', left: 'revenue', right: 'seen', tolerance: '5%', onBreach: 'flag' };
    expect(moneyOf({ seen: sum('seen') }, {}, [rule])).toEqual(['revenue', 'seen']);
    const orders = { definition: 'n', of: 'sales', count: 'rows', when: 'ts' };
    expect(moneyOf({ orders }, { twice: { ...twice, formula: 'orders', unit: 'money' } })).toEqual(['revenue']);
  });
});
