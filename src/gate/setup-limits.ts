import type { Workspace } from '../contract/load-workspace.js';
import type { Params } from '../kernel/text.js';
import type { FoundSettings } from './setup-found.js';
import { hasCloud, type SetupLimit, type SetupStep } from './setup-step.js';

/** The branch that workflows name where the forge wants a name. */
const BRANCH_OF_WORKFLOWS = 'main';

/** What the forge does not enforce in this repository, plainly: each with who could use it. */
export function limitsOf(workspace: Workspace, found: FoundSettings, steps: readonly SetupStep[]): SetupLimit[] {
  const { repository, rulesets, collaborators } = found;
  const limits: SetupLimit[] = [];
  const add = (code: SetupLimit['code'], params: Params = {}) => limits.push({ code, with: params });
  if ('refused' in rulesets) add(/upgrade/i.test(rulesets.refused) ? 'no-rules-by-plan' : 'rules-unseen', { detail: rulesets.refused });
  else if (steps.some(({ subject, state }) => subject === 'ruleset' && state === 'to-do')) add('rules-missing');
  if (workspace.github === null) {
    add('status-by-anybody');
    add('branches-by-anybody');
    add('bot-waits-for-a-click');
  }
  if (!repository.admin) add('not-administrator');
  const known = 'refused' in collaborators ? [] : collaborators.value;
  const admins = known.filter(({ admin }) => admin).map(({ login }) => login);
  add('administrators', { people: admins.length === 0 ? '-' : admins });
  // A user's own repository knows no smaller role for whom it is shared with.
  const writers = known.filter(({ admin, write }) => write && !admin).map(({ login }) => login);
  if (repository.organisation && workspace.github !== null && writers.length > 0) add('writers', { people: writers });
  if (!repository.organisation) add('one-owner', { owner: repository.owner });
  const { brand, provider } = workspace.governance;
  if (hasCloud(workspace) && brand.length > 0 && provider.length > 0) add('one-reviewer-is-enough');
  if (repository.defaultBranch !== BRANCH_OF_WORKFLOWS) {
    add('other-default-branch', { branch: repository.defaultBranch, expected: BRANCH_OF_WORKFLOWS });
  }
  return limits;
}
