import type { PeriodId } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import { inFile } from '../kernel/issue.js';
import type { Locale } from '../kernel/text.js';
import { ShellError } from '../ports/failure.js';
import type { Forge } from '../ports/forge-writes.js';
import {
  commitsBy,
  type FoundProposal,
  findProposal,
  ledgerFilesAt,
  PREVIEW_FILE,
  proposedEntry,
  SETTLEMENT_LABEL,
  settlementBranch,
} from '../reading/settlement-branch.js';
import { type CommentSection, fitSections } from '../report/comment-sections.js';
import { unsureLines } from '../report/settled-unsure.js';
import {
  displacedComment,
  previewOverSections,
  previewSections,
  proposalBody,
  proposalTitle,
  statementSections,
} from '../report/settlement-proposal.js';
import { hasErrors } from '../running/issue-output.js';
import { reportContext, witnessesOf } from '../running/report-context.js';
import { isRemeasured, newEvents, nextStep, type PlannedPeriod, type Step } from '../settlement/proposal.js';
import { type StatementChange, statementChange } from '../settlement/proposed-again.js';
import { issue } from '../words/issue.js';
import { writeContent } from './settlement-content.js';
import type { ProposalWork } from './settlement-work.js';
import { postSticky, type StickyOptions } from './sticky-comment.js';
import { say } from './telling.js';

/** What became of one period. */
export interface ProposedPeriod extends PlannedPeriod {
  readonly state: 'draft' | 'proposed' | 'accepted' | 'waits' | 'planned' | 'failed';
  readonly pullRequest: number | null;
  /** What this run has done, in order. */
  readonly did: readonly Step[];
  /** What a run would do next; null but for a plan. */
  readonly next: Step | null;
  readonly issues: readonly Issue[];
  /** Whether the forge or the warehouse failed, so that it is not known how things stand. */
  readonly broken: boolean;
}

/** More steps than any period needs: whoever gets there is kept moving by somebody else. */
const MOST_STEPS = 12;
/** Where a contract agrees on no reviews, its scorecard is shown every week: an edited comment disturbs nobody. */
const NO_RHYTHM = 'week';

/**
 * Does one step after the other, looking at what is there before each, until a period's pull request says all that it can.
 * @param looked what was there when it was asked what is to be measured; null where nobody looked yet.
 */
export async function proposePeriod(work: ProposalWork, planned: PlannedPeriod, looked: FoundProposal | null): Promise<ProposedPeriod> {
  const { contract, dryRun } = work;
  const did: Step[] = [];
  const told: Issue[] = [];
  let number: number | null = null;
  const ended = (state: ProposedPeriod['state'], issues: readonly Issue[], more: Partial<ProposedPeriod> = {}): ProposedPeriod => {
    return { ...planned, state, pullRequest: number, did, next: null, issues, broken: false, ...more };
  };
  try {
    for (let count = 0; count < MOST_STEPS; count++) {
      const found = (count === 0 ? looked : null) ?? (await findProposal(work.scene, contract, planned.period));
      const { branch } = found.state;
      number = found.pullRequest?.number ?? null;
      const step = stepOf(work, planned, found);
      if (dryRun) return ended('planned', [], { next: step });
      const issues = await doStep(work, planned, found, step);
      // What could not be said stops nothing that was done.
      if (hasErrors(issues) && step !== 'report' && step !== 'displace') return ended('failed', issues);
      told.push(...issues);
      const state = stateAfter(step, branch?.proposed != null);
      if (state !== null) return ended(state, told);
      did.push(step);
    }
    const branch = settlementBranch(contract.id, planned.period);
    return ended('failed', [issue('proposal-busy', inFile(branch), { branch })], { broken: true });
  } catch (error) {
    if (error instanceof ShellError) return ended('failed', error.issues, { broken: true });
    throw error;
  }
}

/** The next step of a period, by what is there. */
export function stepOf({ context, terms, events }: ProposalWork, planned: PlannedPeriod, { state }: FoundProposal): Step {
  const proposed = state.branch?.proposed ?? null;
  return nextStep(planned, state, {
    asOf: context.asOf,
    rhythm: terms.contract.review?.every ?? NO_RHYTHM,
    newEvents: proposed !== null && newEvents(proposed, { events, asOf: context.asOf }).length > 0,
    remeasure: proposed !== null && isRemeasured(proposed, { events, asOf: context.asOf }),
  });
}

/** How a period stands after a step that leaves nothing to do; null where the next step follows. */
function stateAfter(step: Step, proposed: boolean): ProposedPeriod['state'] | null {
  switch (step) {
    case 'report':
      return proposed ? 'proposed' : 'draft';
    case 'accepted':
      return 'accepted';
    case 'wait':
      return 'waits';
    default:
      return null;
  }
}

/** Does one step; whatever another run has done meanwhile is seen at the next look. */
async function doStep(work: ProposalWork, planned: PlannedPeriod, found: FoundProposal, step: Step): Promise<readonly Issue[]> {
  const { scene, contract, now } = work;
  const { forge } = scene;
  const told: Issue[] = [];
  const { pullRequest } = found;
  switch (step) {
    case 'preview':
    case 'propose':
    case 'recompute':
    case 'update':
      return writeContent(work, planned.period, found, step);
    case 'displace':
      for (const other of found.others) {
        await forge.editPullRequest(other.number, { state: 'closed' });
        const body = displacedComment(contract.id, planned.period);
        told.push(...(await say(() => postSticky(forge, other.number, { topic: 'settlement-displaced', body, head: null, validAt: now }))));
      }
      return told;
    case 'restore':
      // The forge keeps the commits of a pull request.
      if (found.state.gone !== null) await forge.createBranch(settlementBranch(contract.id, planned.period), found.state.gone);
      return [];
    case 'reopen':
      if (pullRequest !== null && !(await isReopened(forge, pullRequest.number))) await open(work, planned, found);
      return [];
    case 'open':
      await open(work, planned, found);
      return [];
    case 'ready':
      if (pullRequest !== null) await forge.markReady(pullRequest);
      return [];
    case 'label':
      if (pullRequest !== null) await forge.addLabels(pullRequest.number, [SETTLEMENT_LABEL]);
      return [];
    case 'report':
      return say(() => report(work, planned.period, found));
    case 'accepted':
    case 'wait':
      return [];
  }
}

async function open({ scene, contract, terms }: ProposalWork, planned: PlannedPeriod, found: FoundProposal): Promise<void> {
  await scene.forge.openPullRequest({
    title: proposalTitle(contract.id, planned.period),
    body: proposalBody(terms.contract, planned.period, planned.dueOn, scene.repository.url),
    branch: settlementBranch(contract.id, planned.period),
    base: scene.repository.defaultBranch,
    draft: found.state.branch?.proposed == null,
  });
}

/** Some closed pull requests cannot be opened again, as where their branch was overwritten; another takes their place. */
async function isReopened(forge: Forge, number: number): Promise<boolean> {
  try {
    await forge.editPullRequest(number, { state: 'open' });
    return true;
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    return false;
  }
}

/** Comments with what the branch holds: the statement and what its latest computation changed, or else the scorecard. */
async function report(work: ProposalWork, period: PeriodId, found: FoundProposal): Promise<void> {
  const { scene, now } = work;
  const { pullRequest, files } = found;
  const { branch } = found.state;
  if (pullRequest === null || branch === null) return;
  const preview = files.get(PREVIEW_FILE);
  const post = async (topic: string, sections: readonly CommentSection[], options: StickyOptions = {}) => {
    const body = fitSections(sections, { url: `${pullRequest.url}/files`, locale: 'en' });
    await postSticky(scene.forge, pullRequest.number, { topic, body, head: branch.head, validAt: now }, options);
  };
  if (branch.proposed !== null) {
    if (branch.replays) work.proposed.set(period, branch.proposed);
    const { contract } = work;
    const context = {
      ...reportContext(branch.proposed, contract.ledger, contract.events),
      ...witnessesOf(branch.proposed.statement, contract.events),
      repository: scene.repository.url,
    };
    const { proposed } = branch;
    const unsure = (locale: Locale) => unsureLines([proposed], locale);
    await post('settlement', statementSections(proposed.statement, context, await latestChange(work, period, found), unsure));
    // Whoever reads from the top would find another amount first.
    await post('scorecard', previewOverSections(), { onlyReplaces: true });
  } else if (preview !== undefined) await post('scorecard', previewSections(preview));
}

/** What the latest computation changed against the one before it; null for the first. */
async function latestChange({ scene, contract }: ProposalWork, period: PeriodId, found: FoundProposal): Promise<StatementChange | null> {
  const now = found.state.branch?.proposed?.statement ?? null;
  if (now === null || now.run === 1) return null;
  const pushes = await scene.forge.pushes(settlementBranch(contract.id, period));
  for (const commit of commitsBy(pushes.items, scene.bot.id)) {
    const before = proposedEntry(contract.id, period, await ledgerFilesAt(scene, commit, contract.id, period))?.statement ?? null;
    if (before !== null && before.run < now.run) return statementChange(before, now);
  }
  return null;
}
