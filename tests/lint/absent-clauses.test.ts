import { describe, expect, test } from 'vitest';
import type { Contract } from '../../src/contract/model.js';
import { codes, found, RETAINER, terms } from './build-terms.js';

const absent: readonly [string, Partial<Contract>, Record<string, string | number>][] = [
  ['no-baseline', { baseline: [] }, { kpis: 'roas, cac' }],
  ['no-grace', { grace: null }, { period: '2026-01' }],
  ['no-review', { review: null }, { periods: 12 }],
  ['no-exclusions', { exclusions: null }, {}],
  ['no-amendments', { amendments: null }, {}],
  ['no-dashboard', { dashboard: null }, { missing: '@side.brand, @side.provider' }],
  ['no-ip', { ip: null }, { to: '2026-12-31' }],
  ['no-agreement', { agreement: null }, {}],
  ['no-gates', { gates: [] }, {}],
  ['no-duties', { duties: [] }, {}],
  ['no-payment', { payment: null }, {}],
];

describe('a clause that is not there is reported on the first line of the contract', () => {
  test.each(absent)('%s', (code, contract, params) => {
    expect(found(terms({ contract }))).toEqual([{ code, line: 1, params }]);
  });

  test('no-exit', () => {
    const finding = { code: 'no-exit', line: 1, params: { to: '2026-12-31' } };
    expect(found(terms({ contract: { exit: null } }))).toContainEqual(finding);
  });
});

test('a dashboard that only the provider sees lacks the brand', () => {
  const issues = found(terms({ contract: { dashboard: { share: ['provider'] } } }));
  expect(issues).toEqual([{ code: 'no-dashboard', line: 1, params: { missing: '@side.brand' } }]);
});

test('a baseline of something that no KPI measures is none', () => {
  const baseline = [{ metric: 'net_revenue', values: [{ period: '2025-12', value: '100000' }] }];
  expect(codes(terms({ contract: { baseline } }))).toEqual(['no-baseline']);
  const ofOneKpi = [...baseline, { metric: 'cac', values: [{ period: '2025-12', value: '24' }] }];
  expect(codes(terms({ contract: { baseline: ofOneKpi } }))).toEqual([]);
});

test('a contract of fixed fees needs no gate', () => {
  expect(codes(terms({ contract: { gates: [], fees: [RETAINER], duties: [] } }))).not.toContain('no-gates');
});
