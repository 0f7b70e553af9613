import { writeSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { scenarioOf } from '../measures.mjs';

/*
 * What every rival program shares: its arguments and the form of its answer. Each is a process of its own, as `concord
 * score` is, and like it leaves threads and memory to the engine: all cores, 80% of the memory.
 */

/** `node program.mjs <flavour> <scenario> <orders.parquet>` */
export function programArguments() {
  const [flavour, scenario, path] = process.argv.slice(2);
  if (flavour === undefined || scenario === undefined || path === undefined) throw new RangeError('usage: <flavour> <scenario> <parquet>');
  return { flavour, scenario: scenarioOf(scenario), path };
}

/** Runs a program on an engine whose table `orders` is the Parquet file, and prints its answer. */
export async function runOnDuckDB(program) {
  const { flavour, scenario, path } = programArguments();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = '${flavour === 'session' ? scenario.zone : 'UTC'}'`);
  await connection.run(`CREATE VIEW orders AS FROM read_parquet('${path.replaceAll("'", "''")}')`);
  const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const answer = await program({ flavour, scenario, rowsOf });
  connection.closeSync();
  instance.closeSync();
  print(answer);
}

/**
 * The answer of every program.
 * @typedef {{
 *   freshAt: string, nullWhen: number, repeatedKeys: number,
 *   months: Record<string, { duplicateKeys: number, measures: Record<string, { rows: number, nulls: number, value: string }> }>
 * }} Answer
 */

/** @param {Answer} answer */
export function print(answer) {
  writeSync(1, `${JSON.stringify(answer)}\n`);
}

/** Numbers as text without trailing zeros, so that all programs' numbers compare. */
export function plain(value) {
  const text = String(value ?? 0);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** An instant as text with milliseconds in UTC. */
export function instant(text) {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
}
