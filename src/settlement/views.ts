import { type Attainment, attain } from '../attainment/attain.js';
import { lateDuties } from '../attainment/duties.js';
import { isExclusion, touches } from '../attainment/exclusions.js';
import type { ContractEvent, EventOf, Terms } from '../contract/model.js';
import type { Evidence, EvidencePeriod } from '../evidence/model.js';
import type { LocalDate, PeriodId, ZoneLike } from '../kernel/calendar.js';
import type { TermPeriod } from '../kernel/period.js';
import { recordedZone } from '../kernel/zone-record.js';
import { type LedgerEntry, lastEvidence } from './ledger-entry.js';
import { periodInForce, periodsBetween, type Target, type Timeline } from './timeline.js';

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

/** One period as this statement sees it. */
export interface PeriodView {
  readonly period: TermPeriod;
  readonly terms: Terms;
  readonly evidence: EvidencePeriod;
  readonly attainment: Attainment;
  /** The period that is settled now. */
  readonly own: boolean;
  /** Outside the true-up window, measured only for its held lines: nothing else in it may change. */
  readonly restricted: boolean;
  /** Measured now, not on older evidence. */
  readonly measured: boolean;
  readonly exclusions: readonly EventOf<'exclusion'>[];
}

/** Whether a period is measured again because it lies in the window before the target. */
export function inWindow(terms: Terms, period: PeriodId, target: PeriodId): boolean {
  const { every, trueUpPeriods } = terms.contract.calendar;
  return periodsBetween(period, target, every) <= trueUpPeriods;
}

/** The exclusions that count in a period. */
export function exclusionsIn(events: readonly ContractEvent[], period: TermPeriod, zone: ZoneLike): EventOf<'exclusion'>[] {
  return events
    .filter(isExclusion)
    .filter(
      (event) => touches(event, period.inForce, zone) || (event.treatment.kind === 'waive' && event.treatment.periods.includes(period.id)),
    );
}

/** The periods in force up to the target, with the days that a settled one was settled for. */
export function periodsUpTo(
  input: Pick<SettlementInput, 'timeline' | 'ledger' | 'target'>,
): { period: TermPeriod; entry: LedgerEntry | null }[] {
  const settled = input.ledger.flatMap((entry) => {
    const { from, to, period } = entry.statement;
    if (from === null || to === null) return [];
    return [{ period: periodInForce(period, entry.terms.contract.calendar.every, { from, to }), entry }];
  });
  const own = input.target.inForce;
  return own === null ? settled : [...settled, { period: own, entry: null }];
}

/** Scores every period up to the target: on evidence measured now where there is any, else on what it was last settled on. */
export function viewPeriods(input: SettlementInput): PeriodView[] {
  const held = new Set((input.ledger.at(-1)?.statement.carried.holds ?? []).map((hold) => hold.period));
  return periodsUpTo(input).map(({ period, entry }) => {
    const terms = entry?.terms ?? input.terms;
    const own = entry === null;
    const fresh = input.evidence.periods.find((candidate) => candidate.period === period.id);
    const evidence = fresh ?? lastEvidence(input.ledger, period.id);
    if (evidence === null) throw new RangeError(`no evidence for ${period.id}`);
    // An exclusion counts for periods still measured: one that was not measured again keeps those it was measured with.
    const files = new Set(evidence.exclusions);
    const zone = recordedZone(evidence.calendar, terms.contract.calendar.timezone);
    const exclusions = exclusionsIn(input.events, period, zone).filter((event) => files.has(event.file));
    const late = lateDuties(terms.contract.duties, input.events, period, input.asOf);
    return {
      period,
      terms,
      evidence,
      attainment: attain(terms, period, evidence, exclusions, late),
      own,
      restricted: !own && !inWindow(input.terms, period.id, input.target.period) && held.has(period.id),
      measured: fresh !== undefined,
      exclusions,
    };
  });
}
