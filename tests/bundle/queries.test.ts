import { expect, test } from 'vitest';
import { assumedRelations, DIALECTS, queriesText } from '../../src/bundle/queries.js';
import { foreseenOf } from '../../src/measurement/foreseen.js';
import { buildPlan } from '../../src/query/build.js';
import { fact, measure, request, terms } from '../build-terms.js';

/* A bundle is one file for both parties, whatever languages they read: what each query asks stands above it in both. */

test('of each query of a bundle it stands in both languages what it asks', () => {
  const agreed = terms({
    definitions: { facts: [fact('sales', { source: { table: 'shop.sales' } })], measures: [measure('amount', 'sales', { sum: 'amount' })] },
  });
  const plan = buildPlan([request(agreed, { asOf: '2026-02-05' })]);
  const about = { contract: 'case', period: '2026-01', engine: 'test', statement: 'sha256:0' };
  for (const dialect of Object.values(DIALECTS)) {
    const asked = foreseenOf(dialect, plan, assumedRelations(plan), 'groups').flatMap(({ statements }) => statements);
    const lines = queriesText(dialect, about, plan, asked).split('\n');
    expect(lines.flatMap((line, at) => (/^(SELECT|WITH)/.test(line) ? [lines.slice(at - 2, at)] : []))).toContainEqual([
      '-- sums and counts per day by ts',
      '-- 按 ts 逐日求和与计数',
    ]);
  }
});
