import { expect, test } from 'vitest';
import { codeowners } from '../../src/gate/codeowners.js';
import { contractWith, PEOPLE, WORKSPACE } from './scenario.js';

const LOGINS = new Map<number, string>([
  [PEOPLE.alice, 'alice-z'],
  [PEOPLE.ann, 'ann'],
  [PEOPLE.bob, 'bob'],
  [PEOPLE.carol, 'carol'],
]);
const lines = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('# ') === true);

test('both parties own everything, and each contract is owned by its signatories', () => {
  const small = {
    ...contractWith({ parties: { brand: { name: 'B', signatories: ['ann'] }, provider: { name: 'A', signatories: ['carol'] } } }),
    id: 'zeta',
  };
  const text = codeowners(WORKSPACE, [small, contractWith()], LOGINS);
  expect(lines(text)).toEqual([
    '* @alice-z @ann @bob @carol',
    '/contracts/test-relationship/ @alice-z @ann @bob @carol',
    '/contracts/zeta/ @ann @carol',
  ]);
  expect(text.endsWith('\n')).toBe(true);
});

test('a person without a login is named, and a line never loses all its owners', () => {
  const text = codeowners(WORKSPACE, [contractWith()], new Map([[PEOPLE.bob, 'bob']]));
  expect(lines(text)).toEqual(['* @bob', '/contracts/test-relationship/ @bob']);
  expect(text).toContain('# no login known for alice, ann, carol');
  expect(lines(codeowners(WORKSPACE, [contractWith()], new Map()))).toEqual([]);
});

test('a login that is none adds no line of its own', () => {
  const logins = new Map([...LOGINS, [PEOPLE.alice, 'x\n* @mallory']]);
  expect(codeowners(WORKSPACE, [], logins)).not.toContain('mallory');
});
