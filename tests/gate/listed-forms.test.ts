import { describe, expect, test } from 'vitest';
import { isMergedByApp } from '../../src/gate/decide.js';
import { outdates } from '../../src/gate/paths.js';
import { approve, decideOn, file, headBy, PEOPLE, policyWith, type Request, request, review } from './scenario.js';

/* Issue forms are said again from what was agreed: the app may bring them in, and nobody anything else by that way. */

const PAGE = '.github/ISSUE_TEMPLATE/03-dispute.yml';
const APP = { id: PEOPLE.app, kind: 'bot' as const };
const FORMS: Request = {
  author: APP,
  head: headBy(PEOPLE.app, { branch: 'forms' }),
  files: [file(PAGE)],
  writtenForms: [PAGE],
};
const decided = (changes: Request = {}) => decideOn(request({ ...FORMS, ...changes }));

test('what the engine writes passes without an approval, and the app merges it', () => {
  const verdict = decided();
  expect(verdict).toMatchObject({ state: 'success', basis: 'forms' });
  expect(isMergedByApp(policyWith(), request(FORMS), verdict.basis)).toBe(true);
});

describe('anything else needs both parties, as all rules do', () => {
  const { head = headBy(PEOPLE.app) } = FORMS;
  test.each<[string, Request]>([
    ['a page that differs in a byte', { writtenForms: [] }],
    ['another page beside it', { files: [file(PAGE), file('.github/ISSUE_TEMPLATE/06-payment.yml')] }],
    ['a page that is taken away', { files: [file(PAGE, { status: 'removed' })] }],
    ['a page under a new name', { files: [file(PAGE, { status: 'renamed', previousPath: '.github/workflows/gate.yml' })] }],
    ['a workflow beside it', { files: [file(PAGE), file('.github/workflows/gate.yml')], writtenForms: null }],
    ['the chooser’s own file', { files: [file('.github/ISSUE_TEMPLATE/config.yml')], writtenForms: null }],
    ['a person’s pull request', { author: { id: PEOPLE.alice, kind: 'user' } }],
    ['a person’s push to the app’s branch', { head: headBy(PEOPLE.alice, { branch: 'forms' }) }],
    ['a push by nobody knows whom', { head: { ...head, pushedBy: null, pushers: null } }],
    ['another branch', { head: headBy(PEOPLE.app, { branch: 'form/7' }) }],
    ['a fork', { head: headBy(PEOPLE.app, { branch: 'forms', repositoryId: 1 }) }],
  ])('%s', (_, changes) => {
    const verdict = decided(changes);
    expect(verdict.state).not.toBe('success');
    expect(decided({ ...changes, reviews: [approve(PEOPLE.alice), approve(PEOPLE.bob)] }).basis).not.toBe('forms');
  });
});

test('whoever may sign can object to it', () => {
  expect(decided({ reviews: [review(PEOPLE.alice, 'CHANGES_REQUESTED')] }).state).not.toBe('success');
  expect(decided({ reviews: [review(PEOPLE.mallory, 'CHANGES_REQUESTED')] }).basis).toBe('forms');
});

test('pages of forms that have changed leave no approval out of date; all else around them does', () => {
  const any = new Set<string>();
  expect(outdates(PAGE, any)).toBe(false);
  expect(outdates('.github/workflows/gate.yml', any)).toBe(true);
  expect(outdates('.github/CODEOWNERS', any)).toBe(true);
});
