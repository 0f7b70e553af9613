import { isDistinct, type Vocabulary } from '../attainment/measures.js';
import type { Terms } from '../contract/model.js';
import { type Sum, shapeOf } from './shape.js';

/** A ratio of what spend brings to the spend, or the other way round. */
export interface SpendRatio {
  readonly metric: string;
  /** The KPI that scores it; null: it is watched. */
  readonly kpi: string | null;
  readonly better: 'higher' | 'lower';
  /** Where the spend stands: `under` the line (ROAS) or `over` it (cost per customer). */
  readonly spendIs: 'under' | 'over';
  readonly top: Sum;
  readonly bottom: Sum;
}

/** What can be told by a column, or why nothing can. */
export type SpendFound =
  | { readonly told: true; readonly spend: string; readonly ratios: readonly SpendRatio[] }
  | { readonly told: false; readonly why: 'not-divided' | 'no-spend' | 'several'; readonly measures: readonly string[] };

/**
 * The measure of the spend, and the ratios that tell what it brings by a column. Which measure it is follows from the KPIs: the one sum
 * below the line where more is better, above it where less is. Where that is not one measure, it has to be named.
 */
export function spendOf(words: Vocabulary, column: string, named: string | null): SpendFound {
  const divided = [...words.measures.values()]
    .filter(({ by }) => by?.some((each) => each.column === column && !('lag' in each)))
    .map(({ id }) => id);
  if (divided.length === 0) return { told: false, why: 'not-divided', measures: [] };
  const ratios = ratiosBy(words, divided);
  const found = [...new Set(ratios.map(({ spend }) => spend))].sort();
  if (named === null && found.length > 1) return { told: false, why: 'several', measures: found };
  const spend = named ?? found[0];
  const own = ratios.filter((each) => each.spend === spend);
  if (spend === undefined || own.length === 0) return { told: false, why: 'no-spend', measures: divided };
  return { told: true, spend, ratios: own.map(({ ratio }) => ratio) };
}

/** Every ratio of KPIs and watched metrics whose measures are all divided, with what would be its spend. */
function ratiosBy(words: Vocabulary, divided: readonly string[]): { readonly spend: string; readonly ratio: SpendRatio }[] {
  const { kpis, watch = [] } = words.contract;
  const scored = kpis.map(({ id, metric, better }) => ({ kpi: id, metric, better }));
  const watched = watch.filter((metric) => !kpis.some((kpi) => kpi.metric === metric));
  const asked = [...scored, ...watched.map((metric) => ({ kpi: null, metric, better: 'higher' as const }))];
  return asked.flatMap(({ kpi, metric, better }) => {
    const shape = shapeOf(words, metric);
    if (shape === null || shape.bottom === null) return [];
    const { top, bottom } = shape;
    const spendIs = better === 'higher' ? ('under' as const) : ('over' as const);
    const [spend, ...more] = [...(spendIs === 'under' ? bottom : top).keys()];
    const isSum = 'sum' in (words.measures.get(spend ?? '')?.aggregate ?? {});
    const ids = [...top.keys(), ...bottom.keys()];
    // what stands on both sides is no spend that brings something
    const isApart = new Set(ids).size === ids.length;
    const adds = ids.every((id) => !isDistinct(words, id));
    if (spend === undefined || more.length > 0 || !isSum || !isApart || !adds || !ids.every((id) => divided.includes(id))) return [];
    return [{ spend, ratio: { metric, kpi, better, spendIs, top, bottom } }];
  });
}

/** Sales as the platforms claim them, and the shop's own: the two sides of a reconciliation, one of the spend's fact. */
export interface Claim {
  readonly id: string;
  readonly claimed: string;
  readonly own: string;
}

/** Reconciliations that compare what the spend's platforms say that they brought with something else. */
export function claimsOf({ definitions }: Terms, words: Vocabulary, spend: string, column: string): Claim[] {
  const fact = words.measures.get(spend)?.of;
  const isClaim = (name: string) => {
    const [only, ...more] = words.measures.has(name) ? [name] : [...(shapeOf(words, name)?.top.keys() ?? [])];
    const measure = words.measures.get(only ?? '');
    return (
      more.length === 0 && measure?.of === fact && measure?.id !== spend && measure?.by?.some((each) => each.column === column) === true
    );
  };
  return definitions.reconcile.flatMap(({ id, left, right }): Claim[] => {
    if (isClaim(left) === isClaim(right)) return [];
    return [isClaim(left) ? { id, claimed: left, own: right } : { id, claimed: right, own: left }];
  });
}
