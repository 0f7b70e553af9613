import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FormOutcome, fileForm } from '../../../src/commands/run/form.js';
import { gate } from '../../../src/commands/run/gate.js';
import { FORMS } from '../../../src/forms/forms.js';
import { readRatification } from '../../../src/reading/ratification.js';
import { bodyOf } from '../../forms/body.js';
import { contextFor, printed } from '../../in-process.js';
import { CONTRACT, codesOf, contractText, forgeAs, runGate, startPlace, TERMS } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';

/* What a party has filed or approved and then taken back is not brought back by the other one. */

let github: Github;
const TEXT = `${contractText().trimEnd()}
  - { id: launch, kind: milestone, amount: 500, due: 2026-09-30 }
`;
const EVENT = `contracts/${CONTRACT}/events/2026-03-10-accepted.yaml`;
const ACCEPTANCE = 'kind: acceptance\nparty: brand\nmilestone: launch\non: 2026-03-10\n';
const FORM = FORMS.find(({ id }) => id === 'acceptance');
const ANSWERS = { contract: CONTRACT, step: 'Accept (brand) · 验收通过（品牌方）', milestone: 'launch', on: '2026-03-10' };

beforeEach(async () => {
  github = await startPlace({ files: { [TERMS]: TEXT } });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

const openForm = (labels: readonly string[]) =>
  github.as('alice').openIssue('A form', FORM === undefined ? '' : bodyOf(FORM, ANSWERS), labels);
async function run(issue: number, action: 'opened' | 'reopened', sender?: string): Promise<FormOutcome> {
  const event = JSON.stringify(github.issueEvent(issue, action, sender));
  const context = contextFor({ root: tmpdir(), format: 'json' });
  const { output } = await printed(context, fileForm(context, forgeAs(github), event));
  return JSON.parse(output) as FormOutcome;
}

describe('an acceptance of the brand', () => {
  test('closed by the brand and opened again by the agency is not filed; opened again by the brand it is', async () => {
    github.as('alice').push('mine', { [EVENT]: ACCEPTANCE });
    const number = github.as('alice').openPullRequest({ head: 'mine' });
    expect((await runGate(github, number)).verdict.basis).toBe('filed-alone');
    github.as('alice').closePullRequest(number);
    github.as('bob').reopenPullRequest(number);
    const { verdict } = await runGate(github, number, { merge: true });
    expect([verdict.state, codesOf(verdict).includes('alone-withdrawn')]).toEqual(['pending', true]);
    github.as('ann').closePullRequest(number);
    github.as('ann').reopenPullRequest(number);
    expect((await runGate(github, number)).verdict.basis).toBe('filed-alone');
    github.as('alice').mergePullRequest(number);
    const { issues } = await readRatification(forgeAs(github), github.tip('main') ?? '', CONTRACT);
    // nobody has agreed to this place's contract; that the merge closed it is no withdrawal
    expect(issues.map(({ code }) => code)).not.toContain('event-merged');
  });

  test('that is a draft is not made ready by the agency', async () => {
    github.as('alice').push('mine', { [EVENT]: ACCEPTANCE });
    const number = github.as('alice').openPullRequest({ head: 'mine', draft: true });
    github.as('bob').markReady(number);
    expect(codesOf((await runGate(github, number, { merge: true })).verdict)).toContain('alone-withdrawn');
    github.as('bob').convertToDraft(number);
    github.as('alice').markReady(number);
    expect((await runGate(github, number)).verdict.basis).toBe('filed-alone');
  });

  test('that a colleague objects to is not freed by a dismissal of the agency; by one of the brand it is', async () => {
    github.as('alice').push('mine', { [EVENT]: ACCEPTANCE });
    const number = github.as('alice').openPullRequest({ head: 'mine' });
    github.as('bob').dismiss(number, github.as('ann').requestChanges(number));
    expect(codesOf((await runGate(github, number, { merge: true })).verdict)).toContain('alone-withdrawn');
    github.as('alice').dismiss(number, github.as('ann').requestChanges(number));
    expect((await runGate(github, number)).verdict.basis).toBe('filed-alone');
  });

  test('what the agency puts aside is not taken back by the brand', async () => {
    github.as('alice').push('mine', { [EVENT]: ACCEPTANCE });
    const number = github.as('alice').openPullRequest({ head: 'mine' });
    github.as('bob').closePullRequest(number);
    github.as('mallory').reopenPullRequest(number);
    expect((await runGate(github, number)).verdict.basis).toBe('filed-alone');
  });

  test('sent by form, closed by the brand and opened again by the agency is not merged', async () => {
    const { pullRequest } = await run(openForm(['form:acceptance']), 'opened');
    github.as('alice').closePullRequest(pullRequest ?? 0);
    github.as('bob').reopenPullRequest(pullRequest ?? 0);
    await runGate(github, pullRequest ?? 0, { merge: true });
    expect(github.pull(pullRequest ?? 0).merged).toBe(false);
  });

  test('in an issue that the brand has closed, or never labelled, is not filed by whoever opens it again', async () => {
    for (const labels of [['form:acceptance'], []]) {
      const issue = openForm(labels);
      github.as('alice').closeIssue(issue);
      github.as('bob').label(issue, 'form:acceptance');
      github.as('bob').reopenIssue(issue);
      const { outcome, issues } = await run(issue, 'reopened', 'bob');
      expect([outcome, issues.map(({ code }) => code)]).toEqual(['refused', ['form-reopened-by-other']]);
      expect((await run(issue, 'reopened', 'alice')).outcome).toBe('opened');
    }
  });
});

const runAll = () => gate(contextFor({ root: tmpdir() }), forgeAs(github), { subject: 'all', merge: true, dryRun: false, locales: ['en'] });

describe('what the brand files and the agency puts aside is brought back and merged by the next run', () => {
  const put: Readonly<Record<string, (number: number) => void>> = {
    closed: (number) => github.as('bob').closePullRequest(number),
    'with its branch deleted': () => github.as('bob').deleteBranch('mine'),
    'made a draft': (number) => github.as('bob').convertToDraft(number),
    'given another base': (number) => {
      github.as('bob').moveBranch('other', github.tip('main') ?? '');
      github.as('bob').editPullRequest(number, { base: 'other' });
    },
    'given another base, which is deleted': (number) => {
      github.as('bob').moveBranch('other', github.tip('main') ?? '');
      github.as('bob').editPullRequest(number, { base: 'other' });
      github.as('bob').deleteBranch('other');
      expect(() => github.as('alice').reopenPullRequest(number)).toThrow('Validation Failed');
    },
    'closed, with one of the agency’s own in its place': (number) => {
      github.as('bob').closePullRequest(number);
      github.as('bob').openPullRequest({ head: 'mine', title: 'Mine now' });
      expect(() => github.as('alice').reopenPullRequest(number)).toThrow('Validation Failed');
    },
    'given another base, with one of the agency’s own in its place': (number) => {
      github.as('bob').moveBranch('other', github.tip('main') ?? '');
      github.as('bob').editPullRequest(number, { base: 'other' });
      github.as('bob').openPullRequest({ head: 'mine', title: 'Mine now' });
    },
  };
  for (const [how, aside] of Object.entries(put)) {
    test(how, async () => {
      github.as('alice').push('mine', { [EVENT]: ACCEPTANCE });
      const number = github.as('alice').openPullRequest({ head: 'mine' });
      aside(number);
      await runAll();
      expect([github.pull(number).merged, github.file(EVENT)]).toEqual([true, ACCEPTANCE]);
      if (how.endsWith('deleted')) expect([github.tip('other')]).toEqual([null]);
    });
  }

  test('given another base and merged there, so that nothing opens it again: the app files it once more, for the brand', async () => {
    github.as('alice').push('mine', { [EVENT]: ACCEPTANCE });
    const number = github.as('alice').openPullRequest({ head: 'mine' });
    github.as('bob').moveBranch('other', github.tip('main') ?? '');
    github.as('bob').editPullRequest(number, { base: 'other' });
    github.as('bob').moveBranch('other', github.pull(number).headSha);
    // whoever puts something under the app's name for it first chooses nothing
    github.as('bob').push(`form/${number}`, { [EVENT]: ACCEPTANCE.replace('10', '09') });
    expect([github.pull(number).merged, github.file(EVENT)]).toEqual([true, null]);
    await runAll();
    expect(github.file(EVENT)).toBe(ACCEPTANCE);
    const again = github.pulls().find(({ headBranch }) => headBranch === `form/${number}`);
    expect([again?.merged, again?.authorId]).toEqual([true, 98765432]);
    const pulls = github.pulls().length;
    await runAll();
    expect(github.pulls()).toHaveLength(pulls);
  });

  test('but not what the brand itself asks of another branch', async () => {
    github.as('alice').moveBranch('drafts', github.tip('main') ?? '');
    github.as('alice').push('mine', { [EVENT]: ACCEPTANCE });
    const number = github.as('alice').openPullRequest({ head: 'mine', base: 'drafts' });
    await runAll();
    expect([github.pull(number).baseBranch, github.file(EVENT)]).toEqual(['drafts', null]);
    github.as('alice').mergePullRequest(number);
    await runAll();
    expect([github.pulls().length, github.file(EVENT)]).toEqual([1, null]);
  });

  test('but not what the agency has pushed to, what the brand itself has closed, or what is no event', async () => {
    github.as('alice').push('mine', { [EVENT]: ACCEPTANCE });
    const pushed = github.as('alice').openPullRequest({ head: 'mine' });
    github.as('bob').push('mine', { [EVENT]: ACCEPTANCE.replace('10', '09') });
    github.as('bob').deleteBranch('mine');
    github.as('alice').push('taken-back', { [EVENT]: ACCEPTANCE });
    const back = github.as('alice').openPullRequest({ head: 'taken-back' });
    github.as('ann').closePullRequest(back);
    github.as('alice').push('terms', { [TERMS]: `${TEXT}# more\n` });
    const terms = github.as('alice').openPullRequest({ head: 'terms' });
    github.as('bob').closePullRequest(terms);
    await runAll();
    expect([pushed, back, terms].map((number) => github.pull(number).state)).toEqual(['closed', 'closed', 'closed']);
  });
});

test('an approval of a change is taken back by closing it: opened again by the other party it is approved by nobody', async () => {
  github.as('bob').push('more', { [TERMS]: TEXT.replace('amount: 3000', 'amount: 9000') });
  const number = github.as('bob').openPullRequest({ head: 'more' });
  for (const login of ['alice', 'carol']) github.as(login).approve(number);
  expect((await runGate(github, number)).verdict.basis).toBe('both-parties');
  github.as('alice').closePullRequest(number);
  github.as('bob').reopenPullRequest(number);
  const { verdict } = await runGate(github, number);
  expect([verdict.state, codesOf(verdict).includes('approved-before-withdrawal')]).toEqual(['pending', true]);
  github.as('alice').approve(number);
  expect((await runGate(github, number)).verdict.basis).toBe('both-parties');
});
