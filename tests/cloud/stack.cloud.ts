import { appendFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreed, type ContractChoices, plan } from '../provision/sample.js';
import { RealStack, type Step } from './stack.js';

// The life of a stack, step by step, each on what the one before has left: README.md says how to run it.

const PROJECT = 'acme-kpi';
const PERSON = 'user:admin@acme.example';
const WORKFLOWS = `serviceAccount:concord-deploy@${PROJECT}.iam.gserviceaccount.com`;
const SOURCES = 'sources:\n  shop: { owners: ["group:data@acme.example"] }\n';
const ADS = `sources:
  shop:
    owners: ["group:data@acme.example"]
    transfers:
      - { kind: google_ads, customer: "4152637485", refreshDays: 7 }
`;
const FACEBOOK = `${ADS}      - { kind: facebook_ads, clientId: "123456", clientSecret: appSecret, refreshToken: token }
`;
const US: ContractChoices = {};
const US_ANALYST: ContractChoices = { providerAccess: '{ analyst: ["group:acme@linkstar.example"] }' };
const DE: ContractChoices = {
  id: 'acme-de',
  zone: 'Europe/Berlin',
  term: '{ from: 2026-01-01, to: 2027-12-31 }',
  brandAccess: '{ analyst: ["group:de@acme.example"] }',
  providerAccess: '{ viewer: ["user:eva@linkstar.example"] }',
};
const FOREIGN: ContractChoices = {
  ...DE,
  id: 'acme-ga4',
  facts: '  orders: { view: orders, grain: [order_id], custodian: brand }',
  views: { 'orders.bigquery.sql': 'SELECT order_id, amount, paid_at FROM `acme-web.analytics_1.events_*`;\n' },
  measures: '  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_at }',
};

/** Everything that contracts call for, with the stack itself and its provider, which Pulumi counts, too. */
const planned = (...contracts: readonly ContractChoices[]) => plan(contracts.map(agreed), '2026-05-01', SOURCES).specs.length + 2;
/** Without the view of a fact whose table has not come. */
const FIRST = planned(US) - 1;

const stack = new RealStack({
  project: PROJECT,
  owner: PERSON,
  newFor: 3000,
  datasets: {
    'acme-kpi.loads': { tables: ['log'], owners: [PERSON, WORKFLOWS] },
    'acme-web.analytics_1': { tables: ['events_20260401'], owners: ['user:web@acme.example'] },
  },
});
const LOG = process.env.CONCORD_CLOUD_LOG;
beforeAll(async () => {
  if (LOG !== undefined) writeFileSync(LOG, '');
  await stack.start();
});
afterAll(() => stack.stop());

async function step(name: string, command: Parameters<RealStack['step']>[0], caller: string, asOf?: string): Promise<Step> {
  stack.google.caller = caller;
  const done = await stack.step(command, asOf);
  const counts = Object.entries(done.counts).map(([what, count]) => `${count} ${what}`);
  const lines = [`${name}: exit ${done.exitCode}; ${counts.join(', ')}`, ...done.refused.map((refused) => `  refused: ${refused}`)];
  console.log(lines.join('\n'));
  if (LOG !== undefined) appendFileSync(LOG, `${lines.join('\n')}\n`);
  return done;
}

test('preview of nothing', async () => {
  await stack.write([US], SOURCES);
  const done = await step('preview', 'preview', PERSON);
  expect(done).toMatchObject({ exitCode: 0, counts: { create: FIRST }, refused: [] });
  expect(done.said).toContain('acme-us/facts/orders');
});

test('up from nothing, in one go', async () => {
  const done = await step('up from nothing', 'up', PERSON);
  expect(done).toMatchObject({ exitCode: 0, counts: { created: FIRST } });
  // What names a new account was refused for as long as it was new, and nothing else was.
  expect(done.refused.length).toBeGreaterThan(0);
  expect(done.refused.filter((refused) => !/Service account \S+ does not exist/.test(refused))).toEqual([]);
});

test('up without a change', async () => {
  expect(await step('up again', 'up', PERSON)).toMatchObject({ exitCode: 0, counts: { unchanged: FIRST }, refused: [] });
});

test('the tables come, and the view of them', async () => {
  stack.google.world.dataset('shop')?.tables.add('orders');
  expect(await step('up once data have come, by the workflow', 'up', WORKFLOWS)).toMatchObject({
    exitCode: 0,
    counts: { created: 1, unchanged: FIRST },
    refused: [],
  });
});

test('a party’s analysts are added', async () => {
  await stack.write([US_ANALYST], SOURCES);
  const done = await step('a party added, by the workflow', 'up', WORKFLOWS);
  expect(done).toMatchObject({ exitCode: 0, counts: { created: 1, updated: 1, unchanged: FIRST }, refused: [] });
});

test('a failure half-way, and up after it', async () => {
  await stack.write([US_ANALYST, DE], SOURCES);
  stack.provider.breaks.set('acme-de/facts', 'googleapi: Error 503: The service is currently unavailable., backendError');
  const broken = await step('up that breaks half-way, by the workflow', 'up', WORKFLOWS);
  expect(broken.exitCode).not.toBe(0);
  expect(broken.refused).toEqual(['acme-de/facts: googleapi: Error 503: The service is currently unavailable., backendError']);
  const after = await step('up after it', 'up', WORKFLOWS);
  expect(after).toMatchObject({ exitCode: 0, refused: [] });
  expect(await step('up again', 'up', WORKFLOWS)).toMatchObject({
    exitCode: 0,
    counts: { unchanged: planned(US_ANALYST, DE) },
    refused: [],
  });
});

test('a dataset of somebody else refuses the whole, until its owner has granted it', async () => {
  await stack.write([US_ANALYST, DE, FOREIGN], SOURCES);
  const refused = await step('up that reads a dataset of others, by the workflow', 'up', WORKFLOWS);
  expect(refused.exitCode).not.toBe(0);
  expect(refused.refused).toEqual([]);
  expect(refused.said).toContain(`GRANT \`roles/bigquery.dataOwner\` ON SCHEMA \`acme-web\`.analytics_1 TO "${WORKFLOWS}"`);
  const dataset = stack.google.world.datasets.get('acme-web.analytics_1');
  if (dataset === undefined) throw new Error('no dataset');
  dataset.access = [...dataset.access, { role: 'roles/bigquery.dataOwner', iamMember: WORKFLOWS }];
  expect(await step('up after the grant', 'up', WORKFLOWS)).toMatchObject({ exitCode: 0, refused: [] });
  expect(dataset.access.length).toBe(4);
});

test('a contract ends, and another is taken out: what was their own goes', async () => {
  await stack.write([US_ANALYST, DE], SOURCES);
  const done = await step('a contract ended and one taken out, by the workflow', 'up', WORKFLOWS, '2027-01-16');
  expect(done).toMatchObject({ exitCode: 0, refused: [] });
  const names = [...stack.google.world.datasets.keys()];
  expect(names.filter((name) => /_(us|ga4)$/.test(name))).toEqual([]);
  expect(stack.google.world.datasets.get('acme-web.analytics_1')?.access.length).toBe(2);
});

test('transfers: what runs as the loader by the workflow, what runs as a person by a person', async () => {
  await stack.write([DE], ADS);
  const ads = await step('a transfer of Google Ads, by the workflow', 'up', WORKFLOWS, '2027-01-16');
  expect(ads).toMatchObject({ exitCode: 0, counts: { created: 1, updated: 1 }, refused: [] });
  await stack.write([DE], FACEBOOK, { appSecret: 's3cret-of-the-app', token: 's3cret-of-the-user' });
  const facebook = await step('one of Facebook, by a person', 'up', PERSON, '2027-01-16');
  expect(facebook).toMatchObject({ exitCode: 0, counts: { created: 1 }, refused: [] });
  expect(facebook.said).not.toContain('s3cret');
});

test('the workflow may not change who signs in', async () => {
  await stack.write([DE], `environments: { engine: other }\n${SOURCES}`);
  const refused = await step('another environment, by the workflow', 'up', WORKFLOWS, '2027-01-16');
  expect(refused.exitCode).not.toBe(0);
  // It is the first that is refused, and nothing was changed before it.
  expect(refused.refused.map((said) => /Error 403: Permission 'iam\./.test(said))).toEqual([true]);
  expect(Object.keys(refused.counts)).toEqual(['unchanged', 'errored']);
});

test('a retention that is locked is not taken back', async () => {
  await stack.write([DE], `evidence: { locked: true }\n${SOURCES}`);
  expect(await step('retention locked', 'up', PERSON, '2027-01-16')).toMatchObject({ exitCode: 0 });
  await stack.write([DE], `evidence: { retentionDays: 1 }\n${SOURCES}`);
  const back = await step('retention taken back', 'up', PERSON, '2027-01-16');
  expect(back.exitCode).not.toBe(0);
  expect(back.refused.join()).toContain('Cannot reduce retention duration of a locked Retention Policy');
  await stack.write([DE], `evidence: { locked: true }\n${SOURCES}`);
  expect(await step('settings as before', 'up', PERSON, '2027-01-16')).toMatchObject({ exitCode: 0, refused: [] });
});

test('destroy: what is protected stays', async () => {
  const before = [...stack.google.world.datasets.keys()];
  expect((await step('destroy', 'destroy', PERSON)).exitCode).not.toBe(0);
  expect([...stack.google.world.datasets.keys()]).toEqual(before);
  const rest = await step('destroy what is not protected', 'destroy what is not protected', PERSON);
  expect(rest).toMatchObject({ exitCode: 0, refused: [] });
  expect(rest.counts.deleted).toBeGreaterThan(0);
  expect((await step('destroy without a preview', 'destroy without a preview', PERSON)).exitCode).not.toBe(0);
  const kept = [...stack.google.world.datasets.keys()];
  expect(kept).toEqual(expect.arrayContaining(['acme-kpi.concord', 'acme-kpi.concord_audit', 'acme-kpi.shop']));
  expect(stack.google.world.bindings.map(({ role }) => role)).toContain('roles/bigquery.dataEditor');
});
