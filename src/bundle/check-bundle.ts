import { isTooLong } from '../contract/compose-yaml.js';
import type { PeriodId } from '../kernel/calendar.js';
import { digestText, documentText } from '../kernel/canonical.js';
import { distinct, isFields } from '../kernel/objects.js';
import { linesEndAlike, type Params } from '../kernel/text.js';
import type { Line } from '../settlement/model.js';
import { firstDifferenceOf } from '../settlement/settle-again.js';
import { type Difference, differs } from './difference.js';
import { digestLine, instructions } from './instructions.js';
import { type About, digestsOf, manifestOf } from './manifest.js';
import {
  documentIn,
  ENGINES,
  INSTRUCTIONS,
  isBundlePath,
  isDocumentPath,
  isEventPath,
  MANIFEST,
  PAGE,
  queriesIn,
  VERIFIER,
} from './paths.js';
import { replayDocuments } from './replay-documents.js';

/** A line of the statement, and the same computed again; null where it could not be, or does not come out again. */
export interface CheckedLine {
  readonly line: Pick<Line, 'id' | 'amount'>;
  readonly again: Pick<Line, 'id' | 'amount'> | null;
  /** The first place in which the two differ; null where they are the same, or nothing was computed. */
  readonly difference: ReturnType<typeof firstDifferenceOf>;
}

/** What checking a bundle found. */
export interface CheckedBundle {
  readonly about: About;
  readonly currency: string;
  readonly total: string;
  /** Null: not computed again. */
  readonly totalAgain: string | null;
  /** Σ totals − Σ payments by the day of the statement: what of it is still to be paid, with all before it. */
  readonly balance: string;
  readonly balanceAgain: string | null;
  readonly lines: readonly CheckedLine[];
  /** Every period whose statement was computed again, ascending. */
  readonly periods: readonly PeriodId[];
  /** In the order in which they were found: the first is the one to look at. Empty: all is the same. */
  readonly differences: readonly Difference[];
}

const ALWAYS = [INSTRUCTIONS, PAGE, VERIFIER, ...ENGINES.map(queriesIn)];

/**
 * Checks every file of a bundle against its manifest, and computes every statement again from its terms, evidence and events.
 * @param texts the files by path; null: a file that is no text.
 * @returns null where it says in no readable way what it is of.
 */
export function checkBundle(texts: ReadonlyMap<string, string | null>): CheckedBundle | null {
  const manifest = readManifest(texts.get(MANIFEST) ?? null);
  if (manifest === null) return null;
  const { about } = manifest;
  const beyond = [...texts].flatMap(([file, text]) => (text !== null && isBeyond(file, text) ? [differs('too-large', { file })] : []));
  if (beyond.length > 0) {
    const nothing = { currency: '', total: '', totalAgain: null, balance: '', balanceAgain: null, lines: [], periods: [] };
    return { about, ...nothing, differences: beyond };
  }
  const readable = new Map([...texts].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])));
  const found = [...fileDifferences(manifest, texts, readable), ...missing(texts, manifest, pageOf(manifest, readable))];
  if (found.length === 0 && documentText(manifestOf(about, readable)) !== texts.get(MANIFEST))
    found.push(differs('form', { file: MANIFEST }));
  // what lies beside the bundle is told, and nothing of it is computed with: a statement beside it would stand in the place of its own
  const beside = new Set(found.flatMap(({ what, params }) => (what === 'unlisted' ? [params.file] : [])));
  const { entries, last, again, differences } = replayDocuments(new Map([...readable].filter(([path]) => !beside.has(path))));
  found.push(...differences);
  const statement = last?.statement;
  const isOf = statement?.period === about.period && statement.contract === about.contract;
  // Of documents that cannot be read to the end nothing says whether they are of another period.
  if (statement === undefined && found.length === 0) found.push(differs('of-another', { file: MANIFEST, period: about.period }));
  if (statement !== undefined && !isOf) {
    const named = ({ contract, period }: Pick<About, 'contract' | 'period'>) => `${contract} ${period}`;
    found.push(differs('misnames-of', { file: MANIFEST, found: named(about), expected: named(statement) }));
  }
  if (statement !== undefined && isOf) {
    if (statement.digest !== about.statement)
      found.push(differs('misnames', { file: MANIFEST, of: documentIn(about.period, 'statement') }));
    if (digestText(readable.get(PAGE) ?? '') !== statement.provenance.statementMd) found.push(differs('changed', { file: PAGE }));
  }
  return {
    about,
    currency: statement?.currency ?? '',
    total: statement?.total ?? '',
    totalAgain: again?.total ?? null,
    balance: statement?.balance ?? '',
    balanceAgain: again?.balance ?? null,
    lines: (statement?.lines ?? []).map((line) => checkedLine(line, again?.lines.find(({ id }) => id === line.id) ?? null)),
    periods: entries.map((entry) => entry.statement.period),
    differences: toldOnce(found),
  };
}

/** Most characters of a document: a quarter of days with twenty measures, four such quarters of them, has a tenth of it. */
const MOST_OF_A_DOCUMENT = 8_000_000;
/** A number of more digits than any that is computed: exact arithmetic would take minutes with it. */
const ENDLESS_NUMBER = /[\d.]{1000}/;

/** Whether a file is more than any of its kind: not even its digest is worth the time then. */
function isBeyond(path: string, text: string): boolean {
  if (isEventPath(path)) return isTooLong(text);
  return isDocumentPath(path) && (text.length > MOST_OF_A_DOCUMENT || ENDLESS_NUMBER.test(text));
}

function checkedLine(line: Line, again: Line | null): CheckedLine {
  return { line, again, difference: again === null ? null : firstDifferenceOf(line, again, '') };
}

/** What is wrong with a file as a whole. */
const OF_THE_FILE: ReadonlySet<Difference['what']> = new Set(['missing', 'changed', 'line-ends', 'digest', 'form', 'unreadable']);

/** A file that is gone or changed is told so once, by whatever finds it first: its manifest, its statement, or what is computed with it. */
function toldOnce(differences: readonly Difference[]): Difference[] {
  const told = new Set<Params[string] | undefined>();
  return distinct(differences).filter(({ what, params: { file } }) => {
    const isKnown = told.has(file) && OF_THE_FILE.has(what);
    if (what === 'missing' || what === 'changed' || what === 'line-ends') told.add(file);
    return !isKnown;
  });
}

interface ReadManifest {
  readonly about: About;
  readonly listed: ReadonlyMap<string, string>;
}

/** What a manifest names; null where it is none. */
function readManifest(text: string | null): ReadManifest | null {
  const data = text === null ? null : parsed(text);
  if (!isFields(data) || data.kind !== 'Bundle' || !Array.isArray(data.files)) return null;
  const { contract, period, engine, statement } = data;
  if (typeof contract !== 'string' || typeof period !== 'string' || typeof engine !== 'string' || typeof statement !== 'string')
    return null;
  const listed = new Map<string, string>();
  for (const file of data.files) {
    if (!isFields(file) || typeof file.path !== 'string' || typeof file.digest !== 'string' || !isBundlePath(file.path)) return null;
    listed.set(file.path, file.digest);
  }
  return { about: { contract, period, engine, statement }, listed };
}

/** The files that a manifest names and a bundle may have, its own among them; null where it is none. */
export function filesNamed(manifest: string): readonly string[] | null {
  const read = readManifest(manifest);
  return read === null ? null : [MANIFEST, ...read.listed.keys()];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The page of instructions, where it is what the manifest says: then it bears out other files, or finds the manifest changed; else null. */
function pageOf({ listed }: ReadManifest, readable: ReadonlyMap<string, string>): readonly string[] | null {
  const page = readable.get(INSTRUCTIONS) ?? '';
  return digestText(page) === listed.get(INSTRUCTIONS) ? page.split('\n') : null;
}

/** Files that are others than the manifest names; where the page of instructions bears a file out, it is the manifest that was changed. */
function fileDifferences(
  manifest: ReadManifest,
  texts: ReadonlyMap<string, string | null>,
  readable: ReadonlyMap<string, string>,
): Difference[] {
  const { about, listed } = manifest;
  const found: Difference[] = [];
  const page = pageOf(manifest, readable);
  const borneOut = (path: string, digest: string): boolean => {
    if (path !== INSTRUCTIONS) return page?.includes(digestLine({ path, digest })) === true;
    return readable.get(path) === instructions(about, digestsOf(readable, [MANIFEST, INSTRUCTIONS]));
  };
  if (page !== null && !page.some((line) => line.split(/[^\w.+-]+/).includes(about.engine)))
    found.push(differs('misnames-engine', { file: MANIFEST, found: about.engine }));
  for (const [path, text] of texts) {
    if (path === MANIFEST) continue;
    const expected = listed.get(path);
    const isOwn = text !== null && borneOut(path, digestText(text));
    if (expected === undefined) found.push(isOwn ? differs('unnamed', { file: MANIFEST, of: path }) : differs('unlisted', { file: path }));
    else if (text === null) found.push(differs('changed', { file: path }));
    else if (digestText(text) !== expected && digestText(linesEndAlike(text)) === expected)
      found.push(differs('line-ends', { file: path }));
    else if (digestText(text) !== expected)
      found.push(isOwn ? differs('misnames', { file: MANIFEST, of: path }) : differs('changed', { file: path }));
  }
  return found;
}

/** Files that are named, or that every bundle has, and that are not there; one that the page of instructions does not have was never there. */
function missing(texts: ReadonlyMap<string, unknown>, { listed }: ReadManifest, page: readonly string[] | null): Difference[] {
  const wanted = [...new Set([...listed.keys(), ...ALWAYS])].filter((path) => !texts.has(path));
  const isOnPage = (path: string) => page === null || page.some((line) => line.endsWith(`  ${path}`));
  return wanted.map((path) =>
    isOnPage(path) || ALWAYS.includes(path) ? differs('missing', { file: path }) : differs('misnames-more', { file: MANIFEST, of: path }),
  );
}
