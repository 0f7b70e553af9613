import type { FactBehind } from '../attainment/running.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import type { Text } from '../kernel/text.js';
import type { LineKind } from '../settlement/model.js';
import type { RuledKpi } from '../settlement/ruled-kpis.js';
import type { Maturing } from './maturity.js';

/** Why there is no range and no probability. */
export type NoRange =
  /** Of how many days there is data of the measure. */
  | { readonly code: 'no-history'; readonly days: number; readonly measure: string }
  /** On how many past days the rule could be tried; the measure is absent where it is of several together. */
  | { readonly code: 'few-origins'; readonly origins: number; readonly measure?: string }
  /** How many rows of the measure the last 28 days had. */
  | { readonly code: 'few-rows'; readonly rows: number; readonly measure: string }
  /** An event ahead of which nothing is known. */
  | { readonly code: 'unknown-event'; readonly event: Text }
  /** A formula that is neither a sum nor a ratio of sums. */
  | { readonly code: 'formula' }
  /** Something in the data holds it. */
  | { readonly code: 'held' };

/** Decimal text; in the metric's unit or the contract's currency. */
type Decimal = string;

/** What lies between tells where 80% and 50% of the scenarios end. */
export interface Range {
  readonly low: Decimal;
  readonly lower: Decimal;
  readonly upper: Decimal;
  readonly high: Decimal;
}

/** A level that may be reached, and in which share of the scenarios it is; never 0 or 1. */
export interface Reached {
  readonly level: 'threshold' | 'target' | 'stretch' | 'gate' | 'tier' | 'point' | 'band';
  readonly value: Decimal;
  readonly chance: Decimal | null;
}

/** What the days left must bring for the target: so much a day, or a ratio on them; `reached`: nothing more. */
export type Needed = { readonly kind: 'per-day' | 'ratio'; readonly value: Decimal } | { readonly kind: 'reached' | 'out-of-reach' };

export interface KpiOutlook {
  readonly id: string;
  readonly metric: string;
  readonly better: 'higher' | 'lower';
  readonly toDate: Decimal | null;
  readonly expected: Decimal | null;
  readonly range: Range | null;
  readonly levels: readonly Reached[];
  readonly needed: Needed | null;
  readonly none: NoRange | null;
  /** What a rule has made of it whatever it comes to, so that levels that move nothing have no chance; absent where its figures decide. */
  readonly ruled?: RuledKpi;
  /** To date on each day that is known, from the period's first on; null where it was not known then. */
  readonly course: readonly (Decimal | null)[];
  /** Metrics of the plan that it is made of; absent where there are none. */
  readonly planned?: readonly string[];
}

export interface GateOutlook {
  readonly id: string;
  readonly metric: string;
  readonly limit: 'atLeast' | 'atMost';
  readonly toDate: Decimal | null;
  readonly expected: Decimal | null;
  readonly levels: readonly Reached[];
  readonly none: NoRange | null;
  readonly planned?: readonly string[];
}

/** Money over the scenarios: their mean, and where 80% of them lie. */
export interface MoneyOutlook {
  readonly expected: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
}

export interface FeeOutlook extends MoneyOutlook {
  readonly id: string;
  readonly kind: LineKind;
  /** In which share of the scenarios it is not 0: the cap cuts, the guarantee pays. */
  readonly chance: Decimal;
  readonly levels: readonly Reached[];
  /** It is in grace, so that it is 0 whatever is reached, and its levels have no chance; absent where it is not. */
  readonly grace?: true;
}

/** What is above a limit, and waits for a review of the brand: in no line and no total. */
export interface WaitingOutlook extends MoneyOutlook {
  /** The line that it would be, as statements have it: `<fee>/excess`. */
  readonly id: string;
  /** In which share of the scenarios there is any. */
  readonly chance: Decimal;
}

/** What a running period may come to; pays nothing, is in no ledger. */
export interface Outlook {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Outlook';
  readonly contract: string;
  readonly period: PeriodId;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly currency: string;
  readonly asOf: LocalDate;
  /** The last day that every fact covers; null where that lies before the period. */
  readonly through: LocalDate | null;
  /** The facts that others are ahead of; absent where all reach equally far, or to the day before. */
  readonly behind?: readonly FactBehind[];
  readonly daysGone: number;
  readonly daysLeft: number;
  /** How many scenarios were settled. */
  readonly scenarios: number;
  /** Values that were put in place of a forecast. */
  readonly plan: readonly { readonly metric: string; readonly value: Decimal }[];
  readonly kpis: readonly KpiOutlook[];
  readonly gates: readonly GateOutlook[];
  readonly fees: readonly FeeOutlook[];
  readonly total: MoneyOutlook | null;
  /** Why no pay is expected; null where some is. */
  readonly none: NoRange | null;
  /** Measures with too little data for a range, taken as expected since they are hardly anything of what counts; absent where there is none. */
  readonly asExpected?: readonly string[];
  /** Absent where nothing is above a limit in any scenario. */
  readonly waits?: readonly WaitingOutlook[];
  /** Settled periods whose data are still coming in; absent where there is none. */
  readonly maturing?: readonly Maturing[];
}
