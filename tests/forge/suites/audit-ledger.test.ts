import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit } from '../../../src/commands/run/audit.js';
import { gate } from '../../../src/commands/run/gate.js';
import { readRatification } from '../../../src/reading/ratification.js';
import type { Audit } from '../../../src/report/audit.js';
import { contextFor, printed } from '../../in-process.js';
import { agree, CONTRACT_ID, type Scene, settlementScene } from './settlement-scene.js';

/* A contract whose January was proposed, accepted and settled, and what is found when its ledger is touched. */

let scene: Scene;
const FOLDER = `contracts/${CONTRACT_ID}/ledger/2026-01`;
const at = (day: string) => scene.github.clock.set(`2026-${day}T09:00:00Z`);

beforeEach(async () => {
  scene = await settlementScene();
  at('01-01');
  await scene.settle();
  at('02-05');
  await scene.settle();
});
afterEach(async () => {
  expect(scene.github.violations).toEqual([]);
  await scene.stop();
});

async function audited(): Promise<Audit> {
  const context = contextFor({ root: tmpdir() });
  return JSON.parse((await printed(context, audit(context, scene.forge('mei'), null))).output) as Audit;
}
const found = async (login = 'mei') =>
  (await readRatification(scene.forge(login), scene.github.tip('main') ?? '', CONTRACT_ID)).issues.map(({ code }) => code);
const text = (name: string) => scene.github.file(`${FOLDER}/${name}`, 'main') ?? '';

test('accepted by both: the statement is listed with its approvals, and the next one is proposed', async () => {
  agree(scene.github, 2);
  const { contracts, issues } = await audited();
  expect(issues).toEqual([]);
  expect(contracts[0]).toMatchObject({ state: 'ratified', agreedBy: 1, ledger: { statements: 1, replays: true } });
  expect(
    contracts[0]?.changes.map(({ pullRequest, parts, basis, approvals }) => ({ pullRequest, parts, basis, approvals: approvals.length })),
  ).toEqual([
    { pullRequest: 2, parts: ['ledger'], basis: 'both-parties', approvals: 2 },
    { pullRequest: 1, parts: ['terms'], basis: 'both-parties', approvals: 2 },
  ]);
  at('03-05');
  expect((await scene.settle()).lines[0]).toContain('2026-02 #3 proposed');
});

test('an approver’s deleted account takes no agreement along: the statement names it, and the app merged what was accepted', async () => {
  const { github } = scene;
  const { provenance } = JSON.parse(github.file(`${FOLDER}/statement.json`, `settlement/${CONTRACT_ID}/2026-01`) ?? '{}') as {
    provenance: { agreement: unknown };
  };
  expect(provenance.agreement).toEqual({
    pullRequest: 1,
    head: github.pull(1).pull.headSha,
    approvals: [
      { user: 11, at: expect.stringMatching(/^2025-12-20T/) },
      { user: 12, at: expect.stringMatching(/^2025-12-20T/) },
    ],
  });
  github.as('mei').approve(2);
  github.as('tom').approve(2);
  await gate(contextFor({ root: tmpdir() }), scene.forge(), { subject: 'all', merge: true, dryRun: false, locales: ['en'] });
  github.removePerson('tom');
  expect(await found()).toEqual([]);
  at('03-05');
  expect((await scene.settle()).lines[0]).toContain('2026-02 #3 proposed');
});

const runGate = () => gate(contextFor({ root: tmpdir() }), scene.forge(), { subject: 'all', merge: true, dryRun: false, locales: ['en'] });
async function acceptedByGate(): Promise<void> {
  scene.github.as('mei').approve(2);
  scene.github.as('tom').approve(2);
  await runGate();
}

test.each([
  ['the app had let it pass', true],
  ['only somebody else had said so', false],
])('an approver’s account is deleted before the first statement under the new text: %s', async (_, isDecided) => {
  const { github } = scene;
  await acceptedByGate();
  const path = `contracts/${CONTRACT_ID}/contract.yaml`;
  github.as('eve').push('raise', { [path]: (github.file(path, 'main') ?? '').replace('amount: 1000', 'amount: 1200') });
  const number = github.as('eve').openPullRequest({ head: 'raise' });
  github.as('mei').approve(number);
  if (!isDecided) await runGate();
  github.as('tom').approve(number);
  if (isDecided) await runGate();
  else
    await scene
      .forge('eve')
      .setStatus(github.pull(number).pull.headSha, { context: 'concord/both-parties', state: 'success', description: '', url: null });
  github.as('eve').mergePullRequest(number);
  github.removePerson('tom');
  expect(await found()).toEqual(isDecided ? [] : ['terms-merged']);
});

test('a payment that a party filed alone and the app merged stays when the account is gone', async () => {
  const { github } = scene;
  await acceptedByGate();
  const path = `contracts/${CONTRACT_ID}/events/2026-02-05-paid.yaml`;
  github.as('mei').push('paid', { [path]: 'kind: payment\nparty: brand\namount: 9\non: 2026-02-04\nreference: y\n' });
  const number = github.as('mei').openPullRequest({ head: 'paid' });
  await runGate();
  expect(github.pull(number).pull.mergedAt).not.toBeNull();
  github.removePerson('mei');
  expect(await found('tom')).toEqual([]);
});

test('accepted by silence', async () => {
  at('02-15');
  await gate(contextFor({ root: tmpdir() }), scene.forge(), { subject: 'all', merge: true, dryRun: false, locales: ['en'] });
  const { contracts, issues } = await audited();
  expect(issues).toEqual([]);
  expect(contracts[0]?.changes[0]).toMatchObject({ pullRequest: 2, basis: 'deemed-accepted', approvals: [] });
});

test('merged before anybody accepted it: nothing more is settled', async () => {
  scene.github.as('eve').mergePullRequest(2);
  expect(await found()).toEqual(['ledger-merged', 'ledger-merged', 'ledger-merged', 'ledger-merged']);
  at('03-05');
  const { exitCode, errors, lines } = await scene.settle();
  expect([exitCode, lines.length]).toEqual([1, 4]);
  expect(errors).toContain('ledger-merged');
});

test('a statement that is forged afterwards, and put back', async () => {
  agree(scene.github, 2);
  const statement = text('statement.json');
  scene.github.as('eve').push('main', { [`${FOLDER}/statement.json`]: statement.replace('1100.00', '9100.00') });
  const forged = await audited();
  expect(forged.contracts[0]).toMatchObject({ state: 'unratified', ledger: { replays: false } });
  expect(forged.issues.map(({ code }) => code)).toContain('ledger-pushed');
  scene.github.as('mei').push('main', { [`${FOLDER}/statement.json`]: statement });
  expect(await found()).toEqual([]);
});

test('a ledger that disappears', async () => {
  agree(scene.github, 2);
  const files = ['evidence.json', 'statement.json', 'statement.md', 'terms.json'];
  scene.github.as('eve').push('main', Object.fromEntries(files.map((file) => [`${FOLDER}/${file}`, null])));
  expect(await found()).toEqual(files.map(() => 'ledger-pushed'));
});

test('events that came by right stay proven by the statement that counted them', async () => {
  const { github, file, settle } = scene;
  file('mei', '2026-02-05-wire', 'kind: payment\nparty: brand\namount: 1\non: 2026-02-04\nreference: x\n');
  await settle();
  agree(github, 2);
  expect(await found()).toEqual([]);
  github.as('eve').push('main', {
    [`contracts/${CONTRACT_ID}/events/2026-02-05-more.yaml`]: 'kind: payment\nparty: brand\namount: 9\non: 2026-02-04\nreference: y\n',
  });
  expect(await found()).toEqual(['event-pushed']);
});
