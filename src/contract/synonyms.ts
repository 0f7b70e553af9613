import { inForm } from '../kernel/text.js';

/*
 * What people write for a name of the contract language: words of contracts and spreadsheets, in both languages. A message
 * offers the name; nothing is ever read by such a word. Case, spaces, `-` and `_` do not matter.
 */
const WORDS: Readonly<Record<string, string>> = {
  // Parts of a contract
  title: '标题 名称 合同名称 name label',
  name: '名称 公司名称 company title',
  stage: '阶段 合作阶段 status state',
  parties: '双方 合同双方 合同方',
  brand: '品牌 品牌方 甲方 client advertiser buyer customer',
  provider: '服务方 服务商 乙方 代理商 代理 agency vendor supplier seller',
  signatories: '签署人 签字人 审批人 signers approvers signatory',
  term: '合同期 合同期限 期限 有效期 duration',
  from: '开始 起始 开始日期 自 start begin since startDate',
  to: '结束 截止 结束日期 至 end until till endDate',
  calendar: '日历 结算日历 schedule',
  every: '周期 结算周期 frequency interval cycle',
  timezone: '时区 tz zone',
  lockAfterDays: '锁定天数 lock lockDays',
  currency: '币种 货币 结算币种',
  rounding: '舍入 取整 round',
  acceptance: '确认 验收 结算确认 accept',
  disputes: '争议 异议',
  expert: '专家 裁定人 arbitrator',
  holds: '暂缓结算 暂扣 hold',
  grace: '缓冲期 宽限期',
  kpis: '考核指标 绩效指标 指标 indicators',
  composite: '综合得分 综合 total score',
  gates: '前置条件 门槛条件 conditions',
  fees: '费用 收费 报酬 remuneration pay',
  duties: '义务 obligations tasks',
  exit: '终止 提前终止 退出 termination',
  baseline: '基准 历史数据 history',
  // How tiers are counted
  marginal: '超额累进 超额 progressive',
  whole: '全额累进 全额',
  // A KPI
  metric: '指标 kpi indicator measure',
  owner: '负责方 责任方 responsible',
  better: '方向 direction',
  weight: '权重 比重 占比 share',
  target: '目标 目标值 goal objective',
  threshold: '门槛 门槛值 起付线 阈值 下限 floor',
  stretch: '挑战目标 冲刺目标 挑战值',
  cap: '封顶 上限 最高 maximum max ceiling',
  // A fee
  kind: '类型 类别 费用类型 type fee',
  amount: '金额 数额 price value sum',
  base: '基数 计提基数 计费基数',
  tiers: '档位 阶梯 阶梯费率 费率档 levels rates',
  pool: '奖金池 奖金总额',
  by: '依据 考核依据',
  rate: '费率 比例 税率 percent percentage',
  label: '名称 标签 name title',
  retainer: '固定 固定费 固定费用 固定服务费 月费 服务费 基础服务费 fixed fixedFee flat flatFee monthlyFee base salary',
  commission: '佣金 提成 分成 revenueShare revshare percentage variable',
  bonus: '奖金 绩效奖金 绩效 incentive performance reward',
  milestone: '里程碑',
  wager: '对赌 bet',
  guarantee: '保底 最低收入 minimum minimumFee floor',
  penalty: '扣款 罚款 违约金 fine deduction malus',
  tax: '税 税费 增值税 vat gst',
  rebate: '返点 返利 返佣 kickback',
  pass_through: '代垫 垫付 代付 代收代付 expenses adSpend media',
  unit_price: '单价 计件 perUnit piece cpa cpl',
  // Values
  month: '月 每月 按月 月度 monthly months',
  quarter: '季 季度 每季度 按季 quarterly quarters',
  week: '周 每周 按周 weekly weeks',
  higher: '高 越高越好 up more bigger increase asc',
  lower: '低 越低越好 down less smaller decrease desc',
  pilot: '试点 试运行 trial test draft',
  live: '正式 active running production',
  ended: '结束 已结束 finished closed end',
  half_up: '四舍五入 normal commercial',
  half_even: '银行家舍入 四舍六入 bankers',
  weighted_mean: '加权平均 average mean weighted weightedAverage',
  min: '最小值 最低 minimum lowest',
  accepts: '视为接受 接受 accept accepted',
  waits: '等待 wait waiting',
  // Definitions
  facts: '事实表 数据表 数据来源 sources tables',
  measures: '度量 度量值',
  metrics: '指标',
  definition: '口径 定义 description',
  formula: '公式 计算公式',
  unit: '单位',
  money: '金额 currency amount',
  number: '数字 数值 count',
  share: '比例 percent percentage',
  flow: '流量 累计 sum total',
  ratio: '比率 average',
  table: '表 表名',
  grain: '主键 粒度 key keys primaryKey',
  when: '时间 日期 日期列 date time timestamp',
  where: '筛选 条件 过滤 filter',
  sum: '求和 合计 total',
  count: '计数',
  countDistinct: '去重计数 distinct unique',
  // Events
  exclusion: '剔除 排除 exclude',
  dispute: '争议 异议 objection',
  payment: '付款 支付 paid pay',
  correction: '更正 调整 adjustment',
  duty: '义务 task',
  review: '复盘',
  resolution: '和解 resolve resolved',
  reason: '原因 理由 why',
  evidence: '证明材料 证据 凭证 依据 proof attachments',
  period: '结算期 期间 月份',
  reference: '凭证号 流水号 付款凭证号 ref',
  on: '日期 date day',
  party: '合同方 提交方 side',
};

/** A word without what does not matter in it. */
export function bareWord(word: string): string {
  return inForm(word, 'NFKC')
    .replace(/[\s_\p{Cf}-]+/gu, '')
    .toLowerCase();
}

let meanings: ReadonlyMap<string, readonly string[]> | null = null;

/** The names of the language that a word may stand for; which of them can be meant depends on the place. */
export function namesMeant(word: string): readonly string[] {
  meanings ??= turnedRound();
  return meanings.get(bareWord(word)) ?? [];
}

function turnedRound(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ').map(bareWord)) found.set(word, [...(found.get(word) ?? []), name]);
  }
  return found;
}
