import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { outlook } from '../../src/commands/run/outlook.js';
import { score } from '../../src/commands/run/score.js';
import { contractFrame } from '../contract-frame.js';
import { emptyPlace } from '../e2e/place.js';
import { contextFor, run } from '../in-process.js';

/*
 * Ads end with the 5th, orders go on to the 14th: what a buyer cost is known through the 5th. Until then 5 × 40.00 were spent on two buyers,
 * a (on the 2nd and the 3rd) and b, of the four that there are: 100.00. On the 15th nobody could foresee that it is asked of the 5th.
 */
const ID = 'acme-counted';
const ORDERS = ['1,a,2026-01-02', '2,a,2026-01-03', '3,b,2026-01-03', '4,c,2026-01-12', '5,d,2026-01-14'];
const ADS = [1, 2, 3, 4, 5].map((day) => `2026-01-0${day},40.00`);

function place(): string {
  const root = emptyPlace();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write(
    'contracts/workspace.yaml',
    `people: { alice: { name: Alice, github: 1 }, bob: { name: Bob, github: 2 } }
governance: { brand: [alice], provider: [bob] }
`,
  );
  write(
    `contracts/${ID}/contract.yaml`,
    `${contractFrame({ id: ID, title: 'Counted', timezone: 'Asia/Shanghai', trueUpPeriods: 1 })}kpis:
  - { id: cac, owner: provider, better: lower, weight: 100%, target: 90, threshold: 2x }
composite: { rule: weighted_mean }
fees:
  - { id: reward, kind: bonus, by: composite, pool: 1000, points: { from 0%: 0%, from 100%: 100% } }
`,
  );
  write(
    `contracts/${ID}/definitions.yaml`,
    `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
  ads: { table: shop.ads, grain: [day], custodian: brand }
measures:
  buyers: { definition: Buyers, of: orders, countDistinct: buyer, when: day }
  spend: { definition: Spend, of: ads, sum: cost, when: day }
metrics:
  cac: { title: Cost of a buyer, formula: spend / buyers, unit: money, type: ratio }
`,
  );
  write('data/shop/orders.csv', ['id,buyer,day', ...ORDERS, ''].join('\n'));
  write('data/shop/ads.csv', ['day,cost', ...ADS, ''].join('\n'));
  return root;
}

test('a distinct count is known to the day that the data of its metric reach', async () => {
  const context = contextFor({ root: place(), asOf: '2026-01-15' });
  const scored = await run(context, (each) => score(each, { contract: ID, period: '2026-01' }));
  expect(scored.exitCode, scored.errors).toBe(0);
  expect(JSON.parse(scored.output)).toMatchObject({ running: { kpis: [{ id: 'cac', through: '2026-01-05', value: '100', reasons: [] }] } });
  const looked = await run(context, (each) => outlook(each, { contract: ID, period: '2026-01', plan: [] }));
  expect(looked.exitCode, looked.errors).toBe(0);
  expect(JSON.parse(looked.output)).toMatchObject({ through: '2026-01-05', kpis: [{ id: 'cac', toDate: '100' }] });
});
