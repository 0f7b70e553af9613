import { dirname } from 'node:path';
import { DuckDBConnection } from '@malloydata/db-duckdb';
import { SingleConnectionRuntime } from '@malloydata/malloy';
import { columnOf, MEASURES, malloyOf, monthAfter, TERM } from '../measures.mjs';
import { instant, plain, print, programArguments } from './engine.mjs';

/*
 * The same measures as a Malloy model on DuckDB; the months are Malloy's own, in the query's time zone. The checks of the
 * data are Malloy queries too, as cheap as those of the single SQL query.
 */

const { scenario, path } = programArguments();
const connection = new DuckDBConnection({
  name: 'duckdb',
  setupSQL: `CREATE VIEW orders AS FROM read_parquet('${path.replaceAll("'", "''")}');`,
  allowedDirectories: [dirname(path)],
  enableExternalAccess: false,
});
const runtime = new SingleConnectionRuntime({ connection });

const measures = Object.entries(MEASURES).flatMap(([id, measure]) => {
  const filter = `{ where: ${malloyOf(measure.where)} }`;
  const column = columnOf(measure, scenario);
  if (measure.count !== undefined) return [`${id} is count() ${filter}`];
  const rows = `${id}__rows is count() ${filter}`;
  if (measure.countDistinct !== undefined) return [`${id} is count(${column}) ${filter}`, rows];
  return [`${id} is ${column}.sum() ${filter}`, rows, `${id}__nulls is count() { where: ${malloyOf(measure.where)}, ${column} is null }`];
});
const key = scenario.orderKey;
const model = runtime.loadModel(`
source: orders is duckdb.table('orders') extend {
  measure:
    ${measures.join('\n    ')}
    row_count is count()
    different_keys is count(${key})
    keyless is count() { where: ${key} is null }
    null_when is count() { where: approved_at is null }
}`);
const timezone = `timezone: '${scenario.zone}'`;
const inTerm = `where: approved_at >= @${TERM.from} and approved_at < @${monthAfter(TERM.lastPeriod)}`;

async function rowsOf(query, ...stages) {
  const loaded = model.loadQuery(['run: orders', `{ ${timezone}\n ${query} }`, ...stages].join(' -> '));
  return (await loaded.run({ rowLimit: 1000 })).data.toObject();
}

const names = Object.entries(MEASURES).flatMap(([id, measure]) => {
  if (measure.count !== undefined) return [id];
  return measure.countDistinct === undefined ? [id, `${id}__rows`, `${id}__nulls`] : [id, `${id}__rows`];
});
const measured = await rowsOf(`${inTerm}\n group_by: started is approved_at.month\n aggregate: ${names.join(', ')}\n order_by: started`);
const [fresh] = await rowsOf(`where: approved_at < @${TERM.endOfAsOf}\n aggregate: fresh_at is max(approved_at)`);
const [lacking] = await rowsOf('aggregate: null_when');
const [keys] = await rowsOf(`${inTerm}\n aggregate: row_count, different_keys, keyless`);

/** The month of an instant, in the zone. */
const monthOf = (at) => new Date(at).toLocaleDateString('sv-SE', { timeZone: scenario.zone }).slice(0, 7);

const duplicates = new Map();
let repeatedKeys = 0;
if (keys.keyless > 0 || keys.row_count !== keys.different_keys) {
  const perMonth = `${inTerm}\n group_by: started is approved_at.month, k is ${key}\n aggregate: n is count()`;
  for (const row of await rowsOf(perMonth, '{ where: n > 1 group_by: started aggregate: repeated is count() }')) {
    duplicates.set(monthOf(row.started), row.repeated);
  }
  const [repeated] = await rowsOf(
    perMonth,
    '{ group_by: k aggregate: spread is count() }',
    '{ where: spread > 1 aggregate: n is count() }',
  );
  repeatedKeys = repeated.n;
}

const months = measured.map((row) => {
  const measures = Object.entries(MEASURES).map(([id, measure]) => {
    const rows = measure.count === undefined ? row[`${id}__rows`] : row[id];
    // Malloy's numbers are doubles; sums of this size still have exact cents.
    return [id, { rows, nulls: measure.sum === undefined ? 0 : row[`${id}__nulls`], value: plain(row[id].toFixed(2)) }];
  });
  const month = monthOf(row.started);
  return [month, { duplicateKeys: duplicates.get(month) ?? 0, measures: Object.fromEntries(measures) }];
});
const freshAt = instant(new Date(fresh.fresh_at).toISOString());
print({ freshAt, nullWhen: lacking.null_when, repeatedKeys, months: Object.fromEntries(months.sort()) });
await connection.close();
