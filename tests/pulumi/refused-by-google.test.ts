import { describe, expect, test } from 'vitest';
import { Cloud } from './loopback/cloud.js';
import { LoopbackGoogle } from './loopback/google/google.js';
import type { Fields, GoogleOptions } from './loopback/google/world.js';
import { runStack, type StackPlace } from './stack-place.js';

// The compiled program on a Google that refuses what Google refuses, one update after another.

const PERSON = 'user:admin@acme.example';
const WORKFLOWS = 'serviceAccount:concord-deploy@acme-kpi.iam.gserviceaccount.com';
const SOURCES = 'sources:\n  shop: { owners: ["group:data@acme.example"] }\n';
const OPTIONS: GoogleOptions = { project: 'acme-kpi', owner: PERSON, newFor: 1200, datasets: { 'acme-kpi.loads': { tables: ['log'] } } };

async function up(cloud: Cloud, caller: string, place: StackPlace) {
  cloud.google.caller = caller;
  cloud.refused.length = 0;
  const { exitCode, log } = await runStack({ ...place, cloud });
  const said = log.filter(({ severity, text }) => severity !== 'debug' && !/CONCORD_(AS_OF|TOKEN)/.test(text)).map(({ text }) => text);
  return { exitCode, counts: cloud.counted(), said, refused: [...cloud.refused] };
}

describe('from an empty project', () => {
  const cloud = new Cloud(OPTIONS);
  const one: StackPlace = { contracts: [{}], more: SOURCES };

  test('the first update passes in one go: what names a new account is tried again', async () => {
    const { exitCode, counts, said, refused } = await up(cloud, PERSON, one);
    expect({ exitCode, counts, said }).toEqual({
      exitCode: 0,
      counts: { created: 36, updated: 0, same: 0, deleted: 0 },
      said: ['These views wait for the next update: the tables behind them have not come yet.\n  acme-us/facts/orders'],
    });
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter((each) => !/Service account (concord-|service-\d+@gcp-sa-logging)\S+ does not exist/.test(each))).toEqual([]);
  });

  test('the workflows’ account brings up the view of tables that have come, and nothing else', async () => {
    // Who looks before the update is asked for nothing that it may not do.
    cloud.google.world.dataset('loads')?.tables.add('log');
    const loads = cloud.google.world.dataset('loads');
    if (loads !== null) loads.access = [...loads.access, { role: 'OWNER', iamMember: WORKFLOWS }];
    cloud.google.world.dataset('shop')?.tables.add('orders');
    const { exitCode, counts, said, refused } = await up(cloud, WORKFLOWS, one);
    expect({ exitCode, counts, said, refused }).toEqual({
      exitCode: 0,
      counts: { created: 1, updated: 0, same: 36, deleted: 0 },
      said: [],
      refused: [],
    });
  });

  test('it lets a party’s analysts in, and takes a contract’s own down when it has ended', async () => {
    const analyst = { ...one, contracts: [{ providerAccess: '{ analyst: ["group:acme@linkstar.example"] }' }] };
    expect(await up(cloud, WORKFLOWS, analyst)).toMatchObject({ exitCode: 0, counts: { created: 1, updated: 1, same: 36 }, refused: [] });
    const ended = await up(cloud, WORKFLOWS, { ...analyst, asOf: '2027-01-16' });
    // Two datasets, four views, two rights to run queries; results and raw data no longer let the datasets in.
    expect(ended).toMatchObject({ exitCode: 0, counts: { created: 0, updated: 2, same: 28, deleted: 8 }, refused: [] });
  });
});

describe('a dataset that Concord did not make', () => {
  const foreign: StackPlace = {
    contracts: [
      {
        facts: '  orders: { view: orders, grain: [order_id], custodian: brand }',
        views: { 'orders.bigquery.sql': 'SELECT order_id, amount, paid_at FROM `acme-web.analytics_1.events_*`;\n' },
        measures: '  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_at }',
      },
    ],
  };
  const cloud = (owners: readonly string[], tables: readonly string[]) =>
    new Cloud({ ...OPTIONS, newFor: 0, datasets: { 'acme-web.analytics_1': { tables, owners } } });
  const GRANT = `  bq --project_id=acme-web --location=EU query --use_legacy_sql=false 'GRANT \`roles/bigquery.dataOwner\` ON SCHEMA \`acme-web\`.analytics_1 TO "${WORKFLOWS}"'`;

  test('refuses the whole before anything is made, with the command for its owner', async () => {
    const place = cloud(['user:web@acme.example'], ['events_20260401']);
    const { exitCode, counts, said } = await up(place, PERSON, foreign);
    expect({ exitCode, counts, said }).toEqual({
      exitCode: 32,
      counts: { created: 0, updated: 0, same: 0, deleted: 0 },
      said: [
        `Dataset acme-web.analytics_1 is not made by Concord, and whoever brings the cloud up may not change who reads it.
Its owner grants roles/bigquery.dataOwner once, to the account of the workflows; whoever runs the first update by hand needs the same:
${GRANT}

Nothing is changed in the cloud: part of the update of stack production would be refused there.`,
      ],
    });
  });

  test('gets one entry per reader once it is granted, and keeps what it had', async () => {
    const place = cloud(['user:web@acme.example', PERSON], ['events_20260401']);
    expect(await up(place, PERSON, foreign)).toMatchObject({ exitCode: 0, refused: [] });
    const entries = place.google.world.datasets.get('acme-web.analytics_1')?.access ?? [];
    expect(entries.map(({ iamMember, userByEmail, authorizedDataset }) => iamMember ?? userByEmail ?? authorizedDataset)).toEqual([
      'user:web@acme.example',
      PERSON,
      'concord-engine@acme-kpi.iam.gserviceaccount.com',
      { dataset: { projectId: 'acme-kpi', datasetId: 'facts_acme_us' }, targetTypes: ['VIEWS'] },
    ]);
  });
});

describe('Google refuses', () => {
  const make = (caller: string, steps: readonly (readonly [string, Fields])[]) => () => {
    const google = new LoopbackGoogle({ ...OPTIONS, newFor: 0 });
    google.caller = caller;
    for (const [type, inputs] of steps) google.make(type, inputs);
  };
  const DATASET = 'gcp:bigquery/dataset:Dataset';
  const SINK = 'gcp:logging/projectSink:ProjectSink';
  const TRANSFER = 'gcp:bigquery/dataTransferConfig:DataTransferConfig';
  const LOADER = 'loader@acme-kpi.iam.gserviceaccount.com';
  const shop = { datasetId: 'shop', accesses: [{ role: 'OWNER', userByEmail: 'admin@acme.example' }] };
  const account = ['gcp:serviceaccount/account:Account', { accountId: 'loader' }] as const;
  const owned = { ...shop, accesses: [...shop.accesses, { role: 'OWNER', userByEmail: LOADER }] };
  const written = { ...shop, accesses: [...shop.accesses, { role: 'WRITER', userByEmail: LOADER }] };
  const transfer = (dataSourceId: string) =>
    [TRANSFER, { dataSourceId, destinationDatasetId: 'shop', serviceAccountName: LOADER }] as const;

  test.each([
    [
      'an account that is not there',
      [[DATASET, owned]],
      'Error 400: Service account loader@acme-kpi.iam.gserviceaccount.com does not exist.',
    ],
    [
      'the logging account before there is a sink',
      [
        [
          DATASET,
          {
            ...shop,
            accesses: [...shop.accesses, { role: 'WRITER', userByEmail: 'service-123456789012@gcp-sa-logging.iam.gserviceaccount.com' }],
          },
        ],
      ],
      'gcp-sa-logging.iam.gserviceaccount.com does not exist.',
    ],
    [
      'a sink before its destination',
      [[SINK, { destination: 'bigquery.googleapis.com/projects/acme-kpi/datasets/audit' }]],
      'Error 404: Not found: Dataset acme-kpi:audit',
    ],
    ['a dataset without an owner', [[DATASET, { datasetId: 'shop', accesses: [] }]], 'Cannot remove all owners from a dataset'],
    [
      'a transfer of Shopify as a service account',
      [account, [DATASET, owned], transfer('shopify')],
      'Data source shopify does not support service account credentials.',
    ],
    [
      'one of Facebook, too',
      [account, [DATASET, owned], transfer('facebook_ads')],
      'Data source facebook_ads does not support service account credentials.',
    ],
    [
      'one of Google Ads by a loader that only writes',
      [account, [DATASET, written], transfer('google_ads')],
      'Permission bigquery.datasets.update denied on dataset acme-kpi:shop',
    ],
    [
      'a view of a table that has not come',
      [
        [DATASET, shop],
        ['gcp:bigquery/table:Table', { datasetId: 'shop', tableId: 'v', view: { query: 'SELECT a FROM `acme-kpi.shop.orders`' } }],
      ],
      'Error 404: Not found: Table acme-kpi:shop.orders',
    ],
  ] as const)('%s', (_, steps, message) => {
    expect(make(PERSON, steps)).toThrow(message);
  });

  test('whatever the caller was not given', () => {
    expect(make(WORKFLOWS, [[DATASET, shop]])).toThrow("Error 403: Permission 'bigquery.datasets.create' denied");
    expect(make(PERSON, [account, [DATASET, owned], transfer('google_ads')])).not.toThrow();
  });
});
