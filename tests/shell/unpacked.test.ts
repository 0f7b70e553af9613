import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { isBroken, unpacked } from '../../src/shell/duckdb/unpacked.js';

const folder = mkdtempSync(join(tmpdir(), 'concord-unpacked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whole = gzipSync('day,cost\n2026-01-05,1.00\n');
const broken: readonly (readonly [string, Buffer])[] = [
  ['that is cut off', whole.subarray(0, -6)],
  ['whose checksum is another', Buffer.concat([whole.subarray(0, -8), Buffer.from([1, 2, 3, 4]), whole.subarray(-4)])],
];

test.each(broken)('a file %s fails for whoever reads it, at once or later, and ends no process', async (_, bytes) => {
  const path = join(folder, 'a.csv.gz');
  writeFileSync(path, bytes);
  const failureOf = async (wait: number): Promise<unknown> => {
    const { stream, close } = unpacked(path, true);
    try {
      await pause(wait);
      for await (const chunk of stream) expect(chunk).toBeDefined();
      return null;
    } catch (error) {
      return error;
    } finally {
      close();
    }
  };
  for (const wait of [0, 100]) expect(isBroken(await failureOf(wait)), `after ${wait} ms`).toBe(true);
});
