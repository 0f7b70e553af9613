import fc from 'fast-check';
import type { EventOf } from '../../../src/contract/event-kinds/event-kinds.js';
import type { Definitions, Dimension, Filter, Literal, Measure } from '../../../src/contract/model.js';
import { addDays, instantText } from '../../../src/kernel/calendar.js';
import type { MeasurementRequest } from '../../../src/query/request.js';
import { drop, fact, kpi, measure, request, terms } from '../../build-terms.js';
import { instants, PLACES, type Place, walls, windows } from '../../random-times.js';
import type { Cell, Field, Table } from '../evaluator/schema.js';
import { decimals, floats, texts } from './values.js';

/*
 * Random definitions over random data. Columns go by names that statements use themselves, or that are words of SQL, so
 * that a name which is not quoted or not kept apart shows.
 */

/** Columns by what they are for. */
const ROLES = [
  'id',
  'part',
  'ts',
  'wall',
  'day',
  'amount',
  'qty',
  'price',
  'wide',
  'status',
  'flag',
  'ccy',
  'cust',
  'num',
  'loaded',
] as const;
type Role = (typeof ROLES)[number];
type Names = Readonly<Record<Role, string>>;

const NAMES = [
  ...ROLES,
  ...[
    'select',
    'from',
    'order',
    'group',
    'groups',
    'rows',
    'at',
    'all',
    'any',
    'array',
    'struct',
    'table',
    'null',
    'true',
    'case',
    'end',
    'hash',
    'window',
    'new',
    'of',
  ],
  ...[
    'item',
    'currency',
    'total',
    'filled',
    'fitting',
    'row_count',
    'chosen',
    'spread',
    'arm',
    'part_',
    'data',
    'r',
    'v',
    'd',
    'p',
    'h',
    'n',
    'cell',
    'seen',
    'keyed',
    'counted',
    'suspects',
    'daily',
    'firsts',
    'twice',
    'times',
    's',
    'c',
  ],
  ...[
    ...['of0', 'of1', 'd0', 'd1', 'x', 'y', 'p0', 'r0'],
    'k0',
    'k1',
    'a0',
    'a1',
    'f0',
    'n0',
    'c0',
    'earlier',
    'period',
    'latest',
    'rates',
    'rate',
    'place',
    'value',
    'misfits',
    '_x',
    'X9',
    'a_very_long_name_that_goes_on_and_on_until_it_is_long',
  ],
];

const names: fc.Arbitrary<Names> = fc
  .shuffledSubarray([...new Set(NAMES)], { minLength: ROLES.length, maxLength: ROLES.length })
  .map((list) => Object.fromEntries(ROLES.map((role, index) => [role, list[index] ?? role])) as Names);

const nullable = (values: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> => fc.option(values, { freq: 6, nil: null });

/** The largest value: two of them are a sum that no engine holds as DECIMAL(38,9). */
const MOST = '99999999999999999999999999999.999999999';

type Row = Readonly<Record<Role, Cell>>;

const rowOf = (place: Place, wide: boolean, huge: boolean): fc.Arbitrary<Row> => {
  const instant = instants(place).map((micros) => instantText(micros));
  return fc.record({
    id: nullable(fc.integer({ min: 1, max: 30 }).map(String)),
    part: nullable(fc.constantFrom('a', 'b', 'A', '')),
    ts: nullable(instant),
    wall: nullable(walls(place)),
    day: nullable(instant.map((text) => text.slice(0, 10))),
    amount: nullable(huge ? fc.constantFrom(MOST, MOST, `-${MOST}`, '0.000000001') : decimals),
    qty: nullable(
      fc.oneof(
        fc.integer({ min: -3, max: 12 }).map(String),
        fc.constantFrom('9223372036854775807', '-9223372036854775808', '9007199254740993'),
      ),
    ),
    price: nullable(
      (huge ? fc.constantFrom(1.5, 1e28, -9.999999999999999e28, 1e29, 1e300, Number.NaN, Number.POSITIVE_INFINITY) : floats).map(floatText),
    ),
    wide: nullable(
      wide
        ? fc
            .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.constantFrom('', '5', '0000001'))
            .map(([whole, more]) => `${whole}.25${more}`)
        : fc.constant('1.25'),
    ),
    status: nullable(texts),
    flag: nullable(fc.boolean()),
    ccy: nullable(fc.constantFrom('USD', 'EUR', 'usd', 'JPY')),
    cust: nullable(texts),
    num: nullable(fc.integer({ min: -5, max: 5 }).map(String)),
    loaded: nullable(instant),
  });
};

/** Shortest text that reads as the same float. */
function floatText(value: number): string {
  return Object.is(value, -0) ? '-0.0' : String(value);
}

const FIELD_TYPES: Readonly<Record<Role, Field['type']>> = {
  id: 'INT64',
  part: 'STRING',
  ts: 'TIMESTAMP',
  wall: 'DATETIME',
  day: 'DATE',
  amount: 'NUMERIC',
  qty: 'INT64',
  price: 'FLOAT64',
  wide: 'BIGNUMERIC',
  status: 'STRING',
  flag: 'BOOL',
  ccy: 'STRING',
  cust: 'STRING',
  num: 'INT64',
  loaded: 'TIMESTAMP',
};

/** As a contract's text is read. */
const text = (value: string): Literal => ({ type: 'string', value: value.normalize('NFC') });
const number = (value: string): Literal => ({ type: 'number', value });
const OPS = ['eq', 'gt', 'gte', 'lt', 'lte'] as const;

const leafOf = (column: Names): fc.Arbitrary<Filter> => {
  const numeric = fc.constantFrom(column.amount, column.qty, column.price, column.wide, column.num);
  const literal = fc.oneof(
    fc.integer({ min: -3, max: 12 }).map(String),
    decimals,
    fc.constantFrom('0.5', '-0.000000001', '9223372036854775807', '0.1'),
  );
  const textual = fc.constantFrom(column.status, column.cust, column.ccy, column.part);
  return fc.oneof(
    fc.tuple(numeric, fc.constantFrom(...OPS), literal).map(([name, op, value]): Filter => ({ column: name, op, value: number(value) })),
    fc.tuple(textual, fc.constantFrom(...OPS), texts).map(([name, op, value]): Filter => ({ column: name, op, value: text(value) })),
    fc
      .tuple(textual, fc.constantFrom('in' as const, 'notIn' as const), fc.array(texts, { minLength: 1, maxLength: 4 }))
      .map(([name, op, values]): Filter => ({ column: name, op, values: values.map(text) })),
    fc
      .tuple(numeric, fc.constantFrom('in' as const, 'notIn' as const), fc.array(literal, { minLength: 1, maxLength: 3 }))
      .map(([name, op, values]): Filter => ({ column: name, op, values: values.map(number) })),
    fc
      .tuple(numeric, literal, literal)
      .map(([name, low, high]): Filter => ({ column: name, op: 'between', low: number(low), high: number(high) })),
    fc.tuple(textual, texts, texts).map(([name, low, high]): Filter => ({ column: name, op: 'between', low: text(low), high: text(high) })),
    fc.boolean().map((value): Filter => ({ column: column.flag, op: 'eq', value: { type: 'boolean', value } })),
    fc
      .tuple(fc.constantFrom(column.day), fc.constantFrom(...OPS), fc.constantFrom('2026-03-08', '2018-11-04', '1970-01-01', 'no date'))
      .map(([name, op, value]): Filter => ({ column: name, op, value: text(value) })),
    fc.tuple(fc.constantFrom(...ROLES), fc.boolean()).map(([role, value]): Filter => ({ column: column[role], op: 'isNull', value })),
  );
};

const filterOf = (column: Names): fc.Arbitrary<Filter> =>
  fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 2 },
      leafOf(column),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((all): Filter => ({ all })),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((any): Filter => ({ any })),
    ),
  })).filter;

const dimensionOf = (column: Names): fc.Arbitrary<Dimension> => {
  const divisible = fc.constantFrom(column.status, column.cust, column.ccy, column.part, column.day);
  return fc.oneof(
    fc.tuple(divisible, fc.integer({ min: 1, max: 4 })).map(([name, top]): Dimension => ({ column: name, top })),
    fc
      .tuple(divisible, fc.array(texts, { minLength: 1, maxLength: 3 }))
      .map(([name, values]): Dimension => ({ column: name, values: values.map((value) => value.normalize('NFC')) })),
  );
};

/** Mostly undivided; what divides a measure divides its evidence alone. */
const divisionOf = (column: Names): fc.Arbitrary<readonly Dimension[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(dimensionOf(column), { minLength: 1, maxLength: 2, selector: (each) => each.column }) },
  );

const measureOf = (place: Place, column: Names, id: string): fc.Arbitrary<Measure> =>
  fc
    .record({
      aggregate: fc.oneof(
        fc.constantFrom(column.amount, column.qty, column.price, column.wide, column.num).map((sum): Measure['aggregate'] => ({ sum })),
        fc.constant<Measure['aggregate']>({ count: 'rows' }),
        fc
          .constantFrom(column.cust, column.num, column.status, column.amount, column.day, column.ts, column.flag)
          .map((countDistinct): Measure['aggregate'] => ({ countDistinct })),
      ),
      when: fc.constantFrom(
        { column: column.ts, zone: null },
        { column: column.wall, zone: place.wall },
        { column: column.day, zone: null },
      ),
      where: fc.option(filterOf(column), { nil: null }),
      currency: fc.constantFrom(column.ccy, null, null),
      by: divisionOf(column),
    })
    .map(({ aggregate, when, where, currency, by }) =>
      measure(id, 'sales', aggregate, {
        when,
        where,
        currency: 'sum' in aggregate ? currency : null,
        ...(by.length === 0 ? {} : { by }),
      }),
    );

const exclusionOf = (place: Place, column: Names, file: string): fc.Arbitrary<EventOf<'exclusion'>> => {
  return fc
    .tuple(windows(place), fc.option(leafOf(column), { nil: null }), fc.constantFrom(['m0'], ['m1'], ['m0', 'm1', 'm2']))
    .map(([window, where, kpis]) => drop(kpis, window, where, file));
};

/** Contracts that read the same tables, and the tables. */
export interface Scenario {
  readonly requests: readonly MeasurementRequest[];
  readonly tables: ReadonlyMap<string, Table>;
}

interface Shared {
  readonly place: Place;
  readonly column: Names;
  readonly wide: boolean;
  readonly huge: boolean;
  readonly grain: readonly string[];
  readonly freshness: 'own' | 'some' | 'log' | null;
}

const requestOf = (shared: Shared, index: number): fc.Arbitrary<MeasurementRequest> => {
  const { place, column } = shared;
  return fc
    .record({
      measures: fc.tuple(...[0, 1, 2, 3].map((each) => measureOf(place, column, `m${each}`))),
      exclusions: fc.tuple(
        fc.option(exclusionOf(place, column, '2026-01-01-a.yaml')),
        fc.option(exclusionOf(place, column, '2026-01-02-b.yaml')),
      ),
      span: fc.boolean(),
      fx: fc.boolean(),
      asOf: fc.integer({ min: -5, max: 40 }),
    })
    .map(({ measures, exclusions, span, fx, asOf }) => {
      // an exclusion by the hour of a KPI measured by date is refused; here it is none
      const usable = exclusions
        .flatMap((event) => (event === null ? [] : [event]))
        .filter((event) => {
          const byDate = event.kpis.some((id) => measures.find((candidate) => candidate.id === id)?.when.column === column.day);
          return !(byDate && event.treatment.kind === 'drop' && 'instants' in event.treatment.window);
        });
      const freshness =
        shared.freshness === null
          ? null
          : {
              table: shared.freshness === 'log' ? 'shop.loads' : null,
              column: column.loaded,
              where:
                shared.freshness === 'some'
                  ? { column: column.status, op: 'notIn' as const, values: [{ type: 'string' as const, value: 'ok' }] }
                  : null,
            };
      const sales = fact('sales', { grain: shared.grain.map((role) => column[role as Role]), freshness });
      const rates = fact('rates', { grain: ['day', 'currency'] });
      const definitions: Partial<Definitions> = {
        facts: [sales, rates],
        measures,
        fx: fx
          ? {
              fact: 'rates',
              date: 'day',
              currency: 'currency',
              rate: 'rate',
              maxAgeDays: 3,
              inverted: false,
              clause: { file: 'contracts/acme/definitions.yaml', line: 40 },
            }
          : null,
      };
      const of = terms({
        id: `acme-${index}`,
        zone: place.zone,
        term: place.term,
        kpis: measures.map(({ id }) => kpi(id, id)),
        definitions,
      });
      const spans = measures
        .filter((candidate) => span && 'countDistinct' in candidate.aggregate)
        .map((candidate) => ({ measure: candidate.id, span: { from: place.term.from, to: addDays(place.term.from, 20) } }));
      const periods = request(of, { asOf: '2099-01-01' }).periods.map(({ period }) => period);
      return request(of, { asOf: addDays(place.term.to, asOf), periods, exclusions: usable, spans });
    });
};

const tablesOf = ({ place, column, wide, huge }: Shared): fc.Arbitrary<Map<string, Table>> =>
  fc
    .record({
      rows: fc.array(rowOf(place, wide, huge), { maxLength: 40 }),
      loads: fc.array(
        instants(place).map((micros) => instantText(micros)),
        { maxLength: 5 },
      ),
      rates: fc.array(
        fc.tuple(
          instants(place).map((micros): Cell => instantText(micros).slice(0, 10)),
          nullable(fc.constantFrom('EUR', 'JPY', 'usd')),
          nullable(fc.constantFrom('1.1', '0.0065', '0', '-2', '1.123456789')),
        ),
        { maxLength: 12 },
      ),
    })
    .map(({ rows, loads, rates }) => {
      const sales: Table = {
        fields: ROLES.map((role) => ({ name: column[role], type: FIELD_TYPES[role] })),
        rows: rows.map((row) => ROLES.map((role) => row[role])),
      };
      const log: Table = { fields: [{ name: column.loaded, type: 'TIMESTAMP' }], rows: loads.map((load) => [load]) };
      const fx: Table = {
        fields: [
          { name: 'day', type: 'DATE' },
          { name: 'currency', type: 'STRING' },
          { name: 'rate', type: 'NUMERIC' },
        ],
        rows: rates,
      };
      return new Map([
        ['shop.sales', sales],
        ['shop.loads', log],
        ['shop.rates', fx],
      ]);
    });

const shared: fc.Arbitrary<Shared> = fc.record({
  place: fc.constantFrom(...PLACES),
  column: names,
  wide: fc.constantFrom(false, false, true),
  huge: fc.constantFrom(false, false, false, false, false, true),
  grain: fc.constantFrom(['id'], ['id', 'part'], ['part', 'cust', 'id'], ['price', 'day'], ['amount', 'flag', 'wall']),
  freshness: fc.constantFrom(null, null, 'own' as const, 'some' as const, 'log' as const),
});

/** Three contracts over one set of tables. */
export const CONTRACTS = 3;

export const scenario: fc.Arbitrary<Scenario> = shared.chain((own) =>
  fc
    .tuple(tablesOf(own), ...Array.from({ length: CONTRACTS }, (_, index) => requestOf(own, index)))
    .map(([tables, ...requests]) => ({ tables, requests })),
);
