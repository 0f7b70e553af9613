import { type Call, created, done, type Handlers, ok, reads, writes } from '../call.js';
import type { Signature, TreeEdit } from '../git-objects.js';
import type { TreeItem } from '../git-store.js';
import { ApiError } from '../model.js';
import { nodeId, type Shape } from '../present.js';
import { presentGitCommit } from '../present-history.js';
import { requirePushAllowed } from '../rules.js';

/* Git's own objects and refs, as the git database API has them. */

function presentRef(call: Call, ref: string, sha: string): Shape {
  const object = { type: 'commit', sha, url: call.present.api(`/git/commits/${sha}`) };
  return { ref, node_id: nodeId('REF', ref), url: call.present.api(`/git/${ref}`), object };
}

/** Refs that the API shows: forks have repositories of their own. */
const visible = (ref: string): boolean => /^refs\/(heads|tags|pull)\//.test(ref);

function presentTree(call: Call, sha: string, items: readonly TreeItem[]): Shape {
  const limit = call.world.state.treeLimit;
  const tree = items.slice(0, limit).map(({ path, mode, type, sha: object, size }) => ({
    path,
    mode,
    type,
    sha: object,
    ...(size === null ? {} : { size }),
    ...(type === 'commit' ? {} : { url: call.present.api(`/git/${type}s/${object}`) }),
  }));
  return { sha, url: call.present.api(`/git/trees/${sha}`), tree, truncated: items.length > limit };
}

interface WrittenEntry {
  readonly path?: string;
  readonly mode?: string;
  readonly sha?: string | null;
  readonly content?: string;
}

interface WrittenPerson {
  readonly name: string;
  readonly email: string;
  readonly date?: string;
}

export const gitData: Handlers = {
  'git/get-ref': reads('contents', (call) => {
    const ref = `refs/${call.text('ref')}`;
    const sha = visible(ref) ? call.world.git.ref(ref) : null;
    if (sha === null) throw new ApiError(404, 'Not Found');
    return ok(presentRef(call, ref, sha));
  }),
  'git/list-matching-refs': reads('contents', (call) => {
    const start = `refs/${call.text('ref')}`;
    const found = [...call.world.git.refs()].filter(([ref]) => visible(ref) && ref.startsWith(start));
    return ok(found.map(([ref, sha]) => presentRef(call, ref, sha)));
  }),
  'git/create-ref': writes('contents', 'write', (call) => {
    const { ref, sha } = call.body<{ ref: string; sha: string }>();
    const { world } = call;
    if (!/^refs\/(heads|tags)\/./.test(ref) || !world.git.validName(ref)) throw new ApiError(422, `${ref} is not a valid ref name.`);
    if (/^refs\/(heads|tags)\/[0-9a-f]{40}$/i.test(ref) || Buffer.byteLength(ref) > 255)
      throw new ApiError(422, `${ref} is not a valid ref name.`);
    if (world.git.typeOf(sha) !== 'commit') throw new ApiError(422, 'Object does not exist');
    if (world.git.ref(ref) !== null) throw new ApiError(422, 'Reference already exists');
    requirePushAllowed(world, call.actor, ref, null, sha);
    world.moveRef(ref, sha, call.actor);
    return created(presentRef(call, ref, sha));
  }),
  'git/update-ref': writes('contents', 'write', (call) => {
    const { sha, force = false } = call.body<{ sha: string; force?: boolean }>();
    const { world } = call;
    const ref = `refs/${call.text('ref')}`;
    const before = world.git.ref(ref);
    if (before === null || !visible(ref)) throw new ApiError(422, 'Reference does not exist');
    if (world.git.typeOf(sha) !== 'commit') throw new ApiError(422, 'Object does not exist');
    if (!force && !world.git.isAncestor(before, sha)) throw new ApiError(422, 'Update is not a fast forward');
    requirePushAllowed(world, call.actor, ref, before, sha);
    world.moveRef(ref, sha, call.actor);
    return ok(presentRef(call, ref, sha));
  }),
  'git/delete-ref': writes('contents', 'write', (call) => {
    const ref = `refs/${call.text('ref')}`;
    const before = call.world.git.ref(ref);
    if (before === null || !/^refs\/(heads|tags)\//.test(ref)) throw new ApiError(422, 'Reference does not exist');
    requirePushAllowed(call.world, call.actor, ref, before, null);
    call.world.moveRef(ref, null, call.actor);
    return done;
  }),
  'git/get-tree': reads('contents', (call) => {
    const { git } = call.world;
    const named = call.text('tree_sha');
    const sha = git.typeOf(named) === 'tree' ? named : git.commit(call.commitOf(named)).tree;
    return ok(presentTree(call, sha, git.tree(sha, call.asked('recursive') !== null)));
  }),
  'git/create-tree': writes('contents', 'write', (call) => {
    const { tree, base_tree } = call.body<{ tree: readonly WrittenEntry[]; base_tree?: string }>();
    const { git } = call.world;
    const base = base_tree === undefined ? null : git.typeOf(base_tree) === 'commit' ? git.commit(base_tree).tree : base_tree;
    if (base !== null && git.typeOf(base) !== 'tree') throw new ApiError(404, 'Not Found');
    const there = new Set(base === null ? [] : git.tree(base, true).map(({ path }) => path));
    const edits = tree.map((entry): TreeEdit => {
      const path = entry.path ?? '';
      if (
        path === '' ||
        path.startsWith('/') ||
        path.split('/').some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git')
      ) {
        throw new ApiError(422, `tree.path contains a malformed path component`);
      }
      if (entry.content !== undefined) return { path, mode: entry.mode ?? '100644', sha: git.writeBlob(Buffer.from(entry.content)) };
      if (entry.sha === null || entry.sha === undefined) {
        if (!there.has(path)) throw new ApiError(422, 'GitRPC::BadObjectState');
        return { path, mode: '0', sha: null };
      }
      if (entry.mode !== '160000' && git.typeOf(entry.sha) === null) throw new ApiError(422, `tree.sha ${entry.sha} is not a valid blob`);
      return { path, mode: entry.mode ?? '100644', sha: entry.sha };
    });
    const sha = git.editTree(base, edits);
    return created(presentTree(call, sha, git.tree(sha, false)));
  }),
  'git/get-blob': reads('contents', (call) => {
    const sha = call.text('file_sha');
    const { git } = call.world;
    if (git.typeOf(sha) !== 'blob') throw new ApiError(404, 'Not Found');
    const bytes = git.blob(sha);
    const content = bytes.toString('base64').replace(/.{60}/g, '$&\n');
    return ok({
      content,
      encoding: 'base64',
      url: call.present.api(`/git/blobs/${sha}`),
      sha,
      size: bytes.length,
      node_id: nodeId('B', sha),
    });
  }),
  'git/create-blob': writes('contents', 'write', (call) => {
    const { content, encoding = 'utf-8' } = call.body<{ content: string; encoding?: string }>();
    const sha = call.world.git.writeBlob(Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'));
    return created({ url: call.present.api(`/git/blobs/${sha}`), sha });
  }),
  'git/get-commit': reads('contents', (call) => {
    const sha = call.text('commit_sha');
    if (call.world.git.typeOf(sha) !== 'commit') throw new ApiError(404, 'Not Found');
    return ok(presentGitCommit(call.present, call.world.git.commit(sha)));
  }),
  'git/create-commit': writes('contents', 'write', (call) => {
    const body = call.body<{
      message: string;
      tree: string;
      parents?: readonly string[];
      author?: WrittenPerson;
      committer?: WrittenPerson;
    }>();
    const { world } = call;
    const parents = body.parents ?? [];
    if (world.git.typeOf(body.tree) !== 'tree') throw new ApiError(422, 'Tree SHA does not exist');
    if (parents.some((parent) => world.git.typeOf(parent) !== 'commit'))
      throw new ApiError(422, 'Parent SHA does not exist or is not a commit object');
    const own = world.signature(call.actor.account);
    const person = (written: WrittenPerson | undefined, otherwise: Signature): Signature =>
      written === undefined
        ? otherwise
        : { name: written.name, email: written.email, at: written.date === undefined ? world.now : Date.parse(written.date) };
    const author = person(body.author, own);
    const sha = world.git.writeCommit(body.tree, parents, body.message, author, person(body.committer, author));
    return created(presentGitCommit(call.present, world.git.commit(sha)));
  }),
};
