import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { digest, documentText } from '../../src/kernel/canonical.js';
import { gitBlobId } from '../../src/kernel/git-blob.js';
import type { Issue } from '../../src/kernel/issue.js';
import { judgeHistory } from '../../src/settlement/history-issues.js';
import type { LedgerFolder } from '../../src/settlement/ledger-files.js';
import { checkAgainstLedger } from '../../src/settlement/ledger-rules.js';
import { withdrawnEvents, withdrawnIssues } from '../../src/settlement/withdrawn-events.js';
import { LEDGER_ISSUES } from '../../src/words/ledger-issues.js';
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
  /** Values put into documents, by file and JSON pointer, in order; `digest of <file>` is that file's digest by then. */
  readonly set?: readonly { readonly file: string; readonly at: string; readonly to: unknown }[];
  /** Commits of the contract's folder instead of the sample's files: what each brought, changed or removed. */
  readonly commits?: readonly Readonly<Record<string, 'added' | 'changed' | 'removed'>>[];
  /** A file of these commits that stands in the folder as it first came in. */
  readonly putBack?: string;
  /** A forgery of tests/settlement/forgeries.test.ts, which compares what is said of it. */
  readonly forgery?: string;
  readonly add?: { readonly file: string; readonly text: string };
  readonly remove?: string;
  /** A folder's new name; `copy`: it stands under both. */
  readonly move?: { readonly from: string; readonly to: string; readonly copy?: boolean };
  /** An event that is edited after it counted, deleted, renamed, or taken or moved away with all others. */
  readonly event?: { readonly file: string; readonly becomes: 'edited' | 'deleted' | 'damaged' | 'renamed' | 'emptied' | 'moved' };
  /** Clauses of the contract as it reads now, and events filed now. */
  readonly contract?: Readonly<Record<string, unknown>>;
  readonly file?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Days on which that contract was settled, instead of the sample's. */
  readonly settled?: readonly string[];
  readonly expected: { readonly at: string; readonly code: string; readonly en: string; readonly zh: string };
}

const fees = [
  { id: 'base', kind: 'retainer', amount: 3000 },
  { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' },
];

function issuesOf(mistake: Mistake): readonly Issue[] {
  // by each test for itself: what runs when the file is loaded is of no test
  const entries = settleSample();
  if (mistake.contract !== undefined || (mistake.file !== undefined && mistake.commits === undefined)) {
    const now = relationship({ fees, ...mistake.contract }, undefined, mistake.file ?? {});
    const days = mistake.settled?.map((asOf) => ({ asOf, values: {} }));
    const ledger = days === undefined ? entries : settleDays(now.terms, now.events, days);
    return checkAgainstLedger('contracts/test-relationship', now.terms, now.events, ledger);
  }
  const { event, commits, putBack } = mistake;
  if (commits !== undefined) {
    const folder = 'contracts/test-relationship';
    const listed = commits.map((files, index) => ({
      commit: `${index}`.repeat(40),
      files: Object.entries(files).map(([path, change]) => ({
        ...{ path: `${folder}/${path}`, change },
        blob: path === putBack && change === 'added' ? gitBlobId(path) : `${index}`,
      })),
    }));
    const settled = { folder, entries, events: [...events, ...relationship({ fees }, undefined, mistake.file ?? {}).events] };
    const here = (path: string) => (path === `${folder}/${putBack}` ? putBack : undefined);
    return [
      ...judgeHistory(settled, listed, { isCopy: () => false, here }).issues,
      ...withdrawnIssues(folder, withdrawnEvents(folder, listed, here), entries),
    ];
  }
  const known = events.flatMap((each) => {
    if (event?.becomes === 'emptied' || event?.becomes === 'moved') return [];
    if (each.file !== event?.file) return [each];
    return event.becomes === 'edited' ? [{ ...each, digest: 'sha256:0' }] : [];
  });
  const damaged = event?.becomes === 'damaged' ? [event.file] : [];
  const renamed = event?.becomes === 'renamed' ? 'contracts/test-relationship/events/2026-02-21-paid.yaml' : null;
  // two files, which the statement of March counts both
  const found = event?.becomes === 'moved' ? 'contracts/test-relationship/event' : null;
  const together = event?.becomes === 'emptied' || event?.becomes === 'moved' ? { files: 2, found } : null;
  const files = { unreadable: new Set(damaged), together, renamed: () => renamed };
  return replay(changedFolders(mistake), known, 'test', files).issues;
}

/** One value put into a settled document, which is written as settlement writes it. */
function withValue(folders: readonly LedgerFolder[], { file, at, to }: NonNullable<Mistake['set']>[number]): LedgerFolder[] {
  const [, period = '', name = ''] = file.split('/');
  const of = typeof to === 'string' ? /^digest of (.+)$/.exec(to)?.[1] : undefined;
  const value = of === undefined ? to : digest(JSON.parse(folders.find((each) => each.period === period)?.files.get(of) ?? ''));
  return withText(folders, period, name, (text) => {
    const data: unknown = JSON.parse(text);
    const keys = at.split('/').slice(1);
    let inner = data as Record<string, unknown>;
    for (const key of keys.slice(0, -1)) inner = inner[key] as Record<string, unknown>;
    inner[keys.at(-1) ?? ''] = value;
    return documentText(data);
  });
}

function changedFolders({ edit, set, add, remove, move }: Mistake) {
  const folders = foldersOf(settleSample());
  if (set !== undefined) return set.reduce<readonly LedgerFolder[]>(withValue, folders);
  const at = (path: string): [string, string] => [path.split('/')[1] ?? '', path.split('/')[2] ?? ''];
  if (move !== undefined) {
    const [from, to] = [move.from, move.to].map((path) => at(path)[0]);
    const moved = folders.flatMap((folder) => {
      if (folder.period !== from || to === undefined) return [folder];
      return [...(move.copy === true ? [folder] : []), { ...folder, period: to, path: folder.path.replace(from, to) }];
    });
    return moved.sort((a, b) => (a.period < b.period ? -1 : 1));
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
    if (mistake.forgery !== undefined) return;
    const found = issuesOf(mistake).find((issue) => issue.code === mistake.expected.code);
    expect(shown(found)).toEqual(mistake.expected);
  });
});
