import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codesOf, contractText, DEFINITIONS, proposeChange, runGate, startPlace, TERMS } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';

/* Rule 14: what is decided is what lands. */

const OTHER = 'contracts/other-account/contract.yaml';
const other = (retainer: string) => contractText(retainer).replaceAll('acme-linkstar', 'other-account');
const NOTES = 'contracts/acme-linkstar/notes.txt';

let github: Github;

beforeEach(async () => {
  github = await startPlace({
    files: { [OTHER]: other('3000'), 'contracts/other-account/definitions.yaml': DEFINITIONS },
  });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

function bothApprove(number: number): void {
  github.as('alice').approve(number);
  github.as('bob').approve(number);
}

const mainTip = () => github.tip('main') ?? '';

describe('criss-cross merges', () => {
  /*
   * Three pull requests that cross: of two that were merged, one took the other in with `ours`. The third lists only a note, and its
   * merge would bring another contract's retainer.
   */
  function cross(): number {
    const mallory = github.as('mallory');
    const start = mainTip();
    const raised = mallory.push('one', { [OTHER]: other('9000') }, { from: start });
    const plain = mallory.push('two', { [NOTES]: 'two\n' }, { from: start });
    // Both lines have both commits; one of them has dropped what the other kept.
    const dropped = mallory.pushMerge('left', [plain, raised], plain);
    const kept = mallory.pushMerge('right', [raised, plain], 'merged');
    github.as('root').moveBranch('main', dropped);
    mallory.moveBranch('third', kept);
    mallory.push('third', { [NOTES]: 'third\n' });
    return mallory.openPullRequest({ head: 'third' });
  }

  test('a head with several merge bases waits, whoever approves it', async () => {
    const number = cross();
    bothApprove(number);
    const { verdict } = await runGate(github, number);
    expect(verdict.state).not.toBe('success');
    const codes = codesOf(verdict);
    expect(codes.includes('merge-bases') || codes.includes('merge-conflict')).toBe(true);
  });

  test('three pull requests change nothing of another contract', async () => {
    const mallory = github.as('mallory');
    const start = mainTip();
    const raised = mallory.push('x', { [OTHER]: other('9000') }, { from: start });
    const back = mallory.push('x', { [OTHER]: other('3000') });
    // A first pull request of nothing but a note carries the raise and its undoing in its history.
    mallory.push('x', { [NOTES]: 'one\n' });
    const first = mallory.openPullRequest({ head: 'x' });
    bothApprove(first);
    expect((await runGate(github, first)).verdict.state).toBe('success');
    mallory.mergePullRequest(first);
    // A second branch goes on from the raise itself, and keeps it against the undoing.
    mallory.pushMerge('y', [raised, back], raised);
    mallory.push('y', { [NOTES]: 'two\n' });
    const second = mallory.openPullRequest({ head: 'y' });
    bothApprove(second);
    const { verdict } = await runGate(github, second);
    expect(verdict.state).not.toBe('success');
    expect(github.file(OTHER)).toBe(other('3000'));
  });
});

test('a trial merge of another tip or another head says nothing', async () => {
  const number = proposeChange(github);
  bothApprove(number);
  github.world.state.computing = 1_000;
  const { verdict } = await runGate(github, number);
  expect(verdict.state).toBe('pending');
  expect(codesOf(verdict)).toContain('merge-computing');
  github.world.state.computing = 0;
  expect((await runGate(github, number)).verdict.state).toBe('success');
});

test('a folder that the default branch has renamed takes no file of a pull request along', async () => {
  const mallory = github.as('mallory');
  const start = mainTip();
  mallory.push('main', { 'docs/old/a.md': 'a\n', 'docs/old/b.md': 'b\n', 'docs/old/c.md': 'c\n' });
  const before = mainTip();
  mallory.push('more', { 'docs/old/d.md': 'd\n' }, { from: before });
  const rename: Record<string, string | null> = {};
  for (const name of ['a', 'b', 'c']) Object.assign(rename, { [`docs/old/${name}.md`]: null, [`docs/new/${name}.md`]: `${name}\n` });
  mallory.push('main', rename);
  expect(start).not.toBe(before);
  const number = mallory.openPullRequest({ head: 'more' });
  bothApprove(number);
  const { verdict } = await runGate(github, number);
  expect(verdict.state).toBe('pending');
  // Git asks where the new file belongs: nothing is merged before a person has said so.
  expect(codesOf(verdict).filter((code) => code.startsWith('merge-'))).toEqual(['merge-conflict']);
});

describe('a merge that would bring something else than the listed bytes, with one merge base', () => {
  const LINES = Array.from({ length: 20 }, (_, at) => `line ${at}`);
  const textWith = (at: number) => `${LINES.map((line, index) => (index === at ? `${line}, changed` : line)).join('\n')}\n`;
  const differing = async (number: number): Promise<readonly string[]> => {
    bothApprove(number);
    const { verdict } = await runGate(github, number);
    expect(verdict.state).toBe('pending');
    expect(codesOf(verdict).filter((code) => code.startsWith('merge-'))).toEqual(['merge-differs']);
    const saw = verdict.judgement.children.find(({ rule }) => rule === 'landing')?.saw ?? [];
    return saw.map(({ with: { path } }) => path ?? '-');
  };

  test('because the default branch has changed another part of the file', async () => {
    const mallory = github.as('mallory');
    mallory.push('main', { 'docs/a.md': textWith(-1) });
    mallory.push('first', { 'docs/a.md': textWith(0) });
    const number = mallory.openPullRequest({ head: 'first' });
    mallory.push('main', { 'docs/a.md': textWith(19) });
    expect(await differing(number)).toEqual(['docs/a.md']);
  });

  test('because the default branch has moved the file into a contract’s folder, where nobody has approved a change', async () => {
    const mallory = github.as('mallory');
    mallory.push('main', { 'docs/a.md': textWith(-1) });
    mallory.push('first', { 'docs/a.md': textWith(0) });
    const number = mallory.openPullRequest({ head: 'first' });
    mallory.push('main', { 'docs/a.md': null, [NOTES]: textWith(-1) });
    expect(await differing(number)).toEqual([NOTES, 'docs/a.md']);
  });
});

test('what conflicts is said to', async () => {
  const number = proposeChange(github);
  bothApprove(number);
  github.as('root').push('main', { [TERMS]: contractText('4000') });
  expect(codesOf((await runGate(github, number)).verdict)).toContain('merge-conflict');
});
