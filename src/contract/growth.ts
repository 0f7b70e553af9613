import { namesOf } from './merge-packs.js';
import type { Definitions, Expression } from './model.js';

/**
 * With which powers of time the parts of a formula grow, from the least to the most: a sum or count grows once, a quotient of two not at all.
 * Constants beside others say nothing, since a flow may begin above an amount (`revenue - 10000`); null where there are constants alone.
 */
export interface Growth {
  readonly least: number;
  readonly most: number;
}

const CONSTANT: Growth = { least: 0, most: 0 };
const ONCE: Growth = { least: 1, most: 1 };

/** The growth of a metric, down to its measures. Names that are neither, and cycles, which are issues of their own, are taken for measures. */
export function growthOf({ metrics }: Pick<Definitions, 'metrics'>): (metric: string) => Growth | null {
  const formulas = new Map(metrics.map(({ id, formula }) => [id, formula]));
  const known = new Map<string, Growth | null>();
  const read = (part: Expression): Growth | null => {
    if ('number' in part) return null;
    if ('measure' in part) return ONCE;
    if ('metric' in part) return known.has(part.metric) ? (known.get(part.metric) ?? null) : ONCE;
    if ('negate' in part) return read(part.negate);
    const [left, right] = [read(part.left), read(part.right)];
    if (left === null && right === null) return null;
    if (part.op === '*') return plus(left ?? CONSTANT, right ?? CONSTANT, 1);
    if (part.op === '/') return plus(left ?? CONSTANT, right ?? CONSTANT, -1);
    const [a, b] = [left ?? right ?? CONSTANT, right ?? left ?? CONSTANT];
    return { least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) };
  };
  return (metric) => {
    // those that a metric names come before it; a cycle is cut where it closes: no recursion, chains may be long
    const pending = [metric];
    const begun = new Set<string>();
    for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
      const formula = formulas.get(id) ?? { number: '0' };
      const inner = begun.has(id) ? [] : namesOf(formula).filter((name) => formulas.has(name) && !known.has(name) && !begun.has(name));
      begun.add(id);
      if (inner.length > 0) pending.push(...inner);
      else {
        pending.pop();
        if (!known.has(id)) known.set(id, read(formula));
      }
    }
    return known.get(metric) ?? null;
  };
}

function plus(a: Growth, b: Growth, sign: 1 | -1): Growth {
  return sign === 1 ? { least: a.least + b.least, most: a.most + b.most } : { least: a.least - b.most, most: a.most - b.least };
}
