import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What `concord channels` says: what was spent and what came of it on average; no word of what more of it would bring. */
export const CHANNELS_TEXT = {
  title: { en: 'Spend by {column} in {period}', zh: '{period} 花费（按 {column}）' },
  'pays-nothing': {
    en: 'A thermometer, no advice: averages of what was spent. They do not tell what the next amount would bring; it pays nothing and is in no ledger.',
    zh: '只列数字，不作建议：均为已花费用的平均结果，不说明追加投放会带来多少；不产生任何付款，也不入账本。',
  },
  unknown: {
    en: 'The spend of {period}, or what it brought, is not known: the data are not complete. See `concord why {contract} {period}`.',
    zh: '{period} 的花费或其结果未知，数据不完整。请见 `concord why {contract} {period}`。',
  },
  channel: { en: 'Channel', zh: '渠道' },
  spend: { en: 'Spend, {currency}', zh: '花费（{currency}）' },
  share: { en: 'Share', zh: '占比' },
  brought: { en: 'Brought', zh: '产出' },
  range: { en: '80% range', zh: '八成可能区间' },
  moved: { en: 'Moved with it since {period}', zh: '较 {period} 随之变动' },
  other: { en: '(other)', zh: '（其他）' },
  total: { en: 'Total', zh: '合计' },
  'range.note': {
    en: 'Range: where 80% of periods with days like these lie; – below {days} days of spend. Rows stand by spend. Where ranges overlap, these days do not tell the channels apart.',
    zh: '区间：若各日情形相近，80% 的结算期落在其中；有花费的日子不足 {days} 天时为 –。各行按花费排列。区间重叠的渠道，凭这些数据无法区分高低。',
  },
  moves: { en: 'What moving money would take', zh: '预算调整的平衡点' },
  'move.keeps.atLeast': {
    en: 'Moving {amount} from {from} to {to} keeps {metric} at {value} only if the moved money earns at least {keeps} in {to} (average there: {average}).',
    zh: '将 {amount} 从 {from} 转到 {to}，只有这笔钱在 {to} 的产出不低于 {keeps}，{metric} 才能保持 {value}；{to} 现平均为 {average}。',
  },
  'move.keeps.atMost': {
    en: 'Moving {amount} from {from} to {to} keeps {metric} at {value} only if the moved money comes to at most {keeps} in {to} (average there: {average}).',
    zh: '将 {amount} 从 {from} 转到 {to}，只有这笔钱在 {to} 的单位成本不高于 {keeps}，{metric} 才能保持 {value}；{to} 现平均为 {average}。',
  },
  'move.reaches.atLeast': { en: 'To reach {target} it takes at least {reaches}.', zh: '要达到 {target}，须不低于 {reaches}。' },
  'move.reaches.atMost': { en: 'To reach {target} it takes at most {reaches}.', zh: '要达到 {target}，须不高于 {reaches}。' },
  'move.note': {
    en: 'Algebra, no forecast: what leaves a channel is taken to have earned its average there. An average says nothing of the next amount.',
    zh: '仅为代数推算，并非预测：假定转出的钱原本取得该渠道的平均产出。平均值不说明下一笔钱的产出。',
  },
  'move.note-both': {
    en: 'Algebra, no forecast: what leaves a channel is taken to have earned its average there. Both ways are shown, between the two with the most spend; an average says nothing of the next amount.',
    zh: '仅为代数推算，并非预测：假定转出的钱原本取得该渠道的平均产出。所列为花费最多的两个渠道之间的两个方向；平均值不说明下一笔钱的产出。',
  },
  claims: { en: 'What the platforms claim', zh: '平台归因' },
  claim: {
    en: 'All platforms together claim {claimed}, the shop has {own}: {times} times (reconciliation {id}).',
    zh: '各平台归因合计 {claimed}，店铺实际 {own}，前者为后者的 {times} 倍（对账项 {id}）。',
  },
  'claim.note': {
    en: 'Several platforms count the same order; above 1 more is claimed than was sold.',
    zh: '同一订单会被多个平台各计一次；大于 1 即归因总额超过实际销售。',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type ChannelsTextKey = keyof typeof CHANNELS_TEXT;

/** An entry of {@link CHANNELS_TEXT} in a language, its places filled. */
export const channelsText = saying(CHANNELS_TEXT);
