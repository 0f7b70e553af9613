import { vocabulary } from '../attainment/measures.js';
import type { Terms } from '../contract/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { minorDigits } from '../kernel/money.js';
import { numberField } from '../kernel/number-field.js';
import { type Exact, rational, scaledText } from '../kernel/rational.js';
import { payPaths } from '../settlement/paths/pay-paths.js';
import { businessOf } from './business.js';
import { toDouble } from './doubles.js';
import { isTriedFee } from './fee-lines.js';
import { withoutReviews } from './given.js';
import { usualPeriod } from './levels.js';
import { measureDigits } from './measure-digits.js';
import { nearestWhole } from './numbers.js';
import { measuresThatCount } from './outlook-input.js';
import { measureOf, type Past } from './quoted-past.js';
import { simulatedTerms } from './simulate.js';

/** Revenue from one amount to another, both in it; null: from the least or to the most that was looked at. */
export interface RevenueRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** Why it is not told where fees break even: nothing measured, no flow of money that pay goes by, a figure that is not known. */
export type NoMargin = 'no-data' | 'no-revenue' | 'not-known';

/** Where all fees of a usual period are at most some shares of what is left of revenue. */
export interface MarginFound {
  /** The flow of money that is the revenue. */
  readonly metric: string;
  /** The period whose clauses pay. */
  readonly period: PeriodId;
  /** The period that all other figures are of. */
  readonly like: PeriodId;
  /** Its revenue, and what the clauses pay on it. */
  readonly revenue: string;
  readonly fees: string;
  /** These fees ÷ margin. */
  readonly share: string;
  readonly shareExact?: string;
  /** The least and the most revenue that was looked at. */
  readonly least: string;
  readonly most: string;
  readonly shares: readonly { readonly share: Exact; readonly ranges: readonly RevenueRange[] }[];
}

export interface Margin {
  /** Of revenue. */
  readonly margin: Exact;
  readonly found: MarginFound | null;
  readonly none: NoMargin | null;
}

/** Shares of the margin that fees are held against. */
const SHARES: readonly Exact[] = ['0.1', '0.2', '0.3'];
/** Revenue is looked at from a hundredth of what it was to a hundred times that, each step a five-hundredth more. */
const REACH = 100;
const STEP = 1.002;

/**
 * The revenue at which all fees of a usual period are at most a share of margin, to the minor unit, each amount paid as settlement would.
 * What revenue is made of keeps its proportions; all other measures are those of the last period that is known. A range narrower than
 * a step may be missed.
 * @param end the last day in force; of a contract that had no whole period by then its clauses are told all the same.
 */
export function marginOf(terms: Terms, past: Past | null, margin: Exact, end?: LocalDate): Margin {
  const none = (why: NoMargin): Margin => ({ margin, found: null, none: why });
  const like = past?.periods.at(-1);
  const period = usualPeriod(terms, end) ?? usualPeriod(terms);
  if (past === null || like === undefined || period === null) return none('no-data');
  const business = businessOf(terms);
  if (business === null) return none('no-revenue');
  const { currency } = terms.contract;
  const pays = payPaths(
    withoutReviews(simulatedTerms(terms, period.calendar)),
    measureDigits(vocabulary(terms.contract, terms.definitions)),
  );
  const values = pays.measures.map(({ id }) => measureOf(past, like, id)?.value ?? null);
  const needed = new Set([...measuresThatCount(terms), ...business.sum.keys()]);
  if (pays.measures.some(({ id }, place) => needed.has(id) && values[place] === null)) return none('not-known');
  const digits = minorDigits(currency);
  const before = values.map((value) => (value === null ? 0 : toDouble(value)));
  const was = pays.measures.reduce((sum, { id }, place) => sum + (business.sum.get(id) ?? 0) * (before[place] ?? 0), 0);
  const wasMinor = nearestWhole(was * 10 ** digits);
  if (wasMinor <= 0) return none('not-known');

  const totals = new Float64Array(pays.measures.length);
  const paid = new Float64Array(pays.lines.length);
  const feesAt = (revenue: number): number => {
    pays.measures.forEach((measure, place) => {
      const times = business.sum.has(measure.id) ? revenue / wasMinor : 1;
      totals[place] = nearestWhole((before[place] ?? 0) * times * 10 ** measure.digits);
    });
    pays.pay(totals, paid);
    return pays.lines.reduce((sum, line, place) => (isTriedFee(line) ? sum + (paid[place] ?? 0) : sum), 0);
  };
  const now = feesAt(wasMinor);
  const revenues = revenuesAround(wasMinor);
  const fees = revenues.map(feesAt);
  if (Number.isNaN(now) || fees.some(Number.isNaN)) return none('not-known');
  const told = (minor: number): string => scaledText(BigInt(minor), digits);
  const left = rational(margin).mul(rational(BigInt(wasMinor)));
  return {
    margin,
    none: null,
    found: {
      metric: business.metric,
      period: period.id,
      like: like.period,
      revenue: told(wasMinor),
      fees: told(now),
      ...numberField('share', rational(BigInt(now)).div(left)),
      least: told(revenues[0] ?? 0),
      most: told(revenues.at(-1) ?? 0),
      shares: SHARES.map((share) => {
        const { n, d } = rational(margin).mul(rational(share));
        const holds = (revenue: number, amount: number): boolean => BigInt(amount) * d <= n * BigInt(revenue);
        return { share, ranges: rangesOf(revenues, fees, (revenue, amount) => holds(revenue, amount ?? feesAt(revenue)), told) };
      }),
    },
  };
}

function revenuesAround(was: number): number[] {
  const revenues: number[] = [];
  for (let revenue = was / REACH; revenue < was * REACH; revenue *= STEP) revenues.push(nearestWhole(revenue));
  return [...new Set([...revenues, was * REACH])].filter((revenue) => revenue > 0);
}

/** Where something holds, in a row: each change is found to the unit. */
function rangesOf(
  revenues: readonly number[],
  fees: readonly number[],
  holds: (revenue: number, amount: number | null) => boolean,
  told: (revenue: number) => string,
): RevenueRange[] {
  const ranges: { from: string | null; to: string | null }[] = [];
  let isIn = false;
  for (const [place, revenue] of revenues.entries()) {
    const isNow = holds(revenue, fees[place] ?? null);
    if (isNow !== isIn) {
      const before = revenues[place - 1];
      const first = before === undefined ? null : firstLike(isNow, before, revenue, (each) => holds(each, null));
      if (isNow) ranges.push({ from: first === null ? null : told(first), to: null });
      else ranges.push({ from: ranges.pop()?.from ?? null, to: told((first ?? 1) - 1) });
    }
    isIn = isNow;
  }
  return ranges;
}

/** The least of whole numbers above one, up to another, from which on it is as at the other. */
function firstLike(wanted: boolean, above: number, upTo: number, holds: (revenue: number) => boolean): number {
  let [low, high] = [above, upTo];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle) === wanted) high = middle;
    else low = middle;
  }
  return high;
}
