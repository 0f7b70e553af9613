import { expect, test } from 'vitest';
import { compareWitness } from '../../src/outlook/witness.js';
import { witnessBlocks } from '../../src/report/witness.js';
import { definitions, relationship, settleDays } from '../settlement/relationship.js';

/* A commission on revenue, and a KPI of revenue by spend that no fee goes by: the spend moves no money, however far it differs. */

const { terms, events } = relationship(
  {
    kpis: [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 1 }],
    fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }],
  },
  definitions(true),
);

function january(revenue: string | null, spend: string) {
  const [entry] = settleDays(terms, events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue, spend } } }]);
  if (entry === undefined) throw new Error('nothing settled');
  return entry;
}

test('what moves a line comes before what differs most: 1% of the revenue before twice the spend', () => {
  const found = compareWitness(january('10000', '2000'), january('10100', '4000'), terms);
  expect(found.lines).toEqual([{ line: 'sales', settled: '1000.00', measured: '1010.00' }]);
  expect(found.rows.map(({ measure, difference }) => [measure, difference])).toEqual([
    ['revenue', '100'],
    ['spend', '2000'],
  ]);
  // where no line moves the largest is first
  const same = compareWitness(january('10000', '2000'), january('10000', '4000'), terms);
  expect(same).toMatchObject({ result: 'same_money', lines: [], rows: [{ measure: 'spend' }] });
});

test('a line that what was measured holds says why', () => {
  const found = compareWitness(january('10000', '2000'), january(null, '2000'), terms);
  expect(found.lines).toMatchObject([{ line: 'sales', settled: '1000.00', measured: '0.00 held', heldFor: [{ code: 'stale' }] }]);
  const said = (locale: 'en' | 'zh') => JSON.stringify(witnessBlocks(found, terms, locale));
  expect(said('en')).toContain('held because data of sales is not complete for the period (it reaches 2099-01-01 00:00)');
  expect(said('zh')).toContain('暂缓结算原因：sales 的数据尚未覆盖整个结算期（截至 2099-01-01 00:00）');
});
