import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY, runCli } from '../run-cli.js';
import { statementDifferences } from './compare-statement.js';

/*
 * Settled cases with expected statements, computed independently of this engine. They are read from a folder beside the
 * repository (or CONCORD_CASES) and run through the CLI, step by step, as their users would.
 */
const CASES = process.env.CONCORD_CASES ?? resolve(REPOSITORY, '../shared/cases');
const present = existsSync(CASES);
const names = present
  ? readdirSync(CASES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  : [];

interface Step {
  readonly asOf: string;
  readonly data?: string;
  readonly contract?: string;
  readonly definitions?: string;
  readonly addEvents?: readonly { readonly file: string; readonly event: unknown }[];
}

interface Expected {
  readonly contract: string;
  readonly error?: string;
  readonly steps?: readonly { readonly asOf: string; readonly statements: readonly Readonly<Record<string, unknown>>[] }[];
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

describe.skipIf(!present)(`cases of ${present ? 'the reference' : 'CONCORD_CASES (absent)'}`, () => {
  it.concurrent.each(names)('%s', async (name) => {
    const root = mkdtempSync(join(tmpdir(), `concord-case-${name}-`));
    try {
      await runCase(join(CASES, name), root);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

async function runCase(source: string, root: string): Promise<void> {
  cpSync(join(source, 'contracts'), join(root, 'contracts'), { recursive: true });
  cpSync(join(source, 'data'), join(root, 'data'), { recursive: true });
  const steps = readJson<Step[]>(join(source, 'case.json'));
  const expected = readJson<Expected>(join(source, 'expected.json'));
  // Texts that a later step puts in place lie beside the contract's folder.
  for (const entry of readdirSync(join(root, 'contracts'))) if (/-\d\.yaml$/.test(entry)) rmSync(join(root, 'contracts', entry));
  const folder = join(root, 'contracts', expected.contract);
  let refused = false;
  for (const [index, step] of steps.entries()) {
    applyStep(source, root, folder, step);
    const run = await runCli(['settle', expected.contract, '--root', root, '--as-of', step.asOf, '--format', 'json']);
    refused ||= run.code !== 0;
    if (expected.error !== undefined) continue;
    expect(run.stderr, name(step)).toBe('');
    const found = (JSON.parse(run.stdout) as { statements: Readonly<Record<string, unknown>>[] }).statements;
    const wanted = expected.steps?.[index]?.statements ?? [];
    expect(
      found.map((statement) => statement.period),
      name(step),
    ).toEqual(wanted.map((statement) => statement.period));
    const differences = wanted.flatMap((statement, at) => {
      const differing = statementDifferences(statement, found[at] ?? {});
      return differing.map((difference) => `${String(statement.period)} ${difference}`);
    });
    expect(differences, name(step)).toEqual([]);
  }
  expect(refused, 'refused').toBe(expected.error !== undefined);
  const verified = await runCli(['verify', expected.contract, '--root', root]);
  if (expected.error === undefined) expect(verified.code, verified.stderr).toBe(0);
}

function name(step: Step): string {
  return `as of ${step.asOf}`;
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
