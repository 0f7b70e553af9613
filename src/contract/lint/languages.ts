import { type Finding, finding, type LintRule } from './lint-rule.js';
import { textsOf } from './texts.js';
import { numbersIn } from './written-numbers.js';

/** Numbers that a message names. */
const MOST = 5;

/** Both languages of a text name the same numbers. */
export const languagesAgree: LintRule = (context) => {
  return textsOf(context).flatMap(({ list, id, text, at }): Finding[] => {
    if (typeof text === 'string' || text.en === text.zh) return [];
    const [en, zh] = [numbersIn(text.en), numbersIn(text.zh)];
    const onlyEn = en.sure.filter((number) => !zh.possible.has(number));
    const onlyZh = zh.sure.filter((number) => !en.possible.has(number));
    if (onlyEn.length + onlyZh.length === 0) return [];
    return [finding('languages-differ', at, { kind: `@kind.${list}`, id, en: listed(onlyEn), zh: listed(onlyZh) })];
  });
};

function listed(numbers: readonly string[]): string {
  const shown = numbers.slice(0, MOST).map((number) => number.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ',')));
  return shown.length === 0 ? '–' : [...shown, ...(numbers.length > MOST ? ['…'] : [])].join(', ');
}
