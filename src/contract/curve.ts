import { compare, divide, maximum, minimum, ONE, type Rational, rational, ZERO } from '../kernel/rational.js';
import type { Steps } from './model.js';
import { stepNumbers } from './step-numbers.js';

/** A KPI's levels as they hold for a period, multiples resolved and flows scaled to the days in force. */
export interface ScoreLine {
  readonly better: 'higher' | 'lower';
  readonly threshold: Rational;
  readonly target: Rational;
  readonly stretch: Rational | null;
  readonly cap: Rational;
}

/**
 * The score that an actual earns (section 4): piecewise linear through (threshold, 0), (target, 100%), (stretch, cap);
 * 0 beyond the threshold, cap beyond the stretch. Without stretch the line threshold→target goes on to the cap.
 */
export function scoreOf(actual: Rational, line: ScoreLine): Rational {
  // `lower` is `higher` with the number line turned round.
  const turn = line.better === 'higher' ? ONE : rational(-1);
  const x = actual.mul(turn);
  const low = line.threshold.mul(turn);
  const mid = line.target.mul(turn);
  if (compare(x, low) <= 0) return ZERO;
  if (compare(x, mid) <= 0) return minimum(between(x, low, mid, ZERO, ONE), line.cap);
  if (line.stretch === null) return minimum(between(x, low, mid, ZERO, ONE), line.cap);
  const high = line.stretch.mul(turn);
  if (compare(x, high) >= 0) return line.cap;
  return between(x, mid, high, ONE, line.cap);
}

/** The straight line through (x0, y0) and (x1, y1) at x. */
function between(x: Rational, x0: Rational, x1: Rational, y0: Rational, y1: Rational): Rational {
  const share = divide(x.sub(x0), x1.sub(x0));
  return share === undefined ? y1 : y0.add(share.mul(y1.sub(y0)));
}

/** actual/target, or target/actual for `lower`, where an actual of 0 or less counts as the cap. For reading only. */
export function attainmentOf(actual: Rational, line: ScoreLine): Rational {
  if (line.better === 'higher') return divide(actual, line.target) ?? line.cap;
  return compare(actual, ZERO) <= 0 ? line.cap : (divide(line.target, actual) ?? line.cap);
}

/** The share of a bonus pool that a score pays: 0 below the first point, the last value beyond the last. */
export function paysOf(score: Rational, points: Steps, shape: 'step' | 'linear'): Rational {
  let below: { at: Rational; value: Rational } | null = null;
  for (const { at, value } of stepNumbers(points)) {
    if (compare(score, at) < 0) {
      if (below === null) return ZERO;
      return shape === 'step' ? below.value : between(score, below.at, at, below.value, value);
    }
    below = { at, value };
  }
  return below?.value ?? ZERO;
}

/** A part of a commission's base with the rate it earns. */
export interface TierPart {
  readonly rate: Rational;
  readonly part: Rational;
}

/**
 * The parts of a commission (section 5). marginal: Σ rate × part of the base inside `[from, next)`; whole: the rate of
 * the band that holds the base, on all of it, exactly at `from` being in the upper band; a negative base: the lowest rate of all.
 */
export function tierParts(base: Rational, tiers: Steps, mode: 'marginal' | 'whole'): TierPart[] {
  const bands = stepNumbers(tiers).map(({ at, value }) => ({ from: at, rate: value }));
  const first = bands[0];
  if (first === undefined) return [];
  if (compare(base, ZERO) < 0) return [{ rate: bands.map(({ rate }) => rate).reduce(minimum), part: base }];
  if (mode === 'whole') {
    let rate = first.rate;
    for (const band of bands) if (compare(base, band.from) >= 0) rate = band.rate;
    return [{ rate, part: base }];
  }
  const parts: TierPart[] = [];
  bands.forEach((band, index) => {
    const next = bands[index + 1];
    const end = next === undefined ? base : minimum(base, next.from);
    const part = maximum(ZERO, end.sub(band.from));
    if (compare(part, ZERO) > 0 || index === 0) parts.push({ rate: band.rate, part });
  });
  return parts;
}

/** A penalty's deduction: that of the lowest band the score is strictly below; 0 when it is below none. */
export function deductionOf(score: Rational, bands: Steps): Rational {
  for (const band of stepNumbers(bands)) if (compare(score, band.at) < 0) return band.value;
  return ZERO;
}
