import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plan } from '../../src/commands/run/plan.js';
import type { Locale } from '../../src/kernel/text.js';
import { contextFor, run } from '../in-process.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';

/* `concord plan`: a reader has none of the tables that the queries name, so what each is stands above them. */

const root = mkdtempSync(join(tmpdir(), 'concord-plan-'));
const DEFINITIONS = `facts:
  orders: { table: shop.orders, columns: { id: Order, amount: Paid, paid_at: Day }, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_at }
metrics: { m: { title: M, formula: revenue, unit: money, type: flow } }
`;
beforeAll(() => {
  putInto(root, 'contracts/workspace.yaml', PEOPLE);
  putInto(root, 'contracts/case/contract.yaml', caseContract({ timezone: 'Asia/Shanghai', kpi: caseKpi('k', 'm') }));
  putInto(root, 'contracts/case/definitions.yaml', DEFINITIONS);
  putInto(root, 'data/shop/orders.csv', 'Order,Paid,Day\n1,10.50,2026-01-05\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function said(locale: Locale): Promise<string[]> {
  const context = contextFor({ root, asOf: '2026-02-10', locale, format: 'pretty' });
  const { output } = await run(context, (own) => plan(own, { contract: null, period: '2026-01' }));
  return output.split('\n');
}

test('what each query is for, in the language of the reader', async () => {
  const titles = async (locale: Locale) => (await said(locale)).filter((line) => /^-- (?! |"|\$|These|以下)/.test(line));
  expect(await titles('en')).toEqual([
    '-- latest paid_at',
    '-- sums and counts per day by paid_at',
    '-- rows without paid_at',
    '-- whether id repeats by paid_at',
  ]);
  expect(await titles('zh')).toEqual([
    '-- paid_at 的最新值',
    '-- 按 paid_at 逐日求和与计数',
    '-- 没有 paid_at 的行',
    '-- id 是否重复（按 paid_at）',
  ]);
});

test('what its copies are', async () => {
  expect((await said('en')).slice(0, 7)).toEqual([
    '-- These queries read copies that exist only while Concord runs, each value in its type. What each is, and its columns:',
    '-- "stage"."s0": the files of table shop.orders',
    '--   c0 = paid_at (time)',
    '--   c1 = id (key)',
    '--   c2 = amount (number)',
    '',
    '-- latest paid_at',
  ]);
  expect((await said('zh')).slice(0, 3)).toEqual([
    '-- 以下查询读取的是仅在 Concord 运行时存在的副本，各值已按类型转换。各副本及其列为：',
    '-- "stage"."s0"：数据表 shop.orders 的文件',
    '--   c0 = paid_at（时间）',
  ]);
});
