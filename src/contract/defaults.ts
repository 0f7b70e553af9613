import { WRITTEN_SCHEMAS } from '../generated/schemas.js';
import type { WrittenContract } from '../generated/written.js';
import { isFields } from '../kernel/objects.js';
import type { Contract } from './model.js';
import { childOf, fieldsOf, type NamedNode, rootNode, type SchemaNode } from './schema-node.js';

/** A field that a contract does not write, where it would stand (`fees`, `sales`, `mode`) and what holds, as it would be written. */
export interface HoldingDefault {
  readonly path: readonly string[];
  readonly value: string;
}

/**
 * The defaults that hold in a contract because it does not say otherwise, in the order of its schema. Those that are the same for every
 * contract are in the schema (`default`); the others follow from what the contract says.
 * @param written contract.yaml as its schema has accepted it; @param contract the same contract, normalized.
 */
export function defaultsOf(written: WrittenContract, contract: Contract): HoldingDefault[] {
  return [...fixed(WRITTEN_SCHEMAS.contract, written), ...following(written, contract)];
}

/** What the schema says of every field that is not there. */
function fixed(root: SchemaNode, data: unknown): HoldingDefault[] {
  const found: HoldingDefault[] = [];
  const visit = (named: NamedNode, value: unknown, path: readonly string[]): void => {
    for (const field of fieldsOf(named, value)) {
      const { name, written, node } = field;
      // What is neither a list nor has fields has nothing below it that could have a default.
      if (written !== undefined) {
        if (typeof written === 'object') visit(childOf(root, field), written, [...path, name]);
      } else if (node.default !== undefined && matters(value, name)) found.push(...leaves([...path, name], node.default));
    }
  };
  visit(rootNode(root, data), data, []);
  return found;
}

/** Days in force scale a penalty's own amount; one that takes a share of a fee has none. */
function matters(holder: unknown, field: string): boolean {
  return !(field === 'prorate' && isFields(holder) && holder.kind === 'penalty' && holder.of !== undefined);
}

function leaves(path: readonly string[], value: unknown): HoldingDefault[] {
  if (!isFields(value)) return [{ path, value: String(value) }];
  return Object.entries(value).flatMap(([key, inner]) => leaves([...path, key], inner));
}

/** What follows from other fields: a KPI's metric and threshold, the start of grace. */
function following(data: WrittenContract, contract: Contract): HoldingDefault[] {
  const { grace } = contract;
  const start = grace !== null && data.grace?.from === undefined ? [{ path: ['grace', 'from'], value: grace.from }] : [];
  const kpis = data.kpis.flatMap(({ id, metric, threshold, better }): HoldingDefault[] => [
    ...(metric === undefined ? [{ path: ['kpis', id, 'metric'], value: id }] : []),
    ...(threshold === undefined && better === 'higher' ? [{ path: ['kpis', id, 'threshold'], value: '0' }] : []),
  ]);
  return [...kpis, ...start];
}
