import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type ImportOptions, importFiles } from '../../src/commands/run/import.js';
import { checkFiles } from '../../src/commands/run/import-check.js';
import type { Locale } from '../../src/kernel/text.js';
import { localExports } from '../../src/shell/duckdb/exports.js';
import { contextFor, type Outcome, run } from '../in-process.js';
import { REPOSITORY, runWarm } from '../run-cli.js';
import { workbook } from '../shell/workbook.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';

/* A table that is declared: its files are looked at by the declaration, as they will be measured, and not by what a file looks like. */

const DEFINITIONS = `facts:
  t:
    table: x.t
    columns: { day: { header: Date, time: "%Y-%m-%d" }, campaign: Campaign, order: Order, cost: Cost }
    grain: [order]
    custodian: brand
measures: { c: { definition: "Cost", of: t, sum: cost, when: day } }
metrics: { m: { title: "Cost", formula: c, unit: money, type: flow } }
`;
/** 10.00 + 11.00 = 21.00. */
const JANUARY = 'Date,Campaign,Order,Cost\n2026-01-01,A,1,10.00\n2026-01-02,A,2,11.00\n';
const FEBRUARY = 'Date,Campaign,Order,Cost\n2026-02-01,A,3,12.00\n2026-02-01,A,4,13.00\n';
/** February with 淘宝 as the campaign, in GBK. */
const GBK = Buffer.concat(
  FEBRUARY.split('A').flatMap((piece, at) => [...(at === 0 ? [] : [Buffer.from('ccd4b1a6', 'hex')]), Buffer.from(piece)]),
);
const META = readFileSync(join(REPOSITORY, 'docs/guide/first-hour/Acme-Ads-Jan-1-2026-Jan-31-2026.csv'), 'utf8');
const USE = '  - { pack: meta-ads-export@1, currency: USD }\n';
const SPEND = 'metrics: { m: { title: "Spend", formula: meta_export_amount_spent, unit: money, type: flow } }\n';

let root = '';
let downloads = '';
const roots: string[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-import-declared-'));
  downloads = mkdtempSync(join(tmpdir(), 'concord-downloads-'));
  roots.push(root, downloads);
  putInto(root, 'contracts/workspace.yaml', PEOPLE);
  putInto(root, 'contracts/case/contract.yaml', caseContract({ timezone: 'America/New_York', kpi: caseKpi('k', 'm') }));
  putInto(root, 'contracts/case/definitions.yaml', DEFINITIONS);
});
afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true, force: true });
});

function download(name: string, content: string | Buffer): string {
  const path = join(downloads, name);
  writeFileSync(path, content);
  return path;
}

const NONE: Omit<ImportOptions, 'files'> = {
  contract: null,
  table: null,
  sheet: null,
  print: false,
  link: false,
  replace: [],
  fewer: false,
};
const context = (locale: Locale) => contextFor({ root, asOf: '2026-03-10', locale, format: 'pretty' });
const imported = (file: string, table: string | null = 'x.t', locale: Locale = 'en') =>
  run(context(locale), (own) => importFiles(own, localExports(root), { ...NONE, table, files: [file] }));
const checked = (file: string, locale: Locale = 'en') =>
  run(context(locale), (own) =>
    checkFiles(own, localExports(root), { files: [file], contract: null, fact: null, replace: [], fewer: false }),
  );

function said({ output, errors = '', crash }: Outcome): string {
  expect(crash).toBeNull();
  return `${errors}${output}`;
}

describe('a file for a declared table', () => {
  beforeEach(() => putInto(root, 'data/x/t/jan.csv', JANUARY));

  test('that has its keys already is told so by --check: a copy of January under another name, 1 and 2 twice', async () => {
    const copy = await checked(download('february.csv', JANUARY));
    expect(copy.exitCode).toBe(1);
    expect(said(copy)).toContain('february.csv holds exactly what data/x/t/jan.csv holds: each of its rows would be there twice');
    expect(said(copy)).not.toContain('keys (order)'); // one cause is told once
    const corrected = await checked(download('february.csv', `${JANUARY}2026-01-09,A,9,1.00\n`));
    expect(corrected.exitCode).toBe(1);
    expect(said(corrected)).toContain('x.t: keys (order) that stand in more than one row: 2, for instance x/t/february.csv:2');
    const february = await checked(download('february.csv', FEBRUARY));
    expect([february.exitCode, said(february)]).toEqual([0, expect.stringContaining('It is written as declared.')]);
    // a newer download of the same name takes its place
    expect((await checked(download('jan.csv', JANUARY))).exitCode).toBe(0);
  });

  test('whose amounts are all negative, where a formula subtracts them: told by --check and by an import, and taken in', async () => {
    const net = DEFINITIONS.replace('measures: {', 'measures: { p: { definition: "Paid", of: t, sum: cost, when: day }, ').replace(
      'formula: c,',
      'formula: p - c,',
    );
    putInto(root, 'contracts/case/definitions.yaml', net);
    const minus = download('february.csv', FEBRUARY.replace('12.00', '-12.00').replace('13.00', '-13.00'));
    const telling = 'c: in 2026-02 every day of it is negative, and m subtracts it: two minus signs make a plus, so that it is added';
    const found = await checked(minus);
    expect([found.exitCode, said(found)]).toEqual([1, expect.stringContaining(telling)]);
    const taken = await imported(minus);
    expect([taken.exitCode, said(taken)]).toEqual([1, expect.stringContaining(telling)]);
    expect(existsSync(join(root, 'data/x/t/february.csv'))).toBe(true);
    expect(said(await checked(download('march.csv', FEBRUARY.replace('12.00', '-12.00'))))).not.toContain('two minus signs');
  });

  const OTHERS: readonly (readonly [name: string, content: string | Buffer, en: string, zh: string])[] = [
    ['gbk.csv', GBK, 'x/t/gbk.csv, line 2 is not UTF-8: GBK, perhaps', 'x/t/gbk.csv 第 2 行不是 UTF-8'],
    [
      'dollar.csv',
      FEBRUARY.replace('12.00', '$12.00'),
      'x/t/dollar.csv, line 2: the value in column "Cost" is no plain number: it has a currency sign',
      'x/t/dollar.csv 第 2 行：列“Cost”的值不是普通数字：带有货币符号',
    ],
    ['semi.csv', FEBRUARY.replaceAll(',', ';'), 'x/t/semi.csv is separated by semicolons, not by commas', 'x/t/semi.csv'],
    [
      'mdy.csv',
      FEBRUARY.replaceAll('2026-02-01', '02/01/2026'),
      'x/t/mdy.csv, line 2: the value in column "Date" is no date and no time: it is not written as time says (2 in all)',
      'x/t/mdy.csv 第 2 行',
    ],
  ];

  test.each(OTHERS)('%s that it cannot be read by is named itself, in both languages, and not copied', async (name, content, en, zh) => {
    const file = download(name, content);
    for (const [locale, line] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const found = await imported(file, 'x.t', locale);
      expect(found.exitCode).toBe(2);
      expect(said(found)).toContain(line);
      expect(said(found)).not.toContain('jan.csv');
      expect(said(await checked(file, locale))).toContain(line);
    }
    expect(existsSync(join(root, 'data/x/t', name))).toBe(false);
    expect((await runWarm(['score', 'case', '--root', root, '--period', '2026-01'])).code).toBe(0);
  });

  test('that repeats what the draft would take for a key and not its grain is well', async () => {
    // both rows of a day and a campaign: its grain is the order
    const found = await imported(download('feb.csv', FEBRUARY));
    expect(found.exitCode).toBe(0);
    expect(said(found)).not.toContain('draft');
    expect(said(found)).toContain('✓ order as key: text');
    expect(said(found)).toContain('all is well');
  });

  test('that repeats its grain is told so, beside the file that has the row', async () => {
    const found = await imported(download('feb.csv', `${FEBRUARY}2026-02-03,A,1,9.00\n`));
    expect(found.exitCode).toBe(1);
    expect(said(found)).toContain('keys (order) that stand in more than one row: 1, for instance x/t/feb.csv:4, x/t/jan.csv:2');
  });
});

test('of a workbook the sheet is read that is declared, and not the largest', async () => {
  putInto(root, 'contracts/case/definitions.yaml', DEFINITIONS.replace('table: x.t', 'table: x.t\n    format: { sheet: 订单 }'));
  const rows = FEBRUARY.trim()
    .split('\n')
    .map((line) => line.split(','));
  const file = download('feb.xlsx', workbook({ 说明: [...Array(40)].map(() => ['note', 'of', 'nothing']), 订单: rows }));
  expect(said(await checked(file))).toContain('It is written as declared.');
  const found = await imported(file);
  expect(said(found)).toContain('XLSX, sheet 订单, header in row 1, 4 columns, 2 rows looked at');
  expect(found.exitCode).toBe(0);
});

describe('a file for a preset that a contract uses', () => {
  const without = (column: string): string => {
    const [header = '', ...lines] = META.trim().split(/\r?\n/);
    const at = header.replaceAll('"', '').split(',').indexOf(column);
    expect(at).toBeGreaterThan(0);
    return `${[header, ...lines].map((line) => line.split(',').toSpliced(at, 1).join(',')).join('\n')}\n`;
  };
  beforeEach(() => putInto(root, 'contracts/case/definitions.yaml', `use:\n${USE}${SPEND}`));

  test.each(['Link clicks', 'Purchases conversion value'])('may lack %s, which the contract does not read', async (column) => {
    const found = await imported(download('jan.csv', without(column)), null);
    expect(said(found)).toContain('fits the preset meta-ads-export@1');
    expect(said(found)).toContain('Copied to data/meta/ads/jan.csv');
    expect(found.exitCode).toBe(0);
  });

  test('may not lack it where the contract reads it', async () => {
    const definitions = SPEND.replace('formula: meta_export_amount_spent', 'formula: meta_export_amount_spent / meta_export_link_clicks');
    putInto(root, 'contracts/case/definitions.yaml', `use:\n${USE}${definitions.replace('type: flow', 'type: ratio')}`);
    const found = await imported(download('jan.csv', without('Link clicks')), null);
    expect(found.exitCode).toBe(2);
    expect(said(found)).toContain('jan.csv lacks the column "Link clicks", which meta-ads-export@1 has');
  });

  test('with a column renamed for good is told what to do with it, in both languages', async () => {
    const file = download('jan.csv', META.replace('"Amount spent (USD)"', 'Amount spent'));
    const en = 'drafts a fact on a table of its own; in a new version of the terms take meta-ads-export@1 from `use`';
    const zh = '请在新版条款中从 `use` 去掉 meta-ads-export@1，改用新的度量。已结算的不变。';
    expect(said(await imported(file, null))).toContain(en);
    expect(said(await imported(file, null, 'zh'))).toContain(zh);
    expect(said(await checked(file))).toContain(en);
    expect(said(await checked(file, 'zh'))).toContain(zh);
  });
});

describe('another way of one export', () => {
  const GOOGLE =
    'Campaign report\n"January 1, 2026 - January 31, 2026"\nDay,Campaign,Currency code,Clicks,Cost,Conv. value\n2026-01-05,Brand,USD,3,7.50,0.00\n';
  const EXCEL = GOOGLE.replaceAll(',', '\t').replace(/"January.*"/, 'January');
  const use = (more: string, metric: string) =>
    putInto(
      root,
      'contracts/case/definitions.yaml',
      `use:\n  - { pack: ${more} }\nmetrics: { m: { title: "M", formula: ${metric}, unit: money, type: flow } }\n`,
    );

  test('which is what a pack takes where nothing is said, is written by its word', async () => {
    use('google-ads-export@1, download: excel_csv', 'google_export_amount_spent');
    putInto(root, 'data/google/campaigns/before.csv', '');
    const file = download('plain.csv', GOOGLE);
    expect(said(await imported(file, null))).toContain('plain.csv is what google-ads-export@1 reads with download: csv; definitions');
    expect(said(await imported(file, null, 'zh'))).toContain('须在 google-ads-export@1 旁写明 download: csv 方可读取');
    // the first file of a table turns the word
    rmSync(join(root, 'data'), { recursive: true });
    expect(said(await imported(file, null))).toContain('download: csv, beside google-ads-export@1');
    expect(readFileSync(join(root, 'contracts/case/definitions.yaml'), 'utf8')).toContain('google-ads-export@1, download: csv }');
  });

  test('names the word that differs, and none that stands there', async () => {
    use('meta-ads-export@1, currency: CNY, headers: zh, encoding: gb18030', 'meta_export_amount_spent');
    putInto(root, 'data/meta/ads/before.csv', '');
    const rows = '单日,广告编号,已花费金额 (CNY),链接点击量,展示次数,购物次数,购物转化价值\n2026-01-05,120,7.50,1,9,0,0\n';
    expect(said(await imported(download('a.csv', rows), null))).toContain('reads with encoding: utf-8; definitions.yaml');
  });

  test('saved in another encoding is told of that, and of no delimiter that is as declared', async () => {
    use('google-ads-export@1, download: excel_csv', 'google_export_amount_spent');
    const found = said(await imported(download('saved.csv', EXCEL), null));
    expect(found).toContain('saved.csv: the encoding is utf-8; declared is utf-16');
    expect(found).not.toContain('what separates columns');
  });
});

describe('a packed file', () => {
  test('beside one of its name that is not packed is refused before it is copied, and may take its place', async () => {
    putInto(root, 'data/x/t/jan.csv', JANUARY);
    const packed = download('jan.csv.gz', gzipSync(`${JANUARY}2026-01-09,A,9,1.00\n`));
    for (const [locale, line] of [
      ['en', 'another file is already at data/x/t/jan.csv'],
      ['zh', 'data/x/t/jan.csv 已有另一个文件'],
    ] as const) {
      const found = await imported(packed, 'x.t', locale);
      expect(found.exitCode).toBe(2);
      expect(said(found)).toContain(line);
    }
    expect(readdirSync(join(root, 'data/x/t'))).toEqual(['jan.csv']);
    const replacing = await run(context('en'), (own) =>
      importFiles(own, localExports(root), { ...NONE, table: 'x.t', files: [packed], replace: ['jan.csv'] }),
    );
    expect(replacing.exitCode).toBe(0);
    expect(readdirSync(join(root, 'data/x/t'))).toEqual(['jan.csv.gz']);
  });

  test('and the same unpacked are not both taken in at once', async () => {
    const takeBoth = (packed: string) => {
      const files = [download('feb.csv', FEBRUARY), download('feb.csv.gz', gzipSync(packed))];
      return run(context('en'), (own) => importFiles(own, localExports(root), { ...NONE, table: 'x.t', files }));
    };
    expect(said(await takeBoth(FEBRUARY))).toContain('feb.csv.gz holds exactly what feb.csv holds');
    expect(said(await takeBoth(`${FEBRUARY}2026-02-09,A,9,1.00\n`))).toContain('another file is already at data/x/t/feb.csv');
    expect(existsSync(join(root, 'data'))).toBe(false);
  });
});

describe('times that count since 1970', () => {
  /** 31 January 23:59:59 and 1 February 00:00:00 in New York, five hours behind UTC: 10 in January, 5 in February. */
  const SECONDS = 'order_id,paid_at,amount\n1,1769921999,10.00\n2,1769922000,5.00\n';
  const FORMS = [
    ['seconds', SECONDS, '1000000'],
    ['milliseconds', SECONDS.replace('1769921999', '1769921999999').replace('1769922000', '1769922000000'), '1000'],
  ] as const;

  test.each(FORMS)('are named for what they are: %s; the view that is told reads them', async (what, rows, factor) => {
    putInto(root, 'contracts/case/definitions.yaml', '');
    const refused = await imported(download('epoch.csv', rows), null);
    expect(refused.exitCode).toBe(2);
    expect(said(refused)).toContain(`no column holds dates: "paid_at" counts ${what} since 1970 (Unix time)`);
    const told = /SELECT \*, make_timestamptz.* FROM shop\.orders/.exec(said(refused).replace(/\s+/g, ' '))?.[0] ?? '';
    expect(told).toBe(`SELECT *, make_timestamptz(CAST("paid_at" AS BIGINT) * ${factor}) AS at FROM shop.orders`);
    expect(said(await imported(download('epoch.csv', rows), null, 'zh'))).toContain(told);
    putInto(root, 'data/shop/orders.csv', rows);
    putInto(root, 'contracts/case/views/paid.duckdb.sql', told);
    putInto(
      root,
      'contracts/case/definitions.yaml',
      `facts: { o: { view: paid, grain: [order_id], custodian: brand } }
measures: { c: { definition: "Paid", of: o, sum: amount, when: at } }
metrics: { m: { title: "Paid", formula: c, unit: money, type: flow } }
`,
    );
    const scored = await runWarm(['score', 'case', '--root', root, '--period', '2026-01', '--as-of', '2026-03-10', '--locale', 'en']);
    expect(scored.stdout).toContain('USD 10.00');
  });
});
