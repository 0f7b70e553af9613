-- Purchases and refunds of the GA4 export. The constant bounds of _TABLE_SUFFIX keep the scan to these tables and leave events_intraday_* out.
-- Copies are looked for from 92 days before the term on; the first of them counts.
-- GA4 导出中的购买与退款。_TABLE_SUFFIX 的固定范围使查询只扫描这些表，并略去 events_intraday_*。
-- 自合同期开始前 92 天起查找重复记录，以首条为准。
WITH events AS (
  SELECT
    PARSE_DATE('%Y%m%d', event_date) AS export_day,
    event_name,
    event_timestamp,
    user_pseudo_id,
    COALESCE(
      NULLIF(NULLIF(TRIM(ecommerce.transaction_id), ''), '(not set)'),
      NULLIF(NULLIF(TRIM((SELECT p.value.string_value FROM UNNEST(event_params) AS p WITH OFFSET AS i WHERE p.key = 'transaction_id' ORDER BY i LIMIT 1)), ''), '(not set)'),
      CAST((SELECT p.value.int_value FROM UNNEST(event_params) AS p WITH OFFSET AS i WHERE p.key = 'transaction_id' ORDER BY i LIMIT 1) AS STRING)
    ) AS transaction_id,
    UPPER(COALESCE((SELECT p.value.string_value FROM UNNEST(event_params) AS p WITH OFFSET AS i WHERE p.key = 'currency' ORDER BY i LIMIT 1), {{currency}})) AS currency,
    CAST(ecommerce.purchase_revenue AS NUMERIC) AS revenue,
    CAST(ecommerce.refund_value AS NUMERIC) AS refund
  FROM `{{dataset}}.events_*`
  WHERE _TABLE_SUFFIX BETWEEN '{{earlier}}' AND '{{to}}'
),
-- A purchase with an id is told by it. What has no id cannot be told from another: all of it counts.
-- 有编号的购买按编号识别；没有编号的彼此无法区分，全部计入。
purchases AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY transaction_id ORDER BY event_timestamp, revenue, currency, user_pseudo_id) AS copy
  FROM events
  WHERE event_name = 'purchase'
),
-- The same amount given back for the same transaction within a day of the one before is that one, sent again.
-- 同一交易在前一笔退款后一天之内再次退还同一金额的，视为同一笔退款的重复发送。
repeated AS (
  SELECT
    *,
    LAG(event_timestamp) OVER (PARTITION BY transaction_id, refund, currency ORDER BY event_timestamp, user_pseudo_id) AS same_before
  FROM events
  WHERE event_name = 'refund'
),
refunds AS (
  SELECT
    r.*,
    p.revenue AS sold,
    SUM(r.refund) OVER (
      PARTITION BY r.transaction_id
      ORDER BY r.event_timestamp, r.refund, r.currency, r.user_pseudo_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS refunded
  FROM repeated AS r
  LEFT JOIN purchases AS p ON p.transaction_id = r.transaction_id AND p.currency = r.currency AND p.copy = 1
  WHERE r.transaction_id IS NULL OR r.same_before IS NULL OR r.event_timestamp - r.same_before > 86400000000
),
-- Never more is taken back for a transaction than it brought in, where its purchase is there.
-- 购买记录存在的交易，扣回的金额不超过其收入。
counted AS (
  SELECT 'purchase' AS event, transaction_id, user_pseudo_id, event_timestamp, export_day, revenue, CAST(NULL AS NUMERIC) AS refund, currency
  FROM purchases
  WHERE transaction_id IS NULL OR copy = 1
  UNION ALL
  SELECT
    'refund', transaction_id, user_pseudo_id, event_timestamp, export_day, CAST(NULL AS NUMERIC),
    CASE
      WHEN sold IS NULL OR refund IS NULL OR refunded <= sold THEN refund
      WHEN refunded - refund < sold THEN sold - (refunded - refund)
      ELSE 0
    END,
    currency
  FROM refunds
),
numbered AS (
  SELECT
    *,
    CONCAT(event, '/', COALESCE(transaction_id, ''), '/', COALESCE(user_pseudo_id, ''), '/', CAST(event_timestamp AS STRING)) AS place_key
  FROM counted
)
SELECT
  CONCAT(place_key, '/', CAST(ROW_NUMBER() OVER (PARTITION BY place_key ORDER BY revenue, refund, currency) AS STRING)) AS event_key,
  event,
  TIMESTAMP_MICROS(event_timestamp) AS event_at,
  revenue,
  refund,
  currency,
  DATE_SUB(export_day, INTERVAL 3 DAY) AS final_before
FROM numbered
UNION ALL
SELECT
  CONCAT('export/', CAST(export_day AS STRING)),
  'export',
  TIMESTAMP(export_day),
  CAST(0 AS NUMERIC),
  CAST(0 AS NUMERIC),
  CAST(NULL AS STRING),
  DATE_SUB(export_day, INTERVAL 3 DAY)
FROM (SELECT DISTINCT export_day FROM events)
