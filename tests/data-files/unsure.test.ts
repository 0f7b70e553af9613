import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { score } from '../../src/commands/run/score.js';
import { settleDue } from '../../src/commands/run/settle.js';
import type { LocalDate } from '../../src/kernel/calendar.js';
import type { Locale } from '../../src/kernel/text.js';
import { contextFor, run } from '../in-process.js';
import { REPOSITORY } from '../run-cli.js';

/* What a settlement cannot know stands below its last statement: on the orders of which February was never exported. */

const CONTRACT = 'contracts/tea-month-not-exported';
const made: string[] = [];
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true });
});

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'concord-unsure-'));
  made.push(root);
  for (const part of ['contracts', 'data'])
    cpSync(`${REPOSITORY}tests/golden/month-not-exported/${part}`, join(root, part), { recursive: true });
  return root;
}

async function lastLines(root: string, asOf: LocalDate, locale: Locale, count: number): Promise<string[]> {
  const context = { ...contextFor({ root, asOf, locale, format: 'pretty', data: 'data' }), width: 1000 };
  const { output } = await run(context, (given) => settleDue(given, { contract: null, period: null, preview: true }));
  return output.trimEnd().split('\n').slice(-count);
}

const NOT_KNOWN = 'no row of revenue from 2026-02-01 to 2026-02-28 in orders (shop.orders)';

test('a month without rows is told, with what it holds', async () => {
  const root = folder();
  const [first] = await lastLines(root, '2026-03-06', 'en', 2);
  expect(first).toBe(
    `tea-month-not-exported: ${NOT_KNOWN}, and nothing says that it was really nothing: what uses it is held until the rows are there or a review acknowledges revenue@2026-02-01`,
  );
});

test('where no review is agreed it is told that the days count as 0', async () => {
  const root = folder();
  const path = join(root, CONTRACT, 'contract.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('review: { every: month }\n', ''));
  const [first] = await lastLines(root, '2026-03-06', 'en', 2);
  expect(first).toBe(
    `tea-month-not-exported: ${NOT_KNOWN}, which counts as 0, though nothing says that it was really nothing, since the contract agrees no review: is a file missing?`,
  );
});

test('periods beyond the end of the data are told as one thing, in both languages', async () => {
  const root = folder();
  rmSync(join(root, 'data/shop/orders/2026-03.csv'));
  expect(await lastLines(root, '2026-04-05', 'en', 1)).toEqual([
    'tea-month-not-exported: data of orders end on 2026-02-01 00:00, and 2 periods (2026-02 to 2026-03) are settled beyond: what needs them is held until they are there. To settle up to a day only: --as-of',
  ]);
  expect(await lastLines(root, '2026-03-06', 'zh', 1)).toEqual([
    'tea-month-not-exported：orders 的数据截至 2026-02-01 00:00，未覆盖 2026-02，依赖它的项目在补齐前暂缓结算。文件中有 2026-02 之后的数据行，才能确认已完整：请导出到期末之后',
  ]);
});

test('amounts whose sign a formula does not expect are told, and stand in the scorecard', async () => {
  const root = folder();
  const orders = join(root, 'data/shop/orders/2026-03.csv');
  const [header = '', ...rows] = readFileSync(orders, 'utf8').trimEnd().split('\n');
  const place = header.split(',').indexOf('amount');
  const negative = rows.map((line) =>
    line
      .split(',')
      .map((cell, at) => (at === place ? `-${cell}` : cell))
      .join(','),
  );
  writeFileSync(orders, `${[header, ...negative].join('\n')}\n`);
  const told = 'revenue: in 2026-03 every day of it is negative, and gmv takes it as it is: what should be above 0 comes out below.';
  const [line = ''] = (await lastLines(root, '2026-04-05', 'en', 3)).filter((each) => each.includes('negative'));
  expect(line).toMatch(`tea-month-not-exported: ${told} Export it without a minus, or write -revenue in the formula of gmv`);
  const context = { ...contextFor({ root, asOf: '2026-04-05', locale: 'zh', format: 'markdown', data: 'data' }), width: 1000 };
  const { output } = await run(context, (given) => score(given, { contract: null, period: '2026-03' }));
  expect(output).toContain('警告：revenue：2026-03 各日金额均为负，而 gmv 的公式直接使用：本应为正的结果变成负数。请导出不带负号的金额');
  const before = await run(context, (given) => score(given, { contract: null, period: '2026-01' }));
  expect(before.output).not.toContain('警告');
});

/*
 * The orders are told complete by a load log that stops on 11 February: rows of March that are there change nothing, and neither does an
 * export past the end of the period.
 */
test('where a load log tells how far data have come, what lacks is a row of the log', async () => {
  const root = folder();
  const path = join(root, CONTRACT, 'definitions.yaml');
  const logged = 'custodian: brand, freshness: { table: shop.loads, column: loaded_at } }';
  writeFileSync(path, readFileSync(path, 'utf8').replace('custodian: brand }', logged));
  const loads = join(root, 'data/shop/loads.csv');
  const said = async (asOf: LocalDate, locale: Locale, count: number) =>
    (await lastLines(root, asOf, locale, count)).filter((line) => line.includes('shop.loads'));
  writeFileSync(loads, 'loaded_at\n2026-02-11T00:00:00Z\n');
  expect(await said('2026-03-06', 'en', 2)).toEqual([
    'tea-month-not-exported: by the load log shop.loads data of orders end on 2026-02-11 00:00, before 2026-02 does: what needs them is held until a later load stands there. New rows of orders alone change nothing: their load needs a row of its own in shop.loads, with its time, after the end of 2026-02, in loaded_at',
  ]);
  expect(await said('2026-03-06', 'zh', 2)).toEqual([
    'tea-month-not-exported：按加载日志 shop.loads，orders 的数据截至 2026-02-11 00:00，未覆盖 2026-02，依赖它的项目暂缓结算，直到日志中有更晚的加载记录。只补 orders 的数据行不起作用：须在 shop.loads 中为其补一条记录，loaded_at 列写明 2026-02 结束之后的加载时间',
  ]);
  expect(await said('2026-04-05', 'en', 2)).toEqual([
    'tea-month-not-exported: by the load log shop.loads data of orders end on 2026-02-11 00:00, and 2 periods (2026-02 to 2026-03) are settled beyond: what needs them is held until a later load stands there. New rows of orders alone change nothing: their load needs a row of its own in shop.loads, with its time in loaded_at. To settle up to a day only: --as-of',
  ]);
  writeFileSync(loads, 'loaded_at\n2027-02-11T00:00:00Z\n');
  expect(await said('2026-03-06', 'en', 2)).toEqual([
    'tea-month-not-exported: the load log shop.loads has no load of orders: what needs them is held until it has a row of it, with the time of the load in loaded_at',
  ]);
});
