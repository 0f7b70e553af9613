import type { Contract, Definitions, Expression, Fact, Kpi, Measure, Metric } from '../contract/model.js';
import type { EvidenceDay, EvidenceFact, EvidenceKeys, EvidenceMeasure, EvidencePeriod } from '../evidence/model.js';
import { conversionFactor } from '../evidence/rates.js';
import { addDays, type LocalDate, parseInstant, startOfDay } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import { isZero, type Rational, rational, sum } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { recordedZone } from '../kernel/zone-record.js';
import { type Cause, combine, known, reason, undefinedBy, type Value } from './value.js';

/** Looks definitions up by id; the check has made sure that every name exists. */
export interface Vocabulary {
  readonly contract: Contract;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly fx: Definitions['fx'];
}

/** The words of terms by id; made once for the same contract and definitions. */
export const vocabulary = remembered((contract: Contract, definitions: Definitions): Vocabulary => {
  return {
    contract,
    measures: new Map(definitions.measures.map((measure) => [measure.id, measure])),
    metrics: new Map(definitions.metrics.map((metric) => [metric.id, metric])),
    facts: new Map(definitions.facts.map((fact) => [fact.id, fact])),
    fx: definitions.fx,
  };
});

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

/** The measures that a KPI is computed from, and those of its minimum. */
export function measuresOfKpi(words: Vocabulary, { metric, minimum }: Pick<Kpi, 'metric' | 'minimum'>): ReadonlySet<string> {
  const metrics = minimum === null ? [metric] : [metric, minimum.metric];
  return new Set(metrics.flatMap((name) => measuresOf(words, expressionOf(words, name))));
}

/** Whether a measure counts what is distinct: its periods do not add up. */
export function isDistinct(words: Pick<Vocabulary, 'measures'>, id: string): boolean {
  return 'countDistinct' in (words.measures.get(id)?.aggregate ?? {});
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

/** Why the rows of a measure cannot be trusted, up to a day (null: the period's last): stale fact, repeated grain keys. */
function dataCauses(words: Vocabulary, evidence: EvidencePeriod, measure: Measure, upTo: LocalDate | null): Cause[] {
  const fact = evidence.facts.find((candidate) => candidate.id === measure.of);
  const party = custodian(words, measure.of);
  if (fact === undefined) return [{ reason: reason('not-measured', { measure: measure.id }), party: null }];
  const causes: Cause[] = [];
  if (!reaches(words, evidence, fact, upTo))
    causes.push({ reason: reason('stale', { fact: fact.id, freshAt: fact.freshAt ?? '-' }), party });
  for (const scan of fact.scans) {
    if (scan.column !== measure.when.column || (scan.zone ?? null) !== measure.when.zone) continue;
    const duplicates = keysUpTo(scan.duplicateKeys, scan.duplicateDays ?? [], upTo);
    if (duplicates > 0) causes.push({ reason: reason('duplicates', { fact: fact.id, keys: String(duplicates) }), party });
    for (const repeated of scan.repeatedKeys) {
      const keys = keysUpTo(repeated.keys, repeated.days, upTo);
      const params = { fact: fact.id, keys: String(keys), period: repeated.period };
      if (keys > 0) causes.push({ reason: reason('repeated-keys', params), party });
    }
  }
  return causes;
}

/** Whether a fact's data reach the end of a day, or of the period: of a day as the evidence counts it, whatever the engine's zones say by now. */
function reaches(words: Vocabulary, { calendar }: EvidencePeriod, fact: EvidenceFact, upTo: LocalDate | null): boolean {
  if (upTo === null || fact.complete) return fact.complete;
  const freshAt = parseInstant(fact.freshAt ?? '');
  return freshAt !== null && freshAt >= startOfDay(addDays(upTo, 1), recordedZone(calendar, words.contract.calendar.timezone));
}

/** How many keys repeat among the rows up to a day. */
function keysUpTo(all: number, days: readonly EvidenceKeys[], upTo: LocalDate | null): number {
  if (upTo === null) return all;
  return days.filter(({ day }) => day <= upTo).reduce((total, { keys }) => total + keys, 0);
}

/**
 * The value of a measure on one period's evidence: money converted at the evidence's rates, undefined where the data is
 * stale, repeated, NULL or without a rate. With `upTo` only the rows up to that day are judged and added up; a distinct count
 * up to a day is not in a period's evidence, only whether it can be known.
 */
export function measureValue(
  words: Vocabulary,
  evidence: EvidencePeriod,
  id: string,
  entry: EvidenceMeasure | undefined,
  upTo: LocalDate | null = null,
): Value {
  if (entry !== undefined) return valueOfEntry(entry, words, evidence, id, upTo);
  const causes = dataCauses(words, evidence, found(words.measures, id), upTo);
  return undefinedBy(causes.length > 0 ? causes : [notMeasured(id)]);
}

/** {@link measureValue} of a whole period, on what it has of the measure. */
export function measureIn(words: Vocabulary, evidence: EvidencePeriod, id: string): Value {
  const entry = evidence.measures.find((each) => each.id === id);
  return measureValue(words, evidence, id, entry);
}

const valueOfEntry = remembered(
  (entry: EvidenceMeasure, words: Vocabulary, evidence: EvidencePeriod, id: string, upTo: LocalDate | null): Value => {
    const measure = found(words.measures, id);
    const causes = dataCauses(words, evidence, measure, upTo);
    const nulls = upTo === null ? entry.nulls : sumUpTo(entry.days, upTo, (day) => day.nulls ?? 0);
    if (nulls > 0 && measure.nulls === 'undefined') {
      const params = { measure: id, rows: String(nulls) };
      causes.push({ reason: reason('nulls', params), party: custodian(words, measure.of) });
    }
    const { total, problems } = sumOfDays(dayTotals(entry, words, evidence), upTo);
    causes.push(...problems);
    if (causes.length > 0) return undefinedBy(causes);
    return known(entry.distinct === undefined ? total : rational(entry.distinct));
  },
);

function sumUpTo(days: readonly EvidenceDay[], upTo: LocalDate, of: (day: EvidenceDay) => number): number {
  return days.filter(({ day }) => day <= upTo).reduce((total, day) => total + of(day), 0);
}

/** A measure that the evidence does not hold. */
export function notMeasured(measure: string): Cause {
  return { reason: reason('not-measured', { measure }), party: null };
}

/** A day's value, converted, or why it cannot be; a day of a distinct count has none. */
export type DayTotal = { readonly day: LocalDate } & ({ readonly value: Rational } | { readonly cause: Cause });

/** Of each entry of a measure's days that has a value, in their order; the same for equal days and rates, in whatever evidence they stand. */
export function dayTotals({ id, days }: EvidenceMeasure, words: Vocabulary, evidence: EvidencePeriod): readonly DayTotal[] {
  return unconverted(days, words.contract.currency) ?? converted(days, id, words, evidence);
}

/** Where no day needs a rate, the same for every contract of that currency; null where one does. */
const unconverted = remembered((days: readonly EvidenceDay[], own: string): readonly DayTotal[] | null => {
  const totals: DayTotal[] = [];
  for (const { day, currency, value: text } of days) {
    if (text === undefined) continue;
    const value = rational(text);
    if (currency !== undefined && currency !== own && !isZero(value)) return null;
    totals.push({ day, value });
  }
  return totals;
});

const converted = remembered(
  (days: readonly EvidenceDay[], measure: string, words: Vocabulary, evidence: EvidencePeriod): readonly DayTotal[] =>
    days.flatMap(({ day, currency, value: text }): DayTotal[] => {
      if (text === undefined) return [];
      const value = rational(text);
      // 0 is 0 in every currency: it needs no rate
      const rate = currency === undefined || isZero(value) ? null : rateOf(words, evidence, { measure, currency, day });
      if (rate === null) return [{ day, value }];
      return ['cause' in rate ? { day, cause: rate.cause } : { day, value: value.mul(rate.factor) }];
    }),
  (measure, words, evidence) => [measure, words, evidence.rates],
);

/** What days up to one (null: all of them) add up to, and what keeps any of them from it. */
const sumOfDays = remembered((totals: readonly DayTotal[], upTo: LocalDate | null): { total: Rational; problems: readonly Cause[] } => {
  const values: Rational[] = [];
  const problems: Cause[] = [];
  for (const total of totals) {
    if (upTo !== null && total.day > upTo) continue;
    if ('cause' in total) problems.push(total.cause);
    else values.push(total.value);
  }
  return { total: sum(values), problems };
});

/** Where no rates are agreed on, rows in another currency are the doing of whoever keeps them: no rate can ever come. */
function rateOf(
  words: Vocabulary,
  evidence: EvidencePeriod,
  { measure, currency, day }: { readonly measure: string; readonly currency: string; readonly day: LocalDate },
): { factor: Rational } | { cause: Cause } | null {
  if (currency === words.contract.currency) return null;
  if (words.fx === null) {
    const { of } = found(words.measures, measure);
    return { cause: { reason: reason('no-fx', { measure, currency, day }), party: custodian(words, of) } };
  }
  const rate = evidence.rates.find((candidate) => candidate.currency === currency && candidate.day === day);
  if (rate?.rate === undefined) {
    const code = rate?.problem === 'duplicate' ? 'rate-duplicate' : rate?.problem === 'not_positive' ? 'rate-not-positive' : 'no-rate';
    return { cause: { reason: reason(code, { currency, day }), party: custodian(words, words.fx.fact) } };
  }
  return { factor: conversionFactor(rate.rate, words.fx.inverted === true) };
}

/** What a day brought. */
export interface DailyValue {
  readonly day: LocalDate;
  readonly value: Rational;
}

/**
 * A measure's value on each day with rows, converted; days without a usable rate are left out.
 * For reading and anomalies, never for pay.
 */
export function dailyValues(entry: EvidenceMeasure, words: Vocabulary, evidence: EvidencePeriod): readonly DailyValue[] {
  return valuesByDay(dayTotals(entry, words, evidence));
}

const valuesByDay = remembered((totals: readonly DayTotal[]): readonly DailyValue[] => {
  const byDay = new Map<LocalDate, Rational>();
  for (const total of totals) {
    if (!('value' in total)) continue;
    const before = byDay.get(total.day);
    byDay.set(total.day, before === undefined ? total.value : before.add(total.value));
  }
  return [...byDay].map(([day, value]) => ({ day, value }));
});
