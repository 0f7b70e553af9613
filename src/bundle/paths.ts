import type { PeriodId } from '../kernel/calendar.js';

/** What a bundle has beside the ledger's files and the events: what it is, how it is checked and by what, the page that people read. */
export const MANIFEST = 'bundle.json';
export const INSTRUCTIONS = 'VERIFY.md';
export const VERIFIER = 'verify.mjs';
export const PAGE = 'statement.md';

/** The documents of each period. */
export const DOCUMENTS = ['terms', 'evidence', 'statement'] as const;
type Document = (typeof DOCUMENTS)[number];

export const ENGINES = ['duckdb', 'bigquery'] as const;

const documentPath = /^ledger\/(\d{4}-(?:\d{2}|Q[1-4]|W\d{2}))\/(?:terms|evidence|statement)\.json$/;
const eventPath = /^events\/\d{4}-\d{2}-\d{2}-[a-z0-9][a-z0-9-]{0,79}\.yaml$/;
const others: readonly string[] = [MANIFEST, INSTRUCTIONS, VERIFIER, PAGE, ...ENGINES.map(queriesIn)];

/** Most that a bundle holds, in bytes of text: a hundred times what a year of days needs. */
export const MOST_BYTES = 128_000_000;

/** Path in a bundle of one of the documents of a period. */
export function documentIn(period: PeriodId, document: Document): string {
  return `ledger/${period}/${document}.json`;
}

/** Path in a bundle of an event, by its file name. */
export function eventIn(file: string): string {
  return `events/${file}`;
}

/** Path in a bundle of an engine's queries. */
export function queriesIn(engine: (typeof ENGINES)[number]): string {
  return `sql/${engine}.sql`;
}

/** Whether a bundle may have a file of that name: none leads out of its folder. */
export function isBundlePath(path: string): boolean {
  return others.includes(path) || isDocumentPath(path) || isEventPath(path);
}

/** Whether a path of a bundle is one of the documents of a period. */
export function isDocumentPath(path: string): boolean {
  return documentPath.test(path);
}

/** Whether a path of a bundle is that of an event. */
export function isEventPath(path: string): boolean {
  return eventPath.test(path);
}

/** The periods that paths have documents of, ascending. */
export function periodsOf(paths: Iterable<string>): PeriodId[] {
  return [...new Set([...paths].flatMap((path) => documentPath.exec(path)?.[1] ?? []))].sort();
}
