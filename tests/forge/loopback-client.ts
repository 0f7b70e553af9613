import { Octokit } from '@octokit/rest';
import { type Github, startGithub } from './loopback/start-github.js';

/* A small repository and the real Octokit, for the proofs of the loopback itself. */

export const at = { owner: 'brand', repo: 'contracts' };

export function startSmall(): Promise<Github> {
  return startGithub({
    people: [
      { login: 'ana', id: 11, role: 'write' },
      { login: 'bo', id: 12, role: 'write' },
      { login: 'root', id: 13, role: 'admin' },
      { login: 'stranger', id: 14 },
    ],
    files: { 'contracts/a/contract.yaml': 'id: a\n', 'contracts/b/contract.yaml': 'id: b\n' },
  });
}

const quiet = () => undefined;

/** The client with a token; what it warns of is not for whoever reads the results. */
export function clientWith({ url }: Github, token: string): Octokit {
  return new Octokit({ auth: token, baseUrl: url, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });
}

/** The status of a refused call. */
export function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'not refused',
    (error: { status: number }) => error.status,
  );
}
