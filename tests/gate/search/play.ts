import { type Action, alice, ann, app, bob, type Change, carol, mallory, ROOT, STRANGER } from './actions.js';
import { changedBetween, type Tree } from './paper-git.js';
import { SETTLED, statementOf, withChange } from './paper-texts.js';
import { type Blindness, DAY, headOf, type PaperPull, PaperWorld } from './paper-world.js';
import { contractOf } from './witness.js';

const SETTLEMENT_BRANCH = 'settlement/a-contract/2026-02';
const CONTRACTS = ['a-contract', 'b-contract'] as const;

const ACTORS: ReadonlyMap<number, string> = new Map([
  ...[alice, ann].map((id) => [id, 'brand'] as const),
  ...[bob, carol].map((id) => [id, 'provider'] as const),
  [mallory, 'writer'],
  [STRANGER, 'stranger'],
  [ROOT, 'administrator'],
  [app, 'app'],
]);

/** A history in which something was not safe. */
export class Unsafe extends Error {}

/** Plays actions on paper and holds every step to the witness. */
export class Game {
  readonly world: PaperWorld;
  readonly counts = new Map<string, number>();
  private administrator = false;
  private left = false;
  /** Somebody has merged by a status that may have been out of date. */
  private pressed = false;
  private checked = '';

  constructor(blind: Blindness = {}) {
    this.world = new PaperWorld(blind);
    // Both parties have agreed to what is there.
    for (const contract of ['a', 'b'] as const) {
      const pull = this.open(app, { at: 'terms', contract, says: 0, list: 0 }, { author: app });
      for (const who of [alice, ann, bob, carol]) this.review(pull, who, 'APPROVED', headOf(pull));
      this.decide(pull, true);
      if (!pull.merged) throw new Error('nothing begins');
    }
  }

  private get openPulls(): PaperPull[] {
    return this.world.pulls.filter(({ open }) => open);
  }

  private pull(index: number): PaperPull | null {
    return this.openPulls.at(-1 - index) ?? null;
  }

  private open(who: number, change: Change, { author = who, formAuthor = null as number | null } = {}): PaperPull {
    const { world } = this;
    const head = world.git.commit(withChange(world.tree, change, world.day), [world.main]);
    return world.add({ author, formAuthor, branch: `topic-${world.pulls.length}`, pushedBy: who }, head);
  }

  private commit(pull: PaperPull, who: number, tree: Tree, parents: readonly string[]): void {
    if (who === STRANGER && !pull.fork) return;
    this.world.push(pull, who, this.world.git.commit(tree, parents));
  }

  private review(pull: PaperPull, who: number, state: 'APPROVED' | 'CHANGES_REQUESTED', commit: string): void {
    const { world } = this;
    // The forge takes no verdict of its author on one's own pull request.
    if (who === pull.author) return;
    world.reviews += 1;
    const id = world.reviews;
    pull.reviews.push({ id, by: who, user: { id: who, kind: 'user' }, state, commit, submittedAt: clock(world) });
    world.witness.said(pull.number, { who, yes: state === 'APPROVED', head: commit, id });
  }

  play(step: Action): void {
    const { world } = this;
    world.at += 30;
    if (world.gone.has(step.who)) return;
    this.count(step);
    if (step.who === ROOT) this.administrator = true;
    switch (step.do) {
      case 'open':
        this.open(step.who, step.change);
        return;
      case 'ask':
        this.open(app, step.change, { author: app });
        return;
      case 'form':
        this.form(step.who, step.change);
        return;
      case 'admin-push':
        world.moveMain(world.git.commit(withChange(world.tree, step.change, world.day), [world.main]));
        return;
      case 'admin-back':
        world.main = this.firstParent(world.main);
        return;
      case 'leave':
        // Somebody is left to speak for each party.
        if (step.who !== alice && step.who !== bob) this.leave(step.who);
        return;
      case 'restore':
        this.restore(step.who);
        return;
      case 'settle':
        this.settle();
        return;
      case 'wait':
        world.at += step.days * DAY;
        return;
      default:
        this.onPull(step);
    }
  }

  private count({ who, do: what }: Action): void {
    const key = `${ACTORS.get(who) ?? 'nobody'} ${what}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  private onPull(step: Extract<Action, { readonly pr: number }>): void {
    const { world } = this;
    const { git } = world;
    if (step.do === 'reopen') {
      const closed = world.pulls.findLast((each) => !each.open && !each.merged);
      if (closed !== undefined) closed.open = true;
      return;
    }
    const pull = this.pull(step.pr);
    if (pull === null) return;
    const head = headOf(pull);
    switch (step.do) {
      case 'push':
        this.commit(pull, step.who, withChange(git.tree(head), step.change, world.day), [head]);
        return;
      case 'approve':
      case 'object': {
        const commit = step.stale ? (pull.heads.at(-2) ?? head) : head;
        this.review(pull, step.who, step.do === 'approve' ? 'APPROVED' : 'CHANGES_REQUESTED', commit);
        return;
      }
      case 'cross':
      case 'ours': {
        const from = this.pull((step.other - 1) % 3) ?? pull;
        const other = step.other === 0 ? world.main : step.other <= 3 ? headOf(from) : (from.heads.at(-2) ?? headOf(from));
        if (git.contains(head, other)) return;
        const merged = step.do === 'ours' ? git.tree(head) : git.merge(head, other);
        if (merged !== null) this.commit(pull, step.who, merged, [head, other]);
        return;
      }
      case 'update': {
        const merged = git.contains(head, world.main) ? null : git.merge(head, world.main);
        if (merged !== null) this.commit(pull, step.who, merged, [head, world.main]);
        return;
      }
      case 'dismiss':
        this.dismiss(pull, step.who);
        return;
      case 'draft':
        pull.draft = !pull.draft;
        return;
      case 'close':
      case 'delete-branch':
        pull.open = false;
        return;
      case 'back': {
        const earlier = pull.heads.at(-2);
        if (earlier !== undefined && earlier !== head) world.push(pull, step.who, earlier);
        return;
      }
      case 'force':
        world.push(pull, step.who, git.commit(git.tree(head), [this.firstParent(head)]), true);
        return;
      case 'twin': {
        const twin = { author: step.who, branch: `twin-${world.pulls.length}`, draft: false, pushedBy: step.who };
        world.add(twin, head);
        return;
      }
      case 'retarget':
        pull.base = pull.base === 'main' ? 'feature' : 'main';
        pull.timeline.push({ kind: 'base_changed', at: clock(world) });
        world.witness.based(pull.number);
        return;
      case 'look':
        world.status.set(head, world.decide(pull).state);
        return;
      case 'decide':
        this.decide(pull, true);
        return;
      case 'press':
        this.pressed = true;
        if (world.status.get(head) === 'success' && !pull.draft) this.land(pull);
        return;
      case 'admin-merge':
        this.land(pull);
        return;
      case 'swallow':
        world.moveMain(git.commit(world.tree, [world.main, head]));
        return;
    }
  }

  private firstParent(sha: string): string {
    return this.world.git.parents(sha)[0] ?? sha;
  }

  private dismiss(pull: PaperPull, who: number): void {
    const { world } = this;
    const index = pull.reviews.findLastIndex(({ state }) => state !== 'DISMISSED');
    const found = pull.reviews[index];
    if (found === undefined || who === STRANGER) return;
    pull.reviews[index] = { ...found, state: 'DISMISSED' };
    pull.timeline.push({ kind: 'review_dismissed', at: clock(world), review: found.id });
    world.witness.takenBack(pull.number, found.id);
  }

  private leave(who: number): void {
    this.left = true;
    this.world.gone.add(who);
    this.world.witness.left(who);
  }

  /** The app opens what a form says, for the party of its author. */
  private form(who: number, change: Change): void {
    if (change.at !== 'event') return;
    const signing = this.world.witness.signingOf(`${change.contract}-contract`);
    const side = (['brand', 'provider'] as const).find((each) => signing?.people[each].includes(who));
    if (side !== undefined) this.open(app, { ...change, side }, { author: app, formAuthor: who });
  }

  private decide(pull: PaperPull, merges: boolean): void {
    const { world } = this;
    const verdict = world.decide(pull);
    world.status.set(headOf(pull), verdict.state);
    if (verdict.state !== 'success') return;
    const after = world.git.merge(world.main, headOf(pull));
    if (after === null) throw new Unsafe(`#${pull.number} passes and conflicts`);
    const why = world.witness.unsafe(world.landingIn(pull, after));
    if (why !== null) throw new Unsafe(`#${pull.number} passes as ${verdict.basis}: ${why}`);
    world.merges += 1;
    if (merges) this.land(pull);
  }

  private land(pull: PaperPull): void {
    const { world } = this;
    const head = headOf(pull);
    const after = pull.base === 'main' ? world.git.merge(world.main, head) : null;
    if (after === null) return;
    world.merge(pull, world.git.commit(after, [world.main, head]));
  }

  /** Anybody puts back what was agreed. */
  private restore(who: number): void {
    const { world } = this;
    for (const contract of [...CONTRACTS, null]) {
      const agreed = world.witness.agreed;
      const paths = changedBetween(agreed, world.tree).filter((path) => contractOf(path) === contract && isText(path));
      if (paths.length === 0) continue;
      const tree = new Map(world.tree);
      for (const path of paths) {
        const text = agreed.get(path);
        if (text === undefined) tree.delete(path);
        else tree.set(path, text);
      }
      world.add({ author: who, branch: `restore-${world.pulls.length}` }, world.git.commit(tree, [world.main]));
    }
    for (const contract of CONTRACTS) {
      const strays = world.strays(contract);
      const tree = new Map(world.tree);
      for (const { path, agreed } of strays) {
        if (agreed === null) tree.delete(path);
        else tree.set(path, agreed);
      }
      if (strays.length > 0) world.add({ author: who, branch: `restore-${world.pulls.length}` }, world.git.commit(tree, [world.main]));
    }
  }

  /** A day's run of the app: what was taken away is put back, what has changed is written anew. */
  private settle(): void {
    const { world } = this;
    if (world.tree.has(`${SETTLED}/statement.json`) || world.ratification('a-contract').state !== 'ratified') return;
    const files = statementOf(world.tree);
    const words = [...files].flat().join('\n');
    if (!world.statements.has(words) || world.blind.resetsDays === true) {
      // What a dispute changes takes no day away: one party alone raises it.
      const sameTerms = [...world.statements].find(
        ([text]) => text.replace(/"disputed":\w+/g, '') === words.replace(/"disputed":\w+/g, ''),
      );
      world.statements.set(words, world.blind.resetsDays === true ? world.at : (sameTerms?.[1] ?? world.at));
    }
    const tree = new Map([...world.tree, ...files]);
    const found = world.pulls.findLast(({ branch, author, merged }) => branch === SETTLEMENT_BRANCH && author === app && !merged);
    if (found === undefined) {
      world.add({ author: app, branch: SETTLEMENT_BRANCH }, world.git.commit(tree, [world.main]));
      return;
    }
    Object.assign(found, { open: true, draft: false });
    if (found.base !== 'main') {
      found.base = 'main';
      world.witness.based(found.number);
      found.timeline.push({ kind: 'base_changed', at: clock(world) });
    }
    const isOwn = found.pushedBy === app && found.pushers.size === 1;
    const isCurrent = world.git.contains(headOf(found), world.main) && changedBetween(tree, world.git.tree(headOf(found))).length === 0;
    if (!isOwn || !isCurrent) world.push(found, app, world.git.commit(tree, [world.main]), true);
  }

  /** Whether the product's word about a contract's text is the witness's. */
  checkRatification(): void {
    const { world } = this;
    if (world.main === this.checked) return;
    this.checked = world.main;
    for (const contract of CONTRACTS) {
      const said = world.ratification(contract);
      const right = world.witness.isSigned(contract) && world.witness.wrong(contract, world.tree).length === 0;
      if (said.state === 'ratified' && !right)
        throw new Unsafe(`${contract} is said to be ratified and is not: ${world.witness.wrong(contract, world.tree).join(', ')}`);
      if (said.state !== 'ratified' && right && !this.administrator && !this.left && !this.pressed) {
        throw new Unsafe(`${contract} is agreed and is said not to be: ${said.issues.map(({ code }) => code).join(', ')}`);
      }
    }
  }

  /** Nobody but an administrator has kept an undisputed statement from being accepted on its day. */
  checkMoney(): void {
    const { world } = this;
    // What somebody merged by a late status and whose approver's account is gone can no longer be told from what was agreed.
    if (this.administrator || (this.pressed && this.left)) return;
    const decideAll = () => {
      for (const pull of this.openPulls) this.decide(pull, pull.branch !== SETTLEMENT_BRANCH);
    };
    this.restore(mallory);
    decideAll();
    if (!world.tree.has(`${SETTLED}/statement.json`) && world.ratification('a-contract').state !== 'ratified') {
      throw new Unsafe('a text that nobody agreed to cannot be put back');
    }
    decideAll();
    this.settle();
    const proposed = () => this.openPulls.find(({ branch, author }) => branch === SETTLEMENT_BRANCH && author === app);
    world.at = Math.max(world.at, world.readyAt(proposed()) + 10 * DAY);
    for (let count = 0; count < 2; count++) {
      if (world.tree.has(`${SETTLED}/statement.json`)) return;
      decideAll();
      this.settle();
      const pull = proposed();
      if (pull !== undefined) this.decide(pull, true);
    }
    if (!world.tree.has(`${SETTLED}/statement.json`)) throw new Unsafe('money stands still that nobody disputes');
  }
}

const isText = (path: string) => !/^contracts\/[^/]+\/(events|ledger)\//.test(path);
const clock = (world: PaperWorld) => BigInt(Date.UTC(2026, 2, 10) + world.at * 60_000) * 1000n;
