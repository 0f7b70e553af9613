import { fill, type Locale, type Message, type Params } from '../text.js';

/*
 * The words of scorecards, statements and traces. One term, one word, in each language:
 *   statement 结算单 · scorecard 计分卡 · actual 实际值 · target 目标值 · threshold 门槛值 · stretch 挑战值 · cap 封顶 · weight 权重
 *   attainment 达成率 · score 得分 · composite 综合得分 · gate 前置条件 · retainer 固定服务费 · commission 提成 · bonus 绩效奖金
 *   milestone 里程碑款 · wager 对赌 · guarantee 保底 · recovery 保底回收 · penalty 扣款 · tax 税费 · true-up 追溯调整
 *   correction 更正 · held 暂扣 · disputed 争议中 · payable 应付 · review 复盘 · reconciliation 对账 · anomaly 异常
 *   brand 品牌方 · provider 服务方 · custodian 数据保管方 · grace period 缓冲期 · exclusion 剔除 · tail 尾期
 */

const LINE_KINDS = {
  'kind.retainer': { en: 'Retainer', zh: '固定服务费' },
  'kind.commission': { en: 'Commission', zh: '提成' },
  'kind.bonus': { en: 'Bonus', zh: '绩效奖金' },
  'kind.milestone': { en: 'Milestone', zh: '里程碑款' },
  'kind.wager': { en: 'Wager', zh: '对赌' },
  'kind.guarantee': { en: 'Guarantee', zh: '保底' },
  'kind.penalty': { en: 'Penalty', zh: '扣款' },
  'kind.cap': { en: 'Cap', zh: '封顶' },
  'kind.recovery': { en: 'Recovery of the guarantee', zh: '保底回收' },
  'kind.tax': { en: 'Tax', zh: '税费' },
  'kind.true-up': { en: 'True-up', zh: '追溯调整' },
  'kind.correction': { en: 'Correction', zh: '更正' },
} as const satisfies Record<string, Message>;

const STATES = {
  'line.payable': { en: 'payable', zh: '应付' },
  'line.held': { en: 'held', zh: '暂扣' },
  'line.disputed': { en: 'disputed', zh: '争议中' },
  'kpi.scored': { en: 'scored', zh: '已计分' },
  'kpi.below_minimum': { en: 'below minimum', zh: '未达最低量' },
  'kpi.waived': { en: 'waived', zh: '已豁免' },
  'kpi.missing': { en: 'no value', zh: '无数值' },
  'kpi.held': { en: 'held', zh: '待定' },
  'gate.passed': { en: 'passed', zh: '已满足' },
  'gate.failed': { en: 'failed', zh: '未满足' },
  'gate.held': { en: 'held', zh: '待定' },
  'stage.pilot': { en: 'pilot', zh: '试运行' },
  'stage.live': { en: 'live', zh: '正式执行' },
  'stage.ended': { en: 'ended', zh: '已结束' },
  'party.brand': { en: 'brand', zh: '品牌方' },
  'party.provider': { en: 'provider', zh: '服务方' },
} as const satisfies Record<string, Message>;

const HEADER = {
  scorecardTitle: { en: 'Scorecard {period}', zh: '计分卡 {period}' },
  statementTitle: { en: 'Statement {period}', zh: '结算单 {period}' },
  preview: { en: 'Preview: nothing is settled by it; figures may still change.', zh: '预览：不构成结算，数字仍可能变化。' },
  parties: { en: 'Parties', zh: '合同双方' },
  partyRole: { en: '{name} ({role})', zh: '{name}（{role}）' },
  inForce: { en: 'In force', zh: '计算期间' },
  inForceDays: { en: '{from} to {to} ({days})', zh: '{from} 至 {to}（{days}）' },
  dayOne: { en: '1 day', zh: '1 天' },
  dayMany: { en: '{count} days', zh: '{count} 天' },
  daysOf: { en: '{count} of {all} {all:day|days}', zh: '{all} 天中的 {count} 天' },
  tail: {
    en: 'Tail after the end of the term: only earlier periods are settled here',
    zh: '合同期满后的尾期：仅结算以往期间',
  },
  asOf: { en: 'As of', zh: '数据截至' },
  asOfRun: { en: '{asOf} · {stage} · run {run}', zh: '{asOf} · {stage} · 第 {run} 次计算' },
  deadlines: { en: 'Deadlines', zh: '期限' },
  disputableUntil: { en: 'may be disputed until {until}', zh: '{until} 前（含当日）可提出争议' },
  disputableAndDue: { en: 'may be disputed until {until}, due on {dueOn}', zh: '{until} 前（含当日）可提出争议，{dueOn} 到期付款' },
  asOfPlain: { en: '{asOf} · {stage}', zh: '{asOf} · {stage}' },
  agreement: { en: 'Agreement', zh: '书面协议' },
  finalStatement: { en: 'Final statement: nothing is left open.', zh: '最终结算单：已无未结事项。' },
} as const satisfies Record<string, Message>;

const MONEY = {
  total: { en: 'Total', zh: '合计' },
  totalPreview: { en: 'Would pay', zh: '预计应付' },
  totalNote: { en: '{brand} owes {provider}', zh: '{brand} 应付 {provider}' },
  totalNoteNegative: { en: '{provider} owes {brand}', zh: '{provider} 应付 {brand}' },
  totalNoteZero: { en: 'Nothing to pay', zh: '无需付款' },
  countHeld: { en: '{count} held', zh: '暂扣 {count} 项' },
  countDisputed: { en: '{count} disputed', zh: '争议 {count} 项' },
  countTrueUps: { en: 'true-ups {amount}', zh: '追溯调整 {amount}' },
  lines: { en: 'Money', zh: '款项' },
  line: { en: 'Line', zh: '项目' },
  amount: { en: 'Amount ({currency})', zh: '金额（{currency}）' },
  state: { en: 'State', zh: '状态' },
  why: { en: 'Why', zh: '说明' },
  disputedAs: {
    en: 'Computed {computed}, claimed {claimed}; the undisputed part is paid.',
    zh: '计算金额 {computed}，主张金额 {claimed}；先付无争议部分。',
  },
  held: { en: 'Held, and what releases it', zh: '暂扣事项及解除条件' },
  heldTimes: {
    en: 'Statement {count} of {max} to hold it; the one after the last, from {from} on, decides it for good, {decision}.',
    zh: '第 {count} 次暂扣（上限 {max} 次）；达到上限后，{from} 起的首张结算单作最终裁定：{decision}。',
  },
  decidedForProvider: {
    en: "in the provider's favour, since the brand answers for the missing data",
    zh: '因缺失数据由品牌方负责，按有利于服务方裁定',
  },
  decidedForBrand: {
    en: "in the brand's favour, since the provider answers for the missing data",
    zh: '因缺失数据由服务方负责，按有利于品牌方裁定',
  },
  decidedAsSettled: { en: 'at what was settled before', zh: '维持原已结算金额' },
  decidedByMean: {
    en: 'at the mean of its latest settled amounts, since neither party alone answers for it',
    zh: '因不能归责于单独一方，按最近已结算金额的均值裁定',
  },
  releasedByData: {
    en: 'Released by the next settlement that finds complete and consistent data from {custodians}; what it then pays comes as a true-up.',
    zh: '待 {custodians} 的数据补齐或更正后，由下一次结算解除，届时以追溯调整补付。',
  },
  releasedBySettlement: {
    en: 'Released by the next settlement that can compute it; what it then pays comes as a true-up.',
    zh: '待下一次结算能够计算时解除，届时以追溯调整补付。',
  },
  releasedByReview: {
    en: 'Released once a review acknowledges {id}; what it then pays comes as a true-up.',
    zh: '待复盘确认 {id} 后解除，届时以追溯调整补付。',
  },
  waits: {
    en: 'Takes effect in the next settlement after {party} files a review with {acknowledges}, and without one in the first on or after {on}.',
    zh: '{party}提交写明 {acknowledges} 的复盘后，由下一次结算生效；未提交的，自 {on} 起的首次结算生效。',
  },
  disputed: { en: 'Disputed', zh: '争议事项' },
  disputedEnd: {
    en: 'Ends when both parties file a resolution; without one the dispute lapses after {days} {days:day|days} ({twice} if escalated) and the computed amount is paid.',
    zh: '双方提交和解（resolution）后了结；否则争议在 {days} 天后（提交专家则为 {twice} 天）失效，按计算金额支付。',
  },
  setAside: { en: '{amount} is set aside.', zh: '{amount} 暂不支付。' },
} as const satisfies Record<string, Message>;

const SCORES = {
  kpis: { en: 'KPIs', zh: '考核指标' },
  kpi: { en: 'KPI', zh: '考核指标' },
  actual: { en: 'Actual', zh: '实际值' },
  target: { en: 'Target', zh: '目标值' },
  targetLower: { en: '≤ {value}', zh: '≤ {value}' },
  targetHigher: { en: '≥ {value}', zh: '≥ {value}' },
  score: { en: 'Score', zh: '得分' },
  scoreBar: { en: '0 … cap', zh: '0 … 封顶' },
  trend: { en: 'Trend', zh: '趋势' },
  weight: { en: 'weight {value}', zh: '权重 {value}' },
  threshold: { en: 'threshold {value}', zh: '门槛值 {value}' },
  stretch: { en: 'stretch {value}', zh: '挑战值 {value}' },
  cap: { en: 'cap {value}', zh: '得分封顶 {value}' },
  attainment: { en: 'attainment {value}', zh: '达成率 {value}' },
  formula: { en: '= {formula}', zh: '= {formula}' },
  composite: { en: 'Composite', zh: '综合得分' },
  /** In front of the word for a score. */
  compositeBy: { en: 'Composite', zh: '综合' },
  compositeMin: { en: 'lowest of the KPIs', zh: '取各考核指标的最低得分' },
  compositeMean: { en: 'weighted mean', zh: '加权平均' },
  gates: { en: 'Gates', zh: '前置条件' },
  gate: { en: 'Gate', zh: '前置条件' },
  limit: { en: 'Limit', zh: '界限' },
  blocks: { en: 'Blocks', zh: '影响项目' },
  colon: { en: ': ', zh: '：' },
  undefinedValue: { en: '—', zh: '—' },
} as const satisfies Record<string, Message>;

const CHECKS = {
  reconcile: { en: 'Reconciliation', zh: '对账' },
  left: { en: 'Left', zh: '左侧' },
  right: { en: 'Right', zh: '右侧' },
  gap: { en: 'Gap', zh: '差异' },
  tolerance: { en: 'Tolerance', zh: '容差' },
  result: { en: 'Result', zh: '结果' },
  agrees: { en: 'agrees', zh: '一致' },
  breachHolds: { en: 'breach: holds what uses it', zh: '超差：相关项目暂扣' },
  breachFlagged: { en: 'breach: to be reviewed', zh: '超差：待复盘' },
  breachReviewed: { en: 'breach: reviewed', zh: '超差：已复盘' },
  anomalies: { en: 'Anomalies', zh: '异常' },
  anomaly: { en: 'Day', zh: '日期' },
  value: { en: 'Value', zh: '数值' },
  usual: { en: 'Usual', zh: '常态值' },
  reviewState: { en: 'Review', zh: '复盘' },
  reviewed: { en: 'reviewed', zh: '已复盘' },
  toReview: { en: 'to be reviewed', zh: '待复盘' },
  anomalyHint: {
    en: 'To acknowledge them, file a review with {acknowledges}.',
    zh: '如需确认，请提交复盘（review）事件并写明 {acknowledges}。',
  },
  quality: { en: 'Data quality', zh: '数据质量' },
  fact: { en: 'Fact', zh: '事实表' },
  rows: { en: 'Rows', zh: '行数' },
  freshAt: { en: 'Fresh at ({zone})', zh: '数据更新至（{zone}）' },
  complete: { en: 'Complete', zh: '是否完整' },
  isComplete: { en: 'complete', zh: '完整' },
  isStale: { en: 'stale', zh: '滞后' },
  duplicates: { en: 'Duplicate keys', zh: '重复主键' },
  nullDates: { en: 'NULL dates', zh: '日期为空' },
  undatedRows: {
    en: 'Warning: {undated} rows of {fact} have no date and count in no period; that is more than 1% beside the {rows} that this period holds.',
    zh: '警告：{fact} 有 {undated} 行没有日期，不计入任何结算期；与本期的 {rows} 行相比已超过 1%。',
  },
  custodian: { en: 'Custodian', zh: '数据保管方' },
  never: { en: 'never', zh: '无' },
  measures: { en: 'What was counted', zh: '统计口径' },
  measure: { en: 'Measure', zh: '度量' },
  definition: { en: 'Definition', zh: '口径' },
} as const satisfies Record<string, Message>;

const STATEMENT = {
  balance: { en: 'Payment balance', zh: '往来余额' },
  brandOwes: { en: '{brand} owes {provider} {amount}', zh: '{brand} 应付 {provider} {amount}' },
  providerOwes: { en: '{provider} owes {brand} {amount}', zh: '{provider} 应付 {brand} {amount}' },
  nothingOwed: { en: 'Nothing is owed.', zh: '双方无欠款。' },
  openOf: { en: 'Open of', zh: '未结期间' },
  dueOn: { en: 'Due on', zh: '到期日' },
  overdue: { en: '{on}, overdue', zh: '{on}，已逾期' },
  dueUnknown: { en: 'no due date yet', zh: '尚无到期日' },
  changes: { en: 'What changed since it was settled', zh: '结算后的数据变化' },
  period: { en: 'Period', zh: '期间' },
  days: { en: 'Days', zh: '日期' },
  before: { en: 'Before', zh: '变更前' },
  after: { en: 'After', zh: '变更后' },
  rowsChange: { en: 'Rows', zh: '行数' },
  daysSpan: { en: '{from} to {to} ({count} {count:day|days})', zh: '{from} 至 {to}（{count} 天）' },
  byZoneRules: { en: '(zone rules changed)', zh: '（时区规则变更）' },
  wholePeriod: { en: 'whole period', zh: '整期' },
  events: { en: 'Events that counted', zh: '计入的事件' },
  event: { en: 'File', zh: '文件' },
  digest: { en: 'Digest', zh: '摘要' },
  digests: { en: 'Digests', zh: '摘要校验' },
  digestTerms: { en: 'terms', zh: '条款' },
  digestEvidence: { en: 'evidence', zh: '证据' },
  digestPrevious: { en: 'previous statement', zh: '上期结算单' },
  digestThis: { en: 'this statement', zh: '本结算单' },
  first: { en: 'none, the first', zh: '无（首期）' },
} as const satisfies Record<string, Message>;

const EXPLAIN = {
  clause: { en: 'clause', zh: '条款位置' },
  reason: { en: 'reason', zh: '说明' },
  inputs: { en: 'inputs', zh: '输入' },
  rulesLegend: { en: 'rules (✓ applies, ✗ does not)', zh: '规则（✓ 适用，✗ 不适用）' },
  ruleTaken: { en: '✓ {rule}', zh: '✓ {rule}' },
  ruleNotTaken: { en: '✗ {rule}', zh: '✗ {rule}' },
  calculation: { en: 'formula', zh: '算式' },
  rounding: { en: 'rounded', zh: '舍入' },
  'rounding.half_even': { en: 'half to even', zh: '四舍六入五成双' },
  'rounding.half_up': { en: 'half away from zero', zh: '四舍五入' },
  roundedFrom: { en: '{unrounded} → {rounded} ({rounding})', zh: '{unrounded} → {rounded}（{rounding}）' },
  exactAmount: { en: '{rounded} (exact)', zh: '{rounded}（无需舍入）' },
  computedClaimed: { en: 'computed {computed}, claimed {claimed}', zh: '计算 {computed}，主张 {claimed}' },
  'input.score of': { en: 'score of {name}', zh: '{name} 的得分' },
  'input.up to': { en: '{name} up to {on}', zh: '截至 {on} 的 {name}' },
  'input.pool': { en: 'pool', zh: '奖金池' },
  'input.amount': { en: 'amount', zh: '金额' },
  'input.subtotal': { en: 'subtotal', zh: '小计' },
  'input.cap of the period': { en: 'cap of the period', zh: '本期封顶额' },
  'input.left of the cap of the term': { en: 'left of the cap of the term', zh: '合同期封顶余额' },
  'input.total before': { en: 'total before this period', zh: '本期前累计' },
  'input.total to date': { en: 'total to date', zh: '截至本期累计' },
  'input.earned': { en: 'earned', zh: '已赚取' },
  'input.guarantee': { en: 'guarantee', zh: '保底额' },
  'input.draw': { en: 'draw', zh: '垫付余额' },
  'input.subtotal after the cap': { en: 'subtotal after the cap', zh: '封顶后小计' },
  'input.due': { en: 'due', zh: '截止日' },
  'input.accepted on': { en: 'accepted on', zh: '验收日' },
  'input.target': { en: 'target', zh: '目标值' },
  'input.settled so far': { en: 'settled so far', zh: '已结算' },
  'input.not reviewed': { en: 'computed, not reviewed', zh: '计算金额（未经复盘确认）' },
  knownAs: { en: 'it came to {amount}, which nobody reviewed', zh: '计算金额为 {amount}，未经复盘确认' },
  'input.worth now': { en: 'worth now', zh: '现应为' },
  'input.payable': { en: 'payable', zh: '应付合计' },
  'input.rate': { en: 'rate', zh: '税率' },
  'input.deadband': { en: 'deadband', zh: '免计区间' },
} as const satisfies Record<string, Message>;

const ISSUES = {
  errorOne: { en: '1 error', zh: '1 个错误' },
  errorMany: { en: '{count} errors', zh: '{count} 个错误' },
  warningOne: { en: '1 warning', zh: '1 个警告' },
  warningMany: { en: '{count} warnings', zh: '{count} 个警告' },
  infoOne: { en: '1 note', zh: '1 条提示' },
  infoMany: { en: '{count} notes', zh: '{count} 条提示' },
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'note', zh: '提示' },
  expected: { en: 'expected', zh: '应为' },
  found: { en: 'found', zh: '实为' },
  fix: { en: 'fix', zh: '修改建议' },
} as const satisfies Record<string, Message>;

export const REPORT = {
  ...LINE_KINDS,
  ...STATES,
  ...HEADER,
  ...MONEY,
  ...SCORES,
  ...CHECKS,
  ...STATEMENT,
  ...EXPLAIN,
  ...ISSUES,
} as const satisfies Record<string, Message>;

export type ReportKey = keyof typeof REPORT;

/** A word or sentence of a report in a language, its places filled. */
export function reportText(key: ReportKey, locale: Locale, params: Params = {}): string {
  return fill(REPORT[key], locale, params);
}
