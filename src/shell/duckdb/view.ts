import type { Issue, Position } from '../../kernel/issue.js';
import type { ViewText } from '../../ports/warehouse.js';
import { duckdb } from '../../query/dialects/duckdb.js';
import { bind, render, sql } from '../../query/sql.js';
import { judgeView, type Refusal } from '../../query/view/judge.js';
import { MOST_CHARACTERS, MOST_PARTS } from '../../query/view/size.js';
import { isPart, type Part, placeOf } from '../../query/view/tree.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { issue } from '../../words/issue.js';
import { EngineError } from './engine-error.js';
import type { Session } from './session.js';

/** A view's text as DuckDB's own parser read it. */
export interface ParsedView {
  /** The SELECT, written out again by the parser: no second statement and no comment is left in it. */
  readonly select: string;
  /** The tables it reads, `shop.orders`. */
  readonly tables: readonly string[];
}

/** Comments can stand in comments, and the parser reads each as often as it is deep. */
const MOST_COMMENTS = 1_000;

/** What `json_serialize_sql` gives for a text that it cannot read. */
interface Unreadable {
  readonly detail: string;
  readonly byte: number;
}

/**
 * Makes sure that a view's text is one SELECT over tables and nothing else, by DuckDB's own syntax tree and the list of what
 * may be in it (query/view/). The tree is what is run: text that is read in two ways is read in one.
 */
export async function parseView(session: Session, view: ViewText): Promise<ParsedView | readonly Issue<DataIssueCode>[]> {
  const { text } = view;
  if (text.length > MOST_CHARACTERS) {
    return [
      issue('view-too-large', placeIn(view, 0), { view: view.view, found: text.length, limit: MOST_CHARACTERS, unit: '@view.characters' }),
    ];
  }
  const comments = text.split('/*').length - 1;
  if (comments > MOST_COMMENTS) {
    return [issue('view-too-large', placeIn(view, 0), { view: view.view, found: comments, limit: MOST_COMMENTS, unit: '@view.comments' })];
  }
  const serialized = await serialize(session, text);
  const tree = typeof serialized === 'string' ? statementOf(serialized) : serialized;
  if ('detail' in tree) return [issue('view-not-read-only', placeIn(view, tree.byte), { view: view.view, detail: tree.detail })];
  const { refusals, tables } = judgeView(tree.statement);
  if (refusals.length > 0) return refusals.map((refusal) => refused(view, refusal));
  const written = render('write', sql`SELECT json_deserialize_sql(CAST(${bind(String(serialized))} AS JSON)) AS text`, duckdb.placeholder);
  const [row] = await session.query(written).catch(() => []);
  return row?.text == null
    ? [issue('view-not-read-only', placeIn(view, 0), { view: view.view, detail: '-' })]
    : { select: row.text, tables };
}

async function serialize(session: Session, text: string): Promise<string | Unreadable> {
  const statement = sql`SELECT CAST(json_serialize_sql(CAST(${bind(text)} AS VARCHAR)) AS VARCHAR) AS tree`;
  try {
    const [row] = await session.query(render('parse', statement, duckdb.placeholder));
    return row?.tree ?? { detail: '-', byte: 0 };
  } catch (error) {
    return { detail: error instanceof EngineError ? error.ofText() : '-', byte: 0 };
  }
}

function statementOf(serialized: string): { readonly statement: Part } | Unreadable {
  const tree: unknown = JSON.parse(serialized);
  if (!isPart(tree) || tree.error !== false) {
    const { error_message: detail, position } = isPart(tree) ? tree : {};
    return { detail: String(detail ?? '-'), byte: typeof position === 'string' ? Number(position) : 0 };
  }
  const statements: readonly unknown[] = Array.isArray(tree.statements) ? tree.statements : [];
  const [only] = statements;
  return statements.length === 1 && isPart(only) ? { statement: only } : { detail: '-', byte: 0 };
}

function refused(view: ViewText, { why, what, byte }: Refusal): Issue<DataIssueCode> {
  if (why === 'name') return issue('view-table-name', placeIn(view, byte), { view: view.view, table: what });
  if (why === 'size')
    return issue('view-too-large', placeIn(view, byte), { view: view.view, found: what, limit: MOST_PARTS, unit: '@view.parts' });
  return why === 'order'
    ? issue('view-order', placeIn(view, byte), { view: view.view, what })
    : issue('view-function', placeIn(view, byte), { view: view.view, function: what });
}

function placeIn({ file, text }: ViewText, byte: number): Position {
  const { line, column } = placeOf(text, byte);
  return { path: file, line, column };
}
