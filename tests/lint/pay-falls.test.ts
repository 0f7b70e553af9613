import { describe, expect, test } from 'vitest';
import type { Milestone } from '../../src/contract/fee-kinds/milestone.js';
import type { Contract } from '../../src/contract/model.js';
import { always, bonus, CAP, commission, cost, fees, found, kpi, penalty, RETAINER, steps, terms, wager } from './build-terms.js';

function falls(contract: Partial<Contract>) {
  return found(terms({ contract })).filter(({ code }) => code === 'pay-falls');
}

describe('pay that falls when the result improves', () => {
  test('points whose value falls', () => {
    const params = {
      ...{ fee: 'reward', what: 'composite', from: '100%', to: '120%' },
      ...{ before: '5000.00', after: '4500.00', currency: 'USD', period: '2026-01' },
    };
    const reward = bonus({ points: always(steps('0', '0', '1', '1', '1.2', '0.9', '1.5', '2')) });
    expect(falls({ fees: fees(reward) })).toEqual([{ code: 'pay-falls', line: 41, params }]);
  });

  test('a falling point beyond the highest score is never paid', () => {
    expect(falls({ fees: fees(bonus({ points: always(steps('0', '0', '1.5', '2', '1.51', '1')) })) })).toEqual([]);
  });

  test('bands that deduct more for a higher score', () => {
    const params = {
      ...{ fee: 'malus', what: 'composite', from: '<60%', to: '60%' },
      ...{ before: '-300.00', after: '-750.00', currency: 'USD', period: '2026-03' }, // grace waives it until February
    };
    const malus = penalty({ bands: always(steps('0.6', '0.1', '0.8', '0.25')) });
    expect(falls({ fees: fees(malus) })).toEqual([{ code: 'pay-falls', line: 42, params }]);
  });

  test('what grace waives falls in no period of it; what it does not waive does in the first', () => {
    const malus = penalty({ bands: always(steps('0.6', '0.1', '0.8', '0.25')) });
    const reward = bonus({ points: always(steps('0.8', '1', '1', '0.5')) });
    const told = (grace: Contract['grace']) =>
      falls({ fees: fees(malus, reward), grace }).map(({ params }) => `${params.fee} ${params.period}`);
    expect(told(null)).toEqual(['reward 2026-01', 'malus 2026-01']);
    expect(told({ from: '2026-01', periods: 3, waives: ['malus'] })).toEqual(['reward 2026-01', 'malus 2026-04']);
    expect(told({ from: '2026-01', periods: 12, waives: ['malus'] })).toEqual(['reward 2026-01']);
    expect(told({ from: '2026-01', periods: 12, waives: ['malus', 'reward'] })).toEqual([]);
  });

  test('bands of a commission that nobody expects anything of are shown on 100', () => {
    const malus = penalty({ of: { fee: 'sales' }, bands: always(steps('0.6', '0.1', '0.8', '0.25')) });
    const baseline = [{ metric: 'roas', values: [{ period: '2025-12', value: '3.1' }] }];
    const issues = falls({ baseline, fees: [RETAINER, commission(), malus, CAP] });
    expect(issues.map(({ params: { before, after } }) => [before, after])).toEqual([['-10.00', '-25.00']]);
  });

  test('a penalty of more than all of the bonus it is taken of', () => {
    // Just below 80% the bonus pays 4000; 150% of it go.
    const malus = penalty({ of: { fee: 'reward' }, bands: always(steps('0.8', '1.5')) });
    const params = {
      ...{ fee: 'malus', what: 'reward', from: '0.00', to: '4000.00' },
      ...{ before: '0.00', after: '-2000.00', currency: 'USD', period: '2026-03' },
    };
    expect(falls({ fees: fees(malus) })).toEqual([{ code: 'pay-falls', line: 42, params }]);
    expect(falls({ fees: fees(penalty({ of: { fee: 'reward' }, bands: always(steps('0.8', '1')) })) })).toEqual([]);
  });

  test('whole tiers whose rate falls', () => {
    const params = {
      ...{ fee: 'sales', what: 'net_revenue', from: '<100000', to: '100000' },
      ...{ before: '7000.00', after: '5000.00', currency: 'USD', period: '2026-01' },
    };
    const falling = always(steps('0', '0.07', '100000', '0.05'));
    expect(falls({ fees: fees(commission({ mode: 'whole', tiers: falling })) })).toEqual([{ code: 'pay-falls', line: 43, params }]);
    expect(falls({ fees: fees(commission({ mode: 'marginal', tiers: falling })) })).toEqual([]);
  });

  test('a negative rate', () => {
    const params = {
      ...{ fee: 'sales', what: 'net_revenue', from: '100000', to: '100100' },
      ...{ before: '5000.00', after: '4999.00', currency: 'USD', period: '2026-01' },
    };
    const tiers = always(steps('0', '0.05', '100000', '-0.01'));
    expect(falls({ fees: fees(commission({ tiers })) })).toEqual([{ code: 'pay-falls', line: 43, params }]);
  });
});

describe('two clauses that pull one metric apart', () => {
  const spend = cost({
    id: 'thrift',
    metric: 'ad_spend',
    target: always('20000'),
    threshold: always({ value: '40000' }),
    stretch: null,
    cap: always('1'),
  });

  test('a commission on what a KPI is to keep low', () => {
    const params = {
      ...{ fee: 'sales', what: 'ad_spend', from: '100', to: '0' },
      ...{ before: '5.00', after: '0.00', currency: 'USD', period: '2026-01' },
    };
    const contract = { kpis: [kpi(), spend], fees: fees(commission({ base: 'ad_spend' })) };
    expect(falls(contract)).toEqual([{ code: 'pay-falls', line: 43, params }]);
  });

  test('two KPIs on one metric', () => {
    // Both weigh half: at 3 the reverse KPI scores 100% as the other does, at 3.5 nothing; grace waives the penalty of 5% still.
    const reverse = cost({
      id: 'reverse',
      metric: 'roas',
      target: always('3'),
      threshold: always({ value: '3.5' }),
      stretch: null,
      cap: always('1'),
    });
    const params = {
      ...{ fee: 'reverse', what: 'roas', from: '3', to: '3.5' },
      ...{ before: '5000.00', after: '2500.00', currency: 'USD', period: '2026-01' },
    };
    expect(falls({ kpis: [kpi(), reverse] })).toEqual([{ code: 'pay-falls', line: 32, params }]);
  });

  test('a wager against the KPI', () => {
    const params = {
      ...{ fee: 'bet', what: 'roas', from: '2.4', to: '3.6' },
      ...{ before: '5000.00', after: '-5000.00', currency: 'USD', period: '2026-01' },
    };
    expect(falls({ fees: fees(wager({ better: 'lower' })) })).toEqual([{ code: 'pay-falls', line: 44, params }]);
    expect(falls({ fees: fees(wager()) })).toEqual([]);
  });

  test('a gate that closes when the KPI rises', () => {
    const clause = { file: 'contracts/acme/contract.yaml', line: 38 };
    const gate = { id: 'lid', metric: 'roas', limit: 'atMost', value: always('4'), blocks: ['reward'], clause } as const;
    const params = {
      ...{ fee: 'lid', what: 'roas', from: '4', to: '>4' },
      ...{ before: '10000.00', after: '0.00', currency: 'USD', period: '2026-01' },
    };
    expect(falls({ gates: [gate] })).toEqual([{ code: 'pay-falls', line: 38, params }]);
  });

  test('a milestone on what a KPI is to keep low', () => {
    const milestone: Milestone = {
      ...{ id: 'reach', title: null, kind: 'milestone' as const, amount: always('2000'), due: '2026-06-30' },
      ...{ reach: { metric: 'ad_spend', atLeast: always('50000') }, clause: { file: 'contracts/acme/contract.yaml', line: 46 } },
    } as const;
    const params = {
      ...{ fee: 'reach', what: 'ad_spend', from: '50000', to: '<50000' },
      ...{ before: '2000.00', after: '0.00', currency: 'USD', period: '2026-01' },
    };
    expect(falls({ kpis: [kpi(), spend], fees: fees(milestone) })).toEqual([{ code: 'pay-falls', line: 46, params }]);
  });
});
