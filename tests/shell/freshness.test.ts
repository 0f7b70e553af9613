import { describe, expect, it } from 'vitest';
import type { Fact, Measure } from '../../src/contract/model.js';
import { equals, fact, measure, request, terms } from '../build-terms.js';
import { type Content, measureFiles, only, texts } from './data-folder.js';

const csv = (...values: string[]): Content => ['id,ts,status', ...values.map((value, index) => `${index},${value},ok`)];

async function fresh(
  files: Record<string, Content>,
  options: { zone?: string; asOf?: string; when?: Measure['when']; freshness?: Fact['freshness']; measures?: readonly Measure[] } = {},
): Promise<unknown> {
  const measures = options.measures ?? [
    measure('rows', 'sales', { count: 'rows' }, { ...(options.when === undefined ? {} : { when: options.when }) }),
  ];
  const of = terms({
    zone: options.zone ?? 'UTC',
    term: { from: '2026-01-01', to: '2026-02-28' },
    definitions: { facts: [fact('sales', { freshness: options.freshness ?? null })], measures },
  });
  const measurement = await measureFiles(files, [request(of, { asOf: options.asOf ?? '2026-03-10' })]);
  if (measurement.issues.length > 0) return texts(measurement);
  return only(measurement).periods.map(({ facts }) => [facts[0]?.freshAt, facts[0]?.complete]);
}

describe('by its rows', () => {
  it('complete when they reach the end of the last day, to the instant', async () => {
    expect(await fresh({ 'shop/sales.csv': csv('2026-01-31T15:59:59Z') }, { zone: 'Asia/Shanghai' })).toEqual([
      ['2026-01-31T15:59:59Z', false],
      ['2026-01-31T15:59:59Z', false],
    ]);
    expect(await fresh({ 'shop/sales.csv': csv('2026-01-31T16:00:00Z') }, { zone: 'Asia/Shanghai' })).toEqual([
      ['2026-01-31T16:00:00Z', true],
      ['2026-01-31T16:00:00Z', false],
    ]);
  });

  it('rows after asOf do not count; asOf includes its day', async () => {
    const files = {
      'shop/sales.csv': csv('2026-01-05T00:00:00Z', '2026-03-10T15:59:59.999999Z', '2026-03-10T16:00:00Z', '2099-01-01T00:00:00Z'),
    };
    expect(await fresh(files, { zone: 'Asia/Shanghai' })).toEqual([
      ['2026-03-10T15:59:59.999999Z', true],
      ['2026-03-10T15:59:59.999999Z', true],
    ]);
    expect(await fresh({ 'shop/sales.csv': csv('2026-03-11T00:00:00Z') })).toEqual([
      [undefined, false],
      [undefined, false],
    ]);
  });

  it('also old ones tell how far the data goes', async () => {
    expect(await fresh({ 'shop/sales.csv': csv('2024-02-29T12:00:00Z', '2099-01-01T00:00:00Z') })).toEqual([
      ['2024-02-29T12:00:00Z', false],
      ['2024-02-29T12:00:00Z', false],
    ]);
  });

  it('a DATE reaches the end of its day', async () => {
    expect(await fresh({ 'shop/sales.csv': csv('2026-01-31', '2026-03-11') }, { zone: 'Asia/Shanghai' })).toEqual([
      ['2026-01-31T16:00:00Z', true],
      ['2026-01-31T16:00:00Z', false],
    ]);
  });

  it('times that no calendar holds are none', async () => {
    const parquet = (value: string, type: string): Content => ({
      parquet: `SELECT 1 AS id, CAST('${value}' AS ${type}) AS ts, 'ok' AS status`,
    });
    const never = [
      [undefined, false],
      [undefined, false],
    ];
    expect(await fresh({ 'shop/sales.parquet': parquet('infinity', 'TIMESTAMPTZ') })).toEqual(never);
    expect(await fresh({ 'shop/sales.parquet': parquet('-infinity', 'TIMESTAMPTZ') })).toEqual(never);
    expect(
      await fresh({ 'shop/sales.parquet': parquet('290000-01-01 (BC) 00:00:00', 'TIMESTAMP') }, { when: { column: 'ts', zone: 'UTC' } }),
    ).toEqual(never);
    expect(await fresh({ 'shop/sales.parquet': parquet('infinity', 'DATE') })).toEqual(never);
    expect(await fresh({ 'shop/sales.parquet': parquet('-infinity', 'DATE') })).toEqual(never);
    expect(await fresh({ 'shop/sales.parquet': parquet('5000000-01-01', 'DATE') })).toEqual(never);
  });

  it('beside such times those of a calendar tell how far the data goes', async () => {
    const rows = (...values: string[]): Content => ({
      parquet: values.map((value) => `SELECT 1 AS id, CAST('${value}' AS TIMESTAMPTZ) AS ts, 'ok' AS status`).join(' UNION ALL '),
    });
    for (const beside of [['infinity'], ['-infinity'], ['infinity', '-infinity']]) {
      expect(await fresh({ 'shop/sales.parquet': rows('2026-02-05 12:00:00+00', ...beside) })).toEqual([
        ['2026-02-05T12:00:00Z', true],
        ['2026-02-05T12:00:00Z', false],
      ]);
    }
  });

  it('the latest of any `when`, whatever the conditions', async () => {
    const files = {
      'shop/sales.csv': ['id,ts,paid,status', '1,2026-01-05T00:00:00Z,2026-02-01T00:00:00Z,no', '2,2026-01-06T00:00:00Z,,no'],
    };
    const measures = [
      measure('placed', 'sales', { count: 'rows' }, { where: equals('status', 'ok') }),
      measure('paid', 'sales', { count: 'rows' }, { when: { column: 'paid', zone: null }, where: equals('status', 'ok') }),
    ];
    expect(await fresh(files, { measures })).toEqual([
      ['2026-02-01T00:00:00Z', true],
      ['2026-02-01T00:00:00Z', false],
    ]);
  });

  describe('wall clocks', () => {
    const when = { column: 'ts', zone: 'America/New_York' };
    it('inside the gap are later than the first times after it', async () => {
      // 02:59 is read as 03:59 summer time, which is after 03:10
      const files = { 'shop/sales.csv': csv('2026-03-08T02:59:00', '2026-03-08T03:10:00') };
      expect(await fresh(files, { when })).toEqual([
        ['2026-03-08T07:59:00Z', true],
        ['2026-03-08T07:59:00Z', true],
      ]);
    });

    it('after asOf do not count, also where the wall clock says otherwise', async () => {
      const files = { 'shop/sales.csv': csv('2026-03-08T19:59:59', '2026-03-08T20:00:00') };
      expect(await fresh(files, { when, asOf: '2026-03-08' })).toEqual([
        ['2026-03-08T23:59:59Z', true],
        ['2026-03-08T23:59:59Z', true],
      ]);
    });

    it('of long ago have the offset of then', async () => {
      const files = { 'shop/sales.csv': csv('2024-07-01T12:00:00', '2099-01-01T00:00:00') };
      expect(await fresh(files, { when })).toEqual([
        ['2024-07-01T16:00:00Z', false],
        ['2024-07-01T16:00:00Z', false],
      ]);
    });
  });
});

describe('by its load times', () => {
  const sales = csv('2026-03-01T00:00:00Z');
  const loads = { table: 'shop.loads', column: 'loaded_at', where: null };
  const log = (...values: string[]): Content => ['loaded_at', ...values];

  it('a log decides, not the rows', async () => {
    const files = {
      'shop/sales.csv': sales,
      'shop/loads.csv': log('2026-02-01T00:00:00Z', '2026-02-28T23:59:59Z', '2026-03-20T00:00:00Z'),
    };
    expect(await fresh(files, { freshness: loads })).toEqual([
      ['2026-02-28T23:59:59Z', true],
      ['2026-02-28T23:59:59Z', false],
    ]);
  });

  it('of one table among several in a log: `where` picks its rows', async () => {
    const files = {
      'shop/sales.csv': sales,
      'shop/loads.csv': ['of,loaded_at', 'sales,2026-02-01T00:00:00Z', 'refunds,2026-03-01T00:00:00Z', ',2026-03-01T00:00:00Z'],
    };
    const own = { ...loads, where: equals('of', 'sales') };
    expect(await fresh(files, { freshness: own })).toEqual([
      ['2026-02-01T00:00:00Z', true],
      ['2026-02-01T00:00:00Z', false],
    ]);
    expect(await fresh(files, { freshness: { ...loads, where: equals('of', 'returns') } })).toEqual([
      [undefined, false],
      [undefined, false],
    ]);
  });

  it('a day reaches only its start', async () => {
    const files = { 'shop/sales.csv': sales, 'shop/loads.csv': log('2026-02-01', '2026-02-28') };
    expect(await fresh(files, { freshness: loads, zone: 'Asia/Shanghai' })).toEqual([
      ['2026-02-27T16:00:00Z', true],
      ['2026-02-27T16:00:00Z', false],
    ]);
  });

  it('a column of its own', async () => {
    const files = { 'shop/sales.csv': ['id,ts,loaded', '1,2026-01-05T00:00:00Z,2026-02-01T00:00:00Z', '2,2026-01-05T00:00:00Z,'] };
    expect(await fresh(files, { freshness: { table: null, column: 'loaded', where: null } })).toEqual([
      ['2026-02-01T00:00:00Z', true],
      ['2026-02-01T00:00:00Z', false],
    ]);
  });

  it('an empty log is not fresh', async () => {
    expect(await fresh({ 'shop/sales.csv': sales, 'shop/loads.csv': log() }, { freshness: loads })).toEqual([
      [undefined, false],
      [undefined, false],
    ]);
  });

  it('a wall clock is an issue: no zone can be named for it', async () => {
    const files = { 'shop/sales.csv': sales, 'shop/loads.csv': log('2026-02-01 00:00:00') };
    expect(await fresh(files, { freshness: loads })).toEqual([
      'load-without-zone: load time "loaded_at" is a wall-clock time without a zone',
    ]);
  });

  it('rows of a log picked by a date are refused where the column holds times, and taken where it holds days', async () => {
    const freshness = (op: 'eq' | 'gte') =>
      ({ ...loads, where: { column: 'of', op, value: { type: 'string', value: '2026-02-01' } } }) as const;
    const rows = (of: string): Content => ['loaded_at,of', `2026-02-02T00:00:00Z,${of}`];
    const asked = (of: string, op: 'eq' | 'gte' = 'eq') =>
      fresh({ 'shop/sales.csv': sales, 'shop/loads.csv': rows(of) }, { freshness: freshness(op) });
    expect(await asked('2026-02-01T10:00:00Z')).toEqual([
      'filter-date-on-times: a condition compares "of" of shop.loads with a date, but 1 of its values are times',
    ]);
    expect(await asked('2026-02-01')).toEqual([
      ['2026-02-02T00:00:00Z', true],
      ['2026-02-02T00:00:00Z', false],
    ]);
    // From a day on is what it says, also of times.
    expect(await asked('2026-02-01T10:00:00Z', 'gte')).toEqual([
      ['2026-02-02T00:00:00Z', true],
      ['2026-02-02T00:00:00Z', false],
    ]);
    const typed = { parquet: `SELECT TIMESTAMPTZ '2026-02-02 00:00:00+00' AS loaded_at, TIMESTAMP '2026-02-01 10:00:00' AS of` };
    const [refused] = (await fresh({ 'shop/sales.csv': sales, 'shop/loads.parquet': typed }, { freshness: freshness('eq') })) as string[];
    expect(refused).toBe('data-column-type: column "of" of shop.loads holds TIMESTAMP, but is used as TEXT');
  });

  it('a log that is not there is an issue', async () => {
    const [issue] = (await fresh({ 'shop/sales.csv': sales }, { freshness: loads })) as string[];
    expect(issue).toMatch(/^data-file-missing: no data for table shop.loads/);
  });
});
