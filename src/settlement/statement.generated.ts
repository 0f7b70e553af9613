// Generated from schemas/*.schema.json by scripts/generate-types.mjs. Do not edit: change the schema and run `npm run types`.
/**
 * A period: 2026-01, 2026-Q1 or 2026-W02
 */
export type Period = string;
/**
 * A local date, YYYY-MM-DD
 */
export type Date = string;
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
 * What kind of line it is
 */
export type LineKind =
  | 'retainer'
  | 'commission'
  | 'bonus'
  | 'milestone'
  | 'wager'
  | 'guarantee'
  | 'penalty'
  | 'cap'
  | 'tax'
  | 'recovery'
  | 'true-up'
  | 'correction';
/**
 * An exact number: decimal text, or a fraction n/d; null where it is undefined
 */
export type ExactOrNull = string | null;
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
 * An exact number: decimal text, or a fraction n/d
 */
export type Exact = string;

export interface JsonFiles {
  score: JsonScore;
  statement: JsonStatement;
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
  /**
   * The code
   */
  code: string;
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
export interface Anomaly {
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
    /**
     * Its name
     */
    name: string;
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
    /**
     * The rule
     */
    rule: string;
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
    base?: Exact;
  }[];
}
/**
 * Why a value is undefined, and whose fact caused it
 */
export interface Cause {
  reason: Reason;
  /**
   * Custodian of the fact; null where nobody's fact did
   */
  party: 'brand' | 'provider' | null;
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
