import { formLists } from '../forms/form-lists.js';
import { formPages } from '../forms/form-page.js';
import type { ReadableFiles } from '../ports/files.js';
import { listContracts, type ReadContract, readContract } from './repository.js';

/** The issue forms as the contracts ask for them, and the contracts that have errors and so are in none. */
export interface WantedForms {
  /** Path → text. */
  readonly pages: ReadonlyMap<string, string>;
  readonly without: readonly string[];
}

/** The forms of contracts that have been read, whose order counts. One with an error keeps the forms from none of the others. */
export function formsOf(contracts: readonly ReadContract[]): WantedForms {
  const sources = contracts.flatMap(({ folder }) => (folder === null ? [] : { contract: folder.terms.contract, events: folder.events }));
  const without = contracts.flatMap(({ id, folder }) => (folder === null ? [id] : []));
  return { pages: formPages(formLists(sources)), without };
}

/** The forms of all contracts in a repository. */
async function wantedForms(files: ReadableFiles): Promise<WantedForms> {
  const contracts: ReadContract[] = [];
  for (const id of await listContracts(files)) contracts.push(await readContract(files, id, { evidence: false }));
  return formsOf(contracts);
}

/** The forms of a repository, and those of them that it does not have as they are wanted. */
export async function differingForms(
  files: ReadableFiles,
): Promise<WantedForms & { readonly differing: readonly { readonly path: string; readonly text: string }[] }> {
  const wanted = await wantedForms(files);
  const differing: { path: string; text: string }[] = [];
  for (const [path, text] of wanted.pages) if ((await files.read(path)) !== text) differing.push({ path, text });
  return { ...wanted, differing };
}
