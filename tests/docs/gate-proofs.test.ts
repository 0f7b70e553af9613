import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';
import { missingIn, proofsIn } from './proofs.js';

/* What the page for auditors names has to be there: files by their paths, tests by their whole titles. */

const textOf = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');
const page = textOf('docs/gate-proofs.md');

const rows = proofsIn(page);

test('every file and every test that the page names is there', () => {
  expect(missingIn(page)).toEqual([]);
});

test('every rule has its row, every input its name, and every file of the gate its sentence', () => {
  const rules = new Set(rows.map(({ first }) => Number(first)).filter((number) => number > 0));
  expect([...rules]).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  const inputs = ['views', 'contracts'].flatMap((folder) => readdirSync(join(REPOSITORY, 'tests/hostile', folder)));
  expect(inputs.length).toBeGreaterThan(9);
  for (const file of inputs) expect(page).toContain(`\`${file.split('.')[0]}\``);
  const files = readdirSync(join(REPOSITORY, 'src/gate')).flatMap((file) => (file.endsWith('.ts') ? [`src/gate/${file}`] : []));
  const named = new Set(rows.flatMap(({ carriedBy }) => carriedBy));
  expect(files.filter((path) => !named.has(path))).toEqual([]);
});
