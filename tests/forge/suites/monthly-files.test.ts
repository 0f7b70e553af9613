import { afterEach, beforeEach, expect, test } from 'vitest';
import { codesOf, runGate } from '../gate-place.js';
import { agree, CONTRACT_ID, type Scene, settlementScene } from './settlement-scene.js';

/*
 * How a month's rows reach the default branch of a repository on files: by a pull request like any other. Chapter 15 says what is shown
 * here. Each party has one approver of the rules, mei and tom; eve can write and approves nothing.
 */

const ROWS = 'data/shop/sales/2026-02.csv';
const TEXT = 'id,paid_at,amount\n1,2026-02-10T12:00:00Z,2000.00\n';

let scene: Scene;

beforeEach(async () => {
  scene = await settlementScene();
});
afterEach(async () => {
  expect(scene.github.violations).toEqual([]);
  await scene.stop();
});

function brings(login: string, branch = 'data-2026-02', path = ROWS): number {
  scene.github.as(login).push(branch, { [path]: TEXT });
  return scene.github.as(login).openPullRequest({ head: branch, title: 'Rows of February' });
}

test('an approver of the rules of each party agrees to them, whoever brings them, and a person merges them', async () => {
  const { github } = scene;
  const number = brings('eve');
  const first = await runGate(github, number, { merge: true });
  expect(first.verdict).toMatchObject({ state: 'pending', basis: null });
  expect(first.verdict.parties.map(({ contract, party, missing }) => [contract, party, missing])).toEqual([
    [null, 'brand', [11]],
    [null, 'provider', [12]],
  ]);
  // one comment, and none of what it would be worth: rows of a pull request are measured by nobody
  expect(github.comments(number).map(({ body }) => /^<!-- concord:(\w+) /.exec(body)?.[1])).toEqual(['verdict']);
  github.as('mei').approve(number);
  expect((await runGate(github, number, { merge: true })).verdict.state).toBe('pending');
  github.as('tom').approve(number);
  expect((await runGate(github, number, { merge: true })).verdict).toMatchObject({ state: 'success', basis: 'both-parties' });
  expect(github.pull(number).merged).toBe(false);
  github.as('eve').mergePullRequest(number);
  expect(github.file(ROWS)).toBe(TEXT);
});

test('the only approver of a party does not bring them: nobody would be left to approve', async () => {
  const { github } = scene;
  const number = brings('mei');
  github.as('tom').approve(number);
  const { verdict } = await runGate(github, number);
  expect(verdict.state).toBe('pending');
  expect(codesOf(verdict)).toContain('nobody-left');
  const [{ body } = { body: '' }] = github.comments(number);
  expect(body).toContain('Besides the author only 0 could approve: let somebody else open it, or name further people for this party');
  expect(body).toContain('除作者外仅有 0 人可批准：请改由他人新建，或为该方增加批准人');
});

test('not with a change of the contract that reads them', async () => {
  const { github } = scene;
  const definitions = `contracts/${CONTRACT_ID}/definitions.yaml`;
  github.as('eve').push('both', { [ROWS]: TEXT, [definitions]: `${github.file(definitions)}# of February on\n` });
  const number = github.as('eve').openPullRequest({ head: 'both', title: 'Rows and how they are read' });
  const { verdict } = await runGate(github, number);
  expect([verdict.state, codesOf(verdict).includes('mixed')]).toEqual(['failure', true]);
});

test('merged they leave what was approved approved: two that bring rows, a change of terms, and a statement that is proposed', async () => {
  const { github } = scene;
  github.clock.set('2026-02-16T04:00:00Z');
  const [january = ''] = (await scene.settle()).lines;
  expect(january).toContain('proposed');
  const statement = github.pulls().find(({ headBranch }) => headBranch === `settlement/${CONTRACT_ID}/2026-01`)?.number ?? 0;
  const proposed = github.pull(statement).headSha;
  const terms = `contracts/${CONTRACT_ID}/contract.yaml`;
  github.as('eve').push('terms', { [terms]: `${github.file(terms)}# read together\n` });
  const change = github.as('eve').openPullRequest({ head: 'terms', title: 'A comment' });
  const other = brings('eve', 'ads-2026-02', 'data/ads/spend/2026-02.csv');
  const open = [statement, change, other];
  for (const number of open) github.as('mei').approve(number);

  const rows = brings('eve');
  agree(github, rows);
  expect(github.file(ROWS)).toBe(TEXT);

  await scene.settle();
  expect(github.pull(statement).headSha).toBe(proposed);
  for (const number of open) github.as('tom').approve(number);
  for (const number of open) expect((await runGate(github, number)).verdict.state, String(number)).toBe('success');
});
