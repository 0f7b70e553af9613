import type { LocalDate, PeriodId } from '../../kernel/calendar.js';
import { PARTIES, type Party } from '../../kernel/party.js';
import type { Contract, Duty } from '../model.js';
import type { AcceptanceRequestEvent } from './acceptance-request.js';
import type { DisputeEvent } from './dispute.js';

/*
 * How an event could be written whole: what each of its fields may be in a contract on a day. Every kind says it of each of its fields.
 * What only the writer knows stands there as `…`.
 */

/** What of a statement an event may be about. */
export interface NamedStatement {
  readonly period: PeriodId;
  /** Lines that may be named, those that pay anything first; none in a tail in which nothing has changed. */
  readonly lines: readonly string[];
  readonly evidenceDigest: string;
}

/**
 * A line that a party may dispute on the day, the likeliest first, as its statement lists it: null where it is held there without an amount,
 * or its period is not settled yet.
 */
export interface DisputableLine {
  readonly party: Party;
  readonly period: PeriodId;
  readonly line: string;
  readonly amount: string | null;
}

/** A duty, and the periods of which something may be filed about it. */
export interface DutyPeriods {
  readonly duty: Duty;
  readonly owed: readonly PeriodId[];
  readonly late: readonly PeriodId[];
  readonly claimable: readonly PeriodId[];
}

/** All that can be named on the day on which an event is filed. */
export interface Nameable {
  readonly contract: Contract;
  readonly date: LocalDate;
  readonly engine: string;
  /** Those made by then, newest first. */
  readonly statements: readonly NamedStatement[];
  /** Lines of a period that no statement has listed yet. */
  readonly lines: readonly string[];
  /** Periods that a review may be of, newest first: those of the term that have begun, and tails that are settled. */
  readonly reviewable: readonly PeriodId[];
  /** What waits for a review, and whose; null: either party's. */
  readonly acknowledgeable: readonly { readonly id: string; readonly party: Party | null }[];
  /** Periods of which a line may be corrected: settled ones first, newest first, then those whose statement a correction would wait for. */
  readonly correctable: readonly PeriodId[];
  /** Periods that may have been measured independently: settled ones, newest first, then those that are due. */
  readonly witnessable: readonly PeriodId[];
  /** Periods that are due and not settled. */
  readonly proposed: readonly PeriodId[];
  /** The last day that could be left out; null where it is too late for any. */
  readonly excludable: LocalDate | null;
  /** Periods that could be waived: begun ones first, newest first, then those to come. */
  readonly waivable: readonly PeriodId[];
  /** The first day for which the term can be ended, by whom; no day where the notice goes beyond it. */
  readonly terminable: { readonly on: LocalDate | null; readonly parties: readonly Party[] };
  readonly disputable: readonly DisputableLine[];
  /** Disputes that nothing has resolved, newest first. */
  readonly unresolved: readonly DisputeEvent[];
  /** Of them those that may be taken to the expert. */
  readonly escalatable: readonly DisputeEvent[];
  /** Requests that a refusal can answer. */
  readonly refusable: readonly AcceptanceRequestEvent[];
  /** Milestones that can be asked for, and that an acceptance can give. */
  readonly requestable: readonly string[];
  readonly acceptable: readonly string[];
  /**
   * Of each duty the periods of which it matters that it is done, begun ones first, newest first, then those to come: those of which nobody has
   * filed it yet, and those in which what is filed is late, and both may say otherwise; and those that may be claimed to be late.
   */
  readonly duties: readonly DutyPeriods[];
  /** KPIs that grow with time: of such, days leave with the rows. */
  readonly flows: readonly string[];
  /** What is open of the oldest statement that is not paid, below 0 where the provider owes; null where nothing is. */
  readonly open: string | null;
}

/** The fields that are known so far, as they were typed or are proposed. */
export type Given = ReadonlyMap<string, string>;

/** What a field may be. */
export interface Offered {
  /** The likeliest first; empty where it is written. */
  readonly choices: readonly string[];
  readonly example: string;
  /** Whether it must name something that is there, and nothing is that would be accepted. */
  readonly isIdle: boolean;
  /** What it is to be compared with, as `> 1000.00`; empty where with nothing. */
  readonly than: string;
}

/** What a field of a kind may be, by what is known of the fields before it. */
export type Offer = (given: Given, can: Nameable) => Offered;

const UNKNOWN = '…';

/** Any of some. */
export function anyOf(choices: (given: Given, can: Nameable) => readonly string[]): Offer {
  return (given, can) => {
    const all = [...new Set(choices(given, can))];
    return { choices: all, example: all[0] ?? UNKNOWN, isIdle: false, than: '' };
  };
}

/** One of those that are there: where none is, there is nothing to file. */
export function named(choices: (given: Given, can: Nameable) => readonly string[]): Offer {
  const offer = anyOf(choices);
  return (given, can) => {
    const offered = offer(given, can);
    return { ...offered, isIdle: offered.choices.length === 0 };
  };
}

/** Written in a form of which this is an example; where none would be accepted, there is nothing to file. */
export function possible(example: (given: Given, can: Nameable) => string | null): Offer {
  const offer = written(example);
  return (given, can) => ({ ...offer(given, can), isIdle: example(given, can) === null });
}

/** Written by whoever files it, in a form of which this is an example. */
export function written(
  example: (given: Given, can: Nameable) => string | null,
  than: (given: Given, can: Nameable) => string = () => '',
): Offer {
  return (given, can) => ({ choices: [], example: example(given, can) ?? UNKNOWN, isIdle: false, than: than(given, can) });
}

/** One of those that are listed, and none of them by default: which one is right only whoever files it can have found out. */
export function found(choices: readonly string[]): Offer {
  return () => ({ choices, example: UNKNOWN, isIdle: false, than: '' });
}

export const text = written(() => UNKNOWN);
export const texts = written(() => `[${UNKNOWN}]`);
export const today = written((_, { date }) => date);
export const either = anyOf(() => PARTIES);

/** A line of the statement of the period that is named. */
export const settledLine = anyOf(
  (given, { statements, lines }) => statements.find(({ period }) => period === given.get('period'))?.lines ?? lines,
);

/** The requests of the milestone that is named. */
export function requestsOf(given: Given, requests: readonly AcceptanceRequestEvent[]): string[] {
  return requests.flatMap(({ file, milestone }) => (milestone === given.get('milestone') ? [file] : []));
}
