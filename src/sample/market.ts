import { addDays, type DateRange, daysInclusive, type LocalDate, weekday } from '../kernel/calendar.js';

/*
 * The invented market behind the sample data: how many orders a day brings, what advertising costs, and what goes wrong.
 * Whole numbers throughout; `perMille` is a factor in thousandths.
 */

/** The shop's and the ad accounts' own days. */
export const MARKET_ZONE = 'America/New_York';

/** Sales: the contract's year and four months before it, of which its baseline shows three. */
export const SALES_DAYS: DateRange = { from: '2025-09-01', to: '2026-12-31' };

/** The shop's nightly export is logged as long as anybody settles. */
export const EXPORT_DAYS: DateRange = { from: '2025-09-01', to: '2027-04-30' };

/** A deployment removed the tags: web analytics saw nothing and the ad platforms bid blindly. */
export const TRACKING_OUTAGE: DateRange = { from: '2026-04-14', to: '2026-04-18' };

/** The night in which the export wrote a day's orders twice, and the morning from which it was put right. */
export const DOUBLED_EXPORT = { day: '2026-05-21', repairedOn: '2026-06-24' } as const;

/** A dye lot of rugs taken back; the warehouse booked these returns four weeks after the refunds. */
export const RUG_RECALL: { readonly days: DateRange; readonly bookedOn: LocalDate } = {
  days: { from: '2026-03-23', to: '2026-03-26' },
  bookedOn: '2026-04-24',
};

interface Month {
  /** Demand against the year's average. */
  readonly demand: number;
  /** What a thousand units of advertising bring in, in sales: 2900 is a return on ad spend of 2.9. */
  readonly roas: number;
  /** Orders by people who never bought before. */
  readonly newcomers: number;
}

const MONTHS: Readonly<Record<string, Month>> = {
  '2025-09': { demand: 920, roas: 2650, newcomers: 700 },
  '2025-10': { demand: 950, roas: 2680, newcomers: 700 },
  '2025-11': { demand: 1330, roas: 3000, newcomers: 690 },
  '2025-12': { demand: 1220, roas: 2800, newcomers: 690 },
  '2026-01': { demand: 880, roas: 2700, newcomers: 690 },
  '2026-02': { demand: 870, roas: 2790, newcomers: 690 },
  '2026-03': { demand: 930, roas: 2880, newcomers: 685 },
  '2026-04': { demand: 960, roas: 2960, newcomers: 680 },
  '2026-05': { demand: 1020, roas: 3010, newcomers: 680 },
  '2026-06': { demand: 980, roas: 2930, newcomers: 680 },
  '2026-07': { demand: 900, roas: 2760, newcomers: 680 },
  '2026-08': { demand: 880, roas: 2610, newcomers: 670 },
  '2026-09': { demand: 960, roas: 2780, newcomers: 670 },
  '2026-10': { demand: 1010, roas: 3060, newcomers: 675 },
  '2026-11': { demand: 1360, roas: 3400, newcomers: 700 },
  '2026-12': { demand: 1240, roas: 3220, newcomers: 690 },
};

/** Monday to Sunday: people furnish their homes on Sundays. */
const WEEKDAYS = [1030, 970, 950, 960, 980, 1000, 1110];

/** Black Friday and Cyber Monday. */
const PEAKS: Readonly<Record<LocalDate, number>> = { '2025-11-28': 2900, '2025-12-01': 2300, '2026-11-27': 3000, '2026-11-30': 2400 };

/** Orders on an average day. */
const ORDERS_PER_DAY = 56;

function monthOf(date: LocalDate): Month {
  const month = MONTHS[date.slice(0, 7)];
  if (month === undefined) throw new RangeError(`no market on ${date}`);
  return month;
}

/** Demand glides from the middle of one month to the middle of the next; a jump on the 1st would look like an anomaly. */
function season(date: LocalDate): number {
  const day = Number(date.slice(8, 10));
  const middle = `${date.slice(0, 7)}-15`;
  const other = day < 15 ? addDays(middle, -30) : addDays(middle, 30);
  const here = monthOf(date).demand;
  const there = (MONTHS[other.slice(0, 7)] ?? monthOf(date)).demand;
  const distance = Math.abs(daysInclusive(middle, date) - 1);
  return here + Math.trunc(((there - here) * Math.min(distance, 15)) / 30);
}

/** Whether the sample shop could not count orders on a day. */
export function isOutage(date: LocalDate): boolean {
  return TRACKING_OUTAGE.from <= date && date <= TRACKING_OUTAGE.to;
}

/** What a day is expected to bring, before chance. */
export interface MarketDay {
  /** Thousandths of orders. */
  readonly orders: number;
  /** Thousandths of orders' worth of advertising: demand as the media buyer expects it. */
  readonly advertised: number;
  /** Return on ad spend in thousandths. */
  readonly roas: number;
  /** Share of newcomers in thousandths. */
  readonly newcomers: number;
}

/** What the market of the sample brings on a day: season, weekday, peaks, outage. */
export function marketDay(date: LocalDate): MarketDay {
  const month = monthOf(date);
  const peak = PEAKS[date] ?? 1000;
  const usual = Math.trunc((ORDERS_PER_DAY * season(date) * (WEEKDAYS[weekday(date) - 1] ?? 1000)) / 1000);
  const outage = isOutage(date);
  return {
    orders: Math.trunc((usual * peak * (outage ? 740 : 1000)) / 1_000_000),
    // Advertising follows a peak only in part: the sale itself brings people.
    advertised: Math.trunc((usual * (1000 + Math.trunc(((peak - 1000) * 7) / 10)) * (outage ? 1060 : 1000)) / 1_000_000),
    roas: month.roas,
    newcomers: month.newcomers,
  };
}

export interface Product {
  readonly weight: number;
  readonly sku: string;
  /** Prices and cost in cents. */
  readonly usd: number;
  readonly cad: number;
  readonly cost: number;
  /** Orders of it that come back, in thousandths. */
  readonly returns: number;
}

export const RUG = 'RUG-120';

export const PRODUCTS: readonly [Product, ...Product[]] = [
  { weight: 240, sku: 'CANDLE-3', usd: 2400, cad: 3200, cost: 820, returns: 30 },
  { weight: 200, sku: 'MUG-4', usd: 2900, cad: 3900, cost: 1020, returns: 45 },
  { weight: 190, sku: 'LAMP-T', usd: 4900, cad: 6600, cost: 2050, returns: 75 },
  { weight: 170, sku: 'THROW-W', usd: 5400, cad: 7300, cost: 2180, returns: 85 },
  { weight: 130, sku: 'SHEETS-Q', usd: 6900, cad: 9300, cost: 2900, returns: 95 },
  { weight: 70, sku: RUG, usd: 11900, cad: 15900, cost: 5100, returns: 130 },
];

/** Sales per order in cents of a US dollar, by which the media buyer plans. */
export const PLANNED_ORDER_VALUE = 4780;
