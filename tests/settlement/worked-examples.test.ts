import { describe, expect, it } from 'vitest';
import { deductionOf, paysOf, type ScoreLine, scoreOf, tierParts } from '../../src/contract/curve.js';
import type { Steps } from '../../src/contract/model.js';
import { rational, sum, toDecimal, toFixed } from '../../src/kernel/rational.js';
import { reasonText } from '../../src/words/reasons.js';
import { definitions, linesOf, relationship, settleDays, statementOf } from './relationship.js';

/*
 * The worked examples of the contract language, section 8. The figures are typed by hand and never regenerated.
 */
const steps = (...entries: readonly (readonly [string, string])[]): Steps => entries.map(([at, value]) => ({ at, value }));
const TIERS = steps(['0', '0.05'], ['100000', '0.07']);
const POINTS = steps(['0.8', '0.5'], ['1', '1'], ['1.5', '2']);
const BANDS = steps(['0.6', '0.25'], ['0.8', '0.1']);

function line(better: 'higher' | 'lower', threshold: string, target: string, stretch: string | null, cap: string): ScoreLine {
  const level = (text: string) => rational(text);
  return { better, threshold: level(threshold), target: level(target), stretch: stretch === null ? null : level(stretch), cap: level(cap) };
}

describe('1 and 2: scores', () => {
  it.each([
    ['2.7', '0.5'],
    ['3.0', '1'],
    ['3.3', '1.25'],
    ['3.7', '1.5'],
    ['2.4', '0'],
    ['3.6', '1.5'],
    ['2.3999', '0'],
    ['-1', '0'],
  ])('higher: %s scores %s', (actual, score) => {
    expect(toDecimal(scoreOf(rational(actual), line('higher', '2.4', '3.0', '3.6', '1.5')))).toBe(score);
  });

  it.each([
    ['30', '0.5'],
    ['22.5', '1.1'],
    ['20', '1.2'],
    ['36', '0'],
    ['35', '0'],
    ['25', '1'],
    ['0', '1.2'],
  ])('lower: %s scores %s', (actual, score) => {
    expect(toDecimal(scoreOf(rational(actual), line('lower', '35', '25', '20', '1.2')))).toBe(score);
  });

  it('goes on to the cap on the same line where there is no stretch', () => {
    const open = line('higher', '8000', '10000', null, '1.2');
    expect(['10200', '10400', '30000', '8000'].map((actual) => toDecimal(scoreOf(rational(actual), open)))).toEqual([
      '1.1',
      '1.2',
      '1.2',
      '0',
    ]);
  });
});

describe('3: commission tiers', () => {
  const pays = (base: string, mode: 'marginal' | 'whole') =>
    toFixed(sum(tierParts(rational(base), TIERS, mode).map((part) => part.rate.mul(part.part))), 2);

  it.each([
    ['150000', '8500.00', '10500.00'],
    ['100000', '5000.00', '7000.00'],
    ['99999.99', '5000.00', '5000.00'],
    ['0', '0.00', '0.00'],
    ['-1000', '-50.00', '-50.00'],
  ])('base %s: marginal %s, whole %s', (base, marginal, whole) => {
    expect(pays(base, 'marginal')).toBe(marginal);
    expect(pays(base, 'whole')).toBe(whole);
  });

  it('pays the lowest rate of all on a base below 0, whichever tier has it', () => {
    // 5% up to 100,000, 2% above: 2% of -1,000
    const falling: Steps = [
      { at: '0', value: '0.05' },
      { at: '100000', value: '0.02' },
    ];
    const paid = (mode: 'marginal' | 'whole') => sum(tierParts(rational('-1000'), falling, mode).map(({ rate, part }) => rate.mul(part)));
    expect(toFixed(paid('marginal'), 2)).toBe('-20.00');
    expect(toFixed(paid('whole'), 2)).toBe('-20.00');
  });
});

describe('5: bonus points', () => {
  it.each([
    ['0.9', '2500.00', '3750.00'],
    ['0.7999', '0.00', '0.00'],
    ['0.8', '2500.00', '2500.00'],
    ['1', '5000.00', '5000.00'],
    ['1.25', '5000.00', '7500.00'],
    ['1.6', '10000.00', '10000.00'],
  ])('score %s: step %s, linear %s of 5000', (score, step, linear) => {
    const pays = (shape: 'step' | 'linear') => toFixed(paysOf(rational(score), POINTS, shape).mul(rational('5000')), 2);
    expect(pays('step')).toBe(step);
    expect(pays('linear')).toBe(linear);
  });
});

describe('7: penalty bands', () => {
  it.each([
    ['0.6', '0.1'],
    ['0.599', '0.25'],
    ['0.8', '0'],
    ['0.7999', '0.1'],
  ])('score %s deducts %s', (score, deduction) => {
    expect(toDecimal(deductionOf(rational(score), BANDS))).toBe(deduction);
  });

  it('deducts nothing in grace', () => {
    const { terms } = relationship({
      fees: [
        { id: 'base', kind: 'retainer', amount: 3000 },
        { id: 'malus', kind: 'penalty', of: 'base', by: 'gmv', bands: { '80%': '10%', '60%': '25%' } },
      ],
      grace: { periods: 1, waives: ['malus'] },
    });
    const values = { '2026-01': { revenue: '1000' }, '2026-02': { revenue: '6000' }, '2026-03': { revenue: '5990' } };
    const ledger = settleDays(terms, [], [{ asOf: '2026-04-05', values }]);
    expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['base 3000.00', 'malus 0.00']);
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['base 3000.00', 'malus -300.00']);
    expect(linesOf(statementOf(ledger, '2026-03'))).toEqual(['base 3000.00', 'malus -750.00']);
  });
});

const sales = (extra: object = {}) => ({
  id: 'sales',
  kind: 'commission',
  base: 'gmv',
  tiers: { 0: '5%' },
  mode: 'marginal',
  accumulate: 'period',
  ...extra,
});

describe('fronted costs', () => {
  // Of 10,000: 15% on the cost is 1,500.00; where 15% is of what is paid, 10,000 is the other 85% of 11,764.71.
  it.each<[string | object, string, string, string]>([
    ['15%', '11500.00', 'spent 10000, markup 15%', '代垫 10000，加收 15%'],
    [{ gross: '15%' }, '11764.71', 'spent 10000, markup 15% of what is paid', '代垫 10000，加收部分占支付额的 15%'],
  ])('with a markup of %j pay %s and say of what it is', (markup, amount, en, zh) => {
    const { terms } = relationship({ fees: [{ id: 'media', kind: 'pass_through', cost: 'gmv', markup }] });
    const ledger = settleDays(terms, [], [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '10000' } } }]);
    const statement = statementOf(ledger, '2026-01');
    expect(linesOf(statement)).toEqual([`media ${amount}`]);
    const reason = statement.lines[0]?.reason;
    expect(reason && [reasonText(reason, 'en'), reasonText(reason, 'zh')]).toEqual([en, zh]);
  });
});

describe('whole statements', () => {
  it('4: a commission that accumulates over the term', () => {
    const { terms } = relationship({ fees: [sales({ tiers: { 0: '5%', 100000: '7%' }, accumulate: 'term' })] });
    const ledger = settleDays(
      terms,
      [],
      [{ asOf: '2026-03-05', values: { '2026-01': { revenue: '80000' }, '2026-02': { revenue: '50000' } } }],
    );
    expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['sales 4000.00']);
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['sales 3100.00']);
  });

  /* 80,000, an unknown February, 50,000: March is computed without it, 7100 − 4000. Known as 50,000, February is 3100, March 7% × 50,000 = 3500. */
  it('4: a period that is not known is left out of the total until it is', () => {
    const { terms } = relationship({ fees: [sales({ tiers: { 0: '5%', 100000: '7%' }, accumulate: 'term' })] });
    const values = (february: string | null) => ({
      '2026-01': { revenue: '80000' },
      '2026-02': { revenue: february },
      '2026-03': { revenue: '50000' },
    });
    const ledger = settleDays(
      terms,
      [],
      [
        { asOf: '2026-02-05', values: values(null) },
        { asOf: '2026-03-05', values: values(null) },
        { asOf: '2026-04-05', values: values(null) },
        { asOf: '2026-05-05', values: values('50000') },
      ],
    );
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['sales 0.00 held']);
    expect(linesOf(statementOf(ledger, '2026-03'))).toEqual(['sales 3100.00']);
    expect(statementOf(ledger, '2026-04').lines).toMatchObject([
      { id: 'sales', amount: '0.00' },
      { id: 'true-up/2026-02/sales', amount: '3100.00' },
      { id: 'true-up/2026-03/sales', trace: { formula: '3500.00 − 3100.00' } },
    ]);
  });

  it('6: a retainer for 20 of 31 days', () => {
    const { terms } = relationship({
      term: { from: '2026-01-12', to: '2026-12-31' },
      fees: [{ id: 'base', kind: 'retainer', amount: 3000 }],
    });
    const ledger = settleDays(terms, [], [{ asOf: '2026-02-05', values: {} }]);
    expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['base 1935.48']);
  });

  it('8: what is measured again later is trued up', () => {
    const { terms } = relationship({ fees: [sales()] });
    const ledger = settleDays(
      terms,
      [],
      [
        { asOf: '2026-02-05', values: { '2026-01': { revenue: '100000' } } },
        { asOf: '2026-03-05', values: { '2026-01': { revenue: '96000' } } },
        { asOf: '2026-04-05', values: { '2026-01': { revenue: '97000' } } },
      ],
    );
    expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['sales 5000.00']);
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['sales 0.00', 'true-up/2026-01/sales -200.00']);
    expect(linesOf(statementOf(ledger, '2026-03'))).toEqual(['sales 0.00', 'true-up/2026-01/sales 50.00']);
  });

  it('9: a recoverable guarantee is a draw', () => {
    const { terms } = relationship({
      fees: [sales({ tiers: { 0: '10%' } }), { id: 'floor', kind: 'guarantee', amount: 4000, recoverable: true }],
    });
    const values = { '2026-01': { revenue: '30000' }, '2026-02': { revenue: '55000' } };
    const ledger = settleDays(terms, [], [{ asOf: '2026-03-05', values }]);
    expect(statementOf(ledger, '2026-01').total).toBe('4000.00');
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['sales 5500.00', 'floor 0.00', 'floor/recovery -1000.00']);
    expect(statementOf(ledger, '2026-02').total).toBe('4500.00');
  });

  it('10: rounds half to even, or away from zero, in the currency’s minor unit', () => {
    const amounts = (rounding: string, currency: string, revenue: string) => {
      const { terms } = relationship({ rounding, currency, fees: [sales({ tiers: { 0: '1%' } })] });
      return statementOf(settleDays(terms, [], [{ asOf: '2026-02-05', values: { '2026-01': { revenue } } }]), '2026-01').total;
    };
    expect(amounts('half_even', 'USD', '12.50')).toBe('0.12');
    expect(amounts('half_up', 'USD', '12.50')).toBe('0.13');
    expect(amounts('half_even', 'USD', '-12.50')).toBe('-0.12');
    expect(amounts('half_up', 'USD', '-12.50')).toBe('-0.13');
    expect(amounts('half_even', 'JPY', '250')).toBe('2');
    expect(amounts('half_up', 'KWD', '50.25')).toBe('0.503');
  });

  it('11: the cap cuts what is payable, the held commission comes later', () => {
    const { terms } = relationship({
      fees: [{ id: 'base', kind: 'retainer', amount: 12000 }, sales(), { id: 'ceiling', kind: 'cap', period: 10000 }],
    });
    const ledger = settleDays(terms, [], [{ asOf: '2026-02-05', values: { '2026-01': { revenue: null } } }]);
    expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['base 12000.00', 'sales 0.00 held', 'ceiling -2000.00']);
    expect(statementOf(ledger, '2026-01').total).toBe('10000.00');
  });

  it('12: the floor does not cover penalties', () => {
    const { terms } = relationship({
      fees: [
        { id: 'base', kind: 'retainer', amount: 3000 },
        { id: 'malus', kind: 'penalty', of: 'base', by: 'gmv', bands: { '80%': '10%', '60%': '25%' } },
        { id: 'floor', kind: 'guarantee', amount: 4000 },
      ],
    });
    const statement = statementOf(settleDays(terms, [], [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '7000' } } }]), '2026-01');
    expect(linesOf(statement)).toEqual(['base 3000.00', 'floor 1000.00', 'malus -300.00']);
    expect(statement.total).toBe('3700.00');
  });

  it('scores a ratio from the period’s sums', () => {
    const kpis = [
      {
        id: 'roas',
        metric: 'roas',
        owner: 'provider',
        better: 'higher',
        weight: '100%',
        threshold: 2.4,
        target: 3.0,
        stretch: 3.6,
        cap: '150%',
      },
    ];
    const fees = [
      { id: 'reward', kind: 'bonus', by: 'composite', pool: 1000, points: { '0%': '0%', '200%': '200%' }, shape: 'linear' },
      sales(),
    ];
    const { terms } = relationship({ kpis, fees }, definitions(true));
    const ledger = settleDays(terms, [], [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '270', spend: '100' } } }]);
    expect(statementOf(ledger, '2026-01').kpis.map((kpi) => [kpi.actual, kpi.attainment, kpi.score])).toEqual([['2.7', '0.9', '0.5']]);
    expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['sales 13.50', 'reward 500.00']);
  });
});
