import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { doctor } from '../../src/commands/run/doctor.js';
import { score } from '../../src/commands/run/score.js';
import { settleDue } from '../../src/commands/run/settle.js';
import type { Locale } from '../../src/kernel/text.js';
import { contextFor, run } from '../in-process.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';

/* What doctor and a scorecard say of exports that are as platforms write them: each thing once, and nothing of what is meant to be so. */

const CONTRACT = caseContract({ timezone: 'America/New_York', kpi: caseKpi('k', 'kept') });
const SHOP =
  'use: [shopify-orders-export@1]\nmetrics: { kept: { title: Kept, formula: shopify_export_sales_kept, unit: money, type: flow } }\n';
const HEADER = 'Name,Email,Financial Status,Paid at,Currency,Subtotal,Cancelled at,Lineitem name\n';
/** Two paid orders, the first of two articles; one that nobody paid; one of February. */
const ORDERS = [
  '#1,a@example.com,paid,2026-01-05 10:00:00 -0500,USD,60.00,,Lamp',
  '#1,a@example.com,,,,,,Bulb',
  '#2,b@example.com,paid,2026-01-06 10:00:00 -0500,USD,40.00,2026-01-09 10:00:00 -0500,Lamp',
  '#3,c@example.com,pending,,USD,30.00,,Lamp',
  '#4,d@example.com,paid,2026-02-01 10:00:00 -0500,USD,20.00,,Lamp',
];

const roots: string[] = [];
afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true, force: true });
});

/** A workspace with a contract that has these definitions, and data. */
function workspace(definitions: string, data: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'concord-doctor-exports-'));
  roots.push(root);
  const files = {
    'contracts/workspace.yaml': PEOPLE,
    'contracts/case/contract.yaml': CONTRACT,
    'contracts/case/definitions.yaml': definitions,
    ...Object.fromEntries(Object.entries(data).map(([path, text]) => [`data/${path}`, text])),
  };
  for (const [path, text] of Object.entries(files)) putInto(root, path, text);
  return root;
}

interface Card {
  readonly facts: readonly { readonly id: string; readonly rows: number; readonly nullWhen: number }[];
  readonly measures: Readonly<Record<string, string>>;
}

async function scored(root: string): Promise<Card> {
  const { output, crash } = await run(contextFor({ root, asOf: '2026-02-10' }), (context) =>
    score(context, { contract: 'case', period: '2026-01' }),
  );
  expect(crash).toBeNull();
  return JSON.parse(output) as Card;
}

/** What doctor says below the things it looked at, and how it ends. */
async function said(root: string, locale: Locale = 'en'): Promise<{ readonly lines: readonly string[]; readonly exitCode: number }> {
  const { output, exitCode, crash } = await run(contextFor({ root, asOf: '2026-02-10', locale, format: 'pretty' }), (context) =>
    doctor(context, 'case'),
  );
  expect(crash).toBeNull();
  return { exitCode, lines: output.split('\n').map((line) => line.trim()) };
}

const file = (rows: readonly string[]): string => HEADER + rows.map((row) => `${row}\n`).join('');

test('rows that continue an order are told once, by doctor, and are no fault in a statement', async () => {
  const root = workspace(SHOP, { 'shopify/orders/orders.csv': file(ORDERS) });
  const [en, zh] = [await said(root), await said(root, 'zh')];
  // the second article of #1, and #3
  const told = (lines: readonly string[]) => lines.filter((line) => /paid_at["”]/.test(line));
  expect(told(en.lines)).toEqual([
    'shopify.orders: 2 rows without "paid_at" that nothing measured asks for (further articles of an order, orders not paid, totals): they count in no period, as they should',
  ]);
  expect(told(zh.lines)).toEqual([
    'shopify.orders：2 行没有“paid_at”，也没有任何度量需要它们（订单续行、未付款订单、合计行）：不计入任何结算期，属正常情况',
  ]);
  expect(en.lines).toContain('· rows of shopify.orders without a time');
  expect([en.exitCode, zh.exitCode]).toEqual([0, 0]);
  const card = await scored(root);
  expect(card.facts).toMatchObject([{ id: 'shopify_order_export', nullWhen: 0 }]);
  expect(card.measures).toMatchObject({ shopify_export_order_value: '100', shopify_export_cancelled_value: '40' });
});

test('a paid order without its time of payment is: by doctor and in the statement', async () => {
  const lost = [...ORDERS, '#5,e@example.com,paid,,USD,70.00,,Lamp'];
  const root = workspace(SHOP, { 'shopify/orders/orders.csv': file(lost) });
  const { lines, exitCode } = await said(root);
  expect(lines).toContain('shopify.orders: 1 of 4 rows (25.0%) have no "paid_at", so they are in no period');
  expect(exitCode).toBe(1);
  expect((await scored(root)).facts).toMatchObject([{ id: 'shopify_order_export', nullWhen: 1 }]);
});

test('keys that repeat are told once, by whichever time the table is read', async () => {
  // the file of before with the same two orders again, both cancelled
  const again = ['#2,b@example.com,paid,2026-01-06 10:00:00 -0500,USD,40.00,2026-01-09 10:00:00 -0500,Lamp', ORDERS[0] ?? ''];
  const root = workspace(SHOP, { 'shopify/orders/a.csv': file(ORDERS), 'shopify/orders/b.csv': file(again) });
  const { lines } = await said(root);
  const repeats = lines.filter((line) => line.includes('that stand in more than one row'));
  expect(repeats).toEqual([
    'shopify.orders: keys (id) that stand in more than one row: 2, for instance shopify/orders/a.csv:2, shopify/orders/a.csv:4, shopify/orders/b.csv:3, shopify/orders/b.csv:2',
  ]);
  expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(1);
});

describe('two shops of which one has no file for the month', () => {
  const order = (id: string, day: string) => `${id},a@example.com,paid,${day} 10:00:00 -0500,USD,60.00,,Lamp`;
  const shops = (loads = ''): string => `use:
  - { pack: shopify-orders-export@1, as: de, dataset: shop_de }
  - { pack: shopify-orders-export@1, as: uk, dataset: shop_uk${loads} }
metrics: { kept: { title: Kept, formula: de_shopify_export_sales + uk_shopify_export_sales, unit: money, type: flow } }
`;
  const data = {
    'shop_de/orders/all.csv': file([order('#1', '2026-01-05'), order('#2', '2026-02-01')]),
    // December and February, and nothing of January
    'shop_uk/orders/all.csv': file([order('#3', '2025-12-05'), order('#4', '2026-02-02')]),
  };

  test('doctor, score and settle name the shop', async () => {
    const root = workspace(shops(), data);
    const [en, zh] = [await said(root), await said(root, 'zh')];
    expect(en.lines).toContain(
      'shop_uk.orders has no row in 2026-01, though it has later ones: is a file missing? (uk_shopify_order_export)',
    );
    expect(zh.lines).toContain('shop_uk.orders 在 2026-01 没有任何数据行，之后却有：是否缺少文件？（uk_shopify_order_export）');
    expect(en.lines.filter((line) => line.startsWith('✗'))).toEqual(['✗ rows of shop_uk.orders']);
    expect(en.exitCode).toBe(1);
    const pretty = contextFor({ root, asOf: '2026-02-10', locale: 'en', format: 'pretty' });
    const card = await run(pretty, (context) => score(context, { contract: 'case', period: '2026-01' }));
    expect(card.output.replaceAll(/\s+/g, ' ')).toContain('uk_shopify_order_export (shop_uk.orders) has no row at all in these days');
    const settled = await run(pretty, (context) => settleDue(context, { contract: 'case', period: null, preview: false }));
    expect(settled.output.replaceAll(/\s+/g, ' ')).toContain(
      'no row of uk_shopify_export_order_value from 2026-01-01 to 2026-01-31 in uk_shopify_order_export (shop_uk.orders), which counts as 0',
    );
  });

  test('a log of loads that says it is whole makes it a note', async () => {
    const log = 'table_name,loaded_at\norders,2026-02-03T00:00:00Z\n';
    const { lines, exitCode } = await said(workspace(shops(', loads: log'), { ...data, 'shop_uk/loads.csv': log }));
    expect(lines).toContain('shop_uk.orders has no row in 2026-01, and its load time says that it is whole (uk_shopify_order_export)');
    expect(lines).toContain('· rows of shop_uk.orders');
    expect(exitCode).toBe(0);
  });

  test('shops that a condition names are told by name, also where others have rows', async () => {
    const definitions = `facts: { sales: { table: all.sales, grain: [id], custodian: brand } }
measures: { x: { definition: Sales, of: sales, sum: amount, when: paid_at, where: { shop: [DE, UK], status: [paid, refunded] } } }
metrics: { kept: { title: Kept, formula: x, unit: money, type: flow } }
`;
    const rows = ['1,DE,paid,60.00,2026-01-05T10:00:00Z', '2,UK,paid,60.00,2025-12-05T10:00:00Z', '3,DE,paid,1.00,2026-02-02T10:00:00Z'];
    const { lines } = await said(workspace(definitions, { 'all/sales.csv': `id,shop,status,amount,paid_at\n${rows.join('\n')}\n` }));
    expect(lines).toContain('all.sales: no row in 2026-01 whose "shop" is "UK"');
    // that no order of the month was refunded is no fault of a file
    expect(lines.join('\n')).not.toContain('"refunded"');
  });
});

test('of what type a column is stands in the words of the reader', async () => {
  const definitions = `facts: { sales: { table: all.sales, grain: [id], custodian: brand } }
measures: { x: { definition: Sales, of: sales, sum: amount, when: paid_at } }
metrics: { kept: { title: Kept, formula: x, unit: money, type: flow } }
`;
  const root = workspace(definitions, {
    'all/sales.csv': 'id,amount,paid_at\na,60.25,2026-01-05T10:00:00Z\nb,1.00,2026-02-02T10:00:00Z\n',
  });
  const { lines } = await said(root, 'zh');
  expect(lines).toContain('✓ paid_at（用作时间）：时刻（带时区）');
  expect(lines.find((line) => line.startsWith('✓ amount'))).toMatch(/（用作数字）：小数\(\d+,\d+\)$/);
  expect(lines).toContain('✓ id（用作主键）：文字');
});
