import { expect, test } from 'vitest';
import { isOfTransfers, zoneLettersOf } from '../../src/intake/headers.js';

/* What headers and values say besides what a column is: in which zone its times are, and whether rows only hand money on. */

test.each([
  ['Created (UTC)', 'UTC'],
  ['Order time (GMT+8)', 'GMT+8'],
  ['下单时间（UTC+08:00）', 'UTC+08:00'],
  ['下单时间(北京时间)', 'GMT+8'],
  ['订单创建时间（太平洋时间）', 'PST'],
  ['Created at PST', 'PST'],
  ['Order Date', null],
  ['Created', null],
  ['Fecha (est)', null],
])('%s', (header, letters) => {
  expect(zoneLettersOf(header)).toBe(letters);
});

test.each<[boolean, readonly string[]]>([
  [true, ['charge', 'refund', 'payout']],
  [true, ['Order', 'Refund', 'Transfer']],
  [true, ['Express Checkout Payment', 'General Withdrawal']],
  [true, ['在线支付', '提现']],
  [false, ['payout', 'transfer']],
  [false, ['Order', 'Refund']],
])('%s: %j', (is, values) => {
  expect(isOfTransfers(values)).toBe(is);
});
