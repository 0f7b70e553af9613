import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { loadWorkspace } from '../../src/contract/load-workspace.js';
import { LOCALES } from '../../src/kernel/text.js';
import { wordsOf } from '../issue-words.js';
import { tries } from '../tries.js';
import { GOOD_ID, goodFiles } from './good-contract.js';

/*
 * Bad input never crashes and never slips through: whatever is done to the files, the answer is a contract or issues,
 * each with a place inside its file and a message in both languages.
 */

const FILES = goodFiles();
const PATHS = [...FILES.keys()];
const SNIPPETS = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '-',
  '"',
  "'",
  '#',
  '&a',
  '*a',
  '!!str',
  '? ',
  '|',
  '>',
  '%',
  'x',
  '0',
  '-1',
  '1e9',
  '.nan',
  'null',
  '~',
  '\n',
  '\t',
  '  ',
  'true',
  '2026-13',
  '9999-12-31',
  '__proto__',
  'constructor',
  '字',
  '\u0000',
  '\uD800',
];

const edit = fc.record({
  path: fc.constantFrom(...PATHS),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 12 }),
  insert: fc.oneof(fc.constantFrom(...SNIPPETS), fc.constant(''), fc.string({ maxLength: 6 })),
});

function isPlaced(files: ReadonlyMap<string, string>, path: string, line: number, column: number): boolean {
  const lines = (files.get(path) ?? '').split('\n');
  return line >= 1 && column >= 1 && line <= lines.length + 1;
}

function judge(files: ReadonlyMap<string, string>): void {
  const { folder, issues } = loadContract(GOOD_ID, files);
  expect(folder === null).toBe(issues.some((issue) => issue.severity === 'error'));
  for (const issue of issues) {
    expect(isPlaced(files, issue.at.path, issue.at.line, issue.at.column), JSON.stringify(issue)).toBe(true);
    for (const locale of LOCALES) wordsOf(issue, locale);
  }
  loadWorkspace(files);
}

test('mutated text ends in a contract or in issues', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const files = new Map(FILES);
      for (const { path, at, remove, insert } of edits) {
        const text = files.get(path) ?? '';
        const index = Math.floor(at * text.length);
        files.set(path, text.slice(0, index) + insert + text.slice(index + remove));
      }
      judge(files);
    }),
    { numRuns: tries('CONTRACT_FUZZ', 200) },
  );
}, 120_000);

test('any text in place of a file ends in issues', () => {
  const noise = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.json(),
    fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 60 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.constantFrom(...PATHS.filter((path) => path.endsWith('.yaml'))), noise, (path, text) => {
      judge(new Map([...FILES, [path, text]]));
    }),
    { numRuns: tries('CONTRACT_FUZZ', 150) },
  );
}, 120_000);

test('any value in place of a field ends in a contract or in issues', () => {
  const lines = PATHS.filter((path) => path.endsWith('.yaml')).flatMap((path) => {
    const text = FILES.get(path) ?? '';
    return [...text.matchAll(/(?<=: )[^\s{}[\],:][^{}[\],:\n]*(?=[\n,}])/g)].map((match) => ({
      path,
      index: match.index,
      length: match[0].length,
    }));
  });
  const value = fc.constantFrom(
    '0',
    '-1',
    '1.5',
    '1e30',
    '40%',
    '0.8x',
    '""',
    'null',
    '[]',
    '{}',
    '[a]',
    '{ a: 1 }',
    'true',
    '2026-01',
    '2026-02-30',
    '{ 2026-01: 1 }',
    '{ 2026-01: 5% }',
    '9999-12-31',
    '99999999999999999999',
    'roas',
    'base',
    'composite',
    'month',
    'week',
    'quarter',
    'constructor',
    '__proto__',
  );
  fc.assert(
    fc.property(fc.constantFrom(...lines), value, ({ path, index, length }, replacement) => {
      const text = FILES.get(path) ?? '';
      judge(new Map([...FILES, [path, text.slice(0, index) + replacement + text.slice(index + length)]]));
    }),
    { numRuns: tries('CONTRACT_FUZZ', 300) },
  );
}, 120_000);
