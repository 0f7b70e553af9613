import { CONTRACTS } from '../../contract/paths.js';
import { foldersOf, pathsApart } from '../../kernel/folders.js';
import { sameBytes } from '../../kernel/git-blob.js';
import type { ReadableFiles, Revisions } from '../../ports/files.js';
import { runGit } from './run-git.js';

/** Largest repository text that is read at once: a ledger of many years. */
export const MOST = { mostBytes: 512 * 1024 * 1024 };
/** What a revision may look like. `-x` would be an option, `a..b` a range, `a:b` a file. */
const REVISION = /^[A-Za-z0-9@][A-Za-z0-9._/@{}^~+-]{0,199}$/;

/**
 * The contracts of a git checkout as they were at its revisions, read with the git binary when they are asked for; nothing is checked
 * out or run.
 * @param here what is checked out: what it has with the same bytes is not asked of git, which takes longer for every contract than reading it.
 */
export function gitRevisions(root: string, here: ReadableFiles): Revisions {
  const checkedOut = async (path: string, blob: string) => (path.split('/').includes('..') ? null : sameBytes(await here.read(path), blob));
  return {
    async open(revision) {
      if (!REVISION.test(revision) || revision.includes('..')) return null;
      const commit = await commitOf(root, revision);
      if (commit === null) return null;
      const tree = await runGit(root, ['ls-tree', '-r', '-z', commit, '--', `${CONTRACTS}/`], MOST);
      return tree === null ? null : filesOf(blobsOf(tree.toString('utf8')), (blobs) => textsOf(root, blobs, checkedOut));
    },
  };
}

/** A name, and what leads on from it: `main~1`, `v2^{tree}`. */
const NAMED = /^([A-Za-z0-9][A-Za-z0-9._/+-]*)([~^@].*)?$/;
const WHOLE_ID = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/**
 * A branch before a tag: whoever can push can push a tag called `main`, and every clone has it and takes it for the branch. A short
 * id that a branch or a tag is named after is none. Null where there is no such revision here, or no git.
 */
async function commitOf(root: string, revision: string): Promise<string | null> {
  const ask = async (name: string): Promise<string | null> => {
    const found = await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], MOST);
    const id = found?.toString('utf8').trim() ?? '';
    return WHOLE_ID.test(id) ? id : null;
  };
  const [, name = '', rest = ''] = NAMED.exec(revision) ?? [];
  if (name === '' || WHOLE_ID.test(name)) return ask(revision);
  const named = await Promise.all(['heads', 'remotes', 'tags'].map((kind) => ask(`refs/${kind}/${name}${rest}`)));
  if (/^[0-9a-f]{4,}$/.test(name) && named.some((each) => each !== null)) return null;
  const [branch = null, remote = null] = named;
  return branch ?? remote ?? (await ask(revision));
}

/** Regular files by path; symbolic links and submodules are neither followed nor read. */
export function blobsOf(listing: string): Map<string, string> {
  const blobs = listing.split('\0').flatMap((entry) => {
    const [, blob, path] = /^100[0-7]{3} blob ([0-9a-f]{40,64})\t([\s\S]+)$/.exec(entry) ?? [];
    return blob === undefined || path === undefined ? [] : [{ path, blob }];
  });
  return new Map(pathsApart(blobs).map(({ path, blob }) => [path, blob]));
}

/** All texts with one process: `<id> blob <size>`, the bytes, a line feed, for each in the order asked. */
async function readBlobs(root: string, blobs: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const wanted = [...blobs];
  if (wanted.length === 0) return texts;
  const output = await runGit(root, ['cat-file', '--batch'], { ...MOST, input: wanted.map(([, blob]) => `${blob}\n`).join('') });
  let at = 0;
  for (const [path, blob] of wanted) {
    const end = output?.indexOf(0x0a, at) ?? -1;
    const [id, , size] = output?.toString('utf8', at, Math.max(at, end)).split(' ') ?? [];
    if (output === null || end < 0 || id !== blob || size === undefined) throw new RangeError(`git: no blob ${blob} for ${path}`);
    texts.set(path, output.toString('utf8', end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return texts;
}

/**
 * Texts by their paths: those that are known, and the others read from git.
 * @param known the text of a blob where it need not be read; null: it has to be.
 * @param add told of each that was read.
 */
export async function textsOf(
  root: string,
  blobs: ReadonlyMap<string, string>,
  known: (path: string, blob: string) => Promise<string | null>,
  add: (blob: string, text: string) => void = () => undefined,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const unread = new Map<string, string>();
  for (const [path, blob] of blobs) {
    const text = await known(path, blob);
    if (text === null) unread.set(path, blob);
    else texts.set(path, text);
  }
  for (const [path, text] of await readBlobs(root, unread)) {
    texts.set(path, text);
    add(unread.get(path) ?? '', text);
  }
  return texts;
}

type ReadBlobs = (blobs: ReadonlyMap<string, string>) => Promise<ReadonlyMap<string, string>>;

/** Files whose texts are read when they are asked for, and not held: all ledgers of many contracts are more than a process should hold. */
function filesOf(blobs: ReadonlyMap<string, string>, readBlobs: ReadBlobs): ReadableFiles {
  const folders = foldersOf([...blobs.keys()]);
  let asked: { readonly wanted: Map<string, string>; readonly texts: Promise<ReadonlyMap<string, string>> } | null = null;
  return {
    async read(path) {
      const blob = blobs.get(path);
      if (blob === undefined) return null;
      asked ??= together();
      asked.wanted.set(path, blob);
      return (await asked.texts).get(path) ?? null;
    },
    list: async (folder) => folders.get(folder) ?? [],
  };

  /** What is asked for in one breath, as the files of a contract are, is read by one process. */
  function together(): NonNullable<typeof asked> {
    const wanted = new Map<string, string>();
    const texts = new Promise<void>(setImmediate).then(() => {
      asked = null;
      return readBlobs(wanted);
    });
    return { wanted, texts };
  }
}
