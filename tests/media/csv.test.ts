import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/commands/run/explain.js';
import { score } from '../../src/commands/run/score.js';
import { settleDue } from '../../src/commands/run/settle.js';
import type { Report } from '../../src/media/outcome.js';
import type { Sheet } from '../../src/report/blocks.js';
import { contextFor, printed, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { runCli } from '../run-cli.js';
import { golden } from './golden-texts.js';

/* `--format csv`: exact bytes, figures as worked out by hand in the golden folder's hand.txt, and cells that a spreadsheet must not reckon with. */

const MARK = '\uFEFF';
const WIDTH = { locale: 'en', color: false, width: 100, format: 'csv' } as const;

function reportOf(...sheets: readonly Sheet[]): Report {
  return { document: () => ({}), blocks: () => sheets.map((sheet) => ({ kind: 'table', columns: [], rows: [], sheet: () => sheet })) };
}

async function csvOf(...sheets: readonly Sheet[]): Promise<string> {
  return (await printed(WIDTH, { ended: 0, report: reportOf(...sheets) })).output;
}

describe('cells', () => {
  test.each([
    ['a number stays one', '-1234.50', '-1234.50'],
    ['a formula is text', '=1+1', "'=1+1"],
    ['also behind what a spreadsheet passes over', ' \t=HYPERLINK("x")', '"\' =HYPERLINK(""x"")"'],
    ['what hides before one is seen, and text', '\u200B=1', '⟨U+200B⟩=1'],
    ['also in full width', '＝cmd', "'＝cmd"],
    ['a sum of a name', '-sales', "'-sales"],
    ['an address of a cell', '@A1', "'@A1"],
    ['a date stays text', '2026-01-31', '2026-01-31'],
    ['a comma, a quote, a semicolon', 'a,"b";c', '"a,""b"";c"'],
    ['one line, whatever was written', 'a\r\n=b\tc', 'a =b c'],
    ['what turns figures round is seen', 'pay \u202E05', 'pay ⟨U+202E⟩05'],
    ['nothing', '', ''],
  ])('%s', async (_, value, field) => {
    expect(await csvOf({ titles: ['T', 'U'], rows: [[value, 'end']] })).toBe(`${MARK}T,U\r\n${field},end\r\n`);
  });

  test('null is an empty cell', async () => {
    expect(await csvOf({ titles: ['T', 'U'], rows: [[null, '0']] })).toBe(`${MARK}T,U\r\n,0\r\n`);
  });
});

test('tables with the same columns are one, others follow after an empty line', async () => {
  const [first, second, third] = [
    { titles: ['A', 'B'], rows: [['1', '2']] },
    { titles: ['C'], rows: [['3']] },
    { titles: ['A', 'B'], rows: [['4', '5']] },
  ];
  expect(await csvOf(first, second, third)).toBe(`${MARK}A,B\r\n1,2\r\n4,5\r\n\r\nC\r\n3\r\n`);
  expect(await csvOf()).toBe('');
});

test('nothing is the header of what is listed, so that whoever reads it finds its columns', async () => {
  const nothing: Report = { document: () => ({}), titles: (locale) => ['A', locale], blocks: () => [{ kind: 'paragraph', text: [] }] };
  expect((await printed(WIDTH, { ended: 0, report: nothing })).output).toBe(`${MARK}A,en\r\n`);
});

describe('what is settled and scored', () => {
  const { id, texts, folder } = golden('commission-marginal');
  const data = fileURLToPath(new URL('data/', folder));
  const place = (locale: 'en' | 'zh') => ({
    ...contextFor({ root: '/nowhere', asOf: '2026-05-05', locale, format: 'csv', data }),
    files: memoryFiles(texts),
  });

  test('is a row per line with the bare amount, no total, and is the same when explained', async () => {
    const settled = await run(place('en'), (context) => settleDue(context, { contract: id, period: null, preview: false }));
    expect(settled).toMatchObject({ exitCode: 0, crash: null });
    expect(settled.errors).toBeUndefined();
    const rows = settled.output.split('\r\n');
    expect(rows[0]).toBe(`${MARK}Contract,Period,Line ID,Line,Amount,Currency,State,Why`);
    expect(rows.slice(1, -1).map((each) => each.split(',').slice(0, 7))).toEqual([
      ['tea-marginal', '2026-01', 'share', 'Commission', '90.04', 'USD', 'payable'],
      ['tea-marginal', '2026-02', 'share', 'Commission', '-10.00', 'USD', 'deducted'],
      ['tea-marginal', '2026-03', 'share', 'Commission', '40.00', 'USD', 'payable'],
      ['tea-marginal', '2026-04', 'share', 'Commission', '40.02', 'USD', 'payable'],
    ]);
    const explained = await run(place('en'), (context) => explain(context, { contract: id, period: '2026-02', line: null }));
    expect(explained.output).toBe([rows[0], rows[2], ''].join('\r\n'));
  });

  test('is the header alone where nothing is due', async () => {
    const early = { ...place('en'), asOf: '2026-01-31' };
    const settled = await run(early, (context) => settleDue(context, { contract: id, period: null, preview: false }));
    expect(settled).toMatchObject({ exitCode: 0, output: `${MARK}Contract,Period,Line ID,Line,Amount,Currency,State,Why\r\n` });
  });

  test('has titles in the language of its reader, and ratios as decimals', async () => {
    const scored = await run(place('zh'), (context) => score(context, { contract: id, period: '2026-02' }));
    const [titles, ...rows] = scored.output.split('\r\n');
    expect(titles).toBe(`${MARK}合同,结算期,指标编号,考核指标,实际值,门槛值,目标值,挑战值,达成率,得分,权重,状态,综合得分`);
    // 300 - 500 of a target of 1000; the score of a negative actual is 0.
    expect(rows[0]).toMatch(/^tea-marginal,2026-02,sales,[^,]+,-200,,1000,,-0\.2,0,1,[^,]+,0$/u);
    expect(rows.slice(1)).toEqual(['']);
  });
});

test('what has no table is refused in words before it does anything', async () => {
  for (const [locale, words] of [
    ['en', 'error: this has no tables to print; use --format pretty, markdown or json'],
    ['zh', '错误：此命令没有可输出的表格；请改用 --format pretty、markdown 或 json'],
  ] as const) {
    for (const typed of [['check'], ['settle', '--open-pr']]) {
      const { code, stdout, stderr } = await runCli([...typed, '--format', 'csv', '--locale', locale]);
      expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', words]);
    }
  }
});
