import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { EvidencePeriod } from '../evidence/model.js';
import { canonicalJson } from '../kernel/canonical.js';
import type { TermPeriod } from '../kernel/period.js';
import { remembered } from '../kernel/remembered.js';
import { recordedZone } from '../kernel/zone-record.js';
import type { LateDuties } from './duties.js';
import { remainingDays } from './exclusions.js';
import { measureValue, vocabulary } from './measures.js';
import { type Scores, scoresOf } from './scores.js';

/** One period measured, scored and gated: everything that fees are computed from, and what it was measured on. */
export interface Attainment extends Scores {
  readonly period: TermPeriod;
  readonly evidence: EvidencePeriod;
}

/**
 * Measures and scores a period from its evidence. Exclusions change KPI actuals and scores, nothing else: bases and gates
 * see the whole data.
 */
export function attain(
  terms: Terms,
  period: TermPeriod,
  evidence: EvidencePeriod,
  exclusions: readonly EventOf<'exclusion'>[],
  late: LateDuties,
): Attainment {
  return { ...attained(evidence.measures, evidence, terms, period, exclusions, late), period, evidence };
}

/** What is measured again and found alike is not computed again: the hour of the last load changes with every statement. */
const attained = remembered(attainedOn, (evidence, terms, { id, calendar, inForce }, exclusions, late) => [
  evidence.variants,
  evidence.rates,
  qualityOf(evidence),
  terms,
  ...[id, calendar.from, calendar.to, inForce.from, inForce.to],
  ...[...late].map(([kpi, { owes, duty, scoreAs }]) => `${kpi} ${owes} ${duty} ${scoreAs.toFraction()}`),
  ...exclusions,
]);

/** What scoring reads of the data besides their values: of a fact that is complete not since when. */
const qualityOf = remembered(({ facts, calendar }: EvidencePeriod): string =>
  canonicalJson([calendar, facts.map(({ freshAt, ...fact }) => (fact.complete ? fact : { ...fact, freshAt }))]),
);

function attainedOn(
  _: EvidencePeriod['measures'],
  evidence: EvidencePeriod,
  terms: Terms,
  period: TermPeriod,
  exclusions: readonly EventOf<'exclusion'>[],
  late: LateDuties,
): Scores {
  const words = vocabulary(terms.contract, terms.definitions);
  const zone = recordedZone(evidence.calendar, terms.contract.calendar.timezone);
  const entryOf = (id: string) => evidence.measures.find((candidate) => candidate.id === id);
  const variantOf = (kpi: string, id: string) => evidence.variants.find((candidate) => candidate.kpi === kpi && candidate.id === id);
  return scoresOf(terms, period, {
    measure: (id) => measureValue(words, evidence, id, entryOf(id)),
    measureOf: (kpi, id) => measureValue(words, evidence, id, variantOf(kpi, id) ?? entryOf(id)),
    remaining: (kpi) => remainingDays(exclusions, kpi, period.inForce, zone),
    exclusions,
    late,
  });
}
