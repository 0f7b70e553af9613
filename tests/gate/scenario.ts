import { DEFAULT_WORKSPACE, type Workspace } from '../../src/contract/load-workspace.js';
import type { Contract } from '../../src/contract/model.js';
import { decide } from '../../src/gate/decide.js';
import type { ChangedFile, Head, Listed, PullRequestFacts, RepositoryFacts, Review, TimelineEvent } from '../../src/gate/facts.js';
import { buildPolicy, type GatePolicy, type PolicySource } from '../../src/gate/policy.js';
import type { Judgement, Verdict } from '../../src/gate/verdict.js';
import { type Micros, parseInstant } from '../../src/kernel/calendar.js';
import { relationship } from '../settlement/relationship.js';

/*
 * A pull request as the forge would describe it: brand alice (1) and ann (2), provider bob (11) and carol (12), the app 900.
 * Times are minutes after 2026-03-10T00:00Z.
 */

export const PEOPLE = { alice: 1, ann: 2, bob: 11, carol: 12, mallory: 66, app: 900 } as const;
export const H = 'a'.repeat(40);
export const OLD = 'b'.repeat(40);
const REPOSITORY = 5000;
export const CONTRACT = 'test-relationship';

export const minute = (minutes: number): Micros => (parseInstant('2026-03-10T00:00:00Z') ?? 0n) + BigInt(minutes) * 60_000_000n;

/** Somebody as the forge names them. */
export const userBy = (id: number) => ({ id, kind: 'user' as const });

/** `pending`, and then everything that was seen, with all that is said of it. */
export const told = ({ state, saw }: Judgement): string[] => [
  state,
  ...saw.map(({ code, with: params }) => [code, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(' ')),
];

const listed = <T>(items: readonly T[]): Listed<T> => ({ items, complete: true, count: items.length });

export const WORKSPACE: Workspace = {
  ...DEFAULT_WORKSPACE,
  people: Object.entries(PEOPLE).flatMap(([id, github]) => (id === 'app' || id === 'mallory' ? [] : [{ id, name: id, github }])),
  governance: { brand: ['alice', 'ann'], provider: ['bob', 'carol'] },
};

export function contractWith(clauses: Readonly<Record<string, unknown>> = {}): Contract {
  const parties = {
    brand: { name: 'Brand', signatories: ['alice', 'ann'] },
    provider: { name: 'Agency', signatories: ['bob', 'carol'] },
  };
  const duties = [
    { id: 'creatives', owes: 'brand', title: 'Creatives', dueDay: 5, ifLate: { kpis: ['gmv'], scoreAs: '100%' } },
    { id: 'report', owes: 'provider', title: 'Report', dueDay: 5, ifLate: { kpis: ['gmv'] } },
  ];
  return relationship({ parties, duties, fees: [{ id: 'base', kind: 'retainer', amount: 1 }], ...clauses }).terms.contract;
}

const NEW = {
  apiVersion: 'concord/v1',
  kind: 'Contract',
  id: 'new-contract',
  title: 'New',
  stage: 'live',
  data: { owner: 'brand', providerUse: 'during_term' },
  term: { from: '2026-01-01', to: '2026-12-31' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 3 },
  currency: 'USD',
  rounding: 'half_even',
  acceptance: { days: 10, silence: 'accepts' },
  disputes: { days: 30, expert: 'An expert' },
  holds: { maxPeriods: 3 },
  kpis: [{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 10000 }],
  composite: { rule: 'weighted_mean' },
  fees: [{ id: 'base', kind: 'retainer', amount: 1 }],
};

/** The text of a contract that the default branch does not have, with who signs it. */
export function newContract(brand: readonly string[], provider: readonly string[]): string {
  const parties = { brand: { name: 'B', signatories: brand }, provider: { name: 'A', signatories: provider } };
  return JSON.stringify({ ...NEW, parties });
}

export function policySource(changes: Partial<PolicySource> = {}): PolicySource {
  const contracts = new Map([
    [CONTRACT, contractWith()],
    ['other-contract', contractWith()],
  ]);
  return { repositoryId: REPOSITORY, defaultBranch: 'main', appUserId: PEOPLE.app, workspace: WORKSPACE, contracts, ...changes };
}

export function policyWith(changes: Partial<PolicySource> = {}): GatePolicy {
  const { policy, problems } = buildPolicy(policySource(changes));
  if (policy === null) throw new Error(JSON.stringify(problems));
  return policy;
}

const POLICY = policyWith();

export function file(path: string, changes: Partial<ChangedFile> = {}): ChangedFile {
  return { path, previousPath: null, status: 'modified', mode: '100644', sha: null, text: null, ...changes };
}

export const TERMS = file(`contracts/${CONTRACT}/contract.yaml`);

/** An added event file of the contract, dated the day of the scenarios. */
export function event(fields: Readonly<Record<string, unknown>>, name = '2026-03-10-x.yaml'): ChangedFile {
  return file(`contracts/${CONTRACT}/events/${name}`, { status: 'added', text: JSON.stringify(fields) });
}

let reviews = 0;
export function review(user: number, state: string, changes: Partial<Review> = {}): Review {
  reviews += 1;
  return { id: reviews, user: { id: user, kind: 'user' }, state, commit: H, submittedAt: minute(reviews), ...changes };
}
export const approve = (user: number, changes: Partial<Review> = {}) => review(user, 'APPROVED', changes);

/** A head of this repository with a branch that one account has made and pushed. */
export function headBy(user: number, changes: Partial<Head> = {}): Head {
  const pushedBy = { id: user, kind: user === PEOPLE.app ? ('bot' as const) : ('user' as const) };
  return { sha: H, repositoryId: REPOSITORY, branch: 'topic', pushedBy, pushers: [pushedBy], ...changes };
}

export interface Request extends Partial<Omit<PullRequestFacts, 'files' | 'reviews' | 'timeline' | 'changedOnDefault'>> {
  readonly files?: readonly ChangedFile[];
  readonly reviews?: readonly Review[];
  readonly timeline?: readonly TimelineEvent[];
  readonly changedOnDefault?: readonly string[];
}

/** A pull request by a stranger that changes the contract's terms, unless told otherwise. */
export function request({
  files = [TERMS],
  reviews: given = [],
  timeline = [],
  changedOnDefault = [],
  ...changes
}: Request = {}): PullRequestFacts {
  return {
    number: 7,
    state: 'open',
    draft: false,
    author: { id: PEOPLE.mallory, kind: 'user' },
    formAuthor: null,
    base: { repositoryId: REPOSITORY, branch: 'main' },
    head: headBy(PEOPLE.mallory),
    readySince: minute(0),
    commits: listed([{ sha: H }]),
    settlement: null,
    landing: { kind: 'exact' },
    strays: [],
    writtenForms: null,
    faults: [],
    ...changes,
    files: listed(files),
    unlisted: [],
    reviews: listed(given),
    timeline: listed(timeline),
    changedOnDefault: listed(changedOnDefault),
  };
}

export interface Around {
  readonly policy?: GatePolicy;
  readonly sameHead?: readonly PullRequestFacts[];
  readonly now?: Micros;
  readonly paths?: readonly string[];
}

export function decideOn(pullRequest: PullRequestFacts, around: Around = {}): Verdict {
  const repository: RepositoryFacts = { now: around.now ?? minute(600), paths: listed(around.paths ?? []) };
  return decide({ policy: around.policy ?? POLICY, problems: [] }, { repository, pullRequest, sameHead: around.sameHead ?? [] });
}

/** Both parties approve the head. */
export const bothApprove = () => [approve(PEOPLE.alice), approve(PEOPLE.bob)];

/** Every code that was seen, anywhere in the tree. */
export function codes(verdict: Verdict): string[] {
  const walk = ({ saw, children }: Judgement): string[] => [...saw.map(({ code }) => code), ...children.flatMap(walk)];
  return [...new Set(walk(verdict.judgement))];
}
