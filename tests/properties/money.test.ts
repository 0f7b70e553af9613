import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deductionOf, paysOf, type ScoreLine, scoreOf, tierParts } from '../../src/contract/curve.js';
import type { Steps, Terms } from '../../src/contract/model.js';
import { minorDigits } from '../../src/kernel/money.js';
import { compare, type Rational, rational, sum, ZERO } from '../../src/kernel/rational.js';
import { undisputed } from '../../src/settlement/disputes.js';
import { relationship, settleDays, type Values } from '../settlement/relationship.js';
import { contracts, dueDays, WORDS } from './arbitraries.js';
import { runs } from './settled.js';

const value = fc
  .tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.constantFrom(1, 3, 7, 100))
  .map(([n, d]) => rational(`${n}/${d}`));
const pair = fc.tuple(value, value).map(([a, b]): [Rational, Rational] => (compare(a, b) <= 0 ? [a, b] : [b, a]));

const steps = (sort: 'up' | 'down') =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 0, max: 150 })), { minLength: 1, maxLength: 5 })
    .map((drawn): Steps => {
      const values = drawn.map(([, share]) => share).sort((a, b) => (sort === 'up' ? a - b : b - a));
      let at = 0;
      return drawn.map(([width], index) => {
        const step = { at: String(at), value: `${values[index] ?? 0}/100` };
        at += width;
        return step;
      });
    });

const lines = fc
  .tuple(
    fc.constantFrom('higher' as const, 'lower' as const),
    fc.tuple(fc.nat(9000), fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 })),
    fc.boolean(),
    fc.integer({ min: 0, max: 100 }),
  )
  .map(([better, [low, up, more], stretched, extra]): ScoreLine => {
    const levels = [low, low + up, low + up + more].map((level) => rational(level));
    const [a = ZERO, b = ZERO, c = ZERO] = better === 'higher' ? levels : [...levels].reverse();
    return { better, threshold: a, target: b, stretch: stretched && extra > 0 ? c : null, cap: rational(100 + extra).div(rational(100)) };
  });

describe('the curves of the contract language', () => {
  it('score between 0 and the cap, better for better actuals, 100% on target', () => {
    fc.assert(
      fc.property(lines, pair, (line, [a, b]) => {
        const [worse, better] = line.better === 'higher' ? [a, b] : [b, a];
        const [low, high] = [scoreOf(worse, line), scoreOf(better, line)];
        expect(compare(low, high)).toBeLessThanOrEqual(0);
        expect(compare(low, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(high, line.cap)).toBeLessThanOrEqual(0);
        expect(compare(scoreOf(line.target, line), rational(1))).toBe(0);
        expect(compare(scoreOf(line.threshold, line), ZERO)).toBe(0);
      }),
      runs(300),
    );
  });

  it('pay more for a better score when the points ascend, and deduct less', () => {
    fc.assert(
      fc.property(steps('up'), steps('down'), pair, fc.constantFrom('step' as const, 'linear' as const), (points, bands, [a, b], shape) => {
        expect(compare(paysOf(a, points, shape), paysOf(b, points, shape))).toBeLessThanOrEqual(0);
        expect(compare(deductionOf(a, bands), deductionOf(b, bands))).toBeGreaterThanOrEqual(0);
      }),
      runs(300),
    );
  });

  it('pay more commission for a larger base when rates ascend; marginal parts make up the base', () => {
    const total = (base: Rational, tiers: Steps, mode: 'marginal' | 'whole') =>
      sum(tierParts(base, tiers, mode).map(({ rate, part }) => rate.mul(part)));
    fc.assert(
      fc.property(steps('up'), pair, (tiers, [a, b]) => {
        for (const mode of ['marginal', 'whole'] as const) {
          expect(compare(total(a, tiers, mode), total(b, tiers, mode)), mode).toBeLessThanOrEqual(0);
          expect(compare(sum(tierParts(b, tiers, mode).map(({ part }) => part)), b), mode).toBe(0);
        }
        // A jump to a higher band never pays less than the parts do.
        if (compare(b, ZERO) > 0) expect(compare(total(b, tiers, 'whole'), total(b, tiers, 'marginal'))).toBeGreaterThanOrEqual(0);
      }),
      runs(300),
    );
  });

  it('leave undisputed no more than either side says, and nothing where the signs differ', () => {
    fc.assert(
      fc.property(value, value, (computed, claimed) => {
        const paid = undisputed(computed, claimed);
        expect(compare(paid.abs(), computed.abs())).toBeLessThanOrEqual(0);
        expect(compare(paid.abs(), claimed.abs())).toBeLessThanOrEqual(0);
        if (compare(computed.mul(claimed), ZERO) < 0) expect(compare(paid, ZERO)).toBe(0);
      }),
      runs(300),
    );
  });
});

/** What the first period pays on given revenue, before tax. */
function paidOn(terms: Terms, period: string, asOf: string, measured: Values): Rational {
  const [entry] = settleDays(terms, [], [{ asOf, values: measured }]);
  if (entry === undefined) throw new Error(`${period} is not due at ${asOf}`);
  const lines = entry.statement.lines.filter((line) => line.kind !== 'tax');
  expect(lines.filter((line) => line.held)).toEqual([]);
  return sum(lines.map((line) => rational(line.amount)));
}

describe('pay', () => {
  // Wagers may bet on less, gates may ask for less; everything else pays more for more revenue at the same spend.
  const monotone = contracts({ kinds: ['wager'], gates: false }).filter(({ fees }) => fees.every((fee) => fee.base !== 'cost'));

  it('never falls when revenue rises and all else stays', () => {
    fc.assert(
      fc.property(
        monotone,
        fc.tuple(fc.nat(900_000), fc.nat(900_000)),
        fc.integer({ min: 1, max: 300_000 }),
        (contract, revenues, spend) => {
          const { terms } = relationship(contract.clauses, WORDS);
          const [period] = contract.periods;
          const [asOf = ''] = dueDays(contract, 0);
          if (period === undefined) throw new Error('no period');
          const [less, more] = [...revenues]
            .sort((a, b) => a - b)
            .map((revenue) => {
              return paidOn(terms, period.id, asOf, { [period.id]: { revenue: String(revenue), spend: String(spend) } });
            });
          // A floor and a ceiling that are no whole minor units are each met to half of one.
          const unit = rational(2).div(rational(10n ** BigInt(minorDigits(contract.currency))));
          expect(compare(less ?? ZERO, (more ?? ZERO).add(unit))).toBeLessThanOrEqual(0);
        },
      ),
      runs(200),
    );
  });
});
