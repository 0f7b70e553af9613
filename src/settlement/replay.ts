import type { ContractEvent, Terms } from '../contract/model.js';
import type { Evidence } from '../evidence/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { canonicalJson, digest, digestText, documentText } from '../kernel/canonical.js';
import type { LedgerIssueCode } from '../kernel/catalogue/ledger-issues.js';
import type { Issue } from '../kernel/issue.js';
import { excerptOf, linesEndAlike, type Params } from '../kernel/text.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { Provenance, Statement, StatementBody } from './model.js';
import { settle } from './settle.js';
import { periodInForce, type Target, timeline } from './timeline.js';

/** The files of one folder of the ledger, as text. */
export interface LedgerFolder {
  readonly period: PeriodId;
  /** Root-relative path of the folder. */
  readonly path: string;
  readonly files: ReadonlyMap<string, string>;
}

export const LEDGER_FILES = ['terms.json', 'evidence.json', 'statement.json', 'statement.md'] as const;

/** Renders the document that people read, from the statement, its terms and the earlier statements. */
export type RenderStatement = (statement: Statement, terms: Terms, before: readonly LedgerEntry[]) => string;

/** What replaying needs besides the ledger's own texts. */
export interface ReplayTools {
  readonly events: readonly ContractEvent[];
  readonly render: RenderStatement;
  /** Problems of a document's shape; null where it has none. */
  readonly shape: (kind: 'terms' | 'evidence' | 'statement', data: unknown) => string | null;
}

/** The provenance of a statement, under its own checksum. */
export function provenanceOf(fields: Omit<Provenance, 'checksum'>): Provenance {
  return { ...fields, checksum: digest(fields) };
}

/** Completes a body: its digest, the rendered document's digest, the provenance. */
export function sealStatement(
  body: StatementBody,
  terms: Terms,
  before: readonly LedgerEntry[],
  render: RenderStatement,
  from: Omit<Provenance, 'checksum' | 'statementMd'>,
): Statement {
  const draft: Statement = { ...body, digest: digest(body), provenance: provenanceOf({ ...from, statementMd: '' }) };
  const statementMd = digestText(render(draft, terms, before));
  return { ...draft, provenance: provenanceOf({ ...from, statementMd }) };
}

/** The bytes of a settled period's files. */
export function ledgerTexts(entry: LedgerEntry, before: readonly LedgerEntry[], render: RenderStatement): Map<string, string> {
  return new Map([
    ['terms.json', documentText(entry.terms)],
    ['evidence.json', documentText(entry.evidence)],
    ['statement.json', documentText(entry.statement)],
    ['statement.md', render(entry.statement, entry.terms, before)],
  ]);
}

/** The result of reading a ledger: its entries as far as they are readable, and what is wrong. */
export interface Replay {
  readonly entries: readonly LedgerEntry[];
  readonly issues: readonly Issue[];
}

/**
 * Replays every statement of a ledger from its own files and the events, offline, and finds any changed byte. Folders come
 * in ascending order of their periods.
 */
export function replayLedger(folders: readonly LedgerFolder[], tools: ReplayTools): Replay {
  const entries: LedgerEntry[] = [];
  const issues: Issue[] = [];
  for (const folder of folders) {
    const read = readEntry(folder, tools.shape);
    issues.push(...read.issues);
    if (read.entry === null) return { entries, issues };
    issues.push(...entryIssues(folder, read.entry, entries, tools));
    entries.push(read.entry);
  }
  return { entries, issues };
}

function issueIn(folder: LedgerFolder, file: string, code: LedgerIssueCode, params: Params = {}, line = 1): Issue {
  const at = { path: `${folder.path}/${file}`, line, column: 1 };
  return { code, severity: 'error', at, params: { period: folder.period, file: `${folder.path}/${file}`, ...params } };
}

// Half of a character, written as an escape: no digest can cover it, and nothing that settlement writes has one.
const ESCAPED_HALF = /(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]/;

/** Reads one folder without judging more than its form. */
export function readEntry(folder: LedgerFolder, shape: ReplayTools['shape']): { entry: LedgerEntry | null; issues: Issue[] } {
  const issues: Issue[] = [];
  for (const file of folder.files.keys()) {
    if (!LEDGER_FILES.some((known) => known === file)) issues.push(issueIn(folder, file, 'ledger-file-unknown'));
  }
  for (const file of LEDGER_FILES) if (!folder.files.has(file)) issues.push(issueIn(folder, file, 'ledger-file-missing', { file }));
  const read = (file: string, kind: 'terms' | 'evidence' | 'statement'): unknown => {
    const text = folder.files.get(file);
    if (text === undefined) return null;
    let problem: string | null;
    try {
      const data: unknown = JSON.parse(text);
      problem = ESCAPED_HALF.test(text) ? 'lone surrogate' : shape(kind, data);
      if (problem === null) return data;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    issues.push(issueIn(folder, file, 'ledger-not-json', { problem: excerptOf(problem, 200) }));
    return null;
  };
  const terms = read('terms.json', 'terms');
  const evidence = read('evidence.json', 'evidence');
  const statement = read('statement.json', 'statement');
  if (terms === null || evidence === null || statement === null) return { entry: null, issues };
  // The shapes have just been validated against the schemas.
  return { entry: { terms: terms as Terms, evidence: evidence as Evidence, statement: statement as Statement }, issues };
}

/** First line in which two texts differ; null where they are equal. */
function firstDifference(found: string, expected: string): number | null {
  if (found === expected) return null;
  const a = found.split('\n');
  const b = expected.split('\n');
  const index = a.findIndex((line, at) => line !== b[at]);
  return (index === -1 ? a.length : index) + 1;
}

/** The body of a statement: all that its digest covers. */
export function bodyOf(statement: Statement): StatementBody {
  const { digest: _digest, provenance: _provenance, ...body } = statement;
  return body;
}

/** Files that were written again with the same content: a ledger file has one byte form. */
function formattingIssues(folder: LedgerFolder, entry: LedgerEntry): Issue[] {
  const documents = { 'terms.json': entry.terms, 'evidence.json': entry.evidence, 'statement.json': entry.statement };
  return Object.entries(documents).flatMap(([file, data]) => {
    const [found, written] = [folder.files.get(file) ?? '', documentText(data)];
    const line = firstDifference(found, written);
    if (line === null) return [];
    return [
      linesEndAlike(found) === written
        ? issueIn(folder, file, 'ledger-line-ends')
        : issueIn(folder, file, 'ledger-formatting', { line }, line),
    ];
  });
}

function entryIssues(folder: LedgerFolder, entry: LedgerEntry, before: readonly LedgerEntry[], tools: ReplayTools): Issue[] {
  const { statement, evidence, terms } = entry;
  const issues: Issue[] = formattingIssues(folder, entry);
  const expect = (code: LedgerIssueCode, file: string, found: string, expected: string) => {
    if (found !== expected) issues.push(issueIn(folder, file, code, { found, expected }));
  };
  const place = `contracts/${statement.contract}/ledger/${statement.period}`;
  if (folder.path !== place) {
    const found = `${statement.contract} ${statement.period}`;
    issues.push(issueIn(folder, 'statement.json', 'ledger-misplaced', { found, expected: place }));
  }
  expect('ledger-digest', 'terms.json', digest(terms), statement.termsDigest);
  expect('ledger-digest', 'evidence.json', digest(evidence), statement.evidenceDigest);
  expect('ledger-chain', 'statement.json', statement.previousDigest ?? '-', before.at(-1)?.statement.digest ?? '-');
  const { checksum, ...fields } = statement.provenance;
  if (digest(fields) !== checksum) issues.push(issueIn(folder, 'statement.json', 'ledger-provenance'));
  const text = folder.files.get('statement.md');
  if (text !== undefined && digestText(text) !== statement.provenance.statementMd) {
    const line = firstDifference(text, tools.render(statement, terms, before)) ?? 1;
    const isEnds = digestText(linesEndAlike(text)) === statement.provenance.statementMd;
    issues.push(
      isEnds
        ? issueIn(folder, 'statement.md', 'ledger-line-ends')
        : issueIn(folder, 'statement.md', 'ledger-statement-text', { line }, line),
    );
  }
  const { events, issues: eventIssues } = eventsOf(folder, statement, tools.events);
  issues.push(...eventIssues);
  // Replaying other files than the statement names would only repeat what the digests have said.
  const changed = issues.some((issue) => issue.code === 'ledger-digest') || eventIssues.length > 0;
  const differing = changed ? [] : replayIssues(folder, entry, before, events);
  issues.push(...differing);
  // Where no replay could say what was changed in the statement, its own digest still says that something was.
  if (differing.length === 0) expect('ledger-digest', 'statement.json', digest(bodyOf(statement)), statement.digest);
  return issues;
}

/** The very events that the statement counted, whatever has been filed since. */
function eventsOf(
  folder: LedgerFolder,
  statement: Statement,
  known: readonly ContractEvent[],
): { events: ContractEvent[]; issues: Issue[] } {
  const events: ContractEvent[] = [];
  const issues: Issue[] = [];
  for (const counted of statement.events) {
    const event = known.find((candidate) => candidate.file === counted.file);
    if (event === undefined) issues.push(issueIn(folder, 'statement.json', 'ledger-event-missing', { event: counted.file }));
    else if (event.digest !== counted.digest) {
      issues.push(issueIn(folder, 'statement.json', 'ledger-event-changed', { event: counted.file }));
    } else events.push(event);
  }
  return { events, issues };
}

function replayIssues(folder: LedgerFolder, entry: LedgerEntry, before: readonly LedgerEntry[], events: readonly ContractEvent[]): Issue[] {
  const body = replayed(entry, before, events);
  const difference = body === null ? UNREPLAYABLE : firstDifferenceOf(bodyOf(entry.statement), body, '');
  return difference === null ? [] : [issueIn(folder, 'statement.json', 'ledger-replay-differs', difference)];
}

const UNREPLAYABLE = { pointer: '/', found: 'a statement that no replay can have written', expected: 'period, dates and run as settled' };

/** The statement computed again; null where its own fields (period, dates) are such that nothing can be computed. */
function replayed(entry: LedgerEntry, before: readonly LedgerEntry[], events: readonly ContractEvent[]): StatementBody | null {
  const { asOf, run } = entry.statement;
  try {
    return settleAgain(entry, before, events, { asOf, run });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Computes a statement again from its own terms and evidence, with the events given and as of a date.
 * @throws RangeError where the statement's own period and dates are none that settlement can have written.
 */
export function settleAgain(
  { statement, evidence, terms }: LedgerEntry,
  before: readonly LedgerEntry[],
  events: readonly ContractEvent[],
  { asOf, run }: Pick<StatementBody, 'asOf' | 'run'>,
): StatementBody {
  const { from, to, period } = statement;
  const inForce = from === null || to === null ? null : periodInForce(period, terms.contract.calendar.every, { from, to });
  const target: Target = { period, inForce, dueOn: statement.asOf };
  return settle({ terms, events, ledger: before, evidence, asOf, run, timeline: timeline(terms.contract, events), target });
}

/** The first place, as a JSON pointer, in which two documents differ. */
export function firstDifferenceOf(
  found: unknown,
  expected: unknown,
  pointer: string,
): { pointer: string; found: string; expected: string } | null {
  if (isObject(found) && isObject(expected)) {
    for (const key of [...new Set([...Object.keys(found), ...Object.keys(expected)])].sort()) {
      const inner = firstDifferenceOf(found[key], expected[key], `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      if (inner !== null) return inner;
    }
    return null;
  }
  const text = (value: unknown) => (value === undefined ? '-' : canonicalJson(value));
  return text(found) === text(expected) ? null : { pointer, found: excerptOf(text(found), 78), expected: excerptOf(text(expected), 78) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
