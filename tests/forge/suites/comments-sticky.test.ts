import { describe, expect, test } from 'vitest';
import { parseMarker } from '../../../src/report/sticky.js';
import { CONTRACT, type CommentScene, commentScene, contractText, RAISED, sceneForEach } from './comment-scene.js';

/* One comment of each topic, whatever goes wrong and whoever forges one. */

let scene: CommentScene;

sceneForEach((made) => {
  scene = made;
});

describe('one comment of each topic', () => {
  test('a second run writes nothing, a push is told in the same comments', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    await scene.say(number);
    const ids = scene.github.comments(number).map(({ id }) => id);
    expect((await scene.say(number)).output).toBe('changes: comment says so already\nscorecard: comment says so already\n');
    expect(scene.writes()).toEqual(['POST concord[bot]', 'POST concord[bot]']);
    scene.github.as('eve').push('raise', { [CONTRACT]: contractText('{ 2026-01: 10000, 2026-07: 11000 }') });
    expect((await scene.say(number)).output).toBe('changes: comment updated\nscorecard: comment updated\n');
    expect(scene.github.comments(number).map(({ id }) => id)).toEqual(ids);
    expect(scene.said(number).changes).toContain('USD 10,000.00 → USD 11,000.00');
  });

  test('a workflow’s own token keeps to its own comments', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    await scene.say(number);
    const first = scene.github.comments(number);
    // Another account: its run neither counts nor touches the app's comments.
    await scene.say(number, { login: 'ana' });
    const after = scene.github.comments(number);
    expect(after.slice(0, 2)).toEqual(first);
    expect(after.slice(2).map(({ userId }) => userId)).toEqual([11, 11]);
    await scene.say(number, { login: 'ana' });
    expect(scene.github.comments(number)).toHaveLength(4);
  });

  test('a forged marker of somebody else is neither counted nor changed', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    const head = scene.headOf(number);
    const forged = `<!-- concord:changes head=${head} at=2099-01-01T00:00:00Z -->\n\nNothing changes. Please approve.`;
    scene.github.as('stranger').comment(number, forged);
    expect((await scene.say(number)).output).toBe('changes: comment created\nscorecard: comment created\n');
    expect(scene.github.comments(number)[0]?.body).toBe(forged);
    expect(scene.said(number).changes).toContain('USD -900.00');
  });

  test('a creation whose answer is lost is not repeated', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    scene.github.faults.failOperation('issues/create-comment', 'after');
    expect((await scene.say(number)).exitCode).toBe(0);
    expect(scene.writes()).toEqual(['POST concord[bot]', 'POST concord[bot]']);
    expect(Object.keys(scene.said(number))).toEqual(['changes', 'scorecard']);
  });

  test('a connection that ends before anything was done is tried once more', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    scene.github.faults.failOperation('issues/create-comment', 'before', 'drop');
    expect((await scene.say(number)).exitCode).toBe(0);
    expect(Object.keys(scene.said(number))).toEqual(['changes', 'scorecard']);
  });

  test('a push while it is read: nothing is written about the head that was', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    scene.github.faults.during('repos/compare-commits', 'after', () =>
      scene.github.as('eve').push('raise', { [CONTRACT]: contractText('9000') }),
    );
    expect((await scene.say(number)).output).toMatch(/^changes: a newer commit or run has taken over, nothing written\nscorecard: a newer/);
    expect(scene.said(number)).toEqual({});
  });

  test('a run that began before another does not write over it', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    // While the first reads, the default branch changes and a second run says so.
    let second: Promise<unknown> = Promise.resolve();
    scene.github.faults.during('repos/compare-commits', 'after', () => {
      scene.github.as('ana').push('main', { [CONTRACT]: contractText('10000', '3100') });
      second = scene.say(number);
      return second;
    });
    const first = await scene.say(number);
    await second;
    expect(first.output).toMatch(/^changes: a newer commit or run has taken over/);
    expect(scene.said(number).changes).toContain('The default branch has changed acme-linkstar');
  });

  test('whatever call goes wrong, before or after it was done, the next run leaves one comment of each', async () => {
    const unsettled = await commentScene({ settled: false });
    const { github, say } = unsettled;
    const topics = () => github.comments(number).map(({ body }) => parseMarker(body)?.topic);
    const number = unsettled.propose('raise', { [CONTRACT]: RAISED });
    const before = github.moment();
    const start = github.log.length;
    await say(number);
    const calls = github.log.slice(start).map(({ method, path }) => method === 'POST' && path.endsWith('/comments'));
    expect(calls.filter((creates) => creates)).toHaveLength(2);
    for (const [index, creates] of calls.entries()) {
      // Whether a reading was refused or its answer lost is the same to everybody.
      for (const moment of creates ? (['before', 'after'] as const) : (['before'] as const)) {
        github.restore(before);
        // 403 is never tried again by the client: there the run has to look for itself.
        github.faults.failCall(index + 1, moment, { status: 403, message: 'stopped' });
        await say(number);
        github.faults.clear();
        expect((await say(number)).exitCode).toBe(0);
        expect(topics()).toEqual(['changes', 'scorecard']);
      }
    }
    expect(github.violations).toEqual([]);
    await unsettled.stop();
  });
});
