import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { AGGREGATES, BY_ORDER, PICKS, PLACES, RANKS, ROW_MAKERS, SCALARS } from '../../src/query/view/functions.js';
import { openSession, type Session } from '../../src/shell/duckdb/session.js';
import { parseView } from '../../src/shell/duckdb/view.js';

let session: Session;
beforeAll(async () => {
  session = await openSession({ dataFolder: '/nowhere', threads: 1 });
});
afterAll(() => session.close());

/** `tables` of a view that may run; else its issues as `code what @line:column`. */
async function judged(text: string): Promise<readonly string[]> {
  const parsed = await parseView(session, { view: 'v', file: 'v.sql', text });
  if ('select' in parsed) return parsed.tables;
  return parsed.map(({ code, at, params }) => `${code} ${params.function ?? params.what ?? params.found ?? ''} @${at.line}:${at.column}`);
}

it('may not read what the engine finds without a schema: its catalogue, settings, paths and logs', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const internal = await connection.runAndReadAll('SELECT DISTINCT view_name FROM duckdb_views() WHERE internal');
  const found: string[] = [];
  for (const [name] of internal.getRows()) {
    const isFound = await connection.run(`SELECT * FROM "${String(name)}" LIMIT 0`).then(
      () => true,
      () => false,
    );
    if (isFound) found.push(String(name));
  }
  connection.closeSync();
  expect(found).toContain('sqlite_master');
  for (const name of found) expect(await judged(`SELECT * FROM ${name.toUpperCase()}`)).toEqual([expect.stringMatching(/^view-function /)]);
  // a table of the data folder may be called so, and so may a query of the view's own
  expect(await judged('WITH pg_type AS (SELECT * FROM shop.pg_class) SELECT * FROM pg_type')).toEqual(['shop.pg_class']);
});

describe('a view may', () => {
  test.each<[string, string, readonly string[]]>([
    ['compute', `SELECT a + 1, CASE WHEN b THEN 'x' ELSE upper(c) END, a BETWEEN 1 AND 2, a IN (1, 2), a IS NULL FROM s.t`, ['s.t']],
    [
      'cast',
      'SELECT CAST(a AS DECIMAL(38, 9)), b::DATE, TRY_CAST(c AS STRUCT(x INT, y VARCHAR[])), d::JSON, e::TIMESTAMPTZ FROM s.t',
      ['s.t'],
    ],
    [
      'group',
      'SELECT a, sum(b), count(*), count(DISTINCT c), min(d), max(d) FILTER (WHERE e) FROM s.t GROUP BY ALL HAVING sum(b) > 0',
      ['s.t'],
    ],
    [
      'join',
      'SELECT * FROM s.t JOIN s.u USING (a) LEFT JOIN s.w ON w.b = t.b, LATERAL (SELECT t.a + 1 AS z) ANTI JOIN s.x USING (a)',
      ['s.t', 's.u', 's.w', 's.x'],
    ],
    ['name queries', 'WITH a AS (SELECT * FROM s.t), b AS (SELECT * FROM a) SELECT * FROM b UNION ALL SELECT * FROM a', ['s.t']],
    ['name a query as a table is named', 'WITH t AS (SELECT * FROM s.t) SELECT * FROM t', ['s.t']],
    [
      'use a window',
      'SELECT row_number() OVER (PARTITION BY a ORDER BY b, c), sum(d) OVER (PARTITION BY a), lag(d) OVER w FROM s.t WINDOW w AS (ORDER BY b)',
      ['s.t'],
    ],
    ['pivot', 'SELECT * FROM s.t PIVOT (sum(x) FOR y IN (1, 2))', ['s.t']],
    ['unpivot', 'SELECT * FROM s.t UNPIVOT (v FOR n IN (x, y))', ['s.t']],
    [
      'look into lists',
      `SELECT list_filter(p, lambda x: x.key = 'a')[1].value, len(p), [1, 2], {'a': 1} FROM s.t, unnest(s.p) AS u(v)`,
      ['s.t'],
    ],
    ['pick in an order that is certain', 'SELECT first(x ORDER BY y, x), any_value(z ORDER BY z) FROM s.t', ['s.t']],
    ['cut off in an order that is certain', 'SELECT * FROM s.t ORDER BY ALL LIMIT 10', ['s.t']],
    ['count up', 'SELECT * FROM range(10) r, s.t', ['s.t']],
    ['count days', `SELECT * FROM generate_series(DATE '2026-01-01', DATE '2026-12-31', INTERVAL 1 DAY) d(day), s.t`, ['s.t']],
    ['use quotes', 'SELECT "user".a FROM "s"."t" AS "user"', ['s.t']],
    ['speak of clocks in text', `SELECT 'now() and read_csv(1)' AS "random()" FROM s.t -- current_date`, ['s.t']],
  ])('%s', async (_, text, tables) => {
    expect(await judged(text)).toEqual(tables);
  });
});

describe('a view must not', () => {
  test.each<[string, string, readonly (string | RegExp)[]]>([
    ['count for ever', 'SELECT * FROM range(100000000000)', ['view-function range(…) @1:15']],
    ['count by data', 'SELECT * FROM s.t, range(s.t.a)', ['view-function range(…) @1:20']],
    ['cross what it counts', 'SELECT * FROM range(2000) a, generate_series(1, 2000) b', ['view-function generate_series(…) @1:30']],
    [
      'count microseconds',
      `SELECT * FROM range(DATE '2026-01-01', DATE '2026-01-02', INTERVAL 1 MICROSECOND)`,
      ['view-function range(…) @1:15'],
    ],
    [
      'count beyond the years',
      `SELECT * FROM range(DATE '0001-01-01', DATE '290000-01-02', INTERVAL 1 DAY)`,
      ['view-function range(…) @1:15'],
    ],
    ['read a file by a function', `SELECT * FROM read_csv('x')`, ['view-function read_csv @1:15']],
    ['read a file by name', `SELECT * FROM 'x.csv'`, ['view-function x.csv @1:15']],
    ['read a file by a quoted name', `SELECT * FROM "x.parquet"`, ['view-function x.parquet @1:15']],
    ['read a file in a pivot', `SELECT * FROM read_text('x') UNPIVOT (v FOR n IN (content))`, ['view-function read_text @1:15']],
    [
      'read a file in a pivot of a pivot',
      `SELECT * FROM (SELECT * FROM glob('*') PIVOT (max(file) FOR file IN ('a'))) UNPIVOT (v FOR n IN (a))`,
      ['view-function glob @1:30'],
    ],
    [
      'read a file in a named query',
      `WITH a AS MATERIALIZED (SELECT 1 FROM parquet_scan('x')) SELECT 1`,
      ['view-function parquet_scan @1:39'],
    ],
    [
      'read a file in an argument',
      `SELECT * FROM range((SELECT count(*) FROM read_blob('x')))`,
      ['view-function range(…) @1:15', 'view-function read_blob @1:43'],
    ],
    ['read a file in ORDER BY', `SELECT 1 FROM s.t ORDER BY (SELECT 1 FROM read_json('x'))`, ['view-function read_json @1:43']],
    ['read a file in LIMIT', `SELECT 1 FROM s.t ORDER BY ALL LIMIT (SELECT 1 FROM read_json('x'))`, ['view-function read_json @1:53']],
    ['read a file in GROUP BY', `SELECT 1 FROM s.t GROUP BY (SELECT 1 FROM read_json('x'))`, ['view-function read_json @1:43']],
    ['read a file in a filter', `SELECT sum(a) FILTER (WHERE a IN (SELECT 1 FROM glob('x'))) FROM s.t`, ['view-function glob @1:49']],
    ['read a file in a window', `SELECT sum(a) OVER (PARTITION BY (SELECT 1 FROM glob('x'))) FROM s.t`, ['view-function glob @1:49']],
    ['read a file in a lambda', `SELECT list_transform(l, lambda x: (SELECT 1 FROM glob('x'))) FROM s.t`, ['view-function glob @1:51']],
    ['read a file in REPLACE', `SELECT * REPLACE ((SELECT 1 FROM glob('x')) AS a) FROM s.t`, ['view-function glob @1:34']],
    ['read a file in VALUES', `SELECT * FROM (VALUES ((SELECT 1 FROM glob('x')))) v(a)`, ['view-function glob @1:39']],
    ['read a file in a join', `SELECT 1 FROM s.t JOIN s.u ON t.a = (SELECT 1 FROM glob('x'))`, ['view-function glob @1:52']],
    [
      'write logs',
      `SELECT value FROM enable_logging('QueryLog', storage => 'stdout') UNPIVOT (value FOR name IN (Success))`,
      ['view-function enable_logging @1:19'],
    ],
    ['write a log entry', `SELECT write_log('x') FROM s.t`, ['view-function write_log @1:8']],
    ['ask the environment', `SELECT getenv('HOME')`, ['view-function getenv @1:8']],
    [
      'ask for settings',
      `SELECT current_setting('threads'), * FROM duckdb_settings()`,
      ['view-function current_setting @1:8', 'view-function duckdb_settings @1:43'],
    ],
    [
      'ask the catalogue',
      'SELECT * FROM information_schema.tables, pg_catalog.pg_class, main.t, a.b.c',
      [
        'view-function information_schema.tables @1:15',
        'view-function pg_catalog.pg_class @1:42',
        'view-function main.t @1:63',
        'view-function a.b.c @1:71',
      ],
    ],
    ['describe', 'FROM (DESCRIBE s.t)', [/^view-function DESCRIBE @/]],
    ['summarize', 'FROM (SUMMARIZE s.t)', [/^view-function DESCRIBE @/]],
    [
      'ask the clock',
      'SELECT now(), today(), current_date, CURRENT_TIMESTAMP, localtime, get_current_timestamp(), transaction_timestamp(), age(x), ago(INTERVAL 1 DAY)',
      [
        'view-function now @1:8',
        'view-function today @1:15',
        'view-function current_date @1:24',
        /current_timestamp/,
        /localtime/,
        /get_current_timestamp/,
        /transaction_timestamp/,
        /age/,
        /ago/,
      ],
    ],
    [
      'ask who asks',
      'SELECT user, current_user, session_user, "current_role", current_catalog, current_schema',
      ['view-function user @1:8', /current_user/, /session_user/, /current_role/, /current_catalog/, /current_schema/],
    ],
    [
      'use chance',
      `SELECT random(), uuid(), gen_random_uuid(), setseed(0.5) FROM s.t`,
      ['view-function random @1:8', /uuid/, /gen_random_uuid/, /setseed/],
    ],
    ['sample', 'SELECT * FROM s.t TABLESAMPLE 10%', [/^view-function TABLESAMPLE @/]],
    ['travel in time', 'SELECT * FROM s.t AT (VERSION => 3)', [/^view-function AT @/]],
    ['count on', `SELECT nextval('s'), currval('s')`, ['view-function nextval @1:8', 'view-function currval @1:22']],
    ['raise errors of its own', `SELECT error(a) FROM s.t`, ['view-function error @1:8']],
    ['wait', `SELECT sleep_ms(1000), pg_sleep(1)`, ['view-function sleep_ms @1:8', 'view-function pg_sleep @1:24']],
    [
      'run text',
      `SELECT * FROM query('SELECT 1'), query_table('t'), json_execute_serialized_sql('x')`,
      [/query/, /query_table/, /json_execute_serialized_sql/],
    ],
    [
      'name functions as text',
      `SELECT list_aggregate(l, 'first'), list_reduce(l, lambda a, b: a), aggregate(l, 'x') FROM s.t`,
      [/list_aggregate/, /list_reduce/, /aggregate/],
    ],
    ['reach into a schema', `SELECT system.main.random(), main.getenv('x'), pg_catalog.version()`, [/random/, /getenv/, /version/]],
    ['call by a method', `SELECT a.getenv() FROM s.t`, ['view-function a.getenv @1:8']],
    ['recurse', 'WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT * FROM t', [/^view-function WITH RECURSIVE @/]],
    ['take parameters', 'SELECT $1', [/^view-function PARAMETER @/]],
    ['name places', 'SELECT #1 FROM s.t', [/^view-function POSITIONAL_REFERENCE @/]],
    ['collate', `SELECT a COLLATE nocase FROM s.t`, [/^view-function COLLATE @/]],
    ['cast to a type by name', `SELECT a::regclass, b::mine FROM s.t`, [/^view-function regclass @/, /^view-function mine @/]],
    ['compute with the machine’s own digits', 'SELECT exp(a), ln(b), a ** 0.5, sin(c) FROM s.t', [/exp/, /ln/, /\*\*/, /sin/]],
    [
      'make text of any length',
      `SELECT repeat('x', n), lpad(a, n, 'x'), replace(a, 'x', a), format('{:999999999}', a) FROM s.t`,
      [/repeat/, /lpad\(…\)/, /replace\(…\)/, /format/],
    ],
    [
      'make lists of any length',
      'SELECT range(a), list(b), array_agg(c) FROM s.t',
      [/^view-function range @/, /^view-order list @/, /^view-order array_agg @/],
    ],
    [
      'pick the first that comes',
      'SELECT first(a), any_value(b), last(c ORDER BY d), arg_min(e, f), mode(g), string_agg(h, 1) FROM s.t',
      ['view-order first @1:8', /any_value/, /last/, /arg_min/, /mode/, /string_agg/],
    ],
    ['pick rows as they come', 'SELECT DISTINCT ON (a) * FROM s.t', [/^view-order DISTINCT ON @/]],
    ['cut off rows as they come', 'SELECT * FROM s.t ORDER BY a LIMIT 10', ['view-order LIMIT @1:36']],
    ['cut off rows in a subquery', 'SELECT * FROM s.t WHERE a = (SELECT b FROM s.u LIMIT 1)', ['view-order LIMIT @1:54']],
    ['leave out rows as they come', 'SELECT * FROM s.t OFFSET 3', ['view-order LIMIT @1:26']],
    ['cut off a share', 'SELECT * FROM s.t ORDER BY ALL LIMIT 10%', [/^view-function LIMIT % @/]],
    [
      'number rows as they come',
      'SELECT row_number() OVER (PARTITION BY a), first_value(b) OVER (), sum(c) OVER (ROWS 2 PRECEDING) FROM s.t',
      ['view-order row_number OVER () @1:8', /first_value/, /sum/],
    ],
    ['pair rows by their places', 'SELECT * FROM s.t POSITIONAL JOIN s.u', [/^view-order POSITIONAL JOIN @/]],
    ['pair rows with the nearest', 'SELECT * FROM s.t ASOF JOIN s.u ON t.a >= u.a', [/^view-order ASOF JOIN @/]],
    ['be nothing', '', [/^view-not-read-only/]],
    ['be several', 'SELECT 1; SELECT 2', [/^view-not-read-only/]],
    ['be no SELECT', `COPY s.t TO 'x'`, [/^view-not-read-only/]],
    ['run what it explains', 'EXPLAIN ANALYZE SELECT 1', [/^view-not-read-only/]],
    ['write in a named query', 'WITH x AS (INSERT INTO s.t VALUES (1) RETURNING *) SELECT * FROM x', [/^view-not-read-only/]],
    ['pivot by what is there', 'PIVOT s.t ON a USING sum(b)', [/^view-not-read-only/]],
    ['lock', 'SELECT * FROM s.t FOR UPDATE', [/^view-not-read-only/]],
    ['attach', `ATTACH 'x.db'`, [/^view-not-read-only/]],
    ['be broken', 'SELECT a FRM s.t WHERE', [/^view-not-read-only .*@1:1[0-9]$/]],
  ])('%s', async (_, text, expected) => {
    const found = await judged(text);
    expect(found).toHaveLength(expected.length);
    expected.forEach((each, index) => {
      expect(found[index]).toMatch(each);
    });
  });

  it('name a table by a query that stands elsewhere', async () => {
    expect(await judged('SELECT * FROM (WITH secret AS (SELECT 1) SELECT 1) x, secret')).toEqual(['secret']);
    expect(await judged('WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a')).toEqual(['b']);
    expect(await judged('WITH a AS (SELECT * FROM a) SELECT * FROM a')).toEqual(['a']);
    expect(await judged('WITH A AS (SELECT 1) SELECT * FROM a, s.a')).toEqual(['s.a']);
  });

  it('be told at another place than it stands, in any script', async () => {
    expect(await judged(`SELECT '数字😀' AS "名称",\n  '口径' || now() FROM s.t`)).toEqual(['view-function now @2:11']);
  });
});

describe('what a view would cost is counted before it runs', () => {
  const doubling = (levels: number, first: string, next: (before: string) => string): string => {
    let text = first;
    for (let level = 0; level < levels; level++) text = next(text);
    return text;
  };
  const chain = (levels: number, each: (before: string) => string): string =>
    Array.from({ length: levels }, (_, level) => `, a${level + 1} AS (${each(`a${level}`)})`).join('');
  test.each<[string, string]>([
    ['names in one list', `SELECT 1 AS a0${Array.from({ length: 40 }, (_, k) => `, a${k} + a${k} AS a${k + 1}`).join('')} FROM s.t`],
    ['subqueries', doubling(40, 'SELECT x AS s FROM s.t', (text) => `SELECT s || s AS s FROM (${text}) q`)],
    ['text that is replaced', `SELECT ${doubling(40, 'x', (text) => `replace(${text}, 'a', 'aa')`)} FROM s.t`],
    [
      'named queries',
      `WITH a0 AS (SELECT 1 AS x FROM s.t)${chain(40, (a) => `SELECT l.x FROM ${a} l JOIN ${a} r USING (x)`)} SELECT * FROM a40`,
    ],
    [
      'named queries that are not kept',
      `WITH a0 AS (SELECT 1 AS x FROM s.t)${chain(40, (a) => `SELECT l.x FROM ${a} l, ${a} r`).replaceAll(' AS (', ' AS NOT MATERIALIZED (')} SELECT * FROM a40`,
    ],
    ['renamed columns', doubling(40, 'SELECT x FROM s.t', (text) => `SELECT y || y FROM (${text}) q(y)`)],
    ['stars', doubling(40, 'SELECT x AS s FROM s.t', (text) => `SELECT * REPLACE (s || s AS s) FROM (${text}) q`)],
    ['lists of lists', `SELECT ${doubling(20, 'l', (text) => `list_transform(${text}, lambda x: l)`)} FROM s.t`],
  ])('%s', async (_, text) => {
    const [found, ...more] = await judged(text);
    expect(found).toMatch(/^view-too-large \d+ @1:1$/);
    expect(more).toEqual([]);
  });

  it('a long chain of joins is not', async () => {
    expect(
      await judged(`SELECT * FROM s.t0${Array.from({ length: 200 }, (_, k) => ` JOIN s.t${k + 1} USING (id)`).join('')}`),
    ).toHaveLength(201);
  });

  it('a text that no view needs is not even read', async () => {
    expect(await judged(`SELECT 1 -- ${'x'.repeat(40_000)}`)).toEqual(['view-too-large 40012 @1:1']);
    expect((await judged(`SELECT ${'('.repeat(15_000)}1${')'.repeat(15_000)}`))[0]).toMatch(/^view-not-read-only/);
  });
});

describe('every function of this version of DuckDB', () => {
  it('is on the list, or refused', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const reader = await connection.runAndReadAll(`SELECT DISTINCT function_name AS name FROM duckdb_functions() ORDER BY 1`);
    const names = reader.getRowObjectsJson().map(({ name }) => String(name));
    const allowed = new Set([...SCALARS, ...AGGREGATES]);
    const unlike: string[] = [];
    // `timezone` is judged by the zone that it is given: only UTC needs no table of zones.
    for (const name of names.filter((each) => each !== 'timezone')) {
      const [found = ''] = await judged(`SELECT "${name.replaceAll('"', '""')}"(a) FROM s.t`);
      const refused = found.startsWith('view-');
      if (refused === allowed.has(name)) unlike.push(`${name}: ${found}`);
    }
    expect(unlike).toEqual([]);
    expect(await judged("SELECT a AT TIME ZONE 'UTC' FROM s.t")).toEqual(['s.t']);
    expect((await judged('SELECT a AT TIME ZONE b FROM s.t'))[0]).toContain('AT TIME ZONE');
    expect((await judged("SELECT a AT TIME ZONE 'Asia/Shanghai' FROM s.t"))[0]).toContain('Asia/Shanghai');
    expect(names.length).toBeGreaterThan(900);
  });

  it('that makes rows is refused but for three', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const reader = await connection.runAndReadAll(
      `SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type IN ('table', 'table_macro') ORDER BY 1`,
    );
    const names = reader.getRowObjectsJson().map(({ name }) => String(name));
    const free: string[] = [];
    for (const name of names) {
      // how many rows a series makes must be written out
      const argument = name === 'generate_series' || name === 'range' ? '12' : "'x'";
      for (const text of [`SELECT * FROM "${name}"(${argument})`, `SELECT * FROM "${name}"(${argument}) UNPIVOT (v FOR n IN (a))`]) {
        if ((await judged(text)).length === 0) free.push(name);
      }
    }
    expect([...new Set(free)]).toEqual(['generate_series', 'range', 'unnest']);
  });

  it('the lists name nothing that is not there, and nothing twice', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const reader = await connection.runAndReadAll('SELECT DISTINCT function_name AS name FROM duckdb_functions()');
    const names = new Set(reader.getRowObjectsJson().map(({ name }) => String(name)));
    // made by the parser or the binder
    const made = new Set(['coalesce', 'unnest', 'date_add']);
    const listed = [SCALARS, AGGREGATES, PICKS, RANKS, PLACES, ROW_MAKERS, BY_ORDER].map((list) => [...list]);
    expect(listed.flat().filter((name) => !names.has(name) && !made.has(name))).toEqual([]);
    const [scalars = [], aggregates = [], picks = [], ranks = [], places = [], , byOrder = []] = listed;
    const all = [...scalars, ...aggregates, ...picks, ...ranks, ...places, ...byOrder];
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });
});
