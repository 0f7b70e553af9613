import { eventFile, ledgerFolder } from '../contract/paths.js';
import { compareIssues, type Issue } from '../kernel/issue.js';
import type { Unread } from '../report/unread.js';
import type { RunInput } from '../settlement/run.js';
import type { CommandContext } from './context.js';
import { asOfFor } from './reckoned.js';
import { type ReadContract, textsOf } from './repository.js';

/** What the files of some contracts say, without a look at any data. */
export interface FiledContracts {
  /** Of those that can be read, and of what is settled of others, each as of its own day. */
  readonly readable: readonly { readonly contract: string; readonly input: RunInput }[];
  readonly unread: readonly Unread[];
  /** What is wrong with the others, as a reader walks through the files. */
  readonly issues: readonly Issue[];
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * What is told of a contract by its files. One that cannot be read still owes what its statements say: of it, the terms that it was settled on
 * last, and the events that have no fault.
 * @returns null where nothing can be told: nothing is settled, or the ledger or an event that a statement counted is not as it was.
 */
export function filedInput(context: CommandContext, contract: ReadContract): RunInput | null {
  const { id, folder, ledger, issues } = contract;
  const inputOf = ({ terms, events }: Pick<RunInput, 'terms' | 'events'>): RunInput => {
    return { terms, events, ledger, asOf: asOfFor(context, terms.contract.calendar.timezone) };
  };
  if (folder !== null) return inputOf(folder);
  const last = ledger.at(-1);
  const faults = new Set(issues.filter(({ severity }) => severity === 'error').map(({ at }) => at.path));
  if (last === undefined || last.terms.contract.id !== id || [...faults].some((path) => `${path}/`.startsWith(`${ledgerFolder(id)}/`)))
    return null;
  const events = contract.events.filter(({ file }) => !faults.has(eventFile(id, file)));
  const digests = new Map(events.map(({ file, digest }) => [file, digest]));
  const isWhole = ledger.every(({ statement }) => statement.events.every(({ file, digest }) => digests.get(file) === digest));
  return isWhole ? { ...inputOf({ terms: last.terms, events }), settledOnly: true } : null;
}

/** What is told of contracts, and of which of them it is less than all. */
export function filedContracts(context: CommandContext, contracts: readonly ReadContract[]): FiledContracts {
  return {
    readable: contracts.flatMap((contract) => {
      const input = filedInput(context, contract);
      return input === null ? [] : [{ contract: contract.id, input }];
    }),
    unread: unreadAmong(contracts, (contract) => filedInput(context, contract) !== null),
    issues: contracts.flatMap(({ folder, issues }) => (folder === null ? issues : [])).sort(compareIssues),
    texts: textsOf(contracts),
  };
}

/**
 * Those that cannot be read, for whoever reads what is said of the others.
 * @param isTold whether what is settled of one is told all the same
 */
export function unreadAmong(contracts: readonly ReadContract[], isTold: (contract: ReadContract) => boolean): Unread[] {
  return contracts.flatMap((contract) => {
    if (contract.folder !== null) return [];
    const errors = contract.issues.filter(({ severity }) => severity === 'error').length;
    return [{ contract: contract.id, errors, settled: isTold(contract) }];
  });
}
