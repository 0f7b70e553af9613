import type { Filter, Literal } from '../contract/model.js';

/**
 * A filter as a contract writes it: `{ state: [paid, shipped], amount: { gte: 5 } }`. What was written is kept by its meaning, so that a
 * quote or an order of keys that says nothing is no change.
 * @returns null where two conditions stand on one column in a way that one map cannot hold.
 */
export function writtenFilter(filter: Filter): string | null {
  const parts = 'all' in filter ? filter.all : [filter];
  const written = new Map<string, { readonly plain: string | null; readonly operators: string[] }>();
  for (const part of parts) {
    if ('all' in part) return null;
    if ('any' in part) {
      const each = part.any.map(writtenFilter);
      if (written.has('any') || each.includes(null)) return null;
      written.set('any', { plain: `[${each.join(', ')}]`, operators: [] });
      continue;
    }
    const known = written.get(part.column);
    const { plain, operator } = condition(part);
    if (known !== undefined && (plain !== null || known.plain !== null)) return null;
    written.set(part.column, { plain, operators: [...(known?.operators ?? []), ...(operator === null ? [] : [operator])] });
  }
  const entries = [...written].map(([column, { plain, operators }]) => `${column}: ${plain ?? `{ ${operators.join(', ')} }`}`);
  return `{ ${entries.join(', ')} }`;
}

type Leaf = Extract<Filter, { readonly column: string }>;

/** A condition that is a value by itself, or one operator of several. */
function condition(leaf: Leaf): { readonly plain: string | null; readonly operator: string | null } {
  switch (leaf.op) {
    case 'eq':
      return { plain: literal(leaf.value), operator: null };
    case 'in':
      return { plain: list(leaf.values), operator: null };
    case 'notIn':
      return { plain: null, operator: `not: ${leaf.values.length === 1 ? leaf.values.map(literal).join() : list(leaf.values)}` };
    case 'between':
      return { plain: null, operator: `between: ${list([leaf.low, leaf.high])}` };
    case 'isNull':
      return { plain: null, operator: `isNull: ${String(leaf.value)}` };
    default:
      return { plain: null, operator: `${leaf.op}: ${literal(leaf.value)}` };
  }
}

function list(values: readonly Literal[]): string {
  return `[${values.map(literal).join(', ')}]`;
}

/** Plain words stand as they are; what YAML would read as something else is quoted. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n|nan|inf)$)[A-Za-z][A-Za-z0-9_]*$/i;

function literal({ type, value }: Literal): string {
  return type !== 'string' || PLAIN.test(value) ? String(value) : JSON.stringify(value);
}
