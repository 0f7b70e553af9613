/*
 * The rules that the outlook is measured against. Each gets what is known, the place after its last day, days gone of the month and days left,
 * and says what the days left bring: expected, and in scenarios by its own past errors.
 */

const MOST_ORIGINS = 180;
const DAYS_BEFORE = 42;

function median(values) {
  const sorted = Float64Array.from(values).sort();
  const { length } = sorted;
  return length % 2 === 1 ? sorted[(length - 1) / 2] : (sorted[length / 2 - 1] + sorted[length / 2]) / 2;
}

function sum(values, from, to) {
  let total = 0;
  for (let place = from; place < to; place += 1) total += values[place] ?? 0;
  return total;
}

/** A rule with scenarios made of what came ÷ what it said on past days. */
function withOwnErrors(said) {
  return ({ values, start }, gone, left) => {
    const until = values.length;
    const rest = said({ values, start }, until, gone, left);
    const scenarios = [];
    for (let origin = until - left; origin >= DAYS_BEFORE && scenarios.length < MOST_ORIGINS; origin -= 1) {
      const then = said({ values, start }, origin, gone, left);
      scenarios.push(then > 0 ? rest * (sum(values, origin, origin + left) / then) : rest);
    }
    return { rest, scenarios };
  };
}

/** The days left are as the days gone of the month were. */
export const runRate = withOwnErrors(({ values }, until, gone, left) => (sum(values, until - gone, until) / gone) * left);

/** The days left are as the last seven were. */
export const lastSeven = withOwnErrors(({ values }, until, _, left) => (sum(values, until - 7, until) / 7) * left);

/** Each day left is as the same weekday was last. */
export const seasonalNaive = withOwnErrors(({ values }, until, _, left) => {
  let total = 0;
  for (let ahead = 0; ahead < left; ahead += 1) total += values[until - 7 + (ahead % 7)] ?? 0;
  return total;
});

/** The rule that the design begins with ("R1"), as it is given there. */
export function firstRule({ values, start }, _, left) {
  const until = values.length;
  const said = (at) => {
    const weights = firstWeights(values, start, at);
    let days = 0;
    for (let ahead = 0; ahead < left; ahead += 1) days += weights[(start + at + ahead) % 7];
    return firstLevel(values, start, at, weights) * days;
  };
  const rest = said(until);
  const errors = [];
  for (let origin = until - left; origin >= DAYS_BEFORE && errors.length < MOST_ORIGINS; origin -= 1) {
    const then = said(origin);
    errors.push(then > 0 ? sum(values, origin, origin + left) / then : 1);
  }
  const usual = errors.length === 0 ? 1 : median(errors);
  const widened = (c) => (c >= 1 ? 1 + 1.3 * (c - 1) : 1 / (1 + 1.3 * (1 / Math.max(c, 1e-9) - 1)));
  return { rest, scenarios: errors.map((error) => rest * widened(usual > 0 ? error / usual : 1)) };
}

function firstWeights(values, start, until) {
  const ratios = Array.from({ length: 7 }, () => []);
  for (let place = Math.max(3, until - 84); place < until - 3; place += 1) {
    const around = sum(values, place - 3, place + 4) / 7;
    if (around > 0) ratios[(start + place) % 7].push(values[place] / around);
  }
  const weights = ratios.map((own) => (own.length === 0 ? 1 : (own.length * median(own) + 4) / (own.length + 4)));
  const mean = weights.reduce((a, b) => a + b, 0) / 7;
  return weights.map((weight) => weight / mean);
}

function firstLevel(values, start, until, weights) {
  let [brought, expected, fading] = [0, 0, 1];
  for (let place = until - 1; place >= Math.max(0, until - 120); place -= 1) {
    brought += fading * values[place];
    expected += fading * weights[(start + place) % 7];
    fading *= 0.97554;
  }
  return expected > 0 ? brought / expected : 0;
}
