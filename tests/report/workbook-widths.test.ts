import { expect, test } from 'vitest';
import { textHeight, widthOf, wrapped } from '../../src/report/workbook/widths.js';

const MONEY = { format: '#,##0.00;[Red]-#,##0.00' } as const;

test('a column is as wide as its widest figure is shown, and two signs more', () => {
  // 52,345,679,097,145.74: 16 digits, 4 commas, a point
  expect(widthOf([{ number: '52345679097145.74', look: MONEY }])).toBe(23);
  // -1,234,567,890,123.12
  expect(widthOf([{ number: '-1234567890123.12', look: MONEY }, { text: 'a' }, null])).toBe(23);
  expect(widthOf([{ formula: 'A1', cached: '52345679097145.74', look: MONEY }])).toBe(23);
  // 100,000,000
  expect(widthOf([{ number: '100000000', look: { format: '#,##0' } }])).toBe(13);
  // 12345600.00%
  expect(widthOf([{ number: '123456', look: { format: '0.00%' } }])).toBe(14);
  expect(widthOf([{ date: '2026-03-01' }])).toBe(12);
});

test('a figure has its place also in a column of texts that may take less', () => {
  // 12,345,678,901,234,567,890,123,456,789,012.00 is 45 signs
  expect(widthOf([{ text: 'x'.repeat(90) }, { number: '12345678901234567890123456789012.00', look: MONEY }])).toBe(47);
});

test('without a format a number is cut to its column by whoever shows it', () => {
  // ⌈18 × 1.3⌉ + 2
  expect(widthOf([{ number: '0.123456789012345678901234567890' }])).toBe(26);
  expect(widthOf([{ number: '1' }])).toBe(10);
});

test('texts take 40 signs at most, or what their column grants them', () => {
  expect(widthOf([{ text: 'x'.repeat(90) }])).toBe(40);
  expect(widthOf([{ text: 'x'.repeat(90) }], 60)).toBe(60);
  expect(widthOf([{ text: '净销售额提成' }])).toBe(14);
  expect(widthOf([])).toBe(10);
});

test('of a table what is wider than its column stands on several lines, in a row that is as high', () => {
  const table = [{}, {}];
  const columns = [{ width: 12 }, { width: 40 }];
  // 20 signs in 10, two lines of 13.5 points and 4 around them
  const rows = [
    { cells: [{ text: 'x'.repeat(20) }, { text: 'short' }], table },
    { cells: [{ text: 'x'.repeat(10) }, { number: '1' }], table },
    { cells: [{ text: 'x'.repeat(20) }] },
  ];
  expect(wrapped(rows, columns)).toEqual([
    { cells: [{ text: 'x'.repeat(20), look: { wrap: true } }, { text: 'short' }], height: 31, table },
    rows[1],
    rows[2],
  ]);
  expect(textHeight({ text: 'x'.repeat(21) }, 12)).toBe(3 * 13.5);
});
