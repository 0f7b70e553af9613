import type { Text } from '../../kernel/text.js';
import type { Clause } from '../model.js';
import type { LintContext } from './lint-rule.js';

/** A text that people wrote into a contract. */
export interface WrittenText {
  /** A phrase of the catalogue for its list, and its id: `@kind.kpi`, `roas`; the field alone where it has none. */
  readonly list: NameList | 'contract' | 'party' | 'measure' | 'expert';
  readonly id: string;
  readonly text: Text;
  readonly at: Clause;
}

/** Lists whose names stand side by side in reports. */
export type NameList = 'kpi' | 'fee' | 'metric' | 'duty';

/** The names of what is measured and paid. */
export function namesOf({ contract, definitions }: LintContext): (WrittenText & { readonly list: NameList })[] {
  return [
    ...contract.kpis.flatMap(({ id, title, clause }) => (title === null ? [] : [{ list: 'kpi' as const, id, text: title, at: clause }])),
    ...contract.fees.flatMap((fee) => {
      const text = 'label' in fee ? fee.label : fee.title;
      return text === null ? [] : [{ list: 'fee' as const, id: fee.id, text, at: fee.clause }];
    }),
    ...contract.duties.map(({ id, title, clause }) => ({ list: 'duty' as const, id, text: title, at: clause })),
    ...definitions.metrics.map(({ id, title, clause }) => ({ list: 'metric' as const, id, text: title, at: clause })),
  ];
}

/** Every text of a contract that has languages. */
export function textsOf(context: LintContext): WrittenText[] {
  const { contract, definitions, top } = context;
  return [
    { list: 'contract', id: contract.id, text: contract.title, at: top },
    { list: 'party', id: 'brand', text: contract.parties.brand.name, at: top },
    { list: 'party', id: 'provider', text: contract.parties.provider.name, at: top },
    { list: 'expert', id: 'expert', text: contract.disputes.expert, at: top },
    ...namesOf(context),
    ...definitions.measures.flatMap(({ id, title, definition, clause }) =>
      [title, definition].flatMap((text) => (text === undefined ? [] : [{ list: 'measure' as const, id, text, at: clause }])),
    ),
  ];
}
