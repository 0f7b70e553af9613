import { expect, test } from 'vitest';
import type { Definitions, Fact } from '../../src/contract/model.js';
import { fact, found, terms } from './build-terms.js';

const calendar = (lockAfterDays: number) => ({ every: 'month' as const, timezone: 'Asia/Shanghai', lockAfterDays, trueUpPeriods: 3 });
const early = (days: number, definitions: Partial<Definitions> = {}) =>
  found(terms({ contract: { calendar: calendar(days) }, definitions })).filter(({ code }) => code === 'early-lock');
const only = (id: string, source: Fact['source']) => early(1, { facts: [fact({ id, source })] });

test('platform data that is locked before it has come to rest', () => {
  expect(early(4)).toEqual([]);
  expect(early(3)).toEqual([{ code: 'early-lock', line: 1, params: { days: 3, facts: 'ads, ga4', least: 4 } }]);
});

test('told by the name of the fact, its table or its view; a shop’s own tables are final at once', () => {
  expect(only('spend', { table: 'meta.ads' })).toHaveLength(1);
  expect(only('spend', { view: 'google_ads' })).toHaveLength(1);
  expect(only('tiktok_ads_export', { table: 'x.y' })).toHaveLength(1);
  expect(only('uploads', { table: 'shop.threads' })).toEqual([]);
  expect(only('gains', { table: 'metal.loads' })).toEqual([]);
});
