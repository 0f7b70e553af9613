import type { Locale, Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What `concord status` says, and the entries of `concord calendar`. */
export const STATUS_TEXT = {
  title: { en: 'Status', zh: '状态总览' },
  'each-zone': { en: '{days} (each contract by its own zone)', zh: '{days}（各合同按自身时区）' },
  'as-of': { en: 'as of {asOf}', zh: '截至 {asOf}' },
  'calendar-from': { en: 'from {asOf} on', zh: '自 {asOf} 起' },
  'day-overdue': { en: '{on}, overdue', zh: '已逾期（到期日 {on}）' },
  'column.next': { en: 'Next: by when, who, what', zh: '下一步：期限、责任方、事项' },
  'column.contract': { en: 'Contract', zh: '合同' },
  'column.running': { en: 'Running', zh: '当前结算期' },
  'column.open': { en: 'Open', zh: '未结金额' },
  overdue: { en: 'overdue {amount}', zh: '逾期 {amount}' },
  waits: { en: 'To be dealt with: ', zh: '待处理：' },
  awaited: { en: '{count} {count:true-up waits|true-ups wait} to be acknowledged', zh: '往期补差待确认 {count} 项' },
  'counts-next': {
    en: '{count} {count:true-up counts|true-ups count} in the next statement',
    zh: '{count} 项往期补差将计入下一份结算单',
  },
  'released-next': {
    en: '{count} {count:hold has|holds have} been reviewed: the next statement counts {count:it|them}',
    zh: '已提交复盘 {count} 项，下一份结算单计入',
  },
  'paid-alone': { en: '{amount} filed as paid by {party} alone, on no statement yet', zh: '{amount} 仅由{party}申报已付，尚未列入结算单' },
  differs: { en: '{party} has measured {period} and found it different', zh: '{party}独立取数核对 {period}：不一致' },
  late: { en: 'data late: {facts}', zh: '数据滞后：{facts}' },
  'doer.both': { en: 'both parties', zh: '双方' },
  'doer.either': { en: 'either party', zh: '任一方' },
  'doer.workflow': { en: 'the workflow settle', zh: '工作流 settle' },
  'task-line': { en: '{on}, {by}: {what}', zh: '{on}，{by}：{what}' },
  'task-undated': { en: '{by}: {what}', zh: '{by}：{what}' },
  'task-overdue': { en: '{on}, overdue, {by}: {what}', zh: '已逾期（到期日 {on}），{by}：{what}' },
  'task.mend': {
    en: 'mend {errors} {errors:error|errors}, which `concord check {contract}` lists',
    zh: '修正 {errors} 处错误，运行 `concord check {contract}` 可查看',
  },
  'task.mend.page': { en: 'mend {errors} {errors:error|errors} in the contract', zh: '修正合同中的 {errors} 处错误' },
  'task.ratify.page': { en: 'ratify what stands on the default branch', zh: '就默认分支上的文本达成一致' },
  'task.hand-over.page': { en: 'complete the handover', zh: '完成交接' },
  'task.ratify': {
    en: 'ratify what stands on the default branch: `concord audit` says what',
    zh: '就默认分支上的文本达成一致：详见 `concord audit`',
  },
  'task.settle': { en: 'settle {period}', zh: '结算 {period}' },
  'task.settle.by-hand': { en: '{what}: run `concord settle`', zh: '{what}：请运行 `concord settle`' },
  'task.settle.several': {
    en: 'settle {period} to {last}, {count} periods',
    zh: '结算 {period} 至 {last}，共 {count} 期',
  },
  'task.accept': {
    en: 'accept {period}, or dispute a line that its statement lists: pull request #{pullRequest}',
    zh: '确认 {period}，或对其结算单所列的项目提出争议：合并请求 #{pullRequest}',
  },
  'task.pay': { en: 'pay {amount} for {period}', zh: '支付 {period} 的 {amount}' },
  'task.repay.of': {
    en: 'pay back {amount} of {period}, or have it set against later statements',
    zh: '退还 {period} 的 {amount}，或冲抵以后的结算单',
  },
  'task.repay': { en: 'pay back {amount}, or have it set against later statements', zh: '退还 {amount}，或冲抵以后的结算单' },
  'task.check': {
    en: 'check the statement of {period}; after that a line can be disputed only once a true-up moves it',
    zh: '核对 {period} 结算单；逾期后，仅往期补差所变动的项目可再提出争议',
  },
  'task.resolve': {
    en: 'resolve the dispute that {party} filed of {line} in {period}, or it lapses: claimed {claimed}, “{reason}”',
    zh: '就{party}对 {period} 的 {line} 提出的争议达成和解，逾期未和解即失效：主张 {claimed}，“{reason}”',
  },
  'task.resolve.escalated': {
    en: 'resolve the dispute that {party} filed of {line} in {period}, as the expert ({expert}), who has it since {on}, decides, or it lapses: claimed {claimed}, “{reason}”',
    zh: '就{party}对 {period} 的 {line} 提出的争议（{on} 已提交专家：{expert}）按专家意见达成和解，逾期未和解即失效：主张 {claimed}，“{reason}”',
  },
  'task.deliver': {
    en: 'put right what holds {lines}: {reason}; the first statement from that day on decides',
    zh: '补齐或更正数据，以解除 {lines} 的暂缓结算：{reason}；自该日起的首份结算单按约定最终了结',
  },
  'task.review': {
    en: 'file a review of what holds {lines}: {reason}; the first statement from that day on decides',
    zh: '提交复盘，以解除 {lines} 的暂缓结算：{reason}；自该日起的首份结算单按约定最终了结',
  },
  'task.besides': { en: '{reason}; held besides because: {others}', zh: '{reason}；此外还因：{others}' },
  'task.acknowledge': {
    en: 'acknowledge {line} ({moves}) in a review, or dispute it; without either it counts from {from} on',
    zh: '在复盘中确认 {line}（{moves}），或对其提出争议；两者皆无的，自 {from} 起计入',
  },
  'task.duty': { en: '{duty} ({period}): to be done and filed', zh: '{duty}（{period}）：完成并提交履行记录' },
  'task.duty.overdue': {
    en: '{duty} ({period}): to be done and filed. {effect}',
    zh: '{duty}（{period}）：完成并提交履行记录。{effect}',
  },
  'task.duty.unclaimed': {
    en: '{duty} ({period}): not shown to be done by its day; to be done and filed. {claim} {effect}',
    zh: '{duty}（{period}）：到期日已过，尚无履行记录，请完成并提交履行记录。{claim}{effect}',
  },
  'task.claim': {
    en: 'last day to claim that {party} was late with a duty: {duty} ({period})',
    zh: '对 {party} 的义务“{duty}”（{period}）主张逾期的最后一天',
  },
  'task.answer': {
    en: 'accept or refuse milestone "{milestone}", or it counts as accepted',
    zh: '对里程碑“{milestone}”作出验收答复，否则视为验收通过',
  },
  'task.ask.refused': {
    en: 'milestone "{milestone}" was refused on {on}: “{reason}”; ask again for its acceptance, or dispute its line; after that day it can no longer be asked for',
    zh: '里程碑“{milestone}”于 {on} 验收不通过：“{reason}”；请再次申请验收，或对其款项提出争议，逾期不能再申请',
  },
  'task.ask': {
    en: 'ask for acceptance of milestone "{milestone}"; after that day it can no longer be asked for',
    zh: '申请验收里程碑“{milestone}”，逾期不能再申请',
  },
  'task.examine': {
    en: 'file a review of {count} {count:anomaly|anomalies} in {period}; without one by its statement they hold the fees that depend on them',
    zh: '提交复盘，确认 {period} 的 {count} 项异常；至结算时仍未复盘的，相关费用暂缓结算',
  },
  'task.hand-over.overdue': {
    en: 'complete the handover if it is not: no file says so, and `concord exit {contract}` lists what is to be handed over',
    zh: '交接如未完成，请尽快完成（系统没有完成记录）；应移交的事项见 `concord exit {contract}`',
  },
  'task.hand-over': {
    en: 'complete the handover: `concord exit {contract}` lists what is to be handed over',
    zh: '完成交接：`concord exit {contract}` 列出应移交的事项',
  },
  'more-tasks': { en: '{count} more: `concord status {contract}`', zh: '另有 {count} 项：`concord status {contract}`' },
  'task.none': { en: 'nothing to do; {period} is settled from {on} on', zh: '暂无待办；{period} 自 {on} 起结算' },
  'task.nothing': { en: 'nothing to do', zh: '暂无待办' },
  'running.period': { en: '{period}, settled from {on} on', zh: '{period}，{on} 起结算' },
  'running.unsettled': { en: '; {period} has ended, settled from {on} on', zh: '；{period} 已结束，{on} 起结算' },
  'running.not_begun': { en: 'begins on {on}', zh: '{on} 开始' },
  'running.ending': {
    en: '; ended early by {party}, last day in force {on}',
    zh: '；{party} 已提前终止，最后有效日 {on}',
  },
  'running.over': { en: 'over; tails follow', zh: '合同期已满，尾期结算中' },
  'running.ended': {
    en: 'ended early by {party}, last day in force {on}; tails follow',
    zh: '{party} 已提前终止，最后有效日 {on}，尾期结算中',
  },
  'running.final': { en: 'finally settled', zh: '已最终结算' },
  'open-by': { en: '{amount} by {party}', zh: '{party} 应付 {amount}' },
  'open-by-on': { en: '{amount} by {party} until {on}', zh: '{party} 应付 {amount}，到期日 {on}' },
  'open-all-overdue': { en: '{amount} by {party}, overdue', zh: '{party} 应付 {amount}，已逾期' },
  'open-overdue': { en: '{amount} by {party}, of which overdue {overdue}', zh: '{party} 应付 {amount}，其中逾期 {overdue}' },
  'to-date': {
    en: 'How a running period goes needs data: `concord score <contract>` has its KPIs so far, `concord outlook <contract>` what it may pay.',
    zh: '当前结算期的进度需要取数：`concord score <合同>` 列出考核指标截至目前的数值，`concord outlook <合同>` 预计应付金额。',
  },
  'late-data': {
    en: '"data late" is what the last statement found incomplete.',
    zh: '“数据滞后”指最近一份结算单发现的不完整数据。',
  },
  'run.unasked': {
    en: 'Whether the workflow settle still runs, what waits for approval and what is ratified is asked with `--forge` and a token that may read Actions.',
    zh: '工作流 settle 是否仍在运行、哪些事项待批准、合同文本是否已经双方议定，可用 `--forge`（令牌须可读取 Actions）查询。',
  },
  'run.none': {
    en: 'No workflow settles here: whoever runs `concord settle` does. What waits for approval and what is ratified is asked with `--forge`.',
    zh: '此仓库没有定时结算的工作流，由任一方运行 `concord settle` 结算。哪些事项待批准、合同文本是否已经双方议定，可用 `--forge` 查询。',
  },
  'run.last': { en: 'The workflow settle last ran on {on}: {conclusion}.', zh: '工作流 settle 最近一次运行：{on}，结果 {conclusion}。' },
  'ended.success': { en: 'it succeeded', zh: '成功' },
  'ended.failure': { en: 'it failed', zh: '失败' },
  'ended.startup_failure': { en: 'it could not start', zh: '未能启动' },
  'ended.cancelled': { en: 'somebody stopped it', zh: '被人取消' },
  'ended.timed_out': { en: 'it took too long and was stopped', zh: '超时中止' },
  'ended.action_required': { en: 'it waits for somebody to approve it', zh: '待人批准运行' },
  'ended.skipped': { en: 'it had nothing to do', zh: '无须执行，已跳过' },
  'stopped.disabled_inactivity': { en: 'after 60 days without a change of the repository', zh: '仓库 60 天无变动' },
  'stopped.disabled_manually': { en: 'by hand', zh: '人工停用' },
  'stopped.disabled_fork': { en: 'because this is a fork', zh: '此仓库为派生仓库（fork）' },
  'run.never': { en: 'The workflow settle has never run.', zh: '工作流 settle 从未运行。' },
  'run.missing': { en: 'There is no workflow settle in this repository.', zh: '此仓库没有工作流 settle。' },
  'run.stopped': {
    en: 'GitHub has switched the workflow settle off ({state}): nothing is settled until somebody switches it on under Actions.',
    zh: 'GitHub 已停用工作流 settle（{state}）：须在 Actions 中重新启用，否则不会再结算。',
  },
  'run.quiet': {
    en: 'The workflow settle has not run for {days} days: look under Actions whether it still does.',
    zh: '工作流 settle 已 {days} 天未运行：请在 Actions 中确认其是否仍在运行。',
  },
  unread: {
    en: '{contract} cannot be read, so that nothing is said of it: `concord check {contract}` lists {errors} {errors:error|errors} to mend',
    zh: '合同 {contract} 无法读取，因此未列其事项：须先修正 {errors} 处错误，运行 `concord check {contract}` 可查看',
  },
  'unread.settled': {
    en: '{contract} cannot be read, so that only what its statements have fixed is told: `concord check {contract}` lists {errors} {errors:error|errors} to mend',
    zh: '合同 {contract} 无法读取，因此仅列结算单已确定的事项：须先修正 {errors} 处错误，运行 `concord check {contract}` 可查看',
  },
  calendar: { en: 'Calendar', zh: '日历' },
  'calendar-none': { en: 'No day lies ahead.', zh: '此后没有待办日期。' },
  'column.day': { en: 'Day', zh: '日期' },
  'column.who': { en: 'Who', zh: '责任方' },
  'column.what': { en: 'What', zh: '事项' },
  'calendar-name': { en: 'Concord: {contracts}', zh: 'Concord：{contracts}' },
  'event.settles': { en: '{period} can be settled', zh: '{period} 可以结算' },
  'event.notice': {
    en: 'last day to give notice, if the term is to end before {on}',
    zh: '提前终止通知的最后一天（合同于 {on} 期满）',
  },
  'event.term-end': { en: 'the term ends', zh: '合同期届满' },
  'event.ended': { en: 'ended early by {party}: last day in force', zh: '提前终止（{party} 提出）：最后有效日' },
  'event.handover': { en: 'handover is to be done', zh: '交接完成期限' },
  'event.target': { en: 'target of {kpi} becomes {value}', zh: '{kpi} 的目标值调整为 {value}' },
  'remind.contract': { en: '{title} ({contract})', zh: '{title}（{contract}）' },
  'remind.line': { en: '{when}, {on}: {what}', zh: '{when}（{on}）：{what}' },
  'remind.line-by': { en: '{when}, {on}, {by}: {what}', zh: '{when}（{on}），{by}：{what}' },
  'remind.owed': {
    en: 'Owed to {payee} by {payer}: {amount} for {period}, due on {on}, {when}',
    zh: '应收款：{payer} 应付 {payee} 的 {period} 结算款 {amount}，{when}（到期日 {on}）',
  },
  'remind.owed-back': {
    en: 'Owed back to {payee} by {payer}: {amount} of {period}, due on {on}, {when}',
    zh: '应收款：{payer} 应退 {payee} 的 {period} 结算款 {amount}，{when}（到期日 {on}）',
  },
  'remind.ahead': { en: 'In {days} days', zh: '{days} 天后' },
  'remind.tomorrow': { en: 'Tomorrow', zh: '明天' },
  'remind.today': { en: 'Today', zh: '今天' },
  'remind.overdue': { en: '{days} {days:day|days} overdue', zh: '已逾期 {days} 天' },
  'remind.past': { en: '{days} {days:day|days} ago', zh: '{days} 天前' },
  'remind.none': {
    en: 'Nothing to tell on {asOf}. `concord calendar` has the days to come, of which people are told some days ahead: `--as-of` of such a day shows what is told then.',
    zh: '{asOf} 没有须告知的事项。`concord calendar` 列出今后各日，提醒会提前数日发出：用 `--as-of` 指定提前的那一天，可查看届时的提醒。',
  },
  'event.title': { en: '{contract}: {what}', zh: '{contract}：{what}' },
  'event.by': { en: 'Who: {by}', zh: '责任方：{by}' },
} as const satisfies Readonly<Record<string, Message>>;

export type StatusTextKey = keyof typeof STATUS_TEXT;

/** What the forge calls how a run has ended, or why it runs no more; its own word where it has a new one. */
export function forgeWord(of: 'ended' | 'stopped', word: string, locale: Locale): string {
  const key = `${of}.${word}`;
  return isStatusKey(key) ? statusText(key, locale) : word;
}

function isStatusKey(key: string): key is StatusTextKey {
  return Object.hasOwn(STATUS_TEXT, key);
}

/** An entry of {@link STATUS_TEXT} in a language, its places filled. */
export const statusText = saying(STATUS_TEXT);
