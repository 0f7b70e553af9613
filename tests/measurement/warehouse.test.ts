import { describe, expect, it } from 'vitest';
import type { TextRow } from '../../src/evidence/decode-rows.js';
import { warehouseOver } from '../../src/measurement/warehouse.js';
import { bigquery } from '../../src/query/dialects/bigquery.js';
import { duckdb } from '../../src/query/dialects/duckdb.js';
import type { Statement } from '../../src/query/sql.js';
import { equals, fact, measure, request, terms } from '../build-terms.js';
import { engineInMemory } from './engine-in-memory.js';

const asOf = '2026-02-03';
const january = { from: '2026-01-01', to: '2026-01-31' };

/** One contract that adds up a table and counts its buyers. */
function asks(id: string, table: string) {
  const measures = [
    measure('revenue', table, { sum: 'amount' }, { where: equals('status', 'paid') }),
    measure('buyers', table, { countDistinct: 'customer' }),
  ];
  return request(terms({ id, term: january, definitions: { facts: [fact(table)], measures } }), { asOf });
}

/** A table of one row of 2 January, whose key stands alone. */
function oneRow({ label }: Statement): readonly TextRow[] {
  if (label.startsWith('latest')) return [{ row_count: '1', latest: '1767312000000000' }];
  if (label.startsWith('whether')) return [{ row_count: '1', filled: '1', key_count: '1' }];
  if (label.startsWith('values of')) return [{ n0: '1' }];
  return [];
}

describe('an engine that costs nothing', () => {
  it('is asked one thing after the other: sources first, then how far the rows have come, sums, keys', async () => {
    const { engine, log } = engineInMemory({ dialect: duckdb, answers: oneRow });
    const { issues, measured } = await warehouseOver(engine).measure([asks('acme', 'orders')]);
    expect(issues).toEqual([]);
    expect([...measured.keys()]).toEqual(['acme']);
    expect(log).toEqual([
      'resolve shop.orders',
      'ask latest ts',
      'ask values of filter columns',
      'ask sums and counts per day by ts',
      'ask rows without ts',
      'ask distinct customer by ts',
      'ask whether id repeats by ts',
      'release',
    ]);
  });

  const large = (rows: number, inOrder: (statement: Statement) => boolean) => (statement: Statement) => {
    const { label } = statement;
    if (label.startsWith('latest')) return [{ row_count: String(rows), latest: '1767312000000000' }];
    if (label.includes('in order')) return [{ row_count: '9', rising: inOrder(statement) ? '8' : '7', falling: '0' }];
    return oneRow(statement);
  };
  const ofKeys = (log: readonly string[]) => log.filter((line) => /order|repeats/.test(line) && line.startsWith('ask'));

  it('is asked for the order of many keys first, and proves only those by keeping them that are in none', async () => {
    const one = engineInMemory({ dialect: duckdb, answers: large(1_000_000, () => true) });
    await warehouseOver(one.engine).measure([asks('acme', 'orders')]);
    expect(ofKeys(one.log)).toEqual(['ask whether id may be in order by ts', 'ask whether id is in order by ts']);
    const two = engineInMemory({ dialect: duckdb, answers: large(1_000_000, ({ label }) => label.includes('may be')) });
    await warehouseOver(two.engine).measure([asks('acme', 'orders')]);
    expect(ofKeys(two.log)).toEqual([...ofKeys(one.log), 'ask whether id repeats by ts']);
    const three = engineInMemory({ dialect: duckdb, answers: large(1_000_000, () => false) });
    await warehouseOver(three.engine).measure([asks('acme', 'orders')]);
    expect(ofKeys(three.log)).toEqual(['ask whether id may be in order by ts', 'ask whether id repeats by ts']);
  });

  it('keeps no more rows at once than fit into memory: shares of keys, and values month by month', async () => {
    const year = { from: '2025-02-01', to: '2026-01-31' };
    const measures = [measure('buyers', 'orders', { countDistinct: 'customer' })];
    const asked = request(terms({ term: year, definitions: { facts: [fact('orders')], measures } }), { asOf });
    const { engine, asked: queries } = engineInMemory({ dialect: duckdb, answers: large(100_000_000, () => false) });
    await warehouseOver(engine).measure([asked]);
    const proofs = queries.filter(({ label }) => label.includes('repeats'));
    expect(proofs.map(({ sql }) => / % 9 = (\d)/.exec(sql)?.[1])).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
    const months = queries.filter(({ label }) => label.startsWith('distinct'));
    expect(months.map(({ sql }) => sql.match(/AS n0_(\d+)/g)?.map((name) => Number(name.slice('AS n0_'.length))))).toEqual(
      Array.from({ length: 12 }, (_, month) => [month]),
    );
  });

  it('is asked the same once, however many contracts there are', async () => {
    const one = engineInMemory({ dialect: duckdb, answers: oneRow });
    const ten = engineInMemory({ dialect: duckdb, answers: oneRow });
    await warehouseOver(one.engine).measure([asks('acme', 'orders')]);
    const { measured } = await warehouseOver(ten.engine).measure(Array.from({ length: 10 }, (_, index) => asks(`c${index}`, 'orders')));
    expect(ten.log).toEqual(one.log);
    expect(measured.size).toBe(10);
  });

  it('reads all rows at once where most are asked for, and those without a time with them', async () => {
    const spread = (earliest: string, inOrder: (statement: Statement) => boolean) => (statement: Statement) =>
      statement.label.startsWith('latest')
        ? [{ row_count: '1000000', earliest, latest: '1767312000000000' }]
        : large(1_000_000, inOrder)(statement);
    const isWhole = ({ sql }: Statement) => !sql.includes('make_timestamptz');
    const asked = async (earliest: string, inOrder: (statement: Statement) => boolean) => {
      const { engine, asked: all } = engineInMemory({ dialect: duckdb, answers: spread(earliest, inOrder) });
      const { issues } = await warehouseOver(engine).measure([asks('acme', 'orders')]);
      expect(issues).toEqual([]);
      return all.filter(({ label }) => /per day|without|is in order|repeats/.test(label)).map((each) => `${each.label} ${isWhole(each)}`);
    };
    const day = '1767225600000000';
    const always = () => true;
    expect(await asked(day, always)).toEqual(['sums and counts per day by ts true', 'whether id is in order by ts true']);
    // where nothing is in order in all rows, it may be in those of the days
    expect(await asked(day, (each) => each.label.includes('may be') || !isWhole(each))).toEqual([
      'sums and counts per day by ts true',
      'whether id is in order by ts true',
      'whether id is in order by ts false',
    ]);
    // 2016: the days are a small part
    expect(await asked('1451606400000000', always)).toEqual([
      'sums and counts per day by ts false',
      'rows without ts true',
      'whether id is in order by ts false',
    ]);
  });

  it('is not asked for rows where a plan is only shown; only what the plan depends on is looked at', async () => {
    const { engine, log } = engineInMemory({ dialect: duckdb, answers: oneRow });
    const { statements, costs } = await warehouseOver(engine).explain([asks('acme', 'orders')]);
    expect(log).toEqual(['resolve shop.orders', 'ask values of filter columns']);
    expect(costs).toBeUndefined();
    expect(statements.map(({ label }) => label)).toEqual([
      'latest ts',
      'sums and counts per day by ts',
      'rows without ts',
      'distinct customer by ts',
      'whether id repeats by ts',
    ]);
  });

  it('looks closer where it is diagnosed, after a measurement on trial', async () => {
    const { engine, log } = engineInMemory({ dialect: duckdb, answers: oneRow });
    const { checks } = await warehouseOver(engine).diagnose(asks('acme', 'orders'), true);
    expect(checks.flatMap(({ issues }) => issues).map(({ code }) => code)).toEqual(['data-not-fresh']);
    expect(log.slice(0, 3)).toEqual(['connect', 'resolve shop.orders', 'ask latest ts']);
    expect(log.at(-1)).toBe('look');
  });
});

describe('an engine that is paid by the job', () => {
  const loaded = fact('orders', {
    freshness: {
      table: 'shop.loads',
      column: 'loaded_at',
      where: { column: 'day', op: 'gte', value: { type: 'string', value: '2026-01-01' } },
    },
  });
  const measures = [
    measure('revenue', 'orders', { sum: 'amount' }, { where: equals('status', 'paid') }),
    measure('buyers', 'orders', { countDistinct: 'customer' }),
    measure('early', 'orders', { count: 'rows' }, { where: { column: 'note', op: 'lt', value: { type: 'string', value: '2026-01-15' } } }),
  ];
  const asked = request(terms({ term: january, definitions: { facts: [loaded], measures } }), { asOf });
  const texts = (statements: readonly Statement[]) =>
    [...new Set(statements.map(({ sql, params }) => JSON.stringify([sql, params])))].sort();

  it('is told of everything that it is then asked, and of nothing else', async () => {
    const { engine, asked: queries, foreseen } = engineInMemory({ dialect: bigquery, answers: oneRow });
    const { issues } = await warehouseOver(engine).measure([asked]);
    expect(issues).toEqual([]);
    expect(queries.length).toBeGreaterThan(6);
    expect(texts(queries)).toEqual(texts(foreseen));
  });

  it('is told before it is asked, once for each table', async () => {
    const { engine, log } = engineInMemory({ dialect: bigquery, answers: oneRow });
    await warehouseOver(engine).measure([asked]);
    expect(log.filter((line) => !line.startsWith('ask'))).toEqual([
      'resolve shop.orders',
      'resolve shop.loads',
      'foresee',
      'foresee',
      'release',
    ]);
    expect(log.findIndex((line) => line.startsWith('ask'))).toBeGreaterThan(log.indexOf('foresee'));
  });

  it('shows the jobs that a measurement makes, with their costs, and runs none', async () => {
    const measuring = engineInMemory({ dialect: bigquery, answers: oneRow });
    await warehouseOver(measuring.engine).measure([asked]);
    const { engine, log } = engineInMemory({ dialect: bigquery });
    const { statements, costs = [] } = await warehouseOver(engine).explain([asked]);
    expect(statements.map(({ sql, params }) => ({ sql, params }))).toEqual(measuring.foreseen.map(({ sql, params }) => ({ sql, params })));
    expect(new Set(statements.map(({ label }) => label.split(':')[0]))).toEqual(new Set(['shop.orders', 'shop.loads']));
    expect(costs.map(({ bytes }) => Number(bytes))).toEqual(statements.map(({ sql }) => sql.length));
    expect(log).toEqual(['resolve shop.orders', 'resolve shop.loads']);
  });

  it('is asked for keys that repeat in one more job, where some may', async () => {
    const repeating = (statement: Statement) =>
      statement.label.startsWith('whether') ? [{ row_count: '2', filled: '2', key_count: '1' }] : oneRow(statement);
    const { engine, log } = engineInMemory({ dialect: bigquery, answers: repeating });
    await warehouseOver(engine).measure([asked]);
    const [first, second] = log.flatMap((line, index) => (line === 'foresee' ? [index] : []));
    expect(log.slice(first, second).some((line) => line.startsWith('ask whether'))).toBe(true);
    expect(log.slice(second).find((line) => line.startsWith('ask'))).toMatch(/^ask .*id/);
  });
});

describe('parts that do not add up to the whole', () => {
  // items: every row of the fact, the measure, its parts
  const whole = { item: '1', day: '20454', currency: null, row_count: '2', filled: '2', fitting: '2', total: '3' };
  const part = { ...whole, item: '2', of0: 'a', row_count: '1', filled: '1', fitting: '1', total: '1' };
  const rest = { ...part, of0: null, total: '2' };
  const orders = fact('orders', { grain: [] });
  const revenue = measure('revenue', 'orders', { sum: 'amount' }, { by: [{ column: 'channel', top: 20 }] });
  const divided = request(terms({ term: january, definitions: { facts: [orders], measures: [revenue] } }), { asOf });

  const codes = async (...rows: readonly TextRow[]) => {
    const answers = (statement: Statement): readonly TextRow[] => (statement.label.startsWith('sums') ? rows : oneRow(statement));
    const { engine } = engineInMemory({ dialect: duckdb, answers });
    const { each } = await warehouseOver(engine).measure([divided]);
    return each.flatMap(({ issues }) => issues.map(({ code, at, params }) => [code, at.line, params.columns]));
  };
  const differ = [['data-parts-differ', revenue.clause.line, ['channel']]];

  it('are an issue, by a cent, a row, or a day, and never a rest', async () => {
    const [all, one, two] = [whole, part, rest];
    expect(await codes(all, one, two)).toEqual([]);
    expect(await codes(all, one, { ...two, total: '2.000000001' })).toEqual(differ);
    expect(await codes(all, one, { ...two, row_count: '2' })).toEqual(differ);
    expect(await codes(all, one)).toEqual(differ);
    expect(await codes(all)).toEqual(differ);
    expect(await codes(all, one, two, { ...two, day: '20455' })).toEqual(differ);
  });
});

describe('what cannot be read', () => {
  it('keeps only those from being measured who need it', async () => {
    const { engine, log } = engineInMemory({ dialect: duckdb, refused: ['shop.gone'], answers: oneRow });
    const { each, measured } = await warehouseOver(engine).measure([asks('a', 'gone'), asks('b', 'orders')]);
    expect(each.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['data-file-missing'], []]);
    expect([...measured.keys()]).toEqual(['b']);
    expect(log.slice(0, 4)).toEqual(['resolve shop.gone', 'resolve shop.orders', 'release', 'resolve shop.orders']);
    expect(log.filter((line) => line === 'release')).toHaveLength(2);
  });

  it('is taken for empty where that is asked for, and is told as a warning', async () => {
    const { engine, log } = engineInMemory({ dialect: duckdb, refused: ['shop.gone'], answers: oneRow });
    const { each } = await warehouseOver(engine).measure([{ ...asks('a', 'gone'), withoutUnreadable: true }]);
    expect(each[0]?.measured).not.toBeNull();
    expect(each[0]?.issues.map(({ code, severity }) => [code, severity])).toEqual([['data-file-missing', 'warning']]);
    expect(log.slice(0, 6)).toEqual(['resolve shop.gone', 'release', 'connect', 'resolve shop.gone', 'release', 'empty shop.gone']);
  });

  it('is nobody’s table where no data are there at all: told once, and not taken for empty', async () => {
    const told = { dialect: duckdb, refused: ['shop.gone', 'shop.lost'], unreachable: true as const, answers: oneRow };
    const asked = [{ ...asks('a', 'gone'), withoutUnreadable: true as const }, asks('b', 'lost')];
    const { each, issues } = await warehouseOver(engineInMemory(told).engine).measure(asked);
    expect(each.map(({ measured }) => measured)).toEqual([null, null]);
    expect(issues.map(({ code, params: { tables, contracts } }) => [code, tables, contracts])).toEqual([['data-all-missing', 2, 2]]);
  });

  it('together is asked for in halves, until whoever made it fail is alone', async () => {
    const failing = (statement: Statement) => {
      if (statement.params.some(({ value }) => value === 'breaks')) throw new Error('the engine');
      return oneRow(statement);
    };
    const breaks = request(
      terms({
        id: 'bad',
        term: january,
        definitions: {
          facts: [fact('orders')],
          measures: [measure('m', 'orders', { sum: 'amount' }, { where: equals('status', 'breaks') })],
        },
      }),
      { asOf },
    );
    const { engine } = engineInMemory({ dialect: duckdb, answers: failing });
    const { each } = await warehouseOver(engine).measure([asks('a', 'orders'), asks('b', 'orders'), breaks, asks('c', 'orders')]);
    expect(each.map(({ issues }) => issues.map(({ code }) => code))).toEqual([[], [], ['data-engine-failed'], []]);
    expect(each.map(({ measured }) => measured !== null)).toEqual([true, true, false, true]);
  });

  it('ends everything where the engine says so', async () => {
    const gone = () => {
      throw new RangeError('the way to it is lost');
    };
    const { engine } = engineInMemory({ dialect: duckdb, answers: gone });
    await expect(warehouseOver(engine).measure([asks('a', 'orders')])).rejects.toThrow('the way to it is lost');
  });

  it('at all is all that a diagnosis says', async () => {
    const { engine, log } = engineInMemory({ dialect: duckdb, unreachable: true });
    const { checks } = await warehouseOver(engine).diagnose(asks('a', 'orders'), true);
    expect(checks.map(({ kind, issues }) => [kind, issues.length])).toEqual([['connection', 1]]);
    expect(log).toEqual(['connect']);
  });
});
