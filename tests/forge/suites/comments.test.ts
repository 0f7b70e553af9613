import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../../run-cli.js';
import {
  CONTRACT,
  type CommentScene,
  contractText,
  DEFINITIONS,
  definitionsText,
  HERE,
  ID,
  RAISED,
  sceneForEach,
  WORKSPACE,
} from './comment-scene.js';

/* What `concord comment` says of a pull request. */

let scene: CommentScene;

sceneForEach((made) => {
  scene = made;
});

describe('what a pull request changes', () => {
  test('a raised target: its worth for both parties, its class and the rules, then the change, with Chinese folded below', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    expect((await scene.say(number)).output).toBe('changes: comment created\nscorecard: comment created\n');
    const { changes = '' } = scene.said(number);
    const shown = changes.slice(changes.indexOf('## Acme'), changes.indexOf('<details>'));
    expect(shown).toBe(`## Acme x Linkstar (acme-linkstar)

**Had it held in the last 3 settled periods, as it is from 2026-07 on: USD -900.00**${'  '}
Linkstar would have received USD 900.00 less, and Acme paid less.

- **Class**: **money**
- **Allowed by the contract**: yes
- **Favours**: the brand
- **If agreed on**: 2026-04-10

**All changes: 1**

- **KPI GMV (sales) · target** · money
  - USD 10,000.00 → USD 12,000.00 · 2026-07 to 2026-12
  - Favours: the brand · \`contracts/acme-linkstar/contract.yaml:18\`

Compared: \`${scene.github.tip('main')?.slice(0, 12)}\` with \`${scene.headOf(number).slice(0, 12)}\`.

`);
    expect(changes).toContain('<summary>中文</summary>\n\n## 本合并请求的变更');
    expect(changes).toContain('Linkstar 将少收 USD 900.00，Acme 相应少付。');
    expect(changes).toContain('| 2026-03 | Bonus | 1,000.00 | 666.67 | -333.33 |');
  });

  test('one language where one is asked for', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    await scene.say(number, { only: 'zh', locale: 'zh' });
    const { changes = '', scorecard = '' } = scene.said(number);
    expect(changes).toContain('## 本合并请求的变更');
    expect(changes + scorecard).not.toMatch(/What this pull request|Where the contracts stand|English/);
  });

  test('a change that the contract’s rules refuse is told with the rule; that is no failure of the command', async () => {
    const number = scene.propose('late', { [CONTRACT]: contractText('10000', '{ 2026-01: 3000, 2026-04: 3300 }') });
    const { exitCode } = await scene.say(number);
    expect(exitCode).toBe(0);
    const { changes = '' } = scene.said(number);
    expect(changes).toContain('- **Allowed by the contract**: no');
    expect(changes).toContain('it would hold in 2026-04, which has begun by 2026-04-10');
  });

  test('a dry run posts nothing and prints it; JSON has every comment', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    const printed = await scene.say(number, { dryRun: true });
    expect(printed.output).toContain('changes: would be written\n\n## What this pull request changes');
    const { output } = await scene.say(number, { dryRun: true, format: 'json' });
    expect(JSON.parse(output)).toMatchObject({
      pullRequest: number,
      comments: [
        { topic: 'changes', outcome: 'dry' },
        { topic: 'scorecard', outcome: 'dry' },
      ],
    });
    expect(scene.github.comments(number)).toEqual([]);
    expect(scene.writes()).toEqual([]);
  });

  test('the whole reports are written as files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'concord-report-'));
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    await scene.say(number, { output: folder });
    expect(readFileSync(join(folder, 'changes.md'), 'utf8')).toContain('## What this pull request changes');
    expect(readFileSync(join(folder, 'scorecard.md'), 'utf8')).toContain('## Scorecard 2026-04 · Acme x Linkstar');
    expect(JSON.parse(readFileSync(join(folder, 'changes.json'), 'utf8'))).toMatchObject({
      contracts: [{ contract: ID, class: 'economic' }],
    });
    rmSync(folder, { recursive: true });
  });

  test('a text with errors: every one with its place and remedy, and nothing computed', async () => {
    const number = scene.propose('broken', { [CONTRACT]: contractText('-5').replace('currency: USD', 'currency: XXY') });
    expect((await scene.say(number)).exitCode).toBe(0);
    const { changes = '' } = scene.said(number);
    expect(changes).toContain('## This text cannot be agreed: it has errors');
    expect(changes).toMatch(
      /- `contracts\/acme-linkstar\/contract\.yaml:12:11` · \*\*error\*\* · `unknown-currency`\n {2}- .*\n {2}- fix: /,
    );
    expect(changes).not.toContain('would have received');
  });

  test('bytes that are no text are an issue of the file', async () => {
    const number = scene.propose('bytes', { [CONTRACT]: RAISED });
    const clone = mkdtempSync(join(tmpdir(), 'concord-bytes-'));
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', clone, '-c', 'user.name=eve', '-c', 'user.email=eve@example.org', ...args]);
    execFileSync('git', ['clone', '-q', '-b', 'bytes', scene.github.gitFolder, clone]);
    writeFileSync(join(clone, CONTRACT), Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe]));
    git('commit', '-q', '-am', 'bytes');
    scene.github.as('eve').git(clone, 'push', 'origin', 'bytes');
    rmSync(clone, { recursive: true });
    expect((await scene.say(number)).exitCode).toBe(0);
    expect(scene.said(number).changes).toContain('- `contracts/acme-linkstar/contract.yaml:1:1` · **error** · `forge-not-text`');
  });

  test('a new contract, a removed one, an event, and the workspace', async () => {
    const fresh = contractText().replace(`id: ${ID}`, 'id: second-contract');
    const added = scene.propose('second', {
      'contracts/second-contract/contract.yaml': fresh,
      'contracts/second-contract/definitions.yaml': definitionsText(),
    });
    await scene.say(added);
    expect(scene.said(added).changes).toContain('The contract is new.');
    expect(scene.said(added).scorecard).toContain('The contract is not on the default branch yet: nothing is measured.');

    const gone = scene.propose('gone', { [CONTRACT]: null, [DEFINITIONS]: null });
    await scene.say(gone);
    expect(scene.said(gone).changes).toContain('errors');

    const event = scene.propose('dispute', {
      [`${HERE}/events/2026-04-10-returns.yaml`]:
        'kind: dispute\nparty: brand\nperiod: 2026-03\nline: reward\nclaimed: 400\nreason: returns\nevidence: [mail]\n',
    });
    await scene.say(event);
    expect(scene.said(event).changes).toContain('No contract’s terms change.');
    expect(scene.said(event).changes).toContain('- **dispute** · `contracts/acme-linkstar/events/2026-04-10-returns.yaml`');
    expect(scene.said(event).changes).toContain('should be: 400.00; reason: returns; evidence: mail');

    // 10000 of 10000 pay all of the pool of 1000; what is settled is not measured anew
    const idle = scene.propose('idle', {
      [`${HERE}/events/2026-04-10-more.yaml`]:
        'kind: dispute\nparty: brand\nperiod: 2026-03\nline: reward\nclaimed: 1400\nreason: returns\nevidence: [mail]\n',
      [`${HERE}/events/2026-04-10-anew.yaml`]: 'kind: remeasure\nperiod: 2026-03\nreason: late rows\n',
    });
    await scene.say(idle);
    const warned = scene.said(idle).changes ?? '';
    expect(warned).toContain('**New warnings: 2**');
    expect(warned).toContain('it comes to 1,000.00 USD; at 1,400.00 USD, as claimed, the brand would pay 400.00 USD more');
    expect(warned).toContain('The statement of 2026-03 is accepted: it is not measured anew');
    expect(warned).toContain('若按所主张的 1,400.00 USD，品牌方将多付 400.00 USD');
    expect(scene.said(event).changes).not.toContain('New warnings');

    const people = scene.propose('people', { 'contracts/workspace.yaml': `${WORKSPACE}`.replace('Bob,', 'Robert,') });
    await scene.say(people);
    expect(scene.said(people).changes).toContain('## Workspace\n\n- **people · bob · name** · who decides\n  - Bob → Robert');
    expect(scene.said(people).scorecard).toBeUndefined();
  });

  test('what the default branch changed since is not taken for a change back, and is said', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    scene.github.as('ana').push('main', { [DEFINITIONS]: definitionsText(', where: { region: eu }') });
    await scene.say(number);
    const { changes = '' } = scene.said(number);
    expect(changes).toContain('The default branch has changed acme-linkstar since this pull request left it');
    expect(changes).toContain('**All changes: 1**');
    expect(changes).not.toContain('region');
  });

  test('nothing is written under what concerns no contract, under a settlement, or when it is closed', async () => {
    const docs = scene.propose('docs', { 'README.md': 'hello' });
    expect((await scene.say(docs)).output).toBe('changes: comment says so already\nscorecard: comment says so already\n');
    const ledger = scene.propose('settlement/acme-linkstar/2026-04', { [`${HERE}/ledger/2026-04/preview.md`]: '# preview' });
    expect((await scene.say(ledger)).output).toContain('only adds to a ledger');
    const closed = scene.propose('raise', { [CONTRACT]: RAISED });
    scene.github.as('eve').closePullRequest(closed);
    expect((await scene.say(closed)).output).toContain('is not open');
    scene.github.as('eve').push('feature', { 'README.md': 'hello' });
    scene.github.as('eve').push('onto-feature', { [CONTRACT]: RAISED });
    const stacked = scene.github.as('eve').openPullRequest({ head: 'onto-feature', base: 'feature' });
    expect((await scene.say(stacked)).output).toContain('does not go into the default branch');
    expect([docs, ledger, closed, stacked].flatMap((number) => scene.github.comments(number))).toEqual([]);
    expect((await scene.say(99)).errors).toContain('forge-no-pull-request');
  });

  test('a pull request that no longer concerns a contract says so where it spoke before', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    await scene.say(number);
    scene.github.as('eve').push('raise', { [CONTRACT]: contractText(), 'README.md': 'hello' });
    expect((await scene.say(number)).output).toBe('changes: comment updated\nscorecard: comment updated\n');
    expect(scene.said(number).changes).toContain('Nothing changes in any contract.');
    expect(scene.said(number).scorecard).toContain('This pull request touches no contract.');
  });

  test('what the checks warn of now and did not before', async () => {
    const number = scene.propose('loose', { [CONTRACT]: contractText().replace(/^amendments.*\n/m, '') });
    await scene.say(number);
    const { changes = '' } = scene.said(number);
    expect(changes).toContain('**New warnings: 1**\n\n- `contracts/acme-linkstar/contract.yaml:1:1` · **');
    expect(changes).toContain('**检查新增的警告：1 条**');
  });

  test('what measuring cost, where reading is paid for: in both languages, and nothing where it is free', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    await scene.say(number);
    expect(scene.said(number).scorecard).not.toMatch(/BigQuery|TiB/);
    await scene.say(number, {
      wrap: (context) => ({
        ...context,
        // 10 MiB at 6.25 USD per TiB are 0.0000596 USD
        openWarehouse: async (settings) => ({
          ...(await context.openWarehouse(settings)),
          spent: () => ({ bytes: 12_345n, billed: 10_485_760n }),
        }),
      }),
    });
    const { scorecard = '' } = scene.said(number);
    expect(scorecard).toContain(
      'Its queries read 12345 bytes of BigQuery and are billed for at most 10485760: about 0.0001 USD at 6.25 USD per TiB',
    );
    expect(scorecard).toContain('本次查询从 BigQuery 读取 12345 字节，最多按 10485760 字节计费：约 0.0001 美元');
  });

  test('who sees what by it, and until when', async () => {
    const viewer = contractText().replace(
      'signatories: [bob] }',
      'signatories: [bob], access: { analyst: ["user:bob@linkstar.example"] } }',
    );
    const number = scene.propose('access', { [CONTRACT]: viewer });
    await scene.say(number);
    const { changes = '' } = scene.said(number);
    expect(changes).toMatch(/bob@&#8203;linkstar\.example/);
    expect(changes).toMatch(/gains/);
  });
});

describe('the command', () => {
  test('posts as the token’s account, in a process of its own', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    const place = ['--root', scene.folder, '--as-of', '2026-04-10', 'comment', '--pr', String(number)];
    const environment = scene.github.environment('concord[bot]');
    const first = await runCli(place, environment);
    expect(first).toEqual({ code: 0, stdout: 'changes: comment created\nscorecard: comment created\n', stderr: '' });
    expect(scene.said(number).changes).toContain('USD -900.00');
    expect((await runCli(place, environment)).stdout).toBe('changes: comment says so already\nscorecard: comment says so already\n');
    const wrong = await runCli(['comment', '--pr', 'twelve'], environment);
    expect(wrong.code).toBe(2);
  });
});
