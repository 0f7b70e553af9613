import { expect, test } from 'vitest';
import { RESOURCE_TYPES } from '../../src/provision/model.js';
import { agreed, plan } from '../provision/sample.js';
import { typeErrors } from './provider-types.js';

const dataset = (name: string, inputs: object) => ({ name, type: 'gcp:bigquery/dataset:Dataset' as const, inputs: { ...inputs } });
const LATER = { tag: 'reference', ref: 'concord/engine', property: 'email' };

test('the provider’s types refuse what they do not know, miss or take otherwise', () => {
  const errors = typeErrors([
    dataset('good', {
      datasetId: 'a',
      location: 'US',
      accesses: [{ role: 'READER', domain: 'b.example', condition: { expression: 'true' } }],
    }),
    dataset('later', { datasetId: 'a', accesses: [{ role: 'WRITER', userByEmail: LATER }] }),
    dataset('missing', { location: 'US' }),
    dataset('unknown', { datasetId: 'a', locaton: 'US' }),
    dataset('unknown inside', { datasetId: 'a', accesses: [{ role: 'READER', groupByMail: 'a@b.example' }] }),
    dataset('other type', { datasetId: 'a', deleteContentsOnDestroy: 'no' }),
  ]);
  expect(errors).toEqual([
    "missing: Property 'datasetId' is missing in type '{ location: string; }' but required in type 'DatasetArgs'.",
    "unknown: Object literal may only specify known properties, and '\"locaton\"' does not exist in type 'DatasetArgs'.",
    "unknown inside: Object literal may only specify known properties, and '\"groupByMail\"' does not exist in type 'Input<DatasetAccess>'.",
    "other type: Type 'string' is not assignable to type 'Input<boolean | undefined>'.",
  ]);
});

const EVERYTHING = `budget: { billingAccount: 01AB23-CD45EF-678901, projectNumber: "123456789012", amount: "50", currency: EUR }
stateBucket: acme-kpi-state
sources:
  shop:
    owners: ["group:data@acme.example", "serviceAccount:loads@acme.iam.gserviceaccount.com"]
    transfers:
      - { kind: google_ads, customer: "4152637485", refreshDays: 7 }
      - { kind: facebook_ads, clientId: "123456", clientSecret: facebookSecret, refreshToken: facebookToken, refreshDays: 3 }
      - { kind: scheduled_query, name: spend, query: "SELECT 1 AS a FROM ads.spend", table: spend }
`;

test('everything that contracts and settings can call for satisfies the provider’s types', () => {
  const contracts = [
    agreed({ providerAccess: '{ analyst: ["group:acme@linkstar.example"], viewer: ["user:eva@linkstar.example"] }' }),
    agreed({ id: 'acme-de', facts: '  orders: { table: elsewhere.orders, grain: [order_id], custodian: brand }' }),
  ];
  const { specs, issues } = plan(contracts, '2026-05-01', EVERYTHING);
  expect(issues).toEqual([]);
  const types = new Set(specs.map(({ type }) => type));
  expect(RESOURCE_TYPES.filter((type) => !types.has(type))).toEqual([]);
  expect(typeErrors(specs)).toEqual([]);
});
