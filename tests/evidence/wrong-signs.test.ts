import { expect, test } from 'vitest';
import { wrongSigns } from '../../src/evidence/wrong-signs.js';
import { fact, kpi, measure, metric, request, terms } from '../build-terms.js';
import { measureFiles, only } from '../shell/data-folder.js';

/* Sales that a KPI goes by, in a month that runs and in one whose data are complete: 1 February is the first instant past January. */
const of = terms({
  kpis: [kpi('sales', 'gmv')],
  definitions: {
    facts: [fact('sales', { freshness: { table: 'shop.loads', column: 'loaded_at', where: null } })],
    measures: [measure('revenue', 'sales', { sum: 'amount' })],
    metrics: [metric('gmv', 'revenue')],
  },
});

async function told(days: Readonly<Record<string, number>>, loadedAt: string): Promise<readonly string[]> {
  const rows = Object.entries(days).map(([day, amount], index) => `${index},${day}T12:00:00Z,${amount}`);
  const files = { 'shop/sales.csv': ['id,ts,amount', ...rows], 'shop/loads.csv': ['loaded_at', loadedAt] };
  const asked = request(of, { asOf: '2026-02-06', periods: ['2026-01'] });
  const [period] = only(await measureFiles(files, [asked])).periods;
  return period === undefined ? ['-'] : wrongSigns(of.contract, of.definitions, period).map(({ code }) => code);
}

const RUNNING = '2026-01-08T06:00:00Z';
const OVER = '2026-02-01T06:00:00Z';

test('one day or two below 0 say nothing of a month that runs: more may have come back than was sold', async () => {
  expect(await told({ '2026-01-02': -5 }, RUNNING)).toEqual([]);
  expect(await told({ '2026-01-02': -5, '2026-01-03': 0, '2026-01-04': -5 }, RUNNING)).toEqual([]);
  expect(await told({ '2026-01-02': -5, '2026-01-03': -1, '2026-01-04': -5 }, RUNNING)).toEqual(['data-negative-alone']);
  expect(await told({ '2026-01-02': -5, '2026-01-03': 1, '2026-01-04': -5, '2026-01-05': -5 }, RUNNING)).toEqual([]);
});

test('one row a month is all that there is once its data are complete', async () => {
  expect(await told({ '2026-01-31': -5 }, OVER)).toEqual(['data-negative-alone']);
});
