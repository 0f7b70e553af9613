import type { Message } from '../kernel/text.js';

/** The first lines of a statement or scorecard: what is to be paid, by when, until when it may be disputed, what waits for whom. */
export const FIRST_LINES = {
  payBy: { en: 'Pay by', zh: '到期日' },
  payByOpen: { en: '{on}; {amount} is still to pay', zh: '{on}；尚应付 {amount}' },
  payByNone: { en: 'the contract names no day', zh: '合同未约定' },
  payNothing: { en: 'nothing: earlier payments cover it', zh: '无须付款：以往付款已足额冲抵' },
  paidInFull: { en: 'paid in full as of {asOf}', zh: '截至 {asOf} 已全额支付' },
  payByRefund: { en: '{on}, or set against later statements', zh: '{on}，或冲抵以后的结算单' },
  payByRefundLeft: {
    en: '{on}; {setOff} is set against what {brand} owes, {left} is left',
    zh: '{on}；其中 {setOff} 已与 {brand} 的应付款相抵，尚应退 {left}',
  },
  payBySetOff: { en: 'nothing by itself: it is set against what {brand} owes', zh: '无须另付：已与 {brand} 的应付款相抵' },
  recordPayment: { en: 'Record the payment', zh: '登记付款' },
  openBefore: { en: 'Open from before', zh: '往期未结' },
  openBeforeOn: { en: '{period} {amount}, due on {on}', zh: '{period} {amount}，到期日 {on}' },
  openBeforeOverdue: { en: '{period} {amount}, due on {on}, overdue', zh: '{period} {amount}，已逾期（到期日 {on}）' },
  openBeforeUndated: { en: '{period} {amount}', zh: '{period} {amount}' },
  disputeUntil: { en: 'Dispute until', zh: '异议截止日' },
  disputeByForm: { en: '{until}, that day included: {form}', zh: '{until}（含当日）：{form}' },
  disputeByFormNamed: { en: '{until}, that day included, by the form "{form}"', zh: '{until}（含当日），可用表单“{form}”' },
  disputeByCommand: {
    en: '{until}, that day included, by the form "{form}" or {command}',
    zh: '{until}（含当日），可用表单“{form}”或 {command}',
  },
  disputeAgain: { en: 'Open again', zh: '往期项目' },
  disputeTrueUps: {
    en: 'each earlier line of which a true-up is listed may be disputed in its own period, too, until {until}, by a party that has not disputed it',
    zh: '列有往期补差的往期项目，尚未提出过争议的一方可在 {until}（含）前就其所属期提出争议',
  },
  acceptedBy: { en: 'Accepted', zh: '确认方式' },
  acceptedBoth: {
    en: 'once both parties approve its pull request; on the default branch it is accepted',
    zh: '双方批准其合并请求即为确认；已并入默认分支的即已确认',
  },
  acceptedBySilence: {
    en: 'once both parties approve its pull request, or on {on} unless it is disputed; on the default branch it is accepted',
    zh: '双方批准其合并请求，或至 {on} 无人提出争议，即为确认；已并入默认分支的即已确认',
  },
  acceptedOn: {
    en: 'once both parties approve its pull request, or on {on}; on the default branch it is accepted',
    zh: '双方批准其合并请求即为确认，未批准的至 {on} 自动确认；已并入默认分支的即已确认',
  },
  whoAccepted: {
    en: 'Who has approved and who is still to: the table of the other comment here, brought up to date with every approval.',
    zh: '谁已批准、尚待谁批准：见本请求中另一条评论的表格，每次批准后更新。',
  },
  heldFor: { en: 'Held', zh: '暂缓结算' },
  heldNeeds: { en: '{lines}: {reason}. Needed: {need}', zh: '{lines}：{reason}。所需：{need}' },
  'data.complete': { en: 'complete data', zh: '补齐数据' },
  'data.once': { en: 'data without doubled rows', zh: '提供没有重复行的数据' },
  'data.filled': { en: 'data without gaps in amounts and currencies', zh: '补全金额与币种' },
  'data.rates': { en: 'usable exchange rates', zh: '提供可用的汇率' },
  'data.and': { en: ' and ', zh: '、' },
  'data.one-currency': { en: 'data without amounts in other currencies', zh: '提供不含其他币种金额的数据' },
  'data.agreeing': { en: 'data that agree within the tolerance', zh: '使对账数据差异回到容差以内' },
  needData: { en: '{data} from {custodians}', zh: '{custodians} {data}' },
  needReview: { en: 'a review that acknowledges {id}', zh: '复盘确认 {id}' },
  needRowsOrReview: {
    en: 'the missing data, or, where there is none, a review that acknowledges {id}',
    zh: '补上缺少的数据；确无数据的，复盘确认 {id}',
  },
  needDataAndReview: {
    en: '{data} from {custodians}, and a review that acknowledges {id}',
    zh: '{custodians} {data}，且复盘确认 {id}',
  },
  needThenReview: {
    en: '; where {id} still does not agree then, a review that acknowledges it as well',
    zh: '；届时 {id} 仍超出容差的，另须复盘确认',
  },
  needNothing: {
    en: 'nothing from either party; the next settlement that can compute it pays',
    zh: '无须双方提供，待下次结算可计算时支付',
  },
  settledOn: { en: 'Settled on', zh: '结算日' },
  settledFrom: {
    en: '{on} or later; then {days} {days:day|days} to dispute',
    zh: '{on} 或之后；其后异议期 {days} 天',
  },
  settledAndDue: {
    en: '{on} or later; then {days} {days:day|days} to dispute, and {due} {due:day|days} more to pay',
    zh: '{on} 或之后；其后异议期 {days} 天，再 {due} 天内付款',
  },
  settledFor: {
    en: 'This period is settled: {amount} as of {asOf}, run {run}.',
    zh: '本期已结算：{amount}（截至 {asOf}，第 {run} 次计算）。',
  },
  settledUntil: { en: 'May be disputed until {until}.', zh: '异议截止日 {until}。' },
  settledUntilOver: { en: 'It could be disputed until {until}.', zh: '异议截止日 {until} 已过。' },
  settledUndisputable: { en: 'It lists nothing that could be disputed.', zh: '未列任何可争议的项目。' },
  settledDue: { en: 'It is due on {on}.', zh: '到期日 {on}。' },
  settledUndated: { en: 'The contract names no day to pay by.', zh: '合同未约定到期日。' },
  settledOthers: {
    en: 'Its statement also has {amount} of true-ups and corrections, before tax; what follows is what this period itself comes to.',
    zh: '其结算单另有往期补差与更正 {amount}（不含税）；以下仅为本期自身各项。',
  },
  settledSame: {
    en: 'Measured again now, every line comes to what has been settled for it, true-ups of later statements included. What follows settles nothing.',
    zh: '现在重新取数，各项均与已结算金额（含以后结算单的往期补差）一致。以下内容不构成结算。',
  },
  settledDiffers: {
    en: 'Measured again now, these lines come to something else; the next statement settles it as true-ups.',
    zh: '现在重新取数，以下项目与已结算金额不同；下一份结算单将作往期补差结清。',
  },
  settledStays: {
    en: 'Measured again now, these lines come to something else, and stay as settled all the same: they are final, or too old for a true-up.',
    zh: '现在重新取数，以下项目与已结算金额不同，但仍维持已结算金额：已属最终结果，或已超出往期补差期限。',
  },
  settledNothing: { en: 'What follows settles nothing.', zh: '以下内容不构成结算。' },
  settledSoFar: { en: 'Settled so far ({currency})', zh: '已结算（{currency}）' },
  measuredNow: { en: 'Now ({currency})', zh: '现为（{currency}）' },
  settledDifference: { en: 'Difference', zh: '差额' },
  totalNow: { en: 'Would pay, measured now', zh: '按现有数据应付' },
  waitsUntil: { en: '{text}, or until {on}', zh: '{text}；至 {on} 仍未确认的，自该日起计入' },
  asFor: { en: 'as for {line}', zh: '原因同 {line}' },
  withoutEffect: { en: 'Without effect in this period', zh: '本期未产生金额的条款' },
} as const satisfies Record<string, Message>;
