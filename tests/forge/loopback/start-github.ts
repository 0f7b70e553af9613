import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Faults } from './faults.js';
import { firstState, type Setup } from './first-state.js';
import { GitStore } from './git-store.js';
import type { Comment, Issue, Pull, Role, State, Status } from './model.js';
import { type Changes, Person } from './person.js';
import { Present, type Shape } from './present.js';
import { presentRepository } from './present-repository.js';
import { type LoggedCall, serve } from './server.js';
import { type Actor, GHOST, type PullRequest, World } from './world.js';

export interface GithubOptions extends Setup {
  /** What the default branch has at first; `folder` is read from the disk, `files` are laid over it. */
  readonly folder?: string;
  readonly files?: Changes;
}

/** Everything that the loopback knew at one time. */
export interface Moment {
  readonly state: State;
  readonly refs: ReadonlyMap<string, string>;
}

/** Starts a GitHub of one repository on this machine. */
export async function startGithub(options: GithubOptions = {}): Promise<Github> {
  const state = firstState(options);
  const { defaultBranch } = state.repository;
  const world = new World(new GitStore(), state, '');
  world.git.setHead(defaultBranch);
  const github = new Github(world);
  github
    .as(github.repository.split('/')[0] ?? '')
    .push(defaultBranch, { 'README.md': '# Contracts\n', ...filesOf(options.folder), ...options.files }, { message: 'Begin' });
  await github.start();
  return github;
}

/** A pull request with what it has as an issue, at one time. */
export type SeenPull = Readonly<PullRequest & Pull & { readonly merged: boolean }>;

const seen = (pr: PullRequest): SeenPull => ({ ...pr, ...pr.pull, merged: pr.pull.mergedAt !== null });

/** Every text file below a folder; nothing of git's own. */
function filesOf(folder: string | undefined): Changes {
  if (folder === undefined) return {};
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const inside = relative(folder, path).split('\\').join('/');
    if (entry.isFile() && !inside.startsWith('.git/')) found[inside] = readFileSync(path, 'utf8');
  }
  return found;
}

/** A running loopback: its address and tokens for the product, people for the story, and everything that it knows for the proof. */
export class Github {
  readonly faults = new Faults();
  readonly log: LoggedCall[] = [];
  /** Whatever GitHub's own description does not allow; a test that ends with one has failed. */
  readonly violations: string[] = [];
  private stopServer: (() => Promise<void>) | null = null;

  constructor(readonly world: World) {}

  async start(): Promise<void> {
    const { world, faults, log, violations } = this;
    const { server, url } = await serve({ world, faults, log, violations, actorOf: (token) => this.actorOf(token) });
    world.url = url;
    this.stopServer = () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
  }

  async stop(): Promise<void> {
    await this.stopServer?.();
    this.world.git.remove();
  }

  /** The API's address. */
  get url(): string {
    return this.world.url;
  }

  /** The repository as `owner/name`. */
  get repository(): string {
    return new Present(this.world).slug;
  }

  /** The bare repository, to clone and push with `as(login).git`. */
  get gitFolder(): string {
    return this.world.git.folder;
  }

  /** A token of a person, or of an app's installation where it is a bot's login. */
  tokenOf(login: string): string {
    const account = this.world.byLogin(login);
    if (account === null) throw new Error(`no account ${login}`);
    return `${account.kind === 'Bot' ? 'ghs' : 'ghp'}_${account.id}`;
  }

  private actorOf(token: string): Actor | null {
    const id = /^gh[sp]_(\d+)$/.exec(token)?.[1];
    const account = id === undefined ? null : this.world.account(Number(id));
    return account === null ? null : { account, appId: this.world.state.apps.find(({ botId }) => botId === account.id)?.id ?? null };
  }

  as(login: string): Person {
    const actor = this.actorOf(this.tokenOf(login));
    if (actor === null) throw new Error(`no account ${login}`);
    return new Person(this.world, actor);
  }

  /** What the product needs in its environment, as this account. */
  environment(login: string): Record<string, string> {
    return { CONCORD_TOKEN: this.tokenOf(login), GITHUB_TOKEN: '', GITHUB_API_URL: this.url, GITHUB_REPOSITORY: this.repository };
  }

  readonly clock = {
    set: (instant: string): void => {
      this.world.state.now = Date.parse(instant);
    },
    advance: (milliseconds: number): void => {
      this.world.state.now += milliseconds;
    },
    now: (): string => new Date(this.world.now).toISOString(),
  };

  /** A new account; a login that somebody gave up can be taken again, with another id. */
  addPerson(login: string, id: number, role?: Role): void {
    this.world.state.accounts.push({ id, login, kind: 'User', deleted: false });
    if (role !== undefined) this.world.state.roles[id] = role;
  }

  rename(login: string, to: string): void {
    const account = this.world.byLogin(login);
    if (account !== null) account.login = to;
  }

  /** The account goes; what it wrote stays with the ghost's name, or nobody's. */
  removePerson(login: string): void {
    const account = this.world.byLogin(login);
    if (account !== null) account.deleted = true;
  }

  branches(): readonly string[] {
    const refs = [...this.world.git.refs().keys()].filter((ref) => ref.startsWith('refs/heads/'));
    return refs.map((ref) => ref.slice('refs/heads/'.length));
  }

  tip(branch: string): string | null {
    return this.world.branchTip(branch);
  }

  /** A file's text at a branch or a commit; null where there is none. */
  file(path: string, at = this.world.state.repository.defaultBranch): string | null {
    const entry = this.entries(at).find((one) => one.path === path);
    return entry === undefined ? null : this.world.git.blob(entry.sha).toString('utf8');
  }

  /** Paths of all files at a branch or a commit. */
  files(at = this.world.state.repository.defaultBranch): readonly string[] {
    return this.entries(at).map(({ path }) => path);
  }

  private entries(at: string) {
    const commit = this.world.branchTip(at) ?? at;
    return this.world.git.tree(this.world.git.commit(commit).tree, true).filter(({ type }) => type !== 'tree');
  }

  /** A pull request as it is now. */
  pull(number: number): SeenPull {
    return seen(this.world.pull(number));
  }

  pulls(): readonly SeenPull[] {
    return this.world.pulls().map(seen);
  }

  issues(): readonly Issue[] {
    return this.world.state.issues.filter(({ pull }) => pull === null);
  }

  comments(number: number): readonly (Comment & { readonly login: string })[] {
    const login = (id: number) => this.world.account(id)?.login ?? GHOST.login;
    return this.world.state.comments.filter((one) => one.number === number).map((one) => ({ ...one, login: login(one.userId) }));
  }

  /** Statuses of a commit, oldest first. */
  statuses(sha: string): readonly Status[] {
    return this.world.state.statuses.filter((status) => status.sha === sha);
  }

  /** The latest status of a context. */
  status(sha: string, context = 'concord/both-parties'): Status | null {
    return (
      this.statuses(sha)
        .filter((status) => status.context === context)
        .at(-1) ?? null
    );
  }

  /** What a workflow that an issue woke finds in its event's file. */
  issueEvent(number: number, action: 'opened' | 'edited' | 'reopened' | 'labeled' | 'transferred' = 'opened', sender?: string): Shape {
    const present = new Present(this.world);
    const issue = this.world.issue(number);
    const account = sender === undefined ? null : this.world.byLogin(sender);
    return {
      action,
      issue: present.issue(issue),
      repository: presentRepository(present, null),
      sender: account === null ? present.user(issue.authorId) : present.account(account),
    };
  }

  /** To come back to with `restore`. Objects of git stay: they are named by what they are. */
  moment(): Moment {
    return structuredClone({ state: this.world.state, refs: this.world.git.refs() });
  }

  restore(moment: Moment): void {
    this.world.state = structuredClone(moment.state);
    this.world.git.restoreRefs(moment.refs);
    this.log.length = 0;
    this.faults.clear();
  }
}
