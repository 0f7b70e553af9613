import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderTemplate, TEMPLATE_SIGNATORIES, TEMPLATES, WORKSPACE_TEMPLATE } from '../../src/sample/templates.js';
import type { KpiResult } from '../../src/settlement/model.js';
import { settleOn } from './settle-sample.js';

/*
 * Templates and contracts are not only written well but measure what they say: each on a handful of rows, with the columns
 * that its comments name, and figures worked out by hand.
 */

function templateFiles(name: string): ReadonlyMap<string, string> {
  const template = TEMPLATES.find((each) => each.name === name);
  if (template === undefined) throw new Error(`no template ${name}`);
  const read = (path: string) => readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8');
  const sources = new Map([[WORKSPACE_TEMPLATE, read(WORKSPACE_TEMPLATE)]]);
  for (const file of template.files) sources.set(file, read(`${name}/${file}`));
  return renderTemplate(template, sources, {
    id: name,
    brand: 'Brand',
    provider: 'Provider',
    brandSignatories: TEMPLATE_SIGNATORIES.brand,
    providerSignatories: TEMPLATE_SIGNATORIES.provider,
    currency: 'USD',
    timezone: 'UTC',
    from: '2026-01-01',
    to: '2026-12-31',
  });
}

function contractFiles(id: string): ReadonlyMap<string, string> {
  const root = new URL('../../contracts/', import.meta.url).pathname;
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath}/${entry.name}`.replace(/\/+/g, '/').slice(root.length);
    if (entry.isFile() && (path === 'workspace.yaml' || path.startsWith(`${id}/`)))
      files.set(`contracts/${path}`, readFileSync(`${root}${path}`, 'utf8'));
  }
  return files;
}

const csv = (header: string, ...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

/** What the KPIs of the first statement measured. */
async function actuals(id: string, files: ReadonlyMap<string, string>, asOf: string, tables: Readonly<Record<string, string>>) {
  const [first] = await settleOn(new Map(Object.entries(tables)), id, files, asOf);
  return Object.fromEntries((first?.statement.kpis ?? []).map((kpi: KpiResult) => [kpi.id, kpi.actual]));
}

/** Exports as they are downloaded, shorter by the columns that nobody names. @param last days until which there is something */
const exportsOf = (last: string, next: string) => ({
  'shopify/orders/orders_export.csv': csv(
    'Name,Email,Financial Status,Paid at,Currency,Subtotal,Cancelled at,Lineitem name',
    `#1007,c9@example.com,paid,${next} 00:10:00 +0000,USD,10.00,,Mug`,
    '#1005,c3@example.com,paid,2026-01-31 23:59:59 +0000,USD,100.00,,Mug',
    '#1004,c4@example.com,pending,,USD,900.00,,Mug',
    '#1003,c3@example.com,voided,2026-01-07 10:00:00 +0000,USD,900.00,,Mug',
    '#1002,C2@example.com,paid,2026-01-06 10:00:00 +0000,USD,200.00,,Mug',
    '#1002,C2@example.com,,,,,,Pot',
    '#1001,c1@example.com,partially_refunded,2026-01-05 10:00:00 +0000,USD,100.00,,Mug',
    '#1000,C1@example.com,paid,2025-12-20 10:00:00 +0000,USD,50.00,,Mug',
  ),
  'shopify/payouts/payments.csv': csv(
    'Transaction Date,Type,Order,Amount,Currency',
    `${next} 00:10:00 +0000,charge,#1007,10.00,USD`,
    '2026-01-20 10:00:00 +0000,refund,#1001,-40.00,USD',
    '2026-01-05 10:00:00 +0000,charge,#1001,100.00,USD',
  ),
  'ga4/exploration/january.csv': csv(
    'Date,Purchase revenue,Transactions,Sessions',
    ',400,3,80,Grand total',
    '20260105,400,3,60',
    `${last},0,0,20`,
  ),
});
const SHOP = exportsOf('20260131', '2026-02-01');

/** Of two ad accounts, with a day on which nothing is spent. */
const adsOf = (meta: string, google: string, last = '2026-01-31') => ({
  'meta/ads/ads.csv': csv(
    'Day,Ad ID,Amount spent (USD),Link clicks,Purchases conversion value',
    `,,${meta},9,`,
    `2026-01-03,1,${meta},9,`,
    `${last},1,0.00,0,`,
  ),
  'google/campaigns/campaigns.csv': csv(
    'Campaign report',
    '"January 1, 2026"',
    'Day,Campaign,Currency code,Clicks,Cost,Conv. value',
    `2026-01-03,Brand,USD,9,"${google}",0.00`,
    `${last},Brand,USD,0, --, --`,
    'Total: Campaigns, --,USD,9,1.00, --',
  ),
});
const COSTS = {
  'shop/costs.csv': csv(
    'order_id,day,cost',
    '#1001,2026-01-05,40.00',
    '#1002,2026-01-06,80.00',
    '#1005,2026-01-31,40.00',
    '#1008,2026-03-31,0',
  ),
};
const invoicesOf = (meta: string, google: string) => ({
  'ads/invoices.csv': csv('platform,billed_to,amount', `meta,2026-01-31,${meta}`, `google,2026-01-31,${google}`),
});

// 400 of sales for 100 of advertising; c2 and c3 are new, c1 bought in December; 40 of 400 came back.
test('media buying', async () => {
  const tables = { ...SHOP, ...adsOf('60.00', '40.00'), ...invoicesOf('60.00', '40.00') };
  const found = await actuals('media-buying', templateFiles('media-buying'), '2026-02-15', tables);
  expect(found).toEqual({ roas: '4', cac: '50', refund_rate: '0.1' });
});

test('performance', async () => {
  const found = await actuals('performance', templateFiles('performance'), '2026-02-15', { ...SHOP, ...adsOf('60.00', '40.00') });
  // Revenue is less what came back: (400 - 40) / 100.
  expect(found).toEqual({ roas: '3.6', cac: '50', refund_rate: '0.1' });
});

test('media buying: what the agency spent for the brand is paid back, less the rebate', async () => {
  const tables = { ...SHOP, ...adsOf('31000.00', '500.50'), ...invoicesOf('31000.00', '500.50') };
  const [first] = await settleOn(new Map(Object.entries(tables)), 'media-buying', templateFiles('media-buying'), '2026-02-15');
  const amounts = Object.fromEntries((first?.statement.lines ?? []).map(({ id, amount }) => [id, amount]));
  // 31,500.50 at cost; 2% of 30,000 and 4% of 1,500.50 come back: 600 + 60.02
  expect(amounts).toMatchObject({ media: '31500.50', back: '-660.02' });
});

test('full service', async () => {
  const tables = { ...SHOP, ...adsOf('30.00', '20.00'), ...COSTS };
  // Margin: (400 - 40 - 160 - 50) / 400.
  const found = await actuals('full-service', templateFiles('full-service'), '2026-02-15', tables);
  expect(found).toEqual({ revenue: '360', margin: '0.375', refund_rate: '0.1' });
});

test('conversion rate optimisation', async () => {
  const found = await actuals('cro', templateFiles('cro'), '2026-02-10', SHOP);
  // Three orders and 400 of 80 visits.
  expect(found).toEqual({ conversion: '0.0375', value: '5', refund_rate: '0.1' });
});

const PARCELS = {
  'carrier/parcels.csv': csv(
    'parcel_id,country,taken_on,promised_on,delivered_on',
    'p1,DE,2026-03-30,2026-04-01,2026-04-01',
    'p2,DE,2026-03-30,2026-04-01,2026-04-02',
    'p3,FR,2026-03-31,2026-04-02,',
    'p4,FR,2026-04-01,2026-04-03,2026-04-02',
    'p5,DE,2026-04-05,2026-04-07,2026-04-07',
  ),
  'carrier/fetches.csv': csv('fetched_at', '2026-04-06T00:00:00Z'),
  'service/damages.csv': csv(
    'ticket_id,parcel_id,reported_on,days_after_delivery',
    't1,p1,2026-04-03,2',
    't2,p1,2026-04-04,3',
    't3,x9,2026-04-04,15',
  ),
  'service/exports.csv': csv('exported_at', '2026-04-06T00:00:00Z'),
  'books/invoice_lines.csv': csv(
    'line_id,service_on,category,net_amount',
    'i1,2026-03-31,carrier,20.00',
    'i2,2026-04-01,packing,5.50',
    'i3,2026-04-01,insurance,99.00',
  ),
  'books/closings.csv': csv('closed_at', '2026-04-07T00:00:00Z'),
};

// Promised in the week: p1 to p4, of them p1 and p4 on time. Taken over in it: all five. One of them broken. 25.50 for five.
const PARCEL_ACTUALS = { on_time: '0.5', damage: '0.2', cost: '5.1' };

test('logistics', async () => {
  const week = templateFiles('logistics').get('contracts/logistics/contract.yaml')?.replace('from: 2026-01-01', 'from: 2026-03-30') ?? '';
  const files = new Map(templateFiles('logistics')).set('contracts/logistics/contract.yaml', week);
  const found = await actuals('logistics', files, '2026-04-12', {
    ...PARCELS,
    'warehouse/handovers.csv': csv(
      'parcel_id,handed_over_on',
      'p1,2026-03-30',
      'p2,2026-03-30',
      'p3,2026-03-31',
      'p4,2026-04-01',
      'p5,2026-04-05',
    ),
  });
  expect(found).toEqual(PARCEL_ACTUALS);
});

test('the contract acme-linkstar-eu-logistics', async () => {
  const found = await actuals('acme-linkstar-eu-logistics', contractFiles('acme-linkstar-eu-logistics'), '2026-04-12', {
    ...PARCELS,
    'warehouse/handovers.csv': csv(
      'parcel_id,handed_over_at',
      'p1,2026-03-30 08:00:00',
      'p2,2026-03-30 09:00:00',
      'p3,2026-03-31 08:00:00',
      'p4,2026-04-01 08:00:00',
      'p5,2026-04-05 23:59:59',
      'p6,2026-04-06 00:00:00',
    ),
  });
  expect(found).toEqual(PARCEL_ACTUALS);
});

test('wager', async () => {
  const found = await actuals('wager', templateFiles('wager'), '2026-04-20', {
    ...exportsOf('20260331', '2026-04-01'),
    ...adsOf('50.00', '30.00', '2026-03-31'),
    ...COSTS,
  });
  // Margin: (360 - 160 - 80) / 360; the quarter has nothing beside January.
  expect(found).toEqual({ sales: '360', margin: '0.333333333333', return_rate: '0.1' });
});

test('the contract acme-linkstar-amazon-jp', async () => {
  const found = await actuals('acme-linkstar-amazon-jp', contractFiles('acme-linkstar-amazon-jp'), '2026-07-20', {
    'amazon/order_items.csv': csv(
      'order_id,item_no,ordered_at,item_status,price_without_tax,landed_cost',
      'o1,1,2026-04-01 00:00:00,shipped,6000,2400',
      'o1,2,2026-04-01 00:00:00,shipped,2000,800',
      'o2,1,2026-06-30 23:59:59,shipped,2000,800',
      'o3,1,2026-07-01 00:00:00,shipped,9000,3000',
      'o4,1,2026-05-01 12:00:00,cancelled,9000,3000',
    ),
    'amazon/returns.csv': csv('return_id,closed_on,amount', 'r1,2026-06-30,2000'),
    'amazon/settlement_lines.csv': csv(
      'line_id,posted_on,type,amount',
      'l1,2026-05-01,item_price,9000',
      'l2,2026-05-01,referral_fee,800',
      'l3,2026-05-01,storage_fee,400',
      'l4,2026-05-01,advertising,999',
    ),
    'amazon/ads.csv': csv('day,campaign,cost', '2026-04-05,a,800', '2026-06-30,a,0'),
    'amazon/defects.csv': csv('defect_id,order_id,reported_on', 'd1,o1,2026-05-01', 'd2,o1,2026-05-02'),
    'amazon/exports.csv': csv(
      'table_name,exported_at',
      ...['order_items', 'returns', 'settlement_lines', 'defects'].map((table) => `${table},2026-06-30T15:00:00Z`),
    ),
  });
  // Margin: (8000 - 4000 - 1200 - 800) / 8000; one of the two orders is defective, however often it is reported.
  expect(found).toEqual({ sales: '8000', margin: '0.25', defects: '0.5' });
});
