import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { equals, fact, measure, request, terms } from '../build-terms.js';
import { type Content, measureFiles, only, texts, totals } from './data-folder.js';

const january = { from: '2026-01-01', to: '2026-01-31' };
const revenue = measure('revenue', 'sales', { sum: 'amount' });
const asked = (measures = [revenue]) =>
  request(terms({ id: 'acme', term: january, definitions: { facts: [fact('sales', { source: { table: 'shop.sales' } })], measures } }), {
    asOf: '2026-02-05',
  });
const one = 'id,ts,amount\n1,2026-01-02T00:00:00Z,1.5\n';
const two = 'id,ts,amount\n2,2026-01-03T00:00:00Z,2.25\n';
const found = async (files: Record<string, Content>, measures = [revenue]) => texts(await measureFiles(files, [asked(measures)]));
const sum = async (files: Record<string, Content>) => totals(only(await measureFiles(files, [asked()])), 'revenue')['2026-01'];

describe('files of a table that are read', () => {
  it.each<[string, Record<string, Content>, string]>([
    ['upper case', { 'shop/sales/1.csv': one, 'shop/sales/2.CSV': two }, '3.75'],
    ['gzip', { 'shop/sales/1.csv': one, 'shop/sales/2.csv.gz': gzipSync(two) }, '3.75'],
    ['gzip in upper case', { 'shop/sales.CSV.GZ': gzipSync(two) }, '2.25'],
    ['gzip of two members', { 'shop/sales.csv.gz': Buffer.concat([gzipSync(one), gzipSync('2,2026-01-03T00:00:00Z,2.25\n')]) }, '3.75'],
    ['tabs', { 'shop/sales.tsv': one.replaceAll(',', '\t') }, '1.5'],
    ['tabs in .txt, with an inch mark', { 'shop/sales.txt': 'id\tts\tamount\n12"\t2026-01-02T00:00:00Z\t1.5\n' }, '1.5'],
    ['a byte order mark and CRLF', { 'shop/sales.csv': `\uFEFF${one.replaceAll('\n', '\r\n')}` }, '1.5'],
    ['CR alone', { 'shop/sales.csv': one.replaceAll('\n', '\r') }, '1.5'],
    [
      'what begins with a dot or ~$ is nobody’s',
      { 'shop/sales/1.csv': one, 'shop/sales/._1.csv': 'x', 'shop/sales/~$1.xlsx': 'x', 'shop/sales/.x/1.csv': two },
      '1.5',
    ],
    [
      'a column without a name, and two alike, that nobody uses',
      { 'shop/sales.csv': 'id,ts,amount,,x,x,X\n1,2026-01-02T00:00:00Z,1.5,a,b,c,d\n' },
      '1.5',
    ],
    ['a column twice, the same in every row', { 'shop/sales.csv': 'id,ts,amount,amount\n1,2026-01-02T00:00:00Z,1.5,1.5\n' }, '1.5'],
    ['other columns beside', { 'shop/sales/1.csv': one, 'shop/sales/2.csv': 'note,id,amount,ts\nx,2,2.25,2026-01-03T00:00:00Z\n' }, '3.75'],
    [
      'times without seconds, offsets after a space',
      { 'shop/sales.csv': 'id,ts,amount\n1,2026-01-02 10:00 +0800,1\n2,2026-01-02T10:00Z,2\n3,2026-01-02 10:00:00 -05:00,4\n' },
      '7',
    ],
  ])('%s', async (_, files, expected) => {
    expect(await sum(files)).toBe(expected);
  });

  it('a space before the offset moves no row to another day', async () => {
    // 2026-01-31 20:30 in New York is 01:30 on 1 February in UTC, and 23:30 in Honolulu the day before 09:30 UTC
    const late = 'id,ts,amount\n1,2026-01-31 20:30 -0500,1\n2,2026-01-31 18:30:00 -0500,2\n';
    expect(await sum({ 'shop/sales.csv': late })).toBe('2');
  });
});

describe('files of a table that are refused by name', () => {
  const unread = (file: string, why: string) => `data-file-unread: ${file} is there for table shop.sales but is not read: ${why}`;
  it.each<[string, Record<string, Content>, string[]]>([
    [
      'another ending',
      { 'shop/sales/1.csv': one, 'shop/sales/README.md': 'x' },
      [unread('shop/sales/README.md', 'its name does not end in .csv, .tsv, .txt (or these with .gz), .xlsx or .parquet')],
    ],
    ['a spreadsheet', { 'shop/sales/1.csv': one, 'shop/sales/2.XLS': 'x' }, [unread('shop/sales/2.XLS', 'it is a spreadsheet')]],
    [
      'packed otherwise',
      { 'shop/sales/1.csv': one, 'shop/sales/2.csv.zip': 'x' },
      [unread('shop/sales/2.csv.zip', 'it is packed in a form that is not read (.csv.gz, .tsv.gz and .txt.gz are)')],
    ],
    [
      'folders of partitions',
      { 'shop/sales/1.csv': one, 'shop/sales/month=02/a/2.csv': two },
      [unread('shop/sales/month=02/a/2.csv', 'folders inside a table’s folder are not looked into')],
    ],
    ['a spreadsheet where the table should be', { 'shop/sales.ods': 'x' }, [unread('shop/sales.ods', 'it is a spreadsheet')]],
    [
      'a workbook beside text',
      { 'shop/sales/1.csv': one, 'shop/sales/2.xlsx': 'x' },
      ['data-file-ambiguous: table shop.sales has more than one source: shop/sales/1.csv, shop/sales/2.xlsx'],
    ],
    [
      'no workbook at all',
      { 'shop/sales.xlsx': 'x' },
      ['data-file-unreadable: shop/sales.xlsx cannot be read: it is no workbook that can be opened'],
    ],
    ['another case', { 'shop/Sales.csv': one }, [unread('shop/Sales.csv', 'upper and lower case of the name differ from the table’s')]],
    [
      'one name in two forms',
      { 'shop/sales/1.csv': one, 'shop/sales/1.csv.gz': gzipSync(one) },
      ['data-file-ambiguous: table shop.sales has more than one source: shop/sales/1.csv, shop/sales/1.csv.gz'],
    ],
    [
      'a file and a folder',
      { 'shop/sales.tsv': one, 'shop/sales/1.csv': one },
      ['data-file-ambiguous: table shop.sales has more than one source: shop/sales.tsv, shop/sales/1.csv'],
    ],
    [
      'gzip cut off at the end of a line',
      { 'shop/sales.csv.gz': gzipSync(one + two.slice(13), { level: 0 }).subarray(0, 10 + 5 + one.length) },
      ['data-file-unreadable: shop/sales.csv.gz cannot be read: it is no whole gzip file'],
    ],
    [
      'a decimal comma and nothing after it',
      { 'shop/sales.csv': 'id,ts,amount,note\n1,2026-01-02T00:00:00Z,12,5,\n' },
      ['data-line-fields: shop/sales.csv, line 2 has 5 fields, the header 4'],
    ],
    [
      'a quoted field that may have swallowed a row',
      { 'shop/sales.txt': 'id\tts\tamount\n"a\t2026-01-02T00:00:00Z\t1\nb"\t2026-01-02T00:00:00Z\t2\n' },
      ['data-line: shop/sales.txt, line 2: a quoted field goes on over tabs or lines, which may swallow rows'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await found(files)).toEqual(expected);
  });
});

describe('a column that a file lacks is not zero', () => {
  const zero = [measure('revenue', 'sales', { sum: 'amount' }, { nulls: 'zero', where: equals('status', 'paid') })];
  const paid = ['id,ts,amount,status', '1,2026-01-02T00:00:00Z,1.5,paid'];

  it.each<[string, Content, Content, string]>([
    ['the filter’s, CSV', paid, ['id,ts,amount', '2,2026-01-03T00:00:00Z,9'], 'status'],
    ['the sum’s, CSV', paid, ['id,ts,spend,status', '2,2026-01-03T00:00:00Z,9,paid'], 'amount'],
    ['in another case, CSV', paid, ['id,ts,Amount,status', '2,2026-01-03T00:00:00Z,9,paid'], 'amount'],
    ['a file without rows, CSV', paid, ['id,ts,amount'], 'status'],
  ])('%s', async (_, first, second, column) => {
    const said = await found({ 'shop/sales/1.csv': first, 'shop/sales/2.csv': second }, zero);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^data-column-missing: shop/sales/2.csv has no column "${column}"\\.`));
  });

  it('Parquet', async () => {
    const row = (columns: string) => ({ parquet: `SELECT 1 AS id, TIMESTAMPTZ '2026-01-03 00:00:00Z' AS ts, ${columns}` });
    const files = {
      'shop/sales/1.parquet': row(`CAST(1.5 AS DECIMAL(9,2)) AS amount, 'paid' AS status`),
      'shop/sales/2.parquet': row('CAST(9 AS DECIMAL(9,2)) AS amount'),
    };
    expect(await found(files, zero)).toEqual(['data-column-missing: shop/sales/2.parquet has no column "status".']);
  });
});

describe('no number is off by a thousand', () => {
  const amounts = (...values: string[]) => ['id,ts,amount', ...values.map((value, index) => `${index},2026-01-02T00:00:00Z,${value}`)];
  const thousands = /^data-thousands: shop\/sales\.csv: every number with a point in column "amount" has exactly three digits after it/;

  it.each([[['149.000', '89.500']], [['987', '2.010', '-1.234']], [['0.125']], [['149.000', '0.00']], [['+149.000', '.125']]])(
    '%s is an error',
    async (values) => {
      const said = await found({ 'shop/sales.csv': amounts(...values) });
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(thousands);
    },
  );

  it.each([
    [['149.000', '1.5'], '150.5'],
    [['1', '2000'], '2001'],
    [['1.2500', '3.125'], '4.375'],
    [['7', '0.000'], '7'],
  ] as const)('%s is not', async (values, expected) => {
    expect(await sum({ 'shop/sales.csv': amounts(...values) })).toBe(expected);
  });

  it('nor in what a filter compares with', async () => {
    const many = measure(
      'many',
      'sales',
      { count: 'rows' },
      { where: { column: 'amount', op: 'gte', value: { type: 'number', value: '100' } } },
    );
    expect((await found({ 'shop/sales.csv': amounts('149.000', '250.000') }, [many]))[0]).toMatch(thousands);
  });
});
