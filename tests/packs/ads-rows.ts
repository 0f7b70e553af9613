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

export const ADS_SCENARIOS: readonly Scenario[] = [google('USD'), google('EUR', 'USD'), FACEBOOK];
