import { addDays, datesOf, type LocalDate } from '../kernel/calendar.js';
import { scaledText } from '../kernel/rational.js';
import { dice } from './dice.js';
import { isOutage, marketDay, PLANNED_ORDER_VALUE, SALES_DAYS } from './market.js';
import { isRevenue, type SampleOrder } from './shop-tables.js';
import type { TimedRow, TimedTable } from './timed-table.js';

interface Campaign {
  readonly name: string;
  readonly platform: string;
  /** Share of the day's budget in thousandths. */
  readonly share: number;
  /** Cost of a click in cents. */
  readonly click: number;
}

const CAMPAIGNS: readonly Campaign[] = [
  { name: 'search-brand', platform: 'google', share: 110, click: 62 },
  { name: 'shopping', platform: 'google', share: 310, click: 48 },
  { name: 'prospecting', platform: 'meta', share: 300, click: 71 },
  { name: 'retargeting', platform: 'meta', share: 130, click: 55 },
  { name: 'video', platform: 'tiktok', share: 150, click: 33 },
];

/** `ads/spend.csv`: one row per day and campaign, in US dollars. Conversions vanish while the tags are missing; the cost does not. */
export function adsTable(seed: number): TimedTable {
  const chance = dice(seed);
  const rows: TimedRow[] = [];
  for (const day of datesOf(SALES_DAYS)) {
    const plan = marketDay(day);
    // Thousandths of orders × cents ÷ thousandths of return = cents.
    const budget = Math.trunc((plan.advertised * PLANNED_ORDER_VALUE) / plan.roas);
    for (const campaign of CAMPAIGNS) {
      const spend = Math.trunc((budget * campaign.share * chance.around(930, 1070)) / 1_000_000);
      const clicks = Math.trunc(spend / campaign.click);
      const conversions = isOutage(day) ? 0 : Math.trunc((clicks * chance.around(20, 44)) / 1000);
      rows.push({
        text: [
          day,
          campaign.platform,
          campaign.name,
          scaledText(BigInt(spend), 2),
          clicks * chance.between(60, 90),
          clicks,
          conversions,
        ].join(','),
        seenOn: addDays(day, 1),
        goneOn: null,
      });
    }
  }
  return { path: 'ads/spend.csv', header: 'day,platform,campaign,spend,impressions,clicks,conversions', rows };
}

/** `ads/invoices.csv`: what each platform invoiced for a month, seen two days after its end. @param ads the spend by day */
export function invoicesTable(ads: TimedTable): TimedTable {
  const invoices = new Map<string, { readonly platform: string; readonly last: LocalDate; readonly cents: bigint }>();
  for (const { text } of ads.rows) {
    const [day = '', platform = '', , spend = ''] = text.split(',');
    const key = `${day.slice(0, 7)} ${platform}`;
    invoices.set(key, { platform, last: day, cents: (invoices.get(key)?.cents ?? 0n) + BigInt(spend.replace('.', '')) });
  }
  const rows = [...invoices.values()].map(({ platform, last, cents }): TimedRow => {
    return { text: [platform, last, scaledText(cents, 2)].join(','), seenOn: addDays(last, 2), goneOn: null };
  });
  return { path: 'ads/invoices.csv', header: 'platform,billed_to,amount', rows };
}

const CHANNELS = [
  { name: 'paid_search', share: 330 },
  { name: 'paid_social', share: 270 },
  { name: 'direct', share: 180 },
  { name: 'organic', share: 130 },
  { name: 'email', share: 90 },
];

/**
 * `ga4/revenue.csv`: what web analytics saw of the shop's revenue, in US dollars: a few percent less, since some visitors
 * refuse to be measured, and nothing while the tags were missing.
 *
 * @param rates US dollars per Canadian dollar in ten-thousandths, by bank day
 */
export function ga4Table(orders: readonly SampleOrder[], rates: ReadonlyMap<LocalDate, number>, seed: number): TimedTable {
  const revenue = revenueByDay(orders, rates);
  const chance = dice(seed);
  const rows: TimedRow[] = [];
  for (const day of datesOf(SALES_DAYS)) {
    const consent = chance.between(940, 972);
    for (const channel of CHANNELS) {
      const noise = chance.around(960, 1040);
      const seen = isOutage(day) ? 0 : Math.trunc(((revenue.get(day) ?? 0) * consent * channel.share) / 1_000_000);
      const cents = Math.trunc((seen * noise) / 1000);
      rows.push({
        text: [day, channel.name, Math.trunc(cents / PLANNED_ORDER_VALUE), scaledText(BigInt(cents), 2)].join(','),
        seenOn: addDays(day, 2),
        goneOn: null,
      });
    }
  }
  return { path: 'ga4/revenue.csv', header: 'day,channel,purchases,revenue', rows };
}

/** Cents of US dollars per day. */
function revenueByDay(orders: readonly SampleOrder[], rates: ReadonlyMap<LocalDate, number>): ReadonlyMap<LocalDate, number> {
  const revenue = new Map<LocalDate, number>();
  for (const order of orders) {
    if (!isRevenue(order)) continue;
    const cents = order.currency === 'USD' ? order.value : Math.trunc((order.value * lastRate(rates, order.day)) / 10_000);
    revenue.set(order.day, (revenue.get(order.day) ?? 0) + cents);
  }
  return revenue;
}

function lastRate(rates: ReadonlyMap<LocalDate, number>, day: LocalDate): number {
  for (let back = 0; back < 7; back++) {
    const rate = rates.get(addDays(day, -back));
    if (rate !== undefined) return rate;
  }
  throw new RangeError(`no rate for ${day}`);
}
