/** Scores of a forecast by what came, in shares of what came. */

export const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;

export function quantile(sorted, share) {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  return sorted[below] + (place - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
}

/** E|X − y| − ½ E|X − X′| of an ensemble. */
function crps(sorted, came) {
  let [distance, spread] = [0, 0];
  for (const [index, value] of sorted.entries()) {
    distance += Math.abs(value - came);
    spread += (2 * index + 1 - sorted.length) * value;
  }
  return distance / sorted.length - spread / sorted.length ** 2;
}

/** Levels that a month may reach: the month before, and a tenth and a fifth around it. */
export const LEVELS = [0.8, 0.9, 1, 1.1, 1.2];

/** One forecast of one month, scored. */
export function scored({ expected, scenarios, came, before }) {
  const sorted = Float64Array.from(scenarios).sort();
  const within = (low, high) => Number(came >= quantile(sorted, low) && came <= quantile(sorted, high));
  const chances = before === null ? [] : LEVELS.map((times) => chance(sorted, came, before * times));
  return {
    mape: Math.abs(expected - came) / came,
    crps: crps(sorted, came) / came,
    in80: within(0.1, 0.9),
    in95: within(0.025, 0.975),
    chances,
  };
}

function chance(sorted, came, level) {
  const n = sorted.length;
  const share = sorted.filter((value) => value >= level).length / n;
  return { said: Math.min(Math.max(share, 1 / (n + 1)), n / (n + 1)), reached: Number(came >= level) };
}
