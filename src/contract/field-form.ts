import { PHRASES } from '../words/phrases.js';
import { type NamedNode, namedNode, type SchemaNode } from './schema-node.js';

/**
 * How a field that is missing is written, as far as the schema says: a line with the fields that it needs itself, `disputes: { days: …,
 * expert: … }`, one of a few words, or what its values are called; null where the schema says nothing that would help.
 */
export function fieldForm(root: SchemaNode, holder: NamedNode | null, field: string): string | null {
  const written = holder?.node.properties?.[field];
  if (typeof written !== 'object') return null;
  const { node, name } = namedNode(root, written);
  const { required = [], properties } = node;
  if (properties !== undefined && required.length > 0)
    return `${field}: { ${required.map((each) => partForm(root, each, properties[each])).join(', ')} }`;
  const words = wordsOf(node);
  if (words !== null) return `${field}: ${words}`;
  return name !== null && Object.hasOwn(PHRASES, name) ? `@${name}` : null;
}

function partForm(root: SchemaNode, name: string, part: SchemaNode | boolean | undefined): string {
  return `${name}: ${(typeof part === 'object' ? wordsOf(namedNode(root, part).node) : null) ?? '…'}`;
}

/** The words that a value is one of. */
function wordsOf({ enum: words, const: word }: SchemaNode): string | null {
  if (words !== undefined) return words.join(' | ');
  return word === undefined ? null : String(word);
}
