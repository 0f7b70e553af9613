import { describe, expect, test } from 'vitest';
import type { Deal, Setting } from '../../src/drafting/deal.js';
import { dealOf, QUESTION_IDS, type QuestionId } from '../../src/drafting/questions.js';
import { inNoFile } from '../../src/kernel/issue.js';
import { fillerText } from '../../src/kernel/text.js';

/*
 * Answers as people word them, in both languages: each is read as it was meant, or refused with the form that is expected; none is read as
 * something else. What it means is written beside it by hand.
 */

const SETTING: Setting = {
  language: 'en',
  today: '2025-12-10',
  contracts: [],
  people: ['ann', 'bob', 'carol'],
  data: 'data',
  fullNames: { ann: 'Ann Lee', bob: 'Bob Li', carol: '李珂' },
  brandPeople: ['ann'],
  providerPeople: ['bob'],
  known: {},
};

const REST: Readonly<Partial<Record<QuestionId, string>>> = {
  brand: 'Acme',
  provider: 'Agency',
  exports: 'shopify, shopify-payouts, meta, google-ads',
  retainer: '3000',
  commission: '3% up to 400,000, 4% above',
  kpis: 'roas 3, cac 25',
};

const read = (id: QuestionId, text: string, others: typeof REST = {}) => {
  const given: typeof REST = { ...REST, ...others, [id]: text };
  return dealOf(new Map(QUESTION_IDS.flatMap((each) => (given[each] === undefined ? [] : [[each, given[each]]]))), SETTING, () =>
    inNoFile('init'),
  );
};

/** What an answer means in one line, or `asked: ` and what is expected. */
function heard<Id extends QuestionId>(id: Id, text: string, shown: (value: Deal[Id]) => string, others?: typeof REST): string {
  const { deal, issues } = read(id, text, others);
  if (deal !== null) return shown(deal[id]);
  // One clear question, and no other beside it.
  expect(issues.map(({ code, params }) => [code, params.answer])).toEqual([['answer-refused', `@question.${id}`]]);
  return `asked: ${fillerText(issues[0]?.params.expected ?? '', 'en')}`;
}

const tiersIn = (text: string, others?: typeof REST) =>
  heard('commission', text, (tiers) => (tiers ?? []).map(({ from, rate }) => `${from}: ${rate}`).join(', '), others);

describe('commission', () => {
  const two = '0: 3%, 400000: 4%';
  test.each([
    ['销售额 400,000 以内提成 3%，以上部分 4%', two],
    ['3% up to 400,000, 4% above', two],
    ['3%（40万以内），超出 4%', two],
    ['3%, 4% above 400,000', two],
    ['提成3%，超过40万部分4%', two],
    ['the first 400,000 at 3%, the rest at 4%', two],
    ['3% up to $400k, then 4%.', two],
    ['0-400,000: 3%, 400,000+: 4%', two],
    ['0-40万 3%，40万以上 4%', two],
    ['≤40万 3%，>40万 4%', two],
    ['前四十万 3%，其余 4%', two],
    ['40万以内 3% 以上 4%', two],
    ['40万(含)以内3%，以上4%', two],
    ['3% to 400,000 and 4% over that', two],
    ['sales up to 400,000: 3%; above: 4%', two],
    ['3% on the first 400,000 and 4% on revenue above 400,000', two],
    ['每月销售额40万以内提3个点，超出部分4个点', two],
    ['commission 3% up to USD 400,000, 4% above it', two],
    ['40万美元以内 3%，超出 4%', two],
    ['销售额 400,000 以内 3%，400,000 以上 4%', two],
    ['40万以内3%，40万以上80万以内4%，80万以上5%', '0: 3%, 400000: 4%, 800000: 5%'],
    ['3% under 400k, 4% from 400k to 800k, 5% above 800k', '0: 3%, 400000: 4%, 800000: 5%'],
    ['50万以下3%，50万至80万4%，80万以上5%', '0: 3%, 500000: 4%, 800000: 5%'],
    ['50万以下 3%，50万至80万 4.5%，80万以上 5%', '0: 3%, 500000: 4.5%, 800000: 5%'],
    ['50w以下3%，50w至80w4个点，80w以上5%', '0: 3%, 500000: 4%, 800000: 5%'],
    ['10万以下不提成，10万以上5%', '0: 0%, 100000: 5%'],
    ['10万以内无提成，超出部分5%', '0: 0%, 100000: 5%'],
    ['no commission up to 100,000, 5% above', '0: 0%, 100000: 5%'],
    ['nothing below 100,000, 5% above', '0: 0%, 100000: 5%'],
    ['3 percent of revenue', '0: 3%'],
    ['百分之三', '0: 3%'],
    ['三点五个点', '0: 3.5%'],
    ['无', ''],
  ])('%s', (typed, meant) => {
    expect(tiersIn(typed)).toBe(meant);
  });

  test.each([
    ['0.03', '@answer.tiers'],
    ['3', '@answer.tiers'],
    ['3% a year', '@answer.tiers'],
    ['3% up to 400.000, 4% above', '@answer.tiers'],
    ['3,5%', '@answer.tiers'],
    ['不提成', '@answer.tiers'],
    ['40万不提成', '@answer.tiers'],
    ['40万4以内 3%，以上 4%', '@answer.tiers'],
    ['40-80万 3%，以上 4%', '@answer.tiers'],
    ['40万 3%，80万 4%', '@answer.tiers'],
    ['三万五以内 3%，以上 4%', '@answer.tiers'],
    ['4% above 400,000, 3% below', '@answer.tiers'],
    ['3% up to 400,000, 5% above 500,000', '@answer.tiers'],
    // The whole of it, or the part above: that is another contract.
    ['40万以上全额按4%，以下3%', '@answer.tiers'],
    ['3% up to 400,000, 4% on all revenue if above', '@answer.tiers'],
    ['3% up to €400,000, 4% above', '@answer.amount-currency:€|USD'],
    ['40万元以内 3%，以上 4%', '@answer.amount-currency:元|USD'],
  ])('%s is asked', (typed, expected) => {
    expect(tiersIn(typed)).toBe(`asked: ${expected}`);
  });

  test('in a contract of another currency', () => {
    expect(tiersIn('40万元以内 3%，以上 4%', { currency: '人民币' })).toBe(two);
  });
});

describe('amounts of a month', () => {
  const amount = (id: 'retainer' | 'cap' | 'minSpend') => (text: string) => heard(id, text, (value) => value ?? 'none');
  test.each([
    ['40万', '400000'],
    ['五千美元', '5000'],
    ['3,000 USD a month', '3000'],
    ['月费 3,000 美元', '3000'],
    ['每月3000美元', '3000'],
    ['3000/月', '3000'],
    ['$3k per month', '3000'],
    ['monthly fee: 3000', '3000'],
    ['固定服务费：每月 3,000 美元', '3000'],
    ['两万五千', '25000'],
    ['三万零五百', '30500'],
    ['一亿五千万', '150000000'],
    ['US$3,000.00', '3000.00'],
    ['3000 US dollars', '3000'],
    ['没有', 'none'],
    ['36000 a year', 'asked: @answer.amount'],
    ['每年36000', 'asked: @answer.amount'],
    ['约3000', 'asked: @answer.amount'],
    ['三万五', 'asked: @answer.amount'],
    ['3.000', 'asked: @answer.amount'],
    ['3000元', 'asked: @answer.amount-currency:元|USD'],
    ['A$3000', 'asked: @answer.amount-currency:A$|USD'],
  ])('fixed fee: %s', (typed, meant) => {
    expect(amount('retainer')(typed)).toBe(meant);
  });

  test.each([
    ['at most 60,000 a month', '60000'],
    ['每月不超过6万美元', '60000'],
    ['封顶 6万', '60000'],
    ['capped at 60k', '60000'],
    ['不封顶', 'asked: @answer.amount'],
    ['720,000 a year', 'asked: @answer.amount'],
  ])('cap: %s', (typed, meant) => {
    expect(amount('cap')(typed)).toBe(meant);
  });

  test.each([
    ['广告费不低于1万', '10000'],
    ['at least 10,000 ad spend a month', '10000'],
  ])('least ad spend: %s', (typed, meant) => {
    expect(amount('minSpend')(typed)).toBe(meant);
  });

  test.each([
    ['a bonus of 2,000', '2000'],
    ['每月奖金 2000 美元，按得分比例发放', '2000'],
    ['2000, only if all targets are met', '2000 whole'],
    ['2000，各项目标全部达标才付', '2000 whole'],
    ['2000 for ROAS and 1000 for CAC', 'asked: @answer.bonus'],
  ])('bonus: %s', (typed, meant) => {
    expect(heard('bonus', typed, (bonus) => (bonus === null ? 'none' : `${bonus.pool}${bonus.isWhole ? ' whole' : ''}`))).toBe(meant);
  });
});

test.each([
  ['a ROAS of 3.0 and CAC of 25', 'roas 3.0, cac 25'],
  ['ROAS 3.0 以上、新客成本 25 美元以内', 'roas 3.0, cac 25'],
  ['ROAS 3.0 CAC 25', 'roas 3.0, cac 25'],
  ['ROAS ≥ 3, CAC ≤ $25', 'roas 3, cac 25'],
  ['投产比 1:3，获客成本不超过25', 'roas 3, cac 25'],
  ['roas at least 3, cost per new customer at most 25', 'roas 3, cac 25'],
  ['销售额 50万，退款率控制在8%以内', 'revenue 500000, refund_rate 8%'],
  ['ROAS 3x', 'roas 3'],
  // Better is higher: a most of it is another thing.
  ['ROAS 不超过 3', 'asked: @answer.goals'],
  ['CAC at least 25', 'asked: @answer.goals'],
  ['ROAS 300%', 'asked: @answer.goals'],
  ['cac 1.234', 'asked: @answer.goals'],
  ['退款率 8', 'asked: @answer.goals-share'],
  ['利润率 20%', 'asked: @answer.goals'],
  ['cac €25', 'asked: @answer.amount-currency:€|USD'],
])('targets: %s', (typed, meant) => {
  expect(heard('kpis', typed, (goals) => goals.map(({ kpi, target }) => `${kpi} ${target}`).join(', '))).toBe(meant);
});

test.each([
  ['2% of what revenue misses or exceeds 5,000,000 by, at most 20,000', '5000000, 2%, 20000'],
  ['对赌全年销售额 500万，超出或不足部分的 2%，上限 2万', '5000000, 2%, 20000'],
  ['目标500万，差额的2%，双方各最多2万', '5000000, 2%, 20000'],
  ['target 5 million, 2% of the difference, capped at 20k either way', '5000000, 2%, 20000'],
  ['at most 20,000, 2% of the difference, target 5,000,000', '5000000, 2%, 20000'],
  ['达到500万奖1万，未达到罚1万', '5000000, 10000'],
  ['目标 500万，赌注 1万', '5000000, 10000'],
  ['达到500万奖2万，没达到罚1万', 'asked: @answer.bet-unequal'],
  ['超出500万部分的2%，最多2万', 'asked: @answer.bet-unequal'],
  ['达到500万罚1万，否则奖1万', 'asked: @answer.bet'],
  ['if revenue is below 5,000,000 the agency gets 10,000', 'asked: @answer.bet'],
  ['5000000', 'asked: @answer.bet'],
  ['5000,100', 'asked: @answer.bet'],
])('bet: %s', (typed, meant) => {
  const shown = (bet: Deal['wager']) =>
    bet === null ? 'none' : [bet.target, ...('stake' in bet ? [bet.stake] : [bet.rate, bet.limit])].join(', ');
  expect(heard('wager', typed, shown)).toBe(meant);
});

test.each([
  ['谷歌', 'asked: @answer.which:google-ads|ga4'],
  ['shopify, Google', 'asked: @answer.which:google-ads|ga4'],
  ['shopify，tiktok', 'asked: @answer.which:tiktok-shop|tiktok-ads'],
  ['Shopify 订单、脸书、谷歌广告', 'shopify, meta, google-ads'],
  ['Shopify orders export, Facebook Ads and Google Ads report', 'shopify, meta, google-ads'],
  ['shopify + FB + AdWords', 'shopify, meta, google-ads'],
  ['Shopify 和 Meta 广告报表', 'shopify, meta'],
  ['独立站', 'asked: shopify, shopify-payouts, meta, google-ads, ga4, tiktok-shop, tiktok-ads, amazon, amazon-business, shopee, tmall'],
])('exports: %s', (typed, meant) => {
  expect(heard('exports', typed, (ids) => ids.join(', '), { kpis: 'revenue 5000' })).toBe(meant);
});

test.each([
  ['美元', 'USD'],
  ['us dollars', 'USD'],
  ['usd', 'USD'],
  ['USD（美元）', 'USD'],
  ['人民币', 'CNY'],
  ['RMB', 'CNY'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
  ['$', 'asked: @currencyCode'],
  ['dollars', 'asked: @currencyCode'],
  ['¥', 'asked: @currencyCode'],
  ['USD (人民币)', 'asked: @currencyCode'],
])('currency: %s', (typed, meant) => {
  expect(heard('currency', typed, (code) => code)).toBe(meant);
});

test.each([
  ['北京时间', 'Asia/Shanghai'],
  ['Beijing time', 'Asia/Shanghai'],
  ['New York', 'America/New_York'],
  ['美西时间', 'America/Los_Angeles'],
  ['Pacific Time', 'America/Los_Angeles'],
  ['europe/berlin', 'Europe/Berlin'],
  ['东八区', 'Asia/Shanghai'],
  ['UTC+8', 'asked: @answer.zone:Asia/Shanghai'],
  ['CST', 'asked: @answer.zone:Asia/Shanghai / America/Chicago'],
  // Etc/GMT+8 is eight hours behind: the name without its Etc is none
  ['GMT+8', 'asked: @answer.zone:Asia/Shanghai'],
  ['GMT-5', 'asked: @answer.zone:America/New_York'],
  ['GMT+3', 'asked: @zone'],
  ['Mars', 'asked: @zone'],
])('zone: %s', (typed, meant) => {
  expect(heard('timezone', typed, (zone) => zone)).toBe(meant);
});

test.each([
  ['1 January 2026', '2026-01-01'],
  ['Jan 1st, 2026', '2026-01-01'],
  ['2026年1月1日', '2026-01-01'],
  ['2026.1.1', '2026-01-01'],
  ['20260101', '2026-01-01'],
  ['2026年3月', '2026-03-01'],
  ['March 2026', '2026-03-01'],
  ['1/1/2026', '2026-01-01'],
  ['31/01/2026', '2026-01-31'],
  ['02/01/2026', 'asked: @answer.day'],
  ['1/5/26', 'asked: @answer.day'],
  ['下月', 'asked: @answer.day'],
])('first day: %s', (typed, meant) => {
  expect(heard('from', typed, (day) => day)).toBe(meant);
});

test.each([
  ['12 months', '2026-12-31'],
  ['a year', '2026-12-31'],
  ['半年', '2026-06-30'],
  ['十二个月', '2026-12-31'],
  ['for 14 months', '2027-02-28'],
  ['2026-06', '2026-06-30'],
  ['Dec 31, 2026', '2026-12-31'],
  ['0 months', 'asked: @answer.day-after'],
])('last day: %s', (typed, meant) => {
  expect(heard('to', typed, (day) => day, { from: '2026-01-01' })).toBe(meant);
});

test.each([
  ['monthly', 'period'],
  ['每月重新计算', 'period'],
  ['over the whole term', 'term'],
  ['合同期累计', 'term'],
  ['quarterly', 'asked: month, term'],
])('span of tiers: %s', (typed, meant) => {
  expect(heard('accumulate', typed, (span) => span)).toBe(meant);
});

test.each([
  ['Ann Lee', 'ann'],
  ['ann、李珂', 'ann, carol'],
  ['ANN', 'asked: ann, bob, carol'],
  ['Ann Smith', 'asked: ann, bob, carol'],
])('who signs: %s', (typed, meant) => {
  expect(heard('brandSigns', typed, (people) => people.join(', '))).toBe(meant);
});
