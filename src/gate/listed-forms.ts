import { PARTIES } from '../kernel/party.js';
import { isPushedByApp } from './alone.js';
import { judgeObjections } from './approvals.js';
import type { PullRequestFacts } from './facts.js';
import type { GatePolicy } from './policy.js';
import { all, type Judgement, sight, unless } from './verdict.js';

/** The app's branch for the issue forms. */
export const FORMS_BRANCH = 'forms';

const FORM_PAGE = /^\.github\/ISSUE_TEMPLATE\/\d\d-[a-z-]+\.yml$/;

/** Whether a path is a page of an issue form that the engine writes. */
export function isFormPage(path: string): boolean {
  return FORM_PAGE.test(path);
}

/**
 * Issue forms say again, as lists to choose from, what both parties have agreed to; they decide nothing. What is, byte for byte, what
 * the trusted engine writes for the agreed contracts, on the app's own branch and by its own push, so needs nobody's approval. It is
 * only spoken of where nothing but pages of forms changes, and whoever may sign can still object.
 */
export function judgeForms(policy: GatePolicy, facts: PullRequestFacts): Judgement {
  const { writtenForms, head, author } = facts;
  const { appUserId, repositoryId } = policy;
  const byApp = appUserId !== null && author?.id === appUserId && isPushedByApp(policy, facts);
  if (!byApp || head.branch !== FORMS_BRANCH || head.repositoryId !== repositoryId)
    return unless('forms', 'refused', [sight('forms-not-app')]);
  const other = facts.files.items.find(
    ({ path, previousPath, status }) => previousPath !== null || status === 'removed' || writtenForms?.includes(path) !== true,
  );
  if (other !== undefined || writtenForms === null)
    return unless('forms', 'refused', [sight('forms-differ', { path: other?.path ?? '-' })]);
  return { ...all('forms', [judgeObjections(policy, facts, PARTIES)]), saw: [sight('forms-written')] };
}
