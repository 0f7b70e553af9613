import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { check } from '../../src/commands/run/check.js';
import { score } from '../../src/commands/run/score.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { concord, copyOf, emptyPlace, snapshot } from '../e2e/place.js';
import { contextFor, run } from '../in-process.js';
import { sharedWarehouse } from './shared-warehouse.js';

/*
 * Texts of one party that did something to the other's machine at 0.1.0 (views/, contracts/), each tried as it was: in place of a
 * view of the demo, through the real command line.
 */
const CONTRACT = 'acme-linkstar-us';
const VIEW = `contracts/${CONTRACT}/views/first_orders.duckdb.sql`;
const input = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

let demo: string;
beforeAll(async () => {
  const made = emptyPlace();
  await concord(made, 'demo', '--out', join(made, 'demo'));
  demo = join(made, 'demo');
  rmSync(join(demo, `contracts/${CONTRACT}/ledger`), { recursive: true });
  mkdirSync(join(demo, 'data/hr'));
  writeFileSync(join(demo, 'data/hr/p.csv'), 'name,salary\nSECRET-NAME,990017\n');
});

function withView(text: string): string {
  const place = copyOf(demo);
  writeFileSync(join(place, VIEW), text.replaceAll('DATA_FOLDER', join(place, 'data')));
  return place;
}

describe('a hostile view', () => {
  test.each<[string, readonly string[]]>([
    ['abort-process', ['3:37 error view-function', 'uses enable_logging']],
    ['clock', ['1:105 error view-function', 'uses ago']],
    ['leak-by-error', ['3:15 error view-function', 'uses error', '3:21 error view-order', 'string_agg']],
    ['log-to-stdout', ['3:37 error view-function', 'uses enable_logging']],
    ['never-ends', ['1:1 error view-function', 'uses WITH RECURSIVE']],
    ['read-undeclared-parquet', ['1:41 error view-function', 'uses parquet_scan']],
    ['write-ambiguous', ['3:21 error view-function', 'uses enable_logging']],
    ['write-into-refunds', ['3:37 error view-function', 'uses enable_logging']],
  ])('%s is refused by check with its place, is not run, and changes no file', async (name, expected) => {
    const place = withView(input(`views/${name}.duckdb.sql`));
    const before = snapshot(place);
    const checked = await concord(place, 'check', CONTRACT);
    expect(checked.code).toBe(1);
    for (const text of expected) expect(checked.stdout).toContain(text);
    const scored = await concord(place, 'score', CONTRACT, '--period', '2026-01', '--as-of', '2026-02-15', '--format', 'json');
    expect([1, 2]).toContain(scored.code);
    const { issues } = JSON.parse(scored.stdout) as { issues: { code: string; path: string }[] };
    for (const { code, path } of issues) expect([code, path]).toEqual([expect.stringMatching(/^view-(function|order)$/), VIEW]);
    expect(scored.stdout).not.toContain('::error');
    expect(snapshot(place)).toEqual(before);
  });

  it('of one contract keeps no other from being settled', async () => {
    const place = withView(input('views/never-ends.duckdb.sql'));
    const other = join(place, 'contracts/other');
    const texts = copyOf(demo);
    mkdirSync(other);
    for (const file of ['contract.yaml', 'definitions.yaml']) {
      const text = readFileSync(join(texts, 'contracts', CONTRACT, file), 'utf8').replace(`id: ${CONTRACT}`, 'id: other');
      writeFileSync(join(other, file), text);
    }
    mkdirSync(join(other, 'views'));
    writeFileSync(join(other, 'views/first_orders.duckdb.sql'), readFileSync(join(texts, VIEW)));
    const outcome = await run(contextFor({ root: place, asOf: '2026-02-20' }), (context) =>
      settleDue(context, { contract: null, period: null, preview: false }),
    );
    expect(outcome.crash).toBeNull();
    expect(outcome.exitCode).not.toBe(0);
    const written = Object.keys(snapshot(join(place, 'contracts'))).filter((path) => path.includes('/ledger/'));
    expect(written).toContain('other/ledger/2026-01/statement.json');
    expect(written.filter((path) => path.startsWith(CONTRACT))).toEqual([]);
  });
});

const said = ({ output, errors }: { readonly output: string; readonly errors?: string }): string => `${output}${errors ?? ''}`;

describe('no cell of the data is in what is said of a view that fails', () => {
  const SECRETS = ['SECRET-customer-7731', 'SECRET-order-5512', '88123.4567'];
  const failing: readonly (readonly [string, string])[] = [
    ['a cast', 'CAST(customer_id || order_id AS INTEGER)'],
    ['a cast to a date', 'CAST(customer_id AS DATE)'],
    ['a cast to a time', 'CAST(order_id AS TIMESTAMPTZ)'],
    ['a cast to a boolean', 'CAST(customer_id AS BOOLEAN)'],
    ['a cast to a decimal', 'CAST(item_value AS DECIMAL(4, 1))'],
    ['a cast to an interval', 'CAST(order_id AS INTERVAL)'],
    ['a cast to a UUID', 'CAST(customer_id AS UUID)'],
    ['a cast to a list', 'CAST(order_id AS INTEGER[])'],
    ['a cast to a structure', 'CAST(customer_id AS STRUCT(a INTEGER))'],
    ['a cast to JSON', 'CAST(customer_id AS JSON)'],
    ['too large a number', 'CAST(9223372036854775807 AS BIGINT) + CAST(CAST(item_value AS DECIMAL(18, 4)) AS BIGINT)'],
    ['a date by a pattern', `strptime(customer_id, '%Y-%m-%d')`],
    ['a pattern by a date', `strptime('2026', order_id)`],
    ['a regular expression', `regexp_matches('x', '(' || customer_id)`],
    ['an extract', `json_extract(customer_id, '$.a')`],
    ['a part of a date', `date_part(order_id, TIMESTAMP '2026-01-01')`],
    ['a zone', `timezone(customer_id, TIMESTAMP '2026-01-01')`],
    ['a character', `chr(CAST(CAST(item_value AS DECIMAL(18, 4)) * -100000 AS INTEGER))`],
    ['a date of numbers', 'make_date(CAST(CAST(item_value AS DECIMAL(18, 4)) AS INTEGER), 99, 99)'],
    ['several rows for one', '(SELECT o.customer_id FROM shop.orders o)'],
    ['a root', 'sqrt(-CAST(item_value AS DOUBLE))'],
    ['a shift', 'CAST(CAST(item_value AS DECIMAL(18, 4)) AS BIGINT) << 70'],
    ['an escape', `customer_id LIKE 'x' ESCAPE order_id`],
    ['a bucket', `time_bucket(CAST(order_id AS INTERVAL), TIMESTAMP '2026-01-01')`],
    ['an error of its own', `error(customer_id || order_id)`],
  ];

  test.each(failing)('%s', async (_, expression) => {
    const place = withView(`SELECT customer_id, min(paid_at) AS first_paid_at FROM shop.orders
      WHERE CAST(${expression} AS VARCHAR) IS NOT NULL GROUP BY customer_id`);
    const orders = join(place, 'data/shop/orders.csv');
    const [customer = '', order = '', value = ''] = SECRETS;
    const row = `${order},${customer},2026-01-03T00:00:00Z,captured,false,USD,${value},1.00,1.00,CANDLE-3,1`;
    writeFileSync(orders, readFileSync(orders, 'utf8').replace('\n', `\n${row}\n`));
    const shared = sharedWarehouse();
    // JSON has both languages
    for (const [locale, format] of [
      ['en', 'json'],
      ['zh', 'pretty'],
    ] as const) {
      const context = shared.wrap(contextFor({ root: place, asOf: '2026-02-15', locale, format }));
      const scored = await run(context, (each) => score(each, { contract: CONTRACT, period: '2026-01' }));
      const checked = await run({ ...context, format: format === 'pretty' ? 'github' : format }, (each) =>
        check(each, { contract: CONTRACT, strict: false, changedSince: null }),
      );
      expect(scored.crash).toBeNull();
      expect(scored.exitCode).not.toBe(0);
      expect(said(scored)).toContain('first_orders');
      for (const secret of SECRETS) expect(said(scored) + said(checked)).not.toContain(secret);
    }
    await shared.close();
  });
});
