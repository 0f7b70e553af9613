import { rational, toDecimal } from '../../kernel/rational.js';
import { currenciesBeside, SIGNS_OF_AMOUNTS } from '../spoken-names.js';
import { type Meant, plainTrail, step, type Trail } from './characters.js';
import { digitsOf } from './numerals.js';

/*
 * Numbers as people write them: 3,000 · $3000 · 3万 · 3k · 40 % · x0.8 · ≥3 · 3000#usd. Nothing is ever read so; it is what a
 * message says to write instead.
 */

const NUMBER = /^[+-]?\d{1,20}(\.\d{1,12})?$/;
const FINAL = /^[+-]?\d{1,20}(\.\d{1,12})?[%x]?$/;
const MARK = `(?:[A-Z]{0,3}[$€£¥￥₩₹]|[A-Z]{3}|${SIGNS_OF_AMOUNTS})`;
const BEFORE = new RegExp(`^([+-]?)\\s*(${MARK})\\s*(?=[\\d+-])`, 'iu');
const AFTER = new RegExp(`(?<=[\\d万萬亿千百kmw%])\\s*(${MARK})$`, 'iu');
const COMPARISON = /^(?:>=|<=|=>|=<|>|<|=|≥|≤|≧|≦|不低于|不少于|至少|最低|不超过|at least|min\.?)\s*/iu;
/** About a number: ~3000 and 约3000. */
const ABOUT = /^(?:~|～|≈|约|大约|about|ca\.?|approx\.?)\s*(?=\S)/iu;
const LARGE: readonly (readonly [unit: RegExp, zeros: number])[] = [
  [/\s*(?:亿)$/u, 8],
  [/\s*(?:百万|mio\.?|mn|million|m)$/iu, 6],
  [/\s*(?:万|萬|w)$/iu, 4],
  [/\s*(?:千|thousand|k)$/iu, 3],
];
/** Units that a number can do without; what other unit it has, its field must be asked for (`unit-slips.ts`). */
const UNIT_WORD = /(?<=\d)\s*(?:(?:calendar )?days?|d|天|日|号|periods?|期|次|个|人|people|st|nd|rd|th)$/iu;
const GROUPED = /^[+-]?\d{1,3}(?:([,'’_ ])\d{3})(?:\1\d{3})*(?:\.\d{1,12})?(?=\s*(?:%|[^\d\s.,]{1,9})?$)/u;
/** 3:1 and 1:3, the return on an amount of one. */
const RATIO = /^(?:1\s*[:∶比]\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*[:∶比]\s*1)$/u;
/** 40,0000: marks between ten thousands, as Chinese counts. */
const GROUPED_BY_FOUR = /^[+-]?[1-9]\d{0,3}(?:,\d{4})+(?:\.\d{1,12})?$/u;
/** 1.234,50 and 3,5: a comma before the decimals. */
const COMMA_DECIMAL = /^[+-]?(?:\d{1,3}(?:[. ]\d{3})+|\d+),\d{1,12}(?=%?$)/u;

/** A number, share or multiple as it was probably meant; null where nothing of the kind can be seen. */
export function meantNumber(text: string): Meant | null {
  const trail = numberTrail(text);
  if (trail.slip === null || !FINAL.test(trail.text)) return null;
  const { otherwise, currency } = trail;
  return {
    slip: trail.slip,
    written: trail.text,
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** The two numbers of a range, each as it was probably meant; null where a text is none. */
export function rangeMeant(text: string): readonly [string, string] | null {
  const [, first = '', second = ''] = /^(.*?[\d%x万千元])\s*(?:-|~|\.\.+|至|到|to)\s*(\d.*)$/iu.exec(plainTrail(text).text) ?? [];
  // 80-100% and 10-12万 say their unit once, for both.
  const [unit = ''] = /[^\d.,]*$/u.exec(second) ?? [];
  const [low, high] = [numberTrail(/\d$/.test(first) ? first + unit : first).text, numberTrail(second).text];
  return FINAL.test(low) && FINAL.test(high) && !/^\d{4}-\d\d?$/.test(`${first}-${second}`) ? [low, high] : null;
}

/** A number in the plain form, as far as one can be seen; as it stands where it is in that form already. */
export function numberTrail(text: string): Trail {
  let trail = plainTrail(text);
  trail = step(trail, 'comment', trail.text.replace(/(?<=\S)\s*(?:#|\/\/).*$/u, ''));
  trail = step(trail, 'about', trail.text.replace(ABOUT, ''));
  trail = step(trail, 'comparison', trail.text.replace(COMPARISON, ''));
  trail = step(trail, 'numerals', digitsOf(trail.text));
  trail = step(trail, 'ratio', trail.text.replace(RATIO, '$1$2'));
  trail = withoutCurrency(trail);
  trail = step(trail, 'multiple', multipleOf(trail.text));
  trail = step(trail, 'percent-sign', percentOf(trail.text));
  const [grouped] = GROUPED.exec(trail.text) ?? [];
  if (grouped !== undefined) trail = step(trail, 'thousands', trail.text.replace(/(?<=\d)[,'’_ ](?=\d{3})/gu, ''));
  else if (GROUPED_BY_FOUR.test(trail.text)) trail = groupedByFour(trail);
  else if (COMMA_DECIMAL.test(trail.text)) trail = step(trail, 'decimal-comma', trail.text.replace(/[. ]/g, '').replace(',', '.'));
  trail = step(trail, 'unit-word', trail.text.replace(UNIT_WORD, ''));
  return step(trail, 'large-unit', written(trail.text));
}

/** `40,0000` is 400000 to most who write so; with one comma it may also have four decimals. */
function groupedByFour(trail: Trail): Trail {
  const whole = step(trail, 'thousands', trail.text.replace(/,/g, ''));
  return /^[^,.]*,[^,.]*$/.test(trail.text) ? { ...whole, otherwise: trail.text.replace(',', '.') } : whole;
}

/** A number without the currency before or after it, which is kept apart; other words of three letters stay. */
function withoutCurrency(trail: Trail): Trail {
  const isOther = (mark: string) => /^[A-Z]{3}$/i.test(mark) && currenciesBeside(mark).length === 0;
  const { text } = trail;
  const mark = (BEFORE.exec(text)?.[2] ?? AFTER.exec(text)?.[1] ?? '').trim();
  if (mark === '' || isOther(mark)) return trail;
  return { ...step(trail, 'currency', text.replace(BEFORE, '$1').replace(AFTER, '')), currency: mark };
}

/** `x0.8`, `0.8 X`, `0.8×` and `0.8倍` as 0.8x. */
function multipleOf(text: string): string {
  const [, before, after] = /^(?:[xX×✕*]\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*(?:[X×✕*]|倍|\sx|times))$/u.exec(text) ?? [];
  const number = before ?? after;
  return number === undefined ? text : `${number}x`;
}

/** `40 %`, `40 percent`, `40pct` and `四成` as 40%. */
function percentOf(text: string): string {
  const tenths = /^(\d+(?:\.\d+)?)\s*成$/u.exec(text)?.[1];
  if (tenths !== undefined) return `${toDecimal(rational(tenths).mul(10))}%`;
  return text.replace(/(?<=\d)\s*(?:%|percent|per cent|pct\.?|个?百分点|个点)$/iu, '%').replace(/^百分之\s*(\d+(?:\.\d+)?)$/u, '$1%');
}

/** A number that counts in thousands or more, written out. */
function written(text: string): string {
  for (const [unit, zeros] of LARGE) {
    const number = text.replace(unit, '');
    if (number !== text && NUMBER.test(number)) return toDecimal(rational(number.replace(/^\+/, '')).mul(10n ** BigInt(zeros)));
  }
  return text;
}
