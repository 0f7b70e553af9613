import { describe, expect, it, test } from 'vitest';
import type { EvidencePeriod } from '../../src/evidence/model.js';
import { datesOf, type LocalDate, periodDays } from '../../src/kernel/calendar.js';
import { termPeriods } from '../../src/kernel/period.js';
import { rational } from '../../src/kernel/rational.js';
import { chancesAhead } from '../../src/outlook/chances-ahead.js';
import { pastOfQuote, quotedPast } from '../../src/outlook/quoted-past.js';
import { forecastRest } from '../../src/outlook/rest-forecast.js';
import { definitions, relationship } from '../settlement/relationship.js';
import { seriesOf } from './series.js';

/* A shop with 100 of sales on each day from April to December 2025, 275 days, and 50 of ads on each; its contract begins in January. */
const KPIS = [
  { id: 'sales', metric: 'gmv', owner: 'provider', better: 'higher', weight: '50%', target: 3000 },
  { id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '50%', target: 2 },
];
const MONTHS = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}`);

function month(period: string, of: (day: LocalDate) => { readonly revenue: string; readonly spend: string }): EvidencePeriod {
  const inForce = periodDays(period, 'month');
  if (inForce === null) throw new Error(period);
  const days = datesOf(inForce);
  return {
    period,
    inForce,
    calendar: [],
    terms: 'sha256:0',
    exclusions: [],
    facts: ['sales', 'ads'].map((id) => ({ id, complete: true, scans: [] })),
    measures: (['revenue', 'spend'] as const).map((id) => ({
      id,
      rows: days.length,
      nulls: 0,
      days: days.map((day) => ({ day, rows: 1, value: of(day)[id] })),
    })),
    variants: [],
    rates: [],
  } as unknown as EvidencePeriod;
}

const STEADY = () => ({ revenue: '100', spend: '50' });
const { terms } = relationship({ kpis: KPIS, fees: [{ id: 'base', kind: 'retainer', amount: 1 }] }, definitions(true));
const past = pastOfQuote(
  terms,
  MONTHS.map((period) => month(period, STEADY)),
);
if (past === null) throw new Error('no past');
const chances = chancesAhead(past);
const periodOf = (id: string) => termPeriods(terms.contract.term, 'month').find((each) => each.id === id)?.calendar ?? { from: '', to: '' };
const chance = (period: string, target: string, metric = 'gmv', better: 'higher' | 'lower' = 'higher') =>
  chances({ metric, better, target: rational(target) }, periodOf(period))?.chance;

describe('the chance of a month ahead', () => {
  /*
   * January, 31 days from the next on: of past days at most 180 count. February, 28 days after 31: a past day needs 42 before it and 59 from it
   * on, days 43 to 217, so 175. March, 31 after 59: days 43 to 186, 144. What all of them reach is n of n + 1, what none reached 1 of n + 1.
   */
  it('is counted over past days with as many days, as far ahead, behind them', () => {
    expect(['2026-01', '2026-02', '2026-03'].map((period, place) => chance(period, ['3099', '2799', '3099'][place] ?? ''))).toEqual([
      '0.9945',
      '0.9943',
      '0.9931',
    ]);
    expect(['2026-01', '2026-02', '2026-03'].map((period, place) => chance(period, ['3101', '2801', '3101'][place] ?? ''))).toEqual([
      '0.0055',
      '0.0057',
      '0.0069',
    ]);
    expect(chance('2026-01', '3101', 'gmv', 'lower')).toBe('0.9945');
  });

  it('of a ratio is that of the ratio', () => {
    expect([chance('2026-02', '1.99', 'roas'), chance('2026-02', '2.01', 'roas')]).toEqual(['0.9943', '0.0057']);
  });

  it('is told for three months, no farther: April ends 120 days on', () => {
    const told = quotedPast(past).targets.filter(({ kpi }) => kpi === 'sales');
    expect(told.map(({ period, outlook }) => [period, outlook?.chance ?? null])).toEqual([
      ['2026-01', '0.9945'],
      // 2,800 in February
      ['2026-02', '0.0057'],
      ['2026-03', '0.9931'],
      ['2026-12', null],
    ]);
    expect(chances({ metric: 'gmv', better: 'higher', target: rational(1) }, periodOf('2026-04'))).toBeNull();
    // of a contract that was ended none after its last day
    const ended = quotedPast(past, '2026-02-10').targets.filter(({ kpi }) => kpi === 'sales');
    expect(ended.map(({ period }) => period)).toEqual(['2026-01', '2026-02']);
  });

  it('is none, and says why, of an event ahead without history; of few days', () => {
    const season = { name: '618', dates: [{ from: '2026-02-14', to: '2026-02-14' }], factor: null, basis: null };
    const clause = { file: 'definitions.yaml', line: 1 };
    const withEvent = { ...past, terms: { ...terms, definitions: { ...terms.definitions, seasons: [{ ...season, clause }] } } };
    const ahead = chancesAhead(withEvent);
    const level = { metric: 'gmv', better: 'higher', target: rational(1) } as const;
    expect(ahead(level, periodOf('2026-02'))).toEqual({ chance: null, none: { code: 'unknown-event', event: '618' } });
    expect(ahead(level, periodOf('2026-01'))?.chance).toBe('0.9945');
    // 31 days of data
    const short = pastOfQuote(terms, [month('2025-12', STEADY)]);
    expect(short === null ? null : chancesAhead(short)(level, periodOf('2026-01'))).toEqual({
      chance: null,
      none: { code: 'no-history', days: 31, measure: 'revenue' },
    });
  });
});

test('the errors of days far ahead are those of days far ahead: one day of 1,000 is seen from the day six before it alone', () => {
  const values = Array.from({ length: 210 }, () => 100).with(150, 1000);
  const series = seriesOf('2025-04-01', values);
  const apart = (skipped: number) =>
    [...forecastRest(series, 210, [1], skipped).factors].flatMap(([day, factor]) => (factor > 2 ? [day - series.start] : []));
  expect(apart(0)).toEqual([150]);
  expect(apart(6)).toEqual([144]);
});
