import { symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/contract/model.js';
import { equals, fact, measure, request, terms } from '../build-terms.js';
import { type Content, measureFiles, measureFolder, only, texts, totals, withData } from './data-folder.js';

const january = { from: '2026-01-01', to: '2026-01-31' };
const asked = (measures: readonly Measure[], table = 'shop.sales', id = 'acme') =>
  request(terms({ id, term: january, definitions: { facts: [fact('sales', { source: { table } })], measures } }), { asOf: '2026-02-05' });
const revenue = measure('revenue', 'sales', { sum: 'amount' });
const rows = measure('rows', 'sales', { count: 'rows' });

describe('where a table is', () => {
  const csv = ['id,ts,amount', '1,2026-01-02T00:00:00Z,1.5'];
  const parquet = { parquet: `SELECT 2 AS id, TIMESTAMPTZ '2026-01-03 00:00:00Z' AS ts, CAST(2.5 AS DECIMAL(9,2)) AS amount` };

  it.each<[string, string, Record<string, Content>, string]>([
    ['a CSV file', 'shop.sales', { 'shop/sales.csv': csv }, '1.5'],
    ['a Parquet file', 'shop.sales', { 'shop/sales.parquet': parquet }, '2.5'],
    [
      'a folder of CSV files',
      'shop.sales',
      { 'shop/sales/a.csv': csv, 'shop/sales/b.csv': ['ts,amount,id', '2026-01-04T00:00:00Z,4,3'] },
      '5.5',
    ],
    [
      'a folder of Parquet files',
      'shop.sales',
      { 'shop/sales/1.parquet': parquet, 'shop/sales/2.parquet': { parquet: parquet.parquet.replace('2 AS id', '3 AS id') } },
      '5',
    ],
    ['a table without a dataset', 'sales', { 'sales.csv': csv }, '1.5'],
  ])('%s', async (_, table, files, expected) => {
    expect(totals(only(await measureFiles(files, [asked([revenue], table)])), 'revenue')).toEqual({ '2026-01': expected });
  });

  // A file's name is a name: as a pattern, each of these would be its neighbour, too.
  it.each<[string, Record<string, Content>, string]>([
    [
      'text',
      {
        '[a].csv': csv,
        'a.csv': ['id,ts,amount', '2,2026-01-02T00:00:00Z,10'],
        'b?*.csv': ['id,ts,amount', '3,2026-01-02T00:00:00Z,100'],
        'bcd.csv': ['id,ts,amount', '4,2026-01-02T00:00:00Z,1000'],
        '{c,d}.csv': ['id,ts,amount', '5,2026-01-02T00:00:00Z,10000'],
        'c.csv': ['id,ts,amount', '6,2026-01-02T00:00:00Z,100000'],
      },
      '111111.5',
    ],
    ['Parquet', { '[a]*.parquet': parquet, 'a1.parquet': { parquet: parquet.parquet.replace('2 AS id', '3 AS id') } }, '5'],
  ])('%s files whose names look like patterns, in a folder that does', async (_, files, expected) => {
    const inside = Object.entries(files).map(([name, content]) => [`data [1]*{x,y}/shop/sales/${name}`, content] as const);
    await withData(Object.fromEntries(inside), async (folder) => {
      expect(totals(only(await measureFolder(join(folder, 'data [1]*{x,y}'), [asked([revenue])])), 'revenue')).toEqual({
        '2026-01': expected,
      });
    });
  });

  it('nowhere', async () => {
    const [issue, ...others] = texts(await measureFiles({ 'shop/other.csv': csv }, [asked([revenue])]));
    expect(others).toEqual([]);
    expect(issue).toBe(
      `data-file-missing: no data for table shop.sales: expected ${join('shop', 'sales')}.parquet | .csv | .csv.gz | .tsv | .tsv.gz | .txt | .txt.gz | .xlsx, ${join('shop', 'sales', '*')} (a folder of such files)`,
    );
  });

  it('in two places', async () => {
    expect(texts(await measureFiles({ 'shop/sales.csv': csv, 'shop/sales.parquet': parquet }, [asked([revenue])]))).toEqual([
      `data-file-ambiguous: table shop.sales has more than one source: ${join('shop', 'sales.parquet')}, ${join('shop', 'sales.csv')}`,
    ]);
  });

  it('outside the data folder, by a link', async () => {
    const outside = join(tmpdir(), `concord-outside-${process.pid}.csv`);
    await writeFile(outside, `${csv.join('\n')}\n`);
    await withData({ 'shop/x.csv': csv }, async (folder) => {
      await symlink(outside, join(folder, 'shop', 'sales.csv'));
      expect(texts(await measureFolder(folder, [asked([revenue])]))).toEqual([
        `data-file-outside: ${join('shop', 'sales.csv')} leads outside the data folder`,
      ]);
    });
  });

  it.each(['../outside', 'shop.sales.csv', 'shop.sales"; DROP TABLE x', '', 'shop..sales', '1.sales', "shop.sal'es"])(
    'not by another name: %s',
    async (table) => {
      expect(texts(await measureFiles({ 'shop/sales.csv': csv }, [asked([revenue], table)]))).toEqual([
        `data-name: ${JSON.stringify(table)} is not a plain name`,
      ]);
    },
  );

  it('columns have plain names, too, even where the data has them', async () => {
    const nasty = 'amount" FROM x; --';
    const files = { 'shop/sales.csv': ['id,ts,"amount"" FROM x; --"', '1,2026-01-02T00:00:00Z,1'] };
    expect(texts(await measureFiles(files, [asked([measure('m', 'sales', { sum: nasty })])]))).toEqual([
      `data-name: ${JSON.stringify(nasty)} is not a plain name`,
    ]);
  });

  it('a column that is not there, with the one that was meant', async () => {
    const measures = [measure('m', 'sales', { sum: 'ammount' }), measure('n', 'sales', { sum: 'zzz' })];
    const measurement = await measureFiles({ 'shop/sales.csv': csv }, [asked(measures)]);
    expect(texts(measurement)).toEqual([
      'data-column-missing: shop.sales has no column "ammount". Did you mean "amount"?',
      'data-column-missing: shop.sales has no column "zzz".',
    ]);
    expect(measurement.issues[0]?.at).toEqual({ path: 'contracts/acme/definitions.yaml', line: 10, column: 1 });
    expect(measurement.measured.size).toBe(0);
  });
});

describe('CSV', () => {
  const amounts = (...values: string[]) => ['id,ts,amount', ...values.map((value, index) => `${index},2026-01-02T00:00:00Z,${value}`)];

  it.each<[string, string[], string]>([
    ['plain decimals', ['1.10', '-2.2', '+3', '.5', '7.', '007'], '16.4'],
    ['nine decimals and trailing zeros', ['0.000000001', '1.0000000010000000'], '1.000000002'],
    ['29 digits before the point', ['12345678901234567890123456789.123456789', '0'], '12345678901234567890123456789.123456789'],
    ['18 digits, and one more', ['999999999.999999999', '9999999999.999999999'], '10999999999.999999998'],
    ['zeros in front and behind', ['000000000000000000000000000000001.5', '-0.000'], '1.5'],
    ['cents that floats lose', Array.from({ length: 10 }, () => '0.1'), '1'],
  ])('sums are exact: %s', async (_, values, expected) => {
    expect(totals(only(await measureFiles({ 'shop/sales.csv': amounts(...values) }, [asked([revenue])])), 'revenue')).toEqual({
      '2026-01': expected,
    });
  });

  it.each([
    ['1e400', 'it has an exponent'],
    ['1e3', 'it has an exponent'],
    ['"1,234.50"', 'it has separators, or a decimal comma'],
    ['NaN', 'it is other text'],
    ['inf', 'it is other text'],
    ['0.1234567891', 'it has more than nine decimals'],
    ['123456789012345678901234567890', 'it has more than 29 digits before the point'],
    ['$5', 'it has a currency sign or code'],
    ['￥5', 'it has a currency sign or code'],
    ['5 €', 'it has a currency sign or code'],
    [' 5', 'it has spaces around it'],
    ['""', 'it is empty text in quotes, or spaces'],
    ['١', 'it is other text'],
    ['1 000', 'it has separators, or a decimal comma'],
    ['1.234.567', 'it has separators, or a decimal comma'],
    ['95%', 'it has a % sign'],
    ['-', 'it is a word or a sign for no value'],
    ['.', 'it is other text'],
  ])('%s is no number: the file, the line and what is the matter are named, the value is not', async (value, what) => {
    expect(texts(await measureFiles({ 'shop/sales.csv': amounts('1', value, '2', 'x') }, [asked([revenue])]))).toEqual([
      `data-not-a-number: ${join('shop', 'sales.csv')}, line 3: the value in column "amount" is no plain number: ${what} (2 in all)`,
    ]);
  });

  it('the line is counted in its own file, as an editor counts it', async () => {
    const quoted = ['id,ts,amount', '"a\nb",2026-01-02T00:00:00Z,3', '', '1,2026-01-02T00:00:00Z,4', '2,2026-01-02T00:00:00Z,five'];
    const files = { 'shop/sales/a.csv': amounts('1', '2'), 'shop/sales/b.csv': quoted };
    expect(texts(await measureFiles(files, [asked([revenue])]))).toEqual([
      `data-not-a-number: ${join('shop', 'sales', 'b.csv')}, line 6: the value in column "amount" is no plain number: it is other text (1 in all)`,
    ]);
  });

  it('a sum that no longer fits is an issue, not a number', async () => {
    const big = '99999999999999999999999999999';
    expect(texts(await measureFiles({ 'shop/sales.csv': amounts(big, big) }, [asked([revenue])]))[0]).toMatch(
      /^data-(sum-overflow|engine-failed): /,
    );
    expect(texts(await measureFiles({ 'shop/sales.csv': amounts(big, '1') }, [asked([revenue])]))[0]).toMatch(/^data-sum-overflow: /);
  });

  it('text is text: 007 is not 7, an empty field in quotes is not NULL', async () => {
    const csv = [
      'id,ts,amount,sku',
      '1,2026-01-02T00:00:00Z,1,007',
      '2,2026-01-02T00:00:00Z,2,7',
      '3,2026-01-02T00:00:00Z,4,""',
      '4,2026-01-02T00:00:00Z,8,',
    ];
    const of = (id: string, where: Measure['where']) => measure(id, 'sales', { sum: 'amount' }, { where });
    const measures = [
      of('seven', equals('sku', '7')),
      of('agent', equals('sku', '007')),
      of('empty', equals('sku', '')),
      of('missing', { column: 'sku', op: 'isNull', value: true }),
      of('number', { column: 'sku', op: 'eq', value: { type: 'number', value: '7' } }),
      measure('skus', 'sales', { countDistinct: 'sku' }),
    ];
    const measured = only(await measureFiles({ 'shop/sales.csv': csv.filter((line) => !line.startsWith('3')) }, [asked(measures)]));
    expect(measures.map(({ id }) => totals(measured, id)['2026-01'])).toEqual(['2', '1', '0', '8', '3', '2']);
    const withEmpty = only(await measureFiles({ 'shop/sales.csv': csv }, [asked(measures.filter(({ id }) => id !== 'number'))]));
    expect([totals(withEmpty, 'empty'), totals(withEmpty, 'skus')]).toEqual([{ '2026-01': '4' }, { '2026-01': '3' }]);
  });

  it('a byte order mark, CRLF, quotes, line breaks and any script', async () => {
    const csv = '\uFEFFid,ts,amount,名称\r\n1,2026-01-02T00:00:00Z,1,"a ""b"",\r\nc"\r\n2,2026-01-02T00:00:00Z,2,"宝贝"\r\n';
    const where = equals('amount', '2');
    const measures = [revenue, measure('two', 'sales', { count: 'rows' }, { where })];
    const measured = only(await measureFiles({ 'shop/sales.csv': csv }, [asked(measures)]));
    expect([totals(measured, 'revenue'), totals(measured, 'two')]).toEqual([{ '2026-01': '3' }, { '2026-01': '1' }]);
  });

  it('true and false', async () => {
    const csv = (value: string) => [
      'id,ts,amount,flag',
      '1,2026-01-02T00:00:00Z,1,TRUE',
      '2,2026-01-02T00:00:00Z,2,0',
      '3,2026-01-02T00:00:00Z,4,',
      `4,2026-01-02T00:00:00Z,8,${value}`,
    ];
    const measures = [
      measure('m', 'sales', { sum: 'amount' }, { where: { column: 'flag', op: 'eq', value: { type: 'boolean', value: false } } }),
    ];
    expect(totals(only(await measureFiles({ 'shop/sales.csv': csv('false') }, [asked(measures)])), 'm')).toEqual({ '2026-01': '10' });
    expect(texts(await measureFiles({ 'shop/sales.csv': csv('no') }, [asked(measures)]))).toEqual([
      `data-not-a-boolean: ${join('shop', 'sales.csv')}, line 5: the value in column "flag" is neither true nor false (1 in all)`,
    ]);
  });

  it('only a header: nothing was sold, and nothing is known to be fresh', async () => {
    const measured = only(await measureFiles({ 'shop/sales.csv': ['id,ts,amount'] }, [asked([revenue, rows])]));
    expect(measured.periods[0]?.facts).toEqual([
      { id: 'sales', complete: false, scans: [{ column: 'ts', rows: 0, nullWhen: 0, duplicateKeys: 0, repeatedKeys: [] }] },
    ]);
    expect(totals(measured, 'revenue')).toEqual({ '2026-01': '0' });
  });

  it.each<[string, Content, RegExp]>([
    ['an empty file', '', /^data-file-empty: .*sales.csv has no header line$/],
    [
      'a column twice',
      ['id,ts,amount,amount', '1,2026-01-02T00:00:00Z,1,2'],
      /^data-column-twice: .*sales.csv has the column "amount" more than once$/,
    ],
    [
      'too many fields',
      ['id,ts,amount', '1,2026-01-02T00:00:00Z,1', '2,2026-01-02T00:00:00Z,1,extra'],
      /^data-line-fields: .*sales.csv, line 3 has 4 fields, the header 3$/,
    ],
    [
      'too few fields',
      ['id,ts,amount', '1,2026-01-02T00:00:00Z,1', '2,2026-01-02T00:00:00Z'],
      /^data-line-fields: .*sales.csv, line 3 has 2 fields, the header 3$/,
    ],
    [
      'an open quote',
      ['id,ts,amount', '1,2026-01-02T00:00:00Z,"1', '2,2026-01-02T00:00:00Z,2'],
      /^data-line: .*sales.csv, line 2: a quotation mark opens a field and none closes it$/,
    ],
    [
      'not UTF-8',
      Buffer.from('id,ts,amount\n\xe9,2026-01-02T00:00:00Z,1\n', 'latin1'),
      /^data-file-encoding: .*sales.csv, line 2 is not UTF-8: Windows-1252/,
    ],
  ])('%s is an issue', async (_, content, expected) => {
    const found = texts(await measureFiles({ 'shop/sales.csv': content }, [asked([revenue])]));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
    expect(found[0]).not.toContain(tmpdir());
  });

  it('a truncated Parquet file is an issue', async () => {
    const found = texts(await measureFiles({ 'shop/sales.parquet': Buffer.from('PAR1 not really') }, [asked([revenue])]));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^data-file-unreadable: shop.sales.parquet cannot be read: /);
  });
});

describe('times', () => {
  const of = (when: Measure['when'], ...values: string[]) =>
    measureFiles({ 'shop/sales.csv': ['id,ts,amount', ...values.map((value, index) => `${index},${value},1`)] }, [
      asked([measure('rows', 'sales', { count: 'rows' }, { when })]),
    ]);
  const instant = { column: 'ts', zone: null };
  const wall = { column: 'ts', zone: 'UTC' };

  it.each<[string, string[]]>([
    ['Z', ['2026-01-02T00:00:00Z', '2026-01-31T23:59:59.999999Z']],
    ['offsets', ['2026-01-01T00:00:00+00:00', '2026-02-01 07:59:59+08', '2026-01-31T19:29:59-0430']],
    ['UTC as BigQuery exports it', ['2026-01-02 00:00:00 UTC', '2026-01-02 00:00:00.5 UTC']],
  ])('instants with %s', async (_, values) => {
    expect(totals(only(await of(instant, ...values)), 'rows')).toEqual({ '2026-01': String(values.length) });
  });

  it('nanoseconds are cut, so that no row changes its day', async () => {
    expect(totals(only(await of(instant, '2026-01-31T23:59:59.999999999Z')), 'rows')).toEqual({ '2026-01': '1' });
  });

  it.each<[string, Measure['when'], string[], RegExp]>([
    [
      'a wall clock without zone',
      instant,
      ['2026-01-02 00:00:00'],
      /^when-without-zone: column "ts" holds wall-clock times, and `when` names no zone$/,
    ],
    [
      'a zone on an instant',
      wall,
      ['2026-01-02T00:00:00Z'],
      /^zone-on-instant: column "ts" holds instants or dates, so `when` must not name a zone$/,
    ],
    ['a zone on a date', wall, ['2026-01-02'], /^zone-on-instant: /],
    [
      'a mix',
      instant,
      ['2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z', '2026-01-02 00:00:00'],
      /^data-mixed-time-kinds: .*sales.csv: column "ts" mixes 2026-01-31T16:00:00Z, 2026-01-31 16:00:00; line 4 is of the rarer kind$/,
    ],
    [
      'a day that is none',
      instant,
      ['2026-01-02', '2026-02-30'],
      /^data-not-a-time: .*line 3: the value in column "ts" is no date and no time: no calendar or clock has it \(1 in all\)$/,
    ],
    ['a word', instant, ['yesterday'], /^data-not-a-time: .*line 2: the value in column "ts" is no date and no time: it is other text/],
    ['infinity', instant, ['infinity'], /^data-not-a-time: /],
    ['a date in another order', instant, ['01/02/2026'], /^data-not-a-time: /],
  ])('%s is an issue', async (_, when, values, expected) => {
    const found = texts(await of(when, ...values));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it('Parquet says what its times are', async () => {
    const parquet = (type: string) => ({ parquet: `SELECT 1 AS id, 1 AS amount, CAST('2026-01-31 20:00:00' AS ${type}) AS ts` });
    const of = async (type: string, zone: string | null) => {
      const measurement = await measureFiles({ 'shop/sales.parquet': parquet(type) }, [
        asked([measure('rows', 'sales', { count: 'rows' }, { when: { column: 'ts', zone } })]),
      ]);
      return measurement.issues.length > 0 ? texts(measurement)[0]?.split(':')[0] : totals(only(measurement), 'rows')['2026-01'];
    };
    expect(await of('TIMESTAMPTZ', null)).toBe('1');
    expect(await of('TIMESTAMPTZ', 'UTC')).toBe('zone-on-instant');
    expect(await of('TIMESTAMP', null)).toBe('when-without-zone');
    expect(await of('TIMESTAMP', 'Asia/Shanghai')).toBe('1');
    expect(await of('TIMESTAMP', 'America/New_York')).toBe('0');
    expect(await of('TIMESTAMP_NS', 'Asia/Shanghai')).toBe('1');
    expect(await of('TIMESTAMP_S', 'America/New_York')).toBe('0');
    expect(await of('DATE', null)).toBe('1');
    expect(await of('VARCHAR', 'Asia/Shanghai')).toBe('1');
    expect(await of('TIME', null)).toBe('data-column-type');
  });
});

describe('Parquet numbers', () => {
  const sumOf = async (values: string, type: string) => {
    const parquet = `SELECT row_number() OVER () AS id, TIMESTAMPTZ '2026-01-02 00:00:00Z' AS ts, CAST(v AS ${type}) AS amount FROM (VALUES ${values}) AS t(v)`;
    const measurement = await measureFiles({ 'shop/sales.parquet': { parquet } }, [asked([revenue])]);
    return measurement.issues.length > 0 ? texts(measurement) : totals(only(measurement), 'revenue')['2026-01'];
  };

  it.each([
    ['DECIMAL(9,2)', `('0.10'), ('0.20'), (NULL)`, '0.3'],
    ['DECIMAL(38,0)', `('12345678901234567890123456789'), ('1')`, '12345678901234567890123456790'],
    ['DECIMAL(38,18)', `('0.100000000000000000'), ('0.2')`, '0.3'],
    ['DOUBLE', `('0.1'), ('0.2'), (NULL)`, '0.3'],
    ['DOUBLE', `('1e-10'), ('5e-10')`, '0.000000001'],
    ['FLOAT', `('0.5'), ('0.25')`, '0.75'],
    ['BIGINT', `('9223372036854775807'), ('9223372036854775807')`, '18446744073709551614'],
    ['UBIGINT', `('18446744073709551615')`, '18446744073709551615'],
    ['TINYINT', `('-128'), ('127')`, '-1'],
    ['VARCHAR', `('0.1'), ('0.2')`, '0.3'],
  ])('%s %s: %s', async (type, values, expected) => {
    expect(await sumOf(values, type)).toBe(expected);
  });

  it.each([
    ['DOUBLE', `('1'), ('nan'), ('inf')`, 'row 2: the value', '2 in all'],
    ['DOUBLE', `('1e30')`, 'row 1: the value', '1 in all'],
    ['DECIMAL(38,18)', `('0.1'), ('0.1234567891')`, 'row 2: the value', '1 in all'],
    ['DECIMAL(38,0)', `('123456789012345678901234567890')`, 'row 1: the value', '1 in all'],
  ])('%s %s does not fit', async (type, values, place, count) => {
    const found = await sumOf(values, type);
    expect(found).toHaveLength(1);
    expect(found?.[0]).toMatch(/^data-not-a-number: /);
    expect(found?.[0]).toContain(place);
    expect(found?.[0]).toContain(count);
  });

  it('the table is named, also where some of its columns are text', async () => {
    const parquet = `SELECT 1 AS id, '2026-01-02T00:00:00Z' AS ts, CAST('nan' AS DOUBLE) AS amount`;
    expect(texts(await measureFiles({ 'shop/sales.parquet': { parquet } }, [asked([revenue])]))).toEqual([
      'data-not-a-number: shop.sales, row 1: the value in column "amount" is no plain number: it does not fit 29 digits before and 9 after the point (1 in all)',
    ]);
  });

  it('text is no number, and a number is no text', async () => {
    const parquet = `SELECT 1 AS id, TIMESTAMPTZ '2026-01-02 00:00:00Z' AS ts, TRUE AS amount, 5 AS status`;
    const measures = [revenue, measure('m', 'sales', { count: 'rows' }, { where: equals('status', '5') })];
    expect(texts(await measureFiles({ 'shop/sales.parquet': { parquet } }, [asked(measures)]))).toEqual([
      'data-column-type: column "status" of shop.sales holds INTEGER, but is used as TEXT',
      'data-column-type: column "amount" of shop.sales holds BOOLEAN, but is used as NUMERIC',
    ]);
  });
});

describe('several contracts', () => {
  const csv = ['id,ts,amount,other', '1,2026-01-31T20:00:00Z,1,x', '2,2026-01-02T00:00:00Z,2,y'];
  it('share a scan, each by its own days; one’s issue is not the other’s', async () => {
    const of = (id: string, zone: string, measures: readonly Measure[]) =>
      request(terms({ id, zone, term: january, definitions: { facts: [fact('sales')], measures } }), { asOf: '2026-02-05' });
    const requests = [
      of('utc', 'UTC', [revenue]),
      of('shanghai', 'Asia/Shanghai', [revenue]),
      of('broken', 'UTC', [measure('m', 'sales', { sum: 'other' })]),
      of('missing', 'UTC', [measure('m', 'sales', { sum: 'nothing' })]),
    ];
    const measurement = await measureFiles({ 'shop/sales.csv': csv }, requests);
    expect([...measurement.measured].map(([id, measured]) => [id, totals(measured, 'revenue')])).toEqual([
      ['utc', { '2026-01': '3' }],
      ['shanghai', { '2026-01': '2' }],
    ]);
    expect(texts(measurement).map((text) => text.split(':')[0])).toEqual(['data-column-missing', 'data-not-a-number']);
  });
});
