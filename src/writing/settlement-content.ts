import type { PeriodId } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import {
  commitsBy,
  type FoundProposal,
  ledgerFilesAt,
  ledgerFolder,
  PREVIEW_FILE,
  proposedEntry,
  settlementBranch,
} from '../reading/settlement-branch.js';
import { changesWorkflows } from '../reading/workflow-files.js';
import { previewText } from '../report/settlement-proposal.js';
import { wrongSignsOf } from '../report/wrong-sign-words.js';
import { hasErrors } from '../running/issue-output.js';
import { briefOutlook, runWithOutlook } from '../running/outlook-run.js';
import { scorecardOf } from '../running/period-score.js';
import { ledgerRenderer, reportContext } from '../running/report-context.js';
import { agreementOf, type Run, type RunResult, raised, runAlone, runOfNext } from '../running/settlement-run.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Step } from '../settlement/proposal.js';
import { proposedAgain } from '../settlement/proposed-again.js';
import type { Seal } from '../settlement/run.js';
import { ledgerTexts, sealStatement } from '../settlement/seal-statement.js';
import type { ProposalWork } from './settlement-work.js';

export type ContentStep = Extract<Step, 'preview' | 'propose' | 'recompute' | 'update'>;

/** Files of a period's ledger folder, and the commit's message. */
interface Content {
  readonly files: ReadonlyMap<string, string>;
  readonly message: string;
  /** Warnings of what was measured for it, as of data that count as never come. */
  readonly warnings?: readonly Issue[];
}

/**
 * Writes what the step asks for onto the period's branch, as one commit on the default branch's tip: nothing else that was
 * pushed to the branch stays in its files. Where the branch has moved meanwhile nothing is written. Where that would bring changed
 * workflows onto the branch it goes on from where it is, or is made anew.
 */
export async function writeContent(
  work: ProposalWork,
  period: PeriodId,
  found: FoundProposal,
  step: ContentStep,
): Promise<readonly Issue[]> {
  const made = await contentFor(work, period, found, step);
  if ('issues' in made) return made.issues;
  const { warnings = [] } = made;
  const { scene, contract } = work;
  const { forge, tip, pushed } = scene;
  const branch = settlementBranch(contract.id, period);
  const folder = ledgerFolder(contract.id, period);
  const changes = [...made.files].map(([file, text]) => ({ path: `${folder}/${file}`, text }));
  const head = found.state.branch?.head ?? null;
  const message = `Settlement ${contract.id} ${period}: ${made.message}`;
  const isStuck = head !== null && (await changesWorkflows(forge, head, tip));
  if (head !== null && isStuck && isOnItsOwn(found)) {
    const left = [...found.files.keys()].filter((file) => !made.files.has(file)).map((file) => ({ path: `${folder}/${file}`, text: null }));
    const commit = await forge.createCommit(head, [...changes, ...left], message);
    if (await forge.moveBranch(branch, commit)) pushed.set(branch, commit);
    return warnings;
  }
  if (isStuck) await forge.deleteBranch(branch);
  const before = isStuck ? null : head;
  const commit = await forge.createCommit(tip, changes, message, before ?? undefined);
  const done = before === null ? await forge.createBranch(branch, commit) : await forge.moveBranch(branch, commit);
  if (done) pushed.set(branch, commit);
  return warnings;
}

/** Whether the branch has nothing but this account's work, on a state of the default branch that an approval may rest on. */
function isOnItsOwn({ state: { branch } }: FoundProposal): boolean {
  return branch?.own === true && !branch.behind;
}

/** What a step has to have measured; null where it measures nothing. */
export function runFor({ context, contract }: ProposalWork, period: PeriodId, step: Step): Run | null {
  if (step === 'preview') return runWithOutlook(context, contract, period);
  return step === 'propose' ? runOfNext(context, contract) : null;
}

/** Names what a step has to have measured, among all that one contract's periods do. */
export const runKey = (period: PeriodId, step: Step): string => `${step} ${period}`;

/** What was measured beforehand, or else is measured now. */
async function measuredFor(work: ProposalWork, period: PeriodId, step: 'preview' | 'propose'): Promise<RunResult> {
  const key = runKey(period, step);
  const foreseen = work.foreseen.get(key);
  work.foreseen.delete(key);
  if (foreseen !== undefined) return raised(foreseen);
  const run = runFor(work, period, step);
  return run === null ? { entries: [], issues: [] } : runAlone(run);
}

async function contentFor(
  work: ProposalWork,
  period: PeriodId,
  found: FoundProposal,
  step: ContentStep,
): Promise<Content | { readonly issues: readonly Issue[] }> {
  const { proposed = null } = found.state.branch ?? {};
  if (step === 'preview') return preview(work, period);
  if (step === 'propose') return propose(work, period, found);
  if (proposed === null) throw new RangeError(`nothing is proposed for ${period}`);
  if (step === 'update')
    return { files: found.files, message: `statement, computation ${proposed.statement.run}, on the contract as it is now` };
  return statement(work, proposedAgain(proposed, inputOf(work), sealAs(work, proposed)));
}

async function preview(work: ProposalWork, period: PeriodId): Promise<Content | { readonly issues: readonly Issue[] }> {
  const { context, contract } = work;
  const run = await measuredFor(work, period, 'preview');
  const entry = run.entries.find((each) => each.statement.period === period);
  if (entry === undefined || hasErrors(run.issues)) return { issues: run.issues };
  const before = [...contract.ledger, ...run.entries].filter((each) => each.statement.period < period);
  const outlook = briefOutlook(runWithOutlook(context, contract, period), period, run);
  const signs = wrongSignsOf(entry);
  const text = previewText(scorecardOf(entry), { ...reportContext(entry, before, contract.events), signs, ...outlook });
  return { files: new Map([[PREVIEW_FILE, text]]), message: `scorecard of ${context.asOf}` };
}

async function propose(
  work: ProposalWork,
  period: PeriodId,
  found: FoundProposal,
): Promise<Content | { readonly issues: readonly Issue[] }> {
  const run = await measuredFor(work, period, 'propose');
  const entry = run.entries.find((each) => each.statement.period === period);
  if (entry === undefined || hasErrors(run.issues)) return { issues: run.issues };
  const before = await lastRun(work, period, found);
  if (before === 0) return { ...statement(work, entry), warnings: run.issues };
  // Proposed anew: measured now, and counted on from the computations that were not accepted.
  const counted = { ...entry, statement: { ...entry.statement, run: before } };
  return { ...statement(work, proposedAgain(counted, inputOf(work), sealAs(work, entry))), warnings: run.issues };
}

/** How often the period's statement has been computed; 0 where it has not. A branch that is gone is still on record. */
async function lastRun({ scene, contract }: ProposalWork, period: PeriodId, { state }: FoundProposal): Promise<number> {
  if (state.branch !== null || state.pullRequest === null) return state.branch?.proposed?.statement.run ?? 0;
  const pushes = await scene.forge.pushes(settlementBranch(contract.id, period));
  for (const commit of commitsBy(pushes.items, scene.bot.id)) {
    const found = proposedEntry(contract.id, period, await ledgerFilesAt(scene, commit, contract.id, period));
    if (found !== null) return found.statement.run;
  }
  return 0;
}

function statement({ contract, events }: ProposalWork, entry: LedgerEntry): Content {
  const files = ledgerTexts(entry, contract.ledger, ledgerRenderer(events));
  return { files, message: `statement, computation ${entry.statement.run}` };
}

function inputOf({ context, contract, events }: ProposalWork) {
  return { events, ledger: contract.ledger, asOf: context.asOf };
}

/** The engine is this one; where the numbers came from stays as it was. */
function sealAs({ context, events }: ProposalWork, { statement: { provenance } }: LedgerEntry): Seal {
  const { warehouse, jobs } = provenance;
  const from = { engine: context.version, commit: context.commit, warehouse, jobs, ...agreementOf(context) };
  return (body, grounds, before) => sealStatement(body, grounds, before, ledgerRenderer(events), from);
}
