import { type Money, moneyText } from '../kernel/money.js';
import { type Rational, rational, roundScaled } from '../kernel/rational.js';
import { toExactDigits } from './doubles.js';
import type { MoneyOutlook, NoRange, Range, Reached } from './model.js';
import { ascending, chanceOf, quantileOf } from './numbers.js';
import type { MetricScenarios } from './scenarios.js';
import { shownParts } from './shown-parts.js';

/** Digits after the point of what is forecast; reports show fewer. */
const DIGITS = 6;
const CHANCE_DIGITS = 4;

/** A forecast as decimal text. */
export function decimal(value: number): string {
  const text = toExactDigits(value, DIGITS).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** The same of a figure that there may be none of. */
export function decimalOrNull(value: number | null): string | null {
  return value === null ? null : decimal(value);
}

/** Where 80% and 50% of the scenarios lie. */
export function rangeOf(scenarios: MetricScenarios): Range | null {
  if (scenarios.none !== null) return null;
  const sorted = ascending(scenarios.values);
  const at = (share: number): string => decimal(quantileOf(sorted, share));
  return { low: at(0.1), lower: at(0.25), upper: at(0.75), high: at(0.9) };
}

/** In which share of scenarios something holds: never 0 or 1. */
export function shareOf<T>(scenarios: readonly T[], holds: (scenario: T) => boolean): string {
  return toExactDigits(chanceOf(scenarios.filter(holds).length, scenarios.length), CHANCE_DIGITS);
}

/** A level of a metric, and how often it is reached. */
export function reachedBy(scenarios: MetricScenarios, level: Reached['level'], value: string, better: 'higher' | 'lower'): Reached {
  if (scenarios.none !== null) return { level, value, chance: null };
  const mark = Number(value);
  const chance = shareOf(scenarios.values, (each) => (better === 'higher' ? each >= mark : each <= mark));
  return { level, value, chance };
}

/** The mean of all scenarios' amounts, in minor units. */
function meanOf(amounts: readonly Money[]): Rational {
  return rational(amounts.reduce((sum, { minor }) => sum + minor, 0n)).div(rational(amounts.length));
}

/** Amounts of lines in all scenarios, and their sum's; what is expected of the lines adds up to what is expected of it, to the cent. */
export function moneyRanges(
  lines: readonly { readonly id: string; readonly amounts: readonly Money[] }[],
  totals: readonly Money[],
  currency: string,
): { readonly lines: ReadonlyMap<string, MoneyOutlook>; readonly total: MoneyOutlook } {
  const expected = roundScaled(meanOf(totals), 0, 'half_even');
  const means = lines.map(({ id, amounts }) => ({ id, value: meanOf(amounts) }));
  const shown = shownParts(means, expected, 0);
  return {
    lines: new Map(lines.map(({ id, amounts }) => [id, moneyRange(amounts, shown.get(id) ?? 0n, currency)])),
    total: moneyRange(totals, expected, currency),
  };
}

/** The same of amounts that are in no sum. */
export function rangeOfMoney(amounts: readonly Money[], currency: string): MoneyOutlook {
  return moneyRange(amounts, roundScaled(meanOf(amounts), 0, 'half_even'), currency);
}

function moneyRange(amounts: readonly Money[], expected: bigint, currency: string): MoneyOutlook {
  const sorted = amounts.map(({ minor }) => minor).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const text = (minor: bigint): string => moneyText({ minor, currency });
  const last = sorted.length - 1;
  const tenth = Math.floor(last / 10);
  return { expected: text(expected), low: text(sorted[tenth] ?? 0n), high: text(sorted[last - tenth] ?? 0n) };
}

/** A metric whose formula cannot be taken apart. */
export function withoutForecast(none: NoRange): MetricScenarios {
  return { toDate: null, expected: null, values: [], none, rest: null };
}
