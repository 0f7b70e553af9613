import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Filter, Literal } from '../../src/contract/model.js';
import { drop, equals, fact, kpi, measure, metric, request, terms } from '../build-terms.js';
import { measureFiles, only, texts, totals } from './data-folder.js';

const january = { from: '2026-01-01', to: '2026-01-31' };
const text = (value: string): Literal => ({ type: 'string', value });
const number = (value: string): Literal => ({ type: 'number', value });

describe('where', () => {
  const csv = [
    'id,ts,amount,status,qty,is_test,cust',
    '1,2026-01-02T00:00:00Z,1,ok,1,false,x',
    '2,2026-01-02T00:00:00Z,2,paid,2,true,x',
    '4,2026-01-02T00:00:00Z,4,,5,false,y',
    '8,2026-01-02T00:00:00Z,8,void,9,false,',
    '16,2026-01-02T00:00:00Z,16,paid,,,z',
    '32,2026-02-01T00:00:00Z,32,ok,1,false,q',
  ];
  const cases: readonly [string, Filter, string][] = [
    ['not: NULL never matches', { column: 'status', op: 'notIn', values: [text('void')] }, '19'],
    ['isNull', { column: 'status', op: 'isNull', value: true }, '4'],
    ['isNull: false', { column: 'status', op: 'isNull', value: false }, '27'],
    ['a list', { column: 'status', op: 'in', values: [text('ok'), text('paid')] }, '19'],
    ['any', { any: [equals('status', 'ok'), { column: 'qty', op: 'gte', value: number('5') }] }, '13'],
    ['between is inclusive', { column: 'qty', op: 'between', low: number('2'), high: number('5') }, '6'],
    ['a boolean', { column: 'is_test', op: 'eq', value: { type: 'boolean', value: false } }, '13'],
    ['numbers compare numerically: 9 is below 10', { column: 'qty', op: 'lt', value: number('10') }, '15'],
    ['a number between two integers', { column: 'qty', op: 'gt', value: number('4.5') }, '12'],
    ['text compares bytewise: upper case is before lower', { column: 'status', op: 'lt', value: text('p') }, '1'],
    [
      'two columns are AND',
      {
        all: [
          { column: 'qty', op: 'lt', value: number('5') },
          { column: 'status', op: 'notIn', values: [text('ok')] },
        ],
      },
      '2',
    ],
    ['an empty list of alternatives matches nothing', { any: [] }, '0'],
  ];
  it.each(cases)('%s', async (_, where, expected) => {
    const measures = [measure('m', 'sales', { sum: 'amount' }, { where })];
    const asked = request(terms({ term: january, definitions: { facts: [fact('sales')], measures } }), { asOf: '2026-02-05' });
    for (const route of ['groups', 'rows'] as const) {
      expect(totals(only(await measureFiles({ 'shop/sales.csv': csv }, [asked], { route })), 'm')).toEqual({ '2026-01': expected });
    }
  });

  it('a DATE column compares with ISO text', async () => {
    const parquet = `SELECT 1 AS id, TIMESTAMPTZ '2026-01-02 00:00:00Z' AS ts, 5 AS amount, DATE '2026-01-09' AS due
      UNION ALL SELECT 2, TIMESTAMPTZ '2026-01-02 00:00:00Z', 7, DATE '2026-01-10'`;
    const where: Filter = { column: 'due', op: 'gte', value: text('2026-01-10') };
    const measures = [measure('m', 'sales', { sum: 'amount' }, { where })];
    const asked = request(terms({ term: january, definitions: { facts: [fact('sales')], measures } }), { asOf: '2026-02-05' });
    expect(totals(only(await measureFiles({ 'shop/sales.parquet': { parquet } }, [asked])), 'm')).toEqual({ '2026-01': '7' });
  });

  it('values never become SQL', async () => {
    const nasty = `ok' OR '1'='1`;
    const csvOf = [
      'id,ts,amount,status',
      `1,2026-01-02T00:00:00Z,1,ok`,
      `2,2026-01-02T00:00:00Z,2,"${nasty}"`,
      `3,2026-01-02T00:00:00Z,4,"'); DROP TABLE x; --"`,
    ];
    const measures = [
      measure('nasty', 'sales', { sum: 'amount' }, { where: equals('status', nasty) }),
      measure(
        'drop',
        'sales',
        { count: 'rows' },
        { where: { column: 'status', op: 'notIn', values: [text(`'); DROP TABLE x; --`), text('$1')] } },
      ),
      measure('distinct', 'sales', { countDistinct: 'id' }, { where: equals('status', nasty) }),
    ];
    const asked = request(terms({ term: january, definitions: { facts: [fact('sales')], measures } }), { asOf: '2026-02-05' });
    const measured = only(await measureFiles({ 'shop/sales.csv': csvOf }, [asked]));
    expect([totals(measured, 'nasty'), totals(measured, 'drop'), totals(measured, 'distinct')]).toEqual([
      { '2026-01': '2' },
      { '2026-01': '2' },
      { '2026-01': '1' },
    ]);
  });

  it('numbers and text in one list, and numbers with too many digits, are issues', async () => {
    const measures = [
      measure('mixed', 'sales', { count: 'rows' }, { where: { column: 'status', op: 'in', values: [text('ok'), number('1')] } }),
      measure('fine', 'sales', { count: 'rows' }, { where: { column: 'qty', op: 'gt', value: number('0.1234567891') } }),
    ];
    const asked = request(terms({ term: january, definitions: { facts: [fact('sales')], measures } }), { asOf: '2026-02-05' });
    expect(texts(await measureFiles({ 'shop/sales.csv': csv }, [asked]))).toEqual([
      'filter-mixed-values: a condition on "status" mixes text, numbers or true and false',
      'filter-number-range: 0.1234567891, compared with column "qty", has more than 29 digits before or 9 after the point',
    ]);
  });
});

describe('NULL amounts and currencies', () => {
  const csv = [
    'id,ts,amount,ccy',
    '1,2026-01-02T00:00:00Z,100,USD',
    '2,2026-01-02T00:00:00Z,,USD',
    '3,2026-01-02T00:00:00Z,5,',
    '4,2026-01-03T00:00:00Z,,',
    '5,2026-01-03T00:00:00Z,7.25,EUR',
  ];
  it('are counted per measure; a row without currency adds nothing', async () => {
    const measures = [
      measure('plain', 'sales', { sum: 'amount' }),
      measure('money', 'sales', { sum: 'amount' }, { currency: 'ccy' }),
      measure('rows', 'sales', { count: 'rows' }),
    ];
    const asked = request(terms({ term: january, definitions: { facts: [fact('sales')], measures } }), { asOf: '2026-02-05' });
    const [period] = only(await measureFiles({ 'shop/sales.csv': csv }, [asked])).periods;
    expect(period?.measures).toEqual([
      {
        id: 'money',
        rows: 5,
        nulls: 3,
        days: [
          { day: '2026-01-02', rows: 1, nulls: 1, value: '0' },
          { day: '2026-01-02', currency: 'USD', rows: 2, nulls: 1, value: '100' },
          { day: '2026-01-03', rows: 1, nulls: 1, value: '0' },
          { day: '2026-01-03', currency: 'EUR', rows: 1, value: '7.25' },
        ],
      },
      {
        id: 'plain',
        rows: 5,
        nulls: 2,
        days: [
          { day: '2026-01-02', rows: 3, nulls: 1, value: '105' },
          { day: '2026-01-03', rows: 2, nulls: 1, value: '7.25' },
        ],
      },
      {
        id: 'rows',
        rows: 5,
        nulls: 0,
        days: [
          { day: '2026-01-02', rows: 3, value: '3' },
          { day: '2026-01-03', rows: 2, value: '2' },
        ],
      },
    ]);
  });
});

describe('a currency column', () => {
  it('that holds something else is an issue', async () => {
    const parquet = `SELECT i AS id, TIMESTAMPTZ '2026-01-02 00:00:00Z' AS ts, 1 AS amount, 'order ' || i AS ccy FROM range(2000) t(i)`;
    const measures = [measure('money', 'sales', { sum: 'amount' }, { currency: 'ccy' })];
    const asked = request(terms({ term: january, definitions: { facts: [fact('sales')], measures } }), { asOf: '2026-02-05' });
    expect(texts(await measureFiles({ 'shop/sales.parquet': { parquet } }, [asked]))).toEqual([
      'data-not-a-currency: column "ccy" of shop.sales has hundreds of different values, so it holds no currencies',
    ]);
  });
});

describe('rates', () => {
  const sales = (ccy: string[]) => ['id,ts,amount,ccy', ...ccy];
  const of = (maxAgeDays = 7) =>
    terms({
      zone: 'Asia/Shanghai',
      term: january,
      definitions: {
        facts: [fact('sales'), fact('rates', { grain: ['day', 'ccy'] })],
        measures: [measure('money', 'sales', { sum: 'amount' }, { currency: 'ccy' })],
        fx: { fact: 'rates', date: 'day', currency: 'ccy', rate: 'usd', maxAgeDays, inverted: false, clause: { file: 'd.yaml', line: 40 } },
      },
    });
  const ratesOf = async (rows: string[], rates: string[], maxAgeDays = 7) => {
    const files = { 'shop/sales.csv': sales(rows), 'shop/rates.csv': ['day,ccy,usd', ...rates] };
    return only(await measureFiles(files, [request(of(maxAgeDays), { asOf: '2026-02-05' })])).periods[0]?.rates;
  };

  it('the last on or before the local day; the contract’s own currency needs none', async () => {
    const rows = [
      '1,2026-01-09T03:00:00Z,1,EUR',
      '2,2026-01-11T15:59:59Z,1,EUR',
      '3,2026-01-11T16:00:00Z,1,EUR',
      '4,2026-01-20T00:00:00Z,1,USD',
    ];
    expect(await ratesOf(rows, ['2026-01-09,EUR,1.1', '2026-01-12,EUR,1.2345', '2026-01-31,EUR,9'])).toEqual([
      { currency: 'EUR', day: '2026-01-09', rateDay: '2026-01-09', rate: '1.1' },
      { currency: 'EUR', day: '2026-01-11', rateDay: '2026-01-09', rate: '1.1' },
      { currency: 'EUR', day: '2026-01-12', rateDay: '2026-01-12', rate: '1.2345' },
    ]);
  });

  it('at most maxAgeDays old; before the term counts too; codes compare exactly', async () => {
    const rows = ['1,2026-01-02T03:00:00Z,1,EUR', '2,2026-01-03T03:00:00Z,1,EUR', '3,2026-01-05T03:00:00Z,1,eur'];
    expect(await ratesOf(rows, ['2025-12-26,EUR,1.1'])).toEqual([
      { currency: 'EUR', day: '2026-01-02', rateDay: '2025-12-26', rate: '1.1' },
      { currency: 'EUR', day: '2026-01-03' },
      { currency: 'eur', day: '2026-01-05' },
    ]);
  });

  it('dates that are none are an issue', async () => {
    const files = {
      'shop/sales.csv': sales(['1,2026-01-02T03:00:00Z,1,EUR']),
      'shop/rates.csv': ['day,ccy,usd', '2026-01-02T00:00:00Z,EUR,1.1'],
    };
    expect(texts(await measureFiles(files, [request(of(), { asOf: '2026-02-05' })]))).toEqual([
      `data-not-a-date: ${join('shop', 'rates.csv')}, line 2: the value in column "day" is not a date: it has a time of day (1 in all)`,
    ]);
  });

  it('the same day twice, and a rate of zero or less, are no rates; a NULL rate is none at all', async () => {
    const rows = ['1,2026-01-02T03:00:00Z,1,EUR', '2,2026-01-05T03:00:00Z,1,GBP', '3,2026-01-05T03:00:00Z,1,CHF'];
    const rates = ['2026-01-02,EUR,1.1', '2026-01-02,EUR,1.1', '2026-01-05,GBP,0', '2026-01-04,CHF,1.25', '2026-01-05,CHF,'];
    expect(await ratesOf(rows, rates)).toEqual([
      { currency: 'CHF', day: '2026-01-05', rateDay: '2026-01-04', rate: '1.25' },
      { currency: 'EUR', day: '2026-01-02', rateDay: '2026-01-02', problem: 'duplicate' },
      { currency: 'GBP', day: '2026-01-05', rateDay: '2026-01-05', problem: 'not_positive' },
    ]);
  });
});

describe('exclusions', () => {
  const csv = [
    'id,ts,amount,status,sku',
    '1,2026-01-05T00:00:00Z,300,ok,A',
    '2,2026-01-05T00:00:00Z,200,ok,B',
    '3,2026-01-09T00:00:00Z,100,ok,A',
    '4,2026-01-05T00:00:00Z,50,ok,',
    '5,2026-02-01T00:00:00Z,1,ok,A',
  ];
  const metrics = [metric('aov', 'revenue / orders'), metric('volume', 'orders'), metric('buyers', 'customers')];
  const of = terms({
    term: { from: '2026-01-01', to: '2026-02-28' },
    kpis: [kpi('aov', 'aov', { minimum: { metric: 'buyers', atLeast: [{ from: '2026-01', value: '1' }] } }), kpi('other', 'volume')],
    definitions: {
      facts: [fact('sales')],
      measures: [
        measure('revenue', 'sales', { sum: 'amount' }),
        measure('orders', 'sales', { count: 'rows' }),
        measure('customers', 'sales', { countDistinct: 'sku' }),
        measure('unused', 'sales', { count: 'rows' }),
      ],
      metrics,
    },
  });
  const variants = async (exclusion: ReturnType<typeof drop>) => {
    const measured = only(await measureFiles({ 'shop/sales.csv': csv }, [request(of, { asOf: '2026-03-10', exclusions: [exclusion] })]));
    return measured.periods.map((period) => [period.exclusions, period.variants]);
  };
  const one = (day: string, rows: number, value: string) => ({ day, rows, value });

  it('of whole days: the measures of the KPI and of its minimum on the rest', async () => {
    expect(await variants(drop(['aov'], { dates: { from: '2026-01-05', to: '2026-01-06' } }))).toEqual([
      [
        ['2026-01-30-x.yaml'],
        [
          { kpi: 'aov', id: 'customers', rows: 1, nulls: 0, days: [{ day: '2026-01-09', rows: 1 }], distinct: 1 },
          { kpi: 'aov', id: 'orders', rows: 1, nulls: 0, days: [one('2026-01-09', 1, '1')] },
          { kpi: 'aov', id: 'revenue', rows: 1, nulls: 0, days: [one('2026-01-09', 1, '100')] },
        ],
      ],
      [[], []],
    ]);
  });

  it('of some rows: a NULL does not match, so it stays', async () => {
    const [first] = await variants(drop(['aov'], { dates: { from: '2026-01-05', to: '2026-01-06' } }, equals('sku', 'A')));
    expect(first?.[1]).toEqual([
      {
        kpi: 'aov',
        id: 'customers',
        rows: 3,
        nulls: 0,
        days: [
          { day: '2026-01-05', rows: 2 },
          { day: '2026-01-09', rows: 1 },
        ],
        distinct: 2,
      },
      { kpi: 'aov', id: 'orders', rows: 3, nulls: 0, days: [one('2026-01-05', 2, '2'), one('2026-01-09', 1, '1')] },
      { kpi: 'aov', id: 'revenue', rows: 3, nulls: 0, days: [one('2026-01-05', 2, '250'), one('2026-01-09', 1, '100')] },
    ]);
  });

  it('by the hour: half-open', async () => {
    const from = String(Date.UTC(2026, 0, 4, 12) * 1000);
    const [until] = await variants(drop(['other'], { instants: { from, to: String(Date.UTC(2026, 0, 5) * 1000) } }));
    expect(until?.[1]).toEqual([
      { kpi: 'other', id: 'orders', rows: 4, nulls: 0, days: [one('2026-01-05', 3, '3'), one('2026-01-09', 1, '1')] },
    ]);
    const [through] = await variants(drop(['other'], { instants: { from, to: String(Date.UTC(2026, 0, 5) * 1000 + 1) } }));
    expect(through?.[1]).toEqual([{ kpi: 'other', id: 'orders', rows: 1, nulls: 0, days: [one('2026-01-09', 1, '1')] }]);
  });

  it('by the hour on dates is an issue', async () => {
    const dates = csv.map((line) => line.replace(/T00:00:00Z/, ''));
    const exclusion = drop(['other'], { instants: { from: '0', to: '1' } });
    expect(texts(await measureFiles({ 'shop/sales.csv': dates }, [request(of, { asOf: '2026-03-10', exclusions: [exclusion] })]))).toEqual([
      'instant-window-on-date: an exclusion by the hour applies to "ts", which holds only dates',
    ]);
  });
});

describe('grain keys', () => {
  const of = (grain: string[]) =>
    terms({
      term: { from: '2026-01-01', to: '2026-03-31' },
      definitions: {
        facts: [fact('sales', { grain })],
        measures: [measure('m', 'sales', { count: 'rows' }, { where: equals('status', 'ok') })],
      },
    });
  const scans = async (grain: string[], rows: string[]) => {
    const csv = ['id,part,ts,status', ...rows];
    const measured = only(await measureFiles({ 'shop/sales.csv': csv }, [request(of(grain), { asOf: '2026-04-10' })]));
    return measured.periods.map(
      ({ facts }) =>
        facts[0]?.scans.map(({ duplicateKeys, duplicateDays, repeatedKeys }) => ({ duplicateKeys, duplicateDays, repeatedKeys }))[0],
    );
  };
  const clean = { duplicateKeys: 0, duplicateDays: undefined, repeatedKeys: [] };
  const on = (day: string) => ({ day, keys: 1 });

  it('repeat inside a period, whatever `where` says', async () => {
    const rows = [
      '1,a,2026-01-01T00:00:00Z,ok',
      '1,a,2026-01-31T23:59:59Z,void',
      '1,a,2026-01-05T00:00:00Z,ok',
      '2,a,2026-01-05T00:00:00Z,ok',
    ];
    // by the day of the second row: 1, 5, 31 January
    expect(await scans(['id'], rows)).toEqual([{ duplicateKeys: 1, duplicateDays: [on('2026-01-05')], repeatedKeys: [] }, clean, clean]);
  });

  it('count by the day on which each begins to repeat', async () => {
    const rows = [
      '1,a,2026-01-03T00:00:00Z,ok',
      '1,a,2026-01-03T01:00:00Z,ok',
      '2,a,2026-01-01T00:00:00Z,ok',
      '2,a,2026-01-20T00:00:00Z,ok',
      '3,a,2026-01-19T00:00:00Z,ok',
      '3,a,2026-01-20T00:00:00Z,ok',
      '2,a,2026-02-02T00:00:00Z,ok',
      '2,a,2026-02-04T00:00:00Z,ok',
    ];
    expect(await scans(['id'], rows)).toEqual([
      { duplicateKeys: 3, duplicateDays: [on('2026-01-03'), { day: '2026-01-20', keys: 2 }], repeatedKeys: [] },
      {
        duplicateKeys: 1,
        duplicateDays: [on('2026-02-04')],
        repeatedKeys: [{ period: '2026-01', keys: 1, days: [on('2026-02-02')] }],
      },
      clean,
    ]);
  });

  it('repeat across periods: the later one is named, once per earlier period', async () => {
    const rows = [
      '1,a,2026-01-05T00:00:00Z,ok',
      '1,a,2026-02-05T00:00:00Z,ok',
      '1,a,2026-03-05T00:00:00Z,ok',
      '2,a,2026-01-05T00:00:00Z,ok',
      '2,a,2026-03-06T00:00:00Z,ok',
    ];
    expect(await scans(['id'], rows)).toEqual([
      clean,
      { ...clean, repeatedKeys: [{ period: '2026-01', keys: 1, days: [on('2026-02-05')] }] },
      {
        ...clean,
        repeatedKeys: [
          { period: '2026-01', keys: 2, days: [on('2026-03-05'), on('2026-03-06')] },
          { period: '2026-02', keys: 1, days: [on('2026-03-05')] },
        ],
      },
    ]);
  });

  it('outside the measured days do not matter', async () => {
    const rows = ['1,a,2025-12-31T23:59:59Z,ok', '1,a,2026-01-05T00:00:00Z,ok', '1,a,2026-04-01T00:00:00Z,ok', '1,a,,ok'];
    expect(await scans(['id'], rows)).toEqual([clean, clean, clean]);
  });

  it('of several columns; NULLs are equal', async () => {
    const rows = [
      '1,,2026-01-05T00:00:00Z,ok',
      '1,,2026-01-06T00:00:00Z,ok',
      ',,2026-01-06T00:00:00Z,ok',
      '1,a,2026-01-06T00:00:00Z,ok',
      ',,2026-02-06T00:00:00Z,ok',
    ];
    expect(await scans(['id', 'part'], rows)).toEqual([
      { duplicateKeys: 1, duplicateDays: [on('2026-01-06')], repeatedKeys: [] },
      { ...clean, repeatedKeys: [{ period: '2026-01', keys: 1, days: [on('2026-02-06')] }] },
      clean,
    ]);
  });

  it('of integers, too: one NULL is a key, two are a repeat', async () => {
    const rows = (nulls: string) => ({
      parquet: `SELECT CAST(i AS BIGINT) AS id, 'a' AS part, TIMESTAMPTZ '2026-01-05 00:00:00Z' AS ts, 'ok' AS status
        FROM (VALUES (9000000000), (9000000001)${nulls}) AS t(i)`,
    });
    const keys = async (nulls: string) => {
      const measured = only(await measureFiles({ 'shop/sales.parquet': rows(nulls) }, [request(of(['id']), { asOf: '2026-04-10' })]));
      return measured.periods[0]?.facts[0]?.scans[0]?.duplicateKeys;
    };
    expect([await keys(''), await keys(', (NULL)'), await keys(', (NULL), (NULL)'), await keys(', (9000000001)')]).toEqual([0, 0, 1, 1]);
  });
});

describe('distinct counts', () => {
  it.each(['VARCHAR', 'BIGINT'])('of %s in more periods than an integer has bits', async (type) => {
    // customer n buys on day n, n+1 and 300-n: 130 weeks, each with its own customers
    const parquet = `SELECT row_number() OVER () AS id, DATE '2024-01-01' + CAST(d AS INTEGER) AS ts, CAST(n AS ${type}) AS cust
      FROM (SELECT n, unnest([n, n + 1, 900 - n]) AS d FROM range(0, 900) AS t(n))`;
    const of = terms({
      every: 'week',
      term: { from: '2024-01-01', to: '2026-06-28' },
      definitions: { facts: [fact('sales')], measures: [measure('buyers', 'sales', { countDistinct: 'cust' })] },
    });
    const span = { from: '2024-01-01', to: '2026-06-28' };
    const spans = [
      { measure: 'buyers', span },
      { measure: 'buyers', span: { from: '2024-03-01', to: '2025-02-28' } },
    ];
    const measured = only(await measureFiles({ 'shop/sales.parquet': { parquet } }, [request(of, { asOf: '2026-07-10', spans })]));
    const days = Array.from({ length: 900 }, (_, n) => [n, n + 1, 900 - n].map((day) => ({ n, day }))).flat();
    const between = (from: number, to: number) => new Set(days.filter(({ day }) => day >= from && day <= to).map(({ n }) => n)).size;
    const weeks = Object.values(totals(measured, 'buyers'));
    expect(weeks).toHaveLength(130);
    expect(weeks).toEqual(weeks.map((_, week) => String(between(week * 7, week * 7 + 6))));
    expect(measured.spans.map(({ distinct }) => distinct)).toEqual([900, between(60, 424)]);
  });

  const rows = [
    ['2026-01-02', 'x', 1],
    ['2026-01-03', 'y', 2],
    ['2026-01-04', 'x', 1],
    ['2026-02-02', 'x', 1],
    ['2026-02-03', 'z', 3],
    ['2026-03-01', 'w', 4],
    ['2026-01-09', null, null],
  ] as const;
  const select = rows
    .map(([day, cust, number], index) => {
      const name = cust === null ? 'NULL' : `'${cust}'`;
      return `SELECT ${index} AS id, TIMESTAMPTZ '${day} 00:00:00Z' AS ts, ${name} AS cust, CAST(${number ?? 'NULL'} AS BIGINT) AS number`;
    })
    .join(' UNION ALL ');
  it.each(['cust', 'number'])('per period and to date, of %s', async (column) => {
    const of = terms({
      term: { from: '2026-01-01', to: '2026-02-28' },
      definitions: { facts: [fact('sales')], measures: [measure('buyers', 'sales', { countDistinct: column })] },
    });
    const spans = [
      { measure: 'buyers', span: { from: '2026-01-01', to: '2026-02-28' } },
      { measure: 'buyers', span: { from: '2026-01-03', to: '2026-02-02' } },
    ];
    const measured = only(await measureFiles({ 'shop/sales.parquet': { parquet: select } }, [request(of, { asOf: '2026-03-10', spans })]));
    expect(totals(measured, 'buyers')).toEqual({ '2026-01': '2', '2026-02': '2' });
    expect(measured.spans.map(({ from, to, distinct }) => [from, to, distinct])).toEqual([
      ['2026-01-01', '2026-02-28', 3],
      ['2026-01-03', '2026-02-02', 2],
    ]);
    expect(measured.periods[0]?.measures[0]).toMatchObject({ rows: 4, nulls: 0 });
  });
});
