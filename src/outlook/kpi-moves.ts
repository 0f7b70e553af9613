import { meaningOf } from '../attainment/meaning.js';
import { evaluate, measuresOf } from '../attainment/measures.js';
import { undefinedBy, type Value } from '../attainment/value.js';
import type { Kpi } from '../contract/model.js';
import { compare, type Rational } from '../kernel/rational.js';
import { contributions, MOST_DRIVERS, type NewOnes } from './contributions.js';
import { measured, type SettledPeriod, wordsOf } from './settled-period.js';

/** What one driver was, is, and moved. */
export interface DriverMove {
  readonly id: string;
  readonly before: Rational;
  readonly after: Rational;
  readonly moved: Rational;
}

/** Why a difference cannot be told by drivers. */
export type NotTold = 'undefined' | 'defined-otherwise' | 'too-many';

export type KpiMoves =
  | { readonly told: true; readonly before: Rational; readonly after: Rational; readonly drivers: readonly DriverMove[] }
  | { readonly told: false; readonly why: NotTold };

/**
 * What each measure of a KPI's formula moved of it between two periods, each on the rows that the KPI keeps there. Together exactly
 * the difference. Measures that are what they were are left out: they moved nothing.
 */
export function kpiMoves(kpi: Kpi, now: SettledPeriod, then: SettledPeriod): KpiMoves {
  const words = wordsOf(now);
  const expression = { metric: kpi.metric };
  const ids = measuresOf(words, expression).sort();
  if (!ids.every((id) => meaningOf(now.entry.terms, id) === meaningOf(then.entry.terms, id)))
    return { told: false, why: 'defined-otherwise' };
  const drivers = ids.map((id) => ({ id, before: measured(then, id, kpi.id), after: measured(now, id, kpi.id) }));
  if (drivers.some(({ before, after }) => !before.known || !after.known)) return { told: false, why: 'undefined' };
  const moving = drivers.flatMap(({ id, before, after }) => {
    const both = before.known && after.known && compare(before.value, after.value) !== 0;
    return both ? [{ id, before: before.value, after: after.value }] : [];
  });
  if (moving.length > MOST_DRIVERS) return { told: false, why: 'too-many' };
  const valueWhere = (isNew: NewOnes): Rational | null => {
    const value = evaluate(words, expression, (id) => measureIn(id, isNew), kpi.metric);
    return value.known ? value.value : null;
  };
  const measureIn = (id: string, isNew: NewOnes): Value => {
    const driver = drivers.find((each) => each.id === id);
    const isOld = !isNew(moving.findIndex((each) => each.id === id));
    return (isOld ? driver?.before : driver?.after) ?? undefinedBy([]);
  };
  const parts = contributions(moving.length, valueWhere);
  const [before, after] = [valueWhere(() => false), valueWhere(() => true)];
  if (parts === null || before === null || after === null) return { told: false, why: 'undefined' };
  return {
    told: true,
    before,
    after,
    drivers: moving.flatMap((driver, place) => {
      const moved = parts[place];
      return moved === undefined ? [] : [{ ...driver, moved }];
    }),
  };
}
