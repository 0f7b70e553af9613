import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { prepareText } from '../../src/shell/duckdb/prepared-file.js';

/* Files longer than the pieces in which they are read: what is left is the same wherever a piece ends. */

const root = mkdtempSync(join(tmpdir(), 'concord-prepared-'));
afterAll(() => rmSync(root, { recursive: true }));

const PIECE = 1 << 20;

test.each([
  ['a line', 'x'.repeat(20)],
  ['a field over several lines', `"${'one\r\ntwo '.repeat(3)}"`],
  ['characters of several bytes', '花费'.repeat(6)],
])('%s over the end of a piece', async (_, field) => {
  for (let shift = 0; shift < 40; shift += 13) {
    const rows: string[] = [];
    let bytes = 60 + shift;
    for (let index = 0; bytes < 2 * PIECE + 100; index += 1) {
      const near = Math.abs((bytes % PIECE) - PIECE) < 200 || bytes % PIECE < 200;
      const row = `${index},${near ? field : 'a'.repeat(60)}\r\n`;
      rows.push(row);
      bytes += Buffer.byteLength(row);
    }
    const above = `Report ${'.'.repeat(shift)}\r\nof a month\r\n`;
    const left = `id,name\r\n${rows.join('')}`;
    const [path, target] = [join(root, 'a.csv'), join(root, 'b.csv')];
    writeFileSync(path, above + left);
    for (const format of [{ skip: 2 }, { headerStartsWith: 'id' }]) {
      const prepared = await prepareText({ path, gzip: false, delimiter: ',' }, format, target);
      if ('fault' in prepared) throw new Error(prepared.fault.kind);
      expect(readFileSync(target, 'utf8') === left).toBe(true);
      expect([1, 2, 5000].map(prepared.sifted.lineOf)).toEqual([3, 4, 5002]);
    }
  }
});
