import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { takeIn } from '../../src/shell/duckdb/take-in.js';

/* Files that are taken in together, and those that give their place: all of it, or nothing, also where the disk refuses half way. */

const disk = vi.hoisted(() => ({ renames: Number.POSITIVE_INFINITY }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    rename: async (from: string, to: string) => {
      disk.renames -= 1;
      // the one after those that are allowed fails; what is undone afterwards works
      if (disk.renames === -1) throw new Error('no space');
      await real.rename(from, to);
    },
  };
});

let folder = '';
const folders: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-take-in-'));
  folders.push(folder);
  disk.renames = Number.POSITIVE_INFINITY;
  put('data/shop/orders/jan.csv', 'old january');
  put('data/shop/orders/feb.csv', 'old february');
  put('new/jan.csv', 'new january');
  put('new/all.csv', 'all of it');
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const there = () =>
  Object.fromEntries(
    readdirSync(join(folder, 'data/shop/orders')).map((name) => [name, readFileSync(join(folder, 'data/shop/orders', name), 'utf8')]),
  );
const taking = {
  files: ['jan.csv', 'all.csv'].map((name) => ({ path: '', to: `shop/orders/${name}` })),
  olds: ['jan.csv', 'feb.csv'],
  asLink: false,
};
const taken = () =>
  takeIn(join(folder, 'data'), {
    ...taking,
    files: taking.files.map(({ to }) => ({ path: join(folder, 'new', to.split('/').at(-1) ?? ''), to })),
    olds: taking.olds.map((name) => join(folder, 'data/shop/orders', name)),
  });

test('new files are there, old ones are not, and nothing is beside them', async () => {
  expect(await taken()).toEqual(['placed', 'placed']);
  expect(there()).toEqual({ 'jan.csv': 'new january', 'all.csv': 'all of it' });
});

test.each([0, 1])('a disk that refuses after %i files leaves everything as it was', async (renames) => {
  const before = there();
  disk.renames = renames;
  await expect(taken()).rejects.toThrow('no space');
  expect(there()).toEqual(before);
});

test('a new file that cannot be read, or whose place another file has, leaves everything as it was', async () => {
  const before = there();
  rmSync(join(folder, 'new/all.csv'));
  await expect(taken()).rejects.toThrow('ENOENT');
  expect(there()).toEqual(before);
  put('new/all.csv', 'all of it');
  put('data/shop/orders/all.csv', 'another');
  expect(await taken()).toEqual({ refused: 'there', files: [1] });
  expect(there()).toEqual({ ...before, 'all.csv': 'another' });
});
