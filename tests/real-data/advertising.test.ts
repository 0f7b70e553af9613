import { describe, expect, it } from 'vitest';
import { fact, measure, request, terms } from '../build-terms.js';
import { measureFolder, only, sumText, totals } from '../shell/data-folder.js';
import { REAL_DATA, titled, truth } from './real-data.js';

const { title, present } = titled('Online advertising: spend, clicks and sales of each day', 'online_advertising_2020q2');

const COLUMNS = {
  impressions: 'impressions',
  clicks: 'clicks',
  publisher_cost: 'publisher_cost_usd',
  advertiser_spend: 'advertiser_spend_usd',
  conversions: 'post_click_conversions',
  sales: 'post_click_sales_usd',
} as const;

describe.skipIf(!present)(title, () => {
  it('every day of the quarter to the last digit', async () => {
    const measures = Object.entries(COLUMNS).map(([id, sum]) => measure(id, 'ads', { sum }, { when: { column: 'day', zone: null } }));
    const ads = fact('ads', { source: { table: 'online_advertising_2020q2.ads_daily' }, grain: ['row_no'] });
    const of = terms({ zone: 'America/New_York', term: { from: '2020-04-01', to: '2020-06-30' }, definitions: { facts: [ads], measures } });
    const measured = only(await measureFolder(REAL_DATA, [request(of, { asOf: '2020-07-05' })]));
    const days = (id: string) =>
      measured.periods.flatMap((period) =>
        period.measures.filter((entry) => entry.id === id).flatMap((entry) => entry.days.map(({ day, value }) => [day, value])),
      );
    const { rows } = truth('online_advertising_2020q2/truth_daily.csv');
    expect(rows).toHaveLength(91);
    for (const id of Object.keys(COLUMNS)) expect(days(id), id).toEqual(rows.map((row) => [row.day, sumText([row[id] ?? ''])]));
    expect(measured.periods.map(({ facts }) => facts[0]?.complete)).toEqual([true, true, true]);
  });

  it('five exact duplicates are found by their business key', async () => {
    const grain = [
      'day',
      'campaign',
      'user_engagement',
      'banner',
      'placement',
      'impressions',
      'clicks',
      'post_click_sales_usd',
      'publisher_cost_usd',
    ];
    const ads = fact('ads', { source: { table: 'online_advertising_2020q2.ads_daily' }, grain });
    const measures = [measure('spend', 'ads', { sum: 'advertiser_spend_usd' }, { when: { column: 'day', zone: null } })];
    const of = terms({ term: { from: '2020-04-01', to: '2020-06-30' }, definitions: { facts: [ads], measures } });
    const measured = only(await measureFolder(REAL_DATA, [request(of, { asOf: '2020-07-05' })]));
    const keys = measured.periods.map(({ facts }) => facts[0]?.scans[0]?.duplicateKeys ?? 0);
    expect(keys.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(Object.keys(totals(measured, 'spend'))).toEqual(['2020-04', '2020-05', '2020-06']);
  });
});
