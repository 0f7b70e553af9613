import { dataOwners, measuresOtherwise } from '../amendment/data-owners.js';
import { diffTerms } from '../amendment/diff-terms.js';
import { WORKSPACE_FILE } from '../contract/load-workspace.js';
import type { ContractEvent } from '../contract/model.js';
import { type PeriodId, periodDays, shiftPeriod } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import { ShellError } from '../ports.js';
import type { ContractScore, ProposedScore, ReportedScore } from '../report/scorecard-comment.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { addedEvents, type Pair } from './comparison.js';
import type { CommandContext } from './context.js';
import { reportContext } from './report-context.js';
import type { ReadContract } from './repository.js';
import { periodFor, type Scored, scorePeriod } from './score.js';
import { asOfFor } from './settlement-run.js';

/** Which parties have approved the very commit that is read, for a contract. */
export type ApprovedBy = (contract: string) => Promise<ReadonlySet<Party>>;

/**
 * How a contract stands by the default branch's text, and, where the pull request measures otherwise and whoever keeps the
 * data has approved that very commit, how it would stand by the proposed one. No other text of a pull request ever reaches a
 * warehouse.
 * @param approvedBy null where nothing is to be measured for whoever opened the pull request.
 */
export async function scoreContract(context: CommandContext, pair: Pair, approvedBy: ApprovedBy | null): Promise<ContractScore> {
  const { before, after } = pair;
  const contract = (after ?? before)?.id ?? '';
  if (before === null) return { contract, current: { kind: 'new' }, over: null, proposed: { kind: 'same' } };
  if (before.folder === null)
    return { contract, current: { kind: 'errors' }, over: lastOver(before.ledger, before.events), proposed: { kind: 'same' } };
  if (approvedBy === null)
    return { contract, current: { kind: 'outside' }, over: lastOver(before.ledger, before.events), proposed: { kind: 'same' } };
  const { current, over } = await runningScore(context, before);
  return { contract, current, over, proposed: await proposedScore(context, pair, approvedBy) };
}

async function runningScore(context: CommandContext, contract: ReadContract): Promise<Pick<ContractScore, 'current' | 'over'>> {
  const period = periodFor(context, contract, null);
  const scored = typeof period === 'string' ? await measured(context, contract, period) : { card: null, issues: [period.issue] };
  if (scored.card === null)
    return { current: { kind: 'unmeasured', issues: scored.issues }, over: lastOver(contract.ledger, contract.events) };
  return { current: { kind: 'measured', card: scored.card, context: scored.report }, over: lastOver(scored.before, contract.events) };
}

/** The newest statement that was about days: a tail has no KPIs. */
function lastOver(statements: readonly LedgerEntry[], events: readonly ContractEvent[]): ReportedScore | null {
  const index = statements.findLastIndex(({ statement }) => !statement.tail);
  const entry = statements[index];
  return entry === undefined ? null : { card: entry.statement, context: reportContext(entry, statements.slice(0, index), events) };
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
  const period = comparedPeriod(context, before);
  if (typeof period !== 'string') return { kind: 'unmeasured', issues: [period.issue] };
  const old = await measured(context, unsettledFrom(before, period), period);
  const now = await measured(context, unsettledFrom(onTrustedData(after, before), period), period);
  if (old.card === null || now.card === null)
    return { kind: 'unmeasured', issues: [old, now].flatMap((side) => (side.card === null ? side.issues : [])) };
  const sideOf = ({ card, report }: typeof old) => ({ card, terms: report.terms });
  return { kind: 'measured', before: sideOf(old), after: sideOf(now) };
}

/** The last period that is over, whose data can be complete; the first one where none is. */
function comparedPeriod(context: CommandContext, contract: ReadContract): ReturnType<typeof periodFor> {
  const running = periodFor(context, contract, null);
  if (contract.folder === null || typeof running !== 'string') return running;
  const { calendar } = contract.folder.terms.contract;
  const days = periodDays(running, calendar.every);
  const isOver = days !== null && days.to < asOfFor(context, calendar.timezone);
  const earlier = periodFor(context, contract, shiftPeriod(running, calendar.every, -1));
  return isOver || typeof earlier !== 'string' ? running : earlier;
}

/** A contract as it was before a period was settled: each text is tried on it, not the one it was settled on. */
function unsettledFrom(contract: ReadContract, period: PeriodId): ReadContract {
  return { ...contract, ledger: contract.ledger.filter(({ statement }) => statement.period < period) };
}

/** What keeps a period from being measured is told, and keeps nothing else from being told. */
async function measured(context: CommandContext, contract: ReadContract, period: PeriodId): Promise<Scored> {
  const known = periodFor(context, contract, period);
  if (typeof known !== 'string') return { card: null, issues: [known.issue] };
  try {
    return await scorePeriod(context, contract, period);
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    return { card: null, issues: error.issues };
  }
}

/** A proposed contract over the data of the default branch: where the data is, is not for the contract's parties to say. */
function onTrustedData(after: ReadContract, before: ReadContract): ReadContract {
  const texts = new Map(after.texts);
  const workspace = before.texts.get(WORKSPACE_FILE);
  if (workspace === undefined) texts.delete(WORKSPACE_FILE);
  else texts.set(WORKSPACE_FILE, workspace);
  return { ...after, texts };
}
