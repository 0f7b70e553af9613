import { loadWorkspace, type Workspace } from '../contract/load-workspace.js';
import { WORKSPACE_FILE } from '../contract/paths.js';
import type { Issue } from '../kernel/issue.js';
import type { ReadableFiles } from '../ports/files.js';

/** The workspace of a text of the repository, with that text for showing lines of it; it is empty where there is no file. */
export interface WorkspaceReading {
  /** The default where there is no file; null where it has an error. */
  readonly workspace: Workspace | null;
  readonly issues: readonly Issue[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads contracts/workspace.yaml alone, without any contract. */
export async function readWorkspace(files: ReadableFiles): Promise<WorkspaceReading> {
  const text = await files.read(WORKSPACE_FILE);
  const texts = new Map(text === null ? [] : [[WORKSPACE_FILE, text]]);
  return { ...loadWorkspace(texts), texts };
}
