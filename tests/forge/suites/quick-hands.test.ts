import { tmpdir } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { gate } from '../../../src/commands/run/gate.js';
import { contextFor, printed } from '../../in-process.js';
import { CONTRACT, contractText, forgeAs, startPlace, TERMS } from '../gate-place.js';
import { nodeId } from '../loopback/present.js';
import type { Github } from '../loopback/start-github.js';
import { CONTRACT_ID, settlementScene } from './settlement-scene.js';

/*
 * A program of one party that puts aside whatever it does not like as soon as it is opened, two calls later, or that keeps writing
 * while a decision is made. The app decides while it is put aside, then opens and merges in two calls.
 */

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

async function runAll(github: Github) {
  const context = contextFor({ root: tmpdir() });
  const result = await printed(context, gate(context, forgeAs(github), { subject: 'all', merge: true, dryRun: false, locales: ['en'] }));
  expect(github.violations).toEqual([]);
  return result;
}

/** Whenever the pull request has been opened, the second call after it comes too late. */
function program(github: Github, number: number, act: () => void): void {
  const lurk = () =>
    github.faults.during('pulls/update', 'after', () => {
      lurk();
      const strike = () => {
        const { state, merged } = github.pull(number);
        if (state === 'open' && !merged) act();
      };
      github.faults.during(null, 'before', strike, 2);
    });
  lurk();
}

const DAY = '2026-02-15T09:00:00Z';
const BRANCH = `settlement/${CONTRACT_ID}/2026-01`;

/** January's settlement, proposed on 5 February, to be accepted on the fifteenth. */
async function proposed() {
  const scene = await settlementScene();
  stop = scene.stop;
  scene.github.clock.set('2026-02-05T09:00:00Z');
  await scene.settle();
  const number = scene.github.pulls().find(({ headBranch }) => headBranch === BRANCH)?.number ?? 0;
  return { ...scene, number };
}

test('a settlement that is closed within a second of every opening is accepted on its day', async () => {
  const { github, number } = await proposed();
  github.as('tom').closePullRequest(number);
  program(github, number, () => github.as('tom').closePullRequest(number));
  github.clock.set(DAY);
  await runAll(github);
  expect(github.pull(number).merged).toBe(true);
});

test('one that is made a draft within a second of every opening is accepted on its day', async () => {
  const { github, number } = await proposed();
  github.as('tom').closePullRequest(number);
  program(github, number, () => github.as('tom').convertToDraft(number));
  github.clock.set(DAY);
  await runAll(github);
  expect(github.pull(number).merged).toBe(true);
});

test('a settlement is accepted on its day whoever keeps commenting and objecting while it is decided', async () => {
  const { github, number } = await proposed();
  github.clock.set(DAY);
  let said = 0;
  const keepOn = () =>
    github.faults.during('pulls/list-reviews', 'before', () => {
      keepOn();
      said += 1;
      github.as('tom').review(number, said % 2 === 0 ? 'COMMENT' : 'REQUEST_CHANGES', undefined, 'again');
    });
  keepOn();
  await runAll(github);
  expect(github.pull(number).merged).toBe(true);
});

const REQUEST = 'kind: acceptance_request\nparty: provider\nmilestone: launch\non: 2026-03-09\n';
const REFUSAL = 'kind: refusal\nparty: brand\nmilestone: launch\non: 2026-03-10\nreason: not done\nanswers: 2026-03-09-launch.yaml\n';

/** A place with a milestone that the agency has asked to be accepted, and the brand's pull request that refuses it. */
async function refusing(draft: boolean) {
  const github = await startPlace({
    files: {
      [TERMS]: `${contractText().trimEnd()}\n  - { id: launch, kind: milestone, amount: 500, due: 2026-09-30 }\n`,
      [`contracts/${CONTRACT}/events/2026-03-09-launch.yaml`]: REQUEST,
    },
  });
  stop = () => github.stop();
  github.as('alice').push('mine', { [`contracts/${CONTRACT}/events/2026-03-10-no.yaml`]: REFUSAL });
  return { github, number: github.as('alice').openPullRequest({ head: 'mine', draft }) };
}

test('a refusal that the agency closes within a second of every opening is filed: else silence would give the milestone', async () => {
  const { github, number } = await refusing(false);
  github.as('bob').closePullRequest(number);
  program(github, number, () => github.as('bob').closePullRequest(number));
  await runAll(github);
  expect(github.pull(number).merged).toBe(true);
});

test('what its own party has opened as a draft, or closed, stays so', async () => {
  const { github, number } = await refusing(true);
  await runAll(github);
  expect([github.pull(number).merged, github.pull(number).pull.draft]).toEqual([false, true]);
  github.as('alice').markReady(number);
  github.as('alice').closePullRequest(number);
  await runAll(github);
  expect(github.pull(number).state).toBe('closed');
});

test('whoever has the role Read puts nothing aside, and what they sign counts', async () => {
  const { github, number } = await proposed();
  github.world.state.roles[12] = 'read';
  const head = github.pull(number).pull.headSha;
  github.as('mei').push('mine', { 'docs/note.md': 'a note\n' });
  const tom = async (method: string, path: string, body: object = {}) => {
    const url = path === '/graphql' ? `${github.url}${path}` : `${github.url}/repos/${github.repository}${path}`;
    const headers = { authorization: `Bearer ${github.tokenOf('tom')}`, 'content-type': 'application/json' };
    const answer = await fetch(url, { method, headers, ...(method === 'DELETE' ? {} : { body: JSON.stringify(body) }) });
    const { errors } = (answer.status === 204 ? {} : await answer.json()) as { errors?: unknown };
    return answer.ok && errors === undefined;
  };
  const id = nodeId('PR', github.pull(number).id);
  const draft = `mutation { convertPullRequestToDraft(input: { pullRequestId: "${id}" }) { pullRequest { id } } }`;
  const attempts: readonly (readonly [string, string, object?])[] = [
    ['PATCH', `/pulls/${number}`, { base: 'mine' }],
    ['POST', '/graphql', { query: draft }],
    ['PATCH', `/pulls/${number}`, { state: 'closed' }],
    ['PATCH', `/git/refs/heads/${BRANCH}`, { sha: head, force: true }],
    ['PATCH', '/git/refs/heads/mine', { sha: head, force: true }],
    ['DELETE', `/git/refs/heads/${BRANCH}`],
    ['DELETE', '/git/refs/heads/mine'],
    ['POST', '/git/refs', { ref: 'refs/heads/settlement', sha: head }],
    ['POST', `/statuses/${head}`, { state: 'failure', context: 'concord/both-parties' }],
    ['POST', `/issues/${number}/labels`, { labels: ['bug'] }],
    ['PUT', `/pulls/${number}/merge`, { sha: head }],
  ];
  const done: string[] = [];
  for (const [method, path, body] of attempts) if (await tom(method, path, body)) done.push(`${method} ${path}`);
  expect(done).toEqual([]);
  // The same calls are taken of whoever can write.
  github.world.state.roles[12] = 'write';
  for (const [method, path, body] of attempts.slice(0, 3)) expect(await tom(method, path, body), `${method} ${path}`).toBe(true);
  github.as('mei').reopenPullRequest(number);
  github.as('mei').editPullRequest(number, { base: 'main' });
  github.as('mei').markReady(number);
  github.world.state.roles[12] = 'read';
  github.as('mei').approve(number);
  expect(await tom('POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: head })).toBe(true);
  await runAll(github);
  expect(github.pull(number).merged).toBe(true);
});
