import { parseWritten } from '../contract/parse-written.js';
import { contractFile } from '../contract/paths.js';
import { PARTIES, type Party } from '../kernel/party.js';
import type { PullRequestFacts } from './facts.js';
import { namesOf, ownerOf } from './paths.js';
import { type GatePolicy, type PartyPolicy, partyOf } from './policy.js';
import { type Sight, sight } from './verdict.js';

/** One party that must agree, for one contract or (null) for the rules of the repository. */
export interface Scope {
  readonly contract: string | null;
  readonly party: Party;
  readonly list: PartyPolicy;
}

/** The contracts of which a pull request changes a file, both names of a rename counted. */
function touchedContracts(facts: PullRequestFacts): string[] {
  const owners = facts.files.items.flatMap(namesOf).map(ownerOf);
  return [...new Set(owners.flatMap((owner) => (owner.kind === 'contract' ? [owner.contract] : [])))].sort();
}

/**
 * Rule 4: who is affected. A known contract's parties are those of the default branch, whatever the head says; a new one needs
 * the parties that it names, as far as the default branch knows these people, and the approvers of the rules of both.
 */
export function scopesOf(
  policy: GatePolicy,
  facts: PullRequestFacts,
): { readonly scopes: readonly Scope[]; readonly problems: readonly Sight[] } {
  const scopes: Scope[] = [];
  const problems: Sight[] = [];
  let governance = facts.files.items.flatMap(namesOf).some((path) => ownerOf(path).kind === 'governance');
  for (const contract of touchedContracts(facts)) {
    const known = policy.contracts.find(({ id }) => id === contract);
    if (known !== undefined) scopes.push(...PARTIES.map((party) => ({ contract, party, list: known.parties[party] })));
    else {
      governance = true;
      const named = newContractScopes(policy, facts, contract);
      scopes.push(...named.scopes);
      problems.push(...named.problems);
    }
  }
  if (governance) scopes.push(...PARTIES.map((party) => ({ contract: null, party, list: policy.governance[party] })));
  return { scopes, problems };
}

function newContractScopes(policy: GatePolicy, facts: PullRequestFacts, contract: string): { scopes: Scope[]; problems: Sight[] } {
  const path = contractFile(contract);
  const text = facts.files.items.find((file) => file.path === path && file.status !== 'removed')?.text ?? null;
  const written = text === null ? null : parseWritten('contract', path, text).value;
  if (written === null) return { scopes: [], problems: [sight('new-contract-unreadable', { path })] };
  const problems: Sight[] = [];
  const scopes = PARTIES.map((party): Scope => {
    const { signatories, required = 1 } = written.data.parties[party];
    const ids = signatories.flatMap((person) => {
      const id = Object.hasOwn(policy.people, person) ? policy.people[person] : undefined;
      if (id === undefined) problems.push(sight('new-contract-stranger', { contract, person }));
      else if ((partyOf(policy, id) ?? party) !== party) problems.push(sight('new-contract-both', { contract, person }));
      return id ?? [];
    });
    if (new Set(ids).size < required) problems.push(sight('new-contract-required', { contract, party }));
    return { contract, party, list: { signatories: ids, required } };
  });
  const other = written.data.parties;
  for (const person of other.brand.signatories) {
    if (other.provider.signatories.includes(person)) problems.push(sight('new-contract-both', { contract, person }));
  }
  return { scopes, problems };
}
