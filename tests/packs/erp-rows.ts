import type { Scenario } from './scenario.js';
import { of, table } from './tables.js';

/** A line that is paid, refunded in part in April and again in May; one of another marketplace with the same numbers; one of March. */
export const ERP: Scenario = {
  name: 'erp-landing',
  use: { pack: 'erp-landing@1' },
  metrics: ['erp_net_sales', 'erp_refund_rate', 'erp_net_units'],
  tables: new Map([
    [
      'erp.order_lines',
      table(
        [
          ...of('STRING', 'marketplace', 'order_id', 'line_id', 'sku', 'currency'),
          ...of('INT64', 'entry', 'quantity'),
          ...of('FLOAT64', 'paid', 'refunded'),
          ...of('TIMESTAMP', 'occurred_at', 'loaded_at'),
        ],
        (
          [
            ['amazon.de', '1', '3', '90.15', '0', '2026-04-03T10:00:00Z'],
            ['amazon.de', '2', '-1', '0', '30.05', '2026-04-20T10:00:00Z'],
            ['amazon.de', '3', '-1', '0', '30.05', '2026-05-02T10:00:00Z'],
            ['shopee.my', '1', '1', '9.85', '0', '2026-04-30T23:59:59Z'],
            ['tiktok', '1', '5', '500', '0', '2026-03-31T23:59:59Z'],
          ] as const
        ).map(([marketplace, entry, quantity, paid, refunded, at]) => ({
          marketplace,
          order_id: '1',
          line_id: '1',
          entry,
          sku: 'TEA',
          currency: 'USD',
          quantity,
          paid,
          refunded,
          occurred_at: at,
          loaded_at: '2026-05-10T00:00:00Z',
        })),
      ),
    ],
  ]),
};
