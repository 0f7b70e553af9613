import { duckdb } from '../../query/dialects/duckdb.js';
import { bind, render, sql } from '../../query/sql.js';
import { isPart, type Part } from '../../query/view/tree.js';
import type { Session } from './session.js';

/** What the text of a view asks of its tables. */
export interface ViewColumns {
  /** Every name that may be a column's, lower case: names are caseless in SQL. */
  readonly names: ReadonlySet<string>;
  /** Whether it takes whatever columns a table has: `SELECT *`. */
  readonly all: boolean;
  /** Whether each of its rows is made of the row of one table in the same place: nothing filters, joins, groups or sorts. */
  readonly rowByRow: boolean;
}

/** The columns that a view's text names, read from the engine's own parse tree. */
export async function viewColumns(session: Session, select: string): Promise<ViewColumns> {
  const asked = sql`SELECT CAST(json_serialize_sql(CAST(${bind(select)} AS VARCHAR)) AS VARCHAR) AS tree`;
  const [row] = await session.query(render('parse', asked, duckdb.placeholder));
  const tree: unknown = JSON.parse(row?.tree ?? 'null');
  const names = new Set<string>();
  const ctes = new Set<string>();
  const stars: unknown[] = [];
  walk(tree, (node) => {
    const { column_names: columns, using_columns: using, cte_map: map } = node;
    for (const list of [columns, using]) {
      if (Array.isArray(list)) for (const name of list) if (typeof name === 'string') names.add(name.toLowerCase());
    }
    if (isPart(map) && Array.isArray(map.map)) for (const entry of map.map) if (isPart(entry)) ctes.add(String(entry.key).toLowerCase());
    if (Array.isArray(node.select_list) && hasStar(node.select_list)) stars.push(node.from_table);
  });
  return { names, all: stars.some((from) => readsTable(from, ctes)), rowByRow: isRowByRow(tree) };
}

function isRowByRow(tree: unknown): boolean {
  const statements = isPart(tree) && Array.isArray(tree.statements) ? tree.statements : [];
  const [statement] = statements;
  const node = isPart(statement) ? statement.node : null;
  if (!isPart(node) || node.type !== 'SELECT_NODE' || !isPart(node.from_table) || node.from_table.type !== 'BASE_TABLE') return false;
  const nothing = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  return [node.where_clause, node.group_expressions, node.having, node.qualify, node.modifiers, node.sample].every(nothing);
}

function hasStar(list: readonly unknown[]): boolean {
  let found = false;
  for (const part of list) {
    walk(part, (node) => {
      if (node.class === 'STAR') found = true;
    });
  }
  return found;
}

/** Whether a FROM holds a table itself, and not only queries with columns of their own. */
function readsTable(from: unknown, ctes: ReadonlySet<string>): boolean {
  if (!isPart(from)) return false;
  if (from.type === 'BASE_TABLE') return from.schema_name !== '' || !ctes.has(String(from.table_name).toLowerCase());
  return [from.left, from.right, from.source].some((side) => readsTable(side, ctes));
}

function walk(node: unknown, see: (node: Part) => void): void {
  if (Array.isArray(node)) for (const part of node) walk(part, see);
  else if (isPart(node)) {
    see(node);
    for (const part of Object.values(node)) walk(part, see);
  }
}
