import type { Locale, Message } from '../kernel/text.js';

const PARTY = {
  brand: { en: 'brand', zh: '品牌方' },
  provider: { en: 'provider', zh: '服务方' },
} as const;
const BETTER = { higher: { en: 'higher', zh: '越高越好' }, lower: { en: 'lower', zh: '越低越好' } } as const;

/** The choices of a contract's fields in words, by the names that they have in its files; what is not here is shown as it is written. */
const FIELD_VALUES: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  owner: PARTY,
  owes: PARTY,
  share: PARTY,
  custodian: PARTY,
  creatives: PARTY,
  site: PARTY,
  accounts: PARTY,
  stage: {
    pilot: { en: 'pilot', zh: '试运行' },
    live: { en: 'live', zh: '正式执行' },
    ended: { en: 'ended', zh: '已结束' },
  },
  prevails: { document: { en: 'the signed document', zh: '已签署的文件' }, contract: { en: 'these files', zh: '本合同文件' } },
  providerUse: {
    none: { en: 'not at all', zh: '不得使用' },
    during_term: { en: 'during the term', zh: '合同期内' },
    perpetual: { en: 'for good', zh: '永久' },
  },
  every: { month: { en: 'month', zh: '月' }, quarter: { en: 'quarter', zh: '季度' }, week: { en: 'week', zh: '周' } },
  rounding: { half_even: { en: 'half to even', zh: '四舍六入五成双' }, half_up: { en: 'half away from zero', zh: '四舍五入' } },
  silence: { accepts: { en: 'accepts', zh: '视为确认' }, waits: { en: 'waits', zh: '继续等待' } },
  rule: { weighted_mean: { en: 'weighted mean', zh: '加权平均' }, min: { en: 'the lowest score', zh: '取最低得分' } },
  by: { composite: { en: 'the composite score', zh: '综合得分' } },
  mode: {
    marginal: { en: 'each tier on its own part', zh: '超额累进' },
    whole: { en: 'the tier of the whole base on all of it', zh: '全额计提' },
  },
  accumulate: { period: { en: 'a period', zh: '每期' }, term: { en: 'the term', zh: '合同期' } },
  over: { term: { en: 'the term', zh: '合同期' }, quarter: { en: 'a quarter', zh: '季度' } },
  shape: { step: { en: 'steps', zh: '按奖金点分段' }, linear: { en: 'straight lines', zh: '线性插值' } },
  onEarlyEnd: { void: { en: 'void', zh: '作废' }, scale: { en: 'settled for the days in force', zh: '按有效天数折算' } },
  better: BETTER,
  whenMissing: {
    hold: { en: 'held', zh: '暂缓结算' },
    zero: { en: 'scored 0', zh: '得分记 0' },
    exclude: { en: 'left out', zh: '不计入' },
  },
  lateIf: {
    unproven: { en: 'nothing shows it was done in time', zh: '无按时履行的记录' },
    claimed: { en: 'the other party claims so', zh: '对方主张逾期' },
  },
  limit: { atLeast: { en: 'at least', zh: '不低于' }, atMost: { en: 'at most', zh: '不高于' } },
  onBreach: { hold: { en: 'held', zh: '暂缓结算' }, flag: { en: 'flagged', zh: '标记，待复盘' } },
  nulls: { zero: { en: 'counted as 0', zh: '计为 0' } },
  unit: { money: { en: 'money', zh: '金额' }, number: { en: 'number', zh: '数值' }, share: { en: 'share', zh: '比例' } },
  type: { flow: { en: 'adds up over time', zh: '随时间累加' }, ratio: { en: 'ratio', zh: '比率' } },
  kind: {
    retainer: { en: 'retainer', zh: '固定服务费' },
    commission: { en: 'commission', zh: '提成' },
    bonus: { en: 'bonus', zh: '绩效奖金' },
    milestone: { en: 'milestone', zh: '里程碑款' },
    wager: { en: 'wager', zh: '对赌' },
    guarantee: { en: 'guarantee', zh: '保底' },
    penalty: { en: 'penalty', zh: '扣款' },
    cap: { en: 'cap', zh: '封顶' },
    tax: { en: 'tax', zh: '税费' },
    unit_price: { en: 'unit price', zh: '单价计费' },
    pass_through: { en: 'pass-through, at cost', zh: '代垫费用' },
    rebate: { en: 'rebate', zh: '返点' },
  },
  bridge: {
    volume: { en: 'volume', zh: '数量' },
    mix: { en: 'mix', zh: '结构' },
    price: { en: 'price', zh: '价格' },
    fx: { en: 'exchange rates', zh: '汇率' },
    refunds: { en: 'refunds', zh: '退款' },
  },
};

/** What a field's choice is in words; null where it is none that has words. */
export function fieldValue(field: string, value: string, locale: Locale): string | null {
  const values = Object.hasOwn(FIELD_VALUES, field) ? FIELD_VALUES[field] : undefined;
  return values !== undefined && Object.hasOwn(values, value) ? (values[value]?.[locale] ?? null) : null;
}
