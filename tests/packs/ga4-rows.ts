import type { Scenario } from './scenario.js';
import { EVENTS, event, table } from './tables.js';

const USD = { currency: 'USD' };

/** What may repeat and what must not be merged; April 2026 by hand in ga4.test.ts. */
const ROWS = [
  // Bought in January; the thank-you page was opened again 72 days later: nothing of April.
  event('20260120', '2026-01-20T10:00:00Z', 'purchase', 'a', { ...USD, transaction: 'T1', revenue: '100' }),
  event('20260402', '2026-04-02T10:00:00Z', 'purchase', 'a', { ...USD, transaction: 'T1', revenue: '100' }),
  // Consent denied: no user, and no id, sent in one batch: two purchases.
  event('20260403', '2026-04-03T10:00:00Z', 'purchase', null, { ...USD, revenue: '300' }),
  event('20260403', '2026-04-03T10:00:00Z', 'purchase', null, { ...USD, revenue: '700' }),
  // No id, and all else the same: who could say that they are one?
  event('20260403', '2026-04-03T11:00:00Z', 'purchase', 'b', { ...USD, revenue: '5' }),
  event('20260403', '2026-04-03T11:00:00Z', 'purchase', 'b', { ...USD, transaction: '(not set)', revenue: '5' }),
  // Refunded in full, sent twice within a second by two senders: once.
  event('20260405', '2026-04-05T10:00:00Z', 'purchase', 'c', { ...USD, transaction: 'T2', revenue: '500' }),
  event('20260407', '2026-04-07T10:00:00Z', 'refund', 'c', { ...USD, transaction: 'T2', refund: '500' }),
  event('20260407', '2026-04-07T10:00:01Z', 'refund', 'server', { ...USD, transaction: 'T2', refund: '500' }),
  // Two items of 20 sent back two days apart are two refunds; a refund of all that follows takes back the 60 that are left.
  event('20260406', '2026-04-06T10:00:00Z', 'purchase', 'd', { ...USD, transaction: 'T3', revenue: '100' }),
  event('20260408', '2026-04-08T10:00:00Z', 'refund', 'd', { ...USD, transaction: 'T3', refund: '20' }),
  event('20260410', '2026-04-10T10:00:00Z', 'refund', 'd', { ...USD, transaction: 'T3', refund: '20' }),
  event('20260420', '2026-04-20T10:00:00Z', 'refund', 'd', { ...USD, transaction: 'T3', refund: '100' }),
  // The purchase is older than the tables that are read.
  event('20260411', '2026-04-11T10:00:00Z', 'refund', 'e', { ...USD, transaction: 'T0', refund: '30' }),
  // Two refunds without an id are two.
  event('20260411', '2026-04-11T10:00:00Z', 'refund', null, { ...USD, refund: '7' }),
  event('20260411', '2026-04-11T10:00:00Z', 'refund', null, { ...USD, refund: '7' }),
  // Ids that are not where they should be: a number, and a text beside an id that is not set.
  event('20260412', '2026-04-12T10:00:00Z', 'purchase', 'f', { ...USD, parameter: 4711, revenue: '50' }),
  event('20260413', '2026-04-13T10:00:00Z', 'purchase', 'f', { ...USD, parameter: 4711, revenue: '50' }),
  event('20260412', '2026-04-12T11:00:00Z', 'purchase', 'g', { ...USD, transaction: '(not set)', parameter: 'T9', revenue: '40' }),
  event('20260413', '2026-04-13T11:00:00Z', 'purchase', 'g', { ...USD, transaction: ' T9', revenue: '40' }),
  // One user's sessions of the same number in two streams.
  event('20260414', '2026-04-14T10:00:00Z', 'page_view', 'h', { stream: '1' }),
  event('20260414', '2026-04-14T10:00:00Z', 'page_view', 'h', { stream: '2' }),
  event('20260505', '2026-05-05T10:00:00Z', 'page_view', 'h'),
];

export const GA4_SCENARIO: Scenario = {
  name: 'ga4',
  use: { pack: 'ga4@1' },
  metrics: ['ga4_net_revenue', 'ga4_conversion_rate'],
  tables: new Map([['analytics.events', table(EVENTS, ROWS)]]),
};
