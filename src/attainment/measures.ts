import type { Contract, Definitions, Expression, Fact, Measure, Metric } from '../contract/model.js';
import type { EvidenceFact, EvidenceMeasure, EvidencePeriod, EvidenceSpan } from '../evidence/model.js';
import type { LocalDate } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import { type Rational, rational, ZERO } from '../kernel/rational.js';
import { type Cause, combine, known, reason, undefinedBy, type Value } from './value.js';

/** Looks definitions up by id; the check has made sure that every name exists. */
export interface Vocabulary {
  readonly contract: Contract;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly fx: Definitions['fx'];
}

export function vocabulary(contract: Contract, definitions: Definitions): Vocabulary {
  return {
    contract,
    measures: new Map(definitions.measures.map((measure) => [measure.id, measure])),
    metrics: new Map(definitions.metrics.map((metric) => [metric.id, metric])),
    facts: new Map(definitions.facts.map((fact) => [fact.id, fact])),
    fx: definitions.fx,
  };
}

function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new RangeError(`unchecked terms: no ${id}`);
  return value;
}

/** Measures that a formula needs, through metrics; each metric is looked into once, however often it is named. */
export function measuresOf(words: Vocabulary, expression: Expression): string[] {
  const measures = new Set<string>();
  const seen = new Set<string>();
  const visit = (part: Expression): void => {
    if ('number' in part) return;
    if ('measure' in part) measures.add(part.measure);
    else if ('negate' in part) visit(part.negate);
    else if ('op' in part) {
      visit(part.left);
      visit(part.right);
    } else if (!seen.has(part.metric)) {
      seen.add(part.metric);
      visit(found(words.metrics, part.metric).formula);
    }
  };
  visit(expression);
  return [...measures];
}

/** A name of the definitions as an expression: reconciliations name either a measure or a metric. */
export function expressionOf(words: Vocabulary, name: string): Expression {
  return words.measures.has(name) ? { measure: name } : { metric: name };
}

/** Evaluates a formula; `measure` gives each measure's value. Each metric is evaluated once, however often it is named. */
export function evaluate(words: Vocabulary, expression: Expression, measure: (id: string) => Value, what: string): Value {
  const metrics = new Map<string, Value>();
  const metricOf = (id: string): Value => {
    const value = metrics.get(id) ?? valueIn(found(words.metrics, id).formula, id);
    metrics.set(id, value);
    return value;
  };
  const valueIn = (part: Expression, of: string): Value => {
    if ('number' in part) return known(rational(part.number));
    if ('measure' in part) return measure(part.measure);
    if ('metric' in part) return metricOf(part.metric);
    if ('negate' in part) {
      const inner = valueIn(part.negate, of);
      return inner.known ? known(inner.value.neg()) : inner;
    }
    return combine(part.op, valueIn(part.left, of), valueIn(part.right, of), of);
  };
  return valueIn(expression, what);
}

function custodian(words: Vocabulary, fact: string): Party {
  return found(words.facts, fact).custodian;
}

/** Why the rows of a measure cannot be trusted in a period: stale fact, repeated grain keys. */
function dataCauses(words: Vocabulary, measure: Measure, fact: EvidenceFact | undefined): Cause[] {
  const party = custodian(words, measure.of);
  if (fact === undefined) return [{ reason: reason('not-measured', { measure: measure.id }), party: null }];
  const causes: Cause[] = [];
  if (!fact.complete) causes.push({ reason: reason('stale', { fact: fact.id, freshAt: fact.freshAt ?? '-' }), party });
  for (const scan of fact.scans) {
    if (scan.column !== measure.when.column || (scan.zone ?? null) !== measure.when.zone) continue;
    if (scan.duplicateKeys > 0) {
      causes.push({ reason: reason('duplicates', { fact: fact.id, keys: String(scan.duplicateKeys) }), party });
    }
    for (const repeated of scan.repeatedKeys) {
      const params = { fact: fact.id, keys: String(repeated.keys), period: repeated.period };
      causes.push({ reason: reason('repeated-keys', params), party });
    }
  }
  return causes;
}

/**
 * The value of a measure on one period's evidence: money converted at the evidence's rates, undefined where the data is
 * stale, repeated, NULL or without a rate.
 */
export function measureValue(words: Vocabulary, evidence: EvidencePeriod, id: string, entry: EvidenceMeasure | undefined): Value {
  const measure = found(words.measures, id);
  const causes = dataCauses(
    words,
    measure,
    evidence.facts.find((fact) => fact.id === measure.of),
  );
  if (entry === undefined) return undefinedBy(causes.length > 0 ? causes : [notMeasured(id)]);
  if (entry.nulls > 0 && measure.nulls === 'undefined') {
    const params = { measure: id, rows: String(entry.nulls) };
    causes.push({ reason: reason('nulls', params), party: custodian(words, measure.of) });
  }
  const { total, problems } = sumOfDays(words, evidence, entry, null);
  causes.push(...problems);
  if (causes.length > 0) return undefinedBy(causes);
  return known(entry.distinct === undefined ? total : rational(entry.distinct));
}

function notMeasured(measure: string): Cause {
  return { reason: reason('not-measured', { measure }), party: null };
}

function sumOfDays(
  words: Vocabulary,
  evidence: EvidencePeriod,
  entry: EvidenceMeasure,
  upTo: LocalDate | null,
): { total: Rational; problems: Cause[] } {
  let total = ZERO;
  const problems: Cause[] = [];
  for (const day of entry.days) {
    if (day.value === undefined || (upTo !== null && day.day > upTo)) continue;
    const rate = day.currency === undefined ? null : rateOf(words, evidence, day.currency, day.day);
    if (rate === null) total = total.add(rational(day.value));
    else if ('cause' in rate) problems.push(rate.cause);
    else total = total.add(rational(day.value).mul(rate.factor));
  }
  return { total, problems };
}

function rateOf(
  words: Vocabulary,
  evidence: EvidencePeriod,
  currency: string,
  day: LocalDate,
): { factor: Rational } | { cause: Cause } | null {
  if (currency === words.contract.currency) return null;
  const rate = evidence.rates.find((candidate) => candidate.currency === currency && candidate.day === day);
  const party = words.fx === null ? null : custodian(words, words.fx.fact);
  if (rate?.rate === undefined) {
    const code = rate?.problem === 'duplicate' ? 'rate-duplicate' : rate?.problem === 'not_positive' ? 'rate-not-positive' : 'no-rate';
    return { cause: { reason: reason(code, { currency, day }), party } };
  }
  const value = rational(rate.rate);
  return { factor: words.fx?.inverted === true ? value.inverse() : value };
}

/**
 * A measure's value on each day with rows, converted; days without a usable rate are left out.
 * For reading and anomalies, never for pay.
 */
export function dailyValues(words: Vocabulary, evidence: EvidencePeriod, entry: EvidenceMeasure): { day: LocalDate; value: Rational }[] {
  const byDay = new Map<LocalDate, Rational>();
  for (const day of entry.days) {
    const { total, problems } = sumOfDays(words, evidence, { ...entry, days: [day] }, null);
    if (problems.length === 0 && day.value !== undefined) byDay.set(day.day, (byDay.get(day.day) ?? ZERO).add(total));
  }
  return [...byDay].map(([day, value]) => ({ day, value }));
}

/** One period of a span: the terms and evidence it counts with. */
export interface SpanPart {
  readonly words: Vocabulary;
  readonly evidence: EvidencePeriod;
}

/**
 * A measure to date: sums and counts add up the periods' days up to `upTo`, a distinct count comes from its own span.
 * Undefined where any period of the span is.
 */
export function measureToDate(
  parts: readonly SpanPart[],
  spans: readonly EvidenceSpan[],
  id: string,
  span: { readonly from: LocalDate; readonly upTo: LocalDate },
): Value {
  const causes: Cause[] = [];
  let total = ZERO;
  let distinct = false;
  for (const { words, evidence } of parts) {
    const measure = words.measures.get(id);
    if (measure === undefined) return undefinedBy([notMeasured(id)]);
    const entry = evidence.measures.find((candidate) => candidate.id === id);
    const whole = measureValue(words, evidence, id, entry);
    if (!whole.known) causes.push(...whole.causes);
    else if (entry !== undefined) total = total.add(sumOfDays(words, evidence, entry, span.upTo).total);
    distinct ||= 'countDistinct' in measure.aggregate;
  }
  if (causes.length > 0) return undefinedBy(causes);
  if (!distinct) return known(total);
  const counted = spans.find((candidate) => candidate.measure === id && candidate.from === span.from && candidate.to === span.upTo);
  return counted === undefined ? undefinedBy([notMeasured(id)]) : known(rational(counted.distinct));
}
