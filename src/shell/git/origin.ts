import { execFileSync } from 'node:child_process';

/** `owner/name` of the remote `origin` of a git checkout; null where there is none or it is on no forge. */
export function originOf(root: string): string | null {
  const url = remoteOf(root);
  return url === null ? null : repositoryIn(url);
}

/** The address of the remote `origin` of a git checkout; null where there is none. */
export function remoteOf(root: string): string | null {
  try {
    return execFileSync('git', ['-C', root, 'remote', 'get-url', 'origin'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null; // no git, no checkout or no such remote
  }
}

/** The repository in `https://host/owner/name.git`, `ssh://git@host/owner/name` or `git@host:owner/name.git`. */
export function repositoryIn(url: string): string | null {
  return placeIn(url)?.repository ?? null;
}

/** What is known of where a repository is on its forge. */
export interface KnownPlace {
  /** The forge's address, as a workflow names it. */
  readonly server: string | null;
  /** `owner/name`. */
  readonly repository: string | null;
  /** The address of the remote, which may hold a user and a password. */
  readonly remote: string | null;
}

const NAME = /^[\w.-]+\/[\w.-]+$/;
const HOST = /^[A-Za-z0-9.-]+$/;
const SERVER = /^https?:\/\/[A-Za-z0-9.:-]+$/;

/**
 * A repository's page on its forge, such as `https://github.com/acme/contracts`; null where nothing names one. Of a remote only host and
 * path are taken: whoever reads a page is to find no password in it.
 */
export function pageOf({ server, repository, remote }: KnownPlace): string | null {
  const origin = remote === null ? null : placeIn(remote);
  const name = repository ?? origin?.repository ?? null;
  if (name === null || !NAME.test(name)) return null;
  if (server !== null) return SERVER.test(server) ? `${server}/${name}` : null;
  // A repository that was typed and is not the remote's may be on another forge than the remote is.
  const host = origin !== null && origin.repository === name ? origin.host : repository === null ? null : 'github.com';
  return host === null || !HOST.test(host) ? null : `https://${host}/${name}`;
}

/** Host, without its port, and repository of a remote's address; null of a folder. */
function placeIn(url: string): { readonly host: string; readonly repository: string } | null {
  const found = /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(url) ?? /^(?:[^/:@]+@)([^/:]+):(.+)$/.exec(url);
  const [, host = '', path = ''] = found ?? [];
  const repository = /^\/?([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(path)?.[1];
  // GitHub's own name for SSH over port 443 serves no pages.
  return repository === undefined ? null : { host: host === 'ssh.github.com' ? 'github.com' : host, repository };
}
