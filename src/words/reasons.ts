import { fill, type Locale, type Message } from '../kernel/text.js';
import type { Filling, FillingArgs } from './message.js';

/** Why a value is undefined. */
const CAUSES = {
  stale: {
    en: 'data of {fact} is not complete for the period (it reaches {freshAt})',
    zh: '{fact} 的数据尚未覆盖整个结算期（截至 {freshAt}）',
  },
  duplicates: { en: '{keys} {keys:entry|entries} of {fact} {keys:appears|appear} more than once', zh: '{fact} 中有 {keys} 个重复主键' },
  'repeated-keys': {
    en: '{keys} {keys:key|keys} of {fact} also {keys:occurs|occur} in {period}',
    zh: '{fact} 有 {keys} 个主键同时出现在 {period}',
  },
  nulls: {
    en: '{rows} selected {rows:row|rows} of {measure} {rows:has|have} no amount or currency',
    zh: '{measure} 有 {rows} 行缺少金额或币种',
  },
  'no-rate': { en: 'no exchange rate for {currency} on {day} or shortly before', zh: '{currency} 在 {day} 及此前有效期内没有汇率' },
  'no-fx': {
    en: '{measure} has amounts in {currency} on {day}, and the contract has no exchange rates',
    zh: '{measure} 在 {day} 有 {currency} 金额，合同未约定汇率',
  },
  'rate-duplicate': { en: 'two exchange rates for {currency} on {day}', zh: '{currency} 在 {day} 有两个汇率' },
  'rate-not-positive': { en: 'the exchange rate for {currency} on {day} is not above 0', zh: '{currency} 在 {day} 的汇率不大于 0' },
  'division-by-zero': { en: '{metric} divides by zero', zh: '{metric} 的分母为零' },
  'not-measured': { en: '{measure} has not been measured', zh: '{measure} 尚未取数' },
  'reconcile-breach': { en: 'reconciliation {id} is outside its tolerance', zh: '对账 {id} 超出容差' },
  unreviewed: { en: '{id} in {period} has been flagged and waits for a review', zh: '{period} 的 {id} 已被标记，待复盘确认' },
  'too-little-weight': { en: 'only {left} of the weight is left, {needed} is needed', zh: '剩余权重仅 {left}，至少需要 {needed}' },
  'over-limit': {
    en: '{excess} above the limit of {limit} waits for a review of the brand that acknowledges {id}',
    zh: '超出限额 {limit} 的 {excess} 待品牌方在复盘中确认 {id}',
  },
  'over-acknowledged': {
    en: 'what is above the limit of {limit} has grown to {excess} since the brand acknowledged {acknowledged} of it: another review of the brand that acknowledges {id}',
    zh: '超出限额 {limit} 的部分在品牌方确认 {acknowledged} 之后增至 {excess}，待品牌方再次在复盘中确认 {id}',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** Of a fact that nothing says has arrived: there is no day that its data reach. */
const NOTHING_ARRIVED = {
  en: 'data of {fact} is not complete for the period (nothing says that any of it has arrived)',
  zh: '{fact} 的数据尚未覆盖整个结算期（尚无任何数据到达的记录）',
} as const satisfies Message;

/** The closed union of what makes a value undefined. */
export type CauseCode = keyof typeof CAUSES;

/** Whether a code, of a reason or of a branch of a trace, says why something was undefined. */
export function isCauseCode(code: string): code is CauseCode {
  return Object.hasOwn(CAUSES, code);
}

/**
 * Why a KPI, a line or a hold is as it is. Statements store the code and its parameters, never this wording, so that a
 * newer release still replays an old statement to the same bytes.
 */
export const REASONS = {
  ...CAUSES,
  unknown: { en: 'not known', zh: '未知' },
  // Causes that come once for every day or everything flagged, told as one.
  'no-rate-days': {
    en: 'no exchange rate for {currency} on {days} days or shortly before them, the first of them {day}',
    zh: '{currency} 有 {days} 天在当日及此前有效期内没有汇率（最早为 {day}）',
  },
  'rate-duplicate-days': {
    en: 'two exchange rates for {currency} on {days} days, the first of them {day}',
    zh: '{currency} 有 {days} 天存在两个汇率（最早为 {day}）',
  },
  'rate-not-positive-days': {
    en: 'the exchange rate for {currency} is not above 0 on {days} days, the first of them {day}',
    zh: '{currency} 有 {days} 天的汇率不大于 0（最早为 {day}）',
  },
  'no-fx-days': {
    en: '{measure} has amounts in {currency} on {days} days, the first of them {day}, and the contract has no exchange rates',
    zh: '{measure} 有 {days} 天（最早为 {day}）存在 {currency} 金额，合同未约定汇率',
  },
  'unreviewed-together': {
    en: '{ids} in {period} have been flagged and wait for one review',
    zh: '{period} 的 {ids} 已被标记，待一次复盘一并确认',
  },
  // States of KPIs and the composite.
  waived: { en: 'waived by {event}', zh: '由 {event} 豁免' },
  'no-time-left': { en: 'all days of the period are excluded', zh: '结算期内全部日期均已剔除' },
  'brand-late': { en: 'the brand was late with {duty}', zh: '品牌方未按时履行 {duty}' },
  'provider-late': { en: 'the provider was late with {duty}: scored 0', zh: '服务方未按时履行 {duty}：得分记 0' },
  'below-minimum': { en: '{metric} is {actual}, below the minimum of {minimum}', zh: '{metric} 为 {actual}，低于最低量 {minimum}' },
  'missing-zero': { en: '{metric} divides by zero: scored 0 as agreed', zh: '{metric} 分母为零：按约定得分记 0' },
  'missing-excluded': { en: '{metric} divides by zero: left out as agreed', zh: '{metric} 分母为零：按约定不计入' },
  'composite-waived': { en: 'too much of the weight is waived ({kpis})', zh: '被豁免的权重过多（{kpis}）' },
  // Lines that a rule decides.
  grace: { en: 'grace period', zh: '缓冲期内免除' },
  'gate-failed': {
    en: 'gate {gate} failed: {metric} {actual}, agreed {sign} {limit}',
    zh: '前置条件 {gate} 未满足：{metric} 为 {actual}，约定 {sign} {limit}',
  },
  'nothing-agreed': { en: 'the terms pay nothing in this period', zh: '按条款本期不计付' },
  'no-cap': { en: 'no cap in this period', zh: '本期不封顶' },
  'nothing-to-deduct': { en: '{line} pays nothing to deduct from', zh: '{line} 本期无金额可扣减' },
  commission: { en: 'on a base of {base}', zh: '计提基数 {base}' },
  'commission-term': { en: 'on {base}, {total} in the term so far', zh: '本期基数 {base}，合同期内累计 {total}' },
  'unit-price': { en: '{quantity} at {price}', zh: '数量 {quantity}，单价 {price}' },
  'pass-through': { en: 'spent {cost}, markup {share}', zh: '代垫 {cost}，加收 {share}' },
  'pass-through-gross': { en: 'spent {cost}, markup {share} of what is paid', zh: '代垫 {cost}，加收部分占支付额的 {share}' },
  'excess-acknowledged': { en: 'above the limit, acknowledged by the brand ({id})', zh: '超限部分已由品牌方确认（{id}）' },
  bonus: { en: '{by} scored {score}: pays {pays} of the pool', zh: '{by} 得分 {score}：支付奖金池的 {pays}' },
  penalty: { en: '{by} scored {score}: deduction {deduction}', zh: '{by} 得分 {score}：扣减 {deduction}' },
  guarantee: { en: 'earned {earned}, guaranteed {floor}', zh: '实得 {earned}，保底 {floor}' },
  recovery: { en: 'recovers {room} of the draw of {draw}', zh: '保底垫付余额 {draw}，本期回收 {room}' },
  cap: { en: 'subtotal {subtotal}, at most {room}', zh: '小计 {subtotal}，上限 {room}' },
  tax: { en: '{rate} of {base}', zh: '计税基数 {base} × {rate}' },
  correction: { en: 'agreed correction ({events})', zh: '双方同意的更正（{events}）' },
  milestone: { en: 'reached and accepted on {on}', zh: '已达成，并于 {on} 验收' },
  'milestone-paid': { en: 'paid in {period}', zh: '已在 {period} 支付' },
  'milestone-final': { en: 'accepted and paid: final', zh: '已验收并支付：不再变动' },
  'milestone-not-accepted': { en: 'not accepted yet', zh: '尚未验收' },
  'milestone-accepted-later': {
    en: 'accepted on {on}: it belongs to {period}',
    zh: '已于 {on} 验收，归入 {period} 结算',
  },
  'milestone-not-reached': { en: 'not reached yet', zh: '尚未达成' },
  'milestone-too-late': { en: 'it was due by {due}', zh: '已过期限 {due}' },
  wager: { en: '{metric} {actual} against {target}: {gap}', zh: '{metric} 实际 {actual}，对赌目标 {target}，差额 {gap}' },
  'wager-void': { en: 'void: the contract ended early on {on}', zh: '合同于 {on} 提前终止，对赌作废' },
  'not-the-horizon': { en: 'settled at the end of its horizon, {to}', zh: '在对赌期末 {to} 结算' },
  // What becomes of lines later.
  // Told with the last day on which the dispute may be resolved, as everywhere: the one before it lapses.
  disputed: { en: 'disputed ({event}); lapses unless resolved by {lapsesOn}', zh: '存在争议（{event}），{lapsesOn}（含）前未和解即失效' },
  'frozen-by-dispute': {
    en: 'frozen by a dispute ({event}), which lapses unless resolved by {lapsesOn}',
    zh: '因争议（{event}）冻结，{lapsesOn}（含）前未和解即失效',
  },
  resolved: { en: 'agreed at {amount} ({event})', zh: '双方议定为 {amount}（{event}）' },
  decided: { en: 'decided when its hold expired: final', zh: '暂缓结算到期时已了结：不再变动' },
  'decided-as-settled': { en: 'held too long: stays as it was settled, final', zh: '长期暂缓结算：维持已结算金额，不再变动' },
  'dispute-lapsed': { en: 'the dispute lapsed: what it had set aside is paid', zh: '争议已失效：补付此前搁置部分' },
  'after-the-end': { en: 'after the contract ended on {on}', zh: '合同已于 {on} 终止' },
  'decided-for-provider': {
    en: 'held too long because of the brand’s data: counts in the provider’s favour, final',
    zh: '因品牌方数据长期暂缓结算：按有利于服务方了结，不再变动',
  },
  'decided-for-brand': {
    en: 'held too long because of the provider’s data: counts against the provider, final',
    zh: '因服务方数据长期暂缓结算：按有利于品牌方了结，不再变动',
  },
  'decided-mean': {
    en: 'held too long: the mean of the last settled amounts, final',
    zh: '长期暂缓结算：按最近已结算金额的均值了结，不再变动',
  },
  'decided-at-least': {
    en: 'held too long: what is due at least although the brand was late, more than the mean {mean} of the last settled amounts, final',
    zh: '长期暂缓结算：因品牌方逾期按至少应付的金额了结，高于最近已结算金额的均值 {mean}，不再变动',
  },
  'outside-the-window': { en: 'outside the true-up window', zh: '已超出往期补差窗口' },
  recomputed: { en: '{line} of {period} is now {now}, settled {before}', zh: '{period} 的 {line} 现为 {now}，原结算 {before}' },
  'large-true-up': {
    en: '{moved} on {line} of {period} is more than a tenth: waits since {since} for the {party} to acknowledge it',
    zh: '{period} 的 {line} 变动 {moved}，超过十分之一：自 {since} 起待 {party} 复盘确认',
  },
  'true-up-acknowledged': { en: 'acknowledged in a review', zh: '已在复盘中确认' },
  'zone-rules': {
    en: 'the rules of the time zone have changed, the data have not: due at once',
    zh: '时区规则变更所致，数据本身未变：立即计付',
  },
  'true-up-time-passed': { en: 'not acknowledged in time: counts by itself', zh: '到期仍未确认，自动计入' },
} as const satisfies Readonly<Record<string, Message>>;

/** The closed union of reason codes. */
export type ReasonCode = keyof typeof REASONS;

/** What a trace's branches say; reason codes are branches too. */
export const TRACE_RULES = {
  prorate: { en: 'prorated: {days} of {of} {of:day|days} in force', zh: '按有效天数折算：{of} 天中的 {days} 天' },
  grace: { en: '{period} is in the grace period', zh: '{period} 处于缓冲期' },
  'gate-passed': {
    en: 'gate {gate} passed: {metric} {actual} {sign} {limit}',
    zh: '前置条件 {gate} 已满足：{metric} {actual} {sign} {limit}',
  },
  'gate-failed': {
    en: 'gate {gate} failed: {metric} {actual}, agreed {sign} {limit}',
    zh: '前置条件 {gate} 未满足：{metric} {actual}，约定 {sign} {limit}',
  },
  'gate-held': { en: 'gate {gate} is not known yet: {metric}', zh: '前置条件 {gate} 暂无法判断：{metric}' },
  'tiers-marginal': { en: 'each tier on its own part: {tiers}', zh: '超额累进：{tiers}' },
  'tiers-whole': { en: 'the tier of the whole base: {tiers}', zh: '全额按所在档位：{tiers}' },
  'accumulate-term': { en: 'accumulates over the term', zh: '在合同期内累计' },
  'negative-base': { en: 'negative base: the lowest rate', zh: '基数为负：按最低费率' },
  'points-step': { en: 'the highest point reached: {points}', zh: '取已达到的最高奖金点：{points}' },
  'points-linear': { en: 'linear between points: {points}', zh: '奖金点之间线性插值：{points}' },
  bands: { en: 'the lowest band that the score is in: {bands}', zh: '按得分所在的最低扣款档：{bands}' },
  'milestone-reached': { en: '{actual} by {by}, agreed ≥ {atLeast}', zh: '截至 {by} 为 {actual}，约定 ≥ {atLeast}' },
  'horizon-in-part': { en: '{days} of the {of} days of its horizon are in force', zh: '对赌期 {of} 天中有 {days} 天在合同有效期内' },
  'horizon-ends': { en: 'the horizon {from} to {to} ends in this period', zh: '对赌期 {from} 至 {to} 在本期结束' },
  'early-end': { en: 'ended early on {on}: {share} of the horizon', zh: '于 {on} 提前终止：占对赌期的 {share}' },
  void: { en: 'void, unless the party that terminates ({party}) was losing', zh: '作废，但终止方（{party}）处于输方的除外' },
  recoverable: { en: 'a draw that later periods pay back', zh: '可回收的垫付' },
  'up-to': { en: 'at most {limit} without a review of the brand', zh: '未经品牌方复盘确认，最多 {limit}' },
  'cap-cuts': { en: 'more than {room}: cut', zh: '超过 {room}：削减' },
} as const satisfies Readonly<Record<string, Message>>;

type Rules = typeof TRACE_RULES & Omit<typeof REASONS, keyof typeof TRACE_RULES>;

/** The closed union of what a branch of a trace can be. */
export type RuleCode = keyof Rules;

/** What went into a line, by code. */
export const TRACE_INPUTS = {
  amount: { en: 'amount', zh: '金额' },
  pool: { en: 'pool', zh: '奖金池' },
  price: { en: 'price', zh: '单价' },
  limit: { en: 'limit', zh: '限额' },
  score: { en: 'score of {by}', zh: '{by} 的得分' },
  'composite-score': { en: 'Composite', zh: '综合得分' },
  metric: { en: '{metric}', zh: '{metric}' },
  'metric-up-to': { en: '{metric} up to {on}', zh: '截至 {on} 的 {metric}' },
  line: { en: '{line}', zh: '{line}' },
  event: { en: '{event}', zh: '{event}' },
  target: { en: 'target', zh: '目标值' },
  deadband: { en: 'deadband', zh: '免计区间' },
  due: { en: 'due', zh: '截止日' },
  'accepted-on': { en: 'accepted on', zh: '验收日' },
  'total-before': { en: 'total before this period', zh: '本期前累计' },
  'total-to-date': { en: 'total to date', zh: '截至本期累计' },
  earned: { en: 'earned', zh: '实得' },
  guarantee: { en: 'guarantee', zh: '保底额' },
  draw: { en: 'draw', zh: '垫付余额' },
  subtotal: { en: 'subtotal', zh: '小计' },
  'subtotal-capped': { en: 'subtotal after the cap', zh: '封顶后小计' },
  'cap-of-period': { en: 'cap of the period', zh: '本期封顶额' },
  'cap-left': { en: 'left of the cap of the term', zh: '合同期封顶余额' },
  payable: { en: 'payable', zh: '应付合计' },
  rate: { en: 'rate', zh: '税率' },
  'settled-so-far': { en: 'settled so far', zh: '已结算' },
  'worth-now': { en: 'worth now', zh: '现应为' },
  unreviewed: { en: 'computed, not reviewed', zh: '计算金额（未经复盘确认）' },
} as const satisfies Readonly<Record<string, Message>>;

/** The closed union of what can go into a line. */
export type InputCode = keyof typeof TRACE_INPUTS;

/** What fills a reason, a rule and an input: text, as digests hold it. */
export type ReasonArgs<Code extends ReasonCode> = FillingArgs<Filling<(typeof REASONS)[Code]['en'], never, string>>;
export type RuleArgs<Code extends RuleCode> = FillingArgs<Filling<Rules[Code]['en'], never, string>>;
export type InputArgs<Code extends InputCode> = FillingArgs<Filling<(typeof TRACE_INPUTS)[Code]['en'], never, string>>;

type Given = Readonly<Record<string, string>>;

/** Words of a table by a code of a document; another release's code, which this one does not know, is shown as it is. */
function said(tables: readonly Readonly<Record<string, Message>>[], code: string, given: Given, locale: Locale): string {
  const isNothing = code === 'stale' && given.freshAt === '-';
  const message = isNothing ? NOTHING_ARRIVED : tables.find((table) => Object.hasOwn(table, code))?.[code];
  return message === undefined ? code : fill(message, locale, given);
}

/** A reason in words. */
export function reasonText(reason: { readonly code: ReasonCode; readonly with: Given }, locale: Locale): string {
  return said([REASONS], reason.code, reason.with, locale);
}

/** A branch of a trace in words. */
export function ruleText(rule: RuleCode, given: Given, locale: Locale): string {
  return said([TRACE_RULES, REASONS], rule, given, locale);
}

/** What an input of a trace is, in words. */
export function inputText(input: InputCode, given: Given, locale: Locale): string {
  return said([TRACE_INPUTS], input, given, locale);
}
