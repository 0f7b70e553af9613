import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulate } from '../../src/commands/run/simulate.js';
import { LOCALES } from '../../src/kernel/text.js';
import { contextFor, printed } from '../in-process.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';

/*
 * Scenario years settle what a term settles once, so a bet over the term is a line of theirs, though past periods by themselves have none:
 * it is called by its title, in both languages, and never by its id.
 */

const WAGER =
  '{ id: bet, title: { en: Bet on the sales, zh: 销售额对赌 }, kind: wager, metric: gmv, better: higher, target: 6000, over: term, deadband: 0, stake: 500, onEarlyEnd: scale }';
const DEFINITIONS = `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_on }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`;
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'simulate-'));
  const contract = caseContract({
    timezone: 'UTC',
    kpi: caseKpi('sales', 'gmv'),
    fee: `{ id: base, kind: retainer, amount: 2000 }, ${WAGER}`,
  });
  putInto(root, 'contracts/workspace.yaml', PEOPLE);
  putInto(root, 'contracts/case/contract.yaml', contract);
  putInto(root, 'contracts/case/definitions.yaml', DEFINITIONS);
  const rows = MONTHS.flatMap((month, at) => [`${at}a,2025-${month}-01,${900 + at * 20}`, `${at}b,2025-${month}-28,50`]);
  putInto(root, 'data/shop/orders.csv', `id,paid_on,amount\n${rows.join('\n')}\nx,2026-01-01,1\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const OPTIONS = { contract: 'case', from: '2025-01', to: '2025-12', writeBaseline: false, paths: 20, seed: null };

test.each(LOCALES)('a bet over the term is told by its title among the lines of years (%s)', async (locale) => {
  const place = contextFor({ root, asOf: '2026-02-01', locale, format: 'pretty' });
  const { output, exitCode } = await printed(place, await simulate(place, OPTIONS));
  expect(exitCode).toBe(0);
  expect(output).toContain(locale === 'en' ? 'Bet on the sales' : '销售额对赌');
  expect(output).not.toMatch(/\bbet\b/);
});
