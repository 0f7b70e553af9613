import { describe, expect, it } from 'vitest';
import { definitions, linesOf, relationship, settleDays, statementOf, type Values } from './relationship.js';

/*
 * Scores and what fees by them pay, in the corners: late duties beside waivers and missing data, weights of 0%, lines that
 * are 0 whatever the unknown says. Every figure is worked out by hand from the contract language.
 */
type Json = Readonly<Record<string, unknown>>;

const linear = { points: { '0%': '0%', '200%': '200%' }, shape: 'linear' };
/** The brand's data: 10000 in a month are 100%; 12000 earn the cap of 120%. */
const GMV = { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '40%', target: 10000, cap: '120%' };
/** Over the provider's ads: 3.0 is 100%. */
const ROAS = { id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '60%', target: 3, cap: '150%' };
const FEES = [
  { id: 'own', kind: 'bonus', by: 'gmv', pool: 1000, ...linear },
  { id: 'all', kind: 'bonus', by: 'composite', pool: 1000, ...linear },
  { id: 'malus', kind: 'penalty', amount: 100, by: 'gmv', bands: { '80%': '50%' } },
  { id: 'malus-all', kind: 'penalty', amount: 100, by: 'composite', bands: { '80%': '50%' } },
];
const late = (owes: 'brand' | 'provider', scoreAs?: string, dueDay = 5) => ({
  id: `${owes}-duty`,
  owes,
  title: 'A duty',
  dueDay,
  ifLate: { kpis: ['gmv'], ...(scoreAs === undefined ? {} : { scoreAs }) },
});

function january(clauses: Json, values: Readonly<Record<string, string | null>>, events: Readonly<Record<string, Json>> = {}) {
  const { terms, events: known } = relationship({ kpis: [GMV, ROAS], fees: FEES, ...clauses }, definitions(true), events);
  return statementOf(settleDays(terms, known, [{ asOf: '2026-02-05', values: { '2026-01': values } }]), '2026-01');
}

describe('a duty', () => {
  it('that falls due after the last day in force is nobody’s', () => {
    // the term ends on 19 January, the duty is due on the 26th: 10000 × 19/31 = 6129.03 is the target, 10000 earn the cap
    const term = { from: '2026-01-01', to: '2026-01-19' };
    expect(linesOf(january({ term, duties: [late('provider', undefined, 26)] }, { revenue: '10000', spend: '1' }))[0]).toBe('own 735.48');
    // due on the last day it is somebody's: 0
    expect(linesOf(january({ term, duties: [late('provider', undefined, 19)] }, { revenue: '10000', spend: '1' }))[0]).toBe('own 0.00');
  });
});

describe('a late brand', () => {
  it('saves nothing by data of its own that nobody knows: scoreAs is enough only where nothing more could be earned', () => {
    const unknown = { revenue: null, spend: '1000' };
    const held = january({ duties: [late('brand', '50%')] }, unknown);
    expect(linesOf(held)).toEqual(['own 0.00 held', 'all 0.00 held', 'malus 0.00', 'malus-all 0.00 held']);
    expect(held.kpis[0]).toMatchObject({ state: 'waived', score: null });
    // no score of gmv exceeds its cap of 120%
    expect(linesOf(january({ duties: [late('brand', '120%')] }, unknown))[0]).toBe('own 1200.00');
  });

  it('of a composite that is waived: it pays as at `scoreAs`, what the KPI earned counts with all the others only', () => {
    // roas is scored 0 (its provider was late), gmv is waived: 60% are left of the 70% that are needed
    const roasLate = { id: 'report', owes: 'provider', title: 'A report', dueDay: 5, ifLate: { kpis: ['roas'] } };
    const clauses = { duties: [late('brand', '110%'), roasLate], composite: { rule: 'weighted_mean', minWeightLeft: '70%' } };
    // whatever gmv earned, up to its 120%: 0.4 × 120% + 0.6 × 0 = 48% are less than 110%, so nothing is waited for
    const unknown = january(clauses, { revenue: null, spend: '1000' });
    expect(linesOf(unknown)).toEqual(['own 0.00 held', 'all 1100.00', 'malus 0.00', 'malus-all 0.00']);
    // it earned 120%: the bonus by it pays so, the one by the composite as agreed
    expect(linesOf(january(clauses, { revenue: '12000', spend: '1000' }))).toEqual([
      'own 1200.00',
      'all 1100.00',
      'malus 0.00',
      'malus-all 0.00',
    ]);
  });

  it('waits for nothing where no band of a penalty lies above what is certain', () => {
    // roas is scored 0 (its provider was late), gmv is waived and unknown: the composite shown is 0%
    const roasLate = { id: 'report', owes: 'provider', title: 'A report', dueDay: 5, ifLate: { kpis: ['roas'] } };
    const clauses = { duties: [late('brand', '50%'), roasLate], composite: { rule: 'weighted_mean', minWeightLeft: '30%' } };
    // shown 0%; with gmv at most 0.4 × 120% = 48%: below the band of 80%, so it is held
    expect(linesOf(january(clauses, { revenue: null, spend: '1000' }))[3]).toBe('malus-all 0.00 held');
    // a band of 0% lies above nothing: 0, whatever gmv earned
    const fees = FEES.map((fee) => (fee.id === 'malus-all' ? { ...fee, bands: { '0%': '50%' } } : fee));
    expect(linesOf(january({ ...clauses, fees }, { revenue: null, spend: '1000' }))[3]).toBe('malus-all 0.00');
  });

  it('and the expired hold is decided for at least scoreAs', () => {
    const values: Values = { '2026-01': { revenue: null, spend: '1000' } };
    const { terms, events } = relationship(
      { kpis: [{ ...GMV, weight: '100%' }], fees: [FEES[0] ?? {}], duties: [late('brand', '110%')], holds: { maxPeriods: 1 } },
      definitions(false),
    );
    const days = ['2026-02-05', '2026-03-05'].map((asOf) => ({ asOf, values }));
    // the brand's facts: 100%, but never less than the 110% agreed
    expect(linesOf(statementOf(settleDays(terms, events, days), '2026-02'))).toContain('true-up/2026-01/own 1100.00');
  });

  it('is spared by a composite what a KPI of its own would spare it', () => {
    // roas 2.1/3 = 70% is all that is shown; in time gmv 96.6% makes it 0.4 × 96.6% + 0.6 × 70% = 80.64%: not below 80%
    const spared = january({ duties: [late('brand', '50%')] }, { revenue: '9660', spend: '4600' });
    expect(spared.composite).toBe('0.7');
    expect(linesOf(spared).slice(2)).toEqual(['malus 0.00', 'malus-all 0.00']);
    // gmv 84%: 75.6%
    expect(linesOf(january({ duties: [late('brand', '50%')] }, { revenue: '8400', spend: '4000' }))[3]).toBe('malus-all -50.00');
  });

  it('takes no penalty on a KPI that is waived by agreement too; the bonus pays as agreed', () => {
    const waive = {
      kind: 'exclusion',
      reason: 'client_duty',
      kpis: ['gmv'],
      evidence: ['mail'],
      treatment: 'waive',
      periods: ['2026-01'],
      scoreAs: '60%',
    };
    const events = { '2026-01-20-waived.yaml': waive };
    const values = { revenue: '12000', spend: '4000' };
    const clauses = { exclusions: { fileWithinDays: 10, maxDays: 30 } };
    expect(linesOf(january({ ...clauses, duties: [late('brand', '100%')] }, values, events)).slice(0, 3)).toEqual([
      'own 600.00',
      'all 1000.00',
      'malus 0.00',
    ]);
    // an agreed waiver comes before the provider's lateness, too; nobody late: deducted as at 60%
    for (const duties of [[late('provider')], []]) {
      const lines = linesOf(january({ ...clauses, ...(duties.length === 0 ? {} : { duties }) }, values, events));
      expect(lines.slice(0, 3)).toEqual(['own 600.00', 'all 1000.00', 'malus -50.00']);
    }
  });
});

describe('attainment', () => {
  it('is shown wherever the actual is known', () => {
    const kpis = [{ ...GMV, weight: '100%', minimum: { metric: 'roas', atLeast: 2 } }];
    const statement = january({ kpis, fees: [FEES[0] ?? {}] }, { revenue: '5000', spend: null });
    expect(statement.kpis[0]).toMatchObject({ state: 'held', actual: '5000', attainment: '0.5', score: null });
  });

  it('of a `lower` KPI counts as the cap where the actual is 0 or negative', () => {
    const kpis = [
      { ...GMV, weight: '100%', better: 'lower', threshold: '2x' },
      { ...ROAS, weight: '0%' },
    ];
    const of = (revenue: string) => january({ kpis, fees: [FEES[0] ?? {}] }, { revenue, spend: '1' }).kpis[0]?.attainment;
    expect(['0', '-5', '5000'].map(of)).toEqual(['1.2', '1.2', '2']);
  });
});

describe('a KPI of weight 0%', () => {
  it('holds nothing and scores for reading', () => {
    const kpis = [
      { ...GMV, weight: '100%' },
      { ...ROAS, weight: '0%' },
    ];
    const held = january({ kpis }, { revenue: '9000', spend: null });
    expect(held.composite).toBe('0.9');
    expect(held.kpis.map(({ state }) => state)).toEqual(['scored', 'held']);
    expect(linesOf(held)[1]).toBe('all 900.00');
    const smallest = january({ kpis, composite: { rule: 'min' } }, { revenue: '9000', spend: null });
    expect(smallest.composite).toBe('0.9');
    // `min` ignores weights: known, it counts. roas 9000/6000 = 1.5 of 3: 50%
    expect(january({ kpis, composite: { rule: 'min' } }, { revenue: '9000', spend: '6000' }).composite).toBe('0.5');
  });
});

describe('minWeightLeft', () => {
  it('holds for both composites', () => {
    const kpis = [GMV, { ...ROAS, whenMissing: 'exclude' }];
    for (const rule of ['weighted_mean', 'min']) {
      // no spend: roas is left out, 40% of the weight are left
      const values = { revenue: '9000', spend: '0' };
      expect(january({ kpis, composite: { rule, minWeightLeft: '50%' } }, values).composite).toBeNull();
      expect(january({ kpis, composite: { rule, minWeightLeft: '40%' } }, values).composite).toBe('0.9');
    }
  });
});

describe('a line that is 0 by a rule whatever the unknown says', () => {
  const gate = { gates: [{ id: 'volume', metric: 'gmv', atLeast: 1, blocks: ['reward', 'malus'] }] };
  const roasOnly = [{ ...ROAS, weight: '100%' }];

  it('is 0, not held: terms that pay nothing yet, a share of nothing', () => {
    const fees = [
      { id: 'later', kind: 'bonus', by: 'composite', pool: { '2026-01': 0, '2026-04': 1000 }, ...linear },
      {
        id: 'share',
        kind: 'commission',
        base: 'gmv',
        tiers: { '2026-01': { '0': '0%' }, '2026-04': { '0': '5%' } },
        mode: 'marginal',
        accumulate: 'term',
      },
      { id: 'first', kind: 'milestone', amount: 100, due: '2026-06-30' },
      { id: 'malus', kind: 'penalty', of: 'first', by: 'roas', bands: { '80%': '50%' } },
    ];
    const statement = january({ kpis: roasOnly, fees }, { revenue: null, spend: '1' });
    expect(linesOf(statement)).toEqual(['share 0.00', 'later 0.00', 'first 0.00', 'malus 0.00']);
  });

  it('and what may be more is held', () => {
    const fees = [
      { id: 'reward', kind: 'bonus', by: 'roas', pool: 1000, ...linear },
      { ...FEES[2], by: 'roas' },
    ];
    const statement = january({ kpis: roasOnly, fees, ...gate }, { revenue: null, spend: '1' });
    expect(linesOf(statement)).toEqual(['reward 0.00 held', 'malus 0.00 held']);
  });
});

describe('a hold for two reasons', () => {
  const revenue = { definition: 'paid orders', of: 'sales', sum: 'amount', when: 'ts' };
  const WORDS = definitions(true);
  const words = {
    ...WORDS,
    measures: { ...(WORDS.measures as Json), cash: { ...revenue, definition: 'orders that were booked' } },
    reconcile: [
      { id: 'sources', left: 'revenue', right: 'spend', tolerance: '5%', onBreach: 'flag' },
      { id: 'books', left: 'revenue', right: 'cash', tolerance: '5%', onBreach: 'flag' },
    ],
  };
  const fees = [{ id: 'own', kind: 'bonus', by: 'roas', pool: 900, ...linear }];
  const kpis = [
    { ...ROAS, weight: '100%' },
    { ...GMV, weight: '0%' },
  ];
  const review = (...acknowledges: readonly string[]) => ({
    '2026-03-02-review.yaml': { kind: 'review', party: 'brand', period: '2026-02', findings: ['late'], actions: [], acknowledges },
  });
  const month = (spend: string | null, cash: string) => ({ revenue: '100', spend, cash });
  /** February's reward as it is decided in March. January earned 900 × (1 ÷ 3) = 300. */
  const decided = (february: Values[string], events: Readonly<Record<string, Json>> = {}) => {
    const known = relationship({ kpis, fees, review: { every: 'month' }, holds: { maxPeriods: 1 } }, words, events);
    const values: Values = { '2026-01': month('100', '100'), '2026-02': february, '2026-03': month('100', '100') };
    const days = ['2026-02-05', '2026-03-05', '2026-04-05'].map((asOf) => ({ asOf, values }));
    const statement = statementOf(settleDays(known.terms, known.events, days), '2026-03');
    return linesOf(statement).filter((line) => line.startsWith('true-up/2026-02/'));
  };

  it('goes to the mean where one is a missing review of numbers that lie apart, though the facts are one party’s', () => {
    // the provider's ads are stale, and the brand's own 100 and 50 lie apart by half, which nobody has reviewed
    expect(decided(month(null, '50'))).toEqual(['true-up/2026-02/own 300.00']);
    // reviewed, the provider's facts alone are left: 0
    expect(decided(month(null, '50'), review('books'))).toEqual(['true-up/2026-02/own 0.00']);
  });

  it('is one party’s where the comparison fails for want of the same data, reviewed or not', () => {
    // without spend there is no ROAS and nothing to hold revenue against: both are the provider's stale ads
    expect(decided(month(null, '100'))).toEqual(['true-up/2026-02/own 0.00']);
    expect(decided(month(null, '100'), review('sources'))).toEqual(['true-up/2026-02/own 0.00']);
  });
});
