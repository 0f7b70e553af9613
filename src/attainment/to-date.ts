import type { Definitions } from '../contract/model.js';
import type { EvidencePeriod, EvidenceSpan } from '../evidence/model.js';
import type { DateRange, LocalDate } from '../kernel/calendar.js';
import { type Rational, rational, ZERO } from '../kernel/rational.js';
import { isDistinct, measureValue, notMeasured, type Vocabulary } from './measures.js';
import { evaluateMetric } from './metrics.js';
import { type Reconciliation, reconcile } from './reconcile.js';
import { causesOf, known, undefinedBy, type Value } from './value.js';

/** One period of a span: the terms and evidence that it counts with. */
export interface SpanPart {
  readonly words: Vocabulary;
  /** The days of it that were measured. */
  readonly inForce: DateRange;
  /** A measure of it up to one of its days. */
  readonly valueUpTo: (measure: string, upTo: LocalDate) => Value;
  readonly rules: Definitions['reconcile'];
}

/** What a distinct count comes to over days that are not one period; undefined where it was not counted. */
export type CountedOver = (measure: string, span: DateRange) => Rational | undefined;

/** Counts that evidence has of spans. */
export function countedIn(spans: readonly EvidenceSpan[]): CountedOver {
  return (measure, { from, to }) => {
    const found = spans.find((each) => each.measure === measure && each.from === from && each.to === to);
    return found === undefined ? undefined : rational(found.distinct);
  };
}

/** A part on evidence, each measure on that which it is read on. */
export function partOn(evidenceOf: (measure: string) => EvidencePeriod, { words, inForce, rules }: Omit<SpanPart, 'valueUpTo'>): SpanPart {
  const valueUpTo = (id: string, upTo: LocalDate): Value => {
    const evidence = evidenceOf(id);
    const entry = evidence.measures.find((candidate) => candidate.id === id);
    return measureValue(words, evidence, id, entry, upTo < evidence.inForce.to ? upTo : null);
  };
  return { words, inForce, rules, valueUpTo };
}

/**
 * A metric over the rows of several periods up to a day (milestones, wagers). Whatever lies after that day decides
 * nothing: neither rows nor what is wrong with them. Reconciliations hold it as they hold the metric of a period, each
 * judged per period, on that period's rows up to the day.
 */
export function metricToDate(words: Vocabulary, parts: readonly SpanPart[], counted: CountedOver, metric: string, span: DateRange): Value {
  const reconciliations = parts.flatMap((part) => reconciled(part, counted, span.to));
  return evaluateMetric(words, metric, (id) => measureOver(parts, counted, id, span), reconciliations);
}

function reconciled(part: SpanPart, counted: CountedOver, upTo: LocalDate): Reconciliation[] {
  const span = { from: part.inForce.from, to: lastDay(part, upTo) };
  return part.rules.map((rule) => reconcile(part.words, rule, (id) => measureOver([part], counted, id, span)));
}

function lastDay({ inForce }: SpanPart, upTo: LocalDate): LocalDate {
  return upTo < inForce.to ? upTo : inForce.to;
}

/** Sums and counts add up the periods' days; a distinct count is of its own span. Undefined where any period's part is. */
function measureOver(parts: readonly SpanPart[], counted: CountedOver, id: string, span: DateRange): Value {
  const values = parts.map((part) => valueUpTo(part, id, span.to));
  const causes = causesOf(values);
  if (causes.length > 0) return undefinedBy(causes);
  const distinct = parts.some(({ words }) => isDistinct(words, id));
  if (!distinct) return known(values.reduce((total, value) => (value.known ? total.add(value.value) : total), ZERO));
  const count = counted(id, span);
  if (count !== undefined) return known(count);
  // the span of one whole period is that period's own count
  const isOne = parts.every(({ inForce }) => inForce.from === span.from && inForce.to === span.to);
  return (isOne ? values[0] : undefined) ?? undefinedBy([notMeasured(id)]);
}

function valueUpTo(part: SpanPart, id: string, upTo: LocalDate): Value {
  return part.words.measures.has(id) ? part.valueUpTo(id, upTo) : undefinedBy([notMeasured(id)]);
}
