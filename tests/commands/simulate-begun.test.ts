import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulate } from '../../src/commands/run/simulate.js';
import { contextFor, printed } from '../in-process.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';

/*
 * A month that its data may not cover is left out of the total and of what adds up, too.
 *
 * By hand: 10% of sales, at least 3,000 a month, what is advanced taken back later. Data begin on 15 January with 10,000, which is left out.
 * February's 20,000 pay 2,000 and 1,000 as an advance, 3,000 in all. March's 50,000 pay 5,000 less that 1,000, 4,000, in all 7,000. With an
 * advance of January March would pay 3,000.
 */
const FEES =
  '{ id: sales, kind: commission, base: gmv, tiers: { from 0: 10% }, mode: marginal, accumulate: period }, { id: floor, kind: guarantee, amount: 3000, recoverable: true }';
const DEFINITIONS = `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_on }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`;

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'simulate-'));
  const contract = caseContract({ timezone: 'UTC', kpi: caseKpi('sales_kpi', 'gmv'), fee: FEES });
  putInto(root, 'contracts/workspace.yaml', PEOPLE);
  putInto(root, 'contracts/case/contract.yaml', contract);
  putInto(root, 'contracts/case/definitions.yaml', DEFINITIONS);
  const rows = ['a,2025-01-15,10000', 'b,2025-02-01,20000', 'c,2025-03-01,50000', 'd,2025-04-01,1'];
  putInto(root, 'data/shop/orders.csv', `id,paid_on,amount\n${rows.join('\n')}\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function from(period: string) {
  const place = contextFor({ root, asOf: '2025-05-01', locale: 'en', format: 'json' });
  const options = { contract: 'case', from: period, to: '2025-03', writeBaseline: false, paths: null, seed: null };
  const { output, exitCode } = await printed(place, await simulate(place, options));
  expect(exitCode).toBe(0);
  const { periods, total } = JSON.parse(output) as { periods: { period: string; total: string | null }[]; total: string };
  return [...periods.map((each) => `${each.period} ${each.total}`), total];
}

test('what adds up begins with the first whole month', async () => {
  expect(await from('2025-01')).toEqual(['2025-01 null', '2025-02 3000.00', '2025-03 4000.00', '7000.00']);
  // the same where the month that is left out is not asked for
  expect(await from('2025-02')).toEqual(['2025-02 3000.00', '2025-03 4000.00', '7000.00']);
});
