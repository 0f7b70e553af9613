import { expect, test } from 'vitest';
import { WAITS, waitBefore } from '../../src/shell/pulumi/new-accounts.js';

const OURS = 'googleapi: Error 400: Service account concord-engine@acme-kpi.iam.gserviceaccount.com does not exist., badRequest';

test.each([
  ['an account of this project', OURS, 1000],
  ['the account that Google writes logs by', OURS.replace('concord-engine@acme-kpi', 'service-1@gcp-sa-logging'), 1000],
  ['an account of another project', OURS.replace('acme-kpi', 'acme-web'), null],
  ['an account that only looks like it', OURS.replace('@acme-kpi.iam', '@acme-kpi.iam.evil'), null],
  ['a group', 'googleapi: Error 400: IAM setPolicy failed: Group kpi@acme.example does not exist., invalid', null],
  ['a right that is missing', "googleapi: Error 403: Permission 'bigquery.datasets.create' denied", null],
  ['a table', 'googleapi: Error 404: Not found: Table acme-kpi:shop.orders, notFound', null],
])('%s', (_, error, wait) => {
  expect(waitBefore([error], 'acme-kpi')).toBe(wait);
});

test('longer and longer, for five minutes in all, and then no more', () => {
  const waits = Array.from({ length: WAITS.length + 1 }, (_, index) => waitBefore(Array(index + 1).fill(OURS), 'acme-kpi'));
  expect(waits).toEqual([...WAITS, null]);
  expect(WAITS.reduce((sum, wait) => sum + wait, 0)).toBe(300_000);
  expect(WAITS).toEqual([...WAITS].sort((a, b) => a - b));
});

test('only the newest refusal counts', () => {
  expect(waitBefore(['googleapi: Error 403: denied', OURS], 'acme-kpi')).toBeNull();
  expect(waitBefore([], 'acme-kpi')).toBeNull();
});
