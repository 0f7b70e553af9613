import { expect, test } from 'vitest';
import { loadWorkspace, type Workspace } from '../../src/contract/load-workspace.js';
import { WORKSPACE_FILE } from '../../src/contract/paths.js';
import { codeowners } from '../../src/gate/codeowners.js';
import { REPOSITORY, runCli } from '../run-cli.js';
import { contractWith, WORKSPACE } from './scenario.js';

const workspaceWith = (logins: Readonly<Record<string, string>>): Workspace => ({
  ...WORKSPACE,
  people: WORKSPACE.people.map((person) => {
    const login = logins[person.id];
    return login === undefined ? person : { ...person, login };
  }),
});
const LOGINS = { alice: 'alice-z', ann: 'ann', bob: 'bob', carol: 'carol_corp' };
const lines = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('# '));

test('both parties own everything, and each contract is owned by its signatories', () => {
  const small = {
    ...contractWith({ parties: { brand: { name: 'B', signatories: ['ann'] }, provider: { name: 'A', signatories: ['carol'] } } }),
    id: 'zeta',
  };
  const text = codeowners(workspaceWith(LOGINS), [small, contractWith()]);
  expect(lines(text)).toEqual([
    '* @alice-z @ann @bob @carol_corp',
    '/contracts/test-relationship/ @alice-z @ann @bob @carol_corp',
    '/contracts/zeta/ @ann @carol_corp',
  ]);
  expect(text.endsWith('\n')).toBe(true);
});

test('a person without a login is named, and a line never loses all its owners', () => {
  const text = codeowners(workspaceWith({ bob: 'bob' }), [contractWith()]);
  expect(lines(text)).toEqual(['* @bob', '/contracts/test-relationship/ @bob']);
  expect(text).toContain('# no login known for alice, ann, carol');
  expect(lines(codeowners(WORKSPACE, [contractWith()]))).toEqual([]);
});

test.each(['x * @mallory', '@bob', 'a b', '-bob', 'acme/team', ''])('a login that is none is refused with the workspace: "%s"', (login) => {
  const text = `people:\n  bob: { name: Bob, github: 11, login: "${login}" }\n`;
  expect(loadWorkspace(new Map([[WORKSPACE_FILE, text]])).issues.map(({ code, params }) => [code, params.found])).toEqual([
    ['wrong-form', `"${login}"`],
  ]);
});

test('the repository’s own file is what its contracts say', async () => {
  const { code, stdout } = await runCli(['codeowners', '--check', '--root', REPOSITORY]);
  expect(stdout).toBe('.github/CODEOWNERS is what the contracts say\n');
  expect(code).toBe(0);
});
