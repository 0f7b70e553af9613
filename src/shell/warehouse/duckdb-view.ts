import type { Clause } from '../../contract/model.js';
import { isForeignZone } from '../../kernel/calendar.js';
import type { DataIssueCode } from '../../kernel/catalogue/data-issues.js';
import type { Issue } from '../../kernel/issue.js';
import { dataIssue } from '../../query/check-plan.js';
import { duckdb } from '../../query/duckdb.js';
import { bind, render, sql } from '../../query/sql.js';
import type { Session } from './duckdb-session.js';
import { EngineError } from './engine-error.js';

/** A view's text as DuckDB's own parser read it. */
export interface ParsedView {
  /** The SELECT, written out again by the parser: no second statement and no comment is left in it. */
  readonly select: string;
  /** The tables it reads, `shop.orders`. */
  readonly tables: readonly string[];
}

/** Sources of rows that are not tables: everything else, files and settings above all, is refused. */
const TABLE_FUNCTIONS = new Set(['unnest', 'range', 'generate_series']);
const TABLE_REFERENCES = new Set(['BASE_TABLE', 'SUBQUERY', 'JOIN', 'EXPRESSION_LIST', 'EMPTY', 'TABLE_FUNCTION', 'PIVOT', 'CTE']);
/** Functions whose result depends on who asks, when, or on chance. */
const REFUSED = new Set(
  `age current_catalog current_connection_id current_database current_date current_localtime current_localtimestamp current_query
  current_query_id current_role current_schema current_schemas current_setting current_time current_timestamp current_transaction_id
  current_user currval gen_random_uuid get_current_time get_current_timestamp getenv getvariable glob has_any_column_privilege
  in_search_path inet_client_addr inet_client_port inet_server_addr inet_server_port json_execute_serialized_sql localtime localtimestamp
  nextval now pg_postmaster_start_time query query_table random read_blob read_csv read_csv_auto read_json read_json_auto read_parquet
  read_text session_user setseed sleep_ms sniff_csv today transaction_timestamp txid_current user uuid uuidv4 uuidv7 version which_secret
  write_log`.split(/\s+/),
);
/** The parser reads these as columns when they stand without parentheses. */
const REFUSED_NAMES = new Set(['current_date', 'current_time', 'current_timestamp', 'localtime', 'localtimestamp']);

/**
 * Makes sure that a view's text is one SELECT over tables and nothing else, with DuckDB's parser rather than with a
 * guess at what text may be harmless. What it lets through runs in a session without access beyond the data folder.
 */
export async function parseView(
  session: Session,
  view: string,
  text: string,
  clause: Clause,
): Promise<ParsedView | readonly Issue<DataIssueCode>[]> {
  const refuse = (detail: string): Issue<DataIssueCode>[] => [dataIssue('view-not-read-only', clause, { view, detail })];
  const serialized = await session
    .query(render('parse', sql`SELECT CAST(json_serialize_sql(CAST(${bind(text)} AS VARCHAR)) AS VARCHAR) AS tree`, duckdb.placeholder))
    .then((rows) => rows[0]?.tree ?? null)
    .catch((error: unknown) => ({ detail: error instanceof EngineError ? error.ofText() : '-' }));
  if (serialized === null) return refuse('-');
  if (typeof serialized === 'object') return refuse(serialized.detail);
  const tree: unknown = JSON.parse(serialized);
  if (!isRecord(tree) || tree.error !== false) return refuse(isRecord(tree) ? String(tree.error_message ?? '-') : '-');
  const { statements } = tree;
  if (!Array.isArray(statements) || statements.length !== 1) return refuse('-');
  const found: Found = { functions: new Set(), tables: new Set(), named: new Set(), misnamed: new Set() };
  walk(tree, found);
  if (found.misnamed.size > 0) return [...found.misnamed].sort().map((table) => dataIssue('view-table-name', clause, { view, table }));
  if (found.functions.size > 0) {
    return [...found.functions].sort().map((used) => dataIssue('view-function', clause, { view, function: used }));
  }
  const select = await session
    .query(render('write', sql`SELECT json_deserialize_sql(CAST(${bind(serialized)} AS JSON)) AS text`, duckdb.placeholder))
    .then((rows) => rows[0]?.text ?? null)
    .catch(() => null);
  if (select === null) return refuse('-');
  return { select, tables: [...found.tables].filter((table) => !found.named.has(table)).sort() };
}

interface Found {
  /** What the view must not use. */
  readonly functions: Set<string>;
  readonly tables: Set<string>;
  /** Names of its common table expressions. */
  readonly named: Set<string>;
  /** Tables whose names no definition could write. */
  readonly misnamed: Set<string>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function walk(node: unknown, found: Found): void {
  if (Array.isArray(node)) {
    for (const part of node) walk(part, found);
    return;
  }
  if (!isRecord(node)) return;
  const { function_name: called, table_name: table, cte_map: named, from_table: from } = node;
  if (typeof called === 'string') lookAtFunction(called.toLowerCase(), node, found);
  const text = constantText(node);
  if (text !== null && isForeignZone(text)) found.functions.add(`'${text}'`);
  if (isRecord(from)) lookAtReference(from, found);
  if (node.type === 'JOIN') {
    for (const side of [node.left, node.right]) if (isRecord(side)) lookAtReference(side, found);
  }
  if (node.type === 'BASE_TABLE' && typeof table === 'string') lookAtTable(table, node, found);
  if (isRecord(node.sample)) found.functions.add('TABLESAMPLE');
  if (isRecord(named) && Array.isArray(named.map)) {
    for (const entry of named.map) if (isRecord(entry) && typeof entry.key === 'string') found.named.add(entry.key);
  }
  const { column_names: names } = node;
  if (node.class === 'COLUMN_REF' && Array.isArray(names) && names.length === 1) {
    const name = String(names[0]).toLowerCase();
    if (REFUSED_NAMES.has(name)) found.functions.add(name);
  }
  for (const part of Object.values(node)) walk(part, found);
}

function lookAtFunction(name: string, node: Record<string, unknown>, found: Found): void {
  if (REFUSED.has(name) || name.startsWith('pg_') || name.startsWith('duckdb_') || name.startsWith('pragma_')) found.functions.add(name);
  if (namesZone(name, node)) found.functions.add('AT TIME ZONE');
  // the parser itself writes `main` where `[1, 2]` becomes a call
  const own = (node.schema === '' || node.schema === 'main') && node.catalog === '';
  if (!own) found.functions.add(`${String(node.schema)}.${name}`);
}

/** Zones are the engine's: the warehouse has a table of its own, of another release. A clock that is UTC needs none. */
function namesZone(name: string, node: Record<string, unknown>): boolean {
  const [zone] = Array.isArray(node.children) ? node.children : [];
  const text = isRecord(zone) ? constantText(zone) : null;
  // A zone with a stroke is named by itself, wherever it stands.
  return name === 'timezone' && (text === null || !(text.toUpperCase() === 'UTC' || isForeignZone(text)));
}

function constantText(node: Record<string, unknown>): string | null {
  const { class: kind, value } = node;
  return kind === 'CONSTANT' && isRecord(value) && typeof value.value === 'string' ? value.value : null;
}

function lookAtReference(reference: Record<string, unknown>, found: Found): void {
  const type = String(reference.type);
  if (!TABLE_REFERENCES.has(type)) found.functions.add(type);
  const { function: called } = reference;
  if (type !== 'TABLE_FUNCTION' || !isRecord(called)) return;
  const name = String(called.function_name).toLowerCase();
  if (!TABLE_FUNCTIONS.has(name)) found.functions.add(name);
}

function lookAtTable(table: string, node: Record<string, unknown>, found: Found): void {
  const schema = String(node.schema_name ?? '');
  const parts = schema === '' ? [table] : [schema, table];
  const plain = parts.every((part) => /^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(part));
  const reads = parts.some((part) => /[/\\.*?:]/.test(part));
  if (node.catalog_name === '' && !plain && !reads) found.misnamed.add(parts.join('.'));
  else if (node.catalog_name !== '' || !plain || SYSTEM_SCHEMAS.has(schema.toLowerCase())) found.functions.add(parts.join('.'));
  else found.tables.add(parts.join('.'));
}

const SYSTEM_SCHEMAS = new Set(['information_schema', 'pg_catalog', 'main', 'temp', 'system']);
