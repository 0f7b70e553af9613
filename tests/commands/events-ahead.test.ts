import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/commands/run/check.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { goldenPlace } from '../e2e/place.js';
import { contextFor, run } from '../in-process.js';

test('an event that a statement counts keeps its name, however far ahead its date is; one that none counts is told', async () => {
  const root = goldenPlace('payments-and-corrections');
  const settled = await run(contextFor({ root, asOf: '2026-04-05' }), (context) =>
    settleDue(context, { contract: null, period: null, preview: false }),
  );
  expect(settled.exitCode, settled.errors).toBe(0);
  const events = join(root, 'contracts/tea-account/events');
  writeFileSync(join(events, '2962-03-31-wire.yaml'), '{ kind: payment, party: brand, amount: 10, on: 2026-01-05, reference: W-9 }\n');
  const today = contextFor({ root, today: '2026-01-10' });
  const { output } = await run(today, (context) => check(context, { contract: null, strict: false, changedSince: null }));
  const { issues } = JSON.parse(output) as { readonly issues: readonly { readonly code: string; readonly path: string }[] };
  expect(issues.filter(({ code }) => code === 'event-ahead').map(({ path }) => path)).toEqual([
    'contracts/tea-account/events/2962-03-31-wire.yaml',
  ]);
});
