import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONTRACTS, WORKSPACE_FILE } from '../../contract/paths.js';

/**
 * The repository that a command is run in, as git finds its own: the folder itself or the nearest one above it that holds contracts, no
 * further up than the top of a checkout. The folder itself where there is none.
 * @param from an absolute path
 */
export function repositoryAbove(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (holdsContracts(folder)) return folder;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return from;
  }
}

/** A folder that is merely called so, as one with scans in it, is none of ours. */
function holdsContracts(folder: string): boolean {
  if (existsSync(join(folder, WORKSPACE_FILE))) return true;
  try {
    const places = readdirSync(join(folder, CONTRACTS), { withFileTypes: true });
    return places.some((each) => each.isDirectory() && existsSync(join(folder, CONTRACTS, each.name, 'contract.yaml')));
  } catch {
    return false;
  }
}
