import type { Message } from '../kernel/text.js';

/*
 * The sentences of a term sheet about the frame of a contract, its KPIs, gates and duties. Each holds some scalars of the terms, and
 * every scalar stands in one sentence; both languages are read back, so a sentence says all that its places and its choice mean.
 */
export const SHEET_DEAL = {
  // Parties and documents
  contract: { en: 'This contract has the id {id} and the title {title}.', zh: '本合同编号为 {id}，名称为{title}。' },
  stage: { en: 'The contract is {stage}.', zh: '合同阶段：{stage}。' },
  brand: {
    en: 'The brand, who pays, is {name}; it is bound when at least {required} of its signatories {required:has|have} signed: {signatories}.',
    zh: '品牌方（付款方）为{name}；其签署人为 {signatories}，须至少 {required} 人签署，方对其生效。',
  },
  provider: {
    en: 'The provider, who is paid, is {name}; it is bound when at least {required} of its signatories {required:has|have} signed: {signatories}.',
    zh: '服务方（收款方）为{name}；其签署人为 {signatories}，须至少 {required} 人签署，方对其生效。',
  },
  'brand.legal': { en: 'The legal name of the brand is {name}.', zh: '品牌方的法定名称为{name}。' },
  'brand.taxId': { en: 'The tax number of the brand is {taxId}.', zh: '品牌方的税号为{taxId}。' },
  'brand.address': { en: 'The address of the brand is {address}.', zh: '品牌方的地址为{address}。' },
  'provider.legal': { en: 'The legal name of the provider is {name}.', zh: '服务方的法定名称为{name}。' },
  'provider.taxId': { en: 'The tax number of the provider is {taxId}.', zh: '服务方的税号为{taxId}。' },
  'provider.address': { en: 'The address of the provider is {address}.', zh: '服务方的地址为{address}。' },
  'brand.analyst': { en: 'For the brand, {members} may query the data of this contract.', zh: '品牌方的 {members} 可查询本合同的数据。' },
  'brand.viewer': { en: 'For the brand, {members} may see the results of this contract.', zh: '品牌方的 {members} 可查看本合同的结果。' },
  'provider.analyst': {
    en: 'For the provider, {members} may query the data of this contract.',
    zh: '服务方的 {members} 可查询本合同的数据。',
  },
  'provider.viewer': {
    en: 'For the provider, {members} may see the results of this contract.',
    zh: '服务方的 {members} 可查看本合同的结果。',
  },
  agreement: {
    en: 'The parties have signed the agreement {number}, whose file has the SHA-256 digest {sha256}; where it differs from this contract, {prevails} prevails.',
    zh: '双方已签署协议{number}，其文件的 SHA-256 校验码为 {sha256}；与本合同不一致的，以{prevails}为准。',
  },
  'agreement.none': { en: 'This contract names no signed agreement beside it.', zh: '本合同未援引另行签署的协议。' },
  data: { en: 'The data belong to {owner}; the provider may {use}.', zh: '数据归{owner}所有；服务方{use}。' },
  ip: {
    en: 'Creatives belong to {creatives}, the site to {site}, advertising and shop accounts to {accounts}.',
    zh: '创意素材归{creatives}所有，站点归{site}所有，广告账户与店铺账户归{accounts}所有。',
  },
  'ip.none': { en: 'Nothing is agreed about who owns creatives, site and accounts.', zh: '未约定创意素材、站点与账户的归属。' },

  // Term and settlement
  term: { en: 'The contract is in force from {from} to {to}, both days included.', zh: '合同期自 {from}起至 {to}止，首尾两日均计入。' },
  every: { en: 'It is settled by periods, each {every}.', zh: '合同分期结算，每期为{every}。' },
  timezone: { en: 'A day begins and ends at midnight in the time zone {timezone}.', zh: '每日起止以 {timezone} 时区的零点为准。' },
  lockAfterDays: {
    en: 'A period is settled {days} {days:day|days} after its last day in force.',
    zh: '每期最后一个有效日之后满 {days} 天进行结算。',
  },
  trueUpPeriods: {
    en: 'Each settlement measures the {periods} {periods:period|periods} before it again, and a difference is paid or given back as a true-up.',
    zh: '每次结算同时重新取数此前 {periods} 期，差额多退少补。',
  },
  currency: { en: 'All money of this contract is in {currency}.', zh: '本合同的金额均以 {currency} 计。' },
  rounding: {
    en: 'Every line is rounded once, to the smallest unit of the currency, and what goes by a total to date is the difference of two such totals; {rounding}.',
    zh: '每个项目的金额只舍入一次，精确到币种的最小单位，按累计额计算的为两个舍入后累计额之差；{rounding}。',
  },
  acceptance: {
    en: 'A statement may be disputed until {days} {days:day|days} after the day as of which it is made, and so may an earlier line of which it lists a true-up; a party that has not disputed it by then {silence}.',
    zh: '结算单的异议期为自数据截至日的次日起 {days} 天（含最后一天），期内可对其提出争议，也可对其列有往期补差的往期项目提出争议；{silence}。',
  },
  payment: {
    en: 'What a statement comes to is due {days} {days:day|days} after the last day on which it may be disputed.',
    zh: '结算单金额应在异议期届满后 {days} 天内付清。',
  },
  'payment.none': { en: 'No day is agreed by which a statement is to be paid.', zh: '未约定结算单的到期日。' },
  disputes: {
    en: 'A dispute that is not resolved lapses {days} {days:day|days} after it was filed, and after twice as long where it has been put before the expert, who is {expert}; the line then pays as computed, unless both agree on another amount later.',
    zh: '未能和解的争议自提出之日起 {days} 天后失效，已提交专家的期限加倍，届时按计算金额支付，双方此后另行议定的除外；专家为{expert}。',
  },
  holds: {
    en: 'A line whose data are missing, late or contradictory is held; a line held in {periods} consecutive {periods:statement|statements} is decided in a later one, against the party that keeps the data (where that is the brand, a commission pays the mean of earlier amounts; a wager counts as exactly on target), or at the mean of earlier amounts where that is both or neither.',
    zh: '所依据的数据缺失、滞后或相互矛盾的，该项目暂缓结算；连续 {periods} 份结算单均暂缓结算的，在其后的结算单中予以了结：由数据保管方承担不利后果（保管方为品牌方的，提成取以往金额的平均数；对赌按恰好达标计），双方均为或均非数据保管方的，取以往金额的平均数。',
  },
  'holds.one': {
    en: 'A line whose data are missing, late or contradictory is held; a line held in one statement is decided in a later one, against the party that keeps the data (where that is the brand, a commission pays the mean of earlier amounts; a wager counts as exactly on target), or at the mean of earlier amounts where that is both or neither.',
    zh: '所依据的数据缺失、滞后或相互矛盾的，该项目暂缓结算；一份结算单暂缓结算的，在其后的结算单中予以了结：由数据保管方承担不利后果（保管方为品牌方的，提成取以往金额的平均数；对赌按恰好达标计），双方均为或均非数据保管方的，取以往金额的平均数。',
  },
  grace: {
    en: 'For {periods} {periods:period|periods} from {from} on, nothing is paid or deducted for {waives} (grace period).',
    zh: '自 {from}起 {periods} 期为缓冲期，期内 {waives} 为零。',
  },
  'grace.none': { en: 'There is no grace period.', zh: '不设缓冲期。' },
  review: {
    en: 'The parties review the results {every}; what is flagged as an anomaly holds the variable fees that depend on it until it is reviewed.',
    zh: '双方{every}复盘；出现异常的，复盘之前暂缓结算受其影响的浮动费用。',
  },
  'review.none': { en: 'No regular review is agreed.', zh: '未约定定期复盘。' },
  exclusions: {
    en: 'An exclusion, which takes both parties, is filed at the latest {file} {file:day|days} after the last day that it excludes, and at most {most} {most:day|days} of any KPI are excluded over the term.',
    zh: '剔除须经双方同意，并在最后一个剔除日之后 {file} 天内提交；合同期内每项考核指标最多剔除 {most} 天。',
  },
  'exclusions.none': { en: 'No limit is agreed on what both parties may exclude.', zh: '未约定剔除的期限与天数上限。' },

  // Score
  'composite.any': {
    en: 'The composite score is {rule}; KPIs that are waived, or have no score for want of a value, are left out of it. Where none is left: if all that is left out is waived, fees by it pay as at the smallest score agreed for those, nothing where one has none agreed; otherwise they are held. Where a KPI is waived because the brand was late with a duty, they pay at least as at the composite score that what it earned makes.',
    zh: '综合得分为{rule}；已豁免或因无数值而无得分的考核指标不计入。全部考核指标均不计入的：均为已豁免的，与综合得分挂钩的费用按各豁免约定得分中的最低者支付，任一豁免未约定得分的，不支付；其中有并非豁免的，上述费用暂缓结算。考核指标因品牌方逾期而豁免的，按其实际得分计算的综合得分更高时，按该综合得分支付。',
  },
  composite: {
    en: 'The composite score is {rule}; KPIs that are waived, or have no score for want of a value, are left out of it. Where none is left, or less than {left} of the weight: if all that is left out is waived, fees by it pay as at the smallest score agreed for those, nothing where one has none agreed; otherwise they are held. Where a KPI is waived because the brand was late with a duty, they pay at least as at the composite score that what it earned makes.',
    zh: '综合得分为{rule}；已豁免或因无数值而无得分的考核指标不计入。没有指标计入，或计入的权重低于 {left} 的：未计入的指标全部为已豁免的，与综合得分挂钩的费用按各豁免约定得分中的最低者支付，任一豁免未约定得分的，不支付；未计入的指标中有并非豁免的，上述费用暂缓结算。考核指标因品牌方逾期而豁免的，按其实际得分计算的综合得分更高时，按该综合得分支付。',
  },
  kpi: {
    en: 'The KPI {id} is measured by the metric {metric}, {owner} answers for it, and {better} is better.',
    zh: '考核指标 {id} 按指标 {metric} 计量，由{owner}负责，数值{better}。',
  },
  title: { en: 'Its title is {title}.', zh: '其名称为{title}。' },
  weight: { en: 'Its weight in the composite score is {weight}.', zh: '在综合得分中的权重为 {weight}。' },
  target: {
    en: 'Its target, which scores 100%, is {target}; from level to level the score runs in a straight line.',
    zh: '目标值为 {target}，达到得 100%；各水平之间的得分按直线计算。',
  },
  threshold: {
    en: 'Its threshold, which scores 0% as does anything worse, is {threshold}.',
    zh: '门槛值为 {threshold}，等于或差于门槛值的得 0%。',
  },
  'threshold.none': { en: 'It has no threshold: 0% is scored at zero.', zh: '未设门槛值：数值为零时得 0%。' },
  stretch: {
    en: 'Its stretch, which scores the most that it can, is {stretch}.',
    zh: '挑战值为 {stretch}，达到即得最高分。',
  },
  'stretch.none': {
    en: 'It has no stretch: the line from threshold to target goes on beyond the target, as far as the score can go.',
    zh: '未设挑战值：超出目标值后，得分沿门槛值至目标值的直线继续上升，直至最高分。',
  },
  'kpi.cap': { en: 'Its score is at most {cap}.', zh: '得分最高为 {cap}。' },
  minimum: {
    en: 'Where {metric} is below {atLeast}, its score is 0%.',
    zh: '{metric} 低于 {atLeast} 时，得分为 0%。',
  },
  whenMissing: {
    en: 'Where complete data give no value because of a division by zero, {missing}.',
    zh: '数据完整而因分母为零没有数值的，{missing}。',
  },
  bridge: { en: 'Its changes are told by {bridge}.', zh: '其变动按{bridge}说明。' },
  'gate.atLeast': {
    en: 'Gate {id}: the fees {blocks} are paid for a period only where {metric} is at least {value}.',
    zh: '前置条件 {id}：{metric} 不低于 {value} 的，方支付当期的 {blocks}。',
  },
  'gate.atMost': {
    en: 'Gate {id}: the fees {blocks} are paid for a period only where {metric} is at most {value}.',
    zh: '前置条件 {id}：{metric} 不高于 {value} 的，方支付当期的 {blocks}。',
  },

  // Duties, changes and end
  duty: {
    en: 'Duty {id}: by day {day} of each period {owes} shall have done {title}.',
    zh: '配合义务 {id}：{owes}应于每期第 {day} 日（含）之前完成{title}。',
  },
  'duty.claimed': {
    en: 'It is late only where the other party claims so from the day after the due day until as many days after the end of the period as there are to dispute.',
    zh: '相对方自到期日次日起，至该期结束后与异议期相同的天数届满之日（含）止，提出逾期主张的，方为逾期。',
  },
  'duty.unproven': { en: 'It is late unless a record shows that it was done in time.', zh: '无按期履行记录的，即为逾期。' },
  'duty.scoreAs': {
    en: 'For a period in which it is late, fees by {kpis} pay as at a score of at least {score}, and neither a minimum nor a penalty applies to them.',
    zh: '逾期当期，与 {kpis} 挂钩的费用至少按得分 {score} 支付，且不适用最低量与扣款。',
  },
  'duty.zero': { en: 'For a period in which it is late, the score of {kpis} is 0%.', zh: '逾期当期，{kpis} 得 0%。' },
  'duty.nothing': { en: 'That it is late changes no score.', zh: '逾期不影响得分。' },
  amendments: {
    en: 'A change of terms holds only for periods that begin at least {days} {days:day|days} after it was agreed.',
    zh: '条款变更仅适用于双方议定满 {days} 天后开始的结算期。',
  },
  'amendments.none': { en: 'Nothing is agreed about how terms are changed.', zh: '未约定条款变更规则。' },
  maxTargetChange: {
    en: 'One change moves a target by at most {share} of the value that it replaces.',
    zh: '目标值单次调整幅度不超过原值的 {share}。',
  },
  'maxTargetChange.none': { en: 'How far one change may move a target is not limited.', zh: '目标值单次调整幅度不设上限。' },
  maxDrift: {
    en: 'All changes together move a target by at most {share} of the value that was signed first.',
    zh: '目标值累计调整幅度不超过最初签署值的 {share}。',
  },
  'maxDrift.none': { en: 'How far all changes together may move a target is not limited.', zh: '目标值累计调整幅度不设上限。' },
  minPeriodsBetween: {
    en: 'Two changes of one target are at least {periods} {periods:period|periods} apart.',
    zh: '同一目标值的两次调整至少相隔 {periods} 期。',
  },
  'minPeriodsBetween.none': { en: 'How soon a target may change again is not limited.', zh: '同一目标值两次调整的间隔不设限制。' },
  exit: {
    en: 'Either party may end the contract with a notice of {notice} {notice:day|days}; in the {handover} {handover:day|days} after the end these are handed over: {checklist}.',
    zh: '任何一方提前 {notice} 天通知即可终止合同；终止后 {handover} 天内完成交接：{checklist}。',
  },
  'exit.none': { en: 'Nothing is agreed about how the contract ends early.', zh: '未约定提前终止。' },
  dashboard: { en: 'One dashboard of the results is shown to {share}.', zh: '共享看板对{share}可见。' },
  'dashboard.public': { en: 'It may be published for everybody to see.', zh: '该看板可对外公开。' },
  'dashboard.none': { en: 'No shared dashboard is agreed.', zh: '未约定共享看板。' },
  watch: { en: 'These are measured and shown, in no score and no fee: {watch}.', zh: '以下指标只计量、展示，不计分、不计费：{watch}。' },
  baseline: {
    en: 'Both parties were shown the history of {metric}: {values}.',
    zh: '双方已知 {metric} 的历史数值：{values}。',
  },
  'baseline.nothing': { en: 'No value of {metric} is shown as history.', zh: '未列出 {metric} 的历史数值。' },
} as const satisfies Readonly<Record<string, Message>>;
