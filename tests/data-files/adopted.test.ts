import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftOf } from '../../src/intake/draft.js';
import { see } from '../../src/intake/sight.js';
import { writtenAlone } from '../../src/intake/written.js';
import { ShellError } from '../../src/ports/failure.js';
import type { Warehouse } from '../../src/ports/warehouse.js';
import { scorePeriods } from '../../src/running/period-score.js';
import { readContract } from '../../src/running/repository.js';
import { contextFor } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { openDuckdb } from '../warehouses.js';
import { HERE } from './declared.js';

/*
 * A draft, taken over as it stands: what a contract would pay on, for January, in CNY. Each figure is worked out by hand from the rows.
 */

const data = mkdtempSync(join(tmpdir(), 'concord-adopted-'));
let warehouse: Warehouse;
beforeAll(async () => {
  mkdirSync(join(data, 'exports'));
  warehouse = await openDuckdb({ dataFolder: data, threads: 1 });
});
afterAll(async () => {
  await warehouse.close();
  rmSync(data, { recursive: true });
});

const contractText = (path: string): string => readFileSync(join(HERE, 'exports/17-gbk/contracts', path), 'utf8');

/** The commission of a tenth that the contract pays, or `held`, or what keeps it from being a contract. */
async function adopted(name: string, text: string): Promise<string | readonly string[]> {
  const table = `exports.${name}`;
  writeFileSync(join(data, `exports/${name}.csv`), text);
  const head = new TextEncoder().encode(text);
  const sight = see({ name: `${name}.csv`, packed: false, form: 'text', head, tail: null, sheet: null, sheets: [] });
  if ('unseen' in sight) throw new Error(sight.unseen);
  const draft = draftOf(sight, { id: name, table, zone: 'Asia/Shanghai', currency: 'CNY' });
  if (draft.metric === null) throw new Error('no metric');
  const files = new Map([
    ['contracts/workspace.yaml', contractText('workspace.yaml')],
    ['contracts/case/contract.yaml', contractText('case/contract.yaml')],
    ['contracts/case/definitions.yaml', writtenAlone([{ draft: { ...draft, metric: { ...draft.metric, id: 'm' } } }])],
  ]);
  const contract = await readContract(memoryFiles(files), 'case');
  if (contract.issues.length > 0) return contract.issues.map(({ code }) => code);
  const openWarehouse = async () => ({ ...warehouse, close: async () => undefined });
  const context = { ...contextFor({ root: '/nowhere', asOf: '2026-03-10' }), openWarehouse };
  const [scored] = await scorePeriods([{ context, contract, period: '2026-01' }]);
  if (scored === undefined || scored instanceof ShellError) throw scored ?? new Error('nothing was scored');
  if (scored.card === null) return scored.issues.map(({ code }) => code);
  const line = scored.card.lines.find(({ id }) => id === 'sales');
  return line?.held === true ? 'held' : (line?.amount ?? 'open');
}

test.each<[string, string, string | readonly string[]]>([
  // 100.00 + 250.50 + 49.50 = 400.00, not the 15.00 of refunds
  [
    'refunds',
    '订单编号,退款金额,订单金额,下单时间\nA1,10.00,100.00,2026-01-05 10:00:00\nA2,5.00,250.50,2026-01-09 10:00:00\nA3,0.00,49.50,2026-02-01 00:00:00\nA4,0.00,49.50,2026-01-31 23:59:59\n',
    '40.00',
  ],
  // 100.00 + 250.00 in January by the order; by the day of delivery nothing
  [
    'ahead',
    'Order ID,Purchased At,Estimated Delivery Date,Total\nA1,2026-01-05 10:00:00,2026-02-05,100.00\nA2,2026-01-31 10:00:00,2026-03-02,250.00\nA3,2026-02-01 10:00:00,2026-03-03,1.00\n',
    '35.00',
  ],
  // 10,000 + 20,000 + 5,050 fen are 350.50
  ['fen', '订单号,下单日期,支付金额(分)\nA1,2026-01-05,10000\nA2,2026-01-06,20000\nA3,2026-01-07,5050\nA4,2026-02-01,100\n', '35.05'],
  // 1.15 + 1.25 = 2.40, which is 24,000
  ['wan', '日期,计划,消耗（万元）\n2026-01-05,A,1.15\n2026-01-06,A,1.25\n2026-02-01,A,9.00\n', '2400.00'],
  // rows in CNY are counted: 100.00 + 20.00
  ['own', 'Order ID,Date,Amount,Currency\nA1,2026-01-05,100.00,CNY\nA2,2026-01-06,20.00,CNY\nA3,2026-02-01,9.00,CNY\n', '12.00'],
  // 100.00 + 20.00, and the rows of February stay out; beside US dollars nothing is counted until there are rates
  ['named', '订单号,下单日期,金额,币种\nA1,2026-01-05,100.00,人民币\nA2,2026-01-06,20.00,人民币\nA3,2026-02-01,9.00,人民币\n', '12.00'],
  ['small', 'Order ID,Date,Amount,Currency\nA1,2026-01-05,100.00,cny\nA2,2026-01-06,20.00,usd\n', ['currency-needs-fx']],
  ['names', '订单号,下单日期,金额,币种\nA1,2026-01-05,100.00,人民币\nA2,2026-01-06,20.00,美元\n', ['currency-needs-fx']],
  ['pounds', 'Order ID,Date,Amount,currency\nA1,2026-01-05,100.00,gbp\nA2,2026-01-06,20.00,gbp\n', ['code-needs-fx']],
  ['points', 'Order ID,Date,Amount,Currency\nA1,2026-01-05,100.00,Points\nA2,2026-01-06,20.00,Points\n', ['currency-needs-fx']],
  ['rates', 'Order ID,Date,Amount,Currency\nA1,2026-01-05,100.00,CNY\nA2,2026-01-06,20.00,EUR\n', ['currency-needs-fx']],
  ['other', 'Order ID,Date,Amount\nA1,2026-01-05,€100.00\nA2,2026-01-06,€20.00\n', ['code-needs-fx']],
  // an order's 100.00 that stands on each of its two rows is held, and no 5.00 of freight is paid on in its place
  [
    'repeated',
    '订单号,商品,订单金额,运费金额,下单日期\nA1,a,100.00,5.00,2026-01-05\nA1,b,100.00,0.00,2026-01-05\nA2,a,50.00,0.00,2026-01-06\nA3,a,1.00,0.00,2026-02-01\n',
    'held',
  ],
  // 10.00 + 20.00 + 30.00: an order's two refunds are two rows
  [
    'back',
    '退款编号,订单编号,退款金额,退款时间\nR1,A1,10.00,2026-01-05\nR2,A2,20.00,2026-01-06\nR3,A3,30.00,2026-01-07\nR4,A1,5.00,2026-02-01\n',
    '6.00',
  ],
  // 10.00 + 20.00 are given back in January, for orders of December; the 5.00 of an order in January in February
  [
    'returned',
    'Return ID,Order ID,Order Date,Return Date,Refund Amount\nR1,A1,2025-12-05,2026-01-05,10.00\nR2,A2,2025-12-06,2026-01-06,20.00\nR3,A3,2026-01-30,2026-02-01,5.00\n',
    '3.00',
  ],
  // asked for in December and paid back in January: 10.00 + 20.00
  [
    'shouhou',
    '售后编号,订单编号,下单时间,支付时间,售后申请时间,退款成功时间,退款金额\nR1,A1,2025-12-05,2025-12-05,2025-12-30,2026-01-05,10.00\nR2,A2,2025-12-06,2025-12-06,2025-12-31,2026-01-06,20.00\nR3,A3,2026-01-30,2026-01-30,2026-01-31,2026-02-01,5.00\n',
    '3.00',
  ],
  // paid out in January: 6.30 + 5.70, whenever it was ordered
  [
    'payouts',
    'Payout ID,Order ID,Order Date,Payout Date,Net Payout\nP1,A1,2025-12-05,2026-01-05,6.30\nP2,A2,2025-12-06,2026-01-06,5.70\nP3,A3,2026-01-30,2026-02-01,9.00\n',
    '1.20',
  ],
  // two equal refunds of one order are two refunds: 10.00 + 10.00 + 5.00
  [
    'equal',
    'Return ID,Order ID,Return Date,Refund Amount\nR1,A1,2026-01-05,10.00\nR2,A1,2026-01-06,10.00\nR3,A2,2026-01-07,5.00\nR4,A2,2026-02-01,9.00\n',
    '2.50',
  ],
])('%s', async (name, text, due) => {
  expect(await adopted(name, text)).toEqual(due);
});
