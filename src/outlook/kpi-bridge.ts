import { meaningOf } from '../attainment/meaning.js';
import type { Kpi } from '../contract/model.js';
import type { EvidenceDay } from '../evidence/model.js';
import { compare, type Rational, rational, sum, ZERO } from '../kernel/rational.js';
import { type BridgeFigures, type BridgePart, bridgeBy } from './bridge.js';
import { commonColumns, daysByPart, namesOf, type Spelled, valueOfDays } from './measure-parts.js';
import { measured, type SettledPeriod, wordsOf } from './settled-period.js';
import { type Sum, shapeOf } from './shape.js';

/** Why a bridge that is declared is not told. */
export type NoBridge = 'not-money' | 'excluded' | 'undefined' | 'defined-otherwise';

export type KpiBridge =
  | {
      readonly told: true;
      /** The measures whose rows are the units. */
      readonly units: readonly string[];
      readonly drivers: readonly { readonly driver: BridgePart; readonly moved: Rational }[];
    }
  | { readonly told: false; readonly why: NoBridge };

/** One side of a bridge: each segment's figures by its name. */
type Side = ReadonlyMap<string, BridgeFigures>;

/**
 * What the declared drivers of a KPI moved of it between two periods; null where it declares none. Its formula says what they are: a
 * measure that is added is money that comes in and its rows are the units, one that is taken off is given back. A segment is a part that
 * all of them are divided by, in one currency.
 */
export function kpiBridge(kpi: Kpi, now: SettledPeriod, then: SettledPeriod): KpiBridge | null {
  if (kpi.bridge === undefined) return null;
  const shape = shapeOf(wordsOf(now), kpi.metric);
  const units = shape === null ? [] : signed(shape.top, 1);
  const ids = [...units, ...(shape === null ? [] : signed(shape.top, -1))];
  const isMoney = ids.every((id) => 'sum' in (wordsOf(now).measures.get(id)?.aggregate ?? {}));
  if (shape === null || shape.bottom !== null || units.length === 0 || !isMoney) return { told: false, why: 'not-money' };
  const isExcluded = [now, then].some(({ evidence }) => evidence.variants.some((variant) => variant.kpi === kpi.id));
  if (isExcluded) return { told: false, why: 'excluded' };
  if (!ids.every((id) => meaningOf(now.entry.terms, id) === meaningOf(then.entry.terms, id)))
    return { told: false, why: 'defined-otherwise' };
  const sides = sidesOf(shape.top, now, then);
  if (sides === null) return { told: false, why: 'undefined' };
  const names = [...new Set([...sides.before.keys(), ...sides.after.keys()])];
  const segments = names.map((id) => ({ id, before: sides.before.get(id) ?? null, after: sides.after.get(id) ?? null }));
  const drivers = [...bridgeBy(segments, kpi.bridge)].map(([driver, moved]) => ({ driver, moved }));
  return { told: true, units, drivers };
}

function signed(top: Sum, sign: 1 | -1): string[] {
  return [...top].flatMap(([id, count]) => (compare(count, ZERO) === sign ? [id] : [])).sort();
}

/** A part's days in one currency. */
interface Group {
  readonly id: string;
  readonly part: string;
  readonly currency: string;
  readonly days: readonly EvidenceDay[];
}

/** Null where a measure is not known in one of the periods, or its parts are not all of it. */
function sidesOf(top: Sum, now: SettledPeriod, then: SettledPeriod): { readonly before: Side; readonly after: Side } | null {
  const ids = [...top.keys()].sort();
  const columns = commonColumns(wordsOf(now), ids);
  const spelled: Spelled = new Map();
  const [before, after] = [groupsOf(ids, columns, then, spelled), groupsOf(ids, columns, now, spelled)];
  if (before === null || after === null) return null;
  const all = [before, after].flatMap((groups) =>
    ids.map((id) => new Map(groups.filter((each) => each.id === id).map((each) => [each.part, true]))),
  );
  const names = namesOf(all, spelled);
  const [old, current] = [sideOf(before, names, top, then), sideOf(after, names, top, now)];
  return old === null || current === null ? null : { before: old, after: current };
}

function groupsOf(ids: readonly string[], columns: readonly string[], period: SettledPeriod, spelled: Spelled): Group[] | null {
  const words = wordsOf(period);
  const groups: Group[] = [];
  for (const id of ids) {
    const entry = period.evidence.measures.find((each) => each.id === id);
    const parts = entry === undefined ? null : daysByPart(words, entry, columns, spelled);
    if (parts === null) return null;
    for (const [part, days] of parts) {
      const currencies = [...new Set(days.map((day) => day.currency ?? words.contract.currency))];
      for (const currency of currencies)
        groups.push({ id, part, currency, days: days.filter((day) => (day.currency ?? words.contract.currency) === currency) });
    }
  }
  return groups;
}

function sideOf(groups: readonly Group[], names: (part: string) => string, top: Sum, period: SettledPeriod): Side | null {
  const gross = signed(top, 1);
  const side = new Map<string, BridgeFigures>();
  for (const group of groups) {
    const count = top.get(group.id) ?? ZERO;
    const isGross = compare(count, ZERO) > 0;
    const converted = valueOfDays(wordsOf(period), period.evidence, group.id, group.days);
    if (converted === null) return null;
    // money that is given back belongs to what it was paid for: with several that is not known, and it is an amount of its own
    const of = isGross || gross.length > 1 ? group.id : gross[0];
    const key = JSON.stringify([names(group.part), group.currency, of]);
    const { units, gross: raw, converted: paid, net } = side.get(key) ?? { units: ZERO, gross: ZERO, converted: ZERO, net: ZERO };
    const value = converted.mul(count);
    side.set(key, {
      units: isGross ? units.add(rational(group.days.reduce((rows, day) => rows + day.rows, 0))) : units,
      gross: isGross ? raw.add(sum(group.days.map((day) => rational(day.value ?? '0'))).mul(count)) : raw,
      converted: isGross ? paid.add(value) : paid,
      net: net.add(value),
    });
  }
  const whole = wholeOf(top, period);
  return whole !== null && compare(sum([...side.values()].map(({ net }) => net)), whole) === 0 ? side : null;
}

function wholeOf(top: Sum, period: SettledPeriod): Rational | null {
  const values: Rational[] = [];
  for (const [id, count] of top) {
    const value = measured(period, id);
    if (!value.known) return null;
    values.push(value.value.mul(count));
  }
  return sum(values);
}
