import { describe, expect, it } from 'vitest';
import { levelAt } from '../../src/outlook/level.js';
import { forecastMeasure } from '../../src/outlook/measure-forecasts.js';
import { chanceOf, median, quantileOf } from '../../src/outlook/numbers.js';
import { forecastRatio } from '../../src/outlook/ratio-forecast.js';
import { forecastRest } from '../../src/outlook/rest-forecast.js';
import { dayRatios, weekdayWeights } from '../../src/outlook/weekday-weights.js';
import { seriesOf, shopDays } from './series.js';

const ones = (days: number): number[] => Array.from({ length: days }, () => 1);

describe('a probability', () => {
  it('is never 0 or 1: what has not been seen in n may still be', () => {
    expect(chanceOf(0, 180)).toBe(1 / 181);
    expect(chanceOf(180, 180)).toBe(180 / 181);
    expect(chanceOf(135, 180)).toBe(0.75);
  });

  it('rests on order statistics: a median, a quantile between two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 3, 10])).toBe(2.5);
    expect(quantileOf(Float64Array.from([0, 10, 20]), 0.75)).toBe(15);
  });
});

describe('the rule on a shop whose weeks are all alike', () => {
  // Mondays 200, other days 100: mean 800/7; the ratio of a Monday is 1.75, of others 0.875, in each of the 26 weeks
  const values = Array.from({ length: 210 }, (_, day): number => (day % 7 === 0 ? 200 : 100));
  const series = seriesOf('2026-01-05', values);

  it('weighs weekdays by (n · median + 4) ÷ (n + 4), scaled to a mean of 1', () => {
    const weights = weekdayWeights(series, dayRatios(series), 210);
    // 26 Mondays but the first lies outside what the seven days around it cover: 2026-01-05 has no day before it
    const monday = (25 * 1.75 + 4) / 29;
    const ordinary = (25 * 0.875 + 4) / 29;
    const mean = (monday + 6 * ordinary) / 7;
    expect(weights[(series.start + 0) % 7]).toBeCloseTo(monday / mean, 2);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(7, 12);
  });

  it('expects the days left to be as such days were, with hardly any range', () => {
    const { rest, factors } = forecastRest(series, 210, ones(14));
    expect(rest / 1600).toBeCloseTo(1, 2);
    expect(factors.size).toBe(155);
    for (const factor of factors.values()) expect(Math.abs(factor - 1)).toBeLessThan(0.05);
  });

  it('counts a day of an event as so many ordinary days, and leaves past ones out', () => {
    const { rest } = forecastRest(series, 210, [3, ...ones(13)]);
    const weights = weekdayWeights(series, dayRatios(series), 210);
    const monday = (weights[series.start % 7] ?? 0) * levelAt(series, weights, 210);
    expect(rest - forecastRest(series, 210, ones(14)).rest).toBeCloseTo(2 * monday, 0);
    const withEvent = seriesOf('2026-01-05', values.with(180, 5000), [180]);
    expect(forecastRest(withEvent, 210, ones(14)).rest / 1600).toBeCloseTo(1, 1);
    const undeclared = seriesOf('2026-01-05', values.with(180, 5000));
    expect(forecastRest(undeclared, 210, ones(14)).rest / 1600).toBeGreaterThan(1.2);
  });
});

describe('what a forecast rests on', () => {
  const past = shopDays(300);

  it('is what came before: a test that changes the future changes nothing', () => {
    const known = forecastRest(seriesOf('2025-09-01', past), 250, ones(12));
    const future = forecastRest(seriesOf('2025-09-01', [...past.slice(0, 250), ...shopDays(50, 99)]), 250, ones(12));
    const cut = forecastRest(seriesOf('2025-09-01', past.slice(0, 250)), 250, ones(12));
    expect(known).toEqual(cut);
    expect(future).toEqual(cut);
    const under = shopDays(300, 3);
    const ratio = (over: readonly number[]) =>
      forecastRatio(
        { start: 20000, over: Float64Array.from(over), under: Float64Array.from(under), events: new Uint8Array(300) },
        250,
        18,
        12,
      );
    expect(ratio([...past.slice(0, 250), ...shopDays(50, 99)])).toEqual(ratio(past));
  });
});

describe('no range and no probability', () => {
  const month = { from: '2026-06-01', to: '2026-06-30' };

  it('before 56 days, on fewer than 14 past days, under 20 rows in 28 days', () => {
    expect(forecastMeasure(seriesOf('2026-05-01', shopDays(40)), month, []).none).toEqual({ code: 'no-history', days: 40 });
    // 60 days known up to 2026-06-10, 20 to go: no day has 42 days before it and 20 behind it
    expect(forecastMeasure(seriesOf('2026-04-12', shopDays(60)), month, []).none).toEqual({ code: 'few-origins', origins: 0 });
    expect(forecastMeasure(seriesOf('2026-02-01', shopDays(130)), month, []).none).toBeNull();
    const sparse = { ...seriesOf('2026-02-01', shopDays(130)), rows: new Float64Array(130).fill(0).with(120, 19) };
    expect(forecastMeasure(sparse, month, []).none).toEqual({ code: 'few-rows', rows: 19 });
  });

  it('with an event ahead of which nothing is known; with its factor, or its like a year ago, there is one', () => {
    const season = { name: '618', dates: [{ from: '2026-06-18', to: '2026-06-18' }], clause: { file: 'definitions.yaml', line: 1 } };
    const history = seriesOf('2025-02-01', shopDays(495)); // up to 2026-06-10
    const unknown = forecastMeasure(history, month, [{ ...season, factor: null, basis: null }]);
    expect(unknown.none).toEqual({ code: 'unknown-event', event: '618' });
    const agreed = forecastMeasure(history, month, [{ ...season, factor: '4', basis: null }]);
    expect(agreed.none).toBeNull();
    expect(agreed.rest).toBeGreaterThan(unknown.rest + 2000);
    const basis = [{ from: '2025-06-18', to: '2025-06-18' }];
    const place = 137; // 2025-06-18
    const before = {
      ...history,
      values: history.values.with(place, (history.values[place] ?? 0) * 5),
      events: history.events.with(place, 1),
    };
    const learned = forecastMeasure(before, month, [{ ...season, factor: null, basis }]);
    expect(learned.none).toBeNull();
    expect(learned.rest).toBeGreaterThan(unknown.rest + 2500);
    const tooOld = [{ from: '2024-06-18', to: '2024-06-18' }];
    expect(forecastMeasure(history, month, [{ ...season, factor: null, basis: tooOld }]).none?.code).toBe('unknown-event');
  });
});

describe('a ratio', () => {
  it('is forecast as a ratio: what moves both sides alike leaves it narrow', () => {
    const under = shopDays(300, 11);
    const noise = shopDays(300, 5);
    const over = under.map((value, day) => value * (2.5 + (noise[day] ?? 0) / 1000));
    const series = { start: 20000, over: Float64Array.from(over), under: Float64Array.from(under), events: new Uint8Array(300) };
    const forecast = forecastRatio(series, 300, 15, 15);
    expect(forecast?.ratio).toBeCloseTo(3.5, 0);
    const factors = [...(forecast?.factors.values() ?? [])].sort((a, b) => a - b);
    expect((factors.at(-1) ?? 9) - (factors[0] ?? 0)).toBeLessThan(0.2);
  });

  it('has none where there is nothing below the line', () => {
    const none = new Float64Array(100);
    expect(forecastRatio({ start: 0, over: none, under: none, events: new Uint8Array(100) }, 100, 10, 10)).toBeNull();
  });
});
