import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** Part of the file's name: another number means other rows, so that no old file is taken for a new one. */
const EDITION = 1;

/**
 * The orders of a shop from 2025-06-01 to 2026-07-31, as a deterministic function of the row's number: two seasons a
 * year, nearly in the order in which they were placed, as an export has them. Payment is approved within the hour for most, within
 * three days for some, never for one in 25. `order_id` and `customer_id` are dense, `order_ref` and `customer_ref` are
 * the same keys with gaps, as platforms hand them out. The `dirty` orders also repeat keys within and across months and
 * lack amounts.
 */
const SELECT = ({ rows, dirty }) => `
WITH numbered AS (
  SELECT range AS n, CAST(hash(range) >> 1 AS BIGINT) AS a, CAST(hash(range, 1) >> 1 AS BIGINT) AS b, CAST(hash(range, 2) >> 1 AS BIGINT) AS c,
    (range + 0.5) / ${rows} AS u FROM range(${rows})
), placed AS (
  SELECT *, make_timestamptz((1748736000 + CAST((u + 0.03 * sin(4 * pi() * u)) * 426 * 86400 AS BIGINT) + a % 1800) * 1000000) AS ordered_at,
    (['approved', 'shipped', 'delivered', 'cancelled', 'returned'])[
      CASE WHEN a // 7 % 100 < 8 THEN 1 WHEN a // 7 % 100 < 20 THEN 2 WHEN a // 7 % 100 < 90 THEN 3 WHEN a // 7 % 100 < 96 THEN 4 ELSE 5 END] AS status,
    b // 11 % ${Math.max(1, Math.floor(rows / 5))} AS customer
  FROM numbered
)
SELECT
  n + 1 AS order_id,
  5000000000000 + n * 104729 + a % 100000 AS order_ref,
  ordered_at,
  CASE WHEN b % 25 = 0 THEN NULL
    ELSE ordered_at + to_seconds(CASE WHEN b % 5 = 1 THEN c % 259200 ELSE c % 3600 END) END AS approved_at,
  status,
  (['web', 'app', 'social', 'live', 'marketplace', 'store'])[1 + least(a // 1000 % 6, a // 7000 % 6)] AS channel,
  (['US', 'CA', 'GB', 'DE', 'FR', 'JP', 'AU', 'MX', 'BR', 'SG', 'IT', 'ES'])[1 + least(b // 1000 % 12, b // 13000 % 12)] AS country,
  c % 200 = 0 AS is_test,
  c // 200 % 4 = 0 AS is_first_order,
  customer + 1 AS customer_id,
  7000000000000 + customer * 7919 AS customer_ref,
  ${dirty ? 'CASE WHEN a % 5003 <> 1 THEN' : "CASE WHEN status <> 'cancelled' OR a % 97 <> 1 THEN"}
    CAST(5 + (b // 3 % 9000) * (b // 29000 % 9000) / 270000 AS DECIMAL(18, 2)) END AS item_value,
  CAST((c // 900 % 2500) / 100 AS DECIMAL(18, 2)) AS freight,
  CAST(CASE WHEN c // 7 % 3 = 0 THEN (a // 900 % 4000) / 100 ELSE 0 END AS DECIMAL(18, 2)) AS discount,
  CAST(1 + least(a // 77 % 6, b // 77 % 6) AS INTEGER) AS quantity
FROM placed ORDER BY n`;

/** Keys once more: a minute later, and in another month. */
const WITH_REPEATS = (select, rows) => `
WITH once AS (${select})
FROM once
UNION ALL FROM (SELECT * REPLACE (approved_at + INTERVAL 1 MINUTE AS approved_at) FROM once WHERE order_id % 2000 = 7)
UNION ALL FROM (SELECT * REPLACE (approved_at + INTERVAL 70 DAY AS approved_at) FROM once WHERE order_id % 2000 = 9 AND order_id < ${rows * 0.7})`;

/**
 * Path of the Parquet file with that many orders; it is made when it is not there yet.
 * @param {{ folder: string, rows: number, dirty?: boolean, log: (text: string) => void }} options
 */
export async function ordersFile({ folder, rows, dirty = false, log }) {
  const data = join(folder, `orders-${EDITION}-${rows}${dirty ? '-dirty' : ''}`);
  const path = join(data, 'shop', 'orders.parquet');
  if (existsSync(path)) return { data, path };
  log(`generating ${rows.toLocaleString('en')} orders`);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.draft`;
  rmSync(draft, { force: true });
  const select = SELECT({ rows, dirty });
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(`COPY (${dirty ? WITH_REPEATS(select, rows) : select}) TO '${draft.replaceAll("'", "''")}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  renameSync(draft, path);
  return { data, path };
}
