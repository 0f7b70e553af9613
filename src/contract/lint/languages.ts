import { someOf } from '../../kernel/some-of.js';
import { excerptOf, type Filler } from '../../kernel/text.js';
import { type Finding, finding, type LintRule } from './lint-rule.js';
import { textsOf } from './texts.js';
import { numbersIn, rangesIn } from './written-numbers.js';
import { rhythmsIn, type WrittenRhythms } from './written-rhythms.js';

/** Numbers that a message names. */
const MOST = 5;
/** Characters of each: a number may have as many digits as its author likes. */
const MOST_SHOWN = 40;

/** Both languages of a text name the same numbers, the ends of a range in one order, and no different rhythms or quarters. */
export const languagesAgree: LintRule = (context) => {
  return textsOf(context).flatMap(({ list, id, text, at }): Finding[] => {
    if (typeof text === 'string' || text.en === text.zh) return [];
    const [en, zh] = [numbersIn(text.en), numbersIn(text.zh)];
    const turned = turnedRanges(text.en, text.zh);
    const rhythms = otherRhythms(rhythmsIn(text.en), rhythmsIn(text.zh));
    const onlyEn = [...en.sure.filter((number) => !zh.possible.has(number)), ...turned.map(([from, to]) => `${from}–${to}`)];
    const onlyZh = [...zh.sure.filter((number) => !en.possible.has(number)), ...turned.map(([from, to]) => `${to}–${from}`)];
    if (onlyEn.length + onlyZh.length + rhythms.en.length === 0) return [];
    const shown = { en: listed(onlyEn, rhythms.en), zh: listed(onlyZh, rhythms.zh) };
    return [finding('languages-differ', at, { kind: `@kind.${list}`, id, ...shown })];
  });
};

/** Ranges that the one text has from low to high and the other only from high to low, or the other way: one of them is a slip. */
function turnedRanges(en: string, zh: string): (readonly [from: string, to: string])[] {
  const [ours, theirs] = [rangesIn(en), rangesIn(zh)];
  const has = (ranges: typeof ours, [from, to]: readonly [string, string]) => ranges.some((each) => each[0] === from && each[1] === to);
  return ours.filter(([from, to]) => from !== to && has(theirs, [to, from]) && !has(theirs, [from, to]) && !has(ours, [to, from]));
}

/** What each language says of how often, or of which quarter, where the other surely says something else. */
function otherRhythms(en: WrittenRhythms, zh: WrittenRhythms): { readonly en: readonly string[]; readonly zh: readonly string[] } {
  const onlyIn = (one: WrittenRhythms, other: WrittenRhythms, isQuarter: boolean) =>
    [...one.sure].flatMap(([key, said]) => (/^Q\d/.test(key) === isQuarter && !other.possible.has(key) ? [said] : []));
  const both = [true, false]
    .map((isQuarter) => ({ en: onlyIn(en, zh, isQuarter), zh: onlyIn(zh, en, isQuarter) }))
    .filter((only) => only.en.length > 0 && only.zh.length > 0);
  return { en: both.flatMap((only) => only.en), zh: both.flatMap((only) => only.zh) };
}

/** Numbers grouped by thousands, then words as they stand. */
function listed(found: readonly string[], words: readonly string[]): Filler {
  const grouped = (number: string) => number.replace(/(?<![\d.])\d+/g, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  const all = [...found.map((number) => grouped(excerptOf(number, MOST_SHOWN))), ...words.map((word) => excerptOf(word, MOST_SHOWN))];
  return all.length === 0 ? '–' : someOf(all, MOST);
}
