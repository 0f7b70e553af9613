import { describe, expect, test } from 'vitest';
import type { Dimension } from '../../src/contract/model.js';
import type { EvidenceMeasure } from '../../src/evidence/model.js';
import { equals, fact, measure, request, terms } from '../build-terms.js';
import { measureFiles, only } from './data-folder.js';

/*
 * Ten orders of two days by channel and market. Worked by hand: 1 February 10.10 + 5 + 2.5 + 1 + 4 (NULL channel), 2 February 7 + 8 + 0.4 + 3 + 6.
 */
const HEADER = 'id,ts,amount,ccy,channel,market,customer,status';
const ORDERS = [
  HEADER,
  '1,2026-02-01 10:00:00Z,10.10,USD,google,DE,a,ok',
  '2,2026-02-01 11:00:00Z,5,USD,google,FR,b,ok',
  '3,2026-02-01 12:00:00Z,2.5,USD,meta,DE,a,ok',
  '4,2026-02-01 13:00:00Z,1,USD,tiktok,DE,c,ok',
  '5,2026-02-01 14:00:00Z,4,USD,,DE,d,ok',
  '6,2026-02-02 10:00:00Z,7,USD,google,DE,a,ok',
  '7,2026-02-02 11:00:00Z,8,USD,meta,,e,ok',
  '8,2026-02-02 12:00:00Z,0.4,EUR,meta,DE,b,ok',
  '9,2026-02-02 13:00:00Z,3,USD,google,DE,f,void',
  '10,2026-03-01 10:00:00Z,6,USD,tiktok,DE,a,ok',
];
const term = { from: '2026-02-01', to: '2026-03-31' };

async function parts(id: string, measures: ReturnType<typeof measure>[], lines: readonly string[] = ORDERS): Promise<EvidenceMeasure> {
  const of = terms({ term, zone: 'UTC', definitions: { facts: [fact('orders')], measures } });
  const measured = only(await measureFiles({ 'shop/orders.csv': lines }, [request(of, { asOf: '2026-04-15' })]));
  const found = measured.periods[0]?.measures.find((each) => each.id === id);
  if (found === undefined) throw new Error('not measured');
  return found;
}

const by = (...dimensions: Dimension[]) => ({ by: dimensions });

describe('parts of a measure', () => {
  test('a day has a value for each combination, all others and NULL last; they add up to the day', async () => {
    const sales = measure(
      'sales',
      'orders',
      { sum: 'amount' },
      by({ column: 'channel', values: ['google', 'meta'] }, { column: 'market', top: 1 }),
    );
    const { days, rows } = await parts('sales', [sales]);
    expect(rows).toBe(9);
    expect(days).toEqual([
      {
        day: '2026-02-01',
        rows: 5,
        value: '22.6',
        parts: [
          { of: ['google', 'DE'], rows: 1, value: '10.1' },
          { of: ['google', null], rows: 1, value: '5' },
          { of: ['meta', 'DE'], rows: 1, value: '2.5' },
          { of: [null, 'DE'], rows: 2, value: '5' },
        ],
      },
      {
        day: '2026-02-02',
        rows: 4,
        value: '18.4',
        parts: [
          { of: ['google', 'DE'], rows: 2, value: '10' },
          { of: ['meta', 'DE'], rows: 1, value: '0.4' },
          { of: ['meta', null], rows: 1, value: '8' },
        ],
      },
    ]);
  });

  test('by currency, with a filter, and a NULL amount', async () => {
    const lines = [...ORDERS, '11,2026-02-02 15:00:00Z,,USD,google,DE,a,ok'];
    const sales = measure(
      'sales',
      'orders',
      { sum: 'amount' },
      { ...by({ column: 'channel', top: 2 }), currency: 'ccy', where: equals('status', 'ok') },
    );
    const { days } = await parts('sales', [sales], lines);
    // google has 5 rows of the period, meta 3, tiktok 1: two are apart, whatever the filter leaves of them
    expect(days.map(({ parts: of, ...day }) => [day.day, day.currency, day.value, of])).toEqual([
      [
        '2026-02-01',
        'USD',
        '22.6',
        [
          { of: ['google'], rows: 2, value: '15.1' },
          { of: ['meta'], rows: 1, value: '2.5' },
          { of: [null], rows: 2, value: '5' },
        ],
      ],
      ['2026-02-02', 'EUR', '0.4', [{ of: ['meta'], rows: 1, value: '0.4' }]],
      [
        '2026-02-02',
        'USD',
        '15',
        [
          { of: ['google'], rows: 2, nulls: 1, value: '7' },
          { of: ['meta'], rows: 1, value: '8' },
        ],
      ],
    ]);
  });

  test('distinct counts are of each part and of the whole, and do not add up', async () => {
    const buyers = measure('buyers', 'orders', { countDistinct: 'customer' }, by({ column: 'channel', top: 2 }));
    const found = await parts('buyers', [buyers]);
    // google: a, b, f; meta: a, e, b; all others: c, d; together a to f
    expect(found.distinct).toBe(6);
    expect(found.parts).toEqual([
      { of: ['google'], distinct: 3 },
      { of: ['meta'], distinct: 3 },
      { of: [null], distinct: 2 },
    ]);
    expect(found.days.map((day) => day.parts?.map(({ of, rows }) => [of, rows]))).toEqual([
      [
        [['google'], 2],
        [['meta'], 1],
        [[null], 2],
      ],
      [
        [['google'], 2],
        [['meta'], 2],
      ],
    ]);
  });

  test('which values are apart is found in each period by itself, ties by their bytes', async () => {
    const count = measure('n', 'orders', { count: 'rows' }, by({ column: 'channel', top: 1 }));
    const of = terms({ term, zone: 'UTC', definitions: { facts: [fact('orders')], measures: [count] } });
    const lines = [
      HEADER,
      ...['b', 'a', 'Z'].map((channel, index) => `${index},2026-02-01 10:00:00Z,1,USD,${channel},DE,a,ok`),
      '9,2026-03-01 10:00:00Z,1,USD,b,DE,a,ok',
    ];
    const { periods } = only(await measureFiles({ 'shop/orders.csv': lines }, [request(of, { asOf: '2026-04-15' })]));
    expect(periods.map(({ measures }) => measures[0]?.days[0]?.parts?.map((part) => [part.of[0], part.rows]))).toEqual([
      [
        ['Z', 1],
        [null, 2],
      ],
      [['b', 1]],
    ]);
  });

  test('text that is no name of a segment is of all others: empty, too long, or with signs that nobody sees', async () => {
    const long = 'x'.repeat(61);
    const names = ['', long, 'a\u202eb', 'x'.repeat(60), 'é', 'e\u0301'];
    const lines = [HEADER, ...names.map((channel, index) => `${index},2026-02-01 10:00:00Z,1,USD,"${channel}",DE,a,ok`)];
    const { days } = await parts('n', [measure('n', 'orders', { count: 'rows' }, by({ column: 'channel', top: 20 }))], lines);
    expect(days[0]?.parts).toEqual([
      { of: ['x'.repeat(60)], rows: 1, value: '1' },
      { of: ['é'], rows: 2, value: '2' },
      { of: [null], rows: 3, value: '3' },
    ]);
  });

  test('what is not divided reads as it did', async () => {
    const plain = measure('sales', 'orders', { sum: 'amount' });
    const divided = measure('sales', 'orders', { sum: 'amount' }, by({ column: 'channel', top: 20 }));
    const { days, ...rest } = await parts('sales', [divided]);
    const undivided = await parts('sales', [plain]);
    expect({ ...rest, days: days.map(({ parts: _, ...day }) => day) }).toEqual(undivided);
  });
});
