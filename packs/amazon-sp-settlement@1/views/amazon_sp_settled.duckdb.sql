-- The goods of one marketplace in settlements, as Amazon wrote them once. The first row of a settlement is its total, which alone names the
-- currency. Airbyte may load a report several times, and then the total stands there as often: a row must stand there a multiple of that,
-- and counts once per load. A settlement counts when all its rows add up to its total; else rows are missing, loaded in part or no numbers,
-- and it is undefined. A time in another form than the site's stops the measurement.
-- 单个站点结算报告中的商品款，每条亚马逊记录只计一次。每份结算的首行为其总额，也只有它写明币种。
-- Airbyte 可能多次载入同一份报告，总额行随之重复：其他行的重复次数须为总额行的整数倍，每次载入计一次。各行之和与总额相符的
-- 结算才计入；否则是缺行、载入不全或含非数字，数值无法确定。时间写法与该站点不符的，停止取数。
WITH loaded AS (
  SELECT
    CAST(settlement_id AS VARCHAR) AS settlement_id,
    COALESCE(CAST(transaction_type AS VARCHAR), '') AS transaction_type,
    COALESCE(CAST(order_id AS VARCHAR), '') AS order_id,
    COALESCE(CAST(order_item_code AS VARCHAR), '') AS order_item_code,
    COALESCE(CAST(shipment_id AS VARCHAR), '') AS shipment_id,
    COALESCE(CAST(adjustment_id AS VARCHAR), '') AS adjustment_id,
    COALESCE(CAST(merchant_adjustment_item_id AS VARCHAR), '') AS merchant_adjustment_item_id,
    COALESCE(CAST(sku AS VARCHAR), '') AS sku,
    COALESCE(CAST(promotion_id AS VARCHAR), '') AS promotion_id,
    COALESCE(CAST(marketplace_name AS VARCHAR), '') AS marketplace_name,
    COALESCE(CAST(amount_type AS VARCHAR), '') AS amount_type,
    COALESCE(CAST(amount_description AS VARCHAR), '') AS amount_description,
    COALESCE(CAST(posted_date_time AS VARCHAR), '') AS posted_date_time,
    COALESCE(CAST(amount AS VARCHAR), '') AS written,
    COALESCE(CAST(total_amount AS VARCHAR), '') AS written_total,
    NULLIF(currency, '') AS currency
  FROM "{{dataset}}".GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2
),
lines AS (
  SELECT
    settlement_id,
    transaction_type, order_id, order_item_code, shipment_id, adjustment_id, merchant_adjustment_item_id, sku,
    promotion_id, marketplace_name, amount_type, amount_description, posted_date_time,
    written,
    CASE
      WHEN regexp_full_match(written, '-?\d{1,28}([{{point}}]\d{1,9})?')
      THEN CAST(REPLACE(written, '{{point}}', '.') AS DECIMAL(38, 9))
    END AS amount,
    COUNT(*) AS copies
  FROM loaded
  WHERE written_total = ''
  GROUP BY
    settlement_id,
    transaction_type, order_id, order_item_code, shipment_id, adjustment_id, merchant_adjustment_item_id, sku,
    promotion_id, marketplace_name, amount_type, amount_description, posted_date_time,
    written
),
totals AS (
  SELECT
    settlement_id,
    COUNT(*) AS loads,
    CASE WHEN COUNT(*) = COUNT(total) AND MIN(total) = MAX(total) THEN MAX(total) END AS total,
    CASE WHEN COUNT(*) = COUNT(currency) AND MIN(currency) = MAX(currency) THEN MAX(currency) END AS currency
  FROM (
    SELECT
      settlement_id,
      currency,
      CASE
        WHEN regexp_full_match(written_total, '-?\d{1,28}([{{point}}]\d{1,9})?')
        THEN CAST(REPLACE(written_total, '{{point}}', '.') AS DECIMAL(38, 9))
      END AS total
    FROM loaded
    WHERE written_total <> ''
  ) AS t
  GROUP BY settlement_id
),
settlements AS (
  SELECT
    t.settlement_id,
    t.currency,
    CASE
      WHEN COUNT(*) = COUNT(l.amount)
        AND SUM(MOD(l.copies, t.loads)) = 0
        AND SUM(l.amount * CAST(l.copies AS DECIMAL(9, 0))) = MAX(t.total) * CAST(MAX(t.loads) AS DECIMAL(9, 0))
      THEN MAX(t.loads)
    END AS loads
  FROM totals AS t
  JOIN lines AS l ON l.settlement_id = t.settlement_id
  GROUP BY t.settlement_id, t.currency
)
SELECT
  l.settlement_id,
  l.transaction_type, l.order_id, l.order_item_code, l.shipment_id, l.adjustment_id, l.merchant_adjustment_item_id,
  l.sku, l.promotion_id, l.marketplace_name, l.amount_type, l.amount_description, l.posted_date_time,
  l.written,
  strptime(l.posted_date_time, '{{clock}}') AT TIME ZONE 'UTC' AS posted_at,
  l.amount * CAST(l.copies // s.loads AS DECIMAL(9, 0)) AS amount,
  s.currency
FROM lines AS l
LEFT JOIN settlements AS s ON s.settlement_id = l.settlement_id
WHERE LOWER(l.marketplace_name) = LOWER('{{marketplace}}')
  AND l.amount_type IN ('ItemPrice', 'Promotion')
  AND l.amount_description = 'Principal'
