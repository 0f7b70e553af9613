import type { LintEntry } from './lints.js';

/** Lint rules about values that are allowed, and are mostly slips: nothing is paid, or more than there is. */
export const SLIP_LINTS = {
  'kpi-without-pay': {
    severity: 'info',
    text: {
      en: 'No fee goes by the score of "{kpi}": it moves no money',
      zh: '没有费用取决于“{kpi}”的得分：它不影响任何金额',
    },
    explanation: {
      en: 'A KPI is what pay goes by. Where no bonus and no penalty is by it or by a composite in which it weighs something, its target is a wish.',
      zh: '考核指标用于计付费用。若没有奖金或扣款按它、或按它占有权重的综合得分计算，目标就只是愿望。',
    },
    fix: {
      en: 'Pay a bonus by it, or write its metric in "watch", where it is measured and shown.',
      zh: '让某项奖金按它计付；或把其指标写入 watch，只计量、展示。',
    },
  },
  'never-pays': {
    severity: 'warning',
    text: { en: '"{fee}" comes to nothing in any period: it is 0 throughout', zh: '“{fee}”在任何结算期都为零：全程写的是 0' },
    explanation: {
      en: 'A fee may be 0 until it begins, or from when it ends. One that is 0 in every period has a line on each statement and is never paid.',
      zh: '费用在开始之前或结束之后可以写 0；若每一期都是 0，每份结算单都会列出它，却从不支付。',
    },
    fix: { en: 'Write the amount that is agreed, or take the fee out.', zh: '写明约定的金额，或删除该费用。' },
  },
  'cap-of-nothing': {
    severity: 'warning',
    text: {
      en: '"{fee}" is a cap of 0 from {period} on: of all fees under it nothing is paid',
      zh: '“{fee}”自 {period} 起封顶为 0：其下的全部费用都不支付',
    },
    explanation: {
      en: 'A cap of 0 is no missing cap: it cuts everything that is earned to nothing.',
      zh: '封顶写 0 并非没有封顶，而是把应得费用全部削减为零。',
    },
    fix: { en: 'Write none, if there is no cap in these periods, or the amount.', zh: '这些结算期若不封顶，请写 none；否则写明金额。' },
  },
  'cost-waits': {
    severity: 'warning',
    text: {
      en: 'Every cost of "{fee}" waits for a review of the brand from {period} on: its upTo is 0',
      zh: '自 {period} 起，“{fee}”的全部代垫都须品牌方复盘确认后才支付：upTo 为 0',
    },
    explanation: {
      en: 'What exceeds upTo is paid after a review. Above 0 that is everything.',
      zh: '超过 upTo 的部分须复盘确认后才支付；超过 0 就是全部。',
    },
    fix: { en: 'Leave upTo out, if nothing has to wait, or write the amount.', zh: '若无须确认，请删去 upTo；否则写明金额。' },
  },
  'grace-all-term': {
    severity: 'warning',
    text: {
      en: 'Grace lasts {found} periods, and the term has {periods}: every line of {fees} is 0',
      zh: '缓冲期为 {found} 期，而合同共 {periods} 期：{fees} 每期都为 0',
    },
    explanation: {
      en: 'Fees in grace are 0. Where grace goes on to the end of the term, they have no effect at all.',
      zh: '缓冲期内所列费用为 0；若缓冲期覆盖到合同结束，这些费用就毫无作用。',
    },
    fix: { en: 'Shorten grace, or take these fees out.', zh: '缩短缓冲期，或删除这些费用。' },
  },
  'share-beyond-whole': {
    severity: 'warning',
    text: {
      en: '{what} of "{of}" is {found}: more than {most} is hardly ever agreed',
      zh: '“{of}”的{what}为 {found}：极少会约定超过 {most}',
    },
    explanation: {
      en: 'Mostly 106% was to be 6%, or an amount stands where a share belongs: 5000% of a pool of 5,000 are 250,000.',
      zh: '多半是把 6% 写成 106%，或在填比例处写了金额：5,000 的奖金池写 5000%，就是 250,000。',
    },
    fix: { en: 'Correct it, if it is a slip.', zh: '若为笔误，请更正。' },
  },
  'tax-label-differs': {
    severity: 'warning',
    text: {
      en: 'The tax "{fee}" is called {label}, and its rate is {rate}',
      zh: '税费“{fee}”的名称写明 {label}，税率却是 {rate}',
    },
    explanation: {
      en: 'The statement prints the label beside the amount, and who reads it reckons with the rate that it names.',
      zh: '结算单会在金额旁印出该名称，阅读者会按其中的税率核对。',
    },
    fix: { en: 'Correct the rate or the label.', zh: '更正税率或名称。' },
  },
  'target-leaps': {
    severity: 'warning',
    text: {
      en: 'The target of "{kpi}" goes from {old} to {now} in {period}, {times} times as much',
      zh: '“{kpi}”的目标自 {period} 起由 {old} 变为 {now}，相差 {times} 倍',
    },
    explanation: {
      en: 'A point or a zero that slipped makes a target that everything reaches, or nothing.',
      zh: '小数点或零写错一位，目标就会变得人人能达到，或谁也达不到。',
    },
    fix: { en: 'Correct the target, if it is a slip.', zh: '若为笔误，请更正目标。' },
  },
  'tier-small': {
    severity: 'warning',
    text: {
      en: 'A tier of "{fee}" begins at {from} {currency}, no more than the fixed fee of one period ({amount})',
      zh: '“{fee}”的一档从 {from} {currency} 起，还不到一期的固定服务费（{amount}）',
    },
    explanation: {
      en: 'Tiers are of what is sold, and that is many times the fixed fee: mostly they were counted in thousands.',
      zh: '各档按销售额划分，通常是固定服务费的许多倍；多半是以千或万为单位写的。',
    },
    fix: { en: 'Write the amount out, if it was counted in thousands.', zh: '若以千或万为单位，请完整写出金额。' },
  },
  'limits-contradict': {
    severity: 'warning',
    text: { en: 'In "{fee}" {limits}', zh: '“{fee}”中，{limits}' },
    explanation: {
      en: 'One of the two then has no effect: nothing is left for it to limit.',
      zh: '这样其中之一就不起作用：已没有可限制的部分。',
    },
    fix: { en: 'Correct whichever of the two is a slip.', zh: '请更正其中写错的一个。' },
  },
  'milestone-out-of-reach': {
    severity: 'warning',
    text: {
      en: 'The milestone "{fee}" is reached at {at} of "{metric}", whose target is {target} for "{kpi}"',
      zh: '里程碑“{fee}”须“{metric}”达到 {at}，而考核指标“{kpi}”对它的目标是 {target}',
    },
    explanation: {
      en: 'A ratio does not add up over the term: one that is to be 3 is never 100,000. Mostly another metric was meant.',
      zh: '比率不会随合同期累加：目标为 3 的指标永远到不了 100,000；多半本想写另一个指标。',
    },
    fix: { en: 'Name the metric that is to reach it, or correct the number.', zh: '改写应达到该值的指标，或更正数字。' },
  },
  'term-day-more': {
    severity: 'warning',
    text: {
      en: 'The term ends on {to}, the first day of one more month or year: both days of a term count',
      zh: '合同期止于 {to}，多出了下一个月或下一年的第一天：起止两日均计入合同期',
    },
    explanation: {
      en: 'A year from 1 July ends on 30 June. With 1 July there is one period more, of a single day, with a statement of its own.',
      zh: '自 7 月 1 日起的一年止于 6 月 30 日；写成 7 月 1 日，就会多出只有一天的一期，并单独出一份结算单。',
    },
    fix: { en: 'Write {last}, the day before, if that is the last day.', zh: '若最后一天是其前一日，请写 {last}。' },
  },
} as const satisfies Readonly<Record<string, LintEntry>>;
