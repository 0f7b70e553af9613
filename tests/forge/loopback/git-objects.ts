import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

/*
 * Loose objects of a repository as git itself writes and reads them: a process for each would be most of what a story costs. Only what has
 * one form whoever writes it is written here; all else, and whatever is packed, is left to git (git-store.ts).
 */

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export interface GitObject {
  readonly type: ObjectType;
  readonly body: Buffer;
}

export interface TreeEntry {
  readonly name: string;
  /** Six digits, as git prints it. */
  readonly mode: string;
  readonly sha: string;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a commit says, without the message's last line end. */
export interface CommitFields {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
}

const placeOf = (folder: string, sha: string) => join(folder, 'objects', sha.slice(0, 2), sha.slice(2));

/** An object that lies by itself; null where none does: then it is packed, or not there. */
export function readLoose(folder: string, sha: string): GitObject | null {
  const path = placeOf(folder, sha);
  if (!existsSync(path)) return null;
  const bytes = inflateSync(readFileSync(path));
  const end = bytes.indexOf(0);
  return { type: bytes.toString('latin1', 0, bytes.indexOf(32)) as ObjectType, body: bytes.subarray(end + 1) };
}

/** @returns the object's name */
export function writeLoose(folder: string, { type, body }: GitObject): string {
  const bytes = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
  const sha = createHash('sha1').update(bytes).digest('hex');
  const path = placeOf(folder, sha);
  if (existsSync(path)) return sha;
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, deflateSync(bytes), { mode: 0o444 });
  return sha;
}

/** Entries of one tree in its order. */
export function entriesOf(body: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < body.length; ) {
    const [space, end] = [body.indexOf(32, at), body.indexOf(0, at)];
    const mode = body.toString('latin1', at, space).padStart(6, '0');
    entries.push({ mode, name: body.toString('utf8', space + 1, end), sha: body.toString('hex', end + 1, end + 21) });
    at = end + 21;
  }
  return entries;
}

/** A tree of entries, put into git's order: as if a folder's name ended with a slash. */
export function treeBody(entries: Iterable<TreeEntry>): Buffer {
  const key = ({ name, mode }: TreeEntry) => Buffer.from(mode === '040000' ? `${name}/` : name);
  const bytes = ({ name, mode, sha }: TreeEntry) =>
    Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(sha, 'hex')]);
  return Buffer.concat([...entries].sort((a, b) => Buffer.compare(key(a), key(b))).map(bytes));
}

export function readCommit(body: Buffer): CommitFields {
  const raw = body.toString('utf8');
  const end = raw.indexOf('\n\n');
  const lines = raw.slice(0, end).split('\n');
  const first = (key: string) => lines.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1) ?? '';
  const signature = (text: string): Signature => {
    const found = /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(text);
    return { name: found?.[1] ?? '', email: found?.[2] ?? '', at: Number(found?.[3] ?? 0) * 1000 };
  };
  return {
    tree: first('tree'),
    parents: lines.filter((line) => line.startsWith('parent ')).map((line) => line.slice(7)),
    message: raw.slice(end + 2).replace(/\n$/, ''),
    author: signature(first('author')),
    committer: signature(first('committer')),
  };
}

/** Names and addresses that git writes as they are: it takes signs off both ends of others, and refuses some. */
const PLAIN_NAME = /^[A-Za-z0-9]([A-Za-z0-9 _[\]-]*[A-Za-z0-9\]])?$/;
const PLAIN_ADDRESS = /^[A-Za-z0-9]([A-Za-z0-9+@._[\]-]*[A-Za-z0-9\]])?$/;

/** A commit as git writes it; null where only git can say how it does. */
export function commitBody({ tree, parents, message, author, committer }: CommitFields): Buffer | null {
  const isPlain = ({ name, email, at }: Signature) => PLAIN_NAME.test(name) && PLAIN_ADDRESS.test(email) && at >= 0;
  if (!isPlain(author) || !isPlain(committer) || message.includes('\0') || new Set(parents).size < parents.length) return null;
  const said = ({ name, email, at }: Signature) => `${name} <${email}> ${Math.floor(at / 1000)} +0000`;
  const lines = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${said(author)}`, `committer ${said(committer)}`];
  return Buffer.from(`${lines.join('\n')}\n\n${message}`);
}

/** A change of a tree: a blob (or another object) under a path, or null for a path that goes. */
export interface TreeEdit {
  readonly path: string;
  readonly mode: string;
  readonly sha: string | null;
}

/** No name that git refuses anywhere: nothing like `.git`, no dot at its end. */
const PLAIN_STEP = /^(?!\.git(?!hub$))[A-Za-z0-9_.-]*[A-Za-z0-9_-]$/i;
const PLAIN_MODES = ['100644', '100755', '120000'];

/**
 * Edits a tree of files that an index has written, as an index would.
 * @param read a tree by its name, and write one; both as git has them.
 * @returns null where only git can say what comes of it: odd names and modes, a file and a folder of one name, nothing left.
 */
export function editedTree(
  base: string | null,
  edits: readonly TreeEdit[],
  read: (sha: string) => readonly TreeEntry[],
  write: (entries: Iterable<TreeEntry>) => string,
): string | null {
  const isPlain = ({ path, mode, sha }: TreeEdit) =>
    path.split('/').every((step) => PLAIN_STEP.test(step)) && (sha === null || PLAIN_MODES.includes(mode));
  if (!edits.every(isPlain)) return null;
  /** Null: cannot be said; undefined: empty. */
  const edit = (sha: string | null, below: readonly TreeEdit[]): string | null | undefined => {
    const entries = new Map((sha === null ? [] : read(sha)).map((entry) => [entry.name, entry]));
    const folders = new Map<string, TreeEdit[]>();
    for (const { path, mode, sha: now } of below) {
      const [name = '', ...rest] = path.split('/');
      const isFolder = entries.get(name)?.mode === '040000' || folders.has(name);
      if (rest.length > 0) folders.set(name, [...(folders.get(name) ?? []), { path: rest.join('/'), mode, sha: now }]);
      else if (isFolder) return null;
      else if (now === null) entries.delete(name);
      else entries.set(name, { name, mode, sha: now });
    }
    for (const [name, inside] of folders) {
      const entry = entries.get(name);
      if (entry !== undefined && entry.mode !== '040000') return null;
      const tree = edit(entry?.sha ?? null, inside);
      if (tree === null) return null;
      if (tree === undefined) entries.delete(name);
      else entries.set(name, { name, mode: '040000', sha: tree });
    }
    return entries.size === 0 ? undefined : write(entries.values());
  };
  return edit(base, edits) ?? null;
}
