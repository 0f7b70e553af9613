import type { Listed, PullRequestFacts, RepositoryFacts } from './facts.js';
import { isFurtherEntry, pathsTwice } from './paths.js';
import type { GatePolicy } from './policy.js';
import { type Judgement, type Sight, sight, unless } from './verdict.js';

/** What the forge shows at most; a list as long as that may be longer. */
const MOST = { files: 3000, commits: 250 } as const;
/** Faults, and files that no list has, that a verdict names one by one. */
const MOST_FAULTS = 10;
const STATUSES: ReadonlySet<string> = new Set(['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged']);
const MODES: ReadonlySet<string> = new Set(['100644', '100755', '120000', '160000']);
const REVIEWS: ReadonlySet<string> = new Set(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']);

/** Rule 1: open, no draft, of this repository, for its default branch. */
export function judgeSubject(policy: GatePolicy, facts: PullRequestFacts): Judgement {
  const saw: Sight[] = [];
  if (facts.state !== 'open') saw.push(sight('closed', { state: facts.state }));
  if (facts.draft) saw.push(sight('draft'));
  if (facts.base.repositoryId !== policy.repositoryId) saw.push(sight('other-repository', { found: String(facts.base.repositoryId) }));
  if (facts.base.branch !== policy.defaultBranch) {
    saw.push(sight('other-branch', { found: facts.base.branch, expected: policy.defaultBranch }));
  }
  if (facts.files.items.length === 0) saw.push(sight('no-files'));
  return unless('subject', 'pending', saw);
}

/** Rule 3: what was not read, or does not fit together, decides nothing. */
export function judgeFacts(facts: PullRequestFacts, repository: RepositoryFacts): Judgement {
  return unless('facts', 'error', [
    ...listSights(facts, repository),
    ...unlistedSights(facts),
    ...headSights(facts),
    ...fileSights(facts),
    ...reviewSights(facts),
  ]);
}

/** What would not pass the checks of the engine would leave the repository without a policy: then nothing could be decided any more. */
export function judgeSound({ faults }: PullRequestFacts): Judgement {
  const shown = faults.slice(0, MOST_FAULTS).map(({ path, line, code }) => sight('fault', { path, line: String(line), code }));
  const more = faults.length > MOST_FAULTS ? [sight('more-faults', { count: String(faults.length - MOST_FAULTS) })] : [];
  return unless('sound', 'refused', [...shown, ...more]);
}

function listSights(facts: PullRequestFacts, repository: RepositoryFacts): Sight[] {
  const lists: Readonly<Record<string, Listed<unknown>>> = {
    files: facts.files,
    commits: facts.commits,
    reviews: facts.reviews,
    timeline: facts.timeline,
    paths: repository.paths,
  };
  return Object.entries(lists).flatMap(([list, { items, complete, count }]): Sight[] => {
    if (!complete) return [sight('list-incomplete', { list })];
    const most = list === 'files' ? MOST.files : list === 'commits' ? MOST.commits : null;
    if (most !== null && Math.max(items.length, count ?? 0) >= most) return [sight('list-too-long', { list, count: String(most) })];
    if (count === null || count === items.length) return [];
    return [sight('count-differs', { list, count: String(count), found: String(items.length) })];
  });
}

/** The forge makes its list a moment after a push. What a tree has twice is on no list, and is refused by its name. */
function unlistedSights({ unlisted }: PullRequestFacts): Sight[] {
  return unlisted
    .filter((path) => !isFurtherEntry(path))
    .slice(0, MOST_FAULTS)
    .map((path) => sight('not-listed', { path }));
}

function headSights(facts: PullRequestFacts): Sight[] {
  const { sha } = facts.head;
  if (!/^[0-9a-f]{40}$/.test(sha)) return [sight('no-commit-id', { found: sha })];
  const last = facts.commits.items.at(-1)?.sha ?? '-';
  return last === sha ? [] : [sight('head-differs', { found: last, expected: sha })];
}

function fileSights(facts: PullRequestFacts): Sight[] {
  // Which of its entries the list means nobody can say; it is refused anyway.
  const twice = pathsTwice(facts.unlisted);
  return facts.files.items.flatMap(({ path, status, mode, previousPath }): Sight[] => {
    if (!STATUSES.has(status) || (status === 'renamed' && previousPath === null)) return [sight('unknown-status', { path, found: status })];
    if (twice.has(path)) return [];
    const known = status === 'removed' ? mode === null || MODES.has(mode) : mode !== null && MODES.has(mode);
    return known ? [] : [sight('unknown-mode', { path, found: mode ?? '-' })];
  });
}

function reviewSights(facts: PullRequestFacts): Sight[] {
  const dismissed = new Set(facts.timeline.items.flatMap((event) => (event.kind === 'review_dismissed' ? [event.review] : [])));
  return facts.reviews.items.flatMap(({ id, state, submittedAt }): Sight[] => {
    const review = String(id);
    if (!REVIEWS.has(state)) return [sight('unknown-review', { review, found: state })];
    if (state === 'DISMISSED' && !dismissed.has(id)) return [sight('dismissal-unseen', { review })];
    return submittedAt === null && state !== 'PENDING' ? [sight('review-without-time', { review })] : [];
  });
}
