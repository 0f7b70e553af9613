import type { Definitions, Fact, FileFormat, Measure, Metric, MetricTree, Season } from '../contract/model.js';
import { type Clause, clause, type Slot } from './clause.js';
import { IDS, listOf, oneOf, someOf } from './compound.js';
import { PARTY } from './deal.js';
import { FILTER } from './filter.js';
import { hole, phrase, sentence } from './phrase.js';
import { COUNT, choice, DAY, eitherOr, ID, PLAIN, SHARES, TEXT } from './scalars.js';

/* What is said of what is measured, and how. */

export const METRIC: Clause = clause<Omit<Metric, 'formula'>, 'id' | 'title' | 'text'>(
  [sentence('metric', { id: hole('id', ID), title: hole('title', TEXT), text: hole('text', TEXT) })],
  {
    unit: [
      sentence('metric.is', {
        unit: hole('unit', choice<Metric['unit']>({ money: 'unit.money', number: 'unit.number', share: 'unit.share' })),
        type: hole('type', choice<Metric['type']>({ flow: 'type.flow', ratio: 'type.ratio' })),
      }),
    ],
    type: [],
    decimals: [sentence('decimals', { decimals: hole('decimals', COUNT) })],
  },
  { decimals: null },
);

const DIMENSION = oneOf([
  phrase('dimension.top', { column: hole('column', ID), top: hole('top', COUNT) }),
  phrase('dimension.values', { column: hole('column', ID), values: hole('values', listOf(TEXT)) }),
]);

export const MEASURE: Clause = clause<Measure, 'id' | 'definition'>(
  [sentence('measure', { id: hole('id', ID), definition: hole('definition', TEXT) })],
  {
    title: [sentence('title', { title: hole('title', TEXT) })],
    of: [],
    aggregate: [
      sentence('aggregate.sum', { column: hole('aggregate.sum', ID), of: hole('of', ID) }),
      sentence('aggregate.rows', { of: hole('of', ID) }, { 'aggregate.count': 'rows' }),
      sentence('aggregate.distinct', { column: hole('aggregate.countDistinct', ID), of: hole('of', ID) }),
    ],
    when: [
      sentence('when.zone', { column: hole('when.column', ID), zone: hole('when.zone', ID) }),
      sentence('when', { column: hole('when.column', ID) }, { 'when.zone': null }),
    ],
    where: [sentence('where', { where: hole('where', FILTER) })],
    currency: [
      sentence('currency.code', { code: hole('currency.code', ID) }),
      sentence('currency.column', { column: hole('currency', ID) }),
    ],
    nulls: [sentence('nulls.undefined', {}, { nulls: 'undefined' }), sentence('nulls.zero', {}, { nulls: 'zero' })],
    by: [sentence('by', { by: hole('by', listOf(DIMENSION, 'semicolon')) })],
  },
  { where: null, currency: null },
);

/** How files are written, field by field. */
const FORMAT_FIELDS = {
  encoding: [phrase('format.encoding', { value: hole('encoding', ID) })],
  delimiter: [phrase('format.delimiter', { value: hole('delimiter', TEXT) })],
  skip: [phrase('format.skip', { value: hole('skip', COUNT) })],
  headerStartsWith: [phrase('format.headerStartsWith', { value: hole('headerStartsWith', TEXT) })],
  comment: [phrase('format.comment', { value: hole('comment', TEXT) })],
  dropFirst: [phrase('format.dropFirst', { value: hole('dropFirst', COUNT) })],
  stopAt: [phrase('format.stopAt', { value: hole('stopAt', TEXT) })],
  decimal: [phrase('format.decimal', { value: hole('decimal', TEXT) })],
  thousands: [phrase('format.thousands', { value: hole('thousands', TEXT) })],
  nulls: [phrase('format.nulls', { value: hole('nulls', listOf(TEXT)) }), phrase('format.nulls.none', {}, { nulls: [] })],
  ragged: [phrase('format.ragged.yes', {}, { ragged: true }), phrase('format.ragged.no', {}, { ragged: false })],
  rowNumber: [phrase('format.rowNumber', { value: hole('rowNumber', ID) })],
  sheet: [phrase('format.sheet', { value: hole('sheet', TEXT) })],
} satisfies { readonly [F in keyof FileFormat]-?: Slot };

const COLUMN = oneOf([
  phrase('column.more', {
    name: hole('name', ID),
    header: hole('header', TEXT),
    more: hole(
      '',
      someOf(
        [
          phrase('column.time', { time: hole('time', TEXT) }),
          phrase('column.strip', { strip: hole('strip', listOf(TEXT)) }),
          phrase('column.round', { round: hole('round', COUNT) }),
          phrase('column.fill', {}, { fill: 'down' }),
        ],
        { time: null, strip: [] },
      ),
    ),
  }),
  phrase('column.plain', { name: hole('name', ID), header: hole('header', TEXT) }, { time: null, strip: [] }),
]);

export const FACT: Clause = {
  ...clause<Fact, 'id' | 'source' | 'custodian'>(
    [
      sentence('fact.table', { id: hole('id', ID), table: hole('source.table', ID), custodian: hole('custodian', PARTY) }),
      sentence('fact.view', { id: hole('id', ID), view: hole('source.view', ID), custodian: hole('custodian', PARTY) }),
    ],
    {
      grain: [sentence('grain', { grain: hole('grain', IDS) }), sentence('grain.none', {}, { grain: [] })],
      freshness: [
        sentence('freshness.none', {}, { freshness: null }),
        sentence('freshness.own', { column: hole('freshness.column', ID) }, { 'freshness.table': null, 'freshness.where': null }),
        sentence(
          'freshness.own.where',
          { column: hole('freshness.column', ID), where: hole('freshness.where', FILTER) },
          { 'freshness.table': null },
        ),
        sentence(
          'freshness.table',
          { column: hole('freshness.column', ID), table: hole('freshness.table', ID) },
          { 'freshness.where': null },
        ),
        sentence('freshness.table.where', {
          column: hole('freshness.column', ID),
          table: hole('freshness.table', ID),
          where: hole('freshness.where', FILTER),
        }),
      ],
    },
  ),
};

/** How the files of a fact's table are written, and which columns it has, if anything is said of it. */
export const FACT_FILES: readonly Slot[] = [
  [sentence('format', { format: hole('source.format', someOf(Object.values<Slot>(FORMAT_FIELDS).flat())) })],
  [sentence('columns', { columns: hole('source.columns', listOf(COLUMN, 'semicolon')) })],
];

type Fx = NonNullable<Definitions['fx']>;
export const FX: Slot = [
  sentence('fx', {
    days: hole('fx.maxAgeDays', COUNT),
    fact: hole('fx.fact', ID),
    date: hole('fx.date', ID),
    currency: hole('fx.currency', ID),
    rate: hole('fx.rate', ID),
    inverted: hole('fx.inverted', eitherOr({ false: 'rate.plain', true: 'rate.inverted' })),
  } satisfies { readonly [F in Exclude<keyof Fx, 'clause' | 'maxAgeDays'> | 'days']: unknown }),
];

type Reconcile = Definitions['reconcile'][number];
export const RECONCILE: Clause = clause<Reconcile, keyof Reconcile>(
  [
    sentence('reconcile', {
      id: hole('id', ID),
      left: hole('left', ID),
      right: hole('right', ID),
      tolerance: hole('tolerance', SHARES),
      onBreach: hole('onBreach', choice<Reconcile['onBreach']>({ hold: 'breach.hold', flag: 'breach.flag' })),
    }),
  ],
  {},
);

type View = Definitions['views'][number];
export const VIEW: Clause = clause<View, keyof View>(
  [
    sentence('view.both', { name: hole('name', ID), duckdb: hole('duckdb', ID), bigquery: hole('bigquery', ID) }),
    sentence('view.duckdb', { name: hole('name', ID), duckdb: hole('duckdb', ID) }, { bigquery: null }),
    sentence('view.bigquery', { name: hole('name', ID), bigquery: hole('bigquery', ID) }, { duckdb: null }),
    sentence('view.empty', { name: hole('name', ID) }, { duckdb: null, bigquery: null }),
  ],
  {},
);

const DATES = listOf(oneOf([phrase('date.span', { from: hole('from', DAY), to: hole('to', DAY) })]));
export const SEASON: Clause = clause<Season, 'name' | 'dates'>(
  [sentence('season', { name: hole('name', TEXT), dates: hole('dates', DATES) })],
  {
    factor: [sentence('factor', { factor: hole('factor', PLAIN) }), sentence('factor.none', {}, { factor: null })],
    basis: [sentence('basis', { basis: hole('basis', DATES) }), sentence('basis.none', {}, { basis: null })],
  },
);

const FACTORS = listOf(
  oneOf([
    phrase('factor.times', { metric: hole('metric', ID) }, { per: false }),
    phrase('factor.per', { metric: hole('metric', ID) }, { per: true }),
  ]),
);
export const TREE: Clause = clause<MetricTree, keyof MetricTree>(
  [sentence('tree', { metric: hole('metric', ID), factors: hole('factors', FACTORS) })],
  {},
);
