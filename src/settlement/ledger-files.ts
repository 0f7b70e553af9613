import type { Terms } from '../contract/model.js';
import { EVIDENCE_FILE, LEDGER_FILES } from '../contract/paths.js';
import type { Evidence } from '../evidence/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { type Issue, inFile, inNoFile } from '../kernel/issue.js';
import { remembered } from '../kernel/remembered.js';
import { excerptOf } from '../kernel/text.js';
import { issue } from '../words/issue.js';
import { type LedgerEntry, lastEvidence } from './ledger-entry.js';
import type { Statement } from './model.js';
import { sharingWith } from './shared-evidence.js';

/** The files of one folder of the ledger, as text. */
export interface LedgerFolder {
  readonly period: PeriodId;
  /** Root-relative path of the folder. */
  readonly path: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Problems of a document's shape; null where it has none. */
export type DocumentShape = (kind: 'terms' | 'evidence' | 'statement', data: unknown) => string | null;

/** Root-relative path of a file of one period's folder. */
export function ledgerFile({ path }: Pick<LedgerFolder, 'path'>, name: string): string {
  return `${path}/${name}`;
}

const IN_WORDS: ReadonlySet<string> = new Set(['required', 'additionalProperties', 'type']);

/** What a document's shape lacks, as a phrase of either language where there is one. */
function inWords(shape: string | null): string | null {
  const [, place, keyword = ''] = /^(\/[^|]{0,59}): (\w+)$/u.exec(shape ?? '') ?? [];
  if (place === undefined) return shape;
  return IN_WORDS.has(keyword) ? `@shape.${keyword}:${place}` : `@shape.other:${place}|${keyword}`;
}

// Half of a character, written as an escape: no digest can cover it, and nothing that settlement writes has one.
const ESCAPED_HALF = /(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]/;

const PERIOD_NAME = /^\d{4}-(?:\d{2}|Q[1-4]|W\d{2})$/;

/** Whether a path below a ledger is one that settlement writes. */
export function isWrittenName(path: string): boolean {
  const [period = '', file = '', ...more] = path.split('/');
  return PERIOD_NAME.test(period) && LEDGER_FILES.some((one) => one === file) && more.length === 0;
}

/** Whether a folder is of a period, by its name or by what it holds: what people or systems put beside them is none. */
export function isOfPeriod({ period, files }: LedgerFolder): boolean {
  return PERIOD_NAME.test(period) || LEDGER_FILES.some((file) => files.has(file));
}

/** What was read of a text: the terms of most statements are those of the one before. */
export type ReadBefore = Map<string, unknown>;

/** The entry of a folder, null where it is not whole, and what is wrong with the form of its files. */
export interface ReadFolder {
  readonly entry: LedgerEntry | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads one folder without judging more than its form; `known` keeps what equal texts were read as. Where the evidence is left out, asking
 * the entry for it is a fault of the program.
 */
export function readEntry(folder: LedgerFolder, shape: DocumentShape, known: ReadBefore = new Map(), withEvidence = true): ReadFolder {
  if (!isOfPeriod(folder)) return { entry: null, issues: unknownIn(folder) };
  const issues: Issue[] = [];
  for (const file of folder.files.keys()) {
    if (!LEDGER_FILES.some((one) => one === file))
      issues.push(issue('ledger-file-unknown', inFile(ledgerFile(folder, file)), { file: ledgerFile(folder, file) }));
  }
  for (const file of LEDGER_FILES)
    if (!folder.files.has(file))
      issues.push(issue('ledger-file-missing', inFile(ledgerFile(folder, file)), { period: folder.period, file }));
  const read = (file: string, kind: 'terms' | 'evidence' | 'statement'): unknown => {
    const text = folder.files.get(file);
    if (text === undefined) return null;
    if (kind === 'terms' && known.has(text)) return known.get(text);
    let problem: string | null;
    try {
      const data: unknown = JSON.parse(text);
      problem = text.includes('\\u') && ESCAPED_HALF.test(text) ? '@json.half' : inWords(shape(kind, data));
      if (problem === null) {
        if (kind === 'terms') known.set(text, data);
        return data;
      }
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      // its bytes are what both parties hold: it is not read as if they were others
      problem = text.startsWith('\uFEFF') ? '@json.mark' : said;
    }
    issues.push(
      issue('ledger-not-json', inFile(ledgerFile(folder, file)), { file: ledgerFile(folder, file), problem: excerptOf(problem, 200) }),
    );
    return null;
  };
  const terms = read('terms.json', 'terms');
  const statement = read('statement.json', 'statement');
  // What was not read says nothing: neither that it is right nor that it cannot be read.
  const evidence = withEvidence ? read(EVIDENCE_FILE, 'evidence') : null;
  if (terms === null || statement === null || (withEvidence && evidence === null)) return { entry: null, issues };
  if (!withEvidence) return { entry: entryWithoutEvidence({ terms: terms as Terms, statement: statement as Statement }), issues };
  // The shapes have just been validated against the schemas.
  return { entry: { terms: terms as Terms, evidence: evidence as Evidence, statement: statement as Statement }, issues };
}

/** What lies in a ledger and is of no period: each file beside the folders, or a folder as one. */
function unknownIn({ period, path, files }: LedgerFolder): Issue[] {
  const places = period === '' ? [...files.keys()].map((file) => inFile(ledgerFile({ path }, file))) : [inNoFile(path)];
  return places.map((at) => issue('ledger-file-unknown', at, { file: at.path }));
}

/** A ledger as far as it has been read: what its next folder is read beside. */
interface ReadSoFar {
  readonly last: ReadFolder;
  readonly entries: readonly LedgerEntry[];
  readonly terms: ReadBefore;
}

const NOTHING_READ: ReadSoFar = { last: { entry: null, issues: [] }, entries: [], terms: new Map() };

/**
 * Reads the folders of one ledger in ascending order, each when it is asked for; what statements measured alike is one object among them.
 * The very same folders are read once: whoever verifies a ledger that has been read replays it.
 */
export function* readLedger(
  folders: readonly LedgerFolder[],
  shape: DocumentShape,
  withEvidence = true,
): Generator<ReadFolder & { readonly folder: LedgerFolder }> {
  let before = NOTHING_READ;
  for (const folder of folders) {
    before = readNext(folder, shape, withEvidence, before);
    yield { folder, ...before.last };
  }
}

/**
 * The folders in the order of the statements in them: one that bears another name than its statement's period is read where it belongs, if
 * nothing else stands there, so that what comes before and after it is not accused of a gap.
 */
export function inTheirPlaces(folders: readonly LedgerFolder[], shape: DocumentShape, withEvidence = true): readonly LedgerFolder[] {
  const names = new Set(folders.map(({ period }) => period));
  const placed = [...readLedger(folders, shape, withEvidence)].map(({ folder, entry }) => {
    const period = entry?.statement.period ?? folder.period;
    return { folder, place: names.has(period) ? folder.period : period };
  });
  if (placed.every(({ folder, place }) => place === folder.period)) return folders;
  return placed.sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place))).map(({ folder }) => folder);
}

const readNext = remembered((folder: LedgerFolder, shape: DocumentShape, withEvidence: boolean, before: ReadSoFar): ReadSoFar => {
  const terms = new Map(before.terms);
  const { entry, issues } = readEntry(folder, shape, terms, withEvidence);
  const shared = entry === null || !withEvidence ? entry : { ...entry, evidence: sharedWith(before.entries, entry) };
  return { last: { entry: shared, issues }, entries: shared === null ? before.entries : [...before.entries, shared], terms };
});

function sharedWith(before: readonly LedgerEntry[], { evidence }: LedgerEntry): Evidence {
  return sharingWith(evidence, (period) => lastEvidence(before, period));
}

/** An entry whose evidence is not held: asking it for that is a fault of the program. */
export function entryWithoutEvidence({ terms, statement }: Pick<LedgerEntry, 'terms' | 'statement'>): LedgerEntry {
  return {
    terms,
    statement,
    get evidence(): Evidence {
      throw new RangeError(`the evidence of ${statement.period} was not read`);
    },
  };
}
