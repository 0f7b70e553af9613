import { type Document, isScalar, LineCounter } from 'yaml';
import { visibleName } from '../kernel/characters.js';
import { type Issue, inFile, type Position } from '../kernel/issue.js';
import { loneLineEnd } from '../kernel/text.js';
import { issue } from '../words/issue.js';
import { compose, type Fault, isTooLong } from './compose-yaml.js';
import { plainData, type Report, reportBeyond, SIZES } from './plain-data.js';
import { Source } from './source.js';
import { type Fits, type Reading, syntaxSlips } from './syntax-slips.js';

/** A file as plain data, with the source that knows where everything stands. */
export interface ParsedFile {
  readonly data: unknown;
  readonly source: Source;
}

/** After so many mistakes of form the rest is counted. */
const MOST_ISSUES = 50;
/**
 * Parses YAML 1.2 (core schema; JSON is part of it) into plain data, without schema.
 * Numbers are doubles only where that is exact; {@link Source.written} has the text of every other one.
 * @param fits how many mistakes data has beside those of form: of two ways to mend a line the one with fewer is told.
 * Issues: syntax, duplicate keys, tags, aliases, numbers that are no decimals, files that are too large, too deep or not UTF-8.
 */
export function parseYaml(
  path: string,
  text: string,
  fits: Fits = () => 0,
): { readonly file: ParsedFile | null; readonly issues: readonly Issue[] } {
  if (isTooLong(text)) return { file: null, issues: [issue('file-too-large', inFile(path), SIZES)] };
  const unreadable = text.search(/[\uFFFD\0]/);
  if (unreadable >= 0) {
    // UTF-16 has an empty byte for every plain letter; what else is not UTF-8 is nearly always what Chinese Windows writes
    const encoding = text.includes('\0') ? 'UTF-16' : 'GBK / ANSI';
    return { file: null, issues: [issue('file-encoding', positionOf(path, text, unreadable), { encoding })] };
  }
  // What follows such a sign is a comment to one reader and a clause to another.
  const alone = loneLineEnd(text);
  if (alone !== null)
    return { file: null, issues: [issue('line-end-alone', positionOf(path, text, alone.index), { sign: visibleName(alone.sign) })] };
  const lines = new LineCounter();
  const issues: Issue[] = [];
  let more = 0;
  const report: Report = (code, offset, params) => {
    more += issues.length < MOST_ISSUES ? 0 : 1;
    if (more > 0) return;
    const { line, col } = lines.linePos(offset);
    issues.push(issue(code, { path, line: Math.max(line, 1), column: Math.max(col, 1) }, params));
  };
  const found = (): readonly Issue[] =>
    more === 0 ? issues : [...issues, issue('more-mistakes', inFile(path), { count: more, shown: MOST_ISSUES })];
  const document = composeDocument(text, lines, report, fits);
  if (document === null || issues.length > 0) return { file: null, issues: found() };
  const numbers = new Map<object, Map<string, string>>();
  const data = plainData(document, numbers, report, (offset) => lines.linePos(offset).line);
  return issues.length > 0
    ? { file: null, issues: found() }
    : { file: { data, source: new Source(path, document, lines, numbers, text) }, issues };
}

/** Where an offset of a text is, before any parser has counted its lines. */
function positionOf(path: string, text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { path, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The file's one document; null where it is nested too deeply, or cannot be read. */
function composeDocument(text: string, lines: LineCounter, report: Report, fits: Fits): Document.Parsed | null {
  const composed = compose(text, lines);
  if ('beyond' in composed) {
    if (composed.beyond !== null) reportBeyond(composed.beyond.code, composed.beyond.offset, report);
    return null;
  }
  const { document, faults } = composed;
  if (faults.length > 0) reportFaults(text, faults, report, fits);
  else if (isOneText(document)) reportFaults(text, [{ code: 'MISSING_CHAR', offset: 0 }], report, fits);
  return document;
}

/** A whole file that is one text: no line of it names a field, although lines of it were meant to. */
function isOneText({ contents }: Document.Parsed): boolean {
  return isScalar(contents) && typeof contents.value === 'string' && /[:：]/.test(contents.value);
}

/** Tells each slip once, with the line as it was meant; what no mend explains is told in the parser's own terms, and ends the search. */
function reportFaults(text: string, faults: readonly Fault[], report: Report, fits: Fits): void {
  for (const slip of syntaxSlips(text, faults, (mended) => readAgain(mended), fits)) {
    if (slip.indent !== null) report('line-indent', slip.offset, { ...slip.indent });
    else report('yaml-syntax', slip.offset, { problem: slip.problem, ...(slip.corrected === null ? {} : { corrected: slip.corrected }) });
  }
}

function readAgain(text: string): Reading {
  const composed = compose(text, new LineCounter());
  if ('beyond' in composed) return { faults: [{ code: 'IMPOSSIBLE', offset: 0 }], data: null };
  const { document, faults } = composed;
  return {
    faults,
    data:
      faults.length > 0
        ? null
        : plainData(
            document,
            new Map(),
            () => undefined,
            () => 0,
          ),
  };
}
