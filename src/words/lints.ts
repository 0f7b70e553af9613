import type { Message } from '../kernel/text.js';
import { SLIP_LINTS } from './slip-lints.js';

/** How loud a lint rule is; a workspace may change it. `error` refuses the contract. */
export type LintSeverity = 'off' | 'info' | 'warning' | 'error';

/** What people read about a lint rule. `{name}` stands for the contract's own names and numbers. */
export interface LintEntry {
  readonly severity: LintSeverity;
  readonly text: Message;
  readonly explanation: Message;
  readonly fix: Message;
}

/** Every lint rule (contract language, sections 1 and 7), in the order of the reference. */
export const LINTS = {
  'single-kpi': {
    severity: 'warning',
    text: {
      en: '"{kpi}" is the only KPI: all pay that depends on performance follows one number',
      zh: '只有一个考核指标“{kpi}”：所有与业绩挂钩的费用都取决于这一个数字',
    },
    explanation: {
      en: 'Whoever is paid by one number improves that number, also at the cost of everything it does not show: margin, returns, new customers.',
      zh: '只按一个数字付费，对方就会只优化这个数字，哪怕牺牲它没有反映的东西，例如毛利、退货率和新客。',
    },
    fix: {
      en: 'Add a second KPI that suffers when the first is pushed too hard (a margin, a refund rate, the cost of a new customer), or a gate on it.',
      zh: '增加一个会因为片面追求前者而变差的指标（毛利率、退款率、新客成本等），或对它设一个前置条件（gates）。',
    },
  },
  'many-kpis': {
    severity: 'warning',
    text: {
      en: '{count} KPIs, more than five: each of them steers little',
      zh: '共有 {count} 个考核指标，超过五个：每个指标都难以真正起到引导作用',
    },
    explanation: {
      en: 'With many KPIs nobody can say which one to work on, and a bad month in one is hidden by the others.',
      zh: '指标太多时，谁也说不清应当先做好哪一个；某一项变差也容易被其他项掩盖。',
    },
    fix: {
      en: 'Keep the three to five KPIs that decide about money. Write the rest in "watch", where it is measured and shown, or make it a gate.',
      zh: '保留真正影响费用的三到五个指标；其余写入 watch（只计量、展示），或改为前置条件。',
    },
  },
  'light-weight': {
    severity: 'warning',
    text: {
      en: '"{kpi}" weighs {weight} from {period}, less than 10%',
      zh: '“{kpi}”自 {period} 起的权重为 {weight}，不足 10%',
    },
    explanation: {
      en: 'A KPI under a tenth of the weight costs measuring and arguing, and hardly moves the composite score.',
      zh: '权重不足一成的指标，计量和沟通的成本照样要付，却几乎不影响综合得分。',
    },
    fix: {
      en: 'Give it at least 10%, or take it out of the composite: write its metric in "watch", or make it a gate.',
      zh: '把权重提高到 10% 以上；或移出综合得分，把其指标写入 watch，或改为前置条件。',
    },
  },
  'after-the-term': {
    severity: 'warning',
    text: {
      en: '"{field}" of "{item}" changes from {from} on, after the last period, {last}: the change never takes effect',
      zh: '“{item}”的“{field}”自 {from} 起变动，而最后一期为 {last}：该变动永不生效',
    },
    explanation: {
      en: 'A value of a schedule holds from its period on. Beyond the term nothing is settled, so it reads like an agreement and pays nothing.',
      zh: '分期取值自所写的结算期起生效；合同期之外不再结算，看似已约定，实际不影响任何付款。',
    },
    fix: {
      en: 'Begin it within the term, extend "term", or take it out until the contract is renewed.',
      zh: '把起始期改到合同期之内，或延长 term；否则先删去，待续约时再写。',
    },
  },
  'bridge-of-no-money': {
    severity: 'warning',
    text: {
      en: 'The bridge of "{kpi}" has nothing to tell: "{metric}" is no amount of money',
      zh: '“{kpi}”的 bridge 无从说明：“{metric}”不是金额',
    },
    explanation: {
      en: 'A bridge tells what money moved by: volume, mix, price, exchange rates, refunds. A ratio or a count has no price; `concord why` tells it by its tree or its measures.',
      zh: 'bridge 按数量、结构、价格、汇率、退款说明金额的变动。比率与计数没有价格，`concord why` 按指标拆解或度量说明。',
    },
    fix: {
      en: 'Take the bridge off, write a `tree` for the metric, or move the bridge to a KPI of money.',
      zh: '删去 bridge，为该指标写 `tree`，或把 bridge 写在金额类考核指标上。',
    },
  },
  'volume-without-quality': {
    severity: 'warning',
    text: {
      en: 'Only volume is scored ({kpis}): no KPI or gate looks at profit or quality',
      zh: '考核的只有规模（{kpis}）：没有任何指标或前置条件关注利润或质量',
    },
    explanation: {
      en: 'Volume can be bought with discounts, overspending and orders that come back. A ratio, a cost or a profit next to it makes such volume not worth buying.',
      zh: '规模可以靠打折、超额投放和会被退回的订单“买”来。旁边放一个比率、成本或利润指标，这样的规模就不划算了。',
    },
    fix: {
      en: 'Add a KPI or a gate on margin, cost per order, refund rate or repeat purchase.',
      zh: '增加一个关于毛利率、单均成本、退款率或复购的指标或前置条件。',
    },
  },
  'ratio-without-minimum': {
    severity: 'warning',
    text: {
      en: '"{kpi}" is a ratio ({formula}) without "minimum": a ratio of almost nothing scores as well as one of much',
      zh: '“{kpi}”是比率（{formula}），却没有设 minimum，基数极小时也能拿到同样的得分',
    },
    explanation: {
      en: 'The best ratios come from doing very little: 10 of spend with one lucky order. A minimum makes the ratio count only on a base that matters.',
      zh: '做得越少，比率越容易好看：花 10 块钱碰上一单就够了。设定最低基数后，只有达到规模的比率才算数。',
    },
    fix: {
      en: 'Add "minimum: { metric: …, atLeast: … }" on its denominator, for instance the spend or the number of orders.',
      zh: '针对分母（例如投放花费或订单数）加上 minimum: { metric: …, atLeast: … }。',
    },
  },
  'target-beyond-baseline': {
    severity: 'warning',
    text: {
      en: 'The target {target} of "{kpi}" from {period} is beyond everything in the baseline: the best was {best} in {bestPeriod} ({gap} away)',
      zh: '“{kpi}”自 {period} 起的目标 {target} 超过历史基线中的所有数值：最好的是 {bestPeriod} 的 {best}（相差 {gap}）',
    },
    explanation: {
      en: 'Both were shown this history. A target that it never reached is a hope: it may be right, but then the first months pay like failures.',
      zh: '这段历史双方都看过。历史上从未达到过的目标是一种期望：也许合理，但头几个月会被当作不达标来结算。',
    },
    fix: {
      en: 'Start at a level the history knows and raise it by schedule ("target: { 2026-01: …, 2026-07: … }"), or say in the pull request why it can be reached.',
      zh: '从历史达到过的水平起步，再按期提高（target: { 2026-01: …, 2026-07: … }），或在合并请求里说明为什么能够达到。',
    },
  },
  'no-baseline': {
    severity: 'warning',
    text: {
      en: 'No baseline: no history stands behind the targets of {kpis}',
      zh: '没有历史基线（baseline）：{kpis} 的目标没有历史数据支撑',
    },
    explanation: {
      en: 'Targets are argued about for as long as nobody wrote down what both knew when they agreed.',
      zh: '如果没有写下双方约定时看到的历史数据，目标合不合理就会一直争下去。',
    },
    fix: {
      en: 'Add "baseline" with the last 6 to 12 periods of each KPI’s metric, measured by the same definitions.',
      zh: '增加 baseline，写入各指标最近 6 到 12 期、按同一口径计量的数值。',
    },
  },
  'no-grace': {
    severity: 'warning',
    text: {
      en: 'No grace period: the first period, {period}, already counts in full',
      zh: '没有缓冲期（grace）：第一期 {period} 就全额计算',
    },
    explanation: {
      en: 'In the first weeks accounts, tracking and creatives are handed over; results then say little about the work.',
      zh: '头几周要交接账户、埋点和素材，这时的结果很难说明服务的好坏。',
    },
    fix: {
      en: 'Add "grace: { periods: 1, waives: [ids of the penalties] }", or one that waives bonus and penalty alike.',
      zh: '增加 grace: { periods: 1, waives: [扣款的 id] }，或同时免去奖金和扣款。',
    },
  },
  'no-review': {
    severity: 'warning',
    text: {
      en: 'No review rhythm: anomalies of {periods} {periods:period|periods} pass without anyone having to look',
      zh: '没有约定复盘（review）：{periods} 期里的数据异常，谁都没有义务查看',
    },
    explanation: {
      en: 'With "review" a flagged anomaly holds variable fees until somebody has looked at it; without, it is only listed.',
      zh: '约定了复盘，出现异常时浮动费用先暂缓结算，等双方看过再定；没有约定，异常只是列出来而已。',
    },
    fix: {
      en: 'Add "review: { every: month }".',
      zh: '增加 review: { every: month }。',
    },
  },
  'no-exclusions': {
    severity: 'warning',
    text: {
      en: 'No exclusion rule: exclusions may be filed at any time and cover any number of days',
      zh: '没有剔除规则（exclusions）：剔除可以随时提出，天数也没有上限',
    },
    explanation: {
      en: 'Outages and stock-outs will happen. Without a deadline and a limit, the question which days count is opened when the result is known.',
      zh: '断货、平台故障迟早会发生。没有时限和天数上限，等结果出来之后才来争论哪些天该剔除。',
    },
    fix: {
      en: 'Add "exclusions: { fileWithinDays: 10, maxDays: 30 }".',
      zh: '增加 exclusions: { fileWithinDays: 10, maxDays: 30 }。',
    },
  },
  'no-amendments': {
    severity: 'warning',
    text: {
      en: 'No amendment rule: targets and rates may change without notice and by any amount',
      zh: '没有变更规则（amendments）：目标和费率可以不经预告、不限幅度地变更',
    },
    explanation: {
      en: 'A change needs both parties anyway. The rule keeps either side from being talked into a large or hasty step.',
      zh: '变更本来就要双方同意；这条规则防止在仓促或压力之下同意过大的调整。',
    },
    fix: {
      en: 'Add "amendments: { noticeDays: 14, maxTargetChange: 20%, maxDrift: 40%, minPeriodsBetween: 3 }".',
      zh: '增加 amendments: { noticeDays: 14, maxTargetChange: 20%, maxDrift: 40%, minPeriodsBetween: 3 }。',
    },
  },
  'no-exit': {
    severity: 'warning',
    text: {
      en: 'No exit clause: before {to} neither party can end the contract alone',
      zh: '没有终止条款（exit）：在 {to} 之前，任何一方都不能单方终止',
    },
    explanation: {
      en: 'Without a notice period a termination is refused, and nothing says what is handed over.',
      zh: '没有通知期，终止事件会被拒绝，也没有约定要交接什么。',
    },
    fix: {
      en: 'Add "exit: { noticeDays: 30, handoverDays: 15, checklist: [data_export, account_recovery, customer_transfer, access_revocation] }".',
      zh: '增加 exit: { noticeDays: 30, handoverDays: 15, checklist: [data_export, account_recovery, customer_transfer, access_revocation] }。',
    },
  },
  'no-dashboard': {
    severity: 'warning',
    text: {
      en: 'No dashboard shared with: {missing}',
      zh: '未与以下各方共享看板（dashboard）：{missing}',
    },
    explanation: {
      en: 'Whoever sees the numbers for the first time in the statement disputes the statement.',
      zh: '到结算时才第一次看到数字的一方，多半会对结算单提出异议。',
    },
    fix: {
      en: 'Add "dashboard: { share: [brand, provider] }".',
      zh: '增加 dashboard: { share: [brand, provider] }。',
    },
  },
  'no-ip': {
    severity: 'warning',
    text: {
      en: 'No IP clause: nothing says who owns creatives, site and accounts after {to}',
      zh: '没有知识产权条款（ip）：{to} 之后素材、站点和账户归谁，没有约定',
    },
    explanation: {
      en: 'An advertising account with its history is worth more than most fees; its owner should not be found out at the end.',
      zh: '带有历史数据的广告账户往往比服务费更值钱，不应等到合作结束才来确认归属。',
    },
    fix: {
      en: 'Add "ip: { creatives: brand, site: brand, accounts: brand }" with whatever you agreed.',
      zh: '按约定增加 ip: { creatives: brand, site: brand, accounts: brand }。',
    },
  },
  'no-agreement': {
    severity: 'info',
    text: {
      en: 'No signed agreement is named',
      zh: '没有写明对应的已签署协议（agreement）',
    },
    explanation: {
      en: 'Where there is a signed paper, its number and digest tie the files to it and say which of the two prevails.',
      zh: '如有签署的纸面协议，写明编号和校验码，才能把文件与它对应起来，并约定以哪一份为准。',
    },
    fix: {
      en: 'Add "agreement: { number: …, sha256: …, prevails: document }", if there is a paper. The sha256 is of its signed file: `shasum -a 256 <file>` (macOS), `sha256sum <file>` (Linux), `certutil -hashfile <file> SHA256` (Windows).',
      zh: '如有纸面协议，增加 agreement: { number: …, sha256: …, prevails: document }。sha256 取自签署文件：`shasum -a 256 <文件>`（macOS）、`sha256sum <文件>`（Linux）、`certutil -hashfile <文件> SHA256`（Windows）。',
    },
  },
  'no-gates': {
    severity: 'info',
    text: {
      en: 'No gate: variable fees are paid whatever becomes of the margin',
      zh: '没有前置条件（gates）：无论毛利如何，浮动费用都照付',
    },
    explanation: {
      en: 'A gate is a condition that must hold before a fee is paid at all, for instance a gross margin of at least 30%.',
      zh: '前置条件是支付某项费用之前必须满足的条件，例如毛利率不低于 30%。',
    },
    fix: {
      en: 'Add a gate where there is something that no result may cost, or leave it.',
      zh: '如有任何业绩都不能以之为代价的底线，就设一个前置条件；没有则不必。',
    },
  },
  'no-duties': {
    severity: 'info',
    text: {
      en: 'No duties: a party that delivers late bears no consequence in the scores',
      zh: '没有约定配合义务（duties）：任何一方拖延都不影响得分',
    },
    explanation: {
      en: 'A KPI often depends on what the other side delivers: creatives, stock, access. A duty with a day and a consequence keeps being late from paying off.',
      zh: '指标往往依赖对方的配合：素材、备货、权限。写明日期和后果，拖延才不会有好处。',
    },
    fix: {
      en: 'Add "duties" for what a KPI depends on.',
      zh: '为指标所依赖的配合事项增加 duties。',
    },
  },
  'no-payment': {
    severity: 'info',
    text: {
      en: 'No payment term: statements have a balance, but no due date',
      zh: '没有付款条款（payment）：结算单有余额，却没有到期日',
    },
    explanation: {
      en: 'With "payment.dueDays" every open amount carries the day on which it is due.',
      zh: '约定 payment.dueDays 后，每笔未付金额都会写明到期日。',
    },
    fix: {
      en: 'Add "payment: { dueDays: 15 }".',
      zh: '增加 payment: { dueDays: 15 }。',
    },
  },
  'unreconciled-main-kpi': {
    severity: 'warning',
    text: {
      en: '"{metric}" moves the most money ({swing}; by {fees}), and none of its measures ({measures}) is reconciled',
      zh: '“{metric}”牵动的金额最大（{swing}；涉及 {fees}），而它的度量（{measures}）都没有对账',
    },
    explanation: {
      en: 'The number that decides about most of the money rests on one source. A second source with a tolerance finds broken tracking before it is paid for.',
      zh: '决定大部分费用的数字只有一个来源。用第二个来源按容差核对，能在付款之前发现数据问题。',
    },
    fix: {
      en: 'Add a "reconcile" entry in the definitions between one of its measures and the same thing from another source.',
      zh: '在 definitions 的 reconcile 中，把它的一个度量与另一来源的同一数据核对。',
    },
  },
  'uncapped-exposure': {
    severity: 'warning',
    text: {
      en: 'Nothing limits "{fee}": it pays {rate} of "{base}" above {from} {currency}, and there is no cap{cap}',
      zh: '“{fee}”没有上限：“{base}”超过 {from} {currency} 的部分按 {rate} 计付，且{cap}没有封顶',
    },
    explanation: {
      en: 'One extraordinary month, or one wrong price, becomes an invoice without an upper end.',
      zh: '一个异常火爆的月份，或者一次标错价，都会变成一张没有上限的账单。',
    },
    fix: {
      en: 'Add a fee of kind "cap" with an amount per period or for the term, for every period.',
      zh: '增加一项 kind: cap 的封顶，按期或按整个合同期限额，并覆盖每一期。',
    },
  },
  'payout-cliff': {
    severity: 'warning',
    text: {
      en: 'Cliff in "{fee}" ({period}, taken as a whole period): when {what} moves by 0.1% around {at}, the pay of {fees} goes from {before} to {after} {currency}, {share} of the {variable} {currency} that variable pay amounts to',
      zh: '“{fee}”存在断崖（{period}，按整期计）：{what} 在 {at} 附近变动 0.1%，{fees} 的金额合计就从 {before} 变为 {after} {currency}，占浮动费用 {variable} {currency} 的 {share}',
    },
    explanation: {
      en: 'Where a hair’s breadth decides about much money, every late refund and every rounding becomes a dispute, and somebody is tempted to push one order into the month.',
      zh: '毫厘之差决定大笔金额的地方，每一笔迟到的退款、每一次舍入都会引发争议，也会有人忍不住把一笔订单挪进当月。',
    },
    fix: {
      en: 'Let pay grow: "shape: linear" with a first point that pays 0%, "mode: marginal" for tiers, more and smaller bands, a wider span between threshold and target.',
      zh: '让金额逐步增长：奖金用 shape: linear 且第一个奖金点为 0%，提成用 mode: marginal，扣款分成更多更小的档，拉开门槛值与目标值的距离。',
    },
  },
  'pay-not-looked-at': {
    severity: 'warning',
    text: {
      en: 'From {period} on nobody has looked for cliffs and falls of pay: the terms change {stretches} {stretches:time|times} and have {levels} levels, more than are compared',
      zh: '自 {period} 起，费用是否存在断崖或倒挂未作核查：条款共有 {stretches} 个时段、{levels} 个档位，超出可比对的数量',
    },
    explanation: {
      en: 'A clause that pays much for a hair’s breadth hides best among hundreds of others. What this program does not compare, both parties compare by hand.',
      zh: '毫厘之差决定大笔金额的条款，最容易藏在几百个档位之中。程序未比对的部分，双方须自行核对。',
    },
    fix: {
      en: 'Write fewer points, bands and tiers, or change the terms in fewer periods.',
      zh: '减少奖金点、扣款档和提成档的数量，或减少条款变动的结算期。',
    },
  },

  'pay-falls': {
    severity: 'warning',
    text: {
      en: 'Pay falls although the result improves: "{fee}" goes from {before} to {after} {currency} when {what} goes from {from} to {to} ({period}, taken as a whole period)',
      zh: '业绩变好，费用反而变少：{what} 从 {from} 变为 {to} 时，“{fee}”从 {before} 变为 {after} {currency}（{period}，按整期计）',
    },
    explanation: {
      en: 'Somebody is paid for doing worse there. This is nearly always a mistake in points, tiers, bands or directions.',
      zh: '在这一段，做得更差反而拿得更多。这几乎总是奖金点、提成档、扣款档或方向写错了。',
    },
    fix: {
      en: 'Let the values of points and whole tiers rise, the deductions of bands fall, and let KPIs, wagers and gates on one metric want the same direction.',
      zh: '奖金点和全额提成档的数值应递增，扣款档的比例应随得分升高而递减，同一指标上的考核、对赌和前置条件方向应一致。',
    },
  },
  'points-out-of-reach': {
    severity: 'warning',
    text: {
      en: '"{fee}" pays something from a score of {level} on, and the score of {by} is never above {highest}',
      zh: '“{fee}”的奖金点 {level} 无法达到：{by} 的得分最高为 {highest}',
    },
    explanation: {
      en: 'Points are scores, not values of the KPI: 100% is the target reached, whatever the target is; a score ends at the cap of its KPI.',
      zh: '奖金点是得分，不是考核指标的数值：无论目标值是多少，达到目标即为 100%；得分以该考核指标的 cap 为上限。',
    },
    fix: {
      en: 'Write the point as a score (100% where the target is reached), or give the KPI a higher "cap" and a "stretch".',
      zh: '请把奖金点写成得分（达到目标为 100%），或提高该考核指标的 cap 并写明 stretch。',
    },
  },
  'band-always-met': {
    severity: 'warning',
    text: {
      en: '"{fee}" deducts below a score of {level}, and the score of {by} is never above {highest}: it deducts always',
      zh: '“{fee}”在得分低于 {level} 时扣款，而 {by} 的得分最高为 {highest}：任何情况下都会扣款',
    },
    explanation: {
      en: 'Bands are scores, not values of the KPI: with a target of 3.0, a ROAS of 3.0 scores 100%, and one of 2.4 what the threshold makes of it. "below 300%" is every month.',
      zh: '扣款档是得分，不是考核指标的数值：目标为 3.0 时，投产比 3.0 得 100%，2.4 的得分由门槛值决定。“below 300%”意味着每个月都扣款。',
    },
    fix: {
      en: 'Write the band as a score: below 100% is under the target, below 80% is well under it.',
      zh: '请把扣款档写成得分：below 100% 即未达目标，below 80% 即明显低于目标。',
    },
  },
  'penalties-exceed-bonuses': {
    severity: 'warning',
    text: {
      en: 'Penalties of up to {penalties} {currency} a period stand against bonuses of up to {bonuses} {currency} ({period}, taken as a whole period)',
      zh: '每期最多扣款 {penalties} {currency}，而奖金最多只有 {bonuses} {currency}（{period}，按整期计）',
    },
    explanation: {
      en: 'A provider that can lose more than it can win protects itself: by cautious targets, by a higher retainer, or by leaving.',
      zh: '可能输的比可能赢的多，服务方就会自保：压低目标、抬高固定服务费，或者干脆离开。',
    },
    fix: {
      en: 'Lower the deductions, or add a bonus of the same size.',
      zh: '降低扣款比例，或增加同等规模的奖金。',
    },
  },
  'provider-held-pays-provider': {
    severity: 'warning',
    text: {
      en: 'The provider holds the fact "{fact}", and it decides what the provider is paid ({metrics}; fees {fees}) with nothing of the brand’s to compare it with',
      zh: '事实表“{fact}”由服务方保管，却决定服务方的收入（{metrics}；费用 {fees}），且没有品牌方的数据可以核对',
    },
    explanation: {
      en: 'Nobody should have to keep the records by which they are paid: the honest provider cannot prove them, and the brand cannot check them.',
      zh: '谁都不应当自己保管决定自己收入的数据：诚实的服务方无法自证，品牌方也无从核查。',
    },
    fix: {
      en: 'Take the data from an account of the brand, or reconcile it with a fact that the brand holds.',
      zh: '改用品牌方账户里的数据，或与品牌方保管的数据对账（reconcile）。',
    },
  },
  'period-tiers-with-refunds': {
    severity: 'warning',
    text: {
      en: '"{fee}" has {tiers} {tiers:tier|tiers} per period on a base from which refunds are taken off ("{measure}"): a sale earns at one period’s tier, its refund takes back at another’s',
      zh: '“{fee}”按期分 {tiers} 档计提，而基数要扣减退款（“{measure}”）：销售按当期的档计提，退款却按另一期的档扣回',
    },
    explanation: {
      en: 'A strong month reaches the high tier, its refunds come back in a weak month at the low rate: the difference stays paid.',
      zh: '旺月按高档计提，退款却在淡月按低档扣回，差额就多付了。',
    },
    fix: {
      en: 'Use "accumulate: term", so that tiers look at the total to date, or a single rate.',
      zh: '改用 accumulate: term，按累计额分档，或改为单一费率。',
    },
  },
  'refunds-netted-twice': {
    severity: 'warning',
    text: {
      en: '"{metric}" takes refunds off twice: "{measure}" already leaves refunded rows out ({filter}), and "{refund}" is subtracted as well',
      zh: '“{metric}”重复扣减退款：“{measure}”已经排除了退款行（{filter}），公式里又减去“{refund}”',
    },
    explanation: {
      en: 'A refunded order disappears from the sales when its status changes, and its refund is subtracted again when it is booked.',
      zh: '订单退款后，状态一变就从销售额里消失；退款入账时又被减一次。',
    },
    fix: {
      en: 'Keep the refunded rows in the sales and subtract refunds on their own date, or filter and subtract nothing.',
      zh: '销售额保留已退款的行、按退款日期扣减；或者只过滤、不再扣减。',
    },
  },
  'shared-load-log': {
    severity: 'warning',
    text: {
      en: '"{fact}" is told complete by the load log {log}, which serves {others} too, and no "where" says which of its rows are about it',
      zh: '“{fact}”是否完整由加载日志 {log} 判断，而该日志也用于 {others}，且没有用 where 写明哪些行属于它',
    },
    explanation: {
      en: 'As soon as one of the tables has been loaded, all of them look complete, and what has not arrived yet counts as 0.',
      zh: '其中任何一张表加载完成，其余各表也会被当作已完整，尚未到达的数据就会按 0 计算。',
    },
    fix: {
      en: 'Add "where" to its freshness, so that only rows about its table count: where: { table_name: … }. A table that carries its own load time needs no log.',
      zh: '在其 freshness 中加上 where，只看属于该表的行：where: { table_name: … }。表中自带加载时间的，不需要日志。',
    },
  },
  'early-lock': {
    severity: 'warning',
    text: {
      en: 'lockAfterDays is {days}, and platforms still change what {facts} say; {least} days or more are safe',
      zh: 'lockAfterDays 为 {days}，而平台此时仍会更新 {facts} 的数据；{least} 天以上才稳妥',
    },
    explanation: {
      en: 'Meta is final after a day, Google Ads after two, Google Analytics after three. A period that is locked before pays a provisional figure and takes it back by a true-up.',
      zh: 'Meta 的数据一天后定稿，Google Ads 两天，Google Analytics 三天。提前锁定的结算期先按暂定数付款，再靠往期补差更正。',
    },
    fix: { en: 'Let lockAfterDays be {least} or more.', zh: '把 lockAfterDays 设为 {least} 以上。' },
  },
  'float-money': {
    severity: 'warning',
    text: {
      en: '"{measure}" sums the column {column}, which is {type}: binary fractions do not hold cents exactly',
      zh: '“{measure}”汇总的列 {column} 是 {type} 类型：二进制小数无法精确表示分',
    },
    explanation: {
      en: 'Every value is cast to nine decimals before it is summed, so results are the same on every run; but what the column holds may already be off by a fraction of a cent.',
      zh: '每个值在汇总前都会转为九位小数，因此每次结果一致；但列里存的值本身可能已有不到一分的误差。',
    },
    fix: {
      en: 'Store money as DECIMAL/NUMERIC, or as a whole number of cents divided in the formula.',
      zh: '金额用 DECIMAL/NUMERIC 存储，或以分为单位存整数，再在公式里除以 100。',
    },
  },
  'parts-of-persons': {
    severity: 'error',
    text: {
      en: '"{measure}" is divided by {column}, whose values are single people or single rows',
      zh: '“{measure}”按 {column} 拆分，而该列的取值是具体的个人或单行数据',
    },
    explanation: {
      en: 'Each value would stand with its amount in evidence.json, in the comments and in everybody’s clone, where nothing is ever deleted. Only sums that the contract names leave the data.',
      zh: '每个取值及其金额都会写进 evidence.json、评论和所有人的克隆，且无法删除。只有合同写明的汇总数可以离开数据所在地。',
    },
    fix: {
      en: 'Divide by what many rows have in common (channel, market, kind of customer), or list the values: by: [{ column: …, values: [ … ] }].',
      zh: '改按多行共有的特征拆分（渠道、市场、客户类型），或列明取值：by: [{ column: …, values: [ … ] }]。',
    },
  },
  'one-signatory': {
    severity: 'warning',
    text: {
      en: 'Only {person} can sign for {party}',
      zh: '{party}只有一名签署人 {person}',
    },
    explanation: {
      en: 'Who opens a change cannot approve it. With one signatory a change that this person proposes waits for the contract’s own application to open it, and a holiday stops everything.',
      zh: '提出变更的人不能自己批准。只有一名签署人时，本人提出的变更须由合同的应用代为发起，否则无人批准；本人休假时一切都会停下来。',
    },
    fix: {
      en: 'Name a second signatory; "required: 1" may stay.',
      zh: '增加第二名签署人，required 可以仍为 1。',
    },
  },
  'access-without-end': {
    severity: 'warning',
    text: {
      en: 'Access without an end: {who} may read the data, and no exit clause says when that stops',
      zh: '访问权限没有终止时间：{who} 可以读取数据，却没有终止条款（exit）约定何时收回',
    },
    explanation: {
      en: 'Access ends by itself on the exit date of the contract, its end plus the days of handover; without an exit clause there is no such date.',
      zh: '访问权限在交接期结束日（合同结束日加交接天数）自动失效；没有终止条款就没有这个日期。',
    },
    fix: {
      en: 'Add "exit" with "handoverDays" and "access_revocation" in the checklist.',
      zh: '增加 exit，写明 handoverDays，并在 checklist 中加入 access_revocation。',
    },
  },
  'live-without-pilot': {
    severity: 'warning',
    text: {
      en: 'Live from {from} on without a pilot: no period has been settled in stage "pilot"',
      zh: '自 {from} 起直接正式执行（live）：没有任何一期在试运行（pilot）阶段结算过',
    },
    explanation: {
      en: 'One or two periods on real data, with small amounts, show what a definition really counts, before it counts.',
      zh: '先用真实数据、小金额试跑一两期，才能看清口径到底统计了什么，再让它决定大额费用。',
    },
    fix: {
      en: 'Start with "stage: pilot" and switch to "live" once both have read a statement.',
      zh: '先用 stage: pilot，双方都看过结算单后再改为 live。',
    },
  },
  'duty-without-effect': {
    severity: 'warning',
    text: {
      en: 'Being late with "{duty}" changes nothing: no bonus and no penalty depends on {kpis}',
      zh: '“{duty}”逾期没有任何后果：没有奖金或扣款取决于 {kpis}',
    },
    explanation: {
      en: 'A late duty waives or zeroes the KPIs it names; where no fee is paid by them, the duty is a wish.',
      zh: '义务逾期会使所列指标被豁免或记 0 分；如果没有费用取决于这些指标，这项义务就形同虚设。',
    },
    fix: {
      en: 'Name a KPI that a fee is paid by, or take the duty out.',
      zh: '改为与费用挂钩的指标，或删除这项义务。',
    },
  },
  'languages-differ': {
    severity: 'warning',
    text: {
      en: 'The two languages of {kind} "{id}" do not name the same numbers or times: {en} in English, {zh} in Chinese',
      zh: '{kind}“{id}”的两种语言所写数字或周期不一致：英文为 {en}，中文为 {zh}',
    },
    explanation: {
      en: 'Each side reads its own language. Where one says 5% and the other 50%, each has agreed to something else. Numbers in words and Chinese units are read as well (5万 is 50,000); their order is compared within ranges only (3% to 5% is not 5% to 3%). How often and which quarter is compared where both languages say it (weekly is not 每月, Q1 is not 第二季度).',
      zh: '双方各读各的语言。一处写 5%，另一处写 50%，等于各自同意了不同的内容。文字书写的数字和中文单位也会识别（5万即 50,000）；先后次序仅在区间内比较（“3% 至 5%”不同于“5% 至 3%”）。两种语言都写明频率或季度时也会比较（“weekly”不同于“每月”，“Q1”不同于“第二季度”）。',
    },
    fix: {
      en: 'Write the same numbers in both languages; figures are read more surely than words.',
      zh: '两种语言写同样的数字；用阿拉伯数字比用文字更可靠。',
    },
  },
  'names-alike': {
    severity: 'warning',
    text: {
      en: 'The names of {kind} "{first}" and "{second}" look alike: {names}',
      zh: '{kind}“{first}”与“{second}”的名称难以区分：{names}',
    },
    explanation: {
      en: 'A reader of a statement takes one for the other. Names are compared as they look, by the table of look-alike characters of Unicode (UTS 39); their ids are shown beside them.',
      zh: '阅读结算单的人会把两者混为一谈。名称按外观比较，依据 Unicode 的易混淆字符表（UTS 39）；报表在名称旁列出 id。',
    },
    fix: { en: 'Give each a name of its own.', zh: '请为每一项取不同的名称。' },
  },
  'name-of-two-scripts': {
    severity: 'warning',
    text: {
      en: 'The name of {kind} "{id}" has letters that only look Latin: {characters}',
      zh: '{kind}“{id}”的名称含有仅外观类似拉丁字母的字符：{characters}',
    },
    explanation: {
      en: 'A Cyrillic or Greek letter inside a Latin word cannot be told from the Latin one; such a name is not the one that it seems to be.',
      zh: '拉丁单词里夹杂的西里尔或希腊字母肉眼无法分辨，这样的名称并不是它看上去的那个名称。',
    },
    fix: { en: 'Type the word again in one alphabet.', zh: '请用同一种字母重新输入该词。' },
  },
  ...SLIP_LINTS,
} as const satisfies Readonly<Record<string, LintEntry>>;

/** A lint rule's id. */
export type LintCode = keyof typeof LINTS;
export const LINT_CODES = Object.keys(LINTS) as readonly LintCode[];

/** Whether text names a lint rule, for the severities of a workspace. */
export function isLintCode(text: string): text is LintCode {
  return Object.hasOwn(LINTS, text);
}
