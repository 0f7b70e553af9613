import { compositeScore } from '../attainment/composite.js';
import { type KpiOutcome, scoreIn } from '../attainment/kpis.js';
import type { Reconciliation } from '../attainment/reconcile.js';
import type { GateOutcome } from '../attainment/scores.js';
import type { Value } from '../attainment/value.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Definitions } from '../contract/model.js';
import type { EvidenceFact, EvidencePeriod } from '../evidence/model.js';
import { numberField } from '../kernel/number-field.js';
import { type Rational, toDecimal } from '../kernel/rational.js';
import type { FactQuality, GateResult, KpiResult, ReconcileResult, Scorecard } from './model.js';
import { isReviewed } from './reviews.js';
import type { PeriodView } from './views.js';

function valueOrNull(value: Value): Rational | null {
  return value.known ? value.value : null;
}

function kpiResult(outcome: KpiOutcome): KpiResult {
  const { kpi, line } = outcome;
  const { target, targetExact } = numberField('target', line.target);
  return {
    id: kpi.id,
    metric: kpi.metric,
    ...numberField('actual', valueOrNull(outcome.actual)),
    threshold: outcome.hasThreshold ? toDecimal(line.threshold) : null,
    target: target ?? '0',
    ...(targetExact === undefined ? {} : { targetExact }),
    stretch: line.stretch === null ? null : toDecimal(line.stretch),
    cap: toDecimal(line.cap),
    weight: toDecimal(outcome.weight),
    ...numberField('attainment', outcome.attainment),
    ...numberField('score', scoreIn(outcome)),
    state: outcome.state,
    reasons: outcome.reasons,
  };
}

function gateResult({ gate, actual, limit, state }: GateOutcome): GateResult {
  return {
    id: gate.id,
    metric: gate.metric,
    ...numberField('actual', valueOrNull(actual)),
    limit: gate.limit,
    value: toDecimal(limit),
    state,
    reasons: actual.known ? [] : actual.causes.map((cause) => cause.reason),
  };
}

/** What watched metrics came to; nothing where none is watched. */
function watched({ terms, attainment }: PeriodView): Pick<Scorecard, 'watch'> {
  const { watch } = terms.contract;
  if (watch === undefined) return {};
  return { watch: watch.map((metric) => ({ metric, ...numberField('value', valueOrNull(attainment.metric(metric))) })) };
}

function reconcileResult(view: PeriodView, found: Reconciliation, events: readonly ContractEvent[]): ReconcileResult {
  const text = (value: Value) => (value.known ? toDecimal(value.value) : null);
  return {
    id: found.rule.id,
    left: text(found.left),
    right: text(found.right),
    gap: found.gap === null ? null : toDecimal(found.gap),
    tolerance: found.rule.tolerance,
    onBreach: found.rule.onBreach,
    breached: found.breached,
    reviewed: isReviewed(events, view.period, found.rule.id),
  };
}

/** Of rows without a time those count that something measured asks for: a row that continues another, or a total, is meant to have none. */
function factQuality(fact: EvidenceFact, { measures }: EvidencePeriod, definitions: Definitions): FactQuality {
  const own = new Set(definitions.measures.flatMap(({ id, of }) => (of === fact.id ? [id] : [])));
  const repeated = fact.scans.flatMap((scan) => [scan.duplicateKeys, ...scan.repeatedKeys.map((found) => found.keys)]);
  return {
    id: fact.id,
    rows: Math.max(0, ...fact.scans.map((scan) => scan.rows)),
    freshAt: fact.freshAt ?? null,
    complete: fact.complete,
    duplicateKeys: repeated.reduce((total, keys) => total + keys, 0),
    nullWhen: Math.max(0, ...measures.filter(({ id }) => own.has(id)).map(({ undated }) => undated ?? 0)),
  };
}

type Measured = Pick<
  Scorecard,
  'facts' | 'measures' | 'kpis' | 'composite' | 'compositeExact' | 'compositeState' | 'gates' | 'watch' | 'reconcile'
>;

/** What a scorecard says of a period's data, KPIs and gates; a tail has none. */
export function measuredPart(view: PeriodView | null, events: readonly ContractEvent[]): Measured {
  if (view === null) {
    return { facts: [], measures: {}, kpis: [], composite: null, compositeState: null, gates: [], reconcile: [] };
  }
  const { attainment } = view;
  return {
    facts: view.evidence.facts.map((fact) => factQuality(fact, view.evidence, view.terms.definitions)),
    measures: Object.fromEntries([...attainment.measures].map(([id, value]) => [id, value.known ? toDecimal(value.value) : null])),
    kpis: attainment.kpis.map(kpiResult),
    ...numberField('composite', compositeScore(attainment.composite)),
    compositeState: { state: attainment.composite.state, reasons: attainment.composite.reasons },
    gates: attainment.gates.map(gateResult),
    ...watched(view),
    reconcile: attainment.reconciliations.map((found) => reconcileResult(view, found, events)),
  };
}
