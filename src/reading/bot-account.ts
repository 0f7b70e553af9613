import type { Workspace } from '../contract/load-workspace.js';
import type { ReadableFiles } from '../ports/files.js';
import type { Account } from '../ports/forge.js';
import { readWorkspace } from '../running/read-workspace.js';

/** The account of a workflow's own token: it acts where the workspace names no app. */
export const ACTIONS_BOT: Account = { id: 41898282, login: 'github-actions[bot]', kind: 'bot' };

/** The account that acts for Concord by a workspace. */
export function botOf(workspace: Workspace): Account {
  return workspace.github === null ? ACTIONS_BOT : { id: workspace.github.app.user, login: '', kind: 'bot' };
}

/** The account that acts for Concord by the workspace in a repository's files; the workflows' where that cannot be read. */
export async function botAccount(files: ReadableFiles): Promise<Account> {
  const { workspace } = await readWorkspace(files);
  return workspace === null ? ACTIONS_BOT : botOf(workspace);
}
