import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { prepareSheet } from '../../src/shell/duckdb/read-workbook.js';
import { withFaults } from '../../src/shell/duckdb/workbook-cells.js';
import { soundWorkbook } from '../../src/shell/duckdb/workbook-parts.js';
import { FAR_BELOW } from '../far-below.js';
import { workbook } from './workbook.js';

/* A workbook is a ZIP file: what is damaged in it is told, and what Excel opens is what is read. */

const root = mkdtempSync(join(tmpdir(), 'concord-parts-'));
afterAll(() => rmSync(root, { recursive: true }));

const rows = (amount: string) => [
  ['id', 'amount'],
  ['a', { number: amount }],
];
const SOUND = workbook({ Orders: rows('150.25') });

async function textOf(bytes: Buffer): Promise<string | null> {
  const [file, target] = [join(root, 'a.xlsx'), join(root, 'a.csv')];
  writeFileSync(file, bytes);
  const prepared = await prepareSheet(file, {}, target);
  return 'problem' in prepared ? null : readFileSync(target, 'utf8');
}

describe('a workbook', () => {
  test('that is sound is read', async () => {
    expect(await textOf(SOUND)).toBe('id,amount\na,150.25\n');
  });

  test('in which any byte is another is refused, or holds the same texts', () => {
    const whole = soundWorkbook(SOUND);
    const seen = { refused: 0, same: 0 };
    for (let at = 0; at < SOUND.length; at += 1) {
      for (const change of [1, 0x10, 0x80]) {
        const bytes = Buffer.from(SOUND);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const found = soundWorkbook(bytes);
        if (found === null || found === 'too-large') seen.refused += 1;
        else if (whole instanceof Buffer && whole.equals(found)) seen.same += 1;
        else expect(`byte ${at} of ${SOUND.length}, ${change}`).toBe('refused');
      }
    }
    expect(seen.refused).toBeGreaterThan(SOUND.length);
  });

  test('cut off anywhere is refused', () => {
    for (let length = 0; length < SOUND.length; length += 1) expect(soundWorkbook(SOUND.subarray(0, length))).toBeNull();
  });

  test('with what an earlier version of it left behind is read as Excel opens it: by its directory', async () => {
    const old = workbook({ Orders: rows('999') });
    const directory = old.readUInt32LE(old.length - 22 + 16);
    const left = old.subarray(0, directory);
    const moved = Buffer.from(SOUND);
    const from = SOUND.readUInt32LE(SOUND.length - 22 + 16);
    for (let at = from; moved.readUInt32LE(at) === 0x02014b50; ) {
      moved.writeUInt32LE(moved.readUInt32LE(at + 42) + left.length, at + 42);
      at += 46 + moved.readUInt16LE(at + 28) + moved.readUInt16LE(at + 30) + moved.readUInt16LE(at + 32);
    }
    moved.writeUInt32LE(from + left.length, moved.length - 22 + 16);
    expect(await textOf(Buffer.concat([left, moved]))).toBe('id,amount\na,150.25\n');
  });

  test('with two texts of one name is refused: programs differ in which they read', () => {
    const twice = workbook({ One: rows('1'), Two: rows('2') });
    const other = Buffer.from('sheet2.xml');
    for (let at = twice.indexOf(other); at !== -1; at = twice.indexOf(other, at)) twice.write('sheet1.xml', at);
    expect(soundWorkbook(twice)).toBeNull();
  });
});

describe('a sheet whose cells do not end', () => {
  const time = (text: string): number => {
    const before = process.cpuUsage();
    withFaults(Buffer.from(text), false);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  // half a million of them took minutes where each looked for an end that does not come
  test.each(['<c r="A1"><f/>', '<c <f/>', '<c><v>', '</c><c t="e">'])('is looked through once: %s', (piece) => {
    expect(time(`<sheetData><c t="e"></c>${piece.repeat(500_000)}</sheetData>`)).toBeLessThan(FAR_BELOW);
  });
});
