import { describe, expect, it } from 'vitest';
import { equals, fact, measure, request, terms } from '../build-terms.js';
import { measureFiles, only, totals } from './data-folder.js';

const revenue = measure('revenue', 'sales', { sum: 'amount' }, { where: equals('status', 'ok') });
const sales = (
  zone: string,
  term: { from: string; to: string },
  when: { column: string; zone: string | null } = { column: 'ts', zone: null },
) => terms({ zone, term, definitions: { facts: [fact('sales')], measures: [{ ...revenue, when }] } });

describe('local days', () => {
  it('a day of 23 hours in New York is [05:00Z, next day 04:00Z)', async () => {
    const csv = [
      'id,ts,amount,status',
      's1,2026-03-08T04:59:59Z,1,ok',
      's2,2026-03-08T05:00:00Z,10,ok',
      's3,2026-03-09T03:59:59Z,100,ok',
      's4,2026-03-09T04:00:00Z,1000,ok',
    ];
    const asked = request(sales('America/New_York', { from: '2026-03-08', to: '2026-03-08' }), { asOf: '2026-03-13' });
    const measured = only(await measureFiles({ 'shop/sales.csv': csv }, [asked]));
    expect(measured.periods[0]?.measures).toEqual([
      { id: 'revenue', rows: 2, nulls: 0, days: [{ day: '2026-03-08', rows: 2, value: '110' }] },
    ]);
    expect(measured.periods[0]?.facts).toEqual([
      {
        id: 'sales',
        freshAt: '2026-03-09T04:00:00Z',
        complete: true,
        scans: [{ column: 'ts', rows: 2, nullWhen: 0, duplicateKeys: 0, repeatedKeys: [] }],
      },
    ]);
  });

  it('a wall clock of another zone: Shanghai midnight is 17:00 London summer time', async () => {
    const csv = [
      'id,ts,amount,status',
      '1,2026-06-30 16:59:59,1,ok',
      '2,2026-06-30 17:00:00,10,ok',
      '3,2026-07-31 16:59:59,100,ok',
      '4,2026-07-31 17:00:00,1000,ok',
      '5,,10000,ok',
    ];
    const asked = request(sales('Asia/Shanghai', { from: '2026-07-01', to: '2026-07-31' }, { column: 'ts', zone: 'Europe/London' }), {
      asOf: '2026-08-05',
    });
    const measured = only(await measureFiles({ 'shop/sales.csv': csv }, [asked]));
    expect(totals(measured, 'revenue')).toEqual({ '2026-07': '110' });
    expect(measured.periods[0]?.facts[0]).toEqual({
      id: 'sales',
      freshAt: '2026-07-31T16:00:00Z',
      complete: true,
      scans: [{ column: 'ts', zone: 'Europe/London', rows: 2, nullWhen: 1, duplicateKeys: 0, repeatedKeys: [] }],
    });
  });

  it('a DATE is a local day already', async () => {
    const csv = ['id,ts,amount,status', '1,2025-12-31,1,ok', '2,2026-01-01,10,ok', '3,2026-01-31,100,ok', '4,2026-02-01,1000,ok'];
    const asked = request(sales('Asia/Shanghai', { from: '2026-01-01', to: '2026-01-31' }), { asOf: '2026-02-05' });
    const measured = only(await measureFiles({ 'shop/sales.csv': csv }, [asked]));
    expect(totals(measured, 'revenue')).toEqual({ '2026-01': '110' });
    expect(measured.periods[0]?.facts[0]?.freshAt).toBe('2026-02-01T16:00:00Z');
  });
});
