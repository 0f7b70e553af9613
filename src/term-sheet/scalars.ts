import { minorDigits } from '../kernel/money.js';
import { isFields } from '../kernel/objects.js';
import type { Exact } from '../kernel/rational.js';
import { rational, toExact } from '../kernel/rational.js';
import { type Locale, literal, localText, type Message } from '../kernel/text.js';
import { MONTHS_EN, SHEET_PHRASES } from '../words/sheet-phrases.js';
import { type Form, plainForm, type Saying } from './form.js';
import { valueAt } from './paths.js';
import type { PhraseKey } from './phrase.js';

/* How single values are written: numbers with their unit, days by their names, names as they are, texts of people in quotation marks. */

/** Thousands apart, every digit kept; a fraction that no decimal holds as it is. */
function digits(exact: Exact, least = 0): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(exact);
  if (match === null) return exact;
  const [, minus = '', whole = '', part = ''] = match;
  const decimals = part.padEnd(least, '0');
  return `${minus}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals === '' ? '' : `.${decimals}`}`;
}

const NUMBER = '-?\\d[\\d,]*(?:\\.\\d+)?(?:/\\d+)?';
const MONEY = `[A-Z]{3} ${NUMBER}`;
const SHARE = `${NUMBER}%`;

const exactOf = (text: string): Exact => toExact(rational(text.replaceAll(',', '')));
const IS_NUMBER = new RegExp(`^${NUMBER}$`);

function sayMoney(value: unknown, { currency }: Saying): string | null {
  return typeof value === 'string' ? `${currency} ${digits(value, minorDigits(currency))}` : null;
}

function sayShare(value: unknown): string | null {
  return typeof value === 'string' ? `${digits(toExact(rational(value).mul(100)))}%` : null;
}

/** A number, a share or an amount, each told by how it is written. */
function readLevel(text: string): Exact | undefined {
  const bare = text.replace(/^[A-Z]{3} |%$/g, '');
  if (!IS_NUMBER.test(bare)) return undefined;
  return text.endsWith('%') ? toExact(rational(exactOf(bare)).div(100)) : exactOf(bare);
}

/** A whole number of days, periods, people. */
export const COUNT: Form = plainForm(
  (value) => (typeof value === 'number' ? String(value) : null),
  '\\d+',
  (text) => Number(text),
);
export const AMOUNT: Form = plainForm(sayMoney, MONEY, readLevel);
export const SHARES: Form = plainForm(sayShare, SHARE, readLevel);
export const PLAIN: Form = plainForm((value) => (typeof value === 'string' ? digits(value) : null), NUMBER, readLevel);

/** A level of the metric that stands at a path of what the sentence is about, in its unit. */
export function levelOf(metric: string): Form {
  const say = (value: unknown, by: Saying): string | null => {
    const name = valueAt(by.subject, metric);
    const unit = typeof name === 'string' ? by.unitOf(name) : null;
    if (unit === 'money') return sayMoney(value, by);
    if (unit === 'share') return sayShare(value);
    return typeof value === 'string' ? digits(value) : null;
  };
  return plainForm(say, `${MONEY}|${SHARE}|${NUMBER}`, readLevel);
}

/** A share of a metric that is money, else an amount for each unit of it. */
export function rateOf(metric: string): Form {
  const say = (value: unknown, by: Saying): string | null => {
    const name = valueAt(by.subject, metric);
    return typeof name === 'string' && by.unitOf(name) === 'money' ? sayShare(value) : sayMoney(value, by);
  };
  return plainForm(say, `${MONEY}|${SHARE}`, readLevel);
}

/** A text in quotation marks; a pair of them inside it stands as it is, one without its other, and a backslash, has a backslash before it. */
const QUOTED = '“(?:[^“”\\\\]|\\\\.|“[^“”\\\\]*”)*”';
const quoted = (text: string): string => `“${text.replace(/“[^“”\\]*”|[\\“”]/g, (found) => (found.length === 1 ? `\\${found}` : found))}”`;
const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(.)/gsu, '$1');

/** A text of people, in the language of the sheet. */
export const TEXT: Form = plainForm(
  (value, { locale }) => {
    if (typeof value === 'string') return quoted(value);
    if (!isFields(value) || typeof value.en !== 'string' || typeof value.zh !== 'string') return null;
    return quoted(localText({ en: value.en, zh: value.zh }, locale));
  },
  QUOTED,
  unquoted,
);

/** A name as it is written; in quotation marks where it has signs that names do not have. */
const NAME = '[A-Za-z0-9_](?:[A-Za-z0-9_.:/@+-]*[A-Za-z0-9_])?';
const IS_NAME = new RegExp(`^${NAME}$`);
export const ID: Form = {
  say: (value) => {
    if (typeof value !== 'string') return null;
    return IS_NAME.test(value) ? [{ text: value, code: true }] : [{ text: quoted(value) }];
  },
  look: () => `${NAME}|${QUOTED}`,
  read: (text) => (text.startsWith('“') ? unquoted(text) : text),
};

const MONTHS: readonly string[] = MONTHS_EN;
const MONTH_EN = MONTHS.join('|');
const monthNumber = (name: string): string => String(MONTHS.indexOf(name) + 1).padStart(2, '0');
const monthName = (month: string): string => MONTHS[Number(month) - 1] ?? '';

/** A day: `1 January 2026`, `2026 年 1 月 1 日`. */
export const DAY: Form = plainForm(
  (value, { locale }) => {
    const [, year, month, day] = (typeof value === 'string' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)) || [];
    if (year === undefined || month === undefined || day === undefined) return null;
    return locale === 'en' ? `${Number(day)} ${monthName(month)} ${year}` : `${year} 年 ${Number(month)} 月 ${Number(day)} 日`;
  },
  (locale) => (locale === 'en' ? `\\d{1,2} (?:${MONTH_EN}) \\d{4}` : '\\d{4} 年 \\d{1,2} 月 \\d{1,2} 日'),
  (text, { locale }) => {
    if (locale === 'en') {
      const [day = '', month = '', year = ''] = text.split(' ');
      return `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`;
    }
    const [year = '', month = '', day = ''] = text.split(/ ?[年月日] ?/);
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  },
);

/** A period: `July 2026`, `2026 年 7 月`; `Q3 2026`, `2026 年第 3 季度`; `week 27 of 2026`, `2026 年第 27 周`. */
export const PERIOD: Form = plainForm(
  (value, { locale }) => {
    const [, year, part = ''] = (typeof value === 'string' && /^(\d{4})-(\d\d|Q\d|W\d\d)$/.exec(value)) || [];
    if (year === undefined) return null;
    const number = Number(part.replace(/\D/g, ''));
    if (part.startsWith('Q')) return locale === 'en' ? `Q${number} ${year}` : `${year} 年第 ${number} 季度`;
    if (part.startsWith('W')) return locale === 'en' ? `week ${number} of ${year}` : `${year} 年第 ${number} 周`;
    return locale === 'en' ? `${monthName(part)} ${year}` : `${year} 年 ${number} 月`;
  },
  (locale) =>
    locale === 'en' ? `(?:${MONTH_EN}) \\d{4}|Q\\d \\d{4}|week \\d{1,2} of \\d{4}` : '\\d{4} 年(?: \\d{1,2} 月|第 \\d 季度|第 \\d{1,2} 周)',
  (text, { locale }) => {
    const year = /\d{4}/.exec(text)?.[0] ?? '';
    const rest = text.replace(year, '');
    const number = /\d+/.exec(rest)?.[0] ?? '';
    if (/Q|季度/.test(rest)) return `${year}-Q${number}`;
    if (/week|周/.test(rest)) return `${year}-W${number.padStart(2, '0')}`;
    return `${year}-${locale === 'en' ? monthNumber(rest.trim()) : number.padStart(2, '0')}`;
  },
);

/** One of a closed set of values, each with its words; a value without words does not compile. */
export function choice<V extends string>(words: Readonly<Record<V, PhraseKey>>): Form {
  return wordsFor(Object.entries<PhraseKey>(words).map(([value, key]) => [value, SHEET_PHRASES[key]]));
}

/** Yes or no. */
export function eitherOr(words: Readonly<Record<'true' | 'false', PhraseKey>>): Form {
  return wordsFor([
    [true, SHEET_PHRASES[words.true]],
    [false, SHEET_PHRASES[words.false]],
  ]);
}

function wordsFor(entries: readonly (readonly [string | boolean, Message])[]): Form {
  const look = (locale: Locale): string =>
    entries
      .map(([, message]) => message[locale])
      .sort((a, b) => b.length - a.length)
      .map(literal)
      .join('|');
  return plainForm(
    (value, { locale }) => entries.find(([each]) => each === value)?.[1][locale] ?? null,
    look,
    (text, { locale }) => entries.find(([, message]) => message[locale] === text)?.[0],
  );
}

/** What is handed over at the end: the usual items in words, an item of the parties' own as it is written. */
export const HANDED_OVER: Form = wordsElse(
  choice({
    data_export: 'handed.data_export',
    account_recovery: 'handed.account_recovery',
    customer_transfer: 'handed.customer_transfer',
    access_revocation: 'handed.access_revocation',
  }),
  ID,
);

/** A form for what has words, and another one for the rest. */
function wordsElse(words: Form, rest: Form): Form {
  return {
    say: (value, by) => words.say(value, by) ?? rest.say(value, by),
    look: (locale) => `${words.look(locale)}|${rest.look(locale)}`,
    read: (text, by) => words.read(text, by) ?? rest.read(text, by),
  };
}
