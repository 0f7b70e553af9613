import { expect, it } from 'vitest';
import { measuredPart } from '../../src/settlement/scorecard.js';

/* What a scorecard says of the quality of data: a fact that is scanned by two times, of which measures ask for some rows only. */
const scan = (column: string, rows: number, duplicateKeys: number, ...repeated: readonly number[]) => ({
  ...{ column, rows, nullWhen: 99, duplicateKeys },
  repeatedKeys: repeated.map((keys, at) => ({ period: `2025-0${at + 1}`, keys, days: [] })),
});
const measure = (id: string, undated?: number) => ({ id, days: [], ...(undated === undefined ? {} : { undated }) });

function factsOf(facts: readonly object[], measures: readonly object[] = [], definitions: readonly object[] = []) {
  const attainment = { measures: new Map(), kpis: [], composite: { state: 'waived', reasons: [] }, gates: [], reconciliations: [] };
  const view = { attainment, evidence: { facts, measures }, terms: { contract: {}, definitions: { measures: definitions } } };
  return measuredPart(view as never, []).facts;
}

it('a fact has the rows of the time that has most, and the keys that repeat under any', () => {
  const sales = { id: 'sales', complete: true, freshAt: '2026-02-01T00:00:00Z', scans: [scan('ts', 7, 1, 2, 3), scan('paid_at', 9, 4)] };
  expect(factsOf([sales])).toEqual([
    { id: 'sales', rows: 9, freshAt: '2026-02-01T00:00:00Z', complete: true, duplicateKeys: 10, nullWhen: 0 },
  ]);
  expect(factsOf([{ id: 'ads', complete: false, scans: [] }])).toEqual([
    { id: 'ads', rows: 0, freshAt: null, complete: false, duplicateKeys: 0, nullWhen: 0 },
  ]);
});

it('rows without a time count where a measure of the fact asks for them, the most of any', () => {
  const [sales, ads] = ['sales', 'ads'].map((id) => ({ id, complete: true, scans: [scan('ts', 1, 0)] }));
  const own = [
    { id: 'revenue', of: 'sales' },
    { id: 'orders', of: 'sales' },
    { id: 'spend', of: 'ads' },
  ];
  const found = factsOf([sales ?? {}, ads ?? {}], [measure('revenue', 2), measure('orders', 5), measure('spend')], own);
  expect(found.map(({ id, nullWhen }) => `${id} ${nullWhen}`)).toEqual(['sales 5', 'ads 0']);
});
