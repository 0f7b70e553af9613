import { expect, test } from 'vitest';
import { measureFiles, only, sumText } from '../shell/data-folder.js';
import { GA4_SCENARIO } from './ga4-rows.js';
import { april, filesOf, termsOf } from './scenario.js';

test('April by hand', async () => {
  const measured = only(await measureFiles(filesOf(GA4_SCENARIO.tables), [april(termsOf(GA4_SCENARIO))]));
  const [found] = measured.periods;
  const value = (id: string) => sumText(found?.measures.find((measure) => measure.id === id)?.days.map((day) => day.value ?? '0') ?? []);
  // 300 + 700 + 5 + 5 + 500 + 100 + 50 + 40; the transaction of January is none of April's
  expect(value('ga4_revenue')).toBe('1700');
  // 500 once, 20 + 20 + 60, 30, 7 + 7
  expect(value('ga4_refunded')).toBe('644');
  expect(found?.measures.find(({ id }) => id === 'ga4_transactions')?.rows).toBe(8);
  // by user and day: a 1, b 1, c 2, server 1, d 4, e 1, f 2, g 2, and h in two streams
  expect(found?.measures.find(({ id }) => id === 'ga4_session_count')?.rows).toBe(16);
  expect(found?.facts.flatMap(({ scans }) => scans.map((scan) => scan.duplicateKeys + scan.nullWhen))).toEqual([0, 0]);
});
