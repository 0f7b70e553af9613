import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Gate, Terms } from '../contract/model.js';
import { scheduledAt, type TermPeriod } from '../kernel/period.js';
import { compare, type Rational, rational } from '../kernel/rational.js';
import { attainComposite, type CompositeOutcome } from './composite.js';
import type { LateDuties } from './duties.js';
import { attainKpi, type KpiOutcome, scaledLevel } from './kpis.js';
import { type Vocabulary, vocabulary } from './measures.js';
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

/** A period scored and gated: everything that fees are computed from. */
export interface Scores {
  readonly words: Vocabulary;
  readonly measures: ReadonlyMap<string, Value>;
  readonly reconciliations: readonly Reconciliation[];
  readonly kpis: readonly KpiOutcome[];
  readonly composite: CompositeOutcome;
  readonly gates: readonly GateOutcome[];
  /** A metric over the whole period, without exclusions: fee bases, gates, wagers. */
  readonly metric: (id: string) => Value;
}

/** What a period is scored on, however it was measured. */
export interface Measured {
  /** A measure over the whole period. */
  readonly measure: (id: string) => Value;
  /** A measure on the rows that a KPI's exclusions leave of it. */
  readonly measureOf: (kpi: string, id: string) => Value;
  /** The days that they leave. */
  readonly remaining: (kpi: string) => Rational;
  readonly exclusions: readonly EventOf<'exclusion'>[];
  readonly late: LateDuties;
}

/** Scores and gates a period by its terms. */
export function scoresOf(terms: Terms, period: TermPeriod, measured: Measured): Scores {
  const words = vocabulary(terms.contract, terms.definitions);
  const measures = new Map([...words.measures.keys()].map((id) => [id, measured.measure(id)]));
  const whole = (id: string): Value => measures.get(id) ?? undefinedBy([]);
  const reconciliations = terms.definitions.reconcile.map((rule) => reconcile(words, rule, whole));
  const metric = (id: string, measure: (name: string) => Value): Value => evaluateMetric(words, id, measure, reconciliations);
  const kpis = terms.contract.kpis.map((kpi) => attainKpi({ ...measured, words, period, metric }, kpi));
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
