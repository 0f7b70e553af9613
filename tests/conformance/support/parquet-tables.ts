import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Cell, Field, SqlType, Table } from '../evaluator/schema.js';

const TYPE: Readonly<Partial<Record<SqlType, string>>> = {
  STRING: 'VARCHAR',
  INT64: 'BIGINT',
  FLOAT64: 'DOUBLE',
  NUMERIC: 'DECIMAL(38, 9)',
  BIGNUMERIC: 'DECIMAL(38, 15)',
  BOOL: 'BOOLEAN',
  DATE: 'DATE',
  DATETIME: 'TIMESTAMP',
  TIMESTAMP: 'TIMESTAMPTZ',
};

const quoted = (name: string): string => `"${name}"`;

/** Writes tables as Parquet files into a data folder, each column with DuckDB's type of the same meaning. */
export async function writeParquet(folder: string, tables: ReadonlyMap<string, Table>): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  let count = 0;
  for (const [path, { fields, rows }] of tables) {
    const table = `t${count++}`;
    await connection.run(`CREATE TABLE ${table} (${fields.map((field) => `${quoted(field.name)} ${TYPE[field.type]}`).join(', ')})`);
    if (rows.length > 0) {
      const tuples = rows.map((row) => `(${fields.map((field, index) => literal(field, row[index] ?? null)).join(', ')})`);
      await connection.run(`INSERT INTO ${table} VALUES ${tuples.join(', ')}`);
    }
    const file = `${join(folder, ...path.split('.'))}.parquet`;
    mkdirSync(dirname(file), { recursive: true });
    await connection.run(`COPY ${table} TO '${file}' (FORMAT parquet)`);
  }
  connection.closeSync();
  instance.closeSync();
}

function literal(field: Field, cell: Cell): string {
  if (cell === null) return 'NULL';
  return `CAST('${String(cell).replaceAll("'", "''")}' AS ${TYPE[field.type]})`;
}
