import { dataOwners, measuresOtherwise } from '../amendment/data-owners.js';
import { diffTerms } from '../amendment/diff-terms.js';
import { WORKSPACE_FILE } from '../contract/load-workspace.js';
import type { Party } from '../kernel/party.js';
import { ShellError } from '../ports.js';
import type { ContractScore, CurrentScore, ProposedScore, ReportedScore } from '../report/scorecard-comment.js';
import { addedEvents, type Pair } from './comparison.js';
import type { CommandContext } from './context.js';
import { reportContext } from './report-context.js';
import type { ReadContract } from './repository.js';
import { periodFor, scorePeriod } from './score.js';

/** Which parties have approved the very commit that is read, for a contract. */
export type ApprovedBy = (contract: string) => Promise<ReadonlySet<Party>>;

/**
 * The running period of a contract by the default branch's text, and, where the pull request measures otherwise and whoever
 * keeps the data has approved that very commit, by the proposed one. No other text of a pull request ever reaches a warehouse.
 */
export async function scoreContract(context: CommandContext, pair: Pair, approvedBy: ApprovedBy): Promise<ContractScore> {
  const { before, after } = pair;
  const contract = (after ?? before)?.id ?? '';
  const settled = lastSettled(before);
  if (before === null) return { contract, settled, current: { kind: 'new' }, proposed: { kind: 'same' } };
  if (before.folder === null) return { contract, settled, current: { kind: 'errors' }, proposed: { kind: 'same' } };
  const current = await measure(context, before);
  return { contract, settled, current, proposed: await proposedScore(context, pair, approvedBy) };
}

/** The newest statement that was about days: a tail has no KPIs. */
function lastSettled(before: ReadContract | null): ReportedScore | null {
  const ledger = before?.ledger ?? [];
  const index = ledger.findLastIndex(({ statement }) => !statement.tail);
  const entry = ledger[index];
  return entry === undefined ? null : { card: entry.statement, context: reportContext(entry.terms, ledger.slice(0, index)) };
}

async function proposedScore(context: CommandContext, pair: Pair, approvedBy: ApprovedBy): Promise<ProposedScore> {
  const { before, after } = pair;
  if (before?.folder == null || after?.folder == null) return { kind: 'same' };
  const [base, head] = [before.folder.terms, after.folder.terms];
  const changes = diffTerms(base, head);
  const exclusions = addedEvents(pair).filter(({ kind }) => kind === 'exclusion');
  if (!measuresOtherwise(changes, exclusions.length)) return { kind: 'same' };
  const approved = await approvedBy(after.id);
  const missing = dataOwners(base.definitions, changes).filter((party) => !approved.has(party));
  if (missing.length > 0) return { kind: 'waits', parties: missing };
  const measured = await measure(context, onTrustedData(after, before));
  if (measured.kind === 'unmeasured') return measured;
  return { kind: 'measured', side: { card: measured.card, terms: measured.context.terms } };
}

/** One contract's running period; what keeps it from being measured is told, and keeps nothing else from being told. */
async function measure(context: CommandContext, contract: ReadContract): Promise<Measured> {
  const period = periodFor(context, contract, null);
  if (typeof period !== 'string') return { kind: 'unmeasured', issues: [period.issue] };
  try {
    const scored = await scorePeriod(context, contract, period);
    if (scored.card === null) return { kind: 'unmeasured', issues: scored.issues };
    return { kind: 'measured', card: scored.card, context: scored.report };
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    return { kind: 'unmeasured', issues: error.issues };
  }
}

type Measured = Extract<CurrentScore, { readonly kind: 'measured' | 'unmeasured' }>;

/** A proposed contract over the data of the default branch: where the data is, is not for the contract's parties to say. */
function onTrustedData(after: ReadContract, before: ReadContract): ReadContract {
  const texts = new Map(after.texts);
  const workspace = before.texts.get(WORKSPACE_FILE);
  if (workspace === undefined) texts.delete(WORKSPACE_FILE);
  else texts.set(WORKSPACE_FILE, workspace);
  return { ...after, texts };
}
