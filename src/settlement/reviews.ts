import { type Cause, reason } from '../attainment/value.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { kindOf, type PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import type { TermPeriod } from '../kernel/period.js';
import { trueUpId } from './disputes.js';
import { measuresOfFee } from './fee-measures.js';
import type { Anomaly } from './model.js';
import type { PeriodView, Sight } from './views.js';

/**
 * Whether a review acknowledges a reconciliation of a period. Its id names no period: a review is about its own period and
 * those that were over when it was filed, never about one to come.
 */
export function isReviewed(events: readonly ContractEvent[], period: TermPeriod, id: string): boolean {
  return events.some(
    (event) => event.kind === 'review' && event.acknowledges.includes(id) && (event.period === period.id || period.inForce.to < event.date),
  );
}

/** The days on which a large true-up waits for a review: from the statement that first listed it until it counts by itself. */
interface WaitingDays {
  readonly since: LocalDate;
  /** The first day on which it counts by itself: a review from then on changes nothing. */
  readonly until: LocalDate;
}

/** Whether the party that a large true-up costs money has acknowledged it in a review while it waited. */
export function isTrueUpReviewed(
  events: readonly ContractEvent[],
  { period, line }: { readonly period: PeriodId; readonly line: string },
  costs: Party,
  { since, until }: WaitingDays,
): boolean {
  const id = trueUpId(period, line);
  return events.some(
    (event) =>
      event.kind === 'review' && event.party === costs && event.date >= since && event.date < until && event.acknowledges.includes(id),
  );
}

/**
 * What still needs a review before a variable fee of the period is paid, as far as the fee uses it; empty where no reviews are agreed. Of
 * numbers that lie apart nobody's data are the cause; where there is nothing to compare, the data of whoever keeps the side that is unknown
 * are: whether somebody reviews that must not decide what those data cost.
 */
export function unreviewedCauses(
  view: PeriodView,
  sight: Sight,
  anomalies: () => readonly Anomaly[],
  fee: PeriodFee,
  events: readonly ContractEvent[],
): Cause[] {
  if (view.terms.contract.review === null || !kindOf(fee).variable(fee)) return [];
  const flagged = [
    ...sight.attainment.reconciliations
      .filter(({ rule, breached }) => breached && rule.onBreach === 'flag' && !isReviewed(events, view.period, rule.id))
      .map(({ rule, measures, gap, causes }) => ({ id: rule.id, measures, parties: gap === null ? partiesIn(causes) : NOBODY })),
    ...anomalies()
      .filter((anomaly) => !anomaly.reviewed)
      .map(({ id, measure }) => ({ id, measures: [measure], parties: NOBODY })),
  ];
  if (flagged.length === 0) return [];
  const used = measuresOfFee(view.terms, view.attainment.words, view.period.id, fee);
  return flagged
    .filter(({ measures }) => measures.some((measure) => used.has(measure)))
    .flatMap(({ id, parties }) => parties.map((party) => ({ reason: reason('unreviewed', { id, period: view.period.id }), party })));
}

const NOBODY: readonly (Party | null)[] = [null];

function partiesIn(causes: readonly Cause[]): readonly (Party | null)[] {
  return causes.length === 0 ? NOBODY : [...new Set(causes.map(({ party }) => party))].sort();
}
