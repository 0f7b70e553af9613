import { describe, expect, test } from 'vitest';
import type { TableSource } from '../../src/contract/model.js';
import { fact, measure, request, terms } from '../build-terms.js';
import { wordsOf } from '../issue-words.js';
import { measureFiles, only, totals } from './data-folder.js';

/*
 * What a message proposes is done as it says: the value of each kind goes through the expression that the message prints, in a view,
 * and comes out as the number or the day that it means. A remedy that fails, or that makes another number of it, is worse than none.
 */
const QUOTED = (value: string) => `"${value.replace(/"/g, '""')}"`;
const january = { from: '2026-01-01', to: '2026-01-31' };

/** Measures a file with one odd value, by itself, through a view, or as it is declared. */
async function measured(column: 'amount' | 'day', value: string, view: string | null, declared: Partial<TableSource> = {}) {
  const [amount, day] = column === 'amount' ? [QUOTED(value), '2026-01-05'] : ['7', QUOTED(value)];
  const source = view === null ? { table: 'shop.sales', ...declared } : { view: 'shaped' };
  const zone = column === 'day' && /\d:\d/.test(value) ? 'UTC' : null;
  const measurement = await measureFiles({ 'shop/sales.csv': ['id,amount,day', `1,${amount},${day}`] }, [
    request(
      terms({
        term: january,
        definitions: {
          facts: [fact('sales', { source })],
          measures: [measure('amount', 'sales', { sum: 'amount' }, { when: { column: 'day', zone } })],
          views: view === null ? [] : [{ name: 'shaped', duckdb: view, bigquery: null }],
        },
      }),
      { asOf: '2026-02-05' },
    ),
  ]);
  return measurement;
}

/** The expressions that a remedy proposes, in order; the same in both languages. */
async function proposed(column: 'amount' | 'day', value: string): Promise<string[]> {
  const { issues } = await measured(column, value, null);
  const [issue, ...others] = issues;
  if (issue === undefined || others.length > 0) throw new Error(`${value}: ${issues.length} issues`);
  expect(['data-not-a-number', 'data-not-a-time']).toContain(issue.code);
  const [en, zh] = (['en', 'zh'] as const).map((locale) => wordsOf(issue, locale).fix ?? '');
  const expressions = (text = '') => text.match(/CAST\(.*?(?:DECIMAL\(38, 9\)|DATE)\)|strptime\(…, '[^']*'\)/g) ?? [];
  expect(expressions(zh)).toEqual(expressions(en));
  return expressions(en).filter((each, index, all) => !all.slice(0, index).some((before) => before.includes(each)));
}

/** The declarations that a remedy proposes, in order; the same in both languages. */
async function declarations(column: 'amount' | 'day', value: string): Promise<Partial<TableSource>[]> {
  const [issue] = (await measured(column, value, null)).issues;
  const [en = '', zh = ''] = (['en', 'zh'] as const).map((locale) => (issue === undefined ? '' : (wordsOf(issue, locale).fix ?? '')));
  const words = (text: string) =>
    [...text.matchAll(/(strip|thousands|decimal|time): "([^"]+)"/g)].map(([, key = '', word = '']) => [key, word]);
  expect(words(zh)).toEqual(words(en));
  const written = (key: string) => words(en).flatMap(([own, word = '']) => (own === key ? [word] : []));
  const columns = (time: string | null) =>
    ['id', 'amount', 'day'].map((name) => ({
      name,
      header: name,
      time: name === column ? time : null,
      strip: name === column ? written('strip') : [],
    }));
  if (written('time').length > 0) return written('time').map((time) => ({ columns: columns(time) }));
  const marks = words(en).filter(([key]) => key === 'thousands' || key === 'decimal');
  if (marks.length === 0 && written('strip').length === 0) return [];
  const formats = / or decimal: /.test(en) ? marks.map((mark) => Object.fromEntries([mark])) : [Object.fromEntries(marks)];
  return formats.map((format) => ({ columns: columns(null), ...(marks.length > 0 ? { format } : {}) }));
}

const shaped = (column: string, expression: string) =>
  `SELECT id, ${['amount', 'day'].map((each) => (each === column ? `${expression.replace('…', each)} AS ${each}` : each)).join(', ')} FROM shop.sales`;

/** What January comes to with each of the expressions. */
async function sumsOf(column: 'amount' | 'day', value: string, expressions: readonly string[]): Promise<string[]> {
  return januaries(expressions.map((expression) => () => measured(column, value, shaped(column, expression))));
}

/** The same with each declaration that the remedy names. */
async function sumsAsDeclared(column: 'amount' | 'day', value: string): Promise<string[]> {
  const all = await declarations(column, value);
  return januaries(all.map((declared) => () => measured(column, value, null, declared)));
}

async function januaries(measurements: readonly (() => ReturnType<typeof measured>)[]): Promise<string[]> {
  const sums: string[] = [];
  for (const measure of measurements) {
    const measurement = await measure();
    expect(measurement.issues).toEqual([]);
    sums.push(totals(only(measurement), 'amount')['2026-01'] ?? '0');
  }
  return sums;
}

describe('a number', () => {
  /** What a declaration of the file can say, and an expression of a view. */
  const DECLARABLE: [string, readonly string[]][] = [
    ['$1,000.00', ['1000']],
    ['$1000.5', ['1000.5']],
    ['¥1,234.50', ['1234.5']],
    ['￥99.00', ['99']],
    ['99.00元', ['99']],
    ['-£12.50', ['-12.5']],
    ['€1.000,50', ['1000.5']],
    ['€ 12,5', ['12.5']],
    ['$1,000', ['1000', '1']],
    ['1,234.50', ['1234.5']],
    ['1.234,50', ['1234.5']],
    ['12,50', ['12.5']],
    ['1,234', ['1234', '1.234']],
  ];

  test.each<[string, readonly string[]]>([
    ...DECLARABLE,
    ['1,234,567', ['1234567']],
    ['1.234.567', ['1234567']],
    ['5499.959999999999', ['5499.96']],
    ['1.10123456789', ['1.101234568']],
    ['(1,234.50)', ['-1234.5']],
    ['( 50.00 )', ['-50']],
    ['（50）', ['-50']],
    ['1,234.50-', ['-1234.5']],
    ['50 -', ['-50']],
    ['−1,234.50', ['-1234.5']],
    ['－50', ['-50']],
    ['１２３.５０', ['123.5']],
    ['－１２．５', ['-12.5']],
    ['="1234.50"', ['1234.5']],
    ["'100.25", ['100.25']],
  ])('%s is made what it means', async (value, meant) => {
    const expressions = await proposed('amount', value);
    expect(await sumsOf('amount', value, expressions)).toEqual(meant);
  });

  test.each(DECLARABLE)('%s is declared as the message says, and means that', async (value, meant) => {
    expect(await sumsAsDeclared('amount', value)).toEqual(meant);
  });

  test.each(['US$ 12.50', '1 234,50', "1'234.50", '$(12.50)', '95.12%', '1.5e3', '(1.234,50)', '50,00-', '１，２３４', 'n.a.'])(
    '%s is left to whoever knows it',
    async (value) => {
      expect(await proposed('amount', value)).toEqual([]);
    },
  );
});

describe('a day', () => {
  test.each<[string, readonly string[]]>([
    ['1/15/26', ["CAST(strptime(…, '%m/%d/%y') AS DATE)"]],
    ['15.01.2026', ["CAST(strptime(…, '%d.%m.%Y') AS DATE)"]],
    ['2026/1/5', ["CAST(strptime(…, '%Y/%m/%d') AS DATE)"]],
    ['2026/1/5 9:05', ["strptime(…, '%Y/%m/%d %H:%M')"]],
    ['01/02/2026', ["CAST(strptime(…, '%d/%m/%Y') AS DATE)", "CAST(strptime(…, '%m/%d/%Y') AS DATE)"]],
    ['20260105', ["CAST(strptime(…, '%Y%m%d') AS DATE)"]],
    ['2026年1月5日', ["CAST(strptime(…, '%Y年%m月%d日') AS DATE)"]],
    ['2026年1月5日 9:05:30', ["strptime(…, '%Y年%m月%d日 %H:%M:%S')"]],
    ['2026-01-05 09:05 PM', ["strptime(…, '%Y-%m-%d %I:%M %p')"]],
    ['1/15/2026 9:05:00 am', ["strptime(…, '%m/%d/%Y %I:%M:%S %p')"]],
    ['1/15/2026 9:05PM', ["strptime(…, '%m/%d/%Y %I:%M%p')"]],
    ['99/01/05', ["CAST(strptime(…, '%y/%m/%d') AS DATE)"]],
  ])('%s is read in the order that it has', async (value, expected) => {
    const expressions = await proposed('day', value);
    expect(expressions).toEqual(expected);
    const found = await sumsOf('day', value, expressions);
    // 1 February lies after the period; everything else is in it.
    const outside = (index: number) => (value === '01/02/2026' && index === 0) || value === '99/01/05';
    expect(found).toEqual(expected.map((_, index) => (outside(index) ? '0' : '7')));
  });

  test.each<[string, readonly string[]]>([
    ['1/15/26', ['7']],
    ['15.01.2026', ['7']],
    ['2026/1/5 9:05', ['7']],
    ['01/02/2026', ['0', '7']],
    ['20260105', ['7']],
    ['2026年1月5日 9:05:30', ['7']],
    ['1/15/2026 9:05:00 am', ['7']],
    ['26-01-05', ['0', '7']],
  ])('%s is declared as the message says, and means that', async (value, meant) => {
    expect(await sumsAsDeclared('day', value)).toEqual(meant);
  });

  test('of two digits each is read as either, where both fit; where three do, it is left to whoever knows it', async () => {
    // 26-01-05: 26 January 2005, or 5 January 2026
    const expressions = await proposed('day', '26-01-05');
    expect(expressions).toEqual(["CAST(strptime(…, '%d-%m-%y') AS DATE)", "CAST(strptime(…, '%y-%m-%d') AS DATE)"]);
    expect(await sumsOf('day', '26-01-05', expressions)).toEqual(['0', '7']);
    expect(await proposed('day', '05-01-06')).toEqual([]);
  });

  test.each<[string, RegExp]>([
    ['2026-01-05 10:00:00 America/New_York', /names its zone in letters/],
    ['2026-01-05 10:00 EST', /names its zone in letters/],
    ['2026-01-05 10:00:00 GMT+8', /names its zone in letters/],
    ['2026-01-05 10:00:00,123', /a comma stands before/],
    ['2026-01', /a week, a month or a quarter/],
    ['2026-W05', /a week, a month or a quarter/],
    ['2026Q1', /a week, a month or a quarter/],
    ['2026‑01‑05', /other characters that look like them/],
    ['2026-01-05 下午3:00', /AM or PM/],
    ['2026-02-30', /no calendar or clock has it/],
  ])('%s is called what it is', async (value, what) => {
    const { issues } = await measured('day', value, null);
    expect(issues.map((issue) => wordsOf(issue, 'en').text)).toEqual([expect.stringMatching(what)]);
    expect(await proposed('day', value)).toEqual([]);
  });

  test.each([
    ['2026-01-05 10:00 EST', '[EST, EDT]'],
    ['Jan 5, 2026 1:00:00 PM PST', '[PST, PDT]'],
    ['2026-01-05 10:00:00 (GMT+8)', '[(GMT+8)]'],
  ])('%s: its letters are to be taken off', async (value, marks) => {
    const { issues } = await measured('day', value, null);
    expect(issues.map((issue) => wordsOf(issue, 'en').fix)).toEqual([expect.stringContaining(`Write strip: ${marks} beside the column`)]);
    expect(issues.map((issue) => wordsOf(issue, 'zh').fix)).toEqual([expect.stringContaining(`该列中写 strip: ${marks}，`)]);
  });
});
