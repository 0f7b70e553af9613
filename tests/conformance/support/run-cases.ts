import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
/** Settled cases with expected statements, beside the repository; absent elsewhere. */
export const CASES = process.env['CONCORD_CASES'] ?? resolve(REPOSITORY, '../shared/cases');

export interface Step {
  readonly asOf: string;
  readonly data?: string;
  readonly contract?: string;
  readonly definitions?: string;
  readonly addEvents?: readonly { readonly file: string; readonly event: unknown }[];
}

export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly contract: string;
  readonly steps: readonly Step[];
}

export function readCases(): Case[] {
  if (!existsSync(CASES)) return [];
  return readdirSync(CASES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const folder = join(CASES, name);
      const { contract } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { contract: string };
      return { name, folder, contract, steps: JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as Step[] };
    });
}

/** A copy of a case as it is before its first step. */
export function layOut({ name, folder }: Case): string {
  const root = mkdtempSync(join(tmpdir(), `concord-${name}-`));
  cpSync(join(folder, 'contracts'), join(root, 'contracts'), { recursive: true });
  cpSync(join(folder, 'data'), join(root, 'data'), { recursive: true });
  // texts that a later step puts in place lie beside the contract's folder
  for (const entry of readdirSync(join(root, 'contracts'))) if (/-\d\.yaml$/.test(entry)) rmSync(join(root, 'contracts', entry));
  return root;
}

export function applyStep({ folder: source, contract }: Case, root: string, step: Step): void {
  const folder = join(root, 'contracts', contract);
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

/** Every file of a ledger, without what says where its evidence came from. */
export function ledgerOf(root: string, contract: string): Map<string, string> {
  const ledger = join(root, 'contracts', contract, 'ledger');
  const files = new Map<string, string>();
  for (const period of existsSync(ledger) ? readdirSync(ledger).sort() : []) {
    for (const file of readdirSync(join(ledger, period)).sort()) {
      const text = readFileSync(join(ledger, period, file), 'utf8');
      files.set(`${period}/${file}`, file === 'statement.json' ? withoutProvenance(text) : text);
    }
  }
  return files;
}

function withoutProvenance(text: string): string {
  const { provenance, ...statement } = JSON.parse(text) as { provenance: { statementMd: string } };
  return JSON.stringify({ ...statement, statementMd: provenance.statementMd }, null, 2);
}
