import { describe, expect, it } from 'vitest';
import { headRecords } from '../../src/kernel/head-records.js';
import { unfitReport } from '../../src/kernel/unfit-reports.js';

describe('the first records of a file', () => {
  it('are as many as are wanted, with the lines on which they begin', () => {
    expect(headRecords('a,b\n1,2\n3,4\n', ',', 2)).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['1', '2'] },
    ]);
    expect(headRecords('a,b\n1,2\n', ',', 9)).toHaveLength(2);
    expect(headRecords('a', ',', 0)).toEqual([]);
  });

  it('may hold separators, quotes and line ends in quotes', () => {
    expect(headRecords('"a,1","say ""so""","two\r\nlines"\r\nx,,z\r\n', ',', 2)).toEqual([
      { line: 1, fields: ['a,1', 'say "so"', 'two\r\nlines'] },
      { line: 3, fields: ['x', '', 'z'] },
    ]);
  });

  it.each([';', '\t', '|'])('may be separated by %j', (separator) => {
    expect(headRecords(`a${separator}b,c\r1${separator}2`, separator, 2)).toEqual([
      { line: 1, fields: ['a', 'b,c'] },
      { line: 2, fields: ['1', '2'] },
    ]);
  });

  it('end where a file is no longer delimited text', () => {
    expect(headRecords('a,b\n"open', ',', 2)).toEqual([{ line: 1, fields: ['a', 'b'] }]);
    expect(headRecords('', ',', 2)).toEqual([{ line: 1, fields: [''] }]);
  });
});

describe('a report that nobody can settle on', () => {
  const GA4 = '# ----------\n# Traffic\n# Start date: 20260101\nDay,Users\n';

  it('is Google’s by its first lines', () => {
    expect(unfitReport(GA4)).toBe('ga4');
    expect(unfitReport(`\uFEFF${GA4.replaceAll('\n', '\r\n')}`)).toBe('ga4');
    expect(unfitReport(GA4.replaceAll('\n', '\r'))).toBe('ga4');
  });

  it.each([
    ['a comment first', GA4.replace('# -', '# x')],
    ['no first day', GA4.replace('20260101', '2026')],
    ['the first day said elsewhere', GA4.replace('# Start', 'x # Start')],
    ['nothing', ''],
  ])('is none: %s', (_, head) => {
    expect(unfitReport(head)).toBeNull();
  });

  it.each([
    ['Datum/Uhrzeit', ','],
    ['date/heure', ';'],
    ['Data/Ora:', '\t'],
    ['fecha y hora', ','],
    ['datum/tijd', ','],
    ['Datum/tid', ','],
    ['data/godzina', ','],
    ['tarih/saat', ','],
    ['日付/時間', ','],
  ])('is Amazon’s where its header says %s', (header, separator) => {
    const quoted = ['Includes Amazon Marketplace', '', `"${header}"${separator}"x"`, ''].join('\n');
    expect(unfitReport(quoted)).toBe('amazon');
    expect(unfitReport(quoted.replaceAll('"', ''))).toBe('amazon');
    expect(unfitReport(` ${header} ${separator}x amazon`)).toBe('amazon');
    expect(unfitReport(quoted.replace('Amazon', 'Some'))).toBeNull();
  });

  it('is no report of Amazon in English, nor one that only names it', () => {
    expect(unfitReport('date/time,amazon\n')).toBeNull();
  });
});
