// Generated from schemas/*.schema.json by scripts/generate-types.mjs. Do not edit: change the schema and run `npm run types`.
/**
 * A contract's id: 3 to 40 lower-case letters, digits and -
 */
export type ContractId = string;
/**
 * Text for people: one string, or one per language
 */
export type Text =
  | string
  | {
      en: Plain;
      zh: Plain;
    };
/**
 * Text in one language
 */
export type Plain = string;
/**
 * Text as it stands in a register, without quotes around it
 */
export type Registered = string;
/**
 * A name that other fields refer to: a letter, then letters, digits, _ or -
 */
export type Id = string;
/**
 * A SHA-256 digest: 64 lower-case hex digits
 */
export type Sha256 = string;
/**
 * One of the two sides: brand (pays) or provider (is paid)
 */
export type Party = 'brand' | 'provider';
/**
 * A local date, YYYY-MM-DD
 */
export type Date = string;
/**
 * Length of a period: calendar month, calendar quarter or ISO week
 */
export type Every = 'month' | 'quarter' | 'week';
/**
 * An IANA time zone (Asia/Shanghai)
 */
export type Zone = string;
/**
 * An ISO 4217 currency code (USD)
 */
export type CurrencyCode = string;
/**
 * A period: 2026-01 (month), 2026-Q1 (quarter) or 2026-W02 (ISO week)
 */
export type Period = string;
/**
 * A name used in formulas and queries: letters, digits and _, not starting with a digit
 */
export type Name = string;
/**
 * A share, or a map from the first period in which it holds to the share
 */
export type ScheduledShare =
  | string
  | {
      [k: string]: Share;
    };
/**
 * A share, written with %
 */
export type Share = string;
/**
 * A level, or a map from the first period in which it holds to the level
 */
export type ScheduledLevel =
  | number
  | string
  | {
      [k: string]: Level;
    };
/**
 * A level of a metric: a number, or a share with % where the metric is a share
 */
export type Level = number | string;
/**
 * A level or multiple of the target, or a map from the first period in which it holds
 */
export type ScheduledLevelOrMultiple =
  | number
  | string
  | {
      [k: string]: LevelOrMultiple;
    };
/**
 * A level of a metric, or a multiple of the target (0.8x)
 */
export type LevelOrMultiple = number | string;
/**
 * One fee; kind says which
 */
export type Fee = Retainer | Commission | UnitPrice | Bonus | Milestone | Wager | Guarantee | Penalty | Cap | PassThrough | Rebate | Tax;
/**
 * An amount, or a map from the first period in which it holds to the amount
 */
export type ScheduledAmount =
  | number
  | string
  | {
      [k: string]: Amount;
    };
/**
 * An amount of money, 0 or more, in the contract's currency
 */
export type Amount = number | string;
/**
 * A rate, or a map from the first period in which it holds to the rate
 */
export type ScheduledRate =
  | number
  | string
  | {
      [k: string]: Rate;
    };
/**
 * A share of money with %, or an amount per unit of the metric
 */
export type Rate = number | string;
/**
 * An amount, or a map from the first period in which it holds to the amount or none
 */
export type ScheduledCap =
  | number
  | string
  | {
      [k: string]: CapAmount;
    };
/**
 * An amount of money, 0 or more, in the contract's currency; none: no cap in these periods
 */
export type CapAmount = number | string;
/**
 * A share on top of the cost, or gross: a share of what is paid
 */
export type Markup =
  | string
  | {
      gross?: ScheduledShare;
      [k: string]: Share | ScheduledShare | undefined;
    };
/**
 * A thing to hand over: lower-case letters, digits and _
 */
export type ChecklistItem = string;
/**
 * A pack and its version, name@1, or {pack, …} with its parameters
 */
export type PackUse =
  | string
  | {
      pack: PackName;
      as?: UseName;
      dataset?: Name;
      account?: Account;
      action?: Action;
      currency?: CurrencyCode;
      /**
       * How the source is connected, and so how its tables are shaped
       */
      connection?: 'rest' | 'graphql' | 'graphql_order_line_refund';
      /**
       * apart: gift cards count when they are used, not when they are sold; none: order lines are not read
       */
      giftCards?: 'none' | 'apart';
      zone?: Zone;
      /**
       * rows: an export reaches as far as its latest row; log: as far as the table loads of the same folder says
       */
      loads?: 'rows' | 'log';
      /**
       * Which download of the platform: .csv, or Excel .csv (UTF-16)
       */
      download?: 'csv' | 'excel_csv';
      /**
       * Which site's way of writing numbers and dates the export has; the pack says which it knows
       */
      site?: 'us' | 'uk' | 'eu' | 'sea';
      /**
       * In which encoding the export is: as the platform writes it, or as a program has saved it anew
       */
      encoding?: 'utf-8' | 'gb18030';
      /**
       * In which language the platform names the columns of its export: that of whoever downloads it
       */
      headers?: 'en' | 'es' | 'zh';
      marketplace?: Marketplace;
      custodian?: Party;
    };
/**
 * A pack and its version, name@1
 */
export type PackName = string;
/**
 * A short name: a lower-case letter, then lower-case letters or digits, at most 12
 */
export type UseName = string;
/**
 * The digits of an account's number, in quotes
 */
export type Account = string;
/**
 * A kind of action, such as omni_purchase
 */
export type Action = string;
/**
 * A marketplace as an export names it (Amazon.com)
 */
export type Marketplace = string;
/**
 * A table of the warehouse: `table` or `dataset.table`
 */
export type Table = string;
/**
 * Text as it stands in the file
 */
export type Mark = string;
/**
 * A column of the table: letters, digits and _
 */
export type Column = string;
/**
 * Which column of the file it is: its header, or header, time, strip, round and fill
 */
export type FileColumn =
  | string
  | {
      header: Header;
      /**
       * How its dates or times are written (strptime): "%m/%d/%Y", "%Y-%m-%d %H:%M"
       */
      time?: string;
      /**
       * Text that is taken off both ends of a value, such as "$"
       */
      strip?: string | Mark[];
      /**
       * Digits after the point to which each value is rounded (a half away from zero), where a platform writes 5499.959999999999
       */
      round?: number;
      /**
       * down: a value that the file writes once stands for the empty cells below it, up to the next value in the same file
       */
      fill?: 'down';
    };
/**
 * A column's header in the file, in any language, as it is written there
 */
export type Header = string;
/**
 * A value (equals), a list (is one of), or operators that must all hold
 */
export type Condition =
  | string
  | number
  | boolean
  | Scalar[]
  | {
      /**
       * Differs from the value, or from every value of the list; never true for NULL
       */
      not?: string | number | boolean | Scalar[];
      gt?: Comparable;
      gte?: Comparable;
      lt?: Comparable;
      lte?: Comparable;
      /**
       * From the first to the second value, both included
       */
      between?: Comparable[];
      /**
       * true: the column is NULL; false: it is not
       */
      isNull?: boolean;
    };
/**
 * A value to compare a column with
 */
export type Scalar = string | number | boolean;
/**
 * A value that has an order
 */
export type Comparable = string | number;
/**
 * The event that puts a row into a day: a column, or a wall-clock column with its zone
 */
export type When =
  | string
  | {
      column: Column;
      zone: Zone;
    };
/**
 * A column, or the code of the one currency
 */
export type AmountCurrency =
  | string
  | {
      code: CurrencyCode;
    };
/**
 * A column, or {column, top} or {column, values}; all other values and NULL are (other). {column, lag} for how late rows are booked
 */
export type Dimension =
  | string
  | {
      column: Column;
      /**
       * Its values with the most rows of the period are apart, so many of them; default 20
       */
      top?: number;
      /**
       * These values are apart; instead of top
       */
      values?: Segment[];
      lag?: Lag;
    };
/**
 * A value of at most 60 characters
 */
export type Segment = string;
/**
 * A formula on one line, at most 1000 characters
 */
export type Formula = string;
/**
 * A metric, or {per: metric} where it divides
 */
export type FactorOfTree =
  | string
  | {
      per: Name;
    };
/**
 * A local date, or {from, to}, both included
 */
export type DayRange =
  | string
  | {
      from: Date;
      to: Date;
    };
/**
 * A number above 0
 */
export type Factor = number | string;
/**
 * last year, or {from, to} of the event before
 */
export type SeasonBasis =
  | string
  | {
      from: Date;
      to: Date;
    };
/**
 * Something that happened, one per file
 */
export type WrittenEvent =
  | Exclusion
  | Dispute
  | Escalation
  | Resolution
  | AcceptanceRequest
  | Acceptance
  | Refusal
  | Review
  | DutyDone
  | Lateness
  | Payment
  | Correction
  | Remeasure
  | Termination
  | Witness;
/**
 * A local date, or an instant (2026-01-05T04:00:00Z)
 */
export type Moment = string;
/**
 * A share with %, or none
 */
export type ShareOrNone = string;
/**
 * A line of a statement: a fee id, <guarantee>/recovery, true-up/<period>/<line> or correction/<period>/<line>
 */
export type LineId = string;
/**
 * An amount of money, also negative, in the contract's currency
 */
export type SignedAmount = number | string;
/**
 * Name of an event file of this contract
 */
export type EventFile = string;
/**
 * An anomaly (<measure>@<day>), a reconciliation id or true-up/<period>/<line>
 */
export type Acknowledged = string;
/**
 * A digest: sha256: and 64 lower-case hex digits
 */
export type Digest = string;
/**
 * A login without @, at most 39 letters, digits, - and _
 */
export type Login = string;
/**
 * A folder below the root, with / between names
 */
export type DataFolder = string;
/**
 * A Google Cloud project id
 */
export type CloudProject = string;
/**
 * A location of datasets (US, EU, asia-east1)
 */
export type CloudLocation = string;
/**
 * A repository: owner/name
 */
export type RepositoryName = string;
/**
 * A branch
 */
export type BranchName = string;
/**
 * An environment of the repository
 */
export type EnvironmentName = string;
/**
 * An account of Google Cloud: user:, group: or serviceAccount: and its address
 */
export type Member = string;
/**
 * A bucket of Cloud Storage
 */
export type BucketName = string;
/**
 * A billing account: 01AB23-CD45EF-678901
 */
export type BillingAccount = string;
/**
 * A number, in quotes
 */
export type Digits = string;
/**
 * A whole amount of money, in quotes
 */
export type WholeAmount = string;
/**
 * A data transfer
 */
export type Transfer = GoogleAdsTransfer | FacebookAdsTransfer | ShopifyTransfer | ScheduledQuery;
/**
 * When a transfer runs: every 24 hours, every day 05:30
 */
export type Schedule = string;
/**
 * The name of a secret of the stack, set with `pulumi config set --secret concord:<name>`
 */
export type SecretKey = string;
/**
 * A Shopify shop: acme of acme.myshopify.com
 */
export type ShopName = string;
/**
 * A table of the source
 */
export type AssetName = string;

/**
 * A KPI contract: the commercial terms
 */
export interface WrittenContract {
  /**
   * Version of the contract language
   */
  apiVersion: 'concord/v1';
  /**
   * Always Contract
   */
  kind: 'Contract';
  id: ContractId;
  title: Text;
  /**
   * Where the relationship stands
   */
  stage: 'pilot' | 'live' | 'ended';
  /**
   * The two sides
   */
  parties: {
    brand: PartyTerms;
    provider: PartyTerms;
  };
  /**
   * The signed paper, if there is one
   */
  agreement?: {
    number: Plain;
    sha256: Sha256;
    /**
     * Which prevails where they differ: the signed document or this contract file
     */
    prevails: 'document' | 'contract';
  };
  /**
   * Who owns the data
   */
  data: {
    owner: Party;
    /**
     * What the provider may use it for: not at all, during the term, or without end
     */
    providerUse: 'none' | 'during_term' | 'perpetual';
  };
  /**
   * Who owns what is made
   */
  ip?: {
    creatives: Party;
    site: Party;
    accounts: Party;
  };
  /**
   * Days in which the contract is in force
   */
  term: {
    from: Date;
    to: Date;
  };
  /**
   * How the term is divided and when periods are settled
   */
  calendar: {
    every: Every;
    timezone: Zone;
    /**
     * Days after a period's last day until it is settled
     */
    lockAfterDays: number;
    /**
     * Earlier periods measured again with each settlement
     */
    trueUpPeriods: number;
  };
  currency: CurrencyCode;
  /**
   * How a line is rounded to the minor unit; half_up takes ties away from zero; default half_even
   */
  rounding?: 'half_even' | 'half_up';
  /**
   * How a statement is accepted
   */
  acceptance: {
    /**
     * Days to object
     */
    days: number;
    /**
     * What silence means: accepts or waits
     */
    silence: 'accepts' | 'waits';
  };
  /**
   * How disputes end
   */
  disputes: {
    /**
     * Days until an unresolved dispute lapses; twice that when escalated; default 30
     */
    days?: number;
    expert: Text;
  };
  /**
   * How long a line can be held; default 3 periods
   */
  holds?: {
    /**
     * Consecutive statements in which a line may be held before it is decided
     */
    maxPeriods: number;
  };
  /**
   * A period at the start in which fees are waived (grace period)
   */
  grace?: {
    from?: Period;
    /**
     * How many periods
     */
    periods: number;
    /**
     * Fees that are 0
     */
    waives: Id[];
  };
  /**
   * The KPIs, at least one
   */
  kpis: Kpi[];
  /**
   * How the KPIs make one score; default weighted_mean
   */
  composite?: {
    /**
     * Weighted mean of the scores, or the smallest; default weighted_mean
     */
    rule?: 'weighted_mean' | 'min';
    minWeightLeft?: Share;
  };
  /**
   * Conditions for fees
   */
  gates?: Gate[];
  /**
   * What is paid
   */
  fees: Fee[];
  /**
   * What each side owes in every period
   */
  duties?: Duty[];
  /**
   * When a statement is paid
   */
  payment?: {
    /**
     * Days after the last day on which a statement may be disputed
     */
    dueDays: number;
  };
  /**
   * How the contract may be changed
   */
  amendments?: {
    /**
     * Days before a period starts by which a change must be made
     */
    noticeDays: number;
    maxTargetChange?: Share;
    maxDrift?: Share;
    /**
     * Periods between two changes of one target
     */
    minPeriodsBetween?: number;
  };
  /**
   * Regular reviews
   */
  review?: {
    every: Every;
  };
  /**
   * Limits on exclusions
   */
  exclusions?: {
    /**
     * Days after the last excluded day by which it must be filed
     */
    fileWithinDays: number;
    /**
     * Days of one KPI that may be excluded over the term
     */
    maxDays: number;
  };
  /**
   * How the contract ends early
   */
  exit?: {
    /**
     * Days of notice
     */
    noticeDays: number;
    /**
     * Days of handover after the end
     */
    handoverDays: number;
    /**
     * What is handed over
     */
    checklist: ChecklistItem[];
  };
  /**
   * A shared dashboard
   */
  dashboard?: {
    /**
     * Who sees it
     */
    share: Party[];
    /**
     * Whether anybody may read its pages, also outside both parties (default: false)
     */
    public?: boolean;
  };
  /**
   * Metrics that are measured and shown, in no score and no fee
   */
  watch?: Name[];
  /**
   * Metric → history that both sides were shown
   */
  baseline?: {
    /**
     * Period → value of the metric
     */
    [k: string]: {
      [k: string]: Level;
    };
  };
}
/**
 * One side of the contract
 */
export interface PartyTerms {
  name: Text;
  /**
   * What stands on vouchers and invoices; moves no money
   */
  legal?: {
    name: Registered;
    taxId?: Registered;
    address?: Registered;
  };
  /**
   * People of the workspace who can approve for this side
   */
  signatories: Id[];
  /**
   * How many of them must approve; default 1
   */
  required?: number;
  /**
   * Who of this side may read the data
   */
  access?: {
    /**
     * May query the contract's views
     */
    analyst?: Plain[];
    /**
     * May see the dashboard
     */
    viewer?: Plain[];
  };
}
/**
 * A KPI: a metric with a target
 */
export interface Kpi {
  id: Id;
  title?: Text;
  metric?: Name;
  owner: Party;
  /**
   * Whether more or less is better
   */
  better: 'higher' | 'lower';
  weight: ScheduledShare;
  target: ScheduledLevel;
  threshold?: ScheduledLevelOrMultiple;
  stretch?: ScheduledLevelOrMultiple;
  cap?: ScheduledShare;
  /**
   * What must be reached for the KPI to score at all
   */
  minimum?: {
    metric: Name;
    atLeast: ScheduledLevel;
  };
  /**
   * What its changes are told by; no score and no fee reads it
   *
   * Items: volume, mix, price, fx or refunds
   */
  bridge?: ('volume' | 'mix' | 'price' | 'fx' | 'refunds')[];
  /**
   * What a division by zero in complete data means; default hold
   */
  whenMissing?: 'hold' | 'zero' | 'exclude';
}
/**
 * A condition without which fees pay nothing
 */
export interface Gate {
  id: Id;
  metric: Name;
  atLeast?: ScheduledLevel;
  atMost?: ScheduledLevel;
  /**
   * Fees that pay nothing when it fails
   */
  blocks: Id[];
}
/**
 * A fixed fee per period
 */
export interface Retainer {
  id: Id;
  /**
   * Always retainer
   */
  kind: 'retainer';
  title?: Text;
  amount: ScheduledAmount;
  /**
   * Scale the amount to the days in force of a partial period; default true
   */
  prorate?: boolean;
}
/**
 * A share of a money metric, in tiers
 */
export interface Commission {
  id: Id;
  /**
   * Always commission
   */
  kind: 'commission';
  title?: Text;
  base: Name;
  tiers: ScheduledTiers;
  /**
   * marginal: each rate on its own part of the base; whole: the rate of the band that holds the base, on all of it; default marginal
   */
  mode?: 'marginal' | 'whole';
  /**
   * period: tiers start anew every period; term: they run over the whole term; default period
   */
  accumulate?: 'period' | 'term';
}
/**
 * Tiers, or a map from the first period in which they hold to the tiers
 */
export interface ScheduledTiers {
  [k: string]: TierTable | Share;
}
/**
 * Where a tier starts, from 0 on → its rate
 */
export interface TierTable {
  [k: string]: Share;
}
/**
 * A price for each of something
 */
export interface UnitPrice {
  id: Id;
  /**
   * Always unit_price
   */
  kind: 'unit_price';
  title?: Text;
  quantity: Name;
  price: ScheduledAmount;
}
/**
 * A pool paid out by a score
 */
export interface Bonus {
  id: Id;
  /**
   * Always bonus
   */
  kind: 'bonus';
  title?: Text;
  pool: ScheduledAmount;
  by: Id;
  points: ScheduledPoints;
  /**
   * step: the highest point reached; linear: straight lines between points; default linear
   */
  shape?: 'step' | 'linear';
  /**
   * Scale the amount to the days in force of a partial period; default true
   */
  prorate?: boolean;
}
/**
 * Points, or a map from the first period in which they hold to the points
 */
export interface ScheduledPoints {
  [k: string]: PointTable | Share;
}
/**
 * Score from which → share of the pool that it pays
 */
export interface PointTable {
  [k: string]: Share;
}
/**
 * An amount paid once when a goal is accepted
 */
export interface Milestone {
  id: Id;
  /**
   * Always milestone
   */
  kind: 'milestone';
  title?: Text;
  amount: ScheduledAmount;
  due: Date;
  metric?: Name;
  atLeast?: ScheduledLevel;
}
/**
 * A two-sided bet on a metric: the provider gains or pays
 */
export interface Wager {
  id: Id;
  /**
   * Always wager
   */
  kind: 'wager';
  title?: Text;
  metric: Name;
  /**
   * Which direction the provider wins in
   */
  better: 'higher' | 'lower';
  target: ScheduledLevel;
  /**
   * Horizon: the whole term or each quarter
   */
  over: 'term' | 'quarter';
  deadband: ScheduledLevel;
  rate?: ScheduledRate;
  limit?: ScheduledAmount;
  stake?: ScheduledAmount;
  /**
   * When the term ends early: void, or scaled to the days in force
   */
  onEarlyEnd: 'void' | 'scale';
}
/**
 * A floor under what is earned
 */
export interface Guarantee {
  id: Id;
  /**
   * Always guarantee
   */
  kind: 'guarantee';
  title?: Text;
  amount: ScheduledAmount;
  /**
   * Whether what was topped up is recovered from later periods; default false
   */
  recoverable?: boolean;
  /**
   * Scale the amount to the days in force of a partial period; default true
   */
  prorate?: boolean;
}
/**
 * A deduction for a low score
 */
export interface Penalty {
  id: Id;
  /**
   * Always penalty
   */
  kind: 'penalty';
  title?: Text;
  of?: Id;
  amount?: ScheduledAmount;
  by: Id;
  bands: ScheduledBands;
  /**
   * Scale the amount to the days in force of a partial period; default true
   */
  prorate?: boolean;
}
/**
 * Bands, or a map from the first period in which they hold to the bands
 */
export interface ScheduledBands {
  [k: string]: BandTable | Share;
}
/**
 * Score below which → share deducted
 */
export interface BandTable {
  [k: string]: Share;
}
/**
 * A ceiling on what is paid
 */
export interface Cap {
  id: Id;
  /**
   * Always cap
   */
  kind: 'cap';
  title?: Text;
  period?: ScheduledCap;
  term?: ScheduledCap;
  /**
   * Scale the amount to the days in force of a partial period; default true
   */
  prorate?: boolean;
}
/**
 * What the provider has spent for the brand, paid back
 */
export interface PassThrough {
  id: Id;
  /**
   * Always pass_through
   */
  kind: 'pass_through';
  title?: Text;
  cost: Name;
  markup?: Markup;
  upTo?: ScheduledAmount;
  /**
   * Whether tax is due on it; default false
   */
  taxed?: boolean;
}
/**
 * A share of a money metric, in tiers, that the provider gives back
 */
export interface Rebate {
  id: Id;
  /**
   * Always rebate
   */
  kind: 'rebate';
  title?: Text;
  base: Name;
  tiers: ScheduledTiers;
  /**
   * marginal: each rate on its own part of the base; whole: the rate of the band that holds the base, on all of it; default marginal
   */
  mode?: 'marginal' | 'whole';
  /**
   * period: tiers start anew every period; term: they run over the whole term; default period
   */
  accumulate?: 'period' | 'term';
}
/**
 * A tax on what is payable in a statement
 */
export interface Tax {
  id: Id;
  /**
   * Always tax
   */
  kind: 'tax';
  title?: Text;
  rate: ScheduledShare;
  label: Text;
}
/**
 * What a party owes in every period
 */
export interface Duty {
  id: Id;
  owes: Party;
  title: Text;
  /**
   * The n-th day of the period by which it is to be done
   */
  dueDay: number;
  /**
   * unproven: late unless a duty event shows it in time; claimed: late only if the party it is owed to says so in time, by a lateness event; default unproven
   */
  lateIf?: 'claimed' | 'unproven';
  /**
   * What being late means
   */
  ifLate?: {
    /**
     * KPIs it concerns
     */
    kpis: Id[];
    scoreAs?: Share;
  };
}
/**
 * What is measured and how
 */
export interface WrittenDefinitions {
  /**
   * Source packs: ready facts, measures and metrics. What the contract names of them is copied into its terms
   */
  use?: PackUse[];
  /**
   * Tables and views of rows
   */
  facts?: {
    [k: string]: Fact;
  };
  /**
   * Sums and counts
   */
  measures?: {
    [k: string]: Measure;
  };
  /**
   * Formulas over measures
   */
  metrics?: {
    [k: string]: Metric;
  };
  /**
   * Exchange rates
   */
  fx?: {
    fact: Name;
    date: Column;
    currency: Column;
    rate: Column;
    /**
     * Oldest rate that may be used, in days
     */
    maxAgeDays: number;
    /**
     * true: the rate is foreign units for one unit of the contract's currency; default false
     */
    inverted?: boolean;
  };
  /**
   * Measures that must agree
   */
  reconcile?: ReconcileRule[];
  /**
   * Metrics as products of others, for reading why they moved: roas: [aov, conversion, { per: cpc }]
   */
  tree?: {
    /**
     * The metrics whose product it is
     */
    [k: string]: FactorOfTree[];
  };
  /**
   * Days that are not like others (618, Black Friday): they leave the ordinary level of a forecast, and pay nothing
   */
  seasons?: Season[];
}
/**
 * A table or view of rows
 */
export interface Fact {
  table?: Table;
  view?: Name;
  format?: FileFormat;
  /**
   * Own names for the columns that are used: name → header. Others are not looked at
   */
  columns?: {
    [k: string]: FileColumn;
  };
  /**
   * Columns that identify a row
   */
  grain?: Column[];
  custodian: Party;
  /**
   * Where the load time stands; needed for sparse facts
   */
  freshness?: {
    table?: Table;
    column: Column;
    where?: Where;
  };
}
/**
 * How the table's files are written; nothing is guessed. It concerns files only
 */
export interface FileFormat {
  /**
   * How characters are written; default: utf-8
   */
  encoding?:
    'utf-8' | 'utf-16' | 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr' | 'windows-1250' | 'windows-1251' | 'windows-1252' | 'windows-1254';
  /**
   * What separates columns; default: a comma, in .tsv and .txt a tab
   */
  delimiter?: ',' | ';' | '\t' | '|';
  /**
   * Lines above the header
   */
  skip?: number;
  headerStartsWith?: Mark;
  comment?: Mark;
  /**
   * Rows right below the header that are no data, such as descriptions
   */
  dropFirst?: number;
  stopAt?: Mark;
  /**
   * What stands before the decimals; default: a point
   */
  decimal?: '.' | ',';
  /**
   * What separates thousands; default: nothing
   */
  thousands?: ',' | '.' | "'" | ' ';
  /**
   * Values that mean: nothing
   */
  nulls?: Mark[];
  /**
   * Whether a line may end before the last column
   */
  ragged?: boolean;
  rowNumber?: Column;
  sheet?: Mark;
}
/**
 * Conditions on rows: column → condition, all of which hold; `any`: a list of which at least one holds
 */
export interface Where {
  /**
   * At least one of these holds
   */
  any?: Where[];
  [k: string]: Condition | Where[] | undefined;
}
/**
 * A sum or count over rows of a fact
 */
export interface Measure {
  title?: Text;
  definition: Text;
  of: Name;
  sum?: Column;
  /**
   * rows: counts rows
   */
  count?: 'rows';
  countDistinct?: Column;
  when: When;
  where?: Where;
  currency?: AmountCurrency;
  /**
   * At most two columns that divide it, for reading: parts that add up to the whole; no score and no fee reads them
   */
  by?: Dimension[];
  /**
   * zero: a NULL in the summed column counts as 0
   */
  nulls?: 'zero';
}
/**
 * How late rows are booked
 */
export interface Lag {
  /**
   * Rows that are booked up to so many days later are told apart by day; the column is text of whole days, 0, 1, 2 …
   */
  days: number;
  of: Id;
}
/**
 * A formula over measures and metrics
 */
export interface Metric {
  title: Text;
  formula: Formula;
  /**
   * money: contract currency; share: levels are written with %
   */
  unit: 'money' | 'number' | 'share';
  /**
   * flow: grows with time; ratio: does not
   */
  type: 'flow' | 'ratio';
  /**
   * Digits shown; display only
   */
  decimals?: number;
}
/**
 * Two measures that must agree
 */
export interface ReconcileRule {
  id: Id;
  left: Name;
  right: Name;
  tolerance: Share;
  /**
   * hold: metrics on either side are undefined; flag: raised for review
   */
  onBreach: 'hold' | 'flag';
}
/**
 * An event: its days, and what is known of them
 */
export interface Season {
  name: Text;
  /**
   * Its days
   */
  days: DayRange[];
  factor?: Factor;
  basis?: SeasonBasis;
}
/**
 * Rows, time or periods that leave a KPI
 */
export interface Exclusion {
  /**
   * Always exclusion
   */
  kind: 'exclusion';
  party?: Party;
  /**
   * Why
   */
  reason: 'platform_policy' | 'logistics' | 'stockout' | 'tracking_outage' | 'invalid_traffic' | 'fraud' | 'force_majeure' | 'client_duty';
  /**
   * KPIs it concerns
   */
  kpis: Id[];
  /**
   * What proves it: links, ticket numbers
   */
  evidence: Plain[];
  /**
   * drop: rows leave a ratio KPI; prorate: rows and time leave a flow KPI; waive: whole periods are not scored
   */
  treatment: 'drop' | 'prorate' | 'waive';
  /**
   * What is excluded: local dates, both included, or instants, the end excluded
   */
  window?: {
    from: Moment;
    to: Moment;
  };
  where?: Where;
  /**
   * waive only: the periods
   */
  periods?: Period[];
  scoreAs?: ShareOrNone;
}
/**
 * A line one side does not accept
 */
export interface Dispute {
  /**
   * Always dispute
   */
  kind: 'dispute';
  party: Party;
  period: Period;
  line: LineId;
  claimed: SignedAmount;
  reason: Plain;
  /**
   * What proves it: links, ticket numbers
   */
  evidence: Plain[];
}
/**
 * Takes a dispute to the expert
 */
export interface Escalation {
  /**
   * Always escalation
   */
  kind: 'escalation';
  party?: Party;
  answers: EventFile;
}
/**
 * Both sides agree on a disputed line
 */
export interface Resolution {
  /**
   * Always resolution
   */
  kind: 'resolution';
  party?: Party;
  answers: EventFile;
  amount: SignedAmount;
}
/**
 * The provider asks for a milestone to be accepted
 */
export interface AcceptanceRequest {
  /**
   * Always acceptance_request
   */
  kind: 'acceptance_request';
  party?: Party;
  milestone: Id;
  on: Date;
}
/**
 * The brand accepts a milestone
 */
export interface Acceptance {
  /**
   * Always acceptance
   */
  kind: 'acceptance';
  party?: Party;
  milestone: Id;
  on: Date;
  answers?: EventFile;
}
/**
 * The brand refuses a milestone
 */
export interface Refusal {
  /**
   * Always refusal
   */
  kind: 'refusal';
  party?: Party;
  milestone: Id;
  on: Date;
  reason: Plain;
  answers: EventFile;
}
/**
 * A review of a period
 */
export interface Review {
  /**
   * Always review
   */
  kind: 'review';
  party?: Party;
  period: Period;
  /**
   * What was found
   */
  findings: Plain[];
  /**
   * What will be done
   */
  actions?: Plain[];
  /**
   * Anomalies (<measure>@<day>), reconciliations and true-up/<period>/<line> that are acknowledged
   */
  acknowledges?: Acknowledged[];
}
/**
 * A duty was done
 */
export interface DutyDone {
  /**
   * Always duty
   */
  kind: 'duty';
  party?: Party;
  duty: Id;
  period: Period;
  on: Date;
  /**
   * What proves it: links, ticket numbers
   */
  evidence: Plain[];
  /**
   * true: both sides approved this event, so it counts on its date `on`; default false
   */
  agreed?: boolean;
}
/**
 * A duty was late, says the party that it is owed to
 */
export interface Lateness {
  /**
   * Always lateness
   */
  kind: 'lateness';
  party: Party;
  duty: Id;
  period: Period;
  /**
   * What shows it: links, ticket numbers
   */
  evidence: Plain[];
}
/**
 * Money was paid
 */
export interface Payment {
  /**
   * Always payment
   */
  kind: 'payment';
  party?: Party;
  amount: SignedAmount;
  on: Date;
  reference: Plain;
}
/**
 * Both sides correct a settled line
 */
export interface Correction {
  /**
   * Always correction
   */
  kind: 'correction';
  party?: Party;
  period: Period;
  line: LineId;
  amount: SignedAmount;
  reason: Plain;
}
/**
 * Both sides want a proposed statement measured anew; its days begin anew
 */
export interface Remeasure {
  /**
   * Always remeasure
   */
  kind: 'remeasure';
  party?: Party;
  period: Period;
  reason: Plain;
}
/**
 * One side ends the contract early
 */
export interface Termination {
  /**
   * Always termination
   */
  kind: 'termination';
  party: Party;
  on: Date;
  cause: Plain;
}
/**
 * A settled period measured independently by one party; it pays nothing
 */
export interface Witness {
  /**
   * Always witness
   */
  kind: 'witness';
  party: Party;
  period: Period;
  evidenceDigest: Digest;
  /**
   * Whether that is the evidence the period was settled on, pays the same, or something else
   */
  result: 'same' | 'same_money' | 'different';
  /**
   * Version of the engine that measured
   */
  engine: string;
}
/**
 * People, governance and warehouse of one relationship
 */
export interface WrittenWorkspace {
  /**
   * Short name → person
   */
  people?: {
    [k: string]: Person;
  };
  /**
   * Who must approve a change of rules, per side
   */
  governance?: {
    /**
     * People of the brand
     */
    brand: Id[];
    /**
     * People of the provider
     */
    provider: Id[];
  };
  /**
   * Where the data is; default: the embedded engine over the folder data
   */
  warehouse?: Duckdb | Bigquery;
  /**
   * What a new contract begins with; it decides nothing
   */
  defaults?: {
    brand?: Plain;
    provider?: Plain;
    currency?: CurrencyCode;
    timezone?: Plain;
  };
  /**
   * Lint rule → severity
   */
  lint?: {
    /**
     * Severity of the rule; off: it is not run
     */
    [k: string]: 'error' | 'warning' | 'info' | 'off';
  };
  /**
   * Where what is due, proposed, disputed, held or late is told (concord notify --send)
   */
  notify?: Channel[];
  /**
   * Number of the issue in which the app keeps in one comment what it has told; with notify only
   */
  notifyIssue?: number;
  /**
   * Who acts for Concord on GitHub; default: the account of workflows, github-actions[bot]
   */
  github?: {
    /**
     * The GitHub App that acts in this repository
     */
    app: {
      /**
       * Numeric id of the app's bot account, which opens pull requests and comments
       */
      user: number;
      /**
       * Numeric id of the app, to which the status is pinned
       */
      id: number;
    };
  };
}
/**
 * A person of one of the sides
 */
export interface Person {
  name: Plain;
  /**
   * Numeric GitHub id; it decides, names can change
   */
  github: number;
  login?: Login;
}
/**
 * The embedded engine over files
 */
export interface Duckdb {
  /**
   * Always duckdb
   */
  engine: 'duckdb';
  data?: DataFolder;
}
/**
 * BigQuery
 */
export interface Bigquery {
  /**
   * Always bigquery
   */
  engine: 'bigquery';
  project: CloudProject;
  location: CloudLocation;
  /**
   * Most that one query may scan, in gigabytes
   */
  maxGigabytesBilled?: number;
}
/**
 * A channel that messages go to
 */
export interface Channel {
  /**
   * Kind of channel
   */
  to: 'feishu' | 'dingtalk' | 'wecom' | 'slack' | 'teams' | 'email';
  secret: Plain;
  /**
   * Language of the messages
   */
  locale: 'en' | 'zh';
  /**
   * Whose channel it is: a party is told what it has to do and what concerns both
   */
  for: 'brand' | 'provider' | 'both';
  /**
   * What is told there
   *
   * Items: Kind of fact, or the weekly note
   */
  on: ('proposed' | 'due' | 'disputed' | 'held' | 'duty' | 'late_data' | 'weekly')[];
  /**
   * true: the weekly note is a draft for a person, in the issue, and is not sent; default false
   */
  review?: boolean;
}
/**
 * Where a relationship's cloud resources are made, and for whom
 */
export interface WrittenStack {
  project: CloudProject;
  location: CloudLocation;
  /**
   * The repository whose workflows may sign in
   */
  repository: {
    /**
     * Numeric id of the repository; it decides, names can change
     */
    id: number;
    /**
     * Numeric id of its owner
     */
    ownerId: number;
    name: RepositoryName;
    defaultBranch?: BranchName;
  };
  /**
   * Environments whose jobs may sign in as the engine and the deployer
   */
  environments?: {
    engine?: EnvironmentName;
    deploy?: EnvironmentName;
  };
  deployer: Member;
  dataset?: Name;
  stateBucket?: BucketName;
  /**
   * A budget that warns
   */
  budget?: {
    billingAccount: BillingAccount;
    projectNumber: Digits;
    amount: WholeAmount;
    currency: CurrencyCode;
  };
  /**
   * The bucket of evidence
   */
  evidence?: {
    /**
     * Days for which copies of evidence are kept from deletion, unless somebody who administers the project takes the retention back; default 3653
     */
    retentionDays?: number;
    /**
     * Locks the retention: nobody can shorten it or take it back, for ever; default false, then whoever administers the project can
     */
    locked?: boolean;
  };
  /**
   * The record of who read what
   */
  audit?: {
    /**
     * Days for which data access is on record; default 400
     */
    retentionDays?: number;
  };
  /**
   * Dataset of raw data that Concord makes → its owners and transfers; all others are left as they are but for one entry
   */
  sources?: {
    [k: string]: SourceDataset;
  };
}
/**
 * A dataset of raw data that Concord makes
 */
export interface SourceDataset {
  /**
   * Members of the data's owner: they write into it and see all of it
   */
  owners: Member[];
  /**
   * What is loaded into it
   */
  transfers?: Transfer[];
}
/**
 * Google Ads by the Data Transfer Service
 */
export interface GoogleAdsTransfer {
  /**
   * Always google_ads
   */
  kind: 'google_ads';
  customer: Account;
  schedule?: Schedule;
  /**
   * Days that are loaded again with every run
   */
  refreshDays?: number;
  /**
   * Whether campaigns of Performance Max are loaded too (`include_pmax`); default true
   */
  performanceMax?: boolean;
}
/**
 * Facebook Ads by the Data Transfer Service
 */
export interface FacebookAdsTransfer {
  /**
   * Always facebook_ads
   */
  kind: 'facebook_ads';
  clientId: Digits;
  clientSecret: SecretKey;
  refreshToken: SecretKey;
  schedule?: Schedule;
  /**
   * Days that are loaded again with every run
   */
  refreshDays?: number;
}
/**
 * Refused: Google's own transfer of Shopify writes other tables than the shopify pack reads; load them by Fivetran into a dataset that is left out here
 */
export interface ShopifyTransfer {
  /**
   * Always shopify
   */
  kind: 'shopify';
  shop?: ShopName;
  accessToken?: SecretKey;
  /**
   * Tables to load: Orders, Refunds
   */
  assets?: AssetName[];
  schedule?: Schedule;
}
/**
 * A query whose result replaces a table
 */
export interface ScheduledQuery {
  /**
   * Always scheduled_query
   */
  kind: 'scheduled_query';
  name: Name;
  query: Plain;
  table: Name;
  schedule?: Schedule;
}
