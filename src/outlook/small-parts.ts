import { measuresOf, type Vocabulary } from '../attainment/measures.js';
import type { DailySeries } from './daily-series.js';
import { LEAST_DAYS, type MeasureForecast } from './measure-forecasts.js';
import { type LinearSum, partsOf } from './metric-parts.js';

/** As much of a sum as a measure may be to be taken as expected. */
const SMALL = 0.05;

/**
 * Forecasts in which a measure that has too little data for scenarios of its own, and is hardly anything of all that it is added to or taken
 * off (the three refunds of a month), is as expected in those of the others: twice as much, or nothing, moves none by more than a twentieth.
 * @param metrics that count; in one that is neither a sum nor a ratio of sums nothing is small.
 */
export function withSmallParts(
  words: Vocabulary,
  measures: ReadonlyMap<string, MeasureForecast>,
  metrics: readonly string[],
): { readonly measures: ReadonlyMap<string, MeasureForecast>; readonly asExpected: readonly string[] } {
  const lacking = [...measures].flatMap(([id, { none }]) => (none === null || none.code === 'unknown-event' ? [] : [id]));
  if (lacking.length === 0) return { measures, asExpected: [] };
  const known = new Map([...measures].filter(([, { none }]) => none === null));
  const sides = metrics.flatMap((metric) => {
    const parts = partsOf(words, metric);
    // a sum of nothing but itself has nothing beside it that it could be small beside
    if (parts === null) return measuresOf(words, { metric }).map((id): LinearSum => new Map([[id, 1]]));
    return parts.under === null ? [parts.over] : [parts.over, parts.under];
  });
  const asExpected = lacking.filter((id) => {
    const own = sides.filter((side) => side.has(id));
    const measure = measures.get(id);
    return measure !== undefined && own.length > 0 && own.every((side) => isSmallIn(side, id, measure, known));
  });
  const origins = new Set([...known.values()].flatMap(({ factors }) => [...factors.keys()]));
  const start = [...known.values()].reduce((first, { series }) => Math.min(first, series.start), Number.POSITIVE_INFINITY);
  const all = new Map([...origins].map((origin) => [origin, 1] as const));
  const settled = asExpected.flatMap((id) => {
    const measure = measures.get(id);
    return measure === undefined ? [] : [[id, { ...measure, factors: all, none: null, series: since(measure.series, start) }] as const];
  });
  return { measures: new Map([...measures, ...settled]), asExpected };
}

/** Beside the others of a sum, of late and in the days left. */
function isSmallIn(side: LinearSum, id: string, measure: MeasureForecast, known: ReadonlyMap<string, MeasureForecast>): boolean {
  const others = [...side].flatMap(([each, factor]) => {
    const other = each === id ? undefined : known.get(each);
    return other === undefined ? [] : [{ factor, other }];
  });
  const own = side.get(id) ?? 0;
  const isSmall = (amountOf: (of: MeasureForecast) => number): boolean => {
    const rest = Math.abs(others.reduce((total, { factor, other }) => total + factor * amountOf(other), 0));
    return Math.abs(own * amountOf(measure)) <= SMALL * rest;
  };
  return others.length > 0 && isSmall(({ series }) => lately(series)) && isSmall(({ rest }) => rest);
}

function lately({ values }: DailySeries): number {
  let total = 0;
  for (let place = Math.max(0, values.length - LEAST_DAYS); place < values.length; place += 1) total += values[place] ?? 0;
  return total;
}

/** A series from an earlier day on: nothing came before it began. */
function since(series: DailySeries, start: number): DailySeries {
  const more = series.start - start;
  if (!(more > 0)) return series;
  const longer = (days: Float64Array): Float64Array => Float64Array.from([...new Float64Array(more), ...days]);
  return {
    start,
    values: longer(series.values),
    rows: longer(series.rows),
    events: Uint8Array.from([...new Uint8Array(more), ...series.events]),
  };
}
