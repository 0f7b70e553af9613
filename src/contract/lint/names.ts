import { characterList } from '../../kernel/characters.js';
import { strangersIn } from '../../kernel/look-alike.js';
import { excerptOf, LOCALES, localText, type Text } from '../../kernel/text.js';
import { type Alike, alike, type Named } from '../alike.js';
import { type Finding, finding, type LintRule } from './lint-rule.js';
import { type NameList, namesOf, textsOf, type WrittenText } from './texts.js';

const LISTS: readonly NameList[] = ['kpi', 'fee', 'metric', 'duty'];
/** Characters of a name in a message. */
const MOST = 40;

const bothOf = (text: Text): string[] => [...new Set(LOCALES.map((locale) => localText(text, locale)))];

/** KPIs, fees, metrics and duties are told apart by their names, and by their ids. */
const namesDiffer: LintRule = (context) => {
  const named = namesOf(context);
  const { contract, definitions } = context;
  const ids = { kpi: contract.kpis, fee: contract.fees, metric: definitions.metrics, duty: contract.duties };
  return LISTS.flatMap((list): Finding[] => {
    const own = named.filter((each) => each.list === list);
    const found = [
      ...alike(own.map(({ id, text }): Named => ({ id, names: bothOf(text) }))),
      ...alike(ids[list].map(({ id }) => ({ id, names: [id] }))),
    ];
    const once = new Map(found.map((pair) => [`${pair.first} ${pair.second}`, pair]));
    return [...once.values()].map((pair) => alikeFinding(list, pair, own, context.top));
  });
};

function alikeFinding(list: NameList, { first, second, names }: Alike, own: readonly WrittenText[], top: Finding['at']): Finding {
  const at = own.find(({ id }) => id === second)?.at ?? top;
  const shown = names.map((name) => `“${excerptOf(name, MOST)}”`);
  return finding('names-alike', at, { kind: `@kind.${list}`, first, second, names: shown });
}

/** No word of a name is made of two alphabets that look the same. */
const namesOfOneScript: LintRule = (context) => {
  return textsOf(context).flatMap(({ list, id, text, at }): Finding[] => {
    if (list === 'measure') return [];
    const strangers = [...new Set(bothOf(text).flatMap(strangersIn))];
    if (strangers.length === 0) return [];
    return [finding('name-of-two-scripts', at, { kind: `@kind.${list}`, id, characters: characterList(strangers) })];
  });
};

export const NAME_RULES: readonly LintRule[] = [namesDiffer, namesOfOneScript];
