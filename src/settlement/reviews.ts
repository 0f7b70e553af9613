import { anomaliesOf, type DetectedAnomaly } from '../attainment/anomalies.js';
import type { Attainment } from '../attainment/attain.js';
import { type DailyHistory, NO_DAYS, withDays } from '../attainment/daily-history.js';
import { touches } from '../attainment/exclusions.js';
import { type DailyValue, dailyValues, measuresOf } from '../attainment/measures.js';
import { type Cause, reason } from '../attainment/value.js';
import { watchedOnly } from '../attainment/watched.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { kindOf, type PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { DateRange } from '../kernel/calendar.js';
import type { TermPeriod } from '../kernel/period.js';
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

/** Histories of the measures of some periods, by measure. */
export type Histories = ReadonlyMap<string, DailyHistory>;

/** Histories with what one more period says of each measure that it knows. */
export function withPeriod(histories: Histories, { attainment }: Pick<PeriodView, 'attainment'>): Histories {
  const ids = [...attainment.measures.keys()].filter((id) => isKnown(attainment, id));
  return new Map([...histories, ...ids.map((id) => [id, withDays(histories.get(id) ?? NO_DAYS, daysOf(attainment, id))] as const)]);
}

/**
 * Anomalies of a period on what a line of it stands on, each found on the daily series of all periods up to it. A day inside
 * an agreed exclusion has been looked at by both parties and counts as reviewed.
 * @param known histories of the first of the views, as many as there are; those of the others are put to them.
 */
export function anomaliesIn(
  views: readonly PeriodView[],
  events: readonly ContractEvent[],
  known: { readonly views: number; readonly histories: Histories } = { views: 0, histories: new Map() },
): (view: PeriodView, sight: Sight) => readonly Anomaly[] {
  const before: Histories[] = [known.histories];
  const historiesBefore = (place: number): Histories => {
    if (place < known.views) return views.slice(0, place).reduce<Histories>(withPeriod, new Map());
    for (const [index, view] of views.slice(known.views, place).entries()) {
      before[index + 1] ??= withPeriod(before[index] ?? new Map(), view);
    }
    return before[place - known.views] ?? new Map();
  };
  const found = new Map<Sight, readonly Anomaly[]>();
  return (view, sight) => {
    const anomalies =
      found.get(sight) ??
      detectedOn(sight.attainment, historiesBefore(views.indexOf(view)), view.period.inForce).map((anomaly) => ({
        ...anomaly,
        reviewed: settledBy(view, sight, events, anomaly),
      }));
    found.set(sight, anomalies);
    return anomalies;
  };
}

/** What stands out in some days of a period, beside those of the periods before it. */
function detectedOn(own: Attainment, before: Histories, days: DateRange): DetectedAnomaly[] {
  const trusted = [...own.words.measures.values()].filter((measure) => !('countDistinct' in measure.aggregate) && isKnown(own, measure.id));
  return trusted.flatMap(({ id }) => {
    const all = daysOf(own, id);
    const within = all.every(({ day }) => day <= days.to) ? all : all.filter(({ day }) => day <= days.to);
    return anomaliesOf(withDays(before.get(id) ?? NO_DAYS, within), id, days);
  });
}

const NO_VALUES: readonly DailyValue[] = [];

/** Days that a stale or repeated export lacks would look like an outage; such data is held anyway. */
function isKnown({ measures }: Attainment, measure: string): boolean {
  return measures.get(measure)?.known === true;
}

function daysOf({ evidence, words }: Attainment, measure: string): readonly DailyValue[] {
  const entry = evidence.measures.find((candidate) => candidate.id === measure);
  return entry === undefined ? NO_VALUES : dailyValues(entry, words, evidence);
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
      .filter((anomaly) => !anomaly.reviewed && !watchedOnly(view.terms).has(anomaly.measure))
      .map((anomaly) => anomaly.id),
  ];
  return flagged.map((id) => ({ reason: reason('unreviewed', { id, period: view.period.id }), party: null }));
}
