import type { Workspace } from '../contract/load-workspace.js';
import { PARTIES } from '../kernel/party.js';
import type { FoundReviewer, FoundSettings } from './setup-found.js';
import { byHand, CLOUD_ENVIRONMENT, type SetupRequest, type SetupStep, settledBy, whenSeen } from './setup-step.js';

/** The forge takes no more reviewers for one environment. */
const MOST_REVIEWERS = 6;

/** An environment that only the default branch may use: a changed workflow on another branch gets none of its secrets. */
export function environmentStep(name: string, found: FoundSettings): SetupStep {
  const { defaultBranch } = found.repository;
  return whenSeen('environment', name, found.environments, (environments) => {
    const there = environments.get(name);
    const branches = there?.branches ?? [];
    const strangers = branches.filter((branch) => branch.name !== defaultBranch);
    const requests: SetupRequest[] = [
      ...(there === undefined || there.branches === null ? [putEnvironment(name, there?.kept ?? {})] : []),
      ...(branches.length > strangers.length ? [] : [addBranch(name, defaultBranch)]),
      ...strangers.map(({ id }): SetupRequest => ({ method: 'DELETE', path: `${policiesOf(name)}/${id}` })),
    ];
    return settledBy('environment', name, requests);
  });
}

/** Whoever speaks for the parties in matters of the rules looks at changes of the cloud first. */
export function reviewersStep(workspace: Workspace, found: FoundSettings): SetupStep {
  const name = CLOUD_ENVIRONMENT;
  return whenSeen('reviewers', name, found.environments, (environments) => {
    const wanted = reviewersOf(workspace);
    if (wanted.length === 0) return byHand('reviewers', name, 'no-governance', {});
    const there = environments.get(name);
    const before = there?.reviewers ?? [];
    const lacking = wanted.filter(({ type, id }) => !before.some((each) => each.type === type && each.id === id));
    const all = [...before, ...lacking];
    const reviewers = all.length <= MOST_REVIEWERS ? all : wanted;
    const body = { ...there?.kept, reviewers, prevent_self_review: true };
    return settledBy('reviewers', name, lacking.length === 0 ? [] : [putEnvironment(name, body)]);
  });
}

/** The parties by turns, so that both are among those who fit. */
function reviewersOf({ people, governance }: Workspace): FoundReviewer[] {
  const ids = new Map(people.map(({ id, github }) => [id, github]));
  const lists = PARTIES.map((party) => governance[party].flatMap((person) => ids.get(person) ?? []));
  const longest = Math.max(...lists.map(({ length }) => length));
  const byTurns = Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
  return byTurns.slice(0, MOST_REVIEWERS).map((id) => ({ type: 'User', id }));
}

function putEnvironment(name: string, settings: Readonly<Record<string, unknown>>): SetupRequest {
  const policy = { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } };
  return { method: 'PUT', path: `/environments/${name}`, body: { ...settings, ...policy } };
}

function addBranch(environment: string, branch: string): SetupRequest {
  return { method: 'POST', path: policiesOf(environment), body: { name: branch, type: 'branch' } };
}

function policiesOf(environment: string): string {
  return `/environments/${environment}/deployment-branch-policies`;
}
