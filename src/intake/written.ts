import { Document, isCollection, isMap, isNode, isPair, isSeq, type Node, parseDocument } from 'yaml';
import type { Draft } from './draft.js';
import type { Preset } from './presets.js';

/*
 * Definitions with a draft or a preset written into them. Whatever stands there stays byte by byte, comments too: whoever reads the
 * difference sees what was added and nothing else.
 */

export type Addition = { readonly draft: Draft } | { readonly preset: Preset };

/** An entry of one of the lists of definitions; of `use`, which has no names, `id` is null. */
interface Entry {
  readonly list: 'use' | 'facts' | 'measures' | 'metrics';
  readonly id: string | null;
  readonly value: object | string;
}

/**
 * @param text definitions that can be read; empty where there are none yet.
 * @param as `comment`: each entry stands where it belongs with `# ` before its lines, so that nothing is declared until it is taken off.
 */
export function writtenInto(text: string, additions: readonly Addition[], as: 'yaml' | 'comment' = 'yaml'): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const manner = { end, isComment: as === 'comment' };
  const lists = additions.flatMap(entriesOf).reduce((written, entry) => withEntry(written, entry, manner), text);
  return additions.reduce((written, addition) => withRates(written, addition, manner), lists);
}

/** Definitions that convert by the rates of a draft, unless they name some already. */
function withRates(text: string, addition: Addition, { end, isComment }: Manner): string {
  const rates = 'draft' in addition ? addition.draft.rates : null;
  if (rates === null || parseDocument(text).has('fx')) return text;
  const document = new Document({});
  document.set('fx', inOneLine(document, rates.body));
  const before = text === '' || text.endsWith('\n') ? text : text + end;
  return `${before}${isComment ? '# ' : ''}${document.toString({ lineWidth: 0 }).trimEnd()}${end}`;
}

/** Whether definitions hold a proposal for a table, or for a pack, as a comment. */
export function isProposedIn(text: string, { table, pack }: { readonly table: string; readonly pack: string | null }): boolean {
  const comments = text.split(/\r?\n/).flatMap((line) => /^\s*#\s+(.*)$/.exec(line)?.[1]?.trim() ?? []);
  if (pack === null) return comments.some((line) => line === `table: ${table}` || line.includes(`{table: ${table},`));
  return comments.some(
    (line) =>
      line === `- ${pack}` ||
      (line.startsWith(`- {`) && line.includes(`pack: ${pack}`)) ||
      (line.startsWith('use: [') && line.includes(pack)),
  );
}

/** The additions alone, as they would stand in definitions of their own. */
export function writtenAlone(additions: readonly Addition[]): string {
  return writtenInto('', additions);
}

function entriesOf(addition: Addition): Entry[] {
  if ('preset' in addition) {
    const { pack, given } = addition.preset;
    return [{ list: 'use', id: null, value: Object.keys(given).length === 0 ? pack : { pack, ...given } }];
  }
  const { fact, measure, metric } = addition.draft;
  return [
    { list: 'facts', id: fact.id, value: fact.body },
    ...(measure === null ? [] : [{ list: 'measures' as const, id: measure.id, value: measure.body }]),
    ...(metric === null ? [] : [{ list: 'metrics' as const, id: metric.id, value: metric.body }]),
  ];
}

interface Manner {
  /** How lines end. */
  readonly end: string;
  readonly isComment: boolean;
}

function withEntry(text: string, entry: Entry, { end, isComment }: Manner): string {
  const block = (indent: string): string =>
    linesOf(entry, '')
      .map((line) => `${indent}${isComment ? '# ' : ''}${line}`)
      .join(end);
  const document = parseDocument(text);
  const list = document.get(entry.list);
  if (isSeq(list) && entry.id === null && JSON.stringify(list).includes(JSON.stringify(entry.value))) return text;
  if (!isCollection(list)) {
    const before = text === '' || text.endsWith('\n') ? text : text + end;
    if (!isComment) return `${before}${entry.list}:${end}${block('  ')}${end}`;
    const lines = linesOf(entry, '#   ').join(end);
    const begun = endOfComment(before, entry.list);
    if (begun === null) return `${before}# ${entry.list}:${end}${lines}${end}`;
    return `${before.slice(0, begun)}${lines}${end}${before.slice(begun)}`;
  }
  const [from = 0, to = 0] = list.range ?? [];
  if (list.flow === true && isComment) {
    const [open, close] = isSeq(list) ? ['[', ']'] : ['{ ', ' }'];
    return below(text, to, `# ${entry.list}: ${open}${flowOf(entry)}${close}`, end);
  }
  if (list.flow === true) {
    if (list.items.length === 0) return `${text.slice(0, from)}${end}${block('  ')}${text.slice(to)}`;
    const last = endOf(list);
    return `${text.slice(0, last)}, ${flowOf(entry)}${text.slice(last)}`;
  }
  const indent = ' '.repeat(from - (text.lastIndexOf('\n', from - 1) + 1));
  return below(text, endOf(list), block(indent), end);
}

/** Where a list ends that stands as a comment, its entries with it; null: there is none. Two of one name would be one too many once the # is off. */
function endOfComment(text: string, list: Entry['list']): number | null {
  const found = new RegExp(`^# ${list}:\\r?\\n(?:#   .*\\r?\\n)*`, 'm').exec(text);
  return found === null ? null : found.index + found[0].length;
}

/** Text with lines below the one that holds a place. */
function below(text: string, place: number, lines: string, end: string): string {
  const line = text.indexOf('\n', place);
  const at = line === -1 ? text.length : line + 1;
  const before = text.slice(0, at);
  return `${before}${before.endsWith('\n') ? '' : end}${lines}${end}${text.slice(at)}`;
}

/** Where the last value of a list ends. */
function endOf(list: Node): number {
  let node: unknown = list;
  while (isCollection(node)) {
    const last: unknown = node.items.at(-1);
    const value: unknown = isPair(last) ? (last.value ?? last.key) : last;
    if (!isCollection(value) || value.flow === true) return rangeEnd(value);
    node = value;
  }
  return rangeEnd(node);
}

function rangeEnd(node: unknown): number {
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

/** An entry as lines of a block. */
function linesOf({ list, id, value }: Entry, indent: string): string[] {
  const document = new Document(id === null ? [value] : {});
  if (id === null) inLines(document.contents);
  else document.set(id, list === 'facts' ? factNode(document, value) : list === 'metrics' ? inOneLine(document, value) : value);
  const lines = document.toString({ lineWidth: 0 }).trimEnd().split('\n');
  return lines.map((line) => indent + line);
}

/** The same within a list that stands in one line. */
function flowOf({ id, value }: Entry): string {
  const document = new Document(id === null ? [value] : { [id]: value });
  const all: unknown = document.contents;
  if (isCollection(all)) all.flow = true;
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim();
  return written.slice(1, -1).replaceAll('\n', ' ');
}

/** A fact with a line for each of its columns. */
function factNode(document: Document, body: object | string): unknown {
  const node: unknown = document.createNode({});
  if (!isMap(node)) return node;
  for (const [key, value] of Object.entries(body)) {
    const own = inOneLine(document, value);
    if (key === 'columns') inLines(own);
    node.set(key, own);
  }
  return node;
}

function inOneLine(document: Document, value: unknown): unknown {
  const node: unknown = document.createNode(value);
  if (isCollection(node)) node.flow = true;
  return node;
}

/** Each entry of a list in a line of its own. */
function inLines(node: unknown): void {
  if (!isCollection(node)) return;
  node.flow = false;
  for (const item of node.items) {
    const value: unknown = isPair(item) ? item.value : item;
    if (isCollection(value)) value.flow = true;
  }
}
