import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { parseYaml } from '../contract/parse-yaml.js';
import { keyText } from '../contract/source.js';
import type { PeriodId } from '../kernel/calendar.js';
import { canonicalJson } from '../kernel/canonical.js';
import { isFields } from '../kernel/objects.js';

/** A new target from a period on; later entries of the schedule stay. */
export interface TargetChange {
  /** Id of a KPI or wager. */
  readonly target: string;
  readonly from: PeriodId;
  /** As it is written in the contract: a decimal, or a share with `%`. */
  readonly value: string;
  /** The first period of the term: where a target without schedule begins to hold. */
  readonly firstPeriod: PeriodId;
}

export type TargetEdit =
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'unknown'; readonly known: readonly string[] }
  | { readonly kind: 'unchanged' }
  /** Written in a way in which the change could not be kept to the one entry. */
  | { readonly kind: 'by-hand' };

/**
 * The text of a contract with one entry of one target's schedule put in or replaced; a target without schedule gets one. Every
 * other byte, comments and layout among them, stays. The result is read again, and given up where anything else has changed.
 * @param text a contract.yaml that has no issues.
 */
export function setTarget(text: string, change: TargetChange): TargetEdit {
  const document = parseDocument(text, { schema: 'core', logLevel: 'silent' });
  const holders = targetHolders(document.contents);
  const holder = holders.find(({ id }) => id === change.target);
  if (holder === undefined) return { kind: 'unknown', known: holders.map(({ id }) => id) };
  const { node } = holder;
  const splice = isMap(node) ? intoSchedule(text, node, change) : isScalar(node) ? intoScalar(text, node, change) : null;
  if (splice === null) return { kind: 'by-hand' };
  const edited = `${text.slice(0, splice.from)}${splice.text}${text.slice(splice.to)}`;
  if (edited === text) return { kind: 'unchanged' };
  return isOnlyChange(text, edited, holder.path, change) ? { kind: 'edited', text: edited } : { kind: 'by-hand' };
}

interface Holder {
  readonly id: string;
  readonly path: readonly (string | number)[];
  readonly node: unknown;
}

/** KPIs, then wagers: what has both an id and a target. */
function targetHolders(root: unknown): Holder[] {
  return (['kpis', 'fees'] as const).flatMap((list) => {
    const items = isMap(root) ? root.get(list, true) : null;
    if (!isSeq(items)) return [];
    return items.items.flatMap((item, index): Holder[] => {
      if (!isMap(item)) return [];
      const [id, node] = [item.get('id'), item.get('target', true)];
      return typeof id === 'string' && node !== undefined ? [{ id, path: [list, index], node }] : [];
    });
  });
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function intoScalar(text: string, node: Scalar, { from, value, firstPeriod }: TargetChange): Splice | null {
  const span = spanOf(node);
  if (span === null || node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') return null;
  const old = text.slice(span.from, span.to);
  return { ...span, text: from === firstPeriod ? value : `{ ${firstPeriod}: ${old}, ${from}: ${value} }` };
}

function intoSchedule(text: string, schedule: YAMLMap, { from, value }: TargetChange): Splice | null {
  const entries = schedule.items.map((pair) => ({ period: keyText(pair.key) ?? '', pair }));
  const same = entries.find(({ period }) => period === from);
  if (same !== undefined) {
    const span = isScalar(same.pair.value) ? spanOf(same.pair.value) : null;
    return span === null ? null : { ...span, text: value };
  }
  const before = entries.filter(({ period }) => period < from).at(-1);
  if (before === undefined) return null;
  const end = isScalar(before.pair.value) ? spanOf(before.pair.value) : null;
  if (end === null) return null;
  if (schedule.flow === true) return { from: end.to, to: end.to, text: `, ${from}: ${value}` };
  return afterLine(text, before.pair, end.to, `${from}: ${value}`);
}

/** A line of its own below an entry of a block map, indented as that is; what follows the entry on its line stays with it. */
function afterLine(text: string, { key }: Pair, end: number, entry: string): Splice | null {
  const start = isScalar(key) ? spanOf(key) : null;
  if (start === null) return null;
  const indent = text.slice(text.lastIndexOf('\n', start.from) + 1, start.from);
  if (indent.trim() !== '') return null;
  const feed = text.indexOf('\n', end);
  const lineEnd = feed < 0 ? text.length : text[feed - 1] === '\r' ? feed - 1 : feed;
  const newline = feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
  return { from: lineEnd, to: lineEnd, text: `${newline}${indent}${entry}` };
}

function spanOf(node: Node): { readonly from: number; readonly to: number } | null {
  const { range } = node;
  return range === null || range === undefined ? null : { from: range[0], to: range[1] };
}

/** Whether the new text says what the old one says, but for the one entry. */
function isOnlyChange(before: string, after: string, path: readonly (string | number)[], change: TargetChange): boolean {
  const [old, now] = [parseYaml('contract.yaml', before).file, parseYaml('contract.yaml', after).file];
  if (old === null || now === null) return false;
  const [oldItem, newItem] = [valueAt(old.data, path), valueAt(now.data, path)];
  if (!isFields(oldItem) || !isFields(newItem)) return false;
  const [oldTarget, newTarget] = [oldItem.target, newItem.target];
  const written = isFields(newTarget) ? now.source.written(newTarget, change.from) : now.source.written(newItem, 'target');
  if (written !== change.value) return false;
  const rest = (target: unknown) =>
    isFields(target) ? Object.entries(target).filter(([period]) => period !== change.from) : [[change.firstPeriod, target]];
  const kept = isFields(newTarget) ? canonicalJson(rest(oldTarget)) === canonicalJson(rest(newTarget)) : !isFields(oldTarget);
  return kept && canonicalJson(without(old.data, path)) === canonicalJson(without(now.data, path));
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined), data);
}

/** The data with the target at a path left out. */
function without(data: unknown, path: readonly (string | number)[]): unknown {
  const [part, ...rest] = path;
  if (part === undefined) {
    if (!isFields(data)) return data;
    const { target: _, ...others } = data;
    return others;
  }
  if (Array.isArray(data)) return data.map((item: unknown, index) => (index === part ? without(item, rest) : item));
  return isFields(data)
    ? Object.fromEntries(Object.entries(data).map(([key, value]) => [key, key === part ? without(value, rest) : value]))
    : data;
}
