import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gate } from '../../../src/commands/run/gate.js';
import { formPin } from '../../../src/forms/form-pin.js';
import type { Verdict } from '../../../src/gate/verdict.js';
import type { WholeForge } from '../../../src/ports/whole-forge.js';
import { contextFor } from '../../in-process.js';
import { APP, CONTRACT, codesOf, contractText, forgeAs, proposeChange, runAll, runGate, startPlace, TERMS } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';

let github: Github;

beforeEach(async () => {
  github = await startPlace();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

/** What was changed; a question in GraphQL is a POST as well. */
const writes = () => github.log.filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql');
const headOf = (number: number) => github.pull(number).pull.headSha;
const verdictComments = (number: number) => github.comments(number).filter(({ body }) => body.startsWith('<!-- concord:verdict '));

describe('a proposal from nobody to both', () => {
  test('waits for both, for one, goes stale with a push, and passes with both again', async () => {
    const number = proposeChange(github);
    const first = await runGate(github, number);
    expect(first.exitCode).toBe(0);
    expect(first.verdict.state).toBe('pending');
    expect(first.verdict.parties).toEqual([
      { contract: CONTRACT, party: 'brand', required: 1, approved: [], missing: [11, 12] },
      { contract: CONTRACT, party: 'provider', required: 1, approved: [], missing: [21, 22] },
    ]);
    expect(github.status(headOf(number))).toMatchObject({ state: 'pending', description: 'Waiting: brand, provider' });

    github.as('alice').approve(number);
    expect((await runGate(github, number)).verdict.parties.map(({ approved }) => approved)).toEqual([[11], []]);
    expect(github.status(headOf(number))).toMatchObject({ state: 'pending', description: 'Waiting: provider' });

    const old = headOf(number);
    github.as(APP).push('proposal/retainer', { [TERMS]: contractText('3600') });
    github.as('bob').approve(number);
    const stale = await runGate(github, number);
    expect(stale.verdict.state).toBe('pending');
    expect(codesOf(stale.verdict)).toContain('approved-other-commit');
    expect(github.status(old)?.state).toBe('pending');

    github.as('alice').approve(number);
    const last = await runGate(github, number);
    expect(last.verdict).toMatchObject({ state: 'success', basis: 'both-parties', head: headOf(number) });
    expect(github.status(headOf(number))).toMatchObject({ state: 'success', description: 'May be merged' });
    expect(verdictComments(number)).toHaveLength(1);
    expect(verdictComments(number)[0]?.body).toContain('Both parties approved this commit.');
    expect(verdictComments(number)[0]?.body).toContain('双方均已批准此提交。');
  });

  test('a comment names people by name and mentions nobody', async () => {
    const number = proposeChange(github);
    await runGate(github, number);
    const body = verdictComments(number)[0]?.body ?? '';
    expect(body).toContain('Missing: Alice Chen, Ann Wu');
    expect(body).not.toMatch(/@\w/);
  });

  test('asked again, it posts nothing again', async () => {
    const number = proposeChange(github);
    await runGate(github, number);
    github.log.length = 0;
    await runGate(github, number);
    expect(writes()).toEqual([]);
  });

  test('a dry run posts nothing at all', async () => {
    const number = proposeChange(github);
    expect((await runGate(github, number, { dryRun: true })).verdict.state).toBe('pending');
    expect(writes()).toEqual([]);
  });

  test('a status that somebody else has set is set again', async () => {
    const number = proposeChange(github);
    await runGate(github, number);
    github.as('mallory').setStatus(headOf(number), 'concord/both-parties', 'success');
    await runGate(github, number);
    expect(github.status(headOf(number))?.state).toBe('pending');
  });
});

describe('a status in the gate’s own words', () => {
  test('by somebody else does not keep the gate from setting its own', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    const said = { context: 'concord/both-parties', state: 'success', description: 'May be merged', url: null } as const;
    await forgeAs(github, 'mallory').setStatus(headOf(number), said);
    const own = () => github.statuses(headOf(number)).map(({ state, description, creatorId }) => [state, description, creatorId]);
    expect(own()).toEqual([['success', 'May be merged', 66]]);
    await runGate(github, number);
    expect(own()).toHaveLength(2);
    expect(own()).toContainEqual(['success', 'May be merged', 98765432]);
  });
});

describe('what reading must see', () => {
  test('an objection on the second page of reviews', async () => {
    const number = proposeChange(github);
    for (let index = 0; index < 120; index++) github.as('mallory').review(number, 'COMMENT', undefined, 'no');
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as('carol').requestChanges(number);
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('pending');
    expect(codesOf(verdict)).toContain('objection');
  });

  test('a contract’s file that leaves under another name', async () => {
    const path = `contracts/${CONTRACT}/definitions.yaml`;
    const text = github.file(path) ?? '';
    github.as(APP).push('move', { [path]: null, 'docs/definitions.yaml': text });
    const number = github.as(APP).openPullRequest({ head: 'move' });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    const { verdict, exitCode } = await runGate(github, number);
    expect([verdict.state, exitCode]).toEqual(['failure', 1]);
    expect(codesOf(verdict)).toContain('mixed');
    expect(codesOf(verdict)).toContain('fault');
  });

  test('a symbolic link and a submodule', async () => {
    github.as(APP).push('link', {
      [`contracts/${CONTRACT}/views/a.duckdb.sql`]: { mode: '120000', text: '../../../package.json' },
      [`contracts/${CONTRACT}/views/b`]: { mode: '160000', text: github.tip('main') ?? '' },
    });
    const number = github.as(APP).openPullRequest({ head: 'link' });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('failure');
    expect(codesOf(verdict)).toEqual(expect.arrayContaining(['symlink', 'submodule']));
  });

  test('a force push back to what was approved', async () => {
    const number = proposeChange(github);
    const approved = headOf(number);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as('mallory').push('proposal/retainer', { [TERMS]: contractText('9999') });
    github.as('mallory').moveBranch('proposal/retainer', approved);
    expect(headOf(number)).toBe(approved);
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('pending');
    expect(codesOf(verdict)).toContain('approved-before-push');
  });

  test('approvals against another base, retargeted afterwards', async () => {
    github.as('mallory').push('feature', { 'docs/x.md': 'x\n' });
    github.as(APP).push('proposal/retainer', { [TERMS]: contractText('3500') }, { from: 'feature' });
    const number = github.as(APP).openPullRequest({ head: 'proposal/retainer', base: 'feature' });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    const before = await runGate(github, number);
    expect(before.verdict.state).toBe('pending');
    expect(codesOf(before.verdict)).toContain('other-branch');
    github.as('mallory').editPullRequest(number, { base: 'main' });
    const after = await runGate(github, number);
    expect(after.verdict.state).not.toBe('success');
    expect(codesOf(after.verdict)).toContain('approved-before-base');
  });

  test('a twin with the same commit that nobody approved', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as('mallory').push('feature', { 'docs/x.md': 'x\n' });
    const twin = github.as('mallory').openPullRequest({ head: 'proposal/retainer', base: 'feature' });
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('pending');
    expect(codesOf(verdict)).toContain('twin');
    github.as('mallory').closePullRequest(twin);
    expect((await runGate(github, number)).verdict.state).toBe('success');
  });

  test('a ghost’s approval, and one of a recycled login', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.removePerson('bob');
    github.addPerson('bob2', 77, 'write');
    expect((await runGate(github, number)).verdict.state).toBe('pending');
    github.rename('bob2', 'bobby');
    github.as('bobby').approve(number);
    expect((await runGate(github, number)).verdict.state).toBe('pending');
    github.as('carol').approve(number);
    expect((await runGate(github, number)).verdict.state).toBe('success');
  });

  test('a login taken over by somebody else does not approve', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.rename('bob', 'robert');
    github.addPerson('bob', 78, 'write');
    github.as('bob').approve(number);
    expect((await runGate(github, number)).verdict.state).toBe('pending');
    github.as('robert').approve(number);
    expect((await runGate(github, number)).verdict.state).toBe('success');
  });

  test('an approval that was dismissed does not come back with the objection’s', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    const objection = github.as('carol').requestChanges(number);
    github.as('root').dismiss(number, objection);
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('pending');
    expect(codesOf(verdict)).toContain('approved-before-dismissal');
    github.as('bob').approve(number);
    expect((await runGate(github, number)).verdict.state).toBe('success');
  });

  test('signatories that only the pull request names', async () => {
    github.as('bob').push('takeover', { [TERMS]: contractText('3000', '[alice, ann, carol]') });
    const number = github.as('bob').openPullRequest({ head: 'takeover' });
    github.as('carol').approve(number);
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('failure');
    expect(verdict.parties[0]).toMatchObject({ party: 'brand', approved: [] });
  });

  test('a default branch that has changed the contract meanwhile', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as('root').push('main', { [`contracts/${CONTRACT}/note.md`]: 'x\n' });
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('pending');
    expect(codesOf(verdict)).toContain('default-changed');
  });

  test('what has changed elsewhere does not matter', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as('root').push('main', { 'docs/x.md': 'x\n' });
    expect((await runGate(github, number)).verdict.state).toBe('success');
  });

  test('a text that would leave the default branch without a policy', async () => {
    github.as(APP).push('broken', { [TERMS]: contractText('3000').replace('target: 1000', 'target: -') });
    const number = github.as(APP).openPullRequest({ head: 'broken' });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    const { verdict, exitCode } = await runGate(github, number);
    expect([verdict.state, exitCode]).toEqual(['failure', 1]);
    expect(codesOf(verdict)).toContain('fault');
  });

  test('hostile titles and branch names are only text', async () => {
    const branch = 'x$(touch-pwned)`id`;rm';
    github.as('mallory').push(branch, { [TERMS]: contractText('1') });
    const number = github.as('mallory').openPullRequest({ head: branch, title: '--> <script>alert(1)</script> @alice ```' });
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('pending');
    expect(verdictComments(number)[0]?.body).not.toContain('script');
  });

  test('a fork that is gone', async () => {
    github.as('mallory').pushFork('topic', { [TERMS]: contractText('1') });
    const number = github.as('mallory').openPullRequest({ head: 'mallory:topic' });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as('mallory').deleteFork();
    expect((await runGate(github, number)).verdict.state).toBe('success');
  });
});

describe('a forge that is behind itself', () => {
  /** A pull request that both approve, decided by a forge of which one answer is another. */
  async function decidedWith(changed: (forge: WholeForge) => Partial<WholeForge>) {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    const forge = forgeAs(github);
    const { verdict } = await runGate(github, number, { forge: { ...forge, ...changed(forge) } });
    return { state: verdict.state, codes: codesOf(verdict) };
  }

  test('is the forge that says yes, where nothing is changed', async () => {
    expect((await decidedWith(() => ({}))).state).toBe('success');
  });

  test('a list of files from before the last push is not that of the head', async () => {
    const readme = { path: 'README.md', previousPath: null, status: 'modified' };
    const { state, codes } = await decidedWith((forge) => ({
      files: async () => {
        const { items } = await (await forge.filesAt(github.tip('main') ?? '')).entries();
        return { items: [{ ...readme, sha: items.find(({ path }) => path === 'README.md')?.sha ?? null }], complete: true };
      },
    }));
    expect(state).toBe('error');
    expect(codes).toContain('not-listed');
  });

  test('a blob that is not the head’s has no mode', async () => {
    const { state, codes } = await decidedWith((forge) => ({
      files: async (number) => {
        const { items, complete } = await forge.files(number);
        return { items: items.map((each) => ({ ...each, sha: 'd'.repeat(40) })), complete };
      },
    }));
    expect(state).toBe('error');
    expect(codes).toContain('unknown-mode');
  });

  test.each(['files', 'commits', 'reviews', 'timeline'] as const)('half a list of %s decides nothing', async (list) => {
    const half = (forge: WholeForge) => async (number: number) => ({ ...(await forge[list](number)), complete: false });
    const { state, codes } = await decidedWith((forge) => ({ [list]: half(forge) }));
    expect(state).toBe('error');
    expect(codes).toContain('list-incomplete');
  });

  test.each(['automatic_base_change_succeeded', 'base_ref_force_pushed', 'head_ref_restored'])(
    '%s makes approvals older',
    async (event) => {
      const { state } = await decidedWith((forge) => ({
        timeline: async (number) => {
          const { items, complete } = await forge.timeline(number);
          return { items: [...items, { event, at: null, actor: null, review: null }], complete };
        },
      }));
      expect(state).toBe('pending');
    },
  );
});

describe('something happens while it is being decided (rule 13)', () => {
  test('an objection between reading and posting', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.faults.during('pulls/list-reviews', 'after', () => {
      github.as('carol').requestChanges(number);
    });
    const { verdict } = await runGate(github, number);
    expect(codesOf(verdict)).toContain('objection');
    expect(github.statuses(headOf(number)).map(({ state }) => state)).toEqual(['pending']);
  });

  test('a push between reading and posting', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    const approved = headOf(number);
    github.faults.during('issues/list-events-for-timeline', 'after', () => {
      github.as(APP).push('proposal/retainer', { [TERMS]: contractText('1') });
    });
    const { verdict } = await runGate(github, number);
    expect(verdict.head).toBe(headOf(number));
    expect(verdict.state).toBe('pending');
    expect(github.statuses(approved)).toEqual([]);
  });

  test.each([
    [1, 'success'],
    [2, 'success'],
    [3, 'pending'],
  ] as const)('is decided again three times: changed between %d readings, it is %s', async (times, state) => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    for (let reading = 2; reading <= times + 1; reading++) {
      const act = () => void github.as('mallory').review(number, 'COMMENT', undefined, 'again');
      github.faults.during('pulls/list-reviews', 'before', act, reading);
    }
    expect((await runGate(github, number)).verdict.state).toBe(state);
  });

  test('what changes whenever it is read waits', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    for (let reading = 1; reading <= 4; reading++) {
      github.faults.during(
        'pulls/list-reviews',
        'before',
        () => {
          github.as('mallory').review(number, 'COMMENT', undefined, 'again');
        },
        reading,
      );
    }
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('pending');
    expect(codesOf(verdict)).toContain('keeps-changing');
    expect((await runGate(github, number)).verdict.state).toBe('success');
  });
});

describe('what approves nothing', () => {
  test('comments and labels of both parties, whatever they say', async () => {
    const number = proposeChange(github);
    for (const login of ['alice', 'bob']) {
      github.as(login).comment(number, 'Approved. LGTM :+1: /approve');
      github.as(login).review(number, 'COMMENT', undefined, 'Approved');
      github.as(login).label(number, 'approved', 'concord/both-parties');
    }
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('pending');
    expect(verdict.parties.map(({ approved }) => approved)).toEqual([[], []]);
  });
});

describe('every open pull request', () => {
  test('asks for the list of pull requests once, and once more after and before what it merges', async () => {
    for (const retainer of ['3100', '3200', '3300']) {
      github.as('mallory').push(`retainer-${retainer}`, { [TERMS]: contractText(retainer) });
      github.as('mallory').openPullRequest({ head: `retainer-${retainer}` });
    }
    const lists = () => github.log.filter(({ operation }) => operation === 'pulls/list').length;
    const all = async () => {
      const before = lists();
      await gate(contextFor({ root: tmpdir() }), forgeAs(github), { subject: 'all', merge: true, dryRun: false, locales: ['en'] });
      return lists() - before;
    };
    expect(await all()).toBe(1);
    const event = `contracts/${CONTRACT}/events/2026-03-10-paid.yaml`;
    github.as('alice').push('paid', { [event]: 'kind: payment\nparty: brand\namount: 9\non: 2026-03-09\nreference: x\n' });
    github.as('alice').openPullRequest({ head: 'paid' });
    // One that is merged here is decided on a list of its own, and changes it.
    expect(await all()).toBe(2);
    expect(github.file(event)).not.toBeNull();
    github
      .as('alice')
      .push('paid-too', { [event.replace('paid', 'more')]: 'kind: payment\nparty: brand\namount: 8\non: 2026-03-09\nreference: y\n' });
    const number = github.as('alice').openPullRequest({ head: 'paid-too' });
    github.as('bob').closePullRequest(number);
    // Put aside: one list before it is brought back, one after, one for the merge.
    expect(await all()).toBe(3);
  });

  test('is decided, oldest first; one that cannot be keeps no other from it', async () => {
    const first = proposeChange(github);
    const second = proposeChange(github, 'proposal/two');
    github.as('alice').push('move', { [`contracts/${CONTRACT}/definitions.yaml`]: null, 'docs/d.yaml': 'x\n' });
    const third = github.as('alice').openPullRequest({ head: 'move' });
    github.as('alice').push('feature', { 'docs/x.md': 'x\n' });
    const other = github.as('alice').openPullRequest({ head: 'feature', base: 'proposal/two' });
    github.faults.failOperation('pulls/get', 'before', { status: 502, message: 'Server Error' }, 4);
    const { exitCode, output, errors } = await runAll(github);
    expect(exitCode).toBe(2);
    expect(errors).toContain(`failed at GET /repos/brand/contracts/pulls/${first}: 502`);
    const { verdicts } = JSON.parse(output) as { verdicts: Verdict[] };
    expect(verdicts.map(({ pullRequest, state }) => [pullRequest, state])).toEqual([
      [second, 'pending'],
      [third, 'failure'],
    ]);
    expect(github.statuses(headOf(first))).toEqual([]);
    expect(github.status(headOf(second))?.state).toBe('pending');
    expect(github.statuses(headOf(other))).toEqual([]);
    expect((await runAll(github)).exitCode).toBe(1);
    github.as('alice').closePullRequest(third);
    expect((await runAll(github)).exitCode).toBe(0);
    github.log.length = 0;
    await runAll(github);
    // What an hourly run costs: some thirty pull requests must fit into a limit of a thousand calls.
    expect(github.log.length / 2).toBeLessThan(33);
  });

  test('is decided after the settlements, however many were opened before them', async () => {
    const numbers = [proposeChange(github), proposeChange(github, 'proposal/two')];
    const branch = `settlement/${CONTRACT}/2026-01`;
    github.as(APP).push(branch, { [`contracts/${CONTRACT}/ledger/2026-01/preview.md`]: 'x\n' });
    const settlement = github.as(APP).openPullRequest({ head: branch, draft: true });
    const { verdicts } = JSON.parse((await runAll(github)).output) as { verdicts: Verdict[] };
    expect(verdicts.map(({ pullRequest }) => pullRequest)).toEqual([settlement, ...numbers]);
  });

  test('none at all', async () => {
    expect(await runAll(github)).toEqual({ exitCode: 0, output: '{\n  "verdicts": []\n}\n' });
  });
});

const EVENT = `contracts/${CONTRACT}/events/2026-03-10-payment.yaml`;
/** As the app writes it where alice sent the form. */
const pinOf = (issue: number) => `Payment\n\n${formPin({ issue, author: 11, text: `sha256:${'0'.repeat(64)}` })}\n`;
const PAYMENT = 'kind: payment\nparty: brand\namount: 100.00\non: 2026-03-10\nreference: wire-1\n';

describe('events that a party files alone', () => {
  test('from a form: the app opens, decides and merges', async () => {
    const issue = github.as('alice').openIssue('A payment', 'text', []);
    const branch = `form/${issue}`;
    github.as(APP).push(branch, { [EVENT]: PAYMENT }, { message: pinOf(issue) });
    const number = github.as(APP).openPullRequest({ head: branch });
    const { verdict } = await runGate(github, number, { merge: true });
    expect(verdict).toMatchObject({ state: 'success', basis: 'filed-alone' });
    expect(github.pull(number).pull.mergedAt).not.toBeNull();
    expect(github.file(EVENT)).toBe(PAYMENT);
  });

  test('a forged author of the commits on somebody’s form branch', async () => {
    const issue = github.as('alice').openIssue('A payment', 'text', []);
    const branch = `form/${issue}`;
    github.as(APP).push(branch, { 'docs/x.md': 'x\n' });
    const author = { name: 'alice', email: '11+alice@users.noreply.github.com' };
    github.as('bob').push(branch, { 'docs/x.md': null, [EVENT]: PAYMENT.replace('100.00', '999999.00') }, { author });
    const number = github.as(APP).openPullRequest({ head: branch });
    const { verdict } = await runGate(github, number, { merge: true });
    expect(verdict.state).toBe('pending');
    expect(codesOf(verdict)).toContain('alone-no-filer');
    expect(github.pull(number).pull.mergedAt).toBeNull();
    // The app writes its own again: the other's push has stopped nothing for good.
    const forge = forgeAs(github);
    const own = await forge.createCommit(github.tip('main') ?? '', [{ path: EVENT, text: PAYMENT }], pinOf(issue), headOf(number));
    expect(await forge.moveBranch(branch, own)).toBe(true);
    expect((await runGate(github, number, { merge: true })).verdict.basis).toBe('filed-alone');
    expect(github.file(EVENT)).toBe(PAYMENT);
    expect(github.file('docs/x.md')).toBeNull();
  });

  test('a person’s own pull request passes, is nobody else’s to push to, and is merged by the app: nobody else presses it', async () => {
    github.as('alice').push('payment', { [EVENT]: PAYMENT });
    const number = github.as('alice').openPullRequest({ head: 'payment' });
    expect((await runGate(github, number)).verdict.basis).toBe('filed-alone');
    github.as('bob').push('payment', { [EVENT]: PAYMENT.replace('100.00', '5.00') });
    expect((await runGate(github, number)).verdict.state).toBe('pending');
    // Pushed over without the other's commit, it is hers again; on top of it, it is not.
    github.as('alice').push('payment', { [EVENT]: PAYMENT });
    expect(codesOf((await runGate(github, number)).verdict)).toContain('alone-other-pusher');
    github.as('alice').push('payment', { [EVENT]: PAYMENT }, { from: 'main', force: true });
    expect((await runGate(github, number, { merge: true })).verdict.basis).toBe('filed-alone');
    expect(github.pull(number).pull.mergedAt).not.toBeNull();
  });

  test('what both approved and the app opened is left for people to merge, unless it settles or was filed alone', async () => {
    const number = proposeChange(github);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    expect((await runGate(github, number, { merge: true })).verdict.state).toBe('success');
    expect(github.pull(number).pull.mergedAt).toBeNull();
  });

  test('from a fork it needs both: GitHub does not tell who pushed there', async () => {
    github.as('alice').pushFork('payment', { [EVENT]: PAYMENT });
    const number = github.as('alice').openPullRequest({ head: 'alice:payment' });
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('pending');
    expect(codesOf(verdict)).toContain('alone-pusher-unknown');
    github.as('ann').approve(number);
    github.as('bob').approve(number);
    expect((await runGate(github, number)).verdict.basis).toBe('both-parties');
  });

  test('one whose fields no check would take does not pass', async () => {
    github.as('alice').push('payment', { [EVENT]: PAYMENT.replace('on: 2026-03-10', 'on: 2027-03-10') });
    const number = github.as('alice').openPullRequest({ head: 'payment' });
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('failure');
    expect(codesOf(verdict)).toContain('fault');
  });
});

describe('failures of the forge', () => {
  test('a status is posted though the first answer was lost', async () => {
    const number = proposeChange(github);
    github.faults.failOperation('repos/create-commit-status', 'before');
    expect((await runGate(github, number)).verdict.state).toBe('pending');
    expect(github.status(headOf(number))?.state).toBe('pending');
  });

  test('a comment whose answer was lost is there once', async () => {
    const number = proposeChange(github);
    github.faults.failOperation('issues/create-comment', 'after');
    await runGate(github, number);
    expect(verdictComments(number)).toHaveLength(1);
  });

  test('a merge of what has been pushed meanwhile is refused', async () => {
    const issue = github.as('alice').openIssue('A payment', 'text', []);
    const branch = `form/${issue}`;
    github.as(APP).push(branch, { [EVENT]: PAYMENT }, { message: pinOf(issue) });
    const number = github.as(APP).openPullRequest({ head: branch });
    github.faults.during('pulls/merge', 'before', () => {
      github.as('mallory').push(branch, { 'evil.txt': 'x\n' });
    });
    await runGate(github, number, { merge: true });
    expect(github.pull(number).pull.mergedAt).toBeNull();
    expect(github.file('evil.txt')).toBeNull();
  });

  test('a pull request that is not there', async () => {
    await expect(runGate(github, 99, { forge: forgeAs(github) })).rejects.toMatchObject({ issues: [{ code: 'forge-no-pull-request' }] });
  });
});
