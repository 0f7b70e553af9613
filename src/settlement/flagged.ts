import { anomaliesOf, type DetectedAnomaly } from '../attainment/anomalies.js';
import type { Attainment } from '../attainment/attain.js';
import { type DailyHistory, NO_DAYS, withDays } from '../attainment/daily-history.js';
import { touches } from '../attainment/exclusions.js';
import { type DailyValue, dailyValues, measuresOf } from '../attainment/measures.js';
import { NO_ROWS, type RowHistory, withRows } from '../attainment/row-history.js';
import { type DetectedSilence, detectSilences, type MeasuredRows } from '../attainment/silences.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Measure } from '../contract/model.js';
import type { EvidenceDay } from '../evidence/model.js';
import { type DateRange, datesOf, dayNumber, type LocalDate } from '../kernel/calendar.js';
import { remembered } from '../kernel/remembered.js';
import { recordedZone } from '../kernel/zone-record.js';
import type { Anomaly } from './model.js';
import type { PeriodView, Sight } from './views.js';

/** What the periods before say of a measure: what its days brought, and on which of them it had rows. */
export interface MeasureHistory {
  readonly values: DailyHistory;
  readonly rows: RowHistory;
}

/** Histories of the measures of some periods, by measure. */
export type Histories = ReadonlyMap<string, MeasureHistory>;

const NOTHING: MeasureHistory = { values: NO_DAYS, rows: NO_ROWS };

/** Histories with what one more period says of each measure that it knows. */
export function withPeriod(histories: Histories, { attainment, period }: Pick<PeriodView, 'attainment' | 'period'>): Histories {
  const known = [...attainment.words.measures.values()].filter(({ id }) => isKnown(attainment, id));
  return new Map([
    ...histories,
    ...known.map((measure) => {
      const { values, rows } = histories.get(measure.id) ?? NOTHING;
      const after = {
        values: withDays(values, daysOf(attainment, measure.id)),
        rows: withRows(rows, rowsOf(attainment, measure, period.inForce)),
      };
      return [measure.id, after] as const;
    }),
  ]);
}

/**
 * What is flagged in a period on what a line of it stands on, each found on all periods up to it. A day inside an agreed
 * exclusion has been looked at by both parties and counts as reviewed.
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
        reviewed: settledBy(view, sight, events, anomaly, views[0] ?? view),
      }));
    found.set(sight, anomalies);
    return anomalies;
  };
}

/** What stands out in some days of a period, beside those of the periods before it: days that brought nothing as one thing. */
function detectedOn(own: Attainment, before: Histories, days: DateRange): (DetectedAnomaly | DetectedSilence)[] {
  const trusted = [...own.words.measures.values()].filter((measure) => isKnown(own, measure.id));
  return trusted.flatMap((measure): readonly (DetectedAnomaly | DetectedSilence)[] => {
    const { values, rows } = before.get(measure.id) ?? NOTHING;
    const silences = detectSilences(rows, rowsOf(own, measure, days));
    if ('countDistinct' in measure.aggregate) return silences;
    const all = daysOf(own, measure.id);
    const within = all.every(({ day }) => day <= days.to) ? all : all.filter(({ day }) => day <= days.to);
    const unusual = anomaliesOf(withDays(values, within), measure.id, days);
    return [...silences, ...unusual.filter(({ day }) => !silences.some((each) => each.day <= day && day <= each.to))];
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

/** On which of some days a measure has rows, and what is known of those of its fact. */
function rowsOf({ evidence, words }: Attainment, { id, of, when, where }: Measure, inForce: DateRange): MeasuredRows {
  const entry = evidence.measures.find((candidate) => candidate.id === id);
  const fact = evidence.facts.find((candidate) => candidate.id === of);
  const scan = fact?.scans.find(({ column, zone }) => column === when.column && (zone ?? null) === when.zone);
  return {
    measure: id,
    inForce,
    days: daysWithRows(entry?.days ?? NO_ENTRIES, inForce),
    factRows: scan?.rows ?? 0,
    lacksFile: words.facts.get(of)?.freshness === null && fact !== undefined && fact.scans.every(({ rows }) => rows === 0),
    isFiltered: where !== null,
  };
}

const NO_ENTRIES: readonly EvidenceDay[] = [];

/** Ascending day numbers, once for what was found alike: the same list. */
const daysWithRows = remembered(
  (days: readonly EvidenceDay[], { from, to }: DateRange): readonly number[] => {
    const within = days.filter(({ day, rows }) => rows > 0 && day >= from && day <= to);
    return [...new Set(within.map(({ day }) => dayNumber(day)))].sort((a, b) => a - b);
  },
  ({ from, to }) => [from, to],
);

/**
 * Whether a review acknowledges an anomaly: its id names the day, so whatever period the review is for. Days that were not over when it
 * was filed it has not looked at: one party alone could else release beforehand all that will ever stand out.
 * @param firstEnd the last day of the contract's first period: what was never counted is looked at once, after it.
 */
export function isAnomalyReviewed(
  events: readonly ContractEvent[],
  found: DetectedAnomaly | DetectedSilence,
  firstEnd: LocalDate,
): boolean {
  const last = !('silence' in found) ? found.day : found.silence === 'never' ? firstEnd : found.to;
  return events.some((event) => event.kind === 'review' && last < event.date && event.acknowledges.includes(found.id));
}

/** @param first the contract's first period */
function settledBy(
  view: PeriodView,
  sight: Sight,
  events: readonly ContractEvent[],
  found: DetectedAnomaly | DetectedSilence,
  first: PeriodView,
): boolean {
  const days = datesOf({ from: found.day, to: 'to' in found ? found.to : found.day });
  if (isAnomalyReviewed(events, found, first.period.inForce.to)) return true;
  const zone = recordedZone(sight.evidence.calendar, view.terms.contract.calendar.timezone);
  const own = sight.exclusions.filter((event) => event.kpis.some((kpi) => usesMeasure(view, kpi, found.measure)));
  return days.every((day) => own.some((event) => touches(event, { from: day, to: day }, zone)));
}

function usesMeasure(view: PeriodView, kpi: string, measure: string): boolean {
  const metric = view.terms.contract.kpis.find((candidate) => candidate.id === kpi)?.metric;
  return metric !== undefined && measuresOf(view.attainment.words, { metric }).includes(measure);
}
