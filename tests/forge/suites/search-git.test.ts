import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WholeForge } from '../../../src/ports/whole-forge.js';
import { type Action, alice, app, bob, histories, mallory } from '../../gate/search/actions.js';
import { Unsafe } from '../../gate/search/play.js';
import { tries } from '../../tries.js';
import { beginning, GitGame } from '../git-game.js';
import type { Github, Moment } from '../loopback/start-github.js';

/*
 * The same histories as in tests/gate/search over a real bare repository and the loopback's record: as many as fit into three quarters of a minute, or a
 * quarter of one where runs are short.
 * `CONCORD_SEARCH_GIT=500` plays so many, `CONCORD_SEED` others; every TELL of them it tells on stderr how far it is, so that
 * a run that is cut short has told something.
 */

const WANTED = process.env.CONCORD_SEARCH_GIT;
const SEED = Number(process.env.CONCORD_SEED ?? 20261128);
const MINUTE = 60_000;
const LIMIT = tries('CONCORD_SEARCH_GIT_MS', 45_000);
const LONGEST = 30;
const TELL = 10;
let github: Github;
let start: Moment;

beforeAll(async () => {
  github = await beginning();
  start = github.moment();
});
afterAll(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

async function play(steps: readonly Action[], seenBy?: (forge: WholeForge) => WholeForge): Promise<GitGame> {
  github.restore(start);
  const game = new GitGame(github, seenBy);
  for (const step of steps) await game.play(step);
  await game.end();
  return game;
}

function told(played: number, merges: number, counts: ReadonlyMap<string, number>): string {
  const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `  ${key}: ${count}`);
  return [`${played} histories, none unsafe, ${merges} merges`, ...lines].join('\n');
}

const whyUnsafe = (steps: readonly Action[], seenBy?: (forge: WholeForge) => WholeForge): Promise<string | null> =>
  play(steps, seenBy).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Unsafe) return error.message;
      throw error;
    },
  );

test(
  'histories over real git: nothing moves without those who have to agree',
  async () => {
    const counts = new Map<string, number>();
    const until = Date.now() + LIMIT;
    let played = 0;
    let merges = 0;
    for (const steps of fc.sample(histories, { numRuns: Number(WANTED ?? 400), seed: SEED })) {
      if (WANTED === undefined && Date.now() > until) break;
      const some = steps.slice(0, LONGEST);
      try {
        const game = await play(some);
        for (const [key, count] of game.counts) counts.set(key, (counts.get(key) ?? 0) + count);
        merges += game.merges;
      } catch (error) {
        if (!(error instanceof Unsafe)) throw error;
        throw new Error(`${error.message}\n${some.map((step) => JSON.stringify(step)).join('\n')}`);
      }
      played += 1;
      if (WANTED !== undefined && played % TELL === 0) process.stderr.write(`${told(played, merges, counts)}\n`);
    }
    process.stdout.write(`${told(played, merges, counts)}\n`);
    expect(played).toBeGreaterThan(0);
  },
  WANTED === undefined ? 5 * MINUTE : 24 * 60 * MINUTE,
);

const forms: readonly Action[] = [
  { do: 'form', who: alice, change: { at: 'event', contract: 'a', side: 'brand', kind: 'payment', says: 1 } },
  { do: 'decide', who: app, pr: 0 },
];
const stale: readonly Action[] = [
  { do: 'ask', who: mallory, change: { at: 'terms', contract: 'a', says: 1, list: 0 } },
  { do: 'approve', who: alice, pr: 0, stale: false },
  { do: 'push', who: mallory, pr: 0, change: { at: 'terms', contract: 'a', says: 2, list: 0 } },
  { do: 'approve', who: bob, pr: 0, stale: false },
  { do: 'decide', who: app, pr: 0 },
];

test.each<[string, readonly Action[], (forge: WholeForge) => WholeForge]>([
  [
    'who edited a form last',
    forms,
    (forge) => ({
      ...forge,
      issueText: async (number) => {
        const text = await forge.issueText(number);
        return text === null ? null : { ...text, edited: null };
      },
    }),
  ],
  [
    'which commit an approval is for',
    stale,
    (forge) => ({
      ...forge,
      reviews: async (number) => {
        const head = (await forge.pullRequest(number))?.head.sha ?? null;
        const { items, complete } = await forge.reviews(number);
        return { items: items.map((each) => ({ ...each, commit: head })), complete };
      },
    }),
  ],
])('a product that is not told %s is found out', async (_, steps, seenBy) => {
  expect(await whyUnsafe(steps)).toBe(null);
  expect(await whyUnsafe(steps, seenBy)).toMatch(/not agreed by both/);
});
