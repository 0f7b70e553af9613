import { expect, test } from 'vitest';
import { doctor } from '../../src/commands/run/doctor.js';
import { contextFor, run } from '../in-process.js';
import { duckdbSelect, tables } from '../packs/tables.js';
import { REPOSITORY } from '../run-cli.js';
import { type Content, withData } from '../shell/data-folder.js';

const UK = 'acme-linkstar-uk';

interface Found {
  readonly kind: string;
  readonly name: string;
  readonly of?: string;
  readonly use?: string;
  readonly found: string | null;
  readonly state: string;
  readonly issues: readonly {
    readonly code: string;
    readonly path: string;
    readonly message: { readonly en: { readonly text: string } };
  }[];
}

function files(edit: Readonly<Record<string, Content | null>> = {}): Record<string, Content> {
  const all: Record<string, Content> = {};
  for (const [name, each] of tables()) all[`${name.replace('.', '/')}.parquet`] = { parquet: duckdbSelect(each) };
  for (const [name, content] of Object.entries(edit)) {
    if (content === null) delete all[name];
    else all[name] = content;
  }
  return all;
}

async function diagnosed(
  data: Record<string, Content>,
  asOf = '2026-05-15',
  id = UK,
): Promise<{ exitCode: number; checks: readonly Found[] }> {
  return withData(data, async (folder) => {
    const { exitCode, output, crash } = await run(contextFor({ root: REPOSITORY, data: folder, asOf }), (context) => doctor(context, id));
    expect(crash).toBeNull();
    const { contracts } = JSON.parse(output) as { contracts: readonly { checks: readonly Found[] }[] };
    return { exitCode, checks: contracts[0]?.checks ?? [] };
  });
}

const codes = (checks: readonly Found[]): string[] =>
  checks.flatMap(({ kind, name, issues }) => issues.map(({ code }) => `${kind} ${name}: ${code}`));

test('all is well: every source, column and fact is named with what was found', async () => {
  const { exitCode, checks } = await diagnosed(files());
  expect(codes(checks)).toEqual([]);
  expect(exitCode).toBe(0);
  expect(checks[0]?.kind).toBe('connection');
  expect(checks).toContainEqual({ kind: 'source', name: 'view shopify_orders', found: null, state: 'good', issues: [] });
  const cost = { kind: 'column', name: 'cost', of: 'view google_ads', use: 'number', found: 'decimal(38,9)', state: 'good', issues: [] };
  expect(checks).toContainEqual(cost);
  // A load time that is a DATE reaches only its start; London's summer is an hour ahead.
  expect(checks).toContainEqual({ kind: 'freshness', name: 'google_ads', found: '2026-05-13T23:00:00Z', state: 'good', issues: [] });
});

test('a missing table is named at its clause, and the rest is looked at all the same', async () => {
  const { exitCode, checks } = await diagnosed(files({ 'facebook_ads/AdAccounts.parquet': null }));
  expect(exitCode).toBe(1);
  expect(codes(checks)).toEqual(['source view facebook_ads: data-file-missing']);
  const [broken] = checks.filter(({ issues }) => issues.length > 0);
  expect(broken?.issues[0]?.path).toBe(`contracts/${UK}/definitions.yaml`);
  expect(broken?.issues[0]?.message.en.text).toContain('facebook_ads.AdAccounts');
  expect(checks.find(({ kind, name }) => kind === 'freshness' && name === 'facebook_ads')?.state).toBe('skipped');
  expect(checks.find(({ kind, name }) => kind === 'freshness' && name === 'ga4_events')?.state).toBe('good');
});

test('a fact that has not come to the end of a period that is over', async () => {
  const { checks } = await diagnosed(files({ 'facebook_ads/AdInsights.parquet': { parquet: INSIGHTS_UP_TO('2026-04-29') } }));
  expect(codes(checks)).toEqual(['freshness facebook_ads: data-not-fresh']);
  const found = checks.find(({ issues }) => issues.length > 0);
  expect(found?.issues[0]?.message.en.text).toBe('fact facebook_ads has come to 2026-04-29T23:00:00Z; 2026-04 needs 2026-04-30T23:00:00Z');
  // Before the period is over nothing is late; load times after `asOf` do not count at all.
  const before = await diagnosed(files({ 'facebook_ads/AdInsights.parquet': { parquet: INSIGHTS_UP_TO('2026-04-10') } }), '2026-04-20');
  expect(codes(before.checks).filter((code) => code.endsWith('data-not-fresh'))).toEqual([]);
  expect(codes(before.checks)).toContain('freshness google_ads: data-no-rows');
});

const INSIGHTS_UP_TO = (day: string) =>
  `SELECT DATE '${day}' AS DateStart, 'act_77' AS AdAccountId, 'c' AS CampaignId, 's' AS AdSetId, 'a' AS AdId, 1.5::DOUBLE AS Spend, 1 AS Clicks`;

test('a data folder that is not there is the only thing said', async () => {
  const outcome = await run(contextFor({ root: REPOSITORY, data: '/nowhere/at/all', asOf: '2026-05-15', format: 'pretty' }), (context) =>
    doctor(context, UK),
  );
  expect(outcome.exitCode).toBe(1);
  expect(outcome.output).toContain('the data folder /nowhere/at/all does not exist');
  expect(outcome.output).toContain('Looked at 1 thing: 1 needs attention');
});

test('money in binary fractions, found where the data is', async () => {
  const orders = `SELECT 'o1' AS order_id, 'c1' AS customer_id, TIMESTAMPTZ '2026-01-05 10:00:00Z' AS paid_at, 'captured' AS payment, false AS is_test,
    1.1::DOUBLE AS item_value, 1.0::DECIMAL(9,2) AS cost_of_goods, 'USD' AS currency`;
  const { checks } = await diagnosed({ 'shop/orders.parquet': { parquet: orders } }, '2026-02-10', 'acme-linkstar-us');
  const amount = checks.find(({ kind, name, use }) => kind === 'column' && name === 'item_value' && use === 'number');
  expect(amount?.found).toBe('float');
  expect(amount?.issues.map(({ code }) => code)).toEqual(['float-money']);
  expect(checks.find(({ name, use }) => name === 'cost_of_goods' && use === 'number')?.issues).toEqual([]);
});
