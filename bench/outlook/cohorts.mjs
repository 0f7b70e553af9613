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
        holds: range === null ? null : came >= range.low && came <= range.high,
      });
    }
  }
  return rows;
}

export const size = (rows, of) => 100 * mean(rows.flatMap((row) => (row[of] === null ? [] : [Math.abs(row[of])])));
export const bias = (rows, of) => 100 * mean(rows.map((row) => row[of]));
export const held = (rows) => {
  const told = rows.filter(({ holds }) => holds !== null);
  return { count: told.length, share: 100 * mean(told.map(({ holds }) => (holds ? 1 : 0))) };
};
