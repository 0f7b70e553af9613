import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../src/query/build.js';
import { drop, equals, fact, kpi, measure, metric, request, terms } from '../build-terms.js';

const term = { from: '2026-01-01', to: '2026-12-31' };
const year = { asOf: '2027-01-20' };

describe('a plan', () => {
  it('has one scan per source and `when`, whatever asks for it', () => {
    const measures = [
      ...Array.from({ length: 12 }, (_, index) =>
        measure(`m${index}`, 'orders', { sum: index % 2 === 0 ? 'amount' : 'freight' }, { where: equals('channel', `c${index % 3}`) }),
      ),
      measure('paid', 'orders', { count: 'rows' }, { when: { column: 'paid_at', zone: null } }),
      measure('buyers', 'orders', { countDistinct: 'customer' }),
    ];
    const of = (id: string, zone: string) => request(terms({ id, zone, term, definitions: { facts: [fact('orders')], measures } }), year);
    const plan = buildPlan([of('one', 'UTC'), of('two', 'UTC'), of('three', 'Asia/Shanghai')]);
    expect(plan.sources.map(({ from }) => from)).toEqual([{ table: 'shop.orders' }]);
    expect(plan.scans.map(({ column, clocks }) => [column, clocks.map(({ zone }) => zone)])).toEqual([
      ['ts', ['UTC', 'Asia/Shanghai']],
      ['paid_at', ['UTC', 'Asia/Shanghai']],
    ]);
    // per clock: every row (all that the distinct count needs), and 12 measures that are 6 different sums
    expect(plan.scans[0]?.tallies).toHaveLength(2 * (1 + 6));
    expect(plan.scans[0]?.tallies.every(({ days }) => JSON.stringify(days) === JSON.stringify([term]))).toBe(true);
    expect(plan.scans[0]?.distincts.map(({ targets }) => targets.length)).toEqual([12, 12]);
    expect(plan.scans[0]?.grains).toHaveLength(2);
    expect(plan.contracts.map(({ contract, periods }) => [contract, periods.length])).toEqual([
      ['one', 12],
      ['two', 12],
      ['three', 12],
    ]);
  });

  it('asks a running period for no day after the request’s date', () => {
    const measures = [measure('a', 'orders', { count: 'rows' }), measure('buyers', 'orders', { countDistinct: 'customer' })];
    const of = terms({ term, definitions: { facts: [fact('orders')], measures } });
    const plan = buildPlan([request(of, { asOf: '2026-03-10', periods: ['2026-02', '2026-03'] })]);
    const asked = [
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-10' },
    ];
    expect(plan.scans[0]?.distincts[0]?.targets).toEqual(asked.map((days) => [days]));
    expect(plan.contracts[0]?.periods[1]?.inForce).toEqual({ from: '2026-03-01', to: '2026-03-31' });
    expect(plan.scans[0]?.tallies.map(({ days }) => days)).toEqual([[{ from: '2026-02-01', to: '2026-03-10' }]]);
  });

  it('tells apart what only looks the same', () => {
    const when = (zone: string | null) => ({ column: 'ts', zone });
    const measures = [
      measure('a', 'orders', { count: 'rows' }, { when: when(null) }),
      measure('b', 'orders', { count: 'rows' }, { when: when('UTC') }),
      measure('c', 'refunds', { count: 'rows' }, { when: when(null) }),
      measure('d', 'shaped', { count: 'rows' }, { when: when(null) }),
    ];
    const facts = [fact('orders'), fact('refunds'), fact('shaped', { source: { view: 'orders' } })];
    const views = (text: string) => [{ name: 'orders', duckdb: text, bigquery: null }];
    const of = (id: string, text: string) => request(terms({ id, term, definitions: { facts, measures, views: views(text) } }), year);
    const plan = buildPlan([of('one', 'SELECT 1'), of('two', 'SELECT 2'), of('three', 'SELECT 1')]);
    expect(plan.sources).toHaveLength(4);
    expect(plan.scans).toHaveLength(5);
  });

  it('knows no SQL', () => {
    const measures = [measure('a', 'orders', { sum: 'amount' }, { currency: 'ccy', where: equals('status', `'; DROP TABLE x`) })];
    const text = JSON.stringify(
      buildPlan([request(terms({ term, definitions: { facts: [fact('orders')], measures } }), year)]),
      (_, value) => (typeof value === 'bigint' ? String(value) : value),
    );
    expect(text).not.toMatch(/SELECT|GROUP BY|epoch|CAST/);
  });

  it('derives whole days that leave, and measures other exclusions', () => {
    const measures = [
      measure('revenue', 'orders', { sum: 'amount' }),
      measure('buyers', 'orders', { countDistinct: 'customer' }),
      measure('other', 'orders', { count: 'rows' }),
    ];
    const metrics = [metric('net', 'revenue * 2'), metric('each', 'net / buyers', ['net'])];
    const of = terms({ term, kpis: [kpi('each', 'each')], definitions: { facts: [fact('orders')], measures, metrics } });
    const dates = { dates: { from: '2026-02-10', to: '2026-02-12' } };
    const plain = buildPlan([request(of, { ...year, periods: ['2026-02'], exclusions: [drop(['each'], dates)] })]);
    const [period] = plain.contracts[0]?.periods ?? [];
    expect(period?.variants.map(({ id, without }) => [id, without])).toEqual([
      ['buyers', [dates.dates]],
      ['revenue', [dates.dates]],
    ]);
    expect(plain.scans[0]?.tallies).toHaveLength(2); // every row (all that `other` and `buyers` need) and the revenue
    expect(plain.scans[0]?.distincts[0]?.targets).toEqual([
      [{ from: '2026-02-01', to: '2026-02-28' }],
      [
        { from: '2026-02-01', to: '2026-02-09' },
        { from: '2026-02-13', to: '2026-02-28' },
      ],
    ]);
    const some = buildPlan([request(of, { ...year, periods: ['2026-02'], exclusions: [drop(['each'], dates, equals('sku', 'A'))] })]);
    expect(some.scans[0]?.tallies.flatMap(({ except }) => except)).toEqual([
      { window: dates, where: equals('sku', 'A') },
      { window: dates, where: equals('sku', 'A') },
    ]);
  });

  it('of equal requests is equal, in whatever order measures are written', () => {
    const measures = [measure('b', 'orders', { sum: 'x' }), measure('a', 'orders', { sum: 'y' })];
    const of = (list: typeof measures) =>
      buildPlan([
        request(terms({ term, definitions: { facts: [fact('orders')], measures: list } }), year),
      ]).contracts[0]?.periods[0]?.measures.map(({ id }) => id);
    expect(of(measures)).toEqual(['a', 'b']);
    expect(of([...measures].reverse())).toEqual(['a', 'b']);
  });
});
