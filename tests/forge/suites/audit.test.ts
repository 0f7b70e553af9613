import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audit } from '../../../src/commands/run/audit.js';
import { readRatification } from '../../../src/reading/ratification.js';
import type { Audit } from '../../../src/report/audit.js';
import { contextFor, printed, type Surroundings } from '../../in-process.js';
import { APP, CONTRACT, contractText, forgeAs, startPlace, TERMS } from '../gate-place.js';
import type { Changes } from '../loopback/person.js';
import type { Github } from '../loopback/start-github.js';

let github: Github;
let folder: string;

beforeEach(async () => {
  github = await startPlace();
  folder = mkdtempSync(join(tmpdir(), 'concord-audit-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  expect(github.violations).toEqual([]);
  await github.stop();
});

const EVENTS = `contracts/${CONTRACT}/events`;
const PAYMENT = 'kind: payment\nparty: brand\namount: 10\non: 2026-03-09\nreference: wire\n';
const WORKSPACE = 'contracts/workspace.yaml';
const mainTip = () => github.tip('main') ?? '';

let branches = 0;
/** A pull request of the app that changes files. @returns its number */
function request(changes: Changes, login = APP): number {
  branches += 1;
  github.as(login).push(`proposal/${branches}`, changes);
  return github.as(login).openPullRequest({ head: `proposal/${branches}`, title: 'A change' });
}

/** One that both parties approve, merged by root. */
function agreed(changes: Changes, method: 'merge' | 'squash' | 'rebase' = 'merge'): number {
  const number = request(changes);
  github.as('alice').approve(number);
  github.as('bob').approve(number);
  github.as('root').mergePullRequest(number, method);
  return number;
}

/** The state and every finding: its code, and what it names. */
async function ratified() {
  const { state, agreedBy, issues } = await readRatification(forgeAs(github, 'ann'), mainTip(), CONTRACT);
  return { state, agreedBy, found: issues.map(({ code, at, params }) => ({ code, path: at.path, ...params })) };
}

describe('terms are ratified by the approval of both parties on exactly this text', () => {
  test('a contract that nobody has agreed to', async () => {
    expect(await ratified()).toEqual({
      state: 'unratified',
      agreedBy: null,
      found: [
        { code: 'terms-never-agreed', path: TERMS, contract: CONTRACT, commit: mainTip().slice(0, 12), by: expect.stringMatching(/.+/) },
      ],
    });
  });

  test.each(['merge', 'squash', 'rebase'] as const)('merged by %s', async (method) => {
    const number = agreed({ [TERMS]: contractText('3500') }, method);
    expect(await ratified()).toEqual({ state: 'ratified', agreedBy: number, found: [] });
  });

  test.each(['merge', 'squash', 'rebase'] as const)('several commits, merged by %s beside other work', async (method) => {
    const number = request({ [TERMS]: contractText('3500') });
    github.as(APP).push(github.pull(number).headBranch, { [TERMS]: contractText('3600') });
    github.as(APP).push(github.pull(number).headBranch, { [`contracts/${CONTRACT}/README.md`]: 'Notes\n' });
    github.as('root').push('main', { 'docs/notes.md': 'other work\n' });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as('root').mergePullRequest(number, method);
    expect(await ratified()).toEqual({ state: 'ratified', agreedBy: number, found: [] });
  });

  test('merged on somebody’s machine and pushed: the text is what counts', async () => {
    const number = request({ [TERMS]: contractText('3500') });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    const { headBranch } = github.pull(number);
    github.as('root').git('.', 'clone', '--quiet', github.gitFolder, folder);
    github.as('root').git(folder, 'merge', '--quiet', '--no-ff', '-m', 'Merge it', `origin/${headBranch}`);
    github.as('root').git(folder, 'push', '--quiet', 'origin', 'HEAD:main');
    expect(github.pull(number).merged).toBe(true);
    expect(await ratified()).toEqual({ state: 'ratified', agreedBy: number, found: [] });
  });

  test('while the forge’s record of pushes lags behind, and where it does not go back so far', async () => {
    const first = agreed({ [TERMS]: contractText('3500') }, 'rebase');
    const { activity } = github.world.state;
    activity.splice(-1);
    expect(await ratified()).toEqual({ state: 'ratified', agreedBy: first, found: [] });
    const second = agreed({ [TERMS]: contractText('3600') }, 'squash');
    activity.splice(-1);
    expect(await ratified()).toEqual({ state: 'ratified', agreedBy: second, found: [] });
    activity.splice(0);
    expect(await ratified()).toEqual({ state: 'ratified', agreedBy: second, found: [] });
  });

  test('a merge that the record of pushes does not know, though it goes on: nothing is proven by its parents', async () => {
    agreed({ [TERMS]: contractText('3500') });
    github.world.state.activity.splice(-1);
    github.as('root').push('main', { 'docs/notes.md': 'other work\n' });
    expect((await ratified()).found).toMatchObject([{ code: 'terms-never-agreed' }]);
  });

  test('what is pushed straight to the default branch', async () => {
    const number = agreed({ [TERMS]: contractText('3500') });
    const commit = github.as('mallory').push('main', { [TERMS]: contractText('9999') });
    expect(await ratified()).toEqual({
      state: 'unratified',
      agreedBy: number,
      found: [
        {
          code: 'terms-pushed',
          path: TERMS,
          contract: CONTRACT,
          file: TERMS,
          commit: commit.slice(0, 12),
          by: 'mallory',
          pullRequest: number,
        },
      ],
    });
  });

  test('whoever the commit says wrote it', async () => {
    agreed({ [TERMS]: contractText('3500') });
    github
      .as('mallory')
      .push('main', { [TERMS]: contractText('9999') }, { author: { name: 'Alice', email: '11+alice@users.noreply.github.com' } });
    expect((await ratified()).found).toMatchObject([{ code: 'terms-pushed', by: 'mallory' }]);
  });

  test.each([
    ['nobody', [], '@parties'],
    ['the brand alone', ['alice', 'ann'], '@provider'],
    ['the provider alone', ['carol'], '@brand'],
    ['strangers', ['mallory', 'root'], '@parties'],
  ])('merged by an administrator with the approval of %s', async (_, people, missing) => {
    const number = agreed({ [TERMS]: contractText('3500') });
    const alone = request({ [TERMS]: contractText('9999') });
    for (const login of people) github.as(login).approve(alone);
    github.as('root').mergePullRequest(alone);
    expect(await ratified()).toMatchObject({
      state: 'unratified',
      found: [{ code: 'terms-merged', file: TERMS, by: 'root', pullRequest: number, cameWith: alone, missing }],
    });
  });

  test('approvals of an older head', async () => {
    const number = request({ [TERMS]: contractText('3500') });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as(APP).push(github.pull(number).headBranch, { [TERMS]: contractText('9999') });
    github.as('root').mergePullRequest(number);
    expect((await ratified()).found).toMatchObject([{ code: 'terms-never-agreed' }]);
  });

  test('approvals that were given after it was merged', async () => {
    const number = request({ [TERMS]: contractText('3500') });
    github.as('alice').approve(number);
    github.as('root').mergePullRequest(number);
    github.as('bob').approve(number);
    expect((await ratified()).state).toBe('unratified');
  });

  test('what is dismissed after it was merged was agreed all the same', async () => {
    const number = request({ [TERMS]: contractText('3500') });
    const review = github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as('root').mergePullRequest(number);
    github.as('mallory').dismiss(number, review);
    expect(await ratified()).toEqual({ state: 'ratified', agreedBy: number, found: [] });
  });

  test('what was dismissed before was not', async () => {
    const number = request({ [TERMS]: contractText('3500') });
    const review = github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as('mallory').dismiss(number, review);
    github.as('root').mergePullRequest(number);
    expect((await ratified()).state).toBe('unratified');
  });

  test('an objection that stood when it was merged', async () => {
    const number = request({ [TERMS]: contractText('3500') });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    github.as('carol').requestChanges(number);
    github.as('root').mergePullRequest(number);
    expect((await ratified()).state).toBe('unratified');
  });

  test('its author’s own approval', async () => {
    const number = request({ [TERMS]: contractText('3500') }, 'alice');
    github.as('bob').approve(number);
    github.as('root').mergePullRequest(number);
    expect((await ratified()).state).toBe('unratified');
  });

  test.each(['merge', 'squash', 'rebase'] as const)('a signatory who was added in the same pull request, merged by %s', async (method) => {
    agreed({ [TERMS]: contractText('3000', '[alice]') });
    const number = request({ [TERMS]: contractText('3000', '[alice, ann]') });
    github.as(APP).push(github.pull(number).headBranch, { [TERMS]: contractText('9999', '[alice, ann]') });
    github.as('ann').approve(number);
    github.as('bob').approve(number);
    github.as('root').mergePullRequest(number, method);
    expect((await ratified()).found).toMatchObject([{ code: 'terms-merged', cameWith: number, missing: '@brand' }]);
  });

  test('a text that was changed while it was merged', async () => {
    const number = request({ [TERMS]: contractText('3500') });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    const { headBranch } = github.pull(number);
    github.as('root').git('.', 'clone', '--quiet', github.gitFolder, folder);
    const run = (...args: string[]) => github.as('root').git(folder, ...args);
    run('merge', '--quiet', '--no-commit', '--no-ff', `origin/${headBranch}`);
    rmSync(join(folder, TERMS));
    run('checkout', '--quiet', 'HEAD', '--', TERMS);
    run('commit', '--quiet', '--allow-empty', '-m', 'Merge it');
    run('push', '--quiet', 'origin', 'HEAD:main');
    expect(github.pull(number).merged).toBe(true);
    // It has not landed, so it agreed to nothing (rule 17).
    expect(await ratified()).toMatchObject({ state: 'unratified', agreedBy: null });
  });
});

describe('an older text that comes back is not agreed again', () => {
  test('by a push', async () => {
    const first = agreed({ [TERMS]: contractText('3500') });
    const second = agreed({ [TERMS]: contractText('3600') });
    github.as('mallory').push('main', { [TERMS]: contractText('3500') });
    expect(first).toBeLessThan(second);
    expect(await ratified()).toMatchObject({ state: 'unratified', agreedBy: second, found: [{ code: 'terms-pushed', by: 'mallory' }] });
  });

  test('by a merge that takes the old side, so that the history of the file leaves it out', async () => {
    agreed({ [TERMS]: contractText('3500') });
    const old = mainTip();
    const second = agreed({ [TERMS]: contractText('3600') });
    github.as('root').git('.', 'clone', '--quiet', github.gitFolder, folder);
    const commit = github.as('root').git(folder, 'commit-tree', `${old}^{tree}`, '-p', mainTip(), '-p', old, '-m', 'Tidy up').trim();
    github.as('root').git(folder, 'push', '--quiet', 'origin', `${commit}:refs/heads/main`);
    expect(github.file(TERMS, 'main')).toBe(contractText('3500'));
    expect(await ratified()).toMatchObject({ state: 'unratified', agreedBy: second });
  });

  test('by a default branch that was moved back', async () => {
    agreed({ [TERMS]: contractText('3500') });
    const old = mainTip();
    const second = agreed({ [TERMS]: contractText('3600') });
    github.as('root').moveBranch('main', old);
    const { state, agreedBy, found } = await ratified();
    expect([state, agreedBy]).toEqual(['unratified', second]);
    expect(found.map(({ code }) => code)).toContain('agreed-text-lost');
  });

  test('it is mended by a pull request that both approve: a comment is enough', async () => {
    agreed({ [TERMS]: contractText('3500') });
    github.as('mallory').push('main', { [`contracts/${CONTRACT}/views/x.duckdb.sql`]: 'select 1\n' });
    expect((await ratified()).found).toMatchObject([{ code: 'terms-pushed', file: `contracts/${CONTRACT}/views/x.duckdb.sql` }]);
    github.as('root').push('main', { [`contracts/${CONTRACT}/views/x.duckdb.sql`]: null });
    expect((await ratified()).state).toBe('ratified');
    github.as('mallory').push('main', { [TERMS]: contractText('3700') });
    const mended = agreed({ [TERMS]: `# We both read this.\n${contractText('3700')}` });
    expect(await ratified()).toEqual({ state: 'ratified', agreedBy: mended, found: [] });
  });
});

describe('who signs', () => {
  const people = (changes: Readonly<Record<string, string>>) => {
    const text = github.file(WORKSPACE, 'main') ?? '';
    return Object.entries(changes).reduce((all, [from, to]) => all.replace(from, to), text);
  };

  test('is changed by the approvers of both parties, and then new people agree', async () => {
    agreed({ [TERMS]: contractText('3500') });
    agreed({ [WORKSPACE]: people({ 'name: Ann Wu, github: 12': 'name: Ann Wu, github: 66' }) });
    const number = request({ [TERMS]: contractText('3600') });
    github.as('mallory').approve(number);
    github.as('bob').approve(number);
    github.as('root').mergePullRequest(number);
    expect(await ratified()).toEqual({ state: 'ratified', agreedBy: number, found: [] });
  });

  test('people whom nobody agreed on agree to nothing, also after they are gone again', async () => {
    const first = agreed({ [TERMS]: contractText('3500') });
    const before = github.file(WORKSPACE, 'main') ?? '';
    github.addPerson('mal2', 67, 'write');
    github.as('mallory').push('main', { [WORKSPACE]: people({ 'github: 11 ': 'github: 66 ', 'github: 21 ': 'github: 67 ' }) });
    const number = request({ [TERMS]: contractText('9999') });
    github.as('mallory').approve(number);
    github.as('mal2').approve(number);
    github.as('root').mergePullRequest(number);
    const during = await ratified();
    expect(during).toMatchObject({ state: 'unratified', agreedBy: first });
    expect(during.found.map(({ code }) => code)).toEqual(['people-unagreed', 'terms-merged']);
    github.as('mallory').push('main', { [WORKSPACE]: before });
    expect(await ratified()).toMatchObject({ state: 'unratified', agreedBy: first, found: [{ code: 'terms-merged', cameWith: number }] });
  });

  test('nor do they agree to themselves', async () => {
    agreed({ [TERMS]: contractText('3500') });
    github.addPerson('mal2', 67, 'write');
    github.as('mallory').push('main', { [WORKSPACE]: people({ 'github: 11 ': 'github: 66 ', 'github: 21 ': 'github: 67 ' }) });
    const number = request({ [WORKSPACE]: `# all fine\n${github.file(WORKSPACE, 'main')}` });
    github.as('mallory').approve(number);
    github.as('mal2').approve(number);
    github.as('root').mergePullRequest(number);
    expect((await ratified()).found).toMatchObject([{ code: 'people-unagreed', by: 'root' }]);
  });
});

describe('events', () => {
  const name = '2026-03-10-payment.yaml';
  const path = `${EVENTS}/${name}`;
  const EXCLUSION = 'kind: exclusion\nreason: fraud\nkpis: [sales]\nevidence: [x]\ntreatment: waive\nperiods: [2026-03]\nscoreAs: 100%\n';
  const own = (login: string, changes: Changes) => {
    const number = request(changes, login);
    github.as('root').mergePullRequest(number);
    return number;
  };

  beforeEach(() => {
    agreed({ [TERMS]: `${contractText('3500')}exclusions: { fileWithinDays: 10, maxDays: 30 }\n` });
  });

  test('that a party files alone, and that both agree to', async () => {
    own('alice', { [path]: PAYMENT });
    agreed({ [`${EVENTS}/2026-03-10-waive.yaml`]: EXCLUSION });
    expect((await ratified()).found).toEqual([]);
  });

  test('whatever somebody pushes onto their branch after they were merged', async () => {
    const number = own('alice', { [path]: PAYMENT });
    github.as('mallory').push(github.pull(number).headBranch, { [path]: PAYMENT.replace('amount: 10', 'amount: 99') });
    expect((await ratified()).found).toEqual([]);
    github.as('mallory').deleteBranch(github.pull(number).headBranch);
    expect((await ratified()).found).toEqual([]);
  });

  test('that came without a pull request', async () => {
    const commit = github.as('alice').push('main', { [path]: PAYMENT });
    expect((await ratified()).found).toEqual([
      { code: 'event-pushed', path, contract: CONTRACT, file: path, commit: commit.slice(0, 12), by: 'alice' },
    ]);
  });

  test('that needed both and had one, or was not one’s own', async () => {
    const number = own('alice', { [`${EVENTS}/2026-03-10-waive.yaml`]: EXCLUSION });
    expect((await ratified()).found).toMatchObject([{ code: 'event-merged', cameWith: number, missing: '@parties' }]);
    const other = own('bob', { [path]: PAYMENT });
    expect((await ratified()).found).toMatchObject(
      [{ code: 'event-merged' }, { code: 'event-merged', file: path, cameWith: other }].reverse(),
    );
  });

  test('that was dated back', async () => {
    own('alice', { [`${EVENTS}/2026-02-10-payment.yaml`]: PAYMENT.replace('03-09', '02-09') });
    expect((await ratified()).found).toMatchObject([{ code: 'event-merged' }]);
  });

  test('that was changed or removed afterwards', async () => {
    const number = own('alice', { [path]: PAYMENT });
    github.as('mallory').push('main', { [path]: PAYMENT.replace('amount: 10', 'amount: 99') });
    expect((await ratified()).found).toMatchObject([{ code: 'event-pushed', file: path, by: 'mallory' }]);
    github.as('mallory').push('main', { [path]: null });
    expect((await ratified()).found).toMatchObject([{ code: 'event-removed', file: path, pullRequest: number, by: 'mallory' }]);
    github.as('root').push('main', { [path]: PAYMENT });
    expect((await ratified()).found).toEqual([]);
  });
});

describe('concord audit', () => {
  async function run(surroundings: Partial<Surroundings> = {}, only: string | null = null, login = 'ann') {
    const context = contextFor({ root: folder, ...surroundings });
    return printed(context, audit(context, forgeAs(github, login), only));
  }
  const json = async (login?: string) => JSON.parse((await run({}, null, login)).output) as Audit;

  test('lists what changed, on whose approval of which commit, with a token that may only read', async () => {
    github.addPerson('reader', 71, 'read');
    const number = agreed({ [TERMS]: contractText('3500') }, 'squash');
    const found = await json('reader');
    expect(found).toEqual({
      repository: github.repository,
      branch: 'main',
      commit: mainTip(),
      contracts: [
        {
          contract: CONTRACT,
          state: 'ratified',
          agreedBy: number,
          termsAgreed: true,
          ledger: { statements: 0, replays: true },
          changes: [
            {
              pullRequest: number,
              mergedOn: '2026-03-10',
              commit: mainTip(),
              head: github.pull(number).headSha,
              parts: ['terms'],
              basis: 'both-parties',
              landed: true,
              approvals: [
                { user: 11, commit: github.pull(number).headSha },
                { user: 21, commit: github.pull(number).headSha },
              ],
            },
          ],
        },
      ],
      rules: { agreedBy: null, open: false },
      rulesets: 'none',
      issues: [],
    });
    expect((await run()).exitCode).toBe(0);
  });

  test('says it in both languages and as Markdown, and ends with 1 where something is not as agreed', async () => {
    const number = agreed({ [TERMS]: contractText('3500') });
    github.as('mallory').push('main', { [TERMS]: contractText('9999') });
    const english = await run({ format: 'markdown' }, CONTRACT);
    expect(english.exitCode).toBe(1);
    expect(english.output).toContain('# Audit of ');
    expect(english.output).toContain(`is not as both parties agreed in #&#8203;${number}`);
    expect(english.output).toContain('not ratified');
    expect(english.output).toContain('Alice Chen');
    const chinese = await run({ format: 'pretty', locale: 'zh' });
    expect(chinese.output).toContain('未经议定');
    expect(chinese.output).toContain(`与双方在 #${number} 中议定的不同`);
  });

  test('a change of the rules that nobody agreed to, until somebody does', async () => {
    agreed({ [TERMS]: contractText('3500') });
    github.as('mallory').push('main', { 'src/engine.ts': 'evil\n' });
    github.as('mallory').push('rules', { '.github/workflows/gate.yml': 'on: push\n' });
    const alone = github.as('mallory').openPullRequest({ head: 'rules' });
    github.as('bob').approve(alone);
    github.as('root').mergePullRequest(alone);
    const found = await json();
    expect(found.rules).toEqual({ agreedBy: null, open: true });
    expect(found.issues.map(({ code, params }) => ({ code, ...params }))).toEqual([
      { code: 'rules-merged', pullRequest: alone, date: '2026-03-10', missing: '@brand' },
      { code: 'rules-pushed', commit: expect.any(String), branch: 'main', by: 'mallory', date: '2026-03-10' },
    ]);
    const covering = agreed({ 'src/engine.ts': 'good\n' });
    expect(await json()).toMatchObject({ rules: { agreedBy: covering, open: false }, issues: [] });
  });

  test('a default branch that was moved back, and what is only prose of a contract', async () => {
    agreed({ [TERMS]: contractText('3500') });
    const tip = mainTip();
    github.as('root').push('main', { [`contracts/${CONTRACT}/README.md`]: 'notes\n' });
    expect((await json()).issues).toEqual([]);
    github.as('root').moveBranch('main', tip);
    expect((await json()).issues.map(({ code }) => code)).toEqual(['rules-pushed']);
  });

  test('a contract that disappears, and one that both agreed to remove', async () => {
    agreed({ [TERMS]: contractText('3500') });
    const gone = { [TERMS]: null, [`contracts/${CONTRACT}/definitions.yaml`]: null };
    const definitions = github.file(`contracts/${CONTRACT}/definitions.yaml`, 'main') ?? '';
    github.as('mallory').push('main', gone);
    const found = await json();
    expect(found.contracts.map(({ contract, state }) => [contract, state])).toEqual([[CONTRACT, 'unratified']]);
    expect(found.issues.map(({ code }) => code)).toEqual(['terms-pushed', 'terms-pushed']);
    github.as('root').push('main', { [TERMS]: contractText('3500'), [`contracts/${CONTRACT}/definitions.yaml`]: definitions });
    agreed(gone);
    expect(await json()).toMatchObject({ contracts: [], issues: [] });
  });

  test('rulesets that are not as the repository has them', async () => {
    const ruleset = {
      name: 'Concord: default branch',
      target: 'branch',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules: [{ type: 'deletion' }, { type: 'non_fast_forward' }],
      bypass_actors: [],
    };
    agreed({ [TERMS]: contractText('3500') });
    agreed({ '.github/rulesets/main.json': `${JSON.stringify(ruleset)}\n` });
    const missing = await json();
    expect(missing.rulesets).toBe('drifted');
    expect(missing.issues.map(({ code }) => code)).toEqual(['ruleset-drift']);
    await forgeAs(github, 'root').settings({ method: 'POST', path: '/rulesets', body: ruleset });
    expect(await json('root')).toMatchObject({ rulesets: 'as-agreed', issues: [] });
    const [there] = github.world.state.rulesets;
    await forgeAs(github, 'root').settings({
      method: 'PUT',
      path: `/rulesets/${there?.id}`,
      body: { ...ruleset, rules: [{ type: 'deletion' }] },
    });
    expect((await json('root')).issues).toMatchObject([{ code: 'ruleset-drift', params: { path: 'rules[non_fast_forward]' } }]);
  });

  test('an unknown contract', async () => {
    expect((await run({}, 'nobody')).exitCode).toBe(2);
  });
});
