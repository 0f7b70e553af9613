import { addDays } from '../kernel/calendar.js';
import { compare, type Exact, type Rational, rational, ZERO } from '../kernel/rational.js';
import type { EvidenceMeasure, EvidenceRate } from './model.js';
import type { RateRow } from './results.js';

/**
 * The rates that a period's days need, ascending by currency and day: for each the last rate on or before the day, at
 * most `maxAgeDays` old (contract language, section 3, FX). The contract's own currency needs none.
 */
export function neededRates(
  measures: readonly EvidenceMeasure[],
  currency: string,
  rows: readonly RateRow[],
  maxAgeDays: number,
): EvidenceRate[] {
  const needed = new Map<string, { currency: string; day: string }>();
  for (const measure of measures) {
    for (const day of measure.days) {
      if (day.currency === undefined || day.currency === currency) continue;
      needed.set(JSON.stringify([day.currency, day.day]), { currency: day.currency, day: day.day });
    }
  }
  const byCurrency = new Map<string, RateRow[]>();
  for (const row of rows) byCurrency.set(row.currency, [...(byCurrency.get(row.currency) ?? []), row]);
  return [...needed.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pair]) => rateOn(pair, byCurrency.get(pair.currency) ?? [], maxAgeDays));
}

function rateOn(needed: { currency: string; day: string }, rows: readonly RateRow[], maxAgeDays: number): EvidenceRate {
  const oldest = addDays(needed.day, -maxAgeDays);
  const last = rows.filter((row) => row.day >= oldest && row.day <= needed.day).at(-1);
  if (last === undefined) return needed;
  const found = { ...needed, rateDay: last.day };
  if (last.count > 1) return { ...found, problem: 'duplicate' };
  if (compare(rational(last.rate), ZERO) <= 0) return { ...found, problem: 'not_positive' };
  return { ...found, rate: last.rate };
}

/** What amounts in another currency are multiplied by: a day's rate, or one ÷ it where rates are prices of the contract's own currency. */
export function conversionFactor(rate: Exact, isInverted: boolean): Rational {
  return isInverted ? rational(rate).inverse() : rational(rate);
}
