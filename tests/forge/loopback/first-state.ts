import type { Account, App, Role, State } from './model.js';
import { GHOST, WEB_FLOW } from './world.js';

/** What there is at first, files left out. */
export interface Setup {
  /** `owner/name`; by default `brand/contracts`. */
  readonly repository?: string;
  readonly repositoryId?: number;
  readonly private?: boolean;
  /** Whether the owner is an organisation (the default). */
  readonly organisation?: boolean;
  readonly defaultBranch?: string;
  /** The forge's clock; by default 2026-01-05T09:00:00Z. */
  readonly now?: string;
  /** People with their role; an account without one may only read what is public. */
  readonly people?: readonly { readonly login: string; readonly id: number; readonly role?: Role }[];
  /** The product's own app, with a bot account `<slug>[bot]`. */
  readonly app?: { readonly slug?: string; readonly id?: number; readonly botId?: number; readonly permissions?: App['permissions'] };
}

/** What the app may do unless it is said otherwise: what the product's documentation asks for. */
export const APP_PERMISSIONS: App['permissions'] = { contents: 'write', pull_requests: 'write', issues: 'write', statuses: 'write' };
export const ACTIONS_APP = { id: 15368, slug: 'github-actions', botId: 41898282 } as const;

/** A repository that nothing has happened to yet, with its accounts. */
export function firstState(options: Setup): State {
  const [owner = 'brand', name = 'contracts'] = (options.repository ?? 'brand/contracts').split('/');
  const { slug = 'concord', id = 424242, botId = 98765432, permissions = APP_PERMISSIONS } = options.app ?? {};
  const accounts: Account[] = [
    { id: 1_000_001, login: owner, kind: options.organisation === false ? 'User' : 'Organization', deleted: false },
    { id: botId, login: `${slug}[bot]`, kind: 'Bot', deleted: false },
    { id: ACTIONS_APP.botId, login: 'github-actions[bot]', kind: 'Bot', deleted: false },
    { ...WEB_FLOW, kind: 'User', deleted: false },
    { ...GHOST, kind: 'User', deleted: false },
    ...(options.people ?? []).map((person): Account => ({ id: person.id, login: person.login, kind: 'User', deleted: false })),
  ];
  const apps: App[] = [
    { id, slug, botId, permissions },
    { ...ACTIONS_APP, permissions: APP_PERMISSIONS },
  ];
  const defaultBranch = options.defaultBranch ?? 'main';
  return {
    now: Date.parse(options.now ?? '2026-01-05T09:00:00Z'),
    lastId: 2_000_000_000,
    lastNumber: 0,
    repository: {
      id: options.repositoryId ?? 777_001,
      ownerId: 1_000_001,
      name,
      defaultBranch,
      private: options.private ?? false,
      settings: firstSettings(),
    },
    plan: 'team',
    accounts,
    roles: Object.fromEntries((options.people ?? []).flatMap((person) => (person.role === undefined ? [] : [[person.id, person.role]]))),
    apps,
    forks: [],
    issues: [],
    reviews: [],
    comments: [],
    timeline: [],
    statuses: [],
    activity: [],
    labels: [],
    environments: [],
    variables: [],
    secrets: [],
    rulesets: [],
    actions: {
      permissions: { enabled: true, allowed_actions: 'all', sha_pinning_required: false },
      'selected-actions': { github_owned_allowed: true, verified_allowed: false, patterns_allowed: [] },
      workflow: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: true },
    },
    computing: 0,
    treeLimit: 100_000,
  };
}

const firstSettings = (): Record<string, unknown> => ({
  allow_squash_merge: true,
  allow_merge_commit: true,
  allow_rebase_merge: true,
  allow_auto_merge: false,
  delete_branch_on_merge: false,
  allow_update_branch: false,
});
