import { currencyNamed } from './currencies.js';
import { type Rational, type Rounding, rational, roundScaled, scaledText } from './rational.js';

/** An amount of one currency as a whole number of minor units (cents). Never a float, never mixed with another currency. */
export interface Money {
  readonly minor: bigint;
  readonly digits: number;
}

/** Whether text is a code of ISO 4217; the check refuses others, since a typo would silently get two digits. */
export function isCurrency(code: string): boolean {
  return currencyNamed(code) !== null;
}

/** Digits after the point of a currency's minor unit (ISO 4217): USD 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  return currencyNamed(currency)?.digits ?? 2;
}

/** Rounds a value once to the minor unit: the one rounding of a statement line. */
export function roundMoney(value: Rational, digits: number, rounding: Rounding): Money {
  return { minor: roundScaled(value, digits, rounding), digits };
}

/** Reads an amount that is exact in the minor unit, as statements carry it (`-12.30`). */
export function money(text: string, digits: number): Money {
  return { minor: roundScaled(rational(text), digits, 'half_even'), digits };
}

export function zeroMoney(digits: number): Money {
  return { minor: 0n, digits };
}

export function addMoney(a: Money, b: Money): Money {
  return { minor: a.minor + b.minor, digits: a.digits };
}

export function subtractMoney(a: Money, b: Money): Money {
  return { minor: a.minor - b.minor, digits: a.digits };
}

export function negateMoney(a: Money): Money {
  return { minor: -a.minor, digits: a.digits };
}

export function sumMoney(amounts: Iterable<Money>, digits: number): Money {
  let minor = 0n;
  for (const amount of amounts) minor += amount.minor;
  return { minor, digits };
}

/** The amount as an exact number, for steps that compute with rounded lines. */
export function moneyValue(amount: Money): Rational {
  return rational(moneyText(amount));
}

/** Decimal text with the minor unit's digits (`-12.30`). */
export function moneyText(amount: Money): string {
  return scaledText(amount.minor, amount.digits);
}
