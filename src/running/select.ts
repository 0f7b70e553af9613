import { CONTRACTS, WORKSPACE_FILE } from '../contract/paths.js';
import type { Issue } from '../kernel/issue.js';
import { inFile } from '../kernel/issue.js';
import type { ReadableFiles } from '../ports/files.js';
import { issue } from '../words/issue.js';
import { listContracts, type ReadContract, readContract } from './repository.js';

/** What a command works on, or why it cannot. */
export interface Selection {
  readonly contracts: readonly ReadContract[];
  readonly issues: readonly Issue[];
}

/**
 * The contracts a command works on: the one named, or all.
 * @param none whether a repository may have none yet whose people are named: what workflows run there has nothing to do.
 */
export async function selectContracts(
  context: { readonly files: ReadableFiles },
  id: string | null,
  none: 'refused' | 'yet' = 'refused',
): Promise<Selection> {
  const { ids, issues } = await selectIds(context, id, none);
  const contracts: ReadContract[] = [];
  for (const each of ids) contracts.push(await readContract(context.files, each));
  return { contracts, issues };
}

/** The same by their ids, for a command that looks at one after the other and keeps nothing of them. */
export async function selectIds(
  context: { readonly files: ReadableFiles },
  id: string | null,
  none: 'refused' | 'yet' = 'refused',
): Promise<{ readonly ids: readonly string[]; readonly issues: readonly Issue[] }> {
  const ids = await listContracts(context.files);
  if (ids.length === 0) {
    const begun = none === 'yet' && id === null && (await context.files.read(WORKSPACE_FILE)) !== null;
    return { ids, issues: begun ? [] : [issue('no-contracts', inFile(CONTRACTS), { folder: `${CONTRACTS}/` })] };
  }
  if (id !== null && !ids.includes(id)) {
    return { ids: [], issues: [issue('unknown-contract', inFile(CONTRACTS), { found: id, expected: ids.join(', ') })] };
  }
  return { ids: id === null ? ids : [id], issues: [] };
}

/** One contract by name; null with the issue when there is none. */
export async function selectContract(
  context: { readonly files: ReadableFiles },
  id: string,
): Promise<{ contract: ReadContract | null; issues: readonly Issue[] }> {
  const { contracts, issues } = await selectContracts(context, id);
  return { contract: contracts[0] ?? null, issues };
}
