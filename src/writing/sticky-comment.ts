import { inFile } from '../kernel/issue.js';
import { ShellError } from '../ports/failure.js';
import type { Comment } from '../ports/forge.js';
import type { Forge } from '../ports/forge-writes.js';
import { isSticky, planSticky, type Sticky, type StickyPlan } from '../report/sticky.js';
import { issue } from '../words/issue.js';

/** What of a forge a sticky comment needs. */
export type CommentingForge = Pick<Forge, 'self' | 'pullRequest' | 'comments' | 'createComment' | 'updateComment' | 'deleteComment'>;

/** What became of a sticky comment. */
export type StickyOutcome = StickyPlan['outcome'];

/** How often the thread is looked at: after a write that failed it is not known whether it was done. */
const MOST_LOOKS = 5;
/** A creation whose answer was lost is repeated once, when a look has not found it. */
const MOST_CREATIONS = 2;

export interface StickyOptions {
  /** Whether the text only takes the place of an earlier one: where there is none, nothing is written. */
  readonly onlyReplaces?: boolean;
}

/** What one call has done so far. */
interface Progress {
  /** The own account; null until a comment of its own tells. */
  self: number | null;
  created: Comment | null;
  creations: number;
  failure: ShellError | null;
}

/**
 * Writes the one comment of a topic under an issue or pull request, whatever an interrupted or concurrent run has left
 * there. After every write that may have failed it looks again before it writes more, so that a creation whose answer was
 * lost is not repeated.
 * @returns `stale`, having written nothing of its own, where the pull request has another head by now or a newer run was here.
 * @throws ShellError where the forge refuses.
 */
export async function postSticky(
  forge: CommentingForge,
  number: number,
  sticky: Sticky,
  options: StickyOptions = {},
): Promise<StickyOutcome> {
  const progress: Progress = { self: (await forge.self())?.id ?? null, created: null, creations: 0, failure: null };
  for (let look = 0; look < MOST_LOOKS; look++) {
    if (await hasMovedOn(forge, number, sticky)) return 'stale';
    const { items, complete } = await forge.comments(number);
    const comments = withCreated(items, progress, sticky);
    const plan = planSticky(comments, progress.self, sticky);
    if (isDone(plan)) return plan.outcome === 'unchanged' && progress.created !== null ? 'created' : plan.outcome;
    if (plan.create !== null) {
      if (options.onlyReplaces === true && progress.created === null) return 'unchanged';
      if (!complete) throw new ShellError([issue('comments-not-read', inFile(`#${number}`), { number, read: items.length })]);
      if (progress.creations >= MOST_CREATIONS) break;
    }
    try {
      await apply(forge, number, plan, progress);
      progress.failure = null;
      // What was created is looked at once more: another run may have created its own meanwhile.
      if (plan.create === null) return plan.outcome;
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      progress.failure = error;
    }
  }
  if (progress.failure !== null) throw progress.failure;
  return progress.created === null ? 'stale' : 'created';
}

/** Whether somebody has pushed since the run read the pull request; an issue has no head. */
async function hasMovedOn(forge: CommentingForge, number: number, { head }: Sticky): Promise<boolean> {
  if (head === null) return false;
  const pullRequest = await forge.pullRequest(number);
  return pullRequest !== null && pullRequest.head.sha !== head;
}

/**
 * The thread with the comment that this call has created, which a forge may list only a moment later. Where the own account
 * is not known and the answer to a creation was lost, the comment that says exactly what was to be said is the one.
 */
function withCreated(items: readonly Comment[], progress: Progress, sticky: Sticky): readonly Comment[] {
  const { created, creations } = progress;
  if (created !== null) return items.some(({ id }) => id === created.id) ? items : [...items, created];
  if (creations > 0 && progress.self === null) {
    const found = items.filter((comment) => isSticky(comment.body, sticky)).at(-1);
    if (found !== undefined) {
      progress.created = found;
      progress.self = found.author?.id ?? null;
    }
  }
  return items;
}

function isDone({ create, update, remove }: StickyPlan): boolean {
  return create === null && update === null && remove.length === 0;
}

/** The text comes before the removals: a crash between them leaves a comment too many, never one too few. */
async function apply(forge: CommentingForge, number: number, plan: StickyPlan, progress: Progress): Promise<void> {
  if (plan.create !== null) {
    progress.creations++;
    progress.created = await forge.createComment(number, plan.create);
    progress.self ??= progress.created.author?.id ?? null;
  }
  if (plan.update !== null) await forge.updateComment(plan.update.id, plan.update.body);
  for (const id of plan.remove) await forge.deleteComment(id);
}
