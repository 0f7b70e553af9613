import { expect, test } from 'vitest';
import { type FileColumns, fileColumnIssue } from '../../src/query/absent-column.js';
import type { ColumnUse } from '../../src/query/plan.js';
import { describe } from '../../src/words/issue.js';

/* A column that a table lacks is named, with those that it has: unless the first line may be somebody's row, which nobody else is shown. */

const lacking = (asked: readonly string[], columns: readonly string[]): string | null => {
  const use: ColumnUse = { column: 'day', use: 'time', clause: { file: 'definitions.yaml', line: 5 } };
  const files: FileColumns[] = [{ label: 'shopee/orders.xlsx', columns, sure: true }];
  const found = fileColumnIssue(use, 'shopee.orders', files, [...asked, 'day']);
  if (found === null) return null;
  const { text, fix } = describe(found, 'en');
  return `${text} ${fix?.split(' It has: ')[1] ?? ''}`;
};

test('the names of a header are told once one of them is asked for, as it is written or as people write it', () => {
  const header = ['Order ID', 'Order Status', 'Order Paid Time'];
  const told = 'shopee.orders has no column "day". Order ID, Order Status, Order Paid Time.';
  expect(lacking(['order_id'], header)).toBe(told);
  expect(lacking(['Order ID'], header)).toBe(told);
});

test('a first line that holds none of them stays unshown, also where a value is spelt like a name of one word', () => {
  const unshown =
    'shopee.orders has no column "day". 3 columns, whose names are not shown: none is asked for, so the first line may be no header.';
  expect(lacking(['order_id'], ['A1', 'Paid', 'jane@example.com'])).toBe(unshown);
  expect(lacking(['paid'], ['A1', 'Paid', 'jane@example.com'])).toBe(unshown);
});
