import { type Rational, rational } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import type { Steps } from './model.js';

/** A point, band or tier with its numbers read. */
export interface Step {
  readonly at: Rational;
  readonly value: Rational;
}

/** The numbers of points, bands or tiers, read once however many rules and periods look at them. */
export const stepNumbers = remembered((steps: Steps): readonly Step[] =>
  steps.map(({ at, value }) => ({ at: rational(at), value: rational(value) })),
);
