import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Season } from '../../src/contract/model.js';
import { dayNumber } from '../../src/kernel/calendar.js';
import { forecastMeasure } from '../../src/outlook/measure-forecasts.js';
import { REAL_DATA, titled } from './real-data.js';

const { title, present } = titled('Olist: a Black Friday, declared and not', 'olist');

const START = dayNumber('2017-01-01');
const NOVEMBER = { from: '2017-11-01', to: '2017-11-30' };
const DECEMBER = { from: '2017-12-01', to: '2017-12-31' };
const DAY = '2017-11-24';
const season: Season = {
  name: 'Black Friday',
  dates: [{ from: DAY, to: DAY }],
  factor: null,
  basis: null,
  clause: { file: 'definitions.yaml', line: 1 },
};

describe.skipIf(!present)(title, () => {
  const values = new Float64Array(365);

  beforeAll(async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const found = await connection.runAndReadAll(`select cast(cast(purchased_at as date) as varchar), cast(sum(items_value) as double)
      from read_parquet('${REAL_DATA}/olist/orders_flat.parquet')
      where order_status not in ('canceled', 'unavailable') and purchased_at >= '2017-01-01' and purchased_at < '2018-01-01' group by 1`);
    for (const [day, value] of found.getRows()) values[dayNumber(String(day)) - START] = Number(value);
    connection.closeSync();
  });

  const forecast = (through: string, month: typeof NOVEMBER, declared: Season | null) => {
    const known = values.slice(0, dayNumber(through) - START + 1);
    const events = Uint8Array.from(known, (_, place) => (declared !== null && place === dayNumber(DAY) - START ? 1 : 0));
    const made = forecastMeasure({ start: START, values: known, rows: known, events }, month, declared === null ? [] : [declared]);
    return { ...made, end: made.toDate + made.rest };
  };
  const total = ({ from, to }: typeof NOVEMBER): number =>
    values.subarray(dayNumber(from) - START, dayNumber(to) - START + 1).reduce((a, b) => a + b, 0);

  it('ahead of it: declared without a factor there is no probability, with one it is nearer', () => {
    const blind = forecast('2017-11-15', NOVEMBER, null);
    expect(blind.none).toBeNull();
    expect(forecast('2017-11-15', NOVEMBER, season).none).toEqual({ code: 'unknown-event', event: 'Black Friday' });
    const agreed = forecast('2017-11-15', NOVEMBER, { ...season, factor: '6' });
    expect(agreed.none).toBeNull();
    expect(total(NOVEMBER) - agreed.end).toBeGreaterThan(0);
    expect(agreed.end - blind.end).toBeGreaterThan(100_000);
  });

  it('behind it: declared it leaves the level, and December is nearer on each day of asking', () => {
    for (const through of ['2017-12-05', '2017-12-10', '2017-12-15']) {
      const [blind, declared] = [forecast(through, DECEMBER, null), forecast(through, DECEMBER, season)];
      expect(Math.abs(declared.end - total(DECEMBER))).toBeLessThan(Math.abs(blind.end - total(DECEMBER)));
    }
  });
});
