import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';

/* What the page for auditors names has to be there: files by their paths, tests by their whole titles. */

const textOf = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');
const page = textOf('docs/gate-proofs.md');

interface Named {
  readonly path: string;
  /** Of a test; null where only a file is named. */
  readonly title: string | null;
}

/** What a cell names: a path a line, a test's with its title behind it. */
function namedIn(cell: string): Named[] {
  return cell.split('<br>').flatMap((line) => {
    const [, path, title = null] = /^`([\w./-]+)`(?:: (.+))?$/.exec(line.trim()) ?? [];
    return path === undefined ? [] : [{ path, title }];
  });
}

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| :--'))
  .map((line) => line.slice(2, -2).split(' | '))
  .filter((cells) => cells.at(-1) !== 'Shown by')
  .map((cells) => ({
    first: cells[0] ?? '',
    said: cells.slice(0, -2).join(' | '),
    kept: namedIn(cells.at(-2) ?? ''),
    shown: namedIn(cells.at(-1) ?? ''),
  }));

describe.each(rows)('$said', ({ kept, shown }) => {
  test('is kept by files that are there, and shown by tests of these titles', () => {
    expect(kept.length * shown.length).toBeGreaterThan(0);
    for (const { path } of kept) expect(existsSync(join(REPOSITORY, path)), path).toBe(true);
    for (const { path, title } of shown) {
      const source = textOf(path);
      const isThere = ["'", '`', '"'].some((quote) => title !== null && source.includes(`${quote}${title}${quote}`));
      expect(isThere, `${path}: ${title}`).toBe(true);
      expect(source, path).not.toMatch(/\.(skip|todo|only|fails)\b/);
    }
  });
});

test('every rule has its row, every input its name, and every file of the gate its sentence', () => {
  const rules = new Set(rows.map(({ first }) => Number(first)).filter((number) => number > 0));
  expect([...rules]).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  const inputs = ['views', 'contracts'].flatMap((folder) => readdirSync(join(REPOSITORY, 'tests/hostile', folder)));
  expect(inputs.length).toBeGreaterThan(9);
  for (const file of inputs) expect(page).toContain(`\`${file.split('.')[0]}\``);
  const files = readdirSync(join(REPOSITORY, 'src/gate')).flatMap((file) => (file.endsWith('.ts') ? [`src/gate/${file}`] : []));
  const named = new Set(rows.flatMap(({ kept }) => kept.map(({ path }) => path)));
  expect(files.filter((path) => !named.has(path))).toEqual([]);
});
