-- Purchases and refunds of the GA4 export; the daily tables are the files of the folder {{dataset}}/events.
WITH events AS (
  SELECT
    CAST(strptime(event_date, '%Y%m%d') AS DATE) AS export_day,
    event_name,
    event_timestamp,
    user_pseudo_id,
    NULLIF(NULLIF(COALESCE(ecommerce.transaction_id, list_filter(event_params, lambda p: p.key = 'transaction_id')[1].value.string_value), ''), '(not set)') AS transaction_id,
    list_filter(event_params, lambda p: p.key = 'currency')[1].value.string_value AS event_currency,
    CAST(ecommerce.purchase_revenue AS DECIMAL(38, 9)) AS purchase_revenue,
    CAST(ecommerce.refund_value AS DECIMAL(38, 9)) AS refund_value
  FROM "{{dataset}}".events
  WHERE event_date BETWEEN '{{from}}' AND '{{to}}'
),
keyed AS (
  SELECT
    *,
    CASE
      WHEN event_name = 'purchase' AND transaction_id IS NOT NULL THEN 'purchase/' || transaction_id
      ELSE event_name || '/' || COALESCE(transaction_id, '') || '/' || COALESCE(user_pseudo_id, '') || '/' || CAST(event_timestamp AS VARCHAR)
    END AS event_key
  FROM events
  WHERE event_name IN ('purchase', 'refund')
),
numbered AS (
  SELECT *, row_number() OVER (PARTITION BY event_key ORDER BY event_timestamp, purchase_revenue NULLS FIRST, refund_value NULLS FIRST, event_currency NULLS FIRST) AS place
  FROM keyed
)
SELECT
  event_key,
  event_name AS event,
  make_timestamptz(event_timestamp) AS event_at,
  purchase_revenue AS revenue,
  refund_value AS refund,
  upper(COALESCE(event_currency, {{currency}})) AS currency,
  CAST(export_day - INTERVAL 3 DAY AS DATE) AS final_before
FROM numbered
WHERE place = 1
UNION ALL
SELECT
  'export/' || CAST(export_day AS VARCHAR),
  'export',
  CAST(export_day AS TIMESTAMPTZ),
  CAST(0 AS DECIMAL(38, 9)),
  CAST(0 AS DECIMAL(38, 9)),
  NULL,
  CAST(export_day - INTERVAL 3 DAY AS DATE)
FROM (SELECT DISTINCT export_day FROM events)
