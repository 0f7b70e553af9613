import { Composer, type CST, type Document, isScalar, Lexer, LineCounter, Parser, Schema } from 'yaml';
import { type Issue, inFile, type Position } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import { LIMITS, plainData, type Report, reportBeyond, SIZES } from './plain-data.js';
import { Source } from './source.js';
import { type Fits, type Reading, syntaxSlips } from './syntax-slips.js';

/** A file as plain data, with the source that knows where everything stands. */
export interface ParsedFile {
  readonly data: unknown;
  readonly source: Source;
}

// One instance for all files: building a schema for every document costs more than reading a small one.
const CORE = new Schema({ schema: 'core' });

/** After so many mistakes of form the rest is counted. */
const MOST_ISSUES = 50;
/** After so many errors of syntax the rest is noise. */
const MOST_ERRORS = 10;

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
  if (text.length > LIMITS.characters || hasMoreLines(text, LIMITS.lines))
    return { file: null, issues: [issue('file-too-large', inFile(path), SIZES)] };
  const unreadable = text.search(/[\uFFFD\0]/);
  if (unreadable >= 0) {
    // UTF-16 has an empty byte for every plain letter; what else is not UTF-8 is nearly always what Chinese Windows writes
    const encoding = text.includes('\0') ? 'UTF-16' : 'GBK / ANSI';
    return { file: null, issues: [issue('file-encoding', positionOf(path, text, unreadable), { encoding })] };
  }
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

/** Whether a text has more line ends than that; a text of nothing else takes the parser hundreds of megabytes. */
function hasMoreLines(text: string, most: number): boolean {
  let at = -1;
  for (let count = 0; count <= most; count++) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return false;
  }
  return true;
}

/** Where an offset of a text is, before any parser has counted its lines. */
function positionOf(path: string, text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { path, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** What the parser makes of a text: its document and what it complains of, or the limit that the text goes beyond. */
type Composed = { readonly document: Document.Parsed; readonly faults: readonly Fault[] } | { readonly beyond: Beyond | null };

/** A complaint of the parser, in its own code. */
interface Fault {
  readonly code: string;
  readonly offset: number;
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

function compose(text: string, lines: LineCounter): Composed {
  const tokens = withoutStacks(() => tokensOf(text, lines));
  if (typeof tokens === 'number') return { beyond: { code: 'file-too-deep', offset: tokens } };
  const beyond = beyondLimits(tokens);
  if (beyond !== null) return { beyond };
  const composer = new Composer({ schema: CORE, version: '1.2', prettyErrors: false, uniqueKeys: false });
  const [document, second] = withoutStacks(() => [...composer.compose(tokens, true, text.length)]);
  if (document === undefined) return { beyond: null };
  // An unknown tag is reported with all other tags.
  const errors = document.errors.filter((error) => error.code !== 'TAG_RESOLVE_FAILED');
  const faults = errors.slice(0, MOST_ERRORS).map(({ code, pos }): Fault => ({ code, offset: pos[0] }));
  return { document, faults: second === undefined ? faults : [...faults, { code: 'MULTIPLE_DOCS', offset: second.range[0] }] };
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

/**
 * The parser's tokens, or where they are nested far beyond the limit: it leaves a list of lists of lists by calling itself once per level,
 * which can end the whole process. After so many mistakes that no more are told, the rest of a text is not looked at: a bracket too many
 * for each of its characters would take hundreds of megabytes.
 */
function tokensOf(text: string, lines: LineCounter): CST.Token[] | number {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let mistakes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') mistakes += 1;
    }
    if (mistakes > MOST_ERRORS) break;
    // the document is the outermost, and what it holds is at depth 0
    const beyond = parser.stack[LIMITS.depth + 2];
    if (beyond !== undefined && 'items' in beyond) return beyond.offset;
  }
  tokens.push(...parser.end());
  return tokens;
}

/** The parser makes an error of every mistake, a hundred thousand in one file: what they cost is the stack that each writes down. */
function withoutStacks<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** A limit that a text goes beyond, and where. */
interface Beyond {
  readonly code: 'file-too-deep' | 'file-too-large';
  readonly offset: number;
}

/**
 * Where lists and maps are nested beyond the limit, or a text has more keys than it may have values. Looked for in the parser's tokens,
 * without recursion: composing a document descends once per level, running out of stack inside it can end the whole process, and what
 * it makes of each key costs a kilobyte.
 */
function beyondLimits(tokens: readonly CST.Token[]): Beyond | null {
  let keys = 0;
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > LIMITS.depth) return { code: 'file-too-deep', offset: token.offset };
    if (token.type === 'document' && token.value !== undefined) open.push({ token: token.value, depth });
    if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection') continue;
    for (const { key, value } of token.items) {
      if (key !== undefined && key !== null) {
        keys += 1;
        if (keys > LIMITS.nodes) return { code: 'file-too-large', offset: key.offset };
        open.push({ token: key, depth: depth + 1 });
      }
      if (value !== undefined) open.push({ token: value, depth: depth + 1 });
    }
  }
  return null;
}
