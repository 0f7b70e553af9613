-- The items of orders that count: a list of what counts, since a status that is new is not known to be money. An order whose items are
-- not there, or whose amounts are no numbers, is undefined, as is one without a status. An item of which no unit is left was cancelled.
-- An order is counted at its first item. Amounts may be text or numbers, and text may have thousands (8,099.24); a comma without a
-- point could be either, and is no number.
-- 计入的订单的商品行：只列明计入的状态，因为新出现的状态未必代表收款。商品行缺失、金额不是数字或没有状态的订单，数值无法确定。
-- 数量已为零的商品行视为已取消。订单按其首个商品行计数。金额可以是文本或数字，文本可带千位分隔（8,099.24）；
-- 只有逗号而没有小数点的写法有两种读法，不作数字。
WITH items AS (
  SELECT
    o.amazon_order_id AS order_id,
    COALESCE(CAST(i.order_item_id AS VARCHAR), '') AS item_id,
    CAST(o.purchase_date AS TIMESTAMPTZ) AS purchased_at,
    o.order_status,
    CAST(i.item_price_amount AS VARCHAR) AS price,
    COALESCE(CAST(i.promotion_discount_amount AS VARCHAR), '0') AS discount,
    CASE WHEN COALESCE(i.promotion_discount_currency_code, i.item_price_currency_code) = i.item_price_currency_code THEN i.item_price_currency_code END AS currency,
    CASE o.marketplace_id
      WHEN 'ATVPDKIKX0DER' THEN 'amazon.com'
      WHEN 'A2EUQ1WTGCTBG2' THEN 'amazon.ca'
      WHEN 'A1AM78C64UM0Y8' THEN 'amazon.com.mx'
      WHEN 'A2Q3Y263D00KWC' THEN 'amazon.com.br'
      WHEN 'A1F83G8C2ARO7P' THEN 'amazon.co.uk'
      WHEN 'A1PA6795UKMFR9' THEN 'amazon.de'
      WHEN 'A13V1IB3VIYZZH' THEN 'amazon.fr'
      WHEN 'APJ6JRA9NG5V4' THEN 'amazon.it'
      WHEN 'A1RKKUPIHCS9HS' THEN 'amazon.es'
      WHEN 'A1805IZSGTT6HS' THEN 'amazon.nl'
      WHEN 'A2NODRKZP88ZB9' THEN 'amazon.se'
      WHEN 'A1C3SOZRARQ6R3' THEN 'amazon.pl'
      WHEN 'AMEN7PMS3EDWL' THEN 'amazon.com.be'
      WHEN 'A28R8C7NBKEWEA' THEN 'amazon.ie'
      WHEN 'A33AVAJ2PDY3EV' THEN 'amazon.com.tr'
      WHEN 'A2VIGQ35RCS4UG' THEN 'amazon.ae'
      WHEN 'A17E79C6D8DWNP' THEN 'amazon.sa'
      WHEN 'ARBP9OOSHTCHU' THEN 'amazon.eg'
      WHEN 'A21TJRUUN4KGV' THEN 'amazon.in'
      WHEN 'AE08WJ6YKNBMC' THEN 'amazon.co.za'
      WHEN 'A1VC38T7YXB528' THEN 'amazon.co.jp'
      WHEN 'A19VAU5U5O7RUS' THEN 'amazon.sg'
      WHEN 'A39IBJ37TRP1C6' THEN 'amazon.com.au'
    END AS marketplace,
    o.marketplace_id
  FROM "{{dataset}}".orders AS o
  LEFT JOIN "{{dataset}}".order_item AS i ON i.amazon_order_id = o.amazon_order_id
  WHERE COALESCE(i.quantity_ordered, 1) <> 0
    AND COALESCE(LOWER(CAST(o.is_replacement_order AS VARCHAR)), '') <> 'true'
    AND COALESCE(o.order_status IN ('Unshipped', 'PartiallyShipped', 'Shipped', 'InvoiceUnconfirmed'), TRUE)
)
SELECT
  order_id,
  item_id,
  purchased_at,
  CASE
    WHEN order_status IS NOT NULL
    THEN CASE WHEN item_id = MIN(item_id) OVER (PARTITION BY order_id) THEN 1 ELSE 0 END
  END AS orders,
  CASE
    WHEN order_status IS NOT NULL
    THEN CASE WHEN regexp_full_match(price, '-?(\d{1,28}([.]\d{1,9})?|\d{1,3}(,\d{3}){1,8}[.]\d{1,9})') THEN CAST(replace(price, ',', '') AS DECIMAL(38, 9)) END
      - CASE WHEN regexp_full_match(discount, '-?(\d{1,28}([.]\d{1,9})?|\d{1,3}(,\d{3}){1,8}[.]\d{1,9})') THEN CAST(replace(discount, ',', '') AS DECIMAL(38, 9)) END
  END AS item_value,
  currency
FROM items
WHERE LOWER('{{marketplace}}') IN (marketplace, LOWER(marketplace_id))
