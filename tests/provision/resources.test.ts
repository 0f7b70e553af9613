import { describe, expect, test } from 'vitest';
import { referencesIn } from '../../src/provision/input-values.js';
import type { InputFields, ResourceSpec } from '../../src/provision/model.js';
import { agreed, plan } from './sample.js';

/* What single resources keep to, one sentence of the design each; golden plans beside this show them whole. */

const MORE = `budget: { billingAccount: 01AB23-CD45EF-678901, projectNumber: "123456789", amount: "200", currency: USD }
sources:
  shop:
    owners: ["group:data@acme.example"]
    transfers:
      - { kind: google_ads, customer: "4152637485" }
      - { kind: facebook_ads, clientId: "998877", clientSecret: facebookSecret, refreshToken: facebookToken }
      - { kind: scheduled_query, name: orders, query: "SELECT * FROM exports.orders", table: orders }
  kept: { owners: ["group:data@acme.example"] }
`;
const CONTRACTS = [agreed(), agreed({ id: 'acme-uk', providerAccess: '{ analyst: ["group:uk@linkstar.example"] }' })];

function specs(more = MORE): readonly ResourceSpec[] {
  const found = plan(CONTRACTS, '2026-05-01', more);
  expect(found.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  return found.specs;
}
const ofType = (type: ResourceSpec['type']) => specs().filter((spec) => spec.type === type);
const named = (name: string): ResourceSpec => {
  const spec = specs().find((each) => each.name === name);
  if (spec === undefined) throw new Error(`no ${name}`);
  return spec;
};
const accessesOf = ({ inputs }: ResourceSpec) => (inputs.accesses ?? []) as readonly InputFields[];

describe('datasets', () => {
  test('have their whole list of access, with whoever deploys as an owner', () => {
    const datasets = ofType('gcp:bigquery/dataset:Dataset');
    expect(datasets.length).toBeGreaterThan(6);
    for (const dataset of datasets) {
      const owners = accessesOf(dataset).filter(({ role }) => role === 'OWNER');
      expect([dataset.name, owners.map(({ userByEmail }) => userByEmail)]).toEqual([
        dataset.name,
        expect.arrayContaining(['admin@acme.example']),
      ]);
    }
  });

  test('let in whole datasets of views, never a view', () => {
    const entries = ofType('gcp:bigquery/dataset:Dataset').flatMap(accessesOf);
    const single = ofType('gcp:bigquery/datasetAccess:DatasetAccess').map(({ inputs }) => inputs);
    expect([...entries, ...single].filter((entry) => 'view' in entry || 'authorizedView' in entry)).toEqual([]);
    const lets = accessesOf(named('raw_data/shop')).flatMap(({ dataset }) => (dataset === undefined ? [] : [dataset]));
    expect(lets.map((dataset) => referencesIn(dataset as InputFields))).toEqual([['acme-us/facts'], ['acme-uk/facts']]);
  });

  test('lie in the location of the settings, and so does everything that has one', () => {
    for (const type of [
      'gcp:bigquery/dataset:Dataset',
      'gcp:bigquery/dataTransferConfig:DataTransferConfig',
      'gcp:storage/bucket:Bucket',
    ] as const) {
      expect([type, new Set(ofType(type).map(({ inputs }) => inputs.location))]).toEqual([type, new Set(['EU'])]);
    }
  });
});

describe('transfers', () => {
  const transfer = (id: string) => named(`raw_data/shop/${id}`).inputs;

  test('run as an account where Google documents it, and as a person elsewhere', () => {
    const asAccount = ofType('gcp:bigquery/dataTransferConfig:DataTransferConfig').map(({ inputs }) => [
      inputs.dataSourceId,
      'serviceAccountName' in inputs,
    ]);
    expect(Object.fromEntries(asAccount)).toEqual({ google_ads: true, facebook_ads: false, scheduled_query: true });
  });

  test('of Google Ads load Performance Max, unless the settings say otherwise', () => {
    expect(transfer('google_ads/4152637485').params).toMatchObject({ include_pmax: 'true' });
    const without = specs(MORE.replace('"4152637485"', '"4152637485", performanceMax: false'));
    expect(without.find(({ name }) => name.includes('google_ads'))?.inputs.params).toMatchObject({ include_pmax: 'false' });
  });

  test('write into a dataset that their account owns, since they change its settings; no other', () => {
    const owns = (name: string) =>
      accessesOf(named(name)).some(
        ({ role, userByEmail }) => role === 'OWNER' && referencesIn(userByEmail ?? '').includes('concord/loader'),
      );
    expect([owns('raw_data/shop'), owns('raw_data/kept')]).toEqual([true, false]);
  });
});

describe('the record of access', () => {
  test('has its dataset first, then what writes it, then its right: no cycle', () => {
    const names = specs().map(({ name }) => name);
    const [dataset, sink, right] = ['concord/audit', 'concord/audit/sink', 'concord/audit/sink/writes'];
    expect([dataset, sink, right].map((name) => names.indexOf(name))).toEqual(
      [dataset, sink, right].map((name) => names.indexOf(name)).sort((a, b) => a - b),
    );
    expect(referencesIn(named(dataset).inputs)).toEqual([]);
    expect(referencesIn(named(sink).inputs)).toEqual([dataset]);
    expect(referencesIn(named(right).inputs)).toEqual([sink]);
  });

  test('is owned by the deployer alone, and written in that dataset alone', () => {
    expect(accessesOf(named('concord/audit'))).toEqual([{ role: 'OWNER', userByEmail: 'admin@acme.example' }]);
    expect(named('concord/audit/sink/writes').inputs.condition).toMatchObject({
      expression: expect.stringContaining('/datasets/concord_audit"'),
    });
  });
});

test('who signs in is one repository by its numbers and its owner’s, on its own branch', () => {
  const [provider] = ofType('gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider');
  const condition = String(provider?.inputs.attributeCondition);
  for (const part of ['repository_id == "1001"', 'repository_owner_id == "2002"', 'ref == "refs/heads/main"'])
    expect(condition).toContain(`assertion.${part}`);
  expect(condition).not.toMatch(/assertion\.repository\b(?!_)/);
});

test('copies of evidence are kept, and locked only where the settings say so', () => {
  expect(named('concord/evidence').inputs.retentionPolicy).toEqual({ retentionPeriod: expect.stringMatching(/^\d+$/) });
  const locked = specs(`evidence: { locked: true }\n${MORE}`).find(({ name }) => name === 'concord/evidence');
  expect(locked?.inputs.retentionPolicy).toMatchObject({ isLocked: true });
});

test('queries are run by whose contract lets them analyse, and by the engine’s own accounts', () => {
  const runners = ofType('gcp:projects/iAMMember:IAMMember').filter(({ inputs }) => inputs.role === 'roles/bigquery.jobUser');
  const people = runners.filter(({ contract }) => contract !== null);
  expect(people.map(({ inputs }) => inputs.member)).toEqual([
    'group:kpi@acme.example',
    'group:kpi@acme.example',
    'group:uk@linkstar.example',
  ]);
  expect(people.every(({ inputs }) => inputs.condition !== undefined)).toBe(true);
  expect(runners.filter(({ contract }) => contract === null).map(({ name }) => name)).toEqual([
    'concord/engine/bigquery.jobUser',
    'concord/loader/bigquery.jobUser',
  ]);
});
