import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FormOutcome, fileForm } from '../../../src/commands/run/form.js';
import { type RefreshOutcome, refreshForms } from '../../../src/commands/run/form-refresh.js';
import { contextFor, printed } from '../../in-process.js';
import { ANSWERS, cooperationBody, lastYear, ordersFile } from '../cooperation-answers.js';
import { forgeAs, runGate, startPlace } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';

/*
 * A contract out of a form: drafted as `concord init` drafts it, with the months behind it measured where an agreed contract measures the
 * same already, and asked back where an answer was not understood.
 */

const IN_CHINESE = {
  ...ANSWERS,
  language: '中文',
  currency: '美元',
  timezone: '纽约',
  from: '2026年4月1日',
  to: '一年',
  exports: 'Shopify 订单',
  retainer: '3000',
  commission: '40万以内 3%，以上 4%',
  kpis: '销售额不低于5000',
};

let github: Github;
let root: string;

const META_HEAD =
  'Reporting starts,Reporting ends,Day,Campaign name,Ad set name,Ad name,Ad ID,Amount spent (USD),Impressions,Link clicks,Purchases,Purchases conversion value';

/** A day of spending, so that there is such a file. */
function writeMeta(): void {
  mkdirSync(join(root, 'data/meta/ads'), { recursive: true });
  const days = ['2026-02-28', '2026-03-08'].map((day) => `${day},${day},${day},Spring,All,One,1,10.00,100,5,1,25.00`);
  writeFileSync(join(root, 'data/meta/ads/export.csv'), `${[META_HEAD, ...days].join('\n')}\n`);
}

async function start(files: Readonly<Record<string, string>> = {}): Promise<void> {
  github = await startPlace({ files });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-cooperation-'));
  mkdirSync(join(root, 'data/shopify/orders'), { recursive: true });
  writeFileSync(join(root, 'data/shopify/orders/export.csv'), ordersFile());
});
afterEach(async () => {
  rmSync(root, { recursive: true });
  expect(github.violations).toEqual([]);
  await github.stop();
});

function open(login: string, answers: Readonly<Partial<Record<string, string>>> = ANSWERS): number {
  return github.as(login).openIssue('A form', cooperationBody(answers), ['form:cooperation']);
}

async function run(issue: number, action: 'opened' | 'edited' = 'opened', at = root): Promise<FormOutcome> {
  const context = contextFor({ root: at, format: 'json' });
  const { exitCode, output } = await printed(context, fileForm(context, forgeAs(github), JSON.stringify(github.issueEvent(issue, action))));
  expect(exitCode).toBe(0);
  return JSON.parse(output) as FormOutcome;
}

const codes = ({ issues }: FormOutcome) => issues.map(({ code }) => code);
const reply = (issue: number) => github.comments(issue).map(({ body: text }) => text);
const TERMS = 'contracts/spring/contract.yaml';
/** The contract on the branch of a form. */
const draftOfForm = (issue: number) => github.file(TERMS, `form/${issue}`);

/** Files a form that is understood. @returns its issue */
async function opened(login: string, answers?: Readonly<Partial<Record<string, string>>>): Promise<number> {
  const issue = open(login, answers);
  expect((await run(issue)).outcome).toBe('opened');
  return issue;
}

describe('answers that are understood', () => {
  test('become a contract’s folder, in a pull request that everybody whom it names and governance of both approve', async () => {
    await start();
    const issue = open('bob');
    const done = await run(issue);
    expect(done).toEqual({ outcome: 'opened', issue, pullRequest: issue + 1, path: TERMS, issues: [] });
    const pull = github.pull(issue + 1);
    expect(pull.title).toBe(`spring: Prepare a cooperation · 筹备合作: 2026-04-01 2027-03-31 (#${issue})`);
    expect(pull.body).toContain(`Filed with the form of #${issue} by Bob Li, for the provider of spring.`);
    expect(pull.body).toContain('Commission on the month’s revenue, each rate on its own part: from 0: 3%, from 400,000: 4%');
    expect(pull.body).toContain('当月销售额分档提成');
    // Nobody was asked what is usual, and is told.
    expect(pull.body).toContain(
      'Not answered, so as usual (span of the tiers: anew every month; bonus: none; bet (wager): none; cap: none)',
    );
    const text = draftOfForm(issue) ?? '';
    expect(text).toContain('term: { from: 2026-04-01, to: 2027-03-31 }');
    expect(text).toContain('signatories: [bob]');
    expect(text).toContain('Commission on revenue');
    expect(github.file('contracts/spring/definitions.yaml', `form/${issue}`)).toContain('shopify-orders-export@1');

    const number = issue + 1;
    expect((await runGate(github, number)).verdict.state).toBe('pending');
    github.as('alice').approve(number);
    expect((await runGate(github, number)).verdict.state).toBe('pending');
    github.as('bob').approve(number);
    expect((await runGate(github, number)).verdict).toMatchObject({ state: 'success', basis: 'both-parties' });
  });

  test('in Chinese become a contract in Chinese', async () => {
    await start();
    const issue = await opened('alice', IN_CHINESE);
    const text = draftOfForm(issue) ?? '';
    expect(text).toContain('title: "销售额提成"');
    expect(text).toContain('tiers: { from 0: 3%, from 400000: 4% }');
    expect(reply(issue)[0]).toContain('**基线：尚未测算。**');
  });

  test('that are most likely slips are taken as they stand, and told', async () => {
    await start();
    const issue = await opened('bob', { ...ANSWERS, cap: '300' });
    expect(github.pull(issue + 1).body).toContain('a cap of 300 is below the fixed fee of 3,000');
    expect(reply(issue)[0]).toContain('封顶 300 低于固定服务费 3,000');
  });

  test('asked again write nothing; edited they are drafted anew; merged they are done', async () => {
    await start();
    const issue = open('bob');
    await run(issue);
    github.log.length = 0;
    expect((await run(issue)).outcome).toBe('unchanged');
    expect(github.log.filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql')).toEqual([]);
    github.as('bob').editIssue(issue, { body: cooperationBody({ ...ANSWERS, retainer: '3500' }) });
    expect((await run(issue, 'edited')).outcome).toBe('updated');
    expect(draftOfForm(issue)).toContain('amount: 3500');
    github.as('alice').approve(issue + 1);
    github.as('bob').approve(issue + 1);
    github.as('root').mergePullRequest(issue + 1);
    expect(await run(issue)).toMatchObject({ outcome: 'merged', pullRequest: issue + 1 });
    github.as('bob').editIssue(issue, { body: cooperationBody(ANSWERS) });
    expect(codes(await run(issue, 'edited'))).toEqual(['form-filed-already']);
  });
});

describe('the months behind', () => {
  /* One order a day: 100 × 28, 30 or 31 in 2025, and 150 × 31 and 150 × 28 in 2026. */
  const OF_2025 = '2025-03: 3100, 2025-04: 3000, 2025-05: 3100, 2025-06: 3000, 2025-07: 3100, 2025-08: 3100, 2025-09: 3000, 2025-10: 3100';
  const ALL = `  revenue: { ${OF_2025}, 2025-11: 3000, 2025-12: 3100, 2026-01: 4650, 2026-02: 4200 }`;

  test('are measured where an agreed contract measures the same, for whoever keeps the data', async () => {
    await start(lastYear());
    const issue = await opened('alice');
    expect(draftOfForm(issue)).toContain(`\nbaseline:\n${ALL}\n`);
    expect(github.pull(issue + 1).body).toContain('The history of 12 months, 2025-03 to 2026-02, stands in');
    expect(reply(issue)[0]).toContain('2025-03 至 2026-02 共 12 个月的历史数据');
  });

  test('for the other party only those of the agreed contract’s term', async () => {
    await start(lastYear());
    const issue = await opened('bob', IN_CHINESE);
    expect(draftOfForm(issue)).toContain(`\nbaseline:\n  revenue: { ${OF_2025}, 2025-11: 3000, 2025-12: 3100 }\n`);
  });

  test('none for the other party where the agreed contract begins later', async () => {
    await start(lastYear({ from: '2026-03-01', to: '2026-12-31' }));
    const issue = await opened('bob');
    expect(draftOfForm(issue)).not.toContain('baseline');
    expect(reply(issue)[0]).toContain('the data is kept by the brand: only a form of theirs has them read');
  });

  test('are not where a measure is new, and the draft says how it is done by hand', async () => {
    await start(lastYear());
    const issue = await opened('alice', { ...ANSWERS, exports: 'shopify, meta', kpis: 'roas 3' });
    expect(draftOfForm(issue)).not.toContain('baseline');
    const [said = ''] = reply(issue);
    expect(said).toContain(
      '**Baseline: none was measured.** No agreed contract measures in exactly this way yet (`meta_export_amount_spent`)',
    );
    expect(said).toContain('concord simulate spring --from 2025-03 --to 2026-02 --write-baseline');
  });

  test('are not where the days of the agreed contract are those of another zone', async () => {
    await start(lastYear({ timezone: 'Tokyo' }));
    const issue = await opened('alice');
    expect(draftOfForm(issue)).not.toContain('baseline');
  });

  test('are measured through a view whose comments alone are in another language', async () => {
    const both = { exports: 'shopify, meta', kpis: 'cac 25, revenue 5000', minSpend: 'none' };
    writeMeta();
    await start(lastYear(both));
    const issue = await opened('alice', { ...IN_CHINESE, ...both });
    expect(draftOfForm(issue)).toContain(ALL);
  });

  test('are not where the text on the default branch is not the one that was agreed to', async () => {
    await start(lastYear());
    github.as('bob').push('other', { 'contracts/last-year/contract.yaml': changed('3000', '3100') });
    const number = github.as('bob').openPullRequest({ head: 'other', title: 'Raise' });
    for (const login of ['alice', 'carol']) github.as(login).approve(number);
    github.as('root').mergePullRequest(number);
    github.as('root').push('main', { 'contracts/last-year/contract.yaml': changed('3100', '9000') });
    const issue = await opened('alice');
    expect(draftOfForm(issue)).not.toContain('baseline');
    expect(reply(issue)[0]).toContain('No agreed contract measures in exactly this way yet');
  });

  test('are not where there are no data, and the draft says why', async () => {
    await start(lastYear());
    rmSync(join(root, 'data'), { recursive: true });
    const issue = await opened('alice');
    expect(draftOfForm(issue)).not.toContain('baseline');
    expect(reply(issue)[0]).toContain('The data could not be read: ');
  });

  test('are measured by the day’s run where the form’s could not, and by no other day after that', async () => {
    await start(lastYear());
    const empty = mkdtempSync(join(tmpdir(), 'concord-empty-'));
    const issue = open('alice');
    const number = (await run(issue, 'opened', empty)).pullRequest ?? 0;
    const drafted = github.file(TERMS, `form/${issue}`) ?? '';
    expect((await refresh(empty)).map(({ outcome }) => outcome)).toEqual(['unchanged']);
    expect(await refresh()).toEqual([{ pullRequest: number, outcome: 'renewed', path: TERMS, issues: [] }]);
    expect(draftOfForm(issue)).toBe(`${drafted.trimEnd()}\n\nbaseline:\n${ALL}\n`);
    expect(github.pull(number).body).toContain('**Baseline: measured.**');
    expect(reply(issue)).toHaveLength(1);
    expect(reply(issue)[0]).toContain('**基线：已测算。**');
    const head = github.pull(number).headSha;
    github.clock.set('2026-04-20T08:00:00Z');
    expect((await refresh()).map(({ outcome }) => outcome)).toEqual(['unchanged']);
    expect(github.pull(number).headSha).toBe(head);
    rmSync(empty, { recursive: true });
  });

  test('stay as they are where the form says something else by now, or a day of it would', async () => {
    await start(lastYear());
    const empty = mkdtempSync(join(tmpdir(), 'concord-empty-'));
    // Without a first day it is the next month’s, which the next month would have otherwise.
    const issue = open('alice', { ...ANSWERS, from: undefined });
    await run(issue, 'opened', empty);
    github.clock.set('2026-04-20T08:00:00Z');
    expect((await refresh()).map(({ outcome }) => outcome)).toEqual(['unchanged']);
    github.clock.set('2026-03-20T08:00:00Z');
    github.as('root').editIssue(issue, { body: cooperationBody({ ...ANSWERS, retainer: '9000' }) });
    expect((await refresh()).map(({ outcome }) => outcome)).toEqual(['unchanged']);
    expect(draftOfForm(issue)).not.toContain('baseline');
    rmSync(empty, { recursive: true });
  });

  async function refresh(at = root): Promise<readonly RefreshOutcome[]> {
    const context = contextFor({ root: at, format: 'json' });
    const { output } = await printed(context, refreshForms(context, forgeAs(github)));
    return (JSON.parse(output) as { pullRequests: RefreshOutcome[] }).pullRequests;
  }

  const changed = (from: string, to: string) =>
    (github.file('contracts/last-year/contract.yaml', 'main') ?? '').replace(`amount: ${from}`, `amount: ${to}`);
});

describe('nothing half drafted is filed', () => {
  test('an answer that is not understood is asked back in both languages, each with its question', async () => {
    await start();
    const issue = open('bob', { ...ANSWERS, commission: 'about 3 or 4', kpis: 'good sales', exports: undefined });
    expect(codes(await run(issue))).toEqual(['form-answer-missing']);
    github.as('bob').editIssue(issue, { body: cooperationBody({ ...ANSWERS, commission: 'about 3 or 4 @mallory', kpis: 'good sales' }) });
    expect(codes(await run(issue, 'edited'))).toEqual(['form-answer-unread', 'form-answer-unread']);
    const [said = ''] = reply(issue);
    expect(reply(issue)).toHaveLength(1);
    expect(said).toContain('was not understood as an answer to "Commission · 提成". Commission on revenue, as 3% or');
    expect(said).toContain('未能读懂“Commission · 提成”的回答');
    expect(said).toContain('按销售额提成，如 3% 或“40万以内 3%，以上 4%”');
    expect(said).not.toContain('@mallory');
    expect(github.pulls()).toEqual([]);
    expect(github.branches()).toEqual(['main']);
    github.as('bob').editIssue(issue, { body: cooperationBody(ANSWERS) });
    expect((await run(issue, 'edited')).outcome).toBe('opened');
  });

  test('a folder that is there already is no new contract', async () => {
    await start();
    expect(codes(await run(open('bob', { ...ANSWERS, id: 'acme-linkstar' })))).toEqual(['form-answer-unread']);
  });

  test('strangers, and words that somebody else put into the author’s mouth', async () => {
    await start(lastYear());
    const stranger = open('mallory');
    expect(codes(await run(stranger))).toEqual(['form-nobody']);
    expect(reply(stranger)[0]).toContain('alice, ann, bob, carol');
    const issue = open('alice');
    github.as('root').editIssue(issue, { body: cooperationBody({ ...ANSWERS, retainer: '9000' }) });
    expect(codes(await run(issue, 'edited'))).toEqual(['form-edited-by-other']);
    expect(github.pulls()).toEqual([]);
    github.as('alice').editIssue(issue, { body: cooperationBody({ ...ANSWERS, retainer: '4000' }) });
    expect((await run(issue, 'edited')).outcome).toBe('opened');
  });

  test('somebody of the workspace who signs for nobody', async () => {
    const workspace = `people:
  alice: { name: Alice Chen, github: 11 }
  ann: { name: Ann Wu, github: 12 }
  bob: { name: Bob Li, github: 21 }
  carol: { name: Carol Zhao, github: 22 }
governance: { brand: [alice], provider: [bob] }
github: { app: { user: 98765432, id: 424242 } }
`;
    await start({ 'contracts/workspace.yaml': workspace });
    expect(codes(await run(open('ann')))).toEqual(['form-not-a-signatory']);
    expect(github.pulls()).toEqual([]);
  });
});
