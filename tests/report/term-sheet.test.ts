import { describe, expect, it, test } from 'vitest';
import { amend } from '../../src/amendment/amend.js';
import type { Locale } from '../../src/kernel/text.js';
import { textOfBytes, unzipped } from '../../src/kernel/zip.js';
import { quoteOf } from '../../src/outlook/quote.js';
import { changesSections } from '../../src/report/changes-comment.js';
import { setSection } from '../../src/report/comment-sections.js';
import { docxOf } from '../../src/report/docx/docx.js';
import { signatureBlocks, termSheet, termSheetBlocks, termSheetDocument } from '../../src/report/term-sheet.js';
import { printSheet, sentencesOf } from '../../src/term-sheet/print.js';
import { linesOf, relationship, settleDays } from '../settlement/relationship.js';
import { sampleTerms } from '../term-sheet/terms-of.js';

/* A term sheet as people get it; the sentences word for word, as a lawyer would hold them against the contract. */

const terms = sampleTerms('acme-linkstar-amazon-jp');
const [en, zh] = [sentencesOf(printSheet(terms, 'en')), sentencesOf(printSheet(terms, 'zh'))];

describe('sentences', () => {
  it.each([
    [
      'The contract is in force from 1 April 2026 to 31 March 2027, both days included.',
      '合同期自 2026 年 4 月 1 日起至 2027 年 3 月 31 日止，首尾两日均计入。',
    ],
    [
      'Its target, which scores 100%, is 12% (from Q2 2026 on); 15% (from Q4 2026 on); from level to level the score runs in a straight line.',
      '目标值为 12%（自 2026 年第 2 季度起）；15%（自 2026 年第 4 季度起），达到得 100%；各水平之间的得分按直线计算。',
    ],
    [
      'Its rates are 5% from JPY 0, 6% from JPY 40,000,000, 7% from JPY 80,000,000.',
      '费率为 JPY 0 起 5%、JPY 40,000,000 起 6%、JPY 80,000,000 起 7%。',
    ],
    [
      'Wager first_year: net_sales is held against the target of JPY 94,000,000, and more is in favour of the provider.',
      '对赌 first_year：以 net_sales 与目标值 JPY 94,000,000 相比，高于目标值者有利于服务方。',
    ],
    ['It is settled once, by what the whole term comes to.', '整个合同期结算一次，以整个合同期的数值为准。'],
    [
      'On what goes beyond it the losing party pays the other at the rate of 4%, at most JPY 2,000,000.',
      '超出免计区间的部分，由输方按 4% 向赢方支付，最多 JPY 2,000,000。',
    ],
    ['Penalty defects: the brand pays less of the fee base, by the score of defects.', '扣款 defects：按 defects 的得分扣减 base。'],
  ])('%s', (english, chinese) => {
    expect(en.indexOf(english)).toBeGreaterThan(0);
    expect(zh[en.indexOf(english)]).toBe(chinese);
  });

  describe('of clauses that the term cuts', () => {
    const fees = [
      { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '3%' }, accumulate: 'term' },
      {
        id: 'bet',
        kind: 'wager',
        metric: 'gmv',
        better: 'higher',
        target: 9,
        over: 'quarter',
        deadband: 0,
        stake: 2000,
        onEarlyEnd: 'void',
      },
    ];
    const printed = (cap: object, locale: Locale) =>
      sentencesOf(printSheet(relationship({ fees: [...fees, { id: 'most', kind: 'cap', ...cap }] }).terms, locale));

    it('a stake of a quarter that lies in the term in part is less: 79 of 90 days of 2,000 are 1,755.56', () => {
      expect(printed({ period: 8000 }, 'en')).toContain(
        'It is settled once for each calendar quarter, by what that quarter comes to; where only a part of a quarter lies in the term, the most that it can pay is reduced in proportion to the days that do, and so are the target and the distance of a metric that grows with time.',
      );
      expect(printed({ period: 8000 }, 'zh')).toContain(
        '每个自然季度结算一次，以该季度的数值为准；季度仅部分在合同期内的，最高支付金额按在合同期内的天数折算，累计类指标的目标值与免计区间亦同。',
      );
    });

    it('both sides of what adds up are reckoned at the rates of the period', () => {
      expect(printed({ period: 8000 }, 'en').join(' ')).toContain('up to the end of the period before, both at the rates of this period;');
      expect(printed({ period: 8000 }, 'zh').join('')).toContain('截至上期末应付数的差额，两者均按本期费率计算；');
    });

    it('as settlement pays: the stake of 79 days 1,755.56, and 0.00 for a month from which on the rate is 0%', () => {
      const [sales, bet] = fees;
      const tiers = { '2026-01': { 0: '3%' }, '2026-03': { 0: '0%' } };
      const { terms: cut } = relationship({ term: { from: '2026-01-12', to: '2026-06-30' }, fees: [{ ...sales, tiers }, bet] });
      const values = Object.fromEntries(['2026-01', '2026-02', '2026-03'].map((period) => [period, { revenue: '10000' }]));
      const ledger = settleDays(cut, [], [{ asOf: '2026-04-06', values }]);
      const paid = ledger.map(({ statement }) => linesOf(statement));
      expect(paid).toEqual([
        ['sales 300.00', 'bet 0.00'],
        ['sales 300.00', 'bet 0.00'],
        ['sales 0.00', 'bet 1755.56'],
      ]);
    });

    it.each([[true], [false]])('a cap of the term is only told of where there is one (prorated: %s)', (prorate) => {
      for (const [locale, words] of [
        ['en', 'that of the term never is'],
        ['zh', '合同期上限'],
      ] as const) {
        expect(printed({ period: 8000, prorate }, locale).join(' ')).not.toContain(words);
        expect(printed({ period: 8000, term: 9000, prorate }, locale).join(' ')).toContain(words);
      }
    });
  });

  it('stand beside each other: as many in each language', () => {
    expect(zh.length).toBe(en.length);
  });
});

test('the document for programs numbers every clause, in both languages', () => {
  const document = JSON.parse(JSON.stringify(termSheetDocument(termSheet(terms, ['en', 'zh'])))) as {
    sections: { clauses: { number: string; sentences: { en: string[]; zh: string[] } }[] }[];
    boundaries: unknown[];
  };
  const clauses = document.sections.flatMap((section) => section.clauses);
  expect(clauses.flatMap(({ sentences }) => sentences.en)).toEqual(en);
  expect(clauses.flatMap(({ sentences }) => sentences.zh)).toEqual(zh);
  expect(clauses[0]?.number).toBe('1.1');
  expect(document.boundaries.length).toBeGreaterThan(10);
});

test('a Word document has every sentence, a place for both signatures, and the same bytes twice', () => {
  const sheet = termSheet(terms, ['en', 'zh']);
  const made = () => docxOf([...termSheetBlocks(sheet), ...signatureBlocks(sheet)]);
  const bytes = made();
  expect(made()).toEqual(bytes);
  const files = unzipped(bytes, { isName: () => true, most: 5_000_000 });
  if (typeof files === 'string') throw new Error(files);
  const xml = textOfBytes(files.get('word/document.xml') ?? new Uint8Array()) ?? '';
  const cells = xml.split('</w:tc>').map((cell) =>
    [...cell.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/g)]
      .map(([, text = '']) => text)
      .join('')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
  const all = cells.join('\n');
  expect([...en, ...zh].filter((sentence) => !all.includes(sentence))).toEqual([]);
  expect(cells.filter((cell) => cell.startsWith('Brand · 品牌方') || cell.startsWith('Provider · 服务方'))).toHaveLength(2);
});

test('the comment on a pull request that adds a contract has the deal folded, in each language, without what is measured', () => {
  const amendment = amend({ base: null, head: terms, asOf: '2026-03-01', ledger: [], events: [], firstSigned: null, recordsChanged: [] });
  const reported = { amendment, terms, access: [], records: [], quote: quoteOf(terms) };
  const sections = changesSections(
    {
      proposal: { contracts: [reported], workspace: [], added: { events: [], ledger: [] } },
      behind: [],
      broken: [],
      others: [],
      warnings: new Map(),
      compared: { base: 'a'.repeat(40), head: 'b'.repeat(40) },
    },
    { locales: ['en', 'zh'], mostText: 240 },
  ).map(setSection);
  const sheets = sections.filter(({ title }) => /Term sheet|条款清单/.test(title));
  expect(sheets.map(({ title, folded }) => [title, folded])).toEqual([
    ['acme-linkstar-amazon-jp · Term sheet', true],
    ['acme-linkstar-amazon-jp · 条款清单', true],
  ]);
  const [english = '', chinese = ''] = sheets.map(({ blocks }) => blocks.join('\n'));
  expect(english).toContain('| 4.1 | For each period the brand pays the provider the retainer `base` of JPY 900,000.');
  expect(chinese).toContain('| 4.1 | 品牌方每期向服务方支付固定服务费 `base`，金额为 JPY 900,000。');
  expect(english).not.toContain('ordered_value');
  // no sentence of the program's own is cut
  expect(english + chinese).not.toMatch(/characters? more|另有 \d+ 个字符/);
});
