import { describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import type { FileFormat, TableSource } from '../../src/contract/model.js';
import { bigqueryViewIssues } from '../../src/query/dialects/bigquery-view.js';
import {
  noBigqueryColumn,
  SHIPPED_VIEWS,
  type ShippedView,
  shippedView,
  type ViewNames,
  viewDefinitions,
} from '../../src/query/dialects/shipped-views.js';
import { fact, measure, request, terms } from '../build-terms.js';
import { contractFrame } from '../contract-frame.js';
import { wordsOf } from '../issue-words.js';
import { type Content, measureFiles, only, texts, totals } from './data-folder.js';

const contractText = (kpis: string): string => `${contractFrame({ id: 'acme-linkstar', title: 'Acme x Linkstar', lockAfterDays: 15 })}kpis:
${kpis}
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 3000 }
`;
const january = { from: '2026-01-01', to: '2026-01-31' };
const csv: Content = ['id,ts,amount,customer', '1,2026-01-02T00:00:00Z,10,a', '2,2026-01-03T00:00:00Z,20,a', '3,2026-01-03T00:00:00Z,40,b'];
const through = (duckdb: string | null, view = 'shaped') =>
  terms({
    term: january,
    definitions: {
      facts: [fact('sales', { source: { view } })],
      measures: [measure('amount', 'sales', { sum: 'amount' })],
      views: [{ name: view, duckdb, bigquery: null }],
    },
  });
const amount = async (duckdb: string | null, files: Record<string, Content> = { 'shop/sales.csv': csv }) => {
  const measurement = await measureFiles(files, [request(through(duckdb), { asOf: '2026-02-05' })]);
  return measurement.issues.length > 0 ? texts(measurement) : totals(only(measurement), 'amount')['2026-01'];
};

describe('lines of a table that a view reads', () => {
  /** 甲 and 乙 in GBK, below a line that is no row. */
  const shops = (first: string, second: string): Buffer =>
    Buffer.concat([
      Buffer.from('export of January\nid,ts,amount,shop\n'),
      ...[first, second].map((amount, row) =>
        Buffer.concat([
          Buffer.from(`${row},2026-01-02T00:00:00Z,${amount},`),
          Buffer.from(
            [
              [0xbc, 0xd7],
              [0xd2, 0xd2],
            ][row] ?? [],
          ),
          Buffer.from('\n'),
        ]),
      ),
    ]);
  const gbk = { encoding: 'gb18030', skip: 1 };
  const ofShops = (sources: Readonly<Record<string, TableSource>>) => {
    const tables = Object.entries(sources);
    return terms({
      term: january,
      definitions: {
        facts: [...tables.map(([id, source]) => fact(id, { source })), fact('own', { source: { view: 'own' } })],
        measures: [...tables.map(([id]) => measure(`${id}_amount`, id, { sum: 'amount' })), measure('amount', 'own', { sum: 'amount' })],
        views: [{ name: 'own', duckdb: `SELECT id, ts, amount FROM shop.sales WHERE shop = '甲'`, bigquery: null }],
      },
    });
  };
  const files = { 'shop/sales.csv': shops('10', '30') };

  it('are read as its fact declares them: 10 of 甲, of 10 + 30', async () => {
    const declared = ofShops({ all: { table: 'shop.sales', format: gbk } });
    const measured = only(await measureFiles(files, [request(declared, { asOf: '2026-02-05' })]));
    expect([totals(measured, 'amount')['2026-01'], totals(measured, 'all_amount')['2026-01']]).toEqual(['10', '40']);
  });

  it('are the same where facts differ only in how values are written', async () => {
    const declared = ofShops({
      all: { table: 'shop.sales', format: { ...gbk, thousands: ',', nulls: ['--'] } },
      more: { table: 'shop.sales', format: { skip: 1, encoding: 'gb18030' } },
    });
    const measured = only(await measureFiles(files, [request(declared, { asOf: '2026-02-05' })]));
    expect(totals(measured, 'amount')['2026-01']).toBe('10');
  });

  it('are unclear where two facts say different things', async () => {
    const source = { table: 'shop.sales' };
    const declared = ofShops({
      all: { ...source, format: gbk },
      more: { ...source, format: { headerStartsWith: 'id,ts', encoding: 'gb18030' } },
    });
    expect(texts(await measureFiles(files, [request(declared, { asOf: '2026-02-05' })]))).toEqual([
      'view-table-lines: view "own" reads shop.sales, of whose lines the facts all and more say different things under format',
    ]);
  });

  it('that no fact declares, in GBK, are not read: a fact of the table without a measure says it, and 10 of 甲 are left', async () => {
    const above = { 'shop/sales.csv': Buffer.from(shops('10', '30').subarray('export of January\n'.length)) };
    const measured = await measureFiles(above, [request(ofShops({}), { asOf: '2026-02-05' })]);
    expect(measured.issues.map((issue) => wordsOf(issue, 'en'))).toEqual([
      {
        text: 'shop/sales.csv, line 2 is not UTF-8: GBK, perhaps, as Chinese Excel and marketplaces write it',
        fix: 'Declare its encoding under format (GBK: gb18030), or save it as “CSV UTF-8”. No fact is of shop.sales, which a view reads: add one with that format, its grain and custodian, and no measure.',
      },
    ]);
    // where a fact is of the table and says nothing, it is told where to say it, once
    const alike = await measureFiles(above, [request(ofShops({ all: { table: 'shop.sales' } }), { asOf: '2026-02-05' })]);
    expect(alike.issues.map((issue) => wordsOf(issue, 'en').fix)).toEqual([
      'Declare its encoding under format (GBK: gb18030), or save it as “CSV UTF-8”.',
    ]);
    const { definitions, ...rest } = ofShops({});
    const lines = fact('lines', { source: { table: 'shop.sales', format: { encoding: 'gb18030' } } });
    const said = { ...rest, definitions: { ...definitions, facts: [...definitions.facts, lines] } };
    expect(totals(only(await measureFiles(above, [request(said, { asOf: '2026-02-05' })])), 'amount')['2026-01']).toBe('10');
  });

  it('are read by each contract as it declares them: the line of 甲 is a comment to the other', async () => {
    const of = (format: FileFormat, contract: string) => ({
      ...request(ofShops({ all: { table: 'shop.sales', format } }), { asOf: '2026-02-05' }),
      contract,
    });
    const measurement = await measureFiles(files, [of(gbk, 'one'), of({ ...gbk, comment: '0,' }, 'two')]);
    expect(texts(measurement)).toEqual([]);
    expect([...measurement.measured].map(([id, each]) => [id, totals(each, 'amount')['2026-01']])).toEqual([
      ['one', '10'],
      ['two', '0'],
    ]);
  });
});

describe('a view', () => {
  it.each<[string, string, string]>([
    ['a SELECT', 'SELECT * FROM shop.sales', '70'],
    ['a comment and a semicolon at its end', '-- all\nSELECT * FROM shop.sales; -- end', '70'],
    [
      'common table expressions',
      'WITH big AS (SELECT * FROM shop.sales WHERE CAST(amount AS DECIMAL(38, 9)) > 10) SELECT * FROM big',
      '60',
    ],
    ['a window', 'SELECT * FROM shop.sales QUALIFY row_number() OVER (PARTITION BY customer ORDER BY ts) = 1', '50'],
    ['a union', 'SELECT * FROM shop.sales UNION ALL SELECT 9, ts, amount, customer FROM shop.sales WHERE id = 3', '110'],
    ['a list as rows', 'SELECT s.id, s.ts, s.amount FROM shop.sales s, unnest([1]) AS t(x)', '70'],
    ['typed numbers', 'SELECT id, ts, CAST(amount AS DECIMAL(38, 9)) * 2 AS amount FROM shop.sales', '140'],
    ['floats', 'SELECT id, ts, CAST(amount AS DOUBLE) / 4 AS amount FROM shop.sales', '17.5'],
  ])('may be %s', async (_, text, expected) => {
    expect(await amount(text)).toBe(expected);
  });

  it('joins tables of several files', async () => {
    const files = { 'shop/sales.csv': csv, 'crm/people.csv': ['customer,vip', 'a,true', 'b,false'] };
    expect(await amount(`SELECT s.* FROM shop.sales s JOIN crm.people p USING (customer) WHERE p.vip = 'true'`, files)).toBe('30');
  });

  it.each<[string, string, RegExp]>([
    ['two statements', 'SELECT 1; SELECT * FROM shop.sales', /^view-not-read-only: /],
    ['a second that writes', 'SELECT * FROM shop.sales; DROP TABLE x', /^view-not-read-only: /],
    ['COPY', `COPY shop.sales TO 'x.csv'`, /^view-not-read-only: /],
    ['ATTACH', `ATTACH 'x.db'`, /^view-not-read-only: /],
    ['INSTALL', 'INSTALL httpfs', /^view-not-read-only: /],
    ['SET', `SET threads = 1`, /^view-not-read-only: /],
    ['PRAGMA', 'PRAGMA database_list', /^view-not-read-only: /],
    ['INSERT', 'INSERT INTO shop.sales VALUES (1)', /^view-not-read-only: /],
    ['CREATE', 'CREATE TABLE x AS SELECT 1', /^view-not-read-only: /],
    ['nothing', '', /^view-not-read-only: /],
    ['no SQL', 'hello', /^view-not-read-only: /],
    ['a file by function', `SELECT * FROM read_csv('/etc/passwd')`, /^view-function: view "shaped" uses read_csv$/],
    ['a file by name', `SELECT * FROM '/etc/passwd'`, /^view-function: /],
    [
      'a file in a subquery',
      `SELECT *, (SELECT max(content) FROM read_text('x')) AS c FROM shop.sales`,
      /^view-function: view "shaped" uses read_text$/,
    ],
    [
      'a file in a join',
      `SELECT s.* FROM shop.sales s JOIN read_parquet('x') p ON TRUE`,
      /^view-function: view "shaped" uses read_parquet$/,
    ],
    ['a file in a condition', `SELECT * FROM shop.sales WHERE id IN (SELECT a FROM glob('*'))`, /^view-function: view "shaped" uses glob$/],
    ['the environment', `SELECT *, getenv('HOME') AS h FROM shop.sales`, /^view-function: view "shaped" uses getenv$/],
    ['settings', `SELECT *, current_setting('threads') AS h FROM shop.sales`, /^view-function: /],
    ['settings as rows', 'SELECT * FROM duckdb_settings()', /^view-function: view "shaped" uses duckdb_settings$/],
    ['a catalogue', 'SELECT * FROM information_schema.tables', /^view-function: view "shaped" uses information_schema.tables$/],
    ['SHOW', 'SHOW TABLES', /^view-(function|not-read-only): /],
    ['a zone', `SELECT id, (ts AT TIME ZONE 'Asia/Shanghai') AS t FROM shop.sales`, /^view-function: view "shaped" uses 'Asia\/Shanghai'$/],
    ['a zone in a column', `SELECT id, timezone(tz, ts) AS t FROM shop.sales`, /^view-function: view "shaped" uses AT TIME ZONE$/],
    ['a query as text', `SELECT * FROM query('SELECT 1')`, /^view-function: view "shaped" uses query$/],
    ['now', 'SELECT * FROM shop.sales WHERE now() > now()', /^view-function: view "shaped" uses now$/],
    ['today', 'SELECT *, current_date AS d FROM shop.sales', /^view-function: view "shaped" uses current_date$/],
    ['chance', 'SELECT * FROM shop.sales WHERE random() < 0.5', /^view-function: view "shaped" uses random$/],
    ['a sample', 'SELECT * FROM shop.sales USING SAMPLE 10%', /^view-function: view "shaped" uses TABLESAMPLE$/],
    ['another view’s copy', 'SELECT * FROM stage.s0', /^data-file-missing: /],
    ['a table that is not there', 'SELECT * FROM shop.nothing', /^data-file-missing: /],
    [
      'a column that is not there',
      'SELECT nothing FROM shop.sales',
      /^view-column: view "shaped" names nothing, which none of its tables has$/,
    ],
    [
      'a cast that fails',
      `SELECT id, ts, CAST(customer AS INTEGER) AS amount FROM shop.sales`,
      /^view-failed: view "shaped" fails: a value cannot be turned into the type that is asked for$/,
    ],
  ])('%s is refused', async (_, text, expected) => {
    const found = await amount(text);
    expect(found).toHaveLength(1);
    expect(found?.[0]).toMatch(expected);
  });

  it('that fails is at fault in its own file, at the line where that is known', async () => {
    const at = async (text: string) => {
      const { issues } = await measureFiles({ 'shop/sales.csv': csv }, [request(through(text), { asOf: '2026-02-05' })]);
      return issues.map(({ at: { path, line, column } }) => `${path}:${line}:${column}`);
    };
    const file = 'contracts/acme/views/shaped.duckdb.sql';
    expect(await at(`SELECT id, ts,\n  -- customer: a number\n  CAST(customer AS INTEGER) AS amount\nFROM shop.sales`)).toEqual([
      `${file}:3:8`,
    ]);
    expect(await at(`SELECT id, ts,\n  nothing AS amount FROM shop.sales`)).toEqual([`${file}:2:3`]);
    expect(await at(`SELECT id, ts, amount / 0 AS amount FROM shop.sales`)).toEqual([`${file}:1:1`]);
  });

  it('without a text for the engine is an issue', async () => {
    expect(await amount(null)).toEqual(['view-engine-missing: view "shaped" has no text for DuckDB']);
  });

  it('text in its result is typed by its use, like a file’s', async () => {
    expect(await amount(`SELECT id, ts, amount || '.5' AS amount FROM shop.sales`)).toBe('71.5');
    expect(await amount(`SELECT id, ts, 'x' AS amount FROM shop.sales WHERE id = 1`)).toEqual([
      'data-not-a-number: view "shaped", row 1: the value in column "amount" is no plain number: it is other text (1 in all)',
    ]);
  });
});

describe('shipped views', () => {
  const names: ViewNames = { table: 'shop.orders', customer: 'customer', order: 'id', time: 'ts', kind: 'instant', only: null };
  const orders: Content = [
    'id,ts,amount,customer,status',
    '1,2026-01-02T00:00:00Z,10,a,ok',
    '2,2026-01-02T00:00:00Z,20,a,ok', // the same moment: not later, so no repeat
    '3,2026-01-31T23:59:59Z,40,b,ok',
    '4,2026-05-01T23:59:58Z,80,b,ok', // one second before 90 days are over
    '5,2026-01-05T00:00:00Z,160,c,ok',
    '6,2026-04-05T00:00:00Z,320,c,ok', // exactly 90 days later: not within
    '7,2025-12-01T00:00:00Z,640,d,void',
    '8,2026-01-09T00:00:00Z,1280,d,ok',
    '9,2026-01-10T00:00:00Z,2560,,ok',
  ];
  const of = (view: ShippedView, column: string, written: ViewNames = names) =>
    terms({
      term: { from: '2026-01-01', to: '2026-05-31' },
      definitions: {
        facts: [
          fact('customers', {
            source: { view },
            grain: ['customer', 'first_at'],
            freshness: { table: 'shop.orders', column: 'ts', where: null },
          }),
        ],
        measures: [
          measure('rows', 'customers', { count: 'rows' }, { when: { column, zone: null } }),
          measure('customers', 'customers', { countDistinct: 'customer' }, { when: { column, zone: null } }),
          ...(view === 'repeat_90_days'
            ? [
                measure(
                  'repeated',
                  'customers',
                  { count: 'rows' },
                  { when: { column, zone: null }, where: { column: 'repeated', op: 'eq', value: { type: 'boolean', value: true } } },
                ),
              ]
            : [measure('amount', 'customers', { sum: 'amount' }, { when: { column, zone: null } })]),
        ],
        views: [{ name: view, duckdb: shippedView(view, written).duckdb, bigquery: null }],
      },
    });
  const parquet: Content = {
    parquet: `SELECT CAST(column0 AS INTEGER) AS id, CAST(column1 AS TIMESTAMPTZ) AS ts, CAST(column2 AS DECIMAL(12, 2)) AS amount, column3 AS customer, column4 AS status
      FROM (VALUES ${orders
        .slice(1)
        .map(
          (line) =>
            `(${line
              .split(',')
              .map((cell) => (cell === '' ? 'NULL' : `'${cell}'`))
              .join(',')})`,
        )
        .join(',')}) AS t(column0, column1, column2, column3, column4)`,
  };

  describe.each<[string, Record<string, Content>]>([
    ['CSV', { 'shop/orders.csv': orders }],
    ['Parquet', { 'shop/orders.parquet': parquet }],
  ])('%s', (_, files) => {
    const run = async (view: ShippedView, column: string, written?: ViewNames) =>
      only(await measureFiles(files, [request(of(view, column, written), { asOf: '2026-06-05' })]));

    it('first orders', async () => {
      const measured = await run('first_order', 'ts');
      expect(totals(measured, 'rows')).toMatchObject({ '2026-01': '3', '2026-02': '0' });
      expect(totals(measured, 'amount')['2026-01']).toBe('210');
      expect(measured.periods[0]?.facts[0]?.freshAt).toBe('2026-05-01T23:59:58Z');
    });

    it('first orders of some statuses', async () => {
      const measured = await run('first_order', 'ts', { ...names, only: { column: 'status', values: ['ok', 'paid'] } });
      expect(totals(measured, 'amount')['2026-01']).toBe('1490');
    });

    it('repeats within 90 days, known when they are over', async () => {
      const measured = await run('repeat_90_days', 'observed_at');
      expect(totals(measured, 'rows')).toEqual({ '2026-01': '0', '2026-02': '0', '2026-03': '1', '2026-04': '2', '2026-05': '1' });
      expect(totals(measured, 'repeated')).toEqual({ '2026-01': '0', '2026-02': '0', '2026-03': '1', '2026-04': '0', '2026-05': '1' });
    });

    it('the value of the first 90 days', async () => {
      const measured = await run('value_90_days', 'observed_at');
      expect(totals(measured, 'amount')).toEqual({ '2026-01': '0', '2026-02': '0', '2026-03': '1920', '2026-04': '190', '2026-05': '120' });
      expect(totals(measured, 'customers')).toMatchObject({ '2026-03': '1', '2026-04': '2', '2026-05': '1' });
    });
  });

  it.each(SHIPPED_VIEWS.flatMap((view) => (['instant', 'wall', 'date'] as const).map((kind) => [view, kind] as const)))(
    '%s of %s times comes with definitions that pass the check',
    (view, kind) => {
      const { duckdb, bigquery } = shippedView(view, { ...names, kind });
      const written = viewDefinitions(view, { ...names, kind }, 'America/Sao_Paulo');
      const ids = [...written.matchAll(/^ {2}(\w+): \{ definition/gm)].map(([, id]) => id ?? '');
      const metrics = ids.map((id) => `  m_${id}: { title: x, formula: ${id}, unit: number, type: flow }`).join('\n');
      const kpis = ids.map(
        (id, index) => `  - { id: k${index}, metric: m_${id}, owner: provider, better: higher, weight: ${100 / ids.length}%, target: 10 }`,
      );
      const files = new Map([
        ['contracts/acme-linkstar/contract.yaml', contractText(kpis.join('\n'))],
        ['contracts/acme-linkstar/definitions.yaml', `${written}metrics:\n${metrics}\n`],
        [`contracts/acme-linkstar/views/${view}.duckdb.sql`, duckdb],
        [`contracts/acme-linkstar/views/${view}.bigquery.sql`, bigquery ?? ''],
      ]);
      const { issues } = loadContract('acme-linkstar', files);
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it('definitions have the zone that is given, and a freshness only where the orders’ own times can say it', () => {
    const wall = viewDefinitions('first_order', { ...names, kind: 'wall' }, 'America/Sao_Paulo');
    expect(wall).toContain('zone: America/Sao_Paulo }');
    expect(wall).not.toContain('freshness');
    expect(viewDefinitions('first_order', { ...names, kind: 'instant' }, 'UTC')).toContain(
      `freshness: { table: ${names.table}, column: ${names.time} }`,
    );
  });

  describe('headers as exports have them', () => {
    const headers = { customer: 'Buyer "Email" `1`', order: 'Order\nID', time: '下单时间' };
    const written: ViewNames = { ...names, ...headers, only: { column: "Status'; --", values: ['ok', "it's"] } };
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const csvOf: Content = [
      [headers.order, headers.time, 'amount', headers.customer, "Status'; --"].map(cell).join(','),
      '1,2026-01-02T00:00:00Z,10,a,ok',
      "2,2026-01-03T00:00:00Z,20,b,it's",
      '3,2026-01-04T00:00:00Z,40,a,ok',
      '4,2026-01-01T00:00:00Z,80,c,gone',
    ];

    it('are read as they are: first orders of a and b, 10 + 20', async () => {
      const { duckdb } = shippedView('first_order', written);
      const definitions = {
        facts: [fact('firsts', { source: { view: 'first_order' }, grain: ['order_key'] })],
        measures: [measure('amount', 'firsts', { sum: 'amount' }, { when: { column: 'order_time', zone: null } })],
        views: [{ name: 'first_order', duckdb, bigquery: null }],
      };
      const asked = request(terms({ term: january, definitions }), { asOf: '2026-02-05' });
      const measurement = await measureFiles({ 'shop/orders.csv': csvOf }, [asked]);
      expect(texts(measurement)).toEqual([]);
      expect(totals(only(measurement), 'amount')['2026-01']).toBe('30');
    });

    // #1 of ann on 31 January, #2 of ann, written otherwise, on the 5th, #3 of bob on the 6th
    const shopify = ['31 23:30:00', '05 10:00:00', '06 10:00:00'].map((at, index) => ({ at: `2026-01-${at}`, index }));
    const exported = (time: string): Content => [
      `Name,Email,Financial Status,${time},amount`,
      ...shopify.map(
        ({ at, index }) => `#${index + 1},${['ann@x.com', ' Ann@X.com', 'bob@x.com'][index]},paid,${at} -0500,${10 * 2 ** index}`,
      ),
      '#1,ann@x.com,,,',
    ];

    it.each(['Paid at', 'paid_at'])('times with a space before their offset, and addresses however written, in "%s"', async (time) => {
      const own: ViewNames = { ...{ table: 'shopify.orders', customer: 'Email', order: 'Name', time, kind: 'instant' }, only: null };
      const of = (view: ShippedView, column: string) =>
        terms({
          zone: 'America/New_York',
          term: { from: '2026-01-01', to: '2026-05-31' },
          definitions: {
            facts: [fact('firsts', { source: { view }, grain: [view === 'repeat_90_days' ? 'customer_key' : 'Name'] })],
            measures: [
              measure('rows', 'firsts', { count: 'rows' }, { when: { column, zone: null } }),
              measure('customers', 'firsts', { countDistinct: 'customer_key' }, { when: { column, zone: null } }),
              ...(view === 'repeat_90_days' ? [] : [measure('amount', 'firsts', { sum: 'amount' }, { when: { column, zone: null } })]),
            ],
            views: [{ name: view, duckdb: shippedView(view, own).duckdb, bigquery: null }],
          },
        });
      const run = async (view: ShippedView, column: string) => {
        const measured = await measureFiles({ 'shopify/orders.csv': exported(time) }, [request(of(view, column), { asOf: '2026-06-05' })]);
        expect(texts(measured)).toEqual([]);
        return only(measured);
      };
      // first of ann: #2 on 5 January (20); of bob: #3 (40)
      const first = await run('first_order', time === 'paid_at' ? 'paid_at' : 'order_time');
      expect([totals(first, 'rows')['2026-01'], totals(first, 'amount')['2026-01']]).toEqual(['2', '60']);
      // 90 days after 5 and 6 January are 5 and 6 April
      const repeated = await run('repeat_90_days', 'observed_at');
      expect(totals(repeated, 'rows')).toMatchObject({ '2026-03': '0', '2026-04': '2' });
      // all that both have bought in these: 10 + 20 + 40
      const value = await run('value_90_days', 'observed_at');
      expect([totals(value, 'amount')['2026-04'], totals(value, 'customers')['2026-04']]).toEqual(['70', '2']);
    });

    it.each(SHIPPED_VIEWS)('%s has names of its own for what definitions cannot say', (view) => {
      const told = viewDefinitions(view, written, 'UTC');
      expect(told).not.toMatch(/Buyer|Order\n|下单时间/);
      expect(told).toMatch(view === 'repeat_90_days' ? /grain: \[customer_key\]/ : /grain: \[order_key\]/);
    });

    it('BigQuery has spaces and Chinese, in its own quotes; its strings end where they should', () => {
      const fit = { ...written, customer: 'Buyer Email', order: '订单 编号', only: { column: 'Order Status', values: ["it's", 'a\\'] } };
      const text = shippedView('first_order', fit).bigquery ?? '';
      expect(text).toContain('PARTITION BY LOWER(TRIM(o.`Buyer Email`))');
      expect(text).toContain('o.`订单 编号` AS order_key');
      expect(text).toContain(String.raw`o.\`Order Status\` IN ('it\'s', 'a\\')`.replaceAll('\\`', '`'));
      expect(bigqueryViewIssues({ view: 'v', file: 'v.sql', text })).toEqual([]);
    });

    it.each(['a"b', 'a`b', 'a.b', 'Amount (USD)', 'a\nb', '_TABLE_x', 'x'.repeat(301)])('BigQuery has no column %j', (name) => {
      const unfit = { ...names, order: name };
      expect(noBigqueryColumn(unfit)).toBe(name);
      expect(shippedView('first_order', unfit).bigquery).toBeNull();
    });
  });

  it('take only plain tables, and names and values that are something', () => {
    expect(SHIPPED_VIEWS).toHaveLength(3);
    for (const view of SHIPPED_VIEWS) {
      expect(() => shippedView(view, { ...names, table: 'shop.orders; DROP TABLE x' })).toThrow(RangeError);
      expect(() => shippedView(view, { ...names, customer: '' })).toThrow(RangeError);
      expect(() => shippedView(view, { ...names, only: { column: 'status', values: [''] } })).toThrow(RangeError);
      // a column of the name of a keyword is one all the same
      expect(shippedView(view, { ...names, order: 'order' }).duckdb).toContain('o."order"');
    }
  });
});
