import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFiles } from '../../src/commands/run/import.js';
import { checkFiles } from '../../src/commands/run/import-check.js';
import type { Locale } from '../../src/kernel/text.js';
import { localExports } from '../../src/shell/duckdb/exports.js';
import { contextFor, run } from '../in-process.js';
import { REPOSITORY } from '../run-cli.js';
import { type Cell, workbook } from '../shell/workbook.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';

/*
 * One cell of a downloaded file that is no number, no day, no currency: file, line, column and remedy are named, whatever the file's
 * form, in both languages. The bad cell stands in the second of three rows, in line 3.
 */

const root = mkdtempSync(join(tmpdir(), 'concord-cells-test-'));
const downloads = mkdtempSync(join(tmpdir(), 'concord-cells-'));
beforeAll(() => {
  putInto(root, 'contracts/workspace.yaml', PEOPLE);
});
afterAll(() => {
  for (const each of [root, downloads]) rmSync(each, { recursive: true, force: true });
});

let count = 0;
function download(content: string | Buffer, ending: string): string {
  count += 1;
  // letters alone: the number of a file is no part of its table's name
  const path = join(downloads, `file${'abcdefghij'[Math.floor(count / 10)] ?? ''}${'abcdefghij'[count % 10] ?? ''}.${ending}`);
  writeFileSync(path, content);
  return path;
}

interface Options {
  readonly eyes?: 'owner';
  readonly print?: boolean;
  readonly locale?: Locale;
}

/** What is said of a file, without what is well. */
async function said(path: string, { print = false, locale = 'en', eyes }: Options = {}): Promise<string[]> {
  const context = { ...contextFor({ root, asOf: '2026-02-10', locale, format: 'pretty' }), ...(eyes === undefined ? {} : { eyes }) };
  const options = { files: [path], contract: null, table: null, sheet: null, print, link: false, replace: [], fewer: false };
  const { output, errors = '', crash } = await run(context, (own) => importFiles(own, localExports(root), options));
  expect(crash).toBeNull();
  return `${errors}${output}`
    .split('\n')
    .map((line) => line.trim().replaceAll(/exports\/file\w*\/|file\w*\./g, (part) => (part.endsWith('.') ? 'F.' : '')))
    .filter((line) => line !== '' && !line.startsWith('✓'));
}

const csv = (cost: string, day = '2026-01-06', currency = 'USD') =>
  `date,order,cost,currency\n2026-01-05,A1,60.00,USD\n${day},A2,${cost},${currency}\n2026-01-07,A3,80.20,USD\n`;

const FORMS: readonly (readonly [string, (cost: string) => Buffer | string, string])[] = [
  ['csv', (cost) => csv(cost), 'cost'],
  ['csv.gz', (cost) => gzipSync(csv(cost)), 'cost'],
  ['tsv', (cost) => csv(cost.replaceAll('"', '').replaceAll(',', ';')).replaceAll(',', '\t').replaceAll(';', ','), 'cost'],
  [
    'csv',
    // 日期,花费 in GB 18030: too few characters to be told from Korean by their bytes alone
    (cost) =>
      Buffer.concat([Buffer.from('c8d5c6da2cbba8b7d10a', 'hex'), Buffer.from(`2026-01-05,60.00\n2026-01-06,${cost}\n2026-01-07,80.20\n`)]),
    '花费',
  ],
  [
    'xlsx',
    (cost) =>
      workbook({
        Blatt: [
          ['date', 'cost'],
          ['2026-01-05', { number: '60.5' }],
          ['2026-01-06', cost.replaceAll('"', '')],
          ['2026-01-07', { number: '80.2' }],
        ],
      }),
    'cost',
  ],
];

/** A line of a text file; of a workbook the row of its sheet. */
const placesOf = (ending: string) =>
  ending === 'xlsx'
    ? { en: 'F.xlsx, sheet "Blatt", row 3', zh: 'F.xlsx 第 3 行（工作表“Blatt”）', brief: 'F\\.xlsx \\[Blatt\\]:3' }
    : { en: `F.${ending}, line 3`, zh: `F.${ending} 第 3 行`, brief: `F\\.${ending}:3` };

describe.each(FORMS)('a cell of a file .%s', (ending, content, column) => {
  const place = placesOf(ending);
  test('of costs that is a word is named, with what to do', async () => {
    const lines = await said(download(content('abc'), ending));
    expect(lines).toContain(`${place.en}: the value in column "${column}" is no plain number: it is other text (1 in all)`);
    expect(lines.join(' ')).toContain('Look at it (of a text file `concord doctor --rows` shows the line on your own terminal).');
  });

  test('of costs that is a list of digits is named: it is no number with thousands', async () => {
    const lines = await said(download(content('"1,2,3"'), ending), { locale: 'zh' });
    expect(lines).toContain(`${place.zh}：列“${column}”的值不是普通数字：带有千位分隔符或以逗号作小数点（共 1 处）`);
  });

  test('that says that there is no cost is named with the measure that it holds', async () => {
    const lines = await said(download(content('n/a'), ending));
    expect(lines.find((line) => line.includes('no amount'))).toMatch(
      new RegExp(`: in 2026-01 1 of the rows it counts has no amount or no currency: ${place.brief}$`),
    );
  });
});

describe('a cell', () => {
  test.each([
    ['3万', 'it is shortened, like 3万 or 1.2k', 'Export the whole number (30000 for 3万)'],
    ['(12.00)', 'it is in brackets, as books show what is below 0', 'Export plain decimals (-1234.50)'],
    ['1.2.3', 'it has separators, or a decimal comma', 'Export plain decimals (1234.50)'],
  ])('of costs: %s', async (cost, what, remedy) => {
    const lines = await said(download(csv(cost), 'csv'));
    expect(lines).toContain(`F.csv, line 3: the value in column "cost" is no plain number: ${what} (1 in all)`);
    expect(lines.join(' ')).toContain(remedy);
  });

  test('of costs with its currency is a number: the code is proposed to be taken off', async () => {
    expect((await said(download(csv('USD 12'), 'csv'), { print: true })).join('\n')).toContain('strip: USD');
  });

  test('of days', async () => {
    expect(await said(download(csv('1.50', 'garbage'), 'csv'))).toContain(
      'F.csv, line 3: the value in column "date" is no date and no time: it is other text (1 in all)',
    );
    expect(await said(download(csv('1.50', 'n/a'), 'csv'))).toContain('n/a where there is no value');
    const lines = await said(download(csv('1.50', '31/01/2026'), 'csv'), { locale: 'zh' });
    expect(lines).toContain('F.csv 第 3 行：列“date”的值既不是日期也不是时间：年月日的顺序只能靠猜（共 1 处）');
  });

  test('of days, where most are none: the first is named', async () => {
    const days = csv('1.50').replaceAll('2026-01-0', 'someday ');
    expect((await said(download(days, 'csv'))).slice(0, 3)).toEqual([
      'F.csv:2:1 error import-no-table',
      'F.csv holds no table: no column holds times: in "date" this is the first value that is none',
      'fix: Write its days as 2026-01-31, or export the file again. `--print` shows what is seen.',
    ]);
    expect((await said(download(days, 'csv'), { locale: 'zh' }))[1]).toBe('F.csv 中没有表格：没有时间列：“date”列自此行起不是日期');
  });

  test('of currencies is named by its day', async () => {
    const lines = await said(download(csv('1.50', '2026-01-06', 'US Dollar'), 'csv'));
    expect(lines.join('\n')).toMatch(/column "currency" of exports\.\w+ has text that is no currency code, first in a row of 2026-01-06/);
  });

  test('of ids that a spreadsheet has rounded', async () => {
    const found = csv('1.50').replace('A2', '1.2021E+17');
    expect(await said(download(found, 'csv'))).toContain(
      'Column order: a spreadsheet has rounded long numbers to the likes of 1.2021E+17, first in line 3. Where they are ids, download the file again and import it unopened.',
    );
  });

  test('is named where the file is only shown', async () => {
    const two = csv('abc').replace('60.00', 'n/a');
    expect(await said(download(two, 'csv'), { print: true })).toContain('Column cost: 1 value is no number, first in line 3.');
    expect(await said(download(two, 'csv'), { print: true, locale: 'zh' })).toContain('“cost”列：有 1 个值不是数字，首见于第 3 行。');
  });
});

describe('a cell of a workbook that holds no value', () => {
  const book = (cost: Cell, other: Cell = { number: '60.5' }) =>
    workbook({
      Blatt: [
        ['date', 'cost'],
        ['2026-01-05', other],
        ['2026-01-06', cost],
        ['2026-01-07', { number: '80.2' }],
      ],
    });

  test('is never proposed to be nothing: an error is named with sheet, row, column and what to do', async () => {
    const file = download(book({ error: '#N/A' }), 'xlsx');
    const shown = await said(file, { print: true });
    expect(shown).toContain('Column cost: 1 cell is an error of a formula, first in row 3 of sheet "Blatt".');
    expect(shown.join('\n')).not.toContain('nulls');
    const lines = await said(file);
    expect(lines).toContain('F.xlsx, sheet "Blatt", row 3: the cell in column "cost" is an error (#N/A) and no value (1 in all)');
    expect(lines.join(' ')).toContain('Mend the formula in Excel, save, and take the file in again.');
    expect(await said(file, { locale: 'zh' })).toContain(
      'F.xlsx 工作表“Blatt”第 3 行：列“cost”的单元格是错误值（#N/A），不是数据（共 1 处）',
    );
  });

  test('is a formula that nobody computed: to be opened and saved, whether one cell or all', async () => {
    const formula = { formula: 'B2+1', stored: '<v></v>' };
    const file = download(book(formula), 'xlsx');
    expect(await said(file, { print: true, locale: 'zh' })).toContain(
      '“cost”列：有 1 个单元格的公式尚未计算，首见于工作表“Blatt”第 3 行：请在 Excel 中打开并保存。',
    );
    const lines = await said(download(book(formula, formula), 'xlsx'));
    expect(lines).toContain(
      'F.xlsx, sheet "Blatt", row 2: the cell in column "cost" holds a formula without its value: the program that wrote the file computed none (2 in all)',
    );
    expect(lines).toContain('Open the file in Excel and save it, which computes all formulas, and take it in again.');
  });

  test('in a text file is the error that it says it is', async () => {
    const lines = await said(download(csv('#DIV/0!'), 'csv'));
    expect(lines).toContain(
      'F.csv, line 3: the value in column "cost" is no plain number: it is the error of a spreadsheet’s formula (1 in all)',
    );
    expect(lines.join(' ')).toContain('write nulls: ["#DIV/0!"] under format.');
  });
});

describe('columns of names with digits among them', () => {
  test('stay text: numbers among names are names', async () => {
    const lines = await said(download('date,campaign,cost\n2026-01-05,11,1.50\n2026-01-05,12,2.50\n2026-01-06,Brand,3.00\n', 'csv'), {
      print: true,
    });
    expect(lines.join('\n')).not.toContain('Column campaign');
    expect(lines).toContain('grain: [ date, campaign ]');
  });
});

describe('--check of a month that is as it should be', () => {
  const first = join(REPOSITORY, 'docs/guide/first-hour/Acme-Ads-Jan-1-2026-Jan-31-2026.csv');

  async function checked(files: readonly string[]) {
    const own = mkdtempSync(join(tmpdir(), 'concord-cells-check-'));
    putInto(own, 'contracts/workspace.yaml', PEOPLE);
    putInto(own, 'contracts/case/contract.yaml', caseContract({ timezone: 'America/New_York', kpi: caseKpi('k', 'meta_export_spend') }));
    putInto(own, 'contracts/case/definitions.yaml', 'use:\n  - { pack: meta-ads-export@1, currency: USD }\n');
    try {
      const context = contextFor({ root: own, asOf: '2026-02-10', locale: 'en', format: 'pretty' });
      return await run(context, (each) =>
        checkFiles(each, localExports(own), { files, contract: null, fact: null, replace: [], fewer: false }),
      );
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }

  test('finds nothing: a line of totals is none that needs attention', async () => {
    const { output, exitCode } = await checked([first]);
    expect(output.trim().split('\n').slice(1)).toEqual(['It is written as declared.']);
    expect(exitCode).toBe(0);
  });

  test('names a cost that is missing', async () => {
    const { output, exitCode } = await checked([download(readFileSync(first, 'utf8').replace(',85.50,', ',,'), 'csv')]);
    expect(output).toMatch(/in 2026-01 1 of the rows it counts has no amount or no currency: meta\/ads\/file\w+\.csv:4/);
    expect(exitCode).toBe(1);
  });
});

test.each([
  ['en', /^\S*F\.csv, line 3: .*abc/],
  ['zh', /^\S*F\.csv 第 3 行：.*abc/],
] as const)('whoever keeps the data is shown the line itself on the own terminal, and nobody else (%s)', async (locale, line) => {
  const shown = (lines: readonly string[]) => lines.filter((each) => line.test(each));
  expect(shown(await said(download(csv('abc'), 'csv'), { locale, eyes: 'owner' }))).toHaveLength(1);
  expect(shown(await said(download(csv('abc'), 'csv'), { locale }))).toEqual([]);
});
