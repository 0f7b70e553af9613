import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What stands around the sentences of a term sheet. */
export const TERM_SHEET_TEXT = {
  title: { en: 'Term sheet', zh: '条款清单' },
  note: {
    en: 'Written from the contract’s files: every term stands in one sentence, and the sentences of either language, read back, give the same terms. Names set as code, or in code quotes, are defined terms.',
    zh: '本清单由合同文件生成：每项条款只在一句话中出现，任一语言的各句读回后均得到同样的条款。以代码字体或反引号标示的名称为定义用语。',
  },
  clause: { en: '§', zh: '§' },
  language: { en: 'English', zh: '中文' },
  'section.parties': { en: 'Parties and documents', zh: '合同双方与文件' },
  'section.settlement': { en: 'Term, settlement, payment', zh: '合同期、结算与付款' },
  'section.scores': { en: 'KPIs and gates', zh: '考核指标与前置条件' },
  'section.fees': { en: 'Fees', zh: '费用' },
  'section.changes': { en: 'Duties, changes, end', zh: '配合义务、变更与终止' },
  'section.measurement': { en: 'What is measured, and how', zh: '口径' },
  months: { en: 'A bad, a normal and a good {period}', zh: '{period} 表现差、正常、好时各付多少' },
  'months-note': {
    en: 'Bad is every KPI at its threshold, normal at its target, good at its stretch; computed by settlement itself.',
    zh: '差：各考核指标均为门槛值；正常：均达目标值；好：均达挑战值。由结算引擎算出。',
  },
  boundaries: { en: 'At each level, one unit below it, one above it', zh: '各临界点：低一个单位、恰好、高一个单位各付多少' },
  'boundaries-note': {
    en: 'Each cell has the figure, the score where it is one of a KPI, and the pay in {currency}: of a KPI or gate what the whole period {period} pays with the figure wherever it counts, every KPI on another figure at its target and every other minimum and gate reached; of a fee its own line. A unit is the smallest one of the currency for an amount, one for a count, the last digit shown for a ratio. Scores are shown rounded, pay is computed from exact ones.',
    zh: '每格依次为数值、得分（仅考核指标）与应付金额（{currency}）：考核指标与前置条件为 {period} 整期应付金额（该数值用于所有以其为准之处，以其他数值考核的指标均达目标值，其他最低量与前置条件均已满足），费用为该行金额。一个单位：金额为币种的最小单位，计数为一，比率为所示的末位。得分显示为舍入值，金额按未舍入的得分计算。',
  },
  rules: { en: 'What holds for every contract', zh: '各合同通用规则' },
  'rule.order': {
    en: 'A statement is computed in this order: retainers, commissions, unit prices, bonuses and milestones; guarantee; wagers; penalties; cap; recovery of advances; pass-through and rebates; true-ups and corrections; tax; total.',
    zh: '结算单依次计算：固定服务费、提成、单价计费、绩效奖金与里程碑款；保底；对赌；扣款；封顶；保底回收；代垫与返点；往期补差与更正；税费；合计。',
  },
  'rule.missing': {
    en: 'What is missing is not zero: a line that depends on what is not known pays nothing until it is known (tiers that add up over the term go on without such a period, or with what was last settled for it), and a hold never takes back what was paid.',
    zh: '缺失不等于零：依赖未知数值的项目，查明之前不支付（合同期内累计计档的，该期暂不计入累计，曾经结算过的按当时的基数计入）；暂缓结算绝不追回已付金额。',
  },
  'rule.zero': {
    en: 'In grace, and where a gate fails, a line is zero whether its data are known or not.',
    zh: '缓冲期内或前置条件未满足的项目为零，不论其数据是否已知。',
  },
  'rule.partial': {
    en: 'Where a period is only partly in force, the target, threshold, stretch, minimum and gate limit of a metric that grows with time are reduced in proportion to the days in force.',
    zh: '当期仅部分天数有效的，累计类指标的目标值、门槛值、挑战值、最低量与前置条件约定值按有效天数折算。',
  },
  'rule.large': {
    en: 'A true-up that moves a variable line by more than a tenth of what was settled for it waits until the party that it costs has acknowledged it in a review, or until the days for disputing a statement have passed; what counts then is what the data say then.',
    zh: '浮动项目的往期补差超过原结算金额十分之一的，待承担该金额的一方复盘确认，或异议期届满后生效；届时以当时的数据为准。',
  },
  'rule.both': {
    en: 'Exclusions, corrections and resolutions of disputes take both parties; a dispute, a record of a payment, a claim of lateness and a termination take one.',
    zh: '剔除、更正与争议和解须双方同意；提出争议、登记付款、主张逾期与终止合同，单方即可。',
  },
  'rule.evidence': {
    en: 'Each statement names the terms and the evidence that it was computed from; whoever has them computes it again to the same cent.',
    zh: '每份结算单均写明所依据的条款与取数底稿，凭此即可重算，分毫不差。',
  },
  signatures: { en: 'Signed by', zh: '双方签署' },
  brand: { en: 'Brand', zh: '品牌方' },
  provider: { en: 'Provider', zh: '服务方' },
  signature: { en: 'Name, signature, seal', zh: '姓名、签字、盖章' },
  'signed-on': { en: 'Date', zh: '日期' },
  level: { en: 'Level', zh: '临界点' },
  below: { en: 'One unit below', zh: '低一个单位' },
  at: { en: 'At it', zh: '恰好' },
  above: { en: 'One unit above', zh: '高一个单位' },
  threshold: { en: 'threshold', zh: '门槛值' },
  target: { en: 'target', zh: '目标值' },
  stretch: { en: 'stretch', zh: '挑战值' },
  minimum: { en: 'minimum', zh: '最低量' },
  gate: { en: 'gate', zh: '前置条件' },
  base: { en: 'base', zh: '基数' },
  'base-term': { en: 'base over the term', zh: '合同期累计基数' },
  'over-term': { en: 'over the whole term', zh: '整个合同期' },
  'over-quarter': { en: 'over a quarter', zh: '整季' },
  limit: { en: 'limit without a review', zh: '未经复盘确认的限额' },
  score: { en: 'score', zh: '得分' },
} as const satisfies Readonly<Record<string, Message>>;

export type TermSheetKey = keyof typeof TERM_SHEET_TEXT;

/** An entry of {@link TERM_SHEET_TEXT} in a language, its places filled. */
export const termSheetText = saying(TERM_SHEET_TEXT);
