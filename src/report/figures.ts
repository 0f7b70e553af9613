import type { Metric } from '../contract/model.js';
import { localTime, parseInstant } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { kept } from '../kernel/kept.js';
import { minorDigits } from '../kernel/money.js';
import {
  compare,
  isZero,
  PLACES,
  type Rational,
  ratio,
  rational,
  roundScaled,
  scaledText,
  toDecimal,
  toFixed,
} from '../kernel/rational.js';

/*
 * Numbers for readers. The digits are those of the statement; only thousands are set apart, in the way both languages share.
 * Where a figure is shown shorter than it is, it never looks like a number that it is not: see `apart`.
 */

/** Digits after the point of a figure whose metric says nothing. */
const DEFAULT_DIGITS = 4;
const PERCENT_DIGITS = 2;

/** An amount with its currency: `USD 1,234.50`. */
export function moneyFigure(amount: string, currency: string): string {
  return `${currency} ${grouped(amount)}`;
}

/** A share as a percentage: `87.5%`, `33.33%`; 0.799996 is `79.9996%`, never `80%`. */
export function percentFigure(share: Rational): string {
  const value = ratio(share.s * share.n * 100n, share.d);
  const nearest = ratio(roundScaled(value, 0, 'half_even'), 1n);
  return `${withoutZeros(apart(value, PERCENT_DIGITS, [nearest]))}%`;
}

/** How much of something there is, as a percentage: 1.309997 is `131%`; only all of it is never said of less, or of more. */
export function progressFigure(share: Rational): string {
  return `${withoutZeros(apart(share.mul(100), PERCENT_DIGITS, [rational(100)]))}%`;
}

/** A relative change with its sign: `+4.2%`, `-0.3%`. */
export function changeFigure(change: Rational): string {
  const text = toFixed(change.mul(100), 1);
  return `${text.startsWith('-') ? '' : '+'}${text}%`;
}

/** A plain decimal, and its digits after the point. */
const PLAIN = /^-?\d+(?:\.(\d+))?$/;

/** An amount without its currency: all its digits, and no fewer than the currency has: `7500` → `7,500.00`, `69012.471821` as it is. */
export function amountFigure(decimal: string, currency: string): string {
  const plain = PLAIN.exec(decimal);
  if (plain === null) return decimal;
  const [, part = ''] = plain;
  const digits = minorDigits(currency);
  return grouped(part.length >= digits ? decimal : toFixed(rational(decimal), digits));
}

/** The same with its currency: `USD 1,234.50`, `USD 0.125`. */
export function exactMoney(decimal: string, currency: string): string {
  return `${currency} ${amountFigure(decimal, currency)}`;
}

/**
 * A metric's value in its unit: money with its currency, a share in percent, else the number, with the metric's decimals
 * (those of a share are the percentage's). `marks` are levels that the figure must not seem to have reached.
 */
export function metricFigure(metric: Metric | undefined, value: Rational, currency: string, marks: readonly Rational[] = []): string {
  const decimals = metric?.decimals ?? null;
  if (metric?.unit === 'share') {
    if (decimals === null) return percentFigure(value);
    const hundred = rational(100);
    return `${apart(
      value.mul(hundred),
      decimals,
      marks.map((mark) => mark.mul(hundred)),
    )}%`;
  }
  if (metric?.unit === 'money') return moneyFigure(apart(value, decimals ?? minorDigits(currency), marks), currency);
  if (decimals !== null) return grouped(apart(value, decimals, marks));
  return grouped(withoutZeros(apart(value, DEFAULT_DIGITS, marks)));
}

/** A number without a unit, at most four digits after the point; text that is no plain decimal (an id, a date) as it is. */
export function plainFigure(decimal: string): string {
  const plain = PLAIN.exec(decimal);
  if (plain === null) return decimal;
  const [, part = ''] = plain;
  return grouped(part.length <= DEFAULT_DIGITS ? decimal : withoutZeros(toFixed(rational(decimal), DEFAULT_DIGITS)));
}

/** As {@link plainFigure}, and percentages as {@link percentFigure}: `132.899886731494%` → `132.9%`. */
export function shortFigure(value: string): string {
  const percent = /^(-?\d+\.\d+)%$/.exec(value)?.[1];
  return percent === undefined ? plainFigure(value) : percentFigure(rational(percent).div(100));
}

/** An English ordinal: `1st`, `2nd`, `11th`. */
export function ordinal(count: number): string {
  const teen = Math.floor(count / 10) % 10 === 1;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}

/** An instant as the clock of a zone showed it, to the minute: `2026-03-29 00:00`. Text that is none stays as it is. */
export function clockFigure(instant: string, zone: string): string {
  const micros = instantOf(instant);
  return micros === null ? instant : localTime(micros, zone).slice(0, 16).replace('T', ' ');
}

const instantOf = kept(parseInstant);

/** A formula with the thousands of its numbers set apart and every digit kept; what is below 0 stands in brackets behind a sign. */
export function formulaFigure(formula: string): string {
  const told = formula.replace(/(?<=^|[\s(±−])-?\d{4,}(\.\d+)?(?=$|[\s%),:])/g, grouped);
  return told.replace(/(?<=[+−×÷] )-[\d,.]+%?/g, (below) => `(${below})`);
}

/** A decimal at most so many digits long after its point; text that is no plain decimal as it is. */
export function roundedDecimal(decimal: string, digits: number): string {
  const [, part = ''] = /^-?\d+\.(\d+)$/.exec(decimal) ?? [];
  return part.length <= digits ? decimal : toFixed(rational(decimal), digits);
}

/** An amount without its currency, with exactly the currency's digits: `1500.5` → `1,500.50`; text that is no plain decimal as it is. */
export function sumFigure(decimal: string, currency: string): string {
  return PLAIN.test(decimal) ? grouped(toFixed(rational(decimal), minorDigits(currency))) : decimal;
}

/** A formula for reading: its numbers at most so many digits long, its percentages four. */
export function roundedNumbers(formula: string, digits: number): string {
  return formula.replace(/(?<![\w.-])(-?\d+\.\d+)(%?)/g, (_, number: string, percent: string) =>
    percent === '' ? roundedDecimal(number, digits) : `${withoutZeros(roundedDecimal(number, DEFAULT_DIGITS))}%`,
  );
}

/**
 * Rounds for display, with more digits as long as the figure would show exactly a mark from which the value differs: an
 * actual of 2.996 with two decimals is `2.996` beside a target of 3, not `3.00` with a score below 100%.
 */
function apart(value: Rational, digits: number, marks: readonly Rational[]): string {
  const others = marks.filter((mark) => compare(value, mark) !== 0);
  for (let more = digits; more < PLACES; more++) {
    const scaled = roundScaled(value, more, 'half_even');
    const unit = 10n ** BigInt(more);
    if (isZero(value) || !others.some(({ s, n, d }) => scaled * d === s * n * unit)) return scaledText(scaled, more);
  }
  return toDecimal(value);
}

function withoutZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
