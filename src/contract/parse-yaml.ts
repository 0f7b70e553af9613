import type { Document, Node, Pair, Scalar } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, Schema } from 'yaml';
import type { IssueCode } from '../kernel/catalogue/issues.js';
import type { Issue } from '../kernel/issue.js';
import { issueAt } from './issue-at.js';
import { keyText, Source } from './source.js';

/** A file as plain data, with the source that knows where everything stands. */
export interface ParsedFile {
  readonly data: unknown;
  readonly source: Source;
}

/** Limits that no contract written by people reaches; beyond them a file is refused before it costs time. */
export const LIMITS = { characters: 262_144, nodes: 50_000, depth: 40, numberDigits: 40 } as const;

// One instance for all files: building a schema for every document costs more than reading a small one.
const CORE = new Schema({ schema: 'core' });
const SIZES = { characters: LIMITS.characters, values: LIMITS.nodes };
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?$/;

/**
 * Parses YAML 1.2 (core schema; JSON is part of it) into plain data, without schema.
 * Numbers are doubles only where that is exact; {@link Source.written} has the text of every other one.
 * Issues: syntax, duplicate keys, tags, aliases, numbers that are no decimals, files that are too large or too deep.
 */
export function parseYaml(path: string, text: string): { readonly file: ParsedFile | null; readonly issues: readonly Issue[] } {
  const top = { path, line: 1, column: 1 };
  if (text.length > LIMITS.characters) {
    return { file: null, issues: [issueAt('file-too-large', top, SIZES)] };
  }
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      schema: CORE,
      version: '1.2',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    });
  } catch (error) {
    // The parser descends once per level: a file nested deeper than the stack ends here.
    if (!(error instanceof RangeError)) throw error;
    return { file: null, issues: [issueAt('file-too-deep', top, { limit: LIMITS.depth })] };
  }
  const numbers = new Map<object, Map<string, string>>();
  const source = new Source(path, document, lines, numbers);
  const issues: Issue[] = [];
  const report = (code: IssueCode, offset: number, params: Readonly<Record<string, string | number>>) => {
    const { line, col } = lines.linePos(offset);
    issues.push(issueAt(code, { path, line: Math.max(line, 1), column: Math.max(col, 1) }, params));
  };
  for (const problem of document.errors) {
    if (problem.code !== 'TAG_RESOLVE_FAILED') report('yaml-syntax', problem.pos[0], { problem: `@yaml.${problem.code}` });
  }
  if (issues.length > 0) return { file: null, issues };
  const data = plainData(document, numbers, report);
  return issues.length > 0 ? { file: null, issues } : { file: { data, source }, issues };
}

type Report = (code: IssueCode, offset: number, params: Readonly<Record<string, string | number>>) => void;

/** The document as plain data. An alias stands for a copy of what it names, and counts as such against the limit. */
function plainData(document: Document.Parsed, numbers: Map<object, Map<string, string>>, report: Report): unknown {
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  let nodes = 0;
  let tooMuch = false;

  const refuse = (code: 'file-too-large' | 'file-too-deep', node: Node): undefined => {
    if (!tooMuch) report(code, node.range?.[0] ?? 0, code === 'file-too-large' ? SIZES : { limit: LIMITS.depth });
    tooMuch = true;
    return undefined;
  };

  const scalar = (node: Scalar, holder: object, key: string): unknown => {
    if (typeof node.value !== 'number') return node.value;
    const text = node.source ?? String(node.value);
    if (!DECIMAL.test(text) || text.length > LIMITS.numberDigits) {
      report('number-form', node.range?.[0] ?? 0, { found: quote(text) });
      return node.value;
    }
    if (String(node.value) !== text) {
      const texts = numbers.get(holder) ?? new Map<string, string>();
      texts.set(key, text);
      numbers.set(holder, texts);
    }
    return node.value;
  };

  const build = (node: Node | null, holder: object, key: string, depth: number): unknown => {
    if (node === null || tooMuch) return null;
    nodes += 1;
    if (nodes > LIMITS.nodes) return refuse('file-too-large', node);
    if (depth > LIMITS.depth) return refuse('file-too-deep', node);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined || open.has(target)) {
        report('alias', node.range?.[0] ?? 0, { found: quote(node.source) });
        return null;
      }
      return build(target, holder, key, depth + 1);
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (node.tag !== undefined) report('tag', node.range?.[0] ?? 0, { found: quote(node.tag.replace('tag:yaml.org,2002:', '!!')) });
    if (isScalar(node)) return scalar(node, holder, key);
    open.add(node);
    const result = isMap<Node, Node | null>(node) ? map(node.items, depth) : isSeq<Node>(node) ? list(node.items, depth) : null;
    open.delete(node);
    return result;
  };

  const map = (pairs: readonly Pair<Node, Node | null>[], depth: number): object => {
    const result = {};
    for (const pair of pairs) {
      const name = keyText(pair.key);
      const offset = pair.key?.range?.[0] ?? 0;
      if (name === null) report('key-form', offset, {});
      else if (Object.hasOwn(result, name)) report('duplicate-key', offset, { field: quote(name) });
      else set(result, name, build(pair.value, result, name, depth + 1));
    }
    return result;
  };

  const list = (items: readonly Node[], depth: number): unknown[] => {
    const result: unknown[] = [];
    for (const item of items) result.push(build(item, result, String(result.length), depth + 1));
    return result;
  };

  return build(document.contents, {}, '', 0);
}

/** Assigns a field; `__proto__` becomes a field like any other, so that it is refused as unknown. */
function set(target: object, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(target, name, { value, enumerable: true, configurable: true });
  else Reflect.set(target, name, value);
}

/** Text from a file as messages show it: in quotes, cut where it is long. */
export function quote(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return JSON.stringify(flat.length > 60 ? `${flat.slice(0, 57)}…` : flat);
}
