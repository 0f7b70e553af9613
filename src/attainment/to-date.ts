import type { Definitions } from '../contract/model.js';
import type { EvidencePeriod, EvidenceSpan } from '../evidence/model.js';
import type { DateRange, LocalDate } from '../kernel/calendar.js';
import { rational, ZERO } from '../kernel/rational.js';
import { measureValue, notMeasured, type Vocabulary } from './measures.js';
import { evaluateMetric } from './metrics.js';
import { type Reconciliation, reconcile } from './reconcile.js';
import { causesOf, known, undefinedBy, type Value } from './value.js';

/** One period of a span: the terms and evidence that it counts with. */
export interface SpanPart {
  readonly words: Vocabulary;
  /** The days of it that were measured. */
  readonly inForce: DateRange;
  /** The evidence that a measure is read on. */
  readonly evidenceOf: (measure: string) => EvidencePeriod;
  readonly rules: Definitions['reconcile'];
}

/**
 * A metric over the rows of several periods up to a day (milestones, wagers). Whatever lies after that day decides
 * nothing: neither rows nor what is wrong with them. Reconciliations hold it as they hold the metric of a period, each
 * judged per period, on that period's rows up to the day.
 */
export function metricToDate(
  words: Vocabulary,
  parts: readonly SpanPart[],
  spans: readonly EvidenceSpan[],
  metric: string,
  span: DateRange,
): Value {
  const reconciliations = parts.flatMap((part) => reconciled(part, spans, span.to));
  return evaluateMetric(words, metric, (id) => measureOver(parts, spans, id, span), reconciliations);
}

function reconciled(part: SpanPart, spans: readonly EvidenceSpan[], upTo: LocalDate): Reconciliation[] {
  const span = { from: part.inForce.from, to: lastDay(part, upTo) };
  return part.rules.map((rule) => reconcile(part.words, rule, (id) => measureOver([part], spans, id, span)));
}

function lastDay({ inForce }: SpanPart, upTo: LocalDate): LocalDate {
  return upTo < inForce.to ? upTo : inForce.to;
}

/** Sums and counts add up the periods' days; a distinct count is of its own span. Undefined where any period's part is. */
function measureOver(parts: readonly SpanPart[], spans: readonly EvidenceSpan[], id: string, span: DateRange): Value {
  const values = parts.map((part) => valueUpTo(part, id, span.to));
  const causes = causesOf(values);
  if (causes.length > 0) return undefinedBy(causes);
  const distinct = parts.some(({ words }) => isDistinct(words, id));
  if (!distinct) return known(values.reduce((total, value) => (value.known ? total.add(value.value) : total), ZERO));
  const counted = spans.find((found) => found.measure === id && found.from === span.from && found.to === span.to);
  if (counted !== undefined) return known(rational(counted.distinct));
  const [only] = parts;
  // the span of one whole period is that period's own count
  const whole = parts.length === 1 && only?.inForce.from === span.from && only.inForce.to === span.to;
  return whole ? (values[0] ?? undefinedBy([notMeasured(id)])) : undefinedBy([notMeasured(id)]);
}

function valueUpTo({ words, evidenceOf }: SpanPart, id: string, upTo: LocalDate): Value {
  if (!words.measures.has(id)) return undefinedBy([notMeasured(id)]);
  const evidence = evidenceOf(id);
  const entry = evidence.measures.find((candidate) => candidate.id === id);
  return measureValue(words, evidence, id, entry, upTo < evidence.inForce.to ? upTo : null);
}

function isDistinct(words: Vocabulary, id: string): boolean {
  const aggregate = words.measures.get(id)?.aggregate;
  return aggregate !== undefined && 'countDistinct' in aggregate;
}
