-- One row per customer: when the first order was paid. Test orders and payments that were never captured do not count.
-- 每位顾客一行：首笔订单的付款时间；测试订单与未收款订单不计。
SELECT
  customer_id,
  MIN(paid_at) AS first_paid_at
FROM shop.orders
WHERE payment = 'captured' AND NOT COALESCE(is_test, FALSE)
GROUP BY customer_id
