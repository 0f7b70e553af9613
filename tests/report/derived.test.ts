import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreOf } from '../../src/contract/curve.js';
import { type Rational, rational } from '../../src/kernel/rational.js';
import { meanDerivation, pointDerivation, scoreDerivation, tierDerivation } from '../../src/report/derived.js';
import { percentFigure } from '../../src/report/figures.js';

/* Figures by hand, from the language: a straight line between the levels that an actual lies between. */

const line = (better: 'higher' | 'lower', threshold: string, target: string, stretch: string | null, cap: string) => ({
  better,
  threshold: rational(threshold),
  target: rational(target),
  stretch: stretch === null ? null : rational(stretch),
  cap: rational(cap),
});
const score = (actual: string, levels: ReturnType<typeof line>, share = false) => scoreDerivation(rational(actual), levels, share);

describe('a score', () => {
  const higher = line('higher', '2.32', '2.9', '3.5', '1.5');
  test.each([
    ['2.613', '(2.613 − 2.32) ÷ (2.9 − 2.32) = 50.52%'],
    ['2.32', '2.32 ≤ 2.32 → 0%'],
    ['1', '1 ≤ 2.32 → 0%'],
    ['2.9', '(2.9 − 2.32) ÷ (2.9 − 2.32) = 100%'],
    ['3.2', '100% + (3.2 − 2.9) ÷ (3.5 − 2.9) × (150% − 100%) = 125%'],
    ['3.5', '3.5 ≥ 3.5 → 150%'],
    ['4', '4 ≥ 3.5 → 150%'],
  ])('of %s, where more is better', (actual, expected) => {
    expect(score(actual, higher)).toBe(expected);
  });

  const lower = line('lower', '35', '25', '20', '1.2');
  test.each([
    ['30', '(35 − 30) ÷ (35 − 25) = 50%'],
    ['40', '40 ≥ 35 → 0%'],
    ['22', '100% + (25 − 22) ÷ (25 − 20) × (120% − 100%) = 112%'],
    ['20', '20 ≤ 20 → 120%'],
  ])('of %s, where less is better', (actual, expected) => {
    expect(score(actual, lower)).toBe(expected);
  });

  test('without stretch goes on to the cap, and says where it is cut', () => {
    const open = line('higher', '0', '1000', null, '1.2');
    expect(score('1100', open)).toBe('(1,100 − 0) ÷ (1,000 − 0) = 110%');
    expect(score('1300', open)).toBe('(1,300 − 0) ÷ (1,000 − 0) = 130% → 120%');
  });

  test('of a share is in percent, and of a long number says that it is rounded', () => {
    expect(score('0.035', line('higher', '0.03', '0.04', null, '1'), true)).toBe('(3.5% − 3%) ÷ (4% − 3%) = 50%');
    expect(scoreDerivation(rational('8/3'), higher, false)).toBe('(2.666667 − 2.32) ÷ (2.9 − 2.32) ≈ 59.77%');
  });

  test('is the one of the curve, whatever the levels', () => {
    const figure = fc.integer({ min: -500, max: 500 }).map((value) => rational(String(value)));
    const levels = fc.tuple(fc.boolean(), figure, fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), fc.boolean());
    fc.assert(
      fc.property(figure, levels, (actual, [isHigher, threshold, step, further, hasStretch]) => {
        const turn = isHigher ? 1 : -1;
        const target = threshold.add(rational(String(step * turn)));
        const stretch: Rational | null = hasStretch ? target.add(rational(String(further * turn))) : null;
        const of = { better: isHigher ? 'higher' : 'lower', threshold, target, stretch, cap: rational('1.5') } as const;
        expect(scoreDerivation(actual, of, false).split(' ').at(-1)).toBe(percentFigure(scoreOf(actual, of)));
      }),
      { numRuns: 300 },
    );
  });
});

test('a mean of scores, with what is left of the weights', () => {
  const of = (score: string, weight: string) => ({ score: rational(score), weight: rational(weight) });
  expect(meanDerivation([of('0.5', '0.6'), of('1', '0.4')])).toBe('50% × 60% + 100% × 40% = 70%');
  expect(meanDerivation([of('0.5', '0.6'), of('1', '0.2')])).toBe('(50% × 60% + 100% × 20%) ÷ (60% + 20%) = 62.5%');
  expect(meanDerivation([of('1/3', '1')])).toBe('33.33% × 100% ≈ 33.33%');
  // the mean is 55.0715%; of 50.03% and 60.12% the reader would come to 55.075%, which is 55.08%
  expect(meanDerivation([of('0.50026', '0.5'), of('0.60117', '0.5')])).toBe('50.026% × 50% + 60.117% × 50% = 55.07%');
  expect(meanDerivation([])).toBeNull();
});

test('tiers of a total', () => {
  const tiers = [
    { at: '0', value: '0.05' },
    { at: '1000', value: '0.08' },
  ];
  expect(tierDerivation(rational('1300'), tiers, 'marginal').text).toBe('5% × 1,000 + 8% × 300 = 74');
  expect(tierDerivation(rational('1300'), tiers, 'whole').text).toBe('8% × 1,300 = 104');
  expect(tierDerivation(rational('-10'), tiers, 'marginal').text).toBe('5% × -10 = -0.5');
});

test('what a score pays', () => {
  const points = [
    { at: '0.5', value: '0.2' },
    { at: '1', value: '1' },
  ];
  const pays = (of: string, shape: 'step' | 'linear') => pointDerivation(rational(of), points, shape);
  // 6.4995% ÷ 30% × 60% is 12.999%; from 106.5% the reader would come to 113%
  const steep = [
    { at: '1', value: '1' },
    { at: '1.3', value: '1.6' },
  ];
  expect(pointDerivation(rational('1.064995'), steep, 'linear')).toBe(
    '100% + (106.4995% − 100%) ÷ (130% − 100%) × (160% − 100%) = 112.999%',
  );
  expect(pays('0.4', 'linear')).toBe('40% < 50% → 0%');
  expect(pays('0.68', 'linear')).toBe('20% + (68% − 50%) ÷ (100% − 50%) × (100% − 20%) = 48.8%');
  expect(pays('0.68', 'step')).toBe('50% ≤ 68% < 100% → 20%');
  expect(pays('1', 'linear')).toBe('100% ≥ 100% → 100%');
  expect(pays('0.5', 'linear')).toBe('50% ≤ 50% < 100% → 20%');
});
