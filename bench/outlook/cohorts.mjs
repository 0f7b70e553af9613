import { matured, maturedRange, trials } from '../../dist/outlook/cohorts.js';
import { mean, quantile } from './scores.mjs';
import { cohortTables } from './series.mjs';

/* How well it is told what months of orders will have come to when all is booked: Olist's deliveries by the day of purchase, 15 days after the month. */

const LOCK = 15;

/** Every month that has had time to come in: what was seen at its lock, what the rule said then, what it came to. */
export async function measureCohorts() {
  const rows = [];
  for (const { name, use, cohorts, months } of await cohortTables()) {
    const growth = [];
    for (const { from, to } of months) {
      const asked = to + 1 + LOCK;
      const { seen, final } = matured(cohorts, from, to, asked);
      const came = matured(cohorts, from, to, cohorts.exposure.length).seen;
      const range = maturedRange({ seen, final }, trials(cohorts, to - from + 1, LOCK, asked));
      // a month's growth is told by its last statement: those of the last two are not out yet
      const known = growth.slice(0, -2);
      const ladder = known.length < 3 ? null : (seen * quantile(Float64Array.from(known).sort(), 0.5)) / came - 1;
      growth.push(came / seen);
      rows.push({
        name,
        use,
        ladder,
        seen: seen / came - 1,
        rule: final / came - 1,
        hindsight: withHindsight(cohorts, { from, to, asked }, { seen, came }) / came - 1,
        holds: range === null ? null : came >= range.low && came <= range.high,
      });
    }
  }
  return rows;
}

/** Days before and after a month by which hindsight tells how fast its days came in. */
const AROUND = 45;

/** What the same sum would come to, were it known how fast the days around the month came in, those after it among them, and how much there is in the end. */
function withHindsight({ exposure, booked, lags }, { from, to, asked }, { seen, came }) {
  const come = new Float64Array(lags);
  for (let day = Math.max(0, from - AROUND); day <= Math.min(exposure.length - 1, to + AROUND); day += 1) {
    let until = 0;
    for (let lag = 0; lag < lags; lag += 1) {
      until += booked[day * lags + lag];
      come[lag] += until;
    }
  }
  const share = came / exposure.subarray(from, to + 1).reduce((a, b) => a + b, 0);
  let final = seen;
  for (let day = from; day <= to; day += 1)
    final += exposure[day] * share * (1 - come[Math.min(asked - 1 - day, lags - 1)] / come[lags - 1]);
  return final;
}

export const size = (rows, of) => 100 * mean(rows.flatMap((row) => (row[of] === null ? [] : [Math.abs(row[of])])));
export const bias = (rows, of) => 100 * mean(rows.map((row) => row[of]));
export const held = (rows) => {
  const told = rows.filter(({ holds }) => holds !== null);
  return { count: told.length, share: 100 * mean(told.map(({ holds }) => (holds ? 1 : 0))) };
};
