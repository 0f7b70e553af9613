import { expect, test } from 'vitest';
import type { Issue } from '../../src/kernel/issue.js';
import { someOf } from '../../src/kernel/some-of.js';
import type { Locale } from '../../src/kernel/text.js';
import { renderIssues } from '../../src/report/issues.js';
import { describe } from '../../src/words/issue.js';

test('amounts of an issue are set apart by thousands for people, and left to programs as they are', () => {
  const amounts = { before: '13000.00', after: '-9000.5', from: '<100000', to: '100000' };
  const params = { fee: 'sales', what: 'revenue', currency: 'USD', period: '2026-01', ...amounts };
  const falls: Issue = { code: 'pay-falls', severity: 'warning', at: { path: 'contract.yaml', line: 1, column: 1 }, params };
  const said = (format: 'pretty' | 'json') => renderIssues([falls], { format, locale: 'en', color: false, sources: new Map() });
  expect(said('pretty')).toContain(
    'goes from 13,000.00 to -9,000.5 USD when revenue goes from <100,000 to 100,000 (2026-01, taken as a whole period)',
  );
  expect(JSON.parse(said('json'))).toMatchObject([{ params }]);
});

test('an amount beside its currency is set apart whatever its place is called, in remedies too, where what is to be typed is not', () => {
  const params = Object.fromEntries([
    ['owed', '190800.00'],
    ['amount', '12345.60'],
    ['then', '203145.60'],
    ['currency', 'USD'],
  ]);
  const owed = describe({ code: 'payment-while-owed-back', params }, 'en');
  expect(owed.text).toContain('owes 190,800.00 USD by the statements so far, and this is a payment of the brand, of 12,345.60 USD');
  expect(owed.text).toContain('then owes 203,145.60 USD');
  expect(owed.fix).toContain('amount=-12345.60');
  const against = { line: '"base"', period: '2026-01', amount: '190800.00', claimed: '200000.00', difference: '9200.00', currency: 'USD' };
  expect(describe({ code: 'dispute-against-brand', params: against }, 'zh').fix).toContain('低于 190,800.00 USD');
  const far = { line: '"base"', period: '2026-01', amount: '1000000.00', amounts: ['2000.00', '190800.00'], currency: 'USD' };
  expect(describe({ code: 'resolution-far', params: far }, 'en').text).toContain('(2,000.00, 190,800.00 USD)');
});

test('of a long list it is said how many more there are', () => {
  const listed = (count: number) =>
    someOf(
      Array.from({ length: count }, (_, at) => `"l${at + 1}"`),
      2,
    );
  const said = (count: number, locale: Locale) =>
    describe({ code: 'line-not-listed', params: { period: '2026-01', line: '"x"', ids: listed(count) } }, locale).text;
  expect(said(2, 'en')).toBe('The statement of 2026-01 has no line "x"; it has "l1", "l2"');
  expect(said(5, 'en')).toBe('The statement of 2026-01 has no line "x"; it has "l1", "l2" and 3 more');
  expect(said(2, 'zh')).toBe('2026-01 的结算单中没有项目 "x"；其中的项目："l1"、"l2"');
  expect(said(5, 'zh')).toBe('2026-01 的结算单中没有项目 "x"；其中的项目："l1"、"l2"等共 5 项');
});
