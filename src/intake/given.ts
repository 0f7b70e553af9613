import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Preset } from './presets.js';

/*
 * Words beside a pack's name under `use`. Whatever else stands in definitions stays byte by byte, as where a draft is written into them.
 */

/**
 * Definitions in which a pack is used with these words too, those that are given otherwise changed.
 * @param text definitions that can be read.
 * @returns null where the pack is used more than once so, or not at all: whose words these are, cannot be told.
 */
export function givenInto(text: string, { pack, as, given }: Named & Pick<Preset, 'given'>): string | null {
  if (useOf(text, { pack, as }) === null) return null;
  return Object.entries(given).reduce((written, [name, value]) => withWord(written, { pack, as }, [name, value]), text);
}

/** A pack, and the prefix of the use that is meant; undefined: it has none. */
interface Named {
  readonly pack: string;
  readonly as?: string | undefined;
}

type Use = YAMLMap | Node;

function useOf(text: string, { pack, as }: Named): Use | null {
  const uses: unknown = parseDocument(text).get('use');
  const named = (isSeq(uses) ? uses.items : []).filter((use): use is Use =>
    isScalar(use) ? use.value === pack && as === undefined : isMap(use) && use.get('pack') === pack && use.get('as') === as,
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

function withWord(text: string, named: Named, [name, value]: readonly [string, string]): string {
  const use = useOf(text, named);
  if (!isMap(use)) {
    const [from, to] = placeOf(use);
    return `${text.slice(0, from)}{ pack: ${text.slice(from, to)}, ${name}: ${value} }${text.slice(to)}`;
  }
  const own: unknown = use.get(name, true);
  const [from, to] = placeOf(own ?? lastOf(use));
  if (own !== undefined) return text.slice(0, from) + value + text.slice(to);
  if (use.flow === true) return `${text.slice(0, to)}, ${name}: ${value}${text.slice(to)}`;
  const [start] = placeOf(use);
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  return `${text.slice(0, to)}${text.includes('\r\n') ? '\r\n' : '\n'}${indent}${name}: ${value}${text.slice(to)}`;
}

function lastOf(map: YAMLMap): unknown {
  const last: unknown = map.items.at(-1);
  return isPair(last) ? (last.value ?? last.key) : last;
}

/** From the first character of a value to the one after its last, without what follows it in its line. */
function placeOf(node: unknown): readonly [from: number, to: number] {
  const [from = 0, to = from] = (node as Node | null)?.range ?? [];
  return [from, to];
}
