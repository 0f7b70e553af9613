import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gate } from '../../../src/commands/run/gate.js';
import { readRuleset } from '../../../src/gate/rulesets.js';
import { contextFor } from '../../in-process.js';
import { REPOSITORY } from '../../run-cli.js';
import { APP, codesOf, forgeAs, runGate } from '../gate-place.js';
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

  test('drafts, closings and reopenings take no day away: it counts from the day it was first ready', async () => {
    const number = await proposed();
    const tom = scene.github.as('tom');
    tom.closePullRequest(number);
    day('2026-02-12');
    tom.reopenPullRequest(number);
    tom.convertToDraft(number);
    day('2026-02-14');
    tom.closePullRequest(number);
    await scene.settle();
    expect((await runGate(scene.github, number, { merge: true })).verdict.state).toBe('pending');
    day('2026-02-15');
    expect((await runGate(scene.github, number, { merge: true })).verdict.basis).toBe('deemed-accepted');
    expect(scene.github.files()).toContain(`${LEDGER}/statement.json`);
  });

  test('a deleted branch, and a push by somebody, take no day away either', async () => {
    const number = await proposed();
    const tom = scene.github.as('tom');
    day('2026-02-09');
    tom.deleteBranch(BRANCH);
    await scene.settle();
    day('2026-02-12');
    tom.push(BRANCH, { 'docs/x.md': 'x\n' });
    day('2026-02-15');
    await scene.settle();
    expect((await runGate(scene.github, number, { merge: true })).verdict.basis).toBe('deemed-accepted');
  });

  test('the same commit in pull requests of others holds nothing: a draft, a fork’s, into another base, on another branch', async () => {
    const number = await proposed();
    const { github } = scene;
    const head = github.pull(number).pull.headSha;
    const tom = github.as('tom');
    tom.moveBranch('twin', head);
    tom.moveBranch('another', head);
    tom.moveBranch('elsewhere', github.tip('main') ?? '');
    tom.openPullRequest({ head: 'twin', draft: true });
    tom.openPullRequest({ head: 'another' });
    tom.openPullRequest({ head: 'twin', base: 'elsewhere' });
    day('2026-02-15');
    expect((await runGate(github, number, { merge: true })).verdict.basis).toBe('deemed-accepted');
    expect(github.pull(number).pull.mergedAt).not.toBeNull();
  });

  test('1,000 statuses and a locked thread do not stop a merge that was decided; they are told', async () => {
    const number = await proposed();
    const { github } = scene;
    const head = github.pull(number).pull.headSha;
    for (let count = 0; count < 1000; count++) github.as('tom').setStatus(head, 'concord/both-parties', 'failure');
    github.as('tom').lock(number);
    day('2026-02-15');
    const { verdict, exitCode } = await runGate(github, number, { merge: true });
    expect([verdict.basis, exitCode]).toEqual(['deemed-accepted', 2]);
    expect(github.pull(number).pull.mergedAt).not.toBeNull();
  });

  test('1,000 statuses under GitHub’s own rule: the app gives its branch one more commit, whose days go on, and merges that', async () => {
    const number = await proposed();
    const { github } = scene;
    const ruleset = readRuleset(readFileSync(join(REPOSITORY, '.github/rulesets/main.json'), 'utf8'), 424242);
    github.addPerson('root', 31, 'admin');
    await forgeAs(github, 'root').settings({ method: 'POST', path: '/rulesets', body: ruleset?.body ?? {} });
    const { headSha: head } = github.pull(number).pull;
    for (let count = 0; count < 1000; count++) github.as('tom').setStatus(head, 'concord/both-parties', 'failure');
    // Not before its day: the commit stays as it is.
    day('2026-02-14');
    expect((await runGate(github, number, { merge: true })).verdict.state).toBe('pending');
    expect(github.pull(number).pull.headSha).toBe(head);
    day('2026-02-15');
    const { verdict } = await runGate(github, number, { merge: true });
    expect(verdict.basis).toBe('deemed-accepted');
    const { pull } = github.pull(number);
    expect([pull.mergedAt === null, pull.headSha === head, github.status(pull.headSha)?.state]).toEqual([false, false, 'success']);
    expect(github.file(`${LEDGER}/statement.json`)).toBe(github.file(`${LEDGER}/statement.json`, head));
    const { lines } = await scene.settle();
    expect(lines[0]).not.toContain('unratified');
  });

  test('another base takes no day away: the app opens another one, whose days are those of the first', async () => {
    const number = await proposed();
    const { github } = scene;
    for (const date of ['2026-02-06', '2026-02-14']) {
      day(date);
      // of one branch GitHub has one open pull request into each base
      github.as('tom').moveBranch(`elsewhere-${date}`, github.tip('main') ?? '');
      const open = github.pulls().findLast(({ headBranch, state }) => headBranch === BRANCH && state === 'open');
      github.as('tom').editPullRequest(open?.number ?? number, { base: `elsewhere-${date}` });
      await scene.settle();
    }
    day('2026-02-15');
    await scene.settle();
    const last = github.pulls().findLast(({ headBranch }) => headBranch === BRANCH)?.number ?? 0;
    expect(last).not.toBe(number);
    expect((await runGate(github, last, { merge: true })).verdict.basis).toBe('deemed-accepted');
    expect(github.pull(last).merged).toBe(true);
  });

  test('a review that asks for changes is dismissed where GitHub would not merge for it', async () => {
    const number = await proposed();
    const { github } = scene;
    const ruleset = readRuleset(readFileSync(join(REPOSITORY, '.github/rulesets/main.json'), 'utf8'), 424242);
    github.addPerson('root', 31, 'admin');
    await forgeAs(github, 'root').settings({ method: 'POST', path: '/rulesets', body: ruleset?.body ?? {} });
    github.as('mei').requestChanges(number);
    day('2026-02-14');
    await runGate(github, number, { merge: true });
    expect(github.world.state.reviews.filter((each) => each.number === number).map(({ state }) => state)).toEqual(['CHANGES_REQUESTED']);
    day('2026-02-15');
    expect((await runGate(github, number, { merge: true })).verdict.basis).toBe('deemed-accepted');
    expect(github.pull(number).pull.mergedAt).not.toBeNull();
    expect(github.world.state.reviews.filter((each) => each.number === number).map(({ state }) => state)).toEqual(['DISMISSED']);
  });

  test('1,000 statuses on what the app has not pushed change nothing of it', async () => {
    const number = await proposed();
    const { github } = scene;
    github.as('tom').push(BRANCH, { [`${LEDGER}/statement.json`]: '{}' });
    const head = github.pull(number).pull.headSha;
    for (let count = 0; count < 1000; count++) github.as('tom').setStatus(head, 'concord/both-parties', 'failure');
    day('2026-02-15');
    expect((await runGate(github, number, { merge: true })).verdict.state).toBe('failure');
    expect(github.pull(number).pull.headSha).toBe(head);
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

test('a value that is no number, or a table that is gone, stops a contract for the days of acceptance and no longer', async () => {
  scene.sell({ '2026-01-10': 'oops' });
  day('2026-02-05');
  expect((await scene.settle()).exitCode).not.toBe(0);
  expect(scene.github.branches()).not.toContain(BRANCH);
  day('2026-02-15');
  const { errors } = await scene.settle();
  expect(errors).toContain('warning data-not-a-number');
  const { lines, total } = JSON.parse(scene.github.file(`${LEDGER}/statement.json`, BRANCH) ?? '{}');
  expect([total, lines.map(({ id, state, amount }: Record<string, string>) => `${id} ${state} ${amount}`)]).toEqual([
    '1000.00',
    ['base payable 1000.00', 'share held 0.00'],
  ]);
  day('2026-02-25');
  const number = scene.github.pulls().find(({ headBranch }) => headBranch === BRANCH)?.number ?? 0;
  expect((await runGate(scene.github, number, { merge: true })).verdict.basis).toBe('deemed-accepted');
  // Mended, it is measured, and January's commission comes as a true-up.
  scene.sell({ '2026-01-10': '1000.00', '2026-02-10': '2000.00' });
  day('2026-03-05');
  await scene.settle();
  const february = scene.github.file(`contracts/${CONTRACT_ID}/ledger/2026-02/statement.json`, `settlement/${CONTRACT_ID}/2026-02`);
  expect(JSON.parse(february ?? '{}').total).toBe('1300.00');
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

  test('one that the other party puts aside in the minute in which silence ends is brought back first, and holds it', async () => {
    const number = await proposed();
    const { github } = scene;
    day('2026-02-15');
    github.as('mei').push('dispute', { [events('2026-02-15-dispute')]: dispute('brand') });
    const open = github.as('mei').openPullRequest({ head: 'dispute' });
    github.as('tom').closePullRequest(open);
    expect(codesOf((await runGate(github, number, { merge: true })).verdict)).toContain('silence-disputed');
    expect([github.pull(open).state, github.pull(number).merged]).toEqual(['open', false]);
    // by somebody who closes it again whenever it opens, and by a run that brings nothing back
    github.as('tom').convertToDraft(open);
    expect(codesOf((await runGate(github, number)).verdict)).toContain('silence-disputed');
    // what the party itself takes back holds nothing
    github.as('mei').closePullRequest(open);
    expect((await runGate(github, number, { merge: true })).verdict.basis).toBe('deemed-accepted');
  });

  test.each([
    ['by the other party', 'tom', true],
    ['by the party itself', 'mei', false],
  ])('one put into another base %s, which is deleted, neither vanishes nor stops the money', async (_, login, isFiled) => {
    const number = await proposed();
    const { github } = scene;
    const who = github.as(login);
    day('2026-02-14');
    github.as('mei').push('dispute', { [events('2026-02-14-dispute')]: dispute('brand') });
    const open = github.as('mei').openPullRequest({ head: 'dispute' });
    who.moveBranch('elsewhere', github.tip('main') ?? '');
    who.editPullRequest(open, { base: 'elsewhere' });
    who.deleteBranch('elsewhere');
    expect(github.pull(open).state).toBe('closed');
    await gate(contextFor({ root: tmpdir() }), forgeAs(github), { subject: 'all', merge: true, dryRun: false, locales: ['en'] });
    expect(github.pull(open).merged).toBe(isFiled);
    day('2026-02-15');
    await scene.settle();
    expect((await runGate(github, number, { merge: true })).verdict.basis).toBe('deemed-accepted');
    expect(JSON.parse(github.file(`${LEDGER}/statement.json`) ?? '{}').total).toBe(isFiled ? '1050.00' : '1100.00');
  });

  test('one that cannot land stops nothing: of no line, for the other party, in conflict', async () => {
    const number = await proposed();
    const { github } = scene;
    day('2026-02-15');
    const path = events('2026-02-15-dispute');
    const open = (branch: string, text: string) => {
      github.as('tom').push(branch, { [path]: text });
      return github.as('tom').openPullRequest({ head: branch });
    };
    open('no-line', dispute('provider').replace('line: share', 'line: nothing'));
    open('not-own', dispute('brand'));
    open('conflicting', dispute('provider'));
    github.as('eve').push('main', { [path]: 'kind: payment\nparty: brand\namount: 1\non: 2026-02-15\nreference: x\n' });
    await scene.settle();
    const { verdict } = await runGate(github, number);
    expect(codesOf(verdict)).not.toContain('silence-disputed');
  });

  test('one that would pass is merged by the app, so that leaving it open holds nothing', async () => {
    await proposed();
    day('2026-02-12');
    scene.github.as('tom').push('mine', { [events('2026-02-12-mine')]: dispute('provider') });
    const mine = scene.github.as('tom').openPullRequest({ head: 'mine' });
    expect((await runGate(scene.github, mine, { merge: true })).verdict.basis).toBe('filed-alone');
    expect(scene.github.pull(mine).pull.mergedAt).not.toBeNull();
  });

  test('one whose commit takes no more statuses is merged all the same, whoever has used them up', async () => {
    const number = await proposed();
    const { github } = scene;
    const ruleset = readRuleset(readFileSync(join(REPOSITORY, '.github/rulesets/main.json'), 'utf8'), 424242);
    github.addPerson('root', 31, 'admin');
    await forgeAs(github, 'root').settings({ method: 'POST', path: '/rulesets', body: ruleset?.body ?? {} });
    day('2026-02-14');
    github.as('mei').push('dispute', { [events('2026-02-14-dispute')]: dispute('brand') });
    const open = github.as('mei').openPullRequest({ head: 'dispute' });
    const { headSha } = github.pull(open);
    for (let count = 0; count < 1000; count++) github.as('tom').setStatus(headSha, 'concord/both-parties', 'failure');
    expect((await runGate(github, open, { merge: true })).verdict.basis).toBe('filed-alone');
    expect([github.pull(open).merged, github.pull(open).headSha === headSha]).toEqual([true, false]);
    // Counted by the next run, it holds its own line and nothing else.
    day('2026-02-15');
    await scene.settle();
    expect((await runGate(github, number, { merge: true })).verdict.basis).toBe('deemed-accepted');
    expect(JSON.parse(github.file(`${LEDGER}/statement.json`) ?? '{}').total).toBe('1050.00');
  });

  test('of lines that are not, filed day after day, hold nothing', async () => {
    const number = await proposed();
    for (const date of ['2026-02-14', '2026-02-15']) {
      day(date);
      const line = `correction/2100-12/true-up/2026-01/${date === '2026-02-14' ? 'base' : 'share'}`;
      scene.github.as('mei').push(date, { [events(`${date}-none`)]: dispute('brand').replace('line: share', `line: ${line}`) });
      await runGate(scene.github, scene.github.as('mei').openPullRequest({ head: date }), { merge: true });
      if (date === '2026-02-14') await scene.settle();
    }
    // The one of today is merged, the statement has not counted it and does not list its line.
    expect(codesOf((await runGate(scene.github, number)).verdict)).not.toContain('silence-disputed');
    await scene.settle();
    expect((await runGate(scene.github, number, { merge: true })).verdict.basis).toBe('deemed-accepted');
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
