/*
 * Generated contracts for the benchmarks of `check` and `verify`: as long as real ones, no two alike, all of them without
 * an error. A year from July 2025 on, by month.
 */

/** Months from July 2025 on. */
export function monthsFromStart(count) {
  return Array.from({ length: count }, (_, at) => new Date(Date.UTC(2025, 6 + at, 1)).toISOString().slice(0, 7));
}

/** The months of a generated contract, unless it is to be longer. */
export const PERIODS = monthsFromStart(12);

function lastDayOf(month) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'UTC'];
const CURRENCIES = ['USD', 'EUR', 'GBP', 'CNY'];
const GOODS = ['Lamps', 'Rugs', 'Chairs', 'Tents', 'Bikes', 'Teas', 'Toys'];

/** A number of a small range that depends on the contract and the place only. */
const pick = (index, salt, count) => (((index + 1) * 2654435761 + salt * 40503) % 4294967296) % count;

/** The contract's id. */
export function idOf(index) {
  return `shop-${String(index).padStart(4, '0')}-agency`;
}

/**
 * The files of one generated contract by root-relative path, without the workspace's.
 * @returns {Map<string, string>}
 */
export function contractFiles(index, periods = PERIODS) {
  const root = `contracts/${idOf(index)}`;
  const files = new Map([
    [`${root}/contract.yaml`, contractText(index, periods)],
    [`${root}/definitions.yaml`, definitionsText(index)],
  ]);
  for (const [name, text] of eventTexts(index, periods)) files.set(`${root}/events/${name}`, text);
  return files;
}

/** contracts/workspace.yaml: the people who sign all of them. */
export const WORKSPACE = {
  path: 'contracts/workspace.yaml',
  text: `people:
  alice: { name: Alice Zhou, github: 9100001 }
  ann: { name: Ann Keller, github: 9100002 }
  bob: { name: Bob Lin, github: 9200001 }
  carol: { name: Carol Deng, github: 9200002 }
governance:
  brand: [alice, ann]
  provider: [bob, carol]
`,
};

function contractText(index, periods) {
  const name = GOODS[pick(index, 1, GOODS.length)];
  const currency = CURRENCIES[pick(index, 2, CURRENCIES.length)];
  const roas = (240 + pick(index, 3, 90)) / 100;
  const cac = 20 + pick(index, 4, 15);
  const base = 3000 + pick(index, 5, 40) * 50;
  const pool = 4000 + pick(index, 6, 30) * 100;
  const refunds = 6 + pick(index, 7, 4);
  return `# yaml-language-server: $schema=../../schemas/contract.schema.json
# What ${name} Direct pays Agency ${index} for running its paid media, and for what.
apiVersion: concord/v1
kind: Contract
id: ${idOf(index)}
title: { en: "${name} Direct x Agency ${index}: paid media", zh: "${name} Direct × Agency ${index} 广告投放" }
stage: ${pick(index, 8, 2) === 0 ? 'pilot' : 'live'}
parties:
  brand: { name: ${name} Direct, signatories: [alice, ann], required: 1, access: { analyst: ["group:kpi@brand.example"] } }
  provider: { name: { en: Agency ${index}, zh: 代理商 ${index} }, signatories: [bob, carol], access: { viewer: ["group:team@agency.example"] } }
agreement: { number: AG-2025-${index}, sha256: "f59bfa6eb5a08974302b983067e682223de9c9c8984cc284e5eaa655732f12ca", prevails: document }
data: { owner: brand, providerUse: during_term }
ip: { creatives: brand, site: brand, accounts: brand }
term: { from: 2025-07-01, to: ${lastDayOf(periods.at(-1))} }
# A month is settled 15 days after its end, and corrected for three more months: refunds come late.
calendar: { every: month, timezone: ${ZONES[pick(index, 9, ZONES.length)]}, lockAfterDays: 15, trueUpPeriods: 3 }
currency: ${currency}
rounding: ${pick(index, 10, 2) === 0 ? 'half_even' : 'half_up'}
acceptance: { days: 10, silence: accepts }
disputes:
  days: 30
  expert: { en: An e-commerce auditor named by both, zh: 双方共同指定的电商审计师 }
holds: { maxPeriods: 3 }
grace: { from: 2025-07, periods: 2, waives: [late] }
kpis:
  - id: roas
    title: { en: Return on ad spend, zh: 广告投入产出比 }
    metric: roas
    owner: provider
    better: higher
    weight: 45%
    target: { 2025-07: ${roas}, 2025-10: ${(roas * 1.04).toFixed(2)}, 2026-02: ${(roas * 1.06).toFixed(2)} }
    threshold: 0.8x
    stretch: 1.2x
    cap: 150%
    minimum: { metric: media_spend, atLeast: 12000 }
  # Lower is better; keeps ROAS from being earned with old customers alone.
  - id: cac
    title: { en: Cost per new customer, zh: 新客获取成本 }
    metric: cac
    owner: provider
    better: lower
    weight: 30%
    target: { 2025-07: ${cac}, 2026-01: ${cac - 0.5} }
    threshold: 1.4x
    stretch: 0.85x
    cap: 130%
    minimum: { metric: first_buyers, atLeast: 300 }
  - id: refund_rate
    title: { en: Refund rate, zh: 退款率 }
    metric: refund_rate
    owner: provider
    better: lower
    weight: 25%
    target: ${refunds}%
    threshold: ${refunds + 4}%
    stretch: ${refunds - 2}%
    cap: 120%
    minimum: { metric: sales, atLeast: 30000 }
composite: { rule: weighted_mean, minWeightLeft: 50% }
gates:
  - { id: margin, metric: gross_margin, atLeast: ${30 + pick(index, 11, 8)}%, blocks: [reward] }
fees:
  - { id: base, title: { en: Retainer, zh: 基础服务费 }, kind: retainer, amount: ${base} }
  - id: sales
    title: { en: Commission on net revenue, zh: 净销售额佣金 }
    kind: commission
    base: net_revenue
    tiers: { 0: 3%, 400000: 4%, 800000: 5% }
    mode: marginal
    accumulate: term
  - id: reward
    title: { en: Performance bonus, zh: 绩效奖金 }
    kind: bonus
    by: composite
    pool: { 2025-07: ${pool}, 2026-01: ${pool + 500} }
    points: { 60%: 0%, 100%: 100%, 130%: 160% }
    shape: linear
  - { id: floor, title: { en: Monthly guarantee, zh: 月度保底 }, kind: guarantee, amount: ${base + 2000}, recoverable: ${pick(index, 12, 2) === 0} }
  - id: late
    title: { en: Deduction for missed ROAS, zh: 投产比不达标扣款 }
    kind: penalty
    of: base
    by: roas
    bands: { 80%: 5%, 50%: 10% }
  - { id: ceiling, title: { en: Cap, zh: 费用封顶 }, kind: cap, period: ${base + 13000}, term: ${(base + 13000) * 10} }
  - { id: vat, title: { en: Value added tax, zh: 增值税 }, kind: tax, rate: 6%, label: { en: VAT 6%, zh: 增值税 6% } }
duties:
  - id: creatives
    owes: brand
    title: { en: New product photos and videos for the month, zh: 提供当月新品图片与视频素材 }
    dueDay: 5
    ifLate: { kpis: [roas, cac], scoreAs: 100% }
payment: { dueDays: 15 }
amendments: { noticeDays: 14, maxTargetChange: 15%, maxDrift: 30%, minPeriodsBetween: 3 }
review: { every: month }
exclusions: { fileWithinDays: 10, maxDays: 30 }
exit: { noticeDays: 30, handoverDays: 15, checklist: [data_export, account_recovery, customer_transfer, access_revocation] }
dashboard: { share: [brand, provider] }
baseline:
  roas: { 2025-04: ${(roas * 0.97).toFixed(2)}, 2025-05: ${(roas * 1.01).toFixed(2)}, 2025-06: ${roas} }
  cac: { 2025-04: ${cac + 1}, 2025-05: ${cac - 0.25}, 2025-06: ${cac} }
  refund_rate: { 2025-04: ${refunds}%, 2025-05: ${refunds - 0.4}%, 2025-06: ${refunds + 0.3}% }
`;
}

function definitionsText(index) {
  return `# yaml-language-server: $schema=../../schemas/definitions.schema.json
# How every number of the contract is measured.
facts:
  orders: { table: shop_${index}.orders, grain: [order_id], custodian: brand, freshness: { table: shop_${index}.loads, column: loaded_at } }
  refunds: { table: shop_${index}.refunds, grain: [refund_id], custodian: brand, freshness: { table: shop_${index}.loads, column: loaded_at } }
  ads: { table: ads_${index}.spend, grain: [day, campaign], custodian: brand }
  ga4: { table: ga4_${index}.revenue, grain: [day, channel], custodian: provider }
measures:
  paid_revenue:
    definition: { en: "Goods value of real orders whose payment was captured, without freight", zh: "已收款真实订单的商品金额,不含运费" }
    of: orders
    sum: item_value
    when: paid_at
    where: { payment: captured, is_test: false, channel: [web, app, social] }
  goods_cost:
    definition: { en: What the goods of those orders cost, zh: 上述订单商品的采购成本 }
    of: orders
    sum: cost_of_goods
    when: paid_at
    where: { payment: captured, is_test: false, channel: [web, app, social] }
  refunded:
    definition: { en: "Goods value given back to customers, on the day of the refund", zh: "退还顾客的商品金额,按退款日计" }
    of: refunds
    sum: amount
    when: refunded_at
  new_customers:
    definition: { en: First paid orders of customers, zh: 顾客的首笔付款订单 }
    of: orders
    count: rows
    when: paid_at
    where: { payment: captured, is_test: false, is_first_order: true, item_value: { gte: ${5 + pick(index, 13, 20)} } }
  ad_spend:
    definition: { en: What the ad platforms charged the brand, zh: 广告平台向品牌方收取的费用 }
    of: ads
    sum: spend
    when: day
  ga4_revenue:
    definition: { en: Purchase revenue as web analytics saw it, zh: 网站分析工具记录的购买金额 }
    of: ga4
    sum: revenue
    when: day
metrics:
  sales: { title: { en: Paid revenue, zh: 已付款销售额 }, formula: paid_revenue, unit: money, type: flow }
  net_revenue: { title: { en: Net revenue, zh: 净销售额 }, formula: paid_revenue - refunded, unit: money, type: flow }
  media_spend: { title: { en: Ad spend, zh: 广告费 }, formula: ad_spend, unit: money, type: flow }
  first_buyers: { title: { en: New customers, zh: 新客数 }, formula: new_customers, unit: number, type: flow, decimals: 0 }
  roas: { title: { en: Return on ad spend, zh: 广告投入产出比 }, formula: paid_revenue / ad_spend, unit: number, type: ratio, decimals: 2 }
  cac: { title: { en: Cost per new customer, zh: 新客获取成本 }, formula: ad_spend / new_customers, unit: money, type: ratio, decimals: 2 }
  refund_rate: { title: { en: Refund rate, zh: 退款率 }, formula: refunded / paid_revenue, unit: share, type: ratio, decimals: 1 }
  gross_margin:
    title: { en: Gross margin after refunds, zh: 退款后毛利率 }
    formula: (paid_revenue - refunded - goods_cost) / paid_revenue
    unit: share
    type: ratio
    decimals: 1
reconcile:
  - { id: shop-vs-ga4, left: paid_revenue, right: ga4_revenue, tolerance: 8%, onBreach: hold }
`;
}

function eventTexts(index, periods) {
  const duties = periods.map((period) => [
    `${period}-0${1 + pick(index, 20, 5)}-creatives.yaml`,
    `kind: duty
party: brand
duty: creatives
period: ${period}
on: ${period}-01
evidence: ["https://drive.brand.example/${index}/${period}"]
`,
  ]);
  return [
    ...duties.filter((_, at) => pick(index, 21 + (at % 12), 12) < 9),
    [
      '2025-10-12-outage.yaml',
      `# The tracking failed for ${2 + pick(index, 40, 3)} days.
kind: exclusion
party: provider
reason: tracking_outage
kpis: [roas]
treatment: drop
window: { from: 2025-10-06, to: 2025-10-0${7 + pick(index, 40, 3)} }
evidence: ["https://status.agency.example/${index}"]
`,
    ],
    [
      '2025-11-20-payment.yaml',
      `kind: payment
party: brand
amount: ${9000 + pick(index, 41, 2000)}.${10 + pick(index, 42, 90)}
on: 2025-11-19
reference: wire-${index}
`,
    ],
    [
      '2026-01-18-review.yaml',
      `kind: review
party: provider
period: 2025-12
findings:
  - Creatives with prices beat those without
  - Half of the refunds come from one product
actions:
  - Move a tenth of the budget to search
`,
    ],
  ];
}
