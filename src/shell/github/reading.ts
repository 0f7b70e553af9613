import type { Account } from '../../ports/forge.js';
import type { ForgeReads } from '../../ports/forge-reads.js';
import { once } from '../once.js';
import {
  accountOf,
  commentOf,
  commitOf,
  fileOf,
  pullRequestOf,
  pushOf,
  repositoryOf,
  reviewOf,
  statusOf,
  timelineEventOf,
} from './answers.js';
import { type GithubClient, orNull, PER_PAGE } from './client.js';
import type { CommitTrees } from './commit-files.js';
import { forgeError, type Refusal } from './failure.js';
import { askCommentEdits, askIssueText, commentEditsOf, issueTextOf, notResolved } from './issue-text.js';
import { listOf } from './list-of.js';

/** Far more than any repository of contracts has; what is longer is said to be incomplete. */
const MOST = 10_000;
/** A comparison shows so many files and no more. */
const MOST_COMPARED = 300;
/** How often a trial merge is asked for that the forge is still computing. */
const MOST_LOOKS = 4;

/** GitHub says 422 of a commit that it does not know, and 404 of a name. */
function noCommit(refusal: Refusal): null | undefined {
  return refusal.status === 422 ? null : orNull(refusal);
}

/** An installation's token may not ask for its user. A limit that is reached is another thing. */
function notAllowed({ status, headers }: Refusal): null | undefined {
  return status === 403 && headers['x-ratelimit-remaining'] !== '0' ? null : undefined;
}

/** Who an installation's token speaks for, which only the other interface says; null where it does not. */
async function viewer(client: GithubClient): Promise<Account | null> {
  const ask = async () => ({ data: await client.octokit.graphql<{ viewer: { login: string; databaseId: number | null } }>(VIEWER) });
  const found = await client.call(ask, ({ status }) => (status !== null && status < 500 ? null : undefined));
  const id = found?.viewer.databaseId ?? null;
  return found === null || id === null
    ? null
    : { id, login: found.viewer.login, kind: found.viewer.login.endsWith('[bot]') ? 'bot' : 'user' };
}

const VIEWER = '{ viewer { login databaseId } }';

/**
 * Everything that is only read; each call is repeated when it fails on the way.
 * @param bot the account behind a token that neither interface names.
 */
export function reading(client: GithubClient, trees: CommitTrees, bot: () => Promise<Account>): ForgeReads {
  const { at, place } = client;
  const { rest, paginate } = client.octokit;
  const page = { ...at, per_page: PER_PAGE };
  const pages = paginate.iterator;
  return {
    async repository() {
      const found = await client.call(() => rest.repos.get(at), orNull);
      if (found === null) throw forgeError('forge-repository', place, { ...place });
      return repositoryOf(found);
    },
    self: once(async () => {
      const user = await client.call(() => rest.users.getAuthenticated(), notAllowed);
      return user === null ? ((await viewer(client)) ?? bot()) : accountOf(user);
    }),
    now: () => client.now(),

    async tip(branch) {
      const found = await client.call(() => rest.git.getRef({ ...at, ref: `heads/${branch}` }), orNull);
      return found?.object.sha ?? null;
    },
    filesAt: (commit) => trees.open(commit),
    async compare(base, head) {
      const basehead = `${base}...${head}`;
      const { merge_base_commit: merged, files } = await client.call(() =>
        rest.repos.compareCommitsWithBasehead({ ...at, basehead, per_page: 1 }),
      );
      const listed = files ?? [];
      const isWhole = listed.length < MOST_COMPARED;
      return {
        mergeBase: merged.sha,
        files: isWhole ? { items: listed.map(fileOf), complete: true } : await trees.difference(merged.sha, head),
      };
    },
    async commit(sha) {
      const found = await client.call(() => rest.repos.getCommit({ ...at, ref: sha, per_page: 1 }), noCommit);
      return found === null ? null : commitOf(found);
    },
    history: async (from, path) => listOf(await client.list(pages(rest.repos.listCommits, { ...page, sha: from, path }), MOST), commitOf),
    pushes: async (branch) =>
      listOf(await client.list(pages(rest.repos.listActivities, { ...page, ref: `refs/heads/${branch}` }), MOST), pushOf),

    async pullRequest(number) {
      const found = await client.call(() => rest.pulls.get({ ...at, pull_number: number }), orNull);
      return found === null ? null : pullRequestOf(found);
    },
    async pullRequests(state, branch) {
      const head = branch === undefined ? {} : { head: `${at.owner}:${branch}` };
      return listOf(await client.list(pages(rest.pulls.list, { ...page, state, ...head }), MOST), pullRequestOf);
    },
    pullRequestsOf: async (commit) =>
      listOf(
        await client.list(pages(rest.repos.listPullRequestsAssociatedWithCommit, { ...page, commit_sha: commit }), MOST),
        pullRequestOf,
      ),
    files: async (number) => listOf(await client.list(pages(rest.pulls.listFiles, { ...page, pull_number: number }), MOST), fileOf),
    commits: async (number) => listOf(await client.list(pages(rest.pulls.listCommits, { ...page, pull_number: number }), MOST), commitOf),
    reviews: async (number) => listOf(await client.list(pages(rest.pulls.listReviews, { ...page, pull_number: number }), MOST), reviewOf),
    async trialMerge(asked, tip, head) {
      for (let look = 0; look < MOST_LOOKS; look++) {
        if (look > 0) await client.pause();
        const pull = look === 0 ? asked : pullRequestOf(await client.call(() => rest.pulls.get({ ...at, pull_number: asked.number })));
        if (pull.trial === null || pull.head.sha !== head) continue;
        if (!pull.trial.mergeable) return 'conflict';
        const trial = pull.trial.commit;
        // The forge makes it anew a moment after either branch has moved.
        const parents = trial === null ? [] : await trees.parentsOf(trial);
        if (parents.length === 2 && parents[0] === tip && parents[1] === head) return trial;
      }
      return null;
    },
    timeline: async (number) =>
      listOf(await client.list(pages(rest.issues.listEventsForTimeline, { ...page, issue_number: number }), MOST), timelineEventOf),

    statuses: async (commit) =>
      listOf(await client.list(pages(rest.repos.listCommitStatusesForRef, { ...page, ref: commit }), MOST), statusOf),
    comments: async (number) =>
      listOf(await client.list(pages(rest.issues.listComments, { ...page, issue_number: number }), MOST), commentOf),

    commentEdits: async (number) => commentEditsOf(await client.call(() => askCommentEdits(client, number), notResolved)),
    issueText: async (number) => issueTextOf(await client.call(() => askIssueText(client, number), notResolved)),
  };
}
