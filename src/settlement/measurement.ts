import { isDistinct, measuresOf, type Vocabulary, vocabulary } from '../attainment/measures.js';
import { sidesOf } from '../attainment/reconcile.js';
import { unknownMeasures } from '../attainment/unknown.js';
import { type Fee, isPeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { Terms } from '../contract/model.js';
import { addDays, type PeriodId } from '../kernel/calendar.js';
import { digest } from '../kernel/canonical.js';
import type { TermPeriod } from '../kernel/period.js';
import { sameOffsets } from '../kernel/zone-record.js';
import { calendarOf } from '../query/build.js';
import type { MeasurementRequest, RequestedPeriod, RequestedSpan } from '../query/request.js';
import { computationOf } from './fees/computations.js';
import { carriedLines, inWindow, type LedgerEntry, lastEvidence, settledEvidence } from './ledger-entry.js';
import type { Target } from './timeline.js';
import { exclusionsIn, periodsUpTo, type SettlementInput } from './views.js';

type Input = Pick<SettlementInput, 'terms' | 'events' | 'ledger' | 'asOf' | 'timeline'>;

/**
 * Periods that a statement for a target measures now: the target, the window before it, those with a held line, those that a
 * termination cut, and those that leave a value to date or an accumulated base undefined which a line still depends on.
 */
function measuredPeriods(input: Input, target: Target): PeriodId[] {
  const carried = carriedLines(input.ledger);
  const held = new Set(carried.flatMap((line) => (line.life.state === 'held' ? [line.period] : [])));
  return periodsUpTo({ ...input, target })
    .filter((reached) => !reached.over)
    .filter(({ period, entry, cut }) => {
      if (entry === null || held.has(period.id) || inWindow(input.terms, period.id, target.period)) return true;
      return (cut && needsCutting(input, period)) || isAwaited(input, entry, period, target);
    })
    .map(({ period }) => period.id);
}

function needsCutting({ ledger }: Input, period: TermPeriod): boolean {
  const settled = settledEvidence(ledger, period.id);
  return settled !== null && settled.evidence.inForce.to > period.inForce.to;
}

/** Whether what a settled period outside the window leaves undefined is still waited for by a later line. */
function isAwaited(input: Input, { terms }: LedgerEntry, period: TermPeriod, target: Target): boolean {
  const settled = settledEvidence(input.ledger, period.id);
  if (settled === null) return false;
  const words = vocabulary(terms.contract, terms.definitions);
  const newest = lastEvidence(input.ledger, period.id) ?? settled.evidence;
  const { reconcile } = terms.definitions;
  const unknown = unknownMeasures(words, reconcile, settled.evidence);
  if (unknown.size === 0) return false;
  const still = unknownMeasures(words, reconcile, newest);
  const isUnknown = (metric: string) => measuresOf(words, { metric }).some((id) => unknown.has(id) && still.has(id));
  return terms.contract.fees.some((fee) => dependsOn(input, fee, period, target, isUnknown));
}

function dependsOn(input: Input, fee: Fee, period: TermPeriod, target: Target, isUnknown: (metric: string) => boolean): boolean {
  const lines = carriedLines(input.ledger).filter((line) => line.line === fee.id);
  const isSettled = (at: PeriodId) => {
    const life = lines.find((line) => line.period === at)?.life;
    return life !== undefined && life.state !== 'held' && !inWindow(input.terms, at, target.period);
  };
  return isPeriodFee(fee) && computationOf(fee).awaits(fee, { input, period, lines, isSettled, isUnknown });
}

/**
 * What a run measures: one request for all targets that it settles, so that every fact is scanned once. It may hold more
 * than a single statement needs; each statement's evidence is a slice of it.
 */
export function planMeasurement(input: Input, targets: readonly Target[]): MeasurementRequest {
  const digests = new Map<Terms, string>();
  const digestOf = (terms: Terms): string => {
    const found = digests.get(terms) ?? digest(terms);
    digests.set(terms, found);
    return found;
  };
  const wanted = new Map<PeriodId, RequestedPeriod>();
  for (const target of targets) {
    const ids = new Set(measuredPeriods(input, target));
    for (const { period, entry } of periodsUpTo({ ...input, target })) {
      if (!ids.has(period.id) || wanted.has(period.id)) continue;
      const terms = entry?.terms ?? input.terms;
      const exclusions = exclusionsIn(input.events, period, terms.contract.calendar.timezone);
      const { id, inForce } = period;
      const settledBy = entry === null ? null : (lastEvidence(input.ledger, id)?.calendar ?? null);
      const changed = settledBy !== null && !sameOffsets(settledBy, calendarOf({ terms, inForce }));
      wanted.set(id, {
        period: id,
        inForce,
        terms,
        termsDigest: digestOf(terms),
        exclusions,
        ...(changed ? { earlierRules: settledBy } : {}),
      });
    }
  }
  const periods = [...wanted.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
  const spans = periods.flatMap((period) => [
    ...spansFor(input, period, digestOf(period.terms)),
    ...runningSpans(input, period, digestOf(period.terms)),
  ]);
  return { contract: input.terms.contract.id, asOf: input.asOf, periods, spans: distinctSpans(spans) };
}

/** Distinct counts to date that milestones and wagers of a period need, and the reconciliations that may hold them. */
function spansFor(input: Input, requested: RequestedPeriod, termsDigest: string): RequestedSpan[] {
  const { terms, inForce } = requested;
  const words = vocabulary(terms.contract, terms.definitions);
  return terms.contract.fees.flatMap((fee) => {
    const span = isPeriodFee(fee) ? computationOf(fee).span(fee, terms, inForce, input.timeline.end) : null;
    if (span === null) return [];
    const used = measuresOf(words, { metric: span.metric });
    const own = { from: span.from, to: span.to };
    // a reconciliation of the last period is judged up to the same day
    const reconciled = span.to >= inForce.to ? [] : heldWith(words, terms, used);
    return [
      ...distinctOnes(words, used).map((measure) => ({ measure, terms, termsDigest, span: own })),
      ...distinctOnes(words, reconciled).map((measure) => ({ measure, terms, termsDigest, span: { from: inForce.from, to: span.to } })),
    ];
  });
}

/** Days before the date of measuring through which data of a running period mostly reaches: that before, where nothing is late. */
const REACHED = [1, 2];

/** The metrics of which a period that is not over is shown to date. */
export function shownMetrics({ contract: { kpis, gates, watch = [] } }: Terms): string[] {
  return [...[...kpis, ...gates].map(({ metric }) => metric), ...watch];
}

/**
 * Distinct counts to date of a period that is not over, for what is shown of it; no statement that is settled has them. Where data reach less
 * far, reached-spans.ts has the day.
 */
function runningSpans({ asOf }: Input, { terms, inForce }: RequestedPeriod, termsDigest: string): RequestedSpan[] {
  if (asOf > inForce.to) return [];
  const words = vocabulary(terms.contract, terms.definitions);
  const used = new Set(shownMetrics(terms).flatMap((metric) => measuresOf(words, { metric })));
  return REACHED.map((days) => addDays(asOf, -days))
    .filter((to) => to >= inForce.from)
    .flatMap((to) => distinctOnes(words, [...used]).map((measure) => ({ measure, terms, termsDigest, span: { from: inForce.from, to } })));
}

/** The measures on either side of reconciliations that hold a metric of these measures. */
function heldWith(words: Vocabulary, terms: Terms, used: readonly string[]): string[] {
  return terms.definitions.reconcile.flatMap((rule) => {
    const sides = sidesOf(words, rule);
    return rule.onBreach === 'hold' && sides.some((id) => used.includes(id)) ? sides : [];
  });
}

/** Those of some measures that count what is distinct. */
export function distinctOnes(words: Vocabulary, ids: readonly string[]): string[] {
  return ids.filter((id) => isDistinct(words, id));
}

/** Each span once. */
export function distinctSpans(spans: readonly RequestedSpan[]): RequestedSpan[] {
  const seen = new Map<string, RequestedSpan>();
  for (const span of spans) seen.set([span.measure, span.termsDigest, span.span.from, span.span.to].join(' '), span);
  return [...seen.values()];
}
