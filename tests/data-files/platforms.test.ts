import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importFiles } from '../../src/commands/run/import.js';
import { score } from '../../src/commands/run/score.js';
import { localExports } from '../../src/shell/duckdb/exports.js';
import { contextFor, run } from '../in-process.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';
import { HERE } from './declared.js';

/*
 * Exports in the form of their platforms (platforms/): taken in, what is proposed adopted as it stands, January scored in Asia/Shanghai. Each
 * sum is worked out by hand from the rows; every file has rows of February, and most have some that do not count.
 */

interface Case {
  readonly currency: string;
  /** The preset's metric; of a draft there is one. */
  readonly metric?: string;
  readonly sum: string;
  /** What is told that nobody but the reader can say. */
  readonly says?: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  // 100.00 + 40.10: multi-line notes, a second article without money, one unpaid; 23:30 UTC on the 31st is February in Shanghai
  'orders_export_1.csv': { currency: 'USD', metric: 'shopify_export_sales', sum: '140.1' },
  // 1,249.99 + 50.00 − 25.00, below seven lines of words; the transfer has no product sales
  '2026JanMonthlyTransaction.csv': {
    currency: 'USD',
    sum: '1274.99',
    says: ['Times say PST, which is taken for America/Los_Angeles', 'type: some rows are payouts or transfers', 'say in grain which do'],
  },
  // 25.00 + 55.00 + 30.00; descriptions in the second row, one cancelled before payment
  'All order-2026-02-05-10_00.csv': { currency: 'USD', metric: 'tiktok_export_sales', sum: '110' },
  // settled in January: 22.50 + 76.50 − 20.00; the order of the 28th is settled in February
  'income_20260205.xlsx': { currency: 'USD', sum: '79', says: ['the draft adds up Total settlement amount by the day of the payout'] },
  // 20.50 + 30.00 + 25.00, the cancelled one among them until states are named
  'lazada_orders.csv': { currency: 'SGD', sum: '75.5', says: ['There is 1 column of states (status)'] },
  // 1,012.92 + 374.15 + 0: windows-1252, semicolons, decimal commas, two lines above
  'Ventas_MX_Mercado_Libre_2026-02-02.csv': { currency: 'MXN', sum: '1387.07', says: ['There is 1 column of states (Estado)'] },
  // 90.00 + 1,060.00: GBK, ="…", a remark of two lines, an order that was never paid, a line of totals
  '有赞订单_20260101_20260131.csv': { currency: 'CNY', sum: '1150', says: ['1 line of totals left out, first in line 7'] },
  // 90.00 + 30.00 + 60.00: tabs behind numbers, one never paid
  '抖店订单导出.csv': { currency: 'CNY', sum: '180', says: ['There are 2 columns of states (订单状态, 售后状态)'] },
  // 90.00 + 60.50
  '快手小店订单.xlsx': { currency: 'CNY', sum: '150.5' },
  // 93.00 + 30.00: one never paid, which has no time at all
  '拼多多订单_20260202.csv': { currency: 'CNY', sum: '123' },
  // 100.00 + 50.50 come in; what goes out is a column of its own. Lines of # above and below, GBK
  '支付宝_202601.csv': { currency: 'CNY', sum: '150.5' },
  // 1,234.50 + 65.50: UTF-16, tabs, two lines of totals
  'Campaign report.csv': { currency: 'USD', metric: 'google_export_spend', sum: '1300' },
  // 100.25 + 50.25: the total stands in the first row, without a day
  'Meta-广告-2026-01.csv': { currency: 'USD', metric: 'meta_export_spend', sum: '150.5' },
  // 1,000.00 + 50.00 − 20.00: times are of UTC, as the header says, and the payout of 970.70 at 20:00 on the 31st is February in Shanghai
  'Balance_history.csv': { currency: 'USD', sum: '1030', says: ['Type: some rows are payouts or transfers'] },
  // 5,000 + 2,000: Shift JIS
  '楽天注文データ.csv': { currency: 'JPY', sum: '7000' },
  // $1,125.00 + $20.00: days like Jan-05-26, blank lines around the header, words below the rows
  'eBay-OrdersReport-Jan-2026.csv': { currency: 'USD', sum: '1145' },
  // 1.250.000 + 100.000: by the day of payment
  'Order.all.20260101_20260131_ID.xlsx': { currency: 'IDR', sum: '1350000' },
  // 45000 + 20000
  '쿠팡_주문_202601.xlsx': { currency: 'KRW', sum: '65000' },
};

const FOLDER = join(HERE, 'platforms');
const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** What an import says of a file in a repository of its own. */
async function imported(name: string, currency: string) {
  const root = mkdtempSync(join(tmpdir(), 'concord-platform-'));
  roots.push(root);
  const contract = (metric: string) =>
    caseContract({ timezone: 'Asia/Shanghai', kpi: caseKpi('k', metric) }).replace('currency: USD', `currency: ${currency}`);
  putInto(root, 'contracts/workspace.yaml', PEOPLE);
  putInto(root, 'contracts/case/contract.yaml', contract('m'));
  const options = { contract: null, table: null, sheet: null, print: false, link: false, replace: [], fewer: false };
  const outcome = await run(contextFor({ root, asOf: '2026-02-10', format: 'pretty' }), (context) =>
    importFiles(context, localExports(root), { ...options, files: [join(FOLDER, name)] }),
  );
  return { root, contract, ...outcome };
}

test('every file is here once', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(CASES).sort());
});

describe('what is proposed, adopted as it stands', () => {
  test.each(Object.entries(CASES))('%s', async (name, { currency, metric, sum, says = [] }) => {
    const { root, contract, exitCode, output, errors = '', crash } = await imported(name, currency);
    expect(crash).toBeNull();
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    for (const each of says) expect(output).toContain(each);
    const drafted = /^metrics:\n {2}(\w+):/m.exec(readFileSync(join(root, 'contracts/case/definitions.yaml'), 'utf8'))?.[1];
    writeFileSync(join(root, 'contracts/case/contract.yaml'), contract(metric ?? drafted ?? ''));
    const scored = await run(contextFor({ root, asOf: '2026-02-20', format: 'json' }), (context) =>
      score(context, { contract: 'case', period: '2026-01' }),
    );
    expect(scored.errors ?? '').toBe('');
    expect(JSON.parse(scored.output).kpis.map((kpi: { state: string; actual: string }) => [kpi.state, kpi.actual])).toEqual([
      ['scored', sum],
    ]);
  });
});
