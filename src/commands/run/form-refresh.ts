import { CONTRACT_NAME } from '../../contract/paths.js';
import { redated } from '../../forms/event-text.js';
import { readFormPin } from '../../forms/form-pin.js';
import { issueOfBranch } from '../../forms/forms.js';
import { eventDate } from '../../gate/paths.js';
import { addDays, localDate } from '../../kernel/calendar.js';
import type { Issue } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { ShellError } from '../../ports/failure.js';
import type { CommitFiles, ForgePullRequest } from '../../ports/forge.js';
import type { Forge } from '../../ports/forge-writes.js';
import { notOfTip } from '../../reading/tip-engine.js';
import { toldLines } from '../../report/blocks.js';
import { formRefused } from '../../report/form-reply.js';
import { changedFiles } from '../../running/changed-files.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { readContract } from '../../running/repository.js';
import { formText } from '../../words/form.js';
import { putOnBranch } from '../../writing/own-branch.js';
import { postSticky } from '../../writing/sticky-comment.js';
import { fileBaseline } from './form.js';

/** What became of one pull request that was made from a form. */
export interface RefreshOutcome {
  readonly pullRequest: number;
  readonly outcome: 'renewed' | 'unchanged' | 'not-ours' | 'refused' | 'failed';
  readonly path: string | null;
  readonly issues: readonly Issue[];
}

/**
 * `concord form --refresh`: gives events in open form pull requests the day of today once the day in their name is over, and
 * puts them on the default branch as it is now. Approvals are then given again: they were for another text.
 */
export async function refreshForms(context: CommandContext, forge: Forge): Promise<Outcome> {
  const stale = await notOfTip(context, forge);
  if (stale.length > 0) return failed(stale, new Map(), 2);
  const { defaultBranch, id } = await forge.repository();
  const self = await forge.self();
  const tip = await forge.tip(defaultBranch);
  const done: RefreshOutcome[] = [];
  for (const each of (await forge.pullRequests('open')).items) {
    const { base, head, author, number } = each;
    const ours = base.branch === defaultBranch && head.repositoryId === id && author?.id === self?.id;
    if (tip === null || !ours || issueOfBranch(head.branch) === null) continue;
    try {
      done.push(await refresh(context, forge, each, await forge.filesAt(tip)));
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      done.push({ pullRequest: number, outcome: 'failed', path: null, issues: error.issues });
    }
  }
  const ended = done.some(({ outcome }) => outcome === 'failed') ? 2 : 0;
  const issues = done.flatMap((each) => each.issues);
  const blocks: Report['blocks'] = (locale) => {
    const said = done.map(({ pullRequest, outcome, path }) => formText(`refresh.${outcome}`, locale, { pullRequest, path: path ?? '-' }));
    return [toldLines(...(said.length === 0 ? [formText('refresh.nothing', locale)] : said))];
  };
  return { ended, report: { document: () => ({ pullRequests: done }), blocks }, issues };
}

async function refresh(context: CommandContext, forge: Forge, pullRequest: ForgePullRequest, files: CommitFiles): Promise<RefreshOutcome> {
  const { number, head, title } = pullRequest;
  const ended = (outcome: RefreshOutcome['outcome'], path: string | null, issues: readonly Issue[] = []): RefreshOutcome => {
    return { pullRequest: number, outcome, path, issues };
  };
  const self = await forge.self();
  const pushed = (await forge.pushes(head.branch)).items.find(({ after }) => after === head.sha);
  if (pushed === undefined || pushed.actor?.id !== self?.id) return ended('not-ours', null);
  const [file, ...others] = (await forge.files(number)).items;
  const draft = [file, ...others].find((each) => each?.status === 'added' && each.path.endsWith(`/${CONTRACT_NAME}`));
  if (draft !== undefined) return refreshDraft(context, forge, pullRequest, draft.path);
  const [, id] = /^contracts\/([^/]+)\//.exec(file?.path ?? '') ?? [];
  if (file === undefined || others.length > 0 || id === undefined) return ended('not-ours', null);
  const text = await (await forge.filesAt(head.sha)).read(file.path);
  const contract = await readContract(files, id);
  if (text === null || contract.folder === null) return ended('unchanged', file.path, contract.issues);
  const today = context.asOf ?? localDate(await forge.now(), contract.folder.terms.contract.calendar.timezone);
  const date = eventDate(file.path);
  const over = date !== null && date < addDays(today, -1);
  const path = over ? redated(file.path, today) : file.path;
  // What changes a file that the default branch has changed, too, is for the author to say again.
  const conflict = date === null && (await changedSince(forge, head.sha, files, file.path));
  if (conflict) return ended('unchanged', path);
  const paths = (await files.entries()).items.map((entry) => entry.path);
  const { issues } = await readContract(changedFiles(files, paths, [{ path, text }]), id);
  if (hasErrors(issues)) {
    const issue = issueOfBranch(head.branch) ?? number;
    await postSticky(forge, issue, { topic: 'form', body: formRefused(issues, null), head: null, validAt: await forge.now() });
    return ended('refused', path, issues);
  }
  // Whose words it files stands in the commit.
  const message = (await forge.commit(head.sha))?.message ?? title;
  const put = await putOnBranch(forge, { branch: head.branch, tip: files.commit, changes: [{ path, text }], message });
  if (put !== 'replaced') return ended(put === 'unchanged' ? 'unchanged' : 'renewed', path);
  const { base, body } = pullRequest;
  const again = await forge.openPullRequest({ title, body, branch: head.branch, base: base.branch, draft: false });
  return { ...ended('renewed', path), pullRequest: again?.number ?? number };
}

/** A drafted contract has no day that could be over; the months behind it may be measurable by now. */
async function refreshDraft(
  context: CommandContext,
  forge: Forge,
  { number, head }: ForgePullRequest,
  path: string,
): Promise<RefreshOutcome> {
  const pin = readFormPin((await forge.commit(head.sha))?.message ?? '');
  const files = await forge.filesAt(head.sha);
  const isMeasured = /^baseline:/m.test((await files.read(path)) ?? '');
  const done = pin === null || isMeasured ? null : await fileBaseline(context, forge, pin, files);
  if (done === null) return { pullRequest: number, outcome: 'unchanged', path, issues: [] };
  return { pullRequest: done.pullRequest ?? number, outcome: 'renewed', path, issues: done.issues };
}

/** Whether the default branch has another text of a file than the one that the pull request started from. */
async function changedSince(forge: Forge, head: string, files: CommitFiles, path: string): Promise<boolean> {
  const { mergeBase } = await forge.compare(files.commit, head);
  return (await (await forge.filesAt(mergeBase)).read(path)) !== (await files.read(path));
}
