import { describe, expect, test } from 'vitest';
import type { CloudAnswer, CloudQuestions } from '../../src/provision/preflight.js';
import { checkPlan } from '../../src/running/stack-preflight.js';
import { answerOf } from '../../src/shell/pulumi/questions.js';
import { agreed, plan, settings } from '../provision/sample.js';

// What is asked before an update, and what follows from each answer.

const SHOP = 'sources:\n  shop: { owners: ["group:data@acme.example"] }\n';
const VIEW = 'acme-us/facts/orders';

function checked(enter: CloudAnswer, view: CloudAnswer, { more = SHOP, preview = false, locale = 'en' as 'en' | 'zh' } = {}) {
  const { specs } = plan([agreed()], '2026-05-01', more);
  const cloud: CloudQuestions = { canEnter: async () => enter, canView: async () => view };
  return checkPlan(specs, settings(more).settings, cloud, { locale, stack: 'production', preview }).then((found) => ({
    ...found,
    left: specs.length - (found.specs?.length ?? 0),
    views: found.specs?.filter(({ name }) => name === VIEW).length ?? null,
  }));
}

const GRANT = (dataset: string) =>
  `  bq --project_id=acme-kpi --location=EU query --use_legacy_sql=false 'GRANT \`roles/bigquery.dataOwner\` ON SCHEMA \`acme-kpi\`.${dataset} TO "serviceAccount:concord-deploy@acme-kpi.iam.gserviceaccount.com"'`;

describe('an update', () => {
  test.each(['yes', 'unknown'] as const)('answered with %s makes everything', async (answer) => {
    expect(await checked(answer, answer)).toMatchObject({ left: 0, views: 1, early: null, refused: null });
  });

  test('makes a view later whose tables have not come', async () => {
    expect(await checked('yes', 'missing', { locale: 'zh' })).toMatchObject({
      left: 1,
      views: 0,
      early: `以下视图留待下次更新创建：其底层的表尚未出现。\n  ${VIEW}`,
    });
  });

  test('refuses the whole where a dataset of others cannot be entered, in both languages', async () => {
    const en = await checked('denied', 'yes');
    expect(en.refused).toBe(`Dataset acme-kpi.loads is not made by Concord, and whoever brings the cloud up may not change who reads it.
Its owner grants roles/bigquery.dataOwner once, to the account of the workflows; whoever runs the first update by hand needs the same:
${GRANT('loads')}

Nothing is changed in the cloud: part of the update of stack production would be refused there.`);
    const zh = await checked('denied', 'yes', { locale: 'zh' });
    expect(zh.refused).toBe(`数据集 acme-kpi.loads 不是由 Concord 创建的，执行更新的账号无权修改其访问名单。
请数据集所有方一次性授予工作流账号 roles/bigquery.dataOwner；手工执行首次更新的人也需要同样的权限：
${GRANT('loads')}

云资源未作任何更改：栈 production 的这次更新会有一部分被云端拒绝。`);
  });

  test('refuses it where a dataset is not there, and where a view may not be made or is none', async () => {
    expect((await checked('missing', 'yes')).refused).toContain('Dataset acme-kpi.loads, which contracts read, is not there');
    const denied = await checked('yes', 'denied', { more: '' });
    expect(denied.refused).toContain(`View ${VIEW} cannot be made: whoever brings the cloud up may not read the tables behind it.`);
    expect(denied.refused).toContain(GRANT('shop'));
    // Of a source that Concord made there is nobody else to ask.
    expect((await checked('yes', 'denied')).refused).not.toContain('GRANT');
    expect((await checked('yes', 'invalid')).refused).toContain(`View ${VIEW} cannot be made: BigQuery does not take its query.`);
  });

  test('tells a dataset that cannot be entered once, not with every view of it', async () => {
    const { refused } = await checked('denied', 'denied', { more: '' });
    expect(refused?.split(GRANT('shop')).length).toBe(2);
  });
});

test('a preview asks for views alone, and refuses nothing', async () => {
  expect(await checked('denied', 'denied', { preview: true })).toMatchObject({ left: 0, refused: null });
  expect(await checked('denied', 'missing', { preview: true })).toMatchObject({ left: 1, views: 0, refused: null });
});

test.each<[string, unknown, CloudAnswer]>([
  ['a permission that is missing', refusal('accessDenied'), 'denied'],
  ['a table that is not there', refusal('notFound'), 'missing'],
  ['no day of a table by the day', refusal('invalidQuery', 'a.b.events_* does not match any table.'), 'missing'],
  ['a column that is not there', refusal('invalidQuery', 'Unrecognized name: amuont at [2:3]'), 'invalid'],
  ['a quota', refusal('rateLimitExceeded'), 'unknown'],
  ['no network', new Error('connect ECONNREFUSED'), 'unknown'],
  ['nonsense', 'nonsense', 'unknown'],
])('%s', (_, error, answer) => {
  expect(answerOf(error)).toBe(answer);
});

function refusal(reason: string, message = 'refused'): Error {
  return Object.assign(new Error(message), { errors: [{ reason, message }] });
}
