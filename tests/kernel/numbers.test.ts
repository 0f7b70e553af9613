import canonicalizeLib from 'canonicalize';
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { canonicalJson, documentText, isDocumentText } from '../../src/kernel/canonical.js';
import {
  addMoney,
  isCurrency,
  minorDigits,
  money,
  moneyText,
  moneyValue,
  roundMoney,
  subtractMoney,
  sumMoney,
} from '../../src/kernel/money.js';
import {
  compare,
  divide,
  exactOf,
  greatestCommonDivisor,
  isDecimal,
  maximum,
  minimum,
  ratio,
  rational,
  roundScaled,
  sign,
  sum,
  toDecimal,
  toExact,
  toFixed,
  ZERO,
} from '../../src/kernel/rational.js';
import { remembered } from '../../src/kernel/remembered.js';

const canonicalize = canonicalizeLib as unknown as (value: unknown) => string | undefined;

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
    expect(() => rational(text)).toThrow(new RangeError(`not a decimal: ${text}`));
  });

  it('reads numbers of the program where they are whole', () => {
    expect([rational(12), rational(-3n), rational(0)].map(toDecimal)).toEqual(['12', '-3', '0']);
    expect(() => rational(1.5)).toThrow('not exact: 1.5');
  });

  it('is compared and summed by its exact value', () => {
    const [third, more] = [rational('1/3'), rational('0.333333333334')];
    expect([compare(third, more), compare(more, third), compare(third, rational('2/6'))]).toEqual([-1, 1, 0]);
    expect([minimum(third, more), maximum(third, more), minimum(more, third), maximum(more, third)].map(toExact)).toEqual([
      '1/3',
      '0.333333333334',
      '1/3',
      '0.333333333334',
    ]);
    expect(['-0.1', '0', '0.1'].map((text) => sign(rational(text)))).toEqual([-1, 0, 1]);
    expect(toExact(sum(['1/3', '1/6', '-0.5'].map(rational)))).toBe('0');
    expect(toDecimal(sum([]))).toBe('0');
    expect([greatestCommonDivisor(12n, 18n), greatestCommonDivisor(0n, 5n), greatestCommonDivisor(7n, 0n)]).toEqual([6n, 5n, 7n]);
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
    expect(moneyText(roundMoney(rational('3.5'), 'JPY', 'half_even'))).toBe('4');
    expect(moneyText(roundMoney(rational('2.5'), 'JPY', 'half_even'))).toBe('2');
    expect(moneyText(roundMoney(rational('0.5025'), 'KWD', 'half_up'))).toBe('0.503');
    expect(moneyText(roundMoney(rational('-7'), 'USD', 'half_even'))).toBe('-7.00');
    expect([minorDigits('JPY'), minorDigits('KWD'), minorDigits('CLF'), minorDigits('none')]).toEqual([0, 3, 4, 2]);
    expect([isCurrency('USD'), isCurrency('USB')]).toEqual([true, false]);
  });

  it('does not add two currencies: where the code knows them it does not compile, elsewhere it is refused', () => {
    const [dollars, euros] = [money('1.50', 'USD'), money('2.25', 'EUR')];
    // @ts-expect-error euros among dollars
    expect(() => addMoney(dollars, euros)).toThrow('an amount of EUR among amounts of USD');
    // @ts-expect-error euros among dollars
    expect(() => subtractMoney(dollars, euros)).toThrow('an amount of EUR among amounts of USD');
    // @ts-expect-error euros among dollars
    expect(() => sumMoney([euros], 'USD')).toThrow('an amount of EUR among amounts of USD');
    expect(moneyText(addMoney(dollars, money('2.25', 'USD')))).toBe('3.75');
    const read: readonly string[] = ['USD', 'JPY'];
    expect(() =>
      sumMoney(
        read.map((currency) => money('3', currency)),
        String('USD'),
      ),
    ).toThrow('an amount of JPY among amounts of USD');
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

describe('short decimals', () => {
  it('are read to the very number that fraction.js makes of them', () => {
    const parts = fc.tuple(
      fc.constantFrom('', '-'),
      fc.nat({ max: 999_999_999 }),
      fc.constantFrom('', '.0', '.5', '.25', '.000001', '.999999', '.10'),
    );
    fc.assert(
      fc.property(parts, ([sign, whole, part]) => {
        const text = `${sign}${whole}${part}`;
        expect({ ...rational(text) }).toEqual({ ...new Fraction(text) });
      }),
      { numRuns: 2000 },
    );
    for (const text of ['0', '-0', '0.00', '-0.0', '000012.50', '-7']) expect({ ...rational(text) }).toEqual({ ...new Fraction(text) });
    expect(rational('0.5')).toBeInstanceOf(Fraction);
  });
});

describe('numbers made the short way', () => {
  const whole = fc.oneof(fc.bigInt(), fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 2n }));

  it('are the very ratios that fraction.js makes', () => {
    fc.assert(
      fc.property(whole, whole, (n, other) => {
        const d = other === 0n ? 1n : other < 0n ? -other : other;
        expect({ ...ratio(n, d) }).toEqual({ ...new Fraction(n, d) });
        expect({ ...rational(n) }).toEqual({ ...new Fraction(n) });
      }),
      { numRuns: 2000 },
    );
  });

  it('add up to the very sum that fraction.js makes', () => {
    const values = fc.array(fc.tuple(whole, fc.bigInt({ min: 1n, max: 30n })), { maxLength: 8 });
    fc.assert(
      fc.property(values, (list) => {
        const numbers = list.map(([n, d]) => new Fraction(n, d));
        expect({ ...sum(numbers) }).toEqual({ ...numbers.reduce((total, each) => total.add(each), new Fraction(0)) });
      }),
    );
  });

  it('are the amounts that the exact number of their text rounds to, and these are exact again', () => {
    const amounts = fc.tuple(whole, fc.constantFrom('', '.', '.5', '.05', '.123', '.1250', '.00'), fc.constantFrom('USD', 'JPY', 'KWD'));
    fc.assert(
      fc.property(amounts, ([n, part, currency]) => {
        const amount = money(`${n}${part}`, currency);
        const digits = minorDigits(currency);
        expect(amount.minor).toBe(roundScaled(rational(`${n}${part}`), digits, 'half_even'));
        expect({ ...moneyValue(amount) }).toEqual({ ...new Fraction(moneyText(amount)) });
      }),
      { numRuns: 1000 },
    );
    expect([money('-0.05', 'USD').minor, money('-0', 'USD').minor, money('12.3', 'KWD').minor]).toEqual([-5n, 0n, 12_300n]);
  });
});

describe('what is remembered', () => {
  it('is given again for the same inputs, and computed anew where any of them is another', () => {
    let times = 0;
    const sizeOf = remembered((list: readonly number[], by: number) => {
      times += 1;
      return list.length * by;
    });
    const list = [1, 2, 3];
    expect([sizeOf(list, 2), sizeOf(list, 2), sizeOf(list, 5), sizeOf([...list], 2), times]).toEqual([6, 6, 15, 6, 3]);
    for (let by = 10; by < 30; by++) expect(sizeOf(list, by)).toBe(3 * by);
    expect(times).toBe(23);
    // the first is one of more than are kept, the last is not
    expect([sizeOf(list, 29), times, sizeOf(list, 2), times]).toEqual([87, 23, 6, 24]);
  });

  it('may be told by a part of its inputs', () => {
    let times = 0;
    const sizeOf = remembered(
      (list: readonly number[], _: { readonly id: string }) => {
        times += 1;
        return list.length;
      },
      ({ id }) => [id],
    );
    const list = [1, 2];
    for (const id of ['a', 'b', 'a']) expect(sizeOf(list, { id })).toBe(2);
    expect(times).toBe(2);
  });
});

describe('canonical JSON', () => {
  it('is the library’s, whether the keys are in order already or not', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(value, (data) => {
        const text = canonicalize(data);
        expect(canonicalJson(data)).toBe(text);
        expect(canonicalJson(JSON.parse(text ?? ''))).toBe(text);
        const written = `${JSON.stringify(JSON.parse(text ?? ''), null, 2)}\n`;
        expect(documentText(data)).toBe(written);
        expect(isDocumentText(written, data)).toBe(true);
        for (const other of [written.slice(0, -1), `${written}\n`, ` ${written.slice(0, -1)}`, `${written.slice(0, -1)} `])
          expect(isDocumentText(other, data)).toBe(false);
      }),
    );
    const odd = { b: 1, a: { 10: 'x', 9: 'y', '': null, é: [true, { z: 0, y: -0 }] } };
    expect(canonicalJson(odd)).toBe(canonicalize(odd));
    // What spells half of a character is a text like any other; a field may have the name of every object's prototype.
    for (const plain of [{ b: '\\ud800', a: '\\\\udc00' }, JSON.parse('{"b":1,"__proto__":{"z":1,"a":2}}')])
      expect(canonicalJson(plain)).toBe(canonicalize(plain));
    for (const none of [undefined, () => 1]) expect(() => canonicalJson(none)).toThrow('not JSON data');
    for (const half of ['\ud800', { '\udc00': 1 }, ['a', { b: 'x\ud800' }]]) expect(() => canonicalJson(half)).toThrow();
  });
});
