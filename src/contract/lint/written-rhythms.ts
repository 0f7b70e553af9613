import { kept } from '../../kernel/kept.js';

/*
 * How often a sentence says that something is, and which quarter of a year it names, in English or Chinese, for telling whether two
 * languages of one text say the same. Languages say it in too many ways to miss what only one of them says (三个月, "every 90 days"): only
 * what is said surely in both, and differently, is a slip.
 */

/** Rhythms and quarters by key (`week`, `Q2`), each with the words that say it. */
export interface WrittenRhythms {
  readonly sure: ReadonlyMap<string, string>;
  /** Keys of these, and of whatever else names such a time: a day of a date, the months of a term. */
  readonly possible: ReadonlySet<string>;
}

const UNITS: Readonly<Record<string, string>> = {
  day: 'day',
  dai: 'day',
  天: 'day',
  日: 'day',
  week: 'week',
  周: 'week',
  週: 'week',
  星期: 'week',
  month: 'month',
  月: 'month',
  quarter: 'quarter',
  季: 'quarter',
  year: 'year',
  annual: 'year',
  年: 'year',
};

const ENGLISH =
  /\b(?:(dai|week|month|quarter|year)ly|(annual)(?:ly)?|(?:every|each|per) (?:calendar |business |working )?(day|week|month|quarter|year))\b/giu;
/** Not 每周一 (a day of the week), 按天猫, 按日期, 按年龄. */
const CHINESE =
  /(?:每个?(?:自然|工作)?|按)(天(?!猫)|日(?!期)|(?:周|週|星期)(?![一二三四五六日天末边](?!次))|月(?!份)|季(?!节)|年(?!龄))|(?<![第前后几个半\d一二三四五六七八九十])(周|月|季|年)度/gu;
const ENGLISH_MENTIONED = /day|dai|week|month|quarter|year|annual/giu;
const CHINESE_MENTIONED = /天|日|周|週|星期|月|季|年/gu;

const NTH: Readonly<Record<string, string>> = { first: '1', second: '2', third: '3', fourth: '4', 一: '1', 二: '2', 三: '3', 四: '4' };
/** Not a quarter of something: that is a part. */
const QUARTERS = /\bQ([1-4])\b|\b(first|second|third|fourth) quarter\b|(?<![第前后上下两几个至到、一二三四\d-])第?([一二三四1-4])季度/giu;

/** What a text says of how often and of quarters; either language may have words of the other. */
export const rhythmsIn = kept((text: string): WrittenRhythms => {
  const plain = text.normalize('NFKC');
  const mentioned = [ENGLISH_MENTIONED, CHINESE_MENTIONED].map((pattern) => plain.match(pattern) ?? []);
  const sure = new Map<string, string>();
  // Each of a pattern's sentences mentions a unit: what mentions none need not be searched for them.
  const patterns = [ENGLISH, CHINESE].filter((_, index) => (mentioned[index] ?? []).length > 0);
  for (const pattern of patterns) {
    for (const [said, ...units] of plain.matchAll(pattern)) {
      const unit = UNITS[units.find((each) => each !== undefined)?.toLowerCase() ?? ''];
      if (unit !== undefined && !sure.has(unit)) sure.set(unit, said);
    }
  }
  const quarters = patterns.length === 0 && !/q[1-4]/i.test(plain) ? [] : plain.matchAll(QUARTERS);
  for (const [said, ...numbers] of quarters) {
    const number = numbers.find((each) => each !== undefined)?.toLowerCase() ?? '';
    sure.set(`Q${NTH[number] ?? number}`, said);
  }
  return { sure, possible: new Set([...sure.keys(), ...mentioned.flat().map((each) => UNITS[each.toLowerCase()] ?? '')]) };
});
