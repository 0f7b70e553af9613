import { columnOf, MEASURES, monthAfter, sqlOf, TERM } from '../measures.mjs';
import { instant, plain, runOnDuckDB } from './engine.mjs';

/*
 * The obvious single query: the month of every row by `date_trunc` in the zone, one FILTERed aggregate per measure. The
 * checks of the data are as cheap as they can be: one distinct count of the key shows whether it repeats at all, and only
 * then it is asked where. Flavours: `session` sets the session's zone, `converted` converts with AT TIME ZONE.
 */

await runOnDuckDB(async ({ flavour, scenario, rowsOf }) => {
  const zone = scenario.zone;
  const startOf = (date) =>
    flavour === 'session' ? `TIMESTAMPTZ '${date} 00:00:00'` : `TIMESTAMP '${date} 00:00:00' AT TIME ZONE '${zone}'`;
  const month = flavour === 'session' ? `date_trunc('month', approved_at)` : `date_trunc('month', approved_at AT TIME ZONE '${zone}')`;
  const inTerm = `approved_at >= ${startOf(TERM.from)} AND approved_at < ${startOf(monthAfter(TERM.lastPeriod))}`;
  const key = scenario.orderKey;

  const aggregates = Object.entries(MEASURES).flatMap(([id, measure]) => {
    const filter = `FILTER (WHERE ${sqlOf(measure.where)})`;
    const column = columnOf(measure, scenario);
    if (measure.count !== undefined) return [`count(*) ${filter} AS ${id}`];
    if (measure.countDistinct !== undefined) return [`count(DISTINCT ${column}) ${filter} AS ${id}`, `count(*) ${filter} AS ${id}__rows`];
    return [`sum(${column}) ${filter} AS ${id}`, `count(*) ${filter} AS ${id}__rows`, `count(${column}) ${filter} AS ${id}__filled`];
  });
  const measured = await rowsOf(
    `SELECT strftime(m, '%Y-%m') AS month, * EXCLUDE (m) FROM (SELECT ${month} AS m, ${aggregates.join(', ')} FROM orders WHERE ${inTerm} GROUP BY m)`,
  );
  const [fresh] = await rowsOf(
    `SELECT max(approved_at) FILTER (WHERE approved_at < ${startOf(TERM.endOfAsOf)}) AT TIME ZONE 'UTC' || '+00' AS fresh_at, count(*) - count(approved_at) AS null_when FROM orders`,
  );
  const [keys] = await rowsOf(
    `SELECT count(*) AS n, count(${key}) AS filled, count(DISTINCT ${key}) AS different FROM orders WHERE ${inTerm}`,
  );

  const duplicates = new Map();
  let repeatedKeys = 0;
  if (keys.n !== keys.filled || keys.n !== keys.different) {
    const perMonth = `SELECT ${month} AS m, ${key} AS k, count(*) AS n FROM orders WHERE ${inTerm} GROUP BY ALL`;
    for (const row of await rowsOf(`SELECT strftime(m, '%Y-%m') AS month, count(*) AS n FROM (${perMonth}) WHERE n > 1 GROUP BY 1`)) {
      duplicates.set(row.month, Number(row.n));
    }
    const [repeated] = await rowsOf(`SELECT count(*) AS n FROM (SELECT k FROM (${perMonth}) GROUP BY k HAVING count(*) > 1)`);
    repeatedKeys = Number(repeated.n);
  }

  const months = measured.map((row) => {
    const measures = Object.entries(MEASURES).map(([id, measure]) => {
      const rows = Number(measure.count === undefined ? row[`${id}__rows`] : row[id]);
      const nulls = measure.sum === undefined ? 0 : rows - Number(row[`${id}__filled`]);
      return [id, { rows, nulls, value: plain(row[id]) }];
    });
    return [row.month, { duplicateKeys: duplicates.get(row.month) ?? 0, measures: Object.fromEntries(measures) }];
  });
  return { freshAt: instant(fresh.fresh_at), nullWhen: Number(fresh.null_when), repeatedKeys, months: Object.fromEntries(months.sort()) };
});
