import type { MeasurementRequest } from '../../../src/query/request.js';
import { fact, measure, request, terms } from '../../build-terms.js';
import type { Table } from '../evaluator/schema.js';
import type { LoopbackBigquery } from '../loopback/loopback-bigquery.js';

/*
 * A small shop in dataset `shop`: five orders of January 2026, worth 60.50 in all, by three customers.
 */

export const ORDERS: Table = {
  fields: [
    { name: 'id', type: 'INT64' },
    { name: 'ts', type: 'TIMESTAMP' },
    { name: 'amount', type: 'NUMERIC' },
    { name: 'customer', type: 'STRING' },
    { name: 'status', type: 'STRING' },
  ],
  rows: [
    ['1', '2026-01-02T10:00:00Z', '10.00', 'ann', 'paid'],
    ['2', '2026-01-03T10:00:00Z', '20.00', 'bob', 'paid'],
    ['3', '2026-01-03T11:00:00Z', '5.50', 'ann', 'void'],
    ['4', '2026-01-09T10:00:00Z', '25.00', 'cy', 'paid'],
    ['5', '2026-02-01T00:00:00Z', '99.00', 'cy', 'paid'],
  ],
};

export const REVENUE = '60.5';
export const CUSTOMERS = 3;

export function openShop(loopback: LoopbackBigquery, orders: Table = ORDERS): void {
  loopback.store.createDataset('shop', 'US');
  loopback.store.put('shop.orders', orders, {}, Date.parse('2026-01-01T00:00:00Z'));
}

/** January's revenue and customers. */
export function january(changes: { readonly table?: string; readonly column?: string } = {}): MeasurementRequest {
  const orders = fact('orders', { source: { table: changes.table ?? 'shop.orders' } });
  const measures = [
    measure('revenue', 'orders', { sum: changes.column ?? 'amount' }),
    measure('customers', 'orders', { countDistinct: 'customer' }),
  ];
  const of = terms({ term: { from: '2026-01-01', to: '2026-01-31' }, definitions: { facts: [orders], measures } });
  return request(of, { asOf: '2026-02-05', periods: ['2026-01'] });
}
