import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { settleDue } from '../../src/commands/run/settle.js';
import { verify } from '../../src/commands/run/verify.js';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';
import type { EvidencePeriod } from '../../src/evidence/model.js';
import { PACKS } from '../../src/generated/packs.js';
import { digest } from '../../src/kernel/canonical.js';
import type { Statement } from '../../src/settlement/model.js';
import { contextFor, run } from '../in-process.js';
import { type Content, measureFiles, only, sumText, withData } from '../shell/data-folder.js';
import { CONTRACTS, read, UK, ukTerms } from './acme-uk.js';
import { duckdbSelect, tables } from './tables.js';

function dataFiles(lastGa4Table?: string, shop = 'shopify_uk'): Record<string, Content> {
  const files: Record<string, Content> = {};
  for (const [name, each] of tables(lastGa4Table)) {
    files[`${name.replace('shopify_uk', shop).replace('.', '/')}.parquet`] = { parquet: duckdbSelect(each) };
  }
  return files;
}

async function april(terms: Terms, lastGa4Table?: string, shop = 'shopify_uk'): Promise<EvidencePeriod> {
  const files = dataFiles(lastGa4Table, shop);
  const period = {
    period: '2026-04',
    inForce: { from: '2026-04-01', to: '2026-04-30' },
    terms,
    termsDigest: digest(terms),
    exclusions: [],
  };
  const measured = only(await measureFiles(files, [{ contract: UK, asOf: '2026-05-15', periods: [period], spans: [] }]));
  const [found] = measured.periods;
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

const value = ({ measures }: EvidencePeriod, id: string): string => {
  const found = measures.find((measure) => measure.id === id);
  return found === undefined ? 'absent' : sumText(found.days.map((day) => day.value ?? '0'));
};

test('every pack for a warehouse is used by a contract', () => {
  const used = readdirSync(CONTRACTS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => read(`${entry.name}/definitions.yaml`))
    .join('\n');
  const warehouses = Object.keys(PACKS).filter((name) => !name.includes('-export@'));
  expect(warehouses).toEqual([
    ...['amazon-sp-settlement@1', 'amazon-sp@1', 'erp-landing@1', 'facebook-ads@1', 'ga4@1', 'google-ads@1', 'shopify@1'],
    'tiktok-ads@1',
  ]);
  // What the sample's brands do not have, the scenarios beside this file use.
  const unused = ['amazon-sp-settlement@1', 'amazon-sp@1', 'erp-landing@1', 'tiktok-ads@1'];
  for (const name of warehouses) expect([name, used.includes(name)]).toEqual([name, !unused.includes(name)]);
});

describe('on rows of the exports', () => {
  let found: EvidencePeriod;
  beforeAll(async () => {
    found = await april(ukTerms());
  });

  test('Shopify: paid, valid orders of London’s April, refunds on their own day', () => {
    // 100.10 + 200.20 + 19.99 + 60 + 40.01
    expect(value(found, 'shopify_sales')).toBe('420.3');
    // 30.05 + 20 of lines and 10 without a line; no shipping, no cancelled or deleted order, nothing of May
    expect(value(found, 'shopify_refunded')).toBe('60.05');
    // customers 11 and 12; 17 bought in February
    expect(value(found, 'shopify_new_customers')).toBe('2');
  });

  test('Google Ads: micros of the account’s latest currency', () => {
    expect(value(found, 'google_ads_spend')).toBe('80.123457');
    expect(found.measures.find(({ id }) => id === 'google_ads_spend')?.days.map(({ currency }) => currency)).toEqual(['GBP', 'GBP']);
  });

  test('Facebook Ads: spend with the account’s currency, each row once', () => {
    expect(value(found, 'facebook_ads_spend')).toBe('40.3');
    expect(found.measures.find(({ id }) => id === 'facebook_ads_spend')?.rows).toBe(2);
  });

  test('GA4: each transaction once, amounts without a currency in the given one', () => {
    // 100.10 + 200.20 + 19.99 + 5 + 5
    expect(value(found, 'ga4_revenue')).toBe('330.29');
    expect(found.measures.find(({ id }) => id === 'ga4_revenue')?.nulls).toBe(0);
  });

  test('all facts are complete, no key repeats', () => {
    expect(found.facts.map(({ id, complete }) => [id, complete])).toEqual([
      ['facebook_ads', true],
      ['ga4_events', true],
      ['google_ads', true],
      ['shopify_orders', true],
      ['shopify_refunds', true],
    ]);
    expect(found.facts.flatMap(({ scans }) => scans.map((scan) => scan.duplicateKeys + scan.nullWhen))).toEqual([0, 0, 0, 0, 0]);
  });

  test('GA4 is not complete before its last table can no longer change', async () => {
    const complete = async (last: string) => (await april(ukTerms(), last)).facts.find(({ id }) => id === 'ga4_events')?.complete;
    expect(await complete('20260503')).toBe(false);
    expect(await complete('20260504')).toBe(true);
  });
});

test('what a contract does not name is left out of its terms', () => {
  const { definitions } = ukTerms();
  expect(definitions.measures.map(({ id }) => id).sort()).toEqual([
    'facebook_ads_spend',
    'ga4_revenue',
    'google_ads_spend',
    'shopify_new_customers',
    'shopify_refunded',
    'shopify_sales',
  ]);
  expect(definitions.views.map(({ name }) => name)).toEqual([
    'facebook_ads',
    'ga4_events',
    'google_ads',
    'shopify_orders',
    'shopify_refunds',
  ]);
});

test('parameters are filled in, and clauses are the use that brought them', () => {
  const { definitions } = ukTerms();
  const ga4 = definitions.facts.find(({ id }) => id === 'ga4_events');
  expect(ga4).toMatchObject({ custodian: 'provider', clause: { file: `contracts/${UK}/definitions.yaml`, line: 12 } });
  const view = definitions.views.find(({ name }) => name === 'ga4_events');
  // The term, 92 days before it in which earlier copies are looked for, and the days that its end reaches into.
  expect(view?.bigquery).toContain("FROM `analytics_309871245.events_*`\n  WHERE _TABLE_SUFFIX BETWEEN '20251230' AND '20270410'");
  expect(view?.bigquery).toContain(", 'GBP')) AS currency");
  const freshness = definitions.facts.find(({ id }) => id === 'google_ads')?.freshness;
  expect(freshness).toEqual({ table: 'google_ads.ads_Customer_4152637485', column: '_DATA_DATE', where: null });
  for (const { duckdb, bigquery } of definitions.views) expect(`${duckdb}${bigquery}`).not.toContain('{{');
});

test('Facebook: one kind of action is a purchase', async () => {
  const definitions = read(`${UK}/definitions.yaml`).replace(
    'google_ads_spend + facebook_ads_spend',
    'google_ads_spend + facebook_ads_purchase_value',
  );
  const found = await april(ukTerms(definitions));
  expect(value(found, 'facebook_ads_purchase_value')).toBe('200');
});

test('money keeps the currency of its account, whatever the contract’s is', async () => {
  const found = await april(ukTerms(undefined, read(`${UK}/contract.yaml`).replace('currency: GBP', 'currency: EUR')));
  expect(found.rates).toEqual([]);
  expect(found.measures.find(({ id }) => id === 'shopify_sales')?.days.every(({ currency }) => currency === 'GBP')).toBe(true);
});

test('a dataset may be called as a word of SQL', async () => {
  const found = await april(ukTerms(read(`${UK}/definitions.yaml`).replace('shopify_uk', 'order')), undefined, 'order');
  expect(value(found, 'shopify_sales')).toBe('420.3');
});

test('a contract that cannot be read says nothing of its packs', () => {
  const files = new Map([
    [`contracts/${UK}/contract.yaml`, 'apiVersion: concord/v1\nkind: Contract\n'],
    [`contracts/${UK}/definitions.yaml`, read(`${UK}/definitions.yaml`)],
  ]);
  const paths = loadContract(UK, files).issues.map(({ at }) => at.path);
  expect(new Set(paths)).toEqual(new Set([`contracts/${UK}/contract.yaml`]));
});

test('a pack of which nothing is named is not in use, a misspelt name is one of a pack', () => {
  const issuesOf = (definitions: string) => {
    const files = new Map([
      ['contracts/workspace.yaml', read('workspace.yaml')],
      [`contracts/${UK}/contract.yaml`, read(`${UK}/contract.yaml`)],
      [`contracts/${UK}/definitions.yaml`, definitions],
    ]);
    return loadContract(UK, files).issues.map(({ code, at, params }) => [code, at.line, params.id, params.suggestion]);
  };
  const definitions = read(`${UK}/definitions.yaml`);
  expect(issuesOf(definitions.replace(/reconcile:[\s\S]*/, ''))).toEqual([['unused-id', 12, '"ga4@1"', undefined]]);
  expect(issuesOf(definitions.replace('formula: shopify_net_sales', 'formula: shopify_net_sale'))).toEqual([
    ['unknown-reference', 18, '"shopify_net_sale"', '"shopify_net_sales"'],
  ]);
});

const CREATIVES = 'kind: duty\nparty: brand\nduty: creatives\nperiod: 2026-04\non: 2026-04-05\nevidence: [drive folder]\n';

test('the contract settles on these rows, and replays without data or packs', async () => {
  const root = mkdtempSync(join(tmpdir(), 'concord-packs-'));
  try {
    cpSync(new URL(`${UK}/`, CONTRACTS), join(root, 'contracts', UK), { recursive: true });
    cpSync(new URL('workspace.yaml', CONTRACTS), join(root, 'contracts/workspace.yaml'));
    mkdirSync(join(root, 'contracts', UK, 'events'));
    writeFileSync(join(root, 'contracts', UK, 'events/2026-04-05-creatives.yaml'), CREATIVES);
    await withData(dataFiles(), async (data) => {
      const context = contextFor({ root, data, asOf: '2026-05-15' });
      const settled = await run(context, (each) => settleDue(each, { contract: UK, period: null, preview: false }));
      expect([settled.exitCode, settled.crash]).toEqual([0, null]);
    });
    const path = `contracts/${UK}/ledger/2026-04/statement.json`;
    const statement = JSON.parse(readFileSync(join(root, path), 'utf8')) as Statement;
    // 80.123457 + 40.30 of advertising for 420.30 − 60.05 of sales: too little to be scored.
    expect(statement.kpis.map(({ id, actual, state }) => [id, actual?.slice(0, 6), state])).toEqual([
      ['roas', '2.9915', 'below_minimum'],
      ['cac', '60.211', 'below_minimum'],
      ['refund_rate', '0.1428', 'below_minimum'],
    ]);
    const amounts = Object.fromEntries(statement.lines.map(({ id, amount }) => [id, amount]));
    // 3% of 360.25; the guarantee tops 3510.81 up to 4500; grace waives the penalty; 20% on top.
    expect(amounts).toMatchObject({ base: '3500.00', sales: '10.81', reward: '0.00', floor: '989.19', shortfall: '0.00', vat: '900.00' });
    expect(statement.total).toBe('5400.00');
    const verified = await run(contextFor({ root, asOf: '2026-05-15' }), (each) => verify(each, UK));
    expect([verified.exitCode, verified.crash]).toEqual([0, null]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
