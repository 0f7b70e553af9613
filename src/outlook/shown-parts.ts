import { compare, type Rational, rational } from '../kernel/rational.js';

/** A part of a sum by its name; names decide where remainders are equal, so that no order of the parts does. */
export interface Part {
  readonly id: string;
  readonly value: Rational;
}

/**
 * Parts as they are shown: each a whole number of units, together exactly the total that is shown over them (largest remainder).
 * @param parts exact, of different names.
 * @param total in units: the exact sum, rounded, or what is left between two rounded figures.
 * @param digits after the point of a unit (cents: 2).
 * @returns by name, in units.
 */
export function shownParts(parts: readonly Part[], total: bigint, digits: number): ReadonlyMap<string, bigint> {
  const unit = rational(10n ** BigInt(digits));
  const floors = parts.map(({ id, value }) => {
    const exact = value.mul(unit);
    const floor = exact.floor();
    return { id, floor: floor.s * floor.n, rest: exact.sub(floor) };
  });
  const shown = new Map(floors.map(({ id, floor }) => [id, floor]));
  const inTurn = [...floors].sort((a, b) => compare(b.rest, a.rest) || (a.id < b.id ? -1 : 1));
  let left = total - floors.reduce((all, { floor }) => all + floor, 0n);
  const step = left < 0n ? -1n : 1n;
  if (step < 0n) inTurn.reverse();
  for (let at = 0; left !== 0n && inTurn.length > 0; at = (at + 1) % inTurn.length) {
    const id = inTurn[at]?.id ?? '';
    shown.set(id, (shown.get(id) ?? 0n) + step);
    left -= step;
  }
  return shown;
}
