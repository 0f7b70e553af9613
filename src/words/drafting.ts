import type { Message } from '../kernel/text.js';

/*
 * What `concord init` asks for a first contract, and what it writes into it. Comments and titles go into the files in one language,
 * and are the parties' own text from then on.
 */

/** The questions, each with how an answer looks. */
const ASK = {
  id: { en: 'Name of the contract’s folder, in small letters', zh: '合同文件夹名（小写字母、数字或 -）' },
  brand: { en: 'Who pays? The brand’s name', zh: '谁付款？品牌方名称' },
  provider: { en: 'Who is paid? The provider’s name', zh: '谁收款？服务方名称' },
  currency: { en: 'Currency of the contract', zh: '合同币种' },
  timezone: {
    en: 'Time zone in which days are counted: the one of the reports that both read',
    zh: '按哪个时区划分日期：双方所看报表的时区',
  },
  from: { en: 'First day of the contract', zh: '合同开始日期（含当日）' },
  to: { en: 'Last day of the contract', zh: '合同结束日期（含当日）' },
  exports: { en: 'Which exports do you have? Several are fine', zh: '您有哪些导出文件？可多选' },
  marketplace: { en: 'Which of Amazon’s shops?', zh: '亚马逊哪个站点？' },
  retainer: { en: 'Fixed fee per month, as 3000; "none" where there is none', zh: '每月固定服务费，如 3000；没有则填“无”' },
  commission: {
    en: 'Commission on revenue, as 3% or "3% up to 400000, 4% above"; "none" where there is none',
    zh: '按销售额提成，如 3% 或“40万以内 3%，以上 4%”；没有则填“无”',
  },
  accumulate: {
    en: 'Do these tiers begin anew every month, or go on over the term?',
    zh: '提成档位每月重新计算（month），还是在合同期内累计（term）？',
  },
  kpis: { en: 'KPIs and their targets, as "roas 3.0, cac 25"', zh: '考核指标及目标值，如“roas 3.0，cac 25”' },
  minSpend: {
    en: 'Ad spend a month under which {scores} 0%, or "none"',
    zh: '月广告费低于多少时，{scores} 0 分？没有则填“无”',
  },
  bonus: {
    en: 'Bonus a month, as 2000: in full when every target is reached, else in proportion from these shares of the targets on: {starts}. As "2000 all or nothing" it is paid only in full. "none" where there is none',
    zh: '月度奖金，如 2000：各项目标全部达成的，全额支付；未全部达成的，按得分比例支付，得分自目标值的以下比例起算：{starts}。写“2000 达到才付”则只在全部达成时支付。没有则填“无”',
  },
  wager: {
    en: 'Bet on the revenue of the whole term: target, share of the difference, and the most that either side pays, as "5000000, 2%, 20000"; or target and a fixed stake, as "5000000, 10000"; or "none"',
    zh: '对赌整个合同期的销售额：目标、差额赔付比例、任一方最多赔付金额，如“500万, 2%, 2万”；或目标与固定赌注，如“500万, 1万”；没有则填“无”',
  },
  cap: { en: 'The most that a month may cost, or "none"', zh: '每月费用封顶金额；没有则填“无”' },
  brandSigns: { en: 'Who signs for the brand?', zh: '品牌方由谁签署？' },
  providerSigns: { en: 'Who signs for the provider?', zh: '服务方由谁签署？' },
} satisfies Readonly<Record<string, Message>>;

/** What metrics are called. */
/** The ratios that rest on ad spend, as what scores on too little of it. */
const ON_SPEND = {
  roas: { en: 'ROAS scores', zh: '投产比得' },
  cac: { en: 'cost per new customer scores', zh: '新客成本得' },
  both: { en: 'ROAS and cost per new customer score', zh: '投产比与新客成本得' },
} satisfies Readonly<Record<string, Message>>;

const TITLES = {
  revenue: { en: 'Revenue', zh: '销售额' },
  ad_spend: { en: 'Ad spend', zh: '广告费' },
  sessions: { en: 'Sessions', zh: '会话数' },
  conversion_rate: { en: 'Conversion rate', zh: '转化率' },
  orders: { en: 'Paid orders', zh: '已付款订单数' },
  roas: { en: 'Return on ad spend', zh: '广告投产比' },
  cac: { en: 'Cost per new customer', zh: '新客成本' },
  new_customers: { en: 'New customers', zh: '新客数' },
  refund_rate: { en: 'Refund rate', zh: '退款率' },
  basket: { en: 'Average order value', zh: '客单价' },
} satisfies Readonly<Record<string, Message>>;

/** What people call a KPI when they type it, in small letters. */
const NAMES = {
  revenue: ['revenue', 'net revenue', 'sales', 'net sales', 'turnover', '销售额', '净销售额', '营收', '营业额', '收入'],
  roas: ['roas', 'return on ad spend', '投产比', '广告投产比', '广告投入产出比', '投入产出比', 'roi', '广告回报率'],
  cac: [
    ...['cac', 'cost per new customer', 'customer acquisition cost', 'cost of a new customer'],
    ...['新客成本', '新客获取成本', '获客成本', '新客获客成本', '拉新成本'],
  ],
  refund_rate: ['refund_rate', 'refund rate', 'return rate', 'refunds', '退款率', '退货率', '退货退款率'],
  conversion_rate: ['conversion_rate', 'conversion rate', 'conversion', 'cr', 'cvr', '转化率'],
  basket: ['basket', 'aov', 'average order value', 'average basket', '客单价', '平均客单价'],
} satisfies Readonly<Record<string, readonly string[]>>;

/** What exports are called beside their names: as the guide has them, and for short. What two are called is asked back. */
const EXPORTS = {
  shopify: ['Shopify orders', 'Shopify 订单', 'Shopify 独立站', 'Shopify store', 'Shopify shop', 'Shopify 店铺'],
  'shopify-payouts': ['Shopify transactions of payouts', 'Shopify 付款交易', 'Shopify payouts', 'Shopify 打款'],
  meta: [
    ...['Meta ads', 'Meta Ads Manager', 'Facebook', 'FB', 'Facebook ads', 'FB ads', 'Facebook Ads Manager'],
    ...['Meta 广告', 'Meta 广告管理工具', '脸书', '脸书广告', 'Facebook 广告', 'FB 广告'],
  ],
  'google-ads': [
    ...['Google', 'Google Ads campaigns', 'Google Ads campaign', 'AdWords', 'Google AdWords'],
    ...['谷歌', '谷歌广告', 'Google 广告', 'Google Ads 广告系列'],
  ],
  ga4: [
    ...['Google', 'Google Analytics 4', 'Google Analytics', 'Google Analytics 4 exploration', 'GA'],
    ...['谷歌', '谷歌分析', 'Google Analytics 4 探索'],
  ],
  'tiktok-shop': ['TikTok', 'TikTok Shop orders', 'TikTok Shop 订单', 'TikTok 小店', 'TT Shop'],
  'tiktok-ads': ['TikTok', 'TikTok 广告', 'TikTok for Business'],
  amazon: ['Amazon settlement', '亚马逊', '亚马逊结算报告', '亚马逊结算'],
  'amazon-business': ['Amazon business report', '亚马逊业务报告', '亚马逊业务'],
  shopee: ['Shopee orders', 'Shopee 订单', '虾皮', '虾皮订单'],
  tmall: ['Taobao', 'Tmall and Taobao', '天猫', '淘宝', '天猫订单', '淘宝订单'],
} satisfies Readonly<Record<string, readonly string[]>>;

/** Over what tiers run. */
const SPANS = {
  month: [
    ...['monthly', 'every month', 'each month', 'per month', 'anew every month', 'month by month', 'by month', 'reset every month'],
    ...['每月', '按月', '月度', '每月重新计算', '按月重新计算', '每月清零', '单月', '不累计'],
  ],
  term: [
    ...['the term', 'over the term', 'the whole term', 'over the whole term', 'cumulative', 'cumulatively'],
    ...['合同期', '合同期内', '合同期累计', '合同期内累计', '累计'],
  ],
} satisfies Readonly<Record<string, readonly string[]>>;

/** The same, where it was not answered. */
const USUAL_SPANS: Readonly<Record<string, Message>> = {
  month: { en: 'anew every month', zh: '每月重新计算' },
  term: { en: 'over the term', zh: '合同期内累计' },
};

/** What fees are called on statements. */
const FEES = {
  base: { en: 'Retainer', zh: '固定服务费' },
  sales: { en: 'Commission on revenue', zh: '销售额提成' },
  reward: { en: 'Performance bonus', zh: '绩效奖金' },
  wager: { en: 'Wager on the term’s revenue', zh: '合同期销售额对赌' },
  ceiling: { en: 'Cap', zh: '费用封顶' },
} satisfies Readonly<Record<string, Message>>;

/** The comment of each clause. */
const COMMENTS = {
  stage: { en: 'pilot until both trust the numbers, then live', zh: '双方认可数据前为 pilot（试运行），之后改为 live' },
  parties: {
    en: 'who pays, who is paid, and who signs for them (people of workspace.yaml)',
    zh: '付款方、收款方及各自签署人（见 workspace.yaml）',
  },
  data: { en: 'whose the data is, and for how long the provider may use it', zh: '数据归谁所有，服务方可使用多久' },
  ip: { en: 'what stays with the brand when the contract ends', zh: '合同结束后归品牌方所有的内容' },
  term: { en: 'first and last day, both included', zh: '开始与结束日期，均含当日' },
  calendar: {
    en: 'settled 10 days after a month’s end, corrected for 3 more months as refunds and late data come in',
    zh: '月末后 10 天结算；此后 3 个月内随退款与迟到数据往期补差',
  },
  acceptance: { en: 'no objection within 10 days of a statement is a yes', zh: '结算单出具后 10 天内未提异议，视为确认' },
  disputes: { en: 'who decides where both cannot agree', zh: '双方无法达成一致时由谁裁定' },
  kpis: {
    en: 'score: 0 at the threshold (a multiple of the target), 100% at the target, straight lines between',
    zh: '得分：门槛值（目标的倍数）为 0，目标值为 100%，中间按直线计算',
  },
  'kpis-whole': {
    en: 'score: 100% only where the target is reached',
    zh: '得分：达到目标值才为 100%',
  },
  minimum: { en: 'on less the KPI scores 0%', zh: '不足此数，该指标得 0 分' },
  base: { en: 'every month', zh: '每月' },
  sales: { en: 'of the month’s revenue', zh: '按当月销售额' },
  'sales-period': { en: 'each rate on its own part of the month’s revenue', zh: '各档费率只计当月销售额落在该档的部分' },
  'sales-term': {
    en: 'each rate on its own part of the revenue since the start of the term',
    zh: '按合同期累计销售额分档，各档费率只计该档部分',
  },
  reward: { en: 'the pool times the score', zh: '奖金池 × 得分' },
  'reward-whole': { en: 'all of it where every target is reached, else nothing', zh: '各项目标全部达成时全额支付，否则不付' },
  'wager-stake': {
    en: 'once, at the term’s end: at or above the target the brand pays the stake, below it the provider',
    zh: '合同期末一次结算：达到目标由品牌方付赌注，未达目标由服务方付',
  },
  wager: {
    en: 'once, at the term’s end: the rate on the distance to the target, at most the limit; above it the brand pays, below it the provider',
    zh: '合同期末一次结算：与目标的差额 × 比例，以上限为限；超出目标由品牌方付，未达目标由服务方付',
  },
  ceiling: { en: 'most that a month pays', zh: '每月最多支付' },
  payment: { en: 'days to pay, once a statement can no longer be disputed', zh: '异议期届满后的付款天数' },
  amendments: { en: 'how far and how fast terms may change, always with both signatures', zh: '条款可改多少、多快；任何修改均须双方签署' },
  review: { en: 'both look at what is unusual once a month', zh: '每月复盘一次异常' },
  exclusions: {
    en: 'days that do not count, by both signatures: how soon they are filed, how many there may be',
    zh: '经双方签署可剔除的日子：申报期限与总天数上限',
  },
  exit: { en: 'either may leave with notice; what is handed over', zh: '任一方可提前通知终止；须移交的事项' },
  dashboard: { en: 'both see the same numbers', zh: '双方看到同样的数字' },
} satisfies Readonly<Record<string, Message>>;

/** What definitions.yaml says. */
const DEFINED = {
  folders: {
    en: 'What is measured. The exports go into these folders below {data}/, under any name, as they were downloaded (guide, chapter 18):',
    zh: '取数口径。导出文件原样放入 {data}/ 下的以下文件夹，文件名不限（见指南第 18 章）：',
  },
  tables: {
    en: 'What is measured. BigQuery is read: load the exports into these tables of it (guide, chapter 11); files of this repository are not read:',
    zh: '取数口径。数据取自 BigQuery：请把导出文件加载到其中的以下各表（见指南第 11 章）；本仓库中的文件不会被读取：',
  },
  custodian: {
    en: 'custodian: who is answerable for the file; the accounts are the brand’s',
    zh: 'custodian：由谁对文件负责；账户归品牌方所有',
  },
  'unsaid-currency': {
    en: '{exports}: the files name no currency; {currency} is the contract’s and must be theirs',
    zh: '{exports}：文件未注明币种；{currency} 取自合同，须与文件实际币种一致',
  },
  'unsaid-currency-zone': {
    en: '{exports}: the files name no currency and no time zone; {currency} and {timezone} are the contract’s and must be the shop’s',
    zh: '{exports}：文件未注明币种与时区；{currency} 与 {timezone} 取自合同，须与店铺实际一致',
  },
  customers: {
    en: 'Customers by their first paid order (views/customer_orders.*.sql). Orders of before the term must be there too, or old customers look new.',
    zh: '按首笔已付款订单统计的新客（views/customer_orders.*.sql）。须含合同期之前的订单，否则老客会被计为新客。',
  },
  new_customers: { en: 'Customers whose first paid order falls on the day', zh: '当日首次付款的顾客数' },
  'new_customers-part': {
    en: 'Customers of {shop} whose first paid order there falls on the day; buyers in {others} are not counted',
    zh: '当日在 {shop} 首次付款的顾客数；{others} 的买家不计入',
  },
  view: {
    en: 'Paid orders, and whether each is the first of its customer, by e-mail address; one without an address is nobody’s first',
    zh: '已付款订单，及是否为该顾客（按邮箱识别）的首单；没有邮箱的订单不计为首单',
  },
  reconcile: {
    en: 'Shop and web analytics tell the same story; a gap over 10% waits for a review.',
    zh: '店铺与网站分析相互核对，差异超过 10% 须复盘。',
  },
  expert: { en: 'An expert both sides name', zh: '双方共同指定的专家' },
} satisfies Readonly<Record<string, Message>>;

/** The deal, before it is written. */
const SUMMARY = {
  parties: { en: '{id}: {brand} pays {provider}', zh: '{id}：{brand} 付款，{provider} 收款' },
  term: { en: '{from} to {to}, days of {timezone}', zh: '{from} 至 {to}，按 {timezone} 划分日期' },
  exports: { en: 'Measured from: {exports}', zh: '取数文件：{exports}' },
  marketplace: { en: 'Shop: {marketplace}', zh: '站点：{marketplace}' },
  retainer: { en: 'Fixed fee: {currency} {amount} a month', zh: '固定服务费：每月 {currency} {amount}' },
  rate: { en: 'Commission on the month’s revenue: {tiers}', zh: '当月销售额提成：{tiers}' },
  tier: { en: 'from {from}: {rate}', zh: '{from} 起 {rate}' },
  'tiers-period': {
    en: 'Commission on the month’s revenue, each rate on its own part: {tiers}',
    zh: '当月销售额分档提成，各档只计该档部分：{tiers}',
  },
  'tiers-term': {
    en: 'Commission on revenue since the start of the term, each rate on its own part: {tiers}',
    zh: '合同期累计销售额分档提成，各档只计该档部分：{tiers}',
  },
  kpis: { en: 'Targets: {kpis}', zh: '目标值：{kpis}' },
  customers: {
    en: 'New customers: those of {shop} alone; buyers in {others} are not counted, their sales and the ads for them are',
    zh: '新客：只计 {shop} 的顾客；{others} 的买家不计入新客，其销售额与广告费照计',
  },
  minSpend: {
    en: 'Below {currency} {amount} of ad spend a month {scores} 0%',
    zh: '月广告费低于 {currency} {amount} 时，{scores} 0 分',
  },
  bonusByScore: {
    en: 'Bonus: {currency} {amount} in full in a month in which every target is reached, else in proportion from these shares of the targets on: {starts}',
    zh: '奖金：当月各项目标全部达成的，全额支付 {currency} {amount}；未全部达成的，按得分比例支付，得分自目标值的以下比例起算：{starts}',
  },
  bonusWhole: {
    en: 'Bonus: {currency} {amount} in a month in which every target is reached, else nothing',
    zh: '奖金：当月各项目标全部达成付 {currency} {amount}，否则不付',
  },
  stake: {
    en: 'Bet on the term’s revenue: {currency} {stake} to the provider at {currency} {target} or above, to the brand below',
    zh: '合同期销售额对赌：达到 {currency} {target}，品牌方付 {currency} {stake}；未达到，服务方付 {currency} {stake}',
  },
  wagerByGap: {
    en: 'Bet on the term’s revenue: {rate} of the difference to {currency} {target}, at most {currency} {limit} either way',
    zh: '合同期销售额对赌：与目标 {currency} {target} 差额的 {rate}，任一方最多付 {currency} {limit}',
  },
  cap: { en: 'At most {currency} {amount} a month', zh: '每月最多支付 {currency} {amount}' },
  signs: { en: 'Signed by {brand} for the brand, {provider} for the provider', zh: '签署人：品牌方 {brand}；服务方 {provider}' },
} satisfies Readonly<Record<string, Message>>;

/** What a drafted contract says that nobody was asked for, and why. */
const ADDED = {
  intro: {
    en: 'Added without being asked, as first contracts have it; each stands in contract.yaml and may be changed:',
    zh: '以下条款未逐项询问，按首份合同的常用约定写入 contract.yaml，均可修改：',
  },
  'unsaid-currency': {
    en: '{exports}: the files name no currency, so amounts are taken as {currency}; where theirs is another, change currency beside the pack in definitions.yaml',
    zh: '{exports}：文件未注明币种，金额按 {currency} 计；实际币种不同的，请在 definitions.yaml 中修改该口径包的 currency',
  },
  'unsaid-currency-zone': {
    en: '{exports}: the files name no currency and no time zone, so amounts are taken as {currency} and times as those of {timezone}; where the shop’s are others, change currency and zone beside the pack in definitions.yaml',
    zh: '{exports}：文件未注明币种与时区，金额按 {currency} 计，时间按 {timezone} 计；店铺实际不同的，请在 definitions.yaml 中修改该口径包的 currency 与 zone',
  },
  'site-us': {
    en: 'tiktok-shop: by the currency its days are taken as written in the United States, 01/31/2026 (site: us); where the files have 31/01/2026, write site: sea beside the pack',
    zh: 'tiktok-shop：按币种推定日期为美国写法 01/31/2026（site: us）；文件中为 31/01/2026 的，请在该口径包旁写 site: sea',
  },
  'site-sea': {
    en: 'tiktok-shop: by the currency its days are taken as written 31/01/2026, in South-East Asia and the United Kingdom (site: sea); where the files have 01/31/2026, write site: us beside the pack',
    zh: 'tiktok-shop：按币种推定日期为东南亚与英国写法 31/01/2026（site: sea）；文件中为 01/31/2026 的，请在该口径包旁写 site: us',
  },
  usual: { en: 'Not answered, so as usual ({answers})', zh: '未回答，按默认值（{answers}）' },
  'usual-answer': { en: '{question}: {answer}', zh: '{question}：{answer}' },
  'usual-next': { en: '; ', zh: '；' },
  weights: { en: 'Weights: {weights}, since nothing says that one counts more', zh: '权重：{weights}（未说明主次，故均分）' },
  starts: {
    en: 'Scores begin at these shares of the targets: {starts}; a target missed by more scores 0%',
    zh: '得分自目标值的以下比例起算：{starts}；差距更大的得 0 分',
  },
  orders: {
    en: '{kpis}: 0% in a month of fewer than {least} orders, since a ratio of almost nothing says nothing',
    zh: '{kpis}：当月订单少于 {least} 单时得 0 分，样本过小的比率没有意义',
  },
  sessions: {
    en: '{kpis}: 0% in a month of fewer than {least} sessions, since a ratio of almost nothing says nothing',
    zh: '{kpis}：当月会话少于 {least} 次时得 0 分，样本过小的比率没有意义',
  },
  bet: {
    en: 'The bet: every cent of difference counts (deadband 0); if the contract ends early, it shrinks with the days',
    zh: '对赌：差额从第一分钱起计（deadband 0）；合同提前终止的，按天数同比例折减',
  },
  'bet-stake': {
    en: 'The bet: the target alone decides, however close (deadband 0); if the contract ends early, it shrinks with the days',
    zh: '对赌：只看是否达到目标，不设免计区间（deadband 0）；合同提前终止的，按天数同比例折减',
  },
  settled: {
    en: 'Settled 10 days after a month’s end, and corrected for 3 months more: refunds and late data still come in',
    zh: '月末后 10 天结算，此后 3 个月内往期补差：退款与迟到数据仍会陆续到达',
  },
  accepted: {
    en: 'A statement that nobody objects to within 10 days is accepted, and due 15 days later: nothing waits for silence',
    zh: '结算单 10 天内未提异议即视为确认，此后 15 天内付款：以免无人回应而拖延',
  },
  changes: {
    en: 'Targets change with 14 days’ notice, by at most 20% at a time; either leaves with 30 days’ notice: no surprises',
    zh: '修改目标须提前 14 天，每次不超过 20%；任一方终止须提前 30 天通知：避免突然变动',
  },
  exclusions: {
    en: 'Days may be left out with both signatures, filed within 10 days, 30 in all; unusual figures are reviewed monthly',
    zh: '经双方签署可剔除个别日子：10 天内申报，合计不超过 30 天；异常数据每月复盘',
  },
  owned: {
    en: 'Data, creatives, site and accounts are the brand’s; the stage is pilot, until both trust the numbers',
    zh: '数据、素材、网站与账户归品牌方；双方认可数据前为试运行（pilot）',
  },
} satisfies Readonly<Record<string, Message>>;

/** Around a question. */
const AROUND = {
  refused: { en: '"{found}" is no answer: expected {expected}', zh: '“{found}”不能作为回答，应为{expected}' },
  begin: {
    en: 'An empty line takes what stands in brackets. < goes back to the question before. Ctrl-C stops and keeps your answers.',
    zh: '直接回车即采用方括号中的值；输入 < 返回上一题；按 Ctrl-C 中止并保存已填内容。',
  },
  back: { en: 'This is the first question.', zh: '这已是第一题。' },
  again: { en: 'The same answer once more takes it as it stands.', zh: '若无误，请再输入一次相同的回答。' },
  kept: {
    en: 'Answers so far; what has none is asked: concord init --answers {path}',
    zh: '已填内容；未填的会继续提问：concord init --answers {path}',
  },
  nothing: { en: 'An answer is needed: expected {expected}', zh: '请回答，应为{expected}' },
  none: { en: 'none', zh: '无' },
  summary: { en: 'The deal as it was understood:', zh: '根据您的回答，合作条件为：' },
  write: { en: 'Write the contract? yes or no', zh: '是否写入合同？（是/否）' },
} satisfies Readonly<Record<string, Message>>;

/** What the questions are called: in messages, and (in Chinese) in a file of answers, beside their names. */
const KEYS = {
  id: { en: 'folder of the contract', zh: '合同文件夹' },
  brand: { en: 'brand', zh: '品牌方' },
  provider: { en: 'provider', zh: '服务方' },
  currency: { en: 'currency', zh: '币种' },
  timezone: { en: 'time zone', zh: '时区' },
  from: { en: 'first day', zh: '开始日期' },
  to: { en: 'last day', zh: '结束日期' },
  exports: { en: 'exports', zh: '导出文件' },
  marketplace: { en: 'Amazon shop', zh: '站点' },
  retainer: { en: 'fixed fee (retainer)', zh: '固定服务费' },
  commission: { en: 'commission', zh: '提成' },
  accumulate: { en: 'span of the tiers', zh: '提成累计' },
  kpis: { en: 'KPIs', zh: '考核指标' },
  minSpend: { en: 'least ad spend', zh: '最低广告费' },
  bonus: { en: 'bonus', zh: '奖金' },
  wager: { en: 'bet (wager)', zh: '对赌' },
  cap: { en: 'cap', zh: '封顶' },
  brandSigns: { en: 'who signs for the brand', zh: '品牌方签署人' },
  providerSigns: { en: 'who signs for the provider', zh: '服务方签署人' },
} satisfies Readonly<Record<keyof typeof ASK, Message>>;

/** What else people call a question where they type answers in Chinese. */
const OTHER_NAMES: Readonly<Partial<Record<keyof typeof KEYS, readonly string[]>>> = {
  from: ['首日', '合同首日', '合同开始日期'],
  to: ['末日', '合同末日', '合同结束日期'],
  retainer: ['月费', '每月固定服务费'],
  bonus: ['月度奖金'],
};

/** The questions' names and the questions themselves as messages are filled with them. */
export const DRAFTING_PHRASES: Readonly<Record<string, Message>> = {
  ...Object.fromEntries(Object.entries(KEYS).map(([id, name]) => [`question.${id}`, name])),
  ...Object.fromEntries(Object.entries(ASK).map(([id, asked]) => [`ask.${id}`, asked])),
  // Without the shares at which it begins, which hang on the KPIs.
  'ask.bonus': {
    en: 'Bonus a month, as 2000; "2000 all or nothing" is paid only when every target is reached; "none" where there is none',
    zh: '月度奖金，如 2000；写“2000 达到才付”则只在各项目标全部达成时支付；没有则填“无”',
  },
};

export const DRAFTING = {
  keys: KEYS,
  otherNames: OTHER_NAMES,
  around: AROUND,
  summary: SUMMARY,
  added: ADDED,
  ask: ASK,
  titles: TITLES,
  onSpend: ON_SPEND,
  names: NAMES,
  exports: EXPORTS,
  spans: SPANS,
  usualSpans: USUAL_SPANS,
  fees: FEES,
  comments: COMMENTS,
  defined: DEFINED,
};
