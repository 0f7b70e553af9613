import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What is said of a contract's pay before it is signed. */
export const QUOTE_TEXT = {
  title: { en: 'Before signing', zh: '签约前测算' },
  'pays-nothing': {
    en: 'From the text alone, nothing measured: it pays nothing and is in no ledger.',
    zh: '仅依据合同文本，未取任何数据：不产生付款，也不入账本。',
  },
  'pays-nothing-measured': {
    en: 'From the text, and from the data as measured now: it pays nothing and is in no ledger.',
    zh: '依据合同文本与当前所取数据：不产生付款，也不入账本。',
  },
  unread: { en: 'The data cannot be read: {why}', zh: '无法读取数据：{why}' },
  'no-whole-period': {
    en: 'The data cover no whole period before {day}.',
    zh: '{day} 之前没有数据完整的结算期。',
  },
  'no-whole-period-of': {
    en: 'No whole period before {day} is covered by all data: those of {facts} are complete for none. `simulate` has what the others tell.',
    zh: '{day} 之前没有全部数据均完整的结算期：{facts} 的数据各期均不完整。其余数据可用 `simulate` 查看。',
  },
  levels: { en: 'What {period} pays', zh: '{period} 的应付金额' },
  line: { en: 'Line', zh: '项目' },
  threshold: { en: 'All at threshold', zh: '均为门槛值' },
  target: { en: 'All at target', zh: '均达目标值' },
  stretch: { en: 'All at stretch', zh: '均达挑战值' },
  total: { en: 'Total', zh: '合计' },
  'by-volume': { en: 'by volume', zh: '视业务量' },
  'on-acceptance': { en: 'on acceptance', zh: '验收后支付' },
  'by-due-day': { en: 'by its due day', zh: '视截止日数值' },
  'levels-note': {
    en: 'Gates passed, minimums reached, nothing waived, no grace; before tax.',
    zh: '前置条件与最低量均视为满足，不计豁免与缓冲期，不含税。',
  },
  'levels-earlier': {
    en: 'The periods before it ({span}) are taken at the same level: what adds up over the term goes on from them.',
    zh: '此前各期（{span}）按同一水平计，在合同期内累计的项目由此续算。',
  },
  'rows-note': { en: 'Nothing waived, no grace; before tax.', zh: '不计豁免与缓冲期，不含税。' },
  'rows-base': {
    en: 'A row of a base over the term has all that is due on such a base, what earlier periods pay of it included.',
    zh: '合同期累计基数各行为按该基数应付的总额，含此前各期支付的部分。',
  },
  'rows-wager': {
    en: 'A row of a wager has what it pays when it is settled, once, in the last period of what it is agreed over; in the other rows it is 0.00 as long as it is not.',
    zh: '对赌各项目为约定期间最后一期一次性结算的金额；其余各项目中，对赌尚未结算时为 0.00。',
  },
  'rows-earlier': {
    en: 'In the periods before it ({span}) every KPI is at its target: what adds up over the term goes on from them.',
    zh: '此前各期（{span}）各考核指标均达目标值，在合同期内累计的项目由此续算。',
  },
  'rows-volume': {
    en: 'A line by volume is in the pay only of a row that gives its figure.',
    zh: '“视业务量”的项目，仅在该行给出其数值时计入应付金额。',
  },
  'levels-volume': {
    en: 'A line by volume needs a figure that no KPI gives: guarantee, cap and total are without it.',
    zh: '“视业务量”的项目取决于考核指标以外的数字，保底、封顶与合计均未计入。',
  },
  'sums-volume': {
    en: 'Not in it, nor in guarantee and cap, as they go by a figure that no KPI gives: {lines}.',
    zh: '{lines}取决于考核指标以外的数字，以上金额以及保底、封顶均未计入。',
  },
  'levels-due': {
    en: '{line} goes by its metric up to {due}, a day inside a period, which no figure of a whole period tells: guarantee, cap and total are without it.',
    zh: '“{line}”取指标截至 {due} 的数值，该日在结算期之内，整期数值无从得知：保底、封顶与合计均未计入。',
  },
  'levels-acceptance': {
    en: 'What is paid on acceptance is in no guarantee, cap or total here.',
    zh: '验收后支付的款项未计入保底、封顶与合计。',
  },
  'levels-milestone': {
    en: 'A milestone by a metric counts as accepted when it is reached, and is paid in that period alone.',
    zh: '以指标为条件的里程碑款，达成即视为已验收，仅在达成当期支付一次。',
  },
  'levels-wager': {
    en: 'A wager is settled once, in the last period of what it is agreed over, and is 0 before.',
    zh: '对赌仅在约定期间的最后一期结算一次，此前各期为 0。',
  },
  exposure: { en: 'The least and the most that can be owed', zh: '应付金额的下限与上限' },
  period: { en: 'Period', zh: '结算期' },
  least: { en: 'Least', zh: '下限' },
  most: { en: 'Most', zh: '上限' },
  term: { en: 'Whole term', zh: '整个合同期' },
  'no-lower': { en: 'no lower bound', zh: '无下限' },
  'no-upper': { en: 'no upper bound', zh: '无上限' },
  'of-money': {
    en: '{line}: for every further {unit} of {metric} the brand pays {amount} more ({rate})',
    zh: '{line}：{metric}每再增加 {unit}，品牌方多付 {amount}（{rate}）',
  },
  'of-money-back': {
    en: '{line}: for every further {unit} of {metric} the brand pays {amount} less ({rate})',
    zh: '{line}：{metric}每再增加 {unit}，品牌方少付 {amount}（{rate}）',
  },
  'of-money-below': {
    en: '{line}: for every {unit} of {metric} below 0 the brand pays {amount} more ({rate})',
    zh: '{line}：{metric}低于 0 的部分，每 {unit} 品牌方多付 {amount}（{rate}）',
  },
  'of-money-below-back': {
    en: '{line}: for every {unit} of {metric} below 0 the brand pays {amount} less ({rate})',
    zh: '{line}：{metric}低于 0 的部分，每 {unit} 品牌方少付 {amount}（{rate}）',
  },
  'of-units': {
    en: '{line}: for every further unit of {metric} the brand pays {amount} more',
    zh: '{line}：{metric}每再增加一单位，品牌方多付 {amount}',
  },
  'of-units-back': {
    en: '{line}: for every further unit of {metric} the brand pays {amount} less',
    zh: '{line}：{metric}每再增加一单位，品牌方少付 {amount}',
  },
  'of-units-below': {
    en: '{line}: for every unit of {metric} below 0 the brand pays {amount} more',
    zh: '{line}：{metric}低于 0 的部分，每一单位品牌方多付 {amount}',
  },
  'of-units-below-back': {
    en: '{line}: for every unit of {metric} below 0 the brand pays {amount} less',
    zh: '{line}：{metric}低于 0 的部分，每一单位品牌方少付 {amount}',
  },
  'below-zero': {
    en: 'A figure made of amounts is below 0 where refunds or credits of a period are larger than the rest. What the brand pays less when nothing is left to pay, the provider gives back.',
    zh: '由金额合成的指标，当期退款、冲减大于发生额时为负。少付的金额超过应付金额的，超出部分由服务方退还。',
  },
  apart: {
    en: 'Outer bounds: {lines} go by the same {metric}, but each is taken at its own farthest. They are never passed; what can happen may be narrower.',
    zh: '此为最宽的范围：{lines}均按同一{metric}计算，这里分别取各自的极值。实际应付不会超出，范围可能更窄。',
  },
  'without-open': { en: 'All else: {least} to {most}.', zh: '其余部分：{least} 至 {most}。' },
  'without-open-least': { en: 'All else: {least} at least.', zh: '其余部分：不低于 {least}。' },
  'without-open-most': { en: 'All else: {most} at most.', zh: '其余部分：不高于 {most}。' },
  'metric-beyond': { en: '{metric} above {from}', zh: '{metric}超过 {from} 的部分' },
  'at-most': { en: 'up to {amount}', zh: '至多 {amount}' },
  'at-least': { en: 'at least {amount}', zh: '至少 {amount}' },
  'once-more': {
    en: '; beside that passing from tier to tier adds up to {amount}, once',
    zh: '；此外，跨档时还可能一次性增加至多 {amount}',
  },
  'once-less': {
    en: '; beside that passing from tier to tier takes off up to {amount}, once',
    zh: '；此外，跨档时还可能一次性减少至多 {amount}',
  },
  'cap-leaves.nothing': {
    en: 'The cap of the term may be used up before its end; periods after that pay as little as nothing, which is the least of theirs. The least of the whole term is that of one and the same course, so it need not be the sum of the rows.',
    zh: '合同期封顶可能提前用完，其后各期可能少付甚至不付，下限据此列出。整个合同期的下限按同一种走势计算，未必等于各项目之和。',
  },
  'cap-leaves.less': {
    en: 'Before its end little of the cap of the term may be left; the period after that pays no more than this, which is the least of its row. The least of the whole term is that of one and the same course, so it need not be the sum of the rows.',
    zh: '合同期封顶可能提前所剩无几，其后一期仅付余额，下限据此列出。整个合同期的下限按同一种走势计算，未必等于各项目之和。',
  },
  'cap-leaves.not-most': {
    en: 'The cap of the term may be reached before its end, but always leaves the least of each row. The most of the whole term is that of one and the same course, so it need not be the sum of the rows.',
    zh: '合同期封顶可能提前用完，但各期下限不受影响。整个合同期的上限按同一种走势计算，未必等于各项目之和。',
  },
  ended: {
    en: 'The {party} has ended the contract early. Its last day is {on}; nothing after it is told here.',
    zh: '{party}已提前终止合同，最后有效日为 {on}，其后各期不再列示。',
  },
  'early-end': {
    en: 'Nor is an early end by one party: the last period then has fewer days in force, and a wager is settled in it.',
    zh: '一方提前终止亦未计入：届时末期有效天数减少，对赌随即在该期结算。',
  },
  excluded: {
    en: 'Fees before tax. Not in it: true-ups and corrections of earlier periods, disputes, holds that are decided, what both agree to exclude, media above its limit.',
    zh: '以上为不含税费用，且不含以前各期的往期补差与更正、争议、到期了结的暂缓结算、双方同意的剔除，以及超出限额的代垫。',
  },
  past: { en: 'The last whole periods', zh: '最近的完整结算期' },
  'figure-of': { en: 'Figure', zh: '数据' },
  'refund-rate': { en: 'Refunded of {kpi}', zh: '{kpi}的退款率' },
  'other-parts': { en: '(other)', zh: '（其他）' },
  'more-parts': { en: 'and {count} more in --format json', zh: '另有 {count} 项，见 --format json' },
  'past-note': {
    en: 'Measured from {from} to {to} ({count} {count:period|periods}), nothing excluded. “–”: not known, or the data begin within that period.',
    zh: '取数范围 {from} 至 {to}（{count} 期），未作剔除。“–”表示未知，或数据自该期中途才开始。',
  },
  targets: { en: 'How hard the targets are', zh: '目标难度' },
  kpi: { en: 'KPI', zh: '考核指标' },
  'target-of': { en: 'Target', zh: '目标值' },
  reached: { en: 'Reached', zh: '过往达标' },
  'reached-of': { en: '{times} of {of}', zh: '{of} 期中 {times} 期' },
  growth: { en: 'Against the mean', zh: '与近期均值相比' },
  moved: { en: 'As far before', zh: '曾有的变动' },
  'moved-of': { en: '{times} of {of}', zh: '{of} 例中 {times} 例' },
  chance: { en: 'Chance', zh: '达标可能性' },
  'no-chance': { en: 'no chance is told: {why}', zh: '无法给出可能性：{why}' },
  'targets-note': { en: 'Targets are those of whole periods.', zh: '目标值均按完整结算期计。' },
  'reached-note': { en: 'Reached: how many of the periods that are known came to it.', zh: '过往达标：已知各期中有几期达到该目标。' },
  'growth-note': {
    en: 'Against the mean: how far the target lies above or below the mean of the last three periods; what that mean reaches already needs no change.',
    zh: '与近期均值相比：目标值高于或低于最近三期均值的幅度；均值已达到目标的，无须变动。',
  },
  'moved-note': {
    en: 'As far before: how often a period of this history came at least as far from the mean of three periods that ended as long before it. Few cases say little.',
    zh: '曾有的变动：过往各期与同样间隔之前的三期均值相比，变动达到或超过该幅度的次数；例数少时参考意义有限。',
  },
  'chance-note': {
    en: 'Chance: if days go on as they did after past days. Told for three months ahead, no farther; the period that runs is told better by `concord outlook`.',
    zh: '达标可能性：假定今后与过去各日之后的情形相同，仅估计未来三个月以内；进行中的一期以 `concord outlook` 为准。',
  },
  margin: { en: 'What revenue carries the fees, at a margin of {margin}', zh: '毛利率 {margin} 时，多少营收能承担费用' },
  'margin-share': { en: 'Fees of margin, at most', zh: '费用占毛利不超过' },
  'revenue-from': { en: 'from {from}', zh: '不低于 {from}' },
  'revenue-to': { en: 'up to {to}', zh: '不高于 {to}' },
  'revenue-between': { en: 'from {from} to {to}', zh: '{from} 至 {to}' },
  'revenue-any': { en: 'at any', zh: '任意' },
  'revenue-none': { en: 'at none', zh: '均不满足' },
  'margin-now': {
    en: 'On {metric} of {revenue}, as in {like}, the terms of {period} would pay {fees}: {share} of the margin.',
    zh: '如{metric}与 {like} 同为 {revenue}，按 {period} 的条款测算，应付 {fees}，占毛利 {share}。',
  },
  'margin-note': {
    en: 'Clauses of {period}; every figure besides {metric} as in {like}, what it is made of in the same proportion. Looked at from {least} to {most}.',
    zh: '按 {period} 的条款；{metric}以外的数据与 {like} 相同，其构成比例不变。测算范围 {least} 至 {most}。',
  },
  'margin-none.no-data': { en: 'Not told: nothing was measured of a whole period.', zh: '无法测算：没有完整结算期的数据。' },
  'margin-none.no-revenue': {
    en: 'Not told: no commission and no KPI goes by a flow of money that is revenue. A tariff that is paid at 100%, media that is paid back and what a KPI counts as cost are none.',
    zh: '无法测算：没有以营收类金额累计指标计算的提成或考核指标（按 100% 支付的费额、代垫的广告费、考核指标中的成本均不算营收）。',
  },
  'margin-none.not-known': {
    en: 'Not told: a figure of the last whole period, or a line that needs it, is not known; or its revenue is not above 0.',
    zh: '无法测算：最近完整结算期的某项数据或相应项目未知，或营收不大于 0。',
  },
  figure: { en: 'A usual period pays', zh: '正常一期应付' },
  'figure-range': { en: '{least} to {most}', zh: '{least} 至 {most}' },
  'figure-any': { en: '{least}, {open}', zh: '{least}，{open}' },
  'figure-below': { en: '{most} at most, {open}', zh: '不高于 {most}，{open}' },
  'figure-open': { en: '{least} and up, {open}', zh: '{least} 起，{open}' },
} as const satisfies Readonly<Record<string, Message>>;

export type QuoteTextKey = keyof typeof QUOTE_TEXT;

/** An entry of {@link QUOTE_TEXT} in a language, its places filled. */
export const quoteText = saying(QUOTE_TEXT);
