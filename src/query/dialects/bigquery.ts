import { instantText } from '../../kernel/calendar.js';
import type { ColumnType } from '../column-type.js';
import { integer, join, type Sql, sql, trusted } from '../sql.js';
import { type Dialect, partColumns, type TallyArm } from './dialect.js';

/** Text between quotes of BigQuery, names as well as strings: it reads escapes in both, and no line ends in them. */
export function escaped(text: string, quote: "'" | '`'): string {
  return text.replace(/[\\\n\r]/g, (sign) => (sign === '\n' ? '\\n' : sign === '\r' ? '\\r' : '\\\\')).replaceAll(quote, `\\${quote}`);
}

/**
 * BigQuery's GoogleSQL. Sums are taken as BIGNUMERIC, which holds any sum of NUMERIC values that a table can have: SUM of
 * INT64 or NUMERIC would fail where it overflows.
 */
export const bigquery: Dialect = {
  name: 'bigquery',
  quote: (identifier) => `\`${escaped(identifier, '`')}\``,
  placeholder: (index) => `@p${index}`,
  withAs: sql`AS`,
  textType: sql`STRING`,
  decimalType: () => sql`NUMERIC`,
  integerType: sql`INT64`,
  maskType: () => sql`INT64`,
  floatType: sql`FLOAT64`,
  billed: true,
  // 1 MB, with room for what statements are put together with
  longest: 900_000,
  exact,
  sum: (value) => sql`SUM(CAST(${value} AS BIGNUMERIC))`,
  tallyRows,
  textIn: () => null,
  comparableFloat: (value) => sql`IF(IS_NAN(${value}), NULL, ${value})`,
  micros: (column, kind) => (kind === 'instant' ? sql`UNIX_MICROS(${column})` : sql`UNIX_MICROS(TIMESTAMP(${column}, 'UTC'))`),
  dayOfDate: (column) => sql`UNIX_DATE(${column})`,
  timeConstant: (micros, kind) => {
    const text = instantText(micros);
    return trusted(kind === 'instant' ? `TIMESTAMP '${text}'` : `DATETIME '${text.replace('Z', '')}'`);
  },
  dateConstant: (date) => trusted(`DATE '${date}'`),
  quotient: (dividend, divisor) => sql`DIV(${dividend}, ${integer(divisor)})`,
  rowNumber: sql`CAST(NULL AS INT64)`,
  asText: (value) => sql`CAST(${value} AS STRING)`,
  nfc: (value) => sql`NORMALIZE(${value}, NFC)`,
  beginsAsTime: (value) => sql`REGEXP_CONTAINS(${value}, r'^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}')`,
  isDayFirst: (value) => sql`REGEXP_CONTAINS(${value}, r'^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}|$)')`,
  dateText: (column) => sql`CAST(${column} AS STRING)`,
  keyHash: (columns) => sql`FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(${join(columns.map(keyPart), ', ')})))`,
  countKeys: (key, rows) => sql`SELECT COUNT(*) AS row_count, COUNT(${key}) AS filled, COUNT(DISTINCT ${key}) AS key_count ${rows}`,
  bitmap: null,
  rereading: null,
};

/** Wider numbers fit only without rounding; floats are rounded as DuckDB's cast rounds them, which is not CAST's way here. */
function exact(value: Sql, type: ColumnType): Sql {
  if (type.kind === 'float') {
    const nano = sql`ROUND(${value} * 1e9)`;
    const fits = sql`CAST(CAST(${nano} AS BIGNUMERIC) * BIGNUMERIC '0.000000001' AS NUMERIC)`;
    // in this order: a product too large for a float is an error, and NaN is not below anything
    return sql`CASE WHEN ABS(${value}) < 1e29 THEN CASE WHEN ABS(${nano}) < 1e38 THEN ${fits} END END`;
  }
  return sql`IF(CAST(SAFE_CAST(${value} AS NUMERIC) AS BIGNUMERIC) = ${value}, SAFE_CAST(${value} AS NUMERIC), NULL)`;
}

/** 0 and −0 are one key but two texts. */
function keyPart({ sql: column, type }: { readonly sql: Sql; readonly type: ColumnType }): Sql {
  return type.kind === 'float' ? sql`IF(${column} = 0, 0, ${column})` : column;
}

/** A part that is named twice would be computed twice: here each of its rows is spread over the arms instead. */
function tallyRows(part: Sql, arms: readonly TallyArm[]): Sql {
  const named = partColumns(arms);
  const each = arms.map((arm) => tallyArm(arm, named));
  const spread = sql`SELECT arm.* FROM (${part}) AS part, UNNEST([${join(each, ', ')}]) AS arm`;
  const sums = (['row_count', 'filled', 'fitting', 'total'] as const).map((name) => {
    const column = trusted(name);
    return sql`CAST(SUM(${column}) AS STRING) AS ${column}`;
  });
  const parts = named.map((name) => sql`, ${trusted(name)}`);
  const by = named.map((name) => sql`, spread.${trusted(name)}`);
  return sql`SELECT CAST(item AS STRING) AS item, CAST(day AS STRING) AS day, currency${join(parts, '')}, ${join(sums, ', ')} FROM (${spread}) AS spread WHERE chosen GROUP BY spread.item, spread.day, spread.currency${join(by, '')}`;
}

function tallyArm({ item, day, currency, sums, where, of = [] }: TallyArm, named: readonly string[]): Sql {
  const count = (value: Sql | null): Sql => value ?? sql`CAST(NULL AS INT64)`;
  const fields = [
    sql`${integer(item)} AS item`,
    sql`${day} AS day`,
    sql`${currency ?? sql`CAST(NULL AS STRING)`} AS currency`,
    sql`${sums.row_count} AS row_count`,
    sql`${count(sums.filled)} AS filled`,
    sql`${count(sums.fitting)} AS fitting`,
    sql`${sums.total ?? sql`CAST(NULL AS BIGNUMERIC)`} AS total`,
    ...named.map((name, index) => sql`${of[index] ?? sql`CAST(NULL AS STRING)`} AS ${trusted(name)}`),
    sql`${where} AS chosen`,
  ];
  return sql`STRUCT(${join(fields, ', ')})`;
}

/**
 * Several statements as one, so that they are one job: rows of `part` (which statement, by its place) and `data` (the
 * row as JSON).
 */
export function inOne(statements: readonly Sql[]): Sql {
  const parts = statements.map((statement, index) => {
    const part = trusted(`'${index}'`);
    return sql`SELECT ${part} AS part, TO_JSON_STRING(r) AS data FROM (${statement}) AS r`;
  });
  return join(parts, '\nUNION ALL\n');
}
