import { columnOf, MEASURES, MONTHS, monthAfter, sqlOf, TERM } from '../measures.mjs';
import { instant, plain, runOnDuckDB } from './engine.mjs';

/*
 * One query per measure and month, as dashboards and spreadsheets ask. Flavours: `ranges` compares the bare column with
 * the month's first instants, which lets the engine skip most of the file; `converted` compares each row's month.
 */

await runOnDuckDB(async ({ flavour, scenario, rowsOf }) => {
  const zone = scenario.zone;
  const startOf = (date) => `TIMESTAMP '${date} 00:00:00' AT TIME ZONE '${zone}'`;
  const between = (from, to) => `approved_at >= ${startOf(from)} AND approved_at < ${startOf(to)}`;
  const inMonth = (month) =>
    flavour === 'ranges'
      ? between(`${month}-01`, monthAfter(month))
      : `date_trunc('month', approved_at AT TIME ZONE '${zone}') = TIMESTAMP '${month}-01'`;
  const key = scenario.orderKey;

  const months = {};
  for (const month of MONTHS) {
    const measures = {};
    for (const [id, measure] of Object.entries(MEASURES)) {
      const column = columnOf(measure, scenario);
      const value =
        measure.count !== undefined ? 'count(*)' : measure.countDistinct !== undefined ? `count(DISTINCT ${column})` : `sum(${column})`;
      const nulls = measure.sum === undefined ? '0' : `count(*) - count(${column})`;
      const [row] = await rowsOf(
        `SELECT ${value} AS value, count(*) AS n, ${nulls} AS nulls FROM orders WHERE ${inMonth(month)} AND ${sqlOf(measure.where)}`,
      );
      measures[id] = { rows: Number(row.n), nulls: Number(row.nulls), value: plain(row.value) };
    }
    const [keys] = await rowsOf(`SELECT count(*) AS n, count(DISTINCT ${key}) AS different FROM orders WHERE ${inMonth(month)}`);
    months[month] = { duplicateKeys: Number(keys.n) - Number(keys.different), different: Number(keys.different), measures };
  }
  const inTerm = between(TERM.from, monthAfter(TERM.lastPeriod));
  const [all] = await rowsOf(`SELECT count(DISTINCT ${key}) AS different FROM orders WHERE ${inTerm}`);
  const [fresh] = await rowsOf(
    `SELECT max(approved_at) FILTER (WHERE approved_at < ${startOf(TERM.endOfAsOf)}) AT TIME ZONE 'UTC' || '+00' AS fresh_at FROM orders`,
  );
  const [lacking] = await rowsOf('SELECT count(*) AS n FROM orders WHERE approved_at IS NULL');
  let repeatedKeys = -Number(all.different);
  for (const month of MONTHS) {
    repeatedKeys += months[month].different;
    delete months[month].different;
  }
  return { freshAt: instant(fresh.fresh_at), nullWhen: Number(lacking.n), repeatedKeys, months };
});
