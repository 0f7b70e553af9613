import { type Rational, type Rounding, rational, roundScaled, scaledText } from './rational.js';

/** An amount of one currency as a whole number of minor units (cents). Never a float, never mixed with another currency. */
export interface Money {
  readonly minor: bigint;
  readonly digits: number;
}

// ISO 4217 minor units other than two digits, among currencies in circulation.
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

// Asked once: the platform makes a new list at every call.
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** ISO 4217 codes as the platform knows them; the check refuses others, since a typo would silently get two digits. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && (code in MINOR_DIGITS || CURRENCIES.has(code));
}

/** Digits after the point of a currency's minor unit (ISO 4217): USD 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
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
