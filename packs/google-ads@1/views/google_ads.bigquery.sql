-- Costs are whole millionths of the account's currency, which only the account's own snapshot names; two different
-- ones are none.
-- 费用以账户币种的百万分之一为单位的整数记录，币种只见于账户自身的快照；出现两种币种的视为没有币种。
SELECT
  CAST(s.customer_id AS STRING) AS customer_id,
  CAST(s.campaign_id AS STRING) AS campaign_id,
  s.segments_date AS day,
  COALESCE(s.segments_ad_network_type, '') AS network,
  COALESCE(s.segments_device, '') AS device,
  COALESCE(s.segments_slot, '') AS slot,
  CAST(s.metrics_cost_micros AS NUMERIC) * NUMERIC '0.000001' AS cost,
  s.metrics_clicks AS clicks,
  CAST(s.metrics_conversions_value AS NUMERIC) AS conversion_value,
  c.currency
FROM `{{dataset}}.ads_CampaignBasicStats_{{account}}` AS s
LEFT JOIN (
  SELECT customer_id, CASE WHEN MIN(customer_currency_code) = MAX(customer_currency_code) THEN MAX(customer_currency_code) END AS currency
  FROM `{{dataset}}.ads_Customer_{{account}}`
  WHERE _DATA_DATE = _LATEST_DATE
  GROUP BY customer_id
) AS c ON c.customer_id = s.customer_id
WHERE s._DATA_DATE BETWEEN PARSE_DATE('%Y%m%d', '{{from}}') AND PARSE_DATE('%Y%m%d', '{{to}}')
