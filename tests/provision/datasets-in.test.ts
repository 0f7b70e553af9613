import { expect, test } from 'vitest';
import { PACKS } from '../../src/generated/packs.js';
import { datasetsIn } from '../../src/query/dialects/bigquery-view.js';

test.each([
  ['SELECT a FROM shop.orders', ['shop']],
  ['SELECT a FROM orders', []],
  ['SELECT o.x FROM `shop.orders` AS o, o.items AS i LEFT JOIN ads.spend s ON s.a = o.b, fx.rates', ['ads', 'fx', 'shop']],
  ['SELECT EXTRACT(DAY FROM o.ts), o.a IS DISTINCT FROM o.b FROM orders.orders AS orders', ['orders']],
  ['SELECT EXTRACT(DAY FROM orders.ts), orders.b FROM orders.orders', ['orders']],
  ['WITH x AS (SELECT * FROM `other-project`.shop.orders) SELECT (SELECT SUM(v) FROM y.items) FROM x AS y', ['other-project.shop']],
  ['SELECT ARRAY(SELECT a FROM o.items) FROM shop.orders o WHERE o.c IN (1, 2)', ['shop']],
  ['SELECT a.b, c.d FROM (SELECT * FROM shop.a) AS a, second.c AS c ORDER BY a.b, c.d', ['second', 'shop']],
  ['SELECT y, o.x AS shop FROM shop.orders o', ['shop']],
  ['SELECT TRIM(BOTH x FROM a.b) FROM s.t -- FROM c.d\n/* JOIN e.f */', ['s']],
  ["SELECT 'FROM a.b' FROM s.t UNION ALL SELECT 1 FROM u.v", ['s', 'u']],
  ["SELECT * FROM `events.events_*` WHERE _TABLE_SUFFIX BETWEEN '1' AND '2'", ['events']],
  ['SELECT item FROM UNNEST([1, 2]) AS item, s.t', ['s']],
])('%s', (text, datasets) => {
  expect(datasetsIn(text)).toEqual(datasets);
});

test('every view of the shipped packs reads the one dataset of its pack', () => {
  for (const [name, pack] of Object.entries(PACKS)) {
    for (const view of pack.views)
      expect([name, view.name, datasetsIn(view.bigquery.replaceAll('{{dataset}}', 'raw'))]).toEqual([name, view.name, ['raw']]);
  }
});
