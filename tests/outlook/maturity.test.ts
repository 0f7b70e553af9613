import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { addDays, periodDays, shiftPeriod } from '../../src/kernel/calendar.js';
import { rational, toExact } from '../../src/kernel/rational.js';
import { maturingOf, maturingPeriods } from '../../src/outlook/maturity.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { maturitySection } from '../../src/report/maturity.js';
import { relationship, settleDays, type Values } from '../settlement/relationship.js';

/*
 * Every month sells 80,000. Of the orders of a month 4,480 (5.6%) are given back when it is settled; by the next statement it is more, and
 * stays. From January to July it became 1.02, 1.05, 1.07, 1.09, 1.10, 1.12 and 1.20 times as much: in the middle 1.09.
 * October, when mature: 4,480 × 1.09 = 4,883.20, 6.104%. Commission is a tenth of 80,000 − refunds: −40.32.
 * 80% of them: 1.02 + 0.6 × 0.03 = 1.038 (5.8128%) and 1.12 + 0.4 × 0.08 = 1.152 (6.4512%).
 */
const GROWS = ['1.10', '1.02', '1.20', '1.09', '1.05', '1.12', '1.07', '1', '1', '1'];
const month = (place: number) => `2026-${String(place + 1).padStart(2, '0')}`;
const { terms } = relationship(
  {
    kpis: [
      { id: 'refund_rate', metric: 'refund_rate', owner: 'provider', better: 'lower', weight: '100%', target: '6%', threshold: '12%' },
    ],
    fees: [{ id: 'share', kind: 'commission', base: 'net', tiers: { 0: '10%' } }],
  },
  {
    facts: { sales: { table: 'shop.sales', grain: ['id'], custodian: 'brand' } },
    measures: {
      revenue: { definition: 'paid orders', of: 'sales', sum: 'amount', when: 'ts' },
      refunds: { definition: 'given back of the orders of the day', of: 'sales', sum: 'refunded', when: 'ts' },
    },
    metrics: {
      net: { title: 'Net sales', formula: 'revenue - refunds', unit: 'money', type: 'flow' },
      refund_rate: { title: { en: 'Refund rate', zh: '退款率' }, formula: 'refunds / revenue', unit: 'share', type: 'ratio', decimals: 1 },
    },
  },
);

/** What was known when a month was settled: all months up to it, the earlier ones with what has come since. */
function valuesIn(now: number): Values {
  return Object.fromEntries(
    GROWS.slice(0, now + 1).map((times, place) => {
      const refunds = toExact(rational('4480').mul(rational(place < now ? times : '1')));
      return [month(place), { revenue: '80000', refunds }];
    }),
  );
}

/** Settled each month on the sixth day after it; `late`: so many days later. */
function ledgerTo(last: number, late = 0) {
  const days = Array.from({ length: last + 1 }, (_, now) => {
    const end = periodDays(month(now), 'month')?.to ?? '';
    return { asOf: addDays(end, 6 + (now === last ? late : 0)), values: valuesIn(now) };
  });
  return settleDays(terms, [], days);
}

describe('a month whose refunds are still coming in', () => {
  const entries = ledgerTo(9);
  const october = maturingOf('2026-10', { entries, events: [] });

  it('is what earlier months became, in the middle; with where 80% of them lie, and what its fees would move by', () => {
    expect(october).toEqual({
      period: '2026-10',
      periods: 7,
      kpis: [{ kpi: 'refund_rate', metric: 'refund_rate', now: '0.056', mature: '0.06104', low: '0.058128', high: '0.064512' }],
      fees: '-40.32',
    });
  });

  it('is told in a sentence', () => {
    const page = (locale: 'en' | 'zh') => renderMarkdown(maturitySection(october === null ? [] : [october], terms, locale), locale);
    expect(page('en')).toContain(
      'Refund rate of 2026-10: 5.6% so far, 6.1% (5.8% – 6.5%) when mature. Its fees would move by about USD -40.',
    );
    expect(page('zh')).toContain('2026-10 退款率：目前 5.6%，数据到齐后约 6.1%（5.8% – 6.5%）。该期费用届时约变动 USD -40。');
    expect(maturitySection([], terms, 'en')).toEqual([]);
  });

  it('of those that are not final, only it has more to come: August and September have had theirs', () => {
    expect(maturingPeriods({ entries, events: [] }).map(({ period }) => period)).toEqual(['2026-10']);
  });

  it('is what the outlook’s schema says', () => {
    const schema = JSON.parse(readFileSync(new URL('../../schemas/outlook.schema.json', import.meta.url), 'utf8')) as {
      readonly properties: Readonly<Record<string, object>>;
    };
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema.properties.maturing ?? {});
    validate(JSON.parse(JSON.stringify([october])));
    expect(validate.errors).toBeNull();
  });
});

test('nothing is told of too few, and no range of four', () => {
  expect(maturingOf('2026-05', { entries: ledgerTo(4), events: [] })).toBeNull();
  const june = maturingOf('2026-06', { entries: ledgerTo(5), events: [] });
  // 1.10, 1.02, 1.20: in the middle 1.10
  expect(june).toMatchObject({ periods: 3, kpis: [{ mature: '0.0616', low: null, high: null }] });
  expect(maturitySection(june === null ? [] : [june], terms, 'en')[1]).toMatchObject({
    items: [{ text: [{ text: 'Refund rate of 2026-06: 5.6% so far, 6.2% when mature. Its fees would move by about USD -45.' }] }],
  });
});

test('a statement that came late has seen what others of its place had not: of it nothing is told', () => {
  expect(maturingOf('2026-10', { entries: ledgerTo(9, 20), events: [] })).not.toBeNull();
  expect(maturingOf('2026-10', { entries: ledgerTo(9, 40), events: [] })).toBeNull();
});

test('a month that is final, or is not there, has nothing to come', () => {
  const entries = ledgerTo(9);
  expect(maturingOf('2026-07', { entries, events: [] })).toBeNull();
  expect(maturingOf(shiftPeriod('2026-10', 'month', 1), { entries, events: [] })).toBeNull();
});
