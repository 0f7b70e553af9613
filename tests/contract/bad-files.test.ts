import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Issue } from '../../src/kernel/issue.js';
import { CONTRACT_ISSUES } from '../../src/words/contract-issues.js';
import { wordsOf } from '../issue-words.js';
import { editedFiles, GOOD_ID, goodFiles, rootPath } from './good-contract.js';

/*
 * tests/bad/good is a contract without an issue; tests/bad/<code>.yaml makes one mistake in it and says, exactly, what
 * the check answers. Paths in the files are relative to the contract's folder.
 */

const FOLDER = new URL('../bad/', import.meta.url);

interface Mistake {
  /** Texts replaced in files of the good contract; each occurs once. */
  readonly edit?: readonly { readonly file: string; readonly find: string; readonly with: string }[];
  /** Files added or replaced. */
  readonly write?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
  readonly expected: readonly { readonly at: string; readonly code: string; readonly en: string; readonly zh: string }[];
}

function withMistake({ edit, write, remove }: Mistake): Map<string, string> {
  const files = editedFiles(
    (edit ?? []).map((each) => [each.file, each.find, each.with]),
    write,
  );
  for (const file of remove ?? []) files.delete(rootPath(file));
  return files;
}

function shown(issue: Issue) {
  const { path, line, column } = issue.at;
  return {
    at: `${path.replace(`contracts/${GOOD_ID}/`, '')}:${line}:${column}`,
    code: issue.code,
    en: wordsOf(issue, 'en').text,
    zh: wordsOf(issue, 'zh').text,
  };
}

const CODES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace(/\.yaml$/, ''));

const ONLY_WARNED: ReadonlySet<string> = new Set([
  'currency-withdrawn',
  'event-twice',
  'level-as-multiple',
  'pack-choice-open',
  'payment-counts-twice',
  'payment-repaid-alone',
  'people-alike',
  'zone-all-year',
]);

test('the good contract has no issue', () => {
  expect(loadContract(GOOD_ID, goodFiles()).issues).toEqual([]);
});

test('every code of the catalogue has its file, and every file its code', () => {
  expect(CODES).toEqual(Object.keys(CONTRACT_ISSUES).sort());
});

describe.each(CODES)('%s', (code) => {
  const mistake = parse(readFileSync(new URL(`${code}.yaml`, FOLDER), 'utf8')) as Mistake;

  test('is answered exactly so', () => {
    const { folder, issues } = loadContract(GOOD_ID, withMistake(mistake));
    expect(issues.map(shown)).toEqual(mistake.expected);
    expect(issues.map((issue) => issue.code)).toContain(code);
    // What is only a warning refuses nothing; everything else does.
    expect(folder === null).toBe(!ONLY_WARNED.has(code));
    expect(issues.some(({ severity }) => severity === 'error')).toBe(folder === null);
  });
});
