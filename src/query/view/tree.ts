/** A part of DuckDB's syntax tree, as `json_serialize_sql` writes it. */
export type Part = Readonly<Record<string, unknown>>;

/** Whether a value of the tree is a part, and neither a list nor a plain value. */
export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parts in a value: those of a list, or the one that it is. */
export function partsOf(value: unknown): readonly Part[] {
  return Array.isArray(value) ? value.filter(isPart) : isPart(value) ? [value] : [];
}

/** A value that is text; empty where it is not. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Common table expressions of a query, in order: name and query. */
export function namedQueries(query: Part): readonly { readonly name: string; readonly query: Part | null }[] {
  const map = isPart(query.cte_map) ? query.cte_map.map : null;
  return partsOf(map).map(({ key, value }) => {
    const inner = isPart(value) && isPart(value.query) ? value.query.node : null;
    return { name: textOf(key).toLowerCase(), query: isPart(inner) ? inner : null };
  });
}

/** The name that a common table expression can have, where a table stands; null where only a table can be meant. */
export function plainName(table: Part): string | null {
  return textOf(table.schema_name) === '' && textOf(table.catalog_name) === '' ? textOf(table.table_name).toLowerCase() : null;
}

/** The same expression, wherever it stands. */
export function sameExpression(a: Part, b: Part): boolean {
  return JSON.stringify(a, withoutPlace) === JSON.stringify(b, withoutPlace);
}

function withoutPlace(key: string, value: unknown): unknown {
  return key === 'query_location' || key === 'alias' ? undefined : value;
}

/** Where a byte of a text is: 1-based line, and column in characters. DuckDB counts bytes. */
export function placeOf(text: string, byte: number): { readonly line: number; readonly column: number } {
  let [line, column, at] = [1, 1, 0];
  for (const character of text) {
    if (at >= byte) break;
    at += bytesOf(character);
    [line, column] = character === '\n' ? [line + 1, 1] : [line, column + 1];
  }
  return { line, column };
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
