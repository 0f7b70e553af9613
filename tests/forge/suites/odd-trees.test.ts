import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, runGate } from '../gate-place.js';
import { CONTRACT, type CommentScene, commentScene, contractText, HERE } from './comment-scene.js';

/* Trees as plumbing writes them and no index does: what git has is what the comment names, and none of it passes. */

let scene: CommentScene;
beforeAll(async () => {
  scene = await commentScene();
});
afterAll(async () => {
  expect(scene.github.violations).toEqual([]);
  await scene.stop();
});

test.each([
  ['a dot', HERE, '.', `\`${HERE}/./contract.yaml\``],
  ['two dots', HERE, '..', `\`${HERE}/../contract.yaml\``],
  ['another one’s in another case', '', 'Contracts', '`Contracts/contract.yaml`'],
])('a folder whose name is %s', async (_, folder, name, shown) => {
  const { github, say, said } = scene;
  const { git } = github.world;
  const tree = git.writeTree([{ path: 'contract.yaml', mode: '100644', sha: git.writeBlob(Buffer.from(contractText('10000', '9999'))) }]);
  github.as('ana').pushEntry(`folder-${name.length}`, folder, name, { tree });
  const number = github.as('ana').openPullRequest({ head: `folder-${name.length}` });
  await say(number);
  expect(said(number).changes).toContain(`- ${shown}\n`);
  const { verdict } = await runGate(github, number);
  expect([verdict.state, codesOf(verdict).includes('odd-path')]).toEqual(['failure', true]);
});

test.each([
  ['a space at its end', HERE, 'contract.yaml ', `\`"${CONTRACT} "\``, 'odd-path'],
  ['another case', HERE, 'Contract.yaml', `\`${HERE}/Contract.yaml\``, 'collision'],
  ['a slash within, so that a path is there twice', 'contracts', 'acme-linkstar/contract.yaml', `\`${HERE}//contract.yaml\``, 'path-twice'],
])('a file whose name has %s', async (_, folder, name, shown, code) => {
  const { github, say, said } = scene;
  github.as('ana').pushEntry(`file-${code}`, folder, name, contractText('10000', '9999'));
  const number = github.as('ana').openPullRequest({ head: `file-${code}` });
  await say(number);
  expect(said(number).changes).toContain(`- ${shown}\n`);
  const { verdict } = await runGate(github, number);
  expect(verdict.state).toBe('failure');
  expect(codesOf(verdict)).toContain(code);
  expect(codesOf(verdict)).not.toContain('list-incomplete');
});

test('a name that is empty git itself does not read', () => {
  const { git } = scene.github.world;
  const tree = git.writeTree([{ path: '', mode: '100644', sha: git.writeBlob(Buffer.from('x')) }]);
  expect(() => git.diff(null, tree)).toThrow('empty filename in tree entry');
});
