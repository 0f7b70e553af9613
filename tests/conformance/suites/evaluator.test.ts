import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Evaluator, GoogleSqlError } from '../evaluator/evaluator.js';
import type { Table } from '../evaluator/schema.js';

const ORDERS: Table = {
  fields: [
    { name: 'id', type: 'INT64' },
    { name: 'amount', type: 'NUMERIC' },
    { name: 'wide', type: 'BIGNUMERIC' },
    { name: 'at', type: 'TIMESTAMP' },
    { name: 'wall', type: 'DATETIME' },
    { name: 'day', type: 'DATE' },
    { name: 'note', type: 'STRING' },
    { name: 'paid', type: 'BOOL' },
    {
      name: 'items',
      type: 'STRUCT',
      mode: 'REPEATED',
      fields: [
        { name: 'sku', type: 'STRING' },
        { name: 'price', type: 'NUMERIC' },
      ],
    },
  ],
  rows: [
    [
      '9007199254740993',
      '-99999999999999999999999999999.999999999',
      '-0.00000000000000000000000000000000000001',
      '2026-03-08T06:59:59.999999Z',
      '2026-03-08 01:59:59.999999',
      '1969-12-31',
      "quote ' 汉字 😀",
      true,
      [
        { sku: 'a', price: '1.5' },
        { sku: 'b', price: null },
      ],
    ],
    [null, null, null, null, null, null, null, null, []],
  ],
};

describe('the GoogleSQL evaluator', () => {
  let evaluator: Evaluator;
  let catalog: string;
  beforeAll(async () => {
    evaluator = await Evaluator.start();
    catalog = await evaluator.register(new Map([['p.shop.orders', ORDERS]]));
  });
  afterAll(() => evaluator.stop());

  const rows = async (sql: string, parameters: Parameters<Evaluator['evaluate']>[2] = []) =>
    (await evaluator.evaluate(sql, catalog, parameters)).rows.map((row) => row.f.map((cell) => cell.v));

  it('keeps every type exactly', async () => {
    const sql =
      'SELECT id, amount, wide, UNIX_MICROS(`at`), CAST(wall AS STRING), UNIX_DATE(day), note, paid, ' +
      '(SELECT SUM(price) FROM UNNEST(items)) FROM `p.shop.orders` ORDER BY id DESC';
    expect(await rows(sql)).toEqual([
      [
        '9007199254740993',
        '-99999999999999999999999999999.999999999',
        '-0.00000000000000000000000000000000000001',
        '1772953199999999',
        '2026-03-08 01:59:59.999999',
        '-1',
        "quote ' 汉字 😀",
        'true',
        '1.5',
      ],
      [null, null, null, null, null, null, null, null, null],
    ]);
  });

  it('binds values by name and type', async () => {
    const sql = 'SELECT COUNT(*) FROM `p.shop.orders` WHERE note = @p1 AND paid = @p2';
    const note = { name: 'p1', type: 'STRING', value: "quote ' 汉字 😀" } as const;
    expect(await rows(sql, [note, { name: 'p2', type: 'BOOL', value: 'true' }])).toEqual([['1']]);
  });

  it('tells columns without running, and refuses what GoogleSQL refuses', async () => {
    const { fields } = await evaluator.prepare('SELECT id, items, 1 FROM `p.shop.orders`', catalog, []);
    expect(fields.map(({ name, type, mode }) => [name, type, mode ?? 'NULLABLE'])).toEqual([
      ['id', 'INT64', 'NULLABLE'],
      ['items', 'STRUCT', 'REPEATED'],
      ['f2_', 'INT64', 'NULLABLE'],
    ]);
    await expect(rows('SELECT missing FROM `p.shop.orders`')).rejects.toThrow(GoogleSqlError);
    await expect(rows('SELECT 1 + TRUE')).rejects.toThrow(/No matching signature/);
  });
});
