import type { Needed } from './model.js';
import { decimal } from './scenario-ranges.js';
import type { MetricScenarios } from './scenarios.js';

/**
 * What the days left must bring for a target: of a sum so much a day, of a ratio that ratio on what they are expected to have
 * below the line.
 */
export function neededFor(
  scenarios: MetricScenarios,
  sides: { readonly over: number; readonly under: number } | null,
  { target, better, daysLeft }: { readonly target: number; readonly better: 'higher' | 'lower'; readonly daysLeft: number },
): Needed | null {
  const { toDate, rest } = scenarios;
  if (toDate === null || rest === null || daysLeft === 0) return null;
  if (sides === null) return within((target - toDate) / daysLeft, better, 'per-day');
  if (!(rest.under > 0)) return null;
  return within((target * (sides.under + rest.under) - sides.over) / rest.under, better, 'ratio');
}

/** Less than nothing more is needed: it is reached, or no rest, however small, brings it back. */
function within(value: number, better: 'higher' | 'lower', kind: 'per-day' | 'ratio'): Needed {
  if (value > 0) return { kind, value: decimal(value) };
  return { kind: better === 'higher' ? 'reached' : 'out-of-reach' };
}
