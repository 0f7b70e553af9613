import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { EvidencePeriod } from '../evidence/model.js';
import { type DateRange, intersect } from '../kernel/calendar.js';
import type { Rational } from '../kernel/rational.js';
import { recordedZone } from '../kernel/zone-record.js';
import { isExclusion, remainingDays, touches } from './exclusions.js';
import { measureValue, vocabulary } from './measures.js';
import type { Value } from './value.js';

/** What exclusions leave a KPI of a period: what its actual and its levels are computed from instead of the whole period. */
export interface KeptRows {
  readonly exclusions: readonly EventOf<'exclusion'>[];
  /** Measures on the rows that are left; what is not here has all of its rows. */
  readonly measures: ReadonlyMap<string, Value>;
  /** Days in force that are left. */
  readonly days: Rational;
}

/** Whether an event may leave something out of days; of instants only evidence knows the zone that tells which days they are in. */
export function mayLeaveOut(event: ContractEvent, days: DateRange): boolean {
  if (!isExclusion(event) || event.treatment.kind === 'waive') return false;
  const { window } = event.treatment;
  return !('dates' in window) || intersect(window.dates, days) !== null;
}

/** By KPI, of those that exclusions leave less than the whole period. */
export function keptRows(terms: Terms, evidence: EvidencePeriod, events: readonly ContractEvent[]): ReadonlyMap<string, KeptRows> {
  const { contract, definitions } = terms;
  const words = vocabulary(contract, definitions);
  const zone = recordedZone(evidence.calendar, contract.calendar.timezone);
  const counted = new Set(evidence.exclusions);
  const inPeriod = events.filter(isExclusion).filter((event) => counted.has(event.file) && touches(event, evidence.inForce, zone));
  return new Map(
    contract.kpis.flatMap(({ id: kpi }) => {
      const exclusions = inPeriod.filter(({ kpis }) => kpis.includes(kpi));
      if (exclusions.length === 0) return [];
      const own = evidence.variants.filter((each) => each.kpi === kpi);
      const measures = new Map(own.map((each) => [each.id, measureValue(words, evidence, each.id, each)] as const));
      return [[kpi, { exclusions, measures, days: remainingDays(inPeriod, kpi, evidence.inForce, zone) }] as const];
    }),
  );
}
