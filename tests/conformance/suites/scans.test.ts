import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '../../../src/contract/model.js';
import type { MeasurementRequest } from '../../../src/query/request.js';
import { equals, fact, measure, request, terms } from '../../build-terms.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { bigqueryAt } from '../support/contexts.js';
import { ORDERS, openShop } from '../support/shop.js';

/*
 * What GoogleSQL's own analysis says that a run reads: one job per fact and `when`, however many KPIs and contracts there
 * are, and every reading of the fact between constant bounds of its `when`.
 */

let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let endpoint: string;

beforeAll(async () => {
  evaluator = await Evaluator.start();
  loopback = new LoopbackBigquery(evaluator);
  openShop(loopback);
  endpoint = await loopback.start();
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
});

function kpis(count: number, id = 'acme'): MeasurementRequest {
  const where = (index: number): Filter => ({ all: [equals('status', `status ${index}`), equals('customer', `customer ${index}`)] });
  const measures = Array.from({ length: count }, (_, index) => measure(`m${index}`, 'orders', { sum: 'amount' }, { where: where(index) }));
  const of = terms({ id, term: { from: '2026-01-01', to: '2026-01-31' }, definitions: { facts: [fact('orders')], measures } });
  return request(of, { asOf: '2026-02-05', periods: ['2026-01'] });
}

async function explained(requests: readonly MeasurementRequest[]) {
  const warehouse = await bigqueryAt(endpoint, loopback.project)();
  const { statements, costs = [], issues } = await warehouse.explain(requests);
  expect(issues).toEqual([]);
  return { statements, bytes: costs.map(({ bytes }) => bytes), billed: costs.map(({ billed }) => billed) };
}

/** Bytes of the columns named, as declared: text has two bytes more. */
function declared(columns: readonly string[]): bigint {
  const sizes: Readonly<Record<string, (cell: string) => number>> = {
    INT64: () => 8,
    TIMESTAMP: () => 8,
    NUMERIC: () => 16,
    STRING: (cell) => cell.length + 2,
  };
  let bytes = 0;
  ORDERS.fields.forEach((field, index) => {
    if (columns.includes(field.name)) for (const row of ORDERS.rows) bytes += sizes[field.type]?.(String(row[index])) ?? 0;
  });
  return BigInt(bytes);
}

describe('from 1 to 50 KPIs on one fact', () => {
  it.each([1, 10, 50])('%i: one job, the same columns', async (count) => {
    const { statements, bytes } = await explained([kpis(count)]);
    expect(statements).toHaveLength(1);
    expect(bytes).toEqual([declared(['id', 'ts', 'amount', 'customer', 'status'])]);
    // sums, duplicates, freshness, NULLs
    expect(statements[0]?.sql.match(/`acme-reporting\.shop\.orders`/g)).toHaveLength(4);
  });

  it('ten contracts cost what one does', async () => {
    const one = await explained([kpis(5, 'c0')]);
    const ten = await explained(Array.from({ length: 10 }, (_, index) => kpis(5, `c${index}`)));
    expect(ten.bytes).toEqual(one.bytes);
    expect(ten.billed).toEqual(one.billed);
    expect(one.billed).toEqual([10n * 2n ** 20n]);
    const before = loopback.jobs.paid.length;
    const warehouse = await bigqueryAt(endpoint, loopback.project)();
    const { each } = await warehouse.measure(Array.from({ length: 10 }, (_, index) => kpis(5, `c${index}`)));
    expect(each.map(({ measured, issues }) => [measured !== null, issues])).toEqual(Array.from({ length: 10 }, () => [true, []]));
    expect(loopback.jobs.paid.slice(before).map(({ bytes }) => BigInt(bytes))).toEqual(one.bytes);
    expect(warehouse.spent()).toEqual({ bytes: one.bytes[0], billed: one.billed[0] });
  });

  it('what was read is told alike by whoever found it read', async () => {
    const told = async () => {
      const warehouse = await bigqueryAt(endpoint, loopback.project)();
      await warehouse.measure([kpis(3, 'again')]);
      return warehouse.spent();
    };
    const before = loopback.jobs.paid.length;
    const first = await told();
    expect(first).toMatchObject({ billed: 10n * 2n ** 20n });
    expect(await told()).toEqual(first);
    expect(loopback.jobs.paid.length - before).toBe(1);
  });

  it('a query that fails for one contract fails for it alone', async () => {
    const warehouse = await bigqueryAt(endpoint, loopback.project)();
    const message = 'Resources exceeded during query execution';
    // all four together, the first two, the first
    loopback.faults.add({ on: 'insert', times: 3, effect: { jobFails: { reason: 'resourcesExceeded', message } } });
    const { each, measured } = await warehouse.measure(['a', 'b', 'c', 'd'].map((id, index) => kpis(index + 1, id)));
    expect([...measured.keys()]).toEqual(['b', 'c', 'd']);
    expect(each.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['bigquery-resources'], [], [], []]);
  });

  it('is one job for three contracts too', async () => {
    const before = loopback.jobs.paid.length;
    const warehouse = await bigqueryAt(endpoint, loopback.project)();
    const { measured } = await warehouse.measure([kpis(5, 'one'), kpis(9, 'two'), kpis(2, 'three')]);
    expect([...measured.keys()]).toEqual(['one', 'two', 'three']);
    expect(loopback.jobs.paid.slice(before).map(({ id }) => id.replace(/_[0-9a-f]{40}$/, ''))).toEqual(['concord_several']);
  });
});

it('every reading has constant bounds on the bare column', async () => {
  const { statements } = await explained([kpis(3)]);
  const sql = statements[0]?.sql ?? '';
  const readings = sql.split('`acme-reporting.shop.orders`').slice(1);
  const bounded = /^ WHERE \(`ts` >= TIMESTAMP '[^']+' AND `ts` < TIMESTAMP '[^']+'\)/;
  const nulls = /^ WHERE `ts` IS NULL/;
  expect(readings.filter((rest) => bounded.test(rest) || nulls.test(rest))).toHaveLength(readings.length);
});
