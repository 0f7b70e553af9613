import { expect, test } from 'vitest';
import { expression } from '../../workflows/workflow.js';
import { evaluate, interpolate, mayRun } from '../actions-expression.js';
import { startsJob } from '../run-workflow.js';

const CLOUD = {
  CONCORD_WORKLOAD_IDENTITY_PROVIDER: 'projects/1/locations/global/workloadIdentityPools/p/providers/github',
  CONCORD_PREVIEW_SERVICE_ACCOUNT: 'concord-preview@acme.iam.gserviceaccount.com',
};
const NO_PREVIEW = { ...CLOUD, CONCORD_PREVIEW_SERVICE_ACCOUNT: '' };
const head = (repository: string, login = 'bob') => ({
  pull_request: { number: 7, user: { login }, head: { repo: { full_name: repository } } },
});

test.each<[string, string, string, object, Record<string, string>, boolean]>([
  ['a pull request of this repository is previewed', 'preview', 'pull_request', head('acme/kpis'), CLOUD, true],
  ['one of a fork is not', 'preview', 'pull_request', head('mallory/kpis'), CLOUD, false],
  ['nor one of dependabot', 'preview', 'pull_request', head('acme/kpis', 'dependabot[bot]'), CLOUD, false],
  ['nor one without a cloud', 'preview', 'pull_request', head('acme/kpis'), {}, false],
  ['nor where nobody may preview', 'preview', 'pull_request', head('acme/kpis'), NO_PREVIEW, false],
  ['a push is brought up', 'up', 'push', {}, CLOUD, true],
  ['a push is not previewed', 'preview', 'push', {}, CLOUD, false],
  ['a pull request is not brought up', 'up', 'pull_request', head('acme/kpis'), CLOUD, false],
])('the cloud: %s', (_, job, event, payload, vars, runs) => {
  expect(startsJob('infra.yml', job, { event, payload: { ...payload }, vars, repository: 'acme/kpis' })).toBe(runs);
});

test.each<[string, unknown]>([
  ["github.event.a || github.event.b || 'c'", 'c'],
  ['github.event.list[0].n || 5', 7],
  ["github.event.list[1].n != 8 || github.name == 'ACME'", true],
  ["contains(join(github.event.list.*.name), 'form:')", true],
  ["contains(join(github.event.none.*.name), 'form:')", false],
  ["!(github.name == 'x') && 'it''s'", "it's"],
  ['success() && failure()', false],
])('expressions: %s', (source, value) => {
  const list = [
    { n: 7, name: 'a' },
    { n: 8, name: 'form:x' },
  ];
  expect(evaluate(source, { values: { github: { name: 'acme', event: { list } } }, succeeded: true })).toEqual(value);
});

test('expressions that are not understood are refused, and what is not there is empty', () => {
  const context = { values: { vars: {} }, succeeded: false };
  for (const source of ['fromJSON(vars.x)', 'a b', '1 +', 'vars.x > 1']) expect(() => evaluate(source, context)).toThrow();
  expect(interpolate(`<${expression('vars.x')}>`, context)).toBe('<>');
  expect([mayRun('', context), mayRun("vars.x == ''", context), mayRun('success() || failure()', context)]).toEqual([false, false, true]);
});
