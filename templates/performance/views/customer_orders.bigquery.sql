-- Paid orders, and whether each is the first of its customer, by e-mail address; one without an address is nobody's first.
-- 已付款订单，及是否为该顾客（按邮箱识别）的首单；没有邮箱的订单不计为首单。
SELECT
  Name AS order_id,
  `Paid at` AS paid_at,
  Email IS NOT NULL
    AND ROW_NUMBER() OVER (PARTITION BY LOWER(TRIM(Email)) ORDER BY `Paid at`, Name) = 1 AS is_first
FROM shopify.orders
WHERE `Paid at` IS NOT NULL AND `Financial Status` IN ('paid', 'partially_refunded', 'refunded')
