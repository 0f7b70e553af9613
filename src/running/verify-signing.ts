import { loadContract } from '../contract/load-contract.js';
import { loadWorkspace } from '../contract/load-workspace.js';
import { CONTRACTS, contractFolder, TERMS_NAMES, WORKSPACE_FILE } from '../contract/paths.js';
import { PARTIES, type Party } from '../kernel/party.js';
import type { History, HistoryCommit } from '../ports/files.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Agreement } from '../settlement/model.js';
import type { Unproved } from '../settlement/unproved.js';

/** The accounts that could sign for each party. */
type Signing = Readonly<Record<Party, readonly number[]>>;

/**
 * The accounts that statements say have agreed, held against whom the text could let sign that stood when their pull request was
 * merged, as the clone's commits have it: a text that names other people since accuses nobody. Who approved only the forge knows, so
 * what does not fit is named as unproved, and so is who could sign where the commits do not say it.
 */
export async function approverFindings(history: History | null, contract: string, entries: readonly LedgerEntry[]): Promise<Unproved[]> {
  const found = (await history?.of(CONTRACTS)) ?? null;
  const commits = found?.whole === true ? found.commits : [];
  const known = new Map<string, Signing | null>();
  const unproved: Unproved[] = [];
  for (const { statement } of entries) {
    const { agreement } = statement.provenance;
    if (agreement === undefined) continue;
    const { head } = agreement;
    const signing = known.get(head) ?? (history === null ? null : await signingFor(history, { contract, commits, head }));
    known.set(head, signing);
    unproved.push(...approversOf(agreement, signing, [statement.period]));
  }
  return unproved;
}

function approversOf({ pullRequest, head, approvals }: Agreement, signing: Signing | null, periods: Unproved['periods']): Unproved[] {
  if (signing === null) return [{ what: 'signatories-then', periods, params: { pullRequest, commit: head.slice(0, 12) } }];
  const users = new Set(approvals.map(({ user }) => user));
  const listed = new Set(PARTIES.flatMap((party) => signing[party]));
  return [
    ...[...users].flatMap((user): Unproved[] =>
      listed.has(user) ? [] : [{ what: 'approver-unknown', periods, params: { user, pullRequest } }],
    ),
    ...PARTIES.flatMap((party): Unproved[] =>
      signing[party].some((id) => users.has(id)) ? [] : [{ what: `no-approval-${party}`, periods, params: { pullRequest } }],
    ),
  ];
}

interface Wanted {
  readonly contract: string;
  /** Of all contracts and the workspace, oldest first. */
  readonly commits: readonly HistoryCommit[];
  readonly head: string;
}

/**
 * Who could agree to a pull request: those of the text that was there when it was merged; to a new contract those whom it names
 * itself, as far as the workspace of then knows them. Null where it came by no merge that is in the history: then nothing says
 * where it began, and what it changed itself could pass for what was there before.
 */
async function signingFor(history: History, { contract, commits, head }: Wanted): Promise<Signing | null> {
  const at = await mergedAt(history, commits, { head, folder: `${contractFolder(contract)}/` });
  const before = commits[at - 1]?.commit;
  if (at === -1 || before === undefined) return null;
  return (
    (await signingAt(history, contract, { workspace: before, text: before })) ??
    signingAt(history, contract, { workspace: before, text: head })
  );
}

/** The place of the merge that brought a head; -1 where there is none. */
async function mergedAt(
  history: History,
  commits: readonly HistoryCommit[],
  { head, folder }: { readonly head: string; readonly folder: string },
): Promise<number> {
  for (const [at, { commit, files }] of commits.entries()) {
    if (commit === head) return -1;
    if (!files.some(({ path }) => path.startsWith(folder))) continue;
    const standing = await history.standing(head, commit);
    if (standing === 'before') return at;
    if (standing === 'unknown') return -1;
  }
  return -1;
}

/** Null where there is no contract, or one that cannot be read. */
async function signingAt(
  history: History,
  contract: string,
  { workspace: at, text }: { readonly workspace: string; readonly text: string },
): Promise<Signing | null> {
  const { workspace } = loadWorkspace(await history.texts(at, [WORKSPACE_FILE]));
  const paths = TERMS_NAMES.map((file) => `${contractFolder(contract)}/${file}`);
  const parties = loadContract(contract, await history.texts(text, paths)).folder?.terms.contract.parties;
  if (workspace === null || parties === undefined) return null;
  const accounts = (party: Party) =>
    workspace.people.filter(({ id }) => parties[party].signatories.includes(id)).map(({ github }) => github);
  return { brand: accounts('brand'), provider: accounts('provider') };
}
