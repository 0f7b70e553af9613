import { expect, test } from 'vitest';
import { always, bonus, commission, fees, found, kpi, steps, terms } from './build-terms.js';

/* The term of these contracts ends within 2026. */
const late = (contract: Parameters<typeof terms>[0]) => found(terms(contract)).filter(({ code }) => code === 'after-the-term');
const changing = <T>(value: T, from: string, later: T) => [...always(value), { from, value: later }];

test('a value that begins after the last period, whatever holds it', () => {
  const { contract } = terms();
  const last = contract.term.to.slice(0, 7);
  expect(late({ contract: { kpis: contract.kpis.map((each) => ({ ...each, target: changing('3', last, '3') })) } })).toEqual([]);
  const target = kpi({ target: changing('3', '2099-01', '3.2') });
  expect(late({ contract: { kpis: contract.kpis.map((each) => (each.id === 'roas' ? target : each)) } })).toEqual([
    { code: 'after-the-term', line: 31, params: { field: 'target', item: 'roas', from: '2099-01', last } },
  ]);
  // a minimum has its schedule within; of several the first is told
  const minimum = { metric: 'ad_spend', atLeast: [...changing('10000', '2099-04', '1'), { from: '2099-02', value: '2' }] };
  const within = contract.kpis.map((each) => (each.id === 'roas' ? kpi({ minimum }) : each));
  expect(late({ contract: { kpis: within } }).map(({ params }) => [params.field, params.from])).toEqual([['minimum', '2099-02']]);
  const tiers = changing(steps('0', '0.05'), '2099-01', steps('0', '0.06'));
  const paid = fees(bonus({ pool: changing('5000', '2099-01', '1') }), commission({ tiers }));
  expect(late({ contract: { fees: paid } }).map(({ params }) => [params.item, params.field])).toEqual([
    ['reward', 'pool'],
    ['sales', 'tiers'],
  ]);
});
