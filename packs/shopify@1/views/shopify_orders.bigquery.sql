-- Orders in the shop's own currency, as entries: a paid one on its day, its cancellation on the day it was cancelled, so that a
-- cancellation takes back what was counted even when the order's period is closed. An order whose status is not known is undefined.
-- One that was deleted in Shopify stays in the table, marked: it is left out, unless a cancellation or a refund has taken it back,
-- which would be undone in an open period while the order's own is closed.
-- 订单以店铺本币记为分录：付款记在付款当日，取消记在取消当日，因此即使订单所在结算期已结，取消仍会扣回已计入的金额。
-- 状态未知的订单，数值无法确定。在 Shopify 中删除的订单仍留在表中并带有标记：不予计入，除非已被取消或退款扣回；
-- 否则会在未结的结算期撤销扣回，而订单自身的结算期已结。
WITH orders AS (
  SELECT
    o.id AS order_id,
    o.customer_id,
    o.processed_at,
    o.cancelled_at,
    CASE WHEN o.{{status}} IS NOT NULL THEN 1 END AS counted,
{{?giftCards=none}}    CAST(o.{{subtotal}} AS NUMERIC) AS item_value,
{{?giftCards=apart}}    CAST(o.{{subtotal}} AS NUMERIC) - CASE WHEN g.order_id IS NULL THEN 0 ELSE g.amount END AS item_value,
    o.{{currencyOf}} AS currency
  FROM `{{dataset}}.order` AS o
{{?giftCards=apart}}  LEFT JOIN (
{{?giftCards=apart}}    SELECT
{{?giftCards=apart}}      order_id,
{{?giftCards=apart}}      CASE
{{?giftCards=apart}}        WHEN COUNT(*) = COUNT({{linePrice}} * quantity)
{{?giftCards=apart}}        THEN SUM(CAST({{linePrice}} AS NUMERIC) * CAST(quantity AS INT64) - COALESCE(CAST({{lineDiscount}} AS NUMERIC), 0))
{{?giftCards=apart}}      END AS amount
{{?giftCards=apart}}    FROM `{{dataset}}.order_line`
{{?giftCards=apart}}    WHERE {{isGiftCard}}
{{?giftCards=apart}}    GROUP BY order_id
{{?giftCards=apart}}  ) AS g ON g.order_id = o.id
  WHERE NOT COALESCE(o.test, FALSE)
    AND (
      NOT COALESCE(o._fivetran_deleted, FALSE)
      OR o.cancelled_at IS NOT NULL
      OR LOWER(o.{{status}}) IN ('partially_refunded', 'refunded')
    )
    AND COALESCE(LOWER(o.{{status}}) IN ('paid', 'partially_refunded', 'refunded'), TRUE)
),
entries AS (
  SELECT order_id, 'order' AS entry, customer_id, processed_at AS entered_at, counted AS change, item_value, currency FROM orders
  UNION ALL
  SELECT order_id, 'cancelled', customer_id, cancelled_at, -counted, item_value, currency FROM orders WHERE cancelled_at IS NOT NULL
),
standing AS (
  SELECT
    *,
    SUM(change) OVER (
      PARTITION BY customer_id ORDER BY entered_at NULLS LAST, change DESC NULLS LAST, order_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS orders_left
  FROM entries
)
SELECT
  order_id,
  entry,
  entered_at,
  customer_id,
  change * item_value AS item_value,
  change AS orders,
  CASE
    WHEN change IS NULL THEN NULL
    WHEN customer_id IS NULL THEN 0
    WHEN change = 1 AND orders_left = 1 THEN 1
    WHEN change = -1 AND orders_left = 0 THEN -1
    ELSE 0
  END AS customers,
  currency
FROM standing
