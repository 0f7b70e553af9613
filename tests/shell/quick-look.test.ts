import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { scanDelimited, strictScan } from '../../src/shell/duckdb/delimited-scan.js';
import * as parted from '../../src/shell/duckdb/parted-look.js';
import { type Layout, lookAtPart, type Part, quickLook } from '../../src/shell/duckdb/quick-look.js';
import { REPOSITORY } from '../run-cli.js';
import { tries } from '../tries.js';

/* The quick look says of a file what the strict reader does, or nothing; and it says something of every sound file. */

const root = mkdtempSync(join(tmpdir(), 'concord-look-'));
afterAll(() => rmSync(root, { recursive: true }));

const RUNS = tries('CONCORD_LOOK_RUNS', 600);
const path = join(root, 'a.csv');

/** Rows of a table, and what may be between, in and around them. */
const field = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', 'a', 'word', '12.5', 'über', '花费', 'a b', ' a', 'a ') },
  { weight: 4, arbitrary: fc.constantFrom('""', '"a"', '"1,234.50"', '"a ""b"" c"', '"two\nlines"', '"a;b|c"', '"\r\n"', '""""') },
  { weight: 1, arbitrary: fc.constantFrom('a"b', ' "a"', '"a" ', '"a"b', '"', 'a\tb', '"a\tb"', 'x\0', '\u{1F600}', ' ', '"a""') },
);
const text = fc
  .tuple(
    fc.constantFrom(',', ';', '\t', '|'),
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.constantFrom('', '', '', '\uFEFF', '\uFEFF\uFEFF', '\n'),
    fc.constantFrom('', '', '\n', '\n\n', ' '),
  )
  .chain(([delimiter, width, end, above, below]) =>
    fc
      .array(
        fc.tuple(
          fc.array(field, { minLength: width, maxLength: width }),
          fc.oneof(
            { weight: 30, arbitrary: fc.constant('') },
            { weight: 1, arbitrary: fc.constantFrom(delimiter, '\r', '\n', '"', '\r\n') },
          ),
          fc.oneof(
            { weight: 30, arbitrary: fc.constant(end) },
            { weight: 1, arbitrary: fc.constantFrom('\n', '\r', '\r\n', `${end}${end}`) },
          ),
        ),
        { maxLength: 12 },
      )
      .map((rows) => ({
        delimiter,
        bytes: Buffer.from(above + rows.map(([fields, odd, ends]) => fields.join(delimiter) + odd + ends).join('') + below),
      })),
  );

test('it says of every file what the strict reader says, and of faulty ones nothing, wherever a piece ends', async () => {
  const seen = { sound: 0, faulty: 0, parts: 0 };
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.integer({ min: 40, max: 120 }),
      fc.nat(5),
      fc.nat(200),
      async ({ delimiter, bytes }, piece, from, flipped) => {
        // now and then a byte that is no UTF-8
        if (flipped < Math.min(10, bytes.length)) bytes[bytes.length - 1 - flipped] = 0xff;
        writeFileSync(path, bytes);
        const file = { path, delimiter, gzip: false, above: { lines: 0, bytes: from } };
        const strict = await strictScan(file);
        const layout: Layout = { path, gzip: false, delimiter, from, head: 1 << 20, longest: 2_000_000, piece: 1 << 12 };
        const look = await quickLook(layout);
        const isForm = strict.fault?.kind === 'form' && strict.fault.form !== 'binary';
        if (strict.fault === null && strict.blanks === 0 && from <= bytes.length)
          expect(look).toEqual({ head: strict.head, records: strict.records });
        else if (!isForm) expect(look).toBe(null);
        seen[strict.fault === null ? 'sound' : 'faulty'] += 1;
        // records longer than a piece are nothing that it judges
        const cut = await quickLook({ ...layout, longest: piece - 8, piece });
        if (cut !== null) expect(cut).toEqual(look === null ? look : { ...look, head: look.head.subarray(0, cut.head.length) });
        // in parts, however they are cut
        const lookAt: typeof lookAtPart = async (...asked) => {
          const part = await lookAtPart(...asked);
          if (part !== null) seen.parts += 1;
          return part;
        };
        expect(await parted.partedLook(layout, { least: 8 + (piece % 16), most: 5, lookAt })).toEqual(look);
        writeFileSync(path, gzipSync(bytes));
        expect(await scanDelimited({ ...file, gzip: true })).toEqual(strict);
      },
    ),
    { numRuns: RUNS, seed: Number(process.env.CONCORD_SEED ?? 20261129) },
  );
  expect(Math.min(seen.sound, seen.faulty, seen.parts)).toBeGreaterThan(RUNS / 10);
}, 600_000);

test('a thread finds of a part what is found here', async () => {
  writeFileSync(path, `a,b\n${Array.from({ length: 5000 }, (_, index) => `${index},"a ""word"" of ${index}"\n`).join('')}`);
  const layout: Layout = { path, gzip: false, delimiter: ',', from: 0, head: 100, longest: 2_000_000, piece: 1 << 22 };
  // threads run what was built
  const built = await import(pathToFileURL(join(REPOSITORY, 'dist/shell/duckdb/parted-look.js')).href);
  const lookInThread: typeof parted.lookInThread = built.lookInThread;
  const { head: _, ...part } = (await lookAtPart(layout, 30_000, 60_000)) as Part;
  expect(part.records).toBeGreaterThan(1000);
  expect(await lookInThread(layout, 30_000, 60_000)).toMatchObject(part);
});

test('lines in fields, where a part begins, are no records', async () => {
  writeFileSync(path, `a,b\n${'1,"x\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx,x"\n'.repeat(1000)}`);
  const layout: Layout = { path, gzip: false, delimiter: ',', from: 0, head: 100, longest: 2_000_000, piece: 1 << 22 };
  expect(await parted.partedLook(layout, { least: 1000, most: 8, lookAt: lookAtPart })).toMatchObject({ records: 1000 });
});

test.each([
  ['a record just within the longest', 1_999_000, null],
  ['a record beyond the longest', 2_000_100, 'long'],
])('%s', async (_, length, fault) => {
  const row = `1,${'x'.repeat(length)}\n`;
  writeFileSync(path, `a,b\n${row}${row}${row}1,2\n`);
  const scan = await scanDelimited({ path, delimiter: ',', gzip: false });
  expect([scan.records, scan.fault?.kind ?? null]).toEqual([fault === null ? 4 : 0, fault]);
});

test('a packed file that breaks off at the end of a line is broken', async () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => `${index},${(index * 7919) % 100_003}\n`).join('');
  const packed = gzipSync(`a,b\n${rows}`);
  writeFileSync(path, packed.subarray(0, packed.length - 9));
  expect((await scanDelimited({ path, delimiter: ',', gzip: true })).fault).toEqual({ kind: 'broken' });
});
