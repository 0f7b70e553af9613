import { expect, test } from 'vitest';
import type { Issue } from '../../src/kernel/issue.js';
import { renderIssues } from '../../src/report/issues.js';

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
