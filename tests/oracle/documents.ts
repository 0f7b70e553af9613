import { type Rational, rational } from '../../src/kernel/rational.js';

/*
 * The documents of a contract as they are written (sections 1 to 3 and 6), read as plainly as a person reads them. Nothing
 * here shares code with the product's parser or its normalized terms.
 */

export type Party = 'brand' | 'provider';
export type Written = string | number;
/** A scheduled field (section 2): a value, or a map from the first period in which it holds. */
export type Scheduled<T> = T | Readonly<Record<string, T>>;
export type StepTable = Readonly<Record<string, Written>>;

export interface KpiText {
  readonly id: string;
  readonly metric: string;
  readonly better: 'higher' | 'lower';
  readonly weight: Scheduled<Written>;
  readonly target: Scheduled<Written>;
  readonly threshold?: Scheduled<Written>;
  readonly stretch?: Scheduled<Written>;
  readonly cap?: Scheduled<Written>;
  readonly minimum?: { readonly metric: string; readonly atLeast: Scheduled<Written> };
  readonly whenMissing?: 'hold' | 'zero' | 'exclude';
}

export interface GateText {
  readonly id: string;
  readonly metric: string;
  readonly atLeast?: Scheduled<Written>;
  readonly atMost?: Scheduled<Written>;
  readonly blocks: readonly string[];
}

export type FeeText =
  | { readonly id: string; readonly kind: 'retainer'; readonly amount: Scheduled<Written>; readonly prorate?: boolean }
  | {
      readonly id: string;
      readonly kind: 'commission';
      readonly base: string;
      readonly tiers: StepTable | Readonly<Record<string, StepTable>>;
      readonly mode: 'marginal' | 'whole';
      readonly accumulate: 'period' | 'term';
    }
  | {
      readonly id: string;
      readonly kind: 'bonus';
      readonly pool: Scheduled<Written>;
      readonly by: string;
      readonly points: StepTable | Readonly<Record<string, StepTable>>;
      readonly shape: 'step' | 'linear';
      readonly prorate?: boolean;
    }
  | {
      readonly id: string;
      readonly kind: 'milestone';
      readonly amount: Scheduled<Written>;
      readonly due: string;
      readonly metric?: string;
      readonly atLeast?: Scheduled<Written>;
    }
  | {
      readonly id: string;
      readonly kind: 'wager';
      readonly metric: string;
      readonly better: 'higher' | 'lower';
      readonly target: Scheduled<Written>;
      readonly over: 'term' | 'quarter';
      readonly deadband: Scheduled<Written>;
      readonly rate?: Scheduled<Written>;
      readonly limit?: Scheduled<Written>;
      readonly stake?: Scheduled<Written>;
      readonly onEarlyEnd: 'void' | 'scale';
    }
  | {
      readonly id: string;
      readonly kind: 'guarantee';
      readonly amount: Scheduled<Written>;
      readonly recoverable?: boolean;
      readonly prorate?: boolean;
    }
  | {
      readonly id: string;
      readonly kind: 'penalty';
      readonly of?: string;
      readonly amount?: Scheduled<Written>;
      readonly by: string;
      readonly bands: StepTable | Readonly<Record<string, StepTable>>;
      readonly prorate?: boolean;
    }
  | {
      readonly id: string;
      readonly kind: 'cap';
      /** A period that says `none` has no cap. */
      readonly period?: Scheduled<Written>;
      readonly term?: Scheduled<Written>;
      readonly prorate?: boolean;
    }
  | { readonly id: string; readonly kind: 'tax'; readonly rate: Scheduled<Written>; readonly label: unknown };

export type FeeOf<K extends FeeText['kind']> = Extract<FeeText, { kind: K }>;

export interface DutyText {
  readonly id: string;
  readonly owes: Party;
  readonly dueDay: number;
  readonly lateIf?: 'claimed' | 'unproven';
  readonly ifLate: { readonly kpis: readonly string[]; readonly scoreAs?: Written };
}

export interface ContractText {
  readonly id: string;
  readonly term: { readonly from: string; readonly to: string };
  readonly calendar: {
    readonly every: 'month' | 'quarter' | 'week';
    readonly timezone: string;
    readonly lockAfterDays: number;
    readonly trueUpPeriods: number;
  };
  readonly currency: string;
  readonly rounding: 'half_even' | 'half_up';
  readonly acceptance: { readonly days: number };
  readonly disputes: { readonly days: number };
  readonly holds: { readonly maxPeriods: number };
  readonly grace?: { readonly from?: string; readonly periods: number; readonly waives: readonly string[] };
  readonly kpis: readonly KpiText[];
  readonly composite: { readonly rule: 'weighted_mean' | 'min'; readonly minWeightLeft?: Written };
  readonly gates?: readonly GateText[];
  readonly fees: readonly FeeText[];
  readonly duties?: readonly DutyText[];
  readonly review?: { readonly every: string };
}

export type WhereText = Readonly<Record<string, unknown>>;

export interface FactText {
  readonly table?: string;
  readonly view?: string;
  readonly grain?: readonly string[];
  readonly custodian: Party;
  readonly freshness?: { readonly table?: string; readonly column: string };
}

export interface MeasureText {
  readonly of: string;
  readonly sum?: string;
  readonly count?: 'rows';
  readonly countDistinct?: string;
  readonly when: string | { readonly column: string; readonly zone: string };
  readonly where?: WhereText;
  readonly currency?: string;
  readonly nulls?: 'zero';
}

export interface MetricText {
  readonly formula: string;
  readonly unit: 'money' | 'number' | 'share';
  readonly type: 'flow' | 'ratio';
}

export interface ReconcileText {
  readonly id: string;
  readonly left: string;
  readonly right: string;
  readonly tolerance: Written;
  readonly onBreach: 'hold' | 'flag';
}

export interface DefinitionsText {
  readonly facts: Readonly<Record<string, FactText>>;
  readonly measures: Readonly<Record<string, MeasureText>>;
  readonly metrics: Readonly<Record<string, MetricText>>;
  readonly fx?: {
    readonly fact: string;
    readonly date: string;
    readonly currency: string;
    readonly rate: string;
    readonly maxAgeDays: number;
    readonly inverted?: boolean;
  };
  readonly reconcile?: readonly ReconcileText[];
}

export interface TermsText {
  readonly contract: ContractText;
  readonly definitions: DefinitionsText;
}

type EventText =
  | {
      readonly kind: 'exclusion';
      readonly kpis: readonly string[];
      readonly treatment: 'drop' | 'prorate' | 'waive';
      readonly window?: { readonly from: string; readonly to: string };
      readonly where?: WhereText;
      readonly periods?: readonly string[];
      readonly scoreAs?: Written;
    }
  | { readonly kind: 'dispute'; readonly party: Party; readonly period: string; readonly line: string; readonly claimed: Written }
  | { readonly kind: 'escalation'; readonly answers: string }
  | { readonly kind: 'resolution'; readonly answers: string; readonly amount: Written }
  | { readonly kind: 'acceptance_request'; readonly milestone: string; readonly on: string }
  | { readonly kind: 'acceptance'; readonly milestone: string; readonly on: string; readonly answers?: string }
  | { readonly kind: 'refusal'; readonly milestone: string; readonly on: string; readonly answers: string }
  | { readonly kind: 'review'; readonly party?: Party; readonly period: string; readonly acknowledges?: readonly string[] }
  | { readonly kind: 'duty'; readonly duty: string; readonly period: string; readonly on: string; readonly agreed?: boolean }
  | { readonly kind: 'lateness'; readonly party: Party; readonly duty: string; readonly period: string }
  | { readonly kind: 'payment'; readonly amount: Written; readonly on: string; readonly reference: string }
  | { readonly kind: 'correction'; readonly period: string; readonly line: string; readonly amount: Written }
  | { readonly kind: 'termination'; readonly party: Party; readonly on: string };

/** An event with its file's name; it counts from the date in the name (section 6). */
export type BookEvent = EventText & { readonly file: string };
export type BookEventOf<K extends EventText['kind']> = Extract<BookEvent, { kind: K }>;

/** The date from which an event counts. */
export function dateOf(event: BookEvent): string {
  return event.file.slice(0, 10);
}

/** The events of one kind, in the order of their files' names. */
export function eventsOf<K extends EventText['kind']>(events: readonly BookEvent[], kind: K): BookEventOf<K>[] {
  return events.filter((event): event is BookEventOf<K> => event.kind === kind).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** A number as it is written: `40%` is 0.4; `0.8x` is not read here. */
export function number(written: Written): Rational {
  const text = String(written);
  return text.endsWith('%') ? rational(text.slice(0, -1)).div(100) : rational(text);
}

const PERIOD = /^\d{4}-(\d{2}|Q\d|W\d{2})$/;

/** The value of a scheduled field in a period: the last entry that does not begin after it (section 2). */
export function inPeriod<T>(field: Scheduled<T>, period: string): T {
  if (typeof field !== 'object' || field === null) return field as T;
  const entries = Object.entries(field as Readonly<Record<string, T>>);
  if (entries.some(([key]) => !PERIOD.test(key))) return field as T; // a table of tiers, points or bands
  let found: T | undefined;
  for (const [from, value] of entries) if (from <= period) found = value;
  if (found === undefined) throw new RangeError(`nothing holds in ${period}`);
  return found;
}

/** Tiers, points or bands of a period, ascending. */
export function stepsIn(
  field: StepTable | Readonly<Record<string, StepTable>>,
  period: string,
): { readonly at: Rational; readonly value: Rational }[] {
  const table = inPeriod<StepTable>(field as Scheduled<StepTable>, period);
  return Object.entries(table)
    .map(([at, value]) => ({ at: number(at), value: number(value) }))
    .sort((a, b) => a.at.compare(b.at));
}
