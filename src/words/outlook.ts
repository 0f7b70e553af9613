import { type Locale, type Message, NO_FIGURE } from '../kernel/text.js';
import { saying } from './saying.js';

/*
 * The words of an outlook: outlook 期末预测 · to date 截至目前 · expected 预计 · chance 可能性 · needed 尚需. A probability is told as people say
 * it, as so many cases among so many, and never as certain.
 */
export const OUTLOOK_TEXT = {
  title: { en: 'Outlook {period}', zh: '{period} 期末预测' },
  'not-a-statement': {
    en: 'A forecast, not a statement: it pays nothing. Data through {through}: {gone} of {days} days, {left} left.',
    zh: '这是预测，不是结算单，不产生任何付款。数据截至 {through}：共 {days} 天，已过 {gone} 天，还剩 {left} 天。',
  },
  'not-begun': {
    en: 'A forecast, not a statement: it pays nothing. No day of the period has all its data yet; {days} days are left.',
    zh: '这是预测，不是结算单，不产生任何付款。本期各日数据均不完整，还剩 {days} 天。',
  },
  over: {
    en: 'All {days} days have their data: nothing is left to forecast. `concord score` says what they come to.',
    zh: '{days} 天的数据均已完整，无须再预测；结果见 `concord score`。',
  },
  ended: {
    en: 'A forecast, not a statement: it pays nothing. The period ended on {to}; {left} of its {days} days lack data. It is settled from {on} on.',
    zh: '这是预测，不是结算单，不产生任何付款。本期已于 {to} 结束，共 {days} 天，其中 {left} 天数据尚不完整；自 {on} 起结算。',
  },
  due: {
    en: 'The period ended on {to} and is settled from {on} on: nothing is forecast, although {left} of its {days} days lack data. `concord score` shows what it comes to.',
    zh: '本期已于 {to} 结束，自 {on} 起结算，不再预测；共 {days} 天，其中 {left} 天数据不完整。结果见 `concord score`。',
  },
  behind: {
    en: 'The data of {facts} end with {through}; those of the other facts go further. A forecast goes by what is known up to that day; a scorecard has each figure as far as its own data go.',
    zh: '事实表 {facts} 的数据只到 {through}，落后于其他事实表。预测只计到该日；计分卡上的进度则各按自己的数据计算。',
  },
  'behind-unknown': {
    en: 'How far the data of {facts} go is not known, so that no day counts as complete. A scorecard has each figure as far as its own data go.',
    zh: '无从得知事实表 {facts} 的数据到何时，因此没有一天可视为数据完整。计分卡上的进度则各按自己的数据计算。',
  },
  'expected-pay': {
    en: 'Expected pay {expected}; 4 times in 5 between {low} and {high}.',
    zh: '预计应付 {expected}；约八成可能落在 {low} 至 {high} 之间。',
  },
  'expected-pay-exact': {
    en: 'Expected pay {expected}; 4 times in 5 exactly {low}.',
    zh: '预计应付 {expected}；约八成可能恰为 {low}。',
  },
  'expected-of': { en: 'Expected pay for {period}', zh: '{period} 预计应付' },
  'pay-range': { en: '4 times in 5 between {low} and {high}.', zh: '约八成可能落在 {low} 至 {high} 之间。' },
  'pay-exact': { en: '4 times in 5 exactly {low}.', zh: '约八成可能恰为 {low}。' },
  planned: { en: 'As planned, not forecast: {what}.', zh: '按计划值而非预测：{what}。' },
  'follows-plan': {
    en: 'with {what} as planned and what else it is made of as forecast',
    zh: '{what}按计划值，其余构成按预测值',
  },
  kpis: { en: 'KPIs expected', zh: '考核指标预计' },
  kpi: { en: 'KPI', zh: '考核指标' },
  'to-date': { en: 'To date', zh: '截至目前' },
  expected: { en: 'Expected', zh: '预计期末' },
  range: { en: '4 times in 5', zh: '八成可能区间' },
  between: { en: '{low} – {high}', zh: '{low} – {high}' },
  target: { en: 'Target', zh: '目标' },
  chance: { en: 'Reached', zh: '达标可能性' },
  'needed-from-now': { en: 'needed from now: {needed}', zh: '剩余天数内须做到：{needed}' },
  'needed.per-day': { en: 'at least {value} a day on average', zh: '平均每天不低于 {value}' },
  'needed.per-day-most': { en: 'at most {value} a day on average', zh: '平均每天不高于 {value}' },
  'needed.ratio': { en: 'at least {value}', zh: '不低于 {value}' },
  'needed.ratio-most': { en: 'at most {value}', zh: '不高于 {value}' },
  'needed.reached': { en: 'needed from now: nothing more', zh: '已可达标，剩余天数无须追加' },
  'needed.out-of-reach': { en: 'out of reach', zh: '已无法达标' },
  'level.threshold': { en: 'threshold {value}: {chance}', zh: '门槛 {value}：{chance}' },
  'level.stretch': { en: 'stretch {value}: {chance}', zh: '挑战值 {value}：{chance}' },
  'level.tier': { en: 'tier from {value}: {chance}', zh: '达到 {value} 一档：{chance}' },
  'level.point': { en: 'score of at least {value}: {chance}', zh: '得分达到 {value}：{chance}' },
  'level.band': { en: 'score below {value}: {chance}', zh: '得分低于 {value}：{chance}' },
  'brief.more': {
    en: '{count} more {count:KPI|KPIs}: `concord outlook {contract}`',
    zh: '另有 {count} 项考核指标：`concord outlook {contract}`',
  },
  'brief.brackets': { en: 'In brackets: 4 times in 5.', zh: '括号内为约八成可能的区间。' },
  'brief.higher': { en: '{kpi} reaches {target}: {chance}.', zh: '{kpi}达到 {target} 的可能性：{chance}。' },
  'brief.lower': { en: '{kpi} stays at or below {target}: {chance}.', zh: '{kpi}不超过 {target} 的可能性：{chance}。' },
  'brief.ruled': { en: '{kpi}: {why}.', zh: '{kpi}：{why}。' },
  'brief.unknown': { en: '{kpi}, target {target}: no probability, {why}.', zh: '{kpi}，目标 {target}：不作可能性判断，{why}。' },
  'brief.now': { en: 'Now {value}.', zh: '目前 {value}。' },
  'brief.now-expected': { en: 'Now {now}, expected {value}.', zh: '目前 {now}，预计 {value}。' },
  'brief.now-expected-range': {
    en: 'Now {now}, expected {value} ({range}).',
    zh: '目前 {now}，预计 {value}（{range}）。',
  },
  'brief.expected': { en: 'Expected {value}.', zh: '预计 {value}。' },
  'brief.expected-range': { en: 'Expected {value} ({range}).', zh: '预计 {value}（{range}）。' },
  'brief.needed': { en: 'The days left need {needed}.', zh: '剩余天数内须{needed}。' },
  'brief.reached': { en: 'Nothing more is needed.', zh: '已可达标。' },
  'brief.out-of-reach': { en: 'Out of reach.', zh: '已无法达标。' },
  'mark.outer': { en: '4 times in 5 {from} – {to}', zh: '八成可能 {from} – {to}' },
  'mark.inner': { en: 'every other time {from} – {to}', zh: '五成可能 {from} – {to}' },
  'mark.toDate': { en: 'to date {value}', zh: '截至目前 {value}' },
  'mark.expected': { en: 'expected {value}', zh: '预计 {value}' },
  'mark.target': { en: 'target {value}', zh: '目标 {value}' },
  gates: { en: 'Gates', zh: '前置条件' },
  gate: { en: 'Gate', zh: '前置条件' },
  passed: { en: 'Passed', zh: '满足的可能性' },
  fees: { en: 'What it would pay', zh: '费用预计' },
  fee: { en: 'Line', zh: '项目' },
  total: { en: 'Total of the period', zh: '本期合计' },
  'cap-bites': { en: 'the cap cuts: {chance}', zh: '触及封顶：{chance}' },
  'guarantee-pays': { en: 'the guarantee pays: {chance}', zh: '触发保底：{chance}' },
  'how-to-read': {
    en: 'The same rule was tried on {scenarios} past days. The days left are taken to go as they did after each of them, and the period is settled each time: “about 3 in 4” are so many of these.',
    zh: '区间由过去推算：分别假设本期余下的天数与过去 {scenarios} 个时点之后的走势相同，各算一次费用；“约八成”指其中约八成的结果落在该范围内。',
  },
  'bar-key': {
    en: 'In a bar: █ expected, ▒ every other time, ░ 4 times in 5, ◆ to date, │ target.',
    zh: '图示：█ 预计，▒ 约五成情形，░ 约八成情形，◆ 截至目前，│ 目标。',
  },
  'day-by-day': { en: 'Day by day', zh: '逐日进度' },
  day: { en: 'Day', zh: '日期' },
  'day-by-day-note': {
    en: 'To date on each day. From the last day that is known straight lines lead to where the period may end; the days between may go any way.',
    zh: '各日均为截至当日的数值。自最近已知日起以直线连至期末可能的范围，其间各日未必如此。',
  },
  'as-expected': {
    en: 'As expected in all of them, since there is too little data for more and it is at most 5% of what it is added to or taken off: {measures}.',
    zh: '以下度量数据太少、不足以给出区间，且至多占其所加减合计的 5%，各情形均按预期值计：{measures}。',
  },
  'in-grace': {
    en: 'In grace, so that nothing is paid or deducted for it in this period: {fees}.',
    zh: '处于缓冲期，本期不支付也不扣减：{fees}。',
  },
  'not-in-it': {
    en: 'Not in it: true-ups of earlier periods, and whatever nobody could see in the data so far.',
    zh: '未计入：往期补差，以及从现有数据中无从得知的变化。',
  },
  waits: {
    en: 'Not in it, since it waits for a review of the brand: {line} above its limit of {limit}, {expected} expected, 4 times in 5 between {low} and {high}.',
    zh: '未计入：{line}超出限额 {limit} 的部分，待品牌方在复盘中确认；预计 {expected}，约八成可能落在 {low} 至 {high} 之间。',
  },
  'waits-exact': {
    en: 'Not in it, since it waits for a review of the brand: {line} above its limit of {limit}, {expected} expected, 4 times in 5 exactly {low}.',
    zh: '未计入：{line}超出限额 {limit} 的部分，待品牌方在复盘中确认；预计 {expected}，约八成可能恰为 {low}。',
  },
  'none.kpi': { en: 'no range: {why}', zh: '无区间：{why}' },
  'none.pay': {
    en: 'What the period will pay cannot be forecast yet: {why}. That says nothing of how much it pays; `concord score` shows where each KPI stands so far.',
    zh: '暂不预计费用：{why}。这不表示费用为零；各考核指标截至目前的数值请用 `concord score` 查看。',
  },
  'none.no-history': {
    en: '{measure} has data of {days} {days:day|days}, and 56 are needed',
    zh: '{measure}仅有 {days} 天数据，至少需要 56 天',
  },
  'none.few-origins': {
    en: 'the rule could be tried on {origins} past {origins:day|days}, and 14 are needed',
    zh: '可用于推算的过去时点仅有 {origins} 个，至少需要 14 个',
  },
  'none.few-origins-of': {
    en: 'the rule could be tried on {origins} past {origins:day|days} of {measure}, and 14 are needed',
    zh: '{measure}可用于推算的过去时点仅有 {origins} 个，至少需要 14 个',
  },
  'none.few-rows': {
    en: '{measure} has {rows} {rows:row|rows} of data in the last 28 days, and 20 are needed',
    zh: '{measure}最近 28 天仅有 {rows} 行数据，至少需要 20 行',
  },
  'none.behind': {
    en: '{why} (counted through {through}, as far as the data of {facts} go)',
    zh: '{why}（只计到 {through}，即事实表 {facts} 的数据所到之日）',
  },
  'none.behind-unknown': {
    en: 'how far the data of {facts} go is not known',
    zh: '无从得知事实表 {facts} 的数据到何时',
  },
  'none.unknown-event': { en: 'no history of {event}', zh: '没有“{event}”的历史数据' },
  'none.formula': { en: 'its formula is neither a sum nor a ratio of sums', zh: '公式既非求和，也非两项之比' },
  'none.held': { en: 'faults in the data hold lines (`concord score` names them)', zh: '数据问题导致项目暂缓结算（详见 `concord score`）' },
  unknown: { en: NO_FIGURE, zh: NO_FIGURE },
} as const satisfies Record<string, Message>;

export type OutlookTextKey = keyof typeof OUTLOOK_TEXT;

/** An entry of {@link OUTLOOK_TEXT} in a language, its places filled. */
export const outlookText = saying(OUTLOOK_TEXT);

/** Up to which chance, in percent, it is told how; the last for all above. Chinese counts in tenths throughout, as it does for ranges. */
const CHANCES: readonly (readonly [upTo: number, en: string, zh: string])[] = [
  [3, 'less than 1 in 30', '不足半成'],
  [7, 'about 1 in 20', '约半成'],
  [15, 'about 1 in 10', '约一成'],
  [22, 'about 1 in 5', '约两成'],
  [29, 'about 1 in 4', '约两成半'],
  [36, 'about 1 in 3', '约三成'],
  [45, 'about 2 in 5', '约四成'],
  [55, 'about 1 in 2', '约五成'],
  [63, 'about 3 in 5', '约六成'],
  [70, 'about 2 in 3', '约六成半'],
  [77, 'about 3 in 4', '约七成半'],
  [85, 'about 4 in 5', '约八成'],
  [93, 'about 9 in 10', '约九成'],
  [97, 'about 19 in 20', '约九成半'],
  [100, 'more than 29 in 30', '九成半以上'],
];

/** A probability as people say it: `about 3 in 4`. Never 0% or 100%. */
export function chanceText(chance: string, locale: Locale): string {
  const percent = Number(chance) * 100;
  const [, en, zh] = CHANCES.find(([upTo]) => percent <= upTo) ?? CHANCES[CHANCES.length - 1] ?? [100, '', ''];
  return locale === 'en' ? en : zh;
}
