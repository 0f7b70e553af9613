import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type ImportOptions, importFiles } from '../../src/commands/run/import.js';
import { checkFiles } from '../../src/commands/run/import-check.js';
import { givenInto } from '../../src/intake/given.js';
import type { Locale } from '../../src/kernel/text.js';
import { localExports } from '../../src/shell/duckdb/exports.js';
import { IMPORT_ISSUES } from '../../src/words/import-issues.js';
import { contextFor, type Outcome, run } from '../in-process.js';
import { REPOSITORY, runWarm } from '../run-cli.js';
import { workbook } from '../shell/workbook.js';
import { PEOPLE, putInto } from '../small-case.js';

/* `concord import`, over real files and the real engine: what it writes, where files go, and each of its issues word for word. */

const CONTRACT = `apiVersion: concord/v1
kind: Contract
id: case
title: Case
stage: pilot
parties: { brand: { name: Shop, signatories: [alice] }, provider: { name: Agency, signatories: [bob] } }
data: { owner: brand, providerUse: during_term }
term: { from: 2026-01-01, to: 2026-06-30 }
calendar: { every: month, timezone: Asia/Shanghai, lockAfterDays: 5, trueUpPeriods: 2 }
currency: CNY
rounding: half_even
acceptance: { days: 10, silence: accepts }
disputes: { days: 30, expert: An auditor }
holds: { maxPeriods: 3 }
kpis: [{ id: k, metric: m, owner: provider, better: higher, weight: 100%, target: 1000 }]
composite: { rule: weighted_mean }
fees: [{ id: base, kind: retainer, amount: 2000 }]
`;
const DEFINITIONS = `# What both agreed on. / 双方约定。
facts:
  orders: # from the shop
    table: shop.orders
    columns: { id: 订单编号, amount: 实付金额, paid_at: 付款时间 }
    grain: [id]
    custodian: brand
measures:
  x: { definition: "Paid orders", of: orders, sum: amount, when: { column: paid_at, zone: Asia/Shanghai } }
metrics: { m: { title: M, formula: x, unit: money, type: flow } } # one
`;
const TWO_FACTS = `facts:
  orders: { table: shop.orders, columns: { id: 订单编号, amount: 实付金额 }, grain: [id], custodian: brand }
  spend: { table: shop.spend, columns: { id: 编号, amount: 花费 }, grain: [id], custodian: brand }
measures:
  x: { definition: "Paid orders", of: orders, sum: amount, when: id }
  y: { definition: "Spend", of: spend, sum: amount, when: id }
metrics: { n: { title: N, formula: x / y, unit: number, type: ratio } }
`;
const VIEW_ALONE = `facts: { orders: { view: paid, grain: [id], custodian: brand } }
measures: { x: { definition: "Paid orders", of: orders, sum: amount, when: id } }
metrics: { n: { title: N, formula: x, unit: money, type: flow } }
`;
const JANUARY = '订单编号,实付金额,付款时间,备注\nA1,100.00,2026-01-05 10:00:00,x\nA2,50.50,2026-01-31 23:59:00,y\n';
const FEBRUARY = JANUARY.replaceAll('2026-01-31', '2026-02-28').replaceAll('2026-01', '2026-02').replaceAll('A', 'B');
const ADS =
  'Campaign report\n1 January 2026 - 31 January 2026\nTag;Kampagne;Kosten\n15.01.2026;Marke;1.234,50\n31.01.2026;Marke;10,00\nTotal: 2;;1.244,50\n';

const SHOPIFY = readFileSync(join(REPOSITORY, 'tests/packs/exports/shopify-orders/orders.csv'), 'utf8');
const GOOGLE =
  'Campaign report\n"January 1, 2026 - January 31, 2026"\nDay,Campaign,Currency code,Clicks,Cost,Conv. value\n2026-01-05,Brand,USD,3,7.50,0.00\n';

/** Meta's export in Chinese, in GBK. */
const GBK = Buffer.from(
  'b5a5c8d52cb9e3b8e6b1e0bac52cd2d1bba8b7d1bdf0b6ee2028434e59292cc1b4bdd3b5e3bbf7c1bf2cd5b9cabeb4cecafd2cb9baceefb4cecafd2cb9baceefd7aabbafbcdbd6b50a323032362d30322d30352c3132302c372e35302c312c392c302c300a',
  'hex',
);

let root = '';
let downloads = '';
const roots: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-import-test-'));
  downloads = mkdtempSync(join(tmpdir(), 'concord-downloads-'));
  roots.push(root, downloads);
  put('contracts/workspace.yaml', PEOPLE);
  put('contracts/case/contract.yaml', CONTRACT);
  put('contracts/case/definitions.yaml', DEFINITIONS);
});
afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true, force: true });
});

const put = (path: string, content: string | Buffer): void => putInto(root, path, content);

function download(name: string, content: string | Buffer): string {
  const path = join(downloads, name);
  writeFileSync(path, content);
  return path;
}

const text = (path: string) => readFileSync(join(root, path), 'utf8');
const context = (locale: Locale, format: 'pretty' | 'json') => contextFor({ root, asOf: '2026-02-10', locale, format });
const NONE: Omit<ImportOptions, 'files'> = {
  contract: null,
  table: null,
  sheet: null,
  print: false,
  link: false,
  replace: [],
  fewer: false,
};

function imported(files: readonly string[], more: Partial<Omit<ImportOptions, 'files'>> = {}, locale: Locale = 'en') {
  return run(context(locale, 'pretty'), (own) => importFiles(own, localExports(root), { ...NONE, ...more, files }));
}

function checked(files: readonly string[], fact: string | null = null, locale: Locale = 'en', replace: readonly string[] = []) {
  const options = { files, contract: null, fact, replace, fewer: false };
  return run(context(locale, 'pretty'), (own) => checkFiles(own, localExports(root), options));
}

/** What is printed, without the places of this machine. */
function said({ output, errors = '', crash }: Outcome): string[] {
  expect(crash).toBeNull();
  return `${errors}${output}`
    .replaceAll(`${downloads}/`, '')
    .replaceAll(root, '.')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(\d+ errors?|\d+ 个错误)$/.test(line));
}

describe('a file that is shown', () => {
  test('of a table that is declared says where, and proposes nothing', async () => {
    const orders = download('orders.csv', JANUARY);
    expect(said(await imported([orders], { table: 'shop.orders', print: true }))).toEqual([
      'orders.csv',
      'text with commas, header in line 1, 4 columns, 2 rows looked at',
      'Table shop.orders is declared in contracts/case/definitions.yaml already: nothing is to be written. `--check` says whether the file is written as declared.',
    ]);
    expect(said(await imported([orders], { table: 'shop.orders', print: true }, 'zh')).at(-1)).toBe(
      '表 shop.orders 已在 contracts/case/definitions.yaml 中声明，无须写入；`--check` 可核对文件是否与声明一致。',
    );
  });

  test('of a preset in use proposes only what would change', async () => {
    put('contracts/case/definitions.yaml', `${DEFINITIONS}use: [{ pack: google-ads-export@1 }]\n`);
    const plain = download('campaigns.csv', GOOGLE);
    expect(said(await imported([plain], { print: true })).at(-1)).toBe(
      'Table google.campaigns is declared in contracts/case/definitions.yaml already: nothing is to be written. `--check` says whether the file is written as declared.',
    );
    const excel = download(
      'excel.csv',
      Buffer.from(
        `\ufeff${GOOGLE.replaceAll('"January 1, 2026', 'January 1 2026').replaceAll('2026"', '2026').replaceAll(',', '\t')}`,
        'utf16le',
      ),
    );
    expect(said(await imported([excel], { print: true })).at(-1)).toBe(
      'To be written into contracts/case/definitions.yaml: download: excel_csv, beside google-ads-export@1, since the first file for it is written so. Nothing else.',
    );
    // and what is declared nowhere is still proposed
    expect(said(await imported([download('new.csv', ADS)], { print: true }))).toContain('To be written into definitions.yaml:');
  });

  test('with totals that its declaration does not leave out says so', async () => {
    const orders = download('orders.csv', `${JANUARY}Total,150.50,,\n`);
    expect(said(await imported([orders], { table: 'shop.orders', print: true }))).toContain(
      'There is 1 line of totals, first in line 4, and what is declared leaves none out: with a day they would count as rows. Take them away in the file; or write stopAt or comment under format in a new version of the terms.',
    );
  });
});

describe('a file that is imported', () => {
  test('is declared, measured and looked at; whatever stood in the definitions stays', async () => {
    // a contract that is not whole yet: its KPI is about what is being imported
    put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: ads_google_kosten,'));
    const found = await imported([download('Bericht.csv', ADS)], { table: 'ads.google' });
    expect(said(found)).toEqual([
      'Bericht.csv',
      'text with semicolons, header in line 3, 3 columns, 2 rows looked at',
      'numbers like 1.234,50',
      'times like %d.%m.%Y',
      'totals from the line that begins with Total:',
      '1 line of totals left out, first in line 6',
      'the total is what the rows add up to: Kosten',
      'fits no preset: a draft is proposed',
      'Copied to data/ads/google/Bericht.csv',
      'Written into contracts/case/definitions.yaml: ads_google',
      'ads.google on duckdb',
      '✓ data: ./data',
      '✓ ads.google',
      '✓ tag as time: date',
      '✓ tag as key: text',
      '✓ kampagne as key: text',
      '✓ kosten as number: decimal(18,1)',
      '✓ fact ads_google is loaded: 2026-01-31T16:00:00Z',
      'Looked at 7 things: all is well',
      'This is a proposal: look at it line by line. Then name a metric of it in contract.yaml and run `concord check case`.',
    ]);
    expect(found.exitCode).toBe(0);
    expect(text('contracts/case/definitions.yaml')).toBe(`# What both agreed on. / 双方约定。
facts:
  orders: # from the shop
    table: shop.orders
    columns: { id: 订单编号, amount: 实付金额, paid_at: 付款时间 }
    grain: [id]
    custodian: brand
  ads_google:
    table: ads.google
    format: { delimiter: ;, headerStartsWith: Tag, stopAt: "Total:", decimal: ",", thousands: . }
    columns:
      tag: { header: Tag, time: "%d.%m.%Y" }
      kampagne: Kampagne
      kosten: Kosten
    grain: [ tag, kampagne ]
    custodian: brand
measures:
  x: { definition: "Paid orders", of: orders, sum: amount, when: { column: paid_at, zone: Asia/Shanghai } }
  ads_google_kosten_sum:
    definition: Kosten (Bericht.csv)
    of: ads_google
    sum: kosten
    when: tag
metrics: { m: { title: M, formula: x, unit: money, type: flow }, ads_google_kosten: {title: Kosten, formula: ads_google_kosten_sum, unit: money, type: flow} } # one
`);
  });

  test('for a contract that is whole stands there as a comment: it is read, checked and settled as before', async () => {
    // the digest of the terms, on which that of the evidence rests, holds the lines on which their definitions stand
    const scored = async () => {
      const { code, stdout } = await runWarm(['score', 'case', '--root', root, '--period', '2026-01', '--format', 'json']);
      return { code, said: stdout.replaceAll(/"(terms|evidence)Digest": "[^"]*"/g, '') };
    };
    put('data/shop/orders/jan.csv', JANUARY);
    const before = await scored();
    expect(before.code).toBe(0);
    const found = said(await imported([download('Bericht.csv', ADS)], { table: 'ads.google' }));
    expect(found).toContain('Written into contracts/case/definitions.yaml as a comment: ads_google');
    expect(found.at(-1)).toBe(
      'This is a proposal, and changes nothing yet: what a contract declares and does not use stops its settlement. To use it, look at it line by line, take the # off its lines, name a metric of it in contract.yaml and run `concord check case`. Else delete these lines and the copied file.',
    );
    expect(text('contracts/case/definitions.yaml')).toBe(`# What both agreed on. / 双方约定。
facts:
  orders: # from the shop
    table: shop.orders
    columns: { id: 订单编号, amount: 实付金额, paid_at: 付款时间 }
    grain: [id]
    custodian: brand
  # ads_google:
  #   table: ads.google
  #   format: { delimiter: ;, headerStartsWith: Tag, stopAt: "Total:", decimal: ",", thousands: . }
  #   columns:
  #     tag: { header: Tag, time: "%d.%m.%Y" }
  #     kampagne: Kampagne
  #     kosten: Kosten
  #   grain: [ tag, kampagne ]
  #   custodian: brand
measures:
  x: { definition: "Paid orders", of: orders, sum: amount, when: { column: paid_at, zone: Asia/Shanghai } }
  # ads_google_kosten_sum:
  #   definition: Kosten (Bericht.csv)
  #   of: ads_google
  #   sum: kosten
  #   when: tag
metrics: { m: { title: M, formula: x, unit: money, type: flow } } # one
# metrics: { ads_google_kosten: {title: Kosten, formula: ads_google_kosten_sum, unit: money, type: flow} }
`);
    expect((await runWarm(['check', '--root', root])).code).toBe(0);
    expect(await scored()).toEqual(before);
    const next = await imported([download('Februar.csv', ADS.replaceAll('.01.2026', '.02.2026'))], { table: 'ads.google' }, 'zh');
    expect(said(next)).toContain('表 ads.google 的建议已以注释写在 contracts/case/definitions.yaml 中');
  });

  test('takes the place of the file that --replace names, under its own name', async () => {
    put('data/shop/orders/jan.csv', JANUARY);
    put('data/shop/orders/feb.csv', FEBRUARY);
    const corrected = download('jan (2).csv', JANUARY.replace('50.50', '60.50'));
    const found = await imported([corrected], { table: 'shop.orders', replace: ['jan.csv'] });
    expect(said(found)).toContain('data/shop/orders/jan (2).csv takes the place of jan.csv');
    expect(readdirSync(join(root, 'data/shop/orders'))).toEqual(['feb.csv', 'jan (2).csv']);
    expect(text('data/shop/orders/jan (2).csv')).toContain('A2,60.50');
    const again = await imported([download('feb.csv', FEBRUARY.replace('50.50', '70.50'))], { table: 'shop.orders', replace: ['feb.csv'] });
    expect(said(again)).toContain('data/shop/orders/feb.csv takes the place of feb.csv');
    expect(text('data/shop/orders/feb.csv')).toContain('B2,70.50');
    expect(readdirSync(join(root, 'data/shop/orders'))).toEqual(['feb.csv', 'jan (2).csv']);
  });

  test('takes that place also where it was taken in beside the other before; another file under its name is not touched', async () => {
    put('data/shop/orders/jan.csv', JANUARY);
    const corrected = download('jan (2).csv', JANUARY.replace('50.50', '60.50'));
    expect((await imported([corrected], { table: 'shop.orders' })).exitCode).toBe(1); // every key stands in both
    const found = await imported([corrected], { table: 'shop.orders', replace: ['jan.csv'] }, 'zh');
    expect(said(found)).toContain('data/shop/orders/jan (2).csv 已取代旧文件 jan.csv');
    expect(found.exitCode).toBe(0);
    expect(readdirSync(join(root, 'data/shop/orders'))).toEqual(['jan (2).csv']);
    put('data/shop/orders/feb.csv', FEBRUARY);
    const other = download('feb.csv', FEBRUARY.replace('50.50', '70.50'));
    const refused = await imported([other], { table: 'shop.orders', replace: ['jan (2).csv'], fewer: true });
    expect(said(refused).join('\n')).toContain('another file is already at data/shop/orders/feb.csv');
    expect(readdirSync(join(root, 'data/shop/orders'))).toEqual(['feb.csv', 'jan (2).csv']);
    expect(text('data/shop/orders/feb.csv')).toBe(FEBRUARY);
  });

  test('that replaces another is compared without it: its rows are there once', async () => {
    put('data/shop/orders/jan.csv', JANUARY);
    const both = download('both.csv', JANUARY + FEBRUARY.split('\n').slice(1).join('\n'));
    expect((await checked([both], 'orders')).exitCode).toBe(1);
    const found = await checked([both], 'orders', 'en', ['jan.csv']);
    expect([found.exitCode, said(found)]).toEqual([0, ['both.csv against orders of case', 'It is written as declared.']]);
    expect(said(await checked([both], 'orders', 'en', ['feb.csv'])).join('\n')).toContain('shop.orders has no file feb.csv');
  });

  test('is told where its rows stand in another file of the table: every key of it repeats', async () => {
    put('data/shop/orders/jan.csv', JANUARY);
    const overlap = download('both.csv', JANUARY + FEBRUARY.split('\n').slice(1).join('\n'));
    const found = await imported([overlap], { table: 'shop.orders' });
    expect(found.exitCode).toBe(1);
    expect(said(found).join('\n')).toContain(
      'keys (id) that stand in more than one row: 2, for instance shop/orders/both.csv:2, shop/orders/both.csv:3, shop/orders/jan.csv:2, shop/orders/jan.csv:3',
    );
  });

  test('of several months is looked at in each of them: an amount that January lacks is told as one of February is', async () => {
    // one cell of January is empty, then one of each month: January's is in line 2, February's in line 4
    const rows = `${JANUARY}${FEBRUARY.split('\n').slice(1).join('\n')}`;
    const one = await imported([download('one.csv', rows.replace('100.00', ''))], { table: 'shop.orders' });
    expect(one.exitCode).toBe(1);
    expect(said(one)).toContain('x: in 2026-01 1 of the rows it counts has no amount or no currency: shop/orders/one.csv:2');
    // where the contract says what is measured
    expect(said(one)).toContain('contracts/case/definitions.yaml:9');
    rmSync(join(root, 'data'), { recursive: true });
    const both = await imported([download('both.csv', rows.replaceAll('100.00', ''))], { table: 'shop.orders' }, 'zh');
    expect(said(both)).toContain('x：2026-01、2026-02 计入的行中有 2 行缺少金额或币种：shop/orders/both.csv:2、shop/orders/both.csv:4');
  });

  test('is taken in once: a second time nothing is written', async () => {
    const file = download('Bericht.csv', ADS);
    await imported([file], { table: 'ads.google' });
    const before = text('contracts/case/definitions.yaml');
    expect(said(await imported([file], { table: 'ads.google' }))).toContain('data/ads/google/Bericht.csv is there already');
    expect(said(await imported([file], { table: 'ads.google' })).join('\n')).not.toContain('This is a proposal');
    expect(text('contracts/case/definitions.yaml')).toBe(before);
  });

  test('of a table that is declared already is taken in, and the declaration stays', async () => {
    const found = await imported([download('2026-01.csv', JANUARY)], { table: 'shop.orders' }, 'zh');
    expect(said(found)).toContain('合同已读取数据表 shop.orders，口径保持不变');
    expect(text('contracts/case/definitions.yaml')).toBe(DEFINITIONS);
    expect(text('data/shop/orders/2026-01.csv')).toBe(JANUARY);
  });

  test('gets the ending that its bytes have', async () => {
    await imported(
      [
        download(
          'a.csv',
          workbook({
            订单: [
              ['day', 'cost'],
              ['2026-01-05', { number: '7.5' }],
            ],
          }),
        ),
      ],
      { table: 'ads.a' },
    );
    await imported([download('b', gzipSync('day,cost\n2026-01-05,7.50\n'))], { table: 'ads.b' });
    await imported([download('~$c.CSV', 'day,cost\n2026-01-05,7.50\n')], { table: 'ads.c' });
    expect(['ads/a/a.xlsx', 'ads/b/b.csv.gz', 'ads/c/c.csv'].filter((name) => !existsSync(join(root, 'data', name)))).toEqual([]);
  });

  test('may be linked: it is one file under two names', async () => {
    const file = download('a.csv', 'day,cost\n2026-01-05,7.50\n');
    await imported([file], { table: 'ads.a', link: true });
    expect(statSync(join(root, 'data/ads/a/a.csv')).ino).toBe(statSync(file).ino);
  });

  test('is only looked at with --print, and where no contract is, what would be declared is shown', async () => {
    const file = download('a.csv', 'day,cost\n2026-01-05,7.50\n');
    expect(said(await imported([file], { print: true }))).toContain('table: exports.export');
    expect(existsSync(join(root, 'data'))).toBe(false);
    expect(text('contracts/case/definitions.yaml')).toBe(DEFINITIONS);
    rmSync(join(root, 'contracts/case'), { recursive: true });
    const lines = said(await imported([file]));
    expect(lines).toContain('To be written into definitions.yaml:');
    expect(lines).toContain('Copied to data/exports/export/a.csv');
  });

  test('that a preset fits is declared by the preset', async () => {
    const orders = download('orders_export_1.csv', readFileSync(join(REPOSITORY, 'tests/packs/exports/shopify-orders/orders.csv')));
    const found = said(await imported([orders]));
    expect(found).toContain('fits the preset shopify-orders-export@1');
    expect(found).toContain('Copied to data/shopify/orders/orders_export_1.csv');
    expect(text('contracts/case/definitions.yaml')).toBe(`${DEFINITIONS}# use:\n#   - shopify-orders-export@1\n`);
    expect(said(await imported([orders]))).toContain(
      'The proposal for table shopify.orders stands in contracts/case/definitions.yaml as a comment already',
    );
    expect((await runWarm(['check', '--root', root])).code).toBe(0);
    put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: shopify_export_sales,'));
    put('contracts/case/definitions.yaml', DEFINITIONS);
    await imported([orders]);
    expect(text('contracts/case/definitions.yaml')).toBe(`${DEFINITIONS}use:\n  - shopify-orders-export@1\n`);
    expect(said(await imported([orders]))).toContain('The contract reads shopify.orders already: its definitions stay as they are');
  });

  test('for a preset that the contract uses, with a title above its header, is refused with what the preset needs, and not copied', async () => {
    const meta = readFileSync(join(REPOSITORY, 'docs/guide/first-hour/Acme-Ads-Jan-1-2026-Jan-31-2026.csv'), 'utf8');
    put('contracts/case/definitions.yaml', `${DEFINITIONS}use:\n  - { pack: meta-ads-export@1, currency: USD }\n`);
    const titled = download('titled.csv', `Acme ads\n${meta}`);
    const found = await imported([titled]);
    expect(found.exitCode).toBe(2);
    expect(said(found)).toEqual([
      'titled.csv:2:1 error import-written',
      'titled.csv: the line of the header is 2; declared is 1',
      'fix: Download it again as meta-ads-export@1 reads it: with the language and the settings of the platform that guide 18 names, and not opened in a spreadsheet; take away what stands above the header. Where the platform writes it in no such way, declare the file without the preset: `concord import <file> --print`.',
    ]);
    expect(said(await imported([titled], {}, 'zh'))).toContain(
      '修改建议：请按 meta-ads-export@1 的要求重新下载：平台的界面语言与设置见指南第 18 章，不要用表格软件打开；表头上方若有其他行，请删去。若平台无法这样导出，请不用预设、自行声明：`concord import <文件> --print`。',
    );
    expect(existsSync(join(root, 'data/meta'))).toBe(false);
  });

  test('for a preset, with values that a spreadsheet wrote anew, is told no field that stands nowhere', async () => {
    const meta = readFileSync(join(REPOSITORY, 'docs/guide/first-hour/Acme-Ads-Jan-1-2026-Jan-31-2026.csv'), 'utf8');
    put('contracts/case/definitions.yaml', `${DEFINITIONS}use:\n  - { pack: meta-ads-export@1, currency: USD }\n`);
    const values = download('values.csv', meta.replace('60.00,7000', '$60.00,7000'));
    expect(said(await imported([values]))).toContain(
      'fix: meta-ads-export@1 says how this file is written, and no field of the contract changes that. Where that line is a total or a note and no row, take it away; else download the file again in the way that guide 18 names, do not open it in a spreadsheet, and take it in with `concord import <new>`, and with `--replace <old>` where the old one was taken in.',
    );
    expect(said(await imported([values], {}, 'zh'))).toContain(
      '修改建议：该文件的写法由 meta-ads-export@1 规定，合同中没有可改的字段。若该行是合计或说明而非数据，请删去；否则请按指南第 18 章的方式重新下载，不要用表格软件打开，再用 `concord import <新文件>` 导入；旧文件若已纳入，请另加 `--replace <旧文件>`。',
    );
    expect(existsSync(join(root, 'data/meta'))).toBe(false);
  });

  test('where contracts are measured on BigQuery is refused before it is copied, unless DuckDB is asked for', async () => {
    put('contracts/workspace.yaml', 'warehouse: { engine: bigquery, project: acme-data, location: US }\n');
    const file = download('orders.csv', JANUARY);
    const found = await imported([file], { table: 'shop.orders' });
    expect(found.exitCode).toBe(2);
    expect(said(found)).toEqual([
      'contracts/workspace.yaml:1:1 error import-bigquery',
      'this repository is measured on BigQuery, which reads no file of data/',
      'fix: Load its rows into BigQuery (guide, chapter 11). To try a file without it: `--warehouse duckdb`, with `import` and with `score`; `--print` only shows what is seen.',
    ]);
    expect(said(await imported([file], { table: 'shop.orders' }, 'zh'))).toContain('本仓库的数据在 BigQuery 中，不读取 data/ 里的文件');
    expect(existsSync(join(root, 'data/shop'))).toBe(false);
    const asked = await run({ ...context('en', 'pretty'), engine: 'duckdb' }, (own) =>
      importFiles(own, localExports(root), { ...NONE, table: 'shop.orders', files: [file] }),
    );
    expect(said(asked)).toContain('Copied to data/shop/orders/orders.csv');
  });

  test('that nearly fits a preset is told what keeps it from that', async () => {
    const orders = readFileSync(join(REPOSITORY, 'tests/packs/exports/shopify-orders/orders.csv'), 'utf8');
    const renamed = said(await imported([download('renamed.csv', orders.replace(',Subtotal,', ',Sub total,'))], { print: true }));
    const persons =
      'Columns that say who somebody is: Email, Billing Name, Billing Zip. Once the file is committed, whoever can read the repository reads them, and every copy keeps them: take away what nothing reads, or keep the file out of git (guide, chapter 16).';
    expect(renamed.slice(2, 7)).toEqual([
      persons,
      'fits no preset: a draft is proposed',
      'It is nearly shopify-orders-export@1, but:',
      '✗ renamed.csv lacks the column "Subtotal", which shopify-orders-export@1 has',
      '✗ renamed.csv has a column "Sub total", which shopify-orders-export@1 lacks',
    ]);
    const marks = said(await imported([download('marks.csv', orders.replaceAll(',', ';'))], { print: true }, 'zh'));
    expect(marks.slice(4, 6)).toEqual(['与 shopify-orders-export@1 相近，但：', '✗ marks.csv：列分隔符为“分号”，声明为“逗号”']);
    // whoever names the table has decided that it is of their own
    const own = said(await imported([download('own.csv', orders.replace(',Subtotal,', ',Sub total,'))], { table: 'a.b', print: true }));
    expect(own.join('\n')).not.toContain('nearly');
  });

  test('is placed with all the others, or none is', async () => {
    put('data/ads/a/b.csv', 'day,cost\n2026-01-06,8.50\n');
    const files = [download('a.csv', 'day,cost\n2026-01-05,7.50\n'), download('b.csv', 'day,cost\n2026-01-06,9.50\n')];
    expect((await imported(files, { table: 'ads.a' })).exitCode).toBe(2);
    expect(existsSync(join(root, 'data/ads/a/a.csv'))).toBe(false);
    expect(text('contracts/case/definitions.yaml')).toBe(DEFINITIONS);
  });

  test('lacks a column that its table is read by: it is not copied', async () => {
    const file = download('2026-02.csv', FEBRUARY.replace('实付金额', '金额'));
    expect(said(await imported([file], { table: 'shop.orders' })).join('\n')).toContain(
      '2026-02.csv lacks the column "实付金额", which definitions.yaml has',
    );
    expect(existsSync(join(root, 'data'))).toBe(false);
  });

  test('that is refused shows the lines that it is refused for, to the owner of the data alone', async () => {
    const wrong = download('feb.csv', FEBRUARY.replace('50.50', 'fifty'));
    const owner = { ...context('en', 'pretty'), eyes: 'owner' as const };
    const refused = (place: typeof owner | ReturnType<typeof context>) =>
      run(place, (own) => importFiles(own, localExports(root), { ...NONE, table: 'shop.orders', files: [wrong] }));
    const line = 'shop/orders/feb.csv, line 3: B2,fifty,2026-02-28 23:59:00,y';
    expect(said(await refused(owner)).at(-1)).toBe(line);
    const other = said(await refused(context('en', 'pretty'))).join('\n');
    expect([other.includes('data-not-a-number'), other.includes('fifty')]).toEqual([true, false]);
    const check = { files: [wrong], contract: null, fact: 'orders', replace: [], fewer: false };
    expect(said(await run(owner, (own) => checkFiles(own, localExports(root), check)))).toContain(line);
  });

  test('with totals that a preset does not leave out is to be mended in the file alone', async () => {
    put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: shopify_export_sales,'));
    put('contracts/case/definitions.yaml', 'use: [shopify-orders-export@1]\n');
    const [, first = ''] = SHOPIFY.trim().split('\n');
    const total = `Total${first.replace(/^[^,]*/, '')}`.replaceAll(/\d{4}-\d\d-\d\d [^,]*/g, '');
    const orders = download('orders.csv', `${SHOPIFY.trimEnd()}\n${total}\n`);
    const told = said(await imported([orders], { print: true })).filter((line) => /of totals/.test(line));
    expect(told).toEqual([
      expect.stringMatching(/^There is 1 line of totals, first in line \d+: with a day .* in the file, and nothing else\.$/),
    ]);
    const check = said(await checked([orders]));
    expect(check[check.findIndex((line) => /line of totals/.test(line)) + 1]).toMatch(
      /^shopify-orders-export@1 says how this file is written/,
    );
  });

  test('before there is a contract is read in the zone that new ones begin with', async () => {
    rmSync(join(root, 'contracts/case'), { recursive: true });
    put('contracts/workspace.yaml', `${PEOPLE}defaults: { currency: CNY, timezone: Asia/Shanghai }\n`);
    const found = said(await imported([download('a.csv', 'time,cost\n2026-01-05 10:00:00,7.50\n')], { print: true }));
    expect(found.join('\n')).toContain('zone: Asia/Shanghai');
  });

  test('in several months is one table', async () => {
    put('contracts/case/definitions.yaml', '');
    const found = await imported([download('jan.csv', JANUARY), download('feb.csv', FEBRUARY)]);
    expect(said(found)).toContain('Copied to data/exports/jan/feb.csv');
    expect(said(found)).toContain('Copied to data/exports/jan/jan.csv');
  });
});

describe('a new month', () => {
  beforeEach(() => put('data/shop/orders/2026-01.csv', JANUARY));

  test('that is written as declared is told so', async () => {
    const found = await checked([download('2026-02.csv', FEBRUARY)]);
    expect(said(found)).toEqual([
      '2026-02.csv against orders of case',
      'By its name it would become a table of its own: take it in with `concord import <file> --table shop.orders`.',
      'It is written as declared.',
    ]);
    // whoever names the fact has said which table it is
    expect(said(await checked([download('2026-02.csv', FEBRUARY)], 'orders'))).toHaveLength(2);
    expect(found.exitCode).toBe(0);
    expect(existsSync(join(root, 'data/shop/orders/2026-02.csv'))).toBe(false);
  });

  test('that is written otherwise is told how: a column renamed, one gone, one new', async () => {
    const found = await checked([download('2026-02.csv', FEBRUARY.replace('实付金额', '实付 金额').replace('备注', '店铺'))]);
    expect(found.exitCode).toBe(1);
    expect(said(found)).toEqual([
      '2026-02.csv against orders of case',
      '✗ shop/orders/2026-02.csv has no column with the header 实付金额 (amount). Did you mean "实付 金额"?',
      'Export the file with that column, or correct the header under columns.',
      '✗ 2026-02.csv lacks the column "备注", which 2026-01.csv has',
      'Tick it in the export and download again (guide, chapter 18). Where it has another name for good: every file of a table is read by one name, so the new ones need a table of their own. `concord import <file> --table <new table>` drafts its fact for a new version of the terms; what is settled stays.',
      '✗ 2026-02.csv has columns "实付 金额", "店铺", which 2026-01.csv lacks',
      'Nothing, where not used: with columns only declared names are read. Else see whether one that is used was renamed.',
      'By its name it would become a table of its own: take it in with `concord import <file> --table shop.orders`.',
      '3 findings',
    ]);
  });

  test('in another encoding, with other separators, in another form is told so', async () => {
    const gbk = Buffer.from('b6a9b5a5b1e0bac52cca b5b8b6bdf0b6ee2cb8b6bfeecab1bce40a'.replaceAll(' ', ''), 'hex');
    const rows = Buffer.from('A1,100.00,2026-02-05 10:00:00\nA2,5.00,2026-02-06 10:00:00\n');
    expect(said(await checked([download('a.csv', Buffer.concat([gbk, rows]))])).join('\n')).toContain(
      'a.csv: the encoding is gb18030; declared is utf-8',
    );
    expect(said(await checked([download('b.csv', FEBRUARY.replaceAll(',', ';'))])).join('\n')).toContain(
      'b.csv: what separates columns is semicolons; declared is commas',
    );
    const sheet = workbook({
      订单: FEBRUARY.trim()
        .split('\n')
        .map((line) => line.split(',')),
    });
    expect(said(await checked([download('c.xlsx', sheet)])).join('\n')).toContain('c.xlsx is XLSX; the files of shop.orders are CSV');
  });
});

describe('each issue of import, in both languages', () => {
  const seen = new Set<string>();

  async function expected(
    code: keyof typeof IMPORT_ISSUES,
    found: (locale: Locale) => Promise<Outcome>,
    en: string,
    zh: string,
  ): Promise<void> {
    seen.add(code);
    for (const [locale, line] of [
      ['en', en],
      ['zh', zh],
    ] as const)
      expect(said(await found(locale)).join('\n')).toContain(line);
  }

  test('import-no-file', () =>
    expected(
      'import-no-file',
      (locale) => imported([join(downloads, 'none.csv')], {}, locale),
      'there is no file none.csv',
      '文件 none.csv 不存在',
    ));

  test('import-no-table', async () => {
    const pdf = download('a.csv', '%PDF-1.7\n');
    await expected(
      'import-no-table',
      (locale) => imported([pdf], {}, locale),
      'a.csv holds no table: it is a PDF',
      'a.csv 中没有表格：它是 PDF 文件',
    );
    const empty = download('b.csv', '');
    await expected(
      'import-no-table',
      (locale) => imported([empty], {}, locale),
      'b.csv holds no table: it is empty',
      'b.csv 中没有表格：文件为空',
    );
    const parquet = download('f.parquet', `PAR1${'x'.repeat(40)}PAR1`);
    await expected(
      'import-no-table',
      (locale) => imported([parquet], {}, locale),
      'f.parquet holds no table: it is a Parquet file, which needs no import',
      'f.parquet 中没有表格：它是 Parquet 文件，无须导入',
    );
    const broken = download('c.csv.gz', gzipSync('day,cost\n2026-01-05,1.00\n').subarray(0, 25));
    await expected('import-no-table', (locale) => imported([broken], {}, locale), 'it is a damaged gzip file', '它是损坏的 gzip 文件');
    const damaged = workbook({ A: [['day', 'cost']] });
    damaged[60] = (damaged[60] ?? 0) ^ 1;
    const book = download('d.xlsx', damaged);
    await expected(
      'import-no-table',
      (locale) => imported([book], {}, locale),
      'it is a damaged or locked workbook',
      '它是损坏或加密的工作簿',
    );
    const parts = unzipSync(workbook({ A: [['day', 'cost']] }));
    const sheet = 'xl/worksheets/sheet1.xml';
    const far = Buffer.from(parts[sheet] ?? [])
      .toString()
      .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"/></row></sheetData>');
    const large = download('e.xlsx', Buffer.from(zipSync({ ...parts, [sheet]: Buffer.from(far) })));
    await expected(
      'import-no-table',
      (locale) => imported([large], {}, locale),
      'it is a workbook larger than can be read',
      '它是过大、无法读取的工作簿',
    );
  });

  test('import-no-table, of what has no times: nothing is written or copied', async () => {
    const file = download('a.csv', 'campaign,cost\nBrand,7.50\n');
    await expected(
      'import-no-table',
      (locale) => imported([file], {}, locale),
      'a.csv holds no table: no column holds times',
      'a.csv 中没有表格：没有时间列',
    );
    expect(existsSync(join(root, 'data'))).toBe(false);
    expect(text('contracts/case/definitions.yaml')).toBe(DEFINITIONS);
  });

  test('rates of exchange become fx, beside amounts; those of another currency, and a column for each, are refused', async () => {
    const rates = download('rates.csv', 'date,currency,cny_per_unit\n2026-01-02,USD,7.1\n2026-01-05,USD,7.2\n');
    const { output } = await imported([rates]);
    expect(output).toContain('Column cny_per_unit is read as CNY for one unit of the currency.');
    const [facts = '', rest = ''] = DEFINITIONS.split(/(?=^measures:)/m);
    expect(text('contracts/case/definitions.yaml')).toBe(`${facts}  # rates:
  #   table: exports.rates
  #   columns:
  #     date: date
  #     currency: currency
  #     cny_per_unit: cny_per_unit
  #   grain: [ date, currency ]
  #   custodian: brand
${rest}# fx: { fact: rates, date: date, currency: currency, rate: cny_per_unit, maxAgeDays: 7 }
`);
    await expected(
      'import-no-table',
      (locale) => imported([download('a.csv', 'date,currency,per_eur\n2026-01-02,USD,1.08\n')], {}, locale),
      'a.csv holds no table: its rates are per one EUR, and the contract is in CNY: nothing can be converted by them',
      'a.csv 中没有表格：其汇率以 1 EUR 为基准，而合同币种为 CNY，无法据以折算',
    );
    await expected(
      'import-no-table',
      (locale) => imported([download('b.csv', 'Date,USD,GBP\n2026-01-02,1.08,0.84\n')], { print: true }, locale),
      'each currency has a column of its own',
      '每种货币各占一列',
    );
  });

  test('import-rates-alone', async () => {
    put('contracts/case/definitions.yaml', '');
    const rates = download('rates.csv', 'date,currency,rate\n2026-01-02,USD,7.1\n');
    await expected(
      'import-rates-alone',
      (locale) => imported([rates], {}, locale),
      'rates.csv holds rates of exchange, and the definitions have no amounts yet that they could convert',
      'rates.csv 为汇率表，而口径文件中还没有可供折算的金额',
    );
    expect(existsSync(join(root, 'data'))).toBe(false);
  });

  test('import-no-table, of a header without a row below it: that is told, and nothing of its columns', async () => {
    const file = download('a.csv', 'day,campaign,cost\n');
    await expected(
      'import-no-table',
      (locale) => imported([file], {}, locale),
      'a.csv holds no table: it has a header and no row below it',
      'a.csv 中没有表格：只有表头，没有数据行',
    );
    const { output } = await imported([file], { print: true });
    expect(output).toContain('It has a header and no row below it: nothing counts of it.');
    expect(output).not.toMatch(/No column holds|could not be told/);
  });

  test('import-no-table, of a folder, and of a text that calls itself a workbook', async () => {
    await expected(
      'import-no-table',
      (locale) => imported([downloads], {}, locale),
      'holds no table: this is a folder',
      '中没有表格：这是文件夹',
    );
    const file = download('a.xlsx', 'day,cost\n2026-01-05,7.50\n');
    await expected(
      'import-no-table',
      (locale) => imported([file], {}, locale),
      'a.xlsx holds no table: this is no Excel file',
      'a.xlsx 中没有表格：这不是 Excel 文件',
    );
  });

  test('import-spoiled: a known export that a spreadsheet has saved is neither declared nor copied', async () => {
    const shopify = readFileSync(join(REPOSITORY, 'tests/packs/exports/shopify-orders/orders.csv'), 'utf8');
    const orders = download('orders_export_1.csv', shopify.replace(/2026-0?(\d)-0?(\d+) (\d\d:\d\d):\d\d -0500/g, '2026/$1/$2 $3'));
    await expected(
      'import-spoiled',
      (locale) => imported([orders], {}, locale),
      'orders_export_1.csv looks like shopify-orders-export@1, saved by a spreadsheet: times in Paid at are not as it writes them',
      'orders_export_1.csv 像是 shopify-orders-export@1 的导出，但被电子表格软件另存过：Paid at 中的时间不是平台的写法',
    );
    const tiktok = readFileSync(join(REPOSITORY, 'tests/packs/exports/tiktok-shop-us/orders.csv'), 'utf8')
      .replace('\ufeff', '')
      .replaceAll('\t', '')
      .replace('Serum', String.fromCharCode(0x2460))
      .replace(/\b5\d{17}\b/g, '5.7647E+17')
      .replace(/(\d\d)\/(\d\d)\/2026 (\d\d:\d\d):\d\d [AP]M/g, '2026/$1/$2 $3');
    const gbk = Buffer.concat(
      tiktok
        .split(String.fromCharCode(0x2460))
        .flatMap((piece, at) => [...(at === 0 ? [] : [Buffer.from('bebbbbaa', 'hex')]), Buffer.from(piece)]),
    );
    for (const table of [null, 'tiktok.orders'])
      await expected(
        'import-spoiled',
        (locale) => imported([download('订单.csv', gbk)], { table }, locale),
        '订单.csv looks like tiktok-shop-export@1, saved by a spreadsheet: ids in Order ID are rounded, like 1.2021E+17',
        '订单.csv 像是 tiktok-shop-export@1 的导出，但被电子表格软件另存过：Order ID 中的编号已被截断为 1.2021E+17 这类写法',
      );
    expect(said(await checked([download('订单.csv', gbk)])).join('\n')).toContain('saved by a spreadsheet');
    expect(existsSync(join(root, 'data'))).toBe(false);
    expect(text('contracts/case/definitions.yaml')).toBe(DEFINITIONS);
  });

  test('import-sheet', () => {
    const file = download(
      'a.xlsx',
      workbook({
        订单: [
          ['day', 'cost'],
          ['2026-01-05', { number: '1' }],
        ],
      }),
    );
    return expected(
      'import-sheet',
      (locale) => imported([file], { sheet: 'Orders' }, locale),
      'a.xlsx has no sheet "Orders"',
      'a.xlsx 没有工作表“Orders”',
    );
  });

  test('import-no-repository: no data folder is made where no contract is', async () => {
    rmSync(join(root, 'contracts'), { recursive: true });
    const file = download('a.csv', 'day,cost\n2026-01-05,7.50\n');
    await expected(
      'import-no-repository',
      (locale) => imported([file], {}, locale),
      'this is not a Concord repository',
      '这里不是 Concord 仓库',
    );
    expect(existsSync(join(root, 'data'))).toBe(false);
  });

  test('import-there', () => {
    put('data/ads/a/a.csv', 'day,cost\n2026-01-05,8.50\n');
    const file = download('a.csv', 'day,cost\n2026-01-05,7.50\n');
    return expected(
      'import-there',
      (locale) => imported([file], { table: 'ads.a' }, locale),
      'another file is already at data/ads/a/a.csv',
      'data/ads/a/a.csv 已有另一个文件',
    );
  });

  test('import-again: what another file of the table holds is not taken in a second time, also where no row has a key of its own', async () => {
    const week = 'day,cost\n2026-01-05,8.50\n2026-01-05,8.50\n';
    put('data/ads/a/a.csv', week);
    for (const file of [download('b.csv', week), download('b.csv.gz', gzipSync(week))]) {
      await expected(
        'import-again',
        (locale) => imported([file], { table: 'ads.a' }, locale),
        'holds exactly what data/ads/a/a.csv holds: each of its rows would be there twice',
        '与 data/ads/a/a.csv 的内容完全相同：其中每一行都会重复一次',
      );
    }
    expect(readdirSync(join(root, 'data/ads/a'))).toEqual(['a.csv']);
    // two that come together, of which none is there yet
    const both = [download('c.csv', `${week}2026-01-06,1.00\n`), download('d.csv', `${week}2026-01-06,1.00\n`)];
    expect(said(await imported(both, { table: 'ads.a' })).join('\n')).toContain('d.csv holds exactly what c.csv holds');
    expect(readdirSync(join(root, 'data/ads/a'))).toEqual(['a.csv']);
    // under the same name it is that file; under another it takes its place where that is said
    expect(said(await imported([download('a.csv', week)], { table: 'ads.a' }))).toContain('data/ads/a/a.csv is there already');
    await imported([download('b.csv', week)], { table: 'ads.a', replace: ['a.csv'] });
    expect(readdirSync(join(root, 'data/ads/a'))).toEqual(['b.csv']);
  });

  test('import-one-file: a table that is one file is not made two sources', async () => {
    put('data/shop/orders.csv', JANUARY);
    const february = download('feb.csv', FEBRUARY);
    await expected(
      'import-one-file',
      (locale) => imported([february], { table: 'shop.orders' }, locale),
      'shop.orders is the one file data/shop/orders.csv: a file beside it would leave open which of them is read',
      'shop.orders 目前是单个文件 data/shop/orders.csv：再放入别的文件，就无从判断应读取哪一个',
    );
    expect(readdirSync(join(root, 'data/shop'))).toEqual(['orders.csv']);
    const both = download('both.csv', JANUARY + FEBRUARY.split('\n').slice(1).join('\n'));
    expect((await imported([both], { table: 'shop.orders', replace: ['orders.csv'] })).exitCode).toBe(0);
    expect([readdirSync(join(root, 'data/shop')), readdirSync(join(root, 'data/shop/orders'))]).toEqual([['orders'], ['both.csv']]);
  });

  test('import-replaces-none, import-replaces-which', async () => {
    put('data/ads/a/a.csv', 'day,cost\n2026-01-05,8.50\n');
    const file = download('b.csv', 'day,cost\n2026-01-05,7.50\n');
    const more = { table: 'ads.a', replace: ['x.csv'] };
    await expected('import-replaces-none', (locale) => imported([file], more, locale), 'ads.a has no file x.csv', 'ads.a 没有文件 x.csv');
    put('contracts/case/definitions.yaml', `${DEFINITIONS}use: [shopify-orders-export@1, google-ads-export@1]\n`);
    put('data/shopify/orders/a.csv', SHOPIFY);
    put('data/google/campaigns/a.csv', GOOGLE);
    const both = [download('orders.csv', SHOPIFY), download('campaigns.csv', GOOGLE)];
    await expected(
      'import-replaces-which',
      (locale) => imported(both, { replace: ['a.csv'] }, locale),
      'more than one table has a file a.csv',
      '不止一张表有文件 a.csv',
    );
    expect(readdirSync(join(root, 'data/shopify/orders'))).toEqual(['a.csv']);
    expect(existsSync(join(root, 'data/ads/a/a.csv'))).toBe(true);
    expect(existsSync(join(root, 'data/ads/a/b.csv'))).toBe(false);
  });

  test('import-fewer: a file that has fewer rows than the one whose place it takes is refused, unless that is said', async () => {
    put('data/shop/orders/jan.csv', JANUARY);
    const shorter = download('jan (2).csv', JANUARY.split('\n').slice(0, 2).join('\n').concat('\n'));
    const more = { table: 'shop.orders', replace: ['jan.csv'] };
    await expected(
      'import-fewer',
      (locale) => imported([shorter], more, locale),
      'jan.csv has 1 row that jan (2).csv lacks, on 1 day, first on 2026-01-31',
      'jan.csv 中有 1 行（涉及 1 天，最早为 2026-01-31）在 jan (2).csv 中没有',
    );
    expect(readdirSync(join(root, 'data/shop/orders'))).toEqual(['jan.csv']);
    const told = await checked([shorter], 'orders', 'en', ['jan.csv']);
    expect([told.exitCode, said(told)[1]]).toEqual([1, '✗ jan.csv has 1 row that jan (2).csv lacks, on 1 day, first on 2026-01-31']);
    expect(said(await imported([shorter], { ...more, fewer: true }))).toContain('data/shop/orders/jan (2).csv takes the place of jan.csv');
  });

  test('a file that has each row once takes the place of one that has a row twice, whose key is lost by no other', async () => {
    const [header = '', first = '', second = ''] = JANUARY.split('\n');
    put('data/shop/orders/twice.csv', `${[header, first, first, second].join('\n')}\n`);
    const more = { table: 'shop.orders', replace: ['twice.csv'] };
    // A1 twice and A2 once before: without A2 one row is lacking, whatever A1 is there
    const without = download('without.csv', `${[header, first, first].join('\n')}\n`);
    expect(said(await imported([without], more)).join(' ')).toContain(
      'twice.csv has 1 row that without.csv lacks, on 1 day, first on 2026-01-31',
    );
    const once = download('once.csv', JANUARY);
    expect(said(await imported([once], more))).toContain('data/shop/orders/once.csv takes the place of twice.csv');
  });

  test('a sign beside one that a column takes off already is proposed with it, so that earlier files are read as before', async () => {
    put('contracts/case/definitions.yaml', DEFINITIONS.replace('amount: 实付金额', 'amount: { header: 实付金额, strip: ￥ }'));
    put('data/shop/orders/jan.csv', JANUARY.replace('100.00', '￥100.00'));
    const other = download('feb.csv', FEBRUARY.replace('100.00', '¥100.00'));
    const more = { table: 'shop.orders' };
    expect(said(await imported([other], more)).join(' ')).toContain('write strip: ["￥", "¥"] in its place, so that every file is read');
    expect(said(await imported([other], more, 'zh')).join(' ')).toContain('请改写为 strip: ["￥", "¥"]，使各文件均可读取');
    put('contracts/case/definitions.yaml', DEFINITIONS.replace('amount: 实付金额', 'amount: { header: 实付金额, strip: ["￥", "¥"] }'));
    expect(said(await imported([other], more)).join(' ')).toContain('data/shop/orders/feb.csv');
    expect(said(await imported([other], { ...more, replace: ['jan.csv'], fewer: true })).join(' ')).not.toContain('strip');
  });

  test('how far data have come is not told by rows where a load log tells it', async () => {
    const file = download('feb.csv', FEBRUARY);
    // the last row up to the day of the import is of 5 February, 10:00 in Shanghai
    expect(said(await imported([file], { table: 'shop.orders' }))).toContain('✓ fact orders is loaded: 2026-02-05T02:00:00Z');
    const logged = DEFINITIONS.replace('grain: [id]\n', 'grain: [id]\n    freshness: { table: shop.loads, column: loaded_at }\n');
    put('contracts/case/definitions.yaml', logged);
    const march = download('mar.csv', JANUARY.replaceAll('2026-01', '2026-03').replaceAll('A', 'C'));
    const told = async (locale: Locale) =>
      said(await imported([march], { table: 'shop.orders', replace: ['feb.csv'], fewer: true }, locale));
    const en = await told('en');
    expect(en.join(' ')).not.toContain('is loaded');
    expect(en).toContain(
      'How far orders has come is told by its load log shop.loads, which is not looked at here: `concord doctor` looks at it.',
    );
    put('data/shop/orders/feb.csv', FEBRUARY);
    rmSync(join(root, 'data/shop/orders/mar.csv'));
    expect(await told('zh')).toContain('orders 的加载进度以加载日志 shop.loads 为准，此处未查看；请用 `concord doctor` 核对。');
  });

  test('import-far', () => {
    const file = download('a.csv', 'day,cost\n2026-01-05,7.50\n');
    const far = { ...localExports(root), takeIn: async () => ({ refused: 'far' as const, files: [0] }) };
    const found = (locale: Locale) =>
      run(context(locale, 'pretty'), (own) => importFiles(own, far, { ...NONE, table: 'ads.a', link: true, files: [file] }));
    return expected('import-far', found, 'data/ads/a/a.csv cannot be a link to that file', '无法将 data/ads/a/a.csv 链接到该文件');
  });

  test('import-which', () => {
    put('contracts/other/contract.yaml', CONTRACT.replace('id: case', 'id: other'));
    const file = download('a.csv', 'day,cost\n2026-01-05,7.50\n');
    return expected(
      'import-which',
      (locale) => imported([file], {}, locale),
      'there are several contracts: case, other',
      '有多份合同：case、other',
    );
  });

  test('import-table', () =>
    expected(
      'import-table',
      (locale) => imported([download('a.csv', '')], { table: 'google ads' }, locale),
      '"google ads" is no table',
      '“google ads”不是表名',
    ));

  test('import-no-fact', () =>
    expected(
      'import-no-fact',
      async (locale) => {
        put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: n,'));
        put('contracts/case/definitions.yaml', TWO_FACTS);
        return checked([download('a.csv', 'tag,kosten\n2026-01-05,7.50\n')], null, locale);
      },
      'no fact of case reads a file like a.csv',
      'case 没有读取 a.csv 这类文件的事实表',
    ));

  test('import-no-facts', async () => {
    put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: n,'));
    put('contracts/case/definitions.yaml', VIEW_ALONE);
    put('contracts/case/views/paid.duckdb.sql', 'SELECT 1 AS id, 2 AS amount\n');
    put('contracts/case/views/paid.bigquery.sql', 'SELECT 1 AS id, 2 AS amount\n');
    await expected(
      'import-no-facts',
      (locale) => checked([download('a.csv', JANUARY)], null, locale),
      'case has no fact that reads files',
      'case 中没有读取文件的事实表',
    );
  });

  test('import-replaces-nothing', () =>
    expected(
      'import-replaces-nothing',
      (locale) => imported([download('b.csv', JANUARY)], { table: 'shop.orders', replace: ['a.csv'] }, locale),
      'shop.orders has no files yet',
      'shop.orders 还没有文件',
    ));

  test('import-unknown-fact: a fact that is named and is none lists those that there are', async () => {
    const file = download('a.csv', JANUARY);
    const none = (locale: Locale) => checked([file], 'none', locale);
    await expected('import-unknown-fact', none, 'there is no fact "none" that reads files', '没有读取文件的事实表“none”');
    expect(said(await none('en'))).toContain('fix: Use one of: orders.');
    expect(said(await none('zh'))).toContain('修改建议：可用：orders。');
  });

  test('import-language, and what a preset that is used lacks: what the contract waits for is no draft that nothing reads', async () => {
    put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: google_export_spend,'));
    put('contracts/case/definitions.yaml', 'use: [google-ads-export@1, { pack: meta-ads-export@1, currency: CNY }]\n');
    const german = download('Kampagnen.csv', ADS.replace('Tag;', 'Tag;Klicks;').replaceAll(/^(\d\S*?;)/gm, '$13;'));
    await expected(
      'import-language',
      (locale) => imported([german], {}, locale),
      'Kampagnen.csv seems to be what google-ads-export@1 reads, in a language that it does not read',
      'Kampagnen.csv 似为 google-ads-export@1 的导出文件，但界面语言不受支持',
    );
    const rows = 'Day,Amount spent (CNY),Link clicks,Impressions,Purchases,Purchases conversion value\n2026-01-05,7.50,1,9,0,0\n';
    expect(said(await imported([download('meta.csv', rows)])).join('\n')).toContain(
      'meta.csv lacks the column "Ad ID", which meta-ads-export@1 has',
    );
    expect(existsSync(join(root, 'data'))).toBe(false);
    // whoever names a table, or only looks, has it as a draft
    expect(said(await imported([german], { print: true })).join('\n')).toContain('It seems to be an export of google-ads-export@1');
  });

  test('import-like: a month of a declared table under a name of its own', async () => {
    const file = download('orders February.csv', FEBRUARY);
    await expected(
      'import-like',
      (locale) => imported([file], {}, locale),
      'orders February.csv has the columns of shop.orders; by its name it would become exports.orders_february, which is not declared',
      'orders February.csv 的列与 shop.orders 相符；而按文件名它会成为未声明的 exports.orders_february',
    );
    expect(existsSync(join(root, 'data'))).toBe(false);
    // as one more file of that table, or as the first of a new one
    for (const table of ['shop.orders', 'exports.orders_february']) {
      expect((await imported([file], { table })).exitCode).toBe(0);
      expect(existsSync(join(root, 'data', table.replace('.', '/'), 'orders February.csv'))).toBe(true);
    }
  });

  test('import-beside: a file with the columns of a table whose files are called otherwise', async () => {
    put('contracts/case/definitions.yaml', '');
    await imported([download('老王旗舰店订单_1月.csv', JANUARY)]);
    const file = download('老王专营店订单_1月.csv', JANUARY.replaceAll('A', 'Z'));
    await expected(
      'import-beside',
      (locale) => imported([file], {}, locale),
      '老王专营店订单_1月.csv has the columns of exports.orders, where files are called otherwise: their names do not say whether they are of one shop or account',
      '老王专营店订单_1月.csv 的列与 exports.orders 相同，但其中文件的名称与它不同：文件名没有说明是否属于同一店铺或账户',
    );
    expect(readdirSync(join(root, 'data/exports'))).toEqual(['orders']);
    expect(readdirSync(join(root, 'data/exports/orders'))).toEqual(['老王旗舰店订单_1月.csv']);
  });

  test('import-totals: a total with a day, which an import would warn of', () =>
    expected(
      'import-totals',
      (locale) => checked([download('2026-02.csv', `${FEBRUARY}合计,150.50,2026-02-28 10:00:00,\n`)], 'orders', locale),
      '2026-02.csv has 1 line of totals, first in line 4, and what is declared leaves none of them out',
      '2026-02.csv 有 1 行合计（首见于第 4 行），而现有声明未将其略去',
    ));

  test('import-whose', () => {
    const uses = ['de', 'uk'].map((as) => `  - { pack: shopify-orders-export@1, as: ${as}, dataset: shop_${as} }\n`).join('');
    put('contracts/case/definitions.yaml', `use:\n${uses}`);
    return expected(
      'import-whose',
      (locale) => imported([download('orders.csv', SHOPIFY)], {}, locale),
      'orders.csv may be of several: shopify-orders-export@1 is used for shop_de.orders, shop_uk.orders',
      'orders.csv 可能属于多处：shopify-orders-export@1 用于 shop_de.orders、shop_uk.orders',
    );
  });

  test('import-other-way: one message for the export of a declared preset in another language or encoding', async () => {
    put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: meta_export_spend,'));
    put('contracts/case/definitions.yaml', 'use:\n  - { pack: meta-ads-export@1, currency: CNY }\n');
    const rows = '单日,广告编号,已花费金额 (CNY),链接点击量,展示次数,购物次数,购物转化价值\n2026-01-05,120,7.50,1,9,0,0\n';
    const file = download('广告.csv', rows);
    const [en, zh] = [
      '广告.csv is what meta-ads-export@1 reads with headers: zh; definitions.yaml uses it with headers: en',
      '广告.csv 须在 meta-ads-export@1 旁写明 headers: zh 方可读取，而 definitions.yaml 中用的是 headers: en',
    ] as const;
    // once there is a file of the table, what is declared decides
    put('data/meta/ads/before.csv', 'Day,Ad ID,Amount spent (CNY),Link clicks,Impressions,Purchases,Purchases conversion value\n');
    await expected('import-other-way', (locale) => imported([file], {}, locale), en, zh);
    rmSync(join(root, 'data'), { recursive: true });
    expect(said(await checked([file]))).toEqual([
      '广告.csv against meta_ads_export of case',
      `✗ ${en}`,
      'Where nothing was settled yet, write headers: zh beside meta-ads-export@1 under use; amounts in another currency than the contract’s need rates (guide, chapter 6). Where what is declared is of another shop or account that stays, give this one a use of its own, { pack: meta-ads-export@1, as: second, dataset: second, headers: zh }, and take the file in with --table and the table of that. Else download it in the form that is declared: what is settled was read so.',
      '1 finding',
    ]);
    expect(existsSync(join(root, 'data'))).toBe(false);
    // what is declared as it is written is read, whatever language it is in
    put('contracts/case/definitions.yaml', 'use:\n  - { pack: meta-ads-export@1, currency: CNY, headers: zh }\n');
    expect(said(await imported([file])).join('\n')).toContain('meta.ads on duckdb');
    expect(said(await imported([download('广告2.csv', GBK)])).join('\n')).toContain('reads with encoding: gb18030;');
  });

  test('import-other-table: a file that is named for a table and has the columns of another; columns that no table has are told once', async () => {
    put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: n,'));
    put('contracts/case/definitions.yaml', TWO_FACTS);
    const spend = download('february.csv', '编号,花费\n2026-02-01,5.00\n2026-02-02,6.00\n');
    const [en, zh] = [
      'february.csv lacks columns that are read of shop.orders, and has all that are read of shop.spend',
      'february.csv 缺少 shop.orders 所读的列，而 shop.spend 所读的列俱全',
    ] as const;
    await expected('import-other-table', (locale) => imported([spend], { table: 'shop.orders' }, locale), en, zh);
    expect(said(await checked([spend], 'orders'))).toEqual([
      'february.csv against orders of case',
      `✗ ${en}`,
      'Take it in with --table shop.spend.',
      '1 finding',
    ]);
    const neither = download('neither.csv', 'day,note\n2026-02-01,x\n');
    const refused = await imported([neither], { table: 'shop.orders' });
    expect(refused.errors).toContain('neither.csv lacks the columns "订单编号", "实付金额", which definitions.yaml has');
    expect(refused.errors?.match(/Tick it in the export/g)).toHaveLength(1);
    expect(said(await checked([neither], 'orders')).filter((line) => line.startsWith('Export the file with that column'))).toHaveLength(1);
  });

  test('import-other-way: a settlement of Amazon’s in another currency or of another shop than is declared', async () => {
    const settlement = readFileSync(join(REPOSITORY, 'tests/packs/exports/amazon-settlement-us/settlement.txt'), 'utf8');
    put(
      'contracts/case/contract.yaml',
      CONTRACT.replace('metric: m,', 'metric: amazon_export_sales,').replace('currency: CNY', 'currency: USD'),
    );
    put(
      'contracts/case/definitions.yaml',
      'use:\n  - { pack: amazon-settlement-export@1, currency: USD, marketplace: Amazon.com, site: us }\n',
    );
    const pesos = download('pesos.txt', settlement.replace('\t1255.42\tUSD', '\t1255.42\tMXN'));
    await expected(
      'import-other-way',
      (locale) => imported([pesos], {}, locale),
      'pesos.txt is what amazon-settlement-export@1 reads with currency: MXN; definitions.yaml uses it with currency: USD',
      'pesos.txt 须在 amazon-settlement-export@1 旁写明 currency: MXN 方可读取，而 definitions.yaml 中用的是 currency: USD',
    );
    expect(said(await checked([pesos]))[1]).toContain('reads with currency: MXN;');
    // none of its rows would count, and nothing would say so
    const canada = download('canada.txt', settlement.replace('\tUSD', '\tCAD').replaceAll('Amazon.com', 'Amazon.ca'));
    expect(said(await imported([canada])).join('\n')).toContain('reads with currency: CAD, marketplace: Amazon.ca;');
    expect(existsSync(join(root, 'data'))).toBe(false);
    expect(said(await imported([download('settlement.txt', settlement)])).join('\n')).toContain('amazon.settlement on duckdb');
  });

  test('the first file of a preset says in which of its ways it is written: that word is written, and nothing else', async () => {
    put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: meta_export_spend,'));
    const rows = '单日,广告编号,已花费金额 (CNY),链接点击量,展示次数,购物次数,购物转化价值\n2026-01-05,120,7.50,1,9,0,0\n';
    const file = download('广告.csv', rows);
    const before =
      '# ours / 双方约定\nuse:\n  - { pack: meta-ads-export@1, custodian: brand, currency: CNY } # ads\n  - google-ads-export@1\n';
    put('contracts/case/definitions.yaml', before);
    expect(said(await imported([file])).filter((line) => /written into|reads/i.test(line))).toEqual([
      'Written into contracts/case/definitions.yaml: headers: zh, beside meta-ads-export@1: the first file for it is written so, and nothing was settled before',
    ]);
    expect(text('contracts/case/definitions.yaml')).toBe(before.replace('currency: CNY }', 'currency: CNY, headers: zh }'));
    const google =
      'Campaign report\nJanuary 1, 2026\nDay\tCampaign\tCurrency code\tClicks\tCost\tConv. value\n2026-01-05\tBrand\tCNY\t3\t7.50\t0.00\n';
    await imported([download('Campaign report.csv', Buffer.from(`\ufeff${google}`, 'utf16le'))]);
    expect(text('contracts/case/definitions.yaml')).toContain('\n  - { pack: google-ads-export@1, download: excel_csv }\n');
  });

  test('a word is not written where something was settled, where a pack is used twice, or for another currency', async () => {
    put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: meta_export_spend,'));
    const rows = '单日,广告编号,已花费金额 (CNY),链接点击量,展示次数,购物次数,购物转化价值\n2026-01-05,120,7.50,1,9,0,0\n';
    const kept = async (definitions: string, name: string, { content = rows, code = 'import-other-way' } = {}) => {
      put('contracts/case/definitions.yaml', definitions);
      expect(said(await imported([download(name, content)])).join('\n')).toContain(code);
      expect(text('contracts/case/definitions.yaml')).toBe(definitions);
      expect(existsSync(join(root, 'data'))).toBe(false);
    };
    await kept('use:\n  - { pack: meta-ads-export@1, currency: CNY }\n', 'dollars.csv', { content: rows.replace('(CNY)', '(USD)') });
    const twice = ['meta', 'meta'].map((_, at) => `  - { pack: meta-ads-export@1, as: a${at}, currency: CNY }\n`).join('');
    await kept(`use:\n${twice}`, 'twice.csv');
    put('contracts/case/ledger/2026-01/statement.json', '{}');
    await kept('use:\n  - { pack: meta-ads-export@1, currency: CNY }\n', 'settled.csv');
  });

  test('words are written into a use of several lines, and in the place of another word', () => {
    const lines = 'use:\r\n  - pack: meta-ads-export@1\r\n    headers: en # ours\r\n    currency: CNY # theirs\r\nfacts: {}\r\n';
    expect(givenInto(lines, { pack: 'meta-ads-export@1', given: { headers: 'zh', encoding: 'gb18030' } })).toBe(
      lines.replace('headers: en', 'headers: zh').replace('CNY', 'CNY\r\n    encoding: gb18030'),
    );
    expect(givenInto('use: [google-ads-export@1]\n', { pack: 'google-ads-export@1', given: { download: 'excel_csv' } })).toBe(
      'use: [{ pack: google-ads-export@1, download: excel_csv }]\n',
    );
    expect(givenInto('facts: {}\n', { pack: 'google-ads-export@1', given: { download: 'excel_csv' } })).toBeNull();
  });

  test('a file of ASCII alone is in every encoding that is declared', async () => {
    put('contracts/case/contract.yaml', CONTRACT.replace('metric: m,', 'metric: shopify_export_orders,'));
    put('contracts/case/definitions.yaml', 'use:\n  - { pack: shopify-orders-export@1, encoding: gb18030 }\n');
    const orders = readFileSync(join(REPOSITORY, 'tests/packs/exports/shopify-orders/orders.csv'), 'utf8').replace(/[^\p{ASCII}]/gu, '');
    expect(said(await checked([download('orders.csv', orders)])).filter((line) => /encoding|form/.test(line))).toEqual([]);
  });

  test('what --check says has been shown above', () => {
    for (const code of ['import-bigquery', 'import-form', 'import-column-gone', 'import-column-new', 'import-written']) seen.add(code);
    expect([...seen].sort()).toEqual(Object.keys(IMPORT_ISSUES).sort());
  });
});
