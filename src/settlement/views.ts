import { type Attainment, attain } from '../attainment/attain.js';
import { type DutyOutcome, dutyOutcomes, lateDuties } from '../attainment/duties.js';
import { isExclusion, touches } from '../attainment/exclusions.js';
import { unknownMeasures } from '../attainment/unknown.js';
import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { Evidence, EvidencePeriod } from '../evidence/model.js';
import { type Every, type LocalDate, minDate, type PeriodId, type ZoneLike } from '../kernel/calendar.js';
import type { TermPeriod } from '../kernel/period.js';
import { remembered } from '../kernel/remembered.js';
import { recordedZone } from '../kernel/zone-record.js';
import { carriedLines, evidenceIn, inWindow, type LedgerEntry, laterEvidence, settledEvidence } from './ledger-entry.js';
import type { CarriedLine } from './line-life.js';
import type { StatementBody } from './model.js';
import { periodInForce, type Target, type Timeline } from './timeline.js';

/** Everything that one statement is computed from; nothing else is read. */
export interface SettlementInput {
  /** The terms of the statement: the current ones. */
  readonly terms: Terms;
  /** The events that count, by file name. */
  readonly events: readonly ContractEvent[];
  /** Earlier statements, ascending. */
  readonly ledger: readonly LedgerEntry[];
  readonly evidence: Evidence;
  readonly asOf: LocalDate;
  readonly run: number;
  readonly timeline: Timeline;
  readonly target: Target;
}

/** A period on one evidence: what a line that stands on it is computed from. */
export interface Sight {
  /** The period of the statement that measured it. */
  readonly of: PeriodId;
  /** The period of the statement whose duties and waivers count: the same, or a later one for which a large true-up waited. */
  readonly knows: PeriodId;
  readonly evidence: EvidencePeriod;
  readonly attainment: Attainment;
  readonly exclusions: readonly EventOf<'exclusion'>[];
  readonly duties: readonly DutyOutcome[];
}

/** One period as this statement sees it: on the evidence that its lines share. */
export interface PeriodView extends Sight {
  readonly period: TermPeriod;
  readonly terms: Terms;
  /** The period that is settled now. */
  readonly own: boolean;
  /** Measured now, and anything in it may change: the own period, and those in the window. */
  readonly open: boolean;
  /** Outside the window and measured for its held lines: nothing else in it may change. */
  readonly restricted: boolean;
  /** The whole of it lies behind a termination that came late: nothing was owed for it. */
  readonly over: boolean;
  /** The period on what was measured now; null where it was not measured. */
  readonly fresh: Sight | null;
  /**
   * The period on what another statement measured of it; that on which the lines settled there stand.
   * @param knows the statement whose duties and waivers count: that one unless said otherwise.
   */
  readonly on: (statement: PeriodId, knows?: PeriodId) => Sight;
  /** What values to date read a measure on: as settled, and what was not known then from what made it known later. */
  readonly toDate: (measure: string) => EvidencePeriod;
}

/** The exclusions that count in a period. */
export function exclusionsIn(events: readonly ContractEvent[], period: TermPeriod, zone: ZoneLike): EventOf<'exclusion'>[] {
  return events
    .filter(isExclusion)
    .filter(
      (event) => touches(event, period.inForce, zone) || (event.treatment.kind === 'waive' && event.treatment.periods.includes(period.id)),
    );
}

/** A period up to the target, and how it stands to the term's end. */
export interface ReachedPeriod {
  readonly period: TermPeriod;
  /** Its statement; null for the target. */
  readonly entry: LedgerEntry | null;
  /** A termination that came late ends it earlier than it was settled for. */
  readonly cut: boolean;
  /** A termination that came late lies before it. */
  readonly over: boolean;
}

const settledPeriod = remembered(
  ({ period, from, to }: StatementBody, every: Every, until: LocalDate): TermPeriod =>
    periodInForce(period, every, { from: from ?? to ?? until, to: until }),
);

/** The periods in force up to the target, with the days that a settled one was settled for, or that a termination left of it. */
export function periodsUpTo({ timeline, ledger, target }: Pick<SettlementInput, 'timeline' | 'ledger' | 'target'>): ReachedPeriod[] {
  const settled = ledger.flatMap((entry): ReachedPeriod[] => {
    const { from, to } = entry.statement;
    if (from === null || to === null) return [];
    const over = timeline.termination !== null && timeline.end < from;
    const cut = !over && timeline.termination !== null && timeline.end < to;
    const until = cut ? minDate(to, timeline.end) : to;
    return [{ period: settledPeriod(entry.statement, entry.terms.contract.calendar.every, until), entry, cut, over }];
  });
  return target.inForce === null ? settled : [...settled, { period: target.inForce, entry: null, cut: false, over: false }];
}

/**
 * Scores every period up to the target: on evidence measured now where there is any, else on what it was last settled on.
 * @param resting the first ones, as an earlier statement saw them, where nothing of that has changed.
 */
export function viewPeriods(input: SettlementInput, resting: readonly PeriodView[] = []): PeriodView[] {
  const others = periodsUpTo(input).slice(resting.length);
  return [...resting, ...others.map((reached) => viewOf(input, reached))];
}

function viewOf(input: SettlementInput, { period, entry, cut, over }: ReachedPeriod): PeriodView {
  const terms = entry?.terms ?? input.terms;
  const own = entry === null;
  const sights = new Map<string, Sight>();
  const sightOf = (of: PeriodId, evidence: EvidencePeriod, knows: PeriodId): Sight => {
    const { events, asOf } = countedBy(input, knows);
    // An exclusion of rows counts for periods still measured: one that was not measured again keeps those it was measured with.
    const files = new Set(evidence.exclusions);
    const isCounted = (event: EventOf<'exclusion'>) => files.has(event.file) || (knows !== of && event.treatment.kind === 'waive');
    const zone = recordedZone(evidence.calendar, terms.contract.calendar.timezone);
    const exclusions = exclusionsIn(events, period, zone).filter(isCounted);
    const duties = dutyOutcomes(terms.contract, events, period, asOf);
    const attainment = attain(terms, period, evidence, exclusions, lateDuties(duties));
    const sight = { of, knows, evidence, exclusions, duties, attainment };
    sights.set(`${of} ${knows}`, sight);
    return sight;
  };
  const measured = over ? null : evidenceIn(input, period.id);
  const fresh = measured === null ? null : sightOf(input.target.period, measured, input.target.period);
  const open = fresh !== null && (own || cut || inWindow(input.terms, period.id, input.target.period));
  const on = (statement: PeriodId, knows = statement): Sight => {
    const found = sights.get(`${statement} ${knows}`);
    if (found !== undefined) return found;
    const then = input.ledger.find((candidate) => candidate.statement.period === statement);
    const evidence = then === undefined ? null : evidenceIn(then, period.id);
    if (evidence === null) throw new RangeError(`no evidence for ${period.id} in ${statement}`);
    return sightOf(statement, evidence, knows);
  };
  const settled = settledEvidence(input.ledger, period.id);
  const main = open || settled === null ? fresh : on(settled.entry.statement.period);
  if (main === null) throw new RangeError(`no evidence for ${period.id}`);
  const later = open ? [] : [...laterEvidence(input.ledger, period.id), ...(measured === null ? [] : [measured])];
  return {
    ...main,
    period,
    terms,
    own,
    open,
    restricted: !open && fresh !== null && holdsALine(input, period.id),
    over,
    fresh,
    on,
    toDate: knownLater(main, terms.definitions.reconcile, later),
  };
}

/** What a statement counted and when: a duty agreed later, like an exclusion, counts for periods still measured only. */
function countedBy({ ledger, events, asOf, target }: SettlementInput, period: PeriodId): Pick<SettlementInput, 'events' | 'asOf'> {
  if (period === target.period) return { events, asOf };
  const statement = ledger.find((entry) => entry.statement.period === period)?.statement;
  if (statement === undefined) throw new RangeError(`no statement of ${period}`);
  const counted = new Set(statement.events.map((event) => event.file));
  return { events: events.filter((event) => counted.has(event.file)), asOf: statement.asOf };
}

/**
 * The statement whose duties and waivers count for a large true-up that waits outside the window: the one that is settled now, if it
 * knows any that the one before did not.
 */
export function knownTo(input: SettlementInput, { id }: TermPeriod, { standsOn, knows = standsOn }: CarriedLine): PeriodId {
  const then = new Set(countedBy(input, knows).events);
  return input.events.some((event) => !then.has(event) && judgesAgain(event, id)) ? input.target.period : knows;
}

/** Whether an event is of what a period's KPIs pay as, without anything being measured. */
export function judgesAgain(event: ContractEvent, period: PeriodId): boolean {
  if (event.kind === 'duty' || event.kind === 'lateness') return event.period === period;
  return event.kind === 'exclusion' && event.treatment.kind === 'waive' && event.treatment.periods.includes(period);
}

function holdsALine({ ledger }: Pick<SettlementInput, 'ledger'>, period: PeriodId): boolean {
  return carriedLines(ledger).some((line) => line.period === period && line.life.state === 'held');
}

/**
 * The evidence that values to date read a measure on: a measure that was undefined when the period was settled, or held by a
 * reconciliation, is read on the first later evidence that knows it, else on the newest. What was known stays.
 */
function knownLater(
  { evidence, attainment }: Pick<Sight, 'evidence' | 'attainment'>,
  rules: Terms['definitions']['reconcile'],
  later: readonly EvidencePeriod[],
): (measure: string) => EvidencePeriod {
  if (later.length === 0) return () => evidence;
  const unknownIn = new Map<EvidencePeriod, ReadonlySet<string>>();
  const knows = (candidate: EvidencePeriod, measure: string): boolean => {
    const unknown = unknownIn.get(candidate) ?? unknownMeasures(attainment.words, rules, candidate);
    unknownIn.set(candidate, unknown);
    return !unknown.has(measure);
  };
  return (measure) => [evidence, ...later].find((candidate) => knows(candidate, measure)) ?? later.at(-1) ?? evidence;
}
