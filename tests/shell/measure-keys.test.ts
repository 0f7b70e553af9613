import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantText, startOfDay } from '../../src/kernel/calendar.js';
import { equals, fact, kpi, measure, request, terms } from '../build-terms.js';
import { tries } from '../tries.js';
import { type Content, measureFolder, only, withData } from './data-folder.js';
import { type Row, referenceMeasurement } from './reference-measurement.js';

/*
 * Keys and distinct values by every way there is: sets of bits, the order of the rows, sorting, and shares of either; compared with
 * the measurement row by row. Rows are few, and so are those that may be held at once, so that every way is gone.
 */

const TERM = { from: '2026-01-01', to: '2026-04-30' };
const zone = 'Asia/Shanghai';

/** Values of one column: a type of the engine, and texts of which each is a value of its own. */
interface Kind {
  readonly type: string;
  readonly values: fc.Arbitrary<string>;
  readonly compare: (a: string, b: string) => number;
}

const bySize = (a: string, b: string): number => {
  const [one, other] = [BigInt(a), BigInt(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const whole = (values: fc.Arbitrary<bigint>): fc.Arbitrary<string> => values.map(String);
const LEAST = -(1n << 63n);
const MOST = (1n << 63n) - 1n;

const KINDS: readonly Kind[] = [
  { type: 'BIGINT', values: whole(fc.bigInt(1n, 60n)), compare: bySize },
  { type: 'BIGINT', values: whole(fc.bigInt(-20n, 20n).map((value) => value * 104_729n - 7_000_000_000_000n)), compare: bySize },
  {
    type: 'BIGINT',
    values: whole(fc.oneof(fc.constantFrom(LEAST, LEAST + 1n, -1n, 0n, MOST - 1n, MOST), fc.bigInt(LEAST, MOST))),
    compare: bySize,
  },
  { type: 'UTINYINT', values: whole(fc.bigInt(0n, 255n)), compare: bySize },
  { type: 'HUGEINT', values: whole(fc.bigInt(-9n, 9n).map((value) => value * 10n ** 30n)), compare: bySize },
  {
    type: 'VARCHAR',
    values: fc.constantFrom('', 'a', 'A', 'a ', 'ab', 'ü', 'u\u0308', '日本', '10', '9', '09', '#1001-A'),
    compare: byBytes,
  },
  { type: 'VARCHAR', values: fc.nat(99_999).map((value) => `order-${value}`), compare: byBytes },
  { type: 'DATE', values: fc.nat(99).map((day) => instantText(BigInt(day) * 86_400_000_000n).slice(0, 10)), compare: byBytes },
];

interface Drawn {
  readonly key: Kind;
  readonly customer: Kind;
  readonly rows: readonly Row[];
  readonly grain: readonly string[];
  readonly span: boolean;
}

const nullable = (values: fc.Arbitrary<string>, freq: number) => fc.option(values, { freq, nil: null });

/** Rows in the order of their keys, up or down, or in none. */
const drawn: fc.Arbitrary<Drawn> = fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom(...KINDS)).chain(([key, customer]) =>
  fc
    .record({
      rows: fc.array(
        fc.record({
          id: nullable(key.values, 30),
          line: fc.constantFrom('1', '2'),
          ts: nullable(
            fc
              .integer({ min: -20, max: 3 * 130 })
              .map((eighth) => instantText(startOfDay(TERM.from, zone) + BigInt(eighth) * 28_800_000_000n)),
            20,
          ),
          cust: nullable(customer.values, 8),
          status: fc.constantFrom('paid', 'void'),
        }),
        { maxLength: 40, size: 'max' },
      ),
      order: fc.constantFrom(1, -1, 0),
      once: fc.constantFrom(true, false, false),
      whole: fc.boolean(),
      grain: fc.constantFrom(['id'], ['id'], ['line', 'id'], ['id', 'line']),
      span: fc.boolean(),
    })
    .map(({ rows, order, once, whole, grain, span }) => {
      const seen = new Set<string | null>();
      const told = whole ? rows.filter(({ id }) => id !== null) : rows;
      const kept = once ? told.filter(({ id }) => id !== null && !seen.has(id) && seen.add(id)) : told;
      const sorted = order === 0 ? kept : [...kept].sort((a, b) => order * key.compare(a.id ?? '0', b.id ?? '0'));
      return { key, customer, rows: sorted, grain, span };
    }),
);

function parquet({ key, customer, rows }: Drawn): Content {
  const literal = (value: unknown): string => (value === null ? 'NULL' : `'${String(value)}'`);
  const columns = [
    ['id', key.type],
    ['line', 'VARCHAR'],
    ['ts', 'TIMESTAMPTZ'],
    ['cust', customer.type],
    ['status', 'VARCHAR'],
  ] as const;
  const casts = columns.map(([name, type]) => `CAST(${name} AS ${type}) AS ${name}`).join(', ');
  const names = columns.map(([name]) => name);
  const none = `(SELECT ${names.map((name) => `NULL AS ${name}`).join(', ')} WHERE FALSE)`;
  const values = rows.map((row) => `(${names.map((name) => literal(row[name] ?? null)).join(', ')})`);
  return { parquet: `SELECT ${casts} FROM ${rows.length === 0 ? none : `(VALUES ${values.join(', ')}) AS t(${names.join(', ')})`}` };
}

const RUNS = tries('KEY_RUNS', 36);

it('keys and distinct values are those of the rows, however they are looked for', { timeout: 600_000 }, async () => {
  const told = { repeated: 0, clean: 0, counted: 0 };
  await fc.assert(
    fc.asyncProperty(drawn, async (each) => {
      const measures = [
        measure('buyers', 'orders', { countDistinct: 'cust' }),
        measure('payers', 'orders', { countDistinct: 'cust' }, { where: equals('status', 'paid') }),
      ];
      const definitions = { facts: [fact('orders', { grain: [...each.grain] })], measures };
      const of = terms({ zone, term: TERM, kpis: [kpi('payers', 'payers')], definitions });
      const spans = each.span ? [{ measure: 'buyers', span: { from: TERM.from, to: '2026-02-14' } }] : [];
      const asked = request(of, { asOf: '2026-05-20', spans });
      const expected = referenceMeasurement(asked, each.rows);
      await withData({ 'shop/orders.parquet': parquet(each) }, async (folder) => {
        for (const options of [{}, { heldRows: 1 }, { heldRows: 7 }])
          expect(only(await measureFolder(folder, [asked], options))).toEqual(expected);
      });
      const scans = expected.periods.flatMap(({ facts }) => facts.flatMap((one) => one.scans));
      if (scans.some((scan) => scan.duplicateKeys > 0 || scan.repeatedKeys.length > 0)) told.repeated += 1;
      else if (each.rows.length > 3) told.clean += 1;
      told.counted += expected.periods.reduce(
        (sum, { measures: counts }) => sum + counts.reduce((all, { distinct = 0 }) => all + distinct, 0),
        0,
      );
    }),
    { numRuns: RUNS, seed: 20260101, endOnFailure: false },
  );
  expect(told.repeated).toBeGreaterThan(RUNS / 10);
  expect(told.clean).toBeGreaterThan(RUNS / 5);
  expect(told.counted).toBeGreaterThan(RUNS * 10);
});
