import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import type { Against } from '../../src/outlook/against.js';
import { type Why, whyOf } from '../../src/outlook/why.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { whyBlocks } from '../../src/report/why.js';
import { kpiBriefly, whyBrief } from '../../src/report/why-brief.js';
import { whyTelling } from '../../src/report/why-telling.js';
import type { ReasonCode } from '../../src/words/reasons.js';
import { CLAUSES, termsOf } from '../amendment/clauses.js';
import { definitions, relationship, settleDays } from '../settlement/relationship.js';

/*
 * January brings 9,000 for 3,000 of ads, February 10,000 for 4,000. By hand, from the clauses:
 *   January: GMV scores 50%, ROAS 3.0 scores 100%; composite 70%: no bonus. 3,000 + 5% × 8,000 + 7% × 1,000 = 3,470.00.
 *   February: GMV 100%, ROAS 2.5 scores 83.33…%; composite 93.33…%, pays 83.33…% of 5,000. 3,000 + 540 + 4,166.67 = 7,706.67.
 *   Revenue of February on ads of January: ROAS 3.33… (100%), composite 100%. 3,000 + 540 + 5,000 = 8,540.00.
 *   Ads of February on revenue of January: ROAS 2.25 (75%), a tenth of 3,000 off; composite 60%. 3,000 + 470 − 300 = 3,170.00.
 */
const terms = termsOf();
const values = { '2026-01': { revenue: '9000', spend: '3000' }, '2026-02': { revenue: '10000', spend: '4000' } };
const ledger = settleDays(terms, [], [{ asOf: '2026-03-06', values }]);

function whyFebruary(against: Against): Why {
  const why = whyOf({ entries: ledger, events: [], period: '2026-02', against });
  if (why === null) throw new Error('no statement');
  return why;
}
const page = (why: Why, locale: Locale = 'en') => renderMarkdown(whyBlocks(why, terms, locale), locale).replaceAll('\\', '');

test('a KPI that is one measure alone has no part that says the same again', () => {
  const why = whyFebruary('previous');
  const [gmv, roas] = why.kpis;
  if (gmv === undefined || roas === undefined) return expect.unreachable();
  expect(kpiBriefly(gmv, whyTelling(why, terms, 'zh'))).toBe('GMV：较 2026-01 +1,000.00'); // 10,000 − 9,000
  expect(kpiBriefly(roas, whyTelling(why, terms, 'en'))).toBe(
    'ROAS: -0.5000 since 2026-01: -0.7917 moved with spend, +0.2917 moved with GMV',
  );
});

test('a difference is that of the exact figures, rounded once', () => {
  // 3,124.90 and 2,315.10 on 1,000 of ads: 3.1249 is shown as 3.12 and 2.3151 as 2.32, and they differ by 0.8098, not by 0.80
  const shown = definitions(true);
  const { roas } = shown.metrics as Record<string, object>;
  const two = termsOf({}, { ...shown, metrics: { ...(shown.metrics as object), roas: { ...roas, decimals: 2 } } });
  const close = { '2026-01': { revenue: '3124.90', spend: '1000' }, '2026-02': { revenue: '2315.10', spend: '1000' } };
  const of = whyOf({
    entries: settleDays(two, [], [{ asOf: '2026-03-06', values: close }]),
    events: [],
    period: '2026-02',
    against: 'previous',
  });
  if (of === null) return expect.unreachable();
  const told = (locale: Locale) => renderMarkdown(whyBlocks(of, two, locale), locale).replaceAll('\\', '');
  expect(told('en')).toMatch(/\| 3\.12 \| 2\.32 \| \*\*-0\.81\*\* \|/);
  expect(told('en')).toMatch(/compared with 2026-01[^|]*the difference is that of the exact figures, rounded once/);
  expect(told('zh')).toContain('差额按未舍入的数值相减后再舍入');
  // GMV has the cents that it is shown with: -809.80
  expect(told('en').match(/the difference is that of the exact figures/g)).toHaveLength(1);
});

describe('against the month before', () => {
  const why = whyFebruary('previous');

  it('the fees moved with revenue by half of (8,540 − 3,470) + (7,706.67 − 3,170), with ads by the rest', () => {
    // 4,803.335 and −566.665: to the cent they still add up to 4,236.67.
    expect(why.pay).toEqual({
      before: '3470.00',
      after: '7706.67',
      terms: '0.00',
      drivers: [
        { kind: 'measure', ids: ['revenue'], moved: '4803.34', exact: '4803.335' },
        { kind: 'measure', ids: ['spend'], moved: '-566.67', exact: '-566.665' },
      ],
    });
  });

  it('ROAS moved by 7/24 with revenue and by −19/24 with ads', () => {
    expect(why.kpis[1]).toEqual({
      kpi: 'roas',
      metric: 'roas',
      state: 'scored',
      actual: '2.5',
      target: '3',
      missed: true,
      days: { before: '31', after: '28' },
      than: { period: '2026-01', value: '3' },
      drivers: [
        { measure: 'revenue', before: '9000', after: '10000', moved: '0.291666666667', movedExact: '7/24' },
        { measure: 'spend', before: '3000', after: '4000', moved: '-0.791666666667', movedExact: '-19/24' },
      ],
      segments: null,
      untold: null,
    });
  });

  it('says so in the order in which people should look, and never why', () => {
    expect(page(why)).toContain('Nothing stands out: 2 tables complete. No reconciliation is agreed.');
    expect(page(why)).toMatch(
      /1\. The data[\s\S]*2\. What was done[\s\S]*3\. What the KPIs[\s\S]*4\. Which parts[\s\S]*5\. What of the pay[\s\S]*6\. Open questions/,
    );
    expect(page(why)).not.toMatch(/because|caused by|due to/i);
    expect(page(why, 'zh')).not.toMatch(/因为|由于|导致/);
  });
});

test('against the targets: 2.5 instead of 3.0 of ROAS moved 833.33; GMV is on its target and moved nothing', () => {
  const why = whyFebruary('target');
  expect(why.pay).toMatchObject({ before: '8540.00', after: '7706.67', terms: '0.00', drivers: [{ ids: ['roas'], moved: '-833.33' }] });
  // January is the last month in which ROAS reached 3.0.
  expect(why.kpis.map(({ than }) => than?.period ?? null)).toEqual(['2026-01', '2026-01']);
});

test('against a year ago and a baseline that are not there: said', () => {
  expect(whyFebruary('year')).toMatchObject({
    than: null,
    pay: null,
    kpis: [{ untold: 'nothing-to-compare' }, { untold: 'nothing-to-compare' }],
  });
  expect(whyFebruary('baseline')).toMatchObject({ pay: null, kpis: [{ than: null, untold: 'metric-alone' }, {}] });
});

test('stale data come first, and nothing that rests on them is compared', () => {
  const stale = { ...values, '2026-02': { revenue: '10000', spend: null } };
  const entries = settleDays(terms, [], [{ asOf: '2026-03-06', values: stale }]);
  const why = whyOf({ entries, events: [], period: '2026-02', against: 'previous' });
  expect(why).toMatchObject({ data: [{ kind: 'stale', fact: 'ads' }, { kind: 'held' }, { kind: 'held' }], pay: null });
  expect(why?.kpis.map(({ untold }) => untold)).toEqual([null, 'undefined']);
  if (why === null) return expect.unreachable();
  // what ROAS decides is named; the retainer and the commission are known
  expect(why.payUnknown).toEqual(['reward', 'late'].map((line) => ({ period: '2026-02', line })));
  expect(page(why)).toContain('The fees cannot be compared: not known are Bonus (2026-02), Penalty (2026-02).');
  expect(page(why, 'zh')).toContain('费用无法对比：以下项目金额未知：绩效奖金（2026-02）、扣款（2026-02）。');
  const schema = JSON.parse(readFileSync(new URL('../../schemas/why.schema.json', import.meta.url), 'utf8')) as object;
  expect(new Ajv2020({ strict: false }).validate(schema, JSON.parse(JSON.stringify(why)))).toBe(true);
  expect(page(whyFebruary('year'))).toContain('The fees are not compared: there is no statement to compare them with.');
});

test('what a later statement corrected is said of the month itself', () => {
  const late = { ...values, '2026-02': { revenue: '10100', spend: '4000' }, '2026-03': { revenue: '10000', spend: '4000' } };
  const entries = settleDays(
    terms,
    [],
    [
      { asOf: '2026-03-06', values },
      { asOf: '2026-04-06', values: late },
    ],
  );
  const why = whyOf({ entries, events: [], period: '2026-02', against: 'target' });
  expect(why?.data).toContainEqual({ kind: 'restated', in: '2026-03', line: 'sales', amount: '7.00' });
  // what both agreed on, or the end of a hold decided, is no finding of data: it was done
  const because = (code: ReasonCode) =>
    entries.map((entry) => {
      const lines = entry.statement.lines.map((line) =>
        line.id === 'true-up/2026-02/sales' ? { ...line, reason: { code, with: {} } } : line,
      );
      return { ...entry, statement: { ...entry.statement, lines } };
    });
  for (const [code, kind, text] of [
    ['resolved', 'resolved', 'the dispute was resolved: the statement of 2026-03 corrects it by USD 7.00'],
    ['decided-mean', 'decided', 'the hold has ended: the statement of 2026-03 corrects it by USD 7.00'],
  ] as const) {
    const agreed = whyOf({ entries: because(code), events: [], period: '2026-02', against: 'target' });
    if (agreed === null) return expect.unreachable();
    expect(agreed.data).not.toContainEqual(expect.objectContaining({ line: 'sales' }));
    expect(agreed.actions).toEqual([{ kind, in: '2026-03', line: 'sales', amount: '7.00' }]);
    expect(page(agreed)).toContain(text);
    const schema = JSON.parse(readFileSync('schemas/why.schema.json', 'utf8')) as object;
    expect(new Ajv2020({ strict: false }).validate(schema, JSON.parse(JSON.stringify(agreed)))).toBe(true);
  }
  // 10,100 ÷ 4,000 = 2.525: the KPI was settled on 2.5, and is no longer that.
  expect(why?.kpis.map(({ since }) => since)).toEqual([
    { in: '2026-03', value: '10100' },
    { in: '2026-03', value: '2.525' },
  ]);
  const said = why === null ? '' : page(why);
  expect(said).toContain('target 3, missed · as settled; now 2.525 · compared with 2026-01');
  expect(whyOf({ entries: entries.slice(0, 2), events: [], period: '2026-02', against: 'target' })?.kpis[1]).not.toHaveProperty('since');
});

test('the days that count are said where they are not as many: five of January are excluded from ROAS', () => {
  const outage = {
    ...{ kind: 'exclusion', party: 'provider', reason: 'tracking_outage', kpis: ['roas'], treatment: 'drop' },
    ...{ window: { from: '2026-01-14', to: '2026-01-18' }, evidence: ['tickets 1'] },
  };
  const agreed = relationship(CLAUSES, definitions(true), { '2026-01-20-outage.yaml': outage });
  const entries = settleDays(agreed.terms, agreed.events, [{ asOf: '2026-03-06', values }]);
  const why = whyOf({ entries, events: agreed.events, period: '2026-02', against: 'previous' });
  expect(why?.kpis.map(({ days }) => days)).toEqual([
    { before: '31', after: '28' },
    { before: '26', after: '28' },
  ]);
  const said = (locale: Locale) => (why === null ? '' : page(why, locale));
  expect(said('en')).toContain('compared with 2026-01 · 26 days of 2026-01 against 28');
  expect(said('zh')).toContain('对比 2026-01 · 2026-01 计 26 天，本期计 28 天');
});

test('three lines on the scorecard of a month that missed a KPI', () => {
  expect(renderMarkdown(whyBrief(whyFebruary('target'), terms, 'en'), 'en')).toBe(
    [
      '## Where to look first',
      '',
      '- Data: nothing stands out',
      '- Actions: none late, excluded or disputed',
      '- ROAS: -0.5000 since 2026-01: -0.7917 moved with spend, +0.2917 moved with GMV',
      '',
      'All of it: `concord why test-relationship 2026-02`',
      '',
    ].join('\n'),
  );
  expect(whyBrief(undefined, terms, 'en')).toEqual([]);
});

test('the document is what its schema says', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/why.schema.json', import.meta.url), 'utf8')) as object;
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
  for (const against of ['target', 'previous', 'year', 'baseline'] as const) {
    validate(JSON.parse(JSON.stringify(whyFebruary(against))));
    expect(validate.errors).toBeNull();
  }
});

test('the third line says why nothing is told of the KPI', () => {
  const why = whyOf({ entries: ledger, events: [], period: '2026-01', against: 'target' });
  expect(renderMarkdown(whyBrief(why ?? undefined, terms, 'en'), 'en')).toContain('- GMV: There is no earlier period to compare with.');
  const again = settleDays(terms, [], [{ asOf: '2026-03-06', values: { ...values, '2026-02': values['2026-01'] } }]);
  const same = whyOf({ entries: again, events: [], period: '2026-02', against: 'target' });
  expect(renderMarkdown(whyBrief(same ?? undefined, terms, 'zh'), 'zh')).toContain('- GMV：各构成较 2026-01 均未变动');
});

describe('the first period of a term', () => {
  const january = (fee: object) => {
    const share = { id: 'share', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal' };
    const kpi = { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 1500 };
    const { terms: of } = relationship({ kpis: [kpi], fees: [share, fee] });
    const entries = settleDays(of, [], [{ asOf: '2026-02-06', values: { '2026-01': { revenue: '10000' } } }]);
    return whyOf({ entries, events: [], period: '2026-01', against: 'target' })?.pay;
  };

  test('has used up nothing of a cap of the term yet: 10% of 1,500, and of 10,000, both cut to 100', () => {
    expect(january({ id: 'ceiling', kind: 'cap', term: 100 })).toMatchObject({ before: '100.00', after: '100.00', terms: '0.00' });
  });

  test('has nothing to pay back yet: 150 topped up to 200, and 1,000 with nothing taken of it', () => {
    const floor = { id: 'floor', kind: 'guarantee', amount: 200, recoverable: true };
    expect(january(floor)).toMatchObject({ before: '200.00', after: '1000.00', drivers: [{ ids: ['gmv'], moved: '800.00' }] });
  });
});
