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
export type Fee = Retainer | Commission | Bonus | Milestone | Wager | Guarantee | Penalty | Cap | Tax;
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

export interface JsonFiles {
  terms: JsonTerms;
}
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
  } | null;
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
  period: ScheduledExact | null;
  /**
   * Most over the term
   */
  term: ScheduledExact | null;
  /**
   * Whether it is scaled to the days in force
   */
  prorate: boolean;
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
     * Currency column
     */
    currency: string | null;
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
}
