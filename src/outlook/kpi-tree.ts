import { meaningOf } from '../attainment/meaning.js';
import { evaluate, measuresOf } from '../attainment/measures.js';
import type { Kpi, MetricTree } from '../contract/model.js';
import { exactly } from '../kernel/number-field.js';
import { compare, divide, ONE, type Rational, sum } from '../kernel/rational.js';
import { contributions, MOST_DRIVERS } from './contributions.js';
import type { NotTold } from './kpi-moves.js';
import { measured, type SettledPeriod, wordsOf } from './settled-period.js';

/** A metric of a tree, and what of the metric at its root moved with it. */
export interface NodeMove {
  readonly metric: string;
  readonly depth: number;
  /** Whether what is above is divided by it. */
  readonly per: boolean;
  readonly before: Rational;
  readonly after: Rational;
  readonly moved: Rational;
}

/** A tree, each node before those below it; what moved with a node is what moved with the leaves below it, together. */
export interface TreeMoves {
  readonly before: Rational;
  readonly nodes: readonly NodeMove[];
}

export type KpiTree = { readonly told: true; readonly moves: TreeMoves } | { readonly told: false; readonly why: NotTold };

/** A factor of a tree with the factors that it has itself. */
interface Branch {
  readonly metric: string;
  readonly per: boolean;
  /** Whether the root is divided by it: `per` of `per` is not. */
  readonly under: boolean;
  readonly depth: number;
  readonly factors: readonly Branch[];
}

/** What each node of a KPI's tree moved of it between two periods, on the rows that the KPI keeps; null where it has no tree. */
export function treeSince(kpi: Kpi, now: SettledPeriod, then: SettledPeriod): KpiTree | null {
  const branches = branchesOf(now.entry.terms.definitions.tree ?? [], kpi.metric);
  if (branches === null) return null;
  const leaves = branches.flatMap(leavesOf);
  if (leaves.length > MOST_DRIVERS) return { told: false, why: 'too-many' };
  const words = wordsOf(now);
  const ids = new Set(leaves.flatMap(({ metric }) => measuresOf(words, { metric })));
  if (![...ids].every((id) => meaningOf(now.entry.terms, id) === meaningOf(then.entry.terms, id)))
    return { told: false, why: 'defined-otherwise' };
  const moves = movesOf(branches, {
    before: leaves.map(({ metric }) => valueIn(now, then, metric, kpi.id)),
    after: leaves.map(({ metric }) => valueIn(now, now, metric, kpi.id)),
  });
  return moves === null ? { told: false, why: 'undefined' } : { told: true, moves };
}

/**
 * The same against the KPI's target, where its factors have targets: those of the KPIs that score them. One factor may have none: it is
 * what the others leave of the KPI's target. Null where there is no tree, or targets do not say what its factors are to be.
 */
export function treeFromTarget(kpi: Kpi, now: SettledPeriod): TreeMoves | null {
  const branches = branchesOf(now.entry.terms.definitions.tree ?? [], kpi.metric);
  const leaves = branches?.flatMap(leavesOf) ?? [];
  if (branches === null || leaves.length > MOST_DRIVERS) return null;
  const target = targetOf(kpi.metric, now, kpi.id);
  const given = leaves.map(({ metric }) => targetOf(metric, now, null));
  const open = given.flatMap((value, place) => (value === null ? [place] : []));
  if (target === null || open.length > 1 || open.length === leaves.length) return null;
  const others = productOf(leaves, (place) => (open.includes(place) ? ONE : (given[place] ?? null)));
  const [first] = open;
  const left = others === null ? undefined : divide(target, others);
  if (left === undefined || (first === undefined && compare(left, ONE) !== 0)) return null;
  const implied = first !== undefined && leaves[first]?.under === true ? divide(ONE, left) : left;
  if (implied === undefined) return null;
  return movesOf(branches, {
    before: given.map((value) => value ?? implied),
    after: leaves.map(({ metric }) => valueIn(now, now, metric, kpi.id)),
  });
}

/** The target that a metric has in a statement: that of a KPI, or of the first that scores it. */
function targetOf(metric: string, { entry }: SettledPeriod, kpi: string | null): Rational | null {
  const found = entry.statement.kpis.find((each) => each.metric === metric && (kpi === null || each.id === kpi));
  return found === undefined ? null : exactly(found.target, found.targetExact);
}

/** A metric by the formulas of one period on the measures of another. */
function valueIn(formulas: SettledPeriod, period: SettledPeriod, metric: string, kpi: string): Rational | null {
  const value = evaluate(wordsOf(formulas), { metric }, (id) => measured(period, id, kpi), metric);
  return value.known ? value.value : null;
}

/** Null where a metric has no tree; taken apart as far down as its leaves can be told apart. */
function branchesOf(trees: readonly MetricTree[], root: string): readonly Branch[] | null {
  if (!trees.some(({ metric }) => metric === root)) return null;
  let branches = branchesBelow(trees, [root], false, 1);
  for (let levels = 2; levels <= trees.length; levels += 1) {
    const deeper = branchesBelow(trees, [root], false, levels);
    if (deeper.flatMap(leavesOf).length > MOST_DRIVERS) break;
    branches = deeper;
  }
  return branches;
}

/** The factors of the last metric of a path, so many levels down. */
function branchesBelow(trees: readonly MetricTree[], path: readonly string[], under: boolean, levels: number): readonly Branch[] {
  const factorsOf = (metric: string | undefined) => trees.find((tree) => tree.metric === metric)?.factors ?? [];
  return factorsOf(path.at(-1)).map(({ metric, per }) => {
    const isUnder = per !== under;
    const below = [...path, metric];
    // a is b × c, and b may be a ÷ c: what stands above is not taken apart again
    const isOpen = levels > 1 && !factorsOf(metric).some((factor) => below.includes(factor.metric));
    const factors = isOpen ? branchesBelow(trees, below, isUnder, levels - 1) : [];
    return { metric, per, under: isUnder, depth: path.length - 1, factors };
  });
}

function leavesOf(branch: Branch): readonly Branch[] {
  return branch.factors.length === 0 ? [branch] : branch.factors.flatMap(leavesOf);
}

/** Values of the leaves, in their order. */
interface Sides {
  readonly before: readonly (Rational | null)[];
  readonly after: readonly (Rational | null)[];
}

/** Null where a leaf is not known, or is 0 and divides. */
function movesOf(branches: readonly Branch[], sides: Sides): TreeMoves | null {
  const leaves = branches.flatMap(leavesOf);
  const whole = (isNew: (place: number) => boolean) =>
    productOf(leaves, (place) => (isNew(place) ? sides.after[place] : sides.before[place]) ?? null);
  const before = whole(() => false);
  const parts = contributions(leaves.length, whole);
  if (before === null || parts === null) return null;
  const nodes: NodeMove[] = [];
  let place = 0;
  // places of leaves are counted off as the branches are walked, so that a metric that stands twice is told twice
  const walk = (branch: Branch): boolean => {
    const first = place;
    const at = nodes.length;
    if (branch.factors.length === 0) place += 1;
    const isTold = branch.factors.every(walk);
    const own = leaves.slice(first, place);
    const factor = (values: Sides['before']) => {
      const product = productOf(own, (leaf) => values[first + leaf] ?? null);
      // leaves count as factors of the root, a node that divides it is the inverse of what they make
      return product === null ? undefined : branch.under ? divide(ONE, product) : product;
    };
    const [old, now] = [factor(sides.before), factor(sides.after)];
    if (old === undefined || now === undefined) return false;
    const { metric, depth, per } = branch;
    nodes.splice(at, 0, { metric, depth, per, before: old, after: now, moved: sum(parts.slice(first, place)) });
    return isTold;
  };
  return branches.every(walk) ? { before, nodes } : null;
}

/** What leaves make: times those above, divided by those under; null where one is not known, or divides and is 0. */
function productOf(leaves: readonly Branch[], valueAt: (place: number) => Rational | null): Rational | null {
  let product = ONE;
  for (const [place, { under }] of leaves.entries()) {
    const value = valueAt(place);
    const next = value === null ? undefined : under ? divide(product, value) : product.mul(value);
    if (next === undefined) return null;
    product = next;
  }
  return product;
}
