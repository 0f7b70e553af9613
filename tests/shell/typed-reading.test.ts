import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Relation, Use } from '../../src/query/column-type.js';
import type { Spelling } from '../../src/shell/duckdb/declared-values.js';
import { openSession, type Session } from '../../src/shell/duckdb/session.js';
import { type RawColumn, typedCopy } from '../../src/shell/duckdb/stage.js';
import { text } from '../../src/shell/duckdb/text-literal.js';
import { typedReading } from '../../src/shell/duckdb/typed-reading.js';
import { tries } from '../tries.js';

/*
 * What gets its types while it is read has the types and values that looking at all of it gives, or it is not read so at all.
 */

const RUNS = tries('CONCORD_TYPED_RUNS', 600);
const folder = mkdtempSync(join(tmpdir(), 'concord-typed-'));
const clause = { file: '-', line: 1 };
let session: Session;

beforeAll(async () => {
  session = await openSession({ dataFolder: folder, threads: 1 });
  await session.execute('CREATE SCHEMA stage');
});
afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true });
});

/** Values as files have them, most of one way, and such as are of another or of none. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  plain: ['1', '0', '12.5', '-3.25', '0.00', '1234.50', '+7', '.5', '5.', '007', '1.10'],
  whole: ['1', '20', '-300', '0'],
  threes: ['1.234', '20.500', '0.000', '3'],
  // a thousand, or one
  zeros: ['7', '12', '1.000', '20.000'],
  grouped: ['1,234.50', '12.00', '1,234,567.89', '-1,000', '999', '12,34,567.5', '0.1'],
  european: ['1.234,50', '12,00', '-1.000', '999', '0,1'],
  spaced: ['1 234.5', '1\u00a0234\u202f567', '12', '1 000'],
  odd: [
    '1,23',
    '1.2.3',
    '',
    ' 5',
    '5 ',
    '1e5',
    '-',
    '.',
    '+.5',
    '1_000',
    'NaN',
    'Infinity',
    '0x10',
    '1 ',
    '\u00a05',
    '--1',
    '1,000,',
    '１',
  ],
  long: [
    '12345678901234567890.5',
    '0.1234567891',
    '99999999999999999',
    '0.000000001',
    '1.50000000000000',
    '123456789012345678901234567890',
  ],
};
const TIMES: Readonly<Record<string, readonly string[]>> = {
  days: ['2026-01-31', '2024-02-29', '0001-01-01', '9999-12-31'],
  walls: ['2026-01-31 16:00:00', '2026-01-31T16:00:00.123', '2026-01-31 16:00'],
  instants: [
    '2026-01-31T16:00:00Z',
    '2026-01-31 16:00:00 +0800',
    '2026-01-31 16:00:00+05:30',
    '2026-01-31 16:00:00 UTC',
    '2026-01-31T16:00Z',
  ],
  odd: [
    '2026-02-30',
    '2026-1-5',
    '10000-01-01',
    'infinity',
    'epoch',
    '',
    ' 2026-01-31',
    '2026-01-31 ',
    '0000-01-01',
    '2026-01-31 25:00:00',
    '0044-03-15 (BC)',
  ],
  declared: ['31/01/2026', '05/12/2025', '1/2/2026', ' 31/01/2026', '31/01/1899', '31/13/2026', '31/01/2026 '],
  clocked: ['31/01/2026 16:05', '05/12/2025 00:00', '5/12/2025 0:00'],
};
const BOOLEANS = { plain: ['true', 'FALSE', '1', '0'], odd: ['yes', 't', '', ' true'] };

const spelling = (more: Partial<Spelling>): Spelling => ({ decimal: '.', thousands: null, time: null, round: null, ...more });
const WAYS: readonly { use: Use; of: Readonly<Record<string, readonly string[]>>; spelling?: Spelling; inThousandths?: true }[] = [
  { use: 'number', of: NUMBERS },
  { use: 'number', of: NUMBERS, inThousandths: true },
  { use: 'number', of: NUMBERS, spelling: spelling({ thousands: ',' }) },
  { use: 'number', of: NUMBERS, spelling: spelling({ thousands: ' ' }) },
  { use: 'number', of: NUMBERS, spelling: spelling({ decimal: ',', thousands: '.' }) },
  { use: 'number', of: NUMBERS, spelling: spelling({ decimal: ',' }) },
  { use: 'number', of: NUMBERS, spelling: spelling({ round: 2 }) },
  { use: 'time', of: TIMES },
  { use: 'load', of: TIMES },
  { use: 'date', of: TIMES },
  { use: 'date', of: TIMES, spelling: spelling({ time: '%d/%m/%Y' }) },
  { use: 'time', of: TIMES, spelling: spelling({ time: '%d/%m/%Y %H:%M' }) },
  { use: 'time', of: TIMES, spelling: spelling({ time: '%Y-%m-%d %H:%M:%S %z' }) },
  { use: 'boolean', of: BOOLEANS },
  { use: 'text', of: NUMBERS },
];

const column = fc.constantFrom(...WAYS).chain(({ of, ...way }) => {
  const kinds = Object.values(of);
  const values = fc.constantFrom(...kinds).chain((usual) => {
    const other = fc.oneof(fc.constantFrom(...kinds.flat()), fc.constant(null));
    return fc.array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: other }), {
      minLength: 9,
      maxLength: 9,
    });
  });
  return values.map((each) => ({ ...way, values: each }));
});

async function rowsOf(relation: Relation): Promise<unknown> {
  const list = [...relation.columns.values()].map(({ name }) => `typeof(${name}) || ' ' || coalesce(CAST(${name} AS VARCHAR), 'NULL')`);
  const rows = await session.query({ sql: `SELECT [${list.join(', ')}]::VARCHAR AS v FROM ${relation.path.join('.')}`, params: [] });
  return rows.map(({ v }) => v);
}

test('it is what looking at all of it makes, or nothing', async () => {
  const seen = { typed: 0, looked: 0, refused: 0 };
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(column, { minLength: 1, maxLength: 2 }), fc.integer({ min: 1, max: 8 }), async (columns, few) => {
      made += 1;
      const names = columns.map((_, index) => `"v${index}"`);
      const rows = Array.from({ length: 9 }, (_, row) => {
        const cells = columns.map(({ values }) => (values[row] == null ? 'CAST(NULL AS VARCHAR)' : text(values[row])));
        return `(${cells.join(', ')})`;
      });
      const from = `(VALUES ${rows.join(', ')}) AS t(${names.join(', ')})`;
      await session.execute(`CREATE TABLE stage.raw AS SELECT * FROM ${from}`);
      const raw = columns.map(
        ({ values: _, ...way }, index): RawColumn => ({ ...way, column: `v${index}`, type: { kind: 'text' }, clause }),
      );
      const whole = await typedCopy(session, { table: 'stage.raw', name: `a${made}`, label: 't', columns: raw, files: [], isText: true });
      const typed = await typedReading(session, { from, rows: 9, names, columns: raw, name: `b${made}`, label: 't' }, few);
      if (!('relation' in whole)) expect(typed).toBe(null);
      else if (typed !== null) {
        expect([...typed.columns]).toEqual([...whole.relation.columns]);
        expect(await rowsOf(typed)).toEqual(await rowsOf(whole.relation));
      }
      seen[typed !== null ? 'typed' : 'relation' in whole ? 'looked' : 'refused'] += 1;
      await session.execute(`DROP TABLE stage.raw; DROP TABLE IF EXISTS stage.a${made}; DROP TABLE IF EXISTS stage.b${made}`);
    }),
    { numRuns: RUNS, seed: Number(process.env.CONCORD_SEED ?? 20261129) },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(RUNS / 50);
}, 600_000);
