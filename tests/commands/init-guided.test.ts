import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type GuidedOptions, initGuided } from '../../src/commands/run/init-guided.js';
import { QUESTION_IDS, type QuestionId } from '../../src/drafting/questions.js';
import { placeText } from '../../src/kernel/issue.js';
import type { Locale } from '../../src/kernel/text.js';
import { AskingStopped } from '../../src/ports/asking.js';
import { inlineText } from '../../src/report/blocks.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { contextFor } from '../in-process.js';
import { wordsOf } from '../issue-words.js';
import { REPOSITORY } from '../run-cli.js';

/** Somebody at the terminal, who types these lines; and everything that was shown. */
async function typing(
  lines: readonly string[],
  language: Locale,
  given: Partial<Record<QuestionId, string>> = {},
  ends = 0,
  { root = mkdtempSync(join(tmpdir(), 'concord-guided-')), file = null }: { root?: string; file?: GuidedOptions['file'] } = {},
) {
  const shown: string[] = [];
  const left = [...lines];
  const ask = async (question: string) => {
    shown.push(question);
    const line = left.shift();
    if (line === undefined) throw new AskingStopped(`nothing is typed for ${question}`);
    return line;
  };
  const nothing = Object.fromEntries(QUESTION_IDS.map((id) => [id, null])) as Record<QuestionId, null>;
  const { ended } = await initGuided(contextFor({ root, today: '2025-12-10' }), localFiles(`${REPOSITORY}templates`), {
    language,
    given: { ...nothing, ...given },
    file,
    ask,
  });
  expect({ ended, left }).toEqual({ ended: ends, left: [] });
  const path = join(root, 'contracts', given.id ?? 'first', 'contract.yaml');
  return { root, shown, contract: existsSync(path) ? readFileSync(path, 'utf8') : null, files: readdirSync(root) };
}

const BEGIN = '\nAn empty line takes what stands in brackets. < goes back to the question before. Ctrl-C stops and keeps your answers.\n';

test('asks one question for another, and again where an answer is none', async () => {
  const lines = [
    '',
    'Acme',
    'Agency',
    '',
    'UTC+8',
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
  expect(shown[0]).toBe(`${BEGIN}\n1. Name of the contract’s folder, in small letters\n  [first] > `);
  expect(shown[5]).toBe(
    '  "UTC+8" is no answer: expected the name of an IANA time zone, probably Asia/Shanghai\n\n5. Time zone in which days are counted: the one of the reports that both read\n  [Asia/Shanghai] > ',
  );
  expect(shown[6]).toContain('[2026-01-01] > ');
  expect(shown[7]).toContain('[2026-12-31] > ');
  expect(shown[8]).toContain(
    '\n  shopify, shopify-payouts, meta, google-ads, ga4, tiktok-shop, tiktok-ads, amazon, amazon-business, shopee, tmall\n  > ',
  );
  expect(shown[10]).toContain('"3.000" is no answer: expected an amount a month above 0');
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
  expect(shown[0]).toBe('\n直接回车即采用方括号中的值；输入 < 返回上一题；按 Ctrl-C 中止并保存已填内容。\n\n1. 合同币种\n  [USD] > ');
  expect(shown[2]).toBe('\n3. 每月固定服务费，如 3000；没有则填“无”\n  [无] > ');
  expect(contract).toContain('amount: 30000');
  expect(contract).toContain('accumulate: term');
  expect(contract).toContain('target: 5000000, over: term');
  expect(contract).not.toMatch(/# [A-Za-z]+ [A-Za-z]+ [A-Za-z]+/);
});

test('shows the deal before it is written, and a no writes no contract, and keeps the answers', async () => {
  const given = { id: 'acme', brand: 'Acme', provider: 'Agency', currency: 'USD', timezone: 'Asia/Shanghai', from: '2026-01-01' };
  const more = { to: '2026-12-31', retainer: '3000', kpis: 'roas 3.0', minSpend: '1000', bonus: '2000' };
  const deal = { ...given, ...more, commission: '3% up to 400000, 4% above', accumulate: 'month', wager: '5000000, 2%, 20000' };
  const { shown, files } = await typing(['shopify,meta', '40000', 'maybe', 'no'], 'en', deal, 2);
  expect(shown[2]).toBe(`
The deal as it was understood:
  acme: Acme pays Agency
  2026-01-01 to 2026-12-31, days of Asia/Shanghai
  Measured from: shopify, meta
  Fixed fee: USD 3,000 a month
  Commission on the month’s revenue, each rate on its own part: from 0: 3%, from 400,000: 4%
  Targets: Return on ad spend ≥ 3.0
  Below USD 1,000 of ad spend a month ROAS scores 0%
  Bonus: USD 2,000 in full in a month in which every target is reached, else in proportion from these shares of the targets on: Return on ad spend 80%
  Bet on the term’s revenue: 2% of the difference to USD 5,000,000, at most USD 20,000 either way
  At most USD 40,000 a month
  Signed by brand_lead, brand_finance for the brand, provider_lead, provider_account for the provider
Added without being asked, as first contracts have it; each stands in contract.yaml and may be changed:
  The bet: every cent of difference counts (deadband 0); if the contract ends early, it shrinks with the days
  Settled 10 days after a month’s end, and corrected for 3 months more: refunds and late data still come in
  A statement that nobody objects to within 10 days is accepted, and due 15 days later: nothing waits for silence
  Targets change with 14 days’ notice, by at most 20% at a time; either leaves with 30 days’ notice: no surprises
  Days may be left out with both signatures, filed within 10 days, 30 in all; unusual figures are reviewed monthly
  Data, creatives, site and accounts are the brand’s; the stage is pilot, until both trust the numbers

Write the contract? yes or no > `);
  expect(shown[3]).toBe('  "maybe" is no answer: expected yes or no\n\nWrite the contract? yes or no > ');
  expect(files).toEqual(['init-answers.yaml']);
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

describe('somebody who', () => {
  const most = { id: 'acme', brand: 'Acme', provider: 'Agency', currency: 'USD', timezone: 'Asia/Shanghai', from: '2026-01-01' };
  const deal = { ...most, to: '2026-12-31', exports: 'shopify,meta' };

  test('goes back is asked the same again, and what hangs on it', async () => {
    const lines = ['<', '3000', '<', '4000', '3%', 'roas 3', '500', '2000', 'none', '40000', '<', '50000', 'yes'];
    const { shown, contract } = await typing(lines, 'en', deal);
    expect(shown[1]).toMatch(/^ {2}This is the first question\.\n\n1\. Fixed fee/);
    expect(shown[3]).toMatch(/^\n1\. Fixed fee per month/);
    expect(shown[11]).toMatch(/^\n7\. The most that a month may cost/);
    expect(contract).toContain('kind: retainer, amount: 4000');
    expect(contract).toContain('kind: cap, period: 50000');
  });

  test('stops takes up where that was', async () => {
    const first = await typing(['3,000', '', 'roas 3'], 'en', { ...deal, bonus: '2000' }, 2);
    expect(first.files).toEqual(['init-answers.yaml']);
    const text = readFileSync(join(first.root, 'init-answers.yaml'), 'utf8');
    expect(text).toBe(`# Answers so far; what has none is asked: concord init --answers init-answers.yaml
ask: rest
id: "acme"
brand: "Acme"
provider: "Agency"
currency: "USD"
timezone: "Asia/Shanghai"
from: "2026-01-01"
to: "2026-12-31"
exports: "shopify,meta"
retainer: "3,000"
commission: "none"
kpis: "roas 3"
bonus: "2000"
`);
    const file = { path: 'init-answers.yaml', text };
    const { shown, contract } = await typing(['1000', 'none', 'none', 'yes'], 'en', { id: 'acme' }, 0, { root: first.root, file });
    expect(shown[0]).toContain('1. Ad spend a month under which');
    expect(contract).toContain('amount: 3000');
    expect(contract).not.toContain('commission');
  });

  test('types what is most likely a slip is told, and has it by saying it twice', async () => {
    const rest = ['roas 3', '500', '2000', 'none', 'none', 'yes'];
    const slip = await typing(['3000', '3% up to 400, 4% above', '3% up to 400000, 4% above', 'month', ...rest], 'en', deal);
    expect(slip.shown[2]).toMatch(
      /^ {2}"3% up to 400, 4% above": 400 is no more than the fixed fee of one month; is 400000 meant\?\n {2}The same answer once more takes it as it stands\.\n\n2\. Commission/,
    );
    expect(slip.contract).toContain('from 400000: 4%');
    const meant = await typing(['3000', '3% up to 400, 4% above', '3% up to 400, 4% above', 'month', ...rest], 'en', deal);
    expect(meant.contract).toContain('from 400: 4%');
    const inChinese = await typing(['3万', '40以内 3%，以上 4%', '40万以内 3%，以上 4%', 'month', ...rest], 'zh', deal);
    expect(inChinese.shown[2]).toContain('40 还不到一个月的固定服务费，是否应为 400000？');
  });

  test('has typed it beforehand is told once it is written', async () => {
    const given = { ...deal, retainer: '3000', kpis: 'roas 300', cap: '2000', wager: '400, 2%, 20000' };
    const root = mkdtempSync(join(tmpdir(), 'concord-guided-'));
    const nothing = Object.fromEntries(QUESTION_IDS.map((id) => [id, null])) as Record<QuestionId, null>;
    const options = { language: null, given: { ...nothing, ...given }, file: null, ask: null };
    const context = contextFor({ root, today: '2025-12-10', format: 'pretty' });
    const { ended, issues = [], report } = await initGuided(context, localFiles(`${REPOSITORY}templates`), options);
    expect(ended).toBe(0);
    const told = (locale: Locale) =>
      (report?.blocks(locale) ?? []).flatMap((block) => (block.kind === 'lines' ? block.lines.map((line) => inlineText(line.text)) : []));
    expect(told('en')[0]).toBe('The deal as it was understood:');
    expect(told('en')).toContain('At most USD 2,000 a month');
    // Nobody was asked: what was taken as usual is said.
    expect(told('en').find((line) => line.startsWith('Not answered'))).toBe(
      'Not answered, so as usual (commission: none; least ad spend: 1,000; bonus: none)',
    );
    expect(told('zh').find((line) => line.startsWith('未回答'))).toBe('未回答，按默认值（提成：无；最低广告费：1,000；奖金：无）');
    expect(issues.map((each) => `${placeText(each.at)} ${each.severity} ${wordsOf(each, 'en').text}`)).toEqual([
      '--kpis warning "KPIs" is most likely a slip, "roas 300": ROAS 300 is 300 of revenue for each 1 of ad spend; is 3 meant?',
      '--wager warning "bet (wager)" is most likely a slip, "400, 2%, 20000": 400 is no more than the fixed fee of one month; is 400000 meant?',
      '--cap warning "cap" is most likely a slip, "2000": a cap of 2,000 is below the fixed fee of 3,000, which would never be paid in full',
    ]);
    expect(issues.map((each) => wordsOf(each, 'zh').text)[0]).toBe(
      '“考核指标”可能有笔误，"roas 300"：投产比 300 即每 1 元广告费带来 300 元销售额，是否应为 3？',
    );
  });
});
