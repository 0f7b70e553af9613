/*
 * What GoogleSQL's own analysis says that a statement reads. The trees are walked by the names of their fields, since
 * only a few of their hundreds of node kinds matter here.
 */

/** A table in FROM: its written name, and where it stands, in bytes of UTF-8. */
export interface WrittenTable {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
  /** The expression after FOR SYSTEM_TIME AS OF, and the place of all of it: behind the table's alias, if it has one. */
  readonly asOf: { readonly expression: Place; readonly whole: Place } | null;
}

/** A range of bytes. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Written {
  /** As BigQuery names it: `SELECT`, `SCRIPT`, or the kind of another statement. */
  readonly statementType: string;
  readonly tables: readonly WrittenTable[];
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function child(node: unknown, ...names: readonly string[]): unknown {
  let found: unknown = node;
  for (const name of names) found = isNode(found) ? found[name] : undefined;
  return found;
}

function walk(node: unknown, visit: (name: string, node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
    return;
  }
  if (!isNode(node)) return;
  for (const [name, value] of Object.entries(node)) {
    if (isNode(value) && !Array.isArray(value)) visit(name, value);
    walk(value, visit);
  }
}

/** The range of a node: that of the nearest ancestor class that holds one. */
function range(node: unknown): Place {
  let at = child(node, 'parent');
  while (isNode(at)) {
    const found = at['parseLocationRange'];
    if (isNode(found)) return { start: Number(found['start'] ?? 0), end: Number(found['end'] ?? 0) };
    at = at['parent'];
  }
  throw new RangeError('a part of the parse tree has no place');
}

/** Tables and kind of a parsed script. */
export function written(tree: unknown): Written {
  const statements = child(tree, 'parsedScript', 'statementListNode', 'statementList');
  const list = Array.isArray(statements) ? statements : [];
  const kind = String(child(list[0], 'node') ?? '');
  const statementType =
    list.length > 1 ? 'SCRIPT' : kind === 'astQueryStatementNode' ? 'SELECT' : kind.replace(/^ast|StatementNode$/g, '').toUpperCase();
  const tables: WrittenTable[] = [];
  walk(tree, (name, node) => {
    if (name !== 'astTablePathExpressionNode' || !isNode(node['pathExpr'])) return;
    const names = child(node, 'pathExpr', 'names');
    const path = (Array.isArray(names) ? names : []).map((part) => String(child(part, 'idString')));
    const asOf = child(node, 'forSystemTime', 'expression');
    const expression = isNode(asOf) ? Object.values(asOf).find((value) => isNode(value)) : undefined;
    tables.push({
      path,
      ...range(node['pathExpr']),
      asOf: expression === undefined ? null : { expression: deepRange(expression), whole: range(node['forSystemTime']) },
    });
  });
  return { statementType, tables };
}

/** Expressions are wrapped in their class: the first range found inside. */
function deepRange(node: unknown): Place {
  if (isNode(child(node, 'parent'))) return range(node);
  const inner = isNode(node) ? Object.values(node).find((value) => isNode(value)) : undefined;
  if (inner === undefined) throw new RangeError('an expression has no place');
  return deepRange(inner);
}

/** One reading of a table, with the columns that it needs. */
export interface TableScan {
  readonly table: string;
  readonly columns: readonly string[];
}

/** The table scans of an analysed statement. */
export function tableScans(tree: unknown): TableScan[] {
  const scans: TableScan[] = [];
  walk(tree, (name, node) => {
    if (name !== 'resolvedTableScanNode') return;
    const columns = child(node, 'parent', 'columnList');
    const list = (Array.isArray(columns) ? columns : []).map((column) => String(child(column, 'name')));
    scans.push({ table: String(child(node, 'table', 'name')), columns: list });
  });
  return scans;
}
