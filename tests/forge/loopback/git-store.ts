import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileDiff, readDiff } from './git-diff.js';
import {
  type CommitFields,
  commitBody,
  editedTree,
  entriesOf,
  type GitObject,
  type ObjectType,
  readCommit,
  readLoose,
  type Signature,
  type TreeEdit,
  type TreeEntry,
  treeBody,
  writeLoose,
} from './git-objects.js';
import { isPlainRef, putRef } from './git-refs.js';

/*
 * A real bare repository: merges, diffs, odd trees and whatever has more than one answer are the git binary's own; objects and refs that
 * have one form are read and written as files (git-objects.ts, git-refs.ts). Every command runs to its end before the next, so one call
 * of the API is one step for all others.
 */

export interface TreeItem {
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly size: number | null;
}

export interface StoredCommit extends CommitFields {
  readonly sha: string;
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
  /** Trees that an index or a merge has written: they have no odd entries. */
  private readonly clean = new Set<string>();

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'loopback-github-'));
    this.run(['init', '--bare', '--quiet', '--template=', this.folder]);
    // anybody may fetch a commit by its id, as from GitHub
    appendFileSync(join(this.folder, 'config'), '[uploadpack]\n\tallowAnySHA1InWant = true\n[receive]\n\tdenyDeleteCurrent = ignore\n');
  }

  /** Names the default branch. */
  setHead(branch: string): void {
    writeFileSync(join(this.folder, 'HEAD'), `ref: refs/heads/${branch}\n`);
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
    const isPlain = isPlainRef(name, this.refs().keys()) && (sha === null || this.typeOf(sha) === 'commit');
    if (!isPlain || !putRef(this.folder, name, sha)) this.git(sha === null ? ['update-ref', '-d', name] : ['update-ref', name, sha]);
    const refs = new Map(this.refs());
    if (sha === null) refs.delete(name);
    else refs.set(name, sha);
    this.known = refs;
  }

  /** Makes the refs what they were. */
  restoreRefs(wanted: ReadonlyMap<string, string>): void {
    const now = this.refs();
    for (const name of now.keys()) if (!wanted.has(name)) this.setRef(name, null);
    for (const [name, sha] of wanted) this.setRef(name, sha);
  }

  validName(ref: string): boolean {
    return this.once(`name ${ref}`, () => this.triedOr(false, () => this.git(['check-ref-format', ref]) === ''));
  }

  typeOf(sha: string): ObjectType | null {
    if (!/^[0-9a-f]{40}$/.test(sha)) return null;
    const type = () =>
      this.once(`type ${sha}`, () => readLoose(this.folder, sha)?.type ?? (this.git(['cat-file', '-t', sha]).trim() as 'blob'));
    return this.triedOr(null, type);
  }

  /** What git answers, or what its refusal means. */
  private triedOr<T>(refused: T, ask: () => T): T {
    try {
      return ask();
    } catch (error) {
      if (error instanceof GitError) return refused;
      throw error;
    }
  }

  /** An object of a type that it must have. */
  private read(type: ObjectType, sha: string): Buffer {
    const loose = readLoose(this.folder, sha);
    if (loose?.type === type) return loose.body;
    return this.run(['--git-dir', this.folder, 'cat-file', type, sha]);
  }

  private write(object: GitObject): string {
    const sha = writeLoose(this.folder, object);
    this.objects.set(`type ${sha}`, object.type);
    return sha;
  }

  blob(sha: string): Buffer {
    return this.once(`blob ${sha}`, () => this.read('blob', sha));
  }

  writeBlob(bytes: Buffer): string {
    const sha = this.write({ type: 'blob', body: bytes });
    this.objects.set(`blob ${sha}`, bytes);
    return sha;
  }

  private entries(sha: string): readonly TreeEntry[] {
    return this.once(`entries ${sha}`, () => entriesOf(this.read('tree', sha)));
  }

  /** Entries of a tree, folders among them; deep ones only when `recursive`. */
  tree(sha: string, recursive: boolean): readonly TreeItem[] {
    return this.once(`tree ${recursive} ${sha}`, () => {
      const itemsOf = (tree: string, above: string): TreeItem[] =>
        this.entries(tree).flatMap(({ name, mode, sha: object }): TreeItem[] => {
          const path = `${above}${name}`;
          // what a submodule names is another repository's
          const type = mode === '160000' ? 'commit' : mode === '040000' ? 'tree' : 'blob';
          const item: TreeItem = { path, mode, type, sha: object, size: type === 'blob' ? this.blob(object).length : null };
          return type === 'tree' && recursive ? [item, ...itemsOf(object, `${path}/`)] : [item];
        });
      return itemsOf(sha, '');
    });
  }

  /** Applies edits to a tree (or to nothing) with an index of its own. */
  editTree(base: string | null, edits: readonly TreeEdit[]): string {
    return this.once(`edit ${base} ${JSON.stringify(edits)}`, () => {
      const write = (entries: Iterable<TreeEntry>) => this.write({ type: 'tree', body: treeBody(entries) });
      const isClean = base === null || this.clean.has(base);
      const edited = isClean ? editedTree(base, edits, (sha) => this.entries(sha), write) : null;
      if (edited !== null) {
        this.clean.add(edited);
        return edited;
      }
      this.indexes += 1;
      const env = { GIT_INDEX_FILE: join(this.folder, `index-${this.indexes}`) };
      if (base !== null) this.git(['read-tree', base], '', env);
      const lines = edits.map(({ path, mode, sha }) => (sha === null ? `0 ${'0'.repeat(40)}\t${path}\0` : `${mode} ${sha}\t${path}\0`));
      this.git(['update-index', '-z', '--index-info'], lines.join(''), env);
      const tree = this.git(['write-tree', '--missing-ok'], '', env).trim();
      rmSync(env.GIT_INDEX_FILE, { force: true });
      this.clean.add(tree);
      return tree;
    });
  }

  /** A tree with these entries and no others, whatever their names: as plumbing writes it and no index does. */
  writeTree(entries: readonly Pick<TreeItem, 'path' | 'mode' | 'sha'>[]): string {
    return this.write({ type: 'tree', body: treeBody(entries.map(({ path, mode, sha }) => ({ name: path, mode, sha }))) });
  }

  writeCommit(tree: string, parents: readonly string[], message: string, author: Signature, committer: Signature): string {
    const date = ({ at }: Signature) => `@${Math.floor(at / 1000)} +0000`;
    return this.once(`write ${JSON.stringify([tree, parents, message, author, committer])}`, () => {
      const isThere = this.typeOf(tree) === 'tree' && parents.every((parent) => this.typeOf(parent) === 'commit');
      const body = isThere ? commitBody({ tree, parents, message, author, committer }) : null;
      if (body !== null) return this.write({ type: 'commit', body });
      return this.git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], message, {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: date(author),
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
        GIT_COMMITTER_DATE: date(committer),
      }).trim();
    });
  }

  commit(sha: string): StoredCommit {
    return this.once(`commit ${sha}`, () => {
      const commit = { sha, ...readCommit(this.read('commit', sha)) };
      this.objects.set(`type ${sha}`, 'commit');
      return commit;
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

  /** Commits of one that others do not have, youngest first; null where they are no line, and only git tells their order. */
  private line(young: string, without: ReadonlySet<string>): readonly string[] | null {
    const line: string[] = [];
    for (let sha: string | undefined = young; sha !== undefined && !without.has(sha); ) {
      line.push(sha);
      const { parents }: StoredCommit = this.commit(sha);
      if (parents.length > 1) return null;
      sha = parents[0];
    }
    return line;
  }

  /** What `head` has and none of `bases`, oldest first, as git orders it. */
  revisionsBetween(head: string, bases: readonly string[]): readonly string[] {
    return this.once(`between ${head} ${bases.join(' ')}`, () => {
      const line = this.line(head, new Set(bases.flatMap((base) => [...this.history(base)])));
      return line?.toReversed() ?? this.revisions(['--reverse', '--topo-order', head, ...bases.map((base) => `^${base}`)]);
    });
  }

  /** How many commits `head` has and `base` has not. */
  countBetween(head: string, base: string): number {
    const without = this.history(base);
    return [...this.history(head)].filter((sha) => !without.has(sha)).length;
  }

  /** A commit and all that it goes back to. */
  private history(sha: string): ReadonlySet<string> {
    return this.once(`history ${sha}`, () => {
      const seen = new Set([sha]);
      for (const each of seen) for (const parent of this.commit(each).parents) seen.add(parent);
      return seen;
    });
  }

  isAncestor(old: string, young: string): boolean {
    return this.history(young).has(old);
  }

  mergeBase(a: string, b: string): string | null {
    return this.once(`base ${a} ${b}`, () => {
      for (const [one, other] of [
        [b, a],
        [a, b],
      ] as const) {
        const line = this.line(one, this.history(other));
        const last = line?.at(-1);
        if (line !== null) return last === undefined ? one : (this.commit(last).parents[0] ?? null);
      }
      return this.triedOr(null, () => this.git(['merge-base', a, b]).trim());
    });
  }

  /** The tree of a merge; null where it conflicts. */
  mergeTree(ours: string, theirs: string): string | null {
    return this.once(`merge ${ours} ${theirs}`, () => {
      const tree = this.triedOr(null, () => this.git(['merge-tree', '--write-tree', ours, theirs]).trim());
      if (tree !== null && this.clean.has(this.commit(ours).tree) && this.clean.has(this.commit(theirs).tree)) this.clean.add(tree);
      return tree;
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
