import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PolicyPackProcess, type Shown, startPolicyPack } from './loopback/policy-pack.js';
import { wireUnknown } from './loopback/values.js';

// The pack as Pulumi starts it: a process that says over gRPC what it refuses.

const SETTINGS = {
  project: 'acme-kpi',
  location: 'US',
  repository: { id: 1, ownerId: 2, name: 'acme/kpi' },
  deployer: 'user:admin@acme.example',
  sources: { shop: { owners: ['group:data@acme.example'] } },
};
const DATASET = 'gcp:bigquery/dataset:Dataset';

let pack: PolicyPackProcess;
beforeAll(async () => {
  pack = await startPolicyPack({ 'concord:settings': JSON.stringify(SETTINGS) });
});
afterAll(() => pack.stop());

function dataset(accesses: Shown['properties'][string], also: Partial<Shown> = {}): Shown {
  const properties = { datasetId: 'share', location: 'US', accesses };
  return { urn: `urn:pulumi:test::concord::${DATASET}::it`, type: DATASET, name: 'it', properties, protect: true, ...also };
}

test('who owns the stack or the data may stay', async () => {
  const accesses = [
    { role: 'OWNER', userByEmail: 'admin@acme.example' },
    { role: 'WRITER', groupByEmail: 'data@acme.example' },
  ];
  expect(await pack.analyze(dataset(accesses))).toEqual([]);
});

test('anybody else needs an end, and the update is refused in both languages', async () => {
  const found = await pack.analyze(dataset([{ role: 'READER', groupByEmail: 'kpi@linkstar.example' }]));
  expect(found.map(({ policy, mandatory }) => ({ policy, mandatory }))).toEqual([{ policy: 'party-access-expires', mandatory: true }]);
  expect(found[0]?.message).toBe(
    [
      'What people may see ends by itself / 人员的访问权限到期自动终止',
      'group:kpi@linkstar.example gets access without an end (accesses[0]). Give the grant a condition `request.time < timestamp("…")` with the day on which the contract’s exit ends, and nothing that widens it.',
      'group:kpi@linkstar.example 的访问权限没有终止日期（accesses[0]）。为该授权设置条件 `request.time < timestamp("…")`，日期为合同交接期结束日，且不得另设放宽条件。',
    ].join('\n'),
  );
});

test('a secret value is read as any other: hiding a token does not help', async () => {
  const query = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270', value: `SELECT 'ghp_${'a'.repeat(36)}'` };
  const table = 'gcp:bigquery/table:Table';
  const found = await pack.analyze({ urn: 'urn', type: table, name: 'v', properties: { view: { query } }, protect: false });
  expect(found.map(({ policy }) => policy)).toEqual(['no-secrets-in-sql']);
  expect(found[0]?.message).toContain('view.query holds what looks like a token of a forge.');
  expect(found[0]?.message).toContain('view.query 中疑似含有代码平台令牌。');
});

test('a value that is known later hides nothing that is known now', async () => {
  const accesses = [
    { role: 'WRITER', userByEmail: wireUnknown },
    { role: 'READER', domain: 'linkstar.example' },
  ];
  const found = await pack.analyze(dataset(accesses));
  expect(found.map(({ policy, mandatory }) => ({ policy, mandatory }))).toEqual([{ policy: 'party-access-expires', mandatory: true }]);
});

test('what only all resources together show', async () => {
  const share = dataset([]);
  const access: Shown = {
    urn: 'urn:pulumi:test::concord::gcp:bigquery/datasetAccess:DatasetAccess::more',
    type: 'gcp:bigquery/datasetAccess:DatasetAccess',
    name: 'more',
    properties: { datasetId: wireUnknown, role: 'READER' },
    protect: false,
    madeOf: { datasetId: [share.urn] },
  };
  const found = await pack.analyzeStack([share, access]);
  expect(found.map(({ policy, mandatory, urn }) => ({ policy, mandatory, urn }))).toEqual([
    { policy: 'one-kind-of-dataset-access', mandatory: true, urn: share.urn },
  ]);
  expect(await pack.analyzeStack([share])).toEqual([]);
});
