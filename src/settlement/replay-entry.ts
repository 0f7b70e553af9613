import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { PAGE_FILE } from '../contract/paths.js';
import { digest, digestText, documentText, isDocumentText } from '../kernel/canonical.js';
import { distinctIssues, type Issue, inFile, inNoFile } from '../kernel/issue.js';
import { remembered } from '../kernel/remembered.js';
import { linesEndAlike } from '../kernel/text.js';
import { issue } from '../words/issue.js';
import { evidenceFaults } from './evidence-faults.js';
import type { LedgerEntry } from './ledger-entry.js';
import { type LedgerFolder, ledgerFile } from './ledger-files.js';
import type { Statement } from './model.js';
import { bodyOf, provenanceOf } from './seal-statement.js';

/*
 * What a settled period's files say of themselves, whatever became of the periods around it: each byte is named by a digest, and
 * all three documents speak of the same contract, period and clock.
 */

/** Whether the statement names its terms and evidence as they are. */
export function namesItsFiles(entry: LedgerEntry): boolean {
  return namesItsTerms(entry) && digest(entry.evidence) === entry.statement.evidenceDigest;
}

/** The same of the terms alone, where the evidence was not read. */
export function namesItsTerms({ statement, terms }: LedgerEntry): boolean {
  return digest(terms) === statement.termsDigest;
}

/**
 * Everything that is wrong with one period's files by themselves, but for what only a replay can tell and where they stand.
 * @param isWritten whether the entry's statement is known to be written as its file has it.
 */
export function ownIssues(folder: LedgerFolder, entry: LedgerEntry, isWritten: boolean): Issue[] {
  const { statement, evidence, terms } = entry;
  const issues: Issue[] = formattingIssues(folder, entry, isWritten);
  const expect = (name: string, field: 'termsDigest' | 'evidenceDigest', found: string) => {
    const [file, expected] = [ledgerFile(folder, name), statement[field]];
    // Where the statement holds with the file's own digest, its field is what was changed, and not the file.
    if (found !== expected && !isSealed({ ...statement, [field]: found }))
      issues.push(issue('ledger-digest', inFile(file), { file, found, expected }));
  };
  expect('terms.json', 'termsDigest', digest(terms));
  expect('evidence.json', 'evidenceDigest', digest(evidence));
  const { checksum, ...fields } = statement.provenance;
  if (provenanceOf(fields).checksum !== checksum)
    issues.push(issue('ledger-provenance', inFile(ledgerFile(folder, 'statement.json')), { file: ledgerFile(folder, 'statement.json') }));
  return issues;
}

/** Whether a statement is what its own digest names. */
function isSealed(statement: Statement): boolean {
  return digest(bodyOf(statement)) === statement.digest;
}

/** Terms are those of the statement before nearly always, as object and as text. */
const isTermsText = remembered((terms: object, text: string) => isDocumentText(text, terms));

/** Files that were written again with the same content: a ledger file has one byte form. */
function formattingIssues(folder: LedgerFolder, { terms, evidence, statement }: LedgerEntry, isWritten: boolean): Issue[] {
  const text = (file: string) => folder.files.get(file) ?? '';
  return [
    ...(isTermsText(terms, text('terms.json')) ? [] : formattingOf(folder, 'terms.json', terms)),
    ...(isDocumentText(text('evidence.json'), evidence) ? [] : formattingOf(folder, 'evidence.json', evidence)),
    ...(isWritten || isDocumentText(text('statement.json'), statement) ? [] : formattingOf(folder, 'statement.json', statement)),
  ];
}

function formattingOf(folder: LedgerFolder, name: string, data: unknown): Issue[] {
  const [found, written] = [folder.files.get(name) ?? '', documentText(data)];
  const file = ledgerFile(folder, name);
  if (linesEndAlike(found) === written) return [issue('ledger-line-ends', inFile(file), { file })];
  const line = firstDifference(found, written) ?? 1;
  return [issue('ledger-formatting', inFile(file, line), { file, line })];
}

/**
 * The document that people read. By its digest any engine can tell whether it is the one that was written with the statement;
 * that this one says what the statement says only the engine that wrote it can tell, by writing it again.
 * @param render writes it as this engine does; null where it cannot be written.
 * @param isOurs whether this engine is the one that wrote it.
 */
export function textIssues(folder: LedgerFolder, { statement }: LedgerEntry, render: () => string | null, isOurs: boolean): Issue[] {
  const text = folder.files.get(PAGE_FILE);
  if (text === undefined) return [];
  const named = statement.provenance.statementMd;
  const isNamed = digestText(text) === named;
  if (isNamed && !isOurs) return [];
  const rendered = render();
  if (isNamed && (rendered === null || text === rendered)) return [];
  if (!isNamed && digestText(linesEndAlike(text)) === named)
    return [issue('ledger-line-ends', inFile(ledgerFile(folder, PAGE_FILE)), { file: ledgerFile(folder, PAGE_FILE) })];
  const line = rendered === null ? 1 : (firstDifference(text, rendered) ?? 1);
  return [issue('ledger-statement-text', inFile(ledgerFile(folder, PAGE_FILE), line), { file: ledgerFile(folder, PAGE_FILE), line })];
}

/** First line in which two texts differ; null where they are equal. */
export function firstDifference(found: string, expected: string): number | null {
  if (found === expected) return null;
  const a = found.split('\n');
  const b = expected.split('\n');
  const index = a.findIndex((line, at) => line !== b[at]);
  return (index === -1 ? a.length : index) + 1;
}

/** The evidence speaks of this contract and period, of terms that it was settled on, and of the clock of those terms. */
export function evidenceIssues(folder: LedgerFolder, entry: LedgerEntry, before: readonly LedgerEntry[]): Issue[] {
  const file = ledgerFile(folder, 'evidence.json');
  return evidenceFaults(entry, before).map((fault) => issue('ledger-evidence-of', inFile(file), { file, ...fault }));
}

/** Of two by one name, which no folder has, the first. */
const eventsByFile = remembered(
  (events: readonly ContractEvent[]): ReadonlyMap<string, ContractEvent> =>
    new Map([...events].reverse().map((event) => [event.file, event])),
);

/** What stands in a contract's folder besides the events that can be read. */
export interface EventFiles {
  /** Names of the event files that are there and cannot be read. */
  readonly unreadable: ReadonlySet<string>;
  /**
   * Where of several files that the ledger's statements have counted none is where it was: how many, and the folder in which all of them
   * stand now, null where they are gone. Null where some are there, or each was moved by itself.
   */
  readonly together: { readonly files: number; readonly found: string | null } | null;
  /** Where the bytes of this digest stand, in a file that no statement has counted; null where they do not. */
  readonly renamed: (digest: string) => string | null;
}

/**
 * The very events that the statement counted, whatever has been filed since.
 * @returns isWhole: whether all of them are there as they were counted.
 */
export function countedEvents(
  folder: LedgerFolder,
  { statement }: LedgerEntry,
  known: readonly ContractEvent[],
  files: EventFiles,
): { readonly events: readonly ContractEvent[]; readonly issues: readonly Issue[]; readonly isWhole: boolean } {
  const events: ContractEvent[] = [];
  const issues: Issue[] = [];
  const byFile = eventsByFile(known);
  const home = folder.path.replace(/ledger\/[^/]+$/, 'events');
  for (const counted of statement.events) {
    const event = byFile.get(counted.file);
    // The event's file is what was touched, not the statements that have counted it.
    const path = `${home}/${counted.file}`;
    const about = { period: folder.period, event: counted.file };
    if (event === undefined && !files.unreadable.has(counted.file))
      issues.push(missing(home, { ...about, path, digest: counted.digest }, files));
    else if (event === undefined) issues.push(issue('ledger-event-unreadable', inFile(path), about));
    else if (event.digest !== counted.digest) issues.push(issue('ledger-event-changed', inFile(path), about));
    else events.push(event);
  }
  const isWhole = issues.length === 0;
  // What a statement that is not what was sealed names may be its own change: the statements around it say whether an event is gone.
  return { events, issues: isWhole || isSealed(statement) ? distinctIssues(issues) : [], isWhole };
}

interface Missing {
  readonly period: string;
  readonly event: string;
  readonly path: string;
  readonly digest: string;
}

/** An event that is not there: told of its file, or, where all were taken away with one hand, of their folder. */
function missing(home: string, { period, event, path, digest: bytes }: Missing, { together, renamed }: EventFiles): Issue {
  if (together !== null) {
    const about = { period, folder: home, files: together.files };
    if (together.found === null) return issue('ledger-events-gone', inNoFile(home), about);
    return issue('ledger-events-moved', inNoFile(home), { ...about, found: together.found });
  }
  const found = renamed(bytes);
  if (found === null) return issue('ledger-event-missing', inFile(path), { period, event });
  return issue('ledger-event-renamed', inFile(path), { period, event, found, expected: path });
}
