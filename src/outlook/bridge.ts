import type { BridgeDriver } from '../contract/model.js';
import { divide, isZero, ONE, type Rational, sum, ZERO } from '../kernel/rational.js';
import { contributions } from './contributions.js';
import type { Segment } from './segments.js';

/** The links from units to net money, in the order in which one is made of the other. */
export const BRIDGE_DRIVERS = ['volume', 'mix', 'price', 'fx', 'refunds'] as const satisfies readonly BridgeDriver[];

/** What a segment came to in one period: each figure is what the one before it became. */
export interface BridgeFigures {
  readonly units: Rational;
  /** Money in the segment's own currency. */
  readonly gross: Rational;
  /** The same in the contract's currency. */
  readonly converted: Rational;
  /** After refunds. */
  readonly net: Rational;
}

const NOTHING: BridgeFigures = { units: ZERO, gross: ZERO, converted: ZERO, net: ZERO };

/** A figure of both periods. */
interface Both {
  readonly before: Rational;
  readonly after: Rational;
}

/**
 * How net money came from one period to another: by how many units in all, by which segments they are in, by what a unit costs, by
 * what its currency is worth, by what share is given back. Each segment's net is units × price × rate × (1 − refunded); a driver's
 * part is its Shapley value, so that together they are exactly the difference.
 * A segment that is in one period only has no price, rate or refunds of its own to compare: it moves by volume and mix. Where a
 * figure comes of nothing (refunds in a month without sales) it is counted as an amount, not as a share.
 */
export function bridge(segments: readonly Segment<BridgeFigures>[]): Readonly<Record<BridgeDriver, Rational>> {
  const parts = bridgeBy(segments, BRIDGE_DRIVERS);
  const moved = (driver: BridgeDriver): Rational => parts.get(driver) ?? ZERO;
  return { volume: moved('volume'), mix: moved('mix'), price: moved('price'), fx: moved('fx'), refunds: moved('refunds') };
}

/** A driver, or all that are not told apart. */
export type BridgePart = BridgeDriver | 'rest';

/**
 * The same by some of the drivers; all others are one driver, `rest`.
 * @returns in the order of the chain, `rest` last, only where there are others.
 */
export function bridgeBy(
  segments: readonly Segment<BridgeFigures>[],
  declared: readonly BridgeDriver[],
): ReadonlyMap<BridgePart, Rational> {
  const netWhere = netOf(segments);
  const named = BRIDGE_DRIVERS.filter((driver) => declared.includes(driver));
  const told: readonly BridgePart[] = named.length < BRIDGE_DRIVERS.length ? [...named, 'rest'] : named;
  const placeOf = (driver: BridgeDriver) => told.indexOf(declared.includes(driver) ? driver : 'rest');
  const parts = contributions(told.length, (isNew) => netWhere((driver) => isNew(placeOf(driver))));
  return new Map(told.map((driver, place) => [driver, parts?.[place] ?? ZERO]));
}

/** The net of all segments where some drivers are new. */
function netOf(segments: readonly Segment<BridgeFigures>[]): (isNew: (driver: BridgeDriver) => boolean) => Rational {
  const sides = segments.map(({ before, after }) => ({ before: before ?? NOTHING, after: after ?? NOTHING }));
  const of = (key: keyof BridgeFigures) => sides.map(({ before, after }): Both => ({ before: before[key], after: after[key] }));
  const [units, gross, converted, net] = [of('units'), of('gross'), of('converted'), of('net')];
  const unitsIn = unitsBy(units);
  const links = sides.map((_, at) => ({
    price: linkOf(units[at], gross[at], 'other'),
    fx: linkOf(gross[at], converted[at], 'same'),
    refunds: linkOf(converted[at], net[at], 'same'),
  }));
  return (isNew) =>
    sum(
      links.map((link, at) => {
        const count = unitsIn(at, isNew('volume'), isNew('mix'));
        return link.refunds(link.fx(link.price(count, isNew('price')), isNew('fx')), isNew('refunds'));
      }),
    );
}

/** The units of a segment: all units × its share of them. Where all units of a period are 0 there is no share, and no mix. */
function unitsBy(units: readonly Both[]): (at: number, volume: boolean, mix: boolean) => Rational {
  const total: Both = { before: sum(units.map(({ before }) => before)), after: sum(units.map(({ after }) => after)) };
  if (isZero(total.before) || isZero(total.after)) return (at, volume) => pick(units[at], volume);
  const shares = units.map(({ before, after }): Both => ({ before: before.div(total.before), after: after.div(total.after) }));
  return (at, volume, mix) => pick(total, volume).mul(pick(shares[at], mix));
}

function pick(both: Both | undefined, isNew: boolean): Rational {
  return (isNew ? both?.after : both?.before) ?? ZERO;
}

type Link = (from: Rational, isNew: boolean) => Rational;

/**
 * How one figure is made of the one before it: times what a unit of that brings. A period without either borrows the other's; where
 * one comes of nothing there is no such factor, and it adds what it is more (of another unit: it is what it is).
 */
function linkOf(from: Both | undefined, to: Both | undefined, unit: 'same' | 'other'): Link {
  const factor = (side: 'before' | 'after'): Rational | null | undefined => {
    const [base, value] = [from?.[side] ?? ZERO, to?.[side] ?? ZERO];
    return isZero(base) && isZero(value) ? null : divide(value, base);
  };
  const [before, after] = [factor('before'), factor('after')];
  if (before === undefined || after === undefined) {
    const more = (side: 'before' | 'after') => (to?.[side] ?? ZERO).sub(unit === 'same' ? (from?.[side] ?? ZERO) : ZERO);
    const added: Both = { before: more('before'), after: more('after') };
    return (base, isNew) => (unit === 'same' ? base.add(pick(added, isNew)) : pick(added, isNew));
  }
  const factors: Both = { before: before ?? after ?? ONE, after: after ?? before ?? ONE };
  return (base, isNew) => base.mul(pick(factors, isNew));
}
