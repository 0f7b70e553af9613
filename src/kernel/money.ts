import { currencyNamed } from './currencies.js';
import { type Rational, type Rounding, ratio, rational, roundScaled, scaledText } from './rational.js';

/**
 * An amount of one currency as a whole number of minor units (cents): never a float. Where the code knows which currency, its type
 * does (`Money<'USD'>`), and adding another does not compile; where only a contract knows, adding another is refused when it runs.
 */
export interface Money<Currency extends string = string> {
  readonly minor: bigint;
  readonly currency: Currency;
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
export function roundMoney<C extends string>(value: Rational, currency: C, rounding: Rounding): Money<C> {
  return { minor: roundScaled(value, minorDigits(currency), rounding), currency };
}

/** Reads an amount that is exact in the minor unit, as statements carry it (`-12.30`). */
export function money<C extends string>(text: string, currency: C): Money<C> {
  const digits = minorDigits(currency);
  const [, whole, part = ''] = PLAIN.exec(text) ?? [];
  if (whole !== undefined && part.length <= digits) return { minor: BigInt(whole + part.padEnd(digits, '0')), currency };
  return { minor: roundScaled(rational(text), digits, 'half_even'), currency };
}

const PLAIN = /^(-?\d+)(?:\.(\d+))?$/;

/** Nothing, in a currency. */
export function zeroMoney<C extends string>(currency: C): Money<C> {
  return { minor: 0n, currency };
}

/** @throws Error where the currencies differ: a fault of the program, never of a contract, which has one. */
export function addMoney<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  return { minor: a.minor + minorOf(b, a.currency), currency: a.currency };
}

/** @throws Error where the currencies differ, as {@link addMoney}. */
export function subtractMoney<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  return { minor: a.minor - minorOf(b, a.currency), currency: a.currency };
}

/** The same amount the other way. */
export function negateMoney<C extends string>(a: Money<C>): Money<C> {
  return { minor: -a.minor, currency: a.currency };
}

/** The sum in a currency, 0 of it where there is nothing to add. @throws Error where an amount is of another. */
export function sumMoney<C extends string>(amounts: Iterable<Money<NoInfer<C>>>, currency: C): Money<C> {
  let minor = 0n;
  for (const amount of amounts) minor += minorOf(amount, currency);
  return { minor, currency };
}

function minorOf(amount: Money, currency: string): bigint {
  if (amount.currency !== currency) throw new Error(`an amount of ${amount.currency} among amounts of ${currency}`);
  return amount.minor;
}

/** The amount as an exact number, for steps that compute with rounded lines. */
export function moneyValue(amount: Money): Rational {
  return ratio(amount.minor, 10n ** BigInt(minorDigits(amount.currency)));
}

/** Decimal text with the minor unit's digits (`-12.30`). */
export function moneyText(amount: Money): string {
  return scaledText(amount.minor, minorDigits(amount.currency));
}
