import { isPeriodFee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import { lineTitle } from '../contract/line-title.js';
import type { Contract } from '../contract/model.js';
import { localText, type Text } from '../kernel/text.js';
import { type Fileable, type FormOffers, offersOf } from './form-offers.js';
import type { Form } from './forms.js';
import { optionTitle } from './option-title.js';
import type { ListName } from './question.js';

/** What the forms know of a contract: its terms as they stand, and what may be filed of it on the day on which they are written. */
export interface FormSource extends Fileable {
  readonly contract: Contract;
}

/** Something that can be chosen, once, however many contracts have it. */
export interface Choice {
  readonly id: string;
  /** What it is called, by each contract that calls it otherwise; empty where it has no name. */
  readonly title: string;
  /** The contracts that have it; empty where all of the form's have. */
  readonly contracts: readonly string[];
}

/** Between what several contracts call one thing: no title has such a bar. */
const OR = ' | ';

/** What can be chosen in a form; null where there is no contract yet, and all is written. */
export interface FormLists {
  /** Of what the contracts have, by question. */
  readonly choices: (question: string, list: ListName) => readonly Choice[];
  /** Whether one of a question's own options would be taken; where nothing of the form would be, each is there. */
  readonly isTaken: (question: string, option: string) => boolean;
}

/**
 * What the contracts offer in a form on the day on which it is written: what would be taken, and of a contract nothing where nothing
 * would be.
 * @param sources ascending by the contracts' ids.
 */
export function formLists(form: Form, sources: readonly FormSource[]): FormLists | null {
  if (sources.length === 0) return null;
  const offering = sources.flatMap((source) => {
    const offers = offersOf(form, source);
    return offers === null ? [] : [{ source, offers }];
  });
  return {
    choices: (question, list) =>
      list === 'contracts'
        ? offering.map(({ source: { contract } }) => ({ id: contract.id, title: titleOf(contract.title), contracts: [] }))
        : merged(offering, question, list),
    isTaken: (question, option) =>
      offering.length === 0 || offering.some(({ offers }) => (offers.get(question) ?? [option]).includes(option)),
  };
}

interface Offering {
  readonly source: FormSource;
  readonly offers: NonNullable<FormOffers>;
}

function merged(offering: readonly Offering[], question: string, list: Exclude<ListName, 'contracts'>): Choice[] {
  const found = new Map<string, { titles: Set<string>; contracts: string[] }>();
  for (const { source, offers } of offering) {
    const { inOrder, title } = LISTS[list];
    for (const id of inOrder(offers.get(question) ?? [], source)) {
      const known = found.get(id) ?? { titles: new Set(), contracts: [] };
      known.titles.add(titleOf(title(id, source)));
      known.contracts.push(source.contract.id);
      found.set(id, known);
    }
  }
  const choices = [...found].map(([id, { titles, contracts }]) => ({
    id,
    title: [...titles].filter((title) => title !== '').join(OR),
    contracts: contracts.length === offering.length ? [] : contracts,
  }));
  return list === 'periods' ? choices.sort((a, b) => (a.id < b.id ? 1 : -1)) : choices;
}

/** How a list is read: its entries in the contract's own order, and what each is called there. */
interface List {
  readonly inOrder: (ids: readonly string[], source: FormSource) => readonly string[];
  readonly title: (id: string, source: FormSource) => Text | null;
}

interface Named {
  readonly id: string;
  readonly title: Text | null;
}

const asOffered = (ids: readonly string[]) => ids;
const named = (items: (contract: Contract) => readonly Named[]): List => ({
  inOrder: asOffered,
  title: (id, { contract }) => items(contract).find((item) => item.id === id)?.title ?? null,
});

const LISTS: { readonly [L in Exclude<ListName, 'contracts'>]: List } = {
  periods: { inOrder: asOffered, title: () => null },
  lines: { inOrder: linesInOrder, title: titleOfLine },
  kpis: named(({ kpis }) => kpis),
  targets: named(({ kpis, fees }) => [...kpis, ...fees]),
  milestones: { inOrder: asOffered, title: titleOfLine },
  duties: named(({ duties }) => duties),
  disputes: {
    inOrder: asOffered,
    title: (id, source) => {
      const dispute = source.can.unresolved.find(({ file }) => file === id);
      return dispute === undefined ? null : titleOfLine(`${dispute.period}/${dispute.line}`, source);
    },
  },
  requests: {
    inOrder: asOffered,
    title: (id, source) => {
      const request = source.can.refusable.find(({ file }) => file === id);
      return request === undefined ? null : titleOfLine(request.milestone, source);
    },
  },
};

/** Lines of the contract's fees in its order, then those about earlier periods, the latest first. */
function linesInOrder(ids: readonly string[], { contract: { fees } }: FormSource): string[] {
  const own = fees.filter(isPeriodFee).flatMap((fee) => [fee.id, ...kindOf(fee).parts.map((part) => `${fee.id}/${part}`)]);
  const ofFees = own.filter((id) => ids.includes(id));
  return [...ofFees, ...ids.filter((id) => !own.includes(id)).sort((a, b) => (a < b ? 1 : -1))];
}

/** A line is called as in a statement. */
function titleOfLine(id: string, { contract: { fees } }: FormSource): Text {
  return { en: lineTitle(fees, id, 'en'), zh: lineTitle(fees, id, 'zh') };
}

/** A title in both languages, where it has both. */
function titleOf(title: Text | null): string {
  if (title === null) return '';
  const [en, zh] = [optionTitle(localText(title, 'en')), optionTitle(localText(title, 'zh'))];
  return en === zh ? en : `${en} / ${zh}`;
}
