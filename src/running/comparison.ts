import { amend } from '../amendment/amend.js';
import { classify } from '../amendment/classify.js';
import { diffDocuments } from '../amendment/diff-terms.js';
import { toldTerms } from '../amendment/told-terms.js';
import { workspacePlace } from '../contract/load-workspace.js';
import { CONTRACT_NAME, contractFolder, DEFINITIONS_NAME, eventsFolder, WORKSPACE_FILE } from '../contract/paths.js';
import type { LocalDate } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import { quoteOf } from '../outlook/quote.js';
import type { ReadableFiles } from '../ports/files.js';
import { accessChanges } from '../provision/access-changes.js';
import { grantsOf } from '../provision/grants.js';
import type { Grant } from '../provision/model.js';
import type { RecordChange, ReportedAmendment, ReportedProposal, WorkspaceChange } from '../report/amendment.js';
import { ofFiled } from '../words/issue.js';
import type { CommandContext } from './context.js';
import { lintOf } from './lint.js';
import { readWorkspace } from './read-workspace.js';
import { ledgerTextsOf, listContracts, type ReadContract, readContract, sameTexts } from './repository.js';

/** One contract in both texts; null where a text does not have it. */
export interface Pair {
  readonly before: ReadContract | null;
  readonly after: ReadContract | null;
}

/**
 * The contracts of two repositories by their ids, as far as either of them has the folder. Of one whose every text is the same nothing is
 * kept but what is wrong with it: the ledgers of many contracts are more than one can hold.
 */
export async function readPairs(base: ReadableFiles, head: ReadableFiles, wanted: (id: string) => boolean): Promise<Pair[]> {
  const [old, now] = [await listContracts(base), await listContracts(head)];
  const ids = [...new Set([...old, ...now])].filter(wanted).sort();
  const pairs: Pair[] = [];
  for (const id of ids) {
    const before = old.includes(id) ? await readContract(base, id) : null;
    const after = now.includes(id) ? await readContract(head, id) : null;
    const isSame =
      before !== null && after !== null && sameTexts(before.texts, after.texts) && sameTexts(ledgerTextsOf(before), ledgerTextsOf(after));
    pairs.push(
      isSame ? { before: withoutRecords(before), after: withoutRecords(after) } : { before, after: withFiledEvents(before, after) },
    );
  }
  return pairs;
}

/**
 * The new text, where an event that the old one has word for word, and finds right, is wrong by something else that changes: nobody is told
 * to edit it. Of an old text with errors nobody can say that it found an event right.
 */
function withFiledEvents(before: ReadContract | null, after: ReadContract | null): ReadContract | null {
  if (before === null || after === null || before.folder === null) return after;
  const root = `${eventsFolder(after.id)}/`;
  const wrong = new Set(before.issues.map(({ code, at }) => `${code} ${at.path}`));
  const isFiled = ({ code, at }: Issue) =>
    at.path.startsWith(root) && before.texts.get(at.path) === after.texts.get(at.path) && !wrong.has(`${code} ${at.path}`);
  return { ...after, issues: ofFiled(after.issues, isFiled) };
}

function withoutRecords(contract: ReadContract): ReadContract {
  return { ...contract, ledger: [], ledgerFolders: [] };
}

/**
 * The amendment of one contract; nothing where neither its terms nor its records differ.
 * @param histories whether both texts are repositories: the folder of one contract is a text, and what it does not bring of
 * events and statements was not removed.
 */
export function amendmentOf(context: CommandContext, pair: Pair, histories: boolean): ReportedAmendment[] {
  const { before, after } = pair;
  const [base, head] = [before?.folder?.terms ?? null, after?.folder?.terms ?? null];
  const terms = head ?? base;
  if (terms === null) return [];
  // A repository whose ledger lies only on one side is compared with that history.
  const history = before !== null && before.ledger.length > 0 ? before : (after ?? before);
  const asOf = context.asOf ?? context.today(terms.contract.calendar.timezone);
  const records = before === null || after === null ? [] : changedRecords(before, after, histories);
  const amendment = amend({
    base,
    head,
    asOf,
    ledger: history?.ledger ?? [],
    events: history?.events ?? [],
    filed: [before, after].flatMap((side) => side?.events ?? []),
    firstSigned: null,
    recordsChanged: records.map(({ path }) => path),
  });
  const quiet = amendment.class === null && sameTerms(before, after);
  const quote = base === null && head !== null ? { quote: quoteOf(head) } : {};
  const told = base === null || head === null ? terms : toldTerms(base, head);
  return quiet ? [] : [{ amendment, terms: told, access: accessChanges(granted(before, asOf), granted(after, asOf)), records, ...quote }];
}

/** What a text lets the parties' members see. */
function granted(side: ReadContract | null, asOf: LocalDate): Grant[] {
  return side === null || side.folder === null ? [] : grantsOf({ folder: side.folder, texts: side.texts }, asOf);
}

/** Events and statements of the old text that the new one edits or, where both are repositories, leaves out. */
function changedRecords(before: ReadContract, after: ReadContract, histories: boolean): RecordChange[] {
  const now = recordTexts(after);
  return [...recordTexts(before)].flatMap(([path, text]) => {
    const there = now.get(path) ?? null;
    return there === text || (there === null && !histories) ? [] : [{ path, before: text, after: there }];
  });
}

/** The texts of a contract's events and statements, by their paths. */
export function recordTexts(contract: ReadContract): ReadonlyMap<string, string> {
  const events = [...contract.texts].filter(([path]) => path.startsWith(`${eventsFolder(contract.id)}/`));
  return new Map([...events, ...ledgerTextsOf(contract)]);
}

/** What lint and check warn of in the new text and did not in the old one, on whatever line it stood there. */
export function addedWarnings({ before, after }: Pair): Issue[] {
  const saying = ({ code, params, at }: Issue) => JSON.stringify([code, params, at.path]);
  const known = new Set(before === null ? [] : warningsOf(before).map(saying));
  return after === null ? [] : warningsOf(after).filter((issue) => !known.has(saying(issue)));
}

function warningsOf(contract: ReadContract): readonly Issue[] {
  return [...lintOf(contract), ...contract.issues.filter(({ severity }) => severity === 'warning')];
}

function sameTerms(before: ReadContract | null, after: ReadContract | null): boolean {
  const text = (side: ReadContract | null, file: string) => side?.texts.get(`${contractFolder(side.id)}/${file}`);
  return [CONTRACT_NAME, DEFINITIONS_NAME].every((file) => text(before, file) === text(after, file));
}

/** What changes of the workspace; nothing where one of the texts has none that can be read. */
export async function workspaceChanges(base: ReadableFiles, head: ReadableFiles): Promise<WorkspaceChange[]> {
  const read = async (files: ReadableFiles) => {
    const { workspace, texts } = await readWorkspace(files);
    if (workspace === null) return null;
    const people = Object.fromEntries(workspace.people.map((person) => [person.id, person]));
    return { document: { ...workspace, people }, text: texts.get(WORKSPACE_FILE) ?? null };
  };
  const [before, after] = [await read(base), await read(head)];
  if (before === null || after === null) return [];
  const place = ({ text }: { readonly text: string | null }, path: readonly string[]) =>
    text === null ? null : workspacePlace(text, path);
  return diffDocuments(before.document, after.document).map((change) => {
    const clauses = {
      before: change.kind === 'added' ? null : place(before, change.path),
      after: change.kind === 'removed' ? null : place(after, change.path),
    };
    return { ...change, class: classify(change), clauses };
  });
}

/** A proposal as a JSON document: each contract's amendment with who sees what by it, the workspace's changes, and what the record gains. */
export function proposalDocument({ contracts, workspace, added }: ReportedProposal) {
  return {
    contracts: contracts.map(({ amendment, access }) => ({ ...amendment, access })),
    workspace,
    events: added.events.map(({ contract, event }) => ({ contract, ...event })),
    ledger: added.ledger,
  };
}
