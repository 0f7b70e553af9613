import { Composer, type CST, type Document, Lexer, type LineCounter, Parser, Schema } from 'yaml';
import { LIMITS } from './plain-data.js';

/*
 * From a text to the document that the parser makes of it, and what the parser complains of: without a word to anybody, so that what
 * reads files apart from the program (src/bundle/) needs no catalogue of messages.
 */

// One instance for all files: building a schema for every document costs more than reading a small one.
const CORE = new Schema({ schema: 'core' });

/** Lexemes with which a value or key begins: the lexer's mark of a plain one, quotes, a block's header, brackets, an alias. */
const BEGINS_VALUE: ReadonlySet<string> = new Set(['\u001f', '"', "'", '|', '>', '[', '{', '*']);

/** After so many errors of syntax the rest is noise. */
const MOST_ERRORS = 10;

/** What the parser makes of a text: its document and what it complains of, or the limit that the text goes beyond. */
export type Composed = { readonly document: Document.Parsed; readonly faults: readonly Fault[] } | { readonly beyond: Beyond | null };

/** A complaint of the parser, in its own code. */
export interface Fault {
  readonly code: string;
  readonly offset: number;
}

/** Whether a text is longer than any that is composed: asked before, since the parser's own work is what costs. */
export function isTooLong(text: string): boolean {
  return text.length > LIMITS.characters || hasMoreLines(text, LIMITS.lines);
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

/** Reads a text; positions are told to `lines`. */
export function compose(text: string, lines: LineCounter): Composed {
  const tokens = withoutStacks(() => tokensOf(text, lines));
  if (!Array.isArray(tokens)) return { beyond: tokens };
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

/**
 * The parser's tokens, or the limit that they go beyond: it leaves a list of lists of lists by calling itself once per level, which can
 * end the whole process, and each token costs hundreds of bytes. After so many mistakes that no more are told, the rest of a text is not
 * looked at: a bracket too many for each of its characters would take hundreds of megabytes.
 */
function tokensOf(text: string, lines: LineCounter): CST.Token[] | Beyond {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let mistakes = 0;
  let values = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // A key and its value are two: a contract has a fraction of them.
    if (BEGINS_VALUE.has(lexeme.charAt(0))) values += 1;
    if (values > LIMITS.nodes) return { code: 'file-too-large', offset: parser.offset };
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') mistakes += 1;
    }
    if (mistakes > MOST_ERRORS) break;
    // the document is the outermost, and what it holds is at depth 0
    const beyond = parser.stack.length > LIMITS.depth + 2 ? parser.stack[LIMITS.depth + 2] : undefined;
    if (beyond !== undefined && 'items' in beyond) return { code: 'file-too-deep', offset: beyond.offset };
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
export interface Beyond {
  readonly code: 'file-too-deep' | 'file-too-large';
  readonly offset: number;
}

/**
 * Where lists and maps are nested beyond the limit, or a text has more keys, or more values, than it may have values. Looked for in the
 * parser's tokens, without recursion: composing a document descends once per level, running out of stack inside it can end the whole
 * process, and what it makes of each costs a kilobyte.
 */
function beyondLimits(tokens: readonly CST.Token[]): Beyond | null {
  let keys = 0;
  let values = 0;
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
      if (value === undefined) continue;
      values += 1;
      if (values > LIMITS.nodes) return { code: 'file-too-large', offset: value.offset };
      open.push({ token: value, depth: depth + 1 });
    }
  }
  return null;
}
