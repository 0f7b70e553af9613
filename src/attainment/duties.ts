import { dutyDueOn, lastClaimDay } from '../contract/duty-days.js';
import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Contract, Duty } from '../contract/model.js';
import { type LocalDate, maxDate } from '../kernel/calendar.js';
import { otherParty, type Party } from '../kernel/party.js';
import type { TermPeriod } from '../kernel/period.js';
import { maximum, type Rational, rational, ZERO } from '../kernel/rational.js';

/** KPI → the late duty that governs it. */
export type LateDuties = ReadonlyMap<string, { readonly owes: Party; readonly duty: string; readonly scoreAs: Rational }>;

/** What has become of a duty that falls due in a period, as far as a day knows. */
export interface DutyOutcome {
  readonly duty: Duty;
  readonly dueOn: LocalDate;
  /**
   * `due`: its day has not passed. `done`: in time. `late`: what it says of late duties applies. `unclaimed`: nothing shows that it
   * was done in time, and the party that it is owed to has not claimed that it was late.
   */
  readonly state: 'due' | 'done' | 'unclaimed' | 'late';
  /** The day on which it counts as done, in time or not; null where nobody says so. */
  readonly doneOn: LocalDate | null;
  /** The claim that it was late, also where it is of no effect. */
  readonly claim: EventOf<'lateness'> | null;
  /** The last day for such a claim; null where none is needed. */
  readonly claimUntil: LocalDate | null;
}

/**
 * The duties that fall due in a period, in the contract's order (section 4). One is done on the later of `on` and the file's date, or
 * on `on` where both parties approved the event. A claim counts that the party it is owed to filed after the due day and within
 * `acceptance.days` after the period's end. None is late before its day has passed.
 */
export function dutyOutcomes(
  contract: Pick<Contract, 'duties' | 'acceptance'>,
  events: readonly ContractEvent[],
  period: TermPeriod,
  asOf: LocalDate,
): readonly DutyOutcome[] {
  return contract.duties.flatMap((duty): DutyOutcome[] => {
    const dueOn = dutyDueOn(duty, period);
    if (dueOn === null) return [];
    const doneOn = firstDone(duty, events, period);
    const claimUntil = duty.lateIf === 'claimed' ? lastClaimDay(contract, period) : null;
    const claim = claimUntil === null ? null : claimOf(duty, events, period, { after: dueOn, until: claimUntil });
    const state = stateOf(dueOn, asOf, doneOn, duty.lateIf === 'unproven' || claim !== null);
    return [{ duty, dueOn, state, doneOn, claim, claimUntil }];
  });
}

function stateOf(dueOn: LocalDate, asOf: LocalDate, doneOn: LocalDate | null, unlessDone: boolean): DutyOutcome['state'] {
  if (doneOn !== null && doneOn <= dueOn) return 'done';
  if (dueOn >= asOf) return 'due';
  return unlessDone ? 'late' : 'unclaimed';
}

function firstDone(duty: Duty, events: readonly ContractEvent[], period: TermPeriod): LocalDate | null {
  const days = events.flatMap((event) => {
    if (event.kind !== 'duty' || event.duty !== duty.id || event.period !== period.id) return [];
    return [event.agreed ? event.on : maxDate(event.on, event.date)];
  });
  return days.sort()[0] ?? null;
}

function claimOf(
  duty: Duty,
  events: readonly ContractEvent[],
  period: TermPeriod,
  { after, until }: { readonly after: LocalDate; readonly until: LocalDate },
): EventOf<'lateness'> | null {
  const owedTo = otherParty(duty.owes);
  const claims = events.filter(
    (event): event is EventOf<'lateness'> =>
      event.kind === 'lateness' &&
      event.duty === duty.id &&
      event.period === period.id &&
      event.party === owedTo &&
      event.date > after &&
      event.date <= until,
  );
  return claims[0] ?? null;
}

/** Which KPIs the late duties of a period govern. Where both parties are late on one KPI neither gains by it: no rule applies. */
export function lateDuties(outcomes: readonly DutyOutcome[]): LateDuties {
  const late = new Map<string, { owes: Party; duty: string; scoreAs: Rational }>();
  const both = new Set<string>();
  for (const { duty, state } of outcomes) {
    if (state !== 'late') continue;
    for (const kpi of duty.ifLate.kpis) {
      const earlier = late.get(kpi);
      if (earlier !== undefined && earlier.owes !== duty.owes) both.add(kpi);
      const scoreAs = maximum(earlier?.scoreAs ?? ZERO, duty.ifLate.scoreAs === null ? ZERO : rational(duty.ifLate.scoreAs));
      late.set(kpi, { owes: duty.owes, duty: duty.id, scoreAs });
    }
  }
  for (const kpi of both) late.delete(kpi);
  return late;
}
