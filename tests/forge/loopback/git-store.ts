import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { type FileDiff, readDiff } from './git-diff.js';

/*
 * A real bare repository, worked by the git binary: objects, refs, merges and diffs are git's own. Every command runs to its end
 * before the next, so one call of the API is one step for all others.
 */

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface TreeItem {
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly size: number | null;
}

/** A change of a tree: a blob (or another object) under a path, or null for a path that goes. */
export interface TreeEdit {
  readonly path: string;
  readonly mode: string;
  readonly sha: string | null;
}

export interface StoredCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
}

export class GitError extends Error {}

/** Git knows this tree without anybody writing it. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

export class GitStore {
  readonly folder: string;
  private readonly objects = new Map<string, unknown>();
  /** As they were last read or set here; null where git itself may have moved some. */
  private known: Map<string, string> | null = null;
  private indexes = 0;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'loopback-github-'));
    this.run(['init', '--bare', '--quiet', this.folder]);
    // anybody may fetch a commit by its id, as from GitHub
    this.git(['config', 'uploadpack.allowAnySHA1InWant', 'true']);
    this.git(['config', 'receive.denyDeleteCurrent', 'ignore']);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(args: readonly string[], input: Uint8Array = new Uint8Array(), env: Readonly<Record<string, string>> = {}): Buffer {
    const { status, stdout, stderr } = spawnSync('git', args, {
      input,
      env: { PATH: process.env.PATH ?? '', HOME: this.folder, GIT_CONFIG_NOSYSTEM: '1', ...env },
      maxBuffer: 256 * 1024 * 1024,
    });
    if (status !== 0) throw new GitError(`git ${args.join(' ')}: ${String(stderr)}`);
    return stdout;
  }

  git(args: readonly string[], input?: string | Buffer, env?: Readonly<Record<string, string>>): string {
    return this.run(['--git-dir', this.folder, ...args], Buffer.from(input ?? ''), env).toString('utf8');
  }

  /** What is named by its ids does not change, so it is asked for once. */
  private once<T>(key: string, read: () => T): T {
    if (!this.objects.has(key)) this.objects.set(key, read());
    return this.objects.get(key) as T;
  }

  refs(): ReadonlyMap<string, string> {
    if (this.known === null) {
      const lines = this.git(['for-each-ref', '--format=%(refname) %(objectname)']).split('\n').filter(Boolean);
      this.known = new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)]));
    }
    return this.known;
  }

  /** The refs as git has them now: somebody has worked with git itself. */
  readRefs(): ReadonlyMap<string, string> {
    this.known = null;
    return this.refs();
  }

  ref(name: string): string | null {
    return this.refs().get(name) ?? null;
  }

  setRef(name: string, sha: string | null): void {
    if (this.ref(name) === sha) return;
    this.git(sha === null ? ['update-ref', '-d', name] : ['update-ref', name, sha]);
    const refs = new Map(this.refs());
    if (sha === null) refs.delete(name);
    else refs.set(name, sha);
    this.known = refs;
  }

  /** Makes the refs what they were. */
  restoreRefs(wanted: ReadonlyMap<string, string>): void {
    const now = this.refs();
    const gone = [...now.keys()].filter((name) => !wanted.has(name)).map((name) => `delete ${name}\n`);
    const moved = [...wanted].filter(([name, sha]) => now.get(name) !== sha).map(([name, sha]) => `update ${name} ${sha}\n`);
    if (gone.length + moved.length > 0) this.git(['update-ref', '--stdin'], [...gone, ...moved].join(''));
    this.known = null;
  }

  validName(ref: string): boolean {
    try {
      this.git(['check-ref-format', ref]);
      return true;
    } catch (error) {
      if (error instanceof GitError) return false;
      throw error;
    }
  }

  typeOf(sha: string): 'blob' | 'tree' | 'commit' | 'tag' | null {
    if (!/^[0-9a-f]{40}$/.test(sha)) return null;
    try {
      return this.once(`type ${sha}`, () => this.git(['cat-file', '-t', sha]).trim() as 'blob');
    } catch (error) {
      if (error instanceof GitError) return null;
      throw error;
    }
  }

  blob(sha: string): Buffer {
    return this.once(`blob ${sha}`, () => this.run(['--git-dir', this.folder, 'cat-file', 'blob', sha]));
  }

  writeBlob(bytes: Buffer): string {
    const object = Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]);
    const sha = createHash('sha1').update(object).digest('hex');
    return this.once(`written ${sha}`, () => {
      // A loose object as git itself writes it; a process for each file would be most of what a push costs.
      const folder = join(this.folder, 'objects', sha.slice(0, 2));
      const path = join(folder, sha.slice(2));
      mkdirSync(folder, { recursive: true });
      if (!existsSync(path)) writeFileSync(path, deflateSync(object), { mode: 0o444 });
      this.objects.set(`blob ${sha}`, bytes);
      this.objects.set(`type ${sha}`, 'blob');
      return sha;
    });
  }

  /** Entries of a tree, folders among them; deep ones only when `recursive`. */
  tree(sha: string, recursive: boolean): readonly TreeItem[] {
    return this.once(`tree ${recursive} ${sha}`, () => {
      const out = this.git(['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), sha]);
      return out
        .split('\0')
        .filter(Boolean)
        .map((line): TreeItem => {
          const tab = line.indexOf('\t');
          const [mode = '', type = '', object = '', size = '-'] = line.slice(0, tab).split(/ +/);
          // what a submodule names is another repository's
          if (type !== 'commit') this.objects.set(`type ${object}`, type);
          return { path: line.slice(tab + 1), mode, type: type as 'blob', sha: object, size: size === '-' ? null : Number(size) };
        });
    });
  }

  /** Applies edits to a tree (or to nothing) with an index of its own. */
  editTree(base: string | null, edits: readonly TreeEdit[]): string {
    return this.once(`edit ${base} ${JSON.stringify(edits)}`, () => {
      this.indexes += 1;
      const env = { GIT_INDEX_FILE: join(this.folder, `index-${this.indexes}`) };
      if (base !== null) this.git(['read-tree', base], '', env);
      const lines = edits.map(({ path, mode, sha }) => (sha === null ? `0 ${'0'.repeat(40)}\t${path}\0` : `${mode} ${sha}\t${path}\0`));
      this.git(['update-index', '-z', '--index-info'], lines.join(''), env);
      const tree = this.git(['write-tree', '--missing-ok'], '', env).trim();
      rmSync(env.GIT_INDEX_FILE, { force: true });
      return tree;
    });
  }

  /** A tree with these entries and no others, whatever their names: as plumbing writes it and no index does. */
  writeTree(entries: readonly Pick<TreeItem, 'path' | 'mode' | 'sha'>[]): string {
    const bytes = ({ path, mode, sha }: Pick<TreeItem, 'path' | 'mode' | 'sha'>) =>
      Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${path}\0`), Buffer.from(sha, 'hex')]);
    const key = ({ path, mode }: Pick<TreeItem, 'path' | 'mode'>) => Buffer.from(mode === '040000' ? `${path}/` : path);
    const sorted = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)));
    return this.git(['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'], Buffer.concat(sorted.map(bytes))).trim();
  }

  writeCommit(tree: string, parents: readonly string[], message: string, author: Signature, committer: Signature): string {
    const date = ({ at }: Signature) => `@${Math.floor(at / 1000)} +0000`;
    return this.once(`write ${JSON.stringify([tree, parents, message, author, committer])}`, () =>
      this.git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], message, {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: date(author),
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
        GIT_COMMITTER_DATE: date(committer),
      }).trim(),
    );
  }

  commit(sha: string): StoredCommit {
    return this.once(`commit ${sha}`, () => {
      const raw = this.git(['cat-file', 'commit', sha]);
      this.objects.set(`type ${sha}`, 'commit');
      const end = raw.indexOf('\n\n');
      const lines = raw.slice(0, end).split('\n');
      const first = (key: string) => lines.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1) ?? '';
      const signature = (text: string): Signature => {
        const found = /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(text);
        return { name: found?.[1] ?? '', email: found?.[2] ?? '', at: Number(found?.[3] ?? 0) * 1000 };
      };
      return {
        sha,
        tree: first('tree'),
        parents: lines.filter((line) => line.startsWith('parent ')).map((line) => line.slice(7)),
        message: raw.slice(end + 2).replace(/\n$/, ''),
        author: signature(first('author')),
        committer: signature(first('committer')),
      };
    });
  }

  /** Commits that `args` of rev-list name by their ids, in its order. */
  revisions(args: readonly string[]): readonly string[] {
    return this.once(`revisions ${args.join(' ')}`, () =>
      this.git(['rev-list', ...args])
        .split('\n')
        .filter(Boolean),
    );
  }

  isAncestor(old: string, young: string): boolean {
    return this.once(`ancestor ${old} ${young}`, () => {
      const seen = new Set([young]);
      for (const sha of seen) for (const parent of this.commit(sha).parents) seen.add(parent);
      return seen.has(old);
    });
  }

  mergeBase(a: string, b: string): string | null {
    return this.once(`base ${a} ${b}`, () => {
      try {
        return this.git(['merge-base', a, b]).trim();
      } catch (error) {
        if (error instanceof GitError) return null;
        throw error;
      }
    });
  }

  /** The tree of a merge; null where it conflicts. */
  mergeTree(ours: string, theirs: string): string | null {
    return this.once(`merge ${ours} ${theirs}`, () => {
      try {
        return this.git(['merge-tree', '--write-tree', ours, theirs]).trim();
      } catch (error) {
        if (error instanceof GitError) return null;
        throw error;
      }
    });
  }

  /** The tree of a commit's own change on another commit; null where it does not fit there. */
  replay(sha: string, onto: string): string | null {
    const [parent = EMPTY_TREE] = this.commit(sha).parents;
    this.indexes += 1;
    const env = { GIT_INDEX_FILE: join(this.folder, `index-${this.indexes}`) };
    const patch = this.run(['--git-dir', this.folder, 'diff-tree', '-p', '--binary', '--full-index', parent, sha]);
    this.git(['read-tree', onto], '', env);
    try {
      this.run(['--git-dir', this.folder, 'apply', '--cached', '--allow-empty'], patch, env);
      return this.git(['write-tree'], '', env).trim();
    } catch (error) {
      if (error instanceof GitError) return null;
      throw error;
    } finally {
      rmSync(env.GIT_INDEX_FILE, { force: true });
    }
  }

  /** How two trees differ, with renames as git finds them. `from` null: the empty tree. */
  diff(from: string | null, to: string): readonly FileDiff[] {
    return this.once(`diff ${from} ${to}`, () => {
      const args = ['diff-tree', '-r', '-z', '-M', '--raw', '--numstat', from ?? EMPTY_TREE, to];
      return readDiff(this.git(args).split('\0'));
    });
  }
}
