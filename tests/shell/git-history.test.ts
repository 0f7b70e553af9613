import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { gitBlobId } from '../../src/kernel/git-blob.js';
import type { ReadableFiles } from '../../src/ports/files.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { gitHistory } from '../../src/shell/git/history.js';
import { gitRevisions } from '../../src/shell/git/revisions.js';

/* Histories made with git itself, and what git itself says of them: one listing for all has to say the same as a question for each. */
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function repository() {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  made.push(folder);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('init', '-q', '-b', 'main');
  git('config', 'core.autocrlf', 'false');
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const commit = (message: string): string => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', message);
    return git('rev-parse', 'HEAD').trim();
  };
  return { folder, git, put, commit };
}

/** The texts of regular files below some paths as git shows them. */
function shown(git: (...args: string[]) => string, commit: string, paths: readonly string[]): Record<string, string> {
  const entries = git('ls-tree', '-r', '-z', commit, '--', ...paths)
    .split('\0')
    .flatMap((entry) => /^100\d{3} blob (\w+)\t([\s\S]+)$/.exec(entry)?.slice(1) ?? []);
  return Object.fromEntries(entries.flatMap((blob, at) => (at % 2 === 0 ? [[entries[at + 1], git('cat-file', 'blob', blob)]] : [])));
}

const plain = (texts: ReadonlyMap<string, string>) => Object.fromEntries([...texts].sort());

describe('a history read at once', () => {
  const { folder, git, put, commit } = repository();
  put('README.md', 'first');
  const outside = commit('Nothing of a contract');
  put('contracts/workspace.yaml', 'people: []\n');
  put('contracts/a/contract.yaml', 'a: 1\n');
  put('contracts/a/ledger/2026-01/statement.json', '{}\n');
  put('contracts/a-b/contract.yaml', 'b: 1\n');
  const first = commit('Two contracts');
  git('checkout', '-q', '-b', 'branch');
  put('contracts/a/contract.yaml', 'a: 2\n');
  const head = commit('A branch');
  git('checkout', '-q', 'main');
  put('contracts/a-b/contract.yaml', 'b: 2\r\n');
  const beside = commit('Beside it');
  git('merge', '-q', '--no-ff', '-m', 'Merge', 'branch');
  const merge = git('rev-parse', 'HEAD').trim();
  renameSync(join(folder, 'contracts/a-b'), join(folder, 'contracts/c'));
  symlinkSync('../c/contract.yaml', join(folder, 'contracts/a/definitions.yaml'));
  const moved = commit('Moved and linked');
  rmSync(join(folder, 'contracts/a/definitions.yaml'));
  put('contracts/a/definitions.yaml', 'd: 1\n');
  chmodSync(join(folder, 'contracts/a/contract.yaml'), 0o755);
  put('contracts/a/events/一 "quoted"\tname.yaml', 'e: 1\n');
  const last = commit('No link any more');
  const line = [first, beside, merge, moved, last];

  it.each(['contracts', 'contracts/a', 'contracts/a/ledger', 'contracts/a-b', 'contracts/c', 'contracts/none'])(
    'has the commits of %s that git lists for it',
    async (path) => {
      const found = await gitHistory(folder).of(path);
      expect(found?.whole).toBe(true);
      const listed = git('log', '--first-parent', '--reverse', '--format=%H', 'HEAD', '--', `${path}/`);
      expect(found?.commits.map(({ commit }) => commit)).toEqual(listed.split('\n').filter((each) => each !== ''));
      expect(found?.commits.flatMap(({ files }) => files).every((file) => file.path.startsWith(`${path}/`))).toBe(true);
    },
  );

  it('says what a merge brought at the merge', async () => {
    const found = await gitHistory(folder).of('contracts/a');
    const blob = gitBlobId('a: 2\n');
    expect(found?.commits[1]).toEqual({ commit: merge, files: [{ path: 'contracts/a/contract.yaml', change: 'changed', blob }] });
  });

  it.each([...line, head, outside].map((commit) => [commit]))('has the texts that %s leaves', async (commit) => {
    const history = gitHistory(folder);
    for (const paths of [
      ['contracts/a/contract.yaml', 'contracts/a/definitions.yaml'],
      ['contracts/a/'],
      ['contracts/a-b/', 'contracts/c/'],
      ['contracts/workspace.yaml'],
    ]) {
      const expected = shown(git, commit, paths);
      expect(plain(await history.texts(commit, paths))).toEqual(expected);
      // whatever is checked out: the same bytes, the same with other line ends, and others
      const here = new Map(
        Object.entries(expected).map(([path, text], at) => [path, [text, `${text.replaceAll('\n', '\r\n')}`, 'x'][at % 3] ?? '']),
      );
      expect(plain(await history.texts(commit, paths, here))).toEqual(expected);
    }
  });

  it('gives what is checked out, and does not ask git, where the bytes are the same', async () => {
    const { folder: other, git: ask, put: write, commit: end } = repository();
    write('contracts/a/contract.yaml', 'a: 1\n');
    const only = end('One');
    const blob = gitBlobId('a: 1\n');
    rmSync(join(other, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const paths = ['contracts/a/contract.yaml'];
    expect(plain(await gitHistory(other).texts(only, paths, new Map([['contracts/a/contract.yaml', 'a: 1\n']])))).toEqual({
      'contracts/a/contract.yaml': 'a: 1\n',
    });
    await expect(gitHistory(other).texts(only, paths)).rejects.toThrow();
    expect(() => ask('cat-file', 'blob', blob)).toThrow();
  });

  it('is none where there is no repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'history-'));
    made.push(folder);
    expect(await gitHistory(folder).of('contracts')).toBeNull();
    expect(await gitHistory(folder).texts('0'.repeat(40), ['contracts/a/'])).toEqual(new Map());
    expect(await gitHistory(folder).standing('0'.repeat(40), '1'.repeat(40))).toBe('unknown');
  });

  it('knows how any commit stands to those of the line, as git does', async () => {
    const step = fc.constantFrom('commit', 'branch', 'merge', 'other');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const { folder, git, put, commit } = repository();
        put('contracts/a/contract.yaml', '0\n');
        const all = [commit('0')];
        let branches = 0;
        for (const [at, what] of steps.entries()) {
          if (what === 'branch') git('checkout', '-q', '-b', `b${++branches}`, all[at % all.length] ?? 'HEAD');
          if (what === 'other') git('checkout', '-q', branches % 2 === 0 || branches === 0 ? 'main' : 'b1');
          if (what === 'merge' && branches > 0)
            git('merge', '-q', '--no-ff', '-s', 'ours', '-m', 'Merge', at % 2 === 0 ? 'main' : `b${branches}`);
          put(`contracts/a/events/${at}.yaml`, `${at}\n`);
          all.push(commit(String(at)));
        }
        const history = gitHistory(folder);
        const line = git('log', '--first-parent', '--format=%H', 'HEAD').trim().split('\n');
        const isIn = (old: string, young: string) => git('rev-list', young).includes(old);
        for (const named of all) {
          for (const to of line) {
            const expected = named !== to && isIn(named, to) ? 'before' : isIn(to, named) ? 'after' : 'elsewhere';
            expect(await history.standing(named, to)).toBe(expected);
          }
        }
      }),
      { numRuns: 4 },
    );
  }, 60_000);
});

describe('the texts of a revision', () => {
  const { folder, put, commit } = repository();
  put('contracts/a/contract.yaml', 'a: 1\n');
  put('contracts/a/definitions.yaml', 'd: 1\n');
  const old = commit('Old');
  put('contracts/a/contract.yaml', 'a: 2\n');
  put('contracts/b/contract.yaml', 'b: 1\n');
  commit('New');

  it('are those of the revision, whatever is checked out', async () => {
    const before = await gitRevisions(folder, localFiles(folder)).open('HEAD~1');
    const now = await gitRevisions(folder, localFiles(folder)).open('HEAD');
    const read = (files: ReadableFiles | null) =>
      Promise.all(['a/contract.yaml', 'a/definitions.yaml', 'b/contract.yaml'].map((path) => files?.read(`contracts/${path}`)));
    expect(await read(before)).toEqual(['a: 1\n', 'd: 1\n', null]);
    expect(await read(now)).toEqual(['a: 2\n', 'd: 1\n', 'b: 1\n']);
    expect(await now?.list('contracts')).toEqual([
      { name: 'a', directory: true },
      { name: 'b', directory: true },
    ]);
  });

  it('are asked of git where the checkout has other ones, is gone, or lies', async () => {
    const lying = { read: async () => 'a: 7\n', list: async () => [] };
    const files = await gitRevisions(folder, lying).open(old);
    expect(await files?.read('contracts/a/contract.yaml')).toBe('a: 1\n');
    const none = await gitRevisions(folder, { ...lying, read: async () => null }).open(old);
    expect(await none?.read('contracts/a/definitions.yaml')).toBe('d: 1\n');
  });

  it('are read from the checkout, and not asked of git, where that has the same bytes', async () => {
    const blob = gitBlobId('d: 1\n');
    rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const files = await gitRevisions(folder, localFiles(folder)).open(old);
    expect(await files?.read('contracts/a/definitions.yaml')).toBe('d: 1\n');
  });
});
