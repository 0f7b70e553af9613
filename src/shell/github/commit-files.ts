import { foldersOf, pathsApart } from '../../kernel/folders.js';
import { gitBlobId } from '../../kernel/git-blob.js';
import type { ReadableFiles } from '../../ports/files.js';
import type { CommitFiles, ForgeFile, ForgeList, TreeEntry } from '../../ports/forge.js';
import { askTexts, type BlobEntry, readTogether } from './blob-texts.js';
import type { GithubClient } from './client.js';
import { forgeError } from './failure.js';

/** Largest text that is read: ten years of evidence stay far below. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Folders that are walked one by one where a repository is too large for one answer. */
const MOST_FOLDERS = 2000;

interface SizedEntry extends TreeEntry {
  readonly size: number | null;
}

/** The files of commits, read through the API. What a hash names never changes, so nothing is read twice, nor what the checkout has. */
export class CommitTrees {
  private readonly commits = new Map<string, Promise<GitCommit>>();
  /** Commits may have the same tree, as a merge and its head. */
  private readonly byTree = new Map<string, ForgeList<SizedEntry>>();
  private readonly trees = new Map<string, Promise<ForgeList<SizedEntry>>>();
  private readonly texts = new Map<string, Promise<string>>();
  /** Blobs whose text is there: one that is only waited for may still be asked for together with others. */
  private readonly there = new Set<string>();
  /** By blob: the question with which it was asked for. */
  private readonly together = new Map<string, Promise<ReadonlyMap<string, string>>>();

  /** @param here the checkout that this runs in, where there is one: what it has of a commit's very bytes is not asked for. */
  constructor(
    private readonly client: GithubClient,
    private readonly here: Pick<ReadableFiles, 'read'> | null = null,
  ) {}

  /** @throws ShellError where there is no such commit, and from `read` where a file is too large or no text. */
  async open(commit: string): Promise<CommitFiles> {
    const tree = await this.entriesOf(commit);
    const files = new Map(tree.items.map((entry) => [entry.path, entry]));
    // Links and submodules are neither files nor folders.
    const folders = foldersOf(tree.items.flatMap(({ path, mode }) => (isFile(mode) ? [path] : [])));
    return {
      commit,
      entries: async () => ({ items: tree.items.map(({ path, mode, sha }) => ({ path, mode, sha })), complete: tree.complete }),
      list: async (folder) => folders.get(folder) ?? [],
      read: async (path) => {
        const entry = files.get(path);
        return entry === undefined || !isFile(entry.mode) ? null : this.text(commit, entry, files);
      },
    };
  }

  /** Every file that differs between two commits, a moved one under both names. */
  async difference(base: string, head: string): Promise<ForgeList<ForgeFile>> {
    const [before, after] = [await this.entriesOf(base), await this.entriesOf(head)];
    const old = new Map(before.items.map((entry) => [entry.path, entry]));
    const now = new Map(after.items.map((entry) => [entry.path, entry]));
    const items: ForgeFile[] = [];
    for (const [path, { sha, mode }] of now) {
      const was = old.get(path);
      if (was === undefined) items.push({ path, previousPath: null, status: 'added', sha });
      else if (was.sha !== sha || was.mode !== mode) items.push({ path, previousPath: null, status: 'modified', sha });
    }
    for (const path of old.keys()) if (!now.has(path)) items.push({ path, previousPath: null, status: 'removed', sha: null });
    return { items: items.sort((a, b) => (a.path < b.path ? -1 : 1)), complete: before.complete && after.complete };
  }

  /** The parents of a commit, first to last. */
  async parentsOf(commit: string): Promise<readonly string[]> {
    return (await this.commitOf(commit)).parents.map(({ sha }) => sha);
  }

  private commitOf(commit: string): Promise<GitCommit> {
    const known = this.commits.get(commit);
    if (known !== undefined) return known;
    const { octokit, at } = this.client;
    const read = this.client.call(() => octokit.rest.git.getCommit({ ...at, commit_sha: commit }));
    this.commits.set(commit, read);
    read.catch(() => this.commits.delete(commit));
    return read;
  }

  private entriesOf(commit: string): Promise<ForgeList<SizedEntry>> {
    const known = this.trees.get(commit);
    if (known !== undefined) return known;
    const read = this.readTree(commit);
    this.trees.set(commit, read);
    // What failed is asked for again.
    read.catch(() => this.trees.delete(commit));
    return read;
  }

  private async readTree(commit: string): Promise<ForgeList<SizedEntry>> {
    const { octokit, at } = this.client;
    const { tree } = await this.commitOf(commit);
    const known = this.byTree.get(tree.sha);
    if (known !== undefined) return known;
    const all = await this.client.call(() => octokit.rest.git.getTree({ ...at, tree_sha: tree.sha, recursive: '1' }));
    const found = all.truncated ? await this.walk(tree.sha) : { items: all.tree.flatMap((entry) => entryOf('', entry)), complete: true };
    const list = { ...found, items: pathsApart(found.items) };
    this.byTree.set(tree.sha, list);
    return list;
  }

  private async walk(root: string): Promise<ForgeList<SizedEntry>> {
    const { octokit, at } = this.client;
    const items: SizedEntry[] = [];
    const folders = [{ path: '', sha: root }];
    for (let index = 0; index < folders.length; index++) {
      const folder = folders[index];
      if (folder === undefined || index >= MOST_FOLDERS) return { items, complete: false };
      const { tree, truncated } = await this.client.call(() => octokit.rest.git.getTree({ ...at, tree_sha: folder.sha }));
      if (truncated) return { items, complete: false };
      for (const entry of tree) {
        if (entry.type === 'tree') folders.push({ path: `${folder.path}${entry.path}/`, sha: entry.sha });
        else items.push(...entryOf(folder.path, entry));
      }
    }
    return { items, complete: true };
  }

  private text(commit: string, entry: SizedEntry, files: ReadonlyMap<string, SizedEntry>): Promise<string> {
    const known = this.texts.get(entry.sha);
    if (known !== undefined) return known;
    const read = this.textHere(entry).then(async (here) => {
      if (here !== null) return here;
      return (await this.askedWith(entry, files)).get(entry.sha) ?? this.readText(commit, entry);
    });
    this.texts.set(entry.sha, read);
    read.then(
      () => this.there.add(entry.sha),
      () => this.texts.delete(entry.sha),
    );
    return read;
  }

  /** The checkout's file of that path, where its hash is the one that is asked for; null where it is another, or none. */
  private async textHere({ path, sha }: SizedEntry): Promise<string | null> {
    const text = (await this.here?.read(path).catch(() => null)) ?? null;
    return text !== null && gitBlobId(text) === sha ? text : null;
  }

  /** The texts that are asked for together with one; none where it is asked for by itself. */
  private askedWith(entry: SizedEntry, files: ReadonlyMap<string, SizedEntry>): Promise<ReadonlyMap<string, string>> {
    const known = this.together.get(entry.sha);
    if (known !== undefined) return known;
    const isKnown = (sha: string) => this.there.has(sha) || this.together.has(sha);
    const together = readTogether(entry, regularFiles(files.values()), isKnown);
    const asked = together.length === 0 ? Promise.resolve(new Map<string, string>()) : askTexts(this.client, together);
    for (const { sha } of together) this.together.set(sha, asked);
    return asked;
  }

  private async readText(commit: string, { path, sha, size }: BlobEntry): Promise<string> {
    const { octokit, at, place } = this.client;
    const short = commit.slice(0, 12);
    if (size !== null && size > MOST_BYTES) {
      throw forgeError('forge-too-large', place, { path, commit: short, bytes: size, most: MOST_BYTES });
    }
    const { content, encoding } = await this.client.call(() => octokit.rest.git.getBlob({ ...at, file_sha: sha }));
    const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) throw forgeError('forge-not-text', place, { path, commit: short });
      throw error;
    }
  }
}

interface GitCommit {
  readonly tree: { readonly sha: string };
  readonly parents: readonly { readonly sha: string }[];
}

interface GithubEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

function entryOf(folder: string, { path, mode, type, sha, size }: GithubEntry): SizedEntry[] {
  return type === 'tree' ? [] : [{ path: `${folder}${path}`, mode, sha, size: size ?? null }];
}

function* regularFiles(entries: Iterable<SizedEntry>): Generator<SizedEntry> {
  for (const entry of entries) if (isFile(entry.mode)) yield entry;
}

/** A link or a submodule is no text, and is never followed. */
function isFile(mode: string): boolean {
  return mode.startsWith('100');
}
