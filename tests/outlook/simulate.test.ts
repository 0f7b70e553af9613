import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { amend } from '../../src/amendment/amend.js';
import { termsAsOf } from '../../src/amendment/flatten.js';
import { setBaseline } from '../../src/forms/set-baseline.js';
import type { Locale } from '../../src/kernel/text.js';
import { payAtLevels } from '../../src/outlook/levels.js';
import { pastOf } from '../../src/outlook/paths.js';
import { quoteOf } from '../../src/outlook/quote.js';
import { simulatedTerms, simulationOf } from '../../src/outlook/simulate.js';
import { amendmentParts } from '../../src/report/amendment.js';
import { levelsNote } from '../../src/report/levels-note.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { quoteBlocks } from '../../src/report/quote.js';
import { simulationBlocks } from '../../src/report/simulate.js';
import { wording } from '../../src/report/wording.js';
import { fees, termsOf } from '../amendment/clauses.js';
import { settleDays } from '../settlement/relationship.js';

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as object;
const faults = (name: string, document: unknown) => {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schemaOf(name));
  validate(JSON.parse(JSON.stringify(document)));
  return validate.errors;
};

describe('past months under the terms of January', () => {
  // A retainer that rises in July is 3,000 in all months of the year before.
  const terms = termsOf(fees('base', { amount: { '2026-01': 3000, '2026-07': 3100 } }));
  const tried = simulatedTerms(termsAsOf(terms, '2026-01'), { from: '2025-06-01', to: '2025-08-31' });
  const values = {
    '2025-06': { revenue: '9000', spend: '3000' },
    '2025-07': { revenue: '10000', spend: '4000' },
    // no ads at all: ROAS divides by zero
    '2025-08': { revenue: '10000', spend: '0' },
  };
  const ledger = settleDays(tried, [], [{ asOf: '2026-01-10', values }]);
  const simulation = simulationOf(tried, '2026-01', ledger);

  it('pays as settlement would have: 3,470.00 and 7,706.67 by hand (tests/outlook/why.test.ts), August not known', () => {
    expect(simulation.periods.map(({ period, total }) => [period, total])).toEqual([
      ['2025-06', '3470.00'],
      ['2025-07', '7706.67'],
      ['2025-08', null],
    ]);
    expect(simulation).toMatchObject({ total: '11176.67', unknown: ['2025-08'] });
    // GMV reaches 10,000 in July and August, ROAS 3.0 in June; August has none.
    expect(simulation.reached).toEqual([
      { kpi: 'gmv', times: 2, of: 3 },
      { kpi: 'roas', times: 1, of: 2 },
    ]);
  });

  it('is told in both languages, and is what its schema says', () => {
    const page = renderMarkdown(simulationBlocks(simulation, tried, 'en'), 'en');
    expect(page).toContain('The total is without 2025-08: a line there is not known.');
    expect(page).toContain('not known: Bonus, Penalty, since ROAS divides by zero');
    expect(simulation.periods.map(({ reasons = [] }) => reasons.map(({ code }) => code))).toEqual([[], [], ['division-by-zero']]);
    expect(renderMarkdown(simulationBlocks(simulation, tried, 'zh'), 'zh')).toContain('合计不含 2025-08');
    expect(faults('simulation', { ...simulation, baselineWritten: null })).toBeNull();
  });
});

test('a cap of the term is used up by the months that are asked for: 3,000 + 3,000 leave 1,000 of 7,000, and the page says so', () => {
  const pay = [
    { id: 'base', kind: 'retainer', amount: 3000 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '0%' }, accumulate: 'term' },
    { id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', target: 0, over: 'quarter', deadband: 0, stake: 0, onEarlyEnd: 'void' },
    { id: 'most', title: 'Most', kind: 'cap', term: 7000 },
  ];
  const simulated = (own: readonly object[]) => {
    const tried = simulatedTerms(termsOf({ fees: own, gates: [] }), { from: '2025-06-01', to: '2025-08-31' });
    const values = Object.fromEntries(['2025-06', '2025-07', '2025-08'].map((period) => [period, { revenue: '9000', spend: '3000' }]));
    const simulation = simulationOf(tried, '2026-01', settleDays(tried, [], [{ asOf: '2026-01-10', values }]));
    return { simulation, page: (locale: Locale) => renderMarkdown(simulationBlocks(simulation, tried, locale), locale) };
  };
  const { simulation, page } = simulated(pay);
  expect(simulation.periods.map(({ total }) => total)).toEqual(['3000.00', '3000.00', '1000.00']);
  expect(simulation.carried).toEqual(['sales', 'most']);
  expect(page('en')).toContain(
    'Commission, Most: what adds up over the term does so over the 3 periods that count here, as if they were the term.',
  );
  expect(page('zh')).toContain('提成、Most：按合同期累计的项目改按计入的 3 期累计');
  const alone = simulated(pay.slice(0, 1));
  expect(alone.simulation.carried).toEqual([]);
  expect(alone.page('en')).not.toContain('what adds up');
});

test('at threshold, target and stretch, without any data', () => {
  // GMV 8,000, 10,000, 12,000; ROAS 0 (it has no threshold), 3, 3 (its cap is 100%). Commission 5% of 8,000 and 7% of the rest.
  // Composite 0, 100%, 60% × 150% + 40% = 130%: bonus 0, 5,000, 8,000. ROAS at 0 takes a tenth off the retainer.
  const levels = payAtLevels(termsOf())?.levels.map(({ level, lines, total }) => [
    level,
    lines.map(({ amount }) => amount).slice(0, 4),
    total,
  ]);
  expect(levels).toEqual([
    ['threshold', ['3000.00', '400.00', '0.00', '-300.00'], '3100.00'],
    ['target', ['3000.00', '540.00', '5000.00', '0.00'], '8540.00'],
    ['stretch', ['3000.00', '680.00', '8000.00', '0.00'], '11680.00'],
  ]);
});

test('a usual period is whole and after grace, where there is one', () => {
  const grace = (from: string, periods: number) => termsOf({ grace: { from, periods, waives: ['late'] } });
  const usual = [termsOf(), grace('2026-01', 2), grace('2026-02', 1), grace('2026-01', 12)].map((terms) => payAtLevels(terms)?.period);
  expect(usual).toEqual(['2026-01', '2026-03', '2026-01', '2026-01']);
});

const NOTHING_MEASURED = { past: null, margin: null, unread: [], lacking: [], asOf: '2025-12-03' };

test('a quote says what has no bound, in both languages, and is what its schema says', () => {
  const clauses = {
    gates: [],
    fees: [
      { id: 'base', kind: 'retainer', amount: 3000 },
      { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' },
    ],
  };
  const terms = termsOf(clauses);
  const quote = quoteOf(terms);
  expect(faults('quote', { ...quote, past: null, margin: null, unread: [] })).toBeNull();
  const page = renderMarkdown(quoteBlocks(quote, terms, 'en', NOTHING_MEASURED), 'en');
  expect(page).toContain('Commission: for every further USD 1,000 of GMV the brand pays USD 50.00 more (5%)');
  expect(page).toContain('no upper bound');
  expect(renderMarkdown(quoteBlocks(quote, terms, 'zh', NOTHING_MEASURED), 'zh')).toContain('无上限');
});

test('a quote without a whole period names the facts that lack, where it is they', () => {
  const terms = termsOf();
  const page = (lacking: readonly string[], locale: Locale) =>
    renderMarkdown(quoteBlocks(quoteOf(terms), terms, locale, { ...NOTHING_MEASURED, lacking }), locale);
  expect(page(['ads', 'sales'], 'en')).toContain(
    'No whole period before 2025-12-03 is covered by all data: those of ads, sales are complete for none.',
  );
  expect(page(['ads'], 'zh')).toContain('2025-12-03 之前没有全部数据均完整的结算期：ads 的数据各期均不完整。');
  expect(page([], 'en')).toContain('The data cover no whole period before 2025-12-03.');
});

test('a total of nothing that is known is none: a price on volume alone', () => {
  const volume = { id: 'piece', kind: 'unit_price', quantity: 'gmv', price: '2.40' };
  const kpis = [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 3 }];
  const page = (own: readonly object[]) => {
    const terms = termsOf({ kpis, gates: [], fees: own });
    return renderMarkdown(quoteBlocks(quoteOf(terms), terms, 'en', NOTHING_MEASURED), 'en');
  };
  expect(page([volume])).toMatch(/\| \*\*Total, USD\*\* \| by volume \| by volume \| by volume \|/);
  expect(page([volume, { id: 'base', kind: 'retainer', amount: 3000 }])).toMatch(/\| \*\*Total, USD\*\* \| \*\*3,000\.00\*\* /);
});

test('sums at a level name the lines that are in none of them, where a table of lines shows which these are', () => {
  const volume = { id: 'piece', title: { en: 'Handling', zh: '操作费' }, kind: 'unit_price', quantity: 'gmv', price: '2.40' };
  const kpis = [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 3 }];
  const terms = termsOf({ kpis, gates: [], fees: [volume, { id: 'base', kind: 'retainer', amount: 3000 }] });
  const levels = payAtLevels(terms, terms.contract.term.to);
  if (levels === null) throw new Error('no levels');
  const note = (of: 'levels' | 'sums', locale: Locale) => levelsNote(levels, wording(terms, locale), of);
  expect(note('levels', 'en')).toContain('A line by volume needs a figure that no KPI gives');
  expect(note('sums', 'en')).toContain('Not in it, nor in guarantee and cap, as they go by a figure that no KPI gives: Handling.');
  expect(note('sums', 'zh')).toContain('操作费取决于考核指标以外的数字，以上金额以及保底、封顶均未计入。');
  expect(note('sums', 'zh')).not.toContain('视业务量');
});

describe('the history that both were shown, in the text of a contract', () => {
  const history = [{ metric: 'roas', values: [{ period: '2025-01', value: '2.6' }] }];

  it('is put at the end where there is none, and in the place of one that is there; all else stays', () => {
    expect(setBaseline('a: 1 # one\n', history)).toBe('a: 1 # one\n\nbaseline:\n  roas: { 2025-01: 2.6 }\n');
    const text = 'a: 1\nbaseline:\n  cac: { 2024-12: 25 } # seen\n\n# after\nz: 2\n';
    expect(setBaseline(text, history)).toBe('a: 1\nbaseline:\n  roas: { 2025-01: 2.6 }\n\n# after\nz: 2\n');
    expect(setBaseline('a: 1\nbaseline: { roas: { 2024-12: 2 } }\nz: 2\n', history)).toBe(
      'a: 1\nbaseline:\n  roas: { 2025-01: 2.6 }\nz: 2\n',
    );
  });

  it('is left to people where nothing else could be kept', () => {
    expect(setBaseline('{"a":1}', history)).toBeNull();
  });
});

test('the comment of a new contract begins with what a usual period pays, and has all of it below', () => {
  const terms = termsOf();
  const amendment = amend({ base: null, head: terms, asOf: '2025-12-01', ledger: [], events: [], firstSigned: null, recordsChanged: [] });
  const parts = amendmentParts({ amendment, terms, access: [], records: [], quote: quoteOf(terms) }, 'en');
  expect(parts?.figures).toEqual([
    { kind: 'figure', label: 'A usual period pays', value: 'USD 20,000.00 at most, no lower bound', notes: [] },
  ]);
  expect(renderMarkdown(parts?.effect ?? [], 'en')).toMatch(/The contract is new\.[\s\S]*What 2026-01 pays[\s\S]*Whole term/);
});

describe('months before the data begin', () => {
  const terms = termsOf(fees('base', {}));
  const tried = simulatedTerms(terms, { from: '2025-06-01', to: '2025-08-31' });
  const values = {
    '2025-06': { revenue: '9000', spend: '3000' },
    '2025-07': { revenue: '10000', spend: '4000' },
    '2025-08': { revenue: '10000', spend: '4000' },
  };
  const ledger = settleDays(tried, [], [{ asOf: '2026-01-10', values }]);
  /** Without the days before one, as a shop that opened on it has them. */
  const since = (day: string) =>
    ledger.map((entry) => ({
      ...entry,
      evidence: {
        ...entry.evidence,
        periods: entry.evidence.periods.map((own) => ({
          ...own,
          measures: own.measures.map((entry) => ({ ...entry, days: entry.days.filter((each) => each.day >= day) })),
        })),
      },
    }));

  it('are not known, and neither is the month that they begin in: no 0 is scored, paid, or written as history', () => {
    const simulation = simulationOf(tried, '2026-01', since('2025-07-15'));
    expect(simulation.periods.map(({ period, total }) => [period, total === null])).toEqual([
      ['2025-06', true],
      ['2025-07', true],
      ['2025-08', false],
    ]);
    expect(simulation.periods[0]?.kpis.map(({ actual, score }) => [actual, score])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(simulation.reached.map(({ of }) => of)).toEqual([1, 1]);
    expect(pastOf(tried, since('2025-07-15')).map(({ period }) => period)).toEqual(['2025-08']);
    expect(faults('simulation', { ...simulation, baselineWritten: null })).toBeNull();
    expect(renderMarkdown(simulationBlocks(simulation, tried, 'en'), 'en')).toContain(
      'left out: among the periods asked for, the first row of sales is of 2025-08-01, so that this one may not be whole. Ask from 2025-05 on to see whether it is',
    );
    expect(renderMarkdown(simulationBlocks(simulation, tried, 'zh'), 'zh')).toContain(
      '不计入：所列各期中 sales 最早的数据为 2025-08-01，本期可能不完整；从 2025-05 开始测算即可核实',
    );
  });
});

test('what is above the limit of a pass-through is in no total, and told: 9,000 of 10,000 and of 9,500 wait for 1,000 and 500', () => {
  const own = [
    { id: 'base', kind: 'retainer', amount: 3000 },
    { id: 'media', kind: 'pass_through', cost: 'gmv', upTo: 9000 },
  ];
  const tried = simulatedTerms(termsOf({ fees: own, gates: [] }), { from: '2025-06-01', to: '2025-08-31' });
  const values = {
    '2025-06': { revenue: '10000', spend: '3000' },
    '2025-07': { revenue: '9000', spend: '3000' },
    '2025-08': { revenue: '9500', spend: '3000' },
  };
  const simulation = simulationOf(tried, '2026-01', settleDays(tried, [], [{ asOf: '2026-01-10', values }]));
  expect(simulation.periods.map(({ total, waits }) => [total, waits])).toEqual([
    ['12000.00', [{ line: 'media/excess', amount: '1000.00' }]],
    ['12000.00', undefined],
    ['12000.00', [{ line: 'media/excess', amount: '500.00' }]],
  ]);
  expect(simulation).toMatchObject({ total: '36000.00', unknown: [] });
  expect(faults('simulation', { ...simulation, baselineWritten: null })).toBeNull();
  const page = (locale: Locale) => renderMarkdown(simulationBlocks(simulation, tried, locale), locale);
  expect(page('en')).toContain('not in it: USD 500.00 of Pass-through, at cost · media above its limit of USD 9,000.00');
  expect(page('en')).toContain('Not in the total: USD 1,500.00 of Pass-through, at cost · media above its limit, in 2 periods.');
  expect(page('zh')).toContain('合计不含代垫费用 · media 超出限额的 USD 1,500.00（共 2 期）');
});
