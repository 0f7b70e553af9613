import { expect, test } from 'vitest';
import type { EvidencePeriod } from '../../src/evidence/model.js';
import { measureFiles, only, sumText } from '../shell/data-folder.js';
import { FACEBOOK, google } from './ads-rows.js';
import { ERP } from './erp-rows.js';
import { april, filesOf, type Scenario, termsOf } from './scenario.js';

async function measured(scenario: Scenario): Promise<EvidencePeriod> {
  const [found] = only(await measureFiles(filesOf(scenario.tables), [april(termsOf(scenario))])).periods;
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

const days = ({ measures }: EvidencePeriod, id: string) => measures.find((measure) => measure.id === id)?.days ?? [];
const value = (found: EvidencePeriod, id: string): string => sumText(days(found, id).map((day) => day.value ?? '0'));

test('Google Ads: one currency is the account’s, two in one snapshot are none', async () => {
  const one = await measured(google('USD'));
  expect([value(one, 'google_ads_spend'), value(one, 'google_ads_conversion_value'), value(one, 'google_ads_clicks')]).toEqual([
    '2.5',
    '7.5',
    '5',
  ]);
  expect(days(one, 'google_ads_spend').map(({ currency }) => currency)).toEqual(['USD']);
  const two = await measured(google('EUR', 'USD'));
  expect(two.measures.find(({ id }) => id === 'google_ads_spend')?.nulls).toBe(1);
});

test('Facebook Ads: rows without an ad are rows of their own, values are of money alone', async () => {
  const found = await measured(FACEBOOK);
  // 30.30 + 9.70
  expect(value(found, 'facebook_ads_spend')).toBe('40');
  expect(value(found, 'facebook_ads_clicks')).toBe('8');
  // 150 + 150: the counts of 2 are none of it
  expect(value(found, 'facebook_ads_purchase_value')).toBe('300');
  expect(found.facts.flatMap(({ scans }) => scans.map((scan) => scan.duplicateKeys))).toEqual([0, 0]);
});

test('ERP: every payment and refund on its own day, the same numbers of two marketplaces are two orders', async () => {
  const found = await measured(ERP);
  // 90.15 + 9.85; the second refund is May's, the payment of 31 March is none
  expect(value(found, 'erp_paid')).toBe('100');
  expect(value(found, 'erp_refunded')).toBe('30.05');
  // 3 − 1 + 1
  expect(value(found, 'erp_units')).toBe('3');
  expect(found.facts.map(({ id, complete, scans }) => [id, complete, scans.map((scan) => scan.duplicateKeys)])).toEqual([
    ['erp_lines', true, [0]],
  ]);
});
