import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gate } from '../../../src/commands/run/gate.js';
import { contextFor, printed } from '../../in-process.js';
import { agree, CONTRACT_ID, type Scene, settlementScene } from './settlement-scene.js';

let scene: Scene;

beforeEach(async () => {
  scene = await settlementScene();
});
afterEach(async () => {
  expect(scene.github.violations).toEqual([]);
  await scene.stop();
});

const at = (day: string) => scene.github.clock.set(`2026-${day}T09:00:00Z`);
const FOLDER = `contracts/${CONTRACT_ID}/ledger`;
const BRANCH = `settlement/${CONTRACT_ID}/2026-01`;
const FILES = ['evidence.json', 'statement.json', 'statement.md', 'terms.json'];

/** The ledger files of a period on a branch. */
function ledger(branch: string, period = '2026-01'): string[] {
  const folder = `${FOLDER}/${period}/`;
  return scene.github.files(branch).flatMap((path) => (path.startsWith(folder) ? [path.slice(folder.length)] : []));
}

function statement(branch = BRANCH, period = '2026-01') {
  const text = scene.github.file(`${FOLDER}/${period}/statement.json`, branch);
  const { run, asOf, total, lines, previousDigest } = JSON.parse(text ?? 'null');
  return { run, asOf, total, lines: lines.map((line: { id: string; amount: string }) => `${line.id} ${line.amount}`), previousDigest };
}

/** Sticky comments of a pull request, by topic. */
function topics(number: number): string[] {
  return scene.github.comments(number).map(({ body }) => /^<!-- concord:([a-z-]+) /.exec(body)?.[1] ?? '-');
}

function comment(number: number, topic: string): string {
  return scene.github.comments(number).find(({ body }) => body.startsWith(`<!-- concord:${topic} `))?.body ?? '';
}

function isMerged(number: number): boolean {
  return scene.github.pull(number).pull.mergedAt !== null;
}

async function decide() {
  const context = contextFor({ root: '.' });
  return printed(context, gate(context, scene.forge(), { subject: 'all', merge: true, dryRun: false, locales: ['en'] }));
}

/** Up to the proposed statement of January. */
async function proposed(): Promise<void> {
  at('01-01');
  await scene.settle();
  at('02-05');
  expect((await scene.settle()).errors ?? '').toBe('');
}

describe('from draft to accepted', () => {
  test('a draft from the first day, ready with the statement when due, the next one when it is merged', async () => {
    const { github, settle } = scene;
    expect((await settle()).lines).toEqual([]);
    at('01-01');
    expect((await settle()).lines).toEqual(['tea-account 2026-01 #2 draft preview,open,label']);
    const pull = github.pull(2);
    expect([pull.title, pull.pull.draft, pull.pull.headBranch, pull.labels]).toEqual([
      'Settlement · 结算: tea-account 2026-01',
      true,
      BRANCH,
      ['settlement'],
    ]);
    expect(ledger(BRANCH)).toEqual(['preview.md']);
    expect(topics(2)).toEqual(['scorecard']);

    at('02-05');
    expect((await settle()).lines).toEqual([
      'tea-account 2026-01 #2 proposed propose,ready',
      'tea-account 2026-02 #3 draft preview,open,label',
    ]);
    expect(github.pull(2).pull.draft).toBe(false);
    expect(ledger(BRANCH)).toEqual(FILES);
    expect(statement()).toEqual({
      run: 1,
      asOf: '2026-02-05',
      total: '1100.00',
      lines: ['base 1000.00', 'share 100.00'],
      previousDigest: null,
    });
    expect(topics(2)).toEqual(['scorecard', 'settlement']);
    // The preview’s amount is no longer what a reader finds first.
    expect(comment(2, 'scorecard')).not.toContain('Would pay');
    expect(comment(2, 'scorecard')).toContain('The statement has taken its place');
    expect(comment(2, 'settlement')).toContain('USD 1,100.00');
    const form = `https://github.com/${github.repository}/issues/new?template=`;
    expect(comment(2, 'settlement')).toContain(`[Raise a dispute](${form}03-dispute.yml&about=tea-account+2026-01)`);
    expect(comment(2, 'settlement')).toContain(`2026-03-02 · [Record the payment](${form}06-payment.yml&about=tea-account&amount=1100.00)`);

    // What is open for approval is a workbook in both languages, beside the ledger and never on its branch; the next run writes the same.
    const books = async () => {
      const written = new Map<string, string>();
      const workbooks = {
        writeBytes: async (path: string, bytes: Uint8Array) => void written.set(path, Buffer.from(bytes).toString('base64')),
      };
      await settle({ workbooks });
      return written;
    };
    const first = await books();
    expect([...first.keys()]).toEqual(['tea-account-2026-01.en.xlsx', 'tea-account-2026-01.zh.xlsx']);
    expect(await books()).toEqual(first);
    // Its page, too, and nothing on it leads to a page that is not there.
    const pages = new Map<string, string>();
    await settle({ pages: { write: async (path, text) => void pages.set(path, text) } });
    expect([...pages.keys()]).toEqual(['tea-account-2026-01.en.html', 'tea-account-2026-01.zh.html']);
    const [english = '', chinese = ''] = pages.values();
    expect(english).toContain('<li>Proposed, not accepted yet</li>');
    expect(english).toContain('1,100.00');
    expect(chinese).toContain('待确认的结算单');
    const local = (page: string) => [...page.matchAll(/href="(?!https:|#)([^"]*)"/g)].map(([, href]) => href);
    expect(local(english)).toEqual(['tea-account-2026-01.zh.html']);
    expect(local(chinese)).toEqual(['tea-account-2026-01.en.html']);
    expect(ledger(BRANCH)).toEqual(FILES);
    expect(github.pull(2).body).toContain('artifact proposed-pages');
    expect(github.pull(2).body).toContain(`/actions/workflows/settle.yml`);

    agree(github, 2);
    at('03-05');
    expect((await settle()).lines).toEqual([
      'tea-account 2026-02 #3 proposed propose,ready',
      'tea-account 2026-03 #4 draft preview,open,label',
    ]);
    const january = JSON.parse(github.file(`${FOLDER}/2026-01/statement.json`, 'main') ?? '');
    expect(statement(`settlement/${CONTRACT_ID}/2026-02`, '2026-02')).toMatchObject({ total: '1200.00', previousDigest: january.digest });
  });

  test('data of the wrong sign are told under the draft and under the statement, in both languages, as `settle` tells them', async () => {
    scene.sell({ '2026-01-08': '-300.00', '2026-01-09': '-300.00', '2026-01-10': '-400.00' });
    at('01-20');
    await scene.settle();
    const [en, zh] = [
      'every day of it is negative, and gmv takes it as it is: what should be above 0 comes out below',
      '各日金额均为负，而 gmv 的公式直接使用：本应为正的结果变成负数',
    ];
    expect(comment(2, 'scorecard')).toContain(en);
    expect(comment(2, 'scorecard')).toContain(zh);
    at('02-05');
    await scene.settle();
    expect(comment(2, 'settlement')).toContain(en);
    expect(comment(2, 'settlement')).toContain(zh);
    // the statement itself stays as it was
    expect(scene.github.file(`${FOLDER}/2026-01/statement.md`, BRANCH)).not.toContain('every day of it is negative');
  });

  test('the gate accepts it: by both parties, or by silence after its days', async () => {
    const { github, settle } = scene;
    await proposed();
    await decide();
    expect(github.pull(2).state).toBe('open');
    github.as('mei').approve(2);
    github.as('tom').approve(2);
    await decide();
    expect(isMerged(2)).toBe(true);
    at('03-05');
    expect((await settle()).lines[0]).toBe('tea-account 2026-02 #3 proposed propose,ready');
    at('03-14');
    await decide();
    expect(isMerged(3)).toBe(false);
    at('03-15');
    await decide();
    expect(isMerged(3)).toBe(true);
    expect(ledger('main', '2026-02')).toEqual(FILES);
  });
});

const DISPUTE = `kind: dispute
party: brand
period: 2026-01
line: share
claimed: 60
reason: A sale was returned
evidence: ["mail"]
`;

describe('while it is proposed', () => {
  test('a dispute has it computed again on the same evidence, and the comment says what changed', async () => {
    const { github, settle, sell, file } = scene;
    await proposed();
    const evidence = github.file(`${FOLDER}/2026-01/evidence.json`, BRANCH);
    sell({ '2026-01-10': '9000.00' });
    at('02-08');
    file('mei', '2026-02-08-share', DISPUTE);
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed recompute');
    expect(statement()).toMatchObject({ run: 2, asOf: '2026-02-08', total: '1060.00', lines: ['base 1000.00', 'share 60.00'] });
    expect(github.file(`${FOLDER}/2026-01/evidence.json`, BRANCH)).toBe(evidence);
    expect(comment(2, 'settlement')).toContain('| `share` | 100.00 | 60.00, disputed |');
    expect(comment(2, 'settlement')).toContain('2026-02-08-share.yaml');
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed');
    expect(topics(2)).toEqual(['scorecard', 'settlement']);
    agree(github, 2);
    expect(ledger('main')).toEqual(FILES);
  });

  test('a resolution pays what both agreed on', async () => {
    const { settle, file } = scene;
    await proposed();
    at('02-08');
    file('mei', '2026-02-08-share', DISPUTE);
    await settle();
    at('02-09');
    file('eve', '2026-02-09-agreed', 'kind: resolution\nanswers: 2026-02-08-share.yaml\namount: 80\n');
    await settle();
    expect(statement()).toMatchObject({ run: 3, total: '1080.00' });
  });

  test('late data leaves it as it is, and comes as a true-up', async () => {
    const { github, settle, sell } = scene;
    await proposed();
    const head = github.tip(BRANCH);
    sell({ '2026-01-10': '1050.00', '2026-02-10': '2000.00' });
    at('02-10');
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed');
    expect(github.tip(BRANCH)).toBe(head);
    agree(github, 2);
    at('03-05');
    await settle();
    expect(statement(`settlement/${CONTRACT_ID}/2026-02`, '2026-02').lines).toContain('true-up/2026-01/share 5.00');
  });

  test('a change of the contract has its branch brought up to date, statement unchanged', async () => {
    const { github, settle } = scene;
    await proposed();
    const before = github.file(`${FOLDER}/2026-01/statement.json`, BRANCH);
    const text = github.file(`contracts/${CONTRACT_ID}/contract.yaml`, 'main') ?? '';
    github.as('eve').push('proposal/title', { [`contracts/${CONTRACT_ID}/contract.yaml`]: text.replace('title: Tea', 'title: Fine tea') });
    agree(github, github.as('eve').openPullRequest({ head: 'proposal/title' }));
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed update');
    expect(github.file(`${FOLDER}/2026-01/statement.json`, BRANCH)).toBe(before);
    expect(github.file(`contracts/${CONTRACT_ID}/contract.yaml`, BRANCH)).toContain('Fine tea');
    agree(github, 2);
    await settle();
    expect(ledger('main')).toEqual(FILES);
  });

  test('what somebody else pushes onto the branch is never built on', async () => {
    const { github, settle, file } = scene;
    await proposed();
    const evidence = github.file(`${FOLDER}/2026-01/evidence.json`, BRANCH) ?? '';
    github.as('eve').push(BRANCH, {
      [`${FOLDER}/2026-01/evidence.json`]: evidence.replaceAll('1000', '9000'),
      'extra.txt': 'mine',
    });
    await decide();
    expect(isMerged(2)).toBe(false);
    at('02-08');
    file('mei', '2026-02-08-share', DISPUTE);
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed recompute');
    expect(github.file(`${FOLDER}/2026-01/evidence.json`, BRANCH)).toBe(evidence);
    expect(github.files(BRANCH)).not.toContain('extra.txt');
    github.as('eve').push(BRANCH, { [`${FOLDER}/2026-01/statement.md`]: 'nothing to pay' });
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed update');
    expect(github.file(`${FOLDER}/2026-01/statement.md`, BRANCH)).toContain('1,060.00');
  });

  test('a branch that somebody made before is taken over', async () => {
    const { github, settle } = scene;
    github.as('eve').push(BRANCH, { [`${FOLDER}/2026-01/statement.json`]: '{"total":"0.00"}' });
    at('02-05');
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed propose,open,label');
    expect(ledger(BRANCH)).toEqual(FILES);
    expect(statement()).toMatchObject({ run: 1, total: '1100.00' });
  });
});

describe('the pull request is the app’s own', () => {
  test('one that somebody else opened of the branch is closed with a word, and the app opens its own', async () => {
    const { github, settle } = scene;
    github.as('eve').push(BRANCH, { 'extra.txt': 'mine' });
    github.as('eve').openPullRequest({ head: BRANCH, title: 'Please approve quickly' });
    at('02-05');
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #3 proposed displace,propose,open,label');
    expect([github.pull(2).state, github.pull(3).state]).toEqual(['closed', 'open']);
    expect(topics(2)).toEqual(['settlement-displaced']);
    expect(github.files(BRANCH)).not.toContain('extra.txt');
  });

  test('it is opened as any other where the repository has no drafts', async () => {
    const { github, settle } = scene;
    at('01-01');
    github.faults.failOperation('pulls/create', 'before', {
      status: 422,
      message: 'Draft pull requests are not supported in this repository.',
    });
    expect((await settle()).lines).toEqual(['tea-account 2026-01 #2 draft preview,open,label']);
    await decide();
    expect(isMerged(2)).toBe(false);
    at('02-05');
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed propose');
    at('02-14');
    await decide();
    expect(isMerged(2)).toBe(false);
    at('02-15');
    await decide();
    expect(isMerged(2)).toBe(true);
  });
});

describe('acceptance by silence', () => {
  const PAYMENT = 'kind: payment\nparty: brand\namount: 1.00\non: 2026-02-13\nreference: wire\n';

  test('is not put off by what a party can file alone: a dispute holds its line, a payment nothing', async () => {
    const { settle, file } = scene;
    await proposed();
    at('02-08');
    file('mei', '2026-02-08-share', DISPUTE);
    await settle();
    at('02-13');
    file('mei', '2026-02-13-wire', PAYMENT);
    await settle();
    expect(statement()).toMatchObject({ run: 3, asOf: '2026-02-13', total: '1060.00' });
    at('02-14');
    await decide();
    expect(isMerged(2)).toBe(false);
    at('02-15');
    await decide();
    expect(isMerged(2)).toBe(true);
  });

  test('begins anew when an amount has changed', async () => {
    const { settle, file } = scene;
    await proposed();
    at('02-08');
    file('mei', '2026-02-08-share', DISPUTE);
    file('eve', '2026-02-08-settled', 'kind: resolution\nanswers: 2026-02-08-share.yaml\namount: 80\n');
    await settle();
    at('02-17');
    await decide();
    expect(isMerged(2)).toBe(false);
    at('02-18');
    await decide();
    expect(isMerged(2)).toBe(true);
  });

  test('waits for a dispute that is merged and not counted yet', async () => {
    await proposed();
    at('02-15');
    scene.file('mei', '2026-02-15-share', DISPUTE);
    await decide();
    expect(isMerged(2)).toBe(false);
    await scene.settle();
    await decide();
    expect(isMerged(2)).toBe(true);
    expect(statement('main')).toMatchObject({ run: 2, total: '1060.00' });
  });
});

describe('what somebody takes away is put back', () => {
  test('closed without being merged: it is opened again, with the statement that was frozen', async () => {
    const { github, settle } = scene;
    await proposed();
    const head = github.tip(BRANCH);
    github.as('mei').closePullRequest(2);
    at('03-06');
    const lines = [
      'tea-account 2026-01 #2 proposed reopen',
      'tea-account 2026-02 #3 draft preview',
      'tea-account 2026-03 #4 draft preview,open,label',
    ];
    expect((await settle()).lines).toEqual(lines);
    expect(github.tip(BRANCH)).toBe(head);
    expect(github.pulls().map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('a deleted branch comes back as the app left it, whatever the data says by now', async () => {
    const { github, settle, sell } = scene;
    await proposed();
    const head = github.tip(BRANCH);
    github.as('mei').closePullRequest(2);
    github.as('mei').deleteBranch(BRANCH);
    sell({ '2026-01-10': '2000.00' });
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed restore,reopen');
    expect(github.tip(BRANCH)).toBe(head);
    expect(statement()).toMatchObject({ run: 1, total: '1100.00' });
  });

  test('a draft that was closed as well', async () => {
    at('01-01');
    await scene.settle();
    scene.github.as('tom').closePullRequest(2);
    at('02-05');
    expect((await scene.settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed propose,reopen,ready');
  });

  test('made a draft by somebody', async () => {
    await proposed();
    scene.github.as('tom').convertToDraft(2);
    expect((await scene.settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed ready');
  });
});

describe('measured anew', () => {
  test('takes both parties: what one of them asks for alone does not pass, what both agree to is the next computation', async () => {
    const { github, settle, sell, file } = scene;
    await proposed();
    sell({ '2026-01-10': '2000.00' });
    at('02-09');
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed');
    const again = 'kind: remeasure\nperiod: 2026-01\nreason: Late orders\n';
    github.as('mei').push('again', { [`contracts/${CONTRACT_ID}/events/2026-02-09-alone.yaml`]: `${again}party: brand\n` });
    const alone = github.as('mei').openPullRequest({ head: 'again' });
    await decide();
    expect([isMerged(alone), github.status(github.pull(alone).headSha)?.state]).toEqual([false, 'pending']);
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed');
    file('eve', '2026-02-09-again', again);
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed propose');
    expect(statement()).toMatchObject({ run: 2, asOf: '2026-02-09', total: '1200.00' });
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed');
    agree(github, 2);
    expect(ledger('main')).toEqual(FILES);
  });
});

describe('a commit that another branch swallowed', () => {
  test('has not landed, and is proposed again by itself', async () => {
    const { github, settle } = scene;
    await proposed();
    const eve = github.as('eve');
    const main = github.tip('main') ?? '';
    // Merged with `ours`: the forge calls the settlement merged, and none of its files has come.
    eve.pushMerge('swallow', [main, github.tip(BRANCH) ?? ''], main);
    github.as('eve').moveBranch('main', github.tip('swallow') ?? '');
    expect(github.pull(2).pull.mergedAt).not.toBeNull();
    expect(ledger('main')).toEqual([]);
    const [first] = (await settle()).lines;
    expect(first).toMatch(/^tea-account 2026-01 #\d+ proposed propose,open,label$/);
    expect(github.pulls().filter(({ state, pull }) => state === 'open' && pull.headBranch === BRANCH)).toHaveLength(1);
  });
});

describe('workflows that change while a settlement is open', () => {
  test('are never brought onto its branch: the app has no permission for that', async () => {
    const { github, settle } = scene;
    await proposed();
    github.as('eve').push('main', { '.github/workflows/x.yml': 'on: push\n' });
    at('02-08');
    expect((await settle()).lines[0]).toMatch(/ proposed/);
    github.as('eve').push('main', { 'src/engine.ts': 'x\n' });
    at('02-09');
    const after = await settle();
    expect([after.exitCode, after.lines[0]]).toEqual([0, expect.stringMatching(/ proposed update/)]);
    expect(github.files(BRANCH)).toContain('.github/workflows/x.yml');
  });
});

describe('missed months', () => {
  test('are caught up one at a time, each after the one before it was accepted', async () => {
    const { github, settle } = scene;
    at('04-10');
    expect((await settle()).lines).toEqual([
      'tea-account 2026-01 #2 proposed propose,open,label',
      'tea-account 2026-02 - waits',
      'tea-account 2026-03 - waits',
      'tea-account 2026-04 #3 draft preview,open,label',
    ]);
    agree(github, 2);
    expect((await settle()).lines.slice(0, 2)).toEqual([
      'tea-account 2026-02 #4 proposed propose,open,label',
      'tea-account 2026-03 - waits',
    ]);
    agree(github, 4);
    expect((await settle()).lines[0]).toBe('tea-account 2026-03 #5 proposed propose,open,label');
    agree(github, 5);
    at('05-05');
    expect((await settle()).lines).toEqual(['tea-account 2026-04 #3 proposed propose,ready']);
    agree(github, 3);
    expect(JSON.parse(github.file(`${FOLDER}/2026-04/statement.json`, 'main') ?? '')).toMatchObject({ tail: true, final: true });
    at('06-20');
    expect((await settle()).lines).toEqual([]);
  });
});

describe('runs', () => {
  test('a second one changes nothing', async () => {
    await proposed();
    const { github, settle } = scene;
    const writes = () => github.log.filter(({ method, path }) => method !== 'GET' && path !== '/graphql').length;
    const before = writes();
    expect((await settle()).lines).toEqual(['tea-account 2026-01 #2 proposed', 'tea-account 2026-02 #3 draft']);
    expect(writes()).toBe(before);
  });

  test('one of them measures all periods with one request', async () => {
    at('02-05');
    expect((await scene.settle()).lines).toHaveLength(2);
    // the statement of January, February's scorecard, and the days before it for its outlook
    expect(scene.asked).toEqual([3]);
  });

  test('two at once leave one branch, one pull request, one comment and one statement', async () => {
    const { github, settle } = scene;
    at('02-05');
    const runs = await Promise.all([settle(), settle(), settle()]);
    expect(runs.map(({ exitCode, errors }) => [exitCode, errors ?? ''])).toEqual(runs.map(() => [0, '']));
    await settle();
    expect(github.pulls().map(({ number, pull }) => [number, pull.headBranch])).toEqual([
      [1, 'proposal/tea'],
      [2, BRANCH],
      [3, `settlement/${CONTRACT_ID}/2026-02`],
    ]);
    expect([topics(2), topics(3)]).toEqual([['settlement'], ['scorecard']]);
    expect(statement()).toMatchObject({ run: 1, total: '1100.00' });
  });

  test('a plan changes nothing', async () => {
    at('02-05');
    const { github, settle } = scene;
    const planned = await settle({ dryRun: true });
    expect([planned.exitCode, planned.lines]).toEqual([
      0,
      ['tea-account 2026-01 - planned propose', 'tea-account 2026-02 - planned preview'],
    ]);
    expect(github.pulls()).toHaveLength(1);
  });

  test('a head that the record of pushes does not know is not built on', async () => {
    await proposed();
    const { github, settle } = scene;
    const { activity } = github.world.state;
    activity.splice(0, activity.length, ...activity.filter(({ ref }) => !ref.endsWith(BRANCH)));
    const head = github.tip(BRANCH);
    const refused = await settle();
    expect([refused.exitCode, refused.errors]).toEqual([2, expect.stringContaining('proposal-push-unknown')]);
    expect(refused.lines).toEqual(['tea-account 2026-01 - failed', 'tea-account 2026-02 #3 draft']);
    expect(github.tip(BRANCH)).toBe(head);
  });

  test('a branch that never stands still is left for the next run', async () => {
    await proposed();
    const { github, settle, file } = scene;
    at('02-08');
    file('mei', '2026-02-08-share', DISPUTE);
    for (let time = 1; time <= 12; time++) {
      github.faults.during('git/update-ref', 'before', () => github.as('eve').push(BRANCH, { 'extra.txt': `${time}` }), time);
    }
    const busy = await settle();
    expect([busy.exitCode, busy.errors, busy.lines[0]]).toEqual([
      2,
      expect.stringContaining('proposal-busy'),
      `tea-account 2026-01 #2 failed ${Array.from({ length: 12 }, () => 'recompute').join(',')}`,
    ]);
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 proposed recompute');
    expect(statement()).toMatchObject({ run: 2, total: '1060.00' });
  });

  test('what is done and what is next is told in both languages', async () => {
    const { told, github } = scene;
    expect(await told('en')).toBe('tea-account: nothing to propose\n');
    at('04-10');
    expect(await told('zh', { dryRun: true })).toBe(
      [
        'tea-account 2026-01：下一步：取数并写入结算单',
        'tea-account 2026-02：下一步：暂无',
        'tea-account 2026-03：下一步：暂无',
        'tea-account 2026-04：下一步：写入预览',
        '',
      ].join('\n'),
    );
    expect(await told('en')).toBe(
      [
        'tea-account 2026-01 #2: proposed (measure and write the statement, open the pull request, label it)',
        'tea-account 2026-02: waits until 2026-01 is accepted',
        'tea-account 2026-03: waits until 2026-01 is accepted',
        'tea-account 2026-04 #3: draft until 2026-05-05 (write the preview, open the pull request, label it)',
        '',
      ].join('\n'),
    );
    github.as('mei').closePullRequest(2);
    expect((await told('zh')).split('\n')[0]).toBe('tea-account 2026-01 #2：已提出（重新打开）');
  });

  test('only the account that the workspace names proposes', async () => {
    at('02-05');
    const refused = await scene.settle({}, 'mei');
    expect([refused.exitCode, refused.output]).toEqual([2, expect.stringContaining('proposal-not-the-app')]);
    expect(scene.github.pulls()).toHaveLength(1);
  });

  test('whoever may read may look what would be done', async () => {
    at('02-05');
    const { exitCode, lines } = await scene.settle({ dryRun: true }, 'mei');
    expect([exitCode, lines[0]]).toEqual([0, expect.stringContaining('2026-01')]);
    expect(scene.github.pulls()).toHaveLength(1);
  });

  test('the scorecard is posted again when a new review period has begun', async () => {
    const { settle, sell } = scene;
    at('01-01');
    await settle();
    sell({ '2026-01-10': '500.00' });
    at('01-31');
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 draft');
    at('02-01');
    expect((await settle()).lines[0]).toBe('tea-account 2026-01 #2 draft preview');
    expect(comment(2, 'scorecard')).toContain('1,050.00');
    expect(topics(2)).toEqual(['scorecard']);
  });

  test('where the data cannot be measured nothing is proposed, and it is said why', async () => {
    at('02-05');
    scene.sell({ '2026-01-10': 'a lot' });
    const failed = await scene.settle();
    expect([failed.exitCode, failed.lines[0]]).toEqual([1, 'tea-account 2026-01 - failed']);
    expect(scene.github.branches()).not.toContain(BRANCH);
  });
});

describe('a contract that is not ratified', () => {
  test('does not keep the others from going on', async () => {
    const { github, settle } = scene;
    const copy = (file: string) => github.file(`contracts/${CONTRACT_ID}/${file}`, 'main') ?? '';
    github.as('eve').push('main', {
      'contracts/alone/contract.yaml': copy('contract.yaml').replace(`id: ${CONTRACT_ID}`, 'id: alone'),
      'contracts/alone/definitions.yaml': copy('definitions.yaml'),
    });
    at('01-01');
    const run = await settle();
    expect([run.exitCode, run.lines]).toEqual([1, ['alone terms-never-agreed', 'tea-account 2026-01 #2 draft preview,open,label']]);
    expect(run.errors).toContain('contracts/alone/contract.yaml');
  });

  test('is refused with the reasons', async () => {
    const unratified = await settlementScene(false);
    try {
      unratified.github.clock.set('2026-02-05T09:00:00Z');
      const refused = await unratified.settle();
      expect(refused.exitCode).toBe(1);
      expect(refused.lines).toEqual(['tea-account terms-never-agreed']);
      expect(unratified.github.pulls()).toEqual([]);
    } finally {
      await unratified.stop();
    }
  });
});
