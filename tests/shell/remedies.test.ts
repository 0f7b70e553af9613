import { describe, expect, test } from 'vitest';
import { fact, measure, request, terms } from '../build-terms.js';
import { wordsOf } from '../issue-words.js';
import { measureFiles, only, totals } from './data-folder.js';

/*
 * What a message proposes is done as it says: the value of each kind goes through the expression that the message prints, in a view,
 * and comes out as the number or the day that it means. A remedy that fails, or that makes another number of it, is worse than none.
 */
const QUOTED = (value: string) => `"${value.replace(/"/g, '""')}"`;
const january = { from: '2026-01-01', to: '2026-01-31' };

/** Measures a file with one odd value, by itself or through a view. */
async function measured(column: 'amount' | 'day', value: string, view: string | null) {
  const [amount, day] = column === 'amount' ? [QUOTED(value), '2026-01-05'] : ['7', QUOTED(value)];
  const source = view === null ? { table: 'shop.sales' } : { view: 'shaped' };
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

const shaped = (column: string, expression: string) =>
  `SELECT id, ${['amount', 'day'].map((each) => (each === column ? `${expression.replace('…', each)} AS ${each}` : each)).join(', ')} FROM shop.sales`;

describe('a number', () => {
  test.each<[string, readonly string[]]>([
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
    ['1,234,567', ['1234567']],
    ['1.234,50', ['1234.5']],
    ['1.234.567', ['1234567']],
    ['12,50', ['12.5']],
    ['1,234', ['1234', '1.234']],
    ['5499.959999999999', ['5499.96']],
  ])('%s is made what it means', async (value, meant) => {
    const expressions = await proposed('amount', value);
    const found = [];
    for (const expression of expressions) {
      const measurement = await measured('amount', value, shaped('amount', expression));
      expect(measurement.issues).toEqual([]);
      found.push(totals(only(measurement), 'amount')['2026-01']);
    }
    expect(found).toEqual(meant);
  });

  test.each(['US$ 12.50', '1 234,50', "1'234.50", '$(12.50)', '95.12%', '1.5e3'])('%s is left to whoever knows it', async (value) => {
    expect(await proposed('amount', value)).toEqual([]);
  });
});

describe('a day', () => {
  test.each<[string, readonly string[]]>([
    ['1/15/26', ["CAST(strptime(…, '%m/%d/%y') AS DATE)"]],
    ['15.01.2026', ["CAST(strptime(…, '%d.%m.%Y') AS DATE)"]],
    ['2026/1/5', ["CAST(strptime(…, '%Y/%m/%d') AS DATE)"]],
    ['2026/1/5 9:05', ["strptime(…, '%Y/%m/%d %H:%M')"]],
    ['01/02/2026', ["CAST(strptime(…, '%d/%m/%Y') AS DATE)", "CAST(strptime(…, '%m/%d/%Y') AS DATE)"]],
    ['20260105', ["CAST(strptime(…, '%Y%m%d') AS DATE)"]],
  ])('%s is read in the order that it has', async (value, expected) => {
    const expressions = await proposed('day', value);
    expect(expressions).toEqual(expected);
    const found = [];
    for (const expression of expressions) {
      const measurement = await measured('day', value, shaped('day', expression));
      expect(measurement.issues).toEqual([]);
      found.push(totals(only(measurement), 'amount')['2026-01'] ?? '0');
    }
    // 1 February lies after the period; everything else is in it.
    expect(found).toEqual(expected.map((_, index) => (value === '01/02/2026' && index === 0 ? '0' : '7')));
  });
});
