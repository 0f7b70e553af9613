import { scoreLine } from '../attainment/kpis.js';
import { evaluate, measureIn, measuresOf, type Vocabulary, vocabulary } from '../attainment/measures.js';
import { undefinedBy } from '../attainment/value.js';
import { metricsThatCount } from '../contract/metrics-that-count.js';
import type { Kpi, Terms } from '../contract/model.js';
import type { EvidencePart, EvidencePeriod } from '../evidence/model.js';
import { type Every, type LocalDate, type PeriodId, shiftPeriod } from '../kernel/calendar.js';
import { numberField } from '../kernel/number-field.js';
import { type TermPeriod, termPeriods } from '../kernel/period.js';
import { compare, isZero, ONE, type Rational, rational, sum, ZERO } from '../kernel/rational.js';
import { type ChanceAhead, type ChancesAhead, chancesAhead } from './chances-ahead.js';
import { commonColumns, daysByPart, type Spelled, valueOfDays } from './measure-parts.js';
import { measuresThatCount } from './outlook-input.js';
import { shapeOf } from './shape.js';

/** A figure of one past period; null where it is not known. */
export interface PastValue {
  readonly value: string | null;
  readonly valueExact?: string;
}

/** A metric, or a measure with its parts, in the last whole periods. */
export interface PastFigure {
  readonly id: string;
  readonly values: readonly PastValue[];
}

export interface PastMeasure extends PastFigure {
  /** The columns that it is divided by; none where it is not. */
  readonly by: readonly string[];
  /** By the last period, the largest first; null in a name: all others. */
  readonly parts: readonly { readonly of: EvidencePart['of']; readonly values: readonly PastValue[] }[];
}

/** A target of a period that is not over, beside one's own history. */
export interface TargetAhead {
  readonly kpi: string;
  readonly metric: string;
  readonly better: 'higher' | 'lower';
  readonly period: PeriodId;
  /** Periods from the last that is known; 1 is the next. */
  readonly ahead: number;
  /** Of the whole period. */
  readonly target: string;
  readonly targetExact?: string;
  /** Known periods that came to it. */
  readonly reached: { readonly times: number; readonly of: number };
  /** Target ÷ mean of the last three periods − 1; null where these are not known, or not above 0. */
  readonly growth: string | null;
  readonly growthExact?: string;
  /** How often it moved at least as far from the mean of three periods to the one as far ahead; null without a growth. */
  readonly moved: { readonly times: number; readonly of: number } | null;
  /** How likely it is to be reached; null where it lies too far ahead for that. */
  readonly outlook: ChanceAhead | null;
}

/** What a quote needs of the past: what was measured of whole periods, and how hard each target is beside it. Pays nothing. */
export interface QuotedPast {
  readonly from: PeriodId;
  readonly to: PeriodId;
  readonly periods: number;
  /** The last of them, ascending: what values are of. */
  readonly shown: readonly PeriodId[];
  readonly metrics: readonly PastFigure[];
  /** What was given back ÷ what came in, of KPIs whose `bridge` names refunds. */
  readonly refunds: readonly ({ readonly kpi: string } & Pick<PastFigure, 'values'>)[];
  readonly measures: readonly PastMeasure[];
  readonly targets: readonly TargetAhead[];
}

/** How many periods before today a quote looks at. */
export const PERIODS_OF_PAST: Readonly<Record<Every, number>> = { month: 36, quarter: 12, week: 156 };
const MOST_SHOWN = 6;
/** Growth is from the mean of as many. */
const MEAN_OF = 3;
/** Targets of as many periods ahead are told one by one. */
const NEAR = 3;

/** A metric's value in a period. */
export interface KnownValue {
  readonly metric: string;
  readonly period: PeriodId;
  readonly value: Rational;
}

/** Whole periods that every fact covers, and the day that each fact began on. */
export interface Past {
  readonly terms: Terms;
  readonly words: Vocabulary;
  readonly periods: readonly EvidencePeriod[];
  readonly begun: ReadonlyMap<string, LocalDate>;
}

/**
 * What is known of whole periods: up to the last that every fact reaches the end of, from the first in which any fact has rows.
 * @param measured ascending, without gaps, each whole.
 * @returns null where there is none.
 */
export function pastOfQuote(terms: Terms, measured: readonly EvidencePeriod[]): Past | null {
  const words = vocabulary(terms.contract, terms.definitions);
  const facts = new Set(measuresThatCount(terms).map((id) => words.measures.get(id)?.of));
  const last = measured.findLastIndex((each) => each.facts.every(({ id, complete }) => complete || !facts.has(id)));
  const begun = factsBegun(words, measured);
  const first = measured.findIndex(({ inForce }) => [...begun].some(([fact, day]) => facts.has(fact) && day <= inForce.to));
  return first === -1 || last < first ? null : { terms, words, periods: measured.slice(first, last + 1), begun };
}

/** Facts that something is scored, gated or paid by and that cover none of the periods: for want of them no whole period is known. */
export function factsInNone(terms: Terms, measured: readonly EvidencePeriod[]): readonly string[] {
  const words = vocabulary(terms.contract, terms.definitions);
  const facts = new Set(measuresThatCount(terms).flatMap((id) => words.measures.get(id)?.of ?? []));
  return [...facts].filter((fact) => measured.every((each) => each.facts.every(({ id, complete }) => id !== fact || !complete))).sort();
}

/** The first day on which each fact has a row that a measure counts; a fact without any is not there. */
export function factsBegun(words: Vocabulary, measured: readonly EvidencePeriod[]): ReadonlyMap<string, LocalDate> {
  const begun = new Map<string, LocalDate>();
  for (const { measures } of measured) {
    for (const { id, days } of measures) {
      const fact = words.measures.get(id)?.of ?? '';
      for (const { day } of days) if (day < (begun.get(fact) ?? '9')) begun.set(fact, day);
    }
  }
  return begun;
}

/** What a quote tells of the past, its last periods and how hard each target up to the last day in force is beside them. */
export function quotedPast(past: Past, end: LocalDate = past.terms.contract.term.to): QuotedPast {
  const { terms, periods } = past;
  const { kpis, watch = [] } = terms.contract;
  const chances = chancesAhead(past);
  const shown = periods.slice(-MOST_SHOWN);
  const shownOf = (values: readonly (Rational | null)[]) => values.slice(-shown.length).map((value) => numberField('value', value));
  const metrics = [...new Set([...metricsThatCount(terms), ...watch])];
  const refunded = kpis.flatMap((kpi) =>
    kpi.bridge?.includes('refunds') === true ? [{ kpi: kpi.id, values: refundRate(past, kpi) }] : [],
  );
  return {
    from: periods[0]?.period ?? '',
    to: periods.at(-1)?.period ?? '',
    periods: periods.length,
    shown: shown.map(({ period }) => period),
    metrics: metrics.map((id) => ({ id, values: shownOf(valuesOf(past, id)) })),
    refunds: refunded.map(({ kpi, values }) => ({ kpi, values: shownOf(values) })),
    measures: measuresThatCount(terms).map((id) => pastMeasure(past, id, shown, shownOf)),
    targets: kpis.flatMap((kpi) => targetsAhead(past, kpi, { chances, end })),
  };
}

/** What is known of each KPI's metric, by period, ascending; a metric of which nothing is known is not there. */
export function knownPast(past: Past): readonly KnownValue[] {
  const metrics = [...new Set(past.terms.contract.kpis.map(({ metric }) => metric))];
  return metrics.flatMap((metric) =>
    valuesOf(past, metric).flatMap((value, place) => {
      const period = past.periods[place]?.period;
      return value === null || period === undefined ? [] : [{ metric, period, value }];
    }),
  );
}

/** A metric in every period; null where a measure is not known, or its fact may have begun within the period. */
function valuesOf(past: Past, metric: string): (Rational | null)[] {
  const { words, periods } = past;
  const ids = measuresOf(words, { metric });
  return periods.map((evidence) => {
    const values = new Map(ids.map((id) => [id, measureOf(past, evidence, id)] as const));
    const found = evaluate(words, { metric }, (id) => values.get(id) ?? undefinedBy([]), metric);
    return found.known ? found.value : null;
  });
}

/** Whether a fact with a first row on a day surely covers a period: one that begins within it may not be whole. */
export function hasBegun(since: LocalDate | undefined, { inForce }: Pick<EvidencePeriod, 'inForce'>): boolean {
  return since !== undefined && since <= inForce.from;
}

/** A measure of a period; null where it is not known, or its fact may have begun within the period. */
export function measureOf({ words, begun }: Past, evidence: EvidencePeriod, id: string) {
  if (!hasBegun(begun.get(words.measures.get(id)?.of ?? ''), evidence)) return null;
  const value = measureIn(words, evidence, id);
  return value.known ? value : null;
}

/** The formula says what it is: a measure that is taken off is given back. */
function refundRate(past: Past, { metric }: Kpi): (Rational | null)[] {
  const shape = shapeOf(past.words, metric);
  if (shape === null || shape.bottom !== null) return past.periods.map(() => null);
  return past.periods.map((evidence) => {
    const terms = [...shape.top].map(([id, count]) => ({ count, value: measureOf(past, evidence, id)?.value ?? null }));
    const side = (sign: number) => terms.filter(({ count }) => compare(count, ZERO) === sign);
    if (terms.some(({ value }) => value === null)) return null;
    const total = (sign: number): Rational => sum(side(sign).map(({ count, value }) => (value ?? ZERO).mul(count)));
    const paid = total(1);
    return isZero(paid) ? null : total(-1).neg().div(paid);
  });
}

function pastMeasure(
  past: Past,
  id: string,
  shown: readonly EvidencePeriod[],
  shownOf: (values: readonly (Rational | null)[]) => PastValue[],
): PastMeasure {
  const { words } = past;
  const values = shownOf(shown.map((evidence) => measureOf(past, evidence, id)?.value ?? null));
  const by = commonColumns(words, [id]);
  const spelled: Spelled = new Map();
  const parts = shown.map((evidence) => {
    const entry = evidence.measures.find((each) => each.id === id);
    const days = entry === undefined || by.length === 0 ? null : daysByPart(words, entry, by, spelled);
    return new Map([...(days ?? [])].map(([name, own]) => [name, valueOfDays(words, evidence, id, own)] as const));
  });
  const names = [...spelled].map(([name, of]) => ({ of, values: parts.map((each) => each.get(name) ?? null) }));
  const largest = names.sort((a, b) => compare(b.values.at(-1) ?? ZERO, a.values.at(-1) ?? ZERO));
  return { id, values, by, parts: largest.map((each) => ({ of: each.of, values: shownOf(each.values) })) };
}

/** The targets of the next three periods of the term, then of each period that has another, and of the last one. */
function targetsAhead(past: Past, kpi: Kpi, { chances, end }: { readonly chances: ChancesAhead; readonly end: LocalDate }): TargetAhead[] {
  const { words, terms } = past;
  const { every } = terms.contract.calendar;
  const last = past.periods.at(-1)?.period ?? '';
  const values = valuesOf(past, kpi.metric);
  const ahead = termPeriods(terms.contract.term, every).filter(({ id, inForce }) => id > last && inForce.from <= end);
  const targets = ahead.map((period) => ({ period, target: wholeTarget(words, kpi, period) }));
  const told = targets.filter(({ target }, place) => {
    const before = targets[place - 1];
    return place < NEAR || place === targets.length - 1 || before === undefined || compare(before.target, target) !== 0;
  });
  const known = values.flatMap((value) => value ?? []);
  return told.map(({ period, target }): TargetAhead => {
    const distance = stepsTo(last, period.id, every);
    const mean = meanUpTo(values, values.length - 1);
    const growth = mean === null ? null : target.div(mean);
    const reaches = (value: Rational, mark: Rational): boolean =>
      kpi.better === 'higher' ? compare(value, mark) >= 0 : compare(value, mark) <= 0;
    return {
      kpi: kpi.id,
      metric: kpi.metric,
      better: kpi.better,
      period: period.id,
      ahead: distance,
      ...numberField('target', target),
      reached: { times: known.filter((value) => reaches(value, target)).length, of: known.length },
      ...numberField('growth', growth === null ? null : growth.sub(ONE)),
      moved: growth === null ? null : movedAsFar(values, distance, (ratio) => reaches(ratio, growth)),
      outlook: chances({ ...kpi, target }, period.calendar),
    };
  });
}

/** What is asked of a whole period: whole past periods are held against it, whatever days are in force. */
function wholeTarget(words: Vocabulary, kpi: Kpi, period: TermPeriod): Rational {
  const { calendar, daysInPeriod } = period;
  const whole = { ...period, inForce: calendar, daysInForce: daysInPeriod };
  return scoreLine({ words, period: whole }, kpi, rational(daysInPeriod)).target;
}

function stepsTo(from: PeriodId, to: PeriodId, every: Every): number {
  let steps = 0;
  for (let period = from; period < to; period = shiftPeriod(period, every, 1)) steps += 1;
  return steps;
}

/** The mean of the last values up to a place; null where one of them is not known, or it is not above 0. */
function meanUpTo(values: readonly (Rational | null)[], place: number): Rational | null {
  const first = place - MEAN_OF + 1;
  const own = first < 0 ? [] : values.slice(first, place + 1).flatMap((value) => value ?? []);
  if (own.length < MEAN_OF) return null;
  const mean = sum(own).div(rational(MEAN_OF));
  return compare(mean, ZERO) > 0 ? mean : null;
}

/** Each value ÷ the mean of the three that end as many periods before it: how many there are, and how many go as far. */
function movedAsFar(values: readonly (Rational | null)[], distance: number, isAsFar: (ratio: Rational) => boolean) {
  const ratios = values.flatMap((value, place) => {
    const mean = value === null ? null : meanUpTo(values, place - distance);
    return value === null || mean === null ? [] : [value.div(mean)];
  });
  return { times: ratios.filter(isAsFar).length, of: ratios.length };
}
