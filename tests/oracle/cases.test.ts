import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statementDifferences } from '../cases/compare-statement.js';
import { REPOSITORY } from '../run-cli.js';
import { settleByTheBook } from './book.js';
import { readCase } from './case-folder.js';
import { inForm } from './statement-form.js';

/*
 * The second reading against cases whose figures were worked out by hand, independently of it and of the product: this is how
 * one knows that the reading is right.
 */
const CASES = process.env.CONCORD_CASES ?? resolve(REPOSITORY, '../shared/cases');
const FOUND = process.env.CONCORD_FOUND_CASES ?? resolve(REPOSITORY, '../shared/findings/settlement-cases');

interface Expected {
  readonly contract: string;
  readonly error?: string;
  readonly steps?: readonly { readonly statements: readonly Readonly<Record<string, unknown>>[] }[];
}

function foldersOf(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(place, entry.name, 'expected.json')))
    .map((entry) => join(place, entry.name));
}

const folders = [...foldersOf(CASES), ...foldersOf(FOUND)].filter((folder) => {
  const { contract, error } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  // What the check refuses is no reading of a contract; views are SQL, which the reading does not run.
  return error === undefined && !existsSync(join(folder, 'contracts', contract, 'views'));
});

describe.skipIf(folders.length === 0)('the second reading agrees with figures worked out by hand', () => {
  it.each(folders)('%s', (folder) => {
    const { contract, steps } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
    const settled = settleByTheBook(readCase(folder, contract)).map((statements) => statements.map(inForm));
    const differences = (steps ?? []).flatMap(({ statements }, step) => {
      const found = settled[step] ?? [];
      // A case that states only some lines may leave out statements that move nothing.
      const stated = statements.map(({ period }) => period);
      const more = found.filter(({ period, total }) => !stated.includes(period) && (isWhole(folder) || Number(total) !== 0));
      return [
        ...more.map(({ period }) => `${String(period)}: not expected`),
        ...statements.flatMap((wanted) =>
          differencesOf(wanted, found.find(({ period }) => period === wanted.period) ?? {}).map(
            (difference) => `${String(wanted.period)} ${difference}`,
          ),
        ),
      ];
    });
    expect(differences).toEqual([]);
  });
});

/** The reference cases state every statement; what was found later states what went wrong. */
function isWhole(folder: string): boolean {
  return folder.startsWith(CASES);
}

function differencesOf(wanted: Readonly<Record<string, unknown>>, found: Readonly<Record<string, unknown>>): string[] {
  const listed = (value: unknown): { id: string }[] => (Array.isArray(value) ? (value as { id: string }[]) : []);
  // `someLines`: only these are stated; no `kpis`: none are.
  const ids = listed(wanted.someLines).map(({ id }) => id);
  const stated = listed(wanted.lines).map(({ id }) => id);
  // The older cases do not list again what is still held in an earlier period; section 6 lists it as long as it is held.
  const isRepeated = (line: { id: string; kind?: string; state?: string }) =>
    line.kind === 'true-up' && line.state === 'held' && !stated.includes(line.id);
  const lines = listed(found.lines).filter((line) => ('someLines' in wanted ? ids.includes(line.id) : !isRepeated(line)));
  const kpiIds = listed(wanted.kpis).map(({ id }) => id);
  const kpis = listed(found.kpis).filter(({ id }) => kpiIds.includes(id));
  return statementDifferences({ ...wanted, lines: wanted.lines ?? wanted.someLines }, { ...found, lines, kpis });
}
