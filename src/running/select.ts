import { distance } from 'fastest-levenshtein';
import { CONTRACT_NAME, CONTRACTS, WORKSPACE_FILE } from '../contract/paths.js';
import { quote } from '../contract/quote.js';
import { type Issue, inNoFile } from '../kernel/issue.js';
import type { ReadableFiles } from '../ports/files.js';
import { issue } from '../words/issue.js';
import { listContracts, type ReadContract, type Reading, readContract } from './repository.js';

/** What a command works on, or why it cannot. */
export interface Selection {
  readonly contracts: readonly ReadContract[];
  readonly issues: readonly Issue[];
}

interface Place {
  readonly files: ReadableFiles;
}

/**
 * The contracts a command works on: the one named, or all.
 * @param none whether a repository may have none yet whose people are named: what workflows run there has nothing to do.
 * @param reading what of them is read, as {@link readContract} has it.
 */
export async function selectContracts(
  context: Place,
  id: string | null,
  none: 'refused' | 'yet' = 'refused',
  reading: Reading = {},
): Promise<Selection> {
  const { ids, issues } = await selectIds(context, id, none);
  const contracts: ReadContract[] = [];
  for (const each of ids) contracts.push(await readContract(context.files, each, reading));
  return { contracts, issues };
}

/** The same by their ids, for a command that looks at one after the other and keeps nothing of them. */
export async function selectIds(
  context: Place,
  id: string | null,
  none: 'refused' | 'yet' = 'refused',
): Promise<{ readonly ids: readonly string[]; readonly issues: readonly Issue[] }> {
  const ids = await listContracts(context.files);
  if (ids.length === 0) {
    const begun = none === 'yet' && id === null && (await context.files.read(WORKSPACE_FILE)) !== null;
    return { ids, issues: begun ? [] : [await noContracts(context.files)] };
  }
  const named = id === null ? null : contractNamed(id, ids);
  if (id !== null && named === null) return { ids: [], issues: [unknownContract(id, ids)] };
  return { ids: named === null ? ids : [named], issues: [] };
}

/**
 * One contract: the one that is named, or the only one.
 * @param id null: nobody has named one
 * @param reading what of it is read, as {@link readContract} has it.
 * @param rest what was typed in its place, for the example of how one is named
 * @returns null with the issue when there is none, and where nobody said which of several
 */
export async function selectContract(
  context: Place,
  id: string | null,
  reading: Reading = {},
  rest: readonly string[] = [],
): Promise<{ contract: ReadContract | null; issues: readonly Issue[] }> {
  const { ids, issues } = await selectId(context, id, rest);
  const [only] = ids;
  return { contract: only === undefined ? null : await readContract(context.files, only, reading), issues };
}

/** The same by its id; none where there is an issue. */
export async function selectId(
  context: Place,
  id: string | null,
  rest: readonly string[] = [],
): Promise<{ readonly ids: readonly string[]; readonly issues: readonly Issue[] }> {
  const ids = await listContracts(context.files);
  if (id !== null || ids.length < 2) return selectIds(context, id);
  const example = [...ids.slice(0, 1), ...rest.slice(0, 1)].join(' ');
  return { ids: [], issues: [issue('contract-unnamed', inNoFile('contract'), { expected: ids, example })] };
}

/**
 * The words after a verb whose first names the contract. Where there is one contract only, it need not be named: then they are all of what
 * comes after it. Of several none is taken for the name that nobody wrote: that it is not said which is what is told.
 * @param isNext whether a word is what may come after the contract
 * @param isOnlyNext the same where there is one contract only: a word that might also be a slip in a name
 */
export async function afterContract(
  { files }: Place,
  words: readonly string[],
  isNext: (word: string) => boolean,
  isOnlyNext: (word: string) => boolean = isNext,
): Promise<{ readonly contract: string | null; readonly rest: readonly string[] }> {
  const ids = await listContracts(files);
  const [first, ...rest] = words;
  const isLeftOut = first !== undefined && contractNamed(first, ids) === null && (ids.length === 1 ? isOnlyNext : isNext)(first);
  return isLeftOut ? { contract: null, rest: words } : { contract: first ?? null, rest };
}

/** Whether a word is written as periods are, of whatever calendar. */
export const isPeriod = (word: string): boolean => /^\d{4}-(\d{2}|Q\d|W\d{2})$/i.test(word);

/** A contract by its name, or by its folder or file as a shell completes them; null where there is none. */
export function contractNamed(typed: string, ids: readonly string[]): string | null {
  if (ids.includes(typed)) return typed;
  const [, id = ''] = new RegExp(`^(?:\\.[/\\\\])?${CONTRACTS}[/\\\\]([a-z0-9-]+)(?:[/\\\\](?:${CONTRACT_NAME})?)?$`).exec(typed) ?? [];
  return ids.includes(id) ? id : null;
}

/** There is no contract of that name. @param ids those that there are */
export function unknownContract(found: string, ids: readonly string[]): Issue {
  // A part of the name, as one says it, or a slip of one letter: names of contracts differ by little, as acme-uk and acme-fr do.
  const [near, ...others] = ids.filter((id) => id.includes(found.toLowerCase()) || distance(id, found) === 1);
  const meant = near === undefined || others.length > 0 ? {} : { suggestion: quote(near) };
  return issue('unknown-contract', inNoFile('contract'), { found, expected: ids, ...meant });
}

/** Why there is no contract, by what is there: a repository before its first contract, one in a folder below, or none at all. */
async function noContracts(files: ReadableFiles): Promise<Issue> {
  const at = inNoFile(`${CONTRACTS}/`);
  if ((await files.read(WORKSPACE_FILE)) !== null) return issue('no-contracts', at, { folder: `${CONTRACTS}/` });
  for (const { name, directory } of await files.list('')) {
    if (!directory || name.startsWith('.') || name === 'node_modules') continue;
    if ((await files.read(`${name}/${WORKSPACE_FILE}`)) !== null) return issue('contracts-elsewhere', at, { place: name });
  }
  return issue('no-repository', at, { folder: `${CONTRACTS}/` });
}
