import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorDigits, moneyText, roundMoney } from '../../src/kernel/money.js';
import { divide, exactOf, isDecimal, rational, toDecimal, toExact, toFixed, ZERO } from '../../src/kernel/rational.js';

describe('rational', () => {
  it.each([
    ['1.50', '1.5'],
    ['-0.125', '-0.125'],
    ['1e3', '1000'],
    ['12.5E-2', '0.125'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['+7', '7'],
    ['007', '7'],
    ['7/30', '0.233333333333'],
    ['-2/3', '-0.666666666667'],
    ['0.0000000000001', '0'],
    ['-0.0000000000001', '0'],
    ['99999999999999999999999999999.999999999', '99999999999999999999999999999.999999999'],
  ])('%s reads and prints as %s', (text, printed) => {
    expect(toDecimal(rational(text))).toBe(printed);
  });

  it.each(['', '1,5', '1.2.3', 'NaN', 'Infinity', '0x10', '1/0x', '--1', '1 000', '1.(3)'])('%s is no decimal', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => rational(text)).toThrow(RangeError);
  });

  it('says exactly what twelve places do not hold', () => {
    expect(exactOf(rational('7/30'))).toBe('7/30');
    expect(exactOf(rational('-7/30'))).toBe('-7/30');
    expect(exactOf(rational('0.123456789012'))).toBeUndefined();
    expect(exactOf(rational('0.1234567890123'))).toBe('1234567890123/10000000000000');
  });

  it('has no quotient by zero', () => {
    expect(divide(rational('1'), ZERO)).toBeUndefined();
  });

  it('survives its own text', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 20n }), (n, d) => {
        const value = rational(n).div(rational(d));
        expect(rational(toExact(value)).equals(value)).toBe(true);
      }),
    );
  });
});

describe('rounding', () => {
  it.each([
    ['0.125', '0.12', '0.13'],
    ['-0.125', '-0.12', '-0.13'],
    ['0.135', '0.14', '0.14'],
    ['0.1250000001', '0.13', '0.13'],
    ['2.005', '2.00', '2.01'],
  ])('%s half_even %s half_up %s', (value, even, up) => {
    expect(toFixed(rational(value), 2, 'half_even')).toBe(even);
    expect(toFixed(rational(value), 2, 'half_up')).toBe(up);
  });

  it('follows the currency: no minor unit for JPY, three digits for KWD', () => {
    expect(moneyText(roundMoney(rational('3.5'), minorDigits('JPY'), 'half_even'))).toBe('4');
    expect(moneyText(roundMoney(rational('2.5'), minorDigits('JPY'), 'half_even'))).toBe('2');
    expect(moneyText(roundMoney(rational('0.5025'), minorDigits('KWD'), 'half_up'))).toBe('0.503');
    expect(moneyText(roundMoney(rational('-7'), minorDigits('USD'), 'half_even'))).toBe('-7.00');
  });

  it('is never further than half a unit away', () => {
    const twoDigits = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }));
    fc.assert(
      fc.property(twoDigits, fc.constantFrom('half_even' as const, 'half_up' as const), ([n, d], rounding) => {
        const value = rational(n).div(rational(d));
        const off = rational(toFixed(value, 2, rounding))
          .sub(value)
          .abs();
        expect(off.compare(rational('0.005')) <= 0).toBe(true);
      }),
    );
  });
});
