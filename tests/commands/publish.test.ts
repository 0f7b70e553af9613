import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dashboard } from '../../src/commands/run/dashboard.js';
import { publish } from '../../src/commands/run/publish.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { dashboardUrl } from '../../src/kernel/dashboard-url.js';
import { EVIDENCE, OUTLOOKS, SCORECARDS, STATEMENTS } from '../../src/kernel/published-tables.js';
import { publishedCsv } from '../../src/report/published.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { contractFrame } from '../contract-frame.js';
import { contextFor, run } from '../in-process.js';

const FILES = {
  'contracts/acme-linkstar/contract.yaml': `${contractFrame({ id: 'acme-linkstar', title: '{ en: "Acme, US & more", zh: 示例 }', lockAfterDays: 15 })}kpis:
  - { id: sales, title: "Sales, gross", metric: gmv, owner: provider, better: higher, weight: 100%, target: 900 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 3000 }
  - { id: share, kind: commission, base: gmv, tiers: { 0: 5% }, mode: marginal, accumulate: period }
dashboard: { share: [brand, provider] }
`,
  'contracts/acme-linkstar/definitions.yaml': `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand, freshness: { table: shop.loads, column: at } }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_on }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`,
  'data/shop/orders.csv': 'id,paid_on,amount\n1,2026-01-05,500\n2,2026-02-01,10\n',
  'data/shop/loads.csv': 'at\n2026-02-10T00:00:00Z\n2026-03-10T00:00:00Z\n',
};

let root = '';
const context = (asOf: string, format: 'json' | 'pretty' = 'json') => contextFor({ root, asOf, format });
const settle = async (asOf: string) => {
  const { exitCode, crash } = await run(context(asOf), (each) => settleDue(each, { contract: null, period: null, preview: false }));
  expect([exitCode, crash]).toEqual([0, null]);
};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'concord-publish-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  await settle('2026-02-16');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function published(): Promise<{ scorecards: string; statements: string; evidence: string }> {
  const into = localFiles(join(root, 'results'));
  const outcome = await run(context('2026-02-16'), (each) => publish(each, { contract: null, dataset: 'concord', outlook: false, into }));
  expect([outcome.exitCode, outcome.crash]).toEqual([0, null]);
  const read = (name: string) => readFileSync(join(root, 'results', name), 'utf8');
  return { scorecards: read('scorecards.csv'), statements: read('statements.csv'), evidence: read('evidence.csv') };
}

describe('publishing as files', () => {
  test('one row per KPI and per line, with the figures of the statement', async () => {
    const { scorecards, statements } = await published();
    const digest = JSON.parse(readFileSync(join(root, 'contracts/acme-linkstar/ledger/2026-01/statement.json'), 'utf8')).digest;
    const own = `acme-linkstar,2026-01,1,2026-01-01,2026-01-31,2026-02-16,USD,${digest}`;
    // 500 of 900: nine places of the share are enough to look at; the ledger has all of it.
    expect(scorecards.split('\r\n').slice(1)).toEqual([
      `${own},sales,"Sales, gross","Sales, gross",500,,900,,0.555555556,0.555555556,1,scored,0.555555556`,
      '',
    ]);
    expect(statements.split('\r\n').slice(1)).toEqual([
      `${own},base,retainer,payable,3000.00,,,,false`,
      `${own},share,commission,payable,25.00,,,commission,false`,
      '',
    ]);
  });

  test('the daily sums that the statement rests on', async () => {
    const { evidence } = await published();
    const [header, ...rows] = evidence.split('\r\n');
    expect(header?.endsWith(',statement_digest,measured_period,measure,day,day_currency,row_count,value')).toBe(true);
    expect(rows.map((row) => row.split(',').slice(8).join(','))).toEqual(['2026-01,revenue,2026-01-05,,1,500', '']);
  });

  test('again it is the same; a later period is added', async () => {
    const first = await published();
    expect(await published()).toEqual(first);
    const kept = mkdtempSync(join(tmpdir(), 'concord-publish-kept-'));
    cpSync(root, kept, { recursive: true });
    await settle('2026-03-15');
    const second = await published();
    expect(second.statements.startsWith(first.statements)).toBe(true);
    expect(second.statements.split('\r\n')).toHaveLength(first.statements.split('\r\n').length + 2);
    rmSync(root, { recursive: true });
    cpSync(kept, root, { recursive: true });
    rmSync(kept, { recursive: true });
  });

  test.each([
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['－1+1', "'－1+1"],
    [' \u200b=1+1', "' \u200b=1+1"],
    ['\t=1', `"'\t=1"`],
    ['\rx', `"'\rx"`],
    ['a;=1+1', '"a;=1+1"'],
    ['-1234.50', '-1234.50'],
    ['-5', '-5'],
    ['- 5', "'- 5"],
    ['净收入', '净收入'],
  ])('a formula is text, a number stays one: %j', (title, field) => {
    const [, line] = publishedCsv(SCORECARDS, [{ contract: 'a', period: 'p', run: 1, rows: [{ title_en: title }] }]).split('\r\n', 2);
    expect(line?.replace(/^,*|,*$/g, '')).toBe(field);
  });

  test('NULL is an empty field, quotes are doubled', () => {
    const row = { contract: 'a"b', title_en: 'x,y', is_final: null };
    const [, line] = publishedCsv(SCORECARDS, [{ contract: 'a', period: 'p', run: 1, rows: [row] }]).split('\r\n');
    expect(line).toBe('"a""b",,,,,,,,,"x,y",,,,,,,,,,');
  });
});

test('outlooks of running periods, where they are asked for: with too little data why there is no range', async () => {
  const into = localFiles(join(root, 'with-outlooks'));
  const asked = { contract: null, dataset: 'concord', outlook: true, into };
  const outcome = await run(context('2026-02-20', 'pretty'), (each) => publish(each, asked));
  expect([outcome.exitCode, outcome.crash]).toEqual([0, null]);
  expect(outcome.output).toContain('wrote outlooks.csv: 1 outlook\n');
  const [header, ...rows] = readFileSync(join(root, 'with-outlooks', 'outlooks.csv'), 'utf8').split('\r\n');
  expect(header).toBe(OUTLOOKS.columns.map(({ name }) => name).join(','));
  // data through 9 February, the day before the last load; one order of 10 so far
  expect(rows).toEqual([
    expect.stringMatching(/,2026-02-20,USD,2026-02-09,9,19,0,kpi,sales,"Sales, gross","Sales, gross",10,\d+\.\d+,,,900,,no-history$/),
    'acme-linkstar,2026-02,20,2026-02-01,2026-02-28,2026-02-20,USD,2026-02-09,9,19,0,total,total,Total of the period,本期合计,,,,,,,no-history',
    '',
  ]);
  // of no contract whose periods are over
  const over = await run(context('2028-01-20', 'pretty'), (each) => publish(each, asked));
  expect(over.output).toContain('wrote outlooks.csv: 0 outlooks\n');
});

test('tables are partitioned by a DATE and clustered by columns they have', () => {
  for (const { columns, partitionBy, clusterBy } of [SCORECARDS, STATEMENTS, EVIDENCE, OUTLOOKS]) {
    expect(columns.find(({ name }) => name === partitionBy)?.type).toBe('DATE');
    for (const name of clusterBy) expect(columns.map((column) => column.name)).toContain(name);
    expect(clusterBy[0]).toBe('contract');
  }
});

test('data in files and no folder named: nowhere to publish to', async () => {
  const outcome = await run(context('2026-02-16'), (each) =>
    publish(each, { contract: null, dataset: 'concord', outlook: false, into: null }),
  );
  expect(outcome.exitCode).toBe(2);
  expect(outcome.output).toContain('"code": "publish-where"');
});

describe('dashboard', () => {
  test('the linking address, every value encoded', () => {
    expect(dashboardUrl({ project: 'acme-reporting', dataset: 'concord', table: 'scorecards' }, 'A & B: 记分卡')).toBe(
      'https://datastudio.google.com/reporting/create?ds.connector=bigQuery&ds.type=TABLE&ds.projectId=acme-reporting&ds.datasetId=concord&ds.tableId=scorecards&r.reportName=A%20%26%20B%3A%20%E8%AE%B0%E5%88%86%E5%8D%A1',
    );
  });

  test('of a contract, in its project', async () => {
    const outcome = await run({ ...context('2026-02-16', 'pretty'), project: 'acme-reporting' }, (each) =>
      dashboard(each, { contract: 'acme-linkstar', dataset: 'shared' }),
    );
    expect(outcome.exitCode).toBe(0);
    expect(outcome.output).toContain(
      '&ds.projectId=acme-reporting&ds.datasetId=shared&ds.tableId=statements&r.reportName=Acme%2C%20US%20%26%20more%3A%20statements',
    );
    expect(outcome.output).toContain('Share it with Acme, Linkstar; whoever opens it needs roles/bigquery.dataViewer on dataset shared.');
  });

  test('without a project there is nothing to link to', async () => {
    const outcome = await run(context('2026-02-16', 'pretty'), (each) =>
      dashboard(each, { contract: 'acme-linkstar', dataset: 'concord' }),
    );
    expect(outcome.exitCode).toBe(2);
    expect(outcome.errors).toContain('bigquery-no-project');
  });
});
