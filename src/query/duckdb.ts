import type { Dialect, TallyArm } from './dialect.js';
import { integer, join, type Sql, sql, trusted } from './sql.js';

/** DuckDB. Bare DECIMAL is (18,3) there and division of decimals gives DOUBLE, so neither is used. */
export const duckdb: Dialect = {
  name: 'duckdb',
  quote: (identifier) => `"${identifier.replaceAll('"', '""')}"`,
  placeholder: (index) => `$${index}`,
  withAs: sql`AS MATERIALIZED`,
  textType: sql`VARCHAR`,
  decimalType: (precision, scale) => sql`DECIMAL(${integer(precision)}, ${integer(scale)})`,
  integerType: sql`BIGINT`,
  floatType: sql`DOUBLE`,
  billed: false,
  exact: (value) => sql`TRY_CAST(${value} AS DECIMAL(38, 9))`,
  sum: (value) => sql`sum(${value})`,
  // materialized: the part would otherwise be computed once per arm
  tallyRows: (part, arms) => sql`WITH part AS MATERIALIZED (${part}) ${join(arms.map(tallyArm), ' UNION ALL ')}`,
  comparableFloat: (value) => sql`nullif(${value}, CAST('NaN' AS DOUBLE))`,
  micros: (column) => sql`epoch_us(${column})`,
  dayOfDate: (column) => sql`(${column} - DATE '1970-01-01')`,
  timeConstant: (micros, kind) =>
    kind === 'instant' ? sql`make_timestamptz(${integer(micros)})` : sql`make_timestamp(${integer(micros)})`,
  dateConstant: (date) => trusted(`DATE '${date}'`),
  quotient: (dividend, divisor) => sql`(${dividend} // ${integer(divisor)})`,
  rowNumber: sql`row_number() OVER ()`,
  asText: (value) => sql`CAST(${value} AS VARCHAR)`,
  nfc: (value) => sql`nfc_normalize(${value})`,
  beginsAsTime: (value) => sql`regexp_matches(${value}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}')`,
  dateText: (column) => sql`strftime(${column}, '%Y-%m-%d')`,
  keyHash: (columns) =>
    sql`hash(${join(
      columns.map((column) => column.sql),
      ', ',
    )})`,
  // keys hardly ever repeat, and then sorting them takes less time and memory than a set of them
  countKeys: (key, rows) =>
    sql`SELECT count(*) AS row_count, count(k) AS filled, count(k) - count(CASE WHEN k = p THEN 1 END) AS key_count FROM (SELECT k, lag(k) OVER (ORDER BY k) AS p FROM (SELECT ${key} AS k ${rows}) AS keyed) AS sorted`,
  bitmap: {
    maxRange: 1n << 28n, // 32 MB a set
    of: (column, low, high) => sql`bitstring_agg(${column}, CAST(${integer(low)} AS BIGINT), CAST(${integer(high)} AS BIGINT))`,
    union: (set) => sql`bit_or(${set})`,
    size: (set) => sql`bit_count(${set})`,
  },
};

const text = (value: Sql): Sql => sql`CAST(${value} AS VARCHAR)`;
const NOTHING = sql`CAST(NULL AS VARCHAR)`;

function tallyArm({ item, day, currency, sums, where }: TallyArm): Sql {
  const total = (value: Sql | null): Sql => (value === null ? NOTHING : text(sql`sum(${value})`));
  const columns = Object.entries(sums).map(([name, value]) => sql`${total(value)} AS ${trusted(name)}`);
  const keys = sql`${text(integer(item))} AS item, ${text(day)} AS day, ${currency ?? NOTHING} AS currency`;
  return sql`SELECT ${keys}, ${join(columns, ', ')} FROM part WHERE ${where} GROUP BY ${currency === null ? day : join([day, currency], ', ')}`;
}
