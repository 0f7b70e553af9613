import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
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
