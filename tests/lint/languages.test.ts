import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../src/contract/lint/written-numbers.js';
import type { Measure } from '../../src/contract/model.js';
import { found, terms } from './build-terms.js';

const sure = (text: string) => [...numbersIn(text).sure];

describe('numbers of a sentence', () => {
  test.each<[string, string[]]>([
    ['5% of 1,234,567.89', ['5%', '1234567.89']],
    ['５％，共１，０００元', ['5%', '1000']],
    ['5万', ['50000']],
    ['1.5 亿元', ['150000000']],
    ['1亿2,000万元', ['120000000']],
    ['5万3千', ['53000']],
    ['5–10万', ['50000', '100000']],
    ['$5–10 million', ['5000000', '10000000']],
    ['10% to 15%', ['10%', '15%']],
    ['10-15%', ['10%', '15%']],
    ['USD50k, RMB5万', ['50000']],
    ['百分之五点五', ['5.5%']],
    ['5 个百分点', ['5%']],
    ['five percent within thirty days', ['5%', '30']],
    ['三十个工作日内支付三百二十万元', ['30', '3200000']],
    ['两个月', ['2']],
    ['twenty-five months', ['25']],
    ['one hundred and twenty days', ['120']],
    ['伍万元', ['50000']],
    ['1\u00a0234\u202f567', ['1234567']],
    ['统一、万一、十分、第三方、一般、一个月', []],
    ['GA4, Q1, one of both', []],
    ['双十一、双11', []],
    ['收入的三分之一', ['1/3']],
    ['四分之三', ['3/4']],
    ['千分之五', ['0.5%']],
    ['5‰', ['0.5%']],
    ['两成半', ['25%']],
    ['三成交易', []],
    ['六个基点', ['6']],
    ['廿五日', ['25']],
    ['㈤天，⑥天', ['6', '5']],
    ['two thirds of it, one-half, a fifth of the pool', ['2/3', '1/2', '1/5']],
    ['⅓, 2½%', ['1/3', '2.5%']],
    ['a third party, a quarter, one third-party audit, half a year', []],
  ])('%s', (text, numbers) => expect(sure(text)).toEqual(numbers));
});

describe('languages-differ', () => {
  const said = (en: string, zh: string) => {
    const measures = terms().definitions.measures.map(
      (measure, index): Measure => (index === 0 ? { ...measure, definition: { en, zh } } : measure),
    );
    return found(terms({ definitions: { measures } })).flatMap(({ code, params }) =>
      code === 'languages-differ' ? [[params.en, params.zh]] : [],
    );
  };

  test.each<[string, string, string, string]>([
    ['3% to 5% of sales', '销售额的 5% 至 3%', '3%–5%', '5%–3%'],
    ['between 3-5% of sales', '销售额的5%～3%', '3%–5%', '5%–3%'],
    ['$5–10 million', '10–5 百万美元', '5,000,000–10,000,000', '10,000,000–5,000,000'],
    ['100 to 50,000 units', '5万到100件', '100–50,000', '50,000–100'],
  ])('a range turned round: %s, %s', (en, zh, ours, theirs) => expect(said(en, zh)).toEqual([[ours, theirs]]));

  test.each([
    ['3% to 5% of sales', '销售额的 3% 至 5%'],
    ['from 03-05-2026 on', '自 2026-05-03 起'],
    ['1/2-3/4 of the stock', '库存的 3/4-1/2'],
    ['3% to 5%, or 5% to 3% at the end', '5% 至 3%，或 3% 至 5%'],
    ['raised to 5% from 3%', '由 3% 提高至 5%'],
  ])('not turned round: %s, %s', (en, zh) => expect(said(en, zh)).toEqual([]));

  test.each<[string, string]>([
    ['Paid orders within 30 days, at most 5% of revenue', '30 天内付款的订单，不超过收入的 5%'],
    ['at least 50,000 units', '至少 5万 件'],
    ['at least 50,000 units', '至少五万件'],
    ['USD 1,200,000', '120 万美元'],
    ['within thirty days', '30 天内'],
    ['within 30 days', '三十天内'],
    ['First 200 000 of sales', '首个二十万销售额'],
    ['two months', '两个月'],
    ['every other month, half of it', '每两个月，其中一半'],
    ['5%', '百分之五'],
    ['half of the pool', '奖金池的 50%'],
    ['50% off', '五折'],
    ['Orders of 31 January 2026 (UTC)', '2026年1月31日的订单（UTC）'],
    ['2026-01-31', '2026年1月31日'],
    ['the first quarter (Q1)', '第1季度'],
    ['Singles’ Day (11.11)', '双十一'],
    ['a third-party audit', '第三方审计'],
    ['double the target', '目标的 2 倍'],
    ['five to ten percent', '5%至10%'],
    ['Orders as GA4 counts them', '按 GA4 口径统一计算的订单'],
    ['by 10:00', '上午10点前'],
    ['per 1,000 impressions', '每千次展示'],
    ['no number', '万一没有数字'],
    ['25% of revenue', '收入的两成半'],
    ['25% of revenue', '收入的四分之一'],
    ['a quarter of revenue', '收入的 25%'],
    ['one half of revenue', '收入的一半'],
    ['half of revenue', '收入的二分之一'],
    ['shared equally', '各付一半'],
    ['two-thirds of the pool', '奖金池的三分之二'],
    ['a third of it', '其中⅓'],
    ['0.5%', '千分之五'],
    ['5 per mille', '千分之五'],
    ['five basis points', '五个基点'],
    ['20 days', '廿日'],
    ['a monthly report', '每月报告'],
    ['a monthly report of every week', '每月的周报'],
    ['Weekly, on Mondays', '每周一'],
    ['every working day', '每周一至周五'],
    ['every three months', '每季度'],
    ['quarterly', '每三个月'],
    ['twice a month', '每两周一次'],
    ['once a week', '每周一次'],
    ['per calendar month', '每个自然月'],
    ['the annual plan', '年度计划'],
    ['plan of the quarter', '季度计划'],
    ['monthly review of the quarter', '季度复盘（每月）'],
    ['sales of Q2', '第二季度销售额'],
    ['sales of the second quarter', '二季度销售额'],
    ['from the first to the third quarter', '前三季度'],
    ['from Q1 to Q3', '第一至第三季度'],
    ['Q1 and Q3', '第一、三季度'],
    ['monthly, by the shop Tmall', '每月，按天猫店铺'],
    ['monthly, by date', '每月，按日期'],
    ['the first quarter, monthly', '一季度，每月'],
  ])('%j and %j say the same', (en, zh) => expect(said(en, zh)).toEqual([]));

  test.each<[string, string, string, string]>([
    ['5% of revenue', '收入的 50%', '5%', '50%'],
    ['within 30 days', '90 天内', '30', '90'],
    ['within 30 days', '九十天内', '30', '90'],
    ['within thirty days', '四十天内', '30', '40'],
    ['at least 50,000 units', '至少 5千 件', '50,000', '5,000'],
    ['5%', '5', '5%', '5'],
    ['at most 100,000', '不超过10.0000', '100,000', '10'],
    ['five percent', '百分之五十', '5%', '50%'],
    ['net revenue', '净收入的 90%', '–', '90%'],
    ['paid within 30 days and 5%', '30 天内付款', '5%', '–'],
    ['one half of revenue', '收入的三分之一', '1/2', '1/3'],
    ['a quarter of revenue', '收入的三分之一', '1/4', '1/3'],
    ['two thirds of revenue', '收入的四分之三', '2/3', '3/4'],
    ['½ of revenue', '收入的⅓', '1/2', '1/3'],
    ['revenue', '一半收入', '–', '1/2'],
    ['25% of revenue', '收入的三成半', '25%', '35%'],
    ['five basis points', '六个基点', '5', '6'],
    ['5‰', '5%', '0.5%', '5%'],
    ['days', '⑤天', '–', '5'],
    ['a weekly report', '每月报告', 'weekly', '每月'],
    ['a monthly report', '按周报告', 'monthly', '按周'],
    ['paid every month', '每季度付款', 'every month', '每季'],
    ['the quarterly plan', '年度计划', 'quarterly', '年度'],
    ['sales per day', '每周一次的销售额', 'per day', '每周'],
    ['sales of Q1', '第二季度销售额', 'Q1', '第二季度'],
    ['the first quarter', '三季度', 'first quarter', '三季度'],
    ['within 30 days, monthly', '90 天内，每周', '30, monthly', '90, 每周'],
  ])('%j and %j do not', (en, zh, onlyEn, onlyZh) => expect(said(en, zh)).toEqual([[onlyEn, onlyZh]]));
});

describe('names', () => {
  const kpi = (id: string, title: string) => ({ ...terms().contract.kpis[0], id, title });
  const namesOf = (...titles: [string, string][]) => {
    const kpis = titles.map(([id, title]) => kpi(id, title)) as ReturnType<typeof terms>['contract']['kpis'];
    return found(terms({ contract: { kpis } })).flatMap(({ code, params }) => (/^names?-/.test(code) ? [{ code, ...params }] : []));
  };

  test('that are equal, look alike or differ by case', () => {
    expect(namesOf(['a', 'Sales'], ['b', 'Sales'])).toEqual([
      { code: 'names-alike', kind: '@kind.kpi', first: 'a', second: 'b', names: '“Sales”' },
    ]);
    expect(namesOf(['a', 'Tier l'], ['b', 'Tier I'])).toMatchObject([{ code: 'names-alike', names: '“Tier l”, “Tier I”' }]);
    expect(namesOf(['a', 'SALES'], ['b', 'Sales'])).toMatchObject([{ code: 'names-alike' }]);
    expect(namesOf(['a', '投资回报'], ['b', '投资回报 '])).toMatchObject([{ code: 'names-alike' }]);
    expect(namesOf(['a', 'First sales'], ['b', 'Second sales'])).toEqual([]);
  });

  test('of which the ids look alike', () => {
    expect(namesOf(['sales_l', 'Sales'], ['sales_1', 'Returns'])).toMatchObject([{ code: 'names-alike', names: '“sales_l”, “sales_1”' }]);
  });

  test('with letters of two alphabets', () => {
    expect(namesOf(['a', 'Sаles'])).toEqual([{ code: 'name-of-two-scripts', kind: '@kind.kpi', id: 'a', characters: 'а U+0430' }]);
    expect(namesOf(['a', 'Продажи'], ['b', 'Sales 销售额'])).toEqual([]);
  });
});
