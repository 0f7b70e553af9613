import { expect, test } from 'vitest';
import { vocabulary } from '../../src/attainment/measures.js';
import type { EvidenceMeasure, EvidencePart } from '../../src/evidence/model.js';
import { rational, toExact } from '../../src/kernel/rational.js';
import { kpiSegments } from '../../src/outlook/kpi-segments.js';
import { type SettledPeriod, settledPeriod } from '../../src/outlook/settled-period.js';
import { shapeOf } from '../../src/outlook/shape.js';
import { whyOf } from '../../src/outlook/why.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { whyBlocks } from '../../src/report/why.js';
import { termsOf } from '../amendment/clauses.js';
import { definitions, settleDays } from '../settlement/relationship.js';

/*
 * Search earns 4 for 1 in both months and social 1 for 1; social becomes half of the ads instead of a third. By hand: ROAS falls from
 * 3 to 2.5 though no channel earns less. Search moved it by (4 − 2.75) × (1/2 − 2/3) = −5/24, social by (1 − 2.75) × (1/2 − 1/3) = −7/24.
 */
const words = definitions(true);
const divided = (id: 'revenue' | 'spend') => ({ ...(words.measures as Record<string, object>)[id], by: ['channel'] });
const terms = termsOf({}, { ...words, measures: { revenue: divided('revenue'), spend: divided('spend') } });
const VALUES = {
  '2026-01': { revenue: { search: '800', social: '100' }, spend: { search: '200', social: '100' } },
  '2026-02': { revenue: { search: '800', social: '200' }, spend: { search: '200', social: '200' } },
};
type Period = keyof typeof VALUES;
const sums = { '2026-01': { revenue: '900', spend: '300' }, '2026-02': { revenue: '1000', spend: '400' } };

type ByChannel = Readonly<Record<string, Readonly<Record<string, string>>>>;

function withParts(values: ByChannel, measure: EvidenceMeasure): EvidenceMeasure {
  const parts = Object.entries(values[measure.id] ?? {}).map(
    ([name, value]): EvidencePart => ({ of: [name === '' ? null : name], rows: 1, value }),
  );
  return { ...measure, days: measure.days.map((day) => ({ ...day, parts })) };
}

const ledger = settleDays(terms, [], [{ asOf: '2026-03-06', values: sums }]).map((entry) => ({
  ...entry,
  evidence: {
    ...entry.evidence,
    periods: entry.evidence.periods.map((period) => ({
      ...period,
      measures: period.measures.map((measure) => withParts(VALUES[period.period as Period], measure)),
    })),
  },
}));

function periodAt(place: number, values: ByChannel = VALUES[place === 0 ? '2026-01' : '2026-02']): SettledPeriod {
  const entry = ledger[place];
  const found = entry === undefined ? null : settledPeriod(entry, ledger.slice(0, place), []);
  if (found === null) throw new Error('no period');
  return { ...found, evidence: { ...found.evidence, measures: found.evidence.measures.map((measure) => withParts(values, measure)) } };
}

const [, roas] = terms.contract.kpis;
const movesOf = (now: SettledPeriod, then: SettledPeriod) =>
  (roas === undefined ? null : kpiSegments(roas, now, then))?.moves.map(({ of, presence, moved }) => [of[0], presence, toExact(moved)]);

test('a ratio falls by its mix though no part earns less', () => {
  expect(movesOf(periodAt(1), periodAt(0))).toEqual(
    [
      ['search', 'both', '-5/24'],
      ['social', 'both', '-7/24'],
    ].map(([of, presence, moved]) => [of, presence, toExact(rational(moved ?? ''))]),
  );
});

test('where there are others, a part that is not everywhere is among them', () => {
  const others = { revenue: { search: '800', '': '200' }, spend: { search: '200', '': '200' } };
  expect(movesOf(periodAt(1, others), periodAt(0))?.map(([of]) => of)).toEqual(['search', null]);
});

test('parts that are not the whole are not told, nor are those of rows that a KPI does not keep', () => {
  expect(movesOf(periodAt(1, { ...VALUES['2026-02'], spend: { search: '200', social: '100' } }), periodAt(0))).toBeUndefined();
  const kept = periodAt(1);
  const variants = kept.evidence.measures.map((measure) => ({ ...measure, kpi: 'roas' }));
  expect(movesOf({ ...kept, evidence: { ...kept.evidence, variants } }, periodAt(0))).toBeUndefined();
});

test('is told with its rate and its mix, which are the difference', () => {
  const why = whyOf({ entries: ledger, events: [], period: '2026-02', against: 'previous' });
  if (why === null) throw new Error('no statement');
  const page = renderMarkdown(whyBlocks(why, terms, 'en'), 'en');
  expect(page).toContain('| **ROAS** · `channel` |  |  | **-0.5000** |');
  expect(page).toContain('| social | 0.0000 | -0.2917 | -0.2917 |');
  expect(page).toContain('| search | 0.0000 | -0.2083 | -0.2083 |');
  // GMV is a sum: what a part brought more is what it moved
  expect(page).toContain('| social |  |  | +100.00 |');
});

test('what is a sum of measures, or one over another, and what is not', () => {
  const shape = (formula: string) => {
    const tried = { title: 'T', formula, unit: 'number', type: 'ratio' };
    const of = termsOf({}, { ...words, metrics: { ...(words.metrics as object), roas: tried } });
    const found = shapeOf(vocabulary(of.contract, of.definitions), 'roas');
    const told = (sum: ReadonlyMap<string, { toFraction(): string }> | null) =>
      sum === null ? null : [...sum].map(([id, count]) => `${count.toFraction()} ${id}`).join(' + ');
    return found === null ? null : [told(found.top), told(found.bottom)];
  };
  expect(shape('2 * (revenue - spend)')).toEqual(['2 revenue + -2 spend', null]);
  expect(shape('1 - spend / revenue')).toEqual(['-1 spend + 1 revenue', '1 revenue']);
  expect(shape('100 * revenue / spend')).toEqual(['100 revenue', '1 spend']);
  expect(shape('revenue * spend')).toBeNull();
  expect(shape('max(revenue, spend)')).toBeNull();
  expect(shape('revenue + spend + 1')).toBeNull();
});

/*
 * In ten thousandths: A 4.715 (4.426 and 0.289), B 4.458 (3.423 and 1.035), C 0.7055 (0.3935 and 0.312), D −5,010; ROAS fell by 5,000. The rows come first: 4,
 * 4, 0 and −5,010 leave two, for the largest remainders 0.715 and 0.7055: 5, 4, 1, −5,010. Then each row's two figures are what it shows.
 */
test('rows are rounded as channels are, and the two figures of each to its row', () => {
  const why = whyOf({ entries: ledger, events: [], period: '2026-02', against: 'previous' });
  if (why === null) throw new Error('no statement');
  const part = (of: string, rate: string, mix: string, moved: string) => ({ of: [of], presence: 'both' as const, rate, mix, moved });
  const parts = [
    part('A', '0.0004426', '0.0000289', '0.0004715'),
    part('B', '0.0003423', '0.0001035', '0.0004458'),
    part('C', '0.00003935', '0.0000312', '0.00007055'),
    part('D', '-0.501', '0', '-0.501'),
  ];
  const kpis = why.kpis.map((kpi) =>
    kpi.segments === null || kpi.kpi !== 'roas' ? kpi : { ...kpi, segments: { ...kpi.segments, parts } },
  );
  const page = renderMarkdown(whyBlocks({ ...why, kpis } as typeof why, terms, 'en'), 'en');
  for (const row of [
    '| A | +0.0005 | 0.0000 | +0.0005 |',
    '| B | +0.0003 | +0.0001 | +0.0004 |',
    '| C | +0.0001 | 0.0000 | +0.0001 |',
    '| D | -0.5010 | 0.0000 | -0.5010 |',
  ])
    expect(page).toContain(row);
});
