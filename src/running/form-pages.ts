import { movableTargets } from '../amendment/movable-targets.js';
import { type EventKind, eventKinds } from '../contract/event-kinds/event-kinds.js';
import { contractFile } from '../contract/paths.js';
import type { FormSource } from '../forms/form-lists.js';
import { formPages } from '../forms/form-page.js';
import { setTarget } from '../forms/set-target.js';
import { type LocalDate, periodOf } from '../kernel/calendar.js';
import type { ReadableFiles } from '../ports/files.js';
import { nameableOn } from '../settlement/nameable.js';
import { timeline } from '../settlement/timeline.js';
import { aboutNothing } from './about-nothing.js';
import { listContracts, type ReadContract, readContract } from './repository.js';

/** The issue forms as the contracts ask for them, and the contracts that have errors and so are in none. */
export interface WantedForms {
  /** Path → text. */
  readonly pages: ReadonlyMap<string, string>;
  readonly without: readonly string[];
}

/** The day on which the forms are written, in a contract's zone. */
export type DayIn = (zone: string) => LocalDate;

/** Only a witness names the engine, and no form asks for one. */
const NO_ENGINE = '';

/** The forms of contracts that have been read, whose order counts. One with an error keeps the forms from none of the others. */
export function formsOf(contracts: readonly ReadContract[], dayIn: DayIn): WantedForms {
  const sources = contracts.flatMap((contract) => sourceOf(contract, dayIn) ?? []);
  const without = contracts.flatMap(({ id, folder }) => (folder === null ? [id] : []));
  return { pages: formPages(sources), without };
}

/** What may be filed of a contract on the day: the same as `concord event` says. */
function sourceOf(contract: ReadContract, dayIn: DayIn): FormSource | null {
  const { folder, ledger } = contract;
  if (folder === null) return null;
  const { terms, events } = folder;
  const date = dayIn(terms.contract.calendar.timezone);
  const kinds = Object.keys(eventKinds).filter((kind): kind is EventKind => Object.hasOwn(eventKinds, kind));
  return {
    contract: terms.contract,
    can: nameableOn({ terms, events, ledger }, date, NO_ENGINE),
    kinds: kinds.filter((kind) => aboutNothing(kind, contract, date) === null),
    targets: targetsOf(contract, date),
  };
}

/** The targets that a form can move from some period of the term on that has not been ended before. */
function targetsOf({ id, folder, ledger, texts }: ReadContract, asOf: LocalDate): FormSource['targets'] {
  if (folder === null) return [];
  const { terms, events } = folder;
  const { term, calendar } = terms.contract;
  const ends = timeline(terms.contract, events).termination?.on ?? null;
  const settled = new Set(ledger.map(({ statement }) => statement.period));
  const firstPeriod = periodOf(term.from, calendar.every);
  const text = texts.get(contractFile(id)) ?? '';
  return movableTargets(terms, { asOf, settled }, ends).flatMap(({ id: target, from }) => {
    const [first] = from;
    // one that is written in a way that only a person can edit is in no list
    const canEdit = first !== undefined && setTarget(text, { target, from: first, value: '-1', firstPeriod }).kind === 'edited';
    return canEdit ? [{ id: target, from }] : [];
  });
}

/** The forms of all contracts in a repository. */
async function wantedForms(files: ReadableFiles, dayIn: DayIn): Promise<WantedForms> {
  const contracts: ReadContract[] = [];
  for (const id of await listContracts(files)) contracts.push(await readContract(files, id, { evidence: false }));
  return formsOf(contracts, dayIn);
}

/** The forms of a repository, and those of them that it does not have as they are wanted on the day. */
export async function differingForms(
  files: ReadableFiles,
  dayIn: DayIn,
): Promise<WantedForms & { readonly differing: readonly { readonly path: string; readonly text: string }[] }> {
  const wanted = await wantedForms(files, dayIn);
  const differing: { path: string; text: string }[] = [];
  for (const [path, text] of wanted.pages) if ((await files.read(path)) !== text) differing.push({ path, text });
  return { ...wanted, differing };
}
