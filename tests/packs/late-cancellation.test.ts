import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { settleDue } from '../../src/commands/run/settle.js';
import type { Statement } from '../../src/settlement/model.js';
import { contextFor, run } from '../in-process.js';
import { withData } from '../shell/data-folder.js';
import { contractFiles, filesOf } from './scenario.js';
import { type Shop, shopify } from './shopify-rows.js';

/*
 * 10% of net sales, one month of true-ups. An order of 1000 in April is settled; long after April's window it goes back, by a
 * refund, or by a cancellation with or without one. Each way July takes the 100 back that April paid, and nothing else moves.
 */

const FEE = { id: 'sales', kind: 'commission', base: 'shopify_net_sales', tiers: { '0': '10%' }, mode: 'marginal', accumulate: 'period' };
const SOLD = { id: '1', customer: '1', at: '2026-04-10T00:00:00Z', status: 'paid', value: '1000' } as const;
const BACK = '2026-07-10T00:00:00Z';
const REFUND = { id: '1', order: '1', at: BACK, lines: [['101', '1000']] } as const;
const before: Shop = { orders: [SOLD], refunds: [], synced: '2026-07-01T00:00:00Z' };
const after = (order: object, refunds: Shop['refunds']): Shop => ({
  orders: [{ ...SOLD, ...order }],
  refunds,
  synced: '2026-09-07T00:00:00Z',
});

const WAYS: Readonly<Record<string, Shop>> = {
  'a refund': after({ status: 'refunded' }, [REFUND]),
  'a cancellation with a refund': after({ status: 'refunded', cancelled: BACK }, [REFUND]),
  'a cancellation whose refund came first': after({ status: 'refunded', cancelled: BACK }, [{ ...REFUND, at: '2026-07-09T23:59:59Z' }]),
  'a cancellation whose refund is not there': after({ cancelled: BACK }, []),
  'a refunded order that is deleted': after({ status: 'refunded', deleted: true }, [REFUND]),
  'a cancelled order that is deleted': after({ status: 'refunded', cancelled: BACK, deleted: true }, [REFUND]),
};

test.each(Object.keys(WAYS))('%s', async (way) => {
  const root = mkdtempSync(join(tmpdir(), 'concord-late-'));
  const settle = (shop: Shop, asOf: string) =>
    withData(filesOf(shopify('graphql', 'apart', shop).tables), async (data) => {
      const context = contextFor({ root, data, asOf });
      const settled = await run(context, (each) => settleDue(each, { contract: 'shop', period: null, preview: false }));
      expect([settled.exitCode, settled.crash]).toEqual([0, null]);
    });
  const total = (period: string) => {
    const statement = JSON.parse(readFileSync(join(root, 'contracts/shop/ledger', period, 'statement.json'), 'utf8')) as Statement;
    return statement.total;
  };
  try {
    for (const [path, text] of contractFiles(shopify('graphql', 'apart', before), FEE)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    await settle(before, '2026-07-05'); // April and May
    await settle(WAYS[way] ?? before, '2026-09-08'); // June to August
    expect(['2026-04', '2026-05', '2026-06', '2026-07', '2026-08'].map(total)).toEqual(['100.00', '0.00', '0.00', '-100.00', '0.00']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
