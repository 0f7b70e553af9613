import { compare, type Rational, rational, ZERO } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { meantBy, toDouble, toExactDigits } from './doubles.js';
import { LEAST_ORIGINS, type MeasureForecast } from './measure-forecasts.js';
import { type MetricParts, measuresIn, sumOf } from './metric-parts.js';
import type { NoRange } from './model.js';
import { ascending, middleOf } from './numbers.js';
import { inAll, MOST_ORIGINS } from './origins.js';
import { followRatio, hasScenarios, type RatioBond } from './ratio-bonds.js';

/** What is known and expected of a period's measures. */
export interface PeriodForecast {
  readonly measures: ReadonlyMap<string, MeasureForecast>;
  /** Measures that never fall. */
  readonly counts: ReadonlySet<string>;
  /** Digits after the point that a measure's values have. */
  readonly digitsOf: (measure: string) => number;
  readonly daysGone: number;
  readonly daysLeft: number;
  /** Ratios that are forecast as ratios, by metric. */
  readonly bonds: ReadonlyMap<string, RatioBond>;
  /** What a measure is planned to come to at the period's end, whatever its past says. */
  readonly planned: ReadonlyMap<string, number>;
  /** Measures with too little data for scenarios, and too little of all that counts to need any. */
  readonly asExpected: readonly string[];
}

/** A metric at the period's end: in every scenario, or why there are none. */
export interface MetricScenarios {
  readonly toDate: number | null;
  readonly expected: number | null;
  /** One for each scenario; empty where `none` says why. */
  readonly values: readonly number[];
  readonly none: NoRange | null;
  /** What the days left bring below the line, and above it: what is needed from now follows from these. */
  readonly rest: { readonly over: number; readonly under: number } | null;
}

/** What the days left bring of every measure, in exact numbers: what a scenario comes to is held against levels as settlement holds it. */
export type Rests = ReadonlyMap<string, Rational>;

/**
 * A scenario, or what is expected (null), as one vector of measures that KPIs, gates and fees are all read from (outlook, § 3, 4): each as
 * it was forecast, what follows from a ratio as that ratio says (5), and what is planned as it is planned, which moves nothing else.
 * All but what follows is rounded to the digits that the measure has: rounded on its own, a side of a ratio that is just what its target
 * asks for would miss it as often as not.
 */
export const restsAt = remembered(
  ({ measures, counts, bonds, planned, digitsOf }: PeriodForecast, origin: number | null): Rests => {
    const rests = new Map<string, Rational>();
    const told = [...bonds.values()].filter((bond) => origin === null || hasScenarios(bond));
    const rounded = (id: string, value: number): Rational => rational(toExactDigits(value, digitsOf(id)));
    for (const [id, { rest, factors }] of measures) {
      const value = rest * (origin === null ? 1 : (factors.get(origin) ?? 1));
      rests.set(id, told.some(({ follows }) => follows.has(id)) ? meantBy(value) : rounded(id, value));
    }
    for (const bond of told) followRatio(rests, bond, origin);
    for (const [id, value] of planned) rests.set(id, rounded(id, Math.max(0, value - (measures.get(id)?.toDate ?? 0))));
    for (const id of counts) if (compare(rests.get(id) ?? ZERO, ZERO) < 0) rests.set(id, ZERO);
    return rests;
  },
  undefined,
  MOST_ORIGINS + 1,
);

/** The past days that every one of some measures was forecast on: the same for all, so that what moves together stays together (§ 3, 4). */
export function originsOf(period: PeriodForecast, ids: readonly string[]): number[] {
  const { measures, planned } = period;
  const bonds = bondsOf(period, ids);
  const needed = new Set([...ids.filter((id) => !planned.has(id)), ...bonds.flatMap((bond) => measuresIn(bond))]);
  const factors = [...(needed.size > 0 ? needed : ids)].map((id) => measures.get(id)?.factors);
  return inAll([...factors, ...bonds.map(({ origins }) => origins)]);
}

/** The bonds with scenarios that say what some measures come to, one of another. */
function bondsOf({ bonds }: PeriodForecast, ids: readonly string[]): RatioBond[] {
  const reached = new Set(ids);
  const found = new Set<RatioBond>();
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const bond of bonds.values()) {
      if (!hasScenarios(bond) || ![...bond.follows].some((id) => reached.has(id))) continue;
      found.add(bond);
      for (const id of measuresIn(bond)) reached.add(id);
    }
  }
  return [...found];
}

/** What keeps some measures from having scenarios together. */
export function noneOf(period: PeriodForecast, ids: readonly string[]): NoRange | null {
  for (const id of ids) {
    if (period.planned.has(id)) continue;
    const measure = period.measures.get(id);
    if (measure === undefined) return { code: 'no-history', days: 0, measure: id };
    if (measure.none !== null) return measure.none.code === 'unknown-event' ? measure.none : { ...measure.none, measure: id };
  }
  const origins = originsOf(period, ids).length;
  return origins < LEAST_ORIGINS ? { code: 'few-origins', origins } : null;
}

/** What keeps a ratio from having scenarios although its measures have some; with a side that is planned it follows from the two. */
export function ratioNoneOf({ bonds, planned }: PeriodForecast, metric: string): NoRange | null {
  const bond = bonds.get(metric);
  if (bond === undefined || hasScenarios(bond) || measuresIn(bond).some((id) => planned.has(id))) return null;
  return { code: 'few-origins', origins: bond.origins.size };
}

/** A metric at the end of the period, by what the days left bring of its measures. */
export function metricScenarios(period: PeriodForecast, metric: string, parts: MetricParts): MetricScenarios {
  const ids = measuresIn(parts);
  const toDate = (id: string): number | null => period.measures.get(id)?.toDate ?? null;
  const known = { over: sumOf(parts.over, toDate), under: parts.under === null ? 0 : sumOf(parts.under, toDate) };
  const restOf = (rests: Rests): MetricScenarios['rest'] => {
    const brings = (id: string): number | null => {
      const rest = rests.get(id);
      return rest === undefined ? null : toDouble(rest);
    };
    const [over, under] = [sumOf(parts.over, brings), parts.under === null ? 0 : sumOf(parts.under, brings)];
    return over === null || under === null ? null : { over, under };
  };
  const amountOf = (more: MetricScenarios['rest']): number | null => {
    if (known.over === null || known.under === null || more === null) return null;
    const amount = parts.under === null ? known.over + more.over : quotient(known.over + more.over, known.under + more.under);
    return amount === null ? null : toDouble(meantBy(amount));
  };
  const rest = restOf(restsAt(period, null));
  const none = noneOf(period, ids) ?? ratioNoneOf(period, metric);
  const values = none !== null ? [] : originsOf(period, ids).flatMap((origin) => amountOf(restOf(restsAt(period, origin))) ?? []);
  return {
    toDate: amountOf({ over: 0, under: 0 }),
    rest,
    ...inScenarios(values, none, amountOf(rest)),
  };
}

/** Values of scenarios, their middle expected; too few are none. */
export function inScenarios(
  values: readonly number[],
  none: NoRange | null,
  otherwise: number | null,
): Pick<MetricScenarios, 'expected' | 'values' | 'none'> {
  const few = none ?? (values.length < LEAST_ORIGINS ? { code: 'few-origins' as const, origins: values.length } : null);
  return few === null ? { expected: middleOf(ascending(values)), values, none: null } : { expected: otherwise, values: [], none: few };
}

/** Null where there is nothing below the line. */
function quotient(over: number, under: number): number | null {
  return under > 0 ? over / under : null;
}
