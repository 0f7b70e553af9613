import { type FormSource, formLists } from '../forms/form-lists.js';
import { formPages } from '../forms/form-page.js';
import type { ReadableFiles } from '../ports/files.js';
import { listContracts, readContract } from './repository.js';

/** The issue forms as the contracts ask for them, and the contracts that have errors and so are in none. */
export interface WantedForms {
  /** Path → text. */
  readonly pages: ReadonlyMap<string, string>;
  readonly without: readonly string[];
}

/** One contract with an error keeps the forms from none of the others. */
export async function wantedForms(files: ReadableFiles): Promise<WantedForms> {
  const sources: FormSource[] = [];
  const without: string[] = [];
  for (const id of await listContracts(files)) {
    const { folder } = await readContract(files, id, { evidence: false });
    if (folder === null) without.push(id);
    else sources.push({ contract: folder.terms.contract, events: folder.events });
  }
  return { pages: formPages(formLists(sources)), without };
}
