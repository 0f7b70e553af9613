import { describe, expect, test } from 'vitest';
import type { Fee } from '../../src/contract/fee-kinds/fee-kinds.js';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Filter, Terms } from '../../src/contract/model.js';
import { type Edit, editedFiles, GOOD_ID } from './good-contract.js';

function termsOf(...edits: Edit[]): Terms {
  const files = [...editedFiles(edits)].filter(([path]) => !path.includes('/events/'));
  const { folder, issues } = loadContract(GOOD_ID, new Map(files));
  expect(issues).toEqual([]);
  if (folder === null) throw new Error('not loaded');
  return folder.terms;
}

function fee(terms: Terms, id: string): Fee | undefined {
  return terms.contract.fees.find((each) => each.id === id);
}

const GOOD = termsOf();
const CONTRACT = `contracts/${GOOD_ID}/contract.yaml`;

describe('values', () => {
  test('shares are numbers, multiples stay multiples, a plain value holds from the first period on', () => {
    expect(GOOD.contract.kpis[0]).toEqual({
      id: 'roas',
      title: null,
      metric: 'roas',
      owner: 'provider',
      better: 'higher',
      weight: [{ from: '2026-01', value: '0.4' }],
      target: [
        { from: '2026-01', value: '3' },
        { from: '2026-07', value: '3.3' },
      ],
      threshold: [{ from: '2026-01', value: { times: '0.8' } }],
      stretch: [{ from: '2026-01', value: { times: '1.2' } }],
      cap: [{ from: '2026-01', value: '1.5' }],
      minimum: { metric: 'ad_spend', atLeast: [{ from: '2026-01', value: '10000' }] },
      whenMissing: 'hold',
      clause: { file: CONTRACT, line: 19 },
    });
  });

  test('numbers are exact whatever their length, as YAML numbers or as text', () => {
    const amounts = (written: string) => {
      const base = fee(termsOf(['contract.yaml', 'amount: 3000 }', `amount: ${written} }`]), 'base');
      return base?.kind === 'retainer' ? base.amount[0]?.value : undefined;
    };
    expect(amounts('12345678901234567.89')).toBe('12345678901234567.89');
    expect(amounts('"12345678901234567.89"')).toBe('12345678901234567.89');
    expect(amounts('0.1')).toBe('0.1');
    expect(amounts('3e3')).toBe('3000');
    expect(amounts('3000.00')).toBe('3000');
  });

  test('a share that 12 places do not hold is a fraction', () => {
    const terms = termsOf(['contract.yaml', 'kind: tax, rate: 6%', 'kind: tax, rate: 0.000000000001%']);
    expect(fee(terms, 'vat')).toMatchObject({ rate: [{ from: '2026-01', value: '1/100000000000000' }] });
  });

  test('tiers keep exact bounds in ascending order; bands written downwards are turned', () => {
    const terms = termsOf(['contract.yaml', '{ 0: 5%, 100000: 7% }', '{ 0: 5%, 99999.50: 6%, 100000: 7% }']);
    expect(fee(terms, 'share')).toMatchObject({
      tiers: [
        {
          from: '2026-01',
          value: [
            { at: '0', value: '0.05' },
            { at: '99999.5', value: '0.06' },
            { at: '100000', value: '0.07' },
          ],
        },
      ],
    });
    expect(fee(terms, 'late')).toMatchObject({
      bands: [
        {
          from: '2026-01',
          value: [
            { at: '0.6', value: '0.25' },
            { at: '0.8', value: '0.1' },
          ],
        },
      ],
    });
  });

  test('a map from periods is told from a table by its keys', () => {
    const terms = termsOf(['contract.yaml', '{ 0: 5%, 100000: 7% }', '{ 2025-12: { 0: 5% }, 2026-03: { 0: 4%, 2026: 6% } }']);
    expect(fee(terms, 'share')).toMatchObject({
      tiers: [
        { from: '2025-12', value: [{ at: '0', value: '0.05' }] },
        {
          from: '2026-03',
          value: [
            { at: '0', value: '0.04' },
            { at: '2026', value: '0.06' },
          ],
        },
      ],
    });
  });
});

describe('defaults, only those the language names', () => {
  test('of parties, composite, fees', () => {
    const terms = termsOf(['contract.yaml', ', required: 1 }', ' }'], ['contract.yaml', ', minWeightLeft: 50%', '']);
    expect(terms.contract.parties.brand).toEqual({
      name: 'Acme',
      signatories: ['alice', 'ann'],
      required: 1,
      access: { analyst: [], viewer: [] },
    });
    expect(terms.contract.parties.provider.access).toEqual({ analyst: [], viewer: ['group:kpi@linkstar.example'] });
    expect(terms.contract.composite).toEqual({ rule: 'weighted_mean', minWeightLeft: '0' });
    expect(fee(terms, 'base')).toMatchObject({ prorate: true });
    expect(fee(termsOf(['contract.yaml', ', recoverable: true', '']), 'floor')).toMatchObject({ recoverable: false, prorate: true });
    expect(terms.contract.kpis.map((kpi) => kpi.cap)).toEqual([
      [{ from: '2026-01', value: '1.5' }],
      [{ from: '2026-01', value: '1' }],
      [{ from: '2026-01', value: '1' }],
    ]);
  });

  test('absent clauses are null or empty', () => {
    const { contract } = GOOD;
    expect([contract.agreement, contract.ip, contract.payment, contract.amendments, contract.review, contract.dashboard]).toEqual(
      Array(6).fill(null),
    );
  });

  test.each([
    ['2026-01-16', '2026-01'], // 16 of 31 days: at least half
    ['2026-01-17', '2026-02'], // 15 of 31
    ['2026-02-15', '2026-02'], // 14 of 28: exactly half
    ['2026-02-16', '2026-03'],
  ])('grace of a term from %s begins in %s', (from, expected) => {
    const terms = termsOf(
      ['contract.yaml', 'from: 2026-01-01,', `from: ${from},`],
      ['contract.yaml', 'grace: { from: 2026-01, periods: 2', 'grace: { periods: 2'],
    );
    expect(terms.contract.grace?.from).toBe(expected);
  });

  test('grace of a term that nowhere reaches half a period begins with it', () => {
    const terms = termsOf(
      ['contract.yaml', 'term: { from: 2026-01-01, to: 2026-12-31 }', 'term: { from: 2026-01-28, to: 2026-02-03 }'],
      ['contract.yaml', 'grace: { from: 2026-01, periods: 2', 'grace: { periods: 2'],
    ).contract;
    expect(terms.grace?.from).toBe('2026-01');
  });
});

describe('fees', () => {
  test('every kind', () => {
    const first = <T>(value: T) => [{ from: '2026-01', value }];
    const at = (line: number) => ({ file: CONTRACT, line });
    expect(GOOD.contract.fees).toEqual([
      { id: 'base', title: null, clause: at(46), kind: 'retainer', amount: first('3000'), prorate: true },
      {
        id: 'share',
        title: null,
        clause: at(47),
        kind: 'commission',
        base: 'net_revenue',
        tiers: first([
          { at: '0', value: '0.05' },
          { at: '100000', value: '0.07' },
        ]),
        mode: 'marginal',
        accumulate: 'term',
      },
      {
        id: 'reward',
        title: null,
        clause: at(48),
        kind: 'bonus',
        pool: first('5000'),
        by: 'composite',
        points: first([
          { at: '0.8', value: '0.5' },
          { at: '1', value: '1' },
        ]),
        shape: 'linear',
        prorate: true,
      },
      {
        id: 'launch',
        title: null,
        clause: at(49),
        kind: 'milestone',
        amount: first('500'),
        due: '2026-06-30',
        reach: { metric: 'new_customers_total', atLeast: first('1000') },
      },
      {
        id: 'bet',
        title: null,
        clause: at(50),
        kind: 'wager',
        metric: 'net_revenue',
        better: 'higher',
        target: first('1200000'),
        over: 'quarter',
        deadband: first('0'),
        pays: { rate: first('0.1'), limit: first('5000') },
        onEarlyEnd: 'scale',
      },
      { id: 'floor', title: null, clause: at(51), kind: 'guarantee', amount: first('2000'), recoverable: true, prorate: true },
      {
        id: 'late',
        title: null,
        clause: at(52),
        kind: 'penalty',
        of: { fee: 'base' },
        by: 'roas',
        bands: first([
          { at: '0.6', value: '0.25' },
          { at: '0.8', value: '0.1' },
        ]),
        prorate: true,
      },
      { id: 'ceiling', title: null, clause: at(53), kind: 'cap', period: first('20000'), term: null, prorate: true },
      { id: 'vat', title: null, clause: at(54), kind: 'tax', rate: first('0.06'), label: 'VAT' },
    ]);
  });

  test('their other forms', () => {
    const terms = termsOf(
      ['contract.yaml', 'rate: 10%, limit: 5000', 'stake: 700'],
      ['contract.yaml', 'of: base, by', 'amount: 300, by'],
      ['contract.yaml', ', metric: new_customers_total, atLeast: 1000', ''],
      ['definitions.yaml', '  new_customers_total: { title: New customers, formula: new_customers, unit: number, type: flow }\n', ''],
    );
    expect(fee(terms, 'bet')).toMatchObject({ pays: { stake: [{ from: '2026-01', value: '700' }] } });
    expect(fee(terms, 'late')).toMatchObject({ of: { amount: [{ from: '2026-01', value: '300' }] } });
    expect(fee(terms, 'launch')).toMatchObject({ reach: null });
  });
});

describe('definitions', () => {
  const where = (written: string): Filter | null | undefined =>
    termsOf(['definitions.yaml', 'where: { status: [approved, shipped], is_test: false }', `where: ${written}`]).definitions.measures[0]
      ?.where;
  const string = (value: string) => ({ type: 'string', value });
  const number = (value: string) => ({ type: 'number', value });

  test('a filter as a tree', () => {
    expect(where('{ status: ok }')).toEqual({ column: 'status', op: 'eq', value: string('ok') });
    expect(where('{ status: [a, 1.50], is_test: false }')).toEqual({
      all: [
        { column: 'status', op: 'in', values: [string('a'), number('1.5')] },
        { column: 'is_test', op: 'eq', value: { type: 'boolean', value: false } },
      ],
    });
    expect(where('{ status: { not: void }, qty: { gte: 0.10, lt: 5, isNull: false } }')).toEqual({
      all: [
        { column: 'status', op: 'notIn', values: [string('void')] },
        { column: 'qty', op: 'gte', value: number('0.1') },
        { column: 'qty', op: 'lt', value: number('5') },
        { column: 'qty', op: 'isNull', value: false },
      ],
    });
    expect(where('{ any: [ { a: 1 }, { b: { between: [1, 2] }, c: { not: [x, y] } } ], d: "2" }')).toEqual({
      all: [
        {
          any: [
            { column: 'a', op: 'eq', value: number('1') },
            {
              all: [
                { column: 'b', op: 'between', low: number('1'), high: number('2') },
                { column: 'c', op: 'notIn', values: [string('x'), string('y')] },
              ],
            },
          ],
        },
        { column: 'd', op: 'eq', value: string('2') },
      ],
    });
  });

  test('numbers of filters are exact', () => {
    expect(where('{ order_no: 12345678901234567891 }')).toEqual({ column: 'order_no', op: 'eq', value: number('12345678901234567891') });
  });

  test('facts, measures, metrics, rates', () => {
    const { facts, measures, metrics, fx, reconcile, views } = GOOD.definitions;
    const file = `contracts/${GOOD_ID}/definitions.yaml`;
    expect(facts[1]).toEqual({
      id: 'ads',
      source: { view: 'ads' },
      grain: [],
      custodian: 'provider',
      freshness: null,
      clause: { file, line: 3 },
    });
    expect(measures.map(({ id, aggregate, when, currency, nulls }) => ({ id, aggregate, when, currency, nulls }))).toEqual([
      {
        id: 'paid_revenue',
        aggregate: { sum: 'item_value' },
        when: { column: 'approved_at', zone: null },
        currency: 'order_currency',
        nulls: 'undefined',
      },
      {
        id: 'new_customers',
        aggregate: { countDistinct: 'customer_id' },
        when: { column: 'approved_at', zone: null },
        currency: null,
        nulls: 'undefined',
      },
      { id: 'cost', aggregate: { sum: 'cost' }, when: { column: 'day', zone: 'America/New_York' }, currency: null, nulls: 'undefined' },
      {
        id: 'ad_revenue',
        aggregate: { sum: 'revenue' },
        when: { column: 'day', zone: 'America/New_York' },
        currency: null,
        nulls: 'undefined',
      },
    ]);
    expect(metrics[5]?.formula).toEqual({
      op: '/',
      left: { op: '-', left: { measure: 'paid_revenue' }, right: { measure: 'cost' } },
      right: { measure: 'paid_revenue' },
    });
    expect(metrics[2]?.formula).toEqual({ op: '/', left: { metric: 'net_revenue' }, right: { metric: 'ad_spend' } });
    expect(fx).toEqual({
      fact: 'rates',
      date: 'day',
      currency: 'ccy',
      rate: 'usd_per_unit',
      maxAgeDays: 7,
      inverted: false,
      clause: { file, line: 23 },
    });
    expect(reconcile[0]).toEqual({
      id: 'shop-vs-ads',
      left: 'paid_revenue',
      right: 'ad_revenue',
      tolerance: '0.05',
      onBreach: 'flag',
      clause: { file, line: 25 },
    });
    expect(views).toEqual([{ name: 'ads', duckdb: 'SELECT day, cost, revenue FROM raw.ads\n', bigquery: null }]);
  });
});

test('events', () => {
  const { folder } = loadContract(GOOD_ID, editedFiles([]));
  const events = folder?.events ?? [];
  expect(events.map(({ file, date, kind, party }) => `${date} ${kind} ${party} ${file.slice(11, -5)}`)).toEqual([
    '2026-01-20 exclusion null stockout',
    '2026-02-03 exclusion null ads',
    '2026-02-05 duty brand creatives',
    '2026-02-18 dispute brand dispute',
    '2026-02-20 escalation brand escalate',
    '2026-03-01 resolution null settled',
    '2026-03-02 acceptance_request provider ask',
    '2026-03-05 acceptance brand accept',
    '2026-03-06 review provider review',
    '2026-03-07 payment null paid',
    '2026-03-20 correction null fix',
    '2026-06-01 termination brand end',
  ]);
  expect(events.map((event) => ('treatment' in event ? event.treatment : null)).slice(0, 2)).toEqual([
    { kind: 'prorate', window: { dates: { from: '2026-01-11', to: '2026-01-12' } } },
    {
      kind: 'drop',
      window: { instants: { from: '1769918400000000', to: '1769961600000000' } },
      where: { column: 'channel', op: 'eq', value: { type: 'string', value: 'search' } },
    },
  ]);
  expect(events.flatMap((event) => ('amount' in event ? [event.amount] : []))).toEqual(['4200.5', '5000', '-12.34']);
  expect(events[2]).toMatchObject({ agreed: false });
  expect(events.every((event) => /^sha256:[0-9a-f]{64}$/.test(event.digest))).toBe(true);
});

describe('watched metrics and seasons', () => {
  const FLAG: Edit = ['definitions.yaml', 'onBreach: flag }', 'onBreach: flag }'];
  const withSeasons = (...lines: string[]): Edit => [FLAG[0], FLAG[1], `${FLAG[1]}\nseasons:\n${lines.join('\n')}`];

  test('terms without them have neither field', () => {
    expect(GOOD.contract).not.toHaveProperty('watch');
    expect(GOOD.definitions).not.toHaveProperty('seasons');
  });

  test('a watched metric is used by being watched', () => {
    const basket: Edit = [
      'definitions.yaml',
      '  gross_margin:',
      '  basket: { title: Basket, formula: paid_revenue, unit: money, type: flow }\n  gross_margin:',
    ];
    expect(termsOf(basket, ['contract.yaml', 'baseline:', 'watch: [basket]\nbaseline:']).contract.watch).toEqual(['basket']);
  });

  test('days are ranges, a factor is exact text, last year is the same dates of the year before', () => {
    const seasons = termsOf(
      withSeasons(
        '  - { name: { en: Double 11, zh: 双11 }, days: [{ from: 2026-11-01, to: 2026-11-11 }, 2026-12-12], factor: 2.50 }',
        '  - { name: Leap, days: [{ from: 2024-02-28, to: 2024-02-29 }], basis: last year }',
        '  - { name: Black Friday, days: [2026-11-27], basis: { from: 2025-11-28, to: 2025-11-28 } }',
        '  - { name: New, days: [2026-06-18] }',
      ),
    ).definitions.seasons;
    expect(seasons?.map(({ dates, factor, basis, clause }) => ({ dates, factor, basis, line: clause.line }))).toEqual([
      {
        dates: [
          { from: '2026-11-01', to: '2026-11-11' },
          { from: '2026-12-12', to: '2026-12-12' },
        ],
        factor: '2.5',
        basis: null,
        line: 27,
      },
      { dates: [{ from: '2024-02-28', to: '2024-02-29' }], factor: null, basis: [{ from: '2023-02-28', to: '2023-02-28' }], line: 28 },
      {
        dates: [{ from: '2026-11-27', to: '2026-11-27' }],
        factor: null,
        basis: [{ from: '2025-11-28', to: '2025-11-28' }],
        line: 29,
      },
      { dates: [{ from: '2026-06-18', to: '2026-06-18' }], factor: null, basis: null, line: 30 },
    ]);
  });
});
