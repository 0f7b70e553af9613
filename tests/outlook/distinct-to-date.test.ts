import { expect, test } from 'vitest';
import type { Vocabulary } from '../../src/attainment/measures.js';
import type { EvidencePeriod, EvidenceSpan } from '../../src/evidence/model.js';
import { scenarioGround } from '../../src/outlook/scenario-evidence.js';

// 19 rows to the 2nd, 133 to the 19th: 132 buyers in all
const buyers = {
  id: 'buyers',
  rows: 133,
  nulls: 0,
  days: [
    { day: '2026-07-02', rows: 19 },
    { day: '2026-07-19', rows: 114 },
  ],
  distinct: 132,
};
const inForce = { from: '2026-07-01', to: '2026-07-31' };
const evidence = {
  inForce: { from: '2026-07-01', to: '2026-07-20' },
  facts: [],
  measures: [buyers],
  variants: [],
} as unknown as EvidencePeriod;
const words = { contract: { calendar: { timezone: 'UTC' } } } as unknown as Vocabulary;
const spanTo = (to: string, distinct: number) => ({ measure: 'buyers', from: '2026-07-01', to, distinct }) as unknown as EvidenceSpan;

function countTo(through: string, spans: readonly EvidenceSpan[], uncounted: 'forecast' | 'unknown'): (number | undefined)[] {
  const { known } = scenarioGround({ words, evidence, spans, through }, inForce, uncounted);
  return known.measures.map(({ distinct }) => distinct);
}

test('a distinct count to a day is that which was counted to it', () => {
  expect(countTo('2026-07-02', [spanTo('2026-07-18', 120), spanTo('2026-07-02', 18)], 'unknown')).toEqual([18]);
  expect(countTo('2026-07-02', [spanTo('2026-07-02', 18)], 'forecast')).toEqual([18]);
});

test('without later rows the count is the period’s', () => {
  expect(countTo('2026-07-19', [], 'unknown')).toEqual([132]);
});

test('one that nobody counted to the day is not known, and forecast by its rows: 132 × 19 ÷ 133 is 18.86', () => {
  expect(countTo('2026-07-02', [spanTo('2026-07-18', 120)], 'unknown')).toEqual([]);
  expect(countTo('2026-07-02', [spanTo('2026-07-18', 120)], 'forecast')).toEqual([19]);
});
