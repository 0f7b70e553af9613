import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Use } from '../../../src/query/column-type.js';
import type { Cell, Field, SqlType, Table } from '../evaluator/schema.js';

const CSV = `header=true, all_varchar=true, delim=',', quote='"', escape='"', nullstr='', allow_quoted_nulls=false, strict_mode=true`;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const WALL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d+)?$/;

/**
 * A data folder's CSV tables as BigQuery would hold them: a column gets its type from what it is used for and, for times,
 * from how its values are written.
 */
export async function csvTables(
  folder: string,
  uses: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Use>>>,
): Promise<Map<string, Table>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const tables = new Map<string, Table>();
  const datasets = existsSync(folder) ? readdirSync(folder) : [];
  for (const dataset of datasets) {
    for (const file of readdirSync(join(folder, dataset)).filter((name) => name.endsWith('.csv'))) {
      const path = `${dataset}.${file.slice(0, -'.csv'.length)}`;
      const reader = await connection.runAndReadAll(`SELECT * FROM read_csv('${join(folder, dataset, file)}', ${CSV})`);
      const names = reader.columnNames();
      const rows = reader.getRowsJson() as (string | null)[][];
      const fields = names.map((name, index) => ({
        name,
        type: typeFor(
          uses.get(path)?.get(name) ?? new Set(),
          rows.map((row) => row[index] ?? null),
        ),
      }));
      tables.set(path, { fields, rows: rows.map((row) => row.map((cell, index) => cellOf(fields[index], cell))) });
    }
  }
  connection.closeSync();
  instance.closeSync();
  return tables;
}

function typeFor(uses: ReadonlySet<Use>, values: readonly (string | null)[]): SqlType {
  if (uses.has('number')) return 'NUMERIC';
  if (uses.has('boolean')) return 'BOOL';
  if (uses.has('date')) return 'DATE';
  if (!uses.has('time') && !uses.has('load')) return 'STRING';
  const filled = values.filter((value) => value !== null);
  if (filled.length > 0 && filled.every((value) => DATE.test(value))) return 'DATE';
  if (filled.length > 0 && filled.every((value) => WALL.test(value))) return 'DATETIME';
  return 'TIMESTAMP';
}

function cellOf(field: Field | undefined, cell: string | null): Cell {
  if (cell === null || field === undefined) return null;
  return field.type === 'BOOL' ? ['true', '1'].includes(cell.toLowerCase()) : cell;
}
