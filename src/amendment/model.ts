import type { Clause } from '../contract/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';

/*
 * An amendment: what changes between two texts of one contract, whether the contract's own rules allow it, whom it favours
 * and what the last settled periods would have paid under it. Plain data; nothing of it is a decision of the parties.
 */

/** Section 7, from the one that matters least to the one that is refused. */
export const CHANGE_CLASSES = ['editorial', 'operational', 'governance', 'economic', 'definition', 'retroactive'] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** In a path, in the place of an item's id: the order of the items. No id can be it. */
export const ORDER = '@order';

/** One semantic change, in the normalized terms: a rewritten file that says the same has none. */
export interface TermChange {
  /** Field names and ids: `kpis`, `roas`, `target`. Empty for a whole contract. */
  readonly path: readonly string[];
  readonly kind: 'added' | 'removed' | 'changed';
  /** Normalized values: exact text, lists, objects; null where there is none. */
  readonly before: unknown;
  readonly after: unknown;
  /** The clause that holds the field, in each text; null where its place is not known. */
  readonly clauses: { readonly before: Clause | null; readonly after: Clause | null };
  /** The periods in which a scheduled field has another value; null where the field is not scheduled. */
  readonly periods: readonly PeriodId[] | null;
}

/** Whose pay a change betters, up to any period and whatever the actuals turn out to be. */
export type Favour = Party | 'neither' | 'unclear';

/** Whom it favours, with what it would favour as long as what is measured stays on one side of 0. */
export interface Favoured {
  readonly favours: Favour;
  /** Of what is unclear: the party that it favours unless one of these metrics is below 0; null where that would not tell it either. */
  readonly unless: { readonly favours: Party; readonly below: readonly string[] } | null;
}

export interface ClassifiedChange extends TermChange, Favoured {
  readonly class: ChangeClass;
  /** The periods whose settlement it can move, ascending; empty where it moves none. */
  readonly reaches: readonly PeriodId[];
}

export type AmendmentFindingCode =
  | 'settled-period'
  | 'begun-period'
  | 'notice'
  | 'after-end'
  | 'max-target-change'
  | 'max-drift'
  | 'min-periods-between'
  | 'definition-reaches-begun'
  | 'settled-contract-removed'
  | 'record-changed';

/** How a change that comes too late can begin in a later period. */
export type Later =
  /** Its field takes a schedule. */
  | 'schedule'
  /** A new item that is 0 until then. */
  | 'new-item'
  /** A cap that says none until then, or none from then on. */
  | 'new-cap'
  | 'end-of-cap'
  /** 0 from then on. */
  | 'run-out'
  /** The item runs out, beside a new one that is 0 until then. */
  | 'replace'
  /** It names other items, new ones among them. */
  | 'of-new-items'
  /** Grace begins later. */
  | 'grace-from'
  /** Grace goes on, or ends, in a later period. */
  | 'grace'
  /** Grace is over: fees are 0 by schedules of their own. */
  | 'grace-over'
  /** The end of the term, to a day in a later period. */
  | 'term'
  /** The end of the term, to a day after it. */
  | 'term-longer'
  /** No period of the term is left, and one after it would do. */
  | 'longer-term'
  /** No period is left. */
  | 'none-left'
  /** Not at all. */
  | 'next-contract';

/** What the contract's rules about its own change (section 7) say of one change. */
export interface AmendmentFinding {
  readonly code: AmendmentFindingCode;
  /** Whether the amendment is refused because of it. */
  readonly refuses: boolean;
  readonly path: readonly string[];
  /** Fills the catalogue's text. */
  readonly with: Readonly<Record<string, string>>;
  /** Of a change that comes too late. */
  readonly later?: Later;
}

/** One line of a period under both texts; null where it cannot be computed from the ledger's evidence. */
export interface EffectLine {
  readonly line: string;
  readonly before: string | null;
  readonly after: string | null;
  /** after − before: positive, the brand would have paid and the provider received more. */
  readonly difference: string | null;
  /** Why it differs by more, less or otherwise than what was changed; null where it says itself. */
  readonly cause: EffectCause | null;
}

export type EffectCauseCode =
  /** Earlier periods use more of the cap of the term, or less. */
  | 'cap-used-more'
  | 'cap-used-less'
  /** Nothing of the cap of the term is left, or so much, under both texts. */
  | 'cap-reached'
  | 'cap-left'
  | 'cap-of-period'
  /** More is to be paid back of a recoverable guarantee, or less. */
  | 'drawn-more'
  | 'drawn-less'
  /** More is paid from which it takes that back, or less. */
  | 'room-more'
  | 'room-less'
  /** What is earned otherwise is topped up to the same guarantee. */
  | 'topped-up'
  /** What is earned reaches the guarantee under the new text alone, or under the old one alone. */
  | 'floor-passed'
  | 'floor-missed'
  /** Its tiers go by the total to date. */
  | 'to-date';

export interface EffectCause {
  readonly code: EffectCauseCode;
  /** Amounts, as decimal text. */
  readonly with: Readonly<Record<string, string>>;
}

/** One cap of the term under both texts: since when nothing is left of it (null: something is), and what the last settled period leaves. */
export interface CapOfTerm {
  readonly cap: string;
  readonly before: { readonly reachedIn: PeriodId | null; readonly left: string | null };
  readonly after: { readonly reachedIn: PeriodId | null; readonly left: string | null };
}

export interface EffectPeriod {
  readonly period: PeriodId;
  readonly lines: readonly EffectLine[];
  /** Totals of the period's statement; null where a line of it is not known. */
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: string | null;
}

/** Settled periods as they would have been paid under the terms that hold from a period on. */
export interface Effect {
  readonly from: PeriodId;
  /** Whether they are all settled periods and not the last ones: something that differs hangs on several of them. */
  readonly whole: boolean;
  readonly periods: readonly EffectPeriod[];
  /** Over the periods that are counted; null where none is. */
  readonly difference: string | null;
  /** The periods that are not: a line of theirs cannot be computed. */
  readonly unknown: readonly PeriodId[];
  /** Those in the difference: the known ones, and of unknown ones those whose other lines move, with these. */
  readonly counted: readonly PeriodId[];
  /** Measures that the new text needs and the ledger's evidence does not hold as the text defines them. */
  readonly unmeasured: readonly string[];
  /** Where it is the same in both texts and cuts otherwise. */
  readonly capOfTerm: CapOfTerm | null;
  /** Duties that are taken to be done in time in periods in which nobody owed them so. */
  readonly takenAsDone: readonly string[];
  /** Milestones whose acceptance nobody could ask for: they pay nothing here. */
  readonly notAsked: readonly string[];
  /** Fees that change and are settled in none of these periods: nothing of it is in the figures. */
  readonly notSettled: readonly string[];
}

/** Why there is no effect to show. */
export type NoEffect =
  | 'nothing-settled'
  | 'frame-changed'
  | 'no-money-changed'
  | 'only-dates'
  | 'own-periods'
  | 'after-end'
  | 'new-contract'
  | 'removed-contract';

export interface Amendment extends Favoured {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Amendment';
  readonly contract: string;
  readonly currency: string;
  /** The day on which the change is taken to be agreed. */
  readonly asOf: LocalDate;
  /** The highest class of its changes; null where nothing changes. */
  readonly class: ChangeClass | null;
  readonly refused: boolean;
  readonly changes: readonly ClassifiedChange[];
  readonly findings: readonly AmendmentFinding[];
  readonly effects: readonly Effect[];
  readonly noEffect: NoEffect | null;
}
