import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { PAGE_FILE } from '../../src/contract/paths.js';
import { digest, digestText, documentText } from '../../src/kernel/canonical.js';
import type { Issue } from '../../src/kernel/issue.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import type { LedgerFolder } from '../../src/settlement/ledger-files.js';
import { countedEvents, firstDifference, namesItsFiles, ownIssues, textIssues } from '../../src/settlement/replay-entry.js';
import { bodyOf, provenanceOf } from '../../src/settlement/seal-statement.js';
import { NO_OTHER_FILES } from './sample-ledger.js';

const PLACE = 'contracts/a/ledger/2026-01';
const terms = { contract: { id: 'a' } };
const evidence = { periods: [], spans: [] };
const provenance = provenanceOf({ engine: 'test', warehouse: 'none', commit: null, jobs: [], statementMd: digestText('one\ntwo\n') });
const statement = {
  ...{ contract: 'a', period: '2026-01', termsDigest: digest(terms), evidenceDigest: digest(evidence), provenance },
  events: [
    { file: 'kept', digest: '1' },
    { file: 'edited', digest: '2' },
    { file: 'gone', digest: '3' },
  ],
};
const entryOf = (more: object = {}): LedgerEntry => ({ statement: { ...statement, ...more }, terms, evidence }) as unknown as LedgerEntry;
const folderOf = (files: Readonly<Record<string, string>> = {}, path = PLACE): LedgerFolder => ({
  ...{ period: '2026-01', path },
  files: new Map(
    Object.entries({
      'terms.json': documentText(terms),
      'evidence.json': documentText(evidence),
      'statement.json': documentText(statement),
      ...files,
    }),
  ),
});
const told = (issues: readonly Issue[]) => issues.map(({ code, at: { path, line } }) => `${code} ${path.replace(`${PLACE}/`, '')} ${line}`);

describe('the files of a settled period', () => {
  const issues = (files: Readonly<Record<string, string>>, more: object = {}, isWritten = false) =>
    told(ownIssues(folderOf(files), entryOf(more), isWritten));

  it('are in order as they were written', () => {
    expect(issues({})).toEqual([]);
  });

  it('are named by digests, each by its own', () => {
    expect(namesItsFiles(entryOf())).toBe(true);
    for (const [field, file] of [
      ['termsDigest', 'terms.json'],
      ['evidenceDigest', 'evidence.json'],
    ] as const) {
      expect(namesItsFiles(entryOf({ [field]: 'x' }))).toBe(false);
      expect(issues({}, { [field]: 'x' }, true)).toEqual([`ledger-digest ${file} 1`]);
    }
    const [found] = ownIssues(folderOf(), entryOf({ termsDigest: 'x' }), true);
    expect(found?.params).toMatchObject({ file: `${PLACE}/terms.json`, found: digest(terms), expected: 'x' });
  });

  it('come from where the statement says', () => {
    expect(issues({}, { provenance: { ...provenance, engine: 'another' } }, true)).toEqual(['ledger-provenance statement.json 1']);
  });

  it('are not blamed for a digest that was changed in the statement', () => {
    const sealed = entryOf({ digest: digest(bodyOf(entryOf().statement)) }).statement;
    for (const field of ['termsDigest', 'evidenceDigest']) expect(issues({}, { ...sealed, [field]: 'x' }, true)).toEqual([]);
    // with both changed nothing says which file is as it was
    expect(issues({}, { ...sealed, termsDigest: 'x', evidenceDigest: 'x' }, true)).toHaveLength(2);
  });

  it.each(['terms.json', 'evidence.json', 'statement.json'])('have one form: %s', (name) => {
    const text = folderOf().files.get(name) ?? '';
    const [first, ...rest] = text.split('\n');
    expect(issues({ [name]: text.replaceAll('\n', '\r\n') })).toEqual([`ledger-line-ends ${name} 1`]);
    const [ends] = ownIssues(folderOf({ [name]: text.replaceAll('\n', '\r\n') }), entryOf(), false);
    expect(ends?.params).toEqual({ file: `${PLACE}/${name}` });
    expect(issues({ [name]: [first, ` ${rest[0]}`, ...rest.slice(1)].join('\n') })).toEqual([`ledger-formatting ${name} 2`]);
    expect(issues({ [name]: '' })).toEqual([`ledger-formatting ${name} 1`]);
  });

  it('are not read again where the statement is known to be written as it says', () => {
    expect(issues({ 'statement.json': 'other' }, {}, true)).toEqual([]);
    expect(issues({ 'terms.json': 'other' }, {}, true)).toEqual(['ledger-formatting terms.json 1']);
  });
});

describe('the document that people read', () => {
  const page = (text: string, rendered: string | null, isOurs: boolean) => {
    let asked = 0;
    const render = () => {
      asked += 1;
      return rendered;
    };
    return [...told(textIssues(folderOf({ [PAGE_FILE]: text }), entryOf(), render, isOurs)), asked];
  };

  it('is the one that the statement names', () => {
    expect(page('one\ntwo\n', 'one\ntwo\n', true)).toEqual([1]);
    // another engine may write it otherwise: it is not written again
    expect(page('one\ntwo\n', 'one\n2\n', false)).toEqual([0]);
    expect(page('one\ntwo\n', null, true)).toEqual([1]);
    expect(textIssues(folderOf(), entryOf(), () => 'x', true)).toEqual([]);
  });

  it('says what the statement says, as far as this engine wrote it', () => {
    expect(page('one\ntwo\n', 'one\n2\n', true)).toEqual(['ledger-statement-text statement.md 2', 1]);
  });

  it('that is another one is told with its first line that differs', () => {
    for (const isOurs of [true, false]) {
      expect(page('one\n2\n', 'one\ntwo\n', isOurs)).toEqual(['ledger-statement-text statement.md 2', 1]);
      expect(page('one\n2\n', null, isOurs)).toEqual(['ledger-statement-text statement.md 1', 1]);
      expect(page('one\n2\n', 'one\n2\n', isOurs)).toEqual(['ledger-statement-text statement.md 1', 1]);
      expect(page('one\r\ntwo\r\n', 'one\ntwo\n', isOurs)).toEqual(['ledger-line-ends statement.md 1', 1]);
    }
  });

  it.each([
    ['a\nb', 'a\nb', null],
    ['a\nb', 'a\nc', 2],
    ['x\nb', 'a\nb', 1],
    ['a', 'a\nb', 2],
    ['a\nb\n', 'a\nb', 3],
  ])('%j and %j differ in line %s', (a, b, line) => {
    expect(firstDifference(a, b)).toBe(line);
  });
});

it('the events that a statement counted are those of its digests, at their own files', () => {
  const event = (file: string, of: string, more = {}) => ({ file, digest: of, ...more }) as unknown as ContractEvent;
  const known = [event('later', '9'), event('kept', '1'), event('kept', 'another'), event('edited', 'x')];
  const sealed = entryOf({ digest: digest(bodyOf(entryOf().statement)) });
  const { events, issues, isWhole } = countedEvents(folderOf(), sealed, known, NO_OTHER_FILES);
  expect(events).toEqual([known[1]]);
  expect(isWhole).toBe(false);
  expect(issues.map(({ code, at, params }) => [code, at.path, params])).toEqual([
    ['ledger-event-changed', 'contracts/a/events/edited', { period: '2026-01', event: 'edited' }],
    ['ledger-event-missing', 'contracts/a/events/gone', { period: '2026-01', event: 'gone' }],
  ]);
  // one that is there and cannot be read is not gone
  expect(
    countedEvents(folderOf(), sealed, known, { ...NO_OTHER_FILES, unreadable: new Set(['gone']) }).issues.map(({ code }) => code),
  ).toEqual(['ledger-event-changed', 'ledger-event-unreadable']);
  // a statement that is not what was sealed may itself have the name that nothing bears
  expect(countedEvents(folderOf(), entryOf({ digest: 'x' }), known, NO_OTHER_FILES)).toMatchObject({ issues: [], isWhole: false });
});
