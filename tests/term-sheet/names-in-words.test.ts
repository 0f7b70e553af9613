import { expect, test } from 'vitest';
import { termSheet, termSheetBlocks } from '../../src/report/term-sheet.js';
import { HANDED_OVER } from '../../src/term-sheet/scalars.js';
import { printed } from '../in-process.js';
import { SAMPLES, sampleTerms } from './terms-of.js';

/* What is usual is said in words and read back from them; a name of the parties' own stays as it is written, and is seen to be one. */

const SAYING = { currency: 'USD', firstPeriod: '2026-01', unitOf: () => null, subject: null } as const;

test.each([
  ['data_export', 'the export of the data', '数据导出'],
  ['access_revocation', 'the revocation of access', '权限收回'],
  ['stock_list', 'stock_list', 'stock_list'],
])('%s is handed over in words, and read back', (item, en, zh) => {
  for (const [locale, said] of [['en', en] as const, ['zh', zh] as const]) {
    expect(HANDED_OVER.say(item, { locale, ...SAYING })?.map(({ text }) => text)).toEqual([said]);
    expect(HANDED_OVER.read(said, { locale, firstPeriod: '2026-01' })).toBe(item);
  }
});

test('a terminal, which has no font for code, sets defined terms in code quotes; levels are called by titles', async () => {
  const terms = sampleTerms(SAMPLES[0] ?? '');
  const [kpi] = terms.contract.kpis;
  const report = { document: () => ({}), blocks: () => termSheetBlocks(termSheet(terms, ['zh'])) };
  const place = { format: 'pretty', locale: 'zh', width: 200, color: false } as const;
  const { output } = await printed(place, { ended: 0, report });
  expect(output).toContain(`考核指标 \`${kpi?.id}\` 按指标 \`${kpi?.metric}\` 计量`);
  expect(output).not.toMatch(new RegExp(`^${kpi?.id} · `, 'mu'));
});
