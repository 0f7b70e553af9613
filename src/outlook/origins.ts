import { median, sizeOf } from './numbers.js';

/** How many past days, at most, a rule is tried on, and how many days each must have before it (outlook, § 3, 3). */
export const MOST_ORIGINS = 180;
export const DAYS_BEFORE = 42;
/** The future errs more than the past that a rule was seen on, the more so far out. */
const WIDENING = { base: 1.1, perSpread: 0.1, mostSpreads: 4 };
const ALMOST_NOTHING = 1e-9;

/** The past days that all of some forecasts have; none where one of them is missing. */
export function inAll(forecasts: readonly (Pick<ReadonlySet<number>, 'has' | 'keys'> | undefined)[]): number[] {
  const [first, ...others] = forecasts;
  return [...(first?.keys() ?? [])].filter((day) => others.every((each) => each?.has(day) === true));
}

/** How far errors lie from the usual one: 0.25 for a quarter more, −0.25 for as much less, on the same scale both ways. */
export function apartFrom(errors: ReadonlyMap<number, number>, usual: number): Map<number, number> {
  return new Map(
    [...errors].map(([day, error]) => {
      const ratio = usual > 0 ? error / usual : 1;
      return [day, ratio >= 1 ? ratio - 1 : 1 - 1 / Math.max(ratio, ALMOST_NOTHING)] as const;
    }),
  );
}

/** The usual distance from the usual error: half of all lie nearer. */
export function spreadOf(apart: ReadonlyMap<number, number>): number {
  return median([...apart.values()].map(sizeOf));
}

/** What a forecast is multiplied by in each scenario: the errors of past days beside the usual one, widened. */
export function widenedApart(errors: ReadonlyMap<number, number>, usual: number): Map<number, number> {
  const apart = apartFrom(errors, usual);
  const spread = spreadOf(apart);
  return new Map(
    [...apart].map(([day, each]) => {
      const spreads = spread > 0 ? Math.min(sizeOf(each) / spread, WIDENING.mostSpreads) : WIDENING.mostSpreads;
      const wide = each * (WIDENING.base + WIDENING.perSpread * spreads);
      return [day, wide >= 0 ? 1 + wide : 1 / (1 - wide)] as const;
    }),
  );
}
