import type { Document, Node, Pair, Scalar } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { endlessMarks, hasHalfCharacter, inForm } from '../kernel/text.js';
import type { ContractIssueCode } from '../words/contract-issues.js';
import type { IssueParams } from '../words/issue.js';
import { quote } from './quote.js';
import { keyText } from './source.js';

/** Limits that no contract written by people reaches; beyond them a file is refused before it costs time. */
export const LIMITS = { characters: 262_144, lines: 40_000, nodes: 50_000, depth: 40, entries: 1_000, numberDigits: 40 } as const;

/** What a message says of the limits of size. */
export const SIZES: IssueParams<'file-too-large'> = { characters: LIMITS.characters, lines: LIMITS.lines, values: LIMITS.nodes };

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?$/;

/** Takes an issue at an offset of the text. */
export type Report = <Code extends ContractIssueCode>(code: Code, offset: number, params: IssueParams<Code>) => void;

/** A file beyond the limits, from an offset on. */
export function reportBeyond(code: 'file-too-large' | 'file-too-deep', offset: number, report: Report): void {
  if (code === 'file-too-large') report(code, offset, SIZES);
  else report(code, offset, { limit: LIMITS.depth });
}

/** The document as plain data. An alias stands for a copy of what it names, and counts as such against the limits of values and characters. */
export function plainData(
  document: Document.Parsed,
  numbers: Map<object, Map<string, string>>,
  report: Report,
  lineOf: (offset: number) => number,
): unknown {
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  let nodes = 0;
  let characters = 0;
  let tooMuch = false;

  const refuse = (code: 'file-too-large' | 'file-too-deep', node: Node): undefined => {
    if (!tooMuch) reportBeyond(code, node.range?.[0] ?? 0, report);
    tooMuch = true;
    return undefined;
  };

  const checkText = (text: string, offset: number): void => {
    if (hasHalfCharacter(text)) report('yaml-syntax', offset, { problem: '@yaml.BAD_DQ_ESCAPE' });
    else if (endlessMarks(text) >= 0) report('marks-without-end', offset, {});
  };

  const scalar = (node: Scalar, holder: object, key: string): unknown => {
    if (typeof node.value === 'string') {
      characters += node.value.length;
      if (characters > LIMITS.characters) return refuse('file-too-large', node);
      checkText(node.value, node.range?.[0] ?? 0);
    }
    // one spelling of one text: a contract in NFC and data or an event in NFD (as macOS writes it) would never be equal
    if (typeof node.value === 'string') return inForm(node.value, 'NFC');
    if (typeof node.value !== 'number') return node.value;
    const text = node.source ?? String(node.value);
    if (!DECIMAL.test(text) || text.length > LIMITS.numberDigits) {
      // what programmers write, as everybody does
      const isWhole = /^0[xo]/.test(text) && Number.isSafeInteger(node.value);
      report('number-form', node.range?.[0] ?? 0, { found: quote(text), ...(isWhole ? { corrected: String(node.value) } : {}) });
      return node.value;
    }
    if (String(node.value) !== text) {
      const texts = numbers.get(holder) ?? new Map<string, string>();
      texts.set(key, text);
      numbers.set(holder, texts);
    }
    return node.value;
  };

  /** The entries of a list or map; none where there are more than rules can be asked to compare with each other. */
  const few = <T>(node: Node & { readonly items: readonly T[] }): readonly T[] => {
    const { items, range } = node;
    if (items.length <= LIMITS.entries) return items;
    report('too-many-entries', range?.[0] ?? 0, { found: items.length, limit: LIMITS.entries });
    return [];
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
    const result = isMap<Node, Node | null>(node) ? map(few(node), depth) : isSeq<Node>(node) ? list(few(node), depth) : null;
    open.delete(node);
    return result;
  };

  const map = (pairs: readonly Pair<Node, Node | null>[], depth: number): object => {
    const result: Record<string, unknown> = {};
    for (let index = 0; index < pairs.length; index += 1) {
      const pair = pairs[index];
      if (pair === undefined) continue;
      const name = keyText(pair.key);
      const offset = pair.key?.range?.[0] ?? 0;
      if (name !== null) checkText(name, offset);
      if (name === null) report('key-form', offset, {});
      else if (!Object.hasOwn(result, name)) set(result, name, build(pair.value, result, name, depth + 1));
      else if (isTorn(pairs[index - 1], pair))
        report('value-slip', pairs[index - 1]?.key?.range?.[0] ?? 0, tornParams(pairs[index - 1], name, pair));
      else report('duplicate-key', offset, { field: quote(name), line: lineOf(firstOf(pairs, name)) });
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

type Field = Pair<Node, Node | null>;

/** Where a map first has a name. */
function firstOf(pairs: readonly Field[], name: string): number {
  return pairs.find(({ key }) => keyText(key) === name)?.key?.range?.[0] ?? 0;
}

/** Whether a name of digits that stands twice is the end of a number like 500,000, which brackets tear into two names. */
function isTorn(before: Field | undefined, { key }: Field): boolean {
  const [end, start] = [before?.key?.range?.[1], key?.range?.[0]];
  return (
    before?.value === null &&
    end !== undefined &&
    start === end + 1 &&
    /^\d+$/.test(keyText(key) ?? '') &&
    /\d$/.test(keyText(before.key) ?? '')
  );
}

function tornParams(before: Field | undefined, name: string, { value }: Field): IssueParams<'value-slip'> {
  const head = keyText(before?.key) ?? '';
  const shown = isScalar(value) ? (value.source ?? String(value.value)) : '…';
  return { found: quote(`${head},${name}`), slip: '@slip.thousands', corrected: `${head}${name}: ${shown}` };
}

/** Assigns a field; `__proto__` becomes a field like any other, so that it is refused as unknown. */
function set(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(target, name, { value, enumerable: true, configurable: true });
  else target[name] = value;
}
