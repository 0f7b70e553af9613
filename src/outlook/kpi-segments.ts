import { measureValue } from '../attainment/measures.js';
import type { Kpi } from '../contract/model.js';
import { compare, type Rational, sum } from '../kernel/rational.js';
import { commonColumns, daysByPart, namesOf, type Spelled } from './measure-parts.js';
import { type Presence, ratioMoves, type Segment, sumMoves } from './segments.js';
import { measured, type SettledPeriod, wordsOf } from './settled-period.js';
import { type Shape, type Sum, shapeOf } from './shape.js';

/** What moved of a KPI with a part of its measures; `rate` and `mix` where it is a ratio. */
export interface SegmentMove {
  /** Its value in each column; null: all others. */
  readonly of: readonly (string | null)[];
  readonly presence: Presence;
  readonly moved: Rational;
  readonly split: { readonly rate: Rational; readonly mix: Rational } | null;
}

export interface KpiSegments {
  readonly columns: readonly string[];
  readonly moves: readonly SegmentMove[];
}

/** Values of a measure by the name of a part. */
type Parts = ReadonlyMap<string, Rational>;

/**
 * What moved of a KPI with each part of its measures, between two periods; together exactly the difference. Null where its measures are
 * not divided by the same column (or by those asked for), where it is no sum or ratio of sums, or where rows are excluded from it.
 */
export function kpiSegments(
  kpi: Pick<Kpi, 'id' | 'metric'>,
  now: SettledPeriod,
  then: SettledPeriod,
  by: readonly string[] | null = null,
): KpiSegments | null {
  const words = wordsOf(now);
  const shape = shapeOf(words, kpi.metric);
  if (shape === null) return null;
  const ids = [...new Set([...shape.top.keys(), ...(shape.bottom?.keys() ?? [])])];
  const columns = by ?? commonColumns(words, ids);
  const excluded = [now, then].some(({ evidence }) => evidence.variants.some((variant) => variant.kpi === kpi.id));
  if (columns.length === 0 || excluded) return null;
  const spelled: Spelled = new Map();
  const before = partsOf(ids, columns, then, spelled);
  const after = partsOf(ids, columns, now, spelled);
  if (before === null || after === null) return null;
  const names = namesOf([...before.values(), ...after.values()], spelled);
  const moves = movesOf(shape, { names, spelled }, before, after);
  return moves === null ? null : { columns, moves };
}

/** Each measure by its parts; null where a part is not known, or they are not the whole. */
function partsOf(
  ids: readonly string[],
  columns: readonly string[],
  period: SettledPeriod,
  spelled: Spelled,
): ReadonlyMap<string, Parts> | null {
  const found = new Map<string, Parts>();
  for (const id of ids) {
    const parts = partsOfMeasure(id, columns, period, spelled);
    if (parts === null) return null;
    found.set(id, parts);
  }
  return found;
}

function partsOfMeasure(id: string, columns: readonly string[], period: SettledPeriod, spelled: Spelled): Parts | null {
  const words = wordsOf(period);
  const whole = measured(period, id);
  const entry = period.evidence.measures.find((each) => each.id === id);
  if (!whole.known || entry === undefined) return null;
  const days = daysByPart(words, entry, columns, spelled);
  if (days === null) return null;
  const values = new Map<string, Rational>();
  for (const [name, own] of days) {
    const value = measureValue(words, period.evidence, id, { id, rows: entry.rows, nulls: entry.nulls, days: own });
    if (!value.known) return null;
    values.set(name, value.value);
  }
  return compare(sum(values.values()), whole.value) === 0 ? values : null;
}

function movesOf(
  { top, bottom }: Shape,
  { names, spelled }: { readonly names: (name: string) => string; readonly spelled: Spelled },
  before: ReadonlyMap<string, Parts>,
  after: ReadonlyMap<string, Parts>,
): SegmentMove[] | null {
  const all = [...new Set([before, after].flatMap((side) => [...side.values()].flatMap((parts) => [...parts.keys()].map(names))))];
  const valueOn = (side: ReadonlyMap<string, Parts>, of: Sum, segment: string): Rational =>
    sum(
      [...of].flatMap(([id, count]) =>
        [...(side.get(id) ?? [])].flatMap(([name, value]) => (names(name) === segment ? [value.mul(count)] : [])),
      ),
    );
  const read = (id: string) => spelled.get(id) ?? [];
  if (bottom === null) {
    const segments = all.map((id): Segment<Rational> => ({ id, before: valueOn(before, top, id), after: valueOn(after, top, id) }));
    return sumMoves(segments).map(({ id, presence, moved }) => ({ of: read(id), presence, moved, split: null }));
  }
  const sums = (side: ReadonlyMap<string, Parts>, id: string) => ({ top: valueOn(side, top, id), bottom: valueOn(side, bottom, id) });
  const moves = ratioMoves(all.map((id) => ({ id, before: sums(before, id), after: sums(after, id) })));
  return moves?.map(({ id, presence, rate, mix }) => ({ of: read(id), presence, moved: rate.add(mix), split: { rate, mix } })) ?? null;
}
