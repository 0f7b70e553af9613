import { expect, test } from 'vitest';
import { packTitle } from '../../src/contract/pack-prefix.js';
import { wording } from '../../src/report/wording.js';
import { templateTerms } from '../template-terms.js';

test('a measure of a pack is called as the pack’s metric that is it alone, with the use that it is of', () => {
  expect(packTitle('meta_export_amount_spent')).toEqual({ en: 'Meta ad spend', zh: 'Meta 广告费' });
  expect(packTitle('de_meta_export_amount_spent')).toEqual({ en: 'Meta ad spend (de)', zh: 'Meta 广告费（de）' });
  expect(packTitle('meta_export_link_clicks')).toBeNull();
});

test('so it is where the contract names no such metric; what the contract itself calls it comes first', () => {
  const words = wording(templateTerms('performance'), 'zh');
  expect(words.formula('meta_export_amount_spent + google_export_amount_spent')).toBe('Meta 广告费 + Google 广告费');
  expect(words.measureTitle('shopify_export_order_value')).toBe('退款前销售额');
  // the template's own metric `orders` is this measure alone
  expect(words.measureTitle('shopify_export_order_count')).toBe('已付款订单数');
});
