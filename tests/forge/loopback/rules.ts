import { ApiError, type Ruleset } from './model.js';
import type { Actor, PullRequest, World } from './world.js';

/* What active rulesets forbid, as far as the loopback knows their rules. */

interface Rule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Rules that hold for a branch and that this actor cannot pass by, each with the ruleset that it is from. */
export function rulesOf(world: World, branch: string, actor: Actor | null): { readonly rule: Rule; readonly ruleset: Ruleset }[] {
  return world.state.rulesets
    .filter(({ sent }) => sent.enforcement === 'active' && sent.target !== 'tag' && holdsFor(world, sent, branch))
    .filter(({ sent }) => actor === null || !bypasses(world, sent, actor))
    .flatMap((ruleset) => ((ruleset.sent.rules ?? []) as readonly Rule[]).map((rule) => ({ rule, ruleset })));
}

function holdsFor(world: World, sent: Readonly<Record<string, unknown>>, branch: string): boolean {
  const conditions = sent.conditions as
    | { readonly ref_name?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] } }
    | undefined;
  const { include = [], exclude = [] } = conditions?.ref_name ?? {};
  const fits = (pattern: string): boolean => {
    if (pattern === '~ALL') return true;
    if (pattern === '~DEFAULT_BRANCH') return branch === world.state.repository.defaultBranch;
    const source = pattern
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/?/g, '\u0000')
      .replace(/\*/g, '[^/]*')
      .replaceAll('\u0000', '.*');
    return new RegExp(`^${source}$`).test(`refs/heads/${branch}`);
  };
  return include.some(fits) && !exclude.some(fits);
}

interface Bypass {
  readonly actor_id?: number | null;
  readonly actor_type: string;
  readonly bypass_mode?: string;
}

/** GitHub's own numbers of the repository roles. */
const ROLE_IDS: Readonly<Record<number, 'maintain' | 'write' | 'admin'>> = { 2: 'maintain', 4: 'write', 5: 'admin' };

function bypasses(world: World, sent: Readonly<Record<string, unknown>>, actor: Actor): boolean {
  return ((sent.bypass_actors ?? []) as readonly Bypass[]).some(({ actor_id, actor_type }) => {
    if (actor_type === 'Integration') return actor.appId === actor_id;
    const role = actor_type === 'RepositoryRole' ? ROLE_IDS[actor_id ?? 0] : actor_type === 'OrganizationAdmin' ? 'admin' : undefined;
    return role !== undefined && actor.appId === null && world.hasRole(actor.account, role);
  });
}

const refused = (branch: string, why: string) => new ApiError(422, `Repository rule violations found\n\n${why} (refs/heads/${branch})`);

/** Whether a ref may be moved by a push or a call, not by a merge. */
export function requirePushAllowed(world: World, actor: Actor, ref: string, before: string | null, after: string | null): void {
  if (!ref.startsWith('refs/heads/')) return;
  if (after !== null) requireWorkflowsPermission(world, actor, before, after);
  const branch = ref.slice('refs/heads/'.length);
  for (const { rule } of rulesOf(world, branch, actor)) {
    if (rule.type === 'deletion' && after === null) throw refused(branch, 'Cannot delete this branch');
    if (rule.type === 'non_fast_forward' && before !== null && after !== null && !world.git.isAncestor(before, after)) {
      throw refused(branch, 'Cannot force-push to this branch');
    }
    if (rule.type === 'pull_request' && after !== null) throw refused(branch, 'Changes must be made through a pull request.');
    if (rule.type === 'creation' && before === null) throw refused(branch, 'Cannot create ref due to creations being restricted.');
    if (rule.type === 'update' && before !== null && after !== null) throw refused(branch, 'Cannot update this protected ref.');
  }
}

const WORKFLOWS = '.github/workflows/';

/**
 * An app without the permission `workflows` brings no changed workflow file onto a branch, not even one that another branch has.
 * @param before null for a new branch, which is held to the default branch.
 */
export function requireWorkflowsPermission(world: World, actor: Actor, before: string | null, after: string): void {
  const app = world.state.apps.find(({ id }) => id === actor.appId);
  if (app === undefined || app.permissions.workflows === 'write') return;
  const was = before ?? world.defaultTip;
  const base = before === null ? (world.git.mergeBase(was, after) ?? was) : was;
  const found = changedWorkflow(world, base, after);
  if (found === undefined) return;
  throw new ApiError(403, `refusing to allow a GitHub App to create or update workflow \`${found}\` without \`workflows\` permission`);
}

/** The first workflow file that one commit has otherwise than another. */
function changedWorkflow(world: World, before: string, after: string): string | undefined {
  const trees = [before, after].map(
    (sha) => new Map(world.git.tree(world.git.commit(sha).tree, true).map((item) => [item.path, item.sha])),
  );
  const paths = trees.flatMap((tree) => [...tree.keys()]).filter((path) => path.startsWith(WORKFLOWS));
  return paths.find((path) => trees[0]?.get(path) !== trees[1]?.get(path));
}

/** Whether a pull request may be merged. */
export function requireMergeable(world: World, actor: Actor, pr: PullRequest): void {
  for (const { rule } of rulesOf(world, pr.pull.baseBranch, actor)) {
    if (rule.type === 'required_status_checks') requireChecks(world, pr, rule);
    if (rule.type === 'pull_request') requireReviews(world, pr, rule);
    if (rule.type === 'update') throw new ApiError(405, 'Repository rule violations found\n\nCannot update this protected ref.');
  }
}

const METHOD_SETTINGS = { merge: 'allow_merge_commit', squash: 'allow_squash_merge', rebase: 'allow_rebase_merge' } as const;
const METHOD_NAMES = { merge: 'Merge commits', squash: 'Squash merges', rebase: 'Rebase merges' } as const;

/** Which ways of merging there are is a setting of the repository, and a rule may leave fewer. */
export function requireMethod(world: World, actor: Actor, pr: PullRequest, method: keyof typeof METHOD_SETTINGS): void {
  const allowed = rulesOf(world, pr.pull.baseBranch, actor).every(({ rule }) => {
    const methods = rule.type === 'pull_request' ? (rule.parameters?.allowed_merge_methods as readonly string[] | undefined) : undefined;
    return methods === undefined || methods.includes(method);
  });
  if (world.state.repository.settings[METHOD_SETTINGS[method]] === false || !allowed)
    throw new ApiError(405, `${METHOD_NAMES[method]} are not allowed on this repository.`);
}

function requireChecks(world: World, pr: PullRequest, rule: Rule): void {
  const checks = (rule.parameters?.required_status_checks ?? []) as readonly {
    readonly context: string;
    readonly integration_id?: number;
  }[];
  const base = world.branchTip(pr.pull.baseBranch);
  if (rule.parameters?.strict_required_status_checks_policy === true && base !== null && !world.git.isAncestor(base, pr.pull.headSha))
    throw new ApiError(405, 'Repository rule violations found\n\nThe head branch is not up to date with the base branch.');
  for (const { context, integration_id } of checks) {
    const latest = world.state.statuses.filter((one) => one.sha === pr.pull.headSha && one.context === context).at(-1);
    const creator = world.state.apps.find(({ botId }) => botId === latest?.creatorId)?.id ?? null;
    const counts = latest?.state === 'success' && (integration_id === undefined || integration_id === creator);
    if (!counts) throw new ApiError(405, `Repository rule violations found\n\nRequired status check "${context}" is expected.`);
  }
}

function requireReviews(world: World, pr: PullRequest, rule: Rule): void {
  const needed = Number(rule.parameters?.required_approving_review_count ?? 0);
  const latest = new Map<number, string>();
  for (const { number, userId, state, commit } of world.state.reviews) {
    if (number !== pr.number || (state !== 'APPROVED' && state !== 'CHANGES_REQUESTED' && state !== 'DISMISSED')) continue;
    const stale = rule.parameters?.dismiss_stale_reviews_on_push === true && commit !== pr.pull.headSha;
    latest.set(userId, stale ? 'STALE' : state);
  }
  const approvals = [...latest].filter(([userId, state]) => {
    const account = world.account(userId);
    return state === 'APPROVED' && account !== null && world.hasRole(account, 'write');
  });
  if (approvals.length < needed) {
    throw new ApiError(
      405,
      `Repository rule violations found\n\nAt least ${needed} approving review is required by reviewers with write access.`,
    );
  }
  if ([...latest.values()].includes('CHANGES_REQUESTED'))
    throw new ApiError(405, 'Repository rule violations found\n\nChanges have been requested.');
}
