---- duckdb ----
-- sums and counts per day by wall
WITH part AS MATERIALIZED (SELECT (((epoch_us("wall") + CASE WHEN "wall" >= make_timestamp(1774731600000000) THEN 86400021600000000 WHEN "wall" >= make_timestamp(1772938800000000) THEN 86400018000000000 ELSE 86400021600000000 END) // 86400000000) - 1000000) AS k0, "ccy" AS k1, count(*) AS a0, count("amount") AS a1, sum("amount") AS a2 FROM "shop"."sales" WHERE ("wall" >= make_timestamp(1772301600000000) AND "wall" < make_timestamp(1777572000000000)) GROUP BY 1, 2) SELECT CAST(0 AS VARCHAR) AS item, CAST(k0 AS VARCHAR) AS day, CAST(NULL AS VARCHAR) AS currency, CAST(sum(a0) AS VARCHAR) AS row_count, CAST(NULL AS VARCHAR) AS filled, CAST(NULL AS VARCHAR) AS fitting, CAST(NULL AS VARCHAR) AS total FROM part WHERE (a0 > 0 AND k0 BETWEEN 20513 AND 20573 AND TRUE) GROUP BY k0 UNION ALL SELECT CAST(1 AS VARCHAR) AS item, CAST(k0 AS VARCHAR) AS day, k1 AS currency, CAST(sum(a0) AS VARCHAR) AS row_count, CAST(sum(a1) AS VARCHAR) AS filled, CAST(sum(a1) AS VARCHAR) AS fitting, CAST(sum(a2) AS VARCHAR) AS total FROM part WHERE (a0 > 0 AND k0 BETWEEN 20513 AND 20573 AND TRUE) GROUP BY k0, k1;

-- sums and counts per day by wall
WITH part AS MATERIALIZED (SELECT (((epoch_us("wall") + CASE WHEN "wall" >= make_timestamp(1774731600000000) THEN 86400021600000000 WHEN "wall" >= make_timestamp(1772938800000000) THEN 86400018000000000 ELSE 86400021600000000 END) // 86400000000) - 1000000) AS k0, "ccy" AS k1, count(CASE WHEN TRUE THEN 1 END) AS a0, count(CASE WHEN TRUE THEN 1 END) AS a1, count(CASE WHEN TRUE THEN "amount" END) AS a2, sum(CASE WHEN TRUE THEN "amount" END) AS a3 FROM "shop"."sales" WHERE ("wall" >= make_timestamp(1772301600000000) AND "wall" < make_timestamp(1777572000000000)) GROUP BY 1, 2) SELECT CAST(0 AS VARCHAR) AS item, CAST(k0 AS VARCHAR) AS day, CAST(NULL AS VARCHAR) AS currency, CAST(sum(a0) AS VARCHAR) AS row_count, CAST(NULL AS VARCHAR) AS filled, CAST(NULL AS VARCHAR) AS fitting, CAST(NULL AS VARCHAR) AS total FROM part WHERE (a0 > 0 AND k0 BETWEEN 20513 AND 20573) GROUP BY k0 UNION ALL SELECT CAST(1 AS VARCHAR) AS item, CAST(k0 AS VARCHAR) AS day, k1 AS currency, CAST(sum(a1) AS VARCHAR) AS row_count, CAST(sum(a2) AS VARCHAR) AS filled, CAST(sum(a2) AS VARCHAR) AS fitting, CAST(sum(a3) AS VARCHAR) AS total FROM part WHERE (a1 > 0 AND k0 BETWEEN 20513 AND 20573) GROUP BY k0, k1;

-- whether id repeats by wall
SELECT CAST(row_count AS VARCHAR) AS row_count, CAST(filled AS VARCHAR) AS filled, CAST(key_count AS VARCHAR) AS key_count FROM (SELECT count(*) AS row_count, count(k) AS filled, count(k) - count(CASE WHEN k = p THEN 1 END) AS key_count FROM (SELECT k, lag(k) OVER (ORDER BY k) AS p FROM (SELECT "id" AS k FROM "shop"."sales" WHERE ("wall" >= make_timestamp(1772301600000000) AND "wall" < make_timestamp(1777572000000000))) AS keyed) AS sorted) AS n;

-- repeated id by wall
WITH keyed AS MATERIALIZED (SELECT * FROM (SELECT CASE WHEN "wall" < make_timestamp(1774980000000000) THEN CASE WHEN "wall" < make_timestamp(1772938800000000) THEN CASE WHEN "wall" < make_timestamp(1772301600000000) THEN NULL ELSE 0 END ELSE 0 END ELSE CASE WHEN "wall" < make_timestamp(1777572000000000) THEN 1 ELSE NULL END END AS p, hash("id") AS h, "id" AS k0 FROM "shop"."sales" WHERE ("wall" >= make_timestamp(1772301600000000) AND "wall" < make_timestamp(1777572000000000))) AS r WHERE p IS NOT NULL), suspects AS (SELECT h FROM keyed GROUP BY h HAVING count(*) > 1), counted AS MATERIALIZED (SELECT p, h, k0, count(*) AS n FROM keyed WHERE h IN (SELECT h FROM suspects) GROUP BY p, h, k0) SELECT CAST(p AS VARCHAR) AS period, CAST(NULL AS VARCHAR) AS earlier, CAST(count(*) AS VARCHAR) AS total FROM counted WHERE n > 1 GROUP BY p UNION ALL SELECT CAST(b.p AS VARCHAR), CAST(a.p AS VARCHAR), CAST(count(*) AS VARCHAR) FROM counted AS a JOIN counted AS b ON a.h = b.h AND a.p < b.p AND a.k0 IS NOT DISTINCT FROM b.k0 GROUP BY b.p, a.p;

-- latest wall
SELECT CAST(count(*) AS VARCHAR) AS row_count, CAST(count("wall") AS VARCHAR) AS filled, CAST(epoch_us(max("wall")) AS VARCHAR) AS latest FROM "shop"."sales";

-- latest wall
SELECT CAST(count(*) AS VARCHAR) AS row_count, CAST(count("wall") AS VARCHAR) AS filled, CAST(epoch_us(max("wall")) AS VARCHAR) AS latest FROM "shop"."sales" WHERE ("wall" >= make_timestamp(1772643600000000) AND "wall" < make_timestamp(1772938800000000));

-- latest wall
SELECT CAST(count(*) AS VARCHAR) AS row_count, CAST(count("wall") AS VARCHAR) AS filled, CAST(epoch_us(max("wall")) AS VARCHAR) AS latest FROM "shop"."sales" WHERE ("wall" >= make_timestamp(1772938800000000) AND "wall" < make_timestamp(1778004000000000));

-- rows without wall
SELECT CAST(count(*) AS VARCHAR) AS row_count FROM "shop"."sales" WHERE "wall" IS NULL;

-- rates by day
SELECT CAST(("day" - DATE '1970-01-01') AS VARCHAR) AS day, "currency" AS currency, CAST(count(*) AS VARCHAR) AS rates, CAST(count("amount") AS VARCHAR) AS fitting, CAST(min("amount") AS VARCHAR) AS rate FROM "shop"."rates" WHERE ("day" >= DATE '2026-02-22' AND "day" <= DATE '2026-04-30' AND "amount" IS NOT NULL AND "currency" IS NOT NULL) GROUP BY "day", "currency";

---- bigquery ----
-- sums and counts per day by wall
SELECT CAST(item AS STRING) AS item, CAST(day AS STRING) AS day, currency, CAST(SUM(row_count) AS STRING) AS row_count, CAST(SUM(filled) AS STRING) AS filled, CAST(SUM(fitting) AS STRING) AS fitting, CAST(SUM(total) AS STRING) AS total FROM (SELECT arm.* FROM (SELECT (DIV((UNIX_MICROS(TIMESTAMP(`wall`, 'UTC')) + CASE WHEN `wall` >= DATETIME '2026-03-28T21:00:00' THEN 86400021600000000 WHEN `wall` >= DATETIME '2026-03-08T03:00:00' THEN 86400018000000000 ELSE 86400021600000000 END), 86400000000) - 1000000) AS k0, `ccy` AS k1, count(*) AS a0, count(`amount`) AS a1, SUM(CAST(`amount` AS BIGNUMERIC)) AS a2 FROM `acme-reporting.shop.sales` WHERE (`wall` >= DATETIME '2026-02-28T18:00:00' AND `wall` < DATETIME '2026-04-30T18:00:00') GROUP BY 1, 2) AS part, UNNEST([STRUCT(0 AS item, k0 AS day, CAST(NULL AS STRING) AS currency, a0 AS row_count, CAST(NULL AS INT64) AS filled, CAST(NULL AS INT64) AS fitting, CAST(NULL AS BIGNUMERIC) AS total, (a0 > 0 AND k0 BETWEEN 20513 AND 20573 AND TRUE) AS chosen), STRUCT(1 AS item, k0 AS day, k1 AS currency, a0 AS row_count, a1 AS filled, a1 AS fitting, a2 AS total, (a0 > 0 AND k0 BETWEEN 20513 AND 20573 AND TRUE) AS chosen)]) AS arm) AS spread WHERE chosen GROUP BY spread.item, spread.day, spread.currency;

-- sums and counts per day by wall
SELECT CAST(item AS STRING) AS item, CAST(day AS STRING) AS day, currency, CAST(SUM(row_count) AS STRING) AS row_count, CAST(SUM(filled) AS STRING) AS filled, CAST(SUM(fitting) AS STRING) AS fitting, CAST(SUM(total) AS STRING) AS total FROM (SELECT arm.* FROM (SELECT (DIV((UNIX_MICROS(TIMESTAMP(`wall`, 'UTC')) + CASE WHEN `wall` >= DATETIME '2026-03-28T21:00:00' THEN 86400021600000000 WHEN `wall` >= DATETIME '2026-03-08T03:00:00' THEN 86400018000000000 ELSE 86400021600000000 END), 86400000000) - 1000000) AS k0, `ccy` AS k1, count(CASE WHEN TRUE THEN 1 END) AS a0, count(CASE WHEN TRUE THEN 1 END) AS a1, count(CASE WHEN TRUE THEN `amount` END) AS a2, SUM(CAST(CASE WHEN TRUE THEN `amount` END AS BIGNUMERIC)) AS a3 FROM `acme-reporting.shop.sales` WHERE (`wall` >= DATETIME '2026-02-28T18:00:00' AND `wall` < DATETIME '2026-04-30T18:00:00') GROUP BY 1, 2) AS part, UNNEST([STRUCT(0 AS item, k0 AS day, CAST(NULL AS STRING) AS currency, a0 AS row_count, CAST(NULL AS INT64) AS filled, CAST(NULL AS INT64) AS fitting, CAST(NULL AS BIGNUMERIC) AS total, (a0 > 0 AND k0 BETWEEN 20513 AND 20573) AS chosen), STRUCT(1 AS item, k0 AS day, k1 AS currency, a1 AS row_count, a2 AS filled, a2 AS fitting, a3 AS total, (a1 > 0 AND k0 BETWEEN 20513 AND 20573) AS chosen)]) AS arm) AS spread WHERE chosen GROUP BY spread.item, spread.day, spread.currency;

-- whether id repeats by wall
SELECT CAST(row_count AS STRING) AS row_count, CAST(filled AS STRING) AS filled, CAST(key_count AS STRING) AS key_count FROM (SELECT COUNT(*) AS row_count, COUNT(`id`) AS filled, COUNT(DISTINCT `id`) AS key_count FROM `acme-reporting.shop.sales` WHERE (`wall` >= DATETIME '2026-02-28T18:00:00' AND `wall` < DATETIME '2026-04-30T18:00:00')) AS n;

-- repeated id by wall
WITH keyed AS (SELECT * FROM (SELECT CASE WHEN `wall` < DATETIME '2026-03-31T18:00:00' THEN CASE WHEN `wall` < DATETIME '2026-03-08T03:00:00' THEN CASE WHEN `wall` < DATETIME '2026-02-28T18:00:00' THEN NULL ELSE 0 END ELSE 0 END ELSE CASE WHEN `wall` < DATETIME '2026-04-30T18:00:00' THEN 1 ELSE NULL END END AS p, FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(`id`))) AS h, `id` AS k0 FROM `acme-reporting.shop.sales` WHERE (`wall` >= DATETIME '2026-02-28T18:00:00' AND `wall` < DATETIME '2026-04-30T18:00:00')) AS r WHERE p IS NOT NULL), suspects AS (SELECT h FROM keyed GROUP BY h HAVING count(*) > 1), counted AS (SELECT p, h, k0, count(*) AS n FROM keyed WHERE h IN (SELECT h FROM suspects) GROUP BY p, h, k0) SELECT CAST(p AS STRING) AS period, CAST(NULL AS STRING) AS earlier, CAST(count(*) AS STRING) AS total FROM counted WHERE n > 1 GROUP BY p UNION ALL SELECT CAST(b.p AS STRING), CAST(a.p AS STRING), CAST(count(*) AS STRING) FROM counted AS a JOIN counted AS b ON a.h = b.h AND a.p < b.p AND a.k0 IS NOT DISTINCT FROM b.k0 GROUP BY b.p, a.p;

-- latest wall
SELECT CAST(count(*) AS STRING) AS row_count, CAST(count(`wall`) AS STRING) AS filled, CAST(UNIX_MICROS(TIMESTAMP(max(`wall`), 'UTC')) AS STRING) AS latest FROM `acme-reporting.shop.sales`;

-- latest wall
SELECT CAST(count(*) AS STRING) AS row_count, CAST(count(`wall`) AS STRING) AS filled, CAST(UNIX_MICROS(TIMESTAMP(max(`wall`), 'UTC')) AS STRING) AS latest FROM `acme-reporting.shop.sales` WHERE (`wall` >= DATETIME '2026-03-04T17:00:00' AND `wall` < DATETIME '2026-03-08T03:00:00');

-- latest wall
SELECT CAST(count(*) AS STRING) AS row_count, CAST(count(`wall`) AS STRING) AS filled, CAST(UNIX_MICROS(TIMESTAMP(max(`wall`), 'UTC')) AS STRING) AS latest FROM `acme-reporting.shop.sales` WHERE (`wall` >= DATETIME '2026-03-08T03:00:00' AND `wall` < DATETIME '2026-05-05T18:00:00');

-- rows without wall
SELECT CAST(count(*) AS STRING) AS row_count FROM `acme-reporting.shop.sales` WHERE `wall` IS NULL;

-- rates by day
SELECT CAST(UNIX_DATE(`day`) AS STRING) AS day, `currency` AS currency, CAST(count(*) AS STRING) AS rates, CAST(count(`amount`) AS STRING) AS fitting, CAST(min(`amount`) AS STRING) AS rate FROM `acme-reporting.shop.rates` WHERE (`day` >= DATE '2026-02-22' AND `day` <= DATE '2026-04-30' AND `amount` IS NOT NULL AND `currency` IS NOT NULL) GROUP BY `day`, `currency`;
