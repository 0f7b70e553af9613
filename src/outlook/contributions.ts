import { ONE, type Rational, rational, sum, ZERO } from '../kernel/rational.js';

/**
 * Most drivers that are told apart. Every set of them is computed once: 2^8 = 256 values, a fraction of a second where a value is
 * a whole period's pay; and nobody reads a ninth row.
 */
export const MOST_DRIVERS = 8;

/** Which drivers are new, the others being as they were; by their places. */
export type NewOnes = (driver: number) => boolean;

/**
 * What each of some drivers moved of a value: its Shapley value, φ_k = Σ_S |S|!(n−|S|−1)!/n! · (v(S∪k) − v(S)), exact. No order of
 * the drivers is preferred, a driver that changes nothing moves nothing, and all of them add up to v(all) − v(none).
 * @param count how many drivers, at most {@link MOST_DRIVERS}.
 * @param value the value where some drivers are new; null where it cannot be known.
 * @returns one for each driver; null where a value that is needed is not known.
 * @throws RangeError for more drivers than that.
 */
export function contributions(count: number, value: (isNew: NewOnes) => Rational | null): readonly Rational[] | null {
  if (count > MOST_DRIVERS) throw new RangeError(`${count} drivers, at most ${MOST_DRIVERS}`);
  const sets = 1 << count;
  const values: Rational[] = [];
  for (let set = 0; set < sets; set += 1) {
    const found = value((driver) => isIn(set, driver));
    if (found === null) return null;
    values.push(found);
  }
  const weights = weightsOf(count);
  return Array.from({ length: count }, (_, driver) => contributionOf(driver, count, values, weights));
}

function isIn(set: number, driver: number): boolean {
  return (set & (1 << driver)) !== 0;
}

/** What one driver moves, by the size of the set that it joins: added up before it is weighed, since every fraction is reduced. */
function contributionOf(driver: number, count: number, values: readonly Rational[], weights: readonly Rational[]): Rational {
  const moved: Rational[][] = Array.from({ length: count }, () => []);
  values.forEach((without, set) => {
    const joined = values[set | (1 << driver)];
    if (isIn(set, driver) || joined === undefined) return;
    moved[sizeOf(set)]?.push(joined.sub(without));
  });
  return sum(moved.map((steps, size) => sum(steps).mul(weights[size] ?? ZERO)));
}

function sizeOf(set: number): number {
  let size = 0;
  for (let left = set; left > 0; left >>= 1) size += left & 1;
  return size;
}

/** |S|!(n−|S|−1)!/n! for every size of S. */
function weightsOf(count: number): Rational[] {
  const factorials: Rational[] = [ONE];
  for (let n = 1; n <= count; n += 1) factorials.push((factorials[n - 1] ?? ONE).mul(rational(n)));
  const of = (n: number): Rational => factorials[n] ?? ONE;
  return Array.from({ length: count }, (_, size) =>
    of(size)
      .mul(of(count - size - 1))
      .div(of(count)),
  );
}
