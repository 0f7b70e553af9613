-- What customers got back for goods: refunded lines, and what was given back besides. Adjustments are negative where money left the
-- shop. A refund belongs to its own day, and to the order's currency. Only refunds of orders that count are here: what was not
-- counted is not taken back. A cancellation takes the whole order back, and so the refunds before it; those after it are part of it.
-- A refund whose order is not there, or has no known status, is undefined.
-- 退还给顾客的商品款：退货行，以及另行退还的金额。流出店铺的调整为负数。退款计入其自身日期，以订单币种计。
-- 此处只有计入的订单的退款：未计入的不予扣回。取消会扣回整单，也就包括此前的退款；此后的退款是其中一部分。
-- 订单不存在或状态未知的退款，数值无法确定。
WITH refunds AS (
  SELECT
    r.id AS refund_id,
    {{refundedAt}} AS refunded_at,
    o.cancelled_at,
    CASE
      WHEN o.id IS NOT NULL AND o.{{status}} IS NOT NULL
      THEN CASE WHEN l.refund_id IS NULL THEN 0 ELSE l.amount END - CASE WHEN a.refund_id IS NULL THEN 0 ELSE a.amount END
    END AS amount,
    o.{{currencyOf}} AS currency
  FROM `{{dataset}}.refund` AS r
  LEFT JOIN `{{dataset}}.order` AS o ON o.id = r.order_id
  LEFT JOIN (
    SELECT l.refund_id, CASE WHEN COUNT(*) = COUNT(l.{{refundValue}}) THEN SUM(CAST(l.{{refundValue}} AS NUMERIC)) END AS amount
    FROM `{{dataset}}.{{refundLines}}` AS l
{{?giftCards=apart}}    LEFT JOIN `{{dataset}}.order_line` AS s ON s.id = l.order_line_id
{{?giftCards=apart}}    WHERE NOT COALESCE(s.{{isGiftCard}}, FALSE)
    GROUP BY l.refund_id
  ) AS l ON l.refund_id = r.id
  LEFT JOIN (
    SELECT refund_id, CASE WHEN COUNT(*) = COUNT({{adjustment}}) THEN SUM(CAST({{adjustment}} AS NUMERIC)) END AS amount
    FROM `{{dataset}}.order_adjustment`
    WHERE {{adjustsGoods}}
    GROUP BY refund_id
  ) AS a ON a.refund_id = r.id
  WHERE NOT COALESCE(o.test, FALSE)
    AND (
      NOT COALESCE(o._fivetran_deleted, FALSE)
      OR o.cancelled_at IS NOT NULL
      OR LOWER(o.{{status}}) IN ('partially_refunded', 'refunded')
    )
    AND COALESCE(LOWER(o.{{status}}) IN ('paid', 'partially_refunded', 'refunded'), TRUE)
)
SELECT refund_id, 'refund' AS entry, refunded_at AS entered_at, amount, currency
FROM refunds
WHERE cancelled_at IS NULL OR refunded_at < cancelled_at
UNION ALL
SELECT refund_id, 'cancelled', cancelled_at, -amount, currency
FROM refunds
WHERE refunded_at < cancelled_at
