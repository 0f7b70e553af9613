import type { Definitions } from '../contract/model.js';
import { PARTIES, type Party } from '../kernel/party.js';
import { classify } from './classify.js';
import type { TermChange } from './model.js';

/** Parts of the definitions that say which tables are read, and through what. */
const SOURCES: ReadonlySet<string> = new Set(['facts', 'views', 'fx']);

/** Whether a text measures anything otherwise than the one before it, beyond what the ledger's evidence can tell. */
export function measuresOtherwise(changes: readonly TermChange[], exclusionsAdded: number): boolean {
  return exclusionsAdded > 0 || changes.some((change) => classify(change) === 'definition');
}

/**
 * Who must have approved a text before it is run on data: whoever keeps any of it, by the text that holds now. A new or changed
 * source may read anybody's tables, whatever it says of its custodian, so that both parties are asked.
 */
export function dataOwners(base: Definitions, changes: readonly TermChange[]): Party[] {
  if (changes.some(({ path }) => SOURCES.has(path[0] ?? ''))) return [...PARTIES];
  const custodians = new Set(base.facts.map(({ custodian }) => custodian));
  return PARTIES.filter((party) => custodians.has(party));
}
