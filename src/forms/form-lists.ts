import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { isPeriodFee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Contract } from '../contract/model.js';
import { type PeriodId, shiftPeriod } from '../kernel/calendar.js';
import { termPeriods } from '../kernel/period.js';
import { type Locale, localText, type Text } from '../kernel/text.js';
import { reportText } from '../words/report.js';
import { optionTitle } from './option-title.js';
import type { ListName } from './question.js';

/** What the forms know of a contract: its terms as they stand, and what has happened. */
export interface FormSource {
  readonly contract: Contract;
  readonly events: readonly ContractEvent[];
  /** Earlier periods' lines that the next statement may true up, and the periods of tails that are settled. */
  readonly ledger: { readonly open: readonly { readonly period: PeriodId; readonly line: string }[]; readonly tails: readonly PeriodId[] };
}

/** Something that can be chosen, once, however many contracts have it. */
export interface Choice {
  readonly id: string;
  /** What it is called, where all contracts call it the same; empty where they do not, or it has no name. */
  readonly title: string;
  /** The contracts that have it; empty where all have. */
  readonly contracts: readonly string[];
}

export type FormLists = Readonly<Record<ListName, readonly Choice[]>>;

interface Named {
  readonly id: string;
  readonly title: Text | null;
}

/** Everything that a contract has of each kind, in its own order. It depends on no clock: the same files, the same lists. */
const LISTED: { readonly [L in Exclude<ListName, 'contracts'>]: (source: FormSource) => readonly Named[] } = {
  periods: ({ contract }) => termPeriods(contract.term, contract.calendar.every).map(({ id }) => ({ id, title: null })),
  statements: ({ contract, ledger }) => afterTerm(contract, ledger.tails).map((id) => ({ id, title: null })),
  lines: ({ contract }) =>
    // a tax follows the lines under it, and is neither disputed nor corrected
    contract.fees
      .filter(isPeriodFee)
      .flatMap((fee) => [fee, ...kindOf(fee).parts.map((part) => ({ id: `${fee.id}/${part}`, title: fee.title }))]),
  kpis: ({ contract }) => contract.kpis,
  targets: ({ contract }) => [...contract.kpis, ...contract.fees.filter(({ kind }) => kind === 'wager')],
  milestones: ({ contract, events }) => contract.fees.filter(({ kind, id }) => kind === 'milestone' && !isAccepted(events, id)),
  duties: ({ contract }) => contract.duties,
  disputes: ({ events }) => unanswered(events, 'dispute', ['resolution']),
  requests: ({ events }) =>
    unanswered(
      events.filter((event) => event.kind !== 'acceptance_request' || !isAccepted(events, event.milestone)),
      'acceptance_request',
      ['refusal'],
    ),
};

/** Periods that statements are of: those of the term, and after it as many as are measured again, or have been settled. */
function afterTerm({ term, calendar: { every, trueUpPeriods } }: Contract, settled: readonly PeriodId[]): PeriodId[] {
  const inTerm = termPeriods(term, every).map(({ id }) => id);
  const last = inTerm.at(-1);
  const tails = last === undefined ? [] : Array.from({ length: trueUpPeriods }, (_, index) => shiftPeriod(last, every, index + 1));
  return [...new Set([...inTerm, ...tails, ...settled])];
}

/** Lines of earlier periods as the statement that trues them up names them, the latest period first, with the titles of their fees. */
function trueUps({ contract: { fees }, ledger }: FormSource): Named[] {
  const titles = new Map(fees.map(({ id, title }) => [id, title]));
  return [...ledger.open]
    .sort((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))
    .map(({ period, line }) => {
      const title = titles.get(line.split('/')[0] ?? '') ?? line;
      const named = (locale: Locale) => `${reportText('kind.true-up', locale)} ${localText(title, locale)}`;
      return { id: `true-up/${period}/${line}`, title: { en: named('en'), zh: named('zh') } };
    });
}

/** Files of one kind that no answer has ended, the newest first. */
function unanswered(events: readonly ContractEvent[], kind: ContractEvent['kind'], ends: readonly ContractEvent['kind'][]): Named[] {
  const answered = new Set(events.flatMap((event) => ('answers' in event && ends.includes(event.kind) ? [event.answers] : [])));
  return events
    .filter((event) => event.kind === kind && !answered.has(event.file))
    .map((event) => ({ id: event.file, title: aboutEvent(event) }))
    .reverse();
}

/** An acceptance is final: nothing is asked or answered of its milestone any more. */
function isAccepted(events: readonly ContractEvent[], milestone: string): boolean {
  return events.some((event) => event.kind === 'acceptance' && event.milestone === milestone);
}

function aboutEvent(event: ContractEvent): string | null {
  if (event.kind === 'dispute') return `${event.period} ${event.line}`;
  return event.kind === 'acceptance_request' ? event.milestone : null;
}

/** What the contracts have of everything that a form asks for. @param sources ascending by the contracts' ids. */
export function formLists(sources: readonly FormSource[]): FormLists {
  const contracts = sources.map(({ contract }): Choice => ({ id: contract.id, title: titleOf(contract.title), contracts: [] }));
  const merged = (list: Exclude<ListName, 'contracts'>) => mergedChoices(sources, LISTED[list]);
  const newestFirst = (list: 'periods' | 'statements') => merged(list).sort((a, b) => (a.id < b.id ? 1 : -1));
  return {
    contracts,
    periods: newestFirst('periods'),
    statements: newestFirst('statements'),
    lines: [...merged('lines'), ...mergedChoices(sources, trueUps)],
    kpis: merged('kpis'),
    targets: merged('targets'),
    milestones: merged('milestones'),
    duties: merged('duties'),
    disputes: merged('disputes'),
    requests: merged('requests'),
  };
}

function mergedChoices(sources: readonly FormSource[], list: (source: FormSource) => readonly Named[]): Choice[] {
  const found = new Map<string, { titles: Set<string>; contracts: string[] }>();
  for (const source of sources) {
    for (const { id, title } of list(source)) {
      const known = found.get(id) ?? { titles: new Set(), contracts: [] };
      known.titles.add(titleOf(title));
      known.contracts.push(source.contract.id);
      found.set(id, known);
    }
  }
  return [...found].map(([id, { titles, contracts }]) => ({
    id,
    title: titles.size === 1 ? ([...titles][0] ?? '') : '',
    contracts: contracts.length === sources.length ? [] : contracts,
  }));
}

/** A title in both languages, where it has both. */
function titleOf(title: Text | null): string {
  if (title === null) return '';
  const [en, zh] = [optionTitle(localText(title, 'en')), optionTitle(localText(title, 'zh'))];
  return en === zh ? en : `${en} / ${zh}`;
}
