import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { termsAsOf } from '../../src/amendment/flatten.js';
import { vocabulary } from '../../src/attainment/measures.js';
import type { Season } from '../../src/contract/model.js';
import { periodDays, shiftPeriod } from '../../src/kernel/calendar.js';
import { moneyText } from '../../src/kernel/money.js';
import { termPeriods } from '../../src/kernel/period.js';
import { rational } from '../../src/kernel/rational.js';
import { isTriedFee } from '../../src/outlook/fee-lines.js';
import { measureDigits } from '../../src/outlook/measure-digits.js';
import { pastOf, pathsOf, pathTerms } from '../../src/outlook/paths.js';
import { type PastPeriod, scenarioYears } from '../../src/outlook/scenario-years.js';
import { simulatedTerms, simulationOf } from '../../src/outlook/simulate.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { pathsBlocks } from '../../src/report/paths.js';
import { payTerm } from '../../src/settlement/pay-term.js';
import { termsOf } from '../amendment/clauses.js';
import { settleDays } from '../settlement/relationship.js';

const YEAR = termPeriods({ from: '2026-01-01', to: '2026-12-31' }, 'month');

/** Months from January 2024 on, each with what a function gives for a day. */
const months = (count: number, daily: (month: number) => readonly number[]): PastPeriod[] =>
  Array.from({ length: count }, (_, place) => {
    const period = shiftPeriod('2024-01', 'month', place);
    const days = periodDays(period, 'month') ?? { from: '', to: '' };
    const length = Number(days.to.slice(8));
    return { period, days, values: daily(place).map((value) => value * length) };
  });

describe('scenario years', () => {
  it('of months that are alike are that month, for the days in force', () => {
    const years = scenarioYears(
      months(12, () => [10, 4]),
      YEAR,
      'month',
      [],
      1,
    );
    expect(years.profile).toBe('flat');
    expect([...years.draw()].slice(0, 4)).toEqual([310, 124, 280, 112]);
  });

  it('keep the season of two years: December is 3 of 14 parts of a year whose other months are 1 of 14', () => {
    const years = scenarioYears(
      months(24, (month) => [month % 12 === 11 ? 3 : 1]),
      YEAR,
      'month',
      [],
      7,
    );
    expect(years.profile).toBe('history');
    const drawn = [...years.draw()];
    expect(drawn.at(0)).toBeCloseTo(31, 9);
    expect(drawn.at(-1)).toBeCloseTo(93, 9);
  });

  it('count a declared day as so many, where there are no two years', () => {
    const season: Season = {
      name: 'Sale',
      dates: [{ from: '2026-11-11', to: '2026-11-11' }],
      factor: '4',
      basis: null,
      clause: { file: 'definitions.yaml', line: 1 },
    };
    const years = scenarioYears(
      months(12, () => [10]),
      YEAR,
      'month',
      [season],
      7,
    );
    expect(years.profile).toBe('declared');
    // 30 days of which one is four: 33 ordinary days
    expect(years.draw()[10]).toBeCloseTo(330, 9);
  });

  it('keep together what was together, and three months in their order', () => {
    // growth of a year is no chance: what is drawn is beside its own year
    const past = months(24, (month) => [100 + month, (100 + month) / 4]);
    const years = scenarioYears(past, YEAR, 'month', [], 20261129);
    for (let time = 0; time < 50; time += 1) {
      const drawn = years.draw();
      for (let month = 0; month < 12; month += 1) expect(drawn[2 * month]).toBeCloseTo(4 * (drawn[2 * month + 1] ?? 0), 9);
    }
  });
});

/** A year of the test relationship: what moves as a shop does, and is the same in every run. */
const VALUES = Object.fromEntries(
  Array.from({ length: 12 }, (_, month) => {
    const revenue = 8000 + ((month * 7919) % 4001);
    return [
      shiftPeriod('2025-01', 'month', month),
      { revenue: `${revenue}.37`, spend: `${Math.floor(revenue / 3) + ((month * 613) % 900)}.05` },
    ];
  }),
);

function simulated() {
  const terms = termsOf();
  const tried = simulatedTerms(termsAsOf(terms, '2026-01'), { from: '2025-01-01', to: '2025-12-31' });
  const ledger = settleDays(tried, [], [{ asOf: '2026-01-10', values: VALUES }]);
  return { terms: pathTerms(terms), tried, past: pastOf(tried, ledger), ledger };
}

describe('what they pay', () => {
  const { terms, tried, past, ledger } = simulated();
  const drawn = { years: 200, seed: 7 };
  const paths = pathsOf(terms, past, drawn);

  it('is what the exact function pays on the very same figures, to the cent', () => {
    const words = vocabulary(terms.contract, terms.definitions);
    const digitsOf = measureDigits(words);
    const years = scenarioYears(past, YEAR, 'month', [], drawn.seed);
    const ids = [...words.measures.keys()];
    const totals = Array.from({ length: drawn.years }, () => {
      const brought = years.draw();
      const given = YEAR.map(({ id }, place) => ({
        period: id,
        totals: new Map(
          ids.map((measure, index) => {
            const digits = digitsOf(measure);
            const whole = Math.floor((brought[place * ids.length + index] ?? 0) * 10 ** digits + 0.5);
            return [measure, rational(whole).div(10 ** digits)] as const;
          }),
        ),
      }));
      const amounts = payTerm(terms, given).filter(isTriedFee);
      return amounts.reduce((total, { amount }) => total + (amount?.minor ?? 0n), 0n);
    }).sort((a, b) => (a < b ? -1 : 1));
    const told = (place: number) => moneyText({ minor: totals[place] ?? 0n, currency: 'USD' });
    expect(paths.fees).toMatchObject({ least: told(0), p5: told(9), p50: told(99), p95: told(189), most: told(199) });
    expect(paths.histogram.reduce((sum, { years: count }) => sum + count, 0)).toBe(drawn.years);
    expect(paths.exact).toBeLessThan(20);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(JSON.stringify(pathsOf(terms, past, drawn))).toBe(JSON.stringify(paths));
    expect(JSON.stringify(pathsOf(terms, past, { ...drawn, seed: 8 }))).not.toBe(JSON.stringify(paths));
  });

  it('says of fees at their cap that they reach it, since none is above', () => {
    const { fees, period } = paths;
    if (fees === null || period === null) throw new Error('no year is known');
    const capped = { ...paths, fees: { ...fees, p95: '170000.00', most: '170000.00' }, period: { ...period, p95: '18000.00' } };
    expect(renderMarkdown(pathsBlocks(capped, terms, 'en'), 'en')).toContain(
      'In 1 year of 20 the brand owes USD 170,000 or more; the most was USD 170,000. In 1 period of 20 the fees are USD 18,000 or more.',
    );
    expect(renderMarkdown(pathsBlocks(capped, terms, 'zh'), 'zh')).toContain(
      '二十年中有一年，品牌方应付达到或超过 USD 170,000；最高为 USD 170,000。二十期中有一期达到或超过 USD 18,000。',
    );
  });

  it('is told in both languages, and is what its schema says', () => {
    const en = renderMarkdown(pathsBlocks(paths, terms, 'en'), 'en');
    expect(en).toContain('200 years as they might come');
    expect(en).toContain('the weakest third of years');
    expect(renderMarkdown(pathsBlocks(paths, terms, 'zh'), 'zh')).toContain('业务最弱的三分之一年度');
    const simulation = simulationOf(tried, '2026-01', ledger);
    const schema = JSON.parse(readFileSync(new URL('../../schemas/simulation.schema.json', import.meta.url), 'utf8')) as object;
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
    validate(JSON.parse(JSON.stringify({ ...simulation, paths, baselineWritten: null })));
    expect(validate.errors).toBeNull();
  });
});

test('only the last periods in a row that are known are drawn from', () => {
  const { tried } = simulated();
  const gap = { ...VALUES, '2025-05': { revenue: null, spend: '3000' } };
  const ledger = settleDays(tried, [], [{ asOf: '2026-01-10', values: gap }]);
  expect(pastOf(tried, ledger).map(({ period }) => period)).toEqual(
    ['06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}`),
  );
});

test('what is above the limit of a pass-through is told beside the years: 7 months of 31 days at 100 a day are 100 above 3,000', () => {
  const own = [{ id: 'media', kind: 'pass_through', cost: 'gmv', upTo: 3000 }];
  const terms = pathTerms(termsOf({ fees: own, gates: [] }));
  const paths = pathsOf(
    terms,
    months(12, () => [100, 50]),
    { years: 20, seed: 1 },
  );
  // 11 × 3,000 + 2,800 of February
  expect(paths).toMatchObject({ unknown: 0, fees: { least: '35800.00', most: '35800.00' } });
  expect(paths.lines).toMatchObject([{ line: 'media', mean: '35800.00', years: '1.0000' }]);
  expect(paths.waits).toEqual([{ line: 'media/excess', mean: '700.00', years: '1.0000' }]);
  expect(renderMarkdown(pathsBlocks(paths, terms, 'en'), 'en')).toContain(
    'Pass-through, at cost · media above its limit, USD 700 a year on average, in 100% of the years.',
  );
  expect(renderMarkdown(pathsBlocks(paths, terms, 'zh'), 'zh')).toContain('年均 USD 700，见于 100% 的年度');
});
