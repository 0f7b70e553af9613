import { describe, expect, it } from 'vitest';
import { type ApiTrouble, type Asked, failureOf } from '../../src/shell/bigquery/failure.js';
import { wordsOf } from '../issue-words.js';

/*
 * Each refusal of BigQuery as it words them, and what we say in its place: an issue with its remedy in both languages, and nothing
 * of BigQuery's own words but names of tables and columns. `john` stands for what must never be repeated.
 */

const RUN: Asked = { project: 'acme', location: 'EU', what: 'shop.orders', runs: true, readAt: null, tries: 6 };
const ASKED: Asked = { ...RUN, dry: true };

const refusals: readonly [
  status: number | null,
  reason: string,
  message: string,
  code: string,
  en: string,
  zh: string,
  changes?: Partial<Asked>,
][] = [
  [
    403,
    'accessDenied',
    'Access Denied: Project acme: User does not have bigquery.jobs.create permission in project acme. john',
    'bigquery-no-jobs',
    'not allowed to run queries in project acme: the account lacks bigquery.jobs.create',
    '无权在项目 acme 中运行查询：该账号缺少 bigquery.jobs.create 权限',
  ],
  [
    403,
    'accessNotConfigured',
    'BigQuery API has not been used in project acme before or it is disabled. john',
    'bigquery-no-jobs',
    'not allowed to run queries in project acme: the BigQuery API is not enabled',
    '无权在项目 acme 中运行查询：未启用 BigQuery API',
  ],
  [
    403,
    'accessDenied',
    'Access Denied: Table acme:shop.orders: User does not have permission to query table acme:shop.orders, or perhaps it does not exist. john',
    'bigquery-no-access',
    'not allowed to read shop.orders',
    '无权读取 shop.orders',
  ],
  [
    403,
    'accessDenied',
    'Access Denied: Table acme:concord.statements: Permission bigquery.tables.updateData denied. john',
    'bigquery-no-write',
    'not allowed to write concord.statements',
    '无权写入 concord.statements',
    { what: 'concord.statements', runs: false, writes: true },
  ],
  [
    403,
    'quotaExceeded',
    'Quota exceeded: Your project exceeded quota for free query bytes scanned. john',
    'bigquery-quota',
    'a quota of project acme is used up',
    '项目 acme 的配额已用完',
  ],
  [
    403,
    'rateLimitExceeded',
    'Exceeded rate limits: too many concurrent queries. john',
    'bigquery-rate-limit',
    'project acme asks BigQuery for too much at once, tried 6 times',
    '项目 acme 同时向 BigQuery 发出的请求过多，已尝试 6 次',
  ],
  [
    403,
    'billingNotEnabled',
    'Billing has not been enabled for this project. john',
    'bigquery-billing',
    'project acme cannot run this query: billing is not enabled',
    '项目 acme 无法运行该查询：未启用结算',
  ],
  [
    403,
    'responseTooLarge',
    'Response too large to return. john',
    'bigquery-response-too-large',
    'the result of shop.orders is larger than BigQuery gives',
    'shop.orders 的结果超出 BigQuery 单次返回的限制',
  ],
  [
    400,
    'resourcesExceeded',
    'Resources exceeded during query execution: john',
    'bigquery-resources',
    'shop.orders needs more than BigQuery gives one query',
    'shop.orders 所需资源超出 BigQuery 单个查询的限制',
  ],
  [
    400,
    'bytesBilledLimitExceeded',
    'Query exceeded limit for bytes billed: 1000000. 10485760 or higher required.',
    'bigquery-over-limit',
    'shop.orders would be billed at least 10485760 bytes; the limit is 1000000',
    'shop.orders 至少将按 10485760 字节计费，超过上限 1000000',
  ],
  [
    404,
    'notFound',
    'Not found: Dataset acme:store was not found in location EU',
    'bigquery-dataset-missing',
    'project acme has no dataset store',
    '项目 acme 中没有数据集 store',
  ],
  [
    404,
    'notFound',
    'Not found: Table acme:shop.orders was not found in location EU',
    'bigquery-table-missing',
    'dataset shop has no table orders',
    '数据集 shop 中没有数据表 orders',
  ],
  [
    404,
    'notFound',
    'Not found: Table acme:_0a1b2c.anon9c8b7a',
    'bigquery-failed',
    'BigQuery refused shop.orders: it is no longer there',
    'BigQuery 拒绝了 shop.orders：对象已不存在',
  ],
  [
    400,
    'invalidQuery',
    "Cannot query over table 'shop.orders' without a filter over column(s) 'loaded_on', 'day' that can be used for partition elimination",
    'bigquery-partition-filter',
    'shop.orders asks for a condition on its partition column loaded_on, day, which `when` does not give',
    'shop.orders 要求按其分区列 loaded_on, day 过滤，而 `when` 未提供该条件',
  ],
  [
    400,
    'invalidQuery',
    'Invalid time travel timestamp 1 for table acme:shop.orders@1. john',
    'bigquery-time-travel',
    'shop.orders cannot be read as of 2026-01-01T00:00:00Z: BigQuery does not keep so old a state',
    '无法读取 shop.orders 在 2026-01-01T00:00:00Z 的状态：BigQuery 未保留如此早的状态',
    { readAt: '2026-01-01T00:00:00Z' },
  ],
  [
    400,
    'invalidQuery',
    'Syntax error: Unexpected identifier "john" at [1:8]',
    'bigquery-failed',
    'BigQuery refused shop.orders: it is not valid SQL',
    'BigQuery 拒绝了 shop.orders：SQL 语法有误',
  ],
  [
    400,
    'invalidQuery',
    'Unrecognized name: john at [1:8]',
    'bigquery-failed',
    'BigQuery refused shop.orders: it names something that its tables do not have',
    'BigQuery 拒绝了 shop.orders：引用了数据表中不存在的内容',
  ],
  [
    400,
    'invalidQuery',
    'Could not load the default credentials of john',
    'bigquery-failed',
    'BigQuery refused shop.orders: the engine does not say why in words that may be shown',
    'BigQuery 拒绝了 shop.orders：引擎给出的原因不便显示',
  ],
  [
    401,
    'authError',
    'Request had invalid authentication credentials. john',
    'bigquery-credentials',
    'no credentials for Google Cloud: Google does not accept them',
    '没有 Google Cloud 凭据：Google 不接受',
  ],
  [
    null,
    '',
    'Could not load the default credentials. Browse to https://example.com',
    'bigquery-credentials',
    'no credentials for Google Cloud: none are found',
    '没有 Google Cloud 凭据：未找到',
  ],
  [
    null,
    'ENOENT',
    'Unable to read the credential file specified by the GOOGLE_APPLICATION_CREDENTIALS environment variable: john is not there',
    'bigquery-credentials',
    'no credentials for Google Cloud: the file that GOOGLE_APPLICATION_CREDENTIALS names is not there, or holds none',
    '没有 Google Cloud 凭据：环境变量 GOOGLE_APPLICATION_CREDENTIALS 所指的文件不存在，或其中没有可用凭据',
  ],
  [
    null,
    'ERR_OSSL_UNSUPPORTED',
    'error:1E08010C:DECODER routines::unsupported john',
    'bigquery-credentials',
    'no credentials for Google Cloud: the key in them cannot be read',
    '没有 Google Cloud 凭据：其中的密钥无法读取',
  ],
  [
    null,
    'ECONNREFUSED',
    'connect ECONNREFUSED 10.0.0.1:443 john',
    'bigquery-unavailable',
    'BigQuery could not be reached, tried 6 times: ECONNREFUSED',
    '无法访问 BigQuery，已尝试 6 次：ECONNREFUSED',
  ],
  [
    503,
    'backendError',
    'try again, john',
    'bigquery-unavailable',
    'BigQuery could not be reached, tried 6 times: HTTP 503',
    '无法访问 BigQuery，已尝试 6 次：HTTP 503',
  ],
];

describe('what BigQuery says', () => {
  it.each(refusals)('%s %s %s', (status, reason, message, code, en, zh, changes) => {
    const trouble: ApiTrouble = { status, reason, message };
    const issue = failureOf(trouble, { ...ASKED, ...changes }).issue(null);
    expect(issue.code).toBe(code);
    const words = { en: wordsOf(issue, 'en'), zh: wordsOf(issue, 'zh') };
    expect([words.en.text, words.zh.text]).toEqual([en, zh]);
    expect(JSON.stringify([issue, words])).not.toMatch(/john|_0a1b2c|anon9c|10\.0\.0\.1/);
  });

  it('decides nothing but the kind of fault while rows are read: a view can word an error itself', () => {
    for (const [, , message] of refusals) {
      const failure = failureOf({ status: 400, reason: 'invalidQuery', message }, { ...RUN, readAt: '2026-01-01T00:00:00Z' });
      expect([failure.code, failure.ofSource, failure.issue(null).params.what]).toEqual(['bigquery-failed', true, 'shop.orders']);
    }
  });
});
