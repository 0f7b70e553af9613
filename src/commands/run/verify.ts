import { contractFolder, eventsFolder, ledgerFolder } from '../../contract/paths.js';
import type { Issue } from '../../kernel/issue.js';
import type { Filler, Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { History } from '../../ports/files.js';
import { type ToldLine, toldLine, toldLines } from '../../report/blocks.js';
import { type ChangedTerm, changedTermLines, changedTerms } from '../../report/terms-since.js';
import { unprovedLine } from '../../report/verify.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { replayTools } from '../../running/replay-proposed.js';
import { ledgerTextsOf, type ReadContract, readContract } from '../../running/repository.js';
import { selectIds } from '../../running/select.js';
import { historyFindings, removedContracts } from '../../running/verify-history.js';
import { approverFindings } from '../../running/verify-signing.js';
import { type Finding, findingsOf } from '../../settlement/findings.js';
import type { LedgerEntry } from '../../settlement/ledger-entry.js';
import type { Agreement } from '../../settlement/model.js';
import { replayLedger } from '../../settlement/replay.js';
import { gathered, type Unproved } from '../../settlement/unproved.js';
import { commandText } from '../../words/command-text.js';
import { describe } from '../../words/issue.js';

interface Verified {
  readonly contract: string;
  readonly statements: number;
  /** The first and the last; null where nothing is settled. */
  readonly first: string | null;
  readonly last: string | null;
  readonly digest: string | null;
  readonly issues: readonly Finding[];
  readonly unproved: readonly Unproved[];
  /** Clauses that a statement was settled on otherwise than the one before it. */
  readonly changed: readonly ChangedTerm[];
}

/**
 * `concord verify`: replays every statement from the ledger and the events alone, offline, asks the clone's history what it knows of
 * their order, and names what nobody can know here.
 * @param history null where there is no git: then it is said what it would have shown.
 */
export async function verify(context: CommandContext, contract: string | null, history: History | null = null): Promise<Outcome> {
  const { ids, issues: missing } = await selectIds(context, contract, 'yet');
  const removed = contract === null ? await removedContracts(history, ids) : [];
  // Where all contracts are gone, the history says of each that it is.
  if (missing.length > 0 && removed.length === 0) return failed(missing, new Map(), 2);
  const looked: Verified[] = [];
  const texts = new Map<string, string>();
  for (const id of [...ids, ...removed]) {
    const read = await readContract(context.files, id);
    const each = await verifyContract(context, read, history);
    looked.push(each);
    // The ledgers of many contracts are more than one can hold: only those that something is told of.
    if (each.issues.length > 0) for (const [path, text] of ledgerTextsOf(read)) texts.set(path, text);
  }
  const verified = withoutRenamed(looked, removed);
  const found = verified.flatMap(({ issues }) => issues);
  const ended = found.length > 0 ? 1 : 0;
  const report: Report = {
    document: () => ({ contracts: verified.map((each) => ({ ...each, changed: each.changed.map(({ text: _, ...rest }) => rest) })) }),
    blocks: (locale) => [toldLines(...linesOf(verified, locale))],
    namesIssues: true,
  };
  return { ended, report, issues: found, texts };
}

/** Without contracts of which nothing is left where they belong, since their folder was renamed, and those that were put back as they were. */
function withoutRenamed(looked: readonly Verified[], removed: readonly string[]): Verified[] {
  const homes = new Set(looked.flatMap(({ issues }) => issues.flatMap(({ params }) => params.home ?? [])));
  return looked.flatMap((each): Verified[] => {
    if (!removed.includes(each.contract)) return [each];
    const isTold = each.issues.length > 0 && !homes.has(contractFolder(each.contract));
    // There is no text of it that could be checked.
    return isTold ? [{ ...each, unproved: [] }] : [];
  });
}

/** What the contract says now against what its ledger was settled with. */
const OF_THE_CONTRACT: ReadonlySet<string> = new Set(['settled-currency-changed', 'settled-calendar-changed']);

/** Something that cannot be looked into in the place of a contract, its ledger or its events, or in these: what lies behind it nobody proves. */
function isHidden(id: string, { code, at }: Issue): boolean {
  const places = [ledgerFolder(id), eventsFolder(id)];
  return code === 'not-a-file' && (at.path === contractFolder(id) || places.some((place) => `${at.path}/`.startsWith(`${place}/`)));
}

async function verifyContract(context: CommandContext, contract: ReadContract, history: History | null): Promise<Verified> {
  const { id, ledgerFolders } = contract;
  const replay = replayLedger(ledgerFolders, replayTools(contract, context.version));
  const past = await historyFindings(history, contract, replay.entries, context.version);
  // Where periods are missing, the contract is not to blame for how its ledger begins.
  const hasGap = replay.issues.some(({ code }) => code === 'ledger-gap');
  const now = contract.issues.filter((issue) => isHidden(id, issue) || (!hasGap && OF_THE_CONTRACT.has(issue.code)));
  const last = replay.entries.at(-1)?.statement ?? null;
  const approvers = await approverFindings(history, id, replay.entries);
  const isNews = (issue: Issue) => !replay.issues.some(({ code, at }) => code === issue.code && at.path === issue.at.path);
  return {
    contract: id,
    statements: replay.entries.length,
    first: replay.entries[0]?.statement.period ?? null,
    last: last?.period ?? null,
    digest: last?.digest ?? null,
    issues: findingsOf([...replay.issues, ...[...past.issues, ...now].filter(isNews)]),
    unproved: gathered([
      ...unreadNow(contract),
      ...replay.unproved,
      ...past.unproved,
      ...replay.entries.flatMap(claimsOf),
      ...approvers,
      ...copyOf(replay.entries),
    ]),
    changed: replay.entries.flatMap((entry, index) => changedTerms(replay.entries[index - 1], entry)),
  };
}

/** Statements stand by themselves: a contract that cannot be read now is said, and accuses none of them. */
function unreadNow({ id, issues }: ReadContract): Unproved[] {
  const isTold = (issue: Issue) =>
    OF_THE_CONTRACT.has(issue.code) || isHidden(id, issue) || issue.at.path.startsWith(`${ledgerFolder(id)}/`);
  const own = issues.filter((issue) => issue.severity === 'error' && !isTold(issue));
  return own.length === 0 ? [] : [{ what: 'contract-unread', periods: [], params: { contract: id } }];
}

/** What a statement says of where it comes from: nothing in a clone can prove it. */
function claimsOf({ statement }: LedgerEntry): Unproved[] {
  const { engine, warehouse, commit, agreement } = statement.provenance;
  const periods = [statement.period];
  return [
    { what: 'evidence', periods, params: { warehouse } },
    { what: 'engine', periods, params: { engine } },
    { what: 'as-of', periods, params: {} },
    ...(commit === null ? [{ what: 'no-commit' as const, periods, params: {} }] : []),
    agreement === undefined
      ? { what: 'no-agreement', periods, params: {} }
      : { what: 'agreement', periods, params: { pullRequest: agreement.pullRequest, accounts: accountsOf(agreement) } },
  ];
}

function accountsOf({ approvals }: Agreement): Filler {
  return approvals.length === 0 ? '-' : [...new Set(approvals.map(({ user }) => user))].sort((a, b) => a - b).map(String);
}

function copyOf(entries: readonly LedgerEntry[]): Unproved[] {
  const last = entries.at(-1)?.statement;
  return last === undefined
    ? []
    : [{ what: 'copy', periods: entries.map(({ statement }) => statement.period), params: { digest: last.digest } }];
}

function linesOf(verified: readonly Verified[], locale: Locale): ToldLine[] {
  if (verified.length === 0) return [toldLine(commandText('no-contract-yet', locale))];
  const broken = verified.filter(({ issues }) => issues.length > 0).length;
  const statements = verified.reduce((sum, each) => sum + each.statements, 0);
  const all = commandText(broken > 0 ? 'verify-all-broken' : 'verify-all-good', locale, { contracts: verified.length, broken, statements });
  // With one contract its own line says it.
  return [...(verified.length === 1 ? [] : [toldLine(all)]), ...verified.flatMap((each) => contractLines(each, locale))];
}

function contractLines({ contract, statements, first, last, issues, unproved, changed }: Verified, locale: Locale): ToldLine[] {
  const key = issues.length > 0 ? 'verify-broken' : statements === 0 ? 'verify-empty' : 'verify-good';
  const periods = first === last ? (last ?? '-') : `${first} – ${last}`;
  const follows = issues.flatMap((finding) => finding.follows);
  return [
    toldLine(commandText(key, locale, { contract, statements, periods, issues: issues.length })),
    ...points(
      'verify-follows',
      locale,
      follows.map((issue) => describe(issue, locale).text),
    ),
    ...[...new Set(changed.map(({ period }) => period))].flatMap((of) =>
      changedTermLines(
        changed.filter(({ period }) => period === of),
        locale,
      ),
    ),
    ...points(
      'verify-unproved',
      locale,
      unproved.map((each) => unprovedLine(each, locale)),
    ),
  ];
}

function points(title: 'verify-follows' | 'verify-unproved', locale: Locale, texts: readonly string[]): ToldLine[] {
  const listed = texts.map((text): ToldLine => ({ ...toldLine(text), point: true }));
  return listed.length === 0 ? [] : [toldLine(commandText(title, locale)), ...listed];
}
