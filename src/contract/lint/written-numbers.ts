import { kept } from '../../kernel/kept.js';
import { compare, divide, type Rational, ratio, rational, toDecimal, ZERO } from '../../kernel/rational.js';

/*
 * The numbers that a sentence names, in figures or words, in English or Chinese, for telling whether two languages of one text
 * say the same. What is surely a number must be in the other language, too; what may be one (一 in 统一, "second") only counts
 * where the other language has that number.
 */

/** Numbers as plain decimals, shares with `%`, parts as fractions: `50000`, `5%`, `1/3`. */
export interface WrittenNumbers {
  /** In figures, or in words with a unit: in the order of the text. */
  readonly sure: readonly string[];
  /** These and whatever else may be meant as one. */
  readonly possible: ReadonlySet<string>;
}

class Found {
  readonly sure = new Set<string>();
  readonly possible = new Set<string>();

  add(value: Rational, unit: '' | '%', isSure: boolean): void {
    this.named(toDecimal(value) + unit, isSure);
    const whole = unit === '%' ? value.div(HUNDRED) : value;
    if (whole.d > 1n) this.possible.add(fractionKey(whole));
  }

  /** A part of a whole: `1/3`. Where it has one, its share says the same: a quarter is 25%. */
  addPart(part: Rational, isSure: boolean): void {
    this.named(fractionKey(part), isSure);
    for (const [value, unit] of [[part, ''] as const, [part.mul(HUNDRED), '%'] as const])
      if (isShort(value.d)) this.possible.add(toDecimal(value) + unit);
  }

  named(key: string, isSure: boolean): void {
    this.possible.add(key);
    if (isSure) this.sure.add(key);
  }
}

const HUNDRED = rational(100);
const HALF = rational('0.5');

function fractionKey({ n, d }: Rational): string {
  return `${n}/${d}`;
}

/** Whether a fraction in lowest terms with this denominator is a decimal that people write. */
function isShort(denominator: bigint): boolean {
  return 10_000n % denominator === 0n;
}

/** More digits, or words for them, than any number that somebody means: it is compared as it stands, since computing with it takes minutes. */
const MOST_DIGITS = 40;
const BEYOND = rational(10n ** BigInt(MOST_DIGITS));

/** Both languages' numbers are looked for in either: a Chinese text may say `5 million`. The contracts of a repository share many texts. */
export const numbersIn = kept((text: string): WrittenNumbers => {
  const found = new Found();
  const words = figures(fractions(plainly(text), found), found);
  chineseNumbers(words, found);
  englishNumbers(words.toLowerCase(), found);
  return { sure: [...found.sure], possible: found.possible };
});

/** Whatever can be a number in figures, or become one: without any of it a text is as plain as it gets. */
const FIGURES = /[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒①-⒇㈠-㈩㊀-㊉\uFF01-\uFF5E]/;

/** Digits, signs and groups as both languages can write them. */
function plainly(text: string): string {
  if (!FIGURES.test(text)) return text;
  return text
    .replace(/[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]/g, ' $&') // 2½ is no 21/2
    .replace(/[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒①-⒇㈠-㈩㊀-㊉]/g, (one) => one.normalize('NFKC').replace(/[()]/g, ''))
    .replace(/(?<=\d)['’](?=\d{3}(?!\d))/g, ',')
    .replace(/(?<![\d.,])\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?!\d)/g, (groups) => groups.replace(/\s/g, ','))
    .replace(/，(?![０-９])/g, ', ')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\b(\d{1,2}):00\b/g, '$1')
    .replace(/\b([A-Z]{3})(?=\d)/g, '$1 '); // a currency
}

const MULTIPLES: Readonly<Record<string, string>> = {
  十: '10',
  百: '100',
  千: '1000',
  万: '10000',
  十万: '100000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
  万亿: '1000000000000',
  hundred: '100',
  thousand: '1000',
  k: '1000',
  million: '1000000',
  mn: '1000000',
  m: '1000000',
  billion: '1000000000',
  bn: '1000000000',
};
const MULTIPLE = '万亿|亿|[十百千]万|万|千|百(?!分)|(?:hundred|thousand|million|billion|mn|bn|[km])(?![a-z])';
const PER_MILLE = '‰|per ?mill?e';
const PERCENT = '%|per ?cent(?:age points?)?|pct|个?百分点';
const FIGURE = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?';
const RANGE = `\\s*(?:[-–—~～至到]|to)\\s*[^\\d\\s]?(?:${FIGURE})`;
const NUMBER = new RegExp(
  `(?<glued>[a-z_]|双)?(?<figure>${FIGURE})(?=${RANGE}\\s*(?<lent>${MULTIPLE})?\\s*(?<share>${PERCENT})?|)\\s?(?<times>${MULTIPLE})?(?:\\s?(?:(?<percent>${PERCENT})|(?<mille>${PER_MILLE})))?`,
  'giu',
);

/** Not within a date (`03-05-2026`), whose parts languages order in their own way. */
const FROM_TO = new RegExp(
  `(?<![\\d.,/-])(?<from>${FIGURE})\\s?(?<times>${MULTIPLE})?\\s?(?<percent>${PERCENT})?\\s*(?:[-–—~至到]|to)\\s*[^\\d\\s]?` +
    `(?<to>${FIGURE})(?![\\d/-])\\s?(?<toTimes>${MULTIPLE})?\\s?(?<toPercent>${PERCENT})?`,
  'giu',
);

/** Fractions of one character or with its own stroke, `½`, `2 1⁄2%`; returns the text without them. */
function fractions(text: string, found: Found): string {
  if (!text.includes('\u2044')) return text;
  return text.replace(FRACTION, (_, whole: string = '0', over: string, under: string, percent?: string) => {
    const [all, parts] = [BigInt(whole) * BigInt(under) + BigInt(over), BigInt(under)];
    if (parts === 0n) return ' ';
    const value = ratio(all, parts);
    if (percent === undefined) found.addPart(value, true);
    else if (isShort(value.d)) found.add(value, '%', true);
    else found.addPart(value.div(HUNDRED), true);
    return ' ';
  });
}

const FRACTION = new RegExp(`(?<!\\d)(?:(\\d{1,9}) )?(\\d{1,9})\u2044(\\d{1,9})(?!\\d)\\s?(${PERCENT})?`, 'giu');

/** Ranges in figures as a text writes them, first to last: `3%–5%`. What the second has of a unit counts for both. */
export const rangesIn = kept((text: string): readonly (readonly [from: string, to: string])[] => {
  const plain = plainly(text);
  if (!/\d/.test(plain)) return [];
  return [...plain.matchAll(FROM_TO)].flatMap(({ groups = {} }) => {
    const { from = '', to = '', times, percent, toTimes, toPercent } = groups;
    if (from.length > MOST_DIGITS || to.length > MOST_DIGITS) return [];
    const share = percent === undefined && toPercent === undefined ? '' : '%';
    const number = (figure: string, multiple = '') =>
      toDecimal(rational(figure.replaceAll(',', '')).mul(rational(MULTIPLES[multiple.toLowerCase()] ?? '1'))) + share;
    return [[number(from, times ?? toTimes), number(to, toTimes)]];
  });
});

/** Numbers in figures; returns the text without them. `1亿2000万` is one number, `5–10万` are 50,000 and 100,000. */
function figures(text: string, found: Found): string {
  if (!/\d/.test(text)) return text;
  let open: { value: Rational; least: Rational; end: number } | null = null;
  const close = () => {
    if (open !== null) found.add(open.value, '', true);
    open = null;
  };
  for (const match of text.matchAll(NUMBER)) {
    const { glued, figure = '', lent, share, times, percent, mille } = match.groups ?? {};
    if (figure.length > MOST_DIGITS) {
      close();
      found.named(figure, true);
      continue;
    }
    const multiple = rational(MULTIPLES[(times ?? lent ?? '').toLowerCase()] ?? '1');
    const value = rational(figure.replaceAll(',', '')).mul(multiple);
    const end = match.index + match[0].length;
    if (open !== null && (open.end !== match.index || percent !== undefined || mille !== undefined || open.least.compare(value) <= 0))
      close();
    if (glued !== undefined) {
      found.add(value, '', false);
      if (glued === '双' && /^\d+$/.test(figure)) found.add(rational(`${figure}.${figure}`), '', false);
    } else if (percent !== undefined || share !== undefined) found.add(value, '%', true);
    else if (mille !== undefined) found.add(value.div(10), '%', true);
    else if (open !== null) open = { value: open.value.add(value), least: multiple, end };
    else if (/[万亿]$/.test(times ?? '')) open = { value, least: multiple, end };
    else found.add(value, '', true);
  }
  close();
  return text.replace(NUMBER, ' ');
}

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n, 万: 10_000n, 亿: 100_000_000n };
const FORMAL: Readonly<Record<string, string>> = Object.fromEntries(
  [...'〇两壹贰叁肆伍陆柒捌玖拾佰仟萬億'].map((each, index) => [each, [...'零二一二三四五六七八九十百千万亿'][index] ?? '']),
);
/** Twenty and thirty in one character, beside what is written formally. */
const IN_ONE: Readonly<Record<string, string>> = { ...FORMAL, 廿: '二十', 卅: '三十' };
const NUMERAL =
  /(双|百分之|[零一二三四五六七八九十百千万]{1,40}分之)?([零一二三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?)(个?(?:工作|自然|日历)?(?:天|日|月|年|周|星期|小时|元|美元|倍|期|次|名|件)|个?基点|成半?(?![交本为功立员果长品分])|折)?/gu;

function chineseNumbers(text: string, found: Found): void {
  if (!/[\u3007\u4E00-\u9FFF]/.test(text)) return;
  const ordinary = text.replace(/[〇两壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅]/gu, (each) => IN_ONE[each] ?? each);
  if (text.includes('半')) found.addPart(HALF, text.includes('一半'));
  if (/双|倍/.test(text)) found.add(rational(2), '', false);
  if (text.includes('季')) found.add(rational(3), '', false); // every three months
  for (const [, before = '', numeral = '', unit = ''] of ordinary.matchAll(NUMERAL)) {
    for (const each of numeral) if (DIGITS.includes(each)) found.add(rational(DIGITS.indexOf(each)), '', false);
    const alone = numeral.length === 1 ? UNITS[numeral] : undefined;
    if (alone !== undefined) found.add(rational(alone), '', false);
    const value = chineseValue(numeral);
    if (value === null) continue;
    const isOne = value.compare(1) === 0;
    if (before === '百分之') found.add(value, '%', true);
    else if (before.endsWith('分之')) chinesePart(before.slice(0, -2), value, found);
    else if (before === '双')
      for (const day of [`${toDecimal(value)}.${toDecimal(value)}`, toDecimal(value)]) found.add(rational(day), '', false);
    else if (unit.startsWith('成')) found.add(value.add(unit === '成半' ? HALF : ZERO).mul(10), '%', true);
    else if (unit === '折') for (const share of [value.mul(10), HUNDRED.sub(value.mul(10))]) found.add(share, '%', false);
    else found.add(value, '', !isOne && (unit !== '' || /[一二三四五六七八九][十百千万亿]/.test(numeral)));
  }
}

/** `四` and 3 of 四分之三; thousandths and ten-thousandths are shares. */
function chinesePart(under: string, over: Rational, found: Found): void {
  const parts = UNITS[under] ?? chineseValue(under);
  if (parts === null) return;
  const part = divide(over, rational(String(parts)));
  if (part === undefined) return;
  if (under === '千' || under === '万') found.add(part.mul(HUNDRED), '%', true);
  else found.addPart(part, true);
}

/** `三百二十万五千` → 3205000; null for what is no number, such as 万一 or 五五. */
function chineseValue(numeral: string): Rational | null {
  if (numeral.length > MOST_DIGITS) return null;
  const [whole = '', part] = numeral.split('点');
  let [total, section, digit] = [0n, 0n, null as bigint | null];
  let least = 10n ** 16n;
  for (const [index, each] of [...whole].entries()) {
    const unit = UNITS[each];
    if (unit === undefined) {
      if (digit !== null && digit !== 0n) return null;
      digit = BigInt(DIGITS.indexOf(each));
    } else if (unit >= 10_000n) {
      if (section + (digit ?? 0n) === 0n) return null;
      total = (total + section + (digit ?? 0n)) * unit;
      [section, digit, least] = [0n, null, 10n ** 16n];
    } else {
      if (unit >= least || (digit === null && !(unit === 10n && index === 0))) return null;
      section += (digit ?? 1n) * unit;
      [digit, least] = [null, unit];
    }
  }
  const value = rational(total + section + (digit ?? 0n));
  return part === undefined ? value : value.add(rational(`0.${[...part].map((each) => DIGITS.indexOf(each)).join('')}`));
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
/** `two thirds`, `a third of`; a third party and half a year are none. */
const ENGLISH_PART = new RegExp(
  `\\b(?:(one|two|three|four|five|six|seven|eight|nine|an?)[ -])?(${Object.keys(PARTS).join('|')})s?\\b(?![ -]part|(?: of)? an? )( of\\b)?`,
  'g',
);
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MORE: Readonly<Record<string, string>> = {
  a: '1',
  an: '1',
  once: '1',
  twice: '2',
  double: '2',
  doubled: '2',
  both: '2',
  other: '2',
  triple: '3',
  dozen: '12',
};
/** Quarters are of a year, too, and `the third of March` is a day. */
function isSurelyPart(count: string, part: string, of: boolean): boolean {
  if (part === 'half') return of || SMALL.includes(count);
  if (part === 'quarter') return of && ['a', 'one', 'three'].includes(count);
  return SMALL.includes(count) || (of && count !== '');
}

const ENGLISH_UNIT =
  /^\s*(?:business|working|calendar|full|consecutive)?\s*(?:days?|weeks?|months?|quarters?|years?|periods?|hours?|times|dollars|yuan|per ?cent|percentage points?|basis points?)\b/;

function englishNumbers(text: string, found: Found): void {
  if (!/[a-z]/.test(text)) return;
  if (/\bhalf\b|\bequal|\beven/.test(text)) found.addPart(HALF, false);
  for (const [, count = '', part = '', of] of text.matchAll(ENGLISH_PART)) {
    const over = Math.max(1, SMALL.indexOf(count));
    found.addPart(ratio(BigInt(over), BigInt(PARTS[part] ?? 1)), isSurelyPart(count, part, of !== undefined));
  }
  if (/\bquarter/.test(text)) found.add(rational(3), '', false);
  let value: Rational | null = null;
  const words = [...text.matchAll(/[a-z]+/g)];
  words.forEach((match, index) => {
    const word = match[0];
    const month = MONTHS.indexOf(word.slice(0, 3));
    if (month >= 0) found.add(rational(month + 1), '', false);
    if (ORDINALS.includes(word)) found.add(rational(ORDINALS.indexOf(word) + 1), '', false);
    if (MORE[word] !== undefined) found.add(rational(MORE[word]), '', false);
    const [small, ten, multiple] = [SMALL.indexOf(word), TENS.indexOf(word), word.length > 2 ? MULTIPLES[word] : undefined];
    if (small >= 0) value = (value ?? rational(0)).add(small);
    else if (ten >= 0) value = (value ?? rational(0)).add((ten + 2) * 10);
    else if (multiple !== undefined && value !== null) value = compare(value, BEYOND) > 0 ? null : value.mul(rational(multiple));
    else if (word === 'and' && value !== null && SMALL.concat(TENS).includes(words[index + 1]?.[0] ?? '')) return;
    else return;
    const next = words[index + 1]?.[0] ?? '';
    const between = text.slice(match.index + word.length, words[index + 1]?.index ?? text.length);
    const goes =
      /^[\s-]*$/.test(between) &&
      (SMALL.includes(next) || TENS.includes(next) || next === 'and' || (MULTIPLES[next] !== undefined && next.length > 2));
    if (goes || value === null) return;
    const after = text.slice(match.index + word.length);
    const percent = /^\s*(?:(?:to|[-–—])\s*[a-z]+(?:-[a-z]+)?\s*)?per ?cent/.test(after);
    found.add(value, percent ? '%' : '', value.compare(1) !== 0 && ENGLISH_UNIT.test(after.replace(/^-/, ' ')));
    value = null;
  });
}
