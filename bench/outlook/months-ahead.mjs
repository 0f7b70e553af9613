import { forecastRatio } from '../../dist/outlook/ratio-forecast.js';
import { forecastRest } from '../../dist/outlook/rest-forecast.js';
import { mean, scored } from './scores.mjs';
import { RATIOS, SERIES } from './series.mjs';

/*
 * How well it is told what whole months one, two and three ahead come to, asked when a month is over: the rule as `quote` has it, and the share
 * of past months that came as far from the mean of three as long before.
 */

const AHEAD = [1, 2, 3];
const LEAST_ORIGINS = 14;
/** Months before the first that is asked: three for the mean. */
const LEAST_MONTHS = 3;

const sum = (values, { at, days }) => values.subarray(at, at + days).reduce((a, b) => a + b, 0);

/** Of each month that was asked at, of each distance: what was said by either, and what came. */
export async function measureMonthsAhead(read, monthsOf) {
  const rows = [];
  for (const { name, use, days, sql } of SERIES) {
    const { start, values } = await read(days, sql);
    const rule = (until, skipped, count) => {
      const known = values.slice(0, until);
      const series = { start, values: known, rows: known, events: new Uint8Array(until) };
      const { rest, factors } = forecastRest(series, until, Array(count).fill(1), skipped);
      return { expected: rest, factors };
    };
    rows.push(...asked({ name, use, months: monthsOf(days) }, (month) => sum(values, month), rule));
  }
  for (const { name, days, over, under } of RATIOS) {
    const [top, bottom] = [await read(days, over), await read(days, under)];
    const rule = (until, skipped, count) => {
      const known = {
        start: top.start,
        over: top.values.slice(0, until),
        under: bottom.values.slice(0, until),
        events: new Uint8Array(until),
      };
      const { ratio, factors } = forecastRatio(known, until, 0, count, skipped);
      return { expected: ratio, factors };
    };
    rows.push(
      ...asked({ name, use: 'ratio', months: monthsOf(days) }, (month) => sum(top.values, month) / sum(bottom.values, month), rule),
    );
  }
  return rows;
}

function asked({ name, use, months }, amountOf, rule) {
  const values = months.map(amountOf);
  return months.flatMap(({ at }, place) =>
    AHEAD.flatMap((ahead) => {
      const month = months[place + ahead - 1];
      if (place < LEAST_MONTHS || month === undefined) return [];
      const { expected, factors } = rule(at, month.at - at, month.days);
      if (factors.size < LEAST_ORIGINS) return [];
      const before = values[place - 1];
      const came = values[place + ahead - 1];
      const said = scored({ expected, scenarios: [...factors.values()].map((factor) => expected * factor), came, before });
      return [{ name, use, ahead, ...said, base: baseRate(values.slice(0, place), ahead, came, before) }];
    }),
  );
}

/** The same from months alone: each ÷ the mean of the three that end as long before it. Null where there is none. */
function baseRate(values, ahead, came, before) {
  const meanUpTo = (place) => mean(values.slice(place - 2, place + 1));
  const ratios = values.flatMap((value, place) => (place - ahead < 2 ? [] : [value / meanUpTo(place - ahead)]));
  const now = meanUpTo(values.length - 1);
  return ratios.length === 0 ? null : scored({ expected: now, scenarios: ratios.map((each) => now * each), came, before });
}

const brier = (rows) => mean(rows.flatMap(({ chances }) => chances.map(({ said, reached }) => (said - reached) ** 2)));

/** What is told of some of these: beside the base rate only where there is one. */
export function figuresAhead(rows) {
  const both = rows.filter(({ base }) => base !== null);
  return {
    n: rows.length,
    mape: mean(rows.map((row) => row.mape)),
    in80: mean(rows.map((row) => row.in80)),
    brier: brier(rows),
    both: both.length,
    brierBeside: brier(both),
    brierOfBase: brier(both.map(({ base }) => base)),
  };
}
