import type { Fee as WrittenFee } from '../../generated/written.js';
import type { LocalDate, PeriodId } from '../../kernel/calendar.js';
import type { Party } from '../../kernel/party.js';
import { scheduledAt } from '../../kernel/period.js';
import { type Exact, isZero, type Rational, rational } from '../../kernel/rational.js';
import type { Text } from '../../kernel/text.js';
import type { Clause, Scheduled, Steps } from '../model.js';
import type { Order } from '../orders.js';

/** What every fee has. */
export interface FeeBase {
  readonly id: string;
  readonly kind: WrittenFee['kind'];
  readonly title: Text | null;
  readonly clause: Clause;
}

/** The written form of a kind of fee, as the schema accepts it. */
export type WrittenOf<F extends FeeBase> = { [K in WrittenFee['kind']]: Extract<WrittenFee, { kind: K }> }[F['kind']];

/** Reads the scheduled fields of one written fee. */
export interface FeeReader {
  readonly amounts: (key: string) => Scheduled<Exact>;
  readonly steps: (key: string) => Scheduled<Steps>;
  /** Null where the field is not written. */
  readonly optional: (key: string) => Scheduled<Exact> | null;
  /** The same, with periods in which it says that there is none. */
  readonly caps: (key: string) => Scheduled<Exact | null> | null;
  /** A schedule inside a field's object. */
  readonly within: (holder: object, key: string) => Scheduled<Exact>;
  /** One value for the whole term. */
  readonly constant: (value: Exact) => Scheduled<Exact>;
}

/** The order of settlement (section 5, Order); recovery follows the ceiling, and `outside` is in no guarantee and under no cap. What follows from lines comes after them. */
export const FEE_STEPS = ['earned', 'floor', 'stake', 'deduction', 'ceiling', 'outside', 'tax'] as const;
export type FeeStep = (typeof FEE_STEPS)[number];

/** The metric that a kind of fee is measured by. */
export interface FeeMetric<F extends FeeBase> {
  /** The written field that names it, and those that are levels of it. */
  readonly field: string;
  readonly levels: readonly string[];
  of(fee: F): string | null;
  /** Which way the provider wants it; null where nobody is paid for moving it. */
  better(fee: F): 'higher' | 'lower' | null;
  /** What the language asks of it: a flow of money, or anything. */
  readonly needs: 'money-flow' | 'flow' | 'any';
}

/** What the text alone tells of a fee's pay, for rules about pay; data, gates, guarantee and cap are left out. */
export type FeeShape<F extends FeeBase> =
  /** The same in every period, or once. */
  | { readonly pays: 'amount'; amount(fee: F, period: PeriodId): Rational }
  /** By how much there is of its metric; `cost`: what was spent is paid back. */
  | { readonly pays: 'volume' | 'cost'; on(fee: F, period: PeriodId, base: Rational): Rational; most(fee: F, period: PeriodId): Rational }
  /** A share of a base, by a score. */
  | { readonly pays: 'score'; steps(fee: F): Scheduled<Steps>; rises(steps: Steps): boolean }
  /** To either side, by how a metric ends. */
  | { readonly pays: 'stake' }
  /** What other lines leave. */
  | { readonly pays: 'rest' };

/** One change of one field of a fee. */
export interface FeeChange {
  readonly field: string;
  /** The periods that it is about. */
  readonly periods: readonly PeriodId[];
  readonly before: unknown;
  readonly after: unknown;
  /** Whether the fee's metric can never be below 0. */
  readonly neverNegative: boolean;
  /** Whether a day is the last one of a period. */
  readonly endsPeriod: (day: LocalDate) => boolean;
}

/** What moves a line: it is there or not, it is made 0 more often or less often, or one of its fields changes. */
export type FeeMove = 'there' | 'blocked' | { readonly field: string };

/**
 * All that the program knows of a kind of fee besides how its amount is computed (settlement/fees). Methods take the fee of their
 * own kind; they are reached through `kindOf`, which finds the record by the fee.
 */
export interface FeeKindRecord<F extends FeeBase, S extends FeeStep = FeeStep> {
  readonly step: S;
  /** Whom its line pays; null: either, or as other lines have it. */
  readonly favours: Party | null;
  /** Fields that are schedules, as they are written. */
  readonly scheduled: readonly string[];
  /** A written fee with its defaults filled in; `base` is what every fee has. */
  normalize(fee: WrittenOf<F>, read: FeeReader, base: Omit<FeeBase, 'kind'>): F;
  readonly metric: FeeMetric<F> | null;
  /** The KPI, or `composite`, by whose score it pays. */
  by(fee: F): string | null;
  /** The fee that it takes a share of. */
  deductsFrom(fee: F): string | null;
  /** The metric that its tiers add up over the term. */
  accumulates(fee: F): string | null;
  /** Whether what it pays in a period hangs on other periods too, or comes once: no single period tells what its terms are worth. */
  carries(fee: F): boolean;
  readonly shape: FeeShape<F>;
  /** Whether it moves with what is measured: a flagged anomaly that nobody has reviewed holds it. */
  variable(fee: F): boolean;
  /** Whether it can be other than 0 in a period: a fee that is agreed at 0 until July changes nothing before July. */
  bites(fee: F, period: PeriodId): boolean;
  /** Whether a period in which its terms make it 0 says so, whatever is measured. */
  saysNothingAgreed(fee: F, period: PeriodId): boolean;
  /** Whether its line is never lower (1), or never higher (-1), in any period by a change of one field, for any data; null where that depends on them. */
  judge(change: FeeChange, old: F, now: F): Order;
  /** Whether its line can only be to the side that {@link favours} says, so that more or less of it is to somebody's gain. */
  oneWay(fee: F, neverNegative: boolean, by: FeeMove): boolean;
  /** Whether more of it in one period, by a change, can mean less of it or of what follows from it in a later one. */
  shifts(fee: F, by: FeeMove): boolean;
  /** At most one of it in a contract. */
  readonly once: boolean;
  /** Whether grace and gates may name it. */
  readonly blockable: boolean;
  /** Whether a penalty may take a share of it. */
  readonly deductible: boolean;
  /** Lines of its own besides `<id>`: `<id>/recovery`. */
  readonly parts: readonly string[];
  /** Computed from other lines of its period, which it follows outside the window too. */
  readonly fromLines: boolean;
  /** Whether a true-up of more than a tenth waits until it is acknowledged. */
  readonly largeWaits: boolean;
  /** The party against which an unknown amount counts as 0: the one that would be paid. */
  readonly unknownCosts: Party;
  /** Whether tax is due on it. */
  taxed(fee: F): boolean;
  /** What an expired hold of it comes to where the brand's data are at fault (section 6). */
  readonly decided: 'as-computed' | 'on-target' | 'at-least-certain' | 'mean';
}

/** Whether a scheduled amount is 0 in a period. */
export function isNone(schedule: Scheduled<Exact>, period: PeriodId): boolean {
  return isZero(rational(scheduledAt(schedule, period)));
}

/** Whether every step of a table is 0 in a period. */
export function areNone(schedule: Scheduled<Steps>, period: PeriodId): boolean {
  return scheduledAt(schedule, period).every((step) => isZero(rational(step.value)));
}

/** What a scheduled amount is in a period. */
export function amountAt(schedule: Scheduled<Exact>, period: PeriodId): Rational {
  return rational(scheduledAt(schedule, period));
}

/** For what a kind of fee has none of. */
export const no = (): null => null;
/** For what no fee of a kind is. */
export const never = (): false => false;
/** For what every fee of a kind is. */
export const always = (): true => true;
