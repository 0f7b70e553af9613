-- Sessions of the GA4 export: the number in event_params is unique only together with the user's pseudonym and the stream.
-- GA4 导出中的会话：event_params 中的编号须与用户的匿名标识及数据流合在一起才唯一。
WITH events AS (
  SELECT
    PARSE_DATE('%Y%m%d', event_date) AS export_day,
    event_timestamp,
    stream_id,
    user_pseudo_id,
    (SELECT p.value.int_value FROM UNNEST(event_params) AS p WITH OFFSET AS i WHERE p.key = 'ga_session_id' ORDER BY i LIMIT 1) AS session_id
  FROM `{{dataset}}.events_*`
  WHERE _TABLE_SUFFIX BETWEEN '{{from}}' AND '{{to}}'
)
SELECT
  CONCAT(COALESCE(stream_id, ''), '/', user_pseudo_id, '/', CAST(session_id AS STRING)) AS session_key,
  'session' AS kind,
  TIMESTAMP_MICROS(MIN(event_timestamp)) AS started_at,
  DATE_SUB(MAX(export_day), INTERVAL 3 DAY) AS final_before
FROM events
WHERE user_pseudo_id IS NOT NULL AND session_id IS NOT NULL
GROUP BY stream_id, user_pseudo_id, session_id
UNION ALL
SELECT CONCAT('export/', CAST(export_day AS STRING)), 'export', TIMESTAMP(export_day), DATE_SUB(export_day, INTERVAL 3 DAY)
FROM (SELECT DISTINCT export_day FROM events)
