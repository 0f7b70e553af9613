import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Filter, Measure } from '../../src/contract/model.js';
import { buildPlan } from '../../src/query/build.js';
import { type BoundColumn, boundColumn, type ColumnType, type Relation, useKey } from '../../src/query/column-type.js';
import { compileDistincts, distinctGroups } from '../../src/query/compile-distincts.js';
import { compileOrder, compileProof, compileRepeats } from '../../src/query/compile-grains.js';
import { compileCardinalities, compileIntegerRange } from '../../src/query/compile-profile.js';
import { compileTallies } from '../../src/query/compile-tallies.js';
import { compileLatest, compileMisfit, compileNulls, compileRates, recentRanges, type TimeReading } from '../../src/query/compile-times.js';
import { bigquery, inOne } from '../../src/query/dialects/bigquery.js';
import type { Dialect } from '../../src/query/dialects/dialect.js';
import { duckdb } from '../../src/query/dialects/duckdb.js';
import type { QueryPlan } from '../../src/query/plan.js';
import type { MeasurementRequest } from '../../src/query/request.js';
import { type ScanContext, scanContext } from '../../src/query/scan-context.js';
import { render, type Statement, trusted } from '../../src/query/sql.js';
import { drop, equals, fact, kpi, measure, request, terms } from '../build-terms.js';

/*
 * Every shape of statement in both dialects, side by side in golden/: a change of either shows in review. What the texts
 * mean is tested where they run (tests/shell, tests/conformance). CONCORD_GOLDEN=write writes them anew.
 */

const GOLDEN = join(import.meta.dirname, 'golden');
const written = new Set<string>();

const TYPES: Readonly<Record<string, ColumnType>> = {
  ts: { kind: 'instant' },
  wall: { kind: 'wall' },
  day: { kind: 'date' },
  amount: { kind: 'decimal', precision: 38, scale: 9 },
  price: { kind: 'float' },
  wide: { kind: 'wide' },
  qty: { kind: 'integer' },
  id: { kind: 'integer' },
  flag: { kind: 'boolean' },
  loaded: { kind: 'instant' },
};

/** The source's columns under their own names; what is not named above is text. */
function relationFor(dialect: Dialect, plan: QueryPlan, index: number): Relation {
  const source = plan.sources[index];
  if (source === undefined || !('table' in source.from)) throw new Error('no table');
  const columns = source.uses.map(({ use, column }): [string, BoundColumn] => [
    useKey(use, column),
    { name: column, type: TYPES[column] ?? { kind: 'text' } },
  ]);
  const own = { label: source.from.table, path: source.from.table.split('.'), columns: new Map(columns) };
  return dialect === bigquery ? { ...own, from: trusted(`\`acme-reporting.${source.from.table}\``) } : own;
}

/** All statements that a plan can lead to, whether or not a run would need them. */
function statementsOf(dialect: Dialect, plan: QueryPlan): Statement[] {
  const scans = plan.scans.flatMap((scan) => scanStatements(scanContext(dialect, scan, relationFor(dialect, plan, scan.source))));
  const loads = plan.loads.flatMap((load) => {
    const reading: TimeReading = {
      dialect,
      relation: relationFor(dialect, plan, load.source),
      use: 'load',
      column: load.column,
      kind: 'instant',
      where: load.where,
    };
    return [
      compileLatest(reading, null),
      ...load.bounds.flatMap((bound) => recentRanges('instant', bound, null).map((range) => compileLatest(reading, range))),
    ];
  });
  const rates = plan.rates.map((scan) => compileRates(dialect, scan, relationFor(dialect, plan, scan.source)));
  return [...scans, ...loads, ...rates];
}

function scanStatements(context: ScanContext): Statement[] {
  const { dialect, scan, relation, time } = context;
  const reading: TimeReading = { dialect, relation, use: 'time', column: scan.column, kind: time.kind, where: null };
  const range = { low: 1n, high: 1000n };
  const summed = scan.tallies.flatMap(({ sum }) => (sum === null ? [] : [sum]));
  return [
    ...compileTallies(context, 'groups', (column) => column.type.kind === 'text'),
    ...compileTallies(context, 'groups', () => false),
    ...compileTallies(context, 'rows', () => false),
    ...distinctGroups(scan.distincts).flatMap((group) => [
      compileDistincts(context, group, null),
      ...(dialect.bitmap === null || boundColumn(relation, 'key', group.column).type.kind !== 'integer'
        ? []
        : [compileDistincts(context, group, range)]),
    ]),
    compileProof(context, scan.grains, null),
    ...scan.grains.map((check) => compileRepeats(context, check)),
    compileLatest(reading, null),
    ...scan.bounds.flatMap((bound) => recentRanges(time.kind, bound, scan.zone).map((part) => compileLatest(reading, part))),
    compileNulls(reading),
    ...[...new Set(summed)]
      .filter((column) => ['price', 'wide'].includes(column))
      .map((column) => compileMisfit(dialect, relation, column, null)),
  ];
}

function sideBySide(plan: QueryPlan): string {
  return [duckdb, bigquery]
    .map((dialect) => {
      const texts = statementsOf(dialect, plan).map(({ label, sql, params }) => {
        const bound = params.map((param, index) => `-- ${dialect.placeholder(index + 1)} = ${JSON.stringify(param.value)}\n`).join('');
        return `-- ${label}\n${sql};\n${bound}`;
      });
      return `---- ${dialect.name} ----\n${[...new Set(texts)].join('\n')}`;
    })
    .join('\n');
}

const TERM = { from: '2026-03-01', to: '2026-04-30' };
const SHAPES: Readonly<Record<string, () => MeasurementRequest[]>> = {
  'count-by-instant': () => [asked([measure('orders', 'sales', { count: 'rows' })])],
  'sum-by-currency-in-wall-clock': () => [
    asked([measure('revenue', 'sales', { sum: 'amount' }, { when: { column: 'wall', zone: 'America/New_York' }, currency: 'ccy' })], {
      zone: 'Europe/Paris',
      fx: true,
    }),
  ],
  'sum-by-date': () => [
    asked([
      measure('revenue', 'sales', { sum: 'amount' }, { when: { column: 'day', zone: null } }),
      measure('items', 'sales', { sum: 'qty' }, { when: { column: 'day', zone: null } }),
    ]),
  ],
  'numbers-that-may-not-fit': () => [asked([measure('price', 'sales', { sum: 'price' }), measure('wide', 'sales', { sum: 'wide' })])],
  'conditions-of-every-kind': () => [
    asked(conditions().map((where, index) => measure(`m${index}`, 'sales', { count: 'rows' }, { where }))),
  ],
  'distinct-per-period-and-to-date': () => [
    asked(
      [
        measure('customers', 'sales', { countDistinct: 'customer' }),
        measure('buyers', 'sales', { countDistinct: 'customer' }, { where: equals('status', 'paid') }),
        measure('ids', 'sales', { countDistinct: 'id' }),
      ],
      { span: 'customers' },
    ),
  ],
  'exclusions-by-day-and-by-the-hour': () => [asked([measure('revenue', 'sales', { sum: 'amount' })], { exclusions: true })],
  'keys-of-two-columns': () => [asked([measure('orders', 'sales', { count: 'rows' })], { grain: ['id', 'part', 'price'] })],
  'fresh-by-a-load-log': () => [asked([measure('orders', 'sales', { count: 'rows' })], { loads: true })],
  'two-contracts-two-zones': () => [
    asked([measure('orders', 'sales', { count: 'rows' })], { zone: 'Asia/Shanghai', id: 'one' }),
    asked([measure('orders', 'sales', { count: 'rows' })], { zone: 'America/New_York', id: 'two' }),
  ],
};

function conditions(): Filter[] {
  const number = (value: string) => ({ type: 'number' as const, value });
  const text = (value: string) => ({ type: 'string' as const, value });
  return [
    equals('status', "it's"),
    { column: 'status', op: 'in', values: [text('a'), text('b')] },
    { column: 'status', op: 'notIn', values: [text('a')] },
    { column: 'status', op: 'between', low: text('a'), high: text('b') },
    { column: 'status', op: 'isNull', value: true },
    { column: 'flag', op: 'eq', value: { type: 'boolean', value: false } },
    { column: 'qty', op: 'gt', value: number('5.00') },
    { column: 'qty', op: 'lte', value: number('2.5') },
    { column: 'amount', op: 'gte', value: number('0.000000001') },
    { column: 'price', op: 'lt', value: number('1.5') },
    { column: 'wide', op: 'eq', value: number('-3') },
    { column: 'day', op: 'gte', value: text('2026-03-08') },
    { any: [equals('status', 'a'), { all: [equals('part', 'x'), { column: 'qty', op: 'isNull', value: false }] }] },
  ];
}

interface Wishes {
  readonly id?: string;
  readonly zone?: string;
  readonly fx?: boolean;
  readonly span?: string;
  readonly exclusions?: boolean;
  readonly grain?: readonly string[];
  readonly loads?: boolean;
}

function asked(measures: readonly Measure[], wishes: Wishes = {}): MeasurementRequest {
  const sales = fact('sales', {
    grain: wishes.grain ?? ['id'],
    freshness: wishes.loads === true ? { table: 'shop.loads', column: 'loaded', where: equals('status', 'sales') } : null,
  });
  const rates = fact('rates', { grain: ['day', 'currency'] });
  const clause = { file: 'contracts/acme/definitions.yaml', line: 40 };
  const fx = { fact: 'rates', date: 'day', currency: 'currency', rate: 'amount', maxAgeDays: 7, inverted: false, clause };
  const of = terms({
    id: wishes.id ?? 'acme',
    zone: wishes.zone ?? 'America/New_York',
    term: TERM,
    kpis: measures.map(({ id }) => kpi(id, id)),
    definitions: { facts: [sales, rates], measures, fx: wishes.fx === true ? fx : null },
  });
  const kpis = measures.map(({ id }) => id);
  const exclusions = [
    drop(kpis, { dates: { from: '2026-03-08', to: '2026-03-09' } }, equals('status', 'void'), '2026-03-10-a.yaml'),
    drop(kpis, { instants: { from: '1772953200000000', to: '1772956800000000' } }, null, '2026-03-11-b.yaml'),
  ];
  return request(of, {
    asOf: '2026-05-05',
    exclusions: wishes.exclusions === true ? exclusions : [],
    spans: wishes.span === undefined ? [] : [{ measure: wishes.span, span: TERM }],
  });
}

function compare(name: string, text: string): void {
  const file = join(GOLDEN, `${name}.sql`);
  written.add(`${name}.sql`);
  if (process.env.CONCORD_GOLDEN === 'write') {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `no ${file}`);
}

describe('statements in both dialects', () => {
  it.each(Object.entries(SHAPES))('%s', (name, requests) => compare(name, sideBySide(buildPlan(requests()))));

  it('several statements as one job of BigQuery', () => {
    const plan = buildPlan([
      asked(
        conditions()
          .slice(0, 2)
          .map((where, index) => measure(`m${index}`, 'sales', { sum: 'amount' }, { where })),
      ),
    ]);
    const [scan] = plan.scans;
    if (scan === undefined) throw new Error('no scan');
    const context = scanContext(bigquery, scan, relationFor(bigquery, plan, scan.source));
    const statements = scanStatements(context).slice(1, 4);
    const { sql, params } = render('-', inOne(statements.map(({ query }) => query)), bigquery.placeholder);
    compare('one-job', `${sql};\n${params.map(({ value }, index) => `-- @p${index + 1} = ${JSON.stringify(value)}\n`).join('')}`);
  });

  it('reads all rows of DuckDB where most are asked for', () => {
    const paid = { where: equals('status', 'paid') };
    const measures = [measure('sum', 'sales', { sum: 'amount' }, paid), measure('count', 'sales', { count: 'rows' }, paid)];
    const plan = buildPlan([asked(measures)]);
    const [scan] = plan.scans;
    if (scan === undefined) throw new Error('no scan');
    const context = scanContext(duckdb, scan, relationFor(duckdb, plan, scan.source));
    const statements = [
      ...compileTallies(context, 'groups', () => true, true),
      ...compileTallies(context, 'rows', () => true, true),
      ...[compileOrder(context, scan.grains, 'all rows', 500n), compileOrder(context, scan.grains, 'days')].flatMap((each) => each ?? []),
      compileProof(context, scan.grains, { low: 1n, high: 9n }, null, 'all rows'),
    ];
    compare('all-rows', statements.map(({ sql }) => `${sql};\n`).join(''));
  });

  it('looks at the data beforehand on DuckDB only', () => {
    const plan = buildPlan([asked([measure('orders', 'sales', { countDistinct: 'id' }, { where: equals('status', 'x') })])]);
    const relation = relationFor(duckdb, plan, 0);
    const columns = [boundColumn(relation, 'text', 'status')];
    const profile = [
      compileCardinalities(duckdb, relation, columns),
      compileIntegerRange(duckdb, relation, boundColumn(relation, 'key', 'id')),
    ];
    compare('looks-beforehand', profile.map(({ sql }) => `${sql};\n`).join(''));
    expect([duckdb.billed, bigquery.billed]).toEqual([false, true]);
  });

  it('divide and average nothing, and name no decimal without its places: both engines differ there', () => {
    const texts = Object.values(SHAPES).map((requests) => sideBySide(buildPlan(requests())));
    expect(texts.join('\n')).toMatch(/DECIMAL\(38, 9\)/);
    for (const text of texts) expect(text).not.toMatch(/\bAVG\(|[^/]\/ |\bDECIMAL\b(?!\(38, 9\))/);
  });

  afterAll(() => {
    expect(readdirSync(GOLDEN).sort()).toEqual([...written].sort());
  });
});
