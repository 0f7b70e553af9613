import { isForeignZone } from '../../kernel/calendar.js';
import { ENGINE_VIEWS } from './engine-views.js';
import { AGGREGATES, BY_ORDER, PICKS, PLACES, RANKS, ROW_MAKERS, SCALARS, SESSION_NAMES, WRITTEN_OUT } from './functions.js';
import { MOST_ROWS, rowsOfSeries, SERIES } from './series.js';
import { CAST_TYPES, EXPRESSIONS, JOINS, OPERATORS, REST, TYPED } from './shapes.js';
import { MOST_PARTS, partsOfQuery } from './size.js';
import { isPart, type Part, partsOf, plainName, sameExpression, textOf } from './tree.js';

/** What a view must not have: what, why, and at which byte of its text; 0 where the tree does not tell. */
export interface Refusal {
  /** `function`: no part, function or source of a view; `order`: depends on the order of rows; `size`: costs too much before it runs; `name`: a table whose name no definition could write. */
  readonly why: 'function' | 'order' | 'size' | 'name';
  /** As SQL has it: `read_csv`, `LIMIT`; of `size` the number of parts. */
  readonly what: string;
  readonly byte: number;
}

export interface Judgement {
  readonly refusals: readonly Refusal[];
  /** Tables that it reads, `shop.orders`, ascending. */
  readonly tables: readonly string[];
}

/** After so many the rest is noise. */
const MOST_REFUSALS = 20;
/** Names of tables in the data folder or a dataset. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;
const SYSTEM_SCHEMAS = new Set(['information_schema', 'pg_catalog', 'main', 'temp', 'system']);

/**
 * Judges one SELECT by its syntax tree. What is let through reads tables and computes with their values: the same rows on every
 * machine, whoever runs it and whenever, in whatever order the rows come.
 * @param statement the tree's one statement, as DuckDB's `json_serialize_sql` writes it.
 */
export function judgeView(statement: Part): Judgement {
  const judge = new Judge();
  judge.visit(statement, 'statements', { names: new Set(), byte: 0, rows: false });
  const parts = isPart(statement.node) ? partsOfQuery(statement.node) : 0;
  const size: Refusal[] = parts > MOST_PARTS ? [{ why: 'size', what: String(parts), byte: 0 }] : [];
  const byPlace = [...judge.refusals, ...size].sort((a, b) => a.byte - b.byte);
  // each once, where it first stands
  const once = new Map<string, Refusal>();
  for (const refusal of byPlace) {
    const key = `${refusal.why} ${refusal.what}`;
    if (!once.has(key)) once.set(key, refusal);
  }
  return { refusals: [...once.values()].slice(0, MOST_REFUSALS), tables: [...judge.tables].sort() };
}

/** What is known where a part stands. */
interface Around {
  /** Common table expressions that can be named here. */
  readonly names: ReadonlySet<string>;
  /** Where the nearest part around it stands that says so. */
  readonly byte: number;
  /** Whether a function here makes rows. */
  readonly rows: boolean;
}

class Judge {
  readonly refusals: Refusal[] = [];
  readonly tables = new Set<string>();
  /** Rows of all series so far, crossed with each other. */
  private rows = 1;

  /** @param field the field in which the value stands. */
  visit(value: unknown, field: string, around: Around): void {
    if (Array.isArray(value)) for (const each of value) this.visit(each, field, around);
    if (!isPart(value)) return;
    const kind = kindOf(value, field);
    const { byte } = around;
    const at = typeof value.query_location === 'number' && value.query_location < TEXT_END ? value.query_location : byte;
    const { fields } = kind;
    if (fields === undefined) {
      this.refuse('function', kind.name, at);
      return;
    }
    const unknown = Object.keys(value).filter((key) => !fields.has(key) && isFilled(value[key]));
    for (const key of unknown) this.refuse('function', FIELD_NAMES[key] ?? `${kind.name}.${key}`, at);
    const here = { ...around, byte: at, rows: false };
    this.look(value, kind.name, here, around.rows);
    const names = this.named(value, here);
    for (const [key, child] of Object.entries(value)) {
      if (key === 'cte_map' || !fields.has(key) || isData(kind.name, key)) continue;
      this.visit(child, key, { ...here, names, rows: kind.name === 'TABLE_FUNCTION' && key === 'function' });
    }
  }

  /** Visits a query's common table expressions, each of which sees those before it, and returns the names that its body sees. */
  private named(part: Part, around: Around): ReadonlySet<string> {
    if (!isPart(part.cte_map)) return around.names;
    const names = new Set(around.names);
    this.visit({ ...part.cte_map, map: [] }, 'cte_map', around);
    for (const entry of partsOf(part.cte_map.map)) {
      this.visit(entry, 'map', { ...around, names: new Set(names) });
      names.add(textOf(entry.key).toLowerCase());
    }
    return names;
  }

  private refuse(why: Refusal['why'], what: string, byte: number): void {
    this.refusals.push({ why, what, byte });
  }

  private look(part: Part, kind: string, { names, byte }: Around, rows: boolean): void {
    if (kind === 'FUNCTION') this.call(part, byte, rows);
    if (kind === 'WINDOW') this.window(part, byte);
    if (kind === 'OPERATOR' && !OPERATORS.has(textOf(part.type))) this.refuse('function', textOf(part.type), byte);
    if (kind === 'BASE_TABLE') this.table(part, byte, names);
    if (kind === 'COLUMN_REF') this.column(part, byte);
    if (kind === 'CONSTANT') this.constant(part, byte);
    if (kind === 'JOIN' && !JOINS.has(textOf(part.ref_type))) this.refuse('order', `${textOf(part.ref_type)} JOIN`, byte);
    if (kind === 'DISTINCT_MODIFIER' && partsOf(part.distinct_on_targets).length > 0) this.refuse('order', 'DISTINCT ON', byte);
    if (kind === 'cast_type' || kind === 'child_type' || kind === 'second') this.type(part, byte);
    if ('modifiers' in part) this.limit(part, byte);
  }

  private call(part: Part, byte: number, rows: boolean): void {
    const name = textOf(part.function_name).toLowerCase();
    const schema = textOf(part.schema);
    const order = isPart(part.order_bys) ? partsOf(part.order_bys.orders) : [];
    // the parser itself writes `main` where `[1, 2]` becomes a call
    if ((schema !== '' && schema !== 'main') || textOf(part.catalog) !== '') this.refuse('function', `${schema}.${name}`, byte);
    else if (rows) this.rowMaker(name, part, byte);
    else if (PICKS.has(name) && !isTotal(order, partsOf(part.children)[0])) this.refuse('order', name, byte);
    else this.name(name, [SCALARS, AGGREGATES, PICKS, COUNTS], byte);
    if (name === 'timezone' && !isZoneless(partsOf(part.children)[0])) this.refuse('function', 'AT TIME ZONE', byte);
    for (const place of WRITTEN_OUT.get(name) ?? []) {
      const argument = partsOf(part.children)[place];
      if (argument !== undefined && argument.class !== 'CONSTANT') this.refuse('function', `${name}(…)`, byte);
    }
  }

  private rowMaker(name: string, part: Part, byte: number): void {
    this.name(name, [ROW_MAKERS], byte);
    if (!SERIES.has(name)) return;
    this.rows *= rowsOfSeries(part);
    if (this.rows > MOST_ROWS) this.refuse('function', `${name}(…)`, byte);
  }

  private window(part: Part, byte: number): void {
    const name = textOf(part.function_name).toLowerCase();
    if (textOf(part.schema) !== '' || textOf(part.catalog) !== '') this.refuse('function', `${textOf(part.schema)}.${name}`, byte);
    else this.name(name, [AGGREGATES, PICKS, RANKS, PLACES, COUNTS], byte);
    const byPlace = PLACES.has(name) || PICKS.has(name) || [part.start, part.end].some((bound) => textOf(bound).endsWith('_ROWS'));
    if (byPlace && partsOf(part.orders).length === 0) this.refuse('order', `${name} OVER ()`, byte);
  }

  private name(name: string, allowed: readonly ReadonlySet<string>[], byte: number): void {
    if (allowed.some((list) => list.has(name))) return;
    this.refuse(BY_ORDER.has(name) ? 'order' : 'function', name, byte);
  }

  private table(part: Part, byte: number, names: ReadonlySet<string>): void {
    const plain = plainName(part);
    if (plain !== null && names.has(plain)) return;
    const schema = textOf(part.schema_name);
    const parts = [textOf(part.catalog_name), schema, textOf(part.table_name)].filter((name) => name !== '');
    const isEngines = parts.length === 1 ? ENGINE_VIEWS.has(parts.join('').toLowerCase()) : SYSTEM_SCHEMAS.has(schema.toLowerCase());
    const isTable = parts.length <= 2 && parts.every((name) => NAME.test(name)) && !isEngines;
    // A file, a pattern or another catalogue is something else than a table with an odd name.
    const odd = textOf(part.catalog_name) === '' && parts.some((name) => !NAME.test(name)) && !parts.some((name) => /[/\\.*?:]/.test(name));
    if (isTable) this.tables.add(parts.join('.'));
    else this.refuse(odd ? 'name' : 'function', parts.join('.'), byte);
  }

  /** Zones are the engine's: the warehouse has a table of its own, of another release. */
  private constant(part: Part, byte: number): void {
    const text = constantText(part);
    if (text !== null && isForeignZone(text)) this.refuse('function', `'${text}'`, byte);
  }

  private column(part: Part, byte: number): void {
    const names: readonly unknown[] = Array.isArray(part.column_names) ? part.column_names : [];
    const name = textOf(names[0]).toLowerCase();
    if (names.length === 1 && SESSION_NAMES.has(name)) this.refuse('function', name, byte);
  }

  private type(part: Part, byte: number): void {
    const info = isPart(part.type_info) ? part.type_info : {};
    if (!CAST_TYPES.has(textOf(part.id))) this.refuse('function', textOf(part.id), byte);
    const isJson = textOf(info.name).toLowerCase() === 'json' && textOf(info.catalog) === '' && textOf(info.schema) === '';
    if (part.id === 'UNBOUND' && !isJson) this.refuse('function', textOf(info.name), byte);
  }

  /** Which rows are cut off is certain only in an order in which rows that differ are never equal: by all columns. */
  private limit(query: Part, byte: number): void {
    const modifiers = partsOf(query.modifiers);
    const cut = modifiers.find(({ type }) => type === 'LIMIT_MODIFIER');
    if (cut === undefined) return;
    const [order] = modifiers.filter(({ type }) => type === 'ORDER_MODIFIER').flatMap(({ orders }) => partsOf(orders));
    const byAll = isPart(order?.expression) && order.expression.class === 'STAR' && order.expression.expr === null;
    const [place = byte] = [cut.limit, cut.offset].filter(isPart).map(({ query_location: location }) => Number(location));
    if (!byAll) this.refuse('order', 'LIMIT', place < TEXT_END ? place : byte);
  }
}

/** Values, which are no parts. */
function isData(kind: string, field: string): boolean {
  return (kind === 'CONSTANT' && field === 'value') || (kind === 'entries' && field === 'values');
}

/** `count(*)`. */
const COUNTS: ReadonlySet<string> = new Set(['count_star']);
/** Places beyond any text: the tree does not tell. */
const TEXT_END = 2 ** 40;
/** How readers know fields. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  sample: 'TABLESAMPLE',
  at_clause: 'AT',
  key_targets: 'USING KEY',
  named_param_map: 'PARAMETER',
};
const KIND_NAMES: Readonly<Record<string, string>> = {
  RECURSIVE_CTE_NODE: 'WITH RECURSIVE',
  LIMIT_PERCENT_MODIFIER: 'LIMIT %',
  SHOW_REF: 'DESCRIBE',
};

function kindOf(part: Part, field: string): { readonly name: string; readonly fields: ReadonlySet<string> | undefined } {
  const { class: expression, type } = part;
  if (typeof expression === 'string') return { name: expression, fields: EXPRESSIONS.get(expression) };
  if (typeof type === 'string') return { name: KIND_NAMES[type] ?? type, fields: TYPED.get(type) };
  return { name: field, fields: REST.get(field) };
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** Whether an order of its own puts a function's argument: then whatever is equal in it is the same value. */
function isTotal(order: readonly Part[], argument: Part | undefined): boolean {
  return argument !== undefined && order.some(({ expression }) => isPart(expression) && sameExpression(expression, argument));
}

function constantText({ class: kind, value }: Part): string | null {
  return kind === 'CONSTANT' && isPart(value) && typeof value.value === 'string' ? value.value : null;
}

/** A clock that is UTC needs no zone's rules; a zone with a stroke is named by itself, wherever it stands. */
function isZoneless(zone: Part | undefined): boolean {
  const text = zone === undefined ? null : constantText(zone);
  return text !== null && (text.toUpperCase() === 'UTC' || isForeignZone(text));
}
