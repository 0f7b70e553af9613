import { describe, expect, test } from 'vitest';
import { lintContract } from '../../src/contract/lint/lint-contract.js';
import type { Contract } from '../../src/contract/model.js';
import { LINTS } from '../../src/words/lints.js';
import { issueMessage } from '../../src/words/phrases.js';
import { always, bonus, CAP, commission, cost, fees, found, kpi, penalty, RETAINER, steps, terms, wager } from './build-terms.js';

function cliffs(contract: Partial<Contract>) {
  return found(terms({ contract })).filter(({ code }) => code === 'payout-cliff');
}

/** A bonus of 1000 by one KPI, linear between 0 and 100%, and nothing else that varies. */
const plain = bonus({ by: 'roas', pool: always('1000'), points: always(steps('0', '0', '1', '1')) });
const straight = (threshold: string) => kpi({ threshold: always({ value: threshold }), stretch: null, cap: always('1') });

describe('payout-cliff', () => {
  test('a linear bonus that starts at 80% jumps there, together with the penalty of the same score', () => {
    // 80%: 2500 instead of nothing, and the 5% of 3000 ends. 0.1% of 3.0 is another 0.25% of the composite: 2.5 × 0.25% × 5000 = 31.25.
    // Variable: 10000 bonus, 300 penalty, 5% of 100000 commission.
    const reward = bonus({ points: always(steps('0.8', '0.5', '1', '1', '1.5', '2')) });
    const params = {
      ...{ fee: 'reward', fees: 'reward, malus', period: '2026-03', what: 'composite', at: '80%' },
      ...{ before: '-150.00', after: '2531.25', share: '17.5%', variable: '15300.00', currency: 'USD' },
    };
    expect(cliffs({ fees: fees(reward) })).toEqual([{ code: 'payout-cliff', line: 41, params }]);
  });

  test('a step by a KPI: 2.88 earns 80%, 3 earns 100%; the two steps are equal, the first corner is named', () => {
    const stepped = bonus({ by: 'roas', pool: always('1000'), points: always(steps('0.8', '0.5', '1', '1')), shape: 'step' });
    const params = {
      ...{ fee: 'reward', fees: 'reward', period: '2026-01', what: 'roas', at: '3' },
      ...{ before: '500.00', after: '1000.00', share: '50%', variable: '1000.00', currency: 'USD' },
    };
    expect(cliffs({ fees: [RETAINER, stepped] })).toEqual([{ code: 'payout-cliff', line: 41, params }]);
  });

  test('a small step is none: 50 of 1000', () => {
    const points = always(steps('0', '0', '0.8', '0.8', '0.9', '0.85', '1', '0.9', '1.1', '0.95', '1.2', '1'));
    const stepped = bonus({ by: 'roas', pool: always('1000'), points: always(steps('0', '0', '1', '1')) });
    const small = bonus({ id: 'extra', by: 'roas', pool: always('100'), points, shape: 'step' });
    expect(cliffs({ fees: [RETAINER, stepped, small] })).toEqual([]);
  });

  test('a steep score line: 0.003 of 0.01 is 30% of the pool', () => {
    const params = {
      ...{ fee: 'reward', fees: 'reward', period: '2026-01', what: 'roas', at: '3' },
      ...{ before: '700.00', after: '1000.00', share: '30%', variable: '1000.00', currency: 'USD' },
    };
    const contract = { kpis: [straight('2.99'), cost()], fees: [RETAINER, plain] };
    expect(cliffs(contract)).toEqual([{ code: 'payout-cliff', line: 41, params }]);
  });

  test('exactly a tenth is none, a little more is one', () => {
    expect(cliffs({ kpis: [straight('2.97'), cost()], fees: [RETAINER, plain] })).toEqual([]);
    expect(cliffs({ kpis: [straight('2.971'), cost()], fees: [RETAINER, plain] })).toHaveLength(1);
  });

  test('a cost: 27 earns 80% of a step bonus', () => {
    // (35 - 27) / 10 = 80%; at 27.027 nothing is paid.
    const stepped = bonus({ by: 'cac', pool: always('1000'), points: always(steps('0.8', '1')), shape: 'step' });
    const params = {
      ...{ fee: 'reward', fees: 'reward', period: '2026-01', what: 'cac', at: '27' },
      ...{ before: '1000.00', after: '0.00', share: '100%', variable: '1000.00', currency: 'USD' },
    };
    expect(cliffs({ fees: [RETAINER, stepped] })).toEqual([{ code: 'payout-cliff', line: 41, params }]);
  });

  test('the composite of one KPI is that KPI', () => {
    const stepped = bonus({ pool: always('1000'), points: always(steps('0.8', '1')), shape: 'step' });
    const issues = cliffs({ kpis: [kpi({ weight: always('1') })], fees: [RETAINER, stepped] });
    expect(issues.map(({ params }) => [params.what, params.at])).toEqual([['roas', '2.88']]);
  });

  test('a composite of min moves with its weakest KPI', () => {
    const stepped = bonus({ pool: always('1000'), points: always(steps('0.8', '1')), shape: 'step' });
    const issues = cliffs({ composite: { rule: 'min', minWeightLeft: '0' }, fees: [RETAINER, stepped] });
    expect(issues.map(({ params }) => [params.what, params.at])).toEqual([['composite', '80%']]);
  });

  test('a point that no score reaches is no cliff', () => {
    const points = always(steps('0', '0', '1', '1', '1.6', '1', '1.7', '3'));
    const issues = cliffs({ fees: [RETAINER, bonus({ points, shape: 'linear' })] });
    expect(issues).toEqual([]);
  });

  test('a penalty with nothing beside it is all of the variable pay', () => {
    const params = {
      ...{ fee: 'malus', fees: 'malus', period: '2026-03', what: 'composite', at: '50%' },
      ...{ before: '-300.00', after: '-150.00', share: '50%', variable: '300.00', currency: 'USD' },
    };
    expect(cliffs({ fees: [RETAINER, penalty()] })).toEqual([{ code: 'payout-cliff', line: 42, params }]);
  });

  test('what grace waives has no cliff: one that grace outlasts is told of the first period after it, and of none within', () => {
    const periods = (grace: Contract['grace']) => cliffs({ fees: [RETAINER, penalty()], grace }).map(({ params }) => params.period);
    expect(periods(null)).toEqual(['2026-01']);
    expect(periods({ from: '2026-01', periods: 1, waives: ['malus'] })).toEqual(['2026-02']);
    expect(periods({ from: '2026-03', periods: 2, waives: ['malus'] })).toEqual(['2026-01']);
    expect(periods({ from: '2026-01', periods: 12, waives: ['malus'] })).toEqual([]);
    expect(periods({ from: '2026-01', periods: 2, waives: ['base'] })).toEqual(['2026-03']);
  });

  test('whole tiers: 7000 at 100000, 4995 at 99900', () => {
    const params = {
      ...{ fee: 'sales', fees: 'sales', period: '2026-01', what: 'net_revenue', at: '100000' },
      ...{ before: '4995.00', after: '7000.00', share: '28.6%', variable: '7000.00', currency: 'USD' },
    };
    const contract = { fees: [RETAINER, commission({ mode: 'whole' }), CAP] };
    expect(cliffs(contract)).toEqual([{ code: 'payout-cliff', line: 43, params }]);
  });

  test('whole tiers close to each other, and marginal tiers, are none', () => {
    expect(cliffs({ fees: [commission({ mode: 'whole', tiers: always(steps('0', '0.05', '100000', '0.052')) }), CAP] })).toEqual([]);
    expect(cliffs({ fees: [commission({ tiers: always(steps('0', '0', '100000', '0.5')) }), CAP] })).toEqual([]);
  });

  test('a stake is won or lost at the target', () => {
    const all = wager({ deadband: always('0'), pays: { stake: always('500') } });
    const params = {
      ...{ fee: 'bet', fees: 'bet', period: '2026-01', what: 'roas', at: '3' },
      ...{ before: '-500.00', after: '500.00', share: '100%', variable: '1000.00', currency: 'USD' },
    };
    expect(cliffs({ fees: [RETAINER, all] })).toEqual([{ code: 'payout-cliff', line: 44, params }]);
    const dead = cliffs({ fees: [RETAINER, wager({ pays: { stake: always('500') } })] });
    expect(dead.map(({ params: { before, after } }) => [before, after])).toEqual([['0.00', '500.00']]);
  });

  test('a stake that is small beside the bonus is none', () => {
    const large = bonus({ pool: always('100000') });
    expect(cliffs({ fees: [RETAINER, large, wager({ pays: { stake: always('500') } })] })).toEqual([]);
  });

  test('a rate that reaches its limit slowly is none; one that does it in a thousandth is', () => {
    expect(cliffs({ fees: [RETAINER, wager()] })).toEqual([]);
    const steep = wager({ pays: { rate: always('10000000'), limit: always('5000') } });
    // The limit is reached at 3 + 0.1 + 0.0005; 0.1% less lies inside the deadband.
    const issues = cliffs({ fees: [RETAINER, steep] });
    expect(issues.map(({ params: { at, before, after } }) => [at, before, after])).toEqual([['3.1005', '0.00', '5000.00']]);
  });

  test('the first period that has the cliff is named', () => {
    const points = [
      { from: '2026-01', value: steps('0', '0', '1', '1') },
      { from: '2026-07', value: steps('0.8', '1') },
    ];
    const issues = cliffs({ fees: [RETAINER, bonus({ points })] });
    expect(issues.map(({ params }) => params.period)).toEqual(['2026-07']);
  });

  test('what a whole month pays is told of one, not of the first that is only a part of one', () => {
    const steep = { fees: [RETAINER, bonus({ points: always(steps('0.8', '1')) })] };
    const toldOf = (from: string, to: string) => cliffs({ ...steep, term: { from, to } }).map(({ params }) => params.period);
    expect(toldOf('2026-01-01', '2026-12-31')).toEqual(['2026-01']);
    expect(toldOf('2026-01-02', '2026-12-31')).toEqual(['2026-02']);
    expect(toldOf('2026-01-02', '2026-02-27')).toEqual(['2026-01']); // neither is whole
    expect(toldOf('2026-01-02', '2026-01-31')).toEqual(['2026-01']);
  });

  test('its words name the fees that move, and say that the period is taken as a whole', () => {
    const contract = { fees: fees(bonus({ points: always(steps('0.8', '0.5', '1', '1', '1.5', '2')) })) };
    const [cliff] = lintContract({ terms: terms({ contract }) }).filter(({ code }) => code === 'payout-cliff');
    expect(cliff && issueMessage(LINTS['payout-cliff'].text, 'zh', cliff.params)).toMatch(
      /^“reward”存在断崖（2026-03，按整期计）：composite 在 80% 附近变动 0\.1%，reward、malus 的金额合计就从 -150\.00 变为 2,531\.25 USD，/,
    );
  });
});
