import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FORMS } from '../../../src/forms/forms.js';
import { bodyOf } from '../../forms/body.js';
import { expression } from '../../workflows/workflow.js';
import { isWrite } from '../disturbance.js';
import { APP, CONTRACT, contractText, startPlace, TERMS } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';
import { type RanJob, runWorkflow } from '../run-workflow.js';

/*
 * The workflows as GitHub would run them: steps in the order of the file, their lines in a shell, with the values that the file
 * puts into their environment.
 */

const VARS = { CONCORD_APP_CLIENT_ID: 'Iv23liTest' };
const SALES = { 'data/shop/orders.csv': 'id,paid_on,amount\n1,2026-01-05,900\n2,2026-02-06,1100\n3,2026-03-02,50\n' };
const BOT = 'github-actions[bot]';

let github: Github;

beforeEach(async () => {
  github = await startPlace({ files: SALES });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

async function only(
  file: string,
  event: string,
  payload: Readonly<Record<string, unknown>>,
  vars: Readonly<Record<string, string>> = VARS,
) {
  const jobs = await runWorkflow(github, file, { event, payload, vars });
  const [job] = jobs;
  if (job === undefined || jobs.length > 1) throw new Error(`${jobs.length} jobs of ${file}`);
  return job;
}

/** What every job of the default branch's code does first, and that all of it went well. */
function expectWell(job: RanJob): void {
  expect(job.steps.filter(({ code }) => code !== 0)).toEqual([]);
  expect(job.steps.slice(0, 2).map(({ step }) => step)).toEqual(['actions/checkout', 'actions/setup-node']);
  expect(job.steps[2]?.step).toMatch(/^npm ci --omit=dev /);
  expect(job.steps.slice(3, 5).map(({ step }) => step)).toEqual(['npm --prefix build ci --ignore-scripts', 'npm --prefix build run build']);
}

const pullRequestEvent = (number: number) => ({ action: 'opened', pull_request: { number } });
const bellEvent = (...numbers: number[]) => ({
  action: 'completed',
  workflow_run: { pull_requests: numbers.map((number) => ({ number })) },
});
const statusOf = (number: number) => github.status(github.pull(number).headSha);
const topics = (number: number) => github.comments(number).map(({ body, login }) => [/^<!-- concord:(\w+) /.exec(body)?.[1], login]);

/** A change of the retainer by bob, in names that a shell would like to run. */
function hostileChange(): number {
  const branch = 'raise-$(touch`IFS`pwned)';
  github.as('bob').push(branch, { [TERMS]: contractText('3500') });
  return github.as('bob').openPullRequest({
    head: branch,
    title: `"; touch pwned; echo "${expression('secrets.CONCORD_APP_PRIVATE_KEY')}\`touch pwned\``,
    body: '$(touch pwned)',
  });
}

describe('a pull request of somebody', () => {
  test('is decided, explained, decided again after the bell, and its words are never run', async () => {
    const number = hostileChange();
    const opened = await only('gate.yml', 'pull_request_target', pullRequestEvent(number));
    expectWell(opened);
    expect(opened.left).toEqual([]);
    expect(statusOf(number)).toMatchObject({ state: 'pending', description: 'Waiting: brand, provider' });

    const scorecard = await only('scorecard.yml', 'pull_request_target', pullRequestEvent(number));
    expectWell(scorecard);
    expect(scorecard.artifacts).toEqual({ report: true });
    expect(scorecard.left.every((path) => path.startsWith('report/'))).toBe(true);
    expect(topics(number)).toEqual([
      ['verdict', APP],
      ['changes', APP],
      ['scorecard', APP],
    ]);

    github.as('alice').approve(number);
    github.as('carol').approve(number);
    const bell = await only('review-bell.yml', 'pull_request_review', { pull_request: { number } });
    expect(bell.steps.map(({ code }) => code)).toEqual([0]);
    expectWell(await only('gate.yml', 'workflow_run', bellEvent(number)));
    expect(statusOf(number)?.state).toBe('success');
    // People merge their own.
    expect(github.pull(number).merged).toBe(false);
    expect(topics(number).filter(([topic]) => topic === 'verdict')).toHaveLength(1);
  });

  test('of a fork, whose number the bell does not say: every open one is decided', async () => {
    const numbers = [hostileChange()];
    github.as('carol').push('other', { 'docs/notes.md': 'x' });
    numbers.push(github.as('carol').openPullRequest({ head: 'other', title: 'Notes' }));
    expectWell(await only('gate.yml', 'workflow_run', bellEvent()));
    expect(numbers.map((number) => statusOf(number)?.state)).toEqual(['pending', 'pending']);
  });

  test('once one is merged, every other is decided again', async () => {
    const number = hostileChange();
    github.as('carol').push('other', { 'docs/notes.md': 'x' });
    const other = github.as('carol').openPullRequest({ head: 'other', title: 'Notes' });
    github.as('root').mergePullRequest(number);
    expectWell(await only('gate.yml', 'pull_request_target', { action: 'closed', pull_request: { number } }));
    expect(statusOf(other)?.state).toBe('pending');
    expect(statusOf(number)).toBeNull();
  });

  test('a comment of somebody makes the gate look again; a bot’s, and one under an issue, do not', async () => {
    const number = hostileChange();
    const said = (type: string, issue: object) => ({
      action: 'created',
      issue: { number, ...issue },
      comment: { user: { type }, author_association: 'COLLABORATOR' },
    });
    expect(
      await runWorkflow(github, 'gate.yml', { event: 'issue_comment', payload: said('Bot', { pull_request: {} }), vars: VARS }),
    ).toEqual([]);
    expect(await runWorkflow(github, 'gate.yml', { event: 'issue_comment', payload: said('User', {}), vars: VARS })).toEqual([]);
    expect(github.log).toEqual([]);
    expectWell(await only('gate.yml', 'issue_comment', said('User', { pull_request: {} })));
    expect(statusOf(number)?.state).toBe('pending');
  });
});

const PAYMENT = { contract: CONTRACT, amount: '4200.00', on: '2026-03-09', reference: '$(touch pwned)' };

function openForm(): number {
  const form = FORMS.find(({ id }) => id === 'payment');
  if (form === undefined) throw new Error('no form');
  return github.as('alice').openIssue('`touch pwned`', bodyOf(form, PAYMENT), [form.label]);
}

describe('a form', () => {
  test('with an app: its pull request is the app’s, and wakes the gate, which merges it', async () => {
    const issue = openForm();
    const job = await only('forms.yml', 'issues', github.issueEvent(issue));
    expectWell(job);
    expect(job.left).toEqual(['form.json']);
    const number = issue + 1;
    expect(github.pull(number)).toMatchObject({ headBranch: `form/${issue}`, merged: false });
    expect(statusOf(number)).toBeNull();
    expectWell(await only('gate.yml', 'pull_request_target', pullRequestEvent(number)));
    expect(github.pull(number).merged).toBe(true);
  });

  test('without one: the same run says what it is worth, decides, and merges', async () => {
    github
      .as('root')
      .push('main', { 'contracts/workspace.yaml': (github.file('contracts/workspace.yaml', 'main') ?? '').replace(/^github:.*\n/m, '') });
    const issue = openForm();
    expectWell(await only('forms.yml', 'issues', github.issueEvent(issue), {}));
    const number = issue + 1;
    expect(topics(number)).toContainEqual(['verdict', BOT]);
    expect(github.pull(number).merged).toBe(true);
  });

  test('without one, and without a word of what it is worth: it is decided and merged all the same', async () => {
    const alone = (github.file('contracts/workspace.yaml', 'main') ?? '').replace(/^github:.*\n/m, '');
    github.as('root').push('main', { 'contracts/workspace.yaml': alone });
    const issue = openForm();
    const number = issue + 1;
    // the first comment is the answer under the issue
    github.faults.failOperation('issues/create-comment', 'before', { status: 403, message: 'Not now' }, 2, 1);
    const job = await only('forms.yml', 'issues', github.issueEvent(issue), {});
    expect(job.steps.map(({ code }) => code).slice(-2)).toEqual([2, 0]);
    expect(topics(number)).toEqual([['verdict', BOT]]);
    expect(github.pull(number).merged).toBe(true);
  });

  test('that drafts a contract is run with a warehouse’s client, and no other is', async () => {
    const installed = 'npm ci --omit=dev --ignore-scripts';
    const lines = ({ steps }: RanJob) => steps.filter(({ step }) => step === installed).length;
    expect(lines(await only('forms.yml', 'issues', github.issueEvent(openForm())))).toBe(0);
    const form = FORMS.find(({ id }) => id === 'cooperation');
    if (form === undefined) throw new Error('no form');
    const answers = {
      language: 'English',
      brand: 'Acme',
      provider: 'Linkstar',
      exports: 'shopify',
      kpis: 'revenue 5000',
      retainer: '$3,000',
    };
    const issue = github.as('alice').openIssue('$(touch pwned)', bodyOf(form, answers), [form.label]);
    const job = await only('forms.yml', 'issues', github.issueEvent(issue));
    expectWell(job);
    expect(lines(job)).toBe(1);
    expect(job.left).toEqual(['form.json']);
    expect(github.file('contracts/first/contract.yaml', `form/${issue}`)).toContain('amount: 3000');
  });

  test('an issue that is none wakes nobody', async () => {
    const issue = github.as('alice').openIssue('form:payment', 'form:', ['question']);
    expect(await runWorkflow(github, 'forms.yml', { event: 'issues', payload: github.issueEvent(issue), vars: VARS })).toEqual([]);
  });
});

test('a job asks for no permission that it does not need', async () => {
  const issue = openForm();
  await only('forms.yml', 'issues', github.issueEvent(issue));
  const number = issue + 1;
  const before = github.moment();
  const failsWithout = async (file: string, without: string): Promise<boolean> => {
    github.restore(before);
    const jobs = await runWorkflow(github, file, { event: 'pull_request_target', payload: pullRequestEvent(number), vars: VARS, without });
    // Where the forge refuses the merge the gate says so and goes on.
    return jobs.some(({ succeeded }) => !succeeded) || (file === 'gate.yml' && !github.pull(number).merged);
  };
  for (const without of ['contents', 'pull-requests', 'statuses']) {
    expect({ without, fails: await failsWithout('gate.yml', without) }).toEqual({ without, fails: true });
  }
  for (const without of ['contents', 'pull-requests']) {
    expect({ without, fails: await failsWithout('scorecard.yml', without) }).toEqual({ without, fails: true });
  }
});

/** Both parties agree to the contract as it stands, by a change of it. */
async function ratify(): Promise<void> {
  const number = hostileChange();
  github.as('alice').approve(number);
  github.as('carol').approve(number);
  await only('gate.yml', 'pull_request_target', pullRequestEvent(number));
  github.as('bob').mergePullRequest(number);
}

test('settlements open, are accepted by both, and are merged, as the days pass', async () => {
  await ratify();
  expectWell(await only('settle.yml', 'schedule', {}));
  const january = github.pulls().find(({ headBranch }) => headBranch === `settlement/${CONTRACT}/2026-01`);
  if (january === undefined) throw new Error('no settlement');
  expect(january).toMatchObject({ draft: false, merged: false });
  github.as('alice').approve(january.number);
  github.as('bob').approve(january.number);
  const next = await only('settle.yml', 'schedule', {});
  expectWell(next);
  expect(github.pull(january.number).merged).toBe(true);
  expect(github.file(`contracts/${CONTRACT}/ledger/2026-01/statement.json`, 'main')).not.toBeNull();
  expectWell(await only('gate.yml', 'schedule', {}));
});

test('a pull request of Dependabot: its own events start nothing that would need a secret, the hour decides it', async () => {
  github.world.state.accounts.push({ id: 49_699_333, login: 'dependabot[bot]', kind: 'Bot', deleted: false });
  github.world.state.roles[49_699_333] = 'write';
  github.as('dependabot[bot]').push('dependabot/npm/x', { 'package-lock.json': '{}' });
  const number = github.as('dependabot[bot]').openPullRequest({ head: 'dependabot/npm/x' });
  const payload = { action: 'opened', pull_request: { number, user: { login: 'dependabot[bot]' } } };
  for (const file of ['gate.yml', 'scorecard.yml']) {
    expect(await runWorkflow(github, file, { event: 'pull_request_target', payload, vars: VARS })).toEqual([]);
  }
  expect(statusOf(number)).toBeNull();
  expectWell(await only('gate.yml', 'schedule', {}));
  expect(statusOf(number)?.state).toBe('pending');
  expect(github.world.account(statusOf(number)?.creatorId ?? 0)?.login).toBe(APP);
});

test('the audit reads, with the app’s token or without one, and says what was not agreed', async () => {
  const before = await only('audit.yml', 'push', {});
  expect(before.steps.at(-1)?.output).toContain(CONTRACT);
  expect(before.succeeded).toBe(false);
  await ratify();
  const writes = github.log.filter(isWrite).length;
  const readers = async (vars: Record<string, string>) => {
    const from = github.log.length;
    expect(await runWorkflow(github, 'audit.yml', { event: 'push', payload: {}, vars })).toHaveLength(1);
    return new Set(github.log.slice(from).map(({ login }) => login));
  };
  expect(await readers(VARS)).toEqual(new Set([APP]));
  expect(await readers({})).toEqual(new Set(['github-actions[bot]']));
  expect(github.log.filter(isWrite).length).toBe(writes);
});
