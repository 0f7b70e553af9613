import type { ColumnSight } from './columns.js';
import { isCalledMoney } from './headers.js';
import { bare, isNothing, trimmed } from './numbers.js';

/*
 * Amounts of a whole order that an export repeats on the row of each of its items: added up row by row they come to too much, and nothing
 * of the sum shows it.
 */

/** Columns of amounts that say the same in all rows of an order. */
export interface Repeated {
  /** The header of the column that names the order, and the orders with several rows among those looked at. */
  readonly order: string;
  readonly orders: number;
  readonly headers: readonly string[];
}

/** What columns of one item's own amounts are called: two items of an order may well cost the same. */
const OF_ITEM = /\b(sku|item|unit|product|line)\b|单价|單價|商品|단가|상품|품목|単価/i;
/** So many orders with items of one price each are no chance any more. */
const NO_CHANCE = 3;

/**
 * The amounts that are the order's; null: there are none.
 * @param orders columns that may name orders.
 */
export function repeatedIn(
  columns: readonly ColumnSight[],
  orders: readonly ColumnSight[],
  rows: readonly (readonly string[])[],
): Repeated | null {
  for (const order of orders) {
    const several = severalOf(order, rows);
    const headers = columns.filter((column) => isOfOrder(column, several)).map(({ header }) => header.trim());
    if (headers.length > 0) return { order: order.header.trim(), orders: several.length, headers };
  }
  return null;
}

/** The rows of each order that has more than one. */
function severalOf({ index }: ColumnSight, rows: readonly (readonly string[])[]): (readonly (readonly string[])[])[] {
  const groups = new Map<string, (readonly string[])[]>();
  for (const row of rows) {
    const id = trimmed(row[index] ?? '');
    const own = groups.get(id);
    if (own !== undefined) own.push(row);
    else if (id !== '') groups.set(id, [row]);
  }
  return [...groups.values()].filter((own) => own.length > 1);
}

function isOfOrder({ kind, percent, amount, header, index }: ColumnSight, several: readonly (readonly (readonly string[])[])[]): boolean {
  if (kind !== 'number' || percent || !(amount || isCalledMoney(header))) return false;
  const values = several.map((own) => own.map((row) => row[index] ?? '').filter((value) => value.trim() !== '' && !isNothing(value)));
  const twice = values.filter((own) => own.length > 1);
  const isNought = (value: string): boolean => !/[1-9]/.test(value);
  // an order of which only the first row has the amount is added up right
  if (
    twice.length === 0 ||
    twice.length < values.length ||
    !twice.every((own) => new Set(own.map((value) => bare(value).value)).size === 1)
  )
    return false;
  const telling = twice.filter(([first = '']) => !isNought(first));
  return telling.length >= (OF_ITEM.test(header) ? NO_CHANCE : 1);
}
