import type { DetectedAnomaly } from '../attainment/anomalies.js';
import type { DutyOutcome } from '../attainment/duties.js';
import type { DetectedSilence } from '../attainment/silences.js';
import type { Reason } from '../attainment/value.js';
import type { FeeKind } from '../contract/fee-kinds/fee-kinds.js';
import type { Duty } from '../contract/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import type { Exact } from '../kernel/rational.js';
import type { InputCode, RuleCode } from '../words/reasons.js';
import type { CarriedLine } from './line-life.js';

export type KpiState = 'scored' | 'below_minimum' | 'waived' | 'missing' | 'held';

/** Numbers: decimal text, null where undefined, with `…Exact` beside a number that 12 places do not hold. */
export interface KpiResult {
  readonly id: string;
  readonly metric: string;
  readonly actual: string | null;
  readonly actualExact?: string;
  /** Threshold, target and stretch as they hold for the days in force. */
  readonly threshold: string | null;
  readonly target: string;
  readonly targetExact?: string;
  readonly stretch: string | null;
  readonly cap: string;
  readonly weight: string;
  readonly attainment: string | null;
  readonly attainmentExact?: string;
  readonly score: string | null;
  readonly scoreExact?: string;
  readonly state: KpiState;
  readonly reasons: readonly Reason[];
}

export interface CompositeResult {
  readonly state: 'scored' | 'waived' | 'held';
  readonly reasons: readonly Reason[];
}

export interface GateResult {
  readonly id: string;
  readonly metric: string;
  readonly actual: string | null;
  readonly actualExact?: string;
  readonly limit: 'atLeast' | 'atMost';
  readonly value: string;
  readonly state: 'passed' | 'failed' | 'held';
  readonly reasons: readonly Reason[];
}

export interface ReconcileResult {
  readonly id: string;
  readonly left: string | null;
  readonly right: string | null;
  /** |left − right| ÷ the larger magnitude; null where a side is undefined or both are 0. */
  readonly gap: string | null;
  readonly tolerance: string;
  readonly onBreach: 'hold' | 'flag';
  readonly breached: boolean;
  readonly reviewed: boolean;
}

/** What is flagged in the data of a period: a day far outside the usual, or days of which nothing says that they brought nothing. */
export type Anomaly = (DetectedAnomaly | DetectedSilence) & { readonly reviewed: boolean };

/** What has become of a duty that falls due in the period. */
export interface DutyResult {
  readonly id: string;
  readonly owes: Party;
  readonly lateIf: Duty['lateIf'];
  readonly dueOn: LocalDate;
  readonly state: DutyOutcome['state'];
  /** The day on which it counts as done, in time or not. */
  readonly doneOn: LocalDate | null;
  /** The claim that it was late, also one of no effect. */
  readonly claim: { readonly file: string; readonly on: LocalDate } | null;
  /** Until when it may be claimed to be late; null where no claim is needed. */
  readonly claimUntil: LocalDate | null;
  /** What being late costs whoever owes it, in this period's fees; null where it is not late, or not known while a line is held. */
  readonly costs: string | null;
}

export type LineState = 'payable' | 'held' | 'disputed';
export type LineKind = FeeKind | 'recovery' | 'excess' | 'true-up' | 'correction';

/** How a line came to its amount. */
export interface Trace {
  readonly clause: { readonly file: string; readonly line: number } | null;
  readonly inputs: readonly { readonly input: InputCode; readonly with: Readonly<Record<string, string>>; readonly value: string | null }[];
  /** With numbers in it: `5% × 100000 + 7% × 50000`. */
  readonly formula: string;
  readonly branches: readonly { readonly rule: RuleCode; readonly taken: boolean; readonly with: Readonly<Record<string, string>> }[];
  /** Exact value before rounding; null where undefined. */
  readonly unrounded: Exact | null;
  readonly rounded: string | null;
}

export interface Line {
  readonly id: string;
  readonly kind: LineKind;
  /** What is payable in this statement. */
  readonly amount: string;
  readonly state: LineState;
  readonly held: boolean;
  /** Why it pays what it pays, in one code; null where the trace's formula says all. */
  readonly reason: Reason | null;
  /** Only on disputed lines. */
  readonly computed?: string;
  readonly claimed?: string;
  readonly trace: Trace;
}

/** What changed in an earlier period since it was last settled. */
export interface Change {
  readonly period: PeriodId;
  readonly measure: string;
  readonly day: LocalDate | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  /** Where it is not the data: the rules of a time zone put the same rows into other days. */
  readonly cause?: 'zone-rules';
}

/** What the next settlement needs to know of this one. All of it is recomputed by a replay. */
export interface Carried {
  /** Every line of every period so far, with its life, in the order of periods and steps. */
  readonly lines: readonly CarriedLine[];
}

export interface FactQuality {
  readonly id: string;
  readonly rows: number;
  readonly freshAt: string | null;
  readonly complete: boolean;
  readonly duplicateKeys: number;
  readonly nullWhen: number;
}

/** One period measured and scored: what `concord score --format json` prints. */
export interface Scorecard {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Scorecard' | 'Statement';
  readonly contract: string;
  readonly period: PeriodId;
  /** Days in force; null in a tail. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly currency: string;
  readonly asOf: LocalDate;
  readonly termsDigest: string;
  readonly evidenceDigest: string;
  readonly facts: readonly FactQuality[];
  /** Measure → value over the days in force, converted; null where undefined. */
  readonly measures: Readonly<Record<string, string | null>>;
  readonly kpis: readonly KpiResult[];
  readonly composite: string | null;
  readonly compositeExact?: string;
  readonly compositeState: CompositeResult | null;
  readonly gates: readonly GateResult[];
  /** Watched metrics over the days in force, null where undefined; absent where none is watched. */
  readonly watch?: readonly WatchResult[];
  /** Absent where none falls due in the period. */
  readonly duties?: readonly DutyResult[];
  readonly reconcile: readonly ReconcileResult[];
  readonly anomalies: readonly Anomaly[];
  readonly lines: readonly Line[];
  /** What is held, and why: own lines and true-ups of earlier ones. */
  readonly held: readonly { readonly line: string; readonly reason: Reason }[];
  readonly total: string;
  /** Of a period that is not over; no statement has it. */
  readonly running?: Running;
}

/** A watched metric: in no score and no fee. */
export interface WatchResult {
  readonly metric: string;
  readonly value: string | null;
  readonly valueExact?: string;
}

/** A metric to date, through the last day that all its data covers. */
export interface RunningResult extends WatchResult {
  /** Null where no day is covered yet. */
  readonly through: LocalDate | null;
  /** Days in force up to it. */
  readonly daysGone: number;
  readonly reasons: readonly Reason[];
}

/** A KPI or gate to date, beside what is asked of the whole period. */
export interface RunningLevel extends RunningResult {
  readonly id: string;
  readonly target: string;
}

/** What a period that is not over has come to. */
export interface Running {
  /** Days in force, all of them. */
  readonly days: number;
  readonly kpis: readonly RunningLevel[];
  /** `target` is the limit. */
  readonly gates: readonly RunningLevel[];
  readonly watch: readonly RunningResult[];
}

/** A line with an open dispute, as of a statement. */
export interface DisputedLine {
  readonly period: PeriodId;
  readonly line: string;
  /** The disputes' files: of each party one at most, and one of each true-up of it. */
  readonly events: readonly string[];
  /** When the last of them lapses. */
  readonly lapsesOn: LocalDate;
  /** What is paid of it when they lapse: 0.00 where nothing was set aside. */
  readonly setAside: string;
}

/** A settled period: the content of `statement.json`, without digest and provenance. */
export interface StatementBody extends Omit<Scorecard, 'running'> {
  readonly kind: 'Statement';
  /** Which computation of this period's statement this is, 1 at first. */
  readonly run: number;
  readonly tail: boolean;
  readonly final: boolean;
  readonly previousDigest: string | null;
  /** Event files that counted, with the digests of their bytes. */
  readonly events: readonly { readonly file: string; readonly digest: string }[];
  readonly changes: readonly Change[];
  /** Every line with an open dispute, of this period and of earlier ones, and what is set aside of it. */
  readonly disputes: readonly DisputedLine[];
  /** The last day on which a line of this statement may be disputed. */
  readonly disputableUntil: LocalDate;
  /** When this statement's total is due; null without payment terms. */
  readonly dueOn: LocalDate | null;
  /** Σ totals up to this statement − Σ payments dated up to asOf; positive: the brand owes. */
  readonly balance: string;
  /** What is still open of earlier and this statement's totals, oldest first. */
  readonly open: readonly { readonly period: PeriodId; readonly amount: string; readonly dueOn: LocalDate | null }[];
  readonly carried: Carried;
}

/** The agreement that a statement settles under: it proves it when the forge's own record is gone, an approver's account included. */
export interface Agreement {
  readonly pullRequest: number;
  readonly head: string;
  /** By numeric user ids, at the forge's time. */
  readonly approvals: readonly { readonly user: number; readonly at: string }[];
}

export interface Provenance {
  readonly engine: string;
  readonly warehouse: string;
  readonly commit: string | null;
  readonly jobs: readonly string[];
  /** Absent where it was settled without a forge. */
  readonly agreement?: Agreement;
  /** Digest of the rendered statement.md. */
  readonly statementMd: string;
  /** Digest of the other fields, so that a changed byte here is found too. */
  readonly checksum: string;
}

export interface Statement extends StatementBody {
  /** Of the body's canonical JSON (RFC 8785). */
  readonly digest: string;
  /** Outside the digest: where the numbers came from. */
  readonly provenance: Provenance;
}
