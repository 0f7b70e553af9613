import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';
import { missingIn, proofsIn } from './proofs.js';

/* Which code carries the design of the cloud, and which test would tell: where one is renamed or goes, this fails. */

const page = readFileSync(join(REPOSITORY, 'docs/cloud-proofs.md'), 'utf8');

test('every file and every test that the page names is there', () => {
  expect(missingIn(page)).toEqual([]);
});

test('every part of the design has its rows', () => {
  const rows = new Map<string, number>();
  for (const { section } of proofsIn(page)) rows.set(section, (rows.get(section) ?? 0) + 1);
  expect([...rows.keys()]).toEqual(['Query engine', 'Source packs', 'Resources per contract', 'What the vendors really do']);
  for (const [section, count] of rows) expect([section, count >= 8]).toEqual([section, true]);
});

test('a file that is not there, a title that is not, and a row without either are told', () => {
  const row = (carried: string, shown: string) => `| It holds | ${carried} | ${shown} |`;
  const here = '`tests/docs/cloud-proofs.test.ts`';
  expect(missingIn(row('`src/nowhere.ts`', `${here}: every part of the design has its rows`))).toEqual([
    'It holds: no file src/nowhere.ts',
  ]);
  expect(missingIn(row('`src/cli.ts`', `${here}: every part`))).toEqual([`It holds: no test tests/docs/cloud-proofs.test.ts: every part`]);
  expect(missingIn(row('`src/cli.ts`', '`tests/nowhere.test.ts`: a title'))).toEqual(['It holds: no test tests/nowhere.test.ts: a title']);
  expect(missingIn(row('nothing', `${here}: every part of the design has its rows`))).toEqual(['It holds: carried by nothing']);
  expect(() => missingIn(row('`src/cli.ts`', 'somewhere'))).toThrow('no test: somewhere');
  expect(() => missingIn('| It holds |')).toThrow('no row of three cells');
});
