import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileFormat } from '../../src/contract/model.js';
import { aboveTable } from '../../src/shell/duckdb/above-table.js';
import { openSession, type Session } from '../../src/shell/duckdb/session.js';
import { Tables } from '../../src/shell/duckdb/tables.js';
import { tries } from '../tries.js';

/* What stands above a table is left to the engine, or taken away in a copy: what is read is the same, and so is what is said. */

const RUNS = tries('CONCORD_ABOVE_RUNS', 300);
const folder = mkdtempSync(join(tmpdir(), 'concord-above-'));
const path = join(folder, 't.csv');
let session: Session;

beforeAll(async () => {
  session = await openSession({ dataFolder: folder, threads: 1 });
});
afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true });
});

async function readAs(format: FileFormat): Promise<unknown> {
  const table = await new Tables(session, folder).table('t', { file: '-', line: 1 }, new Set(['a']), { format });
  if (!('sql' in table)) return table;
  const rows = await session.query({ sql: `SELECT * FROM ${table.sql}`, params: [] });
  const places = await Promise.all((await table.places()).map(({ lines }) => lines?.(rows.map((_, index) => index))));
  await session.execute('DROP SCHEMA IF EXISTS "concord_tables_as_read" CASCADE');
  return { rows, counted: table.rows, places };
}

const line = fc.constantFrom(
  'Report',
  '1 January - 31 January',
  '',
  '  ',
  'x,y,z,w',
  '"Report"',
  '"open',
  'a"b',
  'über',
  ';;',
  'a',
  '\t',
  '\u{FEFF}b',
);
const end = (usual: string) =>
  fc.oneof({ weight: 15, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom('\n', '\r\n', '\r') });

test('what is read is what a copy without these lines holds', async () => {
  const seen = { left: 0, copied: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc
        .constantFrom('\n', '\r\n')
        .chain((usual) => fc.array(fc.tuple(line, end(usual)), { maxLength: 5 }).map((above) => ({ above, usual }))),
      fc.constantFrom('', '', '\uFEFF', '\uFEFF\uFEFF'),
      fc.constantFrom('a,b', '"a",b', ' a,b', '"a\nx",b'),
      fc.constantFrom<((lines: number) => FileFormat)[]>(
        (lines) => ({ skip: lines }),
        (lines) => ({ skip: lines + 1 }),
        () => ({ headerStartsWith: 'a' }),
      ),
      async ({ above, usual }, mark, header, formatOf) => {
        const text = above.map(([each, ends]) => each + ends).join('');
        writeFileSync(path, `${mark}${text}${header}${usual}1,"x${usual}y"${usual}2,z${usual}`);
        const format = formatOf(above.length);
        const left = await aboveTable({ path, delimiter: ',', gzip: false }, format);
        // a comment that no line begins with is enough for a copy
        if (left !== null) expect(await readAs(format)).toEqual(await readAs({ ...format, comment: '\u{10FFFD}' }));
        seen[left === null ? 'copied' : 'left'] += 1;
      },
    ),
    { numRuns: RUNS, seed: Number(process.env.CONCORD_SEED ?? 20261129) },
  );
  expect(Math.min(seen.left, seen.copied)).toBeGreaterThan(RUNS / 20);
}, 600_000);

test.each<[string, string, FileFormat, { lines: number; bytes: number } | null]>([
  ['lines above', 'Report\nof it\na,b\n1,2\n', { skip: 2 }, { lines: 2, bytes: 13 }],
  ['lines above, after a mark of byte order', '\uFEFFReport\r\n\r\na,b\r\n', { headerStartsWith: 'a,' }, { lines: 2, bytes: 13 }],
  ['a header in quotes', 'Report\n"a",b\n', { headerStartsWith: 'a' }, { lines: 1, bytes: 7 }],
  ['quotation marks above', 'Re"port\na,b\n', { skip: 1 }, null],
  ['another line end above', 'Report\r\na,b\n', { skip: 1 }, null],
  ['rows that end', 'Report\na,b\nTotal\n', { skip: 1, stopAt: 'Total' }, null],
  ['no such header', 'Report\na,b\n', { headerStartsWith: 'day' }, null],
  ['fewer lines', 'Report\n', { skip: 3 }, null],
])('%s', async (_, text, format, expected) => {
  writeFileSync(path, text);
  expect(await aboveTable({ path, delimiter: ',', gzip: false }, format)).toEqual(expected);
});
