import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandContext } from '../../../src/commands/context.js';
import type { MeasurementRequest } from '../../../src/query/request.js';
import { parseMarker } from '../../../src/report/sticky.js';
import { runCli } from '../../run-cli.js';
import { type CommentScene, commentScene, contractText, definitionsText, HERE, ID, RAISED, WORKSPACE } from './comment-scene.js';

let scene: CommentScene;

beforeEach(async () => {
  scene = await commentScene();
});
afterEach(async () => {
  expect(scene.github.violations).toEqual([]);
  expect(scene.github.faults.spent).toBe(true);
  await scene.stop();
});

const CONTRACT = `${HERE}/contract.yaml`;
const DEFINITIONS = `${HERE}/definitions.yaml`;
const BOT = 98765432;

/** Own comments of a thread by topic; there is never more than one. */
function said(number: number): Readonly<Record<string, string>> {
  const own = scene.github.comments(number).filter(({ userId, body }) => userId === BOT && parseMarker(body) !== null);
  const topics = own.map(({ body }) => parseMarker(body)?.topic ?? '');
  expect(new Set(topics).size).toBe(topics.length);
  return Object.fromEntries(own.map(({ body }, index) => [topics[index] ?? '', body]));
}
/** The commit that a pull request of this repository stands at. */
const headOf = (number: number) => scene.github.pull(number).headSha;
const writes = () =>
  scene.github.log
    .filter(({ method, path }) => method !== 'GET' && path.includes('/comments'))
    .map(({ method, login }) => `${method} ${login}`);

describe('what a pull request changes', () => {
  test('a raised target: its worth for both parties, its class and the rules, then the change, with Chinese folded below', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    expect((await scene.say(number)).output).toBe('changes: comment created\nscorecard: comment created\n');
    const { changes = '' } = said(number);
    const shown = changes.slice(changes.indexOf('## Acme'), changes.indexOf('<details>'));
    expect(shown).toBe(`## Acme x Linkstar (acme-linkstar)

**As from 2026-07, over 3 settled periods: USD -900.00**${'  '}
Linkstar would have received USD 900.00 less, and Acme paid less.

- **Class**: **economic**
- **By its own rules**: may be agreed
- **Favours**: the brand
- **If agreed on**: 2026-04-10

**All changes: 1**

- **KPI GMV (sales) · target** · economic
  - USD 10,000.00 → USD 12,000.00 · 2026-07 to 2026-12
  - Favours: the brand · \`contracts/acme-linkstar/contract.yaml:18\`

Compared: \`${scene.github.tip('main')?.slice(0, 12)}\` with \`${headOf(number).slice(0, 12)}\`.

`);
    expect(changes).toContain('<summary>中文</summary>\n\n## 本合并请求的变更');
    expect(changes).toContain('Linkstar将少收 USD 900.00，Acme相应少付。');
    expect(changes).toContain('| 2026-03 | Bonus | 1,000.00 | 666.67 | -333.33 |');
  });

  test('one language where one is asked for', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    await scene.say(number, { only: 'zh', locale: 'zh' });
    const { changes = '', scorecard = '' } = said(number);
    expect(changes).toContain('## 本合并请求的变更');
    expect(changes + scorecard).not.toMatch(/What this pull request|Where the contracts stand|English/);
  });

  test('a change that the contract’s rules refuse is told with the rule; that is no failure of the command', async () => {
    const number = scene.propose('late', { [CONTRACT]: contractText('10000', '{ 2026-01: 3000, 2026-04: 3300 }') });
    const { exitCode } = await scene.say(number);
    expect(exitCode).toBe(0);
    const { changes = '' } = said(number);
    expect(changes).toContain('- **By its own rules**: refused');
    expect(changes).toContain('it would hold in 2026-04 to 2026-04, which has begun by 2026-04-10');
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
    expect(writes()).toEqual([]);
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
    const { changes = '' } = said(number);
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
    expect(said(number).changes).toContain('- `contracts/acme-linkstar/contract.yaml:1:1` · **error** · `forge-not-text`');
  });

  test('a new contract, a removed one, an event, and the workspace', async () => {
    const fresh = contractText().replace(`id: ${ID}`, 'id: second-contract');
    const added = scene.propose('second', {
      'contracts/second-contract/contract.yaml': fresh,
      'contracts/second-contract/definitions.yaml': definitionsText(),
    });
    await scene.say(added);
    expect(said(added).changes).toContain('The contract is new.');
    expect(said(added).scorecard).toContain('The contract is not on the default branch yet: nothing is measured.');

    const gone = scene.propose('gone', { [CONTRACT]: null, [DEFINITIONS]: null });
    await scene.say(gone);
    expect(said(gone).changes).toContain('errors');

    const event = scene.propose('dispute', {
      [`${HERE}/events/2026-04-10-returns.yaml`]:
        'kind: dispute\nparty: brand\nperiod: 2026-03\nline: reward\nclaimed: 400\nreason: returns\nevidence: [mail]\n',
    });
    await scene.say(event);
    expect(said(event).changes).toContain('No contract’s terms change.');
    expect(said(event).changes).toContain('- **dispute** · `contracts/acme-linkstar/events/2026-04-10-returns.yaml`');
    expect(said(event).changes).toContain('claimed: 400; reason: returns; evidence: mail');

    const people = scene.propose('people', { 'contracts/workspace.yaml': `${WORKSPACE}`.replace('Bob,', 'Robert,') });
    await scene.say(people);
    expect(said(people).changes).toContain('## Workspace\n\n- **people · bob · name** · governance\n  - Bob → Robert');
    expect(said(people).scorecard).toBeUndefined();
  });

  test('what the default branch changed since is not taken for a change back, and is said', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    scene.github.as('ana').push('main', { [DEFINITIONS]: definitionsText(', where: { region: eu }') });
    await scene.say(number);
    const { changes = '' } = said(number);
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
    expect(said(number).changes).toContain('Nothing changes in any contract.');
    expect(said(number).scorecard).toContain('This pull request touches no contract.');
  });

  test('what the checks warn of now and did not before', async () => {
    const number = scene.propose('loose', { [CONTRACT]: contractText().replace(/^amendments.*\n/m, '') });
    await scene.say(number);
    const { changes = '' } = said(number);
    expect(changes).toContain('**What the checks warn of, and did not before: 1**\n\n- `contracts/acme-linkstar/contract.yaml:1:1` · **');
    expect(changes).toContain('**检查新增的提示：1 条**');
  });

  test('who sees what by it, and until when', async () => {
    const viewer = contractText().replace(
      'signatories: [bob] }',
      'signatories: [bob], access: { analyst: ["user:bob@linkstar.example"] } }',
    );
    const number = scene.propose('access', { [CONTRACT]: viewer });
    await scene.say(number);
    const { changes = '' } = said(number);
    expect(changes).toMatch(/bob@&#8203;linkstar\.example/);
    expect(changes).toMatch(/gains/);
  });
});

describe('one comment of each topic', () => {
  test('a second run writes nothing, a push is told in the same comments', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    await scene.say(number);
    const ids = scene.github.comments(number).map(({ id }) => id);
    expect((await scene.say(number)).output).toBe('changes: comment says so already\nscorecard: comment says so already\n');
    expect(writes()).toEqual(['POST concord[bot]', 'POST concord[bot]']);
    scene.github.as('eve').push('raise', { [CONTRACT]: contractText('{ 2026-01: 10000, 2026-07: 11000 }') });
    expect((await scene.say(number)).output).toBe('changes: comment updated\nscorecard: comment updated\n');
    expect(scene.github.comments(number).map(({ id }) => id)).toEqual(ids);
    expect(said(number).changes).toContain('USD 10,000.00 → USD 11,000.00');
  });

  test('a workflow’s own token keeps to its own comments', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    await scene.say(number);
    const first = scene.github.comments(number);
    // Another account: its run neither counts nor touches the app's comments.
    await scene.say(number, { login: 'ana' });
    const after = scene.github.comments(number);
    expect(after.slice(0, 2)).toEqual(first);
    expect(after.slice(2).map(({ userId }) => userId)).toEqual([11, 11]);
    await scene.say(number, { login: 'ana' });
    expect(scene.github.comments(number)).toHaveLength(4);
  });

  test('a forged marker of somebody else is neither counted nor changed', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    const head = headOf(number);
    const forged = `<!-- concord:changes head=${head} at=2099-01-01T00:00:00Z -->\n\nNothing changes. Please approve.`;
    scene.github.as('stranger').comment(number, forged);
    expect((await scene.say(number)).output).toBe('changes: comment created\nscorecard: comment created\n');
    expect(scene.github.comments(number)[0]?.body).toBe(forged);
    expect(said(number).changes).toContain('USD -900.00');
  });

  test('a creation whose answer is lost is not repeated', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    scene.github.faults.failOperation('issues/create-comment', 'after');
    expect((await scene.say(number)).exitCode).toBe(0);
    expect(writes()).toEqual(['POST concord[bot]', 'POST concord[bot]']);
    expect(Object.keys(said(number))).toEqual(['changes', 'scorecard']);
  });

  test('a connection that ends before anything was done is tried once more', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    scene.github.faults.failOperation('issues/create-comment', 'before', 'drop');
    expect((await scene.say(number)).exitCode).toBe(0);
    expect(Object.keys(said(number))).toEqual(['changes', 'scorecard']);
  });

  test('a push while it is read: nothing is written about the head that was', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    scene.github.faults.during('repos/compare-commits', 'after', () =>
      scene.github.as('eve').push('raise', { [CONTRACT]: contractText('9000') }),
    );
    expect((await scene.say(number)).output).toMatch(/^changes: a newer commit or run has taken over, nothing written\nscorecard: a newer/);
    expect(said(number)).toEqual({});
  });

  test('a run that began before another does not write over it', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    // While the first reads, the default branch changes and a second run says so.
    let second: Promise<unknown> = Promise.resolve();
    scene.github.faults.during('repos/compare-commits', 'after', () => {
      scene.github.as('ana').push('main', { [CONTRACT]: contractText('10000', '3100') });
      second = scene.say(number);
      return second;
    });
    const first = await scene.say(number);
    await second;
    expect(first.output).toMatch(/^changes: a newer commit or run has taken over/);
    expect(said(number).changes).toContain('The default branch has changed acme-linkstar');
  });

  test('whatever call goes wrong, before or after it was done, the next run leaves one comment of each', async () => {
    const unsettled = await commentScene({ settled: false });
    const { github, say } = unsettled;
    const topics = () => github.comments(number).map(({ body }) => parseMarker(body)?.topic);
    const number = unsettled.propose('raise', { [CONTRACT]: RAISED });
    const before = github.moment();
    const start = github.log.length;
    await say(number);
    const calls = github.log.slice(start).map(({ method, path }) => method === 'POST' && path.endsWith('/comments'));
    expect(calls.filter((creates) => creates)).toHaveLength(2);
    for (const [index, creates] of calls.entries()) {
      // Whether a reading was refused or its answer lost is the same to everybody.
      for (const moment of creates ? (['before', 'after'] as const) : (['before'] as const)) {
        github.restore(before);
        // 403 is never tried again by the client: there the run has to look for itself.
        github.faults.failCall(index + 1, moment, { status: 403, message: 'stopped' });
        await say(number);
        github.faults.clear();
        expect((await say(number)).exitCode).toBe(0);
        expect(topics()).toEqual(['changes', 'scorecard']);
      }
    }
    expect(github.violations).toEqual([]);
    await unsettled.stop();
  });
});

/** Every request that reaches the warehouse. */
function watched(): {
  readonly requests: MeasurementRequest[];
  readonly folders: string[];
  readonly wrap: (context: CommandContext) => CommandContext;
} {
  const requests: MeasurementRequest[] = [];
  const folders: string[] = [];
  const wrap = (context: CommandContext): CommandContext => ({
    ...context,
    openWarehouse: async (settings) => {
      if (settings.engine === 'duckdb') folders.push(settings.data);
      const warehouse = await context.openWarehouse(settings);
      return {
        ...warehouse,
        measure: (asked) => {
          requests.push(...asked);
          return warehouse.measure(asked);
        },
      };
    },
  });
  return { requests, folders, wrap };
}
/** The tables of the terms that were asked for, in the order in which they first were. */
const tablesOf = (requests: readonly MeasurementRequest[]) => {
  const facts = requests.flatMap(({ periods }) => periods.flatMap(({ terms }) => terms.definitions.facts));
  return [...new Set(facts.map(({ source }) => ('table' in source ? source.table : source.view)))];
};

describe('a pull request is no way to read data', () => {
  const OTHER_TABLE = { [DEFINITIONS]: definitionsText('', 'other.secrets') };

  test('a table that only the head names is read by nobody’s run before both approve that commit, and then beside the old one', async () => {
    const number = scene.propose('steal', OTHER_TABLE);
    const first = watched();
    await scene.say(number, { wrap: first.wrap });
    expect(tablesOf(first.requests)).toEqual(['shop.orders']);
    expect(said(number).scorecard).toContain('are measured beside the old ones once brand and provider approved this very commit');
    expect(said(number).scorecard).not.toContain('777');

    scene.github.as('ana').approve(number);
    const half = watched();
    await scene.say(number, { wrap: half.wrap });
    expect(tablesOf(half.requests)).toEqual(['shop.orders']);
    expect(said(number).scorecard).toContain('once provider approved this very commit');

    scene.github.as('bob').approve(number);
    const both = watched();
    await scene.say(number, { wrap: both.wrap });
    expect(tablesOf(both.requests)).toEqual(['shop.orders', 'other.secrets']);
    expect(said(number).scorecard).toContain('## By the old and the new text, 2026-03');
  });

  test('approvals of an earlier commit do not count for the pushed one', async () => {
    const number = scene.propose('steal', { [DEFINITIONS]: definitionsText(', where: { region: eu }') });
    scene.github.as('ana').approve(number);
    scene.github.as('bob').approve(number);
    scene.github.as('eve').push('steal', OTHER_TABLE);
    const seen = watched();
    await scene.say(number, { wrap: seen.wrap });
    expect(tablesOf(seen.requests)).toEqual(['shop.orders']);
  });

  test('a filter on known data waits for its custodian alone, and is then measured side by side', async () => {
    const number = scene.propose('filter', { [DEFINITIONS]: definitionsText(', where: { region: eu }') });
    await scene.say(number);
    expect(said(number).scorecard).toContain('once brand approved this very commit');
    scene.github.as('ana').approve(number);
    await scene.say(number);
    const { scorecard = '' } = said(number);
    expect(scorecard).toContain('| `revenue` | 10,000 | 7,000 |');
    expect(scorecard).not.toContain('Nothing that only this pull request says');
  });

  test('an exclusion waits, too', async () => {
    const number = scene.propose('exclude', {
      [`${HERE}/events/2026-04-10-outage.yaml`]:
        'kind: exclusion\nparty: provider\nreason: force_majeure\nkpis: [sales]\nevidence: [ticket]\ntreatment: prorate\nwindow: { from: 2026-04-02, to: 2026-04-02 }\n',
    });
    await scene.say(number);
    expect(said(number).changes).toContain('- **exclusion** · `contracts/acme-linkstar/events/2026-04-10-outage.yaml`');
    expect(said(number).scorecard).toContain('once brand approved this very commit');
  });

  test('an approval by a stranger, by the author, or a comment that says so, is none', async () => {
    const number = scene.propose('steal', OTHER_TABLE, 'ana');
    scene.github.as('stranger').approve(number);
    scene.github.as('eve').approve(number);
    scene.github.as('ana').comment(number, 'approved');
    const seen = watched();
    await scene.say(number, { wrap: seen.wrap });
    expect(tablesOf(seen.requests)).toEqual(['shop.orders']);
  });

  test('where the data is, is the default branch’s to say, whatever was approved', async () => {
    const number = scene.propose('move', {
      ...OTHER_TABLE,
      'contracts/workspace.yaml': `${WORKSPACE}warehouse: { engine: duckdb, data: elsewhere }\n`,
    });
    scene.github.as('ana').approve(number);
    scene.github.as('bob').approve(number);
    const seen = watched();
    await scene.say(number, { wrap: seen.wrap });
    expect(new Set(seen.folders)).toEqual(new Set(['data']));
    expect(tablesOf(seen.requests)).toContain('other.secrets');
  });

  test('a stranger’s fork is told what it changes, and runs up no bill; a fork of somebody who is known is measured', async () => {
    const from = async (login: string) => {
      scene.github.as(login).pushFork('raise', { [CONTRACT]: RAISED });
      const number = scene.github.as(login).openPullRequest({ head: `${login}:raise` });
      const seen = watched();
      await scene.say(number, { wrap: seen.wrap });
      expect(said(number).changes).toContain('USD -900.00');
      return { number, requests: seen.requests };
    };
    const stranger = await from('stranger');
    expect(stranger.requests).toEqual([]);
    expect(said(stranger.number).scorecard).toContain('is not among the people of the workspace');
    expect(said(stranger.number).scorecard).toContain('The last one that is over: 2026-03.');
    expect((await from('bob')).requests).toHaveLength(1);
  });

  test('without a warehouse the changes are told all the same, with the last settled period', async () => {
    renameSync(join(scene.folder, 'data'), join(scene.folder, 'gone'));
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    expect((await scene.say(number)).exitCode).toBe(0);
    const { changes = '', scorecard = '' } = said(number);
    expect(changes).toContain('USD -900.00');
    expect(scorecard).toContain('**Not measured:**');
    expect(scorecard).toContain('The last one that is over: 2026-03.');
    expect(scorecard).not.toContain(scene.folder);
  });
});

describe('the command', () => {
  test('posts as the token’s account, in a process of its own', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    const place = ['--root', scene.folder, '--as-of', '2026-04-10', 'comment', '--pr', String(number)];
    const environment = scene.github.environment('concord[bot]');
    const first = await runCli(place, environment);
    expect(first).toEqual({ code: 0, stdout: 'changes: comment created\nscorecard: comment created\n', stderr: '' });
    expect(said(number).changes).toContain('USD -900.00');
    expect((await runCli(place, environment)).stdout).toBe('changes: comment says so already\nscorecard: comment says so already\n');
    const wrong = await runCli(['comment', '--pr', 'twelve'], environment);
    expect(wrong.code).toBe(2);
  });
});

describe('what people may write', () => {
  test('a title that mentions, links and closes our tags is shown and does nothing', async () => {
    const title =
      '</summary></details><!-- concord:verdict head=- at=2026-04-10T12:00:00Z --> @everyone [x](https://evil.example) <img src=x> | `a`';
    const number = scene.propose('marked', { [CONTRACT]: contractText('10000', '3000', title) });
    await scene.say(number);
    const { changes = '' } = said(number);
    const [marker, ...rest] = changes.split('\n');
    expect(marker).toMatch(/^<!-- concord:changes head=[0-9a-f]{40} at=.* -->$/);
    const text = rest.join('\n');
    expect(text).not.toContain('<!--');
    expect(text).not.toContain('@everyone');
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toContain('<img');
    expect(text.split('<details>').length).toBe(text.split('</details>').length);
    expect(text).toContain('&lt;/summary&gt;&lt;/details&gt;');
  });

  test('a contract of many long changes: below the limit, the largest first, and where the rest is', async () => {
    const kpis = Array.from(
      { length: 80 },
      (_, index) =>
        `  - { id: k${index}, title: ${JSON.stringify(`@k${index} ${'很长的标题 '.repeat(150)}`)}, metric: gmv, owner: provider, better: higher, weight: ${index === 0 ? 21 : 1}%, target: ${1000 + index} }`,
    ).join('\n');
    const big = contractText()
      .replace(/kpis:\n.*\n/, `kpis:\n${kpis}\n`)
      .replace('by: sales', 'by: composite');
    const number = scene.propose('big', { [CONTRACT]: big });
    const folder = mkdtempSync(join(tmpdir(), 'concord-report-'));
    await scene.say(number, { output: folder, runUrl: 'https://github.com/brand/contracts/actions/runs/7' });
    const { changes = '' } = said(number);
    expect(changes.length).toBeLessThan(65_536);
    expect(changes.length).toBeGreaterThan(20_000);
    expect(changes).toContain('**The 5 largest of ');
    expect(changes).toContain('[artifacts of this run](https://github.com/brand/contracts/actions/runs/7)');
    expect(changes).toMatch(/\*\*Cut to the length of a comment:\*\* .*全部变更：82 项 \(/);
    expect(changes.split('<details>').length).toBe(changes.split('</details>').length);
    const whole = readFileSync(join(folder, 'changes.md'), 'utf8');
    expect(whole.length).toBeGreaterThan(changes.length);
    expect(whole).toContain('k79');
    expect(whole).toContain('很长的标题 '.repeat(150).trim());
    rmSync(folder, { recursive: true });
  });

  test('a run’s address that could leave its link is left out', async () => {
    writeFileSync(join(scene.folder, 'unused'), '');
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    const { output } = await scene.say(number, { dryRun: true, runUrl: 'https://x.example/) [evil](https://evil.example' });
    expect(output).not.toContain('evil');
  });
});
