import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { showStatus } from '../../../src/commands/run/status.js';
import type { SettingReads } from '../../../src/ports/forge-settings.js';
import { contextFor, printed } from '../../in-process.js';
import { type Scene, settlementScene } from './settlement-scene.js';

/* What GitHub adds to `concord status`. Actions do not run on loopback: its answers about the workflow are typed as GitHub documents them. */

let scene: Scene;
const clones: string[] = [];

afterEach(async () => {
  expect(scene.github.violations).toEqual([]);
  for (const clone of clones.splice(0)) rmSync(clone, { recursive: true, force: true });
  await scene.stop();
});

type Answers = Readonly<Record<string, unknown>>;
const RUN = { created_at: '2026-02-05T03:17:00Z', status: 'completed', conclusion: 'success', html_url: 'https://forge.example/runs/1' };
const RUNNING: Answers = {
  '/actions/workflows/settle.yml': { state: 'active' },
  '/actions/workflows/settle.yml/runs?per_page=1': { total_count: 1, workflow_runs: [RUN] },
};

async function told(day: string, answers: Answers) {
  scene.github.clock.set(`${day}T09:00:00Z`);
  const clone = mkdtempSync(join(tmpdir(), 'concord-status-'));
  clones.push(clone);
  execFileSync('git', ['clone', '-q', scene.github.gitFolder, clone]);
  const settings: SettingReads['settings'] = async ({ path }) => answers[path] ?? null;
  const context = contextFor({ root: clone, asOf: day, format: 'pretty' });
  return (await printed({ ...context, width: 400 }, showStatus(context, { ...scene.forge('mei'), settings }, null))).output;
}

test('a settlement that is proposed is to be accepted, by its pull request, and is not due a second time', async () => {
  scene = await settlementScene();
  scene.github.clock.set('2026-02-05T09:00:00Z');
  await scene.settle();
  const output = await told('2026-02-06', RUNNING);
  expect(output).toContain('both parties: accept 2026-01, or dispute a line that its statement lists: pull request #2');
  expect(output).toContain('The workflow settle last ran on 2026-02-05: it succeeded.');
  expect(output).not.toMatch(/ratify|due since|has not run|switched/);
});

test('a contract that nobody agreed to, and a workflow that GitHub has switched off, are said first', async () => {
  scene = await settlementScene(false);
  const stopped = { ...RUNNING, '/actions/workflows/settle.yml': { state: 'disabled_inactivity' } };
  const output = await told('2026-02-20', stopped);
  expect(output).toContain('both parties: ratify what stands on the default branch');
  expect(output).toContain('GitHub has switched the workflow settle off (after 60 days without a change of the repository)');
  expect(output).toContain('2026-02-05, overdue, the workflow settle: settle 2026-01');
});

test('a workflow that is quiet although nobody switched it off, and one that is not there, are said as well', async () => {
  scene = await settlementScene();
  expect(await told('2026-02-20', RUNNING)).toContain('The workflow settle has not run for 15 days');
  const without = await told('2026-02-20', {});
  expect(without).toContain('There is no workflow settle in this repository.');
  expect(without).toContain('overdue, either party: settle 2026-01: run `concord settle`');
});
