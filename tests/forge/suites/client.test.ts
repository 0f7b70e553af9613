import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseInstant } from '../../../src/kernel/calendar.js';
import { ShellError } from '../../../src/ports/failure.js';
import type { WholeForge } from '../../../src/ports/whole-forge.js';
import { renderIssues } from '../../../src/report/issues.js';
import { type GithubSettings, openGithub } from '../../../src/shell/github/github-forge.js';
import { FORGE_ISSUES } from '../../../src/words/forge-issues.js';
import { APP, forgeAs, runGate, startPlace } from '../gate-place.js';
import { type Github, startGithub } from '../loopback/start-github.js';

let github: Github;

beforeEach(async () => {
  github = await startPlace();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

function open(changes: Partial<GithubSettings> = {}): WholeForge {
  return openGithub({
    repository: github.repository,
    apiUrl: github.url,
    token: github.tokenOf(APP),
    version: '1.2.3',
    bot: async () => ({ id: 98765432, login: APP, kind: 'bot' }),
    ...changes,
  });
}

const calls = (operation: string) => github.log.filter((call) => call.operation === operation).length;
const pullRequest = (branch = 'topic') => {
  github.as('alice').push(branch, { [`docs/${branch}.md`]: 'x\n' });
  return github.as('alice').openPullRequest({ head: branch });
};

describe('lists', () => {
  test('are read to the last page', async () => {
    const number = pullRequest();
    for (let index = 0; index < 230; index++) github.as('bob').comment(number, `comment ${index}`);
    const { items, complete } = await open().comments(number);
    expect(complete).toBe(true);
    expect(items.map(({ body }) => body)).toEqual(Array.from({ length: 230 }, (_, index) => `comment ${index}`));
    expect(calls('issues/list-comments')).toBe(3);
  });

  test('of more files than a comparison shows are read from the trees', async () => {
    const many = Object.fromEntries(Array.from({ length: 320 }, (_, index) => [`docs/${String(index).padStart(3, '0')}.md`, `${index}\n`]));
    const base = github.tip('main') ?? '';
    const head = github.as('alice').push('many', { ...many, 'README.md': null });
    const { mergeBase, files } = await open().compare(base, head);
    expect([mergeBase, files.complete, files.items.length]).toEqual([base, true, 321]);
    expect(files.items.filter(({ status }) => status === 'removed').map(({ path }) => path)).toEqual(['README.md']);
  });

  test('of a pull request’s files have both names of a rename', async () => {
    const text = 'a\nb\nc\nd\n';
    github.as('root').push('main', { 'docs/old.md': text });
    github.as('alice').push('move', { 'docs/old.md': null, 'docs/new.md': text });
    const number = github.as('alice').openPullRequest({ head: 'move' });
    const { items } = await open().files(number);
    expect(items.map(({ path, previousPath, status }) => [path, previousPath, status])).toEqual([
      ['docs/new.md', 'docs/old.md', 'renamed'],
    ]);
  });
});

describe('files of a commit', () => {
  test('are read by their hashes, each once; links are not followed', async () => {
    const head = github.as('alice').push('topic', {
      'contracts/a/contract.yaml': 'id: a\n# 数\n',
      'contracts/a/link.yaml': { mode: '120000', text: '../../README.md' },
    });
    const forge = open();
    const files = await forge.filesAt(head);
    expect(await files.read('contracts/a/contract.yaml')).toBe('id: a\n# 数\n');
    expect(await (await forge.filesAt(head)).read('contracts/a/contract.yaml')).toBe('id: a\n# 数\n');
    expect(calls('git/get-blob')).toBe(1);
    expect(await files.read('contracts/a/link.yaml')).toBeNull();
    expect(await files.read('contracts/a')).toBeNull();
    expect(await files.list('contracts/a')).toEqual([{ name: 'contract.yaml', directory: false }]);
    expect(await files.list('contracts')).toContainEqual({ name: 'a', directory: true });
    expect((await files.entries()).items.find(({ path }) => path.endsWith('link.yaml'))?.mode).toBe('120000');
  });

  test('are not asked for where the checkout has their very bytes', async () => {
    const head = github.as('alice').push('topic', {
      'contracts/a/contract.yaml': 'id: a\n# 数\n',
      'contracts/b/contract.yaml': 'id: b\n',
      'contracts/c/contract.yaml': 'id: c\n',
    });
    // One is edited there, one cannot be read.
    const texts = new Map([
      ['contracts/a/contract.yaml', 'id: a\n# 数\n'],
      ['contracts/b/contract.yaml', 'id: other\n'],
    ]);
    const here = {
      read: async (path: string) => {
        if (path.includes('/c/')) throw new ShellError([]);
        return texts.get(path) ?? null;
      },
    };
    const files = await open({ here }).filesAt(head);
    expect(await files.read('contracts/a/contract.yaml')).toBe('id: a\n# 数\n');
    expect([calls('git/get-blob'), calls('graphql')]).toEqual([0, 0]);
    expect(await files.read('contracts/b/contract.yaml')).toBe('id: b\n');
    expect(await files.read('contracts/c/contract.yaml')).toBe('id: c\n');
    expect([calls('git/get-blob'), calls('graphql')]).toEqual([2, 0]);
  });

  test('are walked folder by folder where one answer cannot hold them', async () => {
    const head = github.as('alice').push('topic', { 'a/b/c/d.md': 'd\n', 'a/e.md': 'e\n' });
    const whole = (await (await open().filesAt(head)).entries()).items;
    github.world.state.treeLimit = 7;
    const forge = open();
    const files = await forge.filesAt(head);
    const walked = await files.entries();
    expect(walked.complete).toBe(true);
    expect([...walked.items].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([...whole].sort((a, b) => (a.path < b.path ? -1 : 1)));
    expect(await files.read('a/b/c/d.md')).toBe('d\n');
  });
});

describe('what is tried again', () => {
  test('a read, three times', async () => {
    const number = pullRequest();
    github.faults.failOperation('pulls/get', 'before', { status: 503 }, 3);
    expect((await open().pullRequest(number))?.number).toBe(number);
    expect(calls('pulls/get')).toBe(4);
  });

  test('a connection that ends without an answer', async () => {
    const number = pullRequest();
    github.faults.failOperation('pulls/get', 'after', 'drop', 2);
    expect((await open().pullRequest(number))?.number).toBe(number);
  });

  test.each([
    ['a comment', 'issues/create-comment', (forge: WholeForge, number: number) => forge.createComment(number, 'text')],
    ['a branch', 'git/create-ref', (forge: WholeForge) => forge.createBranch('new', github.tip('main') ?? '')],
    [
      'a pull request',
      'pulls/create',
      (forge: WholeForge) => forge.openPullRequest({ title: 't', body: 'b', branch: 'more', base: 'main', draft: false }),
    ],
    ['a merge', 'pulls/merge', (forge: WholeForge, number: number) => forge.merge(number, github.pull(number).pull.headSha, 't')],
  ])('%s is made once, though the answer was lost', async (_, operation, make) => {
    const number = pullRequest();
    github.as('alice').push('more', { 'docs/more.md': 'x\n' });
    github.faults.failOperation(operation, 'after', { status: 502 });
    await expect(make(open(), number)).rejects.toMatchObject({ issues: [{ code: 'forge-unavailable' }] });
    expect(calls(operation)).toBe(1);
  });

  test('a status, which says the same however often it is sent', async () => {
    const sha = github.tip('main') ?? '';
    github.faults.failOperation('repos/create-commit-status', 'before');
    await open().setStatus(sha, { context: 'concord/both-parties', state: 'pending', description: 'd', url: null });
    expect(github.status(sha)?.state).toBe('pending');
    expect(calls('repos/create-commit-status')).toBe(2);
  });

  test('a limit is waited for as long as the forge says', async () => {
    const number = pullRequest();
    github.faults.limit('pulls/get', 1, 1);
    const begun = performance.now();
    expect((await open({ patient: true }).pullRequest(number))?.number).toBe(number);
    expect(performance.now() - begun).toBeGreaterThan(900);
    expect(calls('pulls/get')).toBe(2);
  });

  test('a limit that lasts too long is told, not waited for', async () => {
    const number = pullRequest();
    github.faults.limit('pulls/get', 9, 3600);
    const begun = performance.now();
    await expect(open({ patient: true }).pullRequest(number)).rejects.toMatchObject({ issues: [{ code: 'forge-rate-limit' }] });
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(calls('pulls/get')).toBe(1);
  });
});

describe('GitHub Enterprise Server', () => {
  test('works by its address, also what only GraphQL can do', async () => {
    github.as('alice').push('topic', { 'docs/x.md': 'x\n' });
    const forge = open({ apiUrl: `${github.url}/api/v3/` });
    const made = await forge.openPullRequest({ title: 't', body: 'b', branch: 'topic', base: 'main', draft: true });
    expect(made).toMatchObject({ draft: true, state: 'open', title: 't' });
    if (made === null) throw new Error('not opened');
    await forge.markReady(made);
    expect((await forge.pullRequest(made.number))?.draft).toBe(false);
    await forge.markReady(made);
    expect((await forge.pullRequest(made.number))?.draft).toBe(false);
  });
});

describe('who and when', () => {
  test('a token says whose it is, a person’s and an app’s; what nobody says is told', async () => {
    expect(await open({ token: github.tokenOf('bob') }).self()).toEqual({ id: 21, login: 'bob', kind: 'user' });
    const bot = async () => ({ id: 1, login: 'told', kind: 'bot' as const });
    expect(await open({ bot }).self()).toEqual({ id: 98765432, login: APP, kind: 'bot' });
    const token = github.tokenOf('github-actions[bot]');
    expect(await open({ bot, token }).self()).toEqual({ id: 41898282, login: 'github-actions[bot]', kind: 'bot' });
    github.faults.failOperation('graphql', 'before', { status: 403 });
    const forge = open({ bot });
    expect(await forge.self()).toEqual({ id: 1, login: 'told', kind: 'bot' });
    github.log.length = 0;
    await forge.self();
    expect(github.log).toEqual([]);
  });

  test('the time is the forge’s', async () => {
    github.clock.set('2026-07-01T00:00:30Z');
    expect(await open().now()).toBe(parseInstant('2026-07-01T00:00:30Z'));
  });

  test('pushes are the forge’s own record, whatever commits say', async () => {
    const first = github.as('alice').push('topic', { 'a.md': '1\n' }, { author: { name: 'bob', email: 'bob@example.com' } });
    const second = github.as('bob').push('topic', { 'a.md': '2\n' });
    github.as('carol').moveBranch('topic', first);
    const { items, complete } = await open().pushes('topic');
    expect(complete).toBe(true);
    expect(items.map(({ actor, after, forced }) => [actor?.login, after, forced])).toEqual([
      ['carol', first, true],
      ['bob', second, false],
      ['alice', first, false],
    ]);
  });
});

describe('writing', () => {
  test('a commit adds and removes files and may follow a second parent', async () => {
    const forge = open();
    const main = github.tip('main') ?? '';
    const other = github.as('alice').push('other', { 'docs/other.md': 'o\n' });
    const sha = await forge.createCommit(
      main,
      [
        { path: 'docs/new.md', text: '新\n' },
        { path: 'README.md', text: null },
      ],
      'Message',
      other,
    );
    expect(await forge.commit(sha)).toMatchObject({ parents: [main, other], message: 'Message' });
    expect(await forge.createBranch('made', sha)).toBe(true);
    expect(await forge.createBranch('made', sha)).toBe(false);
    expect(github.file('docs/new.md', 'made')).toBe('新\n');
    expect(github.file('README.md', 'made')).toBeNull();
    expect(await forge.moveBranch('made', other)).toBe(false);
    expect(await forge.moveBranch('nowhere', other)).toBe(false);
    await forge.deleteBranch('made');
    await forge.deleteBranch('made');
    expect(await forge.tip('made')).toBeNull();
  });

  test('a pull request is opened once; a comment that is gone can be deleted', async () => {
    github.as('alice').push('topic', { 'docs/x.md': 'x\n' });
    const forge = open();
    const wanted = { title: 't', body: 'b', branch: 'topic', base: 'main', draft: false };
    const made = await forge.openPullRequest(wanted);
    expect(await forge.openPullRequest(wanted)).toBeNull();
    expect((await forge.pullRequests('open', 'topic')).items.map(({ number }) => number)).toEqual([made?.number]);
    const comment = await forge.createComment(made?.number ?? 0, 'x');
    await forge.updateComment(comment.id, 'y');
    expect((await forge.comments(made?.number ?? 0)).items.map(({ body }) => body)).toEqual(['y']);
    await forge.deleteComment(comment.id);
    await forge.deleteComment(comment.id);
  });

  test('a merge is of one commit, in a way that the repository allows', async () => {
    const number = pullRequest();
    const forge = open();
    const head = github.pull(number).pull.headSha;
    expect(await forge.merge(number, github.tip('main') ?? '', 't')).toMatchObject({ merged: false });
    github.world.state.repository.settings.allow_merge_commit = false;
    const merged = await forge.merge(number, head, 'Title');
    expect(merged).toMatchObject({ merged: true });
    expect((await forge.pullRequest(number))?.mergeCommit).toBe(github.tip('main'));
  });

  test('labels are added to those that are there', async () => {
    const number = pullRequest();
    const forge = open();
    await forge.addLabels(number, ['settlement']);
    await forge.addLabels(number, ['other']);
    expect((await forge.pullRequest(number))?.labels).toEqual(['settlement', 'other']);
  });

  test('settings that are not there are null', async () => {
    expect(await open({ token: github.tokenOf('root') }).settings({ method: 'GET', path: '/rulesets/12345' })).toBeNull();
  });
});

describe('refusals, each in both languages', () => {
  const seen = new Set<string>();

  /** What a reader is told, without the address of this machine. */
  async function told(attempt: () => unknown): Promise<{ en: string; zh: string }> {
    try {
      await attempt();
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      for (const { code } of error.issues) seen.add(code);
      const text = (locale: 'en' | 'zh') =>
        renderIssues(error.issues, { format: 'pretty', locale, color: false, sources: new Map() })
          .split('\n')
          .slice(1, 3)
          .map((line) => line.trim().replaceAll(/127\.0\.0\.1:\d+/g, '<host>'))
          .join(' | ');
      return { en: text('en'), zh: text('zh') };
    }
    throw new Error('not refused');
  }

  test('what is missing or no address', async () => {
    expect(await told(() => open({ token: null }))).toEqual({
      en: 'there is no token for <host> | fix: Set CONCORD_TOKEN (or GITHUB_TOKEN), for example with `export CONCORD_TOKEN="$(gh auth token)"`.',
      zh: '没有用于 <host> 的令牌 | 修改建议：请设置 CONCORD_TOKEN（或 GITHUB_TOKEN），例如 `export CONCORD_TOKEN="$(gh auth token)"`。',
    });
    expect((await told(() => open({ token: 'a\nb' }))).en).toContain('there is no token');
    expect(await told(() => open({ repository: null }))).toEqual({
      en: 'this needs a repository on GitHub, and none is known here | fix: Name it, for example with --repo acme/contracts, or add it as the remote `origin`.',
      zh: '此操作需要 GitHub 仓库，而这里没有指明 | 修改建议：请指定仓库，例如 --repo acme/contracts，或将其添加为远程仓库 `origin`。',
    });
    expect(await told(() => open({ repository: '../x' }))).toEqual({
      en: '"../x" names no repository as owner/name | fix: Name it, for example with --repo acme/contracts.',
      zh: '“../x”不是 owner/name 形式的仓库名 | 修改建议：请指定仓库，例如 --repo acme/contracts。',
    });
    expect((await told(() => open({ repository: 'brand/..' }))).en).toContain('names no repository');
    expect((await told(() => open({ apiUrl: 'http://github.example' }))).en).toContain(
      '"http://github.example/" is no address of an API to which a token may be sent',
    );
    expect((await told(() => open({ apiUrl: 'https://me:secret@github.example/x' }))).en).toContain(
      '"https://github.example/x" is no address',
    );
    expect((await told(() => open({ apiUrl: 'nonsense' }))).zh).toContain('“nonsense”不是可以发送令牌的 API 地址');
  });

  test('the token, its permissions, the repository', async () => {
    expect((await told(() => open({ token: 'ghp_1' }).repository())).en).toContain('<host> does not accept the token: Bad credentials');
    const number = pullRequest();
    const headers = { 'x-accepted-github-permissions': 'statuses=write' };
    github.faults.failOperation('repos/create-commit-status', 'before', {
      status: 403,
      headers,
      message: 'Resource not accessible by integration',
    });
    const sha = github.pull(number).pull.headSha;
    expect(await told(() => open().setStatus(sha, { context: 'c', state: 'pending', description: '', url: null }))).toEqual({
      en: `the token may not call POST /repos/brand/contracts/statuses/${sha}: Resource not accessible by integration | fix: Give the token or app the permission for it (statuses: write), or use another token.`,
      zh: `令牌无权调用 POST /repos/brand/contracts/statuses/${sha}：Resource not accessible by integration | 修改建议：请为令牌或应用授予相应权限（statuses: write），或换用其他令牌。`,
    });
    expect((await told(() => open({ repository: 'brand/other' }).repository())).en).toContain(
      '<host> shows no repository brand/other to this token',
    );
    expect((await told(() => runGate(github, 99))).en).toContain('brand/contracts has no pull request 99');
  });

  test('limits, failures and what the forge will not do', async () => {
    const number = pullRequest();
    github.clock.set('2026-03-10T09:00:00Z');
    github.faults.limit('pulls/get', 9, 60);
    expect((await told(() => open().pullRequest(number))).en).toContain(
      '<host> takes no more requests with this token until 2026-03-10T09:01:00.000Z',
    );
    github.faults.clear();
    const reset = String(Date.parse('2026-03-10T10:00:00Z') / 1000);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    github.faults.failOperation('pulls/get', 'before', { status: 403, headers, message: 'API rate limit exceeded' }, 9);
    expect((await told(() => open().pullRequest(number))).en).toContain('until 2026-03-10T10:00:00.000Z');
    github.faults.clear();
    github.faults.failOperation('pulls/get', 'before', { status: 502, message: 'Server Error' }, 9);
    expect((await told(() => open().pullRequest(number))).en).toContain(`<host> failed at GET /repos/brand/contracts/pulls/${number}: 502`);
    github.faults.clear();
    expect((await told(() => open().createBranch('a..b', github.tip('main') ?? ''))).en).toContain(
      '<host> refuses POST /repos/brand/contracts/git/refs: 422',
    );
    expect(await told(() => open().comments(999))).toEqual({
      en: '<host> shows nothing at GET /repos/brand/contracts/issues/999/comments | fix: Check that it is there, and that the token or app has the permission for it (GET /repos/brand/contracts/issues/999/comments).',
      zh: '<host> 在 GET /repos/brand/contracts/issues/999/comments 处没有返回内容 | 修改建议：请确认其存在，并确认令牌或应用具有相应权限（GET /repos/brand/contracts/issues/999/comments）。',
    });
    const forge = { ...open(), tip: async () => null };
    expect((await told(() => runGate(github, number, { forge }))).en).toContain('the default branch main has no commit');
  });

  test('nobody there, and somebody else', async () => {
    const page = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<html>Sign in</html>'));
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    const { port } = page.address() as AddressInfo;
    expect(await told(() => open({ apiUrl: `http://127.0.0.1:${port}` }).repository())).toEqual({
      en: '<host> answers, but not as GitHub’s API does | fix: For GitHub Enterprise Server the address ends in /api/v3; use --api-url https://<host>/api/v3.',
      zh: '<host> 有响应，但不是 GitHub API | 修改建议：GitHub Enterprise Server 的地址以 /api/v3 结尾；请使用 --api-url https://<主机>/api/v3。',
    });
    expect((await told(() => open({ apiUrl: `http://127.0.0.1:${port}` }).comments(1))).en).toContain('not as GitHub’s API does');
    await new Promise((resolve) => page.close(resolve));
    expect((await told(() => open({ apiUrl: `http://127.0.0.1:${port}` }).repository())).en).toContain('<host> could not be reached: ');
  });

  test('of one folder are asked for together, so that many small ones use up no limit; one by one where that is refused', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `contracts/a/events/2026-03-10-e${index}.yaml`);
    const head = github.as('alice').push('many', Object.fromEntries(names.map((name) => [name, `reference: ${name} 数\n`])));
    const read = async () => {
      const files = await open().filesAt(head);
      for (const name of names) expect(await files.read(name)).toBe(`reference: ${name} 数\n`);
    };
    await read();
    expect([calls('graphql'), calls('git/get-blob')]).toEqual([2, 0]);
    github.faults.failOperation('graphql', 'before', { status: 403, message: 'Resource not accessible by integration' }, 2);
    await read();
    expect(calls('git/get-blob')).toBe(names.length);
  });

  test('files that are no text, or far too large', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'concord-client-'));
    try {
      github.as('alice').git(folder, 'clone', '--quiet', github.gitFolder, '.');
      writeFileSync(join(folder, 'scan.yaml'), Buffer.from([0x89, 0x50, 0xff, 0xfe]));
      writeFileSync(join(folder, 'large.yaml'), Buffer.alloc(33 * 1024 * 1024, 'x'));
      github.as('alice').git(folder, 'checkout', '--quiet', '-b', 'odd');
      github.as('alice').git(folder, 'add', '.');
      github.as('alice').git(folder, 'commit', '--quiet', '-m', 'Odd files');
      github.as('alice').git(folder, 'push', '--quiet', 'origin', 'odd');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const head = github.tip('odd') ?? '';
    const files = await open().filesAt(head);
    expect((await told(() => files.read('scan.yaml'))).en).toContain(`scan.yaml at ${head.slice(0, 12)} is no text in UTF-8`);
    expect((await told(() => files.read('large.yaml'))).en).toContain('has 34603008 bytes, more than 33554432');
    expect(calls('git/get-blob')).toBe(1);
  });

  test('every code has been seen', () => {
    // That a run is of an older engine is told by the commands, before they ask for anything.
    const told = Object.keys(FORGE_ISSUES).filter((code) => code !== 'engine-not-of-tip');
    expect([...seen].sort()).toEqual(told.sort());
  });
});

test('an app without a permission is told which call it may not make', async () => {
  const poor = await startGithub({
    app: { permissions: { contents: 'read', pull_requests: 'read' } },
    people: [{ login: 'alice', id: 11, role: 'write' }],
  });
  try {
    const forge = forgeAs(poor);
    await expect(
      forge.setStatus(poor.tip('main') ?? '', { context: 'c', state: 'pending', description: '', url: null }),
    ).rejects.toMatchObject({ issues: [{ code: 'forge-permission' }] });
  } finally {
    await poor.stop();
  }
});
