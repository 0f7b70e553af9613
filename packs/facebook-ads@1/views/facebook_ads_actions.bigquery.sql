-- ActionCollection tells counts (Actions) from money (ActionValues); ActionType says of what.
-- ActionCollection 区分次数（Actions）与金额（ActionValues）；ActionType 说明是哪种行为。
SELECT
  REPLACE(CAST(i.AdAccountId AS STRING), 'act_', '') AS account_id,
  COALESCE(CAST(i.CampaignId AS STRING), '') AS campaign_id,
  COALESCE(CAST(i.AdSetId AS STRING), '') AS ad_set_id,
  COALESCE(CAST(i.AdId AS STRING), '') AS ad_id,
  CAST(i.DateStart AS DATE) AS day,
  i.ActionCollection AS collection,
  i.ActionType AS action,
  CAST(i.ActionValue AS NUMERIC) AS value,
  a.currency
FROM `{{dataset}}.AdInsightsActions` AS i
LEFT JOIN (
  SELECT REPLACE(CAST(AccountId AS STRING), 'act_', '') AS account_id, CASE WHEN MIN(Currency) = MAX(Currency) THEN MAX(Currency) END AS currency
  FROM `{{dataset}}.AdAccounts`
  GROUP BY 1
) AS a ON a.account_id = REPLACE(CAST(i.AdAccountId AS STRING), 'act_', '')
