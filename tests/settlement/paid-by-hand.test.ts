import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../src/kernel/calendar.js';
import { moneyText } from '../../src/kernel/money.js';
import { rational } from '../../src/kernel/rational.js';
import { type PaidBesides, type PeriodTotals, payTerm } from '../../src/settlement/pay-term.js';
import { printSheet, sentencesOf } from '../../src/term-sheet/print.js';
import { definitions, relationship } from './relationship.js';

/* What terms pay on the totals of their periods, by hand: January and February, sales of 1,000 a month are the target. */
type Json = Readonly<Record<string, unknown>>;
const base = definitions(true);
const WORDS: Json = {
  ...base,
  measures: { ...(base.measures as Json), buyers: { definition: 'who bought', of: 'sales', countDistinct: 'buyer', when: 'ts' } },
  metrics: { ...(base.metrics as Json), customers: { title: 'Customers', formula: 'buyers', unit: 'number', type: 'flow' } },
};
const GMV = { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 1000 };
const linear = { points: { '0%': '0%', '100%': '100%' }, shape: 'linear' };

const totals = (period: string, of: Readonly<Record<string, number>>, more: Partial<PeriodTotals> = {}): PeriodTotals => ({
  period,
  totals: new Map(Object.entries({ spend: 1, buyers: 1, ...of }).map(([id, value]) => [id, rational(value)] as const)),
  ...more,
});

function paid(fees: readonly Json[], periods: readonly PeriodTotals[], besides?: PaidBesides): string[] {
  const clauses = { term: { from: '2026-01-01', to: '2026-02-28' }, kpis: [GMV], watch: ['roas', 'customers'], fees };
  return payTerm(relationship(clauses, WORDS).terms, periods, besides).map(({ period, line, amount, causes, step }) => {
    const why = causes.map(({ reason: { code, with: given } }) => ` ${[code, ...Object.values(given)].join(' ')}`).join();
    return `${period.slice(5)} ${line} (${step ?? '-'}) ${amount === null ? `?${why}` : moneyText(amount)}`;
  });
}

const sales = { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' };

describe('what terms pay', () => {
  it('is a line of each fee and what follows from it, taxes last', () => {
    const vat = { id: 'vat', kind: 'tax', rate: '6%', label: 'VAT' };
    const floor = { id: 'floor', kind: 'guarantee', amount: 120, recoverable: true };
    const media = { id: 'media', kind: 'pass_through', cost: 'gmv', markup: '10%', upTo: 2000 };
    expect(paid([sales, vat, floor, media], [totals('2026-01', { revenue: 1000 })])).toEqual([
      '01 sales (earned) 100.00',
      '01 floor (floor) 20.00',
      '01 floor/recovery (-) 0.00',
      '01 media (outside) 1100.00',
      '01 media/excess (-) 0.00',
      // 6% of 100 + 20: what was spent for the brand is not taxed
      '01 vat (tax) 7.20',
    ]);
  });

  it('goes on from period to period, as many as there are', () => {
    const term = { ...sales, accumulate: 'term', tiers: { 0: '10%', 1500: '20%' } };
    expect(paid([term], [totals('2026-01', { revenue: 1000 })])).toEqual(['01 sales (earned) 100.00']);
    // 150 + 20% of 500 less 100
    expect(paid([term], [totals('2026-01', { revenue: 1000 }), totals('2026-02', { revenue: 1000 })]).at(-1)).toBe(
      '02 sales (earned) 150.00',
    );
    expect(() => paid([sales], [totals('2026-03', {})])).toThrow('no period of the term: 2026-03');
  });

  it('recovers an advance from what is above the guarantee after penalties, as the term sheet says: 150 − 15 − 120 of 20, not 150 − 120', () => {
    const floor = { id: 'floor', kind: 'guarantee', amount: 120, recoverable: true };
    const late = { id: 'late', kind: 'penalty', of: 'sales', by: 'gmv', bands: { '101%': '10%' } };
    const fees = [sales, floor, late];
    const of = paid(fees, [totals('2026-01', { revenue: 1000 }), totals('2026-02', { revenue: 1500 })]);
    expect(of).toEqual([
      '01 sales (earned) 100.00',
      '01 floor (floor) 20.00',
      '01 late (deduction) -10.00',
      '01 floor/recovery (-) 0.00',
      '02 sales (earned) 150.00',
      '02 floor (floor) 0.00',
      '02 late (deduction) -15.00',
      '02 floor/recovery (-) -15.00',
    ]);
    const { terms } = relationship(
      { term: { from: '2026-01-01', to: '2026-02-28' }, kpis: [GMV], watch: ['roas', 'customers'], fees },
      WORDS,
    );
    expect(sentencesOf(printSheet(terms, 'en'))).toContain(
      'The difference is an advance, which the provider gives back out of later periods: of each as much as it comes to above the guarantee after wagers, penalties and the cap, pass-through, rebates, tax, true-ups and corrections not counted; what is left at the end of the term lapses.',
    );
    expect(sentencesOf(printSheet(terms, 'zh'))).toContain(
      '补足部分为垫付，由以后各期归还：每期归还的，是该期费用计入对赌、扣款与封顶之后超出保底的部分（代垫、返点、税费、往期补差与更正不计）；合同期满仍未归还的，不再归还。',
    );
  });

  it('is cut by no cap in a period that says none, and by one of the term by what was paid before it', () => {
    const both = [totals('2026-01', { revenue: 1000 }), totals('2026-02', { revenue: 1500 })];
    const capped = (limits: Json) => paid([sales, { id: 'most', kind: 'cap', ...limits }], both).filter((line) => line.includes('most'));
    expect(capped({ period: { '2026-01': 'none', '2026-02': 40 } })).toEqual(['01 most (ceiling) 0.00', '02 most (ceiling) -110.00']);
    // of 160 the 100 of January are used: 60 are left of 150
    expect(capped({ term: { '2026-01': 'none', '2026-02': 160 } })).toEqual(['01 most (ceiling) 0.00', '02 most (ceiling) -90.00']);
    expect(capped({ period: { '2026-01': 40, '2026-02': 'none' }, term: { '2026-01': 'none', '2026-02': 160 } })).toEqual([
      '01 most (ceiling) -60.00',
      // 160 − 40 are left
      '02 most (ceiling) -30.00',
    ]);
  });

  it('is not known where a total is not, and later lines go on with nothing', () => {
    const floor = { id: 'floor', kind: 'guarantee', amount: 120, recoverable: false };
    expect(paid([sales, floor], [totals('2026-01', {})])).toEqual(['01 sales (earned) ? not-measured revenue', '01 floor (floor) 120.00']);
  });

  it('scores a KPI on the rows that it keeps, and as a late duty has it', () => {
    const reward = { id: 'reward', kind: 'bonus', by: 'gmv', pool: 500, ...linear };
    const fees = [sales, reward];
    const ofKpi = (id: string, revenue: number) => ({ ofKpi: new Map([[id, new Map([['revenue', rational(revenue)]])]]) });
    const late = (owes: 'brand' | 'provider') => ({ late: new Map([['gmv', { owes, duty: 'photos', scoreAs: rational('0.9') }]]) });
    const of = (more: Partial<PeriodTotals>) => paid(fees, [totals('2026-01', { revenue: 800 }, more)]).map((line) => line.slice(3));
    expect(of({})).toEqual(['sales (earned) 80.00', 'reward (earned) 400.00']);
    expect(of(ofKpi('gmv', 500))).toEqual(['sales (earned) 80.00', 'reward (earned) 250.00']);
    expect(of(ofKpi('other', 500))).toEqual(['sales (earned) 80.00', 'reward (earned) 400.00']);
    expect(of(late('brand'))).toEqual(['sales (earned) 80.00', 'reward (earned) 450.00']);
    expect(of(late('provider'))).toEqual(['sales (earned) 80.00', 'reward (earned) 0.00']);
  });

  it('is a milestone once it is accepted and reached, on what is known of its days', () => {
    const launch = { id: 'launch', kind: 'milestone', amount: 400, due: '2026-02-10', metric: 'gmv', atLeast: 1500 };
    const months = [totals('2026-01', { revenue: 1000 }), totals('2026-02', { revenue: 1000 })];
    const on = (accepted: LocalDate | null, upTo: number | undefined) =>
      paid([launch], months, {
        over: (measure, { from, to }) =>
          `${measure} ${from} ${to}` === 'revenue 2026-02-01 2026-02-10' && upTo !== undefined ? rational(upTo) : undefined,
        accepted: new Map(accepted === null ? [] : [['launch', accepted]]),
      });
    expect(on('2026-01-15', 500)).toEqual(['01 launch (earned) 0.00', '02 launch (earned) 400.00']);
    expect(on('2026-01-15', 499)).toEqual(['01 launch (earned) 0.00', '02 launch (earned) 0.00']);
    expect(on(null, 500)).toEqual(['01 launch (earned) 0.00', '02 launch (earned) 0.00']);
    expect(on('2026-01-15', undefined).at(-1)).toBe('02 launch (earned) ? not-measured revenue');
    // one that January has paid is paid there alone
    const early = paid([{ ...launch, atLeast: 1000 }], months, { over: () => rational(0), accepted: new Map([['launch', '2026-01-15']]) });
    expect(early).toEqual(['01 launch (earned) 400.00', '02 launch (earned) 0.00']);
  });

  it('is a wager on the count of its months, where that is known', () => {
    const bet = { id: 'bet', kind: 'wager', metric: 'customers', better: 'higher', over: 'term', onEarlyEnd: 'void' };
    const fees = [{ ...bet, target: 10, deadband: 0, stake: 500 }];
    const months = [totals('2026-01', { buyers: 6 }), totals('2026-02', { buyers: 6 })];
    const counted = (count: number | undefined) =>
      paid(fees, months, {
        over: (measure, { from, to }) =>
          `${measure} ${from} ${to}` === 'buyers 2026-01-01 2026-02-28' && count !== undefined ? rational(count) : undefined,
      });
    // 6 and 6 are not 12 where two of them bought in both
    expect(counted(10)).toEqual(['01 bet (stake) 0.00', '02 bet (stake) 500.00']);
    expect(counted(9)).toEqual(['01 bet (stake) 0.00', '02 bet (stake) -500.00']);
    expect(counted(undefined)).toEqual(['01 bet (stake) 0.00', '02 bet (stake) ? not-measured buyers']);
    expect(paid(fees, months)).toEqual(['01 bet (stake) 0.00', '02 bet (stake) ? not-measured buyers']);
  });
});
