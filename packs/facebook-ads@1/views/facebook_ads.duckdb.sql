-- The account's currency stands with the account; an account with two currencies has none.
-- 币种以账户为准；出现两种币种的账户视为没有币种。
SELECT
  REPLACE(CAST(i.AdAccountId AS VARCHAR), 'act_', '') AS account_id,
  COALESCE(CAST(i.CampaignId AS VARCHAR), '') AS campaign_id,
  COALESCE(CAST(i.AdSetId AS VARCHAR), '') AS ad_set_id,
  COALESCE(CAST(i.AdId AS VARCHAR), '') AS ad_id,
  CAST(i.DateStart AS DATE) AS day,
  CAST(i.Spend AS DECIMAL(38, 9)) AS spend,
  CAST(i.Clicks AS BIGINT) AS clicks,
  a.currency
FROM "{{dataset}}".AdInsights AS i
LEFT JOIN (
  SELECT REPLACE(CAST(AccountId AS VARCHAR), 'act_', '') AS account_id, CASE WHEN MIN(Currency) = MAX(Currency) THEN MAX(Currency) END AS currency
  FROM "{{dataset}}".AdAccounts
  GROUP BY 1
) AS a ON a.account_id = REPLACE(CAST(i.AdAccountId AS VARCHAR), 'act_', '')
