import type { ReadableFiles } from '../ports/files.js';
import type { Settler } from '../settlement/tasks.js';

/** The workflow that settles every day, where a repository has it. */
const WORKFLOW_FILE = '.github/workflows/settle.yml';

/** Who settles what is due in a repository, by its files. */
export async function settlerIn(files: ReadableFiles): Promise<Settler> {
  return (await files.read(WORKFLOW_FILE)) === null ? 'either' : 'workflow';
}
