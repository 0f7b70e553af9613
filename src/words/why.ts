import { fill, type Locale, type Message, type Params } from '../kernel/text.js';

/** What `concord why` says: what moved with what, never because of what. */
export const WHY_TEXT = {
  title: { en: 'Why {period} came out as it did', zh: '{period} 差异分析' },
  'against.target': { en: 'against its targets', zh: '对比目标' },
  'against.than': { en: 'against {period}', zh: '对比 {period}' },
  'against.baseline': { en: 'against the baseline', zh: '对比基线' },
  'against.nothing': {
    en: 'There is no statement of {period} to compare with. Settle it first, or compare with something else: --against target.',
    zh: '没有 {period} 的结算单可供对比。请先结算该期，或改用其他对比：--against target。',
  },
  'pays-nothing': {
    en: 'A reading aid: it pays nothing and is in no ledger. It says what moved together, not what caused what.',
    zh: '仅供阅读：不产生任何付款，也不入账本。只说明哪些数字一同变动，不说明因果。',
  },
  data: { en: '1. The data', zh: '1. 数据' },
  'data.none': {
    en: 'Nothing stands out: {facts} {facts:table|tables} complete, {rules} of {rules} {rules:reconciliation|reconciliations} within tolerance.',
    zh: '未见异常：{facts} 张数据表完整，{rules} 项对账均在容差内。',
  },
  'data.stale': { en: 'the data reach {freshAt} only: the period is not complete', zh: '数据仅至 {freshAt}，本期不完整' },
  'data.no-data': { en: 'there are no data', zh: '没有数据' },
  'data.duplicates': { en: '{count} repeated {count:key|keys}', zh: '{count} 个重复的键' },
  'data.without-day': { en: '{count} {count:row|rows} without a time, in no period', zh: '{count} 行没有时间，不属于任何结算期' },
  'data.unreconciled': { en: 'the two sides differ by {gap}', zh: '两侧相差 {gap}' },
  'data.uncompared': { en: 'a side is not known', zh: '一侧数据未知' },
  'data.unusual-day': { en: '{value}, where {median} is usual', zh: '{value}，平常为 {median}' },
  'data.without-rows': { en: 'no row from {from} to {to}', zh: '{from} 至 {to} 没有数据行' },
  'data.unreviewed': { en: 'nobody has reviewed it', zh: '尚未复盘' },
  'data.unusual-reviewed': {
    en: '{count} unusual {count:figure|figures}, reviewed by both: {days}',
    zh: '{count} 个异常数字，双方已复盘：{days}',
  },
  'data.restated': { en: 'the statement of {period} corrects it by {amount}', zh: '{period} 的结算单对其调整 {amount}' },
  'data.held': { en: 'held: {reason}', zh: '暂缓结算：{reason}' },
  actions: { en: '2. What was done, and what was not', zh: '2. 履行情况' },
  'actions.none': {
    en: 'No duty was late, nothing was excluded or disputed, no gate failed.',
    zh: '没有逾期义务、剔除、争议或未通过的前置条件。',
  },
  'actions.late-duty': { en: 'late, owed by {party}', zh: '逾期，义务方：{party}' },
  'actions.costs': { en: 'costs {party} {amount}', zh: '{party}因此损失 {amount}' },
  'actions.exclusion': { en: 'excluded from {kpis}', zh: '从 {kpis} 中剔除' },
  'actions.dispute': { en: 'disputed, {amount} set aside', zh: '有争议，搁置 {amount}' },
  'actions.gate-failed': { en: 'the gate was not passed', zh: '前置条件未通过' },
  'actions.grace': { en: 'in grace: pays nothing', zh: '缓冲期内不计' },
  kpis: { en: '3. What the KPIs are made of', zh: '3. KPI 的构成' },
  figure: { en: 'Figure', zh: '项目' },
  before: { en: 'Before', zh: '之前' },
  now: { en: 'Now', zh: '本期' },
  moved: { en: 'Moved with it', zh: '随之变动' },
  difference: { en: 'Difference', zh: '差额' },
  'kpi.target': { en: 'target {target}, missed', zh: '目标 {target}，未达成' },
  'kpi.reached': { en: 'target {target}, reached', zh: '目标 {target}，已达成' },
  'kpi.other': { en: 'target {target}, {state}', zh: '目标 {target}，{state}' },
  'kpi.than': { en: 'compared with {period}', zh: '对比 {period}' },
  'kpi.untold.undefined': { en: 'A measure is not known in both periods.', zh: '有度量在其中一期未知。' },
  'kpi.untold.defined-otherwise': {
    en: 'Its measures were defined otherwise then: the figures cannot be compared.',
    zh: '当时的度量口径不同，数字不可比。',
  },
  'kpi.untold.too-many': { en: 'Its formula has more measures than can be told apart.', zh: '公式中的度量过多，无法逐一区分。' },
  'kpi.untold.nothing-to-compare': { en: 'There is no earlier period to compare with.', zh: '没有更早的结算期可供对比。' },
  'kpi.untold.metric-alone': {
    en: 'A baseline has the figure alone, not what it is made of.',
    zh: '基线只有指标本身，没有其构成。',
  },
  segments: { en: '4. Which parts it moved with', zh: '4. 随哪些部分变动' },
  'segments.none': {
    en: 'No measure of a KPI is divided. `by: [channel]` below a measure in definitions.yaml tells it by channel from the next statement on.',
    zh: 'KPI 的度量均未拆分。在 definitions.yaml 的度量下写 `by: [channel]`，自下一份结算单起即可按渠道查看。',
  },
  'segments.part': { en: 'Part', zh: '部分' },
  'segments.rate': { en: 'Own rate', zh: '自身比率' },
  'segments.mix': { en: 'Share of all', zh: '占比变化' },
  'segments.other': { en: '(other)', zh: '（其他）' },
  'segments.rest': { en: '{count} more {count:part|parts}', zh: '其余 {count} 部分' },
  'segments.new': { en: 'new', zh: '新增' },
  'segments.ended': { en: 'ended', zh: '已无' },
  pay: { en: '5. What of the pay moved with it', zh: '5. 费用的随动金额' },
  'pay.none': {
    en: 'The fees cannot be compared: a line is not known, or there is nothing to compare with.',
    zh: '费用不可比：有项目未知，或没有对比对象。',
  },
  'pay.before.target': { en: 'with every KPI exactly on its target', zh: '各 KPI 恰好达标时' },
  'pay.before.than': { en: 'fees of {period}', zh: '{period} 的费用' },
  'pay.after': { en: 'fees of {period}', zh: '{period} 的费用' },
  'pay.terms': {
    en: 'terms, days in force, duties, and what earlier periods left',
    zh: '条款、生效天数、义务及以前各期的结转',
  },
  'pay.rest': { en: '{count} measures that move little', zh: '变动较小的 {count} 项度量' },
  'pay.note': {
    en: 'Fees without tax, true-ups and corrections. Each row is what the fees change by when that figure moves, averaged over every order in which the figures can move; together exactly the difference.',
    zh: '费用不含税、往期补差与更正。每行为该数字变动时费用的变动，按所有可能的变动次序平均；各行合计恰为差额。',
  },
  questions: { en: '6. Open questions', zh: '6. 待问的问题' },
  'questions.text': {
    en: 'What is outside the data comes last, and is only asked: a season or a sale, stock, prices, a competitor, a change of platform rules, a change of tracking?',
    zh: '数据之外的因素放在最后，且只作提问：季节或大促？库存？价格？竞争对手？平台规则变化？埋点变化？',
  },
  'brief.title': { en: 'Where to look first', zh: '先看哪里' },
  'brief.data': { en: 'Data: {finding}', zh: '数据：{finding}' },
  'brief.data-none': { en: 'Data: nothing stands out', zh: '数据：未见异常' },
  'brief.actions': { en: 'Actions: {finding}', zh: '履行：{finding}' },
  'brief.actions-none': { en: 'Actions: none late, excluded or disputed', zh: '履行：无逾期、剔除或争议' },
  'brief.kpi': { en: '{kpi}: {total} since {period}: {parts}', zh: '{kpi}：较 {period} {total}，{parts}' },
  'brief.part': { en: '{moved} moved with {measure}', zh: '{measure} 随动 {moved}' },
  'brief.see': { en: 'All of it', zh: '完整分析' },
  'brief.more': { en: '{first} (and {count} more)', zh: '{first}（另有 {count} 项）' },
} as const satisfies Readonly<Record<string, Message>>;

export type WhyTextKey = keyof typeof WHY_TEXT;

export function whyText(key: WhyTextKey, locale: Locale, params: Params = {}): string {
  return fill(WHY_TEXT[key], locale, params);
}
