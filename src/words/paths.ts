import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What is said of scenario years. */
export const PATHS_TEXT = {
  title: { en: '{years} years as they might come', zh: '{years} 个情景年度' },
  'drawn-from': {
    en: 'Each year is put together from the {periods} past periods {from} to {to}, drawn {block} in a row, each with everything that was measured in it.',
    zh: '每个年度由 {from} 至 {to} 共 {periods} 期过往数据拼成：每次连续抽取 {block} 期，同期各项数据一并抽取。',
  },
  'profile.history': {
    en: 'Each season is as it was in these years.',
    zh: '季节性按这些年份的实际情况计。',
  },
  'profile.declared': {
    en: 'Under two years of data: of the seasons only the declared events are known.',
    zh: '数据不足两年：季节性只计入已声明的大促。',
  },
  'profile.flat': {
    en: 'Under two years of data and no declared event: every period is taken to be alike, which no real year is.',
    zh: '数据不足两年且未声明大促：各期按无季节差异计，与实际会有出入。',
  },
  'no-growth': {
    en: 'The level is that of the last year: growth, new plans and late duties are not in it. Terms are those of each period.',
    zh: '业务水平按最近一年计，不含增长、新计划与义务逾期；条款按各期约定。',
  },
  'between-sentences': { en: ' ', zh: '' },
  unknown: {
    en: '{years} {years:year has|years have} a line that is not known, such as a ratio without spend: in no figure.',
    zh: '有 {years} 个年度含未知项目（例如无花费时的比率），不计入以下数字。',
  },
  spread: {
    en: 'The provider is paid {middle} in the middle year, and between {low} and {high} in 9 years of 10.',
    zh: '服务方年度费用的中位数为 {middle}；十年中有九年在 {low} 至 {high} 之间。',
  },
  'spread-exact': {
    en: 'The provider is paid {middle} in the middle year, and {low} in 9 years of 10.',
    zh: '服务方年度费用的中位数为 {middle}；十年中有九年为 {low}。',
  },
  exposure: {
    en: 'In 1 year of 20 the brand owes {p95} or more; the most was {most}. In 1 period of 20 the fees are {period} or more.',
    zh: '二十年中有一年，品牌方应付达到或超过 {p95}；最高为 {most}。二十期中有一期达到或超过 {period}。',
  },
  share: {
    en: 'That is {low} to {high} of {metric}, in 9 years of 10.',
    zh: '相当于{metric}的 {low} 至 {high}（十年中有九年）。',
  },
  'share-exact': { en: 'That is {low} of {metric}, in 9 years of 10.', zh: '相当于{metric}的 {low}（十年中有九年）。' },
  waits: {
    en: 'Not in it, since it waits for a review of the brand: {line} above its limit, {mean} a year on average, in {share} of the years.',
    zh: '未计入：{line}超出限额的部分，待品牌方在复盘中确认；年均 {mean}，见于 {share} 的年度。',
  },
  fees: { en: 'Fees before tax', zh: '不含税费用' },
  'fees-of': { en: 'Fees ÷ {metric}', zh: '费用 ÷ {metric}' },
  years: { en: 'Years', zh: '年度占比' },
  'under-tenth': { en: 'under 0.1%', zh: '不足 0.1%' },
  'who-gains': { en: 'Who gains when', zh: '谁在何时受益' },
  'third.weak': { en: 'the weakest third of years', zh: '业务最弱的三分之一年度' },
  'third.middle': { en: 'the third between', zh: '居中的三分之一年度' },
  'third.strong': { en: 'the strongest third of years', zh: '业务最强的三分之一年度' },
  line: { en: 'Line', zh: '项目' },
  mean: { en: 'A year, on average', zh: '年均' },
  'not-nothing': { en: 'Years in which it is not 0', zh: '不为零的年度' },
} as const satisfies Readonly<Record<string, Message>>;

export type PathsTextKey = keyof typeof PATHS_TEXT;

/** An entry of {@link PATHS_TEXT} in a language, its places filled. */
export const pathsText = saying(PATHS_TEXT);
