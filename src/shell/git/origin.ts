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
const HOST = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;
/** A name that is known beyond this machine: its last part has letters alone, as in `github.com` and not in `github.com-work`. */
const FOUND = /^[A-Za-z0-9][A-Za-z0-9.-]*\.(?:[A-Za-z]{2,}|xn--[a-z0-9-]+)$/;
const SERVER = /^https?:\/\/[A-Za-z0-9.:-]+$/;

/**
 * A repository's page on its forge, such as `https://github.com/acme/contracts`; null where nothing names one. Of a remote only host and
 * path are taken: whoever reads a page is to find no password in it.
 * @param hostOf the host that a name stands for where ssh is asked for it: people with two accounts call it `github-work`.
 */
export function pageOf({ server, repository, remote }: KnownPlace, hostOf: (name: string) => string = sshHost): string | null {
  const origin = remote === null ? null : placeIn(remote);
  const name = repository ?? origin?.repository ?? null;
  if (name === null || !NAME.test(name)) return null;
  if (server !== null) return SERVER.test(server) ? `${server}/${name}` : null;
  // A repository that was typed and is not the remote's may be on another forge than the remote is.
  const known = origin !== null && origin.repository === name ? servedBy(origin, hostOf) : null;
  const host = known ?? (repository === null ? null : 'github.com');
  return host === null ? null : `https://${host}/${name}`;
}

/** The host that has the pages of a remote; null where its name is none that a browser could find. */
function servedBy({ host: named, isSsh }: Place, hostOf: (name: string) => string): string | null {
  if (!HOST.test(named)) return null;
  const host = isSsh ? hostOf(named) : named;
  // GitHub's own name for SSH over port 443 serves no pages.
  if (host === 'ssh.github.com') return 'github.com';
  return FOUND.test(host) ? host : null;
}

/** What ssh's own settings make of a host's name, without connecting anywhere; the name itself where they say nothing. */
function sshHost(name: string): string {
  try {
    const settings = execFileSync('ssh', ['-G', '--', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /^hostname (\S+)$/m.exec(settings)?.[1] ?? name;
  } catch {
    return name; // no ssh
  }
}

interface Place {
  readonly host: string;
  readonly repository: string;
  /** Whether ssh is asked for the host: its name may be one of ssh's own settings. */
  readonly isSsh: boolean;
}

/** Host, without its port, and repository of a remote's address; null of a folder. */
function placeIn(url: string): Place | null {
  const address = /^(https?|ssh|git):\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(url);
  const short = /^(?:[^/:@]+@)([^/:]+):(.+)$/.exec(url);
  const [scheme = '', host = '', path = ''] = address?.slice(1) ?? (short === null ? [] : ['ssh', short[1], short[2]]);
  const repository = /^\/?([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(path)?.[1];
  return repository === undefined ? null : { host, repository, isSsh: scheme === 'ssh' };
}
