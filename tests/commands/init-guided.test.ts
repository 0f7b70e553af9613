import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
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
async function typing(lines: readonly string[], language: Locale, given: Partial<Record<QuestionId, string>> = {}, ends = 0) {
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
  expect({ ended, left }).toEqual({ ended: ends, left: [] });
  const path = join(root, 'contracts', given.id ?? 'first', 'contract.yaml');
  return { shown, contract: existsSync(path) ? readFileSync(path, 'utf8') : null, isEmpty: readdirSync(root).length === 0 };
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
    '',
    'yes',
  ];
  const { shown, contract } = await typing(lines, 'en');
  expect(shown[0]).toBe('\n1. Name of the contract’s folder, in small letters\n  [first] > ');
  expect(shown[5]).toBe(
    '  "Beijing" is no answer: expected an IANA time zone such as Asia/Shanghai\n\n5. Time zone in which days are counted: the one of the reports that both read\n  [Asia/Shanghai] > ',
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
  const lines = ['', '', '3万', '40万以内 3%，以上 4%', 'term', '投产比 3.0，新客成本 25', '无', '', '500万，2%，2万', '无', '是'];
  const { shown, contract } = await typing(lines, 'zh', given);
  expect(shown[0]).toBe('\n1. 合同币种\n  [USD] > ');
  expect(shown[2]).toBe('\n3. 每月固定服务费，如 3000；没有则填“无”\n  [无] > ');
  expect(contract).toContain('amount: 30000');
  expect(contract).toContain('accumulate: term');
  expect(contract).toContain('target: 5000000, over: term');
  expect(contract).not.toMatch(/# [A-Za-z]+ [A-Za-z]+ [A-Za-z]+/);
});

test('shows the deal before it is written, and a no writes nothing', async () => {
  const given = { id: 'acme', brand: 'Acme', provider: 'Agency', currency: 'USD', timezone: 'Asia/Shanghai', from: '2026-01-01' };
  const more = { to: '2026-12-31', retainer: '3000', kpis: 'roas 3.0', minSpend: '1000', bonus: '2000' };
  const deal = { ...given, ...more, commission: '3% up to 400000, 4% above', accumulate: 'month', wager: '5000000, 2%, 20000' };
  const { shown, isEmpty } = await typing(['shopify,meta', '40000', 'maybe', 'no'], 'en', deal, 2);
  expect(shown[2]).toBe(`
The deal as it was understood:
  acme: Acme pays Agency
  2026-01-01 to 2026-12-31, days of Asia/Shanghai
  Measured from: shopify, meta
  Fixed fee: USD 3,000 a month
  Commission on the month’s revenue, each rate on its own part: from 0: 3%, from 400,000: 4%
  Targets: Return on ad spend 3.0
  ROAS and cost per new customer do not count below USD 1,000 of ad spend a month
  Bonus: USD 2,000 in a month in which every target is reached, in proportion from these shares of the targets on: Return on ad spend 80%
  Bet on the term’s revenue: 2% of the difference to USD 5,000,000, at most USD 20,000 either way
  At most USD 40,000 a month
  Signed by brand_lead, brand_finance for the brand, provider_lead, provider_account for the provider

Write the contract? yes or no > `);
  expect(shown[3]).toBe('  "maybe" is no answer: expected yes or no\n\nWrite the contract? yes or no > ');
  expect(isEmpty).toBe(true);
});

test('asks nothing where a whole deal was given', async () => {
  const given = {
    id: 'acme',
    brand: 'Acme',
    provider: 'Agency',
    exports: 'shopify,meta',
    from: '2026-01-01',
    to: '2026-12-31',
    retainer: '3000',
    kpis: 'roas 3.0',
    currency: 'USD',
    timezone: 'Asia/Shanghai',
  };
  const { shown, contract } = await typing([], 'en', given);
  expect(shown).toEqual([]);
  expect(contract).toContain('amount: 3000');
});
