import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { APP, codesOf, runGate } from '../gate-place.js';
import { CONTRACT_ID, type Scene, settlementScene } from './settlement-scene.js';

/* The gate over settlements as they are really proposed: replayed, waited for, disputed, forged. */

let scene: Scene;
const LEDGER = `contracts/${CONTRACT_ID}/ledger/2026-01`;
const BRANCH = `settlement/${CONTRACT_ID}/2026-01`;
const day = (date: string) => scene.github.clock.set(`${date}T09:00:00Z`);
const events = (name: string) => `contracts/${CONTRACT_ID}/events/${name}.yaml`;
const dispute = (party: string) =>
  `kind: dispute\nparty: ${party}\nperiod: 2026-01\nline: share\nclaimed: 50.00\nreason: returns\nevidence: [mail]\n`;

/** The number of January's pull request, proposed on 5 February. */
async function proposed(): Promise<number> {
  day('2026-02-05');
  await scene.settle();
  const found = scene.github.pulls().find(({ pull }) => pull.headBranch === BRANCH);
  if (found === undefined) throw new Error('not proposed');
  return found.number;
}

beforeEach(async () => {
  scene = await settlementScene();
});
afterEach(async () => {
  expect(scene.github.violations).toEqual([]);
  await scene.stop();
});

describe('acceptance', () => {
  test('a draft with its preview waits and is not refused', async () => {
    day('2026-01-02');
    await scene.settle();
    const number = scene.github.pulls().find(({ pull }) => pull.headBranch === BRANCH)?.number ?? 0;
    const { verdict, exitCode } = await runGate(scene.github, number, { merge: true });
    expect([verdict.state, exitCode]).toEqual(['pending', 0]);
    expect(codesOf(verdict)).toEqual(expect.arrayContaining(['draft', 'preview-there']));
    expect(codesOf(verdict)).not.toContain('fault');
  });

  test('by both parties, merged by the app', async () => {
    const number = await proposed();
    expect((await runGate(scene.github, number, { merge: true })).verdict.state).toBe('pending');
    scene.github.as('mei').approve(number);
    scene.github.as('tom').approve(number);
    const { verdict } = await runGate(scene.github, number, { merge: true });
    expect(verdict).toMatchObject({ state: 'success', basis: 'both-parties' });
    expect(scene.github.files()).toContain(`${LEDGER}/statement.json`);
  });

  test('by silence on the tenth day, merged by the app', async () => {
    const number = await proposed();
    day('2026-02-14');
    const early = await runGate(scene.github, number, { merge: true });
    expect(early.verdict.state).toBe('pending');
    expect(codesOf(early.verdict)).toContain('silence-until');
    day('2026-02-15');
    const { verdict } = await runGate(scene.github, number, { merge: true });
    expect(verdict).toMatchObject({ state: 'success', basis: 'deemed-accepted' });
    expect(scene.github.files()).toContain(`${LEDGER}/statement.json`);
  });

  test('days that it was closed are not days of silence', async () => {
    const number = await proposed();
    scene.github.as('tom').closePullRequest(number);
    day('2026-02-14');
    scene.github.as('tom').reopenPullRequest(number);
    day('2026-02-20');
    expect((await runGate(scene.github, number)).verdict.state).toBe('pending');
    day('2026-02-24');
    expect((await runGate(scene.github, number)).verdict.basis).toBe('deemed-accepted');
  });
});

describe('forged evidence', () => {
  test('pushed onto the settlement branch by somebody who then waits for silence', async () => {
    const number = await proposed();
    const text = scene.github.file(`${LEDGER}/statement.md`, BRANCH) ?? '';
    scene.github.as('tom').push(BRANCH, { [`${LEDGER}/statement.md`]: `${text}\nforged\n` }, { author: { name: APP } });
    day('2026-03-20');
    const { verdict } = await runGate(scene.github, number, { merge: true });
    expect(verdict.state).toBe('failure');
    expect(codesOf(verdict)).toEqual(expect.arrayContaining(['ledger-pushed-by', 'ledger-differs']));
    expect(scene.github.files()).not.toContain(`${LEDGER}/statement.json`);
  });

  test('put back to the very bytes by somebody else: still not the app’s push', async () => {
    const number = await proposed();
    const head = scene.github.pull(number).pull.headSha;
    scene.github.as('tom').push(BRANCH, { 'docs/x.md': 'x\n' });
    scene.github.as('tom').moveBranch(BRANCH, head);
    day('2026-03-20');
    const { verdict } = await runGate(scene.github, number, { merge: true });
    expect(verdict.state).toBe('failure');
    expect(codesOf(verdict)).toContain('ledger-pushed-by');
  });

  test('bytes that the engine does not write, whoever pushed them', async () => {
    const number = await proposed();
    const text = scene.github.file(`${LEDGER}/statement.json`, BRANCH) ?? '';
    scene.github.as(APP).push(BRANCH, { [`${LEDGER}/statement.json`]: text.replace('"1000.00"', '"1000000.00"') });
    scene.github.as('mei').approve(number);
    scene.github.as('tom').approve(number);
    const { verdict } = await runGate(scene.github, number, { merge: true });
    expect(verdict.state).toBe('failure');
    expect(codesOf(verdict)).toContain('ledger-differs');
  });
});

describe('disputes', () => {
  test('an open one stops the silence as long as it could be merged', async () => {
    const number = await proposed();
    day('2026-02-15');
    scene.github.as('mei').push('dispute', { [events('2026-02-15-dispute')]: dispute('brand') });
    const open = scene.github.as('mei').openPullRequest({ head: 'dispute' });
    const { verdict } = await runGate(scene.github, number, { merge: true });
    expect(verdict.state).toBe('pending');
    expect(codesOf(verdict)).toContain('silence-disputed');
    expect((await runGate(scene.github, open)).verdict.basis).toBe('filed-alone');
    // Left open, it is not filed: its date has passed.
    day('2026-02-17');
    expect((await runGate(scene.github, open)).verdict.state).toBe('pending');
    expect((await runGate(scene.github, number)).verdict.basis).toBe('deemed-accepted');
  });

  test('one of a stranger, or a draft, stops nothing', async () => {
    const number = await proposed();
    day('2026-02-15');
    scene.github.as('eve').push('dispute', { [events('2026-02-15-dispute')]: dispute('brand') });
    scene.github.as('eve').openPullRequest({ head: 'dispute' });
    scene.github.as('tom').push('other', { [events('2026-02-15-other')]: dispute('provider') });
    scene.github.as('tom').openPullRequest({ head: 'other', draft: true });
    expect((await runGate(scene.github, number)).verdict.basis).toBe('deemed-accepted');
  });

  test('a merged one waits for the next run, which counts it; the days go on, since one party alone puts nothing off', async () => {
    const number = await proposed();
    day('2026-02-10');
    scene.file('mei', '2026-02-10-dispute', dispute('brand'));
    day('2026-02-16');
    const before = await runGate(scene.github, number, { merge: true });
    expect(before.verdict.state).toBe('pending');
    expect(codesOf(before.verdict)).toEqual(expect.arrayContaining(['ledger-outdated', 'silence-disputed']));
    await scene.settle();
    const after = await runGate(scene.github, number, { merge: true });
    expect(after.verdict).toMatchObject({ state: 'success', basis: 'deemed-accepted' });
    expect(scene.github.file(`${LEDGER}/statement.json`)).toContain('"disputed"');
  });
});
