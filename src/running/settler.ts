import { SETTLE_WORKFLOW } from '../contract/paths.js';
import type { ReadableFiles } from '../ports/files.js';
import type { Settler } from '../settlement/tasks.js';
import { GITHUB } from './files-below.js';

/** Who settles what is due in a repository, by its files. */
export async function settlerIn(files: ReadableFiles): Promise<Settler> {
  return (await files.read(`${GITHUB}/workflows/${SETTLE_WORKFLOW}`)) === null ? 'either' : 'workflow';
}
