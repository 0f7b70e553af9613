import { addDays, type LocalDate, type PeriodId, periodOf } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import type { Weekly } from '../report/weekly.js';
import { type AgendaEntry, agendaOf } from '../settlement/agenda.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { type Reminder, remindersOf } from '../settlement/reminders.js';
import type { RunInput } from '../settlement/run.js';
import { type StaleFact, type Standing, type StandingDispute, type StandingHold, standingOf } from '../settlement/standing.js';
import { isMoney, type Settler, type Task, tasksOf } from '../settlement/tasks.js';
import type { EarlyEnd } from '../settlement/timeline.js';

/*
 * What people are told of a contract, each thing once. A fact has a day, from which on it is told, and a key that no other has: contract,
 * period, fact, date. Of the files, what is proposed, and the day alone: the same day says the same on every machine.
 */

/** What a settlement pull request proposes. */
export interface Proposed {
  readonly entry: LedgerEntry;
  readonly pullRequest: { readonly number: number; readonly url: string };
}

/** A witness that found something else. */
type WitnessOf = NonNullable<Standing['differs']>[number];

export type FactOf =
  | { readonly topic: 'proposed'; readonly proposed: Proposed }
  | { readonly topic: 'due' | 'disputed' | 'held' | 'duty'; readonly entry: AgendaEntry; readonly inDays: number }
  | { readonly topic: 'due'; readonly ended: EarlyEnd }
  | { readonly topic: 'due'; readonly refused: Extract<Task, { readonly task: 'ask' }> }
  | { readonly topic: 'disputed'; readonly dispute: StandingDispute }
  | { readonly topic: 'disputed'; readonly witness: WitnessOf & { readonly until: LocalDate | null } }
  | { readonly topic: 'held'; readonly holds: readonly StandingHold[] }
  | { readonly topic: 'late_data'; readonly period: PeriodId; readonly facts: readonly StaleFact[] }
  | { readonly topic: 'weekly'; readonly weekly: Weekly };

export interface Fact {
  readonly contract: string;
  /** Every key that is told with it: several reminders of one day that have been missed are one fact. */
  readonly keys: readonly string[];
  /** From this day on it is told. */
  readonly on: LocalDate;
  readonly to: Party | 'both';
  readonly what: FactOf;
}

/** Days that a reminder is still told for when nothing ran on its own: the run before it may have failed, or never begun. */
const CATCH_UP_DAYS = 7;

/**
 * Every fact that holds on a day, whether it was told or not, oldest first.
 * @param proposed of this contract; the statements that are proposed stand in no ledger yet
 */
export function factsOf(contract: string, input: RunInput, settler: Settler, proposed: readonly Proposed[]): Fact[] {
  const known = withProposed(input, proposed);
  const standing = standingOf(known);
  const facts = [
    ...proposed.map((each) => proposedFact(contract, each)),
    ...endFacts(contract, input, standing),
    ...refusalFacts(contract, standing, settler),
    ...disputeFacts(contract, input),
    ...witnessFacts(contract, known, standing),
    ...holdFacts(contract, known, standing),
    ...lateFacts(contract, known, standing),
    ...reminderFacts(contract, known, standing, settler, new Set(proposed.map(({ entry }) => entry.statement.period))),
  ];
  return facts.filter(({ on }) => on <= input.asOf).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** What a day itself tells, by the files alone: what is told for the first time on it, and no fact that has been there before. */
export function factsOfToday(contract: string, input: RunInput, settler: Settler): Fact[] {
  return factsOf(contract, input, settler, []).filter(({ on }) => on === input.asOf);
}

/** The note of a week, told once in it. */
export function weeklyFact(weekly: Weekly): Fact {
  const { contract, asOf } = weekly;
  return { contract, keys: [`${contract}/${periodOf(asOf, 'week')}/weekly`], on: asOf, to: 'both', what: { topic: 'weekly', weekly } };
}

/** What a party's channel hears: its own, and what concerns both. */
export function isHeardBy({ to }: Fact, party: Party | 'both'): boolean {
  return party === 'both' || to === 'both' || to === party;
}

function proposedFact(contract: string, proposed: Proposed): Fact {
  const { period, asOf, run } = proposed.entry.statement;
  return { contract, keys: [`${contract}/${period}/proposed/${asOf}/${run}`], on: asOf, to: 'both', what: { topic: 'proposed', proposed } };
}

/** That a party has ended the contract early, told with its notice as long as the contract still runs. */
function endFacts(contract: string, { terms, asOf }: RunInput, { ended }: Standing): Fact[] {
  if (ended === null || ended.on < asOf) return [];
  const keys = [`${contract}/${periodOf(ended.on, terms.contract.calendar.every)}/ended/${ended.file}`];
  return [{ contract, keys, on: ended.noticed, to: 'both', what: { topic: 'due', ended } }];
}

/** That a milestone was refused, and until when it may be asked for again. */
function refusalFacts(contract: string, standing: Standing, settler: Settler): Fact[] {
  return tasksOf(standing, settler).flatMap((refused): Fact[] => {
    if (refused.task !== 'ask' || refused.refused === undefined) return [];
    const { file, on } = refused.refused;
    const keys = [`${contract}/${on}/refused/${file}`];
    return [{ contract, keys, on, to: 'provider', what: { topic: 'due', refused } }];
  });
}

function disputeFacts(contract: string, input: RunInput): Fact[] {
  return standingOf(input).disputes.map((dispute): Fact => {
    const on = input.events.find(({ file }) => file === dispute.file)?.date ?? input.asOf;
    const keys = [`${contract}/${dispute.period}/disputed/${dispute.file}`];
    return { contract, keys, on, to: 'both', what: { topic: 'disputed', dispute } };
  });
}

/** Who has measured a settled period and found it different, as long as no statement has counted it; until when a line of it may be disputed. */
function witnessFacts(contract: string, { events }: RunInput, { asOf, differs = [], disputable }: Standing): Fact[] {
  return differs.map((witness): Fact => {
    const on = events.find(({ file }) => file === witness.file)?.date ?? asOf;
    const until = disputable.find(({ period }) => period === witness.period)?.until ?? null;
    const keys = [`${contract}/${witness.period}/witness/${witness.file}`];
    return { contract, keys, on, to: 'both', what: { topic: 'disputed', witness: { ...witness, until } } };
  });
}

/** Lines that began to be held with one statement are one fact. */
function holdFacts(contract: string, input: RunInput, { holds: held }: Standing): Fact[] {
  const last = lastOf(input);
  if (last === undefined) return [];
  const since = new Map<LocalDate, StandingHold[]>();
  for (const hold of held) {
    const { life } = last.statement.carried.lines.find(({ period, line }) => period === hold.period && line === hold.line) ?? {};
    if (life?.state === 'held') since.set(life.since, [...(since.get(life.since) ?? []), hold]);
  }
  return [...since].map(([on, holds]): Fact => {
    const keys = holds.map(({ period, line }) => `${contract}/${period}/held/${line}/${on}`);
    return { contract, keys, on, to: 'both', what: { topic: 'held', holds } };
  });
}

/** Facts that a statement found incomplete: told with each statement that finds them so. */
function lateFacts(contract: string, input: RunInput, { stale }: Standing): Fact[] {
  const last = lastOf(input);
  if (last === undefined || stale.length === 0) return [];
  const { period, asOf } = last.statement;
  const keys = stale.map(({ fact }) => `${contract}/${period}/late_data/${fact}/${asOf}`);
  return [{ contract, keys, on: asOf, to: 'both', what: { topic: 'late_data', period, facts: stale } }];
}

/**
 * Reminders of this day, and of the days before it on which nothing may have run, as far as what they remind of still stands: with the
 * days that are left now. Several of one thing are one fact. What is only proposed is to be looked at, and not to be paid.
 * @param unaccepted periods that are proposed: their days to dispute run before silence accepts them
 */
function reminderFacts(contract: string, input: RunInput, standing: Standing, settler: Settler, unaccepted: ReadonlySet<PeriodId>): Fact[] {
  const still = new Map(agendaOf(input, standing, settler).map((entry) => [`${entry.key}/${entry.on}`, entry]));
  const found = new Map<string, Fact>();
  for (let back = CATCH_UP_DAYS - 1; back >= 0; back -= 1) {
    const on = addDays(input.asOf, -back);
    for (const reminder of remindersOf({ ...input, asOf: on }, settler)) {
      const place = `${reminder.entry.key}/${reminder.entry.on}`;
      const entry = back === 0 ? reminder.entry : still.get(place);
      if (entry === undefined || isPaymentOf(entry, unaccepted)) continue;
      const earlier = found.get(place);
      const keys = [...(earlier?.keys ?? []), `${contract}/${reminder.key}`];
      const what: FactOf = { topic: topicOf(reminder), entry, inDays: reminder.inDays - back };
      found.set(place, { contract, keys, on, to: reminder.to === 'either' ? 'both' : reminder.to, what });
    }
  }
  return [...found.values()];
}

function isPaymentOf({ what }: AgendaEntry, periods: ReadonlySet<PeriodId>): boolean {
  return 'task' in what && isMoney(what) && what.period !== null && periods.has(what.period);
}

function topicOf({ entry: { what } }: Reminder): 'due' | 'disputed' | 'held' | 'duty' {
  if ('day' in what) return what.day === 'duty' ? 'duty' : 'due';
  switch (what.task) {
    case 'duty':
    case 'claim':
      return 'duty';
    case 'resolve':
      return 'disputed';
    case 'deliver':
    case 'review':
    case 'acknowledge':
      return 'held';
    default:
      return 'due';
  }
}

/** The same with what is proposed as if it were settled: what it holds, and which data it found late. */
function withProposed(input: RunInput, proposed: readonly Proposed[]): RunInput {
  const entries = proposed.map(({ entry }) => entry).filter(({ statement }) => !has(input.ledger, statement.period));
  return { ...input, ledger: [...input.ledger, ...entries] };
}

function has(ledger: readonly LedgerEntry[], period: PeriodId): boolean {
  return ledger.some(({ statement }) => statement.period === period);
}

function lastOf({ ledger, asOf }: RunInput): LedgerEntry | undefined {
  return ledger.findLast(({ statement }) => statement.asOf <= asOf);
}
