import { expect, test } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { ruledKpi } from '../../src/settlement/ruled-kpis.js';

/* What rules make of a KPI before its period is over: an agreed waiver, no day left, a late duty of either party. */

const duty = (id: string, owes: 'brand' | 'provider', scoreAs: string | null) => ({
  ...{ id, owes, title: id, dueDay: 5, lateIf: 'unproven' as const, ifLate: { kpis: ['roas'], scoreAs } },
  clause: { file: 'contract.yaml', line: 1 },
});
const contract = { duties: [duty('photos', 'brand', '1'), duty('stock', 'brand', '0.8'), duty('plan', 'provider', null)] };
const late = (id: string, owes: 'brand' | 'provider') => ({
  ...{ id, owes, lateIf: 'unproven' as const, dueOn: '2026-10-05', state: 'late' as const },
  ...{ doneOn: null, claim: null, claimUntil: null, costs: null },
});
const waiver = (scoreAs: string): ContractEvent => ({
  ...{ kind: 'exclusion', file: '2026-10-20-waive.yaml', digest: '', date: '2026-10-20', party: 'provider', agreed: true },
  ...{ reason: 'platform_policy', kpis: ['roas'], evidence: [], treatment: { kind: 'waive', periods: ['2026-10'], scoreAs } },
});
const waived = reason('waived', { event: '2026-10-20-waive.yaml' });

test('one that its figures decide is ruled by nothing', () => {
  expect(ruledKpi({ id: 'roas', reasons: [] }, {}, contract, [])).toBeNull();
  expect(ruledKpi({ id: 'roas', reasons: [reason('stale', { fact: 'ads', freshAt: '' })] }, {}, contract, [])).toBeNull();
});

test('a waiver pays as agreed, or nothing', () => {
  const kpi = { id: 'roas', reasons: [waived] };
  expect(ruledKpi(kpi, {}, contract, [waiver('0.9')])).toEqual({ reason: waived, paysAs: '0.9', orMore: false });
  expect(ruledKpi(kpi, {}, contract, [waiver('none')])).toEqual({ reason: waived, paysAs: null, orMore: false });
  const none = reason('no-time-left');
  expect(ruledKpi({ id: 'roas', reasons: [none] }, {}, contract, [])).toEqual({ reason: none, paysAs: null, orMore: false });
});

/* Late with the stock alone it pays as at 80% or more; with both the larger of the two scores counts. */
test('of a late brand the most that one of its late duties agrees, or what is earned', () => {
  const why = reason('brand-late', { duty: 'stock' });
  const kpi = { id: 'roas', reasons: [why, reason('stale', { fact: 'ads', freshAt: '' })] };
  expect(ruledKpi(kpi, { duties: [late('stock', 'brand')] }, contract, [])).toEqual({ reason: why, paysAs: '0.8', orMore: true });
  const both = { duties: [late('photos', 'brand'), late('stock', 'brand')] };
  expect(ruledKpi(kpi, both, contract, [])).toEqual({ reason: why, paysAs: '1', orMore: true });
});

test('of a late provider it is scored 0', () => {
  const why = reason('provider-late', { duty: 'plan' });
  expect(ruledKpi({ id: 'roas', reasons: [why] }, { duties: [late('plan', 'provider')] }, contract, [])).toEqual({
    ...{ reason: why, paysAs: '0', orMore: false },
  });
});
