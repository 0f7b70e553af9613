import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PublishedTable } from '../../../src/kernel/published-table.js';
import { SCORECARDS, STATEMENTS } from '../../../src/kernel/published-tables.js';
import { agreed, plan } from '../../provision/sample.js';
import { Evaluator } from '../evaluator/evaluator.js';
import type { Table } from '../evaluator/schema.js';

/*
 * The queries of the views that parties read, run by Google's own evaluator: results of the one contract only, and of facts
 * the columns that are agreed and no others.
 */

const REFUNDS = `-- Refunds that were paid out;
WITH paid AS (SELECT * FROM shop.refunds AS r WHERE r.state = 'paid')
SELECT p.*, 'seen by nobody' AS note FROM paid AS p; -- the end
`;
const CONTRACT = agreed({
  facts: `  orders: { table: shop.orders, grain: [order_id], custodian: brand }
  refunds: { view: refunds, grain: [refund_id], custodian: brand }`,
  measures: `  revenue: { definition: Orders, of: orders, sum: amount, when: paid_on, where: { is_test: false } }
  refunded: { definition: Refunds, of: refunds, sum: amount, when: refunded_on }`,
  formula: 'revenue - refunded',
  views: { 'refunds.bigquery.sql': REFUNDS },
});

const VALUES = { STRING: 'x', DATE: '2026-01-31', NUMERIC: '1', INT64: '1', BOOL: false } as const;

/** A row of a published table for each of two contracts. */
function publishedTable({ columns }: PublishedTable): Table {
  const rowOf = (contract: string) => columns.map(({ name, type }) => (name === 'contract' ? contract : VALUES[type]));
  return { fields: columns.map(({ name, type }) => ({ name, type })), rows: [rowOf('acme-us'), rowOf('acme-uk')] };
}

const ORDERS: Table = {
  fields: [
    { name: 'order_id', type: 'STRING' },
    { name: 'email', type: 'STRING' },
    { name: 'amount', type: 'NUMERIC' },
    { name: 'is_test', type: 'BOOL' },
    { name: 'paid_on', type: 'DATE' },
  ],
  rows: [['a', 'somebody@example.com', '12.5', false, '2026-01-05']],
};
const REFUNDED: Table = {
  fields: [
    { name: 'refund_id', type: 'STRING' },
    { name: 'customer', type: 'STRING' },
    { name: 'amount', type: 'NUMERIC' },
    { name: 'refunded_on', type: 'DATE' },
    { name: 'state', type: 'STRING' },
  ],
  rows: [
    ['r1', 'c1', '2', '2026-01-06', 'paid'],
    ['r2', 'c2', '3', '2026-01-07', 'open'],
  ],
};

let evaluator: Evaluator;
let catalog: string;

beforeAll(async () => {
  evaluator = await Evaluator.start();
  catalog = await evaluator.register(
    new Map([
      ['acme-kpi.shop.orders', ORDERS],
      ['acme-kpi.shop.refunds', REFUNDED],
      ['acme-kpi.concord.scorecards', publishedTable(SCORECARDS)],
      ['acme-kpi.concord.statements', publishedTable(STATEMENTS)],
    ]),
  );
});
afterAll(() => evaluator.stop());

/** What the view of a spec shows: its columns and its rows. */
async function shown(name: string): Promise<{ columns: readonly string[]; rows: readonly (readonly unknown[])[] }> {
  const view = plan([CONTRACT], '2026-05-01').specs.find((spec) => spec.name === name)?.inputs.view;
  if (typeof view !== 'object' || !('query' in view) || typeof view.query !== 'string') throw new Error(`no view ${name}`);
  // A text that names no project means the one that its view is in; the evaluator knows no projects.
  const query = view.query.replace('FROM shop.refunds', 'FROM `acme-kpi.shop.refunds`');
  const { fields, rows } = await evaluator.evaluate(query, catalog, []);
  return { columns: fields.map((field) => field.name), rows: rows.map(({ f }) => f.map(({ v }) => v)) };
}

it('a fact on a table shows the columns that the definitions use', async () => {
  expect(await shown('acme-us/facts/orders')).toEqual({
    columns: ['amount', 'is_test', 'order_id', 'paid_on'],
    rows: [['12.5', 'false', 'a', '2026-01-05']],
  });
});

it('a fact on a view runs the text that is agreed, and shows no more of it', async () => {
  expect(await shown('acme-us/facts/refunds')).toEqual({
    columns: ['amount', 'refund_id', 'refunded_on'],
    rows: [['2', 'r1', '2026-01-06']],
  });
});

it.each([SCORECARDS, STATEMENTS])('$id: every column, of the one contract', async ({ id, columns }) => {
  const { columns: names, rows } = await shown(`acme-us/share/${id}`);
  expect(names).toEqual(columns.map(({ name }) => name));
  expect(rows.map(([contract]) => contract)).toEqual(['acme-us']);
});
