import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outlook } from '../../../src/commands/run/outlook.js';
import { publish } from '../../../src/commands/run/publish.js';
import type { Outcome } from '../../../src/media/outcome.js';
import type { Warehouse } from '../../../src/ports/warehouse.js';
import { localFiles } from '../../../src/shell/files/local-files.js';
import { contractFrame } from '../../contract-frame.js';
import { type CommandPlace, run } from '../../in-process.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { bigqueryAt, contextFor, duckdbOver, upload } from '../support/contexts.js';

/*
 * An outlook has the same bytes on both engines, and with rows in another order: forecasts are doubles, and so would show any difference
 * of order. It knows nothing of days after the one it is asked on.
 */

const ID = 'shop';
const ASOF = '2026-03-16';
const CONTRACT = `${contractFrame({ id: ID, title: 'Shop', lockAfterDays: 15 })}kpis:
  - { id: roas, metric: roas, owner: provider, better: higher, weight: 50%, target: 3, threshold: 2 }
  - { id: refunds, metric: refund_rate, owner: provider, better: lower, weight: 20%, target: 5%, threshold: 9% }
  - { id: buyers, metric: buyers, owner: provider, better: higher, weight: 30%, target: 60, threshold: 40 }
composite: { rule: weighted_mean }
fees:
  - { id: share, kind: commission, base: gmv, tiers: { from 0: 2%, from 3000: 4% } }
  - { id: media, kind: commission, base: media, tiers: { from 0: 10% } }
  - { id: reward, kind: bonus, by: roas, pool: 500, points: { from 100%: 100% }, shape: step }
  - { id: more, kind: bonus, by: buyers, pool: 300, points: { from 100%: 100% }, shape: step }
`;
const DEFINITIONS = `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
  spend: { table: shop.spend, grain: [day], custodian: brand }
  returns: { table: shop.returns, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_on }
  customers: { definition: Customers, of: orders, countDistinct: customer, when: paid_on }
  refunded:
    definition: Given back of the orders of the day
    of: returns
    sum: amount
    when: ordered_on
    by: [{ column: days_late, lag: { days: 10, of: revenue } }]
  cost: { definition: Ad spend, of: spend, sum: cost, when: day }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
  media: { title: Ad spend, formula: cost, unit: money, type: flow }
  buyers: { title: Buyers, formula: customers, unit: number, type: flow }
  refund_rate: { title: Refund rate, formula: refunded / revenue, unit: share, type: ratio, decimals: 1 }
  roas: { title: ROAS, formula: revenue / cost, unit: number, type: ratio, decimals: 2 }
`;

const day = (place: number): string => new Date(Date.UTC(2025, 6, 1) + place * 86_400_000).toISOString().slice(0, 10);
/** A congruence: the same figures on every machine. */
const between = (place: number, low: number, high: number): string => (low + ((place * 7919) % 1009) * ((high - low) / 1009)).toFixed(2);
const DAYS = Array.from({ length: 300 }, (_, place) => place);
const ORDERS = DAYS.flatMap((place) =>
  [0, 1].map((each) => `${2 * place + each},${day(place)},${between(2 * place + each, 30, 90)},c${(place * 31 + each * 7) % 97}`),
);
const SPEND = DAYS.map((place) => `${day(place)},${between(place + 5, 20, 60)}`);
/** A part of each day is given back up to nine days later; what will be booked after the day that is asked on is nowhere yet. */
const RETURNS = DAYS.flatMap((place) => {
  const late = (place * 5) % 10;
  return day(place + late) > ASOF ? [] : [`${place},${day(place)},${late},${between(place, 3, 9)}`];
});

let root = '';
let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let bigquery: () => Promise<Warehouse>;

function layOut(folder: string, order: (rows: readonly string[]) => readonly string[], upTo: string): void {
  const rows = (header: string, all: readonly string[], column: number) =>
    [header, ...order(all.filter((row) => (row.split(',')[column] ?? '') <= upTo)), ''].join('\n');
  for (const [path, text] of [
    [`contracts/${ID}/contract.yaml`, CONTRACT],
    [`contracts/${ID}/definitions.yaml`, DEFINITIONS],
    ['data/shop/orders.csv', rows('id,paid_on,amount,customer', ORDERS, 1)],
    ['data/shop/spend.csv', rows('day,cost', SPEND, 0)],
    ['data/shop/returns.csv', rows('id,ordered_on,days_late,amount', RETURNS, 1)],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'concord-outlook-'));
  layOut(join(root, 'all'), (rows) => rows, '2099');
  layOut(join(root, 'turned'), (rows) => rows.toReversed(), '2099');
  layOut(join(root, 'cut'), (rows) => rows, ASOF);
  evaluator = await Evaluator.start();
  loopback = new LoopbackBigquery(evaluator, 'acme-reporting', false);
  bigquery = bigqueryAt(await loopback.start(), loopback.project);
  await upload(loopback, join(root, 'all'), ID);
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
  rmSync(root, { recursive: true, force: true });
});

async function told(context: CommandPlace, verb: (context: CommandPlace) => Promise<Outcome>): Promise<string> {
  const { exitCode, crash, output } = await run(context, verb);
  expect([exitCode, crash], output).toEqual([0, null]);
  return output;
}

const onFiles = (name: string) => contextFor(join(root, name), ASOF, duckdbOver(join(root, name)));
const onBigquery = () => contextFor(join(root, 'all'), ASOF, bigquery);

it.each([[[]], [['media=1500']]])(
  'has the same bytes on both engines, in any order of rows, whatever comes later: plan %j',
  async (plan) => {
    const made = (context: CommandPlace) => told(context, (given) => outlook(given, { contract: ID, period: null, plan }));
    const first = await made(onFiles('all'));
    const { scenarios, kpis, fees } = JSON.parse(first) as {
      readonly scenarios: number;
      readonly kpis: readonly { readonly id: string; readonly levels: readonly { readonly level: string; readonly chance: string }[] }[];
      readonly fees: readonly { readonly id: string; readonly chance: string }[];
    };
    expect(scenarios).toBeGreaterThan(100);
    // a bonus that hangs on one KPI alone is as likely as its target
    for (const [kpi, fee] of [
      ['roas', 'reward'],
      ['buyers', 'more'],
    ]) {
      const target = kpis.find(({ id }) => id === kpi)?.levels.find(({ level }) => level === 'target');
      expect(fees.find(({ id }) => id === fee)?.chance).toBe(target?.chance);
    }
    expect(await made(onBigquery())).toBe(first);
    expect(await made(onFiles('turned'))).toBe(first);
    expect(await made(onFiles('cut'))).toBe(first);
  },
);

it('is published alike by both', async () => {
  const written = async (context: CommandPlace, name: string) => {
    const into = localFiles(join(root, name));
    await told(context, (given) => publish(given, { contract: ID, dataset: 'concord', outlook: true, into }));
    return readFileSync(join(root, name, 'outlooks.csv'), 'utf8');
  };
  const rows = await written(onFiles('all'), 'published');
  expect(rows.split('\r\n')).toHaveLength(2 + 3 + 4 + 1);
  expect(await written(onBigquery(), 'published-bigquery')).toBe(rows);
});

it('is written to BigQuery once a day', async () => {
  const written = async (asOf: string) => {
    const context = contextFor(join(root, 'all'), asOf, bigquery);
    const text = await told(context, (given) => publish(given, { contract: ID, dataset: 'concord', outlook: true, into: null }));
    const { published } = JSON.parse(text) as { readonly published: readonly { readonly table: string; readonly written: number }[] };
    return published.find(({ table }) => table === 'concord.outlooks')?.written;
  };
  expect([await written(ASOF), await written(ASOF), await written('2026-03-17')]).toEqual([1, 0, 1]);
  const runs = loopback.store.find('concord.outlooks', null)?.table.rows.map((row) => row[2]);
  expect([...new Set(runs)]).toEqual(['16', '17']);
});
