import type { Terms } from '../contract/model.js';
import { excerptOf, type Text } from '../kernel/text.js';

/** Characters of a name in a sentence: the figures after it must still be seen. */
const MOST_NAME = 80;

function short(text: Text): Text {
  return typeof text === 'string' ? excerptOf(text, MOST_NAME) : { en: excerptOf(text.en, MOST_NAME), zh: excerptOf(text.zh, MOST_NAME) };
}

function shortTitle<T extends { readonly title: Text | null }>(item: T): T {
  return { ...item, title: item.title === null ? null : short(item.title) };
}

/** Terms with every name cut to what a sentence has room for, for reports that other texts must not be pushed out of. */
export function withShortNames(terms: Terms): Terms {
  const { contract, definitions } = terms;
  const { brand, provider } = contract.parties;
  return {
    ...terms,
    contract: {
      ...contract,
      title: short(contract.title),
      parties: { brand: { ...brand, name: short(brand.name) }, provider: { ...provider, name: short(provider.name) } },
      kpis: contract.kpis.map(shortTitle),
      fees: contract.fees.map((fee) => ('label' in fee ? { ...shortTitle(fee), label: short(fee.label) } : shortTitle(fee))),
      duties: contract.duties.map((duty) => ({ ...duty, title: short(duty.title) })),
    },
    definitions: { ...definitions, metrics: definitions.metrics.map((metric) => ({ ...metric, title: short(metric.title) })) },
  };
}
