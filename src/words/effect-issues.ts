import type { IssueEntry } from './issue-entry.js';
import { orTakenBackInTime, paymentPutRight, takenBackInTime } from './taken-back.js';

const REMOVE = takenBackInTime('.', '。');
const CORRECT = takenBackInTime(
  '; where both parties agree that an amount was wrong, file a correction of its line.',
  '；双方均认为金额有误的，就该项目提交更正（correction）。',
);

/**
 * What events say without moving anything. One that never can is refused where it is written, and stands as a warning where it has come in
 * already: a record is never taken away. One that may have an effect later is a warning everywhere.
 */
export const EFFECT_ISSUES = {
  'after-final': {
    text: {
      en: 'The statement of {period} is final: this {kind} has no effect any more',
      zh: '{period} 的结算单为最终结算单：此{kind}不再产生任何效力',
    },
    explanation: {
      en: 'After the final statement only a correction, or a dispute in time of what that statement lists, makes one more.',
      zh: '最终结算单之后，只有更正，或在期限内对该结算单所列各项目提出的争议，才会再产生一期结算单。',
    },
    fix: {
      en: 'Do not file it; one that is merged stays as a record. Where both parties agree that an amount was wrong, they file a correction: `concord event correction` shows what it needs.',
      zh: '请勿提交；已合并的保留作为记录。双方均认为金额有误的，提交更正：`concord event correction` 会列出所需内容。',
    },
  },
  'period-closed': {
    text: {
      en: '{period} is settled and not measured again, so this {kind} has no effect on it: true-ups look back at {from} and later',
      zh: '{period} 已结算且不再重新取数，此{kind}对其不产生任何效力：往期补差只回溯到 {from}',
    },
    explanation: {
      en: 'What happened counts for periods that are still measured: the one that is settled next, calendar.trueUpPeriods before it, and those with a line that is held. A duty or an agreed waiver counts for a large true-up that waits as well.',
      zh: '事件只对仍在计量的结算期生效：下一个待结算的结算期、此前 calendar.trueUpPeriods 个结算期，以及尚有款项暂缓结算的结算期。义务事件与约定的豁免，对仍在等待的大额往期补差同样生效。',
    },
    ...CORRECT,
  },
  'excludes-after-end': {
    text: {
      en: 'By {file} the term ends on {end}: this exclusion is of days or periods after it and leaves nothing out',
      zh: '合同期已因 {file} 于 {end} 终止：本剔除针对其后的日期或结算期，未剔除任何内容',
    },
    explanation: {
      en: 'Nothing is measured after the day for which the contract was terminated, so there is nothing to leave out.',
      zh: '终止日之后不再计量，因此没有可剔除的内容。',
    },
    ...orTakenBackInTime('Correct the window or the periods to lie in the term', '将窗口或结算期更正到合同期之内'),
  },
  'remeasure-settled': {
    text: {
      en: 'The statement of {period} is accepted: it is not measured anew',
      zh: '{period} 的结算单已确认，不会重新取数',
    },
    explanation: {
      en: 'Only a statement that is proposed and not accepted yet is measured anew. Data that came later are true-ups of the next statements.',
      zh: '只有已提出、尚未确认的结算单才会重新取数。此后到达的数据在以后各期结算单中作往期补差。',
    },
    ...takenBackInTime(
      ': the next statements true up what has changed in the data. For anything else agree on a correction.',
      '：数据的变化由以后各期结算单作往期补差；其他差错由双方约定更正（correction）。',
    ),
  },
  'remeasure-not-due': {
    text: {
      en: '{period} has no statement to measure anew: it is due on {dueOn}, and this remeasure is of {date}',
      zh: '{period} 尚无可重新取数的结算单：该期 {dueOn} 到期，而本事件日期为 {date}',
    },
    explanation: {
      en: 'A remeasure is of a statement that is proposed. One that comes before it changes nothing: the statement is measured on its day anyway.',
      zh: '重新取数针对已提出的结算单；在此之前提交没有作用：结算单届时本来就会取数。',
    },
    fix: { en: 'File it once the statement is proposed.', zh: '待结算单提出后再提交。' },
  },
  'witness-not-due': {
    text: {
      en: '{period} has no statement that could be witnessed: it is due on {dueOn}, and this witness is of {date}',
      zh: '{period} 尚无可见证的结算单：该期 {dueOn} 到期，而本事件日期为 {date}',
    },
    explanation: {
      en: 'A witness measures the same period as a statement and compares. Before that is due nobody knows what it rests on.',
      zh: '见证是对结算单的同一结算期独立取数并比对；到期之前无从知道结算单依据什么。',
    },
    fix: {
      en: 'Once the period is settled, `concord witness` measures it and writes the event.',
      zh: '待该期结算后，用 `concord witness` 取数并写出事件。',
    },
  },
  'dispute-decided': {
    text: { en: 'The dispute {id} is resolved by {file}: there is nothing to escalate', zh: '争议 {id} 已由 {file} 和解，无须再提交专家' },
    explanation: {
      en: 'A resolution fixes the line for good; escalating only gives an open dispute more time.',
      zh: '和解将该项目金额最终确定；提交专家只是延长未解决争议的期限。',
    },
    ...CORRECT,
  },
  'dispute-claims-computed': {
    severity: 'warning',
    text: {
      en: 'The line {line} of {period} comes to {amount} {currency}, and that is what the dispute claims: whichever way it ends, the line stays',
      zh: '{period} 的项目 {line} 为 {amount} {currency}，与争议主张的金额相同：无论争议如何了结，该项目都不变',
    },
    explanation: {
      en: 'A dispute says what a line should be instead. While it is open the line is also kept from true-ups.',
      zh: '争议应写明该项目本应为多少。争议未了结期间，该项目也不作往期补差。',
    },
    fix: {
      en: 'Write the amount that it should be as claimed, or remove the event; once it is merged, agree on a resolution of the right amount.',
      zh: '在 claimed 中写明应有的金额，或删除本事件；已合并的，由双方就应有金额提交和解（resolution）。',
    },
    unfiledFix: {
      en: 'Write the amount that it should be as claimed, or do not file this event.',
      zh: '在 claimed 中写明应有的金额，或不提交本事件。',
    },
  },
  'dispute-against-brand': {
    severity: 'warning',
    text: {
      en: 'The brand disputes the line {line} of {period} against itself: it comes to {amount} {currency}; at {claimed} {currency}, as claimed, the brand would pay {difference} {currency} more',
      zh: '品牌方对 {period} 的项目 {line} 提出的争议对自己不利：该项目为 {amount} {currency}；若按所主张的 {claimed} {currency}，品牌方将多付 {difference} {currency}',
    },
    explanation: {
      en: 'Amounts are positive from the brand to the provider; a deduction is negative.',
      zh: '金额以品牌方付给服务方为正数；扣款为负数。',
    },
    fix: {
      en: 'Write as claimed what the line should be, below {amount} {currency}; once it is merged, agree on a resolution. Leave it where the brand means to pay more.',
      zh: '在 claimed 中写该项目应有的金额（低于 {amount} {currency}）；已合并的，由双方提交和解（resolution）。确要多付的可保留。',
    },
  },
  'dispute-of-resolved': {
    text: {
      en: 'Both parties have fixed the line {line} of {period} for good by {file}: this dispute sets nothing aside, and its lapse pays nothing else',
      zh: '双方已以 {file} 将 {period} 的项目 {line} 最终确定：此争议不搁置任何金额，失效时也不另行支付',
    },
    explanation: {
      en: 'What a resolution fixes is neither computed again nor disputed: whichever dispute of the line it answered, it ends them all.',
      zh: '和解所确定的金额不再重新计算，也不再受理争议：无论和解答复的是该项目的哪一项争议，均一并了结。',
    },
    ...CORRECT,
  },
  'resolution-again': {
    severity: 'warning',
    text: {
      en: 'Both parties have fixed {line} of {period} by {file} already; this resolution takes its place and fixes it at {amount} {currency}',
      zh: '双方已以 {file} 将 {period} 的项目 {line} 最终确定；此和解取而代之，将其定为 {amount} {currency}',
    },
    explanation: {
      en: 'Of several resolutions of one line the latest counts, whichever of its disputes they answer.',
      zh: '同一项目有多份和解的，无论答复哪一项争议，均以最后一份为准。',
    },
    fix: {
      en: 'Leave it where both mean it so; otherwise remove it, or, once it is merged, agree on a correction.',
      zh: '双方确有此意的可保留，否则删除；已合并的，由双方约定更正（correction）。',
    },
    unfiledFix: {
      en: 'File it where both mean it so; otherwise do not.',
      zh: '双方确有此意的可提交，否则请勿提交。',
    },
  },
  'resolution-far': {
    severity: 'warning',
    text: {
      en: 'This resolution fixes {line} of {period} at {amount} {currency}, outside of what was computed and claimed ({amounts} {currency})',
      zh: '此和解将 {period} 的项目 {line} 定为 {amount} {currency}，不在计算金额与主张金额（{amounts} {currency}）的范围内',
    },
    explanation: {
      en: 'Parties mostly meet between the two. A zero too many, or a point that slipped, is paid like any amount, and a resolution is for good.',
      zh: '双方通常在两者之间达成一致。多写一个零或点错小数点，也会照付；和解一经确定，不再变动。',
    },
    fix: {
      en: 'Check the amount. Leave it where both mean it so; otherwise remove it, or, once it is merged, agree on a correction.',
      zh: '请核对金额。双方确有此意的可保留，否则删除；已合并的，由双方约定更正（correction）。',
    },
    unfiledFix: {
      en: 'Check the amount: file it where both mean it so; otherwise with the right one.',
      zh: '请核对金额：双方确有此意的可提交，否则请改为正确金额后提交。',
    },
  },
  'resolution-after-lapse': {
    severity: 'warning',
    text: {
      en: 'The dispute {id} lapsed on {lapsed}, and {line} of {period} pays as computed; this resolution fixes it at {amount} {currency} all the same, for good',
      zh: '争议 {id} 已于 {lapsed} 失效，{period} 的项目 {line} 按计算金额支付；此和解仍将该项目最终定为 {amount} {currency}，不再变动',
    },
    explanation: {
      en: 'A lapse ends what was set aside, not what both parties may agree on: a resolution counts whenever both approve it, and no later data and no waiting true-up moves the line then.',
      zh: '失效只了结搁置的金额，不妨碍双方另行议定：双方批准的和解何时提交都有效，此后的数据与等待中的往期补差均不再影响该项目。',
    },
    fix: {
      en: 'Leave it where both mean it so; where later data shall still count, agree on a correction instead.',
      zh: '双方确有此意的可保留；仍要计入后续数据的，改用更正（correction）。',
    },
  },
  'dispute-against-provider': {
    severity: 'warning',
    text: {
      en: 'The provider disputes the line {line} of {period} against itself: it comes to {amount} {currency}; at {claimed} {currency}, as claimed, the provider would get {difference} {currency} less',
      zh: '服务方对 {period} 的项目 {line} 提出的争议对自己不利：该项目为 {amount} {currency}；若按所主张的 {claimed} {currency}，服务方将少得 {difference} {currency}',
    },
    explanation: {
      en: 'Amounts are positive from the brand to the provider; a deduction is negative.',
      zh: '金额以品牌方付给服务方为正数；扣款为负数。',
    },
    fix: {
      en: 'Write as claimed what the line should be, above {amount} {currency}; once it is merged, agree on a resolution. Leave it where the provider means to take less.',
      zh: '在 claimed 中写该项目应有的金额（高于 {amount} {currency}）；已合并的，由双方提交和解（resolution）。确要少收的可保留。',
    },
  },
  'correction-waits': {
    severity: 'warning',
    text: {
      en: '{period} is not settled yet: this correction of {amount} {currency} waits for its statement, and is added to whatever {line} comes to there',
      zh: '{period} 尚未结算：这笔 {amount} {currency} 的更正要等该期结算单，届时加在项目 {line} 的计算结果之外',
    },
    explanation: {
      en: 'A correction changes what has been settled. What a line comes to is not known before.',
      zh: '更正针对已结算的金额；结算之前无从知道该项目是多少。',
    },
    fix: {
      en: 'File it once {period} is settled, unless the amount is right whatever the statement says.',
      zh: '待 {period} 结算后再提交；若无论结算单如何该金额都成立，则可保留。',
    },
  },
  'correction-after-end': {
    severity: 'warning',
    text: {
      en: 'By {file} the term ends on {end}: {period} gets no statement with lines, so this correction of {amount} {currency} of {line} never counts',
      zh: '合同期已因 {file} 于 {end} 终止：{period} 不再有列明各项目的结算单，因此对项目 {line} 的这笔 {amount} {currency} 更正不会生效',
    },
    explanation: {
      en: 'A correction of a period that is not settled waits for its statement. After the end of the term statements only true up what was settled before.',
      zh: '针对未结算期的更正要等该期结算单；合同期结束后的结算单只对此前已结算的内容作往期补差。',
    },
    fix: {
      en: 'Where the amount is still to be paid, agree on a correction of a period that is settled, or of the last one.',
      zh: '该金额仍应支付的，由双方就已结算的结算期或最后一期另行提交更正。',
    },
  },
  'payment-exceeds': {
    severity: 'warning',
    text: {
      en: 'The payment of {amount} {currency} is more than the {open} {currency} that is open by the statements so far: {over} {currency} of it is paid ahead',
      zh: '付款 {amount} {currency} 超出截至目前各期结算单未付的 {open} {currency}：其中 {over} {currency} 为预付',
    },
    explanation: {
      en: 'Payments lower the balance of all statements; what is paid ahead clears the statements to come.',
      zh: '付款冲减全部结算单的余额；预付部分冲抵以后的结算单。',
    },
    ...paymentPutRight(
      'Correct the amount, or leave it where the brand pays ahead or the statement is proposed and not accepted yet.',
      '更正金额；若确为预付，或相应结算单已提出但尚未确认，可保留。',
    ),
  },
  'payment-while-owed-back': {
    severity: 'warning',
    text: {
      en: 'The provider owes {owed} {currency} by the statements so far, and this is a payment of the brand, of {amount} {currency}: the provider then owes {then} {currency}',
      zh: '截至目前各期结算单应由服务方退还 {owed} {currency}，而本事件是品牌方付款 {amount} {currency}：此后服务方应退 {then} {currency}',
    },
    explanation: {
      en: 'An amount is positive from the brand to the provider and negative from the provider to the brand, whoever files it; `party` is who files it.',
      zh: '不论由谁提交，品牌方付给服务方为正数，服务方退还品牌方为负数；party 只表示由谁提交。',
    },
    ...paymentPutRight(
      'Where the provider has paid back write it with a minus: amount=-{amount}. Leave it where the brand pays ahead or the statement is proposed and not accepted yet.',
      '若为服务方退款，金额写负数：amount=-{amount}；若确为品牌方预付，或相应结算单已提出但尚未确认，可保留。',
    ),
  },
  'repayment-exceeds': {
    severity: 'warning',
    text: {
      en: 'The repayment of {amount} {currency} is more than the {open} {currency} that the provider owes by the statements so far: the brand then owes {over} {currency} more',
      zh: '退款 {amount} {currency} 超出截至目前各期结算单中服务方应退的 {open} {currency}：品牌方将因此多欠 {over} {currency}',
    },
    explanation: {
      en: 'A negative payment goes from the provider to the brand and adds to what the brand owes.',
      zh: '负数付款由服务方付给品牌方，会增加品牌方的应付余额。',
    },
    ...paymentPutRight(
      'Write the amount without the minus where the brand paid; leave it where this much was paid back.',
      '若为品牌方付款，去掉负号；确已退款的可保留。',
    ),
  },
  'milestone-given': {
    text: {
      en: 'The milestone {id} is given since {on}: this {kind} changes nothing',
      zh: '里程碑 {id} 自 {on} 起即视为验收通过：此{kind}不改变任何内容',
    },
    explanation: {
      en: 'A milestone is given once, by the brand’s acceptance or by its silence on a request; the earliest day counts.',
      zh: '里程碑只验收一次：以品牌方的验收，或其对申请逾期未答复为准；以最早之日计。',
    },
    ...CORRECT,
  },
  'milestone-settled': {
    text: {
      en: 'The milestone {id} is settled as given in the statement of {period}: this {kind} changes nothing',
      zh: '里程碑 {id} 已在 {period} 的结算单中按验收通过结算：此{kind}不改变任何内容',
    },
    explanation: {
      en: 'What a statement has settled for a milestone is final. An answer of the last day counts where it is filed before that statement is made.',
      zh: '里程碑一经结算单结算即为最终结果。在最后一天作出的答复，须在该结算单作出之前提交才计入。',
    },
    ...takenBackInTime(
      '; the brand may dispute the line while its statement may be disputed. Where both parties agree on another amount, they file a correction.',
      '；在该结算单的异议期内，品牌方可对该项目提出争议；双方同意更改金额的，提交更正（correction）。',
    ),
  },
  'milestone-past-due': {
    text: {
      en: 'The milestone {id} was due on {due}: this {kind} changes nothing, since no request was made by then that still waits for an answer',
      zh: '里程碑 {id} 应于 {due}（含）前完成：截至该日没有仍待答复的验收申请，此{kind}不改变任何内容',
    },
    explanation: {
      en: 'A milestone is given up to its due day, or in answer to a request that was made by then.',
      zh: '里程碑须在到期日之前验收，或作为对到期日前所提申请的答复。',
    },
    ...takenBackInTime(
      '; where both parties agree to pay it all the same, they file a correction.',
      '；双方仍同意支付的，提交更正（correction）。',
    ),
  },
  'request-waits': {
    severity: 'warning',
    text: {
      en: 'The milestone {id} has been asked for by {file} already: its days go on. Should it be refused, this request counts from its own day',
      zh: '里程碑 {id} 已由 {file} 申请验收：期限照旧计算；若其验收不通过，则自本申请之日起计算',
    },
    explanation: {
      en: 'The brand answers the first request in acceptance.days. A request that was filed before the answer counts only where the first is refused.',
      zh: '品牌方须在 acceptance.days 天内答复首次申请；答复之前提交的新申请，仅在首次申请验收不通过时计算。',
    },
    ...REMOVE,
  },
  'duty-not-owed': {
    text: {
      en: 'The duty {id} is not owed in {period}: this {kind} changes nothing',
      zh: '{period} 无须履行义务 {id}：此{kind}不改变任何内容',
    },
    explanation: {
      en: 'A duty is owed where the terms of the period have it and its due day lies in the term.',
      zh: '只有该结算期的条款中有此项义务，且到期日在合同期内，才须履行。',
    },
    ...orTakenBackInTime('Correct the duty or the period', '更正义务或结算期'),
  },
  'duty-done-already': {
    severity: 'warning',
    text: {
      en: 'The duty {id} of {period} counts as done in time by {file}: this event changes nothing',
      zh: '{period} 的义务 {id} 已由 {file} 记为按时履行：本事件不改变任何内容',
    },
    explanation: { en: 'A duty is done once in a period.', zh: '一项义务每个结算期只需履行一次。' },
    ...orTakenBackInTime('Correct the duty or the period', '更正义务或结算期'),
  },
  'duty-done-late': {
    severity: 'warning',
    text: {
      en: 'The duty {id} of {period} was due on {dueOn} and counts as done on {doneOn}: this event alone does not make it done in time',
      zh: '{period} 的义务 {id} 应于 {dueOn} 履行，按本事件计为 {doneOn} 履行：仅凭本事件不算按时履行',
    },
    explanation: {
      en: 'A duty is done on the later of the day that the event names and the day on which it is filed, unless both parties approve the event.',
      zh: '义务的履行日为事件所写日期与提交日期中较晚者，除非双方均批准该事件。',
    },
    fix: {
      en: 'Where it was done in time, file it with `agreed: true` and that day, and let both parties approve; otherwise leave it as the record.',
      zh: '若确已按时履行，写 `agreed: true` 和实际日期，由双方批准；否则保留作为记录。',
    },
  },
  'lateness-done': {
    text: {
      en: 'The duty {id} of {period} was done on {doneOn}, in time ({dueOn}): the claim has no effect',
      zh: '{period} 的义务 {id} 已于 {doneOn} 履行，未超过到期日 {dueOn}：逾期主张没有效力',
    },
    explanation: {
      en: 'A claim is of no effect where a duty event was filed by the due day, or one with both approvals says so later.',
      zh: '到期日之前已有 duty 事件，或其后双方批准的 duty 事件载明按时履行的，逾期主张没有效力。',
    },
    ...REMOVE,
  },
  'lateness-claimed': {
    text: {
      en: 'That the duty {id} of {period} was late is claimed already, by {file}: this claim changes nothing',
      zh: '{period} 的义务 {id} 已由 {file} 主张逾期：本主张不改变任何内容',
    },
    explanation: { en: 'One claim is enough, and counts in full.', zh: '一次主张即足够，效力完整。' },
    ...REMOVE,
  },
  'termination-changes-nothing': {
    severity: 'warning',
    text: {
      en: 'The term ends on {end} without this termination: it is for {on} and changes nothing',
      zh: '即使没有本终止，合同期也于 {end} 结束：本终止日为 {on}，不改变任何内容',
    },
    explanation: {
      en: 'The term ends by itself on its last day, or on the earlier day of another termination.',
      zh: '合同期在最后一日自行届满，或在另一方更早的终止日结束。',
    },
    ...orTakenBackInTime('Write an earlier day that keeps the notice', '改为满足通知期的更早日期'),
  },
  'witness-of-other': {
    severity: 'warning',
    text: {
      en: 'The statement of {period} rests on the evidence {expected}; this witness says that {found} is the same',
      zh: '{period} 的结算单依据的取数底稿为 {expected}；本见证却称 {found} 与之一致',
    },
    explanation: {
      en: 'Whoever says `same` names the evidence that was the same. Where it is not the statement’s own, the statement does not show it as witnessed.',
      zh: '写 `same` 的须写明与哪一份取数底稿一致。不是结算单自身的底稿时，结算单不显示为已见证。',
    },
    fix: {
      en: 'Measure the settled statement: `concord witness` writes the event.',
      zh: '请对已结算的结算单取数：`concord witness` 会写出该事件。',
    },
  },
  'nothing-to-acknowledge': {
    severity: 'warning',
    text: {
      en: 'Nothing waits for the acknowledgement of {id}; after the statement of {period} nothing at all waits for a review',
      zh: '没有等待确认的 {id}；{period} 结算单之后没有任何内容待复盘确认',
    },
    explanation: {
      en: 'What a review acknowledges is released by it. What does not wait is released already, or was never held.',
      zh: '复盘确认的内容由此解除等待；并未等待的，要么已解除，要么从未暂缓。',
    },
    fix: {
      en: 'Take the id out, or leave it in a review that is merged: it does no harm. A review may be filed without `acknowledges`.',
      zh: '请删去该编号；已合并的复盘保留即可，并无影响。复盘可以不写 acknowledges。',
    },
  },
  'acknowledged-by-other': {
    severity: 'warning',
    text: {
      en: '{id} waits for a review of the {party}: one of the other party does not acknowledge it',
      zh: '{id} 待{party}复盘确认：另一方的复盘不构成确认',
    },
    explanation: {
      en: 'A large true-up is acknowledged by the party that it costs money, what exceeds a limit by the brand.',
      zh: '大额往期补差由承担该金额的一方确认；超出限额的部分由品牌方确认。',
    },
    fix: {
      en: 'Let the {party} file a review that acknowledges it, and take the id out of this one unless it is merged.',
      zh: '请由{party}提交确认该项的复盘；本复盘尚未合并的，删去该编号。',
    },
  },
  'acknowledged-already': {
    severity: 'warning',
    text: {
      en: '{file} acknowledges {id} already, and the next statement counts that: this review changes nothing of it',
      zh: '{id} 已由 {file} 复盘确认，下一份结算单计入：本复盘对其不再改变任何内容',
    },
    explanation: {
      en: 'What a review acknowledges is released by the next statement, once.',
      zh: '复盘确认的内容由下一份结算单解除，只解除一次。',
    },
    fix: {
      en: 'Take the id out, or do not file the review where nothing else is left to be said, unless it is merged; then it stays as a record.',
      zh: '尚未合并的，请删去该编号，除此之外无须记录的，不必提交本复盘；已合并的保留作为记录。',
    },
  },
  'acknowledged-early': {
    severity: 'warning',
    text: {
      en: '{id} was first listed on {since} and waits; this review of {date} came before that and does not acknowledge it',
      zh: '{id} 于 {since} 首次列出，仍待确认；本复盘日期为 {date}，早于首次列出之日，不构成确认',
    },
    explanation: {
      en: 'A large true-up is acknowledged by a review filed on or after the day of the statement that first listed it: before, nobody knew its amount.',
      zh: '大额往期补差须由首次列出它的结算单之日或之后提交的复盘确认：此前无从知道其金额。',
    },
    fix: {
      en: 'File another review that acknowledges it, or let its days of silence pass.',
      zh: '请再提交一份确认该项的复盘，或等待默示确认的天数届满。',
    },
  },
  'acknowledged-ahead': {
    severity: 'warning',
    text: {
      en: '{id} of {period} is acknowledged before the period ends on {to}: however far its two sides lie apart by then, this review releases what depends on them',
      zh: '{period} 将于 {to} 结束，而本复盘已确认该期的 {id}：届时两侧无论相差多少，相关费用都不再因此暂缓结算',
    },
    explanation: {
      en: 'The id of a comparison names no amount, and a review is about its whole period. What is compared today may lie much further apart at the end.',
      zh: '对账规则的 id 不含金额，而复盘针对整个结算期；今天的差异到期末可能扩大很多。',
    },
    fix: {
      en: 'Where only what is known today is meant, leave the id out here, and acknowledge it once the period is over.',
      zh: '若只想确认目前已知的差异，请在此删去该 id，待结算期结束后再确认。',
    },
  },
  'acknowledges-closed': {
    severity: 'warning',
    text: {
      en: 'After the statement of {period} {id} waits for no review any more: it has been reviewed, or its data are others now; this review counts only should later data show it again',
      zh: '{period} 结算单之后，{id} 已不再待复盘：已经复盘，或其数据已变；仅当后来的数据再次出现该异常时，本复盘才起作用',
    },
    explanation: {
      en: 'A line waits for what the last statement lists as open. The id of an anomaly names its day and no amount: whatever that day shows later is reviewed with it.',
      zh: '款项只等待最近一期结算单所列、尚未复盘的异常。异常编号只含日期、不含金额：该日后来无论出现何种数据，都视为已复盘。',
    },
    fix: {
      en: 'Take the id out, unless you mean to say ahead that this day is right whatever its data come to. A review that is merged stays as a record.',
      zh: '除非有意事先确认该日数据无论如何均属正常，请删去该编号。已合并的复盘保留作为记录。',
    },
  },
  'acknowledges-nothing': {
    severity: 'warning',
    text: {
      en: 'Nothing waits for the acknowledgement of {id}; after the statement of {period} this waits for a review: {ids}',
      zh: '没有等待确认的 {id}；{period} 结算单之后待复盘确认的有：{ids}',
    },
    explanation: {
      en: 'A review releases flagged anomalies and reconciliations, large true-ups where the party that they cost money files it, and what exceeds a limit where the brand does. What holds because two sources disagree is released by data only.',
      zh: '复盘可解除异常和对账差异的暂缓；大额往期补差由承担该金额的一方复盘确认后生效；超出限额的部分由品牌方复盘确认后生效。因两个数据源不一致而暂缓结算的，只有补齐或更正数据才能解除。',
    },
    fix: {
      en: 'Write one of the ids that wait, as the statement names them; where none does, take the id out. Once this review is merged, file another one with that id.',
      zh: '请写结算单所列、正在等待确认的编号；若没有，请删去该编号。本复盘已合并的，另行提交一份写明该编号的复盘。',
    },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
