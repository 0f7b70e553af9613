import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';

/* Every attack that the design names has a test, which is named here: where one is renamed or goes, this fails. */

const GATE = 'tests/gate/attacks.test.ts';
const FORGE = 'tests/forge/suites';

test.each<[string, string, string]>([
  ['self-modification of gate, engine, schema, parties, lockfile', GATE, 'changing what decides'],
  ['adding oneself as signatory', GATE, 'adding oneself as a signatory does not count'],
  ['rename into a contract’s folder', GATE, 'a rename into a contract’s folder changes the contract'],
  ['symlink', `${FORGE}/gate.test.ts`, 'a symbolic link and a submodule'],
  ['stale commit id', GATE, 'a stale commit'],
  ['forged commit id', GATE, 'a forged commit id'],
  ['force-push back', `${FORGE}/gate.test.ts`, 'a force push back to what was approved'],
  ['approval against a feature base then retarget', `${FORGE}/gate.test.ts`, 'approvals against another base, retargeted afterwards'],
  ['twin pull request', `${FORGE}/gate.test.ts`, 'a twin with the same commit that nobody approved'],
  ['approve, request, dismiss in every order', GATE, 'orders of approving, objecting and dismissing'],
  ['one person in both parties', GATE, 'one person in both parties: the policy is refused'],
  ['author as approver', GATE, 'the author does not approve'],
  ['recycled login', `${FORGE}/gate.test.ts`, 'a ghost’s approval, and one of a recycled login'],
  ['bot, ghost and null users', GATE, 'who is who'],
  ['an objection on page 2', `${FORGE}/gate.test.ts`, 'an objection on the second page of reviews'],
  ['spoofed status', `${FORGE}/gate.test.ts`, 'a status that somebody else has set is set again'],
  ['criss-cross merges', `${FORGE}/landing.test.ts`, 'three pull requests change nothing of another contract'],
  ['swallowed commits', `${FORGE}/settlement.test.ts`, 'a commit that another branch swallowed'],
  ['a form edited by somebody else', `${FORGE}/forms.test.ts`, 'reopened, relabelled, transferred'],
  ['signatories put in by an unagreed text', `${FORGE}/trust.test.ts`, 'signatories that an unagreed text has written'],
  ['drafts and closings against silence', `${FORGE}/gate-settlement.test.ts`, 'drafts, closings and reopenings take no day away'],
  ['twins against silence', `${FORGE}/gate-settlement.test.ts`, 'the same commit in pull requests of others holds nothing'],
  ['disputes that cannot land', `${FORGE}/gate-settlement.test.ts`, 'one that cannot land stops nothing'],
  ['1,000 statuses', `${FORGE}/gate-settlement.test.ts`, '1,000 statuses under GitHub’s own rule'],
  ['an approver’s deleted account', `${FORGE}/audit-ledger.test.ts`, 'an approver’s deleted account takes no agreement along'],
  ['an approver’s account deleted before the first statement', `${FORGE}/audit-ledger.test.ts`, 'is deleted before the first statement'],
  ['re-runs of old runs', `${FORGE}/trust.test.ts`, 'a run of an engine that is not the tip’s'],
  ['script injection through titles and branch names', `${FORGE}/workflows.test.ts`, 'its words are never run'],
  ['YAML bombs', GATE, 'a bomb'],
  ['duplicate keys', GATE, 'duplicate keys'],
  ['__proto__', GATE, '__proto__'],
  ['Markdown and mention injection', `${FORGE}/comments-hostile.test.ts`, 'mention'],
  ['forged marker', `${FORGE}/comments-sticky.test.ts`, 'a forged marker of somebody else'],
  ['POST repeated after 502', `${FORGE}/gate.test.ts`, 'a comment whose answer was lost is there once'],
  ['two settle runs at once', `${FORGE}/settlement.test.ts`, 'two at once leave one branch'],
  ['settling an unratified contract', `${FORGE}/settlement.test.ts`, 'a contract that is not ratified'],
  ['a program that puts aside whatever is opened', `${FORGE}/quick-hands.test.ts`, 'closed within a second of every opening'],
  ['a program that keeps writing while it is decided', `${FORGE}/quick-hands.test.ts`, 'whoever keeps commenting and objecting'],
  ['reading data by a text that nobody agreed to', `${FORGE}/comments-hostile.test.ts`, 'to the default branch without agreement'],
  ['withholding data that money hangs on', 'tests/hostile/money.test.ts', 'as a malicious agency'],
  ['a record that came by nobody’s right', `${FORGE}/records.test.ts`, 'pressed after its day'],
])('%s', (_, file, name) => {
  expect(readFileSync(join(REPOSITORY, file), 'utf8')).toContain(name);
});
