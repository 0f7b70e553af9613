import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { initGuided } from '../../src/commands/run/init-guided.js';
import { QUESTION_IDS, type QuestionId } from '../../src/drafting/questions.js';
import type { Locale } from '../../src/kernel/text.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { contextFor } from '../in-process.js';
import { REPOSITORY } from '../run-cli.js';

/** Somebody at the terminal, who types these lines; and everything that was shown. */
async function typing(lines: readonly string[], language: Locale, given: Partial<Record<QuestionId, string>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'concord-guided-'));
  const shown: string[] = [];
  const left = [...lines];
  const ask = async (question: string) => {
    shown.push(question);
    const line = left.shift();
    if (line === undefined) throw new Error(`nothing is typed for ${question}`);
    return line;
  };
  const nothing = Object.fromEntries(QUESTION_IDS.map((id) => [id, null])) as Record<QuestionId, null>;
  const { ended } = await initGuided(contextFor({ root, today: '2025-12-10' }), localFiles(`${REPOSITORY}templates`), {
    language,
    given: { ...nothing, ...given },
    file: null,
    ask,
  });
  expect({ ended, left }).toEqual({ ended: 0, left: [] });
  return { shown, contract: readFileSync(join(root, 'contracts', given.id ?? 'first', 'contract.yaml'), 'utf8') };
}

test('asks one question for another, and again where an answer is none', async () => {
  const lines = [
    '',
    'Acme',
    'Agency',
    '',
    'Beijing',
    'Asia/Shanghai',
    '',
    '',
    'shopify, 3',
    '3.000',
    '3,000',
    '3%',
    'roas 3',
    '',
    '2000',
    '',
    '',
  ];
  const { shown, contract } = await typing(lines, 'en');
  expect(shown[0]).toBe('\n1/19 Name of the contract’s folder, in small letters\n  [first] > ');
  expect(shown[5]).toBe(
    '  "Beijing" is no answer: expected an IANA time zone such as Asia/Shanghai\n\n5/19 Time zone in which days are counted: the one of the reports that both read\n  [Asia/Shanghai] > ',
  );
  expect(shown[6]).toContain('[2026-01-01] > ');
  expect(shown[7]).toContain('[2026-12-31] > ');
  expect(shown[8]).toContain(
    '\n  shopify, shopify-payouts, meta, google-ads, ga4, tiktok-shop, tiktok-ads, amazon, amazon-business, shopee, tmall\n  > ',
  );
  expect(shown[10]).toContain('"3.000" is no answer: expected an amount above 0 in digits');
  expect(shown[12]).toContain('revenue (Revenue), roas (Return on ad spend), cac (Cost per new customer), basket (Average order value)');
  // One rate has no tiers that could begin anew, and the people of a new workspace sign.
  expect(shown.some((question) => question.includes('begin anew'))).toBe(false);
  expect(shown).toHaveLength(lines.length);
  expect(contract).toContain('signatories: [brand_lead, brand_finance]');
});

test('asks in Chinese, and nothing that was given', async () => {
  const given = { id: 'lingxing', brand: '灵星', provider: '代理', exports: 'shopify,meta', from: '2026-01-01', to: '2026-12-31' };
  const lines = ['', '', '3万', '40万以内 3%，以上 4%', 'term', '投产比 3.0，新客成本 25', '无', '', '500万，2%，2万', '无'];
  const { shown, contract } = await typing(lines, 'zh', given);
  expect(shown[0]).toBe('\n4/19 合同币种\n  [USD] > ');
  expect(shown[2]).toBe('\n10/19 每月固定服务费，如 3000；没有则填“无”\n  [无] > ');
  expect(contract).toContain('amount: 30000');
  expect(contract).toContain('accumulate: term');
  expect(contract).toContain('target: 5000000, over: term');
  expect(contract).not.toMatch(/# [A-Za-z]+ [A-Za-z]+ [A-Za-z]+/);
});
