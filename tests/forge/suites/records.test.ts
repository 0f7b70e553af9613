import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRatification } from '../../../src/reading/ratification.js';
import { CONTRACT, codesOf, contractText, forgeAs, runGate, startPlace, TERMS } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';

/* Rule 16 for records: what came by nobody's right is taken away, what was taken away is put back, by anybody and nothing else. */

let github: Github;
const EVENT = `contracts/${CONTRACT}/events/2026-03-10-paid.yaml`;
const PAYMENT = 'kind: payment\nparty: brand\namount: 5.00\non: 2026-03-09\nreference: r\n';

beforeEach(async () => {
  github = await startPlace();
  const number = propose('mallory', { [TERMS]: contractText('3500') });
  for (const login of ['alice', 'bob']) github.as(login).approve(number);
  github.as('mallory').mergePullRequest(number);
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

let branches = 0;
function propose(login: string, files: Readonly<Record<string, string | null>>): number {
  branches += 1;
  github.as(login).push(`branch-${branches}`, files);
  return github.as(login).openPullRequest({ head: `branch-${branches}` });
}
const ratification = async () =>
  (await readRatification(forgeAs(github), github.tip('main') ?? '', CONTRACT)).issues.map(({ code }) => code);

/** Puts something back by somebody who signs for nobody, without anybody's approval. */
async function putBack(files: Readonly<Record<string, string | null>>): Promise<void> {
  const number = propose('mallory', files);
  const { verdict } = await runGate(github, number);
  expect([verdict.state, verdict.basis]).toEqual(['success', 'restored']);
  github.as('mallory').mergePullRequest(number);
  expect(await ratification()).toEqual([]);
}

test('an event of one’s own that is pressed after its day stops nothing for longer than it takes to take it away', async () => {
  const number = propose('alice', { [EVENT]: PAYMENT });
  expect((await runGate(github, number)).verdict.basis).toBe('filed-alone');
  github.clock.set('2026-03-12T00:05:00Z');
  github.as('alice').mergePullRequest(number);
  expect(await ratification()).toEqual(['event-merged']);
  await putBack({ [EVENT]: null });
});

describe('two payments of one reference, of which each passes and both together break the contract', () => {
  const other = EVENT.replace('paid', 'wired');
  const both = async () => {
    const numbers = [propose('alice', { [EVENT]: PAYMENT }), propose('alice', { [other]: PAYMENT.replace('5.00', '6.00') })];
    for (const number of numbers) expect((await runGate(github, number)).verdict.basis).toBe('filed-alone');
    return numbers as [number, number];
  };

  test('pressed one after the other, the later one anybody may take away', async () => {
    for (const number of await both()) github.as('alice').mergePullRequest(number);
    expect(await ratification()).toEqual(['event-merged']);
    await putBack({ [other]: null });
  });

  test('the app merges only what was decided on the default branch as it is', async () => {
    const [first, second] = await both();
    // the first is merged while the run for the second says what it has decided
    github.as('alice').push(`branch-${branches}`, { [other]: PAYMENT.replace('5.00', '7.00') });
    github.faults.during('repos/create-commit-status', 'before', () => github.as('alice').mergePullRequest(first));
    await runGate(github, second, { merge: true });
    expect([github.pull(second).merged, github.file(other)]).toEqual([false, null]);
  });
});

test('an event and a ledger that an administrator has pushed', async () => {
  github.as('root').push('main', { [EVENT]: PAYMENT, [`contracts/${CONTRACT}/ledger/2026-01/note.md`]: 'x\n' });
  expect(await ratification()).toEqual(['event-pushed', 'ledger-pushed']);
  await putBack({ [EVENT]: null, [`contracts/${CONTRACT}/ledger/2026-01/note.md`]: null });
});

test('an event that was filed by right is put back as it was, whatever its day, and is never taken away', async () => {
  const number = propose('alice', { [EVENT]: PAYMENT });
  github.as('alice').mergePullRequest(number);
  const away = propose('mallory', { [EVENT]: null });
  expect(codesOf((await runGate(github, away)).verdict)).toContain('record-changed');
  github.as('root').push('main', { [EVENT]: null });
  expect(await ratification()).toEqual(['event-removed']);
  github.clock.set('2026-03-20T09:00:00Z');
  const other = propose('mallory', { [EVENT]: PAYMENT.replace('5.00', '6.00') });
  expect((await runGate(github, other)).verdict.state).not.toBe('success');
  await putBack({ [EVENT]: PAYMENT });
});

test('a default branch that was moved back has lost the events that were filed since', async () => {
  const before = github.tip('main') ?? '';
  const number = propose('alice', { [EVENT]: PAYMENT });
  github.as('alice').mergePullRequest(number);
  expect(await ratification()).toEqual([]);
  github.as('root').moveBranch('main', before);
  expect(await ratification()).toEqual(['event-removed']);
  await putBack({ [EVENT]: PAYMENT });
});

test('where an approver’s account is gone, what came with their approval is not for one to take away', async () => {
  const number = propose('mallory', { [EVENT]: PAYMENT });
  for (const login of ['alice', 'carol']) github.as(login).approve(number);
  github.as('mallory').mergePullRequest(number);
  expect(await ratification()).toEqual([]);
  github.removePerson('carol');
  expect(await ratification()).toContain('event-merged');
  const away = propose('bob', { [EVENT]: null });
  expect((await runGate(github, away)).verdict.state).toBe('failure');
});

test('what stands beside something else is not put back', async () => {
  const rightful = EVENT.replace('paid', 'wired');
  github.as('alice').mergePullRequest(propose('alice', { [rightful]: PAYMENT.replace('reference: r', 'reference: s') }));
  github.as('root').push('main', { [EVENT]: PAYMENT });
  for (const beside of [{ [TERMS]: contractText('9999') }, { [rightful]: null }, { [EVENT.replace('paid', 'more')]: PAYMENT }]) {
    const number = propose('mallory', { [EVENT]: null, ...beside });
    expect((await runGate(github, number)).verdict.state).not.toBe('success');
  }
  await putBack({ [EVENT]: null });
});

test('only an agreement to contract.yaml covers an event that came otherwise', async () => {
  github.as('root').push('main', { [EVENT]: PAYMENT });
  const definitions = github.file(`contracts/${CONTRACT}/definitions.yaml`) ?? '';
  for (const [path, text] of [
    [`contracts/${CONTRACT}/definitions.yaml`, `${definitions}# more\n`] as const,
    [TERMS, contractText('3600')] as const,
  ]) {
    const number = propose('mallory', { [path]: text });
    for (const login of ['alice', 'bob']) github.as(login).approve(number);
    github.as('mallory').mergePullRequest(number);
    expect(await ratification()).toEqual(path === TERMS ? [] : ['event-pushed']);
  }
});
