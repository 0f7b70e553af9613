import { type DetectedAnomaly, detectAnomalies } from '../attainment/anomalies.js';
import { touches } from '../attainment/exclusions.js';
import { dailyValues, measuresOf } from '../attainment/measures.js';
import { type Cause, reason } from '../attainment/value.js';
import type { ContractEvent } from '../contract/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import type { Rational } from '../kernel/rational.js';
import { recordedZone } from '../kernel/zone-record.js';
import type { PeriodFee } from './fees/compute.js';
import type { Anomaly } from './model.js';
import type { PeriodView } from './views.js';

/** Whether a review of a period acknowledges an anomaly or a reconciliation. */
export function isReviewed(events: readonly ContractEvent[], period: PeriodId, id: string): boolean {
  return events.some((event) => event.kind === 'review' && event.period === period && event.acknowledges.includes(id));
}

/**
 * Anomalies of every period, each found on the daily series of all periods up to it. A day inside an agreed
 * exclusion has been looked at by both parties and counts as reviewed.
 */
export function anomaliesOf(views: readonly PeriodView[], events: readonly ContractEvent[]): Map<PeriodId, readonly Anomaly[]> {
  const series = new Map<string, { day: LocalDate; value: Rational }[]>();
  const found = new Map<PeriodId, readonly Anomaly[]>();
  for (const view of views) {
    const trusted = [...view.attainment.words.measures.values()].filter(
      (measure) => !('countDistinct' in measure.aggregate) && isKnown(view, measure.id),
    );
    for (const { id } of trusted) series.set(id, [...(series.get(id) ?? []), ...daysOf(view, id)]);
    const upToNow = trusted.map(({ id }) => ({ measure: id, days: series.get(id) ?? [] }));
    const anomalies = detectAnomalies(upToNow, view.period.inForce);
    found.set(
      view.period.id,
      anomalies.map((anomaly) => ({ ...anomaly, reviewed: settledBy(view, events, anomaly) })),
    );
  }
  return found;
}

/** Days that a stale or repeated export lacks would look like an outage; such data is held anyway. */
function isKnown(view: PeriodView, measure: string): boolean {
  return view.attainment.measures.get(measure)?.known === true;
}

function daysOf(view: PeriodView, measure: string): { day: LocalDate; value: Rational }[] {
  const entry = view.evidence.measures.find((candidate) => candidate.id === measure);
  return entry === undefined ? [] : dailyValues(view.attainment.words, view.evidence, entry);
}

function settledBy(view: PeriodView, events: readonly ContractEvent[], found: DetectedAnomaly): boolean {
  if (isReviewed(events, view.period.id, found.id)) return true;
  const day = { from: found.day, to: found.day };
  const zone = recordedZone(view.evidence.calendar, view.terms.contract.calendar.timezone);
  return view.exclusions.some((event) => touches(event, day, zone) && event.kpis.some((kpi) => usesMeasure(view, kpi, found.measure)));
}

function usesMeasure(view: PeriodView, kpi: string, measure: string): boolean {
  const metric = view.terms.contract.kpis.find((candidate) => candidate.id === kpi)?.metric;
  return metric !== undefined && measuresOf(view.attainment.words, { metric }).includes(measure);
}

/** Fees that move with what is measured. */
function isVariable(fee: PeriodFee): boolean {
  if (fee.kind === 'milestone') return fee.reach !== null;
  return fee.kind === 'commission' || fee.kind === 'bonus' || fee.kind === 'wager' || fee.kind === 'penalty';
}

/** What still needs a review before a variable fee of the period is paid; empty where no reviews are agreed. */
export function unreviewedCauses(
  view: PeriodView,
  anomalies: readonly Anomaly[],
  fee: PeriodFee,
  events: readonly ContractEvent[],
): Cause[] {
  if (view.terms.contract.review === null || !isVariable(fee)) return [];
  const flagged = [
    ...view.attainment.reconciliations
      .filter(({ rule, breached }) => breached && rule.onBreach === 'flag' && !isReviewed(events, view.period.id, rule.id))
      .map(({ rule }) => rule.id),
    ...anomalies.filter((anomaly) => !anomaly.reviewed).map((anomaly) => anomaly.id),
  ];
  return flagged.map((id) => ({ reason: reason('unreviewed', { id, period: view.period.id }), party: null }));
}
