import type { Scenario } from './scenario.js';
import { type Cell, of, type Table, table } from './tables.js';

const GOOGLE = (currencies: readonly string[]): ReadonlyMap<string, Table> =>
  new Map([
    [
      'google_ads.ads_CampaignBasicStats_4152637485',
      table(
        [
          ...of('INT64', 'customer_id', 'campaign_id', 'metrics_cost_micros', 'metrics_clicks'),
          ...of('FLOAT64', 'metrics_conversions_value'),
          ...of('DATE', 'segments_date', '_DATA_DATE'),
          ...of('STRING', 'segments_ad_network_type', 'segments_device', 'segments_slot'),
        ],
        [
          {
            customer_id: '1',
            campaign_id: '1',
            metrics_cost_micros: '2500000',
            metrics_clicks: '5',
            metrics_conversions_value: '7.5',
            segments_date: '2026-04-05',
            _DATA_DATE: '2026-04-05',
          },
        ],
      ),
    ],
    [
      'google_ads.ads_Customer_4152637485',
      table(
        [...of('INT64', 'customer_id'), ...of('STRING', 'customer_currency_code'), ...of('DATE', '_DATA_DATE', '_LATEST_DATE')],
        currencies.map((currency) => ({
          customer_id: '1',
          customer_currency_code: currency,
          _DATA_DATE: '2026-05-14',
          _LATEST_DATE: '2026-05-14',
        })),
      ),
    ],
  ]);

export const google = (...currencies: readonly string[]): Scenario => ({
  name: `google-ads in ${currencies.join(' and ')}`,
  use: { pack: 'google-ads@1', account: '4152637485' },
  metrics: ['google_ads_roas', 'google_ads_cpc'],
  tables: GOOGLE(currencies),
});

const AD = ['AdAccountId', 'CampaignId', 'AdSetId', 'AdId'];
/** Two rows of one day: an ad, and what the account has beside its ads. */
const OF: readonly Readonly<Record<string, Cell>>[] = [
  { DateStart: '2026-04-06', AdAccountId: 'act_77', CampaignId: 'c', AdSetId: 's', AdId: 'a' },
  { DateStart: '2026-04-06', AdAccountId: 'act_77' },
];

/** The transfer of before July 2026: values of actions are whole numbers. */
export const FACEBOOK: Scenario = {
  name: 'facebook-ads with whole values',
  use: { pack: 'facebook-ads@1' },
  metrics: ['facebook_ads_roas', 'facebook_ads_cpc'],
  tables: new Map([
    ['facebook_ads.AdAccounts', table(of('STRING', 'AccountId', 'Currency'), [{ AccountId: '77', Currency: 'USD' }])],
    [
      'facebook_ads.AdInsights',
      table(
        [...of('DATE', 'DateStart'), ...of('STRING', ...AD), ...of('FLOAT64', 'Spend'), ...of('INT64', 'Clicks')],
        [
          ...OF.map((row, index) => ({ ...row, Spend: ['30.30', '9.7'][index] ?? null, Clicks: '4' })),
          { ...OF[0], DateStart: '2026-05-01', Spend: '1', Clicks: '1' },
        ],
      ),
    ],
    [
      'facebook_ads.AdInsightsActions',
      table(
        [...of('DATE', 'DateStart'), ...of('STRING', ...AD, 'ActionCollection', 'ActionType'), ...of('INT64', 'ActionValue')],
        OF.flatMap((row) => [
          { ...row, ActionCollection: 'ActionValues', ActionType: 'omni_purchase', ActionValue: '150' },
          { ...row, ActionCollection: 'Actions', ActionType: 'omni_purchase', ActionValue: '2' },
        ]),
      ),
    ],
  ]),
};

const tiktok = (name: string, rows: readonly Readonly<Record<string, Cell>>[]): Scenario => ({
  name,
  use: { pack: 'tiktok-ads@1', currency: 'USD', zone: 'UTC' },
  metrics: ['tiktok_ads_cost', 'tiktok_ads_cpc'],
  tables: new Map([
    [
      'tiktok_ads.ads_reports_daily',
      table(
        [
          ...of('INT64', 'ad_id'),
          ...of('DATETIME', 'stat_time_day'),
          ...of('JSON', 'metrics'),
          ...of('TIMESTAMP', '_airbyte_extracted_at'),
        ],
        rows,
      ),
    ],
  ]),
});

const shown = (ad: string, day: string, loaded: string, metrics: string): Readonly<Record<string, Cell>> => ({
  ad_id: ad,
  stat_time_day: `${day} 00:00:00`,
  metrics,
  _airbyte_extracted_at: `${loaded}T04:00:00Z`,
});
const spent = (spend: string, clicks: string) => JSON.stringify({ campaign_id: 1, spend, clicks, cpc: '0.5', impressions: '900' });

/** An ad's days, one of which was loaded three times and restated; a number where others have text; the days beside April. */
export const TIKTOK = tiktok('tiktok-ads', [
  shown('1790000000000000001', '2026-03-31', '2026-04-01', spent('99', '9')),
  shown('1790000000000000001', '2026-04-01', '2026-04-02', spent('10.10', '3')),
  shown('1790000000000000001', '2026-04-01', '2026-04-03', spent('10.25', '4')),
  shown('1790000000000000001', '2026-04-01', '2026-04-03', spent('10.25', '4')),
  shown('1790000000000000002', '2026-04-01', '2026-04-02', spent('0.00', '0')),
  shown('1790000000000000002', '2026-04-30', '2026-05-05', '{"spend": 30.5, "clicks": 7}'),
  shown('1790000000000000002', '2026-05-01', '2026-05-05', spent('77', '7')),
]);

/** A text that is no number, none at all, thousands, and two figures of one load: four without a figure; one has. */
export const TIKTOK_DAMAGED = tiktok('tiktok-ads, damaged', [
  shown('1', '2026-04-01', '2026-05-05', spent('-', '1')),
  shown('1', '2026-04-02', '2026-05-05', '{"clicks": "1"}'),
  shown('1', '2026-04-03', '2026-05-05', spent('1,299.90', '1')),
  shown('1', '2026-04-04', '2026-05-05', spent('5', '1')),
  shown('1', '2026-04-04', '2026-05-05', spent('6', '1')),
  shown('1', '2026-04-05', '2026-05-05', spent('2.5', '1')),
]);

export const ADS_SCENARIOS: readonly Scenario[] = [google('USD'), google('EUR', 'USD'), FACEBOOK, TIKTOK, TIKTOK_DAMAGED];
