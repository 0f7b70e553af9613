-- What customers got back for goods: refunded lines, and refunds that name no line. Adjustments are negative where money left the shop;
-- those of shipping are none of goods. A refund belongs to its own day, and to the order's currency;
-- that of a cancelled order is not valid, as the order itself is not.
SELECT
  r.id AS refund_id,
  COALESCE(r.processed_at, r.created_at) AS refunded_at,
  COALESCE(l.amount, 0) - COALESCE(a.amount, 0) AS amount,
  o.currency,
  NOT COALESCE(o.test, FALSE) AND o.cancelled_at IS NULL AS is_valid
FROM "{{dataset}}".refund AS r
LEFT JOIN "{{dataset}}"."order" AS o ON o.id = r.order_id
LEFT JOIN (
  SELECT refund_id, SUM(CAST(subtotal AS DECIMAL(38, 9))) AS amount FROM "{{dataset}}".order_line_refund GROUP BY refund_id
) AS l ON l.refund_id = r.id
LEFT JOIN (
  SELECT refund_id, SUM(CAST(amount AS DECIMAL(38, 9))) AS amount FROM "{{dataset}}".order_adjustment WHERE kind = 'refund_discrepancy' GROUP BY refund_id
) AS a ON a.refund_id = r.id
WHERE NOT COALESCE(o._fivetran_deleted, FALSE)
