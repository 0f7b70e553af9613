import { expect, test } from 'vitest';
import { tries } from '../../tries.js';
import { BLINDNESSES, RARE } from './blindnesses.js';
import { type Found, search } from './search.js';

/*
 * Random histories of every actor over the decision and the ratification, against what the design demands. `CONCORD_SEARCH=50000`
 * searches longer, `CONCORD_SEED` elsewhere.
 */

const RUNS = tries('CONCORD_SEARCH', 1200);
const SEED = Number(process.env.CONCORD_SEED ?? 20261128);
const LONG = 6 * 3_600_000;
const PLANTED = 150;

const told = (found: Found | null) =>
  found === null ? null : `${found.why}\n${found.steps.map((step) => JSON.stringify(step)).join('\n')}`;

test(
  `${RUNS} histories: nothing moves without those who have to agree, and nobody alone stops undisputed money`,
  () => {
    const counts = new Map<string, number>();
    let merges = 0;
    const found = search({
      runs: RUNS,
      seed: SEED,
      seen: (game) => {
        merges += game.world.merges;
        for (const [key, count] of game.counts) counts.set(key, (counts.get(key) ?? 0) + count);
      },
    });
    const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `  ${key}: ${count}`);
    process.stdout.write(`${RUNS} histories, ${merges} merged by the gate\n${lines.join('\n')}\n`);
    expect(told(found)).toBe(null);
    // The search would say nothing if nothing ever passed.
    expect(merges).toBeGreaterThan(RUNS);
  },
  LONG,
);

const isLong = RUNS > 2000;
const wanted = Object.keys(BLINDNESSES).filter((name) => isLong || !RARE.has(name));

test.each(wanted)(
  'a decision is found out in which %s',
  (name) => {
    const found = search({ runs: isLong ? RUNS : PLANTED, seed: SEED, blind: BLINDNESSES[name] ?? {}, shortest: false });
    expect(found?.why).toBeTypeOf('string');
  },
  LONG,
);

test('the smallest history that shows a fault is told', () => {
  const found = search({ runs: PLANTED, seed: SEED, blind: BLINDNESSES['silence accepts at once'] ?? {} });
  expect(told(found)).toBe('#3 passes as deemed-accepted: a statement that nobody accepted\n{"do":"settle","who":900}');
});
