import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';
import { kept } from '../../src/kernel/kept.js';
import { REPOSITORY } from '../run-cli.js';

/** The texts of a folder, by their paths in the repository. */
function textsIn(folder: string): Map<string, string> {
  const entries = readdirSync(join(REPOSITORY, folder), { recursive: true, withFileTypes: true });
  return new Map(
    entries.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? [[relative(REPOSITORY, path), readFileSync(path, 'utf8')] as const] : [];
    }),
  );
}

/** The terms of a contract that the repository ships. */
export const sampleTerms = kept((id: string): Terms => {
  const { folder, issues } = loadContract(id, textsIn(`contracts/${id}`));
  if (folder === null) throw new Error(JSON.stringify(issues));
  return folder.terms;
});

export const SAMPLES = ['acme-linkstar-us', 'acme-linkstar-uk', 'acme-linkstar-amazon-jp', 'acme-linkstar-eu-logistics'];
