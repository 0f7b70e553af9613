import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { localFiles } from '../../src/shell/files/local-files.js';

test('the root of the machine is a folder as any other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'root-'));
  writeFileSync(join(folder, 'a.txt'), 'a');
  const files = localFiles('/');
  expect(await files.read(relative('/', join(folder, 'a.txt')))).toBe('a');
  expect(await files.list(relative('/', folder))).toEqual([{ name: 'a.txt', directory: false }]);
  expect(await files.read('contract.yaml')).toBeNull();
  await expect(localFiles(folder).read('../b.txt')).rejects.toThrow('outside the root: ../b.txt');
});
