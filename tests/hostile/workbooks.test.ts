import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { soundWorkbook } from '../../src/shell/duckdb/workbook-parts.js';

/* Workbooks of a few kilobytes that took gigabytes to read, and ended the process of every contract. */
const text = (content: string) => new TextEncoder().encode(content);
const sheet = (rows: string) =>
  Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': text(`<worksheet><sheetData>${rows}</sheetData></worksheet>`) }));
const cell = (place: string) => `<row r="${place.replace(/\D/g, '')}"><c r="${place}"><v>1</v></c></row>`;

test.each(['XFD1048576', 'A100000000', 'ZZ900000'])('with a cell in %s', (place) => {
  expect(soundWorkbook(sheet(cell('A1') + cell(place)))).toBe('too-large');
});

test('that unpacks to six hundred megabytes', () => {
  const bomb = sheet(cell('A1'));
  // what its directory says is asked before anything is unpacked
  bomb.writeUInt32LE(600 * 1024 * 1024, bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  const before = process.memoryUsage.rss();
  expect(soundWorkbook(bomb)).toBe('too-large');
  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
});

test.each(['A1', 'Z1000000', 'AX999999'])('a full one to %s is read', (place) => {
  expect(soundWorkbook(sheet(cell('A1') + cell(place)))).toBeInstanceOf(Buffer);
});
