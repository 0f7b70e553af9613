-- Purchases and refunds of the GA4 export. The constant bounds of _TABLE_SUFFIX keep the scan to the term's tables and leave events_intraday_* out.
WITH events AS (
  SELECT
    PARSE_DATE('%Y%m%d', event_date) AS export_day,
    event_name,
    event_timestamp,
    user_pseudo_id,
    NULLIF(NULLIF(COALESCE(ecommerce.transaction_id, (SELECT p.value.string_value FROM UNNEST(event_params) AS p WITH OFFSET AS i WHERE p.key = 'transaction_id' ORDER BY i LIMIT 1)), ''), '(not set)') AS transaction_id,
    (SELECT p.value.string_value FROM UNNEST(event_params) AS p WITH OFFSET AS i WHERE p.key = 'currency' ORDER BY i LIMIT 1) AS event_currency,
    CAST(ecommerce.purchase_revenue AS NUMERIC) AS purchase_revenue,
    CAST(ecommerce.refund_value AS NUMERIC) AS refund_value
  FROM `{{dataset}}.events_*`
  WHERE _TABLE_SUFFIX BETWEEN '{{from}}' AND '{{to}}'
),
keyed AS (
  SELECT
    *,
    CASE
      WHEN event_name = 'purchase' AND transaction_id IS NOT NULL THEN CONCAT('purchase/', transaction_id)
      ELSE CONCAT(event_name, '/', COALESCE(transaction_id, ''), '/', COALESCE(user_pseudo_id, ''), '/', CAST(event_timestamp AS STRING))
    END AS event_key
  FROM events
  WHERE event_name IN ('purchase', 'refund')
),
numbered AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY event_key ORDER BY event_timestamp, purchase_revenue, refund_value, event_currency) AS place
  FROM keyed
)
SELECT
  event_key,
  event_name AS event,
  TIMESTAMP_MICROS(event_timestamp) AS event_at,
  purchase_revenue AS revenue,
  refund_value AS refund,
  UPPER(COALESCE(event_currency, {{currency}})) AS currency,
  DATE_SUB(export_day, INTERVAL 3 DAY) AS final_before
FROM numbered
WHERE place = 1
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
