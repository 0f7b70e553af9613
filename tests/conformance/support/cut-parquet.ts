import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Field, SqlType, Table } from '../evaluator/schema.js';

const TYPE: readonly (readonly [RegExp, SqlType])[] = [
  [/^(TINYINT|SMALLINT|INTEGER|BIGINT)$/, 'INT64'],
  [/^DECIMAL/, 'NUMERIC'],
  [/^(FLOAT|DOUBLE)$/, 'FLOAT64'],
  [/^BOOLEAN$/, 'BOOL'],
  [/^DATE$/, 'DATE'],
  [/^TIMESTAMP$/, 'DATETIME'],
  [/^TIMESTAMP WITH TIME ZONE$/, 'TIMESTAMP'],
  [/^VARCHAR$/, 'STRING'],
];

/**
 * Rows of a Parquet file that meet a condition: as a Parquet file in a data folder for one engine, and as a table of the
 * same types for the other. An evaluator that checks meaning is no engine for a hundred thousand rows.
 */
export async function cutParquet(file: string, where: string, folder: string, path: string): Promise<Table> {
  const target = `${join(folder, ...path.split('.'))}.parquet`;
  mkdirSync(dirname(target), { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  await connection.run(`COPY (SELECT * FROM '${file}' WHERE ${where}) TO '${target}' (FORMAT parquet)`);
  const described = await connection.runAndReadAll(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '${target}')`);
  const fields = (described.getRowsJson() as [string, string][]).map(([name, type]): Field => {
    const found = TYPE.find(([pattern]) => pattern.test(type));
    if (found === undefined) throw new RangeError(`${name} is ${type}`);
    return { name, type: found[1] };
  });
  const texts = fields.map(({ name }) => `CAST("${name}" AS VARCHAR)`).join(', ');
  const rows = (await connection.runAndReadAll(`SELECT ${texts} FROM '${target}'`)).getRowsJson() as (string | null)[][];
  connection.closeSync();
  instance.closeSync();
  return { fields, rows };
}
