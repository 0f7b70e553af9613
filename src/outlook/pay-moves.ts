import { meaningOf } from '../attainment/meaning.js';
import { evaluate } from '../attainment/measures.js';
import type { EvidenceMeasure, EvidencePeriod, EvidenceVariant } from '../evidence/model.js';
import { exactly } from '../kernel/number-field.js';
import { compare, type Rational } from '../kernel/rational.js';
import { contributions, MOST_DRIVERS, type NewOnes } from './contributions.js';
import { GIVEN_FACT, givenMeasure, givenVariant, withMetricsGiven } from './given.js';
import { feesOn, measured, type SettledPeriod, wordsOf } from './settled-period.js';

/** What of the pay moved with one driver; `rest`: several that move little, together. */
export interface PayMove {
  readonly driver: { readonly kind: 'measure' | 'kpi'; readonly id: string } | { readonly kind: 'rest'; readonly ids: readonly string[] };
  readonly moved: Rational;
}

/** How the fees of a period came to differ from what they are compared with: exactly, line by line of this. */
export interface PayMoves {
  readonly before: Rational;
  readonly after: Rational;
  /** What moved with no measure: other terms, days in force, duties, what earlier periods left. */
  readonly terms: Rational;
  readonly drivers: readonly PayMove[];
}

/** A driver of the pay, and what it makes of the evidence while it is as it was. */
interface Driver {
  readonly id: string;
  readonly old: Pick<EvidencePeriod, 'measures' | 'variants'>;
}

/** What of the pay moved with each measure, against an earlier period; null where a line or a measure is not known. */
export function payMovesSince(now: SettledPeriod, then: SettledPeriod): PayMoves | null {
  const [before, after] = [feesOn(then, then.evidence), feesOn(now, now.evidence)];
  if (before === null || after === null) return null;
  const drivers: Driver[] = [];
  for (const { id } of now.entry.terms.definitions.measures) {
    if (meaningOf(now.entry.terms, id) !== meaningOf(then.entry.terms, id)) continue;
    const driver = measureDriver(id, now, then);
    if (driver !== null) drivers.push(driver);
  }
  return told({ before, after, drivers, kind: 'measure' }, (isNew, all) => feesOn(now, withOld(now.evidence, all, isNew)));
}

/** Null where it is what it was; one that is not known then cannot be put in its place. */
function measureDriver(id: string, now: SettledPeriod, then: SettledPeriod): Driver | null {
  const [before, after] = [measured(then, id), measured(now, id)];
  if (!before.known || (after.known && compare(before.value, after.value) === 0)) return null;
  const variants = now.evidence.variants.filter((each) => each.id === id);
  return {
    id,
    old: {
      measures: [givenMeasure(now.evidence, id, before.value)],
      variants: variants.flatMap(({ kpi }) => {
        const own = measured(then, id, kpi);
        return own.known ? [givenVariant(now.evidence, kpi, id, own.value)] : [];
      }),
    },
  };
}

/**
 * What of the pay moved with each KPI, against a period in which each is exactly on its target and all else as it is; null where a
 * line is not known. A base that is a KPI's metric moves with it.
 */
export function payMovesFromTarget(now: SettledPeriod): PayMoves | null {
  const { terms, statement } = now.entry;
  const definitions = withMetricsGiven(terms.definitions);
  const evidence = metricsAsMeasures(now);
  const drivers = terms.contract.kpis.flatMap((kpi): Driver[] => {
    const result = statement.kpis.find(({ id }) => id === kpi.id);
    const target = result === undefined ? null : exactly(result.target, result.targetExact);
    const actual = result === undefined ? null : exactly(result.actual, result.actualExact);
    if (target === null || actual === null || compare(target, actual) === 0) return [];
    const isFirst = terms.contract.kpis.find(({ metric }) => metric === kpi.metric) === kpi;
    return [
      {
        id: kpi.id,
        old: {
          measures: isFirst ? [givenMeasure(now.evidence, kpi.metric, target)] : [],
          variants: [givenVariant(now.evidence, kpi.id, kpi.metric, target)],
        },
      },
    ];
  });
  const feesWhere = (isNew: NewOnes, all: readonly Driver[]) => feesOn(now, withOld(evidence, all, isNew), definitions);
  const [before, after] = [feesWhere(() => false, drivers), feesWhere(() => true, drivers)];
  return before === null || after === null ? null : told({ before, after, drivers, kind: 'kpi' }, feesWhere);
}

interface Compared {
  readonly before: Rational;
  readonly after: Rational;
  readonly drivers: readonly Driver[];
  readonly kind: 'measure' | 'kpi';
}

type FeesWhere = (isNew: NewOnes, all: readonly Driver[]) => Rational | null;

/** Told by at most {@link MOST_DRIVERS}: those that move least by themselves move together. */
function told({ before, after, drivers, kind }: Compared, feesWhere: FeesWhere): PayMoves | null {
  const none = feesWhere(() => false, drivers);
  if (none === null) return null;
  const groups = drivers.length <= MOST_DRIVERS ? drivers.map((_, place) => [place]) : grouped(drivers, none, feesWhere);
  if (groups === null) return null;
  const groupOf = new Map(groups.flatMap((places, group) => places.map((place) => [place, group] as const)));
  const parts = contributions(groups.length, (isNew) => feesWhere((place) => isNew(groupOf.get(place) ?? -1), drivers));
  if (parts === null) return null;
  const moves = groups.flatMap((places, group): PayMove[] => {
    const moved = parts[group];
    const [first, ...others] = places.flatMap((place) => drivers[place]?.id ?? []);
    if (moved === undefined || first === undefined) return [];
    return [{ driver: others.length === 0 ? { kind, id: first } : { kind: 'rest', ids: [first, ...others] }, moved }];
  });
  return { before, after, terms: none.sub(before), drivers: moves };
}

/** Places of the drivers in groups: those that move most by themselves alone, the others in one. Null where a value is not known. */
function grouped(drivers: readonly Driver[], none: Rational, feesWhere: FeesWhere): number[][] | null {
  const ranked = drivers.flatMap(({ id }, place) => {
    const alone = feesWhere((each) => each === place, drivers);
    return alone === null ? [] : [{ id, place, size: alone.sub(none).abs() }];
  });
  if (ranked.length < drivers.length) return null;
  ranked.sort((a, b) => compare(b.size, a.size) || (a.id < b.id ? -1 : 1));
  const places = ranked.map(({ place }) => place);
  return [...places.slice(0, MOST_DRIVERS - 1).map((place) => [place]), places.slice(MOST_DRIVERS - 1)];
}

/** Evidence with the drivers that are not new as they were. */
function withOld(evidence: EvidencePeriod, drivers: readonly Driver[], isNew: NewOnes): EvidencePeriod {
  const old = drivers.filter((_, place) => !isNew(place)).map((driver) => driver.old);
  const measures = new Map<string, EvidenceMeasure>(evidence.measures.map((each) => [each.id, each]));
  for (const each of old.flatMap((given) => given.measures)) measures.set(each.id, each);
  const nameOf = ({ kpi, id }: EvidenceVariant) => `${kpi} ${id}`;
  const variants = new Map<string, EvidenceVariant>(evidence.variants.map((each) => [nameOf(each), each]));
  for (const each of old.flatMap((given) => given.variants)) variants.set(nameOf(each), each);
  return { ...evidence, measures: [...measures.values()], variants: [...variants.values()] };
}

/** The period's evidence under those definitions: each metric with the value that it has, on all rows and on those a KPI keeps. */
function metricsAsMeasures(now: SettledPeriod): EvidencePeriod {
  const { evidence } = now;
  const words = wordsOf(now);
  const metricValue = (metric: string, kpi: string | null): Rational | null => {
    const value = evaluate(words, { metric }, (id) => measured(now, id, kpi), metric);
    return value.known ? value.value : null;
  };
  const metrics = [...words.metrics.keys()];
  const kept = [...new Set(evidence.variants.map(({ kpi }) => kpi))];
  return {
    ...evidence,
    facts: [GIVEN_FACT],
    measures: metrics.flatMap((id) => {
      const value = metricValue(id, null);
      return value === null ? [] : [givenMeasure(evidence, id, value)];
    }),
    variants: kept.flatMap((kpi) =>
      metrics.flatMap((id) => {
        const value = metricValue(id, kpi);
        return value === null ? [] : [givenVariant(evidence, kpi, id, value)];
      }),
    ),
    rates: [],
  };
}
