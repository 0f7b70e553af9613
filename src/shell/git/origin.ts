import { execFileSync } from 'node:child_process';

/** `owner/name` of the remote `origin` of a git checkout; null where there is none or it is on no forge. */
export function originOf(root: string): string | null {
  let url: string;
  try {
    url = execFileSync('git', ['-C', root, 'remote', 'get-url', 'origin'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null; // no git, no checkout or no such remote
  }
  return repositoryIn(url);
}

/** The repository in `https://host/owner/name.git`, `ssh://git@host/owner/name` or `git@host:owner/name.git`. */
export function repositoryIn(url: string): string | null {
  const path = /^(?:https?|ssh|git):\/\/[^/]+\/(.+)$/.exec(url)?.[1] ?? /^[^/:]+@[^/:]+:(.+)$/.exec(url)?.[1];
  return /^\/?([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(path ?? '')?.[1] ?? null;
}
