import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/kernel/issue.js';
import type { Locale } from '../../src/kernel/text.js';
import { provision } from '../../src/provision/provision.js';
import { renderIssues } from '../../src/report/issues.js';
import { PROVISION_ISSUES } from '../../src/words/provision-issues.js';
import { agreed, type ContractChoices, settings, workspace } from './sample.js';

/* What keeps contracts from being provisioned, each with its exact place and words. */

interface Mistake {
  readonly code: string;
  readonly contracts?: readonly ContractChoices[];
  readonly workspace?: string;
  readonly settings?: string;
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

const CONTRACT = 'contracts/acme-us/contract.yaml';
const DEFINITIONS = 'contracts/acme-us/definitions.yaml';
const SHOP = 'sources:\n  shop: { owners: ["group:data@acme.example"] }\n';

const MISTAKES: readonly Mistake[] = [
  {
    code: 'cloud-not-bigquery',
    workspace: 'warehouse: { engine: duckdb, data: exports }\n',
    en: [
      'contracts/workspace.yaml:1:22 error cloud-not-bigquery',
      'the warehouse is duckdb: there is nothing to provision',
      'fix: Write `warehouse: { engine: bigquery, project: …, location: … }` into contracts/workspace.yaml.',
    ],
    zh: [
      'contracts/workspace.yaml:1:22 错误 cloud-not-bigquery',
      '数据仓库为 duckdb，没有可创建的云资源',
      '修改建议：请在 contracts/workspace.yaml 中写明 `warehouse: { engine: bigquery, project: …, location: … }`。',
    ],
  },
  {
    code: 'cloud-project-differs',
    workspace: 'warehouse: { engine: bigquery, project: acme-other, location: EU }\n',
    en: [
      'Pulumi.test.yaml:1:10 error cloud-project-differs',
      'the settings name project "acme-kpi", the workspace measures in "acme-other"',
      'fix: Name the same project in both.',
    ],
    zh: [
      'Pulumi.test.yaml:1:10 错误 cloud-project-differs',
      '配置中的项目为“acme-kpi”，工作区的计算项目为“acme-other”',
      '修改建议：请在两处写同一项目。',
    ],
  },
  {
    code: 'cloud-location-differs',
    workspace: 'warehouse: { engine: bigquery, project: acme-kpi, location: asia-east1 }\n',
    en: [
      'Pulumi.test.yaml:2:11 error cloud-location-differs',
      'the settings name location "EU", the workspace measures in "asia-east1"',
      'fix: Name the same location in both.',
    ],
    zh: [
      'Pulumi.test.yaml:2:11 错误 cloud-location-differs',
      '配置中的位置为“EU”，工作区的计算位置为“asia-east1”',
      '修改建议：请在两处写同一位置。',
    ],
  },
  {
    code: 'access-public',
    contracts: [{ providerAccess: '{ viewer: ["group:a@b.example", allUsers] }' }],
    en: [
      `${CONTRACT}:14:45 error access-public`,
      '"allUsers" is everybody, or a whole domain',
      'fix: Name a group, a person or a service account: group:kpi@acme.example, user:… or serviceAccount:….',
    ],
    zh: [
      `${CONTRACT}:14:45 错误 access-public`,
      '"allUsers" 指所有人或整个域',
      '修改建议：请写明群组、个人或服务账号：group:kpi@acme.example、user:… 或 serviceAccount:…。',
    ],
  },
  {
    code: 'access-member',
    contracts: [{ brandAccess: `{ analyst: ["kpi@acme.example'); DROP TABLE x"] }` }],
    en: [
      `${CONTRACT}:10:25 error access-member`,
      `"kpi@acme.example'); DROP TABLE x" is no account that access can be given to`,
      'fix: Name a group, a person or a service account: group:kpi@acme.example, user:… or serviceAccount:….',
    ],
    zh: [
      `${CONTRACT}:10:25 错误 access-member`,
      `"kpi@acme.example'); DROP TABLE x" 不是可授权的账号`,
      '修改建议：请写明群组、个人或服务账号：group:kpi@acme.example、user:… 或 serviceAccount:…。',
    ],
  },
  {
    code: 'access-both-parties',
    contracts: [{ providerAccess: '{ viewer: ["group:kpi@acme.example"] }' }],
    en: [
      `${CONTRACT}:14:24 error access-both-parties`,
      '"group:kpi@acme.example" is named by both parties',
      'fix: Give each party groups of its own.',
    ],
    zh: [`${CONTRACT}:14:24 错误 access-both-parties`, '"group:kpi@acme.example" 同时被双方列出', '修改建议：请为各方使用各自的群组。'],
  },
  {
    code: 'access-without-use',
    contracts: [{ providerAccess: '{ analyst: ["group:a@b.example"] }', data: '{ owner: brand, providerUse: none }' }],
    en: [
      `${CONTRACT}:14:25 error access-without-use`,
      '"group:a@b.example" is an analyst of the provider, who may not use the data',
      'fix: Make it a viewer, or agree on `providerUse: during_term`.',
    ],
    zh: [
      `${CONTRACT}:14:25 错误 access-without-use`,
      '"group:a@b.example" 是服务方分析员，但服务方不得使用数据',
      '修改建议：请改为 viewer，或约定 `providerUse: during_term`。',
    ],
  },
  {
    code: 'source-owner-other-party',
    settings: 'sources:\n  shop: { owners: ["group:data@acme.example", "group:acme@linkstar.example"] }\n',
    en: [
      'Pulumi.test.yaml:6:47 error source-owner-other-party',
      '"group:acme@linkstar.example" owns dataset "shop" here, and is of the provider in contract acme-us, whose data are the brand’s',
      'fix: Name only accounts of the data’s owner.',
    ],
    zh: [
      'Pulumi.test.yaml:6:47 错误 source-owner-other-party',
      '"group:acme@linkstar.example" 在此为数据集“shop”的所有者，但在合同 acme-us 中属于服务方，而数据归品牌方所有',
      '修改建议：请只列出数据所有方的账号。',
    ],
  },
  {
    code: 'source-two-owners',
    contracts: [{}, { id: 'beta-us', brand: 'Beta', brandAccess: '{}', providerAccess: '{}' }],
    settings: SHOP,
    en: [
      'Pulumi.test.yaml:6:9 error source-two-owners',
      'dataset "shop" holds data of "Acme" by contract acme-us, and of "Beta" by contract beta-us',
      'fix: Keep each owner’s data in a dataset of its own.',
    ],
    zh: [
      'Pulumi.test.yaml:6:9 错误 source-two-owners',
      '数据集“shop”按合同 acme-us 属于 "Acme"，按合同 beta-us 属于 "Beta"',
      '修改建议：请让每个所有方使用各自的数据集。',
    ],
  },
  {
    code: 'source-not-read',
    settings: 'sources:\n  shpo: { owners: ["group:data@acme.example"] }\n',
    en: ['Pulumi.test.yaml:6:9 warning source-not-read', 'no contract reads dataset "shpo"', 'fix: Correct the name, or take it out.'],
    zh: ['Pulumi.test.yaml:6:9 警告 source-not-read', '没有合同读取数据集“shpo”', '修改建议：请更正名称或删去。'],
  },
  {
    code: 'source-name-taken',
    settings: 'sources:\n  concord: { owners: ["group:data@acme.example"] }\n',
    en: [
      'Pulumi.test.yaml:6:12 error source-name-taken',
      'dataset "concord" is made for another purpose',
      'fix: Choose another name for it.',
    ],
    zh: ['Pulumi.test.yaml:6:12 错误 source-name-taken', '数据集“concord”已用于其他用途', '修改建议：请换一个名称。'],
  },
  {
    code: 'transfer-not-offered',
    settings:
      'sources:\n  shop:\n    owners: ["group:data@acme.example"]\n    transfers: [{ kind: shopify, shop: acme, accessToken: token, assets: [Orders] }]\n',
    en: [
      'Pulumi.test.yaml:8:25 error transfer-not-offered',
      'dataset "shop" asks for Google’s own transfer of Shopify, which no source pack reads',
      'fix: Load the shop by Fivetran, whose tables the shopify pack reads, and take the transfer out.',
    ],
    zh: [
      'Pulumi.test.yaml:8:25 错误 transfer-not-offered',
      '数据集“shop”要求使用 Google 自带的 Shopify 传输，而没有口径包能读取它',
      '修改建议：请改用 Fivetran 加载店铺数据（shopify 口径包读取其表），并删去该传输。',
    ],
  },
  {
    code: 'fact-reads-results',
    contracts: [
      {
        facts: '  orders: { view: orders, grain: [order_id], custodian: brand }',
        views: { 'orders.bigquery.sql': 'SELECT * FROM shop.orders JOIN `acme-kpi.facts_beta_us.orders` USING (order_id)' },
      },
    ],
    en: [
      `${DEFINITIONS}:2:1 error fact-reads-results`,
      'fact "orders" reads dataset "facts_beta_us", which Concord makes',
      'fix: Read the source itself.',
    ],
    zh: [
      `${DEFINITIONS}:2:1 错误 fact-reads-results`,
      '事实表“orders”读取由 Concord 创建的数据集“facts_beta_us”',
      '修改建议：请直接读取来源数据。',
    ],
  },
];

function found({
  contracts = [{}],
  workspace: text,
  settings: more = '',
}: Pick<Mistake, 'contracts' | 'workspace' | 'settings'>): readonly Issue[] {
  const { issues, specs } = provision(workspace(text), contracts.map(agreed), settings(more), () => '2026-05-01');
  // Half a plan would take away what the other half would have kept.
  expect(specs.length > 0).toBe(issues.every(({ severity }) => severity !== 'error'));
  return issues;
}

const words = (issues: readonly Issue[], locale: Locale) =>
  renderIssues(issues, { format: 'pretty', locale, color: false, sources: new Map() })
    .split('\n')
    .slice(0, 3)
    .map((line) => line.trim());

describe.each(MISTAKES)('$code', (mistake) => {
  test('is found, once, where it is', () => {
    const issues = found(mistake);
    expect(issues.map(({ code }) => code)).toEqual([mistake.code]);
    expect(words(issues, 'en')).toEqual(mistake.en);
    expect(words(issues, 'zh')).toEqual(mistake.zh);
  });
});

test('every issue of the catalogue is shown here', () => {
  expect(MISTAKES.map(({ code }) => code).sort()).toEqual(Object.keys(PROVISION_ISSUES).sort());
});

describe('what BigQuery would refuse later is said at once', () => {
  const codes = (choices: ContractChoices) => found({ contracts: [choices] }).map(({ code, at, params }) => [code, at.line, params]);

  test('a table without a dataset, for rows and for load times', () => {
    const facts = '  orders: { table: orders, grain: [order_id], custodian: brand, freshness: { table: loads, column: at } }';
    expect(codes({ facts })).toEqual([
      ['bigquery-no-dataset', 2, { table: 'orders' }],
      ['bigquery-no-dataset', 2, { table: 'loads' }],
    ]);
  });

  test('a view that has no text for BigQuery, or one that asks for the clock', () => {
    const facts = '  orders: { view: orders, grain: [order_id], custodian: brand }';
    expect(codes({ facts, views: { 'orders.duckdb.sql': 'SELECT 1' } })).toEqual([
      ['view-engine-missing', 2, { view: 'orders', engine: 'BigQuery' }],
    ]);
    expect(codes({ facts, views: { 'orders.bigquery.sql': 'SELECT * FROM shop.orders WHERE d < CURRENT_DATE()' } })).toEqual([
      ['view-function', 1, { view: 'orders', function: 'CURRENT_DATE' }],
    ]);
  });

  test('all mistakes are told together', () => {
    const issues = found({
      contracts: [{ providerAccess: '{ viewer: [allUsers, nobody] }' }],
      workspace: 'warehouse: { engine: bigquery, project: acme-other, location: US }\n',
      settings: 'sources:\n  audit: { owners: ["group:a@b.example"] }\n',
    });
    expect(issues.map(({ code }) => code)).toEqual([
      'cloud-project-differs',
      'cloud-location-differs',
      'source-not-read',
      'access-public',
      'access-member',
    ]);
  });
});
