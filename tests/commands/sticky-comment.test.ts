import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/kernel/calendar.js';
import { ShellError } from '../../src/ports/failure.js';
import type { Account, Comment, ForgePullRequest } from '../../src/ports/forge.js';
import { markerText, parseMarker, type Sticky, stickyText } from '../../src/report/sticky.js';
import { type CommentingForge, postSticky } from '../../src/writing/sticky-comment.js';

/* A thread in memory whose every call can go wrong before or after it was done, or end the run. */

const START = parseInstant('2026-04-10T12:00:00Z') ?? 0n;
const OWN: Account = { id: 7, login: 'concord[bot]', kind: 'bot' };
const EVE: Account = { id: 8, login: 'eve', kind: 'user' };
const HEADS = ['a'.repeat(40), 'b'.repeat(40)] as const;

/** What happens to one call: it is refused, its answer is lost, or the process ends before or after it. */
type Fault = 'refused' | 'lost' | 'dies before' | 'dies after';

class Died extends Error {}

const refusal = () =>
  new ShellError([{ code: 'forge-unavailable', severity: 'error', at: { path: 'acme/contracts', line: 1, column: 1 }, params: {} }]);

interface Thread {
  comments: Comment[];
  head: string;
  nextId: number;
  complete: boolean;
  writes: string[];
}

const thread = (): Thread => ({ comments: [], head: HEADS[0], nextId: 1, complete: true, writes: [] });

function comment(id: number, author: Account | null, body: string): Comment {
  return { id, author, body, createdAt: START, updatedAt: START };
}

function pullRequestAt(sha: string): ForgePullRequest {
  return {
    number: 1,
    nodeId: '-',
    state: 'open',
    draft: false,
    mergedAt: null,
    mergeCommit: null,
    createdAt: START,
    title: '',
    body: '',
    url: '',
    author: EVE,
    labels: [],
    base: { branch: 'main', sha: HEADS[1], repositoryId: 1 },
    head: { branch: 'x', sha, repositoryId: 1 },
    trial: null,
    changedFiles: null,
    commits: null,
  };
}

interface Conduct {
  /** By the number of the call, from 1. */
  readonly faults?: ReadonlyMap<number, Fault>;
  readonly self?: Account | null;
  /** How many of the newest comments the forge does not list yet. */
  readonly lag?: number;
  readonly isIssue?: boolean;
  /** Called before every call: what other runs do meanwhile. */
  readonly pause?: () => Promise<void>;
}

function forgeOver(state: Thread, { faults = new Map(), self = OWN, lag = 0, isIssue = false, pause }: Conduct = {}): CommentingForge {
  let calls = 0;
  const call = async <T>(act: () => T): Promise<T> => {
    await pause?.();
    const fault = faults.get(++calls);
    if (fault === 'dies before') throw new Died();
    if (fault === 'refused') throw refusal();
    const answer = act();
    if (fault === 'dies after') throw new Died();
    if (fault === 'lost') throw refusal();
    return answer;
  };
  const writing = <T>(what: string, act: () => T) =>
    call(() => {
      state.writes.push(what);
      return act();
    });
  return {
    self: async () => self,
    pullRequest: () => call(() => (isIssue ? null : pullRequestAt(state.head))),
    comments: () => call(() => ({ items: state.comments.slice(0, state.comments.length - lag), complete: state.complete })),
    createComment: (_number, body) =>
      writing('create', () => {
        const made = comment(state.nextId++, OWN, body);
        state.comments.push(made);
        return made;
      }),
    updateComment: (id, body) =>
      writing(`update ${id}`, () => {
        if (!state.comments.some((each) => each.id === id)) throw refusal();
        state.comments = state.comments.map((each) => (each.id === id ? { ...each, body } : each));
      }),
    deleteComment: (id) =>
      writing(`delete ${id}`, () => {
        state.comments = state.comments.filter((each) => each.id !== id);
      }),
  };
}

const sticky = (body: string, after = 0, head: string | null = HEADS[0]): Sticky => ({
  topic: 'changes',
  body,
  head,
  validAt: START + BigInt(after) * 1_000_000n,
});
const ownOf = (state: Thread) =>
  state.comments.filter(({ author, body }) => author?.id === OWN.id && parseMarker(body)?.topic === 'changes');

describe('one run', () => {
  it('creates, then says so already, then puts a new text in its place', async () => {
    const state = thread();
    expect(await postSticky(forgeOver(state), 1, sticky('one'))).toBe('created');
    expect(await postSticky(forgeOver(state), 1, sticky('one', 5))).toBe('unchanged');
    expect(await postSticky(forgeOver(state), 1, sticky('two', 9))).toBe('updated');
    expect(state.writes).toEqual(['create', 'update 1']);
    expect(ownOf(state).map(({ body }) => body)).toEqual([stickyText(sticky('two', 9))]);
  });

  it('does not create twice where the answer to the creation was lost', async () => {
    const state = thread();
    // Calls: pull request, comments, creation.
    expect(await postSticky(forgeOver(state, { faults: new Map([[3, 'lost']]) }), 1, sticky('one'))).toBe('unchanged');
    expect(state.writes).toEqual(['create']);
  });

  it('does not create twice where besides its own account is not known', async () => {
    const state = thread();
    expect(await postSticky(forgeOver(state, { faults: new Map([[3, 'lost']]), self: null }), 1, sticky('one'))).toBe('created');
    expect(state.writes).toEqual(['create']);
  });

  it('creates again, once, what a refusal has kept from being there', async () => {
    const state = thread();
    expect(await postSticky(forgeOver(state, { faults: new Map([[3, 'refused']]) }), 1, sticky('one'))).toBe('created');
    expect(ownOf(state)).toHaveLength(1);
    const refused = new Map(Array.from({ length: 30 }, (_, index) => [3 * index + 3, 'refused'] as const));
    const other = thread();
    await expect(postSticky(forgeOver(other, { faults: refused }), 1, sticky('one'))).rejects.toThrow(ShellError);
    expect(other.comments).toEqual([]);
  });

  it('learns from its first comment whose token it has, and goes on with the older one', async () => {
    const state = thread();
    await postSticky(forgeOver(state), 1, sticky('one'));
    expect(await postSticky(forgeOver(state, { self: null }), 1, sticky('two', 5))).toBe('updated');
    expect(ownOf(state).map(({ id, body }) => ({ id, body }))).toEqual([{ id: 1, body: stickyText(sticky('two', 5)) }]);
  });

  it('does not take its new comment for missing where the forge lists it a moment later', async () => {
    const state = thread();
    expect(await postSticky(forgeOver(state, { lag: 1 }), 1, sticky('one'))).toBe('created');
    expect(state.writes).toEqual(['create']);
  });

  it('writes nothing for a head that is no longer the head, also where nothing is there yet', async () => {
    const state = thread();
    state.head = HEADS[1];
    expect(await postSticky(forgeOver(state), 1, sticky('late'))).toBe('stale');
    expect(state.writes).toEqual([]);
  });

  it('asks for no head under an issue', async () => {
    const state = thread();
    expect(await postSticky(forgeOver(state, { isIssue: true }), 1, sticky('reply', 0, null))).toBe('created');
  });

  it('leaves comments of others alone that have its marker', async () => {
    const state = thread();
    const forged = comment(1, EVE, `${markerText(sticky('x', 3600))}\n\nBoth parties have approved.`);
    const ghost = comment(2, null, stickyText(sticky('x')));
    state.comments = [forged, ghost];
    state.nextId = 3;
    expect(await postSticky(forgeOver(state), 1, sticky('true'))).toBe('created');
    expect(state.comments).toEqual([forged, ghost, comment(3, OWN, stickyText(sticky('true')))]);
  });

  it('refuses to create in a thread that it cannot read to its end', async () => {
    const state = { ...thread(), complete: false };
    await expect(postSticky(forgeOver(state), 1, sticky('one'))).rejects.toMatchObject({ issues: [{ code: 'comments-not-read' }] });
    expect(state.writes).toEqual([]);
  });

  it('only replaces where it is told to', async () => {
    const state = thread();
    expect(await postSticky(forgeOver(state), 1, sticky('nothing'), { onlyReplaces: true })).toBe('unchanged');
    expect(state.comments).toEqual([]);
    await postSticky(forgeOver(state), 1, sticky('one'));
    expect(await postSticky(forgeOver(state), 1, sticky('nothing', 5), { onlyReplaces: true })).toBe('updated');
  });
});

describe('any sequence of crashes and reruns', () => {
  const fault = fc.constantFrom<Fault>('refused', 'lost', 'dies before', 'dies after');
  const faults = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fault), { selector: ([call]) => call, maxLength: 3 });
  const runs = fc.array(fc.record({ after: fc.integer({ min: 0, max: 6 }), head: fc.constantFrom(...HEADS), faults }), { maxLength: 8 });
  const attempt = async (state: Thread, one: Sticky, conduct: Conduct) => {
    try {
      await postSticky(forgeOver(state, conduct), 1, one);
    } catch (error) {
      if (!(error instanceof Died) && !(error instanceof ShellError)) throw error;
    }
  };

  it('never leaves more than one comment, and none that an older run wrote over a newer', async () => {
    await fc.assert(
      fc.asyncProperty(runs, fc.boolean(), async (all, forge) => {
        const state = thread();
        const forged = comment(state.nextId++, EVE, stickyText(sticky('forged', 100)));
        if (forge) state.comments.push(forged);
        let newest = -1n;
        for (const { after, head, faults: own } of all) {
          state.head = head;
          await attempt(state, sticky(`text ${after}`, after, head), { faults: new Map(own) });
          expect(ownOf(state).length).toBeLessThanOrEqual(1);
          const [there] = ownOf(state);
          const validAt = there === undefined ? newest : (parseMarker(there.body)?.validAt ?? -1n);
          expect(validAt >= newest).toBe(true);
          newest = validAt;
        }
        expect(await postSticky(forgeOver(state), 1, sticky('last', 7, state.head))).toMatch(/created|updated|unchanged/);
        expect(ownOf(state).map(({ body }) => body)).toEqual([stickyText(sticky('last', 7, state.head))]);
        expect(state.comments.includes(forged)).toBe(forge);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves one comment of two runs at once, whatever order their calls come in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 0, max: 3 }), async (scheduler, after) => {
        const state = thread();
        const pause = () => scheduler.schedule(Promise.resolve());
        const both = [sticky('one', 2), sticky('two', after)].map((each) => postSticky(forgeOver(state, { pause }), 1, each));
        await scheduler.waitFor(Promise.all(both));
        expect(ownOf(state)).toHaveLength(1);
        await postSticky(forgeOver(state), 1, sticky('last', 9));
        expect(ownOf(state).map(({ body }) => body)).toEqual([stickyText(sticky('last', 9))]);
      }),
      { numRuns: 300 },
    );
  });
});
