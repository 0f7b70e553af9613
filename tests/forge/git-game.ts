import { tmpdir } from 'node:os';
import { fileForm } from '../../src/commands/run/form.js';
import { FORMS } from '../../src/forms/forms.js';
import type { WholeForge } from '../../src/ports/whole-forge.js';
import { readRatification } from '../../src/reading/ratification.js';
import { bodyOf } from '../forms/body.js';
import { type Action, type Change, ROOT, STRANGER } from '../gate/search/actions.js';
import type { Tree } from '../gate/search/paper-git.js';
import { Unsafe } from '../gate/search/play.js';
import { type Landing, type Place, type Signing, Witness } from '../gate/search/witness.js';
import { contextFor } from '../in-process.js';
import { APP, CONTRACT, contractText, DEFINITIONS, forgeAs, runGate, startPlace } from './gate-place.js';
import type { FileChange } from './loopback/person.js';
import type { Github } from './loopback/start-github.js';

/* The histories of the search over a real repository: git's own merges and lists, the forge's record, and the commands that read them. */

const LOGINS: Readonly<Record<number, string>> = {
  1: 'alice',
  2: 'ann',
  11: 'bob',
  12: 'carol',
  66: 'mallory',
  [STRANGER]: 'stranger',
  [ROOT]: 'root',
  900: APP,
};
const APP_ID = 98765432;
const IDS: Readonly<Record<string, number>> = { alice: 1, ann: 2, bob: 11, carol: 12, mallory: 66 };
const OTHER = 'other-linkstar';
const idOf = (contract: 'a' | 'b') => (contract === 'a' ? CONTRACT : OTHER);
const contracts = [CONTRACT, OTHER] as const;

const LISTS = [
  { brand: '[alice, ann]', provider: '[bob, carol]' },
  { brand: '[alice]', provider: '[bob]' },
  { brand: '[alice, ann]', provider: '[mallory]' },
  { brand: '[ann]', provider: '[carol, mallory]' },
] as const;
const listsOf = (index: number) => LISTS[index] ?? LISTS[0];

function terms(contract: string, says: number, list: number): string {
  const { brand, provider } = listsOf(list);
  const text = contractText(String(3000 + says), brand).replace('signatories: [bob, carol]', `signatories: ${provider}`);
  return text.replace(`id: ${CONTRACT}`, `id: ${contract}`);
}

function workspace(list: number): string {
  const people = Object.entries(IDS).map(([id, github]) => `  ${id}: { name: ${id}, github: ${github} }`);
  const { brand, provider } = listsOf(list);
  return `people:\n${people.join('\n')}\ngovernance: { brand: ${brand}, provider: ${provider} }\ngithub: { app: { user: ${APP_ID}, id: 424242 } }\n`;
}

const namesIn = (text: string, before: RegExp): number[] =>
  (new RegExp(`${before.source}\\[([^\\]]*)\\]`).exec(text)?.[1] ?? '').split(', ').flatMap((name) => IDS[name] ?? []);
const signing = (brand: number[], provider: number[]): Signing => ({ people: { brand, provider }, required: { brand: 1, provider: 1 } });

export const PLACE: Place = {
  app: APP_ID,
  signingIn: (text) => signing(namesIn(text, /name: Acme, signatories: /), namesIn(text, /name: Linkstar, signatories: /)),
  governanceIn: (text) => signing(namesIn(text, /governance: \{ brand: /), namesIn(text, /, provider: /)),
  eventIn: (text) => {
    const party = /^party: (\w+)$/m.exec(text)?.[1];
    const isAlone = /^kind: (payment|dispute)$/m.test(text);
    return { side: party === 'brand' || party === 'provider' ? party : null, alone: isAlone ? ['brand', 'provider'] : [] };
  },
};

const FIELDS = {
  payment: 'amount: 5.00\non: 2026-03-09\nreference: r\n',
  dispute: 'period: 2026-02\nline: base\nclaimed: 1.00\nreason: r\nevidence: [e]\n',
  exclusion: 'reason: stockout\nkpis: [sales]\nevidence: [e]\ntreatment: drop\nwindow: { from: 2026-03-01, to: 2026-03-02 }\n',
  correction: 'period: 2026-02\nline: base\namount: 5.00\nreason: r\n',
} as const;

function filesOf(change: Change, day: string, tree: Tree): Record<string, FileChange> {
  switch (change.at) {
    case 'terms':
      return { [`contracts/${idOf(change.contract)}/contract.yaml`]: terms(idOf(change.contract), change.says, change.list) };
    case 'definitions':
      return { [`contracts/${idOf(change.contract)}/definitions.yaml`]: `${DEFINITIONS}# ${change.says}\n` };
    case 'workspace':
      return { 'contracts/workspace.yaml': workspace(change.list) };
    case 'engine':
      return { 'src/engine.ts': `export const engine = ${change.says};\n` };
    case 'link':
      return { [`contracts/${CONTRACT}/definitions.yaml`]: { mode: '120000', text: `/etc/${change.says}` } };
    case 'event': {
      const { kind, side, says } = change;
      return {
        [`contracts/${idOf(change.contract)}/events/${day}-${kind}-${says}.yaml`]: `kind: ${kind}\nparty: ${side}\n${FIELDS[kind]}`,
      };
    }
    case 'record': {
      const first = [...tree.keys()].find((path) => path.includes('/events/'));
      return first === undefined ? {} : { [first]: `kind: payment\nparty: brand\n${FIELDS.payment}note: ${change.says}\n` };
    }
    case 'ledger':
      return { [`contracts/${CONTRACT}/ledger/2026-02/statement.json`]: `{ "total": "${change.says}" }` };
  }
}

/** A repository in which both parties have agreed to two contracts. */
export async function beginning(): Promise<Github> {
  const github = await startPlace({
    people: Object.entries(LOGINS).flatMap(([id, login]) => {
      if (login === APP) return [];
      return [
        { id: Number(id), login, ...(login === 'stranger' ? {} : { role: login === 'root' ? ('admin' as const) : ('write' as const) }) },
      ];
    }),
    files: {
      'contracts/workspace.yaml': workspace(0),
      [`contracts/${OTHER}/contract.yaml`]: terms(OTHER, 0, 0),
      [`contracts/${OTHER}/definitions.yaml`]: DEFINITIONS,
      'src/engine.ts': 'export const engine = 9;\n',
    },
  });
  for (const contract of contracts) {
    github.as(APP).push(`begin-${contract}`, { [`contracts/${contract}/contract.yaml`]: terms(contract, 9, 0) });
    const number = github.as(APP).openPullRequest({ head: `begin-${contract}` });
    for (const login of ['alice', 'bob']) github.as(login).approve(number);
    github.as('root').mergePullRequest(number);
  }
  return github;
}

type Before = Omit<Landing, 'after' | 'day' | 'settlement' | 'before'>;

export class GitGame {
  private readonly witness: Witness;
  readonly counts = new Map<string, number>();
  merges = 0;
  private readonly dismissed = new Set<number>();
  private branches = 0;

  constructor(
    private readonly github: Github,
    /** The forge as the product sees it; a planted fault changes what it says. */
    private readonly seenBy: (forge: WholeForge) => WholeForge = (forge) => forge,
  ) {
    this.witness = new Witness(PLACE, this.tree('main'));
    for (const contract of contracts) this.witness.foundSigned(contract);
    for (const { number } of github.pulls()) this.witness.opened(number, APP_ID, null, [APP_ID]);
  }

  private tree(at: string): Tree {
    const { git } = this.github.world;
    const items = git.tree(git.commit(this.github.tip(at) ?? at).tree, true).filter(({ type }) => type !== 'tree');
    return new Map(items.map(({ path, mode, sha }) => [path, `${mode} ${mode === '160000' ? sha : git.blob(sha).toString('utf8')}`]));
  }

  private get day(): string {
    return this.github.clock.now().slice(0, 10);
  }

  private forge(): WholeForge {
    return this.seenBy(forgeAs(this.github));
  }

  private open() {
    return this.github.pulls().filter(({ state }) => state === 'open');
  }

  /** What every open pull request would bring, before anything moves. */
  private before(): ReadonlyMap<number, Before> {
    const { world } = this.github;
    const open = this.open();
    return new Map(
      open.map(({ number, headSha }) => {
        const listed = new Set(
          world.pullFiles(world.pull(number)).flatMap(({ path, previousPath }) => [path, ...(previousPath === null ? [] : [previousPath])]),
        );
        const isTwin = (each: (typeof open)[number]) =>
          each.number !== number && each.headSha === headSha && each.baseBranch === 'main' && each.headForkId === null && !each.draft;
        const twins = open.filter(isTwin).map((each) => each.number);
        return [number, { pull: number, head: headSha, headTree: this.tree(headSha), listed, twins }];
      }),
    );
  }

  /** Does something that may move the default branch, and tells the witness what has landed. */
  private moving(act: () => void): void {
    const before = this.before();
    const main = this.tree('main');
    const wasOpen = new Set(before.keys());
    act();
    this.tellLanded(before, main, wasOpen);
  }

  private tellLanded(before: ReadonlyMap<number, Before>, main: Tree, wasOpen: ReadonlySet<number>): void {
    const after = this.tree('main');
    for (const pull of this.github.pulls()) {
      const about = before.get(pull.number);
      if (!pull.merged || about === undefined || !wasOpen.has(pull.number) || pull.baseBranch !== 'main') continue;
      this.merges += 1;
      this.witness.landed({ ...about, before: main, after, day: this.day, settlement: null });
    }
  }

  /** @throws Unsafe */
  async play(step: Action): Promise<void> {
    const login = LOGINS[step.who] ?? '';
    if (this.github.world.byLogin(login) === null) return;
    const key = `${login === APP ? 'app' : login} ${step.do}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    this.github.clock.advance(step.do === 'wait' ? step.days * 86_400_000 : 600_000);
    try {
      await this.act(step, login);
    } catch (error) {
      // What the forge refuses has not happened.
      if (!(error instanceof Error) || !/ApiError|GitError/.test(error.name) || error instanceof Unsafe) throw error;
    }
  }

  private async act(step: Action, login: string): Promise<void> {
    const { github } = this;
    const who = step.who === 900 ? APP_ID : step.who;
    switch (step.do) {
      case 'open':
      case 'ask':
        this.opens(step.do === 'ask' ? APP : login, step.do === 'ask' ? APP_ID : who, step.change);
        return;
      case 'form':
        await this.form(login, who, step.change);
        return;
      case 'admin-push':
        this.moving(() => github.as(login).push('main', filesOf(step.change, this.day, this.tree('main'))));
        return;
      case 'leave':
        if (login === 'alice' || login === 'bob') return;
        github.removePerson(login);
        this.witness.left(who);
        return;
      case 'admin-back':
      case 'settle':
      case 'restore':
      case 'wait':
        return;
      default:
        await this.onPull(step, login, who);
    }
  }

  private opens(login: string, who: number, change: Change): void {
    const { github } = this;
    this.branches += 1;
    const branch = `topic-${this.branches}`;
    const files = filesOf(change, this.day, this.tree('main'));
    if (login === 'stranger') github.as(login).pushFork(branch, files);
    else github.as(login).push(branch, files);
    const number = github.as(login).openPullRequest({ head: login === 'stranger' ? `stranger:${branch}` : branch });
    this.witness.opened(number, who, null, [who]);
  }

  /**
   * A form of one person, in every other case edited by somebody else before the run reads it; that is woken by its opening, or,
   * after a new label, by its author's opening it again.
   */
  private async form(login: string, who: number, change: Change): Promise<void> {
    const form = FORMS.find(({ id }) => id === 'payment');
    if (change.at !== 'event' || form === undefined) return;
    const { github } = this;
    const answers = { contract: idOf(change.contract), amount: '4200.00', on: '2026-03-09', reference: `wire-${change.says}` };
    const issue = github.as(login).openIssue('A form', bodyOf(form, answers), [form.label]);
    const isEdited = change.says % 2 === 1;
    if (isEdited) github.as('root').editIssue(issue, { body: bodyOf(form, { ...answers, amount: '9999.00' }) });
    const isLater = change.says > 1;
    if (isLater) github.as('root').label(issue, 'seen');
    const event = github.issueEvent(issue, isLater ? 'reopened' : 'opened');
    await fileForm(contextFor({ root: tmpdir(), format: 'json' }), this.forge(), JSON.stringify(event));
    const opened = github.pulls().find(({ headBranch }) => headBranch === `form/${issue}`);
    if (opened !== undefined) this.witness.opened(opened.number, APP_ID, isEdited ? null : who, [APP_ID]);
  }

  private async onPull(step: Extract<Action, { readonly pr: number }>, login: string, who: number): Promise<void> {
    const { github, witness } = this;
    if (step.do === 'reopen') {
      const closed = github.pulls().findLast(({ state, merged }) => state === 'closed' && !merged);
      if (closed !== undefined) github.as(login).reopenPullRequest(closed.number);
      return;
    }
    const pull = this.open().at(-1 - step.pr);
    if (pull === undefined) return;
    const { number, headSha: head, headBranch } = pull;
    const own = pull.headForkId === null && login !== 'stranger';
    switch (step.do) {
      case 'push':
        if (!own) return;
        github.as(login).push(headBranch, filesOf(step.change, this.day, this.tree(head)));
        this.pushed(headBranch, who, false);
        return;
      case 'approve':
      case 'object': {
        const commit = step.stale ? (github.world.git.commit(head).parents[0] ?? head) : head;
        const id = github.as(login).review(number, step.do === 'approve' ? 'APPROVE' : 'REQUEST_CHANGES', commit);
        witness.said(number, { who, yes: step.do === 'approve', head: commit, id });
        return;
      }
      case 'cross':
      case 'ours': {
        const other = step.other === 0 ? (github.tip('main') ?? head) : (this.open().at(-step.other)?.headSha ?? head);
        if (!own || github.world.git.isAncestor(other, head)) return;
        github.as(login).pushMerge(headBranch, [head, other], step.do === 'ours' ? head : 'merged');
        this.pushed(headBranch, who, false);
        return;
      }
      case 'update':
        if (!own) return;
        github.as(login).updateBranch(number);
        this.pushed(headBranch, who, false);
        return;
      case 'dismiss': {
        const last = github.world.state.reviews.findLast((each) => each.number === number && !this.dismissed.has(each.id));
        if (last === undefined || login === 'stranger') return;
        github.as(login).dismiss(number, last.id);
        this.dismissed.add(last.id);
        witness.takenBack(number, last.id);
        return;
      }
      case 'draft':
        if (pull.draft) github.as(login).markReady(number);
        else github.as(login).convertToDraft(number);
        return;
      case 'close':
        github.as(login).closePullRequest(number);
        return;
      case 'delete-branch':
        if (own) github.as(login).deleteBranch(headBranch);
        return;
      case 'back':
      case 'force': {
        const to = github.world.git.commit(head).parents[0];
        if (!own || to === undefined || to === github.tip('main')) return;
        github.as(login).moveBranch(headBranch, to);
        this.pushed(headBranch, who, true);
        if (step.do === 'back') return;
        github.as(login).moveBranch(headBranch, head);
        this.pushed(headBranch, who, false);
        return;
      }
      case 'twin': {
        if (!own) return;
        this.branches += 1;
        github.as(login).moveBranch(`twin-${this.branches}`, head);
        const twin = github.as(login).openPullRequest({ head: `twin-${this.branches}` });
        witness.opened(twin, who, null, [who]);
        return;
      }
      case 'retarget': {
        if (github.tip('feature') === null) github.as('root').moveBranch('feature', github.tip('main') ?? '');
        github.as(login).editPullRequest(number, { base: pull.baseBranch === 'main' ? 'feature' : 'main' });
        witness.based(number);
        return;
      }
      case 'look':
      case 'decide':
        await this.decide(number, step.do === 'decide');
        return;
      case 'press':
        if (github.status(head)?.state === 'success' && github.status(head)?.creatorId === APP_ID) {
          this.moving(() => github.as(login).mergePullRequest(number));
        }
        return;
      case 'admin-merge':
        this.moving(() => github.as(login).mergePullRequest(number));
        return;
      case 'swallow':
        this.moving(() => github.as(login).pushMerge('main', [github.tip('main') ?? '', head], 'main'));
        return;
    }
  }

  /** Every pull request of a branch has got other commits. */
  private pushed(branch: string, who: number, force: boolean): void {
    for (const pull of this.open())
      if (pull.headBranch === branch && pull.headForkId === null) this.witness.pushed(pull.number, who, force);
  }

  /** The gate decides; what it lets pass is held to the witness and then merged, by the app or by hand. */
  private async decide(number: number, merges: boolean): Promise<void> {
    const { github } = this;
    const before = this.before();
    const main = this.tree('main');
    const tip = github.tip('main') ?? '';
    const about = before.get(number);
    const { verdict } = await runGate(github, number, { merge: merges, forge: this.forge() });
    if (about === undefined) return;
    if (verdict.state === 'success') {
      const merged = github.world.git.mergeTree(tip, about.head);
      if (merged === null) throw new Unsafe(`#${number} passes and conflicts`);
      const after = this.treeOf(merged);
      const why = this.witness.unsafe({ ...about, before: main, after, day: this.day, settlement: null });
      if (why !== null) throw new Unsafe(`#${number} passes as ${verdict.basis}: ${why}`);
      if (merges && !github.pull(number).merged) github.as('root').mergePullRequest(number);
    }
    this.tellLanded(before, main, new Set(before.keys()));
  }

  private treeOf(tree: string): Tree {
    const { git } = this.github.world;
    const items = git.tree(tree, true).filter(({ type }) => type !== 'tree');
    return new Map(items.map(({ path, mode, sha }) => [path, `${mode} ${mode === '160000' ? sha : git.blob(sha).toString('utf8')}`]));
  }

  /** What is said to be ratified is what was agreed, filed and accepted. */
  async end(): Promise<void> {
    for (const contract of contracts) {
      const { state } = await readRatification(this.forge(), this.github.tip('main') ?? '', contract);
      const wrong = this.witness.wrong(contract, this.tree('main'));
      if (state === 'ratified' && wrong.length > 0) throw new Unsafe(`${contract} is said to be ratified and is not: ${wrong.join(', ')}`);
    }
  }
}
