import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deductionOf, paysOf, type ScoreLine, scoreOf } from '../../src/contract/curve.js';
import type { Bonus } from '../../src/contract/fee-kinds/bonus.js';
import type { Penalty } from '../../src/contract/fee-kinds/penalty.js';
import type { Kpi, Steps } from '../../src/contract/model.js';
import { compare, maximum, minimum, type Rational, rational, sum, ZERO } from '../../src/kernel/rational.js';
import { always, bonus, found, kpi, penalty, RETAINER, terms } from './build-terms.js';

/*
 * The rules about pay read points, bands and corners. Here the same is asked by brute force: pay is computed for many
 * actuals, and lint must say exactly what that shows.
 */

const tenths = (from: number, to: number) => fc.integer({ min: from, max: to }).map((tenth) => `${tenth}/10`);

const stepsOf = (at: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<Steps> => {
  const distinct = fc.uniqueArray(at, { minLength: 1, maxLength: 4, selector: (text) => rational(text).toFraction() });
  return distinct.chain((ats) => {
    const ascending = [...ats].sort((a, b) => compare(rational(a), rational(b)));
    return fc
      .tuple(...ascending.map(() => value))
      .map((values) => ascending.map((each, index) => ({ at: each, value: values[index] ?? '0' })));
  });
};

const levels = fc.record({
  better: fc.constantFrom('higher' as const, 'lower' as const),
  start: fc.integer({ min: 20, max: 60 }),
  first: fc.integer({ min: 1, max: 19 }),
  second: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
  cap: fc.constantFrom('1.2', '1.5', '2'),
});

/** A KPI that alone makes the composite. */
const kpis: fc.Arbitrary<Kpi> = levels.map(({ better, start, first, second, cap }) => {
  const sign = better === 'higher' ? 1 : -1;
  const at = (distance: number) => `${1000 + sign * (start + distance)}`;
  return kpi({
    better,
    weight: always('1'),
    threshold: always({ value: at(0) }),
    target: always(at(first)),
    stretch: second === null ? null : always({ value: at(first + second) }),
    cap: always(cap),
    minimum: null,
  });
});

const bonuses: fc.Arbitrary<Bonus> = fc
  .record({
    points: stepsOf(tenths(0, 22), tenths(0, 20)),
    shape: fc.constantFrom('step' as const, 'linear' as const),
    by: fc.constantFrom('roas', 'composite'),
  })
  .map(({ points, shape, by }) => bonus({ by, shape, points: always(points), pool: always('1000') }));

const penalties: fc.Arbitrary<Penalty> = fc
  .record({ bands: stepsOf(tenths(0, 22), tenths(0, 10)), by: fc.constantFrom('roas', 'composite') })
  .map(({ bands, by }) => penalty({ by, bands: always(bands), of: { amount: always('1000') } }));

const first = <T>(schedule: readonly { readonly value: T }[]): T => {
  const [entry] = schedule;
  if (entry === undefined) throw new Error('empty');
  return entry.value;
};

function lineOf(one: Kpi): ScoreLine {
  const level = (levels: Kpi['stretch']) =>
    levels === null ? null : rational('value' in first(levels) ? String(Object.values(first(levels))[0]) : '0');
  return {
    better: one.better,
    threshold: level(one.threshold) ?? ZERO,
    target: rational(first(one.target)),
    stretch: level(one.stretch),
    cap: rational(first(one.cap)),
  };
}

const POOL = rational(1000);
const bonusAt = (fee: Bonus, score: Rational) => POOL.mul(paysOf(score, first(fee.points), fee.shape));
const penaltyAt = (fee: Penalty, score: Rational) => POOL.mul(deductionOf(score, first(fee.bands))).neg();

/** Scores from 0 to the cap: every twentieth, which holds every point and band. */
function scores(cap: Rational): Rational[] {
  const all = [];
  for (let score = ZERO; compare(score, cap) <= 0; score = score.add(rational('1/20'))) all.push(score);
  return all;
}

const falls = (pays: readonly Rational[]) => pays.some((pay, index) => index > 0 && compare(pay, pays[index - 1] ?? pay) < 0);

test('pay-falls is reported exactly where pay falls while the score rises', () => {
  fc.assert(
    fc.property(kpis, bonuses, penalties, (one, reward, malus) => {
      const grid = scores(rational(first(one.cap)));
      const expected = [
        ...(falls(grid.map((score) => bonusAt(reward, score))) ? ['reward'] : []),
        ...(falls(grid.map((score) => penaltyAt(malus, score))) ? ['malus'] : []),
      ];
      const issues = found(terms({ contract: { kpis: [one], fees: [RETAINER, reward, malus], gates: [], duties: [] } }));
      const reported = issues.filter(({ code }) => code === 'pay-falls').map(({ params }) => params.fee);
      expect(reported.sort()).toEqual(expected.sort());
    }),
    { numRuns: 200 },
  );
});

test('payout-cliff is reported exactly where some 0.1% of the actual moves more than a tenth of variable pay', () => {
  fc.assert(
    fc.property(kpis, bonuses, penalties, (one, reward, malus) => {
      const line = lineOf(one);
      const grid = scores(line.cap);
      const most = (pays: readonly Rational[]) => pays.map((pay) => pay.abs()).reduce(maximum, ZERO);
      const variable = most(grid.map((score) => bonusAt(reward, score))).add(most(grid.map((score) => penaltyAt(malus, score))));
      const pay = (actual: Rational) => {
        const score = scoreOf(actual, line);
        return bonusAt(reward, score).add(penaltyAt(malus, score));
      };
      // Actuals a quarter of a unit apart, each against its neighbour 0.1% away: corners and points lie on or between them.
      let largest = ZERO;
      const ends = [line.threshold, line.target, line.stretch ?? line.threshold.add(line.target.sub(line.threshold).mul(line.cap))];
      const to = ends.reduce(maximum).add(rational(3));
      for (let actual = ends.reduce(minimum).sub(rational(3)); compare(actual, to) <= 0; actual = actual.add(rational('1/4'))) {
        largest = maximum(
          largest,
          pay(actual.mul(rational('1.001')))
            .sub(pay(actual))
            .abs(),
        );
      }
      const issues = found(terms({ contract: { kpis: [one], fees: [RETAINER, reward, malus], gates: [], duties: [] } }));
      const cliffs = issues.filter(({ code }) => code === 'payout-cliff');
      const seen = compare(largest, variable.mul(rational('0.1'))) > 0;
      if (seen) expect(cliffs.length).toBeGreaterThan(0);
      // What is reported is true of the amounts that it names.
      for (const { params } of cliffs) {
        const moved = rational(String(params.after))
          .sub(rational(String(params.before)))
          .abs();
        expect(compare(moved.add(rational('0.02')), variable.mul(rational('0.1')))).toBe(1);
        expect(compare(sum([rational(String(params.variable)), variable.neg()]).abs(), rational('0.01'))).not.toBe(1);
      }
    }),
    { numRuns: 80 },
  );
});
