import { loadWorkspace, WORKSPACE_FILE, type Workspace } from '../contract/load-workspace.js';
import type { Account, ReadableFiles } from '../ports.js';

/** The account of a workflow's own token: it acts where the workspace names no app. */
export const ACTIONS_BOT: Account = { id: 41898282, login: 'github-actions[bot]', kind: 'bot' };

/** The account that acts for Concord by a workspace. */
export function botOf(workspace: Workspace): Account {
  return workspace.github === null ? ACTIONS_BOT : { id: workspace.github.app.user, login: '', kind: 'bot' };
}

/** The account that acts for Concord by the workspace in a repository's files; the workflows' where that cannot be read. */
export async function botAccount(files: ReadableFiles): Promise<Account> {
  const text = await files.read(WORKSPACE_FILE);
  const { workspace } = loadWorkspace(text === null ? new Map() : new Map([[WORKSPACE_FILE, text]]));
  return workspace === null ? ACTIONS_BOT : botOf(workspace);
}
