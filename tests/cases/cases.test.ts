import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../run-cli.js';
import { statementDifferences } from './compare-statement.js';
import { type Json, playCase, readJson, type Way } from './play.js';
import { RIGHT } from './settlement-findings.js';

/*
 * Settled cases with expected statements, computed independently of this engine. They are read from folders beside the
 * repository (or CONCORD_CASES, CONCORD_FINDINGS) and run step by step, as their users would: every sixth through the CLI, the others by
 * the same commands in this process. CONCORD_CASES_CLI=all takes all through the CLI.
 */
const CASES = process.env.CONCORD_CASES ?? resolve(REPOSITORY, '../shared/cases');
const FINDINGS = process.env.CONCORD_FINDINGS ?? resolve(REPOSITORY, '../shared/findings');

interface Expected {
  readonly contract: string;
  readonly error?: string;
  readonly steps?: readonly { readonly asOf: string; readonly statements: readonly Json[] }[];
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : []));
}

const nameOf = (folder: string) => folder.slice(folder.lastIndexOf('/') + 1);

/** How a case is run, by its place among all. */
const wayOf = (index: number): Way => (process.env.CONCORD_CASES_CLI === 'all' || index % 6 === 0 ? 'cli' : 'here');

const expected = [...foldersIn(CASES), ...foldersIn(join(FINDINGS, 'settlement-cases'))];

describe.skipIf(expected.length === 0)(`cases of ${expected.length > 0 ? 'the reference' : 'CONCORD_CASES (absent)'}`, () => {
  it.concurrent.each(expected)('%s', runCase);
});

/** This case says nothing of the tail that section 6 demands after the term's last period; its last steps are played, not compared. */
const TAILS_UNSTATED = 'brand-late-and-null-released-outside-window';

async function runCase(source: string): Promise<void> {
  const wanted = readJson<Expected>(join(source, 'expected.json'));
  const played = await playCase(source, wanted.contract, wayOf(expected.indexOf(source)));
  const refused = played.some(({ statements }) => statements === null);
  expect(refused, 'refused').toBe(wanted.error !== undefined);
  if (wanted.error !== undefined) return;
  for (const [index, { step, statements }] of played.entries()) {
    const should = wanted.steps?.[index]?.statements ?? [];
    if (nameOf(source) === TAILS_UNSTATED && should.length === 0) continue;
    expect(
      statements?.map((statement) => statement.period),
      step.asOf,
    ).toEqual(should.map((statement) => statement.period));
    const differences = should.flatMap((statement, at) =>
      statementDifferences(statement, statements?.[at] ?? {}).map((difference) => `${String(statement.period)} ${difference}`),
    );
    expect(differences, step.asOf).toEqual([]);
  }
}

const found = foldersIn(join(FINDINGS, 'settlement')).filter((folder) => nameOf(folder) in RIGHT);

describe.skipIf(found.length === 0)('settlements that went wrong before', () => {
  it.concurrent.each(found)('%s', async (source) => {
    const contract = readdirSync(join(source, 'contracts'), { withFileTypes: true }).find((entry) => entry.isDirectory())?.name ?? '';
    const statements = (await playCase(source, contract, wayOf(found.indexOf(source)))).flatMap((played) => played.statements ?? []);
    expect(statements.map(shown)).toEqual(RIGHT[nameOf(source)]);
  });
});

/** `<period>: <line> <amount>[ held|disputed], …` and `final`, lines of nothing left out. */
function shown(statement: Json): string {
  const lines = (statement.lines as readonly Json[])
    .filter((line) => line.state !== 'payable' || !/^-?0\.00$/.test(String(line.amount)))
    .map((line) => `${String(line.id)} ${String(line.amount)}${line.state === 'payable' ? '' : ` ${String(line.state)}`}`);
  return `${String(statement.period)}: ${lines.join(', ')}${statement.final === true ? ' final' : ''}`;
}
