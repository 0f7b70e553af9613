import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import { hasTermOfContract } from '../contract/term-length.js';
import type { Evidence } from '../evidence/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { digest, isDocumentText } from '../kernel/canonical.js';
import { isFields } from '../kernel/objects.js';
import { evidenceFaults } from '../settlement/evidence-faults.js';
import { type LedgerEntry, lastEvidence } from '../settlement/ledger-entry.js';
import type { Statement, StatementBody } from '../settlement/model.js';
import { placeFaults } from '../settlement/place-faults.js';
import { bodyOf, provenanceOf } from '../settlement/seal-statement.js';
import { firstDifferenceOf, settleAgain } from '../settlement/settle-again.js';
import { sharingWith } from '../settlement/shared-evidence.js';
import { type Difference, differs } from './difference.js';
import { DOCUMENTS, documentIn, eventIn, periodsOf } from './paths.js';
import { readEvent } from './read-event.js';

/*
 * The chain of a bundle's statements computed again. It does what the replay of a ledger does (src/settlement/replay.ts) and says less of
 * what it finds: one difference is enough to know that a bundle is not what was settled, and `concord verify` tells the rest.
 */

/** The statements of a bundle, and the last of them computed again. */
export interface ReplayedDocuments {
  /** Those whose files can be read. */
  readonly entries: readonly LedgerEntry[];
  readonly last: LedgerEntry | null;
  /** Null where nothing can be computed. */
  readonly again: StatementBody | null;
  readonly differences: readonly Difference[];
}

/**
 * Settles the last period of a bundle again, from the texts of its documents and events by path, and names whatever differs. Never
 * throws for what a text says.
 */
export function replayDocuments(texts: ReadonlyMap<string, string>): ReplayedDocuments {
  const differences: Difference[] = [];
  const entries: LedgerEntry[] = [];
  const events = new Map<string, ContractEvent | null>();
  let again: StatementBody | null = null;
  for (const period of periodsOf(texts.keys())) {
    const entry = readEntry(texts, period, differences);
    again = entry === null ? null : computed(texts, period, entry, entries, events, differences);
    if (entry === null || again === null) return { entries, last: null, again: null, differences };
    entries.push({ ...entry, evidence: sharingWith(entry.evidence, (each) => lastEvidence(entries, each)) });
  }
  const counted = new Set(entries.flatMap(({ statement }) => statement.events.map(({ file }) => eventIn(file))));
  // Whether a statement counts it, one that was changed does not say.
  if (differences.length > 0) return { entries, last: entries.at(-1) ?? null, again, differences };
  for (const path of texts.keys())
    if (path.startsWith('events/') && !counted.has(path)) differences.push(differs('uncounted', { file: path }));
  return { entries, last: entries.at(-1) ?? null, again, differences };
}

/** The documents of a period; null where one is none. What they are is seen when they are computed with. */
function readEntry(texts: ReadonlyMap<string, string>, period: PeriodId, differences: Difference[]): LedgerEntry | null {
  const read: Record<string, unknown> = {};
  for (const document of DOCUMENTS) {
    const file = documentIn(period, document);
    const text = texts.get(file);
    if (text === undefined) {
      differences.push(differs('missing', { file }));
      return null;
    }
    try {
      read[document] = JSON.parse(text);
      if (!isDocumentText(text, read[document])) differences.push(differs('form', { file }));
    } catch {
      read[document] = null;
    }
    if (!isFields(read[document]) || !isLike(document, read[document])) {
      differences.push(differs('unreadable', { file }));
      return null;
    }
  }
  const { terms, evidence, statement } = read;
  // The engine that settled them held them against their schemas; whatever else they were made to does not come out the same.
  return { terms: terms as Terms, evidence: evidence as Evidence, statement: statement as Statement };
}

/** Whether a document can be computed with in time, and says what is read of it before. */
function isLike(document: (typeof DOCUMENTS)[number], data: Readonly<Record<string, unknown>>): boolean {
  if (document === 'terms') return hasTermOfContract(data);
  return document !== 'statement' || isLikeStatement(data);
}

/** Whether what is listed in a statement is there: all that is read of it before it is computed again. */
function isLikeStatement(data: Readonly<Record<string, unknown>>): boolean {
  const { lines, events, provenance, total, balance, currency, period, contract, asOf, digest: named } = data;
  const isListOf = (list: unknown, ...names: readonly string[]) =>
    Array.isArray(list) && list.every((each) => isFields(each) && names.every((name) => typeof each[name] === 'string'));
  return (
    isListOf(lines, 'id', 'amount') &&
    isListOf(events, 'file', 'digest') &&
    isFields(provenance) &&
    [total, balance, currency, period, contract, asOf, named].every((text) => typeof text === 'string')
  );
}

/** One statement computed again on those before it; null where it cannot be. */
function computed(
  texts: ReadonlyMap<string, string>,
  period: PeriodId,
  entry: LedgerEntry,
  before: readonly LedgerEntry[],
  events: Map<string, ContractEvent | null>,
  differences: Difference[],
): StatementBody | null {
  const file = documentIn(period, 'statement');
  const known = differences.length;
  try {
    const isSealed = digest(bodyOf(entry.statement)) === entry.statement.digest;
    differences.push(...ownDifferences(period, entry, before.at(-1) ?? null, isSealed));
    const found = entry.statement.events.map((each) => {
      const path = eventIn(each.file);
      if (!events.has(each.file)) events.set(each.file, readEvent(each.file, texts.get(path) ?? ''));
      const event = events.get(each.file) ?? null;
      if (isSealed && event?.digest !== each.digest) differences.push(differs(texts.has(path) ? 'changed' : 'missing', { file: path }));
      return event;
    });
    const counted = found.filter((event) => event !== null);
    for (const { code, ...params } of placeFaults(entry, before.at(-1) ?? null, counted))
      differences.push(differs(code, { file, ...shown(params) }));
    for (const fault of evidenceFaults(entry, before))
      differences.push(differs('evidence-of', { ...fault, file: documentIn(period, 'evidence') }));
    const evidence = sharingWith(entry.evidence, (each) => lastEvidence(before, each));
    const again = settleAgain({ ...entry, evidence }, before, counted, entry.statement);
    const difference = firstDifferenceOf(bodyOf(entry.statement), again, '');
    // Without an event that it counted, as it was then, a statement cannot come out the same: that one has been told.
    const isAsCounted = !isSealed || entry.statement.events.every((each) => events.get(each.file)?.digest === each.digest);
    if (difference !== null && isAsCounted && ![...events.values()].includes(null))
      differences.push(differs('computed', { file, ...difference }));
    return again;
  } catch {
    // whatever a document was made to, it is none that settlement has written; what was changed in it may have been told
    if (differences.length === known) differences.push(differs('unreadable', { file: `ledger/${period}` }));
    return null;
  }
}

/** What a fault says, in the places of its words: `-` where there is nothing. */
function shown(params: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? '-']));
}

/**
 * What the documents of a period say of each other, of the statement before, and of where they stand. A statement that is not what was sealed
 * accuses no other file.
 */
function ownDifferences(
  period: PeriodId,
  { terms, evidence, statement }: LedgerEntry,
  previous: LedgerEntry | null,
  isSealed: boolean,
): Difference[] {
  const { contract, provenance } = statement;
  const of = (document: (typeof DOCUMENTS)[number]) => ({ file: documentIn(period, document) });
  const { checksum, ...fields } = provenance;
  const checks: readonly (readonly [boolean, Difference])[] = [
    [!isSealed || digest(terms) === statement.termsDigest, differs('digest', of('terms'))],
    [!isSealed || digest(evidence) === statement.evidenceDigest, differs('digest', of('evidence'))],
    [isSealed, differs('digest', of('statement'))],
    [provenanceOf(fields).checksum === checksum, differs('digest', of('statement'))],
    [statement.period === period, differs('of-another', { ...of('statement'), period })],
    [(previous?.statement.digest ?? null) === statement.previousDigest, differs('chain', of('statement'))],
    [
      !isSealed || (terms.contract.id === contract && (previous?.terms.contract.id ?? contract) === contract),
      differs('of-another', { ...of('terms'), period }),
    ],
  ];
  return checks.flatMap(([isSo, difference]) => (isSo ? [] : [difference]));
}
