import { expect, test } from 'vitest';
import { approve, bothApprove, decideOn, file, PEOPLE, request, TERMS } from './scenario.js';

/* Where messages go stands in the workspace: neither a party alone nor a contract, nor a form of either, moves them. */

const { alice, ann, bob, carol } = PEOPLE;
const channels = file('contracts/workspace.yaml', { text: 'notify: []' });

test.each([
  ['the brand', [alice, ann]],
  ['the provider', [bob, carol]],
])('%s alone does not change a channel', (_, people) => {
  const verdict = decideOn(request({ files: [channels], reviews: people.map((person) => approve(person)) }));
  expect(verdict.state).toBe('pending');
  expect(verdict.parties.map(({ contract, party }) => [contract, party])).toEqual([
    [null, 'brand'],
    [null, 'provider'],
  ]);
});

test('both do, and not together with a contract', () => {
  expect(decideOn(request({ files: [channels], reviews: bothApprove() })).state).toBe('success');
  expect(decideOn(request({ files: [channels, TERMS], reviews: bothApprove() })).state).toBe('failure');
});

test('the workflow that sends, and the secrets it passes on, are the rules of both', () => {
  const workflow = file('.github/workflows/notify.yml');
  expect(decideOn(request({ files: [workflow], reviews: [approve(alice), approve(ann)] })).state).toBe('pending');
  expect(decideOn(request({ files: [workflow], reviews: bothApprove() })).state).toBe('success');
});
