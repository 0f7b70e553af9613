import { expect, it } from 'vitest';
import { decodeTallies } from '../../src/evidence/decode-rows.js';
import { buildPlan } from '../../src/query/build.js';
import { type BoundColumn, useKey } from '../../src/query/column-type.js';
import { compileTallies } from '../../src/query/compile-tallies.js';
import { bigquery } from '../../src/query/dialects/bigquery.js';
import { duckdb } from '../../src/query/dialects/duckdb.js';
import type { MeasurementRequest } from '../../src/query/request.js';
import { scanContext } from '../../src/query/scan-context.js';
import { trusted } from '../../src/query/sql.js';
import { equals, fact, measure, request, terms } from '../build-terms.js';
import { measureFiles } from '../shell/data-folder.js';

/* A run measures all contracts together: a thousand of them are compiled, and neither engine is asked for more than it takes. */

const MEASURES = 20;

function contracts(count: number): MeasurementRequest[] {
  return Array.from({ length: count }, (_, contract) => {
    const where = equals('market', `m${contract}`);
    const measures = Array.from({ length: MEASURES }, (__, index) => measure(`m${index}`, 'orders', { sum: `amount_${index}` }, { where }));
    const of = terms({ id: `c${contract}`, zone: 'Asia/Shanghai', definitions: { facts: [fact('orders')], measures } });
    return request(of, { asOf: '2026-12-20', periods: ['2026-08', '2026-09', '2026-10', '2026-11'] });
  });
}

it('1,000 contracts of 20 sums each compile', () => {
  const plan = buildPlan(contracts(1000));
  const [scan] = plan.scans;
  const [source] = plan.sources;
  if (scan === undefined || source === undefined) throw new Error('no scan');
  expect(plan.scans).toHaveLength(1);
  // and the rows of the fact, which all contracts share
  expect(scan.tallies).toHaveLength(1000 * MEASURES + 1);
  const kinds = { time: 'instant', key: 'text', text: 'text' } as const;
  const columns = new Map(
    source.uses.map(({ use, column }): [string, BoundColumn] => {
      const type = use === 'number' ? ({ kind: 'decimal', precision: 18, scale: 2 } as const) : { kind: kinds[use as keyof typeof kinds] };
      return [useKey(use, column), { name: column, type }];
    }),
  );
  for (const dialect of [duckdb, bigquery]) {
    const relation = { label: 'shop.orders', path: ['shop', 'orders'], from: trusted('orders'), columns };
    const statements = compileTallies(scanContext(dialect, scan, relation), 'groups', () => dialect.name === 'duckdb');
    for (const statement of statements) expect(statement.sql.length).toBeLessThanOrEqual(dialect.longest);
    const items = new Set(
      statements.flatMap(({ sql }) =>
        [...sql.matchAll(/THEN (\d+) END|\b(\d+) AS item|CAST\((\d+) AS VARCHAR\) AS item/g)].map(
          (found) => found[1] ?? found[2] ?? found[3],
        ),
      ),
    );
    expect(items.size).toBe(scan.tallies.length);
    expect(statements.length).toBeLessThanOrEqual(8);
  }
}, 60_000);

it('many contracts of many sums have the same numbers as each has alone', async () => {
  const count = 60;
  const amounts = Array.from({ length: MEASURES }, (_, index) => `amount_${index}`);
  const rows = Array.from({ length: 2 * count }, (_, row) => {
    return [`o${row}`, '2026-09-03T10:00:00Z', `m${row % count}`, ...amounts.map((__, index) => `${row * index}.25`)].join(',');
  });
  const files = { 'shop/orders.csv': [['id', 'ts', 'market', ...amounts].join(','), ...rows] };
  const asked = contracts(count);
  const { each, measured, issues } = await measureFiles(files, asked);
  expect(issues).toEqual([]);
  expect(measured.size).toBe(count);
  const [last] = asked.slice(-1);
  if (last === undefined) throw new Error('no contract');
  expect((await measureFiles(files, [last])).each[0]).toEqual(each.at(-1));
  // rows 59 and 119 are of market m59: of the third sum 59 × 2 + 0.25 and 119 × 2 + 0.25
  const september = each.at(-1)?.measured?.periods.find(({ period }) => period === '2026-09');
  expect(september?.measures.find(({ id }) => id === 'm2')?.days).toEqual([{ day: '2026-09-03', rows: 2, value: '356.5' }]);
}, 60_000);

it('rows of several statements are one result', () => {
  const row = (item: string) => ({ item, day: '20000', currency: null, row_count: '1', filled: '1', fitting: '1', total: '2' });
  expect(decodeTallies([row('1'), row('0')], 2).tallies.map((days) => days.length)).toEqual([1, 1]);
});
