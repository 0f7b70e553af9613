import type { Vocabulary } from '../attainment/measures.js';
import { compare, divide, type Rational, sum, ZERO } from '../kernel/rational.js';
import { meantBy } from './doubles.js';
import { LEAST_ORIGINS, type MeasureForecast } from './measure-forecasts.js';
import { type LinearSum, measuresIn, partsOf, sumOf } from './metric-parts.js';
import { apartFrom, inAll, spreadOf } from './origins.js';
import { forecastRatio, type RatioForecast } from './ratio-forecast.js';

/** A ratio that is forecast as a ratio, and the measures that follow from it: so that what fees read says the same of it as its KPI. */
export interface RatioBond {
  readonly over: LinearSum;
  readonly under: LinearSum;
  /** What is made so much more or less, above the line or below it, that the days left have this ratio. */
  readonly follows: ReadonlySet<string>;
  /** Null: never had anything below the line. */
  readonly forecast: RatioForecast | null;
  /** Past days that the ratio and all of its measures were forecast on; too few of them have no scenarios. */
  readonly origins: ReadonlySet<number>;
}

/** What bonds are made of. */
interface BondGround {
  readonly words: Vocabulary;
  readonly measures: ReadonlyMap<string, MeasureForecast>;
  readonly daysGone: number;
  readonly daysLeft: number;
  /** Between what is known and the period's first. */
  readonly daysSkipped: number;
}

interface Ratio {
  readonly over: LinearSum;
  readonly under: LinearSum;
}

/**
 * The ratios among some metrics, in their order, each with what follows from it. What is read as a sum stays as it was forecast, and the
 * other side follows; where both sides are, the one that was harder to forecast; where neither is, what stands above the line. A ratio of
 * measures that earlier ones have settled is what these say.
 * @returns by metric.
 */
export function ratioBonds(ground: BondGround, metrics: readonly string[]): Map<string, RatioBond> {
  const { words } = ground;
  const parts = metrics.map((metric) => [metric, partsOf(words, metric)] as const);
  const sums = new Set(parts.flatMap(([, each]) => (each !== null && each.under === null ? measuresIn(each) : [])));
  const settled = new Set<string>();
  const bonds = new Map<string, RatioBond>();
  for (const [metric, each] of parts) {
    if (each === null || each.under === null || bonds.has(metric)) continue;
    const ratio = { over: each.over, under: each.under };
    const follows = followers(ground, ratio, sums, settled);
    if (follows === null) continue;
    const ids = measuresIn(ratio);
    const forecast = ratioForecast(ground, ratio);
    const origins = new Set(inAll([...factorsOf(ground, ids), forecast?.factors]));
    bonds.set(metric, { ...ratio, follows: new Set(follows), forecast, origins });
    for (const id of ids) settled.add(id);
  }
  return bonds;
}

/** Whether there are scenarios of a bond. */
export function hasScenarios({ origins }: RatioBond): boolean {
  return origins.size >= LEAST_ORIGINS;
}

/**
 * Makes what the days left bring follow from the ratio that they have; left as it is where nothing above 0 would do that. By exact numbers,
 * so that days whose ratio is the target have it to the last digit.
 * @param origin the past day of a scenario; null: as expected.
 */
export function followRatio(rests: Map<string, Rational>, { over, under, follows, forecast }: RatioBond, origin: number | null): void {
  const factor = origin === null ? 1 : forecast?.factors.get(origin);
  if (forecast === null || factor === undefined) return;
  const ratio = meantBy(forecast.ratio * factor);
  const sides = [
    ...[...over].map(([id, count]) => [id, meantBy(count)] as const),
    ...[...under].map(([id, count]) => [id, meantBy(-count).mul(ratio)] as const),
  ];
  const sumWhere = (isFree: boolean) =>
    sum(sides.flatMap(([id, count]) => (follows.has(id) === isFree ? [count.mul(rests.get(id) ?? ZERO)] : [])));
  const times = divide(sumWhere(false).neg(), sumWhere(true));
  if (times === undefined || compare(times, ZERO) < 0) return;
  for (const id of follows) rests.set(id, (rests.get(id) ?? ZERO).mul(times));
}

function followers(ground: BondGround, ratio: Ratio, sums: ReadonlySet<string>, settled: ReadonlySet<string>): readonly string[] | null {
  const { over, under } = ratio;
  const above = [...over.keys()].filter((id) => !under.has(id));
  const below = [...under.keys()].filter((id) => !over.has(id));
  const sides = [
    { ids: above, of: over },
    { ids: below, of: under },
  ].filter(({ ids }) => ids.length > 0 && !ids.some((id) => settled.has(id)));
  const unread = sides.find(({ ids }) => !ids.some((id) => sums.has(id)));
  if (unread !== undefined) return unread.ids;
  const [first, second] = sides;
  if (first === undefined || second === undefined) return first?.ids ?? null;
  return spreadOfSide(ground, second.of) > spreadOfSide(ground, first.of) ? second.ids : first.ids;
}

/** How far a sum's scenarios lie from what is expected of it. */
function spreadOfSide(ground: BondGround, sum: LinearSum): number {
  const { measures } = ground;
  const at = (origin: number | null): number =>
    sumOf(sum, (id) => {
      const measure = measures.get(id);
      return measure === undefined ? 0 : measure.rest * (origin === null ? 1 : (measure.factors.get(origin) ?? 1));
    }) ?? 0;
  const expected = at(null);
  if (!(expected > 0)) return 0;
  const origins = inAll(factorsOf(ground, [...sum.keys()]));
  return spreadOf(apartFrom(new Map(origins.map((origin) => [origin, at(origin) / expected])), 1));
}

function factorsOf({ measures }: BondGround, ids: readonly string[]) {
  return ids.map((id) => measures.get(id)?.factors);
}

/** The two sides day by day, over the days that all of their measures have. */
function ratioForecast({ measures, daysGone, daysLeft, daysSkipped }: BondGround, ratio: Ratio): RatioForecast | null {
  const all = measuresIn(ratio).map((id) => measures.get(id)?.series);
  const series = all.flatMap((each) => each ?? []);
  const [first] = series;
  if (first === undefined || series.length < all.length) return null;
  const start = series.reduce((latest, each) => Math.max(latest, each.start), first.start);
  const size = first.start + first.values.length - start;
  const dayOf = (sum: LinearSum, place: number): number =>
    sumOf(sum, (id) => {
      const own = measures.get(id)?.series;
      return own?.values[start - own.start + place] ?? 0;
    }) ?? 0;
  const side = (sum: LinearSum): Float64Array => Float64Array.from({ length: size }, (_, place) => dayOf(sum, place));
  const events = first.events.subarray(start - first.start);
  return forecastRatio({ start, over: side(ratio.over), under: side(ratio.under), events }, size, daysGone, daysLeft, daysSkipped);
}
