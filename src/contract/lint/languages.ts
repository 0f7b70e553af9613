import { excerptOf } from '../../kernel/text.js';
import { type Finding, finding, type LintRule } from './lint-rule.js';
import { textsOf } from './texts.js';
import { numbersIn, rangesIn } from './written-numbers.js';

/** Numbers that a message names. */
const MOST = 5;
/** Characters of each: a number may have as many digits as its author likes. */
const MOST_SHOWN = 40;

/** Both languages of a text name the same numbers, and the ends of a range in one order. */
export const languagesAgree: LintRule = (context) => {
  return textsOf(context).flatMap(({ list, id, text, at }): Finding[] => {
    if (typeof text === 'string' || text.en === text.zh) return [];
    const [en, zh] = [numbersIn(text.en), numbersIn(text.zh)];
    const turned = turnedRanges(text.en, text.zh);
    const onlyEn = [...en.sure.filter((number) => !zh.possible.has(number)), ...turned.map(([from, to]) => `${from}–${to}`)];
    const onlyZh = [...zh.sure.filter((number) => !en.possible.has(number)), ...turned.map(([from, to]) => `${to}–${from}`)];
    if (onlyEn.length + onlyZh.length === 0) return [];
    return [finding('languages-differ', at, { kind: `@kind.${list}`, id, en: listed(onlyEn), zh: listed(onlyZh) })];
  });
};

/** Ranges that the one text has from low to high and the other only from high to low, or the other way: one of them is a slip. */
function turnedRanges(en: string, zh: string): (readonly [from: string, to: string])[] {
  const [ours, theirs] = [rangesIn(en), rangesIn(zh)];
  const has = (ranges: typeof ours, [from, to]: readonly [string, string]) => ranges.some((each) => each[0] === from && each[1] === to);
  return ours.filter(([from, to]) => from !== to && has(theirs, [to, from]) && !has(theirs, [from, to]) && !has(ours, [to, from]));
}

function listed(numbers: readonly string[]): string {
  const grouped = (number: string) => number.replace(/(?<![\d.])\d+/g, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  const shown = numbers.slice(0, MOST).map((number) => grouped(excerptOf(number, MOST_SHOWN)));
  return shown.length === 0 ? '–' : [...shown, ...(numbers.length > MOST ? ['…'] : [])].join(', ');
}
