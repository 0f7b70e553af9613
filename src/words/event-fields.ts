import type { Locale, Message } from '../kernel/text.js';

/** Fields of events in words, by the name that they have in an event's file; one that is not here is shown as it is written. */
export const EVENT_FIELDS: Readonly<Record<string, Message>> = {
  party: { en: 'filed by', zh: '提交方' },
  period: { en: 'settlement period', zh: '结算期' },
  periods: { en: 'settlement periods', zh: '结算期' },
  line: { en: 'line', zh: '结算项目' },
  claimed: { en: 'should be', zh: '主张金额' },
  reason: { en: 'reason', zh: '原因' },
  cause: { en: 'cause', zh: '终止原因' },
  evidence: { en: 'evidence', zh: '证明材料' },
  kpis: { en: 'KPIs', zh: '考核指标' },
  treatment: { en: 'treatment', zh: '处理方式' },
  window: { en: 'from – to', zh: '起止' },
  where: { en: 'only rows where', zh: '仅限数据行' },
  scoreAs: { en: 'paid as at a score of', zh: '按此得分付款' },
  answers: { en: 'answers', zh: '针对事件' },
  amount: { en: 'amount', zh: '金额' },
  milestone: { en: 'milestone', zh: '里程碑' },
  duty: { en: 'duty', zh: '义务' },
  on: { en: 'date', zh: '日期' },
  agreed: { en: 'approved by both', zh: '双方已确认' },
  reference: { en: 'reference', zh: '付款凭证号' },
  findings: { en: 'findings', zh: '复盘结论' },
  actions: { en: 'actions', zh: '改进措施' },
  acknowledges: { en: 'acknowledges', zh: '确认事项' },
  evidenceDigest: { en: 'digest of what was measured', zh: '取数底稿校验码' },
  result: { en: 'result', zh: '核对结果' },
  engine: { en: 'engine', zh: '结算引擎版本' },
};

/** Fields that say more in one kind of event than their name does, by kind and field. */
const OF_KIND: Readonly<Record<string, Message>> = {
  'termination.on': { en: 'the contract ends, last day', zh: '合同终止，最后有效日' },
};

/** Values of events in words, by field and value; what people wrote themselves is shown as they wrote it. */
export const EVENT_VALUES: Readonly<Record<string, Message>> = {
  'party.brand': { en: 'the brand', zh: '品牌方' },
  'party.provider': { en: 'the provider', zh: '服务方' },
  'reason.platform_policy': { en: 'platform policy', zh: '平台政策' },
  'reason.logistics': { en: 'logistics', zh: '物流' },
  'reason.stockout': { en: 'out of stock', zh: '缺货' },
  'reason.tracking_outage': { en: 'tracking outage', zh: '埋点故障' },
  'reason.invalid_traffic': { en: 'invalid traffic', zh: '无效流量' },
  'reason.fraud': { en: 'fraud', zh: '欺诈' },
  'reason.force_majeure': { en: 'force majeure', zh: '不可抗力' },
  'reason.client_duty': { en: 'a duty of the brand not done', zh: '品牌方未履行配合义务' },
  'treatment.drop': { en: 'rows are left out', zh: '剔除数据行' },
  'treatment.prorate': { en: 'rows are left out, targets shrink with the days', zh: '剔除数据行，目标按天折减' },
  'treatment.waive': { en: 'whole periods are not scored', zh: '整期不计分' },
  'result.same': { en: 'same', zh: '一致' },
  'result.same_money': { en: 'same money, other evidence', zh: '金额一致，取数底稿不同' },
  'result.different': { en: 'different', zh: '不一致' },
  'agreed.true': { en: 'yes', zh: '是' },
  'scoreAs.none': { en: 'none: the fees by it pay 0', zh: '无：按其计算的费用为 0' },
};

/** A field of a kind of event in words; as it is written where it has none. */
export function eventField(kind: string, name: string, locale: Locale): string {
  return (OF_KIND[`${kind}.${name}`] ?? EVENT_FIELDS[name])?.[locale] ?? name;
}

/** A value of an event in words, where it is one of a few; else as it is written. */
export function eventValue(field: string, value: string, locale: Locale): string {
  return EVENT_VALUES[`${field}.${value}`]?.[locale] ?? value;
}
