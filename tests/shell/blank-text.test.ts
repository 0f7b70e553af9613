import { describe, expect, it } from 'vitest';
import type { Filter } from '../../src/contract/model.js';
import { fact, kpi, measure, metric, request, terms } from '../build-terms.js';
import { type Content, measureFiles, only, texts } from './data-folder.js';

/*
 * Whether a field without a value stands in quotes is a habit of whoever wrote the file: the same orders, written by two programs,
 * never pay two amounts. Without quotes it is NULL; where all are in quotes, it is refused if NULL would be judged otherwise.
 */
const january = { from: '2026-01-01', to: '2026-01-31' };
const BARE = ['id,ts,amount,who', '1,2026-01-05,1,', '2,2026-01-06,2,ann', '3,2026-01-07,4,bob', '4,2026-01-08,8,ann'];
const QUOTED = BARE.map((line) => line.replace(/,$/, ',""'));
const SPACES = BARE.map((line) => line.replace(/,$/, ',\u00A0 '));
const REFUSED =
  'data-blank-text: shop/sales.csv, line 2: the value in column "who" is empty text in quotes, or spaces, and none is NULL, which would be judged otherwise (1 in all)';

const asked = (aggregate: Parameters<typeof measure>[2], where: Filter | null, view?: string) =>
  request(
    terms({
      term: january,
      definitions: {
        facts: [fact('sales', view === undefined ? {} : { source: { view: 'shaped' } })],
        measures: [measure('m', 'sales', aggregate, { where })],
        metrics: [metric('x', 'm')],
        views: view === undefined ? [] : [{ name: 'shaped', duckdb: view, bigquery: null }],
      },
      kpis: [kpi('x', 'x')],
    }),
    { asOf: '2026-02-05' },
  );

async function measured(sales: Content, ...[aggregate, where, view]: Parameters<typeof asked>) {
  return measureFiles({ [Array.isArray(sales) ? 'shop/sales.csv' : 'shop/sales.parquet']: sales }, [asked(aggregate, where, view)]);
}

const total = async (...args: Parameters<typeof measured>): Promise<number> => {
  const [entry] = only(await measured(...args)).periods[0]?.measures ?? [];
  return entry?.distinct ?? (entry?.days ?? []).reduce((sum, { value }) => sum + Number(value), 0);
};

const nobody: Filter = { column: 'who', op: 'isNull', value: true };
const somebody: Filter = { column: 'who', op: 'isNull', value: false };
const notBob: Filter = { column: 'who', op: 'notIn', values: [{ type: 'string', value: 'bob' }] };
const ann: Filter = { column: 'who', op: 'eq', value: { type: 'string', value: 'ann' } };

describe('a field without a value', () => {
  it('is NULL where it stands without quotes', async () => {
    expect(await total(BARE, { sum: 'amount' }, nobody)).toBe(1);
    expect(await total(BARE, { sum: 'amount' }, somebody)).toBe(14);
    expect(await total(BARE, { sum: 'amount' }, notBob)).toBe(10);
    expect(await total(BARE, { countDistinct: 'who' }, null)).toBe(2);
  });

  it('is refused in quotes, and as spaces, by conditions that tell it from NULL and in distinct counts', async () => {
    for (const rows of [QUOTED, SPACES]) {
      for (const where of [nobody, somebody, notBob]) expect(texts(await measured(rows, { sum: 'amount' }, where))).toEqual([REFUSED]);
      expect(texts(await measured(rows, { countDistinct: 'who' }, null))).toEqual([REFUSED]);
    }
  });

  it('does no harm where it matches as little as NULL does', async () => {
    expect(await total(QUOTED, { sum: 'amount' }, ann)).toBe(10);
    expect(await total(QUOTED, { sum: 'amount' }, null)).toBe(15);
  });

  it('is NULL in a view that says so, and refused in one that says nothing', async () => {
    const said = `SELECT id, ts, amount, nullif(trim(who), '') AS who FROM shop.sales`;
    expect(await total(QUOTED, { sum: 'amount' }, nobody, said)).toBe(1);
    expect(await total(QUOTED, { countDistinct: 'who' }, null, said)).toBe(2);
    expect(texts(await measured(QUOTED, { sum: 'amount' }, nobody, 'SELECT * FROM shop.sales'))).toEqual([REFUSED]);
  });

  it('is what it is in a file that has it both ways, and so tells the two apart', async () => {
    const both = [...BARE, '5,2026-01-09,16,""'];
    expect(await total(both, { sum: 'amount' }, nobody)).toBe(1);
    expect(await total(both, { sum: 'amount' }, notBob)).toBe(26);
    expect(await total(both, { countDistinct: 'who' }, null)).toBe(3);
  });

  it('is what it is in a Parquet file, which tells the two apart', async () => {
    const parquet = {
      parquet: `SELECT i AS id, DATE '2026-01-05' AS ts, i AS amount, CASE i WHEN 1 THEN '' WHEN 2 THEN NULL ELSE 'ann' END AS who FROM range(1, 5) t(i)`,
    };
    expect(await total(parquet, { sum: 'amount' }, nobody)).toBe(2);
    expect(await total(parquet, { countDistinct: 'who' }, null)).toBe(2);
  });
});
