import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { settleDue } from '../../src/commands/run/settle.js';
import { verify } from '../../src/commands/run/verify.js';
import { contextFor, type Outcome, run } from '../in-process.js';
import { runCli } from '../run-cli.js';

/* A case: a small relationship with its data, played step by step through the CLI, as its users would. */

export interface Step {
  readonly asOf: string;
  readonly data?: string;
  readonly contract?: string;
  readonly definitions?: string;
  readonly addEvents?: readonly { readonly file: string; readonly event: unknown }[];
}

export type Json = Readonly<Record<string, unknown>>;

/** What a step settled; null where it was refused. */
export interface Played {
  readonly step: Step;
  readonly statements: readonly Json[] | null;
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** Through the CLI, in a process for each step; or by the same commands in this process, which costs a fifth. */
export type Way = 'cli' | 'here';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function settled(way: Way, root: string, contract: string, asOf: string): Promise<Ended> {
  if (way === 'cli') return runCli(['settle', contract, '--root', root, '--as-of', asOf, '--format', 'json']);
  return told(await run(contextFor({ root, asOf }), (context) => settleDue(context, { contract, period: null, preview: false })));
}

async function verified(way: Way, root: string, contract: string): Promise<Ended> {
  if (way === 'cli') return runCli(['verify', contract, '--root', root]);
  return told(await run(contextFor({ root, format: 'pretty' }), (context) => verify(context, contract)));
}

function told({ exitCode, output, errors = '', crash }: Outcome): Ended {
  if (crash !== null) throw crash;
  return { code: exitCode, stdout: output, stderr: errors };
}

/** Plays a case in a folder of its own; a ledger that was written must verify. */
export async function playCase(source: string, contract: string, way: Way): Promise<Played[]> {
  const root = mkdtempSync(join(tmpdir(), 'concord-case-'));
  try {
    cpSync(join(source, 'contracts'), join(root, 'contracts'), { recursive: true });
    cpSync(join(source, 'data'), join(root, 'data'), { recursive: true });
    // Texts that a later step puts in place lie beside the contract's folder.
    for (const entry of readdirSync(join(root, 'contracts'))) if (/-\d\.yaml$/.test(entry)) rmSync(join(root, 'contracts', entry));
    const folder = join(root, 'contracts', contract);
    const played: Played[] = [];
    for (const step of readJson<Step[]>(join(source, 'case.json'))) {
      applyStep(source, root, folder, step);
      const ended = await settled(way, root, contract, step.asOf);
      if (ended.code !== 0) played.push({ step, statements: null });
      else {
        expect(ended.stderr, step.asOf).toBe('');
        played.push({ step, statements: (JSON.parse(ended.stdout) as { statements: Json[] }).statements });
      }
    }
    if (played.every(({ statements }) => statements !== null)) {
      const { code, stderr } = await verified(way, root, contract);
      expect(code, stderr).toBe(0);
    }
    return played;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function applyStep(source: string, root: string, folder: string, step: Step): void {
  if (step.data !== undefined) {
    rmSync(join(root, 'data'), { recursive: true, force: true });
    cpSync(join(source, step.data), join(root, 'data'), { recursive: true });
  }
  if (step.contract !== undefined) cpSync(join(source, step.contract), join(folder, 'contract.yaml'));
  if (step.definitions !== undefined) cpSync(join(source, step.definitions), join(folder, 'definitions.yaml'));
  for (const { file, event } of step.addEvents ?? []) {
    const path = join(folder, 'events', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(event));
  }
}
