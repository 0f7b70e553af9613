import type { DateRange, Every, PeriodId } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import type { Exact, Rounding } from '../kernel/rational.js';
import type { Text } from '../kernel/text.js';
import type { Fee } from './fee-kinds/fee-kinds.js';

/*
 * The normalized contract: what `terms.json` holds. Plain JSON data: exact numbers are text (a share of 40% is "0.4"),
 * schedules are lists, every default is filled in. Settlement and replay read nothing else.
 */

/** A scheduled field (section 2): ascending, the first entry not after the term's first period. */
export type Scheduled<T> = readonly { readonly from: PeriodId; readonly value: T }[];

/** Where a clause stands, for traces: `contracts/acme/contract.yaml:31`. */
export interface Clause {
  readonly file: string;
  readonly line: number;
}

/** A party as its vouchers and invoices name it. */
export interface LegalParty {
  readonly name: string;
  readonly taxId?: string;
  readonly address?: string;
}

export type PartyTerms = {
  readonly name: Text;
  /** Absent where nothing is written. */
  readonly legal?: LegalParty;
  readonly signatories: readonly string[];
  readonly required: number;
  readonly access: { readonly analyst: readonly string[]; readonly viewer: readonly string[] };
};

/** A threshold or stretch: a value, or a multiple of the target (`0.8x`). */
export type Level = { readonly value: Exact } | { readonly times: Exact };

/** What can move a figure: how much, of what, at what price, at what rate, with how much given back. */
export type BridgeDriver = 'volume' | 'mix' | 'price' | 'fx' | 'refunds';

export interface Kpi {
  readonly id: string;
  readonly title: Text | null;
  readonly metric: string;
  readonly owner: Party;
  readonly better: 'higher' | 'lower';
  readonly weight: Scheduled<Exact>;
  readonly target: Scheduled<Exact>;
  readonly threshold: Scheduled<Level> | null;
  readonly stretch: Scheduled<Level> | null;
  /** 1 where none is written. */
  readonly cap: Scheduled<Exact>;
  readonly minimum: { readonly metric: string; readonly atLeast: Scheduled<Exact> } | null;
  readonly whenMissing: 'hold' | 'zero' | 'exclude';
  /** What its changes are told by; absent where nothing is written. */
  readonly bridge?: readonly BridgeDriver[];
  readonly clause: Clause;
}

export interface Gate {
  readonly id: string;
  readonly metric: string;
  readonly limit: 'atLeast' | 'atMost';
  readonly value: Scheduled<Exact>;
  readonly blocks: readonly string[];
  readonly clause: Clause;
}

/** Ascending by `at`: tiers (`from` → rate), points (score → share), bands (score → deduction). */
export type Steps = readonly { readonly at: Exact; readonly value: Exact }[];

export interface Duty {
  readonly id: string;
  readonly owes: Party;
  readonly title: Text;
  /** The n-th day of the period by which it is to be done. */
  readonly dueDay: number;
  /** Late only if the party that it is owed to claims so in time, or whenever nothing shows that it was done in time. */
  readonly lateIf: 'claimed' | 'unproven';
  /** `scoreAs` is null where the provider owes: a late provider is scored 0. */
  readonly ifLate: { readonly kpis: readonly string[]; readonly scoreAs: Exact | null };
  readonly clause: Clause;
}

export interface Contract {
  readonly id: string;
  readonly title: Text;
  readonly stage: 'pilot' | 'live' | 'ended';
  readonly parties: { readonly brand: PartyTerms; readonly provider: PartyTerms };
  readonly agreement: { readonly number: string; readonly sha256: string; readonly prevails: string } | null;
  readonly data: { readonly owner: Party; readonly providerUse: string };
  readonly ip: { readonly creatives: Party; readonly site: Party; readonly accounts: Party } | null;
  readonly term: DateRange;
  readonly calendar: {
    readonly every: Every;
    readonly timezone: string;
    readonly lockAfterDays: number;
    readonly trueUpPeriods: number;
  };
  readonly currency: string;
  readonly rounding: Rounding;
  readonly acceptance: { readonly days: number; readonly silence: 'accepts' | 'waits' };
  readonly disputes: { readonly days: number; readonly expert: Text };
  readonly holds: { readonly maxPeriods: number };
  readonly grace: { readonly from: PeriodId; readonly periods: number; readonly waives: readonly string[] } | null;
  readonly kpis: readonly Kpi[];
  readonly composite: { readonly rule: 'weighted_mean' | 'min'; readonly minWeightLeft: Exact };
  readonly gates: readonly Gate[];
  readonly fees: readonly Fee[];
  readonly duties: readonly Duty[];
  readonly payment: { readonly dueDays: number } | null;
  readonly amendments: {
    readonly noticeDays: number;
    readonly maxTargetChange: Exact | null;
    readonly maxDrift: Exact | null;
    readonly minPeriodsBetween: number | null;
  } | null;
  readonly review: { readonly every: Every } | null;
  readonly exclusions: { readonly fileWithinDays: number; readonly maxDays: number } | null;
  readonly exit: {
    readonly noticeDays: number;
    readonly handoverDays: number;
    readonly checklist: readonly string[];
  } | null;
  readonly dashboard: { readonly share: readonly Party[]; readonly public?: true } | null;
  /** Metric → the history both were shown, ascending. */
  readonly baseline: readonly {
    readonly metric: string;
    readonly values: readonly { readonly period: PeriodId; readonly value: Exact }[];
  }[];
  /** Metrics that are measured and shown, in no score and no fee; absent where none is written. */
  readonly watch?: readonly string[];
}

export type Literal =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number'; readonly value: Exact }
  | { readonly type: 'boolean'; readonly value: boolean };

/** A condition on a fact's rows. Every leaf is false on NULL but `isNull`; nothing is ever negated as a whole. */
export type Filter =
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly column: string; readonly op: 'eq' | 'gt' | 'gte' | 'lt' | 'lte'; readonly value: Literal }
  | { readonly column: string; readonly op: 'in' | 'notIn'; readonly values: readonly Literal[] }
  | { readonly column: string; readonly op: 'between'; readonly low: Literal; readonly high: Literal }
  | { readonly column: string; readonly op: 'isNull'; readonly value: boolean };

/**
 * How the files of a table are written; what is not said is as in RFC 4180 and UTF-8. Nothing is guessed. It concerns files only:
 * a table of a warehouse has types of its own.
 */
export interface FileFormat {
  /** A label of the Encoding Standard; `utf-16` follows its byte order mark, else little-endian. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Lines above the header. */
  readonly skip?: number;
  /** How the header's line begins. */
  readonly headerStartsWith?: string;
  /** Lines that begin so are no rows. */
  readonly comment?: string;
  /** Rows below the header that are no data. */
  readonly dropFirst?: number;
  /** The first line that begins so, and all below it, are no rows. */
  readonly stopAt?: string;
  readonly decimal?: string;
  readonly thousands?: string;
  readonly nulls?: readonly string[];
  /** Lines may end before the last column: what is not there is NULL. */
  readonly ragged?: boolean;
  /** A column that holds the number of each row in its file. */
  readonly rowNumber?: string;
  readonly sheet?: string;
}

/** A column of a table under a name of its own. */
export interface TableColumn {
  readonly name: string;
  /** Its header in the file, or its name in the warehouse's table. */
  readonly header: string;
  /** How its times are written (strptime); null: as ISO 8601. */
  readonly time: string | null;
  /** Text that is taken off both ends of a value. */
  readonly strip: readonly string[];
  /** Digits after the point to which each value is rounded, a half away from zero; absent: values are exact as they stand. */
  readonly round?: number;
  /** A value that is written once stands for the rows below it, up to the next one in the same file; absent: every row says its own. */
  readonly fill?: 'down';
}

/** A table; with `columns` only these exist, under these names. */
export interface TableSource {
  readonly table: string;
  readonly format?: FileFormat;
  readonly columns?: readonly TableColumn[];
}

export interface Fact {
  readonly id: string;
  readonly source: TableSource | { readonly view: string };
  readonly grain: readonly string[];
  readonly custodian: Party;
  /** `table` null: the fact's own rows carry the load time. `where` picks a table's rows of a log that several share. */
  readonly freshness: { readonly table: string | null; readonly column: string; readonly where: Filter | null } | null;
  readonly clause: Clause;
}

/** The event that puts a row into a day; `zone` only for a wall-clock column. */
export interface When {
  readonly column: string;
  readonly zone: string | null;
}

export interface Measure {
  readonly id: string;
  /** What reports call it; absent where nothing is written. */
  readonly title?: Text;
  readonly definition: Text;
  readonly of: string;
  readonly aggregate: { readonly sum: string } | { readonly count: 'rows' } | { readonly countDistinct: string };
  readonly when: When;
  readonly where: Filter | null;
  /** A column, or the one currency of all its amounts; null: the contract's own. */
  readonly currency: string | { readonly code: string } | null;
  readonly nulls: 'undefined' | 'zero';
  /** What it is divided by, for reading alone; absent where nothing is written. */
  readonly by?: readonly Dimension[];
  readonly clause: Clause;
}

/** A column of the measure's fact, and which of its values are apart; all others, and NULL, are one. */
export type Dimension = { readonly column: string } & (
  | { /** As many values as have the most rows in a period. */ readonly top: number }
  | { readonly values: readonly string[] }
  | { /** The column says how many days after its day a row was booked; `of`: the measure that it is a part of. */ readonly lag: Lag }
);

export interface Lag {
  /** Rows booked up to so many days later are told apart by day. */
  readonly days: number;
  readonly of: string;
}

/** A metric's formula. A name refers to a measure or another metric, never to both. */
export type Expression =
  | { readonly number: Exact }
  | { readonly measure: string }
  | { readonly metric: string }
  | { readonly negate: Expression }
  | { readonly op: '+' | '-' | '*' | '/' | 'min' | 'max'; readonly left: Expression; readonly right: Expression };

export interface Metric {
  readonly id: string;
  readonly title: Text;
  readonly formula: Expression;
  /** As written, for reports and traces. */
  readonly text: string;
  readonly unit: 'money' | 'number' | 'share';
  readonly type: 'flow' | 'ratio';
  readonly decimals: number | null;
  readonly clause: Clause;
}

/**
 * Days that are not like others, for forecasts alone: no score and no fee reads them. What is expected of them is declared (`factor`: times an
 * ordinary day) or learned from the days of the same event before (`basis`); with neither, nothing is known of them.
 */
export interface Season {
  readonly name: Text;
  readonly dates: readonly DateRange[];
  readonly factor: Exact | null;
  /** `last year` as the same dates of the year before; a day of them may lie ahead too. */
  readonly basis: readonly DateRange[] | null;
  readonly clause: Clause;
}

/** A metric as the product of others (`per`: divided by it), proved from their formulas: for reading why it moved. */
export interface MetricTree {
  readonly metric: string;
  readonly factors: readonly { readonly metric: string; readonly per: boolean }[];
  readonly clause: Clause;
}

export interface Definitions {
  readonly facts: readonly Fact[];
  readonly measures: readonly Measure[];
  readonly metrics: readonly Metric[];
  readonly fx: {
    readonly fact: string;
    readonly date: string;
    readonly currency: string;
    readonly rate: string;
    readonly maxAgeDays: number;
    /** True where the column holds foreign units for one of the contract's currency (the ECB's way): amounts are divided by it. */
    readonly inverted: boolean;
    readonly clause: Clause;
  } | null;
  readonly reconcile: readonly {
    readonly id: string;
    readonly left: string;
    readonly right: string;
    readonly tolerance: Exact;
    readonly onBreach: 'hold' | 'flag';
    readonly clause: Clause;
  }[];
  /** View texts by name and engine: part of what was agreed, so they are frozen with the terms. */
  readonly views: readonly { readonly name: string; readonly duckdb: string | null; readonly bigquery: string | null }[];
  /** As they are written; absent where none is. */
  readonly seasons?: readonly Season[];
  /** As they are written; absent where none is. */
  readonly tree?: readonly MetricTree[];
}

/** What a period is settled on: the content of `terms.json`. */
export interface Terms {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Terms';
  readonly contract: Contract;
  readonly definitions: Definitions;
}

/** An exclusion's window: local dates inclusive, or instants (microseconds as text) half-open. */
export type ExclusionWindow = { readonly dates: DateRange } | { readonly instants: { readonly from: string; readonly to: string } };

export type ExclusionReason =
  | 'platform_policy'
  | 'logistics'
  | 'stockout'
  | 'tracking_outage'
  | 'invalid_traffic'
  | 'fraud'
  | 'force_majeure'
  | 'client_duty';
