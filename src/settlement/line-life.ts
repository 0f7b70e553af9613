import type { Cause } from '../attainment/value.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import type { Exact } from '../kernel/rational.js';
import type { LineKind } from './model.js';

/*
 * A line's life (section 6): where one line of one period stands after a statement. Every state has just the fields that it
 * needs, so that what cannot be (a decided line that waits, a resolved one that is held) cannot be written down either.
 * Amounts are decimal text in the currency's digits, as statements carry them.
 */

/** Settled on what was computed; data may still move it. `byRule`: 0 because a rule says so, never part of a mean. */
export interface SettledLife {
  readonly state: 'settled';
  readonly amount: string;
  readonly byRule: boolean;
}

/** Cannot be computed: held since the statement of a date, in so many consecutive statements. */
export interface HeldLife {
  readonly state: 'held';
  /** What counts as settled meanwhile: 0 for a line that never was. */
  readonly amount: string;
  /** Whether it had been settled before it became undefined; such a line stays as settled when its hold expires. */
  readonly wasSettled: boolean;
  /** What it was settled at, where an open dispute has set a part of that aside; paid when the dispute lapses. */
  readonly computed?: string;
  readonly byRule: boolean;
  readonly since: LocalDate;
  readonly statements: number;
  readonly causes: readonly Cause[];
}

/** Settled, with a large true-up that waits: what it would move, and the asOf of the statement that first listed it. */
export interface WaitingLife {
  readonly state: 'waiting';
  readonly amount: string;
  readonly byRule: boolean;
  readonly since: LocalDate;
  readonly moves: string;
}

/** The party that a waiting line would cost money: its review releases it. */
export function costsOf({ moves }: Pick<WaitingLife, 'moves'>): Party {
  return moves.startsWith('-') ? 'provider' : 'brand';
}

/** The day from which a waiting line counts without a review. @param days those in which a statement may be disputed. */
export function countsFrom({ since }: Pick<WaitingLife, 'since'>, days: number): LocalDate {
  return addDays(since, days);
}

/** Disputed when it was computed: what nobody disputes is paid, the rest is set aside until the dispute ends. */
export interface DisputedLife {
  readonly state: 'disputed';
  readonly amount: string;
  /** What was computed: what later steps go on with, and what is paid when the dispute lapses. */
  readonly computed: string;
  readonly byRule: boolean;
  /** Whether what was computed was the decision of an expired hold: then the end of the dispute pays it for good. */
  readonly decided: boolean;
}

/** Settled, and disputed afterwards: stays as it is until the dispute ends. */
export interface FrozenLife {
  readonly state: 'frozen';
  readonly amount: string;
  readonly byRule: boolean;
}

/** A milestone that was accepted and paid: final. */
export interface AcceptedLife {
  readonly state: 'accepted';
  readonly amount: string;
}

/** Decided when its hold expired: final. */
export interface DecidedLife {
  readonly state: 'decided';
  readonly amount: string;
}

/** Fixed by a resolution of both: final. `computed`: what it was computed as then, null where nothing was. */
export interface ResolvedLife {
  readonly state: 'resolved';
  readonly amount: string;
  readonly computed: string | null;
}

export type LineLife = SettledLife | HeldLife | WaitingLife | DisputedLife | FrozenLife | AcceptedLife | DecidedLife | ResolvedLife;

export type LifeState = LineLife['state'];

/** One line of one period, as a statement hands it on to the next. */
export interface CarriedLine {
  readonly period: PeriodId;
  readonly line: string;
  readonly kind: LineKind;
  readonly life: LineLife;
  /** The period of the statement whose evidence it stands on: data measured for another line never move it. */
  readonly standsOn: PeriodId;
  /**
   * The period of the later statement whose duties and waivers count for it: a large true-up that waits is judged by what both have agreed
   * meanwhile, though nothing is measured for it any more. Absent where they are those of the statement that it stands on.
   */
  readonly knows?: PeriodId;
  /** Exact base of a commission that accumulates over the term, as last settled. */
  readonly base?: Exact;
}

/** What a line means to the steps after it: a dispute changes nothing but its payment. */
export function basisOf(life: LineLife): string {
  return hasSetAside(life) ? life.computed : life.amount;
}

/** A life of which a dispute that is open may have set a part aside. */
export type SetAsideLife = DisputedLife | (HeldLife & { readonly computed: string });

/** Whether an open dispute has set a part of a line aside, held meanwhile or not. */
export function hasSetAside(life: LineLife): life is SetAsideLife {
  return life.state === 'disputed' || (life.state === 'held' && life.computed !== undefined);
}

/**
 * The settled amount that a mean may take: null for a line that was never settled, was decided, or is 0 by a rule. One that is
 * held since it became undefined had been settled without a hold: that amount counts.
 */
export function usualAmount(life: LineLife): string | null {
  switch (life.state) {
    case 'decided':
      return null;
    case 'held':
      return life.wasSettled && !life.byRule ? basisOf(life) : null;
    case 'disputed':
      return life.decided || life.byRule ? null : life.computed;
    case 'accepted':
    case 'resolved':
      return life.amount;
    case 'settled':
    case 'waiting':
    case 'frozen':
      return life.byRule ? null : life.amount;
  }
}

/** Whether this line has taken its milestone: paid, about to be, or agreed to be worth something else. */
export function takesMilestone(life: LineLife): boolean {
  const isPositive = (text: string | null) => text !== null && !text.startsWith('-') && /[1-9]/.test(text);
  switch (life.state) {
    case 'held':
      return life.wasSettled && isPositive(basisOf(life));
    case 'waiting':
      return isPositive(life.amount) || isPositive(life.moves);
    case 'resolved':
      return isPositive(life.amount) || isPositive(life.computed);
    default:
      return isPositive(basisOf(life));
  }
}
