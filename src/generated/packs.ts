// Generated from packs/ by scripts/generate-types.mjs. Do not edit: change the pack and run `npm run types`.
import type { Pack } from '../contract/pack.js';

export const PACKS: Readonly<Record<string, Pack>> = {
  "amazon-business-export@1": {
    "parameters": {
      "dataset": "amazon",
      "custodian": "brand",
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# Amazon Seller Central (amazon.com, English) › Reports › Business Reports › Sales and Traffic by date, by day › Download CSV: amounts with $,\n# days as 1/31/26. Looked at: sellercentral.amazon.com, Business Reports, and files of 2026.\n# 亚马逊卖家平台（amazon.com，英文）› 报告 › 业务报告 › 按日期查看销售与流量，按天 › 下载 CSV：金额带 $，日期形如 1/31/26。\n# 依据：sellercentral.amazon.com《业务报告》及 2026 年文件。\n\nfacts:\n  amazon_business_export:\n    table: \"{{dataset}}.business\"\n    format: { thousands: \",\" }\n    columns:\n      day: { header: Date, time: \"%m/%d/%y\" }\n      sales: { header: Ordered Product Sales, strip: \"$\" }\n      units: Units Ordered\n      sessions: Sessions - Total\n      items: Total Order Items\n    grain: [day]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: business } }\n\nmeasures:\n  amazon_export_ordered_value:\n    definition:\n      en: \"Ordered product sales on amazon.com, on the day of the order, before cancellations, returns and promotions\"\n      zh: amazon.com 已订购商品销售额，按下单日计，未扣取消、退货与促销\n    of: amazon_business_export\n    sum: sales\n    when: day\n    currency: { code: USD }\n  amazon_export_units_ordered: { definition: { en: \"Units ordered on amazon.com, on the day of the order\", zh: amazon.com 已订购商品数量，按下单日计 }, of: amazon_business_export, sum: units, when: day }\n  amazon_export_visits: { title: { en: Amazon sessions, zh: 亚马逊会话数 }, definition: { en: Sessions on amazon.com, zh: amazon.com 会话数 }, of: amazon_business_export, sum: sessions, when: day }\n  amazon_export_items_ordered: { title: { en: Items ordered on Amazon, zh: 亚马逊订单商品总数 }, definition: { en: Order items on amazon.com, zh: amazon.com 订单商品总数 }, of: amazon_business_export, sum: items, when: day }\n\nmetrics:\n  amazon_export_ordered_sales: { title: { en: Amazon ordered product sales, zh: 亚马逊已订购商品销售额 }, formula: amazon_export_ordered_value, unit: money, type: flow }\n  amazon_export_units: { title: { en: Amazon units ordered, zh: 亚马逊已订购商品数量 }, formula: amazon_export_units_ordered, unit: number, type: flow, decimals: 0 }\n  amazon_export_conversion_rate: { title: { en: Amazon order items per session, zh: 亚马逊转化率 }, formula: amazon_export_items_ordered / amazon_export_visits, unit: share, type: ratio, decimals: 2 }\n",
    "views": []
  },
  "amazon-settlement-export@1": {
    "parameters": {
      "dataset": "amazon",
      "custodian": "brand",
      "currency": "required",
      "marketplace": "required",
      "site": {
        "default": "us",
        "ask": true,
        "choices": {
          "us": {
            "clock": "%Y-%m-%d %H:%M:%S UTC",
            "point": "."
          },
          "uk": {
            "clock": "%d.%m.%Y %H:%M:%S UTC",
            "point": "."
          },
          "eu": {
            "clock": "%d.%m.%Y %H:%M:%S UTC",
            "point": ","
          }
        }
      },
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# Amazon Seller Central › Payments › Reports Repository or All Statements › Download Flat File V2: tabs; the first row is the settlement's\n# total and ends early. The only Amazon money that is final. Looked at: developer-docs.amazon.com, GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2,\n# and files of 2026.\n# 亚马逊卖家平台 › 付款 › 报告库 › 下载 Flat File V2：制表符分隔；首行为该期结算合计且列数不足。亚马逊唯一的终局金额。\n# 依据：developer-docs.amazon.com 的 GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2 及 2026 年文件。\n\nfacts:\n  # The total has no posting time, so it is of no day. Rows have no number and two fees may be alike: a row is known by its place in the\n  # settlement's file, which Amazon never writes again.\n  # 合计行没有入账时间，不属于任何一天。各行没有编号，且费用行可能完全相同：以其在结算文件中的位置识别，结算文件一经生成不再变化。\n  amazon_settlement_export:\n    table: \"{{dataset}}.settlement\"\n    format: { delimiter: \"\\t\", ragged: true, decimal: \"{{point}}\", rowNumber: row }\n    columns:\n      settlement_id: settlement-id\n      # Only the total names the currency, once for the rows below it. / 只有合计行写明币种，适用于其下各行。\n      currency: { header: currency, fill: down }\n      type: transaction-type\n      marketplace: marketplace-name\n      amount_type: amount-type\n      description: amount-description\n      amount: amount\n      posted_at: { header: posted-date-time, time: \"{{clock}}\" }\n    grain: [settlement_id, row]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: settlement } }\n\nmeasures:\n  amazon_export_order_value:\n    definition:\n      en: \"Goods value of orders less the seller's promotions, without tax, shipping and fees, on the day that Amazon posted it, before refunds\"\n      zh: 订单商品金额（扣卖家促销，不含税、运费与费用），按亚马逊入账日计，未扣退款\n    of: amazon_settlement_export\n    sum: amount\n    when: { column: posted_at, zone: UTC }\n    where: { type: Order, amount_type: [ItemPrice, Promotion], description: Principal, marketplace: \"{{marketplace}}\" }\n    currency: currency\n  amazon_export_refund_value:\n    title: { en: Amazon refunds, zh: 亚马逊退款额 }\n    definition:\n      en: \"Goods value of refunds, guarantee claims and chargebacks among them, less the promotions taken back, on the day that Amazon posted it; negative\"\n      zh: 退款商品金额（含保障索赔与拒付，扣回促销），按亚马逊入账日计；为负数\n    of: amazon_settlement_export\n    sum: amount\n    when: { column: posted_at, zone: UTC }\n    where:\n      type: [Refund, A-to-z Guarantee Refund, A-to-z Guarantee Claim, Chargeback Refund]\n      amount_type: [ItemPrice, Promotion]\n      description: Principal\n      marketplace: \"{{marketplace}}\"\n    currency: currency\n\nmetrics:\n  amazon_export_sales: { title: { en: Amazon sales before refunds, zh: 亚马逊退款前销售额 }, formula: amazon_export_order_value, unit: money, type: flow }\n  amazon_export_net_sales: { title: { en: Amazon net sales, zh: 亚马逊净销售额 }, formula: amazon_export_order_value + amazon_export_refund_value, unit: money, type: flow }\n  amazon_export_refunds: { title: { en: Amazon refunds, zh: 亚马逊退款 }, formula: -amazon_export_refund_value, unit: money, type: flow }\n",
    "views": []
  },
  "amazon-sp-settlement@1": {
    "parameters": {
      "dataset": "amazon_seller_partner",
      "custodian": "brand",
      "marketplace": "required",
      "site": {
        "default": "us",
        "ask": true,
        "choices": {
          "us": {
            "clock": "%Y-%m-%d %H:%M:%S UTC",
            "point": "."
          },
          "uk": {
            "clock": "%d.%m.%Y %H:%M:%S UTC",
            "point": "."
          },
          "eu": {
            "clock": "%d.%m.%Y %H:%M:%S UTC",
            "point": ","
          }
        }
      }
    },
    "definitions": "# yaml-language-server: $schema=../../schemas/definitions.schema.json\n#\n# Amazon's settlements (Flat File V2), as Airbyte's Seller Partner connector loads them: the only Amazon money that is final. Every value\n# is text; Airbyte writes the report's dashes as underscores. Looked at: Airbyte's schema GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2.json\n# (370d527), and Amazon's notice that the wide form without V2 was removed on 11 November 2026.\n# 亚马逊结算（Flat File V2，Airbyte Seller Partner 结构）：亚马逊唯一的终局金额。各列均为文本，报告列名中的短横线写作下划线。\n# 依据：Airbyte 的 GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2.json（370d527），以及亚马逊关于旧版宽表于 2026 年 11 月 11 日停用的公告。\n\nfacts:\n  # One row per row of a settlement; rows that are alike are one, with what they are together. / 结算报告每行一行；完全相同的行合并，金额相加。\n  amazon_sp_settled:\n    view: amazon_sp_settled\n    grain:\n      - settlement_id\n      - transaction_type\n      - order_id\n      - order_item_code\n      - shipment_id\n      - adjustment_id\n      - merchant_adjustment_item_id\n      - sku\n      - promotion_id\n      - amount_type\n      - posted_date_time\n      - written\n    custodian: \"{{custodian}}\"\n\nmeasures:\n  amazon_sp_order_value:\n    definition:\n      en: \"Goods value of orders of {{marketplace}} less the seller's promotions, without tax, shipping and fees, on the day that Amazon posted it, before refunds\"\n      zh: \"{{marketplace}} 站点订单商品金额（扣卖家促销，不含税、运费与费用），按亚马逊入账日计，未扣退款\"\n    of: amazon_sp_settled\n    sum: amount\n    when: posted_at\n    where: { transaction_type: Order }\n    currency: currency\n  amazon_sp_refund_value:\n    title: { en: Amazon refunds, zh: 亚马逊退款额 }\n    definition:\n      en: \"Goods value of refunds of {{marketplace}}, guarantee claims and chargebacks among them, less the promotions taken back, on the day that Amazon posted it; negative\"\n      zh: \"{{marketplace}} 站点退款商品金额（含保障索赔与拒付，扣回促销），按亚马逊入账日计；为负数\"\n    of: amazon_sp_settled\n    sum: amount\n    when: posted_at\n    where: { transaction_type: [Refund, A-to-z Guarantee Refund, A-to-z Guarantee Claim, Chargeback Refund] }\n    currency: currency\n\nmetrics:\n  amazon_sp_sales: { title: { en: Amazon sales before refunds, zh: 亚马逊退款前销售额 }, formula: amazon_sp_order_value, unit: money, type: flow }\n  amazon_sp_net_sales: { title: { en: Amazon net sales, zh: 亚马逊净销售额 }, formula: amazon_sp_order_value + amazon_sp_refund_value, unit: money, type: flow }\n  amazon_sp_refunds: { title: { en: Amazon refunds, zh: 亚马逊退款 }, formula: -amazon_sp_refund_value, unit: money, type: flow }\n",
    "views": [
      {
        "name": "amazon_sp_settled",
        "bigquery": "-- The goods of one marketplace in settlements, as Amazon wrote them once. The first row of a settlement is its total, which alone names the\n-- currency. Airbyte may load a report several times, and then the total stands there as often: a row must stand there a multiple of that,\n-- and counts once per load. A settlement counts when all its rows add up to its total; else rows are missing, loaded in part or no numbers,\n-- and it is undefined. A time in another form than the site's stops the measurement.\n-- 单个站点结算报告中的商品款，每条亚马逊记录只计一次。每份结算的首行为其总额，也只有它写明币种。\n-- Airbyte 可能多次载入同一份报告，总额行随之重复：其他行的重复次数须为总额行的整数倍，每次载入计一次。各行之和与总额相符的\n-- 结算才计入；否则是缺行、载入不全或含非数字，数值无法确定。时间写法与该站点不符的，停止取数。\nWITH loaded AS (\n  SELECT\n    CAST(settlement_id AS STRING) AS settlement_id,\n    COALESCE(CAST(transaction_type AS STRING), '') AS transaction_type,\n    COALESCE(CAST(order_id AS STRING), '') AS order_id,\n    COALESCE(CAST(order_item_code AS STRING), '') AS order_item_code,\n    COALESCE(CAST(shipment_id AS STRING), '') AS shipment_id,\n    COALESCE(CAST(adjustment_id AS STRING), '') AS adjustment_id,\n    COALESCE(CAST(merchant_adjustment_item_id AS STRING), '') AS merchant_adjustment_item_id,\n    COALESCE(CAST(sku AS STRING), '') AS sku,\n    COALESCE(CAST(promotion_id AS STRING), '') AS promotion_id,\n    COALESCE(CAST(marketplace_name AS STRING), '') AS marketplace_name,\n    COALESCE(CAST(amount_type AS STRING), '') AS amount_type,\n    COALESCE(CAST(amount_description AS STRING), '') AS amount_description,\n    COALESCE(CAST(posted_date_time AS STRING), '') AS posted_date_time,\n    COALESCE(CAST(amount AS STRING), '') AS written,\n    COALESCE(CAST(total_amount AS STRING), '') AS written_total,\n    NULLIF(currency, '') AS currency\n  FROM `{{dataset}}.GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2`\n),\nlines AS (\n  SELECT\n    settlement_id,\n    transaction_type, order_id, order_item_code, shipment_id, adjustment_id, merchant_adjustment_item_id, sku,\n    promotion_id, marketplace_name, amount_type, amount_description, posted_date_time,\n    written,\n    CASE\n      WHEN REGEXP_CONTAINS(written, r'^-?\\d{1,28}([{{point}}]\\d{1,9})?$')\n      THEN CAST(REPLACE(written, '{{point}}', '.') AS NUMERIC)\n    END AS amount,\n    COUNT(*) AS copies\n  FROM loaded\n  WHERE written_total = ''\n  GROUP BY\n    settlement_id,\n    transaction_type, order_id, order_item_code, shipment_id, adjustment_id, merchant_adjustment_item_id, sku,\n    promotion_id, marketplace_name, amount_type, amount_description, posted_date_time,\n    written\n),\ntotals AS (\n  SELECT\n    settlement_id,\n    COUNT(*) AS loads,\n    CASE WHEN COUNT(*) = COUNT(total) AND MIN(total) = MAX(total) THEN MAX(total) END AS total,\n    CASE WHEN COUNT(*) = COUNT(currency) AND MIN(currency) = MAX(currency) THEN MAX(currency) END AS currency\n  FROM (\n    SELECT\n      settlement_id,\n      currency,\n      CASE\n        WHEN REGEXP_CONTAINS(written_total, r'^-?\\d{1,28}([{{point}}]\\d{1,9})?$')\n        THEN CAST(REPLACE(written_total, '{{point}}', '.') AS NUMERIC)\n      END AS total\n    FROM loaded\n    WHERE written_total <> ''\n  ) AS t\n  GROUP BY settlement_id\n),\nsettlements AS (\n  SELECT\n    t.settlement_id,\n    t.currency,\n    CASE\n      WHEN COUNT(*) = COUNT(l.amount)\n        AND SUM(MOD(l.copies, t.loads)) = 0\n        AND SUM(l.amount * CAST(l.copies AS NUMERIC)) = MAX(t.total) * CAST(MAX(t.loads) AS NUMERIC)\n      THEN MAX(t.loads)\n    END AS loads\n  FROM totals AS t\n  JOIN lines AS l ON l.settlement_id = t.settlement_id\n  GROUP BY t.settlement_id, t.currency\n)\nSELECT\n  l.settlement_id,\n  l.transaction_type, l.order_id, l.order_item_code, l.shipment_id, l.adjustment_id, l.merchant_adjustment_item_id,\n  l.sku, l.promotion_id, l.marketplace_name, l.amount_type, l.amount_description, l.posted_date_time,\n  l.written,\n  PARSE_TIMESTAMP('{{clock}}', l.posted_date_time) AS posted_at,\n  l.amount * CAST(DIV(l.copies, s.loads) AS NUMERIC) AS amount,\n  s.currency\nFROM lines AS l\nLEFT JOIN settlements AS s ON s.settlement_id = l.settlement_id\nWHERE LOWER(l.marketplace_name) = LOWER('{{marketplace}}')\n  AND l.amount_type IN ('ItemPrice', 'Promotion')\n  AND l.amount_description = 'Principal'\n",
        "duckdb": "-- The goods of one marketplace in settlements, as Amazon wrote them once. The first row of a settlement is its total, which alone names the\n-- currency. Airbyte may load a report several times, and then the total stands there as often: a row must stand there a multiple of that,\n-- and counts once per load. A settlement counts when all its rows add up to its total; else rows are missing, loaded in part or no numbers,\n-- and it is undefined. A time in another form than the site's stops the measurement.\n-- 单个站点结算报告中的商品款，每条亚马逊记录只计一次。每份结算的首行为其总额，也只有它写明币种。\n-- Airbyte 可能多次载入同一份报告，总额行随之重复：其他行的重复次数须为总额行的整数倍，每次载入计一次。各行之和与总额相符的\n-- 结算才计入；否则是缺行、载入不全或含非数字，数值无法确定。时间写法与该站点不符的，停止取数。\nWITH loaded AS (\n  SELECT\n    CAST(settlement_id AS VARCHAR) AS settlement_id,\n    COALESCE(CAST(transaction_type AS VARCHAR), '') AS transaction_type,\n    COALESCE(CAST(order_id AS VARCHAR), '') AS order_id,\n    COALESCE(CAST(order_item_code AS VARCHAR), '') AS order_item_code,\n    COALESCE(CAST(shipment_id AS VARCHAR), '') AS shipment_id,\n    COALESCE(CAST(adjustment_id AS VARCHAR), '') AS adjustment_id,\n    COALESCE(CAST(merchant_adjustment_item_id AS VARCHAR), '') AS merchant_adjustment_item_id,\n    COALESCE(CAST(sku AS VARCHAR), '') AS sku,\n    COALESCE(CAST(promotion_id AS VARCHAR), '') AS promotion_id,\n    COALESCE(CAST(marketplace_name AS VARCHAR), '') AS marketplace_name,\n    COALESCE(CAST(amount_type AS VARCHAR), '') AS amount_type,\n    COALESCE(CAST(amount_description AS VARCHAR), '') AS amount_description,\n    COALESCE(CAST(posted_date_time AS VARCHAR), '') AS posted_date_time,\n    COALESCE(CAST(amount AS VARCHAR), '') AS written,\n    COALESCE(CAST(total_amount AS VARCHAR), '') AS written_total,\n    NULLIF(currency, '') AS currency\n  FROM \"{{dataset}}\".GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2\n),\nlines AS (\n  SELECT\n    settlement_id,\n    transaction_type, order_id, order_item_code, shipment_id, adjustment_id, merchant_adjustment_item_id, sku,\n    promotion_id, marketplace_name, amount_type, amount_description, posted_date_time,\n    written,\n    CASE\n      WHEN regexp_full_match(written, '-?\\d{1,28}([{{point}}]\\d{1,9})?')\n      THEN CAST(REPLACE(written, '{{point}}', '.') AS DECIMAL(38, 9))\n    END AS amount,\n    COUNT(*) AS copies\n  FROM loaded\n  WHERE written_total = ''\n  GROUP BY\n    settlement_id,\n    transaction_type, order_id, order_item_code, shipment_id, adjustment_id, merchant_adjustment_item_id, sku,\n    promotion_id, marketplace_name, amount_type, amount_description, posted_date_time,\n    written\n),\ntotals AS (\n  SELECT\n    settlement_id,\n    COUNT(*) AS loads,\n    CASE WHEN COUNT(*) = COUNT(total) AND MIN(total) = MAX(total) THEN MAX(total) END AS total,\n    CASE WHEN COUNT(*) = COUNT(currency) AND MIN(currency) = MAX(currency) THEN MAX(currency) END AS currency\n  FROM (\n    SELECT\n      settlement_id,\n      currency,\n      CASE\n        WHEN regexp_full_match(written_total, '-?\\d{1,28}([{{point}}]\\d{1,9})?')\n        THEN CAST(REPLACE(written_total, '{{point}}', '.') AS DECIMAL(38, 9))\n      END AS total\n    FROM loaded\n    WHERE written_total <> ''\n  ) AS t\n  GROUP BY settlement_id\n),\nsettlements AS (\n  SELECT\n    t.settlement_id,\n    t.currency,\n    CASE\n      WHEN COUNT(*) = COUNT(l.amount)\n        AND SUM(MOD(l.copies, t.loads)) = 0\n        AND SUM(l.amount * CAST(l.copies AS DECIMAL(9, 0))) = MAX(t.total) * CAST(MAX(t.loads) AS DECIMAL(9, 0))\n      THEN MAX(t.loads)\n    END AS loads\n  FROM totals AS t\n  JOIN lines AS l ON l.settlement_id = t.settlement_id\n  GROUP BY t.settlement_id, t.currency\n)\nSELECT\n  l.settlement_id,\n  l.transaction_type, l.order_id, l.order_item_code, l.shipment_id, l.adjustment_id, l.merchant_adjustment_item_id,\n  l.sku, l.promotion_id, l.marketplace_name, l.amount_type, l.amount_description, l.posted_date_time,\n  l.written,\n  strptime(l.posted_date_time, '{{clock}}') AT TIME ZONE 'UTC' AS posted_at,\n  l.amount * CAST(l.copies // s.loads AS DECIMAL(9, 0)) AS amount,\n  s.currency\nFROM lines AS l\nLEFT JOIN settlements AS s ON s.settlement_id = l.settlement_id\nWHERE LOWER(l.marketplace_name) = LOWER('{{marketplace}}')\n  AND l.amount_type IN ('ItemPrice', 'Promotion')\n  AND l.amount_description = 'Principal'\n"
      }
    ]
  },
  "amazon-sp@1": {
    "parameters": {
      "dataset": "amazon_selling_partner",
      "custodian": "brand",
      "marketplace": "required"
    },
    "definitions": "# yaml-language-server: $schema=../../schemas/definitions.schema.json\n#\n# Amazon orders of one marketplace, as Fivetran's Selling Partner connector writes them (orders, order_item). What was ordered, not what\n# was paid out: refunds are not among it, and amazon-sp-settlement@1 has the money that is final. Looked at: Fivetran's dbt package\n# dbt_amazon_selling_partner, macros get_orders_columns and get_order_item_columns (84c27c6).\n# 亚马逊单个站点的订单（Fivetran Selling Partner 结构：orders、order_item）。为下单金额而非结算金额：不含退款；终局金额见 amazon-sp-settlement@1。\n# 依据：Fivetran dbt 包 dbt_amazon_selling_partner 的 get_orders_columns、get_order_item_columns（84c27c6）。\n\nfacts:\n  # One row per item of an order that counts. / 每笔计入订单的每件商品一行。\n  amazon_sp_items: { view: amazon_sp_items, grain: [order_id, item_id], custodian: \"{{custodian}}\", freshness: { table: \"{{dataset}}.orders\", column: _fivetran_synced } }\n\nmeasures:\n  amazon_sp_ordered:\n    definition:\n      en: \"Goods value less promotions, without shipping, of orders of {{marketplace}} that are neither pending nor cancelled and replace no other, on the day of the order, before refunds; with tax where the marketplace's prices hold it\"\n      zh: \"{{marketplace}} 站点订单的商品金额（扣促销、不含运费），不含待处理、已取消与换货订单，按下单日计，未扣退款；站点售价含税的，金额含税\"\n    of: amazon_sp_items\n    sum: item_value\n    when: purchased_at\n    currency: currency\n  amazon_sp_order_count:\n    definition:\n      en: \"Orders of {{marketplace}} that are neither pending nor cancelled and replace no other, on the day of the order\"\n      zh: \"{{marketplace}} 站点订单数，不含待处理、已取消与换货订单，按下单日计\"\n    of: amazon_sp_items\n    sum: orders\n    when: purchased_at\n\nmetrics:\n  amazon_sp_ordered_sales: { title: { en: Ordered sales (Amazon), zh: 下单销售额（亚马逊） }, formula: amazon_sp_ordered, unit: money, type: flow }\n  amazon_sp_orders: { title: { en: Orders (Amazon), zh: 订单数（亚马逊） }, formula: amazon_sp_order_count, unit: number, type: flow, decimals: 0 }\n  amazon_sp_average_order: { title: { en: Average order value (Amazon), zh: 客单价（亚马逊） }, formula: amazon_sp_ordered / amazon_sp_order_count, unit: money, type: ratio, decimals: 2 }\n",
    "views": [
      {
        "name": "amazon_sp_items",
        "bigquery": "-- The items of orders that count: a list of what counts, since a status that is new is not known to be money. An order whose items are\n-- not there, or whose amounts are no numbers, is undefined, as is one without a status. An item of which no unit is left was cancelled.\n-- An order is counted at its first item. Amounts may be text or numbers, and text may have thousands (8,099.24); a comma without a\n-- point could be either, and is no number.\n-- 计入的订单的商品行：只列明计入的状态，因为新出现的状态未必代表收款。商品行缺失、金额不是数字或没有状态的订单，数值无法确定。\n-- 数量已为零的商品行视为已取消。订单按其首个商品行计数。金额可以是文本或数字，文本可带千位分隔（8,099.24）；\n-- 只有逗号而没有小数点的写法有两种读法，不作数字。\nWITH items AS (\n  SELECT\n    o.amazon_order_id AS order_id,\n    COALESCE(CAST(i.order_item_id AS STRING), '') AS item_id,\n    CAST(o.purchase_date AS TIMESTAMP) AS purchased_at,\n    o.order_status,\n    CAST(i.item_price_amount AS STRING) AS price,\n    COALESCE(CAST(i.promotion_discount_amount AS STRING), '0') AS discount,\n    CASE WHEN COALESCE(i.promotion_discount_currency_code, i.item_price_currency_code) = i.item_price_currency_code THEN i.item_price_currency_code END AS currency,\n    CASE o.marketplace_id\n      WHEN 'ATVPDKIKX0DER' THEN 'amazon.com'\n      WHEN 'A2EUQ1WTGCTBG2' THEN 'amazon.ca'\n      WHEN 'A1AM78C64UM0Y8' THEN 'amazon.com.mx'\n      WHEN 'A2Q3Y263D00KWC' THEN 'amazon.com.br'\n      WHEN 'A1F83G8C2ARO7P' THEN 'amazon.co.uk'\n      WHEN 'A1PA6795UKMFR9' THEN 'amazon.de'\n      WHEN 'A13V1IB3VIYZZH' THEN 'amazon.fr'\n      WHEN 'APJ6JRA9NG5V4' THEN 'amazon.it'\n      WHEN 'A1RKKUPIHCS9HS' THEN 'amazon.es'\n      WHEN 'A1805IZSGTT6HS' THEN 'amazon.nl'\n      WHEN 'A2NODRKZP88ZB9' THEN 'amazon.se'\n      WHEN 'A1C3SOZRARQ6R3' THEN 'amazon.pl'\n      WHEN 'AMEN7PMS3EDWL' THEN 'amazon.com.be'\n      WHEN 'A28R8C7NBKEWEA' THEN 'amazon.ie'\n      WHEN 'A33AVAJ2PDY3EV' THEN 'amazon.com.tr'\n      WHEN 'A2VIGQ35RCS4UG' THEN 'amazon.ae'\n      WHEN 'A17E79C6D8DWNP' THEN 'amazon.sa'\n      WHEN 'ARBP9OOSHTCHU' THEN 'amazon.eg'\n      WHEN 'A21TJRUUN4KGV' THEN 'amazon.in'\n      WHEN 'AE08WJ6YKNBMC' THEN 'amazon.co.za'\n      WHEN 'A1VC38T7YXB528' THEN 'amazon.co.jp'\n      WHEN 'A19VAU5U5O7RUS' THEN 'amazon.sg'\n      WHEN 'A39IBJ37TRP1C6' THEN 'amazon.com.au'\n    END AS marketplace,\n    o.marketplace_id\n  FROM `{{dataset}}.orders` AS o\n  LEFT JOIN `{{dataset}}.order_item` AS i ON i.amazon_order_id = o.amazon_order_id\n  WHERE COALESCE(i.quantity_ordered, 1) <> 0\n    AND COALESCE(LOWER(CAST(o.is_replacement_order AS STRING)), '') <> 'true'\n    AND COALESCE(o.order_status IN ('Unshipped', 'PartiallyShipped', 'Shipped', 'InvoiceUnconfirmed'), TRUE)\n)\nSELECT\n  order_id,\n  item_id,\n  purchased_at,\n  CASE\n    WHEN order_status IS NOT NULL\n    THEN CASE WHEN item_id = MIN(item_id) OVER (PARTITION BY order_id) THEN 1 ELSE 0 END\n  END AS orders,\n  CASE\n    WHEN order_status IS NOT NULL\n    THEN CASE WHEN REGEXP_CONTAINS(price, r'^-?(\\d{1,28}([.]\\d{1,9})?|\\d{1,3}(,\\d{3}){1,8}[.]\\d{1,9})$') THEN CAST(REPLACE(price, ',', '') AS NUMERIC) END\n      - CASE WHEN REGEXP_CONTAINS(discount, r'^-?(\\d{1,28}([.]\\d{1,9})?|\\d{1,3}(,\\d{3}){1,8}[.]\\d{1,9})$') THEN CAST(REPLACE(discount, ',', '') AS NUMERIC) END\n  END AS item_value,\n  currency\nFROM items\nWHERE LOWER('{{marketplace}}') IN (marketplace, LOWER(marketplace_id))\n",
        "duckdb": "-- The items of orders that count: a list of what counts, since a status that is new is not known to be money. An order whose items are\n-- not there, or whose amounts are no numbers, is undefined, as is one without a status. An item of which no unit is left was cancelled.\n-- An order is counted at its first item. Amounts may be text or numbers, and text may have thousands (8,099.24); a comma without a\n-- point could be either, and is no number.\n-- 计入的订单的商品行：只列明计入的状态，因为新出现的状态未必代表收款。商品行缺失、金额不是数字或没有状态的订单，数值无法确定。\n-- 数量已为零的商品行视为已取消。订单按其首个商品行计数。金额可以是文本或数字，文本可带千位分隔（8,099.24）；\n-- 只有逗号而没有小数点的写法有两种读法，不作数字。\nWITH items AS (\n  SELECT\n    o.amazon_order_id AS order_id,\n    COALESCE(CAST(i.order_item_id AS VARCHAR), '') AS item_id,\n    CAST(o.purchase_date AS TIMESTAMPTZ) AS purchased_at,\n    o.order_status,\n    CAST(i.item_price_amount AS VARCHAR) AS price,\n    COALESCE(CAST(i.promotion_discount_amount AS VARCHAR), '0') AS discount,\n    CASE WHEN COALESCE(i.promotion_discount_currency_code, i.item_price_currency_code) = i.item_price_currency_code THEN i.item_price_currency_code END AS currency,\n    CASE o.marketplace_id\n      WHEN 'ATVPDKIKX0DER' THEN 'amazon.com'\n      WHEN 'A2EUQ1WTGCTBG2' THEN 'amazon.ca'\n      WHEN 'A1AM78C64UM0Y8' THEN 'amazon.com.mx'\n      WHEN 'A2Q3Y263D00KWC' THEN 'amazon.com.br'\n      WHEN 'A1F83G8C2ARO7P' THEN 'amazon.co.uk'\n      WHEN 'A1PA6795UKMFR9' THEN 'amazon.de'\n      WHEN 'A13V1IB3VIYZZH' THEN 'amazon.fr'\n      WHEN 'APJ6JRA9NG5V4' THEN 'amazon.it'\n      WHEN 'A1RKKUPIHCS9HS' THEN 'amazon.es'\n      WHEN 'A1805IZSGTT6HS' THEN 'amazon.nl'\n      WHEN 'A2NODRKZP88ZB9' THEN 'amazon.se'\n      WHEN 'A1C3SOZRARQ6R3' THEN 'amazon.pl'\n      WHEN 'AMEN7PMS3EDWL' THEN 'amazon.com.be'\n      WHEN 'A28R8C7NBKEWEA' THEN 'amazon.ie'\n      WHEN 'A33AVAJ2PDY3EV' THEN 'amazon.com.tr'\n      WHEN 'A2VIGQ35RCS4UG' THEN 'amazon.ae'\n      WHEN 'A17E79C6D8DWNP' THEN 'amazon.sa'\n      WHEN 'ARBP9OOSHTCHU' THEN 'amazon.eg'\n      WHEN 'A21TJRUUN4KGV' THEN 'amazon.in'\n      WHEN 'AE08WJ6YKNBMC' THEN 'amazon.co.za'\n      WHEN 'A1VC38T7YXB528' THEN 'amazon.co.jp'\n      WHEN 'A19VAU5U5O7RUS' THEN 'amazon.sg'\n      WHEN 'A39IBJ37TRP1C6' THEN 'amazon.com.au'\n    END AS marketplace,\n    o.marketplace_id\n  FROM \"{{dataset}}\".orders AS o\n  LEFT JOIN \"{{dataset}}\".order_item AS i ON i.amazon_order_id = o.amazon_order_id\n  WHERE COALESCE(i.quantity_ordered, 1) <> 0\n    AND COALESCE(LOWER(CAST(o.is_replacement_order AS VARCHAR)), '') <> 'true'\n    AND COALESCE(o.order_status IN ('Unshipped', 'PartiallyShipped', 'Shipped', 'InvoiceUnconfirmed'), TRUE)\n)\nSELECT\n  order_id,\n  item_id,\n  purchased_at,\n  CASE\n    WHEN order_status IS NOT NULL\n    THEN CASE WHEN item_id = MIN(item_id) OVER (PARTITION BY order_id) THEN 1 ELSE 0 END\n  END AS orders,\n  CASE\n    WHEN order_status IS NOT NULL\n    THEN CASE WHEN regexp_full_match(price, '-?(\\d{1,28}([.]\\d{1,9})?|\\d{1,3}(,\\d{3}){1,8}[.]\\d{1,9})') THEN CAST(replace(price, ',', '') AS DECIMAL(38, 9)) END\n      - CASE WHEN regexp_full_match(discount, '-?(\\d{1,28}([.]\\d{1,9})?|\\d{1,3}(,\\d{3}){1,8}[.]\\d{1,9})') THEN CAST(replace(discount, ',', '') AS DECIMAL(38, 9)) END\n  END AS item_value,\n  currency\nFROM items\nWHERE LOWER('{{marketplace}}') IN (marketplace, LOWER(marketplace_id))\n"
      }
    ]
  },
  "erp-landing@1": {
    "parameters": {
      "dataset": "erp",
      "custodian": "brand"
    },
    "definitions": "# yaml-language-server: $schema=../../schemas/definitions.schema.json\n#\n# A table that whoever exports an ERP (Lingxing, Mabang, Dianxiaomi and the like) fills, `order_lines`: one row for every payment and\n# every refund of a line, added and never changed. No vendor's schema: docs/packs.md states the columns.\n# 由 ERP（领星、马帮、店小秘等）导出方填写的表 order_lines：每个订单行的每笔付款与每笔退款各一行，只增不改。\n# 不是任何厂商的表结构，各列约定见 docs/packs.md。\n\nfacts:\n  # `entry` numbers the payments and refunds of a line. / entry 为同一订单行内付款与退款的序号。\n  erp_lines:\n    table: \"{{dataset}}.order_lines\"\n    grain: [marketplace, order_id, line_id, entry]\n    custodian: \"{{custodian}}\"\n    freshness: { column: loaded_at }\n\nmeasures:\n  erp_paid:\n    definition: { en: \"What customers paid for goods as the ERP has it, on the day of the payment, before refunds\", zh: ERP 记录的顾客所付商品金额，按付款日计，未扣退款 }\n    of: erp_lines\n    sum: paid\n    when: occurred_at\n    currency: currency\n  erp_refunded:\n    title: { en: Refunds in the ERP, zh: ERP 退款额 }\n    definition: { en: \"What customers got back for goods as the ERP has it, on the day of the refund\", zh: ERP 记录的退还顾客的商品金额，按退款日计 }\n    of: erp_lines\n    sum: refunded\n    when: occurred_at\n    currency: currency\n  erp_units:\n    definition: { en: \"Units as the ERP has them, on the day of the payment, less those given back on the day of the refund\", zh: ERP 记录的件数，按付款日计，退回的在退款日扣减 }\n    of: erp_lines\n    sum: quantity\n    when: occurred_at\n\nmetrics:\n  erp_gross_sales: { title: { en: Sales before refunds (ERP), zh: 退款前销售额（ERP） }, formula: erp_paid, unit: money, type: flow }\n  erp_net_sales: { title: { en: Net sales (ERP), zh: 净销售额（ERP） }, formula: erp_paid - erp_refunded, unit: money, type: flow }\n  erp_refund_rate: { title: { en: Refund rate (ERP), zh: 退款率（ERP） }, formula: erp_refunded / erp_paid, unit: share, type: ratio, decimals: 1 }\n  erp_net_units: { title: { en: Units (ERP), zh: 件数（ERP） }, formula: erp_units, unit: number, type: flow, decimals: 0 }\n",
    "views": []
  },
  "facebook-ads@1": {
    "parameters": {
      "dataset": "facebook_ads",
      "custodian": "brand",
      "action": "omni_purchase"
    },
    "definitions": "# yaml-language-server: $schema=../../schemas/definitions.schema.json\n#\n# Facebook Ads, as the BigQuery Data Transfer Service writes it (AdAccounts, AdInsights, AdInsightsActions). Days are those of the\n# ad account; figures are restated for 28 days. / Facebook Ads（BigQuery Data Transfer Service）：日期按广告账户时区，28 天内会更新。\n\nfacts:\n  # One row per day and ad. / 每天每条广告一行。\n  facebook_ads: { view: facebook_ads, grain: [account_id, campaign_id, ad_set_id, ad_id, day], custodian: \"{{custodian}}\" }\n  # One row per day, ad and kind of action: the same purchase stands under several kinds. / 每天、广告、操作类型一行；同一购买会列在多个类型下。\n  facebook_ads_actions:\n    view: facebook_ads_actions\n    grain: [account_id, campaign_id, ad_set_id, ad_id, day, collection, action]\n    custodian: \"{{custodian}}\"\n    freshness: { table: \"{{dataset}}.AdInsights\", column: DateStart }\n\nmeasures:\n  facebook_ads_spend:\n    definition: { en: \"What Facebook Ads charged, as last restated\", zh: Facebook Ads 收取的费用，以最近一次更新为准 }\n    of: facebook_ads\n    sum: spend\n    when: day\n    currency: currency\n  facebook_ads_clicks: { title: { en: Clicks on Facebook Ads, zh: Facebook Ads 点击数 }, definition: { en: Clicks on Facebook Ads, zh: Facebook Ads 点击数 }, of: facebook_ads, sum: clicks, when: day }\n  facebook_ads_purchase_value:\n    title: { en: Purchases attributed by Facebook Ads, zh: Facebook Ads 归因购买额 }\n    definition: { en: \"Value of purchases that Facebook Ads attributes to itself, one kind of action only, by the attribution windows of the actions\", zh: Facebook Ads 自行归因的购买价值，只取一种操作类型，按操作表的归因窗口 }\n    of: facebook_ads_actions\n    sum: value\n    when: day\n    where: { collection: ActionValues, action: \"{{action}}\" }\n    currency: currency\n\nmetrics:\n  facebook_ads_cost: { title: { en: Facebook Ads cost, zh: Facebook Ads 费用 }, formula: facebook_ads_spend, unit: money, type: flow }\n  facebook_ads_roas: { title: { en: Facebook Ads ROAS, zh: Facebook Ads 投产比 }, formula: facebook_ads_purchase_value / facebook_ads_spend, unit: number, type: ratio, decimals: 2 }\n  facebook_ads_cpc: { title: { en: Facebook Ads cost per click, zh: Facebook Ads 单次点击费用 }, formula: facebook_ads_spend / facebook_ads_clicks, unit: money, type: ratio, decimals: 2 }\n",
    "views": [
      {
        "name": "facebook_ads",
        "bigquery": "-- The account's currency stands with the account; an account with two currencies has none.\n-- 币种以账户为准；出现两种币种的账户视为没有币种。\nSELECT\n  REPLACE(CAST(i.AdAccountId AS STRING), 'act_', '') AS account_id,\n  COALESCE(CAST(i.CampaignId AS STRING), '') AS campaign_id,\n  COALESCE(CAST(i.AdSetId AS STRING), '') AS ad_set_id,\n  COALESCE(CAST(i.AdId AS STRING), '') AS ad_id,\n  CAST(i.DateStart AS DATE) AS day,\n  CAST(i.Spend AS NUMERIC) AS spend,\n  CAST(i.Clicks AS INT64) AS clicks,\n  a.currency\nFROM `{{dataset}}.AdInsights` AS i\nLEFT JOIN (\n  SELECT REPLACE(CAST(AccountId AS STRING), 'act_', '') AS account_id, CASE WHEN MIN(Currency) = MAX(Currency) THEN MAX(Currency) END AS currency\n  FROM `{{dataset}}.AdAccounts`\n  GROUP BY 1\n) AS a ON a.account_id = REPLACE(CAST(i.AdAccountId AS STRING), 'act_', '')\n",
        "duckdb": "-- The account's currency stands with the account; an account with two currencies has none.\n-- 币种以账户为准；出现两种币种的账户视为没有币种。\nSELECT\n  REPLACE(CAST(i.AdAccountId AS VARCHAR), 'act_', '') AS account_id,\n  COALESCE(CAST(i.CampaignId AS VARCHAR), '') AS campaign_id,\n  COALESCE(CAST(i.AdSetId AS VARCHAR), '') AS ad_set_id,\n  COALESCE(CAST(i.AdId AS VARCHAR), '') AS ad_id,\n  CAST(i.DateStart AS DATE) AS day,\n  CAST(i.Spend AS DECIMAL(38, 9)) AS spend,\n  CAST(i.Clicks AS BIGINT) AS clicks,\n  a.currency\nFROM \"{{dataset}}\".AdInsights AS i\nLEFT JOIN (\n  SELECT REPLACE(CAST(AccountId AS VARCHAR), 'act_', '') AS account_id, CASE WHEN MIN(Currency) = MAX(Currency) THEN MAX(Currency) END AS currency\n  FROM \"{{dataset}}\".AdAccounts\n  GROUP BY 1\n) AS a ON a.account_id = REPLACE(CAST(i.AdAccountId AS VARCHAR), 'act_', '')\n"
      },
      {
        "name": "facebook_ads_actions",
        "bigquery": "-- ActionCollection tells counts (Actions) from money (ActionValues); ActionType says of what.\n-- ActionCollection 区分次数（Actions）与金额（ActionValues）；ActionType 说明是哪种行为。\nSELECT\n  REPLACE(CAST(i.AdAccountId AS STRING), 'act_', '') AS account_id,\n  COALESCE(CAST(i.CampaignId AS STRING), '') AS campaign_id,\n  COALESCE(CAST(i.AdSetId AS STRING), '') AS ad_set_id,\n  COALESCE(CAST(i.AdId AS STRING), '') AS ad_id,\n  CAST(i.DateStart AS DATE) AS day,\n  i.ActionCollection AS collection,\n  i.ActionType AS action,\n  CAST(i.ActionValue AS NUMERIC) AS value,\n  a.currency\nFROM `{{dataset}}.AdInsightsActions` AS i\nLEFT JOIN (\n  SELECT REPLACE(CAST(AccountId AS STRING), 'act_', '') AS account_id, CASE WHEN MIN(Currency) = MAX(Currency) THEN MAX(Currency) END AS currency\n  FROM `{{dataset}}.AdAccounts`\n  GROUP BY 1\n) AS a ON a.account_id = REPLACE(CAST(i.AdAccountId AS STRING), 'act_', '')\n",
        "duckdb": "-- ActionCollection tells counts (Actions) from money (ActionValues); ActionType says of what.\n-- ActionCollection 区分次数（Actions）与金额（ActionValues）；ActionType 说明是哪种行为。\nSELECT\n  REPLACE(CAST(i.AdAccountId AS VARCHAR), 'act_', '') AS account_id,\n  COALESCE(CAST(i.CampaignId AS VARCHAR), '') AS campaign_id,\n  COALESCE(CAST(i.AdSetId AS VARCHAR), '') AS ad_set_id,\n  COALESCE(CAST(i.AdId AS VARCHAR), '') AS ad_id,\n  CAST(i.DateStart AS DATE) AS day,\n  i.ActionCollection AS collection,\n  i.ActionType AS action,\n  CAST(i.ActionValue AS DECIMAL(38, 9)) AS value,\n  a.currency\nFROM \"{{dataset}}\".AdInsightsActions AS i\nLEFT JOIN (\n  SELECT REPLACE(CAST(AccountId AS VARCHAR), 'act_', '') AS account_id, CASE WHEN MIN(Currency) = MAX(Currency) THEN MAX(Currency) END AS currency\n  FROM \"{{dataset}}\".AdAccounts\n  GROUP BY 1\n) AS a ON a.account_id = REPLACE(CAST(i.AdAccountId AS VARCHAR), 'act_', '')\n"
      }
    ]
  },
  "ga4-exploration-export@1": {
    "parameters": {
      "dataset": "ga4",
      "custodian": "brand",
      "currency": "required",
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# Google Analytics 4 › Explore › Free form, rows: Date alone, values: Purchase revenue, Transactions, Sessions › Export data › CSV, in English.\n# Lines with # and an empty one stand above the header, the grand total right below it. Looked at: support.google.com/analytics, Get started\n# with Explorations, and files of 2026. The CSV of a *report* (not an exploration) has several tables and no day: it is refused.\n# GA4 › 探索 › 自由形式：行只放“日期”，值放购买收入、交易次数、会话数 › 导出 CSV，英文界面。表头上方为 # 行与空行，其下一行为总计。\n# 依据：support.google.com/analytics《探索入门》及 2026 年文件。“报告”导出的 CSV 含多张表且没有日期，予以拒绝。\n\nfacts:\n  # The total has no date: its line begins with a comma. / 总计行没有日期，以逗号开头。\n  ga4_exploration:\n    table: \"{{dataset}}.exploration\"\n    format: { headerStartsWith: Date, comment: \",\" }\n    columns:\n      day: { header: Date, time: \"%Y%m%d\" }\n      revenue: { header: Purchase revenue, round: 2 }\n      transactions: Transactions\n      sessions: Sessions\n    grain: [day]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: exploration } }\n\nmeasures:\n  ga4_export_purchase_revenue:\n    definition:\n      en: \"Purchase revenue that Google Analytics recorded, by day of the property, each day rounded to cents\"\n      zh: Google Analytics 记录的购买收入，按媒体资源时区的日期计，每日四舍五入到分\n    of: ga4_exploration\n    sum: revenue\n    when: day\n    currency: { code: \"{{code}}\" }\n  ga4_export_purchases: { definition: { en: Transactions that Google Analytics recorded, zh: Google Analytics 记录的交易次数 }, of: ga4_exploration, sum: transactions, when: day }\n  ga4_export_visits: { definition: { en: Sessions that Google Analytics recorded, zh: Google Analytics 记录的会话数 }, of: ga4_exploration, sum: sessions, when: day }\n\nmetrics:\n  ga4_export_revenue: { title: { en: GA4 purchase revenue, zh: GA4 购买收入 }, formula: ga4_export_purchase_revenue, unit: money, type: flow }\n  ga4_export_transactions: { title: { en: GA4 transactions, zh: GA4 交易次数 }, formula: ga4_export_purchases, unit: number, type: flow, decimals: 0 }\n  ga4_export_sessions: { title: { en: GA4 sessions, zh: GA4 会话数 }, formula: ga4_export_visits, unit: number, type: flow, decimals: 0 }\n  ga4_export_conversion_rate: { title: { en: GA4 conversion rate, zh: GA4 转化率 }, formula: ga4_export_purchases / ga4_export_visits, unit: share, type: ratio, decimals: 2 }\n",
    "views": []
  },
  "ga4@1": {
    "parameters": {
      "dataset": "analytics",
      "custodian": "brand",
      "currency": null
    },
    "definitions": "# yaml-language-server: $schema=../../schemas/definitions.schema.json\n#\n# Google Analytics 4, daily BigQuery export (tables events_YYYYMMDD). Money is in the currency that the tag sends with each event.\n# Google Analytics 4 每日 BigQuery 导出（events_YYYYMMDD）；金额币种以埋点随事件上报的 currency 为准。\n\nfacts:\n  # One row per transaction, refund and daily table. `final_before`: a daily table is rewritten for three days.\n  # 每笔交易、退款与每日表各一行；每日表在三天内仍会改写。\n  ga4_events: { view: ga4_events, grain: [event_key], custodian: \"{{custodian}}\", freshness: { column: final_before } }\n  # One row per session, and one per daily table. / 每个会话一行，每日表一行。\n  ga4_sessions: { view: ga4_sessions, grain: [session_key], custodian: \"{{custodian}}\", freshness: { column: final_before } }\n\nmeasures:\n  ga4_revenue:\n    title: { en: Revenue in GA4, zh: GA4 销售额 }\n    definition: { en: \"Purchase revenue as web analytics saw it, each transaction id once, on the day of its first event, those without an id each\", zh: 网站分析记录的购买金额，同一交易号只计一次，按首次事件日计，无交易号的逐笔计 }\n    of: ga4_events\n    sum: revenue\n    when: event_at\n    where: { event: purchase }\n    currency: currency\n  ga4_refunded:\n    title: { en: Refunds in GA4, zh: GA4 退款额 }\n    definition: { en: \"Refunds as web analytics saw them, on the day of the refund; one sent again within a day counts once, and no transaction gives back more than it brought in\", zh: 网站分析记录的退款金额，按退款日计；一天内重复上报只计一次，同一交易的退款不超过其收入 }\n    of: ga4_events\n    sum: refund\n    when: event_at\n    where: { event: refund }\n    currency: currency\n  ga4_transactions:\n    title: { en: Purchases in GA4, zh: GA4 购买次数 }\n    definition: { en: \"Purchases as web analytics saw them, each transaction id once, those without an id each\", zh: 网站分析记录的购买次数，同一交易号只计一次，无交易号的逐笔计 }\n    of: ga4_events\n    count: rows\n    when: event_at\n    where: { event: purchase }\n  ga4_session_count:\n    title: { en: Sessions in GA4, zh: GA4 会话数 }\n    definition: { en: \"Sessions of users who can be told apart, each on the day it began\", zh: 可识别用户的会话数，按会话开始日计 }\n    of: ga4_sessions\n    count: rows\n    when: started_at\n    where: { kind: session }\n\nmetrics:\n  ga4_net_revenue: { title: { en: Net revenue (GA4), zh: 净收入（GA4） }, formula: ga4_revenue - ga4_refunded, unit: money, type: flow }\n  ga4_conversion_rate: { title: { en: Conversion rate (GA4), zh: 转化率（GA4） }, formula: ga4_transactions / ga4_session_count, unit: share, type: ratio, decimals: 2 }\n",
    "views": [
      {
        "name": "ga4_events",
        "bigquery": "-- Purchases and refunds of the GA4 export. The constant bounds of _TABLE_SUFFIX keep the scan to these tables and leave events_intraday_* out.\n-- Copies are looked for from 92 days before the term on; the first of them counts.\n-- GA4 导出中的购买与退款。_TABLE_SUFFIX 的固定范围使查询只扫描这些表，并略去 events_intraday_*。\n-- 自合同期开始前 92 天起查找重复记录，以首条为准。\nWITH events AS (\n  SELECT\n    PARSE_DATE('%Y%m%d', event_date) AS export_day,\n    event_name,\n    event_timestamp,\n    user_pseudo_id,\n    COALESCE(\n      NULLIF(NULLIF(TRIM(ecommerce.transaction_id), ''), '(not set)'),\n      NULLIF(NULLIF(TRIM((SELECT p.value.string_value FROM UNNEST(event_params) AS p WITH OFFSET AS i WHERE p.key = 'transaction_id' ORDER BY i LIMIT 1)), ''), '(not set)'),\n      CAST((SELECT p.value.int_value FROM UNNEST(event_params) AS p WITH OFFSET AS i WHERE p.key = 'transaction_id' ORDER BY i LIMIT 1) AS STRING)\n    ) AS transaction_id,\n    UPPER(COALESCE((SELECT p.value.string_value FROM UNNEST(event_params) AS p WITH OFFSET AS i WHERE p.key = 'currency' ORDER BY i LIMIT 1), {{currency}})) AS currency,\n    CAST(ecommerce.purchase_revenue AS NUMERIC) AS revenue,\n    CAST(ecommerce.refund_value AS NUMERIC) AS refund\n  FROM `{{dataset}}.events_*`\n  WHERE _TABLE_SUFFIX BETWEEN '{{earlier}}' AND '{{to}}'\n),\n-- A purchase with an id is told by it. What has no id cannot be told from another: all of it counts.\n-- 有编号的购买按编号识别；没有编号的彼此无法区分，全部计入。\npurchases AS (\n  SELECT *, ROW_NUMBER() OVER (PARTITION BY transaction_id ORDER BY event_timestamp, revenue, currency, user_pseudo_id) AS copy\n  FROM events\n  WHERE event_name = 'purchase'\n),\n-- The same amount given back for the same transaction within a day of the one before is that one, sent again.\n-- 同一交易在前一笔退款后一天之内再次退还同一金额的，视为同一笔退款的重复发送。\nrepeated AS (\n  SELECT\n    *,\n    LAG(event_timestamp) OVER (PARTITION BY transaction_id, refund, currency ORDER BY event_timestamp, user_pseudo_id) AS same_before\n  FROM events\n  WHERE event_name = 'refund'\n),\nrefunds AS (\n  SELECT\n    r.*,\n    p.revenue AS sold,\n    SUM(r.refund) OVER (\n      PARTITION BY r.transaction_id\n      ORDER BY r.event_timestamp, r.refund, r.currency, r.user_pseudo_id\n      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW\n    ) AS refunded\n  FROM repeated AS r\n  LEFT JOIN purchases AS p ON p.transaction_id = r.transaction_id AND p.currency = r.currency AND p.copy = 1\n  WHERE r.transaction_id IS NULL OR r.same_before IS NULL OR r.event_timestamp - r.same_before > 86400000000\n),\n-- Never more is taken back for a transaction than it brought in, where its purchase is there.\n-- 购买记录存在的交易，扣回的金额不超过其收入。\ncounted AS (\n  SELECT 'purchase' AS event, transaction_id, user_pseudo_id, event_timestamp, export_day, revenue, CAST(NULL AS NUMERIC) AS refund, currency\n  FROM purchases\n  WHERE transaction_id IS NULL OR copy = 1\n  UNION ALL\n  SELECT\n    'refund', transaction_id, user_pseudo_id, event_timestamp, export_day, CAST(NULL AS NUMERIC),\n    CASE\n      WHEN sold IS NULL OR refund IS NULL OR refunded <= sold THEN refund\n      WHEN refunded - refund < sold THEN sold - (refunded - refund)\n      ELSE 0\n    END,\n    currency\n  FROM refunds\n),\nnumbered AS (\n  SELECT\n    *,\n    CONCAT(event, '/', COALESCE(transaction_id, ''), '/', COALESCE(user_pseudo_id, ''), '/', CAST(event_timestamp AS STRING)) AS place_key\n  FROM counted\n)\nSELECT\n  CONCAT(place_key, '/', CAST(ROW_NUMBER() OVER (PARTITION BY place_key ORDER BY revenue, refund, currency) AS STRING)) AS event_key,\n  event,\n  TIMESTAMP_MICROS(event_timestamp) AS event_at,\n  revenue,\n  refund,\n  currency,\n  DATE_SUB(export_day, INTERVAL 3 DAY) AS final_before\nFROM numbered\nUNION ALL\nSELECT\n  CONCAT('export/', CAST(export_day AS STRING)),\n  'export',\n  TIMESTAMP(export_day),\n  CAST(0 AS NUMERIC),\n  CAST(0 AS NUMERIC),\n  CAST(NULL AS STRING),\n  DATE_SUB(export_day, INTERVAL 3 DAY)\nFROM (SELECT DISTINCT export_day FROM events)\n",
        "duckdb": "-- Purchases and refunds of the GA4 export. The daily tables are the files of the folder {{dataset}}/events.\n-- Copies are looked for from 92 days before the term on; the first of them counts.\n-- GA4 导出中的购买与退款。每日的表即文件夹 {{dataset}}/events 中的文件。\n-- 自合同期开始前 92 天起查找重复记录，以首条为准。\nWITH events AS (\n  SELECT\n    CAST(strptime(event_date, '%Y%m%d') AS DATE) AS export_day,\n    event_name,\n    event_timestamp,\n    user_pseudo_id,\n    COALESCE(\n      NULLIF(NULLIF(TRIM(ecommerce.transaction_id), ''), '(not set)'),\n      NULLIF(NULLIF(TRIM(list_filter(event_params, lambda p: p.key = 'transaction_id')[1].value.string_value), ''), '(not set)'),\n      CAST(list_filter(event_params, lambda p: p.key = 'transaction_id')[1].value.int_value AS VARCHAR)\n    ) AS transaction_id,\n    UPPER(COALESCE(list_filter(event_params, lambda p: p.key = 'currency')[1].value.string_value, {{currency}})) AS currency,\n    CAST(ecommerce.purchase_revenue AS DECIMAL(38, 9)) AS revenue,\n    CAST(ecommerce.refund_value AS DECIMAL(38, 9)) AS refund\n  FROM \"{{dataset}}\".events\n  WHERE event_date BETWEEN '{{earlier}}' AND '{{to}}'\n),\n-- A purchase with an id is told by it. What has no id cannot be told from another: all of it counts.\n-- 有编号的购买按编号识别；没有编号的彼此无法区分，全部计入。\npurchases AS (\n  SELECT *, ROW_NUMBER() OVER (PARTITION BY transaction_id ORDER BY event_timestamp, revenue NULLS FIRST, currency NULLS FIRST, user_pseudo_id NULLS FIRST) AS copy\n  FROM events\n  WHERE event_name = 'purchase'\n),\n-- The same amount given back for the same transaction within a day of the one before is that one, sent again.\n-- 同一交易在前一笔退款后一天之内再次退还同一金额的，视为同一笔退款的重复发送。\nrepeated AS (\n  SELECT\n    *,\n    LAG(event_timestamp) OVER (PARTITION BY transaction_id, refund, currency ORDER BY event_timestamp, user_pseudo_id NULLS FIRST) AS same_before\n  FROM events\n  WHERE event_name = 'refund'\n),\nrefunds AS (\n  SELECT\n    r.*,\n    p.revenue AS sold,\n    SUM(r.refund) OVER (\n      PARTITION BY r.transaction_id\n      ORDER BY r.event_timestamp, r.refund NULLS FIRST, r.currency NULLS FIRST, r.user_pseudo_id NULLS FIRST\n      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW\n    ) AS refunded\n  FROM repeated AS r\n  LEFT JOIN purchases AS p ON p.transaction_id = r.transaction_id AND p.currency = r.currency AND p.copy = 1\n  WHERE r.transaction_id IS NULL OR r.same_before IS NULL OR r.event_timestamp - r.same_before > 86400000000\n),\n-- Never more is taken back for a transaction than it brought in, where its purchase is there.\n-- 购买记录存在的交易，扣回的金额不超过其收入。\ncounted AS (\n  SELECT 'purchase' AS event, transaction_id, user_pseudo_id, event_timestamp, export_day, revenue, CAST(NULL AS DECIMAL(38, 9)) AS refund, currency\n  FROM purchases\n  WHERE transaction_id IS NULL OR copy = 1\n  UNION ALL\n  SELECT\n    'refund', transaction_id, user_pseudo_id, event_timestamp, export_day, CAST(NULL AS DECIMAL(38, 9)),\n    CASE\n      WHEN sold IS NULL OR refund IS NULL OR refunded <= sold THEN refund\n      WHEN refunded - refund < sold THEN sold - (refunded - refund)\n      ELSE 0\n    END,\n    currency\n  FROM refunds\n),\nnumbered AS (\n  SELECT\n    *,\n    event || '/' || COALESCE(transaction_id, '') || '/' || COALESCE(user_pseudo_id, '') || '/' || CAST(event_timestamp AS VARCHAR) AS place_key\n  FROM counted\n)\nSELECT\n  place_key || '/' || CAST(ROW_NUMBER() OVER (PARTITION BY place_key ORDER BY revenue NULLS FIRST, refund NULLS FIRST, currency NULLS FIRST) AS VARCHAR) AS event_key,\n  event,\n  make_timestamptz(event_timestamp) AS event_at,\n  revenue,\n  refund,\n  currency,\n  CAST(export_day - INTERVAL 3 DAY AS DATE) AS final_before\nFROM numbered\nUNION ALL\nSELECT\n  'export/' || CAST(export_day AS VARCHAR),\n  'export',\n  CAST(export_day AS TIMESTAMPTZ),\n  CAST(0 AS DECIMAL(38, 9)),\n  CAST(0 AS DECIMAL(38, 9)),\n  CAST(NULL AS VARCHAR),\n  CAST(export_day - INTERVAL 3 DAY AS DATE)\nFROM (SELECT DISTINCT export_day FROM events)\n"
      },
      {
        "name": "ga4_sessions",
        "bigquery": "-- Sessions of the GA4 export: the number in event_params is unique only together with the user's pseudonym and the stream.\n-- GA4 导出中的会话：event_params 中的编号须与用户的匿名标识及数据流合在一起才唯一。\nWITH events AS (\n  SELECT\n    PARSE_DATE('%Y%m%d', event_date) AS export_day,\n    event_timestamp,\n    stream_id,\n    user_pseudo_id,\n    (SELECT p.value.int_value FROM UNNEST(event_params) AS p WITH OFFSET AS i WHERE p.key = 'ga_session_id' ORDER BY i LIMIT 1) AS session_id\n  FROM `{{dataset}}.events_*`\n  WHERE _TABLE_SUFFIX BETWEEN '{{from}}' AND '{{to}}'\n)\nSELECT\n  CONCAT(COALESCE(stream_id, ''), '/', user_pseudo_id, '/', CAST(session_id AS STRING)) AS session_key,\n  'session' AS kind,\n  TIMESTAMP_MICROS(MIN(event_timestamp)) AS started_at,\n  DATE_SUB(MAX(export_day), INTERVAL 3 DAY) AS final_before\nFROM events\nWHERE user_pseudo_id IS NOT NULL AND session_id IS NOT NULL\nGROUP BY stream_id, user_pseudo_id, session_id\nUNION ALL\nSELECT CONCAT('export/', CAST(export_day AS STRING)), 'export', TIMESTAMP(export_day), DATE_SUB(export_day, INTERVAL 3 DAY)\nFROM (SELECT DISTINCT export_day FROM events)\n",
        "duckdb": "-- Sessions of the GA4 export: the number in event_params is unique only together with the user's pseudonym and the stream.\n-- GA4 导出中的会话：event_params 中的编号须与用户的匿名标识及数据流合在一起才唯一。\nWITH events AS (\n  SELECT\n    CAST(strptime(event_date, '%Y%m%d') AS DATE) AS export_day,\n    event_timestamp,\n    stream_id,\n    user_pseudo_id,\n    list_filter(event_params, lambda p: p.key = 'ga_session_id')[1].value.int_value AS session_id\n  FROM \"{{dataset}}\".events\n  WHERE event_date BETWEEN '{{from}}' AND '{{to}}'\n)\nSELECT\n  COALESCE(stream_id, '') || '/' || user_pseudo_id || '/' || CAST(session_id AS VARCHAR) AS session_key,\n  'session' AS kind,\n  make_timestamptz(min(event_timestamp)) AS started_at,\n  CAST(max(export_day) - INTERVAL 3 DAY AS DATE) AS final_before\nFROM events\nWHERE user_pseudo_id IS NOT NULL AND session_id IS NOT NULL\nGROUP BY stream_id, user_pseudo_id, session_id\nUNION ALL\nSELECT 'export/' || CAST(export_day AS VARCHAR), 'export', CAST(export_day AS TIMESTAMPTZ), CAST(export_day - INTERVAL 3 DAY AS DATE)\nFROM (SELECT DISTINCT export_day FROM events)\n"
      }
    ]
  },
  "google-ads-export@1": {
    "parameters": {
      "dataset": "google",
      "custodian": "provider",
      "download": {
        "default": "csv",
        "choices": {
          "csv": {},
          "excel_csv": {}
        }
      },
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# Google Ads › Campaigns › Segment by time: day › Download .csv or Excel .csv, in English: two lines above the header, totals below the rows.\n# Looked at: support.google.com/google-ads, Download your data, and files of 2026.\n# Google Ads › 广告系列 › 细分：时间（天）› 下载 .csv 或 Excel .csv，英文界面：表头上方两行，数据下方为合计。依据：support.google.com/google-ads《下载数据》及 2026 年文件。\n\nfacts:\n  google_ads_export:\n    table: \"{{dataset}}.campaigns\"\n    format:\n{{?download=excel_csv}}       encoding: utf-16\n{{?download=excel_csv}}       delimiter: \"\\t\"\n      skip: 2\n      thousands: \",\"\n      nulls: [\"--\"]\n      stopAt: \"Total:\"\n    columns:\n      day: Day\n      campaign: Campaign\n      currency: Currency code\n      cost: Cost\n      clicks: Clicks\n      value: Conv. value\n    grain: [day, campaign]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: campaigns } }\n\nmeasures:\n  google_export_amount_spent:\n    definition: { en: \"What Google Ads charged, on the day of the ad account; -- is nothing\", zh: Google Ads 费用，按广告账户日期计；“--”视为没有 }\n    of: google_ads_export\n    sum: cost\n    when: day\n    currency: currency\n    nulls: zero\n  google_export_clicks: { title: { en: Clicks on Google Ads, zh: Google Ads 点击数 }, definition: { en: Clicks on ads, zh: 广告点击数 }, of: google_ads_export, sum: clicks, when: day, nulls: zero }\n  google_export_conversion_value:\n    title: { en: Conversions attributed by Google Ads, zh: Google Ads 归因转化价值 }\n    definition: { en: \"Value of conversions that Google Ads attributes to its ads, on the day of the click\", zh: Google Ads 归因于广告的转化价值，按点击日计 }\n    of: google_ads_export\n    sum: value\n    when: day\n    currency: currency\n    nulls: zero\n\nmetrics:\n  google_export_spend: { title: { en: Google ad spend, zh: Google 广告费 }, formula: google_export_amount_spent, unit: money, type: flow }\n  google_export_roas: { title: { en: Google ROAS, zh: Google 投产比 }, formula: google_export_conversion_value / google_export_amount_spent, unit: number, type: ratio, decimals: 2 }\n  google_export_cpc: { title: { en: Google cost per click, zh: Google 单次点击费用 }, formula: google_export_amount_spent / google_export_clicks, unit: money, type: ratio, decimals: 2 }\n",
    "views": []
  },
  "google-ads@1": {
    "parameters": {
      "dataset": "google_ads",
      "custodian": "brand",
      "account": "required"
    },
    "definitions": "# yaml-language-server: $schema=../../schemas/definitions.schema.json\n#\n# Google Ads, as the BigQuery Data Transfer Service writes it: one set of tables per customer id. Days are those of the ad account.\n# Google Ads（BigQuery Data Transfer Service）：每个客户 ID 一组表；日期按广告账户时区。\n\nfacts:\n  # One row per day, campaign, network, device and slot. The snapshots of the account tell how far the transfer has come.\n  # 每天、广告系列、网络、设备、位置一行；账户快照说明数据已传输到何日。\n  google_ads:\n    view: google_ads\n    grain: [customer_id, campaign_id, day, network, device, slot]\n    custodian: \"{{custodian}}\"\n    freshness: { table: \"{{dataset}}.ads_Customer_{{account}}\", column: _DATA_DATE }\n\nmeasures:\n  google_ads_spend:\n    definition: { en: \"What Google Ads charged, on the day of the click, as last restated\", zh: Google Ads 收取的费用，按点击日计，以最近一次更新为准 }\n    of: google_ads\n    sum: cost\n    when: day\n    currency: currency\n  google_ads_clicks: { title: { en: Clicks on Google Ads, zh: Google Ads 点击数 }, definition: { en: Clicks on Google Ads, zh: Google Ads 点击数 }, of: google_ads, sum: clicks, when: day }\n  google_ads_conversion_value:\n    title: { en: Conversions attributed by Google Ads, zh: Google Ads 归因转化价值 }\n    definition: { en: \"Value of conversions that Google Ads attributes to itself, on the day of the click\", zh: Google Ads 自行归因的转化价值，按点击日计 }\n    of: google_ads\n    sum: conversion_value\n    when: day\n    currency: currency\n\nmetrics:\n  google_ads_cost: { title: { en: Google Ads cost, zh: Google Ads 费用 }, formula: google_ads_spend, unit: money, type: flow }\n  google_ads_roas: { title: { en: Google Ads ROAS, zh: Google Ads 投产比 }, formula: google_ads_conversion_value / google_ads_spend, unit: number, type: ratio, decimals: 2 }\n  google_ads_cpc: { title: { en: Google Ads cost per click, zh: Google Ads 单次点击费用 }, formula: google_ads_spend / google_ads_clicks, unit: money, type: ratio, decimals: 2 }\n",
    "views": [
      {
        "name": "google_ads",
        "bigquery": "-- Costs are whole millionths of the account's currency, which only the account's own snapshot names; two different\n-- ones are none.\n-- 费用以账户币种的百万分之一为单位的整数记录，币种只见于账户自身的快照；出现两种币种的视为没有币种。\nSELECT\n  CAST(s.customer_id AS STRING) AS customer_id,\n  CAST(s.campaign_id AS STRING) AS campaign_id,\n  s.segments_date AS day,\n  COALESCE(s.segments_ad_network_type, '') AS network,\n  COALESCE(s.segments_device, '') AS device,\n  COALESCE(s.segments_slot, '') AS slot,\n  CAST(s.metrics_cost_micros AS NUMERIC) * NUMERIC '0.000001' AS cost,\n  s.metrics_clicks AS clicks,\n  CAST(s.metrics_conversions_value AS NUMERIC) AS conversion_value,\n  c.currency\nFROM `{{dataset}}.ads_CampaignBasicStats_{{account}}` AS s\nLEFT JOIN (\n  SELECT customer_id, CASE WHEN MIN(customer_currency_code) = MAX(customer_currency_code) THEN MAX(customer_currency_code) END AS currency\n  FROM `{{dataset}}.ads_Customer_{{account}}`\n  WHERE _DATA_DATE = _LATEST_DATE\n  GROUP BY customer_id\n) AS c ON c.customer_id = s.customer_id\nWHERE s._DATA_DATE BETWEEN PARSE_DATE('%Y%m%d', '{{from}}') AND PARSE_DATE('%Y%m%d', '{{to}}')\n",
        "duckdb": "-- Costs are whole millionths of the account's currency, which only the account's own snapshot names; two different\n-- ones are none.\n-- 费用以账户币种的百万分之一为单位的整数记录，币种只见于账户自身的快照；出现两种币种的视为没有币种。\nSELECT\n  CAST(s.customer_id AS VARCHAR) AS customer_id,\n  CAST(s.campaign_id AS VARCHAR) AS campaign_id,\n  CAST(s.segments_date AS DATE) AS day,\n  COALESCE(s.segments_ad_network_type, '') AS network,\n  COALESCE(s.segments_device, '') AS device,\n  COALESCE(s.segments_slot, '') AS slot,\n  CAST(CAST(s.metrics_cost_micros AS DECIMAL(29, 0)) * CAST('0.000001' AS DECIMAL(6, 6)) AS DECIMAL(38, 9)) AS cost,\n  CAST(s.metrics_clicks AS BIGINT) AS clicks,\n  CAST(s.metrics_conversions_value AS DECIMAL(38, 9)) AS conversion_value,\n  c.currency\nFROM \"{{dataset}}\".ads_CampaignBasicStats_{{account}} AS s\nLEFT JOIN (\n  SELECT customer_id, CASE WHEN MIN(customer_currency_code) = MAX(customer_currency_code) THEN MAX(customer_currency_code) END AS currency\n  FROM \"{{dataset}}\".ads_Customer_{{account}}\n  WHERE _DATA_DATE = _LATEST_DATE\n  GROUP BY customer_id\n) AS c ON c.customer_id = s.customer_id\nWHERE CAST(s._DATA_DATE AS DATE) BETWEEN CAST(strptime('{{from}}', '%Y%m%d') AS DATE) AND CAST(strptime('{{to}}', '%Y%m%d') AS DATE)\n"
      }
    ]
  },
  "meta-ads-export@1": {
    "parameters": {
      "dataset": "meta",
      "custodian": "provider",
      "currency": "required",
      "headers": {
        "default": "en",
        "choices": {
          "en": {},
          "es": {},
          "zh": {}
        }
      },
      "encoding": {
        "default": "utf-8",
        "choices": {
          "utf-8": {},
          "gb18030": {}
        }
      },
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# Meta Ads Manager › Ads › Export table data (CSV), in English, simplified Chinese or Spanish, broken down by day, with Ad ID among the columns.\n# Looked at: Meta Business Help Center, Export ad reports, and files of 2026; other headers than English as programs that read such files name\n# them, each in two or more that know nothing of each other.\n# Meta 广告管理工具 › 广告 › 导出表格数据（CSV），英文、简体中文或西班牙文界面，按天细分，列中须含广告编号。依据：Meta 商务帮助中心《导出广告报告》及 2026 年文件；\n# 英文以外的表头以读取此类文件的程序为准，每个表头至少见于两个互不相关的程序。\n\nfacts:\n  # A total above the rows has no day and no id. Names are not unique, numbers are. / 顶部合计行没有日期与编号。名称可重复，编号不会。\n  meta_ads_export:\n    table: \"{{dataset}}.ads\"\n{{?encoding=gb18030}}     format: { encoding: gb18030 }\n    columns:\n{{?headers=en}}       day: Day\n{{?headers=en}}       ad_id: Ad ID\n{{?headers=en}}       spend: Amount spent ({{code}})\n{{?headers=en}}       clicks: Link clicks\n{{?headers=en}}       impressions: Impressions\n{{?headers=en}}       purchases: Purchases\n{{?headers=en}}       purchase_value: Purchases conversion value\n{{?headers=es}}       day: Día\n{{?headers=es}}       ad_id: Identificador del anuncio\n{{?headers=es}}       spend: Importe gastado ({{code}})\n{{?headers=es}}       clicks: Clics en el enlace\n{{?headers=es}}       impressions: Impresiones\n{{?headers=es}}       purchases: Compras\n{{?headers=es}}       purchase_value: Valor de conversión de compras\n{{?headers=zh}}       day: 单日\n{{?headers=zh}}       ad_id: 广告编号\n{{?headers=zh}}       spend: 已花费金额 ({{code}})\n{{?headers=zh}}       clicks: 链接点击量\n{{?headers=zh}}       impressions: 展示次数\n{{?headers=zh}}       purchases: 购物次数\n{{?headers=zh}}       purchase_value: 购物转化价值\n    grain: [day, ad_id]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: ads } }\n\nmeasures:\n  meta_export_amount_spent:\n    definition: { en: \"What Meta charged for ads, on the day of the ad account\", zh: Meta 广告费，按广告账户日期计 }\n    of: meta_ads_export\n    sum: spend\n    when: day\n    where: { ad_id: { isNull: false } }\n    currency: { code: \"{{code}}\" }\n  meta_export_link_clicks: { title: { en: Link clicks on Meta ads, zh: Meta 广告链接点击数 }, definition: { en: Clicks on links in ads, zh: 广告链接点击数 }, of: meta_ads_export, sum: clicks, when: day, where: { ad_id: { isNull: false } }, nulls: zero }\n  meta_export_conversion_value:\n    title: { en: Purchases attributed by Meta, zh: Meta 归因购买额 }\n    definition:\n      en: \"Value of purchases that Meta attributes to its ads, in the attribution window of the export, on the day that the export says\"\n      zh: Meta 归因于广告的购买价值，采用导出时的归因窗口与日期口径\n    of: meta_ads_export\n    sum: purchase_value\n    when: day\n    where: { ad_id: { isNull: false } }\n    currency: { code: \"{{code}}\" }\n    nulls: zero\n\nmetrics:\n  meta_export_spend: { title: { en: Meta ad spend, zh: Meta 广告费 }, formula: meta_export_amount_spent, unit: money, type: flow }\n  meta_export_roas: { title: { en: Meta ROAS, zh: Meta 投产比 }, formula: meta_export_conversion_value / meta_export_amount_spent, unit: number, type: ratio, decimals: 2 }\n  meta_export_cpc: { title: { en: Meta cost per link click, zh: Meta 单次链接点击费用 }, formula: meta_export_amount_spent / meta_export_link_clicks, unit: money, type: ratio, decimals: 2 }\n",
    "views": []
  },
  "shopee-orders-export@1": {
    "parameters": {
      "dataset": "shopee",
      "custodian": "brand",
      "currency": "required",
      "zone": "required",
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# Shopee Seller Centre › My Orders › Export (Order.all, XLSX), in English: one row per item, times without seconds in the shop's own zone, up to\n# a month per file. Looked at: seller.shopee.sg/edu, Export your orders, and files of 2025.\n# Shopee 卖家中心 › 我的订单 › 导出（Order.all，XLSX），英文界面：每件商品一行，时间为店铺当地时间且不含秒，每个文件至多一个月。\n# 依据：seller.shopee.sg/edu《导出订单》及 2025 年文件。\n\nfacts:\n  shopee_orders_export:\n    table: \"{{dataset}}.orders\"\n    columns:\n      order_id: Order ID\n      status: Order Status\n      product: Product Name\n      sku: SKU Reference No.\n      variation: Variation Name\n      paid_at: Order Paid Time\n      amount: Product Subtotal\n    grain: [order_id, product, sku, variation]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: orders } }\n\nmeasures:\n  shopee_export_paid_value:\n    definition:\n      en: \"Product subtotal (after the seller's discounts, before vouchers and shipping) of paid orders that are not cancelled, on the day they were paid\"\n      zh: 已付款且未取消订单的商品小计（扣卖家折扣，未扣优惠券，不含运费），按付款日计\n    of: shopee_orders_export\n    sum: amount\n    when: { column: paid_at, zone: \"{{zone}}\" }\n    where: { status: [To ship, Shipping, Shipped, To receive, Delivered, Completed] }\n    currency: { code: \"{{code}}\" }\n  shopee_export_paid_orders:\n    definition: { en: \"Paid orders that are not cancelled, on the day they were paid\", zh: 已付款且未取消的订单数，按付款日计 }\n    of: shopee_orders_export\n    countDistinct: order_id\n    when: { column: paid_at, zone: \"{{zone}}\" }\n    where: { status: [To ship, Shipping, Shipped, To receive, Delivered, Completed] }\n\nmetrics:\n  shopee_export_sales: { title: { en: Shopee sales, zh: Shopee 销售额 }, formula: shopee_export_paid_value, unit: money, type: flow }\n  shopee_export_orders: { title: { en: Shopee orders, zh: Shopee 订单数 }, formula: shopee_export_paid_orders, unit: number, type: flow, decimals: 0 }\n",
    "views": []
  },
  "shopify-orders-export@1": {
    "parameters": {
      "dataset": "shopify",
      "custodian": "brand",
      "encoding": {
        "default": "utf-8",
        "choices": {
          "utf-8": {},
          "gb18030": {}
        }
      },
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# Shopify admin › Orders › Export › \"CSV for Excel, Numbers, or other spreadsheet programs\". One row per item sold: the order's money, status\n# and times stand on its first row, the others have none of them. Looked at: help.shopify.com, Exporting orders (column list), and files.\n# Shopify 后台 › 订单 › 导出（表格用 CSV）。每件商品一行：金额、状态与时间只在订单首行，其余行为空。依据：help.shopify.com《导出订单》列表及实际文件。\n\nfacts:\n  # Times have their offset. A row that continues an order is in no day and has no status. / 时间自带偏移；续行没有日期与状态。\n  shopify_order_export:\n    table: \"{{dataset}}.orders\"\n{{?encoding=gb18030}}     format: { encoding: gb18030 }\n    columns:\n      id: Name\n      status: Financial Status\n      paid_at: Paid at\n      cancelled_at: Cancelled at\n      currency: Currency\n      subtotal: Subtotal\n    grain: [id]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: orders } }\n\nmeasures:\n  shopify_export_order_value:\n    definition:\n      en: \"Subtotal (goods after discounts, without shipping; with tax where the shop's prices hold it) of paid orders, on the day they were paid, before refunds\"\n      zh: 已付款订单的商品小计（扣折扣、不含运费；店铺定价含税时含税），按付款日计，未扣退款\n    of: shopify_order_export\n    sum: subtotal\n    when: paid_at\n    where: { status: [paid, partially_refunded, refunded] }\n    currency: currency\n  shopify_export_cancelled_value:\n    title: { en: Cancelled orders, zh: 已取消订单金额 }\n    definition:\n      en: Subtotal of paid orders that were cancelled, on the day of the cancellation, whether or not the money was given back\n      zh: 已付款后取消的订单的商品小计，按取消日计，无论款项是否退还\n    of: shopify_order_export\n    sum: subtotal\n    when: cancelled_at\n    where: { status: [paid, partially_refunded, refunded], paid_at: { isNull: false }, cancelled_at: { isNull: false } }\n    currency: currency\n  shopify_export_order_count:\n    definition: { en: \"Paid orders, on the day they were paid\", zh: 已付款订单数，按付款日计 }\n    of: shopify_order_export\n    count: rows\n    when: paid_at\n    where: { status: [paid, partially_refunded, refunded] }\n\nmetrics:\n  shopify_export_sales: { title: { en: Sales before refunds, zh: 退款前销售额 }, formula: shopify_export_order_value, unit: money, type: flow }\n  shopify_export_sales_kept: { title: { en: Sales less cancelled orders, zh: 扣除取消订单后的销售额 }, formula: shopify_export_order_value - shopify_export_cancelled_value, unit: money, type: flow }\n  shopify_export_orders: { title: { en: Paid orders, zh: 已付款订单数 }, formula: shopify_export_order_count, unit: number, type: flow, decimals: 0 }\n  shopify_export_basket: { title: { en: Average order value, zh: 客单价 }, formula: shopify_export_order_value / shopify_export_order_count, unit: money, type: ratio, decimals: 2 }\n",
    "views": []
  },
  "shopify-payouts-export@1": {
    "parameters": {
      "dataset": "shopify",
      "custodian": "brand",
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# Shopify admin › Finance › Payouts › Transactions › Export (payment_transactions_export). Refunds and chargebacks with the day on which they\n# happened, negative. Looked at: help.shopify.com, Viewing and exporting your Shopify Payments payout details, and files of 2026.\n# Shopify 后台 › 财务 › 付款 › 交易 › 导出。退款与拒付带发生日期，金额为负。依据：help.shopify.com《查看与导出 Shopify Payments 付款详情》及 2026 年文件。\n\nfacts:\n  # The export has no number of a transaction: what identifies a row is when, what, for which order and how much.\n  # 导出文件没有交易编号：以时间、类型、订单与金额识别一行。\n  shopify_payout_export:\n    table: \"{{dataset}}.payouts\"\n    columns:\n      at: Transaction Date\n      type: Type\n      order_id: Order\n      amount: Amount\n      currency: Currency\n    grain: [at, type, order_id, amount]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: payouts } }\n\nmeasures:\n  shopify_export_refund_amount:\n    title: { en: Refunds in Shopify Payments, zh: Shopify Payments 退款额 }\n    definition:\n      en: \"What Shopify Payments gave back to customers, goods, shipping and tax together, on the day of the refund; negative\"\n      zh: Shopify Payments 退还顾客的款项（商品、运费与税合计），按退款日计；为负数\n    of: shopify_payout_export\n    sum: amount\n    when: at\n    where: { type: refund }\n    currency: currency\n  shopify_export_chargeback_amount:\n    title: { en: Chargebacks, zh: 拒付金额 }\n    definition: { en: \"Chargebacks as Shopify Payments books them, on their day; negative\", zh: Shopify Payments 入账的拒付，按发生日计；为负数 }\n    of: shopify_payout_export\n    sum: amount\n    when: at\n    where: { type: chargeback }\n    currency: currency\n\nmetrics:\n  shopify_export_refunds: { title: { en: Refunds, zh: 退款 }, formula: -shopify_export_refund_amount, unit: money, type: flow }\n  shopify_export_chargebacks: { title: { en: Chargebacks, zh: 拒付 }, formula: -shopify_export_chargeback_amount, unit: money, type: flow }\n",
    "views": []
  },
  "shopify@1": {
    "parameters": {
      "dataset": "shopify",
      "custodian": "brand",
      "connection": {
        "default": "rest",
        "choices": {
          "rest": {
            "status": "financial_status",
            "subtotal": "subtotal_price",
            "currencyOf": "currency",
            "refundedAt": "COALESCE(r.processed_at, r.created_at)",
            "refundLines": "order_line_refund",
            "refundValue": "subtotal",
            "adjustment": "amount",
            "adjustsGoods": "COALESCE(kind, '') <> 'shipping_refund'",
            "isGiftCard": "gift_card",
            "linePrice": "price",
            "lineDiscount": "total_discount"
          },
          "graphql": {
            "status": "display_financial_status",
            "subtotal": "subtotal_price_set_shop_amount",
            "currencyOf": "currency_code",
            "refundedAt": "r.created_at",
            "refundLines": "refund_line_item",
            "refundValue": "subtotal_set_shop_amount",
            "adjustment": "amount_set_shop_amount",
            "adjustsGoods": "TRUE",
            "isGiftCard": "is_gift_card",
            "linePrice": "original_unit_price_set_shop_amount",
            "lineDiscount": "total_discount_set_shop_amount"
          },
          "graphql_order_line_refund": {
            "status": "display_financial_status",
            "subtotal": "subtotal_price_set_shop_amount",
            "currencyOf": "currency_code",
            "refundedAt": "r.created_at",
            "refundLines": "order_line_refund",
            "refundValue": "subtotal_set_shop_amount",
            "adjustment": "amount_set_shop_amount",
            "adjustsGoods": "TRUE",
            "isGiftCard": "is_gift_card",
            "linePrice": "original_unit_price_set_shop_amount",
            "lineDiscount": "total_discount_set_shop_amount"
          }
        }
      },
      "giftCards": {
        "default": "none",
        "ask": true,
        "choices": {
          "none": {
            "words": "gift cards count as goods when they are sold",
            "wordsZh": "礼品卡在售出时按商品计"
          },
          "apart": {
            "words": "gift cards do not count when they are sold but when they pay for goods",
            "wordsZh": "礼品卡售出时不计，用于支付商品时计入"
          }
        }
      }
    },
    "definitions": "# yaml-language-server: $schema=../../schemas/definitions.schema.json\n#\n# Shopify, as Fivetran writes it (order, refund, refund lines, order_adjustment, order_line). Money is shop money, not what the\n# customer's card was shown. / Shopify（Fivetran 结构）：金额为店铺币种，而非顾客结账时所见币种。\n\nfacts:\n  # A paid order is an entry on its day; its cancellation is another that takes it back on the day of the cancellation. The sync time\n  # of the orders tells how far the shop's data have come.\n  # 已付款订单在下单日记一笔；取消时在取消日另记一笔冲回。订单同步时间说明数据已到何时。\n  shopify_orders: { view: shopify_orders, grain: [order_id, entry], custodian: \"{{custodian}}\", freshness: { table: \"{{dataset}}.order\", column: _fivetran_synced } }\n  # A refund of an order that counts is an entry; the order's cancellation takes it back too, since the whole order is taken back then.\n  # 计入订单的退款各记一笔；订单取消时一并冲回，因为整单已被冲回。\n  shopify_refunds: { view: shopify_refunds, grain: [refund_id, entry], custodian: \"{{custodian}}\", freshness: { table: \"{{dataset}}.order\", column: _fivetran_synced } }\n\nmeasures:\n  shopify_sales:\n    definition:\n      en: \"Goods value after discounts and without shipping of paid orders that are no tests, on the day of the order, less that of cancelled ones on the day of the cancellation, before refunds; {{words}}\"\n      zh: \"已付款订单的商品金额（扣折扣、不含运费），不含测试订单，按下单日计；取消的订单在取消日冲回；未扣退款；{{wordsZh}}\"\n    of: shopify_orders\n    sum: item_value\n    when: entered_at\n    currency: currency\n  shopify_refunded:\n    title: { en: Refunds in Shopify, zh: Shopify 退款额 }\n    definition:\n      en: \"Goods value given back to customers for orders that count, on the day of the refund; what was given back for a cancelled order is part of the cancellation\"\n      zh: 已计入的订单退还顾客的商品金额，按退款日计；取消订单的退款并入取消冲回\n    of: shopify_refunds\n    sum: amount\n    when: entered_at\n    currency: currency\n  shopify_order_count:\n    title: { en: Orders in Shopify, zh: Shopify 订单数 }\n    definition:\n      en: Paid orders that are no tests, on the day of the order, less cancelled ones on the day of the cancellation\n      zh: 已付款订单数，不含测试订单，按下单日计；取消的订单在取消日扣减\n    of: shopify_orders\n    sum: orders\n    when: entered_at\n  shopify_new_customers:\n    definition:\n      en: \"Customers by the day of their first paid order, less those whose last remaining order was cancelled, on that day; orders without a customer are nobody's first\"\n      zh: 按首笔已付款订单日统计的新客数；名下订单全部取消的顾客在取消日扣减；无顾客信息的订单不计\n    of: shopify_orders\n    sum: customers\n    when: entered_at\n\nmetrics:\n  shopify_gross_sales: { title: { en: Sales before refunds, zh: 退款前销售额 }, formula: shopify_sales, unit: money, type: flow }\n  shopify_net_sales: { title: { en: Net sales, zh: 净销售额 }, formula: shopify_sales - shopify_refunded, unit: money, type: flow }\n  shopify_first_buyers: { title: { en: New customers, zh: 新客数 }, formula: shopify_new_customers, unit: number, type: flow, decimals: 0 }\n  shopify_refund_rate: { title: { en: Refund rate, zh: 退款率 }, formula: shopify_refunded / shopify_sales, unit: share, type: ratio, decimals: 1 }\n  shopify_order_value: { title: { en: Average order value, zh: 客单价 }, formula: shopify_sales / shopify_order_count, unit: money, type: ratio, decimals: 2 }\n",
    "views": [
      {
        "name": "shopify_orders",
        "bigquery": "-- Orders in the shop's own currency, as entries: a paid one on its day, its cancellation on the day it was cancelled, so that a\n-- cancellation takes back what was counted even when the order's period is closed. An order whose status is not known is undefined.\n-- One that was deleted in Shopify stays in the table, marked: it is left out, unless a cancellation or a refund has taken it back,\n-- which would be undone in an open period while the order's own is closed.\n-- 订单以店铺本币记为分录：付款记在付款当日，取消记在取消当日，因此即使订单所在结算期已结，取消仍会扣回已计入的金额。\n-- 状态未知的订单，数值无法确定。在 Shopify 中删除的订单仍留在表中并带有标记：不予计入，除非已被取消或退款扣回；\n-- 否则会在未结的结算期撤销扣回，而订单自身的结算期已结。\nWITH orders AS (\n  SELECT\n    o.id AS order_id,\n    o.customer_id,\n    o.processed_at,\n    o.cancelled_at,\n    CASE WHEN o.{{status}} IS NOT NULL THEN 1 END AS counted,\n{{?giftCards=none}}    CAST(o.{{subtotal}} AS NUMERIC) AS item_value,\n{{?giftCards=apart}}    CAST(o.{{subtotal}} AS NUMERIC) - CASE WHEN g.order_id IS NULL THEN 0 ELSE g.amount END AS item_value,\n    o.{{currencyOf}} AS currency\n  FROM `{{dataset}}.order` AS o\n{{?giftCards=apart}}  LEFT JOIN (\n{{?giftCards=apart}}    SELECT\n{{?giftCards=apart}}      order_id,\n{{?giftCards=apart}}      CASE\n{{?giftCards=apart}}        WHEN COUNT(*) = COUNT({{linePrice}} * quantity)\n{{?giftCards=apart}}        THEN SUM(CAST({{linePrice}} AS NUMERIC) * CAST(quantity AS INT64) - COALESCE(CAST({{lineDiscount}} AS NUMERIC), 0))\n{{?giftCards=apart}}      END AS amount\n{{?giftCards=apart}}    FROM `{{dataset}}.order_line`\n{{?giftCards=apart}}    WHERE {{isGiftCard}}\n{{?giftCards=apart}}    GROUP BY order_id\n{{?giftCards=apart}}  ) AS g ON g.order_id = o.id\n  WHERE NOT COALESCE(o.test, FALSE)\n    AND (\n      NOT COALESCE(o._fivetran_deleted, FALSE)\n      OR o.cancelled_at IS NOT NULL\n      OR LOWER(o.{{status}}) IN ('partially_refunded', 'refunded')\n    )\n    AND COALESCE(LOWER(o.{{status}}) IN ('paid', 'partially_refunded', 'refunded'), TRUE)\n),\nentries AS (\n  SELECT order_id, 'order' AS entry, customer_id, processed_at AS entered_at, counted AS change, item_value, currency FROM orders\n  UNION ALL\n  SELECT order_id, 'cancelled', customer_id, cancelled_at, -counted, item_value, currency FROM orders WHERE cancelled_at IS NOT NULL\n),\nstanding AS (\n  SELECT\n    *,\n    SUM(change) OVER (\n      PARTITION BY customer_id ORDER BY entered_at NULLS LAST, change DESC NULLS LAST, order_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW\n    ) AS orders_left\n  FROM entries\n)\nSELECT\n  order_id,\n  entry,\n  entered_at,\n  customer_id,\n  change * item_value AS item_value,\n  change AS orders,\n  CASE\n    WHEN change IS NULL THEN NULL\n    WHEN customer_id IS NULL THEN 0\n    WHEN change = 1 AND orders_left = 1 THEN 1\n    WHEN change = -1 AND orders_left = 0 THEN -1\n    ELSE 0\n  END AS customers,\n  currency\nFROM standing\n",
        "duckdb": "-- Orders in the shop's own currency, as entries: a paid one on its day, its cancellation on the day it was cancelled, so that a\n-- cancellation takes back what was counted even when the order's period is closed. An order whose status is not known is undefined.\n-- One that was deleted in Shopify stays in the table, marked: it is left out, unless a cancellation or a refund has taken it back,\n-- which would be undone in an open period while the order's own is closed.\n-- 订单以店铺本币记为分录：付款记在付款当日，取消记在取消当日，因此即使订单所在结算期已结，取消仍会扣回已计入的金额。\n-- 状态未知的订单，数值无法确定。在 Shopify 中删除的订单仍留在表中并带有标记：不予计入，除非已被取消或退款扣回；\n-- 否则会在未结的结算期撤销扣回，而订单自身的结算期已结。\nWITH orders AS (\n  SELECT\n    o.id AS order_id,\n    o.customer_id,\n    o.processed_at,\n    o.cancelled_at,\n    CASE WHEN o.{{status}} IS NOT NULL THEN 1 END AS counted,\n{{?giftCards=none}}    CAST(o.{{subtotal}} AS DECIMAL(38, 9)) AS item_value,\n{{?giftCards=apart}}    CAST(o.{{subtotal}} AS DECIMAL(38, 9)) - CASE WHEN g.order_id IS NULL THEN 0 ELSE g.amount END AS item_value,\n    o.{{currencyOf}} AS currency\n  FROM \"{{dataset}}\".\"order\" AS o\n{{?giftCards=apart}}  LEFT JOIN (\n{{?giftCards=apart}}    SELECT\n{{?giftCards=apart}}      order_id,\n{{?giftCards=apart}}      CASE\n{{?giftCards=apart}}        WHEN COUNT(*) = COUNT({{linePrice}} * quantity)\n{{?giftCards=apart}}        THEN SUM(CAST({{linePrice}} AS DECIMAL(38, 9)) * CAST(quantity AS BIGINT) - COALESCE(CAST({{lineDiscount}} AS DECIMAL(38, 9)), 0))\n{{?giftCards=apart}}      END AS amount\n{{?giftCards=apart}}    FROM \"{{dataset}}\".order_line\n{{?giftCards=apart}}    WHERE {{isGiftCard}}\n{{?giftCards=apart}}    GROUP BY order_id\n{{?giftCards=apart}}  ) AS g ON g.order_id = o.id\n  WHERE NOT COALESCE(o.test, FALSE)\n    AND (\n      NOT COALESCE(o._fivetran_deleted, FALSE)\n      OR o.cancelled_at IS NOT NULL\n      OR LOWER(o.{{status}}) IN ('partially_refunded', 'refunded')\n    )\n    AND COALESCE(LOWER(o.{{status}}) IN ('paid', 'partially_refunded', 'refunded'), TRUE)\n),\nentries AS (\n  SELECT order_id, 'order' AS entry, customer_id, processed_at AS entered_at, counted AS change, item_value, currency FROM orders\n  UNION ALL\n  SELECT order_id, 'cancelled', customer_id, cancelled_at, -counted, item_value, currency FROM orders WHERE cancelled_at IS NOT NULL\n),\nstanding AS (\n  SELECT\n    *,\n    SUM(change) OVER (\n      PARTITION BY customer_id ORDER BY entered_at NULLS LAST, change DESC NULLS LAST, order_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW\n    ) AS orders_left\n  FROM entries\n)\nSELECT\n  order_id,\n  entry,\n  entered_at,\n  customer_id,\n  change * item_value AS item_value,\n  change AS orders,\n  CASE\n    WHEN change IS NULL THEN NULL\n    WHEN customer_id IS NULL THEN 0\n    WHEN change = 1 AND orders_left = 1 THEN 1\n    WHEN change = -1 AND orders_left = 0 THEN -1\n    ELSE 0\n  END AS customers,\n  currency\nFROM standing\n"
      },
      {
        "name": "shopify_refunds",
        "bigquery": "-- What customers got back for goods: refunded lines, and what was given back besides. Adjustments are negative where money left the\n-- shop. A refund belongs to its own day, and to the order's currency. Only refunds of orders that count are here: what was not\n-- counted is not taken back. A cancellation takes the whole order back, and so the refunds before it; those after it are part of it.\n-- A refund whose order is not there, or has no known status, is undefined.\n-- 退还给顾客的商品款：退货行，以及另行退还的金额。流出店铺的调整为负数。退款计入其自身日期，以订单币种计。\n-- 此处只有计入的订单的退款：未计入的不予扣回。取消会扣回整单，也就包括此前的退款；此后的退款是其中一部分。\n-- 订单不存在或状态未知的退款，数值无法确定。\nWITH refunds AS (\n  SELECT\n    r.id AS refund_id,\n    {{refundedAt}} AS refunded_at,\n    o.cancelled_at,\n    CASE\n      WHEN o.id IS NOT NULL AND o.{{status}} IS NOT NULL\n      THEN CASE WHEN l.refund_id IS NULL THEN 0 ELSE l.amount END - CASE WHEN a.refund_id IS NULL THEN 0 ELSE a.amount END\n    END AS amount,\n    o.{{currencyOf}} AS currency\n  FROM `{{dataset}}.refund` AS r\n  LEFT JOIN `{{dataset}}.order` AS o ON o.id = r.order_id\n  LEFT JOIN (\n    SELECT l.refund_id, CASE WHEN COUNT(*) = COUNT(l.{{refundValue}}) THEN SUM(CAST(l.{{refundValue}} AS NUMERIC)) END AS amount\n    FROM `{{dataset}}.{{refundLines}}` AS l\n{{?giftCards=apart}}    LEFT JOIN `{{dataset}}.order_line` AS s ON s.id = l.order_line_id\n{{?giftCards=apart}}    WHERE NOT COALESCE(s.{{isGiftCard}}, FALSE)\n    GROUP BY l.refund_id\n  ) AS l ON l.refund_id = r.id\n  LEFT JOIN (\n    SELECT refund_id, CASE WHEN COUNT(*) = COUNT({{adjustment}}) THEN SUM(CAST({{adjustment}} AS NUMERIC)) END AS amount\n    FROM `{{dataset}}.order_adjustment`\n    WHERE {{adjustsGoods}}\n    GROUP BY refund_id\n  ) AS a ON a.refund_id = r.id\n  WHERE NOT COALESCE(o.test, FALSE)\n    AND (\n      NOT COALESCE(o._fivetran_deleted, FALSE)\n      OR o.cancelled_at IS NOT NULL\n      OR LOWER(o.{{status}}) IN ('partially_refunded', 'refunded')\n    )\n    AND COALESCE(LOWER(o.{{status}}) IN ('paid', 'partially_refunded', 'refunded'), TRUE)\n)\nSELECT refund_id, 'refund' AS entry, refunded_at AS entered_at, amount, currency\nFROM refunds\nWHERE cancelled_at IS NULL OR refunded_at < cancelled_at\nUNION ALL\nSELECT refund_id, 'cancelled', cancelled_at, -amount, currency\nFROM refunds\nWHERE refunded_at < cancelled_at\n",
        "duckdb": "-- What customers got back for goods: refunded lines, and what was given back besides. Adjustments are negative where money left the\n-- shop. A refund belongs to its own day, and to the order's currency. Only refunds of orders that count are here: what was not\n-- counted is not taken back. A cancellation takes the whole order back, and so the refunds before it; those after it are part of it.\n-- A refund whose order is not there, or has no known status, is undefined.\n-- 退还给顾客的商品款：退货行，以及另行退还的金额。流出店铺的调整为负数。退款计入其自身日期，以订单币种计。\n-- 此处只有计入的订单的退款：未计入的不予扣回。取消会扣回整单，也就包括此前的退款；此后的退款是其中一部分。\n-- 订单不存在或状态未知的退款，数值无法确定。\nWITH refunds AS (\n  SELECT\n    r.id AS refund_id,\n    {{refundedAt}} AS refunded_at,\n    o.cancelled_at,\n    CASE\n      WHEN o.id IS NOT NULL AND o.{{status}} IS NOT NULL\n      THEN CASE WHEN l.refund_id IS NULL THEN 0 ELSE l.amount END - CASE WHEN a.refund_id IS NULL THEN 0 ELSE a.amount END\n    END AS amount,\n    o.{{currencyOf}} AS currency\n  FROM \"{{dataset}}\".refund AS r\n  LEFT JOIN \"{{dataset}}\".\"order\" AS o ON o.id = r.order_id\n  LEFT JOIN (\n    SELECT l.refund_id, CASE WHEN COUNT(*) = COUNT(l.{{refundValue}}) THEN SUM(CAST(l.{{refundValue}} AS DECIMAL(38, 9))) END AS amount\n    FROM \"{{dataset}}\".{{refundLines}} AS l\n{{?giftCards=apart}}    LEFT JOIN \"{{dataset}}\".order_line AS s ON s.id = l.order_line_id\n{{?giftCards=apart}}    WHERE NOT COALESCE(s.{{isGiftCard}}, FALSE)\n    GROUP BY l.refund_id\n  ) AS l ON l.refund_id = r.id\n  LEFT JOIN (\n    SELECT refund_id, CASE WHEN COUNT(*) = COUNT({{adjustment}}) THEN SUM(CAST({{adjustment}} AS DECIMAL(38, 9))) END AS amount\n    FROM \"{{dataset}}\".order_adjustment\n    WHERE {{adjustsGoods}}\n    GROUP BY refund_id\n  ) AS a ON a.refund_id = r.id\n  WHERE NOT COALESCE(o.test, FALSE)\n    AND (\n      NOT COALESCE(o._fivetran_deleted, FALSE)\n      OR o.cancelled_at IS NOT NULL\n      OR LOWER(o.{{status}}) IN ('partially_refunded', 'refunded')\n    )\n    AND COALESCE(LOWER(o.{{status}}) IN ('paid', 'partially_refunded', 'refunded'), TRUE)\n)\nSELECT refund_id, 'refund' AS entry, refunded_at AS entered_at, amount, currency\nFROM refunds\nWHERE cancelled_at IS NULL OR refunded_at < cancelled_at\nUNION ALL\nSELECT refund_id, 'cancelled', cancelled_at, -amount, currency\nFROM refunds\nWHERE refunded_at < cancelled_at\n"
      }
    ]
  },
  "tiktok-ads-export@1": {
    "parameters": {
      "dataset": "tiktok",
      "custodian": "provider",
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# TikTok Ads Manager › Reporting › Custom reports: dimensions Campaign ID and By Day, metrics Cost, Currency, Clicks (destination) › CSV or XLSX,\n# in English; the total stands below the rows. Looked at: ads.tiktok.com/help, Create a custom report, and files of 2026.\n# TikTok 广告管理平台 › 报表 › 自定义报表：维度取 Campaign ID 与 By Day，指标取 Cost、Currency、Clicks (destination) › CSV 或 XLSX，英文界面；合计行在末尾。\n# 依据：ads.tiktok.com/help《创建自定义报表》及 2026 年文件。\n\nfacts:\n  tiktok_ads_export:\n    table: \"{{dataset}}.ads\"\n    format: { stopAt: Total of, nulls: [\"-\"] }\n    columns:\n      day: By Day\n      campaign_id: { header: Campaign ID, strip: \"\\t\" }\n      currency: Currency\n      cost: Cost\n      clicks: Clicks (destination)\n    grain: [day, campaign_id]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: ads } }\n\nmeasures:\n  tiktok_export_amount_spent:\n    definition: { en: \"What TikTok charged for ads, on the day of the ad account\", zh: TikTok 广告费，按广告账户日期计 }\n    of: tiktok_ads_export\n    sum: cost\n    when: day\n    currency: currency\n  tiktok_export_ad_clicks: { title: { en: Clicks on TikTok ads, zh: TikTok 广告点击数 }, definition: { en: Clicks that led to the destination, zh: 到达落地页的点击数 }, of: tiktok_ads_export, sum: clicks, when: day, nulls: zero }\n\nmetrics:\n  tiktok_export_spend: { title: { en: TikTok ad spend, zh: TikTok 广告费 }, formula: tiktok_export_amount_spent, unit: money, type: flow }\n  tiktok_export_cpc: { title: { en: TikTok cost per click, zh: TikTok 单次点击费用 }, formula: tiktok_export_amount_spent / tiktok_export_ad_clicks, unit: money, type: ratio, decimals: 2 }\n",
    "views": []
  },
  "tiktok-ads@1": {
    "parameters": {
      "dataset": "tiktok_ads",
      "custodian": "brand",
      "currency": "required",
      "zone": "required"
    },
    "definitions": "# yaml-language-server: $schema=../../schemas/definitions.schema.json\n#\n# TikTok Ads, as Airbyte's TikTok Marketing connector loads the stream ads_reports_daily: days of the ad account, metrics as texts within a\n# JSON column, no currency. Looked at: Airbyte's schema basic_reports.json of source-tiktok-marketing (0a2a83c).\n# TikTok 广告（Airbyte TikTok Marketing 的 ads_reports_daily）：按广告账户日期，指标为 JSON 列中的文本，无币种。\n# 依据：Airbyte source-tiktok-marketing 的 basic_reports.json（0a2a83c）。\n\nfacts:\n  # One row per day and ad. / 每天每条广告一行。\n  tiktok_ads: { view: tiktok_ads, grain: [ad_id, day], custodian: \"{{custodian}}\", freshness: { table: \"{{dataset}}.ads_reports_daily\", column: _airbyte_extracted_at } }\n\nmeasures:\n  tiktok_ads_spend:\n    definition: { en: \"What TikTok charged for ads, on the day of the ad account ({{zone}}), as last restated\", zh: \"TikTok 广告费，按广告账户日期（{{zone}}）计，以最近一次更新为准\" }\n    of: tiktok_ads\n    sum: spend\n    when: day\n    currency: currency\n  tiktok_ads_clicks: { title: { en: Clicks on TikTok ads, zh: TikTok 广告点击数 }, definition: { en: \"Clicks on TikTok ads, on the day of the ad account ({{zone}})\", zh: \"TikTok 广告点击数，按广告账户日期（{{zone}}）计\" }, of: tiktok_ads, sum: clicks, when: day }\n\nmetrics:\n  tiktok_ads_cost: { title: { en: TikTok ad cost, zh: TikTok 广告费 }, formula: tiktok_ads_spend, unit: money, type: flow }\n  tiktok_ads_cpc: { title: { en: TikTok cost per click, zh: TikTok 单次点击费用 }, formula: tiktok_ads_spend / tiktok_ads_clicks, unit: money, type: ratio, decimals: 2 }\n",
    "views": [
      {
        "name": "tiktok_ads",
        "bigquery": "-- One row per ad and day. Airbyte loads the latest days again and again: the latest load counts, and where two of one instant differ there\n-- is no figure. Metrics are texts within a JSON column; a text that is no number is none.\n-- 每条广告每天一行。Airbyte 会反复载入最近日期：以最后一次载入为准，同一时刻的两次载入不一致的，没有数值。\n-- 各项指标是 JSON 列中的文本；不是数字的文本视为没有数值。\nWITH loaded AS (\n  SELECT\n    CAST(ad_id AS STRING) AS ad_id,\n    CAST(stat_time_day AS DATE) AS day,\n    JSON_VALUE(metrics, '$.spend') AS spend,\n    JSON_VALUE(metrics, '$.clicks') AS clicks,\n    RANK() OVER (PARTITION BY ad_id, CAST(stat_time_day AS DATE) ORDER BY _airbyte_extracted_at DESC) AS load_rank\n  FROM `{{dataset}}.ads_reports_daily`\n),\nlatest AS (\n  SELECT\n    ad_id,\n    day,\n    CASE WHEN COUNT(*) = COUNT(spend) AND MIN(spend) = MAX(spend) THEN MAX(spend) END AS spend,\n    CASE WHEN COUNT(*) = COUNT(clicks) AND MIN(clicks) = MAX(clicks) THEN MAX(clicks) END AS clicks\n  FROM loaded\n  WHERE load_rank = 1\n  GROUP BY ad_id, day\n)\nSELECT\n  ad_id,\n  day,\n  CASE WHEN REGEXP_CONTAINS(spend, r'^\\d{1,28}([.]\\d{1,9})?$') THEN CAST(spend AS NUMERIC) END AS spend,\n  CASE WHEN REGEXP_CONTAINS(clicks, r'^\\d{1,18}$') THEN CAST(clicks AS INT64) END AS clicks,\n  {{currency}} AS currency\nFROM latest\n",
        "duckdb": "-- One row per ad and day. Airbyte loads the latest days again and again: the latest load counts, and where two of one instant differ there\n-- is no figure. Metrics are texts within a JSON column; a text that is no number is none.\n-- 每条广告每天一行。Airbyte 会反复载入最近日期：以最后一次载入为准，同一时刻的两次载入不一致的，没有数值。\n-- 各项指标是 JSON 列中的文本；不是数字的文本视为没有数值。\nWITH loaded AS (\n  SELECT\n    CAST(ad_id AS VARCHAR) AS ad_id,\n    CAST(stat_time_day AS DATE) AS day,\n    json_extract_string(CAST(metrics AS JSON), '$.spend') AS spend,\n    json_extract_string(CAST(metrics AS JSON), '$.clicks') AS clicks,\n    RANK() OVER (PARTITION BY ad_id, CAST(stat_time_day AS DATE) ORDER BY _airbyte_extracted_at DESC) AS load_rank\n  FROM \"{{dataset}}\".ads_reports_daily\n),\nlatest AS (\n  SELECT\n    ad_id,\n    day,\n    CASE WHEN COUNT(*) = COUNT(spend) AND MIN(spend) = MAX(spend) THEN MAX(spend) END AS spend,\n    CASE WHEN COUNT(*) = COUNT(clicks) AND MIN(clicks) = MAX(clicks) THEN MAX(clicks) END AS clicks\n  FROM loaded\n  WHERE load_rank = 1\n  GROUP BY ad_id, day\n)\nSELECT\n  ad_id,\n  day,\n  CASE WHEN regexp_full_match(spend, '\\d{1,28}([.]\\d{1,9})?') THEN CAST(spend AS DECIMAL(38, 9)) END AS spend,\n  CASE WHEN regexp_full_match(clicks, '\\d{1,18}') THEN CAST(clicks AS BIGINT) END AS clicks,\n  {{currency}} AS currency\nFROM latest\n"
      }
    ]
  },
  "tiktok-shop-export@1": {
    "parameters": {
      "dataset": "tiktok",
      "custodian": "brand",
      "currency": "required",
      "zone": "required",
      "site": {
        "default": "us",
        "ask": true,
        "choices": {
          "us": {
            "clock": "%m/%d/%Y %I:%M:%S %p"
          },
          "sea": {
            "clock": "%d/%m/%Y %H:%M:%S"
          }
        }
      },
      "encoding": {
        "default": "utf-8",
        "choices": {
          "utf-8": {},
          "gb18030": {}
        }
      },
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# TikTok Shop Seller Center › Orders › Export (CSV or XLSX), in English: a row of descriptions below the header, tabs behind numbers and times,\n# one row per item. Looked at: seller-us.tiktok.com, Exporting orders, and files of 2025 and 2026.\n# TikTok Shop 卖家中心 › 订单 › 导出（CSV 或 XLSX），英文界面：表头下一行为字段说明，编号与时间后带制表符，每件商品一行。\n# 依据：seller-us.tiktok.com《导出订单》及 2025、2026 年文件。\n\nfacts:\n  # The row of descriptions is told by its text: where it is missing no order is taken for it.\n  # 说明行按文字识别：文件中没有该行时，不会误删订单。\n  tiktok_shop_export:\n    table: \"{{dataset}}.orders\"\n    format: { encoding: \"{{encoding}}\", comment: Platform unique order ID }\n    columns:\n      order_id: { header: Order ID, strip: \"\\t\" }\n      sku_id: { header: SKU ID, strip: \"\\t\" }\n      status: { header: Order Status, strip: \"\\t\" }\n      paid_at: { header: Paid Time, time: \"{{clock}}\", strip: \"\\t\" }\n      amount: { header: SKU Subtotal After Discount, strip: \"\\t\" }\n    grain: [order_id, sku_id]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: orders } }\n\nmeasures:\n  tiktok_export_paid_value:\n    definition:\n      en: \"Goods value after discounts, without shipping and tax, of paid orders that are not cancelled, on the day they were paid, before refunds\"\n      zh: 已付款且未取消订单的商品金额（扣折扣、不含运费与税），按付款日计，未扣退款\n    of: tiktok_shop_export\n    sum: amount\n    when: { column: paid_at, zone: \"{{zone}}\" }\n    where: { status: [To ship, Shipped, Completed] }\n    currency: { code: \"{{code}}\" }\n  tiktok_export_paid_orders:\n    definition: { en: \"Paid orders that are not cancelled, on the day they were paid\", zh: 已付款且未取消的订单数，按付款日计 }\n    of: tiktok_shop_export\n    countDistinct: order_id\n    when: { column: paid_at, zone: \"{{zone}}\" }\n    where: { status: [To ship, Shipped, Completed] }\n\nmetrics:\n  tiktok_export_sales: { title: { en: TikTok Shop sales, zh: TikTok Shop 销售额 }, formula: tiktok_export_paid_value, unit: money, type: flow }\n  tiktok_export_orders: { title: { en: TikTok Shop orders, zh: TikTok Shop 订单数 }, formula: tiktok_export_paid_orders, unit: number, type: flow, decimals: 0 }\n",
    "views": []
  },
  "tmall-orders-export@1": {
    "parameters": {
      "dataset": "tmall",
      "custodian": "brand",
      "encoding": {
        "default": "gb18030",
        "choices": {
          "gb18030": {},
          "utf-8": {}
        }
      },
      "loads": {
        "default": "rows",
        "choices": {
          "rows": {},
          "log": {}
        }
      }
    },
    "definitions": "# Tmall/Taobao 千牛 › 交易 › 已卖出的宝贝 › 批量导出 › 订单报表 (ExportOrderList, CSV): GBK, numbers as =\"…\", amounts with ￥ or without, times of\n# Beijing. Looked at: helpcenter.taobao.com, 如何批量导出订单, and files of ExportOrderList.\n# 千牛 › 交易 › 已卖出的宝贝 › 批量导出 › 订单报表（ExportOrderList，CSV）：GBK 编码，编号写作 =\"…\"，金额或带 ￥，时间为北京时间。\n# 依据：helpcenter.taobao.com《如何批量导出订单》及 ExportOrderList 文件。\n\nfacts:\n  tmall_orders_export:\n    table: \"{{dataset}}.orders\"\n    format: { encoding: \"{{encoding}}\", thousands: \",\" }\n    columns:\n      order_id: { header: 订单编号, strip: ['=\"', '\"'] }\n      paid: { header: 买家实际支付金额, strip: [¥, ￥] }\n      status: 订单状态\n      paid_at: 订单付款时间\n    grain: [order_id]\n    custodian: \"{{custodian}}\"\n{{?loads=log}}     freshness: { table: \"{{dataset}}.loads\", column: loaded_at, where: { table_name: orders } }\n\nmeasures:\n  tmall_export_paid_value:\n    definition:\n      en: \"What buyers really paid, shipping included, for orders that are not closed, on the day they paid (Beijing), before partial refunds\"\n      zh: 未关闭订单的买家实际支付金额（含运费），按付款日（北京时间）计，未扣部分退款\n    of: tmall_orders_export\n    sum: paid\n    when: { column: paid_at, zone: Asia/Shanghai }\n    where: { status: [\"买家已付款，等待卖家发货\", 卖家部分发货, \"卖家已发货，等待买家确认\", 交易成功] }\n    currency: { code: CNY }\n  tmall_export_paid_orders:\n    definition: { en: \"Paid orders that are not closed, on the day they were paid\", zh: 已付款且未关闭的订单数，按付款日计 }\n    of: tmall_orders_export\n    count: rows\n    when: { column: paid_at, zone: Asia/Shanghai }\n    where: { status: [\"买家已付款，等待卖家发货\", 卖家部分发货, \"卖家已发货，等待买家确认\", 交易成功] }\n\nmetrics:\n  tmall_export_sales: { title: { en: Tmall sales, zh: 天猫/淘宝销售额 }, formula: tmall_export_paid_value, unit: money, type: flow }\n  tmall_export_orders: { title: { en: Tmall orders, zh: 天猫/淘宝订单数 }, formula: tmall_export_paid_orders, unit: number, type: flow, decimals: 0 }\n",
    "views": []
  }
};

/** What packs call their measures: as the metric that is the measure alone. */
export const PACK_TITLES: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  "amazon_export_units_ordered": {
    "en": "Amazon units ordered",
    "zh": "亚马逊已订购商品数量"
  },
  "amazon_export_ordered_value": {
    "en": "Amazon ordered product sales",
    "zh": "亚马逊已订购商品销售额"
  },
  "amazon_export_order_value": {
    "en": "Amazon sales before refunds",
    "zh": "亚马逊退款前销售额"
  },
  "amazon_sp_order_value": {
    "en": "Amazon sales before refunds",
    "zh": "亚马逊退款前销售额"
  },
  "amazon_sp_order_count": {
    "en": "Orders (Amazon)",
    "zh": "订单数（亚马逊）"
  },
  "amazon_sp_ordered": {
    "en": "Ordered sales (Amazon)",
    "zh": "下单销售额（亚马逊）"
  },
  "erp_units": {
    "en": "Units (ERP)",
    "zh": "件数（ERP）"
  },
  "erp_paid": {
    "en": "Sales before refunds (ERP)",
    "zh": "退款前销售额（ERP）"
  },
  "facebook_ads_spend": {
    "en": "Facebook Ads cost",
    "zh": "Facebook Ads 费用"
  },
  "ga4_export_visits": {
    "en": "GA4 sessions",
    "zh": "GA4 会话数"
  },
  "ga4_export_purchases": {
    "en": "GA4 transactions",
    "zh": "GA4 交易次数"
  },
  "ga4_export_purchase_revenue": {
    "en": "GA4 purchase revenue",
    "zh": "GA4 购买收入"
  },
  "google_export_amount_spent": {
    "en": "Google ad spend",
    "zh": "Google 广告费"
  },
  "google_ads_spend": {
    "en": "Google Ads cost",
    "zh": "Google Ads 费用"
  },
  "meta_export_amount_spent": {
    "en": "Meta ad spend",
    "zh": "Meta 广告费"
  },
  "shopee_export_paid_orders": {
    "en": "Shopee orders",
    "zh": "Shopee 订单数"
  },
  "shopee_export_paid_value": {
    "en": "Shopee sales",
    "zh": "Shopee 销售额"
  },
  "shopify_export_order_count": {
    "en": "Paid orders",
    "zh": "已付款订单数"
  },
  "shopify_export_order_value": {
    "en": "Sales before refunds",
    "zh": "退款前销售额"
  },
  "shopify_new_customers": {
    "en": "New customers",
    "zh": "新客数"
  },
  "shopify_sales": {
    "en": "Sales before refunds",
    "zh": "退款前销售额"
  },
  "tiktok_export_amount_spent": {
    "en": "TikTok ad spend",
    "zh": "TikTok 广告费"
  },
  "tiktok_ads_spend": {
    "en": "TikTok ad cost",
    "zh": "TikTok 广告费"
  },
  "tiktok_export_paid_orders": {
    "en": "TikTok Shop orders",
    "zh": "TikTok Shop 订单数"
  },
  "tiktok_export_paid_value": {
    "en": "TikTok Shop sales",
    "zh": "TikTok Shop 销售额"
  },
  "tmall_export_paid_orders": {
    "en": "Tmall orders",
    "zh": "天猫/淘宝订单数"
  },
  "tmall_export_paid_value": {
    "en": "Tmall sales",
    "zh": "天猫/淘宝销售额"
  }
};
