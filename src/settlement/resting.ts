import { type ContractEvent, eventKindOf } from '../contract/event-kinds/event-kinds.js';
import type { Milestone } from '../contract/fee-kinds/milestone.js';
import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { digest } from '../kernel/canonical.js';
import { remembered } from '../kernel/remembered.js';
import { acceptanceDate, acceptanceFacts } from './acceptance.js';
import type { CrossPeriod } from './fee-context.js';
import type { Histories } from './flagged.js';
import { evidenceIn } from './ledger-entry.js';
import { type LifeState, takesMilestone } from './line-life.js';
import type { Carried, StatementBody } from './model.js';
import type { SettledLine } from './recompute.js';
import type { PeriodView, SettlementInput } from './views.js';

/*
 * The state that a statement leaves to the next (periods as a fold). Every statement recomputes the contract from its first period
 * (section 6); but what has left the window, hangs on nothing and was the same in two statements one after the other is the same in
 * the next one too, unless that one knows something which reaches it. Such periods rest: their lines, and what they leave to the
 * periods after them, are handed on. Whenever anything is in doubt there is no state, and all is computed from the first period.
 */

/** The periods at rest, from the first one on without a gap, and what they leave to the others. */
export interface Resting {
  readonly views: readonly PeriodView[];
  /** How many lines they have: the first ones of those that a statement carries. */
  readonly lines: number;
  readonly cross: CrossPeriod;
  /** The days of every measure in them. */
  readonly histories: Histories;
}

/** The state after one statement. */
interface State {
  readonly input: SettlementInput;
  readonly body: StatementBody;
  readonly resting: Resting;
  readonly milestones: string;
}

/** By what a statement carries: the state goes with the very statement that it was computed with, as long as that is kept. */
const states = new WeakMap<Carried, State>();

/** Keeps the state that a statement leaves. */
export function leave(input: SettlementInput, body: StatementBody, resting: Resting): void {
  if (resting.views.length > 0) states.set(body.carried, { input, body, resting, milestones: milestonesKnown(input) });
}

/** The periods that rest in a statement; null where all have to be computed. */
export function restingIn(input: SettlementInput): Resting | null {
  const last = input.ledger.at(-1)?.statement;
  const state = last === undefined ? undefined : states.get(last.carried);
  return state !== undefined && follows(input, state) && !isReached(input, state) ? state.resting : null;
}

/** Whether a statement goes on from the very one that left the state: the same ledger, terms, days in force, and events since. */
function follows({ ledger, terms, events, asOf, timeline, target }: SettlementInput, { input: before, body }: State): boolean {
  const last = ledger.at(-1);
  if (last === undefined || ledger.length !== before.ledger.length + 1) return false;
  const { statement } = last;
  return (
    before.ledger.every((entry, at) => entry === ledger[at]) &&
    last.evidence === before.evidence &&
    last.terms === before.terms &&
    statement.events === body.events &&
    statement.period === body.period &&
    statement.asOf === body.asOf &&
    statement.from === body.from &&
    statement.to === body.to &&
    (terms === before.terms || digest(terms) === digest(before.terms)) &&
    target.period > before.target.period &&
    asOf >= before.asOf &&
    timeline.end === before.timeline.end &&
    timeline.termination === before.timeline.termination &&
    isWithin(before.events, events)
  );
}

/** Whether all of some events are among others, in the same order. */
function isWithin(some: readonly ContractEvent[], all: readonly ContractEvent[]): boolean {
  let at = 0;
  for (const event of all) if (event === some[at]) at += 1;
  return at === some.length;
}

/** Whether something that the statement knows, and the one before it did not, may move a line at rest. */
function isReached(input: SettlementInput, { input: before, resting, milestones }: State): boolean {
  if (resting.views.some(({ period }) => evidenceIn(input, period.id) !== null)) return true;
  const known = new Set(before.events);
  const periods = new Set(resting.views.map(({ period }) => period.id));
  return (
    input.events.some((event) => reaches(event, input.events, periods, known, before.target.period)) ||
    milestones !== milestonesKnown(input)
  );
}

function reaches(
  event: ContractEvent,
  all: readonly ContractEvent[],
  periods: ReadonlySet<PeriodId>,
  known: ReadonlySet<ContractEvent>,
  settled: PeriodId,
): boolean {
  if (event.kind === 'dispute') {
    // One of a true-up that a later statement lists counts from that statement on.
    const isNew = !known.has(event) || event.period > settled;
    return isNew && (periods.has(event.period) || periods.has(event.line.split('/')[1] ?? ''));
  }
  if (known.has(event)) return false;
  if (event.kind === 'resolution' || event.kind === 'escalation') {
    const about = all.find(({ file }) => file === event.answers);
    return about?.kind !== 'dispute' || periods.has(about.period) || periods.has(about.line.split('/')[1] ?? '');
  }
  return eventKindOf(event).reachesRest;
}

/** When each milestone counts as accepted, and which period has taken it: whatever of this changes may move lines of any period. */
function milestonesKnown(input: SettlementInput): string {
  const all = [...new Set([...input.ledger.map(({ terms }) => terms), input.terms])];
  const milestones = all.flatMap((terms) => milestonesOf(terms).map((fee) => ({ fee, of: all.indexOf(terms) })));
  if (milestones.length === 0) return '';
  const facts = acceptanceFacts(input.terms.contract, input);
  const accepted = milestones.map(({ fee, of }) => [of, fee.id, acceptanceDate(fee, facts)]);
  const lines = input.ledger.at(-1)?.statement.carried.lines ?? [];
  const taken = lines.filter(({ kind, life }) => kind === 'milestone' && takesMilestone(life));
  return JSON.stringify([accepted, taken.map(({ line, period, life }) => [line, period, life.state])]);
}

const milestonesOf = remembered(({ contract }: Terms): readonly Milestone[] =>
  contract.fees.filter((fee): fee is Milestone => fee.kind === 'milestone'),
);

/** States that the same facts lead back to; the others wait for a day or an end. */
const STEADY: ReadonlySet<LifeState> = new Set(['settled', 'accepted', 'decided', 'resolved']);

/**
 * Whether a period rests from the next statement on: nothing of it was measured for this one, and every line of it stands as the
 * statement before left it, undisputed, on what no later review can make known.
 */
export function comesToRest(view: PeriodView, lines: readonly SettledLine[]): boolean {
  const isSteady = ({ life, dispute, isAsBefore, raw }: SettledLine) =>
    isAsBefore && dispute === null && STEADY.has(life.state) && !raw.causes.some(({ reason }) => reason.code === 'unreviewed');
  return !view.own && !view.open && view.fresh === null && !view.over && lines.every(isSteady);
}

/** What periods have left so far, for the next statement to go on from. */
export function crossAfter(cross: CrossPeriod): CrossPeriod {
  return {
    bases: new Map([...cross.bases].map(([line, bases]) => [line, new Map(bases)])),
    capped: cross.capped,
    draw: cross.draw,
    milestones: new Map(cross.milestones),
    pendingMilestones: new Map(cross.pendingMilestones),
  };
}
