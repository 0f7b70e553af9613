import type { Workspace } from '../contract/load-workspace.js';
import type { Contract, Duty } from '../contract/model.js';
import { contractFile, WORKSPACE_FILE } from '../contract/paths.js';
import { PARTIES, type Party } from '../kernel/party.js';
import type { Unagreed } from './agreed-text.js';

/** Who can speak for a party: numeric user ids, since a login can be renamed and taken by somebody else. */
export interface PartyPolicy {
  readonly signatories: readonly number[];
  /** How many of them must approve. */
  readonly required: number;
}

export interface ContractPolicy {
  readonly id: string;
  readonly timezone: string;
  readonly parties: Readonly<Record<Party, PartyPolicy>>;
  readonly acceptance: Contract['acceptance'];
  readonly duties: readonly Pick<Duty, 'id' | 'owes'>[];
}

/** Everything that is trusted of the repository, as the tip of the default branch has it. */
export interface GatePolicy {
  /** The repository that the status is for. */
  readonly repositoryId: number;
  readonly defaultBranch: string;
  /** The user id of the app that opens pull requests from forms and settlements; null where there is none. */
  readonly appUserId: number | null;
  readonly people: Readonly<Record<string, number>>;
  readonly governance: Readonly<Record<Party, PartyPolicy>>;
  /** Those whose last agreed text can be read and says who signs. */
  readonly contracts: readonly ContractPolicy[];
  /** Where the default branch has another text than was agreed last. */
  readonly unagreed: readonly Unagreed[];
}

export type PolicyProblemCode =
  | 'policy-missing'
  | 'policy-unknown-person'
  | 'policy-both-parties'
  | 'policy-nobody'
  | 'policy-too-many-required';

export interface PolicyProblem {
  readonly code: PolicyProblemCode;
  readonly with: Readonly<Record<string, string>>;
}

export interface PolicySource {
  readonly repositoryId: number;
  readonly defaultBranch: string;
  readonly appUserId: number | null;
  /** Null where the workspace is missing or has an error. */
  readonly workspace: Workspace | null;
  /** By folder; null where the contract has an error. */
  readonly contracts: ReadonlyMap<string, Contract | null>;
}

export interface BuiltPolicy {
  readonly policy: GatePolicy | null;
  readonly problems: readonly PolicyProblem[];
  /** By contract: it has no policy of its own, and the others go on. */
  readonly contractProblems: ReadonlyMap<string, readonly PolicyProblem[]>;
}

/**
 * The policy at the tip of the default branch. Whatever of the workspace is missing, unknown or in both parties is a problem, and
 * a policy with a problem decides nothing: the gate then answers `error`, never success. A contract with a problem is left out.
 */
export function buildPolicy(source: PolicySource): BuiltPolicy {
  const { workspace, contracts, repositoryId, defaultBranch, appUserId } = source;
  const contractProblems = new Map<string, readonly PolicyProblem[]>();
  if (workspace === null) {
    return { policy: null, problems: [{ code: 'policy-missing', with: { file: WORKSPACE_FILE } }], contractProblems };
  }
  const problems: PolicyProblem[] = [];
  const people = new Map(workspace.people.map(({ id, github }) => [id, github]));
  const idsOf = (names: readonly string[], where: string, found: PolicyProblem[]): number[] =>
    names.flatMap((name) => {
      const id = people.get(name);
      if (id === undefined) found.push({ code: 'policy-unknown-person', with: { person: name, where } });
      return id ?? [];
    });
  type Lists = (party: Party) => { names: readonly string[]; required: number };
  const lists = (where: string, of: Lists, found: PolicyProblem[]): Record<Party, PartyPolicy> => {
    const read = (party: Party): PartyPolicy => ({ signatories: idsOf(of(party).names, where, found), required: of(party).required });
    const both = { brand: read('brand'), provider: read('provider') };
    found.push(...listProblems(both, where));
    return both;
  };
  const governance = lists('governance', (party) => ({ names: workspace.governance[party], required: 1 }), problems);
  const read: ContractPolicy[] = [];
  for (const [id, contract] of contracts) {
    const own: PolicyProblem[] = contract === null ? [{ code: 'policy-missing', with: { file: contractFile(id) } }] : [];
    const listed: Lists = (party) => ({
      names: contract?.parties[party].signatories ?? [],
      required: contract?.parties[party].required ?? 1,
    });
    const parties = contract === null ? null : lists(id, listed, own);
    if (own.length > 0) contractProblems.set(id, own);
    else if (contract !== null && parties !== null) {
      read.push({
        id,
        timezone: contract.calendar.timezone,
        parties,
        acceptance: contract.acceptance,
        duties: contract.duties.map((duty) => ({ id: duty.id, owes: duty.owes })),
      });
    }
  }
  problems.push(...acrossProblems([governance, ...read.map(({ parties }) => parties)]));
  if (problems.length > 0) return { policy: null, problems, contractProblems };
  const policy = { repositoryId, defaultBranch, appUserId, people: Object.fromEntries(people), governance, contracts: read, unagreed: [] };
  return { policy, problems, contractProblems };
}

function listProblems(found: Readonly<Record<Party, PartyPolicy>>, where: string): PolicyProblem[] {
  return PARTIES.flatMap((party): PolicyProblem[] => {
    const { signatories, required } = found[party];
    const distinct = new Set(signatories).size;
    if (distinct === 0) return [{ code: 'policy-nobody', with: { party, where } }];
    if (required < 1 || required > distinct) {
      return [{ code: 'policy-too-many-required', with: { party, where, required: String(required), people: String(distinct) } }];
    }
    return [];
  });
}

/** One person speaks for one party in the whole repository: in no list of it for the other. */
function acrossProblems(lists: readonly Readonly<Record<Party, PartyPolicy>>[]): PolicyProblem[] {
  const brand = new Set(lists.flatMap((list) => list.brand.signatories));
  const both = new Set(lists.flatMap((list) => list.provider.signatories).filter((id) => brand.has(id)));
  return [...both].map((id) => ({ code: 'policy-both-parties', with: { person: String(id) } }));
}

/** Every list of a party in the repository, in one. */
export function speakersOf(policy: GatePolicy, party: Party): ReadonlySet<number> {
  return new Set([policy.governance, ...policy.contracts.map(({ parties }) => parties)].flatMap((list) => list[party].signatories));
}

/** The party that a person speaks for anywhere in the repository; null for a stranger. */
export function partyOf(policy: GatePolicy, user: number | null): Party | null {
  if (user === null) return null;
  return PARTIES.find((party) => speakersOf(policy, party).has(user)) ?? null;
}
