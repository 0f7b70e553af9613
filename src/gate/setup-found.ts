/*
 * The settings of a repository as the forge answers, as far as Concord looks at them. Every answer is read with care: what a
 * token may not see, or an older forge does not say, is not taken for a setting.
 */

/** What was asked for, or the forge's words where it refused to say. */
export type Seen<T> = { readonly value: T } | { readonly refused: string };

export interface FoundRuleset {
  readonly id: number;
  /** The whole answer. */
  readonly answer: unknown;
}

export interface FoundReviewer {
  readonly type: string;
  readonly id: number;
}

export interface FoundEnvironment {
  readonly reviewers: readonly FoundReviewer[];
  /** Reviewers, waiting time and whether people may approve their own, as a change has to repeat them. */
  readonly kept: Readonly<Record<string, unknown>>;
  /** Branches that may use it; null where every branch may. */
  readonly branches: readonly { readonly id: number; readonly name: string }[] | null;
}

export interface Collaborator {
  readonly id: number;
  readonly login: string;
  readonly admin: boolean;
  readonly write: boolean;
}

/** Everything that was looked at. */
export interface FoundSettings {
  readonly repository: {
    readonly owner: string;
    readonly name: string;
    readonly defaultBranch: string;
    readonly private: boolean;
    readonly organisation: boolean;
    /** Whether the token's account administers it. */
    readonly admin: boolean;
  };
  readonly merging: Seen<{ readonly merge: boolean; readonly squash: boolean; readonly rebase: boolean }>;
  readonly workflowToken: Seen<{ readonly permissions: string; readonly mayOpen: boolean }>;
  /** By name. */
  readonly rulesets: Seen<ReadonlyMap<string, FoundRuleset>>;
  readonly environments: Seen<ReadonlyMap<string, FoundEnvironment>>;
  readonly labels: Seen<readonly string[]>;
  readonly variables: Seen<ReadonlyMap<string, string>>;
  /** Names of secrets that every workflow may read, and of those of the environment of trusted jobs. */
  readonly secrets: Seen<{ readonly everywhere: readonly string[]; readonly guarded: readonly string[] }>;
  readonly collaborators: Seen<readonly Collaborator[]>;
}

/** A property of an answer; undefined where there is none. */
export function fieldOf(answer: unknown, key: string): unknown {
  return typeof answer === 'object' && answer !== null && Object.hasOwn(answer, key) ? Reflect.get(answer, key) : undefined;
}

/** An answer as a list; empty where it is none. */
export function listOf(answer: unknown): readonly unknown[] {
  return Array.isArray(answer) ? answer : [];
}

/** The `name` of each answer that has one. */
export function namesIn(answers: readonly unknown[]): string[] {
  return answers.flatMap((each) => textOf(each, 'name') ?? []);
}

/** A property of an answer that is text; null where it is not, or not there. */
export function textOf(answer: unknown, key: string): string | null {
  const value = fieldOf(answer, key);
  return typeof value === 'string' ? value : null;
}

/** The number of an answer; null where it has none. */
export function idOf(answer: unknown): number | null {
  const value = fieldOf(answer, 'id');
  return typeof value === 'number' ? value : null;
}

/** Collaborators with what they may do; an answer without number or login is nobody. */
export function collaboratorsIn(answers: readonly unknown[]): Collaborator[] {
  return answers.flatMap((each) => {
    const [id, login] = [idOf(each), textOf(each, 'login')];
    const may = (what: 'admin' | 'push') => fieldOf(fieldOf(each, 'permissions'), what) === true;
    return id === null || login === null ? [] : [{ id, login, admin: may('admin'), write: may('push') }];
  });
}

/**
 * The rules of an environment.
 * @param answer of the environment itself.
 * @param policies its branch policies.
 */
export function environmentIn(answer: unknown, policies: readonly unknown[]): FoundEnvironment {
  const rules = listOf(fieldOf(answer, 'protection_rules'));
  const ruleOf = (type: string) => rules.find((rule) => fieldOf(rule, 'type') === type);
  const review = ruleOf('required_reviewers');
  const reviewers = listOf(fieldOf(review, 'reviewers')).flatMap((each): FoundReviewer[] => {
    const [type, id] = [textOf(each, 'type'), idOf(fieldOf(each, 'reviewer'))];
    return type === null || id === null ? [] : [{ type, id }];
  });
  const wait = fieldOf(ruleOf('wait_timer'), 'wait_timer');
  const custom = fieldOf(fieldOf(answer, 'deployment_branch_policy'), 'custom_branch_policies') === true;
  const branches = policies.flatMap((each) => {
    const [id, name] = [idOf(each), textOf(each, 'name')];
    return id === null || name === null ? [] : [{ id, name }];
  });
  return {
    reviewers,
    kept: {
      ...(reviewers.length === 0 ? {} : { reviewers, prevent_self_review: fieldOf(review, 'prevent_self_review') === true }),
      ...(typeof wait === 'number' ? { wait_timer: wait } : {}),
    },
    branches: custom ? branches : null,
  };
}
