import { expect, test } from 'vitest';
import { askText } from '../../src/drafting/ask-text.js';
import { type KpiId, scoresText } from '../../src/drafting/kpis.js';

/* What is said of too little ad spend names the KPIs that are agreed, and no others. */

test.each<[readonly KpiId[], string, string]>([
  [['revenue', 'roas'], 'ROAS scores', '投产比得'],
  [['cac'], 'cost per new customer scores', '新客成本得'],
  [['cac', 'roas', 'basket'], 'ROAS and cost per new customer score', '投产比与新客成本得'],
])('%j', (kpis, en, zh) => {
  const goals = kpis.map((kpi) => ({ kpi, target: '1' }));
  expect([scoresText(goals, 'en'), scoresText(goals, 'zh')]).toEqual([en, zh]);
  for (const [language, said] of [
    ['en', `1. Ad spend a month under which ${en} 0%, or "none"`],
    ['zh', `1. 月广告费低于多少时，${zh} 0 分？`],
  ] as const) {
    expect(askText('minSpend', 1, { kpis: goals }, { language, today: '2026-01-01', workspace: null, contracts: [] } as never)).toContain(
      said,
    );
  }
});
