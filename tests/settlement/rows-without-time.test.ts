import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runWarm } from '../run-cli.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';

/*
 * Five orders of January, one of them not paid (no time of payment), one of them cancelled (a time of cancelling): which rows a scorecard
 * says to have no date, by what the measures ask for.
 */

const ORDERS = `id,amount,paid_at,cancelled_at,channel
1,10.00,2026-01-05T10:00:00Z,,web
2,20.00,2026-01-06T10:00:00Z,,web
3,30.00,2026-01-07T10:00:00Z,2026-01-09T10:00:00Z,web
4,40.00,,,web
5,50.00,2026-01-08T10:00:00Z,,pos
`;
const CONTRACT = caseContract({ timezone: 'UTC', kpi: caseKpi('k', 'kept') });
const root = mkdtempSync(join(tmpdir(), 'concord-undated-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string): void => putInto(root, path, text);

test.each([
  ['the time of cancelling is asked to be there: only the order without a payment', '{ cancelled_at: { isNull: false } }', 1],
  ['so it is by every comparison with it', '{ cancelled_at: { gte: 2026-01-01T00:00:00Z } }', 1],
  [
    'and by each alternative',
    '{ any: [{ cancelled_at: { isNull: false }, channel: web }, { cancelled_at: { gte: 2026-01-01T00:00:00Z } }] }',
    1,
  ],
  ['not by one of them', '{ any: [{ cancelled_at: { isNull: false } }, { channel: web }] }', 3],
  ['not by a condition on another column: the three of the web', '{ channel: web }', 3],
  ['not where it is asked to be absent', '{ cancelled_at: { isNull: true } }', 4],
])('%s', async (_, where, expected) => {
  put('contracts/workspace.yaml', PEOPLE);
  put('contracts/case/contract.yaml', CONTRACT);
  put('data/shop/orders.csv', ORDERS);
  put(
    'contracts/case/definitions.yaml',
    `facts: { orders: { table: shop.orders, grain: [id], custodian: brand } }
measures:
  paid: { definition: Paid, of: orders, sum: amount, when: paid_at }
  cancelled: { definition: Cancelled, of: orders, sum: amount, when: cancelled_at, where: ${where} }
metrics: { kept: { title: Kept, formula: paid - cancelled, unit: money, type: flow } }
`,
  );
  const { stdout, stderr } = await runWarm([
    'score',
    'case',
    '--root',
    root,
    '--period',
    '2026-01',
    '--as-of',
    '2026-02-10',
    '--format',
    'json',
  ]);
  expect(stderr).toBe('');
  expect(/"nullWhen": (\d+)/.exec(stdout)?.[1]).toBe(String(expected));
});
