import { describe, expect, test } from 'vitest';
import type { Contract, Definitions, Filter } from '../../src/contract/model.js';
import { always, bonus, CAP, commission, fact, fees, found, kpi, penalty, RETAINER, steps, terms, wager } from './build-terms.js';

const reconcile = (left: string, right: string): Definitions['reconcile'] => {
  const clause = { file: 'contracts/acme/definitions.yaml', line: 30 };
  return [{ id: 'compare', left, right, tolerance: '0.05', onBreach: 'hold', clause }];
};

describe('unreconciled-main-kpi', () => {
  const main = (contract: Partial<Contract>, entries: Definitions['reconcile'] = []) => {
    return found(terms({ contract, definitions: { reconcile: entries } })).filter(({ code }) => code === 'unreconciled-main-kpi');
  };

  test('the KPI that moves most: 12 months of 7500 at best, 2500 at worst, less 150 in the 10 after grace', () => {
    const params = { metric: 'roas', swing: '@swing.most:61,500.00|USD', fees: 'reward, malus', measures: 'paid_revenue, ad_cost' };
    expect(main({})).toEqual([{ code: 'unreconciled-main-kpi', line: 31, params }]);
  });

  test('a month of one day counts by its day, as `quote` has it: 5,000.00 a month, 150.00 of a penalty after grace, and 5,150 ÷ 31 on 1 January', () => {
    const swing = (more: Partial<Contract> = {}) => main({ term: { from: '2026-01-01', to: '2027-01-01' }, ...more })[0]?.params.swing;
    // 61,500 + 166.129
    expect(swing()).toBe('@swing.most:61,666.13|USD');
    // the whole pool for that day, 5,000, and 150 ÷ 31 of a penalty on the retainer: 61,500 + 5,000 + 4.839
    expect(swing({ fees: [RETAINER, bonus({ prorate: false }), penalty()] })).toBe('@swing.most:66,504.84|USD');
    // 5% of 100,000 a month, and of 1 ÷ 31 of it
    expect(swing({ fees: [RETAINER, commission()], duties: [] })).toBe('@swing.most:60,161.29|USD');
  });

  test('one of its measures in a reconciliation is enough, also through a metric; others do not help', () => {
    expect(main({}, reconcile('ga4_revenue', 'paid_revenue'))).toEqual([]);
    expect(main({}, reconcile('net_revenue', 'ga4_revenue'))).toEqual([]);
    expect(main({}, reconcile('ga4_revenue', 'refunded'))).toHaveLength(1);
  });

  test('a commission on a base that nobody expects anything of has no limit but the cap', () => {
    const open = { baseline: [], fees: [RETAINER, commission(), bonus()] };
    expect(main(open).map(({ line, params: { metric, swing } }) => [line, metric, swing])).toEqual([[43, 'net_revenue', '@swing.open']]);
    const capped = { baseline: [], fees: [RETAINER, commission(), bonus(), CAP] };
    expect(main(capped).map(({ params: { metric, swing } }) => [metric, swing])).toEqual([
      ['net_revenue', '@swing.most:324,000.00|USD'], // 12 × (30,000 − the retainer of 3,000)
    ]);
  });

  test('a cap leaves what retainers do not use of it, in a period and over the term; a penalty comes to that', () => {
    const swing = (more: Partial<Contract>) => main({ kpis: [kpi({ weight: always('1') })], ...more })[0]?.params.swing;
    // 150% of 20,000 at best: 12 × 30,000, and 300 of a penalty in the ten months after grace
    const reward = bonus({ pool: always('20000'), points: always(steps('0', '0', '1', '1', '1.5', '1.5')) });
    const capped = (changes: object) => swing({ fees: [RETAINER, reward, penalty(), { ...CAP, ...changes }] });
    expect(swing({ fees: [RETAINER, reward, penalty()] })).toBe('@swing.most:363,000.00|USD');
    // 12 × (18,000 − 3,000) + 3,000
    expect(capped({ period: always('18000') })).toBe('@swing.most:183,000.00|USD');
    // 120,000 − 36,000 + 3,000
    expect(capped({ period: null, term: always('120000') })).toBe('@swing.most:87,000.00|USD');
    expect(capped({ period: always('18000'), term: always('120000') })).toBe('@swing.most:87,000.00|USD');
    expect(capped({ period: always('2000') })).toBe('@swing.most:3,000.00|USD');
  });

  test('a wager moves its limit to both sides, in every quarter', () => {
    const large = wager({ metric: 'net_revenue', over: 'quarter', pays: { stake: always('10000') } });
    const params = { metric: 'net_revenue', swing: '@swing.most:140,000.00|USD', fees: 'sales, bet' };
    expect(main({ fees: fees(large) })[0]?.params).toMatchObject(params); // 5% of 100000 a month, and 4 × 2 × 10000
  });

  test('a contract of fixed fees has none', () => expect(main({ fees: [RETAINER], duties: [] })).toEqual([]));
});

describe('provider-held-pays-provider', () => {
  const held = (ads: Definitions['facts'][number], contract: Partial<Contract>, entries?: Definitions['reconcile']) => {
    const clean = terms().definitions;
    const facts = clean.facts.map((one) => (one.id === ads.id ? ads : one));
    const definitions = { facts, ...(entries === undefined ? {} : { reconcile: entries }) };
    return found(terms({ contract, definitions })).filter(({ code }) => code === 'provider-held-pays-provider');
  };
  const ads = fact({
    id: 'ads',
    source: { view: 'ads' },
    grain: ['day'],
    custodian: 'provider',
    clause: { file: 'contracts/acme/definitions.yaml', line: 6 },
  });

  test('the fact behind paid KPIs', () => {
    const params = { fact: 'ads', metrics: 'roas, cac', fees: 'reward, malus' };
    expect(held(ads, {})).toEqual([{ code: 'provider-held-pays-provider', line: 6, params }]);
  });

  test('the brand holds something to compare it with', () => {
    expect(held(ads, {}, reconcile('ad_cost', 'ga4_revenue'))).toEqual([]);
    expect(held(ads, {}, reconcile('ad_cost', 'ad_cost'))).toHaveLength(1); // with itself is no comparison
  });

  test('a fact that only a minimum or a gate looks at pays nobody', () => {
    expect(held(ads, { fees: [RETAINER, commission(), CAP], duties: [] })).toEqual([]);
  });
});

describe('shared-load-log', () => {
  const told = (...facts: Definitions['facts']) => {
    return found(
      terms({ definitions: { facts: [...terms().definitions.facts.filter(({ id }) => !facts.some((one) => one.id === id)), ...facts] } }),
    ).filter(({ code }) => code === 'shared-load-log');
  };
  const log = (where: Filter | null) => ({ table: 'shop.loads', column: 'loaded_at', where });
  const own: Filter = { column: 'table_name', op: 'eq', value: { type: 'string', value: 'shop.orders' } };
  const orders = (where: Filter | null) => fact({ id: 'orders', freshness: log(where) });
  const refunds = (where: Filter | null, table = 'shop.refunds') => fact({ id: 'refunds', source: { table }, freshness: log(where) });

  test('two tables by one log, without saying which rows are whose', () => {
    expect(told(orders(null), refunds(null)).map(({ params }) => params)).toEqual([
      { fact: 'orders', log: 'shop.loads', others: 'refunds' },
      { fact: 'refunds', log: 'shop.loads', others: 'orders' },
    ]);
    expect(told(orders(own), refunds(null)).map(({ params: { fact: id } }) => id)).toEqual(['refunds']);
  });

  test('one table alone, or each with its own rows, is well', () => {
    expect(told(orders(own), refunds(own))).toEqual([]);
    expect(told(orders(null))).toEqual([]);
    expect(told(orders(null), refunds(null, 'shop.orders'))).toEqual([]);
  });

  test('a table that carries its own load time is told by its own rows, another one that follows it is not', () => {
    const loaded = { table: 'shop.orders', column: 'loaded_at', where: null };
    const found = told(
      fact({ id: 'orders', freshness: loaded }),
      fact({ id: 'refunds', source: { table: 'shop.refunds' }, freshness: loaded }),
    );
    expect(found.map(({ params }) => params)).toEqual([{ fact: 'refunds', log: 'shop.orders', others: 'orders' }]);
  });

  test('the facts of a pack are as the pack says', () => {
    const synced = { table: 'shop.order', column: '_fivetran_synced', where: null };
    const entries = (id: string) => fact({ id, source: { view: id }, freshness: synced });
    expect(told(entries('shopify_orders'), entries('shopify_refunds'))).toEqual([]);
    expect(told(entries('first_orders'), entries('last_orders'))).toHaveLength(2);
  });
});
