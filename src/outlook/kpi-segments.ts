import { measureValue } from '../attainment/measures.js';
import type { Kpi } from '../contract/model.js';
import type { EvidenceMeasure } from '../evidence/model.js';
import { compare, type Rational, sum } from '../kernel/rational.js';
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

/** What names of parts stand for. */
type Spelled = Map<string, SegmentMove['of']>;

/**
 * What moved of a KPI with each part of its measures, between two periods; together exactly the difference. Null where its measures are
 * not divided by the same column, where it is no sum or ratio of sums, or where rows are excluded from it.
 */
export function kpiSegments(kpi: Kpi, now: SettledPeriod, then: SettledPeriod): KpiSegments | null {
  const words = wordsOf(now);
  const shape = shapeOf(words, kpi.metric);
  if (shape === null) return null;
  const ids = [...new Set([...shape.top.keys(), ...(shape.bottom?.keys() ?? [])])];
  const columns = ids
    .map((id) => words.measures.get(id)?.by?.map(({ column }) => column) ?? [])
    .reduce((common, own) => common.filter((column) => own.includes(column)));
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
  const places = columns.map((column) => words.measures.get(id)?.by?.findIndex((each) => each.column === column) ?? -1);
  if (!whole.known || entry === undefined || entry.distinct !== undefined || places.includes(-1)) return null;
  const days = new Map<string, EvidenceMeasure['days'][number][]>();
  for (const { day, currency, parts = [] } of entry.days) {
    for (const { of, ...part } of parts) {
      const name = nameOf(
        places.map((place) => of[place] ?? null),
        spelled,
      );
      days.set(name, [...(days.get(name) ?? []), { ...part, day, ...(currency === undefined ? {} : { currency }) }]);
    }
  }
  const values = new Map<string, Rational>();
  for (const [name, own] of days) {
    const value = measureValue(words, period.evidence, id, { id, rows: entry.rows, nulls: entry.nulls, days: own });
    if (!value.known) return null;
    values.set(name, value.value);
  }
  return compare(sum(values.values()), whole.value) === 0 ? values : null;
}

const OTHER = null;

function nameOf(of: SegmentMove['of'], spelled: Spelled): string {
  // all others in one column are all others: parts of them are not told apart
  const told = of.includes(OTHER) ? of.map(() => OTHER) : of;
  const name = JSON.stringify(told);
  spelled.set(name, told);
  return name;
}

/**
 * Names that stand for themselves. Where anything is among all others, a name that is not everywhere may be among them there: it is put
 * to them everywhere.
 */
function namesOf(parts: readonly Parts[], spelled: Spelled): (name: string) => string {
  const [other] = [...spelled].find(([, of]) => of.includes(OTHER)) ?? [];
  if (other === undefined) return (name) => name;
  return (name) => (parts.every((each) => each.has(name)) ? name : other);
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
