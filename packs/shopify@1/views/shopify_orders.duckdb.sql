-- Orders in the shop's own currency; valid ones are neither tests nor cancelled. An order that was deleted in Shopify stays in the table, marked.
SELECT
  o.id AS order_id,
  o.processed_at AS ordered_at,
  o.customer_id,
  o.financial_status,
  NOT COALESCE(o.test, FALSE) AND o.cancelled_at IS NULL AS is_valid,
  CAST(o.subtotal_price AS DECIMAL(38, 9)) AS item_value,
  CAST(o.total_discounts AS DECIMAL(38, 9)) AS discounts,
  o.currency,
  o.customer_id IS NOT NULL AND ROW_NUMBER() OVER (
    PARTITION BY
      o.customer_id,
      NOT COALESCE(o.test, FALSE) AND o.cancelled_at IS NULL AND o.financial_status IN ('paid', 'partially_refunded', 'refunded')
    ORDER BY o.processed_at NULLS LAST, o.id
  ) = 1 AS is_first_order
FROM "{{dataset}}"."order" AS o
WHERE NOT COALESCE(o._fivetran_deleted, FALSE)
