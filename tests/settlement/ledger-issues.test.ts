import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { LEDGER_ISSUES } from '../../src/kernel/catalogue/ledger-issues.js';
import type { Issue } from '../../src/kernel/issue.js';
import { checkAgainstLedger } from '../../src/settlement/ledger-rules.js';
import { wordsOf } from '../issue-words.js';
import { relationship, settleDays } from './relationship.js';
import { events, foldersOf, replay, settleSample, withText } from './sample-ledger.js';

/*
 * tests/bad/ledger/<code>.yaml makes one change to a settled ledger, its events or its contract, and says exactly what is
 * answered. Paths are relative to the contract's folder.
 */
const FOLDER = new URL('../bad/ledger/', import.meta.url);

interface Mistake {
  readonly edit?:
    | { readonly file: string; readonly find: string; readonly with: string }
    | { readonly file: string; readonly lineEnds: true };
  readonly add?: { readonly file: string; readonly text: string };
  readonly remove?: string;
  /** A folder's new name. */
  readonly move?: { readonly from: string; readonly to: string };
  /** An event that is edited after it counted, or deleted. */
  readonly event?: { readonly file: string; readonly becomes: 'edited' | 'deleted' };
  /** Clauses of the contract as it reads now, and events filed now. */
  readonly contract?: Readonly<Record<string, unknown>>;
  readonly file?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Days on which that contract was settled, instead of the sample's. */
  readonly settled?: readonly string[];
  readonly expected: { readonly at: string; readonly code: string; readonly en: string; readonly zh: string };
}

const entries = settleSample();

function issuesOf(mistake: Mistake): readonly Issue[] {
  if (mistake.contract !== undefined || mistake.file !== undefined) {
    const fees = [
      { id: 'base', kind: 'retainer', amount: 3000 },
      { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' },
    ];
    const now = relationship({ fees, ...mistake.contract }, undefined, mistake.file ?? {});
    const days = mistake.settled?.map((asOf) => ({ asOf, values: {} }));
    const ledger = days === undefined ? entries : settleDays(now.terms, now.events, days);
    return checkAgainstLedger('contracts/test-relationship', now.terms, now.events, ledger);
  }
  const { event } = mistake;
  const known = events.flatMap((each) => {
    if (each.file !== event?.file) return [each];
    return event.becomes === 'deleted' ? [] : [{ ...each, digest: 'sha256:0' }];
  });
  return replay(changedFolders(mistake), known).issues;
}

function changedFolders({ edit, add, remove, move }: Mistake) {
  const folders = foldersOf(entries);
  const at = (path: string): [string, string] => [path.split('/')[1] ?? '', path.split('/')[2] ?? ''];
  if (move !== undefined) {
    const [from, to] = [move.from, move.to].map((path) => at(path)[0]);
    return folders.map((folder) =>
      folder.period === from && to !== undefined ? { ...folder, period: to, path: folder.path.replace(from, to) } : folder,
    );
  }
  if (add !== undefined) return withText(folders, ...at(add.file), () => add.text);
  if (remove !== undefined && at(remove)[1] === '') return folders.filter((folder) => folder.period !== at(remove)[0]);
  if (remove !== undefined) return withText(folders, ...at(remove), () => null);
  if (edit === undefined) return folders;
  return withText(folders, ...at(edit.file), (text) => {
    if ('lineEnds' in edit) return text.replaceAll('\n', '\r\n');
    expect(text.split(edit.find).length - 1, `"${edit.find}" occurs once in ${edit.file}`).toBe(1);
    return text.replace(edit.find, () => edit.with);
  });
}

function shown(issue: Issue | undefined) {
  if (issue === undefined) return null;
  const { path, line, column } = issue.at;
  const said = (locale: 'en' | 'zh') =>
    wordsOf(issue, locale)
      .text.replaceAll('contracts/test-relationship/', '')
      .replaceAll(/sha256:[0-9a-f]{64}/g, 'sha256:…');
  return { at: `${path.replace('contracts/test-relationship/', '')}:${line}:${column}`, code: issue.code, en: said('en'), zh: said('zh') };
}

describe('what is said of a changed ledger', () => {
  const files = readdirSync(FOLDER).sort();

  test('every code has its file', () => {
    expect(files).toEqual(
      Object.keys(LEDGER_ISSUES)
        .map((code) => `${code}.yaml`)
        .sort(),
    );
  });

  test.each(files)('%s', (file) => {
    const mistake = parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Mistake;
    expect(mistake.expected.code).toBe(file.replace('.yaml', ''));
    const found = issuesOf(mistake).find((issue) => issue.code === mistake.expected.code);
    expect(shown(found)).toEqual(mistake.expected);
  });
});
