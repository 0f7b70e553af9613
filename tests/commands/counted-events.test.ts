import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../src/commands/run/check.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { showStatus } from '../../src/commands/run/status.js';
import { copyOf, goldenPlace } from '../e2e/place.js';
import { contextFor, run } from '../in-process.js';

/*
 * An event that a statement has counted and that stands otherwise now is an error of every command that reads it, not of those alone that
 * replay: under another name the payment of 400.00 would be told as filed and on no statement yet.
 */

const ID = 'tea-account';
const EVENTS = `contracts/${ID}/events`;
const WIRE = `${EVENTS}/2026-02-20-wire.yaml`;

let settled: string;
beforeAll(async () => {
  settled = goldenPlace('payments-and-corrections');
  const { exitCode } = await run(contextFor({ root: settled, asOf: '2026-03-05' }), (context) =>
    settleDue(context, { contract: null, period: null, preview: false }),
  );
  expect(exitCode).toBe(0);
});

async function told(spoil: (root: string) => void) {
  const root = copyOf(settled);
  spoil(root);
  const context = contextFor({ root, asOf: '2026-03-09' });
  const checked = await run(context, (each) => check(each, { contract: ID, strict: false, changedSince: null }));
  const status = await run({ ...context, format: 'pretty' }, (each) => showStatus(each, null, null));
  const { issues } = JSON.parse(checked.output) as { issues: { code: string; path: string; severity: string }[] };
  const errors = issues.flatMap(({ code, path, severity }) => (severity === 'error' ? [`${path} ${code}`] : []));
  return { check: checked.exitCode, errors, status: status.exitCode, says: `${status.output}${status.errors ?? ''}` };
}

test('as they were counted, nothing is wrong', async () => {
  expect(await told(() => undefined)).toMatchObject({ check: 0, errors: [], status: 0 });
});

test.each<[string, (root: string) => void, string]>([
  ['renamed', (root) => renameSync(join(root, WIRE), join(root, EVENTS, '2026-02-21-wire.yaml')), 'ledger-event-renamed'],
  [
    'edited',
    (root) => writeFileSync(join(root, WIRE), readFileSync(join(root, WIRE), 'utf8').replace('400', '4000')),
    'ledger-event-changed',
  ],
  ['removed', (root) => rmSync(join(root, WIRE)), 'ledger-event-missing'],
])('%s, it is one error of check and of status', async (_, spoil, code) => {
  const said = await told(spoil);
  expect(said).toMatchObject({ check: 1, errors: [`${WIRE} ${code}`], status: 1 });
  expect(said.says).toContain(`${WIRE}:1:1 error ${code}`);
  expect(said.says).not.toContain('on no statement yet');
});
