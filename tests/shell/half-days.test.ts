import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { timesOf } from '../../src/intake/times.js';
import { plainTime, timeText } from '../../src/shell/duckdb/declared-values.js';
import { timeAdvice } from '../../src/shell/duckdb/value-fault.js';

/* Clocks of twelve hours as East Asia writes them: seen, told how to be declared, and read to the minute that they mean. */

async function answers(...expressions: readonly string[]): Promise<unknown> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const [row] = (await connection.runAndReadAll(`SELECT ${expressions.join(', ')}`)).getRows();
  connection.closeSync();
  instance.closeSync();
  return row;
}

test.each([
  ['%Y-%m-%d %p %I:%M', '2026-01-31 오후 3:05', '2026-01-31 15:05:00'],
  ['%Y-%m-%d %p %I:%M:%S', '2026-01-31 오후 03:05:10', '2026-01-31 15:05:10'],
  ['%Y-%m-%d %p %I:%M', '2026-01-31 오전 12:05', '2026-01-31 00:05:00'],
  ['%Y-%m-%d %p %I:%M', '2026-01-31 오후 12:05', '2026-01-31 12:05:00'],
  ['%Y. %m. %d. %p %I:%M', '2026. 1. 31. 오전 9:00', '2026-01-31 09:00:00'],
  ['%Y년 %m월 %d일 %p %I:%M', '2026년 1월 31일 오후 11:59', '2026-01-31 23:59:00'],
  ['%Y/%m/%d %p%I:%M', '2026/1/31 下午3:05', '2026-01-31 15:05:00'],
  ['%Y年%m月%d日 %p%I:%M', '2026年1月31日 上午12:05', '2026-01-31 00:05:00'],
  // Japan counts the hours of a half from 0
  ['%Y/%m/%d %p%I:%M', '2026/1/31 午後0:05', '2026-01-31 12:05:00'],
  ['%Y/%m/%d %p%I:%M:%S', '2026/1/31 午前00:05:09', '2026-01-31 00:05:09'],
])('%s: %s is %s', async (time, value, meant) => {
  expect(timesOf([value])).toMatchObject({ format: time, kind: 'wall', from: '2026-01', to: '2026-01' });
  expect(timeAdvice(value, false)).toBe(`@advice.time.half-first:${time}`);
  const spelling = { decimal: '.', thousands: null, time, round: null };
  const { is, text } = plainTime(`'${value}'`, time);
  const found = await answers(timeText(`'${value}'`, spelling), `CAST(${is} AS VARCHAR)`, `CAST(${text} AS VARCHAR)`);
  expect(found).toEqual([`${meant}.000000`, 'true', meant]);
});

test.each([
  // no hour of twelve; two halves; a half without an hour
  ['%Y-%m-%d %p %I:%M', '2026-01-31 오후 15:05'],
  ['%Y-%m-%d %p %I:%M', '2026-01-31 오전 오후 3:05'],
  ['%Y-%m-%d %H:%M', '2026-01-31 오후 3:05'],
])('%s does not read %s', async (time, value) => {
  const spelling = { decimal: '.', thousands: null, time, round: null };
  expect(await answers(timeText(`'${value}'`, spelling))).toEqual([`\u2260${value}`]);
  expect(timesOf(['2026-01-31 오후 15:05'])).toBeNull();
});
