---- duckdb ----
-- sums and counts per day by ts
WITH part AS MATERIALIZED (SELECT (((epoch_us("ts") + CASE WHEN "ts" >= make_timestamptz(1772953200000000) THEN 86399985600000000 ELSE 86399982000000000 END) // 86400000000) - 1000000) AS k0, count(*) AS a0 FROM "shop"."sales" WHERE ("ts" >= make_timestamptz(1772341200000000) AND "ts" < make_timestamptz(1777608000000000)) GROUP BY 1) SELECT CAST(0 AS VARCHAR) AS item, CAST(k0 AS VARCHAR) AS day, CAST(NULL AS VARCHAR) AS currency, CAST(sum(a0) AS VARCHAR) AS row_count, CAST(NULL AS VARCHAR) AS filled, CAST(NULL AS VARCHAR) AS fitting, CAST(NULL AS VARCHAR) AS total FROM part WHERE (a0 > 0 AND k0 BETWEEN 20513 AND 20573 AND TRUE) GROUP BY k0;

-- sums and counts per day by ts
WITH part AS MATERIALIZED (SELECT (((epoch_us("ts") + CASE WHEN "ts" >= make_timestamptz(1772953200000000) THEN 86399985600000000 ELSE 86399982000000000 END) // 86400000000) - 1000000) AS k0, count(CASE WHEN TRUE THEN 1 END) AS a0 FROM "shop"."sales" WHERE ("ts" >= make_timestamptz(1772341200000000) AND "ts" < make_timestamptz(1777608000000000)) GROUP BY 1) SELECT CAST(0 AS VARCHAR) AS item, CAST(k0 AS VARCHAR) AS day, CAST(NULL AS VARCHAR) AS currency, CAST(sum(a0) AS VARCHAR) AS row_count, CAST(NULL AS VARCHAR) AS filled, CAST(NULL AS VARCHAR) AS fitting, CAST(NULL AS VARCHAR) AS total FROM part WHERE (a0 > 0 AND k0 BETWEEN 20513 AND 20573) GROUP BY k0;

-- whether id repeats by ts
SELECT CAST(row_count AS VARCHAR) AS row_count, CAST(filled AS VARCHAR) AS filled, CAST(key_count AS VARCHAR) AS key_count FROM (SELECT count(*) AS row_count, count(k) AS filled, count(k) - count(CASE WHEN k = p THEN 1 END) AS key_count FROM (SELECT k, lag(k) OVER (ORDER BY k) AS p FROM (SELECT "id" AS k FROM "shop"."sales" WHERE ("ts" >= make_timestamptz(1772341200000000) AND "ts" < make_timestamptz(1777608000000000))) AS keyed) AS sorted) AS n;

-- repeated id by ts
WITH keyed AS MATERIALIZED (SELECT * FROM (SELECT CASE WHEN "ts" < make_timestamptz(1775016000000000) THEN CASE WHEN "ts" < make_timestamptz(1772341200000000) THEN NULL ELSE 0 END ELSE CASE WHEN "ts" < make_timestamptz(1777608000000000) THEN 1 ELSE NULL END END AS p, (((epoch_us("ts") + CASE WHEN "ts" >= make_timestamptz(1772953200000000) THEN 86399985600000000 ELSE 86399982000000000 END) // 86400000000) - 1000000) AS d, hash("id") AS h, "id" AS k0 FROM "shop"."sales" WHERE ("ts" >= make_timestamptz(1772341200000000) AND "ts" < make_timestamptz(1777608000000000))) AS r WHERE p IS NOT NULL), suspects AS (SELECT h FROM keyed GROUP BY h HAVING count(*) > 1), daily AS MATERIALIZED (SELECT p, h, k0, d, count(*) AS c FROM keyed WHERE h IN (SELECT h FROM suspects) GROUP BY p, h, k0, d), firsts AS MATERIALIZED (SELECT p, h, k0, min(d) AS f, sum(c) AS n FROM daily GROUP BY p, h, k0), twice AS (SELECT b.p, b.h, b.k0, min(CASE WHEN b.d > a.f OR b.c > 1 THEN b.d END) AS s FROM firsts AS a JOIN daily AS b ON a.p = b.p AND a.h = b.h AND a.k0 IS NOT DISTINCT FROM b.k0 WHERE a.n > 1 GROUP BY b.p, b.h, b.k0) SELECT CAST(p AS VARCHAR) AS period, CAST(NULL AS VARCHAR) AS earlier, CAST(s AS VARCHAR) AS day, CAST(count(*) AS VARCHAR) AS total FROM twice GROUP BY p, s UNION ALL SELECT CAST(b.p AS VARCHAR), CAST(a.p AS VARCHAR), CAST(b.f AS VARCHAR), CAST(count(*) AS VARCHAR) FROM firsts AS a JOIN firsts AS b ON a.p < b.p AND a.h = b.h AND a.k0 IS NOT DISTINCT FROM b.k0 GROUP BY b.p, a.p, b.f;

-- latest ts
SELECT CAST(count(*) AS VARCHAR) AS row_count, CAST(epoch_us(min("ts")) AS VARCHAR) AS earliest, CAST(epoch_us(max("ts")) AS VARCHAR) AS latest FROM "shop"."sales";

-- latest ts
SELECT CAST(count(*) AS VARCHAR) AS row_count, CAST(epoch_us(min("ts")) AS VARCHAR) AS earliest, CAST(epoch_us(max("ts")) AS VARCHAR) AS latest FROM "shop"."sales" WHERE ("ts" >= make_timestamptz(1772683200000000) AND "ts" < make_timestamptz(1778040000000000));

-- rows without ts
SELECT CAST(count(*) AS VARCHAR) AS row_count FROM "shop"."sales" WHERE "ts" IS NULL;

---- bigquery ----
-- sums and counts per day by ts
SELECT CAST(item AS STRING) AS item, CAST(day AS STRING) AS day, currency, CAST(SUM(row_count) AS STRING) AS row_count, CAST(SUM(filled) AS STRING) AS filled, CAST(SUM(fitting) AS STRING) AS fitting, CAST(SUM(total) AS STRING) AS total FROM (SELECT arm.* FROM (SELECT (DIV((UNIX_MICROS(`ts`) + CASE WHEN `ts` >= TIMESTAMP '2026-03-08T07:00:00Z' THEN 86399985600000000 ELSE 86399982000000000 END), 86400000000) - 1000000) AS k0, count(*) AS a0 FROM `acme-reporting.shop.sales` WHERE (`ts` >= TIMESTAMP '2026-03-01T05:00:00Z' AND `ts` < TIMESTAMP '2026-05-01T04:00:00Z') GROUP BY 1) AS part, UNNEST([STRUCT(0 AS item, k0 AS day, CAST(NULL AS STRING) AS currency, a0 AS row_count, CAST(NULL AS INT64) AS filled, CAST(NULL AS INT64) AS fitting, CAST(NULL AS BIGNUMERIC) AS total, (a0 > 0 AND k0 BETWEEN 20513 AND 20573 AND TRUE) AS chosen)]) AS arm) AS spread WHERE chosen GROUP BY spread.item, spread.day, spread.currency;

-- sums and counts per day by ts
SELECT CAST(item AS STRING) AS item, CAST(day AS STRING) AS day, currency, CAST(SUM(row_count) AS STRING) AS row_count, CAST(SUM(filled) AS STRING) AS filled, CAST(SUM(fitting) AS STRING) AS fitting, CAST(SUM(total) AS STRING) AS total FROM (SELECT arm.* FROM (SELECT (DIV((UNIX_MICROS(`ts`) + CASE WHEN `ts` >= TIMESTAMP '2026-03-08T07:00:00Z' THEN 86399985600000000 ELSE 86399982000000000 END), 86400000000) - 1000000) AS k0, count(CASE WHEN TRUE THEN 1 END) AS a0 FROM `acme-reporting.shop.sales` WHERE (`ts` >= TIMESTAMP '2026-03-01T05:00:00Z' AND `ts` < TIMESTAMP '2026-05-01T04:00:00Z') GROUP BY 1) AS part, UNNEST([STRUCT(0 AS item, k0 AS day, CAST(NULL AS STRING) AS currency, a0 AS row_count, CAST(NULL AS INT64) AS filled, CAST(NULL AS INT64) AS fitting, CAST(NULL AS BIGNUMERIC) AS total, (a0 > 0 AND k0 BETWEEN 20513 AND 20573) AS chosen)]) AS arm) AS spread WHERE chosen GROUP BY spread.item, spread.day, spread.currency;

-- whether id repeats by ts
SELECT CAST(row_count AS STRING) AS row_count, CAST(filled AS STRING) AS filled, CAST(key_count AS STRING) AS key_count FROM (SELECT COUNT(*) AS row_count, COUNT(`id`) AS filled, COUNT(DISTINCT `id`) AS key_count FROM `acme-reporting.shop.sales` WHERE (`ts` >= TIMESTAMP '2026-03-01T05:00:00Z' AND `ts` < TIMESTAMP '2026-05-01T04:00:00Z')) AS n;

-- repeated id by ts
WITH keyed AS (SELECT * FROM (SELECT CASE WHEN `ts` < TIMESTAMP '2026-04-01T04:00:00Z' THEN CASE WHEN `ts` < TIMESTAMP '2026-03-01T05:00:00Z' THEN NULL ELSE 0 END ELSE CASE WHEN `ts` < TIMESTAMP '2026-05-01T04:00:00Z' THEN 1 ELSE NULL END END AS p, (DIV((UNIX_MICROS(`ts`) + CASE WHEN `ts` >= TIMESTAMP '2026-03-08T07:00:00Z' THEN 86399985600000000 ELSE 86399982000000000 END), 86400000000) - 1000000) AS d, FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(`id`))) AS h, `id` AS k0 FROM `acme-reporting.shop.sales` WHERE (`ts` >= TIMESTAMP '2026-03-01T05:00:00Z' AND `ts` < TIMESTAMP '2026-05-01T04:00:00Z')) AS r WHERE p IS NOT NULL), suspects AS (SELECT h FROM keyed GROUP BY h HAVING count(*) > 1), daily AS (SELECT p, h, k0, d, count(*) AS c FROM keyed WHERE h IN (SELECT h FROM suspects) GROUP BY p, h, k0, d), firsts AS (SELECT p, h, k0, min(d) AS f, sum(c) AS n FROM daily GROUP BY p, h, k0), twice AS (SELECT b.p, b.h, b.k0, min(CASE WHEN b.d > a.f OR b.c > 1 THEN b.d END) AS s FROM firsts AS a JOIN daily AS b ON a.p = b.p AND a.h = b.h AND a.k0 IS NOT DISTINCT FROM b.k0 WHERE a.n > 1 GROUP BY b.p, b.h, b.k0) SELECT CAST(p AS STRING) AS period, CAST(NULL AS STRING) AS earlier, CAST(s AS STRING) AS day, CAST(count(*) AS STRING) AS total FROM twice GROUP BY p, s UNION ALL SELECT CAST(b.p AS STRING), CAST(a.p AS STRING), CAST(b.f AS STRING), CAST(count(*) AS STRING) FROM firsts AS a JOIN firsts AS b ON a.p < b.p AND a.h = b.h AND a.k0 IS NOT DISTINCT FROM b.k0 GROUP BY b.p, a.p, b.f;

-- latest ts
SELECT CAST(count(*) AS STRING) AS row_count, CAST(UNIX_MICROS(min(`ts`)) AS STRING) AS earliest, CAST(UNIX_MICROS(max(`ts`)) AS STRING) AS latest FROM `acme-reporting.shop.sales`;

-- latest ts
SELECT CAST(count(*) AS STRING) AS row_count, CAST(UNIX_MICROS(min(`ts`)) AS STRING) AS earliest, CAST(UNIX_MICROS(max(`ts`)) AS STRING) AS latest FROM `acme-reporting.shop.sales` WHERE (`ts` >= TIMESTAMP '2026-03-05T04:00:00Z' AND `ts` < TIMESTAMP '2026-05-06T04:00:00Z');

-- rows without ts
SELECT CAST(count(*) AS STRING) AS row_count FROM `acme-reporting.shop.sales` WHERE `ts` IS NULL;
