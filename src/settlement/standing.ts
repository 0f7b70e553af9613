import { type DutyOutcome, dutyOutcomes } from '../attainment/duties.js';
import type { Cause } from '../attainment/value.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import { isAcknowledged, isReleased, type UpToDay } from './acknowledged.js';
import { isDisputable } from './disputable.js';
import { escalatedOn, fixedBy, isAbout, lapseDate, trueUpId } from './disputes.js';
import { type FiledSince, filedSince } from './filed-since.js';
import { decidingDay } from './holds.js';
import { type CarriedLine, costsOf, countsFrom } from './line-life.js';
import { askableMilestones, openRequests, type StandingMilestone, type StandingRequest } from './milestones.js';
import type { StatementBody } from './model.js';
import { openOn } from './open-again.js';
import { planPeriods } from './proposal.js';
import { madeIn, refundsOf } from './refunds.js';
import { eventsAsOf, isOver, type RunInput } from './run.js';
import { type EarlyEnd, earlyEnd, type Timeline, timeline } from './timeline.js';

/*
 * Where a contract stands on a day: what its files alone say, without any data. Everything is derived from terms, events and
 * statements, so that whoever has a clone sees the same.
 */

/** A statement as far as it is still to be paid or disputed. */
export type Settled = Pick<StatementBody, 'period' | 'asOf' | 'run' | 'total' | 'disputableUntil' | 'dueOn' | 'final'>;

/** Something that is open of a statement, and whether its day has passed. */
export type OpenAmount = StatementBody['open'][number] & { readonly overdue: boolean };

export interface StandingDispute {
  readonly file: string;
  readonly party: Party;
  readonly period: PeriodId;
  readonly line: string;
  readonly claimed: string;
  /** In the words of whoever filed it. */
  readonly reason: string;
  readonly lapsesOn: LocalDate;
  /** The day on which it was put to the expert; absent where it was not. */
  readonly escalatedOn?: LocalDate;
}

/** A line that is held: why, for want of whose data or which review, and from which day on the statement that decides it can be made. */
export interface StandingHold {
  readonly period: PeriodId;
  readonly line: string;
  readonly causes: readonly StandingCause[];
  readonly statements: number;
  readonly decidedFrom: LocalDate;
}

/** What holds a line; `released` by a review that was filed since the last statement, and that the next one counts. */
export type StandingCause = Cause & { readonly released?: true };

/** A large true-up that no statement has counted: for whose review it waits, and from which day on it counts without one. */
export interface StandingWait {
  readonly line: string;
  readonly party: Party;
  readonly moves: string;
  readonly until: LocalDate;
  /** The party has acknowledged it since the last statement: the next one counts it. */
  readonly acknowledged?: true;
  /** Its dispute that is open, and the day on which that lapses: until then it counts neither by its day nor by a review. */
  readonly disputed?: { readonly file: string; readonly lapsesOn: LocalDate };
}

export interface StandingDuty {
  readonly id: string;
  readonly period: PeriodId;
  readonly owes: Party;
  readonly dueOn: LocalDate;
  readonly state: DutyOutcome['state'];
  /** The day on which it was done, after its own; null where nobody says so. */
  readonly doneOn: LocalDate | null;
  /** Until when it may be claimed to be late; null where no claim is needed. */
  readonly claimUntil: LocalDate | null;
}

/** Data that the last statement found incomplete. */
export interface StaleFact {
  readonly fact: string;
  readonly custodian: Party | null;
  readonly freshAt: string | null;
}

export interface Standing extends FiledSince {
  readonly contract: string;
  readonly currency: string;
  readonly asOf: LocalDate;
  readonly state: 'not_begun' | 'running' | 'over' | 'final';
  /** Who has ended the term early, and its last day in force; null where nobody has. */
  readonly ended: EarlyEnd | null;
  /** The period that the day lies in, and from when on it can be settled. */
  readonly running: { readonly period: PeriodId; readonly from: LocalDate; readonly to: LocalDate; readonly settlesOn: LocalDate } | null;
  /** Periods that have ended and have no statement, oldest first: from their day on each is settled. */
  readonly unsettled: readonly NonNullable<Standing['running']>[];
  /** The last statement of the ledger. */
  readonly settled: Settled | null;
  /** Periods that are due and in no ledger yet, oldest first. */
  readonly due: readonly { readonly period: PeriodId; readonly since: LocalDate }[];
  /** What is settled next where nothing is due. */
  readonly next: { readonly period: PeriodId; readonly on: LocalDate } | null;
  /** Σ totals − Σ payments up to the day; positive: the brand owes. */
  readonly balance: string;
  readonly open: readonly OpenAmount[];
  /** What of statements in the brand's favour is still to be paid back or set off, oldest first. */
  readonly refunds: readonly OpenAmount[];
  /** Statements of which a line may still be disputed. */
  readonly disputable: readonly { readonly period: PeriodId; readonly until: LocalDate }[];
  readonly disputes: readonly StandingDispute[];
  readonly holds: readonly StandingHold[];
  readonly waits: readonly StandingWait[];
  readonly duties: readonly StandingDuty[];
  readonly milestones: readonly StandingMilestone[];
  readonly requests: readonly StandingRequest[];
  /**
   * The last day to hand over what the contract lists, from the term's end, or as soon as it is ended early, to the last statement; null
   * before, after, and where nothing is agreed.
   */
  readonly handover: LocalDate | null;
  readonly stale: readonly StaleFact[];
}

/**
 * Where a contract stands at `asOf`, by its own files. Of statements made later it is only known that nothing is left to be done for their
 * periods; what they say is not of that day.
 */
export function standingOf({ ledger: all, ...given }: RunInput): Standing {
  const ledger = all.filter(({ statement }) => statement.asOf <= given.asOf);
  const settledLater = new Set(all.filter((entry) => !ledger.includes(entry)).map(({ statement }) => statement.period));
  const input = { ...given, ledger };
  const { terms, asOf, settledOnly } = input;
  const { contract } = terms;
  const events = eventsAsOf(input.events, asOf);
  const line = timeline(contract, events);
  // of what is still to be settled the terms of before say nothing
  const planned = settledOnly === true ? [] : planPeriods(input);
  const running = settledOnly === true ? undefined : line.periods.find(({ inForce }) => inForce.from <= asOf && asOf <= inForce.to);
  const last = ledger.at(-1)?.statement ?? null;
  const draft = planned.find(({ turn }) => turn === 'draft');
  const filed: UpToDay = { contract, events, ledger, timeline: line };
  const made = madeIn(ledger);
  const { balance, open } = openOn(made, events, asOf, contract);
  const dated = (each: StatementBody['open'][number]) => ({ ...each, overdue: each.dueOn !== null && each.dueOn < asOf });
  const disputes = openDisputes(contract, events, asOf);
  return {
    contract: contract.id,
    currency: contract.currency,
    asOf,
    state: isOver(input) ? 'final' : asOf < contract.term.from ? 'not_begun' : asOf > line.end ? 'over' : 'running',
    ended: earlyEnd(contract, line),
    running:
      running === undefined ? null : { ...ofPeriod(running), settlesOn: addDays(running.inForce.to, contract.calendar.lockAfterDays) },
    unsettled: planned.flatMap(({ period, dueOn }) => {
      const own = line.periods.find(({ id, inForce }) => id === period && inForce.to < asOf);
      return own === undefined || settledLater.has(period) ? [] : [{ ...ofPeriod(own), settlesOn: dueOn }];
    }),
    settled: last === null ? null : settledOf(last),
    due: planned
      .filter(({ turn, period }) => turn !== 'draft' && !settledLater.has(period))
      .map(({ period, dueOn }) => ({ period, since: dueOn })),
    next: draft === undefined ? null : { period: draft.period, on: draft.dueOn },
    balance,
    open: open.map(dated),
    refunds: refundsOf(made, events, asOf, contract.currency).map(dated),
    disputable: ledger
      .filter(({ statement }) => statement.disputableUntil >= asOf && isDisputable(statement))
      .map(({ statement }) => ({ period: statement.period, until: statement.disputableUntil })),
    disputes,
    holds: last === null ? [] : last.carried.lines.flatMap((each) => holdOf(filed, each, last.period, asOf)),
    waits: (last?.carried.lines ?? []).flatMap((each) => waitOf(filed, each, disputes)),
    ...(settledOnly === true
      ? { duties: [], milestones: [], requests: [], handover: null }
      : {
          duties: dutiesOf(filed, new Set(all.map(({ statement }) => statement.period)), asOf),
          milestones: askableMilestones(contract, events, asOf),
          requests: openRequests(contract, events, last?.carried.lines ?? [], asOf),
          handover: handoverOn(contract, line, { asOf, isFinal: isOver(input) }),
        }),
    ...filedSince(events, new Set(last?.events.map(({ file }) => file)), asOf, contract.currency),
    stale: (last?.facts ?? [])
      .filter(({ complete }) => !complete)
      .map(({ id, freshAt }) => ({
        fact: id,
        custodian: terms.definitions.facts.find((fact) => fact.id === id)?.custodian ?? null,
        freshAt,
      })),
  };
}

function ofPeriod({ id, inForce }: { readonly id: PeriodId; readonly inForce: { readonly from: LocalDate; readonly to: LocalDate } }) {
  return { period: id, from: inForce.from, to: inForce.to };
}

function settledOf({ period, asOf, run, total, disputableUntil, dueOn, final }: StatementBody): Settled {
  return { period, asOf, run, total, disputableUntil, dueOn, final };
}

function openDisputes(contract: Contract, events: readonly ContractEvent[], asOf: LocalDate): StandingDispute[] {
  return events.flatMap((event) => {
    if (event.kind !== 'dispute') return [];
    if (fixedBy(event, events) !== null) return [];
    const lapsesOn = lapseDate(event, events, contract.disputes.days);
    const { file, party, period, line, claimed, reason } = event;
    const escalated = escalatedOn(event, events, contract.disputes.days);
    const more = escalated === null ? {} : { escalatedOn: escalated };
    return lapsesOn > asOf ? [{ file, party, period, line, claimed, reason, lapsesOn, ...more }] : [];
  });
}

function holdOf(filed: UpToDay, { period, line, life }: CarriedLine, settled: PeriodId, asOf: LocalDate): StandingHold[] {
  if (life.state !== 'held') return [];
  const causes = life.causes.map(
    (cause): StandingCause => (isReleased(cause.reason, { period, line }, filed) ? { ...cause, released: true } : cause),
  );
  const decidedFrom = decidingDay(filed.contract, filed.timeline, life, settled, asOf);
  return [{ period, line, causes, statements: life.statements, decidedFrom }];
}

function waitOf(filed: UpToDay, { period, line, life }: CarriedLine, disputes: readonly StandingDispute[]): StandingWait[] {
  if (life.state !== 'waiting') return [];
  const until = countsFrom(life, filed.contract.acceptance.days);
  const wait = { line: trueUpId(period, line), party: costsOf(life), moves: life.moves, until };
  // the last that ends keeps it
  const open = disputes.filter((each) => isAbout(each, period, line)).sort((a, b) => (a.lapsesOn < b.lapsesOn ? -1 : 1));
  const last = open.at(-1);
  return [
    {
      ...wait,
      ...(isAcknowledged(life, { period, line }, filed) ? { acknowledged: true as const } : {}),
      ...(last === undefined ? {} : { disputed: { file: last.file, lapsesOn: last.lapsesOn } }),
    },
  ];
}

/** Duties that are still due or open to a claim, late ones of the running period, and those that nobody has done before it is settled. */
function dutiesOf({ contract, events, timeline: { periods } }: UpToDay, settled: ReadonlySet<PeriodId>, asOf: LocalDate): StandingDuty[] {
  if (contract.duties.length === 0) return [];
  return periods.flatMap((period) => {
    const { from, to } = period.inForce;
    if (from > asOf || (addDays(to, contract.acceptance.days) < asOf && settled.has(period.id))) return [];
    return dutyOutcomes(contract, events, period, asOf)
      .filter(({ state, claimUntil, doneOn }) => {
        if (state === 'done') return false;
        if (asOf <= to || (state === 'unclaimed' && claimUntil !== null && asOf <= claimUntil)) return true;
        return state === 'late' && doneOn === null && !settled.has(period.id);
      })
      .map(({ duty, dueOn, state, doneOn, claimUntil }) => {
        return { id: duty.id, period: period.id, owes: duty.owes, dueOn, state, doneOn, claimUntil };
      });
  });
}

interface Ending {
  readonly asOf: LocalDate;
  readonly isFinal: boolean;
}

/**
 * Whoever knows that the term ends early can hand over before it does. No event says that a handover is complete: it is told as long as
 * anything else of the contract is.
 */
function handoverOn({ exit }: Contract, { end, termination }: Timeline, { asOf, isFinal }: Ending): LocalDate | null {
  if (exit === null || (asOf <= end && termination === null)) return null;
  const until = addDays(end, exit.handoverDays);
  return asOf <= until || !isFinal ? until : null;
}
