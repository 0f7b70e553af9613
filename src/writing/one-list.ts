import type { ForgeList, ForgePullRequest } from '../ports/forge.js';
import type { Forge } from '../ports/forge-writes.js';

/** A forge whose list of pull requests is asked for once. */
export interface OneList {
  readonly forge: Forge;
  /** The next question is put to the forge again. */
  readonly forget: () => void;
}

/**
 * The list of a repository's pull requests in all states, from which each state is read; asked for again after anything that this run
 * does to a pull request or a branch. What others open meanwhile has runs of its own.
 */
export function withOneList(forge: Forge): OneList {
  let known: Promise<ForgeList<ForgePullRequest>> | null = null;
  const forget = () => {
    known = null;
  };
  const all = () => {
    const asked = known ?? forge.pullRequests('all');
    known = asked;
    // What failed is asked for again.
    asked.catch(forget);
    return asked;
  };
  const changing =
    <A extends readonly unknown[], T>(write: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      try {
        return await write(...given);
      } finally {
        forget();
      }
    };
  return {
    forget,
    forge: {
      ...forge,
      async pullRequests(state, branch) {
        if (branch !== undefined) return forge.pullRequests(state, branch);
        const { items, complete } = await all();
        return { items: state === 'all' ? items : items.filter((each) => each.state === state), complete };
      },
      createBranch: changing(forge.createBranch),
      moveBranch: changing(forge.moveBranch),
      deleteBranch: changing(forge.deleteBranch),
      openPullRequest: changing(forge.openPullRequest),
      editPullRequest: changing(forge.editPullRequest),
      markReady: changing(forge.markReady),
      merge: changing(forge.merge),
    },
  };
}
