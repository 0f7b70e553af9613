import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What is said of past periods as a contract would have paid them. */
export const SIMULATE_TEXT = {
  title: { en: 'What it would have paid', zh: '按本合同测算的过往应付金额' },
  'pays-nothing': {
    en: 'Under the terms as of {period}: every duty done, no grace, nothing excluded, no figure waiting for a review, each period measured once. It settles nothing and is in no ledger. What is settled once in a term (milestones, wagers over it) is left out.',
    zh: '按 {period} 的条款：义务均已履行，无缓冲期，无剔除，无数据待复盘确认，每期只取数一次。不作结算，也不入账本。整个合同期只结算一次的项目（里程碑、合同期对赌）不计。',
  },
  period: { en: 'Period', zh: '结算期' },
  fees: { en: 'Fees', zh: '费用' },
  total: { en: 'Total', zh: '合计' },
  'at-level': { en: 'All {level}', zh: '均{level}' },
  'level.threshold': { en: 'at threshold', zh: '为门槛值' },
  'level.target': { en: 'at target', zh: '达目标值' },
  'level.stretch': { en: 'at stretch', zh: '达挑战值' },
  held: { en: 'not known', zh: '未知' },
  'unknown-lines': { en: 'not known: {lines}', zh: '未知：{lines}' },
  'unknown-lines-for': { en: 'not known: {lines}, since {why}', zh: '未知：{lines}；原因：{why}' },
  'not-begun': {
    en: 'left out: among the periods asked for, the first row of {fact} is of {day}, so that this one may not be whole. Ask from {earlier} on to see whether it is',
    zh: '不计入：所列各期中 {fact} 最早的数据为 {day}，本期可能不完整；从 {earlier} 开始测算即可核实',
  },
  'no-rows': { en: 'left out: {fact} has no data in the periods asked for', zh: '不计入：所列各期没有任何 {fact} 数据' },
  reached: { en: 'Targets reached', zh: '达标次数' },
  'reached-of': { en: '{times} of {of}', zh: '{of} 期中 {times} 期' },
  'without-unknown': { en: 'The total is without {periods}: a line there is not known.', zh: '合计不含 {periods}：其中有项目未知。' },
  'waits-of': {
    en: 'not in it: {amount} of {line} above its limit of {limit}',
    zh: '未计入：{line}超出限额 {limit} 的 {amount}',
  },
  waits: {
    en: 'Not in the total: {amount} of {line} above its limit, in {count} {count:period|periods}. As in a settlement, it waits for a review of the brand and is paid as far as the brand acknowledges it.',
    zh: '合计不含{line}超出限额的 {amount}（共 {count} 期）：与正式结算一样，超出部分待品牌方在复盘中确认，确认多少付多少。',
  },
  carried: {
    en: '{lines}: what adds up over the term does so over the {count} {count:period|periods} that {count:counts|count} here, as if {count:it|they} were the term. Ask for as many as the term has to see it as agreed.',
    zh: '{lines}：按合同期累计的项目改按计入的 {count} 期累计，视同合同期；测算的期数与合同期相同，才与约定一致。',
  },
  'kpis-note': {
    en: 'Of each KPI: what was measured, and its score.',
    zh: '各考核指标列依次为实际值与得分。',
  },
  'levels-of': {
    en: 'The last rows need no data: they are what {period} would pay.',
    zh: '最后几行无须数据，为 {period} 的应付金额。',
  },
  baseline: {
    en: '{path} has the history of {count} periods as its baseline now.',
    zh: '已将 {count} 期历史数据写入 {path} 的 baseline（基线）。',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type SimulateTextKey = keyof typeof SIMULATE_TEXT;

/** An entry of {@link SIMULATE_TEXT} in a language, its places filled. */
export const simulateText = saying(SIMULATE_TEXT);
