import { expect, test } from 'vitest';
import type { Block } from '../../src/report/blocks.js';
import { kpiBar } from '../../src/report/kpi-charts.js';
import { runningSection } from '../../src/report/running-section.js';
import { wording } from '../../src/report/wording.js';
import type { KpiResult, Running, RunningLevel } from '../../src/settlement/model.js';
import { context, statement, terms } from './fixture.js';

/* Bars say which way is good: a target has its side, and a ratio to date the color that its score would have. */

const words = wording(terms, 'en');
const kpi = (id: string): KpiResult => {
  const found = statement.kpis.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

test('a target is told with its side', () => {
  const targets = ['roas', 'cac'].map((id) => kpiBar(kpi(id), words).levels.find(({ level }) => level === 'target')?.text);
  expect(targets).toEqual(['target ≥ 3.00', 'target ≤ USD 25.00']);
});

const levelOf = (id: string, value: string): RunningLevel => {
  const { metric, target } = kpi(id);
  return { id, metric, target, value, through: '2026-03-15', daysGone: 15, reasons: [] };
};

/** The bar and the row of a KPI in a running period. */
function running(id: string, value: string) {
  const of = { days: 31, kpis: [levelOf(id, value)], gates: [], watch: [] } satisfies Running;
  const blocks: Block[] = runningSection(statement, of, context, words);
  const [chart] = blocks.flatMap((block) => (block.kind === 'chart' && block.chart.shape === 'bars' ? [block] : []));
  if (chart?.chart.shape !== 'bars') throw new Error('no bars');
  const progress = chart.table.rows[0]?.cells[3]?.map(({ text }) => text).join('');
  return [chart.chart.bars[0]?.tone, progress];
}

test.each([
  // ROAS: threshold 2.4, target 3
  ['roas', '3', 'good', 'met so far'],
  ['roas', '2.9', undefined, 'not met so far'],
  ['roas', '2.4', 'bad', 'not met so far'],
  // cost per customer, less is better: target 25, threshold 35
  ['cac', '25', 'good', 'met so far'],
  ['cac', '30', undefined, 'not met so far'],
  ['cac', '35', 'bad', 'not met so far'],
])('%s of %s to date', (id, value, tone, progress) => {
  expect(running(id, value)).toEqual([tone, progress]);
});
