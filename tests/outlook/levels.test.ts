import { describe, expect, it, test } from 'vitest';
import { boundariesOf } from '../../src/outlook/boundaries.js';
import { type Level, payAtLevels } from '../../src/outlook/levels.js';
import { quoteOf } from '../../src/outlook/quote.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { quoteSections } from '../../src/report/quote.js';
import { termSheet, termSheetBlocks } from '../../src/report/term-sheet.js';
import { definitions, relationship } from '../settlement/relationship.js';

/*
 * What a usual period pays at a level goes on from the periods before it, at the same level. Sales of a quarter are 90,000 at the threshold,
 * 150,000 at the target, 195,000 at the stretch; the usual period is the second quarter, or the third. Figures by hand.
 */

const KPI = { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 150000, threshold: '0.6x' };
const QUARTERS = {
  calendar: { every: 'quarter', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 3 },
  kpis: [{ ...KPI, stretch: '1.3x', cap: '140%' }],
};
const LATE = { id: 'late', kind: 'penalty', of: 'own', by: 'gmv', bands: { '0%': '0%', '10%': '0%' } };

function termsWith(fees: readonly object[], periodsInGrace: number, more: object = {}, words = definitions(false)) {
  const own = { id: 'own', kind: 'retainer', amount: 0 };
  const grace = { periods: periodsInGrace, waives: ['late'] };
  return relationship({ ...QUARTERS, ...more, fees: [...fees, own, LATE], ...(periodsInGrace === 0 ? {} : { grace }) }, words).terms;
}

function paid(line: string, ...given: Parameters<typeof termsWith>): Readonly<Record<Level, string>> {
  const levels = payAtLevels(termsWith(...given))?.levels ?? [];
  const shown = levels.map(({ level, lines }) => [level, lines.find((each) => each.line === line)?.amount ?? 'not known']);
  return Object.fromEntries(shown) as Readonly<Record<Level, string>>;
}

const TIERS = { 0: '4%', 300000: '5%' };
const COMMISSION = { id: 'share', kind: 'commission', base: 'gmv', tiers: TIERS, accumulate: 'term' };
const MILESTONE = { id: 'once', kind: 'milestone', metric: 'gmv', atLeast: 200000, amount: 5000, due: '2026-12-31' };

describe('what adds up over the term', () => {
  it('tiers: of the second 195,000, 105,000 lie below 300,000 and 90,000 above: 4,200 + 4,500', () => {
    expect(paid('share', [COMMISSION], 1)).toEqual({ threshold: '3600.00', target: '6000.00', stretch: '8700.00' });
    expect(paid('share', [{ ...COMMISSION, kind: 'rebate' }], 1)).toMatchObject({ stretch: '-8700.00' });
    // of the third 90,000, which begins at 180,000, nothing; the third 150,000 is all above
    expect(paid('share', [COMMISSION], 2)).toEqual({ threshold: '3600.00', target: '7500.00', stretch: '9750.00' });
  });

  it('tiers of a period begin anew', () => {
    expect(paid('share', [{ ...COMMISSION, accumulate: 'period' }], 1)).toMatchObject({ stretch: '7800.00' });
  });

  it('a milestone by a metric is paid in the period that reaches it, and once', () => {
    expect(paid('once', [MILESTONE], 1)).toEqual({ threshold: '0.00', target: '5000.00', stretch: '5000.00' });
    expect(paid('once', [MILESTONE], 2)).toEqual({ threshold: '5000.00', target: '0.00', stretch: '0.00' });
  });

  it('by a day within the period it is not known, since no level says how much of a quarter comes by then', () => {
    expect(paid('once', [{ ...MILESTONE, atLeast: 460000, due: '2026-08-15' }], 2)).toMatchObject({ target: 'not known' });
  });

  it('and the page says that it is for the day, not for want of a KPI', () => {
    const told = (locale: 'en' | 'zh', due: string) => {
      const terms = termsWith([{ ...MILESTONE, atLeast: 460000, due }], 2);
      return renderMarkdown(quoteSections(quoteOf(terms), terms, locale), locale);
    };
    expect(told('en', '2026-09-29')).toContain('by its due day');
    expect(told('en', '2026-09-29')).toContain('Milestone goes by its metric up to 2026-09-29, a day inside a period');
    expect(told('en', '2026-09-29')).not.toContain('by volume');
    expect(told('zh', '2026-09-29')).toContain('“里程碑款”取指标截至 2026-09-29 的数值');
    expect(told('en', '2026-09-30')).not.toMatch(/due day|by volume/);
  });

  it('a cap of the term leaves 30,000 less 24,000', () => {
    const fees = [
      { id: 'base', kind: 'retainer', amount: 12000 },
      { id: 'most', kind: 'cap', term: 30000 },
    ];
    expect(paid('most', fees, 2)).toMatchObject({ target: '-6000.00' });
  });

  it('advances of twice 4,000 come back out of 20,000, which leaves more than the guarantee', () => {
    const base = { id: 'base', kind: 'retainer', amount: { '2026-Q1': 5000, '2026-Q3': 20000 } };
    const draw = { id: 'draw', kind: 'guarantee', amount: 9000, recoverable: true };
    expect(paid('draw/recovery', [base, draw], 2)).toMatchObject({ target: '-8000.00' });
    const terms = termsWith([base, draw], 2);
    expect(payAtLevels(terms)?.levels[1]?.total).toBe('12000.00');
    expect(renderMarkdown(quoteSections(quoteOf(terms), terms, 'en'), 'en')).toContain('-8,000.00');
  });

  it('an acceptance is told by no figure: not known, and in no total', () => {
    const { metric: _, atLeast: __, ...alone } = MILESTONE;
    const terms = termsWith([alone, { id: 'base', kind: 'retainer', amount: 12000 }], 1);
    expect(payAtLevels(terms)?.levels[1]).toMatchObject({ unknown: ['once'], total: '12000.00' });
    expect(renderMarkdown(quoteSections(quoteOf(terms), terms, 'en'), 'en')).toContain('on acceptance');
    expect(renderMarkdown(quoteSections(quoteOf(terms), terms, 'zh'), 'zh')).toContain('验收后支付');
  });
});

describe('a wager over a quarter, in the third of its months', () => {
  const months = { calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 3 } };
  const bet = { id: 'bet', kind: 'wager', better: 'higher', over: 'quarter', onEarlyEnd: 'void' };
  const ofSales = { ...bet, metric: 'gmv', target: 450000, deadband: 10000, rate: '1%', limit: 5000 };

  it('counts the months before: 270,000, 450,000 and 585,000', () => {
    // (180,000 − 10,000) × 1% = 1,700; nothing; (135,000 − 10,000) × 1% = 1,250
    expect(paid('bet', [ofSales], 2, months)).toEqual({ threshold: '-1700.00', target: '0.00', stretch: '1250.00' });
  });

  it('a ratio that is the same in each month is that of the quarter, and no sum of three', () => {
    const roas = { id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: '3.0', threshold: '0.8x' };
    const ofRoas = { ...bet, metric: 'roas', target: '3.5', deadband: '0.2', stake: 2000 };
    const late = { ...LATE, by: 'roas' };
    const of = (target: unknown) =>
      relationship(
        {
          fees: [ofRoas, { id: 'own', kind: 'retainer', amount: 0 }, late],
          kpis: [{ ...roas, target }],
          watch: ['gmv'],
          grace: { periods: 2, waives: ['late'] },
        },
        definitions(true),
      ).terms;
    const [, atTarget] = payAtLevels(of('3.0'))?.levels ?? [];
    expect(atTarget?.lines.find(({ line }) => line === 'bet')?.amount).toBe('-2000.00');
    // 3.0, 3.0 and 3.6: what they come to together depends on how much was spent in each
    const [, apart] = payAtLevels(of({ '2026-01': '3.0', '2026-03': '3.6' }))?.levels ?? [];
    expect(apart?.unknown).toEqual(['bet']);
  });
});

test('a distinct count of two quarters is no sum of theirs', () => {
  const buyers = { definition: 'buyers', of: 'sales', countDistinct: 'buyer', when: 'ts' };
  const counted = {
    ...definitions(false),
    measures: { buyers },
    metrics: { gmv: { title: 'Buyers', formula: 'buyers', unit: 'number', type: 'flow' } },
  };
  expect(paid('once', [MILESTONE], 1, {}, counted)).toMatchObject({ target: 'not known' });
});

test('rows at each level go on from periods at target: 300,000 is passed by 45,000 of 195,000', () => {
  const rows = boundariesOf(termsWith([COMMISSION, MILESTONE], 1));
  const stretch = rows.find(({ of }) => of.kind === 'kpi' && of.level === 'stretch');
  // 4% of 150,000 and 5% of 45,000, with the milestone, reached in this quarter
  expect(stretch?.examples[1].pay).toBe('13250.00');
  const threshold = rows.find(({ of }) => of.kind === 'kpi' && of.level === 'threshold');
  expect(threshold?.examples[1].pay).toBe('8600.00');
});

describe('what a reader must know to reckon it again is told, and nothing else', () => {
  const page = (locale: 'en' | 'zh', ...given: Parameters<typeof termsWith>) => {
    const terms = termsWith(...given);
    return renderMarkdown(termSheetBlocks(termSheet(terms, [locale])), locale);
  };

  it('of the periods before, where something goes on from them', () => {
    const english = page('en', [COMMISSION], 2);
    expect(english).toContain('The periods before it (2026-Q1 – 2026-Q2) are taken at the same level');
    expect(english).toContain('In the periods before it (2026-Q1 – 2026-Q2) every KPI is at its target');
    expect(english).toContain('base over the term');
    expect(english).toContain('A row of a base over the term has all that is due on such a base');
    expect(english).toContain(
      'Scores are shown rounded, pay is computed from exact ones. Nothing waived, no grace; before tax. In the periods',
    );
    expect(page('zh', [COMMISSION], 1)).toContain('此前各期（2026-Q1）按同一水平计，在合同期内累计的项目由此续算。');
    expect(page('en', [{ ...COMMISSION, accumulate: 'period' }], 2)).not.toContain('goes on from them');
    expect(page('en', [COMMISSION], 0)).not.toContain('goes on from them');
  });

  it('of a milestone, a wager, an acceptance, a volume', () => {
    const wager = { id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', target: 600000, over: 'term', rate: '3%', limit: 10000 };
    const all = [MILESTONE, { ...wager, deadband: 0, onEarlyEnd: 'scale' }];
    expect(page('en', all, 1)).toContain('counts as accepted when it is reached');
    expect(page('en', all, 1)).toContain('A wager is settled once');
    expect(page('en', all, 1)).toContain('A row of a wager has what it pays when it is settled');
    expect(page('en', all, 1)).toContain('over the whole term');
    expect(page('zh', all, 1)).toContain('对赌仅在约定期间的最后一期结算一次');
    expect(page('en', [COMMISSION], 1)).not.toMatch(/wager is settled|counts as accepted|by volume|on acceptance/);
  });
});
