import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rational, sum, toExact } from '../../../src/kernel/rational.js';
import { ShellError } from '../../../src/ports/failure.js';
import type { Measurement } from '../../../src/ports/warehouse.js';
import type { MeasurementRequest } from '../../../src/query/request.js';
import { wordsOf } from '../../issue-words.js';
import { type BigqueryOptions, openBigquery } from '../../warehouses.js';
import { Evaluator } from '../evaluator/evaluator.js';
import type { Effect, Operation } from '../loopback/faults.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { CUSTOMERS, january, ORDERS, openShop, REVENUE } from '../support/shop.js';

/*
 * Whatever goes wrong on the way: the right numbers or a clear refusal; never a wrong or partial number, and never a job
 * that is paid for twice.
 */

let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let endpoint: string;

beforeAll(async () => {
  evaluator = await Evaluator.start();
});
afterAll(() => evaluator.stop());
beforeEach(async () => {
  loopback = new LoopbackBigquery(evaluator);
  openShop(loopback);
  endpoint = await loopback.start();
});
afterEach(() => loopback.stop());

async function run(changes: Partial<BigqueryOptions> = {}, asked: MeasurementRequest = january()): Promise<Measurement> {
  const { signal } = new AbortController();
  const own = { project: loopback.project, location: 'US', endpoint, signal, maxBytes: null, readAt: null, backoff: 1 };
  const warehouse = await openBigquery({ ...own, ...changes });
  try {
    return await warehouse.measure([asked]);
  } finally {
    await warehouse.close();
  }
}

/** The numbers are whole and right. */
function isRight({ measured, issues }: Measurement): void {
  expect(issues).toEqual([]);
  const [period] = measured.get('acme')?.periods ?? [];
  const [customers, revenue] = period?.measures ?? [];
  expect(toExact(sum((revenue?.days ?? []).map((day) => rational(day.value ?? '0'))))).toBe(REVENUE);
  expect(customers?.distinct).toBe(CUSTOMERS);
}

/** Refused with this issue, in words of both languages, and without a number. */
async function isRefused(code: string, work: Promise<Measurement>): Promise<string> {
  const outcome = await work.catch((error: unknown) => {
    if (error instanceof ShellError) return { measured: new Map(), issues: error.issues };
    throw error;
  });
  expect(outcome.measured.size).toBe(0);
  expect(outcome.issues.map((issue) => issue.code)).toEqual([code]);
  const [issue] = outcome.issues;
  if (issue === undefined) throw new Error(`no issue ${code}`);
  wordsOf(issue, 'zh');
  return wordsOf(issue, 'en').text;
}

function fail(on: Operation, effect: Effect, times = 1, after = 0): void {
  loopback.faults.add({ on, effect, times, after });
}

const paidSql = (): string[] => loopback.jobs.paid.map(({ sql }) => sql);

it('reads a fact with one job', async () => {
  isRight(await run());
  expect(loopback.jobs.paid).toHaveLength(1);
  expect(loopback.jobs.paid[0]?.labels).toEqual({ 'concord-contract': 'acme', 'concord-period': '2026-01' });
});

describe('what passes is tried again', () => {
  const passing: [string, Effect][] = [
    ['429', { status: 429, reason: 'rateLimitExceeded' }],
    ['403 for the rate', { status: 403, reason: 'rateLimitExceeded' }],
    ['500', { status: 500, reason: 'internalError' }],
    ['502', { status: 502, reason: 'badGateway' }],
    ['503', { status: 503, reason: 'backendError' }],
    ['a dropped connection', 'drop'],
    ['an answer that never came', 'drop-answer'],
    ['half an answer', 'half-answer'],
  ];
  const operations: Operation[] = ['table', 'dryRun', 'insert', 'results'];
  for (const [name, effect] of passing) {
    it.each(operations)(`${name}, at %s`, async (on) => {
      fail(on, effect, 2);
      isRight(await run());
      expect(loopback.jobs.paid).toHaveLength(1);
    });
  }
});

describe('what does not pass is refused', () => {
  it.each(['table', 'dryRun', 'insert', 'results'] as const)('503 for ever, at %s', async (on) => {
    fail(on, { status: 503, reason: 'backendError', message: 'try later, john@example.com' }, 1000);
    expect(await isRefused('bigquery-unavailable', run())).toBe('BigQuery could not be reached, tried 6 times: HTTP 503');
    expect(loopback.jobs.paid.length).toBeLessThanOrEqual(1);
  });

  it.each(['table', 'dryRun', 'insert', 'results'] as const)('too many requests for ever, at %s', async (on) => {
    fail(on, { status: 403, reason: 'rateLimitExceeded', message: 'Exceeded rate limits: john@example.com' }, 1000);
    const text = 'project acme-reporting asks BigQuery for too much at once, tried 6 times';
    expect(await isRefused('bigquery-rate-limit', run())).toBe(text);
  });

  it('a result that is too large', async () => {
    fail('insert', { jobFails: { reason: 'responseTooLarge', message: 'Response too large to return' } });
    expect(await isRefused('bigquery-response-too-large', run())).toMatch(/^the result of .+ is larger than BigQuery gives$/);
  });

  it('an error that a view words itself is told by its kind', async () => {
    const messages = [
      'Could not load the default credentials',
      "without a filter over column(s) 'john'",
      'Access Denied: Table john.smith',
    ];
    for (const [index, message] of messages.entries()) {
      // the earlier ones' jobs are there and have failed
      fail('insert', { jobFails: { reason: 'invalidQuery', message } }, 1, index);
      expect(await isRefused('bigquery-failed', run())).not.toMatch(/john|credentials/);
    }
  });

  it('no right to run jobs', async () => {
    fail('dryRun', {
      status: 403,
      reason: 'accessDenied',
      message: 'Access Denied: Project acme-reporting: User does not have bigquery.jobs.create permission',
    });
    await isRefused('bigquery-no-jobs', run());
  });

  it('no right to read a table', async () => {
    loopback.store.put('shop.orders', ORDERS, { forbidden: true });
    expect(await isRefused('bigquery-no-access', run())).toContain('shop.orders');
  });

  it('no table, no dataset, no dataset named', async () => {
    expect(await isRefused('bigquery-table-missing', run({}, january({ table: 'shop.sales' })))).toBe('dataset shop has no table sales');
    expect(await isRefused('bigquery-dataset-missing', run({}, january({ table: 'store.orders' })))).toContain('store');
    await isRefused('bigquery-no-dataset', run({}, january({ table: 'orders' })));
  });

  it('another location', async () => {
    expect(await isRefused('bigquery-location', run({ location: 'EU' }))).toBe('shop.orders is in US, but queries run in EU');
  });

  it('a quota', async () => {
    fail('insert', {
      status: 403,
      reason: 'quotaExceeded',
      message: 'Quota exceeded: Your project exceeded quota for free query bytes scanned.',
    });
    await isRefused('bigquery-quota', run());
    expect(loopback.jobs.paid).toEqual([]);
  });

  it('billing that is off', async () => {
    fail('insert', { status: 403, reason: 'billingNotEnabled', message: 'Billing has not been enabled for this project.' });
    await isRefused('bigquery-billing', run());
  });

  it('no credentials', async () => {
    fail('table', { status: 401, reason: 'authError', message: 'Request had invalid authentication credentials.' });
    await isRefused('bigquery-credentials', run());
  });

  it('a table that demands a condition on another column', async () => {
    const message =
      "Cannot query over table 'shop.orders' without a filter over column(s) 'loaded_on' that can be used for partition elimination";
    fail('dryRun', { status: 400, reason: 'invalidQuery', message });
    expect(await isRefused('bigquery-partition-filter', run())).toContain('loaded_on');
  });

  it('a column that is not there, as on DuckDB', async () => {
    const { measured, issues } = await run({}, january({ column: 'amont' }));
    expect(measured.size).toBe(0);
    expect(issues).toMatchObject([
      { code: 'data-column-missing', params: { table: 'shop.orders', column: 'amont', suggestion: '"amount"' } },
    ]);
  });

  it('a column of another type', async () => {
    const { issues } = await run({}, january({ column: 'status' }));
    expect(issues).toMatchObject([{ code: 'data-column-type', params: { found: 'STRING', expected: 'NUMERIC' } }]);
  });
});

describe('the size of a query', () => {
  it('is known before it runs', async () => {
    // at least 10 MiB are billed for a table
    const text = await isRefused('bigquery-over-limit', run({ maxBytes: 10_485_759n }));
    expect(text).toMatch(/would be billed at least 10485760 bytes; the limit is 10485759$/);
    expect(loopback.log.filter(({ operation }) => operation === 'insert')).toEqual([]);
  });

  it('is limited by BigQuery too', async () => {
    isRight(await run({ maxBytes: 10_485_760n }));
    const insert = loopback.log.find(({ operation }) => operation === 'insert')?.body;
    expect(insert).toMatchObject({ configuration: { query: { maximumBytesBilled: '10485760' } } });
    expect(loopback.jobs.paid.map(({ billed }) => billed)).toEqual([10_485_760]);
  });

  it('is at least 10 MiB for each table of a view that reads a table a day', async () => {
    const days = Array.from({ length: 28 }, (_, index) => `202601${String(index + 1).padStart(2, '0')}`);
    for (const day of days) loopback.store.put(`shop.day_${day}`, ORDERS);
    const bigquery = "SELECT id, ts, amount, customer FROM `shop.day_*` WHERE _TABLE_SUFFIX = '20260101'";
    const asked = january();
    const views = [{ name: 'days', duckdb: null, bigquery }];
    const over = {
      ...asked,
      periods: asked.periods.map((period) => {
        const { definitions } = period.terms;
        const facts = definitions.facts.map((each) => ({ ...each, source: { view: 'days' } }));
        return { ...period, terms: { ...period.terms, definitions: { ...definitions, facts, views } } };
      }),
    };
    const text = await isRefused('bigquery-over-limit', run({ maxBytes: 100_000_000n }, over));
    expect(text).toContain(`at least ${28 * 10_485_760} bytes`);
    // without a limit of the user's own, its own price does not stop it
    isRight(await run({}, over));
    expect(loopback.jobs.paid.map(({ billed }) => billed)).toEqual([28 * 10_485_760]);
    // past fifty, BigQuery's list of tables is not whole: what it does not list can only be of those names
    const more = Array.from(
      { length: 60 },
      (_, index) => `2025${String((index % 12) + 1).padStart(2, '0')}${String((index % 28) + 1).padStart(2, '0')}`,
    );
    for (const day of new Set(more)) loopback.store.put(`shop.day_${day}`, ORDERS);
    const tables = loopback.store.tableIds('shop').filter((id) => id.startsWith('day_')).length;
    expect(tables).toBeGreaterThan(50);
    isRight(await run({}, over));
    expect(loopback.jobs.paid.at(-1)?.billed).toBe(tables * 10_485_760);
  });
});

describe('a job', () => {
  it('that runs long is waited for', async () => {
    fail('insert', { slow: 5 });
    isRight(await run());
    expect(loopback.log.filter(({ operation }) => operation === 'results').length).toBeGreaterThan(5);
  });

  it('that was accepted and failed inside BigQuery is run again under another id', async () => {
    fail(
      'insert',
      { jobFails: { reason: 'backendError', message: 'Error encountered during execution. Retrying may solve the problem.' } },
      2,
    );
    isRight(await run());
    expect(loopback.jobs.paid.map(({ id }) => id.replace(/^concord_acme_[0-9a-f]{40}/, ''))).toEqual(['_3']);
  });

  it('that keeps failing is refused', async () => {
    fail('insert', { jobFails: { reason: 'backendError', message: 'Retrying may solve the problem.' } }, 1000);
    await isRefused('bigquery-unavailable', run());
    expect(loopback.jobs.paid).toEqual([]);
  });

  it.each([
    ['Bad double value: John Roe <john@example.com>', '@engine.conversion'],
    ['Could not cast literal "john@example.com" to type DATE', '@engine.conversion'],
    ["Error while reading table: shop.orders, error message: Could not parse 'john@example.com' as DATE", '@engine.conversion'],
    ['numeric overflow: SUM(john@example.com)', '@engine.range'],
    ['division by zero: john@example.com / 0', '@engine.zero'],
    ['Cannot read snapshot of john@example.com', '@engine.other'],
    ['Something about john@example.com', '@engine.other'],
  ])('that fails over a value is told by its kind, never by the value: %s', async (message, detail) => {
    fail('insert', { jobFails: { reason: 'invalidQuery', message } });
    const { issues } = await run();
    expect(JSON.stringify(issues)).not.toMatch(/john/i);
    expect(issues.map(({ code, params }) => [code, params.detail])).toEqual([['bigquery-failed', detail]]);
  });

  it('that needs too much is refused', async () => {
    fail('insert', { jobFails: { reason: 'resourcesExceeded', message: 'Resources exceeded during query execution' } });
    await isRefused('bigquery-resources', run());
  });

  it('is found again by its id, not run again', async () => {
    isRight(await run());
    isRight(await run());
    expect(loopback.jobs.paid).toHaveLength(1);
  });

  it('that failed before does not stand in the way', async () => {
    fail('insert', { jobFails: { reason: 'quotaExceeded', message: 'Quota exceeded' } });
    await isRefused('bigquery-quota', run());
    isRight(await run());
    expect(loopback.jobs.paid).toHaveLength(1);
  });

  it('whose results have expired is run again, day after day', async () => {
    for (let day = 0; day < 12; day++) {
      isRight(await run());
      loopback.jobs.expire();
    }
    expect(loopback.jobs.paid).toHaveLength(12);
    expect(new Set(loopback.jobs.paid.map(({ id }) => id.replace(/_\d+$/, ''))).size).toBe(1);
  });

  it('of which nothing is left when its results are asked for is refused in our words', async () => {
    fail('results', { status: 404, reason: 'notFound', message: 'Not found: Table acme-reporting:_0a1b.anon9c8b' }, 1000);
    expect(await isRefused('bigquery-failed', run())).not.toMatch(/anon|_0a1b/);
  });

  it('is the account’s own: another one asks for itself', async () => {
    isRight(await run());
    loopback.account = 'other@acme-reporting.iam.gserviceaccount.com';
    isRight(await run());
    isRight(await run());
    // each under the first id of its own: neither meets the other's, which it may not look at
    expect(loopback.jobs.paid.map(({ id }) => id.replace(/^concord_acme_[0-9a-f]{40}/, ''))).toEqual(['', '']);
  });

  it('of somebody else under the same id is nobody’s failure', async () => {
    isRight(await run());
    const [own] = loopback.jobs.paid;
    // an account that BigQuery does not name would have the id of that job
    for (let count = 2; count < 9; count++) {
      loopback.jobs.give(`${own?.id}_${count}`, 'other@acme-reporting.iam.gserviceaccount.com');
    }
    loopback.jobs.give(own?.id ?? '', 'other@acme-reporting.iam.gserviceaccount.com');
    isRight(await run());
    expect(loopback.jobs.paid.map(({ id }) => id)).toEqual([own?.id, `${own?.id}_9`]);
  });

  it('that failed some other day stands in nobody’s way, however often', async () => {
    for (let day = 0; day < 6; day++) {
      fail('insert', { jobFails: { reason: 'quotaExceeded', message: 'Quota exceeded' } }, 1, day);
      await isRefused('bigquery-quota', run());
    }
    isRight(await run());
    expect(loopback.jobs.paid).toHaveLength(1);
  });

  it('is another one once the data has changed', async () => {
    isRight(await run());
    loopback.store.put('shop.orders', { ...ORDERS, rows: [...ORDERS.rows, ['6', '2026-01-20T10:00:00Z', '1.00', 'ann', 'paid']] });
    const { measured } = await run();
    const revenue = measured.get('acme')?.periods[0]?.measures[1]?.days.map((day) => day.value);
    expect(revenue).toEqual(['10', '25.5', '25', '1']);
    expect(loopback.jobs.paid).toHaveLength(2);
  });

  it('is another one in every run while rows are streamed in', async () => {
    loopback.store.put('shop.orders', ORDERS, { streaming: true });
    isRight(await run());
    isRight(await run());
    expect(loopback.jobs.paid).toHaveLength(2);
  });
});

describe('results', () => {
  it('of several pages are read to the end', async () => {
    loopback.pageSize = 1;
    isRight(await run());
    expect(loopback.log.filter(({ operation }) => operation === 'results').length).toBeGreaterThan(5);
  });

  it('that stop short are read again', async () => {
    loopback.pageSize = 2;
    fail('results', 'short-page', 1, 1);
    isRight(await run());
    expect(loopback.jobs.paid).toHaveLength(1);
  });

  it('that always stop short are refused', async () => {
    fail('results', 'short-page', 1000);
    expect(await isRefused('bigquery-incomplete', run())).toMatch(/gave \d+ of \d+ rows/);
  });
});

describe('a run that is cancelled', () => {
  it('stops its job and says so', async () => {
    const controller = new AbortController();
    fail('insert', { slow: 1_000_000 });
    const work = run({ signal: controller.signal });
    setTimeout(() => controller.abort(), 600);
    await isRefused('bigquery-cancelled', work);
    expect(loopback.log.some(({ operation }) => operation === 'cancel')).toBe(true);
  });

  it('does not begin again', async () => {
    const controller = new AbortController();
    controller.abort();
    await isRefused('bigquery-cancelled', run({ signal: controller.signal }));
    expect(paidSql()).toEqual([]);
  });
});

describe('an instant of the past', () => {
  const later = { ...ORDERS, rows: ORDERS.rows.map((row) => row.map((cell, index) => (index === 2 ? '0.01' : cell))) };

  it('is read as the tables were then', async () => {
    loopback.store.put('shop.orders', later, {}, Date.parse('2026-02-02T00:00:00Z'));
    isRight(await run({ readAt: '2026-02-01T23:00:00+01:00' }));
    expect(loopback.jobs.paid[0]?.sql).toContain("FOR SYSTEM_TIME AS OF TIMESTAMP '2026-02-01T23:00:00+01:00'");
  });

  it('before the window is refused', async () => {
    await isRefused('bigquery-time-travel', run({ readAt: '2025-12-01T00:00:00Z' }));
  });
});
