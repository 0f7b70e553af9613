import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventOf } from '../../src/contract/event-kinds/event-kinds.js';
import type { Filter, Literal, Measure } from '../../src/contract/model.js';
import { addDays, instantText } from '../../src/kernel/calendar.js';
import type { MeasurementRequest } from '../../src/query/request.js';
import { drop, fact, kpi, measure, request, terms } from '../build-terms.js';
import { instants, PLACES, type Place, walls, windows } from '../random-times.js';
import { tries } from '../tries.js';
import { type Content, measureFolder, only, withData } from './data-folder.js';
import { type Row, referenceMeasurement, type Value } from './reference-measurement.js';

const STATUS = ['ok', 'void', 'Ok', 'zürich', "o'k", '"q"', 'ok ', '日本', ''] as const;
const cents = fc.integer({ min: -100_000, max: 1_000_000 }).map((value) => (value / 100).toFixed(2));
const nullable = <T extends Value>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 5, nil: null });

const rowOf = (place: Place): fc.Arbitrary<Row> =>
  fc.record({
    id: nullable(fc.integer({ min: 1, max: 40 })),
    part: fc.constantFrom('a', 'b'),
    ts: nullable(instants(place).map((micros) => instantText(micros))),
    wall: nullable(walls(place)),
    day: nullable(instants(place).map((micros) => instantText(micros).slice(0, 10))),
    amount: nullable(cents),
    qty: nullable(fc.integer({ min: -3, max: 12 })),
    status: nullable(fc.constantFrom(...STATUS)),
    flag: nullable(fc.boolean()),
    ccy: nullable(fc.constantFrom('USD', 'EUR', 'usd')),
    cust: nullable(fc.constantFrom('x', 'y', 'z', 'X')),
    num: nullable(fc.integer({ min: -5, max: 5 })),
  });

/** Rows of which some have no status at all, where some have an empty one: in a file that has only these, nobody can tell the two apart. */
const toldApart = (rows: readonly Row[]): Row[] => {
  const all = [...rows];
  const first = all.findIndex(({ status }) => status === '');
  const only = all[first];
  if (only !== undefined && all.every(({ status }) => status !== null)) all[first] = { ...only, status: null };
  return all;
};

const text = (value: string): Literal => ({ type: 'string', value });
const number = (value: number): Literal => ({ type: 'number', value: String(value) });
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.constantFrom(...STATUS).map((value): Filter => ({ column: 'status', op: 'eq', value: text(value) })),
  fc
    .subarray([...STATUS], { minLength: 1 })
    .chain((values) =>
      fc.constantFrom('in' as const, 'notIn' as const).map((op): Filter => ({ column: 'status', op, values: values.map(text) })),
    ),
  fc.constantFrom('eq' as const, 'gt' as const, 'gte' as const, 'lt' as const, 'lte' as const).chain((op) =>
    fc.oneof(
      fc.integer({ min: -3, max: 12 }).map((value): Filter => ({ column: 'qty', op, value: number(value) })),
      fc.integer({ min: -3, max: 12 }).map((value): Filter => ({ column: 'qty', op, value: number(value + 0.5) })),
      cents.map((value): Filter => ({ column: 'amount', op, value: { type: 'number', value } })),
      fc.constantFrom(...STATUS).map((value): Filter => ({ column: 'status', op, value: text(value) })),
    ),
  ),
  fc.boolean().map((value): Filter => ({ column: 'flag', op: 'eq', value: { type: 'boolean', value } })),
  fc.tuple(fc.constantFrom('status', 'amount', 'ccy'), fc.boolean()).map(([column, value]): Filter => ({ column, op: 'isNull', value })),
  fc
    .tuple(fc.integer({ min: -3, max: 6 }), fc.integer({ min: 0, max: 6 }))
    .map(([low, more]): Filter => ({ column: 'qty', op: 'between', low: number(low), high: number(low + more) })),
);
const filter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((all): Filter => ({ all })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((any): Filter => ({ any })),
  ),
})).filter;

const measureOf = (place: Place, id: string): fc.Arbitrary<Measure> =>
  fc
    .record({
      aggregate: fc.constantFrom<Measure['aggregate']>(
        { sum: 'amount' },
        { sum: 'qty' },
        { count: 'rows' },
        { countDistinct: 'cust' },
        { countDistinct: 'num' },
      ),
      when: fc.constantFrom({ column: 'ts', zone: null }, { column: 'wall', zone: place.wall }, { column: 'day', zone: null }),
      where: fc.option(filter, { nil: null }),
      currency: fc.constantFrom('ccy', null, null),
    })
    .map(({ aggregate, when, where, currency }) =>
      measure(id, 'sales', aggregate, { when, where, currency: 'sum' in aggregate ? currency : null }),
    );

const exclusionOf = (place: Place, file: string): fc.Arbitrary<EventOf<'exclusion'>> => {
  return fc
    .tuple(windows(place), fc.option(leaf, { nil: null }), fc.constantFrom(['m0'], ['m1'], ['m0', 'm1', 'm2']))
    .map(([window, where, kpis]) => drop(kpis, window, where, file));
};

interface Scenario {
  readonly asked: MeasurementRequest;
  readonly rows: readonly Row[];
}

const scenario: fc.Arbitrary<Scenario> = fc.constantFrom(...PLACES).chain((place) =>
  fc
    .record({
      rows: fc.array(rowOf(place), { maxLength: 60 }).map(toldApart),
      measures: fc.tuple(measureOf(place, 'm0'), measureOf(place, 'm1'), measureOf(place, 'm2'), measureOf(place, 'm3')),
      exclusions: fc.tuple(fc.option(exclusionOf(place, '2026-01-01-a.yaml')), fc.option(exclusionOf(place, '2026-01-02-b.yaml'))),
      grain: fc.constantFrom(['id'], ['id', 'part'], ['part', 'cust', 'id']),
      span: fc.boolean(),
    })
    .map(({ rows, measures, exclusions, grain, span }) => {
      // an exclusion by the hour of a KPI measured by date is refused; here it is none
      const usable = exclusions
        .flatMap((event) => (event === null ? [] : [event]))
        .filter((event) => {
          const byDate = event.kpis.some((id) => measures.find((candidate) => candidate.id === id)?.when.column === 'day');
          return !(byDate && event.treatment.kind === 'drop' && 'instants' in event.treatment.window);
        });
      const of = terms({
        zone: place.zone,
        term: place.term,
        kpis: measures.map(({ id }) => kpi(id, id)),
        definitions: { facts: [fact('sales', { grain })], measures },
      });
      const spans = measures
        .filter((candidate) => span && 'countDistinct' in candidate.aggregate)
        .map((candidate) => ({ measure: candidate.id, span: { from: place.term.from, to: addDays(place.term.from, 20) } }));
      return { rows, asked: request(of, { asOf: addDays(place.term.to, 3), exclusions: usable, spans }) };
    }),
);

const COLUMNS = ['id', 'part', 'ts', 'wall', 'day', 'amount', 'qty', 'status', 'flag', 'ccy', 'cust', 'num'] as const;

function csv(rows: readonly Row[]): Content {
  const field = (value: Value): string => {
    if (value === null) return '';
    return typeof value === 'string' && (value === '' || /[",\n]/.test(value)) ? `"${value.replaceAll('"', '""')}"` : String(value);
  };
  return [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => field(row[column] ?? null)).join(','))];
}

const TYPES = [
  'INTEGER',
  'VARCHAR',
  'TIMESTAMPTZ',
  'TIMESTAMP',
  'DATE',
  'DECIMAL(12,2)',
  'SMALLINT',
  'VARCHAR',
  'BOOLEAN',
  'VARCHAR',
  'VARCHAR',
  'BIGINT',
];

function parquet(rows: readonly Row[]): Content {
  const literal = (value: Value): string => (value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`);
  const values = rows.map((row) => `(${COLUMNS.map((column) => literal(row[column] ?? null)).join(',')})`);
  const casts = COLUMNS.map((column, index) => `CAST(${column} AS ${TYPES[index]}) AS ${column}`).join(', ');
  const from =
    values.length === 0
      ? `(SELECT ${COLUMNS.map((column) => `NULL AS ${column}`).join(', ')} WHERE FALSE)`
      : `(VALUES ${values.join(',')}) AS t(${COLUMNS.join(',')})`;
  return { parquet: `SELECT ${casts} FROM ${from}` };
}

const RUNS = tries('MEASUREMENT_RUNS', 18);

it('CSV and Parquet, by either route, equal the measurement row by row', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ asked, rows }) => {
      const expected = referenceMeasurement(asked, rows);
      for (const files of [{ 'shop/sales.csv': csv(rows) }, { 'shop/sales.parquet': parquet(rows) }]) {
        await withData(files, async (folder) => {
          for (const options of [{ route: 'groups' }, { route: 'rows' }, { heldRows: 5 }] as const) {
            const measured = only(await measureFolder(folder, [asked], options));
            expect(measured).toEqual(expected);
          }
        });
      }
    }),
    { numRuns: RUNS, seed: 20260101, endOnFailure: false },
  );
});
