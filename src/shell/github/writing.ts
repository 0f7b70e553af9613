import type { ForgePullRequest } from '../../ports/forge.js';
import type { ForgeSettings } from '../../ports/forge-settings.js';
import type { ForgeWrites } from '../../ports/forge-writes.js';
import { commentOf, pullRequestOf } from './answers.js';
import { type GithubClient, ONCE, orNull } from './client.js';
import type { Refusal } from './failure.js';

/** What GitHub says (422) where something is there already, or is not as a change expects it. */
function says(pattern: RegExp): (refusal: Refusal) => null | undefined {
  return ({ status, message }) => (status === 422 && pattern.test(message) ? null : undefined);
}

const READY = `mutation ($pullRequest: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $pullRequest }) { pullRequest { isDraft } }
}`;

const METHODS = ['merge', 'squash', 'rebase'] as const;

/**
 * Everything that changes something. What a second try would make twice (comments, pull requests, branches, merges)
 * is tried once; statuses, edits and git's objects mean the same however often they are sent.
 */
export function writing(client: GithubClient): ForgeWrites & ForgeSettings {
  const { at, octokit } = client;
  const { rest } = octokit;

  async function isReady({ number }: ForgePullRequest): Promise<boolean> {
    const { draft } = await client.call(() => rest.pulls.get({ ...at, pull_number: number }));
    return draft !== true;
  }

  return {
    async setStatus(commit, { context, state, description, url }) {
      const target = url === null ? {} : { target_url: url };
      await client.call(() => rest.repos.createCommitStatus({ ...at, sha: commit, context, state, description, ...target }));
    },

    async createComment(number, body) {
      return commentOf(await client.call(() => rest.issues.createComment({ ...at, ...ONCE, issue_number: number, body })));
    },
    async updateComment(id, body) {
      await client.call(() => rest.issues.updateComment({ ...at, comment_id: id, body }));
    },
    async deleteComment(id) {
      await client.call(() => rest.issues.deleteComment({ ...at, comment_id: id }), orNull);
    },

    async addLabels(number, labels) {
      await client.call(() => rest.issues.addLabels({ ...at, issue_number: number, labels: [...labels] }));
    },

    async createCommit(parent, changes, message, merged) {
      const { tree: base } = await client.call(() => rest.git.getCommit({ ...at, commit_sha: parent }));
      const entries: { path: string; mode: '100644'; type: 'blob'; sha: string | null }[] = [];
      for (const { path, text } of changes) {
        const blob = text === null ? null : await client.call(() => rest.git.createBlob({ ...at, content: text, encoding: 'utf-8' }));
        entries.push({ path, mode: '100644', type: 'blob', sha: blob?.sha ?? null });
      }
      const made = () => rest.git.createTree({ ...at, base_tree: base.sha, tree: entries });
      const tree = entries.length === 0 ? base : await client.call(made);
      const parents = merged === undefined ? [parent] : [parent, merged];
      const { sha } = await client.call(() => rest.git.createCommit({ ...at, message, tree: tree.sha, parents }));
      return sha;
    },
    async createBranch(branch, commit) {
      const create = () => rest.git.createRef({ ...at, ...ONCE, ref: `refs/heads/${branch}`, sha: commit });
      return (await client.call(create, says(/already exists/i))) !== null;
    },
    async moveBranch(branch, commit) {
      const move = () => rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha: commit, force: false });
      return (await client.call(move, says(/not a fast forward|does not exist/i))) !== null;
    },
    async deleteBranch(branch) {
      const gone = (refusal: Refusal) => (says(/does not exist/i)(refusal) === null ? null : orNull(refusal));
      await client.call(() => rest.git.deleteRef({ ...at, ref: `heads/${branch}` }), gone);
    },

    async openPullRequest({ title, body, branch, base, draft }) {
      const open = (asDraft: boolean) => () => rest.pulls.create({ ...at, ...ONCE, title, body, head: branch, base, draft: asDraft });
      // Not every plan has drafts for private repositories.
      const noDrafts = (refusal: Refusal) => (says(/draft pull requests are not supported/i)(refusal) === null ? refusal : undefined);
      const refused = says(/already exists/i);
      const made = await client.call(open(draft), (refusal) => (draft ? (noDrafts(refusal) ?? refused(refusal)) : refused(refusal)));
      const opened = isRefusal(made) ? await client.call(open(false), refused) : made;
      return opened === null ? null : pullRequestOf(opened);
    },
    async editPullRequest(number, change) {
      await client.call(() => rest.pulls.update({ ...at, pull_number: number, ...change }));
    },
    async markReady(pullRequest) {
      const mark = async () => ({ data: await octokit.graphql(READY, { pullRequest: pullRequest.nodeId }) });
      // Somebody else may have been faster: then it is what was wanted.
      const refused = await client.call(mark, (refusal) => (refusal.status === 422 ? refusal : undefined));
      if (isRefusal(refused) && !(await isReady(pullRequest))) await client.call(mark);
    },

    async dismissReview(number, review, message) {
      await client.call(() => rest.pulls.dismissReview({ ...at, pull_number: number, review_id: review, message }));
    },
    async merge(number, head, title) {
      let reason = '';
      for (const method of METHODS) {
        const merge = () => rest.pulls.merge({ ...at, ...ONCE, pull_number: number, sha: head, commit_title: title, merge_method: method });
        const answer = await client.call(merge, (refusal) => ([405, 409, 422].includes(refusal.status ?? 0) ? refusal : undefined));
        if (!isRefusal(answer)) return answer.merged ? { merged: true, commit: answer.sha } : { merged: false, reason: answer.message };
        reason = answer.message;
        // Which ways of merging a repository allows is its own setting.
        if (answer.status !== 405 || !/not allowed/i.test(reason)) break;
      }
      return { merged: false, reason };
    },

    async settings({ method, path, body }) {
      const route = `${method} /repos/{owner}/{repo}${path}`;
      const once = method === 'POST' ? ONCE : {};
      const answer: unknown = await client.call(() => octokit.request(route, { ...at, ...once, ...body }), orNull);
      // An answer without a body (204) is there all the same.
      return answer === undefined || answer === '' ? {} : answer;
    },
  };
}

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'isData' in answer;
}
