import { describe, expect, test } from 'vitest';
import type { Contract } from '../../src/contract/model.js';
import { always, bonus, CAP, codes, commission, cost, fees, found, kpi, penalty, RETAINER, steps, terms } from './build-terms.js';

const only = (code: string, contract: Partial<Contract>) => found(terms({ contract })).filter((issue) => issue.code === code);

describe('uncapped-exposure', () => {
  const uncapped = (...others: Contract['fees'][number][]) => only('uncapped-exposure', { fees: [RETAINER, ...others] });
  test('a commission without a cap', () => {
    const params = { fee: 'sales', rate: '7%', base: 'net_revenue', from: '100000', currency: 'USD', cap: '@cap.none' };
    expect(uncapped(commission(), bonus())).toEqual([{ code: 'uncapped-exposure', line: 43, params }]);
  });
  test('a cap, or a last rate of 0, ends it', () => {
    expect(uncapped(commission(), CAP)).toEqual([]);
    expect(uncapped(commission({ tiers: always(steps('0', '0.05', '100000', '0')) }))).toEqual([]);
  });
  test('scores are capped, so bonuses need no cap', () => expect(uncapped(bonus())).toEqual([]));
});

describe('penalties-exceed-bonuses', () => {
  const exceed = (contract: Partial<Contract>) => only('penalties-exceed-bonuses', contract);
  test('a penalty without a bonus', () => {
    // grace waives it until February
    const params = { penalties: '300.00', bonuses: '0.00', currency: 'USD', period: '2026-03' };
    expect(exceed({ fees: [RETAINER, penalty()] })).toEqual([{ code: 'penalties-exceed-bonuses', line: 42, params }]);
  });
  test('what grace waives deducts nothing, and a penalty on what it waives neither', () => {
    const periods = (waives: string[], count: number) =>
      exceed({ fees: [RETAINER, penalty()], grace: { from: '2026-01', periods: count, waives } }).map(({ params }) => params.period);
    expect(periods(['malus'], 12)).toEqual([]);
    expect(periods(['base'], 1)).toEqual(['2026-02']);
    expect(periods(['base'], 12)).toEqual([]);
    expect(periods([], 12)).toEqual(['2026-01']);
  });
  test('as much as the bonus is not more', () => {
    const small = bonus({ pool: always('150') }); // pays at most 200% of it
    expect(exceed({ fees: [RETAINER, small, penalty()] })).toEqual([]);
  });
  test('all penalties together count, in the period in which they exceed', () => {
    const growing = [
      { from: '2026-01', value: '3000' },
      { from: '2026-04', value: '9800' },
    ];
    const params = { penalties: '10100.00', bonuses: '10000.00', currency: 'USD', period: '2026-04' };
    const second = penalty({ id: 'late', of: { amount: growing }, bands: always(steps('0.6', '1')) });
    expect(exceed({ fees: fees(second) })).toEqual([{ code: 'penalties-exceed-bonuses', line: 42, params }]);
  });
  test('a penalty of a commission counts with the usual base: 10% of 5000', () => {
    const ofSales = penalty({ of: { fee: 'sales' } });
    expect(exceed({ fees: [RETAINER, commission(), ofSales, CAP] })[0]?.params.penalties).toBe('500.00');
    const unknown = exceed({ fees: [RETAINER, commission(), ofSales, CAP], baseline: [] });
    expect(unknown).toEqual([]);
  });
});

describe('duty-without-effect', () => {
  const duty = (...kpis: string[]) => {
    const clause = { file: 'contracts/acme/contract.yaml', line: 50 };
    return {
      id: 'creatives',
      owes: 'brand',
      title: 'New creatives',
      dueDay: 5,
      lateIf: 'unproven',
      ifLate: { kpis, scoreAs: '1' },
      clause,
    } as const;
  };
  test('no fee by the KPI', () => {
    const params = { duty: 'creatives', kpis: 'roas' };
    const contract = { fees: [RETAINER, bonus({ by: 'cac' })], duties: [duty('roas')] };
    expect(only('duty-without-effect', contract)).toEqual([{ code: 'duty-without-effect', line: 50, params }]);
  });
  test('a KPI that never weighs in the composite', () => {
    const kpis = [kpi({ weight: always('0') }), cost({ weight: always('1') })];
    expect(codes(terms({ contract: { kpis } }))).toContain('duty-without-effect');
    expect(codes(terms({ contract: { kpis, composite: { rule: 'min', minWeightLeft: '0' } } }))).not.toContain('duty-without-effect');
  });
  test('one of its KPIs is enough', () => {
    expect(only('duty-without-effect', { fees: [RETAINER, bonus({ by: 'cac' })], duties: [duty('roas', 'cac')] })).toEqual([]);
  });
});
