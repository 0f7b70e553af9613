import { describe, expect, test } from 'vitest';
import type { Kpi } from '../../src/contract/model.js';
import { always, bonus, codes, cost, found, kpi, metric, RETAINER, terms } from './build-terms.js';

const withKpis = (...kpis: Kpi[]) => terms({ contract: { kpis } });
const volume = (id: string, changes: Partial<Kpi> = {}) => {
  return kpi({
    id,
    metric: 'net_revenue',
    threshold: null,
    stretch: null,
    cap: always('1'),
    minimum: null,
    target: always('90000'),
    ...changes,
  });
};

describe('single-kpi', () => {
  test('one KPI', () => {
    const issues = found(withKpis(kpi({ weight: always('1') })));
    expect(issues).toEqual([{ code: 'single-kpi', line: 31, params: { kpi: 'roas' } }]);
  });
});

describe('many-kpis', () => {
  const many = (count: number) => {
    const clause = (index: number) => ({ file: 'contracts/acme/contract.yaml', line: 60 + index });
    return withKpis(
      ...Array.from({ length: count }, (_, index) => kpi({ id: `k${index}`, weight: always(`1/${count}`), clause: clause(index) })),
    );
  };
  test('five are fine', () => expect(codes(many(5))).not.toContain('many-kpis'));
  test('six are one too many, reported at the sixth', () => {
    expect(found(many(6))).toContainEqual({ code: 'many-kpis', line: 65, params: { count: 6 } });
  });
  test('one that runs out beside the one that takes its place is no sixth', () => {
    const fifth = (id: string, before: string, then: string) =>
      kpi({
        id,
        weight: [
          { from: '2026-01', value: before },
          { from: '2026-07', value: then },
        ],
      });
    const others = Array.from({ length: 4 }, (_, index) => kpi({ id: `k${index}`, weight: always('1/5') }));
    expect(codes(withKpis(...others, fifth('old', '1/5', '0'), fifth('new', '0', '1/5')))).not.toContain('many-kpis');
    expect(codes(withKpis(...others, fifth('old', '1/5', '1/10'), fifth('new', '0', '1/10')))).toContain('many-kpis');
  });
});

describe('light-weight', () => {
  const weights = (a: Kpi['weight'], b: Kpi['weight'], changes: Partial<Kpi> = {}) =>
    withKpis(kpi({ weight: a }), cost({ weight: b, ...changes }));
  test('a tenth is enough', () => expect(codes(weights(always('0.9'), always('0.1')))).toEqual([]));
  test('less than a tenth is light, from the period on in which it is', () => {
    const falling = [
      { from: '2026-01', value: '0.3' },
      { from: '2026-07', value: '0.099' },
    ];
    const rising = [
      { from: '2026-01', value: '0.7' },
      { from: '2026-07', value: '0.901' },
    ];
    const params = { kpi: 'cac', weight: '9.9%', period: '2026-07' };
    expect(found(weights(rising, falling))).toEqual([{ code: 'light-weight', line: 32, params }]);
  });
  test('no weight is deliberate where a fee names the KPI itself', () => {
    const kpis = [kpi({ weight: always('1') }), cost({ weight: always('0') })];
    expect(codes(terms({ contract: { kpis } }))).toEqual(['light-weight']);
    const fees = [RETAINER, bonus(), bonus({ id: 'saving', by: 'cac' })];
    expect(codes(terms({ contract: { kpis, fees } }))).toEqual([]);
  });
  test('a KPI that comes later, or runs out, is not light where it weighs nothing', () => {
    const steps = (before: string, then: string) => [
      { from: '2026-01', value: before },
      { from: '2026-07', value: then },
    ];
    expect(codes(weights(steps('1', '0.6'), steps('0', '0.4')))).toEqual([]);
    expect(codes(weights(steps('0.6', '1'), steps('0.4', '0')))).toEqual([]);
    const params = { kpi: 'cac', weight: '5%', period: '2026-07' };
    expect(found(weights(steps('1', '0.95'), steps('0', '0.05')))).toEqual([{ code: 'light-weight', line: 32, params }]);
  });
  test('a composite of min ignores weights', () => {
    const composite = { rule: 'min', minWeightLeft: '0' } as const;
    const kpis = [kpi({ weight: always('0.95') }), cost({ weight: always('0.05') })];
    expect(codes(terms({ contract: { kpis, composite } }))).toEqual([]);
  });
});

describe('volume-without-quality', () => {
  const onlyVolume = [volume('sales'), volume('more')];
  test('volume alone, net of refunds or not', () => {
    const issues = found(terms({ contract: { kpis: onlyVolume, gates: [], duties: [] } }));
    expect(issues).toContainEqual({ code: 'volume-without-quality', line: 31, params: { kpis: 'sales, more' } });
  });
  test('a ratio as a gate is enough', () => {
    expect(codes(terms({ contract: { kpis: onlyVolume, duties: [] } }))).not.toContain('volume-without-quality');
  });
  test('a KPI that is to fall is enough', () => {
    const spend = volume('spend', { metric: 'ad_spend', better: 'lower', threshold: always({ value: '100000' }) });
    expect(codes(terms({ contract: { kpis: [volume('sales'), spend], gates: [] } }))).not.toContain('volume-without-quality');
  });
  test('a profit is enough: costs are taken off, not only refunds', () => {
    const base = terms({ contract: { kpis: [volume('sales'), volume('profit', { metric: 'margin' })], gates: [], duties: [] } });
    const margin = metric({
      id: 'margin',
      formula: { op: '-', left: { metric: 'net_revenue' }, right: { measure: 'ad_cost' } },
      text: 'net_revenue - ad_cost',
      type: 'flow',
    });
    const definitions = { ...base.definitions, metrics: [...base.definitions.metrics, margin] };
    expect(codes({ ...base, definitions })).not.toContain('volume-without-quality');
  });
});

describe('ratio-without-minimum', () => {
  test('a ratio without one', () => {
    const params = { kpi: 'cac', formula: 'ad_cost / new_customers' };
    expect(found(withKpis(kpi(), cost({ minimum: null })))).toEqual([{ code: 'ratio-without-minimum', line: 32, params }]);
  });
  test('a flow needs none', () => {
    expect(codes(withKpis(volume('sales'), cost()))).not.toContain('ratio-without-minimum');
  });
});

describe('target-beyond-baseline', () => {
  const rising = [
    { from: '2026-01', value: '3.1' },
    { from: '2026-07', value: '3.41' },
  ];
  test('the best of the history is not beyond it; the first target above it is', () => {
    const params = { kpi: 'roas', target: '3.41', period: '2026-07', best: '3.1', bestPeriod: '2025-12', gap: '+10%' };
    expect(found(withKpis(kpi({ target: rising }), cost()))).toEqual([{ code: 'target-beyond-baseline', line: 31, params }]);
  });
  test('a cost below the lowest of the history', () => {
    const params = { kpi: 'cac', target: '22', period: '2026-01', best: '24', bestPeriod: '2025-12', gap: '-8.3%' };
    expect(found(withKpis(kpi(), cost({ target: always('22') })))).toEqual([{ code: 'target-beyond-baseline', line: 32, params }]);
  });
  test('a cost at the lowest is not beyond', () => {
    expect(codes(withKpis(kpi(), cost({ target: always('24') })))).toEqual([]);
  });
});

describe('bridge-of-no-money', () => {
  const bridged = (changes: Partial<Kpi>) => codes(withKpis(kpi({ bridge: ['volume'], ...changes }), cost()));
  test('a ratio has no price', () => expect(bridged({})).toContain('bridge-of-no-money'));
  test('a flow of money has one', () => expect(bridged({ metric: 'net_revenue' })).not.toContain('bridge-of-no-money'));
});
