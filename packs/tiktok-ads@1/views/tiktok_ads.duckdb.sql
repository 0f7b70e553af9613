-- One row per ad and day. Airbyte loads the latest days again and again: the latest load counts, and where two of one instant differ there
-- is no figure. Metrics are texts within a JSON column; a text that is no number is none.
-- 每条广告每天一行。Airbyte 会反复载入最近日期：以最后一次载入为准，同一时刻的两次载入不一致的，没有数值。
-- 各项指标是 JSON 列中的文本；不是数字的文本视为没有数值。
WITH loaded AS (
  SELECT
    CAST(ad_id AS VARCHAR) AS ad_id,
    CAST(stat_time_day AS DATE) AS day,
    json_extract_string(CAST(metrics AS JSON), '$.spend') AS spend,
    json_extract_string(CAST(metrics AS JSON), '$.clicks') AS clicks,
    RANK() OVER (PARTITION BY ad_id, CAST(stat_time_day AS DATE) ORDER BY _airbyte_extracted_at DESC) AS load_rank
  FROM "{{dataset}}".ads_reports_daily
),
latest AS (
  SELECT
    ad_id,
    day,
    CASE WHEN COUNT(*) = COUNT(spend) AND MIN(spend) = MAX(spend) THEN MAX(spend) END AS spend,
    CASE WHEN COUNT(*) = COUNT(clicks) AND MIN(clicks) = MAX(clicks) THEN MAX(clicks) END AS clicks
  FROM loaded
  WHERE load_rank = 1
  GROUP BY ad_id, day
)
SELECT
  ad_id,
  day,
  CASE WHEN regexp_full_match(spend, '\d{1,28}([.]\d{1,9})?') THEN CAST(spend AS DECIMAL(38, 9)) END AS spend,
  CASE WHEN regexp_full_match(clicks, '\d{1,18}') THEN CAST(clicks AS BIGINT) END AS clicks,
  {{currency}} AS currency
FROM latest
