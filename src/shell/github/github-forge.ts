import type { ReadableFiles } from '../../ports/files.js';
import type { Account } from '../../ports/forge.js';
import type { WholeForge } from '../../ports/whole-forge.js';
import { type ClientSettings, GithubClient } from './client.js';
import { CommitTrees } from './commit-files.js';
import { forgeError } from './failure.js';
import { reading } from './reading.js';
import { writing } from './writing.js';

export interface GithubSettings extends Omit<ClientSettings, 'token' | 'repository' | 'patient'> {
  /** `owner/name`; null where nothing names one. */
  readonly repository: string | null;
  readonly token: string | null;
  /** The account behind a token that the forge does not name. */
  readonly bot: () => Promise<Account>;
  /** The checkout that this runs in: a file of it that has a commit's very bytes need not be asked for. */
  readonly here?: Pick<ReadableFiles, 'read'>;
  /** Whether to keep to GitHub's pace; by default for every host but this machine. */
  readonly patient?: boolean;
}

const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/**
 * One repository on GitHub or GitHub Enterprise Server, by the official client. Nothing is asked until it is needed.
 * @throws ShellError where the repository, the address or the token is missing or is none.
 */
export function openGithub(settings: GithubSettings): WholeForge {
  const { apiUrl, repository, token, bot, version } = settings;
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : null;
  const place = { repository: repository ?? 'github', host: url?.host ?? '-' };
  const isHere = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const isSafe = url !== null && (url.protocol === 'https:' || (isHere && url.protocol === 'http:'));
  if (!isSafe || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    // Without what may be a password in it.
    throw forgeError('forge-address', place, { found: url === null ? apiUrl : `${url.origin}${url.pathname}` });
  }
  if (repository === null) throw forgeError('forge-no-repository', place, {});
  if (!REPOSITORY.test(repository)) throw forgeError('forge-repository-name', place, { found: repository });
  if (token === null || !/^[\x21-\x7e]+$/.test(token)) throw forgeError('forge-no-token', place, { ...place });
  const client = new GithubClient({ repository, apiUrl, token, version, patient: settings.patient ?? !isHere });
  return { ...reading(client, new CommitTrees(client, settings.here ?? null), bot), ...writing(client) };
}
