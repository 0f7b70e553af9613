import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/*
 * What the pages in expected/ let their reader recompute, by hand: golden.test.ts makes sure that they are what is written. Each page is
 * English, then Chinese.
 */
function pageOf(folder: string): { readonly en: string; readonly zh: string } {
  const [en = '', zh = ''] = readFileSync(new URL(`${folder}/expected/statement.md`, import.meta.url), 'utf8').split('\n---\n');
  return { en, zh };
}

describe('a KPI from which days or rows are excluded has the sums that it is computed from', () => {
  test('a ratio: 340 ÷ 110 is 3.0909, 440 ÷ 200 were 2.2', () => {
    const { en, zh } = pageOf('exclusion-drop');
    expect(en).toContain('| **Return on ad spend** · `roas` | 3.0909 |');
    expect(en).toContain(
      'without the rows of 2026-02-10T00:00:00Z – 2026-02-11T12:00:00Z in which channel is "video" (2026-02-12-fake-clicks.yaml); what is left: Sales 340.00, spend 110.00',
    );
    expect(zh).toContain('（2026-02-12-fake-clicks.yaml）；剔除后：Sales 340.00、spend 110.00');
    expect(en).toContain('| Sales · `revenue` | 440.00 |');
  });

  test('a flow, its levels scaled: 2,800 × 26.5 ÷ 28 is 2,650', () => {
    const { en, zh } = pageOf('exclusion-prorate');
    expect(en).toContain('| USD 1,325.00 | ≥ USD 2,650.00 | 50% |');
    expect(en).toContain('what is left: Sales 1,325.00, Orders 3 · levels for 26.5 of 28 days');
    expect(zh).toContain('剔除后：Sales 1,325.00、Orders 3 · 各档按 28 天中的 26.5 天折算');
  });
});

test('the mean of a line that nobody could compute: 100 × 15/31 is 48.39', () => {
  const { en, zh } = pageOf('hold-expires-for-the-provider');
  expect(en).toContain('| 48.39 | payable | held too long: the mean of the last settled amounts, final (2026-01: 100.00; × 15/31 for its days in force)');
  expect(zh).toContain('（2026-01：100.00；按有效天数再 × 15/31）');
});

test('what is above a limit waits for the brand alone, and is decided by what it acknowledged', () => {
  const { en, zh } = pageOf('fronted-spend-grows');
  expect(en).toContain('| 60,000.00 | payable | held too long: paid as far as the brand has acknowledged it, final · what is above the limit of 40,000.00 has grown to 70,000.00 since the brand acknowledged 60,000.00 of it');
  expect(en).not.toContain('provider’s data');
  expect(zh).toContain('长期暂缓结算：按品牌方已确认的部分支付，不再变动');
});
