import { describe, expect, test } from 'vitest';
import { type PlannedProperties, type PlannedResource, UNKNOWN } from '../../src/shell/pulumi/policy/planned-resource.js';
import { RESOURCE_RULES, STACK_RULES } from '../../src/shell/pulumi/policy/rules.js';

const DATASET = 'gcp:bigquery/dataset:Dataset';
const ACCESS = 'gcp:bigquery/datasetAccess:DatasetAccess';
const TABLE = 'gcp:bigquery/table:Table';
const BUCKET = 'gcp:storage/bucket:Bucket';
const MEMBER = 'gcp:projects/iAMMember:IAMMember';
const PROVIDER = 'gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider';
const OWNER = 'user:admin@acme.example';
const EXIT = { title: 'exit', expression: 'request.time < timestamp("2027-01-16T05:00:00Z")' };

function planned(type: string, properties: PlannedProperties, also: Partial<PlannedResource> = {}): PlannedResource {
  const name = also.name ?? 'it';
  return { urn: `urn:pulumi:test::concord::${type}::${name}`, type, name, properties, protect: true, madeOf: {}, ...also };
}

/** Every violation of the resource by rule: a rule that keeps silent is not in it. */
function violations(...resources: readonly PlannedResource[]): Record<string, readonly object[]> {
  const context = { project: 'acme-kpi', owners: new Set([OWNER]) };
  const single = RESOURCE_RULES.map(({ name, violations: of }) => [name, resources.flatMap((each) => of(each, context))] as const);
  const together = STACK_RULES.map(({ name, violations: of }) => [name, of(resources).map(({ params }) => params)] as const);
  return Object.fromEntries([...single, ...together].filter(([, found]) => found.length > 0));
}

const ONLY = (roles: string) => `api.getAttribute("iam.googleapis.com/modifiedGrantsByRole", []).hasOnly([${roles}])`;
const share = (accesses: readonly PlannedProperties[]) => planned(DATASET, { datasetId: 'share', location: 'US', accesses });

describe('what the rules let pass', () => {
  test.each([
    ['a viewer until the exit', share([{ role: 'READER', groupByEmail: 'kpi@acme.example', condition: EXIT }])],
    ['an owner of the stack', share([{ role: 'OWNER', userByEmail: 'admin@acme.example' }])],
    ['an account of a program', share([{ role: 'WRITER', userByEmail: 'engine@acme-kpi.iam.gserviceaccount.com' }])],
    [
      'an account by which Google writes logs',
      share([{ role: 'WRITER', userByEmail: 'service-1@gcp-sa-logging.iam.gserviceaccount.com' }]),
    ],
    ['the project’s own owners', share([{ role: 'OWNER', specialGroup: 'projectOwners' }])],
    ['an authorised dataset', share([{ dataset: { dataset: { projectId: 'p', datasetId: 'd' }, targetTypes: ['VIEWS'] } }])],
    ['a protected table', planned(TABLE, { tableId: 'scorecards', deletionProtection: true })],
    ['a view without protection', planned(TABLE, { view: { query: 'SELECT a FROM `p.d.t`' } }, { protect: false })],
    ['running jobs until the exit', planned(MEMBER, { member: 'user:a@b.example', role: 'roles/bigquery.jobUser', condition: EXIT })],
    [
      'an engine that runs jobs',
      planned(MEMBER, { member: 'serviceAccount:e@acme-kpi.iam.gserviceaccount.com', role: 'roles/bigquery.jobUser' }),
    ],
    [
      'an administrator of one role',
      planned(MEMBER, {
        member: 'serviceAccount:d@acme-kpi.iam.gserviceaccount.com',
        role: 'roles/resourcemanager.projectIamAdmin',
        condition: { expression: ONLY('"roles/bigquery.jobUser"') },
      }),
    ],
    [
      'a closed bucket',
      planned(BUCKET, { location: 'US', uniformBucketLevelAccess: true, publicAccessPrevention: 'enforced', forceDestroy: false }),
    ],
    [
      'a provider for one repository',
      planned(PROVIDER, {
        attributeCondition: 'assertion.repository_id == "1" && assertion.repository_owner_id == "2" && assertion.ref == "refs/heads/main"',
      }),
    ],
    ['values known only later', planned(PROVIDER, { attributeCondition: UNKNOWN })],
    ['a location known only later', planned(DATASET, { location: UNKNOWN })],
  ])('%s', (_, resource) => {
    expect(violations(resource)).toEqual({});
  });
});

describe('what the rules refuse', () => {
  const cases: readonly (readonly [string, readonly PlannedResource[], Record<string, readonly object[]>])[] = [
    ...(
      [
        ['an administrator of access without a bound', 'roles/resourcemanager.projectIamAdmin', null],
        ['one that may grant what it is', 'roles/resourcemanager.projectIamAdmin', ONLY('"roles/bigquery.jobUser", "roles/owner"')],
        ['one whose bound has another way out', 'roles/resourcemanager.projectIamAdmin', `${ONLY('"roles/bigquery.jobUser"')} || true`],
        ['an owner of all data, whatever the condition', 'roles/bigquery.admin', ONLY('"roles/bigquery.jobUser"')],
        ['who can act as every account', 'roles/iam.serviceAccountUser', null],
        ['who can stop the record', 'roles/logging.configWriter', null],
      ] as const
    ).map(([name, role, expression]) => {
      const member = 'serviceAccount:d@acme-kpi.iam.gserviceaccount.com';
      const condition = expression === null ? {} : { condition: { expression } };
      return [name, [planned(MEMBER, { member, role, ...condition })], { 'administrators-are-bounded': [{ member, role }] }] as const;
    }),
    [
      'inline access and single access on one dataset',
      [share([{ role: 'OWNER', userByEmail: 'admin@acme.example' }]), planned(ACCESS, { datasetId: 'share', role: 'READER' })],
      { 'one-kind-of-dataset-access': [{ dataset: 'share', kinds: 'DatasetAccess + accesses' }] },
    ],
    [
      'single access and an IAM member on one dataset of others',
      [
        planned(ACCESS, { datasetId: 'ga4' }),
        planned('gcp:bigquery/datasetIamMember:DatasetIamMember', { datasetId: 'projects/p/datasets/ga4', member: OWNER }, { name: 'b' }),
      ],
      { 'one-kind-of-dataset-access': [{ dataset: 'ga4', kinds: 'DatasetAccess + DatasetIam' }] },
    ],
    [
      'the same before the dataset’s id is known',
      [
        share([]),
        planned(ACCESS, { datasetId: UNKNOWN }, { madeOf: { datasetId: [`urn:pulumi:test::concord::${DATASET}::it`] }, name: 'b' }),
      ],
      { 'one-kind-of-dataset-access': [{ dataset: 'share', kinds: 'DatasetAccess + accesses' }] },
    ],
    ...[
      'gcp:projects/iAMBinding:IAMBinding',
      'gcp:projects/iAMPolicy:IAMPolicy',
      'gcp:bigquery/datasetIamBinding:DatasetIamBinding',
      'gcp:bigquery/datasetIamPolicy:DatasetIamPolicy',
      'gcp:bigquery/iamBinding:IamBinding',
      'gcp:storage/bucketIAMPolicy:BucketIAMPolicy',
      'gcp:serviceaccount/iAMBinding:IAMBinding',
    ].map((type) => [type, [planned(type, {})], { 'no-authoritative-iam': [{ type }] }] as const),
    ['a dataset anywhere', [planned(DATASET, { datasetId: 'share' })], { 'location-set': [{ type: DATASET }] }],
    ['a dataset in an empty place', [planned(DATASET, { location: '' })], { 'location-set': [{ type: DATASET }] }],
    [
      'everybody who signed in',
      [share([{ role: 'READER', specialGroup: 'allAuthenticatedUsers' }])],
      { 'no-public-members': [{ place: 'accesses[0].specialGroup', found: 'allAuthenticatedUsers' }] },
    ],
    [
      'everybody, in other letters',
      [planned('gcp:storage/bucketIAMMember:BucketIAMMember', { member: 'ALLUSERS', condition: EXIT })],
      { 'no-public-members': [{ place: 'member', found: 'ALLUSERS' }] },
    ],
    [
      'everybody as an IAM member of a dataset',
      [share([{ role: 'READER', iamMember: 'allUsers' }])],
      { 'no-public-members': [{ place: 'accesses[0].iamMember', found: 'allUsers' }] },
    ],
    [
      'a bucket that could be opened',
      [planned(BUCKET, { location: 'US', publicAccessPrevention: 'inherited' })],
      {
        'no-public-members': [
          { place: 'uniformBucketLevelAccess', found: '(none)' },
          { place: 'publicAccessPrevention', found: 'inherited' },
        ],
      },
    ],
    [
      'a person without an end',
      [share([{ role: 'READER', userByEmail: 'eve@linkstar.example' }])],
      { 'party-access-expires': [{ member: 'user:eve@linkstar.example', place: 'accesses[0]' }] },
    ],
    [
      'a group, a domain and an IAM member without an end',
      [share([{ groupByEmail: 'g@x.example' }, { domain: 'x.example' }, { iamMember: 'user:a@x.example' }])],
      {
        'party-access-expires': [
          { member: 'group:g@x.example', place: 'accesses[0]' },
          { member: 'domain:x.example', place: 'accesses[1]' },
          { member: 'user:a@x.example', place: 'accesses[2]' },
        ],
      },
    ],
    [
      'an account of another project without an end',
      [share([{ role: 'READER', userByEmail: 'bi@linkstar.iam.gserviceaccount.com' }])],
      { 'party-access-expires': [{ member: 'serviceAccount:bi@linkstar.iam.gserviceaccount.com', place: 'accesses[0]' }] },
    ],
    [
      'an account that only looks like one of the project',
      [share([{ role: 'READER', userByEmail: 'acme-kpi@appspot.gserviceaccount.com' }])],
      { 'party-access-expires': [{ member: 'serviceAccount:acme-kpi@appspot.gserviceaccount.com', place: 'accesses[0]' }] },
    ],
    [
      'an owner whom the stack does not name',
      [share([{ role: 'OWNER', userByEmail: 'eve@linkstar.example' }])],
      { 'party-access-expires': [{ member: 'user:eve@linkstar.example', place: 'accesses[0]' }] },
    ],
    [
      'an end that something else undoes',
      [planned(ACCESS, { groupByEmail: 'g@x.example', condition: { expression: `${EXIT.expression} || true` } })],
      { 'party-access-expires': [{ member: 'group:g@x.example', place: 'access' }] },
    ],
    [
      'a person who may read a whole project',
      [planned(MEMBER, { member: 'user:a@x.example', role: 'roles/bigquery.dataViewer', condition: EXIT })],
      { 'people-get-no-project-roles': [{ member: 'user:a@x.example', role: 'roles/bigquery.dataViewer' }] },
    ],
    [
      'even an owner',
      [planned(MEMBER, { member: OWNER, role: 'roles/owner' })],
      {
        'people-get-no-project-roles': [{ member: OWNER, role: 'roles/owner' }],
        'administrators-are-bounded': [{ member: OWNER, role: 'roles/owner' }],
      },
    ],
    [
      'a table that an update may delete',
      [planned(TABLE, { deletionProtection: false }, { protect: false })],
      {
        'deletion-protection': [
          { type: TABLE, property: 'deletionProtection', found: 'false', expected: 'true' },
          { type: TABLE, property: 'protect', found: 'false', expected: 'true' },
        ],
      },
    ],
    [
      'a table that says nothing',
      [planned(TABLE, {})],
      { 'deletion-protection': [{ type: TABLE, property: 'deletionProtection', found: 'false', expected: 'true' }] },
    ],
    [
      'a dataset that goes with its contents',
      [planned(DATASET, { location: 'US', deleteContentsOnDestroy: true })],
      { 'deletion-protection': [{ type: DATASET, property: 'deleteContentsOnDestroy', found: 'true', expected: 'false' }] },
    ],
    [
      'a bucket that goes with its contents',
      [planned(BUCKET, { location: 'US', uniformBucketLevelAccess: true, publicAccessPrevention: 'enforced', forceDestroy: true })],
      { 'deletion-protection': [{ type: BUCKET, property: 'forceDestroy', found: 'true', expected: 'false' }] },
    ],
    [
      'a token in a view',
      [planned(TABLE, { view: { query: `SELECT 'shpat_${'0'.repeat(32)}' AS token` } })],
      { 'no-secrets-in-sql': [{ place: 'view.query', found: '@shop-token' }] },
    ],
    [
      'a password in a scheduled query',
      [
        planned('gcp:bigquery/dataTransferConfig:DataTransferConfig', {
          location: 'US',
          params: { query: "SELECT * FROM EXTERNAL_QUERY('c', 'postgres://me:hunter22@db/x')", password: 'kept as a secret' },
        }),
      ],
      { 'no-secrets-in-sql': [{ place: 'params.query', found: '@password' }] },
    ],
    ['a key', [planned('gcp:serviceaccount/key:Key', {})], { 'no-service-account-keys': [{ type: 'gcp:serviceaccount/key:Key' }] }],
    [
      'a key of a bucket',
      [planned('gcp:storage/hmacKey:HmacKey', {})],
      { 'no-service-account-keys': [{ type: 'gcp:storage/hmacKey:HmacKey' }] },
    ],
    [
      'rows for one company',
      [planned('gcp:bigquery/rowAccessPolicy:RowAccessPolicy', {})],
      { 'no-row-level-security': [{ type: 'gcp:bigquery/rowAccessPolicy:RowAccessPolicy' }] },
    ],
    [
      'a provider for every repository',
      [planned(PROVIDER, {})],
      {
        'federation-names-repository': ['repository_id', 'repository_owner_id', 'ref'].map((claim) => ({
          provider: 'it',
          claim: `assertion.${claim}`,
        })),
      },
    ],
    [
      'a provider that trusts a name',
      [planned(PROVIDER, { attributeCondition: 'assertion.repository == "acme/kpi" && assertion.ref == "refs/heads/main"' })],
      {
        'federation-names-repository': ['repository_id', 'repository_owner_id'].map((claim) => ({
          provider: 'it',
          claim: `assertion.${claim}`,
        })),
      },
    ],
  ];
  test.each(cases)('%s', (_, resources, expected) => {
    expect(violations(...resources)).toEqual(expected);
  });

  test('every rule refuses something here', () => {
    const seen = new Set(cases.flatMap(([, , expected]) => Object.keys(expected)));
    expect([...seen].sort()).toEqual([...RESOURCE_RULES, ...STACK_RULES].map(({ name }) => name).sort());
  });
});
