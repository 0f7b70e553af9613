import { type Call, created, done, type Handlers, ok, reads, writes } from '../call.js';
import { ApiError, type Environment, type Ruleset, type Variable } from '../model.js';
import { nodeId, type Shape, time } from '../present.js';
import { rulesOf } from '../rules.js';

/* What an administrator sets: rulesets, environments, variables, Actions; and who may do what. */

function rulesetOf(call: Call): Ruleset {
  const found = call.world.state.rulesets.find(({ id }) => id === call.number('ruleset_id'));
  if (found === undefined) throw new ApiError(404, 'Not Found');
  return found;
}

function presentRuleset(call: Call, { id, sent, createdAt, updatedAt }: Ruleset, whole: boolean): Shape {
  // whoever cannot change a ruleset does not see who passes it by
  const { bypass_actors, conditions, rules, ...head } = sent;
  const admin = call.actor.appId === null && call.world.hasRole(call.actor.account, 'admin');
  return {
    target: 'branch',
    ...head,
    ...(whole ? { conditions, rules, ...(admin ? { bypass_actors: bypass_actors ?? [] } : {}), current_user_can_bypass: 'never' } : {}),
    id,
    source_type: 'Repository',
    source: call.present.slug,
    node_id: nodeId('RRS', id),
    _links: { self: { href: call.present.api(`/rulesets/${id}`) }, html: { href: call.present.html(`/rules/${id}`) } },
    created_at: time(createdAt),
    updated_at: time(updatedAt),
  };
}

function environmentOf(call: Call): Environment {
  const found = call.world.state.environments.find(({ name }) => name === call.text('environment_name'));
  if (found === undefined) throw new ApiError(404, 'Not Found');
  return found;
}

function presentEnvironment(call: Call, environment: Environment): Shape {
  const { id, name, waitTimer, reviewers, branchPolicy } = environment;
  const rule = (type: string, more: Shape) => ({ id: id * 10 + type.length, node_id: nodeId('GA', `${id}${type}`), type, ...more });
  const shown = reviewers.map(({ type, id: reviewer }) => ({ type, reviewer: call.present.user(reviewer) }));
  const rules = [
    ...(waitTimer > 0 ? [rule('wait_timer', { wait_timer: waitTimer })] : []),
    ...(shown.length > 0 ? [rule('required_reviewers', { prevent_self_review: environment.preventSelfReview, reviewers: shown })] : []),
    ...(branchPolicy === null ? [] : [rule('branch_policy', {})]),
  ];
  return {
    id,
    node_id: nodeId('EN', id),
    name,
    url: call.present.api(`/environments/${encodeURIComponent(name)}`),
    html_url: call.present.html(`/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`),
    created_at: time(environment.createdAt),
    updated_at: time(environment.updatedAt),
    protection_rules: rules,
    deployment_branch_policy: branchPolicy,
  };
}

interface WrittenEnvironment {
  readonly wait_timer?: number;
  readonly prevent_self_review?: boolean;
  readonly reviewers?: Environment['reviewers'] | null;
  readonly deployment_branch_policy?: Environment['branchPolicy'];
}

function writeEnvironment(call: Call): Environment {
  const body = call.body<WrittenEnvironment>();
  const policy = body.deployment_branch_policy ?? null;
  if (policy !== null && policy.protected_branches === policy.custom_branch_policies) {
    throw new ApiError(422, 'protected_branches and custom_branch_policies cannot have the same value');
  }
  const { state, now } = call.world;
  const name = call.text('environment_name');
  const old = state.environments.find((one) => one.name === name);
  const made: Environment = old ?? {
    id: call.world.nextId(),
    name,
    createdAt: now,
    updatedAt: now,
    waitTimer: 0,
    reviewers: [],
    preventSelfReview: false,
    branchPolicy: null,
    branchPolicies: [],
    variables: [],
    secrets: [],
  };
  // what a call leaves out is taken away
  Object.assign(made, {
    updatedAt: now,
    waitTimer: body.wait_timer ?? 0,
    reviewers: [...(body.reviewers ?? [])],
    preventSelfReview: body.prevent_self_review ?? false,
    branchPolicy: policy,
  });
  if (old === undefined) state.environments.push(made);
  return made;
}

const presentVariable = ({ name, value, createdAt, updatedAt }: Variable): Shape => ({
  name,
  value,
  created_at: time(createdAt),
  updated_at: time(updatedAt),
});

/** The operations on variables, of the repository or of one environment. */
function variables(
  words: readonly [list: string, get: string, create: string, update: string],
  permission: string,
  of: (call: Call) => Variable[],
): Handlers {
  const [list, get, create, update] = words;
  const find = (call: Call, name: string) => of(call).find((one) => one.name.toUpperCase() === name.toUpperCase());
  const found = (call: Call): Variable => {
    const variable = find(call, call.text('name'));
    if (variable === undefined) throw new ApiError(404, 'Not Found');
    return variable;
  };
  return {
    [list]: reads(
      permission,
      (call) => call.page(of(call), presentVariable, (shown, total_count) => ({ total_count, variables: shown })),
      'write',
    ),
    [get]: reads(permission, (call) => ok(presentVariable(found(call))), 'write'),
    [create]: writes(permission, 'admin', (call) => {
      const { name, value } = call.body<{ name: string; value: string }>();
      if (find(call, name) !== undefined) throw new ApiError(409, 'Already exists - Variable already exists');
      of(call).push({ name: name.toUpperCase(), value, createdAt: call.world.now, updatedAt: call.world.now });
      return created({});
    }),
    [update]: writes(permission, 'admin', (call) => {
      Object.assign(found(call), { value: call.body<{ value?: string }>().value ?? '', updatedAt: call.world.now });
      return done;
    }),
  };
}

/** Names of secrets; nobody is told more. */
function secrets(call: Call, names: readonly string[]) {
  const show = (name: string) => ({ name, created_at: time(0), updated_at: time(0) });
  return call.page(names, show, (shown, total_count) => ({ total_count, secrets: shown }));
}

/** A setting of Actions that is read and replaced as a whole. */
function actionsSetting(get: string, set: string, key: string): Handlers {
  return {
    [get]: reads('administration', (call) => ok(call.world.state.actions[key] ?? {}), 'admin'),
    [set]: writes('administration', 'admin', (call) => {
      call.world.state.actions[key] = { ...call.world.state.actions[key], ...call.body<Record<string, unknown>>() };
      return done;
    }),
  };
}

export const settings: Handlers = {
  'repos/get-repo-rulesets': reads('metadata', (call) => call.page(call.world.state.rulesets, (one) => presentRuleset(call, one, false))),
  'repos/get-repo-ruleset': reads('metadata', (call) => ok(presentRuleset(call, rulesetOf(call), true))),
  'repos/create-repo-ruleset': writes('administration', 'admin', (call) => {
    const sent = call.body<Record<string, unknown>>();
    if (call.world.state.rulesets.some((one) => one.sent.name === sent.name))
      throw new ApiError(422, 'Validation Failed', [{ resource: 'Ruleset', code: 'custom', message: 'Name must be unique' }]);
    const ruleset = { id: call.world.nextId(), sent, createdAt: call.world.now, updatedAt: call.world.now };
    call.world.state.rulesets.push(ruleset);
    return created(presentRuleset(call, ruleset, true));
  }),
  'repos/update-repo-ruleset': writes('administration', 'admin', (call) => {
    const ruleset = rulesetOf(call);
    Object.assign(ruleset, { sent: { ...ruleset.sent, ...call.body<Record<string, unknown>>() }, updatedAt: call.world.now });
    return ok(presentRuleset(call, ruleset, true));
  }),
  'repos/delete-repo-ruleset': writes('administration', 'admin', (call) => {
    const ruleset = rulesetOf(call);
    call.world.state.rulesets = call.world.state.rulesets.filter((one) => one !== ruleset);
    return done;
  }),
  'repos/get-branch-rules': reads('metadata', (call) => {
    const source = { ruleset_source_type: 'Repository', ruleset_source: call.present.slug };
    return call.page(rulesOf(call.world, call.text('branch'), null), ({ rule, ruleset }) => ({
      ...rule,
      ...source,
      ruleset_id: ruleset.id,
    }));
  }),
  'repos/get-all-environments': reads('actions', (call) => {
    const show = (one: Environment) => presentEnvironment(call, one);
    return call.page(call.world.state.environments, show, (environments, total_count) => ({ total_count, environments }));
  }),
  'repos/get-environment': reads('actions', (call) => ok(presentEnvironment(call, environmentOf(call)))),
  'repos/create-or-update-environment': writes('administration', 'admin', (call) => ok(presentEnvironment(call, writeEnvironment(call)))),
  'repos/delete-an-environment': writes('administration', 'admin', (call) => {
    const environment = environmentOf(call);
    call.world.state.environments = call.world.state.environments.filter((one) => one !== environment);
    return done;
  }),
  'repos/list-deployment-branch-policies': reads('actions', (call) => {
    const show = (policy: Environment['branchPolicies'][number]) => ({ ...policy, node_id: nodeId('DBP', policy.id) });
    return call.page(environmentOf(call).branchPolicies, show, (branch_policies, total_count) => ({ total_count, branch_policies }));
  }),
  'repos/create-deployment-branch-policy': writes('administration', 'admin', (call) => {
    const environment = environmentOf(call);
    if (environment.branchPolicy?.custom_branch_policies !== true) throw new ApiError(404, 'Not Found');
    const { name, type = 'branch' } = call.body<{ name: string; type?: 'branch' | 'tag' }>();
    const policy = { id: call.world.nextId(), name, type };
    environment.branchPolicies.push(policy);
    return ok({ ...policy, node_id: nodeId('DBP', policy.id) });
  }),
  'repos/delete-deployment-branch-policy': writes('administration', 'admin', (call) => {
    const environment = environmentOf(call);
    environment.branchPolicies = environment.branchPolicies.filter(({ id }) => id !== call.number('branch_policy_id'));
    return done;
  }),
  ...variables(
    ['actions/list-repo-variables', 'actions/get-repo-variable', 'actions/create-repo-variable', 'actions/update-repo-variable'],
    'actions_variables',
    (call) => call.world.state.variables,
  ),
  ...variables(
    [
      'actions/list-environment-variables',
      'actions/get-environment-variable',
      'actions/create-environment-variable',
      'actions/update-environment-variable',
    ],
    'environments',
    (call) => environmentOf(call).variables,
  ),
  'actions/delete-repo-variable': writes('actions_variables', 'admin', (call) => {
    const name = call.text('name').toUpperCase();
    call.world.state.variables = call.world.state.variables.filter((one) => one.name !== name);
    return done;
  }),
  'actions/list-repo-secrets': reads('secrets', (call) => secrets(call, call.world.state.secrets), 'write'),
  'actions/list-environment-secrets': reads('environments', (call) => secrets(call, environmentOf(call).secrets), 'write'),
  ...actionsSetting(
    'actions/get-github-actions-permissions-repository',
    'actions/set-github-actions-permissions-repository',
    'permissions',
  ),
  ...actionsSetting('actions/get-allowed-actions-repository', 'actions/set-allowed-actions-repository', 'selected-actions'),
  ...actionsSetting(
    'actions/get-github-actions-default-workflow-permissions-repository',
    'actions/set-github-actions-default-workflow-permissions-repository',
    'workflow',
  ),
  'repos/list-collaborators': reads(
    'metadata',
    (call) => {
      const { accounts, roles, repository } = call.world.state;
      const found = accounts.filter(
        // An organisation owns without being anybody's collaborator.
        ({ id, kind, deleted }) => !deleted && (roles[id] !== undefined || (id === repository.ownerId && kind === 'User')),
      );
      return call.page(found, (account) => {
        const role = call.world.roleOf(account);
        return { ...call.present.account(account), permissions: call.present.permissions(role), role_name: role ?? 'read' };
      });
    },
    'write',
  ),
  'repos/check-collaborator': reads('metadata', (call) => {
    const account = call.world.byLogin(call.text('username'));
    if (account === null || call.world.state.roles[account.id] === undefined) throw new ApiError(404, 'Not Found');
    return done;
  }),
  'repos/get-collaborator-permission-level': reads('metadata', (call) => {
    const account = call.world.byLogin(call.text('username'));
    if (account === null) throw new ApiError(404, 'Not Found');
    const role = call.world.roleOf(account);
    const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : (role ?? 'none');
    const user = { ...call.present.account(account), permissions: call.present.permissions(role), role_name: role ?? 'none' };
    return ok({ permission, role_name: role ?? 'none', user });
  }),
  'repos/codeowners-errors': reads('contents', (call) => {
    const { git } = call.world;
    const tree = git.tree(git.commit(call.world.defaultTip).tree, true);
    const owners = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'].find((path) => tree.some((item) => item.path === path));
    if (owners === undefined) throw new ApiError(404, 'Not Found');
    const text = git.blob(tree.find(({ path }) => path === owners)?.sha ?? '').toString('utf8');
    return ok({ errors: text.split('\n').flatMap((source, index) => unknownOwners(call, owners, source, index + 1)) });
  }),
};

/** Owners of a line who are not there or may not write, as GitHub tells them. */
function unknownOwners({ world }: Call, path: string, source: string, line: number) {
  if (source.startsWith('#')) return [];
  return [...source.matchAll(/(?<= )@([\w-]+)(?= |$)/g)].flatMap(({ 1: login = '', index }) => {
    const account = world.byLogin(login);
    if (account !== null && world.hasRole(account, 'write')) return [];
    const suggestion = `make sure @${login} exists and has write access to the repository`;
    const message = `Unknown owner on line ${line}: ${suggestion}\n\n  ${source}\n  ${' '.repeat(index)}^`;
    return [{ line, column: index + 1, kind: 'Unknown owner', source, suggestion, message, path }];
  });
}
