import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileFormat, Measure, TableColumn, TableSource } from '../../src/contract/model.js';
import { LineSieve } from '../../src/shell/duckdb/sift-lines.js';
import { fact, measure, request, terms } from '../build-terms.js';
import { type Content, measureFiles, only, texts, totals } from './data-folder.js';
import { type Cell, workbook } from './workbook.js';

const january = { from: '2026-01-01', to: '2026-01-31' };
const column = (name: string, header: string, changes: Partial<TableColumn> = {}): TableColumn => ({
  name,
  header,
  time: null,
  strip: [],
  ...changes,
});
const revenue = measure('revenue', 'sales', { sum: 'amount' });

function asked(source: Omit<TableSource, 'table'>, measures: readonly Measure[] = [revenue]) {
  const facts = [fact('sales', { source: { table: 'shop.sales', ...source } })];
  return request(terms({ id: 'acme', term: january, definitions: { facts, measures } }), { asOf: '2026-02-05' });
}

async function january1(
  files: Record<string, Content>,
  source: Omit<TableSource, 'table'>,
  measures: readonly Measure[] = [revenue],
): Promise<string> {
  const measured = await measureFiles(files, [asked(source, measures)]);
  const said = texts(measured);
  return said.length > 0 ? said.join('\n') : (totals(only(measured), 'revenue')['2026-01'] ?? 'absent');
}

const file = (amount: string): Content => ['id;ts;amount', `1;2026-01-02T00:00:00Z;${amount}`, '2;2026-01-03T00:00:00Z;1'];

describe('numbers as they are declared', () => {
  it.each<[FileFormat, string, string]>([
    [{ decimal: ',' }, '1234,5', '1235.5'],
    [{ decimal: ',' }, '1234', '1235'],
    [{ decimal: ',', thousands: '.' }, '1.234,50', '1235.5'],
    [{ decimal: ',', thousands: '.' }, '1.234', '1235'],
    [{ decimal: ',', thousands: '.' }, '-1.234.567,1', '-1234566.1'],
    [{ decimal: ',', thousands: ' ' }, '1\u00a0234,5', '1235.5'],
    [{ thousands: ',' }, '1,234.5', '1235.5'],
    [{ thousands: ',' }, '1234.5', '1235.5'],
    [{ thousands: ',' }, '12,34,567', '1234568'],
    [{ thousands: "'" }, "1'234.5", '1235.5'],
    [{ nulls: ['--', 'n/a'] }, '5', '6'],
  ])('%j: %s', async (format, amount, sum) => {
    expect(await january1({ 'shop/sales.csv': file(amount) }, { format: { ...format, delimiter: ';' } })).toBe(sum);
  });

  it.each<[FileFormat, string]>([
    // a point is no decimal point here, and 1.5 groups nothing
    [{ decimal: ',', thousands: '.' }, '1.5'],
    [{ decimal: ',' }, '1.5'],
    [{ thousands: ',' }, '1,5'],
    [{ thousands: ',' }, '1,23'],
    [{ thousands: ',' }, '1,2345'],
    [{ thousands: ',' }, ',123'],
    [{ thousands: ' ' }, '1,234'],
  ])('%j refuses %s', async (format, amount) => {
    expect(await january1({ 'shop/sales.csv': file(amount) }, { format: { ...format, delimiter: ';' } })).toBe(
      'data-not-a-number: shop/sales.csv, line 2: the value in column "amount" is no plain number: it is not written as decimal and thousands under format say (1 in all)',
    );
  });

  it('does not take a thousand for one where the mark is declared', async () => {
    const files = { 'shop/sales.csv': ['id,ts,amount', '1,2026-01-02T00:00:00Z,1.234'] };
    expect(await january1(files, {})).toContain('data-thousands');
    expect(await january1(files, { format: { decimal: '.', thousands: ',' } })).toBe('1.234');
    expect(await january1(files, { format: { decimal: ',', thousands: '.' } })).toBe('1234');
    const named = { 'shop/sales.csv': ['id,ts,金额', '1,2026-01-02T00:00:00Z,1.234'] };
    const columns = [column('id', 'id'), column('ts', 'ts'), column('amount', '金额')];
    expect(await january1(named, { columns })).toContain('column "金额" has exactly three digits');
  });
});

describe('times that count since 1970', () => {
  it.each([
    ['1767312900', 'seconds'],
    ['1767312900000', 'milliseconds'],
  ])('are named: %s', async (when, what) => {
    const files = { 'shop/sales.csv': ['id,ts,amount', `1,${when},7`] };
    expect(await january1(files, {})).toContain(`is no date and no time: it counts ${what} since 1970 (Unix time) (1 in all)`);
  });
});

describe('times as they are declared', () => {
  const columns = (time: string): readonly TableColumn[] => [column('id', 'Nr'), column('ts', 'When', { time }), column('amount', 'Sum')];
  const files = (when: string): Record<string, Content> => ({ 'shop/sales.csv': ['Nr;When;Sum', `1;${when};7`] });

  it.each([
    ['%d.%m.%Y', '31.1.2026', '7'],
    ['%m/%d/%y', '1/31/26', '7'],
    ['%b %d, %Y', 'Jan 31, 2026', '7'],
    ['%Y年%m月%d日', '2026年1月31日', '7'],
    // 31 January 23:30 in New York is February in UTC, the contract's zone
    ['%Y-%m-%d %H:%M %z', '2026-01-31 23:30 -0500', '0'],
    ['%m/%d/%Y %I:%M:%S %p %z', '01/31/2026 11:30:00 PM +0800', '7'],
  ])('%s: %s', async (time, when, sum) => {
    expect(await january1(files(when), { format: { delimiter: ';' }, columns: columns(time) })).toBe(sum);
  });

  it.each([
    ['%d.%m.%Y', '1/31/2026'],
    ['%d.%m.%Y', '2026-01-31'],
    ['%m/%d/%Y', '31/1/2026'],
    ['%m/%d/%Y', '2/29/2026'],
    ['%m/%d/%Y', '1/31/26'],
  ])('%s refuses %s', async (time, when) => {
    expect(await january1(files(when), { format: { delimiter: ';' }, columns: columns(time) })).toBe(
      'data-not-a-time: shop/sales.csv, line 2: the value in column "When" is no date and no time: it is not written as time says (1 in all)',
    );
  });
});

describe('columns by their headers', () => {
  const columns = [column('id', '订单 (No.)'), column('ts', ' Paid at'), column('amount', 'Amount', { strip: ['US$', '$'] })];

  it('are found wherever they stand; other columns, empty or twice, do no harm', async () => {
    const files = {
      'shop/sales/1.csv': ['订单 (No.),Paid at,Amount,,Note,Note', '1,2026-01-02T00:00:00Z,-US$ 5.00,,a,b'],
      'shop/sales/2.csv': ['Note,Amount , Paid at ,订单 (No.)', 'x,$7.50,2026-01-03T00:00:00Z,2'],
    };
    expect(await january1(files, { columns })).toBe('2.5');
  });

  it('are in every file of the table', async () => {
    const files = {
      'shop/sales/1.csv': ['订单 (No.),Paid at,Amount', '1,2026-01-02T00:00:00Z,5.00'],
      'shop/sales/2.csv': ['订单 (No.),Paid at,Amount (USD)', '2,2026-01-03T00:00:00Z,7.50'],
    };
    expect(await january1(files, { columns })).toBe('data-header-missing: shop/sales/2.csv has no column with the header Amount (amount).');
  });
});

describe('values that a file writes once', () => {
  const columns = [
    column('id', 'id'),
    column('ts', 'ts'),
    column('amount', 'amount'),
    column('currency', 'ccy', { fill: 'down', strip: ['='] }),
  ];
  const money = measure('revenue', 'sales', { sum: 'amount' }, { currency: 'currency' });
  const at = '2026-01-02T00:00:00Z';
  const sums = async (files: Record<string, Content>, format?: FileFormat) => {
    const [found] = only(await measureFiles(files, [asked({ columns, ...(format === undefined ? {} : { format }) }, [money])])).periods;
    // a row without a currency adds nothing
    return found?.measures.map(({ days, nulls }) => [
      ...days.flatMap(({ currency, value }) => (currency === undefined ? [] : [`${currency} ${value}`])),
      `${nulls} unknown`,
    ]);
  };

  it('stand for the rows below them, up to the next one', async () => {
    // of the first row nothing is known; USD 2 + 4, EUR 8 + 16
    const lines = ['id,ts,amount,ccy', `1,${at},1,`, `2,${at},2,=USD`, `3,${at},4,`, `4,${at},8,EUR`, `5,${at},16,--`];
    expect(await sums({ 'shop/sales.csv': lines }, { nulls: ['--'] })).toEqual([['EUR 24', 'USD 6', '1 unknown']]);
  });

  it('stand for no row of another file', async () => {
    const files = {
      'shop/sales/1.csv': ['id,ts,amount,ccy', `1,${at},1,USD`, `2,${at},2,`],
      'shop/sales/2.csv': ['id,ts,amount,ccy', `3,${at},4,`, `4,${at},8,EUR`],
    };
    expect(await sums(files)).toEqual([['EUR 8', 'USD 3', '1 unknown']]);
  });

  it('leave rows where they stand: a fault is told by its line', async () => {
    const lines = [
      'id,ts,amount,ccy',
      ...Array.from({ length: 5000 }, (_, row) => `${row},${at},${row === 4321 ? 'x' : 1},${row % 9 ? '' : 'USD'}`),
    ];
    expect(texts(await measureFiles({ 'shop/sales.csv': lines }, [asked({ columns }, [money])]))).toEqual([
      'data-not-a-number: shop/sales.csv, line 4323: the value in column "amount" is no plain number: it is other text (1 in all)',
    ]);
  });
});

describe('columns that could be taken for one another', () => {
  const columns = [column('id', 'No'), column('ts', 'Paid'), column('amount', 'Amount')];

  it('are told: two headers that differ by space alone are two columns', async () => {
    const files = { 'shop/sales.csv': ['No,Paid,Amount , Amount', '1,2026-01-02T00:00:00Z,5,7'] };
    expect(await january1(files, { columns })).toBe(
      'data-header-twice: shop/sales.csv has the header Amount (amount) several times, over different values',
    );
  });

  it('of two tables in one run have names of their own, text and Parquet alike', async () => {
    const parquet = { parquet: `SELECT 1 AS "No", TIMESTAMPTZ '2026-01-02 00:00:00Z' AS "Paid", CAST(2.5 AS DECIMAL(9,2)) AS "Amount"` };
    const files = { 'shop/sales.csv': ['No,Paid,Amount', '1,2026-01-02T00:00:00Z,5'], 'shop/other.parquet': parquet };
    const facts = [
      fact('sales', { source: { table: 'shop.sales', columns } }),
      fact('other', { source: { table: 'shop.other', columns } }),
    ];
    const measures = [revenue, measure('second', 'other', { sum: 'amount' })];
    const measured = only(
      await measureFiles(files, [request(terms({ id: 'acme', term: january, definitions: { facts, measures } }), { asOf: '2026-02-05' })]),
    );
    expect([totals(measured, 'revenue'), totals(measured, 'second')]).toEqual([{ '2026-01': '5' }, { '2026-01': '2.5' }]);
  });
});

describe('letters of a zone behind times', () => {
  // read in UTC: 16:00 in Los Angeles is midnight there in winter, and 8:00 in Shanghai
  it.each<[readonly string[], string, string, string]>([
    [['PST', 'PDT'], '2026-01-31 15:59:59 PST', 'America/Los_Angeles', '8'],
    [['PST', 'PDT'], '2026-01-31 16:00:00 PST', 'America/Los_Angeles', '1'],
    [['PST', 'PDT'], '2026-01-31 15:59:59 PDT', 'America/Los_Angeles', '8'],
    [['(GMT+8)'], '2026-01-01 08:00:00 (GMT+8)', 'Asia/Shanghai', '8'],
    [['(GMT+8)'], '2026-01-01 07:59:59 (GMT+8)', 'Asia/Shanghai', '1'],
  ])('%j taken off: %s in %s', async (strip, time, zone, sum) => {
    const lines = ['id,ts,amount', `1,${time},7`, `2,2026-01-15 12:00:00 ${strip[0]},1`];
    const zoned = measure('revenue', 'sales', { sum: 'amount' }, { when: { column: 'ts', zone } });
    const columns = [column('id', 'id'), column('ts', 'ts', { strip }), column('amount', 'amount')];
    expect(await january1({ 'shop/sales.csv': lines }, { columns }, [zoned])).toBe(sum);
  });
});

describe('rows of delimiters or of quotation marks alone, as programs write empty ones', () => {
  const day = '2026-01-02T00:00:00Z';
  const read = async (lines: Content, format?: FileFormat) =>
    january1({ 'shop/sales.csv': lines }, { columns: ['id', 'ts', 'amount'].map((name) => column(name, name)), ...(format && { format }) });

  it.each<[string, Content, FileFormat | undefined, string]>([
    ['between the rows', ['id,ts,amount', `1,${day},5`, ',,', `2,${day},7`], undefined, '12'],
    ['at the end, without a line end', Buffer.from(`id,ts,amount\n1,${day},5\n,,\n,,`), undefined, '5'],
    ['of a file with totals', ['id,ts,amount', `1,${day},5`, ',,', 'Total,,5', ',,'], { stopAt: 'Total' }, '5'],
    ['with semicolons', ['id;ts;amount', ';;', `1;${day};5`], { delimiter: ';' }, '5'],
    ['in quotation marks', ['id,ts,amount', '"","",""', `"1","${day}","5"`, '"","",""', `"2","${day}","7"`, '"","",""'], undefined, '12'],
    ['some in quotation marks', Buffer.from(`id,ts,amount\n1,${day},5\n"",,""\n,"",`), undefined, '5'],
  ])('are no rows: %s', async (_, lines, format, sum) => {
    expect(await read(lines, format)).toBe(sum);
  });

  it('are counted as lines, and not as rows without a time', async () => {
    expect(await read(['id,ts,amount', `1,${day},5`, ',,', `2,${day},seven`])).toBe(
      'data-not-a-number: shop/sales.csv, line 4: the value in column "amount" is no plain number: it is other text (1 in all)',
    );
    const counted = async (empty: string) => {
      const measured = only(await measureFiles({ 'shop/sales.csv': ['id,ts,amount', `1,${day},5`, empty, `2,,7`] }, [asked({})]));
      return measured.periods[0]?.measures;
    };
    for (const empty of [',,', '"","",""']) expect(await counted(empty)).toMatchObject([{ id: 'revenue', rows: 1, undated: 1 }]);
    // a quotation mark is something: this row has no time
    expect(await counted('"""",,')).toMatchObject([{ id: 'revenue', rows: 1, undated: 2 }]);
  });

  it('have as many fields as the header, or are not like the others', async () => {
    for (const line of [',,,', '""', '"",""'])
      expect(await read(['id,ts,amount', `1,${day},5`, line])).toMatch(/^data-line-fields: shop\/sales.csv, line 3/);
  });
});

describe('workbooks', () => {
  const source = { columns: [column('id', '订单号'), column('ts', 'Paid'), column('amount', 'Amount')] };
  const header: Cell[] = ['订单号', 'Paid', 'Amount'];
  const book = (rows: readonly (readonly Cell[])[], epoch1904 = false) => ({
    'shop/sales.xlsx': workbook({ Orders: [header, ...rows] }, epoch1904),
  });

  // stored by Excel, by openpyxl, by a program that writes exponents; and what was typed, or what a formula gives
  it.each([
    ['64.099999999999994', '64.1'],
    ['64.09999999999999', '64.1'],
    ['1210.0699999999999', '1210.07'],
    ['-33.329999999999998', '-33.33'],
    ['1.5E-2', '0.015'],
    ['1.2999999999999999E-2', '0.013'],
    ['1E-7', '0.0000001'],
    ['1.2021E+17', '120210000000000000'],
    ['5.0', '5'],
  ])('hold doubles: %s is %s', async (stored, meant) => {
    // 46024 is 2 January 2026
    const amounts = [stored, '1.5'].map((number, index): Cell[] => [`${index}`, { date: '46024' }, { number }]);
    const cents = (text: string): bigint => {
      const [whole = '', part = ''] = text.replace('-', '').split('.');
      return BigInt((text.startsWith('-') ? '-' : '') + whole + part.padEnd(9, '0'));
    };
    const sum = await january1(book(amounts), source);
    expect(cents(sum)).toBe(cents(meant) + cents('1.5'));
  });

  it('hold ids of more digits than a double has, each as it is stored', async () => {
    const sales = measure('revenue', 'sales', { countDistinct: 'id' });
    const ids = ['288230376151711744', '288230376151711745'].map((number): Cell[] => [{ number }, { date: '46024' }, { number: '1' }]);
    expect(totals(only(await measureFiles(book(ids), [asked(source, [sales])])), 'revenue')).toEqual({ '2026-01': '2' });
  });

  it('with what only a formula gives are refused: 0.1 + 0.2 is 0.30000000000000004 there', async () => {
    expect(await january1(book([['1', { date: '46024' }, { number: '0.30000000000000004' }]]), source)).toBe(
      'data-not-a-number: shop/sales.xlsx, sheet "Orders", row 2: the value in column "Amount" is no plain number: it has more than nine decimals (1 in all)',
    );
  });

  it('say days by their own epoch, and the time of day where any cell of the column has one', async () => {
    // 44562 days after 1904-01-01 is 2 January 2026
    expect(await january1(book([['1', { date: '44562' }, { number: '5' }]], true), source)).toBe('5');
    const times = book([
      ['1', { time: '46024' }, { number: '5' }],
      ['2', { time: '46053.999' }, { number: '7' }],
    ]);
    const zoned = measure('revenue', 'sales', { sum: 'amount' }, { when: { column: 'ts', zone: 'America/New_York' } });
    expect(totals(only(await measureFiles(times, [asked(source, [zoned])])), 'revenue')).toEqual({ '2026-01': '5' });
  });

  it('say times to the second: 16:00 in Los Angeles, stored as .666666666664, is the next day in UTC', async () => {
    // 46053.666666666664 is 31 January 2026, 16:00: midnight in UTC; a second before it is still January
    const times = book([
      ['1', { time: '46053.666666666664' }, { number: '5' }],
      ['2', { time: '46053.666655092595' }, { number: '7' }],
    ]);
    const zoned = measure('revenue', 'sales', { sum: 'amount' }, { when: { column: 'ts', zone: 'America/Los_Angeles' } });
    expect(totals(only(await measureFiles(times, [asked(source, [zoned])])), 'revenue')).toEqual({ '2026-01': '7' });
  });

  it('say times in text of their own (ISO 8601) without the zone of this machine', async () => {
    const times = book([['1', { formula: '', stored: '<v>2026-01-31T23:30:00</v>', type: 'd' }, { number: '5' }]]);
    const zoned = measure('revenue', 'sales', { sum: 'amount' }, { when: { column: 'ts', zone: 'Asia/Shanghai' } });
    expect(totals(only(await measureFiles(times, [asked(source, [zoned])])), 'revenue')).toEqual({ '2026-01': '5' });
  });

  const error = 'data-cell-error: shop/sales.xlsx, sheet "Orders", row 3: the cell in column "Amount" is an error (#DIV/0!) and no value';
  const uncomputed =
    'data-cell-uncomputed: shop/sales.xlsx, sheet "Orders", row 3: the cell in column "Amount" holds a formula without its value: the program that wrote the file computed none';
  it.each<readonly [string, Cell, boolean, string]>([
    ['an error', { error: '#DIV/0!' }, false, `${error} (1 in all)`],
    ['a formula without a value', { formula: 'C2+1' }, false, `${uncomputed} (1 in all)`],
    ['a formula with an empty value, as openpyxl writes it', { formula: 'C2+1', stored: '<v/>' }, false, `${uncomputed} (1 in all)`],
    ['a formula of text without a value', { formula: 'A2', type: 'str' }, false, `${uncomputed} (1 in all)`],
    [
      'a formula with the 0 that a program writes which computes none',
      { formula: 'C2+1', stored: '<v>0</v>' },
      true,
      `${uncomputed} (1 in all)`,
    ],
    ['a formula that was computed', { formula: 'C2+1', stored: '<v>12</v>' }, true, '23'],
    ['a formula that was computed to 0', { formula: 'C2-11', stored: '<v>0</v>' }, false, '11'],
    ['a formula that gives an empty text', { formula: 'A9', stored: '<v></v>', type: 'str' }, false, '11'],
  ])('with %s', async (_, cell, toBeComputed, said) => {
    const rows: Cell[][] = [header, ['1', { date: '46024' }, { number: '11' }], ['2', { date: '46025' }, cell]];
    const files = { 'shop/sales.xlsx': workbook({ Orders: rows }, false, toBeComputed) };
    const zero = measure('revenue', 'sales', { sum: 'amount' }, { nulls: 'zero' });
    expect(await january1(files, source, [zero])).toBe(said);
  });

  it('with errors where nobody looks, or that are agreed to be nothing, are read', async () => {
    const rows: Cell[][] = [
      [...header, 'Margin'],
      ['1', { date: '46024' }, { number: '11' }, { error: '#DIV/0!' }],
      ['2', { date: '46025' }, { error: '#N/A' }, { formula: 'C2+1' }],
      ['Total', null, { error: '#REF!' }, null],
    ];
    const files = { 'shop/sales.xlsx': workbook({ Orders: rows }) };
    const zero = measure('revenue', 'sales', { sum: 'amount' }, { nulls: 'zero' });
    expect(await january1(files, { ...source, format: { nulls: ['#N/A'], stopAt: 'Total' } }, [zero])).toBe('11');
  });

  it('have rows by number, empty ones and line breaks inside cells counted', async () => {
    const rows: Cell[][] = [
      ['a\nb', { date: '46024' }, { number: '5' }],
      [null, null, null],
      ['2', { date: '46025' }, 'seven'],
    ];
    expect(await january1(book(rows), source)).toBe(
      'data-not-a-number: shop/sales.xlsx, sheet "Orders", row 4: the value in column "Amount" is no plain number: it is other text (1 in all)',
    );
  });

  it('are read from the sheet that is named', async () => {
    const files = {
      'shop/sales.xlsx': workbook({
        Notes: [['x']],
        订单: [['of January'], header, ['1', { date: '46024' }, { number: '5' }], ['Total', null, { number: '5' }]],
      }),
    };
    expect(await january1(files, { ...source, format: { sheet: '订单', skip: 1, stopAt: 'Total' } })).toBe('5');
  });
});

/** What is left of a text, and where its lines stood, in the plainest way: no quoted line breaks, whole text at once. */
function plainly(text: string, format: FileFormat): { lines: string[]; numbers: number[] } {
  const lines: string[] = [];
  const numbers: number[] = [];
  let [above, isHeader, drop] = [format.skip ?? 0, true, format.dropFirst ?? 0];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' && index === text.split('\n').length - 1) break;
    if (above > 0) above -= 1;
    else if (format.comment !== undefined && line.startsWith(format.comment)) continue;
    else if (!isHeader && format.stopAt !== undefined && line.startsWith(format.stopAt)) break;
    else if (!isHeader && drop > 0) drop -= 1;
    else {
      isHeader = false;
      lines.push(line);
      numbers.push(index + 1);
    }
  }
  return { lines, numbers };
}

describe('lines that are no rows', () => {
  const line = fc.array(fc.constantFrom('a', 'b,', '#', 'Total', '1'), { maxLength: 4 }).map((parts) => parts.join(''));
  const format = fc.record({
    skip: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    dropFirst: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    comment: fc.option(fc.constant('#'), { nil: undefined }),
    stopAt: fc.option(fc.constant('Total'), { nil: undefined }),
  });
  const defined = (each: object): FileFormat => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined));

  it('go, whatever pieces the text is read in; what is left knows its line', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), format, fc.integer({ min: 1, max: 7 }), fc.boolean(), (lines, wanted, size, crlf) => {
        const own = defined(wanted);
        const text = lines.map((each) => `${each}${crlf ? '\r\n' : '\n'}`).join('');
        const sieve = new LineSieve(own, ',');
        let out = '';
        for (let at = 0; at < text.length; at += size) out += sieve.feed(text.slice(at, at + size));
        out += sieve.end();
        const expected = plainly(text.replaceAll('\r\n', '\n'), own);
        const kept = out.replaceAll('\r\n', '\n').split('\n').slice(0, -1);
        expect(kept).toEqual(expected.lines);
        const { lineOf } = sieve.sifted();
        expect(kept.map((_, index) => lineOf(index + 1))).toEqual(expected.numbers);
      }),
      { numRuns: 500 },
    );
  });

  it('get the fields that they lack, where a line may end early', () => {
    const sieve = new LineSieve({ ragged: true }, '\t');
    expect(sieve.feed('a\tb\tc\n1\n1\t2\t3\t\t\n1\t2\t3\t4\n\n') + sieve.end()).toBe('a\tb\tc\n1\t\t\n1\t2\t3\n1\t2\t3\t4\n\n');
  });

  it('may have line breaks in quoted fields', () => {
    const sieve = new LineSieve({ stopAt: 'Total', dropFirst: 1 }, ',');
    const text = 'a,b\n"no\ndata",x\n1,"two\nTotal"\nTotal,3\n';
    expect(sieve.feed(text) + sieve.end()).toBe('a,b\n1,"two\nTotal"\n');
    expect([1, 2, 3].map(sieve.sifted().lineOf)).toEqual([1, 4, 5]);
  });
});
