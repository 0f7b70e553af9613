import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { Evidence } from '../evidence/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import type { MeasurementRequest } from '../query/request.js';
import { hasNewCorrections } from './corrections.js';
import { isAbout } from './disputes.js';
import { carriedLines, type LedgerEntry, lastEvidence } from './ledger-entry.js';
import { planMeasurement } from './measurement.js';
import type { Statement, StatementBody } from './model.js';
import type { Grounds } from './seal-statement.js';
import { settle } from './settle.js';
import { sharingWith } from './shared-evidence.js';
import { type Target, type Timeline, targetAfter, timeline } from './timeline.js';

/** A contract with its history, before anything is measured. */
export interface RunInput {
  readonly terms: Terms;
  /** Every event known; those dated after `asOf` do not count. */
  readonly events: readonly ContractEvent[];
  readonly ledger: readonly LedgerEntry[];
  readonly asOf: LocalDate;
  /** The contract cannot be read: `terms` are those of its last statement, and only what statements have fixed is told. */
  readonly settledOnly?: true;
}

/** What a run will settle and what it measures for it. */
export interface RunPlan {
  readonly targets: readonly Target[];
  /** Null when there is nothing to settle. */
  readonly request: MeasurementRequest | null;
}

/** Events that count on a date: from the date in the file's name. */
export function eventsAsOf(events: readonly ContractEvent[], asOf: LocalDate): ContractEvent[] {
  return events.filter((event) => event.date <= asOf).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

type Included = (target: Target) => boolean;

/** Targets in order, as long as `include` holds; tails are planned one at a time, since only settling tells which is final. */
function targetsWhile(input: RunInput, line: Timeline, include: Included): Target[] {
  const targets: Target[] = [];
  let last = input.ledger.at(-1)?.statement.period ?? null;
  for (;;) {
    const target = targetAfter(input.terms.contract, line, last);
    if (target === null || !include(target)) return targets;
    targets.push(target);
    if (target.inForce === null && targets.length > MOST_TAILS + line.periods.length) return targets;
    last = target.period;
  }
}

/** Tails that one run may plan ahead: more than any hold or dispute can ask for between two runs. */
const MOST_TAILS = 600;

/** All that is due at `asOf`, or (`until`) every period up to one, due or not, for a preview. */
export function planRun(input: RunInput, until: PeriodId | null): RunPlan {
  const events = eventsAsOf(input.events, input.asOf);
  const line = timeline(input.terms.contract, events);
  // What is due on a day before the last statement's has been settled with it.
  const isBack = until === null && input.asOf < (input.ledger.at(-1)?.statement.asOf ?? input.asOf);
  if (isOver(input) || isBack) return { targets: [], request: null };
  const include: Included = until === null ? (target) => target.dueOn <= input.asOf : (target) => target.period <= until;
  const targets = targetsWhile(input, line, include);
  if (targets.length === 0) return { targets, request: null };
  return { targets, request: planMeasurement({ ...input, events, timeline: line }, targets) };
}

/** Only the first of all that is due: what is settled one after the other, each after the one before it was accepted. */
export function planNext(input: RunInput): RunPlan {
  const [next] = planRun(input, null).targets;
  if (next === undefined) return { targets: [], request: null };
  const events = eventsAsOf(input.events, input.asOf);
  const line = timeline(input.terms.contract, events);
  return { targets: [next], request: planMeasurement({ ...input, events, timeline: line }, [next]) };
}

/** Whether nothing is left to settle: after the final statement, as long as nothing brings tails back. */
export function isOver(input: RunInput): boolean {
  const last = input.ledger.at(-1)?.statement;
  return last?.final === true && !isReopened(input, eventsAsOf(input.events, input.asOf), last.period);
}

/** A dispute that came in time, or a correction, but after the final statement: tails go on, when they are due, until one is final again. */
function isReopened({ terms, ledger }: RunInput, events: readonly ContractEvent[], last: PeriodId): boolean {
  const counted = new Set(ledger.flatMap((entry) => entry.statement.events.map((event) => event.file)));
  const isOfALine = (event: EventOf<'dispute'>) => carriedLines(ledger).some(({ period, line }) => isAbout(event, period, line));
  if (events.some((event) => event.kind === 'dispute' && !counted.has(event.file) && isOfALine(event))) return true;
  const next = targetAfter(terms.contract, timeline(terms.contract, events), last);
  return next !== null && hasNewCorrections(events, ledger, next);
}

/** Cuts what the whole run measured down to what one statement, settled alone, would have measured. */
export type SliceEvidence = (period: PeriodId, request: MeasurementRequest) => Evidence;

/** Completes a body: digest, rendered document, provenance. Rendering comes later in the flow, so it is an argument. */
export type Seal = (body: StatementBody, grounds: Grounds, before: readonly LedgerEntry[]) => Statement;

/**
 * Settles the planned targets in order, each on the statements before it; stops after the final one. Nothing is written:
 * the caller stores what it wants of the result.
 */
export function settleRun(input: RunInput, plan: RunPlan, slice: SliceEvidence, seal: Seal): LedgerEntry[] {
  const events = eventsAsOf(input.events, input.asOf);
  const line = timeline(input.terms.contract, events);
  const produced: LedgerEntry[] = [];
  for (const target of plan.targets) {
    const ledger = [...input.ledger, ...produced];
    const state = { terms: input.terms, events, ledger, asOf: input.asOf, timeline: line };
    const measured = slice(target.period, planMeasurement(state, [target]));
    const evidence = sharingWith(measured, (period) => lastEvidence(ledger, period));
    const body = settle({ ...state, evidence, run: 1, target });
    const grounds = { evidence, terms: input.terms };
    produced.push({ statement: seal(body, grounds, ledger), ...grounds });
    if (body.final) break;
  }
  return produced;
}
