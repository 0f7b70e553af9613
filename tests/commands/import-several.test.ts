import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type ImportOptions, importFiles } from '../../src/commands/run/import.js';
import { checkFiles } from '../../src/commands/run/import-check.js';
import type { Locale } from '../../src/kernel/text.js';
import { localExports } from '../../src/shell/duckdb/exports.js';
import { contextFor, type Outcome, run } from '../in-process.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';

/* Several files in one call, and presets that a contract uses several times: each file comes where its shop or account is read. */

const CONTRACT = caseContract({ timezone: 'America/New_York', kpi: caseKpi('k', 'sales') });
const SHOPS = `use:
  - { pack: shopify-orders-export@1, as: de, dataset: shop_de }
  - { pack: shopify-orders-export@1, as: uk, dataset: shop_uk }
  - { pack: meta-ads-export@1, as: eu, dataset: meta_eu, currency: EUR }
  - { pack: meta-ads-export@1, as: us, dataset: meta_us, currency: USD }
metrics:
  sales: { title: Sales, formula: de_shopify_export_sales + uk_shopify_export_sales, unit: money, type: flow }
`;
const ORDERS = (id: string, paid = '2026-01-05'): string =>
  `Name,Email,Financial Status,Paid at,Currency,Subtotal,Cancelled at\n${id},a@example.com,paid,${paid} 10:00:00 -0500,USD,60.00,\n`;
const META = (code: string): string =>
  `Day,Ad ID,Amount spent (${code}),Link clicks,Impressions,Purchases,Purchases conversion value\n2026-01-05,120,7.50,1,9,0,0\n`;
const META_ZH = '单日,广告编号,已花费金额 (EUR),链接点击量,展示次数,购物次数,购物转化价值\n2026-01-05,120,7.50,1,9,0,0\n';
const GOOGLE = (day: string): string =>
  `Campaign report\n"January 1, 2026 - March 31, 2026"\nDay,Campaign,Currency code,Clicks,Cost,Conv. value\n${day},Brand,USD,3,7.50,0.00\n`;

let root = '';
let downloads = '';
const roots: string[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-import-several-'));
  downloads = mkdtempSync(join(tmpdir(), 'concord-downloads-'));
  roots.push(root, downloads);
  put('contracts/workspace.yaml', PEOPLE);
  put('contracts/case/contract.yaml', CONTRACT);
  put('contracts/case/definitions.yaml', SHOPS);
});
afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true, force: true });
});

const put = (path: string, content: string): void => putInto(root, path, content);

function download(name: string, content: string): string {
  const path = join(downloads, name);
  writeFileSync(path, content);
  return path;
}

const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const names = (path: string): string[] => (existsSync(join(root, path)) ? readdirSync(join(root, path)).sort() : []);
const NONE: Omit<ImportOptions, 'files'> = {
  contract: null,
  table: null,
  sheet: null,
  print: false,
  link: false,
  replace: [],
  fewer: false,
};
const context = (locale: Locale) => contextFor({ root, asOf: '2026-04-10', locale, format: 'pretty' });

function imported(files: readonly string[], more: Partial<Omit<ImportOptions, 'files'>> = {}, locale: Locale = 'en') {
  return run(context(locale), (own) => importFiles(own, localExports(root), { ...NONE, ...more, files }));
}

function said({ output, errors = '', crash }: Outcome): string {
  expect(crash).toBeNull();
  return `${errors}${output}`.replaceAll(`${downloads}/`, '');
}

describe('a preset that is used several times', () => {
  test('for shops: whose file it is, is asked; where its table is named, it is looked at as that use reads it', async () => {
    const file = download('orders.csv', ORDERS('#1'));
    const asked = await imported([file]);
    expect(asked.exitCode).toBe(2);
    expect(said(asked)).toContain('orders.csv may be of several: shopify-orders-export@1 is used for shop_de.orders, shop_uk.orders');
    expect(existsSync(join(root, 'data'))).toBe(false);
    const taken = said(await imported([file], { table: 'shop_uk.orders' }));
    expect(taken).toContain('fits the preset shopify-orders-export@1\n');
    expect(taken).toContain('The contract reads shop_uk.orders already');
    expect(taken).toContain('fact uk_shopify_order_export is loaded');
    expect(names('data/shop_uk/orders')).toEqual(['orders.csv']);
    expect(text('contracts/case/definitions.yaml')).toBe(SHOPS);
  });

  test('for accounts of two currencies: the header says whose it is', async () => {
    await imported([download('a.csv', META('USD')), download('b.csv', META('EUR'))]);
    expect([names('data/meta_us/ads'), names('data/meta_eu/ads')]).toEqual([['a.csv'], ['b.csv']]);
  });

  test('says of each use in which way its files are written', async () => {
    const found = said(await imported([download('de.csv', META_ZH)], { table: 'meta_eu.ads' }));
    expect(found).toContain('headers: zh, beside meta-ads-export@1');
    expect(text('contracts/case/definitions.yaml')).toBe(SHOPS.replace('currency: EUR }', 'currency: EUR, headers: zh }'));
    expect(names('data/meta_eu/ads')).toEqual(['de.csv']);
  });

  test('once, for a folder of its own: its files come there', async () => {
    put('contracts/case/definitions.yaml', SHOPS.replace(/.*as: uk.*\n/, '').replace(' + uk_shopify_export_sales', ''));
    await imported([download('orders.csv', ORDERS('#1'))]);
    expect(names('data/shop_de/orders')).toEqual(['orders.csv']);
    expect(names('data/shopify/orders')).toEqual([]);
  });

  test('is known by --check: what it does not count is told', async () => {
    put('contracts/case/definitions.yaml', SHOPS.replaceAll(/.*meta-ads.*\n/g, ''));
    const rows = ORDERS('#1').replace('Cancelled at', 'Cancelled at,Taxes').replace('60.00,', '60.00,,4.00');
    const two = `${rows}#2,b@example.com,paid,2026-02-01 10:00:00 -0500,USD,50.00,,3.00\n`;
    const found = await run(context('en'), (own) =>
      checkFiles(own, localExports(root), {
        files: [download('orders.csv', two)],
        contract: null,
        fact: 'uk_shopify_order_export',
        replace: [],
        fewer: false,
      }),
    );
    expect(said(found)).toContain('orders.csv against uk_shopify_order_export of case');
    expect(said(found)).toContain('Not counted: Taxes');
  });
});

describe('--replace with several files', () => {
  beforeEach(() => {
    put(
      'contracts/case/definitions.yaml',
      'use: [shopify-orders-export@1, google-ads-export@1]\nmetrics: { sales: { title: Sales, formula: shopify_export_sales, unit: money, type: flow } }\n',
    );
    put('data/shopify/orders/jan.csv', ORDERS('#1'));
    put('data/google/campaigns/jan.csv', GOOGLE('2026-01-05'));
    put('data/google/campaigns/feb.csv', GOOGLE('2026-02-05'));
  });

  test('a newer download of one table, and a further month of another', async () => {
    const files = [download('orders_2.csv', `${ORDERS('#1')}#2,b@example.com,paid,2026-02-05 10:00:00 -0500,USD,40.00,\n`)];
    const found = said(await imported([...files, download('mar.csv', GOOGLE('2026-03-05'))], { replace: ['shopify/orders/jan.csv'] }));
    expect(found).toContain('data/shopify/orders/orders_2.csv takes the place of jan.csv');
    expect(found).toContain('Copied to data/google/campaigns/mar.csv');
    expect(names('data/shopify/orders')).toEqual(['orders_2.csv']);
    expect(names('data/google/campaigns')).toEqual(['feb.csv', 'jan.csv', 'mar.csv']);
  });

  test('several of several tables, one file in the place of two', async () => {
    const [orders, google] = [download('jan.csv', ORDERS('#9')), download('q1.csv', GOOGLE('2026-03-05'))];
    const replace = ['shopify/orders/jan.csv', 'google/campaigns/jan.csv', 'feb.csv'];
    const found = said(await imported([orders, google], { replace, fewer: true }, 'zh'));
    expect(found).toContain('data/shopify/orders/jan.csv 已取代旧文件 jan.csv');
    expect(found).toContain('google.campaigns 的旧文件 feb.csv 已被新文件取代');
    expect([names('data/shopify/orders'), names('data/google/campaigns')]).toEqual([['jan.csv'], ['q1.csv']]);
    expect(text('data/shopify/orders/jan.csv')).toContain('#9');
  });

  test('nothing is replaced where one of them is no table, or an old file is not there', async () => {
    const orders = download('orders_2.csv', ORDERS('#9'));
    const bad = download('bad.csv', '%PDF-1.7\n');
    expect((await imported([orders, bad], { replace: ['shopify/orders/jan.csv'] })).exitCode).toBe(2);
    expect((await imported([orders], { replace: ['shopify/orders/jan.csv', 'dec.csv'] })).exitCode).toBe(2);
    const other = download('feb.csv', GOOGLE('2026-02-07'));
    expect(said(await imported([orders, other], { replace: ['shopify/orders/jan.csv'] }))).toContain('another file is already at');
    expect([names('data/shopify/orders'), names('data/google/campaigns')]).toEqual([['jan.csv'], ['feb.csv', 'jan.csv']]);
    expect(text('data/shopify/orders/jan.csv')).toBe(ORDERS('#1'));
  });
});

describe('files whose names say nothing', () => {
  const ONE = '单号,付款金额,付款时间\nA1,10.00,2026-01-05 10:00:00\nA2,20.00,2026-01-31 10:00:00\n';
  const OTHER = '编号,花费,日期\nB1,7.00,2026-01-05\nB2,8.00,2026-01-31\n';
  const tables = () => [...text('contracts/case/definitions.yaml').matchAll(/table: (\S+)/g)].map(([, table]) => table);
  beforeEach(() => put('contracts/case/definitions.yaml', ''));

  test('of two forms are two tables, in one call', async () => {
    const { output, crash } = await imported([download('表.csv', ONE), download('一览.csv', OTHER)]);
    expect(crash).toBeNull();
    expect(output).toContain('exports.export_2');
    expect(tables()).toEqual(['exports.export', 'exports.export_2']);
    expect(names('data/exports/export')).toEqual(['表.csv']);
    expect(names('data/exports/export_2')).toEqual(['一览.csv']);
  });

  test('come one after the other each to the files that have their header', async () => {
    await imported([download('表.csv', ONE)]);
    await imported([download('一览.csv', OTHER)]);
    await imported([download('二月.csv', OTHER.replaceAll('-31', '-28').replaceAll('2026-01', '2026-02').replaceAll('B', 'C'))]);
    expect(tables()).toEqual(['exports.export', 'exports.export_2']);
    expect(names('data/exports/export')).toEqual(['表.csv']);
    expect(names('data/exports/export_2')).toEqual(['一览.csv', '二月.csv']);
  });

  test('a name that says what it is stays one table: its new form is told', async () => {
    await imported([download('小红书订单1.csv', ONE)]);
    await imported([download('小红书订单2.csv', OTHER)]);
    expect(tables()).toEqual(['exports.xiaohongshu_orders']);
    expect(names('data/exports/xiaohongshu_orders')).toEqual(['小红书订单1.csv']);
  });

  test('white space around keys, times and amounts is declared and taken off: 10 + 20', async () => {
    const padded = '单号,付款金额,付款时间\n"A1\t", 10.00 ,2026-01-05 10:00:00\t\n"A2\t",20.00,2026-01-31 10:00:00\t\n';
    const { output, exitCode } = await imported([download('订单.csv', padded)], {}, 'zh');
    expect(exitCode).toBe(0);
    expect(output).not.toContain('✗');
    expect(text('contracts/case/definitions.yaml')).toContain(String.raw`{ header: 单号, strip: "\t" }`);
    expect(text('contracts/case/definitions.yaml')).toContain('{ header: 付款金额, strip: " " }');
  });
});

describe('files of two shops with the same columns', () => {
  const OF = (shop: string, month = '01'): string =>
    `订单编号,付款时间,实付金额\n${shop}${month}1,2026-${month}-02 10:00:00,10.00\n${shop}${month}2,2026-${month}-05 10:00:00,20.00\n`;
  /** Takes the drafts over: what the contract pays on is both. */
  const adopt = (formula: string) =>
    put(
      'contracts/case/definitions.yaml',
      `${text('contracts/case/definitions.yaml').split('metrics:')[0]}metrics:\n  sales: { title: Sales, formula: ${formula}, unit: money, type: flow }\n`,
    );
  const ONE = ['老王旗舰店订单.csv', OF('Q')] as const;
  const OTHER = ['老王专营店订单.csv', OF('Z')] as const;
  beforeEach(() => put('contracts/case/definitions.yaml', ''));

  test('whose names say where they are from are tables of their own', async () => {
    const files = [
      ['有赞订单.csv', 'Y'],
      ['视频号订单.csv', 'S'],
      ['orders-天猫.csv', 'T'],
      ['orders-京东.csv', 'J'],
    ];
    await imported(files.map(([name = '', shop = '']) => download(name, OF(shop))));
    await imported([download('视频号订单_2月.csv', OF('S', '02'))]);
    expect(names('data/exports')).toEqual(['channels_orders', 'orders_jd', 'orders_tmall', 'youzan_orders']);
    expect(names('data/exports/channels_orders')).toEqual(['视频号订单.csv', '视频号订单_2月.csv']);
  });

  test('in one call, whose names do not say it: nothing is taken in', async () => {
    const { exitCode, errors = '' } = await imported([download(...ONE), download(...OTHER)], {}, 'zh');
    expect(exitCode).toBe(2);
    expect(errors).toContain('请逐个店铺或账户导入');
    expect(existsSync(join(root, 'data'))).toBe(false);
  });

  test('come where they belong month after month once that was said', async () => {
    await imported([download(...ONE)]);
    expect(said(await imported([download(...OTHER)]))).toContain(
      '`--table exports.orders` takes it in as one more file of that table, `--table exports.orders_2` as the first of a table of its own',
    );
    expect((await imported([download(...OTHER)], { table: 'exports.orders_2' })).exitCode).toBe(0);
    await imported([download('老王专营店订单_2月.csv', OF('Z', '02')), download('老王旗舰店订单_2月.csv', OF('Q', '02'))]);
    expect(names('data/exports/orders')).toEqual(['老王旗舰店订单.csv', '老王旗舰店订单_2月.csv']);
    expect(names('data/exports/orders_2')).toEqual(['老王专营店订单.csv', '老王专营店订单_2月.csv']);
    adopt('orders_paid_amount_sum + orders_2_paid_amount_sum');
    // --check looks at each as the table that it is of
    const file = download('老王专营店订单_3月.csv', OF('Z', '03'));
    const check = said(
      await run(context('en'), (own) =>
        checkFiles(own, localExports(root), { files: [file], contract: null, fact: null, replace: [], fewer: false }),
      ),
    );
    expect(check).toContain('老王专营店订单_3月.csv against orders_2 of case');
    expect(check).not.toContain('--table');
    const third = download('小李订单.csv', OF('X'));
    expect(said(await imported([third]))).toContain('exports.orders, exports.orders_2, where files are called otherwise');
  });

  test('where the table was called by somebody: it is offered first', async () => {
    await imported([download(...OTHER)], { table: 'exports.two' });
    await imported([download(...ONE)], { table: 'exports.orders' });
    adopt('orders_paid_amount_sum + two_paid_amount_sum');
    const { errors = '' } = await imported([download('老王专营店订单_2月.csv', OF('Z', '02'))]);
    expect(errors).toContain('has the columns of exports.two, exports.orders');
    expect(errors).toContain('`--table exports.two` takes it in');
  });
});
