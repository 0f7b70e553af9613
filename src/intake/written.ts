import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Draft } from './draft.js';
import type { Preset } from './presets.js';

/*
 * Definitions with a draft or a preset written into them: whatever stands there, comments too, stays.
 */

export type Addition = { readonly draft: Draft } | { readonly preset: Preset };

/** Lines are never broken: whoever reads a difference sees what was added and nothing else. */
const SETTINGS = { lineWidth: 0 } as const;

/** @param text definitions that can be read; empty where there are none yet. */
export function writtenInto(text: string, additions: readonly Addition[]): string {
  const document = parseDocument(text.trim() === '' ? '{}' : text);
  if (isMap(document.contents) && document.contents.items.length === 0) document.contents.flow = false;
  for (const addition of additions) {
    if ('preset' in addition) usePreset(document, addition.preset);
    else addDraft(document, addition.draft);
  }
  return document.toString(SETTINGS);
}

/** The additions alone, as they would stand in definitions of their own. */
export function writtenAlone(additions: readonly Addition[]): string {
  return writtenInto('', additions);
}

function usePreset(document: Document, { pack, given }: Preset): void {
  const own = Object.keys(given).length === 0 ? pack : { pack, ...given };
  const uses = document.get('use');
  if (isSeq(uses)) {
    const written = JSON.stringify(own);
    const known = (uses.toJSON() as readonly unknown[]).some((each) => JSON.stringify(each) === written);
    if (!known) uses.add(flow(document, own));
    return;
  }
  const list = document.createNode([]) as YAMLSeq;
  list.add(flow(document, own));
  document.set('use', list);
}

function addDraft(document: Document, { fact, measure, metric }: Draft): void {
  const { format, columns, ...rest } = fact.body;
  const node = document.createNode({}) as YAMLMap;
  for (const [key, value] of Object.entries({ table: rest.table, ...(format === undefined ? {} : { format }) }))
    node.set(key, flow(document, value));
  const list = document.createNode({}) as YAMLMap;
  for (const [name, column] of Object.entries(columns)) list.set(name, flow(document, column));
  node.set('columns', list);
  node.set('grain', flow(document, rest.grain));
  node.set('custodian', rest.custodian);
  set(document, 'facts', fact.id, node);
  if (measure !== null) set(document, 'measures', measure.id, document.createNode(measure.body));
  if (metric !== null) set(document, 'metrics', metric.id, flow(document, metric.body));
}

/** Sets an entry of a list of definitions; one that stands on a single line gets lines. */
function set(document: Document, list: string, id: string, node: unknown): void {
  const there = document.get(list);
  if (isMap(there)) there.flow = false;
  document.setIn([list, id], node);
}

function flow(document: Document, value: unknown) {
  const node = document.createNode(value);
  if (isMap(node) || isSeq(node)) node.flow = true;
  return node;
}
