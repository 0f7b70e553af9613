import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../src/attainment/measures.js';
import type { EvidenceDay, EvidencePeriod } from '../../src/evidence/model.js';
import { addDays, datesOf, periodDays } from '../../src/kernel/calendar.js';
import { cohortMaturity } from '../../src/outlook/cohort-maturity.js';
import { type Cohorts, matured, maturedRange, trials } from '../../src/outlook/cohorts.js';
import { maturingOf } from '../../src/outlook/maturity.js';
import { buildPlan } from '../../src/query/build.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { maturitySection } from '../../src/report/maturity.js';
import { relationship, settleDays } from '../settlement/relationship.js';

/** Sells `sold` a day; of each 100 sold 4 come back on the first day, 3 a day later, 2 two days later, 1 three days later. */
const SPEED = [0.04, 0.03, 0.02, 0.01];
function cohorts(
  days: number,
  lags: number,
  sold: (day: number) => number,
  speed: (day: number) => readonly number[] = () => SPEED,
): Cohorts {
  const exposure = Float64Array.from({ length: days }, (_, day) => sold(day));
  const booked = new Float64Array(days * lags);
  for (let day = 0; day < days; day += 1) {
    for (const [lag, share] of speed(day).entries()) booked[day * lags + lag] = share * sold(day);
  }
  return { exposure, booked, lags };
}

describe('what is booked late', () => {
  it('comes to what it always came to, where days come in alike: 10% of 100 a day', () => {
    const all = cohorts(200, 8, () => 100);
    // asked on day 129: of day 129 4 have come, of 128 7, of 127 9, of 126 all 10
    const { seen, final } = matured(all, 120, 129, 130);
    expect(seen).toBeCloseTo(7 * 10 + 9 + 7 + 4, 9);
    expect(final).toBeCloseTo(100, 9);
  });

  it('has a range that holds what came, and it is narrow where nothing differs', () => {
    const all = cohorts(300, 8, (day) => 100 + (day % 7));
    const range = maturedRange(matured(all, 200, 229, 231), trials(all, 30, 1, 231));
    expect(range?.low).toBeCloseTo(range?.high ?? 0, 6);
  });

  it('has none where it could be tried on too few days', () => {
    const all = cohorts(120, 8, () => 100);
    expect(maturedRange(matured(all, 80, 109, 111), trials(all, 30, 1, 111))).toBeNull();
  });

  it('looks at nothing that was booked later', () => {
    const all = cohorts(300, 8, (day) => 100 + (day % 11));
    const other: Cohorts = { ...all, exposure: all.exposure.slice(), booked: all.booked.slice() };
    for (let day = 0; day < 300; day += 1) {
      for (let lag = 0; lag < 8; lag += 1) if (day + lag >= 231) other.booked[day * 8 + lag] = 999;
      if (day >= 231) other.exposure[day] = 7;
    }
    expect(matured(other, 200, 229, 231)).toEqual(matured(all, 200, 229, 231));
    expect(trials(other, 30, 1, 231)).toEqual(trials(all, 30, 1, 231));
  });
});

const LAG = { column: 'days_late', lag: { days: 10, of: 'revenue' } };
const { terms } = relationship(
  {
    calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 2, trueUpPeriods: 3 },
    kpis: [
      { id: 'refund_rate', metric: 'refund_rate', owner: 'provider', better: 'lower', weight: '100%', target: '6%', threshold: '20%' },
    ],
    fees: [{ id: 'share', kind: 'commission', base: 'net', tiers: { 0: '10%' } }],
  },
  {
    facts: { sales: { table: 'shop.sales', grain: ['id'], custodian: 'brand' } },
    measures: {
      revenue: { definition: 'paid orders', of: 'sales', sum: 'amount', when: 'ts' },
      refunds: { definition: 'given back of the orders of the day', of: 'sales', sum: 'refunded', when: 'ts', by: [LAG] },
    },
    metrics: {
      net: { title: 'Net sales', formula: 'revenue - refunds', unit: 'money', type: 'flow' },
      refund_rate: { title: { en: 'Refund rate', zh: '退款率' }, formula: 'refunds / revenue', unit: 'share', type: 'ratio', decimals: 1 },
    },
  },
);

/** A month whose orders sell 100 a day and come back as above, seen through a day. */
function measuredTo(evidence: EvidencePeriod, through: string): EvidencePeriod {
  const days = datesOf(evidence.inForce).filter((day) => day <= through);
  const revenue: EvidenceDay[] = days.map((day) => ({ day, rows: 1, value: '100' }));
  const refunds = days.map((day): EvidenceDay => {
    const parts = SPEED.flatMap((share, late) =>
      addDays(day, late) <= through ? [{ of: [String(late)], rows: 1, value: String(Math.round(100 * share)) }] : [],
    );
    return { day, rows: parts.length, value: String(parts.reduce((sum, { value }) => sum + Number(value), 0)), parts };
  });
  const measure = (id: string, own: readonly EvidenceDay[]) => ({ id, rows: own.length, nulls: 0, days: own });
  return { ...evidence, measures: [measure('refunds', refunds), measure('revenue', revenue)] };
}

describe('a contract whose refunds are told by days of lag', () => {
  const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
  const values = Object.fromEntries(months.map((month) => [month, { revenue: '3100', refunds: '300' }]));
  const ledger = settleDays(terms, [], [{ asOf: '2026-07-02', values }]);
  const through = '2026-06-30';
  const measured = ledger.flatMap(({ statement, evidence }) =>
    evidence.periods.filter(({ period }) => period === statement.period).map((own) => measuredTo(own, through)),
  );
  const june = ledger.at(-1);

  it('asks the data for each day of lag by itself', () => {
    const inForce = periodDays('2026-06', 'month') ?? { from: '', to: '' };
    const request = { period: '2026-06', inForce, terms, termsDigest: '', exclusions: [] };
    const plan = buildPlan([{ contract: terms.contract.id, asOf: through, periods: [request], spans: [] }]);
    const [dimension] = plan.scans.flatMap(({ divisions }) => divisions.flatMap(({ dimensions }) => dimensions));
    expect(dimension).toEqual({ column: 'days_late', values: Array.from({ length: 11 }, (_, day) => String(day)) });
  });

  it('knows June at 10% of 3,000, where 10 of its last three days are still to come', () => {
    const words = vocabulary(terms.contract, terms.definitions);
    const found = cohortMaturity(words, measured, 'refunds', periodDays('2026-06', 'month') ?? { from: '', to: '' });
    expect(found?.final).toBeCloseTo(300, 6);
    expect(found?.error).toBeCloseTo(0, 6);
  });

  it('says so of a period that is settled without them, from the first on: no earlier one has to be final', () => {
    if (june === undefined) throw new Error('no June');
    const own = measured.at(-1);
    const entries = ledger.map((entry) =>
      entry === june ? { ...entry, evidence: { ...entry.evidence, periods: own === undefined ? [] : [own] } } : entry,
    );
    const maturing = maturingOf('2026-06', { entries: entries.slice(-1), events: [], measured });
    // 290 of 3,000 have been given back by the end of June
    expect(maturing?.kpis[0]).toMatchObject({ now: '0.096666666667', mature: '0.1' });
    expect(maturing?.byDay).toEqual(['refunds']);
    const page = renderMarkdown(maturitySection(maturing === null ? [] : [maturing], terms, 'en'), 'en');
    expect(page).toContain('What is booked late is told by how earlier days came in. A forecast: it pays nothing.');
  });
});
