import type { Document, LineCounter, Node } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Position } from '../kernel/issue.js';

/** The way to a piece of a file: field names and list indexes. */
export type Path = readonly (string | number)[];

/** A value that a message repeats. */
const MOST_SHOWN = 60;

/** A text of a file and what stands behind it on its line, from the space before the # on. */
export interface CutText {
  readonly path: Path;
  readonly text: string;
  readonly rest: string;
}

/** The text of the key of a pair; numbers keep the form in which they are written. */
export function keyText(key: unknown): string | null {
  if (!isScalar(key)) return null;
  if (typeof key.value === 'string') return key.value;
  return key.source === undefined || key.source === '' ? null : key.source;
}

/**
 * Where things stand in a YAML file, and how its numbers are written. Positions are looked up in the parsed document when
 * they are asked for, so that a file without issues pays nothing for them.
 */
export class Source {
  constructor(
    readonly path: string,
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    private readonly numbers: ReadonlyMap<object, ReadonlyMap<string, string>>,
    private readonly text: string,
    private readonly base: Path = [],
  ) {}

  /** A part of the file as a source of its own, whose paths begin there. */
  below(path: Path): Source {
    return new Source(this.path, this.document, this.lines, this.numbers, this.text, [...this.base, ...path]);
  }

  /** The value's position; where the path leads beyond what is written, that of the last part that is. */
  at(path: Path): Position {
    return this.offset(this.find(path).node);
  }

  /** The position of the key that holds a value, or of the value where it has no key. */
  keyAt(path: Path): Position {
    const { node, key } = this.find(path);
    return this.offset(key ?? node);
  }

  /** A position inside a text on one line: `index` characters after its start; the text's start where that is not known. */
  inside(path: Path, index: number): Position {
    const { node } = this.find(path);
    const start = this.offset(node);
    if (!isScalar(node) || typeof node.value !== 'string') return start;
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    if (!quoted && node.type !== 'PLAIN') return start;
    const written = node.range === null || node.range === undefined ? 0 : node.range[1] - node.range[0];
    const plain = written === node.value.length + (quoted ? 2 : 0);
    return plain ? { ...start, column: start.column + index + (quoted ? 1 : 0) } : start;
  }

  /** The position behind a value. */
  endOf(path: Path): Position {
    const { node } = this.find(path);
    return this.position(node?.range?.[1] ?? 0);
  }

  /** A number as it is written (`3.0`), from its source text and never through a float; text as it is. */
  written(holder: object, key: string): string {
    return this.numbers.get(holder)?.get(key) ?? String(Reflect.get(holder, key));
  }

  /** A field as it should be written, `target: 3.0`: with another value, or with another name; the value alone for an entry of a list. */
  corrected(path: Path, { key, value }: { readonly key?: string; readonly value?: string }): string {
    const last = path.at(-1);
    const name = key ?? (typeof last === 'string' ? last : null);
    const written = value ?? this.shown(path);
    return name === null ? written : written === '' ? `${name}:` : `${name}: ${written}`;
  }

  /** The text of a value on one line; nothing where it is longer, or none. */
  private shown(path: Path): string {
    const { node, key } = this.find(path);
    const { range } = node ?? {};
    if (node === key || range === null || range === undefined) return '';
    const written = this.text.slice(range[0], range[1]);
    return written.length > MOST_SHOWN || written.includes('\n') ? '' : written;
  }

  /** The text of a line from the start of a value or its key on: `3,000 }` tells one number from two entries of a list. */
  textFrom(path: Path, where: 'key' | 'value'): string {
    const { node, key } = this.find(path);
    const start = (where === 'key' ? key : node)?.range?.[0] ?? this.text.length;
    return this.text.slice(start, start + MOST_SHOWN).split(/[\r\n]/, 1)[0] ?? '';
  }

  /** The keys of a map in the order in which they are written; plain objects put keys that look like integers first. */
  keys(path: Path): string[] {
    const { node } = this.find(path);
    const target = isAlias(node) ? node.resolve(this.document) : node;
    if (!isMap<Node, Node | null>(target)) return [];
    return target.items.map((pair) => keyText(pair.key) ?? '');
  }

  /**
   * Texts without quotes after which, on the same line, a comment follows whose # touches a word: `Deal #1 (US)` is the text `Deal`. A
   * comment that is meant as one has a space after its #.
   */
  cutTexts(): readonly CutText[] {
    // a file without such a sign pays nothing
    return /[^\S\n]#[^\s#]/.test(this.text) ? this.cutBelow(this.document.contents, []) : [];
  }

  private cutBelow(node: Node | null, path: Path): readonly CutText[] {
    if (isMap<Node, Node | null>(node))
      return node.items.flatMap(({ key, value }) => (keyText(key) === null ? [] : this.cutBelow(value, [...path, keyText(key) ?? ''])));
    if (isSeq<Node>(node)) return node.items.flatMap((item, index) => this.cutBelow(item, [...path, index]));
    if (!isScalar(node) || typeof node.value !== 'string' || node.type !== 'PLAIN') return [];
    const behind = /[^\S\n]+#[^\s#].*/y;
    behind.lastIndex = node.range?.[1] ?? this.text.length;
    const [rest] = behind.exec(this.text) ?? [];
    return rest === undefined ? [] : [{ path, text: node.value, rest: rest.replace(/\s+#\s.*$/, '').trimEnd() }];
  }

  private offset(node: Node | null): Position {
    return this.position(node?.range?.[0] ?? 0);
  }

  private position(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { path: this.path, line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  private find(path: Path): { node: Node | null; key: Node | null } {
    let node: Node | null = this.document.contents;
    let key: Node | null = null;
    for (const part of [...this.base, ...path]) {
      const target: Node | undefined | null = isAlias(node) ? node.resolve(this.document) : node;
      const next = step(target, part);
      if (next === null) break;
      key = next.key;
      node = next.value ?? next.key;
    }
    return { node, key };
  }
}

function step(node: Node | undefined | null, part: string | number): { key: Node | null; value: Node | null } | null {
  if (isMap<Node, Node | null>(node)) {
    const pair = node.items.find((item) => keyText(item.key) === String(part));
    return pair === undefined ? null : { key: pair.key, value: pair.value };
  }
  if (isSeq<Node>(node)) {
    const item = node.items[Number(part)];
    return item === undefined ? null : { key: null, value: item };
  }
  return null;
}
