import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Gate, Terms } from '../contract/model.js';
import type { EvidencePeriod } from '../evidence/model.js';
import { canonicalJson } from '../kernel/canonical.js';
import { scheduledAt, type TermPeriod } from '../kernel/period.js';
import { compare, type Rational, rational } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { attainComposite, type CompositeOutcome } from './composite.js';
import type { LateDuties } from './duties.js';
import { attainKpi, type KpiOutcome, scaledLevel } from './kpis.js';
import { measureValue, type Vocabulary, vocabulary } from './measures.js';
import { evaluateMetric } from './metrics.js';
import { type Reconciliation, reconcile } from './reconcile.js';
import { undefinedBy, type Value } from './value.js';

/** A gate of one period. */
export interface GateOutcome {
  readonly gate: Gate;
  readonly actual: Value;
  readonly limit: Rational;
  readonly state: 'passed' | 'failed' | 'held';
}

/** One period measured, scored and gated: everything that fees are computed from. */
export interface Attainment {
  readonly words: Vocabulary;
  readonly period: TermPeriod;
  readonly evidence: EvidencePeriod;
  readonly measures: ReadonlyMap<string, Value>;
  readonly reconciliations: readonly Reconciliation[];
  readonly kpis: readonly KpiOutcome[];
  readonly composite: CompositeOutcome;
  readonly gates: readonly GateOutcome[];
  /** A metric over the whole period, without exclusions: fee bases, gates, wagers. */
  readonly metric: (id: string) => Value;
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
): Omit<Attainment, 'period' | 'evidence'> {
  const words = vocabulary(terms.contract, terms.definitions);
  const measures = new Map<string, Value>();
  for (const id of words.measures.keys()) {
    const entry = evidence.measures.find((candidate) => candidate.id === id);
    measures.set(id, measureValue(words, evidence, id, entry));
  }
  const whole = (id: string): Value => measures.get(id) ?? undefinedBy([]);
  const reconciliations = terms.definitions.reconcile.map((rule) => reconcile(words, rule, whole));
  const metric = (id: string, measure: (name: string) => Value): Value => evaluateMetric(words, id, measure, reconciliations);
  const kpis = terms.contract.kpis.map((kpi) => attainKpi({ words, period, evidence, exclusions, late, metric }, kpi));
  const ofWhole = (id: string): Value => metric(id, whole);
  return {
    words,
    measures,
    reconciliations,
    kpis,
    composite: attainComposite(words, kpis),
    gates: terms.contract.gates.map((gate) => attainGate(words, period, gate, ofWhole(gate.metric))),
    metric: ofWhole,
  };
}

function attainGate(words: Vocabulary, period: TermPeriod, gate: Gate, actual: Value): GateOutcome {
  const written = rational(scheduledAt(gate.value, period.id));
  const limit = scaledLevel(words, gate.metric, written, rational(period.daysInForce), period);
  if (!actual.known) return { gate, actual, limit, state: 'held' };
  const order = compare(actual.value, limit);
  const passed = gate.limit === 'atLeast' ? order >= 0 : order <= 0;
  return { gate, actual, limit, state: passed ? 'passed' : 'failed' };
}
