import { compareIssues, type Issue } from '../kernel/issue.js';
import type { Unread } from '../report/unread.js';
import type { RunInput } from '../settlement/run.js';
import type { CommandContext } from './context.js';
import { asOfFor } from './reckoned.js';
import { type ReadContract, textsOf } from './repository.js';

/** What the files of some contracts say, without a look at any data. */
export interface FiledContracts {
  /** Of those that can be read, each as of its own day. */
  readonly readable: readonly { readonly contract: string; readonly input: RunInput }[];
  readonly unread: readonly Unread[];
  /** What is wrong with the others, as a reader walks through the files. */
  readonly issues: readonly Issue[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Parts contracts that can be read from those that cannot. */
export function filedContracts(context: CommandContext, contracts: readonly ReadContract[]): FiledContracts {
  return {
    readable: contracts.flatMap(({ id, folder, ledger }) => {
      if (folder === null) return [];
      const { terms, events } = folder;
      return [{ contract: id, input: { terms, events, ledger, asOf: asOfFor(context, terms.contract.calendar.timezone) } }];
    }),
    unread: unreadAmong(contracts),
    issues: contracts.flatMap(({ folder, issues }) => (folder === null ? issues : [])).sort(compareIssues),
    texts: textsOf(contracts),
  };
}

/** Those that cannot be read, for whoever reads what is said of the others. */
export function unreadAmong(contracts: readonly ReadContract[]): Unread[] {
  return contracts.flatMap(({ id, folder, issues }) =>
    folder === null ? [{ contract: id, errors: issues.filter(({ severity }) => severity === 'error').length }] : [],
  );
}
