import { readFileSync } from 'node:fs';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';

/* The sample contract that names measures of four packs. */

export const UK = 'acme-linkstar-uk';
export const CONTRACTS = new URL('../../contracts/', import.meta.url);

/** A file of `contracts/`. */
export const read = (path: string): string => readFileSync(new URL(path, CONTRACTS), 'utf8');

/** Its terms, with another text of a file where one is given. @throws Error with the issues. */
export function ukTerms(definitions = read(`${UK}/definitions.yaml`), contract = read(`${UK}/contract.yaml`)): Terms {
  const files = new Map([
    ['contracts/workspace.yaml', read('workspace.yaml')],
    [`contracts/${UK}/contract.yaml`, contract],
    [`contracts/${UK}/definitions.yaml`, definitions],
  ]);
  const { folder, issues } = loadContract(UK, files);
  if (folder === null) throw new Error(JSON.stringify(issues));
  return folder.terms;
}
