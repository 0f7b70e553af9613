import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { score } from '../../src/commands/run/score.js';
import { contextFor, run } from '../in-process.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';

/*
 * A month whose files are missing between two others: whether its zero is real is not known before a review, and a KPI of it is not said
 * to be scored.
 */

const root = mkdtempSync(join(tmpdir(), 'concord-lacking-'));
afterAll(() => rmSync(root, { recursive: true }));

const CONTRACT = (more: string) =>
  caseContract({
    timezone: 'UTC',
    kpi: caseKpi('revenue', 'm'),
    fee: '{ id: reward, kind: bonus, by: revenue, pool: 2000, points: { from 0%: 0%, from 100%: 100% } }',
  }) + more;
const DEFINITIONS = `facts: { orders: { table: shop.orders, grain: [id], custodian: brand } }
measures: { x: { definition: Paid orders, of: orders, sum: amount, when: day } }
metrics: { m: { title: M, formula: x, unit: money, type: flow } }
`;

const put = (path: string, content: string): void => putInto(root, path, content);

/** What is printed of February, which has no file. */
async function february(more: string, locale: 'en' | 'zh'): Promise<string> {
  put('contracts/workspace.yaml', PEOPLE);
  put('contracts/case/contract.yaml', CONTRACT(more));
  put('contracts/case/definitions.yaml', DEFINITIONS);
  put('data/shop/orders/01.csv', 'id,day,amount\nA1,2026-01-10,700.00\nA2,2026-01-31,300.00\n');
  put('data/shop/orders/03.csv', 'id,day,amount\nC1,2026-03-10,700.00\nC2,2026-04-01,300.00\n');
  const { output } = await run(contextFor({ root, asOf: '2026-04-10', locale, format: 'pretty' }), (context) =>
    score(context, { contract: 'case', period: '2026-02' }),
  );
  return output;
}

test('a KPI of it is not known, and what is paid by it waits for a review', async () => {
  const [en, zh] = [await february('review: { every: month }\n', 'en'), await february('review: { every: month }\n', 'zh')];
  expect(en).toMatch(/revenue {2,}USD 0\.00 {2,}≥ USD 1,000\.00 {2,}— .*not known/);
  expect(en).toContain('not one row in the period (x)');
  expect(en).not.toMatch(/ scored$/m);
  expect(zh).toContain('本期没有任何数据行（x）');
});

test('where no review was agreed the zero counts as one, and is said to be scored', async () => {
  expect(await february('', 'en')).toMatch(/revenue {2,}USD 0\.00 {2,}≥ USD 1,000\.00 {2,}0% .*scored/);
});

test('a scorecard of data that ends before the period names who is to bring the rest', async () => {
  put('data/shop/orders/03.csv', 'id,day,amount\nC1,2026-03-10,700.00\n');
  const march = async (locale: 'en' | 'zh') =>
    (
      await run(contextFor({ root, asOf: '2026-04-10', locale, format: 'markdown' }), (context) =>
        score(context, { contract: 'case', period: '2026-03' }),
      )
    ).output;
  expect(await march('en')).toContain('Needed: complete data from ');
  expect(await march('en')).not.toContain('nothing from either party');
  expect(await march('zh')).toMatch(/所需：\S+ ?补齐数据/);
});
