import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleDue } from '../../src/commands/run/settle.js';
import { localDate, parseInstant } from '../../src/kernel/calendar.js';
import { rational, sum, toDecimal } from '../../src/kernel/rational.js';
import type { Statement } from '../../src/settlement/model.js';
import { contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { runs } from './settled.js';

/* Properties of the whole way from data files to statements, through DuckDB. */

interface Row {
  readonly at: string;
  readonly amount: string;
  readonly channel: string;
}

const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Sao_Paulo'];

/** Instants of the first quarter of 2026 and around its edges, to the microsecond. */
const instant = fc
  .tuple(fc.integer({ min: Date.UTC(2025, 11, 30), max: Date.UTC(2026, 3, 2) }), fc.integer({ min: 0, max: 999 }))
  .map(([ms, micros]) => new Date(ms).toISOString().replace('Z', `${String(micros).padStart(3, '0')}Z`));
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 15n }), fc.integer({ min: 0, max: 9 }))
  .map(([value, scale]) => toDecimal(rational(value).div(rational(10n ** BigInt(scale)))));
const rows: fc.Arbitrary<Row[]> = fc.array(fc.record({ at: instant, amount, channel: fc.constantFrom('search', 'video', 'mail') }), {
  maxLength: 60,
});

const SHARED = {
  apiVersion: 'concord/v1',
  kind: 'Contract',
  id: 'measured',
  title: 'Measured',
  stage: 'live',
  parties: { brand: { name: 'Brand', signatories: ['mei'] }, provider: { name: 'Provider', signatories: ['tom'] } },
  data: { owner: 'brand', providerUse: 'during_term' },
  term: { from: '2026-01-01', to: '2026-03-31' },
  currency: 'USD',
  rounding: 'half_even',
  acceptance: { days: 10, silence: 'accepts' },
  disputes: { days: 30, expert: 'An expert' },
  holds: { maxPeriods: 3 },
  exclusions: { fileWithinDays: 100, maxDays: 90 },
  kpis: [
    { id: 'sales', metric: 'gmv', owner: 'provider', better: 'higher', weight: '60%', target: 1000 },
    { id: 'basket', metric: 'aov', owner: 'provider', better: 'higher', weight: '40%', target: 50, whenMissing: 'zero' },
  ],
  composite: { rule: 'weighted_mean' },
  fees: [
    { id: 'share', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'term' },
    { id: 'reward', kind: 'bonus', by: 'composite', pool: 500, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' },
  ],
};
const DEFINITIONS = {
  facts: { sales: { table: 'shop.sales', grain: ['id'], custodian: 'brand', freshness: { table: 'shop.loads', column: 'loaded_at' } } },
  measures: {
    revenue: { definition: 'Orders but those by mail', of: 'sales', sum: 'amount', when: 'paid_at', where: { channel: { not: 'mail' } } },
    orders: { definition: 'Number of orders', of: 'sales', count: 'rows', when: 'paid_at' },
  },
  metrics: {
    gmv: { title: 'Sales', formula: 'revenue', unit: 'money', type: 'flow' },
    aov: { title: 'Basket', formula: 'revenue / orders', unit: 'money', type: 'ratio' },
  },
};

const csv = (each: readonly (Row & { readonly id: number })[]) =>
  ['id,paid_at,amount,channel', ...each.map((row) => `${row.id},${row.at},${row.amount},${row.channel}`)].join('\n');
const numbered = (drawn: readonly Row[]) => drawn.map((row, index) => ({ ...row, id: index }));

type Content = string | { readonly parquet: string };

/** Settles the quarter on these tables; everything else is the same each time. */
async function settled(
  tables: Readonly<Record<string, Content>>,
  zone: string,
  events: Readonly<Record<string, unknown>> = {},
): Promise<Statement[]> {
  const data = mkdtempSync(join(tmpdir(), 'concord-measured-'));
  try {
    const files: Readonly<Record<string, Content>> = { ...tables, 'shop/loads.csv': 'loaded_at\n2026-04-02T00:00:00Z\n' };
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(data, name)), { recursive: true });
      if (typeof content === 'string') writeFileSync(join(data, name), content);
      else await writeParquet(join(data, name), content.parquet);
    }
    const contract = { ...SHARED, calendar: { every: 'month', timezone: zone, lockAfterDays: 5, trueUpPeriods: 3 } };
    const texts = new Map([
      ['contracts/measured/contract.yaml', JSON.stringify(contract)],
      ['contracts/measured/definitions.yaml', JSON.stringify(DEFINITIONS)],
      ...Object.entries(events).map(([file, event]) => [`contracts/measured/events/${file}`, JSON.stringify(event)] as const),
    ]);
    const context = { ...contextFor({ root: '/nowhere', asOf: '2026-04-05', data }), files: memoryFiles(texts) };
    const outcome = await run(context, (each) => settleDue(each, { contract: null, period: null, preview: false }));
    if (outcome.exitCode !== 0) throw outcome.crash ?? new Error(outcome.errors);
    return (JSON.parse(outcome.output) as { statements: Statement[] }).statements;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function writeParquet(path: string, from: string): Promise<void> {
  const source = `${path}.csv`;
  writeFileSync(source, from);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  const columns = `{'id': 'BIGINT', 'paid_at': 'TIMESTAMPTZ', 'amount': 'DECIMAL(38,9)', 'channel': 'VARCHAR'}`;
  await connection.run(`COPY (SELECT * FROM read_csv('${source}', columns=${columns})) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  rmSync(source);
}

const digests = (statements: readonly Statement[]) => statements.map((statement) => [statement.evidenceDigest, statement.digest]);

describe('statements from data files', () => {
  it('measure what adding up the rows by local date gives', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(...ZONES), async (drawn, zone) => {
        const statements = await settled({ 'shop/sales.csv': csv(numbered(drawn)) }, zone);
        for (const { period, measures } of statements) {
          const own = drawn.filter((row) => localDate(parseInstant(row.at) ?? 0n, zone).startsWith(period));
          const amounts = own.filter((row) => row.channel !== 'mail').map((row) => rational(row.amount));
          expect(measures).toEqual({ revenue: toDecimal(sum(amounts)), orders: String(own.length) });
        }
        expect(statements).toHaveLength(3);
      }),
      runs(25),
    );
  });

  it('do not depend on the order of rows, on how they are split into files, or on the format', async () => {
    const shuffled = rows.chain((drawn) => {
      const all = numbered(drawn);
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(all.length));
    });
    await fc.assert(
      fc.asyncProperty(shuffled, fc.constantFrom(...ZONES), async ([all, other, cut], zone) => {
        const first = digests(await settled({ 'shop/sales.csv': csv(all) }, zone));
        const parts = { 'shop/sales/a.csv': csv(other.slice(0, cut)), 'shop/sales/b.csv': csv(other.slice(cut)) };
        expect(digests(await settled({ 'shop/sales.csv': csv(other) }, zone))).toEqual(first);
        expect(digests(await settled(parts, zone))).toEqual(first);
        expect(digests(await settled({ 'shop/sales.parquet': { parquet: csv(other) } }, zone))).toEqual(first);
      }),
      runs(12),
    );
  });

  it('know an exclusion only in the period that it touches, and only in its KPI', async () => {
    const windows = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 10 })).map(([day, length]) => {
      const date = (each: number) => `2026-02-${String(Math.min(each, 28)).padStart(2, '0')}`;
      return { from: date(day), to: date(day + length) };
    });
    await fc.assert(
      fc.asyncProperty(rows, windows, fc.boolean(), fc.constantFrom(...ZONES), async (drawn, window, prorate, zone) => {
        const [kpi, treatment] = prorate ? ['sales', 'prorate'] : ['basket', 'drop'];
        const event = { kind: 'exclusion', reason: 'stockout', kpis: [kpi], evidence: ['list'], treatment, window };
        const tables = { 'shop/sales.csv': csv(numbered(drawn)) };
        const without = await settled(tables, zone);
        const withOne = await settled(tables, zone, { '2026-03-02-stockout.yaml': event });
        const about = (statements: readonly Statement[]) =>
          statements.map(({ period, kpis, measures, lines }) => ({
            measures,
            kpis: kpis.filter((each) => period !== '2026-02' || each.id !== kpi),
            lines: lines.filter((line) => period !== '2026-02' || line.id === 'share').map((line) => [line.id, line.amount]),
          }));
        expect(about(withOne)).toEqual(about(without));
      }),
      runs(15),
    );
  });
});
