import type { Message } from '../kernel/text.js';

/** The sentences of a term sheet about fees: who owes whom what, kind by kind. */
export const SHEET_FEES = {
  'fee.retainer': {
    en: 'For each period the brand pays the provider the retainer {id} of {amount}.',
    zh: '品牌方每期向服务方支付固定服务费 {id}，金额为 {amount}。',
  },
  'prorate.yes': {
    en: 'Where a period is only partly in force, it is reduced in proportion to the days in force.',
    zh: '当期仅部分天数有效的，按有效天数折算。',
  },
  'prorate.no': {
    en: 'Where a period is only partly in force, it is not reduced.',
    zh: '当期仅部分天数有效的，不作折算。',
  },
  'follows.yes': {
    en: 'Where a period is only partly in force, it follows the fee that it is a share of.',
    zh: '当期仅部分天数有效的，随所扣费用一并折算。',
  },
  'follows.no': {
    en: 'Where a period is only partly in force, it follows the fee that it is a share of and is not reduced beyond that.',
    zh: '当期仅部分天数有效的，随所扣费用一并折算，不另作折算。',
  },
  'alone.yes': {
    en: 'Where a period is only partly in force, the most that it can pay is reduced in proportion to the days in force.',
    zh: '当期仅部分天数有效的，每期上限按有效天数折算。',
  },
  'alone.no': {
    en: 'Where a period is only partly in force, the most that it can pay is not reduced.',
    zh: '当期仅部分天数有效的，每期上限不作折算。',
  },
  'period.yes': {
    en: 'Where a period is only partly in force, the most that it can pay is reduced in proportion to the days in force; that of the term never is.',
    zh: '当期仅部分天数有效的，每期上限按有效天数折算；合同期上限从不折算。',
  },
  'period.no': {
    en: 'Where a period is only partly in force, the most that it can pay is not reduced; that of the term never is.',
    zh: '当期仅部分天数有效的，每期上限不作折算；合同期上限从不折算。',
  },
  'term.yes': {
    en: 'It is the same whatever periods are only partly in force; a cap of a period would be reduced.',
    zh: '该上限不因部分结算期仅部分天数有效而折算；如设每期上限则折算。',
  },
  'term.no': {
    en: 'It is the same whatever periods are only partly in force; a cap of a period would not be reduced either.',
    zh: '该上限不因部分结算期仅部分天数有效而折算；如设每期上限亦不折算。',
  },
  'fee.commission': {
    en: 'For each period the brand pays the provider the commission {id} on {base}.',
    zh: '品牌方每期以 {base} 为基数，向服务方支付提成 {id}。',
  },
  'fee.rebate': {
    en: 'For each period the provider gives back to the brand the rebate {id} on {base}, outside guarantee and cap.',
    zh: '服务方每期以 {base} 为基数，向品牌方返还返点 {id}，不计入保底与封顶。',
  },
  tiers: { en: 'Its rates are {tiers}.', zh: '费率为 {tiers}。' },
  'mode.marginal': {
    en: 'Each rate applies to the part of the base that lies in its tier, and the lowest of them all to a base below zero.',
    zh: '超额累进：各档费率只适用于落入该档的部分；基数为负的，适用各档中最低的费率。',
  },
  'mode.whole': {
    en: 'The rate of the tier in which the base lies applies to the whole base, and the lowest rate of all to a base below zero.',
    zh: '全额计提：以基数所在档的费率适用于全部基数；基数为负的，适用各档中最低的费率。',
  },
  'accumulate.period': { en: 'The tiers begin anew with each period.', zh: '各期分别计档。' },
  'accumulate.term': {
    en: 'The tiers add up over the term: a period pays what is due on the base to date, less what is due on the base up to the end of the period before, both at the rates of this period; a period whose base is not known counts in both with the base that it was last settled on, and with none where there is no such base, until it is known.',
    zh: '合同期内累计计档：每期支付截至本期末应付数减去截至上期末应付数的差额，两者均按本期费率计算；基数未知的结算期，查明之前两者均按其最近一次结算所用的基数计入，没有该基数的不计入。',
  },
  'fee.unit_price': {
    en: 'For each period the brand pays the provider by the unit price {id} for {quantity}, at {price} for each one.',
    zh: '品牌方每期按单价计费 {id} 向服务方付款，数量为 {quantity}，单价为 {price}。',
  },
  'fee.bonus': {
    en: 'For each period the brand pays the provider the bonus {id} by {by}, out of a pool of {pool}.',
    zh: '品牌方每期按 {by} 向服务方支付绩效奖金 {id}，奖金池为 {pool}。',
  },
  points: {
    en: 'Of the pool it pays {points}; below the first of these scores nothing, beyond the last no more.',
    zh: '奖金点为 {points}；低于第一个奖金点不支付，高于最后一个不再增加。',
  },
  'shape.step': { en: 'Between two of these scores it pays as at the lower one.', zh: '介于两个奖金点之间的，按较低一点支付。' },
  'shape.linear': { en: 'Between two of these scores it pays in proportion.', zh: '介于两个奖金点之间的，按比例支付。' },
  'fee.milestone': {
    en: 'The brand pays the provider once the milestone {id} of {amount}, if it is reached by {due} and accepted by then or on a request made by then; a request for acceptance that the brand leaves unanswered beyond the days for disputing a statement counts as accepted.',
    zh: '里程碑款 {id} 于 {due}（含）之前达成，且在此期限内验收或在此期限内申请后验收的，品牌方向服务方一次性支付 {amount}；品牌方对验收申请逾期（期限同结算单异议期）未答复的，视为确认验收。',
  },
  reach: {
    en: 'It is reached when {metric}, counted from the first day of the term, is at least {atLeast}.',
    zh: '自合同期首日起累计，{metric} 不低于 {atLeast} 即为达成。',
  },
  'reach.none': { en: 'It is reached when the brand has accepted it; no figure is asked for.', zh: '以品牌方验收为准，不另设数值要求。' },
  'fee.wager': {
    en: 'Wager {id}: {metric} is held against the target of {target}, and {better} is in favour of the provider.',
    zh: '对赌 {id}：以 {metric} 与目标值 {target} 相比，{better}者有利于服务方。',
  },
  'over.term': {
    en: 'It is settled once, by what the whole term comes to.',
    zh: '整个合同期结算一次，以整个合同期的数值为准。',
  },
  'over.quarter': {
    en: 'It is settled once for each calendar quarter, by what that quarter comes to; where only a part of a quarter lies in the term, the most that it can pay is reduced in proportion to the days that do, and so are the target and the distance of a metric that grows with time.',
    zh: '每个自然季度结算一次，以该季度的数值为准；季度仅部分在合同期内的，最高支付金额按在合同期内的天数折算，累计类指标的目标值与免计区间亦同。',
  },
  deadband: { en: 'A distance of up to {deadband} is not counted.', zh: '免计区间为 {deadband}。' },
  'pays.rate': {
    en: 'On what goes beyond it the losing party pays the other at the rate of {rate}, at most {limit}.',
    zh: '超出免计区间的部分，由输方按 {rate} 向赢方支付，最多 {limit}。',
  },
  'pays.stake': {
    en: 'Where the target is reached the brand pays the provider {stake}; where it is missed by more than that distance the provider pays the brand the same.',
    zh: '达到目标值的，品牌方向服务方支付 {stake}；未达到且差距超出免计区间的，服务方向品牌方支付同等金额。',
  },
  'onEarlyEnd.void': {
    en: 'Where the contract ends early it is void, unless the party that ends it is losing: then the most that it can pay shrinks with the days in force, and so do the target and the distance of a metric that grows with time.',
    zh: '合同提前终止的，对赌作废；但终止方处于输方的除外，此时最高支付金额按有效天数折算，累计类指标的目标值与免计区间亦同。',
  },
  'onEarlyEnd.scale': {
    en: 'Where the contract ends early, the most that it can pay shrinks with the days in force, and so do the target and the distance of a metric that grows with time.',
    zh: '合同提前终止的，最高支付金额按有效天数折算，累计类指标的目标值与免计区间亦同。',
  },
  'fee.guarantee': {
    en: 'Guarantee {id}: where the retainers, commissions, unit prices, bonuses and milestones of a period come to less than {amount}, the brand pays the provider the difference.',
    zh: '保底 {id}：当期固定服务费、提成、单价计费、绩效奖金与里程碑款合计不足 {amount} 的，由品牌方向服务方补足。',
  },
  'recoverable.yes': {
    en: 'The difference is an advance, which the provider gives back out of later periods: of each as much as it comes to above the guarantee after wagers, penalties and the cap, pass-through, rebates, tax, true-ups and corrections not counted; what is left at the end of the term lapses.',
    zh: '补足部分为垫付，由以后各期归还：每期归还的，是该期费用计入对赌、扣款与封顶之后超出保底的部分（代垫、返点、税费、往期补差与更正不计）；合同期满仍未归还的，不再归还。',
  },
  'recoverable.no': { en: 'The difference is not given back.', zh: '补足部分无须归还。' },
  'penalty.fee': {
    en: 'Penalty {id}: the brand pays less of the fee {of}, by {by}.',
    zh: '扣款 {id}：按 {by} 扣减 {of}。',
  },
  'penalty.amount': {
    en: 'Penalty {id}: the brand deducts from an amount of {of}, by {by}.',
    zh: '扣款 {id}：按 {by} 计扣，基数为 {of}。',
  },
  bands: {
    en: 'It deducts {bands}; a score below several bands counts for the lowest alone.',
    zh: '扣款档为 {bands}；同时低于多档的，仅按最低一档扣减。',
  },
  'cap.period': {
    en: 'Cap {id}: the fees of one period, before tax, true-ups and corrections, pass-through and rebates aside, {period}.',
    zh: '封顶 {id}：除代垫与返点外，每期费用（不含税费、往期补差与更正）{period}。',
  },
  'cap.term': {
    en: 'Cap {id}: the fees of the whole term with their true-ups, before tax and corrections, pass-through and rebates aside, {term}; what both agree on in a dispute counts, an open dispute does not.',
    zh: '封顶 {id}：除代垫与返点外，整个合同期的费用（含往期补差，不含税费与更正）{term}；双方就争议议定的金额计入，未了结的争议不计入。',
  },
  'cap.both': {
    en: 'Cap {id}: the fees of one period, before tax, true-ups and corrections, pass-through and rebates aside, {period}, and those of the whole term with their true-ups {term}; what both agree on in a dispute counts, an open dispute does not.',
    zh: '封顶 {id}：除代垫与返点外，每期费用（不含税费、往期补差与更正）{period}，整个合同期的费用（含往期补差，不含税费与更正）{term}；双方就争议议定的金额计入，未了结的争议不计入。',
  },
  'fee.pass_through': {
    en: 'For each period the brand pays back to the provider what it has spent, {cost}, as the pass-through {id}, outside guarantee, cap and penalties.',
    zh: '品牌方每期按 {cost} 偿付服务方的代垫款 {id}，不计入保底、封顶与扣款。',
  },
  'markup.onCost': { en: 'On the cost comes a markup of {share}.', zh: '在成本之上加收 {share}。' },
  'markup.gross': { en: 'Of what is paid, {share} is the markup.', zh: '加收部分占支付额的 {share}。' },
  upTo: {
    en: 'What this comes to for a period, markup included and tax left out, is paid up to {upTo}; what is above that is paid once the brand has confirmed it in a review.',
    zh: '每期应付额（含加收部分，不含税费）不超过 {upTo} 的部分即付，超过的部分待品牌方复盘确认后支付。',
  },
  'upTo.none': { en: 'No limit is set for a period.', zh: '每期不设限额。' },
  'taxed.yes': { en: 'It is taxed.', zh: '该款项计税。' },
  'taxed.no': { en: 'It is not taxed.', zh: '该款项不计税。' },
  'fee.tax': {
    en: 'Tax {id}: to everything taxable that a statement pays, {rate} is added; statements write it as {label}.',
    zh: '税费 {id}：以结算单全部应税的应付金额为计税基数，按 {rate} 另行计税，结算单上列示为{label}。',
  },
} as const satisfies Readonly<Record<string, Message>>;
