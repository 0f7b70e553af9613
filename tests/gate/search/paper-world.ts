import { WORKSPACE_FILE } from '../../../src/contract/paths.js';
import { afterAgreement, asFound, type Trust, termsOf, unagreedIn } from '../../../src/gate/agreed-text.js';
import type { MergedPullRequest } from '../../../src/gate/came-by-right.js';
import { decide } from '../../../src/gate/decide.js';
import type { ChangedFile, PullRequestFacts, Review, TimelineEvent } from '../../../src/gate/facts.js';
import { isRecord } from '../../../src/gate/files.js';
import { hasLanded, type Landing as Lands, landingOf } from '../../../src/gate/landing.js';
import { buildPolicy, type GatePolicy } from '../../../src/gate/policy.js';
import { type Ratification, type RatificationFacts, ratify } from '../../../src/gate/ratify.js';
import { straysIn } from '../../../src/gate/strays.js';
import type { Verdict } from '../../../src/gate/verdict.js';
import { file, minute, policySource, request } from '../scenario.js';
import { app, STRANGER } from './actions.js';
import { changedBetween, PaperGit, type Tree } from './paper-git.js';
import { BEGIN, PLACE, readContract, readWorkspace, SETTLED, statementOf } from './paper-texts.js';
import { contractOf, type Landing, Witness } from './witness.js';

export const DAY = 24 * 60;
const FORK = 6000;
const OWN = 5000;
const ACCEPTANCE_DAYS = 10;
const SOURCE = policySource();

/** What a decision does not look at; with none of it everything is as it is in the product. */
export interface Blindness {
  readonly facts?: (facts: PullRequestFacts, day: string) => PullRequestFacts;
  readonly policy?: (policy: GatePolicy) => GatePolicy;
  readonly ratification?: (facts: RatificationFacts) => RatificationFacts;
  /** Whether the default branch's own text says who signs, agreed or not. */
  readonly trustsTip?: boolean;
  readonly ignoresTwins?: boolean;
  /** Whether a settlement's days begin again with every run. */
  readonly resetsDays?: boolean;
  readonly accountsNeverGo?: boolean;
}

export interface PaperPull {
  readonly number: number;
  readonly author: number;
  readonly formAuthor: number | null;
  readonly fork: boolean;
  readonly branch: string;
  readonly heads: string[];
  base: 'main' | 'feature';
  open: boolean;
  draft: boolean;
  merged: boolean;
  reviews: (Review & { readonly by: number })[];
  timeline: TimelineEvent[];
  pushedBy: number;
  pushers: Set<number>;
}

export const headOf = ({ heads }: PaperPull): string => heads.at(-1) ?? '';

/** A GitHub on paper: its record, what the product makes of it, and a witness of all that happens. */
export class PaperWorld {
  readonly git = new PaperGit();
  main = this.git.commit(BEGIN, []);
  private readonly feature = this.git.commit(BEGIN, []);
  private readonly found = asFound(BEGIN, this.main);
  trust: Trust = this.found;
  readonly witness = new Witness(PLACE, BEGIN);
  readonly pulls: PaperPull[] = [];
  readonly status = new Map<string, Verdict['state']>();
  readonly gone = new Set<number>();
  private readonly record: {
    readonly merged: Omit<MergedPullRequest, 'files' | 'touched' | 'added' | 'reached'>;
    readonly files: readonly ChangedFile[];
    readonly trust: Trust | null;
  }[] = [];
  /** Minutes since the beginning. */
  at = 0;
  reviews = 0;
  merges = 0;
  /** What the app has written as a statement, and when it was first ready. */
  readonly statements = new Map<string, number>();

  constructor(readonly blind: Blindness = {}) {}

  get tree(): Tree {
    return this.git.tree(this.main);
  }

  get day(): string {
    return new Date(Date.UTC(2026, 2, 10) + this.at * 60_000).toISOString().slice(0, 10);
  }

  add(given: Pick<PaperPull, 'author' | 'branch'> & Partial<PaperPull>, head: string): PaperPull {
    const number = this.pulls.length + 1;
    const pushedBy = given.pushedBy ?? given.author;
    const about = { formAuthor: null, fork: given.author === STRANGER, base: 'main', open: true, draft: false, merged: false } as const;
    const pull: PaperPull = {
      ...about,
      number,
      heads: [head],
      reviews: [],
      timeline: [],
      pushedBy,
      pushers: new Set([pushedBy]),
      ...given,
    };
    this.pulls.push(pull);
    this.witness.opened(number, pull.author, pull.formAuthor, [...pull.pushers]);
    return pull;
  }

  /** Another head of a pull request's branch, and of every other one from the same branch. */
  push(pull: PaperPull, who: number, head: string, force = !this.git.contains(head, headOf(pull))): void {
    if (pull.merged) return;
    pull.heads.push(head);
    pull.pushedBy = who;
    if (force) pull.pushers = new Set([who]);
    else pull.pushers.add(who);
    if (force) pull.timeline.push({ kind: 'force_pushed', at: minute(this.at) });
    this.witness.pushed(pull.number, who, force);
  }

  /** What the gate trusts; null where it can decide nothing. */
  policy(trust = this.trust, tree = this.tree): GatePolicy | null {
    const believed = this.blind.trustsTip === true ? asFound(tree, this.main) : trust;
    const contracts = [...believed.contracts].flatMap(([id, files]) => {
      const text = files.get(`contracts/${id}/contract.yaml`)?.blob;
      return text === undefined ? [] : [[id, readContract(text.slice(7), id)] as const];
    });
    const workspace = believed.workspace === null ? null : readWorkspace(believed.workspace.blob.slice(7));
    const { policy } = buildPolicy({ ...SOURCE, workspace, contracts: new Map(contracts) });
    if (policy === null) return null;
    const whole = { ...policy, unagreed: unagreedIn(tree, trust) };
    return this.blind.policy?.(whole) ?? whole;
  }

  /** What the page of a pull request lists: from the last commit in common, whichever git takes where there are several. */
  filesOf(pull: PaperPull): ChangedFile[] {
    const head = headOf(pull);
    const [base] = this.git.bases(this.baseTip(pull), head);
    const [before, after] = [base === undefined ? new Map<string, string>() : this.git.tree(base), this.git.tree(head)];
    return changedBetween(before, after).map((path) => {
      const entry = after.get(path) ?? null;
      const status = entry === null ? 'removed' : before.has(path) ? 'modified' : 'added';
      return file(path, { status, mode: entry?.slice(0, 6) ?? null, sha: entry, text: entry?.slice(7) ?? null });
    });
  }

  private baseTip({ base }: PaperPull): string {
    return base === 'main' ? this.main : this.feature;
  }

  private landing(pull: PaperPull, files: readonly ChangedFile[]): Lands {
    const head = headOf(pull);
    if (this.git.bases(this.main, head).length > 1) return { kind: 'bases' };
    const merge = this.git.merge(this.main, head);
    return merge === null ? { kind: 'conflict' } : landingOf({ tip: this.tree, head: this.git.tree(head), merge }, files);
  }

  /** The facts of a pull request as the product reads them. */
  factsOf(pull: PaperPull): PullRequestFacts {
    const head = headOf(pull);
    const files = this.filesOf(pull);
    const [base] = this.git.bases(this.main, head);
    const behind = base === undefined ? [] : changedBetween(this.git.tree(base), this.tree);
    const actor = (id: number) => ({ id, kind: id === app ? ('bot' as const) : ('user' as const) });
    const there = (id: number) => this.blind.accountsNeverGo === true || !this.gone.has(id);
    const facts = request({
      number: pull.number,
      state: pull.open ? 'open' : 'closed',
      draft: pull.draft,
      author: there(pull.author) ? actor(pull.author) : null,
      formAuthor: pull.formAuthor === null ? null : actor(pull.formAuthor),
      base: { repositoryId: OWN, branch: pull.base },
      head: {
        sha: head,
        repositoryId: pull.fork ? FORK : OWN,
        branch: pull.branch,
        pushedBy: pull.fork ? null : actor(pull.pushedBy),
        pushers: pull.fork ? null : [...pull.pushers].map(actor),
      },
      commits: { items: [{ sha: head }], complete: true, count: 1 },
      files,
      reviews: pull.reviews.map(({ by, ...each }) => (there(by) ? each : { ...each, user: null })),
      timeline: pull.timeline,
      changedOnDefault: behind,
      landing: this.landing(pull, files),
      readySince: this.readySince(pull),
      settlement: this.settlementOf(pull),
      strays: files.every(({ path }) => isRecord(path))
        ? [...new Set(files.flatMap(({ path }) => contractOf(path) ?? []))].flatMap((id) => this.strays(id))
        : [],
    });
    return this.blind.facts?.(facts, this.day) ?? facts;
  }

  private statementAt(head: string): string {
    return [...this.git.tree(head)]
      .filter(([path]) => path.startsWith(SETTLED))
      .flat()
      .join('\n');
  }

  /** When what a settlement says was first ready, in minutes. */
  readyAt(pull: PaperPull | undefined): number {
    return pull === undefined ? 0 : (this.statements.get(this.statementAt(headOf(pull))) ?? 0);
  }

  private readySince(pull: PaperPull) {
    const since = this.statements.get(this.statementAt(headOf(pull)));
    return since === undefined || !pull.branch.startsWith('settlement/') ? null : minute(since);
  }

  private settlementOf(pull: PaperPull): PullRequestFacts['settlement'] {
    const tree = this.git.tree(headOf(pull));
    if (![...tree.keys()].some((path) => path.startsWith(SETTLED)) || this.tree.has(`${SETTLED}/statement.json`)) return null;
    const written = [...statementOf(this.tree)].every(([path, text]) => tree.get(path) === text);
    const replay = written ? 'same' : this.statements.has(this.statementAt(headOf(pull))) ? 'outdated' : 'differs';
    return { contract: 'a-contract', period: '2026-02', replay, unhandledDisputes: this.disputes(pull) };
  }

  /** Open disputes of the period that would pass today. */
  private disputes(own: PaperPull): string[] {
    return this.pulls.flatMap((pull) => {
      if (!pull.open || pull === own || pull.base !== 'main') return [];
      const paths = this.filesOf(pull).map(({ path }) => path);
      const disputes = paths.filter((path) => path.includes('a-contract/events/') && path.includes('dispute') && !this.tree.has(path));
      return disputes.length > 0 && paths.every((path) => path.includes('/events/')) && this.decide(pull).state === 'success'
        ? disputes
        : [];
    });
  }

  decide(pull: PaperPull): Verdict {
    const facts = this.factsOf(pull);
    const twins = this.pulls.filter((each) => each !== pull && each.open && headOf(each) === headOf(pull));
    const sameHead = this.blind.ignoresTwins === true ? [] : twins.map((each) => this.factsOf(each));
    const repository = { now: minute(this.at), paths: { items: [...this.tree.keys()], complete: true, count: null } };
    return decide({ policy: this.policy(), problems: [] }, { repository, pullRequest: facts, sameHead });
  }

  landingIn(pull: PaperPull, after: Tree): Landing {
    const head = headOf(pull);
    const since = [...this.statements].find(([text]) => text === this.statementAt(head))?.[1];
    const own = since !== undefined && [...statementOf(this.tree)].every(([path, text]) => this.git.tree(head).get(path) === text);
    const days = since === undefined ? 0 : Math.floor(this.at / DAY) - Math.floor(since / DAY);
    const silent = days >= ACCEPTANCE_DAYS && this.disputes(pull).length === 0;
    const others = (each: PaperPull) =>
      each !== pull && each.open && headOf(each) === head && each.base === 'main' && !each.fork && !each.draft;
    return {
      pull: pull.number,
      head,
      headTree: this.git.tree(head),
      listed: new Set(this.filesOf(pull).map(({ path }) => path)),
      before: this.tree,
      after,
      day: this.day,
      settlement: since === undefined || !pull.branch.startsWith('settlement/') ? null : { own, silent },
      twins: this.pulls.filter(others).map(({ number }) => number),
    };
  }

  /** Merges a pull request's head, and with it whatever else the default branch then contains. */
  merge(pull: PaperPull, commit: string): void {
    this.markMerged(pull, commit);
    this.moveMain(commit);
  }

  /** Moves the default branch; the forge calls merged whatever it then contains. */
  moveMain(commit: string): void {
    const swallowed = this.pulls.filter((pull) => pull.open && pull.base === 'main' && this.git.contains(commit, headOf(pull)));
    for (const pull of swallowed) this.markMerged(pull, commit);
    this.main = commit;
  }

  /** What merging leaves behind: in the record, in the product's chain of agreed texts and in the witness. */
  private markMerged(pull: PaperPull, commit: string): void {
    const head = headOf(pull);
    const files = this.filesOf(pull);
    const landing = this.landingIn(pull, this.git.tree(commit));
    const facts: PullRequestFacts = { ...this.factsOf(pull), state: 'open', draft: false, landing: { kind: 'exact' } };
    const repository = { now: minute(this.at), paths: { items: [...this.tree.keys()], complete: true, count: null } };
    const verdict = decide({ policy: this.policy(), problems: [] }, { repository, pullRequest: facts, sameHead: [] });
    const landed = hasLanded(files, this.git.tree(head), this.git.tree(commit));
    const agreed = landed && verdict.basis === 'both-parties' && !pull.branch.startsWith('settlement/');
    const touched = new Set(files.map(({ path }) => path));
    if (agreed) this.trust = afterAgreement(this.trust, { touched, files: this.git.tree(head), head });
    const merged = { number: pull.number, mergedAt: minute(this.at), mergeCommit: commit, head, verdict, landed };
    this.record.unshift({ merged, files, trust: agreed ? this.trust : null });
    this.witness.landed(landing);
    Object.assign(pull, { open: false, merged: true });
  }

  ratification(contract: string): Ratification {
    const facts = this.proofOf(contract);
    return ratify(this.blind.ratification?.(facts) ?? facts);
  }

  /** Records that may be put back. */
  strays(contract: string) {
    const doubted = this.record.flatMap(({ merged: { number, verdict, head }, files }) => {
      const given = this.pulls[number - 1]?.reviews ?? [];
      const isNameless = given.some(({ by, state, commit }) => this.gone.has(by) && state === 'APPROVED' && commit === head);
      return verdict.state !== 'success' && isNameless ? files.map(({ path }) => path) : [];
    });
    return straysIn(this.proofOf(contract), new Set(doubted));
  }

  private proofOf(contract: string): RatificationFacts {
    const isIn = (path: string) => contractOf(path) === contract;
    const merged = this.record.map(({ merged: each, files, trust }): MergedPullRequest => {
      const agreed = trust?.contracts.get(contract);
      const folder = [...this.git.tree(each.head)].filter(([path]) => isIn(path));
      const terms = agreed === undefined ? [] : [...agreed].map(([path, { blob }]) => [path, blob] as const);
      return {
        ...each,
        touched: new Set(files.map(({ path }) => path).filter(isIn)),
        added: new Set(files.filter(({ status, path }) => status === 'added' && isIn(path)).map(({ path }) => path)),
        files: agreed === undefined ? new Map(folder) : new Map([...folder.filter(([path]) => termsOf(path) === null), ...terms]),
        reached: this.git.contains(this.main, each.mergeCommit),
      };
    });
    return {
      contract,
      commit: this.main,
      files: new Map([...this.tree].filter(([path]) => isIn(path))),
      counted: new Set(),
      merged: merged.filter(({ touched }) => touched.size > 0),
      complete: true,
      peopleAgreed: !unagreedIn(this.tree, this.trust).some(({ path }) => path === WORKSPACE_FILE),
      changeOf: () => ({ commit: '-', by: null, pullRequest: null }),
    };
  }
}
