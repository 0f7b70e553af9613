import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded chance: the same seed gives the same numbers on every machine. Whole numbers only, so that no float rounds. */
export interface Dice {
  /** A whole number from `low` to `high`, both included, all equally likely. */
  between(low: number, high: number): number;
  /** Like {@link between}, but the middle is likelier than the ends: the sum of two throws. */
  around(low: number, high: number): number;
  /** True in `perMille` of a thousand cases. */
  chance(perMille: number): boolean;
  /** One of several things, as often as its weight says. */
  pick<T extends { readonly weight: number }>(things: readonly [T, ...T[]]): T;
}

/** Dice of their own for every table: what one table draws never shifts another. */
export function dice(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  const between = (low: number, high: number) => uniformInt(generator, low, high);
  return {
    between,
    around(low, high) {
      const half = Math.floor((high - low) / 2);
      return low + between(0, half) + between(0, high - low - half);
    },
    chance: (perMille) => between(1, 1000) <= perMille,
    pick(things) {
      const total = things.reduce((sum, thing) => sum + thing.weight, 0);
      let left = between(1, total);
      for (const thing of things) {
        left -= thing.weight;
        if (left <= 0) return thing;
      }
      return things[0];
    },
  };
}
