import { execFile } from 'node:child_process';
import type { ReadableFiles, Revisions } from '../../ports.js';

/** Largest repository text that is read at once: a ledger of many years. */
const MAX_BYTES = 512 * 1024 * 1024;
/** What a revision may look like. `-x` would be an option, `a..b` a range, `a:b` a file. */
const REVISION = /^[A-Za-z0-9@][A-Za-z0-9._/@{}^~+-]{0,199}$/;
const FOLDER = 'contracts';

function git(root: string, args: readonly string[], input: string | null = null): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const child = execFile('git', ['-C', root, ...args], { encoding: 'buffer', maxBuffer: MAX_BYTES }, (error, stdout) => {
      if (error === null) resolve(stdout);
      // Git has answered that there is no such thing, or there is no git: either way there is no such revision here.
      else if (typeof error.code === 'number' || error.code === 'ENOENT') resolve(null);
      else reject(error);
    });
    child.stdin?.on('error', () => child.kill());
    child.stdin?.end(input ?? '');
  });
}

/** The contracts of a git checkout as they were at its revisions, read with the git binary; nothing is checked out or run. */
export function gitRevisions(root: string): Revisions {
  return {
    async open(revision) {
      if (!REVISION.test(revision) || revision.includes('..')) return null;
      const commit = (await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]))
        ?.toString('utf8')
        .trim();
      if (commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit)) return null;
      const tree = await git(root, ['ls-tree', '-r', '-z', commit, '--', `${FOLDER}/`]);
      return tree === null ? null : filesOf(await readBlobs(root, blobsOf(tree.toString('utf8'))));
    },
  };
}

/** Regular files by path; symbolic links and submodules are neither followed nor read. */
function blobsOf(listing: string): Map<string, string> {
  const blobs = new Map<string, string>();
  for (const entry of listing.split('\0')) {
    const [, blob, path] = /^100[0-7]{3} blob ([0-9a-f]{40,64})\t([\s\S]+)$/.exec(entry) ?? [];
    if (blob !== undefined && path !== undefined) blobs.set(path, blob);
  }
  return blobs;
}

/** All texts with one process: `<id> blob <size>`, the bytes, a line feed, for each in the order asked. */
async function readBlobs(root: string, blobs: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const wanted = [...blobs];
  if (wanted.length === 0) return texts;
  const output = await git(root, ['cat-file', '--batch'], wanted.map(([, blob]) => `${blob}\n`).join(''));
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

function filesOf(texts: ReadonlyMap<string, string>): ReadableFiles {
  return {
    read: async (path) => texts.get(path) ?? null,
    list: async (folder) => {
      const entries = new Map<string, boolean>();
      for (const path of texts.keys()) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
        entries.set(name, rest.length > 0);
      }
      return [...entries].map(([name, directory]) => ({ name, directory })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}
