import { describe, expect, it } from 'vitest';
import type { Filter, Literal } from '../../src/contract/model.js';
import { parseYaml } from '../../src/contract/parse-yaml.js';
import { drop, fact, kpi, measure, metric, request, terms } from '../build-terms.js';
import { type Content, measureFiles, only, texts } from './data-folder.js';

/*
 * Text that a condition compares: beyond ASCII in Unicode NFC on both sides, and never a date with times.
 */
const text = (value: string): Literal => ({ type: 'string', value });
const january = { from: '2026-01-01', to: '2026-01-31' };

const asked = (where: Filter) =>
  request(
    terms({
      term: january,
      definitions: { facts: [fact('sales')], measures: [measure('m', 'sales', { sum: 'amount' }, { where })], metrics: [metric('x', 'm')] },
      kpis: [kpi('x', 'x')],
    }),
    { asOf: '2026-02-05' },
  );
const sum = async (sales: Content, where: Filter): Promise<string> => {
  const files = Array.isArray(sales) ? { 'shop/sales.csv': sales } : { 'shop/sales.parquet': sales };
  const [entry] = only(await measureFiles(files, [asked(where)])).periods[0]?.measures ?? [];
  return (entry?.days ?? []).map((day) => day.value).join(' ');
};

describe('text beyond ASCII', () => {
  const nfc = 'Caf\u00e9';
  const nfd = 'Cafe\u0301';
  // 1 + 2 of the one word however it is composed, 4 of another, 8 without
  const rows = ['id,ts,amount,channel', `1,2026-01-05,1,${nfc}`, `2,2026-01-05,2,${nfd}`, '3,2026-01-05,4,Cafe', '4,2026-01-05,8,'];

  it('is compared in NFC: equal, in a list, in none of a list, in order', async () => {
    expect(await sum(rows, { column: 'channel', op: 'eq', value: text(nfc) })).toBe('3');
    expect(await sum(rows, { column: 'channel', op: 'in', values: [text('Cafe'), text(nfc)] })).toBe('7');
    expect(await sum(rows, { column: 'channel', op: 'notIn', values: [text(nfc)] })).toBe('4');
    expect(await sum(rows, { column: 'channel', op: 'between', low: text(nfc), high: text(nfc) })).toBe('3');
    expect(await sum(rows, { column: 'channel', op: 'lt', value: text(nfc) })).toBe('4');
    expect(await sum(rows, { any: [{ column: 'channel', op: 'eq', value: text(nfc) }] })).toBe('3');
  });

  it('also where an exclusion drops rows', async () => {
    const base = asked({ column: 'channel', op: 'isNull', value: false });
    const exclusion = drop(['x'], { dates: january }, { column: 'channel', op: 'eq', value: text(nfc) });
    const measured = only(
      await measureFiles({ 'shop/sales.csv': rows }, [
        { ...base, periods: base.periods.map((period) => ({ ...period, exclusions: [exclusion] })) },
      ]),
    );
    expect(measured.periods[0]?.variants.map(({ days }) => days.map((day) => day.value))).toEqual([['4']]);
  });

  it('is NFC in a contract from its reading on, names and references of payments included', () => {
    expect(parseYaml('f.yaml', `a: ${nfd}\nb: [${nfd}, "Cafe\\u0301"]`).file?.data).toEqual({ a: nfc, b: [nfc, nfc] });
  });
});

describe('a date compared with', () => {
  const between: Filter = { column: 'paid', op: 'between', low: text('2026-01-01'), high: text('2026-01-31') };
  const refused = 'filter-date-on-times: a condition compares "paid" of shop.sales with a date, but 2 of its values are times';
  const csv = (first: string, last: string) => ['id,ts,amount,paid', `1,2026-01-05,1,${first}`, `2,2026-01-05,2,${last}`];
  const issues = async (sales: Content, where: Filter) => {
    const files = Array.isArray(sales) ? { 'shop/sales.csv': sales } : { 'shop/sales.parquet': sales };
    return texts(await measureFiles(files, [asked(where)]));
  };
  const parquet = (type: string) => ({
    parquet: `SELECT i AS id, DATE '2026-01-05' AS ts, i AS amount, CAST('2026-01-31 10:00:00' AS ${type}) AS paid FROM range(1, 3) t(i)`,
  });

  it('times of a CSV file is refused, whatever would lose or gain the day', async () => {
    const times = csv('2026-01-30T10:00:00Z', '2026-01-31 10:00:00');
    expect(await issues(times, between)).toEqual([refused]);
    for (const op of ['eq', 'gt', 'lte'] as const) {
      expect(await issues(times, { column: 'paid', op, value: text('2026-01-31') })).toEqual([refused]);
    }
    for (const op of ['in', 'notIn'] as const) {
      expect(await issues(times, { column: 'paid', op, values: [text('2026-01-31'), text('unpaid')] })).toEqual([refused]);
    }
  });

  it('text that is written otherwise is refused where order decides, since it is not the order of days', async () => {
    const wrong = (count: number) =>
      `filter-date-on-text: a condition orders "paid" of shop.sales by a date, but ${count} of its values are not written 2026-01-31`;
    // bytewise both lie after 2026-01-10: 3 would be counted, and 0 is meant
    const days = csv('05/01/2026', '2026-1-5');
    for (const op of ['gt', 'gte', 'lt', 'lte'] as const) {
      expect(await issues(days, { column: 'paid', op, value: text('2026-01-10') })).toEqual([wrong(2)]);
    }
    expect(await issues(days, between)).toEqual([wrong(2)]);
    expect(await issues(csv('2026-01-05', 'open'), between)).toEqual([wrong(1)]);
    expect(await issues(csv('2026-01-05', ''), between)).not.toEqual([wrong(1)]);
    expect(await sum(csv('2026-01-05', 'open'), { column: 'paid', op: 'eq', value: text('2026-01-05') })).toBe('1');
    expect(await sum(csv('2026-01-05T10:00:00Z', '2026-02-01'), { column: 'paid', op: 'gte', value: text('2026-01-05') })).toBe('3');
  });

  it('times as text of a Parquet file is, too; a column of times is no text at all', async () => {
    expect(await issues(parquet('VARCHAR'), between)).toEqual([refused]);
    const [issue] = (await issues(parquet('TIMESTAMP'), between)) as string[];
    expect(issue).toMatch(/^data-column-type/);
  });

  it('days is inclusive on both ends, in a DATE column and as text', async () => {
    expect(await sum(csv('2026-01-01', '2026-01-31'), between)).toBe('3');
    expect(await sum(csv('2025-12-31', '2026-02-01'), between)).toBe('');
    expect(await sum(parquet('DATE'), between)).toBe('3');
  });

  it('times by `gte` and `lt` cuts at the day, as it says; rows outside the measured days do not matter', async () => {
    const times = csv('2026-01-31T10:00:00Z', '2026-02-01T00:00:00Z');
    expect(await sum(times, { column: 'paid', op: 'lt', value: text('2026-02-01') })).toBe('1');
    expect(await sum(times, { column: 'paid', op: 'gte', value: text('2026-02-01') })).toBe('2');
    const old = ['id,ts,amount,paid', '1,2026-01-05,1,2026-01-31', '2,2025-01-05,2,2025-01-31T10:00:00Z'];
    expect(await sum(old, between)).toBe('1');
  });
});
