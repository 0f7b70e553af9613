import { type DetectedAnomaly, detectAnomalies } from '../attainment/anomalies.js';
import type { Attainment } from '../attainment/attain.js';
import { touches } from '../attainment/exclusions.js';
import { type DailyValue, dailyValues, measuresOf } from '../attainment/measures.js';
import { type Cause, reason } from '../attainment/value.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { kindOf, type PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { LocalDate } from '../kernel/calendar.js';
import type { TermPeriod } from '../kernel/period.js';
import { remembered } from '../kernel/remembered.js';
import { recordedZone } from '../kernel/zone-record.js';
import type { Anomaly } from './model.js';
import type { PeriodView, Sight } from './views.js';

/** Whether a review acknowledges an anomaly: its id names the day, so whatever period the review is for. */
function isAnomalyReviewed(events: readonly ContractEvent[], id: string): boolean {
  return events.some((event) => event.kind === 'review' && event.acknowledges.includes(id));
}

/**
 * Whether a review acknowledges a reconciliation of a period. Its id names no period: a review is about its own period and
 * those that were over when it was filed, never about one to come.
 */
export function isReviewed(events: readonly ContractEvent[], period: TermPeriod, id: string): boolean {
  return events.some(
    (event) => event.kind === 'review' && event.acknowledges.includes(id) && (event.period === period.id || period.inForce.to < event.date),
  );
}

/**
 * Anomalies of a period on what a line of it stands on, each found on the daily series of all periods up to it. A day inside
 * an agreed exclusion has been looked at by both parties and counts as reviewed.
 */
export function anomaliesIn(
  views: readonly PeriodView[],
  events: readonly ContractEvent[],
): (view: PeriodView, sight: Sight) => readonly Anomaly[] {
  const found = new Map<Sight, readonly Anomaly[]>();
  return (view, sight) => {
    const known = found.get(sight);
    if (known !== undefined) return known;
    const earlier = views.filter((each) => each.period.id < view.period.id).map((each) => each.attainment);
    const anomalies = detectedOn(sight.attainment, earlier, view.period.inForce.from, view.period.inForce.to).map((anomaly) => ({
      ...anomaly,
      reviewed: settledBy(view, sight, events, anomaly),
    }));
    found.set(sight, anomalies);
    return anomalies;
  };
}

/** What stands out in some days of a period, beside those of the periods before it. */
const detectedOn = remembered(
  (own: Attainment, earlier: readonly Attainment[], from: LocalDate, to: LocalDate): readonly DetectedAnomaly[] => {
    const trusted = [...own.words.measures.values()].filter(
      (measure) => !('countDistinct' in measure.aggregate) && isKnown(own, measure.id),
    );
    const series = trusted.map(({ id }) => ({
      measure: id,
      days: [...earlier.flatMap((each) => (isKnown(each, id) ? daysOf(each, id) : [])), ...daysOf(own, id)],
    }));
    return detectAnomalies(series, { from, to });
  },
  (earlier, from, to) => [from, to, ...earlier],
);

/** Days that a stale or repeated export lacks would look like an outage; such data is held anyway. */
function isKnown({ measures }: Attainment, measure: string): boolean {
  return measures.get(measure)?.known === true;
}

function daysOf({ evidence, words }: Attainment, measure: string): readonly DailyValue[] {
  const entry = evidence.measures.find((candidate) => candidate.id === measure);
  return entry === undefined ? [] : dailyValues(entry, words, evidence);
}

function settledBy(view: PeriodView, sight: Sight, events: readonly ContractEvent[], found: DetectedAnomaly): boolean {
  if (isAnomalyReviewed(events, found.id)) return true;
  const day = { from: found.day, to: found.day };
  const zone = recordedZone(sight.evidence.calendar, view.terms.contract.calendar.timezone);
  return sight.exclusions.some((event) => touches(event, day, zone) && event.kpis.some((kpi) => usesMeasure(view, kpi, found.measure)));
}

function usesMeasure(view: PeriodView, kpi: string, measure: string): boolean {
  const metric = view.terms.contract.kpis.find((candidate) => candidate.id === kpi)?.metric;
  return metric !== undefined && measuresOf(view.attainment.words, { metric }).includes(measure);
}

/** What still needs a review before a variable fee of the period is paid; empty where no reviews are agreed. */
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
      .map(({ rule }) => rule.id),
    ...anomalies()
      .filter((anomaly) => !anomaly.reviewed)
      .map((anomaly) => anomaly.id),
  ];
  return flagged.map((id) => ({ reason: reason('unreviewed', { id, period: view.period.id }), party: null }));
}
