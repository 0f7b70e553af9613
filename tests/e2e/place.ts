import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll } from 'vitest';
import { type CliResult, REPOSITORY, runCli } from '../run-cli.js';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder of a test's own, removed after it; its name has a space and Chinese in it, as people's folders do. */
export function emptyPlace(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'concord-e2e-')), '合同 与 data');
  mkdirSync(folder);
  made.push(join(folder, '..'));
  return folder;
}

/** A copy of a golden folder's contract and data, to work on. */
export function goldenPlace(name = 'payments-and-corrections'): string {
  const folder = emptyPlace();
  for (const part of ['contracts', 'data']) cpSync(join(REPOSITORY, 'tests/golden', name, part), join(folder, part), { recursive: true });
  return folder;
}

/** A copy of a place, to spoil. */
export function copyOf(place: string): string {
  const folder = emptyPlace();
  cpSync(place, folder, { recursive: true });
  return folder;
}

export interface Snapshot {
  readonly [path: string]: { readonly bytes: string; readonly changedAt: number };
}

/** Every file below a folder: what is in it and when it was written. */
export function snapshot(folder: string): Snapshot {
  const files: Record<string, { bytes: string; changedAt: number }> = {};
  const walk = (at: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else files[relative(folder, path)] = { bytes: readFileSync(path, 'base64'), changedAt: statSync(path).mtimeMs };
    }
  };
  walk(folder);
  return files;
}

/** Runs the CLI on a folder. */
export function concord(root: string, ...args: string[]): Promise<CliResult> {
  return runCli([...args, '--root', root]);
}
