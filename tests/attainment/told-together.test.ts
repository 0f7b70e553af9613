import { expect, test } from 'vitest';
import { inCommon, toldTogether } from '../../src/attainment/told-together.js';
import { type Reason, reason } from '../../src/attainment/value.js';
import { reasonText } from '../../src/words/reasons.js';

/* What comes once for every day, or everything flagged, is told once. */

const said = (reasons: readonly Reason[], locale: 'en' | 'zh') => toldTogether(reasons).map((each) => reasonText(each, locale));
const days = (code: 'no-rate' | 'rate-duplicate' | 'rate-not-positive') =>
  ['2026-05-09', '2026-05-08', '2026-05-09'].map((day) => reason(code, { currency: 'CAD', day }));

test('days are counted, each once, from the first on', () => {
  expect(said(days('no-rate'), 'en')).toEqual(['no exchange rate for CAD on 2 days or shortly before them, the first of them 2026-05-08']);
  expect(said(days('no-rate'), 'zh')).toEqual(['CAD 有 2 天在当日及此前有效期内没有汇率（最早为 2026-05-08）']);
  expect(said(days('rate-duplicate'), 'en')).toEqual(['two exchange rates for CAD on 2 days, the first of them 2026-05-08']);
  expect(said(days('rate-not-positive'), 'zh')).toEqual(['CAD 有 2 天的汇率不大于 0（最早为 2026-05-08）']);
  const foreign = ['2026-05-08', '2026-05-09'].map((day) => reason('no-fx', { measure: 'spend', currency: 'CAD', day }));
  expect(said(foreign, 'en')).toEqual([
    'spend has amounts in CAD on 2 days, the first of them 2026-05-08, and the contract has no exchange rates',
  ]);
});

test('what differs in anything else stays apart, and what stands alone as it was', () => {
  const one = reason('no-rate', { currency: 'EUR', day: '2026-05-08' });
  const stale = ['sales', 'ads'].map((fact) => reason('stale', { fact, freshAt: '-' }));
  expect(toldTogether([one, ...stale, ...days('rate-duplicate')])).toEqual([
    one,
    ...stale,
    { code: 'rate-duplicate-days', with: { currency: 'CAD', days: '2', day: '2026-05-08' } },
  ]);
});

test('one more day or thing flagged makes no other task of it', () => {
  const flagged = ['b', 'a'].map((id) => reason('unreviewed', { id, period: '2026-02' }));
  expect(toldTogether(flagged)).toEqual([{ code: 'unreviewed-together', with: { period: '2026-02', ids: 'a, b' } }]);
  for (const several of [flagged, days('no-rate')]) {
    expect(new Set([...several, ...toldTogether(several)].map(inCommon)).size).toBe(1);
  }
  expect(inCommon(reason('stale', { fact: 'sales', freshAt: '-' }))).toBe('stale/sales/-');
});
