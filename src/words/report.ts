import { fill, type Locale, type Message, type Params } from '../kernel/text.js';
import { DUTY_WORDS } from './duties.js';
import { FIRST_LINES } from './first-lines.js';

/*
 * The words of scorecards, statements and traces. One term, one word, in each language:
 *   statement 结算单 · scorecard 计分卡 · actual 实际值 · target 目标值 · threshold 门槛值 · stretch 挑战值 · cap 封顶 · weight 权重
 *   attainment 达成率 · score 得分 · composite 综合得分 · gate 前置条件 · retainer 固定服务费 · commission 提成 · bonus 绩效奖金
 *   milestone 里程碑款 · wager 对赌 · guarantee 保底 · recovery 保底回收 · penalty 扣款 · tax 税费 · true-up 往期补差
 *   correction 更正 · held 暂缓结算 · disputed 争议中 · payable 应付 · review 复盘 · reconciliation 对账 · anomaly 异常
 *   brand 品牌方 · provider 服务方 · custodian 数据保管方 · grace period 缓冲期 · exclusion 剔除 · tail 尾期
 */

const LINE_KINDS = {
  'kind.retainer': { en: 'Retainer', zh: '固定服务费' },
  'kind.commission': { en: 'Commission', zh: '提成' },
  'kind.unit_price': { en: 'Unit price', zh: '单价计费' },
  'kind.pass_through': { en: 'Pass-through, at cost', zh: '代垫费用' },
  'kind.rebate': { en: 'Rebate', zh: '返点' },
  'kind.excess': { en: 'Pass-through above its limit', zh: '代垫超限部分' },
  'kind.bonus': { en: 'Bonus', zh: '绩效奖金' },
  'kind.milestone': { en: 'Milestone', zh: '里程碑款' },
  'kind.wager': { en: 'Wager', zh: '对赌' },
  'kind.guarantee': { en: 'Guarantee', zh: '保底' },
  'kind.penalty': { en: 'Penalty', zh: '扣款' },
  'kind.cap': { en: 'Cap', zh: '封顶' },
  'kind.recovery': { en: 'Recovery of the guarantee', zh: '保底回收' },
  'kind.tax': { en: 'Tax', zh: '税费' },
  'kind.true-up': { en: 'True-up', zh: '往期补差' },
  'kind.correction': { en: 'Correction', zh: '更正' },
} as const satisfies Record<string, Message>;

const STATES = {
  'line.payable': { en: 'payable', zh: '应付' },
  'line.held': { en: 'held', zh: '暂缓结算' },
  'line.disputed': { en: 'disputed', zh: '争议中' },
  'kpi.scored': { en: 'scored', zh: '已计分' },
  'kpi.below_minimum': { en: 'below minimum', zh: '未达最低量' },
  'kpi.waived': { en: 'waived', zh: '已豁免' },
  'kpi.missing': { en: 'no value', zh: '无数值' },
  'kpi.held': { en: 'held', zh: '待定' },
  'kpi.running': { en: 'running', zh: '进行中' },
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
  previewTitle: { en: 'Preview of statement {period}', zh: '结算单预览 {period}' },
  termination: { en: 'Termination', zh: '提前终止' },
  terminatedBy: {
    en: 'by the {party} with {file}: the term ends on {on}',
    zh: '{party}以 {file} 提出：合同期于 {on} 结束',
  },
  asOf: { en: 'As of', zh: '数据截至' },
  asOfRun: { en: '{asOf} · {stage} · run {run}', zh: '{asOf} · {stage} · 第 {run} 次计算' },
  asOfPlain: { en: '{asOf} · {stage}', zh: '{asOf} · {stage}' },
  agreement: { en: 'Agreement', zh: '书面协议' },
  finalStatement: { en: 'Final statement: nothing is left open.', zh: '最终结算单：已无未结事项。' },
} as const satisfies Record<string, Message>;

const RUNNING = {
  runningTitle: { en: 'KPIs to date', zh: '考核指标进度' },
  runningNote: {
    en: 'The period is running until {to}: nothing is scored, owed or held yet.',
    zh: '本期进行中，截止日为 {to}：尚未计分，也不产生应付或暂缓结算。',
  },
  toDate: { en: 'To date', zh: '截至目前' },
  wholeTarget: { en: 'Target of the period', zh: '本期目标' },
  progress: { en: 'Progress', zh: '达成进度' },
  timeGone: { en: 'Time gone', zh: '时间进度' },
  through: { en: 'Through', zh: '数据截至日' },
  throughNone: { en: 'no day yet', zh: '尚无' },
  throughNoneWhy: { en: 'Its data does not cover the first day yet', zh: '数据尚未覆盖本期首日' },
  watchTitle: { en: 'Watched, in no score and no fee', zh: '观察指标（不计分、不计费）' },
  watched: { en: 'Metric', zh: '指标' },
} as const satisfies Record<string, Message>;

const MONEY = {
  total: { en: 'Total', zh: '合计' },
  totalPreview: { en: 'Would pay', zh: '预计应付' },
  totalNote: { en: '{brand} owes {provider}', zh: '{brand} 应付 {provider}' },
  totalNoteNegative: { en: '{provider} owes {brand}', zh: '{provider} 应付 {brand}' },
  totalNoteZero: { en: 'Nothing to pay', zh: '无需付款' },
  countHeld: { en: '{count} held', zh: '暂缓结算 {count} 项' },
  countDisputed: { en: '{count} disputed', zh: '争议 {count} 项' },
  countTrueUps: { en: 'true-ups {amount}', zh: '往期补差 {amount}' },
  lines: { en: 'Money', zh: '款项' },
  line: { en: 'Line', zh: '项目' },
  amount: { en: 'Amount ({currency})', zh: '金额（{currency}）' },
  state: { en: 'State', zh: '状态' },
  why: { en: 'Why', zh: '说明' },
  'sheet.contract': { en: 'Contract', zh: '合同' },
  'sheet.lineId': { en: 'Line ID', zh: '项目编号' },
  'sheet.amount': { en: 'Amount', zh: '金额' },
  'sheet.currency': { en: 'Currency', zh: '币种' },
  'sheet.kpiId': { en: 'KPI ID', zh: '指标编号' },
  'sheet.threshold': { en: 'Threshold', zh: '门槛值' },
  'sheet.stretch': { en: 'Stretch', zh: '挑战值' },
  'sheet.attainment': { en: 'Attainment', zh: '达成率' },
  'sheet.weight': { en: 'Weight', zh: '权重' },
  disputedAs: {
    en: 'Computed {computed}, claimed {claimed}; the undisputed part is paid.',
    zh: '计算金额 {computed}，主张金额 {claimed}；先付无争议部分。',
  },
  held: { en: 'Held, and what releases it', zh: '暂缓结算事项及解除条件' },
  /** More statements have held it than agreed: the days have not passed yet. */
  heldLonger: {
    en: 'Held in {count} statements. From {from} on, it is {decision}.',
    zh: '已连续暂缓结算 {count} 次；{from} 起的首份结算单作最终裁定：{decision}。',
  },
  heldTimes: {
    en: 'Held for the {nth} of {max} statements. After that, from {from} on, it is {decision}.',
    zh: '第 {nth} 次暂缓结算（上限 {max} 次）；达到上限后，{from} 起的首份结算单作最终裁定：{decision}。',
  },
  decidedForProvider: {
    en: "paid in the provider's favour, because the brand's data is missing",
    zh: '因缺失数据由品牌方负责，按有利于服务方裁定',
  },
  decidedForBrand: {
    en: "decided in the brand's favour, because the provider's data is missing",
    zh: '因缺失数据由服务方负责，按有利于品牌方裁定',
  },
  decidedAsSettled: { en: 'left at what was settled before', zh: '维持原已结算金额' },
  atCost: { en: 'of which media and other costs, at cost', zh: '其中：代垫费用小计' },
  decidedByMeanBoth: {
    en: 'paid at the mean of its latest settled amounts ({periods}), because data of both parties is involved',
    zh: '因涉及双方的数据，按最近已结算金额的均值（{periods}）裁定',
  },
  decidedByMeanMixed: {
    en: 'paid at the mean of its latest settled amounts ({periods}), because it is not due to the data of one party alone',
    zh: '因不只是单独一方的数据所致，按最近已结算金额的均值（{periods}）裁定',
  },
  decidedByMeanNobody: {
    en: "paid at the mean of its latest settled amounts ({periods}), because it is due to neither party's data",
    zh: '因不是任何一方的数据所致，按最近已结算金额的均值（{periods}）裁定',
  },
  decidedByMeanProvider: {
    en: "paid at the mean of its latest settled amounts ({periods}), because the provider's data is missing; where only a gate is unknown, it is decided in the brand's favour",
    zh: '因缺失数据由服务方负责，按最近已结算金额的均值（{periods}）裁定；仅前置条件无法判断的，按有利于品牌方裁定',
  },
  decidedByMeanBrand: {
    en: "paid at the mean of its latest settled amounts ({periods}), because the brand's data is missing; where only a gate is unknown, in the provider's favour",
    zh: '因缺失数据由品牌方负责，按最近已结算金额的均值（{periods}）裁定；仅前置条件无法判断的，按有利于服务方裁定',
  },
  meanOfNone: { en: 'none so far, so 0', zh: '尚无，按 0' },
  meanAmount: { en: '{period}: {amount}', zh: '{period}：{amount}' },
  releasedByData: {
    en: 'Released by the next settlement that finds complete and consistent data from {custodians}; what it then pays comes as a true-up.',
    zh: '待 {custodians} 的数据补齐或更正后，由下一次结算解除，届时以往期补差支付。',
  },
  releasedBySettlement: {
    en: 'Released by the next settlement that can compute it; what it then pays comes as a true-up.',
    zh: '待下一次结算能够计算时解除，届时以往期补差支付。',
  },
  releasedByReview: {
    en: 'Released once a review acknowledges {id}; what it then pays comes as a true-up.',
    zh: '待复盘确认 {id} 后解除，届时以往期补差支付。',
  },
  releasedByDataAndReview: {
    en: 'Released by the next settlement that finds complete and consistent data from {custodians} and a review that acknowledges {id}; what it then pays comes as a true-up.',
    zh: '待 {custodians} 的数据补齐或更正、且复盘确认 {id} 后，由下一次结算解除，届时以往期补差支付。',
  },
  reviewLacksIt: {
    en: 'The review {file} does not acknowledge {id}.',
    zh: '复盘 {file} 未写明确认 {id}。',
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
  earlierDisputed: {
    en: 'Computed {computed}, claimed {claimed}; {amount} stays set aside.',
    zh: '计算金额 {computed}，主张金额 {claimed}；{amount} 仍暂不支付。',
  },
  earlierHeld: { en: 'Claimed {claimed}; the line is held meanwhile.', zh: '主张金额 {claimed}；其间该项暂缓结算。' },
  earlierFrozen: {
    en: 'Claimed {claimed}; it stays at {amount} as settled until then.',
    zh: '主张金额 {claimed}；在此之前维持已结算的 {amount}。',
  },
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
  targetOf: { en: 'target {value}', zh: '目标 {value}' },
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
  breachHolds: { en: 'breach: holds what uses it', zh: '超差：相关项目暂缓结算' },
  breachFlagged: { en: 'breach: to be reviewed', zh: '超差：待复盘' },
  breachReviewed: { en: 'breach: reviewed', zh: '超差：已复盘' },
  incomparableHolds: { en: 'cannot be compared: holds what uses it', zh: '无法比对：相关项目暂缓结算' },
  incomparableFlagged: { en: 'cannot be compared: to be reviewed', zh: '无法比对：待复盘' },
  incomparableReviewed: { en: 'cannot be compared: reviewed', zh: '无法比对：已复盘' },
  sideUnknown: { en: '{side} is not known: {reason}', zh: '{side} 尚不可知：{reason}' },
  sideUnknownPlain: { en: '{side} is not known', zh: '{side} 尚不可知' },
  reviewedIn: { en: 'reviewed in {file}', zh: '已在 {file} 中复盘' },
  reviewedByExclusion: { en: 'excluded by {file}', zh: '已由 {file} 剔除' },
  anomalies: { en: 'Anomalies', zh: '异常' },
  anomaly: { en: 'Day', zh: '日期' },
  value: { en: 'Value', zh: '数值' },
  usual: { en: 'Usual', zh: '常态值' },
  reviewState: { en: 'Review', zh: '复盘' },
  reviewed: { en: 'reviewed', zh: '已复盘' },
  toReview: { en: 'to be reviewed', zh: '待复盘' },
  anomalyHint: {
    en: 'Either party, once it has looked into it, acknowledges all of them by a review with {acknowledges}: {command}, with what was found in place of {found} (the provider writes {other}).',
    zh: '任一方核实后可提交一份复盘一并确认，写明 {acknowledges}：{command}，其中 {found} 处填写核实结果（服务方写 {other}）。',
  },
  noRows: { en: 'no rows', zh: '无数据行' },
  dayRange: { en: '{from} to {to}', zh: '{from} 至 {to}' },
  silenceNoFile: {
    en: '{fact} has no row at all in these days. Is a file missing? With it the next settlement measures again; if there was nothing, acknowledge that.',
    zh: '{fact} 在这些日期没有任何数据行。是否缺少文件？补齐后由下一次结算重新计量；确实为零的，请确认。',
  },
  silenceStops: {
    en: 'Rows came often before, and none in these days. Does a file of {fact} lack them? With them the next settlement measures again; if there was nothing, acknowledge that.',
    zh: '此前经常有数据行，这些日期却没有。{fact} 的文件是否缺了这一段？补齐后由下一次结算重新计量；确实为零的，请确认。',
  },
  silenceNever: {
    en: 'No row of {fact} has ever met the conditions of this measure. A word in `where` may be spelt otherwise than in the data; `concord doctor` compares them.',
    zh: '{fact} 从未有任何行符合该度量的条件。`where` 中的取值可能与数据写法不同，`concord doctor` 会逐一比对。',
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
    en: 'Warning: {undated} {undated:row|rows} of {fact} {undated:has|have} no date and {undated:counts|count} in no period; that is more than 1% beside the {rows} that this period holds.',
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
  credit: { en: 'Credit of {brand}', zh: '{brand} 的结余' },
  repaidOpen: { en: 'Repaid, and owed again', zh: '退款后重新应付' },
  balanceSum: { en: 'Balance', zh: '余额' },
  payments: { en: 'Payments counted', zh: '已计入的付款' },
  paidOn: { en: 'Date', zh: '付款日' },
  reference: { en: 'Reference', zh: '付款凭证号' },
  filedBy: { en: 'Filed by', zh: '提交方' },
  paymentKind: { en: 'Payment', zh: '款项' },
  payment: { en: '{brand} to {provider}', zh: '{brand} 付 {provider}' },
  repayment: { en: 'repayment: {provider} to {brand}', zh: '退款：{provider} 退 {brand}' },
  filedByBoth: { en: 'both', zh: '双方' },
  filedByUnknown: { en: 'not said', zh: '未注明' },
  paidInAll: { en: 'Paid in all', zh: '付款合计' },
  since: { en: 'What happened since the last statement', zh: '上次结算以来的事项' },
  lapsedSetAside: {
    en: 'the dispute {file} lapsed on {on}: the {amount} it had set aside count again.',
    zh: '争议 {file} 已于 {on} 失效：此前暂不支付的 {amount} 恢复计付。',
  },
  lapsedFrozen: {
    en: 'the dispute {file} lapsed on {on}: it had set nothing aside, and the line is no longer frozen.',
    zh: '争议 {file} 已于 {on} 失效：未暂留任何金额，该项不再冻结。',
  },
  decidedNow: { en: 'its hold has lasted as long as agreed: decided for good at {amount}.', zh: '暂缓结算已达约定期限：最终裁定为 {amount}。' },
  givenBySilenceNow: {
    en: 'given: the request {file} was not answered within {days}.',
    zh: '视为验收通过：验收申请 {file} 在 {days}内未获答复。',
  },
  terminatedNow: {
    en: 'The contract was terminated by the {party} with {file}; the term ends on {on}.',
    zh: '{party}以 {file} 终止合同，合同期于 {on} 结束。',
  },
  changes: { en: 'What changed since it was settled', zh: '结算后的变化' },
  changedData: { en: 'data of {measures} (table below)', zh: '{measures} 的数据（见下表）' },
  changedZones: { en: 'the rules of the time zone', zh: '时区规则' },
  changedEvent: { en: '{kind} {file}', zh: '{kind} {file}' },
  changedHeld: { en: 'known now; it was held because {reason}', zh: '现已可知；此前暂缓结算原因：{reason}' },
  changedLapsed: { en: 'the dispute {file} lapsed', zh: '争议 {file} 已失效' },
  changedDecided: { en: 'its hold was decided', zh: '暂缓结算已裁定' },
  changedSilence: { en: 'given: not answered within {days} {days:day|days}', zh: '视为验收通过：{days} 天内未获答复' },
  changedListed: {
    en: 'first listed as of {on}, and nothing has changed since',
    zh: '首次列示于截至 {on} 的结算单，此后无变化',
  },
  changedAccepted: { en: 'nobody has objected within {days} {days:day|days}', zh: '{days} 天内无异议' },
  changedFollows: { en: 'it follows from {lines}', zh: '随 {lines} 变动' },
  changedLines: { en: 'the lines it is computed from', zh: '其计算所依据的各项' },
  period: { en: 'Period', zh: '期间' },
  days: { en: 'Days', zh: '日期' },
  before: { en: 'Before', zh: '变更前' },
  after: { en: 'After', zh: '变更后' },
  rowsChange: { en: 'Rows', zh: '行数' },
  daysSpan: { en: '{from} to {to} ({count} {count:day|days})', zh: '{from} 至 {to}（{count} 天）' },
  byZoneRules: { en: 'zone rules changed', zh: '时区规则变更' },
  wholePeriod: { en: 'whole period', zh: '整期' },
  events: { en: 'Events that counted', zh: '计入的事件' },
  event: { en: 'File', zh: '文件' },
  eventKind: { en: 'What it is', zh: '事件' },
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
  // a level of tiers and points, and of bands, with what it pays or deducts
  levelFrom: { en: 'from {level}: {value}', zh: '{level} 起：{value}' },
  levelBelow: { en: 'below {level}: {value}', zh: '低于 {level}：{value}' },
  rounding: { en: 'rounded', zh: '舍入' },
  'rounding.half_even': { en: 'half to even', zh: '四舍六入五成双' },
  'rounding.half_up': { en: 'half away from zero', zh: '四舍五入' },
  roundedFrom: { en: '{unrounded} → {rounded} ({rounding})', zh: '{unrounded} → {rounded}（{rounding}）' },
  exactAmount: { en: '{rounded} (exact)', zh: '{rounded}（无需舍入）' },
  computedClaimed: { en: 'computed {computed}, claimed {claimed}', zh: '计算 {computed}，主张 {claimed}' },
  knownAs: { en: 'it came to {amount}, which nobody reviewed', zh: '计算金额为 {amount}，未经复盘确认' },
  withMore: { en: '{text} ({more})', zh: '{text}（{more}）' },
  dueToBoth: { en: 'since data of both parties are involved', zh: '因涉及双方的数据' },
  withoutPeriods: { en: 'without {periods}', zh: '不含 {periods}' },
  withoutHeld: { en: '{period}, held', zh: '{period}（暂缓结算）' },
  withoutOther: { en: '{period}, not known', zh: '{period}（不可知）' },
  givenBySilence: {
    en: 'reached, and given on {on}: not answered within {days} {days:day|days}',
    zh: '已达成，并于 {on} 视为验收通过：{days} 天内未获答复',
  },
  lapsedDispute: { en: 'the dispute {file} lapsed on {on}', zh: '争议 {file} 于 {on} 失效' },
  givenOn: { en: 'given on', zh: '视为验收通过日' },
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
  ...FIRST_LINES,
  ...MONEY,
  ...RUNNING,
  ...SCORES,
  ...DUTY_WORDS,
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
