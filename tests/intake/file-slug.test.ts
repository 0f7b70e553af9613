import { expect, test } from 'vitest';
import { slugOf } from '../../src/intake/file-slug.js';

/* What a table is called after a download: letters as they are, words of platforms and of what they export in Chinese, Korean, Japanese. */

test.each([
  ['orders_2026-01.csv', 'orders'],
  ['Campaign report (1).csv', 'campaign'],
  ['All order-2026-02-05.csv', 'all_order'],
  ['小红书订单.csv', 'xiaohongshu_orders'],
  ['拼多多订单_202601.xlsx', 'pinduoduo_orders'],
  ['抖店订单3.csv', 'douyin_orders'],
  ['店铺A_2月.csv', 'shop_a'],
  ['店铺B_2月.csv', 'shop_b'],
  ['주문 광고.csv', 'orders_ads'],
  ['表.csv', null],
  ['a.csv', null],
  ['20260101.csv', null],
])('%s', (file, slug) => {
  expect(slugOf(file)).toBe(slug);
});
