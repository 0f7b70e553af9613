import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Measured } from '../../src/evidence/decode.js';
import type { Measurement } from '../../src/ports/warehouse.js';
import type { MeasurementRequest } from '../../src/query/request.js';
import { wordsOf } from '../issue-words.js';
import { type DuckdbOptions, openDuckdb } from '../warehouses.js';

/** A file's content: text or bytes, lines of a CSV file, or a SELECT whose result becomes a Parquet file. */
export type Content = string | Buffer | readonly string[] | { readonly parquet: string };

/** Writes files into a new data folder and gives its path to the test; removed afterwards. */
export async function withData<T>(files: Readonly<Record<string, Content>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-data-'));
  try {
    for (const [name, content] of Object.entries(files)) await write(join(folder, name), content);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(path: string, content: Content): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (typeof content === 'string' || Buffer.isBuffer(content)) return writeFile(path, content);
  if (!('parquet' in content)) return writeFile(path, `${content.join('\n')}\n`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  await connection.run(`COPY (${content.parquet}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

/** Measures requests over files. */
export function measureFiles(
  files: Readonly<Record<string, Content>>,
  requests: readonly MeasurementRequest[],
  options: Omit<DuckdbOptions, 'dataFolder'> = {},
): Promise<Measurement> {
  return withData(files, (folder) => measureFolder(folder, requests, options));
}

export async function measureFolder(
  dataFolder: string,
  requests: readonly MeasurementRequest[],
  options: Omit<DuckdbOptions, 'dataFolder'> = {},
): Promise<Measurement> {
  const warehouse = await openDuckdb({ dataFolder, ...options });
  try {
    return await warehouse.measure(requests);
  } finally {
    await warehouse.close();
  }
}

/** The one contract's evidence; fails with the issues where there are any. */
export function only(measurement: Measurement): Measured {
  const issues = texts(measurement);
  if (issues.length > 0) throw new Error(issues.join('\n'));
  const [measured] = measurement.measured.values();
  if (measured === undefined) throw new Error('nothing was measured');
  return measured;
}

/** The issues as people read them: `code: text`. */
export function texts(measurement: Pick<Measurement, 'issues'>): string[] {
  return measurement.issues.map((issue) => `${issue.code}: ${wordsOf(issue, 'en').text}`);
}

/** `measure value` per period, sums of days; `measure distinct n` for distinct counts. */
export function totals(measured: Measured, measure: string): Record<string, string> {
  return Object.fromEntries(
    measured.periods.map((period) => {
      const found = period.measures.find((candidate) => candidate.id === measure);
      if (found === undefined) return [period.period, 'absent'];
      if (found.distinct !== undefined) return [period.period, String(found.distinct)];
      return [period.period, sumText(found.days.map((day) => day.value ?? '0'))];
    }),
  );
}

/** Exact sum of decimal texts. */
export function sumText(values: readonly string[]): string {
  const scale = 9;
  const scaled = values.map((value) => {
    const [whole = '0', part = ''] = value.replace('-', '').split('.');
    return BigInt(`${value.startsWith('-') ? '-' : ''}${whole}${part.padEnd(scale, '0')}`);
  });
  const sum = scaled.reduce((a, b) => a + b, 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, '0');
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, '');
  return sum < 0n ? `-${text}` : text;
}
