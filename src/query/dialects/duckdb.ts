import { integer, join, type Sql, sql, trusted } from '../sql.js';
import { type Dialect, partColumns, type TallyArm } from './dialect.js';

/** Values up to which a list is gone through in no more time than the engine's own set of them takes. */
const MOST_LISTED = 16;

/** DuckDB. Bare DECIMAL is (18,3) there and division of decimals gives DOUBLE, so neither is used. */
export const duckdb: Dialect = {
  name: 'duckdb',
  quote: (identifier) => `"${identifier.replaceAll('"', '""')}"`,
  placeholder: (index) => `$${index}`,
  withAs: sql`AS MATERIALIZED`,
  textType: sql`VARCHAR`,
  decimalType: (precision, scale) => sql`DECIMAL(${integer(precision)}, ${integer(scale)})`,
  integerType: sql`BIGINT`,
  // of every value a mask is kept
  maskType: (bits) => (bits < 15 ? sql`SMALLINT` : bits < 31 ? sql`INTEGER` : sql`BIGINT`),
  floatType: sql`DOUBLE`,
  billed: false,
  longest: 4_000_000,
  exact: (value) => sql`TRY_CAST(${value} AS DECIMAL(38, 9))`,
  sum: (value) => sql`sum(${value})`,
  // materialized: the part would otherwise be computed once per arm
  tallyRows: (part, arms) => sql`WITH part AS MATERIALIZED (${part}) ${tallyArms(arms)}`,
  // a function looks once at each value of a column that has few, as Parquet files hold them; an operator looks at each row
  textIn: (value, values) => (values.length > MOST_LISTED ? null : sql`list_contains([${join(values, ', ')}], ${value})`),
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
  isDayFirst: (value) => sql`regexp_matches(${value}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}|$)')`,
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
  rereading: {
    before: (column) => sql`lag(${column}) OVER ()`,
    // bits by which the engine's own tables do not tell values apart
    isInShare: (hash, part, of) => sql`(${hash} >> 28) % ${integer(of)} = ${integer(part)}`,
  },
};

const text = (value: Sql): Sql => sql`CAST(${value} AS VARCHAR)`;
const NOTHING = sql`CAST(NULL AS VARCHAR)`;

/**
 * The arms of a part. Those that add up the same columns by the same day and currency are read together, each row with the list
 * of those that it belongs to: a SELECT for each would be planned in a time that grows with the square of their number.
 */
function tallyArms(arms: readonly TallyArm[]): Sql {
  const alike = new Map<string, [TallyArm, ...TallyArm[]]>();
  for (const arm of arms) {
    const key = JSON.stringify([arm.day, arm.currency, arm.sums, arm.of]);
    const found = alike.get(key);
    if (found === undefined) alike.set(key, [arm]);
    else found.push(arm);
  }
  const named = partColumns(arms);
  return join(
    [...alike.values()].map((each) => tallyArm(each, named)),
    ' UNION ALL ',
  );
}

function tallyArm(arms: readonly [TallyArm, ...TallyArm[]], named: readonly string[]): Sql {
  const [{ item, day, currency, sums, where, of = [] }] = arms;
  const total = (value: Sql | null): Sql => (value === null ? NOTHING : text(sql`sum(${value})`));
  const columns = Object.entries(sums).map(([name, value]) => sql`${total(value)} AS ${trusted(name)}`);
  const parts = named.map((name, index) => sql`, ${of[index] ?? NOTHING} AS ${trusted(name)}`);
  const keysOf = (own: Sql): Sql => sql`${text(own)} AS item, ${text(day)} AS day, ${currency ?? NOTHING} AS currency${join(parts, '')}`;
  const by = join([day, ...(currency === null ? [] : [currency]), ...of], ', ');
  if (arms.length === 1) return sql`SELECT ${keysOf(integer(item))}, ${join(columns, ', ')} FROM part WHERE ${where} GROUP BY ${by}`;
  const own = arms.map((arm) => sql`CASE WHEN ${arm.where} THEN ${integer(arm.item)} END`);
  const rows = sql`SELECT *, unnest(list_filter([${join(own, ', ')}], lambda one: one IS NOT NULL)) AS arm FROM part`;
  return sql`SELECT ${keysOf(trusted('arm'))}, ${join(columns, ', ')} FROM (${rows}) AS spread GROUP BY arm, ${by}`;
}
