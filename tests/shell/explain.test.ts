import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Statement } from '../../src/query/sql.js';
import { equals, fact, measure, request, terms } from '../build-terms.js';
import { openDuckdb } from '../warehouses.js';
import { only, totals, withData } from './data-folder.js';

const nasty = `x' OR '1'='1`;
const measures = [
  ...Array.from({ length: 20 }, (_, index) =>
    measure(`m${index}`, 'sales', { sum: 'amount' }, { where: equals('status', index === 0 ? nasty : `s${index}`) }),
  ),
  measure('buyers', 'sales', { countDistinct: 'cust' }, { where: equals('status', nasty) }),
];
const asked = request(terms({ term: { from: '2026-01-01', to: '2026-12-31' }, definitions: { facts: [fact('sales')], measures } }), {
  asOf: '2027-01-10',
});
const files = { 'shop/sales.csv': ['id,ts,amount,status,cust', '1,2026-01-05T00:00:00Z,1,ok,x'] };

async function explained(): Promise<readonly Statement[]> {
  return withData(files, async (dataFolder) => {
    const warehouse = await openDuckdb({ dataFolder });
    const { statements, issues } = await warehouse.explain([asked]);
    expect(issues).toEqual([]);
    await warehouse.close();
    return statements;
  });
}

it('measuring twice looks at the files twice', async () => {
  await withData(files, async (dataFolder) => {
    const warehouse = await openDuckdb({ dataFolder });
    const first = await warehouse.measure([asked]);
    await writeFile(join(dataFolder, 'shop', 'sales.csv'), 'id,ts,amount,status,cust\n1,2026-01-05T00:00:00Z,7,s1,x\n');
    const second = await warehouse.measure([asked]);
    expect([totals(only(first), 'm1')['2026-01'], totals(only(second), 'm1')['2026-01']]).toEqual(['0', '7']);
    await warehouse.close();
  });
});

it('a plan is a handful of statements, however many measures and periods', async () => {
  expect((await explained()).map(({ label }) => label)).toEqual([
    'latest ts',
    'sums and counts per day by ts',
    'rows without ts',
    'distinct cust by ts',
    'whether id repeats by ts',
  ]);
});

it('every value of a contract is bound, and equal ones once', async () => {
  const statements = await explained();
  for (const statement of statements) {
    expect(statement.sql).not.toContain('OR ');
    for (const index of statement.params.keys()) expect(statement.sql).toContain(`$${index + 1}`);
  }
  expect(statements[1]?.params.map(({ value }) => value)).toContain(nasty);
  expect(statements[1]?.params).toHaveLength(20);
});

it('every name of a copy and of its columns that statements use is explained', async () => {
  await withData(files, async (dataFolder) => {
    const warehouse = await openDuckdb({ dataFolder });
    const { statements, copies = [] } = await warehouse.explain([asked]);
    expect(copies).toEqual([
      {
        name: '"stage"."s0"',
        of: { table: 'shop.sales' },
        columns: expect.arrayContaining([
          { name: 'c0', column: 'ts', use: 'time' },
          { name: 'c1', column: 'id', use: 'key' },
        ]),
      },
    ]);
    const known = new Set(copies.flatMap(({ columns }) => columns.map(({ name }) => name)));
    const used = statements.flatMap(({ sql }) => [...sql.matchAll(/"(c\d+)"/g)].map(([, name = '']) => name));
    expect(used.length).toBeGreaterThan(4);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
    await warehouse.close();
  });
});
