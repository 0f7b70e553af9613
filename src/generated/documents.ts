// Generated from schemas/*.schema.json by scripts/generate-types.mjs. Do not edit: change the schema and run `npm run types`.
/**
 * Text: one string, or one per language
 */
export type Text =
  | string
  | {
      /**
       * English
       */
      en: string;
      /**
       * Chinese
       */
      zh: string;
    };
/**
 * One of the two sides
 */
export type Party = 'brand' | 'provider';
/**
 * A local date, YYYY-MM-DD
 */
export type Date = string;
/**
 * Length of a period
 */
export type Every = 'month' | 'quarter' | 'week';
/**
 * A period: 2026-01, 2026-Q1 or 2026-W02
 */
export type Period = string;
/**
 * Text, or null
 */
export type TextOrNull = Text | null;
/**
 * An exact number: decimal text, or a fraction n/d
 */
export type Exact = string;
/**
 * Values by period, ascending
 *
 * Items: From a period on
 */
export type ScheduledExact = {
  from: Period;
  value: Exact;
}[];
/**
 * A value, or a multiple of the target
 */
export type Level =
  | {
      value: Exact;
    }
  | {
      times: Exact;
    };
/**
 * Levels by period, ascending
 *
 * Items: From a period on
 */
export type ScheduledLevel = {
  from: Period;
  value: Level;
}[];
/**
 * A fee
 */
export type Fee = Retainer | Commission | UnitPrice | Bonus | Milestone | Wager | Guarantee | Penalty | Cap | PassThrough | Rebate | Tax;
/**
 * Tables by period, ascending
 *
 * Items: From a period on
 */
export type ScheduledSteps = {
  from: Period;
  /**
   * Steps, ascending
   */
  value: Step[];
}[];
/**
 * Values by period, ascending
 *
 * Items: From a period on
 */
export type ScheduledCap = {
  from: Period;
  /**
   * The value; null: no cap
   */
  value: Exact | null;
}[];
/**
 * An exact number: decimal text, or a fraction n/d; null where it is undefined
 */
export type ExactOrNull = string | null;
/**
 * A condition on rows
 */
export type Filter =
  | {
      /**
       * Conditions
       */
      all: Filter[];
    }
  | {
      /**
       * Conditions
       */
      any: Filter[];
    }
  | {
      /**
       * Column
       */
      column: string;
      /**
       * Operator
       */
      op: 'eq' | 'gt' | 'gte' | 'lt' | 'lte';
      value: Literal;
    }
  | {
      /**
       * Column
       */
      column: string;
      /**
       * Operator
       */
      op: 'in' | 'notIn';
      /**
       * Values
       */
      values: Literal[];
    }
  | {
      /**
       * Column
       */
      column: string;
      /**
       * Operator
       */
      op: 'between';
      low: Literal;
      high: Literal;
    }
  | {
      /**
       * Column
       */
      column: string;
      /**
       * Operator
       */
      op: 'isNull';
      /**
       * Whether NULL
       */
      value: boolean;
    };
/**
 * A literal
 */
export type Literal =
  | {
      /**
       * Text
       */
      type: 'string';
      /**
       * Value
       */
      value: string;
    }
  | {
      /**
       * Number
       */
      type: 'number';
      value: Exact;
    }
  | {
      /**
       * Truth value
       */
      type: 'boolean';
      /**
       * Value
       */
      value: boolean;
    };
/**
 * A formula
 */
export type Expression =
  | {
      number: Exact;
    }
  | {
      /**
       * The measure
       */
      measure: string;
    }
  | {
      /**
       * The metric
       */
      metric: string;
    }
  | {
      negate: Expression;
    }
  | {
      /**
       * Operator
       */
      op: '+' | '-' | '*' | '/' | 'min' | 'max';
      left: Expression;
      right: Expression;
    };
/**
 * A SHA-256 digest
 */
export type Digest = string;
/**
 * A number as decimal text; null where it is undefined
 */
export type DecimalOrNull = string | null;
/**
 * The exact value n/d of a number that 12 places do not hold
 */
export type Fraction = string;
/**
 * A number as decimal text
 */
export type Decimal = string;
/**
 * Why something is as it is
 */
export type ReasonCode =
  | 'stale'
  | 'duplicates'
  | 'repeated-keys'
  | 'nulls'
  | 'no-rate'
  | 'no-fx'
  | 'rate-duplicate'
  | 'rate-not-positive'
  | 'division-by-zero'
  | 'not-measured'
  | 'reconcile-breach'
  | 'unreviewed'
  | 'too-little-weight'
  | 'over-limit'
  | 'over-acknowledged'
  | 'unknown'
  | 'no-rate-days'
  | 'rate-duplicate-days'
  | 'rate-not-positive-days'
  | 'no-fx-days'
  | 'unreviewed-together'
  | 'waived'
  | 'no-time-left'
  | 'brand-late'
  | 'provider-late'
  | 'below-minimum'
  | 'missing-zero'
  | 'missing-excluded'
  | 'composite-waived'
  | 'grace'
  | 'gate-failed'
  | 'nothing-agreed'
  | 'no-cap'
  | 'nothing-to-deduct'
  | 'commission'
  | 'commission-term'
  | 'unit-price'
  | 'pass-through'
  | 'pass-through-gross'
  | 'excess-acknowledged'
  | 'bonus'
  | 'penalty'
  | 'guarantee'
  | 'recovery'
  | 'cap'
  | 'tax'
  | 'correction'
  | 'milestone'
  | 'milestone-paid'
  | 'milestone-final'
  | 'milestone-not-accepted'
  | 'milestone-accepted-later'
  | 'milestone-not-reached'
  | 'milestone-too-late'
  | 'wager'
  | 'wager-void'
  | 'not-the-horizon'
  | 'disputed'
  | 'frozen-by-dispute'
  | 'resolved'
  | 'decided'
  | 'decided-as-settled'
  | 'dispute-lapsed'
  | 'after-the-end'
  | 'decided-for-provider'
  | 'decided-for-brand'
  | 'decided-mean'
  | 'decided-at-least'
  | 'outside-the-window'
  | 'recomputed'
  | 'large-true-up'
  | 'true-up-acknowledged'
  | 'zone-rules'
  | 'true-up-time-passed';
/**
 * What is flagged until somebody has looked at it
 */
export type Anomaly = UnusualDay | Silence;
/**
 * What kind of line it is
 */
export type LineKind =
  | 'retainer'
  | 'commission'
  | 'unit_price'
  | 'bonus'
  | 'milestone'
  | 'wager'
  | 'guarantee'
  | 'penalty'
  | 'cap'
  | 'pass_through'
  | 'rebate'
  | 'tax'
  | 'recovery'
  | 'excess'
  | 'true-up'
  | 'correction';
/**
 * What went into a line
 */
export type InputCode =
  | 'amount'
  | 'pool'
  | 'price'
  | 'limit'
  | 'score'
  | 'composite-score'
  | 'metric'
  | 'metric-up-to'
  | 'line'
  | 'event'
  | 'target'
  | 'deadband'
  | 'due'
  | 'accepted-on'
  | 'total-before'
  | 'total-to-date'
  | 'earned'
  | 'guarantee'
  | 'draw'
  | 'subtotal'
  | 'subtotal-capped'
  | 'cap-of-period'
  | 'cap-left'
  | 'payable'
  | 'rate'
  | 'settled-so-far'
  | 'worth-now'
  | 'unreviewed';
/**
 * A rule that was considered
 */
export type RuleCode =
  | 'prorate'
  | 'grace'
  | 'gate-passed'
  | 'gate-failed'
  | 'gate-held'
  | 'tiers-marginal'
  | 'tiers-whole'
  | 'accumulate-term'
  | 'negative-base'
  | 'points-step'
  | 'points-linear'
  | 'bands'
  | 'milestone-reached'
  | 'horizon-in-part'
  | 'horizon-ends'
  | 'early-end'
  | 'void'
  | 'recoverable'
  | 'up-to'
  | 'cap-cuts'
  | 'stale'
  | 'duplicates'
  | 'repeated-keys'
  | 'nulls'
  | 'no-rate'
  | 'no-fx'
  | 'rate-duplicate'
  | 'rate-not-positive'
  | 'division-by-zero'
  | 'not-measured'
  | 'reconcile-breach'
  | 'unreviewed'
  | 'too-little-weight'
  | 'over-limit'
  | 'over-acknowledged'
  | 'unknown'
  | 'no-rate-days'
  | 'rate-duplicate-days'
  | 'rate-not-positive-days'
  | 'no-fx-days'
  | 'unreviewed-together'
  | 'waived'
  | 'no-time-left'
  | 'brand-late'
  | 'provider-late'
  | 'below-minimum'
  | 'missing-zero'
  | 'missing-excluded'
  | 'composite-waived'
  | 'nothing-agreed'
  | 'no-cap'
  | 'nothing-to-deduct'
  | 'commission'
  | 'commission-term'
  | 'unit-price'
  | 'pass-through'
  | 'pass-through-gross'
  | 'excess-acknowledged'
  | 'bonus'
  | 'penalty'
  | 'guarantee'
  | 'recovery'
  | 'cap'
  | 'tax'
  | 'correction'
  | 'milestone'
  | 'milestone-paid'
  | 'milestone-final'
  | 'milestone-not-accepted'
  | 'milestone-accepted-later'
  | 'milestone-not-reached'
  | 'milestone-too-late'
  | 'wager'
  | 'wager-void'
  | 'not-the-horizon'
  | 'disputed'
  | 'frozen-by-dispute'
  | 'resolved'
  | 'decided'
  | 'decided-as-settled'
  | 'dispute-lapsed'
  | 'after-the-end'
  | 'decided-for-provider'
  | 'decided-for-brand'
  | 'decided-mean'
  | 'decided-at-least'
  | 'outside-the-window'
  | 'recomputed'
  | 'large-true-up'
  | 'true-up-acknowledged'
  | 'zone-rules'
  | 'true-up-time-passed';
/**
 * Where the line stands
 */
export type Life =
  | {
      /**
       * State
       */
      state: 'settled';
      amount: Decimal;
      /**
       * 0 because a rule says so
       */
      byRule: boolean;
    }
  | {
      /**
       * State
       */
      state: 'held';
      amount: Decimal;
      /**
       * Whether it had been settled before it became undefined
       */
      wasSettled: boolean;
      computed?: Decimal;
      /**
       * 0 because a rule says so
       */
      byRule: boolean;
      since: Date;
      /**
       * Consecutive statements in which it has been held
       */
      statements: number;
      /**
       * Why
       */
      causes: Cause[];
    }
  | {
      /**
       * State
       */
      state: 'waiting';
      amount: Decimal;
      /**
       * 0 because a rule says so
       */
      byRule: boolean;
      since: Date;
      moves: Decimal;
    }
  | {
      /**
       * State
       */
      state: 'disputed';
      amount: Decimal;
      computed: Decimal;
      /**
       * 0 because a rule says so
       */
      byRule: boolean;
      /**
       * Whether an expired hold was decided at that
       */
      decided: boolean;
    }
  | {
      /**
       * State
       */
      state: 'frozen';
      amount: Decimal;
      /**
       * 0 because a rule says so
       */
      byRule: boolean;
    }
  | {
      /**
       * State
       */
      state: 'accepted';
      amount: Decimal;
    }
  | {
      /**
       * State
       */
      state: 'decided';
      amount: Decimal;
    }
  | {
      /**
       * State
       */
      state: 'resolved';
      amount: Decimal;
      computed: DecimalOrNull;
    };
/**
 * Why a value is undefined
 */
export type CauseCode =
  | 'stale'
  | 'duplicates'
  | 'repeated-keys'
  | 'nulls'
  | 'no-rate'
  | 'no-fx'
  | 'rate-duplicate'
  | 'rate-not-positive'
  | 'division-by-zero'
  | 'not-measured'
  | 'reconcile-breach'
  | 'unreviewed'
  | 'too-little-weight'
  | 'over-limit'
  | 'over-acknowledged';

/**
 * What a period is settled on: terms.json
 */
export interface JsonTerms {
  /**
   * Version of the contract language
   */
  apiVersion: 'concord/v1';
  /**
   * Always Terms
   */
  kind: 'Terms';
  contract: Contract;
  definitions: Definitions;
}
/**
 * The normalized contract
 */
export interface Contract {
  /**
   * Id
   */
  id: string;
  title: Text;
  /**
   * Stage
   */
  stage: 'pilot' | 'live' | 'ended';
  /**
   * Parties
   */
  parties: {
    brand: PartyTerms;
    provider: PartyTerms;
  };
  /**
   * Signed paper
   */
  agreement: {
    /**
     * Number
     */
    number: string;
    /**
     * SHA-256
     */
    sha256: string;
    /**
     * What prevails
     */
    prevails: string;
  } | null;
  /**
   * Data
   */
  data: {
    owner: Party;
    /**
     * Use by the provider
     */
    providerUse: string;
  };
  /**
   * IP
   */
  ip: {
    creatives: Party;
    site: Party;
    accounts: Party;
  } | null;
  term: DateRange;
  /**
   * Calendar
   */
  calendar: {
    every: Every;
    /**
     * Time zone
     */
    timezone: string;
    /**
     * Days until settled
     */
    lockAfterDays: number;
    /**
     * True-up periods
     */
    trueUpPeriods: number;
  };
  /**
   * Currency
   */
  currency: string;
  /**
   * Rounding
   */
  rounding: 'half_even' | 'half_up';
  /**
   * Acceptance
   */
  acceptance: {
    /**
     * Days
     */
    days: number;
    /**
     * Silence
     */
    silence: 'accepts' | 'waits';
  };
  /**
   * Disputes
   */
  disputes: {
    /**
     * Days
     */
    days: number;
    expert: Text;
  };
  /**
   * Holds
   */
  holds: {
    /**
     * Statements
     */
    maxPeriods: number;
  };
  /**
   * Grace
   */
  grace: {
    from: Period;
    /**
     * Periods
     */
    periods: number;
    /**
     * Fees
     */
    waives: string[];
  } | null;
  /**
   * KPIs
   */
  kpis: Kpi[];
  /**
   * Composite
   */
  composite: {
    /**
     * Rule
     */
    rule: 'weighted_mean' | 'min';
    minWeightLeft: Exact;
  };
  /**
   * Gates
   */
  gates: Gate[];
  /**
   * Fees
   */
  fees: Fee[];
  /**
   * Duties
   */
  duties: Duty[];
  /**
   * Payment
   */
  payment: {
    /**
     * Days
     */
    dueDays: number;
  } | null;
  /**
   * Amendments
   */
  amendments: {
    /**
     * Notice
     */
    noticeDays: number;
    maxTargetChange: ExactOrNull;
    maxDrift: ExactOrNull;
    /**
     * Periods between changes
     */
    minPeriodsBetween: number | null;
  } | null;
  /**
   * Review
   */
  review: {
    every: Every;
  } | null;
  /**
   * Exclusions
   */
  exclusions: {
    /**
     * Days to file
     */
    fileWithinDays: number;
    /**
     * Days at most
     */
    maxDays: number;
  } | null;
  /**
   * Exit
   */
  exit: {
    /**
     * Notice
     */
    noticeDays: number;
    /**
     * Handover
     */
    handoverDays: number;
    /**
     * Checklist
     */
    checklist: string[];
  } | null;
  /**
   * Dashboard
   */
  dashboard: {
    /**
     * Who sees it
     */
    share: Party[];
    /**
     * Whether anybody may read its pages
     */
    public?: true;
  } | null;
  /**
   * Watched metrics
   */
  watch?: string[];
  /**
   * Baseline
   *
   * Items: History of a metric
   */
  baseline: {
    /**
     * Metric
     */
    metric: string;
    /**
     * Values
     *
     * Items: A value
     */
    values: {
      period: Period;
      value: Exact;
    }[];
  }[];
}
/**
 * A side
 */
export interface PartyTerms {
  name: Text;
  /**
   * Legal entity; absent where none is written
   */
  legal?: {
    /**
     * Registered name
     */
    name: string;
    /**
     * Tax number
     */
    taxId?: string;
    /**
     * Address
     */
    address?: string;
  };
  /**
   * Signatories
   */
  signatories: string[];
  /**
   * Approvals required
   */
  required: number;
  /**
   * Access
   */
  access: {
    /**
     * Analysts
     */
    analyst: string[];
    /**
     * Viewers
     */
    viewer: string[];
  };
}
/**
 * Local dates, both included
 */
export interface DateRange {
  from: Date;
  to: Date;
}
/**
 * A KPI
 */
export interface Kpi {
  /**
   * The KPI
   */
  id: string;
  title: TextOrNull;
  /**
   * Metric
   */
  metric: string;
  owner: Party;
  /**
   * Direction
   */
  better: 'higher' | 'lower';
  weight: ScheduledExact;
  target: ScheduledExact;
  /**
   * Threshold
   */
  threshold: ScheduledLevel | null;
  /**
   * Stretch
   */
  stretch: ScheduledLevel | null;
  cap: ScheduledExact;
  /**
   * Minimum
   */
  minimum: {
    /**
     * Metric
     */
    metric: string;
    atLeast: ScheduledExact;
  } | null;
  /**
   * On a division by zero
   */
  whenMissing: 'hold' | 'zero' | 'exclude';
  /**
   * What its changes are told by
   */
  bridge?: ('volume' | 'mix' | 'price' | 'fx' | 'refunds')[];
  clause: Clause;
}
/**
 * Where the clause stands
 */
export interface Clause {
  /**
   * File
   */
  file: string;
  /**
   * Line
   */
  line: number;
}
/**
 * A gate
 */
export interface Gate {
  /**
   * The gate
   */
  id: string;
  /**
   * Metric
   */
  metric: string;
  /**
   * Direction
   */
  limit: 'atLeast' | 'atMost';
  value: ScheduledExact;
  /**
   * Fees
   */
  blocks: string[];
  clause: Clause;
}
/**
 * A retainer
 */
export interface Retainer {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always retainer
   */
  kind: 'retainer';
  amount: ScheduledExact;
  /**
   * Whether it is scaled to the days in force
   */
  prorate: boolean;
}
/**
 * A commission
 */
export interface Commission {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always commission
   */
  kind: 'commission';
  /**
   * Base metric
   */
  base: string;
  tiers: ScheduledSteps;
  /**
   * Mode
   */
  mode: 'marginal' | 'whole';
  /**
   * Over what tiers run
   */
  accumulate: 'period' | 'term';
}
/**
 * A step of a table
 */
export interface Step {
  at: Exact;
  value: Exact;
}
/**
 * A unit price
 */
export interface UnitPrice {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always unit_price
   */
  kind: 'unit_price';
  /**
   * Metric that is counted
   */
  quantity: string;
  price: ScheduledExact;
}
/**
 * A bonus
 */
export interface Bonus {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always bonus
   */
  kind: 'bonus';
  pool: ScheduledExact;
  /**
   * KPI or composite
   */
  by: string;
  points: ScheduledSteps;
  /**
   * Shape
   */
  shape: 'step' | 'linear';
  /**
   * Whether it is scaled to the days in force
   */
  prorate: boolean;
}
/**
 * A milestone
 */
export interface Milestone {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always milestone
   */
  kind: 'milestone';
  amount: ScheduledExact;
  due: Date;
  /**
   * What is to be reached
   */
  reach: {
    /**
     * Metric
     */
    metric: string;
    atLeast: ScheduledExact;
  } | null;
}
/**
 * A wager
 */
export interface Wager {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always wager
   */
  kind: 'wager';
  /**
   * Metric
   */
  metric: string;
  /**
   * Direction
   */
  better: 'higher' | 'lower';
  target: ScheduledExact;
  /**
   * Horizon
   */
  over: 'term' | 'quarter';
  deadband: ScheduledExact;
  /**
   * What it pays
   */
  pays:
    | {
        rate: ScheduledExact;
        limit: ScheduledExact;
      }
    | {
        stake: ScheduledExact;
      };
  /**
   * On an early end
   */
  onEarlyEnd: 'void' | 'scale';
}
/**
 * A guarantee
 */
export interface Guarantee {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always guarantee
   */
  kind: 'guarantee';
  amount: ScheduledExact;
  /**
   * Whether it is recovered
   */
  recoverable: boolean;
  /**
   * Whether it is scaled to the days in force
   */
  prorate: boolean;
}
/**
 * A penalty
 */
export interface Penalty {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always penalty
   */
  kind: 'penalty';
  /**
   * What is deducted from
   */
  of:
    | {
        /**
         * The fee
         */
        fee: string;
      }
    | {
        amount: ScheduledExact;
      };
  /**
   * KPI or composite
   */
  by: string;
  bands: ScheduledSteps;
  /**
   * Whether it is scaled to the days in force
   */
  prorate: boolean;
}
/**
 * A cap
 */
export interface Cap {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always cap
   */
  kind: 'cap';
  /**
   * Most per period
   */
  period: ScheduledCap | null;
  /**
   * Most over the term
   */
  term: ScheduledCap | null;
  /**
   * Whether it is scaled to the days in force
   */
  prorate: boolean;
}
/**
 * A pass-through
 */
export interface PassThrough {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always pass_through
   */
  kind: 'pass_through';
  /**
   * Cost metric
   */
  cost: string;
  /**
   * Markup
   */
  markup:
    | {
        onCost: ScheduledExact;
      }
    | {
        gross: ScheduledExact;
      };
  /**
   * Most per period without a review
   */
  upTo: ScheduledExact | null;
  /**
   * Whether tax is due on it
   */
  taxed: boolean;
}
/**
 * A rebate
 */
export interface Rebate {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always rebate
   */
  kind: 'rebate';
  /**
   * Base metric
   */
  base: string;
  tiers: ScheduledSteps;
  /**
   * Mode
   */
  mode: 'marginal' | 'whole';
  /**
   * Over what tiers run
   */
  accumulate: 'period' | 'term';
}
/**
 * A tax
 */
export interface Tax {
  /**
   * The fee
   */
  id: string;
  title: TextOrNull;
  clause: Clause;
  /**
   * Always tax
   */
  kind: 'tax';
  rate: ScheduledExact;
  label: Text;
}
/**
 * A duty
 */
export interface Duty {
  /**
   * The duty
   */
  id: string;
  owes: Party;
  title: Text;
  /**
   * Day of the period
   */
  dueDay: number;
  /**
   * When it is late: claimed by the party it is owed to, or unproven
   */
  lateIf: 'claimed' | 'unproven';
  /**
   * If late
   */
  ifLate: {
    /**
     * KPIs
     */
    kpis: string[];
    scoreAs: ExactOrNull;
  };
  clause: Clause;
}
/**
 * The normalized definitions
 */
export interface Definitions {
  /**
   * Facts
   *
   * Items: A fact
   */
  facts: {
    /**
     * Id
     */
    id: string;
    /**
     * Where its rows are
     */
    source:
      | {
          /**
           * Table
           */
          table: string;
          /**
           * How its files are written
           */
          format?: {
            /**
             * Encoding
             */
            encoding?: string;
            /**
             * Delimiter
             */
            delimiter?: string;
            /**
             * Lines above the header
             */
            skip?: number;
            /**
             * How the header begins
             */
            headerStartsWith?: string;
            /**
             * Lines that are no rows
             */
            comment?: string;
            /**
             * Rows below the header that are no data
             */
            dropFirst?: number;
            /**
             * Where rows end
             */
            stopAt?: string;
            /**
             * Decimal mark
             */
            decimal?: string;
            /**
             * Thousands separator
             */
            thousands?: string;
            /**
             * Values that mean nothing
             */
            nulls?: string[];
            /**
             * Lines may end early
             */
            ragged?: boolean;
            /**
             * Name of the row's number in its file
             */
            rowNumber?: string;
            /**
             * Sheet
             */
            sheet?: string;
          };
          /**
           * Columns by own names
           *
           * Items: A column
           */
          columns?: {
            /**
             * Own name
             */
            name: string;
            /**
             * Header
             */
            header: string;
            /**
             * How times are written; null: as ISO 8601
             */
            time: string | null;
            /**
             * Taken off both ends
             */
            strip: string[];
            /**
             * Digits after the point to which each value is rounded
             */
            round?: number;
            /**
             * A value stands for the empty cells below it
             */
            fill?: 'down';
          }[];
        }
      | {
          /**
           * View
           */
          view: string;
        };
    /**
     * Key columns
     */
    grain: string[];
    custodian: Party;
    /**
     * Load time
     */
    freshness: {
      /**
       * Load log; null: the fact itself
       */
      table: string | null;
      /**
       * Column
       */
      column: string;
      /**
       * Which rows of the log are about the fact; null: all
       */
      where: Filter | null;
    } | null;
    clause: Clause;
  }[];
  /**
   * Measures
   *
   * Items: A measure
   */
  measures: {
    /**
     * Id
     */
    id: string;
    title?: Text;
    definition: Text;
    /**
     * Fact
     */
    of: string;
    /**
     * Aggregate
     */
    aggregate:
      | {
          /**
           * Column
           */
          sum: string;
        }
      | {
          /**
           * Rows
           */
          count: 'rows';
        }
      | {
          /**
           * Column
           */
          countDistinct: string;
        };
    /**
     * When
     */
    when: {
      /**
       * Column
       */
      column: string;
      /**
       * Zone of a wall-clock column
       */
      zone: string | null;
    };
    /**
     * Which rows
     */
    where: Filter | null;
    /**
     * Currency
     */
    currency:
      | (string | null)
      | {
          /**
           * The one currency of all amounts
           */
          code: string;
        };
    /**
     * What divides it
     *
     * Items: A dimension
     */
    by?: (
      | {
          /**
           * Column
           */
          column: string;
          /**
           * How many values are apart
           */
          top: number;
        }
      | {
          /**
           * Column
           */
          column: string;
          /**
           * The values that are apart
           */
          values: string[];
        }
      | {
          /**
           * Column
           */
          column: string;
          /**
           * How late rows are booked
           */
          lag: {
            /**
             * Days that are told apart
             */
            days: number;
            /**
             * The measure that it is a part of
             */
            of: string;
          };
        }
    )[];
    /**
     * What NULL means
     */
    nulls: 'undefined' | 'zero';
    clause: Clause;
  }[];
  /**
   * Metrics
   *
   * Items: A metric
   */
  metrics: {
    /**
     * Id
     */
    id: string;
    title: Text;
    formula: Expression;
    /**
     * Formula as written
     */
    text: string;
    /**
     * Unit
     */
    unit: 'money' | 'number' | 'share';
    /**
     * Type
     */
    type: 'flow' | 'ratio';
    /**
     * Digits shown
     */
    decimals: number | null;
    clause: Clause;
  }[];
  /**
   * Exchange rates
   */
  fx: {
    /**
     * Fact
     */
    fact: string;
    /**
     * Date column
     */
    date: string;
    /**
     * Currency column
     */
    currency: string;
    /**
     * Rate column
     */
    rate: string;
    /**
     * Oldest rate
     */
    maxAgeDays: number;
    /**
     * Whether amounts are divided by the rate
     */
    inverted: boolean;
    clause: Clause;
  } | null;
  /**
   * Reconciliations
   *
   * Items: A reconciliation
   */
  reconcile: {
    /**
     * Id
     */
    id: string;
    /**
     * Left
     */
    left: string;
    /**
     * Right
     */
    right: string;
    tolerance: Exact;
    /**
     * On a breach
     */
    onBreach: 'hold' | 'flag';
    clause: Clause;
  }[];
  /**
   * Views
   *
   * Items: A view
   */
  views: {
    /**
     * Name
     */
    name: string;
    /**
     * Text for DuckDB
     */
    duckdb: string | null;
    /**
     * Text for BigQuery
     */
    bigquery: string | null;
  }[];
  /**
   * Seasons
   *
   * Items: A season
   */
  seasons?: {
    name: Text;
    /**
     * Dates
     */
    dates: DateRange[];
    factor: ExactOrNull;
    /**
     * Days of the same event before; null: none
     */
    basis: DateRange[] | null;
    clause: Clause;
  }[];
  /**
   * Trees of metrics
   *
   * Items: A tree
   */
  tree?: {
    /**
     * Metric
     */
    metric: string;
    /**
     * Factors
     *
     * Items: A factor
     */
    factors: {
      /**
       * Metric
       */
      metric: string;
      /**
       * Divided by it
       */
      per: boolean;
    }[];
    clause: Clause;
  }[];
}
/**
 * Evidence: all that a statement knows of the warehouse. Aggregates only, numbers as text
 */
export interface JsonEvidence {
  /**
   * Version of the contract language
   */
  apiVersion: 'concord/v1';
  /**
   * Always Evidence
   */
  kind: 'Evidence';
  /**
   * The contract
   */
  contract: string;
  period: Period;
  asOf: Date;
  /**
   * Periods measured now, ascending
   */
  periods: EvidencePeriod[];
  /**
   * Distinct counts over spans
   */
  spans: EvidenceSpan[];
}
/**
 * What was measured for one period
 */
export interface EvidencePeriod {
  period: Period;
  inForce: DateRange;
  calendar: RecordedCalendar;
  terms: Digest;
  /**
   * Event files of the exclusions that left rows out
   */
  exclusions: string[];
  /**
   * Facts
   */
  facts: EvidenceFact[];
  /**
   * Measures
   */
  measures: EvidenceMeasure[];
  /**
   * Measures after exclusions, per KPI
   */
  variants: EvidenceVariant[];
  /**
   * Exchange rates used
   */
  rates: EvidenceRate[];
  underEarlierRules?: UnderEarlierRules;
}
/**
 * What local days were counted by
 */
export interface RecordedCalendar {
  /**
   * Release of the tz database
   */
  tzdb: string;
  /**
   * Zones that days were counted by
   *
   * Items: One zone's offsets
   */
  zones: {
    /**
     * The time zone
     */
    zone: string;
    /**
     * Offsets over the days, ascending
     *
     * Items: An offset and from when it holds
     */
    offsets: {
      /**
       * Instant of the change; absent for what holds first
       */
      from?: string;
      /**
       * Offset from UTC
       */
      offset: string;
    }[];
  }[];
}
/**
 * A fact and how fresh it is
 */
export interface EvidenceFact {
  /**
   * The fact
   */
  id: string;
  /**
   * Largest load time, or largest `when`, up to asOf; ISO instant
   */
  freshAt?: string;
  /**
   * Whether it reaches the end of the period's last day in force
   */
  complete: boolean;
  /**
   * One per `when`
   */
  scans: EvidenceScan[];
}
/**
 * Data quality of a fact's rows under one `when`
 */
export interface EvidenceScan {
  /**
   * The `when` column
   */
  column: string;
  /**
   * Its time zone, for wall-clock columns
   */
  zone?: string;
  /**
   * Rows in the days in force
   */
  rows: number;
  /**
   * Rows of the whole fact whose `when` is NULL
   */
  nullWhen: number;
  /**
   * Grain keys that repeat
   */
  duplicateKeys: number;
  /**
   * The same by the day of the key's second row; absent where none repeats
   */
  duplicateDays?: EvidenceKeys[];
  /**
   * Keys that occur in earlier periods too
   *
   * Items: Keys that also occur in an earlier period
   */
  repeatedKeys: {
    period: Period;
    /**
     * How many
     */
    keys: number;
    /**
     * The same by the day of the key's first row in this period
     */
    days: EvidenceKeys[];
  }[];
}
/**
 * Grain keys that began to repeat on a day
 */
export interface EvidenceKeys {
  day: Date;
  /**
   * How many
   */
  keys: number;
}
/**
 * A measure over the days in force of a period
 */
export interface EvidenceMeasure {
  /**
   * The measure
   */
  id: string;
  /**
   * Selected rows
   */
  rows: number;
  /**
   * Selected rows whose summed column or currency is NULL
   */
  nulls: number;
  /**
   * Rows of the whole fact that match what it asks for and have no time: in no period; absent where there are none
   */
  undated?: number;
  /**
   * Days with rows, ascending by day, then currency
   */
  days: EvidenceDay[];
  /**
   * Exact distinct count over the period
   */
  distinct?: number;
  /**
   * Distinct counts of its parts
   */
  parts?: EvidencePartCount[];
}
/**
 * One day of a measure
 */
export interface EvidenceDay {
  day: Date;
  /**
   * Currency of the sum, where the measure has a currency column
   */
  currency?: string;
  /**
   * Rows that count
   */
  rows: number;
  /**
   * Of them, rows whose summed column or currency is NULL; absent where there are none
   */
  nulls?: number;
  value?: Exact;
  /**
   * Where the measure is divided: its parts, which add up to the day
   */
  parts?: EvidencePart[];
}
/**
 * A part of a day
 */
export interface EvidencePart {
  /**
   * Its value of each dimension of the measure, null for all others and NULL
   */
  of: (string | null)[];
  /**
   * Rows that count
   */
  rows: number;
  /**
   * Of them, rows whose summed column or currency is NULL; absent where there are none
   */
  nulls?: number;
  value?: Exact;
}
/**
 * A part's distinct count; these do not add up
 */
export interface EvidencePartCount {
  /**
   * Its value of each dimension of the measure, null for all others and NULL
   */
  of: (string | null)[];
  /**
   * Exact distinct count over the period
   */
  distinct: number;
}
/**
 * A measure on the rows that a KPI keeps after exclusions
 */
export interface EvidenceVariant {
  /**
   * The measure
   */
  id: string;
  /**
   * Selected rows
   */
  rows: number;
  /**
   * Selected rows whose summed column or currency is NULL
   */
  nulls: number;
  /**
   * Days with rows, ascending by day, then currency
   */
  days: EvidenceDay[];
  /**
   * Exact distinct count over the period
   */
  distinct?: number;
  /**
   * The KPI
   */
  kpi: string;
}
/**
 * An exchange rate that was looked up
 */
export interface EvidenceRate {
  /**
   * Foreign currency
   */
  currency: string;
  day: Date;
  rateDay?: Date;
  rate?: Exact;
  /**
   * Why there is no usable rate although a row was found
   */
  problem?: 'duplicate' | 'not_positive';
}
/**
 * The same rows counted by earlier zone rules
 */
export interface UnderEarlierRules {
  calendar: RecordedCalendar;
  /**
   * Measures
   */
  measures: EvidenceMeasure[];
  /**
   * Measures after exclusions, per KPI
   */
  variants: EvidenceVariant[];
}
/**
 * A distinct count over several periods
 */
export interface EvidenceSpan {
  /**
   * The measure
   */
  measure: string;
  terms: Digest;
  from: Date;
  to: Date;
  calendar: RecordedCalendar;
  /**
   * Exact distinct count
   */
  distinct: number;
}
/**
 * A period measured and scored: what `concord score --format json` prints
 */
export interface JsonScore {
  /**
   * Version of the contract language
   */
  apiVersion: 'concord/v1';
  /**
   * Scorecard, or Statement where it was settled
   */
  kind: 'Scorecard' | 'Statement';
  /**
   * The contract
   */
  contract: string;
  period: Period;
  /**
   * First day in force; null in a tail
   */
  from: string | null;
  /**
   * Last day in force; null in a tail
   */
  to: string | null;
  /**
   * Currency
   */
  currency: string;
  asOf: Date;
  termsDigest: Digest;
  evidenceDigest: Digest;
  /**
   * Facts
   */
  facts: FactQuality[];
  /**
   * Measure → value over the days in force; null where undefined
   */
  measures: {
    [k: string]: string | null;
  };
  /**
   * KPIs
   */
  kpis: KpiResult[];
  composite: DecimalOrNull;
  compositeExact?: Fraction;
  /**
   * State of the composite; null in a tail
   */
  compositeState: CompositeResult | null;
  /**
   * Gates
   */
  gates: GateResult[];
  /**
   * Watched metrics; in no score and no fee
   *
   * Items: A watched metric
   */
  watch?: {
    /**
     * The metric
     */
    metric: string;
    value: DecimalOrNull;
    valueExact?: Fraction;
  }[];
  /**
   * Duties that fall due in the period; absent where none does
   */
  duties?: DutyResult[];
  /**
   * Reconciliations
   */
  reconcile: ReconcileResult[];
  /**
   * Anomalies
   */
  anomalies: Anomaly[];
  /**
   * Lines, in the order of settlement; absent while the period runs: nothing of it is owed yet
   */
  lines?: Line[];
  /**
   * What is held, and why; absent while the period runs: nothing of it is owed yet
   *
   * Items: A held line
   */
  held?: {
    /**
     * The line
     */
    line: string;
    reason: Reason;
  }[];
  total?: Decimal;
  /**
   * Of a period that is not over: what it has come to; nothing is scored or owed by it
   */
  running?: {
    /**
     * Days in force
     */
    days: number;
    /**
     * KPIs to date
     *
     * Items: A KPI to date
     */
    kpis: {
      /**
       * The KPI
       */
      id: string;
      target: Decimal;
      /**
       * The metric
       */
      metric: string;
      value: DecimalOrNull;
      valueExact?: Fraction;
      /**
       * The last day that all its data covers; null where there is none
       */
      through: Date | null;
      /**
       * Days in force up to it
       */
      daysGone: number;
      /**
       * Why it is undefined
       */
      reasons: Reason[];
    }[];
    /**
     * Gates to date
     *
     * Items: A gate to date
     */
    gates: {
      /**
       * The gate
       */
      id: string;
      target: Decimal;
      /**
       * The metric
       */
      metric: string;
      value: DecimalOrNull;
      valueExact?: Fraction;
      /**
       * The last day that all its data covers; null where there is none
       */
      through: Date | null;
      /**
       * Days in force up to it
       */
      daysGone: number;
      /**
       * Why it is undefined
       */
      reasons: Reason[];
    }[];
    /**
     * Watched metrics to date
     *
     * Items: A metric to date
     */
    watch: {
      /**
       * The metric
       */
      metric: string;
      value: DecimalOrNull;
      valueExact?: Fraction;
      /**
       * The last day that all its data covers; null where there is none
       */
      through: Date | null;
      /**
       * Days in force up to it
       */
      daysGone: number;
      /**
       * Why it is undefined
       */
      reasons: Reason[];
    }[];
  };
  settled?: SettledSince;
}
/**
 * Data quality of a fact
 */
export interface FactQuality {
  /**
   * The fact
   */
  id: string;
  /**
   * Rows
   */
  rows: number;
  /**
   * How far it reaches; ISO instant
   */
  freshAt: string | null;
  /**
   * Whether it is complete for the period
   */
  complete: boolean;
  /**
   * Repeated keys
   */
  duplicateKeys: number;
  /**
   * Rows whose `when` is NULL
   */
  nullWhen: number;
}
/**
 * A KPI measured and scored
 */
export interface KpiResult {
  /**
   * The KPI
   */
  id: string;
  /**
   * Its metric
   */
  metric: string;
  actual: DecimalOrNull;
  actualExact?: Fraction;
  threshold: DecimalOrNull;
  target: Decimal;
  targetExact?: Fraction;
  stretch: DecimalOrNull;
  cap: Decimal;
  weight: Decimal;
  attainment: DecimalOrNull;
  attainmentExact?: Fraction;
  score: DecimalOrNull;
  scoreExact?: Fraction;
  /**
   * scored; below_minimum: scores 0; waived: not scored; missing: divided by zero; held: undefined
   */
  state: 'scored' | 'below_minimum' | 'waived' | 'missing' | 'held';
  /**
   * Why
   */
  reasons: Reason[];
}
/**
 * A reason, as a code of the message catalogue
 */
export interface Reason {
  code: ReasonCode;
  /**
   * What its text is filled with
   */
  with: {
    [k: string]: string;
  };
}
/**
 * State of the composite
 */
export interface CompositeResult {
  /**
   * State
   */
  state: 'scored' | 'waived' | 'held';
  /**
   * Why
   */
  reasons: Reason[];
}
/**
 * A gate tested
 */
export interface GateResult {
  /**
   * The gate
   */
  id: string;
  /**
   * Its metric
   */
  metric: string;
  actual: DecimalOrNull;
  actualExact?: Fraction;
  /**
   * Direction
   */
  limit: 'atLeast' | 'atMost';
  value: Decimal;
  /**
   * State
   */
  state: 'passed' | 'failed' | 'held';
  /**
   * Why
   */
  reasons: Reason[];
}
/**
 * A duty that falls due in the period
 */
export interface DutyResult {
  /**
   * The duty
   */
  id: string;
  owes: Party;
  /**
   * When it is late: claimed by the party it is owed to, or unproven
   */
  lateIf: 'claimed' | 'unproven';
  dueOn: Date;
  /**
   * due: its day has not passed; done: in time; unclaimed: not shown to be done in time, and not claimed to be late; late
   */
  state: 'due' | 'done' | 'unclaimed' | 'late';
  /**
   * The day on which it counts as done; null where nobody says so
   */
  doneOn: Date | null;
  /**
   * The claim that it was late, also one of no effect
   */
  claim: {
    /**
     * Its file
     */
    file: string;
    on: Date;
  } | null;
  /**
   * The last day for such a claim; null where none is needed
   */
  claimUntil: Date | null;
  costs: DecimalOrNull;
}
/**
 * A reconciliation
 */
export interface ReconcileResult {
  /**
   * The rule
   */
  id: string;
  left: DecimalOrNull;
  right: DecimalOrNull;
  gap: DecimalOrNull;
  tolerance: Decimal;
  /**
   * What a breach does
   */
  onBreach: 'hold' | 'flag';
  /**
   * Whether it is breached
   */
  breached: boolean;
  /**
   * Whether a review acknowledged it
   */
  reviewed: boolean;
}
/**
 * A day far outside what its weekday usually brings
 */
export interface UnusualDay {
  /**
   * <measure>@<day>
   */
  id: string;
  /**
   * The measure
   */
  measure: string;
  day: Date;
  value: Decimal;
  median: Decimal;
  z: Decimal;
  /**
   * Whether a review acknowledged it
   */
  reviewed: boolean;
}
/**
 * Days without rows, of which nothing says that they brought nothing
 */
export interface Silence {
  /**
   * <measure>@<day>
   */
  id: string;
  /**
   * The measure
   */
  measure: string;
  /**
   * no-file: its fact has no row in the period, and no load time says that it was loaded; stops: rows came often and then did not; never: no row was ever counted
   */
  silence: 'no-file' | 'stops' | 'never';
  day: Date;
  to: Date;
  /**
   * Whether a review acknowledged it
   */
  reviewed: boolean;
}
/**
 * A line of the statement
 */
export interface Line {
  /**
   * The line
   */
  id: string;
  kind: LineKind;
  amount: Decimal;
  /**
   * State
   */
  state: 'payable' | 'held' | 'disputed';
  /**
   * Whether it is held
   */
  held: boolean;
  /**
   * Why it pays what it pays
   */
  reason: Reason | null;
  computed?: Decimal;
  claimed?: Decimal;
  trace: Trace;
}
/**
 * How a line came to its amount
 */
export interface Trace {
  /**
   * Where the clause stands
   */
  clause: {
    /**
     * File
     */
    file: string;
    /**
     * Line
     */
    line: number;
  } | null;
  /**
   * Inputs
   *
   * Items: A number that went in
   */
  inputs: {
    input: InputCode;
    /**
     * Its parameters
     */
    with: {
      [k: string]: string;
    };
    /**
     * Its value; null where undefined
     */
    value: string | null;
  }[];
  /**
   * The formula with its numbers
   */
  formula: string;
  /**
   * Branches taken and not taken
   *
   * Items: A rule that was considered
   */
  branches: {
    rule: RuleCode;
    /**
     * Whether it applied
     */
    taken: boolean;
    /**
     * Its parameters
     */
    with: {
      [k: string]: string;
    };
  }[];
  unrounded: ExactOrNull;
  rounded: DecimalOrNull;
}
/**
 * What a settled period was settled at, and what has changed
 */
export interface SettledSince {
  asOf: Date;
  /**
   * Which computation it is
   */
  run: number;
  total: Decimal;
  disputableUntil: Date;
  /**
   * When it is due; null without payment terms
   */
  dueOn: string | null;
  /**
   * Whether its statement lists a line that may be disputed, in time
   */
  disputable: boolean;
  others: DecimalOrNull;
  /**
   * Lines that come to something else now
   */
  lines: {
    /**
     * The line
     */
    line: string;
    settled: Decimal;
    now: DecimalOrNull;
    /**
     * Whether it stays as settled: it is final, or too old for a true-up
     */
    stays: boolean;
  }[];
}
/**
 * A settled period: statement.json
 */
export interface JsonStatement {
  /**
   * Version of the contract language
   */
  apiVersion: 'concord/v1';
  /**
   * Always Statement
   */
  kind: 'Statement';
  /**
   * The contract
   */
  contract: string;
  period: Period;
  /**
   * First day in force; null in a tail
   */
  from: string | null;
  /**
   * Last day in force; null in a tail
   */
  to: string | null;
  /**
   * Currency
   */
  currency: string;
  asOf: Date;
  termsDigest: Digest;
  evidenceDigest: Digest;
  /**
   * Facts
   */
  facts: FactQuality[];
  /**
   * Measure → value over the days in force; null where undefined
   */
  measures: {
    [k: string]: string | null;
  };
  /**
   * KPIs
   */
  kpis: KpiResult[];
  composite: DecimalOrNull;
  compositeExact?: Fraction;
  /**
   * State of the composite; null in a tail
   */
  compositeState: CompositeResult | null;
  /**
   * Gates
   */
  gates: GateResult[];
  /**
   * Watched metrics; in no score and no fee
   *
   * Items: A watched metric
   */
  watch?: {
    /**
     * The metric
     */
    metric: string;
    value: DecimalOrNull;
    valueExact?: Fraction;
  }[];
  /**
   * Duties that fall due in the period; absent where none does
   */
  duties?: DutyResult[];
  /**
   * Reconciliations
   */
  reconcile: ReconcileResult[];
  /**
   * Anomalies
   */
  anomalies: Anomaly[];
  /**
   * Lines, in the order of settlement
   */
  lines: Line[];
  /**
   * What is held, and why
   *
   * Items: A held line
   */
  held: {
    /**
     * The line
     */
    line: string;
    reason: Reason;
  }[];
  total: Decimal;
  /**
   * Which computation of this period's statement it is, 1 at first
   */
  run: number;
  /**
   * Whether it follows the last period
   */
  tail: boolean;
  /**
   * Whether it is the last
   */
  final: boolean;
  /**
   * Digest of the previous statement; null for the first
   */
  previousDigest: string | null;
  /**
   * Events that counted
   *
   * Items: An event
   */
  events: {
    /**
     * Its file
     */
    file: string;
    digest: Digest;
  }[];
  /**
   * What changed in earlier periods
   */
  changes: Change[];
  /**
   * Every line with an open dispute, of this period and of earlier ones
   *
   * Items: A line with an open dispute
   */
  disputes: {
    period: Period;
    /**
     * The line
     */
    line: string;
    /**
     * Its open disputes
     *
     * Items: File of a dispute
     */
    events: string[];
    lapsesOn: Date;
    setAside: Decimal;
  }[];
  disputableUntil: Date;
  /**
   * When its total is due; null without payment terms
   */
  dueOn: string | null;
  balance: Decimal;
  /**
   * What is open, oldest first
   *
   * Items: An open statement
   */
  open: {
    period: Period;
    amount: Decimal;
    /**
     * When it is due; null without payment terms
     */
    dueOn: string | null;
  }[];
  carried: Carried;
  digest: Digest;
  provenance: Provenance;
}
/**
 * What changed in an earlier period since it was last settled
 */
export interface Change {
  period: Period;
  /**
   * The measure
   */
  measure: string;
  /**
   * The day; null for distinct counts
   */
  day: string | null;
  before: ExactOrNull;
  after: ExactOrNull;
  /**
   * Rows before
   */
  rowsBefore: number;
  /**
   * Rows now
   */
  rowsAfter: number;
  /**
   * Why, where it is not the data: the rules of the time zone have changed
   */
  cause?: 'zone-rules';
}
/**
 * What the next settlement needs to know of this one
 */
export interface Carried {
  /**
   * Every line of every period so far
   *
   * Items: A line
   */
  lines: {
    period: Period;
    /**
     * The line
     */
    line: string;
    kind: LineKind;
    life: Life;
    standsOn: Period;
    knows?: Period;
    base?: Exact;
  }[];
}
/**
 * Why a value is undefined, and whose fact caused it
 */
export interface Cause {
  reason: CauseReason;
  /**
   * Custodian of the fact; null where nobody's fact did
   */
  party: 'brand' | 'provider' | null;
}
/**
 * A reason why a value is undefined
 */
export interface CauseReason {
  code: CauseCode;
  /**
   * What its text is filled with
   */
  with: {
    [k: string]: string;
  };
}
/**
 * Where the numbers came from; outside the digest
 */
export interface Provenance {
  /**
   * Version that settled it
   */
  engine: string;
  /**
   * Warehouse
   */
  warehouse: string;
  /**
   * Commit of the repository
   */
  commit: string | null;
  /**
   * Job ids of the warehouse
   */
  jobs: string[];
  /**
   * What it settles under; absent where it was settled without a forge
   */
  agreement?: {
    /**
     * The pull request by which both parties agreed to the text
     */
    pullRequest: number;
    /**
     * The commit that they approved
     */
    head: string;
    /**
     * Who approved it, and when
     *
     * Items: One approval of that commit
     */
    approvals: {
      /**
       * Numeric id of who approved
       */
      user: number;
      /**
       * When, by the clock of the forge
       */
      at: string;
    }[];
  };
  statementMd: Digest;
  checksum: Digest;
}
