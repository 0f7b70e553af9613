-- Sessions of the GA4 export: the number in event_params is unique only together with the user's pseudonym and the stream.
-- GA4 导出中的会话：event_params 中的编号须与用户的匿名标识及数据流合在一起才唯一。
WITH events AS (
  SELECT
    CAST(strptime(event_date, '%Y%m%d') AS DATE) AS export_day,
    event_timestamp,
    stream_id,
    user_pseudo_id,
    list_filter(event_params, lambda p: p.key = 'ga_session_id')[1].value.int_value AS session_id
  FROM "{{dataset}}".events
  WHERE event_date BETWEEN '{{from}}' AND '{{to}}'
)
SELECT
  COALESCE(stream_id, '') || '/' || user_pseudo_id || '/' || CAST(session_id AS VARCHAR) AS session_key,
  'session' AS kind,
  make_timestamptz(min(event_timestamp)) AS started_at,
  CAST(max(export_day) - INTERVAL 3 DAY AS DATE) AS final_before
FROM events
WHERE user_pseudo_id IS NOT NULL AND session_id IS NOT NULL
GROUP BY stream_id, user_pseudo_id, session_id
UNION ALL
SELECT 'export/' || CAST(export_day AS VARCHAR), 'export', CAST(export_day AS TIMESTAMPTZ), CAST(export_day - INTERVAL 3 DAY AS DATE)
FROM (SELECT DISTINCT export_day FROM events)
