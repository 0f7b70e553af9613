import { addDays, type LocalDate, type PeriodId } from '../../kernel/calendar.js';
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
  /** Lines that may be named, those that pay anything first. */
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

/** All that can be named on the day on which an event is filed. */
export interface Nameable {
  readonly contract: Contract;
  readonly date: LocalDate;
  readonly engine: string;
  /** Those made by then, newest first. */
  readonly statements: readonly NamedStatement[];
  /** Lines of a period that no statement has listed yet. */
  readonly lines: readonly string[];
  /** Periods of the term that have begun, newest first. */
  readonly begun: readonly PeriodId[];
  /** Periods that are due and not settled. */
  readonly proposed: readonly PeriodId[];
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
  /** Of each duty the periods begun of which it matters that it was done, newest first, and those that may be claimed to be late. */
  readonly duties: readonly { readonly duty: Duty; readonly owed: readonly PeriodId[]; readonly claimable: readonly PeriodId[] }[];
  /** KPIs that grow with time: of such, days leave with the rows. */
  readonly flows: readonly string[];
  /** What is open of the oldest statement that is not paid; null where nothing is. */
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

/** Written by whoever files it, in a form of which this is an example. */
export function written(
  example: (given: Given, can: Nameable) => string | null,
  than: (given: Given, can: Nameable) => string = () => '',
): Offer {
  return (given, can) => ({ choices: [], example: example(given, can) ?? UNKNOWN, isIdle: false, than: than(given, can) });
}

export const text = written(() => UNKNOWN);
export const texts = written(() => `[${UNKNOWN}]`);
export const today = written((_, { date }) => date);
export const either = anyOf(() => PARTIES);
/** A statement that is there. */
export const settledPeriod = named((_, { statements }) => statements.map(({ period }) => period));
/** A period that has begun, of which nothing need be settled. */
export const begunPeriod = anyOf((_, { begun }) => begun);

/** A line of the statement of the period that is named. */
export const settledLine = anyOf(
  (given, { statements, lines }) => statements.find(({ period }) => period === given.get('period'))?.lines ?? lines,
);

/** The day with the notice that the contract asks for. */
export const afterNotice = written((_, { contract: { exit }, date }) => addDays(date, exit?.noticeDays ?? 0));

/** The requests of the milestone that is named. */
export function requestsOf(given: Given, requests: readonly AcceptanceRequestEvent[]): string[] {
  return requests.flatMap(({ file, milestone }) => (milestone === given.get('milestone') ? [file] : []));
}
