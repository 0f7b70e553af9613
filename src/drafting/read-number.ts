import { AMOUNT_SIGNS, CURRENCY_NAMES } from '../contract/spoken-names.js';
import { compare, type Rational, rational } from '../kernel/rational.js';
import { type Filler, inForm } from '../kernel/text.js';

/*
 * Numbers, shares and amounts of money as people type them. What could be read in two ways is not read at all.
 */

/** What an answer says, or what it should look like: the name of a phrase, or the words that may be chosen; and which part of it is amiss. */
export type Read<T> = { readonly value: T } | { readonly expected: Filler; readonly part?: string };

// Three digits after a point are thousands to some.
export const AMOUNT = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?![.\d])|\d+(?:\.\d{1,2})?(?![.\d])`;
export const SHARE = String.raw`\d{1,3}(?:\.\d+)?%`;

/** As typed on any keyboard: full-width signs are the same. */
export function plain(text: string): string {
  // A full-width comma parts, and is none of a number.
  return inForm(text.replace(/[，；]/g, '$& '), 'NFKC')
    .replace(/、/g, ',')
    .replace(/(?:[。．]|(?<=\D)\.)$/, '')
    .trim();
}

/** Whether the answer is that there is no such thing. */
export const isNone = (text: string): boolean => /^(none|no|nothing|n\/a|-|0|无|没有|不设|暂无)$/i.test(plain(text));

/** A number without its commas and leading zeros. */
export function digits(text: string): string {
  const [whole = '', fraction] = text.replace(/,/g, '').split('.');
  const trimmed = whole.replace(/^0+(?=\d)/, '');
  return fraction === undefined ? trimmed : `${trimmed}.${fraction}`;
}

/** Numbers and shares in one form, whatever they were typed as: `三万五千` and `3.5万` are 35000, `3 percent` and `3 个点` are 3%. */
function written(text: string): string {
  return (
    inDigits(text)
      .replace(/百分之\s*(\d+(?:\.\d+)?)/g, '$1%')
      .replace(/(\d)\s*(?:%|per ?cent\b|pct\b|个百分点|个点)/gi, '$1%')
      // 80万4%: a share begins there, which is no digit of the number before it
      .replace(/(?<=[千万亿kw])(?=\d{1,3}(?:\.\d+)?%)/gi, ' ')
      .replace(
        /(\d[\d,.]*)\s*(?:(千万|百万|十万|[千万亿])(?![\d千万亿])|(k|w|thousand|million)(?![a-z\d]))/gi,
        (whole, number: string, ...[han, latin]: (string | undefined)[]) =>
          withZeros(number, UNITS[(han ?? latin ?? '').toLowerCase()] ?? 0) ?? whole,
      )
  );
}

const UNITS: Readonly<Record<string, number>> = {
  ...{ 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 },
  ...{ k: 3, w: 4, thousand: 3, million: 6 },
};

function withZeros(number: string, zeros: number): string | null {
  const [integer = '', fraction = ''] = digits(number).split('.');
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(number) || fraction.length > zeros) return null;
  return digits(`${integer}${fraction.padEnd(zeros, '0')}`);
}

const HAN_DIGITS = '零一二三四五六七八九';
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** Numbers in Chinese characters in digits, where there is one reading: `三万五` (35,000, or 30,005) stays as it is. */
function inDigits(text: string): string {
  const HAN = '零〇一二两三四五六七八九';
  return text.replace(new RegExp(`(?<!\\d\\s*)[${HAN}十][${HAN}十百千万亿]*(?:点[${HAN}]+)?(?![\\d十百千])`, 'g'), (run) => {
    const [whole = '', fraction = ''] = run.replaceAll('两', '二').replaceAll('〇', '零').split('点');
    const number = ofHan(whole);
    if (number === null) return run;
    return fraction === '' ? number : `${number}.${[...fraction].map((digit) => HAN_DIGITS.indexOf(digit)).join('')}`;
  });
}

function ofHan(run: string): string | null {
  let [total, section, digit] = [0, 0, -1];
  let [least, big, isPadded] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, true];
  for (const sign of run) {
    const unit = HAN_UNITS[sign];
    if (sign === '零') isPadded = true;
    else if (unit === undefined) {
      if (digit >= 0) return null;
      digit = HAN_DIGITS.indexOf(sign);
    } else if (unit < 10_000) {
      if (unit >= least || (digit < 0 && (unit !== 10 || section > 0 || total > 0))) return null;
      if (!isPadded && least !== unit * 10) return null;
      section += (digit < 0 ? 1 : digit) * unit;
      [least, digit, isPadded] = [unit, -1, unit === 10];
    } else {
      const part = section + Math.max(digit, 0);
      if (part === 0 || unit >= big || (digit >= 0 && !isPadded)) return null;
      total += part * unit;
      [section, digit, big, least, isPadded] = [0, -1, unit, 10_000, false];
    }
  }
  return digit >= 0 && !isPadded ? null : String(total + section + Math.max(digit, 0));
}

/** An answer with numbers in one form and without the names of the contract's currency beside them, in small letters. */
export function said(text: string, currency: string): string {
  return withoutSigns(written(plain(text)), currency).toLowerCase();
}

/** What a month is called beside an amount of each month, and what stands before such an amount. */
const MONTHLY = String.raw`(?:a|per|each|every)\s+(?:calendar\s+)?month|monthly|\/\s*(?:month|mo|个?月)|每个?月度?|按月|月度?|p\.\s?m\.`;
const LABELS = {
  retainer: 'retainer|(?:fixed|flat|base|service|management)\\s+fee|fee|(?:固定|基础|基本|代运营)?服务费|固定费用?|费用?',
  bonus:
    '(?:a|the)?\\s*bonus(?:\\s+pool)?|(?:绩效)?奖金池?|奖励|in proportion(?:\\s+to\\s+(?:the\\s+)?score)?|按(?:得分)?比例(?:支付|发放|计算)?|按得分',
  cap: 'capped|cap|at most|max(?:imum)?|not? more than|up to|limit|at|(?:费用)?封顶|上限|最多|最高|不超过|以内',
  minSpend: 'ad\\s+spend|at least|min(?:imum)?|below|under|less than|广告费用?|广告消耗|消耗|至少|最低|不低于|不少于|低于|少于|以下|以上',
} as const;

/** An amount of a month above 0: `3000`, `3,000.00`, `3万`, `五千`, `3k a month`, with the currency's code, name or sign or without. */
export function readAmount(text: string, currency: string, minorDigits: number, label: keyof typeof LABELS): Read<string> {
  const around = new RegExp(String.raw`(?<![a-z])(?:${MONTHLY}|${LABELS[label]}|of|as|is)(?![a-z])|为|是|[:=()]|,(?!\d)`, 'g');
  const number = withoutSigns(said(text, currency).replace(around, ' '), currency).trim();
  const whole = digits(number);
  const fits = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(number) && (whole.split('.')[1] ?? '').length <= minorDigits;
  if (fits && isAmount(whole)) return { value: whole };
  const foreign = foreignSign(text, currency);
  return { expected: foreign === null ? '@answer.amount' : `@answer.amount-currency:${foreign}|${currency}` };
}

const besideAmount = (currency: string): string =>
  [currency, CURRENCY_NAMES[currency], AMOUNT_SIGNS[currency]].filter((names) => names !== undefined && names !== '').join('|');

/** The sign or name of another currency that stands beside an amount; null where there is none. */
export function foreignSign(text: string, currency: string): string | null {
  const rest = withoutSigns(written(plain(text)), currency);
  const codes = [...new Set([...Object.keys(CURRENCY_NAMES), ...Object.keys(AMOUNT_SIGNS)])].filter((code) => code !== currency);
  const found = codes.flatMap((code) => [...rest.matchAll(beside(besideAmount(code)))].map(([sign]) => sign.trim()));
  return found.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** Amounts within a longer answer, without the sign or name of the contract's currency: `3% up to $400,000`. */
export function withoutSigns(text: string, currency: string): string {
  return currency === '' ? text : text.replace(beside(besideAmount(currency)), '');
}

const beside = (names: string): RegExp =>
  new RegExp(`(?<![A-Za-z$])(?:${names})\\s*(?=\\d)|(?<=[\\d千万亿])\\s*(?:${names})(?![A-Za-z])`, 'gi');

/** Whether digits are an amount above 0 that a contract can hold. */
export function isAmount(text: string): boolean {
  return text.length <= 15 && /[1-9]/.test(text);
}

/** A decimal or a share as a number. */
export const value = (decimal: string): Rational => rational(decimal.replace(/%$/, ''));

/** Whether it is a share above 0% and up to 100%. */
export const isShare = (text: string): boolean =>
  new RegExp(`^${SHARE}$`).test(text) && /[1-9]/.test(text) && compare(value(text), value('100')) <= 0;
