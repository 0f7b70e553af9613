import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FormOutcome, fileForm } from '../../../src/commands/run/form.js';
import { type RefreshOutcome, refreshForms } from '../../../src/commands/run/form-refresh.js';
import { readFormPin } from '../../../src/forms/form-pin.js';
import { FORMS, type FormId } from '../../../src/forms/forms.js';
import { bodyOf } from '../../forms/body.js';
import { contextFor, printed } from '../../in-process.js';
import { APP, CONTRACT, contractText, forgeAs, runGate, startPlace, TERMS } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';

let github: Github;

const CLAUSES = `duties:
  - { id: creatives, owes: brand, title: New creatives, dueDay: 5, lateIf: claimed, ifLate: { kpis: [sales], scoreAs: 100% } }
amendments: { noticeDays: 14, maxTargetChange: 20% }
exit: { noticeDays: 30, handoverDays: 15, checklist: [data_export] }
exclusions: { fileWithinDays: 10, maxDays: 30 }
`;
const TEXT = `${contractText().trimEnd()}
  - { id: launch, kind: milestone, amount: 500, due: 2026-09-30 }
${CLAUSES}`;

beforeEach(async () => {
  github = await startPlace({ files: { [TERMS]: TEXT } });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

const PAYMENT = { contract: CONTRACT, amount: '4200.00', on: '2026-03-09', reference: 'wire-17' };
const TARGET = { contract: CONTRACT, kpi: 'sales', value: '1100', from: '2026-07', reason: 'New storefront' };
const formNamed = (id: FormId) => {
  const form = FORMS.find((each) => each.id === id);
  if (form === undefined) throw new Error(id);
  return form;
};

function openForm(login: string, id: FormId, answers: Readonly<Record<string, string>>): number {
  return github.as(login).openIssue('A form', bodyOf(formNamed(id), answers), [formNamed(id).label]);
}

interface Run {
  readonly exitCode: number;
  readonly done: FormOutcome;
}

async function run(issue: number, action: 'opened' | 'edited' = 'opened', sender?: string, payload?: string): Promise<Run> {
  const context = contextFor({ root: tmpdir(), format: 'json' });
  const event = payload ?? JSON.stringify(github.issueEvent(issue, action, sender));
  const { exitCode, output } = await printed(context, fileForm(context, forgeAs(github), event));
  return { exitCode, done: JSON.parse(output) as FormOutcome };
}

const replies = (issue: number) => github.comments(issue).map(({ body }) => body);
const codes = ({ done }: Run) => done.issues.map(({ code }) => code);
/** What was changed; a question in GraphQL is a POST as well. */
const writes = () =>
  github.log.filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql').map(({ operation }) => operation);

describe('an event that a party may file alone', () => {
  test('becomes a pull request of the app, passes the gate as filed alone, and is merged', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    const { exitCode, done } = await run(issue);
    const path = `contracts/${CONTRACT}/events/2026-03-10-payment-${issue}.yaml`;
    expect(exitCode).toBe(0);
    expect(done).toEqual({ outcome: 'opened', issue, pullRequest: issue + 1, path, issues: [] });
    const pull = github.pull(issue + 1);
    expect(pull.title).toBe(`${CONTRACT}: Record a payment · 记录付款: 4200.00 2026-03-09 (#${issue})`);
    expect(pull.body).toContain(`Filed with the form of #${issue} by Alice Chen, for the brand of ${CONTRACT}. Closes #${issue}.`);
    expect(pull.body).toContain('The brand may file this alone');
    expect(pull.body).toContain('品牌方可单独提交');
    expect(github.file(path, `form/${issue}`)).toBe('kind: payment\nparty: brand\namount: 4200.00\non: 2026-03-09\nreference: wire-17\n');
    expect(replies(issue)).toHaveLength(1);
    expect(replies(issue)[0]).toContain(`This is now pull request #${issue + 1}: \`${path}\`.`);
    expect(replies(issue)[0]).toContain('**Next:** The next statement sets it against what is owed, the oldest first.');

    const decided = await runGate(github, issue + 1, { merge: true });
    expect(decided.verdict).toMatchObject({ state: 'success', basis: 'filed-alone' });
    expect(github.file(path, 'main')).not.toBeNull();
  });

  test('the party is that of the author, whatever else is said', async () => {
    const issue = openForm('bob', 'acceptance', {
      contract: CONTRACT,
      step: 'Request acceptance (provider) · 申请验收（服务方）',
      milestone: 'launch',
      on: '2026-03-09',
    });
    const { done } = await run(issue);
    expect(github.file(done.path ?? '', `form/${issue}`)).toContain('kind: acceptance_request\nparty: provider\n');
    const wrong = openForm('alice', 'acceptance', {
      contract: CONTRACT,
      step: 'Request acceptance (provider) · 申请验收（服务方）',
      milestone: 'launch',
      on: '2026-03-09',
    });
    expect(codes(await run(wrong))).toEqual(['event-party']);
  });

  test('that a duty was late is said by the party that it is owed to, and by no other', async () => {
    const answers = { contract: CONTRACT, duty: 'creatives', period: '2026-03', evidence: '- mail of 8 March' };
    const late = { ...answers, step: 'It was late (who it is owed to) · 已逾期（相对方）' };
    const { done } = await run(openForm('bob', 'duty', late));
    expect(github.file(done.path ?? '', `form/${done.issue}`)).toContain('kind: lateness\nparty: provider\nduty: creatives\n');
    const decided = await runGate(github, done.pullRequest ?? 0, { merge: true });
    expect(decided.verdict).toMatchObject({ state: 'success', basis: 'filed-alone' });
    expect(codes(await run(openForm('alice', 'duty', late)))).toEqual(['event-party']);
  });

  test('asked again, it writes nothing', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    await run(issue);
    github.log.length = 0;
    expect((await run(issue)).done.outcome).toBe('unchanged');
    expect(writes()).toEqual([]);
  });

  test('what the author edits is proposed anew, and approvals fall away', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    const { done } = await run(issue);
    const number = done.pullRequest ?? 0;
    const before = github.pull(number).pull.headSha;
    github.as('alice').editIssue(issue, { body: bodyOf(formNamed('payment'), { ...PAYMENT, amount: '4300.00' }) });
    expect((await run(issue, 'edited')).done).toMatchObject({ outcome: 'updated', pullRequest: number });
    expect(github.pull(number).pull.headSha).not.toBe(before);
    expect(github.pull(number).title).toContain('4300.00');
    expect(github.file(done.path ?? '', `form/${issue}`)).toContain('amount: 4300.00\n');
    expect(github.pulls()).toHaveLength(1);
  });

  test('merged is merged: a later edit is told to be a new form', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    const number = (await run(issue)).done.pullRequest ?? 0;
    await runGate(github, number, { merge: true });
    github.log.length = 0;
    expect((await run(issue)).done).toMatchObject({ outcome: 'merged', pullRequest: number });
    expect(writes()).toEqual([]);
    github.as('alice').editIssue(issue, { body: bodyOf(formNamed('payment'), { ...PAYMENT, amount: '1.00' }) });
    expect(codes(await run(issue, 'edited'))).toEqual(['form-filed-already']);
    expect(github.pulls()).toHaveLength(1);
  });

  test('closed unmerged stays closed until the author says something else', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    const number = (await run(issue)).done.pullRequest ?? 0;
    github.as('bob').closePullRequest(number);
    expect((await run(issue)).done).toMatchObject({ outcome: 'closed', pullRequest: number });
    expect(replies(issue).at(-1)).toContain('closed without being merged');
    github.as('alice').editIssue(issue, { body: bodyOf(formNamed('payment'), { ...PAYMENT, amount: '1.00' }) });
    expect((await run(issue, 'edited')).done).toMatchObject({ outcome: 'opened', pullRequest: number + 1 });
  });
});

describe('a change of a target', () => {
  test('changes one entry of the contract and asks both parties', async () => {
    const issue = openForm('bob', 'target-change', { ...TARGET, reason: 'See @mallory <b>![x](http://x)</b>\n# Because' });
    const { done } = await run(issue);
    expect(done).toMatchObject({ outcome: 'opened', path: TERMS });
    expect(github.file(TERMS, `form/${issue}`)).toBe(TEXT.replace('target: 1000', 'target: { 2026-01: 1000, 2026-07: 1100 }'));
    const { body } = github.pull(done.pullRequest ?? 0);
    expect(body).toContain('Both parties must approve the latest commit.');
    expect(body).toContain('> See @&#8203;mallory &lt;b&gt;!\\[x\\](http:&#8203;//x)&lt;/b&gt;');
    expect(body).toContain('> \\# Because');
    const verdict = (await runGate(github, done.pullRequest ?? 0)).verdict;
    expect(verdict.state).toBe('pending');
    github.as('alice').approve(done.pullRequest ?? 0);
    github.as('carol').approve(done.pullRequest ?? 0);
    expect((await runGate(github, done.pullRequest ?? 0)).verdict).toMatchObject({ state: 'success', basis: 'both-parties' });
  });

  test('that the contract’s own rules refuse is answered with the reasons', async () => {
    const issue = openForm('bob', 'target-change', { ...TARGET, value: '1500', from: '2026-04' });
    expect(codes(await run(issue))).toEqual(['form-refused-by-rules']);
    expect(replies(issue)[0]).toContain('the contract’s own rules refuse this change');
    // A step of a half is too large whenever it comes.
    expect(replies(issue)[0]).toContain('No later period of the term allows this value');
    expect(replies(issue)[0]).toMatch(/20%/);
    expect(github.pulls()).toEqual([]);
  });

  test('from when on the same target would be allowed is said with the refusal', async () => {
    // On the 10th of March that month has begun, and there are more than 14 days until April.
    const issue = openForm('bob', 'target-change', { ...TARGET, from: '2026-03' });
    expect(codes(await run(issue))).toEqual(['form-refused-by-rules']);
    expect(replies(issue)[0]).toContain('**The same value would be allowed from 2026-04 on.**');
    expect(replies(issue)[0]).toContain('**同一目标值自 2026-04 起可以调整。**');
  });

  test.each([
    ['a KPI that is not there', { kpi: 'margin' }, 'form-unknown-target'],
    ['what it is already', { value: '1000.0' }, 'form-changes-nothing'],
    ['a period after the term', { from: '2027-01' }, 'form-changes-nothing'],
    ['a share where money is meant', { value: '10%' }, 'money-with-percent'],
  ])('%s', async (_, answers, code) => {
    const issue = openForm('bob', 'target-change', { ...TARGET, ...answers });
    expect(codes(await run(issue))).toEqual([code]);
    expect(replies(issue)).toHaveLength(1);
    expect(github.branches()).toEqual(['main']);
  });

  test('a contract that changed meanwhile is changed where it stands now', async () => {
    const issue = openForm('bob', 'target-change', TARGET);
    await run(issue);
    const renamed = TEXT.replace('title: Acme x Linkstar', 'title: Acme and Linkstar');
    github.as('root').push('main', { [TERMS]: renamed });
    github.as('bob').editIssue(issue, { body: bodyOf(formNamed('target-change'), { ...TARGET, reason: 'Still' }) });
    expect((await run(issue, 'edited')).done.outcome).toBe('updated');
    expect(github.file(TERMS, `form/${issue}`)).toBe(renamed.replace('target: 1000', 'target: { 2026-01: 1000, 2026-07: 1100 }'));
  });
});

describe('who and what is refused, with an answer and nothing written', () => {
  test('a stranger, and a signatory of nothing', async () => {
    const issue = openForm('mallory', 'payment', PAYMENT);
    expect(codes(await run(issue))).toEqual(['form-not-a-signatory']);
    expect(replies(issue)[0]).toContain('alice, ann, bob, carol');
    expect(github.pulls()).toEqual([]);
  });

  test('a login taken over by somebody else is somebody else', async () => {
    github.rename('alice', 'alice-old');
    github.addPerson('alice', 77, 'write');
    expect(codes(await run(openForm('alice', 'payment', PAYMENT)))).toEqual(['form-not-a-signatory']);
    expect((await run(openForm('alice-old', 'payment', PAYMENT))).done.outcome).toBe('opened');
  });

  test('words that somebody else put into the author’s mouth', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    github.as('root').editIssue(issue, { body: bodyOf(formNamed('payment'), { ...PAYMENT, amount: '9999' }) });
    expect(codes(await run(issue, 'edited', 'root'))).toEqual(['form-edited-by-other']);
    expect(github.pulls()).toEqual([]);
  });

  test('a form edited by somebody else files nothing, whatever wakes the run: reopened, relabelled, transferred', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    github.as('root').editIssue(issue, { body: bodyOf(formNamed('payment'), { ...PAYMENT, amount: '9999' }) });
    for (const action of ['reopened', 'opened', 'edited', 'labeled', 'transferred'] as const) {
      const { exitCode, done } = await run(issue, 'edited', 'alice', JSON.stringify({ ...github.issueEvent(issue), action }));
      expect([action, exitCode, done.pullRequest]).toEqual([action, 0, null]);
    }
    expect(github.pulls()).toEqual([]);
    expect(github.branches()).not.toContain(`form/${issue}`);
    expect(replies(issue).join()).toContain('last edited by somebody else than its author');
    // Once its author has edited it, it is the author's again.
    github.as('alice').editIssue(issue, { body: bodyOf(formNamed('payment'), { ...PAYMENT, amount: '4400.00' }) });
    expect((await run(issue, 'edited')).done.outcome).toBe('opened');
  });

  test('the pull request names its author and the digest of the text that was read, and of an edited one the new digest', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    const pinned = () => readFormPin(github.world.git.commit(github.tip(`form/${issue}`) ?? '').message);
    const digestOf = (body: string) => `sha256:${createHash('sha256').update(body).digest('hex')}`;
    const first = bodyOf(formNamed('payment'), PAYMENT);
    await run(issue);
    expect(pinned()).toEqual({ issue, author: 11, text: digestOf(first) });
    const second = bodyOf(formNamed('payment'), { ...PAYMENT, reference: 'wire-18' });
    expect(digestOf(second)).not.toBe(digestOf(first));
    github.as('alice').editIssue(issue, { body: second });
    await run(issue, 'edited');
    expect(pinned()).toEqual({ issue, author: 11, text: digestOf(second) });
  });

  test('an editor whose account is gone is not the author, and what came from another repository speaks for nobody', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    github.addPerson('gone', 77, 'write');
    github.as('gone').editIssue(issue, { body: bodyOf(formNamed('payment'), { ...PAYMENT, amount: '9999' }) });
    github.removePerson('gone');
    expect(codes(await run(issue))).toEqual(['form-edited-by-other']);
    const moved = openForm('alice', 'payment', PAYMENT);
    github.world.note(moved, 'transferred', { id: 11, login: 'alice', kind: 'User', deleted: false });
    expect(codes(await run(moved))).toEqual(['form-transferred']);
    expect(github.pulls()).toEqual([]);
  });

  test('a run that comes late files nothing of an older text', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    const old = JSON.stringify(github.issueEvent(issue));
    github.as('root').editIssue(issue, { body: bodyOf(formNamed('payment'), { ...PAYMENT, amount: '9999' }) });
    expect((await run(issue, 'opened', undefined, old)).done.outcome).toBe('superseded');
    expect(github.pulls()).toEqual([]);
  });

  test('an edit of the title alone is nobody’s business', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    const payload = JSON.stringify({ ...github.issueEvent(issue, 'edited', 'root'), changes: { title: { from: 'x' } } });
    expect((await run(issue, 'edited', 'root', payload)).done.outcome).toBe('ignored');
    expect(replies(issue)).toEqual([]);
  });

  test('issues without a form’s label, with two, closed ones', async () => {
    const body = bodyOf(formNamed('payment'), PAYMENT);
    expect((await run(github.as('alice').openIssue('x', body, ['bug']))).done.outcome).toBe('ignored');
    expect(codes(await run(github.as('alice').openIssue('x', body, ['form:payment', 'form:dispute'])))).toEqual(['form-two-labels']);
    const closed = openForm('alice', 'payment', PAYMENT);
    github.as('alice').closeIssue(closed);
    expect((await run(closed)).done.outcome).toBe('ignored');
  });

  test('an unknown contract, a broken one, a form that does not parse', async () => {
    expect(codes(await run(openForm('alice', 'payment', { ...PAYMENT, contract: 'nobody' })))).toEqual(['form-unknown-contract']);
    expect(codes(await run(openForm('alice', 'payment', { ...PAYMENT, amount: '4,200' })))).toEqual(['form-answer-form']);
    github.as('root').push('main', { [TERMS]: TEXT.replace('currency: USD', 'currency: XXX1') });
    expect(codes(await run(openForm('alice', 'payment', PAYMENT)))).toEqual(['form-broken-contract']);
    expect(github.pulls()).toEqual([]);
  });

  test('what people write into a form mentions nobody and is no markup in the answer', async () => {
    const hostile = '@mallory <img src=x> [x](http://x) #1 `a`';
    const issue = openForm('alice', 'payment', { ...PAYMENT, amount: hostile });
    expect(codes(await run(issue))).toEqual(['form-answer-form']);
    const [body = ''] = replies(issue);
    expect(body).toContain('@&#8203;mallory &lt;img src=x&gt; \\[x\\](http:&#8203;//x) #&#8203;1 \\`a\\`');
    expect(body).not.toMatch(/@mallory|<img|#1\b/);
  });

  test('what the rules of events refuse, with the remedy of each', async () => {
    const issue = openForm('alice', 'notice', { contract: CONTRACT, on: '2026-03-20', cause: 'x' });
    expect(codes(await run(issue))).toEqual(['termination-notice']);
    expect(replies(issue)[0]).toContain('- **Last day of the contract**: “2026-03-20”');
    expect(replies(issue)[0]).toContain('中文');
    github.as('alice').editIssue(issue, { body: bodyOf(formNamed('notice'), { contract: CONTRACT, on: '2026-05-20', cause: 'x' }) });
    expect((await run(issue, 'edited')).done.outcome).toBe('opened');
    // One answer, which now says the new thing.
    expect(replies(issue)).toHaveLength(1);
    expect(replies(issue)[0]).toContain('This is now pull request');
  });

  test('what can never have an effect, with the reason; what may, is filed with the warning', async () => {
    const anew = { contract: CONTRACT, period: '2026-03', reason: 'late rows' };
    const issue = openForm('alice', 'remeasure', anew);
    expect(codes(await run(issue))).toEqual(['remeasure-not-due']);
    expect(replies(issue)[0]).toContain('2026-03 has no statement to measure anew');
    expect(replies(issue)[0]).toContain('2026-03 尚无可重新取数的结算单');
    expect(github.pulls()).toEqual([]);

    const ahead = openForm('alice', 'payment', PAYMENT);
    expect((await run(ahead)).done.outcome).toBe('opened');
    const told =
      'The payment of 4,200.00 USD is more than the 0.00 USD that is open by the statements so far: 4,200.00 USD of it is paid ahead';
    for (const text of [replies(ahead)[0], github.pull(ahead + 1).body]) {
      expect(text).toContain(told);
      expect(text).toContain('已按原样提交，但请留意：');
    }
  });

  test('an event of another repository, or none', async () => {
    const context = contextFor({ root: tmpdir(), format: 'json' });
    const event = { ...github.issueEvent(openForm('alice', 'payment', PAYMENT)), repository: { id: 1 } };
    for (const payload of [JSON.stringify(event), '{', '[]', '{"action":"opened"}']) {
      const { exitCode, output } = await printed(context, fileForm(context, forgeAs(github), payload));
      expect(exitCode).toBe(2);
      expect(output).toContain('form-event');
    }
  });
});

describe('branches that others have touched', () => {
  test('a branch that somebody has put there first holds only what the form says', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    github.as('mallory').push(`form/${issue}`, { [TERMS]: contractText('1'), 'src/x.ts': 'evil' });
    const { done } = await run(issue);
    expect(done.outcome).toBe('opened');
    expect(github.file('src/x.ts', `form/${issue}`)).toBeNull();
    expect(github.file(TERMS, `form/${issue}`)).toBe(TEXT);
    expect((await runGate(github, done.pullRequest ?? 0)).verdict).toMatchObject({ state: 'success', basis: 'filed-alone' });
  });

  test('what somebody pushes onto it afterwards is replaced at the next run, and passes no gate before', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    const { done } = await run(issue);
    const path = done.path ?? '';
    github.as('mallory').push(`form/${issue}`, { [path]: (github.file(path, `form/${issue}`) ?? '').replace('4200', '9') });
    expect((await runGate(github, done.pullRequest ?? 0)).verdict.state).toBe('pending');
    expect((await run(issue)).done.outcome).toBe('updated');
    expect(github.file(path, `form/${issue}`)).toContain('amount: 4200.00');
    expect((await runGate(github, done.pullRequest ?? 0)).verdict).toMatchObject({ state: 'success', basis: 'filed-alone' });
  });
});

describe('crashes and races', () => {
  test('a failure after every single call, then a rerun: one pull request, one answer', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    const start = github.moment();
    await run(issue);
    const calls = github.log.length;
    expect(calls).toBeGreaterThan(15);
    for (let call = 1; call <= calls; call++) {
      github.restore(start);
      github.faults.failCall(call, 'after', { status: 500 });
      await run(issue).catch(() => undefined);
      github.faults.clear();
      const { done } = await run(issue);
      expect(['opened', 'unchanged', 'updated']).toContain(done.outcome);
      expect(github.pulls()).toHaveLength(1);
      expect(replies(issue)).toHaveLength(1);
      expect(github.file(done.path ?? '', `form/${issue}`)).toContain('amount: 4200.00');
    }
  });

  test('somebody else’s pull request of its branch, opened a moment before its own, is closed', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    github.faults.during('pulls/create', 'before', () => github.as('bob').openPullRequest({ head: `form/${issue}`, title: 'Mine' }));
    const { done } = await run(issue);
    const [foreign, own] = github.pulls();
    expect([foreign?.authorId, foreign?.state]).toEqual([21, 'closed']);
    expect([done.outcome, done.pullRequest, own?.authorId, own?.state]).toEqual(['opened', own?.number, 98765432, 'open']);
  });

  test('two runs at once', async () => {
    const issue = openForm('alice', 'payment', PAYMENT);
    await Promise.allSettled([run(issue), run(issue)]);
    await run(issue);
    expect(github.pulls()).toHaveLength(1);
    expect(replies(issue)).toHaveLength(1);
  });
});

describe('an event whose day is over', () => {
  async function refresh() {
    const context = contextFor({ root: tmpdir(), format: 'json' });
    const { exitCode, output } = await printed(context, refreshForms(context, forgeAs(github)));
    return { exitCode, done: (JSON.parse(output) as { pullRequests: RefreshOutcome[] }).pullRequests };
  }
  const EXCLUSION = {
    contract: CONTRACT,
    kpis: 'sales',
    reason: 'Fraud · 欺诈',
    treatment: 'Leave rows and days out (flow KPIs) · 剔除数据行与天数（累计类指标）',
    from: '2026-03-05',
    to: '2026-03-06',
    evidence: 'ticket 7',
  };

  test('is renewed when merging is no longer possible, and approved again', async () => {
    const issue = openForm('bob', 'exclusion', EXCLUSION);
    const number = (await run(issue)).done.pullRequest ?? 0;
    github.as('alice').approve(number);
    expect((await refresh()).done).toMatchObject([{ pullRequest: number, outcome: 'unchanged' }]);
    github.clock.set('2026-03-13T08:00:00Z');
    github.as('bob').approve(number);
    expect((await runGate(github, number)).verdict.state).toBe('pending');
    const path = `contracts/${CONTRACT}/events/2026-03-13-exclusion-${issue}.yaml`;
    expect((await refresh()).done).toEqual([{ pullRequest: number, outcome: 'renewed', path, issues: [] }]);
    expect(github.file(path, `form/${issue}`)).toContain('kind: exclusion');
    expect(github.file(path.replace('-13-', '-10-'), `form/${issue}`)).toBeNull();
    expect((await runGate(github, number)).verdict.state).toBe('pending');
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    expect((await runGate(github, number)).verdict).toMatchObject({ state: 'success', basis: 'both-parties' });
    github.log.length = 0;
    await refresh();
    expect(writes()).toEqual([]);
  });

  test('is renewed although workflows have changed, which the app may not bring onto its branch', async () => {
    const issue = openForm('bob', 'exclusion', EXCLUSION);
    await run(issue);
    github.as('root').push('main', { '.github/workflows/x.yml': 'on: push\n' });
    github.clock.set('2026-03-13T08:00:00Z');
    const { exitCode, done } = await refresh();
    expect([exitCode, done[0]?.outcome]).toEqual([0, 'renewed']);
    const path = `contracts/${CONTRACT}/events/2026-03-13-exclusion-${issue}.yaml`;
    expect(github.file(path, `form/${issue}`)).toContain('kind: exclusion');
    const open = github.pulls().filter(({ state, headBranch }) => state === 'open' && headBranch === `form/${issue}`);
    expect(open.map(({ number }) => number)).toEqual([done[0]?.pullRequest]);
    for (const login of ['alice', 'carol']) github.as(login).approve(open[0]?.number ?? 0);
    expect((await runGate(github, open[0]?.number ?? 0)).verdict.basis).toBe('both-parties');
  });

  test('is refused with an answer where its time has run out', async () => {
    const issue = openForm('bob', 'exclusion', EXCLUSION);
    await run(issue);
    github.clock.set('2026-03-20T08:00:00Z');
    const { exitCode, done } = await refresh();
    expect(exitCode).toBe(0);
    expect(done).toMatchObject([{ outcome: 'refused', issues: [{ code: 'filed-too-late' }] }]);
    expect(replies(issue)[0]).toContain('2026-03-16 was the last day to file it');
  });

  test('a proposed target is put on the contract as it is now, unless the contract’s text has changed', async () => {
    const issue = openForm('bob', 'target-change', TARGET);
    const number = (await run(issue)).done.pullRequest ?? 0;
    github.as('alice').push('main', {
      [`contracts/${CONTRACT}/events/2026-03-10-wire.yaml`]: 'kind: payment\nparty: brand\namount: 1\non: 2026-03-09\nreference: x\n',
    });
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    expect((await runGate(github, number)).verdict.state).toBe('pending');
    expect((await refresh()).done).toMatchObject([{ outcome: 'renewed', path: TERMS }]);
    github.as('alice').approve(number);
    github.as('bob').approve(number);
    expect((await runGate(github, number)).verdict.state).toBe('success');
    github.as('root').push('main', { [TERMS]: TEXT.replace('title: Acme x Linkstar', 'title: Acme and Linkstar') });
    const tip = github.tip(`form/${issue}`);
    expect((await refresh()).done).toMatchObject([{ outcome: 'unchanged' }]);
    expect(github.tip(`form/${issue}`)).toBe(tip);
  });

  test('leaves alone what somebody else has pushed, and branches that only look like a form’s', async () => {
    const issue = openForm('bob', 'exclusion', EXCLUSION);
    await run(issue);
    github.as('mallory').push(`form/${issue}`, { [`contracts/${CONTRACT}/events/2026-03-10-exclusion-${issue}.yaml`]: 'kind: review\n' });
    github.as('mallory').push('form/999', { [`contracts/${CONTRACT}/events/2026-03-10-x.yaml`]: 'kind: review\n' });
    github.as('mallory').openPullRequest({ head: 'form/999' });
    github.clock.set('2026-03-13T08:00:00Z');
    const tip = github.tip(`form/${issue}`);
    expect((await refresh()).done).toMatchObject([{ outcome: 'not-ours' }]);
    expect(github.tip(`form/${issue}`)).toBe(tip);
  });
});

test('the labels of the forms are those that the repository has to have', () => {
  expect(FORMS.map(({ label }) => label)).toEqual([
    'form:target-change',
    'form:exclusion',
    'form:dispute',
    'form:acceptance',
    'form:review',
    'form:payment',
    'form:notice',
    'form:remeasure',
    'form:duty',
    'form:resolution',
    'form:escalation',
    'form:correction',
    'form:cooperation',
  ]);
  expect(APP).toBe('concord[bot]');
});
