import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeView } from '../../src/commands/run/view.js';
import { contextFor, run } from '../in-process.js';
import { caseContract, caseKpi, PEOPLE, putInto } from '../small-case.js';

/* `concord view`: what is printed to be pasted has the contract's own zone, also while an earlier view is in no definition yet. */

const root = mkdtempSync(join(tmpdir(), 'concord-view-'));
afterAll(() => rmSync(root, { recursive: true }));

test('the second of two views has the zone of the contract', async () => {
  putInto(root, 'contracts/workspace.yaml', PEOPLE);
  putInto(root, 'contracts/case/contract.yaml', caseContract({ timezone: 'America/Sao_Paulo', kpi: caseKpi('k', 'sales') }));
  putInto(
    root,
    'contracts/case/definitions.yaml',
    'facts: { orders: { table: shop.orders, grain: [id], custodian: brand } }\nmeasures: { x: { definition: Paid, of: orders, sum: amount, when: day } }\nmetrics: { sales: { title: Sales, formula: x, unit: money, type: flow } }\n',
  );
  const options = { table: 'shop.orders', customer: 'buyer', order: 'id', time: 'paid_at', kind: 'wall', only: null } as const;
  const written = async (view: string) => {
    const { output, crash } = await run(contextFor({ root, format: 'pretty' }), (context) =>
      writeView(context, { contract: 'case', view, ...options }),
    );
    expect(crash).toBeNull();
    return output;
  };
  for (const view of ['first_order', 'repeat_90_days', 'value_90_days']) {
    const output = await written(view);
    expect(output).toContain('zone: America/Sao_Paulo }');
    expect(output).toContain('Times are read in America/Sao_Paulo, the zone of the contract');
  }
});
