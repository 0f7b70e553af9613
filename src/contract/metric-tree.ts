import { ONE, rational } from '../kernel/rational.js';
import type { Definitions, Expression, MetricTree } from './model.js';
import {
  add,
  constant,
  dividedBy,
  isNothing,
  multiply,
  type Polynomial,
  polynomialText,
  same,
  TooManyTerms,
  variable,
  withoutShared,
} from './polynomial.js';

/** A quotient of polynomials in measures. */
interface Quotient {
  readonly above: Polynomial;
  readonly below: Polynomial;
}

/** What a tree's factors make, compared with its metric: the same; that many times it; or more than can be compared. */
export type TreeProof = { readonly kind: 'same' } | { readonly kind: 'left'; readonly over: string } | { readonly kind: 'too-large' };

/**
 * Whether a metric is the product of its tree's factors, for whatever values: proved from the formulas written out down to measures, exactly.
 * min and max are taken as they stand: equal only to themselves. Names are checked before.
 */
export function proveTree(definitions: Definitions, { metric, factors }: MetricTree): TreeProof {
  try {
    const formulas = new Map(definitions.metrics.map(({ id, formula }) => [id, formula]));
    const one: Quotient = { above: constant(ONE), below: constant(ONE) };
    const made = factors.reduce((all, factor) => times(all, oriented(quotientOf(formulas, factor.metric), factor.per)), one);
    const whole = quotientOf(formulas, metric);
    const [above, below] = [multiply(made.above, whole.below), multiply(made.below, whole.above)];
    if (isNothing(above) || isNothing(below)) return { kind: 'left', over: '0' };
    return same(above, below) ? { kind: 'same' } : { kind: 'left', over: leftText(above, below) };
  } catch (error) {
    if (error instanceof TooManyTerms) return { kind: 'too-large' };
    throw error;
  }
}

function oriented(quotient: Quotient, per: boolean): Quotient {
  return per ? { above: quotient.below, below: quotient.above } : quotient;
}

function times(a: Quotient, b: Quotient): Quotient {
  return { above: multiply(a.above, b.above), below: multiply(a.below, b.below) };
}

function quotientOf(formulas: ReadonlyMap<string, Expression>, metric: string): Quotient {
  const known = new Map<string, Quotient>();
  const named = (id: string): Quotient => {
    const formula = formulas.get(id);
    const found = known.get(id) ?? (formula === undefined ? { above: variable(id), below: constant(ONE) } : read(formula));
    known.set(id, found);
    return found;
  };
  const read = (part: Expression): Quotient => {
    if ('number' in part) return { above: constant(rational(part.number)), below: constant(ONE) };
    if ('measure' in part) return named(part.measure);
    if ('metric' in part) return named(part.metric);
    if ('negate' in part) return times({ above: constant(rational(-1)), below: constant(ONE) }, read(part.negate));
    if (part.op === 'min' || part.op === 'max') {
      const sides = [read(part.left), read(part.right)].map(({ above, below }) => leftText(above, below)).sort();
      return { above: variable(`${part.op}(${sides.join(', ')})`), below: constant(ONE) };
    }
    const [left, right] = [read(part.left), read(part.right)];
    if (part.op === '*') return times(left, right);
    if (part.op === '/') return times(left, oriented(right, true));
    const sign = constant(rational(part.op === '-' ? -1 : 1));
    const above = add(multiply(left.above, right.below), multiply(sign, multiply(right.above, left.below)));
    return { above, below: multiply(left.below, right.below) };
  };
  return named(metric);
}

/** A quotient in words, shortened where one side divides the other. */
function leftText(above: Polynomial, below: Polynomial): string {
  const whole = dividedBy(above, below);
  if (whole !== null) return polynomialText(whole);
  const part = dividedBy(below, above);
  if (part !== null) return `1 / ${bracketed(part)}`;
  const [top, bottom] = withoutShared(above, below);
  return `${bracketed(top)} / ${bracketed(bottom)}`;
}

function bracketed(polynomial: Polynomial): string {
  const text = polynomialText(polynomial);
  return polynomial.size > 1 || text.includes(' * ') ? `(${text})` : text;
}
