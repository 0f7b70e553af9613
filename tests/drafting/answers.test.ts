import { describe, expect, test } from 'vitest';
import { answersText, readAnswers } from '../../src/drafting/answers.js';
import { EXPORT_IDS } from '../../src/drafting/exports.js';
import { KPI_IDS } from '../../src/drafting/kpis.js';
import type { QuestionId } from '../../src/drafting/questions.js';
import { readChoices, readDay as readDayAt, readGoals as readGoalsIn } from '../../src/drafting/read-answer.js';
import { readBet as readBetIn } from '../../src/drafting/read-bet.js';
import { readAmount as readAmountOf, withoutSigns } from '../../src/drafting/read-number.js';
import { readTiers as readTiersIn } from '../../src/drafting/read-tiers.js';
import { LOCALES } from '../../src/kernel/text.js';
import { DRAFTING } from '../../src/words/drafting.js';

const readAmount = (text: string, currency: string, minorDigits: number) => readAmountOf(text, currency, minorDigits, 'retainer');
const readTiers = (text: string) => readTiersIn(text, 'USD');
const readBet = (text: string) => readBetIn(text, 'USD');
const readDay = (text: string) => readDayAt(text, 'first');
const readGoals = (text: string, ...rest: readonly [Parameters<typeof readGoalsIn>[1], Parameters<typeof readGoalsIn>[2]]) =>
  readGoalsIn(text, ...rest, 'USD');

const tiers = (...pairs: readonly (readonly [string, string])[]) => ({ value: pairs.map(([from, rate]) => ({ from, rate })) });

describe('tiers', () => {
  test.each([
    ['3%', tiers(['0', '3%'])],
    ['3% up to 400,000, 4% above', tiers(['0', '3%'], ['400000', '4%'])],
    ['3% up to 400000, 4% up to 800,000.50 and 5% above that', tiers(['0', '3%'], ['400000', '4%'], ['800000.50', '5%'])],
    ['40万以内 3%，以上 4%', tiers(['0', '3%'], ['400000', '4%'])],
    ['400,000 以下按３％，3.5亿以内4%，超出部分 5%', tiers(['0', '3%'], ['400000', '4%'], ['350000000', '5%'])],
    ['from 0: 3%, from 400000: 4%', tiers(['0', '3%'], ['400000', '4%'])],
    ['3% of revenue up to 400,000, 4% above', tiers(['0', '3%'], ['400000', '4%'])],
    ['GMV 40万以内提3%，以上提4%', tiers(['0', '3%'], ['400000', '4%'])],
    ['0: 3%; 400,000: 4%', tiers(['0', '3%'], ['400000', '4%'])],
    ['0% up to 100000, 8% above', tiers(['0', '0%'], ['100000', '8%'])],
    ['8% above 100000', tiers(['0', '0%'], ['100000', '8%'])],
    ['10万以上的部分提8%', tiers(['0', '0%'], ['100000', '8%'])],
    ['5% above 100000, 8% above 250000', tiers(['0', '0%'], ['100000', '5%'], ['250000', '8%'])],
    ['5% up to 100000, 0% above', tiers(['0', '5%'], ['100000', '0%'])],
    ['5% up to 100000, 3% above', tiers(['0', '5%'], ['100000', '3%'])],
  ])('%s', (typed, expected) => {
    expect(readTiers(typed)).toEqual(expected);
  });

  test.each([
    '3',
    '0.03',
    '3% 4%',
    '4% above 400000, 3% below',
    '3% up to 400000',
    '3% above, 4% above',
    '3% up to 400000, 4% up to 300000, 5% above',
    'from 100: 3%',
    '8% above 100000, 5% above 50000',
    '8% above 100000, 5% up to 100000',
    '0% up to 100000, 0% above',
    '0% up to 100000, 103% above',
    '8% from 100000 to 250000, 9% above',
    'from 0: 3%, from 0: 4%',
    '3% up to 400.000,00, 4% above',
    '3% up to 3万5, 4% above',
    '3% up to 40,00, 4% above',
    '103%',
    '0%',
    '',
  ])('"%s" is none', (typed) => {
    expect(readTiers(typed)).toEqual({ expected: '@answer.tiers' });
  });
});

test('amounts within an answer may have the sign of the contract’s currency, and no other', () => {
  expect(withoutSigns('3% up to $400,000, 4% above', 'USD')).toBe('3% up to 400,000, 4% above');
  expect(withoutSigns('40万元以内 3%，以上 4%', 'CNY')).toBe('40万以内 3%，以上 4%');
  expect(withoutSigns('cac USD 25', 'USD')).toBe('cac 25');
  expect(withoutSigns('3% up to €400,000, 4% above', 'USD')).toBe('3% up to €400,000, 4% above');
  expect(withoutSigns('RMBX 3', 'CNY')).toBe('RMBX 3');
});

describe('amounts', () => {
  test.each([
    ['3000', '3000'],
    ['3,000.00', '3000.00'],
    ['USD 3,000', '3000'],
    ['3000 usd', '3000'],
    ['３０００', '3000'],
    ['3.5万', '35000'],
    ['1.2亿', '120000000'],
    ['007', '7'],
    ['$3,000', '3000'],
    ['3000美元', '3000'],
    ['3千', '3000'],
    ['40万', '400000'],
  ])('%s', (typed, value) => {
    expect(readAmount(typed, 'USD', 2)).toEqual({ value });
  });

  // Signs of currencies are of many currencies; three digits after a point are thousands to some.
  test.each(['0', '-5', '3.000', '3,00', '3 000', 'three', '1e3', '3万5', '', '9999999999999999'])('"%s" is none', (typed) => {
    expect(readAmount(typed, 'USD', 2)).toEqual({ expected: '@answer.amount' });
  });

  test('a sign is of the currency of the contract', () => {
    for (const [typed, currency, sign] of [
      ['$3000', 'CAD', '$'],
      ['3000 EUR', 'USD', 'EUR'],
      ['€3,000.00', 'USD', '€'],
      ['¥3000', 'USD', '¥'],
      ['3万元', 'USD', '元'],
      ['3000美元', 'CNY', '美元'],
    ] as const) {
      expect(readAmount(typed, currency, 2)).toEqual({ expected: `@answer.amount-currency:${sign}|${currency}` });
    }
    expect(readAmount('3千元', 'CNY', 2)).toEqual({ value: '3000' });
  });

  test('have the digits of their currency', () => {
    expect(readAmount('3.5', 'JPY', 0)).toEqual({ expected: '@answer.amount' });
    expect(readAmount('3.500', 'KWD', 3)).toEqual({ value: '3.500' });
  });
});

describe('KPIs and targets', () => {
  const read = (typed: string) => readGoals(typed, KPI_IDS, DRAFTING.names);
  test.each([
    ['roas 3.0, cac 25', ['roas 3.0', 'cac 25']],
    ['ROAS=3; CAC: 1,025.50', ['roas 3', 'cac 1025.50']],
    ['ROAS 达到 3.0', ['roas 3.0']],
    ['投产比 3.0、新客成本 25', ['roas 3.0', 'cac 25']],
    ['return on ad spend ≥ 3 and refund rate 8%', ['roas 3', 'refund_rate 8%']],
    ['销售额 50万，退款率≤8%', ['revenue 500000', 'refund_rate 8%']],
  ])('%s', (typed, goals) => {
    const found = read(typed);
    expect('value' in found ? found.value.map(({ kpi, target }) => `${kpi} ${target}`) : found).toEqual(goals);
  });

  test.each(['roas', 'roas 3 roas 4', 'roas 3, roas 4', 'ros 3', '3', 'roas 3%', 'roas 0', ''])('"%s" is none', (typed) => {
    expect(read(typed)).toMatchObject({ expected: '@answer.goals' });
  });

  test('a share wants its percent sign, and what cannot be measured is not offered', () => {
    expect(read('roas 3, refund_rate 8')).toEqual({ expected: '@answer.goals-share', part: 'refund_rate 8' });
    // a comma within a number parts no answers, and a weight has no place here
    expect(read('roas 3,5')).toEqual({ expected: '@answer.goals-point:3.5', part: 'roas 3,5' });
    expect(read('roas 3,5,cac 25')).toEqual({ expected: '@answer.goals-point:3.5', part: 'roas 3,5' });
    expect(read('roas 3 60%, cac 25 40%')).toEqual({ expected: '@answer.goals-weights', part: 'roas 3 60%' });
    expect(readGoals('cac 25', ['revenue'], DRAFTING.names)).toEqual({
      expected: '@answer.goals-unmeasured:cac|revenue',
      part: 'cac 25',
    });
  });
});

test('bets, days and choices', () => {
  const bet = { value: { target: '5000000', rate: '2%', limit: '20000' } };
  expect(readBet('5000000, 2%, 20000')).toEqual(bet);
  expect(readBet('target 5,000,000; rate 2%; at most 20,000')).toEqual(bet);
  expect(readBet('目标 500万，2%，最多 2万')).toEqual(bet);
  const stake = { value: { target: '5000000', stake: '10000' } };
  for (const typed of [
    '5000000, 10000',
    '5,000,000; stake 10,000',
    '500万，1万',
    '500万，赢1万，输1万',
    '5000000, win 10000, lose 10000',
  ]) {
    expect(readBet(typed)).toEqual(stake);
  }
  for (const unequal of ['5000000, win 10000, lose 5000', '目标500万，另付1万，否则退5000', '5000000, win 10000']) {
    expect(readBet(unequal)).toEqual({ expected: '@answer.bet-unequal' });
  }
  for (const wrong of [
    '5000000',
    '5000,100',
    '5000000, 10000, 20000',
    '5000000, 10000, lose 5',
    '5000000, 2, 20000',
    '2%, 20000, 5000000',
    '5000000, 2%, 0',
  ]) {
    expect(readBet(wrong)).toEqual({ expected: '@answer.bet' });
  }
  expect(readDay('2026/1/5')).toEqual({ value: '2026-01-05' });
  expect(readDay('2026年1月5日')).toEqual({ value: '2026-01-05' });
  for (const wrong of ['1/5/2026', '2026-02-30', '26-1-5', 'today']) expect(readDay(wrong)).toEqual({ expected: '@answer.day' });
  expect(readChoices('3, A', ['a', 'b', 'c'])).toEqual({ value: ['a', 'c'] });
  expect(readChoices('a d', ['a', 'b'])).toEqual({ expected: ['a', 'b'], part: 'd' });
  expect(readChoices('TikTok Shop 订单、Meta 广告，天猫, google ads', EXPORT_IDS, DRAFTING.exports)).toEqual({
    value: ['meta', 'google-ads', 'tiktok-shop', 'tmall'],
  });
  expect(readChoices('shopify, tiktok', EXPORT_IDS, DRAFTING.exports)).toMatchObject({ part: 'tiktok' });
});

test('a file of answers says what one would type', () => {
  const text =
    'exports: [shopify, meta]\nretainer: 3000.00\ncommission: { from 0: 3%, 400000: 4% }\nkpis: { roas: 3.0, cac: 25 }\nmin-spend: none\n';
  const { answers, issues } = readAnswers('deal.yaml', text);
  expect(issues).toEqual([]);
  expect(Object.fromEntries(answers)).toEqual({
    exports: 'shopify, meta',
    retainer: '3000.00',
    commission: 'from 0: 3%, 400000: 4%',
    kpis: 'roas: 3.0, cac: 25',
    minSpend: 'none',
  });
  expect(readAnswers('deal.yaml', 'a: 1\nretainer: 1\n').issues[0]).toMatchObject({ code: 'answer-unknown', at: { line: 1 } });
  expect(readAnswers('deal.yaml', '- 1\n').issues[0]).toMatchObject({ code: 'answers-unreadable' });
});

test('questions are answered by their names in Chinese, and by what else they are called', () => {
  const said = (text: string) => {
    const { answers, issues } = readAnswers('deal.yaml', text);
    return issues.length > 0 ? issues : Object.fromEntries(answers);
  };
  const deal = { from: '2027-01-01', to: '2027-12-31', bonus: '2000' };
  expect(said('开始日期: 2027-01-01\n结束日期: 2027-12-31\n月度奖金: 2000\n')).toEqual(deal);
  expect(said('首日: 2027-01-01\n末日: 2027-12-31\n奖金: 2000\n')).toEqual(deal);
  expect(said('合同开始日期: 2027-01-01\n合同结束日期: 2027-12-31\n')).toEqual({ from: deal.from, to: deal.to });
});

test('a file of answers whose line is mended shows it in plain characters', () => {
  const shown = (text: string) => readAnswers('answers.yaml', text).issues.map(({ params }) => params.corrected);
  expect(shown('retainer：３０００\n')).toEqual(['retainer: 3000']);
  expect(shown('cap：４０，０００\n')).toEqual(['cap: 40,000']);
  expect(shown('commission：４０万以内 ３％，以上 ４％\n')).toEqual(['commission: 40万以内 3%,以上 4%']);
  expect(shown('brand：品牌（上海）\n')).toEqual(['brand: 品牌（上海）']);
});

test('a file of answers may be in Chinese, and a name that is none is told with the nearest', () => {
  const { answers, issues } = readAnswers('deal.yaml', '品牌方: 灵星\n固定服务费: 3万\n考核指标: { 投产比: 3.0 }\n最低广告费: 无\n');
  expect(issues).toEqual([]);
  expect(Object.fromEntries(answers)).toEqual({ brand: '灵星', retainer: '3万', kpis: '投产比: 3.0', minSpend: '无' });
  const meant = (name: string) => readAnswers('deal.yaml', `${name}: 1\n`).issues[0]?.params.suggestion;
  expect(['retaner', 'min_spend', 'minSpend', 'comission', '固定费', '最低广告', '签署人', 'xyzzy'].map(meant)).toEqual([
    ...['"retainer"', '"min-spend"', '"min-spend"', '"commission"', '"retainer"', '"最低广告费"', undefined, undefined],
  ]);
});

test('answers that were kept are the same when they are read again', () => {
  const said = new Map<QuestionId, string>([
    ['brand', 'A "B": #1'],
    ['retainer', '3,000'],
    ['commission', '40万以内 3%，以上 4%'],
    ['cap', 'none'],
  ]);
  for (const locale of LOCALES) {
    const { answers, asksRest, issues } = readAnswers('x.yaml', answersText('x.yaml', said, locale));
    expect({ asksRest, issues }).toEqual({ asksRest: true, issues: [] });
    expect([...answers]).toEqual([...said]);
  }
});
