import { type Every, type LocalDate, type PeriodId, periodDays, periodOf } from '../kernel/calendar.js';
import type { LedgerEntry } from './ledger-entry.js';
import { eventsAsOf, isOver, type RunInput } from './run.js';
import { periodsBetween, type Target, targetAfter, timeline } from './timeline.js';

/*
 * Settlement as pull requests (section 6): which periods have one, and what the next step is for each. A step is decided from
 * what is there alone, so that a run which was cut short, repeated or overtaken goes on where things stand.
 */

/**
 * - `draft`: it has begun and is not due: its scorecard is shown.
 * - `due`: its statement is proposed.
 * - `waits`: it is due, but a period before it is not accepted.
 */
export type Turn = 'draft' | 'due' | 'waits';

export interface PlannedPeriod {
  readonly period: PeriodId;
  readonly turn: Turn;
  readonly dueOn: LocalDate;
  /** The period that is to be accepted before this one is proposed; null for the first that is not. */
  readonly after: PeriodId | null;
}

/** Every period that has begun and is not settled, in order; only the first can be proposed. */
export function planPeriods(input: RunInput): PlannedPeriod[] {
  const { asOf } = input;
  const begun = targetsAhead(input).filter((target) => begins(input, target) <= asOf);
  return begun.map(({ period, dueOn }, at) => {
    const turn: Turn = dueOn > asOf ? 'draft' : at === 0 ? 'due' : 'waits';
    return { period, turn, dueOn, after: at === 0 ? null : (begun[0]?.period ?? null) };
  });
}

/** What is settled after the last statement, in order: every period of the term, and the tails that come whatever statements say by then. */
export function targetsAhead(input: RunInput): Target[] {
  const { terms, asOf, ledger } = input;
  if (isOver(input)) return [];
  const line = timeline(terms.contract, eventsAsOf(input.events, asOf));
  const last = line.periods.at(-1)?.id ?? null;
  const targets: Target[] = [];
  let target = targetAfter(terms.contract, line, ledger.at(-1)?.statement.period ?? null);
  while (target !== null && (targets.length === 0 || isCertain(input, target, last))) {
    targets.push(target);
    target = targetAfter(terms.contract, line, target.period);
  }
  return targets;
}

function begins({ terms }: RunInput, { inForce, period }: Target): LocalDate {
  return inForce?.inForce.from ?? periodDays(period, terms.contract.calendar.every)?.from ?? '9999-12-31';
}

/** Whether a tail will come whatever the statements before it say: those of the true-up window do. */
function isCertain({ terms }: RunInput, { inForce, period }: Target, last: PeriodId | null): boolean {
  const { every, trueUpPeriods } = terms.contract.calendar;
  return inForce !== null || (last !== null && periodsBetween(last, period, every) <= trueUpPeriods);
}

/** What the settlement branch of a period holds, as far as this account has put it there. */
export interface BranchState {
  readonly head: string;
  /** The proposed statement with its frozen evidence. */
  readonly proposed: LedgerEntry | null;
  /** The date of the preview that is shown. */
  readonly previewedOn: LocalDate | null;
  /** Whether the head itself is this account's: what others have pushed is never built on. */
  readonly own: boolean;
  /** Whether the default branch has since changed what an approval rests on. */
  readonly behind: boolean;
  /** Whether this engine still writes the proposed statement as it stands; true where there is none. */
  readonly replays: boolean;
}

export interface PullRequestState {
  /** `lost`: the forge calls it merged, and its files never arrived. */
  readonly state: 'open' | 'closed' | 'merged' | 'lost';
  readonly draft: boolean;
  /** The head as the pull request has it; of a closed one as it was then. */
  readonly head: string;
  readonly labelled: boolean;
}

export interface ProposalState {
  readonly branch: BranchState | null;
  /** This account's open pull request of the branch, else its newest. */
  readonly pullRequest: PullRequestState | null;
  /** Whether somebody else has a pull request of the branch open: then this account can open none. */
  readonly occupied: boolean;
  /** Where this account left the branch that somebody has deleted since; null where it is there, or never was. */
  readonly gone: string | null;
}

/** What is asked for and known besides. */
export interface StepContext {
  readonly asOf: LocalDate;
  /** How often the scorecard is shown. */
  readonly rhythm: Every;
  /** Whether an event counts by now that the proposed statement has not counted. */
  readonly newEvents: boolean;
  /** Whether both parties have agreed to measure it anew since it was proposed. */
  readonly remeasure: boolean;
}

/**
 * - `preview`, `propose`: writes the scorecard, the statement, with what is measured now.
 * - `recompute`: writes the statement again on its frozen evidence.
 * - `update`: writes the proposed files again, on the default branch as it is now.
 * - `displace`: closes what somebody else has opened in its place.
 * - `open`, `ready`, `label`: of the pull request.
 * - `report`: all is there; the comment says what the branch holds.
 * - `restore`, `reopen`: puts back what somebody has taken away: the branch, the pull request.
 * - `accepted`: it has been merged meanwhile; `wait`: nothing is to be done before an earlier period is accepted.
 */
export type Step =
  | 'preview'
  | 'propose'
  | 'recompute'
  | 'update'
  | 'displace'
  | 'open'
  | 'ready'
  | 'label'
  | 'report'
  | 'restore'
  | 'reopen'
  | 'accepted'
  | 'wait';

/** The next step of one period: what is there decides, not what this run has done. */
export function nextStep(planned: PlannedPeriod, { branch, pullRequest, occupied, gone }: ProposalState, context: StepContext): Step {
  if (occupied) return 'displace';
  if (pullRequest?.state === 'merged') return 'accepted';
  const lost = pullRequest?.state === 'lost';
  // Deleting the branch and closing the pull request object to nothing: a dispute does.
  if (branch === null && gone !== null && !lost) return 'restore';
  // A branch that stands where its pull request was lost, or where others have put it since, says nothing new.
  const used = lost && branch !== null && (branch.head === pullRequest?.head || !branch.own);
  const content = planned.turn === 'due' ? proposalStep(branch, used, context) : previewStep(planned, branch, used, context);
  if (content !== null) return content;
  if (pullRequest === null || lost) return 'open';
  if (pullRequest.state === 'closed') return 'reopen';
  if (pullRequest.draft && branch?.proposed != null) return 'ready';
  return pullRequest.labelled ? 'report' : 'label';
}

function proposalStep(branch: BranchState | null, used: boolean, { newEvents, remeasure }: StepContext): Step | null {
  if (branch === null || branch.proposed === null || used || remeasure) return 'propose';
  if (newEvents || !branch.replays) return 'recompute';
  return branch.behind || !branch.own ? 'update' : null;
}

function previewStep({ turn }: PlannedPeriod, branch: BranchState | null, used: boolean, context: StepContext): Step | null {
  // Proposed on a later date than this run reckons with: it stays.
  if (branch?.proposed != null && !used) return null;
  if (branch === null && turn === 'waits') return 'wait';
  if (branch === null || branch.previewedOn === null || used) return 'preview';
  const shown = periodOf(branch.previewedOn, context.rhythm);
  return shown < periodOf(context.asOf, context.rhythm) ? 'preview' : null;
}

/** Whether an event that is not counted yet asks for the proposed statement's period to be measured anew. */
export function isRemeasured(proposed: LedgerEntry, input: Pick<RunInput, 'events' | 'asOf'>): boolean {
  const fresh = new Set(newEvents(proposed, input));
  const { period } = proposed.statement;
  return input.events.some((event) => event.kind === 'remeasure' && event.period === period && fresh.has(event.file));
}

/** Events that count by now and that the proposed statement has not counted, by file name. */
export function newEvents({ statement }: LedgerEntry, input: Pick<RunInput, 'events' | 'asOf'>): string[] {
  const counted = new Set(statement.events.map(({ file }) => file));
  return eventsAsOf(input.events, input.asOf).flatMap(({ file }) => (counted.has(file) ? [] : [file]));
}
