// node bench/bigquery-scans/report.mjs [--rows N]     (after `npm run build`)
//
// What BigQuery would read, and about what it would cost, for 1 to 50 KPIs on one fact: measured together, as Concord does,
// and with one query per KPI. An estimate: nothing runs, columns are counted with the sizes that BigQuery declares for their
// types, without pruning. `concord plan` asks BigQuery itself.
import { parseArgs } from 'node:util';
import { foreseenOfScan } from '../../dist/measurement/foreseen.js';
import { buildPlan } from '../../dist/query/build.js';
import { useKey } from '../../dist/query/column-type.js';
import { bigquery, inOne } from '../../dist/query/dialects/bigquery.js';
import { scanContext } from '../../dist/query/scan-context.js';
import { billedBytes, scanPrice, USD_PER_TIB } from '../../dist/query/scan-price.js';
import { render, trusted } from '../../dist/query/sql.js';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000000' } } });
const rows = BigInt(values.rows);

/** Bytes of a value as BigQuery declares them; text is taken as ten bytes and the two that go with it. */
const COLUMNS = {
  order_id: { type: { kind: 'text' }, bytes: 12n },
  paid_at: { type: { kind: 'instant' }, bytes: 8n },
  amount: { type: { kind: 'decimal', precision: 38, scale: 9 }, bytes: 16n },
  channel: { type: { kind: 'text' }, bytes: 12n },
  country: { type: { kind: 'text' }, bytes: 12n },
};
const TABLE = 'shop.orders';
const KPIS = [1, 2, 5, 10, 25, 50];

const clause = { file: 'definitions.yaml', line: 1 };
const equals = (column, value) => ({ column, op: 'eq', value: { type: 'string', value } });

/** KPI n: revenue of one channel in one country. */
function measure(n) {
  const aggregate = { sum: 'amount' };
  const where = { all: [equals('channel', `channel-${n % 7}`), equals('country', `country-${n}`)] };
  const when = { column: 'paid_at', zone: null };
  return { id: `kpi_${n}`, definition: '', of: 'orders', aggregate, when, where, currency: null, nulls: 'undefined', clause };
}

function requestFor(measures) {
  const fact = { id: 'orders', source: { table: TABLE }, grain: ['order_id'], custodian: 'brand', freshness: null, clause };
  const definitions = { facts: [fact], measures, metrics: [], fx: null, reconcile: [], views: [] };
  const contract = { id: 'acme', calendar: { every: 'month', timezone: 'Asia/Shanghai' }, currency: 'USD', kpis: [] };
  const terms = { apiVersion: 'concord/v1', kind: 'Terms', contract, definitions };
  const inForce = { from: '2026-03-01', to: '2026-03-31' };
  const period = { period: '2026-03', inForce, terms, termsDigest: '', exclusions: [] };
  return { contract: 'acme', asOf: '2026-04-15', periods: [period], spans: [] };
}

/** The statements that would run, as jobs of BigQuery; each with the scans in it. */
function jobs(measures) {
  const plan = buildPlan([requestFor(measures)]);
  return plan.scans.map((scan) => {
    const columns = plan.sources[scan.source].uses.map(({ use, column }) => [
      useKey(use, column),
      { name: column, type: COLUMNS[column].type },
    ]);
    const relation = { label: TABLE, path: TABLE.split('.'), from: trusted(`\`acme.${TABLE}\``), columns: new Map(columns) };
    const statements = foreseenOfScan(scanContext(bigquery, scan, relation), 'groups');
    const { sql } = render('', inOne(statements.map(({ query }) => query)), bigquery.placeholder);
    return { sql, scans: statements.map((statement) => statement.sql) };
  });
}

const named = (sql) => Object.keys(COLUMNS).filter((column) => sql.includes(`\`${column}\``));
const price = (bytes) => scanPrice(billedBytes(bytes, 1).most);
const size = (columns) => columns.reduce((sum, column) => sum + COLUMNS[column].bytes * rows, 0n);
const total = (list) => list.reduce((sum, each) => sum + each, 0n);

/** Jobs, scans and bytes of KPIs measured together; a column once per job, and once per scan. */
function together(count) {
  const measures = Array.from({ length: count }, (_, index) => measure(index));
  const all = jobs(measures);
  return {
    jobs: all.length,
    scans: all.reduce((sum, { scans }) => sum + scans.length, 0),
    columns: new Set(all.flatMap(({ sql }) => named(sql))).size,
    bytes: total(all.map(({ sql }) => size(named(sql)))),
    most: total(all.flatMap(({ scans }) => scans.map((sql) => size(named(sql))))),
    usd: total(all.map(({ sql }) => BigInt(price(size(named(sql))).replace('.', '')))),
  };
}

/** The least that a query of its own must read for each KPI: its time, its conditions, its value; no check of anything. */
function oneByOne(count) {
  const queries = Array.from({ length: count }, (_, index) => {
    const { aggregate } = measure(index);
    return size(['paid_at', 'channel', 'country', aggregate.sum]);
  });
  return { queries: count, bytes: total(queries), usd: total(queries.map((bytes) => BigInt(price(bytes).replace('.', '')))) };
}

const gigabytes = (bytes) => `${(Number(bytes) / 1e9).toFixed(1)} GB`;
const dollars = (tenThousandths) => `${(Number(tenThousandths) / 1e4).toFixed(2)} USD`;

const lines = KPIS.map((count) => {
  const [one, many] = [together(count), oneByOne(count)];
  const cells = [
    count,
    one.jobs,
    one.scans,
    one.columns,
    gigabytes(one.bytes),
    gigabytes(one.most),
    dollars(one.usd),
    many.queries,
    gigabytes(many.bytes),
    dollars(many.usd),
  ];
  return `| ${cells.join(' | ')} |`;
});

process.stdout.write(`# What BigQuery reads (an estimate)

One fact of ${rows.toLocaleString('en')} rows; columns × declared sizes, no pruning, ${USD_PER_TIB} USD per TiB on demand. Together: Concord's one job
per fact and \`when\`, with freshness, NULLs and duplicates checked; a column is counted once per job (in brackets: once per scan in it).
One by one: a query per KPI that reads only what its number needs and checks nothing. A KPI over another column adds that column, once.

| KPIs | jobs | scans | columns | bytes | (per scan) | price | queries one by one | bytes | price |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}
`);
