import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit } from '../../../src/commands/run/audit.js';
import { proposeForms } from '../../../src/commands/run/forms-open-pr.js';
import { contextFor, printed } from '../../in-process.js';
import { codesOf, contractText, forgeAs, runGate, startPlace, TERMS } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';

/* The issue forms follow the contracts by themselves: proposed by the app, let through byte for byte, and nothing else with them. */

let github: Github;
const DISPUTE = '.github/ISSUE_TEMPLATE/03-dispute.yml';

beforeEach(async () => {
  github = await startPlace();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

async function propose(): Promise<number | null> {
  const context = contextFor({ root: tmpdir(), format: 'json' });
  const { exitCode, output } = await printed(context, proposeForms(context, forgeAs(github)));
  expect(exitCode).toBe(0);
  return (JSON.parse(output) as { readonly pullRequest: number | null }).pullRequest;
}

async function agree(text: string, branch: string): Promise<void> {
  github.as('alice').push(branch, { [TERMS]: text });
  const number = github.as('alice').openPullRequest({ head: branch, title: 'Terms' });
  github.as('ann').review(number, 'APPROVE');
  github.as('bob').review(number, 'APPROVE');
  expect((await runGate(github, number)).verdict.basis).toBe('both-parties');
  github.as('alice').mergePullRequest(number);
}

test('what the contracts have is proposed once, merged without an approval, and proposed again when they change', async () => {
  const first = await propose();
  expect(first).not.toBeNull();
  expect(await propose()).toBe(first);
  expect(github.file(DISPUTE, 'forms')).toContain('- "acme-linkstar · Acme x Linkstar"');
  const { verdict } = await runGate(github, first ?? 0, { merge: true });
  expect(verdict).toMatchObject({ state: 'success', basis: 'forms' });
  expect(github.file(DISPUTE, 'main')).toBe(github.file(DISPUTE, 'forms'));
  expect(await propose()).toBeNull();

  await agree(`${contractText().trimEnd()}\n  - { id: launch, kind: milestone, amount: 500, due: 2026-09-30 }\n`, 'terms/launch');
  const second = await propose();
  expect((await runGate(github, second ?? 0, { merge: true })).verdict.basis).toBe('forms');
  expect(github.file(DISPUTE, 'main')).toContain('- "launch · Milestone / 里程碑款"');

  const context = contextFor({ root: tmpdir(), format: 'json' });
  const audited = await printed(context, audit(context, forgeAs(github), null));
  for (const code of ['rules-merged', 'rules-pushed']) expect(audited.output).not.toContain(code);
});

test('a page that says something else, and a person who brings in the same bytes, wait for both parties', async () => {
  const number = await propose();
  const page = github.file(DISPUTE, 'forms') ?? '';
  github.as('mallory').push('forms', { [DISPUTE]: page.replace('Digits', 'Thousands') });
  const tampered = await runGate(github, number ?? 0, { merge: true });
  expect(tampered.verdict.basis).toBeNull();
  expect(codesOf(tampered.verdict)).toContain('forms-not-app');
  // The app takes its branch back.
  expect(await propose()).toBe(number);
  expect((await runGate(github, number ?? 0)).verdict.basis).toBe('forms');

  github.as('alice').push('my-forms', { [DISPUTE]: page });
  const own = github.as('alice').openPullRequest({ head: 'my-forms', title: 'Forms' });
  expect((await runGate(github, own, { merge: true })).verdict.basis).toBeNull();
  expect(github.file(DISPUTE, 'main')).toBeNull();
});

test('forms of terms that have changed since are refused', async () => {
  const number = await propose();
  await agree(`${contractText().trimEnd()}\n  - { id: launch, kind: milestone, amount: 500, due: 2026-09-30 }\n`, 'terms/launch');
  const { verdict } = await runGate(github, number ?? 0, { merge: true });
  expect(verdict.basis).toBeNull();
  expect(codesOf(verdict)).toContain('forms-differ');
});

test('forms of the day before pass, and older ones do not: what they list may be over', async () => {
  // the first period to begin is no choice of a target any more once it has begun
  const page = '.github/ISSUE_TEMPLATE/01-target-change.yml';
  github.clock.set('2026-03-31T23:30:00Z');
  const number = await propose();
  expect(github.file(page, 'forms')).toContain('- "2026-04"');
  github.clock.set('2026-04-01T00:30:00Z');
  expect((await runGate(github, number ?? 0)).verdict.basis).toBe('forms');
  github.clock.set('2026-04-02T00:30:00Z');
  expect(codesOf((await runGate(github, number ?? 0)).verdict)).toContain('forms-differ');
  expect(await propose()).not.toBeNull();
  expect(github.file(page, 'forms')).not.toContain('- "2026-04"');
});
