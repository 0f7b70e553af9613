import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { concord, emptyPlace } from '../e2e/place.js';
import { REPOSITORY } from '../run-cli.js';

/* What the README shows of a month is what its reader sees: the first lines of the scorecard, to the letter. */

let demo: string;

beforeAll(async () => {
  const place = emptyPlace();
  demo = join(place, 'demo');
  await concord(place, 'demo', '--out', demo);
}, 120_000);

test.each([
  ['en', 'README.md', 'Scorecard 2026-11'],
  ['zh', 'README.zh.md', '计分卡 2026-11'],
])('the month of the README: %s', async (locale, file, title) => {
  const readme = readFileSync(join(REPOSITORY, file), 'utf8');
  const shown = [...readme.matchAll(/```\w*\n([\s\S]*?)\n```/g)].map(([, block = '']) => block).filter((block) => block.startsWith(title));
  expect(shown).toHaveLength(1);
  const [block = ''] = shown;
  const { stdout } = await concord(demo, 'score', 'acme-linkstar-us', '--period', '2026-11', '--as-of', '2027-04-15', '--locale', locale);
  expect(stdout.split('\n').slice(0, block.split('\n').length).join('\n')).toBe(block);
});
