import { type Rational, rational } from '../kernel/rational.js';
import type { Steps } from './model.js';

/** A point, band or tier with its numbers read. */
export interface Step {
  readonly at: Rational;
  readonly value: Rational;
}

const read = new WeakMap<Steps, readonly Step[]>();

/** The numbers of points, bands or tiers, read once however many rules and periods look at them. */
export function stepNumbers(steps: Steps): readonly Step[] {
  const known = read.get(steps);
  if (known !== undefined) return known;
  const numbers = steps.map(({ at, value }) => ({ at: rational(at), value: rational(value) }));
  read.set(steps, numbers);
  return numbers;
}
