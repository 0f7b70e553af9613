import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterAgreement, asFound, type Trust, unagreedIn } from '../../../src/gate/agreed-text.js';
import type { ChangedFile, PullRequestFacts, Review, TimelineEvent } from '../../../src/gate/facts.js';
import { hasLanded, landingOf } from '../../../src/gate/landing.js';
import type { GatePolicy } from '../../../src/gate/policy.js';
import type { Verdict } from '../../../src/gate/verdict.js';
import { readyFrom } from '../../../src/reading/settlement-standing.js';
import { nextStep, type PlannedPeriod, type ProposalState, type Step } from '../../../src/settlement/proposal.js';
import { decideOn, file, headBy, minute, PEOPLE, policyWith, request } from '../../gate/scenario.js';
import { relationship, settleDays } from '../../settlement/relationship.js';
import { tries } from '../../tries.js';

/*
 * Random histories of every actor over the decision, the chain of agreed texts and the steps of a settlement. What is safe is said
 * by an oracle that knows who said yes to which text and nothing of the rules. `CONCORD_SEARCH=50000` searches longer.
 */

const SEQUENCES = tries('CONCORD_SEARCH', 1200);
const { alice, ann, bob, carol, mallory } = PEOPLE;
const ROOT = 77;
const CONTRACTS = ['a-contract', 'b-contract'] as const;
type ContractId = (typeof CONTRACTS)[number];
const pathOf = (contract: ContractId) => `contracts/${contract}/contract.yaml`;
const contractIn = (path: string): ContractId => (path.includes('/a-') ? 'a-contract' : 'b-contract');

/** A text: what it says, and who signs by it. */
interface Text {
  readonly says: number;
  readonly brand: readonly number[];
  readonly provider: readonly number[];
}
const blobOf = (text: Text) => JSON.stringify(text);
const textOf = (blob: string) => JSON.parse(blob) as Text;
const FIRST: Text = { says: 0, brand: [alice, ann], provider: [bob, carol] };
const LISTS: readonly Pick<Text, 'brand' | 'provider'>[] = [
  { brand: [alice, ann], provider: [bob, carol] },
  { brand: [alice], provider: [bob] },
  // What somebody would like who pushes past everybody.
  { brand: [alice, ann], provider: [mallory] },
  { brand: [mallory], provider: [bob, carol] },
];

type Action =
  | { readonly do: 'open'; readonly who: number; readonly contract: ContractId; readonly says: number; readonly list: number }
  | { readonly do: 'push'; readonly who: number; readonly pr: number; readonly says: number; readonly list: number }
  | { readonly do: 'approve' | 'object'; readonly who: number; readonly pr: number; readonly stale: boolean }
  | { readonly do: 'dismiss' | 'draft' | 'close' | 'cross' | 'swallow' | 'update'; readonly who: number; readonly pr: number }
  | { readonly do: 'decide' | 'adminMerge'; readonly who: number; readonly pr: number }
  | { readonly do: 'adminPush'; readonly who: number; readonly contract: ContractId; readonly says: number; readonly list: number }
  | { readonly do: 'restore'; readonly who: number; readonly contract: ContractId }
  | { readonly do: 'delete'; readonly who: number };

const anybody = fc.constantFrom(alice, ann, bob, carol, mallory);
const pr = fc.constantFrom(0, 0, 0, 0, 1, 2);
const text = { says: fc.nat(3), list: fc.nat(3) };
const contract = fc.constantFrom(...CONTRACTS);
const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const action: fc.Arbitrary<Action> = fc.oneof(
  weighted(3, fc.record({ do: fc.constant('open' as const), who: anybody, contract, ...text })),
  weighted(2, fc.record({ do: fc.constant('push' as const), who: anybody, pr, ...text })),
  weighted(12, fc.record({ do: fc.constant('approve' as const), who: anybody, pr, stale: fc.constantFrom(false, false, false, true) })),
  weighted(1, fc.record({ do: fc.constant('object' as const), who: anybody, pr, stale: fc.constant(false) })),
  weighted(
    4,
    fc.record({
      do: fc.constantFrom('dismiss' as const, 'draft' as const, 'close' as const, 'cross' as const, 'swallow' as const, 'update' as const),
      who: anybody,
      pr,
    }),
  ),
  weighted(8, fc.record({ do: fc.constant('decide' as const), who: fc.constant(PEOPLE.app), pr })),
  weighted(2, fc.record({ do: fc.constant('adminMerge' as const), who: fc.constant(ROOT), pr })),
  weighted(2, fc.record({ do: fc.constant('adminPush' as const), who: fc.constant(ROOT), contract, ...text })),
  weighted(2, fc.record({ do: fc.constant('restore' as const), who: anybody, contract })),
  weighted(1, fc.record({ do: fc.constant('delete' as const), who: anybody })),
);

interface Pull {
  readonly number: number;
  readonly author: number;
  readonly contract: ContractId;
  base: ReadonlyMap<string, string>;
  blob: string;
  head: number;
  open: boolean;
  draft: boolean;
  /** What its merge would bring besides, through a history that crosses. */
  sneaks: ReadonlyMap<string, string>;
  reviews: (Review & { readonly by: number })[];
  timeline: TimelineEvent[];
}

const sha = (number: number, head: number) => `${number.toString(16).padStart(20, '0')}${head.toString(16).padStart(20, '0')}`;
const BASE_POLICY = policyWith();
const tree = (files: ReadonlyMap<string, string>) => new Map([...files].map(([path, blob]) => [path, `100644 ${blob}`]));

class World {
  main = new Map<string, string>(CONTRACTS.map((id) => [pathOf(id), blobOf(FIRST)]));
  trust: Trust = asFound(this.main, 'first');
  /** The oracle's: the last text of each contract that both of its parties said yes to. */
  readonly agreed = new Map(this.main);
  readonly pulls: Pull[] = [];
  readonly gone = new Set<number>();
  readonly counts = new Map<string, number>();
  merges = 0;
  at = 0;

  private pull(index: number): Pull | null {
    return this.pulls.filter(({ open }) => open).at(-1 - index) ?? null;
  }

  private add(author: number, id: ContractId, blob: string): void {
    const number = this.pulls.length + 1;
    const made = { number, author, contract: id, base: new Map(this.main), blob, head: 1, open: true, draft: false };
    this.pulls.push({ ...made, sneaks: new Map(), reviews: [], timeline: [] });
  }

  policy(): GatePolicy {
    const [sample] = BASE_POLICY.contracts;
    if (sample === undefined) throw new Error('no sample');
    const contracts = [...this.trust.contracts].flatMap(([id, files]) => {
      const blob = files.get(`contracts/${id}/contract.yaml`)?.blob;
      if (blob === undefined) return [];
      const { brand, provider } = textOf(blob);
      return [{ ...sample, id, parties: { brand: { signatories: brand, required: 1 }, provider: { signatories: provider, required: 1 } } }];
    });
    return { ...BASE_POLICY, contracts, unagreed: unagreedIn(this.main, this.trust) };
  }

  private filesOf({ contract: id, blob, base }: Pull): ChangedFile[] {
    const path = pathOf(id);
    return base.get(path) === blob ? [] : [file(path, { sha: blob })];
  }

  private mergeOf(pull: Pull): Map<string, string> {
    const merged = new Map([...this.main, ...pull.sneaks]);
    for (const { path } of this.filesOf(pull)) merged.set(path, pull.blob);
    return merged;
  }

  factsOf(pull: Pull): PullRequestFacts {
    const files = this.filesOf(pull);
    const headTree = new Map([...pull.base, [pathOf(pull.contract), pull.blob]]);
    const head = sha(pull.number, pull.head);
    return request({
      number: pull.number,
      state: pull.open ? 'open' : 'closed',
      draft: pull.draft,
      author: { id: pull.author, kind: 'user' },
      head: headBy(pull.author, { sha: head }),
      commits: { items: [{ sha: head }], complete: true, count: 1 },
      files,
      reviews: pull.reviews.map(({ by, ...each }) => (this.gone.has(by) ? { ...each, user: null } : each)),
      timeline: pull.timeline,
      changedOnDefault: [...this.main].flatMap(([path, blob]) => (pull.base.get(path) === blob ? [] : [path])),
      landing: landingOf({ tip: tree(this.main), head: tree(headTree), merge: tree(this.mergeOf(pull)) }, files),
    });
  }

  /** Whether a person who is still there has said yes to this head, and not no since; by the history alone. */
  private yes(pull: Pull, people: readonly number[]): boolean {
    return people.some((who) => {
      if (this.gone.has(who) || who === pull.author) return false;
      const head = sha(pull.number, pull.head);
      const last = (holds: (review: Review) => boolean) =>
        Math.max(-1, ...pull.reviews.filter((each) => each.by === who && holds(each)).map(({ id }) => id));
      return last(({ state, commit }) => state === 'APPROVED' && commit === head) > last(({ state }) => state === 'CHANGES_REQUESTED');
    });
  }

  private bothSaidYes(pull: Pull): boolean {
    const { brand, provider } = textOf(this.agreed.get(pathOf(pull.contract)) ?? blobOf(FIRST));
    return this.yes(pull, brand) && this.yes(pull, provider);
  }

  /** Everything lands that a merge brings; what is recorded is what the ratification makes of it. */
  private merge(pull: Pull, kind: 'lands' | 'swallowed', decided: Verdict | null): void {
    const files = this.filesOf(pull);
    const before = new Map(this.main);
    const judged = decideOn(
      { ...this.factsOf(pull), draft: false, landing: { kind: 'exact' } },
      { policy: this.policy(), now: minute(600) },
    );
    const both = this.bothSaidYes(pull);
    if (kind === 'lands') this.main = this.mergeOf(pull);
    const changed = [...this.main].filter(([path, blob]) => before.get(path) !== blob);
    if (decided !== null) {
      this.merges += 1;
      // Safe: only what is listed, and it is what both said yes to or what was agreed before.
      for (const [path, blob] of changed) {
        expect(path).toBe(pathOf(pull.contract));
        expect(both || blob === this.agreed.get(path)).toBe(true);
      }
    }
    const headTree = new Map([...pull.base, [pathOf(pull.contract), pull.blob]]);
    const landed = hasLanded(files, tree(headTree), tree(this.main));
    if (judged.basis === 'both-parties' && landed && files.length > 0) {
      const touched = new Set(files.map(({ path }) => path));
      this.trust = afterAgreement(this.trust, { touched, files: headTree, head: sha(pull.number, pull.head) });
      // The trust never goes where the oracle has heard no yes of both.
      expect(both).toBe(true);
      this.agreed.set(pathOf(pull.contract), pull.blob);
    }
    pull.open = false;
  }

  play(step: Action): void {
    this.at += 1;
    const actor = step.who === ROOT ? 'administrator' : step.who === mallory ? 'writer' : step.who === PEOPLE.app ? 'app' : 'signatory';
    const key = `${actor} ${step.do}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    if (this.gone.has(step.who)) return;
    if (step.do === 'open') {
      this.add(step.who, step.contract, blobOf({ says: step.says, ...(LISTS[step.list] ?? FIRST) }));
      return;
    }
    if (step.do === 'restore') {
      this.add(step.who, step.contract, this.agreed.get(pathOf(step.contract)) ?? '');
      return;
    }
    if (step.do === 'adminPush') {
      this.main = new Map(this.main).set(pathOf(step.contract), blobOf({ says: 90 + step.says, ...(LISTS[step.list] ?? FIRST) }));
      return;
    }
    if (step.do === 'delete') {
      if (step.who !== alice && step.who !== bob) this.gone.add(step.who);
      return;
    }
    const pull = this.pull(step.pr);
    if (pull === null) return;
    switch (step.do) {
      case 'push':
        pull.blob = blobOf({ says: step.says, ...(LISTS[step.list] ?? FIRST) });
        pull.head += 1;
        return;
      case 'approve':
      case 'object': {
        const commit = sha(pull.number, step.stale ? pull.head - 1 : pull.head);
        const state = step.do === 'approve' ? 'APPROVED' : 'CHANGES_REQUESTED';
        const review = {
          id: this.at,
          by: step.who,
          user: { id: step.who, kind: 'user' as const },
          state,
          commit,
          submittedAt: minute(this.at),
        };
        pull.reviews.push(review);
        return;
      }
      case 'dismiss': {
        const last = pull.reviews.at(-1);
        if (last === undefined || last.state === 'DISMISSED') return;
        pull.reviews[pull.reviews.length - 1] = { ...last, state: 'DISMISSED' };
        pull.timeline.push({ kind: 'review_dismissed', at: minute(this.at), review: last.id });
        return;
      }
      case 'draft':
        pull.draft = !pull.draft;
        return;
      case 'close':
        pull.open = false;
        return;
      case 'cross': {
        const other = pathOf(pull.contract === 'a-contract' ? 'b-contract' : 'a-contract');
        pull.sneaks = new Map([[other, blobOf({ ...FIRST, says: 66 })]]);
        return;
      }
      case 'update':
        pull.base = new Map(this.main);
        pull.head += 1;
        return;
      case 'swallow':
        this.merge(pull, 'swallowed', null);
        return;
      case 'adminMerge':
        this.merge(pull, 'lands', null);
        return;
      case 'decide': {
        const verdict = decideOn(this.factsOf(pull), { policy: this.policy(), now: minute(600) });
        if (verdict.state === 'success') this.merge(pull, 'lands', verdict);
        return;
      }
    }
  }

  /** What holds after every step. */
  check(): void {
    for (const id of CONTRACTS) {
      expect(this.trust.contracts.get(id)?.get(pathOf(id))?.blob).toBe(this.agreed.get(pathOf(id)));
    }
    const unagreed = new Set(unagreedIn(this.main, this.trust).map(({ path }) => contractIn(path)));
    for (const id of CONTRACTS) expect(unagreed.has(id)).toBe(this.main.get(pathOf(id)) !== this.agreed.get(pathOf(id)));
  }

  /** Whoever can write puts back what was agreed, without anybody's approval. */
  wayBack(): void {
    for (const { path } of unagreedIn(this.main, this.trust)) {
      this.add(mallory, contractIn(path), this.agreed.get(path) ?? '');
      const pull = this.pulls.at(-1);
      if (pull === undefined) throw new Error('nothing opened');
      expect(decideOn(this.factsOf(pull), { policy: this.policy(), now: minute(600) })).toMatchObject({
        state: 'success',
        basis: 'restored',
      });
    }
  }
}

function report(title: string, counts: ReadonlyMap<string, number>): void {
  const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `  ${key}: ${count}`);
  process.stdout.write(`${title}\n${lines.join('\n')}\n`);
}

test(`${SEQUENCES} histories: nothing moves without both, and every unagreed text can be put back`, () => {
  const counts = new Map<string, number>();
  let merges = 0;
  fc.assert(
    fc.property(fc.array(action, { minLength: 10, maxLength: 45 }), (steps) => {
      const world = new World();
      for (const step of steps) {
        world.play(step);
        world.check();
      }
      world.wayBack();
      merges += world.merges;
      for (const [key, count] of world.counts) counts.set(key, (counts.get(key) ?? 0) + count);
    }),
    { numRuns: SEQUENCES },
  );
  report(`${SEQUENCES} histories, ${merges} merged by the gate`, counts);
  // The search would say nothing if nothing ever passed.
  expect(merges).toBeGreaterThan(SEQUENCES / 40);
});

/* A settlement that nobody disputes, and one party that does everything else. */

const { terms } = relationship({ fees: [{ id: 'base', kind: 'retainer', amount: 3000 }] });
const [settled] = settleDays(terms, [], [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '1000' } } }]);
if (settled === undefined) throw new Error('nothing settled');
const STATEMENT = settled;
const DAY = 24 * 60;
const DUE: PlannedPeriod = { period: '2026-01', turn: 'due', dueOn: '2026-02-05', after: null };
type Nuisance = 'draft' | 'close' | 'reopen' | 'delete' | 'push' | 'twin' | 'unlabel' | 'occupy' | 'swallow';
const NUISANCES: readonly Nuisance[] = ['draft', 'close', 'reopen', 'delete', 'push', 'twin', 'unlabel', 'occupy'];

interface Settling {
  state: ProposalState;
  readonly timeline: { readonly event: string; readonly at: bigint }[];
  standing: bigint;
  createdAt: bigint;
  draftNow: boolean;
}

/** What the app does of a day: step after step until all is said. */
function run(settling: Settling, now: bigint): void {
  for (let count = 0; count < 12; count++) {
    const step: Step = nextStep(DUE, settling.state, { asOf: '2026-02-10', rhythm: 'month', newEvents: false, remeasure: false });
    const { branch, pullRequest } = settling.state;
    const whole = { head: `head ${now}`, own: true, proposed: STATEMENT, previewedOn: null, behind: false, replays: true };
    switch (step) {
      case 'propose':
        settling.state = { ...settling.state, branch: whole, gone: null };
        settling.standing = settling.standing === 0n ? now : settling.standing;
        break;
      case 'update':
      case 'recompute':
        settling.state = { ...settling.state, branch: whole };
        break;
      case 'restore':
        settling.state = { ...settling.state, branch: { ...whole, head: settling.state.gone ?? '' }, gone: null };
        break;
      case 'displace':
        settling.state = { ...settling.state, occupied: false };
        break;
      case 'open':
        settling.createdAt = settling.createdAt === 0n ? now : settling.createdAt;
        settling.state = { ...settling.state, pullRequest: { state: 'open', draft: false, head: branch?.head ?? '', labelled: false } };
        break;
      case 'reopen':
      case 'ready':
      case 'label': {
        if (pullRequest === null) throw new Error(`${step} of nothing`);
        if (step === 'ready') settling.timeline.push({ event: 'ready_for_review', at: now });
        const changed = step === 'ready' ? { draft: false } : step === 'label' ? { labelled: true } : { state: 'open' as const };
        settling.state = { ...settling.state, pullRequest: { ...pullRequest, ...changed } };
        break;
      }
      default:
        return;
    }
  }
  throw new Error('no end');
}

function disturb(settling: Settling, nuisance: Nuisance, now: bigint): void {
  const { branch, pullRequest } = settling.state;
  if (pullRequest === null || branch === null) return;
  const change = (changed: Partial<typeof pullRequest>) => {
    settling.state = { ...settling.state, pullRequest: { ...pullRequest, ...changed } };
  };
  if (nuisance === 'draft' && !pullRequest.draft) {
    settling.timeline.push({ event: 'convert_to_draft', at: now });
    change({ draft: true });
  }
  if (nuisance === 'close') change({ state: 'closed' });
  if (nuisance === 'reopen') change({ state: 'open' });
  if (nuisance === 'unlabel') change({ labelled: false });
  if (nuisance === 'occupy') settling.state = { ...settling.state, occupied: true };
  if (nuisance === 'push') settling.state = { ...settling.state, branch: { ...branch, head: `theirs ${now}`, own: false } };
  if (nuisance === 'delete') {
    settling.state = { ...settling.state, branch: null, gone: branch.head, pullRequest: { ...pullRequest, state: 'closed' } };
  }
}

test(`${SEQUENCES} histories: one party alone stops no undisputed money`, () => {
  const counts = new Map<string, number>();
  const nuisance = fc.record({
    day: fc.nat(12),
    hour: fc.nat(23),
    what: fc.constantFrom(...NUISANCES),
    who: fc.constantFrom('brand', 'provider', 'writer'),
  });
  const days = policyWith().contracts[0]?.acceptance.days ?? 0;
  fc.assert(
    fc.property(fc.array(nuisance, { maxLength: 24 }), (nuisances) => {
      const settling: Settling = {
        state: { branch: null, pullRequest: null, occupied: false, gone: null },
        timeline: [],
        standing: 0n,
        createdAt: 0n,
        draftNow: false,
      };
      let twins = 0;
      for (let day = 0; day <= days; day++) {
        run(settling, minute(day * DAY + 1));
        if (day === days) break;
        const today = nuisances.filter((each) => each.day === day).sort((a, b) => a.hour - b.hour);
        for (const { hour, what, who } of today) {
          counts.set(`${who} ${what}`, (counts.get(`${who} ${what}`) ?? 0) + 1);
          if (what === 'twin') twins += 1;
          disturb(settling, what, minute(day * DAY + 2 + hour * 60));
        }
      }
      // The app's runs put everything back; a twin stands there in every form.
      const facts = settlementFacts(settling);
      const sameHead = Array.from({ length: twins }, (_, index) => ({
        ...facts,
        number: 100 + index,
        draft: index % 2 === 0,
        author: { id: mallory, kind: 'user' as const },
      }));
      const verdict = decideOn(facts, { sameHead, now: minute(days * DAY + 2) });
      expect([verdict.state, verdict.basis]).toEqual(['success', 'deemed-accepted']);
    }),
    { numRuns: SEQUENCES },
  );
  report(`${SEQUENCES} settlements, every one accepted by silence on its day`, counts);
});

function settlementFacts({ state, timeline, standing, createdAt }: Settling): PullRequestFacts {
  const { pullRequest } = state;
  if (pullRequest === null) throw new Error('nothing open');
  const contract = 'test-relationship';
  const added = (name: string) => file(`contracts/${contract}/ledger/2026-01/${name}`, { status: 'added' });
  return request({
    author: { id: PEOPLE.app, kind: 'bot' },
    state: pullRequest.state,
    draft: pullRequest.draft,
    head: headBy(PEOPLE.app, { branch: `settlement/${contract}/2026-01` }),
    files: ['terms.json', 'evidence.json', 'statement.json', 'statement.md'].map(added),
    readySince: readyFrom({ createdAt, draft: pullRequest.draft }, timeline, standing),
    settlement: { contract, period: '2026-01', replay: 'same', unhandledDisputes: [] },
  });
}
