import * as pulumi from '@pulumi/pulumi';
import { beforeEach, describe, expect, test } from 'vitest';
import { type InputFields, RESOURCE_TYPES, type ResourceSpec, type ResourceType } from '../../src/provision/model.js';
import { readable } from './loopback/values.js';

// In this process, with Pulumi's own mocks: types and inputs as the engine would get them.

interface Made {
  readonly type: string;
  readonly name: string;
  readonly inputs: unknown;
}
const made: Made[] = [];

await pulumi.runtime.setMocks(
  {
    newResource: ({ type, name, inputs }) => {
      made.push({ type, name, inputs });
      return { id: `${name}-id`, state: { ...inputs, email: 'engine@p.iam.gserviceaccount.com' } };
    },
    call: ({ inputs }) => inputs,
  },
  'concord',
  'test',
);
pulumi.runtime.setAllConfig({ 'concord:facebookSecret': 's3cret' }, ['concord:facebookSecret']);
// Classes of the provider read the mocks when they are loaded.
const { register, resolveFields } = await import('../../src/shell/pulumi/register.js');
const { RESOURCE_CLASSES } = await import('../../src/shell/pulumi/resource-classes.js');
const gcp = await import('@pulumi/gcp');

const provider = new gcp.Provider('cloud', { project: 'acme-kpi' });
const config = new pulumi.Config('concord');

function spec(name: string, type: ResourceType, inputs: InputFields, also: Partial<ResourceSpec> = {}): ResourceSpec {
  return { name, type, inputs, protect: false, retainOnDelete: false, dependsOn: [], contract: null, because: [], ...also };
}

/** The least that each class takes. */
const LEAST: Readonly<Record<ResourceType, InputFields>> = {
  'gcp:bigquery/dataset:Dataset': { datasetId: 'share', location: 'US' },
  'gcp:bigquery/datasetAccess:DatasetAccess': { datasetId: 'ga4', role: 'READER' },
  'gcp:bigquery/table:Table': { datasetId: 'share', tableId: 'scorecards', deletionProtection: true },
  'gcp:bigquery/dataTransferConfig:DataTransferConfig': { dataSourceId: 'google_ads', displayName: 'ads', params: { customer_id: '1' } },
  'gcp:serviceaccount/account:Account': { accountId: 'engine' },
  'gcp:serviceaccount/iAMMember:IAMMember': { serviceAccountId: 'a', role: 'r', member: 'm' },
  'gcp:projects/iAMMember:IAMMember': { project: 'acme-kpi', role: 'r', member: 'm' },
  'gcp:projects/iAMCustomRole:IAMCustomRole': { project: 'acme-kpi', roleId: 'r', title: 't', permissions: ['p'] },
  'gcp:iam/workloadIdentityPool:WorkloadIdentityPool': { workloadIdentityPoolId: 'github' },
  'gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider': {
    workloadIdentityPoolId: 'github',
    workloadIdentityPoolProviderId: 'p',
  },
  'gcp:logging/projectSink:ProjectSink': { destination: 'bigquery.googleapis.com/projects/p/datasets/audit' },
  'gcp:billing/budget:Budget': { billingAccount: 'b', amount: { specifiedAmount: { units: '5' } } },
  'gcp:storage/bucket:Bucket': { location: 'US', name: 'evidence' },
  'gcp:storage/bucketIAMMember:BucketIAMMember': { bucket: 'evidence', role: 'r', member: 'm' },
};

/** Every resource that was made, by name, once the engine has nothing left to do. */
async function afterwards(): Promise<Readonly<Record<string, unknown>>> {
  await pulumi.runtime.disconnect();
  return Object.fromEntries(made.map(({ type, name, inputs }) => [name, { type, inputs: readable(inputs) }]));
}

beforeEach(() => {
  made.length = 0;
});

test('every type of the model has the provider’s class of that type', async () => {
  expect(Object.keys(RESOURCE_CLASSES)).toEqual([...RESOURCE_TYPES]);
  const specs = RESOURCE_TYPES.map((type) => spec(type, type, LEAST[type]));
  register(specs, config, { provider });
  expect(await afterwards()).toEqual(Object.fromEntries(RESOURCE_TYPES.map((type) => [type, { type, inputs: LEAST[type] }])));
});

const ENGINE = spec('concord/engine', 'gcp:serviceaccount/account:Account', { accountId: 'engine' });

test('references, joined texts and secrets reach the engine as values', async () => {
  const email = { tag: 'reference', ref: 'concord/engine', property: 'email' } as const;
  const inputs = {
    datasetId: 'share',
    accesses: [{ role: 'WRITER', userByEmail: email }],
    description: { tag: 'joined', parts: ['written by ', email, ''] },
    labels: { token: { tag: 'secret', secret: 'facebookSecret' } },
    friendlyName: undefined,
  } as const;
  register([ENGINE, spec('share', 'gcp:bigquery/dataset:Dataset', inputs)], config, { provider });
  expect((await afterwards()).share).toEqual({
    type: 'gcp:bigquery/dataset:Dataset',
    inputs: {
      datasetId: 'share',
      accesses: [{ role: 'WRITER', userByEmail: 'engine@p.iam.gserviceaccount.com' }],
      description: 'written by engine@p.iam.gserviceaccount.com',
      labels: { secret: { token: 's3cret' } },
    },
  });
});

test('a secret stays one in what is made of it', async () => {
  const { key } = resolveFields({ key: { tag: 'secret', secret: 'facebookSecret' } }, new Map(), config);
  expect(await pulumi.isSecret(pulumi.output(key))).toBe(true);
  const { plain } = resolveFields({ plain: 'text' }, new Map(), config);
  expect(await pulumi.isSecret(pulumi.output(plain))).toBe(false);
});

describe('a plan that cannot be made is refused before anything of it is', () => {
  const reference = { tag: 'reference', ref: 'concord/engine', property: 'email' } as const;
  const needing = spec('share', 'gcp:bigquery/dataset:Dataset', { datasetId: 'share', description: reference });
  test.each([
    ['a reference to what comes later', [needing, ENGINE], 'share needs concord/engine, which does not stand before it'],
    [
      'a reference inside a joined text',
      [spec('share', 'gcp:bigquery/dataset:Dataset', { description: { tag: 'joined', parts: [reference] } })],
      'share needs concord/engine, which does not stand before it',
    ],
    [
      'a dependency that is not there',
      [ENGINE, { ...needing, dependsOn: ['concord/pool'] }],
      'share needs concord/pool, which does not stand before it',
    ],
    [
      'itself',
      [spec('concord/engine', 'gcp:serviceaccount/account:Account', { description: reference })],
      'concord/engine needs concord/engine, which does not stand before it',
    ],
    ['a name twice', [ENGINE, ENGINE], 'concord/engine stands twice in the plan'],
  ])('%s', async (_, specs, message) => {
    expect(() => register(specs, config, { provider })).toThrow(new pulumi.RunError(message));
    expect(await afterwards()).toEqual({});
  });

  test('an output that its class does not have', () => {
    const wrong = spec('share', 'gcp:bigquery/dataset:Dataset', {
      datasetId: { tag: 'reference', ref: 'concord/engine', property: 'mail' },
    });
    expect(() => register([ENGINE, wrong], config, { provider })).toThrow(new pulumi.RunError('concord/engine has no output mail'));
  });
});
