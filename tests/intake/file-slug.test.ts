import { expect, test } from 'vitest';
import { calledAs, slugOf } from '../../src/intake/file-slug.js';

/* What a table is called after a download: letters as they are, words of platforms and of what they export in Chinese, Korean, Japanese. */

test.each([
  ['orders_2026-01.csv', 'orders'],
  ['Campaign report (1).csv', 'campaign'],
  ['All order-2026-02-05.csv', 'all_order'],
  ['小红书订单.csv', 'xiaohongshu_orders'],
  ['拼多多订单_202601.xlsx', 'pinduoduo_orders'],
  ['抖店订单3.csv', 'douyin_orders'],
  ['有赞订单.csv', 'youzan_orders'],
  ['视频号订单.csv', 'channels_orders'],
  ['orders-天猫.csv', 'orders_tmall'],
  ['orders-京东.csv', 'orders_jd'],
  ['店铺A_2月.csv', 'shop_a'],
  ['店铺B_2月.csv', 'shop_b'],
  ['주문 광고.csv', 'orders_ads'],
  ['表.csv', null],
  ['a.csv', null],
  ['20260101.csv', null],
])('%s', (file, slug) => {
  expect(slugOf(file)).toBe(slug);
});

test.each([
  ['有赞订单_2026年1月.xlsx', '有赞订单 (2).csv'],
  ['老王旗舰店订单一月.csv', '老王旗舰店订单导出20260201-20260228.csv'],
  ['店铺1订单_3月.csv', '店铺1订单.csv.gz'],
  ['orders January 2026.csv', 'orders_Feb_copy.csv'],
  ['pedidos_enero.csv', 'Pedidos 2026-02.csv'],
  ['orders_export_1.csv', 'orders_export_2.csv'],
  ['orders_a8f3e2b1.csv', 'orders_0c41d2ee.csv'],
  ['shop_2026_orders.csv', 'shop_2027_orders.csv'],
  ['2026-01.csv', '二月.csv'],
])('%s is called as %s is', (one, other) => {
  expect(calledAs(one)).toBe(calledAs(other));
});

test.each([
  ['有赞订单.csv', '视频号订单.csv'],
  ['老王旗舰店订单.csv', '老王专营店订单.csv'],
  ['店铺1订单.csv', '店铺2订单.csv'],
  ['店铺A_2月.csv', '店铺B_2月.csv'],
  ['店铺10234567订单.csv', '店铺10987654订单.csv'],
  ['store 12 orders.csv', 'store 13 orders.csv'],
  ['заказы-озон.csv', 'заказы-вб.csv'],
  ['orders-天猫.csv', 'orders-京东.csv'],
  ['订单.csv', '有赞订单.csv'],
  ['2026-01.csv', '订单.csv'],
])('%s is called otherwise than %s', (one, other) => {
  expect(calledAs(one)).not.toBe(calledAs(other));
});
