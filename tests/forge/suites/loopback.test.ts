import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Github } from '../loopback/start-github.js';
import { at, clientWith, refusal, startSmall } from '../loopback-client.js';

let github: Github;
const octokit = (login: string) => clientWith(github, github.tokenOf(login));

beforeEach(async () => {
  github = await startSmall();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

describe('git', () => {
  test('a commit is made from blobs and a tree, and a branch moves forward only', async () => {
    const app = octokit('concord[bot]');
    const main = github.tip('main') ?? '';
    const parent = await app.rest.git.getCommit({ ...at, commit_sha: main });
    const blob = await app.rest.git.createBlob({ ...at, content: 'id: a\n# 新\n', encoding: 'utf-8' });
    const tree = await app.rest.git.createTree({
      ...at,
      base_tree: parent.data.tree.sha,
      tree: [
        { path: 'contracts/a/contract.yaml', mode: '100644', type: 'blob', sha: blob.data.sha },
        { path: 'contracts/b/contract.yaml', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const commit = await app.rest.git.createCommit({ ...at, message: 'Change', tree: tree.data.sha, parents: [main] });
    await app.rest.git.createRef({ ...at, ref: 'refs/heads/settlement/a/2026-01', sha: commit.data.sha });
    expect(github.file('contracts/a/contract.yaml', 'settlement/a/2026-01')).toBe('id: a\n# 新\n');
    expect(github.files('settlement/a/2026-01')).toEqual(['README.md', 'contracts/a/contract.yaml']);
    expect(await refusal(app.rest.git.createRef({ ...at, ref: 'refs/heads/settlement/a/2026-01', sha: main }))).toBe(422);
    const ref = await app.rest.git.getRef({ ...at, ref: 'heads/settlement/a/2026-01' });
    expect(ref.data.object.sha).toBe(commit.data.sha);
    expect(await refusal(app.rest.git.updateRef({ ...at, ref: 'heads/settlement/a/2026-01', sha: main }))).toBe(422);
    const activity = await app.rest.repos.listActivities({ ...at, ref: 'refs/heads/settlement/a/2026-01' });
    expect(activity.data.map(({ activity_type, actor, after }) => [activity_type, actor?.login, after])).toEqual([
      ['branch_creation', 'concord[bot]', commit.data.sha],
    ]);
    await app.rest.git.deleteRef({ ...at, ref: 'heads/settlement/a/2026-01' });
    expect(await refusal(app.rest.git.getRef({ ...at, ref: 'heads/settlement/a/2026-01' }))).toBe(404);
  });

  test("trees, blobs and comparisons are git's own", async () => {
    const reader = octokit('bo');
    github.as('ana').push('rename', {
      'contracts/a/contract.yaml': null,
      'contracts/c/contract.yaml': 'id: a\n',
      link: { mode: '120000', text: '/etc/passwd' },
    });
    const head = github.tip('rename') ?? '';
    const tree = await reader.rest.git.getTree({ ...at, tree_sha: head, recursive: 'true' });
    expect(tree.data.tree.filter(({ type }) => type === 'blob').map(({ path, mode }) => [path, mode])).toEqual([
      ['README.md', '100644'],
      ['contracts/b/contract.yaml', '100644'],
      ['contracts/c/contract.yaml', '100644'],
      ['link', '120000'],
    ]);
    const blob = await reader.rest.git.getBlob({ ...at, file_sha: tree.data.tree.find(({ path }) => path === 'link')?.sha ?? '' });
    expect(Buffer.from(blob.data.content, 'base64').toString()).toBe('/etc/passwd');
    const compared = await reader.rest.repos.compareCommitsWithBasehead({ ...at, basehead: `main...${head}` });
    expect(compared.data.files?.map(({ filename, previous_filename, status }) => [filename, previous_filename, status])).toEqual([
      ['contracts/c/contract.yaml', 'contracts/a/contract.yaml', 'renamed'],
      ['link', undefined, 'added'],
    ]);
    expect(compared.data.merge_base_commit.sha).toBe(github.tip('main'));
    const one = await reader.rest.repos.getCommit({ ...at, ref: head });
    expect(one.data.author).toMatchObject({ login: 'ana', id: 11 });
    const touching = await reader.rest.repos.listCommits({ ...at, sha: head, path: 'contracts/a' });
    expect(touching.data.map(({ sha }) => sha)).toEqual([head, github.tip('main')]);
  });
});

describe('git by itself', () => {
  test('finds nothing wrong with what the loopback has written, and reads it alike', () => {
    const { git } = github.world;
    const [ana, bo] = [github.as('ana'), github.as('bo')];
    ana.push('one', {
      'contracts/a/x.yaml': 'x: 数\n',
      'contracts/a.yaml': 'a\n',
      'contracts/a-b/y': 'y\n',
      '.github/CODEOWNERS': '* @ana\n',
    });
    ana.push('one', { 'contracts/a/x.yaml': null, run: { mode: '100755', text: '#!\n' }, '数.md': 'x\n' }, { message: 'Two\n\nlines' });
    bo.push('two', { 'contracts/z/z.yaml': 'z\n' });
    const number = bo.openPullRequest({ head: 'one', base: 'main' });
    bo.mergePullRequest(number);
    bo.push('three/four', { 'README.md': null });
    bo.deleteBranch('three/four');
    bo.push('three', { 'README.md': 'below a name that was a folder\n' }, { from: 'two' });
    expect(git.git(['fsck', '--strict', '--no-dangling'])).toBe('');
    expect(git.git(['for-each-ref', '--format=%(refname) %(objectname)']).trim().split('\n')).toEqual(
      [...git.refs()].map(([name, sha]) => `${name} ${sha}`).sort(),
    );
    for (const branch of ['main', 'one', 'three']) {
      const tip = github.tip(branch) ?? '';
      const { tree, parents, message, author } = git.commit(tip);
      const said = git.git(['show', '--no-patch', '--format=%T%n%P%n%an <%ae> %at%n%B', tip]).trimEnd();
      expect(said).toBe([tree, parents.join(' '), `${author.name} <${author.email}> ${author.at / 1000}`, message].join('\n').trimEnd());
      const listed = git.git(['ls-tree', '-z', '-l', '-r', '-t', tip]).split('\0').filter(Boolean);
      const items = git.tree(tree, true).map(({ path, mode, type, sha, size }) => [mode, type, sha, `${size ?? '-'}\t${path}`].join(' '));
      expect(items).toEqual(listed.map((line) => line.replace(/ +/g, ' ')));
      for (const other of ['main', 'one', 'two', 'three']) {
        const from = github.tip(other) ?? '';
        expect(git.mergeBase(from, tip)).toBe(git.git(['merge-base', from, tip]).trim());
        expect(git.countBetween(tip, from)).toBe(git.revisions([tip, `^${from}`]).length);
        expect(git.revisionsBetween(tip, [from])).toEqual(git.revisions(['--reverse', '--topo-order', tip, `^${from}`]));
      }
    }
  });

  test("a clone sees every branch, and what is pushed from it is somebody's push", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loopback-clone-'));
    const ana = github.as('ana');
    ana.git(folder, 'clone', '--quiet', github.gitFolder, '.');
    ana.git(folder, 'checkout', '--quiet', '-b', 'topic');
    writeFileSync(join(folder, 'note'), 'x\n');
    ana.git(folder, 'add', 'note');
    ana.git(folder, '-c', 'user.email=someone@else.example', 'commit', '--quiet', '-m', 'Note');
    ana.git(folder, 'push', '--quiet', 'origin', 'topic');
    rmSync(folder, { recursive: true });
    const { data } = await octokit('bo').rest.repos.listActivities({ ...at, ref: 'refs/heads/topic' });
    expect(data.map(({ activity_type, actor, after }) => [activity_type, actor?.id, after])).toEqual([
      ['branch_creation', 11, github.tip('topic')],
    ]);
    expect(github.file('note', 'topic')).toBe('x\n');
  });

  test('a branch is not made below another one, and names must be names', async () => {
    const app = octokit('concord[bot]');
    const sha = github.tip('main') ?? '';
    await app.rest.git.createRef({ ...at, ref: 'refs/heads/a', sha });
    expect(await refusal(app.rest.git.createRef({ ...at, ref: 'refs/heads/a/b', sha }))).toBe(422);
    expect(await refusal(app.rest.git.createRef({ ...at, ref: 'refs/heads/a..b', sha }))).toBe(422);
    expect(await refusal(app.rest.git.createTree({ ...at, tree: [{ path: '../x', mode: '100644', type: 'blob', content: '' }] }))).toBe(
      422,
    );
  });
});
