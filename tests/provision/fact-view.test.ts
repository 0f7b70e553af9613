import { expect, it } from 'vitest';
import { factQuery } from '../../src/provision/fact-view.js';
import { fact, measure, terms } from '../build-terms.js';

it('a header is one name, whatever it holds: no sign of it ends its quotes', () => {
  const columns = [
    { name: 'id', header: 'Order ID', time: null, strip: [] },
    { name: 'amount', header: 'a`, (SELECT 1) AS `b\\', time: null, strip: [] },
  ];
  const orders = fact('orders', { source: { table: 'shop.orders', columns } as never, grain: ['id'] });
  const { definitions } = terms({
    term: { from: '2026-01-01', to: '2026-01-31' },
    definitions: { facts: [orders], measures: [measure('amount', 'orders', { sum: 'amount' })] },
  });
  const query = factQuery(orders, definitions, 'proj') ?? '';
  expect(query).toContain('`Order ID` AS `id`');
  expect(query).toContain('`a\\`, (SELECT 1) AS \\`b\\\\` AS `amount`');
});
