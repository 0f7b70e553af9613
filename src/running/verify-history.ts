import { loadContract } from '../contract/load-contract.js';
import type { Terms } from '../contract/model.js';
import { CONTRACTS, contractFolder, ledgerFolder, TERMS_NAMES } from '../contract/paths.js';
import type { PeriodId } from '../kernel/calendar.js';
import { digest } from '../kernel/canonical.js';
import { type Issue, inFile } from '../kernel/issue.js';
import type { Params } from '../kernel/text.js';
import type { History } from '../ports/files.js';
import { causesOf } from '../settlement/findings.js';
import {
  broughtAt,
  copiesAmong,
  type FolderCommits,
  type HistoryFindings,
  judgeHistory,
  settledAndGone,
  withoutHistory,
} from '../settlement/history-issues.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { firstDifferenceOf } from '../settlement/settle-again.js';
import type { Unproved } from '../settlement/unproved.js';
import { withdrawnEvents, withdrawnUnproved } from '../settlement/withdrawn-events.js';
import { type IssueParams, issue } from '../words/issue.js';
import type { LedgerIssueCode } from '../words/ledger-issues.js';
import { changedHere } from './local-ledger.js';
import { ledgerTextsOf, type ReadContract } from './repository.js';

/** What the history of a clone says of a contract's ledger; without one, what it would have said. */
export async function historyFindings(
  history: History | null,
  contract: ReadContract,
  entries: readonly LedgerEntry[],
  engine: string,
): Promise<HistoryFindings> {
  const folder = contractFolder(contract.id);
  const settled = { folder, entries, events: contract.events };
  const found = history === null ? null : await history.of(folder);
  if (history === null || found === null) {
    const none = withoutHistory('no-history', settled);
    return { ...none, unproved: [...none.unproved, ...termsNow(contract, entries)] };
  }
  const local = await changedHere(history, contract);
  if (!found.whole) {
    const short = withoutHistory('short-history', settled);
    return { ...short, issues: [...short.issues, ...local] };
  }
  const { commits } = found;
  const here = new Map([...contract.texts, ...ledgerTextsOf(contract)]);
  const order = judgeHistory(settled, commits, {
    isCopy: copiesAmong((await history.of(CONTRACTS))?.commits ?? []),
    here: (path) => here.get(path),
  });
  const withdrawn = withdrawnUnproved(withdrawnEvents(folder, commits, (path) => here.get(path)));
  const origin = await origins({ history, folder, commits, engine, here: contract.texts, terms: new Map() }, entries);
  return { issues: [...local, ...order.issues, ...origin.issues], unproved: [...order.unproved, ...withdrawn, ...origin.unproved] };
}

/**
 * What the history says is wrong with a statement or with what it goes on from: for whoever hands it on, who replays it besides.
 * @param period of the statement
 */
export async function wrongUntil(history: History | null, contract: ReadContract, period: PeriodId, engine: string): Promise<Issue[]> {
  const { issues } = await historyFindings(history, contract, contract.ledger, engine);
  const ledger = `${ledgerFolder(contract.id)}/`;
  const periodOf = (path: string) => (path.startsWith(ledger) ? path.slice(ledger.length).split('/')[0] : undefined);
  return causesOf(issues.filter(({ at }) => (periodOf(at.path) ?? period) <= period));
}

/**
 * Contracts that were settled and of which no folder is left: nothing that stands would tell of them.
 * @param ids those that are there
 */
export async function removedContracts(history: History | null, ids: readonly string[]): Promise<readonly string[]> {
  const found = history === null ? null : await history.of(CONTRACTS);
  return found === null || !found.whole ? [] : settledAndGone(found.commits, ids);
}

/** Where nothing says what the text was, the last terms are held against what it is. */
function termsNow({ folder }: ReadContract, entries: readonly LedgerEntry[]): Unproved[] {
  const last = entries.at(-1);
  const difference = folder === null || last === undefined ? null : firstDifferenceOf(last.terms, folder.terms, '');
  return difference === null || last === undefined ? [] : [{ what: 'terms-now', periods: [last.statement.period], params: difference }];
}

interface Origins {
  readonly history: History;
  readonly folder: string;
  readonly commits: FolderCommits;
  readonly engine: string;
  /** The texts that are checked out. */
  readonly here: ReadonlyMap<string, string>;
  /** By commit: the contract's terms as its text says them, null where it has none that can be read. */
  readonly terms: Map<string, Terms | null>;
}

/** Whether statements can come from where they say: from the contract's text of their time, and from a commit before them. */
async function origins(from: Origins, entries: readonly LedgerEntry[]): Promise<HistoryFindings> {
  const issues: Issue[] = [];
  const unproved: Unproved[] = [];
  for (const entry of entries) {
    const { statement } = entry;
    // One of another contract that stands here came from that one's text.
    if (from.folder !== contractFolder(statement.contract)) continue;
    const at = broughtAt(from.folder, from.commits, statement.period);
    const commit = from.commits[at ?? -1]?.commit;
    if (at === null || commit === undefined) continue;
    const path = `${from.folder}/ledger/${statement.period}`;
    const add = <Code extends LedgerIssueCode>(file: string, code: Code, params: IssueParams<Code>) =>
      issues.push(issue(code, inFile(`${path}/${file}`), params));
    const came = { period: statement.period, commit: commit.slice(0, 12) };
    const tell = (what: Unproved['what'], params: Params = {}) => unproved.push({ what, periods: [statement.period], params });
    const terms = await termsProof(from, entry, at);
    if (terms === 'unread') tell('terms-text', { own: from.engine, engine: statement.provenance.engine });
    else if (terms !== 'same') add('terms.json', 'ledger-terms-text', { period: came.period, commit: came.commit, ...terms });
    for (const named of [statement.provenance.commit, statement.provenance.agreement?.head ?? null]) {
      if (named === null) continue;
      const standing = await from.history.standing(named, commit);
      if (standing === 'after')
        add('statement.json', 'ledger-commit-later', { period: came.period, commit: came.commit, found: named.slice(0, 12) });
      else if (standing !== 'before') tell('commit', { commit: named.slice(0, 12) });
    }
  }
  return { issues, unproved };
}

/** Whether a statement's terms are those of the contract's text just before it came, or as it came with it. */
async function termsProof(
  from: Origins,
  { terms, statement }: LedgerEntry,
  at: number,
): Promise<'same' | 'unread' | { readonly pointer: string; readonly found: string; readonly expected: string }> {
  const texts = [await termsAt(from, at - 1), await termsAt(from, at)].filter((each) => each !== null);
  if (texts.some((each) => digest(each) === digest(terms))) return 'same';
  const last = texts.at(-1);
  // Another version may read the same text into other terms: a default that is new, a pack that says more.
  if (last === undefined || statement.provenance.engine !== from.engine) return 'unread';
  return firstDifferenceOf(terms, last, '') ?? 'same';
}

async function termsAt({ history, folder, commits, here, terms }: Origins, at: number): Promise<Terms | null> {
  const isTerms = (path: string) => TERMS_NAMES.some((file) => path.startsWith(`${folder}/${file}`));
  const changed = commits.slice(0, at + 1).findLast(({ files }) => files.some(({ path }) => isTerms(path)))?.commit;
  if (changed === undefined) return null;
  const known = terms.get(changed);
  if (known !== undefined) return known;
  const texts = await history.texts(
    changed,
    TERMS_NAMES.map((file) => `${folder}/${file}`),
    here,
  );
  const read = loadContract(folder.slice(`${CONTRACTS}/`.length), texts).folder?.terms ?? null;
  terms.set(changed, read);
  return read;
}
