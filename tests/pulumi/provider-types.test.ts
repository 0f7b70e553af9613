import { expect, test } from 'vitest';
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
